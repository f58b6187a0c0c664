import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../app/front.ts'
import { type AppServer, startApp } from '../../app/server.ts'
import { scopeOf } from '../../src/coverage/measure.ts'
import type { MeasuredCoverage } from '../../src/facts/facts.ts'
import { writeEvidence } from '../../src/github/evidence.ts'
import { events, permissions } from '../../src/github/permissions.ts'
import { evidenceCheckName } from '../../src/github/queries.ts'
import { itemMark } from '../../src/render/boxes.ts'
import { actionIdentifier } from '../../src/render/check.ts'
import { type PullRequest, type Repository, type Sandbox, type SandboxApp, startSandbox } from '../sandbox/index.ts'
import { plainMeasurement } from '../support/coverage.ts'
import { policy as parsed } from '../support/facts.ts'

/** The policy of most scenes: a checklist of two items for people and a review by path. */
export const readiness = `version: 1
roles:
  implementer: ["@acme/implementation"]
  policy-owner: ["@olga"]
gates:
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }]
  review:
    rules: [{ role: implementer, need: requested, when: ["deploy/**"], request: auto }]
checklists:
  - id: readiness
    when: { paths: ["deploy/**"] }
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer, covers: ["deploy/**"] }
      - { id: guide, text: Guide followed, role: implementer }
`

/** A policy of so many items `item-0`, `item-1` …, which li-wei signs and a push elsewhere leaves alone. */
export const manyItems = (count: number): string => `version: 1
roles: { implementer: ["@li-wei"] }
checklists:
  - id: readiness
    items:
${Array.from({ length: count }, (_, index) => `      - { id: item-${index}, text: Item ${index}, role: implementer, covers: ["deploy/**"] }`).join('\n')}
`

export interface Scene {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly installation: ReturnType<SandboxApp['install']>
  readonly server: AppServer
  readonly repository: Repository
  readonly dataDir: string
  /** What the App logged at warn or above. */
  readonly warnings: readonly string[]
  /** Deliveries arrived, and the App has nothing left to do. */
  settle(): Promise<void>
  /** A pull request by chen that deploys and documents, as the App has answered it. */
  open(change?: {
    readonly branch?: string
    readonly files?: Record<string, string>
    readonly draft?: boolean
    readonly fromFork?: boolean
  }): Promise<PullRequest>
  /** Stops the App and starts it again on the same data. */
  restart(): Promise<void>
  /** Changes the database behind the App's back while it is down. */
  tamper(change: (database: DatabaseSync) => void): Promise<void>
  close(): Promise<void>
}

export interface SceneOptions {
  readonly policy?: string | null
  readonly reconcileIntervalMs?: number
  readonly gatherMs?: number
  readonly pageToken?: string
  readonly private?: boolean
  /** The App's clock. */
  readonly now?: () => number
  /** Milliseconds by which GitHub and the App are ahead of the machine. Left out: none, and `now` as it is. */
  readonly ahead?: () => number
  /** Writes as far apart as outside tests. */
  readonly paced?: boolean
  readonly permissions?: Partial<Record<string, 'read' | 'write'>>
  /** Events beside those that every App subscribes to. */
  readonly moreEvents?: readonly string[]
  /** Left out: any free one, under an address that nobody can reach. */
  readonly port?: number
  /** Hears every line of the App's log, as its parts wrote it. */
  readonly log?: Log
  readonly publicUrl?: string
  /** People can sign in on the pages, which are then at an address of this machine. */
  readonly signIn?: boolean
  /** An empty PostgreSQL database. Left out: a file in `dataDir`. */
  readonly databaseUrl?: string
}

/** Sandbox, App and one repository `acme/widgets`; chen and ana write, li-wei implements, olga owns the policy. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'delivery-gates-e2e-'))
  const { ahead } = options
  const sandbox = await startSandbox(ahead === undefined ? {} : { clock: () => new Date(Date.now() + ahead()) })
  const now = ahead === undefined ? options.now : () => Date.now() + ahead()
  sandbox.organization('acme').team('implementation', ['li-wei'])
  for (const login of ['chen', 'ana', 'li-wei', 'olga']) sandbox.user(login)
  const webhookSecret = randomBytes(32).toString('hex')
  const app = sandbox.app({
    slug: 'delivery-gates',
    permissions: { ...permissions, ...options.permissions } as Record<string, 'read' | 'write'>,
    events: [...events, ...(options.moreEvents ?? [])],
    webhookSecret,
  })
  const policy = options.policy === undefined ? readiness : options.policy
  const repository = await sandbox.repository('acme', 'widgets', {
    private: options.private ?? false,
    files: {
      'README.md': '# widgets\n',
      'deploy/values.yaml': 'replicas: 2\n',
      'docs/guide.md': '# Guide\n',
      'src/price.js': 'export const price = 1\n',
      ...(policy === null ? {} : { '.github/delivery-gates.yml': policy }),
    },
    collaborators: { chen: 'write', ana: 'write', 'li-wei': 'write', olga: 'write' },
  })
  const warnings: string[] = []
  const log: Log = (level, event, fields) => {
    options.log?.(level, event, fields)
    if (level === 'warn' || level === 'error') warnings.push(`${event} ${JSON.stringify(fields)}`)
  }
  const port = options.port ?? (options.signIn === true ? await freePort() : 0)
  const publicUrl = options.publicUrl ?? (options.signIn === true ? `http://127.0.0.1:${port}` : 'http://127.0.0.1')
  app.addCallbackUrl(`${publicUrl}/login/callback`)
  const sessionSecret = randomBytes(32).toString('hex')
  const signIn =
    options.signIn === true ? { clientId: app.clientId, clientSecret: app.clientSecret(), sessionSecret } : null
  const start = () =>
    startApp(
      {
        appId: String(app.id),
        privateKey: app.privateKey,
        webhookSecrets: [webhookSecret],
        dataDir,
        ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
        publicUrl,
        host: '127.0.0.1',
        port,
        githubApiUrl: sandbox.apiUrl,
        oidcIssuer: sandbox.oidcIssuer,
        reconcileIntervalMs: options.reconcileIntervalMs ?? 3_600_000,
        logLevel: 'warn',
        locale: 'en',
        pageToken: options.pageToken ?? null,
        signIn,
      },
      log,
      {
        ...(now === undefined ? {} : { now }),
        gatherMs: options.gatherMs ?? 20,
        burst: options.paced === true ? 8 : 10_000,
      },
    )
  let server = await start()
  const hook = () => app.setWebhookUrl(`http://127.0.0.1:${server.port}/api/github/webhooks`)
  hook()
  const installation = app.install('acme')
  const settle = async () => {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await sandbox.idle()
      await server.worker.idle()
    }
  }
  await settle()
  let branches = 0
  return {
    sandbox,
    app,
    installation,
    get server() {
      return server
    },
    repository,
    dataDir,
    warnings,
    settle,
    open: async (change = {}) => {
      branches += 1
      const head = change.branch ?? `change-${branches}`
      const files = change.files ?? {
        'deploy/values.yaml': `replicas: ${branches + 2}\n`,
        'docs/guide.md': `# Guide\n\nThis release runs ${branches + 2} replicas on every site.\n`,
      }
      await repository.commit(head, { from: 'main', files, message: 'Change the deployment', author: 'chen' })
      const pull = await repository.openPullRequest({
        title: 'Change',
        head,
        author: 'chen',
        draft: change.draft ?? false,
        fromFork: change.fromFork ?? false,
      })
      await settle()
      return pull
    },
    restart: async () => {
      await server.stop()
      server = await start()
      hook()
    },
    tamper: async change => {
      await server.stop()
      const file = (await readdir(dataDir)).find(name => /\.(db|sqlite)$/.test(name))
      const database = new DatabaseSync(join(dataDir, file ?? ''))
      change(database)
      database.close()
      server = await start()
      hook()
    },
    close: async () => {
      await server.stop()
      await sandbox.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

export const checklistOf = (pull: PullRequest) =>
  pull.comments().find(comment => comment.author === 'delivery-gates[bot]' && comment.body.includes('<!-- dg:comment'))
export const repliesOn = (pull: PullRequest): readonly string[] =>
  pull
    .comments()
    .filter(comment => comment.author === 'delivery-gates[bot]' && comment.body.includes('<!-- dg:reply'))
    .map(comment => comment.body.replaceAll('&#8203;', ''))
export const gateChecks = (pull: PullRequest) => pull.checkRuns().filter(check => check.name === 'delivery-gates')
export const conclusionOf = (pull: PullRequest) => gateChecks(pull).at(-1)?.conclusion

/** Item id to `x` or a space, as the comment shows it. */
export function boxesOf(pull: PullRequest): Readonly<Record<string, string>> {
  const lines = (checklistOf(pull)?.body ?? '').split('\n')
  return Object.fromEntries(
    lines.flatMap(line => {
      const match = /^- \[(.)\].*<!-- dg:item ([a-z-]+)(?: [0-9a-f]{12})? -->/.exec(line)
      return match === null ? [] : [[match[2] ?? '', match[1] ?? '']]
    }),
  )
}

/** The task line of an item, `guide` or `guide@prod-a`, in our comment; empty when there is none. */
export function lineOf(pull: PullRequest, ref: string): string {
  const mark = itemMark(ref).trim().replace(/ -->$/, ' ')
  return (checklistOf(pull)?.body ?? '').split('\n').find(line => line.includes(mark)) ?? ''
}

/** What a press of the item's button sends, as the check shows it now. */
export function buttonOf(pull: PullRequest, ref: string): string {
  return actionIdentifier(ref, / ([0-9a-f]{12}) -->$/.exec(lineOf(pull, ref))?.[1])
}

/** Decisions in the ledger about one pull request: `signed rollback li-wei tick`. */
export async function ledgerOf(scene: Scene, pull: PullRequest): Promise<readonly string[]> {
  const rows = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
  return rows.map(row => `${row.decision} ${row.itemId} ${row.personal?.login} ${row.via}`)
}

/** Records a measurement for a commit as the Action in a workflow does. */
export async function recordEvidence(
  scene: Scene,
  sha: string,
  given: Partial<MeasuredCoverage> = {},
  policy = readiness,
): Promise<void> {
  const options = parsed(policy).gates.coverage
  if (options === undefined) throw new Error('the policy measures nothing')
  const measured = plainMeasurement({
    headSha: sha,
    scope: scopeOf(options),
    reports: [{ name: 'unit', path: 'lcov.info', format: 'lcov', sha256: 'e'.repeat(64) }],
    patch: { covered: 9, total: 10 },
    files: 3,
    ...given,
  })
  const token = scene.repository.actionsToken({ permissions: { contents: 'read', checks: 'write' } })
  const response = await fetch(`${scene.sandbox.apiUrl}/repos/acme/widgets/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name: evidenceCheckName,
      head_sha: sha,
      status: 'completed',
      conclusion: 'success',
      output: { title: 'Coverage', summary: 'measured', text: writeEvidence(measured) },
    }),
  })
  if (response.status !== 201) throw new Error(`check run: ${response.status} ${await response.text()}`)
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not happen within ${ms} ms`)
    await sleep(20)
  }
}

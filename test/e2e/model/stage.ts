import { execFile } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Log } from '../../../app/front.ts'
import { type AppServer, startApp } from '../../../app/server.ts'
import { events, permissions } from '../../../src/github/permissions.ts'
import { normaliseBody } from '../../../src/render/boxes.ts'
import type { Delivery } from '../../sandbox/hooks.ts'
import { type PullRequest, type Repository, type Sandbox, type SandboxApp, startSandbox } from '../../sandbox/index.ts'
import { freePort, gateChecks } from '../scene.ts'
import { formIn, type PageForm, Visitor } from '../visitor.ts'
import { type Base, type Head, type Item, Life, type News, policyText, type Wish } from './life.ts'

const run = promisify(execFile)

const team = 'implementation'
const secret = randomBytes(32).toString('hex')

let stages = 0

/** The stand-in and the real App, kept over many lives; each life has a repository of its own. */
export class Stage {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly #dataDir: string
  readonly #callTimeoutMs: number
  readonly #port: number
  readonly #clientSecret: string
  readonly #visitors = new Map<string, Visitor>()
  #server: AppServer | undefined
  /** Milliseconds by which App and stand-in are ahead of the machine. */
  ahead = 0
  #lives = 0
  /** What the App complained of in this life, for whoever reads a counterexample. */
  readonly complaints: string[] = []
  readonly #log: Log = (level, event, fields) => {
    if (level === 'warn' || level === 'error') this.complaints.push(`${event} ${JSON.stringify(fields)}`)
  }

  private constructor(
    sandbox: Sandbox,
    app: SandboxApp,
    { dataDir, callTimeoutMs, port }: { dataDir: string; callTimeoutMs: number; port: number },
  ) {
    this.#port = port
    this.#clientSecret = app.clientSecret()
    app.addCallbackUrl(`http://127.0.0.1:${port}/login/callback`)
    this.#callTimeoutMs = callTimeoutMs
    this.sandbox = sandbox
    this.app = app
    this.#dataDir = dataDir
  }

  static async open({ callTimeoutMs = 120_000 }: { readonly callTimeoutMs?: number } = {}): Promise<Stage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'delivery-gates-model-'))
    const clock = { ahead: () => 0 }
    const sandbox = await startSandbox({ contract: false, clock: () => new Date(Date.now() + clock.ahead()) })
    // Octokit shares requests for an installation's token over the whole process, by the id: no two stages have the same one.
    stages += 1
    for (let skipped = 0; skipped < 100 * stages; skipped += 1) sandbox.world.nextId()
    sandbox.organization('acme').team(team, ['li-wei', 'mei'])
    const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: secret })
    const stage = new Stage(sandbox, app, { dataDir, callTimeoutMs, port: await freePort() })
    clock.ahead = () => stage.ahead
    await stage.start()
    app.install('acme')
    await stage.settle()
    return stage
  }

  /** The browser of a person, in which they sign in when that is asked for. */
  visitor(login: string): Visitor {
    this.sandbox.consent({ as: login })
    const visitor = this.#visitors.get(login) ?? new Visitor(this)
    this.#visitors.set(login, visitor)
    return visitor
  }

  get server(): AppServer {
    if (this.#server === undefined) throw new Error('the App is down')
    return this.#server
  }

  get now(): number {
    return Date.now() + this.ahead
  }

  async start(): Promise<void> {
    const { sandbox, app } = this
    const config = {
      appId: String(app.id),
      privateKey: app.privateKey,
      webhookSecrets: [secret],
      dataDir: this.#dataDir,
      publicUrl: `http://127.0.0.1:${this.#port}`,
      host: '127.0.0.1',
      port: this.#port,
      githubApiUrl: sandbox.apiUrl,
      oidcIssuer: sandbox.oidcIssuer,
      reconcileIntervalMs: 86_400_000,
      logLevel: 'error',
      locale: 'en',
      pageToken: null,
      signIn: { clientId: app.clientId, clientSecret: this.#clientSecret, sessionSecret: secret },
    } as const
    this.#server = await startApp(config, this.#log, {
      gatherMs: 0,
      burst: 100_000,
      now: () => this.now,
      callTimeoutMs: this.#callTimeoutMs,
    })
    app.setWebhookUrl(`http://127.0.0.1:${this.#server.port}/api/github/webhooks`)
  }

  /** The database is gone in the middle of whatever is under way, as when the process is killed. */
  async crash(): Promise<void> {
    const { server } = this
    this.#server = undefined
    await server.store.close()
    await server.stop().catch(() => {})
    await this.start()
  }

  /** Deliveries that were sent have arrived, and the App has nothing left to do. */
  async settle(): Promise<void> {
    await this.sandbox.idle()
    await this.server.worker.idle()
  }

  /** The same signed bytes under another delivery id. */
  async replay({ event, payload }: Delivery): Promise<void> {
    const body = JSON.stringify(payload)
    await fetch(`http://127.0.0.1:${this.server.port}/api/github/webhooks`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': event,
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    })
  }

  async begin(fork: boolean): Promise<{ readonly life: Life; readonly world: World }> {
    this.#lives += 1
    this.complaints.length = 0
    const { sandbox } = this
    sandbox.hooks.mode = { drop: true }
    sandbox.organization('acme').team(team, ['li-wei', 'mei'])
    await this.server.store.cache.forget('directory:')
    await this.server.store.cache.forget('commands:')
    const life = new Life(fork)
    const repository = await sandbox.repository('acme', `life-${this.#lives}`, {
      files: { 'deploy/values.yaml': 'replicas: 1\n', '.github/delivery-gates.yml': policyText(life.policies.main) },
      collaborators: { chen: 'write', ana: 'write', 'li-wei': 'write', mei: 'write', olga: 'write' },
    })
    const initial = repository.baseSha()
    await repository.commit('release', { from: 'main', message: 'Release', author: 'olga', files: { RELEASE: '1\n' } })
    const head = await repository.commit('change', {
      from: 'main',
      files: { 'deploy/values.yaml': 'replicas: 2\n' },
      message: 'Scale',
      author: 'chen',
    })
    sandbox.hooks.mode = {}
    const pull = await repository.openPullRequest({ title: 'Scale', head: 'change', author: 'chen', fromFork: fork })
    await this.settle()
    sandbox.hooks.forget()
    sandbox.hooks.mode = { hold: true }
    life.now = this.now
    const world = new World(this, repository, pull, initial)
    await world.moved(life, head, { replicas: 2, notes: null })
    life.look()
    world.learn(life)
    return { life, world }
  }

  /** Takes the repository away, so that the next life is not slowed by this one. */
  async end({ repository, pull }: World): Promise<void> {
    const { hooks, world } = this.sandbox
    hooks.mode = {}
    if (pull.state === 'open') pull.close('chen')
    await this.settle()
    hooks.mode = { drop: true }
    hooks.forget()
    this.sandbox.resetCalls()
    repository.record.git.close()
    world.repositories.delete(repository.fullName.toLowerCase())
    await rm(repository.gitDir, { recursive: true, force: true, maxRetries: 3 })
  }

  async close(): Promise<void> {
    await this.server.stop()
    await this.sandbox.close()
    await rm(this.#dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** What a form of the page asks for. */
export type PageWish = Omit<Wish, 'step'> & { readonly kind: 'sign' | 'revoke' }

export interface Pending {
  readonly delivery: Delivery
  readonly news: News
}

/** One repository with one pull request, and the webhooks about it that wait. */
export class World {
  readonly stage: Stage
  readonly repository: Repository
  readonly pull: PullRequest
  /** The commit on which all branches stand. */
  readonly initial: string
  readonly pending: Pending[] = []
  readonly delivered: Delivery[] = []
  commits = 0
  /** Forms of the page that people have before them. */
  readonly forms: { readonly form: PageForm; readonly wish: PageWish; sent?: boolean }[] = []
  /** Comments with commands. */
  readonly said: { readonly comment: number; readonly by: string }[] = []
  /** Last day of delegations. */
  readonly until: string
  readonly #written = new Set<string>()

  constructor(stage: Stage, repository: Repository, pull: PullRequest, initial: string) {
    this.stage = stage
    this.repository = repository
    this.pull = pull
    this.initial = initial
    this.until = new Date(stage.now + 20 * 86_400_000).toISOString().slice(0, 10)
  }

  /** What the pull request changes at this commit, and who made it, against each base branch, in git's own words. */
  async #against(sha: string): Promise<Pick<Head, 'patches' | 'contributors'>> {
    const git = async (...args: string[]) => {
      const found = await run('git', ['--git-dir', this.repository.gitDir, ...args])
      return found.stdout
    }
    const patch = (base: Base) => git('diff', '--full-index', `${base}...${sha}`)
    const authors = async (base: Base) => {
      const names = await git('log', '--format=%an', `${base}..${sha}`)
      return new Set(['chen', ...names.split('\n').filter(name => name !== '')])
    }
    return {
      patches: { main: await patch('main'), release: await patch('release') },
      contributors: { main: await authors('main'), release: await authors('release') },
    }
  }

  /** The branch has a new head. */
  async moved(life: Life, sha: string, head: Omit<Head, 'patches' | 'contributors'>): Promise<void> {
    life.heads.set(sha, { ...head, ...(await this.#against(sha)) })
    life.head = sha
    this.gather(({ event }) => ({ kind: event === 'pull_request' ? 'changed' : 'nothing' }))
  }

  /** Something else is merged into a base branch. */
  async baseMovesOn(base: Base): Promise<void> {
    this.commits += 1
    const files = { [`other-${this.commits}.md`]: 'Something else\n' }
    await this.repository.commit(base, { files, message: 'Elsewhere', author: 'olga' })
  }

  /** Whether the App wrote this text, whatever boxes were ticked since. */
  wrote = (body: string): boolean => this.#written.has(normaliseBody(body))

  /** What has just been done on GitHub: the webhooks of people wait, those about the App's own writes are lost. */
  gather(newsOf: (delivery: Delivery) => News): void {
    const { hooks } = this.stage.sandbox
    const known = new Set(this.pending.map(one => one.delivery.id))
    for (const delivery of [...hooks.held]) {
      if (known.has(delivery.id)) continue
      const news = isOurs(delivery) ? null : newsOf(delivery)
      if (news === null || news.kind === 'nothing') hooks.discard(delivery.id)
      else this.pending.push({ delivery, news })
    }
  }

  /** Everything is quiet; what the App wrote is known to the model by its ids. */
  async settled(life: Life): Promise<void> {
    await this.stage.settle()
    this.gather(() => ({ kind: 'nothing' }))
    this.learn(life)
  }

  learn(life: Life): void {
    const comment = this.comments[0]
    life.comment = comment?.id ?? life.comment
    if (comment !== undefined && !comment.body.includes('Lunch was good'))
      this.#written.add(normaliseBody(comment.body))
    const check = this.repository.checkRuns(life.published ?? '').findLast(isGate)
    life.check = check?.id ?? life.check
  }

  /** What the page offers to a person; `null`: not that. */
  async formOf(by: string, kind: 'sign' | 'revoke', item: Item, open?: string): Promise<PageForm | null> {
    const shown = await this.stage.visitor(by).visit(`/pr/${this.repository.id}/${this.pull.number}`)
    if (shown.status !== 200) throw new Error(`the page answers ${shown.status}: ${shown.text}`)
    return formIn(shown, kind, item, open)
  }

  /** The status of the answer. */
  async sendForm(by: string, form: PageForm): Promise<number> {
    const visitor = this.stage.visitor(by)
    const headers = { origin: visitor.origin, 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams(form.fields)
    const answer = await visitor.send(form.action, { method: 'POST', headers, body })
    return answer.status
  }

  get comments() {
    return this.pull
      .comments()
      .filter(one => one.author === 'delivery-gates[bot]' && one.body.includes('<!-- dg:comment'))
  }

  /** Every check of ours on every head that this pull request has had. */
  checks(life: Life): ReadonlyMap<string, number> {
    return new Map([...life.heads.keys()].map(sha => [sha, this.repository.checkRuns(sha).filter(isGate).length]))
  }

  get conclusion(): string | null | undefined {
    return gateChecks(this.pull).at(-1)?.conclusion
  }

  async ledger(): Promise<readonly string[]> {
    const rows = await this.stage.server.store.ledger.rows(String(this.repository.id), `pr:${this.pull.number}`)
    return rows.map(row => {
      const points = (row.conditions ?? []).map(point => ` ${point}`).join('')
      return `${row.decision} ${row.itemId} ${row.personal?.login} ${row.via}${points}`
    })
  }

  /** As a push of a commit that is there already: nothing else moves a branch back. */
  async reset(branch: string, sha: string): Promise<void> {
    await writeFile(join(this.repository.gitDir, 'refs/heads', branch), `${sha}\n`)
    await this.repository.pushed('chen')
  }
}

const isGate = ({ name, app }: { readonly name: string; readonly app: string }): boolean =>
  name === 'delivery-gates' && app === 'delivery-gates'

const isOurs = ({ payload }: Delivery): boolean =>
  (payload as { sender?: { login?: string } }).sender?.login === 'delivery-gates[bot]'

/** Between nothing and all of what an evaluation and its effects take. */
export const somewhere = (ms: number): Promise<void> => sleep(ms)

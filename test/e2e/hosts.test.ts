import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/report.ts'
import { temporaryFolder } from '../git/repo.ts'
import { root } from '../project/files.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { runAction } from '../sandbox/runner.ts'
import { openScene, type Scene } from './scene.ts'

/** As released: the bundles in dist/. */
const cli = process.env.CLI_ENTRY ?? join(root, 'dist/cli/index.js')

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    timeout: 60_000,
  })
  let out = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  return new Promise(settle => child.on('close', () => settle(out)))
}

const cases = readdirSync(join(root, 'test/cases'))

describe('the same facts give the same report to the byte: every case through the bundle of the command line', () => {
  test.each(cases)('%s', async name => {
    const folder = join(root, 'test/cases', name)
    const policy = readdirSync(folder).includes('policy.yml') ? ['--policy', join(folder, 'policy.yml')] : null
    if (policy === null) return
    const out = await run(['check', '--json', '--facts', join(folder, 'facts.json'), ...policy])
    const golden = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
    if (golden.policy.source === 'unusable') return expect(out).toBe('')
    // Only where the policy was read from differs: there is no base commit here.
    const report = { ...(JSON.parse(out) as Report), policy: golden.policy }
    expect(JSON.stringify(report, null, 2)).toBe(JSON.stringify(golden, null, 2))
  })
})

const policy = `version: 1
roles:
  implementer: ["@li-wei"]
components:
  deploy: { paths: ["deploy/**"], risk: high }
gates:
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }]
  review:
    rules: [{ role: implementer, need: approved, when: ["deploy/**"] }]
  checks: { required: [{ name: lint }] }
  description: { sections: [Goal] }
  dependencies: {}
  rollout: {}
  size: { max_files: 1 }
  conventions: { title: { conventional: true }, labels: { any: ["type/*"] }, milestone: {}, linked_issue: {} }
waivers:
  - { gate: conventions, reason: being introduced, owner: "@olga", expires: 2999-12-31 }
`

async function byApp(scene: Scene, pull: PullRequest): Promise<Report> {
  const key = { repoId: String(scene.repository.id), kind: 'pr', number: pull.number } as const
  const subject = await scene.server.store.subjects.get(key)
  return JSON.parse(subject?.reportJson ?? '{}') as Report
}

async function byCli(scene: Scene, pull: PullRequest): Promise<Report> {
  const env = { GITHUB_API_URL: scene.sandbox.apiUrl, GITHUB_TOKEN: scene.sandbox.user('olga').token }
  const { fullName } = scene.repository
  return JSON.parse(await run(['explain', '--json', '--pr', String(pull.number), '--repo', fullName], env)) as Report
}

/** `measured`: files that the tests of the run have written; with them the Action hands over what it measured. */
async function byAction(
  { sandbox, repository }: Scene,
  pull: PullRequest,
  measured: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const folder = temporaryFolder()
  const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')]
  mkdirSync(temp)
  const ref = `refs/pull/${pull.number}/merge`
  await repository.checkout(ref, workspace)
  for (const [path, text] of Object.entries(measured)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  const repo = { id: repository.id }
  const ran = await runAction({
    ...(process.env.ACTION_DIR === undefined ? {} : { actionDir: process.env.ACTION_DIR }),
    workspace: realpathSync(workspace),
    event: {
      name: 'pull_request',
      payload: {
        action: 'synchronize',
        pull_request: {
          number: pull.number,
          title: pull.title,
          draft: pull.draft,
          state: 'open',
          merged_at: null,
          user: { id: sandbox.user('chen').id, login: 'chen', type: 'User' },
          base: { ref: 'main', sha: repository.baseSha(), repo },
          head: { ref: 'change', sha: pull.headSha, repo },
        },
      },
    },
    apiUrl: sandbox.apiUrl,
    graphqlUrl: sandbox.graphqlUrl,
    serverUrl: sandbox.url,
    repository: repository.fullName,
    sha: repository.baseSha(),
    ref,
    inputs: {},
    env: {},
    token: repository.actionsToken({
      permissions: {
        contents: 'read',
        'pull-requests': 'read',
        checks: Object.keys(measured).length > 0 ? 'write' : 'read',
        statuses: 'read',
        issues: 'read',
        deployments: 'read',
      },
    }),
    runnerTemp: temp,
  })
  return JSON.parse(readFileSync(ran.outputs.report ?? '', 'utf8')) as Report
}

/** The Action tells about its own run beside the verdict. */
const bytes = ({ notices, ...report }: Report): string =>
  JSON.stringify([report, notices.filter(isAboutVerdict)], null, 1)
const isAboutVerdict = ({ message }: Report['notices'][number]): boolean => !message.code.startsWith('action.')

describe('one pull request, three hosts', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene({ policy })
  })
  afterAll(() => scene.close())

  test.each<[string, Readonly<Record<string, string>>]>([
    ['deployment without a document', { 'deploy/values.yaml': 'replicas: 9\n' }],
    ['documented', { 'deploy/values.yaml': 'replicas: 8\n', 'docs/guide.md': '# Guide\nRun eight replicas now.\n' }],
    ['code alone', { 'src/price.js': 'export const price = 2\n' }],
    ['nothing that a gate knows', { 'README.md': '# Widgets\n' }],
  ])('%s', async (_, files) => {
    const pull = await scene.open({ files })
    pull.label('olga', 'type/fix')
    await scene.settle()
    const app = bytes(await byApp(scene, pull))
    expect(bytes(await byCli(scene, pull))).toBe(app)
    expect(bytes(await byAction(scene, pull))).toBe(app)
  })
})

const measuring = `version: 1
gates:
  coverage: { reports: [{ name: unit, path: out/lcov.info }], project: { min: 50 }, patch: { min: 50 } }
  findings: { sarif: ["out/*.sarif"], fail_on: medium }
  budgets: { rules: [{ name: size, file: out/size.json, value: bytes, max: 100, unit: B }] }
  environments: { junit: "out/junit-{os}.xml", matrix: { os: [linux, windows] } }
`

describe('what the run of the Action measured, and the App and the command line read as evidence', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene({ policy: measuring })
  })
  afterAll(() => scene.close())

  const sarif = (level: string): string =>
    JSON.stringify({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'scan', rules: [{ id: 'R1' }] } },
          results: [
            {
              ruleId: 'R1',
              ruleIndex: 0,
              level,
              message: { text: 'odd' },
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'src/price.js' }, region: { startLine: 1 } } },
              ],
            },
          ],
        },
      ],
    })
  const junit = (failed: boolean): string =>
    `<testsuite><testcase name="a">${failed ? '<failure/>' : ''}</testcase></testsuite>`
  const files = (isGood: boolean): Readonly<Record<string, string>> => ({
    'out/lcov.info': `SF:src/price.js\nDA:1,${isGood ? 1 : 0}\nend_of_record\n`,
    'out/scan.sarif': sarif(isGood ? 'note' : 'error'),
    'out/size.json': JSON.stringify({ bytes: isGood ? 90 : 110 }),
    'out/junit-linux.xml': junit(false),
    'out/junit-windows.xml': junit(!isGood),
  })

  test.each([
    [true, 'passed'],
    [false, 'failed'],
  ])('all is well: %s', async (isGood, expected) => {
    const pull = await scene.open({ files: { 'src/price.js': `export const price = ${isGood ? 2 : 3}\n` } })
    await scene.settle()
    expect((await byApp(scene, pull)).gates.map(one => one.result.status)).toEqual(Array(4).fill('waiting'))
    const action = await byAction(scene, pull, files(isGood))
    expect(action.gates.map(one => one.result.status)).toEqual(Array(4).fill(expected))
    await scene.settle()
    const app = bytes(await byApp(scene, pull))
    expect(app).toBe(bytes(action))
    expect(bytes(await byCli(scene, pull))).toBe(app)
  })
})

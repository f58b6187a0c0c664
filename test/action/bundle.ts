import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Report } from '../../src/report.ts'
import { repositoryIn, temporaryFolder } from '../git/repo.ts'
import { type PullRequest, type Repository, type Sandbox, startSandbox } from '../sandbox/index.ts'
import { type ActionRun, runAction } from '../sandbox/runner.ts'

/** `src/pay.ts` has lines 1 to 10; an LCOV report with `covered` of them hit. */
export const lcov = (covered: number, path = 'src/pay.ts', total = 10): string =>
  [
    'TN:',
    `SF:${path}`,
    ...Array.from({ length: total }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`),
    'end_of_record',
    '',
  ].join('\n')

export const lines = (count: number, word = 'line'): string =>
  Array.from({ length: count }, (_, index) => `export const ${word}${index + 1} = ${index + 1}\n`).join('')

export const everything = {
  contents: 'read',
  'pull-requests': 'write',
  statuses: 'write',
  checks: 'write',
} as const satisfies Readonly<Record<string, 'read' | 'write'>>

export const least = { contents: 'read', 'pull-requests': 'read' } as const

export const policy = (min = 80, more = ''): string =>
  `version: 1\ngates:\n  coverage:\n    reports: [{ name: unit, path: coverage/lcov.info }]\n    project: { min: ${min} }\n    patch: { min: ${min}, min_lines: 1 }\n${more}`

export interface Scene {
  readonly sandbox: Sandbox
  readonly repository: Repository
}

/** A repository on the stand-in with a policy on its base branch. */
export async function scene(base: Readonly<Record<string, string>>): Promise<Scene> {
  const sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  const repository = await sandbox.repository('acme', 'widgets', { files: { 'README.md': '# Widgets\n', ...base } })
  repository.setCollaborator('dev', 'write')
  repository.setCollaborator('li-wei', 'write')
  return { sandbox, repository }
}

export async function pullRequest(
  { repository }: Scene,
  files: Readonly<Record<string, string>>,
  head = 'topic',
): Promise<PullRequest> {
  await repository.commit(head, { message: 'Change', author: 'dev', from: 'main', files })
  return repository.openPullRequest({ title: 'Change', head, author: 'dev' })
}

export interface RunHow {
  readonly event?: string
  readonly action?: string
  readonly payload?: Readonly<Record<string, unknown>>
  /** Files that earlier steps left in the workspace. */
  readonly workspace?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>
  readonly token?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly ref?: string
  readonly sha?: string
  /** What happens between the checkout and this step. */
  readonly before?: () => Promise<unknown>
  readonly prepare?: (workspace: string) => void
  readonly fork?: boolean
  /** As `fetch-depth`: the checkout has this many commits. */
  readonly depth?: number
}

export interface Run extends ActionRun {
  readonly report: Report
  /** First line of the job summary. */
  readonly headline: string
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** The bundle in dist/, as GitHub's runner starts it after a checkout of the merge commit. */
export async function runOn(at: Scene, pull: PullRequest, how: RunHow = {}): Promise<Run> {
  const payload = {
    action: how.action ?? 'synchronize',
    pull_request: {
      number: pull.number,
      title: pull.title,
      draft: pull.draft,
      state: 'open',
      merged_at: null,
      user: { id: at.sandbox.user('dev').id, login: 'dev', type: 'User' },
      base: { ref: 'main', sha: at.repository.baseSha(), repo: { id: at.repository.id } },
      head: { ref: 'topic', sha: pull.headSha, repo: { id: how.fork === true ? 1 : at.repository.id } },
    },
    ...how.payload,
  }
  return runAt(at, { ref: `refs/pull/${pull.number}/merge`, ...how }, { name: how.event ?? 'pull_request', payload })
}

export async function runAt(at: Scene, how: RunHow, event: { name: string; payload: unknown }): Promise<Run> {
  const { sandbox, repository } = at
  const folder = temporaryFolder()
  const workspace = join(folder, 'work space')
  const temp = join(folder, 'temp')
  mkdirSync(temp)
  const ref = how.ref ?? 'refs/heads/main'
  await repository.checkout(ref, workspace)
  if (how.depth !== undefined) cutHistory(workspace, how.depth)
  writeFiles(workspace, how.workspace ?? {})
  how.prepare?.(workspace)
  await how.before?.()
  const run = await runAction({
    // Another build than the committed one, e.g. the sources, while they are worked on.
    ...(process.env.ACTION_DIR === undefined ? {} : { actionDir: process.env.ACTION_DIR }),
    workspace: realpathSync(workspace),
    event,
    apiUrl: sandbox.apiUrl,
    graphqlUrl: sandbox.graphqlUrl,
    serverUrl: sandbox.url,
    repository: repository.fullName,
    sha: how.sha ?? headOf(workspace),
    ref,
    inputs: how.inputs ?? {},
    env: how.env ?? {},
    token: how.token ?? repository.actionsToken({ permissions: how.permissions ?? everything }),
    runnerTemp: temp,
  })
  const path = run.outputs.report ?? ''
  const report = (path === '' ? {} : JSON.parse(readFileSync(path, 'utf8'))) as Report
  return { ...run, report, headline: run.summary.split('\n')[0] ?? '' }
}

/** Leaves what a checkout with `fetch-depth` leaves: the newest commits and no ref but `HEAD`. */
function cutHistory(workspace: string, depth: number): void {
  const full = `${workspace}.full`
  renameSync(join(workspace, '.git'), full)
  const copy = repositoryIn(workspace)
  const sha = execFileSync('git', ['--git-dir', full, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
  execFileSync('git', ['--git-dir', full, 'update-ref', 'refs/heads/shallow', sha])
  copy.git('init', '--quiet')
  copy.git('fetch', '--quiet', `--depth=${depth}`, `file://${full}`, 'refs/heads/shallow')
  copy.git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD')
}

const headOf = (workspace: string): string => readFileSync(join(workspace, '.git/HEAD'), 'utf8').trim()

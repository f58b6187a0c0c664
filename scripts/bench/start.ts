import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ended, median, root, run } from './processes.ts'

const runs = Number(process.env.BENCH_RUNS ?? 21)

const policy = `version: 1
gates:
  coverage:
    reports: [{ name: unit, path: coverage/lcov.info }]
    project: { min: 50 }
`
const report = 'TN:\nSF:src/sum.js\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,0\nLF:4\nLH:3\nend_of_record\n'
const source = (last: string) => `export function sum(a, b) {\n  const both = a + b\n  return both\n}${last}\n`

interface Workspace {
  readonly folder: string
  readonly base: string
  readonly head: string
}

/** A repository with a policy at the base, one changed line at the head, and a report of this minute. */
function makeWorkspace(folder: string): Workspace {
  mkdirSync(folder)
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  git('init', '--quiet', '--initial-branch=main')
  write('.github/delivery-gates.yml', policy)
  write('.gitignore', 'coverage/\n')
  write('src/sum.js', source(''))
  git('add', '.')
  git('commit', '--quiet', '--message=base')
  const base = git('rev-parse', 'HEAD')
  git('checkout', '--quiet', '-b', 'topic')
  write('src/sum.js', source(' // done'))
  git('commit', '--quiet', '--all', '--message=head')
  write('coverage/lcov.info', report)
  return { folder, base, head: git('rev-parse', 'HEAD') }
}

/** What the runner gives to a step of `pull_request`, without a token. */
function environment(workspace: Workspace, scratch: string, apiUrl: string): Readonly<Record<string, string>> {
  const { folder, base, head } = workspace
  const file = (name: string, text = ''): string => {
    const path = join(scratch, name)
    writeFileSync(path, text)
    return path
  }
  const repo = { id: 1, name: 'bench', full_name: 'acme/bench', owner: { id: 2, login: 'acme', type: 'Organization' } }
  const event = {
    action: 'opened',
    number: 1,
    repository: repo,
    sender: { id: 3, login: 'chen', type: 'User' },
    pull_request: {
      id: 4,
      number: 1,
      state: 'open',
      draft: false,
      title: 'Change a line',
      body: null,
      user: { id: 3, login: 'chen', type: 'User' },
      head: { ref: 'topic', sha: head, repo },
      base: { ref: 'main', sha: base, repo },
      changed_files: 1,
    },
  }
  return {
    PATH: process.env.PATH ?? '',
    HOME: scratch,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_REPOSITORY: 'acme/bench',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_SHA: head,
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_BASE_REF: 'main',
    GITHUB_HEAD_REF: 'topic',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW_REF: 'acme/bench/.github/workflows/gates.yml@refs/pull/1/merge',
    GITHUB_WORKFLOW_SHA: head,
    GITHUB_SERVER_URL: apiUrl,
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    GITHUB_STATE: file('state'),
    GITHUB_PATH: file('path'),
    RUNNER_TEMP: scratch,
    RUNNER_OS: 'Linux',
    INPUT_CONFIG: '',
    'INPUT_GITHUB-TOKEN': '',
    INPUT_COMMENT: 'never',
    INPUT_MODE: 'enforce',
    INPUT_LOCALE: '',
    'INPUT_APP-URL': '',
    'INPUT_WORKING-DIRECTORY': '.',
  }
}

/** A port of this machine on which nobody listens. */
function closedPort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 9
      server.close(() => done(port))
    })
  })
}

/**
 * Cold start of the bundled Action on a trivial pull request, against a Node that runs an empty script: fresh processes,
 * taken in turns, medians.
 */
export async function start(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const workspace = makeWorkspace(join(scratch, 'workspace'))
    const env = environment(workspace, scratch, `http://127.0.0.1:${await closedPort()}`)
    const empty = join(scratch, 'empty.mjs')
    writeFileSync(empty, '')
    const bare: number[] = []
    const whole: number[] = []
    const first: number[] = []
    let last: Ended | undefined
    for (let turn = -1; turn < runs; turn += 1) {
      const nothing = await run(process.execPath, [empty], { env })
      last = await run(process.execPath, [join(root, 'dist/index.js')], { env })
      if (turn < 0) continue
      bare.push(nothing.ms)
      whole.push(last.ms)
      if (last.firstWord !== null) first.push(last.firstWord)
    }
    const verdict = /^verdict<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(join(scratch, 'output'), 'utf8'))?.[2] ?? 'none'
    if (verdict === 'none') throw new Error(`the Action gave no verdict:\n${last?.stdout}${last?.stderr}`)
    const row = (name: string, values: readonly number[]): void => {
      const ms = median(values)
      const ratio = ms / median(bare)
      console.log(`  ${name.padEnd(34)} ${ms.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2).padStart(5)} ×`)
    }
    console.log(
      `Cold start, median of ${runs} fresh processes taken in turns (verdict: ${verdict}, exit ${last?.code}):`,
    )
    row('node with an empty script', bare)
    if (first.length > 0) row('the Action, to its first line', first)
    row('the Action, to its end', whole)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

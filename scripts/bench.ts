import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { bodies, guid, signedHeaders } from '../test/app/payloads.ts'

/**
 * `npm run bench`: cold start of the bundled Action on a trivial pull request, against a Node that runs an empty script
 * (fresh processes, taken in turns, medians); what the bundle is made of; and signed webhooks a second into the App's
 * front and store, against a bare HTTP server. Absolute figures are this machine's; the ratios travel.
 *
 * `BENCH_RUNS` sets the number of turns (21), `BENCH_DELIVERIES` that of the webhooks (1,000).
 */
const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')
const runs = Number(process.env.BENCH_RUNS ?? 21)
const deliveries = Number(process.env.BENCH_DELIVERIES ?? 1000)

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

interface Timed {
  /** Milliseconds until the process had ended. */
  readonly total: number
  /** Milliseconds until it first said something; `null`: it never did. */
  readonly firstLine: number | null
  readonly code: number | null
  readonly text: string
}

function time(script: string, env: Readonly<Record<string, string>>): Promise<Timed> {
  return new Promise((done, fail) => {
    const start = performance.now()
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let firstLine: number | null = null
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        firstLine ??= performance.now() - start
        text += chunk
      })
    }
    child.on('error', fail)
    child.on('close', code => done({ total: performance.now() - start, firstLine, code, text }))
  })
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

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

async function coldStart(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const workspace = makeWorkspace(join(scratch, 'workspace'))
    const env = environment(workspace, scratch, `http://127.0.0.1:${await closedPort()}`)
    const empty = join(scratch, 'empty.mjs')
    writeFileSync(empty, '')
    const bare: number[] = []
    const whole: number[] = []
    const first: number[] = []
    let last: Timed | undefined
    for (let turn = -1; turn < runs; turn += 1) {
      const nothing = await time(empty, env)
      last = await time(join(dist, 'index.js'), env)
      if (turn < 0) continue
      bare.push(nothing.total)
      whole.push(last.total)
      if (last.firstLine !== null) first.push(last.firstLine)
    }
    const verdict = /^verdict<<(\S+)\n(.*)\n\1$/m.exec(readFileSync(join(scratch, 'output'), 'utf8'))?.[2] ?? 'none'
    if (verdict === 'none') throw new Error(`the Action gave no verdict:\n${last?.text}`)
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

interface Stats {
  readonly chunks: readonly { readonly files: readonly string[]; readonly modules: readonly Module[] }[]
}
interface Module {
  readonly name: string
  readonly size: number
  /** Of a module that was made of several: all of them. */
  readonly modules?: readonly Module[]
}

/** Bytes of every chunk of dist/, and which packages make it up. Needs build/, which `npm run build` leaves behind. */
function bundle(): void {
  const chunks = readdirSync(dist).filter(name => name.endsWith('.js'))
  const sizes = new Map(chunks.map(name => [name, statSync(join(dist, name)).size]))
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const stats = bundleStats()
  console.log(`\nBundle: ${chunks.length} chunks, ${kilobytes(total)} in all`)
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const modules = stats?.chunks.find(chunk => chunk.files.includes(name))?.modules ?? []
    console.log(`  ${name.padEnd(16)} ${kilobytes(size).padStart(9)}  ${contents(modules)}`)
  }
}

/** What the bundler says about a bundle of the same sources; `null` without build/. */
function bundleStats(): Stats | null {
  const entry = join(root, 'build/action/index.js')
  if (!existsSync(entry)) return null
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
    const stats = join(scratch, 'stats.json')
    const options = ['--no-cache', '--quiet', '--out', join(scratch, 'dist'), '--stats-out', stats]
    execFileSync(process.execPath, [ncc, 'build', entry, ...options], { cwd: root, stdio: 'ignore' })
    return JSON.parse(readFileSync(stats, 'utf8')) as Stats
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`

/** Sources by package, largest first, before the bundler leaves out what is not used. */
function contents(modules: readonly Module[]): string {
  const bytes = new Map<string, number>()
  for (const { name, size } of modules.flatMap(module => module.modules ?? [module])) {
    const owner = /node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/.exec(name)?.[1] ?? 'our own code'
    bytes.set(owner, (bytes.get(owner) ?? 0) + size)
  }
  const sorted = [...bytes].sort((a, b) => b[1] - a[1])
  const shown = sorted.slice(0, 5).map(([name, size]) => `${name} ${kilobytes(size)}`)
  return `${shown.join(', ')}${sorted.length > 5 ? `, ${sorted.length - 5} more` : ''}`
}

const bareServer = `
require('node:http').createServer((request, response) => {
  request.resume().on('end', () => { response.statusCode = 202; response.end() })
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
process.stdin.resume().on('end', () => process.exit())`

/** Webhooks a second and the time to an answer, 16 connections at once, for a server that prints its port. */
async function ingest(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  try {
    const port = await new Promise<number>((done, fail) => {
      createInterface({ input: child.stdout }).once('line', line => done(Number(line)))
      child.once('exit', () => fail(new Error(`${name} ended before it served`)))
    })
    const send = (n: number): Promise<number> => {
      const body = JSON.stringify({ ...bodies.pull_request(n), n })
      const start = performance.now()
      return new Promise((done, fail) => {
        const options = { agent, host: '127.0.0.1', port, method: 'POST', path: '/api/github/webhooks' }
        const headers = signedHeaders('pull_request', guid(n), body)
        const outgoing = request({ ...options, headers }, response => {
          response.resume().on('end', () => {
            if (response.statusCode === 202) done(performance.now() - start)
            else fail(new Error(`${name} answered ${response.statusCode}`))
          })
        })
        outgoing.on('error', fail).end(body)
      })
    }
    const series = async (from: number, to: number): Promise<readonly number[]> => {
      const times: number[] = []
      let next = from
      const worker = async (): Promise<void> => {
        while (next < to) times.push(await send(next++))
      }
      await Promise.all(Array.from({ length: 16 }, worker))
      return times.sort((a, b) => a - b)
    }
    await series(1, 200)
    const start = performance.now()
    const times = await series(1000, 1000 + deliveries)
    const rate = (deliveries / (performance.now() - start)) * 1000
    const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)} ms`
    console.log(`  ${name.padEnd(34)} ${rate.toFixed(0).padStart(6)} /s  median ${at(0.5)}, p99 ${at(0.99)}`)
  } finally {
    agent.destroy()
    child.stdin.end()
  }
}

async function webhooks(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    console.log(`\nSigned webhooks, ${deliveries} over 16 connections:`)
    await ingest('bare HTTP server', ['-e', bareServer])
    await ingest('the App: verified, on the disk', [join(root, 'test/app/kill-child.ts'), scratch, 'front-only'])
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

await coldStart()
bundle()
await webhooks()

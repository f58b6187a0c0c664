import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { events, permissions } from '../../src/github/permissions.ts'
import type { Locale } from '../../src/locales/index.ts'
import { type Repository, type Sandbox, type SandboxApp, startSandbox } from '../sandbox/index.ts'
import { type ActionRun, runAction } from '../sandbox/runner.ts'

const root = join(import.meta.dirname, '../..')

/** A run of the sample project's workflow: its tests, then the Action. */
export interface WorkflowRun {
  readonly event: string
  readonly sha: string
  readonly run: ActionRun
}

export interface Stage {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly appUrl: string
  /** All workflow runs so far, oldest first. */
  readonly runs: readonly WorkflowRun[]
  /** The App's data directory. */
  readonly dataDir: string
  /** Kills the App without warning and starts it again on the same data. */
  restartApp(): Promise<void>
  /** Ends the App as an orchestrator does and starts it again. Gives the exit code; null when it had to be killed. */
  rollApp(): Promise<number | null>
  /** Ends the App in good order, so that its data can be opened by somebody else. */
  stopApp(): Promise<void>
  close(): Promise<void>
}

/** The sample project's files, by repository path, with the policy in the wanted language. */
export async function sampleFiles(locale: Locale): Promise<Record<string, string>> {
  const from = join(import.meta.dirname, 'project')
  const names = await readdir(from, { recursive: true, withFileTypes: true })
  const files: Record<string, string> = {}
  for (const entry of names) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[path.slice(from.length + 1).replaceAll('\\', '/')] = await readFile(path, 'utf8')
  }
  const policy = files['.github/delivery-gates.yml'] ?? ''
  files['.github/delivery-gates.yml'] = policy.replace('version: 1\n', `version: 1\nlocale: ${locale}\n`)
  return files
}

/** Starts the stand-in, the real App as a process of its own, and a runner that answers events with real workflow runs. */
export async function openStage(options: { readonly port?: number } = {}): Promise<Stage> {
  const data = await mkdtemp(join(tmpdir(), 'delivery-gates-demo-'))
  const sandbox = await startSandbox(options.port === undefined ? {} : { port: options.port })
  sandbox.organization('acme')
  const secret = randomBytes(32).toString('hex')
  const app = sandbox.app({
    slug: 'delivery-gates',
    permissions,
    events,
    webhookSecret: secret,
  })
  const signIn = { clientSecret: app.clientSecret(), sessionSecret: randomBytes(32).toString('hex') }
  let appProcess = await startAppProcess({ sandbox, app, secret, data, signIn })
  app.addCallbackUrl(`${appProcess.url}/login/callback`)
  app.setWebhookUrl(`${appProcess.url}/api/github/webhooks`)
  const runs: WorkflowRun[] = []
  const runner = await startRunner(sandbox, () => appProcess.url, runs)
  return {
    sandbox,
    app,
    get appUrl() {
      return appProcess.url
    },
    runs,
    dataDir: data,
    stopApp: () => stopProcess(appProcess.child, 'SIGTERM'),
    restartApp: async () => {
      const { port } = new URL(appProcess.url)
      await stopProcess(appProcess.child, 'SIGKILL')
      appProcess = await startAppProcess({ sandbox, app, secret, data, signIn, port })
    },
    rollApp: async () => {
      const { child, url } = appProcess
      await stopProcess(child, 'SIGTERM')
      appProcess = await startAppProcess({ sandbox, app, secret, data, signIn, port: new URL(url).port })
      return child.exitCode
    },
    close: async () => {
      await runner.close()
      await stopProcess(appProcess.child, 'SIGTERM')
      await sandbox.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function startAppProcess(place: {
  readonly sandbox: Sandbox
  readonly app: SandboxApp
  readonly secret: string
  readonly data: string
  readonly signIn: { readonly clientSecret: string; readonly sessionSecret: string }
  readonly port?: string
}): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  // Known before, because the App takes evidence only under its own address.
  const port = place.port ?? (await freePort())
  const child = spawn(process.execPath, [join(root, 'app/index.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      APP_ID: String(place.app.id),
      PRIVATE_KEY: place.app.privateKey,
      WEBHOOK_SECRET: place.secret,
      DATA_DIR: place.data,
      HOST: '127.0.0.1',
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      GITHUB_API_URL: place.sandbox.apiUrl,
      GITHUB_CLIENT_ID: place.app.clientId,
      GITHUB_CLIENT_SECRET: place.signIn.clientSecret,
      SESSION_SECRET: place.signIn.sessionSecret,
      NO_SMEE_SETUP: 'true',
    },
  })
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += String(chunk)
  })
  return new Promise((resolve, reject) => {
    let lines = ''
    child.stdout.on('data', chunk => {
      lines += String(chunk)
      const started = lines.split('\n').find(line => line.includes('"app.started"'))
      if (started === undefined) return
      const { port } = JSON.parse(started) as { port: number }
      resolve({ child, url: `http://127.0.0.1:${port}` })
    })
    child.once('exit', code => reject(new Error(`the App ended with code ${code}\n${errors || lines}`)))
  })
}

async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>(resolve => {
    server.close(() => resolve())
  })
  return String(port)
}

async function stopProcess(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
  })
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 25_000)
  await gone
  clearTimeout(late)
}

/** Stands for GitHub's runners: hears of pushes and pull requests as an app of its own and runs the workflow, one at a time. */
async function startRunner(sandbox: Sandbox, appUrl: () => string, runs: WorkflowRun[]) {
  let queue: Promise<void> = Promise.resolve()
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(202).end()
      const event = String(request.headers['x-github-event'])
      const payload = JSON.parse(Buffer.concat(chunks).toString('utf8')) as EventPayload
      if (!concerns(event, payload)) return
      queue = queue.then(async () => {
        const run = await runWorkflow(sandbox, appUrl(), event, payload)
        runs.push({ event, ...run })
      })
      // A workflow that could not run shows as a missing run; the story waits for it and says so.
      queue = queue.catch(error => {
        process.stderr.write(`workflow: ${String(error)}\n`)
      })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const runner = sandbox.app({
    slug: 'workflow-runner',
    permissions: { metadata: 'read', contents: 'read', pull_requests: 'read' },
    events: ['push', 'pull_request'],
    webhookUrl: `http://127.0.0.1:${port}/`,
    webhookSecret: randomBytes(32).toString('hex'),
  })
  runner.install('acme')
  return {
    close: async () => {
      await queue
      await new Promise<void>(resolve => {
        server.close(() => resolve())
      })
    },
  }
}

interface EventPayload {
  readonly action?: string
  readonly ref?: string
  readonly after?: string
  readonly deleted?: boolean
  readonly repository: {
    readonly name: string
    readonly owner: { readonly login: string }
    readonly default_branch: string
  }
  readonly pull_request?: { readonly number: number; readonly head: { readonly sha: string } }
}

function concerns(event: string, payload: EventPayload): boolean {
  if (event === 'push') return payload.ref === `refs/heads/${payload.repository.default_branch}` && !payload.deleted
  return event === 'pull_request' && ['opened', 'reopened', 'synchronize'].includes(payload.action ?? '')
}

async function runWorkflow(
  sandbox: Sandbox,
  appUrl: string,
  event: string,
  payload: EventPayload,
): Promise<Omit<WorkflowRun, 'event'>> {
  const repository: Repository = await sandbox.repository(payload.repository.owner.login, payload.repository.name)
  const sha = payload.pull_request?.head.sha ?? payload.after ?? ''
  const workspace = await mkdtemp(join(tmpdir(), 'delivery-gates-run-'))
  try {
    await repository.checkout(sha, workspace)
    await runTests(workspace)
    const ref =
      payload.pull_request === undefined ? (payload.ref ?? '') : `refs/pull/${payload.pull_request.number}/merge`
    const started = await repository.startRun({ event, headSha: sha, sha, ref })
    const run = await runAction({
      ...(process.env.ACTION_DIR === undefined ? {} : { actionDir: process.env.ACTION_DIR }),
      workspace,
      event: { name: event, payload },
      apiUrl: sandbox.apiUrl,
      graphqlUrl: sandbox.graphqlUrl,
      serverUrl: sandbox.url,
      repository: repository.fullName,
      sha,
      ref,
      runId: started.id,
      env: started.idTokenEnvironment,
      inputs: {
        'github-token': repository.actionsToken({
          permissions: { contents: 'read', pull_requests: 'read', checks: 'write' },
        }),
        'app-url': appUrl,
      },
    })
    started.complete(run.exitCode === 0 ? 'success' : 'failure')
    return { sha, run }
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}

/** The sample project's own test command, whose report the Action then reads. */
function runTests(workspace: string): Promise<void> {
  const options = [
    '--test',
    '--experimental-test-coverage',
    '--test-coverage-include=src/**',
    '--test-reporter=lcov',
    '--test-reporter-destination=lcov.info',
  ]
  const child = spawn(process.execPath, options, {
    cwd: workspace,
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '' },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

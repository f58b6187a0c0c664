import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../git/repo.ts'
import { root } from '../project/files.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { type ActionRun, runAction } from '../sandbox/runner.ts'
import { gateOf, openReachable, type Reachable, reportOf, runOf } from './stage.ts'
import { artifactOf } from './zip.ts'

/** The Action's sources where the runner looks for its bundle. */
function actionFromSources(): string {
  const folder = temporaryFolder()
  cpSync(join(root, 'action.yml'), join(folder, 'action.yml'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const entry = pathToFileURL(join(root, 'action/index.ts')).href
  writeFileSync(join(folder, 'dist/index.js'), `await import(${JSON.stringify(entry)})\n`)
  return folder
}

interface How {
  readonly fork?: boolean
  readonly idToken?: boolean
  readonly appUrl?: string
  readonly action?: string
  readonly covered?: number | null
  readonly checks?: 'read' | 'write'
}

let scene: Reachable
beforeAll(async () => {
  scene = await openReachable()
})
afterAll(() => scene.close())

let changes = 0
async function change(): Promise<PullRequest> {
  changes += 1
  return scene.open({ files: { 'src/price.js': `export const price = ${changes + 1}\n` } })
}

/** A job of the gates' workflow, and the run that it is of. */
async function act(pull: PullRequest, how: How = {}) {
  const { repository, sandbox } = scene
  const fork = how.fork === true
  const run = await runOf(scene, pull, fork ? { fork: 'stranger' } : {})
  const folder = temporaryFolder()
  const [workspace, temp] = [join(folder, 'workspace'), join(folder, 'temp')]
  mkdirSync(temp)
  const ref = `refs/pull/${pull.number}/merge`
  await repository.checkout(ref, workspace)
  if (how.covered !== null) {
    const report = join(workspace, 'out/lcov.info')
    mkdirSync(dirname(report), { recursive: true })
    writeFileSync(report, `SF:src/price.js\nDA:1,${how.covered ?? 1}\nend_of_record\n`)
  }
  const repo = { id: repository.id }
  const ran: ActionRun = await runAction({
    actionDir: actionFromSources(),
    workspace: realpathSync(workspace),
    event: {
      name: 'pull_request',
      payload: {
        action: how.action ?? 'synchronize',
        pull_request: {
          number: pull.number,
          title: pull.title,
          draft: false,
          state: 'open',
          merged_at: null,
          user: { id: sandbox.user('chen').id, login: 'chen', type: 'User' },
          base: { ref: 'main', sha: repository.baseSha(), repo },
          head: { ref: 'change', sha: pull.headSha, repo: fork ? { id: 1 } : repo },
        },
      },
    },
    apiUrl: sandbox.apiUrl,
    graphqlUrl: sandbox.graphqlUrl,
    serverUrl: sandbox.url,
    repository: repository.fullName,
    sha: repository.baseSha(),
    ref,
    inputs: { 'app-url': how.appUrl ?? scene.appUrl },
    env: how.idToken === false || fork ? {} : run.idTokenEnvironment,
    token: repository.actionsToken({
      permissions: { contents: 'read', 'pull-requests': 'read', checks: how.checks ?? 'read' },
    }),
    runId: run.id,
    runAttempt: run.attempt,
    runnerTemp: temp,
  })
  return { ran, run, said: `${ran.stdout}${ran.stderr}${ran.summary}${JSON.stringify(ran.annotations)}` }
}

const evidenceRuns = (pull: PullRequest) => pull.checkRuns().filter(check => check.name.startsWith('delivery-gates/'))

describe('T-86 the Action hands what it measured to the App', () => {
  test('with the run’s token; comment and check are the App’s', async () => {
    const pull = await change()
    const { ran, run, said } = await act(pull)
    expect([ran.exitCode, ran.outputs.evidence]).toEqual([0, ''])
    expect(ran.stdout).toMatch(/What was measured was handed to the App \(stored sha256:[0-9a-f]{64}\)/)
    expect(said).not.toMatch(/eyJ|runner-of-/)
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    expect((await reportOf(scene, pull)).coverage?.project).toEqual({ covered: 1, total: 1 })
    expect(evidenceRuns(pull)).toEqual([])
    const rows = await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)
    expect(rows).toMatchObject([{ origin: 'token', runId: String(run.id), attempt: 1 }])
    expect(scene.sandbox.violations).toEqual([])
  })

  test('what failed there fails in both', async () => {
    const pull = await change()
    expect((await act(pull, { covered: 0 })).ran.exitCode).toBe(1)
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('failed')
  })

  test('an event without tests takes nothing from what the App has', async () => {
    const pull = await change()
    await act(pull)
    await act(pull, { action: 'labeled', covered: null })
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('a fork: one line, a file for the artifact, and the App fetches it', async () => {
    const pull = await change()
    const { ran, run } = await act(pull, { fork: true })
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout.match(/the App fetches it from the artifact delivery-gates-evidence/g)).toHaveLength(1)
    expect(ran.annotations.filter(one => one.level !== 'notice')).toEqual([])
    run.artifact('delivery-gates-evidence', artifactOf(readFileSync(ran.outputs.evidence ?? '')))
    run.complete()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('without id-token: write it says so, and writes the check runs instead', async () => {
    const pull = await change()
    const { ran } = await act(pull, { idToken: false, checks: 'write' })
    expect(ran.exitCode).toBe(0)
    expect(ran.stdout).toContain('Grant id-token: write')
    await scene.settle()
    expect(evidenceRuns(pull).map(check => check.name)).toEqual(['delivery-gates/coverage'])
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('what reaches nobody ends red: the App would wait for ever', async () => {
    const pull = await change()
    const { ran } = await act(pull, { idToken: false })
    expect(ran.exitCode).toBe(1)
    expect(ran.annotations.at(-1)).toMatchObject({ level: 'error', message: expect.stringMatching(/has not got/) })
  })

  test('an App that knows itself by another address refuses, and the Action says what to compare', async () => {
    const pull = await change()
    const appUrl = scene.appUrl.replace('127.0.0.1', 'localhost')
    const { ran, said } = await act(pull, { appUrl })
    expect(ran.exitCode).toBe(1)
    expect(said).toContain('HTTP 401')
    expect(said).toContain('PUBLIC_URL')
    expect(said).not.toMatch(/eyJ|runner-of-/)
  })

  describe('an App that is in trouble', () => {
    const appThat = async (answers: readonly (number | 'reset')[]) => {
      const seen: { readonly authorization: string; readonly body: string }[] = []
      const app = createServer(async (request, response) => {
        let body = ''
        for await (const chunk of request) body += chunk
        const answer = answers[Math.min(seen.length, answers.length - 1)] ?? 500
        seen.push({ authorization: request.headers.authorization ?? '', body })
        if (answer === 'reset') return void request.socket.destroy()
        response.writeHead(answer, answer === 302 ? { location: `${scene.appUrl}/api/evidence` } : {})
        response.end(answer === 201 ? 'stored' : 'trouble')
      })
      await new Promise<void>(resolve => app.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void app.close())
      return { seen, appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}` }
    }

    test('R-22 is asked again, with the same document', async () => {
      const { seen, appUrl } = await appThat([503, 'reset', 201])
      const { ran } = await act(await change(), { appUrl })
      expect([ran.exitCode, seen.length]).toEqual([0, 3])
      expect(new Set(seen.map(one => one.body)).size).toBe(1)
      expect(ran.milliseconds).toBeLessThan(60_000)
    })

    test.each([302, 403, 409, 422])('%d is final, and is told', async status => {
      const { seen, appUrl } = await appThat([status])
      const { ran, said } = await act(await change(), { appUrl })
      expect([ran.exitCode, seen.length]).toEqual([1, 1])
      expect(said).toContain(`HTTP ${status}`)
      expect(said).not.toMatch(/eyJ|runner-of-/)
    })
  })
})

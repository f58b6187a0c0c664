import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshJob } from '../../app/known.ts'
import { gateOf, measuring, openReachable, type Reachable, reportOf, runOf, uploadOf } from './stage.ts'
import { artifactOf, zipOf } from './zip.ts'

const name = 'delivery-gates-evidence'

describe('T-53 T-86 a run from a fork has no token: the App fetches what it left', () => {
  let scene: Reachable
  beforeAll(async () => {
    scene = await openReachable()
  })
  afterAll(() => scene.close())

  let changes = 0
  const change = async (fork: string | null = 'stranger') => {
    changes += 1
    const pull = await scene.open({ files: { 'src/price.js': `export const price = ${changes + 1}\n` } })
    return { pull, run: await runOf(scene, pull, fork === null ? {} : { fork }) }
  }
  const kept = (sha: string) => scene.server.store.evidence.of(String(scene.repository.id), sha)

  test('once the run is complete, by its id, without our credentials', async () => {
    const { pull, run } = await change()
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
    run.complete()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    expect((await reportOf(scene, pull)).coverage?.project).toEqual({ covered: 9, total: 10 })
    expect((await kept(pull.headSha))[0]).toMatchObject({ origin: 'artifact', runId: String(run.id) })
    expect(scene.sandbox.violations).toEqual([])
  })

  test('a job that was not run again has measured in an earlier attempt', async () => {
    const { pull, run } = await change()
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
    run.rerun()
    run.complete()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test('a run of the repository itself is not looked at: it has a token', async () => {
    const { pull, run } = await change(null)
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
    run.complete()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
  })

  test('R-01 with every webhook lost it is found when the pull request is looked at again', async () => {
    changes += 1
    const files = { 'src/price.js': `export const price = ${changes + 1}\n` }
    const pull = await scene.open({ files, fromFork: true })
    const run = await runOf(scene, pull, { fork: 'stranger' })
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
    scene.sandbox.hooks.mode = { drop: true }
    run.complete()
    scene.sandbox.hooks.mode = {}
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
    await scene.server.store.cache.forget('runs-at:')
    const { id, installationId } = { id: String(scene.repository.id), installationId: await installationOf() }
    await scene.server.store.inbox.enqueue(refreshJob({ repoId: id, number: pull.number, installationId }, Date.now()))
    scene.server.worker.wake()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
  })
  const installationOf = async () =>
    (await scene.server.store.repositories.get(String(scene.repository.id)))?.installationId ?? ''

  test('twice the same delivery: fetched once', async () => {
    const { pull, run } = await change()
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
    run.complete()
    run.complete()
    await scene.settle()
    scene.sandbox.resetCalls()
    run.complete()
    await scene.settle()
    expect(scene.sandbox.calls.filter(call => call.operation.startsWith('actions/'))).toEqual([])
    expect(await gateOf(scene, pull)).toBe('passed')
  })

  test.each<[string, (run: { id: number; attempt: number }, sha: string) => Buffer]>([
    ['a zip that climbs out', (run, sha) => zipOf([{ name: '../x', data: Buffer.from(uploadOf(run, sha)) }])],
    ['a bomb', () => artifactOf(Buffer.alloc(900_000))],
    [
      'a document over 1 MiB',
      () => artifactOf(Buffer.from(JSON.stringify(Array.from({ length: 200_000 }, (_, i) => i)))),
    ],
    ['no document', () => artifactOf('hello')],
    ['about another commit', run => artifactOf(uploadOf(run, 'a'.repeat(40)))],
    ['of another run', (_, sha) => artifactOf(uploadOf({ id: 5, attempt: 1 }, sha))],
    ['of a later attempt', (run, sha) => artifactOf(uploadOf({ id: run.id, attempt: 2 }, sha))],
  ])('%s: refused, told to the operator, and the App lives on', async (_, zip) => {
    const { pull, run } = await change()
    run.artifact(name, zip(run, pull.headSha))
    run.complete()
    await scene.settle()
    expect(await kept(pull.headSha)).toEqual([])
    expect(await gateOf(scene, pull)).toBe('waiting')
    expect(scene.warnings.at(-1)).toMatch(/^evidence\.artifact /)
  })

  test('a message that nobody can say is named by its code, and nothing passes with it', async () => {
    const { pull, run } = await change()
    const problems = [{ code: 'coverage.incomplete.suite', params: {} }] as const
    run.artifact(name, artifactOf(uploadOf(run, pull.headSha, 9, { problems })))
    run.complete()
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('failed')
    expect(pull.checkRuns().find(check => check.name === 'delivery-gates')?.conclusion).toBe('failure')
  })
})

describe('T-86 evidence.workflows', () => {
  const only = (entry: string) => `${measuring}evidence: { workflows: ["${entry}"] }\n`
  const judged = async (policy: string, fork: boolean) => {
    const scene = await openReachable({ policy })
    try {
      const pull = await scene.open({ files: { 'src/price.js': 'export const price = 2\n' } })
      const run = await runOf(scene, pull, fork ? { fork: 'stranger' } : {})
      run.artifact(name, artifactOf(uploadOf(run, pull.headSha)))
      run.complete()
      await scene.settle()
      return await gateOf(scene, pull)
    } finally {
      await scene.close()
    }
  }

  test('a workflow of the repository itself may measure forks', async () => {
    expect(await judged(only('.github/workflows/gates.yml'), true)).toBe('passed')
  })

  test('what an artifact cannot prove does not count: another file, or a reusable workflow', async () => {
    expect(await judged(only('.github/workflows/other.yml'), true)).toBe('waiting')
    expect(await judged(only('acme/ci/.github/workflows/gates.yml@refs/heads/main'), true)).toBe('waiting')
  })
})

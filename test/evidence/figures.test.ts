import { expect, onTestFinished, test } from 'vitest'
import { countedEvidence } from '../../app/metrics/evidence.ts'
import { createRegistry } from '../../app/metrics/registry.ts'
import { readExposition } from '../app/exposition.ts'
import { read } from '../project/files.ts'
import { openReachable, post, runOf, uploadOf } from './stage.ts'
import { artifactOf } from './zip.ts'

/** Samples above zero: their labels' values, and how many. */
function moved(text: string, name: string): Readonly<Record<string, number>> {
  const samples = readExposition(text).get(`delivery_gates_${name}`)?.samples ?? []
  return Object.fromEntries(
    samples.filter(one => one.value > 0).map(one => [Object.values(one.labels).join(), one.value]),
  )
}

test('T-83 T-84 T-86 documents, artifacts of forks and spoofed checks are counted, and name nobody', async () => {
  const scene = await openReachable()
  onTestFinished(() => scene.close())
  const metrics = async () => (await fetch(`${scene.appUrl}/metrics`)).text()
  const figures = ['evidence_total', 'fork_artifacts_total', 'spoofed_checks_total'] as const
  const before = await metrics()
  expect(figures.map(name => moved(before, name))).toEqual([{}, {}, {}])

  const pull = await scene.open({ files: { 'src/price.js': 'export const price = 2\n' } })
  const run = await runOf(scene, pull)
  await post(scene, null, '{}')
  await post(scene, run.idToken('https://elsewhere.example'), '{}')
  await post(scene, run.idToken(scene.appUrl), 'hello')
  await post(scene, run.idToken(scene.appUrl), uploadOf(run, 'a'.repeat(40)))
  const token = run.idToken(scene.appUrl)
  await post(scene, token, uploadOf(run, pull.headSha))
  await post(scene, token, uploadOf(run, pull.headSha))
  await post(scene, token, uploadOf(run, pull.headSha, 8))
  await fetch(`${scene.appUrl}/api/evidence`, { method: 'POST', body: 'x' })
  for (const document of ['', 'hello']) {
    const fork = await runOf(scene, pull, { fork: 'stranger' })
    fork.artifact('delivery-gates-evidence', artifactOf(document || uploadOf(fork, pull.headSha)))
    fork.complete()
    await scene.settle()
  }
  await scene.repository.check({ sha: pull.headSha, name: 'delivery-gates', conclusion: 'success' })
  await scene.settle()

  const after = await metrics()
  expect(figures.map(name => moved(after, name))).toEqual([
    { token: 2, document: 1, head: 1, stored: 1, known: 1, replay: 1, malformed: 1 },
    { kept: 1, refused: 1 },
    { check: 1 },
  ])
  expect(after).not.toMatch(/acme|widgets|stranger|elsewhere/)
})

test('every code of the endpoint has a figure of its own', async () => {
  const registry = createRegistry()
  const codes = [...new Set(read('app/evidence/receive.ts').match(/EVD-[A-Z]+/g))]
  const waiting = [...codes]
  const handle = countedEvidence(registry, async () => ({ status: 400, text: `${waiting.pop()}: a reason` }))
  while (waiting.length > 0) await handle(null)
  expect(moved(await registry.render().then(text => `${text}\n`), 'evidence_total')).toEqual(
    Object.fromEntries(codes.map(code => [code.slice('EVD-'.length).toLowerCase(), 1])),
  )
})

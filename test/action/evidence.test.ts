import { describe, expect, test } from 'vitest'
import { readOthers } from '../../src/github/evidence-document.ts'
import { lines, pullRequest, type Run, runAt, runOn, type Scene, scene } from './bundle.ts'

const file = '.github/delivery-gates.yml'
const policy = (limits: string) =>
  `version: 1\ngates:\n  budgets:\n    rules: [{ file: bench.json, value: latency.p95, ${limits}, unit: ms }]\n`
const sources = { 'src/pay.ts': lines(10) }
const change = { 'src/pay.ts': lines(11) }
const bench = (p95: number) => ({ 'bench.json': JSON.stringify({ latency: { p95 } }) })

const evidenceOn = (at: Scene, sha: string) =>
  at.repository.checkRuns(sha).filter(run => run.name === 'delivery-gates/evidence')
const valuesOn = (at: Scene, sha: string) => {
  const texts = evidenceOn(at, sha).map(run => run.output.text ?? '')
  const { values } = readOthers(texts, sha)
  return values.state === 'present' ? values.value.values.map(one => one.value) : values.state
}
const onPush = (at: Scene, workspace: Readonly<Record<string, string>>): Promise<Run> => {
  const sha = at.repository.baseSha()
  const payload = { ref: 'refs/heads/main', after: sha, deleted: false }
  return runAt(at, { ref: 'refs/heads/main', sha, workspace }, { name: 'push', payload })
}
const state = (run: Run, gate = 'budgets') => run.report.gates.find(one => one.gate === gate)?.result.status

describe('what a run measured beside coverage', () => {
  test('is judged, and recorded in a check run of its own that says the gate’s answer', async () => {
    const at = await scene({ [file]: policy('max: 500'), ...sources })
    const pull = await pullRequest(at, change)
    const good = await runOn(at, pull, { workspace: bench(480) })
    expect([good.exitCode, state(good), valuesOn(at, pull.headSha)]).toEqual([0, 'passed', [480]])
    const bad = await runOn(at, pull, { workspace: bench(510) })
    expect([bad.exitCode, state(bad)]).toEqual([1, 'failed'])
    expect(evidenceOn(at, pull.headSha).map(run => run.conclusion)).toEqual(['success', 'failure'])
    expect(at.sandbox.violations).toEqual([])
  })

  test('an event that did not run the benchmarks takes what this head has on record', async () => {
    const at = await scene({ [file]: policy('max: 500'), ...sources })
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: bench(480) })
    const labelled = await runOn(at, pull, { action: 'labeled' })
    expect([labelled.exitCode, state(labelled)]).toEqual([0, 'passed'])
    expect(evidenceOn(at, pull.headSha)).toHaveLength(1)
    await at.repository.commit('topic', { message: 'More', author: 'dev', files: { 'src/pay.ts': lines(12) } })
    const pushed = await runOn(at, pull, {})
    expect([pushed.exitCode, state(pushed)]).toEqual([1, 'failed'])
  })

  test('a push records what pull requests are compared with; one that measured nothing does not hide it', async () => {
    const at = await scene({ [file]: policy('max_increase: 5%'), ...sources })
    const first = at.repository.baseSha()
    expect((await onPush(at, bench(100))).exitCode).toBe(0)
    expect(valuesOn(at, first)).toEqual([100])
    await at.repository.commit('main', { message: 'Other', author: 'dev', files: { 'a.txt': 'a' } })
    await onPush(at, {})
    expect(evidenceOn(at, at.repository.baseSha())).toEqual([])
    const pull = await pullRequest(at, change)
    expect(state(await runOn(at, pull, { workspace: bench(104) }))).toBe('passed')
    expect(state(await runOn(at, pull, { workspace: bench(106) }))).toBe('failed')
  })

  test('T-56 without `checks: write` the verdict is the same', async () => {
    const at = await scene({ [file]: policy('max: 500'), ...sources })
    const pull = await pullRequest(at, change)
    const permissions = { contents: 'read', 'pull-requests': 'read' } as const
    const run = await runOn(at, pull, { workspace: bench(480), permissions })
    expect([run.exitCode, state(run), evidenceOn(at, pull.headSha)]).toEqual([0, 'passed', []])
  })

  test('R-09 in the merge queue the group’s own numbers decide', async () => {
    const at = await scene({ [file]: policy('max: 500'), ...sources })
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: bench(480) })
    const group = await at.repository.enqueue([pull.number])
    const payload = {
      action: 'checks_requested',
      merge_group: {
        head_sha: group.headSha,
        head_ref: group.headRef,
        base_sha: group.baseSha,
        base_ref: 'refs/heads/main',
      },
    }
    const how = { ref: group.headRef, sha: group.headSha, workspace: bench(900) }
    const run = await runAt(at, how, { name: 'merge_group', payload })
    expect([run.exitCode, state(run), valuesOn(at, group.headSha)]).toEqual([1, 'failed', [900]])
    expect(run.summary).toMatch(/computed for the group: .*budgets/)
  })
})

import { describe, expect, test } from 'vitest'
import { readFindingsBaseline, readOthers } from '../../src/github/evidence-document.ts'
import { lines, pullRequest, type Run, runAt, runOn, type Scene, scene } from './bundle.ts'

const file = '.github/delivery-gates.yml'
const policy = (more = '') => `version: 1\ngates:\n  findings: { sarif: ["out/*.sarif"]${more} }\n`
const sources = { 'src/pay.ts': lines(10) }
const change = { 'src/pay.ts': lines(11) }

const sarif = (rules: readonly string[], run: object = {}) => ({
  'out/scan.sarif': JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Scanner' } },
        results: rules.map(ruleId => ({
          ruleId,
          level: 'error',
          message: { text: `about ${ruleId}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'src/pay.ts' }, region: { startLine: 2 } } }],
        })),
        ...run,
      },
    ],
  }),
})

const textsOn = (at: Scene, sha: string) =>
  at.repository
    .checkRuns(sha)
    .filter(run => run.name === 'delivery-gates/evidence')
    .map(run => run.output.text ?? '')
const state = (run: Run) => run.report.gates.find(one => one.gate === 'findings')?.result.status
const onPush = (at: Scene, workspace: Readonly<Record<string, string>>): Promise<Run> => {
  const sha = at.repository.baseSha()
  const payload = { ref: 'refs/heads/main', after: sha, deleted: false }
  return runAt(at, { ref: 'refs/heads/main', sha, workspace }, { name: 'push', payload })
}

describe('findings of a run', () => {
  test('are judged, told with their place, and recorded', async () => {
    const at = await scene({ [file]: policy(), ...sources })
    const pull = await pullRequest(at, change)
    const bad = await runOn(at, pull, { workspace: sarif(['js/xss']) })
    expect([bad.exitCode, state(bad)]).toEqual([1, 'failed'])
    expect(bad.summary).toContain('src/pay.ts:2')
    const [text = ''] = textsOn(at, pull.headSha)
    const { findings } = readOthers([text], pull.headSha)
    expect(findings.state === 'present' && findings.value.defects.map(each => each.rule)).toEqual(['js/xss'])
    const good = await runOn(at, pull, { workspace: sarif([]) })
    expect([good.exitCode, state(good)]).toEqual([0, 'passed'])
    expect(at.sandbox.violations).toEqual([])
  })

  test('a push records what the base branch has; only what it lacks is new', async () => {
    const at = await scene({ [file]: policy(', new_only: true'), ...sources })
    const base = at.repository.baseSha()
    expect((await onPush(at, sarif(['old']))).exitCode).toBe(0)
    expect(readFindingsBaseline(textsOn(at, base), base)?.fingerprints).toHaveLength(1)
    const pull = await pullRequest(at, change)
    expect(state(await runOn(at, pull, { workspace: sarif(['old']) }))).toBe('passed')
    expect(state(await runOn(at, pull, { workspace: sarif(['old', 'more']) }))).toBe('failed')
  })

  test('without a record everything is new; what was not run is taken from this head’s record', async () => {
    const at = await scene({ [file]: policy(', new_only: true'), ...sources })
    const pull = await pullRequest(at, change)
    const first = await runOn(at, pull, { workspace: sarif(['old']) })
    expect(state(first)).toBe('failed')
    expect(first.summary).toContain('Everything counts as new')
    await runOn(at, pull, { workspace: sarif([]) })
    expect(state(await runOn(at, pull, { action: 'labeled' }))).toBe('passed')
  })

  test('B-S03 B-S17 a file that is missing, cut short or of another commit never passes', async () => {
    const at = await scene({ [file]: policy(), ...sources })
    const pull = await pullRequest(at, change)
    const foreign = { versionControlProvenance: [{ revisionId: 'f'.repeat(40) }] }
    for (const workspace of [{}, sarif([], { results: null }), sarif([], foreign)]) {
      expect(state(await runOn(at, pull, { workspace }))).toBe('failed')
    }
  })
})

import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  absent,
  type ChangedFile,
  type Fact,
  type FindingsBaseline,
  type MeasuredFindings,
  present,
} from '../../src/facts/facts.ts'
import { findRepository } from '../../src/git/git.ts'
import { readFindingsBaseline, readOthers, writeOthers } from '../../src/github/evidence-document.ts'
import { findingsBaselineOf, packFindings, unpackFindings } from '../../src/github/evidence-findings.ts'
import { say } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import { measureFindings } from '../../src/workspace/findings.ts'
import { newRepository, temporaryFolder } from '../git/repo.ts'
import { file, policy } from '../support/facts.ts'

const text = (told: Message): string => say(told, 'en', plainFormatter('en'))
const sha = 'a'.repeat(40)
const base = 'b'.repeat(40)
const fixture = (name: string) => readFileSync(new URL(`../fixtures/sarif/${name}.sarif`, import.meta.url), 'utf8')

interface Place {
  readonly rule?: string
  readonly path?: string
  readonly line?: number
  readonly level?: string
}

const log = (places: readonly Place[], run: object = {}) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tool' } },
        results: places.map(({ rule = 'r', path = 'src/a.js', line = 3, level = 'error' }) => ({
          ruleId: rule,
          level,
          message: { text: `about ${rule}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: path }, region: { startLine: line } } }],
        })),
        ...run,
      },
    ],
  })

function folder(files: Readonly<Record<string, string>>) {
  const root = join(temporaryFolder(), 'wörk space')
  mkdirSync(root)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return { root, workingDirectory: '.', at: (name: string) => join(root, name) }
}

interface How {
  readonly options?: object
  readonly changed?: Fact<readonly ChangedFile[]>
  readonly baseline?: Fact<FindingsBaseline>
  readonly newerThan?: number
}

/** `repository: null` is told as a problem of its own; here it is left out. */
async function measure(workspace: ReturnType<typeof folder>, how: How = {}) {
  const parsed = policy(JSON.stringify({ version: 1, gates: { findings: { sarif: ['out/*.sarif'], ...how.options } } }))
  const { fact, ...rest } = await measureFindings({
    options: parsed.gates.findings,
    workspace,
    repository: null,
    headSha: sha,
    changedFiles: how.changed ?? present([]),
    baseline: how.baseline ?? absent,
    newerThan: how.newerThan ?? null,
  })
  if (fact.state !== 'present') throw new Error(fact.state)
  const problems = fact.value.problems.filter(problem => problem.code !== 'action.report.noCheckout').map(text)
  return { measured: fact.value, problems, ...rest }
}

describe('files that the policy names', () => {
  test('several, each once, B-S18 every run told', async () => {
    const files = { 'out/a.sarif': log([{}]), 'out/b.sarif': log([]), 'other.sarif': log([{}, {}]) }
    const { measured, nothingFound } = await measure(folder(files), {
      options: { sarif: ['out/*.sarif', 'out/a.sarif'] },
    })
    expect(measured.files.map(({ path, tools }) => [path, tools])).toEqual([
      ['out/a.sarif', ['Tool']],
      ['out/b.sarif', ['Tool']],
    ])
    expect(measured.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(measured.tools).toEqual([{ tool: 'Tool', runs: 2, counts: { high: 1 }, suppressed: 0 }])
    expect([measured.defects.length, nothingFound]).toEqual([1, false])
  })

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['is missing', {}, /^out\/\*\.sarif: the run wrote no such file/],
    ['is empty', { 'out/a.sarif': '' }, /RPT-EMPTY/],
    ['B-S02 has no run', { 'out/a.sarif': '{"version":"2.1.0","runs":[]}' }, /SRF-EMPTY/],
    ['B-S03 has no results', { 'out/a.sarif': '{"version":"2.1.0","runs":[{}]}' }, /SRF-INCOMPLETE/],
    [
      'B-S04 is of a tool that failed',
      { 'out/a.sarif': fixture('eslint-fatal') },
      /ESLint says that it failed: Parsing/,
    ],
    ['B-J02 is broken', { 'out/a.sarif': '{\n "version": x}' }, /^out\/a\.sarif, line 2:13: .*RPT-SYNTAX/],
    ['R-24 is cut off', { 'out/a.sarif': log([{}]).slice(0, -1) }, /RPT-TRUNCATED/],
    [
      'B-S17 is of another commit',
      { 'out/a.sarif': log([], { versionControlProvenance: [{ revisionId: base }] }) },
      /Tool looked at bbbbbbb, not at aaaaaaa \(SRF-STALE\)/,
    ],
  ])('one that %s is a problem', async (_what, files, expected) => {
    const { problems } = await measure(folder(files))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
  })

  test('B-S17 a file of this commit is fine, abbreviated too', async () => {
    for (const revisionId of [sha, sha.slice(0, 7)]) {
      const run = { versionControlProvenance: [{ revisionId: base }, { revisionId }] }
      expect((await measure(folder({ 'out/a.sarif': log([], run) }))).problems).toEqual([])
    }
  })

  test('one that is older than the checkout, a folder, or leads outside', async () => {
    const workspace = folder({ 'out/a.sarif': log([]), 'out/b.sarif/x': '' })
    symlinkSync('/etc/hostname', workspace.at('out/c.sarif'))
    utimesSync(workspace.at('out/a.sarif'), 1000, 1000)
    const { problems } = await measure(workspace, {
      newerThan: Date.now(),
      options: { sarif: ['out/a.sarif', 'out/b.sarif', 'out/c.sarif'] },
    })
    expect(problems).toHaveLength(3)
    expect(problems[0]).toContain('SRF-STALE')
  })

  test('another commit than the head is checked out', async () => {
    const at = newRepository()
    at.commit({ 'out/a.sarif': log([]) })
    const repository = await findRepository(at.root, at.root)
    if (repository === null) throw new Error('no repository')
    const workspace = { root: at.root, workingDirectory: '.' }
    const parsed = policy('{version: 1, gates: {findings: {sarif: ["out/*.sarif"]}}}')
    const input = {
      options: parsed.gates.findings,
      workspace,
      repository,
      changedFiles: null,
      baseline: absent,
    }
    const { fact } = await measureFindings({ ...input, headSha: sha })
    expect(fact.state === 'present' && fact.value.problems.map(problem => problem.code)).toEqual([
      'action.report.otherCommit',
    ])
  })
})

describe('what is new', () => {
  const here = () => folder({ 'out/a.sarif': log([{ rule: 'old' }, { rule: 'new', line: 9 }]) })

  async function baselineOf(content: string, options: object = {}): Promise<Fact<FindingsBaseline>> {
    const { measured, fingerprints } = await measure(folder({ 'out/a.sarif': content }), { options })
    return present({ sha: base, scope: measured.scope, fingerprints })
  }
  const newOf = ({ defects }: MeasuredFindings) => Object.fromEntries(defects.map(({ rule, isNew }) => [rule, isNew]))

  test('by what the base branch had, wherever it stood', async () => {
    const baseline = await baselineOf(log([{ rule: 'old', line: 300 }]))
    const { measured } = await measure(here(), { baseline })
    expect([newOf(measured), measured.comparedWith]).toEqual([{ old: false, new: true }, base])
  })

  test('without a baseline, or with one of other files, nobody knows', async () => {
    const other = await baselineOf(log([{ rule: 'old' }]), { sarif: ['out/*.sarif', 'out/a.sarif'] })
    for (const baseline of [absent, other]) {
      const { measured } = await measure(here(), { baseline })
      expect([newOf(measured), measured.comparedWith]).toEqual([{ old: null, new: null }, null])
    }
  })

  test('B-S10 what the file says of itself counts only where the policy lets it', async () => {
    const content = log([{}]).replace('"ruleId"', '"baselineState":"unchanged","ruleId"')
    const files = folder({ 'out/a.sarif': content })
    expect((await measure(files)).measured.defects[0]?.isNew).toBe(null)
    const { measured } = await measure(files, { options: { baseline_state: 'use' } })
    expect(measured.defects[0]?.isNew).toBe(false)
  })

  const changed = (hunks: ChangedFile['hunks'], path = 'src/a.js') => present([{ ...file(path), path, hunks }])
  const hunk = (newStart: number, ...kinds: ('context' | 'added' | 'removed')[]) => ({
    oldStart: newStart,
    newStart,
    lines: kinds.map(kind => ({ kind, text: '' })),
  })

  test.each<[string, Fact<readonly ChangedFile[]>, Place, boolean]>([
    ['an added line', changed([hunk(2, 'context', 'removed', 'added')]), {}, true],
    ['the line beside', changed([hunk(3, 'context', 'added')]), {}, false],
    ['another file', changed([hunk(3, 'added')], 'src/b.js'), {}, false],
    ['a patch that is left out', changed(null), {}, true],
    ['a place that is none', changed([]), { path: '../../x' }, true],
    ['a line that cannot be', changed([]), { line: 0 }, true],
    ['files that are not known', { state: 'unknown', reason: { code: 'action.noToken', params: {} } }, {}, true],
  ])('on changed lines: %s', async (_what, changes, place, expected) => {
    const { measured } = await measure(folder({ 'out/a.sarif': log([place]) }), { changed: changes })
    expect(measured.defects[0]?.onChangedLine).toBe(expected)
  })
})

describe('as evidence', () => {
  const many = (count: number) =>
    log(
      Array.from({ length: count }, (_, index) => ({
        rule: `rule-${index}`,
        path: `src/file${index}.js`,
        level: index % 9 === 0 ? 'error' : 'note',
      })),
    )

  test.each([1, 40, 3000])('%d results fit, the counts whole, worst first', async count => {
    const { measured } = await measure(folder({ 'out/a.sarif': many(count) }))
    const packed = packFindings(measured, 30_000)
    expect(JSON.stringify(packed).length).toBeLessThanOrEqual(30_000)
    const back = unpackFindings(JSON.parse(JSON.stringify(packed)), sha)
    if (back.state !== 'present') throw new Error(back.state)
    expect(back.value.tools).toEqual(measured.tools)
    const kept = back.value.defects.length
    const left = Object.values(back.value.omitted).reduce((sum, each) => sum + each, 0)
    expect(kept + left).toBe(count)
    expect(back.value.defects).toEqual(measured.defects.slice(0, kept))
    if (kept === count) expect(back.value).toEqual(measured)
  })

  test('T-60 anything else is unknown', async () => {
    const { measured } = await measure(folder({ 'out/a.sarif': log([{}]) }))
    const good = packFindings(measured, 30_000)
    for (const bad of [
      null,
      'x',
      [],
      { ...good, headSha: base },
      { ...good, x: 1 },
      { ...good, omitted: { high: -1 } },
      { ...good, problems: [{ code: 'none', params: {} }] },
      { schemaVersion: 1, headSha: sha, scope: '', comparedWith: null, packed: 'AAAA' },
    ])
      expect(unpackFindings(bad, sha === measured.headSha ? sha : '').state).toBe('unknown')
  })

  test('beside values, in one check run; the base branch gives its fingerprints back', async () => {
    const { measured, fingerprints } = await measure(folder({ 'out/a.sarif': many(5000) }))
    const clean = { ...measured, problems: [] }
    const text = writeOthers({ headSha: sha, findings: clean, fingerprints })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535)
    expect(readOthers([text], sha).findings.state).toBe('present')
    const baseline = readFindingsBaseline([text], sha)
    const kept = baseline?.fingerprints.length ?? 0
    expect(kept).toBeGreaterThan(2000)
    expect(baseline?.fingerprints).toEqual(fingerprints.slice(0, kept))
    expect(readFindingsBaseline([writeOthers({ headSha: sha, findings: clean })], sha)).toBe(null)
    expect(findingsBaselineOf(packFindings(measured, 30_000, fingerprints), sha)).toBe(null)
  })
})

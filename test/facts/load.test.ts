import { describe, expect, test } from 'vitest'
import { present, unknown } from '../../src/facts/facts.ts'
import { policyChangeOf, policyStateOf, policyWarnings } from '../../src/facts/policy.ts'
import type { PolicyEntry } from '../../src/github/snapshot.ts'
import { say } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { maxPolicySize } from '../../src/policy/search.ts'
import { plainFormatter } from '../../src/render/plain.ts'

const path = '.github/delivery-gates.yml'
const sha = 'b'.repeat(40)
const text = 'version: 1\ngates:\n  coverage: { project: { min: 80 } }\n'
const entry = (change: Partial<PolicyEntry> = {}): PolicyEntry => ({
  path,
  mode: '100644',
  type: 'blob',
  size: change.text?.length ?? text.length,
  text,
  ...change,
})
const stateOf = (...entries: readonly PolicyEntry[]) => policyStateOf(entries, { owner: 'acme', sha })

describe('the policy that judges', () => {
  test('a file on the base branch, with where it came from', () => {
    expect(stateOf(entry())).toMatchObject({
      state: 'present',
      policy: { version: 1, gates: { coverage: { level: 'block', project: { min: 80 } } } },
      origin: { source: 'base', path, sha, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  test('none: the defaults, none of which blocks', () => {
    const state = stateOf()
    expect(state).toMatchObject({ state: 'present', origin: { source: 'none' } })
    const levels = state.state === 'present' ? Object.values(state.policy.gates).map(gate => gate?.level) : []
    expect(levels.length).toBeGreaterThan(0)
    expect(levels).not.toContain('block')
  })

  test.each([
    ['a symlink', { mode: '120000', text: '../other.yml' }, /symbolic link|symlink/],
    ['a submodule', { mode: '160000', type: 'commit', text: null }, /submodule/],
    ['a directory', { mode: '040000', type: 'tree', text: null }, /directory/],
    ['an LFS pointer', { text: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' }, /LFS/],
    ['too large', { size: maxPolicySize + 1, text: null }, /262,144|256/],
  ])('T-02 %s is refused, and nothing passes', (_, change, wanted) => {
    const state = stateOf(entry(change))
    expect(state.state).toBe('broken')
    const problems =
      state.state === 'broken' ? state.problems.map(problem => say(problem.message, 'en', plainFormatter('en'))) : []
    expect(problems).toEqual([expect.stringMatching(wanted)])
  })

  test('two files at once: which one judges would be a guess', () => {
    expect(stateOf(entry(), entry({ path: '.github/delivery-gates.yaml' }))).toMatchObject({
      state: 'broken',
      problems: [{ code: 'CFG-AMBIGUOUS' }],
    })
  })

  test('a file whose text nobody gave is unknown, not absent', () => {
    expect(stateOf(entry({ text: null }))).toEqual({
      state: 'unknown',
      reason: message('unknown.malformed', { what: path }),
    })
  })

  test('kept elsewhere, it is judged by the same rules', () => {
    const at = { owner: 'acme', sha, path: 'ops/gates.yml' }
    expect(policyStateOf([entry({ path: 'ops/gates.yml' })], at)).toMatchObject({
      state: 'present',
      origin: { path: 'ops/gates.yml' },
    })
    expect(policyStateOf([entry({ path: 'ops/gates.yml', mode: '120000' })], at)).toMatchObject({ state: 'broken' })
    expect(policyStateOf([entry({ path: 'ops/gates.yml', text: 'version: 2\n' })], at)).toMatchObject({
      state: 'broken',
      problems: [{ path: 'ops/gates.yml', line: 1 }],
    })
  })
})

describe('T-01 what the pull request would do to the policy', () => {
  const touching = present([
    { path, status: 'modified', kind: 'text', blob: 'c'.repeat(40), additions: 1, deletions: 1, hunks: [] } as const,
  ])
  const notices = (
    head: readonly PolicyEntry[],
    base: readonly PolicyEntry[] = [entry()],
    files: Parameters<typeof policyChangeOf>[2]['files'] = touching,
  ) => {
    const change = policyChangeOf(base, head, { owner: 'acme', files })
    return [...(change?.notices ?? []), ...(change?.changes ?? [])].map(one =>
      say(one.message, 'en', plainFormatter('en')),
    )
  }

  test('nothing: nothing is said', () => {
    expect(notices([entry()])).toEqual([])
  })

  test('a lower minimum is named with both values', () => {
    const told = notices([entry({ text: text.replace('80', '0').replace('min: 0 }', 'min: 0 }, allow_zero: true') })])
    expect(told[0]).toMatch(/changes \.github\/delivery-gates\.yml.*judged by the policy of the base branch/)
    expect(told.join('\n')).toMatch(/coverage\.project\.min 80 → 0/)
  })

  test('a deleted file is named', () => {
    expect(notices([])).toHaveLength(2)
  })

  test('a first policy is named', () => {
    expect(notices([entry()], [])).toHaveLength(2)
  })

  test('a version that would not parse is told with its place', () => {
    const base = [entry()]
    const head = [entry({ text: 'version: 1\ngates:\n  covrage: {}\n' })]
    const told = policyChangeOf(base, head, { owner: 'acme', files: touching })?.notices
    expect(told).toContainEqual(expect.objectContaining({ level: 'warning', path, line: 3 }))
  })

  test('what gets weaker, what gets stronger, and both versions for a replay', () => {
    const change = (min: string) =>
      policyChangeOf([entry()], [entry({ text: text.replace('80', min) })], { owner: 'acme', files: touching })
    expect(change('70')?.changes.map(one => one.direction)).toEqual(['weaker'])
    expect(change('90')?.changes.map(one => one.direction)).toEqual(['stronger'])
    expect(change('90')?.versions?.after.gates.coverage?.project.min).toBe(90)
    expect(change('900')?.versions).toBeNull()
  })

  test('T-02 a link instead of the file is told', () => {
    expect(notices([entry({ mode: '120000', text: 'x' })]).join('\n')).toMatch(/link/)
  })

  test('a base branch that moved on is no change of this pull request', () => {
    const other = present([{ ...(touching.state === 'present' && touching.value[0]), path: 'src/a.ts' } as never])
    expect(notices([], [entry()], other)).toEqual([])
  })

  test('where the changed files are unknown, any difference is told', () => {
    expect(notices([], [entry()], unknown(message('git.noRepository', {})))).not.toEqual([])
  })
})

test('warnings of the judging policy come with their place', () => {
  const odd = 'version: 1\ngates:\n  coverage:\n    reports: [{ name: unit, path: "${{ env.REPORT }}" }]\n'
  expect(policyWarnings([entry({ text: odd })], { owner: 'acme' })).toMatchObject([{ level: 'warning', path, line: 4 }])
  expect(policyWarnings([], { owner: 'acme' })).toEqual([])
  expect(policyWarnings([entry({ text: 'version: 2\n' })], { owner: 'acme' })).toEqual([])
})

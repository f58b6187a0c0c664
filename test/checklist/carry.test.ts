import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patchSha256 } from '../../src/checklist/carry.ts'
import { evaluate } from '../../src/evaluate.ts'
import { type ChangedFile, type PullRequestFacts, present, type SignOff, unknown } from '../../src/facts/facts.ts'
import { message } from '../../src/locales/message.ts'
import { commit, facts, file, policy, policyState, shaOf, signOff } from '../support/facts.ts'

const withItem = (options: string) =>
  policy(`
version: 1
roles: { implementer: ["@li-wei"] }
checklists:
  - { id: c, items: [{ id: guide, text: Guide followed, role: implementer, ${options} }] }
`)

const whole = (path: string, overrides: Partial<ChangedFile> = {}): ChangedFile =>
  file(path, { oldMode: '100644', newMode: '100644', ...overrides })

const files = [whole('deploy/values.yaml'), whole('src/pay.ts', { blob: shaOf('2') })]
const policySha256 = 'f'.repeat(64)

/** The pull request after a push of head dddd that left it with these files; the sign-off was given before it. */
function afterPush(
  options: string,
  { now = files, signed = {}, ...overrides }: Partial<PullRequestFacts> & Pushed = {},
): PullRequestFacts {
  const parsed = withItem(options)
  const before = facts({ changedFiles: present(files) })
  const given = signOff(parsed, 'guide', { policySha256, patchSha256: patchSha256(present(files)), ...signed }, before)
  return facts({
    headSha: shaOf('d'),
    changedFiles: present(now),
    signOffs: present([given]),
    fromFork: false,
    ...overrides,
  })
}
interface Pushed {
  readonly now?: readonly ChangedFile[]
  readonly signed?: Partial<SignOff>
}

const stateOf = (options: string, given: PullRequestFacts) =>
  evaluate(policyState(withItem(options)), given).checklists[0]?.items[0]?.state
const reasonOf = (options: string, given: PullRequestFacts) => {
  const state = stateOf(options, given)
  return state?.status === 'stale' ? state.reason : state?.status
}
const places = { by: 'li-wei', signed: shaOf('a'), head: shaOf('d') }
const notCarried = (why: 'fork' | 'policy' | 'unrecorded' | 'incomplete' | 'patch' | 'merge') =>
  message('item.stale.carry', { ...places, why })

describe('on_push', () => {
  const touched = [whole('deploy/values.yaml', { blob: shaOf('9') }), whole('src/pay.ts', { blob: shaOf('2') })]
  const elsewhere = [whole('deploy/values.yaml'), whole('src/pay.ts', { blob: shaOf('9') })]

  test.each<[string, readonly ChangedFile[], unknown]>([
    ['covers: ["deploy/**"]', elsewhere, 'done'],
    [
      'covers: ["deploy/**"]',
      touched,
      message('item.stale.files', { ...places, count: 1, files: ['deploy/values.yaml'] }),
    ],
    ['covers: ["deploy/**"], on_push: when_covered_paths_change', elsewhere, 'done'],
    ['covers: ["deploy/**"], on_push: always', elsewhere, message('item.stale.push', places)],
    ['on_push: always', elsewhere, message('item.stale.head', places)],
    [
      'on_push: when_covered_paths_change',
      elsewhere,
      message('item.stale.files', { ...places, count: 1, files: ['src/pay.ts'] }),
    ],
    ['on_push: never', touched, 'done'],
    ['covers: ["deploy/**"], on_push: never', touched, 'done'],
  ])('T-30 %s', (options, now, expected) => {
    expect(reasonOf(options, afterPush(options, { now }))).toEqual(expected)
  })

  test('T-22 on a fork, or where nobody can tell, `never` is no licence', () => {
    for (const fromFork of [true, undefined]) {
      const { fromFork: _, ...rest } = afterPush('on_push: never')
      expect(reasonOf('on_push: never', fromFork === undefined ? rest : { ...rest, fromFork })).toEqual(
        notCarried('fork'),
      )
    }
  })

  test('T-03 T-25 T-17 `never` speaks about pushes and nothing else', () => {
    expect(reasonOf('on_push: never', afterPush('on_push: never', { baseRef: 'release' }))).toMatchObject({
      code: 'item.stale.base',
    })
    const signed = { itemHash: '0'.repeat(64) }
    expect(reasonOf('on_push: never', afterPush('on_push: never', { signed }))).toMatchObject({
      code: 'item.stale.text',
    })
    const roles = { implementer: { members: [], teams: [], unresolved: [] } }
    expect(reasonOf('on_push: never', afterPush('on_push: never', { roles }))).toMatchObject({
      code: 'item.stale.membership',
    })
  })
})

describe('on_membership_loss', () => {
  const roles = { implementer: { members: [], teams: [], unresolved: [] } }
  const at = (options: string) => ({ ...afterPush(options, { roles }), headSha: shaOf('a') })
  test('T-17 a sign-off ends with the membership, unless the policy keeps it', () => {
    expect(reasonOf('allow_self: false', at('allow_self: false'))).toMatchObject({ code: 'item.stale.membership' })
    expect(reasonOf('on_membership_loss: keep', at('on_membership_loss: keep'))).toBe('done')
  })
})

describe('T-31 identical patches', () => {
  const carry = 'carry: identical_patch'

  test('the same patch on another head: kept, and only where the policy asks for it', () => {
    expect(reasonOf(carry, afterPush(carry))).toBe('done')
    expect(reasonOf('carry: never', afterPush('carry: never'))).toEqual(message('item.stale.head', places))
  })

  test.each<[string, Parameters<typeof afterPush>[1], ReturnType<typeof notCarried>]>([
    ['T-22 a fork', { fromFork: true }, notCarried('fork')],
    ['another policy', { signed: { policySha256: '0'.repeat(64) } }, notCarried('policy')],
    ['nothing recorded', { signed: { patchSha256: null } }, notCarried('unrecorded')],
    ['a file whose mode nobody knows', { now: [file('deploy/values.yaml')] }, notCarried('incomplete')],
    [
      'T-35 a list that is not complete',
      { changedFiles: unknown(message('unknown.incomplete', { what: 'changed files', got: 1, expected: 2 })) },
      notCarried('incomplete'),
    ],
    ['a file less', { now: files.slice(1) }, notCarried('patch')],
    ['a file more', { now: [...files, whole('x')] }, notCarried('patch')],
    ['a file that became executable', { now: files.map(one => ({ ...one, newMode: '100755' })) }, notCarried('patch')],
    [
      'a file renamed',
      { now: [{ ...whole('deploy/v.yaml'), previousPath: 'deploy/values.yaml' }] },
      notCarried('patch'),
    ],
  ])('%s ends it, and it says so', (_, push, reason) => {
    expect(reasonOf(carry, afterPush(carry, push))).toEqual(reason)
  })

  test('where covered files changed, they are the reason', () => {
    const options = `covers: ["src/**"], ${carry}`
    const now = [whole('deploy/values.yaml'), whole('src/pay.ts', { blob: shaOf('9') })]
    expect(reasonOf(options, afterPush(options, { now }))).toEqual(
      message('item.stale.files', { ...places, count: 1, files: ['src/pay.ts'] }),
    )
  })

  test('T-03 another base branch ends it whatever the patch', () => {
    expect(reasonOf(carry, afterPush(carry, { baseRef: 'release' }))).toMatchObject({ code: 'item.stale.base' })
  })

  test('any change of any byte of any file ends it', () => {
    const text = fc.string({ minLength: 1, maxLength: 8 })
    const changed: fc.Arbitrary<ChangedFile> = fc.record({
      path: text,
      status: fc.constant('modified' as const),
      kind: fc.constant('text' as const),
      oldMode: fc.constantFrom('100644', '100755', '120000'),
      newMode: fc.constantFrom('100644', '100755', '120000'),
      blob: fc.stringMatching(/^[0-9a-f]{40}$/),
      additions: fc.constant(1),
      deletions: fc.constant(0),
      hunks: fc.array(
        fc.record({
          oldStart: fc.nat(9),
          newStart: fc.nat(9),
          lines: fc.array(fc.record({ kind: fc.constantFrom('added' as const, 'removed' as const), text }), {
            maxLength: 3,
          }),
        }),
        { maxLength: 2 },
      ),
    })
    const byte = (from: string, at: number): string => {
      const place = at % from.length
      return from.slice(0, place) + (from.charAt(place) === '0' ? '1' : '0') + from.slice(place + 1)
    }
    fc.assert(
      fc.property(
        fc.uniqueArray(changed, { selector: one => one.path, minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('path', 'blob', 'oldMode', 'newMode', 'line'),
        (before, which, at, part) => {
          const digest = patchSha256(present(before))
          expect(digest).not.toBeNull()
          expect(patchSha256(present(before.toReversed()))).toBe(digest)
          const target = before[which % before.length]
          if (target === undefined) return
          const line = target.hunks?.[0]?.lines[0]
          const after: ChangedFile =
            part === 'line' && line !== undefined && target.hunks !== null
              ? {
                  ...target,
                  hunks: target.hunks.map((hunk, index) =>
                    index === 0
                      ? { ...hunk, lines: [{ ...line, text: byte(line.text, at) }, ...hunk.lines.slice(1)] }
                      : hunk,
                  ),
                }
              : {
                  ...target,
                  [part === 'line' ? 'blob' : part]: byte(String(target[part === 'line' ? 'blob' : part]), at),
                }
          const now = before.map(one => (one === target ? after : one))
          expect(patchSha256(present(now))).not.toBe(digest)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('T-32 clean merges of the base branch', () => {
  const carry = 'carry: clean_merges'
  const signed = commit({ sha: shaOf('a'), parents: [shaOf('0')] })
  const merge = (overrides = {}) => commit({ sha: shaOf('d'), parents: [shaOf('a'), shaOf('b')], ...overrides })

  test('one merge, or several after each other', () => {
    expect(reasonOf(carry, afterPush(carry, { commits: present([signed, merge()]) }))).toBe('done')
    const first = commit({ sha: shaOf('e'), parents: [shaOf('a'), shaOf('8')] })
    const second = merge({ parents: [shaOf('e'), shaOf('b')] })
    expect(reasonOf(carry, afterPush(carry, { commits: present([signed, first, second]) }))).toBe('done')
  })

  const other = commit({ sha: shaOf('5'), parents: [shaOf('0')] })
  test.each<[string, readonly ReturnType<typeof commit>[]]>([
    ['an ordinary commit', [signed, merge({ parents: [shaOf('a')] })]],
    ['a merge of a branch that is not the base', [signed, other, merge({ parents: [shaOf('a'), shaOf('5')] })]],
    ['a merge the other way round', [signed, merge({ parents: [shaOf('b'), shaOf('a')] })]],
    ['a merge of three', [signed, merge({ parents: [shaOf('a'), shaOf('b'), shaOf('7')] })]],
    ['parents that nobody knows', [signed, commit({ sha: shaOf('d') })]],
    ['a rebase', [commit({ sha: shaOf('d'), parents: [shaOf('b')] })]],
    ['the signed commit is gone', [merge()]],
  ])('%s: stale, although the patch is the same', (_, commits) => {
    expect(reasonOf(carry, afterPush(carry, { commits: present(commits) }))).toEqual(notCarried('merge'))
  })

  test('a merge that also changes something, in a file of the pull request or in another: stale', () => {
    const commits = present([signed, merge()])
    const resolved = files.map((one, index) => (index === 0 ? { ...one, blob: shaOf('6') } : one))
    expect(reasonOf(carry, afterPush(carry, { commits, now: resolved }))).toEqual(notCarried('patch'))
    expect(reasonOf(carry, afterPush(carry, { commits, now: [...files, whole('evil.sh')] }))).toEqual(
      notCarried('patch'),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../src/evaluate.ts'
import {
  absent,
  type ChangedFile,
  type Fact,
  type FactName,
  type PullRequestFacts,
  present,
  unknown,
} from '../src/facts/facts.ts'
import { message } from '../src/locales/message.ts'
import type { Verdict } from '../src/report.ts'
import {
  ana,
  chen,
  commit,
  facts,
  file,
  liWei,
  measured,
  policy,
  policyState,
  review,
  shaOf,
  signOff,
} from './support/facts.ts'

const runs = process.env.SOAK === undefined ? 300 : 100_000

const full = policy(`
version: 1
roles:
  implementer: ["@li-wei", "@ana"]
gates:
  coverage: { project: { min: 80, max_drop: 1 }, patch: { min: 80, min_lines: 3 } }
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }]
  review:
    rules:
      - { role: implementer, need: requested }
      - { role: implementer, need: approved, when: ["deploy/**"] }
checklists:
  - id: readiness
    when: { paths: ["deploy/**"] }
    items:
      - { id: rollback, text: Rollback, role: implementer, covers: ["deploy/**"] }
      - { id: coverage, text: Coverage, evidence: gates.coverage }
`)
const state = policyState(full)

/** Failed and unknown are equally bad: neither lets anything through. */
const rank: Readonly<Record<Verdict, number>> = { passed: 0, waiting: 1, failed: 2, unknown: 2 }
const rankOf = (given: PullRequestFacts): number => rank[evaluate(state, given).verdict]

const roles = { implementer: { members: [liWei, ana], teams: [], unresolved: [] } }
const docs = file('docs/guide.md', {
  hunks: [
    { oldStart: 1, newStart: 1, lines: [{ kind: 'added', text: 'Set the payment timeout before the rollout.' }] },
  ],
})
const deploy = file('deploy/values.yaml')

/** Pull requests between "nothing done" and "all done", so that every verdict occurs. */
const situation: fc.Arbitrary<PullRequestFacts> = fc
  .record({
    deploys: fc.boolean(),
    documented: fc.boolean(),
    approved: fc.constantFrom('current', 'stale', 'none'),
    requested: fc.boolean(),
    signed: fc.boolean(),
    covered: fc.integer({ min: 0, max: 100 }),
    patch: fc.integer({ min: 0, max: 20 }),
    measured: fc.boolean(),
    baseline: fc.option(fc.integer({ min: 0, max: 100 })),
    isDraft: fc.boolean(),
    liWeiCommitted: fc.boolean(),
  })
  .map(choice => {
    const files = [file('src/pay.ts'), ...(choice.deploys ? [deploy] : []), ...(choice.documented ? [docs] : [])]
    const at = facts({ roles, changedFiles: present(files) })
    const patch = { covered: choice.patch, total: 20 }
    const given = measured(full, { project: { covered: choice.covered, total: 100 }, patch })
    const head = choice.approved === 'stale' ? shaOf('0') : shaOf('a')
    return {
      ...at,
      isDraft: choice.isDraft,
      commits: present([commit(choice.liWeiCommitted ? { contributors: [chen, liWei] } : {})]),
      reviews: present(choice.approved === 'none' ? [] : [review({ commitSha: head })]),
      reviewRequests: present(choice.requested ? [{ kind: 'user', account: liWei } as const] : []),
      coverage: choice.measured ? present(given) : absent,
      coverageBaseline:
        choice.baseline === null
          ? absent
          : present({ sha: shaOf('b'), scope: given.scope, project: { covered: choice.baseline, total: 100 } }),
      signOffs: present(choice.signed ? [signOff(full, 'rollback', {}, at)] : []),
    }
  })

const names = [
  'changedFiles',
  'commits',
  'reviews',
  'reviewRequests',
  'coverage',
  'coverageBaseline',
  'signOffs',
] as const satisfies readonly FactName[]
const reason = message('unknown.api', { what: 'facts', detail: 'HTTP 502' })

const blinded = (given: PullRequestFacts, lost: readonly FactName[]): PullRequestFacts => ({
  ...given,
  ...Object.fromEntries(lost.map(name => [name, unknown(reason)])),
})

describe('laws', () => {
  test('the situations reach every verdict, so that the laws below mean something', () => {
    const seen = new Set(fc.sample(situation, 2000).map(given => evaluate(state, given).verdict))
    expect([...seen].sort()).toEqual(['failed', 'passed', 'waiting'])
  })

  test('R-12 knowing less never improves a verdict', () => {
    fc.assert(
      fc.property(situation, fc.subarray([...names]), (given, lost) => {
        expect(rankOf(blinded(given, lost))).toBeGreaterThanOrEqual(rankOf(given))
      }),
      { numRuns: runs },
    )
  })

  test('R-12 a role that cannot be read never improves a verdict', () => {
    const unread = { members: [], teams: [], unresolved: [{ entry: '@acme/implementation', reason }] }
    fc.assert(
      fc.property(situation, given => {
        expect(rankOf({ ...given, roles: { implementer: unread } })).toBeGreaterThanOrEqual(rankOf(given))
      }),
      { numRuns: runs },
    )
  })

  const worsen: readonly (readonly [string, (given: PullRequestFacts) => PullRequestFacts])[] = [
    ['a lower project coverage', given => ({ ...given, coverage: less(given.coverage, 'project') })],
    ['a lower coverage of changed lines', given => ({ ...given, coverage: less(given.coverage, 'patch') })],
    ['a report problem', given => ({ ...given, coverage: broken(given.coverage) })],
    ['a removed review', given => ({ ...given, reviews: present([]) })],
    [
      'requested changes',
      given => ({
        ...given,
        reviews: also(
          given.reviews,
          review({ id: '9', state: 'changes_requested', submittedAt: '2026-11-20T11:30:00Z' }),
        ),
      }),
    ],
    ['a removed sign-off', given => ({ ...given, signOffs: present([]) })],
    [
      'a file that affects deployment',
      given => ({ ...given, changedFiles: also(given.changedFiles, file('deploy/other.yaml', { status: 'added' })) }),
    ],
    ['a document taken away', given => ({ ...given, changedFiles: without(given.changedFiles, 'docs/guide.md') })],
    [
      'a commit by the signer',
      given => ({ ...given, commits: also(given.commits, commit({ sha: shaOf('8'), contributors: [liWei] })) }),
    ],
    [
      'a commit that belongs to nobody',
      given => ({ ...given, commits: also(given.commits, commit({ sha: shaOf('8'), unattributed: ['?'] })) }),
    ],
    ['another base branch', given => ({ ...given, baseRef: 'release' })],
  ]

  test.each(worsen)('R-13 %s never turns a verdict better', (_, worse) => {
    fc.assert(
      fc.property(situation, given => {
        expect(rankOf(worse(given))).toBeGreaterThanOrEqual(rankOf(given))
      }),
      { numRuns: runs },
    )
  })

  test('R-21 the same facts give the same report to the byte, whatever the order of lists and the clock', () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.nat()), (given, seeds) => {
        const shuffled = {
          ...given,
          evaluatedAt: '2031-01-01T00:00:00Z',
          reviews: reversed(given.reviews),
          commits: reversed(given.commits),
          signOffs: reversed(given.signOffs),
        }
        seeds.next()
        expect(JSON.stringify(evaluate(state, shuffled))).toBe(JSON.stringify(evaluate(state, given)))
      }),
      { numRuns: runs },
    )
  })
})

describe('policy', () => {
  test('broken: fails closed and names every problem', () => {
    const problem = {
      code: 'CFG-UNKNOWN',
      message: message('policy.broken.next', {}),
      path: '.github/delivery-gates.yml',
      line: 3,
      column: 1,
      keyPath: 'coverge',
    } as const
    const report = evaluate({ state: 'broken', problems: [problem, problem] }, facts())
    expect(report.verdict).toBe('failed')
    expect(report.gates[0]).toMatchObject({ gate: 'policy', level: 'block', result: { status: 'failed' } })
    expect(report.gates[0]?.result).toMatchObject({ findings: [{ line: 3 }, { line: 3 }] })
  })

  test('could not be read: unknown, which is not "there is none"', () => {
    const report = evaluate({ state: 'unknown', reason }, facts())
    expect(report.verdict).toBe('unknown')
    expect(report.gates[0]?.result).toMatchObject({ status: 'unknown', summary: reason })
  })

  test('levels: warn and info are shown and decide nothing, off is not there', () => {
    const levels = (level: string) =>
      evaluate(
        policyState(
          policy(
            `version: 1\ngates: { docs: { level: ${level}, rules: [{ id: d, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }] } }`,
          ),
        ),
        facts({ changedFiles: present([deploy]) }),
      )
    expect(levels('block').verdict).toBe('failed')
    expect(levels('warn')).toMatchObject({
      verdict: 'passed',
      gates: [{ gate: 'docs', level: 'warn', result: { status: 'failed' } }],
    })
    expect(levels('info').verdict).toBe('passed')
    expect(levels('off').gates).toEqual([])
  })

  test('who acts next: the author first when something failed, everybody once', () => {
    const report = evaluate(state, facts({ roles, changedFiles: present([deploy]), coverage: present(measured(full)) }))
    expect(report.waitingFor[0]).toEqual({ kind: 'author', login: 'chen' })
    const keys = report.waitingFor.map(actor => JSON.stringify(actor))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

function less(coverage: PullRequestFacts['coverage'], part: 'project' | 'patch'): PullRequestFacts['coverage'] {
  if (coverage.state !== 'present') return coverage
  const ratio = coverage.value[part]
  return present({ ...coverage.value, [part]: { ...ratio, covered: Math.floor(ratio.covered / 2) } })
}

function broken(coverage: PullRequestFacts['coverage']): PullRequestFacts['coverage'] {
  return coverage.state === 'present' ? present({ ...coverage.value, problems: [reason] }) : coverage
}

const also = <T>(fact: Fact<readonly T[]>, one: T): Fact<readonly T[]> =>
  fact.state === 'present' ? present([...fact.value, one]) : fact

const without = (fact: Fact<readonly ChangedFile[]>, path: string): Fact<readonly ChangedFile[]> =>
  fact.state === 'present' ? present(fact.value.filter(one => one.path !== path)) : fact

const reversed = <T>(fact: Fact<readonly T[]>): Fact<readonly T[]> =>
  fact.state === 'present' ? present([...fact.value].reverse()) : fact

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type Account,
  allUnknown,
  type ChangedFile,
  type Commit,
  type KnownFacts,
  type PullRequestFacts,
  present,
  type ResolvedRole,
  type Review,
  type ReviewRequest,
  type Team,
  unknown,
} from '../../src/facts/facts.ts'
import { planReviewRequests, type ReviewOptions, review } from '../../src/gates/review.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { context } from '../support/facts.ts'

const headSha = `def4567${'0'.repeat(33)}`
const oldSha = `abc1234${'0'.repeat(33)}`

const person = (id: string, login: string, type: Account['type'] = 'User'): Account => ({ id, login, type })
const ada = person('9', 'ada')
const liWei = person('100', 'li-wei')
const chen = person('20', 'chen')
const kim = person('3', 'kim')
const bot = person('77', 'deploy[bot]', 'Bot')
const implementation: Team = { id: '500', slug: 'acme/implementation' }

const cannotRead = message('review.absent', {})
const role = (members: readonly Account[], over: Partial<ResolvedRole> = {}): ResolvedRole => ({
  members,
  teams: [],
  unresolved: [],
  ...over,
})
const unreadTeam = { unresolved: [{ entry: '@acme/implementation', reason: cannotRead }] }

let reviewId = 1000
const reviewed = (author: Account | null, state: Review['state'], over: Partial<Review> = {}): Review => ({
  id: String(reviewId++),
  author,
  state,
  commitSha: headSha,
  submittedAt: '2026-11-20T10:00:00Z',
  ...over,
})
const approved = (author: Account | null, over: Partial<Review> = {}): Review => reviewed(author, 'approved', over)
const at = (time: string) => ({ submittedAt: `2026-11-20T${time}:00Z` })
const asked = (account: Account): ReviewRequest => ({ kind: 'user', account })
const askedTeam = (team: Team): ReviewRequest => ({ kind: 'team', team })
const commit = (contributors: readonly Account[], unattributed: readonly string[] = []): Commit => ({
  sha: headSha,
  contributors,
  unattributed,
})
const changed = (path: string, over: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  status: 'modified',
  kind: 'text',
  blob: '1'.repeat(40),
  additions: 1,
  deletions: 0,
  hunks: [],
  ...over,
})

type Known = KnownFacts<'reviews' | 'reviewRequests' | 'commits' | 'changedFiles'>

const facts = (over: Partial<Known> = {}): Known => ({
  repository: { id: '1', owner: 'acme', name: 'billing' },
  number: 12,
  title: 'Longer timeout',
  author: ada,
  state: 'open',
  isDraft: false,
  baseRef: 'main',
  baseSha: 'b'.repeat(40),
  headSha,
  evaluatedAt: '2026-11-20T12:00:00Z',
  roles: { implementer: role([liWei, chen]) },
  changedFiles: [changed('deploy/values.yaml')],
  commits: [commit([ada])],
  reviews: [],
  reviewRequests: [],
  ...over,
})

type RuleInput = z.input<typeof review.options>['rules'][number]
const options = (...rules: readonly RuleInput[]): ReviewOptions => review.options.parse({ rules })
const approval: RuleInput = { role: 'implementer', need: 'approved' }
const request: RuleInput = { role: 'implementer', need: 'requested' }

const evaluate = (over: Partial<Known> = {}, ...rules: readonly RuleInput[]): GateResult =>
  review.evaluate(facts(over), options(...(rules.length > 0 ? rules : [approval])), context)

const text = (sentence: Message, locale: Locale = 'en'): string => say(sentence, locale, plainFormatter(locale))
const summary = (result: GateResult, locale: Locale = 'en'): string =>
  `${result.status}: ${text(result.summary, locale)}`
const next = (result: GateResult, locale: Locale = 'en'): string => ('next' in result ? text(result.next, locale) : '')
const told = (result: GateResult): readonly string[] =>
  'findings' in result && result.findings ? result.findings.map(finding => text(finding.message)) : []
const waitingFor = (result: GateResult) => (result.status === 'waiting' ? result.waitingFor : [])

describe('whose approval counts', () => {
  const none = 'waiting: implementer approval 0 of 1.'
  const one = 'passed: implementer approval 1 of 1.'
  test.each<[string, Partial<Known>, string]>([
    ['nobody’s yet', {}, none],
    ['a member’s', { reviews: [approved(liWei)] }, one],
    ['T-18 not that of somebody outside the role', { reviews: [approved(kim)] }, none],
    [
      'T-10 not the author’s, though a member',
      { roles: { implementer: role([ada, chen]) }, reviews: [approved(ada)] },
      none,
    ],
    ['T-20 not a commit author’s', { commits: [commit([ada]), commit([liWei])], reviews: [approved(liWei)] }, none],
    ['T-20 not a co-author’s', { commits: [commit([ada, liWei])], reviews: [approved(liWei)] }, none],
    ['by id, not by login', { reviews: [approved(person('666', 'li-wei'))] }, none],
    ['by id, though the login changed', { reviews: [approved(person('100', 'li-wei-new'))] }, one],
    [
      'T-20 a commit under a member’s changed login',
      { commits: [commit([person('100', 'other-name')])], reviews: [approved(liWei)] },
      none,
    ],
    ['T-14 not a bot’s, though listed', { roles: { implementer: role([bot, liWei]) }, reviews: [approved(bot)] }, none],
    ['not that of a deleted account', { reviews: [approved(null)] }, none],
    ['with a deleted author and head repository (B-F19)', { author: null, reviews: [approved(liWei)] }, one],
    ['B-F20 without commits and files', { commits: [], changedFiles: [], reviews: [approved(liWei)] }, one],
    ['not of an older head', { reviews: [approved(liWei, { commitSha: oldSha })] }, none],
    ['not of a head that is gone', { reviews: [approved(liWei, { commitSha: null })] }, none],
    [
      'T-22 not of the head before a bot’s push',
      { commits: [commit([ada, bot])], reviews: [approved(liWei, { commitSha: oldSha })] },
      none,
    ],
    ['pending', { reviews: [reviewed(liWei, 'pending')] }, none],
    ['only a comment', { reviews: [reviewed(liWei, 'commented')] }, none],
    [
      'a comment after the approval changes nothing',
      { reviews: [approved(liWei, at('10:00')), reviewed(liWei, 'commented', at('11:00'))] },
      one,
    ],
    ['dismissed', { reviews: [reviewed(liWei, 'dismissed')] }, none],
    [
      'dismissed changes fall back to the approval before',
      { reviews: [approved(liWei, at('10:00')), reviewed(liWei, 'dismissed', at('11:00'))] },
      one,
    ],
    [
      'approved at this head, and an older commit afterwards',
      { reviews: [approved(liWei, at('10:00')), approved(liWei, { commitSha: oldSha, ...at('11:00') })] },
      one,
    ],
    [
      'approved after asking for changes',
      { reviews: [reviewed(liWei, 'changes_requested', at('10:00')), approved(liWei, at('11:00'))] },
      one,
    ],
    [
      'the later id wins in the same second',
      { reviews: [approved(liWei, { id: '1000' }), reviewed(liWei, 'changes_requested', { id: '999' })] },
      one,
    ],
    ['changes asked for by somebody outside', { reviews: [approved(liWei), reviewed(kim, 'changes_requested')] }, one],
    [
      'changes asked for after the approval',
      { reviews: [approved(liWei, at('10:00')), reviewed(liWei, 'changes_requested', at('11:00'))] },
      'waiting: implementer approval 0 of 1 (changes requested by @li-wei).',
    ],
    [
      'changes asked for by another member',
      { reviews: [approved(liWei), reviewed(chen, 'changes_requested')] },
      'waiting: implementer approval 1 of 1 (changes requested by @chen).',
    ],
  ])('%s', (_, over, expected) => {
    expect(summary(evaluate(over))).toBe(expected)
  })

  test('older heads count where the rule says so', () => {
    const result = evaluate(
      { reviews: [approved(liWei, { commitSha: oldSha })] },
      { ...approval, stale_after_push: false },
    )
    expect(summary(result)).toBe('passed: implementer approval 1 of 1.')
  })

  test('T-14 a bot that the role names counts where the rule says so', () => {
    const result = evaluate(
      { roles: { implementer: role([bot]) }, reviews: [approved(bot)] },
      { ...approval, allow_bots: true },
    )
    expect(summary(result)).toBe('passed: implementer approval 1 of 1.')
  })

  test('the same person counts once', () => {
    const roles = { implementer: role([liWei, liWei, chen]) }
    expect(summary(evaluate({ roles, reviews: [approved(liWei), approved(liWei)] }, { ...approval, count: 2 }))).toBe(
      'waiting: implementer approval 1 of 2.',
    )
  })
})

describe('whom it waits for', () => {
  test('the person asked', () => {
    const result = evaluate({ reviewRequests: [asked(liWei)] })
    expect(waitingFor(result)).toEqual([{ kind: 'user', login: 'li-wei', role: 'implementer' }])
    expect(next(result)).toBe('Asked for a review: @li-wei.')
  })

  test('the role, when nobody was asked', () => {
    const result = evaluate()
    expect(waitingFor(result)).toEqual([{ kind: 'role', role: 'implementer' }])
    expect(next(result)).toBe('Request a review from @chen or @li-wei (role implementer, 1 needed).')
  })

  test('the team asked', () => {
    const roles = { implementer: role([liWei, chen], { teams: [implementation] }) }
    const result = evaluate({ roles, reviewRequests: [askedTeam(implementation)] })
    expect(waitingFor(result)).toEqual([{ kind: 'team', slug: 'acme/implementation', role: 'implementer' }])
    expect(next(result)).toBe('Asked for a review: @acme/implementation.')
  })

  test('whoever approved an older head', () => {
    const result = evaluate({ reviews: [approved(liWei, { commitSha: oldSha })] })
    expect(waitingFor(result)).toEqual([{ kind: 'user', login: 'li-wei', role: 'implementer' }])
    expect(next(result)).toBe('@li-wei approved an older head: ask for an approval of def4567.')
    expect(told(result)).toEqual([
      'implementer approval 0 of 1.',
      '@li-wei approved an older head abc1234; the head is now def4567.',
    ])
  })

  test('whoever asked for changes', () => {
    const result = evaluate({ reviews: [reviewed(chen, 'changes_requested')] })
    expect(waitingFor(result)).toEqual([{ kind: 'user', login: 'chen', role: 'implementer' }])
    expect(next(result)).toBe(
      'Settle the requested changes with @chen: an approval by the same person, or dismissing the review, ends the block.',
    )
  })

  test('one approved, one asked, one still to be asked', () => {
    const roles = { implementer: role([liWei, chen, kim, person('4', 'sam')]) }
    const result = evaluate(
      { roles, reviews: [approved(liWei)], reviewRequests: [asked(chen)] },
      { ...approval, count: 3 },
    )
    expect(summary(result)).toBe('waiting: implementer approval 1 of 3.')
    expect(waitingFor(result)).toEqual([
      { kind: 'user', login: 'chen', role: 'implementer' },
      { kind: 'role', role: 'implementer' },
    ])
    expect(next(result)).toBe(
      'Asked for a review: @chen. Request a review from @kim or @sam (role implementer, 1 needed).',
    )
  })

  test('the author, while it is a draft', () => {
    const result = evaluate({ isDraft: true, reviewRequests: [asked(liWei)] })
    expect(summary(result)).toBe('waiting: implementer approval 0 of 1 (draft: nobody is asked yet).')
    expect(waitingFor(result)).toEqual([{ kind: 'author', login: 'ada' }])
    expect(next(result)).toBe('Mark the pull request as ready for review.')
  })

  test('nobody, once approved, draft or not', () => {
    expect(evaluate({ isDraft: true, reviews: [approved(liWei)] }).status).toBe('passed')
  })

  test('in Chinese', () => {
    const result = evaluate({ reviews: [approved(liWei, { commitSha: oldSha })] })
    expect(summary(result, 'zh-CN')).toBe('waiting: implementer 批准 0/1。')
    expect(next(result, 'zh-CN')).toBe('@li-wei 批准的是旧的提交，请其批准 def4567。')
  })
})

describe('need: requested', () => {
  const passes = 'passed: implementer review request 1 of 1.'
  const waits = 'waiting: implementer review request 0 of 1.'
  test.each<[string, Partial<Known>, string]>([
    ['nobody', {}, waits],
    ['a member asked', { reviewRequests: [asked(liWei)] }, passes],
    ['a member who answered', { reviews: [reviewed(liWei, 'commented')] }, passes],
    ['a member who approved an older head', { reviews: [approved(liWei, { commitSha: oldSha })] }, passes],
    [
      'a member who asked for changes',
      { reviews: [reviewed(liWei, 'changes_requested')] },
      'waiting: implementer review request 1 of 1 (changes requested by @li-wei).',
    ],
    ['a pending review was not submitted', { reviews: [reviewed(liWei, 'pending')] }, waits],
    ['somebody outside', { reviewRequests: [asked(kim)], reviews: [approved(kim)] }, waits],
    ['another team', { reviewRequests: [askedTeam({ id: '501', slug: 'acme/other' })] }, waits],
    ['the author', { roles: { implementer: role([ada, liWei]) }, reviews: [reviewed(ada, 'commented')] }, waits],
    ['a bot', { roles: { implementer: role([bot, liWei]) }, reviewRequests: [asked(bot)] }, waits],
    ['a draft', { isDraft: true }, 'waiting: implementer review request 0 of 1 (draft: nobody is asked yet).'],
    [
      'T-21 an unattributable commit does no harm here',
      { commits: [commit([], ['x'])], reviewRequests: [asked(liWei)] },
      passes,
    ],
  ])('%s', (_, over, expected) => {
    expect(summary(evaluate(over, request))).toBe(expected)
  })

  test('a team of the role, by id', () => {
    const roles = { implementer: role([liWei], { teams: [implementation] }) }
    const renamed = { ...implementation, slug: 'acme/renamed' }
    const result = evaluate({ roles, reviewRequests: [askedTeam(renamed)] }, request)
    expect(summary(result)).toBe('passed: implementer review request 1 of 1.')
    expect(told(result)).toEqual(['implementer review request 1 of 1: @acme/renamed.'])
  })

  test('a team of the role that cannot be read, by its name', () => {
    const roles = { implementer: role([], unreadTeam) }
    expect(evaluate({ roles, reviewRequests: [askedTeam(implementation)] }, request).status).toBe('passed')
    const waiting = evaluate({ roles }, request)
    expect(waiting.status).toBe('waiting')
    expect(next(waiting)).toBe('Request a review from @acme/implementation (role implementer, 1 needed).')
  })

  test('the author mends it, unless the App asks', () => {
    expect(waitingFor(evaluate({}, request))).toEqual([{ kind: 'author', login: 'ada' }])
    expect(waitingFor(evaluate({}, { ...request, request: 'auto' }))).toEqual([{ kind: 'role', role: 'implementer' }])
  })

  test('commits are not read', () => {
    expect(review.unread?.(options(request))).toEqual(['commits', 'changedFiles'])
    expect(evaluate({ commits: null, changedFiles: null, reviewRequests: [asked(liWei)] }, request).status).toBe(
      'passed',
    )
  })
})

describe('what cannot be known', () => {
  test('T-21 a commit that GitHub maps to no account, with its SHA and name', () => {
    const result = evaluate({ commits: [commit([ada]), commit([], ['Li Wei'])], reviews: [approved(liWei)] })
    expect(summary(result)).toBe(
      'unknown: Commit def4567 names Li Wei, whom GitHub maps to no account, so no implementer approval can be proven independent.',
    )
    expect(next(result)).toBe(
      'Whoever wrote commit def4567 adds its e-mail address to their GitHub account, or the commit is rewritten with an address that GitHub knows.',
    )
  })

  test('T-21 not where no rule needs an approval', () => {
    const rule: RuleInput = { ...approval, when: ['migrations/**'] }
    expect(evaluate({ commits: [commit([], ['x'])] }, rule).status).toBe('passed')
  })

  test('a role whose only team cannot be read', () => {
    const result = evaluate({ roles: { implementer: role([], unreadTeam) }, reviews: [approved(liWei)] })
    expect(summary(result)).toBe(
      'unknown: Cannot read @acme/implementation of role implementer with this token, so it is unknown who counts.',
    )
    expect(next(result)).toBe(
      'Install the App (organisation permission Members: read), or list the people of role implementer by login in the policy.',
    )
  })

  test.each<[string, Partial<Known>, string]>([
    ['the readable members suffice', { reviews: [approved(chen)] }, 'passed: implementer approval 1 of 1.'],
    ['nobody has approved, and a readable member can', {}, 'waiting: implementer approval 0 of 1.'],
    [
      'somebody approved who might belong to the team',
      { reviews: [approved(liWei)] },
      'unknown: Cannot read @acme/implementation of role implementer with this token, so it is unknown who counts.',
    ],
    [
      'somebody asked for changes who might belong to the team',
      { reviews: [approved(chen), reviewed(liWei, 'changes_requested')] },
      'unknown: Cannot read @acme/implementation of role implementer with this token, so it is unknown who counts.',
    ],
    ['only the author approved besides', { reviews: [approved(ada)] }, 'waiting: implementer approval 0 of 1.'],
  ])('a team that cannot be read beside @chen: %s', (_, over, expected) => {
    expect(summary(evaluate({ roles: { implementer: role([chen], unreadTeam) }, ...over }))).toBe(expected)
  })

  test('the part that cannot be read is told with its reason', () => {
    expect(told(evaluate({ roles: { implementer: role([chen], unreadTeam) } }))).toEqual([
      'implementer approval 0 of 1.',
      'Cannot read @acme/implementation of role implementer with this token: only the other members count.',
      text(cannotRead),
    ])
  })

  test.each<[string, Partial<Known>, RuleInput]>([
    ['reviews', { reviews: null }, approval],
    ['review requests', { reviewRequests: null }, approval],
    ['commits', { commits: null }, approval],
    ['files', { changedFiles: null }, { ...approval, when: ['deploy/**'] }],
  ])('%s are missing altogether', (_, over, rule) => {
    expect(summary(evaluate({ reviews: [approved(liWei)], ...over }, rule))).toBe(
      'unknown: Reviews, review requests, commits or files of the pull request are missing.',
    )
  })

  test('a role without people in the facts, even one named like a property of every object', () => {
    const result = evaluate({}, { role: 'constructor', need: 'approved' })
    expect(summary(result)).toBe('unknown: The people of role constructor were not read.')
  })
})

describe('nobody could ever act', () => {
  test.each<[string, Partial<Known>, RuleInput, string]>([
    [
      'only the author is in the role',
      { roles: { implementer: role([ada]) } },
      approval,
      'failed: Nobody can complete the review: role implementer has 0 who could, 1 required; @ada cannot count.',
    ],
    [
      'only contributors are',
      { commits: [commit([ada, liWei, chen])] },
      approval,
      'failed: Nobody can complete the review: role implementer has 0 who could, 1 required; @chen and @li-wei cannot count.',
    ],
    [
      'fewer people than required',
      { roles: { implementer: role([liWei]) } },
      { ...approval, count: 2 },
      'failed: Nobody can complete the review: role implementer has 1 who could, 2 required.',
    ],
    [
      'nobody at all',
      { roles: { implementer: role([]) } },
      approval,
      'failed: Nobody can complete the review: role implementer has no members.',
    ],
    [
      'only the author could be asked',
      { roles: { implementer: role([ada]) } },
      request,
      'failed: Nobody can complete the review: role implementer has 0 who could, 1 required; @ada cannot count.',
    ],
  ])('%s', (_, over, rule, expected) => {
    expect(summary(evaluate(over, rule))).toBe(expected)
  })

  test('says how many people are missing', () => {
    const result = evaluate({ roles: { implementer: role([ada]) } }, { ...approval, count: 2 })
    expect(next(result)).toBe(
      'Add people to the policy who neither opened the pull request nor contributed to it: 2 to role implementer.',
    )
  })
})

describe('when', () => {
  const rule: RuleInput = { ...approval, when: ['deploy/**'] }
  test.each<[string, ChangedFile, boolean]>([
    ['a file of the glob', changed('deploy/a'), true],
    ['T-36 renamed out of it', changed('x/a', { status: 'renamed', previousPath: 'deploy/a' }), true],
    ['T-36 renamed into it', changed('deploy/a', { status: 'renamed', previousPath: 'x/a' }), true],
    ['T-36 only its mode', changed('deploy/a', { status: 'changed' }), true],
    ['T-36 a submodule', changed('deploy/a', { kind: 'submodule' }), true],
    ['deleted', changed('deploy/a', { status: 'deleted' }), true],
    ['T-35 its patch left out', changed('deploy/a', { hunks: null }), true],
    ['another file', changed('src/a'), false],
  ])('%s', (_, file, applies) => {
    const result = evaluate({ changedFiles: [file] }, rule)
    expect(summary(result)).toBe(
      applies
        ? 'waiting: implementer approval 0 of 1.'
        : 'passed: No rule applies: the changed files ask for no review (1 rule checked).',
    )
  })

  test('files are not read without it', () => {
    expect(review.unread?.(options(approval))).toEqual(['changedFiles'])
    expect(review.unread?.(options(rule))).toEqual([])
  })
})

describe('several rules', () => {
  const roles = {
    implementer: role([liWei, chen]),
    security: role([kim]),
    empty: role([]),
    hidden: role([], unreadTeam),
  }
  const of = (name: string): RuleInput => ({ role: name, need: 'approved' })

  test.each<[string, readonly RuleInput[], string]>([
    [
      'failed outweighs unknown',
      [of('hidden'), of('empty'), approval],
      'failed: Nobody can complete the review: role empty has no members.',
    ],
    [
      'unknown outweighs waiting',
      [of('security'), of('hidden')],
      'unknown: Cannot read @acme/implementation of role hidden with this token, so it is unknown who counts.',
    ],
    ['waiting outweighs passed', [approval, of('security')], 'waiting: security approval 0 of 1.'],
    [
      'all open ones are named',
      [{ ...approval, count: 2 }, of('security')],
      'waiting: implementer approval 1 of 2, security approval 0 of 1.'.replace(', security', ' and security'),
    ],
    ['passed', [approval, request], 'passed: implementer approval 1 of 1 and implementer review request 1 of 1.'],
  ])('%s', (_, rules, expected) => {
    expect(summary(evaluate({ roles, reviews: [approved(liWei)] }, ...rules))).toBe(expected)
  })

  test('each is told', () => {
    const result = evaluate({ roles, reviews: [approved(liWei)] }, approval, of('security'), {
      ...of('security'),
      when: ['x'],
    })
    expect(told(result)).toEqual([
      'implementer approval 1 of 1: @li-wei.',
      'security approval 0 of 1.',
      'No changed file asks for a security approval.',
    ])
  })

  test('a person or step is named once', () => {
    const result = evaluate({ reviewRequests: [asked(liWei)] }, approval, { ...approval, when: ['deploy/**'] })
    expect(waitingFor(result)).toEqual([{ kind: 'user', login: 'li-wei', role: 'implementer' }])
    expect(next(result)).toBe('Asked for a review: @li-wei.')
  })
})

describe('options', () => {
  test('defaults', () => {
    expect(options(approval).rules).toEqual([
      { role: 'implementer', need: 'approved', count: 1, request: 'never', stale_after_push: true, allow_bots: false },
    ])
  })

  test('the roles they name, with their places', () => {
    expect(review.roles?.(options(approval, { role: 'security', need: 'requested' }))).toEqual([
      { role: 'implementer', path: ['rules', 0, 'role'] },
      { role: 'security', path: ['rules', 1, 'role'] },
    ])
  })

  test.each<[string, unknown]>([
    ['no rules', {}],
    ['an empty list', { rules: [] }],
    ['an unknown key', { rules: [{ ...approval, counts: 2 }] }],
    ['count 0', { rules: [{ ...approval, count: 0 }] }],
    ['an unknown need', { rules: [{ ...approval, need: 'seen' }] }],
    ['a role that is no name', { rules: [{ ...approval, role: '@acme/x' }] }],
    ['no globs in when', { rules: [{ ...approval, when: [] }] }],
  ])('refuse %s', (_, given) => {
    expect(review.options.safeParse(given).success).toBe(false)
  })

  test('have a JSON Schema', () => {
    expect(z.toJSONSchema(review.options, { io: 'input' })).toMatchObject({ type: 'object', required: ['rules'] })
  })
})

describe('planReviewRequests', () => {
  const auto: RuleInput = { ...approval, request: 'auto' }
  const all = (over: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
    ...allUnknown(message('unknown.notFetched', { what: 'GitHub' })),
    ...facts(),
    changedFiles: present([changed('deploy/values.yaml')]),
    commits: present([commit([ada])]),
    reviews: present([]),
    reviewRequests: present([]),
    coverage: { state: 'absent' },
    coverageBaseline: { state: 'absent' },
    signOffs: { state: 'absent' },
    ...over,
  })
  const plan = (
    over: Partial<PullRequestFacts>,
    rules: readonly RuleInput[] = [auto],
    load: Readonly<Record<string, number>> = {},
  ) =>
    planReviewRequests(all(over), options(...rules), new Map(Object.entries(load))).map(each =>
      each.kind === 'user' ? each.account.login : each.team.slug,
    )

  test.each<
    [string, Partial<PullRequestFacts>, readonly RuleInput[], Readonly<Record<string, number>>, readonly string[]]
  >([
    ['the smallest id of equals', {}, [auto], {}, ['chen']],
    ['the least loaded first', {}, [auto], { 20: 3, 100: 1 }, ['li-wei']],
    ['as many as are missing', {}, [{ ...auto, count: 2 }], {}, ['chen', 'li-wei']],
    ['nobody without auto', {}, [approval], {}, []],
    ['nobody for a rule that does not apply', {}, [{ ...auto, when: ['src/**'] }], {}, []],
    ['somebody for a rule that applies', {}, [{ ...auto, when: ['deploy/**'] }], {}, ['chen']],
    ['nobody on a draft', { isDraft: true }, [auto], {}, []],
    ['nobody on a closed one', { state: 'closed' }, [auto], {}, []],
    ['nobody on a merged one', { state: 'merged' }, [auto], {}, []],
    ['nobody more when somebody was asked', { reviewRequests: present([asked(liWei)]) }, [auto], {}, []],
    [
      'the second when one was asked',
      { reviewRequests: present([asked(chen)]) },
      [{ ...auto, count: 2 }],
      {},
      ['li-wei'],
    ],
    [
      'nobody more when the team was asked',
      {
        roles: { implementer: role([liWei], { teams: [implementation] }) },
        reviewRequests: present([askedTeam(implementation)]),
      },
      [auto],
      {},
      [],
    ],
    ['nobody once approved', { reviews: present([approved(liWei)]) }, [auto], {}, []],
    ['nobody again who answered', { reviews: present([reviewed(chen, 'commented')]) }, [auto], {}, []],
    [
      'nobody again whose approval is stale',
      { reviews: present([approved(chen, { commitSha: oldSha })]) },
      [auto],
      {},
      [],
    ],
    ['nobody again whose review was dismissed', { reviews: present([reviewed(chen, 'dismissed')]) }, [auto], {}, []],
    [
      'T-20 not the author, a contributor or a bot',
      { roles: { implementer: role([ada, bot, kim, liWei]) }, commits: present([commit([kim])]) },
      [{ ...auto, count: 3, allow_bots: true }],
      {},
      ['li-wei'],
    ],
    [
      'not a contributor where a request suffices',
      { commits: present([commit([chen])]) },
      [{ ...request, request: 'auto' }],
      {},
      ['li-wei'],
    ],
    ['one person for two rules of one role', {}, [{ ...request, request: 'auto' }, auto], {}, ['chen']],
    [
      'the team when no member can be read',
      { roles: { implementer: role([], { ...unreadTeam, teams: [implementation] }) } },
      [auto],
      {},
      ['acme/implementation'],
    ],
    ['nobody of a team that is not resolved', { roles: { implementer: role([], unreadTeam) } }, [auto], {}, []],
    ['known members beside such a team', { roles: { implementer: role([chen], unreadTeam) } }, [auto], {}, ['chen']],
    ['T-21 nobody while a commit is unattributable', { commits: present([commit([], ['x'])]) }, [auto], {}, []],
    ['nobody while a fact is unknown', { commits: unknown(cannotRead) }, [auto], {}, []],
    [
      'nobody while the files are unknown',
      { changedFiles: unknown(cannotRead) },
      [{ ...auto, when: ['deploy/**'] }],
      {},
      [],
    ],
    ['files do not matter without when', { changedFiles: unknown(cannotRead) }, [auto], {}, ['chen']],
  ])('asks %s', (_, over, rules, load, expected) => {
    expect(plan(over, rules, load)).toEqual(expected)
  })

  test('asks at most 15 in all, the limit of GitHub', () => {
    const people = Array.from({ length: 20 }, (_, index) => person(String(2000 + index), `p${index}`))
    const roles = { implementer: role(people), second: role(people.toReversed()) }
    const others = Array.from({ length: 8 }, (_, index) => asked(person(String(3000 + index), `o${index}`)))
    const rules: readonly RuleInput[] = [
      { ...auto, count: 5 },
      { ...auto, role: 'second', count: 10 },
    ]
    expect(plan({ roles, reviewRequests: present(others) }, rules)).toHaveLength(7)
    expect(plan({ roles, reviewRequests: present([...others, ...others]) }, rules)).toEqual([])
  })

  test('asking once is enough', () => {
    const people = fc.uniqueArray(fc.constantFrom(ada, liWei, chen, kim, bot), { selector: each => each.id })
    fc.assert(
      fc.property(people, people, people, fc.integer({ min: 1, max: 3 }), (members, askedPeople, reviewers, count) => {
        const before = all({
          roles: { implementer: role(members) },
          reviewRequests: present(askedPeople.map(asked)),
          reviews: present(reviewers.map(each => approved(each, { commitSha: oldSha }))),
        })
        const rules = options({ ...auto, count }, { ...request, request: 'auto' })
        const planned = planReviewRequests(before, rules, new Map())
        const after = { ...before, reviewRequests: present([...askedPeople.map(asked), ...planned]) }
        expect(planReviewRequests(after, rules, new Map())).toEqual([])
        const known = new Set([...askedPeople, ...reviewers].map(each => each.id))
        expect(planned.some(each => each.kind === 'user' && known.has(each.account.id))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('properties', () => {
  const someone = fc.constantFrom(ada, liWei, chen, kim, bot)
  const people = fc.uniqueArray(someone, { selector: each => each.id })
  const aReview = fc
    .record({
      author: fc.option(someone, { nil: null }),
      state: fc.constantFrom('approved', 'changes_requested', 'commented', 'dismissed', 'pending'),
      commitSha: fc.constantFrom(headSha, headSha, oldSha, null),
      submittedAt: fc.constantFrom('2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', '2026-11-20T12:00:00Z'),
      id: fc.integer({ min: 1, max: 1_000_000 }).map(String),
    } as const)
    .map((each): Review => each)
  const aCommit = fc
    .record({ contributors: people, names: fc.constantFrom([], [], [], ['x']) })
    .map(({ contributors, names }) => commit(contributors, names))
  const aRule = fc.record({
    role: fc.constantFrom('implementer', 'security'),
    need: fc.constantFrom('requested', 'approved'),
    count: fc.integer({ min: 1, max: 2 }),
    when: fc.constantFrom('**', 'deploy/**').map(glob => [glob]),
    stale_after_push: fc.boolean(),
    allow_bots: fc.boolean(),
  } as const)
  const aRole = fc
    .record({ members: people, hidden: fc.boolean(), team: fc.boolean() })
    .map(({ members, hidden, team }) =>
      role(members, { ...(hidden ? unreadTeam : {}), ...(team ? { teams: [implementation] } : {}) }),
    )
  const world = fc.record({
    author: fc.option(someone, { nil: null }),
    isDraft: fc.boolean(),
    roles: fc.record({ implementer: aRole, security: aRole }),
    reviews: fc.uniqueArray(aReview, { selector: each => each.id, maxLength: 6 }),
    reviewRequests: people.map(list => list.map(asked)),
    commits: fc.array(aCommit, { minLength: 1, maxLength: 2 }),
    changedFiles: fc.constantFrom([], [changed('src/a.ts')], [changed('deploy/a.yaml')]),
  })
  const rules = fc.array(aRule, { minLength: 1, maxLength: 3 })

  type World = Omit<Known, 'reviews' | 'reviewRequests' | 'commits' | 'changedFiles'> & {
    readonly [K in 'reviews' | 'reviewRequests' | 'commits' | 'changedFiles']: NonNullable<Known[K]>
  }
  const mapApproval = (w: World, index: number, change: (each: Review) => readonly Review[]) => ({
    reviews: w.reviews.flatMap((each, at) => (at === index && each.state === 'approved' ? change(each) : [each])),
  })
  const allAskForChanges = [ada, liWei, chen, kim].map((each, at) =>
    reviewed(each, 'changes_requested', { id: String(2_000_000 + at), submittedAt: '2026-11-20T13:00:00Z' }),
  )
  const unreadable = (each: ResolvedRole, index: number): ResolvedRole => ({
    ...each,
    ...unreadTeam,
    members: each.members.filter((_, at) => at !== index),
  })
  const worse: readonly (readonly [string, (w: World, index: number) => Partial<Known>])[] = [
    ['an approval is dismissed', (w, i) => mapApproval(w, i, each => [{ ...each, state: 'dismissed' }])],
    ['an approval goes', (w, i) => mapApproval(w, i, () => [])],
    ['an approval is of an older head', (w, i) => mapApproval(w, i, each => [{ ...each, commitSha: oldSha }])],
    ['a request goes', (w, i) => ({ reviewRequests: w.reviewRequests.filter((_, at) => at !== i) })],
    ['T-20 a commit with more contributors', w => ({ commits: [...w.commits, commit([liWei, chen, kim])] })],
    ['T-21 a commit by nobody known', w => ({ commits: [...w.commits, commit([], ['x'])] })],
    ['a file that rules look at', w => ({ changedFiles: [...w.changedFiles, changed('deploy/values.yaml')] })],
    [
      'R-12 members become unreadable',
      (w, i) => ({
        roles: Object.fromEntries(Object.entries(w.roles).map(([name, each]) => [name, unreadable(each, i)])),
      }),
    ],
  ]
  test.each(worse)('R-13 %s: never from another verdict to passed', (_, change) => {
    fc.assert(
      fc.property(world, rules, fc.nat(5), (known, list, index) => {
        const before = facts(known)
        const after = evaluate({ ...known, ...change({ ...before, ...known }, index) }, ...list)
        if (evaluate(known, ...list).status !== 'passed') expect(after.status).not.toBe('passed')
      }),
      { numRuns: 4000 },
    )
  })

  test('R-13 everybody asks for changes: no approval passes then', () => {
    const approvals = fc.array(
      aRule.map(each => ({ ...each, need: 'approved' as const, when: ['**'] })),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(world, approvals, (known, list) => {
        const files = [changed('src/a.ts')]
        const blocked = { ...known, changedFiles: files, reviews: [...known.reviews, ...allAskForChanges] }
        const before = evaluate({ ...known, changedFiles: files }, ...list)
        if (before.status !== 'passed') expect(evaluate(blocked, ...list).status).not.toBe('passed')
      }),
      { numRuns: 4000 },
    )
  })

  test('some worlds pass, so that the properties above say something', () => {
    const statuses = fc.sample(fc.tuple(world, rules), 500).map(([facts, list]) => evaluate(facts, ...list).status)
    expect(new Set(statuses)).toEqual(new Set(['passed', 'waiting', 'failed', 'unknown']))
  })

  test('R-21 the order of members, reviews, requests, commits and files changes nothing', () => {
    fc.assert(
      fc.property(world, rules, (known, list) => {
        const reversed = {
          ...known,
          roles: Object.fromEntries(
            Object.entries(known.roles).map(([name, each]) => [
              name,
              { ...each, members: each.members.toReversed(), teams: each.teams.toReversed() },
            ]),
          ),
          reviews: known.reviews.toReversed(),
          reviewRequests: known.reviewRequests.toReversed(),
          changedFiles: known.changedFiles.toReversed(),
        }
        expect(evaluate(reversed, ...list)).toEqual(evaluate(known, ...list))
      }),
      { numRuns: 4000 },
    )
  })
})

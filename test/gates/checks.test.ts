import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import { type CheckResult, present, unknown } from '../../src/facts/facts.ts'
import { isPattern, matchesName, nearestName } from '../../src/gates/checks/names.ts'
import { judgeName, type Standing, standings } from '../../src/gates/checks/standing.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { facts, file, person, policy, policyState } from '../support/facts.ts'

const check = (name: string, state: CheckResult['state'] = 'passed', over: Partial<CheckResult> = {}): CheckResult => ({
  kind: 'check',
  name,
  app: { id: '15368', slug: 'github-actions' },
  creator: null,
  workflow: { name: 'CI', event: 'pull_request' },
  state,
  at: '2026-11-20T11:00:00Z',
  url: null,
  ...over,
})

const status = (name: string, state: CheckResult['state'], login: string): CheckResult =>
  check(name, state, { kind: 'status', app: null, workflow: null, creator: person(login, '77') })

const rule = (over: object = {}) => ({ name: 'lint', ...over })

function judge(
  results: readonly CheckResult[],
  required: readonly object[] = [rule()],
  extra: object = {},
): GateResult {
  const parsed = policy(JSON.stringify({ version: 1, gates: { checks: { required } }, ...extra }))
  const report = evaluate(policyState(parsed), facts({ checks: present(results) }))
  const found = report.gates.find(one => one.gate === 'checks')
  if (found === undefined) throw new Error('not judged')
  return found.result
}

const text = (told: Message, locale: Locale = 'en'): string => say(told, locale, plainFormatter(locale))
const told = (result: GateResult): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(finding => text(finding.message)) : []

const problems = (required: object): readonly string[] => {
  const yaml = JSON.stringify({ version: 1, gates: { checks: { required: [required] } } })
  const parsed = parsePolicy(yaml, 'p.yml', { owner: 'acme' })
  return parsed.ok ? [] : parsed.error.map(each => `${each.code} ${each.keyPath}`)
}

describe('what a required check says', () => {
  test.each<[string, CheckResult['state'], GateResult['status']]>([
    ['passed', 'passed', 'passed'],
    ['failed', 'failed', 'failed'],
    ['pending', 'pending', 'waiting'],
    ['needs action', 'action_required', 'waiting'],
    ['cancelled', 'cancelled', 'failed'],
    ['stale', 'stale', 'failed'],
    ['skipped is no pass', 'skipped', 'failed'],
    ['neutral is no pass', 'neutral', 'failed'],
  ])('%s', (_name, state, expected) => {
    expect(judge([check('lint', state)]).status).toBe(expected)
  })

  test('skipped and neutral pass where the policy says so', () => {
    const required = [rule({ skipped: 'passes' })]
    expect(judge([check('lint', 'skipped')], required).status).toBe('passed')
    expect(judge([check('lint', 'neutral')], required).status).toBe('passed')
    expect(judge([check('lint', 'cancelled')], required).status).toBe('failed')
  })

  test('a newer pending re-run blocks, a newer pass mends, an older result says nothing', () => {
    const later = { at: '2026-11-20T12:00:00Z' }
    expect(judge([check('lint'), check('lint', 'pending', later)]).status).toBe('waiting')
    expect(judge([check('lint', 'failed'), check('lint', 'passed', later)]).status).toBe('passed')
    expect(judge([check('lint', 'passed', later), check('lint', 'failed')]).status).toBe('passed')
  })

  test('T-84 another workflow that reports under the name cannot outvote the first', () => {
    const added = { workflow: { name: 'Mine', event: 'pull_request' }, at: '2026-11-20T13:00:00Z' }
    const results = [check('lint', 'failed'), check('lint', 'passed', added)]
    expect(judge(results).status).toBe('failed')
    expect(judge(results, [rule({ workflow: 'CI' })]).status).toBe('failed')
    expect(judge([check('lint'), check('lint', 'failed', added)], [rule({ workflow: 'CI' })]).status).toBe('passed')
    expect(judge([check('lint', 'passed', added)], [rule({ workflow: 'CI' })]).status).toBe('waiting')
  })

  test('what has not been reported is awaited, with the nearest name', () => {
    const result = judge([check('Lint'), check('test')])
    expect(result).toMatchObject({ status: 'waiting', waitingFor: [{ kind: 'ci' }] })
    expect(told(result)).toEqual(['Check lint has not been reported by github-actions yet; the nearest name is Lint.'])
    expect(result.status === 'waiting' && text(result.next)).toBe(
      'Wait for CI. If lint never comes: there is a check Lint; is it the one that is meant?',
    )
  })
})

describe('T-84 the source is pinned', () => {
  test('a check of that name from another app does not count, and is told', () => {
    const result = judge([check('lint', 'passed', { app: { id: '9', slug: 'evil-app' }, workflow: null })])
    expect(result.status).toBe('waiting')
    expect(told(result)).toContain(
      'Check lint from evil-app does not count: the policy asks for the one of github-actions.',
    )
  })

  test('nor does a status, whoever wrote it', () => {
    expect(judge([status('lint', 'passed', 'github-actions')]).status).toBe('waiting')
    expect(judge([check('lint'), status('lint', 'failed', 'chen')]).status).toBe('passed')
  })

  test('a status of the creator that the policy names, by login or by id', () => {
    const results = [status('ci/jenkins', 'passed', 'Jenkins-Bot')]
    const by = (who: string) => judge(results, [{ name: 'ci/jenkins', status: who }]).status
    expect(by('jenkins-bot')).toBe('passed')
    expect(by('77')).toBe('passed')
    expect(by('chen')).toBe('waiting')
    expect(by('78')).toBe('waiting')
  })

  test('digits are an id and never a name', () => {
    const named = check('lint', 'passed', { app: { id: '9', slug: '15368' } })
    expect(judge([named], [rule({ app: '15368' })]).status).toBe('waiting')
    expect(judge([check('lint')], [rule({ app: '15368' })]).status).toBe('passed')
  })

  test('R-12 a check whose app GitHub does not name is unknown, unless another has failed', () => {
    const nameless = check('lint', 'passed', { app: null, workflow: null })
    expect(judge([nameless]).status).toBe('unknown')
    expect(judge([check('lint'), nameless]).status).toBe('unknown')
    expect(judge([check('lint', 'failed'), nameless]).status).toBe('failed')
  })

  test('R-12 checks that could not be read are unknown', () => {
    const parsed = policy('version: 1\ngates: { checks: { required: [{ name: lint }] } }')
    const reason = message('unknown.api', { what: 'checks', detail: 'HTTP 502' })
    expect(evaluate(policyState(parsed), facts({ checks: unknown(reason) })).verdict).toBe('unknown')
  })
})

describe('when, patterns, waivers', () => {
  test('required by path', () => {
    const required = [rule({ when: ['ansible/**'] })]
    expect(judge([], required)).toMatchObject({ status: 'passed', summary: { code: 'checks.idle' } })
    const parsed = policy(JSON.stringify({ version: 1, gates: { checks: { required } } }))
    const changed = facts({ changedFiles: present([file('ansible/site.yml')]) })
    expect(evaluate(policyState(parsed), changed).verdict).toBe('waiting')
    const unread = facts({ changedFiles: unknown(message('unknown.notFetched', { what: 'changedFiles' })) })
    expect(evaluate(policyState(parsed), unread).verdict).toBe('unknown')
  })

  test('a pattern: all that match must have passed, and there must be enough', () => {
    const required = [{ name: 'build (*)', min: 2 }]
    expect(judge([check('build (linux)'), check('build (a/b)')], required).status).toBe('passed')
    expect(judge([check('build (linux)'), check('build (a/b)'), check('build (c)', 'failed')], required).status).toBe(
      'failed',
    )
    const few = judge([check('build (linux)'), check('build')], required)
    expect(few.status).toBe('waiting')
    expect(told(few)).toContain('github-actions has to report 1 more of build (*).')
    const foreign = check('build (x)', 'passed', { app: { id: '9', slug: 'evil' }, workflow: null })
    expect(judge([check('build (linux)'), foreign], required).status).toBe('waiting')
  })

  test('a waiver that names a check takes it out, and the others still count', () => {
    const waivers = [
      {
        gate: 'checks',
        match: { rule: 'lint' },
        reason: 'moved to another repository',
        owner: '@chen',
        expires: '2026-12-31',
      },
    ]
    const required = [rule(), { name: 'test' }]
    expect(judge([check('lint', 'failed'), check('test')], required, { waivers }).status).toBe('passed')
    expect(judge([check('lint', 'failed'), check('test', 'failed')], required, { waivers }).status).toBe('failed')
  })

  test('names', () => {
    expect(['a*c', 'a*', '*', '*b*', 'abc', 'a*b*c'].every(pattern => matchesName(pattern, 'abc'))).toBe(true)
    expect(['a*bc*c', 'ab', 'abcd', '*d', 'A*', 'abc*c', ''].some(pattern => matchesName(pattern, 'abc'))).toBe(false)
    expect(matchesName('a*a', 'a')).toBe(false)
    expect(isPattern('[a]{b}?')).toBe(false)
    expect(nearestName('deploy', ['Deploy ', 'x'])).toBe('Deploy ')
  })

  test('law: a name pattern says what the obvious reference says', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 })
    const obvious = (pattern: string, name: string): boolean =>
      pattern === ''
        ? name === ''
        : pattern[0] === '*'
          ? obvious(pattern.slice(1), name) || (name !== '' && obvious(pattern, name.slice(1)))
          : pattern[0] === name[0] && obvious(pattern.slice(1), name.slice(1))
    fc.assert(
      fc.property(
        piece,
        piece.map(name => name.replaceAll('*', '')),
        (pattern, name) => {
          expect(matchesName(pattern, name)).toBe(obvious(pattern, name))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('G2 a hostile pattern is answered at once', () => {
    const started = performance.now()
    expect(matchesName('*a'.repeat(127), 'a'.repeat(255).concat('b'))).toBe(false)
    expect(performance.now() - started).toBeLessThan(50)
  })

  test.each<[object, string]>([
    [{ name: 'a', min: 2 }, 'CFG-IMPOSSIBLE gates.checks.required[0].min'],
    [{ name: 'a', app: 'x', status: 'y' }, 'CFG-TYPE gates.checks.required[0].status'],
    [{ name: 'a', status: 'y', workflow: 'z' }, 'CFG-TYPE gates.checks.required[0].workflow'],
    [{ name: '' }, 'CFG-EMPTY gates.checks.required[0].name'],
    [{ name: 'a', when: ['!x'] }, 'CFG-GLOB gates.checks.required[0].when[0]'],
  ])('policy: %j', (required, problem) => {
    expect(problems(required)).toContain(problem)
  })
})

describe('laws', () => {
  const state = fc.constantFrom<CheckResult['state']>(
    'passed',
    'failed',
    'pending',
    'skipped',
    'neutral',
    'cancelled',
    'action_required',
    'stale',
  )
  const result = fc
    .record({
      name: fc.constantFrom('lint', 'test', 'build (a)', 'build (b)'),
      state,
      app: fc.constantFrom({ id: '15368', slug: 'github-actions' }, { id: '9', slug: 'other' }, null),
      workflow: fc.constantFrom({ name: 'CI', event: 'push' }, { name: 'Mine', event: 'push' }),
      at: fc.constantFrom('2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', '2026-11-20T12:00:00Z'),
    })
    .map(({ name, state, ...over }) => check(name, state, over))
  const results = fc.array(result, { maxLength: 8 })
  const required = [rule(), { name: 'build (*)', min: 2, skipped: 'passes' }, { name: 'test', workflow: 'CI' }]
  const order: readonly GateResult['status'][] = ['passed', 'waiting', 'unknown', 'failed']
  const badness = (list: readonly CheckResult[]): number => order.indexOf(judge(list, required).status)

  test('R-21 the order of checks does not matter', () => {
    fc.assert(
      fc.property(results, list => {
        expect(judge(list.toReversed(), required)).toEqual(judge(list, required))
      }),
      { numRuns: 150 },
    )
  })

  test('R-13 a worse state never improves the answer', () => {
    const rank: readonly CheckResult['state'][] = ['passed', 'pending', 'failed']
    fc.assert(
      fc.property(results, fc.nat(), fc.constantFrom(...rank), (list, pick, worse) => {
        const chosen = list[pick % Math.max(1, list.length)]
        fc.pre(
          chosen !== undefined && rank.indexOf(chosen.state) >= 0 && rank.indexOf(chosen.state) < rank.indexOf(worse),
        )
        const worsened = list.map(each => (each === chosen ? { ...each, state: worse } : each))
        expect(badness(worsened)).toBeGreaterThanOrEqual(badness(list))
      }),
      { numRuns: 300 },
    )
  })

  test('R-12 what nobody is known to have reported never makes it better', () => {
    fc.assert(
      fc.property(results, result, (list, extra) => {
        const nameless = { ...extra, app: null }
        expect(badness([...list, nameless])).toBeGreaterThanOrEqual(badness(list))
      }),
      { numRuns: 150 },
    )
  })

  test('T-84 what others report never makes it better or worse', () => {
    fc.assert(
      fc.property(results, result, (list, extra) => {
        const foreign = { ...extra, app: { id: '9', slug: 'other' } }
        expect(badness([...list, foreign])).toBe(badness(list))
      }),
      { numRuns: 150 },
    )
  })

  test('standings: the newest of each workflow, the worst of these', () => {
    const source = { kind: 'check', by: 'github-actions' } as const
    const worst = (...list: CheckResult[]): Standing => judgeName('lint', list, { source }).standing
    expect(worst()).toBe('missing')
    expect(standings.indexOf(worst(check('lint', 'skipped')))).toBeGreaterThan(standings.indexOf('pending'))
  })
})

test('the answer in Chinese', () => {
  const result = judge([check('lint', 'failed'), check('test', 'pending')], [rule(), { name: 'test' }])
  expect(text(result.summary, 'zh-CN')).toBe('要求的 2 项检查中有 1 项没有通过：lint。')
  expect(readFileSync(new URL('../../docs/gates/checks.zh-CN.md', import.meta.url), 'utf8')).toContain('来源')
})

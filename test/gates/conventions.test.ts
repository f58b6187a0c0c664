import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { LinkedIssue } from '../../src/facts/facts.ts'
import { conventions } from '../../src/gates/conventions.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { context, facts } from '../support/facts.ts'

type Options = z.input<typeof conventions.options>

interface Given {
  readonly title?: string
  readonly labels?: readonly string[]
  readonly milestone?: string | null
  readonly issues?: readonly LinkedIssue['state'][]
}

function judge(options: Options, { title = 'A change', labels = [], milestone = null, issues = [] }: Given) {
  const linkedIssues = issues.map((state, index) => ({
    owner: 'acme',
    name: 'widgets',
    number: index + 1,
    title: '',
    body: '',
    state,
    labels: [],
    milestone: null,
  }))
  const known = { ...facts(), title, labels, milestone, linkedIssues }
  const result = conventions.evaluate(known, conventions.options.parse(options), context)
  return 'findings' in result ? (result.findings ?? []).map(one => one.message.code.slice('conventions.'.length)) : []
}

describe('title', () => {
  test.each<[string, NonNullable<Options['title']>, readonly string[]]>([
    ['fix: time out later', { conventional: true }, []],
    ['feat(pay)!: time out later', { conventional: true }, []],
    ['Fix time out', { conventional: true }, ['title.form']],
    ['fix:time out', { conventional: true }, ['title.form']],
    ['hotfix: time out', { conventional: true }, ['title.type']],
    ['hotfix: time out', { types: ['hotfix'] }, []],
    ['fix(pay): time out', { scopes: ['web'] }, ['title.scope']],
    ['fix: time out', { scopes: ['web'] }, ['title.scope']],
    ['PAY-12 time out', { matches: ['PAY-* *'] }, []],
    ['time out', { matches: ['PAY-* *'] }, ['title.pattern']],
    ['a title of 20 letters', { max_length: 10 }, ['title.length']],
    ['支付超时改为三十秒', { max_length: 10 }, []],
  ])('%j under %j', (title, wanted, expected) => {
    expect(judge({ title: wanted }, { title })).toEqual(expected)
  })

  test.each(['*', '**', '***'])('B-G17 %j asks for nothing, and is refused', pattern => {
    const text = `version: 1\ngates: { conventions: { title: { matches: ["${pattern}"] } } }\n`
    const parsed = parsePolicy(text, 'policy.yml', { owner: 'acme' })
    expect(parsed.ok ? [] : parsed.error.map(one => one.code)).toEqual(['CFG-GLOB'])
  })

  test('B-G15 a hostile pattern on a hostile title ends at once', () => {
    const started = performance.now()
    judge({ title: { matches: [`${'*a'.repeat(16)}X`], conventional: true } }, { title: 'a'.repeat(256) })
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('labels', () => {
  test.each<[readonly string[], NonNullable<Options['labels']>, readonly string[]]>([
    [['bug'], { any: ['Bug', 'feature'] }, []],
    [[], { any: ['bug'] }, ['label.any']],
    [['a'], { all: ['a', 'b'] }, ['label.all']],
    [['do not merge'], { none: ['do not *'] }, ['label.none']],
    [['type/bug'], { one: ['type/*'] }, []],
    [['type/bug', 'type/feature'], { one: ['type/*'] }, ['label.one']],
    [['area/a/type/x'], { one: ['area/*/type/*'] }, []],
    [['aa'], { all: ['a*a*a'] }, ['label.all']],
  ])('%j under %j', (labels, wanted, expected) => {
    expect(judge({ labels: wanted }, { labels })).toEqual(expected)
  })
})

describe('milestone and linked issue', () => {
  test.each<[Options, Given, readonly string[]]>([
    [{ milestone: {} }, { milestone: null }, ['milestone.none']],
    [{ milestone: {} }, { milestone: '2027.1' }, []],
    [{ milestone: { matches: ['2027.*'] } }, { milestone: '2026.4' }, ['milestone.pattern']],
    [{ linked_issue: {} }, {}, ['issue.none']],
    [{ linked_issue: {} }, { issues: ['closed'] }, []],
    [{ linked_issue: { state: 'open' } }, { issues: ['closed'] }, ['issue.closed']],
    [{ linked_issue: { state: 'open' } }, { issues: ['closed', 'open'] }, []],
  ])('%j with %j', (options, given, expected) => {
    expect(judge(options, given)).toEqual(expected)
  })
})

test('only what is asked for is read', () => {
  const unread = (options: Options) => conventions.unread?.(conventions.options.parse(options))
  expect(unread({ title: { conventional: true } })).toEqual(['labels', 'milestone', 'linkedIssues'])
  expect(unread({ labels: { all: ['a'] }, milestone: {}, linked_issue: {} })).toEqual([])
})

test('asking for nothing is refused', () => {
  const parsed = parsePolicy('version: 1\ngates: { conventions: {} }\n', 'policy.yml', { owner: 'acme' })
  expect(parsed.ok ? [] : parsed.error.map(one => one.code)).toEqual(['CFG-EMPTY'])
})

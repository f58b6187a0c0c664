import { describe, expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { diffPolicies } from '../../src/policy/diff.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { plainText } from './plain-text.ts'

function policy(source: string): Policy {
  const parsed = parsePolicy(`version: 1\n${source}`, 'policy.yml', { owner: 'acme' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.policy
}

const told = (changes: ReturnType<typeof diffPolicies>) =>
  changes.map(({ direction, message }) => `${direction}: ${say(message, 'en', plainText)}`)

const changes = (before: string, after: string) => told(diffPolicies(policy(before), policy(after)))

const coverage = (options: string) => `gates: { coverage: { ${options} } }`
const docs = (rule: string, more = '') => `gates: { docs: { rules: [{ id: a, kind: api, ${rule} }]${more} } }`
const review = (rule: string) => `roles: { r: ["@a", "@b"] }\ngates: { review: { rules: [{ role: r, ${rule} }] } }`
const item = (options: string, list = '') =>
  `roles: { r: ["@a", "@b", "@c"] }\nchecklists: [{ id: ready, ${list}items: [{ id: x, text: X, role: r, ${options} }] }]`

describe('T-01 what a changed policy means', () => {
  test.each<
    [name: string, weaker: string, stricter: string, weakened: readonly string[], strengthened: readonly string[]]
  >([
    [
      'threshold',
      coverage('allow_zero: true, project: { min: 0 }'),
      coverage('allow_zero: true, project: { min: 80 }'),
      ['weaker: coverage.project.min 80 → 0'],
      ['stronger: coverage.project.min 0 → 80'],
    ],
    [
      'allowed drop',
      coverage('project: { max_drop: 5 }'),
      coverage('project: { max_drop: 1 }'),
      ['weaker: coverage.project.max_drop 1 → 5'],
      ['stronger: coverage.project.max_drop 5 → 1'],
    ],
    [
      'allowed drop, none',
      coverage(''),
      coverage('project: { max_drop: 1 }'),
      ['weaker: coverage.project.max_drop removed: 1'],
      ['stronger: coverage.project.max_drop added: 1'],
    ],
    [
      'level',
      coverage('level: warn'),
      coverage('level: block'),
      ['weaker: coverage.level block → warn'],
      ['stronger: coverage.level warn → block'],
    ],
    ['gate', '', coverage(''), ['weaker: coverage removed'], ['stronger: coverage added']],
    [
      'exclusion',
      coverage('exclude: ["a/**", "b/**"]'),
      coverage('exclude: ["a/**"]'),
      ['weaker: coverage.exclude added: b/**'],
      ['stronger: coverage.exclude removed: b/**'],
    ],
    [
      'first exclusion',
      coverage('exclude: ["a/**"]'),
      coverage(''),
      ['weaker: coverage.exclude added: ["a/**"]'],
      ['stronger: coverage.exclude removed: ["a/**"]'],
    ],
    [
      'exception from an exclusion',
      coverage('exclude: ["a/**"]'),
      coverage('exclude: ["a/**", "!a/b"]'),
      ['weaker: coverage.exclude removed: !a/b'],
      ['stronger: coverage.exclude added: !a/b'],
    ],
    [
      'minimum of 0',
      coverage('allow_zero: true'),
      coverage(''),
      ['weaker: coverage.allow_zero false → true'],
      ['stronger: coverage.allow_zero true → false'],
    ],
    [
      'files that need a document',
      docs('when: [a], update: [d]'),
      docs('when: [a, b], update: [d]'),
      ['weaker: docs.rules.a.when removed: b'],
      ['stronger: docs.rules.a.when added: b'],
    ],
    [
      'documents that count',
      docs('when: [a], update: [d, e]'),
      docs('when: [a], update: [d]'),
      ['weaker: docs.rules.a.update added: e'],
      ['stronger: docs.rules.a.update removed: e'],
    ],
    [
      'documents that never count',
      docs('when: [a], update: [d]'),
      docs('when: [a], update: [d]', ', generated: [g]'),
      ['weaker: docs.generated removed: ["g"]'],
      ['stronger: docs.generated added: ["g"]'],
    ],
    [
      'approval',
      review('need: requested'),
      review('need: approved'),
      ['weaker: review.rules[0].need approved → requested'],
      ['stronger: review.rules[0].need requested → approved'],
    ],
    [
      'approvals after a push',
      review('need: approved, stale_after_push: false'),
      review('need: approved'),
      ['weaker: review.rules[0].stale_after_push true → false'],
      ['stronger: review.rules[0].stale_after_push false → true'],
    ],
    [
      'rule only for some files',
      review('need: approved, when: ["deploy/**"]'),
      review('need: approved'),
      ['weaker: review.rules[0].when added: ["deploy/**"]'],
      ['stronger: review.rules[0].when removed: ["deploy/**"]'],
    ],
    [
      'count',
      item('count: 1'),
      item('count: 2'),
      ['weaker: checklists.ready.items.x.count 2 → 1'],
      ['stronger: checklists.ready.items.x.count 1 → 2'],
    ],
    [
      'signing for oneself',
      item('allow_self: true'),
      item(''),
      ['weaker: checklists.ready.items.x.allow_self false → true'],
      ['stronger: checklists.ready.items.x.allow_self true → false'],
    ],
    [
      'what a signature covers',
      item('covers: [a]'),
      item(''),
      ['weaker: checklists.ready.items.x.covers added: ["a"]'],
      ['stronger: checklists.ready.items.x.covers removed: ["a"]'],
    ],
    ...(
      [
        ['pushes', 'on_push: never', 'on_push: always', 'on_push'],
        ['what is carried over', 'carry: identical_patch', 'carry: clean_merges', 'carry'],
        ['people who left', 'on_membership_loss: keep', 'on_membership_loss: invalidate', 'on_membership_loss'],
        ['open points', 'conditional: true', 'conditional: false', 'conditional'],
        ['delegation', 'delegable: true', 'delegable: false', 'delegable'],
      ] as const
    ).map(([name, weak, strict, key]): [string, string, string, readonly string[], readonly string[]] => {
      const [was, is] = [weak, strict].map(text => text.split(': ')[1])
      return [
        name,
        item(weak),
        item(strict),
        [`weaker: checklists.ready.items.x.${key} ${is} → ${was}`],
        [`stronger: checklists.ready.items.x.${key} ${was} → ${is}`],
      ]
    }),
    [
      'environments',
      item('environments: [a]'),
      item('environments: [a, b]'),
      ['weaker: checklists.ready.items.x.environments removed: b'],
      ['stronger: checklists.ready.items.x.environments added: b'],
    ],
    [
      'bots',
      item('bots: [7]'),
      item(''),
      ['weaker: checklists.ready.items.x.bots added: [7]'],
      ['stronger: checklists.ready.items.x.bots removed: [7]'],
    ],
    [
      'checklist only for some files',
      item('', 'when: { paths: [a] }, '),
      item(''),
      ['weaker: checklists.ready.when added'],
      ['stronger: checklists.ready.when removed'],
    ],
    [
      'checklist',
      'roles: { r: ["@a", "@b", "@c"] }',
      item(''),
      ['weaker: checklists.ready removed'],
      ['stronger: checklists.ready added'],
    ],
    [
      'implementer',
      'roles: { implementer: ["@a", "@b"] }',
      'roles: { implementer: ["@a"] }',
      ['weaker: roles.implementer added: @b'],
      ['stronger: roles.implementer removed: @b'],
    ],
  ])('%s', (_name, weaker, stricter, weakened, strengthened) => {
    expect(changes(stricter, weaker)).toEqual(weakened)
    expect(changes(weaker, stricter)).toEqual(strengthened)
    expect(changes(weaker, weaker)).toEqual([])
  })

  test('neither: texts, language, the order of patterns', () => {
    expect(changes('locale: en', 'locale: zh-CN')).toEqual(['other: locale en → zh-CN'])
    expect(changes(coverage('exclude: [a, "!b", c]'), coverage('exclude: [c, a, "!b"]'))).toEqual([
      'other: coverage.exclude: the order of the patterns changed, the last match decides',
    ])
  })

  test('the order of patterns without exceptions, of people and of keys is no change', () => {
    expect(changes(coverage('exclude: [a, b]'), coverage('exclude: [b, a]'))).toEqual([])
    expect(changes('roles: { r: ["@a", "@b"] }', 'roles: { r: ["@b", "@a"] }')).toEqual([])
    expect(changes('roles: { r: ["@a"] }\nlocale: en', 'locale: en\nroles: { r: ["@a"] }')).toEqual([])
  })

  test('a default that is written out is no change', () => {
    expect(changes(coverage(''), coverage('level: block, project: { min: 80 }'))).toEqual([])
  })

  test('an item that moves to another place is the same item', () => {
    const list = (items: string) => `roles: { r: ["@a"] }\nchecklists: [{ id: c, items: [${items}] }]`
    const [a, b] = ['{ id: a, text: A, role: r }', '{ id: b, text: B, role: r }']
    expect(changes(list(`${a}, ${b}`), list(`${b}, ${a}`))).toEqual([])
    expect(changes(list(`${a}, ${b}`), list(b))).toEqual(['weaker: checklists.c.items.a removed'])
  })

  test('a rule without id that is taken out of the middle', () => {
    const rules = (...needs: string[]) =>
      `roles: { r: ["@a", "@b"] }\ngates: { review: { rules: [${needs.map(need => `{ role: r, ${need} }`).join(', ')}] } }`
    expect(
      changes(
        rules('need: requested', 'need: approved', 'need: approved, count: 2'),
        rules('need: requested', 'need: approved, count: 2'),
      ),
    ).toEqual(['weaker: review.rules[1] removed'])
  })

  test('weaker changes come first', () => {
    const before = 'roles: { a: ["@x"] }\ngates: { coverage: { level: warn } }'
    const after = 'locale: zh-CN\nroles: { a: ["@x", "@y"] }\ngates: { coverage: { level: block } }'
    expect(changes(before, after)).toEqual([
      'weaker: roles.a added: @y',
      'other: locale en → zh-CN',
      'stronger: coverage.level warn → block',
    ])
  })

  test('fields for a machine', () => {
    expect(diffPolicies(policy(coverage('level: block')), policy(coverage('level: off')))).toEqual([
      {
        keyPath: 'gates.coverage.level',
        from: 'block',
        to: 'off',
        direction: 'weaker',
        message: { code: 'policy.change', params: { key: 'coverage.level', from: 'block', to: 'off' } },
      },
    ])
  })

  test('T-02 policy removed, added, broken', () => {
    const some = policy(coverage(''))
    const broken = parsePolicy('version: 2\nx: 1\n', 'policy.yml', { owner: 'acme' })
    expect(told(diffPolicies(some, null))).toEqual([
      'weaker: The policy is removed; the built-in defaults at level warn would take its place and block nothing.',
    ])
    expect(told(diffPolicies(null, some))).toEqual([
      'other: A policy is added; until it is on the base branch, the built-in defaults judge.',
    ])
    expect(told(diffPolicies(some, broken.ok ? null : broken.error))).toEqual([
      'other: The policy would have 2 problems; once merged, nothing could be judged.',
    ])
    expect(diffPolicies(null, null)).toEqual([])
  })
})

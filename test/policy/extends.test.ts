import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gateIds } from '../../src/gates/index.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import { differences, diffPolicies } from '../../src/policy/diff.ts'
import { fill } from '../../src/policy/fill.ts'
import {
  type ExtendsContext,
  extendsLimits,
  readShared,
  type SharedFiles,
  type SharedRead,
} from '../../src/policy/layers.ts'
import { broken, parseLock } from '../../src/policy/locks.ts'
import { type ParsedPolicy, type PolicyProblem, parsePolicy } from '../../src/policy/parse.ts'
import { parseReference, type Reference, referenceKey, showReference } from '../../src/policy/reference.ts'
import { policySchema } from '../../src/policy/schema.ts'
import { fieldsOf } from '../../src/policy/walk.ts'
import { plainText } from './plain-text.ts'

const path = '.github/delivery-gates.yml'
const sha = 'c'.repeat(40)

function entry(text: string, at = path) {
  return { path: at, mode: '100644', type: 'blob', size: text.length, text }
}

const file = (text: string, isPublic = true): SharedRead => ({
  state: 'present',
  sha,
  isPublic,
  entries: [entry(text)],
})

/** Shared policies by reference, as whoever reads them would give them. */
function shared(files: Readonly<Record<string, string | SharedRead>>): SharedFiles {
  return new Map(
    Object.entries(files).map(([reference, found]) => {
      const parsed = parseReference(reference, 'acme')
      if (!parsed.ok) throw new Error(reference)
      return [referenceKey(parsed.value), typeof found === 'string' ? file(found) : found]
    }),
  )
}

const parse = (
  text: string,
  files: Readonly<Record<string, string | SharedRead>> = {},
  more: Partial<ExtendsContext> = {},
) => parsePolicy(text, path, { owner: 'acme', shared: shared(files), ...more })

function parsed(...given: Parameters<typeof parse>): ParsedPolicy {
  const result = parse(...given)
  if (!result.ok) throw new Error(told(result.error).join('\n'))
  return result.value
}

const told = (problems: readonly PolicyProblem[], locale: Locale = 'en') =>
  problems.map(
    ({ code, path: at, line, column, keyPath, message }) =>
      `${code} ${at}:${line}:${column} ${keyPath}: ${say(message, locale, plainText)}`,
  )

function problems(...given: Parameters<typeof parse>): readonly string[] {
  const result = parse(...given)
  return result.ok ? [] : told(result.error)
}

const own = (text: string, extended = 'acme/.github') => `version: 1\nextends: ${extended}\n${text}`

describe('references', () => {
  test.each([
    ['acme/.github', { owner: 'acme', repository: '.github', path: null, ref: null }],
    ['Acme/policies@v1.2', { owner: 'Acme', repository: 'policies', path: null, ref: 'v1.2' }],
    ['acme/policies@release/1', { owner: 'acme', repository: 'policies', path: null, ref: 'release/1' }],
    ['acme/p//base/strict.yml', { owner: 'acme', repository: 'p', path: 'base/strict.yml', ref: null }],
    [`acme/p//a.json@${sha}`, { owner: 'acme', repository: 'p', path: 'a.json', ref: sha }],
  ])('%s', (text, reference) => {
    expect(parseReference(text, 'acme')).toEqual({ ok: true, value: reference })
    expect(showReference(reference)).toBe(text)
  })

  test.each([
    '../../secrets.yml',
    'https://evil.example/x',
    'https://github.com/acme/.github',
    'file:///etc/passwd',
    '/etc/passwd',
    'C:\\secrets.yml',
    'git@github.com:acme/.github',
    'acme',
    'acme/',
    'acme/..',
    'acme/.',
    'acme/.github//',
    'acme/.github//../x.yml',
    'acme/.github//a/../b.yml',
    'acme/.github///etc/x.yml',
    'acme/.github//x.txt',
    'acme/.github//x y.yml',
    'acme/.github@',
    'acme/.github@-x',
    'acme/.github@main:secrets.yml',
    'acme/.github@HEAD^{tree}',
    'acme/.github@a..b',
    'acme/.github@a@b',
    'acme/.github?ref=x',
    'acme/.github#x',
    'acme%2f.github/x',
    'acme/.github\nx',
    ' acme/.github',
    '',
    '-acme/x',
    `acme/${'x'.repeat(101)}`,
  ])('B-C47 T-05 %j is refused, and nobody is asked', async text => {
    const asked: Reference[] = []
    const source = own('', JSON.stringify(text))
    const files = await readShared(source, { owner: 'acme' }, async reference => {
      asked.push(reference)
      return file('version: 1')
    })
    expect(asked).toEqual([])
    expect(files.size).toBe(0)
    expect(problems(source)).toEqual([
      expect.stringMatching(/^CFG-EXTENDS \.github\/delivery-gates\.yml:2:10 extends: .+Fix: /),
    ])
  })

  test('T-05 another owner and a repository that the operator does not allow are refused, and nobody is asked', async () => {
    const ask = async () => Promise.reject(new Error('asked'))
    const foreign = own('', 'evil/.github')
    expect((await readShared(foreign, { owner: 'acme' }, ask)).size).toBe(0)
    expect(problems(foreign)).toEqual([expect.stringContaining('belongs to another owner')])
    const mayExtend = ({ repository }: Reference) => repository === '.github'
    const other = own('', 'acme/secrets')
    expect((await readShared(other, { owner: 'acme', mayExtend }, ask)).size).toBe(0)
    expect(problems(other, {}, { mayExtend })).toEqual([expect.stringContaining('may not be extended here')])
  })

  test('the owner is compared without regard to case', () => {
    expect(parsed(own('', 'ACME/.GitHub'), { 'acme/.github': 'version: 1' }).inherited).toHaveLength(1)
  })

  test.each(['extends: 5', 'extends: { a: b }', 'extends: []', 'extends: [5]', 'extends: true'])('%s', text => {
    expect(problems(`version: 1\n${text}\n`)).toEqual([expect.stringMatching(/^CFG-(EXTENDS|EMPTY|TYPE)/)])
  })
})

describe('the chain', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [`acme/p${i + 1}`, `version: 1\nextends: acme/p${i + 2}\n`] as const),
    )

  test('B-C48 a cycle is shown', () => {
    expect(problems(own('', 'acme/a'), { 'acme/a': own('', 'acme/b'), 'acme/b': own('', 'acme/A') })).toEqual([
      'CFG-EXTENDS acme/b//.github/delivery-gates.yml:2:10 extends: Policies extend each other: ' +
        '.github/delivery-gates.yml → acme/a → acme/b → acme/A. Fix: take one of these references out.',
    ])
  })

  test('B-C48 a depth of 10 is shown', () => {
    expect(problems(own('', 'acme/p1'), chain(10))).toEqual([
      'CFG-EXTENDS acme/p3//.github/delivery-gates.yml:2:10 extends: Policies extend each other more than 3 levels deep: ' +
        '.github/delivery-gates.yml → acme/p1 → acme/p2 → acme/p3 → acme/p4. Fix: extend one of the last ones directly.',
    ])
  })

  test('three levels are fine', () => {
    const files = { ...chain(2), 'acme/p3': 'version: 1\nlocale: zh-CN\n' }
    expect(parsed(own('', 'acme/p1'), files).policy.locale).toBe('zh-CN')
  })

  test('and no more is read than may be used', async () => {
    const asked: string[] = []
    await readShared(own('', '[acme/a1, acme/a2, acme/a3, acme/a4, acme/a5]'), { owner: 'acme' }, async reference => {
      asked.push(reference.repository)
      const more = [1, 2, 3, 4, 5].map(i => `acme/${reference.repository}${i}`)
      return file(own('', `[${more.join(', ')}]`))
    })
    expect(asked).toHaveLength(extendsLimits.files)
  })

  test('of several, the later ones win, and what two extend is laid down once, first', () => {
    const files = {
      'acme/base': 'version: 1\nlocale: en\ngates: { coverage: { project: { min: 10, max_drop: 1 } } }\n',
      'acme/a': own('gates: { coverage: { project: { min: 20 }, patch: { min: 20 } } }', 'acme/base'),
      'acme/b': own('gates: { coverage: { project: { min: 30 } } }', 'acme/base'),
    }
    const { policy, inherited } = parsed(own('locale: zh-CN', '[acme/a, acme/b]'), files)
    expect(policy.gates.coverage).toMatchObject({ project: { min: 30, max_drop: 1 }, patch: { min: 20 } })
    expect(policy.locale).toBe('zh-CN')
    expect(inherited.map(one => one.reference)).toEqual([
      'acme/base//.github/delivery-gates.yml',
      'acme/a//.github/delivery-gates.yml',
      'acme/b//.github/delivery-gates.yml',
    ])
  })
})

describe('B-C49 T-05 what cannot be read', () => {
  test.each([
    ['absent', 'does not exist, or the token may not see it'],
    ['permission', 'the token may not. Fix: give a token that may read it'],
    ['no-answer', 'GitHub gave no answer (HTTP 500)'],
    ['not-asked', 'nothing is asked over the network'],
  ] as const)('%s', (why, words) => {
    const result = parse(own(''), { 'acme/.github': { state: 'unread', why, detail: 'HTTP 500' } })
    expect(result.ok ? [] : result.error).toMatchObject([{ code: 'CFG-EXTENDS', unread: true, line: 2, path }])
    expect(result.ok ? [] : told(result.error)).toEqual([expect.stringContaining(words)])
    expect(result.ok ? [] : told(result.error, 'zh-CN')).toEqual([
      expect.stringContaining('无法读取共享策略|不在本机'.split('|')[why === 'not-asked' ? 1 : 0] ?? ''),
    ])
  })

  test('nobody looked', () => {
    expect(problems(own(''))).toEqual([expect.stringMatching(/^CFG-EXTENDS .*is not here/)])
  })

  test('no file there, two files there, a link there', () => {
    const found = (entries: SharedRead & { state: 'present' }) => problems(own(''), { 'acme/.github': entries })
    const base = { state: 'present', sha, isPublic: true } as const
    expect(found({ ...base, entries: [] })).toEqual([expect.stringContaining('There is no policy at')])
    expect(found({ ...base, entries: [entry(''), entry('', '.github/delivery-gates.yaml')] })).toEqual([
      expect.stringMatching(/^CFG-AMBIGUOUS acme\/\.github:1:1/),
    ])
    expect(found({ ...base, entries: [{ ...entry(''), mode: '120000' }] })).toEqual([
      expect.stringMatching(/^CFG-FILE acme\/\.github:1:1/),
    ])
  })
})

const secret = 'hunter2-SECRET'

describe('T-05 a file that not everybody may read is never quoted', () => {
  const broken: readonly string[] = [
    `${secret}: 1`,
    secret,
    `version: ${secret}`,
    `version: 1\nlocale: ${secret}`,
    `version: 1\n${secret}: true`,
    `version: 1\ngates: { ${secret}: {} }`,
    `version: 1\nroles: { ${secret.toLowerCase()}: ["@a", "${secret}"] }`,
    `version: 1\nroles: { r: ["@${secret}/team"] }`,
    `version: 1\ngates: { coverage: { exclude: ["${secret}{"] } }`,
    `version: 1\ngates: { coverage: { project: { min: "${secret}" } } }`,
    `version: 1\ngates: { review: { rules: [{ role: ${secret.toLowerCase()}, need: approved }] } }`,
    `version: 1\nchecklists: [{ id: "${secret}", items: [] }]`,
    `version: 1\nextends: ${secret}`,
    `version: 1\nextends: acme/${secret}//../x`,
    `version: 1\nlocked: ["${secret}"]`,
    `version: 1\nlocked: "${secret}"`,
    `version: 1\n&${secret} a: *${secret}x`,
    `version: 1\na: !${secret} b`,
    `version: 1\n  ${secret}\n- x: [`,
    `version: 1\n${secret}: 1\n${secret}: 2`,
    `version: 1\nwaivers: [{ gate: coverage, reason: ${secret}, owner: a, expires: ${secret} }]`,
  ]

  test.each(broken)('%j', text => {
    const open = problems(own(''), { 'acme/.github': text })
    const closed = problems(own(''), { 'acme/.github': file(text, false) })
    expect(open.length).toBeGreaterThan(0)
    expect(closed.length).toBeGreaterThan(0)
    expect(closed.join('\n').toLowerCase()).not.toContain(secret.toLowerCase())
    for (const line of closed)
      expect(line).toMatch(/^[A-Z]+-[A-Z]+ (acme\/\.github\/\/)?\.github\/delivery-gates\.yml:\d+:\d+ /)
  })

  test('nor through what the policy itself gets wrong', () => {
    const names = `version: 1\nroles: { ${secret.toLowerCase()}: ["@a"] }\ncomponents: { "${secret}": { paths: ["a"] } }\n`
    const closed = problems(
      own(
        'gates: { review: { rules: [{ role: hunter, need: approved }] }, coverage: { components: { hunter2: { min: 1 } } } }',
      ),
      { 'acme/.github': file(names, false) },
    )
    expect(closed).toHaveLength(2)
    expect(closed.join('\n').toLowerCase()).not.toContain(secret.toLowerCase())
  })

  test('nor through a locked value', () => {
    const strict = `version: 1\nlocked: [components, gates.docs]\ncomponents: { "${secret}": { paths: ["${secret}"] } }\ngates: { docs: { rules: [{ id: ${secret.toLowerCase()}, kind: api, when: [a], update: [b] }] } }\n`
    const closed = problems(own('components: null\ngates: { docs: null }'), { 'acme/.github': file(strict, false) })
    expect(closed).toHaveLength(2)
    expect(closed.join('\n').toLowerCase()).not.toContain(secret.toLowerCase())
    expect(closed[0]).toMatch(/^CFG-LOCKED .*acme\/\.github\/\/\.github\/delivery-gates\.yml:\d/)
  })
})

describe('merging', () => {
  const base = `version: 1
roles: { implementer: ["@a", "@b"], developer: ["@c"] }
gates:
  coverage: { project: { min: 80, max_drop: 1 }, exclude: ["a/**", "b/**"] }
  docs:
    rules:
      - { id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }
      - { id: api, kind: api, when: ["api/**"], update: ["docs/api/**"] }
`
  const effective = (text: string) => parsed(own(text), { 'acme/.github': base }).policy

  test('mappings merge, lists and values replace', () => {
    const { roles, gates } = effective('roles: { developer: ["@d"] }\ngates: { coverage: { project: { min: 90 } } }')
    expect(roles).toEqual({ implementer: ['@a', '@b'], developer: ['@d'] })
    expect(gates.coverage).toMatchObject({ project: { min: 90, max_drop: 1 }, exclude: ['a/**', 'b/**'] })
    expect(gates.docs?.rules.map(rule => rule.id)).toEqual(['deploy', 'api'])
  })

  test('$append and $remove change an inherited list, both at once', () => {
    const { gates } = effective(
      'gates: { coverage: { exclude: { $remove: ["a/**"], $append: ["c/**"] } }, docs: { rules: { $remove: [api], $append: [{ id: faq, kind: faq, when: [f], update: [g] }] } } }',
    )
    expect(gates.coverage?.exclude).toEqual(['b/**', 'c/**'])
    expect(gates.docs?.rules.map(rule => rule.id)).toEqual(['deploy', 'faq'])
  })

  test('null deletes; a key without a value stays an error (B-C17)', () => {
    expect(effective('gates: { coverage: { project: { max_drop: null } }, docs: null }').gates).toEqual({
      coverage: expect.objectContaining({ project: { min: 80, removed_code: 'forgive' } }),
    })
    expect(problems(own('gates:\n  docs:\n'), { 'acme/.github': base })).toEqual([
      expect.stringMatching(/^CFG-TYPE \.github\/delivery-gates\.yml:4:\d+ gates\.docs/),
    ])
  })

  test.each([
    [
      '$append beside another key',
      'gates: { coverage: { exclude: { $append: [c], x: 1 } } }',
      /^CFG-MERGE .*exclude\.x: /,
    ],
    ['$append to no list', 'gates: { coverage: { project: { $append: [c] } } }', /^CFG-MERGE .*no list/],
    ['$append of no list', 'gates: { coverage: { exclude: { $append: c } } }', /^CFG-MERGE .*takes a list/],
  ])('%s', (_name, text, expected) => {
    expect(problems(own(text), { 'acme/.github': base })).toEqual([expect.stringMatching(expected)])
  })

  test('what has nothing to do is a warning, so that a shared policy may drop what others took out', () => {
    const { warnings } = parsed(own('impact: null\ngates: { coverage: { exclude: { $remove: [z] } } }'), {
      'acme/.github': base,
    })
    expect(told(warnings)).toEqual([
      expect.stringMatching(/^CFG-MERGE .*:3:9 impact: .*nothing is inherited/),
      expect.stringMatching(/^CFG-MERGE .*:4:\d+ gates\.coverage\.exclude\.\$remove\[0\]: /),
    ])
  })

  test('a file without extends knows neither', () => {
    expect(problems('version: 1\ngates: { coverage: { exclude: { $append: [a] }, tests: null } }')).toEqual([
      expect.stringMatching(/^CFG-TYPE/),
      expect.stringMatching(/^CFG-TYPE/),
    ])
  })

  test('the version must be written, and agree', () => {
    expect(problems('extends: acme/.github\n', { 'acme/.github': base })).toEqual([
      expect.stringMatching(/^CFG-REQUIRED \.github\/delivery-gates\.yml:1:1 version/),
    ])
    expect(problems(own(''), { 'acme/.github': 'version: 2\n' })).toEqual([
      expect.stringMatching(/^CFG-VERSION \.github\/delivery-gates\.yml:1:10 version: The version differs/),
    ])
  })

  test('every problem stands in the file that wrote the value', () => {
    const wrong = base.replace('min: 80', 'min: 800')
    expect(problems(own('locale: fr\n'), { 'acme/.github': wrong })).toEqual([
      expect.stringMatching(/^CFG-ENUM \.github\/delivery-gates\.yml:3:9 locale/),
      expect.stringMatching(
        /^CFG-RANGE acme\/\.github\/\/\.github\/delivery-gates\.yml:4:31 gates\.coverage\.project\.min/,
      ),
    ])
    expect(problems(own('gates: { coverage: { project: { min: 80 } } }'), { 'acme/.github': wrong })).toEqual([])
  })

  test('parts that only together are a policy', () => {
    const part =
      'version: 1\ngates: { docs: { level: warn }, review: { rules: [{ role: implementer, need: approved }] } }\n'
    const text = own(
      'roles: { implementer: ["@a"] }\ngates: { docs: { rules: [{ id: a, kind: api, when: [a], update: [b] }] } }',
    )
    expect(parsed(text, { 'acme/.github': part }).policy.gates.docs?.level).toBe('warn')
  })

  test('the digest is of all files, and of nothing else', () => {
    const digest = (text: string, files: Readonly<Record<string, string | SharedRead>>) => parsed(text, files).sha256
    const one = digest(own(''), { 'acme/.github': base })
    expect(digest(own(''), { 'acme/.github': { ...file(base), sha: 'd'.repeat(40) } as SharedRead })).toBe(one)
    expect(digest(own(''), { 'acme/.github': `${base}# x\n` })).not.toBe(one)
    expect(digest(own('# x\n'), { 'acme/.github': base })).not.toBe(one)
  })

  test('every value knows its file and line', () => {
    const { originOf, values } = parsed(own('gates:\n  coverage:\n    exclude: { $append: ["c/**"] }\n'), {
      'acme/.github': base,
    })
    const there = { layer: 'shared', reference: 'acme/.github//.github/delivery-gates.yml', path, sha }
    expect(originOf(['gates', 'coverage', 'project', 'min'])).toEqual({ ...there, line: 4 })
    expect(originOf(['gates', 'docs', 'rules', 'api', 'when'])).toEqual({ ...there, line: 8 })
    expect(originOf(['gates', 'coverage', 'patch', 'min'])).toEqual({ layer: 'default' })
    expect(originOf(['gates', 'coverage', 'exclude', 1])).toEqual({ ...there, line: 4 })
    expect(originOf(['gates', 'coverage', 'exclude', 2])).toEqual({ layer: 'own', path, line: 5 })
    const listed = values()
    expect(listed.find(({ keyPath }) => keyPath === 'gates.coverage.exclude[2]')).toMatchObject({
      value: 'c/**',
      origin: { layer: 'own', line: 5 },
    })
    expect(listed.filter(({ origin }) => origin.layer === 'default').map(({ keyPath }) => keyPath)).toContain('locale')
    expect(new Set(listed.map(({ keyPath }) => keyPath)).size).toBe(listed.length)
  })
})

describe('locks', () => {
  const base = `version: 1
locked: [gates.coverage.project.min, gates.docs, roles.policy-owner, "gates.*.waivable", checklists]
roles: { policy-owner: ["@a", "@b"], r: ["@a", "@b", "@c"] }
gates:
  coverage: { project: { min: 80 }, level: warn }
  docs: { rules: [{ id: api, kind: api, when: ["api/**"], update: ["docs/**"] }] }
  review: { rules: [{ role: r, need: requested }] }
checklists: [{ id: ready, items: [{ id: x, text: X, role: r, count: 2 }] }]
`
  const judge = (text: string) => problems(own(text), { 'acme/.github': base })

  test('says the key, the inherited value, where it is from, the own value, and what is allowed', () => {
    expect(judge('gates: { coverage: { project: { min: 70 } } }')).toEqual([
      'CFG-LOCKED .github/delivery-gates.yml:3:38 gates.coverage.project.min: coverage.project.min is locked as 80 by ' +
        'acme/.github//.github/delivery-gates.yml:5 and cannot be weakened; here it says 70. Fix: write 80 or more.',
    ])
  })

  test.each([
    ['the gate is taken out', 'gates: { coverage: null }'],
    [
      'the key is taken out, and its default is lower',
      'gates: { coverage: { allow_zero: true, project: { min: 1 } } }',
    ],
    ['the gate no longer blocks as it did', 'gates: { coverage: { level: info } }'],
    ['the gate is off', 'gates: { coverage: { level: off } }'],
    ['the gate concerns fewer pull requests', 'gates: { coverage: { when: { base: [main] } } }'],
    ['more people may waive the gate', 'gates: { coverage: { waive_by: [r, policy-owner] } }'],
    ['a rule is taken out', 'gates: { docs: { rules: { $remove: [api] } } }'],
    ['the rules are replaced', 'gates: { docs: { rules: [{ id: x, kind: api, when: [a], update: [b] }] } }'],
    [
      'a pattern is added to what counts',
      'gates: { docs: { rules: [{ id: api, kind: api, when: ["api/**"], update: ["docs/**", "**"] }] } }',
    ],
    [
      'a value of which nobody can tell',
      'gates: { docs: { rules: [{ id: api, kind: faq, when: ["api/**"], update: ["docs/**"] }] } }',
    ],
    ['somebody is added to a role', 'roles: { policy-owner: { $append: ["@z"] } }'],
    ['all roles are replaced by more', 'roles: { policy-owner: ["@a", "@b", "@z"] }'],
    ['a checklist is taken out', 'checklists: []'],
    ['an item needs fewer people', 'checklists: [{ id: ready, items: [{ id: x, text: X, role: r }] }]'],
    ['a gate is taken out of which one key is locked', 'gates: { review: null }'],
    ['everything is taken out', 'gates: null'],
  ])('%s: refused', (_name, text) => {
    const found = judge(text)
    expect(found.filter(each => /^CFG-LOCKED \.github\/delivery-gates\.yml:3:/.test(each)).length).toBeGreaterThan(0)
  })

  test.each([
    ['a higher minimum', 'gates: { coverage: { project: { min: 90 } } }'],
    ['a higher level', 'gates: { coverage: { level: block } }'],
    ['no waivers', 'gates: { review: { waivable: false } }'],
    ['another rule', 'gates: { docs: { rules: { $append: [{ id: b, kind: faq, when: [a], update: [b] }] } } }'],
    ['fewer people in the role', 'roles: { policy-owner: ["@a"] }'],
    ['another checklist', 'checklists: { $append: [{ id: more, items: [{ id: y, text: Y, role: r }] }] }'],
    [
      'what is not locked',
      'gates: { coverage: { patch: { min: 1 } }, review: { rules: [{ role: r, need: requested, when: [a] }] } }',
    ],
  ])('%s: allowed', (_name, text) => {
    expect(judge(text)).toEqual([])
  })

  test('a lock holds through a file in between, which can add locks and take none out', () => {
    const between = own('locked: null\ngates: { coverage: { patch: { min: 60 } } }')
    const files = { 'acme/.github': base, 'acme/team': between }
    expect(problems(own('gates: { coverage: { project: { min: 1 } } }', 'acme/team'), files)).toEqual([
      expect.stringMatching(/^CFG-LOCKED \.github/),
    ])
    const more = {
      ...files,
      'acme/team': own('locked: [gates.coverage.patch]\ngates: { coverage: { patch: { min: 60 } } }'),
    }
    expect(problems(own('gates: { coverage: { patch: { min: 1 } } }', 'acme/team'), more)).toHaveLength(1)
    expect(parsed(own('', 'acme/team'), more).policy.locked).toEqual([
      'gates.coverage.project.min',
      'gates.docs',
      'roles.policy-owner',
      'gates.*.waivable',
      'checklists',
      'gates.coverage.patch',
    ])
  })

  test.each([
    'gates.coverge',
    'gates.coverage.project.minx',
    'x',
    '',
    '.gates',
    'gates..docs',
    'gates.*.nothing',
    '*.*.*.*.*.*.*',
  ])('a lock on %j could never hold anything', text => {
    const found = problems(`version: 1\nlocked: [${JSON.stringify(text)}]\n`)
    expect(found).toEqual([expect.stringMatching(/^CFG-(LOCKED|EMPTY) .* locked\[0\]/)])
  })

  test.each([
    'gates',
    'gates.*.level',
    'gates.docs.rules.api.when',
    'components["a.b"].risk',
    'checklists.ready.items',
    '*',
  ])('a lock on %s', text => {
    expect(problems(`version: 1\nlocked: [${JSON.stringify(text)}]\n`)).toEqual([])
  })
})

/** Policies that are right in themselves, over every kind of key: numbers, lists, choices, mappings, lists of mappings. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const some = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 })
const level = maybe(fc.constantFrom('block', 'warn', 'info', 'off'))
const when = maybe(
  fc
    .record({ paths: some('a/**', 'b/**', '!c'), draft: fc.boolean() }, { requiredKeys: ['paths'] })
    .filter(({ paths }) => paths[0] !== '!c'),
)
const common = { level, when, waivable: maybe(fc.boolean()), waive_by: maybe(some('r', 's')) }
const percent = fc.integer({ min: 1, max: 100 })
const trimmed = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const people = fc.subarray(['@a', '@b', '@c', '@d'], { minLength: 2 })
const coverage = fc.record({
  ...common,
  project: maybe(
    fc.record({
      min: maybe(percent),
      max_drop: maybe(percent),
      removed_code: maybe(fc.constantFrom('forgive', 'count')),
    }),
  ),
  patch: maybe(fc.record({ min: maybe(percent), min_lines: maybe(percent) })),
  exclude: maybe(some('x/**', 'y/**', 'z/**')),
  tests: maybe(fc.constant([{ name: 'unit', path: 'junit.xml' }])),
})
const docsRule = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  kind: fc.constantFrom('api', 'faq'),
  when: some('a', 'b', 'c'),
  update: some('d', 'e'),
  min_words: maybe(percent),
})
const docs = fc.record({
  ...common,
  rules: fc.uniqueArray(docsRule, { minLength: 1, maxLength: 3, selector: rule => rule.id }),
  generated: maybe(some('g', 'h')),
})
const reviewRule = fc.record({
  role: fc.constantFrom('r', 's'),
  need: fc.constantFrom('requested', 'approved'),
  count: maybe(fc.constantFrom(1, 2)),
  when: maybe(some('a', 'b')),
})
const review = fc.record({ ...common, rules: fc.array(reviewRule, { minLength: 1, maxLength: 3 }) })
const item = fc.record({
  id: fc.constantFrom('i1', 'i2'),
  text: fc.constant('X'),
  role: fc.constantFrom('r', 's'),
  covers: maybe(some('a', 'b')),
  allow_self: maybe(fc.boolean()),
  on_push: maybe(fc.constantFrom('never', 'when_covered_paths_change', 'always')),
  carry: maybe(fc.constantFrom('identical_patch', 'clean_merges', 'never')),
  conditional: maybe(fc.boolean()),
  delegable: maybe(fc.boolean()),
  environments: maybe(some('a', 'b')),
})
const checklist = fc.record({
  id: fc.constant('ready'),
  level,
  when,
  items: fc.uniqueArray(item, { minLength: 1, maxLength: 2, selector: one => one.id }),
})
const policies = fc
  .record({
    version: fc.constant(1),
    locale: maybe(fc.constantFrom('en', 'zh-CN')),
    roles: fc.record({ r: people, s: people, 'policy-owner': people }),
    components: maybe(fc.dictionary(fc.constantFrom('c1', 'c2'), fc.record({ paths: some('a', 'b') }))),
    gates: maybe(fc.record({ coverage: maybe(coverage), docs: maybe(docs), review: maybe(review) })),
    checklists: maybe(fc.array(checklist, { maxLength: 1 })),
  })
  .map(trimmed)

const locks = fc.subarray(
  [
    'gates',
    'gates.*.level',
    'gates.coverage.project.min',
    'gates.coverage.project',
    'gates.coverage.exclude',
    'gates.docs',
    'gates.docs.rules.one.when',
    'gates.review.rules',
    'roles.policy-owner',
    'roles',
    'checklists',
    'checklists.ready.items',
    'components',
    'locale',
    '*',
  ],
  { minLength: 1 },
)

/** Says something over another policy: parts left out, deleted, or changed entry by entry. */
const overlay = policies.chain(policy =>
  fc.record({ seed: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 40 }) }).map(({ seed }) => {
    let at = 0
    const next = () => seed[at++ % seed.length] ?? 0
    const bend = (value: unknown, depth: number): unknown => {
      const turn = next()
      if (depth > 0 && turn === 0) return null
      if (Array.isArray(value))
        return turn < 4
          ? value
          : {
              $append: value.slice(0, 1),
              $remove: value.slice(1).map(entry => (typeof entry === 'object' ? (entry.id ?? entry) : entry)),
            }
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key === 'version' || next() < 7)
          .map(([key, child]) => [key, key === 'version' ? child : bend(child, depth + 1)]),
      )
    }
    return bend(policy, 0)
  }),
)

const yaml = (value: unknown) => JSON.stringify(value)
const inheriting = (value: unknown) => yaml({ ...(value as object), extends: 'acme/.github' })

describe('laws of merging', () => {
  test('the random policies are policies', () => {
    fc.assert(
      fc.property(policies, policy => {
        expect(problems(yaml(policy))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('filling in defaults gives what parsing gives', () => {
    fc.assert(
      fc.property(policies, policy => {
        expect(trimmed(fill(policySchema, policy))).toEqual(trimmed(policySchema.parse(policy)))
      }),
      { numRuns: 500 },
    )
  })

  test('a file that says nothing of its own changes nothing', () => {
    fc.assert(
      fc.property(policies, policy => {
        const { policy: alone } = parsed(yaml(policy))
        const { extends: _, ...inherited } = parsed(inheriting({ version: 1 }), { 'acme/.github': yaml(policy) }).policy
        expect(inherited).toEqual(alone)
      }),
      { numRuns: 300 },
    )
  })

  test('nor does extending a policy that says nothing', () => {
    fc.assert(
      fc.property(policies, policy => {
        const { extends: _, ...own } = parsed(inheriting(policy), { 'acme/.github': 'version: 1' }).policy
        expect(own).toEqual(parsed(yaml(policy)).policy)
      }),
      { numRuns: 300 },
    )
  })

  test('nor does saying the same again', () => {
    fc.assert(
      fc.property(policies, policy => {
        const { extends: _, ...twice } = parsed(inheriting(policy), { 'acme/.github': yaml(policy) }).policy
        expect(twice).toEqual(parsed(yaml(policy)).policy)
      }),
      { numRuns: 300 },
    )
  })

  test('a policy over two others is the same whether they are extended at once or through one another', () => {
    fc.assert(
      fc.property(policies, policies, policies, (a, b, own) => {
        const at = { 'acme/a': yaml(a), 'acme/b': yaml(b) }
        const together = parse(yaml({ ...(own as object), extends: ['acme/a', 'acme/b'] }), at)
        const through = parse(yaml({ ...(own as object), extends: 'acme/b' }), {
          ...at,
          'acme/b': yaml({ ...(b as object), extends: 'acme/a' }),
        })
        expect(together.ok).toBe(through.ok)
        if (!together.ok || !through.ok) return
        expect({ ...together.value.policy, extends: null }).toEqual({ ...through.value.policy, extends: null })
        expect(
          together.value
            .values()
            .filter(({ keys }) => keys[0] !== 'extends')
            .map(({ origin }) => origin.layer),
        ).toEqual(
          through.value
            .values()
            .filter(({ keys }) => keys[0] !== 'extends')
            .map(({ origin }) => origin.layer),
        )
      }),
      { numRuns: 200 },
    )
  })

  test('what is locked is never weaker, whatever a file says', () => {
    let accepted = 0
    let refused = 0
    fc.assert(
      fc.property(policies, locks, fc.oneof(overlay, policies), (parent, locked, child) => {
        const from = parsed(yaml({ ...(parent as object), locked })).policy
        const result = parse(inheriting(child), { 'acme/.github': yaml({ ...(parent as object), locked }) })
        if (!result.ok) {
          refused += result.error.some(({ code }) => code === 'CFG-LOCKED') ? 1 : 0
          return
        }
        accepted += 1
        const held = (keyPath: string) =>
          locked.some(text => {
            const lock = parseLock(text) ?? []
            const keys = parseLock(keyPath) ?? []
            const common = Math.min(lock.length, keys.length)
            return lock.slice(0, common).every((part, i) => part === '*' || part === keys[i])
          })
        const weaker = diffPolicies(from, result.value.policy).filter(
          ({ direction, keyPath }) => direction === 'weaker' && held(keyPath),
        )
        expect(weaker).toEqual([])
      }),
      { numRuns: 3000 },
    )
    // The law says nothing where everything is refused, or everything passes.
    expect(accepted).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
  })

  test('what is only stricter is never refused', () => {
    fc.assert(
      fc.property(policies, policies, (parent, child) => {
        const [from, to] = [parent, child].map(policy => fill(policySchema, policy))
        const lock = parseLock('gates') ?? []
        fc.pre(differences(from, to).every(({ keys, direction }) => keys[0] !== 'gates' || direction === 'stronger'))
        expect(broken(differences(from, to), [lock])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a lock on any key of the schema is understood', () => {
    const keys = fieldsOf(policySchema)
      .map(({ key }) => key.replaceAll('[]', '.x').replaceAll('<name>', 'x'))
      .filter(key => !key.startsWith('extends') && !key.startsWith('locked'))
    expect(keys.length).toBeGreaterThan(gateIds.length * 5)
    for (const key of keys) expect(problems(yaml({ version: 1, locked: [key] })), key).toEqual([])
  })
})

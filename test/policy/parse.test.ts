import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { type ParsedPolicy, parsePolicy } from '../../src/policy/parse.ts'
import { plainText } from './plain-text.ts'

const path = '.github/delivery-gates.yml'

/** `CODE line:column key.path: sentence`, one per problem. */
function problems(source: string | Uint8Array, file = path): readonly string[] {
  const parsed = parsePolicy(source, file, { owner: 'acme' })
  if (parsed.ok) return []
  return parsed.error.map(
    ({ code, line, column, keyPath, message }) =>
      `${code} ${line}:${column} ${keyPath}: ${say(message, 'en', plainText)}`,
  )
}

function policy(source: string | Uint8Array, file = path): ParsedPolicy {
  const parsed = parsePolicy(source, file, { owner: 'acme' })
  if (!parsed.ok) throw new Error(problems(source, file).join('\n'))
  return parsed.value
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const withRole = (item: string, members = '["@li-wei", "@chen"]') =>
  `version: 1\nroles: { implementer: ${members} }\nchecklists:\n  - id: ready\n    items:\n      - ${item}\n`
const withMin = (min: string) => `version: 1\ngates:\n  coverage:\n    project: { min: ${min} }\n`

const deepStep = (i: number) => `${' '.repeat(i)}t: |\n${' '.repeat(i + 1)}%x\n${' '.repeat(i)}a:\n`
const deepStairs = (depth: number) => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n')

describe('security.md 3.1: every row has one place and one sentence', () => {
  test.each<[id: string, source: string | Uint8Array, expected: readonly (string | RegExp)[]]>([
    ['B-C01 empty file', '', [/^CFG-EMPTY 1:1 : The file has no content\. Fix: write at least version: 1/]],
    ['B-C01 white space', ' \n\n', [/^CFG-EMPTY 1:1/]],
    ['B-C02 only comments', '# a policy\n', [/^CFG-EMPTY 1:1/]],
    ['B-C02 only ---', '---\n', [/^CFG-EMPTY 1:1/]],
    ['B-C02 only null', '~\n', [/^CFG-EMPTY 1:1/]],
    ['B-C03 scalar document', 'hello', [/^CFG-TYPE 1:1 : Wrong type \(got text hello, expected a mapping/]],
    ['B-C03 list at top', '- a\n- b', [/^CFG-TYPE 1:1 : Wrong type \(got a list, expected a mapping/]],
    ['B-C04 two documents', 'version: 1\n---\nversion: 1\n', [/^CFG-MULTIDOC 2:1 : A second YAML document/]],
    ['B-C05 tab indentation', 'version: 1\ngates:\n\tdocs: {}', [/^CFG-SYNTAX 3:1 : A tab is used/]],
    [
      'B-C06 duplicate key, both lines',
      'version: 1\ngates:\n  coverage: {}\n  coverage: { level: off }\n',
      [/^CFG-DUPKEY 4:3 gates\.coverage: The key coverage stands twice, in lines 3 and 4\. Fix: keep one\.$/],
    ],
    [
      'B-C07 T-07 unknown key',
      'version: 1\ngates:\n  coverge: {}\n',
      ['CFG-UNKNOWN 3:3 gates.coverge: Unknown key coverge. Did you mean coverage? Fix: correct or remove it.'],
    ],
    [
      'B-C08 unknown nested key',
      withRole('{ id: a, text: A, role: implementer, cuont: 2 }'),
      [/^CFG-UNKNOWN 6:46 checklists\[0\]\.items\[0\]\.cuont: Unknown key cuont\. Did you mean count\?/],
    ],
    ['B-C09 missing version', 'gates: {}\n', [/^CFG-REQUIRED 1:1 version: The key version is missing/]],
    ['B-C10 version 99', 'version: 99', [/^CFG-VERSION 1:10 version: .*got number 99, supported: 1/]],
    ['B-C10 version "1"', 'version: "1"', [/^CFG-VERSION 1:10 version: .*got text 1, supported: 1/]],
    ['B-C10 version 1.0', 'version: 1.0', [/^CFG-VERSION 1:10 version: .*got number 1\.0, supported: 1/]],
    [
      'B-C11 no is a text',
      withRole('{ id: a, text: A, role: implementer, by_review: no }'),
      [/^CFG-TYPE 6:57 .*by_review: Wrong type \(got text no, expected true or false\)\. Fix: write false\.$/],
    ],
    [
      'B-C12 "false" is a text',
      withRole('{ id: a, text: A, role: implementer, allow_self: "false" }'),
      [/^CFG-TYPE 6:58 .*allow_self: .*got text false, expected true or false/],
    ],
    [
      'B-C13 T-08 min: "80%"',
      withMin('"80%"'),
      [/^CFG-TYPE 4:21 gates\.coverage\.project\.min: .*got text 80%, expected a number\)\. Fix: write 80\.$/],
    ],
    ['B-C14 T-08 M14 min: .nan', withMin('.nan'), [/^CFG-RANGE 4:21 .*got NaN, expected a number from 0 to 100/]],
    ['B-C14 T-08 M14 min: .inf', withMin('.inf'), [/^CFG-RANGE 4:21 .*got Infinity/]],
    ['B-C14 min: -.inf', withMin('-.inf'), [/^CFG-RANGE 4:21 .*got -Infinity/]],
    ['B-C15 T-08 min: -1', withMin('-1'), [/^CFG-RANGE 4:21 .*got -1, expected a number from 0 to 100/]],
    ['B-C15 min: 100.1', withMin('100.1'), [/^CFG-RANGE 4:21 .*got 100\.1/]],
    ['B-C15 min: 1e3', withMin('1e3'), [/^CFG-RANGE 4:21 .*got 1000/]],
    [
      'B-C16 M14 min: 010',
      withMin('010'),
      [/^CFG-TYPE 4:21 .*Not a plain decimal number \(got 010, which YAML reads as 10\)/],
    ],
    ['B-C16 min: 0x50', withMin('0x50'), [/^CFG-TYPE 4:21 .*got 0x50, which YAML reads as 80/]],
    ['B-C16 min: 8_0', withMin('8_0'), [/^CFG-TYPE 4:21 .*got text 8_0, expected a number/]],
    ['B-C16 min: 8e1', withMin('8e1'), [/^CFG-TYPE 4:21 .*got 8e1/]],
    ['B-C16 min: +80', withMin('+80'), [/^CFG-TYPE 4:21 .*got \+80/]],
    ['B-C16 min: -0', withMin('-0'), [/^CFG-(TYPE|ZERO) 4:21 /]],
    [
      'B-C17 min: null',
      'version: 1\ngates:\n  coverage:\n    project:\n      min:\n',
      [/^CFG-TYPE 5:11 gates\.coverage\.project\.min: .*got nothing, expected a number.*or remove the key/],
    ],
    ['B-C17 gates: null', 'version: 1\ngates:\n', [/^CFG-TYPE 2:7 gates: .*got nothing/]],
    ['T-08 min: 0 without allow_zero', withMin('0'), [/^CFG-ZERO 4:21 gates\.coverage\.project\.min: /]],
    [
      'B-C20 M15 __proto__',
      'version: 1\n__proto__: { admin: true }\n',
      [/^CFG-KEY 2:1 __proto__: The key __proto__ is not allowed/],
    ],
    ['B-C20 quoted, nested', 'version: 1\nroles: { "__proto__": ["@a"] }\n', [/^CFG-KEY 2:10 roles\.__proto__/]],
    [
      'B-C21 constructor and prototype',
      'version: 1\nconstructor: { prototype: {} }\nprototype: 1\n',
      [/^CFG-KEY 2:1 constructor/, /^CFG-KEY 3:1 prototype/],
    ],
    [
      'B-C22 merge key',
      'version: 1\nroles: &x { a: ["@a"] }\ngates:\n  <<: *x\n',
      [/^CFG-KEY 4:3 gates: The merge key << is not supported/],
    ],
    ['B-C23 !!js/function', 'version: !!js/function "x"\n', [/^CFG-TAG 1:10 version: The YAML tag !!js\/function/]],
    ['B-C23 !!python/object', 'version: 1\nroles: !!python/object {}\n', [/^CFG-TAG 2:8 roles: .*!!python\/object/]],
    ['B-C23 !custom', 'version: 1\nroles: !custom {}\n', [/^CFG-TAG 2:8 roles: .*!custom/]],
    [
      'B-C24 cyclic anchor',
      'version: 1\nchecklists: &a [*a]\n',
      [/^CFG-ALIAS 2:17 checklists\[0\]: .*inside its own anchor/],
    ],
    [
      'B-C24 alias without anchor',
      'version: 1\nlocale: *en\n',
      [/^CFG-ALIAS 2:9 locale: The alias \*en has no anchor/],
    ],
    ['B-C26 UTF-16LE', bytes(0xff, 0xfe, 0x76, 0), [/^CFG-ENCODING 1:1 : .*UTF-16LE \(expected UTF-8\)/]],
    ['B-C26 UTF-16LE without mark', bytes(0x76, 0, 0x65, 0, 0x72, 0), [/^CFG-ENCODING 1:1 : .*UTF-16LE/]],
    ['B-C26 UTF-16BE', bytes(0xfe, 0xff, 0, 0x76), [/^CFG-ENCODING 1:1 : .*UTF-16BE/]],
    [
      'B-C27 byte 0xFF',
      Uint8Array.from([...utf8('version: 1 # ä'), 0xff]),
      [/^CFG-ENCODING 1:1 : The byte 0xFF at offset 15 is not UTF-8/],
    ],
    ['B-C27 cut sequence', bytes(0x61, 0x3a, 0x20, 0xe2, 0x82, 0x61), [/^CFG-ENCODING .*0xE2 at offset 3/]],
    ['B-C28 NUL', 'version: 1\nlocale: e\0n\n', [/^CFG-SYNTAX 2:10 : The control character U\+0000/]],
    ['B-C29 CRLF', 'version: 1\r\ngates:\r\n  coverge: {}\r\n', [/^CFG-UNKNOWN 3:3 /]],
    ['B-C29 CR only', 'version: 1\rgates:\r  coverge: {}\r', [/^CFG-UNKNOWN 3:3 /]],
    [
      'B-C30 300 KiB',
      `version: 1\n#${'x'.repeat(300 * 1024)}\n`,
      [/^CFG-SIZE 1:1 : .*got 307213 bytes, at most 262144/],
    ],
    [
      'B-C31 one long line',
      withRole(`{ id: a, text: "${'x'.repeat(100_000)}", role: implementer }`),
      [/^CFG-SIZE 6:24 .*text: The text is too long \(got 100000 characters, at most 300\)/],
    ],
    [
      'B-C31 the message is cut',
      `version: 1\nlocale: ${'x'.repeat(100_000)}\n`,
      [/^CFG-ENUM 2:9 locale: Unknown value \(got text x{200}…, expected en or zh-CN\)/],
    ],
    [
      'B-C32 NO and on are texts',
      'version: 1\ngates: { NO: {}, on: {} }\n',
      [/^CFG-UNKNOWN 2:10 gates\.NO/, /^CFG-UNKNOWN 2:18 gates\.on/],
    ],
    [
      'B-C33 non-breaking space',
      'version: 1\n"loc\u00a0ale": en\n',
      [
        /^CFG-UNKNOWN 2:1 \["loc\\u00a0ale"\]: Unknown key loc\\u00a0ale with the characters U\+00A0\. Did you mean locale\?/,
      ],
    ],
    [
      'B-C33 zero-width space',
      'version: 1\nroles\u200b: {}\n',
      [/^CFG-UNKNOWN 2:1 .*roles\\u200b with the characters U\+200B\. Did you mean roles\?/],
    ],
    [
      'B-C34 Cyrillic look-alike',
      'version: 1\ngates:\n  \u0441\u043everage: {}\n',
      [/^CFG-UNKNOWN 3:3 .* with the characters U\+0441, U\+043E\. Did you mean coverage\?/],
    ],
    [
      'B-C35 nobody in a role',
      'version: 1\nroles: { implementer: [] }\n',
      [/^CFG-EMPTY 2:23 roles\.implementer: The role implementer is empty, so nobody could sign/],
    ],
    [
      'B-C36 role as a text',
      'version: 1\nroles: { implementer: "@acme/team" }\n',
      [
        /^CFG-TYPE 2:23 roles\.implementer: .*got text @acme\/team, expected a list\)\. Fix: write \["@acme\/team"\]\.$/,
      ],
    ],
    [
      'B-C37 team of another owner',
      'version: 1\nroles: { implementer: ["@evil/team"] }\n',
      [/^CFG-ORG 2:24 roles\.implementer\[0\]: The team @evil\/team belongs to another owner/],
    ],
    [
      'B-C39 not a login',
      'version: 1\nroles: { implementer: ["bob", "@dependabot[bot]", "@a b", "@", "@-a", "@a--b", "@acme/", "@acme/a/b"] }\n',
      [24, 31, 51, 59, 64, 71, 80, 90].map(
        (column, i) => new RegExp(`^CFG-LOGIN 2:${column} roles\\.implementer\\[${i}\\]: Neither a login nor a team`),
      ),
    ],
    [
      'B-C40 more people than there are',
      withRole('{ id: a, text: A, role: implementer, count: 3 }'),
      [/^CFG-IMPOSSIBLE 6:53 .*count: More people are required than the role implementer has \(got 3, at most 2\)/],
    ],
    [
      'B-C40 one person named twice',
      withRole('{ id: a, text: A, role: implementer, count: 2 }', '["@li-wei", "@Li-Wei"]'),
      [/^CFG-IMPOSSIBLE .*got 2, at most 1/],
    ],
    [
      'B-C40 in a gate',
      'version: 1\nroles: { implementer: ["@a"] }\ngates: { review: { rules: [{ role: implementer, need: approved, count: 2 }] } }\n',
      [/^CFG-IMPOSSIBLE 3:72 gates\.review\.rules\[0\]\.count: /],
    ],
    [
      'B-C41 count: 0',
      withRole('{ id: a, text: A, role: implementer, count: 0 }'),
      [/^CFG-RANGE 6:53 .*got 0, expected a whole number from 1 to 10/],
    ],
    ['B-C41 count: -1', withRole('{ id: a, text: A, role: implementer, count: -1 }'), [/^CFG-RANGE 6:53 .*got -1/]],
    [
      'B-C41 count: 1.5',
      withRole('{ id: a, text: A, role: implementer, count: 1.5 }'),
      [/^CFG-RANGE 6:53 .*got 1\.5, expected a whole number/],
    ],
    [
      'B-C42 two checklists with one id',
      'version: 1\nroles: { r: ["@a"] }\nchecklists:\n  - id: x\n    items: [{ id: a, text: A, role: r }]\n  - id: x\n    items: [{ id: b, text: B, role: r }]\n',
      [/^CFG-DUPID 6:9 checklists\[1\]\.id: The name x is used twice, in lines 4 and 6/],
    ],
    [
      'B-C42 two items with one id, because commands name items',
      'version: 1\nroles: { r: ["@a"] }\nchecklists:\n  - id: x\n    items: [{ id: a, text: A, role: r }]\n  - id: y\n    items: [{ id: a, text: B, role: r }]\n',
      [/^CFG-DUPID 7:19 checklists\[1\]\.items\[0\]\.id: The name a is used twice, in lines 5 and 7/],
    ],
    [
      'B-C42 two rules with one id',
      'version: 1\ngates:\n  docs:\n    rules:\n      - { id: a, kind: api, when: [a], update: [b] }\n      - { id: a, kind: api, when: [c], update: [d] }\n',
      [/^CFG-DUPID 6:15 gates\.docs\.rules\[1\]\.id: The name a is used twice, in lines 5 and 6/],
    ],
    ...['a b', 'a\\nb', 'x'.repeat(300), '::set-output', '**a**', 'A', '1a'].map((id): [string, string, RegExp[]] => [
      `B-C43 id ${id.slice(0, 12)}`,
      withRole(`{ id: "${id}", text: A, role: implementer }`),
      [/^CFG-ID 6:15 checklists\[0\]\.items\[0\]\.id: Not a usable name \(got .{1,230}, expected lower-case letters/],
    ]),
    ['B-C43 role name', 'version: 1\nroles: { "a b": ["@a"] }\n', [/^CFG-ID 2:10 roles\["a b"\]: Not a usable name/]],
    [
      'B-C44 T-08 empty list',
      withRole('{ id: a, text: A, role: implementer, covers: [] }'),
      [/^CFG-EMPTY 6:54 .*covers: The list is empty/],
    ],
    [
      'B-C44 empty text for a list',
      withRole('{ id: a, text: A, role: implementer, covers: "" }'),
      [/^CFG-EMPTY 6:54 .*covers: /],
    ],
    [
      'B-C44 empty pattern',
      withRole('{ id: a, text: A, role: implementer, covers: [""] }'),
      [/^CFG-EMPTY 6:55 .*covers\[0\]: /],
    ],
    [
      'B-C45 only negations',
      withRole('{ id: a, text: A, role: implementer, covers: ["!docs/**"] }'),
      [/^CFG-GLOB 6:55 .*covers\[0\]: !docs\/\*\* takes away.*matches nothing/],
    ],
    [
      'B-G03 extended pattern',
      withRole('{ id: a, text: A, role: implementer, covers: [a, "+(b|c)"] }'),
      [/^GLB-EXTGLOB 6:58 .*covers\[1\]: Extended patterns/],
    ],
    [
      'B-C50 list with a number and a null',
      withRole('{ id: a, text: A, role: implementer, covers: ["a", 5, null] }'),
      [
        /^CFG-TYPE 6:60 .*covers\[1\]: .*got number 5, expected a text\)\. Fix: write "5"/,
        /^CFG-TYPE 6:63 .*covers\[2\]: .*got nothing/,
      ],
    ],
    [
      'B-C51 level: blok',
      'version: 1\ngates: { coverage: { level: blok } }\n',
      [
        /^CFG-ENUM 2:29 gates\.coverage\.level: Unknown value \(got text blok, expected block or warn or info or off\)\. Did you mean block\?/,
      ],
    ],
    [
      'B-C56 Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
      [/^CFG-FILE 1:1 : The policy is a Git LFS pointer/],
    ],
    [
      'B-C58 10,000 gates',
      `version: 1\ngates:\n${Array.from({ length: 10_000 }, (_, i) => `  g${i}: {}\n`).join('')}`,
      [/^CFG-SIZE 3:3 gates: Too many entries \(got 10000, at most 200\)/],
    ],
    ['directive', '%YAML 1.1\n---\nversion: 1\n', [/^CFG-SYNTAX 1:1 : YAML directives are not supported/]],
    ['unclosed quote', 'version: 1\nlocale: "en\n', [/^CFG-SYNTAX 3:1 : Not valid YAML from here \(Missing closing/]],
    ['key that is no text', 'version: 1\n? [a]\n: b\n', [/^CFG-KEY 2:3 : A key is not a plain text/]],
    [
      'item without role and evidence',
      withRole('{ id: a, text: A }'),
      [/^CFG-SIGNER 6:9 checklists\[0\]\.items\[0\]: The item a has neither/],
    ],
    [
      'item with role and evidence',
      `${withRole('{ id: a, text: A, role: implementer, evidence: gates.coverage }')}gates: { coverage: {} }\n`,
      [/^CFG-SIGNER 6:9 .*has a role and evidence/],
    ],
    [
      'role that does not exist',
      withRole('{ id: a, text: A, role: implementor }'),
      [/^CFG-ROLE 6:33 .*role: There is no role implementor \(known: implementer\)\. Did you mean implementer\?/],
    ],
    [
      'role of a gate that does not exist',
      'version: 1\ngates: { review: { rules: [{ role: implementer, need: requested }] } }\n',
      [/^CFG-ROLE 2:36 gates\.review\.rules\[0\]\.role: There is no role implementer\./],
    ],
    [
      'evidence that is no gate',
      withRole('{ id: a, text: A, evidence: gates.coverge }'),
      [/^CFG-EVIDENCE 6:37 .*There is no gate coverge .*Did you mean coverage\?/],
    ],
    [
      'evidence in another form',
      withRole('{ id: a, text: A, evidence: coverage }'),
      [/^CFG-EVIDENCE 6:37 .*got coverage, expected gates\.<name>/],
    ],
    [
      'evidence of a gate that is off',
      `${withRole('{ id: a, text: A, evidence: gates.coverage }')}gates: { coverage: { level: off } }\n`,
      [/^CFG-EVIDENCE 6:37 .*coverage is not switched on/],
    ],
    [
      'evidence of a gate whose options are wrong is no further problem',
      `${withRole('{ id: a, text: A, evidence: gates.coverage }')}gates: { coverage: { level: blok } }\n`,
      [/^CFG-ENUM 7:29 gates\.coverage\.level/],
    ],
    [
      'text of another type',
      withRole('{ id: a, text: 5, role: implementer }'),
      [/^CFG-TYPE 6:24 .*text: .*got number 5, expected a text, or a mapping of locales to texts\)\. Fix: write "5"/],
    ],
    [
      'unknown locale of a text',
      withRole('{ id: a, text: { en: A, zh-CN: B, zh-TW: C }, role: implementer }'),
      [/^CFG-UNKNOWN 6:43 .*text\.zh-TW: .*Known here: en, zh-CN\./],
    ],
  ])('%s', (_id, source, expected) => {
    const found = problems(source)
    expect(found).toHaveLength(expected.length)
    for (const [i, each] of expected.entries()) expect(found[i]).toMatch(each)
    for (const each of found) expect(each).toMatch(/Fix: |add it|coverage/)
  })
})

describe('limits hold quickly', () => {
  test('B-C18 M13 alias bomb', () => {
    const level = (i: number) =>
      `l${i}: &l${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*l${i - 1}`)).join(', ')}]`
    const bomb = `version: 1\n${Array.from({ length: 9 }, (_, i) => level(i)).join('\n')}\n`
    problems('version: 2')
    const started = performance.now()
    const found = problems(bomb)
    expect(performance.now() - started).toBeLessThan(100)
    expect(found.filter(each => each.startsWith('CFG-ALIAS'))).toEqual([expect.stringMatching(/at most 100/)])
  })

  test.each([
    ['2,000 nested [', '['.repeat(2000)],
    ['100,000 nested [', '['.repeat(100_000)],
    ['100,000 nested {a: ', '{a: '.repeat(60_000)],
    ['100,000 nested -', '- '.repeat(100_000)],
    ['nested ?', '? '.repeat(1000)],
    ['stairs of 700 keys', deepStairs(700)],
    ['stairs with block texts', Array.from({ length: 60 }, (_, i) => deepStep(i)).join('')],
    ['flow in a block', `a:\n  b: ${'['.repeat(40)}${']'.repeat(40)}`],
  ])('B-C19 %s', (_name, source) => {
    expect(problems(source)).toEqual([
      expect.stringMatching(/^CFG-DEPTH \d+:\d+ : Nested too deeply \(at most 32 levels\)/),
    ])
  })

  test('B-C19 block texts of any shape are not nesting, nor directives', () => {
    const text = Array.from({ length: 40 }, (_, i) => `          ${' '.repeat(i)}- [ {\n`).join('')
    const parsed = policy(
      withRole(`id: a\n        role: implementer\n        text: |\n          %\n${text.slice(0, 250)}`),
    )
    expect(parsed.policy.checklists[0]?.items[0]?.text).toMatch(/^%\n- \[ \{\n - \[/)
  })

  test('B-C19 brackets in texts and comments are not nesting', () => {
    const brackets = '['.repeat(50)
    const text = `${withRole(`{ id: a, text: "${brackets}", role: implementer }`)}# ${brackets}\n`
    expect(policy(text).policy.checklists[0]?.items[0]?.text).toBe(brackets)
  })
})

describe('what is fine', () => {
  test('B-C25 a byte order mark, and places count without it', () => {
    expect(policy('\ufeffversion: 1\n').policy.version).toBe(1)
    expect(problems(utf8('\ufeffversion: 2\n'))).toEqual([expect.stringMatching(/^CFG-VERSION 1:10/)])
  })

  test.each(['80', '80.0', '80.25', '100', '5'])('B-C16 plain decimal %s', min => {
    expect(policy(withMin(min)).policy.gates.coverage?.project.min).toBe(Number(min))
  })

  test('B-C20 nothing reaches Object.prototype', () => {
    problems('version: 1\n__proto__: { admin: true }\n')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test('B-C29 line ends do not matter for the value, only for the digest', () => {
    const text = 'version: 1\nroles:\n  a: ["@x"]\n'
    const crlf = policy(text.replaceAll('\n', '\r\n'))
    expect(crlf.policy).toEqual(policy(text).policy)
    expect(policy(text.replaceAll('\n', '\r')).policy).toEqual(policy(text).policy)
    expect(crlf.sha256).not.toBe(policy(text).sha256)
  })

  test('B-C32 role names on, off and no are texts', () => {
    expect(Object.keys(policy('version: 1\nroles:\n  on: ["@a"]\n  no: ["@b"]\n  off: ["@c"]\n').policy.roles)).toEqual(
      ['on', 'no', 'off'],
    )
  })

  test('B-C37 B-C40 an own team in any case, whose size nobody can know here', () => {
    const text = withRole('{ id: a, text: A, role: implementer, count: 5 }', '["@ACME/field-engineers"]')
    expect(policy(text).policy.checklists[0]?.items[0]?.count).toBe(5)
  })

  test.each(['@a', '@li-wei', '@a1-b2', '@old-', '@mona_acme', `@${'a'.repeat(39)}`, '@acme/team_1.x'])(
    'B-C39 %s',
    entry => {
      expect(policy(`version: 1\nroles: { r: ["${entry}"] }\n`).policy.roles).toEqual({ r: [entry] })
    },
  )

  test('B-C54 expressions are literal, with a warning at their place', () => {
    const secret = `\${{ secrets.X }}`
    const parsed = policy(withRole(`{ id: a, text: "${secret}", role: implementer }`))
    expect(parsed.policy.checklists[0]?.items[0]?.text).toBe(secret)
    expect(
      parsed.warnings.map(({ code, line, column, keyPath, message }) => [
        code,
        line,
        column,
        keyPath,
        say(message, 'en', plainText),
      ]),
    ).toEqual([
      [
        'CFG-LITERAL',
        6,
        24,
        'checklists[0].items[0].text',
        `Expressions are not expanded in the policy; ${secret} is taken literally. Fix: write the value itself.`,
      ],
    ])
  })

  test('anchors and aliases', () => {
    const text = `version: 1\nroles: { implementer: &people ["@a"], developer: *people }\n`
    expect(policy(text).policy.roles).toEqual({ implementer: ['@a'], developer: ['@a'] })
  })

  test('defaults, path and digest of the bytes', () => {
    const parsed = policy('version: 1\n')
    expect(parsed).toMatchObject({
      policy: { version: 1, locale: 'en', roles: {}, components: {}, gates: {}, checklists: [], waivers: [] },
      path,
      sha256: createHash('sha256').update('version: 1\n').digest('hex'),
      warnings: [],
    })
  })

  test('T-08 a minimum of 0 that is declared as meant', () => {
    const text = 'version: 1\ngates: { coverage: { allow_zero: true, project: { min: 0 } } }\n'
    expect(policy(text).policy.gates.coverage?.project.min).toBe(0)
  })
})

describe('B-C57 a file named .json', () => {
  test('trailing comma', () => {
    expect(problems('{\n  "version": 1,\n}\n', 'policy.json')).toEqual([
      expect.stringMatching(/^CFG-SYNTAX 3:1 : Not valid JSON from here \(Expected double-quoted property name\)/),
    ])
  })

  test('YAML is not JSON', () => {
    expect(problems('version: 1\n', 'policy.json')).toEqual([expect.stringMatching(/^CFG-SYNTAX 1:1 : Not valid JSON/)])
  })

  test('JSON is read, with places', () => {
    expect(policy('{ "version": 1 }', 'policy.json').policy.version).toBe(1)
    expect(problems('{\n  "version": 2\n}', 'policy.json')).toEqual([
      expect.stringMatching(/^CFG-VERSION 2:14 version/),
    ])
  })
})

test('every problem is reported at once, sorted by place, in both languages', () => {
  const text = [
    'version: 2',
    'locale: fr',
    'roles:',
    '  implementer: ["bob", "@evil/x"]',
    'gates:',
    '  coverge: {}',
    '  review: { rules: [{ role: nobody, need: asked }] }',
    'checklists:',
    '  - id: X',
    '    items:',
    '      - { id: a, text: A, role: ghost }',
    '      - { id: a, text: B, evidence: gates.docs, covers: ["[a"] }',
    '',
  ].join('\n')
  expect(problems(text).map(each => each.split(':').slice(0, 2).join(':'))).toEqual([
    'CFG-VERSION 1:10 version',
    'CFG-ENUM 2:9 locale',
    'CFG-LOGIN 4:17 roles.implementer[0]',
    'CFG-ORG 4:24 roles.implementer[1]',
    'CFG-UNKNOWN 6:3 gates.coverge',
    'CFG-ENUM 7:43 gates.review.rules[0].need',
    'CFG-ID 9:9 checklists[0].id',
    'CFG-ROLE 11:33 checklists[0].items[0].role',
    'CFG-DUPID 12:15 checklists[0].items[1].id',
    'GLB-SYNTAX 12:58 checklists[0].items[1].covers[0]',
  ])
  const parsed = parsePolicy(text, path, { owner: 'acme' })
  const chinese = parsed.ok ? [] : parsed.error.map(problem => say(problem.message, 'zh-CN', plainText))
  expect(chinese).toHaveLength(10)
  for (const sentence of chinese) expect(sentence).toMatch(/处理：.+。$/)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonTokens, jsonLimits } from '../../src/coverage/json.ts'
import { bytes, chinese, english } from './helpers.ts'

type Content = string | Uint8Array
interface Run {
  readonly tokens: readonly string[]
  readonly problem?: string
}

/** Every token with its place, key and value; texts in quotes. */
function run(places: readonly string[], content: Content, size = jsonLimits.slice): Run {
  const json = new JsonTokens(places)
  const whole = typeof content === 'string' ? bytes(content) : content
  const tokens: string[] = []
  for (let at = 0; at < whole.length && !json.problem; at += size) {
    const slice = whole.slice(at, at + size)
    json.feed(slice)
    slice.fill(0x22)
    for (let token = json.next(); token !== 'more' && token !== 'failed'; token = json.next())
      tokens.push(describeToken(json, places, token))
  }
  json.finish()
  if (!json.problem) return { tokens }
  const { code, line, column, message } = json.problem
  expect(chinese(message)).toMatch(/[\u4e00-\u9fff]/)
  return { tokens, problem: `${code} ${line}:${column} ${english(message)}` }
}

function describeToken(json: JsonTokens, places: readonly string[], token: 'open' | 'close' | 'value'): string {
  const place = places[json.place]
  if (token === 'close') return `close ${place}`
  const key = json.key() === '' ? '' : ` ${json.key()}`
  if (token === 'open') return `open ${place}${key}`
  return `${place}${key} = ${written(json)}`
}

function written(json: JsonTokens): string {
  if (json.isText) return JSON.stringify(json.string())
  if (json.isNull) return 'null'
  const number = json.number()
  return Number.isNaN(number) ? String(json.boolean()) : String(number)
}

describe('places', () => {
  test.each<[string, string[], string, string[]]>([
    ['a member', ['a'], '{"b":1,"a":2,"c":[3]}', ['a a = 2']],
    ['a member below', ['a.b'], '{"a":{"b":"x"},"b":1}', ['a.b b = "x"']],
    ['any member', ['*'], '{"a":1,"ü":null}', ['* a = 1', '* ü = null']],
    ['a name before any', ['*', 'a.b'], '{"a":{"b":1},"c":2}', ['a.b b = 1', '* c = 2']],
    ['items', ['a[]'], '{"a":[1,"x",true]}', ['a[] = 1', 'a[] = "x"', 'a[] = true']],
    ['items of the root', ['[].a'], '[{"a":1},{"a":2,"b":{"a":3}}]', ['[].a a = 1', '[].a a = 2']],
    [
      'items of items',
      ['[]', '[][]'],
      '[[1,2],[]]',
      ['open []', '[][] = 1', '[][] = 2', 'close []', 'open []', 'close []'],
    ],
    ['open and close', ['*', '*.a'], '{"k":{"a":1,"b":{"a":2}}}', ['open * k', '*.a a = 1', 'close *']],
    ['the root', ['', 'a'], '{"a":1}', ['open ', 'a a = 1', 'close ']],
    ['an object or a list', ['*[]', '*.a'], '{"k":[1],"l":{"a":2}}', ['*[] = 1', '*.a a = 2']],
    ['null instead of an object or list', ['a', 'a.b', 'c[]'], '{"a":null,"c":null}', []],
    ['blanks everywhere', ['a'], ' \n{ "x" :\t[ ] , "a"\r\n:\n1 }\n ', ['a a = 1']],
    ['a byte order mark', ['a'], '\uFEFF{"a":1}', ['a a = 1']],
    ['escapes in a known key', ['abc.\u00fc'], '{"\\u0061b\\u0063":{"\\u00FC":1}}', ['abc.ü ü = 1']],
    ['escapes in a value', ['a'], '{"a":"\\ud83d\\ude00\\/\\n\\"\\\\"}', [`a a = ${JSON.stringify('😀/\n"\\')}`]],
    ['a number of 300 digits', ['a'], `{"a":1.${'0'.repeat(300)}e2}`, ['a a = 100']],
    ['unknown keys twice', ['a'], '{"b":1,"b":2,"a":3}', ['a a = 3']],
    ['any keys twice', ['*'], '{"b":1,"b":2}', ['* b = 1', '* b = 2']],
    ['a known key elsewhere twice', ['a.b'], '{"b":1,"b":2,"a":{"b":3}}', ['a.b b = 3']],
  ])('%s', (_, places, text, tokens) => {
    expect(run(places, text)).toEqual({ tokens })
    expect(run(places, text, 1)).toEqual({ tokens })
  })
})

describe('what is refused, and where', () => {
  const truncated = 'the JSON ends before its value is closed; the tool that wrote it was interrupted'
  const syntax = 'not well-formed JSON here'
  test.each<[string, Content, string]>([
    ['B-J02 a trailing comma in an object', '{"a":1,\n}', `RPT-SYNTAX 2:1 ${syntax}`],
    ['B-J02 a trailing comma in a list', '{"x":[1,]}', `RPT-SYNTAX 1:9 ${syntax}`],
    ['B-J02 single quotes', "{\n 'a':1}", `RPT-SYNTAX 2:2 ${syntax}`],
    ['B-J02 single quotes around a value', `{"a":'1'}`, `RPT-SYNTAX 1:6 ${syntax}`],
    ['B-J02 a comment', '{"a":1} // x', `RPT-SYNTAX 1:9 ${syntax}`],
    ['B-J02 a comment within', '{/* x */"a":1}', `RPT-SYNTAX 1:2 ${syntax}`],
    ['B-J02 NaN', '{"a":NaN}', `RPT-SYNTAX 1:6 ${syntax}`],
    ['Infinity', '{"a":-Infinity}', `RPT-SYNTAX 1:7 ${syntax}`],
    ['B-J02 places count bytes', '{"ü":1,\r\n"ü" 1}', `RPT-SYNTAX 2:6 ${syntax}`],
    ['behind a byte order mark', '\uFEFF{]', `RPT-SYNTAX 1:2 ${syntax}`],
    ['a sentence', 'Not Found', 'RPT-VALUE 1:1 `$` must be an object'],
    ['a leading zero', '{"a":01}', `RPT-SYNTAX 1:7 ${syntax}`],
    ['a leading plus', '{"a":+1}', `RPT-SYNTAX 1:6 ${syntax}`],
    ['a point without digits', '{"a":1.}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['an exponent without digits', '{"a":1e}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['a hexadecimal number', '{"a":0x1}', `RPT-SYNTAX 1:7 ${syntax}`],
    ['a literal that goes on', '{"a":nulls}', `RPT-SYNTAX 1:10 ${syntax}`],
    ['a literal in capitals', '{"x":True}', `RPT-SYNTAX 1:6 ${syntax}`],
    ['a raw tab in a text', '{"x":"a\tb"}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['a zero byte in a text', '{"x":"a\0b"}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['a zero byte between', '{"x":1\0}', `RPT-SYNTAX 1:7 ${syntax}`],
    ['an escape that is none', '{"x":"\\x41"}', `RPT-SYNTAX 1:7 ${syntax}`],
    ['an escape with too few digits', '{"x\\u12":1}', `RPT-SYNTAX 1:4 ${syntax}`],
    ['a missing colon', '{"a" 1}', `RPT-SYNTAX 1:6 ${syntax}`],
    ['a missing comma', '{"a":1 "b":2}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['a colon in a list', '{"x":[1:2]}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['a key without a value', '{"a"}', `RPT-SYNTAX 1:5 ${syntax}`],
    ['a number as key', '{1:2}', `RPT-SYNTAX 1:2 ${syntax}`],
    ['the other bracket', '{"x":[1}}', `RPT-SYNTAX 1:8 ${syntax}`],
    ['one bracket too many', '{}}', `RPT-SYNTAX 1:3 ${syntax}`],
    ['two roots', '{}\n{}', `RPT-SYNTAX 2:1 ${syntax}`],
    ['truncated in an object', '{"a":1', `RPT-TRUNCATED 1:7 ${truncated}`],
    ['truncated in a key', '{"a', `RPT-TRUNCATED 1:4 ${truncated}`],
    ['truncated behind a key', '{"a":', `RPT-TRUNCATED 1:6 ${truncated}`],
    ['truncated in a passed text', '{"x":"a\n'.trim(), `RPT-TRUNCATED 1:8 ${truncated}`],
    ['truncated in an escape', '{"x":"\\u00', `RPT-TRUNCATED 1:11 ${truncated}`],
    ['truncated in a literal', '{"a":tr', `RPT-TRUNCATED 1:8 ${truncated}`],
    ['nothing', ' \n', `RPT-TRUNCATED 2:1 ${truncated}`],
    ['a byte order mark that is cut', Uint8Array.of(0xef, 0xbb), 'RPT-VALUE 1:1 `$` must be an object'],
    ['only a byte order mark', '\uFEFF', `RPT-TRUNCATED 1:1 ${truncated}`],
    ['only a bracket', '{', `RPT-TRUNCATED 1:2 ${truncated}`],
    ['B-J01 null', 'null', 'RPT-VALUE 1:1 `$` must be an object'],
    ['B-J01 a number', '12', 'RPT-VALUE 1:1 `$` must be an object'],
    ['B-J01 a text', '"x"', 'RPT-VALUE 1:1 `$` must be an object'],
    ['B-J01 a list', '[]', 'RPT-VALUE 1:1 `$` must be an object'],
    ['B-J03 a known key twice', '{"a":1,\n "a":1}', 'RPT-DUPKEY 2:2 key `a` is given twice in one object'],
    ['B-J03 a known key twice, escaped', '{"a":1,"\\u0061":1}', 'RPT-DUPKEY 1:8 key `a` is given twice in one object'],
    ['B-J04 200,000 lists', '['.repeat(200_000), 'RPT-VALUE 1:1 `$` must be an object'],
    [
      'B-J04 200,000 lists somewhere',
      `{"x":${'['.repeat(200_000)}`,
      'RPT-DEPTH 1:261 objects and lists are nested deeper than 256',
    ],
    ['B-J05 __proto__', '{"__proto__":{}}', 'RPT-KEY 1:2 `__proto__` is no key of a report'],
    ['B-J05 __proto__ somewhere', '{"x":[{"__proto__":1}]}', 'RPT-KEY 1:8 `__proto__` is no key of a report'],
    ['B-J05 __proto__ escaped', '{"\\u005f_proto__":1}', 'RPT-KEY 1:2 `__proto__` is no key of a report'],
    [
      'B-J09 a key of 50 MiB',
      `{"x":1,"${'k'.repeat(50 << 20)}":1}`,
      'RPT-SIZE 1:8 one record is longer than 1048576 bytes',
    ],
    [
      'B-J09 a text of 2 MiB that is read',
      `{"a":"${'k'.repeat(2 << 20)}"}`,
      'RPT-SIZE 1:2 one record is longer than 1048576 bytes',
    ],
    ['a text instead of an object', '{"o":"x"}', 'RPT-VALUE 1:2 `o` must be an object'],
    ['a list instead of an object', '{"o":[]}', 'RPT-VALUE 1:2 `o` must be an object'],
    ['an object instead of a list', '{"l":{}}', 'RPT-VALUE 1:2 `l` must be a list'],
    ['an object instead of a value', '{"o":{"v":{}}}', 'RPT-VALUE 1:7 `o.v: {` is not a possible value'],
    [
      'a text that is not UTF-8',
      Uint8Array.from([...bytes('{"a":"'), 0xe9, ...bytes('"}')]),
      'RPT-ENCODING 1:2 a name is not valid in the encoding of the file',
    ],
    [
      'a key that is not UTF-8',
      Uint8Array.from([...bytes('{"o":{"'), 0xc0, 0x80, ...bytes('":1}}')]),
      'RPT-ENCODING 1:7 a name is not valid in the encoding of the file',
    ],
  ])('%s', (_, content, expected) => {
    const places = ['a', 'o.v', 'o.*', 'l[]']
    expect(run(places, content).problem).toBe(expected)
    if (content.length < 1000) expect(run(places, content, 1).problem).toBe(expected)
  })

  test('a text of 50 MiB that nobody reads is passed over', () =>
    expect(run(['a'], `{"x":"${'k\\n\\u00fc'.repeat(5 << 20)}","a":1}`)).toEqual({ tokens: ['a a = 1'] }))
})

const pieces = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '-',
  '.',
  'e',
  '0',
  '1',
  ' ',
  '\n',
  'true',
  'null',
  '\u0001',
  '\\u00',
  '\\n',
]

describe('against JSON.parse', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const accepts = (place: string, text: string, size: number): boolean =>
    run([place], `{"a":${text}}`, size).problem === undefined
  const sizes = fc.integer({ min: 1, max: 9 })

  test('accepts what JSON.parse accepts', () => {
    fc.assert(
      fc.property(
        fc.json().filter(each => !each.includes('__proto__')),
        fc.constantFrom(undefined, 1, '\t'),
        sizes,
        (text, space, size) => {
          expect(accepts('b', JSON.stringify(JSON.parse(text), null, space), size)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  const mutated = (text: fc.Arbitrary<string>) =>
    fc
      .tuple(
        text,
        fc.array(fc.record({ at: fc.nat(), remove: fc.nat(2), insert: fc.constantFrom('', ...pieces) }), {
          maxLength: 3,
        }),
      )
      .map(([whole, edits]) =>
        edits.reduce((all, { at, remove, insert }) => {
          const place = at % (all.length + 1)
          return all.slice(0, place) + insert + all.slice(place + remove)
        }, whole),
      )
      .filter(mutant => !mutant.includes('__proto__'))

  test('refuses what JSON.parse refuses, where nobody looks', () => {
    fc.assert(
      fc.property(mutated(fc.json({ maxDepth: 3 })), sizes, (text, size) => {
        expect(accepts('b', text, size)).toBe(isJson(`{"a":${text}}`))
      }),
      { numRuns: 10_000 },
    )
  })

  test('refuses what JSON.parse refuses, where it is read', () => {
    const scalar = fc.oneof(
      fc.json({ maxDepth: 0 }),
      fc.double().map(String),
      fc.string().map(each => JSON.stringify(each)),
    )
    fc.assert(
      fc.property(mutated(scalar), sizes, (text, size) => {
        fc.pre(!/[{[]/.test(text))
        expect(accepts('a', text, size)).toBe(isJson(`{"a":${text}}`))
      }),
      { numRuns: 10_000 },
    )
  })

  test('reads the same numbers', () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.nat())
    fc.assert(
      fc.property(fc.array(number), sizes, (numbers, size) => {
        const seen: (readonly [number, number])[] = []
        const json = new JsonTokens(['[]'])
        const text = bytes(JSON.stringify(numbers))
        for (let at = 0; at < text.length; at += size) {
          json.feed(text.subarray(at, at + size))
          while (json.next() === 'value') seen.push([json.number(), json.integer()])
        }
        json.finish()
        expect(json.problem).toBeUndefined()
        const expected: number[] = JSON.parse(JSON.stringify(numbers))
        const whole = (each: number) => (/^\d{1,15}$/.test(JSON.stringify(each)) ? each : -1)
        expect(seen.map(([each]) => each)).toEqual(expected)
        expect(seen.filter(([, each]) => each < 1e15).map(([, each]) => each)).toEqual(
          expected.filter(each => !/^\d{16,}$/.test(JSON.stringify(each))).map(whole),
        )
      }),
    )
  })

  test('reads the same texts and keys', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(fc.dictionary(text, text), fc.boolean(), sizes, (object, escaped, size) => {
        fc.pre(!Object.hasOwn(object, '__proto__'))
        const seen: [string, string][] = []
        const json = new JsonTokens(['*'])
        const plain = JSON.stringify(object)
        const whole = bytes(
          escaped
            ? plain.replace(/[\x7f-\uffff]/g, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
            : plain,
        )
        for (let at = 0; at < whole.length; at += size) {
          json.feed(whole.subarray(at, at + size))
          while (json.next() === 'value') seen.push([json.key(), json.string()])
        }
        json.finish()
        expect(json.problem).toBeUndefined()
        expect(seen).toEqual(Object.entries(object))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('paths', () => {
  const pathOf = (text: string): string => {
    const json = new JsonTokens(['*'])
    json.feed(bytes(`{\n"x":${text}}`))
    if (json.next() === 'value') json.path(json.string())
    return json.problem ? `${json.problem.code} ${json.problem.line} ${english(json.problem.message)}` : 'ok'
  }
  test.each([
    ['a name', '"src/ü b.ts"', 'ok'],
    ['a pair of surrogates', '"\\ud83d\\ude00"', 'ok'],
    ['B-J10 a lone surrogate', '"a\\ud800"', 'RPT-PATH 2 a path contains half of a surrogate pair'],
    ['nothing', '""', 'RPT-VALUE 2 a file has no path'],
    ['a control character', '"a\\u0000"', 'RPT-VALUE 2 a path contains control characters'],
    ['5,000 characters', `"${'a'.repeat(5000)}"`, 'RPT-SIZE 2 a path is longer than 4096 bytes'],
    ['a number', '1', 'RPT-VALUE 2 `x` must be a text'],
    ['null', 'null', 'RPT-VALUE 2 `x` must be a text'],
  ])('%s', (_, text, expected) => expect(pathOf(text)).toBe(expected))
})

import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

describe('options of Go programs', () => {
  const path = 'cmd/main.go'
  const main = (lines: string) => `package main\n${lines}\n`
  const change = (before: string, after: string) => told({ path, before: main(before), after: main(after) })

  test.each([
    ['flag.StringVar(&addr, "addr", ":8080", "where to listen")', 'addr null -> :8080'],
    ['flag.Bool("metrics", true, "")', 'metrics null -> true'],
    ['flag.DurationVar(&wait, "wait", 10*time.Second, "")', 'wait null -> 10*time.Second'],
    ['flag.DurationVar(&wait, "wait", defaultWait, "")', 'wait null -> null'],
    ['cmd.Flags().StringP("output", "o", "json", "")', 'output null -> json'],
    ['cmd.PersistentFlags().IntVarP(&o.depth, "depth", "d", -1, "")', 'depth null -> -1'],
    ['rootFlags.StringSlice("hosts", nil, "")', 'hosts null -> null'],
    ['fs.Uint64Var(&o.size, "max.size", 5, "")', 'max.size null -> 5'],
    ['fs.StringVar(\n\t&o.addr,\n\t"addr",\n\t":8080",\n\t"where to listen",\n)', 'addr null -> :8080'],
    ['flag.String("admin-password", "hunter2", "")', 'admin-password null -> null'],
    ['flag.String("db", "mysql://me:hunter2@db/x", "")', 'db null -> null'],
  ])('%s', (line, expected) => {
    expect(change('', line)).toEqual([`added config-key ${expected} ${path}:2`])
  })

  test('come, go, get another name or default', () => {
    expect(change('flag.Int("age", 60, "")', '\nflag.Int("age", 90, "")')).toEqual([
      'changed config-key age 60 -> 90 cmd/main.go:3',
    ])
    expect(change('\nflag.Int("age", 60, "")', '')).toEqual(['removed config-key age 60 -> null cmd/main.go:3'])
    expect(change('flag.Int("age", 60, "")', 'flag.Int("max-age", 60, "")')).toEqual([
      'removed config-key age 60 -> null cmd/main.go:2',
      'added config-key max-age null -> 60 cmd/main.go:2',
    ])
    expect(change('flag.Int("age", lowAge, "")', 'flag.Int("age", highAge, "")')).toEqual([
      'changed config-key age null -> null cmd/main.go:2',
    ])
  })

  test.each([
    ['help', 'flag.Int("age", 60, "a")', 'flag.Int("age", 60, "b, 90")'],
    ['where the value is kept', 'flag.Int("age", 60, "")', 'flag.IntVar(&o.Age, "age", 60, "")'],
    ['short name', 'fs.Int("age", 60, "")', 'fs.IntP("age", "a", 60, "")'],
    ['order', 'flag.Int("a", 1, "")\nflag.Int("b", 2, "")', 'flag.Int("b", 2, "")\nflag.Int("a", 1, "")'],
    ['comments', '', '// flag.Int("age", 60, "")\n/* flag.Int("old", 60, "") */'],
    ['strings', '', 'var a = `flag.Int("age", 60, "")`'],
    ['reading', '', 'flag.Parse()\na := cmd.Flags().GetString("addr")\nb := flag.Lookup("age")'],
    ['other calls', '', 'strings.String("age", 60)\nlog.Int("age", 60, "")'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test.each(['main.go', 'cmd/root.go', 'cmd/server/serve.go', 'pkg/options/server.go', 'internal/config.go'])(
    '%s is looked at',
    other => {
      expect(facts({ path: other, before: main(''), after: main('flag.Int("age", 60, "")') })).toEqual([
        'added config-key age',
      ])
    },
  )

  test.each(['internal/queue.go', 'cmd/main_test.go', 'tools/main.go', 'examples/main.go', 'hack/main.go', 'main.py'])(
    '%s is not',
    other => {
      expect(facts({ path: other, before: main(''), after: main('flag.Int("age", 60, "")') })).toEqual([])
    },
  )

  test('a word that stands elsewhere too is a new option all the same', () => {
    expect(
      told(
        { path, before: main(''), after: main('flag.Int("age", 60, "")') },
        { path: 'a.go', before: '// age\n', after: 'x' },
      ),
    ).toEqual([`added config-key age null -> 60 ${path}:2`])
  })

  test('one that moves with another default has changed', () => {
    expect(
      told(
        { path, before: main('flag.Int("age", 60, "")'), after: main('') },
        { path: 'cmd/options.go', before: main(''), after: main('flag.Int("age", 90, "")') },
      ),
    ).toEqual(['changed config-key age 60 -> 90 cmd/options.go:2'])
  })

  test('one that another program has and keeps is no news', () => {
    const kept = main('flag.Int("age", 60, "")')
    expect(
      told(
        { path: 'cmd/options.go', before: kept, after: `${kept}// x\n` },
        { path, before: main(''), after: main('flag.Int("age", 90, "")') },
      ),
    ).toEqual([])
  })

  test('one that moves to a file where nobody looks says nothing', () => {
    expect(
      told(
        { path, before: main('flag.Int("age", 60, "")'), after: main('') },
        { path: 'internal/queue.go', before: main(''), after: main('flag.Int("age", 60, "")') },
      ),
    ).toEqual([])
  })

  test('one that moves to another file says nothing', () => {
    expect(
      told(
        { path, before: main('flag.Int("age", 60, "")'), after: main('') },
        { path: 'cmd/options.go', before: main(''), after: main('flag.Int("age", 60, "")') },
      ),
    ).toEqual([])
  })
})

describe('lists of flags', () => {
  test.each([
    ['config/feature_flags.yml', 'new_cart: false', 'new_cart: true', 'new_cart false -> true'],
    ['config/features/flags.yaml', 'shop:\n  new_cart: no', 'shop:\n  new_cart: yes', 'shop.new_cart false -> true'],
    [
      'config/feature-toggles.json',
      '{"newCart": {"enabled": false, "description": "a"}}',
      '{"newCart": {"enabled": true, "description": "b"}}',
      'newCart false -> true',
    ],
    [
      'src/flags.ts',
      'const flags = {\n  newCart: false,\n}',
      'const flags = {\n  newCart: true,\n}',
      'newCart false -> true',
    ],
    ['app/feature_flags.py', 'FLAG_NEW_CART = False', 'FLAG_NEW_CART = True', 'FLAG_NEW_CART false -> true'],
    [
      'pkg/features/kube_features.go',
      'var features = m{\n\tNewCart: {Default: false, PreRelease: featuregate.Alpha},\n}',
      'var features = m{\n\tNewCart: {Default: true, PreRelease: featuregate.Beta},\n}',
      'NewCart false -> true',
    ],
    [
      'src/featureFlags.ts',
      'const flags = {\n  newCart: {\n    default: false }, }',
      'const flags = {\n  newCart: {\n    default: true }, }',
      'newCart false -> true',
    ],
  ])('%s: a default flips', (path, before, after, expected) => {
    const [change = '', ...others] = told({ path, before: `${before}\n`, after: `${after}\n` })
    expect(others).toEqual([])
    expect(change.replace(/ \S+$/, '')).toBe(`changed feature-flag ${expected}`)
  })

  test('flags come, go and get other names, with their lines', () => {
    const file = (...lines: readonly string[]) => `export const flags = {\n${lines.join('\n')}\n}\n`
    expect(
      told({
        path: 'src/flags.ts',
        before: file('  // shop', '  oldCart: true,', '  search: true,'),
        after: file('  search: true,', "  newCart: 'new-cart',", '  fastSearch: false,'),
      }),
    ).toEqual([
      'added feature-flag new-cart null -> null src/flags.ts:3',
      'removed feature-flag oldCart true -> null src/flags.ts:3',
      'added feature-flag fastSearch null -> false src/flags.ts:4',
    ])
    expect(told({ path: 'flags.yml', before: 'a_b: true\n', after: 'b_c: true\n' })).toEqual([
      'removed feature-flag a_b true -> null flags.yml:1',
      'added feature-flag b_c null -> true flags.yml:1',
    ])
  })

  test('one file for each flag', () => {
    const path = 'config/feature_flags/ops/new_cart.yml'
    const one = (on: string, rest = '') => text`
      ---
      name: new_cart
      group: shop${rest}
      default_enabled: ${on}
    `
    expect(told({ path, before: null, after: one('false') })).toEqual([
      `added feature-flag new_cart null -> false ${path}:4`,
    ])
    expect(told({ path, before: one('false'), after: one('true') })).toEqual([
      `changed feature-flag new_cart false -> true ${path}:4`,
    ])
    expect(told({ path, before: one('true'), after: null })).toEqual([
      `removed feature-flag new_cart true -> null ${path}:4`,
    ])
    expect(told({ path, before: one('true'), after: one('true', ' and mail') })).toEqual([])
    expect(
      told({ path: path.replace('ops', 'beta'), previousPath: path, before: one('true'), after: one('true', 's') }),
    ).toEqual([])
  })

  test.each([
    ['words about a flag', 'flags.yml', 'a: {enabled: true, owner: x}', 'a: {enabled: true, owner: y}'],
    ['order and quotes', 'flags.yml', 'a: true\nb: false', '"b": false\n\'a\': true # on'],
    ['comments', 'src/flags.ts', 'const flags = {\n}', 'const flags = {\n  // newCart: true,\n}'],
    ['a use', 'src/cart.ts', 'show(a)', 'if (flags.newCart) show(a)\nconst b = { newCart: true }'],
    ['types', 'src/flags.ts', 'interface Flags {\n}', 'interface Flags {\n  newCart: boolean\n}'],
    ['tests', 'src/flags.test.ts', 'const flags = {\n}', 'const flags = {\n  newCart: true,\n}'],
    ['fixtures', 'tests/feature_flags.yml', 'a: true', 'a: false'],
    ['documents', 'docs/feature_flags.yml', 'a: true', 'a: false'],
    ['a file of flags of something else', 'src/cart.ts', 'const flags = {\n}', 'const flags = {\n  newCart: true,\n}'],
  ])('nothing: %s', (_, path, before, after) => {
    expect(told({ path, before: `${before}\n`, after: `${after}\n` })).toEqual([])
  })

  test('one that moves to another list says nothing', () => {
    expect(
      told(
        { path: 'flags.yml', before: 'a_b: true\nc_d: true\n', after: 'c_d: true\n' },
        { path: 'shop/flags.yml', before: 'e_f: true\n', after: 'e_f: true\na_b: true\n' },
      ),
    ).toEqual([])
  })
})

describe('what is on or off in files of settings', () => {
  const path = 'config/settings.yml'
  const change = (before: string, after: string) => told({ path, before, after })

  test.each([
    ['features', 'new_cart'],
    ['app: {features', 'new_cart'],
    ['feature_flags', 'new_cart'],
    ['toggles', 'shop.new_cart'],
    ['feature-gates', 'NewCart'],
  ])('below %s: %s', (block, flag) => {
    const file = (on: boolean) =>
      `${block}: ${flag.split('.').reduceRight((inner, key) => `{${key}: ${inner}}`, String(on))}${block.includes('{') ? '}' : ''}\n`
    expect(change(file(false), file(true))).toEqual([`changed feature-flag ${flag} false -> true ${path}:1`])
  })

  test('comes and goes', () => {
    const features = (lines: string) => `features:\n  search: true\n${lines}`
    expect(change(features(''), features('  new_cart: false\n'))).toEqual([
      `added feature-flag new_cart null -> false ${path}:3`,
    ])
    expect(change(features('  new_cart: false\n'), features(''))).toEqual([
      `removed feature-flag new_cart false -> null ${path}:3`,
    ])
  })

  test.each([
    ['config.toml', '[features]\nnew_cart = false\n', 2],
    ['app.example.ini', '[shop.features]\nnew_cart = false\n', 2],
    ['src/main/resources/application.properties', 'shop.features.new_cart=false\n', 1],
    ['config/defaults.hjson', 'features: {\n  new_cart: false\n}\n', 2],
    ['clickhouse/config.xml', '<a><features><new_cart>false</new_cart></features></a>\n', 1],
  ])('%s: %j', (other, before, line) => {
    expect(told({ path: other, before, after: before.replace('false', 'true') })).toEqual([
      `changed feature-flag new_cart false -> true ${other}:${line}`,
    ])
    expect(facts({ path: other, before, after: before.replace('false', 'auto') })).toEqual([
      `changed config-key ${other.includes('example') || other.includes('properties') ? 'shop.' : ''}features.new_cart`,
    ])
  })

  test('a name that sounds secret is a flag too', () => {
    expect(change('features: {oauth: false}\n', 'features: {oauth: true}\n')).toEqual([
      `changed feature-flag oauth null -> null ${path}:1`,
    ])
  })

  test.each([
    ['a number', 'features: {limit: 1}\n', 'features: {limit: 2}\n', 'changed config-key features.limit 1 -> 2'],
    ['words', 'flags: {mode: a}\n', 'flags: {mode: b}\n', 'changed config-key flags.mode a -> b'],
    ['another block', 'mail: {on: true}\n', 'mail: {on: false}\n', 'changed config-key mail.on true -> false'],
    ['from on to a word', 'flags: {a: true}\n', 'flags: {a: auto}\n', 'changed config-key flags.a true -> auto'],
  ])('a setting: %s', (_, before, after, expected) => {
    expect(change(before, after)).toEqual([`${expected} ${path}:1`])
  })
})

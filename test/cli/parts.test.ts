import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArguments, peek, splitCommand } from '../../cli/arguments.ts'
import type { OptionSpecs } from '../../cli/command.ts'
import { commands } from '../../cli/commands.ts'
import { jsonLine } from '../../cli/json.ts'
import { main, version } from '../../cli/main.ts'
import { showProgress } from '../../cli/progress.ts'
import { sayRefusal } from '../../cli/refusal.ts'
import { table, widthOf } from '../../cli/table.ts'
import { localeTags } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { temporaryFolder } from '../git/repo.ts'
import { read, root } from '../project/files.ts'

const specs = {
  json: { about: 'cli.option.json' },
  base: { about: 'cli.option.json', value: 'REF' },
  locale: { about: 'cli.option.locale', value: 'LOCALE', choices: ['en', 'zh-CN'] },
  help: { about: 'cli.option.help', short: 'h' },
} as const satisfies OptionSpecs

const parsed = (...args: readonly string[]) => {
  const result = parseArguments(args, specs)
  return result.ok ? result.value : sayRefusal(result.error, 'en')
}

describe('arguments', () => {
  test('options and files in any order', () => {
    const values = { json: true, base: 'main', locale: 'zh-CN' }
    const wanted = { values, positionals: ['a', 'b'] }
    expect(parsed('a', '--json', '--base', 'main', 'b', '--locale=zh-CN')).toEqual(wanted)
    expect(parsed('--locale', 'zh-CN', '--base=main', 'a', 'b', '--json')).toEqual(wanted)
  })

  test('the last of a name counts, -h is --help, -- ends the options, - is a file', () => {
    expect(parsed('--base', 'a', '--base', 'b')).toEqual({ values: { base: 'b' }, positionals: [] })
    expect(parsed('-h')).toEqual({ values: { help: true }, positionals: [] })
    expect(parsed('-', '--', '--json', '--')).toEqual({ values: {}, positionals: ['-', '--json', '--'] })
  })

  test.each([
    [['--jsno'], 'there is no option --jsno (--json?); --help lists them, and -- stands before a file of that name'],
    [['--toString'], 'there is no option --toString; --help lists them, and -- stands before a file of that name'],
    [['--no-json'], 'there is no option --no-json; --help lists them, and -- stands before a file of that name'],
    [['-j'], 'there is no option -j; --help lists them, and -- stands before a file of that name'],
    [['--base'], '--base needs a value: --base REF'],
    [['--base='], '--base needs a value: --base REF'],
    [['--base', '--json'], '--base needs a value: --base REF'],
    [['--json=yes'], '--json takes no value'],
    [['--locale', 'fr'], '--locale is fr; accepted: en or zh-CN'],
    [['--locale', 'EN'], '--locale is EN; accepted: en or zh-CN'],
  ])('%j is refused', (args, said) => expect(parsed(...args)).toBe(said))

  test('a value may look like an option where = says so', () => {
    expect(parsed('--base=--all')).toEqual({ values: { base: '--all' }, positionals: [] })
  })

  test('the command is the first word that is no option and no value of one', () => {
    expect(splitCommand(['--locale', 'zh-CN', 'coverage', '--json', 'a'], specs)).toEqual({
      name: 'coverage',
      rest: ['--locale', 'zh-CN', '--json', 'a'],
    })
    expect(splitCommand(['--help'], specs)).toEqual({ name: null, rest: ['--help'] })
  })

  test('the language is found however wrong the rest is', () => {
    expect(peek(['--x', '--locale', 'zh-CN', '--locale=de'], 'locale', localeTags)).toBe('zh-CN')
    expect(peek(['--locale'], 'locale', localeTags)).toBeUndefined()
  })
})

/** The program inside this process. */
async function called(args: readonly string[], cwd = root) {
  const said = { out: '', err: '' }
  const code = await main(args, {
    cwd,
    env: {},
    print: text => {
      said.out += text
    },
    warn: text => {
      said.err += text
    },
    screen: { write: () => true },
    now: () => 0,
  })
  return { code, ...said }
}

describe('help and version', () => {
  test('the version is the package’s', async () => {
    expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
    expect(await called(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  test.each(localeTags)('%s: every command and option is explained, in 120 columns', async locale => {
    const program = await called(['--help', '--locale', locale])
    for (const name of Object.keys(commands)) expect(program.out).toMatch(new RegExp(`^  ${name} {2,}\\S`, 'm'))
    for (const [name, { load }] of Object.entries(commands)) {
      const { code, out, err } = await called([name, '--help', '--locale', locale])
      expect([code, err]).toEqual([0, ''])
      for (const option of [...Object.keys((await load()).options), 'json', 'locale', 'help']) {
        expect(out).toMatch(new RegExp(`--${option}\\b.* {2,}\\S`))
      }
      for (const line of (program.out + out).split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(120)
    }
  })

  test('-h beside anything else is help, in the language that is asked for', async () => {
    expect((await called(['coverage', '-h'])).out).toMatch(/^Usage:\n {2}delivery-gates coverage /m)
    expect((await called(['--locale', 'zh-CN', 'coverage', 'none', '--help'])).out).toMatch(/^用法：$/m)
  })

  test.each([
    [[], /^a command is missing: [a-z, ]+; delivery-gates --help explains them\n$/],
    [['covrage'], /^there is no command covrage \(coverage\?\); delivery-gates --help lists them\n$/],
    [['toString'], /^there is no command toString; /],
    [['--locale', 'zh-CN'], /^缺少命令：[a-z 、或]+；/],
    [['--verbose'], /^there is no option --verbose/],
  ])('%j is refused with one line', async (args, said) => {
    const { code, out, err } = await called(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
  })

  test('a defect of ours is one line too, and no success', async () => {
    const said: string[] = []
    const broken = (): void => {
      throw new Error('first\nsecond')
    }
    const world = {
      cwd: root,
      env: {},
      print: broken,
      warn: (text: string) => said.push(text),
      screen: { write: () => true },
      now: () => 0,
    }
    expect(await main(['--help'], world)).toBe(2)
    expect(said).toEqual(['internal error of Delivery Gates: first; nothing was judged, so nothing has passed\n'])
  })
})

test('whatever the arguments are: output and 0, or one line and 2', async () => {
  const cwd = temporaryFolder()
  const word = fc.oneof(
    fc.constantFrom('coverage', '--json', '--base', '--base=x', '--locale', 'zh-CN', '-h', '--', '-', '', '--format'),
    fc.constantFrom('--format=lcov', '--help', '--version', '--locale=en', '-hx', '--json=', 'none.info', '.'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async args => {
      const { code, out, err } = await called(args, cwd)
      expect(code === 2 ? [out, err.split('\n').length] : [code, err]).toEqual(code === 2 ? ['', 2] : [0, ''])
      expect(err).not.toMatch(/internal error|undefined|\[object/)
    }),
    { numRuns: process.env.SOAK ? 20_000 : 300 },
  )
})

test('every file of a command stands in the registry', () => {
  const files = readdirSync(join(root, 'cli')).filter(name => name.endsWith('.ts'))
  const defining = files.filter(name => /^export const \w+ = defineCommand\(\{$/m.test(read(`cli/${name}`)))
  expect(defining.map(name => name.replace('.ts', ''))).toEqual(Object.keys(commands).toSorted())
})

describe('tables', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['报告', 4],
    ['，。（', 6],
    ['ｱ', 1],
    ['한국어', 6],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['–…', 2],
    ['𠀋', 2],
  ])('%j takes %i columns', (text, width) => expect(widthOf(text)).toBe(width))

  test('columns are as wide as their widest cell, numbers stand at the right', () => {
    const rows = [
      ['报告', 'n'],
      ['a', '100'],
    ]
    expect(table(rows, ['left', 'right'])).toEqual(['报告    n', 'a     100'])
    expect(table([['a', '']], ['left', 'left'])).toEqual(['a'])
    expect(table([], ['left'])).toEqual([])
  })
})

describe('JSON', () => {
  test('what cannot be seen is escaped and still means the same', () => {
    const value = { a: '\u001b[31m\u009b\u202e\u2028\u{e0041}\ud800 ##[error] é 支付' }
    const line = jsonLine(value)
    expect(line).toMatch(/^[\x20-\x7eé支付]+\n$/)
    expect(line).not.toContain('##[')
    expect(JSON.parse(line)).toEqual(value)
  })
})

test('T-54 a refusal is one line whatever the names in it are', () => {
  const place = { path: 'a\n::error::b\u001b[2J', line: 3, column: 4 }
  expect(sayRefusal({ place, message: message('cli.coverage.notFound', {}) }, 'en')).toBe(
    'a\\u{a}::error::b\\u{1b}[2J:3:4: no such file (RPT-NOTFOUND)',
  )
})

describe('progress', () => {
  /** Ten chunks of a tenth each; the clock moves by `step` milliseconds before each. */
  function drawn(step: number, how: { isTTY?: boolean; columns?: number; env?: Record<string, string> } = {}) {
    const { isTTY = true, columns = 80, env = { TERM: 'xterm' } } = how
    const written: string[] = []
    let time = 1_000
    const progress = showProgress(
      { label: 'Reading', total: 10 * 1024 ** 2 },
      { screen: { isTTY, columns, write: text => written.push(text) }, env, now: () => time },
    )
    const chunks = Array.from({ length: 10 }, () => new Uint8Array(1024 ** 2))
    const seen: Uint8Array[] = []
    for (const chunk of progress.watch(
      (function* () {
        for (const chunk of chunks) {
          time += step
          yield chunk
        }
      })(),
    ))
      seen.push(chunk)
    expect([seen.length, seen.every((chunk, index) => chunk === chunks[index])]).toEqual([chunks.length, true])
    progress.clear()
    progress.clear()
    return written
  }

  const clear = '\r\u001b[2K'

  test('quick reading shows nothing', () => expect(drawn(29)).toEqual([]))

  test('after 300 ms a bar, every 100 ms at most, and in the end a clear line', () => {
    const written = drawn(60)
    expect(written).toEqual([
      `${clear}Reading [####################--------------------] 50 %  5/10 MiB`,
      `${clear}Reading [############################------------] 70 %  7/10 MiB`,
      `${clear}Reading [####################################----] 90 %  9/10 MiB`,
      clear,
    ])
  })

  test('a bar never takes more than one line', () => {
    for (const columns of [1, 10, 20, 30, 40, 60, 200]) {
      for (const text of drawn(400, { columns })) expect(widthOf(text.replace(clear, ''))).toBeLessThan(columns)
    }
    expect(drawn(400, { columns: 0 })[0]).toContain('10 %')
  })

  test.each([
    ['no terminal', { isTTY: false }],
    ['a terminal that knows no control sequences', { env: { TERM: 'dumb' } }],
    ['NO_COLOR', { env: { TERM: 'xterm', NO_COLOR: '1' } }],
  ])('%s: nothing', (_what, how) => expect(drawn(400, how)).toEqual([]))
})

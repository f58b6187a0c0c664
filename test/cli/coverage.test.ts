import { execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formatIds } from '../../src/coverage/formats/index.ts'
import { fixtures } from '../coverage/helpers.ts'
import { temporaryFolder } from '../git/repo.ts'
import { root } from '../project/files.ts'
import { delivery, json, lcov, refusal, writeFiles } from './cli.ts'

const fixture = (format: string, name: string): string => `test/fixtures/coverage/${format}/${name}`
const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  writeFiles(temporaryFolder(), files)

describe('--json', () => {
  const withFixtures = formatIds.filter(id => existsSync(join(root, 'test/fixtures/coverage', id)))

  test.each(withFixtures)('%s: every fixture has its totals, the format told from the content', format => {
    const known = fixtures(format)
    const paths = known.map(({ name }) => fixture(format, name))
    const { code, value } = json(['coverage', ...paths])
    expect(code).toBe(0)
    expect(value.reports).toEqual(known.map(({ expected }, index) => ({ path: paths[index], format, ...expected })))
  })

  test('the contract of one report: totals first, one line, nothing else', () => {
    const { value } = json(['coverage', fixture('lcov', 'geninfo.info')])
    expect(value).toEqual({
      files: 3,
      lines: { covered: 7, total: 12 },
      branches: { covered: 4, total: 10 },
      functions: { covered: 3, total: 4 },
      reports: [expect.objectContaining({ path: fixture('lcov', 'geninfo.info'), format: 'lcov', files: 3 })],
    })
  })

  test('several reports are united, never added up', () => {
    const cwd = folderWith({
      'a.info': lcov({ 'src/a.ts': [1, -2], 'src/b.ts': [1] }),
      'b.info': lcov({ './src/a.ts': [-1, 2, -3], 'src\\b.ts': [-1], 'src/empty.ts': [] }),
    })
    const { value } = json(['coverage', 'a.info', 'b.info', 'a.info'], { cwd })
    expect(value).toMatchObject({ files: 3, lines: { covered: 3, total: 4 } })
    expect(value.reports.map((one: { files: number }) => one.files)).toEqual([2, 3, 2])
  })

  test('a path that climbs out keeps its own name, and one file written twice counts once', () => {
    const cwd = folderWith({ 'a.info': lcov({ '../out.ts': [1], 'x/../in.ts': [1], 'in.ts': [-1, 2] }) })
    expect(json(['coverage', 'a.info'], { cwd }).value).toMatchObject({ files: 2, lines: { covered: 3, total: 3 } })
  })

  test('--format decides where it is given', () => {
    const path = fixture('lcov', 'vitest.info')
    expect(json(['coverage', '--format=lcov', path]).value.files).toBe(2)
    expect(refusal(['coverage', '--format', 'cobertura', path])).toMatch(/^test\/.*vitest\.info:1:1: .* \(RPT-\w+\)$/)
  })

  test('files may stand anywhere, and behind -- be called like an option', () => {
    const cwd = folderWith({ 'sub/x': '', '../--json': lcov({ 'a.ts': [1] }) })
    const away = folderWith({ 'away.info': lcov({ 'b.ts': [1] }) })
    const { code, stdout } = delivery(['coverage', '--json', join(away, 'away.info'), '--', '../--json'], {
      cwd: join(cwd, 'sub'),
      env: {},
    })
    expect([code, stdout]).toEqual([2, ''])
    writeFiles(cwd, { '--json': lcov({ 'a.ts': [1] }) })
    const both = delivery(['coverage', '--json', join(away, 'away.info'), '--', '../--json'], { cwd: join(cwd, 'sub') })
    expect(JSON.parse(both.stdout)).toMatchObject({ files: 2, reports: [{}, { path: '../--json' }] })
  })
})

describe('a refusal is exit code 2 and one line that names the file and the place', () => {
  const broken = 'TN:\nSF:src/a.ts\nDA:1,1\nDA:0,1\nend_of_record\n'

  test.each<readonly [what: string, files: Readonly<Record<string, string | Uint8Array>>, line: string | RegExp]>([
    [
      'a value that cannot be',
      { 'coverage/lcov.info': broken },
      'coverage/lcov.info:4: DA:0,1 is not a possible value (RPT-VALUE)',
    ],
    ['an empty file', { 'a.info': '' }, /^a\.info: the file is empty; .* \(RPT-EMPTY\)$/],
    ['no executable line', { 'a.info': 'TN:\n' }, /^a\.info: .* \(RPT-EMPTY\)$/],
    ['cut off', { 'a.info': 'TN:\nSF:a.ts\nDA:1,1\n' }, /^a\.info:\d+(:\d+)?: .* \(RPT-TRUNCATED\)$/],
    ['gzip', { 'a.info': gzipSync('TN:\n') }, /^a\.info:1:1: it is gzip-compressed; unpack it first \(RPT-FORMAT\)$/],
    ['a web page', { 'a.xml': '<!doctype html><p>Sign in' }, /^a\.xml:1:1: it looks like an HTML page/],
    ['another XML', { 'a.xml': '<project/>\n' }, /^a\.xml:1:1: XML with root element project .* \(RPT-ROOT\)$/],
    ['no report at all', { 'a.txt': 'Not Found' }, /^a\.txt:1:1: the format is not recognised; .* \(RPT-FORMAT\)$/],
    ['entities', { 'a.xml': '<!DOCTYPE coverage [<!ENTITY x "y">]><coverage/>' }, /^a\.xml:1:\d+: .* \(RPT-DOCTYPE\)$/],
  ])('%s', (_what, files, line) => {
    const cwd = folderWith(files)
    for (const more of [[], ['--json']]) {
      expect(refusal(['coverage', ...Object.keys(files), ...more], { cwd })).toMatch(line)
    }
  })

  test('a report cut anywhere in the middle', () => {
    const whole = '<?xml version="1.0"?>\n<coverage><packages><package><classes><class filename="a.ts"><lines>\n'
    const cwd = folderWith({ 'cobertura.xml': whole })
    expect(refusal(['coverage', 'cobertura.xml'], { cwd })).toMatch(/^cobertura\.xml:\d+:\d+: .* \(RPT-TRUNCATED\)$/)
  })

  test('of several broken files the first one is named, and the good ones give no totals', () => {
    const cwd = folderWith({ 'good.info': lcov({ 'a.ts': [1] }), 'b.info': broken, 'c.info': '' })
    expect(refusal(['coverage', 'good.info', 'b.info', 'c.info', 'none'], { cwd })).toMatch(/^b\.info:4: /)
  })

  test.each([
    ['missing', ['none.info'], 'none.info: no such file (RPT-NOTFOUND)'],
    ['below a file', ['a.info/b'], 'a.info/b: no such file (RPT-NOTFOUND)'],
    ['a directory', ['.'], /^\. (is a directory|leads out)/],
    ['another directory', ['sub'], 'sub is a directory, not a file (RPT-FILE).'],
    ['a device', ['/dev/null'], '/dev/null is a device, not a file (RPT-FILE).'],
    ['a link to itself', ['loop'], 'loop is a link that leads back to itself (RPT-PATH).'],
    ['a name of nothing', [''], /\(RPT-\w+\)/],
    ['an unknown option', ['--jsn', 'a.info'], /^there is no option --jsn \(--json\?\)/],
    ['an unknown short option', ['-x', 'a.info'], /^there is no option -x/],
    ['an option of another command', ['--version'], /^there is no option --version/],
    ['a forgotten value', ['a.info', '--base'], '--base needs a value: --base REF'],
    ['a forgotten value before an option', ['--base', '--json', 'a.info'], '--base needs a value: --base REF'],
    ['a value too many', ['--json=1', 'a.info'], '--json takes no value'],
    ['a format that is not there', ['--format', 'lcv', 'a.info'], /^--format is lcv; accepted: lcov, /],
    ['a language that is not there', ['--locale', 'de', 'a.info'], '--locale is de; accepted: en or zh-CN'],
    ['a format of nothing', ['--format', 'lcov'], '--format says what every FILE is, and there is none'],
    ['no FILE outside of a checkout', [], /^no FILE, and this folder is in no git checkout/],
    [
      '--base outside of a checkout',
      ['--base', 'main'],
      /^--base compares commits, and this folder is in no git checkout$/,
    ],
  ])('%s', (_what, args, line) => {
    const cwd = folderWith({ 'a.info': lcov({ 'a.ts': [1] }), 'sub/x': '' })
    symlinkSync('loop', join(cwd, 'loop'))
    const said = refusal(['coverage', ...args], { cwd })
    if (typeof line === 'string') expect(said).toBe(line)
    else expect(said).toMatch(line)
  })

  test('a FIFO is not waited for', () => {
    const cwd = temporaryFolder()
    execFileSync('mkfifo', [join(cwd, 'pipe')])
    expect(refusal(['coverage', 'pipe'], { cwd })).toBe('pipe is a FIFO, not a file (RPT-FILE).')
  })

  test('in Chinese', () => {
    const cwd = folderWith({ '报告.info': broken })
    expect(refusal(['coverage', '--locale', 'zh-CN', '报告.info'], { cwd })).toBe(
      '报告.info:4: DA:0,1 不是可能的值（RPT-VALUE）',
    )
    expect(refusal(['coverage', '--locale=zh-CN', 'none'], { cwd })).toBe('none: 没有此文件（RPT-NOTFOUND）')
    expect(refusal(['coverage', '--locale=zh-CN', '--nope'], { cwd })).toMatch(/^没有选项 --nope/)
  })

  test('a long path is named whole', () => {
    const path = `${'a'.repeat(100)}/${'b'.repeat(100)}/${'c'.repeat(100)}.info`
    expect(refusal(['coverage', path])).toBe(`${path}: no such file (RPT-NOTFOUND)`)
  })
})

describe('the table', () => {
  test('in English', () => {
    const { code, stdout, stderr } = delivery([
      'coverage',
      fixture('lcov', 'geninfo.info'),
      fixture('cobertura', 'coverage-py.xml'),
    ])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')).toEqual([
      'report                                            format     files           lines    branches  functions',
      'test/fixtures/coverage/lcov/geninfo.info          lcov           3   7/12  58.33 %  4/10  40 %  3/4  75 %',
      'test/fixtures/coverage/cobertura/coverage-py.xml  cobertura      2  10/12  83.33 %   3/4  75 %          –',
      'total                                                            5  17/24  70.83 %  7/14  50 %  3/4  75 %',
      '',
    ])
  })

  test('in Chinese the columns stand under each other on a terminal', () => {
    const cwd = folderWith({ '覆盖率.info': lcov({ 'a.ts': [1, -2] }), 'b.info': lcov({ 'b.ts': [1] }) })
    const { stdout } = delivery(['coverage', '--locale', 'zh-CN', '覆盖率.info', 'b.info'], { cwd })
    expect(stdout.split('\n')).toEqual([
      '报告         格式  文件           行  分支  函数',
      '覆盖率.info  lcov     1     1/2  50%     –     –',
      'b.info       lcov     1    1/1  100%     –     –',
      '合计                  2  2/3  66.66%     –     –',
      '',
    ])
  })

  test('a hundred reports at once', () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.info`)
    const cwd = folderWith(Object.fromEntries(names.map((name, index) => [name, lcov({ [`${index}.ts`]: [1] })])))
    expect(delivery(['coverage', ...names], { cwd }).stdout.split('\n')).toHaveLength(103)
  })
})

describe('T-60 text from outside is inert', () => {
  const names = [
    '::error::x.info',
    'a\nb.info',
    '\u001b[31mred.info',
    '\u202egnp.info',
    '\u009b31m.info',
    '##[error]x.info',
    ' ::notice::y.info',
  ]
  const raw = /[\p{Cc}\u202e]|^\s*::|##\[/u
  const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n')

  test('names of files', () => {
    const cwd = folderWith(Object.fromEntries(names.map(name => [name, lcov({ 'a.ts': [1] })])))
    const rows = linesOf(delivery(['coverage', ...names], { cwd }).stdout)
    expect(rows).toHaveLength(names.length + 2)
    expect(rows.filter(row => raw.test(row))).toEqual([])
    const { stdout, value } = json(['coverage', ...names], { cwd })
    expect(value.reports.map((one: { path: string }) => one.path)).toEqual(names)
    expect(linesOf(stdout).filter(row => raw.test(row))).toEqual([])
  })

  test.each(names)('a missing file called %j', name => {
    expect(refusal(['coverage', name])).not.toMatch(raw)
  })

  test('names inside of reports', () => {
    const cwd = folderWith({ 'a.info': `TN:\nSF:a\u202e.ts\nDA:x::\u202e${'y'.repeat(500)},1\nend_of_record\n` })
    expect(refusal(['coverage', 'a.info'], { cwd })).not.toMatch(/\u202e/)
  })
})

describe('what surrounds it', () => {
  test('no escape sequence reaches a pipe, however long reading takes', () => {
    const cwd = folderWith({
      'a.info': lcov(
        Object.fromEntries(
          Array.from({ length: 200 }, (_, file) => [
            `${file}.ts`,
            Array.from({ length: 2_000 }, (_, line) => line + 1),
          ]),
        ),
      ),
    })
    const { stdout, stderr } = delivery(['coverage', ...Array.from({ length: 20 }, () => 'a.info')], {
      cwd,
      env: { TERM: 'xterm', FORCE_COLOR: '1' },
    })
    expect(stderr).toBe('')
    expect(stdout).not.toContain('\u001b')
  })

  test('a reader that has seen enough is no failure', async () => {
    const child = spawn(process.execPath, [join(root, 'cli/index.ts'), 'coverage', fixture('lcov', 'node.info')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const code = await new Promise(resolve => child.once('close', resolve))
    expect([code, stderr]).toEqual([0, ''])
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk is a failure', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [join(root, 'cli/index.ts'), 'coverage', fixture('lcov', 'node.info')], {
      cwd: root,
      stdio: ['ignore', full, 'pipe'],
    })
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const code = await new Promise(resolve => child.once('close', resolve))
    expect([code, stderr.split('\n').length]).toEqual([2, 2])
  })

  test('it needs neither git nor a home', () => {
    const { code } = delivery(['coverage', join(root, fixture('lcov', 'node.info'))], {
      cwd: temporaryFolder(),
      env: { PATH: '/nonexistent' },
    })
    expect(code).toBe(0)
  })

  test('every fixture folder belongs to a format', () => {
    const folders = readdirSync(join(root, 'test/fixtures/coverage'))
    expect(folders.filter(folder => formatIds.some(id => id === folder)).length).toBeGreaterThan(1)
  })
})

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  addedLines,
  changedPaths,
  diffArguments,
  firstChangedLine,
  numberedLines,
  parseDiff,
  parsePatch,
} from '../../src/facts/diff.ts'
import type { ChangedFile, Hunk } from '../../src/facts/facts.ts'
import { say } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { Result } from '../../src/result.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const env = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

interface Entry {
  readonly content?: string | Uint8Array
  readonly link?: string
  readonly executable?: boolean
  readonly submodule?: string
}
type Tree = Readonly<Record<string, Entry | string>>

/** A repository with the first tree, then the second; the reader's input is what real git prints. */
function repository(config: readonly string[] = []) {
  const dir = mkdtempSync(join(tmpdir(), 'diff-'))
  folders.push(dir)
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: dir, env, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })
  git('init', '-q')
  for (const setting of config) git('config', ...(setting.split('=', 2) as [string, string]))
  const commit = (tree: Tree): string => {
    for (const name of git('ls-files', '-z').toString().split('\0').filter(Boolean))
      rmSync(join(dir, name), { force: true, recursive: true })
    git('read-tree', '--empty')
    for (const [path, given] of Object.entries(tree)) {
      const entry = typeof given === 'string' ? { content: given } : given
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      if (entry.submodule) {
        git('update-index', '--add', '--cacheinfo', `160000,${entry.submodule},${path}`)
        continue
      }
      if (entry.link === undefined)
        writeFileSync(join(dir, path), entry.content ?? '', { mode: entry.executable ? 0o755 : 0o644 })
      else symlinkSync(entry.link, join(dir, path))
      git('add', '-f', '--', path)
    }
    git('commit', '-q', '--allow-empty', '-m', 'x')
    return git('rev-parse', 'HEAD').toString().trim()
  }
  const output = (before: Tree, after: Tree, extra: readonly string[] = []): Uint8Array => {
    const [base, head] = [commit(before), commit(after)]
    return git('-C', join(dir, '.git'), ...diffArguments, ...extra, base, head, '--')
  }
  return { output }
}

const diff = (before: Tree, after: Tree, extra?: readonly string[]): readonly ChangedFile[] =>
  valueOrThrow(parseDiff(repository().output(before, after, extra)))

function only(files: readonly ChangedFile[]): ChangedFile {
  expect(files).toHaveLength(1)
  const [file] = files
  if (!file) throw new Error('no file')
  return file
}

function valueOrThrow<T>(result: Result<T, Message>): T {
  if (!result.ok) throw new Error(text(result.error))
  return result.value
}

const text = (problem: Message): string => say(problem, 'en', plainFormatter('en'))
const problemOf = (result: Result<unknown, Message>): string => (result.ok ? 'no problem' : text(result.error))
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value)
const lines = (file: ChangedFile): readonly string[] =>
  (file.hunks ?? []).flatMap(hunk =>
    hunk.lines.map(line => `${{ context: ' ', added: '+', removed: '-' }[line.kind]}${line.text}`),
  )

describe('what git prints', () => {
  test('nothing changed', () => {
    expect(diff({ a: 'x\n' }, { a: 'x\n' })).toEqual([])
  })

  test('a modified file with its hunks, counts, modes and new object id', () => {
    const file = only(diff({ a: '1\n2\n3\n' }, { a: '1\ntwo\n3\n4\n' }))
    expect(file).toEqual({
      path: 'a',
      status: 'modified',
      kind: 'text',
      oldMode: '100644',
      newMode: '100644',
      blob: expect.stringMatching(/^[0-9a-f]{40}$/),
      additions: 2,
      deletions: 1,
      hunks: [
        {
          oldStart: 1,
          newStart: 1,
          lines: [
            { kind: 'context', text: '1' },
            { kind: 'removed', text: '2' },
            { kind: 'added', text: 'two' },
            { kind: 'context', text: '3' },
            { kind: 'added', text: '4' },
          ],
        },
      ],
    })
  })

  const submodule = '1234567890123456789012345678901234567890'
  const five = 'one\ntwo\nthree\nfour\nfive\n'
  test.each<[string, Tree, Tree, Partial<ChangedFile>]>([
    ['added', {}, { a: 'x\n' }, { status: 'added', kind: 'text', newMode: '100644', additions: 1, deletions: 0 }],
    ['added empty', {}, { a: '' }, { status: 'added', kind: 'text', additions: 0, hunks: [] }],
    ['deleted', { a: 'x\ny\n' }, {}, { status: 'deleted', kind: 'text', oldMode: '100644', deletions: 2 }],
    ['deleted empty', { a: '' }, {}, { status: 'deleted', hunks: [] }],
    ['T-36 renamed', { a: five }, { b: five }, { status: 'renamed', path: 'b', previousPath: 'a', hunks: [] }],
    [
      'T-36 renamed and edited',
      { a: five },
      { b: `${five}six\n` },
      { status: 'renamed', path: 'b', previousPath: 'a', additions: 1 },
    ],
    [
      'B-F18 only the mode',
      { a: 'x\n' },
      { a: { content: 'x\n', executable: true } },
      { status: 'changed', kind: 'text', oldMode: '100644', newMode: '100755', hunks: [] },
    ],
    [
      'mode and text',
      { a: 'x\n' },
      { a: { content: 'y\n', executable: true } },
      { status: 'modified', newMode: '100755', additions: 1, deletions: 1 },
    ],
    [
      'B-F18 file to symlink',
      { a: `${five}` },
      { a: { link: 'five' } },
      { status: 'changed', kind: 'symlink', oldMode: '100644', newMode: '120000', additions: 1, deletions: 5 },
    ],
    [
      'B-F18 symlink to file with the same text',
      { a: { link: 'x' } },
      { a: 'x' },
      { status: 'changed', kind: 'text', newMode: '100644', additions: 1, deletions: 1 },
    ],
    ['B-F18 symlink', {}, { a: { link: '/etc/passwd' } }, { status: 'added', kind: 'symlink', newMode: '120000' }],
    [
      'B-F18 submodule added',
      {},
      { a: { submodule } },
      { status: 'added', kind: 'submodule', newMode: '160000', blob: submodule },
    ],
    [
      'B-F18 submodule moved on',
      { a: { submodule: submodule.replace('1', '2') } },
      { a: { submodule } },
      { status: 'modified', kind: 'submodule', blob: submodule, additions: 1, deletions: 1 },
    ],
    ['B-F18 submodule removed', { a: { submodule } }, {}, { status: 'deleted', kind: 'submodule', blob: submodule }],
    ['B-F18 file to submodule', { a: 'x\n' }, { a: { submodule } }, { status: 'changed', kind: 'submodule' }],
    [
      'binary added',
      {},
      { a: { content: Uint8Array.of(0, 1, 2) } },
      { status: 'added', kind: 'binary', additions: 0, hunks: [] },
    ],
    [
      'binary modified',
      { a: { content: Uint8Array.of(0, 1) } },
      { a: { content: Uint8Array.of(0, 2) } },
      { status: 'modified', kind: 'binary', hunks: [] },
    ],
    [
      'text to binary',
      { a: 'x\n' },
      { a: { content: Uint8Array.of(0, 2) } },
      { status: 'modified', kind: 'binary', hunks: [] },
    ],
    ['binary deleted', { a: { content: Uint8Array.of(0, 1) } }, {}, { status: 'deleted', kind: 'binary' }],
    [
      'binary to symlink',
      { a: { content: Uint8Array.of(0, 1) } },
      { a: { link: 'x' } },
      { status: 'changed', kind: 'symlink', additions: 1 },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(only(diff(before, after))).toMatchObject(expected)
  })

  test('a copy names its source', () => {
    const files = diff({ a: five }, { a: five, b: five }, ['--find-copies-harder'])
    expect(only(files)).toMatchObject({ status: 'copied', path: 'b', previousPath: 'a', hunks: [] })
  })

  test('hunks far apart keep their places', () => {
    const numbers = Array.from({ length: 40 }, (_, index) => `${index + 1}\n`)
    const file = only(diff({ a: numbers.join('') }, { a: numbers.with(4, 'five\n').with(34, 'x\ny\n').join('') }))
    expect(file.hunks?.map(({ oldStart, newStart }) => [oldStart, newStart])).toEqual([
      [2, 2],
      [32, 32],
    ])
    expect(addedLines(file)).toEqual([5, 35, 36])
  })

  test('many files of every sort in one output', () => {
    const before = { a: 'a\n', bin: { content: Uint8Array.of(0) }, gone: 'x\n', mode: 'm\n', old: five, type: 't\n' }
    const after = {
      a: 'b\n',
      bin: { content: Uint8Array.of(0, 1) },
      mode: { content: 'm\n', executable: true },
      new: five,
      type: { link: 'a' },
      z: 'z\n',
    }
    expect(diff(before, after).map(file => [file.path, file.status, file.additions, file.deletions])).toEqual([
      ['a', 'modified', 1, 1],
      ['bin', 'modified', 0, 0],
      ['gone', 'deleted', 0, 1],
      ['mode', 'changed', 0, 0],
      ['new', 'renamed', 0, 0],
      ['type', 'changed', 1, 1],
      ['z', 'added', 1, 0],
    ])
  })
})

describe('names', () => {
  test.each([
    ['T-37 B-F17 not ASCII', 'dokümente/übersicht.md'],
    ['T-37 decomposed', 'doku\u0308mente/a.md'],
    ['T-37 quote', 'a"b'],
    ['T-37 newline', 'a\nb'],
    ['T-37 tab and blank', 'a\tb c '],
    ['backslash', 'a\\b'],
    ['B-M14 right-to-left override', 'deploy/\u202egpj.exe'],
    ['like a diff header', 'diff --git a b'],
    ['like a patch header', '+++ b/x'],
    ['like a record', ':100644 100644'],
    ['like a hunk', '@@ -1 +1 @@'],
    ['starts with a dash', '--upload-pack=x'],
    ['folder named like the prefix', 'b/b'],
    ['emoji', 'docs/🚀.md'],
  ])('%s', (_, path) => {
    const renamed = `${path}2`
    const content = '1\n2\n3\n4\n'
    const files = diff({ [path]: 'x\n', keep: content }, { [path]: 'y\n', [renamed]: content })
    expect(files.map(file => [file.path, file.previousPath, lines(file)])).toEqual(
      expect.arrayContaining([
        [path, undefined, ['-x', '+y']],
        [renamed, 'keep', []],
      ]),
    )
  })

  test('bytes that are not UTF-8 become U+FFFD, in names and in lines', () => {
    const meta = `:000000 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} A\0`
    const patch = `diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+`
    const output = new Uint8Array([
      ...bytes(meta),
      0x64,
      0xff,
      0,
      ...bytes('1\t0\t'),
      0x64,
      0xff,
      0,
      0,
      ...bytes(patch),
      0xe9,
      0x0a,
    ])
    expect(only(valueOrThrow(parseDiff(output)))).toMatchObject({
      path: 'd\ufffd',
      hunks: [{ lines: [{ text: '\ufffd' }] }],
    })
  })
})

describe('lines', () => {
  test.each([
    [
      'like headers',
      '-- a\n++ b\ndiff --git a/x b/x\n@@ -1 +1 @@\n',
      '++ c\n-- d\n@@ -9,9 +9,9 @@\ndiff --git a/y b/y\nindex 1..2\n',
    ],
    ['with CRLF', 'a\r\nb\r\n', 'a\r\nc\r\n'],
    ['only the line ends differ', 'a\nb\n', 'a\r\nb\r\n'],
    ['no newline at the end, before', 'a', 'a\nb\n'],
    ['no newline at the end, after', 'a\nb\n', 'a\nb'],
    ['no newline on both sides', 'a', 'b'],
    ['a backslash line of its own', '\\ No newline at end of file\n', '\\ No newline at end of file\n\\ x\n'],
    ['a lone CR, form feed and line separator', 'a\rb\n', 'a\rc\fd\u2028e\n'],
    ['NUL after the part that git looks at', `${'x\n'.repeat(5000)}\0\n`, `${'x\n'.repeat(5000)}\0y\n`],
    ['blank lines', 'a\n\n\nb\n', '\na\n\n\n\nb\n'],
    ['byte order mark', '\ufeffa\n', '\ufeffb\n'],
  ])('%s', (_, before, after) => {
    const file = only(diff({ a: before }, { a: after }))
    expect(apply(before, file)).toEqual(linesOf(after))
  })

  test('the CR of a line end is not part of the text', () => {
    expect(lines(only(diff({ a: 'a\r\n' }, { a: 'b\r\n' })))).toEqual(['-a', '+b'])
  })

  test('context blanks left out by diff.suppressBlankEmpty are read', () => {
    const output = repository(['diff.suppressBlankEmpty=true']).output({ a: '\n\nx\n' }, { a: '\n\ny\n' })
    expect(lines(only(valueOrThrow(parseDiff(output))))).toEqual([' ', ' ', '-x', '+y'])
  })

  test.each([
    ['diff.noprefix=true'],
    ['diff.mnemonicPrefix=true'],
    ['diff.context=0'],
    ['color.ui=always'],
    ['core.quotePath=false'],
    ['diff.renames=false'],
    ['diff.external=false'],
    ['diff.wsErrorHighlight=all'],
  ])('the user’s %s changes nothing', setting => {
    const before = { a: '1\n2\n3\n', 'ü b': '1\n2\n3\n4\n' }
    const after = { a: '1\n2\nx\n', 'ü c': '1\n2\n3\n4\n' }
    expect(valueOrThrow(parseDiff(repository([setting]).output(before, after)))).toEqual(diff(before, after))
  })

  test('a .gitattributes of the pull request cannot hide lines', () => {
    const files = diff({ a: 'x\n' }, { a: 'y\n', '.gitattributes': '* -diff\n' })
    expect(files.map(file => [file.path, file.kind])).toEqual([
      ['.gitattributes', 'text'],
      ['a', 'text'],
    ])
  })
})

/** What the hunks make of the old text, as lines without their ends. */
function apply(before: string, file: ChangedFile): readonly string[] {
  const old = linesOf(before)
  const result: string[] = []
  let at = 0
  for (const hunk of file.hunks ?? []) {
    const start = hunk.lines.some(line => line.kind !== 'added') ? hunk.oldStart - 1 : hunk.oldStart
    result.push(...old.slice(at, start))
    at = start
    const first = hunk.lines.some(line => line.kind !== 'removed') ? hunk.newStart : hunk.newStart + 1
    expect(result.length + 1).toBe(first)
    for (const line of hunk.lines) {
      if (line.kind !== 'added') expect(old[at++]).toBe(line.text)
      if (line.kind !== 'removed') result.push(line.text)
    }
  }
  return [...result, ...old.slice(at)]
}

function linesOf(content: string): readonly string[] {
  const parts = content.split('\n')
  if (parts.at(-1) === '') parts.pop()
  return parts.map(line => line.replace(/\r$/, ''))
}

describe('properties', () => {
  const line = fc.constantFrom(
    '',
    'a',
    'b',
    '-- a',
    '++ b',
    'diff --git a/x b/x',
    '@@ -1 +1 @@',
    '\\ No newline',
    'c\r',
    'ü',
    ' ',
    '\t',
  )
  const content = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
    .map(([list, newline]) => list.join('\n') + (newline ? '\n' : ''))

  test('the hunks applied to the old text give the new text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(content, content), { minLength: 20, maxLength: 20 }), pairs => {
        const tree = (side: 0 | 1) => Object.fromEntries(pairs.map((pair, index) => [`f${index}`, pair[side]]))
        const files = valueOrThrow(parseDiff(repository().output(tree(0), tree(1), ['--no-renames'])))
        for (const [index, [before, after]] of pairs.entries()) {
          const file = files.find(each => each.path === `f${index}`)
          expect(file === undefined).toBe(before === after)
          if (file) expect(apply(before, file)).toEqual(linesOf(after))
        }
      }),
      { numRuns: 15 },
    )
  })

  test('R-23 any bytes give a value or a problem, never a throw', () => {
    const noise = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(bytes))
    fc.assert(
      fc.property(noise, input => {
        const result = parseDiff(input)
        expect(result.ok ? result.value : problemOf(result)).toBeTruthy()
        expect(parsePatch(new TextDecoder().decode(input))).toHaveProperty('ok')
      }),
      { numRuns: 2000 },
    )
  })

  test('R-24 T-35 an output cut anywhere is a problem, or loses nothing', () => {
    const output = repository().output(
      { a: '1\n2\n3\n', m: 'x\n', bin: { content: Uint8Array.of(0) } },
      { a: '1\nx\n3\ny\n', m: { content: 'x\n', executable: true }, bin: { content: Uint8Array.of(0, 1) }, z: 'n' },
    )
    const whole = parseDiff(output)
    const cuts = Array.from({ length: output.length - 1 }, (_, index) => parseDiff(output.subarray(0, index + 1)))
    const read = cuts.filter(cut => cut.ok)
    expect(cuts.length).toBeGreaterThan(900)
    expect(read).toEqual([whole])
  })
})

describe('problems name the place', () => {
  const meta = `:100644 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} M\0a\0`
  const header = 'diff --git a/a b/a\nindex 0..1 100644\n--- a/a\n+++ b/a\n'
  test.each([
    ['not a diff at all', 'fatal: bad revision', 'The output of git diff breaks off or is not understood at record 1.'],
    ['unmerged', meta.replace('M\0', 'U\0'), 'The output of git diff breaks off or is not understood at record 1.'],
    [
      'counts of another file',
      `${meta}1\t0\tb\0\0`,
      'The output of git diff breaks off or is not understood at record 2.',
    ],
    ['no counts', meta, 'The output of git diff breaks off or is not understood at record 2.'],
    ['no patch', `${meta}1\t0\ta\0`, 'The output of git diff breaks off or is not understood at record 3.'],
    [
      'empty patch',
      `${meta}1\t0\ta\0\0`,
      'The patch is not understood at line 1: the header of a file expected, but it ends there.',
    ],
    [
      'hunk breaks off',
      `${meta}2\t0\ta\0\0${header}@@ -1,0 +1,2 @@\n+x\n`,
      'The patch is not understood at line 7: a line of a hunk expected, but it ends there.',
    ],
    [
      'a line of no kind',
      `${meta}1\t0\ta\0\0${header}@@ -0,0 +1 @@\nx\n`,
      'The patch is not understood at line 6: a line of a hunk expected, found x.',
    ],
    [
      'cut in a line',
      `${meta}1\t0\ta\0\0${header}@@ -0,0 +1 @@\n+x`,
      'The output of git diff breaks off in the middle of a line.',
    ],
    [
      'hunk header without numbers',
      `${meta}1\t0\ta\0\0${header}@@ nonsense @@\n`,
      'The patch is not understood at line 5: the header of a hunk expected, found @@ nonsense @@.',
    ],
    [
      'more than stated',
      `${meta}1\t0\ta\0\0${header}@@ -0,0 +1 @@\n-x\n`,
      'The patch is not understood at line 6: a line of a hunk expected, found -x.',
    ],
    [
      'more files than records',
      `${meta}1\t0\ta\0\0${header}@@ -0,0 +1 @@\n+x\ndiff --git a/b b/b\n`,
      'The patch is not understood at line 7: the end expected, found diff --git a/b b/b.',
    ],
    [
      'fewer lines than git counted',
      `${meta}5\t0\ta\0\0${header}@@ -0,0 +1 @@\n+x\n`,
      'The patch of a is not complete: it adds 1 and removes 0 lines, git counted 5 and 0.',
    ],
  ])('%s', (_, output, expected) => {
    expect(problemOf(parseDiff(bytes(output)))).toBe(expected)
  })

  test('in Chinese', () => {
    const result = parseDiff(bytes('x'))
    expect(result.ok ? '' : say(result.error, 'zh-CN', plainFormatter('zh-CN'))).toBe(
      'git diff 的输出在第 1 条记录处中断或无法识别。',
    )
  })
})

describe('parsePatch reads GitHub’s `patch`', () => {
  test.each<[string, string, readonly Hunk[]]>([
    ['empty', '', []],
    [
      'one hunk without a last newline',
      '@@ -1 +1 @@ f()\n-a\n+b',
      [
        {
          oldStart: 1,
          newStart: 1,
          lines: [
            { kind: 'removed', text: 'a' },
            { kind: 'added', text: 'b' },
          ],
        },
      ],
    ],
    [
      'no newline at the end of the file',
      '@@ -0,0 +1 @@\n+b\n\\ No newline at end of file',
      [{ oldStart: 0, newStart: 1, lines: [{ kind: 'added', text: 'b' }] }],
    ],
    [
      'with a file header',
      'diff --git a/a b/a\nindex 1..2 100644\n--- a/a\n+++ b/a\n@@ -1,0 +2 @@\n+++ x\n',
      [{ oldStart: 1, newStart: 2, lines: [{ kind: 'added', text: '++ x' }] }],
    ],
    [
      'the last line is blank context',
      '@@ -1,2 +1,3 @@\n a\n+b\n ',
      [
        {
          oldStart: 1,
          newStart: 1,
          lines: [
            { kind: 'context', text: 'a' },
            { kind: 'added', text: 'b' },
            { kind: 'context', text: '' },
          ],
        },
      ],
    ],
  ])('%s', (_, patch, hunks) => {
    expect(valueOrThrow(parsePatch(patch))).toEqual(hunks)
  })

  test('two hunks', () => {
    expect(valueOrThrow(parsePatch('@@ -1 +1 @@\n-a\n+b\n@@ -9 +9,2 @@\n c\n+d')).map(hunk => hunk.newStart)).toEqual([
      1, 9,
    ])
  })

  test.each([
    ['text', 'not a patch', 'The patch is not understood at line 1: the header of a hunk expected, found not a patch.'],
    [
      'cut',
      '@@ -1,3 +1,3 @@\n a\n',
      'The patch is not understood at line 3: a line of a hunk expected, but it ends there.',
    ],
    [
      'text after the hunk',
      '@@ -1 +1 @@\n-a\n+b\n+c',
      'The patch is not understood at line 4: the header of a hunk expected, found +c.',
    ],
  ])('refuses %s', (_, patch, expected) => {
    expect(problemOf(parsePatch(patch))).toBe(expected)
  })
})

describe('places', () => {
  const file = (patch: string, status: ChangedFile['status'] = 'modified'): ChangedFile => ({
    path: 'a',
    status,
    kind: 'text',
    blob: '0',
    additions: 0,
    deletions: 0,
    hunks: valueOrThrow(parsePatch(patch)),
  })

  test.each([
    ['the added line', '@@ -1,2 +1,3 @@\n a\n+b\n c', 2],
    ['the line that replaces', '@@ -4,2 +4,2 @@\n a\n-b\n-c\n+d\n+e'.replace('4,2 +4,2', '4,3 +4,3'), 5],
    ['the line before a deletion', '@@ -4,3 +4,2 @@\n a\n-b\n c', 4],
    ['the first line when it was deleted', '@@ -1,2 +1 @@\n-b\n c', 1],
    ['the only line of a file that lost all', '@@ -1,2 +0,0 @@\n-b\n-c', 1],
    ['nothing', '', null],
  ])('firstChangedLine is %s', (_, patch, expected) => {
    expect(firstChangedLine(file(patch))).toBe(expected)
  })

  test('a deleted file has no line on the new side', () => {
    expect(firstChangedLine(file('@@ -1 +0,0 @@\n-a', 'deleted'))).toBeNull()
  })

  test('addedLines: nothing of a patch that was left out', () => {
    expect(addedLines({ ...file(''), hunks: null })).toEqual([])
    expect(numberedLines({ ...file(''), hunks: null })).toEqual([])
  })

  test('T-36 changedPaths: both of a rename, the new one of a copy', () => {
    expect(changedPaths({ ...file(''), status: 'renamed', previousPath: 'old' })).toEqual(['a', 'old'])
    expect(changedPaths({ ...file(''), status: 'copied', previousPath: 'old' })).toEqual(['a'])
  })
})

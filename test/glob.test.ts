import fc from 'fast-check'
import { minimatch } from 'minimatch'
import { describe, expect, test } from 'vitest'
import { checkGlob, compileGlob, compileGlobs, type Glob, globLimits } from '../src/glob.ts'
import { say } from '../src/locales/index.ts'
import { plainText } from './policy/plain-text.ts'

function glob(pattern: string): Glob {
  const compiled = compileGlob(pattern)
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.error.message.code}`)
  return compiled.value
}

const refusal = (entry: string): string => {
  const problem = checkGlob(entry)
  return problem ? `${problem.code} ${problem.column}: ${say(problem.message, 'en', plainText)}` : 'accepted'
}

describe('what a pattern matches', () => {
  test.each<[pattern: string, matches: readonly string[], not: readonly string[]]>([
    ['README.md', ['README.md'], ['docs/README.md', 'README.md.bak', 'readme.md']],
    ['*.md', ['README.md', '.md'], ['docs/README.md']],
    ['docs/**', ['docs/a', 'docs/a/b', 'docs/.hidden/b'], ['docs', 'docs2/a', 'x/docs/a']],
    ['docs/', ['docs/a', 'docs/a/b'], ['docs', 'docs2']],
    ['**', ['a', 'a/b/c', '.a'], []],
    ['**/*.ts', ['a.ts', 'a/b.ts', '.ts', 'a/.ts'], ['a.tsx', 'a.ts/b']],
    ['**/test', ['test', 'a/test', 'a/b/test'], ['atest', 'test/a', 'a/atest']],
    ['src/**/test/*.ts', ['src/test/a.ts', 'src/a/b/test/c.ts'], ['src/a.ts', 'src/test/a/b.ts', 'test/a.ts']],
    ['a/**/b/**/c', ['a/b/c', 'a/x/b/y/z/c', 'a/b/b/c/c'], ['a/c', 'a/b', 'b/c']],
    ['a/**/**/c', ['a/c', 'a/b/c'], ['ac']],
    ['**/*', ['a', 'a/b'], []],
    ['**/a*/**', ['a/b', 'x/ab/c/d'], ['a', 'x/b/c']],
    ['?.ts', ['a.ts', '界.ts', '😀.ts'], ['.ts', 'ab.ts', '/.ts']],
    ['a?c/*', ['abc/d'], ['a/c/d', 'ac/d']],
    ['[a-c].x', ['a.x', 'c.x'], ['d.x', 'A.x']],
    ['[!a-c].x', ['d.x', '😀.x'], ['a.x', '.x']],
    ['[^a].x', ['b.x'], ['a.x']],
    ['[]a].x', ['].x', 'a.x'], ['b.x']],
    ['[a-].x', ['-.x', 'a.x'], ['b.x']],
    ['*[!😀]', ['a', '😀a'], ['😀', 'a😀']],
    ['{a,b}/*.{ts,js}', ['a/x.ts', 'b/x.js'], ['c/x.ts', 'a/x.tsx']],
    ['a{,.min}.js', ['a.js', 'a.min.js'], ['a..js']],
    ['{a,b/{c,d}}/x', ['a/x', 'b/c/x', 'b/d/x'], ['b/x']],
    ['{src,lib/**}/x', ['src/x', 'lib/x', 'lib/a/x'], ['src/a/x']],
    ['{{cookiecutter.slug}}/**', ['{{cookiecutter.slug}}/a'], ['cookiecutter.slug/a']],
    ['app/(group)/**', ['app/(group)/page.tsx'], ['app/group/page.tsx']],
    ['\\!important/*', ['!important/a'], ['important/a']],
  ])('%s', (pattern, matches, not) => {
    const compiled = glob(pattern)
    expect(matches.filter(path => !compiled.matches(path))).toEqual([])
    expect(not.filter(path => compiled.matches(path))).toEqual([])
  })

  test.each(['/docs/**', './docs/**', 'docs/**', '/docs/', './docs/'])('B-G08 %s is anchored at the root', pattern => {
    expect(glob(pattern).matches('docs/a')).toBe(true)
    expect(glob(pattern).matches('x/docs/a')).toBe(false)
  })

  test('B-G12 case matters: Docs/** does not match docs/', () => {
    expect(glob('Docs/**').matches('docs/a.md')).toBe(false)
    expect(glob('Docs/**').matches('Docs/a.md')).toBe(true)
  })

  test.each(['**/*', '**', '.github/*', '.*/x', '*/x'])('B-G13 dot files match %s', pattern => {
    expect(glob(pattern).matches('.github/x')).toBe(true)
  })

  test.each([
    ['[[]id]/page.tsx', '[id]/page.tsx'],
    ['[{]a[}]', '{a}'],
    ['a[!]b', 'a!b'],
    ['a!b', 'a!b'],
    ['a\nb', 'a\nb'],
    ['*/emoji😀.md', 'a/emoji😀.md'],
    ['cafe\u0301/*', 'cafe\u0301/x'],
    ['[*]', '*'],
    ['a[?]', 'a?'],
  ])('B-G14 %j matches the file name %j', (pattern, path) => {
    if (pattern === 'a[!]b') expect(refusal(pattern)).toMatch(/^GLB-SYNTAX 2:/)
    else expect(glob(pattern).matches(path)).toBe(true)
  })

  test('B-G14 composed and decomposed letters are different names', () => {
    expect(glob('caf\u00e9').matches('cafe\u0301')).toBe(false)
  })

  test('agrees with minimatch on patterns that both accept', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '.', '*', '?', '[ab]', '[!a]', '[a-c]', 'c')
    const segment = fc.oneof(
      { weight: 4, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')) },
      { weight: 1, arbitrary: fc.constantFrom('**', '{a,b}', '{a,b*}', 'a{,b}', '{a/b,c}', '{**/a,b}') },
    )
    const pattern = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map(segments => segments.join('/'))
      .filter(text => !text.startsWith('./'))
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), minLength: 1, maxLength: 4 })
    const path = fc
      .array(name, { minLength: 1, maxLength: 5 })
      .filter(names => names.every(each => each !== '.' && each !== '..'))
      .map(names => names.join('/'))
    fc.assert(
      fc.property(pattern, path, (text, file) => {
        const compiled = compileGlob(text)
        fc.pre(compiled.ok)
        expect(compiled.ok && compiled.value.matches(file), `${text} on ${file}`).toBe(
          minimatch(file, text, { dot: true, nocomment: true, noext: true }),
        )
      }),
      { numRuns: 20_000 },
    )
  })

  test('a literal path matches itself and nothing else', () => {
    const plain = fc.stringMatching(/^[a-zA-Z0-9 _.@#$%&()+,;=~^'-]{1,12}$/)
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), names => {
        const path = names.join('/')
        fc.pre(!path.startsWith('./'))
        const compiled = compileGlob(path)
        fc.pre(compiled.ok)
        expect(compiled.ok && compiled.value.matches(path)).toBe(true)
        expect(compiled.ok && compiled.value.matches(`${path}x`)).toBe(false)
      }),
    )
  })
})

describe('what is refused', () => {
  test.each([
    ['B-G03', '+(a|aa)X', /^GLB-EXTGLOB 1: .*not supported/],
    ['B-G03', '*(+(a))', /^GLB-EXTGLOB 1:/],
    ['B-G03', '+(a*|a*b)X', /^GLB-EXTGLOB 1:/],
    ['B-G03', 'src/!(a)', /^GLB-EXTGLOB 5:/],
    ['B-G04', '{a,'.repeat(5000), /^GLB-COMPLEX 25: .*at most 8 levels/],
    ['B-G05', '{1..10000000}', /^GLB-COMPLEX 1: .*list the values/],
    ['B-G05', '{a,b}'.repeat(25), /^GLB-COMPLEX 1: .*at most 64/],
    ['B-G05', `{${'a,'.repeat(64)}b}`, /^GLB-COMPLEX 1:/],
    ['B-G05', `${'{a,b}'.repeat(6)}${'c'.repeat(200)}`, /^GLB-COMPLEX 1: .*4096 characters/],
    ['B-G06', '[a-', /^GLB-SYNTAX 1: .*not closed/],
    ['B-G06', 'docs/{a,b', /^GLB-SYNTAX 6: A brace without its counterpart/],
    ['B-G06', 'a}', /^GLB-SYNTAX 2:/],
    ['B-G06', 'x/[a/b]', /^GLB-SYNTAX 3: .*within its folder/],
    ['B-G06', '[z-a]', /^GLB-SYNTAX 1: A range runs backwards/],
    ['B-G06', '[[:alpha:]]', /^GLB-SYNTAX 1: .*write the range/],
    ['B-G07', 'a'.repeat(70_000), /^GLB-SIZE 1025: .*at most 1024 characters/],
    ['B-G08', 'docs/** ', /^GLB-SYNTAX 8: White space/],
    ['B-G08', ' docs/**', /^GLB-SYNTAX 1: White space/],
    ['B-G08', 'docs/**\n', /^GLB-SYNTAX 8: White space/],
    ['B-G08', 'docs\\**', /^GLB-SYNTAX 5: A backslash/],
    ['B-G08', 'docs\\\\**', /^GLB-SYNTAX 5: A backslash/],
    ['B-G08', 'src/**.ts', /^GLB-SYNTAX 6: .*\*\*\/\*\.ts/],
    ['B-G08', 'a//b', /^GLB-SYNTAX 3: A folder name is missing/],
    ['B-G08', 'a/./b', /^GLB-SYNTAX 3: .*matches nothing/],
    ['B-G08', '/', /^GLB-SYNTAX 1: .*names no path/],
    ['B-G08', '', /^GLB-SYNTAX 1: .*names no path/],
    ['B-G08', 'a\0', /^GLB-SYNTAX 2: A NUL/],
    ['B-G09', '../**', /^GLB-PATH 1: .*leaves the repository/],
    ['B-G09', 'a/../b', /^GLB-PATH 3:/],
    ['B-G09', '{..,a}/b', /^GLB-PATH 2:/],
    ['B-G09', 'C:\\x', /^GLB-PATH 1: .*of one machine/],
    ['B-G09', 'C:/x', /^GLB-PATH 1:/],
    ['B-G10', '!'.repeat(10_001), /^GLB-SYNTAX 2: More than one !/],
    ['B-G10', '!!a', /^GLB-SYNTAX 2:/],
  ])('%s %.40j', (_id, pattern, expected) => {
    const text = refusal(pattern)
    expect(text).toMatch(expected)
    expect(text).toContain('Fix: ')
    expect(text.length).toBeLessThan(600)
  })

  test('a single pattern is not a negation', () => {
    const compiled = compileGlob('!a')
    expect(!compiled.ok && compiled.error.code).toBe('GLB-SYNTAX')
  })
})

describe('hostile patterns (B-G01, B-G02, performance.md G2)', () => {
  const long = 'a'.repeat(4000)
  const deep = 'a/'.repeat(2000)
  const most = (unit: string, end = '') => unit.repeat(Math.floor((globLimits.length - end.length) / unit.length)) + end
  test.each([
    ['B-G01 *a x 30', `${'*a'.repeat(30)}X`, 'a'.repeat(60)],
    ['B-G01 *a at full length', most('*a', 'X'), long],
    ['B-G01 ?* x 20', `${'?*'.repeat(20)}X`, long],
    ['B-G02 **/a/ x 20', `${'**/a/'.repeat(20)}X`, 'a/'.repeat(60)],
    ['B-G02 **/a/ at full length', most('**/a/', 'X'), `${deep}a`],
    ['**/*a*a*/ x 20', `${'**/*a*a*/'.repeat(20)}X`, `${'aaaa/'.repeat(800)}b`],
    ['{a,b} x 6', `${'{*a,*b}'.repeat(6)}X`, long],
    ['{a,b} x 18', '{a,b}'.repeat(18), 'b'.repeat(18)],
    ['[ x 5000', '['.repeat(5000), long],
    ['long literal and *', `${'a'.repeat(60_000)}*`, long],
  ])('%s is answered or refused within 50 ms', (_name, pattern, path) => {
    compileGlob('warm/**/*up')
    const started = performance.now()
    const compiled = compileGlob(pattern)
    const matched = compiled.ok && compiled.value.matches(path)
    const took = performance.now() - started
    expect(matched).toBe(false)
    expect(took).toBeLessThan(50)
  })
})

describe('lists', () => {
  test('B-C45 the last match decides, as in .gitignore', () => {
    const list = compileGlobs(['docs/**', '!docs/internal/**', 'docs/internal/keep.md'])
    expect(['docs/a', 'docs/internal/a', 'docs/internal/keep.md', 'src/a'].map(list.matches)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('an entry that was never checked is a defect', () => {
    expect(() => compileGlobs(['a', '[b'])).toThrow(TypeError)
  })

  test('performance.md G1: 200 patterns over 3000 paths agree with minimatch and stay far below a second', () => {
    const folders = ['src', 'docs', 'deploy', 'test', 'services/billing', 'services/api', '.github']
    const paths = Array.from(
      { length: 3000 },
      (_, i) => `${folders[i % 7]}/m${i % 40}/f${i}.${['ts', 'md', 'yaml'][i % 3]}`,
    )
    const patterns = Array.from(
      { length: 200 },
      (_, i) =>
        [`${folders[i % 7]}/**`, `**/m${i % 40}/*.ts`, `src/m${i}/**/*.{ts,md}`, `**/f${i}*.md`, `docs/*/f${i}.md`][
          i % 5
        ] ?? '',
    )
    const compiled = patterns.map(glob)
    const started = performance.now()
    const counts = compiled.map(each => paths.filter(path => each.matches(path)).length)
    expect(performance.now() - started).toBeLessThan(500)
    expect(counts).toEqual(patterns.map(pattern => minimatch.match(paths, pattern, { dot: true }).length))
  })
})

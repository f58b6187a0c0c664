import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexTree, normalisePath, type PathContext, resolvePaths } from '../../src/coverage/paths.ts'

const tree = [
  'src/a.ts',
  'src/index.ts',
  'packages/x/src/only.ts',
  'packages/x/src/index.ts',
  'packages/y/src/index.ts',
  'setup.py',
  'lib/\u00e9.ts',
  'lib/b c,d.ts',
]

const resolve = (paths: readonly string[], context: PathContext = {}) => {
  const resolved = resolvePaths(paths, indexTree(tree), context)
  return paths.map(path => {
    const at = resolved.get(path)
    return at?.kind === 'file' ? at.path : at?.kind === 'ambiguous' ? `ambiguous: ${at.candidates.join(' ')}` : at?.kind
  })
}

describe('a path of a report in the repository', () => {
  const workspace = '/home/runner/work/shop/shop'
  test.each<[string, string, string, PathContext?]>([
    ['as it is', 'src/a.ts', 'src/a.ts'],
    ['with ./', './src/a.ts', 'src/a.ts'],
    ['with a detour', 'src/../src/./a.ts', 'src/a.ts'],
    ['absolute in the workspace', `${workspace}/src/a.ts`, 'src/a.ts', { workspace }],
    ['a workspace with a slash at its end', `${workspace}/src/a.ts`, 'src/a.ts', { workspace: `${workspace}/` }],
    ['a Windows path in the workspace', 'D:\\a\\shop\\src\\a.ts', 'src/a.ts', { workspace: 'd:\\a\\shop' }],
    ['relative with backslashes', 'src\\a.ts', 'src/a.ts'],
    ['a file URL', `file://${workspace}/lib/b%20c,d.ts`, 'lib/b c,d.ts', { workspace }],
    ['a file URL with a drive', 'file:///D:/a/src/a.ts', 'src/a.ts', { workspace: 'D:\\a' }],
    ['decomposed letters', 'lib/e\u0301.ts', 'lib/\u00e9.ts'],
    [
      'below a <source> in the workspace',
      'only.ts',
      'packages/x/src/only.ts',
      { workspace, sources: [`${workspace}/packages/x/src`] },
    ],
    [
      'B-X18 several <source>, one of them right',
      'index.ts',
      'packages/y/src/index.ts',
      { sources: ['packages/z', 'packages/y/src'] },
    ],
    ['<source> with ..', '../../src/a.ts', 'src/a.ts', { workspace, sources: [`${workspace}/build/x`] }],
    ['beside the report', 'src/only.ts', 'packages/x/src/only.ts', { reportPath: 'packages/x/coverage/lcov.info' }],
    ['a Docker prefix', '/usr/src/app/src/a.ts', 'src/a.ts', { workspace }],
    ['the end of one file only', 'only.ts', 'packages/x/src/only.ts'],
    ['B-L10 in no tree', 'src/gone.ts', 'unknown'],
    ['B-L09 an absolute path elsewhere', '/etc/passwd', 'unknown', { workspace }],
    ['B-L09 a drive', 'C:\\a', 'unknown'],
    ['B-X17 a <source> elsewhere', 'passwd', 'unknown', { workspace, sources: ['/etc'] }],
    ['T-58 B-L09 out of the repository', '../../etc/passwd', 'traversal'],
    ['T-58 out of it after a detour', 'src/../../a.ts', 'traversal'],
    ['T-58 out of the root', '/../src/a.ts', 'traversal'],
    [
      'B-X18 the end of several files',
      'x/../index.ts',
      'ambiguous: packages/x/src/index.ts packages/y/src/index.ts src/index.ts',
    ],
    [
      'B-X18 two <source>, both right',
      'index.ts',
      'ambiguous: packages/x/src/index.ts packages/y/src/index.ts',
      { sources: ['packages/x/src', 'packages/y/src'] },
    ],
    [
      'in the root and beside the report',
      'src/index.ts',
      'ambiguous: packages/x/src/index.ts src/index.ts',
      { reportPath: 'packages/x/lcov.info' },
    ],
  ])('%s', (_, path, expected, context) => expect(resolve([path], context)).toEqual([expected]))

  test('several candidates: the one that lies where the unambiguous files of the report lie', () =>
    expect(resolve(['src/index.ts', 'src/only.ts'], { reportPath: 'packages/x/lcov.info' })).toEqual([
      'packages/x/src/index.ts',
      'packages/x/src/only.ts',
    ]))

  test('only the prefix that explains most files is cut', () =>
    expect(resolve(['/app/src/a.ts', '/app/src/index.ts', '/usr/lib/x/setup.py'])).toEqual([
      'src/a.ts',
      'src/index.ts',
      'unknown',
    ]))

  test('two files of the tree that differ only in normalisation', () =>
    expect(resolvePaths(['\u00e9.ts'], indexTree(['\u00e9.ts', 'e\u0301.ts'])).get('\u00e9.ts')?.kind).toBe(
      'ambiguous',
    ))
})

interface Case {
  readonly label: string
  readonly tree: readonly string[]
  readonly context?: Omit<PathContext, 'modules'> & { readonly modules?: readonly (readonly [string, string])[] }
  /** A file; several that it may be; `null`: unknown; `false`: climbs out. */
  readonly expected: Readonly<Record<string, string | readonly string[] | null | false>>
}

const cases = JSON.parse(readFileSync(new URL('path-cases.json', import.meta.url), 'utf8')) as readonly Case[]

describe('whole reports, as tools write them', () => {
  const shown = ({ tree, context = {} }: Case, reported: readonly string[]) => {
    const { modules, ...rest } = context
    const found = resolvePaths(reported, indexTree(tree), modules ? { ...rest, modules: new Map(modules) } : rest)
    return Object.fromEntries(
      [...found].map(([path, at]) => {
        if (at.kind === 'file') return [path, at.path]
        return [path, at.kind === 'ambiguous' ? at.candidates : at.kind === 'unknown' ? null : false]
      }),
    )
  }

  test.each(cases.map(each => [each.label, each] as const))('%s', (_, each) => {
    const reported = Object.keys(each.expected)
    expect(shown(each, reported)).toEqual(each.expected)
    expect(shown(each, reported.toReversed())).toEqual(each.expected)
  })
})

describe('a report of a tree, with everything rooted elsewhere', () => {
  const folder = fc.constantFrom('src', 'lib', 'a', 'app')
  const file = fc
    .tuple(fc.array(folder, { maxLength: 3 }), fc.constantFrom('x.ts', 'y.ts', 'index.ts', 'z.ts'))
    .map(([folders, name]) => [...folders, name].join('/'))
  const files = fc.uniqueArray(file, { minLength: 3, maxLength: 25 })
  const prefix = fc.constantFrom('/app/', '/builds/w/src/', 'github.com/acme/x/', 'C:/ws/', '/w/lib/')

  /** Whether another root than `start` makes files of the tree of everything reported as well. */
  const hasOtherRoot = (reported: readonly string[], start: string, tree: readonly string[]): boolean => {
    const [first = '', ...others] = reported.map(path => start + path)
    const roots = [...first.matchAll(/\//g)].map(({ index }) => first.slice(0, index + 1))
    return roots
      .filter(root => root !== start)
      .some(root => [first, ...others].every(path => path.startsWith(root) && tree.includes(path.slice(root.length))))
  }

  test.each([
    ['cut', prefix, {}],
    ['the workspace', fc.constant('/ws/'), { workspace: '/ws' }],
    ['nothing', fc.constant(''), { reportPath: 'coverage/lcov.info' }],
  ] as const)('%s: every file is itself, ambiguous or unknown, never another', (_, prefixes, context) =>
    fc.assert(
      fc.property(files, prefixes, fc.integer({ min: 3, max: 25 }), (all, start, count) => {
        const reported = all.slice(0, count)
        const found = resolvePaths(
          reported.map(path => start + path),
          indexTree(all),
          context,
        )
        for (const path of reported) {
          const at = found.get(start + path)
          if (at?.kind === 'file') expect(at.path).toBe(path)
        }
        const isAnyFound = [...found.values()].some(at => at.kind === 'file')
        expect(isAnyFound || hasOtherRoot(reported, start, all)).toBe(true)
      }),
      {
        numRuns: 1000,
        examples: [[['a/x.ts', 'a/index.ts', 'a/src/x.ts', 'index.ts', 'src/x.ts', 'x.ts'], '/app/', 3]],
      },
    ),
  )
})

test('whatever a report says, the answer is a file of the tree or none', () => {
  const part = fc.constantFrom(
    'src',
    'a.ts',
    'index.ts',
    '..',
    '.',
    '',
    'packages',
    'x',
    'C:',
    '\\',
    'é',
    'file:',
    '%zz',
    '\0',
  )
  const path = fc.array(part, { maxLength: 8 }).chain(parts => fc.constantFrom(parts.join('/'), parts.join('\\')))
  fc.assert(
    fc.property(
      fc.array(path, { maxLength: 5 }),
      fc.array(path, { maxLength: 2 }),
      path,
      (paths, sources, reportPath) => {
        for (const at of resolvePaths(paths, indexTree(tree), { sources, reportPath, workspace: '/w' }).values())
          if (at.kind === 'file') expect(tree).toContain(at.path)
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  ['a//b/', 'a/b'],
  ['/a/../b', '/b'],
  ['c:\\x\\..\\y', 'C:/y'],
  ['/a\\b', '/a\\b'],
  ['..', null],
])('normalises %j', (path, expected) => expect(normalisePath(path)).toBe(expected))

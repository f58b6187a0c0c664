import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generatedPaths } from '../../src/coverage/generated.ts'
import { newRepository } from '../git/repo.ts'

const generated = (attributes: Readonly<Record<string, string>>, paths: readonly string[]) => {
  const { matches } = generatedPaths(new Map(Object.entries(attributes)))
  return paths.filter(matches)
}

describe('files that .gitattributes calls generated', () => {
  const paths = [
    'a.pb.go',
    'x/a.pb.go',
    'gen/a.ts',
    'gen/deep/b.ts',
    'src/c.ts',
    'src/gen/d.ts',
    'with space.ts',
    'größe.ts',
  ]

  test.each<[string, string, readonly string[]]>([
    ['a name at any depth', '*.pb.go linguist-generated', ['a.pb.go', 'x/a.pb.go']],
    ['a leading slash', '/*.pb.go linguist-generated=true', ['a.pb.go']],
    ['everything below a folder', 'gen/** linguist-generated', ['gen/a.ts', 'gen/deep/b.ts']],
    ['a folder alone says nothing about its files', 'gen/ linguist-generated\ngen linguist-generated', []],
    ['a folder at any depth', '**/gen/** linguist-generated', ['gen/a.ts', 'gen/deep/b.ts', 'src/gen/d.ts']],
    [
      'a later line takes it away',
      '*.ts linguist-generated\nsrc/** -linguist-generated',
      ['gen/a.ts', 'gen/deep/b.ts', 'with space.ts', 'größe.ts'],
    ],
    ['unspecified again', '*.go linguist-generated\n/a.pb.go !linguist-generated', ['x/a.pb.go']],
    ['=false', '*.go linguist-generated=false', []],
    ['quoted', '"with space.ts" linguist-generated', ['with space.ts']],
    [
      'other attributes, comments, macros',
      '# x\n[attr]gen linguist-generated\n*.ts text eol=lf\n*.go -diff linguist-generated',
      ['a.pb.go', 'x/a.pb.go'],
    ],
    ['stars that start behind the first names', '/ge** linguist-generated', ['gen/a.ts', 'gen/deep/b.ts']],
    ['a class that holds a bracket', '[[a]*.go linguist-generated', ['a.pb.go', 'x/a.pb.go']],
    [
      'a class that nothing closes matches nothing',
      '*.go linguist-generated\n[a* -linguist-generated',
      ['a.pb.go', 'x/a.pb.go'],
    ],
    ['an exclamation mark inside a name', '*.go linguist-generated\na!b -linguist-generated', ['a.pb.go', 'x/a.pb.go']],
    ['quoted, with octal bytes', '"gr\\303\\266\\303\\237e.ts" linguist-generated', ['größe.ts']],
    ['CRLF', '*.go linguist-generated\r\n', ['a.pb.go', 'x/a.pb.go']],
    ['a pattern that is not understood declares nothing', '[[:alpha:]]* linguist-generated', []],
    ['and takes away from everything', '*.ts linguist-generated\n[[:alpha:]]* -linguist-generated', []],
  ])('%s', (_, text, expected) => expect(generated({ '': text }, paths)).toEqual(expected))

  test('a file in a deeper folder decides about what is in it', () =>
    expect(
      generated({ '': '*.ts linguist-generated', src: '*.ts -linguist-generated\ngen/* linguist-generated' }, paths),
    ).toEqual(['gen/a.ts', 'gen/deep/b.ts', 'src/gen/d.ts', 'with space.ts', 'größe.ts']))

  test('agrees with git check-attr', () => {
    const repository = newRepository()
    // Without letters beyond ASCII: for git `?` and `[!a]` stand for one byte of them.
    const name = fc.constantFrom('a', 'b', 'ab', 'a.b', 'x{y', 'a,b')
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'))
    const piece = fc.constantFrom(
      'a',
      'b',
      '*',
      '**',
      '?',
      '/',
      '/',
      '.',
      'a*',
      '[ab]',
      '[!a]',
      '{',
      '\\*',
      ',',
      '***',
      '*a**',
      '!',
      '[[a]',
    )
    const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''))
    const attribute = fc.constantFrom(
      'linguist-generated',
      '-linguist-generated',
      '!linguist-generated',
      'linguist-generated=true',
      'linguist-generated=false',
    )
    const line = fc.tuple(pattern, attribute).map(([glob, attribute]) => `${glob} ${attribute}`)
    const file = fc.array(line, { maxLength: 5 }).map(lines => `${lines.join('\n')}\n`)
    fc.assert(
      fc.property(file, file, fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), (root, inA, paths) => {
        repository.write({ '.gitattributes': root, 'a/.gitattributes': inA })
        const told = repository.git('check-attr', '-z', 'linguist-generated', '--', ...paths).split('\0')
        const expected = paths.filter((_, index) => ['set', 'true'].includes(told[index * 3 + 2] ?? ''))
        expect(generated({ '': root, a: inA }, paths)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })
})

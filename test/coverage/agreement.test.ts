import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FormatId } from '../../src/coverage/formats/index.ts'
import {
  type CoveredFiles,
  countFile,
  type LineState,
  lastLine,
  lineState,
  mergeFiles,
} from '../../src/coverage/model.ts'
import { indexTree, resolvePaths } from '../../src/coverage/paths.ts'
import { english, read } from './helpers.ts'

/** What one report says of some lines where the first report of its run says something else, and why it does. */
interface Difference {
  readonly path: string
  readonly lines: Readonly<Record<number, LineState>>
  readonly why: string
}

/** One or more files of one format that one run wrote. */
interface Written {
  readonly format: FormatId
  readonly files: readonly string[]
  readonly differences?: readonly Difference[]
}

interface Run {
  /** Where the tools ran. */
  readonly workspace: string
  readonly tree: readonly string[]
  /** The first is what the others are compared with. */
  readonly reports: readonly [Written, ...Written[]]
}

const js = ['src/größe.js', 'src/price.js', 'src/stock list.js', 'src/unused.js']
const python = ['shop/__init__.py', 'shop/größe.py', 'shop/order.py', 'shop/price list.py', 'shop/unused.py']
const cpp = ['include/limit.h', 'src/main.cpp', 'src/price list.cpp', 'src/spare.cpp', 'src/tax.cpp', 'src/tax.h']
const php = ['src/Depot/Stock list.php', 'src/Größe.php', 'src/Price.php', 'src/Unused.php']

const methods = 'Istanbul lists the first lines of functions in <methods>, where no statement starts'

/** Folders of test/fixtures/coverage/agreement. */
const runs: Readonly<Record<string, Run>> = {
  nyc: {
    workspace: '/srv/sample/nyc',
    tree: js,
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'istanbul', files: ['coverage-final.json'] },
      { format: 'istanbul', files: ['nyc-output-1.json', 'nyc-output-2.json'] },
      { format: 'istanbul-summary', files: ['coverage-summary.json'] },
      { format: 'clover', files: ['clover.xml'] },
      {
        format: 'cobertura',
        files: ['cobertura-coverage.xml'],
        differences: [
          { path: 'src/price.js', lines: { 6: 'covered', 15: 'covered' }, why: methods },
          { path: 'src/stock list.js', lines: { 6: 'covered', 11: 'covered', 25: 'uncovered' }, why: methods },
        ],
      },
    ],
  },
  c8: {
    workspace: '/srv/sample/nyc',
    tree: js,
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'istanbul', files: ['coverage-final.json'] },
      { format: 'istanbul-summary', files: ['coverage-summary.json'] },
      { format: 'clover', files: ['clover.xml'] },
      { format: 'cobertura', files: ['cobertura-coverage.xml'] },
    ],
  },
  vitest: {
    workspace: '/srv/sample/vitest',
    tree: js,
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'istanbul', files: ['coverage-final.json'] },
      { format: 'istanbul-summary', files: ['coverage-summary.json'] },
      { format: 'clover', files: ['clover.xml'] },
      {
        format: 'cobertura',
        files: ['cobertura-coverage.xml'],
        differences: [
          { path: 'src/price.js', lines: { 4: 'covered', 13: 'covered' }, why: methods },
          { path: 'src/stock list.js', lines: { 4: 'covered', 9: 'covered', 23: 'uncovered' }, why: methods },
          { path: 'src/unused.js', lines: { 1: 'uncovered' }, why: methods },
        ],
      },
    ],
  },
  monocart: {
    workspace: '/srv/sample/nyc',
    tree: js,
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'istanbul', files: ['coverage-final.json'] },
      { format: 'istanbul-summary', files: ['coverage-summary.json'] },
      { format: 'clover', files: ['clover.xml'] },
      {
        format: 'cobertura',
        files: ['cobertura-coverage.xml'],
        differences: [
          { path: 'src/stock list.js', lines: { 6: 'covered', 11: 'covered', 25: 'uncovered' }, why: methods },
        ],
      },
    ],
  },
  'istanbul-0': {
    workspace: '/srv/sample/es5',
    tree: ['lib/price.js', 'lib/unused.js'],
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'istanbul', files: ['coverage.json'] },
      { format: 'istanbul-summary', files: ['coverage-summary.json'] },
      { format: 'clover', files: ['clover.xml'] },
      { format: 'cobertura', files: ['cobertura-coverage.xml'] },
    ],
  },
  'coverage-py-6': {
    workspace: '/srv/sample/py',
    tree: python,
    reports: [
      { format: 'cobertura', files: ['coverage.xml'] },
      {
        format: 'coverage-py',
        files: ['coverage.json'],
        differences: [
          {
            path: 'shop/order.py',
            lines: { 1: 'covered' },
            why: 'executed_lines of this version has what ran besides the statements: a docstring',
          },
        ],
      },
      {
        format: 'lcov',
        files: ['coverage.info'],
        differences: [
          {
            path: 'shop/order.py',
            lines: { 1: 'covered' },
            why: 'a docstring that ran, as in the JSON of this version',
          },
        ],
      },
    ],
  },
  'coverage-py-7': {
    workspace: '/srv/sample/py',
    tree: python,
    reports: [
      { format: 'cobertura', files: ['coverage.xml'] },
      { format: 'coverage-py', files: ['coverage.json'] },
      { format: 'lcov', files: ['coverage.info'] },
    ],
  },
  gcc: {
    workspace: '/srv/sample/c',
    tree: cpp,
    reports: [
      { format: 'lcov', files: ['geninfo.info'] },
      {
        format: 'gcov',
        files: ['main.gcov.json', 'price list.gcov.json', 'spare.gcov.json', 'tax.gcov.json'],
      },
      { format: 'gcov', files: ['stdout.gcov.json'] },
      { format: 'gcovr', files: ['gcovr.json'] },
      { format: 'gcovr', files: ['gcovr-summary.json'] },
      { format: 'cobertura', files: ['gcovr-cobertura.xml'] },
      { format: 'lcov', files: ['grcov.info'] },
    ],
  },
  clang: {
    workspace: '/srv/sample/c',
    tree: cpp,
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'llvm-cov', files: ['export.json'] },
      { format: 'llvm-cov', files: ['skip-functions.json'] },
      {
        format: 'llvm-cov',
        files: ['summary-only.json'],
        differences: [
          {
            path: 'include/limit.h',
            lines: { 5: 'none', 6: 'none' },
            why: 'the summary adds up the lines of functions, and a macro is none',
          },
        ],
      },
    ],
  },
  rust: {
    workspace: '/srv/sample/rust',
    tree: ['src/main.rs', 'src/price.rs'],
    reports: [
      { format: 'lcov', files: ['lcov.info'] },
      { format: 'llvm-cov', files: ['export.json'] },
    ],
  },
  phpunit: {
    workspace: '/srv/sample/php',
    tree: php,
    reports: [
      { format: 'cobertura', files: ['cobertura.xml'] },
      {
        format: 'clover',
        files: ['clover.xml'],
        differences: [
          {
            path: 'src/Depot/Stock list.php',
            lines: { 10: 'none' },
            why: 'a line is written once, and this one is a method as well as its only statement',
          },
        ],
      },
    ],
  },
}

const folder = new URL('../fixtures/coverage/agreement/', import.meta.url)
const bytesOf = (run: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${run}/${encodeURIComponent(file)}`, folder)))

/** Files by path in the repository. */
function readFiles(name: string, { format, files }: Written): CoveredFiles {
  const { workspace, tree } = runs[name] ?? { workspace: '', tree: [] }
  return files.map(file => readOne(bytesOf(name, file), format, workspace, tree)).reduce(mergeFiles)
}

function readOne(content: Uint8Array, format: FormatId, workspace: string, tree: readonly string[]): CoveredFiles {
  const result = read(content)
  if (!result.ok) throw new Error(english(result.error.message))
  expect(result.value.format).toBe(format)
  const { files, sources } = result.value.report
  const resolved = resolvePaths(files.keys(), indexTree(tree), { workspace, sources })
  return new Map(
    [...files].map(([path, file]) => {
      const place = resolved.get(path)
      if (place?.kind !== 'file') throw new Error(`${path} is not in the repository`)
      return [place.path, file]
    }),
  )
}

/** `{ path: { line: what `other` says } }` for all lines of which `first` says something else. */
function differing(first: CoveredFiles, other: CoveredFiles): Record<string, Record<number, LineState>> {
  const differences: Record<string, Record<number, LineState>> = {}
  for (const path of new Set([...first.keys(), ...other.keys()])) {
    const [here = new Uint8Array(), there = new Uint8Array()] = [first.get(path)?.lines, other.get(path)?.lines]
    for (let line = 1; line <= Math.max(lastLine(here), lastLine(there)); line++) {
      const state = lineState(there, line)
      if (state !== lineState(here, line)) differences[path] = { ...differences[path], [line]: state }
    }
  }
  return differences
}

/** What `first` counts when the listed lines are taken as the other report has them. */
function countedLike(first: CoveredFiles, differences: readonly Difference[]): Record<string, string> {
  const counts: Record<string, string> = {}
  for (const [path, { lines }] of first) {
    const listed = differences.find(difference => difference.path === path)?.lines ?? {}
    const numbers = Array.from({ length: lastLine(lines) }, (_, index) => index + 1)
    const states = numbers.map(line => listed[line] ?? lineState(lines, line)).filter(state => state !== 'none')
    counts[path] = `${states.filter(state => state === 'covered').length} of ${states.length}`
  }
  return counts
}

const countsOf = (files: CoveredFiles): Record<string, string> =>
  Object.fromEntries(
    [...files].map(([path, file]) => {
      const { covered, total } = countFile(file).lines
      return [path, `${covered} of ${total}`]
    }),
  )

const linesByPath = (differences: readonly Difference[]) =>
  Object.fromEntries(differences.map(({ path, lines }) => [path, lines]))

const hasOnlyTotals = (files: CoveredFiles): boolean =>
  [...files.values()].every(file => file.counts !== undefined && lastLine(file.lines) === 0)

describe.each(Object.entries(runs))('one run of %s', (name, { reports: [first, ...others] }) => {
  for (const other of others)
    test(`${other.files.join(', ')} as ${first.files.join(', ')}`, () => {
      const [expected, actual] = [readFiles(name, first), readFiles(name, other)]
      expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort())
      const differences = other.differences ?? []
      if (hasOnlyTotals(actual)) expect(countsOf(actual)).toEqual(countedLike(expected, differences))
      else expect(differing(expected, actual)).toEqual(linesByPath(differences))
    })

  test('every report of the run is compared', () => {
    const compared = [first, ...others].flatMap(({ files }) => files)
    expect(readdirSync(new URL(`${name}/`, folder)).sort()).toEqual(compared.sort())
  })
})

test('every run is compared', () => expect(readdirSync(folder).sort()).toEqual(Object.keys(runs).sort()))

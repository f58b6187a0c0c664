import type { Catalogue } from '../message.ts'

const jsonTypes = { number: 'a number', text: 'a text', object: 'an object', list: 'a list' } as const

/** Why a report was refused; each stands after the report's name and place. */
export const reportFaults = {
  'coverage.fault.empty': () => 'it has no executable line; nothing measured is not 100 %',
  'coverage.fault.empty-file': () => 'the file is empty; nothing measured is not 100 %',
  'coverage.fault.encoding': (p: { encoding: string }, f) =>
    `encoding ${f.code(p.encoding)} is not read; write it as UTF-8`,
  'coverage.fault.not-utf8': () => 'a name is not valid in the encoding of the file',
  'coverage.fault.html': () => 'it looks like an HTML page, not a report',
  'coverage.fault.gzip': () => 'it is gzip-compressed; unpack it first',
  'coverage.fault.binary': () => 'it is a binary file, not a report',
  'coverage.fault.unknown-format': (p: { formats: readonly string[] }, f) =>
    `the format is not recognised; known are ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.unknown-root': (p: { root: string; formats: readonly string[] }, f) =>
    `XML with root element ${f.code(p.root)} is no known coverage report; known are ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.too-large': () => 'it holds more files, lines, branches or attributes than any real report',
  'coverage.fault.long-record': (p: { limit: number }, f) => `one record is longer than ${f.number(p.limit)} bytes`,
  'coverage.fault.long-path': (p: { limit: number }, f) => `a path is longer than ${f.number(p.limit)} bytes`,
  'coverage.fault.no-path': () => 'a file has no path',
  'coverage.fault.control': () => 'a path contains control characters',
  'coverage.fault.surrogate': () => 'a path contains half of a surrogate pair',
  'coverage.fault.lcov.truncated': () => 'it ends before end_of_record; the tool that wrote it was interrupted',
  'coverage.fault.lcov.unclosed': () => 'a new file begins before end_of_record of the last one',
  'coverage.fault.lcov.no-record': () => 'this is no LCOV record',
  'coverage.fault.lcov.outside': (p: { key: string }, f) =>
    `${f.code(p.key)} stands outside of a file (no SF before it)`,
  'coverage.fault.lcov.value': (p: { key: string; value: string }, f) =>
    `${f.code(`${p.key}:${p.value}`)} is not a possible value`,
  'coverage.fault.xml.truncated': () =>
    'the XML ends before its root element is closed; the tool that wrote it was interrupted',
  'coverage.fault.xml.no-root': (p: { expected: string }, f) => `no XML root; ${f.code(p.expected)} expected`,
  'coverage.fault.xml.root': (p: { expected: string; found: string }, f) =>
    `root element ${f.code(p.found)}; ${f.code(p.expected)} expected`,
  'coverage.fault.xml.depth': (p: { limit: number }, f) => `elements are nested deeper than ${f.number(p.limit)}`,
  'coverage.fault.xml.doctype': () =>
    'the document type defines more than elements and attributes; a report never defines entities',
  'coverage.fault.xml.second-doctype': () => 'a document type stands where none may be',
  'coverage.fault.xml.syntax': () => 'not well-formed XML here',
  'coverage.fault.xml.entity': (p: { text: string }, f) => `${f.code(p.text)} starts no entity that XML knows`,
  'coverage.fault.xml.end-tag': (p: { name: string }, f) => `end tag ${f.code(p.name)} closes another element`,
  'coverage.fault.xml.duplicate': (p: { name: string }, f) => `attribute ${f.code(p.name)} is given twice`,
  'coverage.fault.xml.misplaced': (p: { name: string }, f) => `element ${f.code(p.name)} stands where it may not`,
  'coverage.fault.xml.value': (p: { name: string; value: string }, f) =>
    `${f.code(`${p.name}="${p.value}"`)} is not a possible value`,
  'coverage.fault.json.truncated': () =>
    'the JSON ends before its value is closed; the tool that wrote it was interrupted',
  'coverage.fault.json.syntax': () => 'not well-formed JSON here',
  'coverage.fault.json.depth': (p: { limit: number }, f) =>
    `objects and lists are nested deeper than ${f.number(p.limit)}`,
  'coverage.fault.json.duplicate': (p: { key: string }, f) => `key ${f.code(p.key)} is given twice in one object`,
  'coverage.fault.json.key': (p: { key: string }, f) => `${f.code(p.key)} is no key of a report`,
  'coverage.fault.json.type': (p: { key: string; expected: 'number' | 'text' | 'object' | 'list' }, f) =>
    `${f.code(p.key)} must be ${jsonTypes[p.expected]}`,
  'coverage.fault.json.missing': (p: { key: string }, f) => `${f.code(p.key)} is missing`,
  'coverage.fault.json.value': (p: { key: string; value: string }, f) =>
    `${f.code(`${p.key}: ${p.value}`)} is not a possible value`,
  'coverage.fault.json.above': (p: { path: string; key: string; covered: number; total: number }, f) =>
    `${f.code(p.key)} of ${f.code(p.path)}: ${f.number(p.covered)} covered of ${f.number(p.total)}`,
  'coverage.fault.json.path': (p: { key: string; path: string }, f) =>
    `the file ${f.code(p.key)} calls itself ${f.code(p.path)}`,
  'coverage.fault.go.no-mode': (_p: Record<never, never>, f) =>
    `a Go cover profile begins with ${f.code('mode: set')}, ${f.code('mode: count')} or ${f.code('mode: atomic')}`,
  'coverage.fault.go.mode': (p: { line: string }, f) =>
    `${f.code(p.line)} is no mode; Go knows ${f.code('set')}, ${f.code('count')} and ${f.code('atomic')}`,
  'coverage.fault.go.two-modes': (p: { first: string; mode: string }, f) =>
    `mode ${f.code(p.mode)} contradicts mode ${f.code(p.first)} before it; no block stands between them`,
  'coverage.fault.go.no-block': () => 'this is no block of a Go cover profile',
  'coverage.fault.go.backwards': () => 'the block ends before it starts',
  'coverage.fault.go.line': (p: { line: string }, f) => `${f.code(p.line)} is not a possible line`,
  'coverage.fault.go.truncated': () => 'it ends in the middle of a line; the tool that wrote it was interrupted',
  'coverage.fault.cobertura.nested': () => 'a class stands inside another class',
} as const satisfies Catalogue

export type ReportFault = {
  [C in keyof typeof reportFaults]: { readonly code: C; readonly params: Parameters<(typeof reportFaults)[C]>[0] }
}[keyof typeof reportFaults]

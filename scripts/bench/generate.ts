import { closeSync, openSync, writeSync } from 'node:fs'
import type { FormatId } from '../../src/coverage/formats/index.ts'
import type { Totals } from '../../src/coverage/model.ts'

/**
 * Big reports with known totals, made from an imagined project: the same seed gives the same bytes. One source file in
 * seven has a name beyond ASCII, one in eleven an `&`. The mix of lines, branches and functions is that of reports
 * which real tools write; long functions, long names and deep folders are not imitated.
 */
export const generated = ['lcov', 'cobertura', 'jacoco', 'clover', 'istanbul', 'go'] as const
export type GeneratedFormat = (typeof generated)[number] & FormatId

/** What must be read alike: line ends, no last line end, every fifth file told in two overlapping records. */
export type Variant = 'plain' | 'crlf' | 'cut-end' | 'twice'

export interface Counts extends Totals {
  readonly files: number
}

export interface Generated {
  readonly bytes: number
  readonly counts: Counts
}

/** What the format, as it is written here, tells of the counts. */
export const told: Readonly<Record<GeneratedFormat, readonly (keyof Counts)[]>> = {
  lcov: ['files', 'lines', 'branches', 'functions'],
  cobertura: ['files', 'lines', 'branches', 'functions'],
  jacoco: ['files', 'lines', 'branches', 'functions'],
  clover: ['files', 'lines', 'branches'],
  istanbul: ['files', 'lines', 'branches', 'functions'],
  go: ['files', 'lines'],
}

interface SourceFile {
  /** Position in the report, from 0. */
  readonly index: number
  readonly folder: string
  readonly name: string
  readonly functions: readonly SourceFunction[]
}

interface SourceFunction {
  readonly name: string
  readonly called: number
  readonly lines: readonly SourceLine[]
}

interface SourceLine {
  readonly number: number
  readonly hits: number
  /** Times that each branch was taken; empty: no branch. */
  readonly branches: readonly number[]
  /** Number of its branches in the file, as LCOV calls it. */
  readonly block: number
}

/** Writes a report of at least `megabytes` (10⁶ bytes) and says what it holds. */
export function generate(
  path: string,
  format: GeneratedFormat,
  { megabytes, variant = 'plain', seed = 1 }: { megabytes: number; variant?: Variant; seed?: number },
): Generated {
  const random = randomNumbers(seed)
  const { head, file: write, foot } = writers[format]
  const tally = new Tally()
  const fd = openSync(path, 'w')
  let bytes = 0
  const put = (text: string): void => {
    const encoded = Buffer.from(variant === 'crlf' ? text.replaceAll('\n', '\r\n') : text)
    bytes += writeSync(fd, encoded)
  }
  try {
    let last = head
    for (let index = 0; bytes < megabytes * 1e6; index++) {
      put(last)
      const file = sourceFile(index, random)
      const parts = variant === 'twice' && index % 5 === 4 ? halves(file) : [file]
      last = parts.map(part => write(part, index === 0)).join('')
      tally.add(file)
    }
    put(variant === 'cut-end' ? (last + foot).trimEnd() : last + foot)
  } finally {
    closeSync(fd)
  }
  return { bytes, counts: tally.counts() }
}

/** Two parts that share their middle and together are the whole. */
function halves(file: SourceFile): readonly SourceFile[] {
  const third = Math.ceil(file.functions.length / 3)
  return [file.functions.slice(0, 2 * third), file.functions.slice(third)].map(functions => ({ ...file, functions }))
}

class Tally {
  private files = 0
  private readonly lines = { covered: 0, total: 0 }
  private readonly branches = { covered: 0, total: 0 }
  private readonly functions = { covered: 0, total: 0 }

  add(file: SourceFile): void {
    this.files++
    for (const { called, lines } of file.functions) {
      this.functions.total++
      if (called > 0) this.functions.covered++
      for (const { hits, branches } of lines) {
        this.lines.total++
        if (hits > 0) this.lines.covered++
        this.branches.total += branches.length
        this.branches.covered += branches.filter(taken => taken > 0).length
      }
    }
  }

  counts(): Counts {
    return { files: this.files, lines: this.lines, branches: this.branches, functions: this.functions }
  }
}

/** From 0 up to 1, 32 bits. A Weyl sequence, mixed: fast, and the same everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

const words =
  'account batch cache delivery entry filter gateway handler index journal ledger merge node order policy queue'
const nouns = words.split(' ')

function sourceFile(index: number, random: () => number): SourceFile {
  const upTo = (limit: number): number => Math.floor(random() * limit)
  const word = (): string => nouns[upTo(nouns.length)] ?? ''
  const odd = index % 7 === 3 ? '-größe' : index % 11 === 5 ? '-a&b' : ''
  const functions: SourceFunction[] = []
  let number = 3 + upTo(20)
  let block = 0
  for (let nth = 1 + upTo(30); nth > 0; nth--) {
    const called = random() < 0.8 ? 1 + Math.floor(random() ** 4 * 5000) : 0
    const lines: SourceLine[] = []
    for (let count = 2 + upTo(23); count > 0; count--) {
      const hits = called > 0 && (lines.length === 0 || random() < 0.92) ? called : 0
      const branches = random() < 0.16 ? arms(hits, random) : []
      lines.push({ number, hits, branches, block: branches.length > 0 ? block++ : 0 })
      number += random() < 0.75 ? 1 : 2 + upTo(4)
    }
    functions.push({ name: `${word()}${capital(word())}${functions.length}`, called, lines })
    number += 2 + upTo(6)
  }
  return { index, folder: `services/${word()}/src/${word()}`, name: `${capital(word())}${odd}${index}`, functions }
}

function arms(hits: number, random: () => number): readonly number[] {
  const count = random() < 0.9 ? 2 : 3 + Math.floor(random() * 4)
  return Array.from({ length: count }, () => (hits > 0 && random() < 0.7 ? hits : 0))
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

interface Writer {
  readonly head: string
  readonly file: (file: SourceFile, isFirst: boolean) => string
  readonly foot: string
}

const linesOf = (file: SourceFile): readonly SourceLine[] => file.functions.flatMap(each => each.lines)
const taken = (line: SourceLine): number => line.branches.filter(each => each > 0).length
const sum = (lines: readonly SourceLine[], count: (line: SourceLine) => number): number =>
  lines.reduce((before, line) => before + count(line), 0)
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** Where the function's first line is. */
const startOf = (each: SourceFunction): number => each.lines[0]?.number ?? 0
const endOf = (each: SourceFunction): number => each.lines.at(-1)?.number ?? 0

const writers: Readonly<Record<GeneratedFormat, Writer>> = {
  lcov: { head: '', file: lcovRecord, foot: '' },
  cobertura: {
    head: '<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n<coverage version="0.1">\n  <sources>\n    <source>.</source>\n  </sources>\n  <packages>\n    <package name="main">\n      <classes>\n',
    file: coberturaClass,
    foot: '      </classes>\n    </package>\n  </packages>\n</coverage>\n',
  },
  jacoco: {
    head: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="bench"><sessioninfo id="host-1" start="1" dump="2"/>',
    file: jacocoPackage,
    foot: '</report>',
  },
  clover: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<coverage generated="1700000000000" clover="3.2.0">\n  <project timestamp="1700000000000" name="All files">\n    <package name="main">\n',
    file: cloverFile,
    foot: '    </package>\n  </project>\n</coverage>\n',
  },
  istanbul: { head: '{', file: istanbulFile, foot: '\n}\n' },
  go: { head: 'mode: count\n', file: goBlocks, foot: '' },
}

function lcovRecord(file: SourceFile): string {
  const lines = linesOf(file)
  const hit = lines.filter(line => line.hits > 0).length
  let text = `TN:\nSF:${file.folder}/${file.name}.ts\n`
  for (const each of file.functions) text += `FN:${startOf(each)},${each.name}\n`
  text += `FNF:${file.functions.length}\nFNH:${file.functions.filter(each => each.called > 0).length}\n`
  for (const each of file.functions) text += `FNDA:${each.called},${each.name}\n`
  for (const { number, hits } of lines) text += `DA:${number},${hits}\n`
  text += `LF:${lines.length}\nLH:${hit}\n`
  for (const { number, hits, branches, block } of lines) {
    for (let arm = 0; arm < branches.length; arm++)
      text += `BRDA:${number},${block},${arm},${hits > 0 ? branches[arm] : '-'}\n`
  }
  const [arms, met] = [sum(lines, line => line.branches.length), sum(lines, taken)]
  return `${text}BRF:${arms}\nBRH:${met}\nend_of_record\n`
}

function coberturaClass(file: SourceFile): string {
  const name = xml(file.name)
  let text = `        <class name="${name}" filename="${xml(file.folder)}/${name}.ts" line-rate="0.8" branch-rate="0.7">\n          <methods>\n`
  for (const each of file.functions)
    text += `            <method name="${each.name}" hits="${each.called}" signature="()V">\n              <lines>\n                <line number="${startOf(each)}" hits="${each.called}"/>\n              </lines>\n            </method>\n`
  text += '          </methods>\n          <lines>\n'
  for (const line of linesOf(file)) {
    const total = line.branches.length
    const percent = total === 0 ? 0 : Math.round((100 * taken(line)) / total)
    const branch =
      total === 0 ? 'branch="false"' : `branch="true" condition-coverage="${percent}% (${taken(line)}/${total})"`
    text += `            <line number="${line.number}" hits="${line.hits}" ${branch}/>\n`
  }
  return `${text}          </lines>\n        </class>\n`
}

function jacocoPackage(file: SourceFile): string {
  const path = xml(`com/acme/${file.folder}/p${file.index}`)
  const name = xml(file.name)
  let text = `<package name="${path}"><class name="${path}/${name}" sourcefilename="${name}.java">`
  for (const each of file.functions) {
    const covered = each.called > 0 ? 1 : 0
    text += `<method name="${each.name}" desc="(Ljava/lang/String;)V" line="${startOf(each)}">${counter('INSTRUCTION', 1 - covered, covered)}${counter('METHOD', 1 - covered, covered)}</method>`
  }
  text += `</class><sourcefile name="${name}.java">`
  const lines = linesOf(file)
  for (const line of lines) {
    const [mi, ci] = line.hits > 0 ? [0, 4] : [3, 0]
    text += `<line nr="${line.number}" mi="${mi}" ci="${ci}" mb="${line.branches.length - taken(line)}" cb="${taken(line)}"/>`
  }
  const covered = lines.filter(line => line.hits > 0).length
  const called = file.functions.filter(each => each.called > 0).length
  const [arms, met] = [sum(lines, line => line.branches.length), sum(lines, taken)]
  text += arms > 0 ? counter('BRANCH', arms - met, met) : ''
  text += counter('LINE', lines.length - covered, covered)
  text += counter('METHOD', file.functions.length - called, called)
  return `${text}</sourcefile></package>`
}

const counter = (type: string, missed: number, covered: number): string =>
  `<counter type="${type}" missed="${missed}" covered="${covered}"/>`

function cloverFile(file: SourceFile): string {
  const lines = linesOf(file)
  const name = `${xml(file.name)}.ts`
  const covered = lines.filter(line => line.hits > 0).length
  const [arms, met] = [sum(lines, line => line.branches.length), sum(lines, taken)]
  const called = file.functions.filter(each => each.called > 0).length
  let text = `      <file name="${name}" path="/work/${xml(file.folder)}/${name}">\n        <metrics statements="${lines.length}" coveredstatements="${covered}" conditionals="${arms}" coveredconditionals="${met}" methods="${file.functions.length}" coveredmethods="${called}"/>\n`
  for (const line of lines) {
    const cond = `type="cond" truecount="${taken(line)}" falsecount="${line.branches.length - taken(line)}"`
    text += `        <line num="${line.number}" count="${line.hits}" ${line.branches.length > 0 ? cond : 'type="stmt"'}/>\n`
  }
  return `${text}      </file>\n`
}

function istanbulFile(file: SourceFile, isFirst: boolean): string {
  const lines = linesOf(file)
  const place = (number: number): string =>
    `{"start":{"line":${number},"column":2},"end":{"line":${number},"column":40}}`
  const branching = lines.filter(line => line.branches.length > 0)
  const path = JSON.stringify(`/work/${file.folder}/${file.name}.ts`)
  const keyed = (values: readonly (string | number)[]): string =>
    values.map((value, key) => `"${key}":${value}`).join(',')
  const functions = file.functions.map(
    each =>
      `{"name":"${each.name}","decl":${place(startOf(each))},"loc":{"start":{"line":${startOf(each)},"column":20},"end":{"line":${endOf(each)},"column":1}},"line":${startOf(each)}}`,
  )
  const branches = branching.map(
    ({ number, branches }) =>
      `{"loc":${place(number)},"type":"if","locations":[${branches.map(() => place(number)).join(',')}],"line":${number}}`,
  )
  return `${isFirst ? '' : ','}\n${path}: {"path":${path},"statementMap":{${keyed(lines.map(line => place(line.number)))}},"fnMap":{${keyed(functions)}},"branchMap":{${keyed(branches)}},"s":{${keyed(lines.map(line => line.hits))}},"f":{${keyed(file.functions.map(each => each.called))}},"b":{${keyed(branching.map(line => `[${line.branches.join(',')}]`))}}}`
}

/** A block for each run of neighbouring lines with the same count. */
function goBlocks(file: SourceFile): string {
  const path = `example.com/acme/${file.folder}/${file.name}.go`
  let text = ''
  for (const { lines } of file.functions) {
    for (let first = 0, at = 0; at < lines.length; at++) {
      const [line, next] = [lines[at], lines[at + 1]]
      if (line === undefined || (next?.hits === line.hits && next.number === line.number + 1)) continue
      text += `${path}:${lines[first]?.number}.2,${line.number}.38 ${at - first + 1} ${line.hits}\n`
      first = at + 1
    }
  }
  return text
}

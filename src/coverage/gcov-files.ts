import { message } from '../locales/message.ts'
import { type ReportBuilder, reportLimits } from './builder.ts'
import type { JsonTokens } from './json.ts'
import type { JsonHandler } from './json-reader.ts'
import { normalisePath } from './paths.ts'

/**
 * What gcov's JSON and gcovr's have in common, in any order (in old gcov's objects it depends on hashes):
 *
 *     { files: [ { file,
 *                  lines:     [ { line_number, count, branches: [ { count } ] } ],
 *                  functions: [ { name, demangled_name, execution_count } ] } ] }
 *
 * Where a line is in several functions (instances of a template, constructors), its records are united, its branches by
 * their position. What gcovr marks as excluded or as no code does not count.
 */
export const gcovPlaces = [
  '',
  'current_working_directory',
  'files[]',
  'files[].file',
  'files[].lines[]',
  'files[].lines[].line_number',
  'files[].lines[].count',
  'files[].lines[].gcovr/excluded',
  'files[].lines[].gcovr/noncode',
  'files[].lines[].branches[]',
  'files[].lines[].branches[].count',
  'files[].lines[].branches[].gcovr/excluded',
  'files[].functions[]',
  'files[].functions[].name',
  'files[].functions[].demangled_name',
  'files[].functions[].execution_count',
  'files[].functions[].gcovr/excluded',
] as const
const [DOCUMENT, FOLDER] = [0, 1]
const [FILE, PATH] = [2, 3]
const [LINE, LINE_NUMBER, LINE_COUNT, LINE_EXCLUDED, LINE_NO_CODE] = [4, 5, 6, 7, 8]
const [BRANCH, BRANCH_COUNT, BRANCH_EXCLUDED] = [9, 10, 11]
const [FUNCTION, NAME, READABLE_NAME, FUNCTION_COUNT, FUNCTION_EXCLUDED] = [12, 13, 14, 15, 16]

/** A file until its path is known: a number for each line, branch or function; the lowest bit says whether it ran. */
interface FileRecords {
  path: string
  readonly lines: number[]
  /** Line and position on it. */
  readonly branches: number[]
  readonly functions: number[]
}

const positions = 2 ** 28

export class GcovFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private readonly writtenBy: 'gcov' | 'gcovr'
  private folder = ''
  /** Files of a document whose folder may come last. */
  private waiting: FileRecords[] = []
  private kept = 0
  private file: FileRecords = { path: '', lines: [], branches: [], functions: [] }
  private line = -1
  /** Of the current branch of the line, else of the line, or of the function. */
  private count = -1
  private lineCount = -1
  private isExcluded = false
  private isLineExcluded = false
  /** 1: taken, 0: not, -1: excluded. */
  private branches: number[] = []
  private name = -1

  constructor(json: JsonTokens, report: ReportBuilder, writtenBy: 'gcov' | 'gcovr') {
    this.json = json
    this.report = report
    this.writtenBy = writtenBy
  }

  open(place: number): void {
    if (place === FILE) this.file = { path: '', lines: [], branches: [], functions: [] }
    else if (place === LINE) {
      this.line = -1
      this.lineCount = -1
      this.isLineExcluded = false
      this.branches = []
    } else if (place === BRANCH || place === FUNCTION) {
      this.count = -1
      this.name = -1
      this.isExcluded = false
    }
  }

  value(place: number): void {
    const { json } = this
    if (place === LINE_NUMBER) this.line = this.readLine()
    else if (place === LINE_COUNT) this.lineCount = this.readCount()
    else if (place === BRANCH_COUNT || place === FUNCTION_COUNT) this.count = this.readCount()
    else if (place === LINE_EXCLUDED || place === LINE_NO_CODE)
      this.isLineExcluded = json.boolean() || this.isLineExcluded
    else if (place === BRANCH_EXCLUDED || place === FUNCTION_EXCLUDED) this.isExcluded = json.boolean()
    else if (place === NAME && this.name < 0) this.name = json.identity()
    else if (place === READABLE_NAME && this.writtenBy === 'gcovr') this.name = json.identity()
    else if (place === PATH) this.file.path = json.path(json.string())
    else if (place === FOLDER) this.folder = json.string()
  }

  close(place: number): void {
    if (place === BRANCH) this.closeBranch()
    else if (place === LINE) this.closeLine()
    else if (place === FUNCTION) this.closeFunction()
    else if (place === FILE) this.closeFile()
    else if (place === DOCUMENT) this.closeDocument()
  }

  private closeBranch(): void {
    if (this.count < 0) this.missing('branches[].count')
    this.branches.push(this.isExcluded ? -1 : Math.min(1, this.count))
  }

  private closeLine(): void {
    const { line, branches } = this
    if (line < 0 || this.lineCount < 0) this.missing(line < 0 ? 'line_number' : 'count')
    if (this.isLineExcluded) return
    this.file.lines.push(line * 2 + Math.min(1, this.lineCount))
    for (let at = 0; at < branches.length; at++) {
      const taken = branches[at] ?? -1
      if (taken >= 0) this.file.branches.push((line * positions + at) * 2 + taken)
    }
  }

  private closeFunction(): void {
    if (this.name < 0) this.missing('name')
    if (!this.isExcluded) this.file.functions.push(this.name * 2 + Math.max(0, Math.min(1, this.count)))
  }

  private closeFile(): void {
    const { file } = this
    if (file.path === '') this.missing('file')
    this.kept += file.lines.length + file.branches.length + file.functions.length
    if (this.kept > reportLimits.marks) this.json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
    if (this.writtenBy === 'gcov') this.waiting.push(file)
    else this.write(file, file.path)
  }

  private closeDocument(): void {
    for (const file of this.waiting) this.write(file, within(this.folder, file.path))
    this.waiting = []
    this.folder = ''
  }

  private write({ lines, branches, functions }: FileRecords, path: string): void {
    if (this.json.problem) return
    this.kept = 0
    this.report.open(path)
    for (const line of lines) this.report.line(Math.floor(line / 2), line % 2 === 1)
    for (const branch of branches) {
      const position = Math.floor(branch / 2)
      this.report.branch(Math.floor(position / positions), position % positions, branch % 2 === 1)
    }
    for (const each of functions) this.report.function(Math.floor(each / 2), each % 2 === 1)
    this.report.close()
  }

  private readLine(): number {
    const line = this.json.integer()
    if (line < 1 || line > reportLimits.line) this.json.refuseValue()
    return line
  }

  /** gcov 9 writes 1.23457e+08. */
  private readCount(): number {
    const count = this.json.integer() >= 0 ? this.json.integer() : this.json.number()
    if (!(count >= 0 && Number.isInteger(count))) this.json.refuseValue()
    return count
  }

  private missing(key: string): void {
    this.json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key }))
  }
}

/** Old writers may name a folder that cannot be joined; the path then stands alone. */
function within(folder: string, path: string): string {
  if (folder === '' || /^(?:[/\\]|[A-Za-z]:)/.test(path)) return path
  return normalisePath(`${folder}/${path}`) ?? path
}

import { message } from '../../locales/message.ts'
import { branchIdentity, branchIdentityOf, identityOf, type ReportBuilder, reportLimits } from '../builder.ts'
import { latin1 } from '../bytes.ts'
import type { CoverageFormat } from '../format.ts'
import type { JsonTokens } from '../json.ts'
import { type JsonHandler, jsonReader } from '../json-reader.ts'
import { normalisePath } from '../paths.ts'

/**
 * Istanbul's `coverage-final.json`, also a file of `.nyc_output`:
 *
 *     { <path>: { path,
 *                 statementMap: { <id>: <location> },  s: { <id>: hits },
 *                 fnMap: { <id>: { decl: <location>, loc: <location> } },  f: { <id>: hits },
 *                 branchMap: { <id>: { type, line, loc: <location>, locations: [<location>] } },  b: { <id>: [hits] } } }
 *     location = { start: { line, column }, end: { line, column } }
 *
 * in any order, the file perhaps wrapped once more in `data`. As in Istanbul, a line is executable when a statement
 * starts there, and its hits are the largest of these statements; what has hits but no location counts no line. Ids are
 * only positions: functions and branches are the same in another report if their locations are. Maps of sources may
 * leave a `null` instead of a line or a count, which locates and covers nothing; so does line 0, where isparta puts
 * the code that Babel made up.
 */
export const istanbul: CoverageFormat = {
  id: 'istanbul',
  title: 'Istanbul JSON',
  writtenBy: 'Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma, monocart',
  places: ['coverage/coverage-final.json', 'coverage-final.json'],
  counts: ['branches', 'functions'],
  detect: head =>
    /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{.*"(?:(?:statement|fn|branch)Map"\s*:\s*\{|[lsfb]"\s*:\s*\{\s*"\d+"\s*:)/s.test(
      latin1(head),
    ),
  reader: () => jsonReader(places, (json, report) => new IstanbulFiles(json, report)),
}

const inFile = [
  'path',
  'statementMap',
  'statementMap.*',
  'statementMap.*.start.line',
  's',
  's.*',
  'fnMap.*',
  'fnMap.*.loc.start.line',
  'fnMap.*.loc.start.column',
  'fnMap.*.loc.end.line',
  'fnMap.*.loc.end.column',
  'fnMap.*.decl.start.line',
  'fnMap.*.decl.start.column',
  'f.*',
  'branchMap.*',
  'branchMap.*.loc.start.line',
  'branchMap.*.loc.start.column',
  'branchMap.*.loc.end.line',
  'branchMap.*.loc.end.column',
  'branchMap.*.locations[].start.line',
  'branchMap.*.locations[].start.column',
  'branchMap.*.type',
  'branchMap.*.line',
  'b.*',
  'b.*[]',
] as const
const places = [...inFile.map(place => `*.${place}`), ...inFile.map(place => `*.data.${place}`), '*']
const [PATH, STATEMENTS, STATEMENT, STATEMENT_LINE, COUNTS, COUNT] = [0, 1, 2, 3, 4, 5]
const [FUNCTION, FUNCTION_AT, FUNCTION_COUNT] = [6, 7, 13]
const [BRANCH, BRANCH_AT, BRANCH_TYPE, BRANCH_LINE, ARMS, ARM] = [14, 15, 21, 22, 23, 24]
const FILE = inFile.length

class IstanbulFiles implements JsonHandler {
  private readonly json: JsonTokens
  private readonly report: ReportBuilder
  private key = ''
  private path = ''
  private hasStatements = false
  private hasCounts = false
  private id = 0
  private readonly statementLines = new ById()
  private readonly statementHits = new ById()
  private readonly functionIdentities = new ById()
  private readonly functionHits = new ById()
  private readonly branchLines = new ById()
  private readonly branchIdentities = new ById()
  private readonly branchArms = new ById()
  /** Branch and hits of each arm, one behind the other. */
  private arms: number[] = []
  /** What tells the current function or branch apart: the numbers at its places, in their order, and its type. */
  private readonly where = new Int32Array(8)
  private readonly whereBytes = new Uint8Array(this.where.buffer)
  private branchLine = 0

  constructor(json: JsonTokens, report: ReportBuilder) {
    this.json = json
    this.report = report
  }

  open(anywhere: number): void {
    const place = placeInFile(anywhere)
    if (place === STATEMENT) {
      this.id = this.newId(this.statementLines)
      this.statementLines.set(this.id, 0)
    } else if (place === FUNCTION) this.locate(this.functionIdentities)
    else if (place === BRANCH) this.locate(this.branchIdentities)
    else if (place === ARMS) {
      this.id = this.newId(this.branchArms)
      this.branchArms.set(this.id, 1)
    } else if (place === STATEMENTS) this.hasStatements = true
    else if (place === COUNTS) this.hasCounts = true
    else if (place === FILE) this.key = this.json.path(this.json.key())
  }

  value(anywhere: number): void {
    const place = placeInFile(anywhere)
    if (place === STATEMENT_LINE) this.statementLines.set(this.id, this.line())
    else if (place === COUNT) this.statementHits.set(this.newId(this.statementHits), this.hits())
    else if (place === ARM) this.keepArm()
    else if (place === FUNCTION_COUNT) this.functionHits.set(this.newId(this.functionHits), this.hits())
    else if (place === BRANCH_LINE) this.branchLine = this.line()
    else if (place === BRANCH_TYPE) this.where[7] = this.json.identity()
    else if (place === PATH) this.path = this.json.path(this.json.string())
    else this.where[place - (place < BRANCH ? FUNCTION_AT : BRANCH_AT)] = this.json.integer()
  }

  close(anywhere: number): void {
    const place = placeInFile(anywhere)
    if (place === FUNCTION) this.functionIdentities.set(this.id, identityOf(this.whereBytes, 0, 32))
    else if (place === BRANCH) {
      this.branchIdentities.set(this.id, branchIdentityOf(this.whereBytes, 0, 32))
      this.branchLines.set(this.id, this.branchLine || this.startOfBranch())
    } else if (place === FILE) this.closeFile()
  }

  private locate(identities: ById): void {
    this.id = this.newId(identities)
    this.where.fill(-1)
    this.branchLine = 0
  }

  private newId(known: ById): number {
    const id = this.json.keyInteger()
    const isPossible = id >= 0 && id <= largestId
    if (!isPossible) this.json.refuseKey('RPT-KEY')
    else if (known.get(id) !== -1) this.json.refuseKey('RPT-DUPKEY')
    return isPossible ? id : 0
  }

  /** 0: none. */
  private line(): number {
    if (this.json.isNull) return 0
    const line = this.json.integer()
    if (line < 0 || line > reportLimits.line) this.json.refuseValue()
    return line
  }

  private hits(): number {
    if (this.json.isNull) return 0
    const hits = this.json.integer()
    if (hits < 0) this.json.refuseValue()
    return hits
  }

  /** Of its own location, else of its last arm's. */
  private startOfBranch(): number {
    const [own = 0, , , , arm = 0] = this.where
    return [own, arm].find(line => line > 0 && line <= reportLimits.line) ?? 0
  }

  private keepArm(): void {
    if (this.arms.length > 2 * largestId) this.json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
    this.arms.push(this.id, this.hits())
  }

  private closeFile(): void {
    const { json, report, key, path } = this
    const missing = this.hasStatements ? 's' : 'statementMap'
    if (!(this.hasStatements && this.hasCounts))
      json.refuse('RPT-VALUE', message('coverage.fault.json.missing', { key: missing }))
    if (path !== '' && !isSameFile(key, path))
      json.refuse('RPT-PATH', message('coverage.fault.json.path', { key, path }))
    if (json.problem) return
    report.open(path || key)
    this.countLines()
    this.countFunctions()
    this.countBranches()
    report.close()
    this.forgetFile()
  }

  private countLines(): void {
    for (const id of this.statementHits.known) {
      const line = this.statementLines.get(id)
      if (line > 0) this.report.line(line, this.statementHits.get(id) > 0)
    }
  }

  private countFunctions(): void {
    for (const id of this.functionHits.known) {
      const identity = this.functionIdentities.get(id)
      this.report.function(identity < 0 ? id : identity, this.functionHits.get(id) > 0)
    }
  }

  private countBranches(): void {
    let arm = 0
    for (let at = 0; at < this.arms.length; at += 2) {
      const [id = 0, hits = 0] = [this.arms[at], this.arms[at + 1]]
      arm = id === this.arms[at - 2] ? arm + 1 : 0
      const identity = this.branchIdentities.get(id)
      this.report.branch(
        Math.max(0, this.branchLines.get(id)),
        branchIdentity(identity < 0 ? id : identity, arm),
        hits > 0,
      )
    }
  }

  private forgetFile(): void {
    this.path = ''
    this.hasStatements = false
    this.hasCounts = false
    this.arms = []
    for (const each of [this.statementLines, this.statementHits, this.functionIdentities, this.functionHits])
      each.clear()
    for (const each of [this.branchLines, this.branchIdentities, this.branchArms]) each.clear()
  }
}

/** Places within a file, wherever it is wrapped. */
const placeInFile = (place: number): number => (place >= inFile.length ? place - inFile.length : place)

/** Tools make one of two paths absolute. */
function isSameFile(key: string, path: string): boolean {
  if (key === path) return true
  const [a, b] = [normalisePath(key), normalisePath(path)]
  return a !== null && b !== null && (a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`))
}

const largestId = (1 << 20) - 1

/** Numbers ≥ 0 by id; -1: none. Every known tool counts ids up from 0 or 1. */
class ById {
  private numbers = new Float64Array(256).fill(-1)
  private ids: number[] = []

  get known(): readonly number[] {
    return this.ids
  }

  get(id: number): number {
    return this.numbers[id] ?? -1
  }

  set(id: number, value: number): void {
    if (id >= this.numbers.length) {
      const larger = new Float64Array(Math.max(id + 1, 2 * this.numbers.length)).fill(-1)
      larger.set(this.numbers)
      this.numbers = larger
    }
    if (this.numbers[id] === -1) this.ids.push(id)
    this.numbers[id] = value
  }

  clear(): void {
    for (const id of this.ids) this.numbers[id] = -1
    this.ids = []
  }
}

import { branchIdentity, type ReportBuilder, reportLimits, textIdentity } from '../builder.ts'
import type { CoverageFormat } from '../format.ts'
import type { Claims } from '../model.ts'
import { rootOf, type XmlTokens } from '../xml.ts'
import { openFile, refusePlace, refuseValue, type XmlHandler, xmlReader } from '../xml-reader.ts'

/**
 * The session of OpenCover, as XmlSerializer orders it:
 *
 *     <CoverageSession> <Summary numSequencePoints= visitedSequencePoints=/>              (a claim)
 *       <Modules> <Module skippedDueTo=>                                                  (skipped: not counted)
 *         <Files> <File uid= fullPath=/> …
 *         <Classes> <Class> <Methods>
 *           <Method visited=> <Name/> <FileRef uid=/>
 *             <SequencePoints> <SequencePoint vc= sl= el= offset= fileid=/> …
 *             <BranchPoints> <BranchPoint vc= sl= offset= path= fileid=/> …
 *
 * Every line of a sequence point, `sl` to `el`, is executable: so do ReportGenerator and Codecov count, and coverlet,
 * which writes a point for each; others take the first line alone, and no change of a later one could be judged. Line
 * 0xFEEFEE hides code that the compiler made up. Points without `fileid` (old versions) are of the method's `FileRef`,
 * branches without `sl` of the last point before their offset; a point of no file in its module has no source.
 */
export const opencover: CoverageFormat = {
  id: 'opencover',
  title: 'OpenCover XML',
  writtenBy: 'OpenCover, coverlet, AltCover',
  places: ['coverage.opencover.xml', '**/TestResults/*/coverage.opencover.xml', 'opencover.xml'],
  counts: ['branches', 'functions'],
  detect: head => /^<CoverageSession[\s/>]/.test(rootOf(head)),
  reader: () => xmlReader({ elements, attributes }, (xml, report) => new OpenCoverReader(xml, report)),
}

const elements = [
  'CoverageSession',
  'Summary',
  'Module',
  'File',
  'Class',
  'Method',
  'Name',
  'FileRef',
  'SequencePoint',
  'BranchPoint',
] as const
const [SUMMARY, MODULE, FILE, CLASS, METHOD, NAME, FILEREF, SEQUENCEPOINT, BRANCHPOINT] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const attributes = [
  'vc',
  'sl',
  'el',
  'offset',
  'path',
  'fileid',
  'uid',
  'fullPath',
  'visited',
  'skippedDueTo',
  'numSequencePoints',
  'visitedSequencePoints',
] as const
const [VC, SL, EL, OFFSET, PATH, FILEID, UID, FULLPATH, VISITED, SKIPPED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const [POINTS, VISITED_POINTS] = [10, 11]
const hiddenLine = 0xfeefee
/** Of a name only so much is kept as tells methods apart. */
const longestName = 1 << 16
const noFile = -1

class OpenCoverReader implements XmlHandler {
  claims: Claims = {}
  private readonly xml: XmlTokens
  private readonly report: ReportBuilder
  private inModule = false
  /** The element around that was skipped, -1 for none. */
  private skipped = -1
  /** Paths of the module by `uid`. */
  private readonly files = new Map<number, string>()
  private openedFile = noFile
  private inMethod = false
  private name = ''
  /** By its name and first line: methods that differ only in generic parameters are named alike. */
  private method = 0
  private methodCalled = false
  private fileRef = noFile
  private firstFile = noFile
  /** Of the method's sequence points; offsets ascend. */
  private readonly offsets: number[] = []
  private readonly lines: number[] = []

  constructor(xml: XmlTokens, report: ReportBuilder) {
    this.xml = xml
    this.report = report
  }

  open(element: number): void {
    if (this.skipped >= 0) return
    if (element === SEQUENCEPOINT) {
      if (this.inMethod) this.readSequencePoint()
    } else if (element === BRANCHPOINT) {
      if (this.inMethod) this.readBranchPoint()
    } else if (element === MODULE || element === CLASS || element === METHOD) this.enter(element)
    else if (element === FILE) this.listFile()
    else if (element === FILEREF) this.fileRef = this.xml.integer(UID)
    else if (element === NAME) this.xml.wantsText = this.inMethod
    else if (element === SUMMARY && !this.inModule) this.readClaims()
  }

  close(element: number): void {
    if (this.skipped >= 0) {
      if (element === this.skipped) this.skipped = -1
    } else if (element === METHOD) this.closeMethod()
    else if (element === NAME) this.nameMethod()
    else if (element === MODULE) {
      this.closeFile()
      this.inModule = false
    }
  }

  text(): void {
    if (this.name.length < longestName) this.name += this.xml.text()
  }

  private enter(element: number): void {
    if (this.xml.string(SKIPPED) !== '') this.skipped = element
    else if (element === METHOD) this.openMethod()
    else if (element === MODULE) {
      if (this.inModule) refusePlace(this.xml, 'Module')
      this.inModule = true
      this.files.clear()
    }
  }

  private listFile(): void {
    const uid = this.xml.integer(UID)
    const path = this.xml.string(FULLPATH)
    if (uid < 0) refuseValue(this.xml, UID, 'uid')
    if (path === '') return
    this.closeFile()
    openFile(this.xml, this.report, path)
    this.report.close()
    this.files.set(uid, path)
  }

  /** Whether the module has the file; then records are for it. */
  private select(uid: number): boolean {
    if (uid === this.openedFile) return uid !== noFile
    const path = this.files.get(uid)
    if (path === undefined) return false
    this.closeFile()
    this.report.open(path)
    this.openedFile = uid
    return true
  }

  private closeFile(): void {
    if (this.openedFile !== noFile) this.report.close()
    this.openedFile = noFile
  }

  private openMethod(): void {
    if (this.inMethod) refusePlace(this.xml, 'Method')
    this.inMethod = true
    this.methodCalled = this.xml.string(VISITED) === 'true'
    this.fileRef = noFile
    this.firstFile = noFile
    this.name = ''
    this.method = 0
    this.offsets.length = 0
    this.lines.length = 0
  }

  private nameMethod(): void {
    if (this.xml.wantsText) this.method = textIdentity(this.name)
    this.xml.wantsText = false
  }

  private closeMethod(): void {
    if (this.select(this.fileRef) || this.select(this.firstFile)) this.report.function(this.method, this.methodCalled)
    this.inMethod = false
  }

  private readSequencePoint(): void {
    const visits = this.xml.integer(VC)
    const first = this.xml.integer(SL)
    const end = this.xml.integer(EL)
    const last = this.xml.has(EL) && end !== hiddenLine ? end : first
    if (!this.xml.has(SL) || first === hiddenLine) return
    if (visits < 0) refuseValue(this.xml, VC, 'vc')
    else if (first < 1 || first > reportLimits.line) refuseValue(this.xml, SL, 'sl')
    else if (last < first || last > reportLimits.line) refuseValue(this.xml, EL, 'el')
    else this.countPoint(first, last, visits > 0)
  }

  private countPoint(first: number, last: number, visited: boolean): void {
    const file = this.pointFile()
    if (!this.select(file)) return
    if (last === first) this.report.line(first, visited)
    else this.report.lines(first, last, visited)
    if (visited) this.methodCalled = true
    if (this.lines.length === 0) {
      this.firstFile = file
      this.method = textIdentity(`${this.name}\n${first}`)
    }
    this.offsets.push(this.xml.integer(OFFSET))
    this.lines.push(first)
  }

  private pointFile(): number {
    return this.xml.has(FILEID) ? this.xml.integer(FILEID) : this.fileRef
  }

  private readBranchPoint(): void {
    const visits = this.xml.integer(VC)
    const offset = this.xml.integer(OFFSET)
    const start = this.xml.integer(SL)
    const line = start > 0 ? start : this.lineAt(offset)
    if (visits < 0) refuseValue(this.xml, VC, 'vc')
    else if (line === hiddenLine) return
    else if ((start < 0 && this.xml.has(SL)) || line > reportLimits.line) refuseValue(this.xml, SL, 'sl')
    else if (line > 0 && this.select(this.pointFile()))
      this.report.branch(line, this.branchOf(offset, this.xml.integer(PATH)), visits > 0)
  }

  /** Of the last sequence point at or before the offset, 0 when there is none. */
  private lineAt(offset: number): number {
    let [low, high] = [0, this.offsets.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.offsets[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return this.lines[low - 1] ?? 0
  }

  /** Lambdas and state machines share lines with the method around them, and offsets by accident. */
  private branchOf(offset: number, path: number): number {
    return branchIdentity((this.method % 2 ** 30) + 2 ** 14 + offset, path)
  }

  private readClaims(): void {
    const points = this.xml.integer(POINTS)
    const visited = this.xml.integer(VISITED_POINTS)
    if (points > 0 && visited >= 0) this.claims = { rate: visited / points }
  }
}

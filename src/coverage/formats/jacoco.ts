import type { Ratio } from '../../locales/message.ts'
import { Identity, type ReportBuilder, reportLimits } from '../builder.ts'
import type { CoverageFormat } from '../format.ts'
import type { Claims, Totals } from '../model.ts'
import { rootOf, type XmlTokens } from '../xml.ts'
import { branchLimit, countOf, openFile, refusePlace, refuseValue, type XmlHandler, xmlReader } from '../xml-reader.ts'

/**
 * JaCoCo's `report.dtd`:
 *
 *     <report name=> ( <group name=> … )
 *       <package name="com/acme">
 *         <class name="com/acme/A" sourcefilename="A.java">
 *           <method name= desc=> <counter type= missed= covered=/> …
 *         <sourcefile name="A.java">
 *           <line nr= mi= ci= mb= cb=/> …        (missed and covered: instructions, branches)
 *           <counter/> …
 *       <counter type="LINE" missed= covered=/>  (a claim)
 *
 * A file is package/sourcefile: the same in two groups is united. Lines without instructions (`mi` + `ci` = 0) are not
 * executable, line 0 is code that the compiler made up. Methods are functions of their class's `sourcefilename`; those
 * of a class without one (compiled without it, or written by JaCoCo before 0.8.2) lie in no file and are not counted.
 *
 * gcovr writes lines without `mi` and `ci`, even those that it excludes, some versions within `<class>`; whether they
 * were executed stands only in the counters behind them, which therefore count for such a file, up to the lines listed.
 */
export const jacoco: CoverageFormat = {
  id: 'jacoco',
  title: 'JaCoCo XML',
  writtenBy: 'JaCoCo, Kover, Pester, gcovr',
  places: [
    'target/site/jacoco/jacoco.xml',
    'target/site/jacoco-aggregate/jacoco.xml',
    'build/reports/jacoco/test/jacocoTestReport.xml',
    'build/reports/kover/report.xml',
    'jacoco.xml',
  ],
  counts: ['branches', 'functions'],
  detect: head => /^<report[\s/>]/.test(rootOf(head)),
  reader: () => xmlReader({ elements, attributes }, (xml, report) => new JacocoReader(xml, report)),
}

const elements = ['report', 'group', 'package', 'class', 'method', 'sourcefile', 'line', 'counter'] as const
const [GROUP, PACKAGE, CLASS, METHOD, SOURCEFILE, LINE, COUNTER] = [1, 2, 3, 4, 5, 6, 7]
const attributes = [
  'name',
  'desc',
  'sourcefilename',
  'nr',
  'mi',
  'ci',
  'mb',
  'cb',
  'type',
  'missed',
  'covered',
] as const
const [NAME, DESC, SOURCEFILENAME, NR, MI, CI, MB, CB, TYPE, MISSED, COVERED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

const none: Ratio = { covered: 0, total: 0 }
const noTotals: Totals = { lines: none, branches: none, functions: none }

class JacocoReader implements XmlHandler {
  claims: Claims = {}
  private readonly xml: XmlTokens
  private readonly report: ReportBuilder
  /** Groups and packages around. */
  private depth = 0
  private package = ''
  /** Inside of a class or source file; `isPlaced` when it names a file. */
  private inFile = false
  private isPlaced = false
  private readonly className = new Identity()
  private inMethod = false
  private readonly method = new Identity()
  private methodSeen = false
  private methodCalled = false
  /** Lines of the file that tell their instructions, and those that do not. */
  private plainLines = 0
  private bareLines = 0
  private counted: Totals = noTotals

  constructor(xml: XmlTokens, report: ReportBuilder) {
    this.xml = xml
    this.report = report
  }

  open(element: number): void {
    if (element === LINE) {
      if (this.isPlaced) this.readLine()
    } else if (element === COUNTER) this.readCounter()
    else if (element === METHOD) this.openMethod()
    else if (element === CLASS) this.openClass()
    else if (element === SOURCEFILE) this.openSource()
    else if (element === PACKAGE || element === GROUP) {
      this.depth++
      if (element === PACKAGE) this.package = packagePath(this.xml.string(NAME))
    }
  }

  close(element: number): void {
    if (element === METHOD) this.closeMethod()
    else if (element === CLASS || element === SOURCEFILE) this.closeFile()
    else if (element === PACKAGE || element === GROUP) {
      this.depth--
      this.package = ''
    }
  }

  private openClass(): void {
    this.xml.identify(NAME, this.className.reset())
    const source = this.xml.string(SOURCEFILENAME)
    this.enter('class', source !== '')
    if (this.isPlaced) openFile(this.xml, this.report, sourcePath(this.package, source))
  }

  private openSource(): void {
    this.enter('sourcefile', true)
    const name = this.xml.string(NAME)
    openFile(this.xml, this.report, name === '' ? '' : sourcePath(this.package, name))
  }

  private enter(name: string, isPlaced: boolean): void {
    if (this.inFile) refusePlace(this.xml, name)
    this.inFile = true
    this.isPlaced = isPlaced
    this.plainLines = 0
    this.bareLines = 0
    this.counted = noTotals
  }

  private closeFile(): void {
    if (this.isPlaced) {
      if (this.plainLines === 0 && this.counted.lines.total > 0) this.report.counts(this.counted)
      this.report.close()
    }
    this.inFile = false
    this.isPlaced = false
  }

  private openMethod(): void {
    if (this.inMethod) refusePlace(this.xml, 'method')
    this.inMethod = true
    this.methodSeen = false
    this.methodCalled = false
    this.xml.identify(NAME, this.method.reset(this.className))
    this.xml.identify(DESC, this.method)
  }

  private closeMethod(): void {
    if (this.isPlaced && this.methodSeen) this.report.function(this.method.value, this.methodCalled)
    this.inMethod = false
  }

  private readLine(): void {
    const line = this.xml.integer(NR)
    if (line < 0 || line > reportLimits.line) refuseValue(this.xml, NR, 'nr')
    else if (this.xml.has(MI) || this.xml.has(CI)) this.readInstructions(line)
    else this.bareLines++
  }

  private readInstructions(line: number): void {
    const missed = countOf(this.xml, MI, 'mi')
    const covered = countOf(this.xml, CI, 'ci')
    this.plainLines++
    if (line > 0 && missed + covered > 0) this.countLine(line, covered > 0)
  }

  private countLine(line: number, covered: boolean): void {
    this.report.line(line, covered)
    const missedBranches = countOf(this.xml, MB, 'mb')
    const coveredBranches = countOf(this.xml, CB, 'cb')
    const branches = missedBranches + coveredBranches
    if (branches > branchLimit) refuseValue(this.xml, MB, 'mb')
    else if (branches > 0) this.report.countedBranches(line, coveredBranches, branches)
  }

  private readCounter(): void {
    const missed = countOf(this.xml, MISSED, 'missed')
    const covered = countOf(this.xml, COVERED, 'covered')
    if (missed < 0 || covered < 0) return
    const counted = { covered, total: missed + covered }
    if (this.inMethod) {
      if (counted.total > 0) this.methodSeen = true
      if (covered > 0) this.methodCalled = true
    } else if (this.inFile) {
      if (this.bareLines > 0) this.keepCounter(counted)
    } else if (this.depth === 0 && this.xml.is(TYPE, 'LINE') && counted.total > 0)
      this.claims = { rate: covered / counted.total, total: counted.total }
  }

  /** Of a file whose lines do not say whether they were executed. */
  private keepCounter(counted: Ratio): void {
    const type = this.xml.string(TYPE)
    if (type === 'BRANCH') this.counted = { ...this.counted, branches: counted }
    else if (type === 'METHOD') this.counted = { ...this.counted, functions: counted }
    else if (type === 'LINE') {
      if (counted.total > this.bareLines) refuseValue(this.xml, COVERED, 'covered')
      this.counted = { ...this.counted, lines: counted }
    }
  }
}

/** The virtual machine's names of packages have slashes and no dots; gcovr writes dots for the slashes of a folder. */
const packagePath = (name: string): string => (name.includes('/') ? name : name.replaceAll('.', '/'))

/**
 * JaCoCo names a file by its last name alone. Pester repeats folders of the package before it, gcovr writes the whole
 * path.
 */
function sourcePath(folder: string, name: string): string {
  const slash = name.lastIndexOf('/')
  if (folder === '' || (slash >= 0 && endsWithPath(name.slice(0, slash), folder))) return name
  return slash > 0 && endsWithPath(folder, name.slice(0, slash)) ? `${folder}${name.slice(slash)}` : `${folder}/${name}`
}

const endsWithPath = (path: string, end: string): boolean => path === end || path.endsWith(`/${end}`)

import { type ReportBuilder, reportLimits, textIdentity } from '../builder.ts'
import type { CoverageFormat } from '../format.ts'
import type { Claims } from '../model.ts'
import { rootOf, type XmlTokens } from '../xml.ts'
import { branchLimit, countOf, openFile, refusePlace, refuseValue, type XmlHandler, xmlReader } from '../xml-reader.ts'

/**
 * Clover's `clover.xsd`, as its writers agree on it:
 *
 *     <coverage generated= clover=>
 *       <project> <metrics statements= coveredstatements=/>         (claims, first or last)
 *         <package> <file name= path=> …                            (or files without a package)
 *           <class/> <metrics/>
 *           <line num= type="method" name= signature= count=/>      (a function, no executable line)
 *           <line num= type="stmt" count=/>
 *           <line num= type="cond" truecount= falsecount=/>         (OpenClover: two branches)
 *           <line num= type="cond" count= truecount= falsecount=/>  (Istanbul: branches taken and not taken)
 *       <testproject> …                                             (the tests themselves: not counted)
 *
 * PHPUnit gives a path as `name`; others its last part, and the path as `path`. Where a method begins, PHPUnit leaves
 * out the statement of the same line. Line 0, which old versions of PHPUnit write, is none. Istanbul lists no methods.
 */
export const clover: CoverageFormat = {
  id: 'clover',
  title: 'Clover XML',
  writtenBy: 'PHPUnit, Istanbul, Vitest, Jest, OpenClover, Atlassian Clover, gcovr',
  places: ['clover.xml', 'coverage/clover.xml', 'build/logs/clover.xml', 'target/site/clover/clover.xml'],
  counts: ['branches', 'functions'],
  detect: head =>
    /^<coverage\s[^>]*\b(clover|generated)\s*=|^<coverage(\s[^>]*)?>\s*<(test)?project[\s>]/.test(rootOf(head)),
  reader: () => xmlReader({ elements, attributes }, (xml, report) => new CloverReader(xml, report)),
}

const elements = ['coverage', 'testproject', 'package', 'file', 'metrics', 'line'] as const
const [TESTPROJECT, PACKAGE, FILE, METRICS, LINE] = [1, 2, 3, 4, 5]
const attributes = [
  'num',
  'type',
  'count',
  'truecount',
  'falsecount',
  'name',
  'signature',
  'path',
  'statements',
  'coveredstatements',
  'elements',
  'coveredelements',
] as const
const [NUM, TYPE, COUNT, TRUECOUNT, FALSECOUNT, NAME, SIGNATURE, PATH] = [0, 1, 2, 3, 4, 5, 6, 7]
const [STATEMENTS, COVEREDSTATEMENTS, ELEMENTS, COVEREDELEMENTS] = [8, 9, 10, 11]

class CloverReader implements XmlHandler {
  private readonly xml: XmlTokens
  private readonly report: ReportBuilder
  private inTests = false
  private inPackage = false
  private inFile = false
  private lastLine = 0
  /** Conditions of OpenClover on that line so far. */
  private conditions = 0
  private readonly claimed = { statements: 0, coveredStatements: 0, elements: 0, coveredElements: 0 }
  /** As PHPUnit and Istanbul count them; OpenClover's may share a line, and its conditions are none. */
  private statementsAreLines = true

  constructor(xml: XmlTokens, report: ReportBuilder) {
    this.xml = xml
    this.report = report
  }

  /** What is covered beyond what there is cannot be: then that is the claim, to be told. */
  get claims(): Claims {
    const { statements, coveredStatements, elements, coveredElements } = this.claimed
    if (coveredElements > elements) return { rate: coveredElements / Math.max(1, elements) }
    if (statements === 0) return {}
    return { rate: coveredStatements / statements, ...(this.statementsAreLines ? { total: statements } : {}) }
  }

  open(element: number): void {
    if (element === TESTPROJECT) this.inTests = true
    else if (this.inTests) return
    else if (element === LINE) {
      if (this.inFile) this.readLine()
    } else if (element === FILE) this.openFile()
    else if (element === PACKAGE) this.inPackage = true
    else if (element === METRICS && !this.inPackage && !this.inFile) this.readMetrics()
  }

  close(element: number): void {
    if (element === TESTPROJECT) this.inTests = false
    else if (this.inTests) return
    else if (element === PACKAGE) this.inPackage = false
    else if (element === FILE) {
      this.report.close()
      this.inFile = false
    }
  }

  private openFile(): void {
    const name = this.xml.string(NAME)
    const path = this.xml.string(PATH)
    if (this.inFile) refusePlace(this.xml, 'file')
    openFile(this.xml, this.report, path.length > name.length ? path : name)
    this.inFile = true
    this.lastLine = 0
  }

  private readLine(): void {
    if (this.xml.is(TYPE, 'method')) this.readMethod()
    else {
      const line = this.xml.integer(NUM)
      if (line < 0 || line > reportLimits.line) refuseValue(this.xml, NUM, 'num')
      else if (line > 0) this.readExecutable(line, this.xml.is(TYPE, 'cond'))
    }
  }

  private readMethod(): void {
    const count = this.xml.integer(COUNT)
    if (count < 0) refuseValue(this.xml, COUNT, 'count')
    const [name, signature, num] = [NAME, SIGNATURE, NUM].map(attribute => this.xml.string(attribute))
    this.report.function(textIdentity(`${name}\n${signature}\n${num}`), count > 0)
  }

  private readExecutable(line: number, isCondition: boolean): void {
    if (line !== this.lastLine) this.conditions = 0
    else this.statementsAreLines = false
    this.lastLine = line
    if (isCondition) this.readCondition(line)
    else this.countLine(line)
  }

  private countLine(line: number): void {
    const count = this.xml.integer(COUNT)
    if (count < 0) refuseValue(this.xml, COUNT, 'count')
    else this.report.line(line, count > 0)
  }

  private readCondition(line: number): void {
    const whenTrue = countOf(this.xml, TRUECOUNT, 'truecount')
    const whenFalse = countOf(this.xml, FALSECOUNT, 'falsecount')
    if (this.xml.has(COUNT) || !(this.xml.has(TRUECOUNT) || this.xml.has(FALSECOUNT))) {
      this.countLine(line)
      if (whenTrue + whenFalse > branchLimit) refuseValue(this.xml, TRUECOUNT, 'truecount')
      else this.report.countedBranches(line, whenTrue, whenTrue + whenFalse)
    } else {
      this.statementsAreLines = false
      this.report.line(line, whenTrue + whenFalse > 0)
      this.report.branch(line, 2 * this.conditions, whenTrue > 0)
      this.report.branch(line, 2 * this.conditions + 1, whenFalse > 0)
      this.conditions++
    }
  }

  private readMetrics(): void {
    const claimed = (attribute: number) => Math.max(0, this.xml.integer(attribute))
    this.claimed.statements += claimed(STATEMENTS)
    this.claimed.coveredStatements += claimed(COVEREDSTATEMENTS)
    this.claimed.elements += claimed(ELEMENTS)
    this.claimed.coveredElements += claimed(COVEREDELEMENTS)
  }
}

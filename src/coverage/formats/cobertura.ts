import { message } from '../../locales/message.ts'
import { Identity, type ReportBuilder, reportLimits } from '../builder.ts'
import type { CoverageFormat } from '../format.ts'
import type { Claims } from '../model.ts'
import { rootOf, type XmlTokens } from '../xml.ts'
import { branchLimit, openFile, refuseValue, type XmlHandler, xmlReader } from '../xml-reader.ts'

/**
 * Cobertura's `coverage-04.dtd`, as far as tools agree on it:
 *
 *     <coverage lines-valid= lines-covered= line-rate=>            (claims, never counted)
 *       <sources> <source> root of relative filenames </source> …
 *       <packages> <package> <classes>
 *         <class name= filename=>
 *           <methods> <method name= signature=> <lines> <line number= hits=/> …
 *           <lines> <line number= hits= condition-coverage="50% (1/2)"/> …
 *
 * A line counts wherever in a class it stands: Istanbul lists in methods what the class lacks, other tools only there.
 * Classes of one file are united (partial and nested classes, async state machines). The format does not say which
 * branches of a line were taken, so of one line in two places the larger counts stand.
 */
export const cobertura: CoverageFormat = {
  id: 'cobertura',
  title: 'Cobertura XML',
  writtenBy: 'Cobertura, coverage.py, Istanbul, Vitest, gcovr, coverlet, dotnet-coverage, PHPUnit, gocover-cobertura',
  places: [
    'coverage/cobertura-coverage.xml',
    'coverage/cobertura.xml',
    'cobertura.xml',
    'coverage.cobertura.xml',
    'coverage.xml',
  ],
  counts: ['branches', 'functions'],
  detect: head => {
    const root = rootOf(head)
    return /^<coverage[\s/>]/.test(root) && !/^<coverage\s[^>]*\b(clover|generated)\s*=/.test(root)
  },
  reader: () => xmlReader({ elements, attributes }, (xml, report) => new CoberturaReader(xml, report)),
}

const elements = ['coverage', 'source', 'class', 'method', 'line'] as const
const attributes = [
  'filename',
  'name',
  'signature',
  'number',
  'hits',
  'condition-coverage',
  'lines-valid',
  'line-rate',
] as const
const [COVERAGE, SOURCE, CLASS, METHOD, LINE] = [0, 1, 2, 3, 4]
const [FILENAME, NAME, SIGNATURE, NUMBER, HITS, CONDITIONS, LINES_VALID, LINE_RATE] = [0, 1, 2, 3, 4, 5, 6, 7]
const sourceLimit = 100

interface Conditions {
  readonly text: string
  readonly taken: number
  readonly total: number
}

class CoberturaReader implements XmlHandler {
  readonly sources: string[] = []
  claims: Claims = {}
  private readonly xml: XmlTokens
  private readonly report: ReportBuilder
  private source = ''
  private inClass = false
  private readonly className = new Identity()
  private readonly method = new Identity()
  private inMethod = false
  private methodCalled = false
  private readonly known: Conditions[] = []

  constructor(xml: XmlTokens, report: ReportBuilder) {
    this.xml = xml
    this.report = report
  }

  open(element: number): void {
    if (element === LINE) {
      if (this.inClass) this.readLine()
    } else if (element === CLASS) this.openClass()
    else if (element === METHOD) this.openMethod()
    else if (element === SOURCE) {
      this.xml.wantsText = true
      this.source = ''
    } else if (element === COVERAGE) this.readClaims()
  }

  close(element: number): void {
    if (element === CLASS) this.closeClass()
    else if (element === METHOD) this.closeMethod()
    else if (element === SOURCE) this.closeSource()
  }

  text(): void {
    if (this.source.length <= reportLimits.path) this.source += this.xml.text()
  }

  private closeSource(): void {
    this.xml.wantsText = false
    const source = this.source.trim()
    if (source !== '' && source.length <= reportLimits.path && this.sources.length < sourceLimit)
      this.sources.push(source)
  }

  private openClass(): void {
    if (this.inClass) this.xml.refuse('RPT-SYNTAX', message('coverage.fault.cobertura.nested', {}))
    else openFile(this.xml, this.report, this.xml.string(FILENAME))
    this.xml.identify(NAME, this.className.reset())
    this.inClass = true
  }

  private closeClass(): void {
    this.report.close()
    this.inClass = false
  }

  private openMethod(): void {
    this.inMethod = this.inClass
    this.methodCalled = false
    this.xml.identify(NAME, this.method.reset(this.className))
    this.xml.identify(SIGNATURE, this.method)
  }

  private closeMethod(): void {
    if (this.inMethod) this.report.function(this.method.value, this.methodCalled)
    this.inMethod = false
  }

  private readLine(): void {
    const line = this.xml.integer(NUMBER)
    const hits = this.xml.integer(HITS)
    if (line < 1 || line > reportLimits.line) refuseValue(this.xml, NUMBER, 'number')
    else if (hits < 0) refuseValue(this.xml, HITS, 'hits')
    else this.countLine(line, hits > 0)
  }

  private countLine(line: number, covered: boolean): void {
    this.report.line(line, covered)
    if (covered) this.methodCalled = true
    if (this.xml.has(CONDITIONS)) this.readConditions(line)
  }

  private readConditions(line: number): void {
    const { taken, total } = this.knownConditions() ?? this.parseConditions()
    if (total > branchLimit) refuseValue(this.xml, CONDITIONS, 'condition-coverage')
    else this.report.countedBranches(line, taken, total)
  }

  /** There are few different ones: they are told by their bytes. */
  private knownConditions(): Conditions | undefined {
    for (const conditions of this.known) if (this.xml.is(CONDITIONS, conditions.text)) return conditions
    return undefined
  }

  /** `50% (1/2)`. A bare `50%` says nothing that could be counted. */
  private parseConditions(): Conditions {
    const text = this.xml.string(CONDITIONS)
    if (!text.includes('(')) return { text, taken: 0, total: 0 }
    const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text)
    const [taken, total] = [Number(counts?.[1]), Number(counts?.[2])]
    const conditions =
      taken <= total && total <= branchLimit ? { text, taken, total } : { text, taken: 0, total: Infinity }
    if (this.known.length < 32 && /^[ -~]+$/.test(text)) this.known.push(conditions)
    return conditions
  }

  private readClaims(): void {
    const total = this.xml.integer(LINES_VALID)
    const rate = Number(this.xml.string(LINE_RATE) || Number.NaN)
    this.claims = { ...(total > 0 ? { total } : {}), ...(rate >= 0 && rate <= 1 ? { rate } : {}) }
  }
}

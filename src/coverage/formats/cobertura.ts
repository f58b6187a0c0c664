import { type Message, message } from '../../locales/message.ts'
import { err, ok, type Result } from '../../result.ts'
import { ReportBuilder, reportLimits, textIdentity } from '../builder.ts'
import type { CoverageFormat, Reader, ReportProblem } from '../format.ts'
import type { Claims, CoverageReport } from '../model.ts'
import { rootOf, XmlTokens, xmlLimits } from '../xml.ts'

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
  reader: () => new CoberturaReader(),
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
const conditionLimit = 65_536

class CoberturaReader implements Reader {
  private readonly xml = new XmlTokens({ elements, attributes })
  private readonly report = new ReportBuilder()
  private readonly sources: string[] = []
  private claims: Claims = {}
  private source = ''
  private inClass = false
  private className = ''
  private method: number | undefined
  private methodCalled = false

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length && !this.xml.problem; at += xmlLimits.slice) {
      this.xml.feed(chunk.subarray(at, at + xmlLimits.slice))
      this.readTokens()
    }
  }

  end(): Result<CoverageReport, ReportProblem> {
    this.xml.finish()
    return this.xml.problem ? err(this.xml.problem) : ok(this.report.build(this.sources, this.claims))
  }

  private readTokens(): void {
    while (!this.xml.problem) {
      const token = this.xml.next()
      if (token === 'more') return
      if (token === 'open') this.open(this.xml.element)
      else if (token === 'close') this.close(this.xml.element)
      else if (token === 'text' && this.source.length <= reportLimits.path) this.source += this.xml.text()
    }
  }

  private open(element: number): void {
    if (element === LINE) {
      if (this.inClass) this.readLine()
    } else if (element === CLASS) this.openClass()
    else if (element === METHOD) this.openMethod()
    else if (element === SOURCE) {
      this.xml.wantsText = true
      this.source = ''
    } else if (element === COVERAGE) this.readClaims()
  }

  private close(element: number): void {
    if (element === CLASS) this.closeClass()
    else if (element === METHOD) this.closeMethod()
    else if (element === SOURCE) {
      this.xml.wantsText = false
      const source = this.source.trim()
      if (source !== '' && source.length <= reportLimits.path && this.sources.length < sourceLimit)
        this.sources.push(source)
    }
  }

  private openClass(): void {
    const path = this.xml.string(FILENAME)
    if (this.inClass) this.refuse('RPT-SYNTAX', message('coverage.fault.cobertura.nested', {}))
    else if (path === '') this.refuse('RPT-VALUE', message('coverage.fault.no-path', {}))
    else if (path.length > reportLimits.path)
      this.refuse('RPT-SIZE', message('coverage.fault.long-path', { limit: reportLimits.path }))
    else this.report.open(path)
    this.className = this.xml.string(NAME)
    this.inClass = true
    this.checkSize()
  }

  private closeClass(): void {
    this.report.close()
    this.inClass = false
  }

  private openMethod(): void {
    if (!this.inClass) return
    this.method = textIdentity(`${this.className}\n${this.xml.string(NAME)}\n${this.xml.string(SIGNATURE)}`)
    this.methodCalled = false
  }

  private closeMethod(): void {
    if (this.method !== undefined) this.report.function(this.method, this.methodCalled)
    this.method = undefined
  }

  private readLine(): void {
    const line = this.xml.integer(NUMBER)
    const hits = this.xml.integer(HITS)
    if (line < 1 || line > reportLimits.line) this.badValue('number', NUMBER)
    else if (hits < 0) this.badValue('hits', HITS)
    else this.countLine(line, hits > 0)
  }

  private countLine(line: number, covered: boolean): void {
    this.report.line(line, covered)
    if (covered) this.methodCalled = true
    if (this.xml.has(CONDITIONS)) this.readConditions(line)
    this.checkSize()
  }

  /** `50% (1/2)`. A bare `50%` says nothing that could be counted. */
  private readConditions(line: number): void {
    const text = this.xml.string(CONDITIONS)
    if (!text.includes('(')) return
    const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text)
    const taken = Number(counts?.[1])
    const total = Number(counts?.[2])
    if (taken <= total && total <= conditionLimit) {
      this.report.countedBranches(line, taken, total)
    } else this.badValue('condition-coverage', CONDITIONS)
  }

  private readClaims(): void {
    const total = this.xml.integer(LINES_VALID)
    const rate = Number(this.xml.string(LINE_RATE) || Number.NaN)
    this.claims = { ...(total > 0 ? { total } : {}), ...(rate >= 0 && rate <= 1 ? { rate } : {}) }
  }

  private badValue(name: string, attribute: number): void {
    this.refuse(
      'RPT-VALUE',
      message('coverage.fault.xml.value', { name, value: this.xml.string(attribute).slice(0, 60) }),
    )
  }

  private checkSize(): void {
    if (this.report.overflow) this.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
  }

  private refuse(code: ReportProblem['code'], problem: Message): void {
    this.xml.refuse(code, problem)
  }
}

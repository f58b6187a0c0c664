import { err, ok, type Result } from '../result.ts'
import type { ReportProblem } from './format.ts'
import { readHead } from './head.ts'
import { rootOf, XmlTokens, xmlLimits } from './xml.ts'
import { readTokens, type XmlHandler } from './xml-reader.ts'

/** A case is in at most one of the three: an error before a failure before skipped. */
export interface TestCounts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

/**
 * JUnit's XML, as far as its many writers agree on it:
 *
 *     <testsuites> ( <testsuite> … )                     (or one <testsuite> as root; suites in suites)
 *       <testcase> <failure/> | <error/> | <skipped/>
 *       <error/>                                         (of a suite that could not start)
 *
 * Counted from the elements; `tests="9"` and the like are claims. Attempts that were repeated (`flakyFailure`,
 * `rerunFailure`) are no failures. What failed outside of a case is counted, and no test. No case at all is no problem
 * of the file: whoever wants tests to have run looks at `tests`.
 */
export function readTests(chunks: Iterable<Uint8Array>): Result<TestCounts, ReportProblem> {
  const cases = new TestCases()
  const problem = readJUnit(chunks, () => cases)
  const { tests, failures, errors, skipped } = cases.counts
  return problem ? err(problem) : ok({ tests, failures, errors, skipped })
}

/** Attributes that a handler may ask for. */
export const junitAttributes = ['name', 'time'] as const

/** Hands the elements (`isSuite`, `isCase` tell which) to the handler; gives what is wrong with the file. */
export function readJUnit(
  chunks: Iterable<Uint8Array>,
  handlerOf: (xml: XmlTokens) => XmlHandler,
): ReportProblem | undefined {
  const iterator = chunks[Symbol.iterator]()
  const { start, content, refusal } = readHead(iterator)
  if (refusal) return refusal
  const roots = /^<testsuite[\s/>]/.test(rootOf(content)) ? ['testsuite', 'testsuites'] : ['testsuites', 'testsuite']
  const elements = [...roots, 'testcase', 'failure', 'error', 'skipped']
  const xml = new XmlTokens({ elements, attributes: junitAttributes })
  const handler = handlerOf(xml)
  push(xml, start, handler)
  for (let next = iterator.next(); !next.done; next = iterator.next()) push(xml, next.value, handler)
  xml.finish()
  return xml.problem
}

function push(xml: XmlTokens, chunk: Uint8Array, handler: XmlHandler): void {
  for (let at = 0; at < chunk.length && !xml.problem; at += xmlLimits.slice) {
    xml.feed(chunk.subarray(at, at + xmlLimits.slice))
    readTokens(xml, handler)
  }
}

const [OUTER_SUITE, SUITE, CASE, FAILURE, ERROR, SKIPPED] = [0, 1, 2, 3, 4, 5]

/** Of the elements of a handler. */
export const isSuite = (element: number): boolean => element === OUTER_SUITE || element === SUITE
export const isCase = (element: number): boolean => element === CASE

/** Worst last. */
const outcomes = ['passed', 'skipped', 'failures', 'errors'] as const
type Outcome = (typeof outcomes)[number]

/** Counts cases from the elements. */
export class TestCases implements XmlHandler {
  readonly counts = { tests: 0, passed: 0, failures: 0, errors: 0, skipped: 0 }
  /** The elements around, and the outcomes of those that are cases. */
  private readonly parents: number[] = []
  private readonly cases: Outcome[] = []

  open(element: number): void {
    const parent = this.parents.at(-1)
    if (element === CASE) this.cases.push('passed')
    else if (element === FAILURE) this.found('failures', parent)
    else if (element === ERROR) this.found('errors', parent)
    else if (element === SKIPPED && parent === CASE) this.found('skipped', parent)
    this.parents.push(element)
  }

  close(element: number): void {
    this.parents.pop()
    if (element !== CASE) return
    this.counts.tests++
    this.counts[this.cases.pop() ?? 'passed']++
  }

  private found(outcome: Outcome, parent: number | undefined): void {
    const last = this.cases.length - 1
    if (parent === CASE) this.cases[last] = worse(this.cases[last] ?? 'passed', outcome)
    else if (parent === SUITE || parent === OUTER_SUITE) this.counts[outcome]++
  }
}

const worse = (a: Outcome, b: Outcome): Outcome => (outcomes.indexOf(a) > outcomes.indexOf(b) ? a : b)

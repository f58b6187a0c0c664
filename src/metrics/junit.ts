import { isCase, isSuite, junitAttributes, readJUnit, TestCases } from '../coverage/junit.ts'
import type { XmlTokens } from '../coverage/xml.ts'
import type { XmlHandler } from '../coverage/xml-reader.ts'
import { message } from '../locales/message.ts'
import { nearest } from '../policy/text.ts'
import { err, ok } from '../result.ts'
import type { Found, MetricFormat } from './metric.ts'

const counts = ['tests', 'failures', 'errors', 'skipped', 'time'] as const
type Count = (typeof counts)[number]

const TIME = junitAttributes.indexOf('time')
const NAME = junitAttributes.indexOf('name')
const mostNames = 100

/**
 * Counts of a whole file, or of every suite of one name: `tests`, `testsuite["e2e"].time`. Counted from the cases; what
 * a suite claims in its attributes is not looked at. `time` is the sum of the cases, in seconds.
 */
export const junit: MetricFormat = {
  id: 'junit',
  title: 'JUnit XML',
  check: value => (parse(value) === null ? message('budgets.junit', { value, counts }) : undefined),
  read: (chunks, values) => {
    const wanted = values.flatMap(value => parse(value) ?? [])
    let handler: Suites | undefined
    const problem = readJUnit(chunks, xml => {
      handler = new Suites(xml, wanted)
      return handler
    })
    return problem === undefined ? ok(handler?.found() ?? []) : err(problem)
  },
}

interface Wanted {
  /** `null`: the whole file. */
  readonly suite: string | null
  readonly count: Count
}

function parse(value: string): Wanted | null {
  const match = /^(?:testsuite\[("(?:[^"\\]|\\.)*")\]\.)?([a-z]+)$/.exec(value)
  const count = counts.find(each => each === match?.[2])
  if (match === null || count === undefined) return null
  try {
    return { suite: match[1] === undefined ? null : (JSON.parse(match[1]) as string), count }
  } catch {
    return null
  }
}

class Suites implements XmlHandler {
  private readonly xml: XmlTokens
  private readonly scopes: readonly { readonly wanted: Wanted; readonly scope: Scope }[]
  private readonly names: string[] = []

  constructor(xml: XmlTokens, wanted: readonly Wanted[]) {
    this.xml = xml
    const scopes = new Map(wanted.map(({ suite }) => [suite, new Scope(suite)]))
    this.scopes = wanted.map(each => ({ wanted: each, scope: scopes.get(each.suite) ?? new Scope(each.suite) }))
  }

  open(element: number): void {
    const name = isSuite(element) ? this.xml.string(NAME) : null
    if (name !== null && this.names.length < mostNames && name.length <= 100) this.names.push(name)
    const time = isCase(element) ? this.xml.string(TIME) : ''
    for (const scope of new Set(this.scopes.map(each => each.scope))) scope.open(element, name, time)
  }

  close(element: number): void {
    for (const scope of new Set(this.scopes.map(each => each.scope))) scope.close(element)
  }

  found(): readonly Found[] {
    return this.scopes.map(({ wanted, scope }) => {
      const value = scope.count(wanted.count)
      if (value !== undefined) return ok(value)
      const near = nearest(wanted.suite ?? '', this.names)
      if (!scope.isThere) return err({ kind: 'suite', suite: wanted.suite ?? '', near })
      return err({ kind: 'time', time: scope.badTime ?? '' })
    })
  }
}

/** The cases within the whole file, or within the suites of one name. */
class Scope {
  isThere: boolean
  badTime: string | undefined
  private readonly suite: string | null
  private readonly cases = new TestCases()
  /** Elements that are open since a suite of the name. */
  private depth = 0
  /** In billionths of a second, so that adding up has no rounding. */
  private time = 0n

  constructor(suite: string | null) {
    this.suite = suite
    this.isThere = suite === null
  }

  open(element: number, name: string | null, time: string): void {
    if (this.depth === 0 && this.suite !== null && name !== this.suite) return
    this.isThere = true
    this.depth++
    this.cases.open(element)
    if (!isCase(element)) return
    const parsed = billionths(time)
    if (parsed === undefined) this.badTime ??= time.slice(0, 60)
    else this.time += parsed
  }

  close(element: number): void {
    if (this.depth === 0) return
    this.depth--
    this.cases.close(element)
  }

  count(count: Count): number | undefined {
    if (!this.isThere) return undefined
    if (count !== 'time') return this.cases.counts[count]
    return this.badTime === undefined ? Number(`${this.time}e-9`) : undefined
  }
}

/** Seconds as `1.5` or, as Surefire writes them, `1,234.5`. `undefined`: no time; a case without any is no number. */
function billionths(text: string): bigint | undefined {
  const match = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,18}))?(?:[eE]-(\d{1,2}))?$/.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole.replaceAll(',', '') + fraction)
  const places = fraction.length + Number(exponent)
  return places <= 9 ? digits * 10n ** BigInt(9 - places) : digits / 10n ** BigInt(places - 9)
}

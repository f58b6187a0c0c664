import type { FindingDoubt } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import type { Fingerprints } from './fingerprint.ts'
import type { SarifDefect, SarifOptions, SarifProblem, SarifRun } from './model.ts'
import { severityOf } from './severity.ts'
import { type Location, resolveUri, type UriBases } from './uri.ts'

/** Characters of a message that are kept. */
export const messageLength = 300

export interface RawRule {
  id: string | null
  name: string | null
  level: string | null
  security: string | null
  description: string | null
  readonly messages: Map<string, string>
}

/** As it stands in the file; what it means is told at the end of the run, because its tool may be described behind it. */
export interface RawResult {
  ruleId: string | null
  ruleIndex: number | null
  /** Index of the extension that has the rule. */
  component: number | null
  level: string | null
  kind: string | null
  security: string | null
  text: string | null
  messageId: string | null
  readonly values: string[]
  location: Location & { readonly index: number | null }
  start: number | null
  end: number | null
  given: (readonly [name: string, value: string])[]
  /** Of each suppression; empty: there is none. */
  suppressions: string[]
  baselineState: string | null
}

/** One run as it stands in the file. */
export class RawRun {
  tool: string | null = null
  readonly driver: RawRule[] = []
  /** By its index; missing ones list no rules. */
  readonly extensions = new Map<number, RawRule[]>()
  readonly bases = new Map<string, Location>()
  readonly artifacts: Location[] = []
  readonly results: RawResult[] = []
  readonly revisions: string[] = []
  hasResults = false
  hasExternal = false
  /** What the tool says of its own failure; '' where it gives no words. */
  readonly failures: string[] = []

  finish(options: SarifOptions, fingerprints: Fingerprints): SarifRun {
    const tool = cut(this.tool ?? '', 100)
    const rules = new Rules(this.driver, this.extensions)
    const defects = this.results.flatMap(raw => this.defectOf(raw, tool, rules, options, fingerprints) ?? [])
    return { tool, defects, revisions: this.revisions, problems: this.problems(tool) }
  }

  private problems(tool: string): readonly SarifProblem[] {
    const problem = (code: SarifProblem['code'], told: Message): SarifProblem => ({ code, message: told })
    return [
      ...(this.hasExternal ? [problem('SRF-UNSUPPORTED', message('findings.fault.external', { tool }))] : []),
      ...(this.hasResults || this.hasExternal
        ? []
        : [problem('SRF-INCOMPLETE', message('findings.fault.incomplete', { tool }))]),
      ...(this.failures.length === 0
        ? []
        : [
            problem(
              'SRF-TOOLFAIL',
              message('findings.fault.failed', { tool, said: this.failures.find(Boolean) ?? '' }),
            ),
          ]),
    ]
  }

  private defectOf(
    raw: RawResult,
    tool: string,
    rules: Rules,
    { levels, root }: SarifOptions,
    fingerprints: Fingerprints,
  ): SarifDefect | null {
    if (raw.kind !== null && noDefect.has(raw.kind)) return null
    const doubts: FindingDoubt[] = []
    const found = rules.find(raw)
    const { severity, doubt } = severityOf(
      { result: raw.security, rule: found.rule?.security ?? null, level: raw.level ?? found.rule?.level ?? 'warning' },
      levels,
    )
    if (doubt !== null) doubts.push(doubt)
    if (found.doubt !== null) doubts.push(found.doubt)
    if (raw.kind !== null && !kinds.has(raw.kind)) doubts.push({ code: 'SRF-ENUM', value: cut(raw.kind, 100) })
    const place = this.placeOf(raw, this.bases, root)
    doubts.push(...place.doubts)
    const rule = cut(raw.ruleId ?? found.rule?.id ?? found.rule?.name ?? '', 200)
    const said = oneLine(textOf(raw, found.rule))
    const suppressed = raw.suppressions.length > 0 && raw.suppressions.every(status => status === 'accepted')
    const { path, line, endLine } = place
    return {
      rule,
      severity: doubts.some(each => raising.has(each.code)) ? 'critical' : severity,
      message: said,
      path,
      line,
      endLine,
      fingerprint: fingerprints.next({ tool, rule, path, message: said, given: raw.given, suppressed }),
      suppressed,
      baselineState: raw.baselineState,
      doubts,
    }
  }

  private placeOf(
    { location, start, end }: RawResult,
    bases: UriBases,
    root: string | null,
  ): { path: string | null; line: number | null; endLine: number | null; doubts: readonly FindingDoubt[] } {
    const artifact = location.index === null ? undefined : this.artifacts[location.index]
    if (location.uri === null && location.index !== null && location.index !== -1 && artifact?.uri == null) {
      const doubt: FindingDoubt = { code: 'SRF-URI', value: String(location.index) }
      return { path: null, line: null, endLine: null, doubts: [doubt] }
    }
    const { path, doubt } = resolveUri(location.uri === null ? (artifact ?? location) : location, bases, root)
    if (path === null) return { path, line: null, endLine: null, doubts: doubt === null ? [] : [doubt] }
    if (start === null) return { path, line: null, endLine: null, doubts: [] }
    const line = clamp(start)
    const endLine = Math.max(line, end === null ? line : clamp(end))
    const isOff = line !== start || (end !== null && endLine !== end)
    const doubts: readonly FindingDoubt[] = isOff ? [{ code: 'SRF-REGION', value: `${start}–${end ?? start}` }] : []
    return { path, line, endLine, doubts }
  }
}

/** Results that report no defect. */
const noDefect: ReadonlySet<string> = new Set(['pass', 'notApplicable', 'informational'])
const kinds: ReadonlySet<string> = new Set(['fail', 'open', 'review'])
const raising: ReadonlySet<FindingDoubt['code']> = new Set(['SRF-ENUM', 'SRF-INDEX', 'SRF-VALUE'])

const longestFile = 10_000_000
const clamp = (line: number): number =>
  Number.isFinite(line) ? Math.min(longestFile, Math.max(1, Math.floor(line))) : 1

/** Rules of the tool and its extensions. */
class Rules {
  private readonly driver: readonly RawRule[]
  private readonly extensions: ReadonlyMap<number, readonly RawRule[]>
  private readonly byId = new Map<string, RawRule>()

  constructor(driver: readonly RawRule[], extensions: ReadonlyMap<number, readonly RawRule[]>) {
    this.driver = driver
    this.extensions = extensions
    for (const rule of [...driver, ...[...extensions.values()].flat()]) {
      if (rule.id !== null && !this.byId.has(rule.id)) this.byId.set(rule.id, rule)
    }
  }

  /** A tool that lists no rules at all says nothing wrong; one that points to a rule that it does not have does. */
  find({ ruleId, ruleIndex, component }: RawResult): { rule: RawRule | null; doubt: FindingDoubt | null } {
    const doubted = (value: string, rule: RawRule | null = null) => ({
      rule,
      doubt: { code: 'SRF-INDEX', value: cut(value, 100) } as const,
    })
    const named = ruleId === null ? undefined : this.named(ruleId)
    if (ruleIndex !== null) {
      const rules = component === null ? this.driver : (this.extensions.get(component) ?? [])
      const rule = rules[ruleIndex]
      if (rule === undefined) return doubted(String(ruleIndex), named)
      if (ruleId === null || isOf(ruleId, rule.id)) return { rule, doubt: null }
    }
    if (ruleId === null || named !== undefined || this.isEmpty) return { rule: named ?? null, doubt: null }
    return doubted(ruleId)
  }

  private get isEmpty(): boolean {
    return this.driver.length === 0 && this.extensions.values().every(rules => rules.length === 0)
  }

  /** `CA1000/1` is a special case of `CA1000`. */
  private named(id: string): RawRule | undefined {
    for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
      const found = this.byId.get(id.slice(0, end))
      if (found !== undefined) return found
    }
    return undefined
  }
}

const isOf = (id: string, rule: string | null): boolean => rule === null || id === rule || id.startsWith(`${rule}/`)

function textOf(raw: RawResult, rule: RawRule | null): string {
  const template = raw.text ?? (raw.messageId === null ? undefined : rule?.messages.get(raw.messageId))
  if (template === undefined) return rule?.description ?? rule?.name ?? ''
  return template.replaceAll(/\{(\d{1,2})\}/g, (whole, index: string) => raw.values[Number(index)] ?? whole)
}

const oneLine = (text: string): string => cut(text.replaceAll(/\s+/g, ' ').trim(), messageLength)

/** Never in the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text.toWellFormed()
  const start = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')
  return own(`${start.toWellFormed()}…`)
}

/** A copy: a part of a text keeps the whole of it in memory. */
export const own = (text: string): string => JSON.parse(JSON.stringify(text))

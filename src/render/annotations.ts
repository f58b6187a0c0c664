import type { Locale } from '../locales/index.ts'
import { message } from '../locales/message.ts'
import type { Finding, GateOutcome, Report } from '../report.ts'
import { cut } from './inert.ts'
import { byPlace, findingText, rowsOf } from './layout.ts'
import { labelled, plainVoice, type Voice } from './voice.ts'

/** A remark beside the code. Lines are 1-based and inclusive. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  /** Repository-relative, inside the repository. */
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  readonly title: string
}

/** How many a surface shows; the rest would be lost without a trace, so the worst come first. */
export interface AnnotationBudget {
  readonly error: number
  readonly warning: number
  readonly notice: number
  readonly total: number
}

/** Workflow commands: GitHub shows 10 of a kind per step. */
export const workflowAnnotations: AnnotationBudget = { error: 10, warning: 10, notice: 10, total: 30 }

/** Check run: 50 per request, and we send one. */
export const checkRunAnnotations: AnnotationBudget = { error: 50, warning: 50, notice: 50, total: 50 }

const maxMessage = 2_000
const maxTitle = 255
const maxLine = 2 ** 31 - 1
const severity = ['error', 'warning', 'notice'] as const satisfies readonly Annotation['level'][]

/**
 * Findings with a place, as annotations: errors for what blocks, warnings and notices for the rest; people are waited
 * for without red. Neighbouring lines with the same message become one range. A finding without a path inside the
 * repository has no annotation; every other surface still lists it.
 */
export function renderAnnotations(
  report: Report,
  options: { readonly locale: Locale; readonly budget?: AnnotationBudget },
): readonly Annotation[] {
  const voice = plainVoice(options.locale)
  const byLevel = Map.groupBy(annotationsOf(report, voice), annotation => annotation.level)
  const budget = options.budget ?? workflowAnnotations
  return severity.flatMap(level => (byLevel.get(level) ?? []).slice(0, budget[level])).slice(0, budget.total)
}

function annotationsOf(report: Report, voice: Voice): readonly Annotation[] {
  const ranks = new Map(rowsOf(report).map((row, index) => [`${row.kind} ${row.id}`, index]))
  const rank = (outcome: GateOutcome): number => ranks.get(`gate ${outcome.gate}`) ?? 0
  const gates = report.gates.toSorted((a, b) => rank(a) - rank(b)).flatMap(outcome => gateAnnotations(outcome, voice))
  const notices = report.notices.flatMap(notice =>
    annotation(notice, notice.level, 'Delivery Gates', findingText(notice, voice)),
  )
  return [...gates, ...notices]
}

function gateAnnotations({ gate, level, result }: GateOutcome, voice: Voice): readonly Annotation[] {
  const findings = 'findings' in result ? (result.findings ?? []) : []
  const title = labelled(voice.f.text(gate), voice.say(message(`report.state.${result.status}`, {})), voice.locale)
  const shown =
    result.status !== 'failed' ? 'notice' : level === 'block' ? 'error' : level === 'warn' ? 'warning' : 'notice'
  return grouped(
    findings
      .toSorted((a, b) => Number(a.aside ?? false) - Number(b.aside ?? false) || byPlace(a, b))
      .flatMap(finding => annotation(finding, finding.aside ? 'notice' : shown, title, findingText(finding, voice))),
  )
}

function annotation(
  { path, line, endLine }: Pick<Finding, 'path' | 'line' | 'endLine'>,
  level: Annotation['level'],
  title: string,
  text: string,
): readonly Annotation[] {
  if (path === undefined || !isInside(path)) return []
  const startLine = validLine(line) ?? 1
  const last = validLine(endLine) ?? startLine
  return [
    {
      level,
      message: cut(text, maxMessage),
      path,
      startLine,
      endLine: Math.max(startLine, last),
      title: cut(title, maxTitle),
    },
  ]
}

const validLine = (line: number | undefined): number | undefined =>
  line !== undefined && Number.isSafeInteger(line) && line >= 1 ? Math.min(line, maxLine) : undefined

/** Relative, forward slashes, no step upwards, nothing that a runner or GitHub could read otherwise. */
function isInside(path: string): boolean {
  if (path.length > 1_024 || /^\/|^[a-z]:|^[a-z][\w+.-]+:\/\/|\\|[\p{Cc}\u2028\u2029]/iu.test(path)) return false
  return path.isWellFormed() && path.split('/').every(step => step !== '' && step !== '.' && step !== '..')
}

/** Joins what says the same about touching or overlapping lines of one file. Expects one level and title, by place. */
function grouped(annotations: readonly Annotation[]): readonly Annotation[] {
  const open = new Map<string, number>()
  const out: Annotation[] = []
  for (const next of annotations) {
    const key = `${next.path}\n${next.message}`
    const index = open.get(key)
    const last = index === undefined ? undefined : out[index]
    if (index !== undefined && last !== undefined && next.startLine <= last.endLine + 1) {
      out[index] = { ...last, endLine: Math.max(last.endLine, next.endLine) }
    } else {
      open.set(key, out.length)
      out.push(next)
    }
  }
  return out
}

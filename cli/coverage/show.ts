import type { Locale } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { sentence } from '../../src/render/format.ts'
import { literal } from '../../src/render/inert.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { Finding } from '../../src/report.ts'
import type { PlainCode } from '../command.ts'
import { table } from '../table.ts'
import type { Judgement, Task } from './judge.ts'
import type { Counts, Summary } from './reports.ts'

/** How a terminal is spoken to. */
interface Voice {
  readonly f: ReturnType<typeof plainFormatter>
  readonly say: (told: Message) => string
  /** A sentence that needs nothing. */
  readonly word: (code: PlainCode) => string
}

function voiceOf(locale: Locale): Voice {
  const f = plainFormatter(locale, 1_000)
  const say = (told: Message): string => sentence(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ')
  return { f, say, word: code => say(message(code, {})) }
}

const longestPath = 60
const most = 50

/** A row per report and one for all of them. */
export function showSummary({ rows, all }: Summary, locale: Locale): string {
  const { f, word } = voiceOf(locale)
  const ratios = ({ lines, branches, functions }: Counts): readonly string[] =>
    [lines, branches, functions].map(ratio =>
      ratio.total === 0 ? '–' : `${f.number(ratio.covered)}/${f.number(ratio.total)}  ${f.percent(ratio)}`,
    )
  const head = [
    word('cli.coverage.column.report'),
    word('cli.coverage.column.format'),
    word('cli.coverage.column.files'),
    word('cli.coverage.column.lines'),
    word('cli.coverage.column.branches'),
    word('cli.coverage.column.functions'),
  ]
  const body = rows.map(row => [
    f.code(literal(row.path, longestPath)),
    row.format,
    f.number(row.files),
    ...ratios(row),
  ])
  const total = [word('cli.coverage.total'), '', f.number(all.files), ...ratios(all)]
  return lines(table([head, ...body, total], ['left', 'left', 'right', 'right', 'right', 'right']))
}

/** What the change did, and what the gate says about it. */
export function showJudgement(task: Task, judgement: Judgement, locale: Locale): string {
  const voice = voiceOf(locale)
  return [patchSection(task, judgement, voice), gateSection(task, judgement, voice)]
    .filter(section => section.length > 0)
    .map(section => `\n${lines(section)}`)
    .join('')
}

function patchSection({ base, headSha }: Task, { measured }: Judgement, voice: Voice): readonly string[] {
  if (base === null || measured.problems.length > 0) return []
  const { f, say, word } = voice
  const places = measured.uncovered.flatMap(({ path, ranges }) =>
    ranges.map(([start, end]) => f.place(path, start, end)),
  )
  return [
    say(message('cli.coverage.patch', { base: base.ref, headSha, patch: measured.patch })),
    ...listed(word('cli.coverage.uncovered'), places, voice),
    ...listed(word('cli.coverage.unreported'), measured.unreported.map(f.code), voice),
  ]
}

function gateSection(task: Task, { measured, outcome, notices }: Judgement, voice: Voice): readonly string[] {
  const { say, word } = voice
  const asides = [...notices.map(say), ...remarksOf(task).map(say)]
  if (outcome === null) return [word('cli.coverage.noGate'), ...asides]
  const { level, result } = outcome
  const state = say(message(`report.state.${result.status}`, {}))
  const findings = 'findings' in result ? (result.findings ?? []) : []
  return [
    say(message('cli.coverage.gate', { state, blocks: level === 'block' })),
    say(result.summary),
    // With problems nothing was compared and they are all that there is to tell; else the sections above have the places.
    ...(measured.problems.length > 0 || measured.reports.length === 0 ? findingLines(findings, voice) : []),
    ...('next' in result ? [say(message('cli.coverage.next', { next: say(result.next) }))] : []),
    ...asides,
  ]
}

const findingLines = (findings: readonly Finding[], voice: Voice): readonly string[] =>
  listed(
    null,
    findings.map(finding => voice.say(finding.message)),
    voice,
  )

/** Where the policy came from, and what cannot be compared here. */
function remarksOf({ base, policyPath, options }: Task): readonly Message[] {
  const policy =
    base === null
      ? message('cli.coverage.workTree', { path: policyPath })
      : policyPath === null
        ? message('notice.policyAbsent', {})
        : message('cli.coverage.policy', { path: policyPath, ref: base.ref, sha: base.sha })
  const drop = options.level !== 'off' && options.project.max_drop !== undefined
  return [policy, ...(drop ? [message('cli.coverage.noBaseline', {})] : [])]
}

/** At most 50, indented. */
function listed(title: string | null, pieces: readonly string[], { say }: Voice): readonly string[] {
  if (pieces.length === 0) return []
  const left = pieces.length - most
  return [
    ...(title === null ? [] : [title]),
    ...pieces.slice(0, most).map(piece => `  ${piece}`),
    ...(left > 0 ? [`  ${say(message('report.more', { count: left }))}`] : []),
  ]
}

/** One line for standard error; empty when HEAD is what was tested. */
export function showDirty({ dirty }: Judgement, locale: Locale): string {
  return dirty.length === 0 ? '' : lines([voiceOf(locale).say(message('cli.coverage.dirty', { files: dirty }))])
}

const lines = (text: readonly string[]): string => `${text.join('\n')}\n`

import type { Locale } from '../../src/locales/index.ts'
import { type Message, message, type Ratio } from '../../src/locales/message.ts'
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
  const voice = voiceOf(locale)
  const { f, word } = voice
  const ratios = ({ lines, branches, functions }: Counts): readonly string[] =>
    [lines, branches, functions].map(ratio => amount(ratio, voice))
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
  return [groupSection(judgement, voice), patchSection(task, judgement, voice), gateSection(task, judgement, voice)]
    .filter(section => section.length > 0)
    .map(section => `\n${lines(section)}`)
    .join('')
}

/** Components, reports and groups of paths that have a threshold. */
function groupSection({ groups }: Judgement, voice: Voice): readonly string[] {
  if (groups.length === 0) return []
  const { say } = voice
  const head = (['group', 'lines', 'patch', 'required'] as const).map(name =>
    say(message(`coverage.column.${name}`, {})),
  )
  const body = groups.map(({ kind, name, project, patch, min, patchMin }) => [
    say(message('coverage.group', { kind, name })),
    amount(project, voice),
    amount(patch, voice),
    say(message('coverage.required', { min, patch: patchMin })),
  ])
  return table([head, ...body], ['left', 'right', 'right', 'left'])
}

const amount = (ratio: Ratio, { f }: Voice): string =>
  ratio.total === 0 ? '–' : `${f.number(ratio.covered)}/${f.number(ratio.total)}  ${f.percent(ratio)}`

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

function gateSection(task: Task, { outcome, notices }: Judgement, voice: Voice): readonly string[] {
  const { say, word } = voice
  const asides = [...notices.map(say), ...remarksOf(task).map(say)]
  if (outcome === null) return [word('cli.coverage.noGate'), ...asides]
  const { level, result } = outcome
  const state = say(message(`report.state.${result.status}`, {}))
  const findings = 'findings' in result ? (result.findings ?? []) : []
  return [
    say(message('cli.coverage.gate', { state, blocks: level === 'block' })),
    say(result.summary),
    ...listed(
      null,
      findings.filter(({ message: told }) => !placed.has(told.code)).map(finding => findingLine(finding, voice)),
      voice,
    ),
    ...('next' in result ? [word('cli.coverage.next') + say(result.next)] : []),
    ...asides,
  ]
}

/** Findings that the section of the change has listed. */
const placed: ReadonlySet<string> = new Set(['coverage.patch.uncovered', 'coverage.patch.unreported'])

const findingLine = ({ path, line, endLine, message: told }: Finding, { f, say }: Voice): string =>
  path === undefined ? say(told) : `${f.place(path, line, endLine)}: ${say(told)}`

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

import { refOf } from '../checklist/ref.ts'
import type { Seals } from '../checklist/seal.ts'
import { type Locale, say } from '../locales/index.ts'
import type { Message } from '../locales/message.ts'
import { message } from '../locales/message.ts'
import { textIn } from '../locales/texts.ts'
import type {
  ChecklistItemOutcome,
  ChecklistOutcome,
  Finding,
  GateOutcome,
  GateStatus,
  Notice,
  Report,
  SignedBy,
} from '../report.ts'
import { itemMark } from './boxes.ts'
import { block, type Section } from './budget.ts'
import { coverageSections } from './coverage.ts'
import { lines } from './format.ts'
import { impactSections } from './impact.ts'
import { htmlFormatter, type Links, link, tableRow } from './markdown.ts'
import { policyChangeSections } from './policy-change.ts'
import { tableSections } from './tables.ts'
import { labelled, type Voice } from './voice.ts'

export interface RenderOptions {
  readonly locale: Locale
  readonly links: Links
  /** `app`: an App records sign-offs; `none`: a tick here records nothing. */
  readonly signing: 'app' | 'none'
  /** Since when the pull request waits, ISO 8601 UTC. Ages are not shown: nobody updates them while nothing happens. */
  readonly waitingSince?: string
  /** What the box and the button of each item send back. Left out: nobody reads them. */
  readonly seals?: Seals
}

const inParentheses = (text: string, locale: Locale): string => (locale === 'en' ? ` (${text})` : `（${text}）`)

/** Verdict and who acts next; the first piece is the verdict. */
export function headline(report: Report, voice: Voice, times: { waitingSince?: string }): readonly string[] {
  const since = times.waitingSince ?? null
  const { waitingFor } = report
  const unknown = blocking(report, 'unknown')
  const next = waitingFor.length === 0 ? [] : [voice.say(message('report.headline.next', { waitingFor, since }))]
  return [...verdictPieces(), ...asides(report, voice)]

  function verdictPieces(): readonly string[] {
    switch (report.verdict) {
      case 'passed':
        return [voice.say(message('report.verdict.passed', {}))]
      case 'waiting':
        return [voice.say(message('report.verdict.waiting', { waitingFor, since }))]
      case 'unknown':
        return [voice.say(message('report.verdict.unknown', { what: unknown })), ...next]
      case 'failed': {
        const alsoUnknown =
          unknown.length === 0 ? [] : [voice.say(message('report.headline.unknown', { what: unknown }))]
        return [
          voice.say(message('report.verdict.failed', { what: blocking(report, 'failed') })),
          ...next,
          ...alsoUnknown,
        ]
      }
    }
  }
}

function asides(report: Report, voice: Voice): readonly string[] {
  const soft = rowsOf(report).filter(row => row.level !== 'block')
  const of = (status: GateStatus): number => soft.filter(row => row.status === status).length
  const counts = { failed: of('failed'), unknown: of('unknown'), waiting: of('waiting') }
  return [
    ...(counts.failed + counts.unknown + counts.waiting === 0
      ? []
      : [voice.say(message('report.headline.notBlocking', counts))]),
    ...(report.isDraft ? [voice.say(message('report.headline.draft', {}))] : []),
  ]
}

const blocking = (report: Report, status: GateStatus): readonly string[] =>
  rowsOf(report)
    .filter(row => row.level === 'block' && row.status === status)
    .map(row => row.id)

/** A line of the table: a gate, or a checklist as a whole. */
export interface Row {
  readonly kind: 'gate' | 'checklist'
  readonly id: string
  readonly level: GateOutcome['level']
  readonly status: GateStatus
  readonly why: Message
  readonly next: Message | null
}

/** Place in the table; what does not block stands behind what does, and before what is settled. */
const urgency: Readonly<Record<'block' | 'soft', Readonly<Record<GateStatus, number>>>> = {
  block: { failed: 0, unknown: 1, waiting: 2, waived: 6, passed: 7, skipped: 8 },
  soft: { failed: 3, unknown: 4, waiting: 5, waived: 6, passed: 7, skipped: 8 },
}

/** What blocks comes first, the worst on top; otherwise the order of the report. */
export function rowsOf(report: Report): readonly Row[] {
  const rank = (row: Row): number => urgency[row.level === 'block' ? 'block' : 'soft'][row.status]
  return [...report.gates.map(gateRow), ...report.checklists.map(checklistRow)].toSorted((a, b) => rank(a) - rank(b))
}

function gateRow({ gate, level, result }: GateOutcome): Row {
  const next = 'next' in result ? result.next : null
  return { kind: 'gate', id: gate, level, status: result.status, why: result.summary, next }
}

function checklistRow(outcome: ChecklistOutcome): Row {
  const { checklist: id, level, status, summary, waitingFor } = outcome
  const signable = status === 'waiting' && summary.code !== 'checklist.noLedger' && waitingFor.length > 0
  const next = signable ? message('report.checklist.next', { waitingFor }) : null
  return { kind: 'checklist', id, level, status, why: summary, next }
}

const symbols: Readonly<Record<GateStatus, string>> = {
  passed: '✓',
  waived: '◇',
  failed: '✗',
  waiting: '○',
  skipped: '–',
  unknown: '?',
}

/** `✗ failed`, with "not blocking" where the level says so. */
export function stateText(row: Pick<Row, 'status' | 'level'>, voice: Voice): string {
  const state = `${symbols[row.status]} ${voice.say(message(`report.state.${row.status}`, {}))}`
  const matters =
    row.level === 'block' || row.status === 'passed' || row.status === 'waived' || row.status === 'skipped'
  return matters ? state : `${state}${inParentheses(voice.say(message('report.notBlocking', {})), voice.locale)}`
}

export function rowName(row: Pick<Row, 'kind' | 'id'>, voice: Voice): string {
  return row.kind === 'gate' ? voice.f.text(row.id) : voice.say(message('report.checklist.row', { id: row.id }))
}

export function table(report: Report, voice: Voice, more: Section['more']): Section {
  const columns = (['gate', 'state', 'why', 'next'] as const).map(name =>
    say(message(`report.column.${name}`, {}), voice.locale, voice.f),
  )
  return {
    keep: 90,
    head: [tableRow(columns), '| --- | --- | --- | --- |'],
    rows: rowsOf(report).map(row =>
      tableRow([
        rowName(row, voice),
        emphasised(row, voice),
        voice.say(row.why),
        row.next === null ? '' : voice.say(row.next),
      ]),
    ),
    foot: [],
    more: count => tableRow([more(count), '', '', '']),
  }
}

function emphasised(row: Row, voice: Voice): string {
  const text = stateText(row, voice).replace(' ', '\u00a0')
  return row.level === 'block' && (row.status === 'failed' || row.status === 'unknown') ? `**${text}**` : text
}

export interface GateFindings {
  readonly outcome: GateOutcome
  /** By path, line and end line; those without a place first. */
  readonly findings: readonly Finding[]
}

/** Gates that found something, in the order of the table. */
export function findingsOf(report: Report): readonly GateFindings[] {
  const order = new Map(rowsOf(report).map((row, index) => [`${row.kind} ${row.id}`, index]))
  return report.gates
    .flatMap(outcome => {
      const { result } = outcome
      const all = 'findings' in result ? (result.findings ?? []) : []
      // What only repeats a passed gate's summary is noise.
      const findings = result.status === 'passed' ? all.filter(finding => finding.path !== undefined) : all
      return findings.length === 0 ? [] : [{ outcome, findings: findings.toSorted(byPlace) }]
    })
    .toSorted((a, b) => (order.get(`gate ${a.outcome.gate}`) ?? 0) - (order.get(`gate ${b.outcome.gate}`) ?? 0))
}

export function byPlace(a: Finding, b: Finding): number {
  return compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.endLine ?? 0) - (b.endLine ?? 0)
}

/** By UTF-16 unit, so that no locale of a machine has a say. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One folded section per gate with findings; the least urgent goes first when room is short. */
export function findingSections(
  report: Report,
  voice: Voice,
  links: Links,
  more: Section['more'],
  most: number,
): readonly Section[] {
  const html = htmlFormatter(voice.locale)
  return findingsOf(report).map(({ outcome, findings }) => {
    const title = say(message('report.findings', { gate: outcome.gate, count: findings.length }), voice.locale, html)
    return {
      keep: 10,
      head: ['<details>', `<summary>${title}</summary>`, ''],
      rows: findingRows(findings, voice, links),
      foot: ['', '</details>'],
      most,
      more: count => `- ${more(count)}`,
    }
  })
}

/** `CFG-TYPE key.path: what is wrong` for problems of an input, the sentence alone for everything else. */
export function findingText({ code, keyPath, message: told }: Finding, voice: Voice): string {
  const text = voice.say(told)
  if (code === undefined) return text
  const key = keyPath === undefined || keyPath === '' ? '' : ` ${voice.f.code(keyPath)}`
  return labelled(`${voice.f.text(code)}${key}`, text, voice.locale)
}

/** A file's only finding stands beside it; several stand below it. */
function findingRows(findings: readonly Finding[], voice: Voice, links: Links): readonly string[] {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(finding.path ?? '', (counts.get(finding.path ?? '') ?? 0) + 1)
  let file: string | undefined
  return findings.map(finding => {
    const text = findingText(finding, voice)
    const { path, line, endLine } = finding
    if (path === undefined || path === '') return `- ${text}`
    if (counts.get(path) === 1) return `- ${labelled(voice.f.place(path, line, endLine), text, voice.locale)}`
    const heading = path === file ? '' : `- ${voice.f.place(path)}\n`
    file = path
    return `${heading}  - ${lineLabel(finding, voice, links)}${text}`
  })
}

function lineLabel({ path, line, endLine }: Finding, voice: Voice, links: Links): string {
  const range = lines(line, endLine)
  if (range === '' || path === undefined) return ''
  const text = voice.say(message('report.line', { lines: range }))
  return labelled(link(text, links.file(path.toWellFormed(), line)), '', voice.locale)
}

/** One section per checklist that applies: "n of m" and a task item per item, on one line each. */
export function checklistSections(
  report: Report,
  voice: Voice,
  options: RenderOptions,
  more: Section['more'],
  marks: boolean,
): readonly Section[] {
  return report.checklists
    .filter(outcome => outcome.status !== 'skipped' && outcome.items.length > 0)
    .map(outcome => {
      const done = outcome.items.filter(item => item.state.status === 'done').length
      const title = voice.say(message('report.checklist', { id: outcome.checklist, done, total: outcome.items.length }))
      const soft =
        outcome.level === 'block' ? '' : inParentheses(voice.say(message('report.notBlocking', {})), voice.locale)
      return {
        keep: 80,
        head: [`### ${title}${soft}`, ''],
        rows: outcome.items.map(item => taskItem(item, voice, options, marks)),
        foot: signingHelp(outcome, voice, options, marks),
        more: count => `- ${more(count)}`,
      }
    })
}

/** Waits for a signature that a person could give now. */
export const needsPerson = (item: ChecklistItemOutcome): boolean =>
  item.role !== undefined && (item.state.status === 'open' || item.state.status === 'stale')

/** One GFM task item. The box is a view of the state; the mark names the item and nothing else. */
function taskItem(item: ChecklistItemOutcome, voice: Voice, options: RenderOptions, marks: boolean): string {
  const box = item.state.status === 'done' ? 'x' : ' '
  const signable = options.signing === 'app' && needsPerson(item)
  const pieces = [
    voice.f.text(itemText(item, voice.locale)),
    ...itemPieces(item, voice),
    ...(item.role === undefined && options.links.run !== undefined
      ? [link(voice.say(message('report.link.run', {})), options.links.run)]
      : []),
    ...(marks && signable ? [voice.f.code(`/sign-off ${refOf(item)}`)] : []),
  ]
  return `- [${box}] ${pieces.join(' · ')}${marks ? itemMark(refOf(item), options.seals?.[refOf(item)]) : ''}`
}

/** The item's text in the locale, else in whatever language the policy has it. */
export function itemText(item: Pick<ChecklistItemOutcome, 'id' | 'text'>, locale: Locale): string {
  return textIn(item.text, locale) || item.id
}

/** What stands beside an item: who signed, what is missing, why it does not hold. */
export function itemPieces(item: ChecklistItemOutcome, voice: Voice): readonly string[] {
  const { state } = item
  const where =
    item.environment === undefined ? [] : [voice.say(message('report.item.environment', { name: item.environment }))]
  if (state.status === 'unknown') {
    return [...where, labelled(voice.say(message('report.item.unknown', {})), voice.say(state.reason), voice.locale)]
  }
  const valid = state.signOffs.filter(signOff => signOff.valid)
  const signed = valid.length === 0 ? [] : [voice.f.list(valid.map(signOff => signedText(signOff, voice)))]
  const evidence = 'evidence' in state && state.evidence !== undefined ? [voice.say(state.evidence)] : []
  const stale =
    state.status === 'stale'
      ? [labelled(voice.say(message('report.item.stale', {})), voice.say(state.reason), voice.locale)]
      : []
  const needs =
    state.status === 'done' || item.role === undefined
      ? []
      : [voice.say(message('report.item.needs', needsOf(item.role, item.count, valid)))]
  const delegated = (item.delegations ?? []).map(one => voice.say(message('report.item.delegated', one)))
  return [...where, ...conditionPieces(valid, voice), ...signed, ...evidence, ...stale, ...needs, ...delegated]
}

/** Open points stand before the names of those who accepted them. */
function conditionPieces(valid: readonly SignedBy[], voice: Voice): readonly string[] {
  const points = [...new Set(valid.flatMap(signOff => signOff.conditions ?? []))]
  return points.length === 0 ? [] : [voice.say(message('report.item.conditions', { points }))]
}

function needsOf(
  role: string,
  count: number,
  valid: readonly SignedBy[],
): { role: string; count: number; missing: number } {
  const people = new Set(valid.map(signOff => signOff.id)).size
  return { role, count, missing: Math.max(count - people, 1) }
}

function signedText({ login, headSha, at, onBehalfOf }: SignedBy, voice: Voice): string {
  if (onBehalfOf !== undefined) {
    return voice.say(message('report.item.signedFor', { by: login, from: onBehalfOf.login, at: headSha, on: at }))
  }
  return voice.say(message('report.item.signed', { by: login, at: headSha, on: at }))
}

function signingHelp(
  outcome: ChecklistOutcome,
  voice: Voice,
  options: RenderOptions,
  marks: boolean,
): readonly string[] {
  const open = outcome.items.find(needsPerson)
  if (open === undefined || !marks) return []
  return options.signing === 'app'
    ? ['', voice.say(message('report.sign.how', { command: `/sign-off ${refOf(open)}` }))]
    : ['', voice.say(message('report.sign.nobody', {}))]
}

export function noticeSections(report: Report, voice: Voice, more: Section['more']): readonly Section[] {
  if (report.notices.length === 0) return []
  return [
    {
      keep: 50,
      head: [`**${voice.say(message('report.notices', {}))}**`, ''],
      rows: noticesOf(report).map(notice => `- ${noticeText(notice, voice)}`),
      foot: [],
      more: count => `- ${more(count)}`,
    },
  ]
}

/** Warnings first, otherwise in the order of the report. */
export const noticesOf = (report: Report): readonly Notice[] =>
  report.notices.toSorted((a, b) => Number(b.level === 'warning') - Number(a.level === 'warning'))

export function noticeText(notice: Notice, voice: Voice): string {
  const text = findingText(notice, voice)
  if (notice.path === undefined || notice.line === undefined) return text
  return labelled(voice.f.place(notice.path, notice.line), text, voice.locale)
}

/** "12 more", with the way to the rest where there is one. */
export function moreText(voice: Voice, links: Links): Section['more'] {
  const report =
    links.report === undefined ? '' : ` · ${link(voice.say(message('report.link.report', {})), links.report)}`
  return count => `${voice.say(message('report.more', { count }))}${report}`
}

export function shortenedNote(voice: Voice, links: Links): string {
  const report =
    links.report === undefined ? '' : ` ${link(voice.say(message('report.link.report', {})), links.report)}`
  return `${voice.say(message('report.shortened', {}))}${report}`
}

/** What was judged, by which policy, and where the rest is. */
export function footerPieces(report: Report, voice: Voice, links: Links): readonly string[] {
  const { policy } = report
  return [
    voice.say(message('report.footer.head', { sha: report.headSha })),
    policy.source === 'base'
      ? voice.say(message('report.footer.policy', { path: policy.path, sha: policy.sha }))
      : voice.say(message(policy.source === 'none' ? 'report.footer.defaults' : 'report.footer.unusable', {})),
    ...(links.report === undefined ? [] : [link(voice.say(message('report.link.report', {})), links.report)]),
    ...(links.run === undefined ? [] : [link(voice.say(message('report.link.run', {})), links.run)]),
    'Delivery Gates',
  ]
}

/** What comment and job summary have in common, in this order. `most`: findings per gate; `marks`: boxes can be clicked. */
export function reportSections(
  report: Report,
  voice: Voice,
  options: RenderOptions,
  { most, marks }: { readonly most: number; readonly marks: boolean },
): readonly Section[] {
  const more = moreText(voice, options.links)
  return [
    headlineBlock(report, voice, options),
    table(report, voice, more),
    ...impactSections(report, voice, more),
    ...findingSections(report, voice, options.links, more, most),
    ...tableSections(report, voice, more),
    ...coverageSections(report, voice, more),
    ...checklistSections(report, voice, options, more, marks),
    ...policyChangeSections(report, voice, more),
    ...noticeSections(report, voice, more),
  ]
}

export const footer = (report: Report, voice: Voice, links: Links): string =>
  `<sub>${footerPieces(report, voice, links).join(' · ')}</sub>`

/** The headline as a paragraph, its verdict in bold. */
export function headlineBlock(report: Report, voice: Voice, options: RenderOptions): Section {
  const [verdict = '', ...rest] = headline(report, voice, options)
  return block([`**${verdict}**`, ...rest].join(' · '))
}

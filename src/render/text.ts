import { refOf } from '../checklist/ref.ts'
import type { Locale } from '../locales/index.ts'
import { message } from '../locales/message.ts'
import type { Finding, Report } from '../report.ts'
import { impactLines } from './impact.ts'
import {
  findingsOf,
  findingText,
  footerPieces,
  headline,
  itemPieces,
  itemText,
  noticesOf,
  noticeText,
  rowName,
  rowsOf,
  stateText,
} from './layout.ts'
import { policyChangeLines } from './policy-change.ts'
import { labelled, plainVoice, type Voice } from './voice.ts'

const findingsPerGate = 50
const lineLimit = 2_000

/**
 * A report for a log or a terminal: plain lines, each of them starting with a word or mark of ours, so that no text from
 * outside can be taken for a workflow command. Ends with a line break.
 */
export function renderText(
  report: Report,
  options: { readonly locale: Locale; readonly waitingSince?: string },
): string {
  const voice = plainVoice(options.locale)
  const rows = rowsOf(report).slice(0, lineLimit)
  const findings = new Map(findingsOf(report).map(entry => [entry.outcome.gate, entry.findings]))
  const items = new Map(report.checklists.map(outcome => [outcome.checklist, outcome.items]))
  const text = [
    headline(report, voice, options).join(' · '),
    ...rows.flatMap(row => [
      `- ${labelled(`${stateText(row, voice)} · ${rowName(row, voice)}`, voice.say(row.why), voice.locale)}`,
      ...(row.next === null
        ? []
        : [`    ${labelled(voice.say(message('report.next', {})), voice.say(row.next), voice.locale)}`]),
      ...(row.kind === 'gate'
        ? findingLines(findings.get(row.id) ?? [], voice)
        : (items.get(row.id) ?? []).map(
            item =>
              `    [${item.state.status === 'done' ? 'x' : ' '}] ${[voice.f.text(itemText(item, voice.locale)), item.id === '' ? '' : voice.f.code(refOf(item)), ...itemPieces(item, voice)].filter(piece => piece !== '').join(' · ')}`,
          )),
    ]),
    ...impactText(report, voice),
    ...policyText(report, voice),
    ...noticesOf(report).map(notice => `* ${noticeText(notice, voice)}`),
    footerPieces(report, voice, noLinks).join(' · '),
  ]
  return `${text.join('\n')}\n`
}

/** What merging does to the policy. */
function policyText({ policyChange }: Report, voice: Voice): readonly string[] {
  if (policyChange === null) return []
  const title = voice.say(message('policyChange.title', { path: policyChange.path }))
  return [
    `* ${title}`,
    ...policyChangeLines(policyChange, voice)
      .slice(0, findingsPerGate)
      .map(line => `    - ${line}`),
  ]
}

/** Nothing where nobody looked, or where nothing changes. */
function impactText({ impact }: Report, voice: Voice): readonly string[] {
  if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low')) return []
  const [title = '', ...rest] = impactLines(impact, voice)
  return [`* ${title}`, ...rest.slice(0, findingsPerGate).map(line => `    - ${line}`)]
}

const noLinks = { commit: () => '', user: () => '', file: () => '' }

function findingLines(findings: readonly Finding[], voice: Voice): readonly string[] {
  const shown = findings.slice(0, findingsPerGate).map(finding => {
    const text = findingText(finding, voice)
    const { path, line, endLine } = finding
    return `    - ${path === undefined || path === '' ? text : labelled(voice.f.place(path, line, endLine), text, voice.locale)}`
  })
  const left = findings.length - shown.length
  return left > 0 ? [...shown, `    - ${voice.say(message('report.more', { count: left }))}`] : shown
}

import { createHash } from 'node:crypto'
import { refOf } from '../checklist/ref.ts'
import { message } from '../locales/message.ts'
import type { Report, Verdict } from '../report.ts'
import { type Annotation, checkRunAnnotations, renderAnnotations } from './annotations.ts'
import { block, bytes, type Limit, shorten } from './budget.ts'
import { coverageSections } from './coverage.ts'
import { impactSections } from './impact.ts'
import { cut, prose } from './inert.ts'
import {
  checklistSections,
  findingSections,
  footer,
  headline,
  headlineBlock,
  itemText,
  moreText,
  needsPerson,
  noticeSections,
  type RenderOptions,
  shortenedNote,
  table,
} from './layout.ts'
import { policyChangeSections } from './policy-change.ts'
import { tableSections } from './tables.ts'
import { markdownVoice, plainVoice } from './voice.ts'

/** Longest `summary` and `text` of a check run. Counted in bytes, the stricter reading of "characters". */
export const checkTextLimit = 65_535

const maxTitle = 255
const maxLabel = 20
const maxDescription = 40
const findingsPerGate = 200

/** A button on a check run. GitHub allows three. */
export interface CheckAction {
  readonly label: string
  readonly identifier: string
  readonly description: string
}

export interface CheckRunText {
  readonly title: string
  readonly summary: string
  readonly text: string
  /** Never `neutral` or `skipped`: GitHub counts these as passing. */
  readonly conclusion: 'success' | 'failure' | 'action_required'
  readonly actions: readonly CheckAction[]
  readonly annotations: readonly Annotation[]
}

const conclusions: Readonly<Record<Verdict, CheckRunText['conclusion']>> = {
  passed: 'success',
  waiting: 'action_required',
  failed: 'failure',
  unknown: 'failure',
}

/** The check run: `summary` has the verdict and the table, `text` the findings, checklists and notices. */
export function renderCheck(report: Report, options: RenderOptions): CheckRunText {
  const voice = markdownVoice(options.locale, options.links)
  const more = moreText(voice, options.links)
  const note = shortenedNote(voice, options.links)
  const limit: Limit = { size: checkTextLimit, measure: bytes }
  const foot = block(footer(report, voice, options.links))
  return {
    title: cut(headline(report, plainVoice(options.locale), options).join(' · '), maxTitle),
    summary: shorten([headlineBlock(report, voice, options), table(report, voice, more), block()], limit, note),
    text: shorten(
      [
        ...impactSections(report, voice, more),
        ...findingSections(report, voice, options.links, more, findingsPerGate),
        ...tableSections(report, voice, more),
        ...coverageSections(report, voice, more),
        ...checklistSections(report, voice, options, more, false),
        ...policyChangeSections(report, voice, more),
        ...noticeSections(report, voice, more),
        foot,
      ],
      limit,
      note,
    ),
    conclusion: conclusions[report.verdict],
    actions: options.signing === 'app' ? actionsOf(report, options) : [],
    annotations: renderAnnotations(report, { locale: options.locale, budget: checkRunAnnotations }),
  }
}

/**
 * What a press of an item's button sends back: 17 characters at most, within GitHub's 20 whatever the id. With a seal it
 * is the button of this item as it was asked here and then, and of no other.
 */
export function actionIdentifier(ref: string, seal?: string): string {
  const digest = createHash('sha256')
    .update(seal === undefined ? ref : `${ref} ${seal}`)
    .digest('hex')
  return `sign:${digest.slice(0, seal === undefined ? 8 : 12)}`
}

/** The first two items that still need a person, and a new evaluation. */
function actionsOf(report: Report, options: RenderOptions): readonly CheckAction[] {
  const { locale } = options
  const voice = plainVoice(locale)
  const signable = report.checklists.flatMap(outcome => outcome.items).filter(needsPerson)
  return [
    ...signable.slice(0, 2).map(item => ({
      label: cut(voice.say(message('report.action.sign', { item: refOf(item) })), maxLabel),
      identifier: actionIdentifier(refOf(item), options.seals?.[refOf(item)]),
      description: prose(itemText(item, locale), maxDescription),
    })),
    {
      label: cut(voice.say(message('report.action.recheck', {})), maxLabel),
      identifier: 'recheck',
      description: cut(voice.say(message('report.action.recheck.description', {})), maxDescription),
    },
  ]
}

import { z } from 'zod'
import { defineGate } from '../gate.ts'
import { message } from '../locales/message.ts'
import { maxTasks, type Section, sectionsOf, titleOf } from '../markdown/read.ts'
import { maxListLength, refuse } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'
import { hasPlaceholder, words } from '../words.ts'
import { aliasesOf, wantsTasks } from './description/kinds.ts'

const title = z
  .string()
  .min(1)
  .max(100)
  .superRefine((text, ctx) => {
    if (titleOf(text) === '') refuse(ctx, 'CFG-EMPTY', message('description.title.empty', {}))
  })
  .meta({ title: 'Heading' })

const section = z.strictObject({
  title: title.describe('Heading, whatever its rank, case, emoji and punctuation.'),
  aliases: z
    .array(title)
    .max(20)
    .default([])
    .describe('Other headings that will do; usual ones, English and Chinese, are known.')
    .meta({ stricter: 'fewer' }),
  min_words: z
    .int()
    .min(1)
    .max(1000)
    .default(3)
    .describe('Words that must stand there. Chinese, Japanese and Thai text counts by character.')
    .meta({ stricter: 'higher' }),
  task_items: z
    .boolean()
    .optional()
    .describe('Task items (`- [ ] …`) must stand there. Left out: only for acceptance criteria.')
    .meta({ stricter: [false, true], presence: 'other' }),
  all_checked: z
    .boolean()
    .default(false)
    .describe('Every task item must be ticked.')
    .meta({ stricter: [false, true] }),
})

const options = z.strictObject({
  sections: z
    .array(z.union([title, section]))
    .min(1)
    .max(maxListLength)
    .describe('What the description must hold: headings, or headings with their own rules.')
    .meta({ stricter: 'more' }),
  from: z
    .enum(['either', 'issue', 'body'])
    .default('either')
    .describe('Where a section may stand: in the pull request, in an issue that it closes, or in either.')
    .meta({ stricter: ['either', 'issue', 'body'] }),
})

export type DescriptionOptions = z.output<typeof options>
type Wanted = z.output<typeof section>

/** The description says what a reader needs to know: required sections with real content. */
export const description = defineGate({
  id: 'description',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['body', 'linkedIssues'],
  unread: ({ from }) => (from === 'body' ? ['linkedIssues'] : from === 'issue' ? ['body'] : []),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited'],
  options: options.meta({
    description: 'The description holds the required sections, with real content.',
    examples: [{ sections: ['Goal', 'Acceptance criteria', { title: 'Rollback plan', min_words: 10 }] }],
  }),
  evaluate(facts, { sections, from }): GateResult {
    const body = from === 'issue' ? [] : sectionsOf(facts.body ?? '')
    const issues = from === 'body' ? [] : (facts.linkedIssues ?? []).flatMap(issue => sectionsOf(issue.body))
    const found = [...body, ...issues]
    return fold(sections.map(each => judge(wantedOf(each), found)))
  },
})

const wantedOf = (each: z.output<typeof options>['sections'][number]): Wanted =>
  typeof each === 'string' ? { title: each, aliases: [], min_words: 3, all_checked: false } : each

/** Why a section does not count. */
export type SectionFault =
  | { readonly fault: 'missing' }
  | { readonly fault: 'bidi' | 'empty' }
  | { readonly fault: 'placeholder'; readonly text: string }
  | { readonly fault: 'few'; readonly words: number; readonly min: number }
  | { readonly fault: 'tasks'; readonly almost: readonly string[] }
  | { readonly fault: 'unchecked'; readonly open: number; readonly total: number }
  | { readonly fault: 'many'; readonly limit: number }

interface Judged {
  readonly title: string
  readonly fault: SectionFault | null
}

/** The best of the sections that bear the name decides: a copy that is empty does no harm. */
function judge(wanted: Wanted, sections: readonly Section[]): Judged {
  const names = new Set([wanted.title, ...wanted.aliases, ...aliasesOf(wanted.title)].map(titleOf))
  const faults = sections.filter(({ title: own }) => names.has(own)).map(section => faultOf(section, wanted))
  const fault = faults.includes(null) ? null : (faults[0] ?? { fault: 'missing' as const })
  return { title: wanted.title, fault }
}

function faultOf(section: Section, wanted: Wanted): SectionFault | null {
  if (section.bidi) return { fault: 'bidi' }
  const blocks = section.blocks.filter(text => !isNothing(text))
  const prompt = blocks.find(hasPlaceholder)
  if (prompt !== undefined) return { fault: 'placeholder', text: prompt.slice(0, 100) }
  const count = [...blocks, ...section.code].flatMap(words).length
  if (count === 0) return { fault: 'empty' }
  if (count < wanted.min_words) return { fault: 'few', words: count, min: wanted.min_words }
  const tasks = section.tasks.filter(task => words(task.text).length > 0 && !hasPlaceholder(task.text))
  if (tasks.length > maxTasks) return { fault: 'many', limit: maxTasks }
  const needsTasks = wanted.task_items ?? (wanted.all_checked || wantsTasks(wanted.title))
  if (needsTasks && tasks.length === 0) return { fault: 'tasks', almost: section.almostTasks.slice(0, 3) }
  const open = tasks.filter(task => !task.checked).length
  return wanted.all_checked && open > 0 ? { fault: 'unchecked', open, total: tasks.length } : null
}

/** Says that there is nothing to say. */
const isNothing = (text: string): boolean =>
  /^(?:n\/?a|none|nothing|-+|tbd|无|暂无|没有|待定)[.。]?$/iu.test(text.trim())

function fold(judged: readonly Judged[]): GateResult {
  const bad = judged.flatMap(({ title: name, fault }) => (fault === null ? [] : [{ title: name, fault }]))
  const total = judged.length
  if (bad.length === 0) return { status: 'passed', summary: message('description.passed', { total }) }
  return {
    status: 'failed',
    summary: message('description.failed', { titles: bad.map(one => one.title), total }),
    findings: bad.map((one): Finding => ({ message: message('description.section', one), rule: one.title })),
    next: message('description.failed.next', { titles: bad.map(one => one.title) }),
  }
}

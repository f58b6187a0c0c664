import { z } from 'zod'
import { defineGate } from '../gate.ts'
import { message } from '../locales/message.ts'
import { maxListLength, refuse } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'
import { matchesName } from './checks/names.ts'

const word = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_./-]{0,49}$/u)

/** Types of the Conventional Commits specification and of its Angular preset. */
const usualTypes = ['build', 'chore', 'ci', 'docs', 'feat', 'fix', 'perf', 'refactor', 'revert', 'style', 'test']

const pattern = z
  .array(
    z
      .string()
      .min(1)
      .max(200)
      .superRefine((text, ctx) => {
        if (/^\*+$/.test(text)) refuse(ctx, 'CFG-GLOB', message('conventions.pattern.all', { pattern: text }))
      }),
  )
  .min(1)
  .max(maxListLength)

const title = z
  .strictObject({
    conventional: z
      .boolean()
      .default(false)
      .describe('`type(scope): subject` as in Conventional Commits.')
      .meta({ stricter: [false, true] }),
    types: z
      .array(word)
      .min(1)
      .max(100)
      .optional()
      .describe('Types that a conventional title may have. Left out: the usual ones.')
      .meta({ stricter: 'fewer', presence: 'other' }),
    scopes: z
      .array(word)
      .min(1)
      .max(maxListLength)
      .optional()
      .describe('Scopes that it may have; then it must have one. Left out: any, or none.')
      .meta({ stricter: 'fewer', presence: 'stricter' }),
    matches: pattern
      .optional()
      .describe('Patterns of which the title must match one: `*` stands for any text.')
      .meta({ stricter: 'fewer', presence: 'stricter' }),
    max_length: z
      .int()
      .min(10)
      .max(256)
      .optional()
      .describe('Longest title, in characters.')
      .meta({ stricter: 'lower' }),
  })
  .describe('What the title must look like.')

const labelPatterns = z.array(z.string().min(1).max(100)).min(1).max(maxListLength)

const labels = z
  .strictObject({
    any: labelPatterns
      .optional()
      .describe('One of these must be there; `*` stands for any text.')
      .meta({ stricter: 'fewer', presence: 'stricter' }),
    all: labelPatterns.optional().describe('All of these must be there.').meta({ stricter: 'more' }),
    none: labelPatterns.optional().describe('None of these may be there.').meta({ stricter: 'more' }),
    one: labelPatterns
      .optional()
      .describe('Exactly one that matches must be there, for each entry, e.g. `type/*`.')
      .meta({ stricter: 'more' }),
  })
  .describe('Labels that must or must not be there.')

const options = z
  .strictObject({
    title: title.optional(),
    labels: labels.optional(),
    milestone: z
      .strictObject({
        matches: pattern
          .optional()
          .describe('Patterns of which the milestone must match one. Left out: any milestone.')
          .meta({ stricter: 'fewer', presence: 'stricter' }),
      })
      .optional()
      .describe('It must have a milestone.'),
    linked_issue: z
      .strictObject({
        state: z
          .enum(['any', 'open'])
          .default('any')
          .describe('`open`: one of the issues must still be open.')
          .meta({ stricter: ['any', 'open'] }),
      })
      .optional()
      .describe('It must close an issue.'),
  })
  .superRefine((value, ctx) => {
    const parts = [value.title, value.labels, value.milestone, value.linked_issue]
    if (parts.every(part => part === undefined)) refuse(ctx, 'CFG-EMPTY', message('conventions.empty', {}))
  })

export type ConventionsOptions = z.output<typeof options>

/** One thing that is not as agreed. */
type Problem = Finding & { readonly rule: string }

/** Title, labels, milestone and linked issue are as agreed. */
export const conventions = defineGate({
  id: 'conventions',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['labels', 'milestone', 'linkedIssues'],
  unread: each => [
    ...(each.labels === undefined ? (['labels'] as const) : []),
    ...(each.milestone === undefined ? (['milestone'] as const) : []),
    ...(each.linked_issue === undefined ? (['linkedIssues'] as const) : []),
  ],
  triggers: [
    'pull_request.opened',
    'pull_request.reopened',
    'pull_request.edited',
    'pull_request.labeled',
    'pull_request.unlabeled',
    'pull_request.milestoned',
    'pull_request.demilestoned',
  ],
  options: options.meta({
    description: 'Title, labels, milestone and linked issue are as agreed.',
    examples: [{ title: { conventional: true }, labels: { one: ['type/*'] }, linked_issue: { state: 'open' } }],
  }),
  evaluate(facts, each): GateResult {
    const problems = [
      ...titleProblems(facts.title, each.title),
      ...labelProblems(facts.labels ?? [], each.labels),
      ...milestoneProblems(facts.milestone, each.milestone),
      ...issueProblems(facts.linkedIssues ?? [], each.linked_issue),
    ]
    if (problems.length === 0) return { status: 'passed', summary: message('conventions.passed', {}) }
    return {
      status: 'failed',
      summary: message('conventions.failed', { what: [...new Set(problems.map(one => one.rule))] }),
      findings: problems,
      next: message('conventions.failed.next', {}),
    }
  },
})

/** Linear: no part of it can be read in two ways. */
const conventional = /^([\p{L}\p{N}_./-]{1,50})(?:\(([^()]{1,100})\))?(!)?: (\S.*)$/u

function titleProblems(text: string, wanted: ConventionsOptions['title']): readonly Problem[] {
  if (wanted === undefined) return []
  const problem = (told: Problem['message']): Problem => ({ message: told, rule: 'title' })
  const found: Problem[] = []
  const [, type = '', scope] = conventional.exec(text) ?? []
  const types = wanted.types ?? usualTypes
  if (wanted.conventional || wanted.types !== undefined || wanted.scopes !== undefined) {
    if (type === '') found.push(problem(message('conventions.title.form', { types })))
    else if (!types.includes(type)) found.push(problem(message('conventions.title.type', { type, types })))
    else if (wanted.scopes !== undefined && !wanted.scopes.includes(scope ?? ''))
      found.push(problem(message('conventions.title.scope', { scope: scope ?? null, scopes: wanted.scopes })))
  }
  const { matches, max_length: most } = wanted
  if (matches !== undefined && !matches.some(one => matchesName(one, text)))
    found.push(problem(message('conventions.title.pattern', { patterns: matches })))
  const length = Array.from(text).length
  if (most !== undefined && length > most) found.push(problem(message('conventions.title.length', { length, most })))
  return found
}

/** Labels are compared without regard to case, as GitHub does. */
const matchesLabel = (wanted: string, label: string): boolean => matchesName(wanted.toLowerCase(), label.toLowerCase())

function labelProblems(labels: readonly string[], wanted: ConventionsOptions['labels']): readonly Problem[] {
  if (wanted === undefined) return []
  const problem = (told: Problem['message']): Problem => ({ message: told, rule: 'labels' })
  const has = (one: string): boolean => labels.some(label => matchesLabel(one, label))
  const any = wanted.any !== undefined && !wanted.any.some(has)
  return [
    ...(any ? [problem(message('conventions.label.any', { labels: wanted.any ?? [] }))] : []),
    ...(wanted.all ?? []).filter(one => !has(one)).map(label => problem(message('conventions.label.all', { label }))),
    ...(wanted.none ?? []).filter(has).map(label => problem(message('conventions.label.none', { label }))),
    ...(wanted.one ?? []).flatMap(group => {
      const found = labels.filter(label => matchesLabel(group, label))
      return found.length === 1 ? [] : [problem(message('conventions.label.one', { group, found }))]
    }),
  ]
}

function milestoneProblems(given: string | null, wanted: ConventionsOptions['milestone']): readonly Problem[] {
  if (wanted === undefined) return []
  if (given === null) return [{ message: message('conventions.milestone.none', {}), rule: 'milestone' }]
  if (wanted.matches === undefined || wanted.matches.some(one => matchesName(one, given))) return []
  const params = { milestone: given, patterns: wanted.matches }
  return [{ message: message('conventions.milestone.pattern', params), rule: 'milestone' }]
}

function issueProblems(
  issues: readonly { readonly state: 'open' | 'closed' }[],
  wanted: ConventionsOptions['linked_issue'],
): readonly Problem[] {
  if (wanted === undefined) return []
  if (issues.length === 0) return [{ message: message('conventions.issue.none', {}), rule: 'linked_issue' }]
  if (wanted.state === 'any' || issues.some(issue => issue.state === 'open')) return []
  return [{ message: message('conventions.issue.closed', {}), rule: 'linked_issue' }]
}

import { z } from 'zod'
import type { PullRequestFacts, Risk } from '../facts/facts.ts'
import { inScope } from '../gates/scope.ts'
import { compileGlobs } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import { globs, maxListLength } from './fields.ts'

/** Which pull requests something concerns. Everything that is given must hold; of a list, one entry is enough. */
export const when = z.strictObject({
  paths: globs
    .optional()
    .describe('A changed file matches, under its old or its new name.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  labels: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(maxListLength)
    .optional()
    .describe('It has one of these labels. Whoever may label decides: for what must hold, use `paths`.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  base: globs
    .optional()
    .describe('Its base branch matches, e.g. `main` or `release/*`.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  risk: z
    .array(z.enum(['low', 'medium', 'high']))
    .min(1)
    .optional()
    .describe('The deployment impact has this risk.')
    .meta({ stricter: 'more', presence: 'weaker' }),
  draft: z
    .boolean()
    .optional()
    .describe('`false`: not while it is a draft; `true`: only then.')
    .meta({ stricter: 'other', presence: 'weaker' }),
})

export type WhenPolicy = z.output<typeof when>

/** `no` says which condition does not hold; `unknown` which could not be read, and then nobody may take it for "no". */
export type Applies =
  | { readonly applies: 'yes' }
  | { readonly applies: 'no'; readonly why: Message }
  | { readonly applies: 'unknown'; readonly why: Message }

const no = (why: Message): Applies => ({ applies: 'no', why })
const cannotTell = (why: Message): Applies => ({ applies: 'unknown', why })

/** A condition that certainly does not hold decides, whatever else cannot be told. */
export function appliesTo(condition: WhenPolicy | undefined, facts: PullRequestFacts, risk: Risk | 'unknown'): Applies {
  if (condition === undefined) return { applies: 'yes' }
  const answers = [
    draft(condition, facts),
    base(condition, facts),
    paths(condition, facts),
    labels(condition, facts),
    risks(condition, risk),
  ]
  return (
    answers.find(answer => answer?.applies === 'no') ??
    answers.find(answer => answer?.applies === 'unknown') ?? { applies: 'yes' }
  )
}

function draft({ draft: wanted }: WhenPolicy, { isDraft }: PullRequestFacts): Applies | null {
  return wanted === undefined || wanted === isDraft ? null : no(message('when.draft', { isDraft }))
}

function base({ base: wanted }: WhenPolicy, { baseRef }: PullRequestFacts): Applies | null {
  if (wanted === undefined || compileGlobs(wanted).matches(baseRef)) return null
  return no(message('when.base', { base: baseRef, wanted }))
}

function paths({ paths: wanted }: WhenPolicy, { changedFiles }: PullRequestFacts): Applies | null {
  if (wanted === undefined) return null
  if (changedFiles.state === 'unknown') return cannotTell(changedFiles.reason)
  const compiled = compileGlobs(wanted)
  const files = changedFiles.state === 'present' ? changedFiles.value : []
  return files.some(file => inScope(compiled, file)) ? null : no(message('when.paths', { wanted }))
}

function labels({ labels: wanted }: WhenPolicy, facts: PullRequestFacts): Applies | null {
  if (wanted === undefined) return null
  if (facts.labels.state === 'unknown') return cannotTell(facts.labels.reason)
  const given = new Set(facts.labels.state === 'present' ? facts.labels.value.map(fold) : [])
  return wanted.some(label => given.has(fold(label))) ? null : no(message('when.labels', { wanted }))
}

/** GitHub compares the names of labels without regard to case. */
const fold = (label: string): string => label.toLowerCase()

function risks({ risk: wanted }: WhenPolicy, risk: Risk | 'unknown'): Applies | null {
  if (wanted === undefined) return null
  if (risk === 'unknown') return cannotTell(message('when.risk.unknown', {}))
  return wanted.includes(risk) ? null : no(message('when.risk', { risk, wanted }))
}

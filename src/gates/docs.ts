import { z } from 'zod'
import { changedPaths, firstChangedLine } from '../facts/diff.ts'
import type { ChangedFile } from '../facts/facts.ts'
import { defineGate } from '../gate.ts'
import { compileGlobs, type GlobList } from '../glob.ts'
import { message } from '../locales/message.ts'
import { globs, refuse } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'
import { type Hollow, type LostLines, lostLines, type Substance, substance } from './docs/substance.ts'
import { byPath, distinct, inScope, matchesPath } from './scope.ts'

const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .describe('Names the rule in messages.'),
  kind: z
    .enum(['deployment', 'api', 'faq', 'changelog', 'configuration', 'other'])
    .describe('What sort of document is expected; used in messages.')
    .meta({ stricter: 'other' }),
  when: globs
    .describe('Files whose change needs a document: added, modified, deleted, renamed, copied, mode or type changed.')
    .meta({ stricter: 'more' }),
  update: globs
    .describe('Documents of which at least one must gain new text in the same pull request.')
    .meta({ stricter: 'fewer' }),
  min_words: z
    .int()
    .min(1)
    .max(1000)
    .default(3)
    .describe('New visible words that make an edit count. Chinese, Japanese and Thai text counts by character.')
    .meta({ stricter: 'higher' }),
})

const options = z.strictObject({
  rules: z
    .array(rule)
    .min(1)
    .max(100)
    .superRefine((rules, ctx) => {
      for (const [index, { id }] of rules.entries()) {
        const first = rules.findIndex(other => other.id === id)
        if (first < index) refuse(ctx, 'CFG-DUPID', message('docs.rule.duplicate', { id }), [index, 'id'])
      }
    })
    .describe('Every rule is checked on its own.')
    .meta({ stricter: 'more' }),
  generated: globs
    .optional()
    .describe('Documents that a tool writes: their changes never count.')
    .meta({ stricter: 'more' }),
})

export type DocsOptions = z.output<typeof options>
type Rule = DocsOptions['rules'][number]

/** A change that affects deployment, interface or behaviour updates the right kind of document in the same pull request. */
export const docs = defineGate({
  id: 'docs',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['changedFiles'],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'A change that needs a document updates one.',
    examples: [
      { rules: [{ id: 'deploy-guide', kind: 'deployment', when: ['deploy/**'], update: ['docs/deploy/**'] }] },
    ],
  }),
  evaluate: (facts, { rules, generated }): GateResult => {
    const files = facts.changedFiles
    if (files === null) {
      return {
        status: 'unknown',
        summary: message('docs.files.absent', {}),
        next: message('docs.files.absent.next', {}),
      }
    }
    if (files.length === 0) return { status: 'passed', summary: message('docs.empty', {}) }
    const generatedGlobs = generated === undefined ? null : compileGlobs(generated)
    const sorted = files.toSorted(byPath)
    return fold(rules.map(each => checkRule(each, sorted, generatedGlobs)))
  },
})

type RuleResult =
  | { readonly status: 'idle'; readonly rule: Rule }
  | { readonly status: 'passed'; readonly rule: Rule; readonly document: string; readonly words: number }
  | { readonly status: 'unknown'; readonly rule: Rule; readonly document: string }
  | {
      readonly status: 'failed'
      readonly rule: Rule
      readonly triggers: readonly ChangedFile[]
      readonly documents: readonly HollowDocument[]
    }

interface HollowDocument {
  readonly file: ChangedFile
  readonly why: Hollow
}

function checkRule(rule: Rule, files: readonly ChangedFile[], generated: GlobList | null): RuleResult {
  const when = compileGlobs(rule.when)
  const update = compileGlobs(rule.update)
  const triggers = files.filter(file => triggersRule(file, when, update))
  if (triggers.length === 0) return { status: 'idle', rule }

  const documents = files.filter(file => inScope(update, file))
  const lost = lostLines(documents)
  const judged = documents.map(file => ({ file, verdict: judge(file, lost, rule, update, generated) }))
  for (const { file, verdict } of judged) {
    if (verdict.kind === 'substantive') return { status: 'passed', rule, document: file.path, words: verdict.words }
  }
  const unread = judged.find(({ verdict }) => verdict.kind === 'unread')
  if (unread) return { status: 'unknown', rule, document: unread.file.path }
  return {
    status: 'failed',
    rule,
    triggers,
    documents: judged.flatMap(({ file, verdict }) => (verdict.kind === 'hollow' ? [{ file, why: verdict }] : [])),
  }
}

/** A path that is itself one of the expected documents asks for no other. */
const triggersRule = (file: ChangedFile, when: GlobList, update: GlobList): boolean =>
  changedPaths(file).some(path => matchesPath(when, path) && !matchesPath(update, path))

function judge(
  file: ChangedFile,
  lost: LostLines,
  rule: Rule,
  update: GlobList,
  generated: GlobList | null,
): Substance {
  if (!matchesPath(update, file.path)) return { kind: 'hollow', reason: 'renamed' }
  if (generated !== null && matchesPath(generated, file.path)) return { kind: 'hollow', reason: 'generated' }
  return substance(file, rule.min_words, lost)
}

function fold(results: readonly RuleResult[]): GateResult {
  const failed = results.filter(result => result.status === 'failed')
  const findings = distinct(results.flatMap(ruleFindings))
  if (failed.length > 0) {
    return {
      status: 'failed',
      summary: message('docs.failed', { rules: failed.map(failedRule), checked: results.length }),
      findings,
      next: message('docs.failed.next', { fixes: failed.map(fastestFix) }),
    }
  }
  const unread = results.find(result => result.status === 'unknown')
  if (unread) {
    const { document, rule } = unread
    return {
      status: 'unknown',
      summary: message('docs.unread', { rule: rule.id, document }),
      next: message('docs.unread.next', { document }),
    }
  }
  const passed = results.filter(result => result.status === 'passed')
  if (passed.length === 0) return { status: 'passed', summary: message('docs.idle', { rules: results.length }) }
  const updated = passed.map(result => ({ rule: result.rule.id, document: result.document, words: result.words }))
  return { status: 'passed', summary: message('docs.passed', { updated }), findings }
}

type FailedRule = Extract<RuleResult, { status: 'failed' }>

/** The trigger that is easiest to look at: one with a line, if there is one. */
function mainTrigger(triggers: readonly ChangedFile[]): { readonly path: string; readonly line: number | null } {
  const places = triggers.map(file => ({ path: file.path, line: firstChangedLine(file) }))
  return places.find(place => place.line !== null) ?? places[0] ?? { path: '', line: null }
}

function failedRule({ rule, triggers }: FailedRule) {
  return { rule: rule.id, kind: rule.kind, ...mainTrigger(triggers) }
}

function ruleFindings(result: RuleResult): readonly Finding[] {
  const rule = result.rule.id
  switch (result.status) {
    case 'idle':
      return [{ message: message('docs.rule.idle', { rule }) }]
    case 'passed':
      return [{ message: message('docs.rule.passed', { rule, document: result.document, words: result.words }) }]
    case 'unknown':
      return [{ message: message('docs.unread', { rule, document: result.document }), path: result.document }]
    case 'failed':
      return [triggerFinding(result), ...result.documents.map(hollowFinding)]
    default:
      return result satisfies never
  }
}

function triggerFinding(result: FailedRule): Finding {
  const { path, line } = mainTrigger(result.triggers)
  const others = result.triggers.map(file => file.path).filter(other => other !== path)
  const { id, kind } = result.rule
  return {
    message: message('docs.rule.failed', { rule: id, kind, path, line, others, update: expected(result.rule) }),
    path,
    ...(line === null ? {} : { line }),
  }
}

function hollowFinding({ file, why }: HollowDocument): Finding {
  const { path } = file
  const line = why.reason === 'placeholder' ? (why.lines[0] ?? null) : firstChangedLine(file)
  return { message: hollowMessage(path, why), path, ...(line === null ? {} : { line }) }
}

function hollowMessage(path: string, why: Hollow) {
  if (why.reason === 'placeholder') return message('docs.document.placeholder', { path, lines: why.lines })
  if (why.reason === 'few') return message('docs.document.few', { path, words: why.words, min: why.min })
  return message('docs.document.hollow', { path, reason: why.reason })
}

const expected = (rule: Rule): readonly string[] => rule.update.filter(pattern => !pattern.startsWith('!'))

/** What to do with the least work: fill in what was begun, or add the missing words, or write somewhere. */
export type DocsFix =
  | { readonly fix: 'fill'; readonly path: string; readonly lines: readonly number[] }
  | { readonly fix: 'extend'; readonly path: string; readonly missing: number }
  | { readonly fix: 'write'; readonly update: readonly string[]; readonly min: number }

function fastestFix({ rule, documents }: FailedRule): DocsFix {
  const extend = documents.flatMap(({ file, why }) =>
    why.reason === 'few' ? [{ fix: 'extend' as const, path: file.path, missing: why.min - why.words }] : [],
  )
  const nearest = extend.toSorted((a, b) => a.missing - b.missing)[0]
  if (nearest) return nearest
  for (const { file, why } of documents) {
    if (why.reason === 'placeholder') return { fix: 'fill', path: file.path, lines: why.lines }
  }
  return { fix: 'write', update: expected(rule), min: rule.min_words }
}

import { z } from 'zod'
import type { KnownFacts } from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { message } from '../locales/message.ts'
import { type Section, sectionsOf, titleOf } from '../markdown/read.ts'
import { duration, millisecondsOf } from '../policy/fields.ts'
import type { Actor, Finding, GateResult } from '../report.ts'
import { hasPlaceholder, words } from '../words.ts'
import { aliasesOf } from './description/kinds.ts'
import { type Stage, stagesOf } from './rollout/stages.ts'

const options = z.strictObject({
  risk: z
    .array(z.enum(['low', 'medium', 'high']))
    .min(1)
    .default(['high'])
    .describe('Risks of the deployment impact that ask for a plan.')
    .meta({ stricter: 'more' }),
  min_stages: z
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe('Stages that the plan must have.')
    .meta({ stricter: 'higher' }),
  bake: duration
    .optional()
    .describe('Shortest time before the next stage, e.g. `24h`. Left out: any time that is named.')
    .meta({ title: 'Duration', stricter: 'other' }),
  canary: z
    .boolean()
    .default(false)
    .describe('One stage must take a part of the traffic or of the sites, in percent.')
    .meta({ stricter: [false, true] }),
  rollback: z
    .strictObject({
      item: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .describe('Id of the checklist item by which somebody confirms that the rollback was rehearsed.')
        .meta({ stricter: 'other' }),
      check: z
        .string()
        .min(1)
        .max(255)
        .optional()
        .describe('Check run of GitHub Actions that rehearses the rollback.')
        .meta({ stricter: 'other' }),
    })
    .optional()
    .describe('Proof that the rollback was rehearsed. Left out: a ticked task item in the section on the rollback.'),
})

export type RolloutOptions = z.output<typeof options>
type Facts = KnownFacts<'body' | 'linkedIssues' | 'checks'>

/** A change of high risk goes out in stages, and the way back was rehearsed. */
export const rollout = defineGate({
  id: 'rollout',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['body', 'linkedIssues', 'checks'],
  unread: ({ rollback }) => (rollback?.check === undefined ? ['checks'] : []),
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited', 'pull_request.synchronize'],
  options: options.meta({
    description: 'A change of high risk has a staged plan and a rehearsed rollback.',
    examples: [{ risk: ['high'], min_stages: 2, bake: '24h', rollback: { item: 'rollback' } }],
  }),
  evaluate(facts, settings, policy): GateResult {
    const { risk } = policy
    if (risk === 'unknown') {
      return {
        status: 'unknown',
        summary: message('when.risk.unknown', {}),
        next: message('report.unknown.next', {}),
      }
    }
    if (!settings.risk.includes(risk))
      return { status: 'skipped', summary: message('when.risk', { risk, wanted: settings.risk }) }
    const sections = [facts.body ?? '', ...(facts.linkedIssues ?? []).map(issue => issue.body)].flatMap(sectionsOf)
    const plan = planProblems(sections, settings)
    const proof = rollbackOf(sections, facts, settings, policy)
    return fold(plan, proof, facts)
  },
})

const named = (sections: readonly Section[], title: string): readonly Section[] => {
  const names = new Set([title, ...aliasesOf(title)].map(titleOf))
  return sections.filter(section => names.has(section.title))
}

/** What the plan lacks; the best of several sections decides. */
function planProblems(sections: readonly Section[], settings: RolloutOptions): readonly Finding[] {
  const plans = named(sections, 'Rollout plan')
  if (plans.length === 0) return [{ message: message('rollout.plan.missing', {}), rule: 'plan' }]
  const judged = plans.map(section => stageProblems(stagesOf(section), settings))
  return judged.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function stageProblems(
  stages: readonly Stage[],
  { min_stages: least, bake, canary }: RolloutOptions,
): readonly Finding[] {
  const finding = (told: Finding['message']): Finding => ({ message: told, rule: 'plan' })
  const shortest = bake === undefined ? 1 : millisecondsOf(bake)
  const baking = stages.slice(0, -1)
  return [
    ...(stages.length < least
      ? [finding(message('rollout.plan.stages', { found: stages.map(stage => stage.name), least }))]
      : []),
    ...baking
      .filter(stage => stage.bake === null)
      .map(stage => finding(message('rollout.plan.noBake', { stage: stage.name, bake: bake ?? null }))),
    ...baking
      .filter(stage => stage.bake !== null && stage.bake < shortest)
      .map(stage => finding(message('rollout.plan.short', { stage: stage.name, bake: bake ?? '' }))),
    ...(canary && !stages.some(stage => stage.percent !== null && stage.percent < 100)
      ? [finding(message('rollout.plan.noCanary', {}))]
      : []),
  ]
}

/** Whether the way back was rehearsed, and who can say so. */
type Proof =
  | { readonly proof: 'given' }
  | { readonly proof: 'awaited'; readonly finding: Finding; readonly waitingFor: readonly Actor[] }
  | { readonly proof: 'missing'; readonly finding: Finding }

function rollbackOf(
  sections: readonly Section[],
  facts: Facts,
  { rollback }: RolloutOptions,
  policy: PolicyContext,
): Proof {
  if (rollback?.item !== undefined) return byItem(rollback.item, policy)
  if (rollback?.check !== undefined) return byCheck(rollback.check, facts)
  const found = named(sections, 'Rollback plan')
  const missing = (told: Finding['message']): Proof => ({
    proof: 'missing',
    finding: { message: told, rule: 'rollback' },
  })
  if (found.length === 0) return missing(message('rollout.rollback.missing', {}))
  const ticked = found.some(section =>
    section.tasks.some(task => task.checked && words(task.text).length > 0 && !hasPlaceholder(task.text)),
  )
  return ticked ? { proof: 'given' } : missing(message('rollout.rollback.unticked', {}))
}

function byItem(id: string, { checklists }: PolicyContext): Proof {
  const found = checklists().flatMap(checklist =>
    checklist.items.filter(item => item.id === id).map(item => ({ item, waitingFor: checklist.waitingFor })),
  )
  if (found.length > 0 && found.every(({ item }) => item.state.status === 'done')) return { proof: 'given' }
  const finding = { message: message('rollout.rollback.item', { item: id, there: found.length > 0 }), rule: 'rollback' }
  const roles = found.flatMap(({ item }): readonly Actor[] =>
    item.role === undefined ? [] : [{ kind: 'role', role: item.role }],
  )
  return found.length > 0 ? { proof: 'awaited', finding, waitingFor: roles } : { proof: 'missing', finding }
}

function byCheck(name: string, { checks }: Facts): Proof {
  const found = (checks ?? []).filter(
    check => check.kind === 'check' && check.name === name && check.app?.slug === 'github-actions',
  )
  if (found.some(check => check.state === 'passed') && found.every(check => check.state === 'passed'))
    return { proof: 'given' }
  const finding = { message: message('rollout.rollback.check', { check: name }), rule: 'rollback' }
  const over = found.some(check => check.state !== 'pending')
  return over ? { proof: 'missing', finding } : { proof: 'awaited', finding, waitingFor: [{ kind: 'ci' }] }
}

function fold(plan: readonly Finding[], proof: Proof, facts: Facts): GateResult {
  if (plan.length === 0 && proof.proof === 'given') return { status: 'passed', summary: message('rollout.passed', {}) }
  const findings = [...plan, ...(proof.proof === 'given' ? [] : [proof.finding])]
  if (plan.length > 0 || proof.proof === 'missing') {
    return {
      status: 'failed',
      summary: message('rollout.failed', { plan: plan.length > 0, rollback: proof.proof !== 'given' }),
      findings,
      next: message('rollout.failed.next', { plan: plan.length > 0 }),
    }
  }
  const author: readonly Actor[] = facts.author === null ? [] : [{ kind: 'author', login: facts.author.login }]
  const waitingFor = proof.proof === 'awaited' && proof.waitingFor.length > 0 ? proof.waitingFor : author
  return {
    status: 'waiting',
    summary: message('rollout.waiting', {}),
    waitingFor,
    findings,
    next: message('rollout.waiting.next', {}),
  }
}

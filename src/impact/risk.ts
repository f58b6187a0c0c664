import { changedPaths } from '../facts/diff.ts'
import type { ChangedFile, Component, Fact, PullRequestFacts, Risk } from '../facts/facts.ts'
import { compileGlobs } from '../glob.ts'
import { type Message, message } from '../locales/message.ts'
import type { Policy } from '../policy/schema.ts'
import type { ImpactReport } from '../report.ts'
import type { Impact, ImpactFacts, ImpactKind } from './model.ts'

/** What one statement of a kind weighs in a component of medium risk; a destructive one always weighs most. */
const weights: Readonly<Record<ImpactKind, Risk>> = {
  'env-var': 'medium',
  'config-key': 'medium',
  migration: 'high',
  port: 'medium',
  'base-image': 'medium',
  'container-user': 'medium',
  volume: 'medium',
  'file-permission': 'low',
  'helm-value': 'medium',
  'compose-service': 'medium',
  'k8s-resource': 'medium',
  'ansible-var': 'medium',
  'terraform-var': 'medium',
  'api-surface': 'medium',
  'runtime-version': 'medium',
  'dependency-major': 'medium',
  'feature-flag': 'low',
  cron: 'low',
}

const order = ['low', 'medium', 'high'] as const satisfies readonly Risk[]
const level = (risk: Risk): number => order.indexOf(risk)

/** One step up in a component of high risk, one down in one of low. */
const shift: Readonly<Record<Risk, number>> = { low: -1, medium: 0, high: 1 }

const combine = (kind: Risk, component: Risk): Risk =>
  order[Math.min(2, Math.max(0, level(kind) + shift[component]))] ?? 'high'

interface ImpactPolicy {
  readonly components: Readonly<Record<string, Component>>
  /** Weights of kinds where the policy has its own. */
  readonly weights?: Partial<Readonly<Record<ImpactKind, Risk | undefined>>> | undefined
  /** Files that are not looked at. */
  readonly ignore?: readonly string[] | undefined
}

/** Risk = what kind of change × in which component; the heaviest statement decides. `null`: nobody looked. */
function assessImpact(
  fact: Fact<ImpactFacts>,
  files: Fact<readonly ChangedFile[]>,
  policy: ImpactPolicy,
): ImpactReport | null {
  if (fact.state === 'absent') return null
  if (fact.state === 'unknown') return { risk: 'unknown', reasons: [fact.reason], impacts: [], unread: [] }
  const ignored = policy.ignore === undefined ? null : compileGlobs(policy.ignore)
  const impacts = fact.value.impacts.filter(impact => !ignored?.matches(impact.file))
  const unread = fact.value.unread.filter(path => !ignored?.matches(path))
  const componentOf = componentFinder(policy.components)
  const weighed = [
    ...impacts.map(impact => weigh(impact, componentOf(impact.file), policy)),
    ...untouched(files, policy),
  ].toSorted((a, b) => level(b.risk) - level(a.risk))
  const risk = weighed[0]?.risk ?? 'low'
  const reasons = weighed.filter(one => one.risk === risk && risk !== 'low').map(one => one.reason)
  if (unread.length > 0 && risk !== 'high') {
    return { risk: 'unknown', reasons: [message('impact.unread', { files: unread }), ...reasons], impacts, unread }
  }
  return { risk, reasons: reasons.slice(0, 10), impacts, unread }
}

/** Risk of a pull request under a policy; a change that nobody looked at is not known to be harmless. */
export const riskOf = (
  policy: Pick<Policy, 'components' | 'impact'>,
  facts: Pick<PullRequestFacts, 'impact' | 'changedFiles'>,
): Risk | 'unknown' => impactOf(policy, facts)?.risk ?? 'unknown'

export const impactOf = (
  { components, impact }: Pick<Policy, 'components' | 'impact'>,
  { impact: fact, changedFiles }: Pick<PullRequestFacts, 'impact' | 'changedFiles'>,
): ImpactReport | null => assessImpact(fact, changedFiles, { components, ...impact })

interface Weighed {
  readonly risk: Risk
  readonly reason: Message
}

interface Named {
  readonly name: string | null
  readonly risk: Risk
}

function weigh(impact: Impact, component: Named, policy: ImpactPolicy): Weighed {
  const { kind, key, destructive } = impact
  const own = policy.weights?.[kind] ?? weights[kind]
  const risk = destructive ? 'high' : combine(own, component.risk)
  return { risk, reason: message('impact.reason', { kind, key, destructive, component: component.name }) }
}

/** A component of high risk makes any change of it at least medium. */
function untouched(files: Fact<readonly ChangedFile[]>, { components }: ImpactPolicy): readonly Weighed[] {
  if (files.state !== 'present') return []
  return Object.entries(components).flatMap(([name, { paths, risk }]): readonly Weighed[] => {
    if (risk !== 'high') return []
    const globs = compileGlobs(paths)
    const touched = files.value.some(file => changedPaths(file).some(globs.matches))
    return touched ? [{ risk: 'medium', reason: message('impact.reason.component', { component: name }) }] : []
  })
}

/** The riskiest component that a file belongs to. */
function componentFinder(components: ImpactPolicy['components']): (path: string) => Named {
  const compiled = Object.entries(components)
    .map(([name, { paths, risk = 'medium' }]) => ({ name, risk, globs: compileGlobs(paths) }))
    .toSorted((a, b) => level(b.risk) - level(a.risk))
  return path => compiled.find(one => one.globs.matches(path)) ?? { name: null, risk: 'medium' }
}

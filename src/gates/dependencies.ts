import { z } from 'zod'
import { parseDependencies } from '../dependencies/parse.ts'
import type { Dependency, DependencyGraph, IssueRef } from '../facts/facts.ts'
import { defineGate } from '../gate.ts'
import { message } from '../locales/message.ts'
import type { Actor, Finding, GateResult } from '../report.ts'

const options = z.strictObject({
  need: z
    .enum(['ready', 'merged'])
    .default('merged')
    .describe(
      '`merged`: merged first. `ready`: its own check `delivery-gates` has passed, so that both can go together.',
    )
    .meta({ stricter: ['ready', 'merged'] }),
  allow_owners: z
    .array(z.string().min(1).max(100))
    .max(50)
    .default([])
    .describe('Other owners whose pull requests may be named; those of the own owner always may.')
    .meta({ stricter: 'fewer' }),
})

export type DependenciesOptions = z.output<typeof options>

/** What the description names with `Depends-On:` is merged, or ready, before this is. */
export const dependencies = defineGate({
  id: 'dependencies',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['dependencies', 'body'],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited', 'pull_request.synchronize'],
  options: options.meta({
    description: 'What it names with `Depends-On:` is merged, or ready, first.',
    examples: [{ need: 'merged' }],
  }),
  evaluate(facts, settings): GateResult {
    const { malformed } = parseDependencies(facts.body ?? '', facts.repository)
    if (malformed.length > 0) return notUnderstood(malformed)
    const graph = facts.dependencies
    if (graph === null) return { status: 'passed', summary: message('dependencies.none', {}) }
    const cycle = cycleIn(graph)
    if (cycle !== null) return inCycle(cycle)
    const [self, ...others] = graph.nodes
    if (self === undefined || others.length === 0)
      return { status: 'passed', summary: message('dependencies.none', {}) }
    return judge(others, graph, { ...settings, owner: facts.repository.owner, author: facts.author?.login ?? null })
  },
})

type Settings = DependenciesOptions & { readonly owner: string; readonly author: string | null }
type Standing = 'done' | 'open' | 'closed' | 'foreign' | 'unread'

/** A line that was meant and names nothing must not pass for none. */
const notUnderstood = (malformed: readonly string[]): GateResult => ({
  status: 'failed',
  summary: message('dependencies.malformed', { malformed }),
  findings: malformed.map(rule => ({ message: message('dependencies.malformed.one', { text: rule }), rule })),
  next: message('dependencies.malformed.next', {}),
})

const nameOf = ({ owner, name, number }: IssueRef): string => `${owner}/${name}#${number}`
const keyOf = (ref: IssueRef): string => nameOf(ref).toLowerCase()

/** A pull request that waits for itself; the names in order, the first again at the end. */
function cycleIn({ nodes }: DependencyGraph): readonly string[] | null {
  const names = new Map(nodes.map(node => [keyOf(node), nameOf(node)]))
  const leadsTo = new Map<string, string[]>()
  for (const node of nodes) {
    for (const from of node.dependsOn) leadsTo.set(keyOf(from), [...(leadsTo.get(keyOf(from)) ?? []), keyOf(node)])
  }
  const done = new Set<string>()
  const walk = (key: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(key)
    if (at >= 0) return [...path.slice(at), key]
    if (done.has(key)) return null
    for (const next of leadsTo.get(key) ?? []) {
      const found = walk(next, [...path, key])
      if (found !== null) return found
    }
    done.add(key)
    return null
  }
  for (const node of nodes) {
    const found = walk(keyOf(node), [])
    if (found !== null) return found.map(key => names.get(key) ?? key)
  }
  return null
}

const inCycle = (cycle: readonly string[]): GateResult => ({
  status: 'failed',
  summary: message('dependencies.cycle', { cycle }),
  findings: cycle.slice(0, -1).map(rule => ({ message: message('dependencies.cycle.part', { ref: rule }), rule })),
  next: message('dependencies.cycle.next', {}),
})

function judge(others: readonly Dependency[], graph: DependencyGraph, settings: Settings): GateResult {
  const standing = others.map(node => ({ node, standing: standingOf(node, settings) }))
  const of = (...wanted: readonly Standing[]) => standing.filter(one => wanted.includes(one.standing))
  const findings = standing.map(({ node, standing: state }) => findingOf(node, state))
  const bad = of('closed', 'foreign')
  if (bad.length > 0) {
    return {
      status: 'failed',
      summary: message('dependencies.failed', { refs: bad.map(one => nameOf(one.node)), total: others.length }),
      findings,
      next: message('dependencies.failed.next', {}),
    }
  }
  const unread = of('unread')
  if (unread.length > 0 || graph.truncated) {
    const refs = unread.map(one => nameOf(one.node))
    return {
      status: 'unknown',
      summary: message('dependencies.unknown', { refs, truncated: graph.truncated }),
      findings,
      next: message('dependencies.unknown.next', {}),
    }
  }
  const open = of('open')
  if (open.length > 0) {
    const refs = open.map(one => nameOf(one.node))
    const waitingFor: readonly Actor[] = settings.author === null ? [] : [{ kind: 'author', login: settings.author }]
    return {
      status: 'waiting',
      summary: message('dependencies.waiting', { refs, total: others.length, need: settings.need }),
      waitingFor,
      findings,
      next: message('dependencies.waiting.next', { refs, need: settings.need }),
    }
  }
  return { status: 'passed', summary: message('dependencies.passed', { total: others.length, need: settings.need }) }
}

function standingOf({ owner, state, verdict }: Dependency, settings: Settings): Standing {
  const owners = [settings.owner, ...settings.allow_owners].map(one => one.toLowerCase())
  if (!owners.includes(owner.toLowerCase())) return 'foreign'
  if (state === 'unread' || state === 'closed') return state
  if (state === 'merged') return 'done'
  return settings.need === 'ready' && verdict === 'passed' ? 'done' : 'open'
}

const findingOf = (node: Dependency, standing: Standing): Finding => ({
  message: message('dependencies.one', { ref: nameOf(node), title: node.title, standing, state: node.state }),
  rule: nameOf(node),
  ...(standing === 'done' ? { aside: true as const } : {}),
})

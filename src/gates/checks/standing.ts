import type { CheckResult } from '../../facts/facts.ts'
import { comesFrom, type Source } from './source.ts'

/** What a name stands at, best first. `missing`: nobody has reported. `unknown`: GitHub does not say who did. */
export const standings = ['passed', 'missing', 'pending', 'unknown', 'skipped', 'failed'] as const
export type Standing = (typeof standings)[number]

export const worseStanding = (a: Standing, b: Standing): Standing =>
  standings.indexOf(a) > standings.indexOf(b) ? a : b

const standingOfState: Readonly<Record<CheckResult['state'], Standing>> = {
  passed: 'passed',
  failed: 'failed',
  cancelled: 'failed',
  stale: 'failed',
  pending: 'pending',
  action_required: 'pending',
  skipped: 'skipped',
  neutral: 'skipped',
}

/** How a pull request's results are read. */
export interface Reading {
  readonly source: Source
  /** Only runs of the workflow of this name count. */
  readonly workflow?: string | undefined
  /**
   * Neither `skipped` nor `neutral` is a pass unless the policy says so: GitHub takes both for one, and a job that an
   * `if` left out tested nothing.
   */
  readonly skippedPasses?: boolean
}

const standingOf = ({ state }: CheckResult, { skippedPasses = false }: Reading): Standing => {
  const standing = standingOfState[state]
  return standing === 'skipped' && skippedPasses ? 'passed' : standing
}

export interface Judged {
  readonly standing: Standing
  /** What decides; `null`: nothing was reported. */
  readonly result: CheckResult | null
  /** Of that name, from somebody else. */
  readonly foreign: readonly CheckResult[]
}

/**
 * Where one name stands. The newest run of a workflow decides, so a re-run that is pending blocks again; where several
 * workflows report under one name all must have passed, so that adding a workflow cannot outvote another.
 */
export function judgeName(name: string, results: readonly CheckResult[], reading: Reading): Judged {
  const named = results.filter(result => result.name === name)
  const from = Map.groupBy(named, result => originOf(result, reading))
  const newest = Map.groupBy(from.get('yes') ?? [], result => result.workflow?.name ?? '')
    .values()
    .map(runs => runs.toSorted((a, b) => timeOf(b) - timeOf(a) || worstFirst(a, b, reading)))
    .toArray()
    .flatMap(([first]) => first ?? [])
  const worst = newest.toSorted((a, b) => worstFirst(a, b, reading))[0] ?? null
  const standing = worst === null ? 'missing' : standingOf(worst, reading)
  const foreign = from.get('no') ?? []
  const [nameless] = from.get('unknown') ?? []
  if (nameless === undefined || worseStanding(standing, 'unknown') === standing)
    return { standing, result: worst, foreign }
  return { standing: 'unknown', result: nameless, foreign }
}

export function originOf(result: CheckResult, { source, workflow }: Reading): ReturnType<typeof comesFrom> {
  const origin = comesFrom(result, source)
  return origin === 'yes' && workflow !== undefined && result.workflow?.name !== workflow ? 'no' : origin
}

/** By text, so that the order in which they were read decides nothing and is not seen. */
export const inOrder = <T>(results: readonly T[]): readonly T[] =>
  results
    .map(result => ({ result, key: JSON.stringify(result) }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ result }) => result)

const timeOf = ({ at }: CheckResult): number => Date.parse(at) || 0

/** Equals in the order of their text, so that the order of the list decides nothing. */
function worstFirst(a: CheckResult, b: CheckResult, reading: Reading): number {
  const byStanding = standings.indexOf(standingOf(b, reading)) - standings.indexOf(standingOf(a, reading))
  return byStanding || compare(JSON.stringify(a), JSON.stringify(b))
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

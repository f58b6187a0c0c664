import { createHash } from 'node:crypto'
import type { CheckResult, DeploymentResult, KnownFacts, MeasuredCell, MeasuredValues } from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { message } from '../locales/message.ts'
import type { Finding, GateResult } from '../report.ts'
import { covers } from '../waive.ts'
import { nearestName } from './checks/names.ts'
import { isAccount, reporterOf, sourceOf } from './checks/source.ts'
import { inOrder, judgeName, type Standing, standings, worseStanding } from './checks/standing.ts'
import { gridOf } from './environments/grid.ts'
import { type Cell, expandMatrix, fill, inGlob, isPartOf, labelOf } from './environments/matrix.ts'
import { type EnvironmentsOptions, options } from './environments/options.ts'
import { distinct } from './scope.ts'

/**
 * Every cell of a matrix (operating system × database × customer site …) has passed on the head: as a check, as a
 * deployment, as JUnit files of the run, or all of these.
 */
export const environments = defineGate({
  id: 'environments',
  measuredBy: 'github',
  restsOn: 'tree',
  needs: ['checks', 'deployments', 'values'],
  unread: ({ required, deployments, junit }) => [
    ...(required === undefined ? (['checks'] as const) : []),
    ...(deployments === undefined ? (['deployments'] as const) : []),
    ...(junit === undefined ? (['values'] as const) : []),
  ],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'Every cell of the required matrix has passed.',
    examples: [{ required: ['e2e ({os}, {db})'], matrix: { os: ['debian', 'windows'], db: ['postgres', 'mysql'] } }],
  }),
  evaluate(facts, policy, context): GateResult {
    const isUnread =
      (policy.required !== undefined && facts.checks === null) ||
      (policy.deployments !== undefined && facts.deployments === null)
    if (isUnread) {
      const next = message('report.unknown.next', {})
      return { status: 'unknown', summary: message('environments.unread', {}), next }
    }
    const known = {
      ...facts,
      checks: facts.checks && inOrder(facts.checks),
      deployments: facts.deployments && inOrder(facts.deployments),
    }
    return fold(
      expandMatrix(policy).map(cell => judgeCell(cell, known, policy, context)),
      policy,
    )
  },
})

type Facts = KnownFacts<'checks' | 'deployments' | 'values'>

/** One thing that a cell has to show. */
interface Proof {
  readonly standing: Standing
  readonly finding: Finding
  readonly asides: readonly Finding[]
}

interface CellOutcome {
  readonly cell: Cell
  readonly standing: Standing
  readonly isOptional: boolean
  readonly isWaived: boolean
  readonly findings: readonly Finding[]
}

function judgeCell(cell: Cell, facts: Facts, policy: EnvironmentsOptions, { waivers }: PolicyContext): CellOutcome {
  const { required = [], deployments, junit, optional = [] } = policy
  const proofs = [
    ...required.map(name => byCheck(cell, fill(name, cell), facts.checks ?? [], policy)),
    ...(deployments === undefined ? [] : [byDeployment(cell, fill(deployments, cell), facts, policy)]),
    ...(junit === undefined ? [] : [byTests(cell, fill(junit, cell, inGlob), facts)]),
  ]
  const rule = labelOf(cell)
  const isOptional = optional.some(part => isPartOf(part, cell))
  const open = proofs.filter(proof => proof.standing !== 'passed')
  const isWaived = open.length > 0 && waivers.some(each => each.match && covers(each, { rule }))
  const marks = {
    ...(isOptional || isWaived ? { aside: true as const } : {}),
    ...(isWaived ? { waived: true as const } : {}),
  }
  return {
    cell,
    standing: proofs.map(proof => proof.standing).reduce(worseStanding, 'passed'),
    isOptional,
    isWaived,
    findings: [
      ...open.map(({ finding }) => ({ ...finding, rule, ...marks })),
      ...proofs.flatMap(({ asides }) => asides.map(finding => ({ ...finding, rule, aside: true as const }))),
    ],
  }
}

function byCheck(cell: Cell, name: string, checks: readonly CheckResult[], policy: EnvironmentsOptions): Proof {
  const source = sourceOf(policy)
  const { standing, result, foreign } = judgeName(name, checks, { source, skippedPasses: policy.skipped === 'passes' })
  const how = { cell: labelOf(cell), name, source: source.by }
  const near = nearestName(
    name,
    checks.map(check => check.name),
  )
  const told =
    standing === 'missing'
      ? message('environments.check.missing', { ...how, near })
      : message('environments.check', { ...how, standing, state: result?.state ?? 'pending' })
  const asides = foreign.map(check => ({
    message: message('checks.foreign', {
      name,
      from: reporterOf(check),
      kind: check.kind,
      workflow: null,
      source: source.by,
    }),
  }))
  return { standing, finding: { message: told }, asides }
}

const standingOfDeployment: Readonly<Record<DeploymentResult['state'], Standing>> = {
  success: 'passed',
  failure: 'failed',
  inactive: 'failed',
  pending: 'pending',
}

/** By the exact name as GitHub has it (security.md T-45), of this head, by whom the policy says. */
function byDeployment(cell: Cell, environment: string, facts: Facts, policy: EnvironmentsOptions): Proof {
  const all = (facts.deployments ?? []).filter(each => each.sha === facts.headSha)
  const named = all.filter(each => each.environment === environment)
  const by = policy.deployed_by
  const own = named.filter(each => each.creator !== null && isAccount(by, each.creator))
  const nameless = named.some(each => each.creator === null)
  const newest = own.toSorted((a, b) => timeOf(b) - timeOf(a) || worstFirst(a, b))[0]
  const known = newest === undefined ? 'missing' : standingOfDeployment[newest.state]
  const standing = nameless ? worseStanding(known, 'unknown') : known
  const near = nearestName(
    environment,
    all.map(each => each.environment),
  )
  const how = { cell: labelOf(cell), environment, by }
  const told =
    standing === 'missing'
      ? message('environments.deployment.missing', { ...how, near })
      : message('environments.deployment', { ...how, standing, state: newest?.state ?? 'pending' })
  const asides = named.flatMap(({ creator }) =>
    creator === null || isAccount(by, creator)
      ? []
      : [{ message: message('environments.deployment.foreign', { environment, from: creator.login, by }) }],
  )
  return { standing, finding: { message: told }, asides }
}

const timeOf = ({ at }: DeploymentResult): number => Date.parse(at) || 0
const worstFirst = (a: DeploymentResult, b: DeploymentResult): number =>
  standings.indexOf(standingOfDeployment[b.state]) - standings.indexOf(standingOfDeployment[a.state]) ||
  Number(a.state > b.state) - Number(a.state < b.state)

/** Tells the JUnit files of one cell from those that another policy asked for. */
export const cellSource = (path: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['junit-cell-1', path]))
    .digest('hex')
    .slice(0, 16)

function byTests(cell: Cell, path: string, { values, headSha }: Facts): Proof {
  const how = { cell: labelOf(cell), path }
  const measured = values === null ? undefined : cellOf(values, headSha, cellSource(path))
  if (measured === undefined) return proof('missing', { message: message('environments.tests.missing', how) })
  const [problem] = [...(values?.problems ?? []), ...measured.problems]
  if (problem !== undefined) return proof('failed', { message: problem })
  const { tests, failures, errors, skipped } = measured.run
  const ran = tests - skipped
  const failed = failures + errors
  if (failed > 0) return proof('failed', { message: message('environments.tests.failed', { ...how, failed, tests }) })
  if (ran < 1) return proof('failed', { message: message('environments.tests.none', { ...how, skipped }) })
  return proof('passed', { message: message('environments.tests.passed', { ...how, ran }) })
}

const cellOf = (values: MeasuredValues, headSha: string, source: string): MeasuredCell | undefined =>
  values.headSha === headSha ? values.cells.find(each => each.source === source) : undefined

const proof = (standing: Standing, finding: Finding): Proof => ({ standing, finding, asides: [] })

/** What failed decides before what is not known, and that before what has not come yet. */
function fold(cells: readonly CellOutcome[], policy: EnvironmentsOptions): GateResult {
  const counting = cells.filter(each => !each.isOptional && !each.isWaived)
  const of = (...wanted: readonly Standing[]) => counting.filter(each => wanted.includes(each.standing))
  const names = (some: readonly CellOutcome[]) => some.map(each => labelOf(each.cell))
  const rest = {
    findings: distinct(cells.flatMap(each => each.findings)),
    table: gridOf(Object.keys(policy.matrix), cells),
  }
  const counts = {
    passed: of('passed').length,
    total: counting.length,
    failed: names(of('failed', 'skipped')),
    open: names(of('pending', 'missing')),
  }
  if (counts.failed.length > 0) {
    const next = message('environments.failed.next', { cells: counts.failed })
    return { status: 'failed', summary: message('environments.failed', counts), next, ...rest }
  }
  const nameless = names(of('unknown'))
  if (nameless.length > 0) {
    const next = message('environments.nameless.next', {})
    return { status: 'unknown', summary: message('environments.nameless', { cells: nameless }), next, ...rest }
  }
  if (counts.open.length === 0) return { status: 'passed', summary: message('environments.passed', counts), ...rest }
  const missing = names(of('missing')).length
  return {
    status: 'waiting',
    summary: message('environments.waiting', counts),
    waitingFor: [{ kind: 'ci' }],
    next: message('environments.waiting.next', { missing }),
    ...rest,
  }
}

import { type DeploymentResult, type Fact, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { type ActorNode, creatorOf } from './checks.ts'

/** Newest first. */
export interface Deployments {
  readonly totalCount: number
  readonly nodes: readonly ({
    readonly environment: string | null
    readonly latestEnvironment: string | null
    readonly commitOid: string
    readonly createdAt: string
    readonly creator: ActorNode | null
    readonly latestStatus: { readonly state: string; readonly createdAt: string } | null
  } | null)[]
}

const states: Readonly<Record<string, DeploymentResult['state']>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  INACTIVE: 'inactive',
}

/** The newest deployment of a commit to each environment; an incomplete list is unknown (security.md T-35). */
export function deploymentsOf(connection: Deployments | null | undefined): Fact<readonly DeploymentResult[]> {
  const nodes = connection?.nodes.filter(node => node !== null) ?? []
  const expected = connection?.totalCount ?? 0
  if (nodes.length !== expected) {
    return unknown(message('unknown.incomplete', { what: 'deployments', got: nodes.length, expected }))
  }
  const byEnvironment = new Map<string, DeploymentResult>()
  for (const node of nodes) {
    const environment = node.latestEnvironment ?? node.environment ?? ''
    if (environment === '' || byEnvironment.has(environment)) continue
    byEnvironment.set(environment, {
      environment,
      state: states[node.latestStatus?.state ?? ''] ?? 'pending',
      sha: node.commitOid,
      at: node.latestStatus?.createdAt ?? node.createdAt,
      creator: creatorOf(node.creator),
    })
  }
  return present([...byEnvironment.values()])
}

import { type Fact, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { type GitHubClient, type GraphQlError, graphQlFailure } from './client.ts'
import { evidenceCheckName, measuredCheckName } from './queries.ts'

/** Parts of the answer, by their name in it, and what reading them takes; GitHub gives the rest beside the error. */
const parts = {
  linked: { what: 'linked issues', permission: 'issues: read' },
  checkSuites: { what: evidenceCheckName, permission: 'checks: read' },
  measuredSuites: { what: measuredCheckName, permission: 'checks: read' },
  rollup: { what: 'checks', permission: 'checks: read, statuses: read' },
  deployments: { what: 'deployments', permission: 'deployments: read' },
  // Requested teams can be read only with "Members: read".
  reviewRequests: { what: 'review requests', permission: 'members: read' },
  labels: { what: 'labels', permission: 'pull-requests: read' },
  milestone: { what: 'milestone', permission: 'pull-requests: read' },
} as const

type Part = keyof typeof parts
/** What could not be read, with the reason. */
export type Refused = Partial<Readonly<Record<Part, Fact<never>>>>

/** Rejects unless every refusal is one of those that leave the rest of the answer whole. */
export async function readAllowed<Answer>(
  client: GitHubClient,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly answer: Answer; readonly refused: Refused }> {
  try {
    return { answer: await client.graphql<Answer>(query, variables), refused: {} }
  } catch (error) {
    const failure = graphQlFailure(error)
    if (failure === null || failure.data === null || failure.errors.length === 0) throw error
    const refused: { [P in Part]?: Fact<never> } = {}
    for (const one of failure.errors) {
      const part = one.path?.find(isPart)
      if (part === undefined) throw error
      refused[part] ??= refusalOf(part, one)
    }
    return { answer: failure.data as Answer, refused }
  }
}

const isPart = (name: string | number): name is Part => Object.hasOwn(parts, name)

function refusalOf(part: Part, { type }: GraphQlError): Fact<never> {
  const { what, permission } = parts[part]
  return type === undefined || type === 'FORBIDDEN'
    ? unknown(message('unknown.permission', { what, permission }))
    : unknown(message('unknown.api', { what, detail: type }))
}

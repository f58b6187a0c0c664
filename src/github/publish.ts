import { type GitHubClient, graphQlFailure } from './client.ts'

export interface CheckContent {
  readonly title: string
  readonly summary: string
  readonly text: string
  /** `in_progress`: no conclusion yet. */
  readonly conclusion: 'success' | 'failure' | 'action_required' | 'in_progress'
  readonly actions: readonly { readonly label: string; readonly identifier: string; readonly description: string }[]
}

/** One thing to be changed on GitHub. Ids are GraphQL node ids. */
export type Effect =
  | { readonly kind: 'create-comment'; readonly subjectId: string; readonly body: string }
  | { readonly kind: 'update-comment'; readonly commentId: string; readonly body: string }
  | { readonly kind: 'delete-comment'; readonly commentId: string }
  | {
      readonly kind: 'create-check'
      readonly repositoryId: string
      readonly name: string
      readonly headSha: string
      readonly externalId: string
      readonly detailsUrl?: string
      readonly check: CheckContent
    }
  | {
      readonly kind: 'update-check'
      readonly repositoryId: string
      readonly checkRunId: string
      readonly check: CheckContent
    }
  | {
      readonly kind: 'request-reviews'
      readonly pullRequestId: string
      readonly userIds: readonly string[]
      readonly teamIds: readonly string[]
    }

export type EffectResult =
  /** `at`: when GitHub wrote a comment, ISO 8601 UTC, whole seconds. */
  | { readonly ok: true; readonly nodeId: string; readonly databaseId: string; readonly at?: string }
  /** `type` is GraphQL's (`NOT_FOUND`, `FORBIDDEN`, `UNPROCESSABLE` …); empty when it gave none. */
  | { readonly ok: false; readonly type: string; readonly message: string }

interface Field {
  readonly input: string
  readonly call: string
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Makes all changes in one write. GitHub runs the fields in order and each stands or fails alone; the results come in
 * the order of the effects. Rejects when nothing can be said about any of them (no answer, HTTP error): what was done
 * is then unknown and must be looked up before it is tried again (security.md M7).
 */
export async function publish(client: GitHubClient, effects: readonly Effect[]): Promise<readonly EffectResult[]> {
  if (effects.length === 0) return []
  const fields = effects.map(fieldOf)
  const declared = fields.map((field, index) => `$i${index}: ${field.input}!`).join(', ')
  const body = fields.map((field, index) => `e${index}: ${field.call.replace('$input', `$i${index}`)}`).join('\n')
  const variables = Object.fromEntries(fields.map((field, index) => [`i${index}`, field.variables]))
  const mutation = `mutation Publish(${declared}) {\n${body}\n}`
  try {
    const data = await client.graphql<Record<string, unknown>>(mutation, variables)
    return effects.map((_, index) => resultOf(data[`e${index}`], null))
  } catch (error) {
    const failure = graphQlFailure(error)
    if (failure === null) throw error
    const data = (failure.data ?? {}) as Record<string, unknown>
    return effects.map((_, index) => {
      const problem = failure.errors.find(one => one.path?.[0] === `e${index}`) ?? failure.errors.find(one => !one.path)
      return resultOf(data[`e${index}`], { type: problem?.type ?? '', message: problem?.message ?? 'no answer' })
    })
  }
}

function resultOf(answer: unknown, problem: { type: string; message: string } | null): EffectResult {
  const node = nodeOf(answer)
  if (node !== null) {
    const databaseId = String(node.fullDatabaseId ?? node.databaseId ?? '')
    return { ok: true, nodeId: node.id, databaseId, ...(node.updatedAt === undefined ? {} : { at: node.updatedAt }) }
  }
  return { ok: false, type: problem?.type ?? '', message: problem?.message ?? 'no answer' }
}

interface Node {
  readonly id: string
  readonly databaseId?: number
  readonly fullDatabaseId?: string
  readonly updatedAt?: string
}

/** The created or changed node, wherever the payload of this mutation keeps it. */
function nodeOf(answer: unknown): Node | null {
  if (typeof answer !== 'object' || answer === null) return null
  const payload = answer as {
    commentEdge?: { node: Node } | null
    issueComment?: Node | null
    checkRun?: Node | null
    pullRequest?: Node | null
    clientMutationId?: string | null
  }
  const node = payload.commentEdge?.node ?? payload.issueComment ?? payload.checkRun ?? payload.pullRequest
  return node ?? ('clientMutationId' in payload ? { id: '' } : null)
}

function fieldOf(effect: Effect): Field {
  switch (effect.kind) {
    case 'create-comment':
      return {
        input: 'AddCommentInput',
        call: 'addComment(input: $input) { commentEdge { node { id fullDatabaseId updatedAt } } }',
        variables: { subjectId: effect.subjectId, body: effect.body },
      }
    case 'update-comment':
      return {
        input: 'UpdateIssueCommentInput',
        call: 'updateIssueComment(input: $input) { issueComment { id fullDatabaseId updatedAt } }',
        variables: { id: effect.commentId, body: effect.body },
      }
    case 'delete-comment':
      return {
        input: 'DeleteIssueCommentInput',
        call: 'deleteIssueComment(input: $input) { clientMutationId }',
        variables: { id: effect.commentId },
      }
    case 'create-check':
      return {
        input: 'CreateCheckRunInput',
        call: 'createCheckRun(input: $input) { checkRun { id databaseId } }',
        variables: {
          repositoryId: effect.repositoryId,
          name: effect.name,
          headSha: effect.headSha,
          externalId: effect.externalId,
          ...(effect.detailsUrl === undefined ? {} : { detailsUrl: effect.detailsUrl }),
          ...checkInput(effect.check),
        },
      }
    case 'update-check':
      return {
        input: 'UpdateCheckRunInput',
        call: 'updateCheckRun(input: $input) { checkRun { id databaseId } }',
        variables: {
          repositoryId: effect.repositoryId,
          checkRunId: effect.checkRunId,
          ...checkInput(effect.check),
        },
      }
    case 'request-reviews':
      return {
        input: 'RequestReviewsInput',
        call: 'requestReviews(input: $input) { pullRequest { id databaseId } }',
        variables: {
          pullRequestId: effect.pullRequestId,
          userIds: effect.userIds,
          teamIds: effect.teamIds,
          union: true,
        },
      }
    default:
      return effect satisfies never
  }
}

function checkInput(check: CheckContent): Record<string, unknown> {
  const state =
    check.conclusion === 'in_progress'
      ? { status: 'IN_PROGRESS' }
      : { status: 'COMPLETED', conclusion: check.conclusion.toUpperCase() }
  return {
    ...state,
    output: { title: check.title, summary: check.summary, text: check.text },
    actions: check.actions,
  }
}

import type { ReadComment } from '../checklist/from-comments.ts'
import { type Fact, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { type GitHubClient, unknownBecause } from './client.ts'

interface Node {
  readonly fullDatabaseId: string
  readonly body: string
  readonly createdAt: string
  readonly lastEditedAt: string | null
  readonly includesCreatedEdit: boolean
  readonly author: { readonly __typename: string; readonly login: string; readonly databaseId?: number | null } | null
}

interface Answer {
  readonly node: {
    readonly comments: {
      readonly totalCount: number
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly nodes: readonly Node[]
    }
  } | null
}

const query = `query Comments($id: ID!, $after: String) {
  node(id: $id) {
    ... on PullRequest {
      comments(first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          fullDatabaseId body createdAt lastEditedAt includesCreatedEdit
          author { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } }
        }
      }
    }
  }
}`

const maxPages = 20

/** Every comment on a pull request, oldest first; a list that is not complete is unknown. */
export async function readComments(client: GitHubClient, pullRequestId: string): Promise<Fact<readonly ReadComment[]>> {
  const found: Node[] = []
  let after: string | null = null
  let total = 0
  try {
    for (let page = 0; page < maxPages; page += 1) {
      const answer: Answer = await client.graphql<Answer>(query, { id: pullRequestId, after })
      const comments = answer.node?.comments
      if (comments === undefined) return unknown(message('unknown.malformed', { what: 'comments' }))
      found.push(...comments.nodes)
      total = comments.totalCount
      if (!comments.pageInfo.hasNextPage) break
      after = comments.pageInfo.endCursor
    }
  } catch (error) {
    return unknown(unknownBecause('comments', error))
  }
  if (found.length !== total)
    return unknown(message('unknown.incomplete', { what: 'comments', got: found.length, expected: total }))
  return present(found.map(commentOf))
}

function commentOf({ fullDatabaseId, body, createdAt, lastEditedAt, includesCreatedEdit, author }: Node): ReadComment {
  const id = author?.databaseId
  return {
    id: fullDatabaseId,
    author:
      author === null || id === null || id === undefined
        ? null
        : { id: String(id), login: author.login, type: author.__typename === 'User' ? 'User' : 'Bot' },
    createdAt,
    edited: lastEditedAt !== null || includesCreatedEdit,
    body,
  }
}

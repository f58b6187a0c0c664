import type { SharedRead } from '../policy/layers.ts'
import { pathsOf } from '../policy/layers.ts'
import type { Reference } from '../policy/reference.ts'
import type { PolicyFile } from '../policy/search.ts'
import { type GitHubClient, graphQlFailure, statusOf } from './client.ts'

const commit = `fragment commit on Commit {
  oid
  policy1: file(path: $policy1) { ...entry }
  policy2: file(path: $policy2) { ...entry }
}`

const entry =
  'fragment entry on TreeEntry { mode type size object { __typename ... on Blob { text byteSize isBinary isTruncated } } }'

/** One read: whose repository it is now, whether everybody may read it, and the file at the ref. An annotated tag stands before its commit. */
const query = `query SharedPolicy($owner: String!, $name: String!, $ref: String!, $policy1: String!, $policy2: String!) {
  repository(owner: $owner, name: $name) {
    owner { login }
    visibility
    object(expression: $ref) { __typename ...commit ... on Tag { target { __typename ...commit } } }
  }
}
${commit}
${entry}`

interface Entry {
  readonly mode: number
  readonly type: string
  readonly size: number
  readonly object: {
    readonly text?: string | null
    readonly byteSize?: number
    readonly isTruncated?: boolean
  } | null
}

interface Commit {
  readonly oid: string
  readonly policy1: Entry | null
  readonly policy2: Entry | null
}

interface Answer {
  readonly repository: {
    readonly owner: { readonly login: string }
    readonly visibility: string
    readonly object: (Partial<Commit> & { readonly target?: Partial<Commit> }) | null
  } | null
}

/** A shared policy with the token at hand. What cannot be read says why; a repository that has moved to another owner is none. */
export async function readReference(client: GitHubClient, reference: Reference): Promise<SharedRead> {
  const { owner, repository: name, ref } = reference
  const paths = pathsOf(reference)
  const [policy1 = '', policy2 = policy1] = paths
  let answer: Answer
  try {
    answer = await client.graphql<Answer>(query, { owner, name, ref: ref ?? 'HEAD', policy1, policy2 })
  } catch (error) {
    return unreadBecause(error)
  }
  const { repository } = answer
  const found = commitIn(repository?.object ?? null)
  if (repository === null || found === null || repository.owner.login.toLowerCase() !== owner.toLowerCase())
    return { state: 'unread', why: 'absent', detail: '' }
  const entries = [found.policy1, paths.length > 1 ? found.policy2 : null].flatMap((one, i) =>
    one === null ? [] : [fileOf(one, paths[i] ?? '')],
  )
  return { state: 'present', sha: found.oid, isPublic: repository.visibility === 'PUBLIC', entries }
}

function commitIn(object: NonNullable<Answer['repository']>['object']): Commit | null {
  const one = object?.target ?? object
  if (one?.oid === undefined) return null
  return { oid: one.oid, policy1: one.policy1 ?? null, policy2: one.policy2 ?? null }
}

const fileOf = ({ mode, type, size, object }: Entry, path: string): PolicyFile => ({
  path,
  mode: mode.toString(8).padStart(6, '0'),
  type,
  size: object?.byteSize ?? size,
  text: object?.isTruncated === true ? null : (object?.text ?? null),
})

function unreadBecause(error: unknown): SharedRead {
  const failure = graphQlFailure(error)
  const types = (failure?.errors ?? []).map(one => one.type ?? '')
  const status = statusOf(error)
  if (status === 404 || types.includes('NOT_FOUND')) return { state: 'unread', why: 'absent', detail: '' }
  const denied = status === 401 || status === 403 || types.includes('FORBIDDEN')
  if (denied) return { state: 'unread', why: 'permission', detail: '' }
  return { state: 'unread', why: 'no-answer', detail: status > 0 ? `HTTP ${status}` : (types[0] ?? '') }
}

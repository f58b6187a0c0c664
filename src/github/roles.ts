import type { Account, ResolvedRole, Team } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { type GitHubClient, graphQlFailure, unknownBecause } from './client.ts'

/** One entry of a role (`@login` or `@owner/team`) as GitHub knows it now. */
export type ResolvedEntry =
  | { readonly kind: 'user'; readonly account: Account; readonly nodeId: string }
  | {
      readonly kind: 'team'
      readonly team: Team
      readonly nodeId: string
      readonly members: readonly (Account & { readonly nodeId: string })[]
    }
  | { readonly kind: 'unresolved'; readonly reason: Message }

/** Entries by their spelling in the policy. Plain JSON, so that it can be cached for a few minutes. */
export type Directory = Readonly<Record<string, ResolvedEntry>>

interface MemberPage {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly { readonly id: string; readonly login: string; readonly databaseId: number }[]
}
interface TeamAnswer {
  readonly id: string
  readonly databaseId: number
  readonly combinedSlug: string
  readonly members: MemberPage
}
interface UserAnswer {
  readonly id: string
  readonly login: string
  readonly databaseId: number
}

const memberFields = 'totalCount pageInfo { hasNextPage endCursor } nodes { id login databaseId }'
/** Only people who are members themselves: those of child teams and open invitations do not count (security.md T-18). */
const teamFields = `id databaseId combinedSlug members(first: 100, membership: IMMEDIATE) { ${memberFields} }`

/** Resolves role entries in one read (more only for teams beyond 100 members). What cannot be read says why. */
export async function readDirectory(client: GitHubClient, entries: readonly string[]): Promise<Directory> {
  const names = [...new Set(entries)]
  if (names.length === 0) return {}
  const { query, variables } = directoryQuery(names)
  try {
    return await fill(client, names, await client.graphql<Record<string, unknown>>(query, variables))
  } catch (error) {
    const failure = graphQlFailure(error)
    if (failure === null || typeof failure.data !== 'object' || failure.data === null) {
      const reason = unknownBecause('role members', error)
      return Object.fromEntries(names.map(name => [name, { kind: 'unresolved', reason } as const]))
    }
    return fill(client, names, failure.data as Record<string, unknown>)
  }
}

/** Logins and slugs travel as variables, never as query text. */
function directoryQuery(names: readonly string[]): { query: string; variables: Record<string, string> } {
  const variables: Record<string, string> = {}
  const fields = names.map((name, index) => {
    const [owner = '', team] = name.replace(/^@/, '').split('/')
    variables[`a${index}`] = owner
    if (team === undefined) return `e${index}: user(login: $a${index}) { id login databaseId }`
    variables[`b${index}`] = team
    return `e${index}: organization(login: $a${index}) { team(slug: $b${index}) { ${teamFields} } }`
  })
  const declared = Object.keys(variables).map(name => `$${name}: String!`)
  return { query: `query RoleMembers(${declared.join(', ')}) {\n${fields.join('\n')}\n}`, variables }
}

async function fill(
  client: GitHubClient,
  names: readonly string[],
  data: Readonly<Record<string, unknown>>,
): Promise<Directory> {
  const resolved: Record<string, ResolvedEntry> = {}
  for (const [index, name] of names.entries()) {
    const answer = data[`e${index}`]
    resolved[name] = name.includes('/')
      ? await teamEntry(client, name, (answer as { team: TeamAnswer | null } | null)?.team ?? null)
      : userEntry(name, answer as UserAnswer | null)
  }
  return resolved
}

function userEntry(name: string, user: UserAnswer | null | undefined): ResolvedEntry {
  if (user === null || user === undefined)
    return { kind: 'unresolved', reason: message('unknown.noUser', { login: name }) }
  const account = { id: String(user.databaseId), login: user.login, type: 'User' } as const
  return { kind: 'user', account, nodeId: user.id }
}

async function teamEntry(client: GitHubClient, name: string, team: TeamAnswer | null): Promise<ResolvedEntry> {
  if (team === null) return { kind: 'unresolved', reason: message('unknown.team', { team: name }) }
  const nodes = [...team.members.nodes]
  try {
    for (let page = team.members; page.pageInfo.hasNextPage && nodes.length < 5000; ) {
      page = await nextMembers(client, team.id, page.pageInfo.endCursor ?? '')
      nodes.push(...page.nodes)
    }
  } catch (error) {
    return { kind: 'unresolved', reason: unknownBecause(name, error) }
  }
  if (nodes.length !== team.members.totalCount) {
    const counts = { got: nodes.length, expected: team.members.totalCount }
    return { kind: 'unresolved', reason: message('unknown.incomplete', { what: name, ...counts }) }
  }
  return {
    kind: 'team',
    team: { id: String(team.databaseId), slug: team.combinedSlug },
    nodeId: team.id,
    members: nodes.map(node => ({ id: String(node.databaseId), login: node.login, type: 'User', nodeId: node.id })),
  }
}

async function nextMembers(client: GitHubClient, team: string, after: string): Promise<MemberPage> {
  const query = `query MoreMembers($team: ID!, $after: String!) {
  node(id: $team) { ... on Team { members(first: 100, after: $after, membership: IMMEDIATE) { ${memberFields} } } }
}`
  const answer = await client.graphql<{ node: { members: MemberPage } }>(query, { team, after })
  return answer.node.members
}

/** The policy's roles with their people; an entry that is not in the directory is unresolved, never empty. */
export function resolveRoles(
  roles: Readonly<Record<string, readonly string[]>>,
  directory: Directory,
): Readonly<Record<string, ResolvedRole>> {
  return Object.fromEntries(Object.entries(roles).map(([role, entries]) => [role, resolveRole(entries, directory)]))
}

function resolveRole(entries: readonly string[], directory: Directory): ResolvedRole {
  const members = new Map<string, Account>()
  const teams: Team[] = []
  const unresolved: { entry: string; reason: Message }[] = []
  for (const entry of entries) {
    const found = directory[entry]
    if (found === undefined || found.kind === 'unresolved') {
      unresolved.push({ entry, reason: found?.reason ?? message('unknown.notFetched', { what: entry }) })
    } else if (found.kind === 'user') members.set(found.account.id, found.account)
    else {
      teams.push(found.team)
      for (const { id, login, type } of found.members) members.set(id, { id, login, type })
    }
  }
  return { members: [...members.values()], teams, unresolved }
}

/** GraphQL node ids of the people and teams of a directory, by numeric id: what mutations take. */
export function nodeIds(directory: Directory): {
  readonly users: Readonly<Record<string, string>>
  readonly teams: Readonly<Record<string, string>>
} {
  const users: Record<string, string> = {}
  const teams: Record<string, string> = {}
  for (const entry of Object.values(directory)) {
    if (entry.kind === 'user') users[entry.account.id] = entry.nodeId
    if (entry.kind === 'team') {
      teams[entry.team.id] = entry.nodeId
      for (const member of entry.members) users[member.id] = member.nodeId
    }
  }
  return { users, teams }
}

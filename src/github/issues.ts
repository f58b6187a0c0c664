import { absent, type Fact, type LinkedIssue, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'

export interface Labels {
  readonly totalCount: number
  readonly nodes: readonly ({ readonly name: string } | null)[]
}

export interface LinkedIssues {
  readonly totalCount: number
  readonly nodes: readonly ({
    readonly number: number
    readonly title: string
    readonly body: string
    readonly state: 'OPEN' | 'CLOSED'
    readonly labels: Labels | null
    readonly milestone: { readonly title: string } | null
    readonly repository: { readonly name: string; readonly owner: { readonly login: string } }
  } | null)[]
}

/** Names of all labels; an incomplete list is unknown (security.md T-35). */
export function labelsOf(connection: Labels | null): Fact<readonly string[]> {
  const nodes = connection?.nodes.filter(node => node !== null) ?? []
  const expected = connection?.totalCount ?? 0
  return nodes.length === expected
    ? present(nodes.map(node => node.name))
    : unknown(message('unknown.incomplete', { what: 'labels', got: nodes.length, expected }))
}

export const milestoneOf = (milestone: { readonly title: string } | null): Fact<string> =>
  milestone === null ? absent : present(milestone.title)

/** Issues that the pull request closes. One that this token may not read makes the list unknown. */
export function linkedIssuesOf(connection: LinkedIssues | null): Fact<readonly LinkedIssue[]> {
  const nodes = connection?.nodes.filter(node => node !== null) ?? []
  const expected = connection?.totalCount ?? 0
  if (nodes.length !== expected) {
    return unknown(message('unknown.incomplete', { what: 'linked issues', got: nodes.length, expected }))
  }
  const issues: LinkedIssue[] = []
  for (const { number, title, body, state, labels: connected, milestone, repository } of nodes) {
    const labels = labelsOf(connected)
    if (labels.state !== 'present') return unknown(message('unknown.malformed', { what: 'labels of linked issues' }))
    issues.push({
      owner: repository.owner.login,
      name: repository.name,
      number,
      title,
      body,
      state: state === 'OPEN' ? 'open' : 'closed',
      labels: labels.value,
      milestone: milestone?.title ?? null,
    })
  }
  return present(issues)
}

import type { GitHubClient } from './client.ts'

interface Answer {
  readonly repository: {
    readonly pullRequests: {
      readonly nodes: readonly {
        readonly commits: {
          readonly nodes: readonly {
            readonly commit: {
              readonly checkSuites: {
                readonly nodes: readonly {
                  readonly checkRuns: { readonly nodes: readonly { readonly text: string | null }[] }
                }[]
              } | null
            }
          }[]
        }
      }[]
    }
  } | null
}

const publishedQuery = `query Published($owner: String!, $name: String!, $appId: Int!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: 10, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        commits(last: 1) {
          nodes {
            commit {
              checkSuites(first: 3, filterBy: { appId: $appId, checkName: $checkName }) {
                nodes { checkRuns(first: 3, filterBy: { checkName: $checkName }) { nodes { text } } }
              }
            }
          }
        }
      }
    }
  }
}`

/** Texts of an App's checks on the heads of the ten pull requests that changed last. One read. */
export async function readCheckTexts(
  client: GitHubClient,
  variables: { readonly owner: string; readonly name: string; readonly appId: number; readonly checkName: string },
): Promise<readonly string[]> {
  const answer = await client.graphql<Answer>(publishedQuery, variables)
  return (answer.repository?.pullRequests.nodes ?? [])
    .flatMap(pull => pull.commits.nodes)
    .flatMap(({ commit }) => commit.checkSuites?.nodes ?? [])
    .flatMap(suite => suite.checkRuns.nodes)
    .flatMap(({ text }) => text ?? [])
}

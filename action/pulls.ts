import { type GitHubClient, unknownBecause } from '../src/github/client.ts'
import { type Message, message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'
import type { Runner, Subject } from './context.ts'
import type { Target } from './facts.ts'

interface Row {
  readonly number: number
  readonly base: { readonly sha: string }
  readonly head: { readonly sha: string }
}

/** The open pull request of a branch, for a run that somebody started by hand. */
export async function findPullRequest(
  client: GitHubClient | null,
  runner: Runner,
  { branch, headSha }: Extract<Subject, { kind: 'dispatch' }>,
): Promise<Result<Target & { readonly number: number }, Message>> {
  if (client === null) return err(message('action.noToken', {}))
  const { owner, name: repo } = runner
  try {
    const query = { owner, repo, state: 'open', head: `${owner}:${branch}`, per_page: 100 }
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', query)
    const rows = Array.isArray(data) ? (data as readonly Row[]) : []
    const found = rows.find(row => row.head.sha === headSha) ?? rows[0]
    if (found === undefined) return err(message('action.dispatch.none', { branch }))
    return ok({ number: found.number, baseSha: found.base.sha, headSha, pull: null })
  } catch (error) {
    return err(unknownBecause('pull-requests', error))
  }
}

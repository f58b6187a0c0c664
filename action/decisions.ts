import { fromComments, withComments } from '../src/checklist/from-comments.ts'
import type { PolicyState } from '../src/evaluate.ts'
import { type PullRequestFacts, unknown } from '../src/facts/facts.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { readComments } from '../src/github/comments.ts'
import { message } from '../src/locales/message.ts'
import type { Notice } from '../src/report.ts'
import type { Read } from './facts.ts'

export interface Decided {
  readonly facts: PullRequestFacts
  readonly notices: readonly Notice[]
}

/** What people decided where no App keeps a ledger: read from the comments, if the policy says that these count. */
export async function decisionsInComments(
  client: GitHubClient | null,
  read: Read,
  policy: PolicyState,
  facts: PullRequestFacts,
): Promise<Decided> {
  const options = policy.state === 'present' ? policy.policy.gates.signoffs : undefined
  if (policy.state !== 'present' || options?.from !== 'comments' || options.level === 'off') {
    return { facts, notices: [] }
  }
  if (client === null || !read.ok) {
    const nothing = unknown(read.ok ? message('action.noToken', {}) : read.reason)
    return { facts: { ...facts, signOffs: nothing, waivers: nothing }, notices: [] }
  }
  const comments = await readComments(client, read.snapshot.nodeId)
  if (comments.state !== 'present') {
    return { facts: { ...facts, signOffs: comments, waivers: comments }, notices: [] }
  }
  const decided = fromComments(comments.value, policy.policy, facts)
  return { facts: withComments(facts, decided), notices: decided.notices }
}

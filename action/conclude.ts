import { headCommit } from '../src/git/git.ts'
import { connect } from '../src/github/connect.ts'
import { type Message, message } from '../src/locales/message.ts'
import { recordBaseline } from './baseline.ts'
import type { Job } from './job.ts'
import { judge } from './judge.ts'
import type { Sources } from './policy.ts'
import { findPullRequest } from './pulls.ts'

/** Does what the event asks for; the result is the exit code. */
export async function conclude(job: Job): Promise<0 | 1> {
  const { inputs, context, repository, log } = job
  const refusal = await untrustedCheckout(job)
  if (refusal !== null) throw new Refusal(refusal)
  const client = await connect(inputs.token, { apiUrl: context.runner.apiUrl, userAgent: 'delivery-gates-action' })
  const sources: Sources = { repository, client, owner: context.runner.owner, name: context.runner.name }
  const { subject } = context
  switch (subject.kind) {
    case 'push':
      return recordBaseline(job, sources, subject)
    case 'pull-request':
      return judge(job, sources, subject, 'pull-request')
    case 'merge-group':
      return judge(job, sources, { ...subject, pull: null }, 'merge-group')
    case 'dispatch': {
      const found = await findPullRequest(client, context.runner, subject)
      if (!found.ok) throw new Refusal(found.error)
      log.info(message('action.dispatch', { branch: subject.branch, number: found.value.number }))
      return judge(job, sources, found.value, 'pull-request')
    }
    default:
      return subject satisfies never
  }
}

/** What stops the run with a sentence for its reader; not a defect. */
export class Refusal extends Error {
  readonly told: Message

  constructor(told: Message) {
    super(told.code)
    this.told = told
  }
}

/**
 * `pull_request_target` runs with the base branch's rights. Code of the pull request in its workspace is how those
 * rights get lost, so nothing but the base branch's own commit may be checked out (security.md T-52).
 */
async function untrustedCheckout({ context, repository }: Job): Promise<Message | null> {
  if (context.event !== 'pull_request_target' || repository === null || context.subject.kind !== 'pull-request')
    return null
  const head = await headCommit(repository)
  const { testedSha, baseSha } = context.subject
  return head.ok && (head.value === testedSha || head.value === baseSha)
    ? null
    : message('action.untrustedCheckout', { event: context.event })
}

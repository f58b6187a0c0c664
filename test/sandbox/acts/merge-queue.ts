import { unprocessable } from '../errors.ts'
import type { Json, MergeGroupRecord, PullRecord, RepositoryRecord, World } from '../state.ts'
import { noReplyEmail } from '../views/repositories.ts'
import type { Site } from './context.ts'
import { webFlow } from './pushes.ts'

/** Puts pull requests, in their order, on top of the base branch as the merge queue does, and asks for checks. */
export function enqueue(
  site: Site,
  pulls: readonly PullRecord[],
  { squash = false }: { readonly squash?: boolean } = {},
): Promise<MergeGroupRecord> {
  const [first] = pulls
  if (first === undefined) throw new Error('a group has at least one pull request')
  return first.repository.git.exclusive(() => build(site, first.repository, pulls, squash))
}

async function build(
  { world, hooks }: Site,
  repository: RepositoryRecord,
  pulls: readonly PullRecord[],
  squash: boolean,
): Promise<MergeGroupRecord> {
  const { git } = repository
  const [first] = pulls
  const last = pulls.at(-1)
  const baseRef = first?.baseRef ?? repository.defaultBranch
  const baseSha = git.refs.get(`refs/heads/${baseRef}`) ?? ''
  const headRef = `refs/heads/gh-readonly-queue/${baseRef}/pr-${last?.number}-${baseSha}`
  let headSha = baseSha
  for (const pull of pulls) {
    if (pull.state !== 'open' || pull.draft || pull.baseRef !== baseRef)
      throw unprocessable('Pull request cannot be queued')
    const entries = await git.merge(headSha, pull.headSha)
    if (entries === undefined) throw unprocessable('Pull Request is not mergeable')
    const message = squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${repository.owner.login}/${pull.headRef}\n\n${pull.title}`
    headSha = await git.commit({
      ref: headRef,
      parents: squash ? [headSha] : [headSha, pull.headSha],
      files: {},
      entries,
      message,
      author: { name: pull.author.login, email: noReplyEmail(pull.author) },
      committer: webFlow,
      date: world.clock(),
    })
    repository.signatures.set(headSha, 'github')
  }
  const group = world.create<MergeGroupRecord>('mergeGroup', { repository, pulls, baseRef, baseSha, headRef, headSha })
  repository.mergeGroups.push(group)
  const payload = await groupView(world, group)
  hooks.emit({
    event: 'merge_group',
    action: 'checks_requested',
    repository,
    sender: pulls[0]?.author ?? repository.owner,
    payload: () => ({ merge_group: payload }),
  })
  return group
}

export type DestroyReason = 'merged' | 'invalidated' | 'dequeued'

/** The group is given up, or has become the base branch. */
export async function destroyGroup(
  { world, hooks }: Site,
  group: MergeGroupRecord,
  reason: DestroyReason,
): Promise<void> {
  const { repository } = group
  const at = repository.mergeGroups.indexOf(group)
  if (at < 0) throw new Error('the group is gone already')
  repository.mergeGroups.splice(at, 1)
  await repository.git.deleteRef(group.headRef)
  const payload = await groupView(world, group)
  hooks.emit({
    event: 'merge_group',
    action: 'destroyed',
    repository,
    sender: repository.owner,
    payload: () => ({ reason, merge_group: payload }),
  })
}

async function groupView(_world: World, group: MergeGroupRecord): Promise<Json> {
  const { headSha, headRef, baseSha, baseRef } = group
  const commit = await group.repository.git.commitOrThrow(headSha)
  const person = ({ name, email }: { readonly name: string; readonly email: string }) => ({ name, email })
  return {
    head_sha: headSha,
    head_ref: headRef,
    base_sha: baseSha,
    base_ref: `refs/heads/${baseRef}`,
    head_commit: {
      id: headSha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: person(commit.author),
      committer: person(commit.committer),
    },
  }
}

import { laneOf } from './lane.ts'
import type { NewJob, Store, Subject } from './store/index.ts'

/** A repository as deliveries and lists of GitHub name it. */
export interface RepositoryLike {
  readonly id: number | string
  readonly full_name: string
  readonly private?: boolean
}

/** Keeps what GitHub told of a repository; `removed`: the installation no longer reaches it. */
export async function keep(
  store: Store,
  installationId: string,
  repository: RepositoryLike,
  removed: boolean,
): Promise<void> {
  await store.repositories.save({
    id: String(repository.id),
    installationId,
    fullName: repository.full_name,
    owner: repository.full_name.split('/')[0] ?? '',
    private: repository.private ?? true,
    removed,
  })
}

/** This installation no longer reaches it; another one may by now, where it was transferred (security.md R-20). */
export async function drop(store: Store, installationId: string, { id }: Pick<RepositoryLike, 'id'>): Promise<void> {
  const known = await store.repositories.get(String(id))
  if (known?.installationId === installationId) await store.repositories.remove(String(id))
}

/**
 * Between looks that nobody waits for. Many at once would stand before everybody who comes after them, of other owners
 * too: work is taken up in the order in which it is due (security.md R-06).
 */
export const spreadMs = 40

/** A fresh look at one pull request; several wishes for it become one. */
export function refreshJob(
  { repoId, number, installationId }: Pick<Subject, 'repoId' | 'number' | 'installationId'>,
  runAt: number,
): NewJob {
  const lane = laneOf({ repoId, number })
  return { lane, event: 'internal.refresh', installationId, repoId, coalesceKey: `refresh:${lane}`, runAt }
}

/** What we published is compared and written again, so that ours is the newest. */
export function recheckJob(subject: Pick<Subject, 'repoId' | 'number' | 'installationId'>, runAt: number): NewJob {
  const job = refreshJob(subject, runAt)
  return { ...job, event: 'internal.recheck', coalesceKey: `recheck:${job.lane}` }
}

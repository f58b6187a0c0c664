import { readCheckTexts } from '../../src/github/published.ts'
import type { Log } from '../front.ts'
import type { ClientFor } from '../github.ts'
import type { Repository, Store } from '../store/index.ts'

/** Together; a repository that has not answered by then is not waited for. */
const timeLimitMs = 10_000
const parallel = 4

/**
 * Texts of our own checks in the repositories that have a ledger, one read each. GitHub may be away when the App starts:
 * what could not be read is logged, and the start goes on.
 */
export async function readPublishedChecks({
  store,
  clientFor,
  appId,
  checkName,
  log,
}: {
  readonly store: Store
  readonly clientFor: ClientFor
  readonly appId: string
  readonly checkName: string
  readonly log: Log
}): Promise<readonly string[]> {
  const waiting = await repositoriesWithLedger(store)
  const texts: string[] = []
  let unread = waiting.length
  const readAll = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const name = one.fullName.slice(one.owner.length + 1)
      const read = async (id: string) =>
        readCheckTexts(await clientFor(id, one.id), { owner: one.owner, name, appId: Number(appId), checkName })
      // Why one repository cannot be read, the reconciliation says.
      const found = await read(one.installationId).catch(() => null)
      if (found === null) continue
      texts.push(...found)
      unread -= 1
    }
  }
  const limit = new Promise<void>(resolve => setTimeout(resolve, timeLimitMs).unref())
  await Promise.race([Promise.all(Array.from({ length: parallel }, readAll)), limit])
  waiting.length = 0
  if (unread > 0) log('warn', 'ledger.checksUnread', { repositories: unread })
  return [...texts]
}

async function repositoriesWithLedger(store: Store): Promise<Repository[]> {
  const ids = new Set(await store.ledger.repositories())
  return [...(await store.repositories.active())].filter(one => ids.has(one.id))
}

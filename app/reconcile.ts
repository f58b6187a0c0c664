import type { GitHubClient } from '../src/github/client.ts'
import { permissions } from '../src/github/permissions.ts'
import type { Log } from './front.ts'
import type { GitHubApp } from './github.ts'
import { drop, keep, recheckJob, refreshJob, spreadMs } from './known.ts'
import { type MergeGroup, openGroup } from './merge-group/record.ts'
import { findDamage, inDoubt } from './own-comments.ts'
import type { Deps } from './pull-request.ts'
import type { Store, Subject } from './store/index.ts'

const perPage = 100
const maxPages = 100

/**
 * Makes every check right even if all webhooks are lost: every open pull request of every repository of the
 * installation is looked at again, and pull requests that we still take for open are closed here too.
 */
export async function reconcileInstallation(deps: Deps, installationId: string): Promise<void> {
  const client = await deps.clientFor(installationId, null)
  const known = new Set((await deps.store.repositories.active(installationId)).map(repository => repository.id))
  for (const repository of await pages(client, 'GET /installation/repositories', {}, 'repositories')) {
    const { id, full_name: fullName, private: isPrivate } = repository as RepositoryRow
    await keep(deps.store, installationId, { id, full_name: fullName, private: isPrivate }, false)
    known.delete(String(id))
    await reconcileRepository(deps, { installationId, repoId: String(id), fullName })
  }
  for (const id of known) await drop(deps.store, installationId, { id })
}

interface RepositoryRow {
  readonly id: number
  readonly full_name: string
  readonly private: boolean
}

async function reconcileRepository(
  deps: Deps,
  place: { readonly installationId: string; readonly repoId: string; readonly fullName: string },
): Promise<void> {
  const client = await deps.clientFor(place.installationId, place.repoId)
  const [owner = '', repo = ''] = place.fullName.split('/')
  const listed = await pages(client, 'GET /repos/{owner}/{repo}/pulls', { owner, repo, state: 'open' }, null)
  const open = listed.map(pull => (pull as { number: number }).number)
  const known = await deps.store.subjects.open(place.repoId)
  // Reopened without our knowing: their comments are looked at too.
  const reopened: Subject[] = []
  for (const number of open.filter(one => !known.some(subject => subject.number === one))) {
    const subject = await deps.store.subjects.get({ repoId: place.repoId, kind: 'pr', number })
    if (subject !== null) reopened.push(subject)
  }
  const damaged = await mendComments(deps, client, [...known, ...reopened])
  let ahead = 0
  for (const number of new Set([...open, ...known.map(subject => subject.number)])) {
    const job = damaged.has(number) ? recheckJob : refreshJob
    await deps.store.inbox.enqueue(job({ ...place, number }, deps.now() + ahead))
    ahead += spreadMs
  }
  await reconcileGroups(deps, client, place)
}

/** Numbers of the pull requests whose comment must be written again: gone, changed, or perhaps there twice. */
async function mendComments(
  { store, now }: Deps,
  client: GitHubClient,
  known: readonly Subject[],
): Promise<ReadonlySet<number>> {
  const { gone, changed } = await findDamage(client, store, known)
  const damaged = new Set([...gone, ...changed].map(subject => subject.number))
  for (const { repoId, kind, number } of gone) {
    const forgotten = { commentId: null, commentNodeId: null, commentDigest: null }
    await store.subjects.save({ repoId, kind, number }, forgotten, now())
  }
  for (const subject of known) if (await inDoubt(store, subject, now())) damaged.add(subject.number)
  return damaged
}

/** Groups of the merge queue are branches: those that we were never told of are looked at too (security.md R-09). */
async function reconcileGroups(
  { store, now }: Deps,
  client: GitHubClient,
  {
    installationId,
    repoId,
    fullName,
  }: { readonly installationId: string; readonly repoId: string; readonly fullName: string },
): Promise<void> {
  const [owner = '', repo = ''] = fullName.split('/')
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
    owner,
    repo,
    ref: 'heads/gh-readonly-queue/',
  })
  const rows = Array.isArray(data) ? (data as readonly RefRow[]) : []
  const groups = rows.flatMap(({ ref, object }): readonly MergeGroup[] => {
    const [, baseRef, baseSha] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]{40,64})$/.exec(ref) ?? []
    if (baseRef === undefined || baseSha === undefined) return []
    return [{ repoId, installationId, fullName, headSha: object.sha, headRef: ref, baseSha, baseRef }]
  })
  for (const group of groups) await openGroup(store, group, now())
}

interface RefRow {
  readonly ref: string
  readonly object: { readonly sha: string }
}

/** All pages of a list; `under` names the list's key in the body. Bounded, and a page that is no list ends it with an error. */
async function pages(
  client: GitHubClient,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  under: string | null,
): Promise<readonly unknown[]> {
  const all: unknown[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await client.request(route, { ...parameters, per_page: perPage, page })
    const list: unknown = under === null ? data : (data as Record<string, unknown>)[under]
    if (!Array.isArray(list)) throw new Error(`${route} gave no list`)
    all.push(...list)
    if (list.length < perPage) return all
  }
  return all
}

/** What looks again and again. */
export interface Reconcile {
  /** One round now. Resolves when what it found is queued, and rejects where GitHub or the store do not answer. */
  turn(): Promise<void>
  stop(): void
}

/** Finds the App's installations and has each reconciled, now and at every interval. */
export function startReconcile(
  { store, github, now, log }: { store: Store; github: GitHubApp; now: () => number; log: Log },
  intervalMs: number,
  wake: () => void,
): Reconcile {
  const turn = async (): Promise<void> => {
    const installations = await pages(await github.app(), 'GET /app/installations', {}, null)
    const found = new Set<string>()
    for (const row of installations as readonly InstallationRow[]) {
      const id = String(row.id)
      found.add(id)
      const suspended = row.suspended_at !== null && row.suspended_at !== undefined
      await store.installations.save({ id, account: row.account?.login ?? '', suspended, removed: false })
      await tellMissingPermissions({ store, log }, row)
      if (suspended) continue
      await store.inbox.enqueue({
        lane: `installation:${id}`,
        event: 'internal.reconcile',
        installationId: id,
        repoId: null,
        coalesceKey: `reconcile:${id}`,
        runAt: now(),
      })
    }
    for (const gone of await store.installations.active()) {
      if (!found.has(gone.id)) await store.installations.save({ ...gone, removed: true })
    }
    wake()
  }
  const safely = () => {
    turn().catch(error => log('warn', 'reconcile.failed', { error: error instanceof Error ? error.message : '' }))
  }
  /** Of several instances one does it, whichever comes first in this interval. */
  const inTurn = async () => {
    if (await store.turns.take('reconcile', Math.floor(now() / intervalMs))) safely()
  }
  safely()
  const timer = setInterval(() => void inTurn().catch(() => {}), intervalMs)
  return { turn, stop: () => clearInterval(timer) }
}

/** The App was given more to do than an owner has agreed to: said once, until that changes (security.md R-20). */
async function tellMissingPermissions(
  { store, log }: { readonly store: Store; readonly log: Log },
  { id, account, permissions: granted = {} }: InstallationRow,
): Promise<void> {
  const missing = Object.entries(permissions).flatMap(([name, level]) =>
    granted[name] === 'write' || granted[name] === level ? [] : [`${name}: ${level}`],
  )
  const key = `missing-permissions:${id}`
  const told = ((await store.cache.get(key, 0)) ?? []) as readonly string[]
  if (JSON.stringify(told) === JSON.stringify(missing)) return
  await store.cache.set(key, missing, Number.MAX_SAFE_INTEGER)
  const fields = { installation: String(id), account: account?.login ?? '' }
  if (missing.length === 0) log('info', 'installation.permissions-complete', fields)
  for (const permission of missing.filter(one => !told.includes(one))) {
    log('warn', 'installation.permission-missing', { ...fields, permission })
  }
}

interface InstallationRow {
  readonly permissions?: Readonly<Record<string, string>>
  readonly id: number
  readonly account: { readonly login: string } | null
  readonly suspended_at?: string | null
}

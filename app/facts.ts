import { patchSha256 } from '../src/checklist/carry.ts'
import { bindsFiles } from '../src/checklist/judge.ts'
import { absent, type ChangedFile, type Fact, type PullRequestFacts, present } from '../src/facts/facts.ts'
import { factsOf } from '../src/facts/load.ts'
import { alertsOf } from '../src/github/alerts.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { readImpact } from '../src/github/contents.ts'
import { dependenciesOf } from '../src/github/dependencies.ts'
import { readChangedFiles } from '../src/github/files.ts'
import { withModes } from '../src/github/modes.ts'
import { type Directory, readDirectory, resolveRoles } from '../src/github/roles.ts'
import type { Snapshot } from '../src/github/snapshot.ts'
import { wantedFiles } from '../src/impact/find.ts'
import type { ImpactFacts } from '../src/impact/model.ts'
import { message } from '../src/locales/message.ts'
import { roleEntries } from '../src/policy/environments.ts'
import type { Policy } from '../src/policy/schema.ts'
import { fetchMissed } from './evidence/missed.ts'
import { measuredAt } from './evidence/reports.ts'
import type { Log } from './front/http.ts'
import { sha256 } from './publication.ts'
import type { Store } from './store/index.ts'

const day = 24 * 60 * 60 * 1000

/** Who is in a team may be this old when somebody signs; team events forget it at once (security.md T-17). */
export const directoryMaxAge = 5 * 60 * 1000

/** What the App knows of one pull request, with the directory that its roles were resolved from. */
export interface AppFacts {
  readonly facts: PullRequestFacts
  readonly directory: Directory
}

/**
 * Completes a snapshot: changed files (kept per base and head, since commits never change) and role members (kept for
 * minutes). Sign-offs are left out; the ledger adds them.
 */
export async function completeFacts(
  {
    client,
    wide,
    store,
    now,
    log,
    signing = true,
  }: {
    readonly client: GitHubClient
    /** Reaches the other repositories that a description may name. */
    readonly wide: GitHubClient
    readonly store: Store
    readonly now: number
    readonly log?: Log | undefined
    /** Sign-offs are given or rest on these facts: then files that they cover are read with their modes. */
    readonly signing?: boolean
  },
  snapshot: Snapshot,
  policy: Policy | null,
): Promise<AppFacts> {
  const roles = policy === null ? {} : roleEntries(policy)
  const items = policy?.checklists.flatMap(checklist => checklist.items) ?? []
  const whole = signing && items.some(item => item.carry !== 'never' || bindsFiles(item))
  const changedFiles = await keptFiles({ client, store, now }, snapshot, whole)
  const entries = Object.values(roles).flat()
  const found = await keptDirectory(client, store, snapshot.repository.owner, entries, now)
  const directory = await pinned(store, snapshot.repository.id, found)
  const { id: repoId, owner, name } = snapshot.repository
  const place = { repoId, fullName: `${owner}/${name}`, headSha: snapshot.headSha }
  const known = await measuredAt(store, place, policy, snapshot)
  const looked = await fetchMissed({ client, store, now, log }, snapshot, policy, known)
  const measured = looked ? await measuredAt(store, place, policy, snapshot) : known
  const facts = factsOf(snapshot, {
    evaluatedAt: new Date(now).toISOString(),
    changedFiles,
    roles: resolveRoles(roles, directory),
    coverage: measured.evidence,
    findings: measured.findings,
    values: measured.values,
    signOffs: present([]),
    impact: policy === null ? absent : await keptImpact(client, store, snapshot, changedFiles, now),
    dependencies: await dependenciesOf(wide, snapshot, policy),
    alerts: await alertsOf(client, snapshot, policy),
  })
  return { facts, directory }
}

/** `whole`: with the modes of files, which cost reads of their own. */
async function keptFiles(
  { client, store, now }: { readonly client: GitHubClient; readonly store: Store; readonly now: number },
  snapshot: Snapshot,
  whole: boolean,
): Promise<Fact<readonly ChangedFile[]>> {
  const { repository, number, baseRef, baseSha, headSha } = snapshot
  const place = `${repository.id}:${number}:${baseRef}:${baseSha}:${headSha}`
  const known = async (kind: 'patch' | 'files') =>
    (await store.cache.get(`${kind}:${place}`, now)) as readonly ChangedFile[] | null
  const keep = (kind: 'patch' | 'files', value: readonly ChangedFile[]) =>
    store.cache.set(`${kind}:${place}`, value, now + 7 * day)
  const kept = (await known('patch')) ?? (whole ? null : await known('files'))
  if (kept !== null) return present(kept)
  const listed = whole ? await known('files') : null
  const files = listed === null ? await readChangedFiles(client, snapshot) : present(listed)
  if (files.state !== 'present') return files
  const value = whole ? await withModes(client, snapshot, files.value) : files.value
  // Modes that GitHub did not tell are asked for again.
  const isWhole = whole && patchSha256(present(value)) !== null
  if (isWhole || listed === null) await keep(isWhole ? 'patch' : 'files', value)
  return present(value)
}

/** Kept by what was looked at, so that a base branch that moves on costs nothing. */
async function keptImpact(
  client: GitHubClient,
  store: Store,
  snapshot: Snapshot,
  changedFiles: Fact<readonly ChangedFile[]>,
  now: number,
): Promise<Fact<ImpactFacts>> {
  if (changedFiles.state !== 'present') return changedFiles
  const wanted = wantedFiles(changedFiles.value)
  if (wanted.length === 0) return readImpact(client, snapshot.repository, changedFiles)
  const key = `impact:${snapshot.repository.id}:${sha256(JSON.stringify(wanted))}`
  const kept = await store.cache.get(key, now)
  if (kept !== null) return present(kept as ImpactFacts)
  const impact = await readImpact(client, snapshot.repository, changedFiles)
  if (impact.state === 'present') await store.cache.set(key, impact.value, now + day)
  return impact
}

/** One read for all entries that are not known well enough; what could not be resolved is asked again next time. */
async function keptDirectory(
  client: GitHubClient,
  store: Store,
  owner: string,
  entries: readonly string[],
  now: number,
): Promise<Directory> {
  const key = (entry: string) => `${directoryPrefix(owner)}${entry.toLowerCase()}`
  const directory: Record<string, Directory[string]> = {}
  const missing: string[] = []
  for (const entry of new Set(entries)) {
    const kept = await store.cache.get(key(entry), now)
    if (kept === null) missing.push(entry)
    else directory[entry] = kept as Directory[string]
  }
  const read = await readDirectory(client, missing)
  for (const [entry, resolved] of Object.entries(read)) {
    directory[entry] = resolved
    if (resolved.kind !== 'unresolved') await store.cache.set(key(entry), resolved, now + directoryMaxAge)
  }
  return directory
}

/**
 * Logins as they were first resolved for this repository. GitHub gives a login that was given up to anybody, so one
 * that now names another account names nobody (security.md T-16), until it has been taken out of the policy once.
 */
async function pinned(store: Store, repoId: string, directory: Directory): Promise<Directory> {
  const key = `pins:${repoId}`
  const before = ((await store.cache.get(key, 0)) ?? {}) as Readonly<Record<string, string>>
  const after: Record<string, string> = {}
  const checked: Record<string, Directory[string]> = {}
  for (const [entry, found] of Object.entries(directory)) {
    const known = before[entry] ?? (found.kind === 'user' ? found.account.id : undefined)
    if (known !== undefined) after[entry] = known
    const moved = found.kind === 'user' && found.account.id !== known
    checked[entry] = moved
      ? { kind: 'unresolved', reason: message('unknown.loginMoved', { login: found.account.login }) }
      : found
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) await store.cache.set(key, after, Number.MAX_SAFE_INTEGER)
  return checked
}

/** Cache keys of everything known about the people of an owner. */
export const directoryPrefix = (owner: string): string => `directory:${owner.toLowerCase()}:`

import { deployedBase } from '../../src/deployments/base.ts'
import { carriedPulls } from '../../src/deployments/carried.ts'
import { lackingFor } from '../../src/deployments/required.ts'
import type { Said } from '../../src/deployments/said.ts'
import type { PolicyState } from '../../src/evaluate.ts'
import {
  type Ground,
  maxCommits,
  readBrought,
  readDistance,
  readGround,
  readHistory,
} from '../../src/github/carried.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import type { GatedRun } from '../../src/github/gated-runs.ts'
import { readSnapshot } from '../../src/github/snapshot.ts'
import type { Locale } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Policy } from '../../src/policy/schema.ts'
import type { ChecklistItemOutcome } from '../../src/report.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { completeFacts } from '../facts.ts'
import type { Deps } from '../pull-request.ts'
import { openSession } from '../session.ts'
import { readPolicy } from '../shared-policy.ts'
import { LedgerBroken, type Store, type WaitingDeployment } from '../store/index.ts'
import { heldSince, rememberEnvironments } from './record.ts'

/** Whether a deployment may go, and what is said of it. */
export interface Judged {
  readonly release: boolean
  readonly said: Said
  readonly locale: Locale
  /** Pull requests that it carries; `null`: nobody can tell. */
  readonly pulls: readonly number[] | null
  /** `pr:12` to its head and the ledger rows that count for it. */
  readonly signed: Readonly<Record<string, string>>
  readonly policySha256: string
  readonly branch: string
}

interface Place {
  readonly owner: string
  readonly name: string
}

interface Judging {
  readonly deps: Deps
  readonly client: GitHubClient
  readonly place: Place
  readonly row: WaitingDeployment
}

type PresentPolicy = Extract<PolicyState, { state: 'present' }>

/** Runs of these events deploy the commit that they name; for others the event must have told it. */
const certainEvents: ReadonlySet<string> = new Set([
  'push',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'schedule',
  'create',
])

/** Pull requests that are looked at for one deployment. */
const maxPulls = 100
const day = 24 * 60 * 60 * 1000

const none = { release: false, locale: 'en', pulls: null, signed: {}, policySha256: '', branch: '' } as const

/** Held for a reason that is about the whole of it. `known`: what could be told all the same. */
export const hold = (reason: Message, known: Partial<Judged> = {}): Judged => ({
  ...none,
  said: { whole: [reason], pulls: [] },
  ...known,
})

/**
 * Judges one deployment by the policy of the default branch and by the pull requests that it carries, each at its merged
 * head and with today's members of its roles. What cannot be told for certain holds it, with the reason.
 */
export async function judgeDeployment(judging: Judging, run: Pick<GatedRun, 'event' | 'headSha'>): Promise<Judged> {
  const { deps, client, place, row } = judging
  if (row.askedSha !== null && row.askedSha !== run.headSha) {
    return hold(message('deploy.otherCommit', { asked: row.askedSha, run: run.headSha }))
  }
  const ground = await readGround(client, place, row.environment)
  if (ground === null || ground.repositoryId !== row.repoId) return hold(message('deploy.gone', {}))
  const { branch } = ground
  const version = { ...place, sha: ground.branchSha, entries: ground.policy }
  const wide = await deps.clientFor(row.installationId, null)
  const { policy } = await readPolicy({ ...deps, client: wide }, version)
  if (policy.state === 'present') await rememberEnvironments(deps.store, row.repoId, policy.policy, deps.now())
  const usable = usablePolicy(policy, ground, row.environment)
  const locale = policy.state === 'present' ? policy.policy.locale : 'en'
  if (!usable.ok) return hold(usable.error, { locale, branch })
  const { origin } = usable.value.state
  const known = { locale, branch, policySha256: origin.source === 'base' ? origin.sha256 : '' }
  if (row.askedSha === null && !certainEvents.has(run.event)) {
    return hold(message('deploy.event', { event: run.event }), known)
  }
  const brings = await whatItBrings(judging, ground, usable.value.environment)
  if (!brings.ok) return hold(brings.error, known)
  const { environment } = row
  if (brings.value.kind === 'nothing') {
    const { sha } = row
    const said = brings.value.back
      ? message('deploy.back', { environment, sha })
      : message('deploy.nothingNew', { environment, sha })
    return { ...none, ...known, release: true, pulls: [], said: { whole: [said], pulls: [] } }
  }
  return { ...none, ...known, ...(await judgePulls(judging, usable.value, brings.value.numbers)) }
}

interface Usable {
  readonly state: PresentPolicy
  readonly environment: Policy['environments'][string]
}

function usablePolicy(policy: PolicyState, { branch }: Ground, environment: string): Result<Usable, Message> {
  if (policy.state === 'unknown') return err(policy.reason)
  if (policy.state === 'broken') {
    return err(message('deploy.policyBroken', { branch, count: policy.problems.length }))
  }
  if (policy.origin.source === 'none') return err(message('deploy.noPolicy', { branch }))
  const { environments } = policy.policy
  // Exactly as GitHub spells it (security.md T-45).
  const found = Object.hasOwn(environments, environment) ? environments[environment] : undefined
  if (found !== undefined) return ok({ state: policy, environment: found })
  return err(message('deploy.noEnvironment', { environment, branch, known: Object.keys(environments) }))
}

type Brings =
  | { readonly kind: 'nothing'; readonly back: boolean }
  | { readonly kind: 'pulls'; readonly numbers: readonly number[] }

/** What has come since what is deployed there. */
async function whatItBrings(
  { deps: { store, now }, client, place, row }: Judging,
  { deployments }: Ground,
  { rollback, since: answeredFor }: Policy['environments'][string],
): Promise<Result<Brings, Message>> {
  const released = await releasedTo(store, row.repoId, row.environment)
  if (!released.ok) return released
  const since = await heldSince(store, row)
  const deployed = deployedBase(deployments, { released: released.value, since })
  const { sha } = row
  const key = `brought:${row.repoId}:${deployed}:${answeredFor}:${sha}`
  const kept = (await store.cache.get(key, now())) as readonly number[] | null
  if (kept !== null) return ok({ kind: 'pulls', numbers: kept })
  const commits = await newCommits({ client, place }, { sha, deployed, answeredFor: answeredFor ?? null })
  if (!commits.ok) return commits
  if (commits.value === 'older') {
    const from = deployed ?? ''
    if (rollback !== 'allowed') return err(message('deploy.older', { sha, base: from }))
    if (!released.value.has(sha)) return err(message('deploy.neverReleased', { sha, base: from }))
    return ok({ kind: 'nothing', back: true })
  }
  if (commits.value.length === 0) return ok({ kind: 'nothing', back: false })
  const carried = carriedPulls(await readBrought(client, place, commits.value))
  if (!carried.ok) return carried
  if (carried.value.length > maxPulls) {
    return err(message('deploy.manyPulls', { got: carried.value.length, limit: maxPulls }))
  }
  // Which merged pull requests commits belong to never changes.
  await store.cache.set(key, carried.value, now() + day)
  return ok({ kind: 'pulls', numbers: carried.value })
}

/** Commits that neither what is deployed contains nor what somebody answers for. `older`: what is deployed contains it. */
async function newCommits(
  { client, place }: Pick<Judging, 'client' | 'place'>,
  {
    sha,
    deployed,
    answeredFor,
  }: { readonly sha: string; readonly deployed: string | null; readonly answeredFor: string | null },
): Promise<Result<readonly string[] | 'older', Message>> {
  const since = deployed === null ? null : await readDistance(client, place, deployed, sha)
  if (since?.status === 'behind') return ok('older')
  if (since?.status === 'diverged') return err(message('deploy.diverged', { sha, base: deployed ?? '' }))
  if (since?.status === 'identical') return ok([])
  const beyond = answeredFor === null ? null : await readDistance(client, place, answeredFor, sha)
  if (beyond?.status === 'behind' || beyond?.status === 'identical') return ok([])
  const shorter =
    beyond !== null && beyond.status === 'ahead' && beyond.total < (since?.total ?? Number.POSITIVE_INFINITY)
  if (!shorter && beyond?.status === 'diverged' && since === null) {
    return err(message('deploy.diverged', { sha, base: answeredFor ?? '' }))
  }
  const distance = shorter ? beyond : since
  const base = shorter ? answeredFor : deployed
  const shas = distance === null ? await readHistory(client, place, sha) : distance.shas
  if (shas !== null) return ok(shas)
  return err(message('deploy.tooMany', { got: distance?.total ?? maxCommits, limit: maxCommits, base }))
}

/** Commits that were let through to an environment, by the ledger. */
async function releasedTo(
  store: Store,
  repoId: string,
  environment: string,
): Promise<Result<ReadonlySet<string>, Message>> {
  try {
    const rows = await store.ledger.rows(repoId, `environment:${environment}`)
    return ok(new Set(rows.filter(row => row.decision === 'approved').map(row => row.headSha)))
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error
    return err(message('deploy.ledger', { seq: error.problem.chainSeq }))
  }
}

async function judgePulls(
  judging: Judging,
  usable: Usable,
  numbers: readonly number[],
): Promise<Pick<Judged, 'release' | 'said' | 'pulls' | 'signed'>> {
  const { environment, sha } = judging.row
  const lacking: { readonly number: number; readonly lacks: readonly Message[]; readonly open: boolean }[] = []
  const signed: Record<string, string> = {}
  for (const number of numbers) {
    const { lacks, open, headSha, rows } = await judgePull(judging, usable, number)
    if (lacks.length > 0) lacking.push({ number, lacks, open })
    signed[`pr:${number}`] = [headSha, ...rows].join(' ')
  }
  if (lacking.length === 0) {
    const whole = [message('deploy.approved', { environment, sha, count: numbers.length })]
    return { release: true, said: { whole, pulls: [] }, pulls: numbers, signed }
  }
  const whole = [message('deploy.waiting', { environment, open: lacking.length, total: numbers.length })]
  const next = lacking.some(({ open }) => open) ? { next: message('deploy.sign', { environment }) } : {}
  return { release: false, said: { whole, pulls: lacking, ...next }, pulls: numbers, signed: {} }
}

/** One pull request, at its merged head, by the policy of the default branch. */
async function judgePull(
  { deps, client, place, row }: Judging,
  { state, environment }: Usable,
  number: number,
): Promise<{
  readonly lacks: readonly Message[]
  readonly open: boolean
  readonly headSha: string
  readonly rows: readonly number[]
}> {
  const held = (reason: Message) => ({ lacks: [reason], open: false, headSha: '', rows: [] })
  const snapshot = await readSnapshot(client, { ...place, number })
  if (snapshot === null || snapshot.repository.id !== row.repoId) return held(message('deploy.unknownPull', { number }))
  if (snapshot.state !== 'merged') return held(message('deploy.moved', { number }))
  const wide = await deps.clientFor(row.installationId, null)
  const { facts } = await completeFacts({ client, wide, store: deps.store, now: deps.now() }, snapshot, state.policy)
  const key = { repoId: row.repoId, kind: 'pr', number } as const
  const subject = await deps.store.subjects.get(key)
  const context = { key, subject, policy: state, change: null, replay: null, bare: facts }
  const { report } = (await openSession(deps, context)).outcome()
  const { open, unknown, done } = lackingFor(environment, row.environment, report.checklists)
  const lacks = [...unknown, ...(open.length > 0 ? [message('deploy.lacks', { items: open })] : [])]
  const rows = lacks.length > 0 ? [] : await rowsOf(deps.store, key, done)
  return { lacks, open: open.length > 0, headSha: snapshot.headSha, rows }
}

/** Numbers of the ledger rows that the valid sign-offs of these items rest on. */
async function rowsOf(
  store: Store,
  { repoId, number }: { readonly repoId: string; readonly number: number },
  done: readonly ChecklistItemOutcome[],
): Promise<readonly number[]> {
  const rows = await store.ledger.rows(repoId, `pr:${number}`)
  const found = done.flatMap(({ id, environment, state }) =>
    state.status === 'done'
      ? state.signOffs
          .filter(signOff => signOff.valid)
          .flatMap(signOff => {
            const row = rows.findLast(
              one =>
                one.decision === 'signed' &&
                one.itemId === id &&
                one.signerId === signOff.id &&
                one.environment === (environment ?? null),
            )
            return row === undefined ? [] : [row.chainSeq]
          })
      : [],
  )
  return [...new Set(found)].sort((a, b) => a - b)
}

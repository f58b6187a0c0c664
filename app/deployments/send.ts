import { maxReport, renderSaid, type Said } from '../../src/deployments/said.ts'
import { type GitHubClient, statusOf } from '../../src/github/client.ts'
import { answerGate } from '../../src/github/gated-runs.ts'
import type { Locale } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { sha256 } from '../publication.ts'
import type { SenderDeps } from '../sender.ts'
import type { DeploymentKey, OutboxClaim, WaitingDeployment } from '../store/index.ts'
import { deploymentJob } from './record.ts'
import { deploymentRow, type RowGround } from './rows.ts'

/** What the sender needs to answer one deployment. */
export interface DeploymentAnswer {
  readonly key: DeploymentKey
  readonly owner: string
  readonly name: string
  readonly release: boolean
  readonly said: Said
  readonly locale: Locale
  /** When it was judged, epoch milliseconds. */
  readonly judgedAt: number
  readonly ground: RowGround
  /** Newest row of the repository's ledger before it was judged. */
  readonly ledgerSeq: number
  /** What must be said before the end, for which one report is kept. */
  readonly final: boolean
}

/** Kind of the effect for one attempt and environment; the run is its key. */
export const answerKind = ({ attempt, environment }: DeploymentKey): string => `deployment:${attempt}:${environment}`
export const isAnswer = (kind: string): boolean => kind.startsWith('deployment:')

/** Reports that GitHub takes for a deployment. The last one is kept for what must be said at the end. */
const maxReports = 10
export const usualReports = maxReports - 1
/** A sign-off may be taken back meanwhile, and somebody leave a role: what is older is judged again (security.md T-43). */
const freshMs = 60_000

const day = 24 * 60 * 60 * 1000
const approvalKey = ({ repoId, runId, attempt, environment }: DeploymentKey): string =>
  `approval:${repoId}:${runId}:${attempt}:${environment}`

/** What an approval rested on of which GitHub has not said what became of it. */
export const approvalGround = async ({ cache }: Pick<SenderDeps['store'], 'cache'>, key: DeploymentKey) =>
  (await cache.get(approvalKey(key), 0)) as RowGround | null

export const digestOf = ({ said, locale }: Pick<DeploymentAnswer, 'said' | 'locale'>): string =>
  sha256(renderSaid(said, locale))

type Deps = Pick<SenderDeps, 'store' | 'now' | 'appId' | 'appSlug' | 'publishHead'>

/** Sends one answer. Safe to repeat: GitHub takes an approval once. Rejects with what is to be tried again. */
export async function sendAnswer(
  deps: Deps,
  client: GitHubClient,
  claim: OutboxClaim,
  stillOurs: () => Promise<void>,
): Promise<void> {
  const answer = JSON.parse(claim.body) as DeploymentAnswer
  const row = await deps.store.deployments.get(answer.key)
  if (row === null || row.state !== 'waiting') return
  if (answer.release) await approve(deps, client, { claim, answer, row }, stillOurs)
  else await report(deps, client, { claim, answer, row }, stillOurs)
}

interface Sending {
  readonly claim: OutboxClaim
  readonly answer: DeploymentAnswer
  readonly row: WaitingDeployment
}

async function approve(
  deps: Deps,
  client: GitHubClient,
  { claim, answer, row }: Sending,
  stillOurs: () => Promise<void>,
): Promise<void> {
  const { store, now } = deps
  const { key } = answer
  const isNew = ((await store.ledger.head(row.repoId))?.chainSeq ?? 0) !== answer.ledgerSeq
  if (isNew || now() - answer.judgedAt > freshMs) return lookAgain(deps, claim, key)
  const comment = await withCheckpoint(deps, row.repoId, renderSaid(answer.said, answer.locale))
  const before = row.approvingAt
  // Known before it is sent: if the answer is lost, "nothing waits" means that this is what let it through.
  await store.deployments.save(key, { approvingAt: now() })
  await store.cache.set(approvalKey(key), answer.ground, now() + 40 * day)
  await stillOurs()
  try {
    await answerGate(client, answer, key.runId, { environment: key.environment, state: 'approved', comment })
  } catch (error) {
    const status = statusOf(error)
    // Told that it did not happen; 5xx and silence do not tell.
    if (status >= 400 && status < 500) await store.deployments.save(key, { approvingAt: before })
    if (status !== 404 && status !== 422) throw error
    // Nothing waits for us: what became of it is seen in the run.
    return lookAgain(deps, claim, key, true)
  }
  await recordApproval(deps, row, answer.ground)
}

/** One transaction: the row in the ledger, and that the deployment has its answer. */
export async function recordApproval(
  deps: Pick<Deps, 'store' | 'now' | 'appId' | 'appSlug'>,
  row: WaitingDeployment,
  ground: RowGround,
) {
  const at = deps.now()
  const by = { id: deps.appId, login: await deps.appSlug(), at }
  await deps.store.transaction(async tx => {
    await tx.ledger.append(deploymentRow('approved', row, ground, by))
    await tx.deployments.save(row, { state: 'approved', answeredAt: at, approvingAt: null })
  })
}

async function report(
  deps: Deps,
  client: GitHubClient,
  { claim, answer, row }: Sending,
  stillOurs: () => Promise<void>,
): Promise<void> {
  const { store } = deps
  const { key, locale } = answer
  const digest = digestOf(answer)
  if (row.reportDigest === digest || row.reports >= (answer.final ? maxReports : usualReports)) return
  const last = !answer.final && row.reports + 1 === usualReports
  const said = last ? { ...answer.said, next: message('deploy.quiet', {}) } : answer.said
  await stillOurs()
  // Counted before it is sent: one that arrived without our hearing of it counts as well.
  await store.deployments.save(key, { reports: row.reports + 1 })
  const comment = renderSaid(said, locale)
  try {
    await answerGate(client, answer, key.runId, { environment: key.environment, state: null, comment })
  } catch (error) {
    if (statusOf(error) > 0) await store.deployments.save(key, { reports: row.reports })
    if (statusOf(error) !== 404 && statusOf(error) !== 422) throw error
    return lookAgain(deps, claim, key, true)
  }
  await store.deployments.save(key, { reportDigest: digest })
}

/** `refused`: GitHub says that nothing waits for us. */
async function lookAgain({ store, now }: Deps, claim: OutboxClaim, key: DeploymentKey, refused = false): Promise<void> {
  const run = { ...key, installationId: claim.installationId }
  const asked = refused ? { environment: key.environment, sha: null, refused } : undefined
  await store.inbox.enqueue(deploymentJob(run, now(), asked))
}

/** The head of the ledger as a copy outside of the database, where there is room for it. */
async function withCheckpoint({ store, publishHead }: Deps, repoId: string, comment: string): Promise<string> {
  const head = await store.ledger.head(repoId)
  const line = head === null ? null : (publishHead?.(head) ?? null)
  const whole = line === null ? comment : `${comment}\n\n\`${line}\``
  return whole.length <= maxReport ? whole : comment
}

import { readGround } from '../../src/github/carried.ts'
import { type GitHubClient, retryAfter, statusOf, unknownBecause } from '../../src/github/client.ts'
import { type GatedRun, hasRule, readGatedRun, readPending } from '../../src/github/gated-runs.ts'
import { message } from '../../src/locales/message.ts'
import { directoryPrefix } from '../facts.ts'
import type { Deps } from '../pull-request.ts'
import type { SenderDeps } from '../sender.ts'
import {
  type DeploymentState,
  type LaneClaim,
  type Operations,
  StaleClaim,
  type WaitingDeployment,
} from '../store/index.ts'
import { hold, type Judged, judgeDeployment } from './judge.ts'
import { type Asked, laneOfRun, type RunKey } from './record.ts'
import { deploymentRow, type RowGround } from './rows.ts'
import { answerKind, approvalGround, type DeploymentAnswer, digestOf, recordApproval, usualReports } from './send.ts'

export type DeploymentDeps = Deps & Pick<SenderDeps, 'appSlug'>

const day = 24 * 60 * 60 * 1000
/** GitHub ends what has waited for so long. Source: "Reviewing deployments". */
const longestWaitMs = 30 * day
/** A day before that people are told once more. */
const lastWordMs = longestWaitMs - day
/** Lists of GitHub may lag behind its events. */
const graceMs = 60_000

interface Look {
  readonly deps: DeploymentDeps
  readonly client: GitHubClient
  readonly installationId: string
  readonly place: { readonly owner: string; readonly name: string }
  readonly run: GatedRun
  /** Environments, as GitHub spells them, that the run waits for. */
  readonly pending: readonly string[]
}

/** Looks at one run: keeps what waits in it, judges it, and wants it answered, or sees what became of it. */
export async function processRun(deps: DeploymentDeps, claim: LaneClaim, key: RunKey): Promise<void> {
  const { store } = deps
  const ids = claim.jobs.map(job => job.id)
  const finish = (tx: Pick<Operations, 'lanes'>) => tx.lanes.finish(claim, ids, deps.now())
  const asked = claim.jobs.flatMap(job => askedIn(job.payload))
  const reach = await reachOf(deps, claim, key)
  if (reach === 'waits') return finish(store)
  const run = reach === 'gone' ? null : await readGatedRun(reach.client, reach.place, key.runId)
  if (reach === 'gone' || run === null || run.repositoryId !== key.repoId) {
    for (const row of await store.deployments.ofRun(key.repoId, key.runId)) await end(deps, row, 'ended')
    return finish(store)
  }
  const pending = run.isComplete ? [] : await readPending(reach.client, reach.place, key.runId)
  const look = { ...reach, deps, run, pending }
  await openRows(look, key, asked)
  const answers: DeploymentAnswer[] = []
  for (const row of await store.deployments.ofRun(key.repoId, key.runId)) {
    if (row.state !== 'waiting') continue
    const refused = asked.some(one => one.refused === true && one.environment === row.environment)
    if (await settled(look, row, refused)) continue
    // It waits for us and took no answer all the same; in a minute it is tried again, not at once.
    if (refused && pending.includes(row.environment)) continue
    const answer = await answerTo(look, row)
    if (answer !== null) answers.push(answer)
  }
  await store.transaction(async tx => {
    for (const answer of answers) {
      await tx.outbox.put({
        key: laneOfRun(key),
        kind: answerKind(answer.key),
        installationId: reach.installationId,
        repoId: key.repoId,
        body: JSON.stringify(answer),
        runAt: deps.now(),
      })
    }
    await finish(tx)
  })
}

function askedIn(payload: string): readonly Asked[] {
  const asked = JSON.parse(payload === '' ? '{}' : payload) as Partial<Asked>
  return asked.environment === undefined ? [] : [{ sha: null, ...asked, environment: asked.environment }]
}

/** `gone`: the App cannot reach the repository any more. `waits`: not now. */
async function reachOf(deps: DeploymentDeps, claim: LaneClaim, { repoId }: RunKey) {
  const repository = await deps.store.repositories.get(repoId)
  const installationId = repository?.installationId ?? claim.jobs.at(-1)?.installationId ?? null
  if (repository === null || repository.removed || installationId === null) return 'gone'
  const installation = await deps.store.installations.get(installationId)
  if (installation?.removed === true) return 'gone'
  if (installation?.suspended === true) return 'waits'
  const [owner = '', name = ''] = repository.fullName.split('/')
  return { installationId, place: { owner, name }, client: await deps.clientFor(installationId, repoId) }
}

/** Keeps what waits for us: what GitHub has asked about, and what it has not told us of but has our rule on it. */
async function openRows(look: Look, key: RunKey, asked: readonly Asked[]): Promise<void> {
  const { deps, installationId, run, pending } = look
  if (run.isComplete) return
  const told = asked.filter(one => one.refused !== true)
  const known = (await deps.store.deployments.ofRun(key.repoId, key.runId)).filter(row => row.attempt === run.attempt)
  for (const environment of new Set([...told.map(one => one.environment), ...pending])) {
    const event = told.findLast(one => one.environment === environment) ?? null
    const before = known.find(row => row.environment === environment)
    if (before !== undefined) await askedAgain(look, before, event)
    else if (event !== null || (await isOurs(look, environment))) {
      const { attempt, headSha: sha } = run
      const askedSha = event?.sha ?? null
      const row = { ...key, attempt, environment, installationId, sha, askedSha, requestedAt: deps.now() }
      await deps.store.deployments.open(row)
    }
  }
}

/** Another job of the run may reach an environment that had its answer; and what was out of sight may be there again. */
async function askedAgain(look: Look, row: WaitingDeployment, event: Asked | null): Promise<void> {
  const { deployments } = look.deps.store
  if (row.state === 'waiting') {
    if (row.askedSha === null && event !== null) await deployments.save(row, { askedSha: event.sha })
    return
  }
  if (!look.pending.includes(row.environment)) return
  const answered = row.state === 'approved' || row.state === 'bypassed'
  const waits = answered ? event !== null || (await reachedAgain(look, row)) : await isOurs(look, row.environment)
  if (!waits) return
  const answeredAt = row.state === 'approved' ? row.answeredAt : null
  await deployments.save(row, { state: 'waiting', answeredAt, reportDigest: null, reports: 0, approvingAt: null })
}

/** Whether GitHub has begun to wait once more since the answer; while it waits for others only, it has not. */
async function reachedAgain({ deps, client, place }: Look, { environment, sha, answeredAt }: WaitingDeployment) {
  if (deps.now() - (answeredAt ?? 0) < graceMs) return false
  const ground = await readGround(client, place, environment)
  return ground?.deployments.some(one => one.sha === sha && one.createdAt > (answeredAt ?? 0)) === true
}

const isOurs = async ({ deps, client, place }: Look, environment: string): Promise<boolean> =>
  hasRule(client, place, environment, await deps.appSlug())

/** Whether nothing is left to answer, and what became of it. */
async function settled(look: Look, row: WaitingDeployment, refused: boolean): Promise<boolean> {
  const { deps, run, pending } = look
  const { store, now } = deps
  if (row.attempt < run.attempt || now() - row.requestedAt > longestWaitMs + day) return end(deps, row, 'ended')
  if (pending.includes(row.environment)) {
    if (!refused) return false
    // What waits is somebody else's word: ours was given before.
    if (row.answeredAt !== null) return end(deps, row, 'approved')
    if (!(await isOurs(look, row.environment))) return end(deps, row, 'withdrawn')
    // More than enough reports, however many we have counted.
    if (row.reports < usualReports) await store.deployments.save(row, { reports: usualReports })
    return false
  }
  if (!run.isComplete && !refused && now() - row.requestedAt < graceMs) return false
  const wentOn = await wentWithout(look, row)
  // Our approval was sent and GitHub's answer lost: unless somebody ended the run, that is what let it through.
  if (row.approvingAt !== null && (wentOn || (run.isComplete && run.conclusion !== 'cancelled'))) {
    await recordApproval(deps, row, (await approvalGround(store, row)) ?? (await groundAgain(look, row)))
    return true
  }
  if (wentOn) return bypass(look, row)
  return run.isComplete ? end(deps, row, 'ended') : false
}

/** Whether GitHub has begun the deployment. One that has failed may never have begun, so it is no proof. */
async function wentWithout({ client, place, run }: Look, { environment, sha, requestedAt }: WaitingDeployment) {
  if (run.isComplete && run.conclusion === 'success') return true
  const ground = await readGround(client, place, environment)
  const about = (ground?.deployments ?? []).filter(one => one.sha === sha && one.createdAt > requestedAt - day)
  const own = about.filter(one => one.runId === run.id)
  // Another run may deploy the same commit; which is which is told by the status, where there is one.
  const meant = own.length > 0 ? own.slice(0, 1) : about.filter(one => one.runId === null)
  return meant.length > 0 && meant.every(one => begun.has(one.state))
}

const begun: ReadonlySet<string> = new Set(['IN_PROGRESS', 'SUCCESS', 'QUEUED', 'ACTIVE'])

async function end({ store, now }: DeploymentDeps, row: WaitingDeployment, state: DeploymentState): Promise<true> {
  if (row.state === 'waiting') await store.deployments.save(row, { state, answeredAt: now() })
  return true
}

/** Somebody who may pass over the rules did; GitHub does not tell who (security.md T-44). */
async function bypass(look: Look, row: WaitingDeployment): Promise<true> {
  const { store, now, log } = look.deps
  const ground = await groundAgain(look, row)
  const at = now()
  await store.transaction(async tx => {
    await tx.ledger.append(deploymentRow('bypassed', row, ground, { id: '0', login: '', at }))
    await tx.deployments.save(row, { state: 'bypassed', answeredAt: at })
  })
  log?.('warn', 'deployment.bypassed', { repository: row.repoId, run: row.runId, environment: row.environment })
  return true
}

async function groundAgain({ client, place }: Look, { environment }: WaitingDeployment): Promise<RowGround> {
  const ground = await readGround(client, place, environment)
  return { branch: ground?.branch ?? '', policySha256: '', signed: {} }
}

/** What is to be said to GitHub; `null`: it has been told already. */
async function answerTo(look: Look, row: WaitingDeployment): Promise<DeploymentAnswer | null> {
  const { deps, place, run } = look
  const { store, now } = deps
  const judge = () => judgeSafely(look, row)
  const ledgerSeq = (await store.ledger.head(row.repoId))?.chainSeq ?? 0
  let judged = await judge()
  if (judged.release && judged.pulls?.length !== 0) {
    // Who is in the roles is read once more before anything is let through (security.md T-17).
    await store.cache.forget(directoryPrefix(place.owner))
    judged = await judge()
  }
  await store.deployments.save(row, { pulls: judged.pulls, judgedAt: now() })
  const { branch, policySha256, signed, release, locale } = judged
  const ends = row.requestedAt + longestWaitMs
  const final = !release && now() - row.requestedAt > lastWordMs
  const last = message('deploy.expires', { day: new Date(ends).toISOString().slice(0, 10) })
  const answer: DeploymentAnswer = {
    key: { repoId: row.repoId, runId: run.id, attempt: row.attempt, environment: row.environment },
    ...place,
    release,
    said: final ? { ...judged.said, next: last } : judged.said,
    locale,
    judgedAt: now(),
    ground: { branch, policySha256, signed },
    ledgerSeq,
    final,
  }
  return release || digestOf(answer) !== row.reportDigest ? answer : null
}

/** What GitHub refuses to tell is said as the reason; what may be told in a moment is asked for again. */
async function judgeSafely({ deps, client, place, run }: Look, row: WaitingDeployment): Promise<Judged> {
  try {
    return await judgeDeployment({ deps, client, place, row }, run)
  } catch (error) {
    const status = statusOf(error)
    const passes = status === 0 || status >= 500 || status === 429 || retryAfter(error, deps.now()) !== null
    if (error instanceof StaleClaim || (passes && !isSlow(row, deps.now()))) throw error
    return hold(unknownBecause('deployments', error))
  }
}

/** Nobody has heard anything of it for so long that they must be told why. */
const isSlow = ({ reportDigest, requestedAt }: WaitingDeployment, now: number): boolean =>
  reportDigest === null && now - requestedAt > 15_000

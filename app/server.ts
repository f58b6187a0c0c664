import { type Config, storePlace } from './config.ts'
import { startDeployments } from './deployments/loop.ts'
import { evidenceEndpoint } from './evidence/index.ts'
import { type Front, type Log, startFront } from './front.ts'
import { connectGitHub } from './github.ts'
import { type LedgerTies, startLedger } from './ledger/index.ts'
import { readPublishedChecks } from './ledger/published-checks.ts'
import { watchLedger } from './ledger/watch.ts'
import { buildInfo } from './metrics/build.ts'
import { collectDeployments } from './metrics/deployments.ts'
import { countedEvidence } from './metrics/evidence.ts'
import { countedFetch } from './metrics/github.ts'
import { verificationSeconds } from './metrics/ledger.ts'
import { countedLog } from './metrics/log.ts'
import { createRegistry } from './metrics/registry.ts'
import { observedStore } from './metrics/store.ts'
import { startReconcile } from './reconcile.ts'
import { catchUpJob, startCatchUp } from './redeliver.ts'
import { checkName } from './sender.ts'
import { describeChainProblem, openStore, type Store } from './store/index.ts'
import { webApp } from './web.ts'
import { startWorker, usualLeaseMs, type Worker } from './worker.ts'

/** The running App. */
export interface AppServer {
  readonly port: number
  readonly store: Store
  readonly worker: Worker
  /** Looks at every open pull request now, as is done at an interval. */
  reconcile(): Promise<void>
  /** Looks at every deployment that waits now, as is done at an interval. */
  deployments(): Promise<void>
  /** Asks GitHub now for what it could not deliver, as is done at an interval. */
  catchUp(): Promise<void>
  /** Verifies every chain of the ledger now, as is done every hour. */
  verifyLedger(): Promise<void>
  /** Takes nothing new, finishes what is under way, lets the data directory go. */
  stop(): Promise<void>
}

/** How often GitHub is asked what it could not deliver. */
const catchUpMs = 5 * 60 * 1000
const day = 24 * 60 * 60 * 1000
/** Payloads of done deliveries are kept this long for looking into complaints. */
const payloadsKeptMs = 7 * day
/** Pull requests that are open for longer are measured again. */
const evidenceKeptMs = 180 * day

/**
 * Starts store, front, worker and reconcile loop. `gatherMs`: how long a pull request's lane waits for more deliveries,
 * so that a storm of them costs a few evaluations and not one each. `burst`: writes that may follow each other. `leaseMs`:
 * after which another instance takes over what this one had begun. `callTimeoutMs`: how long GitHub may take. Rejects, with
 * nothing left running, when one of them cannot start.
 */
export async function startApp(
  config: Config,
  write: Log,
  {
    now = Date.now,
    gatherMs = 400,
    burst = 8,
    leaseMs = usualLeaseMs,
    callTimeoutMs,
  }: {
    readonly now?: () => number
    readonly gatherMs?: number
    readonly burst?: number
    readonly leaseMs?: number
    readonly callTimeoutMs?: number
  } = {},
): Promise<AppServer> {
  const registry = createRegistry()
  const log = countedLog(registry, write)
  registry.collect(() => [buildInfo(config.databaseUrl === undefined ? 'sqlite' : 'postgresql')])
  const store = observedStore(await openStore(storePlace(config)), { registry, log, now })
  collectDeployments(store, registry, now)
  const github = connectGitHub(config, log, countedFetch(registry, now), {
    now,
    ...(callTimeoutMs === undefined ? {} : { timeoutMs: callTimeoutMs }),
  })
  let ledger: LedgerTies
  try {
    const readChecks = () =>
      readPublishedChecks({ store, clientFor: github.clientFor, appId: config.appId, checkName, log })
    ledger = await startLedger({ store, config, readChecks, now, log })
  } catch (error) {
    await store.close()
    throw error
  }
  await tellBrokenLedgers(store, log)
  const webUrl = webUrlOf(config.githubApiUrl)
  const worker = startWorker({
    store,
    now,
    log,
    webUrl,
    publicUrl: config.publicUrl,
    hasPages: config.signIn !== null,
    burst,
    leaseMs,
    clientFor: github.clientFor,
    app: github.app,
    appSlug: github.slug,
    policyRepositories: config.policyRepositories,
    appId: config.appId,
    publishHead: ledger.publish,
  })
  const web = webApp({
    store,
    now,
    log,
    locale: config.locale,
    webUrl,
    pageToken: config.pageToken,
    ledgerKey: ledger.publicPem,
    signIn: config.signIn && {
      ...config.signIn,
      publicUrl: config.publicUrl,
      githubApiUrl: config.githubApiUrl,
      wake: worker.wake,
    },
  })
  let front: Front
  try {
    front = await startFront({
      host: config.host,
      port: config.port,
      secrets: config.webhookSecrets,
      log,
      now,
      accept: async delivery => {
        const outcome = await store.inbox.accept(delivery, gatherMs)
        setTimeout(worker.wake, gatherMs).unref()
        return outcome
      },
      evidence: countedEvidence(
        registry,
        evidenceEndpoint({
          store,
          clientFor: github.clientFor,
          now,
          log,
          policyRepositories: config.policyRepositories,
          issuer: config.oidcIssuer,
          publicUrl: config.publicUrl,
          wake: worker.wake,
        }),
      ),
      ready: async () => (await store.ping()) && (await github.slug()) !== '',
      metrics: registry,
      metricsPort: config.metricsPort,
      web: request => web.fetch(request),
    })
  } catch (error) {
    await worker.stop()
    await ledger.stop()
    await store.close()
    throw error
  }
  const reconcile = startReconcile({ store, github, now, log }, config.reconcileIntervalMs, worker.wake)
  const deployments = startDeployments({ store, now, log }, worker.wake)
  const stopCatchUp = startCatchUp({ store, now }, catchUpMs, worker.wake)
  const watch = watchLedger({
    store,
    published: ledger.published,
    seconds: verificationSeconds(registry),
    now,
    log,
    wake: worker.wake,
  })
  const purge = setInterval(() => {
    store.inbox.purge(now() - payloadsKeptMs).catch(() => {})
    store.cache.purge(now()).catch(() => {})
    store.webSessions.purge(now()).catch(() => {})
    store.wishes.purge(now() - day).catch(() => {})
    store.evidence.purge(now(), now() - evidenceKeptMs).catch(() => {})
  }, day / 24)
  worker.wake()
  log('info', 'app.started', { port: front.port, metricsPort: front.metricsPort })
  return {
    port: front.port,
    store,
    worker,
    reconcile: reconcile.turn,
    deployments: deployments.turn,
    catchUp: async () => {
      await store.inbox.enqueue(catchUpJob(now()))
      worker.wake()
    },
    verifyLedger: watch.verify,
    stop: async () => {
      clearInterval(purge)
      reconcile.stop()
      deployments.stop()
      stopCatchUp()
      await front.stop()
      await watch.stop()
      await worker.stop()
      await ledger.stop()
      await store.close()
    },
  }
}

/** A chain that does not verify holds its repository's sign-offs; the operator must hear of it at once. */
async function tellBrokenLedgers(store: Store, log: Log): Promise<void> {
  for (const repoId of await store.ledger.repositories()) {
    const problem = store.ledger.problem(repoId)
    if (problem !== null) log('error', 'ledger.broken', { repository: repoId, problem: describeChainProblem(problem) })
  }
}

/** Where people see GitHub, from where its API is: `api.github.com` and `ghe.com` have two hosts, Enterprise Server one. */
function webUrlOf(apiUrl: string): string {
  const url = new URL(apiUrl)
  const apart = url.hostname === 'api.github.com' || /^api\.[\w-]+\.ghe\.com$/.test(url.hostname)
  return apart ? `https://${url.hostname.slice('api.'.length)}` : url.origin
}

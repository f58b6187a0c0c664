import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { retryAfter, statusOf } from '../../src/github/client.ts'
import { maxUploadBytes, readUpload } from '../../src/github/evidence-upload.ts'
import type { WorkflowRun } from '../../src/github/runs.ts'
import { isMeasuringEvent, misdirected, type WorkflowClaims } from '../../src/oidc/claims.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { type BodyProblem, bodyReader } from '../front/body.ts'
import type { Answer, Log } from '../front/http.ts'
import { type Limits, rateLimiter } from '../front/limits.ts'
import type { EvidenceRow } from '../store/index.ts'
import type { VerifyToken } from './token.ts'

/** Milliseconds that an expired token is remembered beyond its time, for clocks that differ. */
const tokenKeptMs = 10 * 60 * 1000

export interface EvidenceOptions {
  /** Of the tokens. */
  readonly issuer: string
  /** Address of this App, as the Action has it in `app-url`. */
  readonly audience: string
  readonly verify: VerifyToken
  /** What GitHub and the policy say of the run; see `runOracle`. */
  readonly oracle: RunOracle
  /** Keeps the document and the wish to judge anew in one transaction, durable when it resolves. */
  readonly accept: (claims: Pick<WorkflowClaims, 'jti'>, row: EvidenceRow, tokenUntil: number) => Promise<Accepted>
  readonly log: Log
  readonly now: () => number
  readonly limits?: Partial<EvidenceLimits>
}

export type Accepted = 'stored' | 'known' | 'superseded' | 'replayed'

/** Asks who can know. */
export interface RunOracle {
  /** Whether the App is installed there, by the numeric id. */
  readonly isInstalled: (repositoryId: string) => Promise<boolean>
  /** The run by GitHub's own word; `null`: that repository has no such run. Rejects when GitHub cannot be asked. */
  readonly run: (claims: WorkflowClaims) => Promise<WorkflowRun | null>
  /** Whether the policy of the base branch lets this workflow measure. */
  readonly allows: (claims: WorkflowClaims, run: WorkflowRun) => Promise<boolean>
}

export type EvidenceLimits = Pick<Limits, 'bodyBytes' | 'bufferedBytes' | 'inFlight' | 'burst' | 'perSecond'>

/** Jobs of one organisation often share an address, and each sends one document. */
export const evidenceLimits: EvidenceLimits = {
  bodyBytes: maxUploadBytes,
  bufferedBytes: 16 * 1024 * 1024,
  inFlight: 50,
  burst: 100,
  perSecond: 10,
}

/** Documents of one repository: so many at once, then so many a second. */
const perRepository = { burst: 100, perSecond: 1 }

/** Answers `POST /api/evidence`. Nothing of the body is read before the token is known to be good. */
export function evidenceHandler(options: EvidenceOptions) {
  const limits = { ...evidenceLimits, ...options.limits }
  const isWelcome = rateLimiter(limits, options.now)
  const mayAsk = rateLimiter(perRepository, options.now)
  const withBody = bodyReader(limits)
  let inFlight = 0
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const token = readHead(request)
    if (!token.ok) return token.error
    const claims = await identify(options, token.value)
    if (!claims.ok) return claims.error
    const { repositoryId: repository, runId: run } = claims.value
    // Each document costs calls out of the installation's budget, whoever sends it.
    const answer = mayAsk(repository) ? await withBody(request, body => take(options, claims.value, body)) : rateLimited
    const [code = ''] = answer.text.split(':', 1)
    // Whoever comes without a token of GitHub's writes no lines into our log.
    if (answer.status >= 400) options.log('warn', 'evidence.refused', { status: answer.status, code, repository, run })
    return answer
  }
  return async (request: IncomingMessage): Promise<Answer> => {
    if (!isWelcome(request.socket.remoteAddress ?? '')) return rateLimited
    if (inFlight >= limits.inFlight) return busy
    inFlight++
    try {
      return await answerTo(request)
    } finally {
      inFlight--
    }
  }
}

async function take(
  options: EvidenceOptions,
  claims: WorkflowClaims,
  body: Result<Buffer, BodyProblem>,
): Promise<Answer> {
  if (!body.ok) return bodyAnswers[body.error]
  const run = await judge(options, claims)
  return run.ok ? keep(options, claims, run.value, body.value) : run.error
}

/** One answer for everything that may be wrong with a token: whoever guesses learns nothing (security.md T-86). */
const unauthorized: Answer = {
  status: 401,
  text: 'EVD-TOKEN: a token of the workflow run for this App is required',
  headers: { 'www-authenticate': 'Bearer' },
}
const busy: Answer = { status: 503, text: 'busy', headers: { 'retry-after': '1' } }
const rateLimited: Answer = { status: 429, text: 'too many requests', headers: { 'retry-after': '1' } }
const unavailable = (text: string): Answer => ({ status: 503, text, headers: { 'retry-after': '2' } })
const forbidden = (code: string, text: string): Answer => ({ status: 403, text: `${code}: ${text}` })
const unusable = (text: string): Answer => ({ status: 422, text: `EVD-DOCUMENT: ${text}` })

const bodyAnswers: Readonly<Record<BodyProblem, Answer>> = {
  'too-large': { status: 413, text: `EVD-LARGE: at most ${maxUploadBytes} bytes` },
  busy,
  aborted: { status: 400, text: 'the body ended early' },
}

/** The token, or why the request is refused before anything is looked up. */
function readHead({ headersDistinct: headers }: IncomingMessage): Result<string, Answer> {
  if (headers['content-encoding']) return err({ status: 415, text: 'content-encoding is not accepted' })
  const type = headers['content-type']
  if (type?.length !== 1 || !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type[0] ?? ''))
    return err({ status: 415, text: 'content-type must be application/json' })
  const given = headers.authorization
  const token = given?.length === 1 ? /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(given[0] ?? '')?.[1] : undefined
  return token === undefined ? err(unauthorized) : ok(token)
}

async function identify(
  { verify, issuer, audience, now, log }: EvidenceOptions,
  token: string,
): Promise<Result<WorkflowClaims, Answer>> {
  const claims = await verify(token)
  if (!claims.ok) return err(claims.error === 'invalid' ? unauthorized : unavailable('the keys cannot be read now'))
  const reason = misdirected(claims.value, { issuer, audience, now: now() })
  if (reason === null) return claims
  // The sender is a workflow of GitHub's, so the operator may know which of the two addresses is wrong.
  log('warn', 'evidence.token', { reason, repository: claims.value.repositoryId })
  return err(unauthorized)
}

/** The run that the token is of, as GitHub knows it. Every refusal says what its owner can do about it. */
async function judge(options: EvidenceOptions, claims: WorkflowClaims): Promise<Result<WorkflowRun, Answer>> {
  const { oracle } = options
  if (!isMeasuringEvent(claims.eventName))
    return err(forbidden('EVD-EVENT', `runs on ${claims.eventName} do not measure a pull request`))
  if (!(await oracle.isInstalled(claims.repositoryId)))
    return err(forbidden('EVD-REPOSITORY', 'the App is not installed in this repository'))
  const asked = await asking(options, () => oracle.run(claims))
  if (!asked.ok) return asked
  const run = asked.value
  if (run === null || run.id !== claims.runId || run.repositoryId !== claims.repositoryId)
    return err(forbidden('EVD-RUN', 'GitHub knows no such run of this repository'))
  if (run.event !== claims.eventName) return err(forbidden('EVD-RUN', 'GitHub knows this run by another event'))
  if (run.attempt > claims.runAttempt)
    return err({ status: 409, text: 'EVD-ATTEMPT: a newer attempt of this run exists' })
  if (run.attempt < claims.runAttempt) return err(forbidden('EVD-RUN', 'GitHub knows no such attempt of this run'))
  const allowed = await asking(options, () => oracle.allows(claims, run))
  if (!allowed.ok) return allowed
  if (!allowed.value)
    return err(
      forbidden('EVD-WORKFLOW', 'the policy of the base branch does not name this workflow in evidence.workflows'),
    )
  return ok(run)
}

/** Without an answer nothing is decided; the Action tries again. */
async function asking<T>({ log, now }: EvidenceOptions, ask: () => Promise<T>): Promise<Result<T, Answer>> {
  try {
    return ok(await ask())
  } catch (error) {
    const status = statusOf(error)
    log('warn', 'evidence.github', { status })
    if (status === 403 && retryAfter(error, now()) === null)
      return err(
        forbidden('EVD-PERMISSION', 'the App may not read workflow runs; it needs the permission actions: read'),
      )
    return err(unavailable('GitHub cannot be asked about the run now'))
  }
}

async function keep(
  { accept, log, now }: EvidenceOptions,
  claims: WorkflowClaims,
  run: WorkflowRun,
  body: Buffer,
): Promise<Answer> {
  const text = decode(body)
  if (text === null) return unusable('it is not UTF-8')
  const upload = readUpload(text, { id: claims.runId, attempt: claims.runAttempt })
  if (!upload.ok) return unusable(upload.error)
  const { headSha, coverage, others } = upload.value
  if (headSha !== run.headSha) return forbidden('EVD-HEAD', 'the document is about another commit than the run')
  const row: EvidenceRow = {
    repoId: claims.repositoryId,
    headSha: run.headSha,
    workflow: claims.jobWorkflowRef,
    digest: createHash('sha256').update(body).digest('hex'),
    origin: 'token',
    runId: claims.runId,
    attempt: claims.runAttempt,
    startedAt: run.startedAt,
    parts: [
      ...(coverage === undefined ? [] : ['coverage' as const]),
      ...(others === undefined ? [] : ['others' as const]),
    ],
    document: text,
    receivedAt: now(),
  }
  try {
    const outcome = await accept(claims, row, claims.expiresAt + tokenKeptMs)
    if (outcome === 'replayed') return { status: 409, text: 'EVD-REPLAY: this token was used for another document' }
    log('info', 'evidence.kept', { outcome, repository: row.repoId, run: row.runId, digest: row.digest })
    return { status: outcome === 'stored' ? 201 : 200, text: `${outcome} sha256:${row.digest}` }
  } catch (cause) {
    log('error', 'evidence.not-stored', { problem: cause instanceof Error ? cause.message : String(cause) })
    return unavailable('the document could not be stored')
  }
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return null
  }
}

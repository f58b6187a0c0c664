import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/** What GitHub's token says of the job that holds it. Ids are decimal digits. */
export interface WorkflowClaims {
  readonly issuer: string
  readonly audiences: readonly string[]
  /** Unique for this token. */
  readonly jti: string
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: string
  readonly ownerId: string
  readonly runId: string
  readonly runAttempt: number
  /** `GITHUB_SHA` of the run: with `pull_request` the merge commit, not the head. */
  readonly sha: string
  readonly ref: string
  readonly eventName: string
  /** Workflow that the job is written in: `owner/name/.github/workflows/file.yml@ref`, a reusable one included. */
  readonly jobWorkflowRef: string
  /** Epoch milliseconds. */
  readonly notBefore: number
  readonly expiresAt: number
}

const id = z.string().regex(/^[1-9]\d{0,19}$/)
const seconds = z.number().min(0).max(8_640_000_000)
const short = z.string().min(1).max(1000)

/** Source: https://docs.github.com/actions/reference/security/oidc. What is not needed is not looked at. */
const payload = z.object({
  iss: short,
  aud: z.union([short, z.array(short).min(1).max(10)]),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  jti: z.string().min(8).max(200),
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  repository_id: id,
  repository_owner_id: id,
  run_id: id,
  run_attempt: z.string().regex(/^[1-9]\d{0,5}$/),
  sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  ref: short,
  event_name: z.string().regex(/^[a-z_]{1,50}$/),
  job_workflow_ref: short,
})

/** The payload of a token whose signature was verified. The error names the claim that is missing or odd. */
export function readClaims(value: unknown): Result<WorkflowClaims, string> {
  const read = payload.safeParse(value)
  if (!read.success) return err(String(read.error.issues[0]?.path[0] ?? 'payload'))
  const { data } = read
  return ok({
    issuer: data.iss,
    audiences: typeof data.aud === 'string' ? [data.aud] : data.aud,
    jti: data.jti,
    repository: data.repository,
    repositoryId: data.repository_id,
    ownerId: data.repository_owner_id,
    runId: data.run_id,
    runAttempt: Number(data.run_attempt),
    sha: data.sha,
    ref: data.ref,
    eventName: data.event_name,
    jobWorkflowRef: data.job_workflow_ref,
    notBefore: Math.max(data.iat, data.nbf ?? 0) * 1000,
    expiresAt: data.exp * 1000,
  })
}

/** Who the token must be from and for. */
export interface Expected {
  readonly issuer: string
  /** Address of the App. */
  readonly audience: string
  /** Epoch milliseconds. */
  readonly now: number
}

/** How far clocks may be apart, in milliseconds. */
export const clockSkewMs = 60_000

/** Why the token is nobody's here; `null`: it is from the issuer, for us, and of now. */
export function misdirected(
  claims: WorkflowClaims,
  { issuer, audience, now }: Expected,
): 'issuer' | 'audience' | 'expired' | 'early' | null {
  if (claims.issuer !== issuer) return 'issuer'
  // For several audiences at once anybody among them could use it here.
  if (claims.audiences.length !== 1 || claims.audiences[0] !== audience) return 'audience'
  if (claims.expiresAt + clockSkewMs <= now) return 'expired'
  return claims.notBefore - clockSkewMs > now ? 'early' : null
}

/**
 * Events whose run measures the head of a pull request or the commit of a merge group. `pull_request_target` is not
 * among them: it runs on the base.
 */
const measuringEvents: readonly string[] = ['pull_request', 'pull_request_review', 'merge_group', 'workflow_dispatch']

export const isMeasuringEvent = (event: string): boolean => measuringEvents.includes(event)

/** Number of the pull request whose merge was tested; `null`: the ref is another one. */
export function pullNumberOf(ref: string): number | null {
  const digits = /^refs\/pull\/([1-9]\d{0,9})\/merge$/.exec(ref)?.[1]
  return digits === undefined ? null : Number(digits)
}

import { compactVerify, createRemoteJWKSet, customFetch, decodeProtectedHeader, errors } from 'jose'
import { readClaims, type WorkflowClaims } from '../../src/oidc/claims.ts'
import { err, type Result } from '../../src/result.ts'

/** `invalid`: not a token of the issuer. `unavailable`: the issuer's keys could not be read, so nobody can say. */
export type TokenProblem = 'invalid' | 'unavailable'

/** Verifies the signature of a token and reads its claims; who it is for and how old it is, the caller judges. */
export type VerifyToken = (token: string) => Promise<Result<WorkflowClaims, TokenProblem>>

/** GitHub's tokens have under 3 KiB. */
const maxTokenLength = 12_000
const maxKeysBytes = 256 * 1024
const fetchTimeoutMs = 5_000
/** How long a failure to find the keys is remembered, so that a flood of requests is not passed on to the issuer. */
const failureKeptMs = 2_000

/** Verifies tokens of one issuer by the keys that it publishes. The keys are kept, and read anew for one that is not known. */
export function tokenVerifier(issuer: string, now: () => number): VerifyToken {
  const keys = keysOf(issuer, now)
  return async token => {
    if (token.length > maxTokenLength || !isSignedWithKey(token)) return err('invalid')
    try {
      const { payload } = await compactVerify(token, await keys(), { algorithms: ['RS256'] })
      return claimsIn(payload)
    } catch (error) {
      return err(isVerdict(error) ? 'invalid' : 'unavailable')
    }
  }
}

function claimsIn(payload: Uint8Array): Result<WorkflowClaims, TokenProblem> {
  try {
    const claims = readClaims(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)))
    return claims.ok ? claims : err('invalid')
  } catch {
    return err('invalid')
  }
}

/** Looked at first, so that a token that cannot be valid costs no call. */
function isSignedWithKey(token: string): boolean {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    return alg === 'RS256' && typeof kid === 'string'
  } catch {
    return false
  }
}

/** About the token itself; everything else is about reaching the keys. */
const isVerdict = (error: unknown): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys

type Keys = ReturnType<typeof createRemoteJWKSet>

function keysOf(issuer: string, now: () => number): () => Promise<Keys> {
  let found: Promise<Keys> | undefined
  let failedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (found === undefined && now() - failedAt < failureKeptMs) return Promise.reject(new Error('no keys'))
    found ??= keysAddress(issuer)
      .then(address =>
        createRemoteJWKSet(address, { timeoutDuration: fetchTimeoutMs, [customFetch]: (url, o) => readSmall(url, o) }),
      )
      .catch(error => {
        found = undefined
        failedAt = now()
        throw error
      })
    return found
  }
}

/** As the issuer's own description names it; on another host than the issuer's it would be anybody's. */
async function keysAddress(issuer: string): Promise<URL> {
  const answer = await readSmall(`${issuer}/.well-known/openid-configuration`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(fetchTimeoutMs),
  })
  const description: unknown = await answer.json()
  const uri =
    typeof description === 'object' && description !== null && 'jwks_uri' in description && description.jwks_uri
  const named = typeof description === 'object' && description !== null && 'issuer' in description && description.issuer
  const address = typeof uri === 'string' ? URL.parse(uri) : null
  if (named !== issuer || address?.origin !== new URL(issuer).origin)
    throw new Error('the issuer describes another one')
  return address
}

/** The whole answer, unless it is longer than such documents are. */
async function readSmall(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init)
  if (answer.status !== 200 || answer.body === null) throw new Error(`HTTP ${answer.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > maxKeysBytes) throw new Error('the answer is too long')
    chunks.push(chunk)
  }
  return new Response(Buffer.concat(chunks), { status: 200, headers: { 'content-type': 'application/json' } })
}

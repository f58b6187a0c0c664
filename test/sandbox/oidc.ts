import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { fullName, type RunRecord, type World } from './state.ts'

/** The issuer of the tokens of workflows, where an Enterprise Server has it. */
const issuerPath = '/_services/token'
export const issuerOf = (world: World): string => `${world.url}${issuerPath}`

const kid = 'sandbox-oidc-1'
const lifetimeSeconds = 300

let keys: { readonly privateKey: string; readonly publicKey: string } | undefined

/** The issuer's key pair, PEM; tests forge tokens with the public half. */
export function issuerKeys(): NonNullable<typeof keys> {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return keys
}

/** What the issuer publishes, the runner's end of it, and the host from which artifacts are downloaded. */
export function mountOidc(app: Hono<{ Bindings: HttpBindings }>, world: World): void {
  app.get(`${issuerPath}/.well-known/openid-configuration`, context =>
    context.json({
      issuer: issuerOf(world),
      jwks_uri: `${issuerOf(world)}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    }),
  )
  app.get(`${issuerPath}/.well-known/jwks`, context => {
    const { n, e } = createPublicKey(issuerKeys().publicKey).export({ format: 'jwk' })
    return context.json({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig', kid, n, e }] })
  })
  app.get('/_actions/id-token/:run', context => {
    const run = world.runs.get(Number(context.req.param('run')))
    const bearer = context.req.header('authorization')
    if (run === undefined || bearer !== `Bearer ${requestToken(run)}`) return context.text('Unauthorized', 401)
    const audience = context.req.query('audience') ?? `${world.url}/${run.repository.owner.login}`
    return context.json({ count: 0, value: signToken(claimsOf(world, run, audience)) })
  })
  app.get('/_blobs/:id', context => {
    if (context.req.header('authorization') !== undefined) return context.text('credentials where none belong', 400)
    const artifacts = [...world.runs.values()].flatMap(run => run.artifacts)
    const found = artifacts.find(one => one.id === Number(context.req.param('id')))
    if (found === undefined || context.req.query('sig') !== 'secret') return context.text('not found', 404)
    return context.body(new Uint8Array(found.zip), 200, { 'content-type': 'application/zip' })
  })
}

const requestToken = (run: RunRecord): string => `runner-of-${run.id}`

/** What the runner gives a job with `id-token: write`. */
export const idTokenEnvironment = (world: World, run: RunRecord): Readonly<Record<string, string>> => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: `${world.url}/_actions/id-token/${run.id}?api-version=2.0`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken(run),
})

export type Claims = Readonly<Record<string, unknown>>

/** Names and forms as in https://docs.github.com/actions/reference/security/oidc: ids and counts are texts, times are not. */
export function claimsOf(world: World, run: RunRecord, audience: string): Claims {
  const { repository } = run
  const name = fullName(repository)
  const now = Math.floor(Date.now() / 1000)
  const pull = /^refs\/pull\/\d+\/merge$/.test(run.ref)
  const workflowRef = `${name}/${run.path}@${run.ref}`
  return {
    jti: randomUUID(),
    sub: `repo:${name}:${pull ? 'pull_request' : `ref:${run.ref}`}`,
    aud: audience,
    ref: run.ref,
    sha: run.sha,
    repository: name,
    repository_owner: repository.owner.login,
    repository_owner_id: String(repository.owner.id),
    run_id: String(run.id),
    run_number: String(run.id),
    run_attempt: String(run.attempt),
    repository_visibility: repository.private ? 'private' : 'public',
    repository_id: String(repository.id),
    actor_id: String(run.headRepository.owner.id),
    actor: run.headRepository.owner.login,
    workflow: 'Gates',
    head_ref: '',
    base_ref: '',
    event_name: run.event,
    ref_protected: 'false',
    ref_type: 'branch',
    workflow_ref: workflowRef,
    workflow_sha: run.sha,
    job_workflow_ref: run.jobWorkflowRef ?? workflowRef,
    job_workflow_sha: run.sha,
    runner_environment: 'github-hosted',
    iss: issuerOf(world),
    nbf: now - lifetimeSeconds,
    iat: now,
    exp: now + lifetimeSeconds,
  }
}

/** A token as the issuer makes it; `header` for those that it never would. */
export function signToken(claims: Claims, header: Claims = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid, x5t: kid, ...header })}.${part(claims)}`
  const signature = sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(issuerKeys().privateKey))
  return `${signed}.${signature.toString('base64url')}`
}

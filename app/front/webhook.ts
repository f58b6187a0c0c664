import { createHash, createSecretKey } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../src/result.ts'
import { actsForPerson, type NewDelivery } from '../store/inbox.ts'
import { type BodyProblem, bodyReader } from './body.ts'
import { readDelivery } from './delivery.ts'
import type { Answer, Log } from './http.ts'
import { keptOf } from './kept.ts'
import { type Limits, rateLimiter } from './limits.ts'
import { parsePayload } from './payload.ts'
import { isSigned } from './signature.ts'

/** What became of a webhook request, for the counters. */
export const outcomes = [
  'stored',
  'duplicate',
  /** Signed and well-formed, but nothing that the App acts on. */
  'ignored',
  /** Not signed with one of the secrets. */
  'unsigned',
  /** Headers or body that GitHub does not send. */
  'malformed',
  'too-large',
  'rate-limited',
  'busy',
  /** The store did not take it; GitHub records the failure. */
  'unavailable',
] as const

export type Outcome = (typeof outcomes)[number]

export interface WebhookOptions {
  readonly secrets: readonly string[]
  readonly limits: Limits
  /** Resolves once the delivery is durable; only then is it acknowledged. */
  readonly accept: (delivery: NewDelivery) => Promise<'stored' | 'duplicate'>
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
}

export type WebhookAnswer = Answer & { readonly outcome: Outcome }

/** Answers `POST /api/github/webhooks`. Nothing is parsed before the signature over the raw bytes is verified. */
export function webhookHandler({ secrets, limits, accept, log, now }: WebhookOptions) {
  const isWelcome = rateLimiter(limits, now)
  const withBody = bodyReader(limits)
  const keys = secrets.map(secret => createSecretKey(secret, 'utf8'))
  const refusedSignature = onceASecond(now, count => log('warn', 'webhook.signature-refused', { count }))
  let inFlight = 0

  const receive = async (request: IncomingMessage, head: Head): Promise<WebhookAnswer> => {
    // Nothing of the body is held while the store is waited for.
    const delivery = await withBody(request, body => understand(head, body))
    return delivery.ok ? keep(delivery.value) : delivery.error
  }

  const understand = (head: Head, body: Result<Buffer, BodyProblem>): Result<NewDelivery, WebhookAnswer> => {
    if (!body.ok) return err(bodyAnswers[body.error])
    if (!isSigned(body.value, head.signature, keys)) return err(unsigned)
    const delivery = readSigned(head, body.value, now())
    if (delivery.ok) return delivery.value === null ? err(ignored) : ok(delivery.value)
    const { event, deliveryId } = head
    log('warn', 'webhook.malformed', { code: 'WHK-SHAPE', event, delivery: deliveryId, problem: delivery.error })
    return err(malformed(`WHK-SHAPE: ${delivery.error}`))
  }

  const keep = async (delivery: NewDelivery): Promise<WebhookAnswer> => {
    try {
      const outcome = await accept(delivery)
      const { event, action, deliveryId, lane } = delivery
      log('debug', 'webhook.stored', { event, action, delivery: deliveryId, lane, outcome })
      return { status: 202, text: outcome, outcome }
    } catch (cause) {
      const problem = cause instanceof Error ? cause.message : String(cause)
      log('error', 'webhook.not-stored', { event: delivery.event, delivery: delivery.deliveryId, problem })
      return unavailable
    }
  }

  return async (request: IncomingMessage): Promise<WebhookAnswer> => {
    if (!isWelcome(request.socket.remoteAddress ?? '')) return rateLimited
    if (inFlight >= limits.inFlight) return busy
    const head = readHead(request)
    if (!head.ok) {
      if (head.error.outcome === 'unsigned') refusedSignature()
      return head.error
    }
    inFlight++
    try {
      const answer = await receive(request, head.value)
      if (answer.outcome === 'unsigned') refusedSignature()
      return answer
    } finally {
      inFlight--
    }
  }
}

const unsigned: WebhookAnswer = { status: 401, text: 'the signature does not match', outcome: 'unsigned' }
const ignored: WebhookAnswer = { status: 202, text: 'ignored', outcome: 'ignored' }
const busy: WebhookAnswer = { status: 503, text: 'busy', outcome: 'busy', headers: { 'retry-after': '1' } }
const rateLimited: WebhookAnswer = {
  status: 429,
  text: 'too many requests',
  outcome: 'rate-limited',
  headers: { 'retry-after': '1' },
}
const unavailable: WebhookAnswer = { status: 503, text: 'the delivery could not be stored', outcome: 'unavailable' }
const malformed = (text: string): WebhookAnswer => ({ status: 400, text, outcome: 'malformed' })
const unsupported = (text: string): WebhookAnswer => ({ status: 415, text, outcome: 'malformed' })

const bodyAnswers: Readonly<Record<BodyProblem, WebhookAnswer>> = {
  'too-large': { status: 413, text: 'the body is larger than GitHub sends', outcome: 'too-large' },
  busy,
  aborted: malformed('the body ended early'),
}

interface Head {
  readonly event: string
  readonly deliveryId: string
  readonly signature: string
}

/** Everything that can be refused before a byte of the body is read. */
function readHead(request: IncomingMessage): Result<Head, WebhookAnswer> {
  const { headersDistinct: headers } = request
  if (headers['content-encoding']) return err(unsupported('content-encoding is not accepted'))
  if (!isJson(headers['content-type'])) return err(unsupported('content-type must be application/json'))
  const signature = only(headers['x-hub-signature-256'])
  if (signature === null) return err(unsigned)
  const event = only(headers['x-github-event'])
  if (event === null || !/^[a-z0-9_]{1,64}$/.test(event))
    return err(malformed('x-github-event must be given once, as GitHub writes it'))
  const deliveryId = only(headers['x-github-delivery'])
  if (deliveryId === null || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(deliveryId)) {
    return err(malformed('x-github-delivery must be given once, as a GUID'))
  }
  return ok({ event, deliveryId: deliveryId.toLowerCase(), signature })
}

const only = (values: readonly string[] | undefined): string | null =>
  values?.length === 1 ? (values[0] ?? null) : null

const isJson = (values: readonly string[] | undefined): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(only(values) ?? '')

/** Reads a body whose signature was verified. `null`: nothing to do for it. */
function readSigned({ event, deliveryId }: Head, body: Buffer, receivedAt: number): Result<NewDelivery | null, string> {
  const text = decode(body)
  if (text === null) return err('the body is not UTF-8')
  const payload = parsePayload(text)
  if (!payload.ok) return payload
  const facts = readDelivery(event, payload.value)
  if (!facts.ok) return facts
  if (!facts.value.relevant) return ok(null)
  const { lane, action, repoId, installationId } = facts.value
  const bodySha256 = actsForPerson.has(event) ? createHash('sha256').update(body).digest('hex') : ''
  const kept = JSON.stringify(keptOf(event, payload.value))
  return ok({ deliveryId, event, action, lane, repoId, installationId, bodySha256, payload: kept, receivedAt })
}

/** `ignoreBOM` keeps a byte order mark, which JSON does not allow. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(body: Buffer): string | null {
  try {
    return utf8.decode(body)
  } catch {
    return null
  }
}

/** Reports at most once a second how often it was called since. The last few calls of a burst wait for the next one. */
function onceASecond(now: () => number, report: (count: number) => void): () => void {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  return () => {
    count++
    const at = now()
    if (at - last < 1000) return
    report(count)
    count = 0
    last = at
  }
}

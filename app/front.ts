import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Answer, type Log, send } from './front/http.ts'
import { defaultLimits, type Limits } from './front/limits.ts'
import { listenForMetrics, metricsAnswer } from './front/metrics-port.ts'
import { outcomes, type WebhookOptions, webhookHandler } from './front/webhook.ts'
import { processFigures } from './metrics/process.ts'
import { createRegistry, type Registry } from './metrics/registry.ts'

export type { Log } from './front/http.ts'
export type { Limits } from './front/limits.ts'

export interface FrontOptions extends Omit<WebhookOptions, 'limits'> {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly limits?: Partial<Limits>
  /** Whether verdicts can be given now: store and GitHub credentials work. A rejection counts as no. */
  readonly ready: () => Promise<boolean>
  /** Where the front's figures go, and what `/metrics` shows. Left out: only the front's own. */
  readonly metrics?: Registry
  /** Port for `/metrics` alone; 0: any free one. Left out: beside everything else. */
  readonly metricsPort?: number | undefined
  /** Answers `POST /api/evidence`; left out: 404. Its limits are its own. */
  readonly evidence?: (request: IncomingMessage) => Promise<Answer>
  /** Everything else; left out: 404. */
  readonly web?: (request: Request) => Response | Promise<Response>
}

export interface Front {
  readonly port: number
  readonly metricsPort: number
  /** Answers new requests with 503, waits for those in flight, then closes the port. */
  stop(): Promise<void>
}

export const webhookPath = '/api/github/webhooks'
export const evidencePath = '/api/evidence'

/** Starts the HTTP server. Rejects when the port cannot be had. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const limits = { ...defaultLimits, ...options.limits }
  const metrics = options.metrics ?? createRegistry()
  const { webhooks, acknowledged } = frontFigures(metrics)
  const receive = webhookHandler({ ...options, limits })
  const web = options.web && getRequestListener(options.web, { overrideGlobalObjects: false })
  let stopping = false

  const webhook = async (request: IncomingMessage): Promise<Answer> => {
    const start = performance.now()
    const answer = await receive(request)
    webhooks.add({ outcome: answer.outcome })
    if (answer.status === 202) acknowledged.observe((performance.now() - start) / 1000)
    return answer
  }

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const reply = async (methods: readonly string[], answer: () => Promise<Answer>) =>
      send(request, response, methods.includes(request.method ?? '') ? await answer() : methodNotAllowed(methods))
    if (path === '/healthz') return reply(reading, async () => ({ status: 200, text: 'ok' }))
    if (path === '/readyz') return reply(reading, () => readiness(stopping, options.ready))
    if (stopping) return send(request, response, closing)
    if (path === webhookPath) return reply(['POST'], () => webhook(request))
    const { evidence } = options
    if (path === evidencePath && evidence) return reply(['POST'], () => evidence(request))
    if (path === '/metrics' && options.metricsPort === undefined) return reply(reading, () => metricsAnswer(metrics))
    if (web) return web(request, response)
    return send(request, response, { status: 404, text: 'not found' })
  }

  /** Twice for each request: until it is worked on no more, and until its answer is written or the connection is gone. */
  let inFlight = 0
  let onIdle = (): void => {}
  const leave = (): void => {
    inFlight -= 1
    if (inFlight === 0) onIdle()
  }
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(1000, limits.headersMs),
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      inFlight += 2
      response.once('close', leave)
      route(request, response)
        .catch(cause => fail(request, response, cause, options.log))
        .then(leave, leave)
    },
  )
  const port = await listen(server, options)
  const apart = await metricsApart(metrics, options).catch(async error => {
    await close(server)
    throw error
  })
  return {
    port,
    metricsPort: apart?.port ?? port,
    stop: async () => {
      stopping = true
      const idle = inFlight === 0 ? undefined : new Promise<void>(resolve => (onIdle = resolve))
      await Promise.race([idle, delay(limits.stopMs)])
      await close(server)
      await apart?.close()
    },
  }
}

/** Stays until the end, so that the drain can be watched. */
const metricsApart = async (metrics: Registry, { host, metricsPort }: FrontOptions) =>
  metricsPort === undefined ? null : listenForMetrics(metrics, { host, port: metricsPort })

const reading = ['GET', 'HEAD'] as const
const closing: Answer = { status: 503, text: 'the server is stopping', headers: { connection: 'close' } }
const methodNotAllowed = (methods: readonly string[]): Answer => ({
  status: 405,
  text: 'method not allowed',
  headers: { allow: methods.join(', ') },
})

async function readiness(stopping: boolean, ready: () => Promise<boolean>): Promise<Answer> {
  const isReady = !stopping && (await ready().catch(() => false))
  return isReady ? { status: 200, text: 'ready' } : { status: 503, text: stopping ? 'stopping' : 'not ready' }
}

function frontFigures(metrics: Registry) {
  metrics.collect(processFigures)
  const webhooks = metrics.counter(
    'delivery_gates_webhooks_total',
    'Webhook requests since the start, by what became of them.',
  )
  // From zero: a counter that begins at one shows no increase.
  for (const outcome of outcomes) webhooks.add({ outcome }, 0)
  return {
    webhooks,
    acknowledged: metrics.histogram(
      'delivery_gates_webhook_acknowledge_seconds',
      'Time from the head of a webhook to its acknowledgement, for those that were acknowledged.',
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    ),
  }
}

/** A defect of ours: named in the log, not in the answer. */
async function fail(request: IncomingMessage, response: ServerResponse, cause: unknown, log: Log): Promise<void> {
  log('error', 'http.failed', { problem: cause instanceof Error ? cause.message : String(cause) })
  if (response.headersSent) response.destroy()
  else await send(request, response, { status: 500, text: 'internal error' })
}

function listen(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

const delay = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms).unref())

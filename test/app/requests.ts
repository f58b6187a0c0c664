import { type OutgoingHttpHeaders, request } from 'node:http'
import type { Limits, Log } from '../../app/front.ts'
import { type FrontOptions, startFront } from '../../app/front.ts'
import type { NewDelivery } from '../../app/store/index.ts'
import { secret, signedHeaders } from './payloads.ts'

export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** One request as exact bytes; a list as a header's value sends the header once per entry. `body` may be a stream of chunks. */
export function send(
  port: number,
  options: {
    path?: string
    method?: string
    headers?: OutgoingHttpHeaders
    body?: string | Uint8Array | Iterable<Uint8Array>
  },
): Promise<Reply> {
  const { path = '/api/github/webhooks', method = 'POST', headers = {}, body = '' } = options
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', chunk => {
        text += chunk
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: text.trim(), headers: response.headers }),
      )
    })
    outgoing.on('error', reject)
    if (typeof body === 'string' || body instanceof Uint8Array) outgoing.end(body)
    else pump(outgoing, body[Symbol.iterator]())
  })
}

function pump(outgoing: import('node:http').ClientRequest, chunks: Iterator<Uint8Array>): void {
  for (;;) {
    const { value, done } = chunks.next()
    if (done || outgoing.destroyed) return void outgoing.end()
    if (!outgoing.write(value)) return void outgoing.once('drain', () => pump(outgoing, chunks))
  }
}

/** A signed delivery, as GitHub sends it. */
export const deliver = (
  port: number,
  event: string,
  delivery: string,
  payload: unknown,
  headers: OutgoingHttpHeaders = {},
) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return send(port, { headers: { ...signedHeaders(event, delivery, body), ...headers }, body })
}

export interface LogLine {
  readonly level: Parameters<Log>[0]
  readonly event: string
  readonly fields: unknown
}

/** The front on a free port with a store that only remembers. */
export async function testFront(
  options: Partial<Omit<FrontOptions, 'limits'>> & { readonly limits?: Partial<Limits> } = {},
) {
  const accepted: NewDelivery[] = []
  const lines: LogLine[] = []
  const front = await startFront({
    host: '127.0.0.1',
    port: 0,
    secrets: [secret],
    accept: async delivery => {
      if (accepted.some(({ deliveryId }) => deliveryId === delivery.deliveryId)) return 'duplicate'
      accepted.push(delivery)
      return 'stored'
    },
    ready: async () => true,
    log: (level, event, fields) => lines.push({ level, event, fields }),
    now: Date.now,
    ...options,
  })
  return { ...front, accepted, lines }
}

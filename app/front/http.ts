import type { IncomingMessage, ServerResponse } from 'node:http'

/** One log line: an event name and plain fields. Fields never carry payloads, signatures, keys or tokens. */
export type Log = (
  level: 'error' | 'warn' | 'info' | 'debug',
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void

export interface Answer {
  readonly status: number
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
}

const lingerMs = 1000

/** Sends a short text. What is left of the request is thrown away for a moment, so that the sender reads the answer. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text, headers }: Answer,
): Promise<void> {
  const body = `${text}\n`
  const unread = !request.complete && hasBody(request)
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(unread ? { connection: 'close' } : {}),
    ...headers,
  })
  const content = request.method === 'HEAD' ? '' : body
  if (unread) {
    response.write(content)
    await discard(request)
    response.end()
  } else response.end(content)
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function discard(request: IncomingMessage): Promise<void> {
  return new Promise(resolve => {
    const settle = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(settle, lingerMs)
    request.once('end', settle)
    request.once('close', settle)
    request.once('error', settle)
    request.resume()
  })
}

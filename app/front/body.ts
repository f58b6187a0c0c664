import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../src/result.ts'
import type { Limits } from './limits.ts'

/** `too-large`: over the limit of one body. `busy`: all bodies together would take too much memory. `aborted`: the sender left. */
export type BodyProblem = 'too-large' | 'busy' | 'aborted'

/** Reads bodies whole, and never keeps more bytes than the limits allow. The front holds one of these. */
export function bodyReader({ bodyBytes, bufferedBytes }: Pick<Limits, 'bodyBytes' | 'bufferedBytes'>) {
  let buffered = 0
  return async <T>(
    request: IncomingMessage,
    use: (body: Result<Buffer, BodyProblem>) => T | Promise<T>,
  ): Promise<T> => {
    if (Number(request.headers['content-length'] ?? 0) > bodyBytes) return use(err('too-large'))
    let held = 0
    const chunks: Buffer[] = []
    const take = (chunk: Buffer): BodyProblem | null => {
      held += chunk.length
      buffered += chunk.length
      chunks.push(chunk)
      if (held > bodyBytes) return 'too-large'
      return buffered > bufferedBytes ? 'busy' : null
    }
    try {
      const problem = await receive(request, take)
      const body = problem ? null : Buffer.concat(chunks)
      // The pieces are not needed any more; kept, they would double the memory while the body is worked on.
      chunks.length = 0
      return await use(body ? ok(body) : err(problem ?? 'aborted'))
    } finally {
      buffered -= held
    }
  }
}

/** Feeds chunks to `take` until the end, or until it objects. */
function receive(request: IncomingMessage, take: (chunk: Buffer) => BodyProblem | null): Promise<BodyProblem | null> {
  return new Promise(resolve => {
    const settle = (problem: BodyProblem | null) => {
      request.removeListener('data', onData)
      resolve(problem)
    }
    const onData = (chunk: Buffer) => {
      const problem = take(chunk)
      if (problem) settle(problem)
    }
    request.on('data', onData)
    request.once('end', () => settle(null))
    request.once('close', () => settle('aborted'))
    request.once('error', () => settle('aborted'))
  })
}

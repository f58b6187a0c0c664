import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeUpload } from '../src/github/evidence-upload.ts'
import { type Message, message } from '../src/locales/message.ts'
import type { Runner } from './context.ts'
import type { Job, Measured } from './job.ts'
import type { OthersMeasured } from './others.ts'

/**
 * How what was measured reaches the App. `done`: it has it. `left`: this run has no token; the App fetches an artifact.
 * `failed`: it has it not. `not meant`: there is no App, or nothing that is new.
 */
export type HandedOver = 'done' | 'left' | 'failed' | 'not meant'

/** Trying again included, in milliseconds. */
const budget = 60_000
const callMs = 15_000

/** Hands what this run measured to the App, with a token of the run itself. The token is never printed, nor kept. */
export async function handOver(
  job: Job,
  headSha: string,
  { measured, others }: { readonly measured: Measured; readonly others: OthersMeasured },
): Promise<HandedOver> {
  const { inputs, context, log } = job
  const document = inputs.appUrl === null ? null : writeUpload(headSha, measured.fresh, others.fresh)
  if (inputs.appUrl === null || document === null) return 'not meant'
  const { idToken } = context.runner
  if (idToken === null) return leave(job, document)
  const told = await upload(new URL(inputs.appUrl), idToken, document)
  if (told.code === 'action.evidence.done') {
    log.info(told)
    return 'done'
  }
  log.annotate('warning', told)
  return 'failed'
}

/** Without a token: as a file, for a later step to keep as an artifact. */
async function leave({ context, log }: Job, document: string): Promise<HandedOver> {
  const { subject, runner } = context
  const fork = subject.kind === 'pull-request' && subject.fork
  const path = join(runner.temp, 'delivery-gates-evidence.json')
  try {
    await writeFile(path, document)
    log.output('evidence', path)
  } catch {
    log.annotate('warning', message('action.evidence.unwritable', {}))
    return 'failed'
  }
  log.info(fork ? message('action.evidence.fork', {}) : message('action.evidence.noToken', {}))
  return fork ? 'left' : 'failed'
}

async function upload(app: URL, idToken: NonNullable<Runner['idToken']>, document: string): Promise<Message> {
  const audience = app.href.replace(/\/+$/, '')
  const deadline = Date.now() + budget
  try {
    const token = await tokenFor(audience, idToken, deadline)
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await persistently(deadline, () => call('POST', `${audience}/api/evidence`, headers, document))
    const detail = answer.text.trim().slice(0, 300)
    return answer.status === 200 || answer.status === 201
      ? message('action.evidence.done', { detail })
      : message('action.evidence.refused', { status: answer.status, detail, audience })
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : undefined
    return message('action.evidence.failed', { audience, detail: detail ?? '', seconds: budget / 1000 })
  }
}

/** A token of this run that only this App takes. */
async function tokenFor(
  audience: string,
  { url, token }: NonNullable<Runner['idToken']>,
  deadline: number,
): Promise<string> {
  const address = new URL(url)
  address.searchParams.set('audience', audience)
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  const answer = await persistently(deadline, () => call('GET', address.href, headers))
  const value = answer.status === 200 ? valueIn(answer.text) : null
  // The answer itself may hold the token.
  if (value === null) throw new Error(`the runner's token service: HTTP ${answer.status}`)
  return value
}

function valueIn(text: string): string | null {
  try {
    const answer: unknown = JSON.parse(text)
    const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

/** Proxies and certificates of the runner are honoured; redirects are not followed, since the token would travel along. */
async function call(
  method: 'GET' | 'POST',
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | null = null,
): Promise<Answer> {
  const { HttpClient } = await import('@actions/http-client')
  const options = { allowRedirects: false, allowRetries: false, socketTimeout: callMs }
  const client = new HttpClient('delivery-gates-action', [], options)
  try {
    const response = await client.request(method, url, body, { ...headers })
    return { status: response.message.statusCode ?? 0, text: await response.readBody() }
  } finally {
    client.dispose()
  }
}

const isPassing = (status: number): boolean => status === 429 || status >= 500

/** Repeats what failed for a passing reason. The App takes the same document any number of times. */
async function persistently(deadline: number, ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    const wait = 500 * 2 ** Math.min(attempt, 4)
    const isLast = Date.now() + wait > deadline
    try {
      const answer = await ask()
      if (isLast || !isPassing(answer.status)) return answer
    } catch (error) {
      if (isLast) throw error
    }
    await sleep(wait)
  }
}

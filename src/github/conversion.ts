import { createPrivateKey } from 'node:crypto'
import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import { readBounded } from './bounded.ts'

/** A freshly registered App, with secrets that GitHub shows this once. */
export interface RegisteredApp {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** The App's page on GitHub. */
  readonly htmlUrl: string
  /** PEM, PKCS#1. */
  readonly privateKey: string
  readonly webhookSecret: string
  /** For people who sign in on the App's pages. */
  readonly clientId: string
  readonly clientSecret: string
}

const timeoutMs = 15_000
const maxBytes = 1024 * 1024
/** As the App's own configuration asks for (app/config.ts). */
const minSecret = 32

/**
 * Trades the one-time code of the manifest flow for the App. Called once: GitHub takes a code once, so a failed call is
 * not repeated. Errors name no secret.
 */
export async function convertManifest(apiUrl: string, code: string): Promise<Result<RegisteredApp, Message>> {
  let status: number
  let text: string
  try {
    const response = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
      method: 'POST',
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'delivery-gates-cli' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    status = response.status
    text = await readBounded(response, maxBytes)
  } catch (error) {
    return err(message('cli.app.unreachable', { detail: causeOf(error) }))
  }
  if (status === 404) return err(message('cli.app.expired', {}))
  if (status !== 201) return err(message('cli.app.status', { status, detail: explanation(text) }))
  return readApp(text)
}

/** `fetch failed` says nothing; its cause does. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : error.message
}

/** GitHub's own words for a refusal, from a body that says them. */
function explanation(text: string): string {
  const body = parse(text)
  return typeof body?.message === 'string' ? body.message.slice(0, 200) : ''
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function readApp(text: string): Result<RegisteredApp, Message> {
  const body = parse(text)
  if (body === null) return err(message('cli.app.broken', { what: 'JSON' }))
  const { id, slug, name, html_url: htmlUrl, pem, webhook_secret: webhookSecret } = body
  const { client_id: clientId, client_secret: clientSecret } = body
  const wrong = (what: string) => err(message('cli.app.broken', { what }))
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return wrong('id')
  if (typeof slug !== 'string' || !/^[\w-]{1,100}$/.test(slug)) return wrong('slug')
  if (typeof htmlUrl !== 'string' || !URL.canParse(htmlUrl)) return wrong('html_url')
  if (typeof pem !== 'string' || !isRsaKey(pem)) return wrong('pem')
  if (!isPlain(webhookSecret) || webhookSecret.length < minSecret) return wrong('webhook_secret')
  if (!isPlain(clientId)) return wrong('client_id')
  if (!isPlain(clientSecret)) return wrong('client_secret')
  return ok({
    id,
    slug,
    name: typeof name === 'string' ? name : slug,
    htmlUrl,
    privateKey: `${pem.trim().replaceAll('\r\n', '\n')}\n`,
    webhookSecret,
    clientId,
    clientSecret,
  })
}

/** Written into a file of NAME=VALUE lines, so nothing that would need quotes there. */
const isPlain = (value: unknown): value is string => typeof value === 'string' && /^[\w.~+/=-]+$/.test(value)

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegisteredApp } from '../src/github/conversion.ts'
import { message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'
import type { Refusal } from './command.ts'

const keyName = 'private-key.pem'
const envName = 'app.env'

/** Absolute paths. */
export interface Written {
  readonly keyPath: string
  readonly envPath: string
}

/** The folder exists, can be written to, and holds nothing that would be lost. */
export function prepareFolder(folder: string, force: boolean): Result<null, Refusal> {
  const fail = (path: string, code: string) => err({ place: { path }, message: message('cli.app.folder', { code }) })
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!statSync(folder).isDirectory()) return fail(folder, 'ENOTDIR')
    accessSync(folder, constants.W_OK | constants.X_OK)
    // A folder of secrets inside a checkout must not be committed by accident.
    if (readdirSync(folder).length === 0) writeFileSync(join(folder, '.gitignore'), '*\n')
  } catch (error) {
    return fail(folder, codeOf(error))
  }
  const there = [keyName, envName].map(name => join(folder, name)).find(existsSync)
  if (there !== undefined && !force) return err({ place: { path: there }, message: message('cli.app.exists', {}) })
  return ok(null)
}

interface Secrets {
  readonly app: RegisteredApp
  readonly publicUrl: string
  /** Left out: github.com. */
  readonly apiUrl?: string
  readonly force: boolean
}

/** Writes the key and the file of variables, both readable by their owner only. */
export function writeSecrets(
  folder: string,
  { app, publicUrl, apiUrl, force }: Secrets,
): Result<Written, { readonly path: string; readonly code: string }> {
  const keyPath = join(folder, keyName)
  const envPath = join(folder, envName)
  const variables = {
    APP_ID: String(app.id),
    PRIVATE_KEY_PATH: keyPath,
    WEBHOOK_SECRET: app.webhookSecret,
    PUBLIC_URL: publicUrl,
    GITHUB_CLIENT_ID: app.clientId,
    GITHUB_CLIENT_SECRET: app.clientSecret,
    SESSION_SECRET: randomBytes(32).toString('base64url'),
    ...(apiUrl === undefined ? {} : { GITHUB_API_URL: apiUrl }),
  }
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}\n`)
  for (const [path, text] of [
    [keyPath, app.privateKey],
    [envPath, lines.join('')],
  ] as const) {
    try {
      if (force) rmSync(path, { force: true })
      writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true })
    } catch (error) {
      return err({ path, code: codeOf(error) })
    }
  }
  return ok({ keyPath, envPath })
}

/** Bare where every reader of such files agrees; quotes only where a path needs them. */
const quoted = (value: string): string => (/^[\w.~+/=:@-]*$/.test(value) ? value : `"${value}"`)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

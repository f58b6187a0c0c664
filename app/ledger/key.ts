import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckpointKey, readCheckpointKey, type Statement, signStatement } from '../../src/ledger/checkpoint.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { OperatorProblem } from '../problem.ts'
import type { LedgerSettings } from './settings.ts'

/** The App's own key for checkpoints. */
export interface LedgerKey extends CheckpointKey {
  /** PEM, for whoever verifies. */
  readonly publicPem: string
  /** One line. */
  readonly sign: (statement: Statement) => string
}

/** The key cannot be used; the message holds nothing of it. */
export class LedgerKeyProblem extends OperatorProblem {
  constructor(told: Message, options?: ErrorOptions) {
    super([told], options)
    this.name = 'LedgerKeyProblem'
  }
}

export const ledgerKeyFile = 'ledger-key.pem'

export interface KeyPlace extends Pick<LedgerSettings, 'key' | 'keyPath'> {
  readonly dataDir: string
  readonly databaseUrl?: string
}

/**
 * The configured key; else that of the data directory, which `make` allows to be made. Null: there is none. On
 * PostgreSQL every instance would make another one, so there the key must be configured.
 */
export function openLedgerKey(place: KeyPlace, { make }: { readonly make: boolean }): LedgerKey | null {
  if (place.key !== undefined) return readKey(place.key, 'LEDGER_KEY')
  if (place.keyPath !== undefined) return readKeyFile(place.keyPath)
  if (place.databaseUrl !== undefined) return null
  const path = join(place.dataDir, ledgerKeyFile)
  if (make) makeKeyFile(place.dataDir, path)
  return isThere(path) ? readKeyFile(path) : null
}

function readKeyFile(path: string): LedgerKey {
  let text: string
  try {
    const mode = statSync(path).mode & 0o777
    if ((mode & 0o077) !== 0)
      throw new LedgerKeyProblem(message('start.openLedgerKey', { path, mode: mode.toString(8) }))
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if (cause instanceof LedgerKeyProblem) throw cause
    throw new LedgerKeyProblem(message('start.ledgerKeyUnread', { path, code: codeOf(cause) }), { cause })
  }
  return readKey(text, path)
}

function readKey(pem: string, name: string): LedgerKey {
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(pem)
  } catch {
    throw new LedgerKeyProblem(message('start.ledgerKey', { name }))
  }
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  const key = readCheckpointKey(publicPem)
  if (!key.ok) throw new LedgerKeyProblem(message('start.ledgerKey', { name }))
  const { id } = key.value
  return { ...key.value, publicPem, sign: statement => signStatement(statement, id, privateKey) }
}

/** Whole or not at all, and never over one that is there: another process may make it at the same moment. */
function makeKeyFile(dataDir: string, path: string): void {
  if (isThere(path)) return
  const fresh = `${path}.${process.pid}`
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('ed25519')
    const file = openSync(fresh, 'wx', 0o600)
    try {
      writeSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    linkSync(fresh, path)
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST')
      throw new LedgerKeyProblem(message('start.ledgerKeyUnwritten', { path, code: codeOf(cause) }), { cause })
  } finally {
    rmSync(fresh, { force: true })
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'not possible'

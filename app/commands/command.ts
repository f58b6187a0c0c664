import { readFileSync } from 'node:fs'
import { type CheckpointKey, readCheckpointKey } from '../../src/ledger/checkpoint.ts'
import type { PublishedText } from '../../src/ledger/verification.ts'
import type { Locale } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Config, Environment } from '../config.ts'
import type { LedgerSettings } from '../ledger/settings.ts'

/** What a command may touch besides files and the store. */
export interface Outside {
  readonly env: Environment
  readonly print: (text: string) => void
  readonly warn: (text: string) => void
}

export interface CommandInput {
  readonly operands: readonly string[]
  readonly checkpointFiles: readonly string[]
  readonly keyFiles: readonly string[]
  /** Where the App keeps its ledger. */
  readonly place: Pick<Config, 'dataDir' | 'databaseUrl'> & LedgerSettings
  readonly locale: Locale
  readonly print: (text: string) => void
}

/** A command of the App for its operator: one file, and one line in the registry. */
export interface AdminCommand {
  /** How it is written, e.g. `ledger export FILE`. */
  readonly form: string
  readonly operands: number
  /** Whether it takes `--checkpoint FILE` and `--key PUBLIC.pem`, each any number of times. */
  readonly compares: boolean
  /** Exit code: 0 done, 1 the ledger cannot be trusted. Throws CommandRefused, OperatorProblem. */
  readonly run: (input: CommandInput) => Promise<0 | 1>
}

/** Wrong usage or input: one line, exit code 2. */
export class CommandRefused extends Error {
  readonly place: string | null
  readonly told: Message
  constructor(told: Message, place: string | null = null) {
    super(told.code)
    this.name = 'CommandRefused'
    this.told = told
    this.place = place
  }
}

/** Errors of files as a refusal that names the file. */
export async function withFile<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) throw cause
    throw new CommandRefused(message('admin.file', { code: String(cause.code) }), path)
  }
}

export const readTexts = (files: readonly string[]): Promise<readonly PublishedText[]> =>
  Promise.all(
    files.map(path =>
      withFile(path, () => {
        const text = readFileSync(path, 'utf8')
        if (/delivery-gates-ledger(?:-loss)?\/v/.test(text)) return { path, text }
        throw new CommandRefused(message('cli.ledger.noCheckpoint', {}), path)
      }),
    ),
  )

export const readKeys = (files: readonly string[]): Promise<readonly CheckpointKey[]> =>
  Promise.all(
    files.map(path =>
      withFile(path, () => {
        const key = readCheckpointKey(readFileSync(path, 'utf8'))
        if (key.ok) return key.value
        throw new CommandRefused(message('cli.ledger.notAKey', {}), path)
      }),
    ),
  )

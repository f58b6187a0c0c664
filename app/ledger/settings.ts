import { type Message, message } from '../../src/locales/message.ts'
import { err, ok, type Result } from '../../src/result.ts'
import type { Environment } from '../config.ts'

/** How the ledger is tied to what is outside its database. */
export interface LedgerSettings {
  /** Ed25519 key as PEM, or the file that has it. Neither: one is made in the data directory. */
  readonly key?: string
  readonly keyPath?: string
  /** File to which checkpoints are added, and which is compared with the ledger at every start. */
  readonly checkpointFile?: string
  /** Rows that were published and are gone are given up instead of refusing to start. */
  readonly acceptLoss: boolean
  /** Logins and words of pull requests that are no longer open are erased after so many days. Left out: never. */
  readonly personalDays?: number
}

/** Whoever looks into a complaint needs the names for a while. */
const leastDays = 30

export function readLedgerSettings(env: Environment): Result<LedgerSettings, Message> {
  const { LEDGER_KEY: key, LEDGER_KEY_PATH: keyPath, CHECKPOINT_FILE: checkpointFile } = env
  if (isSet(key) && isSet(keyPath)) return err(message('start.both', { names: ['LEDGER_KEY', 'LEDGER_KEY_PATH'] }))
  // A key that was pasted into the wrong variable must not be printed as a path.
  if (isSet(keyPath) && /\n|BEGIN|^.{300}/.test(keyPath))
    return err(message('start.noPath', { name: 'LEDGER_KEY_PATH', instead: 'LEDGER_KEY' }))
  const accepted = env.ACCEPT_LOSS?.trim() ?? ''
  if (!['', '0', '1'].includes(accepted)) return err(message('start.acceptLoss', {}))
  if (isSet(checkpointFile) && isSet(env.DATABASE_URL) && !isSet(key) && !isSet(keyPath))
    return err(message('start.checkpointKey', {}))
  const days = env.LEDGER_PERSONAL_DAYS?.trim() ?? ''
  if (days !== '' && !(/^\d{1,5}$/.test(days) && Number(days) >= leastDays))
    return err(message('start.personalDays', { least: leastDays, most: 99_999 }))
  return ok({
    ...(isSet(key) ? { key: `${key.trim().replaceAll('\\n', '\n')}\n` } : {}),
    ...(isSet(keyPath) ? { keyPath: keyPath.trim() } : {}),
    ...(isSet(checkpointFile) ? { checkpointFile: checkpointFile.trim() } : {}),
    acceptLoss: accepted === '1',
    ...(days === '' ? {} : { personalDays: Number(days) }),
  })
}

const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== ''

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type CheckpointKey, readCheckpointKey } from '../../src/ledger/checkpoint.ts'

export interface KeyPair extends CheckpointKey {
  readonly privateKey: KeyObject
  readonly publicPem: string
}

/** A fresh key to sign checkpoints with. */
export function newKey(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const key = readCheckpointKey(publicPem)
  if (!key.ok) throw new Error(key.error)
  return { ...key.value, privateKey, publicPem }
}

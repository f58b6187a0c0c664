import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Statement } from '../src/ledger/checkpoint.ts'
import { type CheckpointKey, readCheckpointKey } from '../src/ledger/checkpoint.ts'
import { type ExportFault, linesIn, readExport } from '../src/ledger/read-export.ts'
import {
  concludeVerification,
  type PublishedText,
  readPublished,
  type Verification,
} from '../src/ledger/verification.ts'
import { type ChainVerdict, chainVerifier } from '../src/ledger/verify.ts'
import { message } from '../src/locales/message.ts'
import { checkpointCode, renderVerification } from '../src/render/ledger.ts'
import { err, ok, type Result } from '../src/result.ts'
import { defineCommand, type OptionSpecs, type Refusal } from './command.ts'
import { jsonLine } from './json.ts'

const options = {
  checkpoint: { about: 'cli.ledger.option.checkpoint', value: 'FILE', repeated: true },
  key: { about: 'cli.ledger.option.key', value: 'PUBLIC.pem', repeated: true },
} as const satisfies OptionSpecs

/** Verifies an export of the App's ledger. Exit code 1: something cannot be trusted. */
export const ledger = defineCommand({
  forms: ['verify [OPTION…] EXPORT'],
  about: 'cli.ledger.about',
  options,
  async run({ values, positionals: [verb, path, extra] }, world) {
    if (verb !== undefined && verb !== 'verify') return err({ message: message('cli.ledger.verb', { got: verb }) })
    if (path === undefined) return err({ message: message('cli.ledger.missing', {}) })
    if (extra !== undefined) return err({ message: message('cli.ledger.one', { got: extra }) })
    const keys = collect(values.key ?? [], file => readKey(file, world.cwd))
    if (!keys.ok) return keys
    const texts = collect(values.checkpoint ?? [], file => readText(file, world.cwd))
    if (!texts.ok) return texts
    const published = readPublished(texts.value, keys.value)
    const chains = verifyFile(path, world.cwd, published.statements)
    if (!chains.ok) return chains
    const verification = concludeVerification(chains.value, published.problems, keys.value)
    world.print(
      values.json ? jsonLine(asJson(verification)) : renderVerification(verification, path, values.locale ?? 'en'),
    )
    return ok(verification.verified ? 0 : 1)
  },
})

function collect<T>(
  files: readonly string[],
  read: (file: string) => Result<T, Refusal>,
): Result<readonly T[], Refusal> {
  const all: T[] = []
  for (const file of files) {
    const one = read(file)
    if (!one.ok) return one
    all.push(one.value)
  }
  return ok(all)
}

const unreadable = (path: string, error: unknown): Result<never, Refusal> => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return err({ place: { path }, message: message('cli.unreadable', { code }) })
}

function readKey(path: string, cwd: string): Result<CheckpointKey, Refusal> {
  try {
    const key = readCheckpointKey(readFileSync(resolve(cwd, path), 'utf8'))
    if (key.ok) return key
    const told = key.error === 'not-a-key' ? message('cli.ledger.notAKey', {}) : message('cli.ledger.notEd25519', {})
    return err({ place: { path }, label: 'LED-KEY', message: told })
  } catch (error) {
    return unreadable(path, error)
  }
}

/** A file without any checkpoint is the wrong file: it would prove nothing, and look as if it did. */
function readText(path: string, cwd: string): Result<PublishedText, Refusal> {
  try {
    const text = readFileSync(resolve(cwd, path), 'utf8')
    return /delivery-gates-ledger(?:-loss)?\/v/.test(text)
      ? ok({ path, text })
      : err({ place: { path }, label: 'LED-CHECKPOINT', message: message('cli.ledger.noCheckpoint', {}) })
  } catch (error) {
    return unreadable(path, error)
  }
}

function verifyFile(
  path: string,
  cwd: string,
  statements: readonly Statement[],
): Result<readonly ChainVerdict[], Refusal> {
  let file: number
  try {
    file = openSync(resolve(cwd, path), 'r')
  } catch (error) {
    return unreadable(path, error)
  }
  try {
    const verifier = chainVerifier(statements)
    for (const item of readExport(linesIn(chunksOf(file)))) {
      if (!item.ok) return err(sayFault(path, item.error))
      verifier.take(item.value)
    }
    return ok(verifier.end())
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return unreadable(path, error)
    throw error
  } finally {
    closeSync(file)
  }
}

const sayFault = (path: string, { code, line, fault }: ExportFault): Refusal => ({
  place: { path, line },
  label: code,
  message: message(`ledger.fault.${fault}`, {}),
})

const chunkSize = 1024 * 1024

/** The bytes of a file; each piece is its own, since a reader may keep what is left of it. */
function* chunksOf(file: number): Generator<Uint8Array> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkSize)
    const length = readSync(file, chunk, 0, chunkSize, null)
    if (length === 0) return
    yield chunk.subarray(0, length)
  }
}

/** Documented in docs/ledger.md; additions only. */
const asJson = ({ verified, chains, problems, signaturesChecked }: Verification) => ({
  verified,
  signaturesChecked,
  rows: chains.reduce((sum, chain) => sum + chain.rows, 0),
  repositories: chains.map(chain => ({
    repository: chain.repoId,
    verified: chain.verified,
    rows: chain.rows,
    erased: chain.forgotten,
    head: chain.head && { row: chain.head.chainSeq, hash: chain.head.hash },
    signature: chain.signature,
    checkpoints: chain.published,
    newest: chain.newest && { row: chain.newest.chainSeq, at: chain.newest.at },
    losses: chain.losses.map(({ chainSeq, lostTo, at }) => ({ from: chainSeq + 1, to: lostTo, at })),
    problem: chain.problem && {
      code: chain.problem.code,
      row: chain.problem.chainSeq,
      problem: chain.problem.problem,
      line: chain.problem.line,
    },
  })),
  problems: problems.map(problem => ({ code: checkpointCode(problem), ...problem })),
})

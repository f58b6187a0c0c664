import type { CheckpointProblem, JudgedChain, Verification } from '../ledger/verification.ts'
import type { Locale } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'
import { sentence } from './format.ts'
import { plainFormatter } from './plain.ts'

/** The answer as lines of text, worst first. `path`: of the export; null for a live ledger. */
export function renderVerification(verification: Verification, path: string | null, locale: Locale): string {
  const f = plainFormatter(locale, 8_192)
  const say = (told: Message): string => sentence(told, locale, f)
  const { chains, problems, verified, signaturesChecked } = verification
  const bad = chains.filter(chain => !chain.verified)
  const good = chains.filter(chain => chain.verified)
  const repositories = chains.length
  const rows = chains.reduce((sum, chain) => sum + chain.rows, 0)
  const lines = [
    say(
      verified
        ? message('ledger.verified', { repositories, rows })
        : message('ledger.notVerified', { repositories, bad: bad.length }),
    ),
    ...problems.map(one => checkpointLine(one, say)),
    ...bad.flatMap(chain => chainLines(chain, path, say)),
    ...good.flatMap(chain => chainLines(chain, path, say)),
    ...(signaturesChecked || !hasSignatures(chains) ? [] : [say(message('ledger.signaturesUnchecked', {}))]),
  ]
  return `${lines.map(line => line.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n')}\n`
}

type Say = (told: Message) => string

const hasSignatures = (chains: readonly JudgedChain[]): boolean =>
  chains.some(chain => chain.published > 0 || chain.checkpoint !== null)

/** Stable codes that stand before the sentences. */
export const checkpointCode = ({ problem }: CheckpointProblem): 'LED-CHECKPOINT' | 'LED-SIGNATURE' =>
  problem === 'mangled' ? 'LED-CHECKPOINT' : 'LED-SIGNATURE'

function checkpointLine(problem: CheckpointProblem, say: Say): string {
  const { path, line, column, keyId } = problem
  const told = say(message(`ledger.checkpoint.${problem.problem}`, { keyId }))
  return `✗ ${path}:${line}:${column}: ${checkpointCode(problem)}: ${told}`
}

function chainLines(chain: JudgedChain, path: string | null, say: Say): readonly string[] {
  const { repoId, rows, forgotten, problem, published, newest, losses, verified, head } = chain
  const at = head === null ? '' : ` · ${head.chainSeq} ${head.hash}`
  const place = problem === null || path === null || problem.line === 0 ? '' : `${path}:${problem.line}: `
  return [
    `${verified ? '✓' : '✗'} ${say(message('ledger.chain', { repoId, rows, forgotten }))}${at}`,
    ...(problem === null
      ? []
      : [`    ${place}LED-CHAIN: ${say(message(`ledger.problem.${problem.problem}`, { row: problem.chainSeq }))}`]),
    ...signatureLine(chain, say),
    ...losses.map(
      ({ chainSeq, lostTo, at: when }) =>
        `    ${say(message('ledger.loss', { from: chainSeq + 1, to: lostTo, at: when }))}`,
    ),
    `    ${say(
      newest === null
        ? message('ledger.notCompared', {})
        : message('ledger.compared', { published, row: newest.chainSeq, at: newest.at }),
    )}`,
  ]
}

function signatureLine({ signature, checkpoint, verified, problem }: JudgedChain, say: Say): readonly string[] {
  const keyId = checkpoint?.keyId ?? ''
  switch (signature) {
    case 'valid':
      return [`    ${say(message('ledger.headSigned', { keyId }))}`]
    case 'forged':
      return [`    LED-SIGNATURE: ${say(message('ledger.headForged', { keyId }))}`]
    case 'unknown-key':
      return [`    LED-SIGNATURE: ${say(message('ledger.headUnknownKey', { keyId }))}`]
    case 'none':
      return verified || problem !== null ? [] : [`    LED-SIGNATURE: ${say(message('ledger.headUnsigned', {}))}`]
    case 'unchecked':
      return []
    default:
      return signature satisfies never
  }
}

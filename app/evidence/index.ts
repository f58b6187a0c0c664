import type { IncomingMessage } from 'node:http'
import type { Answer, Log } from '../front/http.ts'
import { acceptEvidence } from './keep.ts'
import { type OracleDeps, runOracle } from './oracle.ts'
import { evidenceHandler } from './receive.ts'
import { tokenVerifier } from './token.ts'

export interface EvidenceDeps extends OracleDeps {
  readonly log: Log
  /** Of the tokens of workflows. */
  readonly issuer: string
  /** Where people and the Action reach this App. */
  readonly publicUrl: string
  /** Something was kept: look now. */
  readonly wake: () => void
}

/** Answers `POST /api/evidence`. */
export function evidenceEndpoint(deps: EvidenceDeps): (request: IncomingMessage) => Promise<Answer> {
  const { issuer, publicUrl: audience, log, now, store, wake } = deps
  const handle = evidenceHandler({
    issuer,
    audience,
    verify: tokenVerifier(issuer, now),
    oracle: runOracle(deps),
    accept: acceptEvidence(store),
    log,
    now,
  })
  return async request => {
    const answer = await handle(request)
    if (answer.status < 300) wake()
    return answer
  }
}

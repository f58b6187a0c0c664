import type { Answer } from '../front/http.ts'
import type { Registry } from './registry.ts'

/** What became of a request to `POST /api/evidence`; the refusals are the codes of its answers, without `EVD-`. */
const outcomes = [
  ...['stored', 'known', 'superseded'],
  ...[
    'token',
    'event',
    'repository',
    'run',
    'workflow',
    'head',
    'permission',
    'replay',
    'attempt',
    'large',
    'document',
  ],
  ...['malformed', 'limited', 'unavailable'],
] as const
type Outcome = (typeof outcomes)[number]

/** The same handler, whose answers are counted. */
export function countedEvidence<Request>(
  { counter }: Registry,
  handle: (request: Request) => Promise<Answer>,
): (request: Request) => Promise<Answer> {
  const documents = counter('delivery_gates_evidence_total', 'Documents of CI handed over, by what became of them.')
  for (const outcome of outcomes) documents.add({ outcome }, 0)
  return async request => {
    const answer = await handle(request)
    documents.add({ outcome: outcomeOf(answer) })
    return answer
  }
}

function outcomeOf({ status, text }: Answer): Outcome {
  const [, code = ''] = /^(?:EVD-)?(\w+)/.exec(text) ?? []
  const named = outcomes.find(one => one === code.toLowerCase())
  if (named !== undefined) return named
  if (status === 429) return 'limited'
  return status >= 500 ? 'unavailable' : 'malformed'
}

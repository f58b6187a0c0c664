import type { Log } from '../front/http.ts'
import type { Registry } from './registry.ts'

interface Told {
  readonly name: string
  readonly help: string
  /** Values of its one label. */
  readonly words: readonly [label: string, ...values: string[]]
  /** Events of the log, and which value each counts for: a word, or the field that has it. */
  readonly events: Readonly<Record<string, { readonly word: string } | { readonly field: string }>>
}

/** What is worth a figure because it is worth a line. */
const told: readonly Told[] = [
  {
    name: 'delivery_gates_spoofed_checks_total',
    help: 'Reports under our name that somebody else wrote.',
    words: ['kind', 'check', 'status'],
    events: { 'check.spoofed': { field: 'kind' } },
  },
  {
    name: 'delivery_gates_fork_artifacts_total',
    help: 'Artifacts of runs from forks that were looked at, by what became of them.',
    words: ['outcome', 'kept', 'refused'],
    events: { 'evidence.artifact-kept': { word: 'kept' }, 'evidence.artifact': { word: 'refused' } },
  },
]

/** The same log, of which some events are counted, whatever level is written. */
export function countedLog({ counter }: Registry, log: Log): Log {
  const counts = new Map<string, (fields: Parameters<Log>[2]) => void>()
  for (const { name, help, words, events } of told) {
    const [label, ...values] = words
    const figure = counter(name, help)
    for (const value of values) figure.add({ [label]: value }, 0)
    for (const [event, from] of Object.entries(events)) {
      counts.set(event, fields => {
        const word = 'word' in from ? from.word : fields?.[from.field]
        // Only words of our own become labels (security.md T-83).
        const known = values.find(value => value === word)
        if (known !== undefined) figure.add({ [label]: known })
      })
    }
  }
  return (level, event, fields) => {
    counts.get(event)?.(fields)
    log(level, event, fields)
  }
}

import type { Locale } from '../locales/index.ts'
import type { Formatter } from '../locales/message.ts'
import { notation, place } from './format.ts'
import { literal, prose } from './inert.ts'

const maxProse = 300
const maxLiteral = 200

/**
 * Runners obey `##[command]` anywhere in a line of a log. The other form, `::command::`, counts at the start of a line
 * only; no line of ours starts with a param, and the toolkit escapes what it prints itself.
 */
const quiet = (text: string): string => text.replaceAll('##[', '## [')

/** For titles, annotations, commit statuses and terminals: one line, without control or invisible characters. */
export function plainFormatter(locale: Locale): Formatter {
  const code = (text: string): string => quiet(literal(text, maxLiteral))
  return {
    ...notation(locale),
    code,
    text: text => quiet(prose(text, maxProse)),
    person: login => `@${code(login)}`,
    sha: sha => code(sha.slice(0, 7)),
    place: (path, start, end) => code(place(path, start, end)),
  }
}

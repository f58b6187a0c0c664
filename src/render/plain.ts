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

/**
 * For titles, annotations, commit statuses and terminals: one line, without control or invisible characters. `most`:
 * code points of a literal; longer ones are cut in the middle.
 */
export function plainFormatter(locale: Locale, most = maxLiteral): Formatter {
  const code = (text: string): string => quiet(literal(text, most))
  return {
    ...notation(locale),
    code,
    text: text => quiet(prose(text, maxProse)),
    person: login => `@${code(login)}`,
    sha: sha => code(sha.slice(0, 7)),
    place: (path, start, end) => code(place(path, start, end)),
  }
}

/** Lines for an output that a runner may read, none of which is a command to it: `::name::` at the start, `##[name]` anywhere. */
export function inertLines(lines: string): string {
  return quiet(lines)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(line => line.replace(/^(\s*)::/, '$1: :'))
    .join('\n')
}

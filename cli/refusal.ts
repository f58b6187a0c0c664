import type { Locale } from '../src/locales/index.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import type { Refusal } from './command.ts'

/** Paths are not cut here: whoever reads the line, or a program that does, has to find the file. */
const longest = 8_192

/** One line, as compilers write it: `path:line:column: what is wrong`. */
export function sayRefusal({ place, label, message }: Refusal, locale: Locale): string {
  const f = plainFormatter(locale, longest)
  const at = place && [f.code(place.path), place.line, place.column].filter(part => part !== undefined).join(':')
  const pieces = [at, label && f.code(label), sentence(message, locale, f)]
  return pieces
    .filter(piece => piece !== undefined && piece !== '')
    .join(': ')
    .replace(/\s*[\r\n]+\s*/g, ' ')
}

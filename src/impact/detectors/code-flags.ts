import { type Language, languageOf } from '../code/languages.ts'
import { type Code, codeSides } from '../code/scan.ts'
import { isKnownElsewhere, mentions } from '../elsewhere.ts'
import type { ChangedContent, Detector, Impact } from '../model.ts'
import { isProductCode } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

const isGo = (language: Language | null): language is Language => language?.name === 'go'

/** Options of the command line of servers and operators in Go, which deployers set in arguments: `flag`, pflag, cobra. */
export const codeFlags: Detector = {
  concerns: path => isGo(languageOf(path)) && isProductCode(path) && startsProgram.test(path),
  detect: (change, all) => {
    const language = languageOf(change.file.path)
    const sides = isGo(language) ? codeSides(change, language) : null
    if (sides === null || change.before === null || change.after === null) return []
    return compare(change, optionsOf(sides.before), optionsOf(sides.after)).filter(
      impact => !isDeclaredElsewhere(impact, change, all),
    )
  },
}

/** In quotes, since names of options are common words. Of files that are looked at, those that keep it; what moves between them is told as one. */
function isDeclaredElsewhere(impact: Impact, change: ChangedContent, all: readonly ChangedContent[]): boolean {
  const key = `"${impact.key}"`
  const others = all.filter(
    ({ file, before, after }) =>
      !codeFlags.concerns(file.path, file) || (mentions(before ?? '', key) && mentions(after ?? '', key)),
  )
  return isKnownElsewhere({ ...impact, key }, change, others)
}

/** Where programs begin and read their options; others are libraries, or commands for developers. */
const startsProgram =
  /(?:^|\/)(?:main|root|server|serve|run|start|options|flags|config)\.go$|(?:^|\/)options\/[^/]+\.go$/

const types = 'String|Bool|U?[Ii]nt(?:32|64)?|Float64|Duration|IP|StringSlice|StringArray|StringToString'
const flagSet = String.raw`\b(?:\w*[fF]lags\(\)|\w*(?:[fF]lags?|[fF]lag[sS]et|fs))`
/** With a short name where the function ends in `P`. */
const declared = new RegExp(
  String.raw`${flagSet}\s*\.\s*(?:${types})(?:Var)?(?:\(|(?<hasShort>P)\()\s*(?:&?[\w.[\]]+\s*,\s*)?"(?<name>[a-z][\w.-]*)"\s*,\s*(?<rest>[^\n]{0,400})`,
  'g',
)

/** The default, as far as it is a literal or a name. */
const defaultIn = (rest: string, hasShort: boolean): string =>
  (hasShort ? /^"[^"]*"\s*,\s*/ : /^/).test(rest)
    ? (/^(?:"[^"]*"|[\w.*-]+)/.exec(hasShort ? rest.replace(/^"[^"]*"\s*,\s*/, '') : rest)?.[0] ?? '')
    : ''

function optionsOf(code: Code | null): readonly Stated[] {
  if (code === null) return []
  return [...code.text.matchAll(declared)]
    .filter(match => code.isCode(match.index))
    .map(({ groups = {}, index }) => {
      const value = defaultIn(groups.rest ?? '', groups.hasShort !== undefined)
      const shown = /^["\d-]|^(?:true|false)$/.test(value) ? value.replace(/^"(.*)"$/, '$1') : null
      return { kind: 'config-key', key: groups.name ?? '', value, shown, line: code.lineAt(index) }
    })
}

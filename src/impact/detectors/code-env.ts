import { type EnvRead, envReads } from '../code/env-reads.ts'
import { type Language, languageOf } from '../code/languages.ts'
import { type Code, codeSides } from '../code/scan.ts'
import { isKnownElsewhere } from '../elsewhere.ts'
import type { Detector } from '../model.ts'
import { isProductCode } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

/** Variables of the environment that code of the product reads. */
export const codeEnv: Detector = {
  concerns: path => {
    const language = languageOf(path)
    return language !== null && language.name !== 'shell' && isProductCode(path)
  },
  detect: (change, all) => {
    const language = languageOf(change.file.path)
    const sides = language === null ? null : codeSides(change, language)
    if (language === null || sides === null) return []
    const [before, after] = [namesOf(sides.before, language), namesOf(sides.after, language)]
    const impacts = compare(change, statedBy(before, after), statedBy(after, before))
    return impacts.filter(impact => !isKnownElsewhere(impact, change, all))
  },
}

/** What one side makes of a variable. */
interface Read {
  readonly line: number
  /** What holds unless it is set, at every place where that can be told. */
  readonly fallbacks: ReadonlySet<string | null>
  readonly isOpen: boolean
}

function namesOf(code: Code | null, { name: language }: Language): ReadonlyMap<string, Read> {
  const names = new Map<string, Read>()
  if (code === null) return names
  for (const { name, index, fallback } of envReads(code, language)) {
    const earlier = names.get(name)
    names.set(name, united(earlier, { line: code.lineAt(index), fallback }))
  }
  return names
}

function united(earlier: Read | undefined, { line, fallback }: Pick<EnvRead, 'fallback'> & { line: number }): Read {
  const fallbacks = new Set([...(earlier?.fallbacks ?? []), ...(fallback === undefined ? [] : [fallback])])
  return { line: earlier?.line ?? line, fallbacks, isOpen: earlier?.isOpen === true || fallback === undefined }
}

/** A default is another one only where both sides tell theirs and have none in common. */
function statedBy(here: ReadonlyMap<string, Read>, there: ReadonlyMap<string, Read>): readonly Stated[] {
  return [...here].map(([key, { line, fallbacks, isOpen }]) => {
    const other = there.get(key)
    const isSame =
      other === undefined || isOpen || other.isOpen || [...fallbacks].some(fallback => other.fallbacks.has(fallback))
    const [shown = null] = [...fallbacks].filter(fallback => fallback !== null)
    return { kind: 'env-var', key, value: isSame ? '' : JSON.stringify([...fallbacks].toSorted()), shown, line }
  })
}

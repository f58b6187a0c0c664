import { type EnvRead, envReads } from '../code/env-reads.ts'
import { type Language, languageOf } from '../code/languages.ts'
import { type Code, codeSides } from '../code/scan.ts'
import { isKnownElsewhere, mentions } from '../elsewhere.ts'
import type { ChangedContent, Detector } from '../model.ts'
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
    return impacts.flatMap(impact => {
      const now = impact.direction === 'added' ? after.get(impact.key) : undefined
      const old = now === undefined ? null : readElsewhere(impact.key, now, change, all)
      if (now && old) return compare(change, [stated(impact.key, old, false)], [stated(impact.key, now, false)])
      return isKnownElsewhere(impact, change, all) ? [] : [impact]
    })
  },
}

/** The read that moves here out of another changed file, where another default held; `null`: no such. */
function readElsewhere(key: string, now: Read, change: ChangedContent, all: readonly ChangedContent[]): Read | null {
  if (now.isOpen) return null
  for (const other of all) {
    if (other === change || other.before === null || !mentions(other.before, key)) continue
    const language = codeEnv.concerns(other.file.path, other.file) ? languageOf(other.file.path) : null
    const sides = language === null ? null : codeSides(other, language)
    if (language === null || sides === null || namesOf(sides.after, language).has(key)) continue
    const old = namesOf(sides.before, language).get(key)
    if (old && !old.isOpen && ![...old.fallbacks].some(fallback => now.fallbacks.has(fallback))) return old
  }
  return null
}

/** Tests of Rust stand at the end of the file that they test. */
const inlineTests = /#\[cfg\(test\)\]\s*(?:pub(?:\(\w+\))?\s+)?mod\s/

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
  const tests = language === 'rust' ? code.text.search(inlineTests) : -1
  for (const { name, index, fallback } of envReads(code, language)) {
    if (tests >= 0 && index > tests) continue
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
  return [...here].map(([key, read]) => {
    const other = there.get(key)
    const isSame =
      other === undefined ||
      read.isOpen ||
      other.isOpen ||
      [...read.fallbacks].some(fallback => other.fallbacks.has(fallback))
    return stated(key, read, isSame)
  })
}

function stated(key: string, { line, fallbacks }: Read, isSame: boolean): Stated {
  const [shown = null] = [...fallbacks].filter(fallback => fallback !== null)
  return { kind: 'env-var', key, value: isSame ? '' : JSON.stringify([...fallbacks].toSorted()), shown, line }
}

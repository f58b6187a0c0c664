import { nearest } from '../../policy/text.ts'

/**
 * Names of checks are no paths (`build / test (1/3)`), so a pattern knows one sign only: `*` stands for any run of
 * characters. Case-sensitive, the whole name. Linear: each piece between stars is looked for once.
 */
export function matchesName(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  const end = name.length - last.length
  let at = first.length
  for (const piece of rest) {
    const found = name.indexOf(piece, at)
    if (found < 0 || found + piece.length > end) return false
    at = found + piece.length
  }
  return true
}

export const isPattern = (name: string): boolean => name.includes('*')

/** The name that was probably meant; a name that only differs in case or space is always near. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const others = [...new Set(names)].filter(name => name !== wanted)
  const folded = fold(wanted)
  return others.find(name => fold(name) === folded) ?? nearest(wanted, others)
}

const fold = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

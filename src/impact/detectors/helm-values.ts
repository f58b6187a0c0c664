import type { Detector, ImpactKind } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { compareTrees } from '../trees.ts'
import { readBoth } from '../yaml.ts'

/** Files that show or try a chart, and schemas. */
const isVariant = (path: string): boolean =>
  isDeveloperVariant(path) || /example|sample|schema/i.test(baseName(path)) || /(?:^|\/)schema\//.test(path)

/** Defaults of a chart, and what it is deployed with: each by its dotted path, a new block by its top. */
export const helmValues: Detector = {
  concerns: path => /^values(?:[._-].+)?\.ya?ml$/.test(baseName(path)) && isShipped(path) && !isVariant(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    return sides === undefined ? [] : compareTrees(change, sides, 'helm-value' satisfies ImpactKind)
  },
}

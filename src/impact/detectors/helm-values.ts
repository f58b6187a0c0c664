import type { Detector, ImpactKind } from '../model.ts'
import { baseName, isShipped } from '../paths.ts'
import { compareTrees } from '../trees.ts'
import { readBoth } from '../yaml.ts'

/** Defaults of a chart: each by its dotted path, a new block by its top. */
export const helmValues: Detector = {
  concerns: path => /^values\.ya?ml$/.test(baseName(path)) && isShipped(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    return sides === undefined ? [] : compareTrees(change, sides, 'helm-value' satisfies ImpactKind)
  },
}

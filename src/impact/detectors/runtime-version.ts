import { changedPaths } from '../../facts/diff.ts'
import { isManifest, readManifest } from '../manifests/index.ts'
import type { RuntimeNeed } from '../manifests/model.ts'
import type { Detector } from '../model.ts'
import { compare, type Stated } from '../stated.ts'

/** The versions of languages and tools that the product asks for. */
export const runtimeVersion: Detector = {
  concerns: isManifest,
  detect: change => {
    if (change.before === change.after) return []
    const [now = '', old = now] = changedPaths(change.file)
    const before = readManifest(old, change.before).runtimes
    const after = readManifest(now, change.after).runtimes
    return compare(change, before.map(stated), after.map(stated))
  },
}

const stated = ({ key, version, line, numbers }: RuntimeNeed): Stated => ({
  kind: 'runtime-version',
  key,
  value: versionLine(version, numbers),
  shown: version,
  line,
})

/** One text for one need: `>=18`, `>= 18.0.0` and `18.x` with what compares them, the numbers that matter. */
function versionLine(text: string, numbers: 1 | 2): string {
  return text
    .replace(/\s+/g, '')
    .replace(/\bv(?=\d)/g, '')
    .replace(/\d+(?:\.(?:\d+|[xX*]))*(?:[-+][\w.]+)?/g, version => {
      const parts = version.split(/[.+-]/).map(part => (/^\d+$/.test(part) ? part : '0'))
      return [...parts, '0'].slice(0, numbers).join('.')
    })
}

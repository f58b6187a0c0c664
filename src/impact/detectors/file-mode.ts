import type { ChangedFile } from '../../facts/facts.ts'
import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'

/** Nobody runs these; every file that is asked for is read. */
const isNoProgram = (path: string): boolean =>
  /\.(?:md|mdx|rst|txt|adoc|svg|png|jpe?g|gif|ico|lock|css|scss|less|html?|snap|ya?ml|json|toml|tf|po|woff2?)$/i.test(
    path,
  )

/** `null`: the file has the mode that it had, or nobody knows. */
function changedModes({
  oldMode,
  newMode,
}: Pick<ChangedFile, 'oldMode' | 'newMode'>): readonly [string, string] | null {
  return oldMode === undefined || newMode === undefined || oldMode === newMode ? null : [oldMode, newMode]
}

/** The executable bit that git keeps of a program which was there before. */
export const fileMode: Detector = {
  concerns: (path, file) => changedModes(file) !== null && isShipped(path) && !isNoProgram(path),
  detect: ({ file, before, after }) => {
    const modes = changedModes(file)
    if (modes === null || file.status === 'added' || file.status === 'deleted') return []
    if (!(isProgram(file.path, before) || isProgram(file.path, after))) return []
    const [from, to] = modes
    if (!isRegular(from) || !isRegular(to)) return []
    return [
      {
        kind: 'file-permission',
        key: file.path.slice(0, 120),
        direction: 'changed',
        destructive: false,
        file: file.path,
        line: 1,
        from: from.slice(-4),
        to: to.slice(-4),
      },
    ]
  },
}

const isRegular = (mode: string): boolean => /^100\d{3}$/.test(mode)

const isProgram = (path: string, text: string | null): boolean =>
  /\.(?:sh|bash|zsh)$/.test(path) || (text ?? '').startsWith('#!')

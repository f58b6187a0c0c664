import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'

/** Nobody runs these; every file that is asked for is read. */
const isNoProgram = (path: string): boolean =>
  /\.(?:md|mdx|rst|txt|adoc|svg|png|jpe?g|gif|ico|lock|css|scss|less|html?|snap|ya?ml|json|toml|tf|po|woff2?)$/i.test(
    path,
  )

/** The executable bit that git keeps of a program which was there before. */
export const fileMode: Detector = {
  concerns: path => isShipped(path) && !isNoProgram(path),
  detect: ({ file, before, after }) => {
    const { oldMode, newMode } = file
    if (
      oldMode === undefined ||
      newMode === undefined ||
      oldMode === newMode ||
      file.status === 'added' ||
      file.status === 'deleted'
    )
      return []
    if (!(isProgram(file.path, before) || isProgram(file.path, after))) return []
    if (!isRegular(oldMode) || !isRegular(newMode)) return []
    return [
      {
        kind: 'file-permission',
        key: file.path.slice(0, 120),
        direction: 'changed',
        destructive: false,
        file: file.path,
        line: 1,
        from: oldMode.slice(-4),
        to: newMode.slice(-4),
      },
    ]
  },
}

const isRegular = (mode: string): boolean => /^100\d{3}$/.test(mode)

const isProgram = (path: string, text: string | null): boolean =>
  /\.(?:sh|bash|zsh)$/.test(path) || (text ?? '').startsWith('#!')

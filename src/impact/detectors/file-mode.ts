import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'

/** What people or images run: other files are not asked for, since every one asked for is read. */
const isProgram = (path: string): boolean =>
  /\.(?:sh|bash|zsh|pl|cgi|run|ps1)$|(?:^|\/)(?:s?bin|scripts?|hooks|docker|rootfs|etc)\/(?:.+\/)?[^/.]+$|entrypoint|^[^/.]+$/.test(
    path,
  )

/** The executable bit that git keeps of a program which was there before. */
export const fileMode: Detector = {
  concerns: path => isProgram(path) && isShipped(path),
  detect: ({ file }) => {
    const { oldMode, newMode } = file
    if (
      oldMode === undefined ||
      newMode === undefined ||
      oldMode === newMode ||
      file.status === 'added' ||
      file.status === 'deleted'
    )
      return []
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

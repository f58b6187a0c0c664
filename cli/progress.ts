import { widthOf } from './table.ts'

/** Standard error, or what stands in for it. */
export interface ProgressStream {
  readonly isTTY?: boolean
  /** Width of the terminal; 0 where nobody has set it. */
  readonly columns?: number
  write(text: string): unknown
}

export interface Progress {
  /** The same chunks; looks at their length as they pass. */
  readonly watch: (chunks: Iterable<Uint8Array>) => Iterable<Uint8Array>
  /** Takes the bar away. */
  readonly clear: () => void
}

interface Surroundings {
  readonly screen: ProgressStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => number
}

interface Bar {
  /** Word before the bar. */
  readonly label: string
  /** Bytes of all files together. */
  readonly total: number
}

/** Milliseconds before it is worth showing, and between two drawings. */
const patience = 300
const interval = 100

const clearLine = '\r\x1b[2K'

/**
 * A bar for reading that takes long, on a terminal only. Reading is synchronous, so the bar is drawn as chunks pass;
 * nothing waits for it.
 */
export function showProgress({ label, total }: Bar, { screen, env, now }: Surroundings): Progress {
  if (screen.isTTY !== true || env.TERM === 'dumb' || (env.NO_COLOR ?? '') !== '') return silent
  let read = 0
  let due = now() + patience
  let shown = false
  function* watch(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
    for (const chunk of chunks) {
      read += chunk.length
      const time = now()
      if (time >= due) {
        due = time + interval
        shown = true
        screen.write(`${clearLine}${draw(label, read, total, screen.columns || 80)}`)
      }
      yield chunk
    }
  }
  const clear = (): void => {
    if (shown) screen.write(clearLine)
    shown = false
  }
  return { watch, clear }
}

export const silent: Progress = { watch: chunks => chunks, clear: () => {} }

const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0)

/** `Reading [####----] 45 %  123/270 MiB`; ASCII, because terminals differ on the width of blocks. A narrow one has no bar. */
function draw(label: string, read: number, total: number, columns: number): string {
  // A file may have grown since it was looked at.
  const share = total > 0 ? Math.min(1, read / total) : 1
  const percent = `${Math.floor(share * 100)} %`
  const numbers = `${percent}  ${mebibytes(read)}/${mebibytes(Math.max(total, read))} MiB`
  const room = columns - 1 - widthOf(label) - widthOf(numbers) - 4
  if (room < 8) return `${label} ${percent}`.slice(0, Math.max(0, columns - 1))
  const width = Math.min(40, room)
  const full = Math.round(share * width)
  return `${label} [${'#'.repeat(full)}${'-'.repeat(width - full)}] ${numbers}`
}

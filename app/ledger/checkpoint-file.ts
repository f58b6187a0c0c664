import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Lines of checkpoints that are only ever added to. A file that does not exist yet is empty. Throws as `node:fs` does. */
export interface CheckpointFile {
  readonly path: string
  readonly read: () => string
  /** On the disk when it returns. */
  readonly add: (lines: readonly string[]) => void
}

export const checkpointFile = (path: string): CheckpointFile => ({
  path,
  read: () => (existsSync(path) ? readFileSync(path, 'utf8') : ''),
  add: lines => {
    if (lines.length === 0) return
    const file = openSync(path, 'a', 0o644)
    try {
      // Before them too: the last line may have been cut when a disk was full.
      writeSync(file, `${endsOpen(path) ? '\n' : ''}${lines.join('\n')}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  },
})

function endsOpen(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  return text !== '' && !text.endsWith('\n')
}

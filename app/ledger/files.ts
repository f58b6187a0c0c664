import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Bytes of a file from its start; each piece is its own. Throws as `node:fs` does. */
export function* readChunks(path: string): Generator<Uint8Array> {
  const size = 1024 * 1024
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(size)
      const length = readSync(file, chunk, 0, size, null)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** A file that is there as a whole or not at all, for its owner only. Does not overwrite: throws EEXIST. */
export async function writeWhole<T>(path: string, work: (write: (text: string) => void) => Promise<T>): Promise<T> {
  // Taken first, so that nobody else takes the name meanwhile.
  closeSync(openSync(path, 'wx', 0o600))
  const part = `${path}.part`
  try {
    const file = openSync(part, 'w', 0o600)
    let result: T
    try {
      result = await work(buffered(file))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, path)
    return result
  } catch (cause) {
    rmSync(part, { force: true })
    rmSync(path, { force: true })
    throw cause
  }
}

const buffered = (file: number) => (text: string) => void writeAll(file, Buffer.from(text, 'utf8'))

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

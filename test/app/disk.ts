import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a process told the disk about the files of one directory, and what it answered for meanwhile, in order. */
export type DiskEvent =
  | { readonly kind: 'create'; readonly file: string }
  | { readonly kind: 'delete'; readonly file: string }
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  /** All that was written to this file is on the disk. */
  | { readonly kind: 'sync'; readonly file: string }
  /** So is which files there are. */
  | { readonly kind: 'sync-directory' }
  | { readonly kind: 'said'; readonly line: string }

/** A power cut loses single sectors of what is not yet on the disk. */
const sector = 512

/** `data` may be longer than the file is. */
interface File {
  exists: boolean
  size: number
  data: Buffer
}

/**
 * The files as a power cut after so many events leaves them: what was synchronised, and of the rest whatever `keeps` says,
 * sector by sector, since a disk writes in any order.
 */
export function afterPowerCut(events: readonly DiskEvent[], keeps: () => boolean): ReadonlyMap<string, Buffer> {
  const lastSync = new Map<string, number>()
  let lastDirectorySync = -1
  for (const [index, event] of events.entries()) {
    if (event.kind === 'sync') lastSync.set(event.file, index)
    if (event.kind === 'sync-directory') lastDirectorySync = index
  }
  const files = new Map<string, File>()
  const fileOf = (name: string): File => {
    const file = files.get(name) ?? { exists: false, size: 0, data: Buffer.alloc(0) }
    files.set(name, file)
    return file
  }
  for (const [index, event] of events.entries()) {
    if (event.kind === 'said' || event.kind === 'sync' || event.kind === 'sync-directory') continue
    const file = fileOf(event.file)
    if (event.kind === 'create' || event.kind === 'delete') {
      if (index < lastDirectorySync || keeps()) file.exists = event.kind === 'create'
      continue
    }
    const isSafe = index < (lastSync.get(event.file) ?? -1)
    if (event.kind === 'truncate') {
      if (isSafe || keeps()) resize(file, event.size)
      continue
    }
    for (let from = 0; from < event.data.length; from += sector) {
      if (!isSafe && !keeps()) continue
      const part = event.data.subarray(from, from + sector)
      const at = event.at + from
      if (file.size < at + part.length) resize(file, at + part.length)
      part.copy(file.data, at)
    }
  }
  return new Map(
    [...files].filter(([, file]) => file.exists).map(([name, file]) => [name, file.data.subarray(0, file.size)]),
  )
}

function resize(file: File, size: number): void {
  if (size < file.size) file.data.fill(0, size, file.size)
  if (size > file.data.length) file.data = Buffer.concat([file.data], Math.max(size, 2 * file.data.length))
  file.size = size
}

export function writeFiles(directory: string, files: ReadonlyMap<string, Buffer>): void {
  mkdirSync(directory, { recursive: true })
  for (const [name, data] of files) writeFileSync(join(directory, name), data)
}

/** The database and its journals; what is shared memory or a lock does not outlive the machine. */
const matters = (path: string): boolean => /\.db(?:-wal|-journal)?$/.test(path)

/** Arguments of strace before the program's own; `readTrace` reads what they write. */
export const straceArguments = (out: string): readonly string[] => [
  ...['-f', '-y', '-xx', '-s', '2000000', '-o', out],
  ...['-e', 'trace=openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink'],
]

export function readTrace(trace: string, directory: string): readonly DiskEvent[] {
  const seen = new Set<string>()
  return trace.split('\n').flatMap(line => {
    const call = /^\d+ +(?:<\.\.\. )?(\w+)(.*)$/s.exec(line)
    const events = call === null ? [] : eventsOf(call[1] ?? '', call[2] ?? '', directory)
    return events.filter(event => {
      if (event.kind !== 'create') return true
      // Opened again is not made again.
      const isNew = !seen.has(event.file)
      seen.add(event.file)
      return isNew
    })
  })
}

function eventsOf(name: string, rest: string, directory: string): readonly DiskEvent[] {
  if (/ = -1 /.test(rest.slice(-200))) return []
  const [first, second] = [...rest.matchAll(/["<]((?:\\x[0-9a-f]{2})+)[">]/g)].map(match => bytesOf(match[1] ?? ''))
  const place = (first ?? Buffer.alloc(0)).toString()
  switch (name) {
    case 'openat': {
      const opened = [first, second].map(bytes => String(bytes ?? '')).find(path => isIn(path, directory))
      return opened !== undefined && matters(opened) && rest.includes('O_CREAT')
        ? [{ kind: 'create', file: basename(opened) }]
        : []
    }
    case 'unlink':
      return isIn(place, directory) && matters(place) ? [{ kind: 'delete', file: basename(place) }] : []
    case 'pwrite64': {
      if (!isIn(place, directory) || !matters(place) || second === undefined) return []
      const [length, at] = (/, (\d+), (\d+)(?:\) +=| <unf)/.exec(rest) ?? []).slice(1).map(Number)
      if (length !== second.length || at === undefined) throw new Error(`cannot read: ${rest.slice(-60)}`)
      return [{ kind: 'write', file: basename(place), at, data: second }]
    }
    case 'ftruncate':
      return isIn(place, directory) && matters(place)
        ? [{ kind: 'truncate', file: basename(place), size: Number(/, (\d+)\) +=/.exec(rest)?.[1]) }]
        : []
    case 'fsync':
    case 'fdatasync':
      if (rest.includes('unfinished')) throw new Error('a sync was cut in two: nobody knows what it was about')
      if (place === directory) return [{ kind: 'sync-directory' }]
      return isIn(place, directory) && matters(place) ? [{ kind: 'sync', file: basename(place) }] : []
    case 'write':
      return /^\(1</.test(rest) && second !== undefined ? [{ kind: 'said', line: second.toString().trim() }] : []
    default:
      return []
  }
}

const isIn = (path: string, directory: string): boolean => dirname(path) === directory
const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/**
 * Where no system calls can be seen: what has changed in the files since the last look, and the synchronisation that SQLite
 * promises for each commit.
 */
export function changesSince(before: Map<string, Buffer>, directory: string, names: readonly string[]): DiskEvent[] {
  const events: DiskEvent[] = []
  for (const file of names) {
    const path = join(directory, file)
    if (!existsSync(path)) continue
    const now = readFileSync(path)
    const was = before.get(file)
    if (was === undefined) events.push({ kind: 'create', file })
    for (let at = 0; at < now.length; at += sector) {
      const part = now.subarray(at, at + sector)
      if (was === undefined || !part.equals(was.subarray(at, at + sector)))
        events.push({ kind: 'write', file, at, data: part })
    }
    if (was !== undefined && was.length > now.length) events.push({ kind: 'truncate', file, size: now.length })
    events.push({ kind: 'sync', file })
    before.set(file, now)
  }
  events.push({ kind: 'sync-directory' })
  return events
}

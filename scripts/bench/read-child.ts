import { closeSync, openSync, readSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { totals } from '../../src/coverage/model.ts'
import { readReport } from '../../src/coverage/read.ts'
import { openReport } from '../../src/workspace/reports.ts'
import type { GeneratedFormat } from './generate.ts'
import { type Found, installedIn, peers } from './peers.ts'

// One measurement of `npm run bench -- coverage`, in a process of its own: reader, format, report, folder of the peers.
// Timed from before the first byte is read until the totals are known; loading the code is not.

/** As `delivery-gates coverage` reads; the Action also takes a digest, at about 2 GB/s. */
async function ours(path: string, format: GeneratedFormat): Promise<Found> {
  const opened = openReport(basename(path), { root: dirname(path), workingDirectory: '.' })
  if (!opened.ok) throw new Error(opened.error.code)
  const read = readReport(opened.value.chunks(), format)
  if (!read.ok) throw new Error(`${read.error.code} at line ${read.error.line}: ${read.error.message.code}`)
  opened.value.close()
  return { files: read.value.report.files.size, ...totals(read.value.report.files) }
}

/** What no reader in JavaScript can beat by much: reads, and looks at every byte. */
async function floor(path: string): Promise<Found> {
  const buffer = new Uint8Array(1 << 20)
  const fd = openSync(path, 'r')
  let newlines = 0
  for (let size = readSync(fd, buffer); size > 0; size = readSync(fd, buffer)) newlines += countNewlines(buffer, size)
  closeSync(fd)
  return newlines < 0 ? { files: newlines } : {}
}

function countNewlines(bytes: Uint8Array, size: number): number {
  let count = 0
  for (let at = 0; at < size; at++) if (bytes[at] === 0x0a) count++
  return count
}

const [name = '', format = '', path = '', folder = ''] = process.argv.slice(2)
const peer = peers.find(each => each.name === name)
const read = name === 'ours' ? ours : name === 'floor' ? floor : await peer?.load(installedIn(folder))
if (read === undefined) throw new Error(`no reader ${name}`)
const start = performance.now()
const found = await read(path, format as GeneratedFormat)
const ms = performance.now() - start
console.log(JSON.stringify({ ms, kilobytes: process.resourceUsage().maxRSS, found }))

import { statSync } from 'node:fs'
import { join, parse, relative, resolve, sep } from 'node:path'
import type { FormatId } from '../../src/coverage/formats/index.ts'
import { type CoverageReport, type CoveredFiles, type Totals, totals } from '../../src/coverage/model.ts'
import { normalisePath } from '../../src/coverage/paths.ts'
import { readReport } from '../../src/coverage/read.ts'
import { FilesByFormat } from '../../src/coverage/unite.ts'
import type { ReportFault } from '../../src/locales/en/report-faults.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { type OpenReport, openReport, type Workspace } from '../../src/workspace/reports.ts'
import type { Refusal } from '../command.ts'
import type { Progress } from '../progress.ts'

/** A report to be read. */
export interface Source {
  /** As the person or the policy names it. */
  readonly shown: string
  /** Relative to the root of the workspace. */
  readonly path: string
  readonly format?: FormatId | undefined
}

export interface ReadSource {
  readonly source: Source
  readonly format: FormatId
  readonly report: CoverageReport
}

/** Files that the command line names may stand anywhere: the workspace is the whole disk. */
export function namedFiles(
  files: readonly string[],
  cwd: string,
  format?: FormatId,
): { readonly sources: readonly Source[]; readonly root: string } {
  const root = parse(cwd).root
  const sources = files.map(file => ({ shown: file, path: slashed(relative(root, resolve(cwd, file))), format }))
  return { sources, root }
}

export const slashed = (path: string): string => path.split(sep).join('/')

/** Bytes of all files that are there, for the progress bar. */
export function bytesOf(sources: readonly Source[], root: string): number {
  let bytes = 0
  for (const { path } of sources) {
    try {
      bytes += statSync(join(root, path)).size
    } catch {
      // Whoever opens it says what is wrong.
    }
  }
  return bytes
}

/** Every report, or why the first bad one was refused. */
export function readAll(
  sources: readonly Source[],
  root: string,
  progress: Progress,
): Result<readonly ReadSource[], Refusal> {
  const read: ReadSource[] = []
  try {
    for (const source of sources) {
      const one = readOne(source, { root, workingDirectory: '.' }, progress)
      if (!one.ok) return one
      read.push(one.value)
    }
  } finally {
    progress.clear()
  }
  return ok(read)
}

function readOne(source: Source, workspace: Workspace, progress: Progress): Result<ReadSource, Refusal> {
  const { shown, path, format } = source
  const opened = openReport(path, workspace)
  if (!opened.ok) return err(notOpened(opened.error, shown))
  const { chunks, close }: OpenReport = opened.value
  try {
    const parsed = readReport(progress.watch(chunks()), format)
    if (parsed.ok) return ok({ source, ...parsed.value })
    const { code, message: told, line, column } = parsed.error
    const place = { path: shown, ...(line && { line }), ...(column && { column }) }
    // Readers use no other messages; `ReportFault` is how the catalogue says one inside another.
    return err({ place, message: message('cli.coverage.refused', { code, fault: told as unknown as ReportFault }) })
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    if (code === '') throw error
    return err({ message: message('action.report.unreadable', { path: shown, code }) })
  } finally {
    close()
  }
}

/** The same sentence with the name that the person gave. */
function notOpened(told: Message, shown: string): Refusal {
  const params: { readonly code?: unknown } = told.params
  if (params.code === 'ENOENT' || params.code === 'ENOTDIR') {
    return { place: { path: shown }, message: message('cli.coverage.notFound', {}) }
  }
  return { message: { ...told, params: { ...told.params, path: shown } } }
}

export interface Counts extends Totals {
  /** Distinct paths, also of files without an executable line. */
  readonly files: number
}

/** Files by normalised path; one that climbs out of where it started keeps its own name. */
function unite(read: readonly ReadSource[]): CoveredFiles {
  const files = new FilesByFormat()
  for (const { format, report } of read)
    for (const [reported, file] of report.files) files.add(format, normalisePath(reported) ?? reported, file)
  return files.united()
}

const countsOf = (files: CoveredFiles): Counts => ({ files: files.size, ...totals(files) })

/** What the reports say as they are: every report, and all of them united. */
export interface Summary {
  readonly rows: readonly (Counts & { readonly path: string; readonly format: FormatId })[]
  readonly all: Counts
}

export function summarise(read: readonly ReadSource[]): Summary {
  const rows = read.map(one => ({ path: one.source.shown, format: one.format, ...countsOf(unite([one])) }))
  const [only] = rows
  if (only === undefined || rows.length > 1) return { rows, all: countsOf(unite(read)) }
  const { files, lines, branches, functions } = only
  return { rows, all: { files, lines, branches, functions } }
}

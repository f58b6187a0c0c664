import { generatedPaths } from '../coverage/generated.ts'
import type { MeasureInput } from '../coverage/measure.ts'
import { countLines, listTree, type Repository, readBlob, type TreeEntry } from '../git/git.ts'
import { type Message, message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'

/** What `.gitattributes` of a commit declares; when it cannot be read, everything counts and the reader is told. */
export async function generatedAt(
  repository: Repository | null,
  sha: string,
): Promise<Result<NonNullable<MeasureInput['generated']>, Message>> {
  const listed = repository === null ? null : await listTree(repository, sha)
  if (repository === null || !listed?.ok) return err(message('coverage.notice.generated', { sha }))
  const attributes = new Map<string, string>()
  for (const { path, type, oid } of listed.value) {
    if (type !== 'blob' || !/(^|\/)\.gitattributes$/.test(path)) continue
    const blob = await readBlob(repository, oid, maxAttributes)
    if (!blob.ok) return err(message('coverage.notice.generated', { sha }))
    attributes.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), blob.value.toString('utf8'))
  }
  return ok(generatedPaths(attributes))
}

/** Largest `.gitattributes` or `go.mod`, in bytes. */
const maxAttributes = 1024 * 1024

/** Most modules of a repository that are looked at. */
const maxModules = 200

/** Go names files by module; where a module lies, its `go.mod` says. */
export async function modulesOf(
  repository: Repository,
  tree: readonly TreeEntry[],
  reports: MeasureInput['reports'],
): Promise<ReadonlyMap<string, string>> {
  const modules = new Map<string, string>()
  if (!reports.some(({ origin }) => origin.format === 'go')) return modules
  for (const { path, oid } of tree.filter(entry => /(^|\/)go\.mod$/.test(entry.path)).slice(0, maxModules)) {
    const blob = await readBlob(repository, oid, maxAttributes)
    const name = blob.ok ? /^\s*module\s+"?([^\s"]+)/m.exec(blob.value.toString('utf8'))?.[1] : undefined
    if (name !== undefined) modules.set(name, path.slice(0, Math.max(0, path.lastIndexOf('/'))))
  }
  return modules
}

/** Bytes of file contents that are read to count lines. */
const maxCounted = 64 * 1024 * 1024

/** Lines of the files that a report may speak about, told by their names. */
export async function linesOf(
  repository: Repository,
  tree: readonly TreeEntry[],
  reports: MeasureInput['reports'],
): Promise<ReadonlyMap<string, number>> {
  const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const names = new Set(reports.flatMap(({ report }) => [...report.files.keys()].map(nameOf)))
  let left = maxCounted
  const entries = tree.filter(entry => {
    if (!names.has(nameOf(entry.path)) || entry.size > left) return false
    left -= entry.size
    return true
  })
  const counts = await countLines(
    repository,
    entries.map(entry => entry.oid),
  )
  return new Map(
    entries.flatMap(entry => {
      const lines = counts.get(entry.oid)
      return lines === undefined ? [] : [[entry.path, lines] as const]
    }),
  )
}

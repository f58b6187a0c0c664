import { parsePatch } from '../facts/diff.ts'
import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { message } from '../locales/message.ts'
import { type GitHubClient, unknownBecause } from './client.ts'
import type { Snapshot } from './snapshot.ts'

interface Row {
  readonly filename: string
  readonly previous_filename?: string
  readonly status: string
  readonly sha: string | null
  readonly additions: number
  readonly deletions: number
  readonly patch?: string
  readonly contents_url: string
}

const perPage = 100
/** GitHub lists at most this many files of a pull request. Source: REST "List pull requests files". */
const maxFiles = 3000

/**
 * The changed files with their patches, ⌈files/100⌉ reads. The list is unknown, never short: it must reach the pull
 * request's own count of files and lines, and speak of the same head (security.md T-35).
 */
export async function readChangedFiles(
  client: GitHubClient,
  snapshot: Snapshot,
): Promise<Fact<readonly ChangedFile[]>> {
  const { totals } = snapshot
  if (totals.changedFiles > maxFiles) return incomplete(maxFiles, totals.changedFiles)
  const rows: Row[] = []
  try {
    for (let page = 1; rows.length < totals.changedFiles && page <= Math.ceil(maxFiles / perPage); page += 1) {
      const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
        owner: snapshot.repository.owner,
        repo: snapshot.repository.name,
        pull_number: snapshot.number,
        per_page: perPage,
        page,
      })
      if (!Array.isArray(data) || !data.every(isRow)) {
        return unknown(message('unknown.malformed', { what: 'changed files' }))
      }
      if (data.length === 0) break
      rows.push(...data)
    }
  } catch (error) {
    return unknown(unknownBecause('changed files', error))
  }
  if (rows.length !== totals.changedFiles) return incomplete(rows.length, totals.changedFiles)
  const lines = rows.reduce((sum, row) => sum + row.additions + row.deletions, 0)
  if (lines !== totals.additions + totals.deletions) {
    return unknown(
      message('unknown.incomplete', {
        what: 'changed lines',
        got: lines,
        expected: totals.additions + totals.deletions,
      }),
    )
  }
  const moved = rows.some(row => row.status !== 'removed' && !row.contents_url.includes(snapshot.headSha))
  if (moved) return unknown(message('unknown.malformed', { what: 'changed files (head moved)' }))
  return present(rows.map(changedFile))
}

const incomplete = (got: number, expected: number): Fact<never> =>
  unknown(message('unknown.incomplete', { what: 'changed files', got, expected }))

function isRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null) return false
  const { filename, status, additions, deletions, contents_url: url } = row as Partial<Row>
  return (
    typeof filename === 'string' &&
    typeof status === 'string' &&
    Number.isInteger(additions) &&
    Number.isInteger(deletions) &&
    typeof url === 'string'
  )
}

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  added: 'added',
  modified: 'modified',
  removed: 'deleted',
  renamed: 'renamed',
  copied: 'copied',
  changed: 'changed',
}

function changedFile(row: Row): ChangedFile {
  const hunks = row.patch === undefined ? null : parsePatch(row.patch)
  const untouched = row.additions + row.deletions === 0
  return {
    path: row.filename,
    ...(row.previous_filename === undefined ? {} : { previousPath: row.previous_filename }),
    status: statuses[row.status] ?? 'modified',
    kind: kindOf(row),
    blob: row.sha ?? '',
    additions: row.additions,
    deletions: row.deletions,
    // No patch and no lines: binary, a mode or a pure rename. No patch but lines: GitHub left it out.
    hunks: hunks?.ok === true ? hunks.value : row.patch === undefined && untouched ? [] : null,
  }
}

/** REST gives no modes: a symlink cannot be told from a file, a submodule only by its patch. */
function kindOf(row: Row): ChangedFile['kind'] {
  if (row.patch !== undefined && /^@@[^\n]*@@[^\n]*\n[-+]Subproject commit [0-9a-f]{40}/.test(row.patch))
    return 'submodule'
  const contentChanged = row.status === 'added' || row.status === 'modified' || row.status === 'removed'
  return row.patch === undefined && contentChanged && row.additions + row.deletions === 0 ? 'binary' : 'text'
}

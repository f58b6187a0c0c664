import type { ChangedFile } from '../facts/facts.ts'
import type { GitHubClient } from './client.ts'
import type { Snapshot } from './snapshot.ts'

/** Beyond this many files nobody asks for modes: it is one read for each hundred. */
const maxFiles = 500
const perRead = 100

interface Entry {
  readonly mode: number
  readonly oid: string
}
type Entries = Readonly<Record<string, Entry | null>>
interface Answer {
  readonly repository: { readonly base: Entries | null; readonly head: Entries | null } | null
}

/**
 * The files with their modes before and after, which GitHub's list of files lacks: one read for the merge base and one
 * per 100 files. As they were where GitHub does not tell all of it, or tells of other contents.
 */
export async function withModes(
  client: GitHubClient,
  snapshot: Snapshot,
  files: readonly ChangedFile[],
): Promise<readonly ChangedFile[]> {
  if (files.length === 0 || files.length > maxFiles) return files
  try {
    const base = await mergeBaseOf(client, snapshot)
    if (base === null) return files
    const known: ChangedFile[] = []
    for (let from = 0; from < files.length; from += perRead) {
      const part = files.slice(from, from + perRead)
      const { repository } = await client.graphql<Answer>(modesQuery(part.length), {
        owner: snapshot.repository.owner,
        name: snapshot.repository.name,
        head: snapshot.headSha,
        base,
        ...Object.fromEntries(part.map((file, index) => [`new${index}`, file.path])),
        ...Object.fromEntries(part.map((file, index) => [`old${index}`, file.previousPath ?? file.path])),
      })
      known.push(...part.flatMap((file, index) => withMode(file, index, repository) ?? []))
    }
    return known.length === files.length ? known : files
  } catch {
    // Nothing rests on modes but that sign-offs are carried over; without them they are not.
    return files
  }
}

async function mergeBaseOf(client: GitHubClient, snapshot: Snapshot): Promise<string | null> {
  // The second page, because the first one holds all files with their patches.
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner: snapshot.repository.owner,
    repo: snapshot.repository.name,
    basehead: `${snapshot.baseSha}...${snapshot.headSha}`,
    per_page: 1,
    page: 2,
  })
  const sha = (data as { readonly merge_base_commit?: { readonly sha?: unknown } }).merge_base_commit?.sha
  return typeof sha === 'string' ? sha : null
}

function modesQuery(count: number): string {
  const each = (text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ')
  const files = (side: 'old' | 'new') => each(index => `f${index}: file(path: $${side}${index}) { mode oid }`)
  return `query Modes($owner: String!, $name: String!, $head: GitObjectID!, $base: GitObjectID!, ${each(index => `$old${index}: String! $new${index}: String!`)}) {
  repository(owner: $owner, name: $name) {
    base: object(oid: $base) { ... on Commit { ${files('old')} } }
    head: object(oid: $head) { ... on Commit { ${files('new')} } }
  }
}`
}

/** `null`: what stands there is not what the list of files says. */
function withMode(file: ChangedFile, index: number, repository: Answer['repository']): ChangedFile | null {
  const before = repository?.base?.[`f${index}`] ?? null
  const after = repository?.head?.[`f${index}`] ?? null
  if ((before === null) !== (file.status === 'added') || (after === null) !== (file.status === 'deleted')) return null
  if ((after ?? before)?.oid !== file.blob) return null
  return {
    ...file,
    ...(before === null ? {} : { oldMode: octal(before.mode) }),
    ...(after === null ? {} : { newMode: octal(after.mode) }),
  }
}

const octal = (mode: number): string => mode.toString(8).padStart(6, '0')

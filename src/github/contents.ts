import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { textBefore } from '../facts/reverse.ts'
import { findImpacts, wantedFiles } from '../impact/find.ts'
import type { ChangedContent, ImpactFacts } from '../impact/model.ts'
import { type GitHubClient, graphQlFailure, unknownBecause } from './client.ts'

/** Blobs of one read. */
const perRead = 100
/** Most files that are looked at, as in a clone, so at most ten reads; the rest is unread. */
const maxFiles = 1000

interface Blob {
  readonly text?: string | null
  readonly isTruncated?: boolean
  readonly isBinary?: boolean | null
}

type Blobs = Readonly<Record<string, Blob | null>>

/** Files whose content on GitHub decides what the change means; those whose text before cannot be told are left out. */
const readable = (files: readonly ChangedFile[]): readonly ChangedFile[] =>
  wantedFiles(files)
    .slice(0, maxFiles)
    .filter(file => file.hunks !== null)

/**
 * What the change means for whoever deploys, without a clone: GitHub gives the text after, ⌈files/100⌉ reads and none
 * when no file concerns deployment; the text before follows from the patch, so that no merge base has to be found.
 */
export async function readImpact(
  client: GitHubClient,
  place: Place,
  changedFiles: Fact<readonly ChangedFile[]>,
): Promise<Fact<ImpactFacts>> {
  if (changedFiles.state !== 'present') return changedFiles
  const files = readable(changedFiles.value)
  const oids = files.filter(file => file.status !== 'deleted').map(file => file.blob)
  const texts = await readTexts(client, place, oids).catch((error: unknown) => unknownBecause('impact', error))
  if (!(texts instanceof Map)) return unknown(texts)
  const contents = files.map(file => contentOf(file, texts.get(file.blob) ?? null))
  const { impacts, unread } = findImpacts(contents)
  const looked = new Set(files)
  const skipped = wantedFiles(changedFiles.value).filter(file => !looked.has(file))
  return present({ impacts, unread: [...unread, ...skipped.map(file => file.path)] })
}

interface Place {
  readonly owner: string
  readonly name: string
}

/** Texts by object id, of blobs that are text and come whole. */
async function readTexts(client: GitHubClient, place: Place, blobs: readonly string[]): Promise<Map<string, string>> {
  const oids = [...new Set(blobs)].filter(isOid)
  const texts = new Map<string, string>()
  for (let from = 0; from < oids.length; from += perRead) {
    const batch = oids.slice(from, from + perRead)
    for (const [index, blob] of Object.entries(await readBlobs(client, place, batch))) {
      const oid = batch[Number(index.slice(1))]
      if (oid !== undefined && isWhole(blob)) texts.set(oid, blob.text)
    }
  }
  return texts
}

const isOid = (text: string): boolean => /^[0-9a-f]{40,64}$/.test(text)

const isWhole = (blob: Blob | null): blob is Blob & { readonly text: string } =>
  blob !== null && typeof blob.text === 'string' && blob.isTruncated !== true && blob.isBinary !== true

/** A blob that GitHub does not give is unread, not a reason to know nothing of the others. */
async function readBlobs(client: GitHubClient, { owner, name }: Place, oids: readonly string[]): Promise<Blobs> {
  const declared = oids.map((_, index) => `$o${index}: GitObjectID!`).join(', ')
  const fields = oids.map(
    (_, index) => `b${index}: object(oid: $o${index}) { ... on Blob { text isTruncated isBinary } }`,
  )
  const query = `query Contents($owner: String!, $name: String!, ${declared}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}`
  const variables = Object.fromEntries(oids.map((oid, index) => [`o${index}`, oid]))
  try {
    return (await client.graphql<{ repository: Blobs | null }>(query, { owner, name, ...variables })).repository ?? {}
  } catch (error) {
    const failure = graphQlFailure(error)
    if (failure === null) throw error
    return (failure.data as { repository?: Blobs | null } | null)?.repository ?? {}
  }
}

function contentOf(file: ChangedFile, text: string | null): ChangedContent {
  const after = file.status === 'deleted' ? null : text
  if (file.status === 'added') return { file, before: null, after }
  const before = file.status === 'deleted' ? textBefore('', file.hunks ?? []) : beforeOf(file, text)
  // One side alone would make everything in it new, or gone.
  return file.status !== 'deleted' && before === null ? { file, before, after: null } : { file, before, after }
}

const beforeOf = ({ hunks }: ChangedFile, after: string | null): string | null =>
  after === null || hunks === null ? null : textBefore(after, hunks)

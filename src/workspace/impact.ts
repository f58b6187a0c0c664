import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { mergeBase, type Repository, readFilesAt } from '../git/git.ts'
import { findImpacts, wantedFiles } from '../impact/find.ts'
import type { ChangedContent, ImpactFacts } from '../impact/model.ts'
import { message } from '../locales/message.ts'
import { textOf } from './policy.ts'

/** Largest file that is looked at, in bytes. */
const maxFile = 1024 * 1024
/** Most files that are looked at; with more the rest is unread. */
const maxFiles = 1000

/** What the changes from where `head` left `base` mean for whoever deploys, out of the clone. */
export async function impactBetween(
  repository: Repository,
  base: string,
  head: string,
  changedFiles: Fact<readonly ChangedFile[]>,
): Promise<Fact<ImpactFacts>> {
  if (changedFiles.state !== 'present') return changedFiles
  const wanted = wantedFiles(changedFiles.value)
  const looked = wanted.slice(0, maxFiles)
  const from = await mergeBase(repository, base, head)
  if (from === null) return unknown(message('unknown.notFetched', { what: 'impact' }))
  const before = await readFilesAt(repository, from, looked.filter(isThereBefore).map(oldPath), maxFile)
  const after = await readFilesAt(repository, head, looked.filter(isThereAfter).map(newPath), maxFile)
  if (!before.ok) return unknown(before.error)
  if (!after.ok) return unknown(after.error)
  const contents = looked.map(
    (file): ChangedContent => ({
      file,
      before: isThereBefore(file) ? text(before.value.get(oldPath(file))) : null,
      after: isThereAfter(file) ? text(after.value.get(newPath(file))) : null,
    }),
  )
  const { impacts, unread } = findImpacts(contents)
  return present({ impacts, unread: [...unread, ...wanted.slice(maxFiles).map(newPath)] })
}

const newPath = (file: ChangedFile): string => file.path
const oldPath = (file: ChangedFile): string => file.previousPath ?? file.path
const isThereBefore = (file: ChangedFile): boolean => file.status !== 'added'
const isThereAfter = (file: ChangedFile): boolean => file.status !== 'deleted'
const text = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : textOf(bytes))

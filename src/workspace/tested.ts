import { type ChangedFile, type Fact, present, unknown } from '../facts/facts.ts'
import { diffCommits, hasCommit, headCommit, listTree, parentsOf, type Repository, type TreeEntry } from '../git/git.ts'
import { type Message, message } from '../locales/message.ts'

export interface Tested {
  /** The commit that is checked out; `null`: not known. */
  readonly sha: string | null
  /** Files of the commit that was tested; `null`: not known. */
  readonly tree: readonly TreeEntry[] | null
  /** The change with the line numbers of the commit that was tested. */
  readonly changedFiles: Changes | Promise<Changes>
  readonly problems: readonly Message[]
}

/** `null`: a commit without a pull request. */
export type Changes = Fact<readonly ChangedFile[]> | null

/**
 * Line numbers in the reports are those of the commit that is checked out. That is the head itself, or, after a default
 * checkout, GitHub's merge of it into the base branch; there the change is the merge's own. Any other commit says
 * nothing about this head.
 */
export async function testedChange(
  repository: Repository | null,
  headSha: string,
  changedFiles: Changes | Promise<Changes>,
): Promise<Tested> {
  if (repository === null)
    return { sha: null, tree: null, changedFiles, problems: [message('action.report.noCheckout', {})] }
  const found = await headCommit(repository)
  const listed = found.ok ? await listTree(repository, found.value) : found
  if (!found.ok || !listed.ok) {
    return { sha: null, tree: null, changedFiles, problems: listed.ok ? [] : [listed.error] }
  }
  const tested = found.value
  const tree = listed.value.filter(entry => entry.type === 'blob')
  if (tested === headSha) return { sha: tested, tree, changedFiles, problems: [] }
  const [base, head] = await parentsOf(repository, tested)
  const changed = await changedFiles
  if (base === undefined || head !== headSha || changed === null) {
    const problems = [message('action.report.otherCommit', { tested, head: headSha })]
    return { sha: tested, tree, changedFiles: changed, problems }
  }
  if (await hasCommit(repository, base)) {
    const merged = await diffCommits(repository, base, tested)
    return { sha: tested, tree, changedFiles: merged.ok ? present(merged.value) : unknown(merged.error), problems: [] }
  }
  return { sha: tested, tree, changedFiles: changed, problems: shiftedFiles(tree, changed) }
}

/** Files whose content in the merge is not that of the head: their line numbers would not fit. */
function shiftedFiles(tree: readonly TreeEntry[], changed: Fact<readonly ChangedFile[]>): readonly Message[] {
  const blobs = new Map(tree.map(entry => [entry.path, entry.oid]))
  const files = changed.state === 'present' ? changed.value : []
  const shifted = files.filter(
    file => file.status !== 'deleted' && file.kind === 'text' && blobs.get(file.path) !== file.blob,
  )
  return shifted.length === 0 ? [] : [message('action.report.shifted', { files: shifted.map(file => file.path) })]
}

import { relative, resolve, sep } from 'node:path'
import type { FormatId } from '../coverage/formats/index.ts'
import { doubts, type MeasureInput, measure, unreadable } from '../coverage/measure.ts'
import { readReport } from '../coverage/read.ts'
import { type ChangedFile, type Fact, type MeasuredCoverage, present, unknown } from '../facts/facts.ts'
import { commonPlaces } from '../gates/coverage.ts'
import {
  checkedOutAt,
  countLines,
  diffCommits,
  hasCommit,
  headCommit,
  listTree,
  parentsOf,
  type Repository,
  type TreeEntry,
} from '../git/git.ts'
import { type Message, message } from '../locales/message.ts'
import type { GatePolicy } from '../policy/schema.ts'
import { findCommon, findReports, openReport, type ReportSpec, type Workspace } from './reports.ts'

export interface CoverageInput {
  readonly options: GatePolicy<'coverage'>
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly headSha: string
  /** `null`: a commit without a pull request. */
  readonly changedFiles: Fact<readonly ChangedFile[]> | null
  readonly run: { readonly id: string; readonly attempt: number }
}

export interface Measurement {
  readonly fact: Fact<MeasuredCoverage>
  /** No file stood at any place that the policy names: nothing was run here. */
  readonly nothingFound: boolean
  readonly notices: readonly Message[]
}

/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
export async function measureCoverage(input: CoverageInput): Promise<Measurement> {
  const { options, workspace, repository, headSha } = input
  const specs: readonly Spec[] | undefined = options.reports
  const listed =
    specs === undefined
      ? { found: await findCommon(commonPlaces, workspace), problems: [] }
      : await findReports<Spec>(specs, workspace)
  const nothingFound = listed.found.length === 0
  const tested = await testedChange(repository, headSha, input.changedFiles)
  if (tested.changedFiles?.state === 'unknown') {
    return { fact: tested.changedFiles, nothingFound, notices: [] }
  }
  const checkout = repository === null ? null : await checkedOutAt(repository)
  const read = listed.found.map(found => readOne(found.spec, found.path, { workspace, repository, checkout }))
  const problems = [
    ...listed.problems,
    ...(specs === undefined && nothingFound ? [message('action.report.none', { places: commonPlaces })] : []),
    ...(nothingFound ? [] : tested.problems),
    ...read.flatMap(one => one.problems),
  ]
  const reports = read.flatMap(one => one.report ?? [])
  const measured: MeasureInput = {
    reports,
    problems,
    tree: tested.tree?.map(entry => entry.path) ?? null,
    changedFiles: tested.changedFiles?.state === 'present' ? tested.changedFiles.value : null,
    options,
    headSha,
    run: input.run,
    workspace: repository?.root ?? workspace.root,
    ...(repository === null || tested.tree === null
      ? {}
      : { lineCounts: await linesOf(repository, tested.tree, reports) }),
  }
  return { fact: present(measure(measured)), nothingFound, notices: doubts(measured) }
}

type Spec = ReportSpec & { readonly format?: FormatId | undefined }
type ReadOne = { readonly report?: MeasureInput['reports'][number]; readonly problems: readonly Message[] }

interface Surroundings {
  readonly workspace: Workspace
  readonly repository: Repository | null
  /** Milliseconds since 1970. */
  readonly checkout: number | null
}

/** Clocks of file systems tick more coarsely than the one that wrote the checkout. */
const clockSlack = 1000

function readOne(spec: Spec, path: string, { workspace, repository, checkout }: Surroundings): ReadOne {
  const opened = openReport(path, workspace)
  if (!opened.ok) return { problems: [opened.error] }
  const { modifiedAt, chunks, sha256, close } = opened.value
  const { name } = spec
  try {
    if (checkout !== null && modifiedAt < checkout - clockSlack) {
      return { problems: [message('coverage.problem.stale', { name, path })] }
    }
    const parsed = readReport(chunks(), spec.format)
    if (!parsed.ok) return { problems: [unreadable({ name, path }, parsed.error)] }
    const origin = {
      name,
      path: inRepository(path, workspace, repository),
      format: parsed.value.format,
      sha256: sha256(),
    }
    return { report: { origin, report: parsed.value.report }, problems: [] }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    return { problems: [message('action.report.unreadable', { path, code })] }
  } finally {
    close()
  }
}

function inRepository(path: string, workspace: Workspace, repository: Repository | null): string {
  return repository === null ? path : relative(repository.root, resolve(workspace.root, path)).split(sep).join('/')
}

interface Tested {
  /** Files of the commit that was tested; `null`: not known. */
  readonly tree: readonly TreeEntry[] | null
  /** The change with the line numbers of the commit that was tested. */
  readonly changedFiles: Fact<readonly ChangedFile[]> | null
  readonly problems: readonly Message[]
}

/**
 * Line numbers in the reports are those of the commit that is checked out. That is the head itself, or, after a default
 * checkout, GitHub's merge of it into the base branch; there the change is the merge's own. Any other commit says
 * nothing about this head.
 */
async function testedChange(
  repository: Repository | null,
  headSha: string,
  changedFiles: Fact<readonly ChangedFile[]> | null,
): Promise<Tested> {
  if (repository === null) return { tree: null, changedFiles, problems: [message('action.report.noCheckout', {})] }
  const found = await headCommit(repository)
  const listed = found.ok ? await listTree(repository, found.value) : found
  if (!found.ok || !listed.ok) return { tree: null, changedFiles, problems: listed.ok ? [] : [listed.error] }
  const tested = found.value
  const tree = listed.value.filter(entry => entry.type === 'blob')
  if (tested === headSha) return { tree, changedFiles, problems: [] }
  const [base, head] = await parentsOf(repository, tested)
  if (base === undefined || head !== headSha || changedFiles === null) {
    return { tree, changedFiles, problems: [message('action.report.otherCommit', { tested, head: headSha })] }
  }
  if (await hasCommit(repository, base)) {
    const merged = await diffCommits(repository, base, tested)
    return { tree, changedFiles: merged.ok ? present(merged.value) : unknown(merged.error), problems: [] }
  }
  return { tree, changedFiles, problems: shiftedFiles(tree, changedFiles) }
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

/** Bytes of file contents that are read to count lines. */
const maxCounted = 64 * 1024 * 1024

/** Lines of the files that a report may speak about, told by their names. */
async function linesOf(
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

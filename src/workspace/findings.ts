import {
  absent,
  type ChangedFile,
  type Fact,
  type FindingsBaseline,
  type FoundDefect,
  type MeasuredFindings,
  present,
} from '../facts/facts.ts'
import { Fingerprints } from '../findings/fingerprint.ts'
import { countByTool, keepWorst, worstFirst } from '../findings/measured.ts'
import type { SarifDefect, SarifProblem, SarifRun } from '../findings/model.ts'
import { readSarif } from '../findings/sarif.ts'
import { findingsScope } from '../gates/findings/options.ts'
import { checkedOutAt, headCommit, parentsOf, type Repository } from '../git/git.ts'
import type { FindingFault } from '../locales/en/finding-faults.ts'
import { type Message, message } from '../locales/message.ts'
import type { GatePolicy } from '../policy/schema.ts'
import { digested, findReports, isStale, type OpenReport, openReport, type Workspace } from './reports.ts'

/** Largest SARIF file that is read, in bytes. */
export const maxSarifFile = 500 * 1024 ** 2

/** Results that are kept one by one; the others are counted. */
const mostDefects = 10_000
const mostProblems = 50

export interface FindingsInput {
  /** As the policy has them; `undefined`: it has none. */
  readonly options: GatePolicy<'findings'> | undefined
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly headSha: string
  /** `null`: there is no pull request, only a commit. */
  readonly changedFiles: Fact<readonly ChangedFile[]> | null
  /** What the base branch had; not known is as good as nothing, and then everything is taken for new. */
  readonly baseline: Fact<FindingsBaseline>
  readonly run?: { readonly id: string; readonly attempt: number }
  /** Older files are of another state, in milliseconds since 1970. Left out: the time of the checkout. */
  readonly newerThan?: number | null
}

export interface FindingsMeasurement {
  /** `absent`: the policy asks for no files. */
  readonly fact: Fact<MeasuredFindings>
  /** Of every result, worst first, for a commit of the base branch. */
  readonly fingerprints: readonly string[]
  /** No file stood at any place that the policy names: nothing was run here. */
  readonly nothingFound: boolean
}

interface Reading {
  readonly options: GatePolicy<'findings'>
  readonly workspace: Workspace
  readonly checkout: number | null
  /** Commits that a file may speak of. */
  readonly commits: readonly string[]
  readonly headSha: string
  readonly fingerprints: Fingerprints
}

interface ReadFile {
  readonly file: MeasuredFindings['files'][number]
  readonly runs: readonly SarifRun[]
  readonly problems: readonly Message[]
}

/** Reads the SARIF files that the policy names, and tells what in them is new or on changed lines. */
export async function measureFindings(input: FindingsInput): Promise<FindingsMeasurement> {
  const { options, workspace, repository, headSha } = input
  if (options === undefined || options.level === 'off' || options.sarif.length === 0) {
    return { fact: absent, fingerprints: [], nothingFound: true }
  }
  const checkout =
    input.newerThan === undefined && repository !== null ? await checkedOutAt(repository) : (input.newerThan ?? null)
  const specs = options.sarif.map(pattern => ({ name: pattern, path: pattern }))
  const { found, missing, problems } = await findReports(specs, workspace)
  const tested = await testedCommit(repository, headSha)
  const commits = [headSha, ...(tested.sha === null ? [] : [tested.sha])]
  const reading = { options, workspace, checkout, commits, headSha, fingerprints: new Fingerprints() }
  const paths = [...new Set(found.map(each => each.path))].sort()
  const files = paths.map(path => readOne(path, reading))
  const scope = findingsScope(options)
  const baseline = comparable(input.baseline, scope)
  const defects = worstFirst(defectsOf(files, options, baseline, changesOf(input.changedFiles)))
  const measured: MeasuredFindings = {
    schemaVersion: 1,
    headSha,
    scope,
    files: files.map(({ file }) => file),
    problems: [
      ...(found.length === 0 ? [] : tested.problems),
      ...missing.map(({ spec, near }) => message('findings.missing', { path: spec.path, near })),
      ...problems,
      ...files.flatMap(file => file.problems),
    ].slice(0, mostProblems),
    defects,
    tools: countByTool(
      files.flatMap(({ file }) => file.tools),
      defects,
    ),
    omitted: {},
    omittedSome: { new: {}, changed: {}, suppressed: {} },
    comparedWith: baseline?.sha ?? null,
    ...(input.run === undefined ? {} : { run: input.run }),
  }
  return {
    fact: present(keepWorst(measured, mostDefects)),
    fingerprints: defects.map(defect => defect.fingerprint),
    nothingFound: found.length === 0,
  }
}

const comparable = (fact: Fact<FindingsBaseline>, scope: string): FindingsBaseline | null =>
  fact.state === 'present' && fact.value.scope === scope ? fact.value : null

/** The head itself, or GitHub's merge of it into the base branch, must be checked out: nothing else speaks for the head. */
async function testedCommit(
  repository: Repository | null,
  headSha: string,
): Promise<{ readonly sha: string | null; readonly problems: readonly Message[] }> {
  const refused = (problem: Message) => ({ sha: null, problems: [problem] })
  if (repository === null) return refused(message('action.report.noCheckout', {}))
  const found = await headCommit(repository)
  if (!found.ok) return refused(found.error)
  const sha = found.value
  if (sha === headSha) return { sha, problems: [] }
  const [, merged] = await parentsOf(repository, sha)
  if (merged === headSha) return { sha, problems: [] }
  return refused(message('action.report.otherCommit', { tested: sha, head: headSha }))
}

function readOne(path: string, reading: Reading): ReadFile {
  const nothing = { path, sha256: '', tools: [] }
  const refused = (problem: Message): ReadFile => ({ file: nothing, runs: [], problems: [problem] })
  const opened = openReport(path, reading.workspace)
  if (!opened.ok) return refused(opened.error)
  try {
    if (isStale(opened.value, reading.checkout)) return refused(message('findings.old', { path }))
    const { options, fingerprints } = reading
    const root = reading.workspace.root.replaceAll('\\', '/')
    const { chunks, sha256 } = digested(limited(opened.value))
    const read = readSarif(chunks, { levels: options.levels, root }, fingerprints)
    if (!read.ok) return refused(told(path, read.error))
    const problems = read.value.flatMap(run => [...run.problems, ...foreign(run, reading)])
    return {
      file: { path, sha256: sha256(), tools: read.value.map(run => run.tool) },
      runs: read.value,
      problems: problems.map(problem => told(path, problem)),
    }
  } catch (error) {
    if (error instanceof TooLarge) return refused(message('findings.size', { path, limit: maxSarifFile }))
    return refused(message('action.report.unreadable', { path, code: codeOf(error) }))
  } finally {
    opened.value.close()
  }
}

/** Messages of the two catalogues of faults, and no others. */
const told = (path: string, problem: SarifProblem): Message =>
  message('findings.problem', {
    path,
    code: problem.code,
    line: problem.line ?? null,
    column: problem.column ?? null,
    fault: problem.message as unknown as FindingFault,
  })

/** A run that names commits must name the one that is judged; abbreviated ones are taken as they are. */
function foreign(
  { tool, revisions }: SarifRun,
  { commits, headSha }: Pick<Reading, 'commits' | 'headSha'>,
): readonly SarifProblem[] {
  const isOurs = (revision: string) =>
    /^[0-9a-f]{7,64}$/i.test(revision) && commits.some(commit => commit.startsWith(revision.toLowerCase()))
  if (revisions.length === 0 || revisions.some(isOurs)) return []
  const problem = message('findings.fault.stale', { revisions: revisions.slice(0, 5), head: headSha, tool })
  return [{ code: 'SRF-STALE', message: problem }]
}

function defectsOf(
  files: readonly ReadFile[],
  options: GatePolicy<'findings'>,
  baseline: FindingsBaseline | null,
  changes: Changes,
): readonly FoundDefect[] {
  const known = baseline === null ? null : new Set(baseline.fingerprints)
  const usesState = options.baseline_state === 'use'
  return files.flatMap(({ runs }) =>
    runs.flatMap(({ tool, defects }) =>
      defects.flatMap((defect): readonly FoundDefect[] => {
        const { baselineState, doubts, ...rest } = defect
        if (usesState && baselineState === 'absent') return []
        const isOld = known?.has(defect.fingerprint) ?? null
        const isNew = usesState && baselineState === 'unchanged' ? false : isOld === null ? null : !isOld
        const onChangedLine = changes.touch(defect)
        return [{ tool, ...rest, isNew, onChangedLine, ...(doubts.length === 0 ? {} : { doubts }) }]
      }),
    ),
  )
}

interface Changes {
  readonly touch: (defect: SarifDefect) => boolean
}

/** Lines that the pull request adds. Where they are not known, or the result has no place, it may be on one of them. */
function changesOf(files: Fact<readonly ChangedFile[]> | null): Changes {
  if (files === null || files.state !== 'present') return { touch: () => true }
  const added = new Map<string, ReadonlySet<number> | null>()
  for (const file of files.value) added.set(file.path, addedLines(file))
  return {
    touch: ({ path, line, endLine, doubts }) => {
      if (path === null) return true
      const lines = added.get(path)
      if (lines === undefined) return false
      if (lines === null || line === null || doubts.some(({ code }) => code === 'SRF-REGION')) return true
      const last = endLine ?? line
      if (last - line >= lines.size) return lines.values().some(each => each >= line && each <= last)
      for (let at = line; at <= last; at++) if (lines.has(at)) return true
      return false
    },
  }
}

/** `null`: GitHub left the patch out. */
function addedLines({ hunks }: ChangedFile): ReadonlySet<number> | null {
  if (hunks === null) return null
  const lines = new Set<number>()
  for (const hunk of hunks) {
    let at = hunk.newStart
    for (const { kind } of hunk.lines) {
      if (kind === 'added') lines.add(at)
      if (kind !== 'removed') at += 1
    }
  }
  return lines
}

class TooLarge extends Error {}

function* limited({ chunks }: OpenReport): Iterable<Uint8Array> {
  let size = 0
  for (const chunk of chunks()) {
    size += chunk.length
    if (size > maxSarifFile) throw new TooLarge()
    yield chunk
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

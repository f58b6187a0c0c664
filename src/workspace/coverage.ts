import { relative, resolve, sep } from 'node:path'
import type { FormatId } from '../coverage/formats/index.ts'
import { type Measurement as Measured, measureFiles, unreadable } from '../coverage/measure.ts'
import { countFile } from '../coverage/model.ts'
import { readReport } from '../coverage/read.ts'
import { type SuiteSnapshot, writeSnapshot } from '../coverage/snapshot.ts'
import type { CarriedSuite, OriginalReport } from '../coverage/unite.ts'
import { type Component, type Fact, type MeasuredCoverage, type MissingSuite, present } from '../facts/facts.ts'
import { commonPlaces } from '../gates/coverage.ts'
import { checkedOutAt, type Repository } from '../git/git.ts'
import type { FileTotals } from '../github/evidence.ts'
import { type Message, message } from '../locales/message.ts'
import type { GatePolicy } from '../policy/schema.ts'
import { type Carry, carryForward } from './carry.ts'
import {
  digested,
  findCommon,
  findReports,
  isStale,
  type MissingFiles,
  openReport,
  type ReportSpec,
  type Workspace,
} from './reports.ts'
import { type Changes, type Tested, testedChange } from './tested.ts'
import { countTests } from './tests.ts'
import { generatedAt, linesOf, modulesOf } from './tree.ts'

export interface CoverageInput {
  readonly options: GatePolicy<'coverage'>
  /** Commit of the base branch, which says what is generated. */
  readonly baseSha: string
  /** The policy's. */
  readonly components: Readonly<Record<string, Component>>
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly headSha: string
  /** May still be on its way while reports are read. */
  readonly changedFiles: Changes | Promise<Changes>
  /** Left out: on a laptop. */
  readonly run?: { readonly id: string; readonly attempt: number }
  /** Older report files measured another state, in milliseconds since 1970. Left out: the time of the checkout. */
  readonly newerThan?: number | null
}

export interface Measurement {
  readonly fact: Fact<MeasuredCoverage>
  /** No file stood at any place that the policy names: nothing was run here. */
  readonly nothingFound: boolean
  readonly notices: readonly Message[]
  /** The suites that may be carried forward, for later runs; `null`: there is none or its content is not known. */
  readonly snapshot: string | null
  /** Lines by path, for pull requests to be compared with. */
  readonly files: FileTotals
}

/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
export async function measureCoverage(input: CoverageInput): Promise<Measurement> {
  const { options, workspace, repository, headSha } = input
  const specs: readonly Spec[] | undefined = options.reports
  const listed =
    specs === undefined
      ? { found: await findCommon(commonPlaces, workspace), missing: [], problems: [] }
      : await findReports<Spec>(specs, workspace)
  const nothingFound = listed.found.length === 0
  const tested = await testedChange(repository, headSha, input.changedFiles)
  const checkout =
    input.newerThan === undefined && repository !== null ? await checkedOutAt(repository) : (input.newerThan ?? null)
  const read = listed.found.map(found => readOne(found.spec, found.path, { workspace, repository, checkout }))
  const carried = await Promise.all(listed.missing.map(each => standIn(each, input, tested)))
  const tests = await countTests(options.tests ?? [], { workspace, checkout })
  const problems = [
    ...listed.problems,
    ...tests.problems,
    ...(specs === undefined && nothingFound ? [message('action.report.none', { places: commonPlaces })] : []),
    ...(nothingFound ? [] : tested.problems),
    ...read.flatMap(one => one.problems),
  ]
  const reports = read.flatMap(one => one.report ?? [])
  const generated = options.generated === 'exclude' ? await generatedAt(repository, input.baseSha) : null
  const inTree =
    repository === null || tested.tree === null
      ? {}
      : {
          lineCounts: await linesOf(repository, tested.tree, reports),
          modules: await modulesOf(repository, tested.tree, reports),
        }
  const changed = await tested.changedFiles
  if (changed?.state === 'unknown') return { fact: changed, nothingFound, notices: [], snapshot: null, files: {} }
  const result = measureFiles({
    reports,
    carried: carried.flatMap(one => one.suite ?? []),
    incomplete: [...carried.flatMap(one => one.missing ?? []), ...tests.missing],
    tests: tests.runs,
    components: input.components,
    problems,
    tree: tested.tree?.map(entry => entry.path) ?? null,
    changedFiles: changed?.state === 'present' ? changed.value : null,
    options,
    headSha,
    ...(input.run === undefined ? {} : { run: input.run }),
    workspace: repository?.root ?? workspace.root,
    ...inTree,
    ...(generated?.ok ? { generated: generated.value } : {}),
  })
  return {
    fact: present(result.measured),
    nothingFound,
    notices: [...result.doubts, ...(generated === null || generated.ok ? [] : [generated.error])],
    snapshot: snapshotOf(result, input, tested, carried),
    files: Object.fromEntries(result.files.entries().map(([path, file]) => [path, countFile(file).lines])),
  }
}

/** What counts for a suite that has too few files: an earlier measurement, or nothing and the reason. */
async function standIn(
  { spec, found, expected, near }: MissingFiles<Spec>,
  { workspace, repository }: CoverageInput,
  tested: Tested,
): Promise<{ readonly suite?: CarriedSuite; readonly missing?: MissingSuite; readonly kept?: SuiteSnapshot }> {
  const { name, path } = spec
  const carry: Carry =
    spec.carry_forward === undefined || found > 0
      ? { ok: false, reason: null }
      : await carryForward({ name, ...spec.carry_forward }, { workspace, repository, tested })
  if (carry.ok) return { suite: carry.suite, kept: carry.kept }
  return { missing: { name, path, found, expected, near, carry: carry.reason } }
}

/** Every suite that may be carried forward: as measured now, or as it was carried. */
function snapshotOf(
  { bySuite }: Measured,
  { options }: CoverageInput,
  { sha, tree }: Tested,
  carried: readonly { readonly kept?: SuiteSnapshot }[],
): string | null {
  const wanted = (options.reports ?? []).filter(report => report.carry_forward !== undefined)
  if (wanted.length === 0 || tree === null || sha === null) return null
  const blobs = new Map(tree.map(entry => [entry.path, entry.oid]))
  const at = new Date().toISOString()
  const kept = carried.flatMap(one => one.kept ?? [])
  const suites = wanted.flatMap(({ name }): readonly SuiteSnapshot[] => {
    const earlier = kept.find(suite => suite.name === name)
    if (earlier !== undefined) return [earlier]
    const files = [...(bySuite.get(name) ?? [])].flatMap(([path, coverage]) => {
      const blob = blobs.get(path)
      return blob === undefined ? [] : [[path, { blob, coverage }] as const]
    })
    return files.length === 0 ? [] : [{ name, sha, at, files: new Map(files) }]
  })
  return writeSnapshot(suites)
}

type Spec = ReportSpec & {
  readonly format?: FormatId | undefined
  readonly carry_forward?: { readonly path: string; readonly max_age: string } | undefined
}
type ReadOne = { readonly report?: OriginalReport; readonly problems: readonly Message[] }

interface Surroundings {
  readonly workspace: Workspace
  readonly repository: Repository | null
  /** Milliseconds since 1970. */
  readonly checkout: number | null
}

function readOne(spec: Spec, path: string, { workspace, repository, checkout }: Surroundings): ReadOne {
  const opened = openReport(path, workspace)
  if (!opened.ok) return { problems: [opened.error] }
  const { close } = opened.value
  const { chunks, sha256 } = digested(opened.value.chunks())
  const { name } = spec
  try {
    if (isStale(opened.value, checkout)) {
      return { problems: [message('coverage.problem.stale', { name, path })] }
    }
    const parsed = readReport(chunks, spec.format)
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

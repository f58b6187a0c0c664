import { lstatSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { normalisePath } from '../../src/coverage/paths.ts'
import { evaluate, type PolicyState } from '../../src/evaluate.ts'
import {
  absent,
  allUnknown,
  type ChangedFile,
  type Fact,
  type MeasuredCoverage,
  type PullRequestFacts,
  present,
} from '../../src/facts/facts.ts'
import { commonPlaces } from '../../src/gates/coverage.ts'
import { changedFilesBetween, headCommit, type Repository, uncommittedFiles } from '../../src/git/git.ts'
import { compileGlob } from '../../src/glob.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { type GatePolicy, type Policy, policySchema } from '../../src/policy/schema.ts'
import type { CoverageSummary, GateOutcome } from '../../src/report.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { measureCoverage } from '../../src/workspace/coverage.ts'
import { findCommon, findReports, type Workspace } from '../../src/workspace/reports.ts'
import { checkoutAround, commitNamed, type NamedCommit, pathOf, policyOf } from '../checkout.ts'
import type { Refusal } from '../command.ts'
import { type ReadSource, type Source, slashed } from './reports.ts'

type CoverageOptions = GatePolicy<'coverage'>
type Spec = NonNullable<CoverageOptions['reports']>[number]

/** What is judged, before any report is read. */
export interface Task {
  readonly repository: Repository
  readonly workspace: Workspace
  readonly headSha: string
  /** `null`: only the project is judged. */
  readonly base: NamedCommit | null
  readonly policy: Policy
  /** Path of the policy; `null`: there is none, and the defaults apply. */
  readonly policyPath: string | null
  readonly options: CoverageOptions
  readonly sources: readonly Source[]
  /** From the base to HEAD; `null`: there is no base. */
  readonly changedFiles: Promise<Fact<readonly ChangedFile[]>> | null
}

interface Wish {
  readonly cwd: string
  readonly base: string | undefined
  readonly files: readonly string[]
  readonly format: Source['format']
}

/** Finds the checkout around `cwd`, the policy that judges and the reports. */
export async function prepare({ cwd, base, files, format }: Wish): Promise<Result<Task, Refusal>> {
  const repository = await checkoutAround(cwd)
  if (repository === null) {
    return err({
      message: base === undefined ? message('cli.coverage.noFile', {}) : message('cli.coverage.noCheckout', {}),
    })
  }
  const head = await headCommit(repository)
  if (!head.ok) return err({ message: head.error })
  const against = base === undefined ? ok(null) : await commitNamed(repository, 'base', base)
  if (!against.ok) return against
  // git takes its time: it may do so while policy and reports are read.
  const changedFiles = against.value === null ? null : changedFilesBetween(repository, against.value.sha, head.value)
  const judging = await policyOf(repository, against.value)
  if (!judging.ok) return judging
  const { policy } = judging.value
  const workspace = { root: repository.root, workingDirectory: '.' }
  const found = gateOptions(policy)
  const named = files.map(file => slashed(relative(repository.root, resolve(cwd, file))))
  const options = files.length === 0 ? found : { ...found, ...onlyFiles(named, found, format) }
  const sources =
    files.length === 0
      ? await sourcesOf(options, workspace)
      : ok(files.map((shown, index) => ({ shown, path: named[index] ?? '', format: options.reports?.[index]?.format })))
  if (!sources.ok) return err({ ...sources.error, locale: policy.locale })
  return ok({
    repository,
    workspace,
    headSha: head.value,
    base: against.value,
    policy,
    policyPath: pathOf(judging.value),
    options,
    sources: sources.value,
    changedFiles,
  })
}

/** A policy without the gate judges nothing, and the numbers are measured as the defaults say. */
function gateOptions({ gates }: Policy): CoverageOptions {
  return gates.coverage ?? policySchema.shape.gates.unwrap().shape.coverage.unwrap().parse({ level: 'off' })
}

/** The files of the command line instead of the policy's, under the policy's names where it has one for them. */
function onlyFiles(
  paths: readonly string[],
  { reports, flags }: CoverageOptions,
  format: Source['format'],
): Pick<CoverageOptions, 'reports' | 'flags'> {
  const specs = paths.map((path): Spec => {
    const known = reports?.find(each => compiled(each.path)(path))
    return {
      name: known?.name ?? path,
      path: literally(path),
      format: format ?? known?.format,
      expected: 1,
    }
  })
  const names = new Set(specs.map(({ name }) => name))
  const kept = Object.entries(flags ?? {}).filter(([name]) => names.has(name))
  return { reports: specs, flags: Object.fromEntries(kept) }
}

/** A pattern that matches this path and no other. */
const literally = (path: string): string => (/[*?[{]/.test(path) ? path.replace(/[*?[{\]}]/g, '[$&]') : path)

function compiled(pattern: string): (path: string) => boolean {
  const glob = compileGlob(pattern)
  return path => glob.ok && glob.value.matches(path)
}

async function sourcesOf(
  { reports }: CoverageOptions,
  workspace: Workspace,
): Promise<Result<readonly Source[], Refusal>> {
  if (reports === undefined) {
    const found = await findCommon(commonPlaces, workspace)
    return found.length === 0
      ? err({ message: message('cli.coverage.nothingFound', { places: commonPlaces }) })
      : ok(found.map(({ path }) => ({ shown: path, path })))
  }
  const { found, missing, problems } = await findReports<Spec>(reports, workspace)
  const [problem] = problems
  if (problem !== undefined) return err({ message: problem })
  const [first] = missing
  // Some are enough to be judged as incomplete; a snapshot may stand in even for all.
  if (found.length === 0 && first !== undefined && !reports.some(report => report.carry_forward !== undefined)) {
    const { name, path } = first.spec
    return err({ place: { path }, message: message('cli.coverage.missing', { name, near: first.near }) })
  }
  return ok(found.map(({ spec, path }) => ({ shown: path, path, format: spec.format })))
}

export interface Judgement {
  readonly measured: MeasuredCoverage
  /** In the order of the policy, with what is asked of them. */
  readonly groups: CoverageSummary['groups']
  /** `null`: the policy has no such gate. */
  readonly outcome: GateOutcome | null
  readonly passed: boolean
  readonly notices: readonly Message[]
  /** Tracked files named in the reports that differ from HEAD. */
  readonly dirty: readonly string[]
}

/** Measures HEAD and runs the gate, with what a pull request's run uses. */
export async function judge(task: Task, read: readonly ReadSource[]): Promise<Result<Judgement, Refusal>> {
  const { repository, headSha, base, options, policy } = task
  const dirty = dirtyFiles(task, read)
  const { fact, notices } = await measureCoverage({
    options,
    baseSha: base?.sha ?? headSha,
    components: policy.components,
    workspace: task.workspace,
    repository,
    headSha,
    changedFiles: task.changedFiles,
    newerThan: newestSource(task, read),
  })
  if (fact.state !== 'present') {
    return err({
      message: fact.state === 'unknown' ? fact.reason : message('unknown.notFetched', { what: 'coverage' }),
    })
  }
  const state: PolicyState = {
    state: 'present',
    policy: { ...policy, gates: { coverage: options }, checklists: [] },
    origin: { source: 'none' },
  }
  const report = evaluate(state, factsOf(task, fact.value, (await task.changedFiles) ?? present([])))
  return ok({
    measured: fact.value,
    groups: report.coverage?.groups ?? [],
    outcome: report.gates[0] ?? null,
    passed: report.verdict === 'passed',
    notices,
    dirty: await dirty,
  })
}

/** Everything that only GitHub knows is unknown, and the gate does not ask for it; recorded baselines are not here. */
function factsOf(
  { headSha, base }: Task,
  coverage: MeasuredCoverage,
  changedFiles: Fact<readonly ChangedFile[]>,
): PullRequestFacts {
  return {
    ...allUnknown(message('unknown.notFetched', { what: 'GitHub' })),
    repository: { id: '', owner: '', name: '' },
    number: 0,
    title: '',
    author: null,
    state: 'open',
    isDraft: false,
    baseRef: base?.ref ?? '',
    baseSha: base?.sha ?? '',
    headSha,
    evaluatedAt: '',
    roles: {},
    changedFiles,
    coverage: present(coverage),
    coverageBaseline: absent,
    signOffs: absent,
  }
}

/**
 * When the last of the files that the reports speak about was written. Here `HEAD` moves with every commit, so the time
 * of the checkout would call every report old that was made before it; what counts is whether a source changed since.
 */
function newestSource({ repository: { root } }: Task, read: readonly ReadSource[]): number | null {
  const named = new Set(read.flatMap(({ report }) => [...report.files.keys()]))
  const times = [...named].flatMap(reported => {
    const file = resolve(root, normalisePath(reported) ?? '')
    return file.startsWith(root + sep) ? (writtenAt(file) ?? []) : []
  })
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))
}

function writtenAt(file: string): number | null {
  try {
    return lstatSync(file).mtimeMs
  } catch {
    return null
  }
}

/** Told by their names, like the files whose lines are counted. */
async function dirtyFiles({ repository, headSha }: Task, read: readonly ReadSource[]): Promise<readonly string[]> {
  const changed = await uncommittedFiles(repository, headSha)
  const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const names = new Set(read.flatMap(({ report }) => [...report.files.keys()].map(nameOf)))
  return changed.ok ? changed.value.filter(path => names.has(nameOf(path))) : []
}

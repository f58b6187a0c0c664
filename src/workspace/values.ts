import { createHash } from 'node:crypto'
import { readTests } from '../coverage/junit.ts'
import { unreadable } from '../coverage/measure.ts'
import {
  absent,
  type Fact,
  type MeasuredCell,
  type MeasuredValue,
  type MeasuredValues,
  present,
} from '../facts/facts.ts'
import { type Budget, budgetName, budgetSource, formatOf } from '../gates/budgets/options.ts'
import { expandMatrix, fill, inGlob, labelOf } from '../gates/environments/matrix.ts'
import { cellSource } from '../gates/environments.ts'
import { checkedOutAt, headCommit, parentsOf, type Repository } from '../git/git.ts'
import { type Message, message } from '../locales/message.ts'
import { readValues } from '../metrics/index.ts'
import type { GatePolicy } from '../policy/schema.ts'
import { findReports, isStale, type OpenReport, openReport, type Workspace } from './reports.ts'

/** Largest file of numbers that is read. */
export const maxValuesFile = 200 * 1024 ** 2

export interface ValuesInput {
  /** As the policy has them; `undefined`: it has none. */
  readonly budgets: GatePolicy<'budgets'> | undefined
  readonly environments: GatePolicy<'environments'> | undefined
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly headSha: string
  /** Left out: on a laptop. */
  readonly run?: { readonly id: string; readonly attempt: number }
  /** Older files measured another state, in milliseconds since 1970. Left out: the time of the checkout. */
  readonly newerThan?: number | null
}

export interface ValuesMeasurement {
  /** `absent`: the policy asks for nothing that a run measures. */
  readonly fact: Fact<MeasuredValues>
  /** No file stood at any place that the policy names: nothing was run here. */
  readonly nothingFound: boolean
}

interface Surroundings {
  readonly workspace: Workspace
  /** Milliseconds since 1970; `null`: not known. */
  readonly checkout: number | null
}

/** Reads the numbers that `budgets` names and counts the tests of each cell that `environments` proves by JUnit. */
export async function measureValues(input: ValuesInput): Promise<ValuesMeasurement> {
  const { workspace, repository, headSha } = input
  const rules = input.budgets?.level === 'off' ? [] : (input.budgets?.rules ?? [])
  const junit = input.environments?.level === 'off' ? undefined : input.environments?.junit
  if (rules.length === 0 && junit === undefined) return { fact: absent, nothingFound: true }
  const checkout =
    input.newerThan === undefined && repository !== null ? await checkedOutAt(repository) : (input.newerThan ?? null)
  const around = { workspace, checkout }
  const values = await measureBudgets(rules, around)
  const cells = await measureCells(input.environments, junit, around)
  const nothingFound = values.found + cells.found === 0
  const measured: MeasuredValues = {
    schemaVersion: 1,
    headSha,
    scope: digest([...rules.map(budgetSource), ...cells.cells.map(cell => cell.source)]),
    values: values.values,
    cells: cells.cells,
    problems: nothingFound ? [] : await otherCommit(repository, headSha),
    ...(input.run === undefined ? {} : { run: input.run }),
  }
  return { fact: present(measured), nothingFound }
}

/** The head itself, or GitHub's merge of it into the base branch, must be checked out: nothing else speaks for the head. */
async function otherCommit(repository: Repository | null, headSha: string): Promise<readonly Message[]> {
  if (repository === null) return [message('action.report.noCheckout', {})]
  const found = await headCommit(repository)
  if (!found.ok) return [found.error]
  const tested = found.value
  if (tested === headSha) return []
  const [, merged] = await parentsOf(repository, tested)
  return merged === headSha ? [] : [message('action.report.otherCommit', { tested, head: headSha })]
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Each file is read once, whatever the number of its budgets. */
async function measureBudgets(
  rules: readonly Budget[],
  around: Surroundings,
): Promise<{ readonly values: readonly MeasuredValue[]; readonly found: number }> {
  const files = [...new Set(rules.map(rule => rule.file))].map(file => ({ name: file, path: file }))
  const { found, missing } = await findReports(files, around.workspace)
  const groups = Map.groupBy(rules, rule => JSON.stringify([rule.file, formatOf(rule)]))
  const values = [...groups.values()].flatMap((group): readonly MeasuredValue[] => {
    const [{ file } = { file: '' }] = group
    const there = found.find(each => each.spec.path === file)
    if (there !== undefined) return measureFile(group, there.path, around)
    const near = missing.find(each => each.spec.path === file)?.near ?? []
    return broken(group, name => message('budgets.missing', { name, file, near }))
  })
  return {
    values: rules.flatMap(rule => values.find(value => value.name === budgetName(rule)) ?? []),
    found: found.length,
  }
}

const broken = (rules: readonly Budget[], problemOf: (name: string) => Message): readonly MeasuredValue[] =>
  rules.map(rule => measuredAs(rule, null, problemOf(budgetName(rule))))

function measureFile(
  rules: readonly Budget[],
  path: string,
  { workspace, checkout }: Surroundings,
): readonly MeasuredValue[] {
  const opened = openReport(path, workspace)
  if (!opened.ok) return broken(rules, () => opened.error)
  try {
    if (isStale(opened.value, checkout)) return broken(rules, name => message('budgets.stale', { name, file: path }))
    return readFile(rules, path, opened.value)
  } catch (error) {
    if (error instanceof TooLarge)
      return broken(rules, name => message('budgets.size', { name, file: path, limit: maxValuesFile }))
    return broken(rules, () => message('action.report.unreadable', { path, code: codeOf(error) }))
  } finally {
    opened.value.close()
  }
}

function readFile(rules: readonly Budget[], path: string, file: OpenReport): readonly MeasuredValue[] {
  const [first] = rules
  if (first === undefined) return []
  const wanted = rules.map(rule => rule.value)
  const read = readValues(limited(file), formatOf(first), wanted)
  if (!read.ok) return broken(rules, name => unreadable({ name, path }, read.error))
  return rules.map((rule, index) => {
    const found = read.value[index]
    if (found?.ok) return measuredAs(rule, found.value)
    const fault = found?.error ?? { kind: 'range', path: rule.value }
    return measuredAs(rule, null, message('budgets.fault', { name: budgetName(rule), file: path, fault }))
  })
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const measuredAs = (rule: Budget, value: number | null, problem?: Message): MeasuredValue => ({
  name: budgetName(rule),
  file: rule.file,
  value,
  ...(problem === undefined ? {} : { problem }),
  source: budgetSource(rule),
})

class TooLarge extends Error {}

function* limited({ chunks }: OpenReport): Iterable<Uint8Array> {
  let size = 0
  for (const chunk of chunks()) {
    size += chunk.length
    if (size > maxValuesFile) throw new TooLarge()
    yield chunk
  }
}

/** One entry a cell, in the order of the matrix; a cell without files says so. */
async function measureCells(
  options: GatePolicy<'environments'> | undefined,
  junit: string | undefined,
  around: Surroundings,
): Promise<{ readonly cells: readonly MeasuredCell[]; readonly found: number }> {
  if (options === undefined || junit === undefined) return { cells: [], found: 0 }
  const specs = expandMatrix(options).map(cell => ({ name: labelOf(cell), path: fill(junit, cell, inGlob), cell }))
  const { found, missing, problems } = await findReports(specs, around.workspace)
  const cells = specs.map(spec => {
    const files = found.filter(each => each.spec === spec).map(each => countFile(spec.name, each.path, around))
    const lacks = missing.filter(each => each.spec === spec)
    return {
      cell: spec.cell,
      source: cellSource(spec.path),
      run: { name: spec.name, ...files.map(file => file.counts).reduce(sum, nothing) },
      problems: [
        ...lacks.map(({ near }) => message('environments.tests.file', { cell: spec.name, path: spec.path, near })),
        ...problems.filter(problem => 'path' in problem.params && problem.params.path === spec.path),
        ...files.flatMap(file => file.problems),
      ],
    }
  })
  return { cells, found: found.length }
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

const nothing: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 }

const sum = (a: Counts, b: Counts): Counts => ({
  tests: a.tests + b.tests,
  failures: a.failures + b.failures,
  errors: a.errors + b.errors,
  skipped: a.skipped + b.skipped,
})

function countFile(
  name: string,
  path: string,
  { workspace, checkout }: Surroundings,
): { readonly counts: Counts; readonly problems: readonly Message[] } {
  const refused = (problem: Message) => ({ counts: nothing, problems: [problem] })
  const opened = openReport(path, workspace)
  if (!opened.ok) return refused(opened.error)
  try {
    if (isStale(opened.value, checkout)) return refused(message('coverage.problem.stale', { name, path }))
    const read = readTests(opened.value.chunks())
    return read.ok ? { counts: read.value, problems: [] } : refused(unreadable({ name, path }, read.error))
  } catch (error) {
    return refused(message('action.report.unreadable', { path, code: codeOf(error) }))
  } finally {
    opened.value.close()
  }
}

import { readTests } from '../coverage/junit.ts'
import { unreadable } from '../coverage/measure.ts'
import type { MissingSuite, TestRun } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { findReports, isStale, openReport, type ReportSpec, type Workspace } from './reports.ts'

export interface CountedTests {
  readonly runs: readonly TestRun[]
  readonly missing: readonly MissingSuite[]
  readonly problems: readonly Message[]
}

interface Surroundings {
  readonly workspace: Workspace
  /** Milliseconds since 1970; `null`: not known. */
  readonly checkout: number | null
}

/** Counts the test cases of the JUnit files that the policy names. */
export async function countTests(
  specs: readonly ReportSpec[],
  { workspace, checkout }: Surroundings,
): Promise<CountedTests> {
  if (specs.length === 0) return { runs: [], missing: [], problems: [] }
  const { found, missing, problems } = await findReports(specs, workspace)
  const told: Message[] = [...problems]
  const runs = new Map<string, TestRun>()
  for (const { spec, path } of found) {
    const read = readOne(spec.name, path, { workspace, checkout })
    if ('code' in read) told.push(read)
    else runs.set(spec.name, sum(runs.get(spec.name), read))
  }
  return {
    runs: [...runs.values()],
    missing: missing.map(({ spec, ...rest }) => ({ name: spec.name, path: spec.path, ...rest, carry: null })),
    problems: told,
  }
}

function readOne(name: string, path: string, { workspace, checkout }: Surroundings): TestRun | Message {
  const opened = openReport(path, workspace)
  if (!opened.ok) return opened.error
  try {
    if (isStale(opened.value, checkout)) return message('coverage.problem.stale', { name, path })
    const read = readTests(opened.value.chunks())
    return read.ok ? { name, ...read.value } : unreadable({ name, path }, read.error)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    return message('action.report.unreadable', { path, code })
  } finally {
    opened.value.close()
  }
}

const sum = (a: TestRun | undefined, b: TestRun): TestRun => ({
  name: b.name,
  tests: (a?.tests ?? 0) + b.tests,
  failures: (a?.failures ?? 0) + b.failures,
  errors: (a?.errors ?? 0) + b.errors,
  skipped: (a?.skipped ?? 0) + b.skipped,
})

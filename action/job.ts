import type { MeasuredCoverage } from '../src/facts/facts.ts'
import type { Repository } from '../src/git/git.ts'
import type { Measurement } from '../src/workspace/coverage.ts'
import type { Workspace } from '../src/workspace/reports.ts'
import type { Context } from './context.ts'
import type { Inputs } from './io.ts'
import type { Log } from './log.ts'

/** Everything that one run stands on. */
export interface Job {
  readonly inputs: Inputs
  readonly context: Context
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly log: Log
}

export type Kind = 'pull-request' | 'merge-group'

export interface Measured extends Measurement {
  /** Measured by this run, so that it is worth recording; `null`: nothing, or taken over from an earlier run. */
  readonly fresh: MeasuredCoverage | null
}

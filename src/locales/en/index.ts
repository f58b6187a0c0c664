import { action } from './action.ts'
import { admin } from './admin.ts'
import { app } from './app.ts'
import { budgets } from './budgets.ts'
import { checks } from './checks.ts'
import { cli } from './cli.ts'
import { cliApp } from './cli-app.ts'
import { cliCheck } from './cli-check.ts'
import { cliExplain } from './cli-explain.ts'
import { cliImpact } from './cli-impact.ts'
import { cliInit } from './cli-init.ts'
import { cliLedger } from './cli-ledger.ts'
import { cliTest } from './cli-test.ts'
import { cliValidate } from './cli-validate.ts'
import { conventions } from './conventions.ts'
import { coverage } from './coverage.ts'
import { dependencies } from './dependencies.ts'
import { deployments } from './deployments.ts'
import { description } from './description.ts'
import { docs } from './docs.ts'
import { doctor } from './doctor.ts'
import { environments } from './environments.ts'
import { findingFaults } from './finding-faults.ts'
import { findings } from './findings.ts'
import { impact } from './impact.ts'
import { ledger } from './ledger.ts'
import { policy } from './policy.ts'
import { policyShared } from './policy-shared.ts'
import { replay } from './replay.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { rollout } from './rollout.ts'
import { signoffs } from './signoffs.ts'
import { size } from './size.ts'
import { start } from './start.ts'
import { tables } from './tables.ts'
import { waivers } from './waivers.ts'
import { web } from './web.ts'
import { when } from './when.ts'

/** English: the source of every message code and of its params' type. */
export const en = {
  ...action,
  ...admin,
  ...app,
  ...tables,
  ...environments,
  ...findings,
  ...findingFaults,
  ...checks,
  ...budgets,
  ...cli,
  ...cliApp,
  ...cliCheck,
  ...cliExplain,
  ...cliImpact,
  ...cliInit,
  ...cliLedger,
  ...cliTest,
  ...cliValidate,
  ...coverage,
  ...conventions,
  ...dependencies,
  ...deployments,
  ...description,
  ...docs,
  ...doctor,
  ...ledger,
  ...policy,
  ...policyShared,
  ...replay,
  ...report,
  ...review,
  ...impact,
  ...rollout,
  ...signoffs,
  ...size,
  ...start,
  ...waivers,
  ...web,
  ...when,
} as const

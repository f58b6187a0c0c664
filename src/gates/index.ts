import { budgets } from './budgets.ts'
import { checks } from './checks.ts'
import { conventions } from './conventions.ts'
import { coverage } from './coverage.ts'
import { dependencies } from './dependencies.ts'
import { description } from './description.ts'
import { docs } from './docs.ts'
import { environments } from './environments.ts'
import { findings } from './findings.ts'
import { review } from './review.ts'
import { rollout } from './rollout.ts'
import { signoffs } from './signoffs.ts'
import { size } from './size.ts'

/** Every gate, in the order in which reports list them. Adding a gate is one file and one line here. */
export const gates = {
  coverage,
  docs,
  review,
  findings,
  environments,
  checks,
  description,
  dependencies,
  rollout,
  budgets,
  size,
  conventions,
  signoffs,
} as const

export type GateId = keyof typeof gates
export const gateIds = Object.keys(gates) as readonly GateId[]

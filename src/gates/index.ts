import { budgets } from './budgets.ts'
import { checks } from './checks.ts'
import { coverage } from './coverage.ts'
import { dependencies } from './dependencies.ts'
import { description } from './description.ts'
import { docs } from './docs.ts'
import { environments } from './environments.ts'
import { review } from './review.ts'

/** Every gate, in the order in which reports list them. Adding a gate is one file and one line here. */
export const gates = { coverage, docs, review, environments, checks, description, dependencies, budgets } as const

export type GateId = keyof typeof gates
export const gateIds = Object.keys(gates) as readonly GateId[]

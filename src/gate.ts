import type { z } from 'zod'
import type { Component, FactName, KnownFacts, Risk } from './facts/facts.ts'
import type { WaiverPolicy } from './policy/waivers.ts'
import type { ChecklistOutcome, GateResult } from './report.ts'

/** `event.activity` as GitHub names them; a gate lists those that can change its answer. */
export type Trigger =
  | `pull_request.${'opened' | 'reopened' | 'synchronize' | 'edited' | 'ready_for_review' | 'converted_to_draft' | 'review_requested' | 'review_request_removed' | 'labeled' | 'unlabeled' | 'milestoned' | 'demilestoned'}`
  | `pull_request_review.${'submitted' | 'edited' | 'dismissed'}`

/** What a gate may know of the policy and of the rest of the report beside its own options. */
export interface PolicyContext {
  readonly components: Readonly<Record<string, Component>>
  /** Waivers for this gate that hold on the day; the gate may apply those with a `match` to single results. */
  readonly waivers: readonly WaiverPolicy[]
  /** Of the change for whoever deploys; `unknown` where it could not be told. */
  readonly risk: Risk | 'unknown'
  /** Of all gates that stand before this one in the registry. */
  readonly checklists: () => readonly ChecklistOutcome[]
}

/** A pure rule over facts: synchronous, without clock, client or text. */
export interface Gate<
  Id extends string = string,
  Needs extends FactName = FactName,
  Schema extends z.ZodObject = z.ZodObject,
> {
  /** Stable id: policy key, report, check. Documented, never renamed. */
  readonly id: Id
  /** `ci`: rests on files that only a workflow run has; elsewhere its evidence is awaited. */
  readonly measuredBy: 'ci' | 'github'
  /** What it rests on in the merge queue: `tree` is computed anew for the group, `people` is carried from the pull request. */
  readonly restsOn: 'tree' | 'people'
  /** Facts it reads. One of them unknown makes the gate unknown before it runs. */
  readonly needs: readonly Needs[]
  /** Needs that these options leave unread, so that not knowing them does no harm. */
  readonly unread?: (options: z.output<Schema>) => readonly Needs[]
  readonly triggers: readonly Trigger[]
  /** Strict object; what every gate takes (`level`, `when` …) is added by the policy. Types, JSON Schema, defaults and docs follow. */
  readonly options: Schema
  /** Names of roles that these options refer to, with the key path inside the options, for the policy's cross-check. */
  readonly roles?: (
    options: z.output<Schema>,
  ) => readonly { readonly role: string; readonly path: readonly PropertyKey[] }[]
  /** Names of components that these options refer to, likewise. */
  readonly components?: (
    options: z.output<Schema>,
  ) => readonly { readonly component: string; readonly path: readonly PropertyKey[] }[]
  /** Ids of checklists that these options refer to, likewise. */
  readonly checklists?: (
    options: z.output<Schema>,
  ) => readonly { readonly checklist: string; readonly path: readonly PropertyKey[] }[]
  readonly evaluate: (facts: KnownFacts<Needs>, options: z.output<Schema>, policy: PolicyContext) => GateResult
}

/** Infers the needs, so that reading an undeclared fact does not compile. */
export const defineGate = <const Id extends string, const Needs extends FactName, Schema extends z.ZodObject>(
  gate: Gate<Id, Needs, Schema>,
): Gate<Id, Needs, Schema> => gate

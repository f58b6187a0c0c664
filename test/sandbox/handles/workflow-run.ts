import type { Site } from '../acts/context.ts'
import { bypassGate, endRun, finishRun, reachEnvironment } from '../acts/gates.ts'
import { addArtifact, completeRun, rerun } from '../acts/runs.ts'
import { type Claims, claimsOf, idTokenEnvironment, signToken } from '../oidc.ts'
import type { RunRecord } from '../state.ts'

/** A run of a workflow: what its jobs get from the runner, and what they leave. */
export class WorkflowRun {
  readonly #site: Site
  readonly #record: RunRecord

  constructor(site: Site, record: RunRecord) {
    this.#site = site
    this.#record = record
  }

  get id(): number {
    return this.#record.id
  }
  get attempt(): number {
    return this.#record.attempt
  }

  /** Variables of a job with `permissions: id-token: write`. */
  get idTokenEnvironment(): Readonly<Record<string, string>> {
    return idTokenEnvironment(this.#site.world, this.#record)
  }

  claims(audience: string): Claims {
    return claimsOf(this.#site.world, this.#record, audience)
  }

  /** A token of a job of this run, with other claims where a test forges one. */
  idToken(audience: string, forged: Claims = {}, header: Claims = {}): string {
    return signToken({ ...this.claims(audience), ...forged }, header)
  }

  artifact(name: string, zip: Buffer): void {
    addArtifact(this.#site, this.#record, name, zip)
  }

  rerun(): void {
    rerun(this.#site, this.#record)
  }

  /** A job reaches an environment; with rules on it, it waits. */
  deployTo(environment: string): void {
    reachEnvironment(this.#site, this.#record, environment)
  }

  /** `waiting`, `released` or `ended`, of the newest job for the environment. */
  gate(environment: string): string | undefined {
    return this.#gated(environment)?.state
  }

  /** What Apps have said of a deployment: `approved: …`, `report: …`. */
  said(environment: string): readonly string[] {
    return (this.#gated(environment)?.said ?? []).map(({ state, comment }) => `${state ?? 'report'}: ${comment}`)
  }

  #gated(environment: string) {
    return this.#record.gated.findLast(one => one.environment === environment)
  }

  /** "Start all waiting jobs" by an administrator. */
  bypass(environment: string): void {
    bypassGate(this.#site, this.#record, environment)
  }

  cancel(): void {
    endRun(this.#site, this.#record, 'cancelled')
  }

  /** What was let through has run. */
  finish(conclusion: 'success' | 'failure' = 'success'): void {
    finishRun(this.#site, this.#record, conclusion)
  }

  complete(conclusion = 'success'): void {
    completeRun(this.#site, this.#record, conclusion)
  }
}

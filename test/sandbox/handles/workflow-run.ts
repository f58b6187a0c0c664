import type { Site } from '../acts/context.ts'
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

  complete(conclusion = 'success'): void {
    completeRun(this.#site, this.#record, conclusion)
  }
}

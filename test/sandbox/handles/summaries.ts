import type { Annotation, CheckAction, CheckRunRecord, StatusRecord } from '../state.ts'

export interface CheckRunSummary {
  readonly id: number
  readonly nodeId: string
  /** Slug of the App. */
  readonly app: string
  readonly appId: number
  readonly headSha: string
  readonly name: string
  readonly status: string
  readonly conclusion: string | null
  readonly externalId: string
  readonly detailsUrl: string
  readonly output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null }
  readonly annotations: readonly Annotation[]
  readonly actions: readonly CheckAction[]
}

export interface StatusSummary {
  readonly id: number
  readonly sha: string
  readonly context: string
  readonly state: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: string
}

export function runSummary(run: CheckRunRecord): CheckRunSummary {
  const { id, nodeId, headSha, name, status, conclusion, externalId, detailsUrl, title, summary, text, actions } = run
  const annotations = [...run.annotations]
  const output = { title, summary, text }
  const app = { app: run.app.slug, appId: run.app.id }
  return { id, nodeId, ...app, headSha, name, status, conclusion, externalId, detailsUrl, output, annotations, actions }
}

export function statusSummary(status: StatusRecord): StatusSummary {
  const { id, sha, context, state, description, targetUrl } = status
  return { id, sha, context, state, description, targetUrl, creator: status.creator.login }
}

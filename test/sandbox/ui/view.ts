import type { DiffFile } from './diff.ts'

/** What the pages show, as plain data. */

export interface Viewer {
  /** Whom the forms act as. */
  readonly login: string
  readonly logins: readonly string[]
  /** Changes with every API call, delivery and act. */
  readonly version: string
}

export type PullState = 'open' | 'draft' | 'closed' | 'merged'

export interface PullSummary {
  readonly repository: string
  readonly number: number
  readonly title: string
  readonly state: PullState
  readonly author: string
  readonly createdAt: string
}

export interface RepositoryView {
  readonly fullName: string
  readonly pulls: readonly PullSummary[]
}

export interface CommentView {
  readonly kind: 'comment'
  readonly id: number
  readonly author: string
  readonly isBot: boolean
  readonly body: string
  readonly createdAt: string
  readonly editedBy: string | undefined
}

export interface ReviewView {
  readonly kind: 'review'
  readonly id: number
  readonly author: string
  readonly isBot: boolean
  readonly body: string
  readonly state: string
  readonly sha: string
  readonly createdAt: string
}

export interface CheckView {
  readonly id: number
  readonly name: string
  readonly app: string
  readonly status: string
  readonly conclusion: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly text: string | null
  readonly detailsUrl: string | null
  readonly headSha: string
  readonly actions: readonly { readonly label: string; readonly description: string; readonly identifier: string }[]
  readonly annotations: readonly AnnotationView[]
}

export interface AnnotationView {
  readonly path: string
  readonly line: number
  readonly level: string
  readonly title: string | null
  readonly message: string
}

export interface StatusView {
  readonly context: string
  readonly state: string
  readonly description: string | null
  readonly targetUrl: string | null
}

export interface CommitView {
  readonly sha: string
  readonly message: string
  readonly author: string
  readonly date: string
}

export interface PullView extends PullSummary {
  readonly body: string
  readonly base: string
  readonly head: string
  readonly headSha: string
  readonly requestedUsers: readonly string[]
  readonly requestedTeams: readonly string[]
  /** Who could be asked for a review. */
  readonly reviewers: readonly string[]
  readonly teams: readonly string[]
  /** Oldest first. */
  readonly timeline: readonly (CommentView | ReviewView)[]
  readonly checks: readonly CheckView[]
  readonly statuses: readonly StatusView[]
  readonly commits: readonly CommitView[]
  readonly files: readonly DiffFile[]
}

export interface DeliveryView {
  /** Place in the log; a redelivery has the GUID of the first. */
  readonly index: number
  readonly guid: string
  readonly event: string
  readonly action: string | undefined
  readonly at: string
  readonly redelivery: boolean
  /** 0 while none has answered. */
  readonly status: number
  readonly hookUrl: string
  readonly payload: unknown
}

export interface CallView {
  readonly method: string
  readonly path: string
  readonly operation: string
  readonly actor: string
  readonly status: number
  readonly at: string
}

export interface CommitPageView {
  readonly repository: string
  readonly commit: CommitView
  readonly files: readonly DiffFile[]
}

export interface BlobView {
  readonly repository: string
  readonly ref: string
  readonly path: string
  /** Undefined when it is no text. */
  readonly text: string | undefined
}

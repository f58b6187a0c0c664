import { createComment, deleteComment, editComment, tickTask } from '../acts/comments.ts'
import type { Site } from '../acts/context.ts'
import { addLabels, createMilestone, removeLabel, setMilestone } from '../acts/issues.ts'
import { closePull, editPull, type MergeMethod, mergePull, reopenPull, setDraft, testMerge } from '../acts/pulls.ts'
import {
  dismissReview,
  editReview,
  findReview,
  findReviewers,
  removeReviewRequests,
  requestReviews,
  submitReview,
} from '../acts/reviews.ts'
import type { Account, Actor, CommentRecord, PullRecord, RepositoryRecord } from '../state.ts'
import { latestRuns, latestStatuses } from '../views/checks.ts'
import { type CheckRunSummary, runSummary, type StatusSummary, statusSummary } from './summaries.ts'

export interface CommentSummary {
  readonly id: number
  readonly nodeId: string
  /** A bot's login ends in `[bot]`. */
  readonly author: string
  readonly body: string
  /** Slug of the App that wrote it. */
  readonly viaApp: string | null
  readonly editedBy: string | null
  readonly createdAt: string
}

export interface ReviewSummary {
  readonly id: number
  readonly author: string
  readonly state: string
  readonly body: string
  readonly commitSha: string
  readonly submittedAt: string | null
}

export interface ReviewerNames {
  readonly users?: readonly string[]
  readonly teams?: readonly string[]
}

/** A pull request in the hands of people: what they do here, they could do in the browser, and the same webhooks follow. */
export class PullRequest {
  readonly #site: Site
  readonly #record: PullRecord

  constructor(site: Site, record: PullRecord) {
    this.#site = site
    this.#record = record
  }

  get number(): number {
    return this.#record.number
  }
  get id(): number {
    return this.#record.id
  }
  get nodeId(): string {
    return this.#record.nodeId
  }
  get url(): string {
    const { repository, number } = this.#record
    return `${this.#site.world.url}/${repository.owner.login}/${repository.name}/pull/${number}`
  }
  get title(): string {
    return this.#record.title
  }
  get body(): string {
    return this.#record.body ?? ''
  }
  get author(): string {
    return this.#record.author.login
  }
  get state(): 'open' | 'closed' | 'merged' {
    return this.#record.mergedAt === null ? this.#record.state : 'merged'
  }
  get draft(): boolean {
    return this.#record.draft
  }
  get headSha(): string {
    return this.#record.headSha
  }
  get headRef(): string {
    return this.#record.headRef
  }
  get baseRef(): string {
    return this.#record.baseRef
  }
  get baseSha(): string {
    return this.#record.baseSha
  }
  get createdAt(): string {
    return this.#record.createdAt
  }

  async review(
    login: string,
    o: {
      readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED'
      readonly body?: string
      readonly commitSha?: string
    },
  ): Promise<number> {
    return submitReview(this.#site, this.#record, this.#as(login), { ...o, body: o.body ?? '' }).id
  }

  dismissReview(id: number, byLogin: string, message = 'Dismissed'): void {
    dismissReview(this.#site, findReview(this.#record, id), this.#as(byLogin), message)
  }

  editReview(id: number, byLogin: string, body: string): void {
    editReview(this.#site, findReview(this.#record, id), this.#as(byLogin), body)
  }

  reviews(): readonly ReviewSummary[] {
    return this.#record.reviews.map(({ id, author, state, body, commitSha, submittedAt }) => {
      return { id, author: author.login, state, body, commitSha, submittedAt }
    })
  }

  requestReview(byLogin: string, reviewers: ReviewerNames): void {
    requestReviews(this.#site, this.#record, this.#as(byLogin), findReviewers(this.#site, this.#record, reviewers))
  }

  removeReviewRequest(byLogin: string, reviewers: ReviewerNames): void {
    removeReviewRequests(
      this.#site,
      this.#record,
      this.#as(byLogin),
      findReviewers(this.#site, this.#record, reviewers),
    )
  }

  requestedReviewers(): { readonly users: readonly string[]; readonly teams: readonly string[] } {
    const { requestedUsers, requestedTeams } = this.#record
    return { users: requestedUsers.map(({ login }) => login), teams: requestedTeams.map(({ slug }) => slug) }
  }

  async comment(login: string, body: string): Promise<number> {
    return createComment(this.#site, this.#record, this.#as(login), body).id
  }

  editComment(commentId: number, byLogin: string, body: string): void {
    editComment(this.#site, this.#comment(commentId), this.#as(byLogin), body)
  }

  deleteComment(commentId: number, byLogin: string): void {
    deleteComment(this.#site, this.#comment(commentId), this.#as(byLogin))
  }

  comments(): readonly CommentSummary[] {
    return this.#record.comments.map(comment => ({
      id: comment.id,
      nodeId: comment.nodeId,
      author: comment.author.login,
      body: comment.body,
      viaApp: comment.app?.slug ?? null,
      editedBy: comment.editor?.login ?? null,
      createdAt: comment.createdAt,
    }))
  }

  /** Sets the box of the first task item that matches, which on GitHub is an edit of the whole comment. */
  tick(commentId: number, byLogin: string, match: string | RegExp, checked = true): void {
    const comment = this.#comment(commentId)
    editComment(this.#site, comment, this.#as(byLogin), tickTask(comment.body, match, checked))
  }

  async edit(
    change: { readonly title?: string; readonly body?: string; readonly base?: string },
    byLogin: string,
  ): Promise<void> {
    await editPull(this.#site, this.#record, this.#as(byLogin), change)
  }

  label(byLogin: string, ...names: readonly string[]): void {
    addLabels(this.#site, this.#record, this.#as(byLogin), names)
  }

  unlabel(byLogin: string, name: string): void {
    removeLabel(this.#site, this.#record, this.#as(byLogin), name)
  }

  labels(): readonly string[] {
    return this.#record.labels.map(({ name }) => name)
  }

  /** A milestone of the repository by its title, made when there is none; `null` takes it away. */
  setMilestone(byLogin: string, title: string | null): void {
    const actor = this.#as(byLogin)
    const { repository } = this.#record
    const known = repository.milestones.find(one => one.title === title)
    const milestone = title === null ? null : (known ?? createMilestone(this.#site, repository, actor, title))
    setMilestone(this.#site, this.#record, actor, milestone)
  }

  get record(): PullRecord {
    return this.#record
  }

  setDraft(draft: boolean, byLogin: string): void {
    setDraft(this.#site, this.#record, this.#as(byLogin), draft)
  }

  close(byLogin: string): void {
    closePull(this.#site, this.#record, this.#as(byLogin))
  }

  async reopen(byLogin: string): Promise<void> {
    await reopenPull(this.#site, this.#record, this.#as(byLogin))
  }

  /** The SHA of the newest commit that the merge has put on the base branch. */
  merge(byLogin: string, method: MergeMethod = 'merge'): Promise<string> {
    return mergePull(this.#site, this.#record, this.#as(byLogin), method)
  }

  /** The commit that a workflow on `pull_request` checks out as `refs/pull/N/merge`. */
  mergeRef(): Promise<string> {
    return testMerge(this.#site, this.#record)
  }

  /** Newest run of each App and name on the current head. */
  checkRuns(): readonly CheckRunSummary[] {
    const { repository, headSha } = this.#record
    return latestRuns(repository.checkRuns.filter(run => run.headSha === headSha)).map(runSummary)
  }

  /** Newest status of each context on the current head. */
  statuses(): readonly StatusSummary[] {
    const { repository, headSha } = this.#record
    return latestStatuses(repository.statuses.filter(({ sha }) => sha === headSha)).map(statusSummary)
  }

  #comment(id: number): CommentRecord {
    const comment = this.#record.comments.find(known => known.id === id)
    if (comment === undefined) throw new Error(`pull request #${this.number} has no comment ${id}`)
    return comment
  }

  #as(login: string): Actor {
    return { kind: 'user', account: personIn(this.#site, this.#record.repository, login) }
  }
}

/** Strangers may read public repositories only. */
export function personIn({ world }: Site, repository: RepositoryRecord, login: string): Account {
  const account = world.person(login)
  const stranger = repository.owner.id !== account.id && !repository.collaborators.has(account.id)
  const member = world.organizationOf(repository.owner)?.members.has(account.id) ?? false
  if (repository.private && stranger && !member) throw new Error(`${login} cannot see ${repository.name}`)
  return account
}

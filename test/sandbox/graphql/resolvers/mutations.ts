import { canSee, requireAccess } from '../../access.ts'
import { type CheckFields, createCheckRun, updateCheckRun } from '../../acts/checks.ts'
import { createComment, deleteComment, editComment } from '../../acts/comments.ts'
import { setDraft } from '../../acts/pulls.ts'
import { removeReviewRequests, requestReviews } from '../../acts/reviews.ts'
import { given, needs } from '../../rest/route.ts'
import type {
  Account,
  Annotation,
  CheckAction,
  CheckRunRecord,
  CommentRecord,
  EntityKind,
  PullRecord,
  RepositoryRecord,
  TeamRecord,
} from '../../state.ts'
import { type Context, type Node, notResolved } from '../context.ts'
import { actorNode } from './accounts.ts'
import { runNode } from './checks.ts'
import { commentNode, pullNode } from './pulls.ts'
import { repositoryOf } from './queries.ts'

interface Input<T> {
  readonly input: T & { readonly clientMutationId?: string | null }
}

const comments = needs('issues pull_requests', 'write')
const checks = needs('checks', 'write', 'write')
const pulls = needs('pull_requests', 'write')

export function mutations(context: Context): Node {
  const { actor } = context
  return {
    addComment: ({ input }: Input<{ subjectId: string; body: string }>) => {
      const pull = find<PullRecord>(context, input.subjectId, 'pull')
      allow(context, pull.repository, comments)
      const comment = createComment(context, pull, actor, input.body)
      return answer(input, {
        subject: () => pullNode(context, pull),
        commentEdge: { cursor: '', node: () => commentNode(context, comment) },
      })
    },
    updateIssueComment: ({ input }: Input<{ id: string; body: string }>) => {
      const comment = find<CommentRecord>(context, input.id, 'comment')
      allow(context, comment.pull.repository, comments)
      editComment(context, comment, actor, input.body)
      return answer(input, { issueComment: () => commentNode(context, comment) })
    },
    deleteIssueComment: ({ input }: Input<{ id: string }>) => {
      const comment = find<CommentRecord>(context, input.id, 'comment')
      allow(context, comment.pull.repository, comments)
      deleteComment(context, comment, actor)
      return answer(input, {})
    },
    minimizeComment: ({ input }: Input<{ subjectId: string; classifier: string }>) => {
      const comment = find<CommentRecord>(context, input.subjectId, 'comment')
      allow(context, comment.pull.repository, comments)
      comment.minimized = input.classifier.toLowerCase().replaceAll('_', '-')
      return answer(input, { minimizedComment: () => commentNode(context, comment) })
    },
    unminimizeComment: ({ input }: Input<{ subjectId: string }>) => {
      const comment = find<CommentRecord>(context, input.subjectId, 'comment')
      allow(context, comment.pull.repository, comments)
      comment.minimized = null
      return answer(input, { unminimizedComment: () => commentNode(context, comment) })
    },
    createCheckRun: async ({ input }: Input<RunInput & { name: string; headSha: string }>) => {
      const repository = find<RepositoryRecord>(context, input.repositoryId, 'repository')
      allow(context, repository, checks)
      const { name, headSha } = input
      const run = await createCheckRun(context, repository, actor, { ...fields(input), name, headSha })
      return answer(input, { checkRun: () => runNode(context, run) })
    },
    updateCheckRun: ({ input }: Input<RunInput & { checkRunId: string }>) => {
      const run = find<CheckRunRecord>(context, input.checkRunId, 'run')
      if (run.repository.nodeId !== input.repositoryId) throw notResolved(input.repositoryId)
      allow(context, run.repository, checks)
      updateCheckRun(context, run, actor, fields(input))
      return answer(input, { checkRun: () => runNode(context, run) })
    },
    requestReviews: ({ input }: Input<ReviewsInput>) => {
      const pull = find<PullRecord>(context, input.pullRequestId, 'pull')
      allow(context, pull.repository, pulls)
      const users = (input.userIds ?? []).map(id => find<Account>(context, id, 'user'))
      const teams = (input.teamIds ?? []).map(id => find<TeamRecord>(context, id, 'team'))
      requestReviews(context, pull, actor, { users, teams })
      // Without `union` the lists replace what was requested before.
      if (!input.union) {
        removeReviewRequests(context, pull, actor, {
          users: input.userIds ? pull.requestedUsers.filter(account => !users.includes(account)) : [],
          teams: input.teamIds ? pull.requestedTeams.filter(team => !teams.includes(team)) : [],
        })
      }
      const first = users[0]
      return answer(input, {
        actor: () => ('account' in actor ? actorNode(context, actor.account) : null),
        pullRequest: () => pullNode(context, pull),
        requestedReviewersEdge: first === undefined ? null : { cursor: '', node: () => actorNode(context, first) },
      })
    },
    convertPullRequestToDraft: ({ input }: Input<{ pullRequestId: string }>) => draft(context, input, true),
    markPullRequestReadyForReview: ({ input }: Input<{ pullRequestId: string }>) => draft(context, input, false),
  }
}

function draft(
  context: Context,
  input: { readonly pullRequestId: string; readonly clientMutationId?: string | null },
  wanted: boolean,
): Node {
  const pull = find<PullRecord>(context, input.pullRequestId, 'pull')
  allow(context, pull.repository, pulls)
  setDraft(context, pull, context.actor, wanted)
  return answer(input, { pullRequest: () => pullNode(context, pull) })
}

function answer(input: { readonly clientMutationId?: string | null }, fields: Node): Node {
  return { clientMutationId: input.clientMutationId ?? null, ...fields }
}

function find<T extends object>(context: Context, id: string, kind: EntityKind): T {
  const found = context.world.nodes.get(id)
  if (found?.kind !== kind) throw notResolved(id)
  const repository = repositoryOf(found.record)
  if (repository !== undefined && !canSee(context.world, repository, context.actor)) throw notResolved(id)
  return found.record as unknown as T
}

function allow(context: Context, repository: RepositoryRecord, wanted: Parameters<typeof requireAccess>[3]): void {
  requireAccess(context.world, repository, context.actor, wanted)
}

interface ReviewsInput {
  readonly pullRequestId: string
  readonly userIds?: readonly string[] | null
  readonly teamIds?: readonly string[] | null
  readonly union?: boolean | null
}

interface RunInput {
  readonly repositoryId: string
  readonly name?: string | null
  readonly status?: string | null
  readonly conclusion?: string | null
  readonly startedAt?: string | null
  readonly completedAt?: string | null
  readonly externalId?: string | null
  readonly detailsUrl?: string | null
  readonly actions?: readonly CheckAction[] | null
  readonly output?: {
    readonly title: string
    readonly summary: string
    readonly text?: string | null
    readonly annotations?: readonly AnnotationInput[] | null
  } | null
}

interface AnnotationInput {
  readonly path: string
  readonly location: {
    readonly startLine: number
    readonly endLine: number
    readonly startColumn?: number | null
    readonly endColumn?: number | null
  }
  readonly annotationLevel: string
  readonly message: string
  readonly title?: string | null
  readonly rawDetails?: string | null
}

function fields(input: RunInput): CheckFields {
  const { output } = input
  return given<Required<Omit<CheckFields, 'workflow'>>>({
    name: input.name ?? undefined,
    status: input.status?.toLowerCase(),
    conclusion: input.conclusion?.toLowerCase(),
    startedAt: input.startedAt ?? undefined,
    completedAt: input.completedAt ?? undefined,
    externalId: input.externalId ?? undefined,
    detailsUrl: input.detailsUrl ?? undefined,
    actions: input.actions ?? undefined,
    output: output
      ? {
          title: output.title,
          summary: output.summary,
          ...(output.text === undefined ? {} : { text: output.text }),
          annotations: (output.annotations ?? []).map(annotation),
        }
      : undefined,
  })
}

function annotation({ path, location, annotationLevel, message, title, rawDetails }: AnnotationInput): Annotation {
  return {
    path,
    message,
    start_line: location.startLine,
    end_line: location.endLine,
    start_column: location.startColumn ?? null,
    end_column: location.endColumn ?? null,
    annotation_level: annotationLevel.toLowerCase() as Annotation['annotation_level'],
    title: title ?? null,
    raw_details: rawDetails ?? null,
  }
}

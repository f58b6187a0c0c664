import { visible } from '../../rest/route.ts'
import type {
  Annotation,
  CheckRunRecord,
  RepositoryRecord,
  StatusRecord,
  SuiteRecord,
  WorkflowName,
} from '../../state.ts'
import { combinedState, latestRuns, latestStatuses, suiteRuns, suiteState } from '../../views/checks.ts'
import { objectNodeId } from '../../views/repositories.ts'
import { type ConnectionArgs, type Context, connection, entity, type Node, require, upper } from '../context.ts'
import { actorNode, appNode } from './accounts.ts'
import { commitNode, refNode } from './git.ts'
import { repositoryNode } from './repositories.ts'

interface RunFilter {
  readonly appId?: number | null
  readonly checkName?: string | null
  readonly checkType?: 'ALL' | 'LATEST' | null
  readonly status?: string | null
  readonly statuses?: readonly string[] | null
  readonly conclusions?: readonly string[] | null
}

function orNull(text: string | null): string | null {
  return text === null ? null : upper(text)
}

export function suiteNode(context: Context, suite: SuiteRecord): Node {
  const { repository } = suite
  const path = `/${repository.owner.login}/${repository.name}/commit/${suite.headSha}/checks?check_suite_id=${suite.id}`
  return {
    __typename: 'CheckSuite',
    ...entity(suite),
    app: appNode(context, suite.app),
    status: () => upper(suiteState(suite).status),
    conclusion: () => orNull(suiteState(suite).conclusion),
    createdAt: suite.createdAt,
    updatedAt: suite.updatedAt,
    resourcePath: path,
    url: context.world.url + path,
    workflowRun: suite.workflow === null ? null : workflowRunNode(suite, suite.workflow),
    creator: null,
    repository: () => repositoryNode(context, repository),
    commit: () => commitNode(context, repository, suite.headSha),
    branch: () => (suite.headBranch === null ? null : refNode(context, repository, `refs/heads/${suite.headBranch}`)),
    checkRuns: (args: ConnectionArgs & { readonly filterBy?: RunFilter | null }) =>
      connection('checkRuns', args, filtered(context, suite, args.filterBy ?? {}), run => runNode(context, run)),
  }
}

function workflowRunNode(suite: SuiteRecord, { name, event }: WorkflowName): Node {
  return {
    __typename: 'WorkflowRun',
    id: `WFR_${suite.nodeId}`,
    databaseId: suite.id,
    event,
    workflow: { __typename: 'Workflow', id: `W_${Buffer.from(name).toString('base64url')}`, name },
  }
}

function filtered(context: Context, suite: SuiteRecord, filter: RunFilter): readonly CheckRunRecord[] {
  const { appId, checkName, checkType, conclusions } = filter
  const statuses = filter.statuses ?? (filter.status ? [filter.status] : undefined)
  const all = visible(context, suiteRuns(suite)).filter(run => !checkName || run.name === checkName)
  return (checkType === 'ALL' ? all : latestRuns(all))
    .filter(run => !appId || run.app.id === appId)
    .filter(run => !statuses || statuses.includes(upper(run.status)))
    .filter(run => !conclusions || conclusions.includes(upper(run.conclusion ?? '')))
}

export function runNode(context: Context, run: CheckRunRecord): Node {
  const { repository } = run
  const path = `/${repository.owner.login}/${repository.name}/runs/${run.id}`
  return {
    __typename: 'CheckRun',
    ...entity(run),
    name: run.name,
    status: upper(run.status),
    conclusion: orNull(run.conclusion),
    externalId: run.externalId,
    title: run.title,
    summary: run.summary,
    text: run.text,
    startedAt: run.startedAt,
    completedAt: run.completedAt,
    detailsUrl: run.detailsUrl,
    url: context.world.url + path,
    resourcePath: path,
    permalink: context.world.url + path,
    isRequired: false,
    deployment: null,
    repository: () => repositoryNode(context, repository),
    checkSuite: () => suiteNode(context, run.suite),
    annotations: (args: ConnectionArgs) =>
      connection('annotations', args, run.annotations, annotation => annotationNode(annotation)),
  }
}

function annotationNode(annotation: Annotation): Node {
  const { start_line: startLine, end_line: endLine } = annotation
  return {
    __typename: 'CheckAnnotation',
    path: annotation.path,
    message: annotation.message,
    title: annotation.title,
    rawDetails: annotation.raw_details,
    annotationLevel: upper(annotation.annotation_level),
    location: {
      start: { line: startLine, column: annotation.start_column },
      end: { line: endLine, column: annotation.end_column },
    },
  }
}

export function statusNode(
  context: Context,
  repository: RepositoryRecord,
  sha: string,
  contexts: readonly StatusRecord[],
): Node {
  return {
    __typename: 'Status',
    id: objectNodeId('REF', repository, `status:${sha}`),
    state: upper(combinedState(contexts)),
    commit: () => commitNode(context, repository, sha),
    contexts: contexts.map(status => contextNode(context, status)),
    context: ({ name }: { name: string }) => {
      const found = contexts.find(status => status.context === name)
      return found === undefined ? null : contextNode(context, found)
    },
  }
}

function contextNode(context: Context, status: StatusRecord): Node {
  return {
    __typename: 'StatusContext',
    id: status.nodeId,
    context: status.context,
    state: upper(status.state),
    description: status.description,
    targetUrl: status.targetUrl,
    createdAt: status.createdAt,
    isRequired: false,
    creator: actorNode(context, status.creator),
    commit: () => commitNode(context, status.repository, status.sha),
  }
}

/** Statuses and check runs of a commit together; null when it has none. */
export function rollupNode(context: Context, repository: RepositoryRecord, sha: string): Node | null {
  require(context, repository, 'checks')
  require(context, repository, 'statuses')
  const statuses = latestStatuses(repository.statuses.filter(status => status.sha === sha))
  const runs = latestRuns(visible(context, repository.checkRuns).filter(run => run.headSha === sha))
  if (statuses.length + runs.length === 0) return null
  const states = [
    ...(statuses.length === 0 ? [] : [combinedState(statuses)]),
    ...runs.map(({ status, conclusion }) => runState(status, conclusion)),
  ]
  const worst = ['failure', 'pending', 'success'].find(state => states.some(one => one === state)) ?? 'success'
  return {
    __typename: 'StatusCheckRollup',
    id: objectNodeId('REF', repository, `rollup:${sha}`),
    state: upper(worst),
    commit: () => commitNode(context, repository, sha),
    contexts: (args: ConnectionArgs) =>
      connection(
        'contexts',
        args,
        [...runs.map(run => runNode(context, run)), ...statuses.map(status => contextNode(context, status))],
        node => node,
      ),
  }
}

function runState(status: string, conclusion: string | null): string {
  if (status !== 'completed') return 'pending'
  return ['success', 'neutral', 'skipped'].includes(conclusion ?? '') ? 'success' : 'failure'
}

import type { CommitInfo, Person, TreeEntry } from '../../git-objects.ts'
import type { RepositoryRecord } from '../../state.ts'
import { latestStatuses } from '../../views/checks.ts'
import { commitNodeId, objectNodeId, personOfEmail } from '../../views/repositories.ts'
import { type ConnectionArgs, type Context, connection, type Node, require } from '../context.ts'
import { actorNode } from './accounts.ts'
import { rollupNode, statusNode, suiteNode } from './checks.ts'
import { deploymentNode } from './deployments.ts'
import { pullNode } from './pulls.ts'
import { repositoryNode } from './repositories.ts'

/** Longer texts come truncated, and say so. */
const maxBlobText = 512_000

export function refNode(context: Context, repository: RepositoryRecord, ref: string): Node | null {
  const sha = repository.git.refs.get(ref)
  if (sha === undefined) return null
  const name = ref.replace(/^refs\/(heads|tags)\//, '')
  return {
    __typename: 'Ref',
    id: objectNodeId('REF', repository, ref),
    name,
    prefix: ref.slice(0, ref.length - name.length),
    repository: () => repositoryNode(context, repository),
    target: () => commitNode(context, repository, sha),
  }
}

export async function objectNode(context: Context, repository: RepositoryRecord, oid: string): Promise<Node | null> {
  const found = await repository.git.object(oid)
  if (found === undefined) return null
  if (found.type === 'commit') return commitNode(context, repository, oid)
  if (found.type === 'tree') return treeNode(context, repository, oid, '')
  return blobNode(context, repository, oid, found.data)
}

/** `ref`, `ref:path`, `sha:path`, `HEAD:path`. */
export async function expressionNode(
  context: Context,
  repository: RepositoryRecord,
  expression: string,
): Promise<Node | null> {
  const [, ref = '', path] = /^([^:]*)(?::(.*))?$/s.exec(expression) ?? []
  const sha = repository.git.resolve(ref === 'HEAD' || ref === '' ? repository.defaultBranch : ref)
  if (sha === undefined) return null
  if (path === undefined) return objectNode(context, repository, sha)
  const entry = await repository.git.entry(sha, path)
  if (entry === undefined) return null
  return entry.type === 'tree'
    ? treeNode(context, repository, entry.oid, entry.path)
    : objectNode(context, repository, entry.oid)
}

function common(context: Context, repository: RepositoryRecord, oid: string, kind: string): Node {
  const path = `/${repository.owner.login}/${repository.name}/${kind}/${oid}`
  return {
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitResourcePath: path,
    commitUrl: context.world.url + path,
    resourcePath: path,
    url: context.world.url + path,
    repository: () => repositoryNode(context, repository),
  }
}

function blobNode(context: Context, repository: RepositoryRecord, oid: string, data: Buffer): Node {
  const isBinary = data.subarray(0, 8000).includes(0)
  return {
    __typename: 'Blob',
    id: objectNodeId('B', repository, oid),
    ...common(context, repository, oid, 'blob'),
    byteSize: data.length,
    isBinary,
    isTruncated: data.length > maxBlobText,
    text: isBinary ? null : data.subarray(0, maxBlobText).toString(),
  }
}

function treeNode(context: Context, repository: RepositoryRecord, oid: string, path: string): Node {
  return {
    __typename: 'Tree',
    id: objectNodeId('TR', repository, oid),
    ...common(context, repository, oid, 'tree'),
    entries: async () => {
      const entries = await repository.git.tree(oid, path === '' ? '' : `${path}/`)
      return entries.map(entry => entryNode(context, repository, entry))
    },
  }
}

export function entryNode(context: Context, repository: RepositoryRecord, entry: TreeEntry): Node {
  const dot = entry.name.lastIndexOf('.')
  return {
    __typename: 'TreeEntry',
    name: entry.name,
    nameRaw: Buffer.from(entry.name).toString('base64'),
    path: entry.path,
    pathRaw: Buffer.from(entry.path).toString('base64'),
    mode: Number.parseInt(entry.mode, 8),
    type: entry.type,
    oid: entry.oid,
    extension: dot < 0 ? '' : entry.name.slice(dot),
    submodule: null,
    size: async () => (entry.type === 'blob' ? ((await repository.git.object(entry.oid))?.data.length ?? 0) : 0),
    repository: () => repositoryNode(context, repository),
    object: () =>
      entry.type === 'tree'
        ? treeNode(context, repository, entry.oid, entry.path)
        : objectNode(context, repository, entry.oid),
  }
}

function personNode(context: Context, { name, email, date }: Person): Node {
  return {
    __typename: 'GitActor',
    name,
    email,
    date,
    avatarUrl: `${context.world.url}/avatars/0`,
    user: () => actorNode(context, personOfEmail(context.world, email)),
  }
}

export async function commitNode(context: Context, repository: RepositoryRecord, sha: string): Promise<Node | null> {
  const commit = await repository.git.commitInfo(sha)
  return commit === undefined ? null : commitInfoNode(context, repository, commit)
}

export function commitInfoNode(context: Context, repository: RepositoryRecord, commit: CommitInfo): Node {
  const { git } = repository
  const { sha, message, author, committer, parents } = commit
  const statuses = () => {
    require(context, repository, 'statuses')
    return latestStatuses(repository.statuses.filter(status => status.sha === sha))
  }
  const changes = async () => (parents[0] === undefined ? undefined : git.diff(parents[0], sha))
  return {
    __typename: 'Commit',
    id: commitNodeId(repository, sha),
    ...common(context, repository, sha, 'commit'),
    message,
    messageHeadline: message.split('\n', 1)[0],
    messageBody: message.split('\n').slice(1).join('\n').trim(),
    authoredDate: author.date,
    committedDate: committer.date,
    pushedDate: null,
    author: personNode(context, author),
    committer: personNode(context, committer),
    authoredByCommitter: author.email === committer.email,
    authors: (args: ConnectionArgs) =>
      connection('authors', args, authorsOf(commit), person => personNode(context, person)),
    signature: signatureNode(repository, commit),
    additions: async () => (await changes())?.additions ?? 0,
    deletions: async () => (await changes())?.deletions ?? 0,
    changedFilesIfAvailable: async () => (await changes())?.files.length ?? 0,
    parents: (args: ConnectionArgs) =>
      connection('parents', args, parents, parent => commitNode(context, repository, parent)),
    history: (args: ConnectionArgs) =>
      connection(
        'history',
        args,
        () => git.history(sha, 1000),
        one => commitNode(context, repository, one),
      ),
    tree: () => treeNode(context, repository, commit.tree, ''),
    file: async ({ path }: { path: string }) => {
      require(context, repository, 'contents')
      const entry = await git.entry(sha, path)
      return entry === undefined ? null : entryNode(context, repository, entry)
    },
    status: () => {
      const contexts = statuses()
      return contexts.length === 0 ? null : statusNode(context, repository, sha, contexts)
    },
    statusCheckRollup: () => rollupNode(context, repository, sha),
    checkSuites: (
      args: ConnectionArgs & { filterBy?: { appId?: number | null; checkName?: string | null } | null },
    ) => {
      require(context, repository, 'checks')
      const { appId, checkName } = args.filterBy ?? {}
      const suites = repository.suites
        .filter(suite => suite.headSha === sha && (!appId || suite.app.id === appId))
        .filter(suite => !checkName || repository.checkRuns.some(run => run.suite === suite && run.name === checkName))
      return connection('checkSuites', args, suites, suite => suiteNode(context, suite))
    },
    deployments: (args: ConnectionArgs & { orderBy?: { direction: 'ASC' | 'DESC' } | null }) => {
      require(context, repository, 'deployments')
      const found = repository.deployments.filter(one => one.sha === sha)
      if (args.orderBy?.direction === 'DESC') found.reverse()
      return connection('deployments', args, found, one => deploymentNode(context, one))
    },
    associatedPullRequests: (args: ConnectionArgs) =>
      connection(
        'associatedPullRequests',
        args,
        () => pullsWith(repository, sha),
        pull => pullNode(context, pull),
      ),
  }
}

function signatureNode({ signatures }: RepositoryRecord, { sha, committer }: CommitInfo): Node | null {
  const by = signatures.get(sha)
  if (by === undefined) return null
  const wasSignedByGitHub = by === 'github'
  return { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub, state: 'VALID', email: committer.email }
}

async function pullsWith({ git, pulls }: RepositoryRecord, sha: string) {
  const found = await Promise.all(
    [...pulls.values()].map(async pull =>
      pull.landed.includes(sha) || (await git.range(pull.baseSha, pull.headSha)).includes(sha) ? [pull] : [],
    ),
  )
  return found.flat()
}

function authorsOf({ author, message }: CommitInfo): readonly Person[] {
  const together = [...message.matchAll(/^co-authored-by: (.+?) <([^>]+)>$/gim)]
  return [author, ...together.map(([, name = '', email = '']) => ({ name, email, date: author.date }))]
}

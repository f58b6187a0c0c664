import type { FileChange } from '../git-diff.ts'
import type { CommitInfo, TreeEntry } from '../git-objects.ts'
import { type Account, fullName, type Json, type RepositoryRecord, type World } from '../state.ts'
import { userView } from './accounts.ts'

const templates = {
  archive_url: '{archive_format}{/ref}',
  assignees_url: 'assignees{/user}',
  blobs_url: 'git/blobs{/sha}',
  branches_url: 'branches{/branch}',
  collaborators_url: 'collaborators{/collaborator}',
  comments_url: 'comments{/number}',
  commits_url: 'commits{/sha}',
  compare_url: 'compare/{base}...{head}',
  contents_url: 'contents/{+path}',
  contributors_url: 'contributors',
  deployments_url: 'deployments',
  downloads_url: 'downloads',
  events_url: 'events',
  forks_url: 'forks',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  hooks_url: 'hooks',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  issues_url: 'issues{/number}',
  keys_url: 'keys{/key_id}',
  labels_url: 'labels{/name}',
  languages_url: 'languages',
  merges_url: 'merges',
  milestones_url: 'milestones{/number}',
  notifications_url: 'notifications{?since,all,participating}',
  pulls_url: 'pulls{/number}',
  releases_url: 'releases{/id}',
  stargazers_url: 'stargazers',
  statuses_url: 'statuses/{sha}',
  subscribers_url: 'subscribers',
  subscription_url: 'subscription',
  tags_url: 'tags',
  teams_url: 'teams',
  trees_url: 'git/trees{/sha}',
}

export function repositoryApi(world: World, repository: RepositoryRecord): string {
  return `${world.apiUrl}/repos/${fullName(repository)}`
}

export function repositoryHtml(world: World, repository: RepositoryRecord): string {
  return `${world.url}/${fullName(repository)}`
}

export function minimalRepositoryView(world: World, repository: RepositoryRecord): Json {
  const api = repositoryApi(world, repository)
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: userView(world, repository.owner),
    html_url: repositoryHtml(world, repository),
    description: null,
    fork: false,
    url: api,
    ...Object.fromEntries(Object.entries(templates).map(([name, path]) => [name, `${api}/${path}`])),
  }
}

export function repositoryView(world: World, repository: RepositoryRecord): Json {
  const html = repositoryHtml(world, repository)
  const open = [...repository.pulls.values()].filter(pull => pull.state === 'open').length
  return {
    ...minimalRepositoryView(world, repository),
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
    git_url: `git://${html.replace(/^\w+:\/\//, '')}.git`,
    ssh_url: `git@sandbox:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  }
}

export function fullRepositoryView(world: World, repository: RepositoryRecord): Json {
  return {
    ...repositoryView(world, repository),
    network_count: 0,
    subscribers_count: 0,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
  }
}

/** E-mail addresses of the sandbox name their person, as GitHub's no-reply addresses do. */
export function personOfEmail(world: World, email: string): Account | null {
  const id = /^(\d+)\+[^@]+@users\.noreply\./.exec(email)?.[1]
  if (id === undefined) return null
  return [...world.users.values()].find(account => account.id === Number(id)) ?? null
}

export function noReplyEmail({ id, login }: Account): string {
  return `${id}+${login}@users.noreply.sandbox.test`
}

function verification(repository: RepositoryRecord, { sha, committer }: CommitInfo): Json {
  if (!repository.signatures.has(sha)) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  }
  return { verified: true, reason: 'valid', signature: 'sandbox', payload: '', verified_at: committer.date }
}

export function commitView(world: World, repository: RepositoryRecord, commit: CommitInfo): Json {
  const api = repositoryApi(world, repository)
  const html = repositoryHtml(world, repository)
  const person = (email: string) => {
    const account = personOfEmail(world, email)
    return account === null ? null : userView(world, account)
  }
  return {
    sha: commit.sha,
    node_id: commitNodeId(repository, commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: verification(repository, commit),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: person(commit.author.email),
    committer: person(commit.committer.email),
    parents: commit.parents.map(sha => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  }
}

export function gitCommitView(world: World, repository: RepositoryRecord, commit: CommitInfo): Json {
  const api = repositoryApi(world, repository)
  const html = repositoryHtml(world, repository)
  const address = (sha: string) => ({ sha, url: `${api}/git/commits/${sha}`, html_url: `${html}/commit/${sha}` })
  return {
    ...address(commit.sha),
    node_id: commitNodeId(repository, commit.sha),
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map(address),
    verification: verification(repository, commit),
  }
}

export function commitNodeId(repository: RepositoryRecord, sha: string): string {
  return objectNodeId('C', repository, sha)
}

export function objectNodeId(prefix: 'C' | 'B' | 'TR' | 'REF', repository: RepositoryRecord, name: string): string {
  return `${prefix}_${Buffer.from(`${repository.id}:${name}`).toString('base64url')}`
}

export function fileView(world: World, repository: RepositoryRecord, sha: string, file: FileChange): Json {
  const path = file.path.split('/').map(encodeURIComponent).join('/')
  const html = repositoryHtml(world, repository)
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${repositoryApi(world, repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  }
}

export function entryView(
  world: World,
  repository: RepositoryRecord,
  ref: string,
  entry: TreeEntry,
  size: number,
): Json {
  const path = entry.path.split('/').map(encodeURIComponent).join('/')
  const self = `${repositoryApi(world, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`
  const kind = entry.type === 'tree' ? 'tree' : 'blob'
  const git = `${repositoryApi(world, repository)}/git/${kind}s/${entry.oid}`
  const html = `${repositoryHtml(world, repository)}/${kind}/${ref}/${path}`
  return {
    name: entry.name,
    path: entry.path,
    sha: entry.oid,
    size,
    url: self,
    html_url: html,
    git_url: git,
    download_url: entry.type === 'blob' ? `${repositoryHtml(world, repository)}/raw/${ref}/${path}` : null,
    type: entry.type === 'tree' ? 'dir' : entry.mode === '120000' ? 'symlink' : 'file',
    _links: { self, git, html },
  }
}

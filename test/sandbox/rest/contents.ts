import { ApiError, notFound, unprocessable } from '../errors.ts'
import type { TreeEntry } from '../git-objects.ts'
import type { RepositoryRecord } from '../state.ts'
import { pullSimpleView } from '../views/pulls.ts'
import {
  commitView,
  entryView,
  fileView,
  gitCommitView,
  objectNodeId,
  repositoryApi,
  repositoryHtml,
} from '../views/repositories.ts'
import { shaOf } from './checks.ts'
import { type Answer, type Call, listed, needs, ok, type Route, repositoryOf, route } from './route.ts'

const read = needs('contents')
const maxTreeEntries = 100_000
const maxInlineBytes = 1024 * 1024
const historyLimit = 1000

export const contentRoutes: readonly Route[] = [
  route('repos/get-content', 'GET /repos/{owner}/{repo}/contents/{path}', read, content),
  route('git/get-tree', 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', read, tree),
  route('git/get-blob', 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}', read, async call => {
    const repository = repositoryOf(call)
    const sha = call.params.file_sha ?? ''
    const found = await repository.git.object(sha)
    if (found?.type !== 'blob') throw notFound()
    if (wantsRaw(call)) return raw(found.data)
    return ok({
      sha,
      node_id: objectNodeId('B', repository, sha),
      size: found.data.length,
      url: `${repositoryApi(call.world, repository)}/git/blobs/${sha}`,
      content: base64(found.data),
      encoding: 'base64',
    })
  }),
  route('git/get-commit', 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}', read, async call => {
    const repository = repositoryOf(call)
    const commit = await repository.git.commitInfo(call.params.commit_sha ?? '')
    if (commit === undefined) throw notFound()
    return ok(gitCommitView(call.world, repository, commit))
  }),
  route('git/get-ref', 'GET /repos/{owner}/{repo}/git/ref/{ref}', read, call => {
    const repository = repositoryOf(call)
    const ref = `refs/${call.params.ref}`
    const sha = repository.git.refs.get(ref)
    if (sha === undefined) throw notFound()
    const api = repositoryApi(call.world, repository)
    return ok({
      ref,
      node_id: objectNodeId('REF', repository, ref),
      url: `${api}/git/${ref}`,
      object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
    })
  }),
  route('git/list-matching-refs', 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}', read, call => {
    const repository = repositoryOf(call)
    const api = repositoryApi(call.world, repository)
    const found = [...repository.git.refs].filter(([ref]) => ref.startsWith(`refs/${call.params.ref}`))
    return ok(
      found.map(([ref, sha]) => ({
        ref,
        node_id: objectNodeId('REF', repository, ref),
        url: `${api}/git/${ref}`,
        object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
      })),
    )
  }),
  route('repos/compare-commits-with-basehead', 'GET /repos/{owner}/{repo}/compare/{basehead}', read, compare),
  route('repos/list-commits', 'GET /repos/{owner}/{repo}/commits', read, async call => {
    const repository = repositoryOf(call)
    const head = repository.git.resolve(call.query.get('sha') ?? repository.defaultBranch)
    if (head === undefined) throw notFound()
    const shas = await repository.git.history(head, historyLimit)
    const commits = await Promise.all(shas.map(sha => repository.git.commitOrThrow(sha)))
    return listed(call, commits, commit => commitView(call.world, repository, commit))
  }),
  route('repos/get-commit', 'GET /repos/{owner}/{repo}/commits/{ref}', read, oneCommit),
  route(
    'repos/list-pull-requests-associated-with-commit',
    'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    needs('pull_requests'),
    async call => {
      const { git, pulls } = repositoryOf(call)
      const sha = git.resolve(call.params.commit_sha ?? '') ?? ''
      const found = await Promise.all(
        [...pulls.values()].map(async pull =>
          pull.mergeCommitSha === sha || (await git.range(pull.baseSha, pull.headSha)).includes(sha) ? [pull] : [],
        ),
      )
      return listed(call, found.flat(), pull => pullSimpleView(call.world, pull))
    },
  ),
  route('repos/get-branch', 'GET /repos/{owner}/{repo}/branches/{branch}', read, async call => {
    const repository = repositoryOf(call)
    const name = call.params.branch ?? ''
    const sha = repository.git.refs.get(`refs/heads/${name}`)
    if (sha === undefined) throw notFound()
    const commit = await repository.git.commitOrThrow(sha)
    const self = `${repositoryApi(call.world, repository)}/branches/${name}`
    const required = repository.protection.get(name)?.contexts
    return ok({
      name,
      commit: commitView(call.world, repository, commit),
      _links: { self, html: `${repositoryHtml(call.world, repository)}/tree/${name}` },
      protected: required !== undefined,
      protection: {
        enabled: required !== undefined,
        required_status_checks: {
          enforcement_level: required === undefined ? 'off' : 'everyone',
          contexts: required ?? [],
          checks: (required ?? []).map(context => ({ context, app_id: null })),
        },
      },
      protection_url: `${self}/protection`,
    })
  }),
  route(
    'repos/get-branch-protection',
    'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    needs('administration', 'read', 'admin'),
    call => {
      const repository = repositoryOf(call)
      const contexts = repository.protection.get(call.params.branch ?? '')?.contexts
      if (contexts === undefined) throw new ApiError(404, 'Branch not protected')
      const url = `${repositoryApi(call.world, repository)}/branches/${call.params.branch}/protection`
      const checks = contexts.map(context => ({ context, app_id: null }))
      const required = { url: `${url}/required_status_checks`, strict: false, contexts, checks }
      return ok({
        url,
        required_status_checks: required,
        enforce_admins: { url: `${url}/enforce_admins`, enabled: false },
      })
    },
  ),
  route('repos/get-branch-rules', 'GET /repos/{owner}/{repo}/rules/branches/{branch}', needs('metadata'), call => {
    const { protection, owner, name, id } = repositoryOf(call)
    const required = protection.get(call.params.branch ?? '')
    const rules =
      required === undefined
        ? []
        : [
            {
              type: 'required_status_checks',
              parameters: {
                strict_required_status_checks_policy: false,
                required_status_checks: required.contexts.map(context => ({
                  context,
                  ...(required.appId === null ? {} : { integration_id: required.appId }),
                })),
              },
              ruleset_source_type: 'Repository',
              ruleset_source: `${owner.login}/${name}`,
              ruleset_id: id,
            },
          ]
    return listed(call, rules, rule => rule)
  }),
  route('repos/get-repo-ruleset', 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', needs('metadata'), call => {
    const repository = repositoryOf(call)
    const [branch, rules] = [...repository.protection][0] ?? []
    if (rules === undefined || Number(call.params.ruleset_id) !== repository.id) throw notFound()
    return ok({
      id: repository.id,
      name: `${branch}`,
      target: 'branch',
      source_type: 'Repository',
      source: `${repository.owner.login}/${repository.name}`,
      enforcement: 'active',
      bypass_actors: rules.bypass.map((actor_type, index) => ({
        actor_id: index + 1,
        actor_type,
        bypass_mode: 'always',
      })),
    })
  }),
  route('repos/get-all-environments', 'GET /repos/{owner}/{repo}/environments', needs('actions'), call => {
    const { world } = call
    const repository = repositoryOf(call)
    const environments = [...repository.environments].map(([name, { adminsBypass }], index) => ({
      id: index + 1,
      node_id: `EN_${index + 1}`,
      name,
      url: `${repositoryApi(world, repository)}/environments/${name}`,
      html_url: `${repositoryHtml(world, repository)}/settings/environments`,
      created_at: world.now(),
      updated_at: world.now(),
      can_admins_bypass: adminsBypass,
      protection_rules: [],
      deployment_branch_policy: null,
    }))
    return ok({ total_count: environments.length, environments })
  }),
]

function wantsRaw({ accept }: Call): boolean {
  return /application\/vnd\.github\.(v3\.)?raw/.test(accept)
}

/** Without a charset Octokit would hand out an ArrayBuffer instead of text. */
function raw(data: Buffer): Answer {
  return { status: 200, body: data, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } }
}

/** GitHub breaks base64 at 60 characters. */
function base64(data: Buffer): string {
  return data.toString('base64').replace(/(.{60})/g, '$1\n') + (data.length > 0 ? '\n' : '')
}

async function content(call: Call): Promise<Answer> {
  const repository = repositoryOf(call)
  const ref = call.query.get('ref') ?? repository.defaultBranch
  const sha = repository.git.resolve(ref)
  if (sha === undefined) throw notFoundRef(ref)
  const entry = await repository.git.entry(sha, call.params.path ?? '')
  if (entry === undefined) throw notFound()
  if (entry.type === 'tree') {
    const entries = await repository.git.tree(entry.oid, entry.path === '' ? '' : `${entry.path}/`)
    const sizes = await Promise.all(entries.map(child => sizeOf(repository, child)))
    return ok(entries.map((child, index) => entryView(call.world, repository, ref, child, sizes[index] ?? 0)))
  }
  const data = (await repository.git.object(entry.oid))?.data ?? Buffer.alloc(0)
  if (wantsRaw(call)) return raw(data)
  const inline = data.length <= maxInlineBytes
  return ok({
    ...entryView(call.world, repository, ref, entry, data.length),
    content: inline ? base64(data) : '',
    encoding: inline ? 'base64' : 'none',
    ...(entry.mode === '120000' ? { target: data.toString() } : {}),
  })
}

function notFoundRef(ref: string) {
  const error = notFound()
  error.message = `No commit found for the ref ${ref}`
  return error
}

async function sizeOf({ git }: RepositoryRecord, entry: TreeEntry): Promise<number> {
  return entry.type === 'blob' ? ((await git.object(entry.oid))?.data.length ?? 0) : 0
}

async function tree(call: Call): Promise<Answer> {
  const repository = repositoryOf(call)
  const { git } = repository
  const wanted = call.params.tree_sha ?? ''
  const sha = git.resolve(wanted) ?? ''
  const oid = (await git.commitInfo(sha))?.tree ?? ((await git.object(sha))?.type === 'tree' ? sha : undefined)
  if (oid === undefined) throw notFound()
  const all = call.query.has('recursive') ? await git.treeRecursive(oid) : await git.tree(oid)
  const entries = all.slice(0, maxTreeEntries)
  const sizes = await Promise.all(entries.map(entry => sizeOf(repository, entry)))
  const api = `${repositoryApi(call.world, repository)}/git`
  return ok({
    sha: oid,
    url: `${api}/trees/${oid}`,
    tree: entries.map(({ path, mode, type, oid: id }, index) => ({
      path,
      mode,
      type,
      sha: id,
      ...(type === 'blob' ? { size: sizes[index] ?? 0 } : {}),
      ...(type === 'commit' ? {} : { url: `${api}/${type}s/${id}` }),
    })),
    truncated: all.length > maxTreeEntries,
  })
}

async function oneCommit(call: Call): Promise<Answer> {
  const repository = repositoryOf(call)
  const { git } = repository
  const sha = shaOf(call)
  const commit = await git.commitInfo(sha)
  if (commit === undefined) throw unprocessable(`No commit found for SHA: ${call.params.ref}`)
  const parent = commit.parents[0]
  const diff = parent === undefined ? { files: [], additions: 0, deletions: 0 } : await git.diff(parent, sha)
  return ok({
    ...commitView(call.world, repository, commit),
    stats: { additions: diff.additions, deletions: diff.deletions, total: diff.additions + diff.deletions },
    files: diff.files.map(file => fileView(call.world, repository, sha, file)),
  })
}

const maxComparedFiles = 300

async function compare(call: Call): Promise<Answer> {
  const { world, params } = call
  const repository = repositoryOf(call)
  const { git } = repository
  const basehead = params.basehead ?? ''
  const [base, head] = basehead.split('...').map(ref => git.resolve(ref.replace(/^[^:]*:/, '')))
  if (base === undefined || head === undefined) throw notFound()
  const [diff, ahead, behind] = await Promise.all([git.diff(base, head), git.range(base, head), git.range(head, base)])
  const commits = await Promise.all(ahead.map(sha => git.commitOrThrow(sha)))
  const view = async (sha: string) => commitView(world, repository, await git.commitOrThrow(sha))
  const url = `${repositoryApi(world, repository)}/compare/${basehead}`
  const html = `${repositoryHtml(world, repository)}/compare/${basehead}`
  const status =
    ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical'
  const page = listed(call, commits, commit => commitView(world, repository, commit))
  return ok(
    {
      url,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: await view(base),
      merge_base_commit: await view(diff.mergeBase),
      status,
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: page.body,
      files: diff.files.slice(0, maxComparedFiles).map(file => fileView(world, repository, head, file)),
    },
    page.headers,
  )
}

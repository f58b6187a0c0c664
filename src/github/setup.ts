import { createSign } from 'node:crypto'
import { type AppSetup, gateName, type Setup } from '../doctor/diagnose.ts'
import { absent, type Fact, present, unknown } from '../facts/facts.ts'
import { policyStateOf, sharedFor } from '../facts/policy.ts'
import { message } from '../locales/message.ts'
import { type GitHubClient, statusOf, unknownBecause } from './client.ts'
import { readDirectory } from './roles.ts'
import { readReference } from './shared.ts'
import type { PolicyEntry } from './snapshot.ts'

interface Place {
  readonly owner: string
  readonly name: string
}

interface Blob {
  readonly text?: string | null
  readonly isTruncated?: boolean
  readonly byteSize?: number
}

interface Entry {
  readonly name: string
  readonly mode: number
  readonly type: string
  readonly object: Blob | null
}

interface Folder {
  readonly entries?: readonly Entry[]
}

interface Answer {
  readonly repository: {
    readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } } | null
    readonly github: Folder | null
    readonly workflows: Folder | null
    readonly owners1: Blob | null
    readonly owners2: Blob | null
    readonly owners3: Blob | null
  } | null
}

const folder = '... on Tree { entries { name mode type object { ... on Blob { text isTruncated byteSize } } } }'
const blob = '... on Blob { text }'
const filesQuery = `query Setup($owner: String!, $name: String!, $github: String!, $workflows: String!, $owners1: String!, $owners2: String!, $owners3: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    github: object(expression: $github) { ${folder} }
    workflows: object(expression: $workflows) { ${folder} }
    owners1: object(expression: $owners1) { ${blob} }
    owners2: object(expression: $owners2) { ${blob} }
    owners3: object(expression: $owners3) { ${blob} }
  }
}`

/** How a repository is set up. Only reads; what the token may not see is unknown. */
export async function readSetup(
  client: GitHubClient,
  place: Place,
  { branch, app }: { readonly branch: string | undefined; readonly app: Fact<AppSetup> },
): Promise<Setup> {
  const at = branch ?? 'HEAD'
  const { repository } = await client.graphql<Answer>(filesQuery, {
    ...place,
    github: `${at}:.github`,
    workflows: `${at}:.github/workflows`,
    owners1: `${at}:.github/CODEOWNERS`,
    owners2: `${at}:CODEOWNERS`,
    owners3: `${at}:docs/CODEOWNERS`,
  })
  const name = branch ?? repository?.defaultBranchRef?.name ?? ''
  const { owner } = place
  const entries = policyEntries(repository?.github ?? null)
  const shared = await sharedFor(entries, { owner }, reference => readReference(client, reference))
  const sha = repository?.defaultBranchRef?.target.oid ?? ''
  const policy = policyStateOf(entries, { owner, sha, shared })
  const roles = policy.state === 'present' ? Object.values(policy.policy.roles).flat() : []
  const directory = await readDirectory(client, roles)
  const owners = [repository?.owners1, repository?.owners2, repository?.owners3].find(one => one?.text != null)
  const rules = await readRules(client, place, name)
  return {
    branch: name,
    policy,
    ...rules,
    reporters: await readReporters(client, place),
    workflows: present(workflowsOf(repository?.workflows ?? null)),
    unresolved: Object.entries(directory).flatMap(([entry, found]) =>
      found.kind === 'unresolved' ? [{ entry, reason: found.reason }] : [],
    ),
    codeOwners: present(owners?.text ?? null),
    environments: await readEnvironments(client, place),
    app,
  }
}

const policyEntries = (github: Folder | null): readonly PolicyEntry[] =>
  (github?.entries ?? [])
    .filter(entry => /^delivery-gates\.ya?ml$/.test(entry.name))
    .map(({ name, mode, type, object }) => ({
      path: `.github/${name}`,
      mode: mode.toString(8).padStart(6, '0'),
      type,
      size: object?.byteSize ?? 0,
      text: object?.isTruncated === true ? null : (object?.text ?? null),
    }))

const workflowsOf = (found: Folder | null) =>
  (found?.entries ?? [])
    .filter(entry => /\.ya?ml$/.test(entry.name) && typeof entry.object?.text === 'string')
    .map(entry => ({ path: `.github/workflows/${entry.name}`, text: entry.object?.text ?? '' }))

interface Rule {
  readonly type: string
  readonly ruleset_id?: number
  readonly parameters?: {
    readonly required_status_checks?: readonly { readonly context: string; readonly integration_id?: number | null }[]
    readonly workflows?: readonly { readonly path: string; readonly repository_id: number }[]
  }
}

type Rules = Pick<Setup, 'required' | 'requiredWorkflows' | 'bypass'>

/** Rulesets that apply to the branch, and its classic protection where the token may see it. */
async function readRules(client: GitHubClient, { owner, name: repo }: Place, branch: string): Promise<Rules> {
  const place = { owner, repo, branch }
  let rules: readonly Rule[]
  try {
    rules = await pages<Rule>(client, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', place)
  } catch (error) {
    const nothing = unknown(unknownBecause('rules', error))
    return { required: nothing, requiredWorkflows: nothing, bypass: nothing }
  }
  const classic = await readProtection(client, place)
  const checks = rules.flatMap(rule => rule.parameters?.required_status_checks ?? [])
  const byRules = checks.map(({ context, integration_id: appId }) => ({ name: context, appId: appId ?? null }))
  const ids = [...new Set(rules.flatMap(rule => rule.ruleset_id ?? []))]
  return {
    required: present([...byRules, ...classic.required]),
    requiredWorkflows: present(
      rules
        .flatMap(rule => rule.parameters?.workflows ?? [])
        .map(one => ({
          path: one.path,
          repositoryId: one.repository_id,
        })),
    ),
    bypass: await readBypass(client, { owner, repo }, ids, classic.bypass),
  }
}

interface Protection {
  readonly required_status_checks?: {
    readonly checks?: readonly { readonly context: string; readonly app_id: number | null }[]
  } | null
  readonly enforce_admins?: { readonly enabled: boolean }
}

/** Classic protection can be read by administrators only; for others the rulesets are all there is to see. */
async function readProtection(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string; readonly branch: string },
): Promise<{
  readonly required: readonly { readonly name: string; readonly appId: number | null }[]
  readonly bypass: readonly string[]
}> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}/protection', place)
    const protection = data as Protection
    const required = (protection.required_status_checks?.checks ?? []).map(({ context, app_id: appId }) => ({
      name: context,
      // GitHub writes -1 for "any source".
      appId: appId === -1 ? null : appId,
    }))
    return { required, bypass: protection.enforce_admins?.enabled === false ? ['administrators'] : [] }
  } catch {
    return { required: [], bypass: [] }
  }
}

interface Ruleset {
  readonly name?: string
  readonly bypass_actors?: readonly { readonly actor_type: string; readonly bypass_mode?: string }[]
}

async function readBypass(
  client: GitHubClient,
  place: { readonly owner: string; readonly repo: string },
  ids: readonly number[],
  classic: readonly string[],
): Promise<Setup['bypass']> {
  const found: string[] = [...classic]
  for (const ruleset_id of ids) {
    try {
      const { data } = await client.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...place, ruleset_id })
      const { bypass_actors: actors } = data as Ruleset
      if (actors === undefined) {
        return unknown(message('unknown.permission', { what: 'bypass list', permission: 'administration: read' }))
      }
      found.push(...actors.map(actor => `${actor.actor_type} (${actor.bypass_mode ?? 'always'})`))
    } catch (error) {
      return unknown(unknownBecause('rulesets', error))
    }
  }
  return present([...new Set(found)])
}

interface Pull {
  readonly head: { readonly sha: string }
}

interface CheckRuns {
  readonly check_runs: readonly { readonly app: { readonly id: number; readonly slug?: string } | null }[]
}

interface Status {
  readonly context: string
  readonly creator: { readonly login: string } | null
}

/** Who reported our name on the heads of the pull requests that were touched last. */
async function readReporters(client: GitHubClient, { owner, name: repo }: Place): Promise<Setup['reporters']> {
  try {
    const query = { owner, repo, state: 'all', sort: 'updated', direction: 'desc', per_page: 5 }
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', query)
    const found: { kind: 'check' | 'status'; by: string; appId: number | null }[] = []
    for (const { head } of (data as readonly Pull[]).slice(0, 5)) {
      const at = { owner, repo, ref: head.sha, per_page: 100 }
      const checks = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...at,
        check_name: gateName,
      })
      for (const { app } of (checks.data as CheckRuns).check_runs) {
        found.push({ kind: 'check', by: app?.slug ?? '?', appId: app?.id ?? null })
      }
      const statuses = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', at)
      for (const { context, creator } of statuses.data as readonly Status[]) {
        if (context === gateName) found.push({ kind: 'status', by: creator?.login ?? '?', appId: null })
      }
    }
    return present([...new Map(found.map(one => [JSON.stringify(one), one])).values()])
  } catch (error) {
    return unknown(unknownBecause('checks', error))
  }
}

interface Environments {
  readonly environments: readonly {
    readonly name: string
    readonly can_admins_bypass?: boolean
    readonly protection_rules?: readonly { readonly type: string }[]
  }[]
}

async function readEnvironments(client: GitHubClient, { owner, name: repo }: Place): Promise<Setup['environments']> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/environments', { owner, repo, per_page: 100 })
    return present(
      (data as Environments).environments.map(one => ({
        name: one.name,
        adminsBypass: one.can_admins_bypass !== false,
        protections: (one.protection_rules ?? []).map(rule => rule.type),
      })),
    )
  } catch (error) {
    return statusOf(error) === 404 ? absent : unknown(unknownBecause('environments', error))
  }
}

async function pages<T>(client: GitHubClient, route: string, query: object): Promise<readonly T[]> {
  const found: T[] = []
  for (let page = 1; page <= 10; page += 1) {
    const { data } = await client.request(route, { ...query, per_page: 100, page })
    const rows = Array.isArray(data) ? (data as readonly T[]) : []
    found.push(...rows)
    if (rows.length < 100) break
  }
  return found
}

/** A token of the App itself, good for nine minutes. `iat` lies a minute back, for clocks that differ (T-80). */
export function appToken(appId: string, privateKey: string, now: number): string {
  const seconds = Math.floor(now / 1000)
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: appId })}`
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`
}

interface Delivery {
  readonly status_code: number
}

/** The App as its own token sees it: what it was given here, and whether its webhooks arrive. */
export async function readApp(
  client: GitHubClient,
  { owner, name: repo }: Place,
  needs: { readonly permissions: Readonly<Record<string, string>>; readonly events: readonly string[] },
): Promise<Fact<AppSetup>> {
  try {
    const { slug } = (await client.request('GET /app', {})).data as { readonly slug: string }
    const installation = (await client.request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data as {
      readonly permissions: Readonly<Record<string, string>>
      readonly events: readonly string[]
    }
    const hook = (await client.request('GET /app/hook/config', {})).data as { readonly insecure_ssl?: string | number }
    const { data } = await client.request('GET /app/hook/deliveries', { per_page: 100 })
    const deliveries = data as readonly Delivery[]
    return present({
      slug,
      missingPermissions: Object.entries(needs.permissions)
        .filter(([permission, level]) => !covers(installation.permissions[permission], level))
        .map(([permission, level]) => `${permission}: ${level}`),
      missingEvents: needs.events.filter(event => !installation.events.includes(event)),
      insecureWebhook: String(hook.insecure_ssl ?? '0') !== '0',
      failedDeliveries: deliveries.filter(one => one.status_code < 200 || one.status_code >= 300).length,
      deliveries: deliveries.length,
    })
  } catch (error) {
    return unknown(unknownBecause('app', error))
  }
}

const covers = (given: string | undefined, needed: string): boolean =>
  given === needed || given === 'admin' || (given === 'write' && needed === 'read')

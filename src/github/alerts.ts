import { absent, type Fact, present, type SecurityAlert, type Severity, unknown } from '../facts/facts.ts'
import { defaultLevels } from '../findings/model.ts'
import { severityOf } from '../findings/severity.ts'
import { message } from '../locales/message.ts'
import { neededFacts } from '../policy/needs.ts'
import type { GatePolicy, Policy } from '../policy/schema.ts'
import { type GitHubClient, graphQlFailure, statusOf, unknownBecause } from './client.ts'
import type { Snapshot } from './snapshot.ts'

type Kind = SecurityAlert['kind']
type Place = Pick<Snapshot, 'repository' | 'number' | 'baseRef' | 'headSha'>

const perPage = 100
/** Beyond so many pages a list is not complete, so nobody knows. */
const maxPages = 20

/** What a token must be allowed to do, by kind. */
const permissions: Readonly<Record<Kind, string>> = {
  'code-scanning': 'security-events: read',
  dependabot: 'vulnerability-alerts: read',
  'secret-scanning': 'secret_scanning_alerts: read',
}

/** Open alerts that the policy asks for, read only then. `absent`: code scanning has not looked at this head yet. */
export async function alertsOf(
  client: GitHubClient,
  snapshot: Place,
  policy: Policy | null,
): Promise<Fact<readonly SecurityAlert[]>> {
  const options = policy?.gates.findings
  if (policy === null || options === undefined || !neededFacts(policy).has('alerts')) {
    return unknown(message('unknown.notFetched', { what: 'alerts' }))
  }
  const alerts: SecurityAlert[] = []
  for (const kind of new Set(options.alerts)) {
    try {
      const read = await readers[kind](client, snapshot, options)
      if (read.state !== 'present') return read
      alerts.push(...read.value)
    } catch (error) {
      return because(kind, error)
    }
  }
  return present(alerts)
}

function because(kind: Kind, error: unknown): Fact<never> {
  const isForbidden = graphQlFailure(error)?.errors.some(({ type }) => type === 'FORBIDDEN' || type === 'NOT_FOUND')
  const status = isForbidden === true ? 403 : statusOf(error)
  if (status !== 403 && status !== 404) return unknown(unknownBecause('alerts', error))
  return unknown(message('findings.alerts.refused', { kind, status, permission: permissions[kind] }))
}

type Read = (
  client: GitHubClient,
  place: Place,
  options: GatePolicy<'findings'>,
) => Promise<Fact<readonly SecurityAlert[]>>

const readers: Readonly<Record<Kind, Read>> = {
  'code-scanning': readCodeScanning,
  dependabot: readDependabot,
  'secret-scanning': readSecretScanning,
}

interface CodeAlert {
  readonly number: number
  readonly rule: {
    readonly id?: string | null
    readonly severity?: string | null
    readonly security_severity_level?: string | null
  }
  readonly tool: { readonly name?: string | null }
  readonly most_recent_instance?: {
    readonly location?: { readonly path?: string | null; readonly start_line?: number | null }
  } | null
}

async function readCodeScanning(
  client: GitHubClient,
  place: Place,
  { new_only: newOnly }: GatePolicy<'findings'>,
): Promise<Fact<readonly SecurityAlert[]>> {
  const ref = await analysedRef(client, place)
  if (ref === null) return absent
  const alerts = await pages<CodeAlert>(client, 'code-scanning/alerts', place, { state: 'open', ref })
  if (alerts === null) return incomplete
  const base = { state: 'open', ref: `refs/heads/${place.baseRef}` }
  const before = newOnly ? await pages<CodeAlert>(client, 'code-scanning/alerts', place, base) : []
  if (before === null) return incomplete
  const old = new Set(before.map(alert => alert.number))
  return present(
    alerts.map(({ number, rule, tool, most_recent_instance: instance }) => ({
      kind: 'code-scanning',
      number,
      tool: tool.name ?? '',
      rule: rule.id ?? '',
      severity: severityOfRule(rule),
      path: instance?.location?.path ?? null,
      line: instance?.location?.start_line ?? null,
      ...(newOnly ? { isNew: !old.has(number) } : {}),
    })),
  )
}

/** The ref of this pull request under which the head itself, or its merge, was analysed; an older one says nothing. */
async function analysedRef(client: GitHubClient, place: Place): Promise<string | null> {
  for (const kind of ['merge', 'head']) {
    const ref = `refs/pull/${place.number}/${kind}`
    const analyses = await page<{ readonly commit_sha: string }>(client, 'code-scanning/analyses', place, { ref }, 1)
    const commits = [...new Set(analyses.map(analysis => analysis.commit_sha))].slice(0, 3)
    for (const commit of commits) if (await holdsHead(client, place, commit)) return ref
  }
  return null
}

async function holdsHead(client: GitHubClient, { repository, headSha }: Place, commit: string): Promise<boolean> {
  if (commit === headSha) return true
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      owner: repository.owner,
      repo: repository.name,
      commit_sha: commit,
    })
    const { parents = [] } = data as { readonly parents?: readonly { readonly sha: string }[] }
    return parents[1]?.sha === headSha
  } catch (error) {
    // Merges that GitHub makes for pull requests are forgotten after a while.
    if (statusOf(error) === 404 || statusOf(error) === 422) return false
    throw error
  }
}

/** What is not understood is as severe as can be. */
function severityOfRule({ security_severity_level: security, severity }: CodeAlert['rule']): Severity {
  const known = named(security)
  if (known !== undefined) return known
  return severityOf({ result: null, rule: null, level: security ?? severity ?? 'warning' }, defaultLevels).severity
}

const words: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
}
const named = (word: string | null | undefined): Severity | undefined =>
  word === null || word === undefined ? undefined : words[word.toLowerCase()]

interface VulnerabilityPage {
  readonly repository: {
    readonly vulnerabilityAlerts: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      readonly nodes: readonly {
        readonly number: number
        readonly vulnerableManifestPath: string
        readonly securityAdvisory: { readonly ghsaId: string } | null
        readonly securityVulnerability: { readonly severity: string } | null
      }[]
    } | null
  } | null
}

const vulnerabilitiesQuery = `query Vulnerabilities($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    vulnerabilityAlerts(first: 100, after: $after, states: OPEN) {
      pageInfo { hasNextPage endCursor }
      nodes { number vulnerableManifestPath securityAdvisory { ghsaId } securityVulnerability { severity } }
    }
  }
}`

/** Of the default branch, so none of them is new with a pull request. */
async function readDependabot(client: GitHubClient, { repository }: Place): Promise<Fact<readonly SecurityAlert[]>> {
  const alerts: SecurityAlert[] = []
  let after: string | null = null
  for (let turn = 0; turn < maxPages; turn++) {
    const answer: VulnerabilityPage = await client.graphql<VulnerabilityPage>(vulnerabilitiesQuery, {
      owner: repository.owner,
      name: repository.name,
      after,
    })
    const found = answer.repository?.vulnerabilityAlerts
    if (found === null || found === undefined) return because('dependabot', { status: 403 })
    for (const node of found.nodes) {
      alerts.push({
        kind: 'dependabot',
        number: node.number,
        tool: 'Dependabot',
        rule: node.securityAdvisory?.ghsaId ?? '',
        severity: named(node.securityVulnerability?.severity) ?? 'critical',
        path: node.vulnerableManifestPath,
        line: null,
        isNew: false,
      })
    }
    if (!found.pageInfo.hasNextPage) return present(alerts)
    after = found.pageInfo.endCursor
  }
  return incomplete
}

/** The secrets themselves are neither asked for nor read. */
async function readSecretScanning(client: GitHubClient, place: Place): Promise<Fact<readonly SecurityAlert[]>> {
  const asked = { state: 'open', hide_secret: true }
  const alerts = await pages<{ readonly number: number; readonly secret_type?: string | null }>(
    client,
    'secret-scanning/alerts',
    place,
    asked,
  )
  if (alerts === null) return incomplete
  return present(
    alerts.map(({ number, secret_type: type }) => ({
      kind: 'secret-scanning',
      number,
      tool: 'secret scanning',
      rule: type ?? '',
      severity: 'critical',
      path: null,
      line: null,
    })),
  )
}

const incomplete = unknown(
  message('unknown.incomplete', { what: 'alerts', got: maxPages * perPage, expected: maxPages * perPage + 1 }),
)

/** `null`: more than is read. */
async function pages<T>(
  client: GitHubClient,
  list: string,
  place: Place,
  asked: Readonly<Record<string, unknown>>,
): Promise<readonly T[] | null> {
  const all: T[] = []
  for (let turn = 1; turn <= maxPages; turn++) {
    const found = await page<T>(client, list, place, asked, turn)
    all.push(...found)
    if (found.length < perPage) return all
  }
  return null
}

async function page<T>(
  client: GitHubClient,
  list: string,
  { repository }: Place,
  asked: Readonly<Record<string, unknown>>,
  number: number,
): Promise<readonly T[]> {
  const { data } = await client.request(`GET /repos/{owner}/{repo}/${list}`, {
    owner: repository.owner,
    repo: repository.name,
    per_page: perPage,
    page: number,
    ...asked,
  })
  if (!Array.isArray(data)) throw new TypeError(`no list: ${list}`)
  return data as readonly T[]
}

import { isObject, type Json, type JsonObject } from './payload.ts'

/**
 * Members of a payload, by name. `keep`: with all that is in it. `presence`: only that it is there, as `true`; `null`
 * stays. A list of one: so much of every element.
 */
type Members = { readonly [name: string]: Kept }
type Kept = 'keep' | 'presence' | Members | readonly [Members]

const person = { id: 'keep', login: 'keep', type: 'keep' } as const
const repository = { id: 'keep', full_name: 'keep', private: 'keep' } as const
const everywhere = { action: 'keep', sender: person, repository, installation: { id: 'keep' } } as const
const paths = { added: 'keep', modified: 'keep', removed: 'keep' } as const
const of = { id: 'keep' } as const

/** What the events read, each in its file of `app/events` or in `app/repository.ts`. Who reads more says so here. */
const byEvent: Readonly<Record<string, Members>> = {
  pull_request: { changes: { base: 'presence', title: 'presence', body: 'presence' } },
  pull_request_review: {
    review: {
      id: 'keep',
      state: 'keep',
      body: 'keep',
      commit_id: 'keep',
      submitted_at: 'keep',
      user: person,
      performed_via_github_app: 'presence',
    },
  },
  issue_comment: {
    changes: { body: { from: 'keep' } },
    issue: { pull_request: 'presence' },
    comment: {
      id: 'keep',
      body: 'keep',
      created_at: 'keep',
      user: person,
      performed_via_github_app: 'presence',
    },
  },
  check_run: {
    requested_action: { identifier: 'keep' },
    check_run: {
      id: 'keep',
      name: 'keep',
      head_sha: 'keep',
      conclusion: 'keep',
      app: { id: 'keep', slug: 'keep' },
    },
  },
  issues: { issue: { number: 'keep' } },
  status: { sha: 'keep', context: 'keep', state: 'keep' },
  deployment_status: { deployment: { sha: 'keep' } },
  deployment_protection_rule: { environment: 'keep', deployment_callback_url: 'keep', deployment: { sha: 'keep' } },
  merge_group: { merge_group: { head_sha: 'keep', head_ref: 'keep', base_sha: 'keep', base_ref: 'keep' } },
  workflow_run: {
    workflow_run: {
      id: 'keep',
      run_attempt: 'keep',
      event: 'keep',
      head_sha: 'keep',
      path: 'keep',
      status: 'keep',
      created_at: 'keep',
      run_started_at: 'keep',
      repository: of,
      head_repository: of,
    },
  },
  push: { ref: 'keep', forced: 'keep', commits: [paths] },
  installation: {
    installation: { id: 'keep', account: { login: 'keep' } },
    repositories: [repository],
  },
  installation_repositories: {
    installation: { id: 'keep', account: { login: 'keep' } },
    repositories_added: [repository],
    repositories_removed: [repository],
  },
  team: { organization: { login: 'keep' } },
  membership: { organization: { login: 'keep' } },
}

/**
 * What is stored of a delivery: who acted and what they wanted. The rest, which is most of it, is read again from GitHub
 * by whoever needs it, so to keep it would only keep other people's text.
 */
export const keptOf = (event: string, payload: JsonObject): JsonObject =>
  pick(payload, { ...everywhere, ...(Object.hasOwn(byEvent, event) ? byEvent[event] : {}) })

function pick(from: JsonObject, members: Members): JsonObject {
  const kept: Record<string, Json> = {}
  for (const [name, what] of Object.entries(members)) {
    const value = Object.hasOwn(from, name) ? from[name] : undefined
    if (value !== undefined) kept[name] = keptPart(value, what)
  }
  return kept
}

function keptPart(value: Json, what: Kept): Json {
  if (value === null || what === 'keep') return value
  if (what === 'presence') return true
  if (isList(what)) return Array.isArray(value) ? value.map(one => keptPart(one, what[0])) : null
  return isObject(value) ? pick(value, what) : null
}

const isList = (what: Kept): what is readonly [Members] => Array.isArray(what)

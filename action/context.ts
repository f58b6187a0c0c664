import { z } from 'zod'
import type { Account } from '../src/facts/facts.ts'
import { type Message, message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'
import { isLoopback } from './io.ts'

/** Where this run happens: what GitHub's runner says in the environment. */
export interface Runner {
  readonly owner: string
  readonly name: string
  readonly repositoryId: string
  /** Absolute path of the checkout's folder. */
  readonly workspace: string
  /** Folder for the report; outlives the step. */
  readonly temp: string
  readonly apiUrl: string
  readonly serverUrl: string
  readonly run: { readonly id: string; readonly attempt: number }
  /** Path of the running workflow inside the repository; `null` when it is in another one or cannot be told. */
  readonly workflowPath: string | null
  /** Commit that it was read from. */
  readonly workflowSha: string
  /** Where a job with `id-token: write` gets tokens of its run; `null`: it has no such permission. */
  readonly idToken: { readonly url: string; readonly token: string } | null
}

/** What the event says about its pull request, for when the API says nothing. */
export interface EventPull {
  readonly title: string
  readonly author: Account | null
  readonly state: 'open' | 'closed' | 'merged'
  readonly isDraft: boolean
  readonly baseRef: string
}

/** What is judged. SHAs are those of the event; the API may know newer ones. */
export type Subject =
  | {
      readonly kind: 'pull-request'
      readonly number: number
      readonly baseSha: string
      readonly headSha: string
      /** Commit that a default checkout has: the merge of head into base. */
      readonly testedSha: string
      readonly fork: boolean
      /** The activity neither moved the head nor opened the pull request, so tests need not have run again. */
      readonly sameHead: boolean
      readonly pull: EventPull
    }
  | {
      readonly kind: 'merge-group'
      /** From the ref's name; `null` when it has none. */
      readonly number: number | null
      readonly baseSha: string
      readonly headSha: string
    }
  | { readonly kind: 'push'; readonly branch: string; readonly headSha: string }
  | { readonly kind: 'dispatch'; readonly branch: string; readonly headSha: string }

export interface Context {
  readonly runner: Runner
  readonly event: string
  readonly action: string
  readonly subject: Subject
}

export const supportedEvents = [
  'pull_request',
  'pull_request_review',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
] as const

type Environment = Readonly<Record<string, string | undefined>>

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const repository = z.object({ id: z.int() }).nullable()
const pullRequestPayload = z.object({
  action: z.string().default(''),
  pull_request: z.object({
    number: z.int().min(1),
    title: z.string(),
    draft: z.boolean().default(false),
    state: z.enum(['open', 'closed']),
    merged_at: z.string().nullish(),
    user: z.object({ id: z.int(), login: z.string(), type: z.string() }).nullable(),
    base: z.object({ sha, ref: z.string(), repo: repository }),
    head: z.object({ sha, ref: z.string(), repo: repository }),
  }),
})
const mergeGroupPayload = z.object({
  action: z.string().default(''),
  merge_group: z.object({ head_sha: sha, head_ref: z.string(), base_sha: sha, base_ref: z.string() }),
})
const pushPayload = z.object({ ref: z.string(), after: sha, deleted: z.boolean().default(false) })

/** Environment and event as values, or everything that is wrong with them. */
export function readContext(env: Environment, eventText: string | null): Result<Context, readonly Message[]> {
  const runner = readRunner(env)
  const event = env.GITHUB_EVENT_NAME ?? ''
  const subject = readSubject(env, event, eventText)
  const problems = [...(runner.ok ? [] : runner.error), ...(subject.ok ? [] : [subject.error])]
  if (!runner.ok || !subject.ok) return err(problems)
  return ok({ runner: runner.value, event, ...subject.value })
}

function readRunner(env: Environment): Result<Runner, readonly Message[]> {
  const problems: Message[] = []
  const need = (name: string, pattern: RegExp): string => {
    const value = env[name] ?? ''
    if (!pattern.test(value)) problems.push(message('action.environment', { name }))
    return value
  }
  const [owner = '', name = ''] = need('GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/).split('/')
  const workspace = need('GITHUB_WORKSPACE', /^(?:\/|[A-Za-z]:[\\/])/)
  const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com'
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com'
  if (!belongsTo(apiUrl, serverUrl)) {
    problems.push(message('action.environment.url', { name: 'GITHUB_API_URL', server: serverUrl }))
  }
  if (problems.length > 0) return err(problems)
  return ok({
    owner,
    name,
    repositoryId: env.GITHUB_REPOSITORY_ID ?? '',
    workspace,
    temp: env.RUNNER_TEMP || workspace,
    apiUrl: apiUrl.replace(/\/+$/, ''),
    serverUrl,
    run: { id: env.GITHUB_RUN_ID ?? '', attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1') || 1 },
    workflowPath: workflowPath(env.GITHUB_WORKFLOW_REF ?? '', `${owner}/${name}`),
    workflowSha: env.GITHUB_WORKFLOW_SHA || env.GITHUB_SHA || '',
    idToken: idTokenIn(env),
  })
}

/**
 * Whether the token may travel there: the host of the server itself, its `api.` host, or both on this machine; https
 * except on this machine (security.md B-E08).
 */
function belongsTo(url: string, serverUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(serverUrl)) return false
  const api = new URL(url)
  const server = new URL(serverUrl)
  if (api.username !== '' || api.password !== '') return false
  if (isLoopback(api.hostname)) return isLoopback(server.hostname)
  return api.protocol === 'https:' && (api.host === server.host || api.host === `api.${server.host}`)
}

function idTokenIn(env: Environment): Runner['idToken'] {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env
  const address = URL.parse(url)
  const safe = address !== null && (address.protocol === 'https:' || isLoopback(address.hostname))
  return safe && token !== '' ? { url, token } : null
}

/** `owner/name/.github/workflows/ci.yml@refs/heads/main` */
function workflowPath(ref: string, repository: string): string | null {
  const path = ref.startsWith(`${repository}/`) ? ref.slice(repository.length + 1).split('@', 1)[0] : undefined
  return path !== undefined && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? path : null
}

interface Read {
  readonly action: string
  readonly subject: Subject
}

function readSubject(env: Environment, event: string, text: string | null): Result<Read, Message> {
  const payload = parseJson(text)
  if (payload === undefined) return err(message('action.event.unreadable', { supported: supportedEvents }))
  const testedSha = env.GITHUB_SHA ?? ''
  switch (event) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_target':
      return pullRequestSubject(payload, event, testedSha)
    case 'merge_group':
      return mergeGroupSubject(payload)
    case 'push':
      return pushSubject(payload)
    case 'schedule':
      return scheduleSubject(env.GITHUB_REF ?? '', testedSha)
    case 'workflow_dispatch':
      return dispatchSubject(env.GITHUB_REF ?? '', testedSha)
    default:
      return err(message('action.event', { event, supported: supportedEvents }))
  }
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const malformed = (event: string): Result<never, Message> => err(message('action.event.malformed', { event }))

/** Activities after which the tests of an earlier run still speak for the head. */
const movesHead = new Set(['opened', 'reopened', 'synchronize', ''])

function pullRequestSubject(payload: unknown, event: string, testedSha: string): Result<Read, Message> {
  const read = pullRequestPayload.safeParse(payload)
  if (!read.success) return malformed(event)
  const { action, pull_request: pull } = read.data
  return ok({
    action,
    subject: {
      kind: 'pull-request',
      number: pull.number,
      baseSha: pull.base.sha,
      headSha: pull.head.sha,
      testedSha,
      fork: pull.head.repo?.id !== pull.base.repo?.id,
      sameHead: event === 'pull_request_review' || !movesHead.has(action),
      pull: {
        title: pull.title,
        author: accountOf(pull.user),
        state: typeof pull.merged_at === 'string' ? 'merged' : pull.state,
        isDraft: pull.draft,
        baseRef: pull.base.ref,
      },
    },
  })
}

const accountOf = (user: { id: number; login: string; type: string } | null): Account | null =>
  user === null ? null : { id: String(user.id), login: user.login, type: user.type === 'User' ? 'User' : 'Bot' }

/** The ref of a group is `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. Source: "Managing a merge queue". */
function mergeGroupSubject(payload: unknown): Result<Read, Message> {
  const read = mergeGroupPayload.safeParse(payload)
  if (!read.success) return malformed('merge_group')
  const { action, merge_group: group } = read.data
  const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(group.head_ref)?.[1]
  return ok({
    action,
    subject: {
      kind: 'merge-group',
      number: number === undefined ? null : Number(number),
      baseSha: group.base_sha,
      headSha: group.head_sha,
    },
  })
}

function pushSubject(payload: unknown): Result<Read, Message> {
  const read = pushPayload.safeParse(payload)
  if (!read.success) return malformed('push')
  const branch = branchOf(read.data.ref)
  if (branch === null || read.data.deleted) return err(message('action.event.notBranch', { ref: read.data.ref }))
  return ok({ action: '', subject: { kind: 'push', branch, headSha: read.data.after } })
}

/** Nobody pushed, but the default branch is measured all the same, e.g. by the tests that only run at night. */
function scheduleSubject(ref: string, headSha: string): Result<Read, Message> {
  const branch = branchOf(ref)
  if (branch === null || !sha.safeParse(headSha).success) return err(message('action.event.notBranch', { ref }))
  return ok({ action: '', subject: { kind: 'push', branch, headSha } })
}

function dispatchSubject(ref: string, headSha: string): Result<Read, Message> {
  const branch = branchOf(ref)
  if (branch === null || !sha.safeParse(headSha).success) return err(message('action.event.notBranch', { ref }))
  return ok({ action: '', subject: { kind: 'dispatch', branch, headSha } })
}

const branchOf = (ref: string): string | null =>
  ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null

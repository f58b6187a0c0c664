import { parse } from 'yaml'
import type { PolicyState } from '../evaluate.ts'
import type { Fact } from '../facts/facts.ts'
import { type Message, message } from '../locales/message.ts'
import { missingTriggers } from '../policy/triggers.ts'

/** Name of the check or status that decides. */
export const gateName = 'delivery-gates'

/** Id of the app behind GITHUB_TOKEN on github.com. */
const actionsAppId = 15_368

/** How a repository is set up, as far as the token at hand may see it. */
export interface Setup {
  /** The branch that is looked at. */
  readonly branch: string
  readonly policy: PolicyState
  /** Checks and statuses that a rule of the branch requires. `appId` null: from anybody. */
  readonly required: Fact<readonly { readonly name: string; readonly appId: number | null }[]>
  /** Workflows that a ruleset of the organisation requires. */
  readonly requiredWorkflows: Fact<readonly { readonly path: string; readonly repositoryId: number }[]>
  /** Who may pass over the rules, in GitHub's words, e.g. `RepositoryRole always`. */
  readonly bypass: Fact<readonly string[]>
  /** Who reported a check or status of our name on a recent head. */
  readonly reporters: Fact<
    readonly { readonly kind: 'check' | 'status'; readonly by: string; readonly appId: number | null }[]
  >
  /** Workflows of the branch. */
  readonly workflows: Fact<readonly { readonly path: string; readonly text: string }[]>
  /** Entries of roles that could not be resolved, with the reason. */
  readonly unresolved: readonly { readonly entry: string; readonly reason: Message }[]
  /** Whether CODEOWNERS covers the workflows and the policy; `null`: there is no such file. */
  readonly codeOwners: Fact<string | null>
  readonly environments: Fact<
    readonly { readonly name: string; readonly adminsBypass: boolean; readonly protections: readonly string[] }[]
  >
  /** The App's own view, where its key is at hand. `absent`: it is not. */
  readonly app: Fact<AppSetup>
}

export interface AppSetup {
  readonly slug: string
  /** Permissions that it needs and has not been given here. */
  readonly missingPermissions: readonly string[]
  readonly missingEvents: readonly string[]
  /** Whether the webhook is sent over a checked certificate. */
  readonly insecureWebhook: boolean
  /** Deliveries that failed, of those that were sent last. */
  readonly failedDeliveries: number
  readonly deliveries: number
}

export interface Finding {
  readonly state: 'ok' | 'problem' | 'unknown' | 'note'
  readonly message: Message
  /** What to do. */
  readonly fix?: Message
}

/** 0: nothing is required. 1: an honest-mistake guard. 2: a required workflow. 3: enforced by the App (SECURITY.md). */
export interface Diagnosis {
  readonly level: 0 | 1 | 2 | 3 | null
  readonly findings: readonly Finding[]
}

/** The enforcement level of a repository, and what is missing for the next. What cannot be seen is said to be unknown. */
export function diagnose(setup: Setup): Diagnosis {
  return {
    level: levelOf(setup),
    findings: [
      ...policyFindings(setup),
      ...requiredFindings(setup),
      ...bypassFindings(setup),
      ...reporterFindings(setup),
      ...workflowFindings(setup),
      ...ownerFindings(setup),
      ...roleFindings(setup),
      ...environmentFindings(setup),
      ...appFindings(setup),
    ],
  }
}

function levelOf({ required, requiredWorkflows }: Setup): Diagnosis['level'] {
  const ours = required.state === 'present' ? required.value.filter(({ name }) => name === gateName) : []
  if (ours.some(({ appId }) => appId !== null && appId !== actionsAppId)) return 3
  if (requiredWorkflows.state === 'present' && requiredWorkflows.value.length > 0) return 2
  if (ours.length > 0) return 1
  return required.state === 'unknown' || requiredWorkflows.state === 'unknown' ? null : 0
}

const good = (told: Message): Finding => ({ state: 'ok', message: told })
const bad = (told: Message, fix: Message): Finding => ({ state: 'problem', message: told, fix })
const blind = (told: Message): Finding => ({ state: 'unknown', message: told })
const note = (told: Message): Finding => ({ state: 'note', message: told })

function policyFindings({ policy, branch }: Setup): readonly Finding[] {
  switch (policy.state) {
    case 'unknown':
      return [blind(policy.reason)]
    case 'broken':
      return [
        bad(
          message('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }),
          message('doctor.policy.fix', {}),
        ),
      ]
    case 'present':
      return policy.origin.source === 'base'
        ? [good(message('doctor.policy.ok', { path: policy.origin.path, branch }))]
        : [bad(message('doctor.policy.none', { branch }), message('doctor.policy.none.fix', {}))]
    default:
      return policy satisfies never
  }
}

function requiredFindings({ required, requiredWorkflows, branch }: Setup): readonly Finding[] {
  if (required.state === 'unknown') return [blind(required.reason)]
  const ours = required.state === 'present' ? required.value.filter(({ name }) => name === gateName) : []
  const workflows = requiredWorkflows.state === 'present' ? requiredWorkflows.value : []
  const byWorkflow = workflows.map(({ path }) => good(message('doctor.workflow.required', { path, branch })))
  if (ours.length === 0) {
    return byWorkflow.length > 0
      ? byWorkflow
      : [bad(message('doctor.required.none', { branch }), message('doctor.required.fix', { branch }))]
  }
  const pinned = ours.some(({ appId }) => appId !== null && appId !== actionsAppId)
  const required_ = good(message('doctor.required.ok', { branch }))
  if (pinned) return [required_, good(message('doctor.source.ok', {})), ...byWorkflow]
  return [required_, bad(message('doctor.source.open', {}), message('doctor.source.fix', {})), ...byWorkflow]
}

function bypassFindings({ bypass }: Setup): readonly Finding[] {
  if (bypass.state === 'unknown') return [blind(bypass.reason)]
  if (bypass.state === 'absent' || bypass.value.length === 0) return [good(message('doctor.bypass.none', {}))]
  return [note(message('doctor.bypass', { who: bypass.value }))]
}

function reporterFindings({ reporters }: Setup): readonly Finding[] {
  if (reporters.state === 'unknown') return [blind(reporters.reason)]
  const found = reporters.state === 'present' ? reporters.value : []
  if (found.length === 0) return [note(message('doctor.reporter.none', {}))]
  const kinds = new Set(found.map(({ kind }) => kind))
  const names = [...new Set(found.map(({ by }) => by))]
  if (kinds.size > 1)
    return [bad(message('doctor.reporter.both', { by: names }), message('doctor.reporter.both.fix', {}))]
  return [good(message('doctor.reporter.ok', { by: names }))]
}

const ourAction = /(?:^|\/)delivery-gates(?:\/[^@]*)?@(.+)$/

function workflowFindings({ workflows, policy }: Setup): readonly Finding[] {
  if (workflows.state === 'unknown') return [blind(workflows.reason)]
  const files = workflows.state === 'present' ? workflows.value : []
  const using = files.flatMap(({ path, text }) => {
    const read = stepsOf(text)
    return read === null || !read.uses.some(one => ourAction.test(one)) ? [] : [{ path, text, ...read }]
  })
  return using.flatMap(({ path, text, uses, jobs, events }): readonly Finding[] => {
    const refs = uses.flatMap(one => ourAction.exec(one)?.[1] ?? [])
    const loose = refs.filter(ref => !/^[0-9a-f]{40}$/.test(ref))
    const missing = policy.state === 'present' ? missingTriggers(text, policy.policy) : null
    return [
      good(message('doctor.workflow.found', { path })),
      ...(loose.length === 0
        ? []
        : [
            bad(
              message('doctor.workflow.unpinned', { path, refs: loose }),
              message('doctor.workflow.unpinned.fix', {}),
            ),
          ]),
      ...(jobs.includes(gateName)
        ? [bad(message('doctor.workflow.name', { path }), message('doctor.workflow.name.fix', {}))]
        : []),
      ...(events.includes('pull_request_target') ? [note(message('doctor.workflow.target', { path }))] : []),
      ...(missing === null ? [] : [bad(missing, message('doctor.workflow.triggers.fix', { path }))]),
    ]
  })
}

interface Steps {
  readonly uses: readonly string[]
  /** Ids and names. */
  readonly jobs: readonly string[]
  readonly events: readonly string[]
}

/** `null`: not a workflow that can be read. */
function stepsOf(text: string): Steps | null {
  try {
    const read: unknown = parse(text, { maxAliasCount: 10 })
    if (typeof read !== 'object' || read === null || !('jobs' in read)) return null
    const jobs = Object.entries((read.jobs ?? {}) as Readonly<Record<string, { name?: unknown; steps?: unknown }>>)
    const uses = jobs.flatMap(([, job]) =>
      (Array.isArray(job?.steps) ? job.steps : []).flatMap((step: unknown) =>
        typeof step === 'object' && step !== null && 'uses' in step ? [String(step.uses)] : [],
      ),
    )
    const on: unknown = 'on' in read ? read.on : null
    const events =
      typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}) as object)
    return { uses, jobs: jobs.flatMap(([id, job]) => [id, String(job?.name ?? '')]), events }
  } catch {
    return null
  }
}

function ownerFindings({ codeOwners }: Setup): readonly Finding[] {
  if (codeOwners.state === 'unknown') return [blind(codeOwners.reason)]
  const text = codeOwners.state === 'present' ? codeOwners.value : null
  const covered = text !== null && /^\s*(?:\*|\/?\.github(?:\/\**)?|\/?\.github\/\*\*)\s+\S/m.test(text)
  return covered
    ? [good(message('doctor.owners.ok', {}))]
    : [bad(message('doctor.owners.none', {}), message('doctor.owners.fix', {}))]
}

const roleFindings = ({ unresolved }: Setup): readonly Finding[] =>
  unresolved.map(({ entry, reason }) => bad(message('doctor.role', { entry }), reason))

function environmentFindings({ environments }: Setup): readonly Finding[] {
  if (environments.state === 'unknown') return [blind(environments.reason)]
  const found = environments.state === 'present' ? environments.value : []
  return found.map(({ name, adminsBypass, protections }) =>
    note(message('doctor.environment', { name, adminsBypass, protections })),
  )
}

function appFindings({ app }: Setup): readonly Finding[] {
  if (app.state === 'unknown') return [blind(app.reason)]
  if (app.state === 'absent') return [note(message('doctor.app.none', {}))]
  const { slug, missingPermissions, missingEvents, insecureWebhook, failedDeliveries, deliveries } = app.value
  return [
    good(message('doctor.app.ok', { slug })),
    ...(missingPermissions.length === 0
      ? []
      : [
          bad(
            message('doctor.app.permissions', { missing: missingPermissions }),
            message('doctor.app.permissions.fix', {}),
          ),
        ]),
    ...(missingEvents.length === 0
      ? []
      : [bad(message('doctor.app.events', { missing: missingEvents }), message('doctor.app.events.fix', {}))]),
    ...(insecureWebhook ? [bad(message('doctor.app.insecure', {}), message('doctor.app.insecure.fix', {}))] : []),
    failedDeliveries === 0
      ? good(message('doctor.app.deliveries', { deliveries }))
      : bad(
          message('doctor.app.failed', { failed: failedDeliveries, deliveries }),
          message('doctor.app.failed.fix', {}),
        ),
  ]
}

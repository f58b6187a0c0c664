import { accountOf, atLeast, roleOf } from '../access.ts'
import { forbidden, notFound } from '../errors.ts'
import type {
  Account,
  Actor,
  IssueRecord,
  Json,
  LabelRecord,
  MilestoneRecord,
  PullRecord,
  RepositoryRecord,
  World,
} from '../state.ts'
import { labelView, milestoneView, plainIssueView } from '../views/issues.ts'
import type { Site } from './context.ts'
import { emitPull } from './pulls.ts'

type Target = PullRecord | IssueRecord

const isPull = (target: Target): target is PullRecord => 'headSha' in target

/** Labels and milestones take triage; Apps have their permission checked by the route. */
function requireTriage({ world }: Site, repository: RepositoryRecord, actor: Actor): Account {
  const account = accountOf(actor)
  if (actor.kind === 'user' && !atLeast(roleOf(world, repository, account), 'triage')) {
    throw forbidden('Must have triage rights to Repository.')
  }
  return account
}

function emitTarget(site: Site, target: Target, action: string, sender: Account, extra: Json = {}): void {
  target.updatedAt = site.world.now()
  if (isPull(target)) emitPull(site, target, action, sender, extra)
  else emitIssue(site, target, action, sender, extra)
}

function emitIssue(
  { world, hooks }: Site,
  issue: IssueRecord,
  action: string,
  sender: Account,
  extra: Json = {},
): void {
  hooks.emit({
    event: 'issues',
    action,
    repository: issue.repository,
    sender,
    payload: () => ({ issue: plainIssueView(world, issue), ...extra }),
  })
}

/** A label comes into being when it is first put on something, as over the API. */
function ensureLabel({ world }: Site, repository: RepositoryRecord, name: string): LabelRecord {
  const known = repository.labels.get(name.toLowerCase())
  if (known !== undefined) return known
  const label = world.create<LabelRecord>('label', { repository, name, color: 'ededed' })
  repository.labels.set(name.toLowerCase(), label)
  return label
}

export function addLabels(site: Site, target: Target, actor: Actor, names: readonly string[]): void {
  const sender = requireTriage(site, target.repository, actor)
  for (const name of names) {
    const label = ensureLabel(site, target.repository, name)
    if (target.labels.includes(label)) continue
    target.labels.push(label)
    emitTarget(site, target, 'labeled', sender, { label: labelView(site.world, label) })
  }
}

export function removeLabel(site: Site, target: Target, actor: Actor, name: string): void {
  const sender = requireTriage(site, target.repository, actor)
  const at = target.labels.findIndex(label => label.name.toLowerCase() === name.toLowerCase())
  const [label] = at < 0 ? [] : target.labels.splice(at, 1)
  if (label === undefined) throw notFound()
  emitTarget(site, target, 'unlabeled', sender, { label: labelView(site.world, label) })
}

export function createMilestone(
  site: Site,
  repository: RepositoryRecord,
  actor: Actor,
  title: string,
): MilestoneRecord {
  const creator = requireTriage(site, repository, actor)
  const milestone = site.world.create<MilestoneRecord>('milestone', {
    repository,
    number: repository.milestones.length + 1,
    title,
    creator,
    createdAt: site.world.now(),
  })
  repository.milestones.push(milestone)
  return milestone
}

export function setMilestone(site: Site, target: Target, actor: Actor, milestone: MilestoneRecord | null): void {
  const sender = requireTriage(site, target.repository, actor)
  const before = target.milestone
  if (before === milestone) return
  target.milestone = milestone
  const told = milestone ?? before
  if (told === null) return
  const action = milestone === null ? 'demilestoned' : 'milestoned'
  emitTarget(site, target, action, sender, { milestone: milestoneView(site.world, told) })
}

export function openIssue(
  site: Site,
  repository: RepositoryRecord,
  actor: Actor,
  { title, body }: { readonly title: string; readonly body: string | null },
): IssueRecord {
  const { world } = site
  repository.lastNumber += 1
  const now = world.now()
  const author = accountOf(actor)
  const issue = world.create<IssueRecord>('issue', {
    repository,
    number: repository.lastNumber,
    author,
    title,
    body,
    state: 'open',
    labels: [],
    milestone: null,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  })
  repository.issues.set(issue.number, issue)
  emitIssue(site, issue, 'opened', author)
  return issue
}

export interface IssueEdit {
  readonly title?: string
  readonly body?: string | null
  readonly state?: 'open' | 'closed'
}

export function editIssue(site: Site, issue: IssueRecord, actor: Actor, edit: IssueEdit): void {
  const sender = accountOf(actor)
  if (actor.kind === 'user' && sender.id !== issue.author.id) requireTriage(site, issue.repository, actor)
  const changes: Record<string, Json> = {}
  if (edit.title !== undefined && edit.title !== issue.title) {
    changes.title = { from: issue.title }
    issue.title = edit.title
  }
  if (edit.body !== undefined && (edit.body ?? '') !== (issue.body ?? '')) {
    changes.body = { from: issue.body ?? '' }
    issue.body = edit.body
  }
  issue.updatedAt = site.world.now()
  if (Object.keys(changes).length > 0) emitIssue(site, issue, 'edited', sender, { changes })
  if (edit.state === undefined || edit.state === issue.state) return
  issue.state = edit.state
  issue.closedAt = edit.state === 'closed' ? site.world.now() : null
  emitIssue(site, issue, edit.state === 'closed' ? 'closed' : 'reopened', sender)
}

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:([\w.-]+)\/([\w.-]+))?#(\d+)\b/gi

/** Issues that the description says it closes; GitHub links them only where the base is the default branch. */
export function closedBy(world: World, pull: PullRecord): readonly IssueRecord[] {
  const { repository } = pull
  if (pull.baseRef !== repository.defaultBranch) return []
  const found = [...(pull.body ?? '').matchAll(closing)].flatMap(([, owner, name, number]) => {
    const there = owner === undefined || name === undefined ? repository : world.repository(owner, name)
    return there?.issues.get(Number(number)) ?? []
  })
  return [...new Set(found)]
}

import type { Impact, ImpactKind } from '../../src/impact/model.ts'
import type { Label, LabelledCommit, Statement } from './labels.ts'

/** A fact and the statements that tell it; none: a miss. */
export interface Told {
  readonly label: Label
  readonly by: readonly Impact[]
}

export interface Outcome {
  readonly commit: LabelledCommit
  readonly facts: readonly Told[]
  /** Statements that are neither a fact nor tolerated. */
  readonly alarms: readonly Impact[]
  readonly tolerated: readonly Impact[]
}

/**
 * Holds statements against labels. A fact is told by any statement that is the label or one of its alternatives, and
 * counts once however many tell it, so that a block told leaf by leaf is no better and no worse than its top.
 */
export function matchCommit(commit: LabelledCommit, impacts: readonly Impact[]): Outcome {
  const ways = commit.labels.map(label => [label, ...(label.any ?? [])])
  const facts = commit.labels.map((label, index) => ({
    label,
    by: impacts.filter(impact => says(impact, ways[index] ?? [])),
  }))
  const others = impacts.filter(impact => !says(impact, ways.flat()))
  return {
    commit,
    facts,
    alarms: others.filter(impact => !says(impact, commit.tolerated)),
    tolerated: others.filter(impact => says(impact, commit.tolerated)),
  }
}

const says = (impact: Impact, ways: readonly Statement[]): boolean => ways.some(way => matches(impact, way))

function matches(impact: Impact, { kind, key, direction, file }: Statement): boolean {
  if (kind !== '*' && kind !== impact.kind) return false
  if (direction !== '*' && direction !== impact.direction) return false
  return (file === undefined || file === impact.file) && sameKey(impact.kind, key, impact.key)
}

function sameKey(kind: ImpactKind, label: string, told: string): boolean {
  if (asPattern(normalKey(kind, label)).test(normalKey(kind, told))) return true
  return kind === 'k8s-resource' && !told.includes('/') && label.split('/')[0] === told
}

/**
 * Spellings of one key, as little as possible: migrations without folder, extension and `up`; images without registry,
 * tag and digest; ports without protocol and host side; names of Terraform without what kind of value they are; dotted
 * paths with dots and no quotes; settings, languages, tools and packages in small letters. A Kubernetes object may be
 * told by its kind alone.
 */
function normalKey(kind: ImpactKind, key: string): string {
  switch (kind) {
    case 'migration':
      return stem(key)
    case 'base-image':
      return key
        .replace(/@sha256:.*$/, '')
        .replace(/:[^/]*$/, '')
        .replace(/^(?:registry\.docker\.com|docker\.io)\//, '')
        .replace(/^library\//, '')
    case 'port':
      return key.replace(/\/(?:tcp|udp)$/, '').replace(/^.*:/, '')
    case 'terraform-var':
      return key.replace(/^(?:var|variable|output)\./, '')
    case 'config-key':
    case 'helm-value':
    case 'feature-flag':
      return key
        .replace(/["'`]/g, '')
        .replaceAll(':', '.')
        .replace(/^[$.#]+/, '')
    case 'runtime-version':
    case 'dependency-major':
      return key.toLowerCase()
    default:
      return key
  }
}

/** `db/migrations/7_users.up.sql` → `7_users`; `migrations/7_users/up.sql` and Prisma's `7_users/migration.sql` likewise. */
function stem(key: string): string {
  const path = key.replace(/\.(?:sql|rb|py|js|ts|php|exs|cs|go|xml|ya?ml)$/, '').replace(/\.up$/, '')
  return path.replace(/\/(?:up|migration)$/, '').replace(/^.*\//, '')
}

const asPattern = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  )

/** Counts over outcomes. A fact told is a hit of both precision and recall. */
export interface Score {
  readonly facts: number
  readonly told: number
  readonly alarms: number
}

export const scoreOf = (outcomes: readonly Outcome[], kind?: ImpactKind): Score => {
  const facts = outcomes.flatMap(one => one.facts).filter(({ label }) => kind === undefined || label.kind === kind)
  const alarms = outcomes.flatMap(one => one.alarms).filter(impact => kind === undefined || impact.kind === kind)
  return { facts: facts.length, told: facts.filter(one => one.by.length > 0).length, alarms: alarms.length }
}

/** 0 to 1; `null` when nothing was said. */
export const precisionOf = ({ told, alarms }: Score): number | null =>
  told + alarms === 0 ? null : told / (told + alarms)

/** 0 to 1; `null` when there was nothing to say. */
export const recallOf = ({ facts, told }: Score): number | null => (facts === 0 ? null : told / facts)

/** Migrations that were told and whether they were called destructive, without those where either answer will do. */
export function destructionOf(outcomes: readonly Outcome[]): {
  readonly destructive: number
  readonly flagged: number
  readonly flaggedWrongly: number
} {
  const migrations = outcomes.flatMap(one => one.facts).filter(({ label }) => label.kind === 'migration')
  const told = migrations.filter(({ label, by }) => by.length > 0 && label.destructive !== 'open')
  const lost = told.filter(({ label }) => label.destructive === true)
  const kept = told.filter(({ label }) => label.destructive === undefined)
  const flagged = ({ by }: Told) => by.some(impact => impact.destructive)
  return {
    destructive: lost.length,
    flagged: lost.filter(flagged).length,
    flaggedWrongly: kept.filter(flagged).length,
  }
}

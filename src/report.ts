import type { CarriedFrom, ChangedCoverage, MeasuredGroup, Risk, UncoveredLines } from './facts/facts.ts'
import type { Impact } from './impact/model.ts'
import type { Message, Ratio } from './locales/message.ts'

/** Set in the policy, never by a gate. Only `block` decides the verdict. */
export type Level = 'block' | 'warn' | 'info' | 'off'

/** Who acts next. */
export type Actor =
  | { readonly kind: 'author'; readonly login: string }
  | { readonly kind: 'user'; readonly login: string; readonly role?: string }
  | { readonly kind: 'team'; readonly slug: string; readonly role?: string }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'ci' }

/** Everybody once, in order; a role is left out where one of its people or teams is named. */
export function distinctActors(actors: readonly Actor[]): readonly Actor[] {
  const named = new Set(
    actors.flatMap(actor => (('login' in actor || 'slug' in actor) && 'role' in actor ? actor.role : [])),
  )
  const seen = new Set<string>()
  return actors.filter(actor => {
    const key = JSON.stringify(actor)
    if (seen.has(key) || (actor.kind === 'role' && named.has(actor.role))) return false
    seen.add(key)
    return true
  })
}

export interface Finding {
  readonly message: Message
  /** Worth knowing, and no reason for the gate's answer. */
  readonly aside?: true
  /** Repository-relative, forward slashes. */
  readonly path?: string
  /** 1-based, inclusive. */
  readonly line?: number
  readonly endLine?: number
  /** Covered by a waiver that its gate applied: told, and no reason for the gate's answer. */
  readonly waived?: true
  /** What a waiver can name: a rule, a check, a budget, an item. */
  readonly rule?: string
  /** Tool that reports it. */
  readonly tool?: string
  /** Stable code of an input problem and the key it concerns, e.g. `CFG-TYPE` at `gates.coverage.project.min`. */
  readonly code?: string
  readonly keyPath?: string
}

/** What a gate looked at, cell by cell; shown folded below its findings. A cell is a literal or a message. */
export interface GateTable {
  readonly columns: readonly (string | Message)[]
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly (string | Message)[])[]
}

/** What a gate says. Data only: text is made by a locale, consequences by the policy's level. */
export type GateResult =
  | {
      readonly status: 'passed'
      readonly summary: Message
      readonly findings?: readonly Finding[]
      readonly table?: GateTable
    }
  | {
      readonly status: 'failed'
      readonly summary: Message
      readonly findings: readonly Finding[]
      readonly next: Message
      readonly table?: GateTable
    }
  | {
      readonly status: 'waiting'
      readonly summary: Message
      readonly waitingFor: readonly Actor[]
      readonly next: Message
      readonly findings?: readonly Finding[]
      readonly table?: GateTable
    }
  | { readonly status: 'skipped'; readonly summary: Message }
  /** Would have failed, waited or been unknown; somebody with the right to accepts it. Counts as passed. */
  | {
      readonly status: 'waived'
      readonly summary: Message
      readonly waiver: AppliedWaiver
      /** What the gate said. */
      readonly instead: { readonly status: 'failed' | 'waiting' | 'unknown'; readonly summary: Message }
      readonly findings?: readonly Finding[]
      readonly table?: GateTable
    }
  | {
      readonly status: 'unknown'
      readonly summary: Message
      readonly next: Message
      readonly findings?: readonly Finding[]
      readonly table?: GateTable
    }

export type GateStatus = GateResult['status']

/** An exception that was used. */
export interface AppliedWaiver {
  readonly source: 'policy' | 'command'
  readonly owner: string
  readonly reason: string
  /** Last day, `2027-03-31`; `null`: until something changes that it was given for. */
  readonly expires: string | null
}

/** A waiver of the policy as it stands for this pull request; one given by a command is in its gate's result. */
export interface WaiverOutcome {
  readonly gate: string
  readonly owner: string
  readonly reason: string
  readonly expires: string
  /** `unused`: its gate was judged and found nothing that it covers; `idle`: its gate does not concern this pull request. */
  readonly state: 'used' | 'unused' | 'expired' | 'idle'
  /** Expires within 14 days. */
  readonly expiring: boolean
}

export interface GateOutcome {
  /** Stable id; documented, never renamed. */
  readonly gate: string
  readonly level: Exclude<Level, 'off'>
  readonly result: GateResult
}

export type ItemState =
  /** Enough valid sign-offs, or the evidence holds. */
  | { readonly status: 'done'; readonly signOffs: readonly SignedBy[]; readonly evidence?: Message }
  /** Signed, and what was signed has changed since. */
  | { readonly status: 'stale'; readonly signOffs: readonly SignedBy[]; readonly reason: Message }
  | { readonly status: 'open'; readonly signOffs: readonly SignedBy[]; readonly evidence?: Message }
  | { readonly status: 'unknown'; readonly reason: Message }

export interface SignedBy {
  readonly id: string
  readonly login: string
  readonly at: string
  readonly headSha: string
  readonly via: 'tick' | 'command' | 'button' | 'review' | 'page'
  readonly valid: boolean
  /** Open points that the signer accepted, such as `#123`. Left out: none. */
  readonly conditions?: readonly string[]
  /** Who let the signer sign for them. Left out: nobody had to. */
  readonly onBehalfOf?: { readonly id: string; readonly login: string }
}

export interface ChecklistItemOutcome {
  readonly id: string
  /** The policy's text per locale tag; `default` when the policy gives one text for all. */
  readonly text: Readonly<Record<string, string>>
  /** Absent: ticked by evidence. */
  readonly role?: string
  /** The item stands once for each of its environments. Absent: it has none. */
  readonly environment?: string
  readonly count: number
  /** `false`: a sign-off that accepts open points does not count. */
  readonly conditional?: false
  readonly state: ItemState
  /** Logins of people who may sign for others until a last day. Absent: there are none, or nothing is left to sign. */
  readonly delegations?: readonly { readonly from: string; readonly to: string; readonly until: string }[]
}

export interface ChecklistOutcome {
  readonly checklist: string
  readonly level: Exclude<Level, 'off'>
  readonly status: 'passed' | 'waiting' | 'skipped' | 'unknown'
  /** What an item's state cannot say, e.g. that nobody can sign because no App is installed. */
  readonly summary: Message
  readonly items: readonly ChecklistItemOutcome[]
  readonly waitingFor: readonly Actor[]
}

/** Worth telling, decides nothing: the policy changes in this pull request, a glob matched no file, a fallback was used. */
export interface Notice {
  readonly level: 'warning' | 'notice'
  readonly message: Message
  readonly path?: string
  readonly line?: number
  /** As in a finding. */
  readonly code?: string
  readonly keyPath?: string
}

export type Verdict = 'passed' | 'waiting' | 'failed' | 'unknown'

/** What was measured, for tables and trends; the gate says what it means. */
export interface CoverageSummary {
  readonly project: Ratio
  readonly patch: Ratio
  readonly branches: Ratio
  readonly functions: Ratio
  readonly suites: readonly { readonly name: string; readonly format: string; readonly carried?: CarriedFrom }[]
  /** In the order of the policy. */
  readonly groups: readonly (Pick<MeasuredGroup, 'kind' | 'name' | 'project' | 'patch'> & {
    /** Percent; `null`: none is asked for. */
    readonly min: number | null
    readonly patchMin: number | null
  })[]
  /** Changed files, most uncovered changed lines first. `base`: the whole file on the base branch, where known. */
  readonly changed: readonly (Pick<ChangedCoverage, 'path' | 'lines' | 'patch'> & { readonly base: Ratio | null })[]
  /** Uncovered changed lines, worst file first. */
  readonly uncovered: readonly UncoveredLines[]
  /** Files with the most uncovered lines. */
  readonly worst: readonly { readonly path: string; readonly lines: Ratio }[]
  /** Measurements of the base branch that may be compared with this one, oldest first. */
  readonly trend: readonly { readonly sha: string; readonly project: Ratio }[]
}

/** The verdict with everything it rests on. Documented in docs/report.md; additions only within a schema version. */
export interface Report {
  readonly schemaVersion: 1
  readonly repository: string
  readonly number: number
  readonly headSha: string
  readonly baseRef: string
  readonly baseSha: string
  readonly isDraft: boolean
  readonly policy: PolicyOrigin
  readonly verdict: Verdict
  readonly waitingFor: readonly Actor[]
  readonly gates: readonly GateOutcome[]
  readonly checklists: readonly ChecklistOutcome[]
  readonly coverage: CoverageSummary | null
  readonly impact: ImpactReport | null
  readonly waivers: readonly WaiverOutcome[]
  readonly policyChange: PolicyChangeReport | null
  readonly notices: readonly Notice[]
}

/** What changes for whoever deploys. */
export interface ImpactReport {
  /** `unknown`: not everything could be read. */
  readonly risk: Risk | 'unknown'
  /** What makes the risk what it is, heaviest first. */
  readonly reasons: readonly Message[]
  readonly impacts: readonly Impact[]
  /** Files that concern deployment and could not be read. */
  readonly unread: readonly string[]
}

/** What the pull request would do to the policy once it is merged. */
export interface PolicyChangeReport {
  readonly path: string
  readonly changes: readonly {
    readonly direction: 'weaker' | 'stronger' | 'other'
    readonly keyPath: string
    readonly message: Message
  }[]
  /** Merged pull requests judged by both versions; `null`: nobody has tried. */
  readonly replay: ReplayReport | null
}

/** Recent pull requests under the old and the new policy. */
export interface ReplayReport {
  readonly judged: number
  /** Pull requests whose facts are not complete enough to be judged again. */
  readonly skipped: number
  readonly changed: readonly {
    readonly number: number
    readonly title: string
    readonly before: Verdict
    readonly after: Verdict
    readonly gates: readonly {
      readonly gate: string
      readonly before: GateStatus | 'off'
      readonly after: GateStatus | 'off'
    }[]
  }[]
}

/** Where the judging policy came from. `none`: built-in defaults at level `warn`. */
export type PolicyOrigin =
  | {
      readonly source: 'base'
      readonly path: string
      readonly sha: string
      /** Of everything that it consists of. */
      readonly sha256: string
      /** The shared policies that it extends, those that say less first; absent: none. `sha` is of their repository. */
      readonly layers?: readonly {
        readonly reference: string
        readonly path: string
        readonly sha: string
        readonly sha256: string
      }[]
    }
  | { readonly source: 'none' }
  /** There is one and it could not be read or used; the gate `policy` says why. */
  | { readonly source: 'unusable' }

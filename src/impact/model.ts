import type { ChangedFile } from '../facts/facts.ts'

/** What can change for whoever deploys. Definitions, kind by kind: docs/impact.md. */
export const impactKinds = [
  'env-var',
  'config-key',
  'migration',
  'port',
  'base-image',
  'container-user',
  'volume',
  'file-permission',
  'helm-value',
  'compose-service',
  'k8s-resource',
  'ansible-var',
  'terraform-var',
  'api-surface',
  'runtime-version',
  'dependency-major',
  'feature-flag',
  'cron',
] as const

export type ImpactKind = (typeof impactKinds)[number]

/** One statement: what a person who deploys must do or know because of this change. */
export interface Impact {
  readonly kind: ImpactKind
  /** What changes, as the deployer knows it: a variable's name, a dotted path, a port, `Deployment/web`. */
  readonly key: string
  readonly direction: 'added' | 'removed' | 'changed'
  /** Running it loses data, or cannot be undone. */
  readonly destructive: boolean
  /** Where it is said: the new path, the old one for removals. */
  readonly file: string
  /** 1-based, on the new side; on the old one for removals. */
  readonly line: number
  /** Effective values, at most 120 characters, secrets never; `null`: there is none, or it cannot be told. */
  readonly from: string | null
  readonly to: string | null
}

/** A changed file with its text on both sides. `null`: not there on that side, or no text that could be read. */
export interface ChangedContent {
  readonly file: ChangedFile
  readonly before: string | null
  readonly after: string | null
}

/** What the change means for whoever deploys, and what could not be looked at. */
export interface ImpactFacts {
  /** Sorted by kind, file, line, key. */
  readonly impacts: readonly Impact[]
  /** Files that concern deployment and could not be read on both sides: the list may lack something. */
  readonly unread: readonly string[]
}

/** Reads one sort of file. One file in `detectors/`, and one line in its registry. */
export interface Detector {
  /** Whether the file (by its path on either side, and by how it changed) is of this sort; then its text on both sides is wanted. */
  readonly concerns: (path: string, file: Pick<ChangedFile, 'oldMode' | 'newMode'>) => boolean
  /**
   * What changed between both sides. Total: text that does not parse gives what can be told, never an exception.
   * `all` are the contents of every changed file that some detector asked for, for sorts that span files.
   */
  readonly detect: (change: ChangedContent, all: readonly ChangedContent[]) => readonly Impact[]
}

/** The least version of a language or tool that a file asks for. */
export interface RuntimeNeed {
  /** `node`, `python`, `go`, … */
  readonly key: string
  /** As it is written. */
  readonly version: string
  readonly line: number
  /** Numbers of the version that matter; the rest comes and goes. */
  readonly numbers: 1 | 2
}

/** A package that production needs and that the file itself names. */
export interface Dependency {
  readonly name: string
  /** As it is written: `^1.2`, `~> 7.0`, `v2.0.1`. */
  readonly version: string
  readonly line: number
}

export interface Manifest {
  readonly runtimes: readonly RuntimeNeed[]
  readonly dependencies: readonly Dependency[]
}

/** Reads one sort of manifest. Total: what is no manifest has nothing in it. */
export interface ManifestReader {
  readonly concerns: (path: string) => boolean
  readonly read: (text: string, path: string) => Manifest
}

export const emptyManifest: Manifest = { runtimes: [], dependencies: [] }

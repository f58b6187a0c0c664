/** A deployment of one environment, as GitHub keeps it. */
export interface PastDeployment {
  readonly sha: string
  /** It is what runs there, or was until another one took its place. */
  readonly succeeded: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** What is known of an environment beside GitHub's own list. */
export interface Holding {
  /** Commits that the App let through to it. One that an administrator started past the App is not among them. */
  readonly released: ReadonlySet<string>
  /** Since when the App holds deployments to it, epoch milliseconds. `null`: it never has. */
  readonly since: number | null
}

/**
 * The commit from which on a deployment is asked what it carries; `null`: there is none. Anybody with write access can
 * write a deployment that never was, so one counts only if its commit was released here, or if it is older than the
 * hold.
 */
export function deployedBase(newestFirst: readonly PastDeployment[], { released, since }: Holding): string | null {
  // GitHub's times have no fractions of a second.
  const isOlder = (createdAt: number): boolean => since !== null && createdAt < Math.floor(since / 1000) * 1000
  const counts = ({ sha, succeeded, createdAt }: PastDeployment): boolean =>
    succeeded && (released.has(sha) || isOlder(createdAt))
  return newestFirst.find(counts)?.sha ?? null
}

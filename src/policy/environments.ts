import type { Policy } from './schema.ts'

/** Under which name the people of a role for one environment stand beside the roles; no role can be called so. */
const ofEnvironment = (role: string, environment: string): string => `${role}@${environment}`

/** Entries of every role, and of those for which an environment names people of its own. */
export function roleEntries({
  roles,
  environments,
}: Pick<Policy, 'roles' | 'environments'>): Readonly<Record<string, readonly string[]>> {
  const own = Object.entries(environments).flatMap(([environment, { roles: named }]) =>
    Object.entries(named).map(([role, entries]) => [ofEnvironment(role, environment), entries] as const),
  )
  return { ...roles, ...Object.fromEntries(own) }
}

/** Who a role is for an environment: its own people where it names some. `undefined`: there is no such role. */
export function roleFor<T>(roles: Readonly<Record<string, T>>, role: string, environment?: string): T | undefined {
  const own = environment === undefined ? undefined : ofEnvironment(role, environment)
  if (own !== undefined && Object.hasOwn(roles, own)) return roles[own]
  return Object.hasOwn(roles, role) ? roles[role] : undefined
}

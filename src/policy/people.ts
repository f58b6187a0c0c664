/** An entry of `roles`: `@login`, or `@owner/team`. Rules as GitHub has them for new names, wide enough for old ones. */
export type Person =
  | { readonly kind: 'user'; readonly login: string }
  | { readonly kind: 'team'; readonly owner: string; readonly slug: string }

// Logins of managed users end in `_shortcode`; some old logins end in a hyphen. 39 characters at most.
const login = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?!-))*(?:_[A-Za-z0-9]+)?$/
const slug = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/

/** `undefined`: neither a login nor a team. Bots (`name[bot]`) are neither: they cannot confirm anything. */
export function parsePerson(entry: string): Person | undefined {
  if (!entry.startsWith('@')) return undefined
  const [owner = '', team, ...more] = entry.slice(1).split('/')
  if (more.length > 0 || owner.length > 39 || !login.test(owner)) return undefined
  if (team === undefined) return { kind: 'user', login: owner }
  return slug.test(team) ? { kind: 'team', owner, slug: team } : undefined
}

import type { Config, LogLevel } from './config.ts'
import type { Log } from './front.ts'

const rank: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 }

/** Longer texts are cut: a log is no place for what somebody wrote. */
const longest = 1_000

/**
 * One JSON object a line. Callers give plain fields only, never payloads, keys or tokens (security.md T-80, M5);
 * `hide` is for what slips through all the same, e.g. in the message of somebody else's error.
 */
export function jsonLog(
  level: LogLevel,
  write: (line: string) => void,
  {
    hide = redactor([]),
    now = () => new Date(),
  }: { readonly hide?: (text: string) => string; readonly now?: () => Date } = {},
): Log {
  const tidy = (value: string | number | boolean | null) =>
    typeof value === 'string' ? cut(hide(value), longest) : value
  return (at, event, fields = {}) => {
    if (rank[at] > rank[level]) return
    const told = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, tidy(value)]))
    const head = { at: now().toISOString(), level: at, event }
    // First in the line, and not to be replaced by a field.
    write(`${JSON.stringify({ ...head, ...told, ...head })}\n`)
  }
}

/** Whole characters, so that the line stays well-formed. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`

/** What secrets look like, whoever they belong to. Each runs in linear time. */
const shapes: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/-----BEGIN [A-Z ]{1,40}-----[\s\S]*?(?:-----END [A-Z ]{1,40}-----|$)/g, '[key]'],
  [/\b(?:gh[a-z]_|github_pat_)\w{16,}/g, '[token]'],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic|token) +[\w.~+/=-]{16,}/gi, '$1 [token]'],
  [/\bsha256=[0-9a-f]{64}\b/g, '[signature]'],
  [/(:\/\/[^\s:/@]{0,200}):[^\s/@]{1,500}@/g, '$1:[password]@'],
]

/** Shorter ones would hide ordinary words. */
const shortest = 8

/** Takes known secrets, and what looks like one, out of a text. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter(secret => secret.length >= shortest).sort((a, b) => b.length - a.length)
  return text => {
    let safe = text
    for (const secret of known) safe = safe.replaceAll(secret, '[secret]')
    for (const [shape, instead] of shapes) safe = safe.replace(shape, instead)
    return safe
  }
}

/** Everything in the configuration that must not be read in a log. */
export function secretsOf(config: Config): readonly string[] {
  const { privateKey, webhookSecrets, pageToken, signIn, databaseUrl, ledger } = config
  const password = URL.parse(databaseUrl ?? '')?.password ?? ''
  return [
    ...[privateKey, ledger?.key ?? ''].flatMap(linesOf),
    ...webhookSecrets,
    ...(pageToken === null ? [] : [pageToken]),
    ...(signIn === null ? [] : [signIn.clientSecret, signIn.sessionSecret]),
    password,
    decoded(password),
  ]
}

/** A key may come back without its line ends, or one line of it. */
const linesOf = (pem: string): readonly string[] => [pem, ...pem.split('\n').filter(line => line.length > 40)]

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

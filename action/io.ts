import { type Locale, localeTags } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { err, ok, type Result } from '../src/result.ts'

/** Every input of action.yml with its default; a test compares the three lists. */
export const inputDefaults = {
  config: '',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as in action.yml.
  'github-token': '${{ github.token }}',
  comment: 'auto',
  mode: 'enforce',
  locale: '',
  'app-url': '',
  'working-directory': '.',
} as const

export type InputName = keyof typeof inputDefaults
export const inputNames = Object.keys(inputDefaults) as readonly InputName[]

/** Every output of action.yml. */
export const outputNames = [
  'verdict',
  'report',
  'coverage',
  'patch-coverage',
  'coverage-snapshot',
  'evidence',
  'failed-gates',
  'waiting-for',
] as const

export type OutputName = (typeof outputNames)[number]

export interface Inputs {
  /** Path of the policy inside the repository; `null`: wherever a policy may stand. */
  readonly config: string | null
  /** Empty: none, and everything that GitHub would have to say is unknown. */
  readonly token: string
  readonly comment: 'auto' | 'never'
  readonly mode: 'enforce' | 'report'
  /** `null`: as the policy says. */
  readonly locale: Locale | null
  /** Address of the App; with it the App owns comment, check and status. */
  readonly appUrl: string | null
  /** Relative to the workspace, forward slashes; `.`: the workspace. */
  readonly workingDirectory: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** As the toolkit's `getInput`: hyphens stay, spaces become underscores, surrounding white space is removed. */
const raw = (env: Environment, name: InputName): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** Every input, or everything that is wrong with them. Nothing is guessed: `TRUE`, `yes` and `Never` are not accepted. */
export function readInputs(env: Environment): Result<Inputs, readonly Message[]> {
  const problems: Message[] = []
  const keep = <T>(read: Result<T, Message>, otherwise: T): T => {
    if (read.ok) return read.value
    problems.push(read.error)
    return otherwise
  }
  const inputs: Inputs = {
    config: keep(repositoryPath('config', raw(env, 'config')), null),
    token: raw(env, 'github-token'),
    comment: keep(choice('comment', raw(env, 'comment'), ['auto', 'never']), 'auto'),
    mode: keep(choice('mode', raw(env, 'mode'), ['enforce', 'report']), 'enforce'),
    locale: raw(env, 'locale') === '' ? null : keep(choice('locale', raw(env, 'locale'), localeTags), null),
    appUrl: keep(address('app-url', raw(env, 'app-url')), null),
    workingDirectory: keep(repositoryPath('working-directory', raw(env, 'working-directory')), null) ?? '.',
  }
  return problems.length === 0 ? ok(inputs) : err(problems)
}

/** Names of `INPUT_` variables that action.yml does not declare, i.e. typing errors in `with:`. */
export function unknownInputs(env: Environment): readonly string[] {
  const known = new Set(inputNames.map(name => `INPUT_${name.toUpperCase()}`))
  return Object.keys(env)
    .filter(name => name.startsWith('INPUT_') && !known.has(name))
    .map(name => name.slice('INPUT_'.length).toLowerCase())
    .sort()
}

/** The first value is the default. */
function choice<const T extends string>(name: InputName, value: string, accepted: readonly T[]): Result<T, Message> {
  const found = value === '' ? accepted[0] : accepted.find(one => one === value)
  return found === undefined ? err(message('action.input', { name, value: excerpt(value), accepted })) : ok(found)
}

/** A relative path that stays inside; written with forward slashes. */
function repositoryPath(name: InputName, value: string): Result<string | null, Message> {
  if (value === '') return ok(null)
  const refused =
    /[\p{Cc}\\]/u.test(value) ||
    /^[A-Za-z]:|^\/|^~|^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(value) ||
    value.split('/').includes('..')
  if (refused) return err(message('action.input.path', { name, value: excerpt(value) }))
  const clean = value.split('/').filter(segment => segment !== '' && segment !== '.')
  return ok(clean.length === 0 ? '.' : clean.join('/'))
}

function address(name: InputName, value: string): Result<string | null, Message> {
  if (value === '') return ok(null)
  const url = URL.canParse(value) ? new URL(value) : null
  const safe = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
  return safe && url.username === '' && url.password === ''
    ? ok(value.replace(/\/+$/, ''))
    : err(message('action.input.url', { name, value: excerpt(value) }))
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)

const excerpt = (value: string): string => Array.from(value).slice(0, 80).join('')

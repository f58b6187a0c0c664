import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { convertManifest, type RegisteredApp } from '../src/github/conversion.ts'
import { maxAppName } from '../src/github/manifest.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { err, ok, type Result } from '../src/result.ts'
import { prepareFolder, type Written, writeSecrets } from './app-register-files.ts'
import { type Answered, openPages, type Pages } from './app-register-page.ts'
import type { Parsed } from './arguments.ts'
import { type commonOptions, defineCommand, type OptionSpecs, type Refusal, type World } from './command.ts'
import { jsonLine } from './json.ts'

const options = {
  url: { about: 'cli.app.option.url', value: 'PUBLIC_URL' },
  org: { about: 'cli.app.option.org', value: 'ORG' },
  name: { about: 'cli.app.option.name', value: 'NAME' },
  'github-url': { about: 'cli.app.option.githubUrl', value: 'URL' },
  out: { about: 'cli.app.option.out', value: 'DIR' },
  port: { about: 'cli.app.option.port', value: 'PORT' },
  timeout: { about: 'cli.app.option.timeout', value: 'MINUTES' },
  'hold-deployments': { about: 'cli.app.option.holdDeployments' },
  force: { about: 'cli.app.option.force' },
} as const satisfies OptionSpecs

type Values = Parsed<typeof options & typeof commonOptions>['values']

/** `app register`: the manifest flow of GitHub, from the link to the files. */
export const app = defineCommand({
  forms: ['register [OPTION…] --url PUBLIC_URL'],
  about: 'cli.app.about',
  options,
  async run({ values, positionals }, world) {
    const [action, extra] = positionals
    if (action === undefined) return err({ message: message('cli.app.noAction', {}) })
    if (action !== 'register') return err({ message: message('cli.app.unknownAction', { got: action }) })
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    const plan = readPlan(values, world)
    return plan.ok ? register(plan.value, world) : plan
  },
})

interface Plan {
  /** Without a slash at the end, as all addresses here. */
  readonly publicUrl: string
  readonly githubUrl: string
  readonly org: string | null
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly minutes: number
  /** The App is also to hold deployments, which takes one permission more. */
  readonly holdDeployments: boolean
  readonly force: boolean
  readonly json: boolean
  readonly locale: Locale
}

function readPlan(values: Values, world: World): Result<Plan, Refusal> {
  const refuse = (told: Message): Result<never, Refusal> => err({ message: told })
  if (values.url === undefined) return refuse(message('cli.app.noUrl', {}))
  const githubUrl = readGitHubUrl(values['github-url'] ?? 'https://github.com')
  if (githubUrl === null) return refuse(message('cli.app.badGitHub', { got: values['github-url'] ?? '' }))
  const publicUrl = readUrl(values.url)
  if (publicUrl === null) return refuse(message('cli.app.badUrl', { option: '--url', got: values.url }))
  if (publicUrl.href.endsWith(webhookPath))
    return refuse(message('cli.app.webhookUrl', { got: values.url, path: webhookPath }))
  if (publicUrl.local && !githubUrl.local) return refuse(message('cli.app.localUrl', { got: values.url }))
  const { org } = values
  if (org !== undefined && !/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(org)) {
    return refuse(message('cli.app.badOrg', { got: org }))
  }
  const name = values.name ?? `delivery-gates-${org ?? randomBytes(2).toString('hex')}`.slice(0, maxAppName)
  const { length } = [...name]
  if (length < 1 || length > maxAppName) return refuse(message('cli.app.badName', { length, max: maxAppName }))
  const port = readNumber('--port', values.port ?? '0', 0, 65_535)
  if (!port.ok) return refuse(port.error)
  const minutes = readNumber('--timeout', values.timeout ?? '30', 1, 60)
  if (!minutes.ok) return refuse(minutes.error)
  return ok({
    publicUrl: publicUrl.href,
    githubUrl: githubUrl.href,
    org: org ?? null,
    name,
    folder: resolve(world.cwd, values.out ?? 'delivery-gates-app'),
    port: port.value,
    minutes: minutes.value,
    holdDeployments: values['hold-deployments'] === true,
    force: values.force === true,
    json: values.json === true,
    locale: values.locale ?? 'en',
  })
}

/** https anywhere; http only to this machine, as in the App's own configuration. */
function readUrl(text: string): { readonly href: string; readonly local: boolean } | null {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  const local = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d+){3}$/.test(url.hostname)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && local)
  return safe ? { href: url.href.replace(/\/+$/, ''), local } : null
}

const webhookPath = '/api/github/webhooks'

/** The address of GitHub in a browser: a host and nothing else, and not the one of its API. */
function readGitHubUrl(text: string): ReturnType<typeof readUrl> {
  const url = readUrl(text.replace(/^https:\/\/www\.github\.com(?=\/?$)/, 'https://github.com'))
  return url === null || new URL(url.href).pathname !== '/' || /^https:\/\/api\./.test(url.href) ? null : url
}

function readNumber(option: string, got: string, min: number, max: number): Result<number, Message> {
  const number = /^\d{1,5}$/.test(got) ? Number(got) : Number.NaN
  return number >= min && number <= max ? ok(number) : err(message('cli.app.badNumber', { option, got, min, max }))
}

/** Everything that can fail is tried before GitHub is asked: the key comes once, and has to find its place. */
async function register(plan: Plan, world: World): Promise<Result<0, Refusal>> {
  const prepared = prepareFolder(plan.folder, plan.force)
  if (!prepared.ok) return prepared
  let pages: Pages
  try {
    pages = await openPages(plan)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err({ message: message('cli.app.listen', { code }) })
  }
  try {
    const waiting = waitFor(pages, plan.minutes)
    const say = sayer(plan.locale)
    const place = new URL(plan.githubUrl).host
    world.warn(`${say(message('cli.app.open', { place }))}\n\n  ${pages.startUrl}\n\n`)
    world.warn(`${say(message('cli.app.waiting', { minutes: plan.minutes }))}\n`)
    const answered = await waiting
    if (!answered.ok) return err({ message: answered.error })
    const { code, answer } = answered.value
    const done = await finish(plan, code)
    await answer(done.ok ? ok({ name: done.value.app.name, installUrl: done.value.installUrl }) : err(undefined))
    if (!done.ok) return done
    world.print(report(plan, done.value))
    return ok(0)
  } finally {
    await pages.close()
  }
}

/** Until the browser comes back with a code, the time is over, or the person stops it. */
async function waitFor(pages: Pages, minutes: number): Promise<Result<Answered, Message>> {
  const { promise: ended, resolve: end } = Promise.withResolvers<Result<Answered, Message>>()
  const timer = setTimeout(() => end(err(message('cli.app.timeout', { minutes }))), minutes * 60_000)
  const stop = () => end(err(message('cli.app.stopped', {})))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  pages.answered.then(answered => {
    // From here the key is on its way: a late Ctrl-C must not lose it. The rest is bounded by its own time-out.
    end(ok(answered))
  })
  const result = await ended
  clearTimeout(timer)
  if (!result.ok) {
    process.removeListener('SIGINT', stop)
    process.removeListener('SIGTERM', stop)
  }
  return result
}

interface Done {
  readonly app: RegisteredApp
  readonly written: Written
  readonly installUrl: string
}

async function finish(plan: Plan, code: string): Promise<Result<Done, Refusal>> {
  const settings = `${plan.githubUrl}${plan.org === null ? '' : `/organizations/${plan.org}`}/settings/apps`
  const apiUrl = apiUrlOf(plan.githubUrl)
  const converted = await convertManifest(apiUrl, code)
  if (!converted.ok) {
    const { error } = converted
    if (error.code === 'cli.app.expired') return err({ message: error })
    const say = sayer(plan.locale)
    return err({ label: say(error), message: message('cli.app.keyless', { settings }), locale: plan.locale })
  }
  const app = converted.value
  const written = writeSecrets(plan.folder, {
    app,
    publicUrl: plan.publicUrl,
    ...(plan.githubUrl === 'https://github.com' ? {} : { apiUrl }),
    force: plan.force,
  })
  if (!written.ok) {
    const { path, code: reason } = written.error
    return err({ place: { path }, message: message('cli.app.notWritten', { code: reason, settings }) })
  }
  return ok({ app, written: written.value, installUrl: `${app.htmlUrl}/installations/new` })
}

/** `api.github.com` and its like of `ghe.com` are hosts of their own; an Enterprise Server answers below its own address. */
const apiUrlOf = (githubUrl: string): string =>
  /^https:\/\/(?:github\.com|[\w-]+\.ghe\.com)$/.test(githubUrl)
    ? githubUrl.replace('https://', 'https://api.')
    : `${githubUrl}/api/v3`

const sayer = (locale: Locale) => {
  const f = plainFormatter(locale, 1_000)
  return (told: Message): string => sentence(told, locale, f)
}

function report(plan: Plan, { app, written, installUrl }: Done): string {
  const command = `node --env-file=${written.envPath} app/index.ts`
  if (plan.json) {
    const { id, slug, name, htmlUrl } = app
    return jsonLine({ id, slug, name, url: htmlUrl, installUrl, ...written, start: command })
  }
  const say = sayer(plan.locale)
  return [
    message('cli.app.done', { name: app.name, id: app.id }),
    message('cli.app.wrote', { paths: [written.keyPath, written.envPath] }),
    message('cli.app.next.start', { command }),
    message('cli.app.next.install', { url: installUrl }),
    message('cli.app.next.check', { url: plan.publicUrl }),
  ]
    .map(told => `${say(told)}\n`)
    .join('')
}

import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Locale, localeTags } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import type { Log } from './front.ts'
import type { Store } from './store/index.ts'
import { type GitHubPeople, githubPeople } from './web/github-person.ts'
import { problemPage, type Viewer } from './web/layout.ts'
import { only } from './web/methods.ts'
import { overviewPage } from './web/overview.ts'
import { siteAt } from './web/own-site.ts'
import { pullRequestRoutes } from './web/pull-request.ts'
import { same, sealer } from './web/seal.ts'
import { type Person, webSessions } from './web/sessions.ts'
import { signInRoutes } from './web/sign-in.ts'
import { stylesheet } from './web/style.ts'

export interface WebOptions {
  readonly store: Store
  readonly now: () => number
  readonly log: Log
  readonly locale: Locale
  /** Password of the page over all repositories; without one only public ones are shown (security.md T-75). */
  readonly pageToken: string | null
  /** Where repositories are shown on GitHub, without a slash at the end. */
  readonly webUrl: string
  /** Public key of the ledger's checkpoints as PEM; left out, or null: there is none. */
  readonly ledgerKey?: string | null
  /** `null`: nobody can sign in. */
  readonly signIn: SignInOptions | null
}

export interface SignInOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly sessionSecret: string
  readonly publicUrl: string
  readonly githubApiUrl: string
  /** There is a new job. */
  readonly wake: () => void
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * The App's pages: what waits over all repositories, and where people are signed in with GitHub, each pull request with
 * the forms to sign off. Private repositories are shown to those who may read them on GitHub, and on the first page also to
 * those who know the page's token, as the password of HTTP Basic authentication.
 */
export function webApp(options: WebOptions): Hono {
  const { store, now, log, pageToken, webUrl } = options
  const app = new Hono()
  const signIn = options.signIn === null ? null : signInParts(options, options.signIn)
  const viewer = async (c: Context): Promise<Viewer> => {
    const wanted = c.req.query('locale')
    const locale = localeTags.find(tag => tag === wanted) ?? options.locale
    const person = (await signIn?.sessions.current(c)) ?? null
    const mark = person === null ? null : (signIn?.sessions.formMark(person) ?? null)
    return { locale, login: person?.login ?? null, mark, signIn: signIn !== null }
  }

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  })
  app.get('/', async c => {
    const person = (await signIn?.sessions.current(c)) ?? null
    const isPageToken = person === null && pageToken !== null
    if (isPageToken && !knowsToken(c.req.header('authorization'), pageToken)) {
      const challenge = { 'www-authenticate': 'Basic realm="Delivery Gates", charset="UTF-8"' }
      const links = signIn === null ? {} : { signIn: '/' }
      return c.html(await problemPage(await viewer(c), message('web.problem.token', {}), links), 401, challenge)
    }
    const theirs = person === null || signIn === null ? null : await signIn.repositoriesOf(person)
    const visible = (one: { readonly id: string; readonly private: boolean }): boolean =>
      isPageToken || !one.private || theirs?.has(one.id) === true
    return c.html(await overviewPage({ store, viewer: await viewer(c), visible, now: now(), webUrl }))
  })
  only(app, '/', ['GET'])
  app.get('/style.css', c => c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }))
  only(app, '/style.css', ['GET'])
  // Browsers ask for it on their own.
  app.get('/favicon.ico', c => c.body(null, 204))
  app.get('/.well-known/delivery-gates-ledger.pem', c =>
    options.ledgerKey ? c.text(options.ledgerKey) : c.text('the App has no ledger key', 404),
  )
  if (signIn !== null && options.signIn !== null) {
    const parts = { ...signIn, store, viewer, webUrl, now, log, wake: options.signIn.wake }
    signInRoutes(app, parts)
    pullRequestRoutes(app, parts)
  }
  app.notFound(async c => c.html(await problemPage(await viewer(c), message('web.problem.notFound', {})), 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    log('error', 'web.failed', { path: c.req.path, problem: error.message })
    return c.text('internal error', 500)
  })
  return app
}

/** How long the repositories of a person are believed; a minute is well within what security.md T-75 allows. */
const repositoriesMs = 60_000

function signInParts({ store, now, log, webUrl }: WebOptions, options: SignInOptions) {
  const { clientId, clientSecret, publicUrl, githubApiUrl: apiUrl } = options
  const site = siteAt(publicUrl)
  const client = { clientId, clientSecret, webUrl, apiUrl, callbackUrl: site.callbackUrl }
  const people = githubPeople(client)
  const sessions = webSessions({ store, sealer: sealer(options.sessionSecret), site, now })
  return { site, people, sessions, repositoriesOf: visibleRepositories(people, now, log) }
}

/** Ids of the repositories that a person may read, as GitHub says with their own token; none where it says nothing. */
function visibleRepositories(people: GitHubPeople, now: () => number, log: Log) {
  const known = new Map<string, { readonly ids: ReadonlySet<string>; readonly until: number }>()
  return async ({ session, id, token }: Person): Promise<ReadonlySet<string>> => {
    const before = known.get(session)
    if (before !== undefined && before.until > now()) return before.ids
    const read = await people.repositories(token)
    if (!read.ok) {
      log('warn', 'web.repositories-unknown', { account: id, why: read.error })
      return new Set()
    }
    for (const [name, { until }] of known) if (until <= now()) known.delete(name)
    known.set(session, { ids: read.value, until: now() + repositoriesMs })
    return read.value
  }
}

function knowsToken(authorization: string | undefined, token: string): boolean {
  const [scheme, credentials = ''] = (authorization ?? '').split(' ', 2)
  if (scheme?.toLowerCase() !== 'basic') return false
  return same(Buffer.from(credentials, 'base64').toString('utf8').split(':').slice(1).join(':'), token)
}

import type { Context, Hono } from 'hono'
import { localeTags } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Log } from '../front/http.ts'
import { rateLimiter } from '../front/limits.ts'
import type { GitHubPeople } from './github-person.ts'
import { problemPage, type Viewer } from './layout.ts'
import { only } from './methods.ts'
import { readForm } from './own-form.ts'
import { type Site, wantedPlace } from './own-site.ts'
import type { WebSessions } from './sessions.ts'

export interface SignInParts {
  readonly people: GitHubPeople
  readonly sessions: WebSessions
  readonly site: Site
  readonly viewer: (c: Context) => Promise<Viewer>
  readonly now: () => number
  readonly log: Log
}

/** Ways back from GitHub of all browsers together, each of which costs a call there: so many at once, then so many a second. */
const returnRate = { burst: 200, perSecond: 20 }

/** Sign-in with GitHub: there, back, and out again. */
export function signInRoutes(app: Hono, { people, sessions, site, viewer, now, log }: SignInParts): void {
  const isWelcome = rateLimiter(returnRate, now)
  const refuse = async (c: Context, status: 400 | 429 | 503, problem: Message, next = '/') => {
    // Anybody can come back from nowhere, as often as they like.
    const isForeign = problem.code === 'web.problem.state'
    log(isForeign ? 'debug' : 'info', 'sign-in.refused', { why: problem.code })
    const { pathname, searchParams } = new URL(next, site.origin)
    const shown = await viewer(c)
    // GitHub's way back says nothing of the language; where the person wanted to go does.
    const locale = localeTags.find(tag => tag === searchParams.get('locale')) ?? shown.locale
    return c.html(await problemPage({ ...shown, locale }, problem, { signIn: pathname }), status)
  }

  app.get('/login', c => {
    const next = wantedPlace(c.req.query('next'), site)
    return c.redirect(people.authorizeUrl(sessions.rememberAttempt(c, { next })), 302)
  })
  only(app, '/login', ['GET'])

  app.get('/login/callback', async c => {
    const begun = await sessions.takeAttempt(c, c.req.query('state') ?? '')
    if (begun === null) return refuse(c, 400, message('web.problem.state', {}))
    const { next } = begun
    if (!isWelcome('')) return refuse(c, 429, message('web.problem.often', {}), next)
    if (c.req.query('error') !== undefined) return refuse(c, 400, message('web.problem.denied', {}), next)
    const code = c.req.query('code') ?? ''
    const traded = /^[\w.~-]{1,500}$/.test(code) ? await people.trade(code, begun.verifier) : null
    if (traded?.ok !== true) {
      return traded?.error === 'unavailable'
        ? refuse(c, 503, message('web.problem.gitHub', {}), next)
        : refuse(c, 400, message('web.problem.code', {}), next)
    }
    const person = await people.person(traded.value.token)
    if (!person.ok) return refuse(c, 503, message('web.problem.gitHub', {}), next)
    if (person.value.type !== 'User') return refuse(c, 400, message('web.problem.notPerson', {}), next)
    await sessions.begin(c, person.value, traded.value)
    log('info', 'sign-in.done', { account: person.value.id })
    return c.redirect(next, 303)
  })
  only(app, '/login/callback', ['GET'])

  app.post('/logout', async c => {
    const form = await readForm(c, site, viewer)
    if (form instanceof Response) return form
    const person = await sessions.current(c)
    if (person !== null) {
      if (!sessions.isOwnForm(person, form.get('mark') ?? '')) {
        return c.html(await problemPage(await viewer(c), message('web.problem.form', {}), { back: '/' }), 403)
      }
      await sessions.end(c)
      if (!(await people.revoke(person.token))) log('warn', 'sign-out.token-left', { account: person.id })
    }
    return c.redirect('/', 303)
  })
  only(app, '/logout', ['POST'])
}

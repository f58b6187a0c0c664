import { readFileSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { html } from 'hono/html'
import type { Sandbox } from '../index.ts'
import { checkPage } from './check-page.ts'
import { checkPath, layout, path, pullPath } from './layout.ts'
import { callPage, callsPage, deliveriesPage, deliveryPage, repositoriesPage, repositoryCard } from './list-pages.ts'
import type { Html } from './markdown.ts'
import { bodyVersion, pullPage, tabs } from './pull-page.ts'
import { type Acts, createSource, type PullRef, type Source } from './source.ts'

const assets = {
  'style.css': ['text/css; charset=utf-8', readFileSync(new URL('style.css', import.meta.url), 'utf8')],
  'script.js': ['text/javascript; charset=utf-8', readFileSync(new URL('script.js', import.meta.url), 'utf8')],
} as const

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Pages for people, at the addresses that GitHub gives them (`/acme/widgets/pull/1`) and, for what GitHub shows elsewhere,
 * under `/_/`. Forms do what the sandbox's own acts do, so that a click causes the same webhooks.
 */
export function mountUi(app: Hono, sandbox: Sandbox): void {
  const source = createSource(sandbox)
  app.use('/_/*', guard)
  app.use('/:owner/:repo/pull/*', guard)
  app.use('/:owner/:repo/runs/*', guard)
  mountAssets(app, source)
  mountLists(app, source)
  mountPulls(app, source)
  mountChecks(app, source)
}

const fromSameSite = csrf()

const guard = createMiddleware(async (c, next) => {
  c.header('content-security-policy', policy)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cache-control', 'no-store')
  return fromSameSite(c, next)
})

function mountAssets(app: Hono, source: Source): void {
  for (const [name, [type, text]] of Object.entries(assets))
    app.get(`/_/${name}`, c => c.body(text, 200, { 'content-type': type }))
  app.get('/_/version', c => c.text(source.version()))
  app.post('/_/act-as', async c => {
    const { login = '', back = '/' } = await form(c)
    if (source.logins().includes(login))
      setCookie(c, 'act-as', login, { path: '/', httpOnly: true, sameSite: 'Strict' })
    return c.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
  })
}

function mountLists(app: Hono, source: Source): void {
  app.get('/', guard, c => page(c, source, 'Repositories', repositoriesPage(source.repositories())))
  app.get('/:owner/:repo/pulls', guard, (c, next) => {
    const name = `${c.req.param('owner')}/${c.req.param('repo')}`
    const repository = source.repositories().find(({ fullName }) => fullName.toLowerCase() === name.toLowerCase())
    if (repository === undefined) return next()
    return page(c, source, repository.fullName, html`<h1>${repository.fullName}</h1>${repositoryCard(repository)}`)
  })
  app.get('/_/deliveries', c => page(c, source, 'Deliveries', deliveriesPage(source.deliveries())))
  app.get('/_/deliveries/:id', c => {
    const delivery = source.deliveries().find(({ id }) => id === c.req.param('id'))
    return delivery === undefined ? missing(c, source) : page(c, source, delivery.event, deliveryPage(delivery))
  })
  app.post('/_/deliveries/:id/redeliver', async c => {
    await source.redeliver(c.req.param('id'))
    return c.redirect('/_/deliveries', 303)
  })
  app.get('/_/calls', c => page(c, source, 'API calls', callsPage(source.calls())))
  app.get('/_/calls/:index', c => {
    const call = source.calls().find(({ index }) => index === Number(c.req.param('index')))
    return call === undefined ? missing(c, source) : page(c, source, call.path, callPage(call))
  })
}

function mountPulls(app: Hono, source: Source): void {
  app.get('/:owner/:repo/issues/:number', (c, next) =>
    source.hasPull(pullRef(c)) ? c.redirect(pullPath({ ...refView(c) }), 302) : next(),
  )
  for (const tab of tabs)
    app.get(`/:owner/:repo/pull/:number${tab === 'conversation' ? '' : `/${tab}`}`, async c => {
      const pull = await source.pull(pullRef(c))
      if (pull === undefined) return missing(c, source)
      const title = `${pull.title} · #${pull.number} · ${pull.repository}`
      return page(c, source, title, pullPage(pull, tab, viewer(c, source)))
    })
  for (const [name, act] of Object.entries(pullActs))
    app.post(`/:owner/:repo/pull/:number/${name}`, async c => {
      const acts = source.acts(pullRef(c), viewer(c, source).login)
      if (acts === undefined) return missing(c, source)
      return answer(c, source, pullPath(refView(c)), await attempt(act, acts, await form(c), Number(c.req.param('id'))))
    })
}

function mountChecks(app: Hono, source: Source): void {
  const place = (c: Context) => ({ repository: refView(c).repository, id: Number(c.req.param('id')) })
  app.get('/:owner/:repo/runs/:id', c => {
    const { repository, id } = place(c)
    const check = source.check(repository, id)
    return check === undefined ? missing(c, source) : page(c, source, check.name, checkPage(repository, check))
  })
  app.post('/:owner/:repo/runs/:id/action', async c => {
    const { repository, id } = place(c)
    const { identifier = '' } = await form(c)
    await source.checkAction(id, identifier, viewer(c, source).login)
    return c.redirect(back(c, checkPath(repository, id)), 303)
  })
  app.post('/:owner/:repo/runs/:id/rerequest', async c => {
    const { repository, id } = place(c)
    await source.rerequest(id, viewer(c, source).login)
    return c.redirect(back(c, checkPath(repository, id)), 303)
  })
}

type Form = Readonly<Record<string, string>>
/** Returns the fragment of the page to show. */
type Act = (acts: Acts, fields: Form, id: number) => Promise<string>

const pullActs: Readonly<Record<string, Act>> = {
  comment: async (acts, { body = '' }) => `#issuecomment-${await acts.comment(lines(body))}`,
  'comments/:id{[0-9]+}/tick': async (acts, fields, id) => {
    await acts.editComment(id, ticked(acts.commentBody(id), fields))
    return `#issuecomment-${id}`
  },
  'comments/:id{[0-9]+}/edit': async (acts, { body = '', version }, id) => {
    sameVersion(acts.commentBody(id), version)
    await acts.editComment(id, lines(body))
    return `#issuecomment-${id}`
  },
  'comments/:id{[0-9]+}/delete': async (acts, _, id) => {
    await acts.deleteComment(id)
    return ''
  },
  'description/tick': async (acts, fields) => {
    await acts.editDescription(ticked(acts.description(), fields))
    return '#description'
  },
  review: async (acts, { event = '', body = '' }) => {
    const state = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED' }[event] ?? 'COMMENTED'
    return `#pullrequestreview-${await acts.review(state as 'APPROVED', lines(body))}`
  },
  reviewers: async (acts, { reviewer = '' }) => {
    const [kind, name = ''] = reviewer.split(':', 2)
    await acts.requestReview(kind === 'team' ? { team: name } : { user: name })
    return ''
  },
  'reviewers/remove': async (acts, { user, team }) => {
    await acts.removeRequest(team === undefined ? { user: user ?? '' } : { team })
    return ''
  },
  push: async (acts, { path: file = '', content = '', message = '' }) => {
    await acts.push(file, lines(content), message.trim() || `Change ${file}`)
    return ''
  },
  ready: async acts => {
    await acts.setDraft(false)
    return ''
  },
  draft: async acts => {
    await acts.setDraft(true)
    return ''
  },
}

function ticked(body: string, { offset = '', version, checked }: Form): string {
  sameVersion(body, version)
  const at = Number(offset)
  if (!/^\[[ xX]\]$/.test(body.slice(at - 1, at + 2))) throw new Error('There is no box at this place.')
  return `${body.slice(0, at)}${checked === 'true' ? 'x' : ' '}${body.slice(at + 1)}`
}

function sameVersion(body: string, version: string | undefined): void {
  if (version !== bodyVersion(body)) throw new Error('The text changed meanwhile. Look at it and try again.')
}

type Attempt = { readonly ok: true; readonly fragment: string } | { readonly ok: false; readonly error: string }

async function attempt(act: Act, acts: Acts, fields: Form, id: number): Promise<Attempt> {
  try {
    return { ok: true, fragment: await act(acts, fields, id) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

async function answer(c: Context, source: Source, place: string, result: Attempt): Promise<Response> {
  if (result.ok) return c.redirect(result.fragment === '' ? back(c, place) : place + result.fragment, 303)
  const pull = await source.pull(pullRef(c))
  const content = pull === undefined ? html`` : pullPage(pull, 'conversation', viewer(c, source))
  return page(c, source, 'Not done', content, { notice: `Not done: ${result.error}`, status: 422, path: place })
}

interface PageExtra {
  readonly notice?: string
  readonly status?: 200 | 404 | 422
  readonly path?: string
}

async function page(
  c: Context,
  source: Source,
  title: string,
  content: Html,
  extra: PageExtra = {},
): Promise<Response> {
  const { notice, status = 200, path: place = new URL(c.req.url).pathname } = extra
  return c.html(layout({ title, viewer: viewer(c, source), path: place, notice, content }), status)
}

function missing(c: Context, source: Source): Promise<Response> {
  return page(c, source, 'Not found', html`<h1>Not found</h1>`, { status: 404 })
}

function viewer(c: Context, source: Source) {
  const logins = source.logins()
  const wanted = getCookie(c, 'act-as') ?? ''
  return { login: logins.includes(wanted) ? wanted : (logins[0] ?? ''), logins, version: source.version() }
}

function pullRef(c: Context): PullRef {
  return { ...refView(c), number: Number(c.req.param('number')) }
}

function refView(c: Context) {
  return { repository: `${c.req.param('owner')}/${c.req.param('repo')}`, number: Number(c.req.param('number')) }
}

/** The page that the form was on, when it was one of ours. */
function back(c: Context, fallback: string): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return fallback
  const { origin, pathname } = new URL(referer)
  return origin === new URL(c.req.url).origin && !pathname.startsWith('//') ? pathname : fallback
}

async function form(c: Context): Promise<Form> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  )
}

/** Browsers send CRLF. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

import { readFileSync } from 'node:fs'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { html } from 'hono/html'
import type { ReviewerNames } from '../handles/pull-request.ts'
import type { CommentSummary, PullRequest, Repository, Sandbox } from '../index.ts'
import { mountApps } from './app-pages.ts'
import { checkPage } from './check-page.ts'
import { renderBlob } from './diff.ts'
import { checkPath, layout, pullPath } from './layout.ts'
import { callsPage, deliveriesPage, deliveryPage, repositoriesPage } from './list-pages.ts'
import type { Html } from './markdown.ts'
import { bodyVersion, commitPage, pullPage, type Tab, tabs } from './pull-page.ts'
import {
  blobView,
  calls,
  commitPageView,
  deliveries,
  findCheck,
  findPull,
  findRepository,
  logins,
  pullView,
  reason,
  repositories,
  version,
} from './source.ts'
import type { Viewer } from './view.ts'

const assets = {
  'style.css': ['text/css; charset=utf-8', readFileSync(new URL('style.css', import.meta.url), 'utf8')],
  'script.js': ['text/javascript; charset=utf-8', readFileSync(new URL('script.js', import.meta.url), 'utf8')],
} as const

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Pages for people. Pull requests, check runs, commits and files are at the addresses that GitHub gives them, so that links in
 * API answers and comments lead here. Forms do what the sandbox's own acts do: a click causes the same webhooks.
 */
export function mountUi(app: Hono<{ Bindings: HttpBindings }>, sandbox: Sandbox): void {
  const pages: Pages = new Hono()
  pages.use(setHeaders, csrf())
  mountAssets(pages, sandbox)
  mountLists(pages, sandbox)
  mountCode(pages, sandbox)
  mountPulls(pages, sandbox)
  mountChecks(pages, sandbox)
  mountApps(app, sandbox, policy)
  pages.notFound(c => missing(c, sandbox))
  app.get('/', c => pages.fetch(c.req.raw))
  for (const place of ['/deliveries', '/deliveries/*', '/calls', '/_/*']) app.all(place, c => pages.fetch(c.req.raw))
  app.all('/:owner/:repo/:page{pulls|pull|issues|commit|blob|runs}/*', c => pages.fetch(c.req.raw))
}

type Pages = Hono
type Params = Readonly<Record<string, string>>

const setHeaders = createMiddleware(async (c, next) => {
  await next()
  c.header('content-security-policy', policy)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cache-control', 'no-store')
})

function mountAssets(pages: Pages, sandbox: Sandbox): void {
  for (const [name, [type, text]] of Object.entries(assets))
    pages.get(`/_/${name}`, c => c.body(text, 200, { 'content-type': type }))
  pages.get('/_/version', c => c.text(version(sandbox)))
  pages.post('/_/act-as', async c => {
    const { login = '', back: place = '/' } = await form(c)
    if (logins(sandbox).includes(login))
      setCookie(c, 'act-as', login, { path: '/', httpOnly: true, sameSite: 'Strict' })
    return c.redirect(/^\/(?![/\\])/.test(place) ? place : '/', 303)
  })
}

function mountLists(pages: Pages, sandbox: Sandbox): void {
  pages.get('/', c => page(c, sandbox, 'Repositories', repositoriesPage(repositories(sandbox))))
  pages.get('/:owner/:repo/pulls', c => {
    const { fullName } = repositoryOf(c, sandbox) ?? {}
    const view = repositories(sandbox).find(known => known.fullName === fullName)
    return view === undefined ? missing(c, sandbox) : page(c, sandbox, view.fullName, repositoriesPage([view]))
  })
  pages.get('/deliveries', c => page(c, sandbox, 'Deliveries', deliveriesPage(deliveries(sandbox))))
  const delivery = (c: Context) => deliveries(sandbox).find(({ index }) => String(index) === c.req.param('index'))
  pages.get('/deliveries/:index', c => {
    const found = delivery(c)
    return found === undefined ? missing(c, sandbox) : page(c, sandbox, found.event, deliveryPage(found))
  })
  pages.post('/deliveries/:index/redeliver', async c => {
    const found = delivery(c)
    if (found === undefined) return missing(c, sandbox)
    sandbox.hooks.redeliver(found.guid)
    return c.redirect('/deliveries', 303)
  })
  pages.get('/calls', c => page(c, sandbox, 'API calls', callsPage(calls(sandbox))))
}

function mountCode(pages: Pages, sandbox: Sandbox): void {
  pages.get('/:owner/:repo/commit/:sha', async c => {
    const repository = repositoryOf(c, sandbox)
    const view = repository && (await commitPageView(repository, c.req.param('sha')))
    return view === undefined ? missing(c, sandbox) : page(c, sandbox, view.commit.message, commitPage(view))
  })
  pages.get('/:owner/:repo/blob/:rest{.+}', async c => {
    const repository = repositoryOf(c, sandbox)
    const view = repository && (await blobView(repository, c.req.param('rest')))
    return view === undefined ? missing(c, sandbox) : page(c, sandbox, view.path, renderBlob(view))
  })
}

function mountPulls(pages: Pages, sandbox: Sandbox): void {
  pages.get('/:owner/:repo/issues/:number', c => c.redirect(c.req.path.replace('/issues/', '/pull/'), 302))
  for (const tab of tabs)
    pages.get(`/:owner/:repo/pull/:number${tab === 'conversation' ? '' : `/${tab}`}`, c => showPull(c, sandbox, tab))
  for (const [name, act] of Object.entries(pullActs))
    pages.post(`/:owner/:repo/pull/:number/${name}`, async c => {
      const repository = repositoryOf(c, sandbox)
      const pull = repository && findPull(repository, Number(c.req.param('number')))
      if (repository === undefined || pull === undefined) return missing(c, sandbox)
      const { login } = viewer(c, sandbox)
      const params = { ...c.req.param(), ...(await form(c)) }
      const refused = await attempt(() => act({ repository, pull, login }, params))
      if (refused !== undefined) return showPull(c, sandbox, 'conversation', refused)
      const address = back(c, pullPath({ repository: repository.fullName, number: pull.number }))
      return c.redirect(address + fragmentOf(name, params), 303)
    })
}

async function showPull(c: Context, sandbox: Sandbox, tab: Tab, refused?: string): Promise<Response> {
  const repository = repositoryOf(c, sandbox)
  const pull = repository && (await pullView(sandbox, repository, Number(c.req.param('number'))))
  if (pull === undefined) return missing(c, sandbox)
  const title = `${pull.title} · #${pull.number} · ${pull.repository}`
  const extra = refused === undefined ? {} : ({ notice: refused, status: 422, path: pullPath(pull) } as const)
  return page(c, sandbox, title, pullPage(pull, tab, viewer(c, sandbox)), extra)
}

function mountChecks(pages: Pages, sandbox: Sandbox): void {
  const place = (c: Context) => {
    const repository = repositoryOf(c, sandbox)
    const check = repository && findCheck(repository, Number(c.req.param('id')))
    return repository && check ? { repository: repository.fullName, check } : undefined
  }
  const show = (c: Context, extra: PageExtra = {}) => {
    const found = place(c)
    if (found === undefined) return missing(c, sandbox)
    return page(c, sandbox, found.check.name, checkPage(found.repository, found.check), extra)
  }
  pages.get('/:owner/:repo/runs/:id', c => show(c))
  const acts: Readonly<Record<string, (id: number, login: string, fields: Params) => void>> = {
    action: (id, login, { identifier = '' }) => sandbox.requestAction(id, identifier, login),
    rerequest: (id, login) => sandbox.rerequestCheck(id, login),
  }
  for (const [name, act] of Object.entries(acts))
    pages.post(`/:owner/:repo/runs/:id/${name}`, async c => {
      const found = place(c)
      if (found === undefined) return missing(c, sandbox)
      const fields = await form(c)
      const address = checkPath(found.repository, found.check.id)
      const refused = await attempt(() => act(found.check.id, viewer(c, sandbox).login, fields))
      return refused === undefined
        ? c.redirect(back(c, address), 303)
        : show(c, { notice: refused, status: 422, path: address })
    })
}

interface Stand {
  readonly repository: Repository
  readonly pull: PullRequest
  readonly login: string
}

type Act = (stand: Stand, fields: Params) => unknown

const reviewStates = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

const pullActs: Readonly<Record<string, Act>> = {
  comment: ({ pull, login }, { body = '' }) => pull.comment(login, body),
  'comments/:id/tick': ({ pull, login }, fields) => {
    const { id, body } = commentOf(pull, fields)
    pull.editComment(id, login, ticked(body, fields))
  },
  'comments/:id/edit': ({ pull, login }, fields) => {
    const { id, body } = commentOf(pull, fields)
    requireVersion(body, fields)
    pull.editComment(id, login, fields.body ?? '')
  },
  'comments/:id/delete': ({ pull, login }, fields) => pull.deleteComment(commentOf(pull, fields).id, login),
  'description/tick': ({ pull, login }, fields) => pull.edit({ body: ticked(pull.body, fields) }, login),
  review: ({ pull, login }, { event = '', body = '' }) => {
    const state = reviewStates[event as keyof typeof reviewStates]
    if (state === undefined) throw new Error(`no review event ${event}`)
    return pull.review(login, { state, body })
  },
  reviewers: ({ pull, login }, fields) => pull.requestReview(login, reviewersOf(fields)),
  'reviewers/remove': ({ pull, login }, fields) => pull.removeReviewRequest(login, reviewersOf(fields)),
  push: ({ repository, pull, login }, { path: file = '', content = '', message = '' }) =>
    repository.commit(pull.headRef, {
      files: { [file]: content },
      message: message.trim() || `Change ${file}`,
      author: login,
    }),
  ready: ({ pull, login }) => pull.setDraft(false, login),
  draft: ({ pull, login }) => pull.setDraft(true, login),
  close: ({ pull, login }) => pull.close(login),
  reopen: ({ pull, login }) => pull.reopen(login),
  merge: ({ pull, login }) => pull.merge(login),
}

/** Where on the page the change is to be seen. */
function fragmentOf(act: string, { id }: Params): string {
  if (act.startsWith('comments/')) return `#issuecomment-${id}`
  if (act === 'comment' || act === 'review') return '#new-comment'
  return act === 'description/tick' ? '#description' : ''
}

function commentOf(pull: PullRequest, { id }: Params): CommentSummary {
  const comment = pull.comments().find(known => String(known.id) === id)
  if (comment === undefined) throw new Error('This comment is gone.')
  return comment
}

function reviewersOf({ reviewer = '' }: Params): ReviewerNames {
  const [kind, name = ''] = reviewer.split(':', 2)
  return kind === 'team' ? { teams: [name] } : { users: [name] }
}

/** The body with the box set that the form was drawn for. */
function ticked(body: string, fields: Params): string {
  requireVersion(body, fields)
  const at = Number(fields.offset)
  if (!/^\[[ xX\n]\]$/.test(body.slice(at - 1, at + 2))) throw new Error('There is no box at this place.')
  return `${body.slice(0, at)}${fields.checked === 'true' ? 'x' : ' '}${body.slice(at + 1)}`
}

function requireVersion(body: string, fields: Params): void {
  if (fields.version !== bodyVersion(body)) throw new Error('The text changed meanwhile. Look at it and try again.')
}

/** Undefined when it worked, else the reason against it. */
async function attempt(act: () => unknown): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    return reason(error)
  }
}

interface PageExtra {
  readonly notice?: string
  readonly status?: 404 | 422
  /** Where the page can be had with GET, when it answers a form. */
  readonly path?: string
}

async function page(
  c: Context,
  sandbox: Sandbox,
  title: string,
  content: Html,
  extra: PageExtra = {},
): Promise<Response> {
  const { notice, status = 200, path = new URL(c.req.url).pathname } = extra
  return c.html(layout({ title, viewer: viewer(c, sandbox), path, notice, content }), status)
}

function missing(c: Context, sandbox: Sandbox): Promise<Response> {
  return page(c, sandbox, 'Not found', html`<h1>Not found</h1>`, { status: 404 })
}

function viewer(c: Context, sandbox: Sandbox): Viewer {
  const known = logins(sandbox)
  const wanted = getCookie(c, 'act-as') ?? ''
  return { login: known.includes(wanted) ? wanted : (known[0] ?? ''), logins: known, version: version(sandbox) }
}

function repositoryOf(c: Context, sandbox: Sandbox): Repository | undefined {
  return findRepository(sandbox, c.req.param('owner') ?? '', c.req.param('repo') ?? '')
}

/** The page that the form was on, when it was one of ours. */
function back(c: Context, fallback: string): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return fallback
  const { origin, pathname } = new URL(referer)
  return origin === new URL(c.req.url).origin && !pathname.startsWith('//') ? pathname : fallback
}

/** Browsers send text areas with CRLF. */
async function form(c: Context): Promise<Params> {
  const entries = Object.entries(await c.req.parseBody())
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value.replaceAll('\r\n', '\n')]] : [])),
  )
}

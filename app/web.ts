import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Locale, localeTags } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { duration } from '../src/render/format.ts'
import { plainVoice } from '../src/render/voice.ts'
import type { Verdict } from '../src/report.ts'
import type { RecentSignOff, Store, Subject } from './store/index.ts'
import { stylesheet } from './web/style.ts'

export interface WebOptions {
  readonly store: Store
  readonly now: () => number
  readonly locale: Locale
  /** Password of the page; without one only public repositories are shown (security.md T-75). */
  readonly pageToken: string | null
  /** Where repositories are shown on GitHub, without a slash at the end. */
  readonly webUrl: string
  /** Public key of the ledger's checkpoints as PEM; left out, or null: there is none. */
  readonly ledgerKey?: string | null
}

const shown = 200

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * One read-only page over all repositories: what waits, for whom, since when, and the sign-offs with their SHAs. Until
 * people can sign in with GitHub, private repositories are shown only to those who know the page's token, as the
 * password of HTTP Basic authentication.
 */
export function webApp(options: WebOptions): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
  })
  app.get('/', async context => {
    if (options.pageToken !== null && !knowsToken(context.req.header('authorization'), options.pageToken)) {
      return context.text('the page token is needed, as the password', 401, {
        'www-authenticate': 'Basic realm="Delivery Gates", charset="UTF-8"',
      })
    }
    const wanted = context.req.query('locale')
    const locale = localeTags.find(tag => tag === wanted) ?? options.locale
    return context.html(await page(options, locale))
  })
  app.get('/style.css', context => context.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/.well-known/delivery-gates-ledger.pem', context =>
    options.ledgerKey ? context.text(options.ledgerKey) : context.text('the App has no ledger key', 404),
  )
  app.notFound(context => context.text('not found', 404))
  return app
}

function knowsToken(authorization: string | undefined, token: string): boolean {
  const [scheme, credentials = ''] = (authorization ?? '').split(' ', 2)
  if (scheme?.toLowerCase() !== 'basic') return false
  const password = Buffer.from(credentials, 'base64').toString('utf8').split(':').slice(1).join(':')
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(password), digest(token))
}

async function page({ store, now, webUrl, pageToken }: WebOptions, locale: Locale) {
  const voice = plainVoice(locale)
  const say = (told: Message): string => voice.say(told)
  const repositories = (await store.repositories.active()).filter(one => pageToken !== null || !one.private)
  const visible = { repoIds: pageToken === null ? repositories.map(one => one.id) : ('all' as const), limit: shown }
  const waiting = await store.overview.waiting(visible)
  const signOffs = await store.overview.recentSignOffs(visible)
  const rows = signOffs.length
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(message('web.title', {}))} · Delivery Gates</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><h1>${say(message('web.title', {}))}</h1>
<p>${say(message('web.repositories', { count: repositories.length }))}</p>
<nav>${localeTags.map(tag => html`<a href="/?locale=${tag}" lang="${tag}">${languageNames[tag]}</a> `)}</nav></header>
<main>
<section><h2>${say(message('web.waiting', {}))}</h2>
${waiting.length === 0 ? html`<p class="none">${say(message('web.nothingWaits', {}))}</p>` : waitingTable(waiting)}
</section>
<section><h2>${say(message('web.signOffs', {}))}</h2>
${rows === 0 ? html`<p class="none">${say(message('web.noSignOffs', {}))}</p>` : signOffTable(signOffs)}
</section>
</main>
</body>
</html>`

  function waitingTable(subjects: readonly Subject[]) {
    const head = ['web.pullRequest', 'web.verdict', 'web.for', 'web.since'] as const
    return html`<table><thead><tr>${head.map(code => html`<th scope="col">${say(message(code, {}))}</th>`)}</tr></thead>
<tbody>${subjects.map(waitingRow)}</tbody></table>`
  }

  function waitingRow(subject: Subject) {
    const since = subject.waitingSince === null ? null : new Date(subject.waitingSince).toISOString()
    const people = say(message('web.people', { waitingFor: subject.waitingFor }))
    return html`<tr>
<td><a href="${webUrl}/${subject.fullName}/pull/${subject.number}">${subject.fullName}#${subject.number}</a><br><span class="title">${subject.title}</span></td>
<td>${subject.verdict === null ? '' : html`<span class="verdict ${subject.verdict}">${say(verdictNames[subject.verdict])}</span>`}</td>
<td>${people}</td>
<td>${since === null ? '' : html`<time datetime="${since}">${say(message('web.age', { age: duration(since, new Date(now()).toISOString()) }))}</time>`}</td>
</tr>`
  }

  function signOffTable(rows: readonly RecentSignOff[]) {
    const head = [
      'web.pullRequest',
      'web.item',
      'web.decision',
      'web.person',
      'web.via',
      'web.head',
      'web.when',
    ] as const
    return html`<table><thead><tr>${head.map(code => html`<th scope="col">${say(message(code, {}))}</th>`)}</tr></thead>
<tbody>${rows.map(signOffRow)}</tbody></table>`
  }

  function signOffRow(row: RecentSignOff) {
    const at = new Date(row.at).toISOString()
    const place = row.number === null ? row.fullName : `${row.fullName}#${row.number}`
    return html`<tr>
<td><a href="${webUrl}/${row.fullName}${row.number === null ? '' : `/pull/${row.number}`}">${place}</a></td>
<td><code>${row.checklist} / ${row.itemId}</code></td>
<td>${row.decision === 'signed' ? say(message('web.decided.signed', {})) : say(message('web.decided.revoked', {}))}</td>
<td>${row.login === null ? row.actorId : `@${row.login}`}</td>
<td>${say(viaNames[row.via] ?? message('web.via.command', {}))}</td>
<td><code title="${row.headSha}">${row.headSha.slice(0, 12)}</code></td>
<td><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></td>
</tr>`
  }
}

const languageNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' }

const verdictNames: Readonly<Record<Verdict, Message>> = {
  passed: message('web.verdict.passed', {}),
  waiting: message('web.verdict.waiting', {}),
  failed: message('web.verdict.failed', {}),
  unknown: message('web.verdict.unknown', {}),
}

const viaNames: Readonly<Record<string, Message>> = {
  tick: message('web.via.tick', {}),
  command: message('web.via.command', {}),
  button: message('web.via.button', {}),
  review: message('web.via.review', {}),
}

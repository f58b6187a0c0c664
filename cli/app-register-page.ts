import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { html } from 'hono/html'
import { type AppManifest, appManifest } from '../src/github/manifest.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import type { Result } from '../src/result.ts'
import type { PlainCode } from './command.ts'

export interface PagesOptions {
  readonly publicUrl: string
  readonly githubUrl: string
  readonly org: string | null
  readonly name: string
  readonly holdDeployments: boolean
  /** 0: any free port. */
  readonly port: number
  readonly locale: Locale
}

/** The browser came back from GitHub. */
export interface Answered {
  readonly code: string
  /** Shows the browser how it ended; resolves when it was sent. */
  readonly answer: (end: Result<{ readonly name: string; readonly installUrl: string }, undefined>) => Promise<void>
}

export interface Pages {
  /** Where the person begins. Holds a secret word of its own: other programs on this machine cannot guess it. */
  readonly startUrl: string
  readonly answered: Promise<Answered>
  close(): Promise<void>
}

/** Pages on the loopback interface: the manifest's form, and where GitHub sends the browser back to. */
export async function openPages(options: PagesOptions): Promise<Pages> {
  const word = randomBytes(24).toString('base64url')
  const state = randomBytes(24).toString('base64url')
  const { promise: answered, resolve } = Promise.withResolvers<Answered>()
  let taken = false
  let origin = ''

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '', origin)
    // Names that resolve to this machine must not bring in another site's scripts.
    if (url === null || request.headers.host !== new URL(origin).host) return show(response, 400, stale(options))
    if (request.method !== 'GET') return show(response, 405, stale(options))
    if (url.pathname === `/${word}`) {
      const manifest = appManifest({ ...options, redirectUrl: `${origin}/done` })
      return show(response, 200, startPage(options, manifest, state), formTargets(options))
    }
    const code = url.searchParams.get('code') ?? ''
    const returned = url.pathname === '/done' && same(url.searchParams.get('state') ?? '', state)
    if (!returned || !/^[\w-]{1,200}$/.test(code) || taken) return show(response, 400, stale(options))
    taken = true
    resolve({
      code,
      answer: async end => {
        const page = end.ok ? donePage(options, end.value) : failedPage(options)
        await show(response, end.ok ? 200 : 502, page)
      },
    })
  }

  const server = createServer((request, response) => {
    route(request, response).catch(() => response.destroy())
  })
  origin = `http://127.0.0.1:${await listen(server, options.port)}`
  return {
    startUrl: `${origin}/${word}`,
    answered,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 500).unref()
      }),
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

type Html = ReturnType<typeof html>

/** GitHub itself, and where an organisation's single sign-on may lead on to: browsers check every redirect. */
const formTargets = ({ githubUrl }: PagesOptions): string => `${new URL(githubUrl).origin} https:`

/** `formTo`: where a form of the page may send to. */
async function show(response: ServerResponse, status: number, page: Html, formTo = "'none'"): Promise<void> {
  const text = String(await page)
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action ${formTo}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  })
  await new Promise<void>(resolve => response.end(text, resolve))
}

const plain = (locale: Locale) => {
  const f = plainFormatter(locale)
  return (code: PlainCode): string => sentence(message(code, {}) as Message, locale, f)
}

const layout = (locale: Locale, title: string, content: Html): Html => html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Delivery Gates</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: 0; overflow-wrap: anywhere; }
button, .go { background: #1f6f43; border: 0; border-radius: 6px; color: #fff; display: inline-block; font: inherit; margin-top: 1.5rem; padding: .6rem 1.2rem; text-decoration: none; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`

function startPage({ githubUrl, org, locale }: PagesOptions, manifest: AppManifest, state: string): Html {
  const say = plain(locale)
  const place = org === null ? '/settings/apps/new' : `/organizations/${org}/settings/apps/new`
  const rows = Object.entries(manifest.default_permissions).map(
    ([name, level]) =>
      html`<li><code>${name}</code>: ${say(level === 'write' ? 'cli.app.page.write' : 'cli.app.page.read')}</li>`,
  )
  return layout(
    locale,
    say('cli.app.page.title'),
    html`<p>${say('cli.app.page.lead')}</p>
<dl>
<dt>${say('cli.app.page.owner')}</dt><dd>${org ?? say('cli.app.page.self')}</dd>
<dt>${say('cli.app.page.name')}</dt><dd>${manifest.name}</dd>
<dt>${say('cli.app.page.webhook')}</dt><dd>${manifest.hook_attributes.url}</dd>
<dt>${say('cli.app.page.permissions')}</dt><dd><ul>${rows}</ul></dd>
<dt>${say('cli.app.page.events')}</dt><dd>${manifest.default_events.join(', ')}</dd>
</dl>
<form method="post" action="${githubUrl}${place}?state=${state}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>${say('cli.app.page.go')}</button>
</form>`,
  )
}

function donePage(
  { locale }: PagesOptions,
  { name, installUrl }: { readonly name: string; readonly installUrl: string },
): Html {
  const say = plain(locale)
  return layout(
    locale,
    say('cli.app.page.done'),
    html`<p><strong>${name}</strong></p>
<p>${say('cli.app.page.doneText')}</p>
<a class="go" href="${installUrl}" rel="noreferrer">${say('cli.app.page.install')}</a>`,
  )
}

function failedPage({ locale }: PagesOptions): Html {
  const say = plain(locale)
  return layout(locale, say('cli.app.page.failed'), html`<p>${say('cli.app.page.terminal')}</p>`)
}

function stale({ locale }: PagesOptions): Html {
  const say = plain(locale)
  return layout(locale, say('cli.app.page.failed'), html`<p>${say('cli.app.page.stale')}</p>`)
}

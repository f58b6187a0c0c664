import { html, raw } from 'hono/html'
import type { Html } from './markdown.ts'
import type { Viewer } from './view.ts'

export interface Page {
  readonly title: string
  readonly viewer: Viewer
  /** Path of this page, to which the acting form returns. */
  readonly path: string
  readonly notice?: string | undefined
  readonly content: Html
}

export function layout({ title, viewer, path, notice, content }: Page): Html {
  return html`${raw('<!doctype html>\n')}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · GitHub sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_/style.css">
<script src="/_/script.js" defer></script>
</head>
<body data-version="${viewer.version}">
<nav class="bar" aria-label="Sandbox">
<a class="name" href="/">GitHub sandbox</a>
<a href="/deliveries">Deliveries</a>
<a href="/calls">API calls</a>
${actAs(viewer, path)}
</nav>
<main>
${notice === undefined ? '' : html`<p class="notice" role="alert">${notice}</p>`}
${content}
</main>
<p class="fresh" role="status" hidden>Something happened here. <a href="${path}">Show</a></p>
</body>
</html>
`
}

function actAs({ login, logins }: Viewer, path: string): Html {
  return html`<form class="inline as" method="post" action="/_/act-as">
<input type="hidden" name="back" value="${path}">
<label for="login">Act as</label>
<select id="login" name="login" data-submit>${logins.map(
    name => html`<option${name === login ? html` selected` : ''}>${name}</option>`,
  )}</select>
<button>Change</button>
</form>`
}

/** The address of GitHub's page for it, so that links in API answers lead here. */
export function pullPath({ repository, number }: { readonly repository: string; readonly number: number }): string {
  return `/${path(repository)}/pull/${number}`
}

export function checkPath(repository: string, id: number): string {
  return `/${path(repository)}/runs/${id}`
}

/** Percent-encoded, slashes kept. */
export function path(text: string): string {
  return text.split('/').map(encodeURIComponent).join('/')
}

export function time(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')}</time>`
}

/** To the second, for logs. */
export function clock(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`
}

export function count(value: number): Html {
  return html`<span class="count">${value}</span>`
}

import { html } from 'hono/html'
import { clock, path, pullPath, time } from './layout.ts'
import type { Html } from './markdown.ts'
import { stateBadge } from './pull-page.ts'
import type { CallView, DeliveryView, RepositoryView } from './view.ts'

export function repositoriesPage(repositories: readonly RepositoryView[]): Html {
  if (repositories.length === 0) return html`<h1>Repositories</h1><p class="muted">None yet.</p>`
  return html`<h1>Repositories</h1>${repositories.map(repositoryCard)}`
}

function repositoryCard({ fullName, pulls }: RepositoryView): Html {
  const rows = pulls.map(
    pull => html`<div class="row">${stateBadge(pull.state)}<div class="grow"><a href="${pullPath(pull)}"><b>${pull.title}</b></a>
<div class="muted">#${pull.number} opened ${time(pull.createdAt)} by ${pull.author}</div></div></div>\n`,
  )
  return html`<section class="card"><header><a href="/${path(fullName)}/pulls"><b>${fullName}</b></a></header>
${rows.length === 0 ? html`<div class="row muted">No pull requests</div>` : rows}</section>`
}

export function deliveriesPage(deliveries: readonly DeliveryView[]): Html {
  if (deliveries.length === 0) return html`<h1>Webhook deliveries</h1><p class="muted">None yet.</p>`
  return html`<h1>Webhook deliveries</h1><div class="card scroll"><table class="list">
<thead><tr><th>Event</th><th>Answer</th><th>At</th><th>Delivery</th></tr></thead><tbody>${deliveries.map(
    delivery => html`<tr><td><a href="/deliveries/${delivery.index}">${eventName(delivery)}</a>${delivery.redelivery ? html` <span class="label">redelivery</span>` : ''}</td>
<td>${answered(delivery)}</td><td>${clock(delivery.at)}</td><td class="mono">${delivery.guid}</td></tr>\n`,
  )}</tbody></table></div>`
}

export function deliveryPage(delivery: DeliveryView): Html {
  return html`<h1>${eventName(delivery)}</h1>
<p>${answered(delivery)} <span class="muted">from ${delivery.hookUrl} · ${clock(delivery.at)} · <span class="mono">${delivery.guid}</span></span></p>
<form method="post" action="/deliveries/${delivery.index}/redeliver"><button>Redeliver</button></form>
<h2>Payload</h2><div class="card"><pre class="block">${JSON.stringify(delivery.payload, null, 2)}</pre></div>`
}

export function callsPage(calls: readonly CallView[]): Html {
  if (calls.length === 0) return html`<h1>API calls</h1><p class="muted">None yet.</p>`
  return html`<h1>API calls</h1><div class="card scroll"><table class="list">
<thead><tr><th>Operation</th><th>Answer</th><th>By</th><th>At</th><th>Call</th></tr></thead><tbody>${calls.map(
    call => html`<tr><td>${call.operation}</td><td class="${call.status > 0 && call.status < 400 ? '' : 'failure'}">${call.status || 'none'}</td>
<td>${call.actor}</td><td>${clock(call.at)}</td><td class="path mono">${call.method} ${call.path}</td></tr>\n`,
  )}</tbody></table></div>`
}

function eventName({ event, action }: DeliveryView): string {
  return action === undefined ? event : `${event}.${action}`
}

function answered({ status }: DeliveryView): Html {
  return html`<b class="${status >= 200 && status < 300 ? 'success' : 'failure'}">${status || 'no answer'}</b>`
}

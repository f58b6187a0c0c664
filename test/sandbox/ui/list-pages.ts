import { html } from 'hono/html'
import { path, pullPath, time } from './layout.ts'
import type { Html } from './markdown.ts'
import { stateBadge } from './pull-page.ts'
import type { CallView, DeliveryView, RepositoryView } from './view.ts'

export function repositoriesPage(repositories: readonly RepositoryView[]): Html {
  if (repositories.length === 0) return html`<h1>Repositories</h1><p class="muted">None yet.</p>`
  return html`<h1>Repositories</h1>${repositories.map(repositoryCard)}`
}

export function repositoryCard({ fullName, pulls }: RepositoryView): Html {
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
<thead><tr><th>Event</th><th>Delivery</th><th>Answer</th><th>At</th></tr></thead><tbody>${deliveries.map(
    delivery => html`<tr><td><a href="/_/deliveries/${delivery.id}">${eventName(delivery)}</a>${delivery.redelivery ? html` <span class="label">redelivery</span>` : ''}</td>
<td class="mono">${delivery.guid}</td><td class="${isGood(delivery.statusCode) ? 'success' : 'failure'}">${delivery.statusCode || 'none'}</td><td>${time(delivery.deliveredAt)}</td></tr>\n`,
  )}</tbody></table></div>`
}

export function deliveryPage(delivery: DeliveryView): Html {
  return html`<h1>${eventName(delivery)} <span class="number mono">${delivery.guid}</span></h1>
<p>Answered <b class="${isGood(delivery.statusCode) ? 'success' : 'failure'}">${delivery.statusCode || 'not yet'}</b> in ${delivery.milliseconds} ms · ${time(delivery.deliveredAt)}</p>
<form method="post" action="/_/deliveries/${delivery.id}/redeliver"><button>Redeliver</button></form>
<h2>Request</h2><div class="card"><pre class="block">${delivery.request}</pre></div>
<h2>Response</h2><div class="card"><pre class="block">${delivery.response}</pre></div>`
}

export function callsPage(calls: readonly CallView[]): Html {
  if (calls.length === 0) return html`<h1>API calls</h1><p class="muted">None yet.</p>`
  return html`<h1>API calls</h1><div class="card scroll"><table class="list">
<thead><tr><th>Call</th><th>Operation</th><th>By</th><th>Answer</th></tr></thead><tbody>${calls.map(
    call => html`<tr><td class="path mono"><a href="/_/calls/${call.index}">${call.method} ${call.path}</a></td><td>${call.operation ?? ''}</td>
<td>${call.caller}</td><td class="${call.status < 400 ? '' : 'failure'}">${call.status}</td></tr>\n`,
  )}</tbody></table></div>`
}

export function callPage(call: CallView): Html {
  return html`<h1 class="mono">${call.method} ${call.path}</h1><p>${call.operation ?? ''} · <b>${call.status}</b> · ${call.caller}</p>
<h2>Request</h2><div class="card"><pre class="block">${call.request}</pre></div>
<h2>Response</h2><div class="card"><pre class="block">${call.response}</pre></div>`
}

function eventName({ event, action }: DeliveryView): string {
  return action === null ? event : `${event}.${action}`
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300
}

import { html } from 'hono/html'
import { checkPath, path } from './layout.ts'
import { type Html, link, renderMarkdown } from './markdown.ts'
import type { AnnotationView, CheckView } from './view.ts'

const conclusionMarks: Readonly<Record<string, readonly [mark: string, tone: string]>> = {
  success: ['✓', 'success'],
  failure: ['×', 'failure'],
  timed_out: ['×', 'failure'],
  cancelled: ['×', 'quiet'],
  action_required: ['!', 'action_required'],
  neutral: ['■', 'quiet'],
  skipped: ['/', 'quiet'],
  stale: ['~', 'quiet'],
}

export function checkState({ status, conclusion }: CheckView): string {
  return (conclusion ?? status).replaceAll('_', ' ')
}

export function runMark(check: CheckView): Html {
  const [mark, tone] = conclusionMarks[check.conclusion ?? ''] ?? ['●', 'pending']
  return html`<span class="mark ${tone}" role="img" aria-label="${checkState(check)}">${mark}</span>`
}

export function statusMark(state: string): Html {
  const [mark, tone] = { success: ['✓', 'success'], pending: ['●', 'pending'] }[state] ?? ['×', 'failure']
  return html`<span class="mark ${tone}" role="img" aria-label="${state}">${mark}</span>`
}

export function checkPage(repository: string, check: CheckView): Html {
  return html`<p class="crumbs"><a href="/${path(repository)}/pulls">${repository}</a></p>
<h1>${check.name} <span class="number">${check.app}</span></h1>
<p>${runMark(check)} <b>${checkState(check)}</b>${check.title === null ? '' : html` · ${check.title}`}
<span class="muted">at <a class="mono" href="/${path(repository)}/commit/${check.headSha}">${check.headSha.slice(0, 7)}</a></span>
${check.detailsUrl ? html` · ${link(check.detailsUrl, [html`Details`])}` : ''}</p>
<p>${check.actions.map(action => actionButton(repository, check.id, action))}
<form class="inline" method="post" action="${checkPath(repository, check.id)}/rerequest"><button class="small">Re-run</button></form></p>
${[check.summary, check.text].map(text => (text ? html`<section class="card"><div class="body">${renderMarkdown(text)}</div></section>` : ''))}
${check.annotations.length === 0 ? '' : html`<h2>Annotations</h2><div class="card">${check.annotations.map(one => annotation(repository, check.headSha, one))}</div>`}`
}

export function actionButton(repository: string, checkId: number, action: CheckView['actions'][number]): Html {
  return html`<form class="inline" method="post" action="${checkPath(repository, checkId)}/action">
<button class="small" name="identifier" value="${action.identifier}" title="${action.description}">${action.label}</button></form>`
}

function annotation(
  repository: string,
  sha: string,
  { path: file, line, level, title, message }: AnnotationView,
): Html {
  const tone = { failure: 'failure', warning: 'pending' }[level] ?? 'quiet'
  return html`<div class="row"><div class="grow"><span class="${tone}">${level}</span> <a class="mono" href="/${path(`${repository}/blob/${sha}/${file}`)}#L${line}">${file}:${line}</a>
<div><b>${title ?? ''}</b> ${message}</div></div></div>\n`
}

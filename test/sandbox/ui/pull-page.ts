import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import { actionButton, checkState, runMark, statusMark } from './check-page.ts'
import { renderDiff } from './diff.ts'
import { checkPath, count, path, pullPath, time } from './layout.ts'
import { type Html, renderMarkdown, type TaskItem } from './markdown.ts'
import type { CommentView, CommitPageView, CommitView, PullState, PullView, ReviewView, Viewer } from './view.ts'

export const tabs = ['conversation', 'commits', 'checks', 'files'] as const
export type Tab = (typeof tabs)[number]

export function pullPage(pull: PullView, tab: Tab, viewer: Viewer): Html {
  return html`<p class="crumbs"><a href="/${path(pull.repository)}/pulls">${pull.repository}</a></p>
<h1>${pull.title} <span class="number">#${pull.number}</span></h1>
<p>${stateBadge(pull.state)} <b>${pull.author}</b> <span class="muted">wants to merge ${plural(pull.commits.length, 'commit')} into</span>
<span class="ref mono">${pull.base}</span> <span class="muted">from</span> <span class="ref mono">${pull.head}</span></p>
${tabBar(pull, tab)}
${content(pull, tab, viewer)}`
}

export function stateBadge(state: PullState): Html {
  return html`<span class="state ${state}">${{ open: 'Open', draft: 'Draft', closed: 'Closed', merged: 'Merged' }[state]}</span>`
}

function tabBar(pull: PullView, current: Tab): Html {
  const counts = {
    conversation: pull.timeline.length,
    commits: pull.commits.length,
    checks: pull.checks.length + pull.statuses.length,
    files: pull.files.length,
  }
  const names = { conversation: 'Conversation', commits: 'Commits', checks: 'Checks', files: 'Files changed' }
  return html`<nav class="tabs" aria-label="Pull request">${tabs.map(
    tab =>
      html`<a href="${tabPath(pull, tab)}"${tab === current ? html` aria-current="page"` : ''}>${names[tab]} ${count(counts[tab])}</a>\n`,
  )}</nav>`
}

function tabPath(pull: PullView, tab: Tab): string {
  return tab === 'conversation' ? pullPath(pull) : `${pullPath(pull)}/${tab}`
}

function content(pull: PullView, tab: Tab, viewer: Viewer): Html {
  switch (tab) {
    case 'conversation':
      return conversation(pull, viewer)
    case 'commits':
      return commitList(pull)
    case 'checks':
      return html`${checkList(pull)}`
    case 'files':
      return html`${pull.files.map(renderDiff)}${pushForm(pull)}`
    default:
      return tab satisfies never
  }
}

function conversation(pull: PullView, viewer: Viewer): Html {
  return html`<div class="columns"><div>
${description(pull)}
${pull.timeline.map(entry => (entry.kind === 'comment' ? comment(pull, entry, viewer) : review(entry)))}
${checkList(pull)}
${stateForms(pull)}
${commentForm(pull, viewer)}
</div><aside>${sidebar(pull)}</aside></div>`
}

function description(pull: PullView): Html {
  const body = pull.body.trim() === '' ? html`<p class="muted">No description provided.</p>` : ''
  return html`<article class="card" id="description"><header><b>${pull.author}</b> <span class="muted">opened this ${time(pull.createdAt)}</span></header>
<div class="body">${body}${renderMarkdown(pull.body, checkbox(`${pullPath(pull)}/description/tick`, pull.body))}</div></article>`
}

function comment(pull: PullView, view: CommentView, viewer: Viewer): Html {
  const place = `${pullPath(pull)}/comments/${view.id}`
  return html`<article class="card" id="issuecomment-${view.id}"><header><b>${view.author}</b>${botLabel(view)}
<span class="muted">commented ${time(view.createdAt)}${view.editedBy === undefined ? '' : ` · edited by ${view.editedBy}`}</span>
<a class="end muted" href="#issuecomment-${view.id}">#</a></header>
<div class="body">${renderMarkdown(view.body, checkbox(`${place}/tick`, view.body))}</div>
<details class="foot"><summary class="muted">Edit</summary><div class="body">
<form method="post" action="${place}/edit"><input type="hidden" name="version" value="${bodyVersion(view.body)}">
<label for="edit-${view.id}">Edit as ${viewer.login}</label>
<textarea class="file" id="edit-${view.id}" name="body">${view.body}</textarea>
<div class="actions"><button class="danger" formaction="${place}/delete">Delete</button><button>Save</button></div></form>
</div></details></article>`
}

/** Names the source that a form was made from, so that a late click cannot undo what others wrote meanwhile. */
export function bodyVersion(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16)
}

function checkbox(action: string, body: string): (item: TaskItem) => Html {
  const version = bodyVersion(body)
  return ({ offset, checked, text }) => html`<form class="inline" method="post" action="${action}">
<input type="hidden" name="offset" value="${offset}"><input type="hidden" name="version" value="${version}">
<button class="tick" role="checkbox" aria-checked="${String(checked)}" aria-label="${text}" name="checked" value="${String(!checked)}">${checked ? '✓' : ''}</button></form>`
}

const reviewWords: Readonly<Record<string, readonly [word: string, mark: string, tone: string]>> = {
  APPROVED: ['approved these changes', '✓', 'success'],
  CHANGES_REQUESTED: ['requested changes', '±', 'failure'],
  COMMENTED: ['reviewed', '·', 'quiet'],
  DISMISSED: ['reviewed; the review was dismissed', '×', 'quiet'],
  PENDING: ['started a review', '…', 'pending'],
}

function review(view: ReviewView): Html {
  const [words, mark, tone] = reviewWords[view.state] ?? [view.state, '·', 'quiet']
  const line = html`<span class="mark ${tone}">${mark}</span> <b>${view.author}</b>${botLabel(view)}
<span class="muted">${words} at <span class="mono">${view.sha.slice(0, 7)}</span> ${time(view.createdAt)}</span>`
  const id = `pullrequestreview-${view.id}`
  if (view.body.trim() === '') return html`<div class="event" id="${id}">${line}</div>`
  return html`<article class="card" id="${id}"><header>${line}</header><div class="body">${renderMarkdown(view.body)}</div></article>`
}

function botLabel({ isBot }: { readonly isBot: boolean }): Html {
  return isBot ? html` <span class="label">bot</span>` : html``
}

function checkList(pull: PullView): Html {
  if (pull.checks.length + pull.statuses.length === 0)
    return html`<div class="card"><div class="row muted">No checks or statuses at <span class="mono">${pull.headSha.slice(0, 7)}</span></div></div>`
  const checks = pull.checks.map(
    check => html`<div class="row">${runMark(check)}
<div class="grow"><a href="${checkPath(pull.repository, check.id)}"><b>${check.name}</b></a> <span class="muted">${check.app} · ${check.title ?? checkState(check)}</span></div>
${check.actions.map(action => actionButton(pull.repository, check.id, action))}</div>\n`,
  )
  const statuses = pull.statuses.map(
    status => html`<div class="row">${statusMark(status.state)}
<div class="grow"><b>${status.context}</b> <span class="muted">${status.description ?? status.state}</span></div>
<span class="label">status</span></div>\n`,
  )
  return html`<section class="card" aria-label="Checks"><header><b>Checks</b> <span class="muted">at <span class="mono">${pull.headSha.slice(0, 7)}</span></span></header>${checks}${statuses}</section>`
}

function stateForms(pull: PullView): Html {
  const button = (act: string, label: string, tone = '') =>
    html`<button class="${tone}" formaction="${pullPath(pull)}/${act}">${label}</button>\n`
  const buttons = {
    open: [
      button('draft', 'Convert to draft'),
      button('close', 'Close'),
      button('merge', 'Merge pull request', 'main'),
    ],
    draft: [button('close', 'Close'), button('ready', 'Ready for review', 'main')],
    closed: [button('reopen', 'Reopen')],
    merged: [],
  }[pull.state]
  return buttons.length === 0 ? html`` : html`<form class="actions" method="post">${buttons}</form>`
}

function commentForm(pull: PullView, viewer: Viewer): Html {
  const place = pullPath(pull)
  return html`<form class="card" id="new-comment" method="post" action="${place}/comment"><header><b>Add a comment as ${viewer.login}</b></header><div class="body">
<textarea name="body" aria-label="Comment" required></textarea>
<div class="actions">
<button formaction="${place}/review" formnovalidate name="event" value="APPROVE">Approve</button>
<button formaction="${place}/review" name="event" value="REQUEST_CHANGES">Request changes</button>
<button class="main">Comment</button>
</div></div></form>`
}

function sidebar(pull: PullView): Html {
  const place = pullPath(pull)
  const remove = (reviewer: string, name: string) =>
    html`<form class="inline" method="post" action="${place}/reviewers/remove"><button class="small" name="reviewer" value="${reviewer}" aria-label="Remove the request to ${name}">×</button></form>`
  const latest = new Map(
    pull.timeline.flatMap(entry => (entry.kind === 'review' ? [[entry.author, entry.state] as const] : [])),
  )
  for (const login of pull.requestedUsers) latest.delete(login)
  const done = [...latest].map(([login, state]) => {
    const [words, mark, tone] = reviewWords[state] ?? [state, '·', 'quiet']
    return html`<li><span class="mark ${tone}" title="${words}">${mark}</span> ${login}</li>\n`
  })
  const asked = [
    ...pull.requestedUsers.map(
      login => html`<li><span class="mark pending">●</span> ${login} ${remove(`user:${login}`, login)}</li>\n`,
    ),
    ...pull.requestedTeams.map(
      slug => html`<li><span class="mark pending">●</span> ${slug} (team) ${remove(`team:${slug}`, slug)}</li>\n`,
    ),
  ]
  const choices = [
    ...pull.reviewers.map(login => html`<option value="user:${login}">${login}</option>`),
    ...pull.teams.map(slug => html`<option value="team:${slug}">${slug} (team)</option>`),
  ]
  const list = (items: readonly Html[]) =>
    items.length === 0 ? html`<span class="muted">None yet</span>` : html`<ul>${items}</ul>`
  return html`<section><h2>Reviewers</h2>${list([...asked, ...done])}
<form class="inline" method="post" action="${place}/reviewers"><select name="reviewer" aria-label="Reviewer">${choices}</select><button class="small">Request</button></form></section>
${pushForm(pull)}`
}

function pushForm(pull: PullView): Html {
  if (pull.state === 'closed' || pull.state === 'merged') return html``
  return html`<details class="push"><summary>Push a commit to <span class="mono">${pull.head}</span></summary>
<form method="post" action="${pullPath(pull)}/push">
<label for="push-path">Path</label><input id="push-path" name="path" required placeholder="docs/deploy/guide.md">
<label for="push-content">Content</label><textarea class="file" id="push-content" name="content"></textarea>
<label for="push-message">Message</label><input id="push-message" name="message" placeholder="Change the file">
<div class="actions"><button class="main">Push</button></div></form></details>`
}

function commitList(pull: PullView): Html {
  return html`<div class="card">${pull.commits.map(
    commit => html`<div class="row"><div class="grow"><b>${subject(commit)}</b>
<div class="muted">${commit.author} committed ${time(commit.date)}</div></div><a class="mono" href="/${path(pull.repository)}/commit/${commit.sha}">${commit.sha.slice(0, 7)}</a></div>\n`,
  )}</div>`
}

export function commitPage({ repository, commit, files }: CommitPageView): Html {
  const rest = commit.message.slice(subject(commit).length).trim()
  return html`<h1>${subject(commit)}</h1><p><a href="/${path(repository)}/pulls">${repository}</a> · <b>${commit.author}</b>
<span class="muted">committed ${time(commit.date)}</span> <span class="mono">${commit.sha}</span></p>
${rest === '' ? '' : html`<pre class="message">${rest}</pre>`}${files.map(renderDiff)}`
}

function subject({ message }: CommitView): string {
  return message.split('\n', 1)[0] ?? ''
}

function plural(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`
}

import { html } from 'hono/html'
import { type Message, message } from '../../src/locales/message.ts'
import { duration } from '../../src/render/format.ts'
import type { RecentSignOff, Store, Subject } from '../store/index.ts'
import { type Html, inLocale, layout, say, type Viewer, verdictNames } from './layout.ts'

const shown = 200

/** What waits, for whom, since when, and the sign-offs with their SHAs. `visible`: ids of repositories (security.md T-75). */
export async function overviewPage(input: {
  readonly store: Pick<Store, 'overview' | 'repositories'>
  readonly viewer: Viewer
  readonly visible: (repository: { readonly id: string; readonly private: boolean }) => boolean
  readonly now: number
  /** Where repositories are on GitHub, without a slash at the end. */
  readonly webUrl: string
}): Promise<Html> {
  const { store, viewer, webUrl } = input
  const t = say(viewer.locale)
  const repositories = (await store.repositories.active()).filter(input.visible)
  const visible = { repoIds: repositories.map(one => one.id), limit: shown }
  const waiting = await store.overview.waiting(visible)
  const signOffs = await store.overview.recentSignOffs(visible)
  const heads = (codes: readonly Message[]) =>
    html`<thead><tr>${codes.map(code => html`<th scope="col">${t(code)}</th>`)}</tr></thead>`
  const place = (repoId: string, fullName: string, number: number | null) => {
    const name = number === null ? fullName : `${fullName}#${number}`
    if (number !== null && viewer.signIn) {
      return html`<a href="${inLocale(`/pr/${repoId}/${number}`, viewer.locale)}">${name}</a>`
    }
    return html`<a href="${webUrl}/${fullName}${number === null ? '' : `/pull/${number}`}">${name}</a>`
  }

  const waitingRow = (subject: Subject) => {
    const since = subject.waitingSince === null ? null : new Date(subject.waitingSince).toISOString()
    const age = since === null ? null : duration(since, new Date(input.now).toISOString())
    return html`<tr>
<td>${place(subject.repoId, subject.fullName, subject.number)}<br><span class="title">${subject.title}</span></td>
<td>${subject.verdict === null ? '' : html`<span class="verdict ${subject.verdict}">${t(verdictNames[subject.verdict])}</span>`}</td>
<td>${t(message('web.people', { waitingFor: subject.waitingFor }))}</td>
<td>${since === null || age === null ? '' : html`<time datetime="${since}">${t(message('web.age', { age }))}</time>`}</td>
</tr>`
  }

  const signOffRow = (row: RecentSignOff) => {
    const at = new Date(row.at).toISOString()
    return html`<tr>
<td>${place(row.repoId, row.fullName, row.number)}</td>
<td><code>${row.checklist} / ${row.itemId}</code></td>
<td>${row.decision === 'signed' ? t(message('web.decided.signed', {})) : t(message('web.decided.revoked', {}))}</td>
<td>${row.login === null ? row.actorId : `@${row.login}`}</td>
<td>${t(viaNames[row.via] ?? message('web.via.command', {}))}</td>
<td><code title="${row.headSha}">${row.headSha.slice(0, 12)}</code></td>
<td><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></td>
</tr>`
  }

  return layout({
    viewer,
    title: t(message('web.title', {})),
    path: '/',
    lead: t(message('web.repositories', { count: repositories.length })),
    content: html`${note(viewer)}<section><h2>${t(message('web.waiting', {}))}</h2>
${
  waiting.length === 0
    ? html`<p class="none">${t(message('web.nothingWaits', {}))}</p>`
    : html`<table>${heads(waitingHeads)}<tbody>${waiting.map(waitingRow)}</tbody></table>`
}
</section>
<section><h2>${t(message('web.signOffs', {}))}</h2>
${
  signOffs.length === 0
    ? html`<p class="none">${t(message('web.noSignOffs', {}))}</p>`
    : html`<table>${heads(signOffHeads)}<tbody>${signOffs.map(signOffRow)}</tbody></table>`
}
</section>`,
  })
}

function note({ locale, login, signIn }: Viewer): Html | '' {
  if (login !== null) return ''
  const told = signIn ? message('web.yours', {}) : message('web.signInNeeded', {})
  return html`<p class="none">${say(locale)(told)}</p>\n`
}

const waitingHeads = [
  message('web.pullRequest', {}),
  message('web.verdict', {}),
  message('web.for', {}),
  message('web.since', {}),
]

const signOffHeads = [
  message('web.pullRequest', {}),
  message('web.item', {}),
  message('web.decision', {}),
  message('web.person', {}),
  message('web.via', {}),
  message('web.head', {}),
  message('web.when', {}),
]

const viaNames: Readonly<Record<string, Message>> = {
  tick: message('web.via.tick', {}),
  command: message('web.via.command', {}),
  button: message('web.via.button', {}),
  review: message('web.via.review', {}),
  page: message('web.via.page', {}),
}

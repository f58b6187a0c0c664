import { html } from 'hono/html'
import { refOf } from '../../src/checklist/ref.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { itemPieces, itemText, needsPerson } from '../../src/render/layout.ts'
import { plainVoice } from '../../src/render/voice.ts'
import type { ChecklistItemOutcome, ChecklistOutcome, ItemState, Report } from '../../src/report.ts'
import { type Asked, askedOf } from '../asked.ts'
import type { Subject, Wish } from '../store/index.ts'
import { type Html, inLocale, layout, say, type Viewer, verdictNames } from './layout.ts'

/** Everything that the page of one pull request shows. */
export interface PullRequestView {
  readonly viewer: Viewer
  /** Numeric id of who looks. */
  readonly viewerId: string
  readonly subject: Subject
  /** The App's last word; `null`: it has none. */
  readonly report: Report | null
  /** Head SHA on GitHub now. */
  readonly headSha: string
  /** What the person asked for lately, newest first. */
  readonly wishes: readonly Wish[]
  readonly webUrl: string
  /** A new word for every form, so that the same form counts once however often it is sent. */
  readonly formKey: () => string
}

const againSeconds = 2

export const pullRequestPath = ({ repoId, number }: Pick<Subject, 'repoId' | 'number'>): string =>
  `/pr/${repoId}/${number}`

/** The checklists of a pull request with their items, SHAs and signers, and the forms to sign and to take back. */
export function pullRequestPage(view: PullRequestView): Html {
  const { viewer, subject, report, headSha, wishes, webUrl } = view
  const t = say(viewer.locale)
  const name = `${subject.fullName}#${subject.number}`
  const isBehind = report === null || report.headSha !== headSha
  const isPending = (subject.state === 'open' && isBehind) || wishes.some(wish => wish.state === 'pending')
  const listed = report === null ? [] : report.checklists.filter(one => one.items.length > 0)
  return layout({
    viewer,
    title: name,
    path: pullRequestPath(subject),
    ...(isPending ? { againIn: againSeconds } : {}),
    content: html`<p class="subject">${subject.title}</p>
<dl class="about">
${subject.verdict === null ? '' : html`<div><dt>${t(message('web.verdict', {}))}</dt><dd><span class="verdict ${subject.verdict}">${t(verdictNames[subject.verdict])}</span></dd></div>`}
${subject.waitingFor.length === 0 ? '' : html`<div><dt>${t(message('web.for', {}))}</dt><dd>${t(message('web.people', { waitingFor: subject.waitingFor }))}</dd></div>`}
<div><dt>${t(message('web.head', {}))}</dt><dd><code>${report?.headSha ?? headSha}</code></dd></div>
<div><dt>${t(message('web.base', {}))}</dt><dd><code>${subject.baseRef}</code></dd></div>
</dl>
<p><a href="${webUrl}/${subject.fullName}/pull/${subject.number}">${t(message('web.toGitHub', {}))}</a></p>
${wishList(wishes, view)}
${report === null ? notice(t(message('web.noReport', {}))) : ''}
${report !== null && isBehind ? notice(t(message('web.headMoved', { seen: report.headSha, head: headSha }))) : ''}
${subject.state === 'open' ? '' : notice(t(subject.state === 'merged' ? message('web.merged', {}) : message('web.closed', {})))}
${listed.map(outcome => checklist(outcome, view))}
${report !== null && listed.length === 0 ? html`<p class="none">${t(message('web.noItems', {}))}</p>` : ''}
<p><a href="${inLocale('/', viewer.locale)}">${t(message('web.toStart', {}))}</a></p>`,
  })
}

const notice = (text: string): Html => html`<p class="notice" role="status">${text}</p>`

function wishList(wishes: readonly Wish[], { viewer }: PullRequestView): Html | '' {
  if (wishes.length === 0) return ''
  const t = say(viewer.locale)
  const row = (wish: Wish) => {
    const asked = wish.kind === 'sign' ? message('web.wish.sign', wish) : message('web.wish.revoke', wish)
    return html`<li class="${wish.state}"><strong>${t(asked)}</strong><br>${outcomeOf(wish).map(told => html`<span>${t(told)}</span> `)}</li>`
  }
  return html`<section role="status"><h2>${t(message('web.wishes', {}))}</h2>
<ul class="wishes">${wishes.map(row)}</ul></section>`
}

/** Only the App writes outcomes, so they are messages. */
function outcomeOf({ state, outcome }: Wish): readonly Message[] {
  switch (state) {
    case 'answered':
      return outcome as readonly Message[]
    case 'pending':
      return [message('web.wish.pending', {})]
    case 'lapsed':
      return [message('web.wish.lapsed', {})]
    case 'stuck':
      return [message('web.wish.stuck', {})]
    default:
      return state satisfies never
  }
}

function checklist(outcome: ChecklistOutcome, view: PullRequestView): Html {
  const done = outcome.items.filter(item => item.state.status === 'done').length
  const title = message('report.checklist', { id: outcome.checklist, done, total: outcome.items.length })
  return html`<section><h2>${say(view.viewer.locale)(title)}</h2>
<ul class="items">${outcome.items.map(item => listItem(item, view))}</ul></section>`
}

const marks: Readonly<Record<ItemState['status'], string>> = { done: '✓', stale: '!', open: '○', unknown: '?' }

function listItem(item: ChecklistItemOutcome, view: PullRequestView): Html {
  const { viewer } = view
  const voice = plainVoice(viewer.locale)
  const pieces = itemPieces(item, voice)
  return html`<li class="${item.state.status}"><span class="mark" aria-hidden="true">${marks[item.state.status]}</span>
<div><p class="text">${itemText(item, viewer.locale)} <code>${refOf(item)}</code></p>
${pieces.length === 0 ? '' : html`<p class="pieces">${pieces.join(' · ')}</p>`}
${forms(item, view)}</div></li>`
}

/** What the person can ask for; whether they may is decided when they do, in one place for every way to sign. */
function forms(item: ChecklistItemOutcome, view: PullRequestView): Html | '' {
  const { subject, report, headSha, viewerId } = view
  if (report === null || report.headSha !== headSha || subject.state === 'closed') return ''
  const asked = askedOf(report, refOf(item))
  if (asked === null) return ''
  const mine = 'signOffs' in item.state ? item.state.signOffs.filter(one => one.id === viewerId) : []
  const canSign = needsPerson(item) && !mine.some(one => one.valid)
  return html`<div class="forms">${canSign ? signForms(item, asked, view) : ''}${mine.length > 0 ? revokeForm(item, asked, view) : ''}</div>`
}

function signForms(item: ChecklistItemOutcome, asked: Asked, view: PullRequestView): Html {
  const t = say(view.viewer.locale)
  const ref = refOf(item)
  const label = t(message('web.signFor', { item: ref, head: view.headSha }))
  const plain = form(
    'sign',
    ref,
    asked,
    view,
    html`<button class="primary" aria-label="${label}">${t(message('web.sign', {}))}</button>`,
  )
  if (item.conditional === false) return plain
  const id = `points-${ref.replaceAll(/[^\w-]/g, '_')}`
  return html`${plain}
<details><summary>${t(message('web.withOpenPoints', {}))}</summary>
${form(
  'sign',
  ref,
  asked,
  view,
  html`<input type="hidden" name="conditional" value="yes"><label for="${id}">${t(message('web.openPoints', {}))}</label> <input id="${id}" name="open" maxlength="2000" required aria-describedby="${id}-help"> <button>${t(message('web.withOpenPoints', {}))}</button>
<p class="help" id="${id}-help">${t(message('web.openPointsHelp', {}))}</p>`,
)}</details>`
}

function revokeForm(item: ChecklistItemOutcome, asked: Asked, view: PullRequestView): Html {
  const t = say(view.viewer.locale)
  const ref = refOf(item)
  const label = t(message('web.takeBackOf', { item: ref }))
  return form(
    'revoke',
    ref,
    asked,
    view,
    html`<button aria-label="${label}">${t(message('web.takeBack', {}))}</button>`,
  )
}

/** What was shown goes with the form, so that a signature is about that and nothing else (security.md T-33). */
function form(kind: 'sign' | 'revoke', item: string, asked: Asked, view: PullRequestView, content: Html): Html {
  const { viewer, subject, headSha, formKey } = view
  const hidden = {
    mark: viewer.mark ?? '',
    key: formKey(),
    kind,
    item,
    head: headSha,
    words: asked.words,
    terms: asked.terms,
  }
  return html`<form method="post" action="${inLocale(`${pullRequestPath(subject)}/sign`, viewer.locale)}">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${content}</form>`
}

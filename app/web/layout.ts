import { html } from 'hono/html'
import { type Locale, localeTags } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { plainVoice } from '../../src/render/voice.ts'
import type { Verdict } from '../../src/report.ts'

export type Html = ReturnType<typeof html>

/** Who looks at a page, and how they sign in and out there. */
export interface Viewer {
  readonly locale: Locale
  /** `null`: nobody is signed in. */
  readonly login: string | null
  /** Of the form that signs out; `null` where nobody is signed in. */
  readonly mark: string | null
  /** Whether people can sign in at all. */
  readonly signIn: boolean
}

/** Sentences of a language as plain text. */
export const say =
  (locale: Locale) =>
  (told: Message): string =>
    plainVoice(locale).say(told)

export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' }

export const verdictNames: Readonly<Record<Verdict, Message>> = {
  passed: message('web.verdict.passed', {}),
  waiting: message('web.verdict.waiting', {}),
  failed: message('web.verdict.failed', {}),
  unknown: message('web.verdict.unknown', {}),
}

/** `path` with what keeps the language. */
export const inLocale = (path: string, locale: Locale): string => `${path}?${new URLSearchParams({ locale })}`

/** Every page: what it is, who is signed in, the languages. `againIn`: seconds after which it loads again by itself. */
export function layout(page: {
  readonly viewer: Viewer
  readonly title: string
  /** Of this page, without a query. */
  readonly path: string
  readonly lead?: string
  readonly againIn?: number
  readonly content: Html
}): Html {
  const { viewer, title, path, lead, againIn, content } = page
  const { locale } = viewer
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${againIn === undefined ? '' : html`<meta http-equiv="refresh" content="${againIn}">\n`}<title>${title} · Delivery Gates</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><h1>${title}</h1>
${lead === undefined ? '' : html`<p>${lead}</p>`}
${account(viewer, path)}
<nav>${localeTags.map(tag => html`<a href="${inLocale(path, tag)}" lang="${tag}">${languageNames[tag]}</a> `)}</nav></header>
<main>
${content}
</main>
</body>
</html>`
}

function account({ locale, login, mark, signIn }: Viewer, path: string): Html | '' {
  const t = say(locale)
  if (login !== null && mark !== null) {
    return html`<form class="account" method="post" action="${inLocale('/logout', locale)}"><input type="hidden" name="mark" value="${mark}"><span>${t(message('web.signedInAs', { login }))}</span> <button>${t(message('web.signOut', {}))}</button></form>`
  }
  if (!signIn) return ''
  const next = new URLSearchParams({ next: inLocale(path, locale) })
  return html`<p class="account"><a href="/login?${next}">${t(message('web.signIn', {}))}</a></p>`
}

/** A page that says what did not work, and where to go on. */
export function problemPage(
  viewer: Viewer,
  problem: Message,
  { back, signIn }: { readonly back?: string; readonly signIn?: string } = {},
): Html {
  const t = say(viewer.locale)
  const next = signIn === undefined ? null : new URLSearchParams({ next: inLocale(signIn, viewer.locale) })
  return layout({
    viewer,
    title: t(message('web.problem', {})),
    path: back ?? signIn ?? '/',
    content: html`<p class="notice" role="alert">${t(problem)}</p>
<p>${
      next !== null
        ? html`<a class="button" href="/login?${next}">${t(message('web.signIn', {}))}</a>`
        : back !== undefined
          ? html`<a href="${inLocale(back, viewer.locale)}">${t(message('web.problem.back', {}))}</a>`
          : html`<a href="${inLocale('/', viewer.locale)}">${t(message('web.toStart', {}))}</a>`
    }</p>`,
  })
}

import type { Locale } from '../locales/index.ts'
import type { Formatter } from '../locales/message.ts'
import { notation, place } from './format.ts'
import { literal, prose } from './inert.ts'

/** Where things live on GitHub (or its Enterprise Server). Made by the host; the renderer encodes what it is given. */
export interface Links {
  /** The whole report as JSON, or a page that shows it. */
  readonly report?: string
  readonly commit: (sha: string) => string
  readonly user: (login: string) => string
  readonly file: (path: string, line?: number) => string
  /** The workflow run that measured. */
  readonly run?: string
}

const maxProse = 300
const maxLiteral = 200
const maxUrl = 2_000

/** Stands between two characters that GitHub would link together; prose has none of its own left. */
const gap = '\u200b'

/** What GitHub makes live in text, with the place where a gap stops it. */
const live: readonly (readonly [RegExp, string])[] = [
  [/@/g, `@${gap}`],
  [/#(?=\w)/g, `#${gap}`],
  [/([a-z])-(?=\d)/gi, `$1-${gap}`],
  [/GHSA-/gi, `$&${gap}`],
  [/:(?=[/\w+-])/g, `:${gap}`],
  [/www(?=\.)/gi, `$&${gap}`],
  [/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${gap}`],
]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#92;',
  '`': '&#96;',
  '*': '&#42;',
  '~': '&#126;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  $: '&#36;',
  [gap]: '&#8203;',
}

/**
 * Prose from outside as inert Markdown, at most `max` code points of it: no mention, reference, link, image, HTML,
 * emphasis, code, table cell or block starts or ends in it. Entities instead of backslashes, so that it is inert inside
 * an HTML block (`<summary>`) too.
 */
export function md(text: string, max = maxProse): string {
  return inert(prose(text, max))
}

function inert(text: string): string {
  return live
    .reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), text)
    .replace(/[&<>\\`*~[\]|$\u200b]/g, character => entities[character] ?? character)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^(\d*)([#+\-=.)])/, (_, digits: string, mark: string) => `${digits}&#${mark.charCodeAt(0)};`)
}

/**
 * A code span whose fence is longer than any run of backticks inside. A pipe would end a table cell even there, so a
 * literal with one becomes `<code>`.
 */
export function codeSpan(text: string): string {
  const shown = literal(text, maxLiteral)
  if (shown === '') return '`""`'
  if (shown.includes('|')) return `<code>${inert(shown)}</code>`
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** A link when the URL is one of http(s) without credentials and not absurdly long; else the label alone. */
export function link(label: string, url: string | undefined): string {
  const target = url === undefined ? null : href(url)
  return target === null ? label : `[${label}](${target})`
}

function href(url: string): string | null {
  if (url.length > maxUrl || !URL.canParse(url)) return null
  const parsed = new URL(url)
  const web = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  if (!web || parsed.username !== '' || parsed.password !== '') return null
  return parsed.href.replace(
    /[()|<>[\]\\`"'\s]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

const loginPattern = /^[a-z\d][a-z\d-]*(\[bot\])?$/i
const shaPattern = /^[0-9a-f]{7,64}$/i

/** GitHub Markdown. With `links`, people, commits and places link to their pages. */
export function markdownFormatter(locale: Locale, links?: Links): Formatter {
  const target = <T>(known: boolean, url: (links: Links) => T): T | undefined =>
    links !== undefined && known ? url(links) : undefined
  return {
    ...notation(locale),
    code: codeSpan,
    text: text => md(text),
    person: login =>
      link(
        inert(`@${literal(login, 100)}`),
        target(loginPattern.test(login), known => known.user(login.replace('[bot]', ''))),
      ),
    sha: sha =>
      link(
        codeSpan(sha.slice(0, 7)),
        target(shaPattern.test(sha), known => known.commit(sha)),
      ),
    place: (path, start, end) =>
      link(
        codeSpan(place(path, start, end)),
        target(path !== '', known => known.file(path.toWellFormed(), start)),
      ),
  }
}

/** The same text where Markdown is not read, as in `<summary>`: entities yes, code spans and links no. */
export function htmlFormatter(locale: Locale): Formatter {
  const text = (value: string): string => inert(literal(value, maxLiteral))
  return {
    ...notation(locale),
    code: text,
    text: value => md(value),
    person: login => text(`@${login}`),
    sha: sha => text(sha.slice(0, 7)),
    place: (path, start, end) => text(place(path, start, end)),
  }
}

/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
export const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`

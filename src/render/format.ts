import type { Duration } from '../locales/en/report.ts'
import { type Locale, locales, say } from '../locales/index.ts'
import type { Formatter, Message, Ratio } from '../locales/message.ts'

/** What does not depend on the surface: numbers and lists in the notation of one locale. */
export type Notation = Pick<Formatter, 'percent' | 'number' | 'list' | 'either'>

const percentSign: Readonly<Record<Locale, string>> = { en: ' %', 'zh-CN': '%' }
const separators: Readonly<Record<Locale, string>> = { en: ', ', 'zh-CN': '、' }
const lastWords: Readonly<Record<Locale, Readonly<Record<'and' | 'or', string>>>> = {
  en: { and: 'and', or: 'or' },
  'zh-CN': { and: '和', or: '或' },
}

export function notation(locale: Locale): Notation {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const number = (value: number): string => numbers.format(value)
  return {
    number,
    percent: ratio => percent(ratio, locale),
    list: (pieces, max = 5) => join(pieces, max, 'and', locale, number),
    either: (pieces, max = 5) => join(pieces, max, 'or', locale, number),
  }
}

/**
 * Hundredths of a percent, rounded down; `null` for 0 of 0 and for what is no ratio of whole numbers. Integers all the
 * way: 79.996 % must not become 80 % by a float.
 */
export function basisPoints({ covered, total }: Ratio): bigint | null {
  if (!Number.isSafeInteger(covered) || !Number.isSafeInteger(total) || covered < 0 || total <= 0) return null
  return (BigInt(covered) * 10_000n) / BigInt(total)
}

function percent(ratio: Ratio, locale: Locale): string {
  const points = basisPoints(ratio)
  if (points === null) return '–'
  const fraction = (points % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${points / 100n}${fraction === '' ? '' : `.${fraction}`}${percentSign[locale]}`
}

function join(
  pieces: readonly string[],
  max: number,
  word: 'and' | 'or',
  locale: Locale,
  number: (value: number) => string,
): string {
  const shown = pieces.slice(0, Math.max(max, 1))
  const left = pieces.length - shown.length
  const separator = separators[locale]
  const lastWord = lastWords[locale][word]
  if (left > 0) {
    const rest = locale === 'en' ? `${lastWord} ${number(left)} more` : `等，另有 ${number(left)} 项`
    return spaced(shown.join(separator), rest)
  }
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : spaced(spaced(shown.slice(0, -1).join(separator), lastWord), last)
}

/** Western letters, digits and marks keep a space to their neighbours; two Chinese characters stand side by side. */
function spaced(left: string, right: string): string {
  return /[!-~]$/.test(left) || /^[!-~]/.test(right) ? `${left} ${right}` : `${left}${right}`
}

/** Minutes, hours (from 1 h) or days (from 48 h) between two ISO 8601 instants, rounded down; never negative. */
export function duration(from: string, to: string): Duration {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  if (!(minutes >= 1)) return { unit: 'moment', count: 0 }
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}

/** `12`, `12–18`; empty without a usable start. */
export function lines(start?: number, end?: number): string {
  if (start === undefined || !Number.isSafeInteger(start) || start < 1) return ''
  return end === undefined || !Number.isSafeInteger(end) || end <= start ? `${start}` : `${start}–${end}`
}

/** `path:12–18` before any escaping. */
export function place(path: string, start?: number, end?: number): string {
  const range = lines(start, end)
  return range === '' ? path : `${path}:${range}`
}

/**
 * Says a message. A code that this version does not know (a report of a newer one), or params that are not the code's
 * (recorded evidence is input from outside), show as the code itself.
 */
export function sentence(message: Message, locale: Locale, f: Formatter): string {
  if (!Object.hasOwn(locales[locale], message.code)) return f.code(message.code)
  try {
    return say(message, locale, f)
  } catch {
    return f.code(message.code)
  }
}

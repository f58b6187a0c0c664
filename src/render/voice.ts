import type { Locale } from '../locales/index.ts'
import type { Formatter, Message } from '../locales/message.ts'
import { sentence } from './format.ts'
import { cut } from './inert.ts'
import { type Links, markdownFormatter, md } from './markdown.ts'
import { plainFormatter } from './plain.ts'

/** How one surface says things. */
export interface Voice {
  readonly locale: Locale
  readonly f: Formatter
  /** A sentence, never longer than 3,000 units: a longer one is said without layout and cut. */
  readonly say: (message: Message) => string
}

const maxSentence = 3_000

export function markdownVoice(locale: Locale, links?: Links): Voice {
  const f = markdownFormatter(locale, links)
  const plain = plainFormatter(locale)
  return {
    locale,
    f,
    say: told => {
      const text = oneLine(sentence(told, locale, f))
      return text.length <= maxSentence ? text : md(sentence(told, locale, plain), 400)
    },
  }
}

export function plainVoice(locale: Locale): Voice {
  const f = plainFormatter(locale)
  return { locale, f, say: told => cut(oneLine(sentence(told, locale, f)), maxSentence) }
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim()

const colon: Readonly<Record<Locale, string>> = { en: ': ', 'zh-CN': '：' }

/** `label: text` in the locale's punctuation. */
export const labelled = (label: string, text: string, locale: Locale): string => `${label}${colon[locale]}${text}`

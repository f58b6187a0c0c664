import { en } from './en/index.ts'
import type { Formatter, Message, Messages, Translation } from './message.ts'
import { zhCN } from './zh-CN/index.ts'

/** Every locale. Adding one is one folder and one line here. */
export const locales = { en, 'zh-CN': zhCN } as const satisfies Record<string, Translation<Messages>>

export type Locale = keyof typeof locales
export const localeTags = Object.keys(locales) as readonly Locale[]

/** The sentence for a message in one language on one surface. */
export function say(message: Message, locale: Locale, f: Formatter): string {
  const entry = locales[locale][message.code] as (params: unknown, f: Formatter) => string
  return entry(message.params, f)
}

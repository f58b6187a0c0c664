import type { Locale } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'
import { markdownVoice } from '../render/voice.ts'

/** What is said of a waiting deployment: a line for the whole, and one for each pull request that lacks something. */
export interface Said {
  readonly whole: readonly Message[]
  readonly pulls: readonly { readonly number: number; readonly lacks: readonly Message[] }[]
  /** Stands at the end, whatever else has to go. */
  readonly next?: Message
}

/** Characters of one report. Source: GitHub's "Creating custom deployment protection rules". */
export const maxReport = 1024

/** As Markdown, in at most `maxReport` characters: pull requests that find no room are counted. */
export function renderSaid({ whole, pulls, next }: Said, locale: Locale): string {
  const voice = markdownVoice(locale)
  const head = whole.map(voice.say).join('\n\n')
  const tail = next === undefined ? '' : `\n\n${voice.say(next)}`
  const lines = pulls.map(({ number, lacks }) => `- #${number}: ${lacks.map(voice.say).join(' ')}`)
  for (let shown = lines.length; shown >= 0; shown -= 1) {
    const more = lines.length - shown
    const list = [
      ...lines.slice(0, shown),
      ...(more > 0 ? [`- ${voice.say(message('deploy.more', { count: more }))}`] : []),
    ]
    const text = `${head}${list.length === 0 ? '' : `\n\n${list.join('\n')}`}${tail}`
    if (text.length <= maxReport) return text
  }
  return cutAtWord(`${head}${tail}`)
}

/** Between words, and never inside an entity or a code span that would swallow what follows. */
function cutAtWord(text: string): string {
  const cut = text.slice(0, maxReport - 2)
  const whole = cut.slice(0, cut.lastIndexOf(' '))
  const open = (whole.match(/`/g) ?? []).length % 2 === 1
  return `${open ? whole.slice(0, whole.lastIndexOf('`')) : whole} …`
}

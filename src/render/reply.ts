import type { Locale } from '../locales/index.ts'
import type { Message } from '../locales/message.ts'
import { markdownVoice } from './voice.ts'

/** What a person is told in answer to a command or a tick: one line for each message. */
export function renderReply(messages: readonly Message[], locale: Locale): string {
  const voice = markdownVoice(locale)
  return messages
    .slice(0, 20)
    .map(told => voice.say(told))
    .join('\n\n')
}

import { message } from '../locales/message.ts'
import type { PolicyChangeReport, ReplayReport, Report } from '../report.ts'
import type { Section } from './budget.ts'
import type { Voice } from './voice.ts'

/** What merging does to the policy, weaker first, and which recent verdicts it would have changed. */
export function policyChangeSections(
  { policyChange }: Report,
  voice: Voice,
  more: Section['more'],
): readonly Section[] {
  if (policyChange === null) return []
  const title = voice.say(message('policyChange.title', { path: policyChange.path }))
  return [
    {
      keep: 70,
      head: [`### ${title}`, ''],
      rows: policyChangeLines(policyChange, voice).map(line => `- ${line}`),
      foot: [],
      more: count => `- ${more(count)}`,
    },
  ]
}

/** One line a change, then the replay. */
export function policyChangeLines({ changes, replay }: PolicyChangeReport, voice: Voice): readonly string[] {
  const said = changes.map(
    ({ direction, message: told }) => `${voice.say(message(`policyChange.${direction}`, {}))} ${voice.say(told)}`,
  )
  return [...said, ...(replay === null ? [] : replayLines(replay, voice))]
}

/** "Of 20 merged pull requests …", then one line for each whose verdict changes. */
export function replayLines({ judged, skipped, changed }: ReplayReport, voice: Voice): readonly string[] {
  return [
    voice.say(message('replay.sum', { judged, skipped, changed: changed.length })),
    ...changed.map(({ number, title, before, after, gates }) =>
      voice.say(message('replay.changed', { number, title, before, after, gates })),
    ),
  ]
}

import { message } from '../locales/message.ts'
import type { ImpactReport, Report } from '../report.ts'
import type { Section } from './budget.ts'
import { labelled, type Voice } from './voice.ts'

const mostReasons = 3

/** What changes for whoever deploys: one line a statement, with its place. Nothing, where nobody looked or nothing changes. */
export function impactSections({ impact }: Report, voice: Voice, more: Section['more']): readonly Section[] {
  if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low')) return []
  return [
    {
      keep: 85,
      head: [`### ${voice.say(message('impact.title', { risk: impact.risk }))}`, '', ...because(impact, voice)],
      rows: impact.impacts.map(({ file, line, ...statement }) => {
        const text = voice.say(message('impact.statement', statement))
        return `- ${text} (${voice.f.place(file, line)})`
      }),
      foot: [],
      more: count => `- ${more(count)}`,
    },
  ]
}

/** The same as plain lines: title, reasons, one statement a line behind its place. */
export function impactLines(impact: ImpactReport, voice: Voice): readonly string[] {
  const statements = impact.impacts.map(({ file, line, ...statement }) =>
    labelled(voice.f.place(file, line), voice.say(message('impact.statement', statement)), voice.locale),
  )
  const nothing = statements.length === 0 ? [voice.say(message('impact.none', {}))] : []
  const reasons = because(impact, voice).filter(line => line !== '')
  return [voice.say(message('impact.title', { risk: impact.risk })), ...reasons, ...nothing, ...statements]
}

function because({ reasons }: ImpactReport, voice: Voice): readonly string[] {
  if (reasons.length === 0) return []
  const said = voice.f.list(reasons.map(voice.say), mostReasons)
  return [labelled(voice.say(message('impact.because', {})), said, voice.locale), '']
}

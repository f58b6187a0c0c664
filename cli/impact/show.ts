import type { Locale } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { sentence } from '../../src/render/format.ts'
import { labelled } from '../../src/render/layout.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { ImpactReport } from '../../src/report.ts'

const longest = 1_000

/** The risk with its reasons, then one statement a line, each behind its place. */
export function showImpact({ risk, reasons, impacts }: ImpactReport, locale: Locale): string {
  const f = plainFormatter(locale, longest)
  const say = (told: Message): string => sentence(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ')
  const because =
    reasons.length === 0 ? [] : [labelled(say(message('impact.because', {})), f.list(reasons.map(say), 10), locale)]
  const statements = impacts.map(({ file, line, ...statement }) =>
    labelled(f.place(file, line), say(message('impact.statement', statement)), locale),
  )
  const nothing = impacts.length === 0 ? [say(message('impact.none', {}))] : []
  return `${[say(message('impact.title', { risk })), ...because, ...nothing, ...statements].join('\n')}\n`
}

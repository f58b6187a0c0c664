import { message } from '../src/locales/message.ts'
import { type Surroundings, starterPolicy } from '../src/policy/starter.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import type { Log } from './log.ts'

/** The starter in the log, and as a section for the job summary. */
export function starterSection(surroundings: Surroundings, log: Log): string {
  const policy = starterPolicy(surroundings, log.locale)
  const title = message('action.starter', {})
  log.group(title, policy)
  const fence = '`'.repeat(Math.max(3, ...[...policy.matchAll(/`+/g)].map(run => run[0].length + 1)))
  return `\n\n${sentence(title, log.locale, plainFormatter(log.locale))}\n\n${fence}yaml\n${policy}${fence}\n`
}

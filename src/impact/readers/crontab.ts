/** A line of a crontab: when, and what. */
export interface CronEntry {
  readonly schedule: string
  readonly command: string
}

const named = /^@(?:reboot|hourly|daily|midnight|weekly|monthly|yearly|annually)$/
const clock = /^[\d*/,-]+$/
const calendar = /^(?:[\d*/,LW#?-]+|[A-Za-z]{3}(?:[-,][A-Za-z]{3})*)$/

/** `null`: no entry of a crontab. */
export function cronSchedule(line: string): CronEntry | null {
  if (line.length > 2000) return null
  const words = line.trim().split(/\s+/)
  const [first = '', every = ''] = words
  if (named.test(first) && words.length > 1) return { schedule: first, command: words.slice(1).join(' ') }
  if (first === '@every' && words.length > 2) return { schedule: `@every ${every}`, command: words.slice(2).join(' ') }
  const fields = words.slice(0, 5)
  const isSchedule = fields.every((field, index) => (index < 2 ? clock : calendar).test(field))
  if (words.length < 6 || !isSchedule) return null
  return { schedule: fields.join(' '), command: words.slice(5).join(' ') }
}

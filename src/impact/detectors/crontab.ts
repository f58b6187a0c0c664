import type { Detector } from '../model.ts'
import { baseName, isShipped } from '../paths.ts'
import { cronSchedule } from '../readers/crontab.ts'
import { compare, type Stated } from '../stated.ts'

const isCrontab = (path: string): boolean =>
  /(?:^|[._-])crontabs?(?:[._-]|$)|\.cron(?:\.\w+)?$|^cron\.txt$/i.test(baseName(path)) ||
  /(?:^|\/)(?:cron\.d|crontabs)\/[^/]+$/.test(path)

/** Files of cron: each command with its schedule; lines behind `#` do not run. */
export const crontab: Detector = {
  concerns: path => isCrontab(path) && isShipped(path) && !/\.(?:[cm]?[jt]sx?|py|go|rb|php|java|md|rs|cs)$/.test(path),
  detect: change => compare(change, statedBy(change.before), statedBy(change.after)),
}

const statedBy = (text: string | null): readonly Stated[] =>
  (text ?? '').split(/\r?\n/).flatMap((line, index) => {
    const entry = cronSchedule(line)
    return entry === null ? [] : [{ kind: 'cron', key: entry.command, value: entry.schedule, line: index + 1 }]
  })

import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { cronSchedule } from '../readers/crontab.ts'
import { compare, type Stated } from '../stated.ts'
import { entriesOf, itemsOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

/** Schedules of job runners: `clean_up: {cron: "0 * * * *", class: …}` in `config/schedule.yml` and its like. */
export const scheduleFile: Detector = {
  concerns: path =>
    /(?:^|\/)(?:[\w-]*(?:schedule|sidekiq|cron|recurring|jobs)[\w-]*)\.ya?ml$/i.test(path) &&
    isShipped(path) &&
    !/templates\//.test(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    return sides === undefined ? [] : compare(change, statedBy(sides.before, ''), statedBy(sides.after, ''))
  },
}

function statedBy(node: YamlNode | null, name: string): readonly Stated[] {
  if (node?.kind === 'list') return itemsOf(node).flatMap(item => statedBy(item, name))
  return entriesOf(node).flatMap(([key, { node: value, line }]) => {
    const text = textOf(value)
    if (text === undefined) return statedBy(value, key.replace(/^:/, ''))
    return isSchedule(key, text) && name !== '' ? [{ kind: 'cron', key: name, value: text, line }] : []
  })
}

/** Five fields, or in words: `every 5 minutes`, `at 5am every day`, `every: 30m`. */
const isSchedule = (key: string, text: string): boolean =>
  /^:?(?:cron|schedule|every)$/.test(key) &&
  (cronSchedule(`${text} job`) !== null ||
    /\bevery \w/.test(text) ||
    (key.endsWith('every') && /^\d+ ?[a-z]+$/.test(text)))

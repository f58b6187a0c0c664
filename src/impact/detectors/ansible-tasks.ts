import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { at, entriesOf, itemsOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

/** What tasks install on hosts: jobs of cron, and modes of files that are there already. */
export const ansibleTasks: Detector = {
  concerns: path => /(?:^|\/)(?:tasks|handlers|playbooks)\/.+\.ya?ml$/.test(path) && isShipped(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    if (sides === undefined) return []
    return compare(change, tasks(sides.before), tasks(sides.after)).filter(
      impact => impact.kind !== 'file-permission' || impact.direction === 'changed',
    )
  },
}

const tasks = (node: YamlNode | null): readonly Stated[] =>
  itemsOf(node).flatMap(task => [
    ...['block', 'rescue', 'always', 'tasks', 'pre_tasks', 'post_tasks'].flatMap(key => tasks(at(task, key) ?? null)),
    ...entriesOf(task).flatMap(([module, { node: options, line }]) =>
      statedBy(module.split('.').at(-1) ?? '', options, line),
    ),
  ])

const times = ['special_time', 'minute', 'hour', 'day', 'month', 'weekday']

function statedBy(module: string, options: YamlNode, line: number): readonly Stated[] {
  const text = (key: string) => textOf(at(options, key))
  if (module === 'cron') {
    const schedule = times.map(time => text(time)).filter(time => time !== undefined)
    const name = text('name') ?? text('job')
    return name === undefined || schedule.length === 0
      ? []
      : [{ kind: 'cron', key: name, value: schedule.join(' '), line }]
  }
  const isFile = ['file', 'copy', 'template', 'get_url', 'unarchive'].includes(module)
  const [path, mode] = [text('dest') ?? text('path'), text('mode')]
  if (!isFile || path === undefined || mode === undefined || mode.includes('{{') || path === '{{ item }}') return []
  return [{ kind: 'file-permission', key: path, value: mode.replace(/^0(?:o)?(?=\d{3}$)/, ''), shown: mode, line }]
}

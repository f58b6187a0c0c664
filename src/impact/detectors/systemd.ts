import type { Detector } from '../model.ts'
import { baseName, isShipped } from '../paths.ts'
import { readIni } from '../readers/ini.ts'
import { compare, type Stated } from '../stated.ts'

const unit = /\.(?:service|socket|timer|path|mount|target|slice)(?:\.(?:j2|in|tmpl|erb|tpl|template|example))?$/
const dropIn = /\.(?:service|socket|timer)\.d\/[^/]+\.conf$/

/** Units of systemd: directives by section and name, variables, schedules. A unit on one side only is one statement. */
export const systemd: Detector = {
  concerns: path => (unit.test(path) || dropIn.test(path)) && isShipped(path),
  detect: change => {
    if (![change.before, change.after].some(text => /^\s*\[(?:Unit|Service|Socket|Timer|Install)\]/m.test(text ?? '')))
      return []
    const whole: Stated = { kind: 'config-key', key: baseName(change.file.path), value: '', shown: null, line: 1 }
    if (change.before === null) return compare(change, [], [whole])
    if (change.after === null) return compare(change, [whole], [])
    return compare(change, statedBy(change.before, whole.key), statedBy(change.after, whole.key))
  },
}

function statedBy(text: string, name: string): readonly Stated[] {
  const entries = readIni(text.replace(/^\s*\{%.*%\}\s*$/gm, ''), /\s*=\s*/)
  return entries.flatMap(({ section, key, value, line }): readonly Stated[] => {
    if (key === 'Description' || key === 'Documentation') return []
    if (key === 'OnCalendar') return [{ kind: 'cron', key: name, value, line }]
    if (key === 'Environment') return variables(value, line)
    return [{ kind: 'config-key', key: `${section}.${key}`, value, line }]
  })
}

const variables = (value: string, line: number): readonly Stated[] =>
  [...value.matchAll(/"?([A-Za-z_]\w*)=([^"\s]*|[^"]*(?="))/g)].map(([, key = '', text = '']) => ({
    kind: 'env-var',
    key,
    value: text,
    line,
  }))

import type { ChangedContent, Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { canonical, entriesOf, readBoth, type YamlNode } from '../yaml.ts'

/** Defaults of roles: what a playbook may set. `vars/` are the role's own affair. */
export const ansibleDefaults: Detector = {
  concerns: path => /(?:^|\/)defaults\/(?:main\/)?[^/]+\.ya?ml$/.test(path) && isShipped(path),
  detect: (change, all) => {
    const sides = readBoth(change.before, change.after)
    if (sides === undefined) return []
    const [before, after] = [statedBy(sides.before), statedBy(sides.after)]
    const role = rolePath(change.file.path)
    if (!isWholeRole(change, role, all)) return compare(change, before, after)
    const asRole = (stated: readonly Stated[]) =>
      stated.slice(0, 1).map(one => ({ ...one, key: role.split('/').at(-1) ?? role, value: '', shown: null }))
    return compare(change, asRole(before), asRole(after))
  },
}

const rolePath = (path: string): string => path.replace(/(?:^|\/)defaults\/.*$/, '')

/** The role came, or went, as a whole: one statement, not one for each variable. */
function isWholeRole({ before, after }: ChangedContent, role: string, all: readonly ChangedContent[]): boolean {
  if (role === '' || (before !== null && after !== null)) return false
  const main = all.find(
    one => /^tasks\/main\.ya?ml$/.test(one.file.path.slice(role.length + 1)) && one.file.path.startsWith(`${role}/`),
  )
  return main !== undefined && (before === null ? main.before : main.after) === null
}

const statedBy = (node: YamlNode | null): readonly Stated[] =>
  entriesOf(node)
    .filter(([key]) => /^[A-Za-z]\w*$/.test(key))
    .map(([key, { node: value, line }]) => ({
      kind: 'ansible-var',
      key,
      value: withOldFacts(canonical(value)),
      shown: value.kind === 'scalar' ? (value.isNull ? '' : value.text) : null,
      line,
    }))

/** Facts have two spellings, `ansible_os_family` and `ansible_facts.os_family`. */
const withOldFacts = (text: string): string =>
  text.replace(
    /ansible_facts(?:\.(\w+)|\[(?:\\?["'])(\w+)(?:\\?["'])\])/g,
    (_, dotted, quoted) => `ansible_${dotted ?? quoted}`,
  )

import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { at, entriesOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

/** Which Ansible a role or collection needs, and options of a role that became required or got another type. */
export const ansibleMeta: Detector = {
  concerns: path => /(?:^|\/)meta\/(?:main|runtime|argument_specs)\.ya?ml$/.test(path) && isShipped(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    if (sides === undefined) return []
    return compare(change, statedBy(sides.before), statedBy(sides.after)).filter(
      impact => impact.kind !== 'ansible-var' || impact.direction === 'changed',
    )
  },
}

function statedBy(node: YamlNode | null): readonly Stated[] {
  const minimum = at(node, 'galaxy_info', 'min_ansible_version') ?? at(node, 'requires_ansible')
  const version = textOf(minimum)
  const tool: readonly Stated[] =
    minimum === undefined || version === undefined
      ? []
      : [
          {
            kind: 'runtime-version',
            key: 'ansible',
            value: version.replace(/(?<=\.\d+)\.0$/, ''),
            shown: version,
            line: minimum.line,
          },
        ]
  return [...tool, ...entriesOf(at(node, 'argument_specs')).flatMap(([, entry]) => optionsOf(entry.node))]
}

const optionsOf = (specification: YamlNode): readonly Stated[] =>
  entriesOf(at(specification, 'options')).map(([key, { node, line }]) => {
    const facts = ['type', 'default', 'required'].map(name => textOf(at(node, name)) ?? '')
    return { kind: 'ansible-var', key, value: JSON.stringify(facts), shown: facts[1] ?? null, line }
  })

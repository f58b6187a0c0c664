import { type GateId, gateIds } from '../../src/gates/index.ts'
import { type PolicyKey, policyKeys } from '../../src/policy/json-schema.ts'
import { common } from '../../src/policy/schema.ts'
import { english } from './en.ts'
import { type TypeWords, typeOf } from './types.ts'
import { chinese, meanings } from './zh-CN.ts'

export type Language = 'en' | 'zh-CN'

/** What a page shows for one key; its name is relative to what the page is about. */
interface Row {
  readonly name: string
  readonly key: PolicyKey
}

/** Keys of one gate without what every gate takes; what only groups others and says nothing itself is left out. */
export const gateKeys = (gate: GateId): readonly Row[] => under(gate).filter(({ name }) => !isCommon(name))

/** What every gate takes, named relative to the gate. */
export const commonKeys = (): readonly Row[] => under('size').filter(({ name }) => isCommon(name))

const isCommon = (name: string): boolean => Object.hasOwn(common, name.split(/[.[]/, 1)[0] ?? '')

const under = (gate: GateId): readonly Row[] =>
  policyKeys().flatMap(key => {
    const prefix = `gates.${gate}.`
    return key.key.startsWith(prefix) && says(key) ? [{ name: key.key.slice(prefix.length), key }] : []
  })

const says = ({ node }: PolicyKey): boolean => node.description !== undefined

/** The table of a gate's page. */
export const gateTable = (gate: GateId, language: Language): string => table(gateKeys(gate), gate, language)

/** The table of docs/gates.md. */
export const commonTable = (language: Language): string => table(commonKeys(), 'common', language)

/** The table of docs/policy.md: keys outside of gates, and one line for each gate. */
export function policyTable(): string {
  const rows = policyKeys().flatMap(key => {
    const gate = gateIds.find(id => key.key === `gates.${id}`)
    if (gate !== undefined) return [`| \`${key.key}\` | mapping |  | [${key.node.description}](gates/${gate}.md) |`]
    if (key.key.startsWith('gates.') || !says(key)) return []
    return [row({ name: key.key, key }, english, 'required', key.node.description ?? '')]
  })
  return lines(['key', 'value', 'default', 'meaning'], rows)
}

function table(rows: readonly Row[], area: GateId | 'common', language: Language): string {
  if (language === 'en') {
    const head = ['key', 'value', 'default', 'meaning']
    return lines(
      head,
      rows.map(each => row(each, english, 'required', each.key.node.description ?? '')),
    )
  }
  const told = rows.map(each => row(each, chinese, '必填', meanings[area][each.name] ?? ''))
  return lines(['键', '值', '默认值', '含义'], told)
}

function row({ name, key }: Row, words: TypeWords, required: string, meaning: string): string {
  const { default: given } = key.node
  const fallback = key.required ? required : given === undefined ? '' : `\`${JSON.stringify(given)}\``
  return `| \`${name}\` | ${typeOf(key.node, words)} | ${fallback} | ${meaning.replaceAll('|', '\\|')} |`
}

const lines = (head: readonly string[], rows: readonly string[]): string =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n')

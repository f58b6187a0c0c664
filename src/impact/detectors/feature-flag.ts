import { languageOf } from '../code/languages.ts'
import { type Code, codeSides } from '../code/scan.ts'
import type { ChangedContent, Detector } from '../model.ts'
import { baseName, isProductCode, isProductPath } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { at, entriesOf, readBoth, textOf, type YamlNode } from '../yaml.ts'

/** Where a product keeps the list of its flags, by the name of the file. */
const registryName =
  /(?:^|[._-])(?:feature[_-]?(?:flags?|toggles?|switch(?:es)?|gates?)|flags?|toggles|flag-?keys?|experimental|kube_features)(?=[._-]|$)|Feature(?:Flags?|Toggles?|Gates?|Switch(?:es)?)(?=\.)/i
/** One file for one flag, as GitLab does. */
const flagFolder = /(?:^|\/)feature_flags\/(?:[\w-]+\/)*([\w-]+)\.ya?ml$/

const isRegistry = (path: string): boolean => registryName.test(baseName(path).replace(/\.\w+$/, '.'))

/** Named flags in the lists that products keep of them, with their defaults; uses of a flag are none. */
export const featureFlag: Detector = {
  concerns: path =>
    flagFolder.test(path) ||
    (isRegistry(path) &&
      (/\.(?:ya?ml|json)$/.test(path) ? isProductPath(path) : languageOf(path) !== null && isProductCode(path))),
  detect: change => {
    const { path } = change.file
    const single = flagFolder.exec(path)?.[1]
    if (/\.(?:ya?ml|json)$/.test(path)) return fromTree(change, single ?? null)
    const language = languageOf(path)
    const sides = language === null ? null : codeSides(change, language)
    return sides === null ? [] : compare(change, fromCode(sides.before), fromCode(sides.after))
  },
}

function fromTree(change: ChangedContent, single: string | null) {
  const sides = readBoth(change.before, change.after)
  if (sides === undefined) return []
  const stated = (node: YamlNode | null) => (single === null ? flagsOf(node, []) : singleFlag(node, single))
  return compare(change, stated(sides.before), stated(sides.after))
}

const defaultKeys = ['default_enabled', 'defaultEnabled', 'default', 'enabled', 'defaultValue', 'value']

const defaultOf = (node: YamlNode): YamlNode | undefined =>
  defaultKeys.map(key => at(node, key)).find(value => value !== undefined)

function singleFlag(node: YamlNode | null, name: string): readonly Stated[] {
  if (node === null) return []
  const value = defaultOf(node)
  return [flag(textOf(at(node, 'name')) ?? name, textOf(value) ?? null, value?.line ?? node.line)]
}

/** Leaves that are on or off, and maps that say what holds by default. */
function flagsOf(node: YamlNode | null, path: readonly string[]): readonly Stated[] {
  if (path.length > 8) return []
  return entriesOf(node).flatMap(([key, { node: value, line }]) => {
    const text = textOf(value)
    const name = [...path, key].join('.')
    if (text === 'true' || text === 'false') return [flag(name, text, line)]
    const held = textOf(defaultOf(value))
    return held === undefined ? flagsOf(value, [...path, key]) : [flag(name, held, line)]
  })
}

const flag = (key: string, value: string | null, line: number): Stated => ({
  kind: 'feature-flag',
  key,
  value: value ?? '',
  shown: value,
  line,
})

/** `name: true`, `NAME = False`, `name: fromEnvironment(…)`, `Name: {Default: false`, `NAME = "name"`. */
const entry =
  /^[ \t]*(?:(?:export|public|private|static|readonly|final|const|let|var|val|pub)\s+)*["']?([A-Za-z][\w-]*)["']?(?:\s*:\s*\w+)?\s*[:=]\s*(?:(true|false|True|False)\b|(?:\w+\.)*\w*(?:[eE]nv|ENV|[bB]ool(?:ean)?|[fF]lag|[tT]oggle)\w*\s*\(|\{\s*(?:\w+:\s*version\S+,\s*)?["']?[dD]efault\w*["']?\s*:\s*(true|false)|["']([a-z][\w.-]*)["']\s*[,;]?[ \t]*$)/gm

/** Names that say something of every flag. */
const attributes =
  /^(?:default|defaultValue|enabled|value|description|type|name|key|stage|owner|title|label|id|kind|env|version|preRelease|lockToDefault|required|deprecated|hidden|frontend|FrontendOnly|RequiresRestart|path|method|import|package|class|module|readonly)$/i

function fromCode(code: Code | null): readonly Stated[] {
  if (code === null) return []
  const found = [...code.text.matchAll(entry)].filter(
    match => code.isCode(match.index) && !attributes.test(match[1] ?? ''),
  )
  const isNamed = /flag|toggle|feature/i.test(code.text)
  return isNamed ? found.map(match => fromEntry(match, code)) : []
}

function fromEntry(match: RegExpExecArray, code: Code): Stated {
  const [whole, name = '', value, nested, text] = match
  const told = value ?? nested ?? calledDefault(code.text, match.index + whole.length, whole)
  const line = code.lineAt(match.index + whole.search(/\S/))
  return flag(text ?? name, told?.toLowerCase() ?? null, line)
}

/** The last argument of a call that reads the flag from somewhere. */
function calledDefault(text: string, end: number, whole: string): string | undefined {
  if (!whole.endsWith('(')) return undefined
  return /^[^()]{0,300}?,?\s*(true|false)\s*,?\s*\)/i.exec(text.slice(end, end + 320))?.[1]
}

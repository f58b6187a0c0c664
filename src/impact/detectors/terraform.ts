import type { ChangedContent, Detector } from '../model.ts'
import { folderOf, isShipped } from '../paths.ts'
import { type HclBlock, readHcl, unquote } from '../readers/hcl.ts'
import { compare, type Stated } from '../stated.ts'

const maxLength = 2_000_000

/** What a module takes, gives and needs: variables by type and default, outputs by name, minimums of tool and providers. */
export const terraform: Detector = {
  concerns: path => /\.(?:tf|tofu)$/.test(path) && isShipped(path),
  detect: (change, all) => {
    if ((change.before ?? '').length + (change.after ?? '').length > maxLength) return []
    const [before, after] = [statedBy(change.before), statedBy(change.after)]
    if (!isWholeModule(change, all)) return compare(change, before, after)
    return compare(change, asModule(change, before), asModule(change, after))
  },
}

/** Nothing of its folder was there before, or nothing is left: one statement, not one for each variable. */
function isWholeModule({ file, before, after }: ChangedContent, all: readonly ChangedContent[]): boolean {
  if (before !== null && after !== null) return false
  const folder = folderOf(file.path)
  return (
    folder !== '' &&
    all
      .filter(one => folderOf(one.file.path) === folder && /\.(?:tf|tofu)$/.test(one.file.path))
      .every(one => (before === null ? one.before : one.after) === null)
  )
}

function asModule({ file }: ChangedContent, stated: readonly Stated[]): readonly Stated[] {
  const first = stated.find(one => one.kind === 'terraform-var')
  return first === undefined ? [] : [{ ...first, key: folderOf(file.path), value: '', shown: null }]
}

const statedBy = (text: string | null): readonly Stated[] =>
  text === null ? [] : readHcl(text).flatMap(block => readers[block.type]?.(block) ?? [])

const readers: Readonly<Record<string, (block: HclBlock) => readonly Stated[]>> = {
  variable: block => {
    const name = block.labels[0]
    const text = (key: string) => block.attributes.get(key)?.text
    const fallback = text('default')
    const value = JSON.stringify([
      text('type') ?? 'any',
      fallback ?? null,
      text('nullable') ?? 'true',
      text('sensitive') ?? 'false',
    ])
    const shown = text('sensitive') === 'true' || fallback === undefined ? null : unquote(fallback)
    return name === undefined ? [] : [{ kind: 'terraform-var', key: name, value, shown, line: block.line }]
  },
  output: ({ labels: [name], line }) =>
    name === undefined ? [] : [{ kind: 'terraform-var', key: name, value: 'output', shown: null, line }],
  terraform: block => {
    const required = block.attributes.get('required_version')
    const tool = required === undefined ? [] : [minimum('terraform', unquote(required.text), required.line)]
    return [...tool, ...block.blocks.filter(one => one.type === 'required_providers').flatMap(providers)]
  },
}

const providers = (block: HclBlock): readonly Stated[] =>
  [...block.attributes].flatMap(([name, { text, line }]) => {
    const version = text.startsWith('"') ? unquote(text) : /\bversion\b"? [=:] "([^"]*)"/.exec(text)?.[1]
    return version === undefined ? [] : [minimum(name, version, line)]
  })

const minimum = (key: string, range: string, line: number): Stated => ({
  kind: 'runtime-version',
  key,
  value: range.replace(/\s+/g, '').replace(/(?<=\d\.\d+)\.0\b/g, ''),
  shown: range,
  line,
})

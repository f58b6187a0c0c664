import { lineFinder } from '../code/scan.ts'

/** An element of a small XML file of settings. */
export interface XmlElement {
  /** Names from the root on, joined by `/`, without prefixes. */
  readonly path: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its own text, trimmed. */
  readonly text: string
  readonly line: number
  /** Names and texts of the elements in it that have none themselves. */
  readonly children: Readonly<Record<string, string>>
}

const mark =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>/g

const limits = { characters: 500_000, depth: 100 } as const

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly index: number
  readonly children: Record<string, string>
  text: string
}

/** Elements in the order in which they close. What is no XML ends early rather than fails. */
export function readXmlOutline(source: string): readonly XmlElement[] {
  if (source.length > limits.characters) return []
  const lineAt = lineFinder(source)
  const found: XmlElement[] = []
  const open: Open[] = []
  let done = 0
  const close = () => {
    const one = open.pop()
    if (one === undefined) return
    const text = one.text.trim()
    const parent = open.at(-1)
    if (parent && Object.keys(one.children).length === 0) parent.children[one.name] = text
    const path = [...open.map(({ name }) => name), one.name].join('/')
    found.push({
      path,
      name: one.name,
      attributes: one.attributes,
      text,
      line: lineAt(one.index),
      children: one.children,
    })
  }
  for (const match of source.matchAll(mark)) {
    const [whole, data, closed, opened, attributes = '', isEmpty] = match
    const top = open.at(-1)
    if (top) top.text += source.slice(done, match.index) + (data ?? '')
    done = match.index + whole.length
    if (closed !== undefined && plain(closed) === top?.name) close()
    if (opened === undefined) continue
    if (open.length >= limits.depth) return found
    open.push({
      name: plain(opened),
      attributes: readAttributes(attributes),
      index: match.index,
      children: Object.create(null),
      text: '',
    })
    if (isEmpty !== undefined) close()
  }
  return found
}

const plain = (name: string): string => name.replace(/^.*:/, '')

const readAttributes = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(one => [
      plain(one[1] ?? ''),
      one[2] ?? one[3] ?? '',
    ]),
  )

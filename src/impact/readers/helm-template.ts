/** Text of a chart's template, cut into the objects that it renders. It is no YAML yet: lines, and what decides on them. */
export interface Template {
  readonly objects: readonly TemplateObject[]
  /** All lines, those of helpers too. */
  readonly lines: readonly TemplateLine[]
  /** Every `.Values.a.b` in it, with the line of the first. */
  readonly reads: ReadonlyMap<string, number>
  /** Names of the helpers that it defines. */
  readonly helpers: readonly string[]
}

export interface TemplateObject {
  readonly kind: string
  /** `Deployment/web`; where a helper makes the name, `Deployment`. */
  readonly key: string
  readonly line: number
  readonly lines: readonly TemplateLine[]
}

export interface TemplateLine {
  /** Without indentation and trimming marks. */
  readonly text: string
  readonly line: number
  /** Paths of values in the line. */
  readonly reads: readonly string[]
  /** Names of the helpers in it. */
  readonly includes: readonly string[]
  /** `if`, `with` and `range` around it. */
  readonly guards: readonly string[]
}

const valuePath = /\.Values((?:\.[A-Za-z_]\w*)+)/g

export const readsOf = (text: string): readonly string[] =>
  text.includes('.Values') ? [...text.matchAll(valuePath)].map(([, path = '']) => path.slice(1)) : []

const includesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:include|template)\s+"([^"\n]+)"/g)].map(([, name = '']) => name)

const maxLineLength = 10_000

export function readTemplate(text: string): Template {
  const reads = new Map<string, number>()
  const objects: TemplateObject[] = []
  const guards: string[] = []
  const all: TemplateLine[] = []
  let lines: TemplateLine[] = []
  const close = () => {
    const object = objectOf(lines)
    if (object) objects.push(object)
    for (const line of lines) all.push(line)
    lines = []
  }
  for (const [index, raw] of withoutComments(text).split('\n').entries()) {
    if (raw.length > maxLineLength) continue
    if (/^---/.test(raw)) close()
    for (const read of readsOf(raw)) if (!reads.has(read)) reads.set(read, index + 1)
    const content = plainText(raw)
    follow(raw, guards)
    if (content !== '')
      lines.push({
        text: content,
        line: index + 1,
        reads: readsOf(content),
        includes: includesOf(raw),
        guards: [...guards],
      })
  }
  close()
  const helpers = [...text.matchAll(/\{\{-?\s*define\s+"([^"\n]+)"/g)].map(([, name = '']) => name)
  return { objects, lines: all, reads, helpers }
}

/** Without comments of both languages, with as many line ends in their place. */
function withoutComments(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replace(/^[ \t]*#.*$/gm, '')
  let result = ''
  let from = 0
  for (const { index } of lines.matchAll(/\{\{-?\s?\/\*/g)) {
    if (index < from) continue
    const end = lines.indexOf('*/', index)
    const closed = end < 0 ? -1 : lines.indexOf('}}', end)
    if (closed < 0) break
    result += lines.slice(from, index) + lines.slice(index, closed).replace(/[^\n]/g, '')
    from = closed + 2
  }
  return result + lines.slice(from)
}

const control = /\{\{-?\s*(if|with|range|define|block|else|end)\b([^}]*?)-?\}\}/g

function follow(line: string, guards: string[]): void {
  for (const [, word, condition = ''] of line.matchAll(control)) {
    if (word === 'end') guards.pop()
    else if (word === 'else') guards.push(`not ${guards.pop() ?? ''} ${condition.trim()}`.trim())
    else guards.push(`${word} ${condition.trim()}`.slice(0, 200))
  }
}

/** What a line renders: no decisions, no assignments, no trimming marks. */
const plainText = (line: string): string =>
  line
    .replace(control, '')
    .replace(/\{\{-?\s*\$\w+\s*:?=[^}]*\}\}/g, '')
    .replace(/\{\{-?\s*/g, '{{ ')
    .replace(/\s*-?\}\}/g, ' }}')
    .replace(/ \| s?quote(?= )/g, '')
    .replace(/["']/g, '')
    .trim()
    .replace(/^---.*/, '')
    .replace(/\s+/g, ' ')

function objectOf(lines: readonly TemplateLine[]): TemplateObject | null {
  const at = lines.findIndex(({ text }) => /^kind: [A-Z]\w*$/.test(text))
  const kindLine = lines[at]
  if (kindLine === undefined || !lines.some(({ text }) => text.startsWith('apiVersion:'))) return null
  const kind = kindLine.text.slice('kind: '.length)
  const metadata = lines.findIndex(({ text }) => text === 'metadata:')
  const name = lines
    .slice(metadata < 0 ? lines.length : metadata)
    .find(({ text }) => text.startsWith('name:'))
    ?.text.slice('name:'.length)
    .trim()
  const key = name === undefined ? kind : keyOf(kind, name)
  const content = lines.filter(
    ({ text }) =>
      !/^(?:helm\.sh\/chart|app\.kubernetes\.io\/version|controller-gen\.kubebuilder\.io\/version|chart|heritage):/.test(
        text,
      ),
  )
  return { kind, key, line: kindLine.line, lines: content }
}

/** `Service` where a helper makes the whole name, `Service/*-metrics` where it makes a part of it. */
function keyOf(kind: string, name: string): string {
  const known = name.replace(/\{\{.*?\}\}/g, '*')
  return known === '*' || !/^[\w.*-]+$/.test(known) ? kind : `${kind}/${known}`
}

/** A box that changed between two versions of our comment. `itemId`: `guide`, or `guide@prod-a`. */
export interface BoxTransition {
  readonly itemId: string
  readonly checked: boolean
  /** Of the box as it was before. Left out: it had none. */
  readonly seal?: string
}

const taskLine =
  /^- \[([ xX])\] (?:.* )?<!-- dg:item ([a-z0-9_-]{1,80})(?:@([A-Za-z0-9.]{1,400}))?(?: ([0-9a-f]{12}))? -->[ \t\r]*$/
const environmentName = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/
const itemId = /^[a-z0-9](?:[a-z0-9-]{0,79})$/

/**
 * The invisible end of the task line of an item, or of one of its environments (`guide@prod-a`). GitHub ends an HTML
 * comment at `--`, so the second of two hyphens is written as `_`, which ids do not have; in the name of an environment
 * all but letters and digits stands as `.2d.`. Empty for what is no id. `seal`: what is asked here and now, 12
 * hexadecimal digits.
 */
export function itemMark(ref: string, seal?: string): string {
  const at = ref.indexOf('@')
  const id = at < 0 ? ref : ref.slice(0, at)
  const name = at < 0 ? null : ref.slice(at + 1)
  if (!itemId.test(id) || (name !== null && !environmentName.test(name))) return ''
  const environment = name === null ? '' : `@${encodeName(name)}`
  return ` <!-- dg:item ${id.replace(/(?<=-)-/g, '_')}${environment}${seal === undefined ? '' : ` ${seal}`} -->`
}

const encodeName = (name: string): string =>
  name.replace(/[^A-Za-z0-9]/g, character => `.${character.charCodeAt(0).toString(16)}.`)
const decodeName = (name: string): string =>
  name.replace(/\.([0-9a-f]{1,4})\./g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * The boxes of our items in a comment: item id to checked. Only task lines as we write them, outside code fences, HTML
 * comments and raw HTML; an id that stands twice is left out, because nobody can say which box was meant.
 */
export const parseChecklistBoxes = (body: string): ReadonlyMap<string, boolean> =>
  new Map([...boxesIn(body)].map(([id, { checked }]) => [id, checked]))

function boxesIn(body: string): ReadonlyMap<string, Task> {
  const boxes = new Map<string, Task>()
  const twice = new Set<string>()
  for (const { task } of readLines(body)) {
    if (task === null) continue
    if (boxes.has(task.id)) twice.add(task.id)
    boxes.set(task.id, task)
  }
  for (const id of twice) boxes.delete(id)
  return boxes
}

/**
 * The body with the boxes of our items emptied, LF line ends, and no space at the end of a line or of the body: two
 * bodies with the same normal form differ in nothing but ticks. Compared with, or digested from, what we rendered.
 */
export function normaliseBody(body: string): string {
  return readLines(body)
    .map(({ text, task }) => (task === null ? text : text.replace(/^- \[[xX]\]/, '- [ ]')).replace(/[ \t\r]+$/, ''))
    .join('\n')
    .trimEnd()
}

/** Boxes that stand in both versions and were ticked or emptied in between; other edits yield nothing. */
export function boxTransitions(before: string, after: string): readonly BoxTransition[] {
  const now = parseChecklistBoxes(after)
  return [...boxesIn(before)].flatMap(([id, was]) => {
    const checked = now.get(id)
    if (checked === undefined || checked === was.checked) return []
    return [{ itemId: id, checked, ...(was.seal === undefined ? {} : { seal: was.seal }) }]
  })
}

interface Task {
  readonly id: string
  readonly checked: boolean
  readonly seal?: string
}

interface Line {
  readonly text: string
  readonly task: Task | null
}

/** Lines with the tasks among them. A state machine and no Markdown tree: linear on any body, and strict. */
function readLines(body: string): readonly Line[] {
  let inside: Block | null = null
  return body.split('\n').map(text => {
    if (inside !== null) {
      if (inside.ends(text)) inside = null
      return { text, task: null }
    }
    inside = opening(text)
    return { text, task: inside === null ? taskOf(text) : null }
  })
}

function taskOf(text: string): Line['task'] {
  const match = taskLine.exec(text)
  if (match === null) return null
  const id = (match[2] ?? '').replaceAll('_', '-')
  return {
    id: match[3] === undefined ? id : `${id}@${decodeName(match[3])}`,
    checked: match[1] !== ' ',
    ...(match[4] === undefined ? {} : { seal: match[4] }),
  }
}

/** A stretch of lines that Markdown does not read as lists. */
interface Block {
  readonly ends: (line: string) => boolean
}

function opening(line: string): Block | null {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
  if (fence !== undefined) {
    const mark = fence.charAt(0)
    if (mark === '`' && line.trim().slice(fence.length).includes('`')) return null
    return { ends: text => new RegExp(`^ {0,3}${mark}{${fence.length},}[ \\t\\r]*$`).test(text) }
  }
  if (/^ {0,3}<!--/.test(line)) return line.includes('-->') ? null : { ends: text => text.includes('-->') }
  const raw = /^ {0,3}<(pre|script|style|textarea)\b/i.exec(line)?.[1]
  if (raw !== undefined) {
    const close = `</${raw.toLowerCase()}>`
    return line.toLowerCase().includes(close) ? null : { ends: text => text.toLowerCase().includes(close) }
  }
  return null
}

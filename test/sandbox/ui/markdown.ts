import { html, raw } from 'hono/html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export type Html = ReturnType<typeof html>

type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
type Parent = Extract<Node, { readonly children: unknown }>
type ListItem = Extract<Node, { readonly type: 'listItem' }>
type List = Extract<Node, { readonly type: 'list' }>
type Table = Extract<Node, { readonly type: 'table' }>

export interface TaskItem {
  /** Of the character between the brackets, in the source. */
  readonly offset: number
  readonly checked: boolean
  readonly text: string
}

interface Context {
  readonly source: string
  readonly definitions: ReadonlyMap<string, string>
  readonly checkbox: (item: TaskItem) => Html
}

/** GitHub Flavored Markdown as safe HTML: no images, no attributes from the source but the targets of links and the start of a list. */
export function renderMarkdown(source: string, checkbox: (item: TaskItem) => Html = plainCheckbox): Html {
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return html`<div class="markdown">${renderChildren(root.children, {
    source,
    definitions: new Map(definitionsIn(root.children)),
    checkbox,
  })}</div>`
}

/** Allowed raw tags open and close among siblings only, so that whatever is left open ends with its parent. */
function renderChildren(nodes: readonly Node[], context: Context): readonly Html[] {
  const open: string[] = []
  const parts = nodes.map(node => (node.type === 'html' ? rawHtml(node.value, open) : renderNode(node, context)))
  return [...parts, ...open.reverse().map(tag => raw(`</${tag}>`))]
}

function renderNode(node: Node, context: Context): Html {
  const inner = (parent: Parent) => renderChildren(parent.children, context)
  switch (node.type) {
    case 'text':
      return html`${node.value}`
    case 'paragraph':
      return html`<p>${inner(node)}</p>\n`
    case 'heading':
      return element(`h${node.depth}`, inner(node))
    case 'strong':
    case 'emphasis':
    case 'delete':
      return element({ strong: 'strong', emphasis: 'em', delete: 'del' }[node.type], inner(node))
    case 'inlineCode':
      return html`<code>${node.value}</code>`
    case 'code':
      return html`<pre><code>${node.value}</code></pre>\n`
    case 'blockquote':
      return html`<blockquote>${inner(node)}</blockquote>\n`
    case 'list':
      return list(node, context)
    case 'link':
      return link(node.url, inner(node))
    case 'linkReference':
      return link(context.definitions.get(node.identifier) ?? '', inner(node))
    case 'image':
      return link(node.url, [html`${node.alt || 'image'}`])
    case 'imageReference':
      return link(context.definitions.get(node.identifier) ?? '', [html`${node.alt || 'image'}`])
    case 'table':
      return table(node, context)
    case 'break':
      return html`<br>\n`
    case 'thematicBreak':
      return html`<hr>\n`
    case 'footnoteReference':
      return html`<sup>${node.identifier}</sup>`
    case 'footnoteDefinition':
      return html`<div class="footnote"><sup>${node.identifier}</sup> ${inner(node)}</div>\n`
    case 'definition':
    case 'yaml':
    case 'html':
      return html``
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return html`${inner(node)}`
    default:
      return node satisfies never
  }
}

function list({ ordered, start, children }: List, context: Context): Html {
  const items = children.map(item => listItem(item, context))
  if (!ordered) return element('ul', items)
  return html`<ol start="${start ?? 1}">${items}</ol>`
}

function listItem(item: ListItem, context: Context): Html {
  const task = taskItemOf(item, context.source)
  const box = task === undefined ? undefined : context.checkbox(task)
  const tight = item.children.length === 1 || !item.spread
  const children = item.children.flatMap(child =>
    tight && child.type === 'paragraph' ? renderChildren(child.children, context) : renderChildren([child], context),
  )
  if (box === undefined) return html`<li>${children}</li>\n`
  return html`<li class="task">${box}<div>${children}</div></li>\n`
}

function taskItemOf(item: ListItem, source: string): TaskItem | undefined {
  const start = item.position?.start.offset
  const end = item.position?.end.offset
  if (typeof item.checked !== 'boolean' || start === undefined) return undefined
  const [marker] = /^(?:[-*+]|\d+[.)])\s+(?:>\s*)*\[/.exec(source.slice(start, end)) ?? []
  if (marker === undefined) return undefined
  const offset = start + marker.length
  const [text = ''] = source
    .slice(offset + 2, end)
    .trim()
    .split('\n', 1)
  return { offset, checked: item.checked, text: text.replace(/<[^>]*>|[`*_]/g, '').trim() }
}

function table(node: Table, context: Context): Html {
  const [head, ...rows] = node.children.map((row, index) =>
    row.children.map((cell, column) => {
      const tag = index === 0 ? 'th' : 'td'
      const align = node.align?.[column]
      const start = align ? `<${tag} class="${align}">` : `<${tag}>`
      return html`${raw(start)}${renderChildren(cell.children, context)}${raw(`</${tag}>`)}`
    }),
  )
  return html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.map(
    cells => html`<tr>${cells}</tr>`,
  )}</tbody></table></div>\n`
}

/** Of a scheme that runs nothing, or the content alone. */
export function link(url: string, content: readonly Html[]): Html {
  return isSafeLink(url) ? html`<a href="${url}" rel="nofollow noopener">${content}</a>` : html`${content}`
}

function isSafeLink(url: string): boolean {
  const compact = [...url].filter(character => character > ' ').join('')
  return compact !== '' && (/^(https?:|mailto:)/i.test(compact) || !/^[^/?#]*:/.test(compact))
}

function element(tag: string, content: readonly Html[]): Html {
  return html`${raw(`<${tag}>`)}${content}${raw(`</${tag}>`)}`
}

const allowedTags = new Set(['details', 'summary', 'sub', 'sup', 'kbd', 'b', 'i', 'p'])

/** Allowed tags lose their attributes but `open`, comments go, anything else is shown as the text it is. */
function rawHtml(source: string, open: string[]): Html {
  const text = source.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const parts = text
    .split(/(<\/?[a-zA-Z][^<>]*>)/)
    .map((part, index) => (index % 2 === 0 ? html`${part}` : tag(part, open)))
  return html`${parts}`
}

function tag(source: string, open: string[]): Html {
  const [, slash, found = '', attributes = ''] = /^<(\/?)([a-zA-Z]+)(?=[\s/>])([^>]*)>$/.exec(source) ?? []
  const name = found.toLowerCase()
  if (name === 'br') return raw('<br>')
  if (!allowedTags.has(name)) return html`${source}`
  if (slash === '') {
    open.push(name)
    return raw(name === 'details' && /(^|\s)open(?=[\s=/]|$)/i.test(attributes) ? '<details open>' : `<${name}>`)
  }
  const index = open.lastIndexOf(name)
  return index < 0
    ? html``
    : raw(
        open
          .splice(index)
          .reverse()
          .map(tag => `</${tag}>`)
          .join(''),
      )
}

function* definitionsIn(nodes: readonly Node[]): Generator<readonly [string, string]> {
  for (const node of nodes) {
    if (node.type === 'definition') yield [node.identifier, node.url]
    if ('children' in node) yield* definitionsIn(node.children)
  }
}

function plainCheckbox({ checked }: TaskItem): Html {
  return html`<span class="box" role="img" aria-label="${checked ? 'done' : 'open'}">${checked ? '☑' : '☐'}</span>`
}

import type { ListItem, Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Longest text that is read; GitHub takes no longer description. In characters. */
const maxLength = 65_536

/** Most task items of one section. */
export const maxTasks = 200

export interface TaskItem {
  readonly checked: boolean
  /** Visible text, in one line. */
  readonly text: string
}

/** A heading and what stands below it, up to the next heading of the same or a higher rank. */
export interface Section {
  /** As written, without markup. */
  readonly heading: string
  /** For comparing: lower case, one width, letters and digits only. */
  readonly title: string
  readonly depth: number
  /** The heading holds characters that turn the direction of the text. */
  readonly bidi: boolean
  /** Visible text by block, without code blocks, quotes, comments, HTML and folded parts. */
  readonly blocks: readonly string[]
  /** Items of lists, nested ones too, in their order; without the boxes. */
  readonly items: readonly string[]
  readonly tasks: readonly TaskItem[]
  /** Code blocks: content, but nobody's task. */
  readonly code: readonly string[]
  /** Lines that look like task items and are none, e.g. `-[x] text`. */
  readonly almostTasks: readonly string[]
}

/** Parses GitHub's Markdown. Total: any text gives a tree. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text.slice(0, maxLength), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** The sections of a description; what stands before the first heading is no section. */
export function sectionsOf(text: string): readonly Section[] {
  const blocks = withoutFolded(parseMarkdown(text).children)
  const heads = blocks.flatMap((block, at) => {
    const heading = headingOf(block)
    return heading === null ? [] : [{ at, ...heading }]
  })
  return heads.map(({ at, depth, heading }, index) => {
    const end = heads.slice(index + 1).find(next => next.depth <= depth)?.at ?? blocks.length
    return sectionOf(heading, depth, blocks.slice(at + 1, end))
  })
}

/** A heading, or a paragraph that is nothing but bold text: templates are often written so. */
function headingOf(block: RootContent): { readonly depth: number; readonly heading: string } | null {
  if (block.type === 'heading') return { depth: block.depth, heading: textOf(block) }
  if (block.type !== 'paragraph') return null
  const [only, ...more] = block.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  return only?.type === 'strong' && more.length === 0 ? { depth: 7, heading: textOf(only) } : null
}

function sectionOf(heading: string, depth: number, blocks: readonly RootContent[]): Section {
  const found: { blocks: string[]; items: string[]; tasks: TaskItem[]; code: string[]; almost: string[] } = {
    blocks: [],
    items: [],
    tasks: [],
    code: [],
    almost: [],
  }
  for (const block of blocks) collect(block, found)
  return {
    heading,
    title: titleOf(heading),
    depth,
    bidi: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u.test(heading),
    blocks: found.blocks,
    items: found.items,
    tasks: found.tasks,
    code: found.code,
    almostTasks: found.almost,
  }
}

function collect(
  block: RootContent,
  found: { blocks: string[]; items: string[]; tasks: TaskItem[]; code: string[]; almost: string[] },
): void {
  switch (block.type) {
    case 'blockquote':
    case 'html':
    case 'definition':
    case 'thematicBreak':
      return
    case 'code':
      found.code.push(block.value)
      return
    case 'list':
      for (const item of block.children) collectItem(item, found)
      return
    default: {
      const text = textOf(block)
      if (text !== '' && headingOf(block) === null) found.blocks.push(text)
      found.almost.push(...text.split('\n').filter(line => /^\s*(?:[-*+]|\d+[.)])?\s*\[\s*[xX✓✔]?\s*\]/u.test(line)))
    }
  }
}

function collectItem(item: ListItem, found: Parameters<typeof collect>[1]): void {
  const own = item.children.filter(child => child.type !== 'list')
  const text = own
    .filter(child => child.type !== 'blockquote' && child.type !== 'html' && child.type !== 'code')
    .map(textOf)
    .join(' ')
    .trim()
  if (item.checked === true || item.checked === false) found.tasks.push({ checked: item.checked, text })
  else if (/^\[\s*[xX✓✔]?\s*\]/u.test(text)) found.almost.push(text)
  found.items.push(text)
  if (text !== '') found.blocks.push(text)
  for (const child of item.children) {
    if (child.type === 'list') for (const nested of child.children) collectItem(nested, found)
    if (child.type === 'code') found.code.push(child.value)
  }
}

/** What a reader sees of a node. */
export function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'image':
      return ''
    case 'break':
      return '\n'
    case 'html':
      return ''
    default:
      return 'children' in node ? node.children.map(textOf).join(separatorOf(node)) : ''
  }
}

const separatorOf = (node: Nodes): string => (node.type === 'table' || node.type === 'tableRow' ? ' ' : '')

/** Folded parts (`<details>`) are left out: nobody reads there what everybody must know. */
function withoutFolded(blocks: readonly RootContent[]): readonly RootContent[] {
  let open = 0
  return blocks.filter(block => {
    const wasOpen = open
    if (block.type === 'html') {
      open += (block.value.match(/<details\b/gi) ?? []).length - (block.value.match(/<\/details\s*>/gi) ?? []).length
      open = Math.max(0, open)
    }
    return wasOpen === 0 && open === 0
  })
}

/** Letters and digits in lower case and one width, separated by single spaces: emoji and punctuation make no difference. */
export const titleOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

import type { Nodes, RootContent } from 'mdast'
import type { IssueRef } from '../facts/facts.ts'
import { parseMarkdown } from '../markdown/read.ts'

export interface ParsedDependencies {
  /** Everything that is named, once, in the order of the text. */
  readonly refs: readonly IssueRef[]
  /** What stands behind `Depends-On:` and names nothing, as written. */
  readonly malformed: readonly string[]
}

const marker = /^\s*(?:depends[-_ ]on|依赖于?)\s*[:：]\s*(.*)$/iu
const short = /^(?:([\w.-]+)\/([\w.-]+))?#([1-9]\d{0,9})$/
const link = /^https?:\/\/[^/\s]+\/([\w.-]+)\/([\w.-]+)\/(?:pull|issues)\/([1-9]\d{0,9})(?:[/?#].*)?$/

/** Most that a description may name. */
const maxRefs = 50

/**
 * What a description says that it depends on: lines of paragraphs and lists that begin with `Depends-On:`, followed by
 * `owner/name#12`, `#12` or links, several to a line. Code, quotes and comments say nothing. Total.
 */
export function parseDependencies(
  body: string,
  here: { readonly owner: string; readonly name: string },
): ParsedDependencies {
  const found = new Map<string, IssueRef>()
  const malformed: string[] = []
  for (const line of parseMarkdown(body).children.flatMap(linesOf)) {
    const rest = marker.exec(line)?.[1]
    if (rest === undefined) continue
    const pieces = rest.split(/[\s,，、]+/u).filter(piece => piece !== '' && !/^(?:and|和|与)$/iu.test(piece))
    if (pieces.length === 0) malformed.push(line.trim().slice(0, 200))
    for (const piece of pieces) {
      const ref = refOf(piece.replace(/[.;。；]$/u, ''), here)
      if (ref === null) malformed.push(piece.slice(0, 200))
      else if (found.size < maxRefs) found.set(`${ref.owner}/${ref.name}#${ref.number}`.toLowerCase(), ref)
    }
  }
  return { refs: [...found.values()], malformed: malformed.slice(0, 20) }
}

function refOf(text: string, here: { readonly owner: string; readonly name: string }): IssueRef | null {
  const bare = text.replace(/^[<(]|[>)]$/g, '')
  const [, owner, name, number] = short.exec(bare) ?? link.exec(bare) ?? []
  return number === undefined ? null : { owner: owner ?? here.owner, name: name ?? here.name, number: Number(number) }
}

/** Lines of what a reader sees; a link counts by where it leads. */
function linesOf(block: RootContent): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return shown(block).split('\n')
    case 'list':
      return block.children.flatMap(item => item.children.flatMap(linesOf))
    default:
      return []
  }
}

function shown(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'link':
      return node.url
    case 'inlineCode':
    case 'html':
    case 'image':
      return ''
    default:
      return 'children' in node ? node.children.map(shown).join('') : ''
  }
}

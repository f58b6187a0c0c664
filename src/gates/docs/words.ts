import type { ChangedFile, DiffLine, Hunk } from '../../facts/facts.ts'
import { hasPlaceholder } from '../../words.ts'

/** A line as a reader of the rendered document meets it. */
export interface VisibleLine {
  readonly kind: DiffLine['kind']
  /** 1-based, on the side that was read. */
  readonly number: number
  readonly raw: string
  /** Without comments, front matter, link definitions and dates of the last edit; empty when nothing is left. */
  readonly visible: string
  /** Inside a fenced code block, as far as the diff shows. */
  readonly code: boolean
}

type Side = 'old' | 'new'

/** The context and changed lines of one side. What stands outside the hunks is not seen. */
export function visibleLines(file: ChangedFile, side: Side): readonly VisibleLine[] {
  const lineComment = lineComments.get(file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase())
  return (file.hunks ?? []).flatMap(hunk => readHunk(hunk, side, lineComment))
}

const lineComments: ReadonlyMap<string, RegExp> = new Map([
  ['adoc', /^\/\/(?!\/)/],
  ['asciidoc', /^\/\/(?!\/)/],
  ['rst', /^\.\.(?:$|\s+(?![\w:-]+::|_|\[|\|))/],
])

function readHunk(hunk: Hunk, side: Side, lineComment: RegExp | undefined): readonly VisibleLine[] {
  const start = side === 'new' ? hunk.newStart : hunk.oldStart
  const unseen = side === 'new' ? 'removed' : 'added'
  const lines = hunk.lines.filter(line => line.kind !== unseen)
  const fromTop = start <= 1
  const delimiter = fromTop ? frontMatterDelimiter(lines[0]?.text) : null
  const view = { fence: null as string | null, comment: !fromTop && startsInComment(lines), frontMatter: delimiter }

  return lines.map(({ kind, text }, index) => {
    const line = { kind, number: start + index, raw: text }
    if (view.frontMatter !== null) {
      if (index > 0 && text.trimEnd() === view.frontMatter) view.frontMatter = null
      return { ...line, visible: '', code: false }
    }
    // Below the top of the file a fence may be an opening or a closing one, so none is believed.
    const fence = fromTop && !view.comment ? /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] : undefined
    if (view.fence !== null || fence !== undefined) {
      const closes = view.fence !== null && fence?.startsWith(view.fence) === true
      const opens = view.fence === null
      if (opens) view.fence = fence ?? null
      if (closes) view.fence = null
      return { ...line, visible: opens || closes ? '' : text, code: true }
    }
    const rest = withoutComments(text, view.comment)
    view.comment = rest.comment
    const hidden = metadata.test(rest.text) || linkDefinition.test(rest.text) || lineComment?.test(rest.text) === true
    return { ...line, visible: hidden ? '' : rest.text, code: false }
  })
}

/** YAML (`---`) or TOML (`+++`) in the first line of the file. */
function frontMatterDelimiter(first: string | undefined): string | null {
  const delimiter = first?.trimEnd()
  return delimiter === '---' || delimiter === '+++' ? delimiter : null
}

function startsInComment(lines: readonly DiffLine[]): boolean {
  const text = lines.map(line => line.text).join('\n')
  const end = text.search(commentEnd)
  const start = text.search(commentStart)
  return end >= 0 && (start < 0 || end < start)
}

const commentStart = /<!--|\{\/\*/
const commentEnd = /-->|\*\/\}/

/** Cuts HTML and MDX comments out of one line; `comment` says whether one is open before and after it. */
function withoutComments(text: string, open: boolean): { readonly text: string; readonly comment: boolean } {
  let visible = ''
  let rest = text
  let comment = open
  for (;;) {
    const mark = (comment ? commentEnd : commentStart).exec(rest)
    if (!comment) visible += mark ? rest.slice(0, mark.index) : rest
    if (!mark) return { text: visible, comment }
    rest = rest.slice(mark.index + mark[0].length)
    comment = !comment
  }
}

/** `date: 2027-01-31`, `Last updated: …`: changes with every edit and tells a reader nothing. */
const metadata =
  /^[\s>*_#-]*(?:date|last[ _-]?(?:mod(?:ified)?|updated?|edited|changed|reviewed)(?:[ _-](?:at|on))?|lastmod|updated(?:[ _-](?:at|on))?|modified|created(?:[ _-](?:at|on))?|published|更新日期|更新时间|最后更新|修改日期|日期)[*_]*\s*[:：][*_]*[\s\d"':./年月日TZ+-]*$/iu
const linkDefinition = /^ {0,3}\[[^\]]+\]:\s/

/** A template's prompt that nobody has filled in. Code, in a block or in backticks, may speak about prompts. */
export const isPlaceholder = (line: VisibleLine): boolean =>
  !line.code && hasPlaceholder(line.visible.replaceAll(/`+[^`]*`+/g, ' '))

import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readOptions } from './options.ts'

/** Start of the head that the person means: at least seven hexadecimal digits, lower case. */
interface AtHead {
  readonly sha?: string
}

/** Items, each as `guide` or `guide@prod-a`. `env`: only what is for this environment. */
interface Named {
  readonly items: readonly string[]
  readonly env?: string
}

/** Open points that the person accepts; `badOpen`: words in their place that refer to nothing. */
interface Open {
  readonly open?: readonly string[]
  readonly badOpen?: readonly string[]
}

/**
 * What a person asked for in a comment. `items` empty: every open item that the person may sign. `gate` and `reason`
 * may be empty, and so may `to` and `until`: then the person is told what is missing.
 */
export type Command =
  | ({ readonly kind: 'sign-off' } & Named & Open & AtHead)
  /** `except`: given anew by a later word, so not taken back. */
  | ({ readonly kind: 'revoke'; readonly except?: readonly string[] } & Named & AtHead)
  | { readonly kind: 'delegate'; readonly to: string; readonly items: readonly string[]; readonly until: string }
  | ({ readonly kind: 'waive'; readonly gate: string; readonly reason: string } & AtHead)
  | { readonly kind: 'recheck' }
  | { readonly kind: 'gates' }

export interface ParsedComment {
  readonly commands: readonly Command[]
  /** First words of lines that were probably meant as a command, at most three. */
  readonly nearMisses: readonly string[]
  /** Commands beyond the limit that were left out. */
  readonly dropped: number
}

const maxCommands = 10
const maxItems = 50
const maxReason = 1_000
const names = ['sign-off', 'revoke', 'delegate', 'waive', 'recheck', 'gates'] as const

/**
 * Commands in the text of a comment. A command is a line of an ordinary paragraph that starts with `/name`; code,
 * quotes, lists, HTML and lines indented as code are prose. Names are case-insensitive, arguments are separated by
 * white space or commas. Total: any text gives a result.
 */
export function parseCommands(body: string): ParsedComment {
  const text = body.replace(/\r\n?/g, '\n')
  if (!/[/／]/.test(text)) return { commands: [], nearMisses: [], dropped: 0 }
  const commands: Command[] = []
  const nearMisses: string[] = []
  let dropped = 0
  for (const line of paragraphLines(text)) {
    const command = parseLine(line)
    if (command !== undefined && commands.length < maxCommands) commands.push(command)
    else if (command !== undefined) dropped += 1
    else if (nearMisses.length < 3 && looksMeant(line)) nearMisses.push(line.trim().split(/\s/)[0]?.slice(0, 40) ?? '')
  }
  return { commands, nearMisses, dropped }
}

/** Source lines of the paragraphs that stand directly in the document. */
function paragraphLines(text: string): readonly string[] {
  const root: Root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const lines = text.split('\n')
  return root.children.flatMap((node: Nodes) => {
    if (node.type !== 'paragraph' || node.position === undefined) return []
    return lines.slice(node.position.start.line - 1, node.position.end.line)
  })
}

function parseLine(line: string): Command | undefined {
  const match = /^ {0,3}\/([a-z-]+)(?=[\s,]|$)(.*)$/i.exec(line)
  const name = names.find(known => known === match?.[1]?.toLowerCase())
  if (name === undefined) return undefined
  if (name === 'recheck' || name === 'gates') return { kind: name }
  if (name === 'delegate') return { kind: name, ...delegationIn(match?.[2] ?? '') }
  const { rest, at } = headIn(match?.[2] ?? '')
  if (name === 'waive') {
    const [, gate = '', reason = ''] = /^\s*(\S*)\s*(.*)$/.exec(rest) ?? []
    return { kind: name, gate, reason: Array.from(reason.trim()).slice(0, maxReason).join(''), ...at }
  }
  const { words, env, ...open } = readOptions(rest)
  const named = { items: [...new Set(words)].slice(0, maxItems), ...(env === undefined ? {} : { env }), ...at }
  return name === 'sign-off' ? { kind: name, ...named, ...open } : { kind: name, ...named }
}

/** `@login rollback guide until 2026-12-24`; what is missing is empty. */
function delegationIn(text: string): { to: string; items: readonly string[]; until: string } {
  const [, to = '', rest = ''] = /^\s*@([A-Za-z0-9](?:[A-Za-z0-9_-]{0,99}))(?=[\s,]|$)(.*)$/.exec(text) ?? []
  const [, named = rest, until = ''] = /^(.*?)(?:^|[\s,])until[\s,]+(\S+)\s*$/i.exec(rest) ?? []
  const items = named.split(/[\s,]+/).filter(word => word !== '')
  return { to, items: [...new Set(items)].slice(0, maxItems), until }
}

/** `--sha abc1234` anywhere among the arguments; another spelling is no option. */
function headIn(text: string): { readonly rest: string; readonly at: AtHead } {
  const match = /(?:^|\s)--sha[ =]([0-9a-f]{7,64})(?=\s|$)/i.exec(text)
  if (match === null) return { rest: text, at: {} }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { rest, at: { sha: (match[1] ?? '').toLowerCase() } }
}

/** `／sign-off`, `/signoff`, `/ sign-off`, `/sign_off` and the like: worth a hint, never executed. */
function looksMeant(line: string): boolean {
  const word = line.replace(/[\s\u00a0_-]/g, '').toLowerCase()
  return /^[/／](signoff|revoke|delegate|waive|recheck|gates?($|[^a-z]))/.test(word)
}

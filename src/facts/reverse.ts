import type { Hunk } from './facts.ts'

/**
 * Text of a file before its hunks, made from the text after them. `null`: the hunks are not those of this text. What a
 * patch does not tell (the kind of line end, and whether the last line had one) is as in the text after, or plain.
 */
export function textBefore(after: string, hunks: readonly Hunk[]): string | null {
  const lines = after.split('\n')
  const open = lines.at(-1) !== ''
  if (!open) lines.pop()
  const before: string[] = []
  let at = 0
  for (const hunk of hunks) {
    const kept = hunk.lines.filter(line => line.kind !== 'removed').length
    // Of an empty new side GitHub and git name the line that the hunk follows.
    const start = kept === 0 ? hunk.newStart : hunk.newStart - 1
    if (start < at || start + kept > lines.length) return null
    before.push(...lines.slice(at, start))
    at = start
    for (const { kind, text } of hunk.lines) {
      if (kind !== 'removed') {
        if (withoutReturn(lines[at]) !== withoutReturn(text)) return null
        at += 1
      }
      if (kind === 'context') before.push(lines[at - 1] ?? '')
      if (kind === 'removed') before.push(text)
    }
  }
  before.push(...lines.slice(at))
  return before.length === 0 ? '' : `${before.join('\n')}${open ? '' : '\n'}`
}

const withoutReturn = (line: string | undefined): string | undefined => line?.replace(/\r$/, '')

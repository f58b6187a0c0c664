/** A directive of nginx or of a Caddyfile; `block`: it opens one. */
export interface Directive {
  readonly name: string
  readonly text: string
  /** Blocks around it, outermost first. */
  readonly context: readonly string[]
  readonly isBlock: boolean
  readonly line: number
}

const maxDepth = 20

/** `end`: what ends a directive, `;` in nginx, the end of a line in a Caddyfile. Marks of templates count as words. */
export function readDirectives(text: string, end: ';' | '\n'): readonly Directive[] {
  const directives: Directive[] = []
  const context: string[] = []
  let words: string[] = []
  let [line, start, skipped] = [1, 1, 0]
  const finish = (isBlock: boolean) => {
    const [name = ''] = words
    if (name !== '' || isBlock)
      directives.push({ name, text: words.slice(1).join(' '), context: [...context], isBlock, line: start })
    words = []
  }
  for (const [token] of withoutMarks(text).matchAll(
    /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\n|[;{}]|(?:\$?\{[^\s{};]+\}|[^\s;{}"'])+|["']/g,
  )) {
    if (token === '\n') {
      line++
      if (end === '\n' && words.length > 0) finish(false)
    } else if (token.startsWith('#')) continue
    else if (token === '{') {
      if (context.length >= maxDepth) skipped++
      else {
        finish(true)
        const opened = directives.at(-1)
        context.push(opened === undefined ? '' : `${opened.name} ${opened.text}`.trim())
      }
    } else if (token === '}') {
      if (words.length > 0) finish(false)
      if (skipped > 0) skipped--
      else context.pop()
    } else if (token === ';' && end === ';') {
      if (words.length > 0) finish(false)
    } else {
      if (words.length === 0) start = line
      words.push(token.replace(/^(["'])(.*)\1$/, '$2'))
    }
  }
  return directives
}

/** Templates of Jinja, Go and ERB put braces around other things. */
const withoutMarks = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/\{%[^\n]{0,500}?%\}|\{#[^\n]{0,500}?#\}/g, '')
    .replace(/\{\{[^\n]{0,500}?\}\}/g, mark => mark.replace(/[{};\s"']/g, '~'))

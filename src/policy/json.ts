import { message } from '../locales/message.ts'
import { visible } from './text.ts'
import type { PlacedProblem } from './yaml.ts'

/** What keeps a text from being JSON; YAML takes more. */
export function jsonProblem(text: string): PlacedProblem | undefined {
  const said = jsonError(text)
  if (said === undefined) return undefined
  const detail = visible(said.replace(/,? (?:\.\.\.)?"[\s\S]*| in JSON [\s\S]*| \(line [\s\S]*/, ''))
  return {
    code: 'CFG-SYNTAX',
    message: message('policy.syntax', { reason: 'json', detail }),
    offset: jsonEnd(text),
    keys: [],
  }
}

function jsonError(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

/** Length of the longest start of the text that could still become JSON: the parser does not always say where it stopped. */
function jsonEnd(text: string): number {
  let least = 0
  let most = text.length
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    const said = jsonError(text.slice(0, middle))
    const atEnd = said === undefined || /end of JSON|Unterminated/.test(said) || said.includes(`at position ${middle} `)
    if (atEnd) least = middle
    else most = middle - 1
  }
  return least
}

import type { Locale } from '../src/locales/index.ts'
import type { Message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { inertLines, plainFormatter } from '../src/render/plain.ts'
import type { OutputName } from './io.ts'

/** What a place is for an annotation. */
export interface Place {
  readonly path?: string
  readonly line?: number
  readonly endLine?: number
  readonly title?: string
}

/** Everything that this step says to the runner. Sentences of ours only; text from outside comes as params of messages. */
export interface Log {
  readonly locale: Locale
  /** A line of the log. */
  readonly info: (message: Message) => void
  readonly annotate: (level: 'error' | 'warning' | 'notice', message: Message, place?: Place) => void
  /** Text that is already rendered for a log or an annotation. */
  readonly text: (text: string) => void
  readonly remark: (level: 'error' | 'warning' | 'notice', text: string, place?: Place) => void
  readonly output: (name: OutputName, value: string) => void
  /** Replaces the job summary of this step; rejects when the file cannot be written. */
  readonly summary: (markdown: string) => Promise<void>
  readonly group: (title: Message, lines: string) => void
}

/**
 * The runner through the toolkit, which escapes annotations and writes outputs with delimiters that nobody can guess.
 * Lines of the log are not escaped by it, so each is made unable to be a command (security.md T-54).
 */
export async function openLog(locale: Locale): Promise<Log> {
  const core = await import('@actions/core')
  const say = (message: Message): string => sentence(message, locale, plainFormatter(locale))
  const remark: Log['remark'] = (level, text, place = {}) => core[level](text, properties(place))
  const text = (lines: string): void => core.info(inertLines(lines))
  return {
    locale,
    info: message => text(say(message)),
    annotate: (level, message, place) => remark(level, say(message), place),
    text,
    remark,
    output: (name, value) => core.setOutput(name, value),
    summary: async markdown => {
      await core.summary.addRaw(markdown, true).write({ overwrite: true })
    },
    group: (title, lines) => {
      core.startGroup(inertLines(say(title)))
      text(lines)
      core.endGroup()
    },
  }
}

function properties({ path, line, endLine, title }: Place): Record<string, string | number> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { file: path }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(endLine === undefined ? {} : { endLine }),
  }
}

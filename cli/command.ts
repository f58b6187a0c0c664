import { type Locale, localeTags } from '../src/locales/index.ts'
import type { Message, MessageCode } from '../src/locales/message.ts'
import type { Result } from '../src/result.ts'
import type { Parsed } from './arguments.ts'
import type { ProgressStream } from './progress.ts'

/** Codes of sentences that need no numbers or names. */
export type PlainCode = MessageCode & `cli.${string}`

export interface OptionSpec {
  readonly about: PlainCode
  readonly short?: string
  /** What stands behind the option in the help; without it the option takes no value. */
  readonly value?: string
  /** May stand several times; every value counts. */
  readonly repeated?: true
  /** Everything that is accepted. */
  readonly choices?: readonly string[]
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

/** What every subcommand understands. */
export const commonOptions = {
  json: { about: 'cli.option.json' },
  locale: { about: 'cli.option.locale', value: 'LOCALE', choices: localeTags },
  help: { about: 'cli.option.help', short: 'h' },
} as const satisfies OptionSpecs

/** A subcommand: one file, and one line in the registry. */
export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  /** What may stand behind the name, one way a line. */
  readonly forms: readonly string[]
  readonly about: PlainCode
  readonly options: Specs
  /** A method, so that commands with different options fit into one registry. */
  run(args: Parsed<Specs & typeof commonOptions>, world: World): Promise<Result<0 | 1 | 2, Refusal>>
}

/** Infers the names of the options. */
export const defineCommand = <const Specs extends OptionSpecs>(command: Command<Specs>): Command<Specs> => command

/** Wrong usage or broken input: one line on standard error, exit code 2. */
export interface Refusal {
  readonly place?: { readonly path: string; readonly line?: number; readonly column?: number }
  /** Stable code and key, as in `CFG-TYPE gates.coverage.project.min`. */
  readonly label?: string
  readonly message: Message
  /** The language that the person asked for, where it is not on the command line. */
  readonly locale?: Locale
}

/** Everything outside that a command may touch besides files. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Text for standard output and standard error; nothing in it is a command to a runner. */
  readonly print: (text: string) => void
  readonly warn: (text: string) => void
  readonly screen: ProgressStream
  /** Milliseconds; only differences count. */
  readonly now: () => number
}

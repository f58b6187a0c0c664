import type { Locale } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import type { Command, OptionSpec, OptionSpecs, PlainCode } from './command.ts'
import { commands } from './commands.ts'
import { columns } from './table.ts'

const program = 'delivery-gates'

const plain =
  (locale: Locale) =>
  (code: PlainCode): string =>
    sentence(message(code, {}), locale, plainFormatter(locale))

/** `delivery-gates --help`. */
export function programHelp(options: OptionSpecs, locale: Locale): string {
  const say = plain(locale)
  return page([
    [say('cli.about')],
    [say('cli.usage'), `  ${program} COMMAND [OPTION…]`, `  ${program} COMMAND --help`],
    [say('cli.commands'), ...columns(Object.entries(commands).map(([name, { summary }]) => [name, say(summary)]))],
    optionLines(options, locale),
    [say('cli.exitCodes')],
  ])
}

/** `delivery-gates <name> --help`. */
export function commandHelp(name: string, command: Command, options: OptionSpecs, locale: Locale): string {
  const say = plain(locale)
  return page([
    [say(command.about)],
    [say('cli.usage'), ...command.forms.map(form => `  ${program} ${name} ${form}`)],
    optionLines(options, locale),
    [say('cli.exitCodes')],
  ])
}

const page = (paragraphs: readonly (readonly string[])[]): string =>
  `${paragraphs.map(lines => lines.join('\n')).join('\n\n')}\n`

function optionLines(options: OptionSpecs, locale: Locale): readonly string[] {
  const say = plain(locale)
  const rows = Object.entries(options).map(([name, spec]) => [optionForm(name, spec), say(spec.about)])
  return [say('cli.options'), ...columns(rows)]
}

function optionForm(name: string, { short, value, choices }: OptionSpec): string {
  const option = short === undefined ? `--${name}` : `-${short}, --${name}`
  return value === undefined
    ? option
    : `${option} ${choices !== undefined && choices.length < 4 ? choices.join('|') : value}`
}

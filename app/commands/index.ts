import { parseArgs } from 'node:util'
import { localeTags } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { localeOf, readStorePlace } from '../config.ts'
import { describeProblem, OperatorProblem, sayIn } from '../problem.ts'
import { backup } from './backup.ts'
import { type AdminCommand, CommandRefused, type Outside } from './command.ts'
import { ledgerExport } from './ledger-export.ts'
import { ledgerForget } from './ledger-forget.ts'
import { ledgerImport } from './ledger-import.ts'
import { ledgerKey } from './ledger-key.ts'
import { ledgerVerify } from './ledger-verify.ts'

/** Every command. Adding one is one file and one line here. */
const commands: Readonly<Record<string, AdminCommand>> = {
  'ledger verify': ledgerVerify,
  'ledger export': ledgerExport,
  'ledger import': ledgerImport,
  'ledger forget': ledgerForget,
  'ledger key': ledgerKey,
  backup,
}

/** Runs a command beside the App. The result is the exit code: 0 done, 1 the ledger cannot be trusted, 2 refused. */
export async function runCommand(args: readonly string[], outside: Outside): Promise<0 | 1 | 2> {
  const wanted = wantedLocale(args)
  const locale = localeTags.find(tag => tag === wanted) ?? localeOf(outside.env)
  try {
    if (wanted !== undefined && wanted !== locale)
      throw new CommandRefused(message('start.oneOf', { name: '--locale', allowed: localeTags }))
    return await run(args, locale, outside)
  } catch (error) {
    outside.warn(`${lineOf(error, locale)}\n`)
    return 2
  }
}

/** Looked for before anything else, since a refusal speaks it too. */
const wantedLocale = (args: readonly string[]): string | undefined =>
  args.find(arg => arg.startsWith('--locale='))?.slice('--locale='.length) ??
  args.find((_, index) => args[index - 1] === '--locale')

function lineOf(error: unknown, locale: (typeof localeTags)[number]): string {
  if (!(error instanceof CommandRefused)) return describeProblem(error, locale)
  const told = sayIn(locale)(error.told)
  return error.place === null ? told : `${error.place}: ${told}`
}

async function run(args: readonly string[], locale: (typeof localeTags)[number], outside: Outside): Promise<0 | 1> {
  const { command, rest } = commandOf(args)
  const { values, positionals } = parsed(rest, command)
  if (positionals.length !== command.operands)
    throw new CommandRefused(message('admin.arguments', { form: command.form }))
  const place = readStorePlace(outside.env)
  if (!place.ok) throw new OperatorProblem([place.error])
  return command.run({
    operands: positionals,
    checkpointFiles: values.checkpoint ?? [],
    keyFiles: values.key ?? [],
    place: place.value,
    locale,
    print: outside.print,
  })
}

function commandOf(args: readonly string[]): { readonly command: AdminCommand; readonly rest: readonly string[] } {
  for (const [name, command] of Object.entries(commands)) {
    const words = name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) }
  }
  throw new CommandRefused(message('admin.usage', { forms: Object.values(commands).map(command => command.form) }))
}

const options = {
  locale: { type: 'string' },
  checkpoint: { type: 'string', multiple: true },
  key: { type: 'string', multiple: true },
} as const

function parsed(args: readonly string[], { form, compares }: AdminCommand) {
  const known = new Set<string>(compares ? Object.keys(options) : ['locale'])
  const refused = (): never => {
    const given = args.filter(arg => arg.startsWith('-'))
    const option = given.find(arg => !known.has(/^--([a-z]+)/.exec(arg)?.[1] ?? '')) ?? given[0] ?? ''
    throw new CommandRefused(message('admin.option', { option, form }))
  }
  try {
    const all = parseArgs({ args: [...args], options, allowPositionals: true })
    return !compares && (all.values.checkpoint ?? all.values.key) !== undefined ? refused() : all
  } catch {
    return refused()
  }
}

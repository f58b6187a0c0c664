import { parseArgs } from 'node:util'
import { message } from '../src/locales/message.ts'
import { nearest } from '../src/policy/text.ts'
import { err, ok, type Result } from '../src/result.ts'
import type { OptionSpec, OptionSpecs, Refusal } from './command.ts'

/** `true` for an option without value. */
type ValueOf<Spec extends OptionSpec> = Spec extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Spec extends { readonly repeated: true }
    ? readonly string[]
    : Spec extends { readonly value: string }
      ? string
      : true

export interface Parsed<Specs extends OptionSpecs> {
  readonly values: { readonly [Name in keyof Specs]?: ValueOf<Specs[Name]> }
  readonly positionals: readonly string[]
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

function tokensOf(args: readonly string[], specs: OptionSpecs): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value, short }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  return tokens
}

/**
 * Reads options as `--name value` or `--name=value`, in any order with everything else; the last of a name counts,
 * unless it may be repeated. Only full names; `--` ends them. Refuses the first thing that is wrong.
 */
export function parseArguments<const Specs extends OptionSpecs>(
  args: readonly string[],
  specs: Specs,
): Result<Parsed<Specs>, Refusal> {
  const values: Record<string, string | true | readonly string[]> = {}
  const positionals: string[] = []
  for (const token of tokensOf(args, specs)) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName: option, value, inlineValue } = token
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (spec === undefined) {
      const near = nearest(name, Object.keys(specs))
      return refused(message('cli.option.unknown', { option, near: near === null ? null : `--${near}` }))
    }
    if (spec.value === undefined) {
      if (value !== undefined) return refused(message('cli.option.noValue', { option }))
      values[name] = true
      continue
    }
    // `--base --json` is a forgotten value, not a branch of that name; `--base=--json` would be one.
    if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
      return refused(message('cli.option.value', { option, value: spec.value }))
    }
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      return refused(message('cli.option.choice', { option, value, accepted: spec.choices }))
    }
    const before = values[name]
    values[name] = spec.repeated ? [...(Array.isArray(before) ? before : []), value] : value
  }
  // What the loop has checked is what the type says.
  return ok({ values: values as Parsed<Specs>['values'], positionals })
}

const refused = (told: Refusal['message']): Result<never, Refusal> => err({ message: told })

/** The first word that is no option of these, and all the others. */
export function splitCommand(
  args: readonly string[],
  specs: OptionSpecs,
): { readonly name: string | null; readonly rest: readonly string[] } {
  const first = tokensOf(args, specs).find(token => token.kind === 'positional')
  return first === undefined
    ? { name: null, rest: args }
    : { name: first.value, rest: [...args.slice(0, first.index), ...args.slice(first.index + 1)] }
}

/** The last valid value of an option, whatever else is wrong with the command line. */
export function peek<const Choice extends string>(
  args: readonly string[],
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  return tokensOf(args, { [name]: { about: 'cli.option.locale', value: '' } })
    .flatMap(token => (token.kind === 'option' && token.name === name ? (token.value ?? []) : []))
    .map(value => choices.find(choice => choice === value))
    .findLast(choice => choice !== undefined)
}

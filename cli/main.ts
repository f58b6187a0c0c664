import { localeTags } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import { nearest } from '../src/policy/text.ts'
import { inertLines } from '../src/render/plain.ts'
import { err, ok, type Result } from '../src/result.ts'
import { parseArguments, peek, splitCommand } from './arguments.ts'
import { commonOptions, type OptionSpecs, type Refusal, type World } from './command.ts'
import { commands } from './commands.ts'
import { sayRefusal } from './refusal.ts'

/** A test compares it with package.json, which a bundle cannot rely on. */
export const version = '0.1.0'

const { locale, help } = commonOptions
const alone = { locale, help, version: { about: 'cli.option.version' } } as const satisfies OptionSpecs

/** Runs the program in its process. */
export async function start(process: NodeJS.Process): Promise<void> {
  let lost = false
  process.stdout.on('error', error => {
    // A reader that has seen enough (`| head`) is no failure.
    if ('code' in error && error.code === 'EPIPE') return
    lost = true
    process.exitCode = 2
    process.stderr.write(`${inertLines(error.message)}\n`)
  })
  const code = await main(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    print: text => process.stdout.write(inertLines(text)),
    warn: text => process.stderr.write(inertLines(text)),
    screen: process.stderr,
    now: () => performance.now(),
  })
  if (!lost) process.exitCode = code
}

/** What the command line asks for; the result is the exit code. */
export async function main(args: readonly string[], world: World): Promise<0 | 1 | 2> {
  const done = await dispatch(args, world).catch(crashed)
  if (done.ok) return done.value
  const locale = peek(args, 'locale', localeTags) ?? done.error.locale ?? 'en'
  world.warn(`${sayRefusal(done.error, locale)}\n`)
  return 2
}

async function dispatch(args: readonly string[], world: World): Promise<Result<0 | 1 | 2, Refusal>> {
  const { name, rest } = splitCommand(args, alone)
  if (name === null) return withoutCommand(rest, world)
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined) {
    return err({ message: message('cli.command.unknown', { name, near: nearest(name, Object.keys(commands)) }) })
  }
  const command = await entry.load()
  const options = { ...command.options, ...commonOptions }
  const parsed = parseArguments(rest, options)
  if (!parsed.ok) return parsed
  const { values } = parsed.value
  if (!values.help) return command.run(parsed.value, world)
  const { commandHelp } = await import('./help.ts')
  world.print(commandHelp(name, command, options, values.locale ?? 'en'))
  return ok(0)
}

async function withoutCommand(args: readonly string[], world: World): Promise<Result<0 | 1 | 2, Refusal>> {
  const parsed = parseArguments(args, alone)
  if (!parsed.ok) return parsed
  const { values } = parsed.value
  if (values.version) world.print(`${version}\n`)
  else if (values.help) {
    const { programHelp } = await import('./help.ts')
    world.print(programHelp(alone, values.locale ?? 'en'))
  } else return err({ message: message('cli.command.missing', { known: Object.keys(commands) }) })
  return ok(0)
}

/** A defect of ours: one line. */
function crashed(error: unknown): Result<never, Refusal> {
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return err({ message: message('cli.crashed', { detail }) })
}

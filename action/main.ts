import { readFile, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { readInputs, unknownInputs } from './io.ts'
import { type Log, openLog } from './log.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** One step of a workflow: inputs, context, facts, verdict, publication, exit code. */
export async function run(env: Environment = process.env): Promise<void> {
  process.exitCode = await step(env)
}

async function step(env: Environment): Promise<0 | 1> {
  const inputs = readInputs(env)
  const locale: Locale = inputs.ok ? (inputs.value.locale ?? 'en') : 'en'
  const log = await openLog(locale)
  try {
    if (!inputs.ok) return refuse(log, inputs.error)
    for (const name of unknownInputs(env)) log.annotate('warning', message('action.input.unknown', { name }))
    const { readContext } = await import('./context.ts')
    const context = readContext(env, await readEvent(env))
    if (!context.ok) return refuse(log, context.error)
    const root = await realpath(context.value.runner.workspace)
    const workspace = { root, workingDirectory: inputs.value.workingDirectory }
    const { findRepository } = await import('../src/git/git.ts')
    const repository = await findRepository(resolve(root, workspace.workingDirectory), root)
    const { conclude } = await import('./conclude.ts')
    return await conclude({ inputs: inputs.value, context: context.value, workspace, repository, log })
  } catch (error) {
    const told = toldBy(error)
    return told === null ? crash(log, error, env) : refuse(log, [told])
  }
}

async function readEvent(env: Environment): Promise<string | null> {
  try {
    return await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8')
  } catch {
    return null
  }
}

/** The step cannot even start: every reason, and outputs that cannot be read as a success. */
function refuse(log: Log, problems: readonly Message[]): 1 {
  for (const problem of problems) log.annotate('error', problem)
  failedOutputs(log)
  return 1
}

/** A `Refusal`, known by its shape so that this file need not load what throws it. */
function toldBy(error: unknown): Message | null {
  return error instanceof Error && 'told' in error ? (error.told as Message) : null
}

/** A defect of ours: one line, and the stack only for those who asked for it. */
function crash(log: Log, error: unknown, env: Environment): 1 {
  const detail = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 300) : undefined
  log.annotate('error', message('action.crashed', { detail: detail ?? '' }))
  const debug = env.RUNNER_DEBUG === '1' || env.ACTIONS_STEP_DEBUG === 'true'
  if (debug && error instanceof Error) log.text(error.stack ?? '')
  failedOutputs(log)
  return 1
}

function failedOutputs(log: Log): void {
  try {
    log.output('verdict', 'failed')
    for (const name of ['report', 'coverage', 'patch-coverage'] as const) log.output(name, '')
    for (const name of ['failed-gates', 'waiting-for'] as const) log.output(name, '[]')
  } catch {
    // The file for outputs cannot be written; the exit code still says that this step has not passed.
  }
}

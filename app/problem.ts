import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'

export const sayIn =
  (locale: Locale) =>
  (told: Message): string =>
    sentence(told, locale, plainFormatter(locale, 8_192))

/** Something that its operator has to put right: each message is one line, and tells what to do. `message` is in English. */
export class OperatorProblem extends Error {
  readonly told: readonly Message[]
  constructor(told: readonly Message[], options?: ErrorOptions) {
    super(told.map(sayIn('en')).join('\n'), options)
    this.name = 'OperatorProblem'
    this.told = told
  }
}

/** Lines for an operator about any error. What is not of ours stays as it was written. */
export function describeProblem(error: unknown, locale: Locale): string {
  const told = error instanceof OperatorProblem ? error.told : systemProblem(error)
  if (told !== null) return told.map(sayIn(locale)).join('\n')
  return error instanceof Error ? error.message : String(error)
}

/** Errors of `node:fs` and of a port that is listened on carry no advice. */
function systemProblem(error: unknown): readonly Message[] | null {
  if (!(error instanceof Error) || !('code' in error && 'syscall' in error)) return null
  const code = String(error.code)
  if (error.syscall === 'listen') {
    const host = 'address' in error ? String(error.address) : ''
    const address = 'port' in error ? `${host}:${error.port}` : host
    return [message('start.listen', { address, code })]
  }
  return 'path' in error && typeof error.path === 'string' ? [message('start.file', { path: error.path, code })] : null
}

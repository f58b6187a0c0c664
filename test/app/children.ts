import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Child {
  readonly process: ChildProcess
  readonly port: number
  /** Resolves with the signal that ended it; null when it ended by itself. */
  readonly exited: Promise<NodeJS.Signals | null>
}

/** Starts test/app/kill-child.ts, below another program when one is given, and waits until it serves. */
export async function startChild(
  /** Data directory or URL of a database. */
  place: string,
  { mode, below = [] }: { mode?: 'front-only'; below?: readonly string[] } = {},
): Promise<Child> {
  const script = join(import.meta.dirname, 'kill-child.ts')
  const [command = '', ...args] = [...below, process.execPath, script, place, ...(mode ? [mode] : [])]
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = new Promise<NodeJS.Signals | null>(resolve => child.once('exit', (_code, signal) => resolve(signal)))
  for await (const line of createInterface({ input: child.stdout }))
    return { process: child, port: Number(line), exited }
  throw new Error('the child ended before it served')
}

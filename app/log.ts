import type { LogLevel } from './config.ts'
import type { Log } from './front.ts'

const rank: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3 }

/** One JSON object a line. Callers give plain fields only, never payloads, keys or tokens. */
export function jsonLog(level: LogLevel, write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (at, event, fields = {}) => {
    if (rank[at] <= rank[level]) write(`${JSON.stringify({ at: now().toISOString(), level: at, event, ...fields })}\n`)
  }
}

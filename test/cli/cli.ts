import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../project/files.ts'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface How {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** `CLI_ENTRY` and `CLI_NODE` let the same tests run on a bundle, or with another Node. */
const node = process.env.CLI_NODE ?? process.execPath
const entry = process.env.CLI_ENTRY ?? join(root, 'cli/index.ts')

/** The program as a process of its own, from its source, with pipes for output and nothing of this machine's settings. */
export function delivery(args: readonly string[], { cwd = root, env = {} }: How = {}): Ended {
  const { status, stdout, stderr } = spawnSync(node, [entry, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: status, stdout, stderr }
}

export const json = (args: readonly string[], how?: How) => {
  const ended = delivery([...args, '--json'], how)
  expect(ended.stderr).toBe('')
  expect(ended.stdout).toMatch(/^\{[^\n]*\}\n$/)
  return { ...ended, value: JSON.parse(ended.stdout) }
}

/** Exit code 2, nothing on standard output, one line without stack on standard error: that line. */
export function refusal(args: readonly string[], how?: How): string {
  const { code, stdout, stderr } = delivery(args, how)
  expect({ code, stdout, lines: stderr.split('\n').length }, stderr).toEqual({ code: 2, stdout: '', lines: 2 })
  expect(stderr).not.toMatch(/^\s+at |internal error/m)
  return stderr.trimEnd()
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** `{ 'a.ts': [1, -2] }`: line 1 covered, line 2 not. */
export const lcov = (files: Readonly<Record<string, readonly number[]>>): string =>
  Object.entries(files)
    .map(([path, lines]) => {
      const records = lines.map(line => `DA:${Math.abs(line)},${line > 0 ? 1 : 0}`)
      return ['TN:', `SF:${path}`, ...records, 'end_of_record', ''].join('\n')
    })
    .join('')

import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export interface Ended {
  /** Milliseconds until the process had ended. */
  readonly ms: number
  /** Milliseconds until it first said something; `null`: it never did. */
  readonly firstWord: number | null
  /** `null`: a signal ended it, or the time limit. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds. */
  readonly limit?: number
}

export function run(command: string, args: readonly string[], { cwd, env, limit }: Surroundings = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const start = performance.now()
    const child = spawn(command, args, {
      cwd: cwd ?? root,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(limit === undefined ? {} : { timeout: limit, killSignal: 'SIGKILL' }),
    })
    let firstWord: number | null = null
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        firstWord ??= performance.now() - start
        said[stream] += text
      })
    }
    child.on('error', fail)
    child.on('close', code => done({ ms: performance.now() - start, firstWord, code, ...said }))
  })
}

/**
 * JavaScript of these sources and of what they import, below `folder` as below the repository: a process that strips
 * types itself would be measured with the compiler in it.
 */
export function compile(sources: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  const options = { noEmit: false, noCheck: true, outDir: folder, rootDir: root, types: [] }
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions: options, include: [] }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ ...config, files: sources.map(source => join(root, source)) }),
  )
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', join(folder, 'tsconfig.json')], { cwd: root, stdio: 'inherit' })
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Columns as wide as their longest cell, two blanks apart, numbers to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return /^[\d.]/.test(cell) ? cell.padStart(width) : cell.padEnd(width)
    })
    console.log(`  ${cells.join('  ').trimEnd()}`)
  }
}

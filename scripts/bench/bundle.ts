import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './processes.ts'

const dist = join(root, 'dist')

interface Stats {
  readonly chunks: readonly { readonly files: readonly string[]; readonly modules: readonly Module[] }[]
}
interface Module {
  readonly name: string
  readonly size: number
  /** Of a module that was made of several: all of them. */
  readonly modules?: readonly Module[]
}

/** Bytes of every chunk of dist/, and which packages make it up. Needs build/, which `npm run build` leaves behind. */
export async function bundle(): Promise<void> {
  const chunks = readdirSync(dist).filter(name => name.endsWith('.js'))
  const sizes = new Map(chunks.map(name => [name, statSync(join(dist, name)).size]))
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const stats = bundleStats()
  console.log(`Bundle: ${chunks.length} chunks, ${kilobytes(total)} in all`)
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const modules = stats?.chunks.find(chunk => chunk.files.includes(name))?.modules ?? []
    console.log(`  ${name.padEnd(16)} ${kilobytes(size).padStart(9)}  ${contents(modules)}`)
  }
}

/** What the bundler says about a bundle of the same sources; `null` without build/. */
function bundleStats(): Stats | null {
  const entry = join(root, 'build/action/index.js')
  if (!existsSync(entry)) return null
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
    const stats = join(scratch, 'stats.json')
    const options = ['--no-cache', '--quiet', '--out', join(scratch, 'dist'), '--stats-out', stats]
    execFileSync(process.execPath, [ncc, 'build', entry, ...options], { cwd: root, stdio: 'ignore' })
    return JSON.parse(readFileSync(stats, 'utf8')) as Stats
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`

/** Sources by package, largest first, before the bundler leaves out what is not used. */
function contents(modules: readonly Module[]): string {
  const bytes = new Map<string, number>()
  for (const { name, size } of modules.flatMap(module => module.modules ?? [module])) {
    const owner = /node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/.exec(name)?.[1] ?? 'our own code'
    bytes.set(owner, (bytes.get(owner) ?? 0) + size)
  }
  const sorted = [...bytes].sort((a, b) => b[1] - a[1])
  const shown = sorted.slice(0, 5).map(([name, size]) => `${name} ${kilobytes(size)}`)
  return `${shown.join(', ')}${sorted.length > 5 ? `, ${sorted.length - 5} more` : ''}`
}

import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

// `node scripts/build.ts` makes dist/; with `--check` it is built elsewhere and compared byte for byte; `--out FOLDER`
// builds into another folder.
const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')
const build = join(root, 'build')

/** What starts, and where below dist/ its bundle lies. */
const entries = [
  { source: 'action/index.js', folder: '.', program: false },
  { source: 'cli/index.js', folder: 'cli', program: true },
] as const

function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, out: { type: 'string' } } })
  if (!values.check) {
    bundle(values.out === undefined ? dist : resolve(values.out))
    return
  }
  const temporary = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    bundle(temporary)
    const differences = compare(temporary, dist)
    for (const line of differences) process.stderr.write(`${line}\n`)
    if (differences.length > 0) {
      process.stderr.write('dist/ is not what the sources give. Fix: run "npm run build" and commit dist/.\n')
      process.exitCode = 1
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** TypeScript to JavaScript, then a folder of chunks for each entry: ncc cannot read `.ts` with TypeScript 7. */
function bundle(out: string): void {
  rmSync(build, { recursive: true, force: true })
  run(join(root, 'node_modules/typescript/bin/tsc'), ['-p', 'tsconfig.build.json'])
  const made = mkdtempSync(join(tmpdir(), 'ncc-'))
  try {
    for (const { source, folder, program } of entries) {
      const target = join(made, folder)
      run(join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'), [
        'build',
        join(build, source),
        '--no-cache',
        '--quiet',
        '-o',
        target,
        '--license',
        'licenses.txt',
      ])
      if (program) chmodSync(join(target, 'index.js'), 0o755)
    }
    rmSync(out, { recursive: true, force: true })
    cpSync(made, out, { recursive: true })
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function run(script: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** One line per file that is missing, too many or different. */
function compare(wanted: string, found: string): readonly string[] {
  const wantedFiles = filesOf(wanted)
  const foundFiles = filesOf(found)
  return [...new Set([...wantedFiles, ...foundFiles])].sort().flatMap(file => {
    if (!foundFiles.includes(file)) return [`dist/${file} is missing`]
    if (!wantedFiles.includes(file)) return [`dist/${file} is not made by the build`]
    return readFileSync(join(wanted, file)).equals(readFileSync(join(found, file))) ? [] : [`dist/${file} differs`]
  })
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
  } catch {
    return []
  }
}

main()

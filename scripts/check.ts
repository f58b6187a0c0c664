import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockfileProblems } from './lockfile.ts'
import { workflowProblems } from './workflows.ts'

// `npm run check`: everything that is not a test. One line per check; what failed is told in full at the end. Offline.
const root = resolve(import.meta.dirname, '..')

/** Lines that say what is wrong; empty when nothing is. */
type Check = () => Promise<readonly string[]>

const checks: Readonly<Record<string, Check>> = {
  'format and lint': tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  types: tool('typescript/bin/tsc', '-p', '.'),
  'dead code': tool('knip/bin/knip.js', '--no-progress'),
  'schema and key table': script('scripts/write-schema.ts', '--check'),
  'table of identifiers': script('scripts/ids.ts', '--check'),
  lockfile: async () => lockfileProblems(read('package-lock.json'), read('package.json')),
  workflows: async () => workflowFiles().flatMap(file => workflowProblems(read(file)).map(what => `${file}: ${what}`)),
  'dist is what the sources give': script('scripts/build.ts', '--check'),
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const workflowFiles = (): readonly string[] =>
  readdirSync(join(root, '.github/workflows')).map(name => `.github/workflows/${name}`)

function tool(name: string, ...args: readonly string[]): Check {
  return () => output([join(root, 'node_modules', name), ...args])
}

function script(...args: readonly string[]): Check {
  return () => output(args)
}

/** Runs a script with this Node. What it printed when it ended with another code than 0. */
function output(args: readonly string[]): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
    }
    child.on('error', fail)
    child.on('close', code => done(code === 0 ? [] : [...text.trimEnd().split('\n'), `(exit code ${code})`]))
  })
}

const failed: { readonly name: string; readonly lines: readonly string[] }[] = []
for (const [name, check] of Object.entries(checks)) {
  const start = performance.now()
  const lines = await check()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${lines.length === 0 ? 'ok    ' : 'failed'} ${name} (${seconds} s)`)
  if (lines.length > 0) failed.push({ name, lines })
}
for (const { name, lines } of failed) console.error(`\n${name}:\n${lines.map(line => `  ${line}`).join('\n')}`)
if (failed.length > 0) {
  console.error(
    `\n${failed.length} of ${Object.keys(checks).length} checks failed: ${failed.map(one => one.name).join(', ')}`,
  )
  process.exitCode = 1
}

import { z } from 'zod'
import type { ChangedFile } from '../facts/facts.ts'
import { defineGate, type PolicyContext } from '../gate.ts'
import { compileGlobs } from '../glob.ts'
import { message } from '../locales/message.ts'
import { globs } from '../policy/fields.ts'
import type { Finding, GateResult } from '../report.ts'
import { byPath, matchesPath } from './scope.ts'

/** What tools write: nobody reads it line by line. */
const lockFiles = [
  '**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb}',
  '**/{Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,composer.lock,Gemfile.lock,go.sum,mix.lock,flake.lock}',
  '**/{packages.lock.json,pubspec.lock,Podfile.lock,gradle.lockfile,Chart.lock,.terraform.lock.hcl}',
]

const limit = z.int().min(1).max(1_000_000)

const options = z.strictObject({
  max_lines: limit.optional().describe('Added and removed lines together.').meta({ stricter: 'lower' }),
  max_files: limit.optional().describe('Changed files.').meta({ stricter: 'lower' }),
  exclude: globs
    .optional()
    .describe('Files that do not count. Lock files never do.')
    .meta({ stricter: 'fewer', presence: 'weaker' }),
})

/** Without a limit of its own the gate asks for what a person can still review. */
const usualLines = 800

/** Small enough to be read. */
export const size = defineGate({
  id: 'size',
  measuredBy: 'github',
  restsOn: 'people',
  needs: ['changedFiles'],
  triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
  options: options.meta({
    description: 'It is small enough to be read.',
    examples: [{ level: 'warn', max_lines: 600, exclude: ['**/testdata/**'] }],
  }),
  evaluate(facts, { max_lines, max_files, exclude = [] }, policy): GateResult {
    const all = facts.changedFiles
    if (all === null) {
      return {
        status: 'unknown',
        summary: message('docs.files.absent', {}),
        next: message('docs.files.absent.next', {}),
      }
    }
    const left = compileGlobs([...lockFiles, ...exclude])
    const files = all.filter(file => !matchesPath(left, file.path))
    const lines = files.reduce((sum, file) => sum + weight(file), 0)
    const maxLines = max_lines ?? (max_files === undefined ? usualLines : null)
    const maxFiles = max_files ?? null
    const counts = { lines, files: files.length, excluded: all.length - files.length, maxLines, maxFiles }
    const tooMuch = (maxLines !== null && lines > maxLines) || (maxFiles !== null && files.length > maxFiles)
    if (!tooMuch) return { status: 'passed', summary: message('size.passed', counts) }
    return {
      status: 'failed',
      summary: message('size.failed', counts),
      findings: heaviest(files),
      next: message('size.failed.next', { parts: partsOf(files, policy) }),
    }
  },
})

const weight = ({ additions, deletions }: ChangedFile): number => additions + deletions

const mostNamed = 10

const heaviest = (files: readonly ChangedFile[]): readonly Finding[] =>
  files
    .toSorted((a, b) => weight(b) - weight(a) || byPath(a, b))
    .slice(0, mostNamed)
    .map(file => ({
      message: message('size.file', { additions: file.additions, deletions: file.deletions }),
      path: file.path,
      rule: file.path,
    }))

/** Components that are touched, else top folders: where it could be taken apart. Heaviest first, at most five. */
function partsOf(files: readonly ChangedFile[], { components }: PolicyContext) {
  const compiled = Object.entries(components).map(([name, { paths }]) => ({ name, globs: compileGlobs(paths) }))
  const parts = new Map<string, number>()
  for (const file of files) {
    const own = compiled.find(one => matchesPath(one.globs, file.path))?.name
    const name = own ?? `${file.path.split('/', 1)[0] ?? ''}${file.path.includes('/') ? '/' : ''}`
    parts.set(name, (parts.get(name) ?? 0) + weight(file))
  }
  return [...parts]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([name, lines]) => ({ name, lines }))
}

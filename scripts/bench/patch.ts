import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ratio } from '../../src/locales/message.ts'
import { randomNumbers } from './generate.ts'
import { compile, type Ended, median, printTable, root, run } from './processes.ts'

const files = Number(process.env.BENCH_FILES ?? 3000)
const reps = 5
/** Changed, and in no report. */
const unreportedFiles = 7

/**
 * `npm run bench -- patch`: coverage of the changed lines of a change to 3,000 files, as a whole process: `git diff`,
 * report and join, beside Debian's diff-cover. One file name in seven is beyond ASCII; what is right is known.
 */
export async function patch(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const known = makeRepository(scratch)
    const program = programIn(scratch)
    const rival = await hasDiffCover()
    const cwd = join(scratch, 'repository')
    const ours = (report: string) => () =>
      run(process.execPath, [program, 'coverage', '--json', '--base', 'base', report], { cwd })
    const readers: Readonly<Record<string, () => Promise<Ended>>> = {
      'git diff alone': () => run('git', ['diff', '--unified=0', 'base...head'], { cwd }),
      'ours, LCOV': ours('coverage/lcov.info'),
      'ours, Cobertura': ours('coverage/cobertura.xml'),
      ...(rival && {
        'diff-cover, Cobertura': () => run('diff-cover', ['coverage/cobertura.xml', '--compare-branch=base'], { cwd }),
      }),
    }
    const times = new Map<string, number[]>()
    const last = new Map<string, Ended>()
    for (let turn = 0; turn < reps; turn++) {
      for (const [name, start] of Object.entries(readers)) {
        const ended = await start()
        times.set(name, [...(times.get(name) ?? []), ended.ms])
        last.set(name, ended)
      }
    }
    return print(known, times, last)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The bundle of the command line, else the same from the sources. */
function programIn(scratch: string): string {
  const bundle = join(root, 'dist/cli/index.js')
  if (existsSync(bundle)) return bundle
  compile(['cli/index.ts'], join(scratch, 'js'))
  return join(scratch, 'js/cli/index.js')
}

const hasDiffCover = (): Promise<boolean> =>
  run('diff-cover', ['--version']).then(
    ended => ended.code === 0,
    () => false,
  )

interface Known {
  readonly patch: Ratio
  readonly added: number
}

/** Branches `base` and `head`, the head checked out, and then its reports in it. */
function makeRepository(scratch: string): Known {
  const random = randomNumbers(3)
  const folder = join(scratch, 'repository')
  const sources = Array.from({ length: files }, (_, index) => sourceFile(index, random))
  const git = (args: readonly string[], input = ''): void => {
    const env = { PATH: process.env.PATH ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
    execFileSync('git', args, { cwd: folder, env, input, stdio: ['pipe', 'ignore', 'inherit'] })
  }
  mkdirSync(folder)
  git(['init', '--quiet', '--initial-branch=base'])
  const commit = (branch: string, textOf: (source: Source) => readonly string[], from = ''): string => {
    const blobs = sources.map(source => `M 100644 inline ${source.path}\ndata ${data(textOf(source).join(''))}\n`)
    const author = 'bench <bench@example.invalid> 1700000000 +0000'
    return `commit refs/heads/${branch}\nauthor ${author}\ncommitter ${author}\ndata ${data(branch)}\n${from}${blobs.join('')}\n`
  }
  git(
    ['fast-import', '--quiet'],
    commit('base', source => textsOf(source, 'removed')) +
      commit('head', source => textsOf(source, 'added'), 'from refs/heads/base\n'),
  )
  git(['checkout', '--quiet', '--force', 'head'])
  const reported = sources.slice(unreportedFiles)
  writeFileSync(join(folder, '.git/info/exclude'), 'coverage/\n')
  mkdirSync(join(folder, 'coverage'))
  writeFileSync(join(folder, 'coverage/lcov.info'), reported.map(lcovRecord).join(''))
  writeFileSync(join(folder, 'coverage/cobertura.xml'), cobertura(reported, folder))
  const added = reported.flatMap(source => source.lines.filter(line => line.kind === 'added' && line.hits !== null))
  return {
    patch: { covered: added.filter(line => line.hits !== 0).length, total: added.length },
    added: sources.reduce((sum, source) => sum + source.lines.filter(line => line.kind === 'added').length, 0),
  }
}

interface Source {
  readonly path: string
  readonly lines: readonly SourceLine[]
}

interface SourceLine {
  readonly text: string
  readonly kind: 'kept' | 'added' | 'removed'
  /** `null`: not executable. */
  readonly hits: number | null
}

/** Every line is another text, so that there is one way to say what was added. */
function sourceFile(index: number, random: () => number): Source {
  const lines: SourceLine[] = []
  const add = (kind: SourceLine['kind'], count: number): void => {
    for (let left = count; left > 0; left--) {
      const text = `    value_${index}_${lines.length} = compute_total(account, ${Math.floor(random() * 1e9)}, ledger)\n`
      const hits = random() < 0.7 ? (random() < 0.8 ? 1 + Math.floor(random() * 9) : 0) : null
      lines.push({ text, kind, hits })
    }
  }
  for (let block = 0; block < 4; block++) {
    add('kept', 5 + Math.floor(random() * 20))
    add('removed', Math.floor(random() * 9))
    add('added', 1 + Math.floor(random() * 10))
  }
  const name = index % 7 === 2 ? `größe-${index}-测` : `part${index}`
  return { path: `src/area${index % 40}/${name}.py`, lines }
}

const textsOf = ({ lines }: Source, changed: 'added' | 'removed'): readonly string[] =>
  lines.flatMap(({ kind, text }) => (kind === 'kept' || kind === changed ? [text] : []))

/** At the head. */
const executable = ({ lines }: Source): readonly { readonly number: number; readonly hits: number }[] =>
  lines
    .filter(line => line.kind !== 'removed')
    .flatMap(({ hits }, at) => (hits === null ? [] : [{ number: at + 1, hits }]))

const lcovRecord = (source: Source): string =>
  `TN:\nSF:${source.path}\n${executable(source)
    .map(({ number, hits }) => `DA:${number},${hits}\n`)
    .join('')}end_of_record\n`

function cobertura(sources: readonly Source[], folder: string): string {
  const classes = sources.map(source => {
    const lines = executable(source).map(({ number, hits }) => `<line number="${number}" hits="${hits}"/>\n`)
    return `<class name="c" filename="${source.path}" line-rate="0.8"><methods/><lines>\n${lines.join('')}</lines></class>\n`
  })
  return `<?xml version="1.0" ?>\n<coverage version="1" line-rate="0.8"><sources><source>${folder}</source></sources><packages><package name="p"><classes>\n${classes.join('')}</classes></package></packages></coverage>\n`
}

const data = (text: string): string => `${Buffer.byteLength(text)}\n${text}`

function print(known: Known, times: ReadonlyMap<string, readonly number[]>, last: ReadonlyMap<string, Ended>): boolean {
  console.log(
    `Changed lines: ${files} files, ${known.added} added lines, ${known.patch.covered} of ${known.patch.total} executable ones covered`,
  )
  const rows = [...times].map(([name, ms]) => [name, `${median(ms).toFixed(0)} ms`, resultOf(name, last.get(name))])
  printTable(rows)
  const exact = `${known.patch.covered} of ${known.patch.total}, ${unreportedFiles} files unreported`
  const isExact = rows.every(([name = '', , result]) => !name.startsWith('ours') || result === exact)
  console.log(`  P1 exact, and files without data are named: ${isExact ? 'met' : `MISSED (${exact})`}`)
  const rival = times.get('diff-cover, Cobertura')
  if (rival === undefined) {
    console.log('  P1 a quarter of the time of diff-cover: not measured, diff-cover is not installed')
    return isExact
  }
  const slowest = Math.max(...[...times].filter(([name]) => name.startsWith('ours')).map(([, ms]) => median(ms)))
  const share = median(rival) / slowest
  console.log(`  P1 a quarter of the time of diff-cover: 1/${share.toFixed(1)}, ${share >= 4 ? 'met' : 'MISSED'}`)
  return isExact && share >= 4
}

function resultOf(name: string, ended: Ended | undefined): string {
  if (ended === undefined) return ''
  if (name.startsWith('ours')) {
    if (ended.code === 2) return ended.stderr.trim()
    const { patch: found, unreported } = JSON.parse(ended.stdout) as { patch: Ratio; unreported: readonly string[] }
    return `${found.covered} of ${found.total}, ${unreported.length} files unreported`
  }
  const [, total, missing] = /Total:\s+(\d+) lines\s+Missing:\s+(\d+) lines/.exec(ended.stdout) ?? []
  return total === undefined ? '' : `${Number(total) - Number(missing)} of ${total}`
}

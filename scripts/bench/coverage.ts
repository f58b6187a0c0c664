import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Counts, GeneratedFormat, Variant } from './generate.ts'
import { generate, generated, told } from './generate.ts'
import { type Found, type Peer, peers } from './peers.ts'
import { compile, median, printTable, run } from './processes.ts'

/** What performance.md asks for; `null`: not measured in this run. */
interface Target {
  readonly id: string
  readonly text: string
  readonly met: boolean | null
  readonly measured: string
}

interface Measured {
  readonly format: GeneratedFormat
  readonly megabytes: number
  readonly reader: string
  /** `null`: it failed, and `failure` says how. */
  readonly rate: number | null
  readonly rss: number | null
  readonly correct: boolean
  readonly failure: string
}

/** Readers of one measurement have this long. */
const limit = 180_000
const ours = 'ours'
const variants: readonly Variant[] = ['crlf', 'cut-end', 'twice']

/**
 * `npm run bench -- coverage [--mb 1,20,200,600] [--formats lcov,go] [--reps 3] [--offline]`: megabytes a second, peak
 * memory and exactness of the readers, beside the packages of npm that read the same. Readers take turns, each in a
 * fresh process, timed there from before the first byte is read until the totals are known. Absolute figures are this
 * machine's; the ratios travel.
 */
export async function coverage(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mb: { type: 'string', default: '1,20,200,600' },
      formats: { type: 'string', default: generated.join() },
      reps: { type: 'string', default: '3' },
      offline: { type: 'boolean', default: false },
    },
  })
  const sizes = values.mb.split(',').map(Number)
  const formats = generated.filter(format => values.formats.split(',').includes(format))
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    compile(['scripts/bench/read-child.ts'], join(scratch, 'js'))
    const reached = !values.offline && (await install(join(scratch, 'peers')))
    if (!reached) console.log('Coverage: the npm registry was not asked or not reached; only our readers are measured.')
    const measured: Measured[] = []
    for (const format of formats) {
      for (const megabytes of sizes.filter(size => size < 600 || format === 'lcov' || format === 'istanbul'))
        measured.push(...(await measure(scratch, { format, megabytes, reps: Number(values.reps), peers: reached })))
    }
    const exact = await checkVariants(scratch, formats)
    printMeasured(measured)
    const targets = judge(measured, exact)
    printTargets(targets)
    return targets.every(target => target.met !== false)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Without scripts of the packages. False: the registry did not give them. */
async function install(folder: string): Promise<boolean> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const names = peers.flatMap(({ name, version }) => (version === undefined ? [] : [`${name}@${version}`]))
  const npm = process.env.npm_execpath
  const options = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...names]
  const [command, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm]
  const ended = await run(command ?? 'npm', [...before, ...options], { cwd: folder, limit }).catch(() => null)
  return ended?.code === 0
}

interface Wish {
  readonly format: GeneratedFormat
  readonly megabytes: number
  readonly reps: number
  readonly peers: boolean
}

async function measure(scratch: string, wish: Wish): Promise<readonly Measured[]> {
  const { format, megabytes } = wish
  const path = join(scratch, `report.${format}`)
  const report = generate(path, format, { megabytes })
  const readers = readersOf(wish)
  const turns = new Map<string, (Reading | string)[]>(readers.map(reader => [reader, []]))
  const reps = megabytes > 20 ? Math.min(3, wish.reps) : wish.reps
  for (let turn = 0; turn < reps; turn++) {
    for (const [reader, readings] of turns) {
      const isSlow = megabytes > 20 && reader !== ours
      if (turn > 0 && (isSlow || typeof readings[0] === 'string')) continue
      readings.push(await readOnce(scratch, reader, format, path))
      process.stderr.write(`\r${format} ${megabytes} MB: ${reader}`.padEnd(60))
    }
  }
  process.stderr.write(`\r${' '.repeat(60)}\r`)
  rmSync(path)
  return [...turns].map(([reader, readings]) => {
    const good = readings.filter(reading => typeof reading !== 'string')
    const failure = readings.find(reading => typeof reading === 'string') ?? ''
    const correct =
      good.length > 0 && good.every(({ found }) => reader === 'floor' || agrees(format, found, report.counts))
    const rate = good.length > 0 ? report.bytes / 1000 / median(good.map(({ ms }) => ms)) : null
    const rss = good.length > 0 ? (median(good.map(({ kilobytes }) => kilobytes)) * 1024) / 1e6 : null
    return { format, megabytes, reader, rate, rss, correct, failure }
  })
}

/** All at up to 20 MB; of the larger ones only those that could be nearest; ours alone beyond. */
function readersOf({ format, megabytes, peers: withPeers }: Wish): readonly string[] {
  const able = withPeers ? peers.filter(peer => peer.formats.includes(format)) : []
  const chosen = megabytes > 200 ? [] : megabytes > 20 ? able.filter(peer => isNear(format, peer)) : able
  return ['floor', ours, ...chosen.map(peer => peer.name)]
}

/** The others take a quarter of a minute and more, and are not the fastest at 20 MB either. */
const isNear = (format: GeneratedFormat, { name }: Peer): boolean =>
  name === '@connectis/coverage-parser' ? format === 'go' : !['sax', 'cobertura-parse', 'jacoco-parse'].includes(name)

interface Reading {
  readonly ms: number
  readonly kilobytes: number
  readonly found: Found
}

/** What the process measured, or how it failed. */
async function readOnce(scratch: string, ...args: readonly [string, string, string]): Promise<Reading | string> {
  const child = join(scratch, 'js/scripts/bench/read-child.js')
  const ended = await run(process.execPath, [child, ...args, join(scratch, 'peers')], { cwd: scratch, limit })
  if (ended.code === 0) return JSON.parse(ended.stdout) as Reading
  const cause = /^.*(heap out of memory|Error: .*)$/m.exec(ended.stderr)?.[0] ?? `ended with ${ended.code}`
  return cause.trim().slice(0, 60)
}

const agrees = (format: GeneratedFormat, found: Found, expected: Counts): boolean =>
  told[format].every(key => found[key] === undefined || JSON.stringify(found[key]) === JSON.stringify(expected[key]))

/** C7: the same totals whatever the line ends, without the last one, and for files that are told twice. */
async function checkVariants(scratch: string, formats: readonly GeneratedFormat[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const format of formats) {
    for (const variant of variants) {
      const path = join(scratch, 'variant')
      const { counts } = generate(path, format, { megabytes: 1, variant, seed: 7 })
      const reading = await readOnce(scratch, ours, format, path)
      if (typeof reading === 'string' || !agrees(format, reading.found, counts)) wrong.push(`${format} ${variant}`)
    }
  }
  return wrong
}

function printMeasured(measured: readonly Measured[]): void {
  for (const [format, ofFormat] of Map.groupBy(measured, ({ format }) => format)) {
    console.log(`\nCoverage, ${format}: MB/s, how many times ours, peak memory`)
    const rows = ofFormat.map(({ megabytes, reader, rate, rss, correct, failure }) => {
      const mine = rateOf(ofFormat, megabytes, ours)
      const ratio = rate === null || mine === null ? '' : `${(mine / rate).toFixed(1)} ×`
      const cells = [
        `${megabytes} MB`,
        reader,
        rate === null ? '' : rate.toFixed(1),
        ratio,
        rss === null ? '' : `${rss.toFixed(0)} MB`,
      ]
      return [...cells, rate === null ? failure : reader === 'floor' ? '' : correct ? 'correct' : 'WRONG']
    })
    printTable(rows)
  }
}

const rateOf = (measured: readonly Measured[], megabytes: number, reader: string): number | null =>
  measured.find(each => each.megabytes === megabytes && each.reader === reader)?.rate ?? null

function printTargets(targets: readonly Target[]): void {
  console.log('\nTargets (performance.md):')
  const word = (met: boolean | null) => (met === null ? 'not measured' : met ? 'met' : 'MISSED')
  printTable(targets.map(({ id, text, met, measured }) => [id, text, measured, word(met)]))
}

function judge(measured: readonly Measured[], wrongVariants: readonly string[]): readonly Target[] {
  const of = (format: GeneratedFormat) => measured.filter(each => each.format === format)
  const faster = (
    id: string,
    format: GeneratedFormat,
    megabytes: number,
    rivals: readonly string[],
    times: number,
  ): Target => {
    const best = Math.max(...rivals.map(rival => rateOf(of(format), megabytes, rival) ?? 0))
    const mine = rateOf(of(format), megabytes, ours)
    const ratio = mine === null || best === 0 ? null : mine / best
    const against = rivals.length > 2 ? 'the best package' : rivals.join(' and ')
    return {
      id,
      text: `${format}, ${megabytes} MB: ${times} × ${against}`,
      met: ratio === null ? null : ratio >= times,
      measured: ratio === null ? '' : `${ratio.toFixed(1)} ×`,
    }
  }
  const packages = (format: GeneratedFormat) =>
    peers.filter(peer => peer.version !== undefined && peer.formats.includes(format)).map(peer => peer.name)
  const parsers = ['saxes', 'htmlparser2']
  const xml = ['cobertura', 'jacoco', 'clover'] as const
  return [
    faster('C1', 'lcov', 20, packages('lcov'), 10),
    faster('C1', 'lcov', 200, packages('lcov'), 8),
    faster('C1', 'lcov', 20, ['readline + split'], 6),
    ...xml.map(format => faster('C2', format, 20, parsers, 2.5)),
    ...xml.map(format => faster('C2', format, 200, parsers, 4)),
    faster('C2', 'cobertura', 20, ['cobertura-parse'], 7),
    faster('C2', 'jacoco', 20, ['jacoco-parse'], 7),
    faster('C3', 'istanbul', 200, ['istanbul-lib-coverage'], 1),
    lighter('C3', of('istanbul'), 'istanbul-lib-coverage'),
    faster('C4', 'go', 20, ['@connectis/coverage-parser'], 6),
    ...generated.flatMap(format => flat(of(format), format)),
    lighter('C5', of('lcov'), ...packages('lcov')),
    ...(['lcov', 'istanbul'] as const).map(format => huge(of(format), format)),
    exact(measured, wrongVariants),
  ]
}

/** At most an eighth of the memory of the rival with the highest rate. */
function lighter(id: string, measured: readonly Measured[], ...rivals: readonly string[]): Target {
  const at200 = measured.filter(each => each.megabytes === 200 && each.rss !== null)
  const [best] = at200.filter(each => rivals.includes(each.reader)).sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))
  const mine = at200.find(each => each.reader === ours)
  const share = mine?.rss && best?.rss ? best.rss / mine.rss : null
  const text = `${mine?.format ?? ''}, 200 MB: 1/8 of the memory of ${best?.reader ?? 'the best package'}`
  return { id, text, met: share === null ? null : share >= 8, measured: share === null ? '' : `1/${share.toFixed(1)}` }
}

function flat(measured: readonly Measured[], format: GeneratedFormat): readonly Target[] {
  const rss = (megabytes: number) =>
    measured.find(each => each.megabytes === megabytes && each.reader === ours)?.rss ?? null
  const [small, large] = [rss(1), rss(200)]
  if (small === null || large === null) return []
  const told = `${large.toFixed(0)} MB, ${(large / small).toFixed(2)} ×`
  const text = `${format}: memory of 200 MB is 1.6 × that of 1 MB, and 130 MB`
  return [{ id: 'C5', text, met: large <= 1.6 * small && large <= 130, measured: told }]
}

function huge(measured: readonly Measured[], format: GeneratedFormat): Target {
  const found = measured.find(each => each.megabytes === 600 && each.reader === ours)
  const told = found?.rate ? `${found.rate.toFixed(0)} MB/s, ${found.rss?.toFixed(0)} MB` : (found?.failure ?? '')
  return { id: 'C6', text: `${format}: 600 MB read correctly`, met: found?.correct ?? null, measured: told }
}

function exact(measured: readonly Measured[], wrongVariants: readonly string[]): Target {
  const wrong = measured.filter(each => each.reader === ours && !each.correct)
  const named = [...wrong.map(each => `${each.format} ${each.megabytes} MB`), ...wrongVariants]
  const text = `all totals exact, also with ${variants.join(', ')}`
  return { id: 'C7', text, met: named.length === 0, measured: named.join(', ') }
}

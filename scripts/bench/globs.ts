import { Minimatch } from 'minimatch'
import { compileGlob } from '../../src/glob.ts'

/** performance.md G1, G2: 3,000 paths × 200 patterns beside minimatch; patterns made to hang a matcher. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 21)

const folders = ['src', 'services/billing', 'services/orders', 'web/app', 'docs', 'deploy/helm', 'test', 'migrations']
const names = ['index', 'model', 'values', 'guide', 'main.test', '0042_orders', 'Dockerfile', 'user-profile']
const endings = ['.ts', '.go', '.yaml', '.md', '.sql', '', '.json', '.tsx']

const paths = Array.from({ length: 3000 }, (_, n) => {
  const folder = folders[n % folders.length]
  const name = names[(n >> 3) % names.length]
  return `${folder}/${n % 5 === 0 ? `part${n % 37}/` : ''}${name}${n % 11}${endings[(n >> 2) % endings.length]}`
})

const patterns = Array.from({ length: 200 }, (_, n) => {
  const folder = folders[n % folders.length]
  const ending = endings[n % endings.length]
  const forms = [
    `${folder}/**`,
    `**/*${ending || '.txt'}`,
    `${folder}/**/*.{ts,tsx,go}`,
    `**/{values,Chart}${n % 7}.yaml`,
    `${folder}/part${n % 37}/*`,
    `**/${names[n % names.length]}*`,
    `${folder}/**/${names[n % names.length]}[0-9]*`,
    `*/*/${names[n % names.length]}?${ending}`,
  ]
  return `${forms[n % forms.length]}`
})

const hostile: readonly string[] = [
  '*a'.repeat(20),
  '?*'.repeat(20),
  `${'*a'.repeat(30)}X`,
  `${'**/a/'.repeat(20)}X`,
  '+(a|a?)'.repeat(6),
  '{a,b}'.repeat(24),
  '{1..9999999}',
  '['.repeat(5000),
  `${'a'.repeat(60_000)}*`,
  '{a,'.repeat(5000),
]

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function timed(match: () => number): { readonly ms: number; readonly hits: number } {
  const start = performance.now()
  const hits = match()
  return { ms: performance.now() - start, hits }
}

const count = (matchers: readonly ((path: string) => boolean)[]): number =>
  matchers.reduce((sum, matches) => sum + paths.filter(matches).length, 0)

export async function globs(): Promise<void> {
  const ours = patterns.map(pattern => {
    const compiled = compileGlob(pattern)
    if (!compiled.ok) throw new Error(`refused: ${pattern}`)
    return compiled.value.matches
  })
  const theirs = patterns.map(pattern => {
    const compiled = new Minimatch(pattern, { dot: true })
    return (path: string) => compiled.match(path)
  })
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  let hits = { ours: 0, theirs: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const own = timed(() => count(ours))
    const other = timed(() => count(theirs))
    times.ours.push(own.ms)
    times.theirs.push(other.ms)
    hits = { ours: own.hits, theirs: other.hits }
  }
  const [own, other] = [median(times.ours), median(times.theirs)]
  const ratio = median(times.theirs.map((ms, round) => ms / (times.ours[round] ?? Number.NaN)))
  console.log('Globs: 3,000 paths × 200 patterns, compiled before')
  console.log(`  ours      ${own.toFixed(1).padStart(7)} ms  ${hits.ours} matches`)
  console.log(`  minimatch ${other.toFixed(1).padStart(7)} ms  ${hits.theirs} matches`)
  console.log(`  G1: 1/${ratio.toFixed(2)} of minimatch's time (target 1/2.5)`)
  const worst = hostile
    .map(pattern => ({ pattern, ms: timed(() => hostileMatch(pattern)).ms }))
    .toSorted((a, b) => b.ms - a.ms)[0]
  console.log(
    `  G2: worst of ${hostile.length} hostile patterns ${worst?.ms.toFixed(1)} ms (target 50 ms): ${worst?.pattern.slice(0, 20)}…`,
  )
}

/** Compiled, and tried on a long path if it is not refused. */
function hostileMatch(pattern: string): number {
  const compiled = compileGlob(pattern)
  return compiled.ok ? Number(compiled.value.matches(`${'a'.repeat(60)}/${'a/'.repeat(60)}`)) : 0
}

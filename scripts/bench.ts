import { bundle } from './bench/bundle.ts'
import { coverage } from './bench/coverage.ts'
import { globs } from './bench/globs.ts'
import { ledger } from './bench/ledger.ts'
import { patch } from './bench/patch.ts'
import { start } from './bench/start.ts'
import { webhooks } from './bench/webhooks.ts'

/**
 * `npm run bench`: everything, one after the other, some minutes; `npm run bench -- coverage` one part of it, with its
 * options behind. Absolute figures are this machine's; the ratios travel.
 *
 * `BENCH_RUNS` sets how often the Action is started (21), `BENCH_DELIVERIES` the number of the webhooks (1,000).
 */
const parts: Readonly<Record<string, (args: readonly string[]) => Promise<unknown>>> = {
  start,
  bundle,
  webhooks,
  coverage,
  patch,
  globs,
  ledger,
}

const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.keys(parts) : [name]
for (const [index, part] of chosen.entries()) {
  const bench = parts[part]
  if (bench === undefined) {
    console.error(`There is no part ${part}; there are ${Object.keys(parts).join(', ')}.`)
    process.exitCode = 2
    break
  }
  if (index > 0) console.log()
  await bench(args)
}

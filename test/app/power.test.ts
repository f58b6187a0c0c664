import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { afterPowerCut, changesSince, type DiskEvent, readTrace, straceArguments, writeFiles } from './disk.ts'
import { temporaryDir } from './stores.ts'

const cuts = process.env.SOAK === undefined ? 12 : 200
const deliveries = process.env.SOAK === undefined ? 40 : 400
const firstSeed = 1

const hasStrace =
  spawnSync('strace', ['-V']).status === 0 && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

const child = (directory: string, slowly: readonly string[]): readonly string[] => [
  process.execPath,
  join(import.meta.dirname, 'power-child.ts'),
  directory,
  '1',
  String(deliveries),
  ...slowly,
]

/** Every system call of the store about its files. */
async function traced(directory: string): Promise<readonly DiskEvent[]> {
  const out = join(temporaryDir(), 'trace')
  const run = spawn('strace', [...straceArguments(out), ...child(directory, [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  run.stdout.resume()
  const [code] = await once(run, 'exit')
  expect(code).toBe(0)
  return readTrace(readFileSync(out, 'latin1'), directory)
}

/** Without strace: what the files hold whenever the store answers for something. */
async function watched(directory: string): Promise<readonly DiskEvent[]> {
  const [command = '', ...args] = child(directory, ['slowly'])
  const run = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(run, 'exit')
  const events: DiskEvent[] = []
  const before = new Map<string, Buffer>()
  for await (const line of createInterface({ input: run.stdout })) {
    events.push(...changesSince(before, directory, ['delivery-gates.db', 'delivery-gates.db-wal']))
    events.push({ kind: 'said', line })
    run.stdin.write('\n')
  }
  await exited
  return events
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What the database holds after the power came back. Opening it checks pages and verifies chains. */
async function whatIsLeft(directory: string) {
  const store = await openStore({ dataDir: directory })
  try {
    const recorded = new Set<string>()
    const kept = new Set<string>()
    for (const repoId of await store.ledger.repositories()) {
      expect(await store.ledger.verify(repoId)).toMatchObject({ ok: true })
      for (let after = 0; ; ) {
        const rows = await store.ledger.page(repoId, after)
        for (const row of rows) recorded.add(row.source)
        after = rows.at(-1)?.chainSeq ?? 0
        if (rows.length === 0) break
      }
    }
    const later = Date.now() + 1e9
    for (let claim = await store.lanes.claim(later, 1e9); claim; claim = await store.lanes.claim(later, 1e9)) {
      for (const job of claim.jobs) kept.add(job.deliveryId)
    }
    return { recorded, kept }
  } finally {
    await store.close()
  }
}

const ways = hasStrace ? (['traced', 'watched'] as const) : (['watched'] as const)

test.each(ways)(
  `R-03 ${cuts} power cuts (%s): nothing that the store answered for is lost, and the chain verifies`,
  async way => {
    const directory = temporaryDir()
    const events = await (way === 'traced' ? traced(directory) : watched(directory))
    const said = events.filter(event => event.kind === 'said').length
    expect(said).toBeGreaterThanOrEqual(2 * deliveries)
    let answered = 0
    let unsynchronised = 0
    for (let cut = 0; cut < cuts; cut += 1) {
      const next = random(firstSeed + cut)
      const until = events.slice(0, Math.floor(next() * events.length))
      // From nothing of what was under way to all of it.
      const share = [0, 0.5, 1, next()][cut % 4] ?? 0
      const after = temporaryDir()
      writeFiles(
        after,
        afterPowerCut(until, () => {
          unsynchronised += 1
          return next() < share
        }),
      )
      const { recorded, kept } = await whatIsLeft(after)
      const lines = until.flatMap(event => (event.kind === 'said' ? [event.line.split(' ')] : []))
      const lost = lines.filter(([what, delivery = '']) =>
        what === 'recorded' ? !recorded.has(delivery) : !recorded.has(delivery) && !kept.has(delivery),
      )
      expect(lost, `cut ${cut}`).toEqual([])
      answered += lines.length
      rmSync(after, { recursive: true })
    }
    expect(unsynchronised).toBeGreaterThan(0)
    process.stdout.write(
      `${cuts} power cuts (${way}), ${events.length} events, ${answered} answers looked for, 0 lost\n`,
    )
  },
  600_000,
)

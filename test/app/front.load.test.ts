import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { startPostgres } from '../support/postgres.ts'
import { startChild } from './children.ts'
import { bodies, guid, signedHeaders } from './payloads.ts'
import { deliver, send } from './requests.ts'
import { temporaryDir } from './stores.ts'

async function servingChild(below: readonly string[] = []) {
  const child = await startChild(temporaryDir(), { mode: 'front-only', below })
  onTestFinished(async () => {
    child.process.stdin?.end()
    await child.exited
  })
  return child
}

async function emptyDatabase(): Promise<string> {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  return server.database()
}

async function residentMegabytes(port: number): Promise<number> {
  const { text } = await send(port, { path: '/metrics', method: 'GET' })
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(text)?.[1]) / 1024 / 1024
}

test('T-72 M4 B-W05 300 MB without a length and without a signature: refused, memory stays below 300 MB', async () => {
  const { port } = await servingChild()
  const chunk = Buffer.alloc(1024 * 1024)
  const flood = function* () {
    for (let megabytes = 0; megabytes < 300; megabytes++) yield chunk
  }
  let peak = 0
  const watch = setInterval(async () => {
    peak = Math.max(peak, await residentMegabytes(port).catch(() => 0))
  }, 20)
  const headers = { ...signedHeaders('push', guid(1), 'other'), 'transfer-encoding': 'chunked' }
  const statuses = await Promise.all(
    Array.from({ length: 8 }, () =>
      send(port, { headers, body: flood() }).then(
        reply => reply.status,
        () => 'cut off',
      ),
    ),
  )
  clearInterval(watch)
  peak = Math.max(peak, await residentMegabytes(port))
  console.info(`answers to 8 × 300 MB: ${statuses.join(', ')}; peak ${Math.round(peak)} MB`)
  for (const status of statuses) expect([413, 503, 'cut off']).toContain(status)
  expect(peak).toBeGreaterThan(20)
  expect(peak).toBeLessThan(300)
  expect((await deliver(port, 'push', guid(2), bodies.push())).status).toBe(202)
})

/** Figures are demanded in the soak only: here other tests share the machine, and what it cannot take is refused. */
test.each(['SQLite', 'PostgreSQL'])(
  'R-10 200 deliveries a second, 25 MB among them: all acknowledged ones are kept (%s)',
  async engine => {
    const seconds = process.env.SOAK ? 60 : 3
    const place = engine === 'SQLite' ? temporaryDir() : await emptyDatabase()
    const { port, process: child, exited } = await startChild(place, { mode: 'front-only' })
    const times: number[] = []
    const large = JSON.stringify({ ...bodies.push(), padding: 'x'.repeat(25_000_000) })
    const timed = async (n: number) => {
      const start = performance.now()
      const payload = n % 200 === 100 ? large : { ...bodies.push(), n }
      const { status } = await deliver(port, 'push', guid(n), payload)
      times.push(performance.now() - start)
      return status
    }
    const replies: Promise<number>[] = []
    for (let n = 1; n <= seconds * 200; n++) {
      replies.push(timed(n))
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    const statuses = await Promise.all(replies)
    const rss = await residentMegabytes(port)
    child.kill('SIGKILL')
    await exited
    const store = await openStore(engine === 'SQLite' ? { dataDir: place } : { databaseUrl: place })
    const { open } = await store.inbox.counts()
    await store.close()
    times.sort((a, b) => a - b)
    const [p99 = 0, max = 0] = [times[Math.floor(times.length * 0.99)], times.at(-1)]
    console.info(
      `${statuses.length} deliveries: median ${times[times.length >> 1]?.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms, ${Math.round(rss)} MB`,
    )
    const acknowledged = statuses.filter(status => status === 202).length
    expect(statuses.filter(status => status !== 202 && status !== 503)).toEqual([])
    expect(acknowledged).toBeGreaterThan(statuses.length / 2)
    expect(open).toBe(acknowledged)
    if (!process.env.SOAK) return
    expect(rss).toBeLessThan(300)
    expect(acknowledged).toBe(statuses.length)
    expect(p99).toBeLessThan(500)
    expect(max).toBeLessThan(5000)
  },
  240_000,
)

const hasStrace =
  spawnSync('strace', ['-V']).status === 0 && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

test.skipIf(!hasStrace)(
  'R-03 the disk is told to keep a delivery before it is acknowledged: at least one fsync each',
  async () => {
    const trace = join(temporaryDir(), 'trace')
    const { port } = await servingChild(['strace', '-f', '-o', trace, '-e', 'trace=fsync,fdatasync'])
    const syncs = () => readFileSync(trace, 'utf8').match(/^\d+ +(fsync|fdatasync)\(/gm)?.length ?? 0
    const atStart = syncs()
    for (let n = 1; n <= 20; n++) {
      expect((await deliver(port, 'push', guid(n), bodies.push())).status).toBe(202)
      expect(syncs() - atStart).toBeGreaterThanOrEqual(n)
    }
  },
)

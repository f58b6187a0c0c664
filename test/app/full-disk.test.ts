import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../app/store/index.ts'
import { type Child, startChild } from './children.ts'
import { bodies, guid } from './payloads.ts'
import { deliver, send } from './requests.ts'
import { temporaryDir } from './stores.ts'

const padding = 'x'.repeat(40_000)
const at = (n: number) => ({ ...bodies.push(), n, padding })

/** Delivers until the store refuses ten times in a row. Gives the numbers that were acknowledged. */
async function fill(port: number): Promise<readonly number[]> {
  const acknowledged: number[] = []
  let refused = 0
  for (let n = 1; n <= 600 && refused < 10; n += 1) {
    const { status } = await deliver(port, 'push', guid(n), at(n))
    expect([202, 503]).toContain(status)
    if (status === 202) acknowledged.push(n)
    refused = status === 503 ? refused + 1 : 0
  }
  expect(refused).toBe(10)
  expect(acknowledged.length).toBeGreaterThan(3)
  return acknowledged
}

const healthOf = async (port: number): Promise<number> => (await send(port, { path: '/healthz', method: 'GET' })).status

async function allAreThere(dataDir: string, acknowledged: number): Promise<void> {
  const store = await openStore({ dataDir })
  expect((await store.inbox.counts()).open).toBe(acknowledged)
  await store.close()
}

async function kill({ process, exited }: Child): Promise<void> {
  process.kill('SIGKILL')
  await exited
}

test('R-18 B-D01 no file may grow any more: 503, no false acknowledgement, and it goes on where there is room', async () => {
  const dataDir = temporaryDir()
  // Blocks of 1,024 bytes: what a quota does, which needs no rights to set.
  const child = await startChild(dataDir, {
    mode: 'front-only',
    below: ['bash', '-c', 'ulimit -f 1200; exec "$@"', '-'],
  })
  const acknowledged = await fill(child.port)
  expect(await healthOf(child.port)).toBe(200)
  await kill(child)
  await allAreThere(dataDir, acknowledged.length)
  const next = await startChild(dataDir, { mode: 'front-only' })
  expect((await deliver(next.port, 'push', guid(1000), at(1000))).status).toBe(202)
  await kill(next)
  await allAreThere(dataDir, acknowledged.length + 1)
}, 120_000)

/** A file system of our own needs root, or a kernel that lets users be root among themselves. */
const alone = ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=3m none "$0" && : > "$0/ballast" && exec "$@"']
const mayMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0

test.skipIf(!mayMount)(
  'R-18 B-D01 ENOSPC on a file system of 3 MB: 503, and accepted again when something was deleted',
  async () => {
    const dataDir = temporaryDir()
    const copy = temporaryDir()
    const child = await startChild(dataDir, { mode: 'front-only', below: [...alone, dataDir] })
    const inside = join(`/proc/${child.process.pid}/root`, dataDir)
    writeFileSync(join(inside, 'ballast'), Buffer.alloc(1024 * 1024))
    const acknowledged = await fill(child.port)
    expect(await healthOf(child.port)).toBe(200)
    rmSync(join(inside, 'ballast'))
    expect((await deliver(child.port, 'push', guid(1000), at(1000))).status).toBe(202)
    child.process.kill('SIGSTOP')
    mkdirSync(copy, { recursive: true })
    for (const name of ['delivery-gates.db', 'delivery-gates.db-wal']) cpSync(join(inside, name), join(copy, name))
    await kill(child)
    await allAreThere(copy, acknowledged.length + 1)
  },
  120_000,
)

const isRoot = process.getuid?.() === 0

test.skipIf(isRoot && !mayMount)(
  'R-18 a directory that nobody may write: refused at start with what to do, nothing is served',
  async () => {
    const dataDir = temporaryDir()
    const first = await startChild(dataDir, { mode: 'front-only' })
    expect((await deliver(first.port, 'push', guid(1), at(1))).status).toBe(202)
    await kill(first)
    const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../app/store/index.ts'))}
    await openStore({ dataDir: ${JSON.stringify(dataDir)} }).catch(e => { console.log(e.message); process.exit(7) })`
    const run = ['--input-type=module', '-e', script]
    spawnSync('chmod', ['-R', 'a-w', dataDir])
    // Root may write everywhere, except where the file system is read-only.
    const bind = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    const { status, stdout } = isRoot
      ? spawnSync('unshare', ['-m', 'sh', '-c', bind, dataDir, process.execPath, ...run], { encoding: 'utf8' })
      : spawnSync(process.execPath, run, { encoding: 'utf8' })
    spawnSync('chmod', ['-R', 'u+w', dataDir])
    expect(stdout).toMatch(/read-only|cannot be opened|may write/)
    expect(status).toBe(7)
    await allAreThere(dataDir, 1)
  },
  60_000,
)

import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../app/commands/index.ts'
import { root } from '../project/files.ts'
import { emptyStore, temporaryDir } from './stores.ts'

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()

/** What the App says when it does not start. */
function start(changes: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'app/index.ts')], {
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      APP_ID: '1',
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: 'a-webhook-secret-of-forty-characters-----',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      PORT: '0',
      ...changes,
    },
  })
  return { status, lines: stderr.trimEnd().split('\n') }
}

/** Places that the App cannot start in, by name. */
async function troubles(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const busy = temporaryDir()
  await emptyStore(busy)
  const garbage = temporaryDir()
  writeFileSync(join(garbage, 'delivery-gates.db'), 'no database, but longer than a header of one '.repeat(50))
  const file = join(temporaryDir(), 'file')
  writeFileSync(file, '')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return {
    'start.inUse': { DATA_DIR: busy },
    'start.database.foreign': { DATA_DIR: garbage },
    'start.file': { DATA_DIR: join(file, 'data') },
    'start.listen': { DATA_DIR: temporaryDir(), PORT: String((server.address() as AddressInfo).port) },
    'start.postgres.silent': { DATABASE_URL: 'postgresql://u:hunter2-secret@127.0.0.1:1/gates' },
    'start.ledgerKey': { DATA_DIR: temporaryDir(), LEDGER_KEY: 'none' },
  }
}

test('B-D01 B-E13 whatever keeps the App from starting is one line that says what to do, in the language of LOCALE', {
  timeout: 120_000,
}, async () => {
  for (const [name, changes] of Object.entries(await troubles())) {
    for (const [LOCALE, end] of [
      ['en', /^[^\p{Script=Han}]+\.$/u],
      ['zh-CN', /\p{Script=Han}.*。$/u],
    ] as const) {
      const { status, lines } = start({ ...changes, LOCALE })
      expect(status, name).toBe(1)
      expect(lines, `${name} ${LOCALE}`).toEqual([expect.stringMatching(end)])
      expect(lines.join('\n')).not.toContain('hunter2-secret')
    }
  }
})

test('a command beside the App is told so in the language of --locale', async () => {
  const warned: string[] = []
  const run = (...args: readonly string[]) =>
    runCommand(args, { env: { DATA_DIR: '/nowhere/at/all' }, print: () => {}, warn: text => void warned.push(text) })
  expect(await run('ledger', 'verify', '--locale', 'zh-CN')).toBe(2)
  expect(await run('ledger', 'verify')).toBe(2)
  expect(warned).toEqual([
    '/nowhere/at/all/delivery-gates.db 处没有数据库。请将 DATA_DIR 设为 App 的数据目录。\n',
    'There is no database at /nowhere/at/all/delivery-gates.db. Set DATA_DIR to that of the App.\n',
  ])
})

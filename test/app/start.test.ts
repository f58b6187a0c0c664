import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../app/commands/index.ts'
import { readConfig } from '../../app/config.ts'
import { describeProblem } from '../../app/problem.ts'
import { startApp } from '../../app/server.ts'
import { root } from '../project/files.ts'
import { emptyStore, temporaryDir } from './stores.ts'

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()

const environment = (changes: Readonly<Record<string, string>>) => ({
  APP_ID: '1',
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: 'a-webhook-secret-of-forty-characters-----',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  PORT: '0',
  LOCALE: 'zh-CN',
  ...changes,
})

/** What is said when the App does not start. */
async function said(changes: Readonly<Record<string, string>>): Promise<string> {
  const config = readConfig(environment(changes))
  if (!config.ok) throw new Error(config.error.join())
  const problem = await startApp(config.value, () => {}).then(
    () => 'it started',
    error => describeProblem(error, config.value.locale),
  )
  return problem
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

test('B-D01 B-E13 whatever keeps the App from starting is one line that says what to do, in the language of LOCALE', async () => {
  for (const [name, changes] of Object.entries(await troubles())) {
    const line = await said(changes)
    expect(line, name).toMatch(/^.*\p{Script=Han}.*。$/u)
    expect(line).not.toContain('hunter2-secret')
  }
})

test('node app/index.ts says it on standard error, without a stack', { timeout: 90_000 }, async () => {
  const env = environment({ DATA_DIR: '/dev/null/data', PRIVATE_KEY: '', LOCALE: 'zh-CN' })
  const run = (changes: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [join(root, 'app/index.ts')], { encoding: 'utf8', env: { ...env, ...changes } })
  expect(run({})).toMatchObject({
    status: 1,
    stderr: '未设置 PRIVATE_KEY 或 PRIVATE_KEY_PATH。请在 GitHub App 的设置页面上生成密钥。\n',
  })
  expect(run({ PRIVATE_KEY: privateKey })).toMatchObject({
    status: 1,
    stderr: '无法读写 /dev/null/data（ENOTDIR）。请检查路径，以及当前用户是否有权使用它。\n',
  })
})

test('a command beside the App is told so in the language of --locale', async () => {
  const warned: string[] = []
  const run = (...args: readonly string[]) =>
    runCommand(args, { env: { DATA_DIR: '/nowhere/at/all' }, print: () => {}, warn: text => void warned.push(text) })
  expect(await run('ledger', 'verify', '--locale', 'zh-CN')).toBe(2)
  expect(await run('ledger', 'verify')).toBe(2)
  expect(await run('ledger', 'verify', '--locale=zh-CN', '--what')).toBe(2)
  expect(await run('ledger', 'verify', '--locale', 'de')).toBe(2)
  expect(warned).toEqual([
    '/nowhere/at/all/delivery-gates.db 处没有数据库。请将 DATA_DIR 设为 App 的数据目录。\n',
    'There is no database at /nowhere/at/all/delivery-gates.db. Set DATA_DIR to that of the App.\n',
    expect.stringMatching(/^无法识别 --what/),
    '--locale must be one of en, zh-CN.\n',
  ])
})

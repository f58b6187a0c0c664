import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { localeTags } from '../../src/locales/index.ts'
import { textsOf } from '../demo/texts.ts'

const run = promisify(execFile)
const main = join(import.meta.dirname, '../demo/main.ts')

test.each(localeTags)('the demo plays to its end in %s, from red to signed', { timeout: 120_000 }, async locale => {
  const { stdout, stderr } = await run(process.execPath, [main, '--once', '--locale', locale], { timeout: 110_000 })
  const texts = textsOf(locale)
  const told = [texts.baseline, texts.opened, texts.selfTick, texts.fixed, texts.tick, texts.command, texts.approve]
  const order = [...told, texts.pushed, texts.stale, texts.gears, texts.again, texts.green, texts.violations]
  const places = order.map(text => stdout.indexOf(text))
  expect(places.filter(place => place < 0)).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(stdout).toContain(texts.requested('li-wei'))
  expect(stdout).toContain(texts.action(1, 0).slice(0, 12))
  expect(stderr).toBe('')
})

test('a locale that does not exist is named, with those that do', async () => {
  const failed = await run(process.execPath, [main, '--locale', 'xx']).catch(
    (error: { code: number; stderr: string }) => error,
  )
  expect(failed).toMatchObject({ code: 2, stderr: '--locale xx: use one of en, zh-CN\n' })
})

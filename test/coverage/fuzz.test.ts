import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { formatIds } from '../../src/coverage/formats/index.ts'

/** The formats, JUnit, and any of them unasked. */
const targets = formatIds.length + 2
const runsOfEach = process.env.SOAK === undefined ? 250 : Math.ceil(1_000_000 / targets)
/** Another one each time that there is time. */
const seed = process.env.SOAK === undefined ? 1 : Date.now() % 1_000_000

test(`R-23 ${targets * runsOfEach} broken reports: no exception, a place for every problem, the same answer however they are cut`, async () => {
  const child = join(import.meta.dirname, 'fuzz-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, `${seed}`, `${runsOfEach}`])
  const { runs, slowest, megabytes, failures } = JSON.parse(stdout)
  expect({ seed, failures }).toEqual({ seed, failures: [] })
  expect(runs).toBe(targets * runsOfEach)
  expect(slowest).toBeLessThan(1000)
  expect(megabytes).toBeLessThan(512)
})

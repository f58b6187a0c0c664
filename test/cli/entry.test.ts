import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../git/repo.ts'
import { read, root } from '../project/files.ts'

const report = join(root, 'test/fixtures/coverage/lcov/geninfo.info')
const start = (args: readonly string[], before: readonly string[] = []) =>
  spawnSync(process.execPath, [...before, ...args], { cwd: temporaryFolder(), encoding: 'utf8', env: { PATH: '' } })

/** Lets this Node say that it is another one. */
const pretending = (version: string): readonly string[] => [
  '--import',
  `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } }); Object.defineProperty(process, 'version', { value: 'v${version}' })`,
]

describe.each([
  ['the source', 'cli/index.ts'],
  ['the bundle', 'dist/cli/index.js'],
])('%s', (_what, entry) => {
  const file = join(root, entry)

  test('starts from anywhere, without anything installed beside it', () => {
    const { status, stdout, stderr } = start([file, 'coverage', '--json', report])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ files: 3, lines: { covered: 7, total: 12 } })
  })

  test.each(['18.20.0', '20.19.0', '21.7.3'])(
    'Node %s is told what is needed, in one line, with exit code 2',
    version => {
      const { status, stdout, stderr } = start([file, '--help'], pretending(version))
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toBe(`delivery-gates needs Node 22 or newer (24 is recommended); this is v${version}.\n`)
    },
  )

  test('is a program, and imports nothing of ours before Node has been looked at', () => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect([...text.matchAll(/^import .* from '(\.[^']*)'/gm)]).toEqual([])
  })
})

test('package.json names the bundle, which may be executed', () => {
  const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> }
  expect(bin).toEqual({ 'delivery-gates': 'dist/cli/index.js' })
  expect(statSync(join(root, 'dist/cli/index.js')).mode & 0o111).toBe(0o111)
})

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import {
  digested,
  findCommon,
  findReports,
  maxReportSize,
  openReport,
  type Workspace,
} from '../../src/workspace/reports.ts'
import { temporaryFolder } from '../git/repo.ts'

const text = (problem: Message): string => say(problem, 'en', plainFormatter('en'))

function workspace(
  files: readonly string[] = [],
  workingDirectory = '.',
): Workspace & { path: (name: string) => string } {
  const root = join(temporaryFolder(), 'wörk space')
  mkdirSync(root)
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), 'TN:\n')
  }
  return { root, workingDirectory, path: name => join(root, name) }
}

const opened = (path: string, where: Workspace): string => {
  const report = openReport(path, where)
  if (!report.ok) return text(report.error)
  const bytes = Buffer.concat([...report.value.chunks()].map(chunk => Buffer.from(chunk)))
  report.value.close()
  return `read ${bytes.length} bytes`
}

describe('T-58 B-F03 B-F04 only regular files of the workspace are read', () => {
  test('a file', () => {
    expect(opened('coverage/lcov.info', workspace(['coverage/lcov.info']))).toBe('read 4 bytes')
  })

  test('a link inside the workspace to a file inside it', () => {
    const where = workspace(['real.info'])
    symlinkSync('real.info', where.path('lcov.info'))
    expect(opened('lcov.info', where)).toBe('read 4 bytes')
  })

  test.each([
    ['../../etc/passwd', /leads out of the workspace.*RPT-PATH|could not be read/],
    ['../outside.info', /leads out of the workspace.*RPT-PATH/],
  ])('a path that climbs out: %s', (path, wanted) => {
    const where = workspace()
    writeFileSync(join(where.root, '../outside.info'), 'secret')
    expect(opened(path, where)).toMatch(wanted)
  })

  test.each(['/proc/self/environ', '/dev/zero', '/etc/passwd'])('a link to %s', target => {
    const where = workspace()
    symlinkSync(target, where.path('lcov.info'))
    expect(opened('lcov.info', where)).toMatch(/leads out of the workspace and was not read \(RPT-PATH\)/)
  })

  test('a folder that is a link to the outside', () => {
    const where = workspace()
    mkdirSync(join(where.root, '../elsewhere'))
    writeFileSync(join(where.root, '../elsewhere/lcov.info'), 'secret')
    symlinkSync('../elsewhere', where.path('coverage'))
    expect(opened('coverage/lcov.info', where)).toMatch(/RPT-PATH/)
  })

  test('a folder next to the workspace whose name starts like it', () => {
    const where = workspace()
    mkdirSync(`${where.root}-evil`)
    writeFileSync(`${where.root}-evil/lcov.info`, 'secret')
    symlinkSync(`${where.root}-evil/lcov.info`, where.path('lcov.info'))
    expect(opened('lcov.info', where)).toMatch(/RPT-PATH/)
  })

  test('a link that leads to itself', () => {
    const where = workspace()
    symlinkSync('lcov.info', where.path('lcov.info'))
    expect(opened('lcov.info', where)).toMatch(/leads back to itself \(RPT-PATH\)/)
  })

  test('a directory', () => {
    expect(opened('coverage', workspace(['coverage/x']))).toMatch(/coverage is a directory, not a file \(RPT-FILE\)/)
  })

  test('a FIFO, without waiting for a writer', () => {
    const where = workspace()
    execFileSync('mkfifo', [where.path('lcov.info')])
    expect(opened('lcov.info', where)).toMatch(/is a FIFO, not a file \(RPT-FILE\)/)
  })

  test('a socket', async () => {
    const where = workspace()
    const path = where.path('s')
    const server = createServer().listen(path)
    await new Promise(resolve => server.once('listening', resolve))
    expect(opened('s', where)).toMatch(/is a socket, not a file \(RPT-FILE\)/)
    server.close()
  })

  test.skipIf(process.getuid?.() === 0)('B-F06 a file that this user may not read', () => {
    const where = workspace(['lcov.info'])
    chmodSync(where.path('lcov.info'), 0)
    expect(opened('lcov.info', where)).toMatch(/RPT-PERM/)
  })

  test('a file beyond 1 GiB is refused by its size', () => {
    const where = workspace(['lcov.info'])
    truncateSync(where.path('lcov.info'), maxReportSize + 1)
    expect(opened('lcov.info', where)).toMatch(/1,073,741,825 bytes, at most 1,073,741,824 are read \(RPT-SIZE\)/)
  })

  test('B-F05 what was opened is read, whatever takes its place afterwards', () => {
    const where = workspace(['lcov.info'])
    const report = openReport('lcov.info', where)
    writeFileSync(where.path('other'), 'something else entirely')
    renameSync(where.path('other'), where.path('lcov.info'))
    if (!report.ok) throw new Error(text(report.error))
    expect(Buffer.concat([...report.value.chunks()]).toString()).toBe('TN:\n')
    report.value.close()
  })

  test('a second name of the same file is a file', () => {
    const where = workspace(['a.info'])
    linkSync(where.path('a.info'), where.path('b.info'))
    expect(opened('b.info', where)).toBe('read 4 bytes')
  })

  test('the digest is that of the bytes that were read', () => {
    const where = workspace(['lcov.info'])
    const report = openReport('lcov.info', where)
    if (!report.ok) throw new Error(text(report.error))
    const { chunks, sha256 } = digested(report.value.chunks())
    for (const chunk of chunks) expect(chunk.length).toBe(4)
    report.value.close()
    expect(sha256()).toBe(createHash('sha256').update('TN:\n').digest('hex'))
  })
})

describe('finding reports', () => {
  const find = (where: Workspace, ...paths: readonly string[]) =>
    findReports(
      paths.map((path, index) => ({ name: `r${index}`, path })),
      where,
    )

  test('globs are expanded by path, and node_modules and .git are left out', async () => {
    const where = workspace(['b/lcov.info', 'a/lcov.info', 'node_modules/x/lcov.info', '.git/lcov.info', 'a/other'])
    const { found, problems } = await find(where, '**/lcov.info')
    expect(found.map(report => report.path)).toEqual(['a/lcov.info', 'b/lcov.info'])
    expect(problems).toEqual([])
  })

  test('paths are relative to the working directory and reported relative to the workspace', async () => {
    const where = workspace(['packages/web/coverage/lcov.info'], 'packages/web')
    expect((await find(where, 'coverage/lcov.info', 'coverage/*.info')).found.map(report => report.path)).toEqual([
      'packages/web/coverage/lcov.info',
      'packages/web/coverage/lcov.info',
    ])
  })

  test('B-F01 a missing report names what is nearest', async () => {
    const where = workspace(['coverage/lcov.info', 'packages/a/coverage/lcov.info', 'out/cobertura.xml'])
    const { missing } = await find(where, 'coverage/lcov.inf', 'build/cobertura.xml', 'x/y.z')
    expect(missing.map(({ spec, near, found, expected }) => [spec.name, found, expected, ...near])).toEqual([
      ['r0', 0, 1, 'coverage/lcov.info', 'packages/a/coverage/lcov.info', 'out/cobertura.xml'],
      ['r1', 0, 1, 'out/cobertura.xml', 'coverage/lcov.info', 'packages/a/coverage/lcov.info'],
      ['r2', 0, 1, 'out/cobertura.xml', 'coverage/lcov.info', 'packages/a/coverage/lcov.info'],
    ])
  })

  test('B-F01 an empty workspace says that nothing is there', async () => {
    expect((await find(workspace(), 'lcov.info')).missing.map(({ found, near }) => [found, near])).toEqual([[0, []]])
  })

  test('a shard that is missing leaves its suite incomplete, and what is there is still read', async () => {
    const where = workspace(['shard-1/lcov.info', 'shard-3/lcov.info'])
    const { found, missing } = await findReports([{ name: 'unit', path: 'shard-*/lcov.info', expected: 3 }], where)
    expect([found.length, missing.map(({ found, expected }) => [found, expected])]).toEqual([2, [[2, 3]]])
  })

  test.each([
    [100, 100, 0],
    [101, 0, 1],
    [500, 0, 1],
  ])('B-F02 a glob that matches %i files: %i read, %i problem', async (count, read, wrong) => {
    const where = workspace(Array.from({ length: count }, (_, index) => `r/${index}.info`))
    const { found, problems } = await find(where, 'r/*.info')
    expect(found).toHaveLength(read)
    expect(problems).toHaveLength(wrong)
    if (wrong > 0) expect(text(problems[0] as Message)).toMatch(new RegExp(`matches ${count} files, at most 100`))
  })

  test('a link is listed, so that opening it can refuse it, and a linked folder is not walked', async () => {
    const where = workspace(['real/lcov.info'])
    symlinkSync('/etc/passwd', where.path('lcov.info'))
    symlinkSync('/etc', where.path('etc'))
    const { found } = await find(where, '**/lcov.info', '**/passwd')
    expect(found.map(report => report.path)).toEqual(['lcov.info', 'real/lcov.info'])
  })

  test('usual places are looked at when the policy names none', async () => {
    const where = workspace(['coverage/lcov.info', 'x.txt'])
    expect((await findCommon(['coverage/lcov.info', '**/cobertura.xml'], where)).map(report => report.path)).toEqual([
      'coverage/lcov.info',
    ])
  })
})

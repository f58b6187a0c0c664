import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lcov, lines, pullRequest, type Run, runAt, runOn, type Scene, scene } from './bundle.ts'

const file = '.github/delivery-gates.yml'
const coverage = (options: string, more = ''): string =>
  `version: 1\n${more}gates:\n  coverage:\n${options.replaceAll(/^/gm, '    ')}\n`
const sources = { 'src/pay.ts': lines(10), 'src/web.ts': lines(10, 'web') }

const onPush = (at: Scene, workspace: Readonly<Record<string, string>>, name = 'push'): Promise<Run> => {
  const sha = at.repository.baseSha()
  const payload = name === 'push' ? { ref: 'refs/heads/main', after: sha, deleted: false } : {}
  return runAt(at, { ref: 'refs/heads/main', sha, workspace }, { name, payload })
}

const summaryOf = (run: Run): string => run.summary.replaceAll(/\u00a0/g, ' ')
const codes = (run: Run): readonly string[] => run.report.gates.map(gate => gate.result.summary.code)

describe('suites', () => {
  const policy = coverage(`reports:
  - { name: unit, path: "shards/*/lcov.info", expected: 2 }
  - name: e2e
    path: e2e/lcov.info
    carry_forward: { path: .coverage/snapshot.json, max_age: 14d }
project: { min: 60 }
patch: { min: 80, min_lines: 1 }
flags: { e2e: { min: 20 } }`)
  const shards = { 'shards/1/lcov.info': lcov(4), 'shards/2/lcov.info': lcov(6) }
  const e2e = { 'e2e/lcov.info': lcov(10, 'src/web.ts') }
  const base = { [file]: policy, ...sources }
  const change = { 'src/pay.ts': `${lines(10)}export const more = 1\n` }
  const changed = { 'shards/1/lcov.info': lcov(4, 'src/pay.ts', 11), 'shards/2/lcov.info': lcov(11, 'src/pay.ts', 11) }

  test('shards of a matrix are united', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { ...changed, ...e2e } })
    expect([run.exitCode, run.outputs.coverage]).toEqual([0, '100'])
  })

  test('one shard too few: incomplete, red, and what is there is not compared', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'shards/2/lcov.info': lcov(11, 'src/pay.ts', 11), ...e2e } })
    expect([run.exitCode, codes(run)]).toEqual([1, ['coverage.incomplete']])
    expect(summaryOf(run)).toContain('Incomplete: 1 of 2 suites missing')
    expect(summaryOf(run)).toContain('1 of 2 files at')
  })

  test('a suite that did not run is carried forward from the last run on the base branch, with commit and day', async () => {
    const at = await scene(base)
    const sha = at.repository.baseSha()
    const push = await onPush(at, { ...shards, ...e2e })
    expect(push.exitCode).toBe(0)
    const snapshot = readFileSync(push.outputs['coverage-snapshot'] ?? '', 'utf8')
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { ...changed, '.coverage/snapshot.json': snapshot } })
    expect([run.exitCode, run.outputs.coverage]).toEqual([0, '100'])
    expect(summaryOf(run)).toMatch(/did not run and is carried forward from .*\(20\d\d-\d\d-\d\d\)/)
    expect(run.report.coverage?.suites.find(suite => suite.name === 'e2e')?.carried).toMatchObject({ sha, lost: 0 })
  })

  test('lines that changed since are not carried', async () => {
    const at = await scene(base)
    const push = await onPush(at, { ...shards, ...e2e })
    const snapshot = readFileSync(push.outputs['coverage-snapshot'] ?? '', 'utf8')
    const pull = await pullRequest(at, { 'src/web.ts': `export const first = 0\n${lines(10, 'web')}` })
    const run = await runOn(at, pull, { workspace: { ...shards, '.coverage/snapshot.json': snapshot } })
    const flag = run.report.coverage?.groups.find(group => group.name === 'e2e')
    expect([flag?.project, flag?.patch]).toEqual([
      { covered: 10, total: 10 },
      { covered: 0, total: 0 },
    ])
  })

  test.each([
    ['none', {}, 'no earlier measurement stands at'],
    ['not ours', { '.coverage/snapshot.json': '{}' }, 'is no snapshot of this tool'],
  ])('a snapshot that is %s: incomplete, with the reason', async (_, extra, why) => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { ...changed, ...extra } })
    expect([run.exitCode, codes(run)]).toEqual([1, ['coverage.incomplete']])
    expect(summaryOf(run)).toContain(why)
  })

  test('older than max_age: incomplete, with commit and day', async () => {
    const at = await scene(base)
    const push = await onPush(at, { ...shards, ...e2e })
    const snapshot = readFileSync(push.outputs['coverage-snapshot'] ?? '', 'utf8')
    const old = snapshot.replace(/"at":"[^"]+"/, '"at":"2020-01-01T00:00:00.000Z"')
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { ...changed, '.coverage/snapshot.json': old } })
    expect(codes(run)).toEqual(['coverage.incomplete'])
    expect(summaryOf(run)).toMatch(/\(2020-01-01\) is older than `14d`/)
  })

  test('a nightly run that only has one suite records it for later, without a red check or a baseline', async () => {
    const at = await scene(base)
    const sha = at.repository.baseSha()
    const run = await onPush(at, e2e, 'schedule')
    expect([run.exitCode, run.outputs.verdict]).toEqual([0, 'failed'])
    expect(at.repository.checkRuns(sha)).toEqual([])
    expect(readFileSync(run.outputs['coverage-snapshot'] ?? '', 'utf8')).toContain(sha)
  })

  test('a push without the suite keeps the older measurement, with its own commit', async () => {
    const at = await scene(base)
    const first = await onPush(at, { ...shards, ...e2e })
    const snapshot = readFileSync(first.outputs['coverage-snapshot'] ?? '', 'utf8')
    const measuredSha = at.repository.baseSha()
    await at.repository.commit('main', { message: 'Docs', author: 'dev', files: { 'README.md': 'new\n' } })
    const second = await onPush(at, { ...shards, '.coverage/snapshot.json': snapshot })
    expect(second.exitCode).toBe(0)
    expect(readFileSync(second.outputs['coverage-snapshot'] ?? '', 'utf8')).toContain(`"sha":"${measuredSha}"`)
  })
})

describe('what the reader sees', () => {
  const policy = coverage(
    `reports: [{ name: unit, path: lcov.info }]
project: { min: 50, max_drop: 5 }
patch: { min: 0, min_lines: 1 }
allow_zero: true
components: { pay: { min: 90 }, web: { min: 10 } }
paths: [{ name: money, paths: ["src/pay.ts"], patch: 80 }]
exclude: ["src/gen/**"]`,
    'components: { pay: { paths: ["src/pay*"] }, web: { paths: ["src/web*"] } }\n',
  )

  test('components, changed files beside the base branch, trend, what to test next', async () => {
    const at = await scene({ [file]: policy, ...sources })
    for (const covered of [5, 6, 8]) {
      await at.repository.commit('main', { message: 'Work', author: 'dev', files: { 'README.md': `${covered}\n` } })
      await onPush(at, { 'lcov.info': lcov(10) + lcov(covered, 'src/web.ts') })
    }
    const pull = await pullRequest(at, { 'src/web.ts': lines(12, 'web') })
    const run = await runOn(at, pull, { workspace: { 'lcov.info': lcov(10) + lcov(9, 'src/web.ts', 12) } })
    expect(run.exitCode).toBe(0)
    const body = pull.comments()[0]?.body ?? ''
    expect(body).toMatch(
      /Coverage ▁.*█? from 90 % on the base branch to 86\.36 % with this change \(last 3 measurements\)/,
    )
    expect(body).toMatch(/\| component `pay` \| 100 % · 10\/10 \| – \| 90 % of lines \|/)
    expect(body).toMatch(/\| \[`src\/web\.ts`\]\([^)]*\) \| 75 % · 9\/12 \| 80 % \| 0 % · 0\/2 \|/)
    expect(body).toMatch(/What to test next: 2 changed lines without a test/)
    expect(run.report.coverage?.trend.map(point => point.project.covered)).toEqual([15, 16, 18])
  })

  test('T-51 a report that lists fewer lines than the base branch had fails, with the file', async () => {
    const at = await scene({ [file]: policy, 'src/pay.ts': lines(60), 'src/web.ts': lines(10, 'web') })
    await onPush(at, { 'lcov.info': lcov(60, 'src/pay.ts', 60) + lcov(9, 'src/web.ts') })
    const pull = await pullRequest(at, { 'src/pay.ts': `${lines(60)}export const untested = 1\n` })
    const run = await runOn(at, pull, { workspace: { 'lcov.info': lcov(10) + lcov(9, 'src/web.ts') } })
    expect(run.exitCode).toBe(1)
    expect(summaryOf(run)).toMatch(/RPT-SHRUNK: .*had 60 executable lines/)
  })
})

describe('Go', () => {
  test('modules are found by their go.mod, wherever they lie', async () => {
    const policy = coverage('reports: [{ name: unit, path: cover.out }]\nproject: { min: 50 }')
    const go = 'package x\n\nfunc A() int {\n\treturn 1\n}\n'
    const at = await scene({
      [file]: policy,
      'services/pay/go.mod': 'module example.com/acme/billing\n',
      'services/pay/pay.go': go,
      'pay.go': go,
    })
    const pull = await pullRequest(at, { 'README.md': 'x\n' })
    const profile = 'mode: set\nexample.com/acme/billing/pay.go:3.14,5.2 1 1\n'
    const run = await runOn(at, pull, { workspace: { 'cover.out': profile } })
    expect([run.exitCode, run.outputs.coverage]).toEqual([0, '100'])
    expect(run.report.coverage?.suites).toEqual([{ name: 'unit', format: 'go' }])
  })
})

describe('generated files', () => {
  const policy = coverage('reports: [{ name: unit, path: lcov.info }]\nproject: { min: 80 }\ngenerated: exclude')
  const report = { 'lcov.info': lcov(9) + lcov(0, 'gen/api.ts') }

  test('what the base branch declares as generated does not count', async () => {
    const attributes = { '.gitattributes': 'gen/** linguist-generated\n' }
    const at = await scene({ [file]: policy, ...sources, ...attributes, 'gen/api.ts': lines(10) })
    const pull = await pullRequest(at, { 'README.md': 'x\n' })
    const run = await runOn(at, pull, { workspace: report })
    expect([run.exitCode, run.outputs.coverage]).toEqual([0, '90'])
  })

  test('what only the pull request declares counts', async () => {
    const at = await scene({ [file]: policy, ...sources, 'gen/api.ts': lines(10) })
    const pull = await pullRequest(at, { '.gitattributes': 'gen/** linguist-generated\n' })
    const run = await runOn(at, pull, { workspace: report })
    expect([run.exitCode, run.outputs.coverage]).toEqual([1, '45'])
  })
})

describe('B-X27 proof that tests ran', () => {
  const policy = coverage(`reports: [{ name: unit, path: lcov.info }]
project: { min: 50 }
tests: [{ name: unit, path: "junit/*.xml", min: 2 }]`)
  const junit = (cases: string): string =>
    `<?xml version="1.0"?>\n<testsuites tests="99"><testsuite name="s">${cases}</testsuite></testsuites>\n`

  test.each([
    [
      'enough passed',
      { 'junit/a.xml': junit('<testcase name="a"/>'), 'junit/b.xml': junit('<testcase name="b"/>') },
      0,
      /Passed/,
    ],
    ['none', { 'junit/a.xml': junit('') }, 1, /0 tests ran, at least 2 expected/],
    [
      'B-X28 one failed',
      { 'junit/a.xml': junit('<testcase name="a"/><testcase name="b"/><testcase name="c"><failure/></testcase>') },
      1,
      /1 of 3 tests failed/,
    ],
    ['no file', {}, 1, /no file at/],
    ['not XML', { 'junit/a.xml': 'Not Found' }, 1, /RPT-/],
  ])('%s', async (_, files, exitCode, said) => {
    const at = await scene({ [file]: policy, ...sources })
    const pull = await pullRequest(at, { 'README.md': 'x\n' })
    const run = await runOn(at, pull, { workspace: { 'lcov.info': lcov(9), ...files } })
    expect(run.exitCode).toBe(exitCode)
    expect(summaryOf(run)).toMatch(said)
  })
})

describe('T-51 twelve forged reports: each fails, and the file is named', () => {
  const policy = coverage('reports: [{ name: unit, path: report.txt }]\nproject: { min: 50 }')
  const record = (path: string, fields: string): string => `SF:${path}\n${fields}\nend_of_record\n`
  const all = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, index) => `DA:${from + index},1`).join('\n')
  const cobertura = (lines: string): string =>
    `<coverage line-rate="1.0" lines-valid="10" lines-covered="10"><packages><package><classes><class filename="src/pay.ts"><lines>${lines}</lines></class></classes></package></packages></coverage>`

  test.each<[string, string, RegExp]>([
    ['a file that is not in the repository', record('src/fake.ts', all(1, 90)), /RPT-UNKNOWNFILE: .*src\/fake\.ts/],
    ['more lines than the file has', record('src/pay.ts', all(1, 40)), /RPT-LINE: .*src\/pay\.ts/],
    ['a negative hit count', record('src/pay.ts', 'DA:1,-5'), /RPT-VALUE/],
    ['line 0', record('src/pay.ts', 'DA:0,1'), /RPT-VALUE/],
    ['hits that are no whole number', record('src/pay.ts', 'DA:1,1e9'), /RPT-VALUE/],
    ['only a summary', record('src/pay.ts', 'LF:100\nLH:100'), /RPT-EMPTY/],
    ['more hit than found', record('src/pay.ts', 'LF:10\nLH:20'), /RPT-EMPTY/],
    ['a path that climbs out', record('../../etc/passwd', all(1, 9)), /RPT-PATH: .*etc\/passwd/],
    ['an absolute path elsewhere', record('/etc/passwd', all(1, 9)), /RPT-UNKNOWNFILE: .*etc\/passwd/],
    [
      'a rate of 100 % over lines that never ran',
      cobertura('<line number="1" hits="0"/>'),
      /0 % of lines covered \(0 of 1\)/,
    ],
    [
      'more branches taken than there are',
      cobertura('<line number="1" hits="1" condition-coverage="300% (3/1)"/>'),
      /RPT-VALUE/,
    ],
    ['cut short', record('src/pay.ts', all(1, 9)).replace('end_of_record\n', ''), /RPT-TRUNCATED/],
  ])('%s', async (_, report, said) => {
    const at = await scene({ [file]: policy, ...sources })
    const pull = await pullRequest(at, { 'README.md': 'x\n' })
    const run = await runOn(at, pull, { workspace: { 'report.txt': report } })
    expect([run.exitCode, run.outputs.verdict]).toEqual([1, 'failed'])
    expect(summaryOf(run)).toMatch(said)
  })
})

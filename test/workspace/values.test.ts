import { mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MeasuredValues } from '../../src/facts/facts.ts'
import { gates } from '../../src/gates/index.ts'
import { findRepository } from '../../src/git/git.ts'
import { baselineOf, packValues, unpackValues } from '../../src/github/evidence-values.ts'
import { say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import { maxValuesFile, measureValues } from '../../src/workspace/values.ts'
import { newRepository, temporaryFolder } from '../git/repo.ts'
import { policy } from '../support/facts.ts'

const text = (told: Message): string => say(told, 'en', plainFormatter('en'))
const sha = 'a'.repeat(40)
const junit = (cases: string): string => `<testsuites><testsuite name="s">${cases}</testsuite></testsuites>`

function folder(files: Readonly<Record<string, string>>, workingDirectory = '.') {
  const root = join(temporaryFolder(), 'wörk space')
  mkdirSync(root)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return { root, workingDirectory, at: (name: string) => join(root, name) }
}

async function measure(options: object, workspace: ReturnType<typeof folder>, newerThan: number | null = null) {
  const parsed = policy(JSON.stringify({ version: 1, gates: options }))
  const { budgets, environments } = parsed.gates
  const result = await measureValues({ budgets, environments, workspace, repository: null, headSha: sha, newerThan })
  if (result.fact.state !== 'present') throw new Error(result.fact.state)
  return { ...result.fact.value, nothingFound: result.nothingFound }
}

const rule = (file: string, value: string, over: object = {}) => ({
  name: `${file} ${value}`,
  file,
  value,
  max: 1,
  ...over,
})
const values = async (rules: readonly object[], workspace: ReturnType<typeof folder>, newerThan?: number) =>
  (await measure({ budgets: { rules } }, workspace, newerThan)).values.map(each =>
    each.problem === undefined ? each.value : `${each.value} ${text(each.problem)}`,
  )

describe('numbers that budgets name', () => {
  test('several of several files, in the order of the policy', async () => {
    const workspace = folder({
      'out/bench.json': '{"a":{"b":1.5},"c":2}',
      'size.txt': 'bytes 300\n',
      'e2e.xml': junit('<testcase time="2"/>'),
    })
    const rules = [
      rule('out/bench.json', 'c'),
      rule('size.txt', 'bytes'),
      rule('out/bench.json', 'a.b'),
      rule('e2e.xml', 'time'),
    ]
    expect(await values(rules, workspace)).toEqual([2, 300, 1.5, 2])
  })

  test('in a working directory', async () => {
    expect(await values([rule('b.json', 'a')], folder({ 'web/b.json': '{"a":1}' }, 'web'))).toEqual([1])
  })

  test.each<[string, string, string, RegExp]>([
    ['is not there', 'x.txt', '', /: the run has not written bench\.json\.$/],
    ['is elsewhere', 'out/bench.json', '{}', /has not written bench\.json\. There is out\/bench\.json\.$/],
    ['is empty', 'bench.json', '', /the file is empty/],
    ['is no JSON', 'bench.json', '{"a":1,}', /RPT-SYNTAX/],
    [
      'lacks the value',
      'bench.json',
      '{"latency":{"p99":1}}',
      /there is no latency\.p95: latency is an object without it\. Did you mean p99\?$/,
    ],
    ['has a text', 'bench.json', '{"latency":{"p95":"12 ms"}}', /latency\.p95 is a text, not a number\.$/],
    ['has a list', 'bench.json', '[1]', /there is no latency\.p95; the file holds a list\.$/],
  ])('a file that %s: no number, and why', async (_name, file, content, problem) => {
    const [found] = await values([rule('bench.json', 'latency.p95')], folder({ [file]: content }))
    expect(found).toMatch(/^null /)
    expect(found).toMatch(problem)
  })

  test('T-52 a file that is older than the checkout', async () => {
    const workspace = folder({ 'bench.json': '{"a":1}' })
    utimesSync(workspace.at('bench.json'), 1000, 1000)
    expect(await values([rule('bench.json', 'a')], workspace, 2_000_000)).toEqual([
      expect.stringContaining('RPT-STALE'),
    ])
  })

  test('B-F03 a link that leads out of the workspace', async () => {
    const workspace = folder({})
    writeFileSync(join(workspace.root, '../outside.json'), '{"a":1}')
    symlinkSync('../outside.json', workspace.at('bench.json'))
    expect(await values([rule('bench.json', 'a')], workspace)).toEqual([expect.stringMatching(/^null .*RPT-PATH/)])
  })

  test('B-F05 a file that is larger than 200 MiB is given up on', async () => {
    const workspace = folder({ 'bench.json': '' })
    truncateSync(workspace.at('bench.json'), maxValuesFile + 1)
    writeFileSync(workspace.at('bench.json'), `{"a":1${' '.repeat(5000)}`, { flag: 'r+' })
    expect(await values([rule('bench.json', 'a')], workspace)).toEqual([
      expect.stringMatching(/^null .*RPT-(SIZE|SYNTAX|FORMAT)/),
    ])
  })

  test('one bad value does not touch its neighbours', async () => {
    const workspace = folder({ 'bench.json': '{"a":1,"b":"x"}' })
    const found = await values([rule('bench.json', 'a'), rule('bench.json', 'b'), rule('bench.json', 'a.c')], workspace)
    expect(found).toEqual([1, expect.stringMatching(/b is a text/), expect.stringMatching(/a is a number/)])
  })
})

describe('cells that environments proves by JUnit', () => {
  const environments = { matrix: { os: ['debian', 'windows'] }, junit: 'junit/{os}/*.xml' }

  test('B-X28 counted from the elements of all files of the cell', async () => {
    const workspace = folder({
      'junit/debian/a.xml': junit('<testcase/><testcase><failure/></testcase>'),
      'junit/debian/b.xml': '<testsuite tests="9" failures="0"><testcase><skipped/></testcase></testsuite>',
      'junit/windows/a.xml': junit(''),
    })
    const { cells } = await measure({ environments }, workspace)
    expect(cells.map(({ cell, run, problems }) => ({ ...cell, ...run, problems }))).toEqual([
      { os: 'debian', name: 'debian', tests: 3, failures: 1, errors: 0, skipped: 1, problems: [] },
      { os: 'windows', name: 'windows', tests: 0, failures: 0, errors: 0, skipped: 0, problems: [] },
    ])
  })

  test('a cell without a file, and one with a broken one', async () => {
    const { cells } = await measure({ environments }, folder({ 'junit/debian/a.xml': '<testsuite><testcase>' }))
    expect(cells.map(each => each.problems.map(text))).toEqual([
      [expect.stringContaining('RPT-TRUNCATED')],
      [expect.stringMatching(/^windows: there is no JUnit file at junit\/windows\/\*\.xml\./)],
    ])
  })

  test('a value with the signs of a glob means itself', async () => {
    const odd = { matrix: { os: ['a*', 'ab'] }, junit: 'junit/{os}.xml' }
    const { cells } = await measure({ environments: odd }, folder({ 'junit/ab.xml': junit('<testcase/>') }))
    expect(cells.map(each => each.run.tests)).toEqual([0, 1])
  })
})

describe('which commit was tested', () => {
  const options = policy('version: 1\ngates: { budgets: { rules: [{ file: bench.json, value: a, max: 1 }] } }').gates
    .budgets

  test('the head, or the merge of it; nothing else', async () => {
    const origin = newRepository()
    const base = origin.commit({ 'a.txt': 'a' })
    origin.git('checkout', '-q', '-b', 'topic')
    const head = origin.commit({ 'b.txt': 'b' })
    origin.git('checkout', '-q', '-b', 'merge', base)
    origin.git('merge', '-q', '--no-ff', '-m', 'merge', head)
    const opened = await findRepository(origin.root, origin.root)
    if (opened === null) throw new Error('no repository')
    writeFileSync(join(origin.root, 'bench.json'), '{"a":1}')
    const workspace = { root: origin.root, workingDirectory: '.' }
    const problems = async (headSha: string) => {
      const input = { budgets: options, environments: undefined, workspace, repository: opened, headSha }
      const { fact } = await measureValues(input)
      return fact.state === 'present' ? fact.value.problems.map(each => each.code) : null
    }
    expect(await problems(head)).toEqual([])
    expect(await problems(base)).toEqual(['action.report.otherCommit'])
  })

  test('a policy that asks for nothing', async () => {
    const input = { budgets: undefined, environments: undefined, workspace: folder({}), repository: null, headSha: sha }
    expect(await measureValues(input)).toEqual({ fact: { state: 'absent' }, nothingFound: true })
  })

  test('nothing stands anywhere: told, and no problem of the commit', async () => {
    const found = await measure({ budgets: { rules: [rule('b.json', 'a')] } }, folder({}))
    expect(found).toMatchObject({ nothingFound: true, problems: [] })
  })
})

describe('evidence', () => {
  const problem = message('budgets.missing', { name: 'x`y', file: 'a', near: [] })
  const whole = (cells: number): MeasuredValues => ({
    schemaVersion: 1,
    headSha: sha,
    scope: 'f'.repeat(64),
    values: [
      { name: 'a', file: 'a.json', value: 1.5, source: 'ab' },
      { name: 'b', file: 'a.json', value: null, problem, source: 'cd' },
    ],
    cells: Array.from({ length: cells }, (_, index) => ({
      cell: { os: `os-${index}` },
      run: { name: `os-${index}`, tests: index, failures: 0, errors: 0, skipped: 0 },
      source: index.toString(16),
      problems: [],
    })),
    problems: [],
    run: { id: '8123', attempt: 1 },
  })
  const roundTrip = (measured: MeasuredValues, limit: number) =>
    unpackValues(JSON.parse(JSON.stringify(packValues(measured, limit))), sha)

  test('comes back as it was, plain or packed', () => {
    for (const [cells, limit] of [
      [2, 20_000],
      [256, 20_000],
      [256, 60_000],
    ] as const) {
      expect(JSON.stringify(packValues(whole(cells), limit)).length).toBeLessThanOrEqual(limit)
      expect(roundTrip(whole(cells), limit)).toEqual({ state: 'present', value: whole(cells) })
    }
    expect(packValues(whole(256), 20_000)).toHaveProperty('packed')
  })

  test('what does not fit becomes a problem, never less to fail on', () => {
    const found = roundTrip(whole(256), 600)
    expect(found).toMatchObject({
      state: 'present',
      value: { values: [], cells: [], problems: [{ code: 'budgets.tooLarge' }] },
    })
  })

  test.each<[string, unknown]>([
    ['no object', null],
    ['another key', { ...packValues(whole(1), 9_999), extra: 1 }],
    [
      'a text for a number',
      { ...packValues(whole(1), 9_999), values: [{ name: 'a', file: 'a', value: '1', source: 'ab' }] },
    ],
    [
      'a number beside a problem',
      { ...packValues(whole(1), 9_999), values: [{ name: 'a', file: 'a', value: 1, problem, source: 'ab' }] },
    ],
    ['an unknown message', { ...packValues(whole(1), 9_999), problems: [{ code: 'constructor', params: {} }] }],
    [
      'more skipped than run',
      {
        ...packValues(whole(1), 9_999),
        cells: [
          { cell: {}, source: 'a', problems: [], run: { name: 'a', tests: 1, failures: 0, errors: 0, skipped: 2 } },
        ],
      },
    ],
    ['a broken package', { schemaVersion: 1, headSha: sha, scope: 's', packed: 'AAAA' }],
    ['another commit', { ...packValues(whole(1), 9_999), headSha: 'b'.repeat(40) }],
  ])('T-50 %s is unknown', (_name, evidence) => {
    expect(unpackValues(evidence, sha).state).toBe('unknown')
  })

  test('the baseline has the numbers, and none of a run that cannot be trusted', () => {
    expect(baselineOf(whole(1))).toMatchObject({ sha, values: [{ name: 'a', value: 1.5 }] })
    expect(baselineOf({ ...whole(1), problems: [problem] }).values).toEqual([])
  })
})

test('both gates rest on the tree', () => {
  for (const id of ['environments', 'checks', 'budgets'] as const) expect(gates[id].restsOn).toBe('tree')
})

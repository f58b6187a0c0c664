import { existsSync, mkdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newRepository, repositoryIn, type TestRepository, temporaryFolder } from '../git/repo.ts'
import { delivery, json, lcov, refusal, writeFiles } from './cli.ts'

const policyFile = '.github/delivery-gates.yml'
const policy = (min = 80, more = ''): string =>
  `version: 1\ngates:\n  coverage:\n    reports: [{ name: unit, path: coverage/lcov.info }]\n    project: { min: ${min} }\n    patch: { min: ${min}, min_lines: 1 }\n${more}`
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${index + 1}\n`).join('')
const upTo = (covered: number, total: number): readonly number[] =>
  Array.from({ length: total }, (_, index) => (index < covered ? index + 1 : -index - 1))

interface Scene {
  readonly base?: Readonly<Record<string, string>>
  readonly change?: Readonly<Record<string, string>>
  readonly reports?: Readonly<Record<string, string>>
}

/** main has `base`, the branch that is checked out changes it, and the tests have left their reports. */
function topic({ base, change, reports }: Scene = {}): TestRepository {
  const repository = newRepository()
  repository.commit({ '.gitignore': 'coverage/\n', [policyFile]: policy(), 'src/pay.ts': lines(5), ...base }, 'base')
  repository.git('switch', '--quiet', '-c', 'topic')
  repository.commit({ 'src/pay.ts': lines(10), ...change })
  repository.write(reports ?? { 'coverage/lcov.info': lcov({ 'src/pay.ts': upTo(9, 10) }) })
  return repository
}

const nine = { 'coverage/lcov.info': lcov({ 'src/pay.ts': upTo(9, 10) }) }
const six = { 'coverage/lcov.info': lcov({ 'src/pay.ts': upTo(6, 10) }) }
const run = ({ root }: TestRepository, ...args: readonly string[]) => delivery(['coverage', ...args], { cwd: root })

describe('--base', () => {
  test('passed: what changed, what of it is covered, the gate’s sentence, the policy, exit 0', () => {
    const at = topic()
    const head = at.git('rev-parse', '--short=7', 'topic')
    const base = at.git('rev-parse', '--short=7', 'main')
    const { code, stdout, stderr } = run(at, '--base', 'main')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')).toEqual([
      'report              format  files       lines  branches  functions',
      'coverage/lcov.info  lcov        1  9/10  90 %         –          –',
      'total                           1  9/10  90 %         –          –',
      '',
      `Changed lines of ${head} since main: 80 % covered (4 of 5).`,
      'Uncovered, worst file first:',
      '  src/pay.ts:10',
      '',
      'Coverage gate: passed',
      '90 % of lines covered (9 of 10), 80 % required. Changed lines 80 % covered (4 of 5), 80 % required.',
      `Policy: ${policyFile} of main (${base}).`,
      '',
    ])
  })

  test('failed: exit 1 and what to do', () => {
    const { code, stdout, stderr } = run(topic({ reports: six }), '--base', 'main')
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^Coverage gate: failed$/m)
    expect(stdout).toMatch(/Changed lines 20 % covered \(1 of 5\), 80 % required\./)
    expect(stdout).toMatch(/^Next: Cover at least 3 more lines of the change: src\/pay\.ts:7–10\./m)
  })

  test('--json has the same as data, in the form of the report', () => {
    const at = topic({ reports: six })
    const { code, value } = json(['coverage', '--base', 'main'], { cwd: at.root })
    expect(code).toBe(1)
    expect(value).toMatchObject({
      files: 1,
      lines: { covered: 6, total: 10 },
      headSha: at.git('rev-parse', 'topic'),
      base: { ref: 'main', sha: at.git('rev-parse', 'main') },
      policy: policyFile,
      project: { covered: 6, total: 10 },
      patch: { covered: 1, total: 5 },
      uncovered: [{ path: 'src/pay.ts', ranges: [[7, 10]] }],
      unreported: [],
      gate: { gate: 'coverage', level: 'block', result: { status: 'failed', summary: { code: 'coverage.failed' } } },
      uncommitted: [],
    })
  })

  test('T-01 the base commit’s policy judges, whatever the branch and the working tree say', () => {
    const at = topic({ reports: six, change: { [policyFile]: policy(10) } })
    at.write({ [policyFile]: policy(5) })
    expect(run(at, '--base', 'main').code).toBe(1)
    expect(run(at, '--base', 'HEAD').code).toBe(0)
  })

  test('lines are counted from the merge base: what the base branch did since is nobody’s change', () => {
    const at = topic({ reports: nine })
    at.git('switch', '--quiet', 'main')
    at.commit({ 'src/other.ts': lines(50) })
    at.git('switch', '--quiet', 'topic')
    at.write(nine)
    expect(json(['coverage', '--base', 'main'], { cwd: at.root }).value.patch).toEqual({ covered: 4, total: 5 })
  })

  test('renamed files and names that are not ASCII', () => {
    const at = topic({ base: { 'src/支付 1.ts': lines(20) }, reports: {} })
    at.git('mv', 'src/支付 1.ts', 'src/付款 é.ts')
    at.commit({ 'src/付款 é.ts': lines(22) })
    at.write({
      'coverage/lcov.info': lcov({ 'src/pay.ts': upTo(10, 10), 'src/付款 e\u0301.ts': upTo(21, 22) }),
    })
    const { value } = json(['coverage', '--base', 'main'], { cwd: at.root })
    expect(value).toMatchObject({
      patch: { covered: 6, total: 7 },
      uncovered: [{ path: 'src/付款 é.ts', ranges: [[22, 22]] }],
    })
    expect(run(at, '--base', 'main').stdout).toContain('\n  src/付款 é.ts:22\n')
  })

  test('changed files in no report are told', () => {
    const at = topic({ change: { 'src/new.ts': lines(3) } })
    expect(run(at, '--base', 'main').stdout).toContain('Changed and in no report:\n  src/new.ts\n')
  })

  test('a change of nothing executable', () => {
    const reports = { 'coverage/lcov.info': lcov({ 'src/pay.ts': upTo(5, 5) }) }
    const at = topic({ change: { 'src/pay.ts': lines(5), 'README.md': '# Pay\n' }, reports })
    expect(run(at, '--base', 'main').stdout).toMatch(/^\w{7} changes no executable line since main\.$/m)
  })

  test('the language is that of the policy, unless another is asked for', () => {
    const at = topic({ base: { [policyFile]: policy(80, 'locale: zh-CN\n'.replace('locale', '\nlocale')) } })
    expect(run(at, '--base', 'main').stdout).toMatch(/^覆盖率门禁：通过$/m)
    expect(run(at, '--base', 'main', '--locale', 'en').stdout).toMatch(/^Coverage gate: passed$/m)
    rmSync(join(at.root, 'coverage'), { recursive: true })
    expect(refusal(['coverage', '--base', 'main'], { cwd: at.root })).toMatch(/^coverage\/lcov\.info: 没有此文件/)
  })

  test('parts with a threshold of their own', () => {
    const parts = '    components: { pay: { min: 95 } }\ncomponents: { pay: { paths: ["src/**"] } }\n'
    const { code, stdout } = run(topic({ base: { [policyFile]: policy(80, parts) } }), '--base', 'main')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^component pay {2}9\/10 {2}90 % +4\/5 {2}80 % {2}95 % of lines$/m)
  })

  test('a gate that does not block, and one that is off or missing', () => {
    const warn = policy().replace('coverage:\n', 'coverage:\n    level: warn\n')
    const soft = run(topic({ base: { [policyFile]: warn }, reports: six }), '--base', 'main')
    expect(soft.code).toBe(0)
    expect(soft.stdout).toMatch(/^Coverage gate: failed \(not blocking\)$/m)
    for (const none of ['version: 1\n', policy().replace('coverage:\n', "coverage:\n    level: 'off'\n")]) {
      const { code, stdout } = run(topic({ base: { [policyFile]: none }, reports: six }), '--base', 'main')
      expect(code).toBe(0)
      expect(stdout).toMatch(/Changed lines of \w+ since main: 20 % covered \(1 of 5\)\.\n[\s\S]*nothing is judged/)
    }
  })

  test('no policy at the base: built-in defaults that block nothing, reports at the usual places', () => {
    const at = topic({ reports: six })
    at.git('switch', '--quiet', '-c', 'bare', 'main')
    at.git('rm', '--quiet', policyFile)
    at.git('commit', '--quiet', '-m', 'none')
    at.commit({ 'src/pay.ts': lines(10) })
    at.write(six)
    const { code, stdout } = run(at, '--base', 'HEAD~1')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Coverage gate: failed \(not blocking\)$/m)
    expect(stdout).toMatch(/The base branch has no policy; the built-in defaults apply and block nothing\./)
  })

  test('max_drop: that the baseline is not here', () => {
    const drop = policy().replace('min: 80 }', 'min: 80, max_drop: 1 }')
    const { code, stdout } = run(topic({ base: { [policyFile]: drop } }), '--base', 'main')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^max_drop compares with a measurement that GitHub keeps/m)
  })

  test('teams of whatever owner: a fork’s clone is not called like them', () => {
    const team = 'roles: { implementer: ["@acme/implementers"] }\n'
    expect(run(topic({ base: { [policyFile]: policy(80, team) } }), '--base', 'main').code).toBe(0)
  })
})

describe('FILE instead of the policy’s reports', () => {
  test('from a folder below the root, with a name that is a pattern too', () => {
    const at = topic({ reports: {} })
    const cwd = join(at.root, 'src')
    writeFiles(at.root, { 'coverage/lcov[1]{a}.info': lcov({ 'src/pay.ts': upTo(9, 10) }) })
    const { code, value } = json(['coverage', '../coverage/lcov[1]{a}.info', '--base', 'main'], { cwd })
    expect(code).toBe(0)
    expect(value).toMatchObject({ reports: [{ path: '../coverage/lcov[1]{a}.info' }], patch: { covered: 4, total: 5 } })
  })

  test('several are united', () => {
    const at = topic({
      reports: {
        'a.info': lcov({ 'src/pay.ts': upTo(6, 10) }),
        'b.info': lcov({ 'src/pay.ts': [-1, 7, 8, 9, 10] }),
      },
    })
    const { value } = json(['coverage', '--base', 'main', 'a.info', 'b.info'], { cwd: at.root })
    expect(value).toMatchObject({ project: { covered: 10, total: 10 }, patch: { covered: 5, total: 5 } })
  })

  test('thresholds of reports that are not there are not missed', () => {
    const flags = '    flags: { unit: { min: 95 } }\n'
    const at = topic({
      base: { [policyFile]: policy(80, flags) },
      reports: { ...nine, 'other.info': nine['coverage/lcov.info'] },
    })
    expect(run(at, '--base', 'main', 'other.info').code).toBe(0)
    expect(run(at, '--base', 'main', 'coverage/lcov.info').code).toBe(1)
  })
})

describe('without FILE and without --base', () => {
  test('the working tree’s policy, the project only, and both are said', () => {
    const at = topic()
    at.write({ [policyFile]: policy(95) })
    const { code, stdout } = run(at)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^90 % of lines covered \(9 of 10\), 95 % required\./m)
    expect(stdout).toMatch(/^Policy: \.github\/delivery-gates\.yml of the working tree\. No base was named/m)
    expect(stdout).not.toMatch(/Uncovered|since/)
    expect(json(['coverage'], { cwd: at.root }).value).toMatchObject({ base: null, patch: null, uncovered: [] })
  })

  test('no policy: the usual places and the defaults', () => {
    const at = topic({ base: { [policyFile]: '' }, reports: { 'lcov.info': lcov({ 'src/pay.ts': [1] }) } })
    rmSync(join(at.root, policyFile))
    const { code, stdout } = run(at)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^lcov\.info/m)
    expect(stdout).toMatch(/^Policy: none in the working tree, so built-in defaults\./m)
  })
})

describe('refused with exit code 2 and one line', () => {
  test.each<readonly [string, Scene, readonly string[], RegExp]>([
    [
      'a base that is not here',
      {},
      ['--base', 'origin/mian'],
      /^--base origin\/mian: this clone has no such commit; git fetch may bring it$/,
    ],
    ['a base that looks like an option', {}, ['--base=--all'], /^--base --all: this clone has no such commit/],
    ['a base that is no commit', {}, ['--base', 'HEAD:src'], /^--base HEAD:src: this clone has no such commit/],
    [
      'a broken policy, at its place',
      { base: { [policyFile]: 'version: 1\ngates:\n  coverage:\n    projct: { min: 80 }\n  dcos: {}\n' } },
      ['--base', 'main'],
      /^\.github\/delivery-gates\.yml:4:5: CFG-UNKNOWN gates\.coverage\.projct: /,
    ],
    [
      'a report that the policy names and that is nowhere',
      { reports: { 'out/lcov.info': '' } },
      ['--base', 'main'],
      /^coverage\/lcov\.info: no such file, and the policy names it as report unit \(RPT-NOTFOUND\); nearest: out\/lcov\.info$/,
    ],
    [
      'nothing at any usual place',
      { base: { [policyFile]: 'version: 1\n' }, reports: {} },
      ['--base', 'main'],
      /^no FILE, and no report at any of the usual places: .* \(RPT-NOTFOUND\)$/,
    ],
    [
      'a broken report',
      { reports: { 'coverage/lcov.info': 'TN:\nSF:a.ts\nDA:x,1\nend_of_record\n' } },
      ['--base', 'main'],
      /^coverage\/lcov\.info:3: .* \(RPT-VALUE\)$/,
    ],
    [
      'a report outside of the checkout',
      {},
      ['--base', 'main', '/etc/hostname'],
      /^\/etc\/hostname leads out of the workspace/,
    ],
  ])('%s', (_what, scene, args, line) => {
    const cwd = topic(scene).root
    for (const more of [[], ['--json']]) expect(refusal(['coverage', ...args, ...more], { cwd })).toMatch(line)
  })

  test('branches without a common commit', () => {
    const at = topic()
    at.git('switch', '--quiet', '--orphan', 'alone')
    at.commit({ [policyFile]: policy() })
    at.git('switch', '--quiet', 'topic')
    at.write(nine)
    expect(refusal(['coverage', '--base', 'alone'], { cwd: at.root })).toMatch(/GIT-NOMERGEBASE/)
  })

  test('a shallow clone that does not reach the merge base', () => {
    const at = topic()
    const copy = repositoryIn(temporaryFolder())
    copy.git('init', '--quiet')
    copy.git('fetch', '--quiet', '--depth=1', `file://${at.root}`, 'topic:topic', 'main:main')
    copy.git('switch', '--quiet', 'topic')
    copy.write(nine)
    expect(refusal(['coverage', '--base', 'main'], { cwd: copy.root })).toMatch(/shallow.*GIT-SHALLOW/)
  })

  test('a repository without a commit', () => {
    const at = newRepository()
    expect(refusal(['coverage', '--base', 'main'], { cwd: at.root })).toMatch(/no commit|failed/)
  })
})

describe('what was measured badly fails with every problem', () => {
  test('files of another commit', () => {
    const { code, stdout } = run(
      topic({ reports: { 'coverage/lcov.info': lcov({ 'src/pay.ts': [1], 'src/gone.ts': [1] }) } }),
      '--base',
      'main',
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(/^ {2}RPT-UNKNOWNFILE: .*src\/gone\.ts/m)
    expect(stdout).not.toMatch(/Changed lines of/)
  })

  test('a suite that has not run', () => {
    const two = policy().replace('lcov.info }]', 'lcov.info }, { name: e2e, path: e2e.info }]')
    const { code, stdout } = run(topic({ base: { [policyFile]: two } }), '--base', 'main')
    expect(code).toBe(1)
    expect(stdout).toMatch(/e2e\.info/)
    expect(stdout).toMatch(/Changed lines of \w+ since main: 80 % covered \(4 of 5\)\./)
  })
})

describe('reports must be newer than the sources', () => {
  const later = (seconds: number) => new Date(Date.now() + seconds * 1000)

  test('a commit after the tests is fine', () => {
    const at = topic()
    utimesSync(join(at.root, 'src/pay.ts'), later(-100), later(-100))
    utimesSync(join(at.root, 'coverage/lcov.info'), later(-50), later(-50))
    at.commit({})
    expect(run(at, '--base', 'main').code).toBe(0)
  })

  test('a source that was written after the tests is not', () => {
    const at = topic()
    utimesSync(join(at.root, 'coverage/lcov.info'), later(-50), later(-50))
    const { code, stdout } = run(at, '--base', 'main')
    expect(code).toBe(1)
    expect(stdout).toMatch(/RPT-STALE/)
  })
})

describe('HEAD is measured', () => {
  test('uncommitted changes of reported files are warned about in one line', () => {
    const at = topic()
    at.write({ 'src/pay.ts': lines(11) })
    const { code, stderr } = run(at, '--base', 'main')
    expect(code).toBe(0)
    expect(stderr).toBe(
      'Uncommitted changes in src/pay.ts: HEAD is measured, so line numbers of the reports may not fit.\n',
    )
    at.git('add', '-A')
    expect(run(at, '--base', 'main').stderr).toMatch(/^Uncommitted changes in src\/pay\.ts/)
    const machine = delivery(['coverage', '--json', '--base', 'main'], { cwd: at.root })
    expect(machine.stderr.split('\n')).toHaveLength(2)
    expect(JSON.parse(machine.stdout).uncommitted).toEqual(['src/pay.ts'])
  })

  test('other files, new files and files that were only touched are no concern', () => {
    const at = topic({ base: { 'README.md': '# Pay\n' } })
    at.write({ 'README.md': '# Paid\n', 'src/new.ts': lines(3) })
    at.write({ 'src/pay.ts': lines(10) })
    expect(run(at, '--base', 'main').stderr).toBe('')
  })

  test('a linked work tree', () => {
    const at = topic()
    const linked = join(temporaryFolder(), 'linked')
    at.git('worktree', 'add', '--quiet', '--detach', linked, 'topic')
    writeFiles(linked, nine)
    expect(delivery(['coverage', '--base', 'main'], { cwd: linked }).code).toBe(0)
  })

  test('T-50 no program that the clone’s configuration or the change names is run', () => {
    const at = topic({ change: { '.gitattributes': '*.ts filter=evil diff=evil\n' } })
    const trace = join(at.root, 'ran')
    for (const key of [
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'diff.external',
      'core.fsmonitor',
    ]) {
      at.git('config', key, `touch '${trace}'; cat`)
    }
    at.write({ 'src/pay.ts': lines(11) })
    expect(run(at, '--base', 'main').stderr).toMatch(/^Uncommitted changes/)
    expect(existsSync(trace)).toBe(false)
  })

  test('nothing is written into the clone', () => {
    const at = topic()
    const before = at.git('status', '--porcelain')
    mkdirSync(join(at.root, '.git/index.lock'))
    expect(run(at, '--base', 'main').code).toBe(0)
    rmSync(join(at.root, '.git/index.lock'), { recursive: true })
    expect(at.git('status', '--porcelain')).toBe(before)
  })
})

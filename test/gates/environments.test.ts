import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate.ts'
import {
  type CheckResult,
  type DeploymentResult,
  type MeasuredCell,
  type MeasuredValues,
  type PullRequestFacts,
  present,
  unknown,
} from '../../src/facts/facts.ts'
import {
  type Cell,
  expandMatrix,
  fill,
  inGlob,
  keyOf,
  type Matrix,
  placeholders,
} from '../../src/gates/environments/matrix.ts'
import { cellSource } from '../../src/gates/environments.ts'
import { compileGlobs } from '../../src/glob.ts'
import { say } from '../../src/locales/index.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { facts, policy, policyState, shaOf } from '../support/facts.ts'

const check = (name: string, state: CheckResult['state'] = 'passed', over: Partial<CheckResult> = {}): CheckResult => ({
  kind: 'check',
  name,
  app: { id: '15368', slug: 'github-actions' },
  creator: null,
  workflow: { name: 'CI', event: 'pull_request' },
  state,
  at: '2026-11-20T11:00:00Z',
  url: null,
  ...over,
})

const deployment = (
  environment: string,
  state: DeploymentResult['state'] = 'success',
  over: Partial<DeploymentResult> = {},
): DeploymentResult => ({
  environment,
  state,
  sha: shaOf('a'),
  at: '2026-11-20T11:00:00Z',
  creator: { id: '41898282', login: 'github-actions[bot]', type: 'Bot' },
  ...over,
})

/** The example of design.md §5. */
const design = { required: ['e2e ({os}, {db})'], matrix: { os: ['debian', 'windows'], db: ['postgres-15', 'mysql-8'] } }
const cells = ['debian, postgres-15', 'debian, mysql-8', 'windows, postgres-15', 'windows, mysql-8']
const green = cells.map(cell => check(`e2e (${cell})`))
const sites = { matrix: { site: ['prod-acme', 'prod-globex'] }, deployments: '{site}' }

function judge(options: object, over: Partial<PullRequestFacts> = {}, extra: object = {}): GateResult {
  const parsed = policy(JSON.stringify({ version: 1, gates: { environments: options }, ...extra }))
  const found = evaluate(policyState(parsed), facts(over)).gates.find(one => one.gate === 'environments')
  if (found === undefined) throw new Error('not judged')
  return found.result
}

const text = (told: Message): string => say(told, 'en', plainFormatter('en'))
const told = (result: GateResult): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(finding => text(finding.message)) : []

function grid(result: GateResult): readonly (readonly string[])[] {
  if (!('table' in result) || result.table === undefined) return []
  const { columns, rows } = result.table
  return [columns, ...rows].map(row => row.map(cell => (typeof cell === 'string' ? cell : text(cell))))
}

const problems = (options: object): readonly string[] => {
  const yaml = JSON.stringify({ version: 1, gates: { environments: options } })
  const parsed = parsePolicy(yaml, 'p.yml', { owner: 'acme' })
  return parsed.ok ? [] : parsed.error.map(each => `${each.code} ${each.keyPath.replace('gates.environments', '')}`)
}

describe('cells proved by checks', () => {
  test('all have passed', () => {
    const result = judge(design, { checks: present(green) })
    expect(text(result.summary)).toBe('All 4 required environments have passed on this commit.')
  })

  test('the grid, with the holes named', () => {
    const checks = present([
      check(`e2e (${cells[0]})`),
      check(`e2e (${cells[1]})`, 'failed'),
      check(`e2e (${cells[2]})`, 'pending'),
    ])
    const result = judge(design, { checks })
    expect(grid(result)).toEqual([
      ['os \\ db', 'postgres-15', 'mysql-8'],
      ['debian', 'passed', 'failed'],
      ['windows', 'pending', 'missing'],
    ])
    expect(text(result.summary)).toBe(
      '1 of 4 required environments passed; not passed: debian, mysql-8. Still to come: windows, postgres-15 and windows, mysql-8.',
    )
    expect(result).toMatchObject({ status: 'failed' })
    expect(told(result)).toEqual([
      'debian, mysql-8: check e2e (debian, mysql-8) has failed.',
      'windows, postgres-15: check e2e (windows, postgres-15) is still running.',
      expect.stringContaining(
        'windows, mysql-8: check e2e (windows, mysql-8) has not been reported by github-actions yet',
      ),
    ])
  })

  test('what is still to come is awaited, never red', () => {
    const result = judge(design, { checks: present(green.slice(1)) })
    expect(result).toMatchObject({ status: 'waiting', waitingFor: [{ kind: 'ci' }] })
  })

  test('a name that differs by its case is the nearest', () => {
    const result = judge(design, { checks: present([...green.slice(1), check('E2E (debian, postgres-15)')]) })
    expect(told(result)[0]).toMatch(/the nearest name is E2E \(debian, postgres-15\)\.$/)
  })

  test.each<[CheckResult['state'], GateResult['status']]>([
    ['skipped', 'failed'],
    ['neutral', 'failed'],
    ['cancelled', 'failed'],
    ['stale', 'failed'],
    ['action_required', 'waiting'],
  ])('%s never passes', (state, expected) => {
    expect(judge(design, { checks: present([...green.slice(1), check(`e2e (${cells[0]})`, state)]) }).status).toBe(
      expected,
    )
  })

  test('T-84 only from the pinned source', () => {
    const evil = green.map(each => ({ ...each, app: { id: '9', slug: 'evil' } }))
    expect(judge(design, { checks: present(evil) }).status).toBe('waiting')
    expect(judge({ ...design, app: 'evil' }, { checks: present(evil) }).status).toBe('passed')
    const nameless = green.map(each => ({ ...each, app: null }))
    expect(judge(design, { checks: present(nameless) }).status).toBe('unknown')
  })

  test('several names: every one of them for every cell', () => {
    const options = { ...design, required: ['e2e ({os}, {db})', 'smoke ({os}, {db})'] }
    expect(judge(options, { checks: present(green) }).status).toBe('waiting')
    expect(judge(options, { checks: present([...green, ...cells.map(cell => check(`smoke (${cell})`))]) }).status).toBe(
      'passed',
    )
  })

  test('R-12 what could not be read is unknown', () => {
    const reason = message('unknown.api', { what: 'checks', detail: 'HTTP 502' })
    expect(judge(design, { checks: unknown(reason) }).status).toBe('unknown')
    expect(
      judge(design, { checks: present(green), values: unknown(reason), deployments: unknown(reason) }).status,
    ).toBe('passed')
  })
})

describe('which cells are required', () => {
  test('excluded ones are not, included ones are, optional ones are only shown', () => {
    const options = {
      ...design,
      exclude: [{ os: 'windows', db: 'mysql-8' }],
      include: [{ os: 'macos', db: 'sqlite' }],
      optional: [{ os: 'windows' }],
    }
    const checks = present([
      ...green.slice(0, 2),
      check('e2e (windows, postgres-15)', 'failed'),
      check('e2e (macos, sqlite)'),
    ])
    const result = judge(options, { checks })
    expect(text(result.summary)).toBe('All 3 required environments have passed on this commit.')
    expect(grid(result)).toEqual([
      ['os \\ db', 'postgres-15', 'mysql-8', 'sqlite'],
      ['debian', 'passed', 'passed', 'not required'],
      ['windows', 'failed (optional)', 'not required', 'not required'],
      ['macos', 'not required', 'not required', 'passed'],
    ])
    expect('findings' in result && result.findings?.every(finding => finding.aside)).toBe(true)
  })

  test('one axis, and three: a row a cell', () => {
    const one = judge({ matrix: { os: ['a', 'b'] }, required: ['t {os}'] }, { checks: present([check('t a')]) })
    expect(grid(one)).toEqual([
      ['os', 'state'],
      ['a', 'passed'],
      ['b', 'missing'],
    ])
    const three = judge(
      { matrix: { a: ['1'], b: ['2'], c: ['3'] }, required: ['{a}{b}{c}'] },
      { checks: present([check('123')]) },
    )
    expect(grid(three)[1]).toEqual(['1', '2', '3', 'passed'])
  })

  test('a waiver that names a cell takes it out', () => {
    const waivers = [
      {
        gate: 'environments',
        match: { rule: 'windows, mysql-8' },
        reason: 'no licence until March',
        owner: '@chen',
        expires: '2026-12-31',
      },
    ]
    expect(judge(design, { checks: present(green.slice(0, 3)) }, { waivers }).status).toBe('passed')
    expect(judge(design, { checks: present(green.slice(0, 2)) }, { waivers }).status).toBe('waiting')
  })

  test('law: the expansion is what the slow obvious reference says', () => {
    const value = fc.constantFrom('x', 'y', 'z', 'x, y')
    const axes = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.uniqueArray(value, { minLength: 1, maxLength: 3 }), {
      minKeys: 1,
      noNullPrototype: true,
    })
    const matrix = axes.chain(found =>
      fc.record({
        matrix: fc.constant(found),
        exclude: fc.array(
          fc.dictionary(fc.constantFrom(...Object.keys(found)), value, { minKeys: 1, noNullPrototype: true }),
          { maxLength: 3 },
        ),
        include: fc.array(fc.record(Object.fromEntries(Object.keys(found).map(axis => [axis, value]))), {
          maxLength: 3,
        }),
      }),
    )
    const obvious = ({ matrix: found, exclude = [], include = [] }: Matrix): readonly string[] => {
      const names = Object.keys(found)
      const total = names.reduce((size, axis) => size * (found[axis]?.length ?? 0), 1)
      const seen: string[] = []
      const add = (cell: Cell) => {
        const key = JSON.stringify(names.map(axis => cell[axis]))
        if (!seen.includes(key)) seen.push(key)
      }
      for (let number = 0; number < total; number++) {
        let rest = number
        const cell: Record<string, string> = {}
        for (const axis of names.toReversed()) {
          const values = found[axis] ?? []
          cell[axis] = values[rest % values.length] ?? ''
          rest = Math.floor(rest / values.length)
        }
        let out = false
        for (const part of exclude) {
          let all = true
          for (const axis of names) if (part[axis] !== undefined && part[axis] !== cell[axis]) all = false
          if (all) out = true
        }
        if (!out) add(cell)
      }
      for (const cell of include) add(cell)
      return seen
    }
    fc.assert(
      fc.property(matrix, each => {
        expect(expandMatrix(each).map(keyOf)).toEqual(obvious(each))
      }),
      { numRuns: 500 },
    )
  })

  test('templates: only axes are filled in, and a value in a glob means itself', () => {
    expect(fill('{a}-{b, c}-{}-{ a }', { a: '$&' })).toBe('$&-{b, c}-{}-{ a }')
    expect(placeholders('{os}/{os}-{a,b}/{db}')).toEqual(['os', 'db'])
    for (const value of ['*', '[x]', '{a,b}', 'a?', 'plain']) {
      const globs = compileGlobs([fill('junit/{v}/*.xml', { v: value }, inGlob)])
      expect(globs.matches(`junit/${value}/a.xml`)).toBe(true)
      expect(globs.matches('junit/other/a.xml')).toBe(false)
    }
  })

  test.each<[string, object, string]>([
    ['no proof', { matrix: { a: ['x'] } }, 'CFG-REQUIRED '],
    ['no axis', { matrix: {}, required: ['x'] }, 'CFG-EMPTY .matrix'],
    ['an axis without values', { matrix: { a: [] }, required: ['{a}'] }, 'CFG-EMPTY .matrix.a'],
    ['a number, of which 3.10 would be 3.1', { matrix: { a: [3.1] }, required: ['{a}'] }, 'CFG-TYPE .matrix.a[0]'],
    [
      'too many cells',
      {
        matrix: { a: Array.from({ length: 17 }, (_, i) => `${i}`), b: Array.from({ length: 17 }, (_, i) => `${i}`) },
        required: ['{a} {b}'],
      },
      'CFG-SIZE .matrix',
    ],
    ['an axis that the name leaves out', { ...design, required: ['e2e ({os})'] }, 'CFG-DUPID .required[0]'],
    [
      'two cells with one name',
      { matrix: { a: ['1', '11'], b: ['1', '11'] }, required: ['{a}{b}'] },
      'CFG-DUPID .required[0]',
    ],
    ['an axis that is not there', { ...design, required: ['e2e ({os}, {dbs})'] }, 'CFG-ENUM .required[0]'],
    ['excluding what is not there', { ...design, exclude: [{ os: 'windoes' }] }, 'CFG-ENUM .exclude[0].os'],
    ['an optional axis that is not there', { ...design, optional: [{ oss: 'windows' }] }, 'CFG-ENUM .optional[0].oss'],
    ['excluding everything by an empty part', { ...design, exclude: [{}] }, 'CFG-EMPTY .exclude[0]'],
    ['nothing required is left', { ...design, optional: [{ os: 'debian' }, { os: 'windows' }] }, 'CFG-EMPTY .matrix'],
    ['including a part', { ...design, include: [{ os: 'macos' }] }, 'CFG-REQUIRED .include[0]'],
    ['a broken glob', { ...design, junit: 'a/[{os}{db}' }, 'GLB-SYNTAX .junit'],
    ['two sources', { ...design, app: 'a', status: 'b' }, 'CFG-TYPE .status'],
  ])('policy: %s', (_name, options, problem) => {
    expect(problems(options)).toContain(problem)
  })
})

describe('cells proved by deployments', () => {
  const both = [deployment('prod-acme'), deployment('prod-globex')]
  const by = (...list: DeploymentResult[]) => judge(sites, { deployments: present(list) })

  test('every site has this commit', () => {
    expect(by(...both).status).toBe('passed')
    expect(by(deployment('prod-acme')).status).toBe('waiting')
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'failure')).status).toBe('failed')
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'inactive')).status).toBe('failed')
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'pending')).status).toBe('waiting')
  })

  test('an older success does not count once it is deployed anew', () => {
    const later = deployment('prod-globex', 'failure', { at: '2026-11-20T11:30:00Z' })
    expect(by(...both, later).status).toBe('failed')
  })

  test('nor does one of another commit', () => {
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'success', { sha: shaOf('9') })).status).toBe(
      'waiting',
    )
  })

  test.each(['Prod-globex', 'prod-globex ', 'prod-gl\u043ebex'])('T-45 %j is another environment', name => {
    const result = by(deployment('prod-acme'), deployment(name))
    expect(result.status).toBe('waiting')
    expect(told(result)[0]).toMatch(/has not deployed this commit to prod-globex; the nearest name is/)
  })

  test('T-84 only by whom the policy says', () => {
    const chen = { creator: { id: '101', login: 'chen', type: 'User' } } as const
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'success', chen)).status).toBe('waiting')
    expect(by(deployment('prod-acme'), deployment('prod-globex', 'success', { creator: null })).status).toBe('unknown')
    const own = { ...sites, deployed_by: '101' }
    expect(judge(own, { deployments: present(both.map(each => ({ ...each, ...chen }))) }).status).toBe('passed')
  })
})

describe('cells proved by JUnit', () => {
  const options = { ...design, required: undefined, junit: 'junit/{os}-{db}/*.xml' }
  const cell = (
    os: string,
    db: string,
    run: Partial<MeasuredCell['run']> = {},
    over: Partial<MeasuredCell> = {},
  ): MeasuredCell => ({
    cell: { os, db },
    source: cellSource(`junit/${os}-${db}/*.xml`),
    run: { name: `${os}, ${db}`, tests: 3, failures: 0, errors: 0, skipped: 0, ...run },
    problems: [],
    ...over,
  })
  const values = (list: readonly MeasuredCell[], over: Partial<MeasuredValues> = {}) =>
    present<MeasuredValues>({
      schemaVersion: 1,
      headSha: shaOf('a'),
      scope: 's',
      values: [],
      cells: list,
      problems: [],
      ...over,
    })
  const three = [cell('debian', 'postgres-15'), cell('debian', 'mysql-8'), cell('windows', 'postgres-15')]
  const withLast = (run: Partial<MeasuredCell['run']>, over: Partial<MeasuredCell> = {}) =>
    judge(options, { values: values([...three, cell('windows', 'mysql-8', run, over)]) })

  test('tests ran in every cell and none failed', () => {
    expect(withLast({}).status).toBe('passed')
    expect(withLast({ skipped: 2 }).status).toBe('passed')
  })

  test('B-X27 a cell in which no test ran', () => {
    expect(told(withLast({ tests: 0 }))).toEqual([
      'windows, mysql-8: 0 tests ran (junit/windows-mysql-8/*.xml, 0 skipped).',
    ])
    expect(withLast({ tests: 0 }).status).toBe('failed')
    expect(withLast({ skipped: 3 }).status).toBe('failed')
  })

  test('B-X28 a failed test, also one outside of the cases', () => {
    expect(withLast({ failures: 1 }).status).toBe('failed')
    expect(withLast({ errors: 1 }).status).toBe('failed')
  })

  test('a problem never passes, whatever the counts', () => {
    const missing = message('environments.tests.file', { cell: 'c', path: 'p', near: [] })
    expect(withLast({}, { problems: [missing] }).status).toBe('failed')
    const other = message('action.report.otherCommit', { tested: shaOf('1'), head: shaOf('a') })
    expect(
      judge(options, { values: values([...three, cell('windows', 'mysql-8')], { problems: [other] }) }).status,
    ).toBe('failed')
  })

  test('nothing measured, another commit, another policy: awaited', () => {
    expect(judge(options).status).toBe('waiting')
    const all = [...three, cell('windows', 'mysql-8')]
    expect(judge(options, { values: values(all, { headSha: shaOf('9') }) }).status).toBe('waiting')
    expect(judge({ ...options, junit: 'other/{os}-{db}.xml' }, { values: values(all) }).status).toBe('waiting')
  })

  test('checks and tests: both are asked for', () => {
    const both = { ...options, required: design.required }
    const all = values([...three, cell('windows', 'mysql-8')])
    expect(judge(both, { values: all, checks: present(green) }).status).toBe('passed')
    expect(judge(both, { values: all, checks: present(green.slice(1)) }).status).toBe('waiting')
  })
})

describe('laws', () => {
  const order: readonly GateResult['status'][] = ['passed', 'waiting', 'unknown', 'failed']
  const state = fc.constantFrom<CheckResult['state']>('passed', 'pending', 'failed', 'skipped', 'cancelled')
  const results = fc
    .array(
      fc.record({
        cell: fc.constantFrom(...cells),
        state,
        at: fc.constantFrom('2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z'),
      }),
      { maxLength: 8 },
    )
    .map(list => list.map(({ cell, state, at }) => check(`e2e (${cell})`, state, { at })))
  const badness = (checks: readonly CheckResult[]): number =>
    order.indexOf(judge(design, { checks: present(checks) }).status)

  test('R-21 the order of checks does not matter', () => {
    fc.assert(
      fc.property(results, list => {
        expect(judge(design, { checks: present(list.toReversed()) })).toEqual(judge(design, { checks: present(list) }))
      }),
      { numRuns: 150 },
    )
  })

  test('R-13 a worse state of a check never improves the answer', () => {
    const rank: readonly CheckResult['state'][] = ['passed', 'pending', 'failed']
    fc.assert(
      fc.property(results, fc.nat(), fc.constantFrom(...rank), (list, pick, worse) => {
        const chosen = list[pick % Math.max(1, list.length)]
        fc.pre(
          chosen !== undefined && rank.indexOf(chosen.state) >= 0 && rank.indexOf(chosen.state) < rank.indexOf(worse),
        )
        expect(badness(list.map(each => (each === chosen ? { ...each, state: worse } : each)))).toBeGreaterThanOrEqual(
          badness(list),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('R-12 passed only when every cell has a pass', () => {
    fc.assert(
      fc.property(results, list => {
        const all = cells.every(cell => list.some(each => each.name === `e2e (${cell})` && each.state === 'passed'))
        if (badness(list) === 0) expect(all).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

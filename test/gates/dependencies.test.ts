import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDependencies } from '../../src/dependencies/parse.ts'
import type { Dependency, IssueRef } from '../../src/facts/facts.ts'
import { dependencies } from '../../src/gates/dependencies.ts'
import type { GateResult } from '../../src/report.ts'
import { context, facts } from '../support/facts.ts'

const here = { owner: 'acme', name: 'widgets' }
const names = (body: string): readonly string[] =>
  parseDependencies(body, here).refs.map(({ owner, name, number }) => `${owner}/${name}#${number}`)

describe('Depends-On', () => {
  test.each([
    ['Depends-On: acme/api#12', ['acme/api#12']],
    ['depends on: #3', ['acme/widgets#3']],
    ['Depends-On: acme/api#12, #3 and acme/web#4', ['acme/api#12', 'acme/widgets#3', 'acme/web#4']],
    ['Depends-On: https://github.com/acme/api/pull/12', ['acme/api#12']],
    ['Depends-On: <https://github.com/acme/api/pull/12/files>', ['acme/api#12']],
    ['Depends-On: [the API](https://github.com/acme/api/pull/12)', ['acme/api#12']],
    ['- Depends-On: acme/api#12\n- Depends-On: acme/web#4', ['acme/api#12', 'acme/web#4']],
    ['依赖：acme/api#12、acme/web#4', ['acme/api#12', 'acme/web#4']],
    ['Depends-On: acme/api#12\nDepends-On: Acme/API#12', ['Acme/API#12']],
    ['This depends on nothing.', []],
    ['`Depends-On: acme/api#12`', []],
    ['    Depends-On: acme/api#12', []],
    ['> Depends-On: acme/api#12', []],
    ['<!-- Depends-On: acme/api#12 -->', []],
    ['```\nDepends-On: acme/api#12\n```', []],
  ])('B-M02 %j', (body, expected) => {
    expect(names(body)).toEqual(expected)
    expect(parseDependencies(body, here).malformed).toEqual([])
  })

  test.each(['Depends-On:', 'Depends-On: acme/api', 'Depends-On: the API', 'Depends-On: #0'])(
    '%j names nothing, and is told',
    body => {
      expect(names(body)).toEqual([])
      expect(parseDependencies(body, here).malformed).not.toEqual([])
      expect(judge([], { body }).status).toBe('failed')
    },
  )

  test('any text gives a result, and at most fifty', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => names(`Depends-On: ${text}`).length <= 50))
    const many = Array.from({ length: 100 }, (_, index) => `#${index + 1}`).join(' ')
    expect(names(`Depends-On: ${many}`)).toHaveLength(50)
  })
})

const self = { ...here, number: 12 }
const node = (name: string, state: Dependency['state'], over: Partial<Dependency> = {}): Dependency => ({
  owner: 'acme',
  name,
  number: 1,
  dependsOn: [self],
  state,
  title: '',
  verdict: null,
  ...over,
})

interface Given {
  readonly body?: string
  readonly truncated?: boolean
  readonly options?: object
  readonly loop?: readonly IssueRef[]
}

function judge(
  nodes: readonly Dependency[],
  { body = '', truncated = false, options = {}, loop = [] }: Given = {},
): GateResult {
  const own: Dependency = { ...self, dependsOn: loop, state: 'open', title: '', verdict: null }
  const known = { ...facts(), body, dependencies: { nodes: [own, ...nodes], truncated } }
  return dependencies.evaluate(known, dependencies.options.parse(options), context)
}

describe('the gate', () => {
  test.each<[string, readonly Dependency[], Given, string]>([
    ['nothing is named', [], {}, 'passed'],
    ['all are merged', [node('api', 'merged'), node('web', 'merged')], {}, 'passed'],
    ['one is open', [node('api', 'merged'), node('web', 'open')], {}, 'waiting'],
    ['one is open and ready', [node('web', 'open', { verdict: 'passed' })], {}, 'waiting'],
    ['ready will do', [node('web', 'open', { verdict: 'passed' })], { options: { need: 'ready' } }, 'passed'],
    [
      'ready is asked for, and it waits',
      [node('web', 'open', { verdict: 'waiting' })],
      { options: { need: 'ready' } },
      'waiting',
    ],
    ['one was closed', [node('api', 'open'), node('web', 'closed')], {}, 'failed'],
    ['one cannot be read', [node('api', 'open'), node('web', 'unread')], {}, 'unknown'],
    ['there are too many', [node('api', 'merged')], { truncated: true }, 'unknown'],
    ['T-05 another owner', [node('api', 'merged', { owner: 'evil' })], {}, 'failed'],
    [
      'another owner who may be named',
      [node('api', 'merged', { owner: 'Friend' })],
      { options: { allow_owners: ['friend'] } },
      'passed',
    ],
  ])('%s', (_, nodes, given, expected) => {
    expect(judge(nodes, given).status).toBe(expected)
  })

  test('a circle is shown as it goes', () => {
    const api = node('api', 'open')
    const web = node('web', 'open', { dependsOn: [{ owner: 'acme', name: 'api', number: 1 }] })
    const result = judge([api, web], { loop: [{ owner: 'acme', name: 'web', number: 1 }] })
    expect(result.status).toBe('failed')
    expect(result.summary.params).toEqual({
      cycle: ['acme/widgets#12', 'acme/api#1', 'acme/web#1', 'acme/widgets#12'],
    })
  })

  test('R-13 a dependency in a worse state never helps', () => {
    const rank = { passed: 0, waiting: 1, unknown: 2, failed: 3, skipped: 9, waived: 9 }
    const states = ['merged', 'open', 'unread', 'closed'] as const
    const state = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 4 }), fc.nat(), (given, at) => {
        const nodesOf = (all: readonly number[]) => all.map((one, index) => node(`r${index}`, states[one] ?? 'closed'))
        const worse = given.map((one, index) => (index === at % given.length ? Math.min(3, one + 1) : one))
        expect(rank[judge(nodesOf(worse)).status]).toBeGreaterThanOrEqual(rank[judge(nodesOf(given)).status])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelivery } from '../../app/front/delivery.ts'
import { type JsonObject, parsePayload } from '../../app/front/payload.ts'
import { bodies, type HandledEvent, installation } from './payloads.ts'

const parse = (value: unknown): JsonObject => {
  const payload = parsePayload(typeof value === 'string' ? value : JSON.stringify(value))
  if (!payload.ok) throw new Error(payload.error)
  return payload.value
}
const read = (event: string, value: unknown) => {
  const facts = readDelivery(event, parse(value))
  return facts.ok ? facts.value : facts.error
}

describe('readDelivery', () => {
  test.each<[HandledEvent, string]>([
    ['pull_request', '1296269:pr:2'],
    ['pull_request_review', '1296269:pr:2'],
    ['issue_comment', '1296269:pr:2'],
    ['check_run', '1296269:pr:2'],
    ['issues', 'repo:1296269'],
    ['status', 'repo:1296269'],
    ['deployment_status', 'repo:1296269'],
    ['merge_group', 'repo:1296269'],
    ['push', 'repo:1296269'],
    ['installation', 'installation:987654'],
    ['installation_repositories', 'installation:987654'],
    ['membership', 'installation:987654'],
    ['team', 'installation:987654'],
  ])('%s goes into lane %s', (event, lane) => {
    expect(read(event, bodies[event]())).toMatchObject({ lane, installationId: '987654', relevant: true })
  })

  test('B-W15 a check run of a fork names no pull request: the repository’s lane', () => {
    expect(read('check_run', bodies.check_run(null))).toMatchObject({ lane: 'repo:1296269', relevant: true })
  })

  test('a completed check goes into the repository’s lane, where those of one workflow are gathered', () => {
    expect(read('check_run', { ...bodies.check_run(2), action: 'completed' })).toMatchObject({
      lane: 'repo:1296269',
      relevant: true,
    })
  })

  test('T-71 B-W10 a comment is no issue event, and an issue event no comment', () => {
    expect(read('issues', bodies.issue_comment())).toBe('the body is not one of issues: it has comment')
    expect(read('issue_comment', bodies.issues())).toBe(
      'the body is not one of issue_comment: comment is not an object',
    )
    expect(read('status', bodies.push())).toBe('the body is not one of status: sha is not a string')
  })

  test('T-74 a check run that lists the pull request of another repository', () => {
    const body = bodies.check_run(2)
    const listed = [{ id: 1, number: 2, base: { ref: 'main', repo: { id: 7 } } }]
    expect(read('check_run', { ...body, check_run: { ...body.check_run, pull_requests: listed } })).toMatchObject({
      lane: 'repo:1296269',
    })
  })

  test('a comment on an issue is none of ours', () => {
    const body = bodies.issue_comment()
    const { pull_request: _, ...issue } = body.issue
    expect(read('issue_comment', { ...body, issue })).toMatchObject({ relevant: false })
  })

  test('B-W10 an event that only names its installation is not one about it', () => {
    expect(read('installation', { action: 'created', installation, repository: { id: 1 } })).toBe(
      'the body is not one of installation: installation.account is not an object',
    )
  })

  test('names of object members are no events', () => {
    for (const event of ['constructor', '__proto__', 'toString'])
      expect(read(event, {})).toMatchObject({ relevant: false })
  })

  test('B-W16 never throws, whatever the body', () => {
    const events = Object.keys(bodies) as HandledEvent[]
    const members = fc.constantFrom(
      'action',
      'repository',
      'installation',
      'pull_request',
      'issue',
      'comment',
      'review',
      'check_run',
      'ref',
      'commits',
    )
    fc.assert(
      fc.property(fc.constantFrom(...events), fc.dictionary(members, fc.jsonValue()), (event, odd) => {
        // Those keys are refused before: B-W20.
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(JSON.stringify(odd)))
        const facts = readDelivery(event, parse({ ...bodies[event](), ...odd }))
        expect(facts.ok ? typeof facts.value.lane : typeof facts.error).toBe('string')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('parsePayload', () => {
  test('B-W19 whole numbers beyond 2^53 become strings, all others stay numbers', () => {
    const text =
      '{"a":9007199254740993,"b":[-9007199254740993],"c":9007199254740991,"d":0.12345678901234566,"e":1e300,"f":"9007199254740993"}'
    expect(parse(text)).toEqual({
      a: '9007199254740993',
      b: ['-9007199254740993'],
      c: 9007199254740991,
      d: 0.12345678901234566,
      e: 1e300,
      f: '9007199254740993',
    })
  })

  test('reads every other JSON object as JSON.parse does', () => {
    const forbidden = /"(__proto__|constructor|prototype)"/
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const text = JSON.stringify(value)
        fc.pre(!forbidden.test(text) && !/\d{16}/.test(text))
        expect(parsePayload(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('R-23 any text gives a value or an error', () => {
    fc.assert(fc.property(fc.string(), text => typeof parsePayload(text).ok === 'boolean'))
  })

  test('brackets and commas inside strings are only text', () => {
    const text = JSON.stringify({ a: `${'[{'.repeat(500)}\\"${','.repeat(600_000)}` })
    expect(parsePayload(text).ok).toBe(true)
  })
})

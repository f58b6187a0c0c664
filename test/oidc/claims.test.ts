import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockSkewMs, isMeasuringEvent, misdirected, pullNumberOf, readClaims } from '../../src/oidc/claims.ts'

/** As GitHub's page on OIDC shows a token's payload; the names are its, the values ours. */
const payload = {
  jti: '2f6c1a52-0f8e-4a34-9a0a-0c6a3f7f8a11',
  sub: 'repo:acme/widgets:pull_request',
  aud: 'https://gates.example.com',
  ref: 'refs/pull/7/merge',
  sha: 'a'.repeat(40),
  repository: 'acme/widgets',
  repository_owner: 'acme',
  repository_owner_id: '65',
  repository_id: '74',
  run_id: '9007199254740993',
  run_number: '10',
  run_attempt: '2',
  event_name: 'pull_request',
  job_workflow_ref: 'acme/ci/.github/workflows/gates.yml@refs/heads/main',
  workflow_ref: 'acme/widgets/.github/workflows/ci.yml@refs/pull/7/merge',
  iss: 'https://token.actions.githubusercontent.com',
  nbf: 1_700_000_000,
  iat: 1_700_000_300,
  exp: 1_700_000_900,
}
const expected = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'https://gates.example.com',
  now: 1_700_000_600_000,
}
const read = (more: Readonly<Record<string, unknown>> = {}) => {
  const claims = readClaims({ ...payload, ...more })
  if (!claims.ok) throw new Error(claims.error)
  return claims.value
}

describe('T-86 claims of a token', () => {
  test('a good one', () => {
    expect(read()).toMatchObject({ runId: '9007199254740993', runAttempt: 2, repositoryId: '74' })
    expect(misdirected(read(), expected)).toBeNull()
  })

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['another issuer', { iss: 'https://evil.example' }, 'issuer'],
    ['an issuer with a slash more', { iss: `${expected.issuer}/` }, 'issuer'],
    ['the issuer of one enterprise', { iss: `${expected.issuer}/acme` }, 'issuer'],
    ['another audience', { aud: 'https://github.com/acme' }, 'audience'],
    ['several audiences', { aud: [expected.audience, 'https://evil.example'] }, 'audience'],
    ['expired', { exp: 1_700_000_600 - clockSkewMs / 1000 }, 'expired'],
    ['not yet', { nbf: 1_700_000_601 + clockSkewMs / 1000 }, 'early'],
    ['issued in the future', { iat: 1_700_000_601 + clockSkewMs / 1000 }, 'early'],
  ])('%s', (_, more, reason) => {
    expect(misdirected(read(more), expected)).toBe(reason)
  })

  test('clocks may be a minute apart', () => {
    expect(misdirected(read({ exp: 1_700_000_541, nbf: 1_700_000_500 }), expected)).toBeNull()
    expect(misdirected(read({ iat: 1_700_000_660 }), expected)).toBeNull()
  })

  test.each([
    'iss',
    'aud',
    'exp',
    'iat',
    'jti',
    'repository',
    'repository_id',
    'repository_owner_id',
    'run_id',
    'run_attempt',
    'sha',
    'ref',
    'event_name',
    'job_workflow_ref',
  ])('without %s, or with a number or an object for it, there are no claims', name => {
    const numeric = name === 'exp' || name === 'iat'
    for (const value of [undefined, null, {}, [], '', numeric ? '1700000900' : 7])
      expect(readClaims({ ...payload, [name]: value })).toEqual({ ok: false, error: name })
  })

  test('whatever the payload, it never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), value => typeof readClaims(value).ok === 'boolean'))
  })

  test('events that measure', () => {
    expect(['pull_request', 'pull_request_review', 'merge_group', 'workflow_dispatch'].every(isMeasuringEvent)).toBe(
      true,
    )
    for (const event of ['pull_request_target', 'push', 'schedule', 'workflow_run', 'issue_comment', ''])
      expect(isMeasuringEvent(event)).toBe(false)
  })

  test.each([
    ['refs/pull/7/merge', 7],
    ['refs/pull/7/head', null],
    ['refs/heads/refs/pull/7/merge', null],
    ['refs/pull/07/merge', null],
    ['refs/heads/main', null],
  ])('%s', (ref, number) => {
    expect(pullNumberOf(ref)).toBe(number)
  })
})

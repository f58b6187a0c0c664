import { describe, expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { diffPolicies } from '../../src/policy/diff.ts'
import { roleEntries, roleFor } from '../../src/policy/environments.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { plainText } from './plain-text.ts'

const source = (environments: string) => `version: 1
roles: { implementer: ["@acme/implementation"], developer: ["@chen"] }
checklists:
  - { id: ready, items: [{ id: guide, text: Guide, role: implementer, environments: [prod-a] }] }
  - { id: hints, level: off, items: [{ id: hint, text: Hint, role: implementer }] }
environments: ${environments}
`
const parse = (environments: string) => parsePolicy(source(environments), 'policy.yml', { owner: 'acme' })
function policy(environments: string) {
  const parsed = parse(environments)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.policy
}

test.each([
  [
    'a checklist that is not there',
    '{ prod-a: { requires: [redy] } }',
    'CFG-CHECKLIST environments.prod-a.requires[0]',
  ],
  ['a checklist that is off', '{ prod-a: { requires: [hints] } }', 'CFG-CHECKLIST environments.prod-a.requires[0]'],
  [
    'a role that is not there',
    '{ prod-a: { roles: { implementr: ["@ana"] } } }',
    'CFG-ROLE environments.prod-a.roles.implementr',
  ],
  [
    'a team of another owner',
    '{ prod-a: { roles: { implementer: ["@ana", "@evil/team"] } } }',
    'CFG-ORG environments.prod-a.roles.implementer[1]',
  ],
  ['nobody', '{ prod-a: { roles: { implementer: [] } } }', 'CFG-EMPTY environments.prod-a.roles.implementer'],
  ['a short SHA', '{ prod-a: { since: abc1234 } }', 'CFG-TYPE environments.prod-a.since'],
  ['a later capability', '{ prod-a: { after: staging } }', 'CFG-UNKNOWN environments.prod-a.after'],
])('T-07 %s has its place', (_, environments, expected) => {
  const parsed = parse(environments)
  expect(parsed.ok ? [] : parsed.error.map(({ code, keyPath }) => `${code} ${keyPath}`)).toEqual([expected])
})

test('an environment has its own people for a role; the others have those of the role', () => {
  const roles = roleEntries(policy('{ prod-a: { roles: { implementer: ["@ana"] } }, prod-b: {} }'))
  const of = (role: string, environment?: string) => roleFor(roles, role, environment)
  expect(of('implementer', 'prod-a')).toEqual(['@ana'])
  expect(of('implementer', 'prod-b')).toEqual(['@acme/implementation'])
  expect(of('implementer')).toEqual(['@acme/implementation'])
  expect(of('developer', 'prod-a')).toEqual(['@chen'])
  expect(of('constructor', 'prod-a')).toBeUndefined()
  expect(of('implementer', '__proto__')).toEqual(['@acme/implementation'])
})

describe('T-01 what a changed environment means', () => {
  const told = (before: string, after: string) =>
    diffPolicies(policy(before), policy(after)).map(
      ({ direction, message }) => `${direction}: ${say(message, 'en', plainText)}`,
    )
  test.each([
    ['taken out', '{ prod-a: {} }', '{}', 'weaker', 'stronger'],
    ['fewer checklists', '{ prod-a: {} }', '{ prod-a: { requires: [ready] } }', 'weaker', 'stronger'],
    ['going back', '{ prod-a: {} }', '{ prod-a: { rollback: allowed } }', 'weaker', 'stronger'],
    ['somebody answers', '{ prod-a: {} }', `{ prod-a: { since: ${'a'.repeat(40)} } }`, 'weaker', 'stronger'],
    [
      'one more who may sign',
      '{ prod-a: { roles: { implementer: ["@ana"] } } }',
      '{ prod-a: { roles: { implementer: ["@ana", "@bo"] } } }',
      'weaker',
      'stronger',
    ],
    ['other people', '{ prod-a: {} }', '{ prod-a: { roles: { implementer: ["@ana"] } } }', 'other', 'other'],
  ])('T-01 %s', (_, before, after, there, back) => {
    expect(told(before, after)).toEqual([expect.stringMatching(`^${there}: environments\\.prod-a`)])
    expect(told(after, before)).toEqual([expect.stringMatching(`^${back}: environments\\.prod-a`)])
  })
})

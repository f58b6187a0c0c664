import { coveredFiles, itemHash } from '../../src/checklist/cover.ts'
import { scopeOf } from '../../src/coverage/measure.ts'
import type { PolicyState } from '../../src/evaluate.ts'
import {
  type Account,
  absent,
  type ChangedFile,
  type Commit,
  type MeasuredCoverage,
  type PullRequestFacts,
  present,
  type Review,
  type SignOff,
} from '../../src/facts/facts.ts'
import type { PolicyContext } from '../../src/gate.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { plainMeasurement } from './coverage.ts'

/** A head or base SHA made of one repeated hex digit, so that cases stay readable. */
export const shaOf = (digit: string): string => digit.repeat(40).slice(0, 40)

export const person = (login: string, id = login): Account => ({ id, login, type: 'User' })

export const chen = person('chen', '101')
export const liWei = person('li-wei', '102')
export const ana = person('ana', '103')

export const commit = (overrides: Partial<Commit> = {}): Commit => ({
  sha: shaOf('c'),
  contributors: [chen],
  unattributed: [],
  ...overrides,
})

export const file = (path: string, overrides: Partial<ChangedFile> = {}): ChangedFile => ({
  path,
  status: 'modified',
  kind: 'text',
  blob: shaOf('1'),
  additions: 1,
  deletions: 0,
  hunks: [{ oldStart: 14, newStart: 14, lines: [{ kind: 'added', text: 'timeout: 30' }] }],
  ...overrides,
})

export const review = (overrides: Partial<Review> = {}): Review => ({
  id: '1',
  author: liWei,
  state: 'approved',
  commitSha: shaOf('a'),
  submittedAt: '2026-11-20T10:00:00Z',
  ...overrides,
})

/** A pull request by chen at head aaaa against main at bbbb, everything known, nothing wrong, nothing signed. */
export const facts = (overrides: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  repository: { id: '7', owner: 'acme', name: 'widgets' },
  number: 12,
  title: 'Payment timeout',
  author: chen,
  state: 'open',
  isDraft: false,
  baseRef: 'main',
  baseSha: shaOf('b'),
  headSha: shaOf('a'),
  evaluatedAt: '2026-11-20T12:00:00Z',
  roles: {
    implementer: { members: [liWei], teams: [], unresolved: [] },
    developer: { members: [chen, ana], teams: [], unresolved: [] },
  },
  changedFiles: present([file('src/pay.ts')]),
  commits: present([commit()]),
  reviews: present([]),
  reviewRequests: present([]),
  coverage: absent,
  coverageBaseline: absent,
  signOffs: present([]),
  body: present(''),
  labels: present([]),
  milestone: absent,
  linkedIssues: present([]),
  checks: present([]),
  deployments: present([]),
  dependencies: absent,
  findings: absent,
  findingsBaseline: absent,
  alerts: absent,
  values: absent,
  valuesBaseline: absent,
  impact: present({ impacts: [], unread: [] }),
  waivers: present([]),
  ...overrides,
})

/** What a gate may know beside facts and options when the policy says nothing else. */
export const context: PolicyContext = { components: {}, waivers: [], risk: 'low', checklists: () => [] }

/** The policy of a YAML text; a text that does not parse is a defect of the case. */
export function policy(yaml: string): Policy {
  const parsed = parsePolicy(yaml, '.github/delivery-gates.yml', { owner: 'acme' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 1))
  return parsed.value.policy
}

export const policyState = (parsed: Policy): PolicyState => ({
  state: 'present',
  policy: parsed,
  origin: { source: 'base', path: '.github/delivery-gates.yml', sha: shaOf('b'), sha256: 'f'.repeat(64) },
})

/** What CI measured for the head under this policy's coverage options. */
export function measured(parsed: Policy, overrides: Partial<MeasuredCoverage> = {}): MeasuredCoverage {
  const options = parsed.gates.coverage
  return plainMeasurement({
    headSha: shaOf('a'),
    scope: options === undefined ? '' : scopeOf(options),
    ...overrides,
  })
}

/** A sign-off as the ledger keeps it, given at the head of `facts()` by li-wei unless told otherwise. */
export function signOff(parsed: Policy, item: string, overrides: Partial<SignOff> = {}, at = facts()): SignOff {
  const checklist = parsed.checklists.find(one => one.items.some(entry => entry.id === item))
  const found = checklist?.items.find(entry => entry.id === item)
  if (checklist === undefined || found === undefined) throw new Error(`no item ${item}`)
  return {
    checklist: checklist.id,
    item,
    by: liWei,
    at: '2026-11-20T11:00:00Z',
    via: 'tick',
    headSha: at.headSha,
    baseRef: at.baseRef,
    itemHash: itemHash(found),
    covered: at.changedFiles.state === 'present' ? coveredFiles(found, at.changedFiles.value) : null,
    ...overrides,
  }
}

import { createHash } from 'node:crypto'
import { coveredFiles, itemHash } from '../checklist/cover.ts'
import { environmentsOf } from '../checklist/places.ts'
import { scopeOf } from '../coverage/measure.ts'
import {
  type Account,
  absent,
  type ChangedFile,
  type Fact,
  type FactName,
  type MeasuredCoverage,
  type PullRequestFacts,
  present,
  type ResolvedRole,
  type SignOff,
  unknown,
} from '../facts/facts.ts'
import { countByTool } from '../findings/measured.ts'
import { budgetName, budgetSource } from '../gates/budgets/options.ts'
import { fill, inGlob, labelOf } from '../gates/environments/matrix.ts'
import { cellSource } from '../gates/environments.ts'
import { findingsScope } from '../gates/findings/options.ts'
import { message, type Ratio } from '../locales/message.ts'
import { roleEntries } from '../policy/environments.ts'
import { parsePerson } from '../policy/people.ts'
import type { Policy } from '../policy/schema.ts'
import type { Case, CasesFile, PullRequestCase } from './schema.ts'

const head = 'a'.repeat(40)
const base = 'b'.repeat(40)
const earlier = 'c'.repeat(40)
const here = { owner: 'owner', name: 'repository' }

/** An account is its login: in a case nobody renames anybody. */
const account = (login: string): Account => ({ id: login.toLowerCase(), login, type: 'User' })

/** Everything that a gate may know about the pull request of a case. */
export function factsOfCase(
  { at, pull_request: pull }: Pick<Case, 'at' | 'pull_request'>,
  policy: Policy,
  teams: CasesFile['teams'] = {},
): PullRequestFacts {
  const evaluatedAt = `${at}T12:00:00Z`
  const files = pull.files.map(changedFile)
  const facts: PullRequestFacts = {
    repository: { id: '1', ...here },
    number: 1,
    title: pull.title,
    author: account(pull.author),
    state: 'open',
    isDraft: pull.draft,
    baseRef: pull.base,
    baseSha: base,
    headSha: head,
    evaluatedAt,
    roles: rolesOf(policy, teams),
    changedFiles: present(files),
    commits: present([{ sha: head, contributors: [pull.author, ...pull.commits_by].map(account), unattributed: [] }]),
    reviews: present(
      pull.reviews.map(({ by, state, stale }, index) => ({
        id: String(index + 1),
        author: account(by),
        state,
        commitSha: stale ? earlier : head,
        submittedAt: evaluatedAt,
      })),
    ),
    reviewRequests: present(
      pull.requested.map(who =>
        who.includes('/')
          ? { kind: 'team', team: { id: who.replace(/^@/, ''), slug: who.replace(/^@/, '') } }
          : { kind: 'user', account: account(who.replace(/^@/, '')) },
      ),
    ),
    coverage: coverageOf(pull, policy),
    coverageBaseline: baselineOf(pull, policy),
    signOffs: present(pull.signed.flatMap(one => signOffOf(one, { policy, files, pull, evaluatedAt }))),
    body: present(pull.body),
    labels: present(pull.labels),
    milestone: pull.milestone === undefined ? absent : present(pull.milestone),
    linkedIssues: present(pull.issues.map(issue => ({ ...issue, ...here, milestone: null }))),
    checks: present(pull.checks.map(one => checkOf(one, evaluatedAt))),
    deployments: present(
      Object.entries(pull.deployments).map(([environment, state]) => ({
        environment,
        state,
        sha: head,
        at: evaluatedAt,
        creator: account('github-actions'),
      })),
    ),
    dependencies: present({ nodes: dependenciesOf(pull), truncated: false }),
    findings: findingsOf(pull, policy),
    findingsBaseline: absent,
    alerts: alertsOf(pull),
    ...valuesOf(pull, policy),
    impact: present({
      impacts: pull.impact.map(one => ({ ...one, line: 1, from: null, to: null })),
      unread: [],
    }),
    waivers: present(
      pull.waived.map(({ gate, by, reason }) => ({
        gate: String(gate),
        by: account(by),
        at: evaluatedAt,
        reason,
        headSha: head,
        baseRef: pull.base,
      })),
    ),
  }
  return blinded(facts, pull.unknown)
}

const factOfWord: Readonly<Record<PullRequestCase['unknown'][number], FactName>> = {
  files: 'changedFiles',
  commits: 'commits',
  reviews: 'reviews',
  requests: 'reviewRequests',
  coverage: 'coverage',
  body: 'body',
  labels: 'labels',
  milestone: 'milestone',
  issues: 'linkedIssues',
  checks: 'checks',
  deployments: 'deployments',
  dependencies: 'dependencies',
  findings: 'findings',
  alerts: 'alerts',
  values: 'values',
  impact: 'impact',
}

const blinded = (facts: PullRequestFacts, words: PullRequestCase['unknown']): PullRequestFacts => ({
  ...facts,
  ...Object.fromEntries(
    words.map(word => [factOfWord[word], unknown(message('unknown.notFetched', { what: factOfWord[word] }))]),
  ),
})

function rolesOf(policy: Policy, teams: CasesFile['teams']): Readonly<Record<string, ResolvedRole>> {
  const known = new Map(Object.entries(teams).map(([team, members]) => [team.replace(/^@/, '').toLowerCase(), members]))
  return Object.fromEntries(
    Object.entries(roleEntries(policy)).map(([role, entries]) => {
      const people = entries.map(entry => ({ entry, person: parsePerson(entry) }))
      const members = people.flatMap(({ entry, person }) =>
        person?.kind === 'user' ? [person.login] : (known.get(entry.slice(1).toLowerCase()) ?? []),
      )
      const slugs = people.flatMap(({ entry, person }) => (person?.kind === 'team' ? [entry.slice(1)] : []))
      const unresolved = slugs
        .filter(slug => !known.has(slug.toLowerCase()))
        .map(slug => ({ entry: `@${slug}`, reason: message('unknown.team', { team: `@${slug}` }) }))
      const resolved = slugs.filter(slug => known.has(slug.toLowerCase()))
      return [role, { members: members.map(account), teams: resolved.map(slug => ({ id: slug, slug })), unresolved }]
    }),
  )
}

function changedFile(given: PullRequestCase['files'][number]): ChangedFile {
  const file =
    typeof given === 'string' ? { path: given, status: 'modified' as const, added: ['x'], removed: [] } : given
  const from = 'from' in file ? file.from : undefined
  const lines = [
    ...file.removed.map(text => ({ kind: 'removed', text }) as const),
    ...file.added.map(text => ({ kind: 'added', text }) as const),
  ]
  return {
    path: file.path,
    ...(from === undefined ? {} : { previousPath: from }),
    status: file.status,
    kind: 'text',
    blob: createHash('sha1').update(JSON.stringify(file)).digest('hex'),
    additions: file.added.length,
    deletions: file.removed.length,
    hunks:
      lines.length === 0
        ? []
        : [{ oldStart: file.removed.length > 0 ? 1 : 0, newStart: file.added.length > 0 ? 1 : 0, lines }],
  }
}

/** Hundredths of a percent, so that 84.1 stays 84.1. */
const ratio = (percent: number): Ratio => ({ covered: Math.round(percent * 100), total: 10_000 })

function coverageOf({ coverage }: PullRequestCase, policy: Policy): Fact<MeasuredCoverage> {
  const options = policy.gates.coverage
  if (coverage === undefined) return absent
  return present({
    schemaVersion: 1,
    headSha: head,
    scope: options === undefined ? '' : scopeOf(options),
    reports: [],
    problems: [],
    incomplete: [],
    tests: [],
    project: ratio(coverage.project),
    branches: { covered: 0, total: 0 },
    functions: { covered: 0, total: 0 },
    patch: ratio(coverage.patch),
    groups: [],
    changed: [],
    worst: [],
    uncovered: [],
    partial: [],
    unreported: [],
    moved: 0,
    files: 1,
  })
}

function baselineOf({ coverage }: PullRequestCase, policy: Policy): PullRequestFacts['coverageBaseline'] {
  const options = policy.gates.coverage
  if (coverage?.base === undefined || options === undefined) return absent
  return present({ sha: base, scope: scopeOf(options), project: ratio(coverage.base) })
}

interface SigningContext {
  readonly policy: Policy
  readonly files: readonly ChangedFile[]
  readonly pull: PullRequestCase
  readonly evaluatedAt: string
}

function signOffOf(
  { item: id, by, stale, environment, open }: PullRequestCase['signed'][number],
  { policy, files, pull, evaluatedAt }: SigningContext,
): readonly SignOff[] {
  return policy.checklists.flatMap(checklist =>
    checklist.items
      .filter(item => item.id === id)
      .flatMap(item => environmentsOf(item).map(named => ({ item, named })))
      .filter(({ named }) => environment === undefined || named.environment === environment)
      .map(({ item, named }) => ({
        checklist: checklist.id,
        item: id,
        ...named,
        ...(open === undefined ? {} : { conditions: open }),
        by: account(by),
        at: evaluatedAt,
        via: 'command' as const,
        headSha: stale ? earlier : head,
        baseRef: pull.base,
        itemHash: itemHash(item),
        covered: stale ? {} : coveredFiles(item, files),
      })),
  )
}

const checkOf = (given: PullRequestCase['checks'][number], at: string) => {
  const check = typeof given === 'string' ? ({ name: given, state: 'passed', app: 'github-actions' } as const) : given
  return {
    kind: 'check' as const,
    name: check.name,
    app: { id: check.app, slug: check.app },
    creator: null,
    workflow: null,
    state: check.state,
    at,
    url: null,
  }
}

function dependenciesOf({ dependencies }: PullRequestCase) {
  const own = { ...here, number: 1 }
  const self = { ...own, dependsOn: [], state: 'open' as const, title: '', verdict: null }
  const others = Object.entries(dependencies).map(([name, state]) => {
    const [, owner = '', repository = '', number = ''] = /^([\w.-]+)\/([\w.-]+)#(\d+)$/.exec(name) ?? []
    return { owner, name: repository, number: Number(number), dependsOn: [own], state, title: '', verdict: null }
  })
  return [self, ...others]
}

function findingsOf({ findings }: PullRequestCase, policy: Policy): PullRequestFacts['findings'] {
  if (findings === undefined) return absent
  const tools = [...new Set(findings.map(one => one.tool))]
  const defects = findings.map(({ rule, severity, path = null, line = null, tool, new: isNew }, index) => ({
    tool,
    rule,
    severity,
    message: rule,
    path,
    line,
    endLine: null,
    fingerprint: String(index),
    suppressed: false,
    isNew,
    onChangedLine: isNew,
  }))
  const options = policy.gates.findings
  return present({
    schemaVersion: 1,
    headSha: head,
    scope: options === undefined ? '' : findingsScope(options),
    files: [{ path: 'results.sarif', sha256: '', tools }],
    problems: [],
    defects,
    tools: countByTool(tools, defects),
    omitted: {},
    omittedSome: { new: {}, changed: {}, suppressed: {} },
    comparedWith: base,
  })
}

function alertsOf({ alerts }: PullRequestCase): PullRequestFacts['alerts'] {
  return present(
    alerts.map(({ new: isNew, path = null, ...alert }, index) => ({
      ...alert,
      number: index + 1,
      tool: alert.kind,
      path,
      line: null,
      isNew,
    })),
  )
}

function valuesOf(
  { values, tests }: PullRequestCase,
  { gates }: Policy,
): Pick<PullRequestFacts, 'values' | 'valuesBaseline'> {
  const { budgets, environments } = gates
  if (values === undefined && tests === undefined) return { values: absent, valuesBaseline: absent }
  const named = Object.entries(values ?? {}).flatMap(([name, given]) =>
    (budgets?.rules ?? [])
      .filter(rule => budgetName(rule) === name)
      .map(rule => ({ name, file: rule.file, source: budgetSource(rule), given })),
  )
  const junit = environments?.junit ?? ''
  const cells = (tests ?? []).map(({ cell, tests, failures }) => ({
    cell,
    source: cellSource(fill(junit, cell, inGlob)),
    run: { name: labelOf(cell), tests, failures, errors: 0, skipped: 0 },
    problems: [],
  }))
  const numbers = (of: (given: number | { readonly value: number; readonly base: number }) => readonly number[]) =>
    named.flatMap(({ given, ...rest }) => of(given).map(value => ({ ...rest, value })))
  return {
    values: present({
      schemaVersion: 1,
      headSha: head,
      scope: '',
      values: numbers(given => [typeof given === 'number' ? given : given.value]),
      cells,
      problems: [],
    }),
    valuesBaseline: present({
      sha: base,
      scope: '',
      values: numbers(given => (typeof given === 'number' ? [] : [given.base])),
    }),
  }
}

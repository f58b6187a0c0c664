import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate, type PolicyState } from '../../src/evaluate.ts'
import { absent, allUnknown, type FactName, type PullRequestFacts } from '../../src/facts/facts.ts'
import { type GateId, gateIds, gates } from '../../src/gates/index.ts'
import { changedFilesBetween, type Repository } from '../../src/git/git.ts'
import type { Locale } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import type { Policy } from '../../src/policy/schema.ts'
import type { Report } from '../../src/report.ts'
import { err, ok, type Result } from '../../src/result.ts'
import { type CoverageInput, measureCoverage } from '../../src/workspace/coverage.ts'
import { measureFindings } from '../../src/workspace/findings.ts'
import { impactBetween } from '../../src/workspace/impact.ts'
import { measureValues } from '../../src/workspace/values.ts'
import { commitNamed, headNamed, needCheckout, policyInFile, policyOf, type SharedFolder } from '../checkout.ts'
import type { Refusal } from '../command.ts'
import { readFacts } from './facts.ts'

export interface Judged {
  readonly report: Report
  readonly locale: Locale
  /** Ids of the gates and checklists that rest on what only GitHub knows. */
  readonly elsewhere: readonly string[]
}

/** The commits from `base` to `head`: what git and the files of the workspace say; all else is unknown. */
export async function judgeRange(
  wish: { readonly base?: string; readonly head?: string; readonly policy?: string; readonly shared?: SharedFolder },
  cwd: string,
): Promise<Result<Judged, Refusal>> {
  if (wish.base === undefined) return err({ message: message('cli.noBase', {}) })
  const checkout = await needCheckout(cwd)
  if (!checkout.ok) return checkout
  const repository = checkout.value
  const base = await commitNamed(repository, 'base', wish.base)
  if (!base.ok) return base
  const head = await headNamed(repository, wish.head)
  if (!head.ok) return head
  const judging =
    wish.policy === undefined
      ? await policyOf(repository, base.value, wish.shared)
      : await policyInFile(wish.policy, cwd, wish.shared)
  if (!judging.ok) return judging
  const { policy } = judging.value
  const facts = await factsOfRange(
    repository,
    { baseRef: base.value.ref, baseSha: base.value.sha, headSha: head.value.sha },
    policy,
  )
  const report = evaluate(judging.value, facts)
  return ok({ report, locale: policy.locale, elsewhere: restsOnGitHub(policy, report) })
}

/** The facts of a file under the policy of a file: the whole verdict. */
export async function judgeFile(
  files: { readonly facts: string; readonly policy: string | undefined; readonly shared?: SharedFolder },
  cwd: string,
): Promise<Result<Judged, Refusal>> {
  const facts = readFacts(files.facts, cwd)
  if (!facts.ok) return facts
  const judging = await policyFor(files.policy, cwd, files.shared)
  if (!judging.ok) return judging
  const report = evaluate(judging.value, facts.value)
  return ok({ report, locale: judging.value.policy.locale, elsewhere: [] })
}

async function policyFor(
  file: string | undefined,
  cwd: string,
  shared: SharedFolder,
): Promise<Result<Extract<PolicyState, { state: 'present' }>, Refusal>> {
  if (file !== undefined) return policyInFile(file, cwd, shared)
  const checkout = await needCheckout(cwd)
  return checkout.ok ? policyOf(checkout.value, null, shared) : checkout
}

interface Range {
  readonly baseRef: string
  readonly baseSha: string
  readonly headSha: string
}

async function factsOfRange(repository: Repository, range: Range, policy: Policy): Promise<PullRequestFacts> {
  const { baseRef, baseSha, headSha } = range
  const changedFiles = await changedFilesBetween(repository, baseSha, headSha)
  const impact = await impactBetween(repository, baseSha, headSha, changedFiles)
  const newerThan = newestSource(repository, changedFiles)
  const measured = { repository, headSha, workspace: { root: repository.root, workingDirectory: '.' }, newerThan }
  const coverage = await coverageOf(measured, range, policy, changedFiles)
  const { budgets, environments, findings: options } = policy.gates
  const values = await measureValues({ budgets, environments, ...measured })
  const findings = await measureFindings({ options, ...measured, changedFiles, baseline: absent })
  return {
    ...allUnknown(message('unknown.onlyGitHub', {})),
    repository: { id: '', owner: '', name: '' },
    number: 0,
    title: '',
    author: null,
    state: 'open',
    isDraft: false,
    baseRef,
    baseSha,
    headSha,
    evaluatedAt: new Date().toISOString(),
    roles: {},
    changedFiles,
    impact,
    coverage,
    coverageBaseline: absent,
    values: values.fact,
    valuesBaseline: absent,
    findings: findings.fact,
    findingsBaseline: absent,
  }
}

/** When the last of the changed files was written: what is older measured another state of them. */
function newestSource({ root }: Repository, changedFiles: PullRequestFacts['changedFiles']): number | null {
  if (changedFiles.state !== 'present') return null
  const times = changedFiles.value.flatMap(({ path }) => writtenAt(join(root, path)) ?? [])
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))
}

function writtenAt(file: string): number | null {
  try {
    return lstatSync(file).mtimeMs
  } catch {
    return null
  }
}

async function coverageOf(
  measured: Pick<CoverageInput, 'repository' | 'headSha' | 'workspace' | 'newerThan'>,
  { baseSha }: Range,
  { gates: { coverage: options }, components }: Policy,
  changedFiles: PullRequestFacts['changedFiles'],
): Promise<PullRequestFacts['coverage']> {
  if (options === undefined || options.level === 'off') return absent
  const { fact } = await measureCoverage({ ...measured, options, baseSha, components, changedFiles })
  return fact
}

/** Facts that a clone and its files give. */
const here: ReadonlySet<FactName> = new Set([
  'changedFiles',
  'impact',
  'coverage',
  'coverageBaseline',
  'findings',
  'findingsBaseline',
  'values',
  'valuesBaseline',
])

/** What is unknown for no other reason than that GitHub was not asked. */
function restsOnGitHub(policy: Policy, report: Report): readonly string[] {
  const unasked = (code: string): boolean => code === 'unknown.onlyGitHub'
  const ids = report.gates
    .filter(({ gate, result }) => result.status === 'unknown' && (unasked(result.summary.code) || !isHere(gate)))
    .map(({ gate }) => gate)
  return [...ids, ...report.checklists.filter(one => one.status !== 'skipped').map(one => one.checklist)].filter(
    id => policy !== null && id !== '',
  )
}

const isHere = (gate: string): boolean => {
  const id = gateIds.find((known): known is GateId => known === gate)
  return id === undefined || (gates[id].needs as readonly FactName[]).every(need => here.has(need))
}

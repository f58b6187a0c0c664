import { message } from '../../src/locales/message.ts'
import type { Links } from '../../src/render/markdown.ts'
import type { ChecklistItemOutcome, ChecklistOutcome, GateOutcome, Report, SignedBy } from '../../src/report.ts'

export const headSha = 'def4567def4567def4567def4567def4567def45'
export const oldSha = 'abc1234abc1234abc1234abc1234abc1234abc12'
export const baseSha = '0123456701234567012345670123456701234567'

export const links: Links = {
  report: 'https://gates.example/acme/billing/12/report.json',
  run: 'https://github.example/acme/billing/actions/runs/8123',
  commit: sha => `https://github.example/acme/billing/commit/${sha}`,
  user: login => `https://github.example/${login}`,
  file: (path, line) =>
    `https://github.example/acme/billing/blob/${headSha}/${path.split('/').map(encodeURIComponent).join('/')}${line === undefined ? '' : `#L${line}`}`,
}

export const signedBy = (over: Partial<SignedBy> = {}): SignedBy => ({
  id: '7',
  login: 'li-wei',
  at: '2026-11-20T10:00:00Z',
  headSha,
  via: 'tick',
  valid: true,
  ...over,
})

export const item = (over: Partial<ChecklistItemOutcome> = {}): ChecklistItemOutcome => ({
  id: 'rollback',
  text: { en: 'Rollback rehearsed', 'zh-CN': '已演练回滚' },
  role: 'implementer',
  count: 1,
  state: { status: 'open', signOffs: [] },
  ...over,
})

export function checklist(
  items: readonly ChecklistItemOutcome[],
  over: Partial<ChecklistOutcome> = {},
): ChecklistOutcome {
  const done = items.filter(entry => entry.state.status === 'done').length
  const counts = { done, total: items.length }
  const waiting = done < items.length
  return {
    checklist: 'deploy-readiness',
    level: 'block',
    status: waiting ? 'waiting' : 'passed',
    summary: message(waiting ? 'checklist.open' : 'checklist.done', counts),
    items,
    waitingFor: waiting ? [{ kind: 'role', role: 'implementer' }] : [],
    ...over,
  }
}

export const report = (over: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  repository: 'acme/billing',
  number: 12,
  headSha,
  baseRef: 'main',
  baseSha,
  isDraft: false,
  policy: { source: 'base', path: '.github/delivery-gates.yml', sha: baseSha, sha256: 'a'.repeat(64) },
  verdict: 'passed',
  waitingFor: [],
  gates: [],
  checklists: [],
  coverage: null,
  impact: null,
  waivers: [],
  policyChange: null,
  notices: [],
  ...over,
})

/** Sentences for samples; each is a message of this area, because gates bring their own. */
const evidence = message('item.evidence.holds', { gate: 'coverage' })

const docsFailed: GateOutcome = {
  gate: 'docs',
  level: 'block',
  result: {
    status: 'failed',
    summary: message('policy.glob.unmatched', { pattern: 'docs/deploy/**', hint: null }),
    findings: [
      { message: message('unknown.malformed', { what: 'changed files' }), path: 'deploy/values.yaml', line: 14 },
      {
        message: message('unknown.notFetched', { what: 'reviews' }),
        path: 'deploy/values.yaml',
        line: 20,
        endLine: 24,
      },
      { message: message('unknown.malformed', { what: 'commits' }), path: 'migrations/0042.sql', line: 3 },
    ],
    next: message('notice.policyChanged', { path: '.github/delivery-gates.yml' }),
  },
}

const coveragePassed: GateOutcome = {
  gate: 'coverage',
  level: 'block',
  result: { status: 'passed', summary: evidence },
}

const reviewWaiting: GateOutcome = {
  gate: 'review',
  level: 'block',
  result: {
    status: 'waiting',
    summary: message('checklist.open', { done: 0, total: 1 }),
    waitingFor: [{ kind: 'user', login: 'li-wei', role: 'implementer' }],
    next: message('report.checklist.next', { waitingFor: [{ kind: 'user', login: 'li-wei', role: 'implementer' }] }),
  },
}

const stale = item({
  id: 'guide',
  text: { default: 'Deployment guide followed once by somebody else' },
  count: 2,
  state: {
    status: 'stale',
    signOffs: [signedBy({ id: '8', login: 'chen', headSha }), signedBy({ headSha: oldSha, valid: false })],
    reason: message('item.stale.files', { by: 'li-wei', signed: oldSha, head: headSha, count: 2 }),
  },
})

const done = item({ state: { status: 'done', signOffs: [signedBy()] } })
const byEvidence: ChecklistItemOutcome = {
  id: 'coverage',
  text: { default: 'Coverage' },
  count: 1,
  state: { status: 'done', signOffs: [], evidence },
}

/** Reports that between them show every part of the layout. */
export const samples: Readonly<Record<string, Report>> = {
  passed: report({ gates: [coveragePassed], checklists: [checklist([done, byEvidence])] }),
  failed: report({
    verdict: 'failed',
    waitingFor: [
      { kind: 'author', login: 'zoe' },
      { kind: 'user', login: 'li-wei', role: 'implementer' },
      { kind: 'role', role: 'implementer' },
    ],
    gates: [coveragePassed, docsFailed, reviewWaiting],
    checklists: [checklist([done, stale, byEvidence])],
    notices: [
      {
        level: 'notice',
        message: message('policy.glob.unmatched', { pattern: '**/*.gen.ts', hint: null }),
      },
      {
        level: 'warning',
        message: message('notice.policyChanged', { path: '.github/delivery-gates.yml' }),
        path: '.github/delivery-gates.yml',
      },
    ],
  }),
  waiting: report({
    verdict: 'waiting',
    waitingFor: [
      { kind: 'user', login: 'li-wei', role: 'implementer' },
      { kind: 'team', slug: 'acme/platform' },
      { kind: 'ci' },
    ],
    isDraft: true,
    gates: [{ ...docsFailed, level: 'warn' }, reviewWaiting],
    checklists: [
      checklist([item(), byEvidence]),
      checklist([], {
        checklist: 'database',
        status: 'skipped',
        summary: message('when.paths', { wanted: ['deploy/**'] }),
        waitingFor: [],
      }),
    ],
  }),
  unknown: report({
    verdict: 'unknown',
    gates: [
      {
        gate: 'docs',
        level: 'block',
        result: {
          status: 'unknown',
          summary: message('unknown.incomplete', { what: 'changedFiles', got: 3_000, expected: 4_210 }),
          next: message('report.unknown.next', {}),
        },
      },
    ],
    checklists: [
      checklist(
        [
          item({
            state: { status: 'unknown', reason: message('unknown.api', { what: 'signOffs', detail: 'HTTP 502' }) },
          }),
        ],
        {
          status: 'unknown',
          summary: message('unknown.api', { what: 'signOffs', detail: 'HTTP 502' }),
          waitingFor: [],
        },
      ),
    ],
  }),
  alone: report({
    policy: { source: 'none' },
    gates: [{ ...docsFailed, level: 'warn' }],
    checklists: [checklist([item()], { level: 'warn', summary: message('checklist.noLedger', { done: 0, total: 1 }) })],
    notices: [{ level: 'notice', message: message('notice.policyAbsent', {}) }],
  }),
}

export const signingOf = (name: string): 'app' | 'none' => (name === 'alone' ? 'none' : 'app')

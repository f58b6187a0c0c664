import { z } from 'zod'
import { gateIds } from '../gates/index.ts'
import { impactKinds } from '../impact/model.ts'

const login = z.string().min(1).max(100)
const percent = z.number().min(0).max(100)
const severity = z.enum(['critical', 'high', 'medium', 'low', 'none'])
const gateStatus = z.enum(['passed', 'failed', 'waiting', 'skipped', 'waived', 'unknown', 'off'])

const file = z.union([
  z.string().min(1),
  z.strictObject({
    path: z.string().min(1),
    status: z.enum(['added', 'modified', 'deleted', 'renamed', 'copied', 'changed']).default('modified'),
    from: z.string().min(1).optional().describe('Old path of a rename or copy.'),
    added: z.array(z.string()).default([]).describe('Lines that the pull request adds.'),
    removed: z.array(z.string()).default([]).describe('Lines that it removes.'),
  }),
])

const review = z.strictObject({
  by: login,
  state: z.enum(['approved', 'changes_requested', 'commented', 'dismissed']).default('approved'),
  stale: z.boolean().default(false).describe('Given for an earlier head.'),
})

const check = z.strictObject({
  name: z.string().min(1),
  state: z
    .enum(['passed', 'failed', 'pending', 'skipped', 'neutral', 'cancelled', 'action_required', 'stale'])
    .default('passed'),
  app: z.string().default('github-actions').describe('Slug of the app that reports it.'),
})

const defect = z.strictObject({
  rule: z.string().min(1),
  severity,
  path: z.string().optional(),
  line: z.int().min(1).optional(),
  tool: z.string().default('tool'),
  new: z.boolean().default(true),
})

const alert = z.strictObject({
  kind: z.enum(['code-scanning', 'dependabot', 'secret-scanning']),
  rule: z.string().min(1),
  severity,
  path: z.string().optional(),
  new: z.boolean().default(true),
})

const value = z.union([z.number(), z.strictObject({ value: z.number(), base: z.number() })])

const tests = z.strictObject({
  cell: z.record(z.string(), z.string()).describe('Cell of the matrix: `{ os: linux, db: postgres }`.'),
  tests: z.int().min(0).default(1),
  failures: z.int().min(0).default(0),
})

const statement = z.strictObject({
  kind: z.enum(impactKinds),
  key: z.string().min(1),
  direction: z.enum(['added', 'removed', 'changed']).default('changed'),
  destructive: z.boolean().default(false),
  file: z.string().default('deploy'),
})

const issue = z.strictObject({
  number: z.int().min(1),
  title: z.string().default(''),
  body: z.string().default(''),
  state: z.enum(['open', 'closed']).default('open'),
  labels: z.array(z.string()).default([]),
})

/** Facts that a case may declare unreadable. */
const blind = z.enum([
  'files',
  'commits',
  'reviews',
  'requests',
  'coverage',
  'body',
  'labels',
  'milestone',
  'issues',
  'checks',
  'deployments',
  'dependencies',
  'findings',
  'alerts',
  'values',
  'impact',
])

/** A pull request in the words of whoever writes a case; what is left out is there and empty. */
export const pullRequest = z.strictObject({
  author: login.default('author'),
  title: z.string().default('A change'),
  body: z.string().default(''),
  base: z.string().min(1).default('main'),
  draft: z.boolean().default(false),
  labels: z.array(z.string()).default([]),
  milestone: z.string().optional(),
  issues: z.array(issue).default([]).describe('Issues that it closes.'),
  files: z.array(file).default([]),
  commits_by: z.array(login).default([]).describe('Who has committed beside the author.'),
  reviews: z.array(review).default([]),
  requested: z.array(z.string().min(1)).default([]).describe('Logins, or `owner/team`.'),
  coverage: z
    .strictObject({ project: percent, patch: percent.default(100), base: percent.optional() })
    .optional()
    .describe('Percent. Left out: CI has not reported.'),
  findings: z.array(defect).optional().describe('Left out: CI has not reported.'),
  alerts: z.array(alert).default([]).describe("Open alerts of GitHub's scanners."),
  values: z.record(z.string(), value).optional().describe('Numbers of the budgets by name; left out: not measured.'),
  tests: z.array(tests).optional().describe('JUnit results by cell of `environments`; left out: none ran.'),
  checks: z.array(z.union([z.string().min(1), check])).default([]),
  deployments: z.record(z.string(), z.enum(['success', 'failure', 'pending', 'inactive'])).default({}),
  dependencies: z
    .record(z.string().regex(/^[\w.-]+\/[\w.-]+#\d+$/), z.enum(['open', 'closed', 'merged', 'unread']))
    .default({})
    .describe('Pull requests that it depends on: `owner/repo#12: merged`.'),
  impact: z.array(statement).default([]),
  signed: z
    .array(
      z.strictObject({
        item: z.string().min(1),
        by: login,
        stale: z.boolean().default(false),
        environment: z
          .string()
          .min(1)
          .optional()
          .describe('For an item with `environments`; left out: for all of them.'),
        open: z.array(z.string().min(1)).min(1).optional().describe('Open points that were accepted.'),
      }),
    )
    .default([]),
  waived: z.array(z.strictObject({ gate: z.enum(gateIds as never), by: login, reason: z.string().min(1) })).default([]),
  unknown: z.array(blind).default([]).describe('What nobody could read.'),
})

const expectation = z
  .strictObject({
    verdict: z.enum(['passed', 'waiting', 'failed', 'unknown']).optional(),
    gates: z.record(z.string(), gateStatus).default({}),
    checklists: z.record(z.string(), z.enum(['passed', 'waiting', 'skipped', 'unknown'])).default({}),
    risk: z.enum(['low', 'medium', 'high', 'unknown']).optional(),
  })
  .describe('What must come out; what is left out is not looked at.')

/** A file of cases. */
export const casesSchema = z.strictObject({
  version: z.literal(1),
  policy: z.string().min(1).optional().describe('Relative to this file. Left out: the policy of the working tree.'),
  teams: z
    .record(z.string(), z.array(login))
    .default({})
    .describe('Members of the teams that roles of the policy name: `acme/implementation: [ana]`.'),
  cases: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        at: z.iso.date().default('2026-01-01').describe('Day of the evaluation, for waivers.'),
        pull_request: pullRequest,
        expect: expectation,
      }),
    )
    .min(1)
    .max(200),
})

export type CasesFile = z.output<typeof casesSchema>
export type Case = CasesFile['cases'][number]
export type PullRequestCase = z.output<typeof pullRequest>

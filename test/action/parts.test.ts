import { describe, expect, test } from 'vitest'
import { exitCode, failedGates, outputVerdict } from '../../action/exit.ts'
import { type Message, message } from '../../src/locales/message.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { starterPolicy } from '../../src/policy/starter.ts'
import { missingTriggers } from '../../src/policy/triggers.ts'
import { inertLines } from '../../src/render/plain.ts'
import type { GateOutcome, GateResult, Report, Verdict } from '../../src/report.ts'

function policyOf(text: string): Policy {
  const parsed = parsePolicy(text, 'policy.yml', { owner: 'acme' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.policy
}

const reportOf = (verdict: Verdict, gates: readonly GateOutcome[] = []): Report => ({
  schemaVersion: 1,
  repository: 'acme/widgets',
  number: 1,
  headSha: 'a'.repeat(40),
  baseRef: 'main',
  baseSha: 'b'.repeat(40),
  isDraft: false,
  policy: { source: 'none' },
  verdict,
  waitingFor: [],
  gates,
  checklists: [],
  coverage: null,
  impact: null,
  waivers: [],
  policyChange: null,
  notices: [],
})
const told: Message = message('report.unknown.next', {})
const outcome = (gate: string, result: GateResult, level: GateOutcome['level'] = 'block'): GateOutcome => ({
  gate,
  level,
  result,
})

describe('the exit code', () => {
  test.each([
    ['passed', 'enforce', false, 0],
    ['passed', 'report', false, 0],
    ['waiting', 'enforce', true, 0],
    ['waiting', 'enforce', false, 1],
    ['waiting', 'report', false, 0],
    ['failed', 'enforce', true, 1],
    ['failed', 'report', true, 0],
    ['unknown', 'enforce', true, 1],
    ['unknown', 'report', false, 0],
  ] as const)('%s, mode %s, status written %s: %i', (verdict, mode, statusWritten, code) => {
    expect(exitCode(reportOf(verdict), { mode, statusWritten })).toBe(code)
  })

  test.each([
    ['a broken policy', outcome('policy', { status: 'failed', summary: told, findings: [], next: told })],
    ['an unreadable policy', outcome('policy', { status: 'unknown', summary: told, next: told })],
    [
      'a gate that crashed',
      outcome('docs', {
        status: 'unknown',
        summary: message('report.crashed', { gate: 'docs', detail: '' }),
        next: told,
      }),
    ],
  ])('mode: report does not forgive %s', (_, gate) => {
    expect(exitCode(reportOf('unknown', [gate]), { mode: 'report', statusWritten: true })).toBe(1)
  })

  test.each([
    ['passed', 'passed'],
    ['waiting', 'waiting'],
    ['failed', 'failed'],
    ['unknown', 'failed'],
  ] as const)('the output for %s is %s', (verdict, output) => {
    expect(outputVerdict(verdict)).toBe(output)
  })

  test('only blocking gates count as failed', () => {
    const failed: GateResult = { status: 'failed', summary: told, findings: [], next: told }
    const gates = [
      outcome('coverage', failed),
      outcome('docs', failed, 'warn'),
      outcome('review', { status: 'unknown', summary: told, next: told }),
      outcome('x', { status: 'waiting', summary: told, waitingFor: [], next: told }),
    ]
    expect(failedGates(reportOf('failed', gates))).toEqual(['coverage', 'review'])
  })
})

describe('what the workflow does not listen to', () => {
  const policy = policyOf(
    'version: 1\nroles: { implementer: ["@li-wei"] }\ngates:\n  coverage: {}\n  review: { rules: [{ role: implementer, need: approved }] }\n',
  )
  const coverageOnly = policyOf('version: 1\ngates: { coverage: {} }\n')
  const missing = (workflow: string, of = policy): unknown =>
    (missingTriggers(workflow, of)?.params as { missing?: unknown } | undefined)?.missing

  test('the example listens to everything', async () => {
    const { readFile } = await import('node:fs/promises')
    const example = await readFile(new URL('../../examples/workflow.yml', import.meta.url), 'utf8')
    expect(missing(example)).toBeUndefined()
  })

  test.each([
    'on: pull_request',
    'on: [push, pull_request]',
    'on:\n  pull_request:\n',
    'on:\n  pull_request:\n    branches: [main]\n',
  ])('%j has the three default activities: a change of the base branch is missed, and reviews are', workflow => {
    expect(missing(workflow, coverageOnly)).toEqual(['pull_request.edited'])
    expect(missing(workflow)).toEqual(
      expect.arrayContaining([
        'pull_request.review_requested',
        'pull_request_review.submitted',
        'pull_request_review.dismissed',
      ]),
    )
    expect(missing(workflow)).not.toContain('pull_request.opened')
  })

  test('types that leave a default out', () => {
    expect(missing('on: { pull_request: { types: [opened] } }', coverageOnly)).toEqual([
      'pull_request.edited',
      'pull_request.reopened',
      'pull_request.synchronize',
    ])
  })

  test('types as a single text', () => {
    expect(missing('on: { pull_request: { types: opened } }', coverageOnly)).toEqual([
      'pull_request.edited',
      'pull_request.reopened',
      'pull_request.synchronize',
    ])
  })

  test('a gate that is off depends on nothing', () => {
    const off = policyOf('version: 1\ngates: { coverage: { level: off } }\n')
    expect(missing('on: { pull_request: { types: [opened] } }', off)).toBeUndefined()
  })

  test('labels and drafts that decide whom a gate concerns have to be listened to', () => {
    const told = (condition: string) => {
      const labelled = policyOf(`version: 1\ngates:\n  coverage: { when: { ${condition} } }\n`)
      const types = 'opened, reopened, synchronize, edited'
      return missingTriggers(`on: { pull_request: { types: [${types}] } }`, labelled)?.params
    }
    expect(told('base: [main]')).toBeUndefined()
    expect(told('labels: [deploy]')).toEqual({ missing: ['pull_request.labeled', 'pull_request.unlabeled'] })
    expect(told('draft: false')).toEqual({
      missing: ['pull_request.converted_to_draft', 'pull_request.ready_for_review'],
    })
  })

  test.each(['on: push', 'on: workflow_call', '', 'on: [', 'jobs: {}', '- a', 'on: 1', 'on: &a [*a]'])(
    '%j cannot be judged',
    workflow => {
      expect(missing(workflow)).toBeUndefined()
    },
  )
})

describe('a policy to start from', () => {
  test.each([
    ['nothing', [], []],
    ['a Node project with deployment files', ['package.json', 'deploy/app.yaml', 'docs/a.md'], []],
    ['reports', [], ['coverage/lcov.info', 'a "quoted": name.xml']],
    ['many languages', ['package.json', 'pyproject.toml', 'a/b.csproj', 'Dockerfile', 'db/migrations/1.sql'], []],
  ])('from %s is a policy', (_, paths, reports) => {
    const text = starterPolicy({ paths, reports, implementer: '@acme' }, 'en')
    expect(parsePolicy(text, '.github/delivery-gates.yml', { owner: 'acme' })).toMatchObject({ ok: true })
  })

  test('says what was found', () => {
    const text = starterPolicy({ paths: ['Cargo.toml', 'helm/values.yaml'], reports: [], implementer: '@acme' }, 'en')
    expect(text).toContain('path: "lcov.info"')
    expect(text).toContain('when: ["helm/**"], update: ["*.md"]')
  })
})

describe('the examples', () => {
  test.each(['delivery-gates.yml', 'delivery-gates-matrix.yml'])('%s is a policy', async name => {
    const { readFile } = await import('node:fs/promises')
    const text = await readFile(new URL(`../../examples/${name}`, import.meta.url), 'utf8')
    expect(parsePolicy(text, '.github/delivery-gates.yml', { owner: 'acme' })).toMatchObject({
      ok: true,
      value: { warnings: [] },
    })
  })

  test('S-19 the workflow of a matrix is as safe as ours, and gathers what its policy names', async () => {
    const { readFile } = await import('node:fs/promises')
    const { workflowProblems } = await import('../../scripts/workflows.ts')
    const text = await readFile(new URL('../../examples/workflow-matrix.yml', import.meta.url), 'utf8')
    expect(workflowProblems(text.replace('<full SHA of a release>', `${'0'.repeat(40)} # v1.0.0`), 'shipped')).toEqual(
      [],
    )
  })

  test('S-19 actions are pinned by SHA, the gate has a job of its own, and no job has the name of the status', async () => {
    const { readFile } = await import('node:fs/promises')
    const { parse } = await import('yaml')
    const text = await readFile(new URL('../../examples/workflow.yml', import.meta.url), 'utf8')
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(match => match[1] ?? '')
    expect(uses.filter(one => one.startsWith('actions/')).every(one => /@[0-9a-f]{40}$/.test(one))).toBe(true)
    const { jobs, permissions } = parse(text)
    expect(Object.keys(jobs)).not.toContain('delivery-gates')
    expect(permissions).toEqual({ contents: 'read' })
    expect(jobs.test.permissions).toBeUndefined()
    expect(JSON.stringify(jobs.gates.steps)).not.toContain('"run"')
  })
})

describe('T-54 lines of the log', () => {
  test.each([
    '::error::x',
    '  ::set-output name=a::b',
    'a\n::add-mask::b',
    'a\r::stop-commands::x',
    'a\u2028::debug::x',
    'x ##[error]y',
    '\t::group::x',
  ])('%j is no command', line => {
    for (const one of inertLines(line).split(/\r\n|[\n\r\u2028\u2029]/)) {
      expect(one.trimStart().startsWith('::')).toBe(false)
      expect(one).not.toContain('##[')
    }
  })
})

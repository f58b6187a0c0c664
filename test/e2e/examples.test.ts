import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lcov, pullRequest, runOn, scene } from '../action/bundle.ts'
import { read, root } from '../project/files.ts'

type Permissions = Readonly<Record<string, 'read' | 'write'>>

/** What the job that runs the Action is granted. */
function permissionsOf(workflow: string): Permissions {
  const { jobs } = parse(read(`examples/${workflow}`)) as {
    jobs: Readonly<Record<string, { permissions?: Permissions; steps: readonly { uses?: string }[] }>>
  }
  const job = Object.values(jobs).find(one => one.steps.some(step => step.uses?.startsWith('acme/delivery-gates@')))
  return job?.permissions ?? {}
}

/** The token of a workflow cannot read teams; everything else of the policy stays. */
const policyOf = (file: string): string => read(`examples/${file}`).replace(/"@acme\/[\w-]+"/g, '"@li-wei", "@ana"')

const files = {
  'deploy/values.yaml': 'replicas: 2\n',
  'charts/pay/values.yaml': 'replicas: 2\n',
  'core/pay.ts': 'export const price = 1\n',
  'src/pay.ts': 'export const price = 2\n',
}
const body = '## Goal\nPay in two parts.\n\n## Acceptance criteria\n- [ ] Two invoices come\n'

const names = readdirSync(join(root, 'examples/policies')).filter(
  name => name.endsWith('.yml') && !name.endsWith('.test.yml'),
)
const all = [
  ...names.map(name => ['workflows/fork-safe.yml', `policies/${name}`] as const),
  ...names.map(name => ['workflows/required.yml', `policies/${name}`] as const),
  ['workflow.yml', 'delivery-gates.yml'] as const,
  ['workflow-matrix.yml', 'delivery-gates-matrix.yml'] as const,
]

describe('every example through the bundle on the stand-in, with just the permissions that its workflow grants', () => {
  test.each(all)('%s with %s: nothing is unknown', { timeout: 60_000 }, async (workflow, file) => {
    const at = await scene({ '.github/delivery-gates.yml': policyOf(file) })
    at.repository.setCollaborator('ana', 'write')
    const pull = await pullRequest(at, files)
    await pull.edit({ body }, 'dev')
    const how = { permissions: permissionsOf(workflow), workspace: { 'coverage/lcov.info': lcov(1, 'src/pay.ts', 1) } }
    const run = await runOn(at, pull, how)
    expect(run.report.policy.source).toBe('base')
    expect(run.report.gates.length).toBeGreaterThan(0)
    const unknown = run.report.gates.filter(one => one.result.status === 'unknown')
    expect(unknown.map(one => `${one.gate}: ${JSON.stringify(one.result.summary)}`)).toEqual([])
    expect(run.exitCode).toBe(['passed', 'waiting'].includes(run.outputs.verdict ?? '') ? 0 : 1)
  })
})

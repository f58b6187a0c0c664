import { expect, test } from 'vitest'
import { askedDeployment } from '../../app/events/deployment-protection-rule.ts'
import { readDelivery } from '../../app/front/delivery.ts'
import type { JsonObject } from '../../app/front/payload.ts'

const address = 'https://api.github.com/repos/acme/widgets/actions/runs/123/deployment_protection_rule'
const body = (more: JsonObject = {}): JsonObject => ({
  action: 'requested',
  environment: 'prod',
  deployment_callback_url: address,
  deployment: { sha: 'abc' },
  repository: { id: 1, full_name: 'acme/widgets' },
  installation: { id: 2 },
  ...more,
})

test('R-08 the run is taken from the address, the commit from the deployment', () => {
  expect(askedDeployment(body())).toEqual({ environment: 'prod', runId: '123', sha: 'abc' })
  expect(readDelivery('deployment_protection_rule', body())).toMatchObject({
    ok: true,
    value: { lane: 'repo:1', relevant: true, installationId: '2' },
  })
})

test.each([
  ['another host', address.replace('api.github.com', 'evil.example')],
  ['a proxy path before it', address.replace('/repos', '/api/v3/repos')],
  ['another case', address.replace('acme', 'ACME')],
])('T-42 %s: only the number counts', (_, deployment_callback_url) => {
  expect(askedDeployment(body({ deployment_callback_url }))?.runId).toBe('123')
})

test.each([
  ['no address', { deployment_callback_url: null }],
  ['another repository', { deployment_callback_url: address.replace('widgets', 'gears') }],
  ['a number that is none', { deployment_callback_url: address.replace('123', '12a') }],
  ['something behind it', { deployment_callback_url: `${address}/more` }],
  ['no address at all', { deployment_callback_url: 'runs/123' }],
  ['no environment', { environment: '' }],
])('T-42 B-W18 %s: looked for among the runs that wait', (_, more) => {
  expect(askedDeployment(body(more))).toBeNull()
})

test('B-W18 without deployment and pull requests it is accepted', () => {
  const { deployment: _, ...bare } = body()
  expect(readDelivery('deployment_protection_rule', bare)).toMatchObject({ ok: true, value: { relevant: true } })
  expect(askedDeployment(bare)?.sha).toBeNull()
})

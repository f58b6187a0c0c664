import examples from '@octokit/webhooks-examples' with { type: 'json' }
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIntents } from '../../app/events/index.ts'
import { isHandled } from '../../app/front/delivery.ts'
import { keptOf } from '../../app/front/kept.ts'
import { parsePayload } from '../../app/front/payload.ts'
import { workflowRunOf } from '../../src/github/runs.ts'
import { guid } from './payloads.ts'
import { deliver, testFront } from './requests.ts'

interface Example {
  readonly name: string
  readonly examples: readonly Readonly<Record<string, unknown>>[]
}

let front: Awaited<ReturnType<typeof testFront>>
beforeAll(async () => {
  front = await testFront({})
})
afterAll(() => front.stop())

const all = (examples as unknown as readonly Example[]).flatMap(({ name, examples: payloads }) =>
  payloads.map((payload, index) => ({ name, payload, label: `${name} ${String(payload.action ?? '')} #${index}` })),
)
let deliveries = 5000

describe('payloads that GitHub really sent', () => {
  test('there are hundreds of them', () => expect(all.length).toBeGreaterThan(300))

  test.each(all)('B-W11 $label: acknowledged, and read without a throw', async ({ name, payload }) => {
    deliveries += 1
    // Examples of repository webhooks carry no installation; ours always do.
    const body = { installation: { id: 4242, node_id: 'x', account: { login: 'octo' } }, ...payload }
    const reply = await deliver(front.port, name, guid(deliveries), body)
    expect(reply.status, reply.text).toBe(202)
    if (!isHandled(name)) return expect(reply.text).toBe('ignored')
    const parsed = parsePayload(JSON.stringify(body))
    if (!parsed.ok) throw new Error(parsed.error)
    const kept = keptOf(name, parsed.value)
    expect(readIntents(name, kept), 'what is stored says what was sent').toEqual(readIntents(name, parsed.value))
    expect(workflowRunOf(kept.workflow_run)).toEqual(workflowRunOf(parsed.value.workflow_run))
    expect(JSON.stringify(kept).length).toBeLessThan(JSON.stringify(body).length)
  })
})

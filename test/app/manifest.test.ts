import { expect, test } from 'vitest'
import { isHandled } from '../../app/front/delivery.ts'
import { deploymentEvents, events, permissions } from '../../src/github/permissions.ts'

test('S-16 the App subscribes to what it handles and to nothing else', () => {
  const unasked = ['installation', 'installation_repositories', 'ping']
  const known = [
    ...events,
    ...deploymentEvents,
    ...unasked,
    'deployment',
    'release',
    'star',
    'workflow_job',
    'check_suite',
  ]
  expect(known.filter(isHandled).sort()).toEqual([...events, ...deploymentEvents, ...unasked].sort())
})

test('S-16 it asks for no administration, no content writes, no workflows', () => {
  expect(
    Object.entries(permissions)
      .filter(([, access]) => access === 'write')
      .map(([name]) => name),
  ).toEqual(['checks', 'pull_requests', 'statuses'])
})

/**
 * What the App asks for when it is registered: the least that its reads and writes need. docs/guide.md shows the same
 * table with the reason for each.
 */
export const permissions = {
  metadata: 'read',
  actions: 'read',
  contents: 'read',
  checks: 'write',
  pull_requests: 'write',
  statuses: 'write',
  issues: 'read',
  deployments: 'read',
  merge_queues: 'read',
  members: 'read',
} as const

/** What holding deployments takes beside that; only who wants it grants it. */
export const deploymentPermissions = { deployments: 'write' } as const
export const deploymentEvents = ['deployment_protection_rule'] as const

/** Events to subscribe to. GitHub sends `installation` and `installation_repositories` to every App unasked. */
export const events = [
  'check_run',
  'deployment_status',
  'issue_comment',
  'issues',
  'membership',
  'merge_group',
  'pull_request',
  'pull_request_review',
  'push',
  'status',
  'team',
  'workflow_run',
] as const

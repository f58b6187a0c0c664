import { createHmac } from 'node:crypto'

/** Small bodies with the members of GitHub's own that the front looks at. */
export const repository = {
  id: 1296269,
  full_name: 'acme/shop',
  name: 'shop',
  private: true,
  owner: { id: 21031067, login: 'acme' },
}
export const installation = { id: 987654, node_id: 'MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9uOTg3NjU0' }
export const sender = { id: 583231, login: 'li-wei', type: 'User' }

const pullRequest = (number: number) => ({
  id: 279147437,
  number,
  state: 'open',
  title: 'Add PAYMENT_TIMEOUT',
  body: null,
  head: { sha: 'a'.repeat(40), ref: 'feature', repo: null },
  base: { sha: 'b'.repeat(40), ref: 'main', repo: { id: repository.id } },
})

export const bodies = {
  pull_request: (number = 2) => ({
    action: 'opened',
    number,
    pull_request: pullRequest(number),
    repository,
    installation,
    sender,
  }),
  pull_request_review: (number = 2) => ({
    action: 'submitted',
    review: { id: 80, state: 'approved', user: sender, commit_id: 'a'.repeat(40) },
    pull_request: pullRequest(number),
    repository,
    installation,
    sender,
  }),
  issue_comment: (number = 2) => ({
    action: 'edited',
    changes: { body: { from: '- [ ] Rollback rehearsed' } },
    issue: {
      id: 73464126,
      number,
      title: 'Add PAYMENT_TIMEOUT',
      pull_request: { url: 'https://api.github.com/repos/acme/shop/pulls/2' },
    },
    comment: { id: 99262140, body: '- [x] Rollback rehearsed', user: sender },
    repository,
    installation,
    sender,
  }),
  check_run: (number: number | null = 2) => ({
    action: 'requested_action',
    requested_action: { identifier: 'sign:rollback' },
    check_run: {
      id: 128620228,
      head_sha: 'a'.repeat(40),
      pull_requests: number === null ? [] : [{ id: 1, number, base: { ref: 'main', repo: { id: repository.id } } }],
    },
    repository,
    installation,
    sender,
  }),
  issues: (number = 4) => ({
    action: 'edited',
    changes: { body: { from: 'Goal' } },
    issue: { id: 73464127, number, title: 'Slow', body: '## Goal', state: 'open' },
    repository,
    installation,
    sender,
  }),
  status: () => ({
    id: 6805126730,
    sha: 'a'.repeat(40),
    name: repository.full_name,
    context: 'license/cla',
    state: 'success',
    commit: { sha: 'a'.repeat(40) },
    branches: [],
    repository,
    installation,
    sender,
  }),
  deployment_status: () => ({
    action: 'created',
    deployment: { id: 145988746, sha: 'a'.repeat(40), environment: 'staging' },
    deployment_status: { id: 209916254, state: 'success' },
    check_run: null,
    workflow_run: null,
    repository,
    installation,
    sender,
  }),
  merge_group: () => ({
    action: 'checks_requested',
    merge_group: {
      head_sha: 'c'.repeat(40),
      head_ref: `refs/heads/gh-readonly-queue/main/pr-2-${'b'.repeat(40)}`,
      base_sha: 'b'.repeat(40),
      base_ref: 'refs/heads/main',
    },
    repository,
    installation,
    sender,
  }),
  push: () => ({
    ref: 'refs/heads/main',
    before: 'a'.repeat(40),
    after: 'b'.repeat(40),
    commits: [],
    repository,
    installation,
    sender,
  }),
  installation: () => ({
    action: 'created',
    installation: { ...installation, account: repository.owner },
    repositories: [],
    sender,
  }),
  installation_repositories: () => ({
    action: 'added',
    installation: { ...installation, account: repository.owner },
    repositories_added: [{ id: repository.id, full_name: repository.full_name }],
    repositories_removed: [],
    sender,
  }),
  membership: () => ({
    action: 'removed',
    scope: 'team',
    member: sender,
    team: { id: 9, slug: 'implementation' },
    organization: repository.owner,
    installation,
    sender,
  }),
  team: () => ({
    action: 'edited',
    team: { id: 9, slug: 'implementation' },
    organization: repository.owner,
    installation,
    sender,
  }),
  ping: () => ({ zen: 'Keep it logically awesome.', hook_id: 1, hook: { type: 'App' } }),
}
export type HandledEvent = keyof typeof bodies

export const secret = 'a-webhook-secret-of-forty-characters-----'

export const sign = (body: string | Uint8Array, key = secret): string =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`

/** `X-GitHub-Delivery` number `n`. */
export const guid = (n: number): string => `72d3162e-cc78-11e3-81ab-${n.toString(16).padStart(12, '0')}`

/** Headers of one signed delivery. */
export const signedHeaders = (event: string, delivery: string, body: string | Uint8Array): Record<string, string> => ({
  'content-type': 'application/json',
  'x-github-event': event,
  'x-github-delivery': delivery,
  'x-hub-signature-256': sign(body),
})

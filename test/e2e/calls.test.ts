import { afterAll, beforeAll, expect, test } from 'vitest'
import { conclusionOf, gateChecks, openScene, readiness, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ policy: readiness.replace(', request: auto', '') })
  await scene.open()
})
afterAll(() => scene.close())

/** Calls of the App since the last reset, tokens apart: they are minted once an hour, not per evaluation. */
const calls = () => {
  const mine = scene.sandbox.calls.filter(call => call.actor.startsWith('delivery-gates') && call.kind !== 'auth')
  return {
    reads: mine.filter(call => call.kind === 'read').map(call => call.operation),
    writes: mine.filter(call => call.kind === 'write').map(call => call.operation),
  }
}

test('A1 a new pull request of up to 100 files: two reads, one write', async () => {
  scene.sandbox.resetCalls()
  await scene.open({ branch: 'plain', files: { 'notes.txt': 'Three\n' } })
  const { reads, writes } = calls()
  expect(reads).toEqual(['graphql:query:PullRequestFacts', 'pulls/list-files'])
  expect(writes).toEqual(['graphql:mutation:addComment,createCheckRun'])
})

test('A1 one that changes code or what is deployed: one read more, for the texts of those files', async () => {
  scene.sandbox.resetCalls()
  await scene.open()
  const { reads, writes } = calls()
  expect(reads).toEqual(['graphql:query:PullRequestFacts', 'pulls/list-files', 'graphql:query:Contents'])
  expect(writes).toEqual(['graphql:mutation:addComment,createCheckRun'])
})

test('A1 a push that changes what is deployed: three reads, one write', async () => {
  const pull = scene.repository.pull(1)
  scene.sandbox.resetCalls()
  await scene.repository.commit('change-1', {
    files: { 'deploy/values.yaml': 'replicas: 9\n' },
    message: 'More',
    author: 'chen',
  })
  await scene.settle()
  const { reads, writes } = calls()
  expect(reads).toEqual(['graphql:query:PullRequestFacts', 'pulls/list-files', 'graphql:query:Contents'])
  expect(writes).toEqual(['graphql:mutation:updateIssueComment,createCheckRun'])
  expect(gateChecks(pull)).toHaveLength(1)
})

test("T-35 150 files: one page more of files and of texts, and the list is checked against GitHub's own totals", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [`src/file-${index}.js`, `export const n = ${index}\n`]),
  )
  scene.sandbox.resetCalls()
  const pull = await scene.open({ branch: 'large', files })
  expect(calls().reads).toEqual([
    'graphql:query:PullRequestFacts',
    'pulls/list-files',
    'pulls/list-files',
    'graphql:query:Contents',
    'graphql:query:Contents',
  ])
  expect(conclusionOf(pull)).toBe('success')
})

test('A2 looking again at an unchanged pull request: one read, no write', async () => {
  const pull = scene.repository.pull(1)
  scene.sandbox.resetCalls()
  // A title changes, and the report does not speak of titles.
  pull.edit({ title: 'Another title' }, 'chen')
  await scene.settle()
  expect(calls()).toEqual({ reads: ['graphql:query:PullRequestFacts'], writes: [] })
})

test('B-W11 events that concern nobody: no call at all', async () => {
  const pull = scene.repository.pull(1)
  scene.sandbox.resetCalls()
  const id = await pull.comment('ana', 'Looks good to me.')
  pull.editComment(id, 'ana', 'Looks very good to me.')
  pull.deleteComment(id, 'ana')
  pull.edit({ body: 'Only words' }, 'chen')
  await scene.repository.commit('main', {
    files: { 'src/price.js': 'export const price = 2\n' },
    message: 'Price',
    author: 'ana',
  })
  await scene.settle()
  expect(calls()).toEqual({ reads: [], writes: [] })
})

test('B-W22 a storm of events for one pull request within a second: at most three evaluations', async () => {
  const stormy = await openScene({ gatherMs: 400 })
  try {
    const pull = await stormy.open()
    stormy.sandbox.resetCalls()
    for (let turn = 0; turn < 100; turn += 1) pull.edit({ title: `Title ${turn}` }, 'chen')
    await stormy.settle()
    const reads = stormy.sandbox.calls.filter(call => call.operation === 'graphql:query:PullRequestFacts')
    // One window of 400 ms is one evaluation; a slow machine spreads the storm over more than a second.
    const times = stormy.sandbox.deliveries.filter(one => one.event === 'pull_request').map(one => Date.parse(one.at))
    const span = Math.max(...times) - Math.min(...times)
    expect(reads.length).toBeGreaterThanOrEqual(1)
    expect(reads.length).toBeLessThanOrEqual(Math.max(3, Math.ceil(span / 400) + 1))
  } finally {
    await stormy.close()
  }
})

test('a review that we request ourselves: asked in the same write, looked at once more, never asked again', async () => {
  const asking = await openScene()
  try {
    const pull = await asking.open()
    const writes = asking.sandbox.calls.filter(call => call.kind === 'write' && call.actor.startsWith('delivery-gates'))
    expect(writes[0]?.operation).toBe('graphql:mutation:addComment,createCheckRun,requestReviews')
    expect(writes.filter(call => call.operation.includes('requestReviews'))).toHaveLength(1)
    expect(pull.requestedReviewers().users).toEqual(['li-wei'])
  } finally {
    await asking.close()
  }
})

test("nothing that was sent or received breaks GitHub's schemas", () => {
  expect(scene.sandbox.violations).toEqual([])
  expect(scene.warnings).toEqual([])
})

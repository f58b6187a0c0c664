import { expect, test } from 'vitest'
import { onBothDatabases } from './stores.ts'

const key = { repoId: '1', runId: '9007199254740993', attempt: 1, environment: 'prod' }
const asked = { installationId: '5', sha: 'a', askedSha: 'a', requestedAt: 1_700_000_000_000 }

onBothDatabases(emptyStore => {
  test('R-08 asked again it is the same one, whatever has become of it', async () => {
    const { deployments } = await emptyStore()
    await deployments.open({ ...key, ...asked })
    await deployments.save(key, { state: 'approved', pulls: [1, 2], answeredAt: 7 })
    await deployments.open({ ...key, ...asked, requestedAt: 99, sha: 'b' })
    expect(await deployments.get(key)).toEqual({
      ...key,
      ...asked,
      state: 'approved',
      reportDigest: null,
      reports: 0,
      pulls: [1, 2],
      judgedAt: 0,
      approvingAt: null,
      answeredAt: 7,
    })
    expect(await deployments.waiting()).toEqual([])
  })

  test('what waits, the one that was looked at longest ago first; by repository and by installation', async () => {
    const { deployments } = await emptyStore()
    const other = { ...key, repoId: '2', environment: 'stage' }
    await deployments.open({ ...key, ...asked })
    await deployments.open({ ...other, ...asked, installationId: '6' })
    await deployments.save(key, { judgedAt: 5 })
    const names = async (where?: { repoId?: string; installationId?: string }) =>
      (await deployments.waiting(where)).map(({ environment }) => environment)
    expect(await names()).toEqual(['stage', 'prod'])
    expect(await names({ repoId: '1' })).toEqual(['prod'])
    expect(await names({ installationId: '6' })).toEqual(['stage'])
    expect((await deployments.ofRun('1', key.runId)).map(({ attempt }) => attempt)).toEqual([1])
  })

  test('since when an environment is held, and figures', async () => {
    const { deployments } = await emptyStore()
    expect(await deployments.heldSince('1', 'prod')).toBeNull()
    expect(await deployments.figures()).toEqual({ counts: {}, oldest: null })
    await deployments.open({ ...key, ...asked })
    await deployments.open({ ...key, ...asked, attempt: 2, requestedAt: asked.requestedAt + 5 })
    await deployments.save({ ...key, attempt: 2 }, { state: 'bypassed' })
    expect(await deployments.heldSince('1', 'prod')).toBe(asked.requestedAt)
    expect(await deployments.heldSince('1', 'Prod')).toBeNull()
    expect(await deployments.figures()).toEqual({ counts: { waiting: 1, bypassed: 1 }, oldest: asked.requestedAt })
  })
})

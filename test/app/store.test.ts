import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LaneClaim, StaleClaim, type Store } from '../../app/store/index.ts'
import { maxAttempts } from '../../app/store/lanes.ts'
import { maxSendAttempts } from '../../app/store/outbox.ts'
import { ledgerRow } from './ledger-rows.ts'
import { delivery, onBothDatabases } from './stores.ts'

const lease = 1000
async function claimed(store: Store, now = 100): Promise<LaneClaim> {
  const claim = await store.lanes.claim(now, lease)
  if (!claim) throw new Error('no lane is due')
  return claim
}
const finishAll = async (store: Store, claim: LaneClaim, now = 100) => {
  await store.lanes.finish(
    claim,
    claim.jobs.map(job => job.id),
    now,
  )
  await store.lanes.release(claim)
}
const names = (claim: LaneClaim | null) =>
  claim?.jobs.map(job => (job.event.startsWith('internal') ? job.event : job.payload))

onBothDatabases(emptyStore => {
  describe('inbox', () => {
    test('R-02 M2 B-W12 one delivery 100 times in parallel is stored once', async () => {
      const store = await emptyStore()
      const answers = await Promise.all(Array.from({ length: 100 }, () => store.inbox.accept(delivery(1))))
      expect(answers.filter(answer => answer === 'stored')).toHaveLength(1)
      expect(await store.inbox.counts()).toEqual({ open: 1, dead: 0, oldestReceivedAt: 1 })
    })

    test('T-71 a person’s decision replayed under a new delivery id does not act; the lane is looked at afresh', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await finishAll(store, await claimed(store))
      expect(await store.inbox.accept(delivery(2, { bodySha256: 'sha256 of 1' }))).toBe('duplicate')
      expect(names(await claimed(store))).toEqual(['internal.reconcile'])
    })

    test('equal bodies of other events are kept: they carry nobody’s decision', async () => {
      const store = await emptyStore()
      const push = { event: 'push', bodySha256: 'same' }
      expect(await store.inbox.accept(delivery(1, push))).toBe('stored')
      expect(await store.inbox.accept(delivery(2, push))).toBe('stored')
    })

    test('B-W21 after its payload was purged an old delivery is still known', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await store.inbox.accept(delivery(2))
      const claim = await claimed(store)
      await store.lanes.finish(claim, [claim.jobs[0]?.id ?? 0], 100)
      await store.lanes.release(claim)
      await store.inbox.purge(101)
      expect(await store.inbox.accept(delivery(1))).toBe('duplicate')
      expect(await store.inbox.accept(delivery(9, { bodySha256: 'sha256 of 1' }))).toBe('duplicate')
      expect(names(await claimed(store))).toEqual(['{"n":2}', 'internal.reconcile'])
    })

    test('B-W22 requests with one key become one job, due at the earliest of them', async () => {
      const store = await emptyStore()
      const job = {
        lane: '1:pr:2',
        event: 'internal.reconcile',
        installationId: '5',
        repoId: '1',
        coalesceKey: 'k',
      } as const
      await store.inbox.enqueue({ ...job, runAt: 50 })
      await store.inbox.enqueue({ ...job, runAt: 20 })
      await store.inbox.enqueue({ ...job, runAt: 90 })
      expect(await store.lanes.claim(19, lease)).toBeNull()
      expect((await claimed(store, 20)).jobs).toHaveLength(1)
    })

    test('a request that comes while its job runs makes it run once more', async () => {
      const store = await emptyStore()
      const job = {
        lane: '1:pr:2',
        event: 'internal.reconcile',
        installationId: '5',
        repoId: '1',
        coalesceKey: 'k',
        runAt: 1,
      } as const
      await store.inbox.enqueue(job)
      const first = await claimed(store)
      await store.inbox.enqueue(job)
      await finishAll(store, first)
      const second = await claimed(store)
      expect(second.jobs).toHaveLength(1)
      await finishAll(store, second)
      expect(await store.lanes.claim(100, lease)).toBeNull()
    })
  })

  describe('lanes', () => {
    test('jobs of one lane come together, in the order in which they came in', async () => {
      const store = await emptyStore()
      for (const n of [3, 1, 2]) await store.inbox.accept(delivery(n))
      expect(names(await claimed(store))).toEqual(['{"n":3}', '{"n":1}', '{"n":2}'])
    })

    test('a claimed lane is nobody else’s until its lease ends; other lanes go on', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await store.inbox.accept(delivery(2, { lane: '1:pr:3' }))
      expect((await claimed(store, 100)).key).toBe('1:pr:2')
      expect((await claimed(store, 100)).key).toBe('1:pr:3')
      expect(await store.lanes.claim(100, lease)).toBeNull()
      expect(await store.lanes.nextDue()).toBe(1100)
      expect((await claimed(store, 1100)).fence).toBe(2)
    })

    test('R-17 a worker that lost its lease cannot write: its whole transaction is undone', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      const slow = await claimed(store, 100)
      const quick = await claimed(store, 1100)
      const late = store.transaction(async tx => {
        await tx.ledger.append(ledgerRow())
        await tx.lanes.finish(
          slow,
          slow.jobs.map(job => job.id),
          1200,
        )
      })
      await expect(late).rejects.toThrow(StaleClaim)
      expect(await store.ledger.recent(10)).toEqual([])
      await expect(store.lanes.renew(slow, 1200, lease)).rejects.toThrow('the claim on lane 1:pr:2 has been taken over')
      await store.lanes.release(slow)
      expect(await store.lanes.claim(1200, lease)).toBeNull()
      await finishAll(store, quick, 1200)
      expect(await store.inbox.counts()).toMatchObject({ open: 0 })
    })

    test('a renewed lease lasts longer', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await store.lanes.renew(await claimed(store, 100), 900, lease)
      expect(await store.lanes.claim(1100, lease)).toBeNull()
    })

    test('what comes in while the lane is worked on waits for the next claim', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      const first = await claimed(store)
      await store.inbox.accept(delivery(2))
      await finishAll(store, first)
      expect(names(await claimed(store))).toEqual(['{"n":2}'])
    })

    test('a job that failed holds back the later ones, so that an untick never overtakes its tick', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await store.inbox.accept(delivery(2))
      const claim = await claimed(store)
      expect(
        await store.lanes.retry(claim, claim.jobs[0]?.id ?? 0, { error: 'GitHub answered 502', runAt: 500, now: 100 }),
      ).toBe('retry')
      await store.lanes.release(claim)
      expect(await store.lanes.claim(499, lease)).toBeNull()
      expect(names(await claimed(store, 500))).toEqual(['{"n":1}', '{"n":2}'])
    })

    test('a job that fails for ever is set aside with its error, and the lane goes on', async () => {
      const store = await emptyStore()
      await store.inbox.accept(delivery(1))
      await store.inbox.accept(delivery(2))
      const answers: string[] = []
      for (let n = 0; n < maxAttempts; n++) {
        const claim = await claimed(store)
        answers.push(
          await store.lanes.retry(claim, claim.jobs[0]?.id ?? 0, { error: `failed ${n}`, runAt: 1, now: 100 }),
        )
        await store.lanes.release(claim)
      }
      expect(answers.slice(-2)).toEqual(['retry', 'dead'])
      expect(names(await claimed(store))).toEqual(['{"n":2}'])
      expect(await store.inbox.dead(10)).toMatchObject([
        { event: 'issue_comment', attempts: maxAttempts, lastError: `failed ${maxAttempts - 1}`, deadAt: 100 },
      ])
      expect(await store.inbox.counts()).toMatchObject({ open: 1, dead: 1 })
    })

    test('large payloads come in several claims, each at least one', async () => {
      const store = await emptyStore()
      const payload = 'x'.repeat(20 * 1024 * 1024)
      for (const n of [1, 2]) await store.inbox.accept(delivery(n, { payload }))
      const claim = await claimed(store)
      expect(claim.jobs).toHaveLength(1)
      await finishAll(store, claim)
      expect((await claimed(store)).jobs).toHaveLength(1)
    })

    test('R-02 any order of deliveries, claims, lost leases and crashes gives each decision one row, in the order of arrival', {
      timeout: 120_000,
    }, async () => {
      const step = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ kind: fc.constant('deliver' as const), n: fc.integer({ min: 1, max: 12 }) }),
        },
        { weight: 3, arbitrary: fc.record({ kind: fc.constant('claim' as const), n: fc.integer({ min: 0, max: 1 }) }) },
        {
          weight: 3,
          arbitrary: fc.record({ kind: fc.constant('finish' as const), n: fc.integer({ min: 0, max: 1 }) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('wait' as const), n: fc.integer({ min: 1, max: 3000 }) }),
        },
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
          const store = await emptyStore()
          const arrived: string[] = []
          const workers: (LaneClaim | null)[] = [null, null]
          let now = 100
          const work = (claim: LaneClaim) =>
            store.transaction(async tx => {
              for (const job of claim.jobs)
                await tx.ledger.append(ledgerRow({ source: job.deliveryId, idem: job.deliveryId }))
              await tx.lanes.finish(
                claim,
                claim.jobs.map(job => job.id),
                now,
              )
              await tx.lanes.release(claim)
            })
          for (const { kind, n } of steps) {
            if (kind === 'deliver') {
              const next = delivery(n, { lane: `1:pr:${n % 2}`, receivedAt: now })
              if ((await store.inbox.accept(next)) === 'stored') arrived.push(next.deliveryId)
            } else if (kind === 'claim') workers[n] = (await store.lanes.claim(now, lease)) ?? workers[n] ?? null
            else if (kind === 'wait') now += n
            else {
              const claim = workers[n]
              workers[n] = null
              if (claim) {
                await work(claim).catch(cause => {
                  if (!(cause instanceof StaleClaim)) throw cause
                })
              }
            }
          }
          now += 10_000
          for (let claim = await store.lanes.claim(now, lease); claim; claim = await store.lanes.claim(now, lease))
            await work(claim)
          const rows = await store.ledger.page('1296269', 0)
          const laneOf = (source: string) => Number.parseInt(source.slice(-4), 16) % 2
          for (const lane of [0, 1]) {
            expect(rows.map(row => row.source).filter(source => laneOf(source) === lane)).toEqual(
              arrived.filter(source => laneOf(source) === lane),
            )
          }
          expect(await store.ledger.verify('1296269')).toMatchObject({ ok: true })
          await store.close()
        }),
        { numRuns: process.env.SOAK ? 2000 : 60 },
      )
    })
  })

  describe('transactions', () => {
    test('all or nothing', async () => {
      const store = await emptyStore()
      const failing = store.transaction(async tx => {
        await tx.subjects.save({ repoId: '1', kind: 'pr', number: 2 }, { title: 'x' }, 1)
        await tx.ledger.append(ledgerRow())
        await tx.outbox.put({ key: 'k', kind: 'comment', installationId: '5', repoId: '1', body: '{}', runAt: 1 })
        throw new Error('the handler failed')
      })
      await expect(failing).rejects.toThrow('the handler failed')
      expect(await store.subjects.open()).toEqual([])
      expect(await store.ledger.recent(1)).toEqual([])
      expect(await store.ledger.head('1296269')).toBeNull()
      expect(await store.outbox.counts()).toEqual({ open: 0, dead: 0 })
    })

    test('the store’s own operations inside a transaction are an error, not a wait for ever', async () => {
      const store = await emptyStore()
      const message = 'inside a transaction use the operations of `tx`, not those of the store'
      await expect(store.transaction(() => store.ledger.recent(1))).rejects.toThrow(message)
      await expect(store.transaction(() => store.inbox.accept(delivery(1)))).rejects.toThrow(message)
      expect(await store.inbox.accept(delivery(1))).toBe('stored')
    })

    test('many at once wait for each other', async () => {
      const store = await emptyStore()
      const rows = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.ledger.append(ledgerRow({ idem: `${n}` }))),
      )
      expect(rows.map(row => (row === 'exists' ? 0 : row.chainSeq)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, n) => n + 1),
      )
      expect(await store.ledger.verify('1296269')).toMatchObject({ ok: true, value: { chainSeq: 50 } })
    })
  })

  describe('ledger', () => {
    test('the same decision is recorded once', async () => {
      const store = await emptyStore()
      expect(await store.ledger.append(ledgerRow())).toMatchObject({ chainSeq: 1 })
      expect(await store.ledger.append(ledgerRow())).toBe('exists')
      expect(await store.ledger.recent(10)).toHaveLength(1)
    })

    test('T-24 one chain per repository id, rows by subject', async () => {
      const store = await emptyStore()
      await store.ledger.append(ledgerRow({ repoId: '1', idem: 'a' }))
      await store.ledger.append(ledgerRow({ repoId: '2', idem: 'b' }))
      await store.ledger.append(ledgerRow({ repoId: '1', subject: 'pr:3', idem: 'c' }))
      expect((await store.ledger.rows('1', 'pr:2')).map(row => row.idem)).toEqual(['a'])
      expect((await store.ledger.rows('1', 'pr:3')).map(row => row.chainSeq)).toEqual([2])
      expect(await store.ledger.repositories()).toEqual(['1', '2'])
    })

    test('a row comes back as it was written', async () => {
      const store = await emptyStore()
      const written = await store.ledger.append(ledgerRow({ covered: null, reason: 'rehearsed \u{1F600} on staging' }))
      expect(await store.ledger.rows('1296269', 'pr:2')).toEqual([written])
    })

    test('T-23 a reason is cut at 1,000 characters, never inside one', async () => {
      const store = await emptyStore()
      const row = await store.ledger.append(ledgerRow({ reason: `${'x'.repeat(999)}\u{1F600}` }))
      expect(row === 'exists' ? '' : row.personal?.reason).toBe('x'.repeat(999))
      expect(await store.ledger.verify('1296269')).toMatchObject({ ok: true })
    })

    test('T-85 a person’s name and words are deleted everywhere, the chain still verifies', async () => {
      const store = await emptyStore()
      await store.ledger.append(ledgerRow({ idem: '1', reason: 'my words' }))
      await store.ledger.append(ledgerRow({ idem: '2', repoId: '7' }))
      await store.ledger.append(ledgerRow({ idem: '3', actorId: '9', login: 'other' }))
      expect(await store.ledger.forgetPerson('583231')).toBe(2)
      expect((await store.ledger.recent(3)).map(row => row.personal?.login ?? null)).toEqual(['other', null, null])
      for (const repoId of ['1296269', '7']) expect(await store.ledger.verify(repoId)).toMatchObject({ ok: true })
    })
  })

  test('R-06 a storm of one installation leaves workers for the others', async () => {
    const store = await emptyStore()
    for (let n = 1; n <= 10; n++) await store.inbox.accept(delivery(n, { lane: `1:pr:${n}`, installationId: '5' }))
    await store.inbox.accept(delivery(11, { lane: '9:pr:1', installationId: '6' }))
    const next = () => store.lanes.claim(100, lease, { perInstallation: 2 })
    const claims = [await next(), await next(), await next()]
    expect(claims.map(claim => claim?.key)).toEqual(['1:pr:1', '1:pr:2', '9:pr:1'])
    expect(await next()).toBeNull()
    const [first] = claims
    if (first) await finishAll(store, first)
    expect((await next())?.key).toBe('1:pr:3')
  })

  test('turns: a slot is one instance’s, the next slot is free again', async () => {
    const store = await emptyStore()
    const taken = await Promise.all(Array.from({ length: 10 }, () => store.turns.take('reconcile', 7)))
    expect(taken.filter(mine => mine)).toHaveLength(1)
    expect(await store.turns.take('redeliver', 7)).toBe(true)
    expect(await store.turns.take('reconcile', 8)).toBe(true)
    expect(await store.turns.take('reconcile', 7)).toBe(false)
  })

  describe('outbox', () => {
    const effect = { key: '1:pr:2', kind: 'comment', installationId: '5', repoId: '1', body: 'first', runAt: 1 }

    test('a newer body replaces the one that was not sent', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      await store.outbox.put({ ...effect, body: 'second' })
      const claim = await store.outbox.claim(10, lease)
      expect(claim).toMatchObject({ key: '1:pr:2', kind: 'comment', body: 'second', attempts: 0 })
      expect(await store.outbox.claim(10, lease)).toBeNull()
    })

    test('kinds of one key are sent apart', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      await store.outbox.put({ ...effect, kind: 'check' })
      const comment = await store.outbox.claim(10, lease)
      expect(comment?.kind).toBe('comment')
      expect(comment && (await store.outbox.done(comment))).toBe('done')
      expect((await store.outbox.claim(10, lease))?.kind).toBe('check')
    })

    test('a body that comes while an older one is on its way is sent after it', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      const first = await store.outbox.claim(10, lease)
      await store.outbox.put({ ...effect, body: 'second', runAt: 11 })
      expect(await store.outbox.claim(11, lease)).toBeNull()
      expect(first && (await store.outbox.done(first))).toBe('superseded')
      const second = await store.outbox.claim(11, lease)
      expect(second?.body).toBe('second')
      expect(second && (await store.outbox.done(second))).toBe('done')
      expect(await store.outbox.counts()).toEqual({ open: 0, dead: 0 })
    })

    test('R-17 a sender that lost its lease changes nothing', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      const slow = await store.outbox.claim(10, lease)
      const quick = await store.outbox.claim(1010, lease)
      expect(slow && (await store.outbox.done(slow))).toBe('stale')
      expect(slow && (await store.outbox.retry(slow, { error: 'x', runAt: 1, now: 1 }))).toBe('stale')
      expect(quick && (await store.outbox.done(quick))).toBe('done')
    })

    test('R-17 a sender that goes on keeps its lease; one that lost it cannot renew it', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      await store.outbox.put({ ...effect, key: 'next' })
      const slow = await store.outbox.claim(10, lease)
      if (slow === null) throw new Error('nothing to send')
      await store.outbox.renew(slow, 900, lease)
      expect(await store.outbox.claim(1500, lease)).toBeNull()
      const other = await store.outbox.claim(1900, lease)
      expect(other?.key).toBe(slow.key)
      await store.outbox.renew(slow, 2000, 1e9)
      expect(await store.outbox.holds(slow, 2000)).toBe(false)
      expect((await store.outbox.claim(2900, lease))?.key).toBe(slow.key)
    })

    test('R-06 a failed effect waits for its back-off, also when a newer body comes', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      const claim = await store.outbox.claim(10, lease)
      expect(
        claim && (await store.outbox.retry(claim, { error: 'secondary rate limit', runAt: 60_000, now: 10 })),
      ).toBe('retry')
      await store.outbox.put({ ...effect, body: 'second', runAt: 11 })
      expect(await store.outbox.claim(59_999, lease)).toBeNull()
      expect(await store.outbox.nextDue()).toBe(60_000)
      expect(await store.outbox.claim(60_000, lease)).toMatchObject({ body: 'second', attempts: 1 })
    })

    test('R-06 an installation that must rest is passed over, until then and for all its effects', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      await store.outbox.put({ ...effect, key: 'another' })
      await store.outbox.put({ ...effect, key: 'other', installationId: '6' })
      const limited = await store.outbox.claim(10, lease)
      expect(limited?.installationId).toBe('5')
      if (limited) await store.outbox.retry(limited, { error: '403', runAt: 60_000, now: 10, restUntil: 60_000 })
      const other = await store.outbox.claim(10, lease)
      expect(other?.installationId).toBe('6')
      if (other) await store.outbox.done(other)
      expect(await store.outbox.claim(59_999, lease)).toBeNull()
      expect(await store.outbox.nextDue()).toBe(60_000)
      expect((await store.outbox.claim(60_000, lease))?.key).toBe('another')
    })

    test('R-06 of one installation one effect is on its way at a time, others go on', async () => {
      const store = await emptyStore()
      for (const installationId of ['5', '6'])
        for (const key of ['a', 'b']) await store.outbox.put({ ...effect, key: installationId + key, installationId })
      const first = await store.outbox.claim(10, lease)
      const second = await store.outbox.claim(10, lease)
      expect([first?.key, second?.key]).toEqual(['5a', '6a'])
      expect(await store.outbox.claim(10, lease)).toBeNull()
      if (first) await store.outbox.done(first)
      expect((await store.outbox.claim(10, lease))?.key).toBe('5b')
      expect(await store.outbox.claim(10 + lease - 1, lease)).toBeNull()
    })

    test('R-06 a few writes follow each other at once, the next ones a second apart', async () => {
      const store = await emptyStore()
      for (let n = 0; n < 6; n++) await store.outbox.put({ ...effect, key: `1:pr:${n}` })
      const pace = { burst: 3, perWriteMs: 1000 }
      const sent: number[] = []
      for (let now = 10; sent.length < 6; now = Math.max(now, (await store.outbox.nextDue()) ?? now)) {
        const claim = await store.outbox.claim(now, lease, pace)
        if (claim === null) throw new Error(`nothing to send at ${now}`)
        sent.push(now)
        await store.outbox.done(claim)
      }
      expect(sent).toEqual([10, 10, 10, 1010, 2010, 3010])
    })

    test('an effect that fails for ever is set aside visibly; a new body tries again', async () => {
      const store = await emptyStore()
      await store.outbox.put(effect)
      let answer = ''
      for (let n = 0; n < maxSendAttempts; n++) {
        const claim = await store.outbox.claim(10, lease)
        if (claim) answer = await store.outbox.retry(claim, { error: 'API-FORBIDDEN', runAt: 1, now: 10 })
      }
      expect(answer).toBe('dead')
      expect(await store.outbox.claim(10, lease)).toBeNull()
      expect(await store.outbox.dead(10)).toMatchObject([
        { key: '1:pr:2', kind: 'comment', lastError: 'API-FORBIDDEN', attempts: maxSendAttempts },
      ])
      await store.outbox.put({ ...effect, body: 'again' })
      expect(await store.outbox.claim(10, lease)).toMatchObject({ body: 'again', attempts: 0 })
    })
  })

  describe('subjects and the rest', () => {
    const key = { repoId: '1', kind: 'pr', number: 2 } as const

    test('saving changes the given fields and leaves the others', async () => {
      const store = await emptyStore()
      await store.subjects.save(
        key,
        { title: 'Add a setting', isDraft: true, headSha: 'a', waitingFor: [{ kind: 'role', role: 'implementer' }] },
        1,
      )
      const { id, ...saved } = await store.subjects.save(
        key,
        { headSha: 'b', commentId: '9007199254740993', verdict: 'waiting' },
        2,
      )
      expect(saved).toMatchObject({
        title: 'Add a setting',
        isDraft: true,
        headSha: 'b',
        commentId: '9007199254740993',
        verdict: 'waiting',
        waitingFor: [{ kind: 'role', role: 'implementer' }],
        updatedAt: 2,
      })
      expect(await store.subjects.get(key)).toEqual({ id, ...saved })
      expect(await store.subjects.get({ ...key, number: 3 })).toBeNull()
    })

    test('B-W15 a pull request is found by its head', async () => {
      const store = await emptyStore()
      await store.subjects.save(key, { headSha: 'a' }, 1)
      await store.subjects.save({ ...key, number: 3 }, { headSha: 'a', state: 'closed' }, 1)
      await store.subjects.save({ ...key, repoId: '2' }, { headSha: 'a' }, 1)
      expect((await store.subjects.byHead('1', 'a')).map(subject => subject.number)).toEqual([2])
    })

    test('T-11 the last 20 bodies that we rendered are known, with their head', async () => {
      const store = await emptyStore()
      const { id } = await store.subjects.save(key, {}, 1)
      for (let n = 1; n <= 21; n++) await store.subjects.rememberRender(id, `body ${n}`, `head ${n}`)
      await store.subjects.rememberRender(id, 'body 2', 'head 22')
      await store.subjects.rememberRender(id, 'body 23', 'head 23')
      const heads = await Promise.all([1, 2, 3, 4, 23].map(n => store.subjects.renderedHead(id, `body ${n}`)))
      expect(heads).toEqual([null, 'head 22', null, 'head 4', 'head 23'])
    })

    test('the cache forgets what is old, and what begins with a prefix taken literally', async () => {
      const store = await emptyStore()
      await store.cache.set('team:a_b', ['1'], 100)
      await store.cache.set('team:axb', ['2'], 100)
      expect(await store.cache.get('team:a_b', 99)).toEqual(['1'])
      expect(await store.cache.get('team:a_b', 100)).toBeNull()
      await store.cache.forget('team:a_')
      expect([await store.cache.get('team:a_b', 1), await store.cache.get('team:axb', 1)]).toEqual([null, ['2']])
      await store.cache.purge(100)
      expect(await store.cache.get('team:axb', 1)).toBeNull()
    })

    test('B-W14 R-20 installations and repositories by id: renamed, suspended, removed', async () => {
      const store = await emptyStore()
      const repository = {
        id: '1',
        installationId: '5',
        fullName: 'acme/shop',
        owner: 'acme',
        private: true,
        removed: false,
      }
      await store.installations.save({ id: '5', account: 'acme', suspended: false, removed: false })
      await store.repositories.save(repository)
      await store.repositories.save({ ...repository, fullName: 'acme/store' })
      expect(await store.repositories.active('5')).toEqual([{ ...repository, fullName: 'acme/store' }])
      await store.repositories.remove('1')
      await store.installations.save({ id: '5', account: 'acme', suspended: true, removed: false })
      expect([await store.repositories.active(), await store.installations.active()]).toEqual([[], []])
      expect([await store.repositories.get('1'), await store.installations.get('5')]).toMatchObject([
        { removed: true },
        { suspended: true },
      ])
    })

    test('T-75 the overview shows what waits, longest first, in the viewer’s repositories only', async () => {
      const store = await emptyStore()
      for (const id of ['1', '2', '3']) {
        await store.repositories.save({
          id,
          installationId: '5',
          fullName: `acme/${id}`,
          owner: 'acme',
          private: true,
          removed: id === '3',
        })
        await store.subjects.save(
          { repoId: id, kind: 'pr', number: 2 },
          { title: `of ${id}`, waitingSince: 10 - Number(id), verdict: 'waiting' },
          1,
        )
        await store.ledger.append(ledgerRow({ repoId: id, idem: id }))
      }
      await store.subjects.save({ repoId: '1', kind: 'pr', number: 4 }, { state: 'merged', waitingSince: 1 }, 1)
      await store.ledger.append(ledgerRow({ repoId: '1', idem: 'rejected', decision: 'rejected' }))
      const all = { repoIds: 'all', limit: 10 } as const
      expect((await store.overview.waiting(all)).map(subject => subject.repoId)).toEqual(['2', '1'])
      expect((await store.overview.waiting({ repoIds: ['1', '3'], limit: 10 })).map(subject => subject.repoId)).toEqual(
        ['1'],
      )
      expect(await store.overview.waiting({ repoIds: [], limit: 10 })).toEqual([])
      expect(await store.overview.recentSignOffs(all)).toMatchObject([
        { repoId: '2', fullName: 'acme/2', number: 2, title: 'of 2', login: 'li-wei', decision: 'signed' },
        { repoId: '1' },
      ])
      expect((await store.overview.recentSignOffs({ repoIds: ['1'], limit: 10 })).map(row => row.repoId)).toEqual(['1'])
    })
  })
})

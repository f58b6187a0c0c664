import fc from 'fast-check'
import { expect } from 'vitest'
import { actionIdentifier } from '../../../src/render/check.ts'
import { boxesOf } from '../scene.ts'
import { type Base, type Item, items, type Life, type News, people, policyText, type Via } from './life.ts'
import { somewhere, type World } from './stage.ts'

type Command = fc.AsyncCommand<Life, World>

/** One thing that happens. `act` says whether the App must have looked afterwards. */
function command(
  name: string,
  act: (life: Life, world: World) => Promise<unknown>,
  can: (life: Readonly<Life>) => boolean = () => true,
): Command {
  return {
    check: can,
    toString: () => name,
    run: async (life, world) => {
      // GitHub's times have whole seconds: no two things happen in the same one.
      world.stage.ahead += 1000
      life.now = world.stage.now
      const looked = await act(life, world)
      await verify(life, world, looked === true)
    },
  }
}

/** What must hold at any quiet moment, and, when the App has just looked, what must hold exactly. */
export async function verify(life: Life, world: World, looked: boolean): Promise<void> {
  expect(await world.ledger()).toEqual(life.ledger)
  expect(world.comments.length).toBeLessThanOrEqual(1)
  for (const [sha, count] of world.checks(life)) expect(count, `checks on ${sha.slice(0, 7)}`).toBeLessThanOrEqual(1)
  if (looked && life.open) expect(world.conclusion).toBe(life.conclusion)
}

const isOpen = (life: Readonly<Life>): boolean => life.open
const onSynchronize: (delivery: { readonly event: string }) => News = ({ event }) => ({
  kind: event === 'pull_request' ? 'changed' : 'nothing',
})

const somebody = fc.constantFrom(...people, 'chen', 'olga')
const someItems = fc.uniqueArray(fc.constantFrom(...items), { maxLength: 2 })
const someItem = fc.constantFrom(...items)
const someBase = fc.constantFrom<Base>('main', 'release')

const pushing = fc
  .record({
    by: fc.constantFrom('chen', 'chen', 'ana', 'li-wei'),
    replicas: fc.option(fc.integer({ min: 2, max: 4 }), { nil: null }),
    force: fc.boolean(),
  })
  .map(({ by, replicas, force }) =>
    command(
      `${by} ${force ? 'force-pushes' : 'pushes'} ${replicas === null ? 'notes' : `${replicas} replicas`}`,
      async (life, world) => {
        world.commits += 1
        const before = life.heads.get(life.head)
        const kept = force ? new Set<string>() : (before?.contributors ?? new Set<string>())
        const own = replicas ?? before?.replicas ?? 2
        const sha = await world.repository.commit('change', {
          files: { 'deploy/values.yaml': `replicas: ${own}\n`, NOTES: `${world.commits}\n` },
          message: `Commit ${world.commits}`,
          author: by,
          ...(force ? { from: world.initial, force: true } : {}),
        })
        life.heads.set(sha, { replicas: own, contributors: new Set([...kept, 'chen', by]) })
        life.head = sha
        world.gather(onSynchronize)
      },
      isOpen,
    ),
  )

const resetting = fc.nat(5).map(back =>
  command(
    `chen resets the branch to head ${back}`,
    async (life, world) => {
      const sha = [...life.heads.keys()][back % life.heads.size] ?? life.head
      if (sha === life.head) return
      await world.reset('change', sha)
      life.head = sha
      world.gather(onSynchronize)
    },
    isOpen,
  ),
)

const retargeting = fc.constant(
  command(
    'chen changes the base branch',
    async (life, world) => {
      life.base = life.base === 'main' ? 'release' : 'main'
      await world.pull.edit({ base: life.base }, 'chen')
      world.gather(onSynchronize)
    },
    isOpen,
  ),
)

const wishing = (kind: 'sign' | 'revoke') =>
  fc.record({ by: somebody, named: someItems }).map(({ by, named }) => {
    const text = `/${kind === 'sign' ? 'sign-off' : 'revoke'} ${named.join(' ')}`.trim()
    return command(`${by}: ${text}`, async (_life, world) => {
      const order = await world.pull.comment(by, text)
      world.gather(() => ({ kind, by, items: named, via: 'command', order }))
    })
  })

const ticking = fc.record({ by: somebody, item: someItem }).map(({ by, item }) =>
  command(`${by} clicks the box of ${item}`, async (life, world) => {
    const comment = world.comments[0]
    const box = boxesOf(world.pull)[item]
    if (comment === undefined || box === undefined) return
    const seen = life.published ?? ''
    world.pull.tick(comment.id, by, `dg:item ${item} `, box === ' ')
    world.gather(() =>
      box === ' '
        ? { kind: 'sign', by, items: [item], via: 'tick', seen, place: comment.id }
        : { kind: 'edited', comment: comment.id },
    )
  }),
)

const pressing = fc.record({ by: somebody, item: someItem }).map(({ by, item }) =>
  command(`${by} presses the button of ${item}`, async (life, world) => {
    const run = world.repository.checkRuns(life.published ?? '').findLast(one => one.id === life.check)
    const identifier = actionIdentifier(item)
    if (run === undefined || !run.actions.some(action => action.identifier === identifier)) return
    world.stage.sandbox.requestAction(run.id, identifier, by)
    const sign = { kind: 'sign', by, items: [item], via: 'button', seen: run.headSha, place: run.id } as const
    world.gather(delivery => ({ ...sign, orphan: namesNone(delivery) }))
  }),
)

/** GitHub names the open pull requests whose head the check is on: none when there was a push since. */
const namesNone = ({ payload }: { readonly payload: object }): boolean =>
  (payload as { check_run?: { pull_requests?: readonly unknown[] } }).check_run?.pull_requests?.length === 0

const approving = fc.constantFrom(...people).map(by =>
  command(
    `${by} approves`,
    async (life, world) => {
      await world.pull.review(by, { state: 'APPROVED' })
      world.gather(() => ({ kind: 'sign', by, items: [], via: 'review', seen: life.head }))
    },
    isOpen,
  ),
)

const labelling = fc.constant(
  command('ana puts the label on, or takes it off', async (life, world) => {
    if (life.risky) world.pull.unlabel('ana', 'risky')
    else world.pull.label('ana', 'risky')
    life.risky = !life.risky
    world.gather(() => ({ kind: 'labelled' }))
  }),
)

const joining = fc.constantFrom(...people).map(person =>
  command(`${person} joins or leaves the team`, async (life, world) => {
    if (!life.members.delete(person)) life.members.add(person)
    world.stage.sandbox.organization('acme').team('implementation', [...life.members])
    world.gather(({ event }) => ({ kind: event === 'membership' ? 'people' : 'nothing' }))
  }),
)

const ruling = fc
  .record({ base: someBase, wording: fc.integer({ min: 0, max: 2 }), broken: fc.integer({ min: 0, max: 3 }) })
  .map(({ base, wording, broken }) => {
    const version = { wording, broken: broken === 0 }
    return command(`olga changes the policy on ${base}: ${JSON.stringify(version)}`, async (life, world) => {
      world.commits += 1
      await world.repository.commit(base, {
        files: { '.github/delivery-gates.yml': `${policyText(version)}# ${world.commits}\n` },
        message: 'Policy',
        author: 'olga',
      })
      life.policies[base] = version
      world.gather(({ event }) => (event === 'push' ? { kind: 'policy', base } : { kind: 'nothing' }))
    })
  })

const closing = fc.constant(
  command('chen closes or reopens', async (life, world) => {
    if (life.open) world.pull.close('chen')
    else await world.pull.reopen('chen')
    life.open = !life.open
    world.gather(onSynchronize)
  }),
)

const deleting = fc.constant(
  command('ana deletes our comment', async (_life, world) => {
    const comment = world.comments[0]
    if (comment === undefined) return
    world.pull.deleteComment(comment.id, 'ana')
    world.gather(() => ({ kind: 'deleted', comment: comment.id }))
  }),
)

const delivering = fc
  .record({ which: fc.nat(9), how: fc.constantFrom('once', 'once', 'once', 'twice', 'replayed', 'lost') })
  .map(({ which, how }) =>
    command(`webhook ${which} arrives ${how}`, async (life, world) => {
      const [next] = world.pending.splice(which % Math.max(1, world.pending.length), 1)
      if (next === undefined) return false
      const { hooks } = world.stage.sandbox
      if (how === 'lost') {
        hooks.discard(next.delivery.id)
        return false
      }
      hooks.release(next.delivery.id)
      world.delivered.push(next.delivery)
      if (how === 'twice') {
        await world.stage.sandbox.idle()
        hooks.redeliver(next.delivery.id)
      }
      let looked = life.hear(next.news)
      await world.settled(life)
      if (how === 'replayed') {
        await world.stage.replay(next.delivery)
        looked = heardAgain(life, next.news) || looked
        await world.settled(life)
      }
      return looked
    }),
  )

/** The same bytes under another id: what a person wanted does not count again, but the App looks. */
function heardAgain(life: Life, news: News): boolean {
  if (news.kind === 'sign' || news.kind === 'revoke' || news.kind === 'deleted' || news.kind === 'edited') {
    life.look()
    return true
  }
  return life.hear(news)
}

const repeating = fc.nat(9).map(which =>
  command(`an old webhook ${which} comes again`, async (life, world) => {
    const old = world.delivered[which % Math.max(1, world.delivered.length)]
    if (old === undefined) return
    world.stage.sandbox.hooks.redeliver(old.id)
    await world.settled(life)
  }),
)

const crashing = fc.record({ which: fc.nat(9), ms: fc.integer({ min: 0, max: 40 }) }).map(({ which, ms }) =>
  command(`the App is killed ${ms} ms after webhook ${which}`, async (life, world) => {
    const [next] = world.pending.splice(which % Math.max(1, world.pending.length), 1)
    if (next !== undefined) {
      world.stage.sandbox.hooks.release(next.delivery.id)
      world.delivered.push(next.delivery)
      await world.stage.sandbox.idle()
      expect(next.delivery.status).toBe(202)
      life.hear(next.news)
    }
    await somewhere(ms)
    await world.stage.crash()
    await world.stage.server.reconcile()
    life.look()
    await world.settled(life)
    return true
  }),
)

const reconciling = fc
  .constantFrom(0, 1, 10)
  .map(minutes =>
    command(`${minutes} minutes pass, and every pull request is looked at`, (life, world) =>
      reconcile(life, world, minutes),
    ),
  )

/** As time does by itself. */
export async function reconcile(life: Life, world: World, minutes: number): Promise<boolean> {
  world.stage.ahead += minutes * 60_000
  life.now = world.stage.now
  await world.stage.server.reconcile()
  life.look()
  await world.settled(life)
  return true
}

/** A life of at most so many events. */
export const lives = (maxCommands: number) =>
  fc.commands(
    [
      pushing,
      pushing,
      resetting,
      retargeting,
      wishing('sign'),
      wishing('sign'),
      wishing('revoke'),
      ticking,
      pressing,
      approving,
      labelling,
      joining,
      ruling,
      closing,
      deleting,
      delivering,
      delivering,
      delivering,
      delivering,
      repeating,
      crashing,
      reconciling,
    ] as fc.Arbitrary<Command>[],
    { maxCommands, size: 'max' },
  )

export type { Item, Via }

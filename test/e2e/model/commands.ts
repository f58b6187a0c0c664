import fc from 'fast-check'
import { expect } from 'vitest'
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
      life.step += 1
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
  if (!looked || !life.open) return
  expect(world.conclusion).toBe(life.conclusion)
  // Nobody has touched our comment since it was written.
  const editor = world.comments[0]?.editedBy
  if (editor === null || editor === 'delivery-gates[bot]') expect(boxesOf(world.pull)).toEqual(life.boxes)
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
        const own = replicas ?? before?.replicas ?? 2
        const notes = `${world.commits}\n`
        const sha = await world.repository.commit('change', {
          files: { 'deploy/values.yaml': `replicas: ${own}\n`, NOTES: notes },
          message: `Commit ${world.commits}`,
          author: by,
          ...(force ? { from: world.initial, force: true } : {}),
        })
        await world.moved(life, sha, { replicas: own, notes })
      },
      isOpen,
    ),
  )

/** The same content on top of the base branch as it is now: GitHub shows the same patch. */
const rebasing = fc.record({ by: fc.constantFrom('chen', 'mei'), slip: fc.nat(3) }).map(({ by, slip }) =>
  command(
    `${by} rebases onto the base branch${slip === 0 ? ', and slips one byte in' : ''}`,
    async (life, world) => {
      await world.baseMovesOn(life.base)
      const before = life.heads.get(life.head)
      const replicas = before?.replicas ?? 2
      const notes = slip === 0 ? `${before?.notes ?? ''}.\n` : (before?.notes ?? null)
      const sha = await world.repository.commit('change', {
        files: { 'deploy/values.yaml': `replicas: ${replicas}\n`, ...(notes === null ? {} : { NOTES: notes }) },
        message: 'Rebased',
        author: by,
        from: life.base,
        force: true,
      })
      await world.moved(life, sha, { replicas, notes })
    },
    isOpen,
  ),
)

const merging = fc.record({ by: fc.constantFrom('chen', 'ana'), slip: fc.nat(3) }).map(({ by, slip }) =>
  command(
    `${by} merges the base branch${slip === 0 ? ', and changes something in the merge' : ''}`,
    async (life, world) => {
      await world.baseMovesOn(life.base)
      const { head: parent, base } = life
      const before = life.heads.get(parent)
      const notes = slip === 0 ? `merged ${world.commits}\n` : (before?.notes ?? null)
      const sha = await world.repository.commit('change', {
        merge: base,
        message: 'Update branch',
        author: by,
        ...(slip === 0 ? { files: { NOTES: notes ?? '' } } : {}),
      })
      await world.moved(life, sha, { replicas: before?.replicas ?? 2, notes, merged: { base, parent } })
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
  fc.record({ by: somebody, named: someItems, open: fc.nat(3) }).map(({ by, named, open }) => {
    const points = kind === 'sign' && open === 0 ? ' #7' : ''
    const option = points === '' ? '' : ` --open${points}`
    const text = `/${kind === 'sign' ? 'sign-off' : 'revoke'} ${named.join(' ')}`.trim() + option
    return command(`${by}: ${text}`, async (life, world) => {
      const comment = await world.pull.comment(by, text)
      world.said.push({ comment, by })
      const { step } = life
      world.gather(() => ({ kind, by, items: named, via: 'command', step, comment, points }))
    })
  })

const delegating = fc.record({ by: fc.constantFrom(...people), to: somebody }).map(({ by, to }) =>
  command(`${by}: /delegate @${to} audit`, async ({ step }, world) => {
    const comment = await world.pull.comment(by, `/delegate @${to} audit until ${world.until}`)
    world.said.push({ comment, by })
    world.gather(() => ({ kind: 'delegate', by, to, comment, step, items: ['audit'] }))
  }),
)

/** Whoever changes a command later, or makes one of what was none, changes nothing. */
const rewriting = fc
  .record({ which: fc.nat(9), by: fc.constantFrom(null, 'chen', 'ana'), how: fc.constantFrom('edited', 'deleted') })
  .map(({ which, by: somebodyElse, how }) =>
    command(`${somebodyElse ?? 'its author'} ${how} comment ${which}`, async (_life, world) => {
      const at = which % Math.max(1, world.said.length)
      const said = world.said[at]
      if (said === undefined) return
      const by = somebodyElse ?? said.by
      const { comment } = said
      world.commits += 1
      if (how === 'deleted') {
        world.said.splice(at, 1)
        world.pull.deleteComment(comment, by)
      } else world.pull.editComment(comment, by, `/sign-off rollback guide audit\n\nText ${world.commits}`)
      world.gather(() => ({ kind: 'noted', how: how === 'deleted' ? 'deleted' : 'edited', by, comment }))
    }),
  )

const defacing = fc.constant(
  command('ana writes another question into our comment', async (_life, world) => {
    const comment = world.comments[0]
    if (comment === undefined || !comment.body.includes('Guide followed')) return
    world.pull.editComment(comment.id, 'ana', comment.body.replace('Guide followed', 'Lunch was good'))
    world.gather(() => ({ kind: 'edited', comment: comment.id }))
  }),
)

const ticking = fc.record({ by: somebody, item: someItem }).map(({ by, item }) =>
  command(`${by} clicks the box of ${item}`, async (life, world) => {
    const comment = world.comments[0]
    const box = boxesOf(world.pull)[item]
    if (comment === undefined || box === undefined) return
    const seen = life.published ?? ''
    const { seals, step } = life
    const isOurs = world.wrote(comment.body)
    world.pull.tick(comment.id, by, `dg:item ${item} `, box === ' ')
    world.gather(() =>
      box === ' ' && isOurs
        ? { kind: 'sign', by, items: [item], via: 'tick', step, seen, seals, place: comment.id }
        : { kind: 'edited', comment: comment.id },
    )
  }),
)

const pressing = fc.record({ by: somebody, item: someItem }).map(({ by, item }) =>
  command(`${by} presses the button of ${item}`, async (life, world) => {
    const run = world.repository.checkRuns(life.published ?? '').findLast(one => one.id === life.check)
    const button = run?.actions.find(action => action.label === `Sign ${item}`)
    if (run === undefined || button === undefined) return
    world.stage.sandbox.requestAction(run.id, button.identifier, by)
    const { seals, step } = life
    const wish = { by, items: [item], via: 'button', step, seals, seen: run.headSha, place: run.id } as const
    world.gather(delivery => ({ kind: 'sign', ...wish, orphan: namesNone(delivery) }))
  }),
)

/** Whoever opens the page of the pull request and sends a form there, at once or later. */
const paging = fc
  .record({
    by: somebody,
    item: someItem,
    kind: fc.constantFrom('sign', 'sign', 'revoke'),
    points: fc.constantFrom('', '', ' #7'),
    later: fc.boolean(),
  })
  .map(({ by, item, kind, points, later }) =>
    command(`${by} opens the page to ${kind} ${item}${points}${later ? '' : ', and does'}`, async (life, world) => {
      const open = kind === 'sign' && points !== '' ? points.trim() : undefined
      const form = await world.formOf(by, kind, item, open)
      if (form === null || life.terms === null) return expect(form).toBeNull()
      const seen = form.fields.head ?? ''
      const wish = {
        kind,
        by,
        items: [item],
        via: 'page',
        seen,
        terms: life.terms,
        points: open === undefined ? '' : points,
      } as const
      world.forms.push({ form, wish })
      return later ? false : sendForm(life, world, world.forms.length - 1)
    }),
  )

const sending = fc
  .record({ which: fc.nat(9), crash: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }) })
  .map(({ which, crash }) =>
    command(`form ${which} is sent${crash === null ? '' : `, and the App killed ${crash} ms later`}`, (life, world) =>
      sendForm(life, world, which % Math.max(1, world.forms.length), crash),
    ),
  )

/** `true`: it was taken, so that the App has looked. What was taken is never lost. */
async function sendForm(life: Life, world: World, which: number, crash: number | null = null): Promise<boolean> {
  const held = world.forms[which]
  if (held === undefined) return false
  const { form, wish } = held
  const { step } = life
  const isAsked = wish.items.every(item => life.asked.includes(item))
  const isNow = wish.seen === life.head && wish.terms === life.terms && life.knowsNow && isAsked
  const status = await world.sendForm(wish.by, form)
  if (wish.kind === 'sign' && isNow) expect(status).toBe(303)
  if (status !== 303) {
    expect([404, 409]).toContain(status)
    return false
  }
  const isFirst = held.sent !== true
  held.sent = true
  if (crash !== null) {
    await somewhere(crash)
    await world.stage.crash()
    await world.stage.server.reconcile()
  }
  const looked = isFirst && life.hear({ ...wish, step })
  if (crash !== null) life.look()
  await world.settled(life)
  return looked || crash !== null
}

/** GitHub names the open pull requests of this repository whose head the check is on: none when there was a push since. */
const namesNone = ({ payload }: { readonly payload: object }): boolean =>
  (payload as { check_run?: { pull_requests?: readonly unknown[] } }).check_run?.pull_requests?.length === 0

const approving = fc.constantFrom(...people).map(by =>
  command(
    `${by} approves`,
    async (life, world) => {
      await world.pull.review(by, { state: 'APPROVED' })
      const { step, head: seen } = life
      world.gather(() => ({ kind: 'sign', by, items: [], via: 'review', step, seen }))
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
    const told = { wording, broken: broken === 0 }
    return command(`olga changes the policy on ${base}: ${JSON.stringify(told)}`, async (life, world) => {
      world.commits += 1
      const version = { ...told, serial: world.commits }
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

/** As on most days: everything arrives, in the order in which it happened. */
const arriving = fc.constant(
  command('all that waits arrives', async (life, world) => {
    let looked = false
    for (let next = world.pending.shift(); next !== undefined; next = world.pending.shift()) {
      const { delivery, news } = next
      world.stage.sandbox.hooks.release(delivery.id)
      world.delivered.push(delivery)
      looked = life.hear(news)
      await world.settled(life)
    }
    return looked
  }),
)

const fromPeople: ReadonlySet<News['kind']> = new Set(['sign', 'revoke', 'delegate', 'noted', 'deleted', 'edited'])

/** The same bytes under another id: what a person wanted does not count again, but the App looks. */
function heardAgain(life: Life, news: News): boolean {
  if (!fromPeople.has(news.kind)) return life.hear(news)
  life.look()
  return true
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
      rebasing,
      merging,
      resetting,
      retargeting,
      wishing('sign'),
      wishing('sign'),
      wishing('revoke'),
      delegating,
      rewriting,
      defacing,
      ticking,
      pressing,
      paging,
      paging,
      sending,
      approving,
      labelling,
      joining,
      ruling,
      closing,
      deleting,
      delivering,
      delivering,
      delivering,
      arriving,
      arriving,
      repeating,
      crashing,
      reconciling,
    ] as fc.Arbitrary<Command>[],
    { maxCommands, size: 'max' },
  )

export type { Item, Via }

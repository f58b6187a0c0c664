import { afterEach, expect, test } from 'vitest'
import type { Fault, PullRequest } from '../sandbox/index.ts'
import { checklistOf, conclusionOf, gateChecks, openScene, type Scene, until } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const reading = 'graphql:query:PullRequestFacts'
const writing = /^graphql:mutation:/
const inSeconds = (seconds: number): string => String(Math.floor(Date.now() / 1000) + seconds)
const exhausted = (reset: string) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })

const silent = { kind: 'status', status: 403, body: { message: 'You have exceeded a secondary rate limit.' } } as const

type Limit = Omit<Fault, 'match' | 'times'>

test.each<[string, Fault['match'], () => Limit, number]>([
  ['a read, with retry-after', reading, () => ({ kind: 'secondary-limit', headers: { 'retry-after': '90' } }), 90],
  ['a write, with retry-after', writing, () => ({ kind: 'secondary-limit', headers: { 'retry-after': '90' } }), 90],
  ['a read, 403 without a word how long', reading, () => silent, 60],
  ['a write, 429 without a word how long', writing, () => ({ kind: 'status', status: 429, headers: {} }), 60],
  [
    'a read, nothing left until the reset',
    reading,
    () => ({ kind: 'status', status: 403, headers: exhausted(inSeconds(600)) }),
    600,
  ],
  [
    'a write, nothing left and a reset that is over',
    writing,
    () => ({ kind: 'status', status: 403, headers: exhausted(inSeconds(-30)) }),
    60,
  ],
])(
  'R-06 limited at %s: no request of this installation before it is over, nothing is lost',
  async (_, match, limit, seconds) => {
    let ahead = 0
    scene = await openScene({ ahead: () => ahead })
    const pulls: PullRequest[] = [await scene.open(), await scene.open(), await scene.open()]
    const handle = scene.sandbox.faults.add({ match, times: 1, ...limit() })
    pulls[0]?.edit({ title: 'Limited' }, 'chen')
    // Something to write as well.
    pulls[0]?.deleteComment(checklistOf(pulls[0])?.id ?? 0, 'ana')
    await until('the limit', () => handle.hits === 1)
    await scene.settle()
    scene.sandbox.resetCalls()
    const asked = () =>
      scene.sandbox.calls
        .filter(call => call.actor === 'delivery-gates' && call.kind !== 'auth')
        .map(one => one.operation)
    for (const pull of pulls) await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    await scene.server.reconcile()
    await scene.settle()
    // The App may still look at what it is as an App: that has a limit of its own.
    expect(asked().filter(operation => !operation.startsWith('apps/'))).toEqual([])
    ahead += (seconds - 10) * 1000
    scene.server.worker.wake()
    await scene.settle()
    expect(asked().filter(operation => !operation.startsWith('apps/'))).toEqual([])
    // What comes back does so within a few seconds, not all at once.
    for (let turn = 0; turn < 4; turn += 1) {
      ahead += 10_000
      scene.server.worker.wake()
      await scene.settle()
    }
    expect(pulls.map(conclusionOf)).toEqual(['success', 'success', 'success'])
    expect(pulls.map(pull => gateChecks(pull).length)).toEqual([1, 1, 1])
  },
)

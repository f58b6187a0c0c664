import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { deploymentEvents, deploymentPermissions } from '../../src/github/permissions.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { openScene, type Scene, type SceneOptions } from './scene.ts'

let scene: Scene
afterEach(async () => {
  expect(scene.sandbox.violations).toEqual([])
  await scene.close()
})

const environments = 'environments: { prod-acme: { roles: { implementer: ["@ana"] } }, prod-globex: {} }'
const policyWith = (more: string) => `version: 1
roles:
  implementer: ["@acme/implementation"]
  policy-owner: ["@olga"]
checklists:
  - id: readiness
    items:
      - { id: rollback, text: Rollback rehearsed, role: implementer }
      - { id: guide, text: Guide followed, role: implementer, environments: [prod-acme, prod-globex] }
${more}
`

/** A repository that was deployed before the App held anything, with one pull request that is merged and unsigned. */
async function held(options: SceneOptions = {}) {
  scene = await openScene({
    policy: policyWith(environments),
    permissions: deploymentPermissions,
    moreEvents: deploymentEvents,
    ...options,
  })
  for (const name of ['prod-acme', 'prod-globex']) {
    scene.repository.environment(name, { rules: ['delivery-gates'] })
    scene.repository.deploy({ sha: scene.repository.baseSha(), environment: name, state: 'success' })
  }
  await sleep(1_050)
}

async function merged(method: 'merge' | 'squash' | 'rebase' = 'merge') {
  const pull = await scene.open()
  await pull.merge('chen', method)
  await scene.settle()
  return pull
}

/** A run on the tip of the default branch reaches an environment. */
async function deploy(environment = 'prod-acme', sha = scene.repository.baseSha(), event = 'push') {
  const run = await scene.repository.startRun({ event, headSha: sha, sha, ref: 'refs/heads/main' })
  run.deployTo(environment)
  await scene.settle()
  return run
}

type Run = Awaited<ReturnType<typeof deploy>>

/** Everything that prod-acme asks of a pull request. */
async function signAll(pull: PullRequest) {
  await pull.comment('li-wei', '/sign-off rollback')
  await pull.comment('ana', '/sign-off guide --env prod-acme')
  await scene.settle()
}

/** What the App does every minute. */
async function look() {
  await scene.server.deployments()
  await scene.settle()
}

const answering = 'actions/review-custom-gates-for-run'
const day = 24 * 60 * 60 * 1000
const saysOf = (run: Run) => run.said('prod-acme').map(said => said.split(':')[0])
const ledger = () => scene.server.store.ledger.rows(String(scene.repository.id), 'environment:prod-acme')
const decisions = async () => (await ledger()).map(row => row.decision)
async function states() {
  const { counts } = await scene.server.store.deployments.figures()
  return Object.entries(counts).flatMap(([state, count]) => Array.from({ length: count }, () => state))
}

const plain = (text: string | undefined) => (text ?? '').replaceAll('&#8203;', '')

describe('R-08 a deployment that waits', () => {
  test('R-08 event before sign-off: the reason at once, the answer with the last sign-off, and a row in the ledger', async () => {
    await held()
    const pull = await merged()
    const run = await deploy()
    expect(run.gate('prod-acme')).toBe('waiting')
    const [reason] = run.said('prod-acme')
    expect(plain(reason)).toContain('`prod-acme` waits for 1 of 1 pull requests.')
    expect(plain(reason)).toContain(
      `#${pull.number}: not signed: \`rollback\` (implementer) and \`guide@prod-acme\` (implementer).`,
    )
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(run.gate('prod-acme')).toBe('waiting')
    await pull.comment('ana', '/sign-off guide --env prod-acme')
    await scene.settle()
    expect(run.gate('prod-acme')).toBe('released')
    expect(run.said('prod-acme').map(said => said.split(':')[0])).toEqual(['report', 'report', 'approved'])
    expect(await ledger()).toMatchObject([
      {
        decision: 'approved',
        headSha: scene.repository.baseSha(),
        covered: { [`pr:${pull.number}`]: `${pull.headSha} 1 2` },
      },
    ])
  })

  test('R-08 sign-off before event: released at once', async () => {
    await held()
    const pull = await scene.open()
    await signAll(pull)
    await pull.merge('chen')
    await scene.settle()
    const run = await deploy()
    expect(saysOf(run)).toEqual(['approved'])
    expect(run.gate('prod-acme')).toBe('released')
  })

  test('R-08 event lost: found among the runs that wait, told why, and released when it is signed, without any webhook', async () => {
    await held()
    const pull = await merged()
    scene.sandbox.hooks.mode = { drop: true }
    const run = await deploy()
    expect(run.said('prod-acme')).toEqual([])
    await look()
    expect(saysOf(run)).toEqual(['report'])
    scene.sandbox.hooks.mode = {}
    await signAll(pull)
    expect(run.gate('prod-acme')).toBe('released')
  })

  test('R-08 the merge is not heard of: the loop sees what it has brought', async () => {
    await held()
    const pull = await scene.open()
    await signAll(pull)
    const run = await deploy('prod-acme', pull.headSha)
    expect(plain(run.said('prod-acme')[0])).toContain('belong')
    scene.sandbox.hooks.mode = { drop: true }
    await pull.merge('chen')
    const second = await deploy()
    await look()
    expect(second.gate('prod-acme')).toBe('released')
    expect(run.gate('prod-acme')).toBe('waiting')
  })

  test.each([
    ['5xx', { kind: 'status', status: 502 }],
    ['no answer before it is done', { kind: 'reset-before' }],
    ['no answer after it is done', { kind: 'reset-after' }],
  ] as const)(
    'R-08 approving gives %s: tried again, one row, and never taken for somebody else’s',
    async (_, fault) => {
      await held()
      const pull = await scene.open()
      await signAll(pull)
      await pull.merge('chen')
      await scene.settle()
      const handle = scene.sandbox.faults.add({ match: answering, times: 1, ...fault })
      const run = await deploy()
      expect(handle.hits).toBe(1)
      await look()
      expect(run.gate('prod-acme')).toBe('released')
      expect(saysOf(run)).toEqual(['approved'])
      expect(await decisions()).toEqual(['approved'])
    },
  )

  test('R-08 T-44 an administrator starts the job past us: said so in the ledger, and never as our approval', async () => {
    await held()
    const pull = await merged()
    const run = await deploy()
    run.bypass('prod-acme')
    await signAll(pull)
    await look()
    expect(await decisions()).toEqual(['bypassed'])
    expect(saysOf(run).filter(said => said === 'approved')).toEqual([])
    expect(scene.warnings.join()).toContain('deployment.bypassed')
    run.finish()
    // What went past us was not signed by that: the next one is asked for it all the same.
    const other = await merged()
    const next = await deploy()
    expect(plain(next.said('prod-acme')[0])).toContain('waits for 1 of 2 pull requests')
    await signAll(other)
    expect(next.gate('prod-acme')).toBe('released')
  })

  test('R-08 T-44 two runs of one commit, of which an administrator starts one: only that one went past us', async () => {
    let ahead = 0
    await held({ now: () => Date.now() + ahead })
    await merged()
    const [first, second] = [await deploy(), await deploy()]
    first.bypass('prod-acme')
    ahead = 90_000
    await look()
    expect([first.gate('prod-acme'), second.gate('prod-acme')]).toEqual(['released', 'waiting'])
    expect(await decisions()).toEqual(['bypassed'])
    expect((await states()).sort()).toEqual(['bypassed', 'waiting'])
  })

  test.each([
    ['cancelled', (run: Run) => run.cancel(), 'ended'],
    ['its rule switched off', () => scene.repository.disableRule('prod-acme', 'delivery-gates'), 'withdrawn'],
  ])('R-08 %s while it waits: nothing is sent any more, nothing is recorded as released', async (_, change, state) => {
    await held()
    const pull = await merged()
    const run = await deploy()
    change(run)
    await signAll(pull)
    await look()
    await look()
    expect(await states()).toEqual([state])
    expect(saysOf(run)).toEqual(['report'])
    expect(await decisions()).toEqual([])
    scene.sandbox.resetCalls()
    await look()
    expect(scene.sandbox.calls.filter(call => call.operation === answering)).toEqual([])
  })

  test('R-08 a day before GitHub gives it up people are told once more; after 30 days it is not looked at', async () => {
    let ahead = 0
    await held({ now: () => Date.now() + ahead })
    await merged()
    const run = await deploy()
    ahead = 29.5 * day
    await look()
    await look()
    expect(saysOf(run)).toEqual(['report', 'report'])
    expect(run.said('prod-acme').at(-1)).toContain('30 days')
    ahead = 32 * day
    await look()
    expect(await states()).toEqual(['ended'])
  })

  test('R-08 T-46 reports only what has changed, and keeps the last of ten for the end', async () => {
    let ahead = 0
    await held({ now: () => Date.now() + ahead })
    const pull = await merged()
    const run = await deploy()
    for (let turn = 0; turn < 7; turn += 1) {
      await pull.comment('li-wei', '/sign-off rollback')
      await scene.settle()
      await pull.comment('li-wei', '/revoke rollback')
      await scene.settle()
      await look()
    }
    expect(saysOf(run)).toEqual(Array.from({ length: 9 }, () => 'report'))
    expect(run.said('prod-acme').at(-1)).toContain('last one before its end')
    ahead = 29.5 * day
    await look()
    expect(saysOf(run)).toHaveLength(10)
    await signAll(pull)
    expect(run.gate('prod-acme')).toBe('released')
  })

  test.each([
    ['asked', {}],
    ['not asked, because the event is lost', { drop: true }],
  ])(
    'R-08 a second job of the run deploys to the same environment, and we are %s: it has its answer too',
    async (_, mode) => {
      let ahead = 0
      await held({ now: () => Date.now() + ahead })
      const pull = await merged()
      await signAll(pull)
      const run = await deploy()
      await sleep(1_050)
      scene.sandbox.hooks.mode = mode
      run.deployTo('prod-acme')
      await scene.settle()
      ahead = 90_000
      await look()
      expect(saysOf(run)).toEqual(['approved'])
      expect(run.gate('prod-acme')).toBe('released')
      expect(await decisions()).toEqual(['approved', 'approved'])
    },
  )

  test('R-08 the App is down when the event comes: it answers after its start', async () => {
    await held()
    const pull = await merged()
    scene.sandbox.hooks.mode = { drop: true }
    const run = await deploy()
    scene.sandbox.hooks.mode = {}
    await scene.restart()
    await scene.settle()
    expect(saysOf(run)).toEqual(['report'])
    await scene.restart()
    await signAll(pull)
    expect(saysOf(run).at(-1)).toBe('approved')
  })
})

describe('B-W18 what GitHub asks about that we do not know', () => {
  test.each([
    [
      'an environment that the policy does not name',
      policyWith('environments: { prod-globex: {} }'),
      'no environment `prod-acme`, only `prod-globex`',
    ],
    ['another case', policyWith('environments: { Prod-Acme: {} }'), 'no environment `prod-acme`, only `Prod-Acme`'],
    ['a policy without environments', policyWith(''), 'has no environment `prod-acme`.'],
    ['a broken policy', policyWith('environmnts: {}'), 'has a problem'],
    ['no policy', null, '`main` has no policy'],
  ])('B-W18 T-45 %s: held, with what to do', async (_, policy, said) => {
    await held({ policy })
    const run = await deploy()
    expect(run.gate('prod-acme')).toBe('waiting')
    expect(plain(run.said('prod-acme')[0])).toContain(said)
  })

  test('B-W18 a run that is over when the event arrives: nothing is sent', async () => {
    await held()
    await merged()
    scene.sandbox.hooks.mode = { hold: true }
    const run = await deploy()
    run.cancel()
    for (const { id } of scene.sandbox.hooks.held) scene.sandbox.hooks.release(id)
    await scene.settle()
    expect(run.said('prod-acme')).toEqual([])
    expect(scene.warnings).toEqual([])
  })
})

describe('T-17 T-43 rights are looked at when it is about to go', () => {
  test('T-17 who has left the role since has signed nothing', async () => {
    await held()
    const pull = await merged()
    const run = await deploy()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    scene.sandbox.hooks.mode = { drop: true }
    scene.sandbox.organization('acme').team('implementation', ['olga'])
    scene.sandbox.hooks.mode = {}
    await pull.comment('ana', '/sign-off guide --env prod-acme')
    await scene.settle()
    expect(run.gate('prod-acme')).toBe('waiting')
    expect(plain(run.said('prod-acme').at(-1))).toContain('not signed: `rollback`')
    await pull.comment('olga', '/sign-off rollback')
    await scene.settle()
    expect(run.gate('prod-acme')).toBe('released')
  })

  test('an environment has its own people: those of the other one sign nothing for it', async () => {
    await held()
    const pull = await merged()
    const [acme, globex] = [await deploy('prod-acme'), await deploy('prod-globex')]
    await pull.comment('li-wei', '/sign-off rollback guide@prod-globex guide@prod-acme')
    await scene.settle()
    expect([acme.gate('prod-acme'), globex.gate('prod-globex')]).toEqual(['waiting', 'released'])
    await pull.comment('ana', '/sign-off')
    await scene.settle()
    expect(acme.gate('prod-acme')).toBe('released')
  })

  test('T-43 revoked before the last sign-off: held', async () => {
    await held()
    const pull = await merged()
    const run = await deploy()
    await pull.comment('li-wei', '/sign-off rollback')
    await pull.comment('li-wei', '/revoke rollback')
    await pull.comment('ana', '/sign-off')
    await scene.settle()
    expect(run.gate('prod-acme')).toBe('waiting')
  })
})

describe('T-34 what is deployed is what was signed', () => {
  test.each(['merge', 'squash', 'rebase'] as const)(
    'T-34 %s: the pull request that a commit came by is found',
    async method => {
      await held()
      const pull = await merged(method)
      const run = await deploy()
      await signAll(pull)
      expect(run.gate('prod-acme')).toBe('released')
    },
  )

  test('T-34 several since the last release, and only those', async () => {
    await held()
    const first = await merged()
    await signAll(first)
    const earlier = await deploy()
    earlier.finish()
    const [second, third] = [await merged('squash'), await merged()]
    const run = await deploy()
    expect(plain(run.said('prod-acme')[0])).toContain('waits for 2 of 2 pull requests')
    await signAll(second)
    expect(plain(run.said('prod-acme').at(-1))).toContain('waits for 1 of 2')
    await signAll(third)
    expect(run.gate('prod-acme')).toBe('released')
  })

  test('T-34 a commit pushed directly belongs to nobody', async () => {
    await held()
    const pull = await merged()
    await signAll(pull)
    const sha = await scene.repository.commit('main', {
      files: { hot: '1' },
      message: `fix (#${pull.number})`,
      author: 'olga',
    })
    const run = await deploy()
    expect(run.gate('prod-acme')).toBe('waiting')
    expect(plain(run.said('prod-acme')[0])).toContain(
      `One commit belongs to no pull request that was merged whole up to here, so nobody has signed it: \`${sha.slice(0, 7)}\``,
    )
  })

  test('T-34 a deployment that somebody only wrote down is no release', async () => {
    await held()
    await merged()
    scene.repository.deploy({ sha: scene.repository.baseSha(), environment: 'prod-acme', state: 'success', by: 'chen' })
    const run = await deploy()
    expect(run.gate('prod-acme')).toBe('waiting')
    expect(plain(run.said('prod-acme')[0])).toContain('waits for 1 of 1')
  })

  test.each([
    ['held', environments, 'waiting'],
    ['allowed', 'environments: { prod-acme: { roles: { implementer: ["@ana"] }, rollback: allowed } }', 'released'],
  ])('T-40 going back to what was released before: %s', async (_, more, gate) => {
    await held({ policy: policyWith(more) })
    const first = await merged()
    await signAll(first)
    const old = scene.repository.baseSha()
    const one = await deploy()
    one.finish()
    const second = await merged()
    await signAll(second)
    const two = await deploy()
    two.finish()
    const back = await deploy('prod-acme', old)
    expect(back.gate('prod-acme')).toBe(gate)
    if (gate === 'waiting') expect(plain(back.said('prod-acme')[0])).toContain('going back is not released by itself')
  })

  test('T-41 a branch that was rewritten is not what follows what is deployed', async () => {
    await held()
    const first = await merged()
    await signAll(first)
    const one = await deploy()
    one.finish()
    const root = first.baseSha
    await scene.repository.commit('main', { from: root, files: { x: '1' }, message: 'x', author: 'olga', force: true })
    await scene.settle()
    const run = await deploy()
    expect(plain(run.said('prod-acme')[0])).toContain('another branch, or the branch was rewritten')
  })

  test('T-41 a run about a pull request, whose commit is not the one that GitHub asks about', async () => {
    await held()
    const pull = await scene.open()
    const run = await scene.repository.startRun({
      event: 'pull_request',
      headSha: pull.headSha,
      sha: await pull.mergeRef(),
      ref: 'refs/pull/1/merge',
    })
    run.deployTo('prod-acme')
    await scene.settle()
    expect(plain(run.said('prod-acme')[0])).toContain('Nothing is released that cannot be told for certain')
  })

  test('nothing new: released', async () => {
    await held()
    const pull = await merged()
    await signAll(pull)
    const first = await deploy()
    first.finish()
    const again = await deploy()
    expect(again.gate('prod-acme')).toBe('released')
    expect(plain(again.said('prod-acme')[0])).toContain('carries nothing that was not released')
  })

  test('what somebody answers for is not asked about', async () => {
    scene = await openScene({
      policy: policyWith(environments),
      permissions: deploymentPermissions,
      moreEvents: deploymentEvents,
    })
    scene.repository.environment('prod-acme', { rules: ['delivery-gates'] })
    const start = scene.repository.baseSha()
    const first = await deploy()
    expect(plain(first.said('prod-acme')[0])).toContain('`since` of the environment')
    const files = {
      '.github/delivery-gates.yml': policyWith(
        `environments: { prod-acme: { roles: { implementer: ["@ana"] }, since: ${start} } }`,
      ),
    }
    const pull = await scene.open({ files })
    await pull.merge('chen')
    await scene.settle()
    const run = await deploy()
    expect(plain(run.said('prod-acme')[0])).toContain('waits for 1 of 1')
    await signAll(pull)
    expect(run.gate('prod-acme')).toBe('released')
  })
})

test('in Chinese, and inert', async () => {
  await held({ policy: `${policyWith(environments)}locale: zh-CN\n` })
  await merged()
  const run = await deploy()
  expect(plain(run.said('prod-acme')[0])).toContain('正在等待 1 个拉取请求中的 1 个')
})

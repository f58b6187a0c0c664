import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { deploymentEvents, deploymentPermissions } from '../../src/github/permissions.ts'
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
    const rows = await scene.server.store.ledger.rows(String(scene.repository.id), 'environment:prod-acme')
    expect(rows).toMatchObject([
      {
        decision: 'approved',
        headSha: scene.repository.baseSha(),
        covered: { [`pr:${pull.number}`]: `${pull.headSha} 1 2` },
      },
    ])
  })
})

import { describe, expect, onTestFinished, test } from 'vitest'
import { writeExport } from '../../app/ledger/export.ts'
import { ledgerItems } from '../../app/ledger/items.ts'
import { readCheckpointKey } from '../../src/ledger/checkpoint.ts'
import { concludeVerification, readPublished } from '../../src/ledger/verification.ts'
import { verified } from '../ledger/exports.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { gateChecks, openScene, type Scene } from './scene.ts'

async function freshScene(): Promise<Scene> {
  const scene = await openScene()
  onTestFinished(() => scene.close())
  return scene
}

const signOff = async (scene: Scene, pull: PullRequest): Promise<void> => {
  await pull.comment('li-wei', '/sign-off')
  await scene.settle()
}
async function lastCheck(scene: Scene, pull: PullRequest): Promise<string> {
  const token = scene.repository.actionsToken({ permissions: { checks: 'read' } })
  const url = `${scene.sandbox.apiUrl}/repos/acme/widgets/check-runs/${gateChecks(pull).at(-1)?.id}`
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const { output } = (await answer.json()) as { output: { text: string } }
  return output.text
}

/** Cuts the newest rows off, and adjusts everything in the database to it. */
const cutTo = (seq: number) => (database: { exec(sql: string): void }) =>
  database.exec(`drop trigger ledger_no_delete; drop trigger ledger_no_update;
    delete from ledger_person where chain_seq > ${seq}; delete from ledger where chain_seq > ${seq};
    update chain_head set chain_seq = ${seq}, hash = (select hash from ledger where chain_seq = ${seq})`)

describe('T-81 what the App publishes', () => {
  test('a check ends with a signed checkpoint; with the public key, it and an export verify offline', async () => {
    const scene = await freshScene()
    const pull = await scene.open()
    await signOff(scene, pull)
    const response = await fetch(`http://127.0.0.1:${scene.server.port}/.well-known/delivery-gates-ledger.pem`)
    const key = readCheckpointKey(await response.text())
    if (!key.ok) throw new Error(key.error)
    const { statements, problems } = readPublished([{ path: 'check', text: await lastCheck(scene, pull) }], [key.value])
    expect(problems).toEqual([])
    expect(statements).toMatchObject([{ kind: 'checkpoint', repoId: String(scene.repository.id), chainSeq: 2 }])
    let file = ''
    await writeExport(
      ledgerItems(scene.server.store.ledger),
      text => (file += text),
      () => null,
    )
    const chains = verified(file, statements)
    if ('code' in chains) throw new Error(chains.fault)
    expect(concludeVerification(chains, problems, [key.value])).toMatchObject({
      verified: true,
      chains: [{ rows: 2, published: 1 }],
    })
  })
})

describe('R-19 the App finds its own checks', () => {
  test('rows that a check has published and the database has lost: it does not start', async () => {
    const scene = await freshScene()
    await signOff(scene, await scene.open())
    await signOff(scene, await scene.open())
    await expect(scene.tamper(cutTo(1))).rejects.toThrow(
      /^LED-LOSS repository \d+: rows 2 to 4 are missing\. Row 4 was published at /,
    )
  })

  test('an older database that nothing newer was published of starts', async () => {
    const scene = await freshScene()
    await signOff(scene, await scene.open())
    await scene.restart()
    expect(scene.warnings).toEqual([])
  })
})

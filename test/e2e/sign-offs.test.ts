import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import {
  boxesOf,
  buttonOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  readiness,
  repliesOn,
  type Scene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const commentId = (pull: PullRequest): number => checklistOf(pull)?.id ?? 0
const press = (pull: PullRequest, item: string, by: string) =>
  scene.sandbox.requestAction(gateChecks(pull).at(-1)?.id ?? 0, buttonOf(pull, item), by)

describe('four ways to the same row', () => {
  test('box', async () => {
    const pull = await scene.open()
    expect(conclusionOf(pull)).toBe('action_required')
    pull.tick(commentId(pull), 'li-wei', 'Rollback rehearsed')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei tick'])
    expect(boxesOf(pull)).toEqual({ rollback: 'x', guide: ' ' })
    expect(repliesOn(pull)).toEqual([])
  })

  test('command', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei command', 'signed guide li-wei command'])
    expect(conclusionOf(pull)).toBe('success')
  })

  test('button', async () => {
    const pull = await scene.open()
    const actions = gateChecks(pull).at(-1)?.actions ?? []
    expect(actions.map(action => action.identifier)).toEqual([
      buttonOf(pull, 'rollback'),
      buttonOf(pull, 'guide'),
      'recheck',
    ])
    press(pull, 'rollback', 'li-wei')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei button'])
  })

  test('approving review, where the policy says so', async () => {
    const other = await openScene({
      policy: readiness.replace('text: Guide followed, role', 'by_review: true, text: Guide followed, role'),
    })
    try {
      const pull = await other.open()
      await pull.review('li-wei', { state: 'APPROVED' })
      await other.settle()
      expect(await ledgerOf(other, pull)).toEqual(['signed guide li-wei review'])
      await pull.review('ana', { state: 'APPROVED' })
      await other.settle()
      expect(repliesOn(pull)).toEqual([])
    } finally {
      await other.close()
    }
  })
})

describe('people who may not', () => {
  test("T-10 the author's tick: undone, recorded as refused, told once", async () => {
    const pull = await scene.open()
    pull.tick(commentId(pull), 'chen', 'Rollback rehearsed')
    await scene.settle()
    expect(boxesOf(pull).rollback).toBe(' ')
    expect(await ledgerOf(scene, pull)).toEqual(['rejected rollback chen tick'])
    expect(repliesOn(pull)).toHaveLength(1)
    expect(repliesOn(pull)[0]).toContain('@chen: `rollback` is signed by the role `implementer`, and you are not in it')
  })

  test("T-13 somebody who turns an implementer's comment into a command: nothing happens", async () => {
    const pull = await scene.open()
    const id = await pull.comment('li-wei', 'I will look at it tomorrow.')
    pull.editComment(id, 'chen', '/sign-off')
    pull.editComment(id, 'li-wei', '/sign-off rollback')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('T-12 B-M07 a forged comment of ours is never adopted', async () => {
    const pull = await scene.open()
    const forged = checklistOf(pull)?.body.replaceAll('- [ ]', '- [x]') ?? ''
    const id = await pull.comment('chen', forged)
    pull.tick(id, 'li-wei', 'Rollback rehearsed', false)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(pull.comments().find(comment => comment.id === id)?.author).toBe('chen')
  })

  test('T-10 a button pressed by somebody outside the role', async () => {
    const pull = await scene.open()
    press(pull, 'rollback', 'ana')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['rejected rollback ana button'])
    expect(boxesOf(pull).rollback).toBe(' ')
  })

  test('T-16 whoever takes over a login that was given up is not the person whom the policy means', async () => {
    const other = await openScene({ policy: readiness.replace('"@acme/implementation"', '"@li-wei"') })
    try {
      const pull = await other.open()
      other.sandbox.renameUser('li-wei', 'li-wei-old')
      other.sandbox.user('li-wei')
      other.repository.setCollaborator('li-wei', 'write')
      await other.server.store.cache.forget('directory:acme:')
      const next = await other.open()
      await next.comment('li-wei', '/sign-off rollback')
      await other.settle()
      expect(await ledgerOf(other, next)).toEqual([])
      expect(repliesOn(next)[0]).toContain('cannot tell whether you are in the role')
      expect(checklistOf(next)?.body).toContain('belongs to another account')
      expect(conclusionOf(next)).not.toBe('success')
      expect(conclusionOf(pull)).not.toBe('success')
    } finally {
      await other.close()
    }
  })

  test('T-17 membership taken away: the sign-off no longer counts', async () => {
    const other = await openScene()
    try {
      const pull = await other.open()
      await pull.comment('li-wei', '/sign-off')
      await other.settle()
      expect(conclusionOf(pull)).toBe('success')
      const organization = other.sandbox.organization('acme')
      organization.team('implementation', ['li-wei', 'olga'])
      organization.removeFromTeam('implementation', 'li-wei')
      await other.settle()
      expect(conclusionOf(pull)).toBe('action_required')
      expect(checklistOf(pull)?.body).toContain('stale')
    } finally {
      await other.close()
    }
  })
})

describe('commits of bots', () => {
  const bot = '49699333+helper[bot]@users.noreply.github.com'

  test('T-20 signed by GitHub: the bot is a contributor, and a person may sign', async () => {
    const pull = await scene.open({ branch: 'bot-signed' })
    await scene.repository.commit('bot-signed', {
      files: { 'deploy/values.yaml': 'replicas: 31\n' },
      message: 'Bump',
      author: 'chen',
      email: bot,
      verified: 'github',
    })
    await scene.settle()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei command'])
  })

  test('T-20 T-21 only written by somebody: anybody could be behind it, and nobody signs', async () => {
    const pull = await scene.open({ branch: 'bot-forged' })
    await scene.repository.commit('bot-forged', {
      files: { 'deploy/values.yaml': 'replicas: 32\n' },
      message: 'Bump',
      author: 'li-wei',
      email: bot,
    })
    await scene.settle()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('belongs to no GitHub account')
  })
})

describe('our comment', () => {
  test('T-11 B-M09 a box ticked and the text changed: the tick counts by who made it, the text is restored', async () => {
    const pull = await scene.open()
    const before = checklistOf(pull)?.body ?? ''
    const body = before
      .replace(/- \[ \] (\*\*)?Rollback rehearsed/, '- [x] $1Rollback rehearsed')
      .replace('Guide followed', 'Anything at all')
    expect(body).not.toBe(before)
    pull.editComment(commentId(pull), 'li-wei', body)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei tick'])
    expect(checklistOf(pull)?.body).toContain('Guide followed')
    expect(checklistOf(pull)?.body).not.toContain('Anything at all')
  })

  test('T-25 text changed first by somebody: a tick on that text does not count', async () => {
    const pull = await scene.open()
    const id = commentId(pull)
    const honest = checklistOf(pull)?.body ?? ''
    // Both edits happen before the App can restore the text.
    pull.editComment(id, 'chen', honest.replace('Rollback rehearsed', 'Lunch was good'))
    pull.tick(id, 'li-wei', 'Lunch was good')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(checklistOf(pull)?.body).toContain('Rollback rehearsed')
    expect(repliesOn(pull)[0]).toContain('tick again')
  })

  test('B-M10 two boxes in quick succession, delivered in any order: both recorded once', async () => {
    const pull = await scene.open()
    scene.sandbox.hooks.mode = { shuffle: 3, delayMs: 30 }
    pull.tick(commentId(pull), 'li-wei', 'Rollback rehearsed')
    pull.tick(commentId(pull), 'li-wei', 'Guide followed')
    await scene.settle()
    scene.sandbox.hooks.mode = {}
    expect([...(await ledgerOf(scene, pull))].sort()).toEqual([
      'signed guide li-wei tick',
      'signed rollback li-wei tick',
    ])
  })

  test('B-M08 deleted by a writer: written again once, the ledger untouched', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    pull.deleteComment(commentId(pull), 'chen')
    await scene.settle()
    expect(pull.comments().filter(comment => comment.body.includes('<!-- dg:comment'))).toHaveLength(1)
    expect(boxesOf(pull)).toEqual({ rollback: 'x', guide: ' ' })
  })

  test('an emptied box takes nothing back, and says how to', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    pull.tick(commentId(pull), 'li-wei', 'Rollback rehearsed', false)
    await scene.settle()
    expect(boxesOf(pull).rollback).toBe('x')
    expect(repliesOn(pull).at(-1)).toContain('`/revoke rollback`')
  })
})

describe('commands', () => {
  test('/revoke by the signer, and by a policy owner; nobody else', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    await pull.comment('ana', '/revoke rollback')
    await pull.comment('li-wei', '/revoke rollback')
    await pull.comment('olga', '/revoke guide')
    await scene.settle()
    expect((await ledgerOf(scene, pull)).slice(2)).toEqual([
      'revoked rollback li-wei command',
      'revoked guide olga command',
    ])
    expect(boxesOf(pull)).toEqual({ rollback: ' ', guide: ' ' })
    expect(repliesOn(pull).some(reply => reply.includes('@ana: only the person who signed'))).toBe(true)
  })

  test('/gates helps, /recheck answers, near misses get a hint, ordinary comments none', async () => {
    const pull = await scene.open()
    for (const body of ['/gates', '/recheck', '／sign-off rollback', 'thanks/ok']) await pull.comment('ana', body)
    await scene.settle()
    const replies = repliesOn(pull)
    expect(replies).toHaveLength(3)
    expect(replies.some(reply => reply.includes('Items here: `rollback` and `guide`'))).toBe(true)
    expect(replies.some(reply => reply.startsWith('Checked again at'))).toBe(true)
    expect(replies.some(reply => reply.includes('is not a command'))).toBe(true)
  })

  test('B-K03 an unknown item: the items are listed', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', "/sign-off '; DROP TABLE ledger")
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('There is no item')
  })

  test('B-K12 on a closed pull request', async () => {
    const pull = await scene.open()
    pull.close('chen')
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('This pull request is closed')
  })
})

describe('places and times', () => {
  test('T-15 deleting or editing the command afterwards takes nothing back, and stands in the ledger', async () => {
    const pull = await scene.open()
    const id = await pull.comment('li-wei', '/sign-off rollback')
    await scene.settle()
    pull.editComment(id, 'li-wei', 'never mind')
    pull.deleteComment(id, 'li-wei')
    await scene.settle()
    expect(boxesOf(pull).rollback).toBe('x')
    expect(await ledgerOf(scene, pull)).toEqual([
      'signed rollback li-wei command',
      'edited rollback li-wei command',
      'deleted rollback li-wei command',
    ])
    const rows = await scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)
    expect(rows[0]?.personal?.reason).toBe('/sign-off rollback')
    expect(rows[2]?.bodyHash).toBe(rows[0]?.bodyHash)
  })

  test('T-15 somebody else deletes it: the ledger says who; other comments cost nothing', async () => {
    const pull = await scene.open()
    const id = await pull.comment('li-wei', '/sign-off rollback')
    const other = await pull.comment('ana', 'Thank you')
    await scene.settle()
    scene.sandbox.resetCalls()
    pull.editComment(other, 'ana', 'Thanks')
    pull.deleteComment(other, 'chen')
    await scene.settle()
    expect(scene.sandbox.calls.filter(call => call.actor.startsWith('delivery-gates'))).toEqual([])
    pull.deleteComment(id, 'chen')
    await scene.settle()
    expect((await ledgerOf(scene, pull)).slice(1)).toEqual(['deleted rollback chen command'])
    expect(boxesOf(pull).rollback).toBe('x')
  })

  test('T-87 a comment that is edited a hundred times fills no ledger, and one that was refused gets no row', async () => {
    const pull = await scene.open()
    const id = await pull.comment('li-wei', '/sign-off rollback')
    const refused = await pull.comment('ana', '/sign-off rollback')
    await scene.settle()
    for (let n = 0; n < 30; n += 1) {
      pull.editComment(id, 'li-wei', `Text ${n}`)
      pull.editComment(refused, 'ana', `Text ${n}`)
      if (n % 5 === 4) await scene.settle()
    }
    const rows = await ledgerOf(scene, pull)
    expect(rows.filter(row => row.startsWith('edited')).length).toBeLessThanOrEqual(25)
    expect(rows.filter(row => row.startsWith('edited') && row.includes('ana'))).toEqual([])
  })

  test('B-K11 in the text of a review: not a command', async () => {
    const pull = await scene.open()
    await pull.review('li-wei', { state: 'COMMENTED', body: '/sign-off' })
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('B-K07 another head is refused, and arguments that are no items are named, none is guessed', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off all --sha abc1234')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain('CMD-SHA')
    await pull.comment('li-wei', '/sign-off all --sha abc')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[1]).toContain('There is no item `all`, `--sha` or `abc`')
  })

  test('T-39 closed and opened again: judged anew, and what was signed for this head still holds', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    pull.close('chen')
    await scene.settle()
    pull.reopen('chen')
    await scene.settle()
    expect(conclusionOf(pull)).toBe('success')
  })
})

describe('binding', () => {
  test('T-30 T-31 a push makes stale what it changed, and only that', async () => {
    const pull = await scene.open({ branch: 'binding' })
    await pull.comment('li-wei', '/sign-off')
    await scene.settle()
    await scene.repository.commit('binding', {
      files: { 'src/price.js': 'export const price = 7\n' },
      message: 'Price',
      author: 'chen',
    })
    await scene.settle()
    // `rollback` covers deploy/** only; `guide` covers everything.
    expect(boxesOf(pull)).toEqual({ rollback: 'x', guide: ' ' })
    await scene.repository.commit('binding', {
      files: { 'deploy/values.yaml': 'replicas: 99\n' },
      message: 'Scale',
      author: 'chen',
    })
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ rollback: ' ', guide: ' ' })
    expect(checklistOf(pull)?.body.replaceAll('&#8203;', '')).toContain('1 covered file changed')
  })

  test('T-33 a command that races a push signs nothing', async () => {
    const pull = await scene.open({ branch: 'race' })
    const { hooks } = scene.sandbox
    hooks.mode = { hold: true }
    const sha = await scene.repository.commit('race', {
      files: { 'deploy/values.yaml': 'replicas: 50\n' },
      message: 'Scale',
      author: 'chen',
    })
    await pull.comment('li-wei', '/sign-off')
    hooks.mode = {}
    // The App hears of the command first, and finds a head that nobody was shown.
    for (const { id } of [...hooks.held].reverse()) hooks.release(id)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect(repliesOn(pull)[0]).toContain(`the head is \`${sha.slice(0, 7)}\` now`)
  })

  test('T-33 a button on the check of an older head signs nothing', async () => {
    const pull = await scene.open({ branch: 'button' })
    const old = gateChecks(pull).at(-1)?.id ?? 0
    const button = buttonOf(pull, 'rollback')
    await scene.repository.commit('button', {
      files: { 'deploy/values.yaml': 'replicas: 60\n' },
      message: 'Scale',
      author: 'chen',
    })
    await scene.settle()
    scene.sandbox.requestAction(old, button, 'li-wei')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('T-03 retargeting makes every sign-off stale', async () => {
    const pull = await scene.open()
    await pull.comment('li-wei', '/sign-off')
    await scene.repository.commit('release', {
      from: 'main',
      files: { 'NOTES.md': 'x\n' },
      message: 'Branch',
      author: 'chen',
    })
    await scene.settle()
    await pull.edit({ base: 'release' }, 'chen')
    await scene.settle()
    expect(boxesOf(pull)).toEqual({ rollback: ' ', guide: ' ' })
    expect(checklistOf(pull)?.body).toContain('release')
  })

  test('T-24 the same item on another pull request is another item', async () => {
    const one = await scene.open()
    await one.comment('li-wei', '/sign-off')
    const two = await scene.open()
    await scene.settle()
    expect(boxesOf(two)).toEqual({ rollback: ' ', guide: ' ' })
  })
})

describe('policy', () => {
  test('T-01 a pull request that weakens the policy is judged by the base, and told so', async () => {
    const pull = await scene.open({
      files: {
        'deploy/values.yaml': 'replicas: 70\n',
        '.github/delivery-gates.yml': 'version: 1\ngates: {}\n',
      },
    })
    expect(conclusionOf(pull)).toBe('failure')
    const body = checklistOf(pull)?.body.replaceAll('&#8203;', '') ?? ''
    for (const lost of ['`docs` removed', '`review` removed', '`checklists.readiness` removed']) {
      expect(body).toContain(lost)
    }
  })

  test('T-04 a policy pushed to the base judges open pull requests anew', async () => {
    const other = await openScene()
    try {
      const pull = await other.open()
      await pull.comment('li-wei', '/sign-off')
      await other.settle()
      const reworded = readiness.replace('Rollback rehearsed', 'Rollback rehearsed on a copy')
      await other.repository.commit('main', {
        files: { '.github/delivery-gates.yml': reworded },
        message: 'Reword',
        author: 'olga',
      })
      await other.settle()
      expect(boxesOf(pull)).toEqual({ rollback: ' ', guide: 'x' })
      expect(conclusionOf(pull)).toBe('action_required')
    } finally {
      await other.close()
    }
  })

  test('a broken policy on the base fails closed with every problem and its line', async () => {
    const other = await openScene({ policy: 'version: 1\ngates:\n  coverge: {}\n  docs: { rules: [] }\n' })
    try {
      const pull = await other.open()
      expect(conclusionOf(pull)).toBe('failure')
      const check = gateChecks(pull).at(-1)
      expect(`${check?.output.summary}${check?.output.text}`).toContain('delivery-gates.yml')
      expect(`${check?.output.summary}${check?.output.text}`).toContain('coverage')
    } finally {
      await other.close()
    }
  })

  test('no policy on the base: the App is silent', async () => {
    const other = await openScene({ policy: null })
    try {
      const pull = await other.open()
      expect([pull.comments(), gateChecks(pull)]).toEqual([[], []])
    } finally {
      await other.close()
    }
  })
})

test("nothing broke GitHub's schemas, and nothing failed on the way", () => {
  expect(scene.sandbox.violations).toEqual([])
  expect(scene.warnings).toEqual([])
})

import { request } from 'node:http'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerRow } from '../../src/ledger/ledger.ts'
import type { PullRequest } from '../sandbox/index.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import {
  boxesOf,
  checklistOf,
  conclusionOf,
  gateChecks,
  ledgerOf,
  openScene,
  readiness,
  repliesOn,
  type Scene,
  until,
} from './scene.ts'
import { formFor, formsOf, pagePath, settledPage, Visitor, visitorOn } from './visitor.ts'

/** The usual policy; the guide is signed by reviews too, and not with open points. */
const policy = readiness.replace(
  'text: Guide followed, role: implementer }',
  'text: Guide followed, role: implementer, by_review: true, conditional: false }',
)

let scene: Scene
beforeAll(async () => {
  scene = await openScene({ signIn: true, policy })
})
afterAll(async () => {
  expect(scene.sandbox.violations).toEqual([])
  await scene.close()
})

const pageToken = 'p'.repeat(40)

const rowsOf = (pull: PullRequest): Promise<readonly LedgerRow[]> =>
  scene.server.store.ledger.rows(String(scene.repository.id), `pr:${pull.number}`)

let pushes = 0
async function push(pull: PullRequest): Promise<void> {
  pushes += 1
  const files = { 'deploy/values.yaml': `replicas: ${100 + pushes}\n` }
  await scene.repository.commit(pull.headRef, { files, message: 'More', author: 'chen' })
}

/** Sends the form and waits for what becomes of it. */
async function signed(
  { visitor, page }: Awaited<ReturnType<typeof visitorOn>>,
  kind: 'sign' | 'revoke',
  item: string,
  open?: string,
): Promise<string> {
  const sent = await visitor.post(formFor(await page(), kind, item, open))
  expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('What you asked for')])
  return (await settledPage(scene, page)).text
}

describe('signing off on the page', () => {
  test('T-76 it repeats text and SHA; the form becomes a row, and comment and check follow', async () => {
    const pull = await scene.open()
    const who = await visitorOn(scene, 'li-wei', pull)
    const before = await who.page()
    expect(before.text).toContain('Rollback rehearsed')
    expect(before.text).toContain(`<code>${pull.headSha}</code>`)
    expect(
      formsOf(before)
        .filter(one => one.fields.kind === 'sign')
        .map(one => one.fields.head),
    ).toEqual(Array.from({ length: 3 }, () => pull.headSha))

    expect(await signed(who, 'sign', 'rollback')).toContain('@li-wei signed rollback at')
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page'])
    expect(boxesOf(pull)).toMatchObject({ rollback: 'x', guide: ' ' })
    await signed(who, 'sign', 'guide')
    expect(conclusionOf(pull)).toBe('success')
    expect(gateChecks(pull)[0]?.detailsUrl).toBe(`${who.visitor.origin}${pagePath(scene, pull)}`)
    expect(checklistOf(pull)?.body).toContain('li-wei')
    // The page says what became of it; nobody else needs to hear.
    expect(repliesOn(pull)).toEqual([])

    expect(await signed(who, 'revoke', 'rollback')).toContain('took the sign-off on rollback back')
    expect(await ledgerOf(scene, pull)).toEqual([
      'signed rollback li-wei page',
      'signed guide li-wei page',
      'revoked rollback li-wei page',
    ])
    expect(conclusionOf(pull)).toBe('action_required')
  })

  test('with open points, which are shown and recorded', async () => {
    const pull = await scene.open()
    const who = await visitorOn(scene, 'li-wei', pull)
    const { visitor, page } = who
    const refused = await visitor.post(formFor(await page(), 'sign', 'rollback', 'soon'))
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('soon refers to no issue')])
    expect(await signed(who, 'sign', 'rollback', '123, acme/api#7')).toContain('#123')
    expect((await rowsOf(pull)).map(row => row.conditions)).toEqual([['#123', 'acme/api#7']])
    const plain = formFor(await page(), 'sign', 'guide')
    const guides = formsOf(await page()).filter(form => form.fields.item === 'guide' && 'conditional' in form.fields)
    expect(guides, 'what the policy refuses is not offered').toEqual([])
    await visitor.post({ ...plain, fields: { ...plain.fields, conditional: 'yes', open: '#5' } })
    expect((await settledPage(scene, page)).text).toMatch(/open point/)
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page'])
  })

  test('T-10 whoever may not is told why, as with the other ways; the attempt is recorded', async () => {
    const pull = await scene.open()
    expect(await signed(await visitorOn(scene, 'ana', pull), 'sign', 'rollback')).toContain('you are not in it')
    expect(await signed(await visitorOn(scene, 'chen', pull), 'sign', 'rollback')).toContain('you are not in it')
    expect((await rowsOf(pull)).map(row => row.decision)).toEqual(['rejected', 'rejected'])
    expect(boxesOf(pull)).toMatchObject({ rollback: ' ' })
  })

  test('box, command, button, review and page leave rows of one shape', async () => {
    const pulls = [await scene.open(), await scene.open(), await scene.open(), await scene.open(), await scene.open()]
    const [byBox, byCommand, byButton, byReview, byPage] = pulls as [
      PullRequest,
      PullRequest,
      PullRequest,
      PullRequest,
      PullRequest,
    ]
    const body = checklistOf(byBox)?.body ?? ''
    byBox.editComment(checklistOf(byBox)?.id ?? 0, 'li-wei', body.replace(/- \[ \](.*dg:item guide)/, '- [x]$1'))
    await byCommand.comment('li-wei', '/sign-off guide')
    const check = gateChecks(byButton).at(-1)
    const press = check?.actions.find(action => action.label.includes('guide'))
    scene.sandbox.requestAction(check?.id ?? 0, press?.identifier ?? '', 'li-wei')
    await byReview.review('li-wei', { state: 'APPROVED' })
    await signed(await visitorOn(scene, 'li-wei', byPage), 'sign', 'guide')
    await scene.settle()
    const rows = await Promise.all(pulls.map(async pull => (await rowsOf(pull)).filter(row => row.itemId === 'guide')))
    expect(rows.map(found => found.map(row => row.via))).toEqual([
      ['tick'],
      ['command'],
      ['button'],
      ['review'],
      ['page'],
    ])
    const shapeOf = (row: LedgerRow | undefined) => {
      const { via, at, source, idem, hash, prevHash, chainSeq, subject, headSha, bodyHash, personalHash, ...rest } =
        row as LedgerRow
      const { personal, covered, ...same } = rest
      return { ...same, covered: Object.keys(covered ?? {}), keys: Object.keys(row ?? {}), login: personal?.login }
    }
    for (const [row] of rows) expect(shapeOf(row)).toEqual(shapeOf(rows[0]?.[0]))
    for (const pull of pulls) expect(boxesOf(pull)).toMatchObject({ guide: 'x' })
  })
})

test('after the merge the page shows what was signed; whether more counts is for the policy to say', async () => {
  const pull = await scene.open()
  const who = await visitorOn(scene, 'li-wei', pull)
  await signed(who, 'sign', 'rollback')
  await pull.merge('chen')
  await scene.settle()
  const merged = await who.page()
  expect(merged.text).toContain('This pull request is merged')
  expect(await signed(who, 'sign', 'guide')).toContain('sign-offs are recorded only while it is open')
  expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page'])
  const closed = await scene.open()
  const other = await visitorOn(scene, 'li-wei', closed)
  const form = formFor(await other.page(), 'sign', 'rollback')
  await closed.close('chen')
  await scene.settle()
  const after = await other.page()
  expect(after.text).toContain('This pull request is closed')
  expect(formsOf(after).filter(one => one.fields.kind === 'sign')).toEqual([])
  await other.visitor.post(form)
  await settledPage(scene, other.page)
  expect(await ledgerOf(scene, closed)).toEqual([])
})

describe('what a form can be', () => {
  test('B-H20 the same form, twice at once and once more after a revocation, is one row', async () => {
    const pull = await scene.open()
    const who = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await who.page(), 'sign', 'rollback')
    const twice = await Promise.all([who.visitor.post(form), who.visitor.post(form), who.visitor.post(form)])
    expect(twice.map(one => one.status)).toEqual([200, 200, 200])
    await settledPage(scene, who.page)
    await signed(who, 'revoke', 'rollback')
    await who.visitor.post(form)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page', 'revoked rollback li-wei page'])
  })

  test('B-H19 T-33 a head that has moved is 409 and says which; nothing is recorded', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const shown = await page()
    const old = pull.headSha
    await push(pull)
    const stale = await visitor.post(formFor(shown, 'sign', 'rollback'))
    expect(stale.status).toBe(409)
    expect(stale.text).toContain(old.slice(0, 7))
    expect(stale.text).toContain(pull.headSha.slice(0, 7))
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    // Known to GitHub, not yet to the App: the page offers nothing to sign until it is.
    expect((await page()).text).toContain(pull.headSha)
  })

  test('T-33 a head that moves after the form was taken is refused in the lane, and the page says so', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    // The lane's first look fails, and the next one comes after the push.
    scene.sandbox.faults.add({ match: /^graphql:query/, kind: 'status', status: 502, times: 1 })
    expect((await visitor.post(form)).status).toBe(200)
    await push(pull)
    const after = await settledPage(scene, page)
    expect(after.text).toContain('Look at the new commits, then sign again')
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('T-25 T-33 a policy that changed without the App being told: the form is taken, and refused in the lane', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    const { hooks } = scene.sandbox
    hooks.mode = { hold: true }
    const path = '.github/delivery-gates.yml'
    const commit = (text: string) =>
      scene.repository.commit('main', { files: { [path]: text }, message: 'Policy', author: 'olga' })
    try {
      await commit(policy.replace('Rollback rehearsed', 'Rollback rehearsed on every site'))
      expect((await visitor.post(form)).status).toBe(200)
      await until('the answer', async () => !(await page()).text.includes('http-equiv="refresh"'))
      expect((await page()).text).toContain('Nothing was recorded')
      expect((await page()).text).toContain('Rollback rehearsed on every site')
      expect(await ledgerOf(scene, pull)).toEqual([])
    } finally {
      await commit(policy)
      for (const delivery of [...hooks.held]) hooks.release(delivery.id)
      hooks.mode = {}
      await scene.settle()
    }
  })

  test('R-14 a box that was ticked before the page took a sign-off back gives it to nobody anew', async () => {
    const pull = await scene.open()
    const who = await visitorOn(scene, 'li-wei', pull)
    const { hooks } = scene.sandbox
    hooks.mode = { hold: true }
    const comment = checklistOf(pull)
    pull.tick(comment?.id ?? 0, 'li-wei', 'dg:item rollback ', true)
    const late = hooks.held.find(delivery => delivery.event === 'issue_comment')
    hooks.mode = {}
    await signed(who, 'sign', 'rollback')
    await signed(who, 'revoke', 'rollback')
    hooks.release(late?.id ?? '')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page', 'revoked rollback li-wei page'])
    expect(boxesOf(pull)).toMatchObject({ rollback: ' ' })
  })

  test('B-H19 T-25 an item that is asked otherwise since, another base, an unknown item', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    const changed = (fields: Record<string, string>) => visitor.post({ ...form, fields: { ...form.fields, ...fields } })
    const digest = 'd'.repeat(32)
    expect(await changed({ words: digest })).toMatchObject({
      status: 409,
      text: expect.stringMatching(/asked otherwise/),
    })
    expect(await changed({ terms: digest })).toMatchObject({
      status: 409,
      text: expect.stringMatching(/policy has changed/),
    })
    expect((await changed({ item: 'no-such-item' })).status).toBe(404)
    const other = await visitor.post({ ...form, action: form.action.replace(/pr\/\d+/, 'pr/424242') })
    expect(other.status).toBe(404)
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('B-H06 T-76 without the mark, from elsewhere, by GET, as another kind of body: nothing is recorded', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    const without = (name: string) => {
      const { [name]: _, ...fields } = form.fields
      return { ...form, fields }
    }
    const theirs = await visitorOn(scene, 'olga', pull)
    const foreignMark = formsOf(await theirs.page())[0]?.fields.mark ?? ''
    const answers = {
      'no mark': await visitor.post(without('mark')),
      'a mark of somebody else': await visitor.post({ ...form, fields: { ...form.fields, mark: foreignMark } }),
      'no key': await visitor.post(without('key')),
      'another site': await visitor.post(form, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      'another page of the domain': await visitor.post(form, { 'sec-fetch-site': 'same-site' }),
      'a page that hides itself': await visitor.post(form, { origin: 'null', 'sec-fetch-site': 'cross-site' }),
      GET: await visitor.visit(`${form.action}&${new URLSearchParams(form.fields)}`),
      JSON: await visitor.visit(form.action, {
        method: 'POST',
        headers: { origin: visitor.origin, 'content-type': 'application/json' },
        body: JSON.stringify(form.fields),
      }),
      compressed: await visitor.post(form, { 'content-encoding': 'gzip' }),
      'too large': await visitor.post({ ...form, fields: { ...form.fields, open: 'x'.repeat(70_000) } }),
    }
    expect(Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]))).toEqual({
      'no mark': 403,
      'a mark of somebody else': 403,
      'no key': 400,
      'another site': 403,
      'another page of the domain': 403,
      'a page that hides itself': 403,
      GET: 405,
      JSON: 415,
      compressed: 415,
      'too large': 413,
    })
    expect(answers.GET.headers.get('allow')).toBe('POST, OPTIONS')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
  })

  test('a person who sends forms without end is asked to wait', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'stormy', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    const answers = []
    for (let sent = 0; sent < 40; sent += 1) {
      answers.push(await visitor.post({ ...form, fields: { ...form.fields, item: 'no-such-item' } }))
    }
    expect(answers.map(({ status }) => status)).toContain(429)
  })
})

describe('who is signed in', () => {
  test('B-H10 T-78 what GitHub takes no longer is 401, and nothing is recorded', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    scene.sandbox.revokeAuthorizations('li-wei')
    const refused = await visitor.post(form)
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('sign in again')
    expect(refused.text).toContain(`/login?next=${encodeURIComponent(`${pagePath(scene, pull)}?locale=en`)}`)
    expect([...visitor.cookies.keys()]).not.toContain('dg-session')
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    const again = await visitor.post(form)
    expect(again.status).toBe(401)
  })

  test('B-H10 GitHub that gives no answer is no yes', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    for (const operation of ['users/get-authenticated', 'pulls/get']) {
      scene.sandbox.faults.add({ match: operation, kind: 'status', status: 502 })
      const refused = await visitor.post(form)
      expect([refused.status, operation]).toEqual([503, operation])
      scene.sandbox.faults.clear()
    }
    await scene.settle()
    expect(await ledgerOf(scene, pull)).toEqual([])
    expect((await visitor.post(form)).status).toBe(200)
  })

  test('B-H07 the way back: wrong, missing, reused or foreign state, a refusal, a bad code', async () => {
    scene.sandbox.consent({ as: 'li-wei' })
    const begin = async () => {
      const visitor = new Visitor(scene)
      const there = await visitor.send('/login?next=/')
      const back = (await fetch(there.headers.get('location') ?? '', { redirect: 'manual' })).headers.get('location')
      return { visitor, back: new URL(back ?? '') }
    }
    const changed = (url: URL, name: string, value: string | null) => {
      const copy = new URL(url)
      if (value === null) copy.searchParams.delete(name)
      else copy.searchParams.set(name, value)
      return copy.href
    }
    const signedIn = ({ cookies }: Visitor) => cookies.has('dg-session')
    const tries: readonly (readonly [string, (back: URL) => string])[] = [
      ['wrong state', back => changed(back, 'state', 'x'.repeat(43))],
      ['missing state', back => changed(back, 'state', null)],
      ['refused by the person', back => changed(changed(back, 'code', null) as never, 'error', 'access_denied')],
      ['wrong code', back => changed(back, 'code', 'f'.repeat(20))],
      ['missing code', back => changed(back, 'code', null)],
      ['hostile code', back => changed(back, 'code', '../../../')],
    ]
    for (const [name, url] of tries) {
      const { visitor, back } = await begin()
      const shown = await visitor.visit(url(back))
      expect([name, shown.status, signedIn(visitor)]).toEqual([name, 400, false])
    }
    const first = await begin()
    // Somebody else's browser with this person's way back: nobody is signed in as somebody without knowing it.
    const victim = new Visitor(scene)
    expect((await victim.visit(first.back.href)).status).toBe(400)
    const held = new Map(first.visitor.cookies)
    const done = await first.visitor.visit(first.back.href)
    expect([done.status, signedIn(first.visitor)]).toEqual([200, true])
    const again = new Visitor(scene)
    for (const [name, value] of held) again.cookies.set(name, value)
    expect([(await again.visit(first.back.href)).status, signedIn(again)]).toEqual([400, false])
    scene.sandbox.consent('refuse')
    const refused = await new Visitor(scene).signIn()
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('not given your consent')])
    const inChinese = await new Visitor(scene).signIn('/pr/1/2?locale=zh-CN')
    expect(inChinese.text).toContain('没有在 GitHub 上同意授权')
    expect(inChinese.text).toContain(`href="/login?next=${encodeURIComponent('/pr/1/2?locale=zh-CN')}"`)
  })

  test('B-H08 T-78 next leads nowhere else', async () => {
    scene.sandbox.consent({ as: 'li-wei' })
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/logout',
    ]) {
      const visitor = new Visitor(scene)
      const there = await visitor.send(`/login?${new URLSearchParams({ next })}`)
      const back = (await fetch(there.headers.get('location') ?? '', { redirect: 'manual' })).headers.get('location')
      const home = await visitor.send(back ?? '')
      expect([home.status, home.headers.get('location')]).toEqual([303, '/'])
    }
  })

  test('T-78 signing in gives a new id, signing out ends it on both sides', async () => {
    const pull = await scene.open()
    const { visitor, page } = await visitorOn(scene, 'li-wei', pull)
    const first = visitor.cookies.get('dg-session') ?? ''
    await visitor.signIn(pagePath(scene, pull))
    const second = visitor.cookies.get('dg-session') ?? ''
    expect(second).not.toBe(first)
    const old = new Visitor(scene)
    old.cookies.set('dg-session', first)
    expect((await old.send(pagePath(scene, pull))).status).toBe(302)
    // What was fixed beforehand is not what counts afterwards.
    const fixed = new Visitor(scene)
    fixed.cookies.set('dg-session', 'A'.repeat(43))
    await fixed.signIn()
    expect(fixed.cookies.get('dg-session')).not.toBe('A'.repeat(43))

    const out = formsOf(await page()).find(form => form.action.startsWith('/logout'))
    if (out === undefined) throw new Error('no way out')
    const tokens = () => [...scene.sandbox.world.tokens.keys()].filter(token => token.startsWith('ghu_')).length
    const before = tokens()
    expect((await visitor.post(out, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await visitor.post({ ...out, fields: { mark: 'x' } })).status).toBe(403)
    expect((await visitor.visit('/logout')).status).toBe(405)
    expect((await visitor.post(out)).status).toBe(200)
    expect([visitor.cookies.has('dg-session'), tokens()]).toEqual([false, before - 1])
    visitor.cookies.set('dg-session', second)
    expect((await visitor.send(pagePath(scene, pull))).status).toBe(302)
  })

  test('B-H09 forged, foreign, huge and doubled cookies are nobody', async () => {
    const pull = await scene.open()
    const { visitor } = await visitorOn(scene, 'li-wei', pull)
    const good = visitor.cookies.get('dg-session') ?? ''
    const cookies = [
      'dg-session=',
      `dg-session=${'x'.repeat(43)}`,
      `dg-session=${'x'.repeat(10_000)}`,
      `dg-session=${good}x`,
      'dg-session=%00%ff',
      'dg-session="; dg-session=x; =; ;;',
      `DG-SESSION=${good}`,
      `dg-login=${'y'.repeat(4_000)}`,
    ]
    for (const cookie of cookies) {
      const answer = await fetch(`${visitor.origin}${pagePath(scene, pull)}`, {
        headers: { cookie },
        redirect: 'manual',
      })
      expect([cookie.slice(0, 30), answer.status]).toEqual([cookie.slice(0, 30), 302])
    }
    const doubled = `dg-session=${'x'.repeat(43)}; dg-session=${good}`
    const answer = await fetch(`${visitor.origin}${pagePath(scene, pull)}`, {
      headers: { cookie: doubled },
      redirect: 'manual',
    })
    expect([200, 302]).toContain(answer.status)
  })

  test('T-78 the database and the log hold nothing with which somebody could act', async () => {
    const pull = await scene.open()
    const { visitor } = await visitorOn(scene, 'li-wei', pull)
    const word = visitor.cookies.get('dg-session') ?? ''
    const tokens = [...scene.sandbox.world.tokens.keys()].filter(token => token.startsWith('ghu_'))
    expect(tokens.length).toBeGreaterThan(0)
    const { readdirSync, readFileSync } = await import('node:fs')
    for (const name of readdirSync(scene.dataDir)) {
      const bytes = readFileSync(`${scene.dataDir}/${name}`).toString('latin1')
      for (const secret of [word, ...tokens]) expect(bytes.includes(secret), name).toBe(false)
    }
    expect(scene.warnings.join('\n')).not.toMatch(/ghu_|dg-session/)
  })
})

describe('addresses', () => {
  test('B-H03 B-H04 B-H05 odd paths are 404, other methods 405; no page is served by them', async () => {
    const { port } = scene.server
    const raw = (method: string, path: string) =>
      new Promise<{ status: number; allow: string | undefined }>((resolve, reject) => {
        request({ port, host: '127.0.0.1', method, path }, response => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, allow: response.headers.allow })
        })
          .on('error', reject)
          .end()
      })
    const odd = [
      '/%2e%2e%2fpackage.json',
      '/../package.json',
      '//evil',
      '/\\evil',
      '/%00',
      '/style.css/..%2fpackage.json',
    ]
    for (const path of [...odd, '/pr/1', '/pr/x/1', '/pr/1/0', '/pr/1/2/3', `/pr/${'9'.repeat(400)}/1`]) {
      expect([400, 404], path.slice(0, 40)).toContain((await raw('GET', path)).status)
    }
    expect((await raw('GET', `/${'a'.repeat(20_000)}`)).status).toBe(431)
    for (const [method, path] of [
      ['PUT', '/'],
      ['DELETE', '/pr/1/1'],
      ['POST', '/login'],
      ['POST', '/login/callback'],
      ['GET', '/logout'],
      ['PUT', '/pr/1/1/sign'],
      ['POST', '/style.css'],
    ] as const) {
      const answer = await raw(method, path)
      expect([method, path, answer.status]).toEqual([method, path, 405])
      expect(answer.allow).toMatch(/GET|POST/)
    }
    expect((await raw('OPTIONS', '/pr/1/1')).status).toBe(204)
    expect((await raw('HEAD', '/')).status).toBe(200)
    expect([404, 405, 501]).toContain((await raw('TRACE', '/')).status)
  })

  test('B-H14 only PUBLIC_URL makes addresses', async () => {
    const { port } = scene.server
    const location = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
      request({ port, host: '127.0.0.1', path: '/login', headers }, response => {
        response.resume()
        resolve(response.headers.location ?? '')
      })
        .on('error', reject)
        .end()
    })
    expect(location).not.toContain('evil')
    expect(new URL(location).searchParams.get('redirect_uri')).toBe(`http://127.0.0.1:${port}/login/callback`)
    expect(new URL(location).searchParams.get('code_challenge_method')).toBe('S256')
  })
})

describe('on PostgreSQL', () => {
  let server: PostgresServer
  let there: Scene
  let ahead = 0
  beforeAll(async () => {
    server = await startPostgres()
    const now = () => Date.now() + ahead
    there = await openScene({ signIn: true, policy, now, pageToken, databaseUrl: await server.database() })
  })
  afterAll(async () => {
    await there.close()
    await server.stop()
  })

  test('B-H20 T-78 the same: one row however often it is sent, and nobody is signed in after eight hours', async () => {
    const pull = await there.open()
    const { visitor, page } = await visitorOn(there, 'li-wei', pull)
    const form = formFor(await page(), 'sign', 'rollback')
    await Promise.all([visitor.post(form), visitor.post(form), visitor.post(form)])
    await settledPage(there, page)
    expect(await ledgerOf(there, pull)).toEqual(['signed rollback li-wei page'])
    const hour = 60 * 60 * 1000
    ahead = 8 * hour - 60_000
    expect((await page()).status).toBe(200)
    ahead = 8 * hour + 1
    expect((await visitor.send(pagePath(there, pull))).status).toBe(302)
    expect((await visitor.post(form)).status).toBe(401)
    ahead = 0
  })

  test('the page token shows the first page to whoever is not signed in; who is sees theirs', async () => {
    const nobody = await new Visitor(there).visit('/')
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Basic /)])
    expect(nobody.text).toContain('/login?next=')
    const authorization = `Basic ${Buffer.from(`x:${pageToken}`).toString('base64')}`
    expect((await new Visitor(there).visit('/', { headers: { authorization } })).status).toBe(200)
    there.sandbox.consent({ as: 'li-wei' })
    expect((await new Visitor(there).signIn('/')).text).toContain('Signed in as @li-wei')
  })
})

describe('T-75 what somebody may not read on GitHub is not there', () => {
  let hidden: Scene
  let pull: PullRequest
  beforeAll(async () => {
    hidden = await openScene({ signIn: true, private: true })
    pull = await hidden.open()
    await hidden.repository.commit('second', { from: 'main', files: { 'a.txt': '1\n' }, message: 'A', author: 'chen' })
  })
  afterAll(() => hidden.close())

  const shownTo = async (login: string, path: string) => {
    hidden.sandbox.consent({ as: login })
    const visitor = new Visitor(hidden)
    await visitor.signIn()
    return visitor.visit(path)
  }

  /** Each session has its own. */
  const withoutMark = (text: string) => text.replace(/name="mark" value="[^"]*"/, '')

  test('B-H01 B-H02 404 for it as for what does not exist, whatever the number', async () => {
    const missing = await shownTo('mallory', '/pr/99999999/1')
    const closed = await shownTo('mallory', pagePath(hidden, pull))
    expect([missing.status, closed.status]).toEqual([404, 404])
    expect(withoutMark(closed.text)).toBe(withoutMark(missing.text))
    for (const number of [1, 2, 3, 1000]) {
      const other = await shownTo('mallory', `/pr/${hidden.repository.id}/${number}`)
      expect([other.status, withoutMark(other.text)]).toEqual([404, withoutMark(missing.text)])
    }
    expect(closed.text).not.toContain('widgets')
    expect((await shownTo('li-wei', pagePath(hidden, pull))).status).toBe(200)
    expect((await shownTo('li-wei', `/pr/${hidden.repository.id}/1000`)).status).toBe(404)
  })

  test('B-H01 signed out, every one of them leads to the sign-in', async () => {
    for (const path of [pagePath(hidden, pull), '/pr/99999999/1', `/pr/${hidden.repository.id}/1000`]) {
      const answer = await new Visitor(hidden).send(path)
      expect([answer.status, new URL(answer.headers.get('location') ?? '', 'http://x').pathname]).toEqual([
        302,
        '/login',
      ])
    }
  })

  test('the first page shows each person theirs, and counts nothing else', async () => {
    const theirs = await shownTo('li-wei', '/')
    const others = await shownTo('mallory', '/')
    expect(theirs.text).toContain('acme/widgets#1')
    expect(theirs.text).toContain('1 repository')
    expect(others.text).not.toContain('widgets')
    expect(others.text).toContain('0 repositories')
    const nobody = await new Visitor(hidden).visit('/')
    expect(nobody.text).not.toContain('widgets')
    expect(nobody.text).toContain('Sign in with GitHub')
  })

  test('access that ends counts for the next form, and soon for looking', async () => {
    hidden.sandbox.consent({ as: 'ana' })
    const visitor = new Visitor(hidden)
    const shown = await visitor.signIn(pagePath(hidden, pull))
    expect(shown.status).toBe(200)
    hidden.repository.setCollaborator('ana', 'none')
    expect((await visitor.post(formFor(shown, 'sign', 'rollback'))).status).toBe(404)
    await hidden.settle()
    expect(await ledgerOf(hidden, pull)).toEqual([])
  })
})

test('B-H13 T-77 what people wrote is shown as text, whatever it is', async () => {
  const hostile = '"><script>alert(1)</script>\u202e{{7*7}}'
  const policyText = `version: 1
roles: { implementer: ["@li-wei"] }
checklists:
  - id: hostile
    items: [{ id: a, text: ${JSON.stringify(hostile)}, role: implementer }]
`
  const odd = await openScene({ signIn: true, policy: policyText })
  try {
    await odd.repository.commit('odd', { from: 'main', files: { 'a.txt': '1\n' }, message: hostile, author: 'chen' })
    const pull = await odd.repository.openPullRequest({ title: hostile, head: 'odd', author: 'chen' })
    await odd.settle()
    const { page, visitor } = await visitorOn(odd, 'li-wei', pull)
    for (const shown of [await page(), await visitor.visit('/')]) {
      expect(shown.text).not.toContain('<script')
      expect(shown.text).toContain('&lt;script&gt;')
      expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    }
  } finally {
    await odd.close()
  }
})

describe('in a browser', () => {
  test.each([
    ['en', 'light', 'Sign off'],
    ['zh-CN', 'dark', '签核'],
  ] as const)(
    'T-76 T-77 %s, %s: signed with a click, obeying the page’s own rules',
    async (locale, colorScheme, button) => {
      const pull = await scene.open()
      scene.sandbox.consent({ as: 'li-wei' })
      const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
      try {
        const context = await browser.newContext({ colorScheme, javaScriptEnabled: locale === 'en' })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', line => complaints.push(line.text()))
        page.on('pageerror', error => complaints.push(error.message))
        await page.goto(`http://127.0.0.1:${scene.server.port}${pagePath(scene, pull)}?locale=${locale}`)
        await page.locator('li', { hasText: 'rollback' }).getByRole('button', { name: button }).first().click()
        await page.locator('.wishes').waitFor()
        await until('the row', async () => (await ledgerOf(scene, pull)).length === 1)
        // The page loads again by itself, also without scripts.
        await page.locator('.wishes .answered').waitFor()
        await page.locator('li.done', { hasText: 'rollback' }).waitFor()
        expect(complaints).toEqual([])
        const cookies = await context.cookies()
        expect(cookies).toMatchObject([
          { name: 'dg-session', httpOnly: true, sameSite: 'Lax', path: '/', secure: false },
        ])
        // Another site's frame shows nothing, so nobody can be led to press the button there.
        const [frame] = await framed(page.url())
        expect(frame).toBe("frame-ancestors 'none'")
      } finally {
        await browser.close()
      }
      expect(await ledgerOf(scene, pull)).toEqual(['signed rollback li-wei page'])
    },
  )
})

async function framed(url: string): Promise<readonly string[]> {
  const answer = await fetch(url, { redirect: 'manual' })
  return (answer.headers.get('content-security-policy') ?? '').split('; ').filter(part => part.startsWith('frame'))
}

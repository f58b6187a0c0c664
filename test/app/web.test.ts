import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFromOwnPage, siteAt, wantedPlace } from '../../app/web/own-site.ts'
import { sealer } from '../../app/web/seal.ts'
import { readSignForm } from '../../app/web/wish.ts'
import { onBothDatabases } from './stores.ts'

const site = siteAt('https://gates.example.com')

describe('where somebody is sent after signing in', () => {
  test.each([
    ['/', '/'],
    ['/pr/7/12', '/pr/7/12'],
    ['/pr/7/12?locale=zh-CN', '/pr/7/12?locale=zh-CN'],
    ['/pr/7/12?locale=zh-CN&next=//evil', '/pr/7/12?locale=zh-CN'],
    ['/pr/./7/x/../12', '/pr/7/12'],
  ])('%s', (next, place) => expect(wantedPlace(next, site)).toBe(place))

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/%5cevil.example',
    '/\t/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/login',
    '/logout',
    '/pr/7/12/sign',
    '/pr/0/1',
    '/pr/7/12\r\nset-cookie: a=b',
    '/pr/7/12#//evil',
    `/pr/7/${'1'.repeat(600)}`,
    '',
  ])('B-H08 T-78 %j leads to no other place than one of ours', next => {
    expect(['/', '/pr/7/12']).toContain(wantedPlace(next, site))
  })

  test('B-H08 T-78 whatever is asked for, the place is a page of ours', () => {
    const word = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('/', '//', '\\', '..', '/pr/1/2', '@', '?', '#'))
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), words => {
        const place = wantedPlace(words.join(''), site)
        expect(place).toMatch(/^\/(?:pr\/\d+\/\d+)?(?:\?locale=[\w%+.*-]*)?$/)
        expect(new URL(place, site.origin).origin).toBe(site.origin)
      }),
    )
  })
})

describe('T-76 B-H06 whose page sent a form', () => {
  const told = (headers: Record<string, string>) => isFromOwnPage(name => headers[name], site)
  test.each([
    [{ origin: 'https://gates.example.com', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://gates.example.com' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{}, false],
    [{ origin: 'null' }, false],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: 'https://gates.example.com', 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'https://gates.example.com', 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'https://gates.example.com', 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://gates.example.com.evil.example' }, false],
    [{ origin: 'http://gates.example.com' }, false],
  ])('%j', (headers, own) => expect(told(headers)).toBe(own))
})

describe('what is sealed', () => {
  const one = sealer('a'.repeat(32))

  test('B-H09 opens with the same secret, for the same purpose and the same owner only', () => {
    const sealed = one.seal('user-token', 'ghu_secret', 'session 1')
    expect(sealed).not.toContain('ghu')
    expect(one.open('user-token', sealed, 'session 1')).toBe('ghu_secret')
    expect(one.open('user-token', sealed, 'session 2')).toBeNull()
    expect(one.open('login', sealed, 'session 1')).toBeNull()
    expect(sealer('b'.repeat(32)).open('user-token', sealed, 'session 1')).toBeNull()
    expect(one.seal('user-token', 'ghu_secret', 'session 1')).not.toBe(sealed)
  })

  test('B-H09 every changed or missing byte is noticed', () => {
    const sealed = Buffer.from(one.seal('login', '{"state":"x"}'), 'base64url')
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(one.open('login', changed.toString('base64url'))).toBeNull()
      expect(one.open('login', sealed.subarray(0, at).toString('base64url'))).toBeNull()
    }
    fc.assert(fc.property(fc.string(), text => one.open('login', text) === null))
  })
})

describe('the fields of a form', () => {
  const whole = {
    key: 'k'.repeat(43),
    kind: 'sign',
    item: 'guide@prod-a',
    head: 'a'.repeat(40),
    words: 'b'.repeat(32),
    terms: 'c'.repeat(32),
  }
  const read = (fields: Record<string, string>) => readSignForm(new URLSearchParams(fields))

  test('are all there, once, as the page wrote them', () => {
    expect(read(whole)).toMatchObject({ ok: true, value: { kind: 'sign', item: 'guide@prod-a', conditions: null } })
    for (const name of Object.keys(whole)) {
      expect(read({ ...whole, [name]: '' })).toEqual({ ok: false, error: null })
      const twice = new URLSearchParams(whole)
      twice.append(name, whole[name as keyof typeof whole])
      expect(readSignForm(twice)).toEqual({ ok: false, error: null })
    }
    expect(read({ ...whole, kind: 'waive' })).toEqual({ ok: false, error: null })
  })

  test.each([
    ['#123', ['#123']],
    ['123', ['#123']],
    ['#123, acme/api#7 #123', ['#123', 'acme/api#7']],
  ])('open points %j', (open, conditions) => {
    expect(read({ ...whole, conditional: 'yes', open })).toMatchObject({ ok: true, value: { conditions } })
  })

  test.each([
    ['', []],
    ['soon', ['soon']],
    ['#12 --env prod-b', ['--env', 'prod-b']],
    ['#0', ['#0']],
  ])('%j are none', (open, badPoints) => {
    expect(read({ ...whole, conditional: 'yes', open })).toEqual({ ok: false, error: { badPoints } })
  })
})

onBothDatabases(open => {
  const session = (n: number, expiresAt = 1000) => ({
    idHash: `hash ${n}`,
    accountId: '7',
    login: 'li-wei',
    token: `sealed ${n}`,
    expiresAt,
  })

  test('T-78 a session ends with its time, when it is closed, and when its browser begins another', async () => {
    const { webSessions } = await open()
    await webSessions.open(session(1), null)
    expect(await webSessions.get('hash 1', 999)).toEqual(session(1))
    expect(await webSessions.get('hash 1', 1000)).toBeNull()
    await webSessions.open(session(2), 'hash 1')
    expect([await webSessions.get('hash 1', 1), (await webSessions.get('hash 2', 1))?.token]).toEqual([
      null,
      'sealed 2',
    ])
    await webSessions.close('hash 2')
    expect(await webSessions.get('hash 2', 1)).toBeNull()
    await webSessions.open(session(3, 50), null)
    await webSessions.purge(50)
    expect(await webSessions.get('hash 3', 0)).toBeNull()
  })

  test('B-H07 the way back of a sign-in is taken once, however many come at the same time', async () => {
    const { webSessions } = await open()
    const taken = await Promise.all(Array.from({ length: 20 }, () => webSessions.spendState('state', 100)))
    expect(taken.filter(first => first)).toHaveLength(1)
  })

  test('B-H20 a wish is kept once, and its first outcome stands', async () => {
    const store = await open()
    const wish = {
      id: 'page:1',
      accountId: '7',
      repoId: '1',
      number: 2,
      kind: 'sign',
      item: 'guide',
      askedAt: 5,
    } as const
    const added = await Promise.all(Array.from({ length: 20 }, () => store.wishes.add(wish)))
    expect(added.filter(first => first)).toHaveLength(1)
    await store.inbox.accept({
      deliveryId: 'page:1',
      event: 'internal.page',
      action: 'sign',
      lane: '1:pr:2',
      installationId: '5',
      repoId: '1',
      bodySha256: '',
      payload: '{}',
      receivedAt: 5,
    })
    const mine = { accountId: '7', repoId: '1', number: 2 }
    expect(await store.wishes.of(mine, 5)).toEqual([{ ...wish, state: 'pending', outcome: null }])
    await store.wishes.settle('page:1', [{ code: 'a', params: {} }])
    await store.wishes.settle('page:1', [])
    expect(await store.wishes.of(mine, 5)).toMatchObject([{ state: 'answered', outcome: [{ code: 'a', params: {} }] }])
    expect(await store.wishes.of({ ...mine, accountId: '8' }, 5)).toEqual([])
    await store.wishes.purge(6)
    expect(await store.wishes.of(mine, 5)).toEqual([])
  })
})

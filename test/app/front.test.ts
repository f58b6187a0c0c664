import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomes } from '../../app/front/webhook.ts'
import { readExposition } from './exposition.ts'
import { bodies, guid, type HandledEvent, secret, sign, signedHeaders } from './payloads.ts'
import { deliver, send, testFront } from './requests.ts'

type TestFront = Awaited<ReturnType<typeof testFront>>
const opened = JSON.stringify(bodies.pull_request())

let front: TestFront
beforeAll(async () => {
  front = await testFront({ web: () => new Response('a page') })
})
afterAll(() => front.stop())

let deliveries = 1000
const nextGuid = () => guid(++deliveries)

describe('what GitHub sends', () => {
  test.each(Object.keys(bodies) as HandledEvent[])('%s is acknowledged once it is stored', async event => {
    const delivery = nextGuid()
    const reply = await deliver(front.port, event, delivery, bodies[event]())
    expect(reply.status).toBe(202)
    expect(reply.text).toBe(event === 'ping' ? 'ignored' : 'stored')
    expect(front.accepted.some(({ deliveryId }) => deliveryId === delivery)).toBe(event !== 'ping')
  })

  test('who acted, what they wanted, the digest and the place in the queue are kept, and nothing else', async () => {
    const delivery = nextGuid()
    const body = bodies.issue_comment(7)
    await deliver(front.port, 'issue_comment', delivery, body)
    const { payload, ...rest } = front.accepted.at(-1) ?? { payload: '' }
    expect(JSON.parse(payload)).toEqual({
      action: 'edited',
      sender: body.sender,
      repository: { id: 1296269, full_name: 'acme/shop', private: true },
      installation: { id: 987654 },
      changes: body.changes,
      issue: { pull_request: true },
      comment: body.comment,
    })
    expect(rest).toMatchObject({
      deliveryId: delivery,
      event: 'issue_comment',
      action: 'edited',
      lane: '1296269:pr:7',
      repoId: '1296269',
      installationId: '987654',
      bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('B-W11 unknown event and unknown action are acknowledged and dropped', async () => {
    const before = front.accepted.length
    expect(await deliver(front.port, 'star', nextGuid(), { action: 'created' })).toMatchObject({
      status: 202,
      text: 'ignored',
    })
    const odd = { ...bodies.pull_request(), action: 'teleported' }
    expect(await deliver(front.port, 'pull_request', nextGuid(), odd)).toMatchObject({ status: 202, text: 'ignored' })
    expect(front.accepted).toHaveLength(before)
  })

  test('B-W13 without an installation: acknowledged and dropped', async () => {
    const { installation: _, ...body } = bodies.pull_request()
    expect(await deliver(front.port, 'pull_request', nextGuid(), body)).toMatchObject({ status: 202, text: 'ignored' })
  })

  test('B-W16 ghosts: sender, user, comment.user, head.repo and body may be null', async () => {
    const body = { ...bodies.issue_comment(), sender: null, comment: { id: 1, body: null, user: null } }
    expect((await deliver(front.port, 'issue_comment', nextGuid(), body)).status).toBe(202)
  })

  test('M2 the same delivery id again is acknowledged as a duplicate', async () => {
    const delivery = nextGuid()
    await deliver(front.port, 'push', delivery, bodies.push())
    expect(await deliver(front.port, 'push', delivery, bodies.push())).toMatchObject({ status: 202, text: 'duplicate' })
  })

  test('B-W19 ids beyond 2^53 arrive exact', async () => {
    const text = JSON.stringify(bodies.push()).replace('"id":1296269', '"id":9007199254740993')
    await deliver(front.port, 'push', nextGuid(), text)
    expect(front.accepted.at(-1)).toMatchObject({ repoId: '9007199254740993', lane: 'repo:9007199254740993' })
  })
})

describe('T-70 signatures', () => {
  const digest = sign(opened).slice('sha256='.length)
  test.each([
    ['B-W01 no signature', {}],
    ['B-W01 SHA-1 only', { 'x-hub-signature': `sha1=${'0'.repeat(40)}` }],
    ['B-W02 too short', { 'x-hub-signature-256': `sha256=${digest.slice(1)}` }],
    ['B-W02 too long', { 'x-hub-signature-256': `sha256=${digest}0` }],
    ['B-W02 upper-case hex', { 'x-hub-signature-256': `sha256=${digest.toUpperCase()}` }],
    ['B-W02 not hex', { 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` }],
    ['B-W02 empty', { 'x-hub-signature-256': '' }],
    ['B-W02 two signatures, one of them right', { 'x-hub-signature-256': [`sha256=${'0'.repeat(64)}`, sign(opened)] }],
    [
      'B-W03 of the same JSON in other bytes',
      { 'x-hub-signature-256': sign(JSON.stringify(bodies.pull_request(), null, 1)) },
    ],
    ['M1 B-W04 with the secret "development"', { 'x-hub-signature-256': sign(opened, 'development') }],
    ['B-W04 with a secret that was rotated out', { 'x-hub-signature-256': sign(opened, 'x'.repeat(40)) }],
  ])('%s: 401, not stored', async (_name, headers) => {
    const before = front.accepted.length
    const { 'x-hub-signature-256': _signature, ...others } = signedHeaders('pull_request', nextGuid(), opened)
    const reply = await send(front.port, { headers: { ...others, ...headers }, body: opened })
    expect(reply).toMatchObject({ status: 401, text: 'the signature does not match' })
    expect(front.accepted).toHaveLength(before)
  })

  test('S-17 B-W04 during a rotation both secrets are accepted', async () => {
    const old = 'o'.repeat(40)
    const rotating = await testFront({ secrets: [secret, old] })
    for (const key of [secret, old]) {
      expect(
        (
          await deliver(rotating.port, 'push', nextGuid(), bodies.push(), {
            'x-hub-signature-256': sign(JSON.stringify(bodies.push()), key),
          })
        ).status,
      ).toBe(202)
    }
    await rotating.stop()
  })

  test('M5 a flood of bad signatures gives one log line a second, without payload or signature', async () => {
    let clock = 0
    const flooded = await testFront({ now: () => clock })
    const headers = { ...signedHeaders('push', nextGuid(), opened), 'x-hub-signature-256': sign('other') }
    for (let i = 0; i < 50; i++) await send(flooded.port, { headers, body: opened })
    clock = 1000
    await send(flooded.port, { headers, body: opened })
    expect(flooded.lines).toEqual([
      { level: 'warn', event: 'webhook.signature-refused', fields: { count: 1 } },
      { level: 'warn', event: 'webhook.signature-refused', fields: { count: 50 } },
    ])
    await flooded.stop()
  })
})

describe('what GitHub does not send', () => {
  test.each<[string, Record<string, string | string[]>, number, RegExp]>([
    [
      'B-W06 a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      /content-type must be application\/json/,
    ],
    ['B-W06 text/json', { 'content-type': 'text/json' }, 415, /content-type/],
    ['B-W06 no content type', { 'content-type': [] }, 415, /content-type/],
    ['B-H15 gzip', { 'content-encoding': 'gzip' }, 415, /content-encoding/],
    ['B-W09 no event', { 'x-github-event': [] }, 400, /x-github-event must be given once/],
    ['B-W09 two events', { 'x-github-event': ['push', 'pull_request'] }, 400, /x-github-event must be given once/],
    ['B-W09 event like a path', { 'x-github-event': '../push' }, 400, /x-github-event/],
    ['B-W09 no delivery id', { 'x-github-delivery': [] }, 400, /x-github-delivery must be given once/],
    ['B-W09 two delivery ids', { 'x-github-delivery': [guid(1), guid(2)] }, 400, /x-github-delivery/],
    ['B-W09 a delivery id of 10 kB', { 'x-github-delivery': 'a'.repeat(10_000) }, 400, /x-github-delivery/],
    ['B-W09 a delivery id like a path', { 'x-github-delivery': '../../etc/passwd' }, 400, /x-github-delivery/],
  ])('%s', async (_name, changed, status, text) => {
    const before = front.accepted.length
    const headers = { ...signedHeaders('pull_request', nextGuid(), opened), ...changed }
    const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value.length > 0))
    const reply = await send(front.port, { headers: present, body: opened })
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(text)
    expect(front.accepted).toHaveLength(before)
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['B-W07 empty', '', /WHK-SHAPE: the body is not JSON/],
    ['B-W07 cut', opened.slice(0, -1), /WHK-SHAPE: the body is not JSON/],
    ['B-W07 a byte order mark', `\ufeff${opened}`, /WHK-SHAPE: the body is not JSON/],
    ['B-W07 invalid UTF-8', Buffer.concat([Buffer.from(opened.slice(0, -1)), Buffer.from([0xff, 0x7d])]), /not UTF-8/],
    ['B-W08 null', 'null', /not a JSON object/],
    ['B-W08 []', '[]', /not a JSON object/],
    ['B-W08 "x"', '"x"', /not a JSON object/],
    ['B-W20 __proto__', `{"__proto__":{"admin":true},${opened.slice(1)}`, /the key __proto__ is not allowed/],
    ['B-W20 __proto__ escaped, deep inside', `{"a":[{"\\u005f_proto__":1}],${opened.slice(1)}`, /__proto__/],
    ['B-W20 constructor', `{"constructor":1,${opened.slice(1)}`, /constructor/],
    [
      'B-W20 10,000 deep',
      `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)},${opened.slice(1)}`,
      /nested more than 100 deep/,
    ],
    [
      'B-W20 1M keys',
      `{${Array.from({ length: 1_000_000 }, (_, i) => `"${i}":1`).join(',')}}`,
      /more than 500000 members/,
    ],
    [
      'B-W10 a body of another event',
      JSON.stringify(bodies.issue_comment()),
      /WHK-SHAPE: the body is not one of pull_request/,
    ],
    ['an id that is no id', opened.replaceAll('"id":1296269', '"id":"x"'), /repository.id is not an id/],
    [
      'T-74 ids of two repositories',
      opened.replace('"repo":{"id":1296269}', '"repo":{"id":1}'),
      /base.repo.id is not repository.id/,
    ],
  ])('%s: 400 although it is signed', async (_name, body, text) => {
    const before = front.accepted.length
    const reply = await send(front.port, { headers: signedHeaders('pull_request', nextGuid(), body), body })
    expect(reply.status).toBe(400)
    expect(reply.text).toMatch(text)
    expect(front.accepted).toHaveLength(before)
  })

  const pairs = (Object.keys(bodies) as HandledEvent[]).flatMap(claimed =>
    (Object.keys(bodies) as HandledEvent[]).filter(real => real !== claimed).map(real => [claimed, real] as const),
  )
  test.each(pairs)('T-71 the body of a %s under another event name is refused: %s', async (claimed, real) => {
    const reply = await deliver(front.port, claimed, nextGuid(), bodies[real]())
    expect(reply).toMatchObject({ status: 400, text: expect.stringContaining('WHK-SHAPE') })
  })
})

describe('T-72 limits', () => {
  const chunks = function* (bytes: number) {
    const chunk = Buffer.alloc(64 * 1024, 0x20)
    for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk
  }

  test('B-W05 a length over 25 MiB is refused before a byte is read', async () => {
    const headers = { ...signedHeaders('push', nextGuid(), ''), 'content-length': String(26 * 1024 * 1024) }
    const reply = await send(front.port, { headers, body: chunks(26 * 1024 * 1024) })
    expect(reply.status).toBe(413)
  })

  test('B-W05 without a length it is cut off while streaming', async () => {
    const small = await testFront({ limits: { bodyBytes: 1024 * 1024 } })
    const reply = await send(small.port, {
      headers: signedHeaders('push', nextGuid(), ''),
      body: chunks(3 * 1024 * 1024),
    })
    expect(reply).toMatchObject({ status: 413, text: 'the body is larger than GitHub sends' })
    expect(reply.headers.connection).toBe('close')
    await small.stop()
  })

  test('a body of exactly the limit is read', async () => {
    const exact = await testFront({ limits: { bodyBytes: 100_000 } })
    const body = opened.padEnd(100_000, ' ')
    expect((await deliver(exact.port, 'pull_request', nextGuid(), body)).status).toBe(202)
    expect((await deliver(exact.port, 'pull_request', nextGuid(), `${body} `)).status).toBe(413)
    await exact.stop()
  })

  test('all bodies together stay within the memory that is set aside for them', async () => {
    const tight = await testFront({ limits: { bufferedBytes: 50_000 } })
    expect(await deliver(tight.port, 'push', nextGuid(), opened.padEnd(60_000, ' '))).toMatchObject({
      status: 503,
      text: 'busy',
    })
    expect((await deliver(tight.port, 'pull_request', nextGuid(), opened)).status).toBe(202)
    await tight.stop()
  })

  test('more than the allowed number at once: 503, and the next one is served', async () => {
    const release: (() => void)[] = []
    const slow = await testFront({
      limits: { inFlight: 2 },
      accept: () => new Promise(resolve => release.push(() => resolve('stored'))),
    })
    const first = [1, 2].map(n => deliver(slow.port, 'pull_request', guid(n), opened))
    while (release.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
    expect(await deliver(slow.port, 'pull_request', guid(3), opened)).toMatchObject({ status: 503, text: 'busy' })
    for (const go of release) go()
    expect((await Promise.all(first)).map(reply => reply.status)).toEqual([202, 202])
    await slow.stop()
  })

  test('one address sends a burst, then as many as its rate allows', async () => {
    let clock = 0
    const limited = await testFront({ limits: { burst: 3, perSecond: 1 }, now: () => clock })
    const statuses = async (count: number) => {
      const replies: number[] = []
      for (let i = 0; i < count; i++)
        replies.push((await deliver(limited.port, 'pull_request', nextGuid(), opened)).status)
      return replies
    }
    expect(await statuses(5)).toEqual([202, 202, 202, 429, 429])
    clock = 2000
    expect(await statuses(3)).toEqual([202, 202, 429])
    await limited.stop()
  })

  test('B-H16 slow headers and slow bodies are cut off', async () => {
    const strict = await testFront({ limits: { headersMs: 300, requestMs: 600 } })
    const hang = (text: string) =>
      new Promise<string>(resolve => {
        let seen = ''
        const socket = connect(strict.port, '127.0.0.1', () => socket.write(text))
        socket.setEncoding('utf8').on('data', chunk => {
          seen += chunk
        })
        socket.on('close', () => resolve(seen))
        socket.on('error', () => resolve(seen))
      })
    const head = 'POST /api/github/webhooks HTTP/1.1\r\nHost: x\r\n'
    const replies = await Promise.all([
      hang(head),
      hang(`${head}Content-Length: 10\r\nContent-Type: application/json\r\n\r\n{`),
    ])
    for (const reply of replies) expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /)
    await strict.stop()
  })
})

describe('M3 R-11 durable before acknowledged', () => {
  test('503 when the store does not take it, and the log says why without the payload', async () => {
    const failing = await testFront({ accept: () => Promise.reject(new Error('database or disk is full')) })
    const reply = await deliver(failing.port, 'pull_request', guid(1), opened)
    expect(reply).toMatchObject({ status: 503, text: 'the delivery could not be stored' })
    expect(failing.lines).toEqual([
      {
        level: 'error',
        event: 'webhook.not-stored',
        fields: { event: 'pull_request', delivery: guid(1), problem: 'database or disk is full' },
      },
    ])
    await failing.stop()
  })

  test('the answer waits for the store', async () => {
    let stored = false
    const slow = await testFront({
      accept: async () => {
        await new Promise(resolve => setTimeout(resolve, 50))
        stored = true
        return 'stored'
      },
    })
    await deliver(slow.port, 'pull_request', guid(1), opened)
    expect(stored).toBe(true)
    await slow.stop()
  })
})

describe('other paths', () => {
  const get = (path: string, method = 'GET', port = front.port) => send(port, { path, method })

  test('/healthz answers while the process lives, /readyz only when verdicts can be given', async () => {
    const broken = await testFront({ ready: () => Promise.reject(new Error('no database')) })
    expect(await get('/healthz', 'GET', broken.port)).toMatchObject({ status: 200, text: 'ok' })
    expect(await get('/readyz', 'GET', broken.port)).toMatchObject({ status: 503, text: 'not ready' })
    expect(await get('/readyz')).toMatchObject({ status: 200, text: 'ready' })
    await broken.stop()
  })

  test('T-83 /metrics counts outcomes and names no repository', async () => {
    const counted = await testFront()
    await deliver(counted.port, 'pull_request', guid(1), opened)
    await deliver(counted.port, 'star', guid(2), {})
    const response = await fetch(`http://127.0.0.1:${counted.port}/metrics`)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    const families = readExposition(text)
    const webhooks = families.get('delivery_gates_webhooks_total')?.samples ?? []
    expect(Object.fromEntries(webhooks.map(({ labels, value }) => [labels.outcome, value]))).toEqual({
      ...Object.fromEntries(outcomes.map(outcome => [outcome, 0])),
      stored: 1,
      ignored: 1,
    })
    expect(families.get('delivery_gates_webhook_acknowledge_seconds')?.samples.at(-1)?.value).toBe(2)
    expect(families.has('process_resident_memory_bytes')).toBe(true)
    expect(text).not.toContain('acme')
    await counted.stop()
  })

  test('T-83 with a port of its own, /metrics is there alone and nowhere else', async () => {
    const apart = await testFront({ metricsPort: 0 })
    const status = async (port: number, path: string, method = 'GET') =>
      (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status
    expect(apart.metricsPort).not.toBe(apart.port)
    expect(await status(apart.metricsPort, '/metrics?x=1')).toBe(200)
    expect(await status(apart.metricsPort, '/metrics', 'POST')).toBe(404)
    expect(await status(apart.metricsPort, '/healthz')).toBe(404)
    expect(await status(apart.metricsPort, '/api/github/webhooks', 'POST')).toBe(404)
    expect(await status(apart.port, '/metrics')).toBe(404)
    expect(await status(apart.port, '/healthz')).toBe(200)
    await expect(testFront({ metricsPort: apart.metricsPort })).rejects.toThrow('EADDRINUSE')
    await apart.stop()
    await expect(fetch(`http://127.0.0.1:${apart.metricsPort}/metrics`)).rejects.toThrow()
  })

  test.each([
    ['/api/github/webhooks', 'GET', 'POST'],
    ['/healthz', 'POST', 'GET, HEAD'],
    ['/metrics', 'DELETE', 'GET, HEAD'],
  ])('B-H05 %s does not take %s', async (path, method, allow) => {
    expect(await get(path, method)).toMatchObject({ status: 405, headers: { allow } })
  })

  test.each(['/probot/setup', '/probot/import', '/probot', '/ping'])('T-73 there is no %s', async path => {
    const bare = await testFront()
    expect((await get(path, 'GET', bare.port)).status).toBe(404)
    await bare.stop()
  })

  test('everything else goes to the web pages, whose defects are not shown', async () => {
    expect(await get('/anything')).toMatchObject({ status: 200, text: 'a page' })
    const defective = await testFront({
      web: () => {
        throw new Error('secret detail')
      },
    })
    const reply = await get('/anything', 'GET', defective.port)
    expect(reply.status).toBe(500)
    expect(reply.text).not.toContain('secret detail')
    await defective.stop()
  })
})

describe('R-15 M6 stopping', () => {
  test('finishes what is in flight, answers new requests with 503, then closes the port', async () => {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let taken = false
    const leaving = await testFront({
      accept: async () => {
        taken = true
        await held
        return 'stored'
      },
    })
    const first = deliver(leaving.port, 'pull_request', guid(1), opened)
    while (!taken) await new Promise(resolve => setTimeout(resolve, 5))
    const stopped = leaving.stop()
    const second = await deliver(leaving.port, 'pull_request', guid(2), opened)
    expect(second).toMatchObject({ status: 503, text: 'the server is stopping', headers: { connection: 'close' } })
    expect((await send(leaving.port, { path: '/readyz', method: 'GET' })).text).toBe('stopping')
    release()
    expect((await first).status).toBe(202)
    await stopped
    await expect(deliver(leaving.port, 'pull_request', guid(3), opened)).rejects.toThrow('ECONNREFUSED')
  })
})

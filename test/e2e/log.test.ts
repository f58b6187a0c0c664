import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { events, permissions } from '../../src/github/permissions.ts'
import { root } from '../project/files.ts'
import { startSandbox } from '../sandbox/index.ts'
import { openScene, readiness, type Scene, until } from './scene.ts'

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close()
})

interface Line {
  readonly level: string
  readonly event: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A scene whose log is heard before anything is taken out of it: its callers have to be clean by themselves. */
async function listening() {
  const lines: Line[] = []
  const scene = await openScene({ log: (level, event, fields = {}) => void lines.push({ level, event, fields }) })
  scenes.push(scene)
  return { scene, lines }
}

const words = ['Zebra-title', 'Zebra-description', 'Zebra-comment', 'Zebra-reason', 'Zebra-file', 'Rollback rehearsed']

/** Everything that this world holds and a log must not. */
function forbidden(scene: Scene): readonly string[] {
  const tokens = [...scene.sandbox.world.tokens.keys()].map(token => token.slice(4))
  const key = scene.app.privateKey.split('\n').filter(line => line.length > 40)
  return [...tokens, ...key, scene.app.webhookSecret, ...words, 'eyJ', 'BEGIN', '<!-- dg:', 'sha256=']
}

const post = (scene: Scene, body: string, headers: Readonly<Record<string, string>>) =>
  fetch(`http://127.0.0.1:${scene.server.port}/api/github/webhooks`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-github-delivery': crypto.randomUUID(), ...headers },
  })

test('T-80 M5 no payload, comment, token or key gets to the log, whatever fails', { timeout: 90_000 }, async () => {
  const { scene, lines } = await listening()
  const { sandbox, repository } = scene
  await repository.commit('zebra', {
    from: 'main',
    files: { 'deploy/Zebra-file.yaml': 'replicas: 3\n', 'docs/guide.md': '# Zebra-file\n' },
    message: 'Zebra-title',
    author: 'chen',
  })
  const pull = await repository.openPullRequest({
    title: 'Zebra-title',
    body: 'Zebra-description',
    head: 'zebra',
    author: 'chen',
  })
  await scene.settle()
  pull.comment('li-wei', '/sign-off rollback\nZebra-comment')
  pull.comment('chen', '/waive docs Zebra-reason')
  pull.comment('chen', '/sign-off Zebra-comment')
  await scene.settle()
  // Every way in which GitHub may fail, on reads and on writes.
  for (const fault of [
    { kind: 'status', status: 500, body: { message: 'Server Error' } },
    { kind: 'truncated-json' },
    { kind: 'html', status: 502 },
    { kind: 'reset-before' },
  ] as const) {
    sandbox.faults.add({ match: /^graphql:/, times: 1, ...fault })
    pull.comment('ana', `/recheck Zebra-comment ${fault.kind}`)
    await until(`${fault.kind} in the log`, () => lines.some(line => line.event.endsWith('.failed')))
    await scene.settle()
  }
  sandbox.faults.clear()
  // Forged, and signed but not what GitHub sends.
  await post(scene, '{"comment":{"body":"Zebra-comment"}}', {
    'x-github-event': 'issue_comment',
    'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
  })
  const { createHmac } = await import('node:crypto')
  const odd = '{"action":"created","comment":{"body":"Zebra-comment"}}'
  await post(scene, odd, {
    'x-github-event': 'issue_comment',
    'x-hub-signature-256': `sha256=${createHmac('sha256', scene.app.webhookSecret).update(odd).digest('hex')}`,
  })
  await scene.restart()
  await scene.settle()

  const seen = new Set(lines.map(line => line.event))
  for (const event of ['webhook.stored', 'lane.taken', 'lane.released', 'pull-request.evaluated', 'effect.ended']) {
    expect([...seen]).toContain(event)
  }
  expect([...seen]).toEqual(expect.arrayContaining(['lane.failed', 'webhook.signature-refused', 'webhook.malformed']))
  const text = lines.map(line => JSON.stringify(line)).join('\n')
  for (const word of forbidden(scene)) expect(text.includes(word) ? word : null).toBeNull()
})

test('one delivery can be followed from its arrival to what it caused', { timeout: 60_000 }, async () => {
  const { scene, lines } = await listening()
  const pull = await scene.open()
  lines.length = 0
  pull.comment('li-wei', '/sign-off rollback')
  await scene.settle()
  const lane = `${scene.repository.id}:pr:${pull.number}`
  const stored = lines.find(
    line =>
      line.event === 'webhook.stored' && line.fields.action === 'created' && line.fields.event === 'issue_comment',
  )
  expect(stored?.fields).toMatchObject({ lane, action: 'created', outcome: 'stored' })
  const id = String(stored?.fields.delivery)
  expect(scene.sandbox.deliveries.some(delivery => delivery.id === id)).toBe(true)
  const [, ...then] = lines.filter(line => line.fields.delivery === id || line.fields.lane === lane)
  const mine = then.filter(line => String(line.fields.deliveries ?? id).includes(id)).map(line => line.event)
  const order = ['lane.taken', 'pull-request.evaluated', 'lane.released', 'effect.ended']
  expect(order.map(event => mine.indexOf(event)).every((place, at, all) => place > (all[at - 1] ?? -1))).toBe(true)
})

test('T-80 the process as it is started writes JSON lines and nothing else', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox()
  const data = mkdtempSync(join(tmpdir(), 'log-'))
  sandbox.organization('acme').team('implementation', ['li-wei'])
  const app = sandbox.app({ slug: 'delivery-gates', permissions, events, webhookSecret: 'zebra '.repeat(8) })
  const repository = await sandbox.repository('acme', 'widgets', {
    files: { 'deploy/a.yaml': 'a: 1\n', '.github/delivery-gates.yml': readiness },
    collaborators: { chen: 'write', 'li-wei': 'write' },
  })
  const child = spawn(process.execPath, [join(root, 'app/index.ts')], {
    cwd: data,
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'debug',
      DATA_DIR: data,
      APP_ID: String(app.id),
      WEBHOOK_SECRET: app.webhookSecret,
      PRIVATE_KEY: app.privateKey,
      GITHUB_API_URL: sandbox.apiUrl,
    },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', chunk => {
    out += chunk
  })
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const ended = new Promise<number | null>(settle => child.on('close', settle))
  try {
    await until('the start', () => out.includes('app.started'))
    const port = JSON.parse(out.split('\n').find(line => line.includes('app.started')) ?? '{}').port
    app.setWebhookUrl(`http://127.0.0.1:${port}/api/github/webhooks`)
    app.install('acme')
    await repository.commit('topic', {
      from: 'main',
      files: { 'deploy/a.yaml': 'a: 2\n' },
      message: 'x',
      author: 'chen',
    })
    const pull = await repository.openPullRequest({ title: 'Zebra-title', head: 'topic', author: 'chen' })
    await until('a check', () => pull.checkRuns().some(check => check.name === 'delivery-gates'))
    pull.comment('li-wei', '/sign-off rollback Zebra-comment')
    await until('the sign-off', () => out.split('pull-request.evaluated').length > 2)
  } finally {
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await sandbox.close()
    rmSync(data, { recursive: true, force: true })
  }
  expect(err).toBe('')
  const lines = out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  for (const line of lines)
    expect(line).toMatchObject({ at: expect.any(String), level: expect.any(String), event: expect.any(String) })
  const secrets = [app.webhookSecret, ...app.privateKey.split('\n').filter(line => line.length > 40)]
  const tokens = [...sandbox.world.tokens.keys()].map(token => token.slice(4))
  for (const word of [...secrets, ...tokens, 'Zebra-title', 'Zebra-comment', 'eyJ']) {
    expect(out.includes(word) ? word : null).toBeNull()
  }
})

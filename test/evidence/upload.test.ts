import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PullRequest, WorkflowRun } from '../sandbox/index.ts'
import { issuerKeys } from '../sandbox/oidc.ts'
import { gateOf, openReachable, post, type Reachable, reportOf, runOf, uploadOf } from './stage.ts'

let scene: Reachable
beforeAll(async () => {
  scene = await openReachable()
})
afterAll(() => scene.close())

let changes = 0
async function change(): Promise<{ readonly pull: PullRequest; readonly run: WorkflowRun }> {
  changes += 1
  const pull = await scene.open({ files: { 'src/price.js': `export const price = ${changes + 1}\n` } })
  return { pull, run: await runOf(scene, pull) }
}

const statusIs = (status: number, code: string) => ({ status, text: expect.stringMatching(new RegExp(`^${code}\\b`)) })

describe('T-86 POST /api/evidence', () => {
  test('waits for CI until the run has handed over what it measured, then judges by it', async () => {
    const { pull, run } = await change()
    expect(await gateOf(scene, pull)).toBe('waiting')
    expect((await reportOf(scene, pull)).waitingFor).toEqual([{ kind: 'ci' }])
    const answer = await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    expect(answer).toEqual({ status: 201, text: expect.stringMatching(/^stored sha256:[0-9a-f]{64}$/) })
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    expect((await reportOf(scene, pull)).coverage?.patch).toEqual({ covered: 9, total: 10 })
    expect(scene.sandbox.violations).toEqual([])
  })

  test('the same bytes again are no news, with the token or another one', async () => {
    const { pull, run } = await change()
    const [token, body] = [run.idToken(scene.appUrl), uploadOf(run, pull.headSha)]
    expect((await post(scene, token, body)).status).toBe(201)
    expect((await post(scene, token, body)).status).toBe(200)
    expect((await post(scene, run.idToken(scene.appUrl), body)).status).toBe(200)
    expect(await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)).toHaveLength(1)
  })

  test('reused: a token is good for one document', async () => {
    const { pull, run } = await change()
    const token = run.idToken(scene.appUrl)
    expect((await post(scene, token, uploadOf(run, pull.headSha))).status).toBe(201)
    expect(await post(scene, token, uploadOf(run, pull.headSha, 10))).toEqual(statusIs(409, 'EVD-REPLAY'))
    await scene.settle()
    expect((await reportOf(scene, pull)).coverage?.patch).toEqual({ covered: 9, total: 10 })
  })

  test('a newer attempt takes the place of an older one, which cannot come back', async () => {
    const { pull, run } = await change()
    const old = run.idToken(scene.appUrl)
    const oldBody = uploadOf(run, pull.headSha, 10)
    expect((await post(scene, run.idToken(scene.appUrl), oldBody)).status).toBe(201)
    run.rerun()
    expect((await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha, 2))).status).toBe(201)
    expect(await post(scene, old, oldBody)).toEqual(statusIs(409, 'EVD-ATTEMPT'))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('failed')
    expect(await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)).toHaveLength(1)
  })

  test('a push makes it wait again, and evidence of the old head does not count for the new one', async () => {
    const { pull, run } = await change()
    await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('passed')
    await scene.repository.commit(pull.headRef, {
      files: { 'src/price.js': 'export const price = 99\n' },
      message: 'More',
      author: 'chen',
    })
    await scene.settle()
    expect(await gateOf(scene, pull)).toBe('waiting')
    const late = await post(scene, run.idToken(scene.appUrl), uploadOf(run, pull.headSha))
    expect(late).toEqual(statusIs(403, 'EVD-HEAD'))
  })

  describe('tokens that are nobody’s here: 401, and never why', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const header = { typ: 'JWT', kid: 'sandbox-oidc-1' }
    const now = () => Math.floor(Date.now() / 1000)
    const forged: readonly [string, (run: WorkflowRun) => string | null][] = [
      ['none at all', () => null],
      ['no token', () => 'ghs_0123456789abcdef'],
      ['wrong aud', run => run.idToken('https://other.example')],
      ['aud of the App and of another', run => run.idToken('', { aud: [scene.appUrl, 'https://other.example'] })],
      ['aud with a slash more', run => run.idToken(`${scene.appUrl}/`)],
      ['other issuer', run => run.idToken(scene.appUrl, { iss: 'https://token.actions.githubusercontent.com' })],
      ['expired', run => run.idToken(scene.appUrl, { exp: now() - 120, nbf: now() - 600, iat: now() - 600 })],
      ['not yet valid', run => run.idToken(scene.appUrl, { nbf: now() + 600 })],
      ['no exp', run => run.idToken(scene.appUrl, { exp: undefined })],
      ['no jti', run => run.idToken(scene.appUrl, { jti: undefined })],
      ['numbers for ids', run => run.idToken(scene.appUrl, { run_id: run.id })],
      ['no job_workflow_ref', run => run.idToken(scene.appUrl, { job_workflow_ref: undefined })],
      [
        'alg none',
        run =>
          `${part({ ...header, alg: 'none' })}.${part(run.claims(scene.appUrl))}.${Buffer.from('x').toString('base64url')}`,
      ],
      ['alg none, no signature', run => `${part({ ...header, alg: 'none' })}.${part(run.claims(scene.appUrl))}.`],
      [
        'HS256 with the public key',
        run => {
          const signed = `${part({ ...header, alg: 'HS256' })}.${part(run.claims(scene.appUrl))}`
          return `${signed}.${createHmac('sha256', issuerKeys().publicKey).update(signed).digest('base64url')}`
        },
      ],
      [
        'signed with another key',
        run => {
          const signed = `${part({ ...header, alg: 'RS256' })}.${part(run.claims(scene.appUrl))}`
          return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), other.privateKey).toString('base64url')}`
        },
      ],
      ['a key that the issuer has not', run => run.idToken(scene.appUrl, {}, { kid: 'other' })],
      [
        'a key in the header',
        run => run.idToken(scene.appUrl, {}, { kid: 'x', jwk: other.publicKey.export({ format: 'jwk' }) }),
      ],
      [
        'an address of keys in the header',
        run => run.idToken(scene.appUrl, {}, { jku: 'http://127.0.0.1:1/', kid: 'x' }),
      ],
      ['claims changed after signing', run => swapped(run)],
      ['a critical extension', run => run.idToken(scene.appUrl, {}, { crit: ['x'], x: 1 })],
    ]
    const swapped = (run: WorkflowRun): string => {
      const [head = '', , signature = ''] = run.idToken(scene.appUrl).split('.')
      return `${head}.${part({ ...run.claims(scene.appUrl), run_id: '1' })}.${signature}`
    }

    test.each(forged)('%s', async (_, make) => {
      const { pull, run } = await change()
      const answer = await post(scene, make(run), uploadOf(run, pull.headSha))
      expect(answer).toEqual({ status: 401, text: 'EVD-TOKEN: a token of the workflow run for this App is required' })
      expect(await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)).toEqual([])
    })
  })

  describe('good tokens of runs that do not count: 403 with what to do', () => {
    const claims: readonly [string, Readonly<Record<string, unknown>>, string][] = [
      ['another repository', { repository_id: '99', repository: 'evil/repo' }, 'EVD-REPOSITORY'],
      ['another run', { run_id: '424242' }, 'EVD-RUN'],
      ['an attempt that has not been', { run_attempt: '7' }, 'EVD-RUN'],
      ['another event', { event_name: 'workflow_dispatch' }, 'EVD-RUN'],
      ['an event that runs on the base', { event_name: 'pull_request_target' }, 'EVD-EVENT'],
      ['a push', { event_name: 'push', ref: 'refs/heads/main' }, 'EVD-EVENT'],
      [
        'a workflow of another repository that nobody allowed',
        { job_workflow_ref: 'evil/ci/.github/workflows/gates.yml@refs/heads/main' },
        'EVD-WORKFLOW',
      ],
      ['something that is no workflow', { job_workflow_ref: 'acme/widgets/gates.yml@refs/heads/main' }, 'EVD-WORKFLOW'],
    ]
    test.each(claims)('%s', async (_, forged, code) => {
      const { pull, run } = await change()
      const answer = await post(scene, run.idToken(scene.appUrl, forged), uploadOf(run, pull.headSha))
      expect(answer).toEqual(statusIs(403, code))
      expect(await scene.server.store.evidence.of(String(scene.repository.id), pull.headSha)).toEqual([])
    })

    test('a document about another commit than the run’s', async () => {
      const { run } = await change()
      const { pull: other } = await change()
      const answer = await post(scene, run.idToken(scene.appUrl), uploadOf(run, other.headSha))
      expect(answer).toEqual(statusIs(403, 'EVD-HEAD'))
    })
  })

  describe('documents that nobody can use', () => {
    const bodies: readonly [
      string,
      (run: WorkflowRun, sha: string) => string | Uint8Array<ArrayBuffer>,
      number,
      string,
    ][] = [
      ['not JSON', () => '{', 422, 'EVD-DOCUMENT'],
      ['another document', () => '{"schemaVersion":1}', 422, 'EVD-DOCUMENT'],
      ['nothing measured', (_, sha) => JSON.stringify({ schemaVersion: 1, headSha: sha }), 422, 'EVD-DOCUMENT'],
      [
        'broken inside',
        (_, sha) => JSON.stringify({ schemaVersion: 1, headSha: sha, coverage: 'x' }),
        422,
        'EVD-DOCUMENT',
      ],
      [
        'a later version',
        (run, sha) => uploadOf(run, sha).replace('"schemaVersion":1', '"schemaVersion":2'),
        422,
        'EVD-DOCUMENT',
      ],
      ['another run inside', (run, sha) => uploadOf({ id: 1, attempt: run.attempt }, sha), 422, 'EVD-DOCUMENT'],
      ['not UTF-8', () => new Uint8Array([0x22, 0xff, 0x22]), 422, 'EVD-DOCUMENT'],
      [
        'facts that the App reads by itself',
        (run, sha) => uploadOf(run, sha).replace('{', '{"reviews":[],"labels":["approved"],'),
        422,
        'EVD-DOCUMENT',
      ],
      ['over 1 MiB', () => 'x'.repeat(1024 * 1024 + 1), 413, 'EVD-LARGE'],
    ]
    test.each(bodies)('%s', async (_, make, status, code) => {
      const { pull, run } = await change()
      const answer = await post(scene, run.idToken(scene.appUrl), make(run, pull.headSha))
      expect(answer).toEqual(statusIs(status, code))
    })

    test('another content type, a coded body, another method', async () => {
      const { pull, run } = await change()
      const body = uploadOf(run, pull.headSha)
      const token = run.idToken(scene.appUrl)
      expect((await post(scene, token, body, { 'content-type': 'text/plain' })).status).toBe(415)
      expect((await post(scene, token, body, { 'content-encoding': 'gzip' })).status).toBe(415)
      expect((await fetch(`${scene.appUrl}/api/evidence`)).status).toBe(405)
    })
  })

  test('what is refused is logged without the token', () => {
    expect(scene.warnings.some(line => line.startsWith('evidence.refused'))).toBe(true)
    expect(scene.warnings.join('\n')).not.toMatch(/eyJ/)
  })
})

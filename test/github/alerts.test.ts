import { describe, expect, test } from 'vitest'
import { alertsOf } from '../../src/github/alerts.ts'
import type { GitHubClient } from '../../src/github/client.ts'
import { say } from '../../src/locales/index.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import { policy, shaOf } from '../support/facts.ts'

type Answer = (parameters: Readonly<Record<string, unknown>>) => unknown

const failed = (status: number) => Object.assign(new Error('no'), { status })

function clientOf(answers: Readonly<Record<string, Answer>>, graphql: () => unknown = () => null) {
  const asked: string[] = []
  const client: GitHubClient = {
    graphql: async <T>() => graphql() as T,
    request: async (route, parameters) => {
      asked.push(`${route.replace(/.*{repo}\//, '')} ${parameters.ref ?? ''}`.trim())
      const found = Object.entries(answers).find(([part]) => route.includes(part))
      if (found === undefined) throw failed(404)
      return { status: 200, data: found[1](parameters) }
    },
  }
  return { client, asked }
}

const place = {
  repository: { id: '1', nodeId: 'R', owner: 'acme', name: 'shop', isPrivate: true },
  number: 12,
  baseRef: 'main',
  headSha: shaOf('a'),
}
const options = (findings: object) => policy(JSON.stringify({ version: 1, gates: { findings } }))
const scanning = (over: object = {}) => options({ alerts: ['code-scanning'], ...over })

const alert = (number: number, rule: object = { id: 'js/xss', security_severity_level: 'high' }) => ({
  number,
  rule,
  tool: { name: 'CodeQL' },
  most_recent_instance: { location: { path: 'src/a.ts', start_line: 3 } },
})
const analysis = (sha: string) => ({ 'code-scanning/analyses': () => [{ commit_sha: sha }] })
const merged = { 'git/commits': () => ({ parents: [{ sha: shaOf('b') }, { sha: shaOf('a') }] }) }

describe('alerts', () => {
  test('are not read where the policy does not ask', async () => {
    const { client, asked } = clientOf({})
    expect((await alertsOf(client, place, options({ sarif: ['a.sarif'] }))).state).toBe('unknown')
    expect(asked).toEqual([])
  })

  test('of code scanning, for the merge of this very head', async () => {
    const { client, asked } = clientOf({ ...analysis(shaOf('c')), ...merged, 'code-scanning/alerts': () => [alert(7)] })
    expect(await alertsOf(client, place, scanning())).toEqual({
      state: 'present',
      value: [
        {
          kind: 'code-scanning',
          number: 7,
          tool: 'CodeQL',
          rule: 'js/xss',
          severity: 'high',
          path: 'src/a.ts',
          line: 3,
        },
      ],
    })
    expect(asked.at(-1)).toBe('code-scanning/alerts refs/pull/12/merge')
  })

  test('an analysis of an earlier push says nothing: absent', async () => {
    const earlier = { 'git/commits': () => ({ parents: [{ sha: shaOf('b') }, { sha: shaOf('d') }] }) }
    for (const more of [earlier, {}]) {
      const { client } = clientOf({ ...analysis(shaOf('c')), ...more, 'code-scanning/alerts': () => [] })
      expect((await alertsOf(client, place, scanning())).state).toBe('absent')
    }
  })

  test('with new_only those of the base branch are old', async () => {
    const lists: Answer = ({ ref }) => (ref === 'refs/heads/main' ? [alert(7)] : [alert(7), alert(8)])
    const { client } = clientOf({ ...analysis(shaOf('a')), 'code-scanning/alerts': lists })
    const read = await alertsOf(client, place, scanning({ new_only: true }))
    expect(read.state === 'present' && read.value.map(each => each.isNew)).toEqual([false, true])
  })

  test.each<[object, string]>([
    [{ severity: 'error' }, 'high'],
    [{ severity: 'note' }, 'low'],
    [{ security_severity_level: 'critical' }, 'critical'],
    [{ security_severity_level: 'dire' }, 'critical'],
    [{ severity: 'dire' }, 'critical'],
    [{}, 'medium'],
  ])('a rule with %j is %s', async (rule, severity) => {
    const { client } = clientOf({ ...analysis(shaOf('a')), 'code-scanning/alerts': () => [alert(1, rule)] })
    const read = await alertsOf(client, place, scanning())
    expect(read.state === 'present' && read.value[0]?.severity).toBe(severity)
  })

  test('every page is read, and a list without an end is unknown', async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => alert(index))
    const pages: Answer = ({ page }) => (page === 3 ? [alert(900)] : hundred)
    const read = await alertsOf(
      clientOf({ ...analysis(shaOf('a')), 'code-scanning/alerts': pages }).client,
      place,
      scanning(),
    )
    expect(read.state === 'present' && read.value.length).toBe(201)
    const endless = clientOf({ ...analysis(shaOf('a')), 'code-scanning/alerts': () => hundred })
    expect((await alertsOf(endless.client, place, scanning())).state).toBe('unknown')
  })

  test.each([403, 404])('R-12 HTTP %d is unknown and names the permission', async status => {
    for (const [kind, permission] of [
      ['code-scanning', 'security-events: read'],
      ['secret-scanning', 'secret_scanning_alerts: read'],
      ['dependabot', 'vulnerability-alerts: read'],
    ]) {
      const refuse = () => {
        throw failed(status)
      }
      const { client } = clientOf({ '/repos': refuse }, refuse)
      const read = await alertsOf(client, place, options({ alerts: [kind] }))
      if (read.state !== 'unknown') throw new Error(read.state)
      expect(say(read.reason, 'en', plainFormatter('en'))).toContain(permission)
    }
  })

  test('R-12 any other failure is unknown too', async () => {
    for (const answer of [
      () => {
        throw failed(500)
      },
      () => ({ message: 'odd' }),
    ]) {
      const { client } = clientOf({ '/repos': answer })
      expect((await alertsOf(client, place, scanning())).state).toBe('unknown')
    }
  })

  test('of Dependabot, and of secrets without the secrets', async () => {
    const node = {
      number: 4,
      vulnerableManifestPath: 'package-lock.json',
      securityAdvisory: { ghsaId: 'GHSA-1' },
      securityVulnerability: { severity: 'MODERATE' },
    }
    const page = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [node] }
    const secrets: Answer = ({ hide_secret: hidden }) => [
      { number: 9, secret_type: 'aws_key', secret: hidden ? null : 'AKIA' },
    ]
    const { client } = clientOf({ 'secret-scanning/alerts': secrets }, () => ({
      repository: { vulnerabilityAlerts: page },
    }))
    const read = await alertsOf(client, place, options({ alerts: ['dependabot', 'secret-scanning'] }))
    expect(
      read.state === 'present' && read.value.map(each => [each.kind, each.rule, each.severity, each.isNew]),
    ).toEqual([
      ['dependabot', 'GHSA-1', 'medium', false],
      ['secret-scanning', 'aws_key', 'critical', undefined],
    ])
    expect(JSON.stringify(read)).not.toContain('AKIA')
  })
})

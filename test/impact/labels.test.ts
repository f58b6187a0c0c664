import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LabelledCommit, readLabels } from '../../scripts/impact-eval/labels.ts'
import { destructionOf, matchCommit, precisionOf, recallOf, scoreOf } from '../../scripts/impact-eval/match.ts'
import { type Impact, impactKinds } from '../../src/impact/model.ts'

const folder = join(import.meta.dirname, 'labels')

describe('labels of real commits', () => {
  const [first = [], second = [], third = []] = ['first', 'second', 'third'].map(name =>
    readLabels(join(folder, `${name}.json`)),
  )
  const commits = [...first, ...second, ...third]

  test('speak of every kind, and of commits that mean nothing to who deploys', () => {
    const kinds = new Set(commits.flatMap(({ labels }) => labels.map(label => label.kind)))
    expect(impactKinds.filter(kind => !kinds.has(kind))).toEqual([])
    expect(commits.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(25)
    expect(new Set(commits.map(({ repo }) => repo)).size).toBeGreaterThanOrEqual(60)
  })

  test('no two sets have a repository in common', () => {
    const sets = [first, second, third].map(set => new Set(set.map(({ repo }) => repo)))
    expect(sets.reduce((sum, set) => sum + set.size, 0)).toBe(new Set(commits.map(({ repo }) => repo)).size)
  })
})

const commit = (parts: Partial<LabelledCommit>): LabelledCommit => ({
  repo: 'owner/name',
  sha: '0'.repeat(40),
  stack: 'any',
  picked: 'random',
  labels: [],
  tolerated: [],
  ...parts,
})

const impact = (kind: Impact['kind'], key: string, parts: Partial<Impact> = {}): Impact => ({
  kind,
  key,
  direction: 'added',
  destructive: false,
  file: 'a',
  line: 1,
  from: null,
  to: null,
  ...parts,
})

const told = (labels: LabelledCommit['labels'], impacts: readonly Impact[]) => {
  const score = scoreOf([matchCommit(commit({ labels }), impacts)])
  return [score.told, score.alarms]
}

describe('statements against labels', () => {
  test.each([
    ['migration', '7_users', 'db/migrations/7_users.up.sql'],
    ['migration', '7_users', 'migrations/7_users/up.sql'],
    ['migration', '7_users', 'prisma/migrations/7_users/migration.sql'],
    ['migration', 'V1_2__users', 'V1_2__users'],
    ['base-image', 'alpine', 'docker.io/library/alpine:3.20@sha256:00'],
    ['port', '8080', '127.0.0.1:80:8080/tcp'],
    ['terraform-var', 'zone', 'output.zone'],
    ['config-key', 'Storage.Provider', 'Storage:Provider'],
    ['k8s-resource', 'CronJob/report', 'CronJob'],
    ['helm-value', 'metrics.*', 'metrics.service.port'],
    ['runtime-version', 'go', 'Go'],
  ] as const)('%s %s is %s', (kind, label, key) => {
    expect(told([{ kind, key: label, direction: 'added' }], [impact(kind, key)])).toEqual([1, 0])
  })

  test.each([
    ['another key', impact('port', '8081')],
    ['another kind', impact('env-var', '8080')],
    ['another direction', impact('port', '8080', { direction: 'changed' })],
    ['another file', impact('port', '8080', { file: 'b' })],
    ['a key that only begins so', impact('port', '80801')],
  ])('%s is a miss and a false alarm', (_, statement) => {
    expect(told([{ kind: 'port', key: '8080', direction: 'added', file: 'a' }], [statement])).toEqual([0, 1])
  })

  test('a block told leaf by leaf counts once', () => {
    const label = { kind: 'helm-value', key: 'probe', direction: 'added' } as const
    const any = [{ ...label, key: 'probe.*' }]
    const leaves = [impact('helm-value', 'probe.path'), impact('helm-value', 'probe.port')]
    expect(told([{ ...label, any }], leaves)).toEqual([1, 0])
    expect(told([{ ...label, any }], [impact('helm-value', 'probe')])).toEqual([1, 0])
  })

  test('what is tolerated is neither right nor wrong', () => {
    const tolerated = [{ kind: '*', key: '*', direction: '*', file: 'examples/values.yaml' }] as const
    const outcome = matchCommit(commit({ tolerated }), [impact('port', '80', { file: 'examples/values.yaml' })])
    const score = scoreOf([outcome])
    expect([precisionOf(score), recallOf(score)]).toEqual([null, null])
    expect(outcome.tolerated).toHaveLength(1)
  })

  test('destruction is asked of facts that were told, unless it is open', () => {
    const migration = (key: string, destructive?: true | 'open') =>
      ({ kind: 'migration', key, direction: 'added', ...(destructive === undefined ? {} : { destructive }) }) as const
    const labels = [migration('1', true), migration('2', 'open'), migration('3'), migration('4', true)]
    const impacts = ['1', '2', '3'].map(key => impact('migration', key, { destructive: key !== '1' }))
    expect(destructionOf([matchCommit(commit({ labels }), impacts)])).toEqual({
      destructive: 1,
      flagged: 0,
      flaggedWrongly: 1,
    })
  })
})

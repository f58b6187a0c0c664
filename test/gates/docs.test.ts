import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ChangedFile, DiffLine, KnownFacts } from '../../src/facts/facts.ts'
import { substance } from '../../src/gates/docs/substance.ts'
import { type DocsOptions, docs } from '../../src/gates/docs.ts'
import { type Locale, say } from '../../src/locales/index.ts'
import type { Message } from '../../src/locales/message.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { words } from '../../src/words.ts'
import { context } from '../support/facts.ts'

const kinds: Readonly<Record<string, DiffLine['kind']>> = { ' ': 'context', '+': 'added', '-': 'removed' }

/** Lines marked as in a patch; the hunk begins at `start`, for an added file at 1. */
function file(path: string, patch: string, over: Partial<ChangedFile> & { readonly start?: number } = {}): ChangedFile {
  const { start = 10, ...rest } = over
  const lines =
    patch === ''
      ? []
      : patch.split('\n').map(line => ({ kind: kinds[line.charAt(0)] ?? 'context', text: line.slice(1) }))
  const count = (kind: DiffLine['kind']) => lines.filter(line => line.kind === kind).length
  return {
    path,
    status: 'modified',
    kind: 'text',
    blob: '1'.repeat(40),
    additions: count('added'),
    deletions: count('removed'),
    hunks: lines.length === 0 ? [] : [{ oldStart: start, newStart: start, lines }],
    ...rest,
  }
}

const added = (path: string, text: string, over: Partial<ChangedFile> = {}): ChangedFile =>
  file(
    path,
    text === ''
      ? ''
      : text
          .split('\n')
          .map(line => `+${line}`)
          .join('\n'),
    { status: 'added', start: 1, ...over },
  )

const guide = {
  id: 'deploy-guide',
  kind: 'deployment',
  when: ['Dockerfile', 'deploy/**', 'migrations/**'],
  update: ['docs/deploy/**'],
}
const api = { id: 'api', kind: 'api', when: ['api/openapi.yaml'], update: ['docs/api/**'] }

const options = (over: object = {}): DocsOptions => docs.options.parse({ rules: [guide], ...over })

const facts = (changedFiles: readonly ChangedFile[] | null): KnownFacts<'changedFiles'> => ({
  repository: { id: '1', owner: 'acme', name: 'billing' },
  number: 12,
  title: 'Longer timeout',
  author: { id: '9', login: 'ada', type: 'User' },
  state: 'open',
  isDraft: false,
  baseRef: 'main',
  baseSha: 'b'.repeat(40),
  headSha: 'd'.repeat(40),
  evaluatedAt: '2026-11-20T12:00:00Z',
  roles: {},
  changedFiles,
})

const evaluate = (files: readonly ChangedFile[] | null, over: object = {}): GateResult =>
  docs.evaluate(facts(files), options(over), context)
const text = (message: Message, locale: Locale = 'en'): string => say(message, locale, plainFormatter(locale))
const told = (result: GateResult, locale: Locale = 'en'): readonly string[] =>
  'findings' in result && result.findings ? result.findings.map(finding => text(finding.message, locale)) : []
const next = (result: GateResult, locale: Locale = 'en'): string => ('next' in result ? text(result.next, locale) : '')

const values = file('deploy/values.yaml', ' a: 1\n-b: 2\n+b: 3', { start: 13 })
const good = file('docs/deploy/guide.md', ' # Guide\n+The payment timeout is now thirty seconds.')

describe('which changes ask for a document', () => {
  test.each<[string, ChangedFile]>([
    ['modified', values],
    ['added', added('deploy/new.yaml', 'a: 1')],
    ['deleted', file('deploy/old.yaml', '-a: 1', { status: 'deleted' })],
    ['T-36 renamed into the glob', file('deploy/b.yaml', '', { status: 'renamed', previousPath: 'x/b.yaml' })],
    ['T-36 renamed out of the glob', file('x/b.yaml', '', { status: 'renamed', previousPath: 'deploy/b.yaml' })],
    [
      'T-36 renamed into the documents',
      file('docs/deploy/b.yaml', '', { status: 'renamed', previousPath: 'deploy/b.yaml' }),
    ],
    ['copied into the glob', file('deploy/b.yaml', '', { status: 'copied', previousPath: 'x/b.yaml' })],
    [
      'T-36 B-F18 only the mode',
      file('deploy/run.sh', '', { status: 'changed', oldMode: '100644', newMode: '100755' }),
    ],
    ['T-36 B-F18 to a symlink', file('deploy/run.sh', '', { status: 'changed', kind: 'symlink', newMode: '120000' })],
    ['T-36 B-F18 submodule', file('deploy/chart', '', { kind: 'submodule', newMode: '160000' })],
    ['binary', file('deploy/logo.png', '', { kind: 'binary' })],
    ['patch left out by GitHub', file('deploy/values.yaml', '', { hunks: null })],
    ['T-37 decomposed name', added('deploy/u\u0308bersicht.yaml', 'a')],
  ])('%s', (_, trigger) => {
    expect(evaluate([trigger]).status).toBe('failed')
  })

  test.each<[string, ChangedFile]>([
    ['another folder', added('src/a.ts', 'a')],
    [
      'T-36 copied out of the glob: the source is untouched',
      file('x/b.yaml', '', { status: 'copied', previousPath: 'deploy/b.yaml' }),
    ],
  ])('not %s', (_, other) => {
    const result = evaluate([other])
    expect(result.status).toBe('passed')
    expect(text(result.summary)).toBe('No rule applies: no changed file asks for a document (1 rule checked).')
  })

  test('not a file that is itself one of the documents', () => {
    const rule = { ...guide, when: ['deploy/**'], update: ['deploy/**/*.md'] }
    expect(evaluate([file('deploy/README.md', '-old')], { rules: [rule] }).status).toBe('passed')
    expect(evaluate([file('deploy/README.md', '-old'), values], { rules: [rule] }).status).toBe('failed')
  })

  test('T-37 a composed glob sees a decomposed path, and the other way round', () => {
    const rule = (glob: string) => ({ rules: [{ ...guide, when: [glob] }] })
    expect(evaluate([added('dokumente/\u00fc.yaml', 'a')], rule('dokumente/u\u0308.yaml')).status).toBe('failed')
    expect(evaluate([added('dokumente/u\u0308.yaml', 'a')], rule('dokumente/\u00fc.yaml')).status).toBe('failed')
  })

  test('B-F20 no file changed', () => {
    const result = evaluate([])
    expect(result.status).toBe('passed')
    expect(text(result.summary)).toBe('The pull request changes no file, so there is nothing to document.')
  })

  test('T-35 no list of files is unknown', () => {
    const result = evaluate(null)
    expect(result.status).toBe('unknown')
    expect(text(result.summary)).toBe(
      'The list of changed files is missing, so no documentation rule could be checked.',
    )
  })
})

describe('what the author reads', () => {
  test('a trigger without a document', () => {
    const result = evaluate([values, file('deploy/b.yaml', '', { hunks: null })])
    expect(result.status).toBe('failed')
    expect(text(result.summary)).toBe('deploy/values.yaml:14 changed, no deployment document did.')
    expect(told(result)).toEqual([
      'Rule deploy-guide: deploy/values.yaml:14 changed, and so did deploy/b.yaml; no deployment document has new text. Expected: docs/deploy/**.',
    ])
    expect(next(result)).toBe('Describe the change in docs/deploy/**, with at least 3 new words.')
    expect('findings' in result && result.findings?.[0]).toMatchObject({ path: 'deploy/values.yaml', line: 14 })
  })

  test('in Chinese', () => {
    const result = evaluate([values, file('docs/deploy/a.md', '+one word')])
    expect(text(result.summary, 'zh-CN')).toBe('deploy/values.yaml:14 有变更，但没有更新部署文档。')
    expect(told(result, 'zh-CN')).toEqual([
      '规则 deploy-guide：deploy/values.yaml:14 有变更，但部署文档没有新增文字。应更新 docs/deploy/**。',
      'docs/deploy/a.md 不算数：新增 2 个词，要求至少 3 个。',
    ])
    expect(next(result, 'zh-CN')).toBe('请在 docs/deploy/a.md 中再新增至少 1 个词。')
  })

  test('a document that counts', () => {
    const result = evaluate([values, good])
    expect(result.status).toBe('passed')
    expect(text(result.summary)).toBe('Updated: docs/deploy/guide.md (deploy-guide, 7 new words).')
    expect(told(result)).toEqual(['Rule deploy-guide: docs/deploy/guide.md has 7 new words.'])
  })

  test('several rules, each on its own', () => {
    const spec = file('api/openapi.yaml', '+  /refunds:')
    const rules = [guide, api, { id: 'faq', kind: 'faq', when: ['faq/**'], update: ['docs/faq.md'] }]
    const one = evaluate([values, spec, good], { rules })
    expect(text(one.summary)).toBe('api/openapi.yaml:10 changed, no API document did.')
    expect(told(one)).toEqual([
      'Rule deploy-guide: docs/deploy/guide.md has 7 new words.',
      'Rule api: api/openapi.yaml:10 changed; no API document has new text. Expected: docs/api/**.',
      'Rule faq: no changed file asks for a document.',
    ])
    const two = evaluate([values, spec], { rules })
    expect(text(two.summary)).toBe(
      '2 of 3 documentation rules lack a document: deploy-guide (deploy/values.yaml:14) and api (api/openapi.yaml:10).',
    )
    expect(next(two)).toBe(
      'Describe the change in docs/deploy/**, with at least 3 new words. Describe the change in docs/api/**, with at least 3 new words.',
    )
  })

  test('the fastest way: missing words first, then placeholders, then a new text', () => {
    const few = file('docs/deploy/few.md', '+timeout thirty')
    const open = file('docs/deploy/open.md', '+TODO')
    expect(next(evaluate([values, open, few]))).toBe('Add at least 1 more new word to docs/deploy/few.md.')
    expect(next(evaluate([values, open]))).toBe('Replace the placeholders in docs/deploy/open.md, line 10.')
    const rule = { ...guide, update: ['docs/deploy/**', '!docs/deploy/gen/**', 'CHANGELOG.md'], min_words: 5 }
    expect(next(evaluate([values], { rules: [rule] }))).toBe(
      'Describe the change in docs/deploy/** or CHANGELOG.md, with at least 5 new words.',
    )
  })

  test('B-M14 a right-to-left override in a name does not reach the reader', () => {
    const result = evaluate([added('deploy/\u202egpj.exe', 'x')])
    expect(text(result.summary)).not.toContain('\u202e')
    expect(text(result.summary)).toContain('changed, no deployment document did.')
  })
})

describe('B-F14 B-F15 B-F16 an edited document that does not count says why', () => {
  const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:aaaa\nsize 12345'
  const path = 'docs/deploy/a.md'
  test.each<[string, ChangedFile, string]>([
    [
      'B-F14 white space',
      file(path, '-Run the  migration\n+Run the migration'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'B-F14 blank lines',
      file(path, ' a\n+\n+  '),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'B-F14 line ends',
      file(path, '-Run it now please\n+Run it now please'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'B-F14 punctuation and rules',
      file(path, '+---\n+***\n+| --- | --- |'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'B-F14 re-wrapped',
      file(path, '-run the migration before\n-the deploy\n+run the migration\n+before the deploy'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'B-F14 HTML comment',
      file(path, '+<!-- docs are updated in this change -->'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 comment over several lines',
      file(path, '+<!--\n+docs are updated\n+in this change\n+-->'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 inside a comment that began above',
      file(path, '+docs are updated here\n -->\n text'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 a comment that does not end in sight',
      file(path, ' <!--\n+docs are updated here'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'MDX comment',
      file('docs/deploy/a.mdx', '+{/* docs are updated here */}'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'AsciiDoc comment',
      file('docs/deploy/a.adoc', '+// docs are updated here'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'reStructuredText comment',
      file('docs/deploy/a.rst', '+.. docs are updated here'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 front matter',
      file(path, ' ---\n title: Guide\n-date: 2026-01-01\n+date: 2026-11-20\n+tags: one two three four\n ---', {
        start: 1,
      }),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 date of front matter out of sight of its start',
      file(path, ' title: x\n-lastmod: 2026-01-01T00:00:00Z\n+lastmod: 2026-11-20T12:30:00Z', { start: 5 }),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 "Last updated"',
      file(path, '-*Last updated: 2026-01-01*\n+**Last updated:** 2026-11-20'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'B-F14 link definitions',
      file(path, '+[guide]: https://example.com/some/long/path "A title of words"'),
      'it differs only in comments, front matter, dates or link definitions.',
    ],
    [
      'invisible characters',
      file(path, '+\u200b\u200d\u2060 \u00ad'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'tags and entities',
      file(path, '+<br><a id="one-two-three"></a>&nbsp;&nbsp;'),
      'it differs only in white space, line ends, punctuation or markup.',
    ],
    [
      'moved within the file',
      file(path, '-Stop the old server.\n-Then wait.\n ctx\n+Then wait.\n+Stop the old server.'),
      'it has only moved or re-ordered text.',
    ],
    ['letter case', file(path, '-run the migration\n+RUN THE MIGRATION'), 'it has only moved or re-ordered text.'],
    ['B-F15 deleted', file(path, '-a b c d', { status: 'deleted' }), 'it was deleted.'],
    [
      'B-F15 only renamed',
      file(path, '', { status: 'renamed', previousPath: 'docs/deploy/b.md' }),
      'it was only moved or renamed.',
    ],
    [
      'B-F15 moved out of the documents',
      file('old/a.md', '+four words are new', { status: 'renamed', previousPath: 'docs/deploy/a.md' }),
      'it was only moved or renamed.',
    ],
    ['only copied', file(path, '', { status: 'copied', previousPath: 'docs/deploy/b.md' }), 'it is only a copy.'],
    ['B-F15 only lost text', file(path, ' a\n-b c d e'), 'it only lost text.'],
    ['B-F15 empty', added(path, ''), 'it is empty.'],
    [
      'B-F15 binary',
      file('docs/deploy/guide.pdf', '', { kind: 'binary' }),
      'it is a binary file, whose text cannot be read.',
    ],
    [
      'B-F18 only the mode',
      file(path, '', { status: 'changed', newMode: '100755' }),
      'it has a new file mode and the same text.',
    ],
    ['B-F18 symlink', added(path, '../a b c d', { kind: 'symlink' }), 'it is a link or a submodule, not a text.'],
    ['B-F18 LFS pointer', added('docs/deploy/guide.pdf', lfs), 'it is a Git LFS pointer, whose text cannot be read.'],
    ['too few words', file(path, '+timeout thirty'), '2 new words, 3 required.'],
    ['one word replaced', file(path, '-wait 30 seconds\n+wait 60 seconds'), '1 new word, 3 required.'],
    [
      'B-F16 TODO',
      added(path, '# Guide\n\nTODO: describe the rollback of this change'),
      'there are placeholders in line 3.',
    ],
    [
      'B-F16 prompts of a template',
      added(path, '# Guide\n<describe how to roll back>\n\nTBD\n[FIXME]'),
      'there are placeholders in lines 2, 4 and 5.',
    ],
    [
      'B-F16 among real text',
      added(path, 'Set the timeout to thirty seconds.\nTODO'),
      'there are placeholders in line 2.',
    ],
    ['B-F16 Chinese', added(path, '# 部署\n（待补充）'), 'there are placeholders in line 2.'],
    ['B-F16 lorem ipsum', added(path, 'Lorem ipsum dolor sit amet'), 'there are placeholders in line 1.'],
  ])('%s', (_, document, why) => {
    const result = evaluate([values, document])
    expect(result.status).toBe('failed')
    expect(told(result).slice(1)).toEqual([`${document.path} does not count: ${why}`])
  })

  test('one document under two rules is explained once', () => {
    const rules = [guide, { ...guide, id: 'second' }]
    expect(
      told(evaluate([values, file('docs/deploy/a.md', '+TODO')], { rules })).filter(line => line.startsWith('docs/')),
    ).toEqual(['docs/deploy/a.md does not count: there are placeholders in line 10.'])
  })

  test('generated documents', () => {
    const result = evaluate([values, good], { generated: ['docs/deploy/guide.md'] })
    expect(result.status).toBe('failed')
    expect(told(result).slice(1)).toEqual(['docs/deploy/guide.md does not count: it is listed as generated.'])
  })

  test('moved from another document of the rule', () => {
    const from = file('docs/deploy/a.md', '-Stop the old server first.\n-Then start the new one.')
    const to = added('docs/deploy/b.md', 'Stop the old server first.\n\nThen start the new one.')
    expect(told(evaluate([values, from, to])).slice(1)).toEqual([
      'docs/deploy/a.md does not count: it only lost text.',
      'docs/deploy/b.md does not count: it has only moved or re-ordered text.',
    ])
    const more = added('docs/deploy/b.md', 'Stop the old server first.\nDrain connections for one minute.')
    expect(evaluate([values, from, more]).status).toBe('passed')
  })

  test('T-35 a document whose patch was left out is unknown, unless another one counts', () => {
    const large = file('docs/deploy/large.md', '', { hunks: null })
    const result = evaluate([values, large])
    expect(result.status).toBe('unknown')
    expect(text(result.summary)).toBe(
      'The change of docs/deploy/large.md could not be read, so it is unknown whether it satisfies rule deploy-guide.',
    )
    expect(next(result)).toBe(
      'GitHub leaves out large patches: make the change of docs/deploy/large.md smaller, or let the Action check it from a full checkout.',
    )
    expect(evaluate([values, large, good]).status).toBe('passed')
  })

  test('a failed rule outweighs an unknown one', () => {
    const large = file('docs/deploy/large.md', '', { hunks: null })
    const spec = file('api/openapi.yaml', '+x: 1')
    expect(evaluate([values, large, spec], { rules: [guide, api] }).status).toBe('failed')
  })
})

describe('a document that counts', () => {
  const path = 'docs/deploy/a.md'
  test.each<[string, ChangedFile]>([
    ['English', good],
    ['Chinese, by character', file(path, '+超时三十秒')],
    ['Japanese', file(path, '+タイムアウトを変更')],
    ['Korean, by word', file(path, '+시간 제한을 변경했습니다')],
    ['Thai, by letter', file(path, '+หมดเวลา')],
    ['German', added(path, 'Zeitüberschreitung jetzt größer')],
    ['code in a fence', added(path, '```sh\nkubectl rollout undo deployment/billing\n```')],
    ['TODO in code', added(path, 'Search for `TODO` before you deploy.\n```\n# TODO is searched\n```')],
    ['a placeholder that only moved', file(path, '-TODO\n+Set the timeout to thirty seconds.\n+TODO')],
    ['a comment and text in one line', file(path, '+Set the <!-- TODO --> timeout to thirty')],
    ['a table', file(path, '+| PAYMENT_TIMEOUT | 30 s | seconds |')],
    ['renamed and edited', file(path, '+three words more', { status: 'renamed', previousPath: 'docs/deploy/b.md' })],
    ['link to a file definition is text', file(path, '+See [the new guide](https://example.com/x)')],
    ['a note in reStructuredText', file('docs/deploy/a.rst', '+.. note:: restart the old server')],
  ])('%s', (_, document) => {
    expect(evaluate([values, document]).status).toBe('passed')
  })

  test.each([
    [
      'Set PAYMENT_TIMEOUT=30 in deploy/values.yaml, see v1.2.3.',
      ['set', 'payment_timeout', '30', 'in', 'deploy/values.yaml', 'see', 'v1.2.3'],
    ],
    ['超时 timeout改为30秒。', ['超', '时', 'timeout', '改', '为', '30', '秒']],
    ["Don't use **bold** _or_ `code`", ["don't", 'use', 'bold', 'or', 'code']],
    ['[text](https://example.com/a/b) <b>x</b> <https://example.com/c>', ['text', 'x', 'https://example.com/c']],
    ['Ａ１ ｆｕｌｌ', ['a1', 'full']],
    ['pay\u200bment &amp; more', ['payment', 'more']],
    ['— … → ✓', []],
  ])('words of %j', (line, expected) => {
    expect(words(line)).toEqual(expected)
  })

  test('min_words per rule', () => {
    const rules = [{ ...guide, min_words: 8 }]
    expect(told(evaluate([values, good], { rules })).slice(1)).toEqual([
      'docs/deploy/guide.md does not count: 7 new words, 8 required.',
    ])
  })

  test('a line of a million characters takes no time worth naming', () => {
    for (const piece of ['](', '<a', '&#1', '`', '<!--', '{/*', '*', '-', 'Last updated: ', '[', 'x.']) {
      const line = piece.repeat(1_000_000 / piece.length)
      const start = performance.now()
      expect(substance(file(path, `-${line}\n+${line}`), 3, new Map())).toMatchObject({ kind: 'hollow' })
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })
})

describe('options', () => {
  test('defaults', () => {
    expect(options()).toEqual({ rules: [{ ...guide, min_words: 3 }] })
  })

  test.each<[string, unknown]>([
    ['no rules', {}],
    ['an empty list of rules', { rules: [] }],
    ['an unknown key', { rules: [{ ...guide, whenn: ['x'] }] }],
    ['an unknown kind', { rules: [{ ...guide, kind: 'manual' }] }],
    ['an empty glob list', { rules: [{ ...guide, update: [] }] }],
    ['min_words 0', { rules: [{ ...guide, min_words: 0 }] }],
    ['an id that is no id', { rules: [{ ...guide, id: 'Deploy Guide' }] }],
  ])('refuses %s', (_, given) => {
    expect(docs.options.safeParse(given).success).toBe(false)
  })

  test('refuses two rules with one id, at the place of the second', () => {
    const result = docs.options.safeParse({ rules: [guide, { ...api, id: 'deploy-guide' }] })
    const issue = result.error?.issues[0]
    expect(issue).toMatchObject({ path: ['rules', 1, 'id'], message: 'CFG-DUPID' })
    expect(issue && 'params' in issue && text((issue.params as { problem: Message }).problem)).toBe(
      'Two documentation rules have the id deploy-guide; give each its own.',
    )
  })

  test('have a JSON Schema', () => {
    expect(z.toJSONSchema(docs.options, { io: 'input' })).toMatchObject({ type: 'object', required: ['rules'] })
  })
})

describe('properties', () => {
  const line = fc.constantFrom('', 'Run the migration.', 'TODO', '<!-- note -->', 'one two', '---', '超时', '```')
  const marked = fc.tuple(fc.constantFrom(' ', '+', '-'), line).map(([mark, content]) => mark + content)
  const paths = ['deploy/a.yaml', 'deploy/b.yaml', 'Dockerfile', 'docs/deploy/a.md', 'docs/deploy/b.md', 'src/a.ts']
  const anyFile = fc
    .record({
      path: fc.constantFrom(...paths),
      patch: fc.array(marked, { maxLength: 6 }).map(list => list.join('\n')),
      status: fc.constantFrom('added', 'modified', 'deleted', 'changed'),
      start: fc.constantFrom(1, 10),
      unread: fc.boolean(),
    } as const)
    .map(({ path, patch, status, start, unread }) =>
      file(path, patch, { status, start, ...(unread ? { hunks: null } : {}) }),
    )
  const files = fc.uniqueArray(anyFile, { selector: each => each.path, maxLength: 6 })

  test('R-13 one more trigger never turns another verdict into passed', () => {
    fc.assert(
      fc.property(files, list => {
        if (evaluate(list).status === 'passed') return
        expect(evaluate([...list, added('migrations/0042.sql', 'drop table x')]).status).not.toBe('passed')
      }),
      { numRuns: 2000 },
    )
  })

  test('R-12 R-13 losing a document that lost no text, or its patch, never turns another verdict into passed', () => {
    fc.assert(
      fc.property(files, fc.nat(5), (list, index) => {
        if (evaluate(list).status === 'passed') return
        const isDocument = (each: ChangedFile) => each.path.startsWith('docs/') && each.deletions === 0
        const without = list.filter((each, at) => at !== index || !isDocument(each))
        const unread = list.map((each, at) => (at === index && isDocument(each) ? { ...each, hunks: null } : each))
        expect(evaluate(without).status).not.toBe('passed')
        expect(evaluate(unread).status).not.toBe('passed')
      }),
      { numRuns: 2000 },
    )
  })

  test('R-21 the order of the files changes nothing', () => {
    fc.assert(
      fc.property(files, list => {
        expect(evaluate(list.toReversed())).toEqual(evaluate(list))
      }),
      { numRuns: 1000 },
    )
  })
})

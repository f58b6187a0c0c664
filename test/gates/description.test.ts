import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { LinkedIssue } from '../../src/facts/facts.ts'
import { description } from '../../src/gates/description.ts'
import { say } from '../../src/locales/index.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { GateResult } from '../../src/report.ts'
import { context, facts } from '../support/facts.ts'

type Options = z.input<typeof description.options>
const english = plainFormatter('en')

function judge(body: string, over: Partial<Options> = {}, issues: readonly LinkedIssue[] = []): GateResult {
  const known = { ...facts(), body, linkedIssues: issues }
  return description.evaluate(known, description.options.parse({ sections: ['Goal'], ...over }), context)
}

const faults = (result: GateResult): readonly string[] =>
  'findings' in result ? (result.findings ?? []).map(finding => say(finding.message, 'en', english)) : []

const issue = (body: string): LinkedIssue => ({
  owner: 'acme',
  name: 'widgets',
  number: 7,
  title: '',
  body,
  state: 'open',
  labels: [],
  milestone: null,
})

const goal = '## Goal\n\nPayments time out after thirty seconds.\n'

describe('what counts', () => {
  test.each([
    ['a heading of any rank', '#### Goal\nPayments time out after 30 s.'],
    ['B-M05 case, emoji and punctuation', '## 🎯 GOAL:\nPayments time out after 30 s.'],
    ['B-M05 full width', '## Ｇｏａｌ\nPayments time out after 30 s.'],
    ['a heading in bold, as templates write it', '**Goal**\n\nPayments time out after 30 s.'],
    ['a usual name of the same thing', '## Why\nPayments time out after 30 s.'],
    ['Chinese', '## 目标\n支付在三十秒后超时。'],
    ['sections below it', '## Goal\n### Users\nPayments time out.\n### Operators\nNothing changes.'],
    ['a code block', '## Goal\n```\nkubectl rollout undo deploy/pay\n```'],
    ['a second one, when the first is empty', `## Goal\n\n## Goal\n\nPayments time out after 30 s.`],
  ])('%s', (_, body) => {
    expect(faults(judge(body))).toEqual([])
    expect(judge(body).status).toBe('passed')
  })

  test('the linked issue, unless the pull request alone may say it', () => {
    expect(judge('', {}, [issue(goal)]).status).toBe('passed')
    expect(judge('', { from: 'issue' }, [issue(goal)]).status).toBe('passed')
    expect(judge('', { from: 'body' }, [issue(goal)]).status).toBe('failed')
    expect(judge(goal, { from: 'issue' }, []).status).toBe('failed')
  })
})

describe('what does not count', () => {
  test.each([
    ['B-M01 no description', '', 'Goal is missing.'],
    ['B-M02 a comment', '## Goal\n<!-- Say why this is needed. -->', 'empty'],
    ['B-M02 a quote', '## Goal\n> Payments time out after 30 s.', 'empty'],
    ['B-M02 a folded part', '## Goal\n<details>\n\nPayments time out after 30 s.\n\n</details>', 'empty'],
    ['the heading in code', '```\n## Goal\nPayments time out after 30 s.\n```', 'is missing'],
    ['nothing to say', '## Goal\nN/A', 'empty'],
    ['B-F16 a prompt', '## Goal\nTODO write the goal of this change', 'prompt'],
    ['B-F16 a prompt of a template', '## Goal\n&lt;describe the goal&gt; of this change', 'prompt'],
    ['too few words', '## Goal\nTimeout', '1 word, 3 required'],
    ['an empty list', '## Goal\n- \n- \n', 'empty'],
    ['B-M05 a turned heading', '## \u202eGoal\nPayments time out after 30 s.', 'turn the direction'],
    ['the next section', '## Goal\n## Other\nPayments time out after 30 s.', 'empty'],
  ])('%s', (_, body, why) => {
    expect(judge(body).status).toBe('failed')
    expect(faults(judge(body)).join()).toContain(why)
  })
})

describe('task items', () => {
  const criteria = { sections: ['Acceptance criteria'] }

  test.each(['- [ ] A slow bank gets 30 s', '* [x] A slow bank gets 30 s', '1. [X] A slow bank gets 30 s'])(
    'B-M03 %j is one',
    line => {
      expect(judge(`## Acceptance criteria\n${line}`, criteria).status).toBe('passed')
    },
  )

  test.each([
    '-[x] A slow bank gets 30 s',
    '- [ x ] A slow bank gets 30 s',
    '- [✓] A slow bank gets 30 s',
    '[x] A slow bank',
  ])('B-M03 %j is none, and the message says so', line => {
    expect(faults(judge(`## Acceptance criteria\n${line}`, criteria))[0]).toContain('has no task item')
    expect(faults(judge(`## Acceptance criteria\n${line}`, criteria))[0]).toContain('none')
  })

  test('all of them ticked, where that is asked for', () => {
    const wanted = { sections: [{ title: 'Acceptance criteria', all_checked: true }] }
    const body = '## Acceptance criteria\n- [x] A slow bank gets 30 s\n- [ ] A fast one is not slowed down\n'
    expect(faults(judge(body, wanted))).toEqual(['Acceptance criteria has 1 of 2 task items that are not ticked.'])
    expect(judge(body.replace('[ ]', '[x]'), wanted).status).toBe('passed')
  })

  test('B-M06 ten thousand of them', () => {
    const body = `## Acceptance criteria\n${'- [ ] one more thing\n'.repeat(2_000)}`
    expect(faults(judge(body, criteria))[0]).toContain('more than 200')
  })
})

test('any text gives an answer, and taking everything away never helps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      const before = judge(`${text}\n\n${goal}`).status
      expect(['passed', 'failed']).toContain(before)
      expect(judge('').status).toBe('failed')
    }),
  )
})

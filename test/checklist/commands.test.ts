import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCommands } from '../../src/checklist/commands.ts'

const kinds = (body: string) => parseCommands(body).commands.map(command => command.kind)

describe('commands', () => {
  test.each([
    ['/sign-off', [{ kind: 'sign-off', items: [] }]],
    ['/sign-off rollback', [{ kind: 'sign-off', items: ['rollback'] }]],
    ['/sign-off rollback, guide', [{ kind: 'sign-off', items: ['rollback', 'guide'] }]],
    ['/SIGN-OFF rollback', [{ kind: 'sign-off', items: ['rollback'] }]],
    ['  /recheck  ', [{ kind: 'recheck' }]],
    ['/revoke rollback\r\n/gates\r\n', [{ kind: 'revoke', items: ['rollback'] }, { kind: 'gates' }]],
    ['Looks right.\n/sign-off rollback', [{ kind: 'sign-off', items: ['rollback'] }]],
    ['/sign-off rollback rollback', [{ kind: 'sign-off', items: ['rollback'] }]],
    ["/sign-off '; DROP TABLE ledger", [{ kind: 'sign-off', items: ["';", 'DROP', 'TABLE', 'ledger'] }]],
    ['/sign-off rollback --sha ABC1234', [{ kind: 'sign-off', items: ['rollback'], sha: 'abc1234' }]],
    ['/sign-off --sha abc12', [{ kind: 'sign-off', items: ['--sha', 'abc12'] }]],
    ['/sign-off rollback --open #123,#124', [{ kind: 'sign-off', items: ['rollback'], open: ['#123', '#124'] }]],
    [
      '/sign-off --open #1 acme/api#7 rollback',
      [{ kind: 'sign-off', items: ['rollback'], open: ['#1', 'acme/api#7'] }],
    ],
    ['/sign-off rollback --OPEN=#1 --open #1', [{ kind: 'sign-off', items: ['rollback'], open: ['#1'] }]],
    ['/sign-off rollback --open', [{ kind: 'sign-off', items: ['rollback'], open: [], badOpen: [''] }]],
    ['/sign-off rollback --open #x, #0', [{ kind: 'sign-off', items: ['rollback'], open: [], badOpen: ['#x', '#0'] }]],
    ['/sign-off rollback --open=later', [{ kind: 'sign-off', items: ['rollback'], open: [], badOpen: ['later'] }]],
    ['/sign-off guide --env prod-a', [{ kind: 'sign-off', items: ['guide'], env: 'prod-a' }]],
    ['/revoke --env=prod-a', [{ kind: 'revoke', items: [], env: 'prod-a' }]],
    ['/sign-off guide@prod-a --open #1 --env', [{ kind: 'sign-off', items: ['guide@prod-a'], open: ['#1'], env: '' }]],
    [
      '/delegate @ana rollback, guide until 2026-12-24',
      [{ kind: 'delegate', to: 'ana', items: ['rollback', 'guide'], until: '2026-12-24' }],
    ],
    ['/delegate @ana until 2026-12-24', [{ kind: 'delegate', to: 'ana', items: [], until: '2026-12-24' }]],
    ['/delegate @ana rollback', [{ kind: 'delegate', to: 'ana', items: ['rollback'], until: '' }]],
    ['/delegate rollback until tomorrow', [{ kind: 'delegate', to: '', items: [], until: '' }]],
    ['/waive docs The guide follows', [{ kind: 'waive', gate: 'docs', reason: 'The guide follows' }]],
    ['/waive docs --sha abc1234f why not', [{ kind: 'waive', gate: 'docs', reason: 'why not', sha: 'abc1234f' }]],
    ['/waive', [{ kind: 'waive', gate: '', reason: '' }]],
    ['/sign-off $(id) ../../x', [{ kind: 'sign-off', items: ['$(id)', '../../x'] }]],
  ])('B-K05 B-K13 %j', (body, commands) => {
    expect(parseCommands(body).commands).toEqual(commands)
  })

  test.each([
    ['in a code fence', '```\n/sign-off\n```'],
    ['in inline code', '`/sign-off`'],
    ['in a quote', '> /sign-off'],
    ['after text', 'please /sign-off'],
    ['indented as code', '    /sign-off'],
    ['in a list', '- /sign-off'],
    ['in HTML', '<details>\n/sign-off\n</details>'],
    ['in a comment', '<!--\n/sign-off\n-->'],
    ['as part of a word', '/sign-offs all'],
    ['a path', '/sign-off/rollback'],
  ])('B-K04 %s is not a command', (_, body) => {
    expect(parseCommands(body).commands).toEqual([])
  })

  test.each(['／sign-off', '/signoff rollback', '/sign_off', '/ sign-off', '/\u00a0sign-off', '/gate'])(
    'B-K05 %j is a near miss',
    body => {
      const { commands, nearMisses } = parseCommands(body)
      expect(commands).toEqual([])
      expect(nearMisses).toHaveLength(1)
    },
  )

  test('B-K06 ten commands of fifty are read, and the rest is counted', () => {
    const { commands, dropped } = parseCommands('/recheck\n'.repeat(50))
    expect([commands.length, dropped]).toEqual([10, 40])
  })

  test('paths and ordinary slashes are not near misses', () => {
    expect(parseCommands('/etc/passwd\n/usr/bin/env and/or').nearMisses).toEqual([])
  })

  test('any text gives a result, and nothing but a line that starts with the command is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const found = kinds(text)
        expect(found.length).toBeLessThanOrEqual(text.split(/\r\n?|\n/).filter(line => /^ {0,3}\//.test(line)).length)
      }),
    )
  })
})

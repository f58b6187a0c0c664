import { expect, test } from 'vitest'
import { read } from './files.ts'

/** Rows of the table under a heading, each as its cells. */
function rowsUnder(page: string, heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? ''
  const lines = section.split('\n').filter(line => line.startsWith('| ') && !/^\|[\s|:-]+$/.test(line))
  return lines.slice(1).map(line =>
    line
      .split('|')
      .map(cell => cell.trim())
      .slice(1, -1),
  )
}

test.each([
  ['a leaked key', /private key/],
  ['a leaked webhook secret', /webhook secret/],
  ['leaked sessions', /SESSION_SECRET/],
  ['a leaked ledger key', /ledger key/],
  ['somebody in the database', /wrote to the database/],
  ['a ledger that does not verify', /does not verify/],
  ['a compromised release', /compromised/],
  ['GitHub that is down', /GitHub is down/],
  ['a required check that stays away', /required check/],
  ['a bad upgrade', /new version/],
])('S-18 docs/operating.md says what to do at once about %s, and what then', (_, what) => {
  const row = rowsUnder(read('docs/operating.md'), 'When something went badly wrong').find(([first]) =>
    what.test(first ?? ''),
  )
  expect(row).toHaveLength(3)
  expect(row?.every(cell => cell.length > 10)).toBe(true)
})

test('S-17 S-18 every secret of the configuration has its rotation', () => {
  const page = read('docs/operating.md')
  const secrets = [
    'WEBHOOK_SECRET_PREVIOUS',
    'private key',
    'client secret',
    'SESSION_SECRET',
    'DATABASE_URL',
    'PAGE_TOKEN',
    'ledger key',
  ]
  const rows = rowsUnder(page, 'Rotating keys and secrets').map(cells => cells.join(' '))
  expect(secrets.filter(secret => !rows.some(row => row.includes(secret)))).toEqual([])
})

test('S-11 S-18 SECURITY.md says what we do about a compromised release', () => {
  expect(read('SECURITY.md')).toMatch(/compromised we withdraw it[\s\S]*advisory[\s\S]*SHA/)
})

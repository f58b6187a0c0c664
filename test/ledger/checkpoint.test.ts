import { verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findStatements,
  formatStatement,
  isExcused,
  readCheckpointKey,
  type Statement,
  signatureState,
  signStatement,
} from '../../src/ledger/checkpoint.ts'
import { at, checkpointOf, signed } from './exports.ts'
import { newKey } from './keys.ts'
import { chain, head } from './rows.ts'

const key = newKey()
const row3 = head(chain(3), 3)
const line = signStatement(checkpointOf(row3), key.id, key.privateKey)
const loss: Statement = { kind: 'loss', ...row3, lostTo: 9, at }

describe('T-81 a signed checkpoint', () => {
  test('is one line that anybody with the public key can check with the tools at hand', () => {
    expect(line).toMatch(
      /^delivery-gates-ledger\/v1 1 3 [0-9a-f]{64} 2026-11-21T12:00:00\.000Z [0-9a-f]{16} [\w-]{86}$/,
    )
    const text = line.slice(0, line.lastIndexOf(' '))
    const signature = Buffer.from(line.slice(line.lastIndexOf(' ') + 1), 'base64url')
    expect(verify(null, Buffer.from(text), key.publicPem, signature)).toBe(true)
  })

  test('reads back as it was written, and verifies', () => {
    for (const statement of [checkpointOf(row3), loss]) {
      const written = signStatement(statement, key.id, key.privateKey)
      const { found, mangled } = findStatements(written)
      expect(mangled).toEqual([])
      expect(found).toMatchObject([{ statement, place: { line: 1, column: 1 } }])
      for (const one of found) {
        expect(formatStatement(one.statement)).toBe(written)
        expect(signatureState(one.statement, [key])).toBe('valid')
      }
    }
  })

  test('is found in any text, also several, quoted, and broken at its spaces', () => {
    const text = `Waiting for @li-wei\n\n> \`${line}\`\n| ${line} |\r\n${line.replaceAll(' ', '\n  ')}\n\nEnd of line.`
    const { found, mangled } = findStatements(text)
    expect(mangled).toEqual([])
    expect(found.map(one => formatStatement(one.statement))).toEqual([line, line, line])
    expect(found.map(one => one.place)).toEqual([
      { line: 3, column: 4 },
      { line: 4, column: 3 },
      { line: 5, column: 1 },
    ])
  })

  test('with any byte changed it is not found, mangled, or not valid', () => {
    for (const written of [line, signStatement(loss, key.id, key.privateKey)]) {
      for (let place = 0; place < written.length; place++) {
        for (let bit = 0; bit < 7; bit++) {
          const byte = String.fromCharCode(written.charCodeAt(place) ^ (1 << bit))
          const { found } = findStatements(written.slice(0, place) + byte + written.slice(place + 1))
          const accepted = found.filter(one => formatStatement(one.statement) !== written)
          expect(accepted.map(one => signatureState(one.statement, [key])).filter(state => state === 'valid')).toEqual(
            [],
          )
        }
      }
    }
  })

  test.each([
    ['a row with leading zeros', line.replace(' 3 ', ' 03 ')],
    ['row 0', line.replace(' 3 ', ' 0 ')],
    ['a day that does not exist', line.replace('11-21', '02-30')],
    ['a cut signature', line.slice(0, -1)],
    ['stray bits behind the signature', line.replace(/.$/, last => (last === 'A' ? 'B' : 'A').replace('A', 'B'))],
    ['another version', line.replace('/v1', '/v2')],
    ['a loss of nothing', signStatement({ ...loss, lostTo: 3 } as Statement, key.id, key.privateKey)],
  ])('%s is named with its place', (_what, text) => {
    expect(findStatements(`first line\n  ${text}`)).toEqual({
      found: [],
      mangled: [{ code: 'LED-CHECKPOINT', line: 2, column: 3 }],
    })
  })

  test('of another key it is unknown, under a borrowed name it is forged', () => {
    const other = newKey()
    const theirs = signed(checkpointOf(row3), other)
    expect(signatureState(theirs, [key])).toBe('unknown-key')
    expect(signatureState({ ...theirs, keyId: key.id }, [key])).toBe('forged')
    expect(signatureState(theirs, [key, other])).toBe('valid')
  })

  test('R-23 any text is read without an exception, in linear time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constant(line), fc.constant('delivery-gates-ledger/v1 '))),
        parts => {
          findStatements(parts.join(' '))
        },
      ),
    )
    const start = performance.now()
    findStatements('delivery-gates-ledger/v1 '.repeat(100_000))
    findStatements(`delivery-gates-ledger/v1${' '.repeat(2_000_000)}`)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

test('keys: a public or private PEM of Ed25519, nothing else', () => {
  expect(readCheckpointKey(key.publicPem)).toMatchObject({ ok: true, value: { id: key.id } })
  expect(readCheckpointKey('no key')).toEqual({ ok: false, error: 'not-a-key' })
  expect(key.id).toMatch(/^[0-9a-f]{16}$/)
})

test('R-19 an accepted loss excuses what was published before it, of its rows and its repository only', () => {
  const accepted = { kind: 'loss', repoId: '1', chainSeq: 3, hash: 'a'.repeat(64), lostTo: 5, at } as const
  const published = (changes: object) =>
    isExcused({ kind: 'checkpoint', repoId: '1', chainSeq: 4, hash: 'b'.repeat(64), at, ...changes }, [accepted])
  expect(published({})).toBe(true)
  expect(published({ chainSeq: 5 })).toBe(true)
  expect(published({ chainSeq: 3 })).toBe(false)
  expect(published({ chainSeq: 6 })).toBe(false)
  expect(published({ repoId: '2' })).toBe(false)
  expect(published({ at: '2026-11-21T12:00:00.001Z' })).toBe(false)
})

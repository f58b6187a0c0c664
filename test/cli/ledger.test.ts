import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { signStatement } from '../../src/ledger/checkpoint.ts'
import { temporaryFolder } from '../git/repo.ts'
import { at, checkpointOf, exported } from '../ledger/exports.ts'
import { newKey } from '../ledger/keys.ts'
import { chain, head } from '../ledger/rows.ts'
import { delivery, json, refusal, writeFiles } from './cli.ts'

const key = newKey()
const other = newKey()
const rows = chain(6, { repoId: '1296269' })
const line = (seq: number, with_ = key) => signStatement(checkpointOf(head(rows, seq)), with_.id, with_.privateKey)
const good = exported([rows], key)

/** A folder with an export, what was published of it, and the key. */
const folder = (files: Readonly<Record<string, string>> = {}) =>
  writeFiles(temporaryFolder(), {
    'ledger.jsonl': good,
    'unsigned.jsonl': exported([rows]),
    'check.txt': `All gates passed.\n\n\`${line(4)}\`\n`,
    'daily.txt': `${line(2)}\n${line(5)}\n`,
    'key.pem': key.publicPem,
    'other.pem': other.publicPem,
    ...files,
  })
const verify = (args: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  delivery(['ledger', 'verify', ...args], { cwd: folder(files) })

describe('T-81 delivery-gates ledger verify', () => {
  test('an export, alone: the rows are whole, and what that does not show is said', () => {
    expect(verify(['ledger.jsonl'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `Verified: 6 rows of 1 repository.
✓ repository 1296269: 6 rows · 6 ${head(rows, 6).hash}
    compared with no checkpoint, so a cut end or a chain written anew would not show
Signatures were not checked: that needs the App's public key, --key PUBLIC.pem.
`,
    })
  })

  test('with checkpoints from several files, and the key that signed them', () => {
    const args = ['--checkpoint', 'check.txt', '--checkpoint=daily.txt', '--key', 'other.pem', '--key', 'key.pem']
    const { code, stdout } = verify(['ledger.jsonl', ...args])
    expect(code).toBe(0)
    expect(stdout).toContain(`    its head is signed by ${key.id}\n`)
    expect(stdout).toContain(`    compared with 3 checkpoints, the newest of row 5 at ${at}\n`)
    expect(stdout).not.toContain('not checked')
  })

  test('B-D02 the first bad row is named with its line', () => {
    const tampered = good.replace(/("chainSeq":3.*?"decision":)"signed"/, '$1"waived"')
    const { code, stdout } = verify(['ledger.jsonl'], { 'ledger.jsonl': tampered })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Not verified: 1 of 1 repository cannot be trusted\.$/m)
    expect(stdout).toMatch(/^ {4}ledger\.jsonl:6: LED-CHAIN: row 3 was changed after it was written$/m)
  })

  test('a cut end shows by a later checkpoint, and not without', () => {
    const cut = exported([rows.slice(0, 3)])
    const files = { 'ledger.jsonl': cut }
    expect(verify(['ledger.jsonl'], files).code).toBe(0)
    const { code, stdout } = verify(['ledger.jsonl', '--checkpoint', 'check.txt', '--locale', 'zh-CN'], files)
    expect(code).toBe(1)
    expect(stdout).toContain('LED-CHAIN: 缺少第 4 行及其后的全部内容')
  })

  test('a chain that was written anew shows by any checkpoint of the old one', () => {
    const files = { 'ledger.jsonl': exported([chain(6, { repoId: '1296269', reason: 'anew' })]) }
    expect(verify(['ledger.jsonl', '--checkpoint', 'daily.txt'], files).stdout).toContain(
      'LED-CHAIN: row 2 is not the one that was published',
    )
  })

  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    [
      'a forged checkpoint',
      ['ledger.jsonl', '--checkpoint', 'check.txt', '--key', 'key.pem'],
      { 'check.txt': line(4).replace(' 4 ', ' 5 ') },
      'check.txt:1:1: LED-SIGNATURE: the signature is not one of key',
    ],
    [
      'a checkpoint of another key',
      ['ledger.jsonl', '--checkpoint', 'check.txt', '--key', 'key.pem'],
      { 'check.txt': `text\n${line(4, other)}` },
      'check.txt:2:1: LED-SIGNATURE: signed by key',
    ],
    [
      'a checkpoint that was cut',
      ['ledger.jsonl', '--checkpoint', 'check.txt'],
      { 'check.txt': line(4).slice(0, -10) },
      'check.txt:1:1: LED-CHECKPOINT: this begins as a checkpoint and is none',
    ],
    ['a head of another key', ['ledger.jsonl', '--key', 'other.pem'], {}, 'LED-SIGNATURE: its head is signed by key'],
    ['nothing signed at all', ['unsigned.jsonl', '--key', 'key.pem'], {}, 'LED-SIGNATURE: nothing ties it to the key'],
  ])('%s proves nothing: exit code 1', (_what, args, files, expected) => {
    const { code, stdout, stderr } = verify(args, files)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^Not verified/)
    expect(stdout).toContain(expected)
  })

  test('an unsigned export passes with a signed checkpoint', () => {
    expect(verify(['unsigned.jsonl', '--key', 'key.pem', '--checkpoint', 'daily.txt']).code).toBe(0)
  })

  test('JSON', () => {
    const cwd = folder()
    expect(
      json(['ledger', 'verify', 'ledger.jsonl', '--checkpoint', 'daily.txt', '--key', 'key.pem'], { cwd }),
    ).toMatchObject({
      code: 0,
      value: {
        verified: true,
        signaturesChecked: true,
        rows: 6,
        repositories: [
          {
            repository: '1296269',
            verified: true,
            rows: 6,
            erased: 0,
            head: { row: 6, hash: head(rows, 6).hash },
            signature: 'valid',
            checkpoints: 2,
            newest: { row: 5, at },
            losses: [],
            problem: null,
          },
        ],
        problems: [],
      },
    })
  })

  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', '1: LED-FORMAT: the file is empty'],
    ['packed', gzipSync(good), '1: LED-FORMAT: this is packed with gzip; unpack it first'],
    ['with a byte order mark', `\ufeff${good}`, '1: LED-FORMAT: the file begins with a byte order mark'],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), '1: LED-FORMAT: the file begins with a byte order mark'],
    ['with other line ends', good.replaceAll('\n', '\r\n'), '1: LED-FORMAT: this is not a line as it was exported'],
    ['of zeros without end', Buffer.alloc(17 * 1024 * 1024), '1: LED-FORMAT: this line has more than 16 MiB'],
    [
      'cut within a line',
      good.slice(0, 2000),
      `${good.slice(0, 2000).split('\n').length}: LED-FORMAT: the export ends here`,
    ],
    ['without its last line end', good.slice(0, -1), '15: LED-FORMAT: the export ends here'],
    ['twice in one file', good + good, '16: LED-FORMAT: this line does not belong here'],
  ])('B-D02 a file that is %s is no export: its line, and exit code 2', (_what, content, expected) => {
    const cwd = writeFiles(temporaryFolder(), { 'ledger.jsonl': content })
    expect(refusal(['ledger', 'verify', 'ledger.jsonl'], { cwd })).toContain(`ledger.jsonl:${expected}`)
  })

  test.each<[string, readonly string[], string]>([
    ['nothing to verify', ['ledger'], 'what to verify is missing: delivery-gates ledger verify EXPORT'],
    ['no export', ['ledger', 'verify'], 'what to verify is missing: delivery-gates ledger verify EXPORT'],
    [
      'another verb',
      ['ledger', 'export', 'x'],
      'there is no ledger export here; ledger verify EXPORT is. The App’s own',
    ],
    ['no such file', ['ledger', 'verify', 'none.jsonl'], 'none.jsonl: cannot be read (ENOENT)'],
    ['a folder', ['ledger', 'verify', '.'], '.: cannot be read (EISDIR)'],
    [
      'a file of another kind',
      ['ledger', 'verify', 'key.pem'],
      'key.pem:1: LED-FORMAT: this is not a line as it was exported',
    ],
    ['a cut file', ['ledger', 'verify', 'cut.jsonl'], 'cut.jsonl:3: LED-FORMAT: the export ends here before its end'],
    [
      'no checkpoint',
      ['ledger', 'verify', 'ledger.jsonl', '--checkpoint', 'key.pem'],
      'key.pem: LED-CHECKPOINT: there is no checkpoint in this file',
    ],
    [
      'no key',
      ['ledger', 'verify', 'ledger.jsonl', '--key', 'check.txt'],
      'check.txt: LED-KEY: this is no key in PEM form',
    ],
  ])('%s is refused with exit code 2', (_what, args, expected) => {
    const cut = good.split('\n').slice(0, 2).join('\n')
    expect(refusal(args, { cwd: folder({ 'cut.jsonl': `${cut}\n` }) }).replaceAll("'", '’')).toContain(expected)
  })
})

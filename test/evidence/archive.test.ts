import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOnlyFile } from '../../app/evidence/archive.ts'
import { artifactOf, type ZipEntry, zipOf } from './zip.ts'

const data = Buffer.from('{"schemaVersion":1}')
const one = (entry: Partial<ZipEntry>): Buffer => zipOf([{ name: 'evidence.json', data, ...entry }])

describe('T-53 the archive of a stranger', () => {
  test.each([8, 0] as const)('one plain file, method %d', async method => {
    expect(await readOnlyFile(one({ method }))).toEqual({ ok: true, value: data })
  })

  test('a file without a mode, as Windows makes it', async () => {
    expect((await readOnlyFile(one({ mode: 0 }))).ok).toBe(true)
  })

  const zip64 = Buffer.from([0x01, 0x00, 0x08, 0x00, 0x13, 0, 0, 0, 0, 0, 0, 0])
  const corpus: readonly [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['no archive', Buffer.from('#!/bin/sh\n')],
    ['no entries', zipOf([])],
    ['an absolute name', one({ name: '/etc/passwd' })],
    ['a drive', one({ name: 'C:\\evil.json' })],
    ['a drive with slashes', one({ name: 'C:/evil.json' })],
    ['a name that climbs', one({ name: '../../evil.json' })],
    ['a name that climbs in the middle', one({ name: 'a/../../evil.json' })],
    ['backslashes', one({ name: '..\\evil.json' })],
    ['a NUL in the name', one({ name: 'evil.json\0.txt' })],
    ['a folder', one({ name: 'evil/', data: Buffer.alloc(0), method: 0 })],
    ['a symbolic link', one({ mode: 0o120777, data: Buffer.from('/etc/passwd'), method: 0 })],
    ['a device', one({ mode: 0o020666 })],
    ['a pipe', one({ mode: 0o010666 })],
    [
      'two files',
      zipOf([
        { name: 'a', data },
        { name: 'b', data },
      ]),
    ],
    [
      'two files of one name',
      zipOf([
        { name: 'a', data },
        { name: 'a', data },
      ]),
    ],
    [
      'two files that are told as one',
      zipOf(
        [
          { name: 'a', data },
          { name: 'b', data },
        ],
        { count: 1 },
      ),
    ],
    [
      '1,001 entries',
      zipOf(
        Array.from({ length: 1001 }, (_, index) => ({ name: `f${index}`, data: Buffer.alloc(0), method: 0 as const })),
      ),
    ],
    ['65,535 entries told', zipOf([{ name: 'a', data }], { count: 65_535 })],
    ['encrypted', one({ flags: 0x801 })],
    ['strongly encrypted', one({ flags: 0x841 })],
    ['an unusual method', one({ method: 12 })],
    ['sizes of 64 bits', one({ extra: zip64, uncompressedSize: 0xffffffff })],
    ['a field of 64 bits that nobody needs', one({ extra: zip64 })],
    ['a bomb: zeros', one({ data: Buffer.alloc(50 * 1024 * 1024) })],
    ['over 100 MiB told', one({ uncompressedSize: 101 * 1024 * 1024 })],
    ['more inside than told', one({ data: Buffer.alloc(5000, 'abc'), uncompressedSize: 10 })],
    ['less inside than told', one({ uncompressedSize: data.length + 1 })],
    ['another checksum', one({ crc: 1 })],
    ['cut short', artifactOf('x'.repeat(1000)).subarray(0, 40)],
    ['something behind it', zipOf([{ name: 'a', data }], { tail: Buffer.from('tail') })],
  ]
  test.each(corpus)('%s', async (_, zip) => {
    const started = performance.now()
    const read = await readOnlyFile(zip)
    expect(read).toEqual({ ok: false, error: expect.stringMatching(/^(?:it|its|the) /) })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a flipped byte anywhere: refused, or the very file', async () => {
    const zip = artifactOf(data)
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const damaged = Buffer.from(zip)
        damaged[at] = (damaged[at] ?? 0) ^ by
        const read = await readOnlyFile(damaged)
        if (read.ok) expect(read.value).toEqual(data)
      }),
      { numRuns: 300 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { MeasuredValues } from '../../src/facts/facts.ts'
import { readOthers, writeOthers } from '../../src/github/evidence-document.ts'
import { shaOf } from '../support/facts.ts'

const headSha = shaOf('a')
const valuesOf = (count: number, name = 'latency'): MeasuredValues => ({
  schemaVersion: 1,
  headSha,
  scope: 'f'.repeat(64),
  values: Array.from({ length: count }, (_, index) => ({
    name: `${name} ${index}`,
    file: `bench/${index}.json`,
    value: index / 7,
    source: index.toString(16).padStart(64, 'e'),
  })),
  cells: [],
  problems: [],
})

describe('the document of what CI measured beside coverage', () => {
  test('comes back as it was written', () => {
    const values = valuesOf(3, 'a `b` ``` 中文')
    const text = writeOthers({ headSha, values })
    expect(text.slice(8, -4)).not.toContain('`')
    expect(readOthers([text.replaceAll('\n', '\r\n')], headSha)).toEqual({
      findings: { state: 'absent' },
      values: { state: 'present', value: values },
    })
  })

  test('keeps to GitHub’s limit in bytes, and never drops a value in silence', () => {
    for (const count of [50, 100]) {
      const values = valuesOf(count, '中文`'.repeat(200))
      const text = writeOthers({ headSha, values })
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535)
      const read = readOthers([text], headSha).values
      if (read.state !== 'present') expect.unreachable()
      expect(read.value.values.length === count || read.value.problems.length > 0).toBe(true)
    }
  })

  test('each part is the newest that says something of it; one job may measure one, another the other', () => {
    const text = writeOthers({ headSha, values: valuesOf(1) })
    const without = writeOthers({ headSha })
    expect(readOthers([without, text], headSha).values.state).toBe('present')
    expect(readOthers([without], headSha)).toEqual({ findings: { state: 'absent' }, values: { state: 'absent' } })
    expect(readOthers([], headSha).values.state).toBe('absent')
  })

  test('T-51 what is no such document, or of another commit, is unknown and hides what is older', () => {
    const good = writeOthers({ headSha, values: valuesOf(1) })
    const json = (value: unknown) => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``
    const other = shaOf('b')
    const foreign = writeOthers({ headSha: other, values: { ...valuesOf(1), headSha: other } })
    const broken = ['', 'Hello', '```json\n{', foreign, json({ schemaVersion: 2, headSha }), json([]), json(null)]
    for (const text of [...broken, json({ schemaVersion: 1, headSha, more: 1 })]) {
      const { values, findings } = readOthers([text, good], headSha)
      expect([text, values.state, findings.state]).toEqual([text, 'unknown', 'unknown'])
    }
    const oddPart = json({ schemaVersion: 1, headSha, values: { headSha } })
    expect(readOthers([oddPart], headSha)).toMatchObject({
      values: { state: 'unknown' },
      findings: { state: 'absent' },
    })
  })
})

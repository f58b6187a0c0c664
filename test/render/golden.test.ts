import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localeTags } from '../../src/locales/index.ts'
import { renderComment } from '../../src/render/comment.ts'
import { renderText } from '../../src/render/text.ts'
import { links, samples, signingOf } from './reports.ts'

/** `UPDATE_GOLDENS=1` writes the files anew; read the difference before committing it. */
const update = process.env.UPDATE_GOLDENS === '1'

function golden(name: string, actual: string): void {
  const file = new URL(name, import.meta.url)
  if (update || !existsSync(file)) writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

describe.each(localeTags)('%s', locale => {
  test.each(Object.entries(samples))('%s', (name, sample) => {
    const options = { locale, links, signing: signingOf(name), waitingSince: '2026-11-20T09:00:00Z', marker: '12' }
    golden(`${name}.${locale}.golden.md`, `${renderComment(sample, options)}\n`)
    golden(`${name}.${locale}.golden.txt`, renderText(sample, options))
  })
})

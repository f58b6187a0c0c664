import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Locale, locales, localeTags } from '../src/locales/index.ts'

const english = Object.keys(locales.en)

describe('locales', () => {
  test.each(localeTags)('%s has every message and no other', locale => {
    const keys = Object.keys(locales[locale])
    expect(english.filter(key => !keys.includes(key)).map(key => `missing ${locale}.${key}`)).toEqual([])
    expect(keys.filter(key => !english.includes(key)).map(key => `unknown ${locale}.${key}`)).toEqual([])
  })

  test("areas do not define the same code twice: each file's codes all arrive in the catalogue", async () => {
    const files = readdirSync(join(import.meta.dirname, '../src/locales/en')).filter(name => name !== 'index.ts')
    const codes = await Promise.all(
      files
        .filter(name => name !== 'report-faults.ts')
        .map(async name => {
          const area = (await import(`../src/locales/en/${name}`)) as Readonly<Record<string, unknown>>
          const exported = area[basename(name, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
          return Object.keys(exported as object)
        }),
    )
    expect(codes.flat().length).toBe(new Set(codes.flat()).size)
    expect(codes.flat().sort()).toEqual([...english].sort())
  })

  test('Chinese texts are Chinese, and English ones are not', () => {
    const han = /\p{Script=Han}/u
    const sourceOf = (locale: Locale, key: string) => String((locales[locale] as Record<string, unknown>)[key])
    expect(english.filter(key => han.test(sourceOf('en', key).replaceAll('简体中文', '')))).toEqual([])
    const wordless = english.filter(key => !han.test(sourceOf('zh-CN', key)))
    // Forms without words: they only put formatted pieces together.
    expect(
      wordless.filter(key =>
        /[A-Za-z]{3,} [A-Za-z]{3,}/.test(sourceOf('zh-CN', key).replace(/\b[fp]\.\w+|=>|params|return|const/g, '')),
      ),
    ).toEqual([])
  })
})

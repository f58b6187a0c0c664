import { describe, expect, test } from 'vitest'
import { type FormatId, formatIds, formats } from '../../src/coverage/formats/index.ts'
import { bytes, fixtures } from './helpers.ts'

const xml = ['cobertura', 'jacoco', 'clover', 'opencover'] as const satisfies readonly FormatId[]
const claimedBy = (content: Uint8Array): FormatId[] =>
  formatIds.filter(id => formats[id].detect(content.subarray(0, 4096)))

describe.each(xml)('%s', id => {
  test.each(fixtures(id))('$name is claimed by no other format', ({ content }) =>
    expect(claimedBy(content)).toEqual([id]),
  )
})

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
test.each<[string, string, FormatId | undefined]>([
  ['Cobertura', '<coverage line-rate="1" version="1">', 'cobertura'],
  ['Cobertura without attributes', '<coverage><packages>', 'cobertura'],
  [
    'Cobertura behind its document type',
    '<!DOCTYPE coverage SYSTEM "coverage-04.dtd">\n<coverage version="1">',
    'cobertura',
  ],
  ['PHPUnit', '<coverage generated="1">', 'clover'],
  ['Istanbul', '<coverage generated="1" clover="3.2.0">', 'clover'],
  ['OpenClover, attributes in the other order', '<coverage clover="4.4.1" generated="1">', 'clover'],
  ['attributes on lines of their own', "<coverage\n  xmlns:x='y'\r\n\tgenerated = '1'\n>", 'clover'],
  ['Clover without attributes', '<coverage>\n  <project name="p">', 'clover'],
  ['Clover with others', '<coverage version="1"> <testproject>', 'clover'],
  ['JaCoCo', '<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="r">', 'jacoco'],
  ['gcovr as JaCoCo', "<!DOCTYPE coverage SYSTEM 'https://www.jacoco.org/report.dtd'>\n<report>", 'jacoco'],
  ['OpenCover', '<CoverageSession xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">', 'opencover'],
  ['coverlet as OpenCover', '<CoverageSession>\n  <Summary/>', 'opencover'],
  ['JUnit', '<testsuites>', undefined],
  ['a root that only begins like one', '<reports>', undefined],
  ['a root in another case', '<coveragesession>', undefined],
])('%s', (_, head, expected) => {
  const first = (text: string) => claimedBy(bytes(text))[0]
  expect([first(head), first(`${declaration}\n<!-- made by a tool -->\n${head}`)]).toEqual([expected, expected])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Inputs, inputDefaults, inputNames, outputNames, readInputs, unknownInputs } from '../../action/io.ts'
import { say } from '../../src/locales/index.ts'
import { plainFormatter } from '../../src/render/plain.ts'

const root = join(import.meta.dirname, '../..')
const manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const docs = readFileSync(join(root, 'docs/action.md'), 'utf8')

/** The names in the first column of the table under a heading of docs/action.md. */
function documented(heading: string): readonly string[] {
  const section = docs.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(match => match[1] ?? '')
}

describe('action.yml, action/io.ts and docs/action.md say the same', () => {
  test('inputs', () => {
    expect(Object.keys(manifest.inputs)).toEqual(inputNames)
    expect(documented('Inputs')).toEqual(inputNames)
  })

  test('defaults', () => {
    for (const name of inputNames) expect(manifest.inputs[name].default ?? '').toBe(inputDefaults[name])
  })

  test('outputs', () => {
    expect(Object.keys(manifest.outputs)).toEqual(outputNames)
    expect(documented('Outputs')).toEqual(outputNames)
  })

  test('every input and output is described, and nothing is required', () => {
    for (const entry of [
      ...Object.values<{ description: string; required?: boolean }>(manifest.inputs),
      ...Object.values<{ description: string; required?: boolean }>(manifest.outputs),
    ]) {
      expect(entry.description).toMatch(/\.$/)
      expect(entry.required ?? false).toBe(false)
    }
  })

  test('what the Marketplace asks for', () => {
    expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
    expect(manifest.description.length).toBeLessThanOrEqual(150)
    expect(Object.keys(manifest.branding)).toEqual(['icon', 'color'])
  })
})

const inputs = (given: Readonly<Record<string, string>>) =>
  readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])))

const problemsOf = (given: Readonly<Record<string, string>>): readonly string[] => {
  const read = inputs(given)
  return read.ok ? [] : read.error.map(problem => say(problem, 'en', plainFormatter('en')))
}

describe('B-E04 inputs are read strictly', () => {
  test('nothing given: the defaults', () => {
    const wanted: Inputs = {
      config: null,
      token: '',
      comment: 'auto',
      mode: 'enforce',
      locale: null,
      appUrl: null,
      workingDirectory: '.',
    }
    expect(inputs({})).toEqual({ ok: true, value: wanted })
  })

  test.each([
    ['comment', 'never'],
    ['comment', ' auto '],
    ['mode', 'report'],
    ['locale', 'zh-CN'],
    ['app-url', 'https://gates.example.com/'],
    ['app-url', 'http://127.0.0.1:3000'],
    ['config', './policies/a b.yml'],
    ['working-directory', 'packages/büro'],
  ])('%s: %j is accepted', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([])
  })

  test.each([
    ['comment', 'TRUE', 'accepted: auto or never'],
    ['comment', 'Auto', 'accepted: auto or never'],
    ['mode', 'yes', 'accepted: enforce or report'],
    ['mode', ' 80 %', 'accepted: enforce or report'],
    ['mode', '80,5', 'accepted: enforce or report'],
    ['mode', '8e1', 'accepted: enforce or report'],
    ['mode', '🚦', 'accepted: enforce or report'],
    ['mode', 'report\nenforce', 'accepted: enforce or report'],
    ['locale', 'zh', 'accepted: en or zh-CN'],
    ['locale', '__proto__', 'accepted: en or zh-CN'],
  ])('%s: %j is refused with the accepted forms (ENV-INPUT)', (name, value, accepted) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(accepted)])
    expect(problemsOf({ [name]: value })[0]).toMatch(/ENV-INPUT/)
  })

  test.each([
    '../../x.yml',
    '/etc/passwd',
    'C:\\x.yml',
    'c:/x.yml',
    'https://example.com/x.yml',
    'a\\b.yml',
    '~/x.yml',
    'a/../b.yml',
  ])('B-E06 config: %j is refused (ENV-PATH)', value => {
    expect(problemsOf({ config: value })).toEqual([
      expect.stringMatching(/config.*path inside the repository.*ENV-PATH/),
    ])
    expect(problemsOf({ 'working-directory': value })).toEqual([expect.stringMatching(/ENV-PATH/)])
  })

  test.each([
    'http://169.254.169.254',
    'ftp://x',
    'gates.example.com',
    'https://a:b@example.com',
    'javascript:alert(1)',
  ])('B-E08 app-url: %j is refused (ENV-URL)', value => {
    expect(problemsOf({ 'app-url': value })).toEqual([expect.stringMatching(/app-url.*https.*ENV-URL/)])
  })

  test('every problem is reported, not the first', () => {
    expect(problemsOf({ mode: 'x', comment: 'y', config: '/z' })).toHaveLength(3)
  })

  test('T-54 a value that poses as a workflow command stays inside the sentence', () => {
    const [problem = ''] = problemsOf({ mode: 'x\n::error::y ##[error]z' })
    expect(problem.split('\n')).toHaveLength(1)
    expect(problem).not.toContain('##[')
  })
})

test('B-E05 a typing error in with: is found', () => {
  expect(
    unknownInputs({ 'INPUT_GITHUB-TOKEN': '', INPUT_MOD: 'report', 'INPUT_COVERAGE-MIN': '80', PATH: '' }),
  ).toEqual(['coverage-min', 'mod'])
})

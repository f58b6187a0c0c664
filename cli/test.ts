import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { type CaseResult, readCases, runCase } from '../src/cases/run.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { labelled } from '../src/render/voice.ts'
import { err, ok, type Result } from '../src/result.ts'
import {
  firstProblem,
  type JudgingPolicy,
  needCheckout,
  policyInFile,
  policyOf,
  type SharedFolder,
  sharedOption,
} from './checkout.ts'
import { defineCommand, type OptionSpecs, type Refusal } from './command.ts'
import { slashed } from './coverage/reports.ts'
import { jsonLine } from './json.ts'

/** Where cases stand when nobody names a file. */
const usual = '.github/delivery-gates.test.yml'

const options = {
  ...sharedOption,
  policy: { about: 'cli.test.option.policy', value: 'FILE' },
} as const satisfies OptionSpecs

interface Tested {
  readonly path: string
  readonly results: readonly CaseResult[]
}

/** Judges the pull requests of case files and says where the verdicts are not the expected ones. */
export const test = defineCommand({
  forms: ['[OPTION…] [FILE…]'],
  about: 'cli.test.about',
  options,
  async run({ values, positionals }, world) {
    const tested: Tested[] = []
    let locale: Locale = values.locale ?? 'en'
    for (const path of positionals.length > 0 ? positionals : [usual]) {
      const one = await testFile(path, values, world.cwd)
      if (!one.ok) return one
      locale = values.locale ?? one.value.locale
      tested.push(one.value)
    }
    world.print(values.json ? jsonLine({ files: tested.map(asJson) }) : show(tested, locale))
    return ok(tested.every(({ results }) => results.every(result => result.mismatches.length === 0)) ? 0 : 1)
  },
})

async function testFile(
  path: string,
  { policy: policyFile, shared }: { readonly policy?: string; readonly shared?: SharedFolder },
  cwd: string,
): Promise<Result<Tested & { readonly locale: Locale }, Refusal>> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(resolve(cwd, path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err({ place: { path }, message: message('cli.unreadable', { code }) })
  }
  const cases = readCases(bytes, path)
  if (!cases.ok) return err(firstProblem(cases.error))
  const named = cases.value.policy
  const beside = named === undefined ? undefined : slashed(relative(cwd, resolve(cwd, dirname(path), named)))
  const judging = await policyFor(policyFile ?? beside, cwd, shared)
  if (!judging.ok) return judging
  const { policy } = judging.value
  const results = cases.value.cases.map(one => runCase(one, policy, cases.value.teams))
  return ok({ path, results, locale: policy.locale })
}

async function policyFor(
  file: string | undefined,
  cwd: string,
  shared: SharedFolder,
): Promise<Result<JudgingPolicy, Refusal>> {
  if (file !== undefined) return policyInFile(file, cwd, shared)
  const checkout = await needCheckout(cwd)
  return checkout.ok ? policyOf(checkout.value, null, shared) : checkout
}

const asJson = ({ path, results }: Tested) => ({
  path,
  cases: results.map(({ name, report, mismatches }) => ({
    name,
    passed: mismatches.length === 0,
    verdict: report.verdict,
    mismatches: mismatches.map(one => one.message),
  })),
})

function show(tested: readonly Tested[], locale: Locale): string {
  const f = plainFormatter(locale, 1_000)
  const say = (told: Message): string => sentence(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ')
  const lines = tested.flatMap(({ path, results }) => [
    f.code(path),
    ...results.flatMap(({ name, mismatches }) => [
      `  ${mismatches.length === 0 ? '✓' : '✗'} ${f.text(name)}`,
      ...mismatches.map(
        ({ message: told, why }) => `      ${why === null ? say(told) : labelled(say(told), say(why), locale)}`,
      ),
    ]),
  ])
  const all = tested.flatMap(({ results }) => results)
  const failed = all.filter(({ mismatches }) => mismatches.length > 0).length
  return `${[...lines, say(message('cli.test.sum', { cases: all.length, failed }))].join('\n')}\n`
}

import type { Locale } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { renderText } from '../src/render/text.ts'
import type { Report } from '../src/report.ts'
import { err, ok } from '../src/result.ts'
import { judgeFile, judgeRange } from './check/judge.ts'
import { sharedOption } from './checkout.ts'
import { defineCommand, type OptionSpecs } from './command.ts'
import { jsonLine } from './json.ts'

const options = {
  ...sharedOption,
  base: { about: 'cli.check.option.base', value: 'REF' },
  head: { about: 'cli.check.option.head', value: 'REF' },
  facts: { about: 'cli.check.option.facts', value: 'FILE' },
  policy: { about: 'cli.check.option.policy', value: 'FILE' },
} as const satisfies OptionSpecs

/** Judges a range of commits, or the facts of a file, as the Action and the App would. */
export const check = defineCommand({
  forms: ['[OPTION…] --base REF [--head REF]', '[OPTION…] --facts FILE [--policy FILE]'],
  about: 'cli.check.about',
  options,
  async run({ values, positionals }, world) {
    const [extra] = positionals
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    const judged =
      values.facts === undefined
        ? await judgeRange(values, world.cwd)
        : await judgeFile({ facts: values.facts, policy: values.policy, shared: values.shared }, world.cwd)
    if (!judged.ok) return judged
    const { report, locale: own, elsewhere } = judged.value
    const locale = values.locale ?? own
    world.print(values.json ? jsonLine(report) : renderText(report, { locale }) + notHere(elsewhere, locale))
    return ok(hasFailed(report, elsewhere) ? 1 : 0)
  },
})

/** What only GitHub knows is not judged here: it neither passes nor fails, and the reader is told. */
function hasFailed(report: Report, elsewhere: readonly string[]): boolean {
  if (elsewhere.length === 0) return report.verdict !== 'passed'
  return report.gates.some(
    ({ gate, level, result }) =>
      level === 'block' && (result.status === 'failed' || (result.status === 'unknown' && !elsewhere.includes(gate))),
  )
}

function notHere(elsewhere: readonly string[], locale: Locale): string {
  if (elsewhere.length === 0) return ''
  return `${sentence(message('cli.check.elsewhere', { elsewhere }), locale, plainFormatter(locale, 1_000))}\n`
}

import { formatIds } from '../src/coverage/formats/index.ts'
import type { Locale } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { err, ok, type Result } from '../src/result.ts'
import type { Parsed } from './arguments.ts'
import { type commonOptions, defineCommand, type OptionSpecs, type Refusal, type World } from './command.ts'
import type { Judgement, Task } from './coverage/judge.ts'
import {
  bytesOf,
  namedFiles,
  type ReadSource,
  readAll,
  type Source,
  type Summary,
  summarise,
} from './coverage/reports.ts'
import { showDirty, showJudgement, showSummary } from './coverage/show.ts'
import { jsonLine } from './json.ts'
import { showProgress, silent } from './progress.ts'

const options = {
  base: { about: 'cli.coverage.option.base', value: 'REF' },
  format: { about: 'cli.coverage.option.format', value: 'ID', choices: formatIds },
} as const satisfies OptionSpecs

type Values = Parsed<typeof options & typeof commonOptions>['values']

/** Reads reports and prints what they say; inside a checkout also what the coverage gate says to it. */
export const coverage = defineCommand({
  forms: ['[OPTION…] FILE…', '[OPTION…] --base REF [FILE…]', '[OPTION…]'],
  about: 'cli.coverage.about',
  options,
  async run({ values, positionals: files }, world) {
    if (values.format !== undefined && files.length === 0) {
      return err({ message: message('cli.coverage.formatWithoutFile', {}) })
    }
    return values.base === undefined && files.length > 0 ? count(files, values, world) : judgeHead(files, values, world)
  },
})

/** The reports alone: no git, no policy. */
function count(files: readonly string[], values: Values, world: World): Result<0, Refusal> {
  const { sources, root } = namedFiles(files, world.cwd, values.format)
  const read = readWith(sources, root, values, values.locale ?? 'en', world)
  if (!read.ok) return read
  const summary = summarise(read.value)
  world.print(values.json ? jsonLine(summaryJson(summary)) : showSummary(summary, values.locale ?? 'en'))
  return ok(0)
}

async function judgeHead(files: readonly string[], values: Values, world: World): Promise<Result<0 | 1, Refusal>> {
  const { prepare, judge } = await import('./coverage/judge.ts')
  const prepared = await prepare({ cwd: world.cwd, base: values.base, files, format: values.format })
  if (!prepared.ok) return prepared
  const task = prepared.value
  const locale = values.locale ?? task.policy.locale
  const read = readWith(task.sources, task.workspace.root, values, locale, world)
  if (!read.ok) return err({ ...read.error, locale })
  const judged = await judge(task, read.value)
  if (!judged.ok) return err({ ...judged.error, locale })
  const summary = summarise(read.value)
  world.print(
    values.json
      ? jsonLine({ ...summaryJson(summary), ...judgementJson(task, judged.value) })
      : showSummary(summary, locale) + showJudgement(task, judged.value, locale),
  )
  world.warn(showDirty(judged.value, locale))
  return ok(judged.value.passed ? 0 : 1)
}

function readWith(
  sources: readonly Source[],
  root: string,
  { json }: Values,
  locale: Locale,
  world: World,
): Result<readonly ReadSource[], Refusal> {
  const label = sentence(message('cli.coverage.reading', {}), locale, plainFormatter(locale))
  const progress = json ? silent : showProgress({ label, total: bytesOf(sources, root) }, world)
  return readAll(sources, root, progress)
}

const summaryJson = ({ rows, all }: Summary) => ({ ...all, reports: rows })

/** Documented in docs/cli.md; additions only. */
function judgementJson({ base, headSha, policyPath }: Task, { measured, groups, outcome, notices, dirty }: Judgement) {
  const { project, patch, uncovered, unreported } = measured
  return {
    headSha,
    base,
    policy: policyPath,
    project,
    groups,
    patch: base === null ? null : patch,
    uncovered,
    unreported,
    gate: outcome,
    notices,
    uncommitted: dirty,
  }
}

import { parseArgs } from 'node:util'
import { type Impact, impactKinds } from '../src/impact/model.ts'
import { type LabelledCommit, readLabels } from './impact-eval/labels.ts'
import { destructionOf, matchCommit, type Outcome, precisionOf, recallOf, scoreOf } from './impact-eval/match.ts'
import { impactOf, openMirror } from './impact-eval/mirror.ts'

/**
 * How right the deployment impact is on real commits:
 *
 *   node scripts/impact-eval.ts --labels FILE [--labels FILE] --mirrors DIR [--json] [--show misses|alarms|tolerated|all]
 *                               [--repo PART] [--kind KIND]
 *
 * `--labels` is a JSON array of labelled commits (`impact-eval/labels.ts`); the labels came first, from the diffs and
 * the definitions alone. `--mirrors` holds clones or bare mirrors of their repositories as `owner+name/repo`,
 * `owner+name.git`, `owner+name`, `owner/name.git` or `owner/name`; nothing is downloaded. Each commit is read against
 * its first parent, exactly as `delivery-gates impact` reads a range. `--repo` and `--kind` only narrow what is shown.
 *
 * A statement is right when kind, key, direction and, where given, file are those of a label or of one of its
 * alternatives. Figures are micro-averages over all commits: precision = facts told / (facts told + false alarms), recall
 * = facts told / facts. A fact counts once, whatever number of statements tell it; what is tolerated counts nowhere,
 * except in the last line, which tells how low precision would be if every tolerated statement were a false alarm.
 * Exit code 1: some commit could not be read, so the figures lack something; 2: wrong options.
 */
interface Options {
  readonly labels: readonly string[]
  readonly mirrors: string
  readonly json: boolean
  readonly show: 'none' | 'misses' | 'alarms' | 'tolerated' | 'all'
  readonly repo: string
  readonly kind: string
}

interface Half {
  readonly file: string
  readonly outcomes: readonly Outcome[]
  /** `repo@sha: why`. */
  readonly unread: readonly string[]
}

function options(): Options | null {
  const { values } = parseArgs({
    options: {
      labels: { type: 'string', multiple: true, default: [] },
      mirrors: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      show: { type: 'string', default: 'none' },
      repo: { type: 'string', default: '' },
      kind: { type: 'string', default: '' },
    },
  })
  const { labels, mirrors, json, show, repo, kind } = values
  if (labels.length === 0 || mirrors === '') return null
  return isShown(show) ? { labels, mirrors, json, show, repo, kind } : null
}

const isShown = (show: string): show is Options['show'] =>
  ['none', 'misses', 'alarms', 'tolerated', 'all'].includes(show)

async function evaluate(file: string, mirrors: string): Promise<Half> {
  const outcomes: Outcome[] = []
  const unread: string[] = []
  for (const commit of readLabels(file)) {
    const found = await outcomeOf(commit, mirrors)
    if (typeof found === 'string') unread.push(`${nameOf(commit)}: ${found}`)
    else outcomes.push(found)
  }
  return { file, outcomes, unread }
}

async function outcomeOf(commit: LabelledCommit, mirrors: string): Promise<Outcome | string> {
  const repository = await openMirror(mirrors, commit.repo)
  if (repository === null) return 'no mirror'
  const impact = await impactOf(repository, commit.sha)
  return typeof impact === 'string' ? impact : matchCommit(commit, impact.impacts)
}

const nameOf = ({ repo, sha }: LabelledCommit): string => `${repo}@${sha.slice(0, 10)}`

/** One line of a table. */
interface Row {
  readonly name: string
  readonly commits: number
  readonly facts: number
  readonly told: number
  readonly alarms: number
  readonly precision: number | null
  readonly recall: number | null
}

function row(name: string, outcomes: readonly Outcome[], kind?: (typeof impactKinds)[number]): Row {
  const score = scoreOf(outcomes, kind)
  const commits = outcomes.filter(({ facts }) => kind === undefined || facts.some(({ label }) => label.kind === kind))
  return { name, commits: commits.length, ...score, precision: precisionOf(score), recall: recallOf(score) }
}

function rowsBy(outcomes: readonly Outcome[], group: (commit: LabelledCommit) => string): readonly Row[] {
  const names = [...new Set(outcomes.map(({ commit }) => group(commit)))].toSorted()
  return names.map(name =>
    row(
      name,
      outcomes.filter(({ commit }) => group(commit) === name),
    ),
  )
}

function summary({ file, outcomes, unread }: Half) {
  const total = row('all', outcomes)
  const tolerated = outcomes.flatMap(one => one.tolerated).length
  return {
    file,
    unread,
    total,
    /** Commits without any label: every statement there is a false alarm. */
    quiet: row(
      'without impact',
      outcomes.filter(({ commit }) => commit.labels.length === 0),
    ),
    destruction: destructionOf(outcomes),
    tolerated,
    /** With every tolerated statement as a false alarm. */
    lowestPrecision: precisionOf({ ...total, alarms: total.alarms + tolerated }),
    kinds: impactKinds.map(kind => row(kind, outcomes, kind)),
    picked: rowsBy(outcomes, commit => commit.picked),
    stacks: rowsBy(outcomes, commit => commit.stack),
  }
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)

function table(title: string, rows: readonly Row[]): readonly string[] {
  const cells = [
    [title, 'commits', 'facts', 'told', 'alarms', 'precision', 'recall'],
    ...rows.map(one => [
      one.name,
      ...[one.commits, one.facts, one.told, one.alarms].map(String),
      percent(one.precision),
      percent(one.recall),
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(line => line[column]?.length ?? 0)))
  return cells.map(line =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}

function print(half: Half): void {
  const { file, unread, total, quiet, destruction, tolerated, lowestPrecision, kinds, picked, stacks } = summary(half)
  const { destructive, flagged, flaggedWrongly } = destruction
  const lines = [
    `## ${file}`,
    '',
    ...table('', [total, quiet, ...picked]),
    '',
    ...table('kind', kinds),
    '',
    ...table('stack', stacks),
    '',
    `destructive migrations: ${flagged} of ${destructive} told so, ${flaggedWrongly} others told so wrongly`,
    `tolerated statements, counted nowhere: ${tolerated}; precision if each were a false alarm: ${percent(lowestPrecision)}`,
    ...unread.map(one => `not read: ${one}`),
    '',
  ]
  console.log(lines.join('\n'))
}

function show({ outcomes }: Half, { show: what, repo, kind }: Options): void {
  for (const { commit, facts, alarms, tolerated } of outcomes) {
    if (!commit.repo.includes(repo)) continue
    const misses = facts.filter(({ label, by }) => by.length === 0 && label.kind.includes(kind))
    const lines: string[] = []
    if (what === 'misses' || what === 'all') {
      lines.push(...misses.map(({ label }) => `miss  ${nameOf(commit)}  ${said(label)}`))
    }
    if (what === 'alarms' || what === 'all') lines.push(...told('alarm', commit, alarms, kind))
    if (what === 'tolerated') lines.push(...told('tolerated', commit, tolerated, kind))
    for (const line of lines) console.log(line)
  }
}

const told = (title: string, commit: LabelledCommit, impacts: readonly Impact[], kind: string): readonly string[] =>
  impacts.filter(one => one.kind.includes(kind)).map(one => `${title}  ${nameOf(commit)}  ${said(one)}:${one.line}`)

const said = (one: { kind: string; key: string; direction: string; file?: string }): string =>
  `${one.kind} ${one.key} ${one.direction} ${one.file ?? '(any file)'}`

const chosen = options()
if (chosen === null) {
  console.error(
    'node scripts/impact-eval.ts --labels FILE --mirrors DIR [--json] [--show misses|alarms|tolerated|all] [--repo PART] [--kind KIND]',
  )
  process.exitCode = 2
} else {
  const halves: Half[] = []
  for (const file of chosen.labels) halves.push(await evaluate(file, chosen.mirrors))
  if (chosen.json) console.log(JSON.stringify(halves.map(summary), null, 2))
  else {
    for (const half of halves) {
      print(half)
      if (chosen.show !== 'none') show(half, chosen)
    }
  }
  if (halves.some(({ unread }) => unread.length > 0)) process.exitCode = 1
}

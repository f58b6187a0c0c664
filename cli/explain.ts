import { evaluate, type PolicyState } from '../src/evaluate.ts'
import { absent, type PullRequestFacts } from '../src/facts/facts.ts'
import { policyChangeOf, policyChangeReport, policyStateOf, sharedFor, sharedForHead } from '../src/facts/policy.ts'
import type { GitHubClient } from '../src/github/client.ts'
import { readFacts } from '../src/github/facts.ts'
import { readReference } from '../src/github/shared.ts'
import type { Snapshot } from '../src/github/snapshot.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { defaultPolicy } from '../src/policy/defaults.ts'
import type { ExtendsContext } from '../src/policy/layers.ts'
import { neededFacts } from '../src/policy/needs.ts'
import type { Origin, ValueWithOrigin } from '../src/policy/origins.ts'
import type { ParsedPolicy } from '../src/policy/parse.ts'
import type { Reference } from '../src/policy/reference.ts'
import type { Policy } from '../src/policy/schema.ts'
import { choosePolicyFile, policyPaths } from '../src/policy/search.ts'
import { visible } from '../src/policy/text.ts'
import { renderText } from '../src/render/text.ts'
import { plainVoice } from '../src/render/voice.ts'
import type { Report } from '../src/report.ts'
import { err, ok, type Result } from '../src/result.ts'
import { policyEntriesIn } from '../src/workspace/policy.ts'
import { judgeFile } from './check/judge.ts'
import { needCheckout, parsedFile, policyInFile, type SharedFolder, sharedOption } from './checkout.ts'
import { defineCommand, type OptionSpecs, type Refusal, type World } from './command.ts'
import { openRemote, pullRequestOf, remoteOptions } from './github.ts'
import { jsonLine } from './json.ts'
import { table } from './table.ts'

const options = {
  policy: { about: 'cli.explain.option.policy', value: 'FILE' },
  ...sharedOption,
  facts: { about: 'cli.check.option.facts', value: 'FILE' },
  pr: { about: 'cli.explain.option.pr', value: 'N' },
  ...remoteOptions,
} as const satisfies OptionSpecs

/** Says where every value of the policy is from; for one pull request, why each gate decided. */
export const explain = defineCommand({
  forms: ['[OPTION…] [KEY…]', '[OPTION…] --facts FILE [--policy FILE]', '[OPTION…] --pr N --repo OWNER/NAME'],
  about: 'cli.explain.about',
  options,
  async run({ values, positionals: keys }, world) {
    const { facts, pr, policy, shared } = values
    if (facts !== undefined) {
      const judged = await judgeFile({ facts, policy, shared }, world.cwd)
      if (!judged.ok) return judged
      return say(judged.value.report, values.locale ?? judged.value.locale, values.json === true, world)
    }
    if (pr !== undefined) {
      const judged = await judgePull(pr, values, world)
      if (!judged.ok) return judged
      const { report, locale, unseen } = judged.value
      const code = say(report, values.locale ?? locale, values.json === true, world)
      if (unseen !== null) world.warn(`${plainVoice(values.locale ?? locale).say(unseen)}\n`)
      return code
    }
    const parsed = await parsedFrom(policy, shared, world.cwd)
    if (!parsed.ok) return parsed
    const shown = parsed.value.values().filter(({ keyPath }) => isBelow(keyPath, keys))
    if (keys.length > 0 && shown.length === 0) return err({ message: message('cli.explain.noKey', { keys }) })
    const locale = values.locale ?? parsed.value.policy.locale
    world.print(values.json ? jsonLine({ values: shown.map(asJson) }) : valueTable(shown, locale))
    return ok(0)
  },
})

function say(report: Report, locale: Locale, json: boolean, world: World): Result<0 | 1, Refusal> {
  world.print(json ? jsonLine(report) : renderText(report, { locale }))
  return ok(report.verdict === 'passed' ? 0 : 1)
}

interface JudgedPull {
  readonly report: Report
  readonly locale: Locale
  /** What only the App knows and the verdict may rest on; null: nothing. */
  readonly unseen: Message | null
}

/**
 * As the App does it, under the policy of the base branch, or under the one that is named, from what GitHub knows: neither
 * sign-offs nor what workflows hand over to the App are there.
 */
async function judgePull(
  number: string,
  { repo, policy, shared }: { readonly repo?: string; readonly policy?: string; readonly shared?: SharedFolder },
  world: World,
): Promise<Result<JudgedPull, Refusal>> {
  const remote = await openRemote(repo, world)
  if (!remote.ok) return remote
  const { client } = remote.value
  const found = await pullRequestOf(remote.value, number)
  if (!found.ok) return found
  const snapshot = found.value
  const named = policy === undefined ? null : await policyInFile(policy, world.cwd, shared)
  if (named !== null && !named.ok) return named
  const base = await versionsOf(client, snapshot)
  const state = named?.value ?? base.state
  const judging = state.state === 'present' ? state.policy : defaultPolicy
  const facts = believed(
    await readFacts(client, snapshot, { policy: judging, evaluatedAt: new Date().toISOString() }),
    judging,
  )
  const { policyAtBase, policyAtHead } = snapshot
  const change = policyChangeOf(policyAtBase, policyAtHead, { ...base.extending, files: facts.changedFiles })
  const report = evaluate(state, facts, change?.notices ?? [], policyChangeReport(change, null))
  return ok({ report, locale: judging.locale, unseen: unseenBy(facts, judging) })
}

const measured = ['coverage', 'findings', 'values'] as const

/** Where the policy says which workflows measure, check runs do not count: nobody can tell which workflow wrote them. */
const believed = (facts: PullRequestFacts, { evidence }: Policy): PullRequestFacts =>
  evidence?.workflows === undefined ? facts : { ...facts, coverage: absent, findings: absent, values: absent }

function unseenBy(facts: PullRequestFacts, policy: Policy): Message | null {
  const needed = neededFacts(policy)
  const evidence = measured.some(name => needed.has(name) && facts[name].state === 'absent')
  const signOffs = policy.checklists.length > 0
  return evidence || signOffs ? message('cli.explain.unseen', { evidence, signOffs }) : null
}

/** The policy of the base branch, with what is needed to compare the pull request's own version with it. */
async function versionsOf(
  client: GitHubClient,
  { repository: { owner }, baseSha: sha, policyAtBase, policyAtHead }: Snapshot,
): Promise<{ readonly state: PolicyState; readonly extending: ExtendsContext }> {
  const read = (reference: Reference) => readReference(client, reference)
  const own = { owner, shared: await sharedFor(policyAtBase, { owner }, read) }
  const extending = { owner, shared: await sharedForHead(policyAtHead, own, read) }
  return { state: policyStateOf(policyAtBase, { ...own, sha }), extending }
}

/** The file that is named, else the policy of the working tree. */
async function parsedFrom(
  file: string | undefined,
  shared: SharedFolder,
  cwd: string,
): Promise<Result<ParsedPolicy, Refusal>> {
  if (file !== undefined) return parsedFile(file, cwd, shared)
  const checkout = await needCheckout(cwd)
  if (!checkout.ok) return checkout
  const chosen = choosePolicyFile(await policyEntriesIn(checkout.value.root))
  if (!chosen.ok) {
    const { path, code, message: told } = chosen.error
    return err({ place: { path }, label: code, message: told })
  }
  if (chosen.value === null) return err({ message: message('cli.validate.none', { places: policyPaths }) })
  return parsedFile(chosen.value.path, checkout.value.root, shared)
}

const isBelow = (keyPath: string, keys: readonly string[]): boolean =>
  keys.length === 0 ||
  keys.some(key => keyPath === key || keyPath.startsWith(`${key}.`) || keyPath.startsWith(`${key}[`))

const asJson = ({ keyPath, value, origin }: ValueWithOrigin) => ({ keyPath, value, origin })

function valueTable(values: readonly ValueWithOrigin[], locale: Locale): string {
  const voice = plainVoice(locale)
  const rows = values.map(({ keyPath, value, origin }) => [
    voice.f.code(keyPath),
    voice.f.code(visible(typeof value === 'string' ? value : JSON.stringify(value))),
    placeOf(origin, voice),
  ])
  return `${table(rows, ['left', 'left', 'left']).join('\n')}\n`
}

function placeOf(origin: Origin, { f, say: tell }: ReturnType<typeof plainVoice>): string {
  switch (origin.layer) {
    case 'default':
      return tell(message('cli.explain.default', {}))
    case 'own':
      return f.place(origin.path, origin.line)
    case 'shared':
      return f.place(origin.reference, origin.line)
    default:
      return origin satisfies never
  }
}

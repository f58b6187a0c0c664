import { unknownBecause } from '../src/github/client.ts'
import { maxReplayed, replayMerged } from '../src/github/replay.ts'
import { message } from '../src/locales/message.ts'
import { replayLines } from '../src/render/policy-change.ts'
import { plainVoice } from '../src/render/voice.ts'
import type { ReplayReport } from '../src/report.ts'
import { err, ok, type Result } from '../src/result.ts'
import {
  headNamed,
  type JudgingPolicy,
  needCheckout,
  policyInFile,
  policyOf,
  type SharedFolder,
  sharedOption,
} from './checkout.ts'
import { defineCommand, type OptionSpecs, type Refusal } from './command.ts'
import { openRemote, remoteOptions } from './github.ts'
import { jsonLine } from './json.ts'

const options = {
  ...remoteOptions,
  ...sharedOption,
  branch: { about: 'cli.replay.option.branch', value: 'BRANCH' },
  last: { about: 'cli.replay.option.last', value: 'N' },
  before: { about: 'cli.replay.option.before', value: 'FILE' },
  policy: { about: 'cli.replay.option.policy', value: 'FILE' },
} as const satisfies OptionSpecs

const usual = 20

/** Judges the pull requests that were merged last under two policies and prints which verdicts change. */
export const replay = defineCommand({
  forms: ['[OPTION…] --repo OWNER/NAME [--before FILE] [--policy FILE]'],
  about: 'cli.replay.about',
  options,
  async run({ values, positionals }, world) {
    const [extra] = positionals
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    const last = values.last === undefined ? usual : Number(values.last)
    if (!Number.isInteger(last) || last < 1 || last > maxReplayed) {
      return err({ message: message('cli.replay.last', { got: values.last ?? '', most: maxReplayed }) })
    }
    const policies = await bothPolicies(values, world.cwd)
    if (!policies.ok) return policies
    const remote = await openRemote(values.repo, world)
    if (!remote.ok) return remote
    const { client, owner, name } = remote.value
    const { before, after } = policies.value
    const locale = values.locale ?? after.policy.locale
    let report: ReplayReport
    try {
      const place = { owner, name, baseRef: values.branch ?? 'main' }
      report = await replayMerged(client, place, { before: before.policy, after: after.policy }, { last })
    } catch (error) {
      return err({ message: unknownBecause('pull-requests', error), locale })
    }
    world.print(values.json ? jsonLine(report) : `${replayLines(report, plainVoice(locale)).join('\n')}\n`)
    return ok(0)
  },
})

/** The policy that is being written, and the one that holds: that of HEAD. */
async function bothPolicies(
  { before, policy, shared }: { readonly before?: string; readonly policy?: string; readonly shared?: SharedFolder },
  cwd: string,
): Promise<Result<{ readonly before: JudgingPolicy; readonly after: JudgingPolicy }, Refusal>> {
  const old = await policyFrom(before, cwd, true, shared)
  if (!old.ok) return old
  const now = await policyFrom(policy, cwd, false, shared)
  return now.ok ? ok({ before: old.value, after: now.value }) : now
}

async function policyFrom(
  file: string | undefined,
  cwd: string,
  committed: boolean,
  shared: SharedFolder,
): Promise<Result<JudgingPolicy, Refusal>> {
  if (file !== undefined) return policyInFile(file, cwd, shared)
  const checkout = await needCheckout(cwd)
  if (!checkout.ok) return checkout
  if (!committed) return policyOf(checkout.value, null, shared)
  const head = await headNamed(checkout.value, undefined)
  return head.ok ? policyOf(checkout.value, head.value, shared) : head
}

import { changedFilesBetween } from '../src/git/git.ts'
import { impactOf } from '../src/impact/risk.ts'
import { message } from '../src/locales/message.ts'
import { impactLines } from '../src/render/impact.ts'
import { plainVoice } from '../src/render/voice.ts'
import { err, ok } from '../src/result.ts'
import { impactBetween } from '../src/workspace/impact.ts'
import { commitNamed, headNamed, needCheckout, policyOf } from './checkout.ts'
import { defineCommand, type OptionSpecs } from './command.ts'
import { jsonLine } from './json.ts'

const options = {
  base: { about: 'cli.impact.option.base', value: 'REF' },
  head: { about: 'cli.impact.option.head', value: 'REF' },
} as const satisfies OptionSpecs

/** Prints what a range of commits changes for whoever deploys. */
export const impact = defineCommand({
  forms: ['[OPTION…] --base REF [--head REF]'],
  about: 'cli.impact.about',
  options,
  async run({ values, positionals }, world) {
    const [extra] = positionals
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    if (values.base === undefined) return err({ message: message('cli.noBase', {}) })
    const checkout = await needCheckout(world.cwd)
    if (!checkout.ok) return checkout
    const repository = checkout.value
    const base = await commitNamed(repository, 'base', values.base)
    if (!base.ok) return base
    const head = await headNamed(repository, values.head)
    if (!head.ok) return head
    const judging = await policyOf(repository, base.value)
    if (!judging.ok) return judging
    const { policy } = judging.value
    const locale = values.locale ?? policy.locale
    const changedFiles = await changedFilesBetween(repository, base.value.sha, head.value.sha)
    if (changedFiles.state === 'unknown') return err({ message: changedFiles.reason, locale })
    const fact = await impactBetween(repository, base.value.sha, head.value.sha, changedFiles)
    if (fact.state === 'unknown') return err({ message: fact.reason, locale })
    const report = impactOf(policy, { changedFiles, impact: fact })
    if (report === null) return err({ message: message('unknown.notFetched', { what: 'impact' }), locale })
    const { risk, impacts, reasons, unread } = report
    world.print(
      values.json
        ? jsonLine({ risk, impacts, reasons, unread })
        : `${impactLines(report, plainVoice(locale)).join('\n')}\n`,
    )
    return ok(0)
  },
})

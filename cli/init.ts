import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commonPlaces } from '../src/gates/coverage.ts'
import { headCommit, listTree, type Repository } from '../src/git/git.ts'
import { message } from '../src/locales/message.ts'
import { policyPaths } from '../src/policy/search.ts'
import { starterPolicy } from '../src/policy/starter.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { err, ok, type Result } from '../src/result.ts'
import { findCommon } from '../src/workspace/reports.ts'
import { needCheckout } from './checkout.ts'
import { defineCommand, type OptionSpecs, type Refusal } from './command.ts'
import { jsonLine } from './json.ts'

const options = {
  implementer: { about: 'cli.init.option.implementer', value: '@LOGIN' },
  print: { about: 'cli.init.option.print' },
} as const satisfies OptionSpecs

/** Writes a policy to start from, made of what is found in the checkout. */
export const init = defineCommand({
  forms: ['[OPTION…]'],
  about: 'cli.init.about',
  options,
  async run({ values, positionals }, world) {
    const [extra] = positionals
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    const checkout = await needCheckout(world.cwd)
    if (!checkout.ok) return checkout
    const { root } = checkout.value
    const paths = await pathsOf(checkout.value)
    if (!paths.ok) return paths
    const found = await findCommon(commonPlaces, { root, workingDirectory: '.' })
    const reports = found.map(one => one.path)
    const locale = values.locale ?? 'en'
    const policy = starterPolicy(
      { paths: paths.value, reports, implementer: values.implementer ?? '@your-login' },
      locale,
    )
    if (values.print) {
      world.print(values.json ? jsonLine({ path: null, policy }) : policy)
      return ok(0)
    }
    const written = write(root, policy)
    if (!written.ok) return written
    const told = message('cli.init.written', { path: written.value })
    world.print(
      values.json
        ? jsonLine({ path: written.value, policy })
        : `${sentence(told, locale, plainFormatter(locale, 1_000))}\n`,
    )
    return ok(0)
  },
})

async function pathsOf(repository: Repository): Promise<Result<readonly string[], Refusal>> {
  const head = await headCommit(repository)
  if (!head.ok) return err({ message: head.error })
  const listed = await listTree(repository, head.value)
  return listed.ok ? ok(listed.value.map(entry => entry.path)) : err({ message: listed.error })
}

/** Never over a policy that is there. */
function write(root: string, policy: string): Result<string, Refusal> {
  const there = policyPaths.find(path => existsSync(join(root, path)))
  if (there !== undefined) return err({ place: { path: there }, message: message('cli.init.exists', {}) })
  const [path] = policyPaths
  try {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), policy, { flag: 'wx' })
    return ok(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err({ place: { path }, message: message('cli.init.failed', { code }) })
  }
}

import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { gateIds } from '../src/gates/index.ts'
import { headCommit, listTree, type Repository } from '../src/git/git.ts'
import type { Locale } from '../src/locales/index.ts'
import { message } from '../src/locales/message.ts'
import type { ParsedPolicy, PolicyProblem } from '../src/policy/parse.ts'
import { choosePolicyFile, policyPaths } from '../src/policy/search.ts'
import { unmatchedGlobs } from '../src/policy/unmatched.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { err, ok, type Result } from '../src/result.ts'
import { policyEntriesIn } from '../src/workspace/policy.ts'
import { checkoutAround, parseWithShared, type SharedFolder, sharedOption } from './checkout.ts'
import { defineCommand, type OptionSpecs, type Refusal, type World } from './command.ts'
import { slashed } from './coverage/reports.ts'
import { jsonLine } from './json.ts'
import { sayRefusal } from './refusal.ts'

const options = {
  ...sharedOption,
  owner: { about: 'cli.validate.option.owner', value: 'LOGIN' },
} as const satisfies OptionSpecs

interface Source {
  readonly path: string
  readonly text: Uint8Array | string
}

interface Validated {
  readonly path: string
  readonly problems: readonly PolicyProblem[]
  readonly warnings: readonly {
    readonly code: string
    readonly message: PolicyProblem['message']
    readonly keyPath: string
  }[]
  readonly policy: ParsedPolicy['policy'] | null
}

/** Says everything that is wrong with policy files, and which gates they switch on. */
export const validate = defineCommand({
  forms: ['[OPTION…] [FILE…]'],
  about: 'cli.validate.about',
  options,
  async run({ values, positionals }, world) {
    const repository = await checkoutAround(world.cwd)
    const sources = positionals.length > 0 ? named(positionals, world.cwd) : await usual(repository, world.cwd)
    if (!sources.ok) return sources
    const validated: Validated[] = []
    for (const source of sources.value) validated.push(await one(source, values, repository, world.cwd))
    const locale = values.locale ?? validated.find(({ policy }) => policy !== null)?.policy?.locale ?? 'en'
    if (values.json) world.print(jsonLine({ valid: validated.every(isValid), files: validated.map(asJson) }))
    else show(validated, locale, world)
    return ok(validated.every(isValid) ? 0 : 2)
  },
})

const isValid = ({ problems }: Validated): boolean => problems.length === 0

function named(files: readonly string[], cwd: string): Result<readonly Source[], Refusal> {
  const sources: Source[] = []
  for (const path of files) {
    try {
      sources.push({ path, text: readFileSync(resolve(cwd, path)) })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      return err({ place: { path }, message: message('cli.unreadable', { code }) })
    }
  }
  return ok(sources)
}

async function usual(repository: Repository | null, cwd: string): Promise<Result<readonly Source[], Refusal>> {
  if (repository === null) return err({ message: message('cli.noCheckout', {}) })
  const chosen = choosePolicyFile(await policyEntriesIn(repository.root))
  if (!chosen.ok) {
    const { path, code, message: told } = chosen.error
    return err({ place: { path }, label: code, message: told })
  }
  if (chosen.value === null) return err({ message: message('cli.validate.none', { places: policyPaths }) })
  const { path, text } = chosen.value
  const shown = slashed(relative(cwd, resolve(repository.root, path)))
  return text === null
    ? err({ place: { path }, message: message('unknown.malformed', { what: path }) })
    : ok([{ path: shown === '' ? path : shown, text }])
}

async function one(
  { path, text }: Source,
  { owner, shared }: { readonly owner?: string; readonly shared?: SharedFolder },
  repository: Repository | null,
  cwd: string,
): Promise<Validated> {
  const parsed = await parseWithShared(text, path, cwd, { owner, shared })
  if (!parsed.ok) return { path, problems: parsed.error, warnings: [], policy: null }
  const { policy, warnings } = parsed.value
  return { path, problems: [], warnings: [...warnings, ...(await unmatched(policy, repository))], policy }
}

/** Patterns that match no file of HEAD. */
async function unmatched(
  policy: ParsedPolicy['policy'],
  repository: Repository | null,
): Promise<Validated['warnings']> {
  if (repository === null) return []
  const head = await headCommit(repository)
  const listed = head.ok ? await listTree(repository, head.value) : null
  if (listed === null || !listed.ok) return []
  return unmatchedGlobs(
    policy,
    listed.value.map(entry => entry.path),
  )
}

const gatesOf = (policy: ParsedPolicy['policy']) =>
  gateIds.map(id => ({ gate: id, level: policy.gates[id]?.level ?? ('off' as const) }))

const asJson = ({ path, problems, warnings, policy }: Validated) => ({
  path,
  problems,
  warnings,
  gates: policy === null ? [] : gatesOf(policy),
})

/** Problems go to standard error as compilers write them, everything else to standard output. */
function show(validated: readonly Validated[], locale: Locale, world: World): void {
  const f = plainFormatter(locale, 1_000)
  for (const { path, problems, warnings, policy } of validated) {
    for (const { line, column, code, keyPath, message: told } of problems) {
      world.warn(
        `${sayRefusal({ place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: told }, locale)}\n`,
      )
    }
    for (const { code, keyPath, message: told } of warnings) {
      world.print(`${sayRefusal({ place: { path }, label: `${code} ${keyPath}`.trim(), message: told }, locale)}\n`)
    }
    if (policy === null) continue
    const on = gatesOf(policy).filter(({ level }) => level !== 'off')
    const gates = on.map(({ gate, level }) => ({ gate, level }))
    world.print(
      `${sentence(message('cli.validate.valid', { path, gates, checklists: policy.checklists.length }), locale, f)}\n`,
    )
  }
}

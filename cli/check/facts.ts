import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { factNames, factsOfFile, type PullRequestFacts } from '../../src/facts/facts.ts'
import { message } from '../../src/locales/message.ts'
import { keyPath } from '../../src/policy/text.ts'
import { err, ok, type Result } from '../../src/result.ts'
import type { Refusal } from '../command.ts'

const text = z.string()
const account = z.looseObject({ id: text, login: text, type: z.enum(['User', 'Bot']) })

/** What every case has; what is inside a fact is the business of whoever wrote the file, and a gate that trips is unknown. */
const shape = z.looseObject({
  repository: z.looseObject({ id: text, owner: text, name: text }),
  number: z.int(),
  title: text,
  author: account.nullable(),
  state: z.enum(['open', 'closed', 'merged']),
  isDraft: z.boolean(),
  baseRef: text,
  baseSha: text,
  headSha: text,
  evaluatedAt: z.iso.datetime(),
  roles: z.record(
    text,
    z.looseObject({ members: z.array(account), teams: z.array(z.unknown()), unresolved: z.array(z.unknown()) }),
  ),
  ...Object.fromEntries(
    factNames.map(name => [
      name,
      z
        .union([
          z.looseObject({ state: z.literal('present'), value: z.unknown() }),
          z.looseObject({ state: z.literal('absent') }),
          z.looseObject({
            state: z.literal('unknown'),
            reason: z.looseObject({ code: text, params: z.looseObject({}) }),
          }),
        ])
        .optional(),
    ]),
  ),
})

/** Facts as the Action writes them and a bug report brings them. */
export function readFacts(path: string, cwd: string): Result<PullRequestFacts, Refusal> {
  let bytes: string
  try {
    bytes = readFileSync(resolve(cwd, path), 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return err({ place: { path }, message: message('cli.unreadable', { code }) })
  }
  try {
    const read = shape.safeParse(JSON.parse(bytes))
    if (read.success) return ok(factsOfFile(read.data as unknown as PullRequestFacts))
    const [issue] = read.error.issues
    const key = keyPath(issue?.path ?? [])
    return err({ place: { path }, label: key, message: message('cli.facts.shape', { detail: issue?.message ?? '' }) })
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    return err({ place: { path }, message: message('cli.facts.json', { detail }) })
  }
}

import { z } from 'zod'
import { checkGlob } from '../glob.ts'
import { localeTags } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'
import type { ProblemCode } from './problem.ts'

/**
 * Which way is stricter. Numbers: `higher` or `lower`. Lists: what an added entry does, `more` (stricter) or `fewer`
 * (laxer); an entry with `!` does the opposite. Enums and booleans: the values from lax to strict. `other`: the policy
 * alone does not tell.
 */
export type Stricter = 'higher' | 'lower' | 'more' | 'fewer' | 'other' | readonly (string | boolean)[]

/** What it does that an optional key is there at all. */
export type Presence = 'stricter' | 'weaker' | 'other'

declare module 'zod/v4/core' {
  interface GlobalMeta {
    /** Read by the difference of two policies and by `locked`; not part of the published schema. */
    stricter?: Stricter
    /** Left out: `stricter` for mappings and for what has a direction, else `other`. */
    presence?: Presence
  }
}

/** Most entries of one list or mapping. */
export const maxListLength = 200

/** Reports a problem in our own words from inside a zod check; `src/policy/parse.ts` gives it its place. */
export function refuse(
  ctx: z.RefinementCtx,
  code: ProblemCode,
  problem: Message,
  path: readonly PropertyKey[] = [],
): void {
  ctx.addIssue({ code: 'custom', message: code, path: [...path], params: { code, problem } })
}

const globPattern = z
  .string()
  .min(1)
  .superRefine((pattern, ctx) => {
    const problem = checkGlob(pattern)
    if (problem) refuse(ctx, problem.code, problem.message)
  })
  .meta({
    title: 'Glob',
    description: 'A path pattern with `*`, `?`, `[…]`, `{a,b}` and `**`; relative to the repository root.',
  })

/** Patterns for `compileGlobs`. `!x` takes away from the entries before it, the last match wins. */
export const globs = z
  .array(globPattern)
  .min(1)
  .max(maxListLength)
  .superRefine((patterns, ctx) => {
    if (patterns[0]?.startsWith('!'))
      refuse(ctx, 'CFG-GLOB', message('glob.negation', { pattern: patterns[0], column: 1 }), [0])
  })

/** One pattern; no negation. */
export const glob = globPattern.superRefine((pattern, ctx) => {
  if (pattern.startsWith('!')) refuse(ctx, 'CFG-GLOB', message('glob.negation', { pattern, column: 1 }))
})

/** Finite, 0 to 100 inclusive. That it is written as a plain decimal number is seen on the YAML source. */
export const percent = z.number().min(0).max(100)

/** `36h` or `14d`. */
export const duration = z.string().regex(/^[1-9]\d{0,3}[hd]$/)

/** Milliseconds of a `duration`. */
export const millisecondsOf = (text: string): number =>
  Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1) * 3_600_000

/** Key of `roles`; named in checklists, gates and comments. */
export const roleName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** An environment of GitHub; named in items and under `environments`. */
export const environmentName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, {
  error: 'the name of an environment: letters, digits, ".", "_", "/" and "-", at most 100 characters',
})

/** Key of `components`; named in gates. */
export const componentName = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i)

export const level = z
  .enum(['block', 'warn', 'info', 'off'])
  .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.')
  .meta({ stricter: ['off', 'info', 'warn', 'block'] })

export const locale = z.enum(localeTags).meta({ stricter: 'other' })

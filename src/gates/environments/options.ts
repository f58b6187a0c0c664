import { z } from 'zod'
import { checkGlob } from '../../glob.ts'
import { type Message, message } from '../../locales/message.ts'
import { refuse } from '../../policy/fields.ts'
import type { ProblemCode } from '../../policy/problem.ts'
import { nearest } from '../../policy/text.ts'
import { oneSource, sourceKeys } from '../checks/source.ts'
import { type Cell, expandMatrix, fill, inGlob, isPartOf, maxCells, placeholders, sizeOf } from './matrix.ts'

const axis = z.string().regex(/^[a-z_][a-z0-9_-]{0,39}$/i)
const value = z.string().min(1).max(100).meta({ title: 'Value' })
const template = z.string().min(1).max(300).meta({ title: 'Name' })
const cell = z.record(axis, value)

const shape = z.strictObject({
  matrix: z
    .record(axis, z.array(value).min(1).max(maxCells).meta({ stricter: 'more' }))
    .describe('Axes and their values. Every combination is required.'),
  exclude: z
    .array(cell)
    .max(maxCells)
    .optional()
    .describe('Combinations that are not required; one that names a part of the axes takes out all that have it.')
    .meta({ stricter: 'fewer', presence: 'weaker' }),
  include: z
    .array(cell)
    .max(maxCells)
    .optional()
    .describe('Combinations that are required beside those of the axes, each with a value for every axis.')
    .meta({ stricter: 'more', presence: 'stricter' }),
  optional: z
    .array(cell)
    .max(maxCells)
    .optional()
    .describe('Combinations, or parts of them, that are shown and may fail.')
    .meta({ stricter: 'fewer', presence: 'weaker' }),
  required: z
    .array(template)
    .min(1)
    .max(20)
    .optional()
    .describe('Names of checks that must have passed for each cell, with `{axis}` for its value.')
    .meta({ stricter: 'more', presence: 'stricter' }),
  ...sourceKeys,
  skipped: z
    .enum(['passes', 'fails'])
    .default('fails')
    .describe('What a check that ended as skipped or neutral counts as.')
    .meta({ stricter: ['passes', 'fails'] }),
  deployments: template
    .optional()
    .describe('GitHub environment to which the head must be deployed for each cell, with `{axis}`; exactly so written.')
    .meta({ stricter: 'other', presence: 'stricter' }),
  deployed_by: z
    .string()
    .min(1)
    .max(100)
    .default('github-actions[bot]')
    .describe('Whose deployments count, by login, or by account id in digits.')
    .meta({ stricter: 'other' }),
  junit: template
    .optional()
    .describe('Path or glob of the JUnit files of each cell, with `{axis}`, relative to the repository.')
    .meta({ stricter: 'other', presence: 'stricter' }),
})

export type EnvironmentsOptions = z.output<typeof shape>

interface Problem {
  readonly code: ProblemCode
  readonly what: Message
  readonly path: readonly PropertyKey[]
}

export const options = shape.superRefine((policy, ctx) => {
  oneSource(policy, ctx)
  const size = sizeOf(policy)
  const problems =
    Object.keys(policy.matrix).length === 0
      ? [problem('CFG-EMPTY', message('environments.option.axes', {}), ['matrix'])]
      : size > maxCells
        ? [problem('CFG-SIZE', message('environments.option.size', { cells: size, limit: maxCells }), ['matrix'])]
        : [...cellProblems(policy), ...proofProblems(policy)]
  for (const { code, what, path } of problems) refuse(ctx, code, what, path)
})

const problem = (code: ProblemCode, what: Message, path: readonly PropertyKey[]): Problem => ({ code, what, path })

function cellProblems(policy: EnvironmentsOptions): readonly Problem[] {
  const axes = Object.keys(policy.matrix)
  const whole = (policy.include ?? []).flatMap((each, index) => {
    const missing = axes.filter(name => each[name] === undefined)
    const what = message('environments.option.include', { missing })
    return missing.length === 0 ? [] : [problem('CFG-REQUIRED', what, ['include', index])]
  })
  return (['exclude', 'include', 'optional'] as const).flatMap(key => [
    ...(policy[key] ?? []).flatMap((each, index) => partProblems(policy, key, each, index)),
    ...(key === 'include' ? whole : []),
  ])
}

/** An excluded cell with a typing error would be required all the same, and an optional one would block. */
function partProblems(policy: EnvironmentsOptions, key: string, part: Cell, index: number): readonly Problem[] {
  const axes = Object.keys(policy.matrix)
  const found = Object.entries(part).flatMap(([name, got]): readonly Problem[] => {
    const path = [key, index, name]
    const values = policy.matrix[name]
    if (values === undefined) return [unknownAxis(name, axes, path)]
    const known = [...values, ...(key === 'optional' ? (policy.include ?? []).flatMap(each => each[name] ?? []) : [])]
    if (key === 'include' || known.includes(got)) return []
    const params = { axis: name, got, known, suggestion: nearest(got, known) }
    return [problem('CFG-ENUM', message('environments.option.value', params), path)]
  })
  if (Object.keys(part).length > 0) return found
  return [problem('CFG-EMPTY', message('environments.option.part', {}), [key, index])]
}

const unknownAxis = (name: string, axes: readonly string[], path: readonly PropertyKey[]): Problem =>
  problem('CFG-ENUM', message('environments.option.axis', { axis: name, axes, suggestion: nearest(name, axes) }), path)

function proofProblems(policy: EnvironmentsOptions): readonly Problem[] {
  const { required = [], deployments, junit, optional = [] } = policy
  if (!expandMatrix(policy).some(each => !optional.some(part => isPartOf(part, each))))
    return [problem('CFG-EMPTY', message('environments.option.nothing', {}), ['matrix'])]
  if (required.length === 0 && deployments === undefined && junit === undefined)
    return [problem('CFG-REQUIRED', message('environments.option.proof', {}), [])]
  return [
    ...required.flatMap((name, index) => templateProblems(name, policy, ['required', index])),
    ...(deployments === undefined ? [] : templateProblems(deployments, policy, ['deployments'])),
    ...(junit === undefined ? [] : [...templateProblems(junit, policy, ['junit']), ...globProblems(junit, policy)]),
  ]
}

/** Two cells with one name would be proved by one check. */
function templateProblems(text: string, policy: EnvironmentsOptions, path: readonly PropertyKey[]): readonly Problem[] {
  const axes = Object.keys(policy.matrix)
  const named = placeholders(text)
  const unknown = named.filter(name => !axes.includes(name)).map(name => unknownAxis(name, axes, path))
  if (unknown.length > 0) return unknown
  const names = expandMatrix(policy).map(each => fill(text, each))
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice === undefined) return []
  const missing = axes.filter(name => !named.includes(name))
  return [problem('CFG-DUPID', message('environments.option.ambiguous', { name: twice, missing }), path)]
}

function globProblems(junit: string, policy: EnvironmentsOptions): readonly Problem[] {
  for (const each of expandMatrix(policy)) {
    const path = fill(junit, each, inGlob)
    const found = checkGlob(path)
    if (found) return [problem(found.code, found.message, ['junit'])]
    if (path.startsWith('/') || path.startsWith('!'))
      return [problem('GLB-PATH', message('coverage.option.path', { path }), ['junit'])]
  }
  return []
}

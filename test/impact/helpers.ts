import type { ChangedFile } from '../../src/facts/facts.ts'
import { findImpacts } from '../../src/impact/find.ts'
import type { ChangedContent, Impact } from '../../src/impact/model.ts'
import { shaOf } from '../support/facts.ts'

/** Both sides of a file; `null`: not there. `before` under another path: a rename. */
export interface Sides {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly previousPath?: string
  readonly modes?: readonly [string, string]
}

export function contentOf({ path, before, after, previousPath, modes }: Sides): ChangedContent {
  const status = previousPath ? 'renamed' : before === null ? 'added' : after === null ? 'deleted' : 'modified'
  const file: ChangedFile = {
    path,
    ...(previousPath ? { previousPath } : {}),
    status,
    kind: 'text',
    ...(modes ? { oldMode: modes[0], newMode: modes[1] } : {}),
    blob: shaOf('1'),
    additions: 1,
    deletions: 1,
    hunks: [],
  }
  return { file, before, after }
}

export const impactsOf = (...sides: readonly Sides[]): readonly Impact[] => findImpacts(sides.map(contentOf)).impacts

/** `added env-var PORT null -> 80 compose.yml:4`, with `!` where data is lost. */
export const told = (...sides: readonly Sides[]): readonly string[] =>
  impactsOf(...sides).map(
    one =>
      `${one.direction}${one.destructive ? '!' : ''} ${one.kind} ${one.key} ${one.from} -> ${one.to} ${one.file}:${one.line}`,
  )

/** Kind, key and direction alone. */
export const facts = (...sides: readonly Sides[]): readonly string[] =>
  impactsOf(...sides).map(one => `${one.direction}${one.destructive ? '!' : ''} ${one.kind} ${one.key}`)

/** Lines without the indentation that a test gives them. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const whole = String.raw({ raw: strings.raw }, ...values).replace(/^\n/, '')
  const indent = Math.min(
    ...whole
      .split('\n')
      .filter(line => /\S/.test(line))
      .map(line => line.length - line.trimStart().length),
  )
  return whole
    .split('\n')
    .map(line => line.slice(indent))
    .join('\n')
    .trimEnd()
    .concat('\n')
}

import { readFileSync } from 'node:fs'
import { type Impact, type ImpactKind, impactKinds } from '../../src/impact/model.ts'

/** A statement as a person would make it. In `kind`, `key` and `direction` `*` stands for anything, in `key` also within. */
export interface Statement {
  readonly kind: ImpactKind | '*'
  readonly key: string
  readonly direction: Impact['direction'] | '*'
  /** Left out: the same is said in several files, any of them will do. */
  readonly file?: string
}

/** One fact, said once: as itself or in one of the other ways that are as good. */
export interface Label extends Statement {
  /** Of a migration: whether it loses data; `open`: either answer will do. Left out: it does not. */
  readonly destructive?: true | 'open'
  readonly any?: readonly Statement[]
}

/** What one real commit means for whoever deploys, read from its diff by a person who saw no statement of the product. */
export interface LabelledCommit {
  readonly repo: string
  readonly sha: string
  readonly stack: string
  readonly picked: 'random' | 'by path'
  readonly labels: readonly Label[]
  /** Neither right nor wrong to say. */
  readonly tolerated: readonly Statement[]
  readonly note?: string
}

/** Reads a file of labels. Throws on the first entry that is none: a label that nothing can match would pass as a miss. */
export function readLabels(path: string): readonly LabelledCommit[] {
  const commits: LabelledCommit[] = JSON.parse(readFileSync(path, 'utf8'))
  const seen = new Set<string>()
  for (const commit of commits) {
    const name = `${commit.repo}@${commit.sha}`
    const wrong = problemOf(commit)
    if (wrong !== null) throw new Error(`${path}: ${name}: ${wrong}`)
    if (seen.has(name)) throw new Error(`${path}: ${name}: there twice`)
    seen.add(name)
  }
  return commits
}

function problemOf({ repo, sha, picked, labels, tolerated }: LabelledCommit): string | null {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repo)) return 'no repository'
  if (!/^[0-9a-f]{40}$/.test(sha)) return 'no full SHA'
  if (picked !== 'random' && picked !== 'by path') return 'how it was picked is missing'
  const statements = [...labels, ...labels.flatMap(label => label.any ?? []), ...tolerated]
  const odd = statements.find(one => !isStatement(one))
  return odd === undefined ? null : `no statement: ${JSON.stringify(odd)}`
}

const kinds: ReadonlySet<string> = new Set(['*', ...impactKinds])
const directions: ReadonlySet<string> = new Set(['*', 'added', 'removed', 'changed'])

const isStatement = ({ kind, key, direction, file }: Statement): boolean =>
  kinds.has(kind) && directions.has(direction) && key !== '' && file !== ''

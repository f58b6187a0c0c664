export interface FileChange {
  readonly path: string
  readonly previousPath: string | undefined
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed'
  readonly additions: number
  readonly deletions: number
  /** The new blob; the old one of a removed file, as GitHub gives it. */
  readonly oid: string
  readonly oldMode: string
  readonly newMode: string
  readonly binary: boolean
  /** From the first `@@`, without the header; absent where git shows no lines. */
  readonly patch: string | undefined
}

export interface Diff {
  readonly mergeBase: string
  readonly files: readonly FileChange[]
  readonly additions: number
  readonly deletions: number
}

interface RawEntry {
  readonly oldMode: string
  readonly newMode: string
  readonly oldOid: string
  readonly newOid: string
  readonly letter: string
  readonly paths: readonly string[]
}

/** `git diff-tree -z --raw --numstat -p`. Bytes are kept as latin1 until a piece is known to be whole. */
export function parseDiff(mergeBase: string, out: Buffer): Diff {
  const text = out.toString('latin1')
  const start = text.search(/\0(?=diff --git )/)
  const fields = (start < 0 ? text : text.slice(0, start)).split('\0')
  const entries = readRaw(fields)
  const counts = readNumstat(fields, entries)
  const patches = start < 0 ? [] : text.slice(start + 1).split(/^(?=diff --git )/m)
  const files = entries.map((entry, index) => {
    const shown = entry.letter === 'T' ? patches.splice(0, 2) : patches.splice(0, 1)
    const { additions, deletions, binary } = counts[index] ?? { additions: 0, deletions: 0, binary: false }
    const patch = binary ? undefined : hunks(shown)
    return { ...describe(entry), additions, deletions, binary, patch }
  })
  const sum = (pick: (file: FileChange) => number) => files.reduce((total, file) => total + pick(file), 0)
  return { mergeBase, files, additions: sum(file => file.additions), deletions: sum(file => file.deletions) }
}

function readRaw(fields: string[]): readonly RawEntry[] {
  const entries: RawEntry[] = []
  while (fields[0]?.startsWith(':')) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = (fields.shift() ?? '')
      .slice(1)
      .split(' ')
    const letter = status[0] ?? ''
    const paths = fields.splice(0, letter === 'R' || letter === 'C' ? 2 : 1).map(utf8)
    entries.push({ oldMode, newMode, oldOid, newOid, letter, paths })
  }
  return entries
}

function readNumstat(fields: string[], entries: readonly RawEntry[]) {
  return entries.map(() => {
    const [added = '0', deleted = '0', path = ''] = (fields.shift() ?? '').split('\t')
    if (path === '') fields.splice(0, 2)
    const binary = added === '-'
    return { additions: binary ? 0 : Number(added), deletions: binary ? 0 : Number(deleted), binary }
  })
}

function describe({ letter, paths, oldMode, newMode, oldOid, newOid }: RawEntry) {
  const renamed = paths.length === 2
  const status = statusOf(letter, oldOid === newOid)
  return {
    path: paths.at(-1) ?? '',
    previousPath: renamed ? paths[0] : undefined,
    status,
    oid: letter === 'D' ? oldOid : newOid,
    oldMode,
    newMode,
  } as const
}

function statusOf(letter: string, sameContent: boolean): FileChange['status'] {
  switch (letter) {
    case 'A':
      return 'added'
    case 'D':
      return 'removed'
    case 'R':
      return 'renamed'
    case 'C':
      return 'copied'
    case 'T':
      return 'changed'
    default:
      return sameContent ? 'changed' : 'modified'
  }
}

function hunks(shown: readonly string[]): string | undefined {
  const text = shown
    .map(part => part.search(/^@@ /m))
    .map((at, index) => (at < 0 ? '' : (shown[index] ?? '').slice(at)))
    .join('')
  return text === '' ? undefined : utf8(text.replace(/\n$/, ''))
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8')
}

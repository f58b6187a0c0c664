export interface Person {
  readonly name: string
  readonly email: string
  readonly date: string
}

export interface CommitInfo {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Person
  readonly committer: Person
  readonly message: string
}

export interface TreeEntry {
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly oid: string
  readonly name: string
  readonly path: string
}

export function parseCommit(sha: string, data: Buffer): CommitInfo {
  const text = data.toString()
  const end = text.indexOf('\n\n')
  const headers = text.slice(0, end).split('\n')
  const values = (name: string) =>
    headers.filter(header => header.startsWith(`${name} `)).map(header => header.slice(name.length + 1))
  const person = (name: string): Person => {
    const [, who = '', email = '', seconds = '0'] = /^(.*) <(.*)> (\d+)/.exec(values(name)[0] ?? '') ?? []
    return { name: who, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') }
  }
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: person('author'),
    committer: person('committer'),
    message: text.slice(end + 2).replace(/\n$/, ''),
  }
}

export function parseTree(data: Buffer, prefix: string): readonly TreeEntry[] {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < data.length) {
    const space = data.indexOf(0x20, at)
    const end = data.indexOf(0, space)
    const mode = data.toString('latin1', at, space).padStart(6, '0')
    const name = data.toString('utf8', space + 1, end)
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
    entries.push({ mode, type, oid: data.toString('hex', end + 1, end + 21), name, path: prefix + name })
    at = end + 21
  }
  return entries
}

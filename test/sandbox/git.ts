import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Diff, parseDiff } from './git-diff.ts'
import { type CommitInfo, type Person, parseCommit, parseTree, type TreeEntry } from './git-objects.ts'
import { type GitObject, git, ObjectReader } from './git-process.ts'

export type FileContent =
  | string
  | null
  | { readonly content: string | Uint8Array; readonly mode?: '100644' | '100755' | '120000' }

export type Signer = Pick<Person, 'name' | 'email'>

export interface NewCommit {
  /** A full ref name that will point at the commit. */
  readonly ref: string
  readonly parents: readonly string[]
  readonly files: Readonly<Record<string, FileContent>>
  /** Blobs and trees that exist already, `null` deletes. */
  readonly entries?: ReadonlyMap<string, { readonly mode: string; readonly oid: string } | null>
  readonly message: string
  readonly author: Signer
  /** The author, when not given. */
  readonly committer?: Signer
  readonly date: Date
}

const longestLine = 200

/** A bare repository, driven by the git CLI. Objects are read through one long-lived `cat-file`. */
export class GitRepository {
  readonly dir: string
  readonly refs = new Map<string, string>()
  readonly #objects: ObjectReader
  readonly #commits = new Map<string, Promise<CommitInfo | undefined>>()
  readonly #trees = new Map<string, Promise<readonly TreeEntry[]>>()
  readonly #diffs = new Map<string, Promise<Diff>>()
  readonly #ranges = new Map<string, Promise<readonly string[]>>()

  #last: Promise<unknown> = Promise.resolve()

  constructor(dir: string) {
    this.dir = dir
    this.#objects = new ObjectReader(dir)
  }

  static async create(dir: string, defaultBranch: string): Promise<GitRepository> {
    await mkdir(join(dir, 'objects'), { recursive: true })
    await mkdir(join(dir, 'refs', 'heads'), { recursive: true })
    await writeFile(join(dir, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`)
    // Clones by SHA and of refs/pull/* are what a runner does.
    await writeFile(
      join(dir, 'config'),
      '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n[uploadpack]\n\tallowAnySHA1InWant = true\n[gc]\n\tauto = 0\n',
    )
    return new GitRepository(dir)
  }

  /** A SHA, a branch, a tag, `heads/x` or a full ref name. */
  resolve(ref: string): string | undefined {
    if (/^[0-9a-f]{40}$/.test(ref)) return ref
    for (const name of [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`]) {
      const sha = name === 'HEAD' ? undefined : this.refs.get(name)
      if (sha !== undefined) return sha
    }
    return undefined
  }

  async setRef(name: string, sha: string): Promise<void> {
    const file = join(this.dir, name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${sha}\n`)
    this.refs.set(name, sha)
  }

  async deleteRef(name: string): Promise<void> {
    await git(['update-ref', '-d', name], { cwd: this.dir })
    this.refs.delete(name)
  }

  async commit(commit: NewCommit): Promise<string> {
    const printed = await git(['fast-import', '--quiet', '--force', '--date-format=raw'], {
      cwd: this.dir,
      input: fastImport(commit),
    })
    const sha = printed.toString().trim()
    this.refs.set(commit.ref, sha)
    return sha
  }

  /** Undefined when there is no such object, or it is no commit. */
  commitInfo(sha: string): Promise<CommitInfo | undefined> {
    const known = this.#commits.get(sha)
    if (known !== undefined) return known
    const info = this.#objects.read(sha).then(found => {
      if (found?.type !== 'commit') this.#commits.delete(sha)
      return found?.type === 'commit' ? parseCommit(sha, found.data) : undefined
    })
    this.#commits.set(sha, info)
    return info
  }

  async commitOrThrow(sha: string): Promise<CommitInfo> {
    const info = await this.commitInfo(sha)
    if (info === undefined) throw new Error(`no commit ${sha} in ${this.dir}`)
    return info
  }

  object(oid: string): Promise<GitObject | undefined> {
    return this.#objects.read(oid)
  }

  /** The entries of one tree. */
  tree(oid: string, prefix = ''): Promise<readonly TreeEntry[]> {
    const key = `${oid}:${prefix}`
    const known = this.#trees.get(key)
    if (known !== undefined) return known
    const entries = this.#objects.read(oid).then(found => (found?.type === 'tree' ? parseTree(found.data, prefix) : []))
    this.#trees.set(key, entries)
    return entries
  }

  async treeRecursive(oid: string, prefix = ''): Promise<readonly TreeEntry[]> {
    const all: TreeEntry[] = []
    for (const entry of await this.tree(oid, prefix)) {
      all.push(entry)
      if (entry.type === 'tree') all.push(...(await this.treeRecursive(entry.oid, `${entry.path}/`)))
    }
    return all
  }

  /** The file or folder at `path` in a commit; the root is a tree with an empty name. */
  async entry(commitSha: string, path: string): Promise<TreeEntry | undefined> {
    const commit = await this.commitInfo(commitSha)
    if (commit === undefined) return undefined
    let found: TreeEntry = { mode: '040000', type: 'tree', oid: commit.tree, name: '', path: '' }
    for (const name of path.split('/').filter(part => part !== '')) {
      if (found.type !== 'tree') return undefined
      const prefix = found.path === '' ? '' : `${found.path}/`
      const next: TreeEntry | undefined = (await this.tree(found.oid, prefix)).find(entry => entry.name === name)
      if (next === undefined) return undefined
      found = next
    }
    return found
  }

  /** What `head` changes since it left `base`: `git diff base...head`. */
  diff(base: string, head: string): Promise<Diff> {
    const key = `${base}...${head}`
    const known = this.#diffs.get(key)
    if (known !== undefined) return known
    const diff = this.#diff(base, head)
    this.#diffs.set(key, diff)
    return diff
  }

  async #diff(base: string, head: string): Promise<Diff> {
    const mergeBase = await this.mergeBase(base, head)
    const args = ['diff-tree', '-r', '-M', '-l0', '-z', '--raw', '--numstat', '-p', '--full-index', '--no-abbrev']
    const out = await git([...args, '--no-color', '--no-ext-diff', mergeBase, head], { cwd: this.dir })
    return parseDiff(mergeBase, out)
  }

  async mergeBase(a: string, b: string): Promise<string> {
    if (a === b) return a
    const [ofA, ofB] = [await this.#line(a), await this.#line(b)]
    if (ofA !== undefined && ofB !== undefined) {
      const others = new Set(ofB)
      const common = ofA.find(sha => others.has(sha))
      if (common !== undefined) return common
    }
    const found = (await git(['merge-base', a, b], { cwd: this.dir, allowExit: [1] })).toString().trim()
    if (found === '') throw new Error(`${a} and ${b} have no common history`)
    return found
  }

  /** Commits of `head` that `base` does not have, oldest first. */
  range(base: string, head: string): Promise<readonly string[]> {
    const key = `${base}..${head}`
    const known = this.#ranges.get(key)
    if (known !== undefined) return known
    const shas = this.#range(base, head)
    this.#ranges.set(key, shas)
    return shas
  }

  async #range(base: string, head: string): Promise<readonly string[]> {
    const [ofBase, ofHead] = [await this.#line(base), await this.#line(head)]
    if (ofBase !== undefined && ofHead !== undefined) {
      const others = new Set(ofBase)
      return ofHead.filter(sha => !others.has(sha)).toReversed()
    }
    const out = await git(['rev-list', '--reverse', '--topo-order', head, `^${base}`], { cwd: this.dir })
    return out.toString().split('\n').filter(Boolean)
  }

  /**
   * A commit and all before it, newest first, when none of them is a merge: there git has no choice of order, and need not be
   * started. Undefined where there is a merge, or a very long history.
   */
  async #line(head: string): Promise<readonly string[] | undefined> {
    const shas: string[] = []
    for (let sha: string | undefined = head; sha !== undefined; ) {
      const commit: CommitInfo | undefined = await this.commitInfo(sha)
      if (commit === undefined || commit.parents.length > 1 || shas.length === longestLine) return undefined
      shas.push(sha)
      sha = commit.parents[0]
    }
    return shas
  }

  async history(head: string, limit: number): Promise<readonly string[]> {
    const line = await this.#line(head)
    if (line !== undefined) return line.slice(0, limit)
    const out = await git(['rev-list', `--max-count=${limit}`, head], { cwd: this.dir })
    return out.toString().split('\n').filter(Boolean)
  }

  /**
   * What must change in `ours` to have `theirs` too, undefined on a conflict. Done here because `git merge-tree --write-tree`
   * is newer than the git of many machines.
   */
  async merge(ours: string, theirs: string): Promise<NewCommit['entries'] | undefined> {
    const base = await this.#files(await this.mergeBase(ours, theirs))
    const mine = await this.#files(ours)
    const changes = new Map<string, { mode: string; oid: string } | null>()
    const other = await this.#files(theirs)
    for (const path of new Set([...base.keys(), ...other.keys()])) {
      const [was, here, there] = [base.get(path), mine.get(path), other.get(path)]
      if (same(was, there) || same(here, there)) continue
      if (same(was, here)) {
        changes.set(path, there === undefined ? null : there)
        continue
      }
      if (was === undefined || here === undefined || there === undefined) return undefined
      const oid = await this.#mergeFile(was.oid, here.oid, there.oid)
      if (oid === undefined) return undefined
      changes.set(path, { mode: there.mode, oid })
    }
    return changes
  }

  async #files(sha: string): Promise<ReadonlyMap<string, TreeEntry>> {
    const entries = await this.treeRecursive((await this.commitOrThrow(sha)).tree)
    return new Map(entries.filter(entry => entry.type !== 'tree').map(entry => [entry.path, entry]))
  }

  async #mergeFile(base: string, ours: string, theirs: string): Promise<string | undefined> {
    const dir = await mkdtemp(join(tmpdir(), 'sandbox-merge-'))
    try {
      const names = await Promise.all(
        Object.entries({ ours, base, theirs }).map(async ([name, oid]) => {
          await writeFile(join(dir, name), (await this.#objects.read(oid))?.data ?? Buffer.alloc(0))
          return name
        }),
      )
      const merged = await git(['merge-file', '-p', '-q', ...names], { cwd: dir }).catch(() => undefined)
      if (merged === undefined) return undefined
      return (await git(['hash-object', '-w', '--stdin'], { cwd: this.dir, input: merged })).toString().trim()
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  }

  /** Takes over what a real `git push` wrote. */
  async readRefs(): Promise<ReadonlyMap<string, string>> {
    const out = await git(['for-each-ref', '--format=%(objectname) %(refname)'], { cwd: this.dir })
    return new Map(
      out
        .toString()
        .split('\n')
        .filter(Boolean)
        .map(line => [line.slice(41), line.slice(0, 40)]),
    )
  }

  /** Acts that read a tip and move it must not overlap. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  close(): void {
    this.#objects.close()
  }
}

function same(a: TreeEntry | undefined, b: TreeEntry | undefined): boolean {
  return a?.oid === b?.oid && a?.mode === b?.mode
}

function fastImport(commit: NewCommit): Buffer {
  const { ref, parents, files, entries, message, author, committer = author, date } = commit
  const parts: Uint8Array[] = []
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`))
  const data = (content: Uint8Array) => {
    line(`data ${content.byteLength}`)
    parts.push(content)
    line('')
  }
  const when = `${Math.floor(date.getTime() / 1000)} +0000`
  const who = ({ name, email }: Signer) => `${name.replace(/[<>\n]/g, '')} <${email}> ${when}`
  line(`commit ${ref}`)
  line('mark :1')
  line(`author ${who(author)}`)
  line(`committer ${who(committer)}`)
  data(Buffer.from(message))
  for (const [index, parent] of parents.entries()) line(`${index === 0 ? 'from' : 'merge'} ${parent}`)
  for (const [path, entry] of entries ?? []) {
    line(entry === null ? `D ${quote(path)}` : `M ${entry.mode} ${entry.oid} ${quote(path)}`)
  }
  for (const [path, file] of Object.entries(files)) {
    if (file === null) {
      line(`D ${quote(path)}`)
      continue
    }
    const { content, mode = '100644' } = typeof file === 'string' ? { content: file } : file
    line(`M ${mode} inline ${quote(path)}`)
    data(Buffer.from(content as string))
  }
  line('')
  line('get-mark :1')
  return Buffer.concat(parts)
}

function quote(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  changedFilesBetween,
  checkedOutAt,
  commitCalled,
  countLines,
  diffCommits,
  findRepository,
  git,
  hasCommit,
  headCommit,
  isSha,
  isShallow,
  listTree,
  mergeBase,
  parentsOf,
  type Repository,
  readBlob,
  uncommittedFiles,
} from '../../src/git/git.ts'
import { newRepository, repositoryIn, type TestRepository, temporaryFolder } from './repo.ts'

const open = async ({ root }: TestRepository): Promise<Repository> => {
  const found = await findRepository(root, root)
  if (found === null) throw new Error('no repository')
  return found
}

/** main: a.txt; branch: changes a.txt and adds b.txt; main moves on with c.txt. */
function forked() {
  const repo = newRepository()
  const root = repo.commit({ 'a.txt': 'one\n' })
  repo.git('switch', '--quiet', '-c', 'topic')
  const head = repo.commit({ 'a.txt': 'one\ntwo\n', 'b.txt': 'b\n' })
  repo.git('switch', '--quiet', 'main')
  const base = repo.commit({ 'c.txt': 'c\n' })
  return { repo, root, base, head }
}

function shallowCopy(repo: TestRepository, ref: string): TestRepository {
  const copy = repositoryIn(temporaryFolder())
  copy.git('init', '--quiet')
  copy.git('fetch', '--quiet', '--depth=1', `file://${repo.root}`, ref)
  copy.git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
  return copy
}

describe('what a pull request changes', () => {
  test('is counted from the merge base, so that the base branch moving on adds nothing', async () => {
    const { repo, base, head, root } = forked()
    const local = await open(repo)
    expect(await mergeBase(local, base, head)).toBe(root)
    const files = await changedFilesBetween(local, base, head)
    expect(
      files.state === 'present' ? files.value.map(file => [file.path, file.status, file.additions]) : files,
    ).toEqual([
      ['a.txt', 'modified', 1],
      ['b.txt', 'added', 1],
    ])
  })

  test('B-F08 a shallow clone without the base says GIT-SHALLOW and yields no list', async () => {
    const { repo, base } = forked()
    const copy = shallowCopy(repo, 'topic')
    const local = await open(copy)
    expect(isShallow(local)).toBe(true)
    expect(await changedFilesBetween(local, base, copy.git('rev-parse', 'HEAD'))).toEqual({
      state: 'unknown',
      reason: { code: 'git.shallow', params: { sha: base } },
    })
  })

  test('B-F09 unrelated histories say GIT-NOMERGEBASE', async () => {
    const { repo, base } = forked()
    repo.git('switch', '--quiet', '--orphan', 'other')
    const head = repo.commit({ 'x.txt': 'x\n' })
    expect(await changedFilesBetween(await open(repo), base, head)).toEqual({
      state: 'unknown',
      reason: { code: 'git.noMergeBase', params: { base, head } },
    })
  })

  test('a commit that a full clone lacks is named, not called shallow', async () => {
    const { repo, base } = forked()
    const missing = 'f'.repeat(40)
    expect(await changedFilesBetween(await open(repo), base, missing)).toEqual({
      state: 'unknown',
      reason: { code: 'git.noCommit', params: { sha: missing } },
    })
  })

  test('T-37 B-F17 non-ASCII and quoted names come as they are', async () => {
    const repo = newRepository()
    const base = repo.commit({ 'a.txt': 'a\n' })
    const names = ['dokümente/größe.md', 'a"b.md', 'tab\there.md', 'new\nline.md', ' lead.md', '-x.md', ':(top)x.md']
    const head = repo.commit(Object.fromEntries(names.map(name => [name, 'x\n'])))
    const files = await changedFilesBetween(await open(repo), base, head)
    expect(files.state === 'present' ? files.value.map(file => file.path).toSorted() : files).toEqual(names.toSorted())
  })

  test('a .gitattributes of the pull request cannot hide its lines as binary', async () => {
    const repo = newRepository()
    const base = repo.commit({ 'a.txt': 'a\n' })
    const head = repo.commit({ '.gitattributes': '* -diff binary\n', 'a.txt': 'a\nb\n' })
    const files = await changedFilesBetween(await open(repo), base, head)
    const changed = files.state === 'present' ? files.value.find(file => file.path === 'a.txt') : undefined
    expect(changed).toMatchObject({ kind: 'text', additions: 1 })
  })
})

describe('B-F10 odd revisions are data', () => {
  test.each(['--upload-pack=x', 'a;touch x', '$(touch x)', 'refs/heads/../x', 'HEAD', '', 'a'.repeat(39)])(
    '%j is no commit id and never reaches git',
    async revision => {
      const { repo, base } = forked()
      const local = await open(repo)
      expect(isSha(revision)).toBe(false)
      expect(await hasCommit(local, revision)).toBe(false)
      expect(await mergeBase(local, base, revision)).toBeNull()
      expect(await parentsOf(local, revision)).toEqual([])
      expect((await diffCommits(local, base, revision)).ok).toBe(false)
      expect((await listTree(local, revision)).ok).toBe(false)
      expect((await readBlob(local, revision, 10)).ok).toBe(false)
      expect(existsSync(join(repo.root, 'x'))).toBe(false)
    },
  )
})

describe('T-50 hostile .git/config', () => {
  const traps = (marker: string): readonly (readonly string[])[] => [
    ['core.fsmonitor', marker],
    ['core.hooksPath', 'hooks'],
    ['core.pager', marker],
    ['core.sshCommand', marker],
    ['core.editor', marker],
    ['core.alternateRefsCommand', marker],
    ['core.worktree', '/'],
    ['core.attributesFile', '../attributes'],
    ['diff.external', marker],
    ['diff.trap.command', marker],
    ['diff.trap.textconv', marker],
    ['diff.trap.binary', 'true'],
    ['filter.trap.smudge', marker],
    ['filter.trap.clean', marker],
    ['filter.trap.process', marker],
    ['gpg.program', marker],
    ['log.showSignature', 'true'],
    ['credential.helper', `!${marker}`],
    ['alias.diff', `!${marker}`],
    ['alias.cat-file', `!${marker}`],
    ['alias.ls-tree', `!${marker}`],
    ['pager.diff', marker],
    ['protocol.ext.allow', 'always'],
    ['protocol.allow', 'always'],
    ['remote.origin.url', `ext::${marker}`],
    ['remote.origin.uploadpack', marker],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialclonefilter', 'blob:none'],
    ['extensions.partialClone', 'origin'],
    ['diff.orderFile', '/dev/null'],
    ['diff.noprefix', 'true'],
    ['diff.mnemonicPrefix', 'true'],
    ['diff.renames', 'false'],
    ['diff.relative', 'true'],
    ['color.ui', 'always'],
    ['core.quotePath', 'true'],
  ]

  test('no program runs and the answers are the same', async () => {
    const { repo, base, head } = forked()
    const trusted = await open(repo)
    const wanted = await changedFilesBetween(trusted, base, head)
    expect(wanted.state).toBe('present')

    const sprung = join(repo.root, 'SPRUNG')
    const marker = join(repo.root, 'trap.sh')
    writeFileSync(marker, `#!/bin/sh\ntouch '${sprung}'\ncat\n`)
    chmodSync(marker, 0o755)
    repo.write({
      '.git/hooks/post-checkout': `#!/bin/sh\ntouch '${sprung}'\n`,
      '.git/hooks/post-index-change': `#!/bin/sh\ntouch '${sprung}'\n`,
    })
    chmodSync(join(repo.root, '.git/hooks/post-checkout'), 0o755)
    chmodSync(join(repo.root, '.git/hooks/post-index-change'), 0o755)
    repo.write({ '.gitattributes': '* diff=trap filter=trap\n', attributes: '* diff=trap -text binary\n' })
    repo.write({ '.git/info/attributes': '* diff=trap filter=trap\n' })
    for (const [key = '', value = ''] of traps(marker)) repo.git('config', key, value)

    const local = await open(repo)
    expect(await changedFilesBetween(local, base, head)).toEqual(wanted)
    expect((await listTree(local, head)).ok).toBe(true)
    expect(await headCommit(local)).toEqual({ ok: true, value: base })
    // A missing object of a partial clone would be fetched through the remote's program.
    expect(await hasCommit(local, 'e'.repeat(40))).toBe(false)
    expect((await readBlob(local, 'd'.repeat(40), 100)).ok).toBe(false)
    expect(existsSync(sprung)).toBe(false)
  })

  test('a replaced object is not believed', async () => {
    const repo = newRepository()
    const honest = repo.commit({ policy: 'min: 80\n' })
    const forged = repo.commit({ policy: 'min: 0\n' })
    repo.git('replace', honest, forged)
    const local = await open(repo)
    const listed = await listTree(local, honest, ['policy'])
    const blob = await readBlob(local, listed.ok ? (listed.value[0]?.oid ?? '') : '', 100)
    expect(blob.ok && blob.value.toString()).toBe('min: 80\n')
  })

  test('a checkout of another user needs no exception', async () => {
    const { repo, base } = forked()
    const answer = await git(await open(repo), ['rev-parse', '--verify', '--end-of-options', base])
    expect(answer.ok && answer.value.toString().trim()).toBe(base)
  })
})

describe('limits', () => {
  test('more output than asked for is refused, not cut', async () => {
    const repo = newRepository()
    const sha = repo.commit({ big: 'x'.repeat(100_000) })
    const local = await open(repo)
    const listed = await listTree(local, sha, ['big'])
    const oid = listed.ok ? (listed.value[0]?.oid ?? '') : ''
    expect(await readBlob(local, oid, 1000)).toEqual({
      ok: false,
      error: { code: 'git.failed', params: { what: 'cat-file', detail: 'output too large' } },
    })
  })

  test('a call that does not end is ended', async () => {
    const repo = newRepository()
    repo.commit({ a: 'a\n' })
    const answer = await git(await open(repo), ['cat-file', '--batch'], { timeoutMs: 1 })
    expect(answer.ok || answer.error.kind).toBeTruthy()
  })
})

describe('trees and blobs', () => {
  test('T-02 modes and types tell a file from a link and a submodule', async () => {
    const repo = newRepository()
    repo.write({ 'plain.yml': 'a\n', 'run.sh': 'b\n' })
    chmodSync(join(repo.root, 'run.sh'), 0o755)
    repo.git('add', '-A')
    const blob = repo.git('hash-object', '-w', 'plain.yml')
    repo.git('update-index', '--add', '--cacheinfo', `120000,${blob},link.yml`)
    repo.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},sub`)
    repo.git('commit', '--quiet', '-m', 'all kinds')
    const listed = await listTree(await open(repo), repo.git('rev-parse', 'HEAD'))
    expect(listed.ok && listed.value.map(entry => [entry.path, entry.mode, entry.type, entry.size])).toEqual([
      ['link.yml', '120000', 'blob', 2],
      ['plain.yml', '100644', 'blob', 2],
      ['run.sh', '100755', 'blob', 2],
      ['sub', '160000', 'commit', 0],
    ])
  })

  test('a path is a name, not a pattern', async () => {
    const repo = newRepository()
    const sha = repo.commit({ 'a.yml': 'a\n', 'b.yml': 'b\n' })
    const listed = await listTree(await open(repo), sha, ['*.yml'])
    expect(listed).toEqual({ ok: true, value: [] })
  })

  test('lines are counted with a last one that has no line end', async () => {
    const repo = newRepository()
    const sha = repo.commit({ empty: '', one: 'a', two: 'a\nb\n', three: 'a\nb\n\n', nul: '\0\n' })
    const local = await open(repo)
    const listed = await listTree(local, sha)
    const entries = listed.ok ? listed.value : []
    const counts = await countLines(
      local,
      entries.map(entry => entry.oid),
    )
    expect(Object.fromEntries(entries.map(entry => [entry.path, counts.get(entry.oid)]))).toEqual({
      empty: 0,
      nul: 1,
      one: 1,
      three: 3,
      two: 2,
    })
  })

  test('the checkout has a time, and git status does not change it', async () => {
    const { repo } = forked()
    const local = await open(repo)
    const before = await checkedOutAt(local)
    repo.write({ 'a.txt': 'one\n' })
    repo.git('status')
    expect(before).toBeGreaterThan(0)
    expect(await checkedOutAt(local)).toBe(before)
  })
})

describe('where the repository is', () => {
  test('it is looked for upwards, but never above the workspace', async () => {
    const { repo } = forked()
    repo.write({ 'packages/web/x': '' })
    const inside = join(repo.root, 'packages/web')
    expect((await findRepository(inside, repo.root))?.root).toBe(repo.root)
    expect(await findRepository(inside, inside)).toBeNull()
  })

  test('a merge commit shows its parents even where they were not fetched', async () => {
    const { repo, base, head } = forked()
    repo.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    const copy = shallowCopy(repo, 'main')
    expect(await parentsOf(await open(copy), copy.git('rev-parse', 'HEAD'))).toEqual([base, head])
  })
})

describe('what the user of a clone calls a commit', () => {
  test('branches, tags, remote branches, ancestors and short ids', async () => {
    const { repo, base, head, root } = forked()
    repo.git('tag', '-a', '-m', 'first', 'v1', root)
    repo.git('update-ref', 'refs/remotes/origin/topic', head)
    const local = await open(repo)
    const called = async (name: string) => {
      const found = await commitCalled(local, name)
      return found.ok ? found.value : found.error
    }
    expect(await called('main')).toBe(base)
    expect(await called('origin/topic')).toBe(head)
    expect(await called('v1')).toBe(root)
    expect(await called('topic~1')).toBe(root)
    expect(await called(head.slice(0, 9))).toBe(head)
  })

  test.each(['origin/mian', 'HEAD:a.txt', '--all', '-n', '', 'main..topic', 'a b', '\n'])('%j is none', async name => {
    expect(await commitCalled(await open(forked().repo), name)).toEqual({ ok: true, value: null })
  })
})

describe('what the work tree has and a commit has not', () => {
  test('changed, staged, deleted and renamed files; not new ones, nor those only touched', async () => {
    const repo = newRepository()
    const head = repo.commit({ 'a.txt': 'a\n', 'b.txt': 'b\n', 'c.txt': 'c\n', 'ü d.txt': 'd\n', 'e.txt': 'e\n' })
    const local = await open(repo)
    const changed = () => uncommittedFiles(local, head)
    expect(await changed()).toEqual({ ok: true, value: [] })
    repo.write({ 'a.txt': 'a\n', 'new.txt': 'n\n' })
    expect(await changed()).toEqual({ ok: true, value: [] })
    repo.write({ 'b.txt': 'B\n', 'c.txt': 'C\n' })
    repo.git('add', 'c.txt')
    repo.git('rm', '--quiet', 'e.txt')
    repo.git('mv', 'ü d.txt', 'd.txt')
    expect(await changed()).toEqual({ ok: true, value: ['b.txt', 'c.txt', 'd.txt', 'e.txt', 'ü d.txt'] })
  })

  test('T-50 no filter, text conversion or hook of the clone runs, and its index is not written', async () => {
    const repo = newRepository()
    const head = repo.commit({ 'a.txt': 'a\n', '.gitattributes': '* filter=evil diff=evil\n' })
    const trace = join(repo.root, 'ran')
    for (const key of [
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.external',
      'core.fsmonitor',
    ])
      repo.git('config', key, `touch '${trace}'; cat`)
    repo.write({ 'a.txt': 'b\n' })
    const index = join(repo.root, '.git/index')
    const before = statSync(index).mtimeMs
    expect(await uncommittedFiles(await open(repo), head)).toEqual({ ok: true, value: ['a.txt'] })
    expect(existsSync(trace)).toBe(false)
    expect(statSync(index).mtimeMs).toBe(before)
  })
})

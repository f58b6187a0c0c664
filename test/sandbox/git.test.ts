import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileContent, GitRepository } from './git.ts'

let dir: string
let git: GitRepository
let branches = 0

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-git-'))
  git = await GitRepository.create(join(dir, 'a.git'), 'main')
})

afterAll(async () => {
  git.close()
  await rm(dir, { recursive: true })
})

type Files = Record<string, FileContent>

function commit(files: Files, ...parents: string[]): Promise<string> {
  branches += 1
  const author = { name: 'chen', email: 'chen@example.test' }
  const date = new Date('2026-11-20T10:00:00Z')
  return git.commit({ ref: `refs/heads/b${branches}`, parents, files, message: 'm', author, date })
}

async function change(before: Files, after: Files) {
  const base = await commit(before)
  const { files } = await git.diff(base, await commit(after, base))
  return files.map(({ path, previousPath, status, additions, deletions, patch }) => {
    return { path, previousPath, status, counts: `+${additions} -${deletions}`, patch }
  })
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('')

test.each<[string, Files, Files, object]>([
  ['an added empty file has no patch', {}, { e: '' }, { status: 'added', counts: '+0 -0', patch: undefined }],
  [
    'a missing newline is said',
    { a: 'x\n' },
    { a: 'x' },
    { patch: '@@ -1 +1 @@\n-x\n+x\n\\ No newline at end of file' },
  ],
  [
    'a mode alone is a change',
    { a: 'x' },
    { a: { content: 'x', mode: '100755' } },
    { status: 'changed', patch: undefined },
  ],
  ['a file that turns into a link', { a: 'x' }, { a: { content: 'b', mode: '120000' } }, { status: 'changed' }],
  [
    'binary has no counts',
    { a: 'x' },
    { a: { content: new Uint8Array([0, 1]) } },
    { counts: '+0 -0', patch: undefined },
  ],
  [
    'a rename with an edit',
    { old: lines(20) },
    { old: null, 'new': `${lines(20)}more\n` },
    { path: 'new', previousPath: 'old', status: 'renamed', counts: '+1 -0' },
  ],
  [
    'quotes, spaces and other scripts',
    {},
    { 'a "b"/ü 文件\t.txt': 'x\n' },
    { path: 'a "b"/ü 文件\t.txt', counts: '+1 -0' },
  ],
  ['text that looks like a header', { a: '' }, { a: 'diff --git a/x b/x\n@@ -1 +1 @@\n' }, { counts: '+2 -0' }],
])('%s', async (_, before, after, expected) => {
  expect(await change({ keep: 'k', ...before }, after)).toEqual([expect.objectContaining(expected)])
})

test('the diff starts where the branches parted', async () => {
  const base = await commit({ a: '1\n', b: '1\n' })
  const head = await commit({ a: '2\n' }, base)
  const moved = await commit({ b: '2\n' }, base)
  const { mergeBase, files } = await git.diff(moved, head)
  expect(mergeBase).toBe(base)
  expect(files.map(({ path }) => path)).toEqual(['a'])
  expect(await git.range(moved, head)).toEqual([head])
})

test('a merge joins what does not touch and refuses what does', async () => {
  const base = await commit({ a: lines(9), b: '1\n', c: '1\n' })
  const ours = await commit({ a: `first\n${lines(9)}`, b: '2\n' }, base)
  const theirs = await commit({ a: `${lines(9)}last\n`, c: null }, base)
  const entries = (await git.merge(ours, theirs)) ?? expect.unreachable()
  expect([...entries.keys()].sort()).toEqual(['a', 'c'])
  const oid = entries.get('a')?.oid ?? ''
  expect((await git.object(oid))?.data.toString()).toBe(`first\n${lines(9)}last\n`)
  expect(await git.merge(ours, await commit({ b: '3\n' }, base))).toBeUndefined()
})

test('many objects are read at once, missing ones too', async () => {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`d/${index}`, 'x'.repeat(index * 997)]))
  const sha = await commit(files)
  const entries = await git.treeRecursive((await git.commitOrThrow(sha)).tree)
  const blobs = entries.filter(({ type }) => type === 'blob')
  const found = await Promise.all([git.object('0'.repeat(40)), ...blobs.map(({ oid }) => git.object(oid))])
  expect(found[0]).toBeUndefined()
  expect(found.slice(1).reduce((sum, object) => sum + (object?.data.length ?? 0), 0)).toBe((149 * 150 * 997) / 2)
})

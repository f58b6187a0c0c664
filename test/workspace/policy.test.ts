import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policyStateOf } from '../../src/facts/policy.ts'
import { findRepository } from '../../src/git/git.ts'
import { maxPolicySize } from '../../src/policy/search.ts'
import { policyEntriesAt, policyEntriesIn } from '../../src/workspace/policy.ts'
import { newRepository } from '../git/repo.ts'

const path = '.github/delivery-gates.yml'
const text = 'version: 1\n'

function workTree(prepare: (root: string) => void) {
  const repository = newRepository()
  mkdirSync(join(repository.root, '.github'))
  prepare(repository.root)
  return repository
}

describe('the policy of a working tree is judged by the rules for a commit', () => {
  test.each<readonly [string, (root: string) => void, unknown]>([
    ['a file', root => writeFileSync(join(root, path), text), { state: 'present', origin: { path } }],
    ['none', () => {}, { state: 'present', origin: { source: 'none' } }],
    ['a link', root => symlinkSync('/etc/passwd', join(root, path)), { problems: [{ code: 'CFG-FILE' }] }],
    ['a folder', root => mkdirSync(join(root, path)), { problems: [{ code: 'CFG-FILE' }] }],
    ['a FIFO', root => void execFileSync('mkfifo', [join(root, path)]), { problems: [{ code: 'CFG-FILE' }] }],
    [
      'too large',
      root => {
        writeFileSync(join(root, path), text)
        truncateSync(join(root, path), maxPolicySize + 1)
      },
      { problems: [{ code: 'CFG-SIZE' }] },
    ],
    ['not UTF-8', root => writeFileSync(join(root, path), Buffer.from([0xff, 0xfe])), { state: 'unknown' }],
    [
      'two of them',
      root => {
        writeFileSync(join(root, path), text)
        writeFileSync(join(root, '.github/delivery-gates.yaml'), text)
      },
      { problems: [{ code: 'CFG-AMBIGUOUS' }] },
    ],
  ])('%s', async (_what, prepare, wanted) => {
    const { root } = workTree(prepare)
    expect(policyStateOf(await policyEntriesIn(root), { owner: 'acme', sha: '' })).toMatchObject(wanted as object)
  })

  test('both give the same entries', async () => {
    const repository = workTree(root => writeFileSync(join(root, path), text))
    const sha = repository.commit({})
    const local = await findRepository(repository.root, repository.root)
    if (local === null) throw new Error('no repository')
    const entries = await policyEntriesAt(local, sha)
    expect(entries).toEqual({ ok: true, value: await policyEntriesIn(repository.root) })
    expect(entries).toEqual({ ok: true, value: [{ path, mode: '100644', type: 'blob', size: 11, text }] })
  })
})

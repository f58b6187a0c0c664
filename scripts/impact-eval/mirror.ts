import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { changedFilesBetween, findRepository, parentsOf, type Repository } from '../../src/git/git.ts'
import type { ImpactFacts } from '../../src/impact/model.ts'
import { impactBetween } from '../../src/workspace/impact.ts'

const workTrees = mkdtempSync(join(tmpdir(), 'impact-eval-'))
process.once('exit', () => rmSync(workTrees, { recursive: true, force: true }))

/** Opens the mirror of `owner/name` below `mirrors`; `null`: there is none. */
export async function openMirror(mirrors: string, repo: string): Promise<Repository | null> {
  const flat = repo.replace('/', '+')
  const places = [`${flat}/repo`, `${flat}.git`, flat, `${repo}.git`, `${repo}/.git`, repo]
  const found = places.map(place => resolve(mirrors, place)).find(place => existsSync(join(place, 'objects')))
  if (found === undefined) return null
  const root = join(workTrees, flat)
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, '.git'), `gitdir: ${found}\n`)
  return findRepository(root, root)
}

/** What the product says of one commit against its first parent; a text: why it says nothing. */
export async function impactOf(repository: Repository, sha: string): Promise<ImpactFacts | string> {
  const [parent] = await parentsOf(repository, sha)
  if (parent === undefined) return 'no such commit, or no parent'
  const files = await changedFilesBetween(repository, parent, sha)
  const impact = await impactBetween(repository, parent, sha, files)
  return impact.state === 'present' ? impact.value : JSON.stringify(impact)
}

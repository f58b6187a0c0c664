import { carrySuite, readSnapshot, type SuiteSnapshot, snapshotLimit } from '../coverage/snapshot.ts'
import type { CarriedSuite } from '../coverage/unite.ts'
import type { NotCarried } from '../facts/facts.ts'
import { diffCommits, hasCommit, type Repository } from '../git/git.ts'
import { millisecondsOf } from '../policy/fields.ts'
import { digested, openReport, type Workspace } from './reports.ts'
import type { Tested } from './tested.ts'

export type Carry =
  | { readonly ok: true; readonly suite: CarriedSuite; readonly kept: SuiteSnapshot }
  | { readonly ok: false; readonly reason: NotCarried | null }

interface Surroundings {
  readonly workspace: Workspace
  readonly repository: Repository | null
  readonly tested: Tested
}

/** The last measurement of a suite, for the commit that is checked out, if there is one and it is young enough. */
export async function carryForward(
  { name, path, max_age }: { readonly name: string; readonly path: string; readonly max_age: string },
  { workspace, repository, tested }: Surroundings,
): Promise<Carry> {
  const read = readFile(path, workspace)
  if (typeof read === 'string') return { ok: false, reason: { state: read, path } }
  const suite = read.suites.find(each => each.name === name)
  if (suite === undefined) return { ok: false, reason: { state: 'other-suite', path } }
  const { sha, at } = suite
  if (Date.now() - Date.parse(at) > millisecondsOf(max_age)) {
    return { ok: false, reason: { state: 'too-old', path, sha, at, maxAge: max_age } }
  }
  const blobs = new Map((tested.tree ?? []).map(entry => [entry.path, entry.oid]))
  const { files, lost } = carrySuite(suite, blobs, await changesSince(sha, repository, tested))
  const origin = { name, path, format: 'snapshot', sha256: read.sha256, carried: { sha, at, lost } }
  return { ok: true, suite: { origin, files }, kept: suite }
}

async function changesSince(sha: string, repository: Repository | null, tested: Tested) {
  if (repository === null || tested.sha === null || !(await hasCommit(repository, sha))) return null
  const changes = await diffCommits(repository, sha, tested.sha)
  return changes.ok ? changes.value : null
}

function readFile(
  path: string,
  workspace: Workspace,
): { readonly suites: readonly SuiteSnapshot[]; readonly sha256: string } | 'absent' | 'unreadable' {
  const opened = openReport(path, workspace)
  if (!opened.ok) return 'absent'
  const { close } = opened.value
  const { chunks, sha256 } = digested(opened.value.chunks())
  try {
    const pieces: Buffer[] = []
    let size = 0
    for (const chunk of chunks) {
      size += chunk.length
      if (size > snapshotLimit) return 'unreadable'
      pieces.push(Buffer.from(chunk))
    }
    const suites = readSnapshot(Buffer.concat(pieces).toString('utf8'))
    return suites === null ? 'unreadable' : { suites, sha256: sha256() }
  } catch {
    return 'unreadable'
  } finally {
    close()
  }
}

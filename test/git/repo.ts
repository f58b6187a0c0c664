import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A repository in a temporary folder, driven by the real `git`; gone when the test ends. */
export interface TestRepository {
  readonly root: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Writes the files and commits everything; yields the SHA. */
  readonly commit: (files: Readonly<Record<string, string>>, subject?: string) => string
}

const identity = { name: 'Test', email: 'test@example.com' }

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-gates-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function repositoryIn(root: string): TestRepository {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: root,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
  }
  const commit = (files: Readonly<Record<string, string>>, subject = 'change') => {
    write(files)
    git('add', '-A')
    git('commit', '--quiet', '--allow-empty', '-m', subject)
    return git('rev-parse', 'HEAD')
  }
  return { root, git, write, commit }
}

export function newRepository(): TestRepository {
  const repository = repositoryIn(temporaryFolder())
  repository.git('init', '--quiet', '--initial-branch=main')
  return repository
}

import { baseName, folderOf, isShipped } from '../paths.ts'

/** What a migration is written for, as its path tells. */
export type MigrationTool =
  | 'sql'
  | 'rails'
  | 'django'
  | 'alembic'
  | 'php'
  | 'js'
  | 'go'
  | 'ecto'
  | 'dotnet'
  | 'jvm'
  | 'liquibase'

export interface MigrationFile {
  readonly tool: MigrationTool
  /** As the tool names it: without folder, extension and `.up`. */
  readonly stem: string
}

const inMigrations = /(?:^|\/)(?:[\w.-]*[._-])?(?:migrations?|migrate|migrates)(?:[._-][\w-]+)?\//i
const numbered = /^[vV]?\d+[\w.-]*$/

const tools: readonly (readonly [MigrationTool, (path: string, stem: string) => boolean])[] = [
  [
    'rails',
    (path, stem) =>
      path.endsWith('.rb') && /(?:^|\/)db\/(?:\w*migrate\w*)\/|(?:^|\/)migrat\w*\//.test(path) && /^\d{3,}_/.test(stem),
  ],
  ['django', (path, stem) => /\/migrations\/[^/]+\.py$/.test(`/${path}`) && /^\d{3,}_/.test(stem)],
  [
    'alembic',
    (path, stem) =>
      path.endsWith('.py') &&
      /(?:^|\/)[\w-]*(?:alembic|migrations?|db)[\w-]*\/(?:[\w.-]+\/)*?(?:versions?|revisions)(?:_\w+)?\//i.test(path) &&
      stem !== '__init__' &&
      stem !== 'env',
  ],
  [
    'php',
    (path, stem) =>
      path.endsWith('.php') && inMigrations.test(path) && /^(?:\d{4}_\d|\d{8,}|Version\d|m\d{6})/.test(stem),
  ],
  ['ecto', (path, stem) => path.endsWith('.exs') && inMigrations.test(path) && /^\d{3,}_/.test(stem)],
  [
    'dotnet',
    (path, stem) =>
      path.endsWith('.cs') && !/\.Designer\.cs$/.test(path) && inMigrations.test(path) && /^\d{8,}_/.test(stem),
  ],
  [
    'js',
    (path, stem) =>
      /\.[cm]?[jt]s$/.test(path) &&
      !/\.d\.ts$/.test(path) &&
      inMigrations.test(path) &&
      /^[Vv]?\d{2,}|\d{10,}$/.test(stem),
  ],
  ['go', (path, stem) => path.endsWith('.go') && inMigrations.test(path) && numbered.test(stem)],
  ['jvm', (path, stem) => /\.(?:java|kt|scala|groovy)$/.test(path) && /^[VR][\d_.]*__/.test(stem)],
  [
    'liquibase',
    path =>
      /\.(?:xml|ya?ml|json)$/i.test(path) &&
      /(?:^|\/)[\w-]*(?:liquibase|changelogs?|changesets?)[\w-]*\//i.test(path) &&
      !/\.changeset\//.test(path),
  ],
  ['liquibase', path => /(?:^|\/)[\w.-]*change-?log[\w.-]*\.(?:xml|ya?ml)$/i.test(path)],
  ['sql', (path, stem) => path.endsWith('.sql') && isSqlMigration(path, stem)],
]

function isSqlMigration(path: string, stem: string): boolean {
  if (/^(?:V|R|B)[\d_.]*__/.test(stem)) return true
  if (/^(?:migrate|migration|up)$/.test(stem)) return inMigrations.test(path)
  const isInFolder =
    inMigrations.test(path) ||
    /(?:^|\/)(?:changelogs?|db\/changes|sql\/updates|schema\/updates?|upgrades)\//i.test(path)
  return isInFolder && !/^(?:schema|structure|dump|seeds?|init)$/i.test(stem)
}

/** Halves that undo: `.down.sql`, `down.sql`, Flyway's `U1__`, rollback scripts. */
const undoes = /(?:^|[._-])(?:down|undo|rollback|revert)\.\w+$|^U[\d_.]+__/i

/** `null`: no migration, or one that only undoes. */
export function migrationFile(path: string): MigrationFile | null {
  const name = baseName(path)
  if (!isShipped(path) || undoes.test(name) || /(?:[._-](?:test|spec)|Test)\.\w+$|^test_|_test\.\w+$/.test(name))
    return null
  const stem = stemOf(path)
  const found = tools.find(([, fits]) => fits(path, name.replace(/(?:\.up)?\.\w+$/, '')))
  return found === undefined ? null : { tool: found[0], stem }
}

/** `7_users.up.sql` → `7_users`; `7_users/up.sql` and `7_users/migration.sql` too. */
function stemOf(path: string): string {
  const name = baseName(path).replace(/(?:\.(?:up|postgres|mysql|sqlite))?\.\w+$/, '')
  return /^(?:up|migration|migrate)$/.test(name) ? baseName(folderOf(path)) || name : name
}

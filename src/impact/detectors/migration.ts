import { changedPaths } from '../../facts/diff.ts'
import { forwardRun } from '../migrations/forward.ts'
import { migrationFile } from '../migrations/kinds.ts'
import type { Detector } from '../model.ts'
import { compare, type Stated } from '../stated.ts'

/** Migrations of the database: added, edited in what they run forward, or gone; and whether running them loses data. */
export const migration: Detector = {
  concerns: path => migrationFile(path) !== null,
  detect: change => {
    if (change.before === change.after && change.file.status !== 'renamed') return []
    const [now = '', old = now] = changedPaths(change.file)
    return compare(change, statedBy(old, change.before), statedBy(now, change.after))
  },
}

function statedBy(path: string, text: string | null): readonly Stated[] {
  const file = text === null ? null : migrationFile(path)
  const run = file === null || text === null ? null : forwardRun(text, file.tool, path)
  if (file === null || run === null || run.canonical === '') return []
  return [{ kind: 'migration', key: file.stem, value: run.canonical, shown: null, line: 1, destroys: run.losesData }]
}

import type { MeasuredCoverage } from '../../src/facts/facts.ts'

/** A measurement in which nothing stands out. */
export const plainMeasurement = (
  given: Pick<MeasuredCoverage, 'headSha' | 'scope'> & Partial<MeasuredCoverage>,
): MeasuredCoverage => ({
  schemaVersion: 1,
  reports: [{ name: 'unit', path: 'coverage/lcov.info', format: 'lcov', sha256: 'e'.repeat(64) }],
  problems: [],
  incomplete: [],
  tests: [],
  project: { covered: 90, total: 100 },
  branches: { covered: 0, total: 0 },
  functions: { covered: 0, total: 0 },
  patch: { covered: 10, total: 10 },
  groups: [],
  changed: [],
  worst: [],
  uncovered: [],
  partial: [],
  unreported: [],
  moved: 0,
  files: 4,
  ...given,
})

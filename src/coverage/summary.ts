import type { CoverageBaseline, Fact, MeasuredCoverage } from '../facts/facts.ts'
import type { CoverageSummary } from '../report.ts'
import type { CoverageOptions } from './measure.ts'

interface Thresholds {
  readonly min?: number | undefined
  readonly patch?: number | undefined
}

/** Minimums of the groups, as the coverage gate's options give them. */
export type GroupOptions = Pick<CoverageOptions, 'paths'> & {
  readonly components?: Readonly<Record<string, Thresholds>> | undefined
  readonly flags?: Readonly<Record<string, Thresholds>> | undefined
}

/** The measured numbers beside what they are compared with; `null` when nothing was measured. */
export function summariseCoverage(
  coverage: Fact<MeasuredCoverage>,
  baseline: Fact<CoverageBaseline>,
  options: GroupOptions | undefined,
): CoverageSummary | null {
  if (coverage.state !== 'present') return null
  const measured = coverage.value
  const known = baseline.state === 'present' && baseline.value.scope === measured.scope ? baseline.value : null
  const { project, patch, branches, functions, uncovered, worst } = measured
  return {
    project,
    patch,
    branches,
    functions,
    suites: measured.reports.map(({ name, format, carried }) => ({
      name,
      format,
      ...(carried === undefined ? {} : { carried }),
    })),
    groups: measured.groups.map(({ kind, name, project, patch }) => {
      const { min, patch: patchMin } = thresholdsOf(options, kind, name)
      return { kind, name, project, patch, min: min ?? null, patchMin: patchMin ?? null }
    }),
    changed: measured.changed.map(({ path, previousPath, lines, patch }) => ({
      path,
      lines,
      patch,
      base: known?.files?.[previousPath ?? path] ?? null,
    })),
    uncovered,
    worst,
    trend: known?.history ?? [],
  }
}

export function thresholdsOf(
  options: GroupOptions | undefined,
  kind: CoverageSummary['groups'][number]['kind'],
  name: string,
): Thresholds {
  if (kind === 'component') return options?.components?.[name] ?? {}
  if (kind === 'flag') return options?.flags?.[name] ?? {}
  return (options?.paths?.find(group => group.name === name) as Thresholds | undefined) ?? {}
}

import type { FoundDefect, MeasuredFindings, Severity, ToolCounts } from '../facts/facts.ts'
import { rankOf } from './severity.ts'

type Counts = Partial<Record<Severity, number>>

/** By tool in the order of `tools`, one entry a run: a run without results is told too. */
export function countByTool(tools: readonly string[], defects: readonly FoundDefect[]): readonly ToolCounts[] {
  const rows = new Map<string, { runs: number; counts: Counts; suppressed: number }>()
  for (const tool of tools) {
    const row = rows.get(tool) ?? { runs: 0, counts: {}, suppressed: 0 }
    row.runs += 1
    rows.set(tool, row)
  }
  for (const { tool, severity, suppressed } of defects) {
    const row = rows.get(tool)
    if (row === undefined) continue
    if (suppressed) row.suppressed += 1
    else row.counts[severity] = (row.counts[severity] ?? 0) + 1
  }
  return [...rows].map(([tool, row]) => ({ tool, ...row }))
}

const weightOf = (defect: FoundDefect): number =>
  (defect.suppressed ? 100 : 0) +
  rankOf(defect.severity) * 10 +
  (defect.isNew === false ? 1 : 0) +
  (defect.onChangedLine ? 0 : 1)

/** Worst first: suppressed ones last, and of one severity those that are new or on changed lines before the others. */
export const worstFirst = (defects: readonly FoundDefect[]): readonly FoundDefect[] =>
  defects.toSorted((a, b) => weightOf(a) - weightOf(b))

/** The first `keep` results, which are sorted; the rest is added to what is only counted. */
export function keepWorst(measured: MeasuredFindings, keep: number): MeasuredFindings {
  if (measured.defects.length <= keep) return measured
  const omitted: Counts = { ...measured.omitted }
  const { new: fresh, changed, suppressed } = measured.omittedSome
  const some = { new: { ...fresh }, changed: { ...changed }, suppressed: { ...suppressed } }
  const add = (counts: Counts, severity: Severity) => {
    counts[severity] = (counts[severity] ?? 0) + 1
  }
  for (const defect of measured.defects.slice(keep)) {
    add(defect.suppressed ? some.suppressed : omitted, defect.severity)
    if (defect.suppressed) continue
    if (defect.isNew !== false) add(some.new, defect.severity)
    if (defect.onChangedLine) add(some.changed, defect.severity)
  }
  return { ...measured, defects: measured.defects.slice(0, keep), omitted, omittedSome: some }
}

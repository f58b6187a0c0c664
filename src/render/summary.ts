import type { Report } from '../report.ts'
import { block, bytes, shorten } from './budget.ts'
import { footer, type RenderOptions, reportSections, shortenedNote } from './layout.ts'
import { markdownVoice } from './voice.ts'

/** Largest job summary of one step, in bytes. Source: "Workflow commands", job summaries. */
export const summaryLimit = 1024 * 1024

export interface SummaryOptions extends RenderOptions {
  /** In bytes; lower it when the step writes more than the report. At least 8,192. */
  readonly budget?: number
}

/** The job summary: as the comment, with every finding that fits and without anything to click. */
export function renderSummary(report: Report, options: SummaryOptions): string {
  const voice = markdownVoice(options.locale, options.links)
  const sections = [
    ...reportSections(report, voice, options, { most: Number.POSITIVE_INFINITY, marks: false }),
    block(footer(report, voice, options.links)),
  ]
  const limit = { size: options.budget ?? summaryLimit, measure: bytes }
  return `${shorten(sections, limit, shortenedNote(voice, options.links))}\n`
}

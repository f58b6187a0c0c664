import type { Report } from '../report.ts'
import { block, shorten, units } from './budget.ts'
import { footer, type RenderOptions, reportSections, shortenedNote } from './layout.ts'
import { markdownVoice } from './voice.ts'

/** Longest body of a comment that GitHub takes, in characters. */
export const commentLimit = 65_536

/** Findings of one gate that a comment shows at most; nobody reads more of them in a conversation. */
const findingsPerGate = 50

export interface CommentOptions extends RenderOptions {
  /** Opaque id that tells our comment from its copies; letters, digits, `.`, `:`, `_` and `-`. */
  readonly marker: string
  /** Longest body, in characters; at least 8,192. */
  readonly budget?: number
}

/**
 * The one comment on a pull request. The first line is the verdict and who acts next; then one row per gate and
 * checklist, the findings folded, the checklists with their boxes, notices, and what was judged. A view: nothing is ever
 * read back from it but which box a person has just clicked.
 */
export function renderComment(report: Report, options: CommentOptions): string {
  const voice = markdownVoice(options.locale, options.links)
  const sections = [
    ...reportSections(report, voice, options, { most: findingsPerGate, marks: true }),
    block(
      footer(report, voice, options.links),
      '',
      `<!-- dg:comment ${options.marker.replace(/[^\w.:-]|--/g, '')} -->`,
    ),
  ]
  const limit = { size: options.budget ?? commentLimit, measure: units }
  return shorten(sections, limit, shortenedNote(voice, options.links))
}

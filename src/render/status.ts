import type { Locale } from '../locales/index.ts'
import type { Report, Verdict } from '../report.ts'
import { cut } from './inert.ts'
import { headline } from './layout.ts'
import { plainVoice } from './voice.ts'

export interface CommitStatus {
  readonly state: 'success' | 'pending' | 'failure' | 'error'
  /** At most 140 characters. */
  readonly description: string
}

const states: Readonly<Record<Verdict, CommitStatus['state']>> = {
  passed: 'success',
  waiting: 'pending',
  failed: 'failure',
  unknown: 'error',
}

/** Longest description of a commit status, in characters. */
export const descriptionLimit = 140

/** The commit status: the headline without times, so that the same report writes the same status. */
export function renderStatus(report: Report, options: { readonly locale: Locale }): CommitStatus {
  const text = headline(report, plainVoice(options.locale), {}).join(' · ')
  return { state: states[report.verdict], description: cut(text, descriptionLimit) }
}

import type { CheckContent } from '../../src/github/publish.ts'
import { checkTextLimit, renderCheck } from '../../src/render/check.ts'
import { sentence } from '../../src/render/format.ts'
import type { RenderOptions } from '../../src/render/layout.ts'
import { plainFormatter } from '../../src/render/plain.ts'
import type { Report } from '../../src/report.ts'
import type { Member } from './evaluate.ts'
import type { MergeGroup } from './record.ts'

/** What the sender needs to bring a group's check into the wanted state. */
export interface GroupPublication {
  readonly group: MergeGroup
  readonly repositoryNodeId: string
  readonly check: CheckContent
  readonly digest: string
}

interface Part {
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly conclusion: CheckContent['conclusion']
}

/** Worst first. */
const order: readonly CheckContent['conclusion'][] = ['failure', 'action_required', 'in_progress', 'success']

/**
 * One check for all pull requests of a group. Only waiting for CI is in progress: the queue takes every other answer
 * but success for a refusal, and what waits for people would hold up everybody behind it.
 */
export function renderGroup(members: readonly Member[], options: RenderOptions): CheckContent {
  const parts = members
    .map(member => partOf(member, options))
    .toSorted((a, b) => order.indexOf(a.conclusion) - order.indexOf(b.conclusion))
  const [worst] = parts
  return {
    title: worst?.title ?? '',
    summary: joined(parts.map(part => part.summary)),
    text: joined(parts.map(part => part.text)),
    conclusion: worst?.conclusion ?? 'failure',
    actions: [],
  }
}

function partOf(member: Member, options: RenderOptions): Part {
  const { locale } = options
  const heading = member.number === null ? '' : `#${member.number}`
  if (member.kind === 'problem') {
    const said = sentence(member.problem, locale, plainFormatter(locale))
    return { title: said, summary: `${heading}\n\n${said}`.trim(), text: '', conclusion: 'failure' }
  }
  const { title, summary, text } = renderCheck(member.report, options)
  const conclusion = conclusionOf(member.report)
  return {
    title: `${heading} · ${title}`.slice(0, 255),
    summary: `${heading}\n\n${summary}`,
    text: `${heading}\n\n${text}`,
    conclusion,
  }
}

function conclusionOf({ verdict, waitingFor }: Report): CheckContent['conclusion'] {
  if (verdict === 'passed') return 'success'
  if (verdict !== 'waiting') return 'failure'
  return waitingFor.every(actor => actor.kind === 'ci') ? 'in_progress' : 'action_required'
}

/** Whole parts as far as they fit; the first is cut rather than left out. */
function joined(parts: readonly string[]): string {
  let all = ''
  for (const part of parts) {
    const next = all === '' ? part : `${all}\n\n---\n\n${part}`
    if (Buffer.byteLength(next) > checkTextLimit) return all === '' ? part.slice(0, checkTextLimit / 4) : all
    all = next
  }
  return all
}

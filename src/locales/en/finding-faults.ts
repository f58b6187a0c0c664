import type { Catalogue } from '../message.ts'
import { reportFaults } from './report-faults.ts'

const of = (tool: string, text: string): string => (tool === '' ? '' : ` ${text}`)

/** What is wrong with a SARIF file; a sentence without its end, behind the file's name. */
export const findingFaults = {
  'findings.fault.version': (p: { readonly version: string | null }, f) =>
    `it is not SARIF ${f.code('2.1.0')}${p.version === null ? ': it names no version' : `: its version is ${f.code(p.version)}`}`,
  'findings.fault.format': () => 'it is not SARIF',
  'findings.fault.upload': (_p: Record<never, never>, f) =>
    `it is packed as for GitHub's upload; give the file as the tool writes it, before ${f.code('gzip')} and ${f.code('base64')}`,
  'findings.fault.empty': () => 'it holds no run, so no tool has looked',
  'findings.fault.incomplete': (p: { readonly tool: string }, f) =>
    `the run${of(p.tool, `of ${f.text(p.tool)}`)} has no results, not even an empty list: the tool has not come to its end`,
  'findings.fault.failed': (p: { readonly tool: string; readonly said: string }, f) =>
    `${p.tool === '' ? 'the tool' : f.text(p.tool)} says that it failed${p.said === '' ? '' : `: ${f.text(p.said)}`}`,
  'findings.fault.external': (p: { readonly tool: string }, f) =>
    `results${of(p.tool, `of ${f.text(p.tool)}`)} stand in other files (external properties), which are not read; let the tool write one file`,
  'findings.fault.many': (
    p: { readonly what: 'results' | 'rules' | 'artifacts' | 'runs'; readonly limit: number },
    f,
  ) => `it has more than ${f.number(p.limit)} ${p.what}`,
  'findings.fault.stale': (
    p: { readonly revisions: readonly string[]; readonly head: string; readonly tool: string },
    f,
  ) =>
    `${p.tool === '' ? 'the tool' : f.text(p.tool)} looked at ${f.list(p.revisions.map(f.sha))}, not at ${f.sha(p.head)}`,
} as const satisfies Catalogue

const all = { ...reportFaults, ...findingFaults } as const

export type FindingFault = {
  [C in keyof typeof all]: { readonly code: C; readonly params: Parameters<(typeof all)[C]>[0] }
}[keyof typeof all]

import type { Catalogue } from '../message.ts'

export const rollout = {
  'rollout.passed': () => 'A staged plan is there, and the rollback was rehearsed.',
  'rollout.failed': (p: { readonly plan: boolean; readonly rollback: boolean }) =>
    p.plan && p.rollback
      ? 'A change of this risk needs a staged plan and a rehearsed rollback.'
      : p.plan
        ? 'A change of this risk needs a staged plan.'
        : 'A change of this risk needs a rollback that was rehearsed.',
  'rollout.failed.next': (p: { readonly plan: boolean }, f) =>
    p.plan
      ? `Write the stages as a list under ${f.code('## Rollout plan')}, each but the last with the time that it stays: ${f.code('- canary 10 % for 24h')}.`
      : 'Rehearse the rollback and say so.',
  'rollout.waiting': () => 'A staged plan is there; that the rollback was rehearsed is not confirmed yet.',
  'rollout.waiting.next': () => 'Confirm the rehearsal of the rollback.',
  'rollout.plan.missing': (_: Record<string, never>, f) =>
    `There is no section ${f.code('Rollout plan')} in the description or in a linked issue.`,
  'rollout.plan.stages': (p: { readonly found: readonly string[]; readonly least: number }, f) =>
    `The plan has ${p.found.length === 0 ? 'no stage' : `${f.number(p.found.length)} ${p.found.length === 1 ? 'stage' : 'stages'} (${f.list(p.found.map(f.code))})`}, ${f.number(p.least)} required.`,
  'rollout.plan.noBake': (p: { readonly stage: string; readonly bake: string | null }, f) =>
    `Stage ${f.code(p.stage)} says no time before the next one${p.bake === null ? '' : `; at least ${f.code(p.bake)}`}.`,
  'rollout.plan.short': (p: { readonly stage: string; readonly bake: string }, f) =>
    `Stage ${f.code(p.stage)} stays for less than ${f.code(p.bake)}.`,
  'rollout.plan.noCanary': () => 'No stage takes a part of the traffic or of the sites, in percent.',
  'rollout.rollback.missing': (_: Record<string, never>, f) =>
    `There is no section ${f.code('Rollback plan')} in the description or in a linked issue.`,
  'rollout.rollback.unticked': (_: Record<string, never>, f) =>
    `The section ${f.code('Rollback plan')} has no ticked task item: ${f.code('- [x] rehearsed on staging …')}.`,
  'rollout.rollback.item': (p: { readonly item: string; readonly there: boolean }, f) =>
    p.there
      ? `The item ${f.code(p.item)} is not signed.`
      : `No checklist that applies has an item ${f.code(p.item)}, so nobody can confirm the rehearsal.`,
  'rollout.rollback.check': (p: { readonly check: string }, f) => `The check ${f.code(p.check)} has not passed.`,
} as const satisfies Catalogue

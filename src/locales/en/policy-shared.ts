import type { Allowed } from '../../policy/locks.ts'
import type { Catalogue, Formatter } from '../message.ts'

const chained = (chain: readonly string[], f: Formatter) => chain.map(f.code).join(' → ')

const allowed = (what: Allowed, f: Formatter): string => {
  switch (what.kind) {
    case 'least':
      return `write ${f.code(what.value)} or more`
    case 'most':
      return `write ${f.code(what.value)} or less`
    case 'values':
      return `write ${f.either(what.values.map(f.code))}`
    case 'no-removal':
      return 'keep what is inherited'
    case 'no-addition':
      return 'leave out what was added'
    case 'same':
      return 'keep the inherited value'
    default:
      return what satisfies never
  }
}

export const policyShared = {
  'policy.extends.refused': (p: { got: string; reason: 'form' | 'owner' | 'allowed'; owner: string }, f) => {
    if (p.reason === 'owner')
      return `${f.code(p.got)} belongs to another owner; only policies of ${f.code(p.owner)} can be extended. Fix: name a repository of ${f.code(p.owner)}.`
    if (p.reason === 'allowed')
      return `Policies of ${f.code(p.got)} may not be extended here. Fix: name a repository that the operator allows, usually ${f.code(`${p.owner}/.github`)}.`
    return `${f.code(p.got)} names no shared policy (expected ${f.code('owner/repository')}, ${f.code('owner/repository//path/to/file.yml')} or either with ${f.code('@ref')}). Fix: write it so; addresses and local paths are never read.`
  },
  'policy.extends.cycle': (p: { chain: readonly string[] }, f) =>
    `Policies extend each other: ${chained(p.chain, f)}. Fix: take one of these references out.`,
  'policy.extends.depth': (p: { chain: readonly string[]; limit: number }, f) =>
    `Policies extend each other more than ${f.number(p.limit)} levels deep: ${chained(p.chain, f)}. Fix: extend one of the last ones directly.`,
  'policy.extends.many': (p: { limit: number }, f) =>
    `More than ${f.number(p.limit)} shared policies are extended in all. Fix: bring some of them together.`,
  'policy.extends.missing': (p: { chain: readonly string[]; places: readonly string[] }, f) =>
    `There is no policy at ${f.either(p.places.map(f.code))} of the shared repository (${chained(p.chain, f)}). Fix: correct the reference, or add the file there.`,
  'policy.extends.unread': (
    p: {
      chain: readonly string[]
      repository: string
      why: 'absent' | 'permission' | 'no-answer' | 'not-asked' | 'not-public'
      detail: string
    },
    f,
  ) => {
    const named = chained(p.chain, f)
    const grant = `a token that may read it (${f.code('contents: read')} of ${f.code(p.repository)}; the token of a workflow reads its own repository and public ones), or install the App there`
    switch (p.why) {
      case 'absent':
        return `The shared policy ${named} could not be read: the repository or the ref does not exist, or the token may not see it. Fix: correct the reference, or give ${grant}.`
      case 'permission':
        return `The shared policy ${named} could not be read: the token may not. Fix: give ${grant}.`
      case 'no-answer':
        return `The shared policy ${named} could not be read: GitHub gave no answer (${f.text(p.detail)}). Fix: run the check again.`
      case 'not-asked':
        return `The shared policy ${named} is not here, and nothing is asked over the network. Fix: give a folder with copies of the shared repositories, as ${f.code('owner/repository')}.`
      case 'not-public':
        return `The shared policy ${named} is not opened before the merge, because not everybody may read it and the base branch does not use it. Fix: let somebody who may read it compare the two versions.`
      default:
        return p.why satisfies never
    }
  },
  'policy.shared.hidden': (p: { code: string }, f) =>
    `A problem of kind ${f.code(p.code)}. What stands there is not shown, because not everybody may read that repository. Fix: validate the file in its own repository.`,
  'policy.version.differs': (p: { inherited: string; from: string }, f) =>
    `The version differs from the one of ${f.code(p.from)} (${f.code(p.inherited)}). Fix: write the same version in both.`,
  'policy.merge.mixed': (p: { key: string }, f) =>
    `${f.code(p.key)} cannot stand beside ${f.code('$append')} or ${f.code('$remove')}. Fix: take it out, or write the whole list.`,
  'policy.merge.noList': (p: { key: string }, f) =>
    `What is inherited at ${f.code(p.key)} is no list, so nothing can be added to it or taken out. Fix: write the value itself.`,
  'policy.merge.operand': (p: { key: string }, f) => `${f.code(p.key)} takes a list. Fix: put the entries in brackets.`,
  'policy.merge.nothing': (_p: Record<never, never>, f) =>
    `${f.code('null')} deletes an inherited value, and nothing is inherited here. Fix: take the line out.`,
  'policy.merge.absent': (_p: Record<never, never>, f) =>
    `${f.code('$remove')} names an entry that is not inherited. Fix: take it out, or write it as it is inherited.`,
  'policy.lock.unknown': (p: { got: string }, f) =>
    `${f.code(p.got)} is no key of a policy. Fix: write a key path, e.g. ${f.code('gates.coverage.project.min')} or ${f.code('gates.*.level')}.`,
  'policy.locked': (
    p: { key: string; inherited: string | null; from: string; own: string | null; allowed: Allowed },
    f,
  ) => {
    const own = p.own === null ? 'it is taken out here' : `here it says ${f.code(p.own)}`
    const inherited = p.inherited === null ? '' : ` as ${f.code(p.inherited)}`
    return `${f.code(p.key)} is locked${inherited} by ${f.code(p.from)} and cannot be weakened; ${own}. Fix: ${allowed(p.allowed, f)}.`
  },
} as const satisfies Catalogue

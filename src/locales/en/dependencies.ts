import type { Catalogue, Formatter } from '../message.ts'

type Standing = 'done' | 'open' | 'closed' | 'foreign' | 'unread'
type Need = 'ready' | 'merged'

const standings: Readonly<Record<Standing, string>> = {
  done: 'done',
  open: 'is open',
  closed: 'was closed without being merged',
  foreign: 'belongs to another owner, whom the policy does not allow',
  unread: 'is not there, or this token may not read it',
}

const pulls = (count: number, f: Formatter): string => `${f.number(count)} pull ${count === 1 ? 'request' : 'requests'}`

export const dependencies = {
  'dependencies.none': (_: Record<string, never>, f) => `The description names nothing with ${f.code('Depends-On:')}.`,
  'dependencies.passed': (p: { readonly total: number; readonly need: Need }, f) =>
    `${pulls(p.total, f)} that this depends on: all ${p.need === 'merged' ? 'merged' : 'merged or ready'}.`,
  'dependencies.waiting': (p: { readonly refs: readonly string[]; readonly total: number; readonly need: Need }, f) =>
    `Depends on ${pulls(p.total, f)}; not ${p.need === 'merged' ? 'merged' : 'ready'} yet: ${f.list(p.refs.map(f.code))}.`,
  'dependencies.waiting.next': (p: { readonly refs: readonly string[]; readonly need: Need }, f) =>
    p.need === 'merged'
      ? `Merge ${f.list(p.refs.map(f.code))} first.`
      : `Bring ${f.list(p.refs.map(f.code))} to a passed check ${f.code('delivery-gates')} first.`,
  'dependencies.failed': (p: { readonly refs: readonly string[]; readonly total: number }, f) =>
    `Of ${pulls(p.total, f)} that this depends on, these can never be merged first: ${f.list(p.refs.map(f.code))}.`,
  'dependencies.failed.next': (_: Record<string, never>, f) =>
    `Correct the ${f.code('Depends-On:')} lines of the description, or open the pull requests again.`,
  'dependencies.unknown': (p: { readonly refs: readonly string[]; readonly truncated: boolean }, f) =>
    [
      ...(p.refs.length === 0 ? [] : [`Cannot be read: ${f.list(p.refs.map(f.code))}.`]),
      ...(p.truncated ? ['There are more dependencies than are followed (50 pull requests, 5 steps).'] : []),
    ].join(' '),
  'dependencies.unknown.next': () =>
    'Let the App be installed where they are, or give the Action a token that may read them.',
  'dependencies.malformed': (p: { readonly malformed: readonly string[] }, f) =>
    `${f.code('Depends-On:')} names what is no pull request: ${f.list(p.malformed.map(f.code))}.`,
  'dependencies.malformed.one': (p: { readonly text: string }, f) => `${f.code(p.text)} is no pull request.`,
  'dependencies.malformed.next': (_: Record<string, never>, f) =>
    `Write ${f.code('Depends-On: owner/repository#12')}, ${f.code('#12')} or a link to a pull request.`,
  'dependencies.cycle': (p: { readonly cycle: readonly string[] }, f) =>
    `These depend on each other, so none can be first: ${p.cycle.map(f.code).join(' → ')}.`,
  'dependencies.cycle.part': (p: { readonly ref: string }, f) => `${f.code(p.ref)} is part of the circle.`,
  'dependencies.cycle.next': (_: Record<string, never>, f) =>
    `Take one ${f.code('Depends-On:')} line out of the circle.`,
  'dependencies.one': (
    p: { readonly ref: string; readonly title: string; readonly standing: Standing; readonly state: string },
    f,
  ) => `${f.code(p.ref)}${p.title === '' ? '' : ` ${f.text(p.title)}`}: ${standings[p.standing]}`,
} as const satisfies Catalogue

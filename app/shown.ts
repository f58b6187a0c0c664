import { type Seals, sealOf } from '../src/checklist/seal.ts'
import { laneOf } from './lane.ts'
import type { Operations, SubjectKey } from './store/index.ts'

type Kept = Pick<Operations, 'cache'>
type Key = Pick<SubjectKey, 'repoId' | 'number'>

/** A question by its digest, and since when people see it, in epoch milliseconds of GitHub's clock. */
interface Asked {
  readonly question: string
  readonly since: number
}

/** What our comment asks people, and since when. A comment of theirs speaks of what was there when they wrote it. */
export interface Shown {
  readonly head: string
  readonly since: number
  readonly base: string
  readonly baseSince: number
  readonly questions: Readonly<Record<string, Asked>>
}

/** What somebody saw at a moment; `head` and `base` null: nobody can say. Only questions that were shown as they are shown now. */
export interface Seen {
  readonly head: string | null
  readonly base: string | null
  readonly questions: Seals
}

const shownKey = (key: Key): string => `shown:${laneOf(key)}`

export const readShown = async ({ cache }: Kept, key: Key): Promise<Shown | null> =>
  (await cache.get(shownKey(key), 0)) as Shown | null

/** Our comment was written, at this time of GitHub: what it asks already keeps its time. */
export async function rememberShown(
  store: Kept,
  key: Key,
  {
    head,
    base,
    questions,
    at,
  }: { readonly head: string; readonly base: string; readonly questions: Seals; readonly at: number },
): Promise<void> {
  const before = await readShown(store, key)
  const known = (ref: string, question: string): Asked | undefined => {
    const asked = before?.questions[ref]
    return asked?.question === question ? asked : undefined
  }
  const shown: Shown = {
    head,
    since: before?.head === head ? before.since : at,
    base,
    baseSince: before?.base === base ? before.baseSince : at,
    questions: Object.fromEntries(
      Object.entries(questions).map(([ref, question]) => [ref, known(ref, question) ?? { question, since: at }]),
    ),
  }
  await store.cache.set(shownKey(key), shown, Number.MAX_SAFE_INTEGER)
}

/**
 * What a person had before their eyes who wrote something at `at`. GitHub's times have whole seconds, so what came in
 * the same second counts as seen.
 */
export function seenAt(shown: Shown | null, at: number | null): Seen {
  if (shown === null || at === null) return { head: null, base: null, questions: {} }
  const questions = Object.entries(shown.questions).flatMap(([ref, asked]) =>
    asked.since <= at ? [[ref, asked.question] as const] : [],
  )
  return {
    head: shown.since <= at ? shown.head : null,
    base: shown.baseSince <= at ? shown.base : null,
    questions: Object.fromEntries(questions),
  }
}

/** The last word of one person that took sign-offs on an item back. */
export interface Revocation {
  readonly ref: string
  readonly by: string
  /** By a policy owner: about everybody's sign-off. */
  readonly owner: boolean
  /** Id of the comment: numbers of comments follow the order in which they were written. Else the wish of a page. */
  readonly comment: string
  /** When GitHub took it, in epoch milliseconds; `null`: it did not say. */
  readonly at: number | null
}

const revocationsKey = (key: Key): string => `revoked:${laneOf(key)}`

export const readRevocations = async ({ cache }: Kept, key: Key): Promise<readonly Revocation[]> =>
  ((await cache.get(revocationsKey(key), 0)) ?? []) as readonly Revocation[]

export const keepRevocations = ({ cache }: Kept, key: Key, all: readonly Revocation[]): Promise<void> =>
  cache.set(revocationsKey(key), all, Number.MAX_SAFE_INTEGER)

/** One for each item and person, the newest. */
export function withRevocation(all: readonly Revocation[], added: Revocation): readonly Revocation[] {
  const known = all.find(one => one.ref === added.ref && one.by === added.by)
  if (known === undefined) return [...all, added]
  return isNewer(added, known) ? all.map(one => (one === known ? added : one)) : all
}

/** Comments are told apart by their numbers; whoever used a page in between, by the time. */
function isNewer(a: Revocation, b: Revocation): boolean {
  const [left, right] = [a.comment, b.comment]
  const areComments = [left, right].every(one => /^\d+$/.test(one))
  return areComments ? BigInt(left) > BigInt(right) : left !== right && (a.at ?? 0) >= (b.at ?? 0)
}

/** The seals of questions, after what was taken back. */
export function sealsOf(questions: Seals, revocations: readonly Revocation[]): Seals {
  const last = (ref: string): string | null =>
    revocations
      .filter(one => one.ref === ref)
      .reduce<Revocation | null>((a, b) => (a === null || isNewer(b, a) ? b : a), null)?.comment ?? null
  return Object.fromEntries(Object.entries(questions).map(([ref, question]) => [ref, sealOf(question, last(ref))]))
}

/** Whether somebody's act at `at` was overtaken by a word that took this item back: theirs, or a policy owner's. */
export const wasTakenBack = (
  revocations: readonly Revocation[],
  { ref, by, at }: { readonly ref: string; readonly by: string; readonly at: number | null },
): boolean =>
  revocations.some(
    one => one.ref === ref && (one.by === by || one.owner) && (at === null || one.at === null || one.at >= at),
  )

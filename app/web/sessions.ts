import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Account } from '../../src/facts/facts.ts'
import type { Operations } from '../store/index.ts'
import type { UserToken } from './github-person.ts'
import type { Site } from './own-site.ts'
import { hashOf, randomWord, type Sealer, same } from './seal.ts'

/** Who is signed in with this browser. */
export interface Person {
  /** SHA-256 of the id in the cookie. */
  readonly session: string
  readonly id: string
  readonly login: string
  /** GitHub's token; it acts for the person. */
  readonly token: string
}

/** What waits for the way back from GitHub. */
export interface LoginAttempt {
  readonly state: string
  readonly verifier: string
  /** Where the person wanted to go. */
  readonly next: string
  readonly expiresAt: number
}

const longestMs = 8 * 60 * 60 * 1000
const attemptMs = 10 * 60 * 1000

/** The two cookies, and what is behind them. */
export function webSessions({
  store,
  sealer,
  site,
  now,
}: {
  readonly store: Pick<Operations, 'webSessions'>
  readonly sealer: Sealer
  readonly site: Site
  readonly now: () => number
}) {
  // `__Host-` keeps other hosts of the domain from setting it; browsers take it over https only.
  const [session, attempt] = ['dg-session', 'dg-login'].map(name => (site.secure ? `__Host-${name}` : name)) as [
    string,
    string,
  ]
  const attributes = { path: '/', httpOnly: true, secure: site.secure, sameSite: 'Lax' } as const
  const idIn = (c: Context): string | null => {
    const id = getCookie(c, session) ?? ''
    return /^[\w-]{43}$/.test(id) ? hashOf(id) : null
  }
  const read = async (c: Context): Promise<Person | null> => {
    const idHash = idIn(c)
    const row = idHash === null ? null : await store.webSessions.get(idHash, now())
    if (row === null) return null
    const token = sealer.open('user-token', row.token, row.idHash)
    return token === null ? null : { session: row.idHash, id: row.accountId, login: row.login, token }
  }
  /** A page asks several times who is there, for itself and for its frame. */
  const known = new WeakMap<Context, Promise<Person | null>>()
  return {
    /** `null`: nobody, or not any more. Looked up once for each request. */
    current: (c: Context): Promise<Person | null> => {
      const person = known.get(c) ?? read(c)
      known.set(c, person)
      return person
    },

    /** Under a new id, whatever the browser had before (security.md T-78). */
    begin: async (c: Context, { id, login }: Account, { token, seconds }: UserToken): Promise<void> => {
      const word = randomWord()
      const idHash = hashOf(word)
      const lifeMs = Math.min(longestMs, (seconds ?? Number.POSITIVE_INFINITY) * 1000)
      const sealed = sealer.seal('user-token', token, idHash)
      await store.webSessions.open({ idHash, accountId: id, login, token: sealed, expiresAt: now() + lifeMs }, idIn(c))
      known.delete(c)
      setCookie(c, session, word, { ...attributes, maxAge: Math.floor(lifeMs / 1000) })
    },

    end: async (c: Context): Promise<void> => {
      known.delete(c)
      const idHash = idIn(c)
      if (idHash !== null) await store.webSessions.close(idHash)
      deleteCookie(c, session, attributes)
    },

    rememberAttempt: (c: Context, { next }: Pick<LoginAttempt, 'next'>): LoginAttempt => {
      const begun = { state: randomWord(), verifier: randomWord(), next, expiresAt: now() + attemptMs }
      const sealed = sealer.seal('login', JSON.stringify(begun))
      setCookie(c, attempt, sealed, { ...attributes, maxAge: attemptMs / 1000 })
      return begun
    },

    /** The attempt of this browser that the way back belongs to, once; `null`: none. */
    takeAttempt: async (c: Context, state: string): Promise<LoginAttempt | null> => {
      const sealed = getCookie(c, attempt) ?? ''
      deleteCookie(c, attempt, attributes)
      const text = sealer.open('login', sealed)
      if (text === null) return null
      const begun = JSON.parse(text) as LoginAttempt
      if (begun.expiresAt <= now() || !same(state, begun.state)) return null
      return (await store.webSessions.spendState(hashOf(state), begun.expiresAt)) ? begun : null
    },

    /** Stands in every form of this person's pages. */
    formMark: ({ session: id }: Person): string => sealer.mark('form', id),
    isOwnForm: ({ session: id }: Person, mark: string): boolean => same(mark, sealer.mark('form', id)),
  }
}

export type WebSessions = ReturnType<typeof webSessions>

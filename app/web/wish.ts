import { createHash } from 'node:crypto'
import { readOptions } from '../../src/checklist/options.ts'
import { err, ok, type Result } from '../../src/result.ts'
import type { PagePayload } from '../events/page.ts'
import { pageEvent } from '../events/page.ts'
import { laneOf } from '../lane.ts'
import type { Store, Subject } from '../store/index.ts'

/** A form of a pull request's page, read. */
export interface SignForm {
  readonly key: string
  readonly kind: 'sign' | 'revoke'
  readonly item: string
  readonly head: string
  readonly asked: { readonly words: string; readonly terms: string }
  /** Open points; `null`: none are asked for. */
  readonly conditions: readonly string[] | null
}

/** `null`: a field is missing, twice there, or not what the page wrote. Words: named as open points and no reference. */
export type FormProblem = { readonly badPoints: readonly string[] } | null

export function readSignForm(fields: URLSearchParams): Result<SignForm, FormProblem> {
  const one = (name: string, form: RegExp): string | null => {
    const [value, ...more] = fields.getAll(name)
    return value !== undefined && more.length === 0 && form.test(value) ? value : null
  }
  const key = one('key', /^[\w-]{43}$/)
  const kind = one('kind', /^(?:sign|revoke)$/)
  const item = one('item', /^[!-~]{1,250}$/)
  const head = one('head', /^[0-9a-f]{40,64}$/)
  const words = one('words', /^[0-9a-f]{32}$/)
  const terms = one('terms', /^[0-9a-f]{32}$/)
  if (key === null || kind === null || item === null || head === null || words === null || terms === null) {
    return err(null)
  }
  const form = { key, kind: kind === 'sign' ? 'sign' : 'revoke', item, head, asked: { words, terms } } as const
  if (!fields.has('conditional')) return ok({ ...form, conditions: null })
  const points = (fields.get('open') ?? '')
    .slice(0, 2_000)
    .split(/[\s,]+/)
    .filter(word => word !== '')
  // Read as behind the option of a command; in a field of their own people write bare numbers.
  const named = points.map(word => `--open=${/^[1-9]\d*$/.test(word) ? `#${word}` : word}`)
  const { open = [], badOpen: bad = [] } = readOptions(named.join(' '))
  return bad.length > 0 || open.length === 0 ? err({ badPoints: bad }) : ok({ ...form, conditions: open })
}

/**
 * Keeps the wish and its job in one transaction: it is durable when this resolves. The same form again changes nothing
 * (security.md B-H20).
 */
export async function recordWish(
  store: Store,
  {
    form,
    by,
    subject,
    saidAt,
    now,
  }: {
    readonly form: SignForm
    readonly by: { readonly id: string; readonly login: string }
    readonly subject: Subject
    /** Of GitHub's clock, and of ours, in epoch milliseconds. */
    readonly saidAt: number
    readonly now: number
  },
): Promise<'stored' | 'known'> {
  const { repoId, number, installationId } = subject
  const { key, kind, item, head, asked, conditions } = form
  const word = createHash('sha256')
    .update(JSON.stringify([by.id, repoId, number, key]))
    .digest('hex')
  const id = `page:${word.slice(0, 40)}`
  const payload: PagePayload = { wish: id, at: saidAt, actor: by, kind, item, headSha: head, asked, conditions }
  return store.transaction(async tx => {
    if (!(await tx.wishes.add({ id, accountId: by.id, repoId, number, kind, item, askedAt: now }))) return 'known'
    await tx.inbox.accept({
      deliveryId: id,
      event: pageEvent,
      action: kind,
      lane: laneOf(subject),
      installationId,
      repoId,
      bodySha256: '',
      payload: JSON.stringify(payload),
      receivedAt: now,
    })
    return 'stored'
  })
}

import type { Context, Hono } from 'hono'
import { type Message, message } from '../../src/locales/message.ts'
import type { Report } from '../../src/report.ts'
import { ok, type Result } from '../../src/result.ts'
import { askedOf } from '../asked.ts'
import type { Log } from '../front/http.ts'
import { rateLimiter } from '../front/limits.ts'
import type { Store, Subject, SubjectKey } from '../store/index.ts'
import type { GitHubPeople, ReadablePull, Trouble } from './github-person.ts'
import { inLocale, problemPage, type Viewer } from './layout.ts'
import { only } from './methods.ts'
import { readForm } from './own-form.ts'
import type { Site } from './own-site.ts'
import { pullRequestPage, pullRequestPath } from './pull-request-page.ts'
import { randomWord } from './seal.ts'
import type { Person, WebSessions } from './sessions.ts'
import { readSignForm, recordWish, type SignForm } from './wish.ts'

export interface PullRequestParts {
  readonly store: Store
  readonly people: GitHubPeople
  readonly sessions: WebSessions
  readonly site: Site
  readonly viewer: (c: Context) => Promise<Viewer>
  /** Where repositories are on GitHub, without a slash at the end. */
  readonly webUrl: string
  readonly now: () => number
  readonly log: Log
  /** There is a new job. */
  readonly wake: () => void
}

/** How long GitHub's yes to reading a pull request is believed for showing it. Before a sign-off it is asked anew. */
const readableMs = 30_000
const mostRemembered = 10_000
const wishesShown = 5
/** Forms of one person: so many at once, then so many a second. */
const formRate = { burst: 30, perSecond: 1 }

interface Found {
  readonly subject: Subject
  readonly pull: ReadablePull
}

/** The page of one pull request, and the one address that its forms go to. */
export function pullRequestRoutes(app: Hono, parts: PullRequestParts): void {
  const { store, people, sessions, site, viewer, webUrl, now, log, wake } = parts
  const page = '/pr/:repoId{[1-9][0-9]{0,19}}/:number{[1-9][0-9]{0,9}}'
  const readable = new Map<string, { readonly pull: ReadablePull; readonly until: number }>()
  const isWelcome = rateLimiter(formRate, now)

  /**
   * The pull request, if the person may read it on GitHub with their own token; `null`: they may not, or there is none.
   * Whether there is one takes a call to GitHub either way (security.md T-75, B-H01).
   */
  const find = async ({ token }: Person, key: SubjectKey): Promise<Result<Found | null, Trouble>> => {
    const repository = await store.repositories.get(key.repoId)
    const subject = await store.subjects.get(key)
    if (repository === null || repository.removed || subject === null) {
      const person = await people.person(token)
      return person.ok ? ok(null) : person
    }
    const pull = await people.pull(token, repository.fullName, key.number)
    if (!pull.ok) return pull
    // A name may belong to another repository by now.
    return ok(pull.value?.repoId === key.repoId ? { subject, pull: pull.value } : null)
  }

  const findForReading = async (person: Person, key: SubjectKey): Promise<Result<Found | null, Trouble>> => {
    const name = `${person.session} ${key.repoId} ${key.number}`
    const known = readable.get(name)
    const subject = known !== undefined && known.until > now() ? await store.subjects.get(key) : null
    // What the App has judged since is newer than what GitHub said before.
    if (known !== undefined && subject?.headSha === known.pull.headSha) return ok({ subject, pull: known.pull })
    readable.delete(name)
    const found = await find(person, key)
    if (found.ok && found.value !== null) {
      if (readable.size >= mostRemembered) readable.clear()
      readable.set(name, { pull: found.value.pull, until: now() + readableMs })
    }
    return found
  }

  const refuse = async (
    c: Context,
    status: 400 | 401 | 403 | 404 | 409 | 429 | 503,
    problem: Message,
    links: { readonly back?: string; readonly signIn?: string } = {},
  ) => c.html(await problemPage(await viewer(c), problem, links), status)

  /** GitHub takes the token no longer, or says nothing. */
  const trouble = async (c: Context, why: Trouble, place: string): Promise<Response> => {
    if (why === 'unavailable') return refuse(c, 503, message('web.problem.gitHub', {}), { back: place })
    await sessions.end(c)
    const signedOut = { ...(await viewer(c)), login: null, mark: null }
    return c.html(await problemPage(signedOut, message('web.problem.again', {}), { signIn: place }), 401)
  }

  app.get(page, async c => {
    const key = keyOf(c)
    const person = await sessions.current(c)
    const { locale } = await viewer(c)
    if (person === null) {
      return c.redirect(`/login?${new URLSearchParams({ next: inLocale(pullRequestPath(key), locale) })}`, 302)
    }
    const found = await findForReading(person, key)
    if (!found.ok) return trouble(c, found.error, pullRequestPath(key))
    if (found.value === null) return refuse(c, 404, message('web.problem.notFound', {}))
    const { subject, pull } = found.value
    return c.html(
      await pullRequestPage({
        viewer: await viewer(c),
        viewerId: person.id,
        subject,
        report: reportOf(subject),
        headSha: pull.headSha,
        wishes: await store.wishes.of({ accountId: person.id, ...key }, wishesShown),
        webUrl,
        formKey: randomWord,
      }),
    )
  })
  only(app, page, ['GET'])

  app.post(`${page}/sign`, async c => {
    const fields = await readForm(c, site, viewer)
    if (fields instanceof Response) return fields
    const key = keyOf(c)
    const place = pullRequestPath(key)
    const person = await sessions.current(c)
    if (person === null) return trouble(c, 'refused', place)
    if (!sessions.isOwnForm(person, fields.get('mark') ?? '')) {
      return refuse(c, 403, message('web.problem.form', {}), { back: place })
    }
    if (!isWelcome(person.id)) return refuse(c, 429, message('web.problem.often', {}), { back: place })
    const form = readSignForm(fields)
    if (!form.ok) {
      const told =
        form.error === null
          ? message('web.problem.form', {})
          : message('web.problem.openPoints', { words: form.error.badPoints })
      return refuse(c, 400, told, { back: place })
    }
    // Who the token acts for and what it may read, as GitHub says now (security.md T-78, B-H10).
    const acting = await people.person(person.token)
    if (!acting.ok) return trouble(c, acting.error, place)
    if (acting.value.id !== person.id || acting.value.type !== 'User') return trouble(c, 'refused', place)
    const found = await find(person, key)
    if (!found.ok) return trouble(c, found.error, place)
    if (found.value === null) return refuse(c, 404, message('web.problem.notFound', {}))
    const { subject, pull } = found.value
    const changed = whatChanged(form.value, reportOf(subject), pull)
    if (changed !== null) return refuse(c, changed.status, changed.problem, { back: place })
    const { id, login, at: saidAt } = acting.value
    const by = { id, login }
    const stored = await recordWish(store, { form: form.value, by, subject, saidAt, now: now() })
    log('info', 'page.wish', { repository: key.repoId, number: key.number, account: id, kind: form.value.kind, stored })
    wake()
    return c.redirect(inLocale(place, (await viewer(c)).locale), 303)
  })
  only(app, `${page}/sign`, ['POST'])
}

/** Both are what the address's pattern lets through. */
const keyOf = (c: Context): SubjectKey => ({
  repoId: c.req.param('repoId') ?? '',
  kind: 'pr',
  number: Number(c.req.param('number')),
})

/** Only the App writes reports. Without a verdict the last one is of a policy that is gone. */
const reportOf = ({ reportJson, verdict }: Subject): Report | null =>
  reportJson === null || verdict === null ? null : (JSON.parse(reportJson) as Report)

/** Why what the form was sent for is not what there is now; `null`: it is. */
function whatChanged(
  { head, item, asked, kind }: SignForm,
  report: Report | null,
  pull: ReadablePull,
): { readonly status: 404 | 409; readonly problem: Message } | null {
  if (report === null) return { status: 409, problem: message('web.noReport', {}) }
  const now = askedOf(report, item)
  if (now === null) return { status: 404, problem: message('web.problem.notFound', {}) }
  if (kind === 'revoke') return null
  if (head !== pull.headSha || head !== report.headSha) {
    const current = head === pull.headSha ? report.headSha : pull.headSha
    return { status: 409, problem: message('web.problem.head', { seen: head, head: current }) }
  }
  if (now.words !== asked.words) return { status: 409, problem: message('web.problem.item', { item }) }
  const isOtherBase = now.terms !== asked.terms || pull.baseRef !== report.baseRef
  return isOtherBase ? { status: 409, problem: message('web.problem.base', { item }) } : null
}

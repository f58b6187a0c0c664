import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Message, message } from '../../src/locales/message.ts'
import { problemPage, type Viewer } from './layout.ts'
import { isFromOwnPage, type Site } from './own-site.ts'

const maxKib = 64

/**
 * The fields of a form that a page of ours sent, or the answer to what is none: another encoding, too large, from
 * elsewhere (security.md T-76, B-H06, B-H15).
 */
export async function readForm(
  c: Context,
  site: Site,
  viewer: (c: Context) => Promise<Viewer>,
): Promise<URLSearchParams | Response> {
  const refuse = async (status: 403 | 413 | 415, problem: Message) => {
    return c.html(await problemPage(await viewer(c), problem, { back: backOf(c.req.path) }), status)
  }
  const type = c.req.header('content-type') ?? ''
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)
  if (!isForm || c.req.header('content-encoding') !== undefined) return refuse(415, message('web.problem.formType', {}))
  if (!isFromOwnPage(name => c.req.header(name), site)) {
    return refuse(403, message('web.problem.foreign', { origin: site.origin }))
  }
  const tooLarge = () => refuse(413, message('web.problem.formSize', { max: maxKib }))
  const limited = await bodyLimit({ maxSize: maxKib * 1024, onError: tooLarge })(c, async () => {})
  return limited instanceof Response ? limited : new URLSearchParams(await c.req.text())
}

/** The page that the form stands on. */
const backOf = (path: string): string => /^\/pr\/\d+\/\d+/.exec(path)?.[0] ?? '/'

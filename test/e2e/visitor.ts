import { expect } from 'vitest'
import type { PullRequest } from '../sandbox/index.ts'
import { type Scene, until } from './scene.ts'

/** An answer, read. */
export interface Shown {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Fields of one form of a page. */
export interface PageForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

/** A browser without scripts: keeps cookies, follows redirects as a browser does, fills in forms. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly origin: string

  constructor(scene: Pick<Scene, 'server'>) {
    this.origin = `http://127.0.0.1:${scene.server.port}`
  }

  /** Sends one request, and follows nothing. */
  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const address = new URL(url, this.origin)
    const headers = new Headers(init.headers)
    if (address.origin === this.origin && this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' })
    if (address.origin !== this.origin) return answer
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  async visit(url: string, init: RequestInit = {}): Promise<Shown> {
    let answer = await this.send(url, init)
    let place = new URL(url, this.origin)
    for (let hops = 0; answer.status >= 300 && answer.status < 400; hops += 1) {
      expect(hops).toBeLessThan(8)
      place = new URL(answer.headers.get('location') ?? '', place)
      answer = await this.send(place.href)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  signIn(next = '/'): Promise<Shown> {
    return this.visit(`/login?${new URLSearchParams({ next })}`)
  }

  /** As a browser sends the form of a page. `headers` replace those that it sets. */
  post({ action, fields }: PageForm, headers: Record<string, string> = {}): Promise<Shown> {
    return this.visit(action, {
      method: 'POST',
      headers: { origin: this.origin, 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields),
    })
  }
}

const readable = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

export function formsOf({ text }: Pick<Shown, 'text'>): readonly PageForm[] {
  return [...text.matchAll(/<form(?: class="\w+")? method="post" action="([^"]*)">([\s\S]*?)<\/form>/g)].map(
    ([, action = '', body = '']) => ({
      action: readable(action),
      fields: Object.fromEntries(
        [...body.matchAll(/<input[^>]* name="([\w-]+)"(?: value="([^"]*)")?/g)].map(([, name = '', value = '']) => [
          name,
          readable(value),
        ]),
      ),
    }),
  )
}

/** The form for an item, with open points filled in; `null`: the page has none. */
export function formIn(shown: Shown, kind: 'sign' | 'revoke', item: string, open?: string): PageForm | null {
  const found = formsOf(shown).find(
    ({ fields }) => fields.kind === kind && fields.item === item && 'conditional' in fields === (open !== undefined),
  )
  if (found === undefined) return null
  return open === undefined ? found : { ...found, fields: { ...found.fields, open } }
}

/** Throws where the page has none. */
export function formFor(shown: Shown, kind: 'sign' | 'revoke', item: string, open?: string): PageForm {
  const found = formIn(shown, kind, item, open)
  if (found === null) throw new Error(`no form to ${kind} ${item} in ${shown.text}`)
  return found
}

export const pagePath = (scene: Scene, pull: Pick<PullRequest, 'number'>): string =>
  `/pr/${scene.repository.id}/${pull.number}`

/** Somebody who is signed in, on the page of a pull request. */
export async function visitorOn(
  scene: Scene,
  login: string,
  pull: Pick<PullRequest, 'number'>,
): Promise<{ readonly visitor: Visitor; readonly page: () => Promise<Shown> }> {
  scene.sandbox.consent({ as: login })
  const visitor = new Visitor(scene)
  const path = pagePath(scene, pull)
  const shown = await visitor.signIn(path)
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining(`@${login}`)])
  return { visitor, page: () => visitor.visit(path) }
}

/** The page once nothing on it is under way any more. */
export async function settledPage(scene: Scene, page: () => Promise<Shown>): Promise<Shown> {
  await scene.settle()
  await until('the page comes to rest', async () => !(await page()).text.includes('http-equiv="refresh"'))
  return page()
}

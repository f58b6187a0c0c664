import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { html } from 'hono/html'
import { type Manifest, readManifest, registerApp } from '../acts/apps.ts'
import type { Sandbox } from '../index.ts'
import { layout } from './layout.ts'
import type { Html } from './markdown.ts'
import { logins, reason, version } from './source.ts'

const places = ['/settings/apps', '/organizations/:org/settings/apps'] as const

/**
 * Registering an App from a manifest, at GitHub's addresses. The first form comes from another site, so the guard against
 * that is only before the second, which makes the App.
 */
export function mountApps(app: Hono<{ Bindings: HttpBindings }>, sandbox: Sandbox, policy: string): void {
  // The browser is sent on to the page that brought the manifest.
  const open = policy.replace("form-action 'self'", "form-action 'self' http://127.0.0.1:* http://localhost:*")
  const show = (c: Context, content: Html, status: 200 | 422 = 200) => {
    const known = logins(sandbox)
    const wanted = getCookie(c, 'act-as') ?? ''
    const viewer = {
      login: known.includes(wanted) ? wanted : (known[0] ?? ''),
      logins: known,
      version: version(sandbox),
    }
    c.header('content-security-policy', open)
    return c.html(layout({ title: 'Create GitHub App', viewer, path: '/', content }), status)
  }
  for (const place of places) {
    app.post(`${place}/new`, async c => {
      const { manifest = '' } = (await c.req.parseBody()) as Record<string, string>
      try {
        return await show(c, confirmation(c, readManifest(manifest), manifest))
      } catch (error) {
        return show(c, html`<p class="notice" role="alert">${reason(error)}</p>`, 422)
      }
    })
    app.post(`${place}/create`, csrf(), async c => {
      const { manifest: text = '', name = '', state = '' } = (await c.req.parseBody()) as Record<string, string>
      try {
        const manifest = readManifest(text)
        const owner = c.req.param('org') ?? logins(sandbox)[0] ?? 'octocat'
        const code = registerApp(sandbox.site, manifest, { owner, name })
        const back = new URL(manifest.redirectUrl)
        back.searchParams.set('code', code)
        back.searchParams.set('state', state)
        return c.redirect(back.href, 302)
      } catch (error) {
        return show(c, html`<p class="notice" role="alert">${reason(error)}</p>`, 422)
      }
    })
  }
}

function confirmation(c: Context, manifest: Manifest, text: string): Html {
  const levels = Object.entries(manifest.permissions).map(([name, level]) => html`<li>${name}: ${level}</li>`)
  return html`<h1>Create GitHub App</h1>
<form method="post" action="${c.req.path.replace(/\/new$/, '/create')}">
<input type="hidden" name="manifest" value="${text}">
<input type="hidden" name="state" value="${c.req.query('state') ?? ''}">
<label for="name">GitHub App name</label>
<input id="name" name="name" value="${manifest.name}" maxlength="34">
<p>Webhook URL: ${manifest.webhookUrl ?? 'none'}</p>
<ul>${levels}</ul>
<p>${manifest.events.join(', ')}</p>
<button>Create GitHub App</button>
</form>`
}

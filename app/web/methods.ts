import type { Hono } from 'hono'

/** Registered behind the handlers of a path: every other method is told which ones it answers (security.md B-H05). */
export function only(app: Hono, path: string, methods: readonly ('GET' | 'POST')[]): void {
  const allowed = [...methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ')
  app.all(path, c =>
    c.req.method === 'OPTIONS'
      ? c.body(null, 204, { allow: allowed })
      : c.text('method not allowed', 405, { allow: allowed }),
  )
}

import type { Detector } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { type Directive, readDirectives } from '../readers/nginx.ts'
import { compare, type Stated } from '../stated.ts'

const isNginx = (path: string): boolean =>
  (/nginx/i.test(path) &&
    /\.(?:conf|vhost)(?:[._-]?(?:\w+))?$|\.conf\.[\w.]+$|^nginx[\w.-]*$/i.test(baseName(path)) &&
    !/\.(?:md|sh|ya?ml|json|py|go|[jt]sx?)$/.test(path)) ||
  /^nginx[\w.-]*\.(?:conf|tmpl|template|j2|erb)/i.test(baseName(path))

const isCaddy = (path: string): boolean => /^caddyfile(?:\..+)?$|\.caddyfile$/i.test(baseName(path))

const maxLength = 500_000

/** Files of nginx and Caddy that are shipped. A new block is one statement; a whole new file comes with what it serves. */
export const webServer: Detector = {
  concerns: path => (isNginx(path) || isCaddy(path)) && isShipped(path) && !isDeveloperVariant(path),
  detect: change => {
    if ((change.before ?? '').length + (change.after ?? '').length > maxLength) return []
    const end = isCaddy(change.file.path) ? '\n' : ';'
    const [before, after] = [readDirectives(change.before ?? '', end), readDirectives(change.after ?? '', end)]
    const [inOld, inNew] = [blocksOf(before), blocksOf(after)]
    if (change.before === null || change.after === null) return []
    return compare(
      change,
      [...before.flatMap(one => statedBy(one, inNew)), ...variables(change.before)],
      [...after.flatMap(one => statedBy(one, inOld)), ...variables(change.after)],
    )
  },
}

const pathOf = ({ context, name, text }: Directive): string => JSON.stringify([...context, `${name} ${text}`.trim()])

const blocksOf = (directives: readonly Directive[]): ReadonlySet<string> =>
  new Set(directives.filter(one => one.isBlock).map(pathOf))

/** Directives that occur many times, told apart by their first word. */
const named =
  /^(?:add_header|(?:proxy|grpc|fastcgi|uwsgi|more)_set_headers?|(?:fastcgi|uwsgi|scgi)_param|proxy_hide_header|set|header|header_up|header_down|env|include|error_page|rewrite|return|if|location|server|upstream|map)$/

function statedBy(directive: Directive, others: ReadonlySet<string>): readonly Stated[] {
  const { name, text, context, isBlock, line } = directive
  const around = context.map((_, index) => JSON.stringify(context.slice(0, index + 1)))
  if (around.some(path => !others.has(path))) return []
  if (isBlock)
    return others.has(pathOf(directive))
      ? []
      : [{ kind: 'config-key', key: `${name} ${text}`.trim(), value: '', shown: null, line }]
  const port = name === 'listen' ? /^(?:\S*:)?(\d+)\b/.exec(text)?.[1] : undefined
  if (port !== undefined) return [{ kind: 'port', key: port, value: text, line }]
  const key = named.test(name) ? `${name} ${text.split(' ')[0]}` : name
  return [{ kind: 'config-key', key, value: JSON.stringify([context, text]), shown: text, line }]
}

/** `{$NAME:fallback}` of Caddy, and `${NAME}` in capitals, which only a template of the image fills in. */
const variables = (text: string): readonly Stated[] =>
  text.split('\n').flatMap((line, index) =>
    line.trimStart().startsWith('#')
      ? []
      : [...line.matchAll(/\{\$([A-Za-z_]\w*)(?::([^{}]*))?\}|\{env\.(\w+)\}|\$\{([A-Z][A-Z0-9_]{2,})\}/g)].map(
          ([, caddy, fallback, placeholder, capitals]): Stated => ({
            kind: 'env-var',
            key: caddy ?? placeholder ?? capitals ?? '',
            value: fallback ?? '',
            shown: fallback ?? null,
            line: index + 1,
          }),
        ),
  )

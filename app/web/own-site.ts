import { callbackPath } from '../../src/github/manifest.ts'

/** Where people reach the pages, and what follows from it. */
export interface Site {
  /** No slash at the end; from the configuration, never from a request (security.md B-H14). */
  readonly publicUrl: string
  readonly origin: string
  readonly callbackUrl: string
  /** Over https. Otherwise this machine is meant, where browsers take no cookie that asks for it. */
  readonly secure: boolean
}

export function siteAt(publicUrl: string): Site {
  const { origin, protocol } = new URL(publicUrl)
  return { publicUrl, origin, callbackUrl: `${publicUrl}${callbackPath}`, secure: protocol === 'https:' }
}

const places = [/^\/$/, /^\/pr\/[1-9]\d{0,19}\/[1-9]\d{0,9}$/]

/** Where somebody wants to go after signing in, if that is a page of ours; else the first one (security.md T-78). */
export function wantedPlace(next: string | undefined, { origin }: Pick<Site, 'origin'>): string {
  if (next === undefined || !/^\/[!-~]{0,500}$/.test(next) || /^\/[/\\]/.test(next)) return '/'
  const url = URL.parse(next, origin)
  if (url === null || url.origin !== origin || !places.some(place => place.test(url.pathname))) return '/'
  const locale = url.searchParams.get('locale')
  return locale === null ? url.pathname : `${url.pathname}?${new URLSearchParams({ locale })}`
}

/**
 * Whether a form was sent from a page of ours, as the browser says (security.md T-76). One of the two headers is in every
 * POST of today's browsers, and where both are, both must agree.
 */
export function isFromOwnPage(header: (name: string) => string | undefined, { origin }: Pick<Site, 'origin'>): boolean {
  const site = header('sec-fetch-site')
  const from = header('origin')
  if (site === undefined && from === undefined) return false
  return (site === undefined || site === 'same-origin') && (from === undefined || from === origin)
}

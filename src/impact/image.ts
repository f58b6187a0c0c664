/** An image reference in its parts. `name`: without tag and digest, as people write it (`node`, not `docker.io/library/node`). */
export interface ImageReference {
  readonly name: string
  readonly tag: string | null
}

export function readImage(reference: string): ImageReference {
  const [tagged = ''] = reference.trim().split('@')
  const match = /^(.+?):([^:/]+)$/.exec(tagged)
  const name = (match?.[1] ?? tagged).replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '')
  return { name, tag: match?.[2] ?? null }
}

/**
 * What of a tag matters to whoever runs it: words, and the first two numbers of each version in it. Patch numbers, dates
 * and builds come and go.
 */
export const tagLine = (tag: string | null): string =>
  (tag ?? 'latest')
    .replace(/^v(?=\d)/, '')
    .replace(/\d+(?:\.\d+)*/g, version =>
      version.length >= 8 && !version.includes('.') ? 'date' : version.split('.').slice(0, 2).join('.'),
    )
    .replace(/-?date\b/, '')

import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * Whether `X-Hub-Signature-256` belongs to these bytes under one of the secrets. Takes the same time for every
 * well-formed signature; a header in another form is not worth a comparison.
 */
export function isSigned(body: Uint8Array, header: string | undefined, secrets: readonly KeyObject[]): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1]
  if (hex === undefined) return false
  const given = Buffer.from(hex, 'hex')
  let matches = 0
  for (const secret of secrets) {
    matches += Number(timingSafeEqual(given, createHmac('sha256', secret).update(body).digest()))
  }
  return matches > 0
}

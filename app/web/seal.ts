import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** What is sealed for one purpose opens for no other. */
export type Purpose = 'user-token' | 'login' | 'form'

/** Seals texts and marks them with keys that are derived from SESSION_SECRET. */
export interface Sealer {
  /** `context`: what the text belongs to; it opens only together with the same. */
  readonly seal: (purpose: Purpose, text: string, context?: string) => string
  /** `null`: not sealed by us, for this, with this secret. */
  readonly open: (purpose: Purpose, sealed: string, context?: string) => string | null
  /** A mark that only whoever knows the secret can make. */
  readonly mark: (purpose: Purpose, text: string) => string
}

const ivBytes = 12
const tagBytes = 16

export function sealer(secret: string): Sealer {
  const keys = new Map<Purpose, Buffer>()
  const keyFor = (purpose: Purpose): Buffer => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `delivery-gates ${purpose}`, 32))
    keys.set(purpose, key)
    return key
  }
  return {
    seal: (purpose, text, context = '') => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (purpose, sealed, context = '') => {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < ivBytes + tagBytes) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, ivBytes))
        cipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
        return Buffer.concat([cipher.update(bytes.subarray(ivBytes + tagBytes)), cipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    mark: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url'),
  }
}

/** Whether two texts are equal, in a time that does not tell how far. */
export function same(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}

/** 256 bits that nobody can guess, as 43 characters that need no escaping. */
export const randomWord = (): string => randomBytes(32).toString('base64url')

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

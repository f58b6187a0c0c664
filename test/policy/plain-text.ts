import type { Formatter } from '../../src/locales/message.ts'

/** Literals as they are, so that a test can state the sentence. */
export const plainText: Formatter = {
  code: literal => literal,
  text: prose => prose,
  person: login => `@${login}`,
  percent: ({ covered, total }) => `${Math.floor((covered / total) * 10_000) / 100} %`,
  number: String,
  list: (pieces, max = 5) => [...pieces.slice(0, max), ...(pieces.length > max ? ['…'] : [])].join(', '),
  either: pieces => pieces.join(' or '),
  sha: sha => sha.slice(0, 7),
  place: (path, start) => (start === undefined ? path : `${path}:${start}`),
}

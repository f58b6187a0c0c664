import type { en } from './en/index.ts'

/** A catalogue entry turns params into one sentence. `f` knows the surface (Markdown, plain text) and escapes for it. */
export type Catalogue = Readonly<Record<string, (params: never, f: Formatter) => string>>

/** The same codes with the same params in another language; a missing one does not compile. */
export type Translation<C extends Catalogue> = {
  readonly [K in keyof C]: (params: Parameters<C[K]>[0], f: Formatter) => string
}

/** The English catalogue is the source of the types: every other locale must have exactly its keys. */
export type Messages = typeof en
export type MessageCode = keyof Messages & string
type Params<C extends MessageCode> =
  Parameters<Messages[C]> extends readonly [] ? Readonly<Record<string, never>> : Parameters<Messages[C]>[0]

/** A decision without text: what happened and the numbers, as plain JSON. Text is made by a locale at render time. */
export interface Message {
  readonly code: MessageCode
  /** Those of the code's catalogue entry; `message()` checks them. */
  readonly params: object
}

export function message<C extends MessageCode>(code: C, params: Params<C> & object): Message {
  return { code, params }
}

/** `covered` of `total`; both whole numbers ≥ 0. `total` 0 means that there was nothing to cover. */
export interface Ratio {
  readonly covered: number
  readonly total: number
}

/**
 * The pieces of a sentence that depend on the surface. All text from outside goes through `code` or `text`;
 * a catalogue entry that interpolates a param without one of these is a defect.
 */
export interface Formatter {
  /** A path, key, id, SHA or other literal; a code span in Markdown. */
  readonly code: (literal: string) => string
  /** Prose from outside (titles, reasons); inert: no mention, link, HTML or workflow command survives. */
  readonly text: (prose: string) => string
  /** A GitHub login or team slug, shown as `@login` without notifying anybody. */
  readonly person: (login: string) => string
  /** Rounded down to two decimals, so that 79.996 % is never shown, or taken, as 80 %. "–" for 0 of 0. */
  readonly percent: (ratio: Ratio) => string
  /** A number in the locale's notation. */
  readonly number: (value: number) => string
  /** Joins pieces that are already formatted; shows at most `max` (default 5) and says how many more there are. */
  readonly list: (pieces: readonly string[], max?: number) => string
  /** Joins alternatives ("a or b") that are already formatted. */
  readonly either: (pieces: readonly string[], max?: number) => string
  /** First seven characters of a commit SHA, as a literal. */
  readonly sha: (sha: string) => string
  /** `path:12–18` as a literal. */
  readonly place: (path: string, start?: number, end?: number) => string
}

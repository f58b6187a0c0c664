import { err, ok, type Result } from '../../src/result.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** GitHub's own payloads nest less than 20 deep and keep far below both counts. */
const maxDepth = 100
const maxMembers = 500_000
/**
 * Characters from which on a text is looked over before it is parsed, so that what it nests never fills the memory. A shorter
 * one cannot have too many members.
 */
const largeText = 1_000_000

/**
 * Reads a webhook payload. Whole numbers beyond 2^53 become strings, so that no id is ever rounded (B-W19); keys that
 * could reach a prototype, and texts that are too deep or too large to walk, are refused (B-W20). Read stored payloads
 * with it as well: `JSON.parse` would round.
 */
export function parsePayload(text: string): Result<JsonObject, string> {
  const refused = text.length > largeText ? scan(text) : null
  if (refused !== null) return err(refused)
  const value = parse(text)
  if (value === undefined) return err('the body is not JSON')
  if (!isObject(value)) return err('the body is not a JSON object')
  const seen: Seen = { rounded: false }
  const problem = walk(value, 1, seen)
  if (problem !== null) return err(problem)
  return ok(seen.rounded ? (parse(text, exactNumber as Reviver) as JsonObject) : value)
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Reviver = (key: string, value: Json) => Json
type ReviverWithSource = (key: string, value: Json, context: { readonly source?: string }) => Json

/** `undefined`: not JSON. */
function parse(text: string, reviver?: Reviver): Json | undefined {
  try {
    return JSON.parse(text, reviver)
  } catch {
    return undefined
  }
}

/** The types of this library do not know the third argument yet: https://tc39.es/proposal-json-parse-with-source/ */
const exactNumber: ReviverWithSource = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? source
    : value

interface Seen {
  /** A number that may not be the one that was written. */
  rounded: boolean
}

/** Gives what is wrong with it; `null`: nothing. Never deeper than `maxDepth`, so that it may call itself. */
function walk(value: JsonObject | readonly Json[], depth: number, seen: Seen): string | null {
  if (depth > maxDepth) return tooDeep
  if (isList(value)) {
    for (const child of value) {
      const problem = look(child, depth, seen)
      if (problem !== null) return problem
    }
    return null
  }
  // Nothing that JSON.parse makes inherits a member, and no list of them has to be made.
  for (const key in value) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return `the key ${key} is not allowed`
    const problem = look(value[key], depth, seen)
    if (problem !== null) return problem
  }
  return null
}

function look(child: Json | undefined, depth: number, seen: Seen): string | null {
  if (typeof child === 'object' && child !== null) return walk(child, depth + 1, seen)
  if (typeof child === 'number' && !Number.isSafeInteger(child)) seen.rounded = true
  return null
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

const tooDeep = `the body is nested more than ${maxDepth} deep`
const tooMany = `the body has more than ${maxMembers} members`

const quote = 0x22
const backslash = 0x5c

/** One pass over the text before anything is made of it; `null`: it may be parsed. */
function scan(text: string): string | null {
  let depth = 0
  let members = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === quote) i = endOfString(text, i)
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return tooDeep
    } else if (code === 0x7d || code === 0x5d) depth--
    else if (code === 0x2c && ++members > maxMembers) return tooMany
  }
  return null
}

/** Index of the closing quote, or of the end of the text. Long texts are most of a payload: the engine's search finds their end. */
function endOfString(text: string, start: number): number {
  for (let from = start + 1; ; ) {
    const end = text.indexOf('"', from)
    if (end === -1) return text.length
    let escapes = 0
    while (end - 1 - escapes > start && text.charCodeAt(end - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return end
    from = end + 1
  }
}

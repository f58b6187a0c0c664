import { err, ok, type Result } from '../../src/result.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** GitHub's own payloads nest less than 20 deep and keep far below both counts. */
const maxDepth = 100
const maxMembers = 500_000
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'] as const
/** Characters from which on a text is looked over before it is parsed, so that what it nests never fills the memory. */
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
  const seen = walk(value)
  if (!seen.ok) return seen
  return ok(seen.value.isRounded ? (parse(text, exactNumber as Reviver) as JsonObject) : value)
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

/** Level by level, so that no depth fills the stack. */
function walk(root: JsonObject): Result<{ readonly isRounded: boolean }, string> {
  let isRounded = false
  let members = 0
  let level: Json[] = [root]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return err(tooDeep)
    const next: Json[] = []
    for (const value of level) {
      const key = isObject(value) ? forbiddenKeyOf(value) : undefined
      if (key !== undefined) return err(`the key ${key} is not allowed`)
      const children = Object.values(value as JsonObject)
      members += children.length
      for (const child of children) {
        if (typeof child === 'object' && child !== null) next.push(child)
        else if (typeof child === 'number' && !Number.isSafeInteger(child)) isRounded = true
      }
    }
    if (members > maxMembers) return err(tooMany)
    level = next
  }
  return ok({ isRounded })
}

function forbiddenKeyOf(value: JsonObject): string | undefined {
  for (const key of forbiddenKeys) if (Object.hasOwn(value, key)) return key
  return undefined
}

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

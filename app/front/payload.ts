import { err, ok, type Result } from '../../src/result.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** GitHub's own payloads nest less than 20 deep and keep far below both counts. */
const maxDepth = 100
const maxMembers = 500_000
const forbiddenKeys = ['__proto__', 'constructor', 'prototype']

/**
 * Reads a webhook payload. Whole numbers beyond 2^53 become strings, so that no id is ever rounded (B-W19); keys that
 * could reach a prototype, and texts that are too deep or too large to walk, are refused (B-W20). Read stored payloads
 * with it as well: `JSON.parse` would round.
 */
export function parsePayload(text: string): Result<JsonObject, string> {
  const scanned = scan(text)
  if (!scanned.ok) return scanned
  const value = parse(text, scanned.value.hasLongNumber)
  if (value === undefined) return err('the body is not JSON')
  if (!isObject(value)) return err('the body is not a JSON object')
  const key = findForbiddenKey(value)
  return key === null ? ok(value) : err(`the key ${key} is not allowed`)
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type ReviverWithSource = (key: string, value: Json, context: { readonly source?: string }) => Json

/** `undefined`: not JSON. */
function parse(text: string, hasLongNumber: boolean): Json | undefined {
  try {
    // The types of this library do not know the third argument yet: https://tc39.es/proposal-json-parse-with-source/
    return hasLongNumber ? JSON.parse(text, exactNumber as (key: string, value: Json) => Json) : JSON.parse(text)
  } catch {
    return undefined
  }
}

const exactNumber: ReviverWithSource = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? source
    : value

const quote = 0x22
const backslash = 0x5c
const longestSafeNumber = 15

/** One pass over the text before anything recursive sees it. */
function scan(text: string): Result<{ readonly hasLongNumber: boolean }, string> {
  let depth = 0
  let members = 0
  let digits = 0
  let hasLongNumber = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) {
      if (++digits > longestSafeNumber) hasLongNumber = true
      continue
    }
    digits = 0
    if (code === quote) i = endOfString(text, i)
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxDepth) return err(`the body is nested more than ${maxDepth} deep`)
    } else if (code === 0x7d || code === 0x5d) depth--
    else if (code === 0x2c && ++members > maxMembers) return err(`the body has more than ${maxMembers} members`)
  }
  return ok({ hasLongNumber })
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

function findForbiddenKey(root: Json): string | null {
  const open: Json[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    for (const key of forbiddenKeys) if (!Array.isArray(value) && Object.hasOwn(value, key)) return key
    for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) open.push(child)
  }
  return null
}

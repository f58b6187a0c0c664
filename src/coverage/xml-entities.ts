/** Length of the entity at `&`, 0 when its end has not come yet, -1 when there is none such. */
export function entityLength(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1
  while (at < end && at - start < longest && bytes[at] !== 0x3b) at++
  if (at === end && at - start < longest) return 0
  return bytes[at] === 0x3b && entityText(ascii(bytes, start + 1, at)) !== undefined ? at + 1 - start : -1
}

/** Entities are those of XML without a document type; others are left out. */
export const withoutEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&([^;]*);/g, (_, body) => entityText(body) ?? '') : text

const longest = 12

/** Text of the entity between `&` and `;`, undefined when XML has none such without a document type. */
function entityText(body: string): string | undefined {
  const named = entities.get(body)
  if (named !== undefined || !body.startsWith('#')) return named
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body)
  if (!digits) return undefined
  const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  const isAllowed =
    point >= 0x20 ? point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) : [9, 10, 13].includes(point)
  return isAllowed ? String.fromCodePoint(point) : undefined
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Cheaper than a decoder for a few bytes; what is beyond ASCII stands in no entity. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

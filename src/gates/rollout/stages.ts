import type { Section } from '../../markdown/read.ts'
import { hasPlaceholder, words } from '../../words.ts'

/** One step of a plan: `canary 10 % for 24h`. */
export interface Stage {
  readonly name: string
  /** Share of the traffic or of the sites. */
  readonly percent: number | null
  /** Milliseconds until the next stage; `null`: none is named. */
  readonly bake: number | null
}

/**
 * The stages of a section: its list items in their order, or one line with arrows
 * (`staging → canary 10 % (24h) → production`). A time in a stage is how long it stays before the next one.
 */
export function stagesOf({ items, blocks }: Section): readonly Stage[] {
  const listed = items.flatMap(split)
  const lines = listed.length > 0 ? listed : blocks.filter(text => arrow.test(text)).flatMap(split)
  return lines.filter(text => words(text).length > 0 && !hasPlaceholder(text)).map(stageOf)
}

const arrow = /→|->|=>|➜|⇒/u
const split = (text: string): readonly string[] => text.split(new RegExp(arrow, 'gu')).map(part => part.trim())

const units: readonly (readonly [pattern: RegExp, milliseconds: number])[] = [
  [/^(?:m|min|mins|minutes?|分钟|分)$/iu, 60_000],
  [/^(?:h|hrs?|hours?|小时)$/iu, 3_600_000],
  [/^(?:d|days?|天|日)$/iu, 86_400_000],
  [/^(?:w|weeks?|周|星期)$/iu, 604_800_000],
]

function stageOf(text: string): Stage {
  const percent = /(\d{1,3}(?:\.\d+)?)\s*[%％]/u.exec(text)?.[1]
  const times = [...text.matchAll(/(\d{1,4})\s*([A-Za-z\u4e00-\u9fff]+)/gu)].flatMap(([, count = '', unit = '']) => {
    const found = units.find(([pattern]) => pattern.test(unit))
    return found === undefined ? [] : [Number(count) * found[1]]
  })
  return {
    name: (/^[^\d(（:：,，;；–—]+/u.exec(text)?.[0] ?? text).trim().slice(0, 60),
    percent: percent === undefined ? null : Number(percent),
    bake: times[0] ?? null,
  }
}

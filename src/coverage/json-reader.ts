import { message } from '../locales/message.ts'
import { err, ok } from '../result.ts'
import { ReportBuilder } from './builder.ts'
import type { Reader } from './format.ts'
import { JsonTokens, jsonLimits } from './json.ts'
import type { Claims } from './model.ts'

/** What a format makes of the tokens at its places; see `JsonTokens`. */
export interface JsonHandler {
  readonly claims?: Claims
  open?(place: number): void
  close?(place: number): void
  value(place: number): void
  /** After the last token of a whole document. */
  end?(): void
}

/** A reader that hands each token to the handler and refuses the report where that refuses it. */
export function jsonReader(
  places: readonly string[],
  handlerOf: (json: JsonTokens, report: ReportBuilder) => JsonHandler,
  isSequence = false,
): Reader {
  const json = new JsonTokens(places, isSequence)
  const report = new ReportBuilder()
  const handler = handlerOf(json, report)
  const readTokens = () => {
    for (;;) {
      const token = json.next()
      if (token === 'value') handler.value(json.place)
      else if (token === 'open') handler.open?.(json.place)
      else if (token === 'close') handler.close?.(json.place)
      else return
    }
  }
  return {
    push: chunk => {
      for (let at = 0; at < chunk.length && !json.problem; at += jsonLimits.slice) {
        json.feed(chunk.subarray(at, at + jsonLimits.slice))
        readTokens()
        if (report.overflow) json.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
      }
    },
    end: () => {
      json.finish()
      if (json.problem) return err(json.problem)
      handler.end?.()
      return ok(report.build([], handler.claims ?? {}))
    },
  }
}

import { message } from '../locales/message.ts'
import { err, ok } from '../result.ts'
import { ReportBuilder, reportLimits } from './builder.ts'
import { hasControls } from './bytes.ts'
import type { Reader } from './format.ts'
import type { Claims } from './model.ts'
import { XmlTokens, type XmlVocabulary, xmlLimits } from './xml.ts'

/** What a format makes of the elements of its vocabulary, by their index; -1 is any other. See `XmlTokens`. */
export interface XmlHandler {
  readonly claims?: Claims
  /** Roots of the report's relative paths. */
  readonly sources?: readonly string[]
  open(element: number): void
  close(element: number): void
  /** A piece of text, while `XmlTokens.wantsText`. */
  text?(): void
}

/** A reader that hands each token to the handler and refuses the report where that refuses it. */
export function xmlReader(
  vocabulary: XmlVocabulary,
  handlerOf: (xml: XmlTokens, report: ReportBuilder) => XmlHandler,
): Reader {
  const xml = new XmlTokens(vocabulary)
  const report = new ReportBuilder()
  const handler = handlerOf(xml, report)
  return {
    push: chunk => {
      for (let at = 0; at < chunk.length && !xml.problem; at += xmlLimits.slice) {
        xml.feed(chunk.subarray(at, at + xmlLimits.slice))
        readTokens(xml, handler, report)
      }
    },
    end: () => {
      xml.finish()
      return xml.problem ? err(xml.problem) : ok(report.build(handler.sources ?? [], handler.claims ?? {}))
    },
  }
}

/** Hands on what has been fed. */
export function readTokens(xml: XmlTokens, handler: XmlHandler, report?: ReportBuilder): void {
  while (!xml.problem) {
    const token = xml.next()
    if (token === 'open') {
      handler.open(xml.element)
      if (report?.overflow) xml.refuse('RPT-SIZE', message('coverage.fault.too-large', {}))
    } else if (token === 'close') handler.close(xml.element)
    else if (token === 'text') handler.text?.()
    else return
  }
}

export function openFile(xml: XmlTokens, report: ReportBuilder, path: string): void {
  if (path === '') xml.refuse('RPT-VALUE', message('coverage.fault.no-path', {}))
  else if (path.length > reportLimits.path)
    xml.refuse('RPT-SIZE', message('coverage.fault.long-path', { limit: reportLimits.path }))
  else if (hasControls(path)) xml.refuse('RPT-VALUE', message('coverage.fault.control', {}))
  else report.open(path)
}

/** A count that may be left out: then 0. -1, and refused, when it is no number below 2³¹, in which tools count. */
export function countOf(xml: XmlTokens, attribute: number, name: string): number {
  const value = xml.integer(attribute)
  if (value >= 0 && value < 2 ** 31) return value
  if (!xml.has(attribute)) return 0
  refuseValue(xml, attribute, name)
  return -1
}

export function refuseValue(xml: XmlTokens, attribute: number, name: string): void {
  const value = xml.string(attribute).slice(0, 60)
  xml.refuse('RPT-VALUE', message('coverage.fault.xml.value', { name, value }))
}

/** Of an element that would make it unclear what its content counts for, as a file within a file. */
export function refusePlace(xml: XmlTokens, name: string): void {
  xml.refuse('RPT-SYNTAX', message('coverage.fault.xml.misplaced', { name }))
}

/** More branches than this on one line are no real line. */
export const branchLimit = 65_536

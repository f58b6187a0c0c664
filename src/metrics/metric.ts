import type { ReportProblem } from '../coverage/format.ts'
import type { JsonKind } from '../coverage/json.ts'
import type { Message } from '../locales/message.ts'
import type { Result } from '../result.ts'

/** Why a file that could be read has no such number. */
export type ValueFault =
  /** Of a path in JSON, `reached` is there, and it is a `found`. */
  | {
      readonly kind: 'missing'
      readonly path: string
      readonly reached: string
      readonly found: JsonKind
      readonly near: string | null
    }
  | { readonly kind: 'type'; readonly path: string; readonly found: JsonKind }
  /** Too large to be told apart from infinity. */
  | { readonly kind: 'range'; readonly path: string }
  | { readonly kind: 'key'; readonly key: string; readonly near: string | null }
  | { readonly kind: 'twice'; readonly key: string }
  | { readonly kind: 'line'; readonly key: string; readonly line: string }
  | { readonly kind: 'suite'; readonly suite: string; readonly near: string | null }
  | { readonly kind: 'time'; readonly time: string }

/** The number, or why there is none. */
export type Found = Result<number, ValueFault>

export interface MetricFormat {
  /** Name in the policy. */
  readonly id: string
  /** For people. */
  readonly title: string
  /** What is wrong with a value as the policy writes it. */
  readonly check: (value: string) => Message | undefined
  /**
   * What became of each value, in their order, or what is wrong with the whole file. Every value has passed `check`.
   * Throws only what the chunks throw, and its memory does not grow with the file.
   */
  readonly read: (chunks: Iterable<Uint8Array>, values: readonly string[]) => Result<readonly Found[], ReportProblem>
}

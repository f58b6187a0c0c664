import { type CoverageReport, countFile } from '../../src/coverage/model.ts'
import type { Ratio } from '../../src/locales/message.ts'
import { linesOf } from './helpers.ts'

/** What a report says about each file, for comparing readers. */
export type Content = Readonly<Record<string, { lines: readonly number[]; branches: Ratio; functions: Ratio }>>

export function contentOf(report: Pick<CoverageReport, 'files'>): Content {
  const lines = linesOf(report)
  return Object.fromEntries(
    [...report.files].map(([path, file]) => {
      const { branches, functions } = countFile(file)
      return [path, { lines: lines[path] ?? [], branches, functions }]
    }),
  )
}

type Kind = 'lines' | 'branches' | 'functions'

/** Keeps everything in maps of strings: slow, and nothing to get wrong. */
export class Obvious {
  private readonly files = new Map<string, Record<Kind, Map<string, boolean>>>()
  private file = newFile()

  open(path: string): void {
    this.file = this.files.get(path) ?? newFile()
    this.files.set(path, this.file)
  }

  mark(kind: Kind, key: string | number, is: boolean): void {
    this.file[kind].set(`${key}`, is || this.file[kind].get(`${key}`) === true)
  }

  get content(): Content {
    return Object.fromEntries(
      [...this.files].map(([path, { lines, branches, functions }]) => {
        const numbers = [...lines].map(([line, covered]) => (covered ? Number(line) : -Number(line)))
        return [
          path,
          {
            lines: numbers.sort((a, b) => Math.abs(a) - Math.abs(b)),
            branches: ratioOf(branches),
            functions: ratioOf(functions),
          },
        ]
      }),
    )
  }
}

const newFile = (): Record<Kind, Map<string, boolean>> => ({
  lines: new Map(),
  branches: new Map(),
  functions: new Map(),
})

const ratioOf = (marks: ReadonlyMap<string, boolean>): Ratio => ({
  covered: [...marks.values()].filter(Boolean).length,
  total: marks.size,
})

/** In pieces of so many bytes. */
export const cutInto = (whole: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(whole.length / size) }, (_, at) => whole.subarray(at * size, (at + 1) * size))

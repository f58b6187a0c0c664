import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomNumbers } from '../../scripts/bench/generate.ts'
import { type ReportProblem, reportCodes } from '../../src/coverage/format.ts'
import { formatIds } from '../../src/coverage/formats/index.ts'
import { readTests } from '../../src/coverage/junit.ts'
import { countFile, totals } from '../../src/coverage/model.ts'
import { readReport } from '../../src/coverage/read.ts'
import type { Result } from '../../src/result.ts'

// Reads broken reports, runs for each format, in a process of its own whose memory is watched: seed, runs.
// Prints one line of JSON; fuzz.test.ts judges it.

type Read = (chunks: Iterable<Uint8Array>) => Result<unknown, ReportProblem>

interface Target {
  readonly name: string
  readonly seeds: readonly string[]
  readonly read: Read
}

/** One character a byte. */
const text = (path: string): string => readFileSync(path, 'latin1')
const fixtures = join(import.meta.dirname, '../fixtures')
const seedsIn = (folder: string): readonly string[] =>
  readdirSync(join(fixtures, folder))
    .filter(name => !name.endsWith('.totals.json'))
    .map(name => text(join(fixtures, folder, name)))

const counted: (read: ReturnType<typeof readReport>) => Result<unknown, ReportProblem> = read => {
  if (!read.ok) return read
  const { files } = read.value.report
  if (!files.values().some(file => countFile(file).lines.total > 0)) throw new Error('a report without a line')
  return { ok: true, value: { format: read.value.format, files: files.size, ...totals(files) } }
}

const targets: readonly Target[] = [
  ...formatIds.map(name => ({
    name,
    seeds: seedsIn(`coverage/${name}`),
    read: (chunks: Iterable<Uint8Array>) => counted(readReport(chunks, name)),
  })),
  { name: 'junit', seeds: seedsIn('junit'), read: readTests },
  {
    name: 'whatever it is',
    seeds: formatIds.flatMap(name => seedsIn(`coverage/${name}`)),
    read: chunks => counted(readReport(chunks)),
  },
]

const [seed = 1, runs = 100] = process.argv.slice(2).map(Number)
const random = randomNumbers(seed)
const upTo = (limit: number): number => Math.floor(random() * limit)
const one = <T>(values: readonly T[]): T => values[upTo(values.length)] as T
const everything = targets.flatMap(target => target.seeds)

const numbers = ['0', '-1', '1', '00', '1e9', '1.5', '8388607', '8388608', '2147483648', '4294967296', '1e400', '', '-']
const huge = ['18446744073709551615', '9'.repeat(40), '9007199254740993']
const snippets = [
  ...['\n', '\r\n', '\r', '\t', ' ', '\0', '\x07', '\x7f', '\xff', '\xc3\xa9', '\xed\xa0\x80', '\xef\xbb\xbf'],
  ...['<', '>', '/>', '</', '"', "'", '&', '&amp;', '&#0;', '&#x110000;', '&x;', '<!--', '-->', '<![CDATA[', ']]>'],
  ...[
    '<?x',
    '?>',
    '<!DOCTYPE a [',
    '<!DOCTYPE a>',
    ' a="1"',
    ' a="1" a="2"',
    '<a>',
    '</a>',
    '<line number="1" hits="1"/>',
  ],
  ...['{', '}', '[', ']', ',', ':', '""', '"__proto__":1', '"\\ud800"', '"\\u0000"', '\\', 'null', 'true', 'NaN', '//'],
  ...[
    'SF:',
    'SF:x\n',
    'DA:1,1\n',
    'BRDA:1,0,0,-\n',
    'FN:1,f\n',
    'end_of_record\n',
    'TN:\n',
    'mode: set\n',
    'a.go:1.1,2.2 1 1\n',
  ],
]

/** The pieces that an edit moves about: words, lines, tags and fields of objects, or bytes. */
const grammars = [
  /[A-Za-z_][\w:-]*|\d+|"(?:[^"\\]|\\.)*"|\s+|[^\w\s]/g,
  /[^\n]*\n?/g,
  /<[^>]*>|[^<]+/g,
  /[^,{}[\]]*[,{}[\]]?/g,
  /[\s\S]/g,
]

const longest = 200_000

function mutant(seeds: readonly string[]): string {
  if (upTo(50) === 0) return Array.from({ length: upTo(400) }, () => String.fromCharCode(upTo(256))).join('')
  let pieces: string[] = one(seeds).match(one(grammars)) ?? []
  for (let edits = 1 + upTo(6); edits > 0; edits--) pieces = edited(pieces, seeds).slice(0, longest)
  const whole = pieces.join('').slice(0, longest)
  return upTo(8) === 0 ? whole.slice(0, upTo(whole.length)) : whole
}

function edited(pieces: readonly string[], seeds: readonly string[]): string[] {
  const at = upTo(pieces.length + 1)
  const some = pieces.slice(at, at + 1 + upTo(upTo(8) === 0 ? 40 : 4))
  const insert = (inserted: readonly string[], removed = 0): string[] => pieces.toSpliced(at, removed, ...inserted)
  switch (upTo(10)) {
    case 0:
      return insert([], some.length)
    case 1:
      return insert(some)
    case 2:
      return insert(Array.from({ length: upTo(upTo(20) === 0 ? 400 : 6) }, () => some.join('')))
    case 3: {
      const to = upTo(pieces.length + 1)
      return insert(pieces.slice(to, to + some.length), some.length).toSpliced(to, some.length, ...some)
    }
    case 4:
      return pieces.map((piece, index) => (index >= at && /^-?\d/.test(piece) && upTo(3) === 0 ? one(numbers) : piece))
    case 5:
      return insert([one(upTo(3) === 0 ? huge : numbers)], 1)
    case 6: {
      const other = (upTo(5) === 0 ? one(everything) : one(seeds)).match(one(grammars)) ?? []
      const from = upTo(other.length)
      return insert(other.slice(from, from + 1 + upTo(20)), upTo(2))
    }
    case 7:
      return insert(
        [(some[0] ?? '').replace(/[\s\S]/, byte => String.fromCharCode(byte.charCodeAt(0) ^ (1 << upTo(8))))],
        1,
      )
    case 8:
      return upTo(10) === 0
        ? insert([one(['[', '{"a":', '<a>', '<a b="', '(']).repeat(1 + upTo(400))])
        : insert([one(snippets)])
    default:
      return insert([one(snippets)], upTo(2))
  }
}

/** Whole, or in pieces out of one buffer that is used again. */
function* cut(content: Uint8Array, wanted: number): Iterable<Uint8Array> {
  const size = Math.ceil(wanted)
  const buffer = new Uint8Array(Math.min(size, content.length))
  for (let at = 0; at < content.length; at += size) {
    const piece = content.subarray(at, at + size)
    buffer.fill(0x22)
    buffer.set(piece)
    yield buffer.subarray(0, piece.length)
  }
}

const failures: { readonly target: string; readonly what: string; readonly input: string }[] = []
let slowest = 0
let done = 0

function tryOne({ name, read }: Target, input: string): void {
  const content = Uint8Array.from(input, character => character.charCodeAt(0))
  const fail = (what: string): void => {
    failures.push({ target: name, what, input: Buffer.from(content).toString('base64').slice(0, 8000) })
  }
  // Files come in large pieces: of a long token in tiny ones every reader is as slow as it is long.
  const size = Math.max(one([1 << 20, 1 << 20, 1 + upTo(8), 1 + upTo(200), 1 + upTo(5000)]), content.length / 1000)
  try {
    const start = performance.now()
    const result = read(cut(content, size))
    slowest = Math.max(slowest, performance.now() - start)
    if (!result.ok) {
      const { code, line } = result.error
      if (!Object.hasOwn(reportCodes, code)) fail(`code ${code}`)
      if (code !== 'RPT-EMPTY' && !(line !== undefined && line >= 1)) fail(`${code} without a place`)
    }
    const whole = upTo(8) === 0 ? read([content]) : result
    if (JSON.stringify(whole) !== JSON.stringify(result)) fail(`another answer in pieces of ${size}`)
  } catch (error) {
    fail(error instanceof Error ? `${error.stack}`.slice(0, 400) : `${error}`)
  }
  done++
}

for (const target of targets) {
  for (let run = 0; run < runs && failures.length < 5; run++) tryOne(target, mutant(target.seeds))
}
const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
console.log(JSON.stringify({ seed, runs: done, slowest: Math.round(slowest), megabytes, failures }))

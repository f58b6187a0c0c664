import { createReadStream, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Ratio } from '../../src/locales/message.ts'
import type { GeneratedFormat } from './generate.ts'

/** What a reader of the bench found; what it cannot tell is left out. */
export interface Found {
  readonly files?: number
  readonly lines?: Ratio
  readonly branches?: Ratio
  readonly functions?: Ratio
}

export interface Peer {
  /** npm package, or a word for what is no package. */
  readonly name: string
  readonly version?: string
  readonly formats: readonly GeneratedFormat[]
  /** Loads the package; what it returns reads a report and counts. Only the second part is timed. */
  readonly load: (installed: Installed) => Promise<(path: string, format: GeneratedFormat) => Promise<Found>>
}

/** Loads a package of the scratch folder. */
export type Installed = <Package>(name: string) => Package

export const installedIn = (folder: string): Installed => createRequire(join(folder, 'here.js')) as Installed

/** Every peer reads in the way that its documentation shows, and keeps what a straightforward caller would keep. */
export const peers: readonly Peer[] = [
  { name: 'readline + split', formats: ['lcov'], load: async () => splitLines },
  {
    name: 'lcov-parse',
    version: '1.0.0',
    formats: ['lcov'],
    load: async installed => {
      const parse: Callback = installed('lcov-parse')
      return async path => sumDetails(await promised(parse, path))
    },
  },
  {
    name: 'parse-lcov',
    version: '1.0.4',
    formats: ['lcov'],
    load: async installed => {
      const { default: parse }: { default: (text: string) => Details } = installed('parse-lcov')
      return async path => sumDetails(parse(readFileSync(path, 'utf8')))
    },
  },
  {
    name: '@friedemannsommer/lcov-parser',
    version: '5.0.2',
    formats: ['lcov'],
    load: async installed => {
      const { default: parse }: { default: (options: { from: unknown }) => Promise<Details> } = installed(
        '@friedemannsommer/lcov-parser',
      )
      return async path => sumDetails(await parse({ from: createReadStream(path) }))
    },
  },
  {
    name: '@connectis/coverage-parser',
    version: '1.0.8',
    formats: ['lcov', 'cobertura', 'jacoco', 'go'],
    load: async installed => {
      const { parseFile }: { parseFile: (path: string, options: object) => Promise<Details> } =
        installed('@connectis/coverage-parser')
      const types = { lcov: 'lcov', cobertura: 'cobertura', jacoco: 'jacoco', go: 'golang-cover' }
      return async (path, format) =>
        sumDetails(await parseFile(path, { type: types[format as 'lcov'], pathMode: 'unmodified' }))
    },
  },
  {
    name: 'saxes',
    version: '6.0.0',
    formats: ['cobertura', 'jacoco', 'clover'],
    load: async installed => {
      const { SaxesParser }: { SaxesParser: new () => Sax } = installed('saxes')
      return (path, format) => {
        const tally = new XmlTally(format)
        const parser = new SaxesParser()
        parser.on('opentag', tag => tally.open(tag.name, tag.attributes))
        parser.on('closetag', tag => tally.close(tag.name))
        return pour(path, parser, tally)
      }
    },
  },
  {
    name: 'htmlparser2',
    version: '12.0.0',
    formats: ['cobertura', 'jacoco', 'clover'],
    load: async installed => {
      const { Parser }: { Parser: new (handler: object, options: object) => Writable } = installed('htmlparser2')
      return (path, format) => {
        const tally = new XmlTally(format)
        const handler = {
          onopentag: (name: string, attributes: Attributes) => tally.open(name, attributes),
          onclosetag: (name: string) => tally.close(name),
        }
        return pour(path, endless(new Parser(handler, { xmlMode: true })), tally)
      }
    },
  },
  {
    name: 'sax',
    version: '1.6.1',
    formats: ['cobertura', 'jacoco', 'clover'],
    load: async installed => {
      const { parser: make }: { parser: (strict: boolean) => ClassicSax } = installed('sax')
      return (path, format) => {
        const tally = new XmlTally(format)
        const parser = make(true)
        parser.onopentag = tag => tally.open(tag.name, tag.attributes)
        parser.onclosetag = name => tally.close(name)
        return pour(path, parser, tally)
      }
    },
  },
  {
    name: 'cobertura-parse',
    version: '1.0.5',
    formats: ['cobertura'],
    load: async installed => {
      const { parseFile }: { parseFile: Callback } = installed('cobertura-parse')
      return async path => sumDetails(await promised(parseFile, path))
    },
  },
  {
    name: 'jacoco-parse',
    version: '2.0.1',
    formats: ['jacoco'],
    load: async installed => {
      const { parseFile }: { parseFile: Callback } = installed('jacoco-parse')
      return async path => sumDetails(await promised(parseFile, path))
    },
  },
  {
    name: 'istanbul-lib-coverage',
    version: '3.2.2',
    formats: ['istanbul'],
    load: async installed => {
      const { createCoverageMap }: { createCoverageMap: (data: unknown) => IstanbulMap } =
        installed('istanbul-lib-coverage')
      return async path => {
        const map = createCoverageMap(JSON.parse(readFileSync(path, 'utf8')))
        const { lines, branches, functions } = map.getCoverageSummary().toJSON()
        const ratio = ({ covered, total }: Ratio): Ratio => ({ covered, total })
        return {
          files: map.files().length,
          lines: ratio(lines),
          branches: ratio(branches),
          functions: ratio(functions),
        }
      }
    },
  },
]

type Callback = (path: string, done: (error: unknown, details: Details) => void) => void
const promised = (parse: Callback, path: string): Promise<Details> =>
  new Promise((done, fail) => parse(path, (error, details) => (error ? fail(error) : done(details))))

interface IstanbulMap {
  files(): readonly string[]
  getCoverageSummary(): { toJSON(): { lines: Ratio; branches: Ratio; functions: Ratio } }
}

/** The shape that most of the packages share; `taken` and `hit` count executions. */
interface Details extends ReadonlyArray<Readonly<Record<'lines' | 'branches' | 'functions', DetailList | undefined>>> {}
interface DetailList {
  readonly details: readonly { readonly hit?: number; readonly taken?: number }[]
}

function sumDetails(files: Details): Found {
  const sum = (kind: 'lines' | 'branches' | 'functions'): Ratio => {
    let covered = 0
    let total = 0
    for (const file of files) {
      for (const each of file[kind]?.details ?? []) {
        total++
        if ((each.hit ?? each.taken ?? 0) > 0) covered++
      }
    }
    return { covered, total }
  }
  return { files: files.length, lines: sum('lines'), branches: sum('branches'), functions: sum('functions') }
}

/** What one writes when no package is at hand. */
async function splitLines(path: string): Promise<Found> {
  const files = new Map<string, Record<'lines' | 'branches' | 'functions', Map<string, boolean>>>()
  const open = (name: string) => {
    const file = files.get(name) ?? { lines: new Map(), branches: new Map(), functions: new Map() }
    files.set(name, file)
    return file
  }
  let file = open('')
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const colon = line.indexOf(':')
    const fields = line.slice(colon + 1).split(',')
    const [first = '', second = ''] = fields
    const mark = (kind: 'lines' | 'branches' | 'functions', key: string, hit: boolean) =>
      file[kind].set(key, hit || file[kind].get(key) === true)
    if (line.startsWith('DA:')) mark('lines', first, Number(second) > 0)
    else if (line.startsWith('BRDA:')) mark('branches', fields.slice(0, 3).join(','), Number(fields[3]) > 0)
    else if (line.startsWith('FNDA:')) mark('functions', second, Number(first) > 0)
    else if (line.startsWith('SF:')) file = open(line.slice(3))
  }
  files.delete('')
  const sum = (kind: 'lines' | 'branches' | 'functions'): Ratio => {
    const marks = [...files.values()].flatMap(each => [...each[kind].values()])
    return { covered: marks.filter(Boolean).length, total: marks.length }
  }
  return { files: files.size, lines: sum('lines'), branches: sum('branches'), functions: sum('functions') }
}

type Attributes = Readonly<Record<string, string>>
interface Tag {
  readonly name: string
  readonly attributes: Attributes
}
interface Sax extends Writable {
  on(event: 'opentag' | 'closetag', handler: (tag: Tag) => void): void
}
interface ClassicSax extends Writable {
  onopentag: (tag: Tag) => void
  onclosetag: (name: string) => void
}
interface Writable {
  write(text: string): unknown
  close?(): unknown
  end?(): unknown
}

const endless = (parser: Writable): Writable => ({ write: text => parser.write(text), close: () => parser.end?.() })

async function pour(path: string, parser: Writable, tally: XmlTally): Promise<Found> {
  for await (const text of createReadStream(path, { encoding: 'utf8' })) parser.write(text)
  parser.close?.()
  return tally.found()
}

interface XmlFile {
  readonly lines: Map<number, boolean>
  /** Taken and all branches of a line. */
  readonly branches: Map<number, readonly [number, number]>
  readonly functions: Map<string, boolean>
}

/** What a straightforward reader over an XML parser keeps: a map of lines for each file. */
class XmlTally {
  private readonly format: GeneratedFormat
  private readonly files = new Map<string, XmlFile>()
  private file: XmlFile = { lines: new Map(), branches: new Map(), functions: new Map() }
  private package = ''
  private method = ''
  private readonly methodsOfClass = new Map<string, boolean>()

  constructor(format: GeneratedFormat) {
    this.format = format
  }

  open(name: string, attributes: Attributes): void {
    if (this.format === 'cobertura') this.cobertura(name, attributes)
    else if (this.format === 'jacoco') this.jacoco(name, attributes)
    else this.clover(name, attributes)
  }

  close(name: string): void {
    if (name === 'method') this.method = ''
  }

  private openFile(path: string): void {
    const known = this.files.get(path)
    this.file = known ?? { lines: new Map(), branches: new Map(), functions: new Map() }
    if (known === undefined) this.files.set(path, this.file)
  }

  private line(number: number, hit: boolean): void {
    this.file.lines.set(number, hit || this.file.lines.get(number) === true)
  }

  private cobertura(name: string, attributes: Attributes): void {
    if (name === 'line') {
      const number = Number(attributes.number)
      const hit = Number(attributes.hits) > 0
      this.line(number, hit)
      if (hit && this.method !== '') this.file.functions.set(this.method, true)
      const counts = /\((\d+)\/(\d+)\)/.exec(attributes['condition-coverage'] ?? '')
      if (counts) this.file.branches.set(number, [Number(counts[1]), Number(counts[2])])
    } else if (name === 'class') this.openFile(attributes.filename ?? '')
    else if (name === 'method') {
      this.method = `${attributes.name}${attributes.signature}`
      this.file.functions.set(this.method, false)
    }
  }

  private jacoco(name: string, attributes: Attributes): void {
    if (name === 'line') {
      const number = Number(attributes.nr)
      const [missed, taken] = [Number(attributes.mb), Number(attributes.cb)]
      this.line(number, Number(attributes.ci) > 0)
      if (missed + taken > 0) this.file.branches.set(number, [taken, missed + taken])
    } else if (name === 'package') {
      this.package = attributes.name ?? ''
      this.methodsOfClass.clear()
    } else if (name === 'sourcefile') {
      this.openFile(`${this.package}/${attributes.name}`)
      for (const [method, called] of this.methodsOfClass) this.file.functions.set(method, called)
    } else if (name === 'method') this.method = `${attributes.name}${attributes.desc}`
    else if (name === 'counter' && this.method !== '' && attributes.type === 'METHOD')
      this.methodsOfClass.set(this.method, Number(attributes.covered) > 0)
  }

  private clover(name: string, attributes: Attributes): void {
    if (name === 'line') {
      const number = Number(attributes.num)
      this.line(number, Number(attributes.count) > 0)
      const [taken, missed] = [Number(attributes.truecount), Number(attributes.falsecount)]
      if (attributes.type === 'cond') this.file.branches.set(number, [taken, taken + missed])
    } else if (name === 'file') this.openFile(attributes.path ?? '')
  }

  found(): Found {
    const lines = { covered: 0, total: 0 }
    const branches = { covered: 0, total: 0 }
    const functions = { covered: 0, total: 0 }
    for (const file of this.files.values()) {
      lines.total += file.lines.size
      for (const hit of file.lines.values()) if (hit) lines.covered++
      functions.total += file.functions.size
      for (const hit of file.functions.values()) if (hit) functions.covered++
      for (const [taken, all] of file.branches.values()) {
        branches.covered += taken
        branches.total += all
      }
    }
    return { files: this.files.size, lines, branches, ...(this.format === 'clover' ? {} : { functions }) }
  }
}

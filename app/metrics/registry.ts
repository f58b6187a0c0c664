/** Names and words of our own only; never of repositories, people or anything else from outside (security.md T-83). */
export type Labels = Readonly<Record<string, string>>

export type Kind = 'counter' | 'gauge' | 'histogram'

interface Sample {
  /** `_bucket`, `_sum` and `_count` of a histogram; else empty. */
  readonly suffix: string
  readonly labels: Labels
  readonly value: number
}

/** Everything of one name. */
export interface Family {
  readonly name: string
  readonly help: string
  readonly kind: Kind
  readonly samples: readonly Sample[]
}

export interface Counter {
  add(labels?: Labels, by?: number): void
}

export interface Histogram {
  /** In seconds. */
  observe(seconds: number, labels?: Labels): void
}

/** Figures of this process, and what is read at the moment when somebody asks. */
export interface Registry {
  counter(name: string, help: string): Counter
  /** `bounds`: upper ends of the buckets in seconds, growing. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram
  /** Asked at every reading. What rejects is left out, so that the others are still to be had. */
  collect(read: () => Promise<readonly Family[]> | readonly Family[]): void
  /** Prometheus text format, version 0.0.4, without the last line end. */
  render(): Promise<string>
}

export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

export function createRegistry(): Registry {
  const sources: (() => Promise<readonly Family[]> | readonly Family[])[] = []
  return {
    counter: (name, help) => {
      const series = new Map<string, { readonly labels: Labels; value: number }>()
      sources.push(() => [
        { name, help, kind: 'counter', samples: [...series.values()].map(one => ({ suffix: '', ...one })) },
      ])
      return {
        add: (labels = {}, by = 1) => {
          seriesOf(series, labels, () => ({ labels, value: 0 })).value += by
        },
      }
    },
    histogram: (name, help, bounds) => {
      const series = new Map<string, Distribution>()
      const empty = (labels: Labels): Distribution => ({ labels, counts: bounds.map(() => 0), sum: 0, count: 0 })
      sources.push(() => [
        { name, help, kind: 'histogram', samples: [...series.values()].flatMap(one => bucketsOf(one, bounds)) },
      ])
      return {
        observe: (seconds, labels = {}) => {
          const one = seriesOf(series, labels, () => empty(labels))
          one.sum += seconds
          one.count += 1
          const at = bounds.findIndex(bound => seconds <= bound)
          if (at >= 0) one.counts[at] = (one.counts[at] ?? 0) + 1
        },
      }
    },
    collect: read => void sources.push(read),
    render: async () => {
      const read = await Promise.all(sources.map(async source => source()).map(one => one.catch(() => [])))
      return read.flat().map(renderFamily).join('\n')
    },
  }
}

/** A figure with at most one label. */
export const gauge = (name: string, help: string, value: number): Family => ({
  name,
  help,
  kind: 'gauge',
  samples: [{ suffix: '', labels: {}, value }],
})

/** One figure for each value of a label. */
export const gauges = (
  name: string,
  help: string,
  label: string,
  values: Readonly<Record<string, number>>,
  kind: Kind = 'gauge',
): Family => ({
  name,
  help,
  kind,
  samples: Object.entries(values).map(([key, value]) => ({ suffix: '', labels: { [label]: key }, value })),
})

interface Distribution {
  readonly labels: Labels
  /** Of each bucket alone. */
  readonly counts: number[]
  sum: number
  count: number
}

function seriesOf<T>(series: Map<string, T>, labels: Labels, make: () => T): T {
  const key = JSON.stringify(labels)
  const known = series.get(key)
  if (known !== undefined) return known
  const made = make()
  series.set(key, made)
  return made
}

function bucketsOf({ labels, counts, sum, count }: Distribution, bounds: readonly number[]): readonly Sample[] {
  let below = 0
  const buckets = bounds.map((bound, index) => {
    below += counts[index] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below }
  })
  return [
    ...buckets,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count },
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ]
}

const renderFamily = ({ name, help, kind, samples }: Family): string =>
  [
    `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
    `# TYPE ${name} ${kind}`,
    ...samples.map(({ suffix, labels, value }) => `${name}${suffix}${renderLabels(labels)} ${number(value)}`),
  ].join('\n')

function renderLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${quotable(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const quotable = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const number = (value: number): string =>
  Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'

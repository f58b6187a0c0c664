import type { Kind } from '../../app/metrics/registry.ts'

export interface ReadSample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface ReadFamily {
  readonly kind: Kind
  readonly help: string
  readonly samples: readonly ReadSample[]
}

const sampleForm = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? ([+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/
const labelForm = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\n"])*)"(,|$)/gy

/**
 * Prometheus text format 0.0.4, read more strictly than Prometheus does: HELP and TYPE before the samples and once, no
 * family twice, no series twice, no empty line, a line end at the end; histograms whole and growing.
 */
export function readExposition(text: string): ReadonlyMap<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const families = new Map<string, { kind: Kind; help: string; samples: ReadSample[] }>()
  const series = new Set<string>()
  let current = ''
  let help = ''
  for (const [index, line] of text.slice(0, -1).split('\n').entries()) {
    const fail = (what: string) => new Error(`line ${index + 1}: ${what}: ${line}`)
    const [, helped, words = ''] = /^# HELP ([a-zA-Z_:][\w:]*) (.+)$/.exec(line) ?? []
    const [, typed, kind] = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)$/.exec(line) ?? []
    if (helped !== undefined) {
      if (families.has(helped)) throw fail('family twice')
      current = helped
      help = words
    } else if (typed !== undefined) {
      if (typed !== current || families.has(typed)) throw fail('TYPE without its HELP')
      families.set(typed, { kind: kind as Kind, help, samples: [] })
    } else {
      const sample = readSample(line)
      const family = families.get(current)
      if (sample === null || family === undefined) throw fail('no sample')
      const rest = sample.name.slice(current.length)
      const suffixes = family.kind === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
      if (!sample.name.startsWith(current) || !suffixes.includes(rest)) throw fail(`not of ${current}`)
      if (family.kind === 'counter' && !(sample.value >= 0 && current.endsWith('_total'))) throw fail('no counter')
      if ('quantile' in sample.labels) throw fail('a label of summaries')
      const key = JSON.stringify([sample.name, Object.entries(sample.labels).sort()])
      if (series.has(key)) throw fail('series twice')
      series.add(key)
      family.samples.push(sample)
    }
  }
  for (const [name, family] of families) if (family.kind === 'histogram') checkHistogram(name, family.samples)
  return families
}

function readSample(line: string): ReadSample | null {
  const [, name = '', inside, value = ''] = sampleForm.exec(line) ?? []
  if (name === '') return null
  const labels: Record<string, string> = {}
  if (inside !== undefined) {
    let end = 0
    for (const match of inside.matchAll(labelForm)) {
      const [all, label = '', text = ''] = match
      if (Object.hasOwn(labels, label)) return null
      labels[label] = text
      end = match.index + all.length
    }
    if (end !== inside.length || inside.endsWith(',')) return null
  }
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) }
}

function checkHistogram(name: string, samples: readonly ReadSample[]): void {
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) =>
    JSON.stringify(Object.entries(labels).sort()),
  )
  for (const group of groups.values()) {
    const buckets = group.filter(one => one.name === `${name}_bucket`)
    const bounds = buckets.map(one => Number(one.labels.le?.replace('Inf', 'Infinity')))
    const values = buckets.map(one => one.value)
    const count = group.find(one => one.name === `${name}_count`)?.value
    const growing = (list: readonly number[]) => list.every((value, at) => at === 0 || value >= (list[at - 1] ?? 0))
    const whole = group.some(one => one.name === `${name}_sum`) && bounds.at(-1) === Infinity && values.at(-1) === count
    if (!whole || !growing(bounds) || !growing(values)) throw new Error(`${name} is no whole histogram`)
  }
}

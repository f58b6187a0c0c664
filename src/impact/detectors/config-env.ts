import { lineFinder } from '../code/scan.ts'
import { isKnownElsewhere } from '../elsewhere.ts'
import { interpolations } from '../interpolation.ts'
import type { Detector } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

const placeholderFile =
  /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties|conf)$|(?:^|\/)(?:logback|log4j2?)[\w.-]*\.xml$|(?:^|\/)(?:reference|app)\.conf$/i
const rubyFile = /(?:^|\/)config\/[\w/.-]+\.ya?ml(?:\.erb)?$/
const symfonyFile = /(?:^|\/)(?:config|Resources)\/(?:[\w.-]+\/)*[\w.-]+\.(?:ya?ml|xml)$/
const nodeConfigFile = /(?:^|\/)custom-environment-variables\.json$/

/** Variables that files of settings have filled in: Spring, Rails, Symfony, node-config. */
export const configEnv: Detector = {
  concerns: path =>
    [placeholderFile, rubyFile, symfonyFile, nodeConfigFile].some(one => one.test(path)) &&
    isShipped(path) &&
    !isDeveloperVariant(path) &&
    !/[._-]local\b/i.test(baseName(path)),
  detect: (change, all) => {
    if (change.before === change.after) return []
    const { path } = change.file
    const impacts = compare(change, statedBy(path, change.before ?? ''), statedBy(path, change.after ?? ''))
    return impacts.filter(impact => !isKnownElsewhere(impact, change, all))
  },
}

const maxLength = 500_000

function statedBy(path: string, source: string): readonly Stated[] {
  if (source.length > maxLength) return []
  const text = source.replace(/(?<=^|\s)#[^\n]*/g, '').replace(/<!--[\s\S]*?(?:-->|$)/g, keepLines)
  const lineAt = lineFinder(text)
  const found = [
    ...(placeholderFile.test(path) ? placeholders(text) : []),
    ...(rubyFile.test(path) ? embedded(text) : []),
    ...(symfonyFile.test(path) ? processors(text) : []),
    ...(nodeConfigFile.test(path) ? leaves(text) : []),
  ]
  return found.map(({ key, fallback, index }) => ({
    kind: 'env-var',
    key,
    value: fallback ?? '',
    shown: fallback,
    line: lineAt(index),
  }))
}

const keepLines = (text: string): string => text.replace(/[^\n]/g, ' ')

interface Found {
  readonly key: string
  readonly fallback: string | null
  readonly index: number
}

const upper = /^[A-Z][A-Z0-9_]{2,}$/

/** `${NAME:default}` of Spring, `${?NAME}` of HOCON, `${env:NAME}` of log4j. */
const placeholders = (text: string): readonly Found[] =>
  [...text.matchAll(/\$\{(?:env:|\?)?([A-Z][A-Z0-9_]{2,})(?::-?([^{}\n]*(?:\{[^{}\n]*\})?[^{}\n]*))?\}/g)].map(
    match => ({
      key: match[1] ?? '',
      fallback: match[2] ?? null,
      index: match.index,
    }),
  )

/** `<%= ENV.fetch "NAME", 5 %>`, `<%= ENV["NAME"] || 5 %>`. */
const embedded = (text: string): readonly Found[] =>
  [
    ...text.matchAll(
      /\bENV(?:\.fetch\(|\[)\s*["']([A-Z][A-Z0-9_]{2,})["']\s*[\])]?(?:\s*(?:\|\||,|\{)\s*["']?([\w./:-]*)["']?)?/g,
    ),
  ]
    .filter(match => !/^(?:RAILS|RACK)_ENV$/.test(match[1] ?? ''))
    .map(match => ({ key: match[1] ?? '', fallback: match[2] || null, index: match.index }))

/** `%env(int:NAME)%`; a default stands elsewhere, as the parameter `env(NAME)`. */
const processors = (text: string): readonly Found[] =>
  [...text.matchAll(/%env\((?:[\w.-]*:)*([A-Z][A-Z0-9_]{2,})\)%/g)].map(match => ({
    key: match[1] ?? '',
    fallback: null,
    index: match.index,
  }))

const leaves = (text: string): readonly Found[] =>
  [...text.matchAll(/:\s*"([A-Z][A-Z0-9_]{2,})"/g)]
    .filter(match => upper.test(match[1] ?? '') && interpolations(match[1] ?? '').length === 0)
    .map(match => ({ key: match[1] ?? '', fallback: null, index: match.index }))

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
/** Files that a program of the image fills in when it starts: gomplate, dockerize, confd, tpl. */
const filledFile =
  /(?:^|\/)(?:rootfs|defaults|etc|confd|templates|conf(?:ig)?s?)\/(?:.+\/)?[\w.-]+\.(?:lua|js|json|conf|cfg|cnf|ini|toml|xml|properties|tmpl|tpl|gotmpl|tt)$/i

/** Variables that files of settings have filled in: Spring, Rails, Symfony, node-config, templates of images. */
export const configEnv: Detector = {
  concerns: path =>
    [placeholderFile, rubyFile, symfonyFile, nodeConfigFile, filledFile].some(one => one.test(path)) &&
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
  const text = source.replace(/<!--[\s\S]*?(?:-->|$)/g, keepLines)
  const code = text.replace(/(?<=^|\s)#[^\n]*|^[ \t]*\/\/[^\n]*/gm, keepLines)
  const lineAt = lineFinder(text)
  const found = [
    ...(placeholderFile.test(path) ? placeholders(code) : []),
    ...(rubyFile.test(path) ? embedded(code) : []),
    ...(symfonyFile.test(path) ? processors(code) : []),
    ...(nodeConfigFile.test(path) ? leaves(code) : []),
    ...(filledFile.test(path) ? filled(text) : []),
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

/** `{{ .Env.NAME | default "5" }}`, `{{ getenv "NAME" "5" }}`, `{{ default .Env.NAME "5" }}`. */
const filled = (text: string): readonly Found[] =>
  [...text.matchAll(/\{\{[^{}\n]{0,2000}\}\}/g)].flatMap(action =>
    [...action[0].matchAll(variableRead)].map(({ groups = {}, index }) => ({
      key: groups.read ?? groups.asked ?? '',
      fallback: groups.number ?? groups.piped ?? groups.second ?? null,
      index: action.index + index,
    })),
  )

const variableRead =
  /(?:\.Env\.(?<read>[A-Z][A-Z0-9_]{2,})|\bgetenv\s+"(?<asked>[A-Z][A-Z0-9_]{2,})")(?:\s*\|\s*default\s+(?:"(?<piped>[^"]*)"|(?<number>[\w.-]+))|\s+"(?<second>[^"]*)")?/g

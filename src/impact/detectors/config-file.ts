import type { ChangedContent, Detector, Impact } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { readHjson } from '../readers/hjson.ts'
import { readIni } from '../readers/ini.ts'
import { readXmlOutline } from '../readers/xml-outline.ts'
import { compare, type Stated } from '../stated.ts'
import { compareTrees } from '../trees.ts'
import { at, entriesOf, itemsOf, readBoth, textOf, type YamlMap, type YamlNode } from '../yaml.ts'

/** `config.example.yml`, `app.example.ini`, `server.conf.sample`: the name says that it is a deployer's file. */
const sample = /[._-](?:example|sample|default|defaults|dist|template)(?:[._-]|$)|^(?:example|sample|defaults?)[._-]/i
const settings = /^(?:[\w-]+[._-])?(?:config|settings|application)(?:[._-][\w-]+)*$/i
const server =
  /^(?:redis|valkey|postgresql|pg_hba|my|mysqld?|mariadb|mongod|haproxy|php|php-fpm|www|uwsgi|traefik|prometheus|loki|rabbitmq|kafka|clickhouse|memcached|sshd_config|supervisord?|dovecot|postfix|fail2ban|logrotate)$/i

/** Settings of tools of developers, translations, sites of documentation. */
const notDeployed =
  /^\.|^values|nginx|caddy|^_config|jekyll|mkdocs|webpack|vite|rollup|babel|eslint|prettier|tslint|jest|karma|typedoc|codecov|golangci|goreleaser|pre-commit|renovate|release-please|lerna|components|tailwind|docusaurus|sonar|buf|mypy|pytest|pylint|alembic|setup\.cfg|tox|issue|labeler|changeset|crowdin|swagger|openapi|cspell|markdownlint|wrangler|vercel|netlify|metro|app\.json|capacitor|ci[._-]|build|schema/i
const notDeployedFolder =
  /(?:^|\/)(?:locales?|i18n|translations?|lang|languages|assets|public|static|templates|web|frontend|ui|client|site|website|src|lib|resources\/(?:lang|js))\//i

/** Settings of frameworks that lie among the sources. */
const framework = /^(?:application|appsettings|bootstrap)$/i
const schemaFile =
  /(?:^|\/)(?:[\w.-]*config[\w-]*\/[\w.-]*schema|[\w.-]*config[\w.-]*schema|schema[\w.-]*config[\w.-]*)\.json$/i

/** `config/settings/production.yml`: what holds where the product runs. */
const productionFile = /(?:^|\/)config\/(?:settings|environments)\/(?:production|prod|default)\.(?:ya?ml|json)$/i
/** `clickhouse/users.xml`, `fail2ban/jail.conf`: the folder names the server. */
const serverFolder =
  /(?:^|\/)(?:redis|valkey|postgres(?:ql)?|mysql|mariadb|haproxy|php|php-fpm|traefik|prometheus|loki|rabbitmq|kafka|clickhouse|memcached|dovecot|postfix|fail2ban|rspamd|amavis|opendkim|unbound|coturn|prosody)\/(?:(?:etc|conf(?:ig)?|[\w-]+\.d)\/)*[\w.-]+\.(xml|conf|cfg|cnf|ini)$/i

type Format = 'tree' | 'ini' | 'hjson' | 'schema' | 'xml'

function formatOf(path: string): Format | null {
  if (schemaFile.test(path)) return 'schema'
  if (productionFile.test(path)) return 'tree'
  const inServer = serverFolder.exec(path)?.[1]
  if (inServer !== undefined) return inServer.toLowerCase() === 'xml' ? 'xml' : 'ini'
  const name = baseName(path).replace(/\.(?:example|sample|dist|default|template)$/i, '')
  const match = /^(.+)\.(ya?ml|json|toml|ini|conf|cfg|cnf|properties|hjson|hocon|json5)$/i.exec(name)
  const [, stem = '', extension = ''] = match ?? []
  if (!match || notDeployed.test(baseName(path)) || /nginx/i.test(path)) return null
  const isSample = sample.test(baseName(path))
  if (
    !isSample &&
    !server.test(stem) &&
    !framework.test(stem.split(/[.-]/)[0] ?? '') &&
    !(settings.test(stem) && !notDeployedFolder.test(path))
  )
    return null
  if (/^(?:hjson|hocon|json5)$/i.test(extension)) return 'hjson'
  return /^(?:ya?ml|json)$/i.test(extension) ? 'tree' : 'ini'
}

/** Settings that a deployer can set: files of settings and their examples, and files of servers that are shipped. */
export const configFile: Detector = {
  concerns: path =>
    formatOf(path) !== null && isShipped(path) && !isDeveloperVariant(path) && !/[._-]local\b/i.test(path),
  detect: change => {
    const { before, after } = change
    if (before === null || after === null) return []
    const isVariable = (impact: Impact): boolean =>
      impact.direction !== 'changed' &&
      fillsIn.test(change.file.path) &&
      placeholder.test((impact.direction === 'added' ? after : before).split('\n')[impact.line - 1] ?? '')
    return settingsIn({ ...change, before, after }).filter(impact => !isVariable(impact))
  },
}

/** Files in which frameworks fill in variables, and a line that holds nothing else: then the variable is the statement. */
const fillsIn = /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties|conf)$/i
const placeholder = /^[^#]*[:=]\s*["']?\$\{\??[A-Z][A-Z0-9_]{2,}(?::[^{}]*)?\}["']?\s*$/

function settingsIn(change: ChangedContent & { readonly before: string; readonly after: string }): readonly Impact[] {
  const format = formatOf(change.file.path)
  if (format === 'ini') return settingsBy(change, lines(change.before), lines(change.after))
  if (format === 'xml') return settingsBy(change, elements(change.before), elements(change.after))
  if (format === 'hjson') return settingsBy(change, braces(change.before), braces(change.after))
  return format === null ? [] : trees(change, format === 'schema')
}

/** The default in `${NAME:default}` is that of the variable, which is stated as such. */
const withoutDefaults = (text: string | null): string | null =>
  text?.replace(/\$\{([A-Z][A-Z0-9_]{2,}):[^{}\n]*\}/g, (_, name: string) => `\${${name}}`) ?? null

function trees(change: ChangedContent, isSchema: boolean): readonly Impact[] {
  const sides = readBoth(withoutDefaults(change.before), withoutDefaults(change.after))
  if (sides === undefined) return []
  if (isSchema) {
    return compareTrees(change, { before: settingsOf(sides.before), after: settingsOf(sides.after) }, 'config-key')
  }
  return [sides.before, sides.after].some(isOther)
    ? []
    : compareTrees(change, sides, 'config-key').map(one => asFlag(one, heldIn(sides)))
}

/** An object of Kubernetes, an interface, a schema, a Compose file, a workflow: others speak of these. */
const isOther = (side: YamlNode | null): boolean =>
  ['apiVersion', 'openapi', '$schema'].some(key => at(side, key)) ||
  entriesOf(at(side, 'services')).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')) ||
  entriesOf(at(side, 'jobs')).some(([, { node }]) => at(node, 'runs-on') ?? at(node, 'steps'))

const flags = /^(?:.+\.)?(?:features?|(?:feature[-_]?)?(?:flags|toggles)|feature[-_]?(?:gates|switches))\.(.+)$/i

/** What is on or off below `features` or the like is a flag. `values`: what holds, on each side where the setting is there. */
function asFlag(impact: Impact, values: (key: string) => readonly string[]): Impact {
  const name = flags.exec(impact.key)?.[1]
  const held = name === undefined ? [] : values(impact.key)
  const isSwitch = held.length > 0 && held.every(value => /^(?:true|false)$/.test(value))
  return name !== undefined && isSwitch ? { ...impact, kind: 'feature-flag', key: name } : impact
}

const heldIn =
  ({ before, after }: NonNullable<ReturnType<typeof readBoth>>) =>
  (key: string): readonly string[] =>
    [before, after].flatMap(side => at(side, ...key.split('.')) ?? []).map(node => textOf(node) ?? '')

function settingsBy(change: ChangedContent, ...sides: readonly [readonly Stated[], readonly Stated[]]) {
  const held = sides.map(side => new Map(side.map(one => [one.key, one.value])))
  return compare(change, ...sides).map(one => asFlag(one, key => held.flatMap(side => side.get(key) ?? [])))
}

/** With the settings behind a mark without a space, as examples name what may be set. */
function lines(text: string): readonly Stated[] {
  if (text.length > 1_000_000) return []
  const separator = /^[^\n=:]+\s*=/m.test(text) ? /\s*=\s*/ : /\s*[:=]\s*|\s+/
  const uncommented = text.replace(/^([ \t]*)[#;](?=[A-Za-z_][\w.-]*[ \t]*=)/gm, '$1')
  const commented = new Set<number>()
  for (const [index, line] of text.split('\n').entries()) if (/^\s*[#;]/.test(line)) commented.add(index + 1)
  return readIni(uncommented, separator).map(({ section, key, value, line }) => ({
    kind: 'config-key',
    key: section === '' ? key : `${section}.${key}`,
    value: commented.has(line) ? '#' : value.replace(/\s+[#;].*$/, ''),
    shown: commented.has(line) ? null : value,
    line,
  }))
}

/** What a JSON schema lets one set, with the defaults; types and descriptions play no part. */
function settingsOf(schema: YamlNode | null): YamlMap | null {
  if (schema?.kind !== 'map') return null
  const inside = ['properties', 'definitions', '$defs', 'patternProperties'].flatMap(key => entriesOf(at(schema, key)))
  const own = inside.map(([key, { node, line }]) => [key, { node: settingOf(node), line }] as const)
  const choices = ['allOf', 'anyOf', 'oneOf'].flatMap(key => itemsOf(at(schema, key)))
  const others = [at(schema, 'items'), at(schema, 'additionalProperties'), ...choices]
  const further = others.flatMap(one => entriesOf(settingsOf(one ?? null)))
  return { kind: 'map', entries: new Map([...further, ...own]), line: schema.line, weight: 1 }
}

function settingOf(schema: YamlNode): YamlNode {
  const settings = settingsOf(schema)
  if (settings !== null && settings.entries.size > 0) return settings
  return at(schema, 'default') ?? { kind: 'scalar', text: 'null', isNull: true, line: schema.line, weight: 1 }
}

const braces = (text: string): readonly Stated[] =>
  text.length > 1_000_000 ? [] : readHjson(text).map(one => ({ kind: 'config-key', ...one }))

/** Elements without others in them, by their path below the root. */
const elements = (text: string): readonly Stated[] =>
  readXmlOutline(text)
    .filter(one => Object.keys(one.children).length === 0 && one.path.includes('/'))
    .map(({ path, text: own, attributes, line }) => ({
      kind: 'config-key',
      key: path.split('/').slice(1).join('.'),
      value: Object.keys(attributes).length === 0 ? own : JSON.stringify([own, attributes]),
      shown: own === '' ? null : own,
      line,
    }))

import { changedPaths } from '../../facts/diff.ts'
import { interpolations, maskInterpolations, withFallbacks } from '../interpolation.ts'
import type { Detector, Impact } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { words } from '../readers/dockerfile.ts'
import { compare, type Stated } from '../stated.ts'
import { at, canonical, entriesOf, itemsOf, readBoth, textOf, without, type YamlEntry, type YamlNode } from '../yaml.ts'

const isCompose = (path: string): boolean =>
  /^(?:.+[._-])?(?:docker-?)?(?:compose|stack)(?:[._-].+)?\.ya?ml$/i.test(baseName(path)) &&
  /compose|docker/i.test(path)

/** `jibri.yml` beside `docker-compose.yml`: the content tells. Charts, playbooks and workflows lie elsewhere. */
const perhapsCompose = (path: string): boolean =>
  /^(?:(?:docker|deploy(?:ment)?s?|compose|stacks?|services|containers)\/)*[\w-]+\.ya?ml$/i.test(path)

/** Keys that may stand at the top of a Compose file. */
const topKeys = /^(?:version|name|services|networks|volumes|secrets|configs|include|x-.+)$/

const looksLikeCompose = (side: YamlNode | null): boolean =>
  side === null ||
  (entriesOf(side).every(([key]) => topKeys.test(key)) &&
    entriesOf(at(side, 'services')).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')))

/** Services of a Compose file, and what each lets the deployer set, reach and keep. */
export const compose: Detector = {
  concerns: path => (isCompose(path) || perhapsCompose(path)) && isShipped(path) && !isDeveloperVariant(path),
  detect: change => {
    const sides = readBoth(change.before, change.after)
    if (sides === undefined) return []
    const isNamed = changedPaths(change.file).some(isCompose)
    if (!isNamed && ![sides.before, sides.after].every(looksLikeCompose)) return []
    const [before, after] = [servicesOf(sides.before), servicesOf(sides.after)]
    const onBoth = presentOnBoth(before, after)
    const [olds, news] = [statedBy(sides.before, before, onBoth), statedBy(sides.after, after, onBoth)]
    const { added, removed } = { added: namesOf(news, olds), removed: namesOf(olds, news) }
    return compare(change, olds, news).filter(
      impact => !(isSecondName(impact, 'added', news, added) || isSecondName(impact, 'removed', olds, removed)),
    )
  },
}

/** `within`: the entry of `environment` whose value names this variable. */
type Part = Stated & { readonly within?: string }

const namesOf = (here: readonly Part[], there: readonly Part[]): ReadonlySet<string> => {
  const known = new Set(there.filter(one => one.within === undefined).map(one => one.key))
  return new Set(here.filter(one => one.within === undefined && !known.has(one.key)).map(one => one.key))
}

/** `A: ${B}` is one setting with two names: where A comes or goes, B needs no statement of its own. */
function isSecondName(
  impact: Impact,
  direction: Impact['direction'],
  side: readonly Part[],
  moved: ReadonlySet<string>,
): boolean {
  if (impact.kind !== 'env-var' || impact.direction !== direction) return false
  return side
    .filter(one => one.kind === 'env-var' && one.key === impact.key)
    .every(one => one.within !== undefined && moved.has(one.within))
}

type Services = ReadonlyMap<string, YamlEntry>

function servicesOf(file: YamlNode | null): Services {
  const services = at(file, 'services') ?? (at(file, 'version') ? undefined : legacyServices(file))
  return new Map(entriesOf(services).filter(([name]) => !name.startsWith('x-')))
}

/** The first format had services at the top. */
const legacyServices = (file: YamlNode | null): YamlNode | undefined =>
  entriesOf(file).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')) ? (file ?? undefined) : undefined

interface Presence {
  readonly isOnBoth: boolean
  readonly isBuilt: boolean
}

type OnBoth = ReadonlyMap<string, 'built' | 'pulled'>

const presentOnBoth = (before: Services, after: Services): OnBoth =>
  new Map(
    [...before].flatMap(([name, old]) => {
      const now = after.get(name)
      if (now === undefined) return []
      return [[name, at(old.node, 'build') && at(now.node, 'build') ? 'built' : 'pulled'] as const]
    }),
  )

/** `onBoth`: services of both sides; only of those are the parts stated, others are one statement. */
function statedBy(file: YamlNode | null, services: Services, onBoth: OnBoth): readonly Part[] {
  const stated: Part[] = []
  for (const [name, { node, line }] of services) {
    const service = extended(node, services, 0)
    stated.push(serviceOf(name, service, line, { isOnBoth: onBoth.has(name), isBuilt: onBoth.get(name) === 'built' }))
    if (onBoth.has(name)) stated.push(...partsOf(name, service))
  }
  return onBoth.size === 0 ? stated : [...stated, ...namedVolumes(file), ...secretSources(file)]
}

/** `extends` of a service in the same file; of another file it stays one of its values. */
function extended(service: YamlNode, services: Services, depth: number): YamlNode {
  const extend = at(service, 'extends')
  const name = textOf(extend) ?? (at(extend, 'file') === undefined ? textOf(at(extend, 'service')) : undefined)
  const base = name === undefined ? undefined : services.get(name)
  if (base === undefined || service.kind !== 'map' || depth > 8) return service
  const parent = extended(base.node, services, depth + 1)
  if (parent.kind !== 'map') return service
  const own = [...service.entries].filter(([key]) => key !== 'extends')
  return { ...service, entries: new Map([...parent.entries, ...own]) }
}

const database =
  /(?:^|[/_-])(?:postgres\w*|postgis|pgvecto\w*|mysql|mariadb|mongo\w*|percona|cockroach\w*|timescale\w*|clickhouse\w*|elasticsearch|opensearch|cassandra|couchdb|influxdb|neo4j|etcd|minio|rabbitmq|kafka|meilisearch)(?:$|[:/_-])/i

/** What is stated on its own, and what only builds or develops the image. */
const apart = ['environment', 'ports', 'expose', 'volumes', 'user', 'image', 'command', 'entrypoint', 'depends_on']
const withoutEffect = ['build', 'develop', 'pull_policy']

/** `isBuilt`: on both sides; an image that is no longer built, or now can be, is still the same image. */
function serviceOf(name: string, service: YamlNode, line: number, { isOnBoth, isBuilt }: Presence): Stated {
  const image = textOf(at(service, 'image'))
  const tagged = image?.replace(/(?<=:[^/]+)@sha256:.*$/, '')
  const rest = [
    maskInterpolations(canonical(without(service, [...apart, ...withoutEffect]))),
    isBuilt ? canonical(at(service, 'build', 'args')) + canonical(at(service, 'build', 'target')) : '',
    commandLine(at(service, 'command')),
    commandLine(at(service, 'entrypoint')),
    dependencies(at(service, 'depends_on')),
    ignoredFallback(tagged),
  ]
  return {
    kind: 'compose-service',
    key: name,
    value: isOnBoth ? JSON.stringify(rest) : '',
    shown: tagged ?? null,
    line,
    losesData: image !== undefined && database.test(image),
  }
}

const ignoredFallback = (image: string | undefined): string => maskInterpolations(withFallbacks(image ?? ''))

const commandLine = (node: YamlNode | undefined): string =>
  maskInterpolations(
    JSON.stringify(node?.kind === 'list' ? node.items.map(item => textOf(item)) : words(textOf(node) ?? '')),
  )

/** `[db]` says the same as `db: {condition: service_started}`. */
function dependencies(node: YamlNode | undefined): string {
  const names = itemsOf(node).map(item => [textOf(item), 'service_started'])
  const conditions = entriesOf(node).map(([name, { node: one }]) => [
    name,
    textOf(at(one, 'condition')) ?? 'service_started',
  ])
  return JSON.stringify([...names, ...conditions].map(pair => pair.join(' ')).toSorted())
}

function partsOf(name: string, service: YamlNode): readonly Part[] {
  const stated: Part[] = [...environmentOf(at(service, 'environment'))]
  stated.push(...interpolatedIn(without(service, ['environment', 'image', ...withoutEffect])))
  for (const { name: variable } of interpolations(textOf(at(service, 'image')) ?? '')) {
    stated.push({ kind: 'env-var', key: variable, value: '', shown: null, line: at(service, 'image')?.line ?? 1 })
  }
  const ports = [...itemsOf(at(service, 'ports')), ...itemsOf(at(service, 'expose'))]
  stated.push(...ports.flatMap(portOf), ...itemsOf(at(service, 'volumes')).flatMap(mountOf))
  const user = at(service, 'user')
  const text = textOf(user)
  if (user && text !== undefined) stated.push({ kind: 'container-user', key: name, value: text, line: user.line })
  return stated
}

function environmentOf(environment: YamlNode | undefined): readonly Part[] {
  const pairs: (readonly [key: string, value: string | null, line: number])[] = []
  for (const [key, { node, line }] of entriesOf(environment)) pairs.push([key, textOf(node) ?? null, line])
  for (const item of itemsOf(environment)) {
    const [, key = '', , value = null] = /^([^=]*)(=(.*))?$/s.exec(textOf(item) ?? '') ?? []
    pairs.push([key, value, item.line])
  }
  return pairs
    .filter(([key]) => /^[A-Za-z_][\w.-]*$/.test(key))
    .flatMap(([key, value, line]) => variable(key, value, line))
}

/** A variable of a container, and those that its value takes from the deployer. */
function variable(key: string, value: string | null, line: number): readonly Part[] {
  const sources = interpolations(value ?? '')
  const own = sources.some(one => one.name === key)
  const stated: Part = {
    kind: 'env-var',
    key,
    value: own ? withFallbacks(value ?? '') : maskInterpolations(value ?? ''),
    shown: value,
    line,
  }
  const others = sources.filter(one => one.name !== key)
  return [stated, ...others.map(one => ({ ...fromDeployer(one.name, one.fallback, line), within: key }))]
}

const fromDeployer = (key: string, fallback: string | null, line: number): Part => ({
  kind: 'env-var',
  key,
  value: fallback ?? '',
  shown: fallback,
  line,
})

function interpolatedIn(node: YamlNode): readonly Part[] {
  if (node.kind === 'scalar') {
    return interpolations(node.text).map(({ name, fallback }) => fromDeployer(name, fallback, node.line))
  }
  const inside = node.kind === 'list' ? node.items : [...node.entries.values()].map(entry => entry.node)
  return inside.flatMap(interpolatedIn)
}

/** `127.0.0.1:8080:80/tcp`: the port that the host opens, or where a variable says that one, the container's. */
function portOf(node: YamlNode): readonly Part[] {
  const [target, published] = [textOf(at(node, 'target')), textOf(at(node, 'published'))]
  const text = target === undefined ? (textOf(node) ?? '') : [published, target].filter(Boolean).join(':')
  const [ports = '', protocol = textOf(at(node, 'protocol')) ?? 'tcp'] = maskInterpolations(text).split('/')
  const [container = '', host = ''] = ports.split(':').toReversed()
  const key = /^\d[\d-]*$/.test(host) ? host : container
  if (!/^\d[\d-]*$/.test(key)) return []
  return [{ kind: 'port', key, value: `${ports}/${protocol}`, shown: text, line: node.line }]
}

/** Named volumes by their name, folders of the host by their place in the container; single files do not count. */
function mountOf(node: YamlNode): readonly Part[] {
  const short =
    textOf(node) === undefined ? undefined : maskInterpolations(withFallbacks(textOf(node) ?? '')).split(':')
  const [source, target = ''] = short
    ? short.length > 1
      ? [short[0], short[1]]
      : [undefined, short[0]]
    : [textOf(at(node, 'source')), textOf(at(node, 'target'))]
  if (target === '' || textOf(at(node, 'type')) === 'tmpfs' || isFile(source ?? '') || isFile(target)) return []
  const isNamed = source !== undefined && !/^[./~$]/.test(source)
  return [
    { kind: 'volume', key: isNamed ? source : target, value: isNamed ? target : '', shown: target, line: node.line },
  ]
}

const isFile = (path: string): boolean =>
  /\.(?!d$)[A-Za-z]\w*$/.test(path.split('/').at(-1) ?? '') || /^\/etc\/(?:localtime|timezone)$/.test(path)

function namedVolumes(file: YamlNode | null): readonly Part[] {
  return entriesOf(at(file, 'volumes')).map(([key, { node, line }]) => ({
    kind: 'volume',
    key,
    value: entriesOf(node).length === 0 ? '' : canonical(node),
    shown: null,
    line,
    losesData: textOf(at(node, 'external')) !== 'true',
  }))
}

/** Secrets and configurations that Compose takes out of the deployer's environment. */
function secretSources(file: YamlNode | null): readonly Part[] {
  const sources = [...entriesOf(at(file, 'secrets')), ...entriesOf(at(file, 'configs'))]
  return sources.flatMap(([, { node }]) => {
    const variable = at(node, 'environment')
    const name = textOf(variable)
    return variable === undefined || name === undefined ? [] : [fromDeployer(name, null, variable.line)]
  })
}

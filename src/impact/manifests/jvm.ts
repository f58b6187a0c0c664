import { languageOf } from '../code/languages.ts'
import { scanCode } from '../code/scan.ts'
import { baseName } from '../paths.ts'
import { readToml, tomlText } from '../readers/toml.ts'
import { readXmlOutline, type XmlElement } from '../readers/xml-outline.ts'
import { type Dependency, emptyManifest, type ManifestReader, type RuntimeNeed } from './model.ts'

const javaProperty = /^(?:maven\.compiler\.(?:source|target|release)|java\.version|jdk\.version|javaVersion)$/

export const pomXml: ManifestReader = {
  concerns: path => baseName(path) === 'pom.xml',
  read: text => {
    const elements = readXmlOutline(text)
    const properties = new Map(
      elements.filter(one => /^project\/properties\/[^/]+$/.test(one.path)).map(one => [one.name, one.text]),
    )
    const resolve = (version: string): string =>
      version.replace(/\$\{([^}]+)\}/g, (whole, name) => properties.get(name) ?? whole)
    return {
      runtimes: elements.flatMap(one => javaOf(one, resolve)),
      dependencies: elements.flatMap(one => artifact(one, resolve)),
    }
  },
}

type Resolve = (version: string) => string

function javaOf({ path, name, text, line }: XmlElement, resolve: Resolve): readonly RuntimeNeed[] {
  const isProperty = /^project\/properties\/[^/]+$/.test(path) && javaProperty.test(name)
  const isPlugin = /plugin\/configuration\/(?:release|target)$/.test(path)
  const version = resolve(text).replace(/^1\.(?=\d)/, '')
  return (isProperty || isPlugin) && /^\d/.test(version) ? [{ key: 'java', version, line, numbers: 1 }] : []
}

function artifact({ path, children, line }: XmlElement, resolve: Resolve): readonly Dependency[] {
  if (
    !/(?:^project\/parent|^project(?:\/profiles\/profile)?(?:\/dependencyManagement)?\/dependencies\/dependency)$/.test(
      path,
    )
  )
    return []
  const { groupId = '', artifactId = '', version = '', scope = '' } = children
  if (scope === 'test' || /^\$\{project\./.test(groupId)) return []
  const told = resolve(version)
  return /^\D?\d/.test(told) ? [{ name: `${groupId}:${artifactId}`, version: told, line }] : []
}

/** Where builds say which Java they write for. */
const javaLines = [
  /\b(?:sourceCompatibility|targetCompatibility)\s*=?\s*(?:JavaVersion\.(?:VERSION_|toVersion\(["']?))?["']?(?:1[._])?(\d+)/g,
  /\bJavaLanguageVersion\.of\(\s*["']?(\d+)/g,
  /\bjvmToolchain\(\s*(\d+)/g,
  /\bjvmTarget\s*=\s*(?:JvmTarget\.JVM_)?["']?(?:1[._])?(\d+)/g,
  /\boptions\.release(?:\.set\(|\s*=\s*)(\d+)/g,
]

const coordinates =
  /\b(?:implementation|api|compile|runtimeOnly|runtime|compileOnly)\b\s*\(?\s*(?:platform\(|enforcedPlatform\()?\s*["']([\w.-]+:[\w.-]+):([\w.$-]+)["']/g
const frameworkPlugin =
  /\bid\s*\(?\s*["'](org\.springframework\.boot|io\.quarkus|io\.micronaut\.application)["']\s*\)?\s*version\s*\(?\s*["']([\w.-]+)["']/g

export const gradle: ManifestReader = {
  concerns: path => /^build\.gradle(?:\.kts)?$/.test(baseName(path)),
  read: text => {
    const language = languageOf('build.kts')
    const code = language === null ? null : scanCode(text, language)
    if (code === null) return emptyManifest
    return {
      runtimes: javaLines.flatMap(pattern =>
        [...code.text.matchAll(pattern)].map(match => ({
          key: 'java',
          version: match[1] ?? '',
          line: code.lineAt(match.index),
          numbers: 1 as const,
        })),
      ),
      dependencies: [coordinates, frameworkPlugin].flatMap(pattern =>
        [...code.text.matchAll(pattern)].map(match => ({
          name: match[1] ?? '',
          version: match[2] ?? '',
          line: code.lineAt(match.index),
        })),
      ),
    }
  },
}

export const versionCatalog: ManifestReader = {
  concerns: path => /\.versions\.toml$/.test(path),
  read: text => {
    const entries = readToml(text)
    const versions = new Map(entries.filter(one => one.section === 'versions').map(one => [one.key, one]))
    return {
      runtimes: [],
      dependencies: entries.flatMap(({ section, value, line }) => {
        if (section !== 'libraries') return []
        const reference = /version\.ref\s*=\s*["']([^"']+)["']/.exec(value)?.[1]
        const shared = reference === undefined ? undefined : versions.get(reference)
        const [group, artifactName, short] = (tomlText(value)?.split(':') ?? []) as readonly (string | undefined)[]
        const name = tomlText(value, 'module') ?? (group && artifactName ? `${group}:${artifactName}` : nameOf(value))
        const version = (shared === undefined ? tomlText(value, 'version') : tomlText(shared.value)) ?? short
        return !name || !version ? [] : [{ name, version, line: shared?.line ?? line }]
      }),
    }
  },
}

function nameOf(value: string): string | null {
  const [group, name] = [tomlText(value, 'group'), tomlText(value, 'name')]
  return value.startsWith('{') && group !== null && name !== null ? `${group}:${name}` : null
}

import { baseName } from '../paths.ts'
import { at, entriesOf, readDocument, textOf, type YamlNode } from '../yaml.ts'
import { type Dependency, emptyManifest, type ManifestReader } from './model.ts'

export const packageJson: ManifestReader = {
  concerns: path => baseName(path) === 'package.json',
  read: text => {
    const root = readDocument({ text, line: 1 })
    if (root === null) return emptyManifest
    const runtimes = entriesOf(at(root, 'engines')).flatMap(([key, { node, line }]) => {
      const version = textOf(node)
      return version === undefined ? [] : [{ key, version, line, numbers: 2 as const }]
    })
    return { runtimes, dependencies: dependenciesIn(at(root, 'dependencies'), isPackage) }
  },
}

export const composerJson: ManifestReader = {
  concerns: path => baseName(path) === 'composer.json',
  read: text => {
    const root = readDocument({ text, line: 1 })
    if (root === null) return emptyManifest
    const needed = at(root, 'require')
    const runtimes = entriesOf(needed).flatMap(([key, { node, line }]) => {
      const version = textOf(node)
      return key !== 'php' || version === undefined ? [] : [{ key, version, line, numbers: 2 as const }]
    })
    return { runtimes, dependencies: dependenciesIn(needed, name => name.includes('/')) }
  },
}

export const globalJson: ManifestReader = {
  concerns: path => baseName(path) === 'global.json',
  read: text => {
    const version = at(readDocument({ text, line: 1 }), 'sdk', 'version')
    const told = textOf(version)
    if (told === undefined || version === undefined) return emptyManifest
    return { runtimes: [{ key: 'dotnet', version: told, line: version.line, numbers: 2 }], dependencies: [] }
  },
}

const isPackage = (name: string): boolean => !name.startsWith('@types/')

const dependenciesIn = (node: YamlNode | undefined, isOne: (name: string) => boolean): readonly Dependency[] =>
  entriesOf(node).flatMap(([name, { node: value, line }]) => {
    const version = textOf(value)
    return version === undefined || !isOne(name) ? [] : [{ name, version, line }]
  })

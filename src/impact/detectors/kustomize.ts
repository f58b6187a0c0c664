import type { Detector } from '../model.ts'
import { baseName, folderOf, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { at, canonical, itemsOf, readBoth, textOf, without, type YamlNode } from '../yaml.ts'

/** What an overlay renders: images, patches, generators. Files that it lists speak for themselves where they changed too. */
export const kustomize: Detector = {
  concerns: path => /^kustomization\.ya?ml$|^Kustomization$/.test(baseName(path)) && isShipped(path),
  detect: (change, all) => {
    const sides = readBoth(change.before, change.after)
    if (sides?.before == null || sides.after == null) return []
    const folder = folderOf(change.file.path)
    const changed = new Set(all.filter(one => one !== change).map(one => one.file.path))
    const speaksForItself = (entry: string) => changed.has(join(folder, entry))
    return compare(
      change,
      [overlay(sides.before, folder, speaksForItself)],
      [overlay(sides.after, folder, speaksForItself)],
    )
  },
}

const lists = ['resources', 'bases', 'components', 'crds', 'patchesStrategicMerge']

function overlay(node: YamlNode, folder: string, speaksForItself: (entry: string) => boolean): Stated {
  const listed = lists
    .flatMap(key => itemsOf(at(node, key)).map(item => textOf(item) ?? canonical(item)))
    .filter(entry => !speaksForItself(entry))
    .toSorted()
  const rest = canonical(without(node, [...lists, 'apiVersion', 'kind']))
  const name = folder.split('/').at(-1)
  return {
    kind: 'k8s-resource',
    key: name ? `Kustomization/${name}` : 'Kustomization',
    value: JSON.stringify([listed, rest]),
    shown: null,
    line: node.line,
  }
}

function join(folder: string, entry: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of entry.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

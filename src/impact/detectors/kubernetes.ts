import { type KubernetesObject, keepsData, objectsOf, statedByObject } from '../kubernetes.ts'
import type { ChangedContent, Detector, Impact } from '../model.ts'
import { baseName, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'
import { type DocumentText, differingDocuments, readDocument } from '../yaml.ts'

/** Manifests by their content: any YAML or JSON document with `apiVersion` and `kind`. */
export const kubernetes: Detector = {
  concerns: path => /\.ya?ml$/.test(path) && isShipped(path) && !isOther(path),
  detect: change => {
    if (!isManifest(change)) return []
    const sides = differingDocuments(change.before, change.after)
    return compareObjects(change, sides.before.flatMap(read), sides.after.flatMap(read))
  },
}

/** Templates of charts are not YAML yet; the others have `kind` for something else. */
const isOther = (path: string): boolean =>
  /(?:^|\/)templates\//.test(path) ||
  /^(?:kustomization|Chart|values.*|package(?:-lock)?|tsconfig.*)\.(?:ya?ml|json)$/i.test(baseName(path))

const isManifest = ({ before, after }: ChangedContent): boolean =>
  [before, after].some(
    text => text !== null && /^["\s{]*apiVersion["']?:/m.test(text) && /^["\s{]*kind["']?:/m.test(text),
  )

/** An object whose document is too large to be parsed: what its head says, and its text. */
type Side = KubernetesObject & { readonly opaque?: string }

function read(document: DocumentText): readonly Side[] {
  const node = readDocument(document)
  if (node !== null) return objectsOf(node, firstLine(document))
  const kind = /^kind:[ \t]*([A-Z]\w*)/m.exec(document.text)?.[1]
  const name = /^metadata:(?:\n[ \t]+.*)*?\n {1,4}name:[ \t]*["']?([\w.-]+)/m.exec(document.text)?.[1]
  if (kind === undefined || name === undefined || !/^apiVersion:/m.test(document.text)) return []
  const nothing = { kind: 'map' as const, entries: new Map(), line: document.line, weight: 1 }
  return [{ key: `${kind}/${name}`, kind, node: nothing, line: document.line, opaque: effectiveLines(document.text) }]
}

const firstLine = ({ text, line }: DocumentText): number => {
  const index = text.split('\n').findIndex(one => /^[^\s#]/.test(one))
  return line + Math.max(0, index)
}

/** Without comments, blank lines and descriptions. */
const effectiveLines = (text: string): string =>
  text
    .replace(/^( *)(?:- )?description:.*(?:\n\1 +.*|\n\1[^\s\w-].*)*/gm, '')
    .split('\n')
    .filter(line => /\S/.test(line) && !/^\s*#|controller-gen\.kubebuilder\.io\/version/.test(line))
    .join('\n')

export function compareObjects(
  change: ChangedContent,
  before: readonly Side[],
  after: readonly Side[],
): readonly Impact[] {
  const onBoth = new Set(before.map(one => one.key).filter(key => after.some(other => other.key === key)))
  const state = (one: Side): readonly Stated[] =>
    one.opaque === undefined
      ? statedByObject(one, onBoth.has(one.key))
      : [
          {
            kind: 'k8s-resource',
            key: one.key,
            value: onBoth.has(one.key) ? one.opaque : '',
            shown: null,
            line: one.line,
            losesData: keepsData(one.kind),
          },
        ]
  return compare(change, before.flatMap(state), after.flatMap(state))
}

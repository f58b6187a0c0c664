import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml'
import type { SharedFiles } from '../../src/policy/layers.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { policySchema } from '../../src/policy/schema.ts'
import { codeBlocks, projectFiles, read } from '../project/files.ts'

/** A policy as a page shows it. */
export interface Example {
  /** `docs/policy.md 2`. */
  readonly name: string
  /** Complete: with a version. */
  readonly text: string
}

/** The recipe has a gate that only exists while its test runs. */
const executedElsewhere = new Set(['docs/adding-a-gate.md'])

/** Every policy, and every fragment with gates, that the documentation shows. */
export const examples: readonly Example[] = projectFiles()
  .filter(file => /^(docs\/.*|README[\w.-]*)\.md$/.test(file) && !executedElsewhere.has(file))
  .flatMap(file => codeBlocks(read(file), 'yaml').flatMap((text, i) => exampleOf(`${file} ${i + 1}`, text)))

function exampleOf(name: string, text: string): readonly Example[] {
  const value: unknown = parseDocument(text).toJS()
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  if (!keys.some(key => key === 'version' || key === 'gates')) return []
  if (!keys.every(key => Object.hasOwn(policySchema.shape, key))) return []
  return [{ name, text: keys.includes('version') ? text : `version: 1\n${text}` }]
}

/** What the examples extend: the shared policy of docs/policy.md. */
const shared: SharedFiles = new Map(
  examples
    .filter(({ text }) => /^locked:/m.test(text))
    .map(({ text }) => [
      'acme/.github',
      {
        state: 'present',
        sha: 'c'.repeat(40),
        isPublic: true,
        entries: [{ path: '.github/delivery-gates.yml', mode: '100644', type: 'blob', size: text.length, text }],
      },
    ]),
)

/** As a repository of `acme` reads it. */
export const parseExample = (text: string) => parsePolicy(text, 'policy.yml', { owner: 'acme', shared })

export interface WrittenKey {
  readonly key: string
  /** `checklists[].items[].role`; names that are free to choose are `<name>`. */
  readonly path: string
  /** Of the key in the text. */
  readonly offset: number
  /** The key is a name of the writer's own, or belongs to `extends`. */
  readonly free: boolean
}

const named =
  /^(roles|components|environments|impact\.weights|checklists\[\]\.items\[\]\.text|gates\.(?:coverage\.(?:components|flags)|environments\.(?:matrix|(?:exclude|include|optional)\[\])))\.[^.]+/

/** Every mapping key of a policy with its place in the text. */
export function keysIn(source: string): readonly WrittenKey[] {
  const found: WrittenKey[] = []
  visit(parseDocument(source), {
    Pair(_key, pair, ancestors) {
      if (!isScalar(pair.key)) return
      const key = String(pair.key.value)
      const parents = ancestors.flatMap((node, i) => {
        if (isPair(node) && isScalar(node.key)) return [`.${node.key.value}`]
        return isMap(node) || i === 0 || !isMap(ancestors[i + 1]) ? [] : ['[]']
      })
      const written = `${parents.join('')}.${key}`.slice(1)
      const path = written.replace(named, '$1.<name>').replace(/^(environments\.<name>\.roles)\.[^.]+/, '$1.<name>')
      const free = path.endsWith('.<name>') || key.startsWith('$')
      found.push({ key, path, offset: pair.key.range?.[0] ?? 0, free })
    },
  })
  return found
}

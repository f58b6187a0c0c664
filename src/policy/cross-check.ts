import { z } from 'zod'
import { checklist, type ItemPolicy } from '../checklist/policy.ts'
import type { Gate } from '../gate.ts'
import { type GateId, gateIds, gates } from '../gates/index.ts'
import { type Message, message } from '../locales/message.ts'
import { lockProblem } from './locks.ts'
import { parsePerson } from './people.ts'
import type { ProblemCode } from './problem.ts'
import { policySchema } from './schema.ts'
import { nearest, visible } from './text.ts'

export interface KeyedProblem {
  readonly code: ProblemCode
  readonly message: Message
  readonly keys: readonly PropertyKey[]
}

interface Readable {
  readonly roleNames: readonly string[]
  readonly componentNames: readonly string[]
  /** Entries of the roles that are lists of texts. */
  readonly roles: ReadonlyMap<string, readonly string[]>
  readonly gates: ReadonlyMap<GateId, Readonly<Record<string, unknown>>>
  /** Gates that are named, readable or not. */
  readonly gateNames: readonly string[]
  readonly items: readonly { readonly keys: readonly PropertyKey[]; readonly item: ItemPolicy }[]
}

/** What must hold between the parts of a policy. Looks only at parts that are right in themselves. */
export function crossCheck(
  raw: unknown,
  context: { readonly owner: string; readonly lineOf: (keys: readonly PropertyKey[]) => number },
): readonly KeyedProblem[] {
  const policy = readable(raw)
  return [
    ...foreignTeams(policy, context.owner),
    ...policy.items.flatMap(({ keys, item }) => checkItem(policy, keys, item)),
    ...gateRoles(policy),
    ...gateComponents(policy),
    ...gateChecklists(policy, raw),
    ...environmentParts(policy, raw, context.owner),
    ...duplicateIds(raw, context.lineOf),
    ...strangeLocks(raw),
  ]
}

function readable(raw: unknown): Readable {
  const root = asRecord(raw)
  const roles = asRecord(root.roles)
  const roleLists = Object.entries(roles).flatMap(([name, value]) => {
    const list = z.array(z.string()).safeParse(value)
    return list.success ? [[name, list.data] as const] : []
  })
  const gateValues = gateIds.flatMap(id => {
    const options = policySchema.shape.gates.unwrap().shape[id].safeParse(asRecord(root.gates)[id])
    return options.success && options.data !== undefined ? [[id, { ...options.data }] as const] : []
  })
  const items = asList(root.checklists).flatMap((list, i) =>
    asList(asRecord(list).items).flatMap((value, j) => {
      const parsed = checklist.shape.items.element.safeParse(value)
      return parsed.success ? [{ keys: ['checklists', i, 'items', j], item: parsed.data }] : []
    }),
  )
  return {
    roleNames: Object.keys(roles),
    componentNames: Object.keys(asRecord(root.components)),
    roles: new Map(roleLists),
    gates: new Map(gateValues),
    gateNames: Object.keys(asRecord(root.gates)),
    items,
  }
}

function strangeLocks(raw: unknown): readonly KeyedProblem[] {
  return asList(asRecord(raw).locked).flatMap((text, i): readonly KeyedProblem[] => {
    const problem = typeof text === 'string' ? lockProblem(text) : null
    return problem === null ? [] : [{ code: 'CFG-LOCKED', message: problem, keys: ['locked', i] }]
  })
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function foreignTeams(policy: Readable, owner: string): readonly KeyedProblem[] {
  return [...policy.roles].flatMap(([name, entries]) => foreignIn(entries, owner, ['roles', name]))
}

function foreignIn(entries: readonly string[], owner: string, keys: readonly PropertyKey[]): readonly KeyedProblem[] {
  return entries.flatMap((entry, i): readonly KeyedProblem[] => {
    const person = parsePerson(entry)
    if (person?.kind !== 'team' || person.owner.toLowerCase() === owner.toLowerCase()) return []
    return [{ code: 'CFG-ORG', message: message('policy.org', { got: entry, owner }), keys: [...keys, i] }]
  })
}

function checkItem(policy: Readable, keys: readonly PropertyKey[], item: ItemPolicy): readonly KeyedProblem[] {
  const { id, role, evidence, count } = item
  if (role === undefined && evidence === undefined)
    return [{ code: 'CFG-SIGNER', message: message('policy.signer.none', { item: id }), keys }]
  if (role !== undefined && evidence !== undefined)
    return [{ code: 'CFG-SIGNER', message: message('policy.signer.both', { item: id }), keys }]
  if (role === undefined) return checkEvidence(policy, evidence ?? '', [...keys, 'evidence'])
  return checkRole(policy, { role, keys: [...keys, 'role'], count, countKeys: [...keys, 'count'] })
}

function checkEvidence(policy: Readable, evidence: string, keys: readonly PropertyKey[]): readonly KeyedProblem[] {
  const gate = evidence.replace(/^gates\./, '')
  const id = gateIds.find(known => known === gate)
  if (id === undefined) {
    const params = { got: visible(gate), known: [...gateIds], suggestion: nearest(gate, gateIds) }
    return [{ code: 'CFG-EVIDENCE', message: message('policy.evidence.unknown', params), keys }]
  }
  if (gates[id].id === 'signoffs')
    return [{ code: 'CFG-EVIDENCE', message: message('policy.evidence.circle', { gate: id }), keys }]
  const on = policy.gates.has(id) ? policy.gates.get(id)?.level !== 'off' : policy.gateNames.includes(id)
  if (on) return []
  return [{ code: 'CFG-EVIDENCE', message: message('policy.evidence.off', { gate: id }), keys }]
}

interface RoleUse {
  readonly role: string
  readonly keys: readonly PropertyKey[]
  readonly count: number
  readonly countKeys: readonly PropertyKey[]
}

function checkRole(policy: Readable, use: RoleUse): readonly KeyedProblem[] {
  if (!policy.roleNames.includes(use.role)) {
    const known = policy.roleNames.map(visible)
    const params = { got: visible(use.role), known, suggestion: nearest(use.role, policy.roleNames) }
    return [{ code: 'CFG-ROLE', message: message('policy.role.unknown', params), keys: use.keys }]
  }
  const people = policy.roles.get(use.role)?.map(parsePerson)
  if (people === undefined || people.some(person => person?.kind !== 'user')) return []
  const members = new Set(people.map(person => (person?.kind === 'user' ? person.login.toLowerCase() : ''))).size
  if (members === 0 || use.count <= members) return []
  const params = { role: use.role, count: use.count, members }
  return [{ code: 'CFG-IMPOSSIBLE', message: message('policy.impossible', params), keys: use.countKeys }]
}

function gateRoles(policy: Readable): readonly KeyedProblem[] {
  return [...policy.gates].flatMap(([id, options]) => {
    // The registry pairs each gate with its own options; a lookup by id forgets that.
    const gate = gates[id] as unknown as Gate
    return (gate.roles?.(options) ?? []).flatMap(({ role, path }) => {
      const parent = path.slice(0, -1)
      const count = asRecord(valueAt(options, parent)).count
      const at: readonly PropertyKey[] = ['gates', id]
      return checkRole(policy, {
        role,
        keys: [...at, ...path],
        count: typeof count === 'number' ? count : 0,
        countKeys: [...at, ...parent, 'count'],
      })
    })
  })
}

function gateComponents(policy: Readable): readonly KeyedProblem[] {
  return [...policy.gates].flatMap(([id, options]) => {
    const gate = gates[id] as unknown as Gate
    return (gate.components?.(options) ?? []).flatMap(({ component, path }): readonly KeyedProblem[] => {
      if (policy.componentNames.includes(component)) return []
      const known = policy.componentNames.map(visible)
      const params = { got: visible(component), known, suggestion: nearest(component, policy.componentNames) }
      return [
        { code: 'CFG-COMPONENT', message: message('policy.component.unknown', params), keys: ['gates', id, ...path] },
      ]
    })
  })
}

/** A checklist that a gate names must be there, else the gate would wait for nobody. */
function gateChecklists(policy: Readable, raw: unknown): readonly KeyedProblem[] {
  const known = namesOf(asRecord(raw).checklists)
  return [...policy.gates].flatMap(([id, options]) => {
    const gate = gates[id] as unknown as Gate
    return (gate.checklists?.(options) ?? []).flatMap(({ checklist: named, path }) =>
      noChecklist(named, known, ['gates', id, ...path]),
    )
  })
}

function noChecklist(got: string, known: readonly string[], keys: readonly PropertyKey[]): readonly KeyedProblem[] {
  if (known.includes(got)) return []
  const params = { got: visible(got), known: known.map(visible), suggestion: nearest(got, known) }
  return [{ code: 'CFG-CHECKLIST', message: message('policy.checklist.unknown', params), keys }]
}

/** One that asks nobody would let everything through. */
function offChecklist(raw: unknown, got: string, keys: readonly PropertyKey[]): readonly KeyedProblem[] {
  const isOff = asList(asRecord(raw).checklists).some(
    list => asRecord(list).id === got && asRecord(list).level === 'off',
  )
  return isOff ? [{ code: 'CFG-CHECKLIST', message: message('policy.checklist.off', { got: visible(got) }), keys }] : []
}

/** Ids of the entries of a list. */
const namesOf = (list: unknown): readonly string[] =>
  asList(list).flatMap(entry => {
    const { id } = asRecord(entry)
    return typeof id === 'string' ? [id] : []
  })

/** Checklists and roles that an environment names must be there, and their people of the owner. */
function environmentParts(policy: Readable, raw: unknown, owner: string): readonly KeyedProblem[] {
  const ids = namesOf(asRecord(raw).checklists)
  return Object.entries(asRecord(asRecord(raw).environments)).flatMap(([name, value]) => {
    const { requires, roles } = asRecord(value)
    const keys = ['environments', name]
    return [
      ...asList(requires).flatMap((named, i) =>
        typeof named === 'string'
          ? [
              ...noChecklist(named, ids, [...keys, 'requires', i]),
              ...offChecklist(raw, named, [...keys, 'requires', i]),
            ]
          : [],
      ),
      ...Object.entries(asRecord(roles)).flatMap(([role, entries]) => {
        const at = [...keys, 'roles', role]
        const people = asList(entries).filter(entry => typeof entry === 'string')
        return [...checkRole(policy, { role, keys: at, count: 0, countKeys: at }), ...foreignIn(people, owner, at)]
      }),
    ]
  })
}

/** The value at a key path; `undefined` where there is none. */
export function valueAt(raw: unknown, keys: readonly PropertyKey[]): unknown {
  let value = raw
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Within one list of a gate (by `id`, else by `name`), over all checklists, and over all their items. */
function duplicateIds(raw: unknown, lineOf: (keys: readonly PropertyKey[]) => number): readonly KeyedProblem[] {
  const lists = asRecord(raw).checklists
  const checklistIds = named(lists, ['checklists'])
  const itemIds = asList(lists).flatMap((list, i) => named(asRecord(list).items, ['checklists', i, 'items']))
  const gateLists = Object.entries(asRecord(asRecord(raw).gates)).flatMap(([gate, options]) =>
    Object.entries(asRecord(options)).map(([key, value]) => named(value, ['gates', gate, key])),
  )
  return [checklistIds, itemIds, ...gateLists].flatMap(group => repeated(group, lineOf))
}

interface Named {
  readonly id: string
  readonly keys: readonly PropertyKey[]
}

function named(list: unknown, keys: readonly PropertyKey[]): readonly Named[] {
  return asList(list).flatMap((entry, i) => {
    const key = Object.hasOwn(asRecord(entry), 'id') ? 'id' : 'name'
    const id = asRecord(entry)[key]
    return typeof id === 'string' ? [{ id, keys: [...keys, i, key] }] : []
  })
}

function repeated(group: readonly Named[], lineOf: (keys: readonly PropertyKey[]) => number): readonly KeyedProblem[] {
  const first = new Map<string, Named>()
  return group.flatMap((entry): readonly KeyedProblem[] => {
    const earlier = first.get(entry.id)
    if (earlier === undefined) {
      first.set(entry.id, entry)
      return []
    }
    const params = { id: visible(entry.id), first: lineOf(earlier.keys), second: lineOf(entry.keys) }
    return [{ code: 'CFG-DUPID', message: message('policy.id.twice', params), keys: entry.keys }]
  })
}

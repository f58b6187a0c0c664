import type { Expected, Got } from '../../policy/issues.ts'
import type { FileKind } from '../../policy/search.ts'
import type { Catalogue, Formatter } from '../message.ts'

interface Pattern {
  readonly pattern: string
  readonly column: number
}

const at = ({ pattern, column }: Pattern, f: Formatter) => `character ${f.number(column)} of ${f.code(pattern)}`

const expectedNames: Readonly<Record<Expected, string>> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a mapping of keys to values',
  'text-or-mapping': 'a text, or a mapping of locales to texts',
}

const gotText = (got: Got, f: Formatter): string => {
  if (got.kind === 'nothing') return 'nothing'
  if (got.kind === 'list') return 'a list'
  if (got.kind === 'mapping') return 'a mapping'
  return `${got.kind} ${f.code(got.value)}`
}

const codes = (values: readonly string[], f: Formatter, max?: number) => f.either(values.map(f.code), max)
const perhaps = (suggestion: string | null, f: Formatter) =>
  suggestion === null ? '' : ` Did you mean ${f.code(suggestion)}?`

const fileKinds: Readonly<Record<FileKind, string>> = {
  symlink: 'a symbolic link',
  submodule: 'a submodule',
  directory: 'a directory',
  lfs: 'a Git LFS pointer',
  other: 'not a regular file',
}

const bounds = (min: number | null, max: number | null, f: Formatter): string => {
  if (min !== null && max !== null) return ` from ${f.number(min)} to ${f.number(max)}`
  if (min !== null) return ` of at least ${f.number(min)}`
  return max === null ? '' : ` of at most ${f.number(max)}`
}

interface Choice {
  readonly got: string
  readonly known: readonly string[]
  readonly suggestion: string | null
}

export const policy = {
  'glob.negation': (p: Pattern, f: Formatter) =>
    `${f.code(p.pattern)} takes away from the entries before it, and there are none, so it matches nothing. Fix: put what should match first, e.g. ${f.code('**')}.`,
  'glob.twice-negated': (p: Pattern, f: Formatter) =>
    `More than one ${f.code('!')} at the start of ${f.code(p.pattern)}. Fix: keep one, or write ${f.code('\\!')} for a file name that starts with ${f.code('!')}.`,
  'glob.nesting': (p: Pattern, f: Formatter) =>
    `Braces are nested too deeply at ${at(p, f)} (at most 8 levels). Fix: write several patterns.`,
  'glob.size': (p: Pattern, f: Formatter) =>
    `The pattern ${f.code(p.pattern)} is too long (at most ${f.number(1024)} characters). Fix: write several patterns.`,
  'glob.empty': (p: Pattern, f: Formatter) =>
    `The pattern ${f.code(p.pattern)} names no path. Fix: write ${f.code('**')} for every file.`,
  'glob.absolute': (p: Pattern, f: Formatter) =>
    `${f.code(p.pattern)} is a path of one machine. Fix: write it relative to the repository root, with ${f.code('/')}.`,
  'glob.parent': (p: Pattern, f: Formatter) =>
    `${f.code('..')} leaves the repository (${at(p, f)}). Fix: write the path from the repository root.`,
  'glob.space': (p: Pattern, f: Formatter) =>
    `White space at the start or end of ${f.code(p.pattern)} (character ${f.number(p.column)}). Fix: remove it, or write ${f.code('[ ]')} if the file name has it.`,
  'glob.nul': (p: Pattern, f: Formatter) => `A NUL character at ${at(p, f)}; no file name has one. Fix: remove it.`,
  'glob.backslash': (p: Pattern, f: Formatter) =>
    `A backslash at ${at(p, f)}. Fix: write ${f.code('/')} between folders, and ${f.code('[*]')} to match a special character itself.`,
  'glob.extended': (p: Pattern, f: Formatter) =>
    `Extended patterns such as ${f.code('+(a|b)')} are not supported (${at(p, f)}). Fix: write ${f.code('{a,b}')}, or ${f.code('[(]')} for a parenthesis in a file name.`,
  'glob.brace': (p: Pattern, f: Formatter) =>
    `A brace without its counterpart at ${at(p, f)}. Fix: close it, or write ${f.code('[{]')} to match a brace itself.`,
  'glob.class': (p: Pattern, f: Formatter) =>
    `${f.code('[')} is not closed within its folder at ${at(p, f)}. Fix: add ${f.code(']')}, or write ${f.code('[[]')} to match a bracket itself.`,
  'glob.named-class': (p: Pattern, f: Formatter) =>
    `Named classes such as ${f.code('[[:alpha:]]')} are not supported (${at(p, f)}). Fix: write the range, e.g. ${f.code('[a-zA-Z]')}.`,
  'glob.range': (p: Pattern, f: Formatter) =>
    `A range runs backwards in the brackets at ${at(p, f)}. Fix: write the smaller character first, e.g. ${f.code('[a-z]')}.`,
  'glob.sequence': (p: Pattern, f: Formatter) =>
    `Sequences such as ${f.code('{1..3}')} are not supported (${at(p, f)}). Fix: list the values, e.g. ${f.code('{1,2,3}')}.`,
  'glob.alternatives': (p: Pattern, f: Formatter) =>
    `The braces of ${f.code(p.pattern)} stand for too many patterns (at most 64, and ${f.number(4096)} characters). Fix: write several patterns, or ${f.code('*')}.`,
  'glob.empty-segment': (p: Pattern, f: Formatter) =>
    `A folder name is missing at ${at(p, f)}. Fix: write one ${f.code('/')} between folders.`,
  'glob.dot': (p: Pattern, f: Formatter) =>
    `${f.code('.')} as a folder at ${at(p, f)} matches nothing. Fix: remove it.`,
  'glob.globstar': (p: Pattern, f: Formatter) =>
    `${f.code('**')} does not stand alone between slashes at ${at(p, f)}. Fix: write ${f.code('**/*.ts')} for all folders, ${f.code('*')} for one.`,
  'policy.broken': (p: { count: number; path: string }, f: Formatter) =>
    `The policy ${f.code(p.path)} has ${f.number(p.count)} ${p.count === 1 ? 'problem' : 'problems'}, so nothing can be judged.`,
  'policy.broken.next': (_p: Record<never, never>, _f: Formatter) =>
    'Correct the policy on the base branch; every problem is listed with its place.',
  'policy.empty': (_p: Record<never, never>, f: Formatter) =>
    `The file has no content. Fix: write at least ${f.code('version: 1')}, or delete the file to use the built-in defaults.`,
  'policy.empty.list': (_p: Record<never, never>, _f: Formatter) =>
    'The list is empty (expected at least one entry). Fix: add an entry, or remove the key.',
  'policy.empty.role': (p: { role: string }, f: Formatter) =>
    `The role ${f.code(p.role)} is empty, so nobody could sign. Fix: add a login or a team, or remove the role.`,
  'policy.empty.text': (_p: Record<never, never>, _f: Formatter) =>
    'The text is empty (expected at least one character). Fix: write it, or remove the key.',
  'policy.encoding': (p: { encoding: string }, f: Formatter) =>
    `The file is encoded as ${f.code(p.encoding)} (expected UTF-8). Fix: save it as UTF-8.`,
  'policy.encoding.byte': (p: { offset: number; byte: number }, f: Formatter) =>
    `The byte ${f.code(`0x${p.byte.toString(16).toUpperCase().padStart(2, '0')}`)} at offset ${f.number(p.offset)} is not UTF-8. Fix: save the file as UTF-8.`,
  'policy.control': (p: { codePoint: number }, f: Formatter) =>
    `The control character ${f.code(`U+${p.codePoint.toString(16).toUpperCase().padStart(4, '0')}`)} is not allowed. Fix: remove it.`,
  'policy.size': (p: { bytes: number; limit: number }, f: Formatter) =>
    `The file is too large (got ${f.number(p.bytes)} bytes, at most ${f.number(p.limit)}). Fix: shorten it.`,
  'policy.entries': (p: { count: number; limit: number }, f: Formatter) =>
    `Too many entries (got ${f.number(p.count)}, at most ${f.number(p.limit)}). Fix: remove some, or use patterns.`,
  'policy.length': (p: { length: number; limit: number }, f: Formatter) =>
    `The text is too long (got ${f.number(p.length)} characters, at most ${f.number(p.limit)}). Fix: shorten it.`,
  'policy.ambiguous': (p: { first: string; second: string }, f: Formatter) =>
    `There are two policies, ${f.code(p.first)} and ${f.code(p.second)}. Fix: keep one and delete the other.`,
  'policy.file': (p: { kind: FileKind }, _f: Formatter) =>
    `The policy is ${fileKinds[p.kind]} (expected a regular file). Fix: commit the file itself.`,
  'policy.multidoc': (_p: Record<never, never>, f: Formatter) =>
    `A second YAML document begins here (expected one). Fix: remove the line ${f.code('---')} and what does not belong to the policy.`,
  'policy.syntax': (p: { reason: 'tab' | 'json' | 'directive' | 'other'; detail: string }, f: Formatter) => {
    if (p.reason === 'tab') return 'A tab is used as indentation. Fix: indent with spaces.'
    if (p.reason === 'directive')
      return `YAML directives are not supported. Fix: remove the line that starts with ${f.code('%')}.`
    return `Not valid ${p.reason === 'json' ? 'JSON' : 'YAML'} from here (${f.text(p.detail)}). Fix: check quotes, brackets, commas and indentation.`
  },
  'policy.alias.many': (p: { limit: number }, f: Formatter) =>
    `Too many aliases (at most ${f.number(p.limit)}). Fix: write the values out.`,
  'policy.alias.unknown': (p: { name: string }, f: Formatter) =>
    `The alias ${f.code(`*${p.name}`)} has no anchor before it. Fix: define ${f.code(`&${p.name}`)}, or put the value in quotes if it is a text.`,
  'policy.alias.cycle': (p: { name: string }, f: Formatter) =>
    `The alias ${f.code(`*${p.name}`)} stands inside its own anchor. Fix: write the value out.`,
  'policy.depth': (p: { limit: number }, f: Formatter) =>
    `Nested too deeply (at most ${f.number(p.limit)} levels). Fix: check brackets and indentation.`,
  'policy.tag': (p: { tag: string }, f: Formatter) =>
    `The YAML tag ${f.code(p.tag)} is not supported. Fix: remove it; put a text that starts with ${f.code('!')} in quotes.`,
  'policy.key': (_p: Record<never, never>, _f: Formatter) => 'A key is not a plain text. Fix: write a plain key.',
  'policy.key.merge': (_p: Record<never, never>, f: Formatter) =>
    `The merge key ${f.code('<<')} is not supported. Fix: write the keys out.`,
  'policy.key.forbidden': (p: { key: string }, f: Formatter) =>
    `The key ${f.code(p.key)} is not allowed. Fix: use another name.`,
  'policy.key.twice': (p: { key: string; first: number; second: number }, f: Formatter) =>
    `The key ${f.code(p.key)} stands twice, in lines ${f.number(p.first)} and ${f.number(p.second)}. Fix: keep one.`,
  'policy.unknown': (p: Choice & { characters: readonly string[] }, f: Formatter) =>
    `Unknown key ${f.code(p.got)}${p.characters.length === 0 ? '' : ` with the characters ${f.list(p.characters.map(f.code), 8)}`}.${
      perhaps(p.suggestion, f) || (p.known.length === 0 ? '' : ` Known here: ${f.list(p.known.map(f.code), 12)}.`)
    } Fix: correct or remove it.`,
  'policy.required': (p: { key: string }, f: Formatter) => `The key ${f.code(p.key)} is missing. Fix: add it.`,
  'policy.version': (p: { got: Got; supported: readonly number[] }, f: Formatter) =>
    `Unsupported version (got ${gotText(p.got, f)}, supported: ${f.list(p.supported.map(String).map(f.code))}). Fix: write ${f.code('version: 1')}.`,
  'policy.type': (p: { got: Got; expected: Expected; hint: string | null }, f: Formatter) =>
    `Wrong type (got ${gotText(p.got, f)}, expected ${expectedNames[p.expected]}). Fix: write ${p.hint === null ? expectedNames[p.expected] : f.code(p.hint)}${p.got.kind === 'nothing' ? ', or remove the key' : ''}.`,
  'policy.number': (p: { got: string; value: string | null }, f: Formatter) =>
    `Not a plain decimal number (got ${f.code(p.got)}${p.value === null ? '' : `, which YAML reads as ${f.code(p.value)}`}). Fix: write it with the digits 0 to 9 and at most one point, without a leading zero.`,
  'policy.range': (p: { got: string; min: number | null; max: number | null; integer: boolean }, f: Formatter) =>
    `Out of range (got ${f.code(p.got)}, expected ${p.integer ? 'a whole number' : 'a number'}${bounds(p.min, p.max, f)}). Fix: write a number within the range.`,
  'policy.enum': (p: { got: Got; allowed: readonly string[]; suggestion: string | null }, f: Formatter) =>
    `Unknown value (got ${gotText(p.got, f)}, expected ${codes(p.allowed, f, 12)}).${perhaps(p.suggestion, f)} Fix: write one of these.`,
  'policy.id': (p: { got: string }, f: Formatter) =>
    `Not a usable name (got ${f.code(p.got)}, expected lower-case letters, digits and ${f.code('-')}, a letter first, at most ${f.number(40)} characters). Fix: rename it.`,
  'policy.id.twice': (p: { id: string; first: number; second: number }, f: Formatter) =>
    `The name ${f.code(p.id)} is used twice, in lines ${f.number(p.first)} and ${f.number(p.second)}. Fix: rename one.`,
  'policy.format': (p: { got: string; pattern: string }, f: Formatter) =>
    `Wrong form (got ${f.code(p.got)}, expected ${f.code(p.pattern)}). Fix: write it in that form.`,
  'policy.login': (p: { got: string }, f: Formatter) =>
    `Neither a login nor a team (got ${f.code(p.got)}, expected ${f.code('@login')} or ${f.code('@owner/team')}; bots cannot sign). Fix: write it as in a mention, in quotes.`,
  'policy.workflow': (p: { got: string }, f: Formatter) =>
    `Not a workflow (got ${f.code(p.got)}, expected ${f.code('.github/workflows/ci.yml')} of this repository, or ${f.code('owner/name/.github/workflows/gates.yml@refs/heads/main')}). Fix: write it in one of these forms; one of another repository with its ref.`,
  'policy.org': (p: { got: string; owner: string }, f: Formatter) =>
    `The team ${f.person(p.got.slice(1))} belongs to another owner (expected a team of ${f.code(p.owner)}). Fix: name a team of ${f.code(p.owner)}, or list the people.`,
  'policy.date': (p: { got: string }, f) =>
    `${f.code(p.got)} is no day. Write year, month and day, as in ${f.code('2027-03-31')}.`,
  'policy.impossible': (p: { role: string; count: number; members: number }, f: Formatter) =>
    `More people are required than the role ${f.code(p.role)} has (got ${f.number(p.count)}, at most ${f.number(p.members)}). Fix: lower the count, or add people to the role.`,
  'policy.role.unknown': (p: Choice, f: Formatter) =>
    `There is no role ${f.code(p.got)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}.${perhaps(p.suggestion, f)} Fix: name an existing role, or add it under ${f.code('roles')}.`,
  'policy.checklist.unknown': (p: { got: string; known: readonly string[]; suggestion: string | null }, f) =>
    `There is no checklist ${f.code(p.got)}.${p.suggestion === null ? '' : ` Did you mean ${f.code(p.suggestion)}?`} ${p.known.length === 0 ? 'The policy has none.' : `Known here: ${f.list(p.known.map(f.code), 20)}.`}`,
  'policy.checklist.off': (p: { got: string }, f) =>
    `The checklist ${f.code(p.got)} is switched off, so it would ask nobody. Fix: give it another level, or take it out of ${f.code('requires')}.`,
  'policy.evidence.circle': (p: { gate: string }, f) =>
    `The gate ${f.code(p.gate)} rests on the checklists, so it cannot tick their items.`,
  'policy.component.unknown': (p: Choice, f: Formatter) =>
    `There is no component ${f.code(p.got)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}.${perhaps(p.suggestion, f)} Fix: name an existing component, or add it under ${f.code('components')}.`,
  'policy.evidence.form': (p: { got: string }, f: Formatter) =>
    `Not a source of evidence (got ${f.code(p.got)}, expected ${f.code('gates.<name>')}). Fix: write e.g. ${f.code('gates.coverage')}.`,
  'policy.evidence.unknown': (p: Choice, f: Formatter) =>
    `There is no gate ${f.code(p.got)} (known: ${f.list(p.known.map(f.code), 12)}).${perhaps(p.suggestion, f)} Fix: name an existing gate.`,
  'policy.evidence.off': (p: { gate: string }, f: Formatter) =>
    `The gate ${f.code(p.gate)} is not switched on, so the item could never be ticked. Fix: add it under ${f.code('gates')}, or give the item a role.`,
  'policy.signer.none': (p: { item: string }, f: Formatter) =>
    `The item ${f.code(p.item)} has neither a role nor evidence, so nobody could tick it. Fix: add ${f.code('role')} or ${f.code('evidence')}.`,
  'policy.signer.both': (p: { item: string }, f: Formatter) =>
    `The item ${f.code(p.item)} has a role and evidence (expected one of them). Fix: remove one, or make two items.`,
  'policy.literal': (p: { got: string }, f: Formatter) =>
    `Expressions are not expanded in the policy; ${f.code(p.got)} is taken literally. Fix: write the value itself.`,
  'policy.invalid': (p: { detail: string }, f: Formatter) =>
    `Not allowed here (${f.text(p.detail)}). Fix: see docs/policy.md.`,
  'policy.glob.unmatched': (p: { pattern: string; hint: string | null }, f: Formatter) =>
    `${f.code(p.pattern)} matches no file of the repository.${
      p.hint === null ? '' : ` ${f.code(p.hint)} differs only in case.`
    } Fix: correct or remove the pattern.`,
  'policy.change': (p: { key: string; from: string; to: string }, f: Formatter) =>
    `${f.code(p.key)} ${f.code(p.from)} → ${f.code(p.to)}`,
  'policy.change.added': (p: { key: string; value: string | null }, f: Formatter) =>
    `${f.code(p.key)} added${p.value === null ? '' : `: ${f.code(p.value)}`}`,
  'policy.change.removed': (p: { key: string; value: string | null }, f: Formatter) =>
    `${f.code(p.key)} removed${p.value === null ? '' : `: ${f.code(p.value)}`}`,
  'policy.change.order': (p: { key: string }, f: Formatter) =>
    `${f.code(p.key)}: the order of the patterns changed, the last match decides`,
  'policy.change.created': (_p: Record<never, never>, _f: Formatter) =>
    'A policy is added; until it is on the base branch, the built-in defaults judge.',
  'policy.change.deleted': (_p: Record<never, never>, f: Formatter) =>
    `The policy is removed; the built-in defaults at level ${f.code('warn')} would take its place and block nothing.`,
  'policy.change.broken': (p: { count: number }, f: Formatter) =>
    `The policy would have ${f.number(p.count)} ${p.count === 1 ? 'problem' : 'problems'}; once merged, nothing could be judged.`,
} as const satisfies Catalogue

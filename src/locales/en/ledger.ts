import type { Catalogue } from '../message.ts'

const rows = (count: number, f: { readonly number: (value: number) => string }): string =>
  `${f.number(count)} ${count === 1 ? 'row' : 'rows'}`

export const ledger = {
  'ledger.verified': (p: { readonly repositories: number; readonly rows: number }, f) =>
    `Verified: ${rows(p.rows, f)} of ${f.number(p.repositories)} ${p.repositories === 1 ? 'repository' : 'repositories'}.`,
  'ledger.notVerified': (p: { readonly repositories: number; readonly bad: number }, f) =>
    p.bad === 0
      ? 'Not verified: there are checkpoints that cannot be used.'
      : `Not verified: ${f.number(p.bad)} of ${f.number(p.repositories)} ${p.repositories === 1 ? 'repository' : 'repositories'} cannot be trusted.`,
  'ledger.chain': (p: { readonly repoId: string; readonly rows: number; readonly forgotten: number }, f) =>
    `repository ${f.code(p.repoId)}: ${rows(p.rows, f)}${p.forgotten === 0 ? '' : `, ${f.number(p.forgotten)} of them with the person erased`}`,
  'ledger.compared': (p: { readonly published: number; readonly row: number; readonly at: string }, f) =>
    `compared with ${f.number(p.published)} ${p.published === 1 ? 'checkpoint' : 'checkpoints'}, the newest of row ${f.number(p.row)} at ${f.code(p.at)}`,
  'ledger.notCompared': () => 'compared with no checkpoint, so a cut end or a chain written anew would not show',
  'ledger.headSigned': (p: { readonly keyId: string }, f) => `its head is signed by ${f.code(p.keyId)}`,
  'ledger.headUnsigned': () =>
    'nothing ties it to the key: its head has no signature, and no checkpoint of it was given',
  'ledger.headForged': (p: { readonly keyId: string }, f) =>
    `the signature of its head is not one of key ${f.code(p.keyId)}: head or signature was changed`,
  'ledger.headUnknownKey': (p: { readonly keyId: string }, f) =>
    `its head is signed by key ${f.code(p.keyId)}, which was not given with ${f.code('--key')}`,
  'ledger.loss': (p: { readonly from: number; readonly to: number; readonly at: string }, f) =>
    `${p.from === p.to ? `row ${f.number(p.from)} was` : `rows ${f.number(p.from)} to ${f.number(p.to)} were`} lost and written anew; the operator accepted that at ${f.code(p.at)}`,
  'ledger.problem.altered': (p: { readonly row: number }, f) =>
    `row ${f.number(p.row)} was changed after it was written`,
  'ledger.problem.order': (p: { readonly row: number }, f) =>
    `row ${f.number(p.row)} does not follow the row before it: one was removed, inserted or moved`,
  'ledger.problem.personal': (p: { readonly row: number }, f) =>
    `row ${f.number(p.row)} names another login or reason than was recorded`,
  'ledger.problem.truncated': (p: { readonly row: number }, f) =>
    `row ${f.number(p.row)} and everything after it is missing`,
  'ledger.problem.checkpoint': (p: { readonly row: number }, f) =>
    `row ${f.number(p.row)} is not the one that was published: the chain was written anew`,
  'ledger.checkpoint.mangled': () =>
    'this begins as a checkpoint and is none; copy the line again, whole and unchanged',
  'ledger.checkpoint.forged': (p: { readonly keyId: string | null }, f) =>
    `the signature is not one of key ${f.code(p.keyId ?? '')}: the line was changed, or is not from there`,
  'ledger.checkpoint.unknown-key': (p: { readonly keyId: string | null }, f) =>
    `signed by key ${f.code(p.keyId ?? '')}, which was not given with ${f.code('--key')}`,
  'ledger.signaturesUnchecked': (_: Record<string, never>, f) =>
    `Signatures were not checked: that needs the App's public key, ${f.code('--key PUBLIC.pem')}.`,
  'ledger.fault.json': () =>
    'this is not a line as it was exported (changed, or saved by an editor with other line ends)',
  'ledger.fault.record': () => 'this is none of the records of an export, or one with other keys',
  'ledger.fault.version': () => 'this export is of a version that this program does not know',
  'ledger.fault.utf8': () => 'these bytes are no UTF-8',
  'ledger.fault.empty': () => 'the file is empty',
  'ledger.fault.packed': () => 'this is packed with gzip; unpack it first',
  'ledger.fault.mark': () =>
    'the file begins with a byte order mark: an editor or a shell has written it anew; take it as it was exported',
  'ledger.fault.long': () => 'this line has more than 16 MiB',
  'ledger.fault.order': () => 'this line does not belong here',
  'ledger.fault.cut': () => 'the export ends here before its end; lines are missing',
} as const satisfies Catalogue

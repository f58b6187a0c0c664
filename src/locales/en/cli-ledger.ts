import type { Catalogue } from '../message.ts'

export const cliLedger = {
  'cli.ledger.summary': () => 'verify an export of the ledger, offline',
  'cli.ledger.about': () =>
    'Verifies every row of an export that the App made (ledger export): nothing was changed, removed, inserted or moved.\nWith --checkpoint, files with checkpoints that the App published, such as texts of its checks: nothing is missing at the\nend either, and no chain was written anew. With --key, the signatures of all of these too.',
  'cli.ledger.option.checkpoint': () => 'text that holds checkpoints; may stand several times',
  'cli.ledger.option.key': () => 'public key of the App; may stand several times',
  'cli.ledger.missing': (_: Record<string, never>, f) =>
    `what to verify is missing: ${f.code('delivery-gates ledger verify EXPORT')}`,
  'cli.ledger.one': (p: { readonly got: string }, f) => `${f.code(p.got)}: one export is verified at a time`,
  'cli.ledger.verb': (p: { readonly got: string }, f) =>
    `there is no ${f.code(`ledger ${p.got}`)} here; ${f.code('ledger verify EXPORT')} is. The App's own commands are in docs/ledger.md`,
  'cli.ledger.noCheckpoint': () => 'there is no checkpoint in this file',
  'cli.ledger.notAKey': () => 'this is no key in PEM form',
  'cli.ledger.notEd25519': (_: Record<string, never>, f) =>
    `this key is of another kind; checkpoints are signed with ${f.code('Ed25519')}`,
} as const satisfies Catalogue

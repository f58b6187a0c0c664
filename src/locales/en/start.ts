import type { Catalogue } from '../message.ts'

type Pieces = { readonly code: (literal: string) => string }

const words = (all: readonly string[], f: Pieces): string => all.map(f.code).join(', ')
type Name = { readonly name: string }
type Path = { readonly path: string }

const restore = 'Keep the file, restore the last backup into its place, start again.'

/** Why the App, or a command beside it, does not start, and what the operator can do. */
export const start = {
  'start.noAppId': () => 'APP_ID is not set. It is the number on the settings page of your GitHub App.',
  'start.appId': () => 'APP_ID must be a number, as on the settings page of your GitHub App.',
  'start.both': (p: { readonly names: readonly [string, string] }, f) =>
    `${f.code(p.names[0])} and ${f.code(p.names[1])} are both set. Keep one of them.`,
  'start.noKey': () =>
    'PRIVATE_KEY or PRIVATE_KEY_PATH is not set. Generate a key on the settings page of your GitHub App.',
  'start.noPath': (p: Name & { readonly instead: string }, f) =>
    `${f.code(p.name)} is not a path. A key itself belongs into ${f.code(p.instead)}.`,
  'start.openKey': (p: Name & Path & { readonly mode: string }, f) =>
    `${f.code(p.name)}: others than the owner may read ${f.code(p.path)} (mode ${f.code(p.mode)}). Run chmod 600 on it.`,
  'start.unreadable': (p: Name & Path & { readonly code: string }, f) =>
    `${f.code(p.name)}: ${f.code(p.path)} cannot be read (${f.code(p.code)}).`,
  'start.noPem': (p: Name, f) =>
    `${f.code(p.name)} is not a private key in PEM form: it must begin with "-----BEGIN RSA PRIVATE KEY-----" or "-----BEGIN PRIVATE KEY-----".`,
  'start.keyType': (p: Name & { readonly type: string }, f) =>
    `${f.code(p.name)} is a key of type ${f.code(p.type)}; GitHub Apps use RSA.`,
  'start.damagedKey': (p: Name, f) =>
    `${f.code(p.name)} looks like a private key but cannot be read: it is damaged or cut short. Copy the whole file again.`,
  'start.noSecret': (p: Name & { readonly least: number }, f) =>
    `${f.code(p.name)} is not set. Set at least ${f.number(p.least)} random characters, the same in the GitHub App.`,
  'start.knownSecret': (p: Name & { readonly least: number }, f) =>
    `${f.code(p.name)} is the default value that everybody knows. Set at least ${f.number(p.least)} random characters.`,
  'start.shortSecret': (p: Name & { readonly length: number; readonly least: number }, f) =>
    `${f.code(p.name)} has ${f.number(p.length)} characters, at least ${f.number(p.least)} are required. Set a random one, the same in the GitHub App.`,
  'start.signIn': (p: { readonly missing: readonly string[]; readonly all: readonly string[] }, f) =>
    `${f.list(p.missing.map(f.code))} not set. Signing in on the web pages needs ${words(p.all, f)} together; or set none.`,
  'start.publicPath': () =>
    'PUBLIC_URL must not contain a path when people sign in: the pages stand at the root of their host.',
  'start.noUrl': (p: Name & { readonly example: string }, f) =>
    `${f.code(p.name)} is not a URL. Write it in full, e.g. ${f.code(p.example)}.`,
  'start.urlUser': (p: Name, f) => `${f.code(p.name)} must not contain a user name or password.`,
  'start.urlQuery': (p: Name, f) => `${f.code(p.name)} must not contain "?" or "#".`,
  'start.urlPlain': (p: Name, f) =>
    `${f.code(p.name)} must use https (http only for this machine, e.g. http://localhost:3000).`,
  'start.databaseUrl': (p: { readonly form: string }, f) => `DATABASE_URL is not of the form ${f.code(p.form)}.`,
  'start.databaseName': (p: { readonly form: string }, f) =>
    `DATABASE_URL names no database. Write it as ${f.code(p.form)}.`,
  'start.sslMode': (p: { readonly modes: readonly string[] }, f) =>
    `DATABASE_URL: sslmode must be one of ${words(p.modes, f)}.`,
  'start.sslUnsaid': () =>
    'DATABASE_URL must say how the connection is secured: add ?sslmode=verify-full, or ?sslmode=disable on a network that you trust.',
  'start.onePort': () => 'METRICS_PORT must not be PORT. Unset it to use one port.',
  'start.repositories': () =>
    'POLICY_REPOSITORIES must be names of repositories without their owner, e.g. .github,policies.',
  'start.integer': (p: Name & { readonly min: number; readonly max: number }, f) =>
    `${f.code(p.name)} must be a whole number from ${p.min} to ${p.max}.`,
  'start.oneOf': (p: Name & { readonly allowed: readonly string[] }, f) =>
    `${f.code(p.name)} must be one of ${words(p.allowed, f)}.`,
  'start.acceptLoss': () => 'ACCEPT_LOSS must be 1, or not set.',
  'start.checkpointKey': () => 'CHECKPOINT_FILE needs LEDGER_KEY or LEDGER_KEY_PATH when DATABASE_URL is set.',
  'start.openLedgerKey': (p: Path & { readonly mode: string }, f) =>
    `The ledger's key ${f.code(p.path)} can be read by others than its owner (mode ${f.code(p.mode)}). Run chmod 600 on it.`,
  'start.ledgerKeyUnread': (p: Path & { readonly code: string }, f) =>
    `The ledger's key ${f.code(p.path)} cannot be read (${f.code(p.code)}).`,
  'start.ledgerKeyUnwritten': (p: Path & { readonly code: string }, f) =>
    `The ledger's key cannot be written to ${f.code(p.path)} (${f.code(p.code)}).`,
  'start.ledgerKey': (p: Name, f) =>
    `${f.code(p.name)} is not a private Ed25519 key in PEM form. Make one with: openssl genpkey -algorithm ed25519.`,
  'start.loss': (
    p: {
      readonly repoId: string
      readonly from: number
      readonly to: number
      readonly at: string
      readonly end: number
    },
    f,
  ) =>
    `LED-LOSS repository ${f.code(p.repoId)}: ${p.from === p.to ? `row ${p.from} is` : `rows ${p.from} to ${p.to} are`} missing. Row ${p.to} was published at ${f.code(p.at)}; the database ends at row ${p.end}.`,
  'start.lossAdvice': () =>
    'The database is older than what was published: a backup that is too old was restored, or rows were cut off. Restore a newer one. If there is none, start once with --accept-loss (or ACCEPT_LOSS=1): the missing sign-offs are gone, and people give them again.',
  'start.newerSchema': (p: { readonly schema: readonly string[]; readonly known: string }, f) =>
    `The database was written by a newer version of delivery-gates (schema ${words(p.schema, f)}, this version knows ${f.code(p.known)}). Start that version, or restore the backup made before the upgrade.`,
  'start.otherVersion': (p: { readonly newer: boolean }) =>
    `The database is of ${p.newer ? 'a newer' : 'an older'} version of delivery-gates. Use the commands of the version that the App runs.`,
  'start.migration': () => 'The database schema could not be brought up to date; nothing was changed.',
  'start.noDatabase': (p: Path, f) => `There is no database at ${f.code(p.path)}. Set DATA_DIR to that of the App.`,
  'start.inUse': (p: { readonly dataDir: string }, f) =>
    `${f.code(p.dataDir)} is in use by another process; one serves one data directory. Stop the other one, or set DATA_DIR to another directory.`,
  'start.network': (p: { readonly dataDir: string }, f) =>
    `${f.code(p.dataDir)} is on a network file system, whose locks do not protect the ledger. Set DATA_DIR to a local disk.`,
  'start.sqlite': (p: { readonly version: string; readonly oldest: string }, f) =>
    `SQLite ${f.code(p.version)} can lose committed rows; ${f.code(p.oldest)} or newer is required. Use Node 24.`,
  'start.damagedPages': (p: Path & { readonly problems: string }, f) =>
    `${f.code(p.path)} is damaged (${f.code(p.problems)}). ${restore}`,
  'start.database.locked': (p: Path, f) => `${f.code(p.path)} is locked by another program. Stop it, then start again.`,
  'start.database.readOnly': (p: Path, f) =>
    `${f.code(p.path)} is read-only. Make the directory and its files writable for this user.`,
  'start.database.io': (p: Path, f) => `${f.code(p.path)} cannot be read or written. Check the disk.`,
  'start.database.damaged': (p: Path, f) => `${f.code(p.path)} is damaged. ${restore}`,
  'start.database.full': (p: Path, f) =>
    `${f.code(p.path)} does not fit on the disk. Free some space, then start again.`,
  'start.database.unopened': (p: Path, f) =>
    `${f.code(p.path)} cannot be opened. Check that DATA_DIR is a directory that this user may write.`,
  'start.database.foreign': (p: Path, f) =>
    `${f.code(p.path)} is not a database of this program. Set DATA_DIR to another directory, or restore the last backup.`,
  'start.database.other': (p: Path & { readonly reason: string }, f) =>
    `${f.code(p.path)} cannot be used: ${f.code(p.reason)}.`,
  'start.postgres.backup': (p: { readonly where: string }, f) =>
    `The database at ${f.code(p.where)} is backed up with pg_dump or by archiving its log.`,
  'start.postgres.version': (p: { readonly where: string; readonly major: number; readonly oldest: number }, f) =>
    `The database at ${f.code(p.where)} is version ${f.number(p.major)}; ${f.number(p.oldest)} or newer is required.`,
  'start.postgres.encoding': (p: { readonly where: string; readonly encoding: string }, f) =>
    `The database at ${f.code(p.where)} has the encoding ${f.code(p.encoding)}; create the database with ENCODING 'UTF8'.`,
  'start.postgres.fsync': (p: { readonly where: string }, f) =>
    `The database at ${f.code(p.where)} runs with fsync off and can lose acknowledged sign-offs; switch fsync on.`,
  'start.postgres.commit': (p: { readonly where: string; readonly commit: string }, f) =>
    `The database at ${f.code(p.where)} runs with synchronous_commit = ${f.code(p.commit)} and can lose acknowledged sign-offs; set it to on for this database.`,
  'start.postgres.readOnly': (p: { readonly where: string }, f) =>
    `The database at ${f.code(p.where)} takes no writes (a standby, or read-only); connect to the primary.`,
  'start.postgres.silent': (p: { readonly where: string; readonly reason: string }, f) =>
    `The database at ${f.code(p.where)} does not answer: ${f.code(p.reason)}. Check DATABASE_URL, and that the server runs and lets this user in.`,
  'start.personalDays': (p: { readonly least: number; readonly most: number }) =>
    `LEDGER_PERSONAL_DAYS must be a whole number from ${p.least} to ${p.most}.`,
  'start.listen': (p: { readonly address: string; readonly code: string }, f) =>
    p.code === 'EADDRINUSE'
      ? `Another process listens on ${f.code(p.address)} already. Stop it, or set PORT to another port.`
      : `The App cannot listen on ${f.code(p.address)} (${f.code(p.code)}). Check HOST, PORT and METRICS_PORT.`,
  'start.file': (p: Path & { readonly code: string }, f) =>
    `${f.code(p.path)} cannot be read or written (${f.code(p.code)}). Check the path, and that this user may use it.`,
} as const satisfies Catalogue

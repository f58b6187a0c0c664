import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../db.ts'

const tables = ({ id, integer, strict, bytewise }: typeof sqlite): readonly string[] => [
  `create table lane (
    key text primary key,
    ready_at ${integer},
    lease_until ${integer} not null default 0,
    fence ${integer} not null default 0
  )${strict}`,
  'create index lane_ready on lane (ready_at) where ready_at is not null',
  `create table inbox (
    id ${id},
    delivery_id text not null unique,
    lane text not null references lane (key),
    event text not null,
    action text,
    installation_id text,
    repo_id text,
    body_sha256 text not null,
    payload text not null,
    received_at ${integer} not null,
    run_at ${integer} not null,
    attempts ${integer} not null default 0,
    generation ${integer} not null default 0,
    coalesce_key text,
    done_at ${integer},
    dead_at ${integer},
    last_error text
  )${strict}`,
  'create index inbox_open on inbox (lane, id) where done_at is null and dead_at is null',
  'create index inbox_done on inbox (done_at) where done_at is not null',
  'create index inbox_body on inbox (body_sha256)',
  'create unique index inbox_coalesce on inbox (coalesce_key) where coalesce_key is not null and done_at is null and dead_at is null',
  `create table outbox (
    id ${id},
    key text not null,
    kind text not null,
    installation_id text not null,
    repo_id text not null,
    body text not null,
    generation ${integer} not null default 0,
    run_at ${integer} not null,
    attempts ${integer} not null default 0,
    lease_until ${integer} not null default 0,
    fence ${integer} not null default 0,
    last_error text,
    dead_at ${integer},
    unique (key, kind)
  )${strict}`,
  'create index outbox_due on outbox (run_at) where dead_at is null',
  `create table ledger (
    seq ${id},
    version ${integer} not null,
    repo_id text not null,
    chain_seq ${integer} not null,
    subject text not null,
    head_sha text not null,
    base_ref text not null,
    policy_sha256 text not null,
    checklist text not null,
    item_id text not null,
    item_hash text not null,
    actor_id text not null,
    actor_type text not null,
    signer_id text not null,
    decision text not null,
    via text not null,
    source text not null,
    body_hash text not null,
    covered text not null,
    at ${integer} not null,
    idem text not null unique,
    personal_hash text not null,
    prev_hash text not null,
    hash text not null,
    unique (repo_id, chain_seq)
  )${strict}`,
  'create index ledger_subject on ledger (repo_id, subject, chain_seq)',
  `create table ledger_person (
    repo_id text not null,
    chain_seq ${integer} not null,
    salt text not null,
    login text not null,
    reason text,
    primary key (repo_id, chain_seq),
    foreign key (repo_id, chain_seq) references ledger (repo_id, chain_seq)
  )${strict}`,
  `create table chain_head (
    repo_id text primary key,
    chain_seq ${integer} not null,
    hash text not null
  )${strict}`,
  `create table subject (
    id ${id},
    repo_id text not null,
    kind text not null,
    number ${integer} not null,
    full_name text not null default '',
    installation_id text not null default '',
    title text not null default '',
    author_login text,
    head_sha text not null default '',
    base_ref text not null default '',
    state text not null default 'open',
    is_draft ${integer} not null default 0,
    verdict text,
    waiting_since ${integer},
    waiting_for text not null default '[]',
    report_json text,
    comment_id text,
    comment_node_id text,
    comment_digest text,
    check_run_id text,
    check_run_node_id text,
    check_head_sha text,
    check_digest text,
    published_head_sha text,
    updated_at ${integer} not null,
    unique (repo_id, kind, number)
  )${strict}`,
  'create index subject_head on subject (repo_id, head_sha)',
  `create index subject_waiting on subject (waiting_since) where state = 'open'`,
  `create table render (
    id ${id},
    subject_id ${integer} not null references subject (id),
    body_digest text not null,
    head_sha text not null,
    unique (subject_id, body_digest)
  )${strict}`,
  `create table installation (
    id text primary key,
    account text not null,
    suspended ${integer} not null,
    removed ${integer} not null
  )${strict}`,
  `create table repository (
    id text primary key,
    installation_id text not null,
    full_name text not null,
    owner text not null,
    private ${integer} not null,
    removed ${integer} not null
  )${strict}`,
  'create index repository_installation on repository (installation_id)',
  `create table cache (
    key text${bytewise} primary key,
    value text not null,
    expires_at ${integer} not null
  )${strict}`,
]

/** `bytewise`: keys compare by code point, as ranges of prefixes need. */
const sqlite = { id: 'integer primary key autoincrement', integer: 'integer', strict: ' strict', bytewise: '' }
const postgres: typeof sqlite = {
  id: 'bigint generated always as identity primary key',
  integer: 'bigint',
  strict: '',
  bytewise: ' collate "C"',
}

const appendOnlySqlite = ['update', 'delete'].map(
  change => `create trigger ledger_no_${change} before ${change} on ledger
    begin select raise(abort, 'the ledger is append-only'); end`,
)

const appendOnlyPostgres = [
  `create function delivery_gates_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'the ledger is append-only'; end $$`,
  `create trigger ledger_append_only before update or delete on ledger
    for each row execute function delivery_gates_append_only()`,
  `create trigger ledger_no_truncate before truncate on ledger
    for each statement execute function delivery_gates_append_only()`,
]

export const initial: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = isPostgres(db)
      ? [...tables(postgres), ...appendOnlyPostgres]
      : [...tables(sqlite), ...appendOnlySqlite]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

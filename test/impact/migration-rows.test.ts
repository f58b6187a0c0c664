import { describe, expect, test } from 'vitest'
import { facts } from './helpers.ts'

const added = (path: string, after: string) => facts({ path, before: null, after })

describe('migrations', () => {
  test.each([
    [
      'db/migrate/20260101_add_rate.rb',
      'class A < ActiveRecord::Migration[7.1]\n def change\n  add_column :a, :rate, :integer\n end\nend\n',
      '20260101_add_rate',
    ],
    [
      'pay/migrations/0007_rate.py',
      'class Migration(migrations.Migration):\n operations = [migrations.AddField("a", "rate")]\n',
      '0007_rate',
    ],
    ['alembic/versions/ab12_rate.py', 'def upgrade():\n    op.add_column("a", sa.Column("rate"))\n', 'ab12_rate'],
    [
      'database/migrations/2026_01_01_000000_rate.php',
      "<?php\nfunction up() { Schema::table('a', fn($t) => $t->integer('rate')); }\n",
      '2026_01_01_000000_rate',
    ],
    [
      'priv/repo/migrations/20260101_rate.exs',
      'def change do\n  alter table(:a) do\n    add :rate, :integer\n  end\nend\n',
      '20260101_rate',
    ],
    [
      'src/Migrations/20260101000000_Rate.cs',
      'protected override void Up(MigrationBuilder b) { b.AddColumn<int>("rate"); }\n',
      '20260101000000_Rate',
    ],
    [
      'migrations/1767225600000-rate.ts',
      'exports.up = async k => { await k.schema.alterTable("a", t => t.integer("rate")) }\n',
      '1767225600000-rate',
    ],
    [
      'internal/migrations/0007_rate.go',
      'package m\nfunc Up0007(tx *sql.Tx) error { return exec(tx, "ALTER TABLE a ADD rate int") }\n',
      '0007_rate',
    ],
    ['src/main/resources/db/migration/V7__rate.sql', 'ALTER TABLE a ADD rate int;\n', 'V7__rate'],
    ['prisma/migrations/7_rate/migration.sql', 'ALTER TABLE a ADD COLUMN rate int;\n', '7_rate'],
    ['migrations/0007_rate.up.sql', 'ALTER TABLE a ADD rate int;\n', '0007_rate'],
    [
      'src/main/resources/db/changelog/007-rate.xml',
      '<databaseChangeLog><changeSet id="7"><addColumn tableName="a"/></changeSet></databaseChangeLog>\n',
      '007-rate',
    ],
  ])('%s', (path, text, stem) => {
    expect(added(path, text)).toEqual([`added migration ${stem}`])
  })

  test.each([
    ['the half that undoes', 'migrations/0007_rate.down.sql', 'ALTER TABLE a DROP rate;\n'],
    ['a script of Flyway that undoes', 'db/migration/U7__rate.sql', 'ALTER TABLE a DROP rate;\n'],
    ['a test of one', 'pay/migrations/test_0007.py', 'x = 1\n'],
    ['the design file beside it', 'src/Migrations/20260101000000_Rate.Designer.cs', 'class A {}\n'],
    ['a page beside it', 'migrations/README.md', '# Migrations\n'],
    ['the schema as a whole', 'migrations/schema.sql', 'CREATE TABLE a (id int);\n'],
    ['one of an example', 'examples/migrations/0007_rate.sql', 'DROP TABLE a;\n'],
  ])('not: %s', (_, path, text) => {
    expect(added(path, text)).toEqual([])
  })

  test.each([
    ['db/migrate/20260101_a.rb', 'def change\n  remove_column :a, :rate\nend\n'],
    ['db/migrate/20260101_a.rb', 'def up\n  drop_table :a\nend\ndef down\n  create_table :a\nend\n'],
    ['pay/migrations/0007_a.py', 'operations = [migrations.RemoveField("a", "rate")]\n'],
    [
      'alembic/versions/ab12_a.py',
      'def upgrade():\n    op.drop_column("a", "rate")\n\ndef downgrade():\n    op.add_column("a", "rate")\n',
    ],
    ['alembic/versions/ab12_a.py', 'def upgrade():\n    op.execute("DELETE FROM a WHERE old")\n'],
    [
      'database/migrations/2026_01_01_000000_a.php',
      "<?php\nfunction up() { Schema::dropIfExists('a'); }\nfunction down() {}\n",
    ],
    ['priv/repo/migrations/20260101_a.exs', 'def up do\n  drop table(:a)\nend\n'],
    ['src/Migrations/20260101000000_A.cs', 'void Up(MigrationBuilder b) { b.DropColumn("rate"); }\n'],
    ['migrations/1767225600000-a.ts', 'exports.up = k => k.schema.dropTable("a")\n'],
    ['db/migrate/20260101_a.rb', 'def up\n  execute <<~SQL\n    ALTER TABLE a DROP COLUMN rate;\n  SQL\nend\n'],
    ['migrations/0007_a.sql', 'ALTER TABLE a DROP COLUMN rate;\n'],
    ['migrations/0007_a.sql', 'alter table "a" add "b" int, drop "rate";\n'],
    ['migrations/0007_a.sql', 'DROP TABLE IF EXISTS public.a CASCADE;\n'],
    ['migrations/0007_a.sql', 'TRUNCATE a;\n'],
    ['migrations/0007_a.sql', 'DELETE FROM a;\n'],
    ['migrations/0007_a.sql', 'DO $$ BEGIN DROP TABLE a; END $$;\n'],
    ['db/changelog/007-a.xml', '<changeSet id="7"><dropColumn tableName="a" columnName="rate"/></changeSet>\n'],
    ['db/changelog/007-a.yaml', '- changeSet:\n    id: 7\n    changes:\n      - dropTable:\n          tableName: a\n'],
  ])('data is lost: %s: %j', (path, text) => {
    expect(added(path, text)).toEqual([expect.stringMatching(/^added! migration /)])
  })

  test.each([
    ['only downwards', 'db/migrate/20260101_a.rb', 'def up\n  create_table :a\nend\ndef down\n  drop_table :a\nend\n'],
    [
      'only downwards',
      'alembic/versions/ab12_a.py',
      'def upgrade():\n    op.add_column("a", "b")\n\ndef downgrade():\n    op.drop_column("a", "b")\n',
    ],
    [
      'only downwards',
      'src/Migrations/20260101000000_A.cs',
      'void Up(MigrationBuilder b) { b.AddColumn<int>("r"); }\nvoid Down(MigrationBuilder b) { b.DropColumn("r"); }\n',
    ],
    [
      'only downwards',
      'migrations/0007_a.sql',
      '-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\nDROP TABLE a;\n',
    ],
    [
      'only on rollback',
      'db/changelog/007-a.xml',
      '<changeSet id="7"><createTable tableName="a"/><rollback><dropTable tableName="a"/></rollback></changeSet>\n',
    ],
    ['an index', 'migrations/0007_a.sql', 'DROP INDEX a_rate;\n'],
    ['a constraint', 'migrations/0007_a.sql', 'ALTER TABLE a DROP CONSTRAINT a_fk;\n'],
    ['a duty to have a value', 'migrations/0007_a.sql', 'ALTER TABLE a ALTER COLUMN rate DROP NOT NULL;\n'],
    ['a view', 'migrations/0007_a.sql', 'DROP VIEW a_rates;\n'],
    ['a comment', 'migrations/0007_a.sql', '-- DROP TABLE a;\nALTER TABLE a ADD b int;\n'],
    [
      'a table whose rows were copied first',
      'migrations/0007_a.sql',
      'CREATE TABLE b AS SELECT * FROM a;\nDROP TABLE a;\nALTER TABLE b RENAME TO a;\n',
    ],
  ])('nothing is lost: %s: %s', (_, path, text) => {
    expect(added(path, text)).toEqual([expect.stringMatching(/^added migration /)])
  })

  test('an edit counts by what runs forward', () => {
    const path = 'migrations/0007_a.sql'
    const change = (before: string, after: string) => facts({ path, before, after })
    expect(change('ALTER TABLE a ADD b int;\n', 'alter  table a add b int; -- why\n')).toEqual([])
    expect(change('ALTER TABLE a ADD b int;\n', 'ALTER TABLE a ADD b bigint;\n')).toEqual(['changed migration 0007_a'])
    expect(change('ALTER TABLE a ADD b int;\n', 'ALTER TABLE a DROP b;\n')).toEqual(['changed! migration 0007_a'])
    expect(facts({ path, before: 'ALTER TABLE a ADD b int;\n', after: null })).toEqual(['removed migration 0007_a'])
  })
})

import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

/** Where each tool keeps a migration, by the name that rows of this file use. */
const places = {
  rails: 'db/migrate/20260101120000_rate.rb',
  django: 'shop/orders/migrations/0007_rate.py',
  alembic: 'alembic/versions/ab12_rate.py',
  laravel: 'database/migrations/2026_01_01_000000_rate.php',
  doctrine: 'migrations/Version20260101120000.php',
  yii: 'console/migrations/m260101_120000_rate.php',
  ecto: 'priv/repo/migrations/20260101120000_rate.exs',
  dotnet: 'src/Shop/Migrations/20260101120000_Rate.cs',
  js: 'migrations/20260101120000_rate.js',
  ts: 'src/migrations/1767225600000-Rate.ts',
  go: 'internal/migrations/0007_rate.go',
  java: 'src/main/java/db/migration/V7__Rate.java',
  sql: 'migrations/0007_rate.sql',
  xml: 'src/main/resources/db/changelog/007.xml',
  yaml: 'src/main/resources/db/changelog/007.yaml',
  json: 'src/main/resources/db/changelog/007.json',
} as const

type Tool = keyof typeof places

/** What runs upwards and, where told, downwards, as each tool has it written. */
const written: Readonly<Record<Tool, (up: string, down?: string) => string>> = {
  rails: (up, down) =>
    `class Rate < ActiveRecord::Migration[7.1]\n  def up\n    ${up}\n  end\n${down === undefined ? '' : `\n  def down\n    ${down}\n  end\n`}end\n`,
  django: (up, down) => `class Migration(migrations.Migration):\n    operations = [${up}]\n${down ?? ''}`,
  alembic: (up, down = 'pass') => `def upgrade():\n    ${up}\n\n\ndef downgrade():\n    ${down}\n`,
  laravel: (up, down = '') =>
    `<?php\nreturn new class extends Migration {\n    public function up(): void\n    {\n        ${up}\n    }\n\n    public function down(): void\n    {\n        ${down}\n    }\n};\n`,
  doctrine: (up, down = '') =>
    `<?php\nfinal class V extends AbstractMigration\n{\n    public function up(Schema $schema): void\n    {\n        ${up}\n    }\n\n    public function down(Schema $schema): void\n    {\n        ${down}\n    }\n}\n`,
  yii: (up, down = '') =>
    `<?php\nclass m extends Migration\n{\n    public function safeUp()\n    {\n        ${up}\n    }\n\n    public function safeDown()\n    {\n        ${down}\n    }\n}\n`,
  ecto: (up, down = ':ok') =>
    `defmodule Shop.Rate do\n  use Ecto.Migration\n\n  def up do\n    ${up}\n  end\n\n  def down do\n    ${down}\n  end\nend\n`,
  dotnet: (up, down = '') =>
    `public partial class Rate : Migration\n{\n    protected override void Up(MigrationBuilder b)\n    {\n        ${up}\n    }\n\n    protected override void Down(MigrationBuilder b)\n    {\n        ${down}\n    }\n}\n`,
  js: (up, down = '') =>
    `exports.up = async function (knex) {\n  ${up}\n}\n\nexports.down = async function (knex) {\n  ${down}\n}\n`,
  ts: (up, down = '') =>
    `export class Rate implements MigrationInterface {\n  public async up(q: QueryRunner): Promise<void> {\n    ${up}\n  }\n\n  public async down(q: QueryRunner): Promise<void> {\n    ${down}\n  }\n}\n`,
  go: (up, down = 'return nil') =>
    `package migrations\n\nfunc upRate(tx *sql.Tx) error {\n\t${up}\n}\n\nfunc downRate(tx *sql.Tx) error {\n\t${down}\n}\n`,
  java: up =>
    `public class V7__Rate extends BaseJavaMigration {\n  public void migrate(Context c) {\n    ${up}\n  }\n}\n`,
  sql: (up, down) => (down === undefined ? `${up}\n` : `-- +goose Up\n${up}\n-- +goose Down\n${down}\n`),
  xml: (up, down) =>
    `<databaseChangeLog>\n  <changeSet id="7" author="a">\n    ${up}\n${down === undefined ? '' : `    <rollback>${down}</rollback>\n`}  </changeSet>\n</databaseChangeLog>\n`,
  yaml: (up, down) =>
    `databaseChangeLog:\n  - changeSet:\n      id: 7\n      changes:\n        - ${up}: {tableName: a}\n${down === undefined ? '' : `      rollback:\n        - ${down}: {tableName: a}\n`}`,
  json: (up, down) =>
    `{"databaseChangeLog": [{"changeSet": {"id": "7", "changes": [{"${up}": {"tableName": "a"}}]${down === undefined ? '' : `, "rollback": [{"${down}": {"tableName": "a"}}]`}}}]}\n`,
}

/** A step that loses nothing, and one that drops. */
const steps: Readonly<Record<Tool, readonly [keeps: string, drops: string]>> = {
  rails: ['add_column :a, :rate, :integer', 'drop_table :a'],
  django: ['migrations.AddField("a", "rate", models.IntegerField())', 'migrations.DeleteModel("a")'],
  alembic: ['op.add_column("a", sa.Column("rate", sa.Integer()))', 'op.drop_table("a")'],
  laravel: ["Schema::table('a', fn ($t) => $t->integer('rate'));", "Schema::drop('a');"],
  doctrine: ["$this->addSql('ALTER TABLE a ADD rate INT');", "$this->addSql('DROP TABLE a');"],
  yii: ["$this->addColumn('a', 'rate', 'int');", "$this->dropTable('a');"],
  ecto: ['alter table(:a), do: add(:rate, :integer)', 'drop table(:a)'],
  dotnet: ['b.AddColumn<int>(name: "Rate", table: "A");', 'b.DropTable(name: "A");'],
  js: ["await knex.schema.alterTable('a', t => t.integer('rate'))", "await knex.schema.dropTable('a')"],
  ts: ['await q.query(`ALTER TABLE "a" ADD "rate" int`)', 'await q.query(`DROP TABLE "a"`)'],
  go: ['return run(tx, "ALTER TABLE a ADD rate int")', 'return run(tx, "DROP TABLE a")'],
  java: ['c.execute("ALTER TABLE a ADD rate int");', 'c.execute("DROP TABLE a");'],
  sql: ['ALTER TABLE a ADD rate int;', 'DROP TABLE a;'],
  xml: ['<addColumn tableName="a"/>', '<dropTable tableName="a"/>'],
  yaml: ['addColumn', 'dropTable'],
  json: ['addColumn', 'dropTable'],
}

const tools = Object.keys(places) as readonly Tool[]
const undoable = tools.filter(tool => tool !== 'java' && tool !== 'django')
const stem = (tool: Tool): string => places[tool].replace(/^.*\//, '').replace(/\.\w+$/, '')
const added = (path: string, after: string) => facts({ path, before: null, after })

describe.each(tools)('a migration of %s', tool => {
  const path = places[tool]
  const [keeps, drops] = steps[tool]
  const write = written[tool]

  test('comes, with its name at its first line, and without its text', () => {
    expect(told({ path, before: null, after: write(keeps) })).toEqual([
      `added migration ${stem(tool)} null -> null ${path}:1`,
    ])
    expect(told({ path, before: null, after: write(drops) })).toEqual([
      `added! migration ${stem(tool)} null -> null ${path}:1`,
    ])
  })

  test('goes, and loses nothing by that', () => {
    expect(facts({ path, before: write(drops), after: null })).toEqual([`removed migration ${stem(tool)}`])
  })

  test('is edited', () => {
    expect(facts({ path, before: write(keeps), after: write(drops) })).toEqual([`changed! migration ${stem(tool)}`])
    expect(facts({ path, before: write(drops), after: write(keeps) })).toEqual([`changed migration ${stem(tool)}`])
    expect(facts({ path, before: write(keeps), after: write(keeps.replace(/(?:rate|Column)\b/i, '$&2')) })).toEqual([
      `changed migration ${stem(tool)}`,
    ])
  })

  test('in another folder is the same', () => {
    const moved = `services/shop/${path}`
    expect(facts({ path: moved, previousPath: path, before: write(keeps), after: write(keeps) })).toEqual([])
    expect(
      facts({ path, before: write(keeps), after: null }, { path: moved, before: null, after: write(keeps) }),
    ).toEqual([])
  })

  test('of tests, examples and other people is none', () => {
    for (const folder of ['tests', 'examples', 'vendor', 'docs', '.github'])
      expect(added(`${folder}/${path}`, write(drops))).toEqual([])
  })
})

test.each(undoable)('what %s runs downwards says nothing', tool => {
  const [path, [keeps, drops], write] = [places[tool], steps[tool], written[tool]]
  expect(added(path, write(keeps, drops))).toEqual([`added migration ${stem(tool)}`])
  expect(added(path, write(drops, keeps))).toEqual([`added! migration ${stem(tool)}`])
  expect(facts({ path, before: write(keeps), after: write(keeps, drops) })).toEqual([])
})

describe('where migrations lie', () => {
  test.each([
    ['engines/pay/db/migrate/20260101_a.rb', 'rails', '20260101_a'],
    ['db/post_migrate/20260101_a.rb', 'rails', '20260101_a'],
    ['shop/migrations/0007_a.py', 'django', '0007_a'],
    ['backend/migrations/versions/2026_01_01_ab12_a.py', 'alembic', '2026_01_01_ab12_a'],
    ['modules/pay/database/migrations/2026_01_01_000000_a.php', 'laravel', '2026_01_01_000000_a'],
    ['apps/pay/priv/repo/migrations/20260101_a.exs', 'ecto', '20260101_a'],
    ['db/migrations/20260101120000-a.cjs', 'js', '20260101120000-a'],
    ['packages/api/src/database/migrations/20260101120000_a.mts', 'ts', '20260101120000_a'],
    ['server/migrations/20260101_a.go', 'go', '20260101_a'],
    ['src/main/kotlin/db/migration/V7_1__A.kt', 'java', 'V7_1__A'],
    ['prisma/migrations/20260101_a/migration.sql', 'sql', '20260101_a'],
    ['migrations/2026-01-01-120000_a/up.sql', 'sql', '2026-01-01-120000_a'],
    ['db/migrations/20260101_a.sql', 'sql', '20260101_a'],
    ['store/migrate/0007_a.up.sql', 'sql', '0007_a'],
    ['sql/V1.2.3__a.sql', 'sql', 'V1.2.3__a'],
    ['src/main/resources/db/migration/R__a.sql', 'sql', 'R__a'],
    ['src/main/resources/liquibase/db.changelog-1.2.xml', 'xml', 'db.changelog-1.2'],
    ['src/main/resources/db.changelog-1.2.yaml', 'yaml', 'db.changelog-1.2'],
  ] as const)('%s', (path, tool, key) => {
    expect(added(path, written[tool](steps[tool][0]))).toEqual([`added migration ${key}`])
  })

  test.each([
    ['migrations/2026-01-01-120000_a/down.sql', 'sql'],
    ['migrations/0007_a.down.sql', 'sql'],
    ['migrations/0007_a_rollback.sql', 'sql'],
    ['db/migration/U7__a.sql', 'sql'],
    ['db/structure.sql', 'sql'],
    ['migrations/seed.sql', 'sql'],
    ['queries/orders.sql', 'sql'],
    ['db/schema.rb', 'rails'],
    ['db/seeds/20260101_a.rb', 'rails'],
    ['spec/migrations/20260101_a_spec.rb', 'rails'],
    ['shop/migrations/__init__.py', 'django'],
    ['shop/management/commands/0007_a.py', 'django'],
    ['alembic/env.py', 'alembic'],
    ['alembic/versions/__init__.py', 'alembic'],
    ['src/migrations/index.ts', 'ts'],
    ['src/migrations/1767225600000-A.test.ts', 'ts'],
    ['src/migrations/1767225600000-A.d.ts', 'ts'],
    ['internal/migrations/0007_a_test.go', 'go'],
    ['internal/migrations/migrate.go', 'go'],
    ['src/Migrations/20260101120000_A.Designer.cs', 'dotnet'],
    ['src/Migrations/ShopContextModelSnapshot.cs', 'dotnet'],
    ['src/main/java/shop/Orders.java', 'java'],
    ['.changeset/brave-cats.json', 'json'],
    ['src/main/resources/logging.xml', 'xml'],
  ] as const)('not: %s', (path, tool) => {
    expect(added(path, written[tool](steps[tool][1])).filter(one => one.includes(' migration '))).toEqual([])
  })
})

describe('a run upwards that loses data', () => {
  test.each([
    ['rails', 'remove_columns :a, :b, :c'],
    ['rails', 'remove_reference :a, :b'],
    ['rails', 'drop_join_table :a, :b'],
    ['rails', 'change_table(:a) { |t| t.remove :b }'],
    ['rails', 'remove_timestamps :a'],
    ['rails', 'Rate.where(old: true).delete_all'],
    ['rails', 'Rate.find_each(&:destroy) && Rate.destroy_all'],
    ['rails', 'execute "TRUNCATE a"'],
    ['django', 'migrations.RemoveField("a", "rate")'],
    ['django', 'migrations.RunSQL("DELETE FROM a WHERE old")'],
    ['django', 'migrations.RunSQL(sql="DROP TABLE a", reverse_sql="CREATE TABLE a (id int)")'],
    ['alembic', 'op.drop_column("a", "rate")'],
    ['alembic', 'with op.batch_alter_table("a") as batch_op:\n        batch_op.drop_column("rate")'],
    ['alembic', 'op.execute(sa.delete(a).where(a.c.old))'],
    ['alembic', 'op.execute("""\n        -- old ones\n        DELETE FROM a\n    """)'],
    ['laravel', "Schema::table('a', function ($t) { $t->dropColumn('rate'); });"],
    ['laravel', "Schema::table('a', fn ($t) => $t->dropSoftDeletes());"],
    ['laravel', "Schema::table('a', fn ($t) => $t->dropConstrainedForeignId('b_id'));"],
    ['laravel', "DB::table('a')->truncate();"],
    ['laravel', "DB::statement('DELETE FROM a');"],
    ['doctrine', "$this->addSql('ALTER TABLE a DROP rate');"],
    ['doctrine', "$schema->dropTable('a');"],
    ['yii', "$this->dropColumn('a', 'rate');"],
    ['ecto', 'drop_if_exists table("a")'],
    ['ecto', 'alter table(:a) do\n      remove :rate\n    end'],
    ['ecto', 'execute "ALTER TABLE a DROP COLUMN rate"'],
    ['ecto', 'repo().delete_all("a")'],
    ['dotnet', 'b.DropColumn(name: "Rate", table: "A");'],
    ['dotnet', 'b.DropSchema("old");'],
    ['dotnet', 'b.DeleteData(table: "A", keyColumn: "Id", keyValue: 1);'],
    ['dotnet', 'b.Sql(@"DELETE FROM A");'],
    ['js', "await knex.schema.table('a', t => t.dropColumn('rate'))"],
    ['js', "await knex.schema.dropTableIfExists('a')"],
    ['js', "await knex('a').where({ old: true }).del()"],
    ['js', "await queryInterface.removeColumn('a', 'rate')"],
    ['js', "await queryInterface.bulkDelete('a', { old: true })"],
    ['js', "await db.collection('a').deleteMany({ old: true })"],
    ['ts', "await q.dropColumn('a', 'rate')"],
    ['ts', 'await q.query(`ALTER TABLE "a" DROP COLUMN "rate"`)'],
    ['ts', "await q.query('TRUNCATE a')"],
    ['go', 'return tx.Migrator().DropColumn(&A{}, "rate")'],
    ['go', 'return tx.Migrator().DropTable("a")'],
    ['go', 'return run(tx, `\n\t\tALTER TABLE a\n\t\tDROP COLUMN rate\n\t`)'],
    ['java', 'c.execute("""\n      DELETE FROM a\n      """);'],
    ['xml', '<dropColumn tableName="a" columnName="rate"/>'],
    ['xml', '<delete tableName="a"/>'],
    ['xml', '<ext:dropTable tableName="a"/>'],
    ['xml', '<sql>TRUNCATE TABLE a</sql>'],
    ['yaml', 'dropColumn'],
    ['yaml', 'delete'],
    ['json', 'dropColumn'],
  ] as const)('%s: %s', (tool, up) => {
    expect(added(places[tool], written[tool](up))).toEqual([`added! migration ${stem(tool)}`])
  })

  test.each([
    ['rails', 'remove_index :a, :rate'],
    ['rails', 'remove_foreign_key :a, :b'],
    ['rails', 'remove_check_constraint :a, name: "positive"'],
    ['rails', 'change_column_null :a, :rate, true'],
    ['rails', 'rename_column :a, :rate, :price'],
    ['rails', 'add_foreign_key :a, :b, on_delete: :cascade'],
    [
      'rails',
      'reversible do |dir|\n      dir.up { add_column :a, :rate, :integer }\n      dir.down { remove_column :a, :rate }\n    end',
    ],
    ['rails', '# drop_table :b\n    add_column :a, :rate, :integer'],
    ['django', 'migrations.RemoveIndex("a", "a_rate")'],
    ['django', 'migrations.RemoveConstraint("a", "a_rate")'],
    ['django', 'migrations.RenameField("a", "rate", "price")'],
    ['django', 'migrations.AlterField("a", "rate", models.CharField(max_length=5))'],
    ['django', 'migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("a")])'],
    ['django', 'migrations.RunSQL(sql="CREATE TABLE a (id int)", reverse_sql="DROP TABLE a")'],
    ['django', 'migrations.RunSQL("CREATE TABLE a (id int)", "DROP TABLE a")'],
    ['alembic', 'op.drop_index("a_rate")'],
    ['alembic', '"""Drop table a, some day."""\n    op.drop_index("a_rate")'],
    ['alembic', 'log.info("Delete what nobody needs")'],
    ['alembic', 'op.drop_constraint("a_fk", "a")'],
    ['alembic', 'op.alter_column("a", "rate", nullable=True)'],
    ['laravel', "Schema::table('a', fn ($t) => $t->dropIndex('a_rate'));"],
    ['laravel', "Schema::table('a', fn ($t) => $t->dropForeign(['b_id']));"],
    ['laravel', "Schema::table('a', fn ($t) => $t->dropUnique('a_rate'));"],
    ['laravel', "Schema::table('a', fn ($t) => $t->renameColumn('rate', 'price'));"],
    ['doctrine', "$this->addSql('DROP INDEX a_rate');"],
    ['yii', "$this->dropIndex('a_rate', 'a');"],
    ['yii', "$this->dropForeignKey('a_fk', 'a');"],
    ['ecto', 'drop index(:a, [:rate])'],
    ['ecto', 'drop constraint(:a, :positive)'],
    ['ecto', 'rename table(:a), :rate, to: :price'],
    ['ecto', 'execute("CREATE TABLE a (id int)", "DROP TABLE a")'],
    ['dotnet', 'b.DropIndex(name: "IX_A", table: "A");'],
    ['dotnet', 'b.DropForeignKey(name: "FK_A", table: "A");'],
    ['dotnet', 'b.Sql("DROP VIEW Rates");'],
    ['js', "await knex.schema.table('a', t => t.dropIndex('rate'))"],
    ['js', "await knex.schema.table('a', t => t.dropForeign('b_id'))"],
    ['js', "await queryInterface.removeIndex('a', 'a_rate')"],
    ['js', "await queryInterface.removeConstraint('a', 'a_fk')"],
    ['ts', 'await q.query(`ALTER TABLE "a" DROP CONSTRAINT "a_fk"`)'],
    ['ts', "await q.dropIndex('a', 'a_rate')"],
    ['go', 'return tx.Migrator().DropIndex(&A{}, "a_rate")'],
    ['go', 'return run(tx, "DROP TRIGGER a_rate ON a")'],
    ['java', 'c.execute("DROP INDEX a_rate"); // DROP TABLE a'],
    ['xml', '<dropIndex indexName="a_rate"/>'],
    ['xml', '<dropForeignKeyConstraint baseTableName="a"/>'],
    ['xml', '<dropNotNullConstraint tableName="a"/>'],
    ['xml', '<dropDefaultValue tableName="a"/>'],
    ['xml', '<!-- <dropTable tableName="b"/> --><addColumn tableName="a"/>'],
    ['yaml', 'dropIndex'],
    ['json', 'dropView'],
  ] as const)('none: %s: %s', (tool, up) => {
    expect(added(places[tool], written[tool](up))).toEqual([`added migration ${stem(tool)}`])
  })
})

describe('data that SQL loses', () => {
  const lost = (sql: string) => added('db/migrations/0007_a.sql', sql)[0]?.startsWith('added! ')

  test.each([
    'drop table a',
    'DROP TABLE IF EXISTS "shop"."a", b CASCADE;',
    'DROP FOREIGN TABLE a;',
    'DROP SCHEMA shop CASCADE;',
    'DROP DATABASE shop;',
    'TRUNCATE TABLE a;',
    'ALTER TABLE a DROP rate;',
    'ALTER TABLE a DROP COLUMN IF EXISTS rate;',
    'ALTER TABLE IF EXISTS ONLY a\n  DROP COLUMN "index";',
    'ALTER TABLE `a` ADD `b` int, DROP COLUMN `rate`, DROP INDEX `c`;',
    'ALTER TABLE [dbo].[a] DROP COLUMN [rate];',
    'ALTER TABLE a ALTER COLUMN b DROP DEFAULT, DROP COLUMN c;',
    'ALTER TABLE a DROP PARTITION p1;',
    'DELETE FROM a WHERE old;',
    'WITH old AS (SELECT 1) DELETE FROM a USING old;',
    "IF OBJECT_ID('a') IS NOT NULL DROP TABLE a;",
    'DO $$ BEGIN IF true THEN DELETE FROM a; END IF; END $$;',
    '/*!40000 DROP TABLE a */;',
    'CREATE TEMPORARY TABLE t (id int);\nDROP TABLE a;',
    'INSERT INTO b SELECT * FROM c;\nDROP TABLE a;',
    "INSERT INTO b VALUES ('it''s -- no comment');\nDROP TABLE a;",
    '-- the old rates\n\n/* gone */ DROP TABLE a;',
  ])('lost: %s', sql => expect(lost(sql)).toBe(true))

  test.each([
    'DROP INDEX a_rate;',
    'DROP INDEX CONCURRENTLY IF EXISTS a_rate;',
    'DROP VIEW a_rates;',
    'DROP MATERIALIZED VIEW a_rates;',
    'DROP TYPE rate;',
    'DROP FUNCTION rate();',
    'DROP TRIGGER t ON a;',
    'DROP SEQUENCE a_seq;',
    'DROP POLICY p ON a;',
    'DROP EXTENSION citext;',
    'ALTER TABLE a DROP CONSTRAINT IF EXISTS a_fk;',
    'ALTER TABLE a DROP PRIMARY KEY;',
    'ALTER TABLE a DROP FOREIGN KEY a_fk, DROP INDEX a_rate, DROP KEY b, DROP CHECK c;',
    'ALTER TABLE a ALTER COLUMN rate DROP NOT NULL;',
    'ALTER TABLE a ALTER rate DROP DEFAULT;',
    'ALTER TABLE a ALTER COLUMN id DROP IDENTITY IF EXISTS;',
    'ALTER TABLE a ALTER COLUMN rate TYPE varchar(10);',
    'ALTER TABLE a MODIFY rate smallint;',
    'ALTER TABLE a CHANGE rate price int;',
    'ALTER TABLE a RENAME COLUMN rate TO price;',
    'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES b ON DELETE CASCADE;',
    'CREATE TEMP TABLE t AS SELECT 1;\nDROP TABLE t;',
    "INSERT INTO b VALUES ('x; DROP TABLE a;');",
    "COMMENT ON TABLE a IS 'DELETE FROM a';",
    'UPDATE a SET rate = 1;',
    'CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN DELETE FROM a; DROP TABLE b; END $$ LANGUAGE plpgsql;',
    'CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b WHERE id = 1; DELETE FROM c; END;',
    'CREATE TABLE new_a (id int);\nINSERT INTO new_a SELECT id FROM a;\nDROP TABLE a;\nALTER TABLE new_a RENAME TO a;',
    'CREATE TABLE "new_a" ("id" int);\nINSERT INTO "new_a" ("id") SELECT "id" FROM "a";\nDROP TABLE "a";\nALTER TABLE "new_a" RENAME TO "a";',
    'CREATE TABLE b LIKE a;\nINSERT INTO b SELECT * FROM a;\nDROP TABLE a;\nRENAME TABLE b TO a;',
  ])('kept: %s', sql => expect(lost(sql)).toBe(false))
})

describe('halves in one file', () => {
  const path = 'db/migrations/0007_a.sql'
  test.each([
    ['goose', '-- +goose Up', '-- +goose Down'],
    ['goose in small letters', '-- +goose up', '-- +goose down'],
    ['sql-migrate', '-- +migrate Up', '-- +migrate Down'],
    ['dbmate', '-- migrate:up', '-- migrate:down'],
    ['dbmate with options', '-- migrate:up transaction:false', '-- migrate:down transaction:false'],
    ['shmig', '-- @UP', '-- @DOWN'],
  ])('%s', (_, up, down) => {
    const both = (forward: string, back: string) => `${up}\n${forward}\n\n${down}\n${back}\n`
    expect(added(path, both('CREATE TABLE a (id int);', 'DROP TABLE a;'))).toEqual(['added migration 0007_a'])
    expect(added(path, both('DROP TABLE a;', 'CREATE TABLE a (id int);'))).toEqual(['added! migration 0007_a'])
    expect(added(path, `${down}\nCREATE TABLE a (id int);\n${up}\nDROP TABLE a;\n`)).toEqual([
      'added! migration 0007_a',
    ])
    expect(added(path, both('', 'DROP TABLE a;'))).toEqual([])
  })

  test('a comment that speaks of it is no mark', () => {
    expect(added(path, '-- Up to 10 rows\n-- Down the road:\nDROP TABLE a;\n')).toEqual(['added! migration 0007_a'])
  })

  test('Liquibase in SQL', () => {
    const set = '--liquibase formatted sql\n--changeset a:7\nCREATE TABLE a (id int);\n--rollback DROP TABLE a;\n'
    expect(added('db/changelog/007.sql', set)).toEqual(['added migration 007'])
  })

  test.each([
    ['js', "exports.up = knex => knex.schema.createTable('a')\n\nexports.down = knex => knex.schema.dropTable('a')\n"],
    [
      'js',
      "exports.up = (knex) =>\n  knex.schema\n    .createTable('a')\n    .createTable('b');\n\nexports.down = (knex) =>\n  knex.schema\n    .dropTable('b')\n    .dropTable('a');\n",
    ],
    [
      'js',
      "module.exports = {\n  up: async (q, S) => { await q.createTable('a', {}) },\n  down: async (q, S) => { await q.dropTable('a') },\n}\n",
    ],
    [
      'js',
      "module.exports = {\n  async up(q) { await q.createTable('a', {}) },\n  async down(q) { await q.dropTable('a') },\n}\n",
    ],
    ['js', "module.exports = {\n  up: q => q.createTable('a', {}),\n  down: q => q.dropTable('a'),\n}\n"],
    [
      'js',
      "export async function up(db) {\n  await db.createCollection('a')\n}\n\nexport async function down(db) {\n  await db.dropCollection('a')\n}\n",
    ],
    [
      'ts',
      "export const up = async ({ context: q }) => { await q.createTable('a', {}) }\nexport const down = async ({ context: q }) => { await q.dropTable('a') }\n",
    ],
    [
      'go',
      'func Up(tx *sql.Tx) error { return run(tx, "CREATE TABLE a (id int)") }\nfunc Down(tx *sql.Tx) error { return run(tx, "DROP TABLE a") }\n',
    ],
    [
      'go',
      'var m = &M{\n\tMigrate: func(tx *DB) error { return tx.AutoMigrate(&A{}) },\n\tRollback: func(tx *DB) error { return tx.Migrator().DropTable("a") },\n}\n',
    ],
    [
      'go',
      'func init() {\n\tMigrations.MustRegister(func(ctx context.Context, db *bun.DB) error {\n\t\treturn db.RunInTx(ctx, &sql.TxOptions{}, func(ctx context.Context, tx bun.Tx) error {\n\t\t\treturn run(tx, "CREATE TABLE a (id int)")\n\t\t})\n\t}, nil)\n}\n',
    ],
    [
      'go',
      'func init() {\n\tMigrations.MustRegister(func(ctx context.Context, db *bun.DB) error {\n\t\treturn run(db, "CREATE TABLE a (id int)")\n\t}, func(ctx context.Context, db *bun.DB) error {\n\t\treturn run(db, "DROP TABLE a")\n\t})\n}\n',
    ],
    [
      'django',
      'def fill(apps, editor):\n    A.objects.create()\n\n\ndef fill_reverse(apps, editor):\n    A.objects.all().delete()\n\n\nclass Migration(M):\n    operations = [migrations.RunPython(fill, fill_reverse)]\n',
    ],
    [
      'django',
      'def fill(apps, editor):\n    A.objects.create()\n\n\ndef empty(apps, editor):\n    A.objects.all().delete()\n\n\nclass Migration(M):\n    operations = [migrations.RunPython(fill, empty)]\n',
    ],
    [
      'django',
      'def fill(apps, editor):\n    A.objects.create()\n\n\ndef empty(apps, editor):\n    A.objects.all().delete()\n\n\nclass Migration(M):\n    operations = [migrations.RunPython(code=fill, reverse_code=empty)]\n',
    ],
    [
      'alembic',
      'def upgrade_engine1():\n    op.create_table("a")\n\n\ndef downgrade_engine1():\n    op.drop_table("a")\n',
    ],
    ['ecto', 'def change do\n  execute "CREATE TABLE a (id int)",\n          "DROP TABLE a"\nend\n'],
    [
      'yaml',
      'databaseChangeLog:\n- changeSet:\n    id: 7\n    changes:\n    - createTable:\n        tableName: a\n    rollback:\n    - dropTable:\n        tableName: a\n',
    ],
  ] as const)('%s: %s', (tool, whole) => {
    expect(added(places[tool], whole)).toEqual([`added migration ${stem(tool)}`])
  })

  test('a function that runs upwards as well as downwards loses what it loses', () => {
    const swap = (calls: string) =>
      `def swap(apps, editor):\n    A.objects.all().delete()\n\n\nclass Migration(M):\n    operations = [${calls}]\n`
    expect(added(places.django, swap('migrations.RunPython(swap, swap)'))).toEqual(['added! migration 0007_rate'])
    expect(added(places.django, swap('migrations.RunPython(swap, migrations.RunPython.noop)'))).toEqual([
      'added! migration 0007_rate',
    ])
  })
})

describe('an edit', () => {
  const edit = (path: string, before: string, after: string) => facts({ path, before, after })

  test.each([
    [
      'comment',
      'rails',
      'def up\n  add_column :a, :b, :text\nend\n',
      '# why\ndef up\n  add_column :a, :b, :text # b\nend\n',
    ],
    [
      'comment',
      'laravel',
      "<?php\nfunction up() { A::b('c'); }\n",
      "<?php\n/** Why. */\nfunction up() { A::b('c'); } // c\n",
    ],
    ['comment', 'dotnet', 'void Up(B b) { b.A("c"); }\n', '/* why */\nvoid Up(B b) { b.A("c"); }\n'],
    [
      'comment',
      'xml',
      written.xml('<addColumn tableName="a"/>'),
      written.xml('<comment>why</comment><addColumn tableName="a"/>'),
    ],
    ['comment', 'yaml', written.yaml('addColumn'), `# why\n${written.yaml('addColumn')}`],
    [
      'layout',
      'django',
      'operations = [A("b", c=[1, 2])]\n',
      'operations = [\n    A(\n        "b",\n        c=[1, 2],\n    ),\n]\n',
    ],
    ['layout', 'ts', 'up() { q.a({ b: 1 }) }\n', 'up() {\n  q.a({\n    b: 1,\n  })\n}\n'],
    [
      'layout',
      'xml',
      written.xml('<addColumn tableName="a"/>'),
      written.xml('\n\n      <addColumn\n        tableName="a"/>\n'),
    ],
    ['layout', 'json', written.json('addColumn'), written.json('addColumn').replaceAll(' ', '\n  ')],
    ['quotes', 'alembic', "def upgrade():\n    op.add('a', 'b')\n", 'def upgrade():\n    op.add("a", "b")\n'],
    ['quotes', 'js', "exports.up = k => k.a('b')\n", 'exports.up = k => k.a("b")\n'],
    ['words of SQL in capitals', 'sql', 'create table a (id int);\n', 'CREATE TABLE a\n(\n  id INT\n);\n'],
    [
      'what describes it',
      'alembic',
      '"""Rates.\n\nCreate Date: 2026-01-01\n"""\ndef upgrade():\n    op.a()\n',
      '"""Rates of all.\n\nCreate Date: 2026-01-02\n"""\ndef upgrade():\n    op.a()\n',
    ],
    ['half that undoes', 'alembic', written.alembic('op.a()', 'op.b()'), written.alembic('op.a()', 'op.c()')],
    [
      'half that undoes',
      'django',
      'def a(apps, e):\n    A.add()\n\n\nops = [RunPython(a)]\n',
      'def a(apps, e):\n    A.add()\n\n\ndef b(apps, e):\n    A.sub()\n\n\nops = [RunPython(a, b)]\n',
    ],
    [
      'half that undoes',
      'django',
      'ops = [RunSQL("SELECT 1", "SELECT 2")]\n',
      'ops = [RunSQL("SELECT 1", "SELECT 3")]\n',
    ],
    ['half that undoes', 'ecto', 'execute("SELECT 1", "SELECT 2")\n', 'execute("SELECT 1",\n  "SELECT 3")\n'],
    [
      'half that undoes',
      'go',
      'Register(func(t T) error {\n\ta()\n}, func(t T) error {\n\tb()\n})\n',
      'Register(func(t T) error {\n\ta()\n}, func(t T) error {\n\tc()\n})\n',
    ],
    ['half that undoes', 'json', written.json('addColumn', 'dropColumn'), written.json('addColumn', 'dropTable')],
    [
      'half that undoes',
      'sql',
      written.sql('CREATE TABLE a (id int);', 'DROP TABLE a;'),
      written.sql('CREATE TABLE a (id int);', 'DROP TABLE IF EXISTS a;'),
    ],
  ] as const)('says nothing: %s (%s)', (_, tool, before, after) => {
    expect(before).not.toBe(after)
    expect(edit(places[tool], before, after)).toEqual([])
  })

  test.each([
    [
      'another way of running it',
      'django',
      'ops = [RunPython(a, elidable=True)]\n',
      'ops = [RunPython(a, elidable=False)]\n',
      '',
    ],
    [
      'a step more',
      'xml',
      written.xml('<addColumn tableName="a"/>'),
      written.xml('<addColumn tableName="a"/>\n<addColumn tableName="b"/>'),
      '',
    ],
    [
      'a set more',
      'yaml',
      written.yaml('addColumn'),
      `${written.yaml('addColumn')}  - changeSet:\n      id: 8\n      changes:\n        - dropTable: {tableName: b}\n`,
      '!',
    ],
    ['another string', 'sql', "UPDATE a SET b = 'x';\n", "UPDATE a SET b = 'X';\n", ''],
    ['another string', 'alembic', 'def upgrade():\n    op.add("a b")\n', 'def upgrade():\n    op.add("a  c")\n', ''],
    ['another order', 'sql', 'DROP INDEX a;\nDROP INDEX b;\n', 'DROP INDEX b;\nDROP INDEX a;\n', ''],
    [
      'halves that changed places',
      'sql',
      written.sql('CREATE TABLE a (id int);', 'DROP TABLE a;'),
      written.sql('DROP TABLE a;', 'CREATE TABLE a (id int);'),
      '!',
    ],
  ] as const)('%s (%s) is told', (_, tool, before, after, mark) => {
    expect(edit(places[tool], before, after)).toEqual([`changed${mark} migration ${stem(tool)}`])
  })

  test('another name is another migration', () => {
    const [before, after] = [places.sql, 'migrations/0008_rate.sql']
    const same = 'DROP TABLE a;\n'
    expect(told({ path: after, previousPath: before, before: same, after: same })).toEqual([
      `removed migration 0007_rate null -> null ${before}:1`,
      `added! migration 0008_rate null -> null ${after}:1`,
    ])
  })

  test('a file that only lists others says nothing', () => {
    const list = (file: string) => `<databaseChangeLog><include file="${file}"/></databaseChangeLog>\n`
    expect(edit('db/changelog/master.xml', list('a'), list('b'))).toEqual([])
    expect(added(places.sql, '-- nothing yet\n')).toEqual([])
  })
})

test('no text of a migration is shown, whatever stands in it', () => {
  const sql = (word: string) => text`
    INSERT INTO settings (name, value) VALUES ('api_token', '${word}');
  `
  expect(told({ path: places.sql, before: sql('hunter2'), after: sql('hunter3') })).toEqual([
    `changed migration 0007_rate null -> null ${places.sql}:1`,
  ])
})

describe('hostile texts take less than a second', () => {
  const rows: readonly (readonly [Tool, string])[] = [
    ['js', 'down=('],
    ['js', 'down: x => '],
    ['ts', 'down('],
    ['laravel', 'function down('],
    ['go', 'func Down('],
    ['go', 'Register(func '],
    ['dotnet', 'void Down('],
    ['django', 'def a('],
    ['django', 'RunPython(a, b)'],
    ['django', 'RunSQL('],
    ['alembic', '):\n'],
    ['ecto', 'execute "'],
    ['rails', 'x.down do'],
    ['xml', '<changeSet><sql>'],
    ['xml', '<changeSet><sql '],
    ['xml', '<rollback'],
    ['yaml', 'rollback:'],
    ['json', '"changeSet": "rollback": ['],
    ['sql', 'CREATE TRIGGER BEGIN;'],
    ['sql', "DO $$ DO '$$;"],
    ['sql', '/*! '],
  ]
  test.each(rows)('%s: %s', (tool, piece) => {
    for (const join of ['\n', ' ']) {
      const after = Array(Math.floor(600_000 / piece.length))
        .fill(piece)
        .join(join)
      const start = performance.now()
      facts({ path: places[tool], before: 'x', after })
      const took = performance.now() - start
      expect(took, `${Math.round(took)} ms`).toBeLessThan(1000)
    }
  })
})

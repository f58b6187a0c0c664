import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { facts, impactsOf, text } from './helpers.ts'

/** A path of every sort that is looked at, with a text that says something in it. */
const samples: Readonly<Record<string, string>> = {
  Dockerfile: 'ARG V=1\nFROM node:$V\nENV A=1\nEXPOSE 80\nUSER a\nVOLUME /d\nCOPY --chmod=755 a /a\n',
  'compose.yml': text`
    services:
      web:
        image: web:1
        environment: {A: 1, B: "x"}
        ports: ["80:80"]
        volumes: ["data:/data"]
    volumes:
      data:
  `,
  'deploy/web.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 1\n',
  'deploy/kustomization.yaml': 'resources:\n  - a\nimages:\n  - name: a\n    newTag: "1"\n',
  'chart/values.yaml': 'a:\n  b: 1\nc: [1, 2]\n',
  'chart/Chart.yaml': 'name: a\nappVersion: "1"\nkubeVersion: ">=1.25"\n',
  'chart/templates/a.yaml':
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  type: {{ .Values.type }}\n',
  'roles/a/defaults/main.yml': 'a: 1\nb: [x]\n',
  'roles/a/meta/main.yml': 'galaxy_info:\n  min_ansible_version: "2.10"\n',
  'roles/a/tasks/main.yml': '- cron:\n    name: a\n    minute: "1"\n    job: /a\n',
  'variables.tf': 'variable "a" {\n  type = string\n  default = "x"\n}\noutput "o" {\n  value = 1\n}\n',
  '.env.example': 'A=1\n#B=2\n',
  'a.service': '[Service]\nUser=a\nEnvironment=A=1\n',
  'nginx/nginx.conf': 'http {\n  server {\n    listen 80;\n    root /a;\n  }\n}\n',
  Caddyfile: ':80 {\n  root /a\n  respond {$A:b}\n}\n',
  crontab: '0 3 * * * /a\n',
  'config/schedule.yml': 'a:\n  cron: "0 * * * *"\n',
  'config.example.yml': 'a:\n  b: 1\n',
  'config.toml': '[a]\nb = 1\n',
  'src/a.ts': "const a = process.env.PAY_URL ?? 'x'\ncron.schedule('0 * * * *', sweep)\n",
  'app/a.py': 'a = os.getenv("PAY_URL", "x")\nclass S(BaseSettings):\n    pay_wait: int = 3\n',
  'cmd/main.go': 'package main\nvar a = os.Getenv("PAY_URL")\nvar n = flag.Int("n", 1, "a")\n',
  'lib/a.rb': 'A = ENV.fetch("PAY_URL", "x")\nevery 1.day do\n  rake "a"\nend\n',
  'src/a.php': "<?php\n$a = env('PAY_URL', 'x');\n$schedule->command('a')->daily();\n",
  'src/A.java': 'class A { @Value("${PAY_URL:x}") String a; @Scheduled(cron = "0 0 * * * *") void b() {} }\n',
  'src/A.cs': 'var a = Environment.GetEnvironmentVariable("PAY_URL") ?? "x";\n',
  'src/a.rs': 'let a = std::env::var("PAY_URL").unwrap_or("x".into());\n',
  'config/runtime.exs': 'config :a, url: System.get_env("PAY_URL", "x")\n',
  'docker/entrypoint.sh': 'exec a "${PAY_URL:-x}" "${PAY_KEY:?}"\n',
  'rootfs/defaults/a.conf': 'url {{ .Env.PAY_URL | default "x" }}\n',
  'src/main/resources/application.yml': 'a:\n  url: ${PAY_URL:x}\n  wait: 3\n',
  'config/settings.yml': 'features:\n  a: true\nwait: 3\n',
  'config/feature_flags.yml': 'a: true\nb:\n  default: false\n',
  'config/feature_flags/ops/a.yml': 'name: a\ndefault_enabled: false\n',
  'config/database.yml': 'pool: <%= ENV.fetch("PAY_POOL") { 5 } %>\n',
  'config/packages/pay.yaml': "url: '%env(PAY_URL)%'\n",
  'config/custom-environment-variables.json': '{"url": "PAY_URL"}\n',
  'fail2ban/jail.conf': '[sshd]\nmaxretry = 3\n',
  'stacks/pay.yml': 'services:\n  pay:\n    image: pay:1\n    environment: {A: "${PAY_URL:-x}"}\n',
  'src/cli.rs': 'use clap::Parser;\n#[arg(long, env = "PAY_URL", default_value = "x")]\n',
  'src/flags.ts': 'export const flags = {\n  newShop: false,\n}\n',
  'clickhouse/a.xml': '<clickhouse><logger><level>a</level></logger></clickhouse>\n',
  'migrations/0007_a.sql': 'ALTER TABLE a DROP COLUMN b;\nINSERT INTO c SELECT * FROM d;\n',
  'db/migrate/20260101_a.rb': 'def up\n  drop_table :a\nend\ndef down\n  create_table :a\nend\n',
  'alembic/versions/a.py': 'def upgrade():\n    op.drop_table("a")\n\ndef downgrade():\n    pass\n',
  'db/changelog/007.xml': '<changeSet id="7"><dropTable tableName="a"/></changeSet>\n',
  'api/openapi.yaml': 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses: {}\n',
  'proto/a.proto': 'syntax = "proto3";\npackage a;\nmessage B {\n  string c = 1;\n}\n',
  'schema/a.graphql': 'type A {\n  b(c: Int = 1): String!\n}\n',
  'package.json': '{"engines": {"node": ">=20"}, "dependencies": {"a": "^1.0.0"}}\n',
  'go.mod': 'module a\n\ngo 1.22\n\nrequire (\n\texample.org/b v1.0.0\n)\n',
  'Cargo.toml': '[package]\nrust-version = "1.70"\n[dependencies]\na = "1.0"\n',
  'requirements.txt': 'a==1.0\nb>=2\n',
  'pyproject.toml': '[project]\nrequires-python = ">=3.10"\ndependencies = ["a>=1"]\n',
  Gemfile: 'ruby "3.2"\ngem "a", "~> 1.0"\n',
  'pom.xml': '<project><properties><java.version>17</java.version></properties></project>\n',
  'build.gradle': 'sourceCompatibility = 17\nimplementation "a:b:1.0"\n',
  'src/A.csproj': '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>\n',
  'mix.exs': '[elixir: "~> 1.15", deps: [{:a, "~> 1.0"}]]\n',
  'config/app.schema.json': '{"properties": {"a": {"default": 1}}}\n',
}

const paths = Object.keys(samples)
const anyPath = fc.constantFrom(...paths)
const words = fc.constantFrom(
  ...Object.values(samples).flatMap(sample => sample.split(/(\s+|[:{}[\],="])/)),
  '\n',
  '\n  ',
  '- ',
  '{{',
  '}}',
  '${',
  '<<EOF\n',
  '*a',
  '&a ',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words, { maxLength: 60 }).map(list => list.join('')),
  fc.constantFrom(...Object.values(samples)),
)

describe('whatever the text is', () => {
  test('no detector fails; places lie in the file; nothing is longer than may be shown', () => {
    fc.assert(
      fc.property(anyPath, fc.option(anyText), fc.option(anyText), (path, before, after) => {
        for (const one of impactsOf({ path, before, after })) {
          const side = one.direction === 'removed' ? before : after
          expect(one.line).toBeGreaterThanOrEqual(1)
          expect(one.line).toBeLessThanOrEqual(Math.max(1, (side ?? '').split('\n').length))
          for (const shown of [one.key, one.from ?? '', one.to ?? '']) expect(shown.length).toBeLessThanOrEqual(120)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('two equal sides say nothing', () => {
    fc.assert(
      fc.property(anyPath, anyText, (path, same) => {
        expect(facts({ path, before: same, after: same })).toEqual([])
      }),
    )
  })

  test('the other way round, what came goes', () => {
    const turned: Readonly<Record<string, string>> = { added: 'removed', removed: 'added', changed: 'changed' }
    const told = (path: string, before: string, after: string) =>
      impactsOf({ path, before, after }).map(one => [one.kind, one.key, one.direction] as const)
    fc.assert(
      fc.property(anyPath, anyText, anyText, (path, before, after) => {
        const there = told(path, before, after).map(([kind, key, direction]) => `${kind} ${key} ${turned[direction]}`)
        const back = told(path, after, before).map(([kind, key, direction]) => `${kind} ${key} ${direction}`)
        expect(there.toSorted()).toEqual(back.toSorted())
      }),
      { numRuns: 1000 },
    )
  })
})

describe.each(paths)('%s', path => {
  const sample = samples[path] ?? ''

  test('line ends say nothing', () => {
    expect(facts({ path, before: sample, after: sample.replaceAll('\n', '\r\n') })).toEqual([])
  })

  test('another name of the same sort says nothing', () => {
    expect(facts({ path: `moved/${path}`, previousPath: path, before: sample, after: sample })).toEqual([])
  })

  test('nothing on either side says nothing', () => {
    expect(facts({ path, before: null, after: null })).toEqual([])
  })

  test('one that comes or goes as a whole is told or not, but does not fail', () => {
    expect(facts({ path, before: null, after: sample }).every(fact => fact.startsWith('added'))).toBe(true)
    expect(facts({ path, before: sample, after: null }).every(fact => fact.startsWith('removed'))).toBe(true)
  })
})

const yamlSamples = Object.entries(samples).filter(([path, sample]) => /\.ya?ml$/.test(path) && !sample.includes('{{'))

describe.each(yamlSamples)('layout of %s', (path, sample) => {
  test.each([
    ['wide', { indent: 6, lineWidth: 30 }],
    ['flow', { collectionStyle: 'flow' }],
    ['quoted', { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' }],
    ['sorted', { sortMapEntries: true }],
  ] as const)('%s says nothing', (_, options) => {
    expect(facts({ path, before: sample, after: stringify(parse(sample), options) })).toEqual([])
  })
})

test('values written in another way are the same values', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const tree = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,5}$/),
    fc.letrec(tie => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('node')),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('node')),
      ),
    })).node,
  )
  fc.assert(
    fc.property(tree, values => {
      const [before, after] = [
        stringify(values),
        stringify(values, { indent: 4, sortMapEntries: true, collectionStyle: 'flow', lineWidth: 20 }),
      ]
      expect(facts({ path: 'values.yaml', before, after })).toEqual([])
    }),
  )
})

/** The processor's time: a machine with other work to do is no failure. What is not linear takes minutes at these sizes. */
describe('hostile texts take seconds of the processor at most', () => {
  const bomb = [
    'a: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      { length: 30 },
      (_, index) => `b${index}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`,
    ),
  ].join('\n')
  const hostile: Readonly<Record<string, string>> = {
    'bomb of aliases': bomb,
    'bomb in a service': `services:\n  web:\n    image: a\n    x: *a30\n${bomb}`,
    'alias of itself': 'a: &a [*a]\nservices: &s {web: *s}\n',
    'nested lists': '['.repeat(100_000),
    'nested maps': '{a: '.repeat(100_000),
    'nested dashes': '- '.repeat(100_000),
    'nested blocks': 'a {'.repeat(100_000),
    'one line of words': 'x: y '.repeat(1_000_000),
    'one line without spaces': 'x'.repeat(5_000_000),
    'one line of spaces': ' '.repeat(5_000_000),
    'one line of quotes': '"'.repeat(5_000_000),
    'many short lines': 'A=1\n'.repeat(500_000),
    'many documents': 'a: 1\n---\n'.repeat(100_000),
    'many marks': '{{ if .Values.a }}\n'.repeat(100_000),
    'continued lines': 'RUN a \\\n'.repeat(200_000),
    'here-documents': 'RUN <<A\n'.repeat(20_000),
    'unclosed comments': '{{/* '.repeat(60_000),
    'chmod upon chmod': `FROM a\nRUN ${'chmod 755 /a '.repeat(100_000)}`,
  }

  for (const path of paths) {
    test(path, () => {
      for (const [name, after] of Object.entries(hostile)) {
        const start = process.cpuUsage()
        impactsOf({ path, before: samples[path] ?? '', after })
        impactsOf({ path, before: `${after} `, after })
        const { user, system } = process.cpuUsage(start)
        const took = Math.round((user + system) / 1000)
        expect(took, `${name}: ${took} ms`).toBeLessThan(4000)
      }
    }, 60_000)
  }
})

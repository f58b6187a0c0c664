import { describe, expect, test } from 'vitest'
import { facts, told } from './helpers.ts'

const added = (path: string, after: string) => facts({ path, before: '\n', after })

describe('variables that code reads', () => {
  test.each([
    ['src/a.ts', 'const a = process.env.PAY_URL\n'],
    ['src/a.ts', 'const { PAY_URL } = process.env\n'],
    ['src/a.ts', "const a = config.get('PAY_URL')\n"],
    ['src/env.ts', 'createEnv({ server: {\n  PAY_URL: z.string(),\n} })\n'],
    ['web/a.vue', 'const a = import.meta.env.PAY_URL\n'],
    ['app/a.py', 'a = os.environ["PAY_URL"]\n'],
    ['app/a.py', 'a = os.getenv("PAY_URL")\n'],
    ['app/a.py', 'from decouple import config\na = config("PAY_URL")\n'],
    ['app/settings.py', 'class Settings(BaseSettings):\n    pay_url: str\n'],
    ['main.go', 'package main\nvar a = os.Getenv("PAY_URL")\n'],
    ['config.go', 'package a\ntype C struct {\n  URL string `env:"PAY_URL"`\n}\n'],
    ['cmd/a.go', 'package a\nvar f = cli.StringFlag{EnvVars: []string{"PAY_URL"}}\n'],
    ['lib/a.rb', 'A = ENV["PAY_URL"]\n'],
    ['lib/a.rb', 'A = ENV.fetch("PAY_URL")\n'],
    ['src/a.php', "<?php\n$a = env('PAY_URL');\n"],
    ['src/EnvVars.php', "<?php\nenum EnvVars: string {\n    case PAY_URL = 'PAY_URL';\n}\n"],
    ['src/main/java/A.java', 'class A { String a = System.getenv("PAY_URL"); }\n'],
    ['src/main/java/A.java', 'class A { @Value("${PAY_URL}") String a; }\n'],
    ['src/main/kotlin/A.kt', 'val a = System.getenv("PAY_URL")\n'],
    ['src/A.cs', 'var a = Environment.GetEnvironmentVariable("PAY_URL");\n'],
    ['src/a.rs', 'let a = std::env::var("PAY_URL");\n'],
    ['src/a.rs', 'let a = var_parsed("PAY_URL")?;\n'],
    ['config/runtime.exs', 'url = System.get_env("PAY_URL")\n'],
    ['docker/entrypoint.sh', 'exec pay --url "${PAY_URL:?not set}"\n'],
    ['src/main/resources/application.yml', 'pay:\n  url: ${PAY_URL}\n'],
    ['config/database.yml', 'url: <%= ENV["PAY_URL"] %>\n'],
    ['config/services.yaml', "url: '%env(string:PAY_URL)%'\n"],
    ['config/custom-environment-variables.json', '{ "url": "PAY_URL" }\n'],
    ['web/rootfs/defaults/nginx-site.conf', 'proxy_pass {{ .Env.PAY_URL }};\n'],
    ['web/rootfs/defaults/app.lua', 'url = "{{ getenv "PAY_URL" }}"\n'],
  ])('%s: %j', (path, after) => {
    expect(added(path, after)).toContain('added env-var PAY_URL')
  })

  test.each([
    ['a comment', 'src/a.ts', '// process.env.PAY_URL is read elsewhere\n'],
    ['a text', 'src/a.ts', 'const a = "process.env.PAY_URL"\n'],
    ['a test', 'src/a.test.ts', 'process.env.PAY_URL\n'],
    ['a fixture', 'test/fixtures/a.ts', 'process.env.PAY_URL\n'],
    ['a script of developers', 'scripts/a.ts', 'process.env.PAY_URL\n'],
    ['settings of a tool', 'vite.config.ts', 'process.env.PAY_URL\n'],
    ['one of the platform', 'src/a.ts', 'process.env.NODE_ENV === process.env.HOME\n'],
    ['one of CI', 'src/a.ts', 'process.env.GITHUB_SHA\n'],
    ['tests beside the code', 'src/a.rs', '#[cfg(test)]\nmod tests {\n    fn a() { std::env::var("PAY_URL"); }\n}\n'],
    ['one that is set', 'src/a.ts', "process.env.PAY_URL = 'a'\n"],
    ['one that is taken away', 'src/a.rs', 'std::env::remove_var("PAY_URL");\n'],
    ['a local of a script', 'docker/entrypoint.sh', 'PAY_URL=a\nexec pay "${PAY_URL:-b}"\n'],
    [
      'an enumeration of something else',
      'src/Event.php',
      "<?php\nenum Event: string {\n case PAY_URL = 'PAY_URL';\n}\n",
    ],
  ])('not: %s', (_, path, after) => {
    expect(added(path, after)).toEqual([])
  })

  test.each([
    ['src/a.ts', "process.env.WAIT ?? '10'", "process.env.WAIT ?? '20'"],
    ['src/a.py', 'os.getenv("WAIT", "10")', 'os.getenv("WAIT", "20")'],
    ['src/a.rb', 'ENV.fetch("WAIT", "10")', 'ENV.fetch("WAIT", "20")'],
    ['src/a.php', "<?php env('WAIT', '10')", "<?php env('WAIT', '20')"],
    ['config/a.exs', 'System.get_env("WAIT", "10")', 'System.get_env("WAIT", "20")'],
    ['src/main/resources/application.yml', 'wait: ${WAIT:10}', 'wait: ${WAIT:20}'],
    ['docker/entrypoint.sh', 'pay "${WAIT:-10}"', 'pay "${WAIT:-20}"'],
    ['rootfs/defaults/a.conf', 'wait {{ .Env.WAIT | default "10" }}', 'wait {{ .Env.WAIT | default "20" }}'],
    ['rootfs/defaults/a.conf', 'wait {{ .Env.WAIT | default 10 }}', 'wait {{ .Env.WAIT | default 20 }}'],
  ])('another default: %s', (path, before, after) => {
    expect(told({ path, before: `${before}\n`, after: `${after}\n` })).toEqual([
      `changed env-var WAIT 10 -> 20 ${path}:1`,
    ])
  })

  test('a default that no text tells is not another one', () => {
    expect(
      facts({ path: 'src/a.ts', before: "process.env.A1 ?? 'x'\n", after: 'process.env.A1 ?? fallback()\n' }),
    ).toEqual([])
  })

  test('what moves to another file is no news, unless its default is another one', () => {
    const [from, to] = [
      { path: 'src/a.ts', before: "export const wait = process.env.WAIT ?? '10'\n", after: 'export {}\n' },
      { path: 'src/b.ts', before: 'export {}\n', after: "export const wait = process.env.WAIT ?? '10'\n" },
    ]
    expect(told(from, to)).toEqual([])
    expect(told(from, { ...to, after: to.after.replace('10', '20') })).toEqual([
      'changed env-var WAIT 10 -> 20 src/b.ts:1',
    ])
  })

  test('no value of what sounds secret is shown, nor one that is', () => {
    const change = (name: string, value: string) =>
      told({ path: 'src/a.ts', before: '\n', after: `process.env.${name} ?? '${value}'\n` })
    expect(change('PAY_TOKEN', 'abc')).toEqual(['added env-var PAY_TOKEN null -> null src/a.ts:1'])
    expect(change('PAY_URL', 'https://a:b@example.org')).toEqual(['added env-var PAY_URL null -> null src/a.ts:1'])
    const moved = (name: string) =>
      told(
        { path: 'src/a.ts', before: `process.env.${name} ?? 'old'\n`, after: '\n' },
        { path: 'src/b.ts', before: '\n', after: `process.env.${name} ?? 'new'\n` },
      )
    expect(moved('PAY_PASSWORD')).toEqual(['changed env-var PAY_PASSWORD null -> null src/b.ts:1'])
  })
})

describe('options of Go programs', () => {
  const main = (lines: string) => `package main\n\nfunc init() {\n${lines}\n}\n`
  test.each([
    ['flag.String("sock", "", "path")', 'added config-key sock null ->  cmd/main.go:4'],
    ['flag.DurationVar(&wait, "wait", time.Second, "time")', 'added config-key wait null -> null cmd/main.go:4'],
    [
      'rootCmd.PersistentFlags().StringP("sock", "s", "/run/a", "path")',
      'added config-key sock null -> /run/a cmd/main.go:4',
    ],
    [
      'cmd.Flags().BoolVar(&on, "enable-web", false, "web, on")',
      'added config-key enable-web null -> false cmd/main.go:4',
    ],
    ['fs.IntVar(&o.Port, "bind-port", 8080, "port")', 'added config-key bind-port null -> 8080 cmd/main.go:4'],
  ])('%s', (line, expected) => {
    expect(told({ path: 'cmd/main.go', before: main(''), after: main(line) })).toEqual([expected])
  })

  test('another default; another help text says nothing', () => {
    const change = (before: string, after: string) =>
      facts({ path: 'cmd/main.go', before: main(before), after: main(after) })
    expect(change('flag.Int("n", 1, "a")', 'flag.Int("n", 2, "a")')).toEqual(['changed config-key n'])
    expect(change('flag.Int("n", 1, "a")', 'flag.Int("n", 1, "b")')).toEqual([])
  })

  test.each(['internal/parse.go', 'cmd/main_test.go', 'hack/main.go'])('not in %s', path => {
    expect(facts({ path, before: main(''), after: main('flag.Int("n", 1, "a")') })).toEqual([])
  })
})

describe('flags', () => {
  test.each([
    ['config/feature_flags.yml', 'new_checkout: false\n', 'new_checkout'],
    ['config/feature_flags/ops/new_checkout.yml', 'name: new_checkout\ndefault_enabled: false\n', 'new_checkout'],
    ['src/flags.ts', 'export const flags = {\n  newCheckout: false,\n}\n', 'newCheckout'],
    [
      'pkg/features/kube_features.go',
      'package feature\nvar m = map[string]any{\n\t"NewCheckout": {Default: false},\n}\n',
      'NewCheckout',
    ],
    ['config/settings.yml', 'features:\n  new_checkout: false\njobs:\n  poll: 5\n', 'new_checkout'],
    ['config/settings/production.yml', 'features:\n  shop:\n    new_checkout: false\n', 'shop.new_checkout'],
  ])('%s: comes, goes, flips', (path, text, key) => {
    const without = text.replace(/^.*(?:new_?checkout|default_enabled).*\n/gim, '')
    const base = without === '' ? 'other: true\n' : without
    const flipped = text.replace('false', 'true')
    expect(facts({ path, before: text, after: flipped })).toEqual([`changed feature-flag ${key}`])
    expect(told({ path, before: text, after: flipped })[0]).toContain(' false -> true ')
    if (path.includes('feature_flags/')) return
    const file = path.endsWith('settings.yml') ? `${base.replace('features:\n', 'features:\n  old: true\n')}` : base
    const before = path.includes('production') ? 'features:\n  shop:\n    old: true\n' : file
    const after = path.includes('production') ? `${before}    new_checkout: false\n` : text
    const withOld = path.endsWith('settings.yml') ? text.replace('features:\n', 'features:\n  old: true\n') : after
    expect(facts({ path, before, after: withOld })).toContain(`added feature-flag ${key}`)
    expect(facts({ path, before: withOld, after: before })).toContain(`removed feature-flag ${key}`)
  })

  test.each([
    ['a use', 'src/shop.ts', 'if (flags.newCheckout) pay()\n'],
    ['a test', 'test/flags.test.ts', 'const flags = { newCheckout: true }\n'],
  ])('not: %s', (_, path, after) => {
    expect(added(path, after)).toEqual([])
  })

  test('a number below features is a setting', () => {
    const at = (n: number) => `features:\n  limit: ${n}\n`
    expect(facts({ path: 'config/settings.yml', before: at(1), after: at(2) })).toEqual([
      'changed config-key features.limit',
    ])
  })
})

describe('schedules in code', () => {
  test.each([
    ['src/main/java/A.java', 'class A {\n  @Scheduled(cron = "0 0 * * * *")\n  void sweep() {}\n}\n', 'sweep'],
    ['src/a.ts', "cron.schedule('0 * * * *', sweep)\n", 'sweep'],
    ['src/a.ts', "@Cron('0 * * * *')\nsweep() {}\n", 'sweep'],
    ['main.go', 'package a\nfunc f() { c.AddFunc("0 * * * *", sweep) }\n', 'sweep'],
    ['app/celery.py', "beat = {\n 'sweep': {'task': 'a.b', 'schedule': crontab(minute='0')},\n}\n", 'sweep'],
    ['app/a.py', "scheduler.add_job(sweep, 'cron', hour='1')\n", 'sweep'],
    ['app/Console/Kernel.php', "<?php\n$schedule->command('sweep')->hourly();\n", 'sweep'],
    ['config/schedule.rb', 'every 1.hour do\n  rake "sweep"\nend\n', 'sweep'],
    ['src/A.cs', 'RecurringJob.AddOrUpdate("sweep", () => Run(), Cron.Hourly());\n', 'sweep'],
  ])('%s', (path, after, key) => {
    expect(added(path, after)).toContain(`added cron ${key}`)
    const later = after.replace(
      /0 \* \* \* \*|hourly|Hourly|1\.hour|minute='0'|hour='1'/,
      found =>
        ({ hourly: 'daily', Hourly: 'Daily', '1.hour': '2.hours', "minute='0'": "minute='5'", "hour='1'": "hour='2'" })[
          found
        ] ?? '5 * * * *',
    )
    expect(facts({ path, before: after, after: later })).toEqual([`changed cron ${key}`])
  })

  test('one in a comment says nothing', () => {
    expect(added('src/a.ts', "// cron.schedule('0 * * * *', sweep)\n")).toEqual([])
  })
})

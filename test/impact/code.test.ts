import { describe, expect, test } from 'vitest'
import { facts, type Sides, text, told } from './helpers.ts'

/** What a file of code says once these lines are in it, without the place. */
const adds = (path: string, lines: string) =>
  told({ path, before: '\n', after: `${lines}\n` }).map(one => one.replace(/^added (.*) \S+$/, '$1'))
const names = (path: string, lines: string) => facts({ path, before: '\n', after: `${lines}\n` })

describe('variables that code reads, with what holds unless they are set', () => {
  test.each([
    ['src/a.ts', "const a = process.env.API_URL || 'http://a'", 'API_URL null -> http://a'],
    ['src/a.ts', 'const a = process.env["MAX_AGE"] ?? 60', 'MAX_AGE null -> 60'],
    ['src/a.js', 'const a = process.env.API_URL', 'API_URL null -> null'],
    ['src/a.mjs', 'const a = Bun.env.API_URL', 'API_URL null -> null'],
    ['src/a.vue', 'const a = import.meta.env.VITE_TITLE', 'VITE_TITLE null -> null'],
    ['src/a.ts', 'const a = `x ${process.env.API_URL} y`', 'API_URL null -> null'],
    ['src/a.ts', "const a = this.config.get<string>('MAIL_FROM', 'a@b')", 'MAIL_FROM null -> a@b'],
    ['src/env.ts', 'parse(process.env, {\n  MAX_AGE: z.coerce.number().default(60),\n})', 'MAX_AGE null -> 60'],
    ['app/a.py', 'a = os.environ["API_URL"]', 'API_URL null -> null'],
    ['app/a.py', 'a = os.environ.get("MAX_AGE", "60")', 'MAX_AGE null -> 60'],
    ['app/a.py', "a = os.getenv('MAX_AGE', default='60')", 'MAX_AGE null -> 60'],
    ['app/a.py', 'a = os.getenv("API_URL") or "http://a"', 'API_URL null -> http://a'],
    ['app/a.py', 'os.environ.setdefault("MAX_AGE", "60")', 'MAX_AGE null -> 60'],
    ['app/a.py', 'a = env.bool("SEND_MAIL", default=False)', 'SEND_MAIL null -> false'],
    ['app/a.py', 'from decouple import config\na = config("MAX_AGE", default=60, cast=int)', 'MAX_AGE null -> 60'],
    ['cmd/a.go', 'a := os.Getenv("API_URL")', 'API_URL null -> null'],
    ['cmd/a.go', 'a, ok := os.LookupEnv("API_URL")', 'API_URL null -> null'],
    ['cmd/a.go', 'a := getEnvOr("MAX_AGE", "60")', 'MAX_AGE null -> 60'],
    ['cmd/a.go', 'type C struct {\n\tAge int `env:"MAX_AGE" envDefault:"60"`\n}', 'MAX_AGE null -> 60'],
    ['cmd/a.go', 'f := cli.StringFlag{Name: "url", EnvVars: []string{"API_URL"}}', 'API_URL null -> null'],
    ['cmd/a.go', 'viper.BindEnv("url", "API_URL")', 'API_URL null -> null'],
    ['lib/a.rb', "a = ENV['API_URL'] || 'http://a'", 'API_URL null -> http://a'],
    ['lib/a.rb', "a = ENV.fetch('MAX_AGE', 60)", 'MAX_AGE null -> 60'],
    ['lib/a.rb', "a = ENV.fetch('MAX_AGE') { 60 }", 'MAX_AGE null -> 60'],
    ['config/a.php', "return ['age' => env('MAX_AGE', 60)];", 'MAX_AGE null -> 60'],
    ['src/a.php', "$a = getenv('API_URL') ?: 'http://a';", 'API_URL null -> http://a'],
    ['src/a.php', "$a = $_ENV['MAX_AGE'] ?? 60;", 'MAX_AGE null -> 60'],
    ['src/EnvName.php', "enum EnvName: string {\n  case MAX_AGE = 'MAX_AGE';\n}", 'MAX_AGE null -> null'],
    ['src/main/A.java', 'String a = System.getenv("API_URL");', 'API_URL null -> null'],
    ['src/main/A.java', 'String a = System.getenv().getOrDefault("MAX_AGE", "60");', 'MAX_AGE null -> 60'],
    ['src/main/A.java', '@Value("${MAX_AGE:60}") int age;', 'MAX_AGE null -> 60'],
    ['src/main/A.kt', 'val a = System.getenv("MAX_AGE") ?: "60"', 'MAX_AGE null -> 60'],
    ['src/main/A.scala', 'val a = sys.env.getOrElse("MAX_AGE", "60")', 'MAX_AGE null -> 60'],
    ['src/A.cs', 'var a = Environment.GetEnvironmentVariable("MAX_AGE") ?? "60";', 'MAX_AGE null -> 60'],
    ['src/a.rs', 'let a = env::var("API_URL")?;', 'API_URL null -> null'],
    ['src/a.rs', 'let a = std::env::var("MAX_AGE").unwrap_or("60".into());', 'MAX_AGE null -> 60'],
    ['src/a.rs', 'let a = env::var("MAX_AGE").unwrap_or_else(|_| "60".to_string());', 'MAX_AGE null -> 60'],
    ['src/a.rs', 'let a = var_or("MAX_AGE", "60");', 'MAX_AGE null -> 60'],
    ['src/a.rs', 'use clap::Parser;\n#[arg(long, env = "MAX_AGE", default_value = "60")]', 'MAX_AGE null -> 60'],
    ['src/a.rs', 'use clap::Parser;\n#[arg(\n  default_value_t = 60,\n  env = "MAX_AGE",\n)]', 'MAX_AGE null -> 60'],
    [
      'src/a.rs',
      'use clap::Parser;\n#[arg(default_value = "1")]\na: u8,\n#[arg(env = "MAX_AGE")]',
      'MAX_AGE null -> null',
    ],
    ['config/runtime.exs', 'age = System.get_env("MAX_AGE", "60")', 'MAX_AGE null -> 60'],
    ['config/runtime.exs', 'url = System.fetch_env!("API_URL")', 'API_URL null -> null'],
    ['config/prod.exs', 'config :a, url: {:system, "API_URL"}', 'API_URL null -> null'],
  ])('%s: %s', (path, lines, expected) => {
    expect(adds(path, lines)).toEqual([`env-var ${expected}`])
  })

  test('several in one statement', () => {
    expect(adds('src/a.ts', "const { API_URL, MAX_AGE: age = '60' } = process.env")).toEqual([
      'env-var API_URL null -> null',
      'env-var MAX_AGE null -> 60',
    ])
    expect(adds('cmd/a.go', 'f := cli.StringFlag{EnvVars: []string{"API_URL", "OLD_URL"}}')).toEqual([
      'env-var API_URL null -> null',
      'env-var OLD_URL null -> null',
    ])
  })

  test('fields of a settings class in Python', () => {
    const settings = text`
      class Settings(BaseSettings):
          model_config = SettingsConfigDict(env_prefix="SHOP_")
          max_age: int = 60
          url: str
          label: str = Field("x", validation_alias="SHOP_TITLE")

          def other(self):
              value: int = 1
    `
    expect(told({ path: 'app/settings.py', before: '', after: settings })).toEqual([
      'added env-var SHOP_MAX_AGE null -> 60 app/settings.py:3',
      'added env-var SHOP_URL null -> null app/settings.py:4',
      'added env-var SHOP_TITLE null -> null app/settings.py:5',
    ])
  })

  test('an own function that looks up what it is asked for', () => {
    const own = 'func must(name string) string { return os.Getenv(name) }\n'
    expect(names('cmd/a.go', `${own}var a = must("API_URL")`)).toEqual(['added env-var API_URL'])
    expect(names('cmd/a.go', 'var a = must("API_URL")')).toEqual([])
  })
})

describe('what became of a read', () => {
  const read = (fallback: string) => `\nconst a = process.env.MAX_AGE${fallback}\n`
  const change = (before: string, after: string) => told({ path: 'src/a.ts', before, after })

  test('comes, goes, gets another name or another default', () => {
    expect(change('', read(''))).toEqual(['added env-var MAX_AGE null -> null src/a.ts:2'])
    expect(change(read(" || '60'"), 'x\n')).toEqual(['removed env-var MAX_AGE 60 -> null src/a.ts:2'])
    expect(change(read(' ?? 60'), `\n${read(' ?? 90')}`)).toEqual(['changed env-var MAX_AGE 60 -> 90 src/a.ts:3'])
    expect(change(read(''), read('').replace('MAX_AGE', 'MAX_DAYS'))).toEqual([
      'removed env-var MAX_AGE null -> null src/a.ts:2',
      'added env-var MAX_DAYS null -> null src/a.ts:2',
    ])
  })

  test.each([
    ['quotes and layout', read(" || '60'"), read('\n  || "60"')],
    ['another way to read', read(' ?? 60'), "const a = process.env['MAX_AGE'] || 60"],
    ['read once more', read(' ?? 60'), `${read(' ?? 60')}${read(' ?? 60')}`],
    ['a default that no text tells', read(' ?? 60'), read(' ?? limits.age')],
    ['one more default', read(' ?? 60'), `${read(' ?? 60')}${read(' ?? 90')}`],
    ['comments', '// process.env.OLD_NAME\n', '/* process.env.NEW_NAME */ // process.env.OTHER\n'],
    ['strings', "a('set process.env.OLD_NAME')", "a('set process.env.NEW_NAME')"],
    ['written', 'x', "process.env.MAX_AGE = '60'\nprocess.env.MIN_AGE ??= '1'"],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test.each([
    ['src/a.ts', 'a(process.env.NODE_ENV, process.env.HOME, process.env.CI, process.env.GITHUB_SHA)'],
    ['src/a.ts', 'a(import.meta.env.MODE, import.meta.env.PROD)'],
    ['app/a.py', 'a(os.environ["PATH"], os.getenv("USER"), os.getenv("PYTHONPATH"))'],
    ['cmd/a.go', 'a(os.Getenv("XDG_CONFIG_HOME"), os.Getenv("GOPATH"))'],
    ['lib/a.rb', "a(ENV['RAILS_ENV'], ENV.fetch('RACK_ENV'))"],
    ['src/a.rs', 'a(env::var("CARGO_PKG_VERSION"), env::var("RUST_BACKTRACE"))'],
    ['src/A.cs', 'a(Environment.GetEnvironmentVariable("USERPROFILE"));'],
    ['config/a.exs', 'a(System.get_env("MIX_ENV"))'],
  ])('of the platform or of CI: %s: %s', (path, lines) => {
    expect(names(path, lines)).toEqual([])
  })

  test.each([
    ['app/a.py', '# os.environ["API_URL"]\na = "os.environ[\'API_URL\']"\n"""os.getenv("API_URL")"""'],
    ['cmd/a.go', '// os.Getenv("API_URL")\nvar a = `os.Getenv("API_URL")`'],
    ['lib/a.rb', "# ENV['API_URL']\n=begin\nENV['API_URL']\n=end"],
    ['src/a.php', "# getenv('API_URL')\n// getenv('API_URL')\n/* getenv('API_URL') */"],
    ['src/main/A.java', '// System.getenv("API_URL")\n/** {@code System.getenv("API_URL")} */'],
    ['src/A.cs', '// Environment.GetEnvironmentVariable("API_URL")'],
    ['src/a.rs', '/// env::var("API_URL")\nlet a = r#"env::var("API_URL")"#;'],
    ['config/a.exs', '# System.get_env("API_URL")'],
    ['app/a.py', 'os.environ["API_URL"] = "a"\nos.putenv("API_URL", "a")'],
    ['cmd/a.go', 'os.Setenv("API_URL", "a")\nos.Unsetenv("API_URL")'],
    ['lib/a.rb', "ENV['API_URL'] = 'a'\nENV.delete('API_URL')"],
    ['config/a.exs', 'System.put_env("API_URL", "a")'],
  ])('comments, strings, writing: %s: %s', (path, lines) => {
    expect(names(path, lines)).toEqual([])
  })

  test.each([
    'src/a.test.ts',
    'tests/a.ts',
    'src/__tests__/a.ts',
    'docs/a.ts',
    'examples/a.ts',
    'scripts/a.ts',
    'vite.config.ts',
    'src/env.d.ts',
    'dist/a.js',
    'src/a.min.js',
    'vendor/a.js',
    '.github/a.js',
    'src/a.md',
    'src/a.txt',
  ])('%s is not looked at', path => {
    expect(names(path, 'a(process.env.API_URL)')).toEqual([])
  })

  test.each(['app/test_a.py', 'cmd/a_test.go', 'spec/a_spec.rb', 'src/ATest.java', 'build.rs', 'setup.py'])(
    '%s is not looked at',
    path => {
      expect(names(path, 'a(getenv("API_URL"), os.getenv("API_URL"), ENV["API_URL"], env::var("API_URL"))')).toEqual([])
    },
  )

  test('lines that nobody wrote are not read', () => {
    expect(names('src/a.js', `a(process.env.API_URL)${';'.repeat(6000)}`)).toEqual([])
  })

  test('secrets are named, what they fall back to is not shown', () => {
    expect(adds('src/a.ts', "a(process.env.DB_PASSWORD || 'hunter2', process.env.API_TOKEN ?? 't0ps3cret')")).toEqual([
      'env-var API_TOKEN null -> null',
      'env-var DB_PASSWORD null -> null',
    ])
    expect(adds('app/a.py', 'a = os.getenv("DATABASE_URL", "postgres://me:hunter2@db/x")')).toEqual([
      'env-var DATABASE_URL null -> null',
    ])
    expect(change("a(process.env.SIGNING_KEY || 'one')", "a(process.env.SIGNING_KEY || 'two')")).toEqual([
      'changed env-var SIGNING_KEY null -> null src/a.ts:1',
    ])
  })
})

describe('a name in several files', () => {
  const read = (fallback: string) => `const a = process.env.MAX_AGE${fallback}\n`
  const move = (from: string, to: string, ...rest: readonly Sides[]) =>
    told({ path: 'src/old.ts', before: from, after: 'x\n' }, { path: 'src/new.ts', before: 'x\n', after: to }, ...rest)

  test('what only moves is not told', () => {
    expect(move(read(' ?? 60'), read(' ?? 60'))).toEqual([])
    expect(move(read(' ?? 60'), read(' ?? limits.age'))).toEqual([])
    expect(
      told(
        { path: 'src/old.ts', before: read(''), after: null },
        { path: 'src/new.py', before: null, after: 'import os\na = os.environ["MAX_AGE"]\n' },
      ),
    ).toEqual([])
  })

  test('one that moves with another default has changed', () => {
    expect(move(read(' ?? 60'), `\n${read(' ?? 90')}`)).toEqual(['changed env-var MAX_AGE 60 -> 90 src/new.ts:2'])
    expect(move(read(' ?? 60'), read(' ?? 90'), { path: 'tests/a.ts', before: '', after: read(' ?? 1') })).toEqual([
      'changed env-var MAX_AGE 60 -> 90 src/new.ts:1',
    ])
  })

  test('a second read beside one that stays is no news', () => {
    expect(
      told(
        { path: 'src/old.ts', before: read(' ?? 60'), after: `${read(' ?? 60')}b()\n` },
        { path: 'src/new.ts', before: '', after: read(' ?? 90') },
      ),
    ).toEqual([])
  })

  test('what comes in two files is told once; a test that speaks of it does not make it known', () => {
    expect(
      facts(
        { path: 'src/a.ts', before: '', after: read('') },
        { path: '.env.example', before: '', after: 'MAX_AGE=1\n' },
      ),
    ).toEqual(['added env-var MAX_AGE'])
    expect(
      facts(
        { path: 'src/a.ts', before: '', after: read('') },
        { path: 'tests/a.ts', before: read(''), after: `${read('')}x` },
      ),
    ).toEqual(['added env-var MAX_AGE'])
  })

  test('a file under another name says nothing', () => {
    expect(
      told({ path: 'src/new.ts', previousPath: 'src/old.ts', before: read(''), after: `${read('')}b()\n` }),
    ).toEqual([])
  })
})

describe('schedules in code', () => {
  test.each([
    ['src/A.java', '@Scheduled(cron = "0 0 3 * * *")\npublic void cleanUp() {}', 'cleanUp null -> 0 0 3 * * *'],
    ['src/A.kt', '@Scheduled(cron = "0 0 3 * * *")\nfun cleanUp() {}', 'cleanUp null -> 0 0 3 * * *'],
    ['src/a.ts', "@Cron('0 3 * * *')\nasync cleanUp() {}", 'cleanUp null -> 0 3 * * *'],
    ['src/a.js', "cron.schedule('0 3 * * *', cleanUp)", 'cleanUp null -> 0 3 * * *'],
    ['src/a.js', "cron.schedule('0 3 * * *', async () => {})", 'a.js null -> 0 3 * * *'],
    ['src/a.ts', "const cleanUp = new CronJob('0 3 * * *', run)", 'cleanUp null -> 0 3 * * *'],
    ['cmd/a.go', 'c.AddFunc("0 3 * * *", cleanUp)', 'cleanUp null -> 0 3 * * *'],
    ['cmd/a.go', 'c.AddFunc("@every 5m", cleanUp)', 'cleanUp null -> @every 5m'],
    ['cmd/a.go', 's.Cron("0 3 * * *").Do(cleanUp)', 'cleanUp null -> 0 3 * * *'],
    [
      'app/a.py',
      'schedule = {"clean-up": {"task": "a.clean", "schedule": crontab(hour=3)}}',
      'clean-up null -> crontab(hour=3)',
    ],
    ['app/a.py', 'scheduler.add_job(clean_up, "interval", hours=3)', 'clean_up null -> "interval", hours=3'],
    [
      'app/a.py',
      '@app.periodic_task(run_every=crontab(minute=5))\ndef clean_up():\n  pass',
      'clean_up null -> run_every=crontab(minute=5)',
    ],
    ['app/A.php', "$schedule->command('clean:up')->dailyAt('03:00');", "clean:up null -> dailyAt('03:00')"],
    ['routes/console.php', "Schedule::command('clean:up')->daily();", 'clean:up null -> daily()'],
    ['config/schedule.rb', 'every 3.hours do\n  rake "clean:up"\nend', 'clean:up null -> 3.hours'],
    [
      'lib/a.rb',
      "Sidekiq::Cron::Job.create(name: 'clean up', cron: '0 3 * * *', class: 'CleanUp')",
      'clean up null -> 0 3 * * *',
    ],
    ['lib/a.rb', "{ clean_up: { class: 'CleanUp', cron: '0 3 * * *' } }", 'clean_up null -> 0 3 * * *'],
    ['config/config.exs', 'jobs: [{"0 3 * * *", Shop.CleanUp}]', 'Shop.CleanUp null -> 0 3 * * *'],
    [
      'src/A.cs',
      'RecurringJob.AddOrUpdate<Cleaner>("clean-up", x => x.Run(), "0 3 * * *");',
      'clean-up null -> 0 3 * * *',
    ],
    ['src/a.rs', 'Job::new_async("0 0 3 * * *", clean_up)?', 'clean_up null -> 0 0 3 * * *'],
  ])('%s: %s', (path, lines, expected) => {
    expect(adds(path, lines)).toEqual([`cron ${expected}`])
  })

  const go = (when: string) => `\nc.AddFunc("${when}", cleanUp)\n`

  test('come, go and change', () => {
    const change = (before: string, after: string) => told({ path: 'cmd/a.go', before, after })
    expect(change(go('0 3 * * *'), `\n${go('0 4 * * *')}`)).toEqual([
      'changed cron cleanUp 0 3 * * * -> 0 4 * * * cmd/a.go:3',
    ])
    expect(change(go('0 3 * * *'), 'x')).toEqual(['removed cron cleanUp 0 3 * * * -> null cmd/a.go:2'])
  })

  test.each([
    [
      'layout',
      'src/A.java',
      '@Scheduled(fixedRate = 5,\n  initialDelay = 1)\nvoid a() {}',
      '@Scheduled(fixedRate = 5, initialDelay = 1)\nvoid a() {}',
    ],
    [
      'what runs',
      'src/A.java',
      '@Scheduled(fixedRate = 5)\nvoid a() { b(); }',
      '@Scheduled(fixedRate = 5)\nvoid a() { c(); }',
    ],
    ['comments', 'cmd/a.go', 'x', `// ${go('0 3 * * *').trim()}`],
    ['strings', 'cmd/a.go', 'x', 'var a = `c.AddFunc("0 3 * * *", cleanUp)`'],
    ['tests', 'cmd/a_test.go', 'x', go('0 3 * * *')],
    ['examples', 'examples/a.go', 'x', go('0 3 * * *')],
    ['no schedule', 'src/a.ts', 'x', "schedule('soon', cleanUp)"],
  ])('nothing: %s', (_, path, before, after) => {
    expect(told({ path, before, after })).toEqual([])
  })

  test('one that moves to another file says nothing', () => {
    expect(
      told(
        { path: 'cmd/a.go', before: go('0 3 * * *'), after: 'x' },
        { path: 'cmd/b.go', before: 'x', after: go('0 3 * * *') },
      ),
    ).toEqual([])
  })
})

describe('scripts that start the product', () => {
  const path = 'docker/entrypoint.sh'
  const change = (before: string, after: string) => told({ path, before, after })

  test.each([
    ['PORT_HTTP="${PORT_HTTP:-80}"', 'PORT_HTTP null -> 80'],
    [': "${LOG_DIR:=/var/log}"', 'LOG_DIR null -> /var/log'],
    ['export LOG_DIR=${LOG_DIR-/var/log}', 'LOG_DIR null -> /var/log'],
    ['run --title "${SITE_TITLE:-"My site"}"', 'SITE_TITLE null -> My site'],
    [': "${API_URL:?must be set}"', 'API_URL null -> null'],
    ['run --password "${ADMIN_PASSWORD:-hunter2}"', 'ADMIN_PASSWORD null -> null'],
    ['run "${DB_URL:-mysql://me:hunter2@db/x}"', 'DB_URL null -> null'],
  ])('%s', (line, expected) => {
    expect(adds(path, line)).toEqual([`env-var ${expected}`])
  })

  test('come, go and get another default', () => {
    expect(change('#!/bin/sh\nrun ${MAX_AGE:-60}\n', '#!/bin/sh\n\nrun ${MAX_AGE:-90}\n')).toEqual([
      'changed env-var MAX_AGE 60 -> 90 docker/entrypoint.sh:3',
    ])
    expect(change('\nrun ${MAX_AGE:-60}\n', 'run\n')).toEqual([
      'removed env-var MAX_AGE 60 -> null docker/entrypoint.sh:2',
    ])
    expect(change('run ${MAX_AGE:-60}', 'run ${MAX_AGE:?is missing}')).toEqual([
      'changed env-var MAX_AGE 60 -> null docker/entrypoint.sh:1',
    ])
  })

  test.each([
    ['quotes', 'run ${MAX_AGE:-60}', 'run "${MAX_AGE:-"60"}"'],
    ['kept or only used', 'MAX_AGE="${MAX_AGE:-60}"', ': "${MAX_AGE:=60}"'],
    ['words of the error', ': ${MAX_AGE:?a}', ': ${MAX_AGE:?b}'],
    ['comments', 'run', 'run # ${MAX_AGE:-60}\n# : ${API_URL:?}'],
    ['of the shell', 'run', 'cd "${HOME:-/}" && run "${PATH:-/bin}" "${TMPDIR:-/tmp}" "${JAVA_HOME:-/jdk}"'],
    [
      'of the script',
      'run',
      'WORK_DIR=$(mktemp -d)\nrun ${WORK_DIR:-/tmp}\nfor FILE_NAME in *; do echo ${FILE_NAME:-x}; done',
    ],
    ['of the script, in a function', 'run', 'a() {\n  local TARGET_DIR=$1\n  run "${TARGET_DIR:-x}"\n}'],
    ['in small letters', 'run', 'run ${max_age:-60} ${1:-a}'],
    ['only where it is set', 'run', 'run ${MAX_AGE:+--age}'],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test.each([
    'entrypoint.sh',
    'docker-entrypoint.sh',
    'docker/start',
    'rootfs/etc/cont-init.d/10-config.sh',
    'bin/run.sh',
    'deploy/startup.bash',
  ])('%s is looked at', other => {
    expect(names(other, 'run ${MAX_AGE:-60}')).toEqual(['added env-var MAX_AGE'])
  })

  test.each([
    'scripts/start.sh',
    'build/run.sh',
    'tests/entrypoint.sh',
    'docs/start.sh',
    '.github/run.sh',
    'docker/entrypoint.dev.sh',
    'install.sh',
    'docker/build.sh',
    'docker/start.md',
    'bin/backup.sh',
  ])('%s is not', other => {
    expect(names(other, 'run ${MAX_AGE:-60}')).toEqual([])
  })

  test('a default that is a variable with one', () => {
    expect(adds(path, 'run "${API_URL:-${BASE_PATH:-/api}}" "${LOG_DIR:-${HOME:-/}}"')).toEqual([
      'env-var API_URL null -> ${BASE_PATH:-/api}',
      'env-var BASE_PATH null -> /api',
      'env-var LOG_DIR null -> ${HOME:-/}',
    ])
  })

  test('a default that moves into code is no news', () => {
    expect(
      told(
        { path, before: 'run ${MAX_AGE:-60}', after: 'run' },
        { path: 'src/a.ts', before: '', after: 'const a = process.env.MAX_AGE ?? 60\n' },
      ),
    ).toEqual([])
  })
})

describe('files of settings that are filled in when the product starts', () => {
  test.each([
    ['config/database.yml', 'pool: <%= ENV.fetch("DB_POOL", 5) %>', 'DB_POOL null -> 5'],
    ['config/database.yml', 'pool: <%= ENV.fetch("DB_POOL") { 5 } %>', 'DB_POOL null -> 5'],
    ['config/cable.yml.erb', "url: <%= ENV['CABLE_URL'] %>", 'CABLE_URL null -> null'],
    ['config/packages/mailer.yaml', "from: '%env(MAIL_FROM)%'", 'MAIL_FROM null -> null'],
    ['config/services.yaml', "limit: '%env(int:default:x:PAGE_LIMIT)%'", 'PAGE_LIMIT null -> null'],
    ['config/custom-environment-variables.json', '{"db": {"host": "DB_HOST"}}', 'DB_HOST null -> null'],
    ['src/main/resources/logback.xml', '<file>${env:LOG_DIR:-/var/log}</file>', 'LOG_DIR null -> /var/log'],
    ['rootfs/etc/app.conf', 'size {{ .Env.MAX_SIZE | default "5" }}', 'MAX_SIZE null -> 5'],
    ['rootfs/etc/app.conf', 'size {{ .Env.MAX_SIZE | default 5 }}', 'MAX_SIZE null -> 5'],
    ['rootfs/etc/app.conf', 'size {{ getenv "MAX_SIZE" "5" }}', 'MAX_SIZE null -> 5'],
    ['rootfs/etc/app.conf', 'size {{ default .Env.MAX_SIZE "5" }}', 'MAX_SIZE null -> 5'],
    ['rootfs/defaults/app.lua', 'size = {{ $size := .Env.MAX_SIZE }}{{ $size }}', 'MAX_SIZE null -> null'],
    ['web/confd/templates/app.toml.tmpl', 'name = "{{ getenv "SITE_NAME" }}"', 'SITE_NAME null -> null'],
    ['rootfs/etc/app.conf', 'key {{ .Env.API_TOKEN | default "hunter2" }}', 'API_TOKEN null -> null'],
  ])('%s: %s', (path, line, expected) => {
    expect(adds(path, line)).toEqual([`env-var ${expected}`])
  })

  test('another default of a setting that is a variable is one statement', () => {
    const path = 'src/main/resources/application.yml'
    const port = (value: string) => `server:\n  port: \${SERVER_PORT:${value}}\n`
    expect(told({ path, before: port('80'), after: port('8080') })).toEqual([
      `changed env-var SERVER_PORT 80 -> 8080 ${path}:2`,
    ])
  })

  test('come, go and get another default', () => {
    const path = 'rootfs/etc/app.conf'
    const size = (value: string) => `a\n{{ if .Env.USE_SIZE }}{{ .Env.MAX_SIZE | default "${value}" }}{{ end }}\n`
    expect(told({ path, before: size('5'), after: size('6') })).toEqual([
      'changed env-var MAX_SIZE 5 -> 6 rootfs/etc/app.conf:2',
    ])
    expect(told({ path, before: size('5'), after: 'a\n' })).toEqual([
      'removed env-var MAX_SIZE 5 -> null rootfs/etc/app.conf:2',
      'removed env-var USE_SIZE null -> null rootfs/etc/app.conf:2',
    ])
  })

  test.each([
    ['comments', 'config/database.yml', 'a: 1', 'a: 1\n# <%= ENV["DB_POOL"] %>'],
    [
      'comments of HOCON',
      'src/main/resources/application.conf',
      'a = 1',
      'a = 1\n  // b = ${?HTTP_PORT}\n# c = ${?C_PORT}',
    ],
    ['comments where a template lies', 'config/application.conf', 'a = 1', 'a = 1\n# c = ${?HTTP_PORT}'],
    ['comments of XML', 'src/main/resources/logback.xml', '<a/>', '<a/><!-- ${env:LOG_DIR} -->'],
    ['the framework itself', 'config/database.yml', 'a: 1', 'a: 1\nb: <%= ENV["RAILS_ENV"] %>'],
    ['other values of a template', 'rootfs/etc/app.conf', 'a', 'a {{ .Size }} {{ template "b" }}'],
    ['a placeholder that nobody fills', 'rootfs/etc/app.conf', 'a', 'a .Env.MAX_SIZE getenv "MAX_SIZE"'],
    ['of tests', 'src/test/resources/application.yml', 'a: 1', 'a: ${SERVER_PORT:1}'],
    ['of developers', 'src/main/resources/application-dev.yml', 'a: 1', 'a: ${SERVER_PORT:1}'],
    ['of one machine', 'config/settings.local.yml', 'a: 1', 'a: <%= ENV["DB_POOL"] %>'],
    ['of documents', 'docs/etc/app.conf', 'a', 'a {{ .Env.MAX_SIZE }}'],
  ])('nothing: %s', (_, path, before, after) => {
    expect(told({ path, before, after })).toEqual([])
  })
})

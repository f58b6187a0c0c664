import { describe, expect, test } from 'vitest'
import { facts, told } from './helpers.ts'

describe('.env files', () => {
  const change = (before: string | null, after: string | null, path = '.env.example') => told({ path, before, after })

  test('names come, go, and get other values', () => {
    expect(change('# about\nA=1\nexport B="x y" # why\nOLD=\n', "A=2\nB='x y'\nNEW=n\n")).toEqual([
      'changed env-var A 1 -> 2 .env.example:1',
      'added env-var NEW null -> n .env.example:3',
      'removed env-var OLD null ->  .env.example:4'.replace('null ->  ', ' -> null '),
    ])
  })

  test('a name in capitals behind a mark is declared; what stands behind it is no default', () => {
    expect(change('', '# URL=http://a\n#PORT=1\n# a = b in words\n# Note: this=that one thing\n')).toEqual([
      'added env-var URL null -> null .env.example:1',
      'added env-var PORT null -> null .env.example:2',
    ])
    expect(change('#URL=a\n', '# URL=b\n')).toEqual([])
  })

  test.each([
    '.env',
    '.env.sample',
    'docker/app.env',
    '.env.production',
    'env.example',
    'compose/.env.dist',
    'stack.env.template',
  ])('%s is looked at', path => {
    expect(facts({ path, before: 'A=1\n', after: 'A=2\n' })).toEqual(['changed env-var A'])
  })

  test.each([
    '.env.test',
    '.env.development',
    '.env.local',
    'tests/.env',
    'src/env.ts',
    'src/env.d.ts',
    'environment.yml',
  ])('%s is not', path => {
    expect(facts({ path, before: 'A=1\n', after: 'A=2\n' })).toEqual([])
  })
})

describe('units of systemd', () => {
  const unit = (lines: string) => `[Unit]\nDescription=x\n[Service]\n${lines}`

  test('directives, variables, schedules', () => {
    expect(
      told({
        path: 'contrib/web.service',
        before: unit('User=a\nEnvironment=A=1\n'),
        after: unit('User=b\nEnvironment="A=2" B=3\nRestart=always\n'),
      }),
    ).toEqual([
      'changed config-key Service.User a -> b contrib/web.service:4',
      'added config-key Service.Restart null -> always contrib/web.service:6',
      'changed env-var A 1 -> 2 contrib/web.service:5',
      'added env-var B null -> 3 contrib/web.service:5',
    ])
    expect(
      facts({ path: 'a.timer', before: '[Timer]\nOnCalendar=daily\n', after: '[Timer]\nOnCalendar=weekly\n' }),
    ).toEqual(['changed cron a.timer'])
  })

  test('a new unit is one statement; a description is none', () => {
    expect(facts({ path: 'a.service', before: null, after: unit('A=b\n') })).toEqual(['added config-key a.service'])
    expect(facts({ path: 'a.service', before: unit(''), after: unit('').replace('=x', '=y') })).toEqual([])
    expect(facts({ path: 'src/user.service', before: 'A=1', after: 'A=2' })).toEqual([])
  })
})

describe('web servers', () => {
  const server = (lines: string) => `server {\n  listen 80;\n  location / {\n    ${lines}\n  }\n}\n`
  const path = 'docker/nginx/default.conf'

  test('directives, blocks, ports', () => {
    expect(
      told({ path, before: server('client_max_body_size 1m;'), after: server('client_max_body_size 2m;') }),
    ).toEqual(['changed config-key client_max_body_size 1m -> 2m docker/nginx/default.conf:4'])
    expect(
      facts({ path, before: server('a b;'), after: server('a b;\n } location /api {\n proxy_pass http://x;') }),
    ).toEqual(['added config-key location /api'])
    expect(facts({ path, before: server(''), after: server('').replace('80', '8080') })).toEqual([
      'removed port 80',
      'added port 8080',
    ])
  })

  test('layout, comments and marks of templates say nothing', () => {
    expect(facts({ path, before: server('a b;'), after: '# x\nserver{listen 80; location /{ a   b ; }}' })).toEqual([])
    expect(
      facts({
        path: 'templates/nginx.conf.j2',
        before: server('{% if x %}a {{ b }};{% endif %}'),
        after: server('a {{ b }};'),
      }),
    ).toEqual([])
  })

  test('variables that the image fills in', () => {
    expect(
      facts({
        path: 'Caddyfile',
        before: ':80 {\n  root x\n}\n',
        after: ':80 {\n  root x\n  respond {$GREETING:hi}\n}\n',
      }),
    ).toEqual(['added config-key respond', 'added env-var GREETING'])
  })
})

describe('crontabs and schedules of job runners', () => {
  test('each command by its schedule', () => {
    expect(
      told({ path: 'docker/crontab', before: '0 3 * * * /a\n# 0 1 * * * /b\n', after: '0 4 * * * /a\n0 1 * * * /b\n' }),
    ).toEqual([
      'changed cron /a 0 3 * * * -> 0 4 * * * docker/crontab:1',
      'added cron /b null -> 0 1 * * * docker/crontab:2',
    ])
  })

  test('config/schedule.yml', () => {
    const job = (cron: string) => `clean:\n  cron: "${cron}"\n  class: Clean\n`
    expect(facts({ path: 'config/schedule.yml', before: job('0 * * * *'), after: job('5 * * * *') })).toEqual([
      'changed cron clean',
    ])
    expect(
      facts({ path: '.github/workflows/schedule.yml', before: job('0 * * * *'), after: job('5 * * * *') }),
    ).toEqual([])
  })
})

describe('schedules of job runners', () => {
  test.each([
    ['config/sidekiq.yml', ':schedule:\n  :clean:\n    cron: "0 3 * * *"\n', 'clean null -> 0 3 * * *', 3],
    [
      'config/recurring.yml',
      'production:\n  clean:\n    schedule: every 5 minutes\n',
      'clean null -> every 5 minutes',
      3,
    ],
    ['config/recurring.yml', 'clean:\n  schedule: at 5am every day\n', 'clean null -> at 5am every day', 2],
    ['config/schedule.yml', 'clean:\n  every: 30m\n  class: Clean\n', 'clean null -> 30m', 2],
    ['config/cron_jobs.yml', 'jobs:\n  - clean:\n      cron: "@daily"\n', 'clean null -> @daily', 3],
  ])('%s: %j', (path, after, expected, line) => {
    expect(told({ path, before: 'x: 1\n', after })).toEqual([`added cron ${expected} ${path}:${line}`])
  })

  test.each([
    ['what runs', 'a: {cron: "0 3 * * *", class: A}', 'a: {class: B, cron: 0 3 * * *}'],
    ['comments', 'a: 1', 'a: 1\n# clean: {cron: "0 3 * * *"}'],
    ['no schedule', 'a: {schedule: none}', 'a: {schedule: some}'],
    ['no name', 'cron: "0 3 * * *"', 'cron: "0 4 * * *"'],
  ])('nothing: %s', (_, before, after) => {
    expect(told({ path: 'config/schedule.yml', before, after })).toEqual([])
  })
})

describe('files of servers, by the folder', () => {
  test('XML by the path below its root', () => {
    const path = 'docker/clickhouse/users.xml'
    const users = (lines: string) =>
      `<?xml version="1.0"?>\n<clickhouse>\n<profiles><default>\n${lines}\n</default></profiles>\n</clickhouse>\n`
    const change = (before: string, after: string) => told({ path, before: users(before), after: users(after) })
    expect(change('<a>1</a>\n<b>x</b>', '<a>2</a>\n<c>y</c>')).toEqual([
      `changed config-key profiles.default.a 1 -> 2 ${path}:4`,
      `removed config-key profiles.default.b x -> null ${path}:5`,
      `added config-key profiles.default.c null -> y ${path}:5`,
    ])
    expect(change('<a on="1">x</a>', '<a on="2">x</a>')).toEqual([
      `changed config-key profiles.default.a null -> null ${path}:4`,
    ])
    expect(change('<password>a</password>', '<password>b</password>')).toEqual([
      `changed config-key profiles.default.password null -> null ${path}:4`,
    ])
    expect(change('<a>1</a>', '<!-- <b>1</b> -->\n  <a >\n 1 </a>')).toEqual([])
    expect(change('<a on="1"/>', "<a  on='1'></a>")).toEqual([])
  })

  test.each([
    ['fail2ban/jail.conf', '[sshd]\nmaxretry = 3\n', '[sshd]\nmaxretry = 5\n', 'sshd.maxretry'],
    [
      'mysql/conf.d/tuning.cnf',
      '[mysqld]\nmax_connections=1\n',
      '[mysqld]\nmax_connections=2\n',
      'mysqld.max_connections',
    ],
    ['deploy/haproxy/etc/edge.cfg', 'global\nmaxconn 1\n', 'global\nmaxconn 2\n', 'maxconn'],
    ['redis/etc/cache.conf', 'maxmemory 1mb\n', 'maxmemory 2mb\n', 'maxmemory'],
  ])('%s', (path, before, after, key) => {
    expect(facts({ path, before, after })).toEqual([`changed config-key ${key}`])
    expect(facts({ path, before, after: after.replace(/^(?=.)/gm, '# ') + before })).toEqual([])
  })

  test.each(['tests/clickhouse/users.xml', 'docs/fail2ban/jail.conf', 'clickhouse/users.md', 'pages/users.xml'])(
    '%s is not looked at',
    path => {
      expect(facts({ path, before: '<a><b>1</b></a>', after: '<a><b>2</b></a>' })).toEqual([])
    },
  )
})

describe('settings that look like something else', () => {
  const change = (before: string, after: string) => facts({ path: 'config.yml', before, after })

  test('a section of jobs is one of settings', () => {
    expect(change('jobs: {poll: 5}\n', 'jobs: {poll: 6}\n')).toEqual(['changed config-key jobs.poll'])
    expect(change('jobs: {mail: {poll: 5}}\n', 'jobs: {mail: {poll: 6}}\n')).toEqual([
      'changed config-key jobs.mail.poll',
    ])
    expect(change('services: {mail: {port: 5}}\n', 'services: {mail: {port: 6}}\n')).toEqual([
      'changed config-key services.mail.port',
    ])
  })

  test.each([
    ['workflow', 'jobs: {a: {runs-on: x, steps: []}}\nenv: {A: 1}\n'],
    ['steps of CI', 'jobs: {a: {steps: [b]}}\nenv: {A: 1}\n'],
    ['schema', '$schema: x\nenv: {A: 1}\n'],
    ['interface', 'openapi: 3.0.0\nenv: {A: 1}\n'],
  ])('%s is none', (_, before) => {
    expect(change(before, before.replace('A: 1', 'A: 2'))).toEqual([])
  })
})

describe('files of settings', () => {
  test('YAML, TOML, INI, properties by dotted path', () => {
    expect(facts({ path: 'config.example.yml', before: 'a: {b: 1}\n', after: 'a: {b: 2}\nc: {d: 1}\n' })).toEqual([
      'changed config-key a.b',
      'added config-key c',
    ])
    expect(facts({ path: 'config.toml', before: '[a]\nb = 1\n', after: '[a]\nb = 2\n' })).toEqual([
      'changed config-key a.b',
    ])
    expect(
      facts({ path: 'app.example.ini', before: '[a]\n;b = 1\n', after: '[a]\n;b = 1\n;c = 1\n; words = here\n' }),
    ).toEqual(['added config-key a.c'])
    expect(facts({ path: 'src/main/resources/application.properties', before: 'a.b=1\n', after: 'a.b=2\n' })).toEqual([
      'changed config-key a.b',
    ])
    expect(facts({ path: 'docker/redis.conf', before: 'maxmemory 1mb\n', after: 'maxmemory 2mb\n' })).toEqual([
      'changed config-key maxmemory',
    ])
  })

  test('a schema of settings by its defaults; types and descriptions say nothing', () => {
    const schema = (b: object) => JSON.stringify({ properties: { a: { properties: { b } } } })
    const change = (before: object, after: object) =>
      facts({ path: 'config/app.schema.json', before: schema(before), after: schema(after) })
    expect(change({ default: 1 }, { default: 2 })).toEqual(['changed config-key a.b'])
    expect(change({ type: 'a', description: 'b' }, { type: 'c' })).toEqual([])
    expect(change({}, { properties: { c: {} } })).toEqual(['changed config-key a.b'])
  })

  test.each([
    '.golangci.yml',
    'mkdocs.yml',
    'config/locales/en.yml',
    'package.json',
    'tests/config.yml',
    'jest.config.json',
    'application-dev.yml',
    'pyproject.toml',
  ])('%s is not looked at', path => {
    expect(facts({ path, before: 'a: 1\n', after: 'a: 2\n' })).toEqual([])
  })
})

describe('modes that git keeps', () => {
  const change = (path: string, ...modes: [string, string]) => told({ path, before: 'x', after: 'x', modes })

  test('of programs that were there before', () => {
    expect(change('docker/start.sh', '100644', '100755')).toEqual([
      'changed file-permission docker/start.sh 0644 -> 0755 docker/start.sh:1',
    ])
    expect(change('docker/start.sh', '100644', '100644')).toEqual([])
    expect(change('docker/start.sh', '120000', '100644')).toEqual([])
    expect(change('README.md', '100644', '100755')).toEqual([])
    expect(change('src/page.hbs', '100755', '100644')).toEqual([])
    expect(change('test/a.sh', '100644', '100755')).toEqual([])
  })
})

test('files of braces and lines', () => {
  expect(
    told({
      path: 'config/defaults.hjson',
      before: '{\n  a: {\n    # x\n    b: 1\n  }\n}\n',
      after: '{\n  a: {\n    b: 2\n    c: "d"\n  }\n}\n',
    }),
  ).toEqual([
    'changed config-key a.b 1 -> 2 config/defaults.hjson:3',
    'added config-key a.c null -> d config/defaults.hjson:4',
  ])
})

describe('files of servers and of settings, by where they lie', () => {
  test('XML and INI in the folder of a server', () => {
    const xml = (level: string) => `<clickhouse>\n  <logger>\n    <level>${level}</level>\n  </logger>\n</clickhouse>\n`
    expect(told({ path: 'clickhouse/config.d/log.xml', before: xml('warning'), after: xml('error') })).toEqual([
      'changed config-key logger.level warning -> error clickhouse/config.d/log.xml:3',
    ])
    expect(
      told({ path: 'clickhouse/a.xml', before: xml('a'), after: xml('a').replaceAll('clickhouse', 'yandex') }),
    ).toEqual([])
    const ini = (time: string) => `[sshd]\nbantime = ${time}\n`
    expect(told({ path: 'target/fail2ban/jail.conf', before: ini('1h'), after: ini('2h') })).toEqual([
      'changed config-key sshd.bantime 1h -> 2h target/fail2ban/jail.conf:2',
    ])
  })

  test('jobs and services of the product are settings; those of a workflow or of Compose are not', () => {
    const path = 'config/settings.yml'
    expect(facts({ path, before: 'jobs: { poll: 5 }\n', after: 'jobs: { poll: 9 }\n' })).toEqual([
      'changed config-key jobs.poll',
    ])
    const workflow = (image: string) => `jobs: { a: { runs-on: ${image} } }\nwait: ${image}\n`
    expect(facts({ path, before: workflow('a'), after: workflow('b') })).toEqual([])
  })

  test('a new setting that only takes a variable is that variable', () => {
    const path = 'src/main/resources/application.yml'
    expect(facts({ path, before: 'a: 1\n', after: 'a: 1\npay:\n  wait: ${PAY_WAIT:10}\n' })).toContain(
      'added env-var PAY_WAIT',
    )
    expect(facts({ path, before: 'pay: { a: 1 }\n', after: 'pay:\n  a: 1\n  wait: ${PAY_WAIT:10}\n' })).toEqual([
      'added env-var PAY_WAIT',
    ])
  })

  test('the default of a variable is said once, as that of the variable', () => {
    const at = (wait: number) => `pay:\n  wait: \${PAY_WAIT:${wait}}\n  url: http://a\n`
    expect(told({ path: 'src/main/resources/application.yml', before: at(10), after: at(20) })).toEqual([
      'changed env-var PAY_WAIT 10 -> 20 src/main/resources/application.yml:2',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { facts, text, told } from './helpers.ts'

const path = 'docker-compose.yml'
const web = (lines: string) => `services:\n  web:\n    image: web:1\n${lines.replace(/^(?=.)/gm, '    ')}`
const change = (before: string, after: string) => facts({ path, before, after })

describe('services of a Compose file', () => {
  test('come, go and change; a new one is one statement', () => {
    const before = text`
      services:
        web:
          image: web:1
        old:
          image: old:1
    `
    const after = text`
      services:
        web:
          image: web:2
        cache:
          image: redis:7
          environment: {A: b}
          ports: ["6379:6379"]
    `
    expect(told({ path, before, after })).toEqual([
      'changed compose-service web web:1 -> web:2 docker-compose.yml:2',
      'added compose-service cache null -> redis:7 docker-compose.yml:4',
      'removed compose-service old old:1 -> null docker-compose.yml:4',
    ])
  })

  test('a database that goes, and a named volume, lose data', () => {
    const before = 'services:\n  web: {image: web:1}\n  db:\n    image: postgres:16\nvolumes:\n  data:\n'
    expect(change(before, 'services:\n  web: {image: web:1}\n')).toEqual([
      'removed! compose-service db',
      'removed! volume data',
    ])
  })

  test('a variable, a port, a user and a mount are stated as such, and the service is not', () => {
    const before = web('environment:\n  - A=1\nports: ["80:80"]\n')
    const after = web(
      'environment:\n  A: "2"\n  B: x\nports: ["80:80", "443:443"]\nuser: "1000"\nvolumes: ["/srv/data:/data"]\n',
    )
    expect(change(before, after)).toEqual([
      'added container-user web',
      'changed env-var A',
      'added env-var B',
      'added port 443',
      'added volume /data',
    ])
  })

  test('any other effective change is one of the service', () => {
    expect(change(web('restart: always\n'), web('restart: no\n'))).toEqual(['changed compose-service web'])
    expect(change(web('command: a b\n'), web('command: ["a", "c"]\n'))).toEqual(['changed compose-service web'])
    expect(change(web('build: {context: ., args: {A: 1}}\n'), web('build: {context: ., args: {A: 2}}\n'))).toEqual([
      'changed compose-service web',
    ])
  })

  test.each([
    ['version', `version: "3"\n${web('')}`, web('')],
    ['list or map, quotes, order', web('environment: ["A=1", B=2]\n'), web('environment:\n  B: "2"\n  A: 1\n')],
    ['words or list', web('command: run --all\n'), web('command: ["run", "--all"]\n')],
    ['dependencies', web('depends_on: [db]\n'), web('depends_on:\n  db: {condition: service_started}\n')],
    ['long and short ports', web('ports: ["80:8080"]\n'), web('ports:\n  - target: 8080\n    published: 80\n')],
    ['digest', 'services:\n  a: {image: "x:1@sha256:aa"}\n', 'services:\n  a: {image: "x:1@sha256:bb"}\n'],
    ['anchors', web('environment: {A: 1}\n'), `x-e: &e {A: 1}\n${web('environment:\n  <<: *e\n')}`],
    ['image that is no longer built', web('build: {context: ., args: {A: 1}}\n'), web('')],
    ['folder that is built', web('build: .\n'), web('build: {context: .}\n')],
    ['single file of the repository', web(''), web('volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]\n')],
  ])('nothing: %s', (_, before, after) => {
    expect(change(before, after)).toEqual([])
  })

  test('what a service extends is its own', () => {
    const file = (restart: string) =>
      `services:\n  base: {image: a:1, restart: ${restart}}\n  web:\n    extends: base\n    image: web:1\n`
    expect(change(file('always'), file('no'))).toEqual(['changed compose-service base', 'changed compose-service web'])
  })
})

describe('variables that Compose takes from the deployer', () => {
  test('a new default, wherever it stands', () => {
    expect(
      told({ path, before: web('ports: ["${PORT:-80}:80"]\n'), after: web('ports: ["${PORT:-8080}:80"]\n') }),
    ).toEqual(['changed env-var PORT 80 -> 8080 docker-compose.yml:4'])
  })

  test('one setting with two names is one statement', () => {
    expect(change(web('environment: {X: 1}\n'), web('environment: {X: 1, DB: "${DATABASE}"}\n'))).toEqual([
      'added env-var DB',
    ])
    expect(change(web('environment: {DB: "${OLD}"}\n'), web('environment: {DB: "${NEW}"}\n'))).toEqual([
      'added env-var NEW',
      'removed env-var OLD',
    ])
  })

  test('a default inside an image is a change of the service', () => {
    const file = (tag: string) => `services:\n  web:\n    image: web:\${TAG:-${tag}}\n`
    expect(change(file('1'), file('2'))).toEqual(['changed compose-service web'])
  })

  test('a secret that is read from a variable', () => {
    expect(change(web(''), `${web('')}secrets:\n  s:\n    environment: MY_SECRET\n`)).toEqual([
      'added env-var MY_SECRET',
    ])
  })
})

test.each(['compose.yaml', 'docker-compose.prod.yml', 'deploy/docker-compose.yaml', 'stack.docker-compose.yml'])(
  '%s is looked at',
  other => {
    expect(facts({ path: other, before: web(''), after: web('restart: always\n') })).toEqual([
      'changed compose-service web',
    ])
  },
)

test.each([
  'docker-compose.dev.yml',
  'docker-compose.test.yml',
  'tests/compose.yml',
  'docs/compose.yml',
  '.devcontainer/compose.yml',
])('%s is not', other => {
  expect(facts({ path: other, before: web(''), after: web('restart: always\n') })).toEqual([])
})

describe('a Compose file by its content', () => {
  const file = (tag: string) => `services:\n  video:\n    image: acme/video:${tag}\n`
  test.each(['video.yml', 'deploy/video.yaml', 'docker/extra.yml'])('%s', path => {
    expect(facts({ path, before: file('1'), after: file('2') })).toEqual(['changed compose-service video'])
  })

  test.each([
    ['a workflow', '.github/workflows/a.yml', file('1'), file('2')],
    ['other keys at the top', 'video.yml', `${file('1')}steps: []\n`, `${file('2')}steps: []\n`],
    ['no images', 'video.yml', 'services: { video: { port: 1 } }\n', 'services: { video: { port: 2 } }\n'],
  ])('not: %s', (_, path, before, after) => {
    expect(facts({ path, before, after })).toEqual([])
  })
})

describe('Compose files under other names, by their content', () => {
  test.each(['jibri.yml', 'docker/web.yml', 'deploy/stacks/web.yaml', 'services/mail-relay.yml'])(
    '%s is one',
    other => {
      expect(facts({ path: other, before: web(''), after: web('environment: {A: 1}\nports: ["80:80"]\n') })).toEqual([
        'added env-var A',
        'added port 80',
      ])
      expect(facts({ path: other, before: null, after: web('') })).toEqual(['added compose-service web'])
      expect(facts({ path: other, before: web(''), after: null })).toEqual(['removed compose-service web'])
    },
  )

  test.each([
    ['services of something else', 'services: {web: {url: a}}\n'],
    ['other keys beside them', `${web('')}pipeline: {a: b}\n`],
    ['no map', '- services: {web: {image: a}}\n'],
    ['no YAML', 'services: [{web\n'],
  ])('%s: is none', (_, before) => {
    expect(facts({ path: 'web.yml', before, after: `${before}x-a: 1\n` })).toEqual([])
    expect(facts({ path: 'web.yml', before: web(''), after: before })).toEqual([])
    expect(facts({ path: 'web.yml', before, after: web('') })).toEqual([])
  })

  test.each([
    'roles/web.yml',
    'src/web.yml',
    'examples/web.yml',
    'web-dev.yml',
    'web.test.yml',
    'deploy/tests/web.yml',
  ])('%s is not looked at', other => {
    expect(facts({ path: other, before: web(''), after: web('restart: always\n') })).toEqual([])
  })
})

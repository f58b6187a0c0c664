import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { idsIn, markdownTable, quotedIds, withTable } from '../../scripts/ids.ts'
import { lockfileProblems } from '../../scripts/lockfile.ts'
import { workflowProblems } from '../../scripts/workflows.ts'
import { projectFiles, read, root } from './files.ts'

const sha = 'a'.repeat(40)
const safe = (change: (text: string) => string = text => text): string =>
  change(`on: { pull_request: }
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${sha} # v7.0.1
        with: { persist-credentials: false }
      - run: npm test
`)

describe('S-01 S-02 workflows', () => {
  test.each(projectFiles().filter(file => file.startsWith('.github/workflows/')))('%s', file => {
    expect(workflowProblems(read(file))).toEqual([])
  })

  test('a safe one has no problem', () => expect(workflowProblems(safe())).toEqual([]))

  test.each<readonly [string, (text: string) => string, string]>([
    ['a tag', text => text.replace(sha, 'v7'), 'line 9: actions/checkout@v7 is not pinned to a full SHA'],
    [
      'no version comment',
      text => text.replace(' # v7.0.1', ''),
      `line 9: actions/checkout@${sha} has no version comment`,
    ],
    ['rights for every job', text => text.replace('permissions: {}', ''), 'permissions: {} is missing at the top'],
    [
      'a job without rights of its own',
      text => text.replace('    permissions: { contents: read }\n', ''),
      'jobs.test: permissions are missing',
    ],
    ['no limit', text => text.replace('    timeout-minutes: 5\n', ''), 'jobs.test: timeout-minutes is missing'],
    [
      'kept credentials',
      text => text.replace('with: { persist-credentials: false }', 'with: { fetch-depth: 0 }'),
      'jobs.test.steps[0]: actions/checkout without persist-credentials: false',
    ],
    [
      'rights of the base branch',
      text => text.replace('pull_request:', 'pull_request_target:'),
      'on: pull_request_target runs with rights',
    ],
    [
      'text from outside in a script',
      // The expression is put together here so that it stays a text.
      text => text.replace('npm test', `echo "$\{{ github.event.pull_request.title }}"`),
      'jobs.test.steps[1]: run: contains an expression with text from outside; pass it through env',
    ],
    [
      'a job that would be taken for the verdict',
      text => text.replace('  test:', '  delivery-gates:'),
      'jobs.delivery-gates: a job of this name would be taken for the verdict',
    ],
  ])('%s is a problem', (_name, change, problem) => {
    expect(safe(change)).not.toBe(safe())
    expect(workflowProblems(safe(change))).toContain(problem)
  })
})

describe('S-06 S-07 lockfile', () => {
  const manifest = '{ "dependencies": { "one": "1.2.3" } }'
  const integrity = `sha512-${'A'.repeat(86)}==`
  const lock = (entry: object) =>
    JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/one': { version: '1.2.3', ...entry } } })

  test('ours', () => expect(lockfileProblems(read('package-lock.json'), read('package.json'))).toEqual([]))
  test('a good one', () => expect(lockfileProblems(lock({ integrity }), manifest)).toEqual([]))

  test.each<readonly [string, object, string]>([
    ['nothing to compare a download with', {}, 'node_modules/one: has no sha512 integrity'],
    ['a weak digest', { integrity: 'sha1-AAAA' }, 'node_modules/one: has no sha512 integrity'],
    [
      'where it came from',
      { integrity, resolved: 'one.tgz' },
      'node_modules/one: names where it was downloaded (.npmrc omits that)',
    ],
    ['an install script', { integrity, hasInstallScript: true }, 'node_modules/one: runs an install script'],
    ['another version', { integrity, version: '1.2.4' }, 'one: package.json says 1.2.3, the lockfile 1.2.4'],
  ])('%s is a problem', (_name, entry, problem) => expect(lockfileProblems(lock(entry), manifest)).toEqual([problem]))

  test('a range is a problem', () => {
    expect(lockfileProblems(lock({ integrity }), manifest.replace('1.2.3', '^1.2.3'))).toEqual([
      'one: "^1.2.3" is not an exact version',
    ])
  })

  test('at most 15 direct runtime dependencies', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(15)
  })
})

describe('S-08 the package', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, unknown>
  const scripts = manifest.scripts as Record<string, string>

  test('cannot be published by accident, says its licence, runs from Node 20', () => {
    expect(manifest).toMatchObject({ private: true, license: 'MIT', type: 'module', engines: { node: '>=20.19' } })
  })

  test('runs nothing when it is installed', () => {
    expect(Object.keys(scripts).filter(name => /^(pre|post)?(install|prepare|pack|publish)/.test(name))).toEqual([])
  })

  test('every script says so when Node is too old, and the files that it runs exist', () => {
    for (const [name, command] of Object.entries(scripts)) {
      expect(command, name).toMatch(/^node scripts\/require-node24\.mjs && /)
      for (const [, file = ''] of command.matchAll(/\bnode ([\w/.-]+)/g)) {
        expect(existsSync(join(root, file)), `${name} runs ${file}`).toBe(true)
      }
    }
  })

  test('the Node of .node-version, of the tests and of the Action are of one major version', () => {
    const { node } = manifest.devDependencies as Record<string, string>
    expect(read('.node-version').trim()).toBe(node)
    expect(read('action.yml')).toContain(`using: node${node?.split('.')[0]}`)
  })
})

describe('the repository', () => {
  const files = projectFiles()
  const texts = files.filter(file => !/\.(png|gz|zip|info)$/.test(file))

  test('S-11 licence, security policy, changelog and contributing guide are there', () => {
    expect(read('LICENSE')).toMatch(/^MIT License/)
    expect(read('SECURITY.md')).toMatch(/cannot prevent/)
    expect(read('SECURITY.md')).toMatch(/90 days/)
    expect(read('CHANGELOG.md')).toMatch(/^## Unreleased$/m)
    expect(files).toContain('CONTRIBUTING.md')
  })

  test('no file names a home folder or where packages were downloaded', () => {
    const places = [
      /\/(?:home|Users)\/(?!runner\/)[a-z]\w*\//,
      /\/work\/(?:main|shared)\b/,
      /\bregistry\.[a-z]+js\.\w+/,
      /\bnode_modules\/\.cache\b/,
    ]
    const found = texts
      .filter(file => file !== 'test/project/hygiene.test.ts' && !file.startsWith('dist/'))
      .flatMap(file => {
        const text = read(file)
        return places.flatMap(place => place.exec(text)?.[0] ?? []).map(what => `${file}: ${what}`)
      })
    expect(found).toEqual([])
  })

  test('S-15 no private key, token or secret stands in a file', () => {
    const secrets = [
      /-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/]{40}/,
      /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
      /\bgithub_pat_\w{40}/,
    ]
    const found = texts.flatMap(file => secrets.filter(secret => secret.test(read(file))).map(() => file))
    expect(found).toEqual([])
  })

  test('text files end with a line end and have no carriage returns', () => {
    const ours = texts.filter(file => /\.(ts|mjs|md|json|yml)$/.test(file) && !/^(dist|test\/fixtures)\//.test(file))
    expect(ours.filter(file => statSync(join(root, file)).size > 0 && !read(file).endsWith('\n'))).toEqual([])
    expect(ours.filter(file => read(file).includes('\r\n'))).toEqual([])
  })

  test('.ci/run is there, can be run and is no concern of a login shell', () => {
    expect(statSync(join(root, '.ci/run')).mode & 0o111).toBe(0o111)
    expect(read('.ci/run')).toMatch(/^#!\/usr\/bin\/env bash\n/)
    execFileSync('bash', ['-n', join(root, '.ci/run')])
  })

  test.skipIf(!existsSync(join(root, '.git')))('git ignores no file of the sources', () => {
    const sources = files.filter(file => /^(src|action|app|cli|scripts|test|docs|schema|dist|examples)\//.test(file))
    const input = sources.join('\n')
    const git = (args: readonly string[]): string => {
      try {
        return execFileSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, input, encoding: 'utf8' })
      } catch (error) {
        // Exit code 1: none is ignored.
        if (error instanceof Error && 'status' in error && error.status === 1) return ''
        throw error
      }
    }
    expect(git(['check-ignore', '--no-index', '--stdin'])).toBe('')
  })

  test('S-04 code owners stand over what decides', () => {
    const owners = read('.github/CODEOWNERS')
    for (const path of ['.github/', 'dist/', 'package-lock.json']) expect(owners).toContain(path)
  })
})

describe('identifiers of docs/security.md', () => {
  test('the table is current', () => {
    const page = read('docs/security.md')
    expect(page, 'run: node scripts/ids.ts --md').toBe(withTable(page, markdownTable(quotedIds())))
  })

  test('names of tests and rows of tables count, comments do not', () => {
    const [one, two, three] = ['T-' + '01', 'B-' + 'C02', 'R-' + '03']
    const source = `/** ${one} */\n// ${one}\ntest('${one} and ${two}: no', () => {})\n  ['${three} row', 1],\nconst x = y // ${one}\n`
    expect(idsIn(source)).toEqual([one, two, three])
  })
})

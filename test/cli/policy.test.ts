import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newRepository } from '../git/repo.ts'
import { root } from '../project/files.ts'
import { delivery, json, refusal, writeFiles } from './cli.ts'

const policy = `version: 1
roles: { implementer: ["@li-wei"] }
components: { deploy: { paths: ["deploy/**"], risk: high } }
gates:
  docs: { rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }] }
  review: { rules: [{ role: implementer, need: approved }] }
`

/** A policy and a compose file on `main`, and a commit that gives the service a variable. */
function scene(over: Readonly<Record<string, string>> = {}) {
  const repository = newRepository()
  repository.commit({
    '.github/delivery-gates.yml': policy,
    'deploy/compose.yml': 'services:\n  pay:\n    image: acme/pay:1\n',
    'docs/guide.md': '# Guide\n',
    ...over,
  })
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  repository.commit({
    'deploy/compose.yml': 'services:\n  pay:\n    image: acme/pay:1\n    environment:\n      PAYMENT_TIMEOUT: "30"\n',
  })
  return repository
}

const folder = (files: Readonly<Record<string, string>>): string =>
  writeFiles(mkdtempSync(join(tmpdir(), 'cli-')), files)

describe('impact', () => {
  test('design.md §7: risk, and one statement per fact with its place', () => {
    const { value, code } = json(['impact', '--base', 'origin/main'], { cwd: scene().root })
    expect(code).toBe(0)
    expect(value.risk).toBe('high')
    expect(value.impacts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'env-var',
          key: 'PAYMENT_TIMEOUT',
          file: 'deploy/compose.yml',
          line: 5,
          direction: 'added',
          destructive: false,
        }),
      ]),
    )
  })

  test('backwards it is removed, and in Chinese it is Chinese', () => {
    const { root: cwd } = scene()
    const { value } = json(['impact', '--base', 'HEAD', '--head', 'HEAD'], { cwd })
    expect(value).toMatchObject({ risk: expect.any(String), impacts: [] })
    expect(delivery(['impact', '--base', 'origin/main', '--locale', 'zh-CN'], { cwd }).stdout).toContain('环境变量')
  })

  test.each([
    [['impact'], /--base REF is missing/],
    [['impact', '--base', 'nowhere'], /no such commit/],
    [['impact', '--base', 'HEAD', 'file'], /takes no file/],
  ])('%j is refused', (args, expected) => {
    expect(refusal(args, { cwd: scene().root })).toMatch(expected)
  })
})

describe('check', () => {
  test('judges what git says, and says what only GitHub knows', () => {
    const { code, stdout } = delivery(['check', '--base', 'origin/main'], { cwd: scene().root })
    expect(code).toBe(1)
    expect(stdout).toMatch(/failed · docs/)
    expect(stdout).toContain('What changes for whoever deploys · risk high')
    expect(stdout).toMatch(/Not judged here, because only GitHub knows: review\./)
  })

  test('what cannot be judged here does not fail', () => {
    const repository = scene()
    repository.commit({ 'docs/guide.md': '# Guide\nSet PAYMENT_TIMEOUT before the rollout.\n' })
    expect(delivery(['check', '--base', 'origin/main'], { cwd: repository.root }).code).toBe(0)
  })

  test('the policy of the base judges, not the one that the commits bring', () => {
    const repository = scene()
    repository.commit({ '.github/delivery-gates.yml': 'version: 1\n' })
    expect(delivery(['check', '--base', 'origin/main'], { cwd: repository.root }).code).toBe(1)
  })

  test('findings in the SARIF files of the working tree; none there fails', () => {
    const at = `${policy}  findings: { sarif: ["results/*.sarif"], fail_on: low }\n`
    const { root: cwd } = scene({ '.github/delivery-gates.yml': at })
    const found = () => {
      const { value } = json(['check', '--base', 'origin/main'], { cwd })
      return (value.gates as { gate: string; result: { status: string } }[]).find(one => one.gate === 'findings')
    }
    expect(found()?.result).toMatchObject({ status: 'failed', summary: { code: 'findings.unusable' } })
    writeFiles(cwd, {
      'results/eslint.sarif': readFileSync(join(root, 'test/fixtures/sarif/eslint.sarif'), 'utf8'),
    })
    expect(found()?.result).toMatchObject({ status: 'failed', summary: { code: 'findings.failed' } })
    writeFiles(cwd, {
      'results/eslint.sarif': readFileSync(join(root, 'test/fixtures/sarif/eslint-clean.sarif'), 'utf8'),
    })
    expect(found()?.result.status).toBe('passed')
  })

  test('B-C46 an exclude that takes everything away fails', () => {
    const at = (more: string) =>
      `version: 1\ngates:\n  coverage: { reports: [{ name: unit, path: lcov.info }], project: { min: 1 }${more} }\n`
    const verdictOf = (more: string) => {
      const { root: cwd } = scene({ '.github/delivery-gates.yml': at(more), 'src/a.js': 'a()\n' })
      writeFiles(cwd, { 'lcov.info': 'SF:src/a.js\nDA:1,1\nend_of_record\n' })
      const { value } = json(['check', '--base', 'origin/main'], { cwd })
      return (value.gates as { result: { status: string; summary: { code: string } } }[])[0]?.result
    }
    expect(verdictOf('')).toMatchObject({ status: 'passed' })
    expect(verdictOf(', exclude: ["**"]')).toMatchObject({ status: 'failed', summary: { code: 'coverage.empty' } })
  })

  test('facts of a file: the whole verdict', () => {
    const at = join(root, 'test/cases/green-all-signed')
    const files = ['--facts', join(at, 'facts.json'), '--policy', join(at, 'policy.yml')]
    expect(json(['check', ...files])).toMatchObject({ code: 0, value: { verdict: 'passed' } })
    expect(refusal(['check', '--facts', join(at, 'policy.yml'), '--policy', join(at, 'policy.yml')])).toMatch(/no JSON/)
    const cwd = folder({ 'facts.json': '{"number": "x"}', 'policy.yml': 'version: 1\n' })
    expect(refusal(['check', '--facts', 'facts.json', '--policy', 'policy.yml'], { cwd })).toMatch(/no facts/)
  })
})

describe('validate', () => {
  test('every problem with its place, exit code 2', () => {
    const cwd = folder({ 'policy.yml': 'version: 1\ngates:\n  coverge: {}\n  docs: { rules: 3 }\n' })
    const { code, stdout, stderr } = delivery(['validate', 'policy.yml'], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^policy\.yml:3:3: CFG-UNKNOWN gates\.coverge: /),
      expect.stringMatching(/^policy\.yml:4:18: CFG-TYPE gates\.docs\.rules: /),
    ])
    expect(JSON.parse(delivery(['validate', '--json', 'policy.yml'], { cwd }).stdout)).toMatchObject({
      valid: false,
      files: [
        {
          problems: [
            { code: 'CFG-UNKNOWN', line: 3 },
            { code: 'CFG-TYPE', line: 4 },
          ],
        },
      ],
    })
  })

  test.each(['2026-13-45', '2026-02-30', 'yesterday', '"2027-01-01T00:00:00Z"'])('B-C52 %s is no day', day => {
    const cwd = folder({
      'policy.yml': `version: 1\ngates: { size: {} }\nwaivers:\n  - { gate: size, reason: vendored as it is, owner: "@olga", expires: ${day} }\n`,
    })
    expect(refusal(['validate', 'policy.yml'], { cwd })).toMatch(/^policy\.yml:4:\d+: CFG-DATE waivers\[0\]\.expires: /)
  })

  test('B-G11 patterns that match no file, and the gates that are on', () => {
    const { root: cwd } = scene({
      '.github/delivery-gates.yml': policy.replace('update: ["docs/**"]', 'update: ["doc/**"]'),
    })
    const { code, stdout } = delivery(['validate'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toContain('GLB-NOMATCH gates.docs.rules[0].update[0]')
    expect(stdout).toContain('is valid. Gates that are on: docs (block) and review (block)')
  })

  test('T-05 a policy that extends another says where it could not be read', () => {
    const cwd = folder({
      'policy.yml': 'version: 1\nextends: acme/.github\n',
      'shared/acme/.github/.github/delivery-gates.yml': 'version: 1\ngates: { size: { max_lines: 400 } }\n',
    })
    expect(delivery(['validate', '--owner', 'acme', 'policy.yml'], { cwd })).toMatchObject({ code: 2 })
    const { code, stdout } = delivery(['validate', '--owner', 'acme', '--shared', 'shared', 'policy.yml'], { cwd })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('size (block)') })
  })
})

describe('explain', () => {
  test('every value with the file and line that wrote it', () => {
    const cwd = folder({
      'policy.yml': 'version: 1\nextends: acme/.github\ngates:\n  size: { max_files: 20 }\n',
      'shared/acme/.github/.github/delivery-gates.yml': 'version: 1\ngates:\n  size:\n    max_lines: 400\n',
    })
    const { value } = json(['explain', '--policy', 'policy.yml', '--shared', 'shared', 'gates.size'], { cwd })
    const origins = Object.fromEntries(
      (value.values as { keyPath: string; origin: { layer: string; line?: number } }[]).map(one => [
        one.keyPath,
        `${one.origin.layer}:${one.origin.line ?? ''}`,
      ]),
    )
    expect(origins).toMatchObject({
      'gates.size.max_lines': 'shared:4',
      'gates.size.max_files': 'own:4',
      'gates.size.level': 'default:',
    })
  })

  test('one pull request: why each gate decided', () => {
    const at = join(root, 'test/cases/red-everything-missing')
    const files = ['--facts', join(at, 'facts.json'), '--policy', join(at, 'policy.yml')]
    const { code, stdout } = delivery(['explain', ...files])
    expect(code).toBe(1)
    expect(stdout).toMatch(/failed · docs/)
    expect(refusal(['explain', 'gates.nothing'], { cwd: scene().root })).toMatch(/no value at gates\.nothing/)
  })
})

describe('test', () => {
  const cases = (expected: string) => `version: 1
policy: policy.yml
cases:
  - name: a chart without a word
    pull_request: { files: [deploy/values.yaml] }
    expect: { gates: { docs: ${expected} } }
`

  test('cases as they should be, and one that is not', () => {
    const cwd = folder({ 'policy.yml': policy, 'good.yml': cases('failed'), 'bad.yml': cases('passed') })
    expect(delivery(['test', 'good.yml'], { cwd })).toMatchObject({ code: 0 })
    const { code, stdout } = delivery(['test', 'good.yml', 'bad.yml'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('gates.docs is failed, expected passed: ')
    expect(stdout).toContain('2 cases, 1 not as expected.')
  })

  test('numbers with their base, tests by cell, alerts', () => {
    const measured = `version: 1
gates:
  budgets: { rules: [{ name: size, file: a.json, value: bytes, max_increase: 2% }] }
  environments: { junit: "out/{os}.xml", matrix: { os: [linux, windows] } }
  findings: { alerts: [code-scanning] }
`
    const pull = (values: string, failures: number, isNew: boolean) => `  - name: "${values}"
    pull_request:
      values: { size: ${values} }
      tests: [{ cell: { os: linux } }, { cell: { os: windows }, tests: 3, failures: ${failures} }]
      alerts: [{ kind: code-scanning, rule: xss, severity: ${isNew ? 'high' : 'medium'} }]
`
    const expected = (word: string) =>
      `    expect: { gates: { budgets: ${word}, environments: ${word}, findings: ${word} } }\n`
    const text = `version: 1\npolicy: policy.yml\ncases:\n${pull('{ value: 100, base: 99 }', 0, false)}${expected('passed')}${pull('{ value: 104, base: 99 }', 1, true)}${expected('failed')}`
    const cwd = folder({ 'policy.yml': measured, 'cases.yml': text })
    expect(delivery(['test', 'cases.yml'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  })

  test('a key that nobody knows has its place', () => {
    const cwd = folder({ 'policy.yml': policy, 'cases.yml': cases('failed').replace('files:', 'flies:') })
    expect(refusal(['test', 'cases.yml'], { cwd })).toMatch(/^cases\.yml:5:21: CFG-UNKNOWN .*flies/)
  })

  test('our own examples', () => {
    const names = ['single-service', 'monorepo', 'library', 'helm-ansible', 'customer-sites']
    const files = names.map(name => `examples/policies/${name}.test.yml`)
    expect(delivery(['test', ...files])).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('init', () => {
  test('writes a policy that is valid, and never over one', () => {
    const repository = newRepository()
    repository.commit({
      'package.json': '{}',
      'deploy/values.yaml': 'a: 1\n',
      'docs/a.md': '# A\n',
      'services/pay/a.ts': '',
    })
    const cwd = repository.root
    expect(delivery(['init', '--implementer', '@acme/field'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    const written = readFileSync(join(cwd, '.github/delivery-gates.yml'), 'utf8')
    expect(written).toContain('implementer: ["@acme/field"]')
    expect(written).toContain('pay: { paths: ["services/pay/**"] }')
    expect(delivery(['validate'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect(refusal(['init'], { cwd })).toMatch(/there is a policy already/)
    const chinese = delivery(['init', '--print', '--locale', 'zh-CN'], { cwd }).stdout
    expect(chinese).toContain('locale: zh-CN')
    expect(chinese).toMatch(/# .*策略|# .*要求/)
  })
})

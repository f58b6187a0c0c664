import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAllowedWorkflow, readWorkflowName } from '../../src/oidc/workflows.ts'
import { policy, problemsOf } from './policy.ts'

const repository = 'acme/widgets'
const own = (ref: string, file = 'gates.yml') => `acme/widgets/.github/workflows/${file}@${ref}`
const shared = 'acme/ci/.github/workflows/gates.yml@refs/heads/main'
const allowed = (entries: readonly string[] | undefined, workflow: string) =>
  isAllowedWorkflow(entries, { workflow, repository })

describe('T-86 job_workflow_ref against evidence.workflows', () => {
  test.each<[string, readonly string[] | undefined, string, boolean]>([
    ['no list: the repository’s own, at any ref', undefined, own('refs/pull/7/merge'), true],
    ['no list: own, spelt otherwise', undefined, 'ACME/Widgets/.github/workflows/gates.yml@refs/heads/main', true],
    ['no list: a reusable one elsewhere', undefined, shared, false],
    [
      'no list: a repository whose name begins alike',
      undefined,
      'acme/widgets-evil/.github/workflows/gates.yml@refs/heads/main',
      false,
    ],
    ['no list: not a workflow', undefined, 'acme/widgets/gates.yml@refs/heads/main', false],
    ['no list: no ref', undefined, 'acme/widgets/.github/workflows/gates.yml', false],
    ['exactly that one', [shared], shared, true],
    ['at another ref', [shared], shared.replace('main', 'evil'), false],
    ['at a tag of that name', [shared], shared.replace('heads', 'tags'), false],
    ['a ref that begins alike', [shared], `${shared}-evil`, false],
    ['another file', [shared], shared.replace('gates.yml', 'other.yml'), false],
    ['the same file of another owner', [shared], shared.replace('acme/', 'evil/'), false],
    ['the own one, when only another is named', [shared], own('refs/heads/main'), false],
    ['the own file, any ref', ['.github/workflows/gates.yml'], own('refs/pull/7/merge'), true],
    ['the own file, of another repository', ['.github/workflows/gates.yml'], shared, false],
    ['the own file at a ref', ['.github/workflows/gates.yml@refs/heads/main'], own('refs/heads/main'), true],
    [
      'the own file at a ref, from a pull request',
      ['.github/workflows/gates.yml@refs/heads/main'],
      own('refs/pull/7/merge'),
      false,
    ],
    ['one of several', ['.github/workflows/a.yml', shared], shared, true],
    ['an entry that is none', ['*'], own('refs/heads/main'), false],
  ])('%s', (_, entries, workflow, expected) => {
    expect(allowed(entries, workflow)).toBe(expected)
  })

  test('an entry allows nothing but what it names', () => {
    const names = fc.constantFrom('acme/ci', 'acme/widgets', 'evil/ci')
    const files = fc.constantFrom('.github/workflows/a.yml', '.github/workflows/b.yaml')
    const refs = fc.constantFrom('refs/heads/main', 'refs/pull/1/merge', 'a'.repeat(40))
    const workflows = fc.tuple(names, files, refs)
    fc.assert(
      fc.property(workflows, workflows, (entry, token) => {
        const text = ([name, file, ref]: readonly [string, string, string]) => `${name}/${file}@${ref}`
        expect(allowed([text(entry)], text(token))).toBe(text(entry) === text(token))
      }),
    )
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (entry, token) => typeof allowed([entry], token) === 'boolean'))
  })

  test('reading takes time in proportion to the text', () => {
    const started = performance.now()
    for (const text of ['a/'.repeat(50_000), `${'a'.repeat(99_999)}@`, '@'.repeat(100_000)]) readWorkflowName(text)
    expect(performance.now() - started).toBeLessThan(100)
  })
})

describe('CFG-WORKFLOW', () => {
  test.each([
    'gates.yml',
    'acme/ci/.github/workflows/gates.yml',
    'docs/x.yml@main',
    '.github/workflows/a/b.yml',
    '*',
    '',
  ])('%j is refused at its place', entry => {
    expect(problemsOf(policy(entry))).toEqual(['CFG-WORKFLOW evidence.workflows[0]'])
  })

  test('an empty list would let nobody measure', () => {
    expect(problemsOf('version: 1\nevidence: { workflows: [] }\n')).toEqual([
      expect.stringContaining('evidence.workflows'),
    ])
  })
})

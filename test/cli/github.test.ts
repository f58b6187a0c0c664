import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../project/files.ts'
import { type Sandbox, startSandbox } from '../sandbox/index.ts'

const policy = `version: 1
roles: { implementer: ["@li-wei"] }
gates:
  docs:
    rules: [{ id: deploy, kind: deployment, when: ["deploy/**"], update: ["docs/**"] }]
`
const workflow = `on: { pull_request: {} }
jobs:
  gates:
    runs-on: ubuntu-latest
    steps: [{ uses: acme/delivery-gates@v1 }]
`

let sandbox: Sandbox
let token: string

beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.organization('acme')
  const repository = await sandbox.repository('acme', 'widgets', {
    files: {
      '.github/delivery-gates.yml': policy,
      '.github/workflows/gates.yml': workflow,
      'deploy/values.yaml': 'timeout: 10\n',
      'docs/guide.md': '# Guide\n',
    },
    collaborators: { chen: 'admin', 'li-wei': 'write' },
  })
  token = sandbox.user('chen').token
  for (const [branch, files] of [
    ['documented', { 'deploy/values.yaml': 'timeout: 20\n', 'docs/guide.md': '# Guide\nSet the timeout first.\n' }],
    ['undocumented', { 'deploy/values.yaml': 'timeout: 30\n' }],
  ] as const) {
    await repository.commit(branch, { message: branch, author: 'chen', files, from: 'main' } as never)
    const pull = await repository.openPullRequest({ title: `Make it ${branch}`, head: branch, author: 'chen' })
    await pull.merge('chen')
  }
}, 60_000)

afterAll(() => sandbox.close())

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** As a process of its own; the sandbox answers from this one. */
function delivery(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'cli/index.ts'), ...args], {
    cwd: mkdtempSync(join(tmpdir(), 'cli-')),
    env: { PATH: process.env.PATH ?? '', GITHUB_API_URL: sandbox.apiUrl, GITHUB_TOKEN: token, ...env },
    timeout: 60_000,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', chunk => {
    stdout += chunk
  })
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  return new Promise(settle => child.on('close', code => settle({ code, stdout, stderr })))
}

const written = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.yml')
  writeFileSync(path, text)
  return path
}

describe('replay', () => {
  test('names the merged pull requests whose verdict changes, and the gate', async () => {
    const [before, after] = [written('version: 1\n'), written(policy)]
    const ended = await delivery(['replay', '--repo', 'acme/widgets', '--before', before, '--policy', after, '--json'])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ended.stdout)).toMatchObject({
      judged: 2,
      skipped: 0,
      changed: [
        {
          title: 'Make it undocumented',
          before: 'passed',
          after: 'failed',
          gates: [{ gate: 'docs', before: 'off', after: 'failed' }],
        },
      ],
    })
  })

  test('says that nothing changes', async () => {
    const same = written(policy)
    const { stdout } = await delivery(['replay', '--repo', 'acme/widgets', '--before', same, '--policy', same])
    expect(stdout).toBe('Replay on 2 merged pull requests: no verdict changes.\n')
  })

  test.each([
    [['replay', '--repo', 'acme'], {}, /names no repository/],
    [['replay', '--repo', 'acme/widgets', '--last', '0'], {}, /whole number from 1 to 100/],
    [['doctor', '--repo', 'acme/widgets'], { GITHUB_TOKEN: '' }, /no token/],
    [['doctor'], {}, /--repo OWNER\/NAME is missing/],
  ])('%j is refused with one line', async (args, env, expected) => {
    const policies = args[0] === 'replay' ? ['--before', written(policy), '--policy', written(policy)] : []
    const { code, stdout, stderr } = await delivery([...args, ...policies], env)
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 })
    expect(stderr).toMatch(expected)
  })
})

describe('doctor', () => {
  const diagnose = async (env = {}) => {
    const { stdout, code, stderr } = await delivery(['doctor', '--repo', 'acme/widgets', '--json'], env)
    expect(stderr).toBe('')
    const { level, findings } = JSON.parse(stdout) as {
      level: number | null
      findings: { state: string; message: { code: string } }[]
    }
    return { code, level, said: findings.map(one => `${one.state} ${one.message.code}`) }
  }

  test('level 0: nothing is required', async () => {
    const { code, level, said } = await diagnose()
    expect({ code, level }).toEqual({ code: 1, level: 0 })
    expect(said).toContain('ok doctor.policy.ok')
    expect(said).toContain('problem doctor.required.none')
    expect(said).toContain('problem doctor.workflow.unpinned')
    expect(said).toContain('problem doctor.owners.none')
  })

  test('level 1: required, and anybody may post it', async () => {
    const repository = await sandbox.repository('acme', 'widgets')
    repository.requireChecks('main', ['delivery-gates'], { bypass: ['RepositoryRole'] })
    repository.environment('prod')
    const { level, said } = await diagnose()
    expect(level).toBe(1)
    expect(said).toEqual(
      expect.arrayContaining([
        'ok doctor.required.ok',
        'problem doctor.source.open',
        'note doctor.bypass',
        'note doctor.environment',
        'note doctor.app.none',
      ]),
    )
  })

  test('level 3: the source is pinned; what the App lacks is named', async () => {
    const repository = await sandbox.repository('acme', 'widgets')
    const app = sandbox.app({
      slug: 'gates',
      permissions: { metadata: 'read', contents: 'read', checks: 'write' },
      events: ['pull_request'],
      webhookUrl: 'https://gates.example.com/api/github/webhooks',
      webhookSecret: 'x'.repeat(32),
    })
    app.install('acme', ['widgets'])
    repository.requireChecks('main', ['delivery-gates'], { appId: app.id })
    const { level, said } = await diagnose({ APP_ID: String(app.id), PRIVATE_KEY: app.privateKey })
    expect(level).toBe(3)
    expect(said).toEqual(
      expect.arrayContaining([
        'ok doctor.source.ok',
        'ok doctor.app.ok',
        'problem doctor.app.permissions',
        'problem doctor.app.events',
      ]),
    )
  })

  test('everything that was asked for and answered keeps to GitHub’s own description', () => {
    expect(sandbox.violations).toEqual([])
  })
})

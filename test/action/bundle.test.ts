import { describe, expect, test } from 'vitest'
import { everything, lcov, least, lines, policy, pullRequest, runAt, runOn, scene } from './bundle.ts'

const file = '.github/delivery-gates.yml'
const base = { [file]: policy(), 'src/pay.ts': lines(5) }
const change = { 'src/pay.ts': lines(10) }

describe('the bundle, run as GitHub runs it', () => {
  test('a green pull request: verdict, comment, status, check, outputs, summary, exit 0', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.stderr).toBe('')
    expect(run.outputs).toMatchObject({
      verdict: 'passed',
      coverage: '90',
      'patch-coverage': '80',
      'failed-gates': '[]',
      'waiting-for': '[]',
    })
    expect(run.exitCode).toBe(0)
    expect(run.annotations.filter(annotation => annotation.level === 'error')).toEqual([])
    expect(run.headline).toMatch(/Passed/)
    expect(at.repository.statuses(pull.headSha)).toMatchObject([{ context: 'delivery-gates', state: 'success' }])
    expect(at.repository.checkRuns(pull.headSha)).toMatchObject([
      { name: 'delivery-gates/coverage', conclusion: 'success', app: 'github-actions' },
    ])
    expect(pull.comments()).toHaveLength(1)
    expect(pull.comments()[0]?.body).toMatch(/Passed/)
    expect(at.sandbox.violations).toEqual([])
  })

  test('a red pull request names lines, numbers and what to do, and ends with 1', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(6) } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({
      verdict: 'failed',
      coverage: '60',
      'patch-coverage': '20',
      'failed-gates': '["coverage"]',
    })
    expect(run.summary).toMatch(/Changed lines 20 % covered \(1 of 5\), 80 % required\./)
    const errors = run.annotations.filter(annotation => annotation.level === 'error')
    expect(errors).toEqual([
      expect.objectContaining({
        properties: expect.objectContaining({ file: 'src/pay.ts', line: '7', endLine: '10' }),
      }),
    ])
    expect(at.repository.statuses(pull.headSha)).toMatchObject([{ state: 'failure' }])
    expect(at.repository.checkRuns(pull.headSha)).toMatchObject([{ conclusion: 'failure' }])
  })

  test('the next run keeps the one comment and updates it', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(6) } })
    const [first] = pull.comments()
    await pull.comment('dev', 'a word in between <!-- dg:comment action -->')
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(pull.comments()).toHaveLength(2)
    expect(pull.comments()[0]).toMatchObject({ id: first?.id, body: expect.stringMatching(/Passed/) })
    expect(pull.comments()[1]?.body).toMatch(/a word in between/)
  })

  test('a comment that forges our mark is neither taken over nor deleted', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await pull.comment('dev', 'Passed\n\n<!-- dg:comment action -->')
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(6) } })
    expect(pull.comments().map(comment => comment.author)).toEqual(['dev', 'github-actions[bot]'])
  })

  test('comment: never writes none', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, inputs: { comment: 'never' } })
    expect(pull.comments()).toEqual([])
  })

  test('mode: report tells the verdict and ends with 0', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(6) }, inputs: { mode: 'report' } })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.verdict).toBe('failed')
    expect(at.repository.statuses(pull.headSha)).toEqual([])
    expect(at.repository.checkRuns(pull.headSha)).toMatchObject([{ conclusion: 'neutral' }])
  })

  test('Simplified Chinese from the input', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, inputs: { locale: 'zh-CN' } })
    expect(run.headline).toMatch(/通过/)
  })
})

describe('the policy', () => {
  test('T-01 weakened in the pull request: the base branch judges, and every step down is named', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, { ...change, [file]: policy(0, '    allow_zero: true\n') })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(1) } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.verdict).toBe('failed')
    expect(run.report.notices.map(notice => notice.message.code)).toContain('notice.policyChanged')
    expect(run.summary).toMatch(
      /Weaker: `coverage\.project\.min` `80` → `0`\n- Weaker: `coverage\.patch\.min` `80` → `0`/,
    )
  })

  test('T-02 deleted in the pull request: the base branch judges', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await at.repository.commit('topic', { message: 'Delete', author: 'dev', files: { [file]: null } })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(1) } })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.report.policy).toMatchObject({ source: 'base', path: file })
  })

  test('T-01 a policy in the working tree is not even looked at', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(1), [file]: policy(1) } })
    expect(run.outputs.verdict).toBe('failed')
  })

  test('a policy that the base branch got meanwhile is no change of the pull request', async () => {
    const at = await scene({ 'src/pay.ts': lines(5) })
    const pull = await pullRequest(at, change)
    await at.repository.commit('main', { message: 'Policy', author: 'dev', files: { [file]: policy() } })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.report.policy).toMatchObject({ source: 'base' })
    expect(run.report.notices.map(notice => notice.message.code)).not.toContain('notice.policyChanged')
  })

  test('none on the base branch: defaults that block nothing, and a policy to start from', async () => {
    const at = await scene({ 'src/pay.ts': lines(5), 'deploy/app.yaml': 'a: 1\n', 'package.json': '{}' })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(1) } })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.verdict).toBe('passed')
    expect(run.summary).toMatch(/reports:\n {6}- \{ name: unit, path: "coverage\/lcov\.info" \}/)
    expect(run.summary).toMatch(/when: \["deploy\/\*\*"\]/)
    expect(at.repository.checkRuns(pull.headSha)).toMatchObject([{ conclusion: 'neutral' }])
  })

  test('broken: every problem with its place, as annotations too, and never green', async () => {
    const at = await scene({
      ...base,
      [file]: 'version: 1\ngates:\n  coverage:\n    projct: { min: 80 }\n  dcos: {}\n',
    })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(10) } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'failed', 'failed-gates': '["policy"]' })
    const places = run.annotations
      .filter(one => one.level === 'error')
      .map(one => [one.properties.file, one.properties.line])
    expect(places).toEqual([
      [file, '4'],
      [file, '5'],
    ])
    expect(at.repository.statuses(pull.headSha)).toMatchObject([{ state: 'failure' }])
  })

  test('broken ends with 1 in mode: report too', async () => {
    const at = await scene({ ...base, [file]: 'version: 2\n' })
    const pull = await pullRequest(at, change)
    expect((await runOn(at, pull, { inputs: { mode: 'report' } })).exitCode).toBe(1)
  })

  test('kept elsewhere: config names it, the base branch has it', async () => {
    const at = await scene({ 'ops/gates.yml': policy(), 'src/pay.ts': lines(5) })
    const pull = await pullRequest(at, { ...change, 'ops/gates.yml': policy(1) })
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(1) },
      inputs: { config: 'ops/gates.yml' },
    })
    expect(run.report.policy).toMatchObject({ source: 'base', path: 'ops/gates.yml' })
    expect(run.outputs.verdict).toBe('failed')
  })

  test('kept elsewhere, with a clone that does not reach the base branch: GitHub is asked', async () => {
    const at = await scene({ 'ops/gates.yml': policy(), 'src/pay.ts': lines(5) })
    const pull = await pullRequest(at, { ...change, 'ops/gates.yml': policy(1) })
    const how = { workspace: { 'coverage/lcov.info': lcov(1) }, inputs: { config: 'ops/gates.yml' }, depth: 1 }
    const run = await runOn(at, pull, how)
    expect(run.report.policy).toMatchObject({ source: 'base', path: 'ops/gates.yml' })
    expect(run.outputs.verdict).toBe('failed')
  })

  test('kept elsewhere and missing there: unknown, not the defaults', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(10) },
      inputs: { config: 'ops/gates.yml' },
    })
    expect(run.exitCode).toBe(1)
    expect(run.summary).toMatch(/There is no .*ops\/gates\.yml/)
  })
})

describe('T-56 permissions cost surfaces, never the verdict', () => {
  const rows = [
    ['everything', everything, { status: 1, check: 1, comment: 1 }],
    ['the least', least, { status: 0, check: 0, comment: 0 }],
    ['statuses', { ...least, statuses: 'write' }, { status: 1, check: 0, comment: 0 }],
    ['checks', { ...least, checks: 'write' }, { status: 0, check: 1, comment: 0 }],
    ['pull-requests', { ...least, 'pull-requests': 'write' }, { status: 0, check: 0, comment: 1 }],
  ] as const

  test.each(rows)('%s', async (_, permissions, wanted) => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, permissions })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.verdict).toBe('passed')
    expect({
      status: at.repository.statuses(pull.headSha).length,
      check: at.repository.checkRuns(pull.headSha).length,
      comment: pull.comments().length,
    }).toEqual(wanted)
    const missing = Object.values(wanted).filter(count => count === 0).length
    expect(run.stdout.match(/^Not written: .*\. Grant .*: write to get it/gm)?.length ?? 0).toBe(missing)
    expect(run.annotations.filter(one => one.level !== 'notice')).toEqual([])
  })

  test('a fork costs one line in all', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, permissions: least, fork: true })
    expect(run.exitCode).toBe(0)
    expect(run.stdout).toMatch(
      /comes from a fork, so the token can only read; not written: check run with the coverage, commit status and comment\./,
    )
    expect(run.stdout.match(/Not written/g)).toBeNull()
  })

  test.each([
    ['no token', { token: '' }, /There is no token/],
    ['B-E01 an expired one', { token: 'ghs_expired' }, /HTTP 401/],
  ])('%s: coverage is judged, people are unknown', async (_, how, cause) => {
    const at = await scene({
      ...base,
      [file]: policy(
        80,
        '  review: { rules: [{ role: implementer, need: requested }] }\nroles: { implementer: ["@li-wei"] }\n',
      ),
    })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, ...how })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'failed', coverage: '90', 'failed-gates': '["review"]' })
    expect(run.summary).toMatch(cause)
  })
})

describe('waiting for people is never red when the status can say so', () => {
  const waits = policy(
    80,
    '  review: { rules: [{ role: implementer, need: approved }] }\nroles: { implementer: ["@li-wei"] }\n',
  )

  test('the status carries it: pending, exit 0', async () => {
    const at = await scene({ ...base, [file]: waits })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.outputs.verdict).toBe('waiting')
    expect(run.exitCode).toBe(0)
    expect(at.repository.statuses(pull.headSha)).toMatchObject([{ state: 'pending' }])
    expect(run.annotations.filter(one => one.level === 'error')).toEqual([])
  })

  test('nothing can: exit 1 with a notice and no error', async () => {
    const at = await scene({ ...base, [file]: waits })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, permissions: least })
    expect(run.exitCode).toBe(1)
    expect(run.annotations.filter(one => one.level === 'error')).toEqual([])
    expect(run.annotations.map(one => one.message)).toContainEqual(
      expect.stringMatching(/only because it waits.*statuses: write/),
    )
  })

  test('request: auto asks the implementer, and the gate that wants them asked passes at once', async () => {
    const asks = policy(
      80,
      '  review: { rules: [{ role: implementer, need: requested, request: auto }] }\nroles: { implementer: ["@li-wei"] }\n',
    )
    const at = await scene({ ...base, [file]: asks })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(pull.requestedReviewers().users).toEqual(['li-wei'])
    expect(run.outputs.verdict).toBe('passed')
  })

  test('a review afterwards needs no tests: the measurement of the same commit is used', async () => {
    const at = await scene({ ...base, [file]: waits })
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    await pull.review('li-wei', { state: 'APPROVED' })
    const run = await runOn(at, pull, { event: 'pull_request_review', action: 'submitted' })
    expect(run.outputs).toMatchObject({ verdict: 'passed', coverage: '90' })
    expect(run.report.notices.map(notice => notice.message.code)).toContain('action.coverage.earlier')
    expect(
      at.repository
        .statuses(pull.headSha)
        .map(status => status.state)
        .sort(),
    ).toEqual(['pending', 'success'])
  })

  test('a push without tests does not inherit a measurement', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    const run = await runOn(at, pull, { action: 'synchronize' })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/RPT-NOTFOUND/)
  })
})

describe('with an App', () => {
  test('the exit code speaks for what was measured; comment, status and review requests are left to the App', async () => {
    const waits = policy(
      80,
      '  review: { rules: [{ role: implementer, need: requested, request: auto }] }\nroles: { implementer: ["@li-wei"] }\n',
    )
    const at = await scene({ ...base, [file]: waits })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(9) },
      inputs: { 'app-url': 'https://gates.example.com' },
    })
    expect(run.exitCode).toBe(0)
    expect(run.report.gates.map(outcome => outcome.gate)).toEqual(['coverage'])
    expect(pull.comments()).toEqual([])
    expect(pull.requestedReviewers().users).toEqual([])
    expect(at.repository.statuses(pull.headSha)).toEqual([])
    expect(at.repository.checkRuns(pull.headSha)).toMatchObject([
      { name: 'delivery-gates/coverage', conclusion: 'success' },
    ])
  })
})

describe('push records, pull requests compare', () => {
  const drops = policy(10, '').replace('min: 10 }', 'min: 10, max_drop: 1 }')

  test('a baseline, and then a drop against it', async () => {
    const at = await scene({ ...base, [file]: drops })
    const sha = at.repository.baseSha()
    const push = { name: 'push', payload: { ref: 'refs/heads/main', after: sha, deleted: false } }
    const recorded = await runAt(
      at,
      { ref: 'refs/heads/main', sha, workspace: { 'coverage/lcov.info': lcov(5, 'src/pay.ts', 5) } },
      push,
    )
    expect(recorded.exitCode).toBe(0)
    expect(recorded.outputs).toMatchObject({ verdict: 'passed', coverage: '100' })
    expect(at.repository.checkRuns(sha)).toMatchObject([{ name: 'delivery-gates/coverage', conclusion: 'success' }])
    expect(at.repository.statuses(sha)).toEqual([])

    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/100 %/)
  })

  test('without a report nothing is recorded, and it says so', async () => {
    const at = await scene(base)
    const sha = at.repository.baseSha()
    const run = await runAt(
      at,
      { ref: 'refs/heads/main', sha },
      { name: 'push', payload: { ref: 'refs/heads/main', after: sha } },
    )
    expect(run.exitCode).toBe(1)
    expect(at.repository.checkRuns(sha)).toEqual([])
    expect(run.annotations.map(one => one.message)).toContainEqual(expect.stringMatching(/No coverage was recorded/))
  })
})

describe('the merge queue', () => {
  test('measures at the group and carries what depends on people', async () => {
    const waits = policy(
      80,
      '  review: { rules: [{ role: implementer, need: requested }] }\nroles: { implementer: ["@li-wei"] }\n',
    )
    const at = await scene({ ...base, [file]: waits })
    const pull = await pullRequest(at, change)
    pull.requestReview('dev', { users: ['li-wei'] } as never)
    const baseSha = at.repository.baseSha()
    const branch = `gh-readonly-queue/main/pr-${pull.number}-${baseSha}`
    const group = await at.repository.commit(branch, {
      message: 'Group',
      author: 'dev',
      from: 'main',
      merge: 'topic',
      files: change,
    })
    const payload = {
      action: 'checks_requested',
      merge_group: {
        head_sha: group,
        head_ref: `refs/heads/${branch}`,
        base_sha: baseSha,
        base_ref: 'refs/heads/main',
      },
    }
    const run = await runAt(
      at,
      { ref: `refs/heads/${branch}`, sha: group, workspace: { 'coverage/lcov.info': lcov(9) } },
      { name: 'merge_group', payload },
    )
    expect(run.summary).toMatch(/computed for the group: .*coverage.*; carried from pull request .*: .*review/)
    expect(run.outputs).toMatchObject({ verdict: 'passed', coverage: '90' })
    expect(at.repository.statuses(group)).toMatchObject([{ context: 'delivery-gates', state: 'success' }])
    expect(at.repository.checkRuns(group)).toMatchObject([{ name: 'delivery-gates/coverage' }])
    expect(pull.comments()).toEqual([])
  })
})

describe('workflow_dispatch', () => {
  test('on the branch of an open pull request', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const how = { ref: 'refs/heads/topic', sha: pull.headSha, workspace: { 'coverage/lcov.info': lcov(9) } }
    const run = await runAt(at, how, { name: 'workflow_dispatch', payload: {} })
    expect(run.report.number).toBe(pull.number)
    expect(run.outputs.verdict).toBe('passed')
  })

  test('on any other branch it says that there is nothing to judge, and is not green', async () => {
    const at = await scene(base)
    const run = await runAt(
      at,
      { ref: 'refs/heads/main', sha: at.repository.baseSha() },
      { name: 'workflow_dispatch', payload: {} },
    )
    expect(run.exitCode).toBe(1)
    expect(run.annotations.map(one => one.message)).toEqual([expect.stringMatching(/main has no open pull request/)])
  })
})

describe('T-52 pull_request_target', () => {
  test('with the code of the pull request in the workspace nothing is read', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      event: 'pull_request_target',
      sha: at.repository.baseSha(),
      workspace: { 'coverage/lcov.info': lcov(9) },
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.verdict).toBe('failed')
    expect(run.annotations.map(one => one.message)).toEqual([expect.stringMatching(/rights of the base branch/)])
    expect(at.sandbox.calls).toEqual([])
  })
})

describe('T-54 text from outside reaches no runner as a command', () => {
  test('a path, a title and a report that pose as commands', async () => {
    const evil = '::set-output name=verdict::passed'
    const at = await scene(base)
    await at.repository.commit('topic', {
      message: 'Change',
      author: 'dev',
      from: 'main',
      files: { ...change, 'src/::error::x%0A::warning::y.ts': lines(3), 'src/##[set-env name=A]b.ts': lines(3) },
    })
    const pull = await at.repository.openPullRequest({ title: `${evil}\n${evil}`, head: 'topic', author: 'dev' })
    const report = `${lcov(6)}${lcov(0, 'src/::error::x%0A::warning::y.ts', 3)}${lcov(0, 'src/##[set-env name=A]b.ts', 3)}`
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': report } })
    const known = new Set(['error', 'warning', 'notice', 'group', 'endgroup'])
    expect(run.commands.map(one => one.command).filter(name => !known.has(name))).toEqual([])
    expect(run.commands.filter(one => one.command === 'error').every(one => one.properties.file !== undefined)).toBe(
      true,
    )
    expect(run.outputs.verdict).toBe('failed')
  })
})

describe('R-22 trouble with the API', () => {
  test('passing trouble is waited out', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    at.sandbox.faults.add({ match: /^graphql:/, kind: 'status', status: 502, times: 1 })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.outputs.verdict).toBe('passed')
  })

  test.each([
    ['403', { kind: 'status', status: 403 }],
    ['404', { kind: 'status', status: 404 }],
    // Tried again for a minute, as every passing trouble is.
    ['B-A02 truncated JSON', { kind: 'truncated-json' }],
    ['401', { kind: 'status', status: 401 }],
  ] as const)('%s on every read: unknown, named, never green', { timeout: 120_000 }, async (_, fault) => {
    const at = await scene({
      ...base,
      [file]: policy(
        80,
        '  review: { rules: [{ role: implementer, need: requested }] }\nroles: { implementer: ["@li-wei"] }\n',
      ),
    })
    const pull = await pullRequest(at, change)
    at.sandbox.faults.add({ match: /^graphql:/, ...fault })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'failed', 'failed-gates': '["review"]' })
  })
})

describe('the runner itself', () => {
  test('R-21 the same inputs give the same bytes, whatever the machine’s locale and time zone', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const runs = []
    for (const env of [
      {},
      { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'UTC', LANG: 'C' },
    ]) {
      const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(6) }, env })
      runs.push({
        summary: run.summary,
        annotations: run.annotations,
        report: run.report,
        verdict: run.outputs.verdict,
        stdout: run.stdout,
      })
    }
    expect(runs[1]).toEqual(runs[0])
    expect(runs[2]).toEqual(runs[0])
    expect(runs[3]).toEqual(runs[0])
  })

  test('B-E09 without a job summary the verdict is the same', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(9) },
      env: { GITHUB_STEP_SUMMARY: '/nonexistent/summary' },
    })
    expect(run.exitCode).toBe(0)
    expect(run.annotations.map(one => one.message)).toContainEqual(
      expect.stringMatching(/job summary could not be written/),
    )
  })

  test('B-E09 without a file for outputs the exit code is the same', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(6) },
      env: { GITHUB_OUTPUT: '/nonexistent/output' },
    })
    expect(run.exitCode).toBe(1)
    expect(run.annotations.map(one => one.message)).toContainEqual(
      expect.stringMatching(/outputs of this step could not be written/),
    )
  })

  test('B-E10 without git it says so, and GitHub’s list stands in', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, env: { PATH: '/nonexistent' } })
    expect(run.exitCode).toBe(1)
    expect(run.summary).toMatch(/git.* is not installed/)
  })

  test('B-E05 a typing error in with: is a warning', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, env: { INPUT_MOD: 'report' } })
    expect(run.annotations.map(one => one.message)).toContainEqual(expect.stringMatching(/There is no input mod/))
  })

  test('an event that cannot be judged: one error, outputs that are no success', async () => {
    const at = await scene(base)
    const run = await runAt(at, {}, { name: 'release', payload: {} })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toEqual({
      verdict: 'failed',
      report: '',
      coverage: '',
      'patch-coverage': '',
      'failed-gates': '[]',
      'waiting-for': '[]',
    })
    expect(run.annotations).toHaveLength(1)
  })

  test('an internal error is one line without a stack', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { env: { GITHUB_WORKSPACE: '/nonexistent' } })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.verdict).toBe('failed')
    expect(run.annotations.map(one => one.message)).toEqual([
      expect.stringMatching(/^Internal error of Delivery Gates:.*Nothing was judged/),
    ])
    expect(run.stdout + run.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('B-F07 stale and foreign reports', () => {
  test('a report that is older than the checkout', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const { utimesSync } = await import('node:fs')
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(9) },
      prepare: workspace => utimesSync(`${workspace}/coverage/lcov.info`, 1, 1),
    })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/RPT-STALE/)
  })

  test('a checkout of another commit', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, {
      ref: 'refs/heads/main',
      workspace: { 'coverage/lcov.info': lcov(5, 'src/pay.ts', 5) },
    })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/say nothing about it \(RPT-STALE\)/)
  })

  test('the base branch moved the lines: the merge commit is measured with its own numbers', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await at.repository.commit('main', {
      message: 'Header',
      author: 'dev',
      files: { 'src/pay.ts': `// one\n// two\n// three\n${lines(5)}` },
    })
    const report = [
      'TN:',
      'SF:src/pay.ts',
      ...Array.from({ length: 10 }, (_, index) => `DA:${index + 4},${index === 9 ? 0 : 1}`),
      'end_of_record',
      '',
    ].join('\n')
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': report } })
    expect(run.outputs).toMatchObject({ coverage: '90', 'patch-coverage': '80', verdict: 'passed' })
  })
})

describe('B-F08 shallow clones', () => {
  const header = `// one\n// two\n// three\n${lines(5)}`

  test('the list of files comes from GitHub', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, depth: 1 })
    expect(at.sandbox.calls.map(call => call.operation)).toContain('pulls/list-files')
    expect(run.outputs).toMatchObject({ verdict: 'passed', coverage: '90', 'patch-coverage': '80' })
  })

  test('where the base branch changed the same file nobody can tell which lines moved', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await at.repository.commit('main', { message: 'Header', author: 'dev', files: { 'src/pay.ts': header } })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, depth: 1 })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/fetch-depth: 2.*GIT-SHALLOW/)
  })

  test('two commits are enough to tell', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    await at.repository.commit('main', { message: 'Header', author: 'dev', files: { 'src/pay.ts': header } })
    const numbers = Array.from({ length: 10 }, (_, index) => `DA:${index + 4},${index === 9 ? 0 : 1}`)
    const report = ['TN:', 'SF:src/pay.ts', ...numbers, 'end_of_record', ''].join('\n')
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': report }, depth: 2 })
    expect(run.outputs).toMatchObject({ verdict: 'passed', coverage: '90', 'patch-coverage': '80' })
  })
})

describe('what the step tells about itself', () => {
  test('activities that the workflow does not listen to, with the lines to add', async () => {
    const workflow = '.github/workflows/delivery-gates.yml'
    const at = await scene({ ...base, [workflow]: 'on: { pull_request: { types: [opened] } }\njobs: {}\n' })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.summary).toMatch(/does not run on.*pull_request\.synchronize.*Add under/)
    expect(run.outputs.verdict).toBe('passed')
  })

  test('B-G11 B-G12 patterns of the policy that match no file, with the file that was probably meant', async () => {
    const typing =
      '  docs:\n    rules: [{ id: d, kind: api, when: ["Api/**", "src/**"], update: ["readme.md", "handbook/**"] }]\n'
    const at = await scene({ ...base, [file]: policy(10, typing), 'api/a.yaml': 'a: 1\n' })
    const pull = await pullRequest(at, { ...change, 'README.md': '# Widgets\n\nPayments end after thirty seconds.\n' })
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) } })
    expect(run.summary).toMatch(/GLB-NOMATCH `gates\.docs\.rules\[0\]\.when\[0\]`: .*`Api\/\*\*`.*`api\/a\.yaml`/)
    expect(run.summary).toMatch(/GLB-NOMATCH `gates\.docs\.rules\[0\]\.update\[1\]`/)
  })

  test('a baseline that the token may not read is unknown where a drop is limited', async () => {
    const at = await scene({ ...base, [file]: policy(10).replace('min: 10 }', 'min: 10, max_drop: 1 }') })
    const pull = await pullRequest(at, change)
    const run = await runOn(at, pull, { workspace: { 'coverage/lcov.info': lcov(9) }, permissions: least })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/checks: read/)
  })

  test('a run that was overtaken by a push decides nothing and leaves the comment alone', async () => {
    const at = await scene(base)
    const pull = await pullRequest(at, change)
    const old = pull.headSha
    await pull.mergeRef()
    const overtaken = { ...change, 'src/more.ts': lines(3) }
    const run = await runOn(at, pull, {
      workspace: { 'coverage/lcov.info': lcov(9) },
      before: () => at.repository.commit('topic', { message: 'More', author: 'dev', files: overtaken }),
    })
    expect(run.outputs.verdict).toBe('failed')
    expect(run.summary).toMatch(/The run of the newer commit decides/)
    expect(pull.comments()).toEqual([])
    expect(at.repository.statuses(pull.headSha)).toEqual([])
    expect(at.repository.statuses(old)).toHaveLength(1)
  })
})

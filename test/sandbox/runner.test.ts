import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionRun, type RunOptions, runAction } from './runner.ts'

let folder = ''
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'runner-test-')))
  await mkdir(join(folder, 'work space'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const manifest = `
name: Fake
inputs:
  config: { default: .github/delivery-gates.yml }
  github-token: { default: '\${{ github.token }}' }
  dry run: { default: false }
  old: { deprecationMessage: use config }
  empty: {}
runs: { using: node24, main: dist/index.js }
`

let count = 0
async function run(script: string, options: Partial<RunOptions> = {}, yml = manifest): Promise<ActionRun> {
  count += 1
  const actionDir = join(folder, `action-${count}`)
  await mkdir(join(actionDir, 'dist'), { recursive: true })
  await writeFile(join(actionDir, 'action.yml'), yml)
  await writeFile(join(actionDir, 'package.json'), '{"type":"module"}')
  await writeFile(join(actionDir, 'dist/index.js'), script)
  return runAction({
    actionDir,
    workspace: join(folder, 'work space'),
    event: { name: 'pull_request', payload: {} },
    apiUrl: 'http://127.0.0.1:1',
    graphqlUrl: 'http://127.0.0.1:1/graphql',
    serverUrl: 'http://127.0.0.1:1',
    repository: 'acme/widgets',
    sha: 'a'.repeat(40),
    ref: 'refs/pull/7/merge',
    ...options,
  })
}

const print = (...lines: readonly string[]) => lines.map(line => `console.log(${JSON.stringify(line)})`).join('\n')

async function environment(options: Partial<RunOptions> = {}): Promise<Record<string, string>> {
  const { stdout } = await run('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))', options)
  return JSON.parse(stdout)
}

describe('what the Action is given', () => {
  test('inputs keep their hyphens, spaces become underscores, defaults are filled in', async () => {
    const env = await environment({ inputs: { config: 'x.yml', 'DRY run': 'true' }, token: 'ghs_1' })
    expect(Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('INPUT_')))).toEqual({
      INPUT_CONFIG: 'x.yml',
      'INPUT_GITHUB-TOKEN': 'ghs_1',
      INPUT_DRY_RUN: 'true',
      INPUT_OLD: '',
      INPUT_EMPTY: '',
    })
  })

  test('the documented variables, and nothing of this process but PATH', async () => {
    process.env.SECRET_OF_THE_TEST = 'x'
    const env = await environment({
      event: {
        name: 'pull_request',
        payload: {
          sender: { login: 'li-wei', id: 5 },
          repository: { id: 9, owner: { id: 8 } },
          pull_request: { head: { ref: 'feature/x' }, base: { ref: 'main' } },
        },
      },
      runId: 77,
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token' },
    })
    expect(env).toMatchObject({
      CI: 'true',
      GITHUB_ACTOR: 'li-wei',
      GITHUB_ACTOR_ID: '5',
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'feature/x',
      GITHUB_REF_NAME: '7/merge',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_REPOSITORY_ID: '9',
      GITHUB_RUN_ID: '77',
      GITHUB_WORKSPACE: join(folder, 'work space'),
      cwd: join(folder, 'work space'),
      PATH: process.env.PATH,
      ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token',
    })
    const ours = Object.keys(env).filter(name => !/^(GITHUB|RUNNER|INPUT|ACTIONS)_|^(CI|HOME|PATH|cwd)$/.test(name))
    expect(ours).toEqual([])
  })

  test('the event arrives as a file', async () => {
    const script = `import { readFileSync } from 'node:fs'
      console.log(JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8')).number)`
    expect((await run(script, { event: { name: 'push', payload: { number: 42 } } })).stdout).toBe('42\n')
  })

  test('an unknown and a deprecated input are warned of in the words of the runner', async () => {
    const { annotations } = await run('', { inputs: { confg: 'x', old: 'y' } })
    expect(annotations).toEqual([
      { level: 'warning', message: "Input 'old' has been deprecated with message: use config", properties: {} },
      {
        level: 'warning',
        message: "Unexpected input(s) 'confg', valid inputs are ['config', 'github-token', 'dry run', 'old', 'empty']",
        properties: {},
      },
    ])
  })

  test('an action for another runtime is refused', async () => {
    await expect(run('', {}, 'runs: { using: node20, main: dist/index.js }')).rejects.toThrow('runs.using: node20')
  })
})

describe('workflow commands', () => {
  const commandsOf = async (...lines: readonly string[]) => (await run(print(...lines))).commands

  test('properties and messages are decoded', async () => {
    const line = '::error file=a%2Cb.ts,line=3,title=T%3A 100%25,col=::line 1%0Aline 2 %250A, a::b'
    expect(await commandsOf(line)).toEqual([
      {
        command: 'error',
        properties: { file: 'a,b.ts', line: '3', title: 'T: 100%' },
        message: 'line 1\nline 2 %0A, a::b',
      },
    ])
  })

  test.each([
    ['indented', '   ::warning::x'],
    ['after a tab', '\t::warning::x'],
    ['in capitals', '::Warning::x'],
    ['in the old form, in the middle of a line', 'src/a.ts ##[warning]x'],
    ['after a lone carriage return', 'harmless\r::warning::x'],
  ])('a command is one: %s', async (_, line) => {
    expect(await commandsOf(line)).toMatchObject([{ message: 'x' }])
  })

  test.each([
    ['text ::warning::x'],
    ['::unknown::x'],
    [':: warning::x'],
    ['::warning:x'],
    ['%0A::warning::x'],
    ['##[unknown]x'],
  ])('%s is none', async line => {
    expect(await commandsOf(line)).toEqual([])
  })

  test('stop-commands holds until its token', async () => {
    const lines = [
      '::stop-commands::t0ken',
      '::error::hidden',
      '##[error]hidden',
      '::other::',
      '::T0KEN::',
      '::error::seen',
    ]
    expect((await commandsOf(...lines)).map(({ command, message }) => [command, message])).toEqual([
      ['stop-commands', 't0ken'],
      ['error', 'seen'],
    ])
  })

  test('a guessable token does not stop commands', async () => {
    expect((await commandsOf('::stop-commands::error', '::error::seen')).map(({ message }) => message)).toContain(
      'seen',
    )
  })

  test('stderr counts, a line without end counts, a line split over two writes is one', async () => {
    const { commands } = await run(`
      process.stderr.write('::notice::from stderr\\n')
      await new Promise(done => setTimeout(done, 50))
      process.stdout.write('::warn')
      await new Promise(done => setTimeout(done, 50))
      process.stdout.write('ing::last')`)
    expect(commands.map(({ message }) => message)).toEqual(['from stderr', 'last'])
  })

  test('annotations in order', async () => {
    const { annotations } = await run(print('::notice title=a::1', '::debug::2', '::error file=x.ts,line=2::3'))
    expect(annotations).toEqual([
      { level: 'notice', message: '1', properties: { title: 'a' } },
      { level: 'error', message: '3', properties: { file: 'x.ts', line: '2' } },
    ])
  })
})

describe('what the Action leaves', () => {
  const append = (name: string, text: string) =>
    `(await import('node:fs')).appendFileSync(process.env.${name}, ${JSON.stringify(text)})`

  test('outputs with and without delimiter', async () => {
    const text =
      'verdict=passed\n\nreport<<ghadelimiter_1\n{"a":\n\n1=2<<3}\nghadelimiter_1\nempty<<e\ne\nequation=a=b\n'
    expect((await run(append('GITHUB_OUTPUT', text))).outputs).toEqual({
      verdict: 'passed',
      report: '{"a":\n\n1=2<<3}',
      empty: '',
      equation: 'a=b',
    })
  })

  test('the toolkit writes what this runner reads', async () => {
    const core = import.meta.resolve('@actions/core')
    const { outputs, summary, annotations, exitCode, commands } = await run(`
      import * as core from ${JSON.stringify(core)}
      core.setOutput('failed-gates', ['a', 'b'])
      core.setOutput('text', 'x\\n::set-output name=verdict::passed\\n')
      core.info(core.getInput('config', { required: true }))
      core.warning('50 %, a:b\\nsecond line', { file: 'a,b:c.ts', startLine: 4 })
      core.setSecret('s3cret')
      await core.summary.addHeading('Gates').write()
      core.setFailed('1 gate failed')`)
    expect(outputs).toEqual({ 'failed-gates': '["a","b"]', text: 'x\n::set-output name=verdict::passed\n' })
    expect(summary.trim()).toBe('<h1>Gates</h1>')
    expect(annotations).toEqual([
      { level: 'warning', message: '50 %, a:b\nsecond line', properties: { file: 'a,b:c.ts', line: '4' } },
      { level: 'error', message: '1 gate failed', properties: {} },
    ])
    expect(commands).toContainEqual({ command: 'add-mask', properties: {}, message: 's3cret' })
    expect(exitCode).toBe(1)
  })

  test('a printed set-output is an output: that is the danger of printing what strangers wrote', async () => {
    expect((await run(print('::set-output name=verdict::passed'))).outputs).toEqual({ verdict: 'passed' })
  })

  test.each([
    ['no delimiter at the end', 'a<<E\nb\n', /^Unable to process file command 'output' successfully\. .*not found 'E'/],
    ['a line that assigns nothing', 'abc\n', /Invalid format 'abc'/],
  ])('%s fails the step', async (_, text, message) => {
    const { exitCode, annotations } = await run(append('GITHUB_OUTPUT', text))
    expect(exitCode).toBe(1)
    expect(annotations).toEqual([{ level: 'error', message: expect.stringMatching(message), properties: {} }])
  })

  test('a summary over 1 MiB is dropped with an error, as GitHub does', async () => {
    const script = `(await import('node:fs')).writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`
    const { summary, annotations, exitCode } = await run(script)
    expect(summary).toBe('')
    expect(annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('size of 1024k, got 1025k') },
    ])
    expect(exitCode).toBe(0)
  })

  test('exit code, both streams, duration', async () => {
    const result = await run(`console.error('e'); console.log('ä'); process.exitCode = 3`)
    expect(result).toMatchObject({ exitCode: 3, stdout: 'ä\n', stderr: 'e\n' })
    expect(result.milliseconds).toBeGreaterThan(0)
  })

  test('an Action that hangs is ended', async () => {
    const script = `${print('so far')}; setInterval(() => {}, 1000)`
    await expect(run(script, { timeoutMs: 1000 })).rejects.toThrow(/within 1000 ms\nso far/)
  })

  test('folders of the run are gone, RUNNER_TEMP stays when it was given', async () => {
    const runnerTemp = join(folder, 'kept')
    const script = `import { writeFileSync } from 'node:fs'
      writeFileSync(process.env.RUNNER_TEMP + '/report.json', '{}')
      console.log(process.env.HOME)`
    const { stdout } = await run(script, { runnerTemp })
    expect(await readFile(join(runnerTemp, 'report.json'), 'utf8')).toBe('{}')
    await expect(readdir(stdout.trim())).rejects.toThrow('ENOENT')
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { parse } from 'yaml'

export interface RunOptions {
  /** Folder of action.yml; the repository root unless told. */
  readonly actionDir?: string
  readonly workspace: string
  readonly event: { readonly name: string; readonly payload: unknown }
  readonly apiUrl: string
  readonly graphqlUrl: string
  readonly serverUrl: string
  readonly repository: string
  readonly sha: string
  readonly ref: string
  /** The workflow's `with:`. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The workflow's `env:`; wins over what the runner sets. */
  readonly env?: Readonly<Record<string, string>>
  /** Stands for `${{ github.token }}` in the defaults of action.yml. */
  readonly token?: string
  readonly runId?: number
  readonly runAttempt?: number
  readonly actor?: string
  readonly timeoutMs?: number
  /** RUNNER_TEMP. When given it outlives the run, so that a report written there can be read. */
  readonly runnerTemp?: string
}

export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface ActionRun {
  /** Of the process; 1 when it ended well and the runner could not read one of its command files. */
  readonly exitCode: number
  readonly outputs: Readonly<Record<string, string>>
  readonly stdout: string
  readonly stderr: string
  /** Empty when it is over GitHub's limit: the runner then drops it with an error. */
  readonly summary: string
  /** In order, the runner's own included. GitHub shows ten of each level per step. */
  readonly annotations: readonly Annotation[]
  /** Every workflow command that the runner obeyed, from stdout and stderr. */
  readonly commands: readonly WorkflowCommand[]
  readonly milliseconds: number
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly deprecationMessage?: string }>>
  readonly main: string
}

interface Folders {
  readonly root: string
  readonly temp: string
  readonly files: Readonly<Record<FileCommand, string>>
  readonly event: string
}

const fileCommands = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE'] as const
type FileCommand = (typeof fileCommands)[number]

const summaryLimit = 1024 * 1024

/** Runs the Action in its own process with what GitHub's runner would give it, and reads what the runner would read. */
export async function runAction(options: RunOptions): Promise<ActionRun> {
  const actionDir = options.actionDir ?? resolve(import.meta.dirname, '../..')
  const manifest = await readManifest(actionDir)
  const folders = await createFolders(options)
  try {
    const environment = {
      ...runnerEnvironment(options, folders),
      ...inputEnvironment(manifest, options),
      ...options.env,
    }
    const started = performance.now()
    const ended = await execute(join(actionDir, manifest.main), environment, options)
    const milliseconds = Math.round(performance.now() - started)
    return { ...(await readResult(ended, folders, inputWarnings(manifest, options.inputs ?? {}))), milliseconds }
  } finally {
    await rm(folders.root, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function readManifest(actionDir: string): Promise<Manifest> {
  const text = await readFile(join(actionDir, 'action.yml'), 'utf8')
  const { inputs, runs } = parse(text, { schema: 'failsafe' })
  if (runs?.using !== 'node24')
    throw new Error(`action.yml says runs.using: ${runs?.using}; this runner has node24 only`)
  if (runs.pre !== undefined || runs.post !== undefined) throw new Error('runs.pre and runs.post are not supported')
  return { inputs: inputs ?? {}, main: runs.main }
}

async function createFolders(options: RunOptions): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'runner-'))
  const temp = options.runnerTemp ?? join(root, 'temp')
  const commands = join(root, '_runner_file_commands')
  for (const folder of [temp, commands, join(root, 'home'), join(root, 'tools')])
    await mkdir(folder, { recursive: true })
  const files = Object.fromEntries(
    fileCommands.map(name => [name, join(commands, `${name.slice(7).toLowerCase()}_${randomUUID()}`)]),
  ) as Record<FileCommand, string>
  for (const file of Object.values(files)) await writeFile(file, '')
  const event = join(root, 'event.json')
  await writeFile(event, JSON.stringify(options.event.payload))
  return { root, temp, files, event }
}

/** https://docs.github.com/actions/reference/workflows-and-actions/variables, and nothing of ours but PATH. */
function runnerEnvironment(options: RunOptions, folders: Folders): Record<string, string> {
  const { event, repository, ref } = options
  const payload = (event.payload ?? {}) as Payload
  const actor = options.actor ?? payload.sender?.login ?? 'octocat'
  const pull = /^pull_request/.test(event.name) ? payload.pull_request : undefined
  const workflow = `${repository}/.github/workflows/delivery-gates.yml@${ref}`
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(folders.root, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__delivery-gates',
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: String(payload.sender?.id ?? 1),
    GITHUB_API_URL: options.apiUrl,
    GITHUB_BASE_REF: pull?.base?.ref ?? '',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: folders.event,
    GITHUB_GRAPHQL_URL: options.graphqlUrl,
    GITHUB_HEAD_REF: pull?.head?.ref ?? '',
    GITHUB_JOB: 'gates',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: String(payload.repository?.id ?? 1),
    GITHUB_REPOSITORY_OWNER: repository.split('/', 1)[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: String(payload.repository?.owner?.id ?? 1),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(options.runAttempt ?? 1),
    GITHUB_RUN_ID: String(options.runId ?? 1),
    GITHUB_RUN_NUMBER: String(options.runId ?? 1),
    GITHUB_SERVER_URL: options.serverUrl,
    GITHUB_SHA: options.sha,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: 'Delivery Gates',
    GITHUB_WORKFLOW_REF: workflow,
    GITHUB_WORKFLOW_SHA: options.sha,
    GITHUB_WORKSPACE: options.workspace,
    RUNNER_ARCH: arch() === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'sandbox',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[platform() as string] ?? 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: join(folders.root, 'tools'),
    ...folders.files,
  }
}

interface Payload {
  readonly sender?: { readonly login?: string; readonly id?: number }
  readonly repository?: { readonly id?: number; readonly owner?: { readonly id?: number } }
  readonly pull_request?: { readonly head?: { readonly ref?: string }; readonly base?: { readonly ref?: string } }
}

function inputEnvironment(manifest: Manifest, options: RunOptions): Record<string, string> {
  const values = new Map<string, string>()
  for (const [name, input] of Object.entries(manifest.inputs))
    values.set(inputVariable(name), evaluateDefault(input.default ?? '', options))
  for (const [name, value] of Object.entries(options.inputs ?? {})) values.set(inputVariable(name), value)
  return Object.fromEntries(values)
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function evaluateDefault(text: string, options: RunOptions): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression === 'github.token') return options.token ?? ''
    throw new Error(`this runner does not know the expression \${{ ${expression} }} in action.yml`)
  })
}

function inputWarnings(manifest: Manifest, inputs: Readonly<Record<string, string>>): readonly Annotation[] {
  const known = new Map(Object.keys(manifest.inputs).map(name => [name.toLowerCase(), name]))
  const warnings: string[] = []
  for (const name of Object.keys(inputs)) {
    const message = manifest.inputs[known.get(name.toLowerCase()) ?? '']?.deprecationMessage
    if (message !== undefined) warnings.push(`Input '${name}' has been deprecated with message: ${message}`)
  }
  const unexpected = Object.keys(inputs).filter(name => !known.has(name.toLowerCase()))
  if (unexpected.length > 0)
    warnings.push(
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...known.values()].join("', '")}']`,
    )
  return warnings.map(message => ({ level: 'warning', message, properties: {} }))
}

interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly commands: readonly WorkflowCommand[]
}

async function execute(script: string, env: Record<string, string>, options: RunOptions): Promise<Ended> {
  const child = spawn(process.execPath, [script], { cwd: options.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const commands = new CommandReader()
  const stdout = collect(child.stdout, commands)
  const stderr = collect(child.stderr, commands)
  const limit = options.timeoutMs ?? 60_000
  const ended = await waitFor(child, limit)
  const result = { stdout: stdout(), stderr: stderr(), commands: commands.obeyed }
  if (ended === 'timeout')
    throw new Error(`the Action did not end within ${limit} ms\n${result.stdout}\n${result.stderr}`.trim())
  return { exitCode: ended, ...result }
}

async function waitFor(child: ChildProcess, limit: number): Promise<number | 'timeout'> {
  return new Promise((done, fail) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
      child.stdout?.destroy()
      child.stderr?.destroy()
    }, limit)
    child.once('error', fail)
    child.once('close', code => {
      clearTimeout(timer)
      done(late ? 'timeout' : (code ?? 137))
    })
  })
}

/** Gives every line to the reader as it arrives; the returned function ends the last line and yields the whole text. */
function collect(stream: NodeJS.ReadableStream, commands: CommandReader): () => string {
  const decoder = new StringDecoder('utf8')
  let text = ''
  let line = ''
  const feed = (part: string) => {
    text += part
    // The runner reads with .NET's ReadLine: a lone carriage return ends a line as well.
    const lines = (line + part).split(/\r\n|\n|\r(?!$)/)
    line = lines.pop() ?? ''
    for (const complete of lines) commands.read(complete)
  }
  stream.on('data', (chunk: Buffer) => feed(decoder.write(chunk)))
  return () => {
    feed(decoder.end())
    for (const rest of line.split('\r')) commands.read(rest)
    return text
  }
}

const registered = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/**
 * What the runner takes for a command: `::name k=v::message` after any white space, and the older `##[name k=v]message`
 * anywhere in a line. Source: actions/runner ActionCommand.cs and ActionCommandManager.cs.
 */
class CommandReader {
  readonly obeyed: WorkflowCommand[] = []
  #stopToken: string | undefined

  read(line: string): void {
    const names = this.#stopToken === undefined ? registered : new Set([...registered, this.#stopToken.toLowerCase()])
    const found = parseCommand(line, names) ?? parseOldCommand(line, names)
    if (found === undefined) return
    const name = found.command.toLowerCase()
    if (this.#stopToken !== undefined) {
      if (name === this.#stopToken.toLowerCase()) this.#stopToken = undefined
      return
    }
    if (name === 'stop-commands' && isStopToken(found.message)) this.#stopToken = found.message
    this.obeyed.push(found)
  }
}

function isStopToken(token: string): boolean {
  return token !== '' && !registered.has(token.toLowerCase()) && token.toLowerCase() !== 'pause-logging'
}

function parseCommand(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  return commandOf(text.slice(2, end), text.slice(end + 2), names, {
    separator: ',',
    decode: decodeProperty,
    decodeMessage,
  })
}

function parseOldCommand(line: string, names: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const decode = decodeOld
  return commandOf(line.slice(start + 3, end), line.slice(end + 1), names, {
    separator: ';',
    decode,
    decodeMessage: decode,
  })
}

interface Dialect {
  readonly separator: string
  readonly decode: (text: string) => string
  readonly decodeMessage: (text: string) => string
}

function commandOf(
  head: string,
  message: string,
  names: ReadonlySet<string>,
  dialect: Dialect,
): WorkflowCommand | undefined {
  const [, command = '', rest = ''] = /^([^ ]*)(?: (.*))?$/s.exec(head) ?? []
  if (!names.has(command.toLowerCase())) return undefined
  const pairs = rest
    .trim()
    .split(dialect.separator)
    .flatMap(part => {
      const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(part) ?? []
      return key === undefined || value === undefined ? [] : [[key, dialect.decode(value)] as const]
    })
  return { command, properties: Object.fromEntries(pairs), message: dialect.decodeMessage(message) }
}

function decodeMessage(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function decodeProperty(text: string): string {
  return decodeMessage(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function decodeOld(text: string): string {
  return decodeMessage(text.replaceAll('%3B', ';').replaceAll('%5D', ']'))
}

type Result = Omit<ActionRun, 'milliseconds'>

async function readResult(ended: Ended, folders: Folders, warnings: readonly Annotation[]): Promise<Result> {
  const read = (name: FileCommand) => readFile(folders.files[name], 'utf8').catch(() => '')
  const own: Annotation[] = []
  const complain = (message: string) => own.push({ level: 'error', message, properties: {} })
  const assignments = async (name: FileCommand, context: string) => {
    const parsed = parseAssignments(await read(name))
    if (parsed.ok) return parsed.value
    complain(`Unable to process file command '${context}' successfully. ${parsed.error}`)
    return {}
  }

  const outputs = { ...outputsOf(ended.commands), ...(await assignments('GITHUB_OUTPUT', 'output')) }
  await assignments('GITHUB_ENV', 'env')
  await assignments('GITHUB_STATE', 'state')
  const exitCode = ended.exitCode === 0 && own.length > 0 ? 1 : ended.exitCode

  const summary = await read('GITHUB_STEP_SUMMARY')
  const bytes = Buffer.byteLength(summary)
  if (bytes > summaryLimit)
    complain(
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimit / 1024}k, got ${Math.ceil(bytes / 1024)}k`,
    )
  return {
    ...ended,
    exitCode,
    outputs,
    summary: bytes > summaryLimit ? '' : summary,
    annotations: [...warnings, ...annotationsOf(ended.commands), ...own],
  }
}

/** The runner still obeys `::set-output`, which is why printing a stranger's text is dangerous. */
function outputsOf(commands: readonly WorkflowCommand[]): Record<string, string> {
  return Object.fromEntries(
    commands.flatMap(({ command, properties, message }) =>
      command.toLowerCase() === 'set-output' && properties.name ? [[properties.name, message]] : [],
    ),
  )
}

function annotationsOf(commands: readonly WorkflowCommand[]): readonly Annotation[] {
  return commands.flatMap(({ command, properties, message }) => {
    const level = command.toLowerCase()
    return level === 'error' || level === 'warning' || level === 'notice' ? [{ level, message, properties }] : []
  })
}

type Parsed =
  | { readonly ok: true; readonly value: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string }

/** `NAME=value` and `NAME<<DELIMITER` lines, as in the runner's FileCommandManager.cs. */
function parseAssignments(text: string): Parsed {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) return { ok: false, error: `Invalid format '${line}'. Name must not be empty` }
      values[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    if (heredoc < 0) return { ok: false, error: `Invalid format '${line}'` }
    const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)]
    if (name === '' || delimiter === '')
      return { ok: false, error: `Invalid format '${line}'. Name must not be empty and delimiter must not be empty` }
    const end = lines.indexOf(delimiter, index + 1)
    if (end < 0) return { ok: false, error: `Invalid value. Matching delimiter not found '${delimiter}'` }
    values[name] = lines.slice(index + 1, end).join('\n')
    index = end
  }
  return { ok: true, value: values }
}

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

export interface GitObject {
  readonly oid: string
  readonly type: string
  readonly data: Buffer
}

/** Variables of a surrounding git (a hook, a rebase) would lead ours elsewhere. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  TZ: 'UTC',
}

interface GitOptions {
  readonly cwd: string
  readonly input?: Uint8Array
  readonly allowExit?: readonly number[]
}

export function git(args: readonly string[], { cwd, input, allowExit = [] }: GitOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env: environment, stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0 || allowExit.includes(code ?? -1)) resolve(Buffer.concat(out))
      else reject(new Error(`git ${args.join(' ')}: ${Buffer.concat(err).toString().trim() || `exit ${code}`}`))
    })
    child.stdin.end(input)
  })
}

/** `git cat-file --batch`, asked only for full object ids. */
export class ObjectReader {
  readonly #dir: string
  readonly #waiting: { resolve(found: GitObject | undefined): void; reject(error: Error): void }[] = []
  #process: ChildProcessWithoutNullStreams | undefined
  #chunks: Buffer[] = []
  #buffered = 0
  #wanted = 0

  constructor(dir: string) {
    this.#dir = dir
  }

  read(oid: string): Promise<GitObject | undefined> {
    if (!/^[0-9a-f]{40}$/.test(oid)) return Promise.resolve(undefined)
    const child = this.#start()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      child.stdin.write(`${oid}\n`)
    })
  }

  close(): void {
    this.#process?.stdin.end()
    this.#process = undefined
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#process !== undefined) return this.#process
    const child = spawn('git', ['cat-file', '--batch'], { cwd: this.#dir, env: environment, stdio: 'pipe' })
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk))
    child.stderr.resume()
    child.stdin.on('error', () => {})
    const fail = (error: Error) => {
      this.#process = undefined
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    }
    child.on('error', fail)
    child.on('close', () => fail(new Error('git cat-file ended')))
    this.#process = child
    return child
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    if (this.#buffered < this.#wanted) return
    let buffer = Buffer.concat(this.#chunks)
    this.#wanted = 0
    while (buffer.length > 0) {
      const end = buffer.indexOf(0x0a)
      if (end < 0) break
      const [oid = '', type = '', size = '0'] = buffer.toString('latin1', 0, end).split(' ')
      const missing = type === 'missing'
      const length = missing ? end + 1 : end + 1 + Number(size) + 1
      if (buffer.length < length) {
        this.#wanted = length
        break
      }
      const data = Buffer.from(buffer.subarray(end + 1, length - 1))
      this.#waiting.shift()?.resolve(missing ? undefined : { oid, type, data })
      buffer = buffer.subarray(length)
    }
    this.#chunks = [buffer]
    this.#buffered = buffer.length
  }
}

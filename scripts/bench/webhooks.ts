import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bodies, guid, signedHeaders } from '../../test/app/payloads.ts'
import { root } from './processes.ts'

const deliveries = Number(process.env.BENCH_DELIVERIES ?? 1000)

const bareServer = `
require('node:http').createServer((request, response) => {
  request.resume().on('end', () => { response.statusCode = 202; response.end() })
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })
process.stdin.resume().on('end', () => process.exit())`

/** Webhooks a second and the time to an answer, 16 connections at once, for a server that prints its port. */
async function ingest(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  try {
    const port = await new Promise<number>((done, fail) => {
      createInterface({ input: child.stdout }).once('line', line => done(Number(line)))
      child.once('exit', () => fail(new Error(`${name} ended before it served`)))
    })
    const send = (n: number): Promise<number> => {
      const body = JSON.stringify({ ...bodies.pull_request(n), n })
      const start = performance.now()
      return new Promise((done, fail) => {
        const options = { agent, host: '127.0.0.1', port, method: 'POST', path: '/api/github/webhooks' }
        const headers = signedHeaders('pull_request', guid(n), body)
        const outgoing = request({ ...options, headers }, response => {
          response.resume().on('end', () => {
            if (response.statusCode === 202) done(performance.now() - start)
            else fail(new Error(`${name} answered ${response.statusCode}`))
          })
        })
        outgoing.on('error', fail).end(body)
      })
    }
    const series = async (from: number, to: number): Promise<readonly number[]> => {
      const times: number[] = []
      let next = from
      const worker = async (): Promise<void> => {
        while (next < to) times.push(await send(next++))
      }
      await Promise.all(Array.from({ length: 16 }, worker))
      return times.sort((a, b) => a - b)
    }
    await series(1, 200)
    const start = performance.now()
    const times = await series(1000, 1000 + deliveries)
    const rate = (deliveries / (performance.now() - start)) * 1000
    const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)} ms`
    console.log(`  ${name.padEnd(34)} ${rate.toFixed(0).padStart(6)} /s  median ${at(0.5)}, p99 ${at(0.99)}`)
  } finally {
    agent.destroy()
    child.stdin.end()
  }
}

/** Signed webhooks a second into the App's front and store, against a bare HTTP server. */
export async function webhooks(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    console.log(`Signed webhooks, ${deliveries} over 16 connections:`)
    await ingest('bare HTTP server', ['-e', bareServer])
    await ingest('the App: verified, on the disk', [join(root, 'test/app/kill-child.ts'), scratch, 'front-only'])
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

import { readConfig } from '../../app/config.ts'
import { startApp } from '../../app/server.ts'

/** The App with leases so short that a test can outlast them. Its parent halts and kills it. Prints its port once it serves. */
const config = readConfig(process.env)
if (!config.ok) throw new Error(config.error.join('\n'))
// Ends with its parent, whatever happens to that one.
process.stdin.resume().on('end', () => process.exit())
const app = await startApp(config.value, () => {}, {
  gatherMs: 20,
  burst: 10_000,
  leaseMs: Number(process.env.LEASE_MS),
})
process.stdout.write(`${app.port}\n`)

import { readConfig } from './config.ts'
import { jsonLog, redactor, secretsOf } from './log.ts'
import { startApp } from './server.ts'

const config = readConfig(process.env)
if (!config.ok) {
  for (const problem of config.error) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

const hide = redactor(secretsOf(config.value))
const log = jsonLog(config.value.logLevel, line => process.stdout.write(line), { hide })
try {
  const app = await startApp(config.value, log)
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log('info', 'app.stopping', { signal })
    // What is under way gets twenty seconds; everything acknowledged is in the inbox and survives.
    setTimeout(() => process.exit(1), 20_000).unref()
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${hide(error instanceof Error ? error.message : String(error))}\n`)
  process.exit(1)
}

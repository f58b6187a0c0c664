import { readConfig } from './config.ts'
import { jsonLog, redactor, secretsOf } from './log.ts'
import { describeProblem } from './problem.ts'
import { startApp } from './server.ts'

/** A command beside the App, or the App itself. */
const args = process.argv.slice(2)
if (args.length === 0 || (args.length === 1 && args[0] === '--accept-loss')) await start()
else {
  const { runCommand } = await import('./commands/index.ts')
  process.exitCode = await runCommand(args, {
    env: process.env,
    print: text => process.stdout.write(text),
    warn: text => process.stderr.write(text),
  })
}

async function start(): Promise<void> {
  const env = args.length === 0 ? process.env : { ...process.env, ACCEPT_LOSS: '1' }
  const config = readConfig(env)
  if (!config.ok) {
    for (const problem of config.error) process.stderr.write(`${problem}\n`)
    process.exit(1)
  }

  const hide = redactor(secretsOf(config.value))
  const log = jsonLog(config.value.logLevel, line => process.stdout.write(line), { hide })
  const { locale } = config.value
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
    process.stderr.write(`${hide(describeProblem(error, locale))}\n`)
    process.exit(1)
  }
}

import type { Command, PlainCode } from './command.ts'

interface Entry {
  /** For the list of commands, so that showing it loads none of them. */
  readonly summary: PlainCode
  readonly load: () => Promise<Command>
}

/** Every subcommand, in the order of the help. Adding one is one file and one line here. */
export const commands: Readonly<Record<string, Entry>> = {
  init: { summary: 'cli.init.summary', load: async () => (await import('./init.ts')).init },
  validate: { summary: 'cli.validate.summary', load: async () => (await import('./validate.ts')).validate },
  explain: { summary: 'cli.explain.summary', load: async () => (await import('./explain.ts')).explain },
  test: { summary: 'cli.test.summary', load: async () => (await import('./test.ts')).test },
  check: { summary: 'cli.check.summary', load: async () => (await import('./check.ts')).check },
  replay: { summary: 'cli.replay.summary', load: async () => (await import('./replay.ts')).replay },
  doctor: { summary: 'cli.doctor.summary', load: async () => (await import('./doctor.ts')).doctor },
  app: { summary: 'cli.app.summary', load: async () => (await import('./app.ts')).app },
  impact: { summary: 'cli.impact.summary', load: async () => (await import('./impact.ts')).impact },
  ledger: { summary: 'cli.ledger.summary', load: async () => (await import('./ledger.ts')).ledger },
  coverage: { summary: 'cli.coverage.summary', load: async () => (await import('./coverage.ts')).coverage },
}

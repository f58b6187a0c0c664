import { readFileSync } from 'node:fs'
import type { Family } from './registry.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

/** A constant 1 whose labels say what runs. */
export const buildInfo = (database: 'sqlite' | 'postgresql'): Family => ({
  name: 'delivery_gates_build_info',
  help: 'Version of the App, of Node and kind of database.',
  kind: 'gauge',
  samples: [{ suffix: '', labels: { version, node: process.versions.node, database }, value: 1 }],
})

import { test } from 'vitest'
import * as b from '../action/bundle.ts'
test('x', async () => {
  const at = await b.scene({ '.github/delivery-gates.yml': 'version: 1\ngates:\n  coverage: { level: block, reports: [{ name: u, path: coverage/lcov.info }] }\n', 'src/app.js': 'a\n' })
  const pull = await b.pullRequest(at, { 'src/app.js': 'a\nb\n' })
  const t = setTimeout(() => { console.log(at.sandbox.calls.map(c => `${c.operation} ${c.status}`).join('\n'), at.sandbox.violations) }, 15000)
  const run = await b.runOn(at, pull, { workspace: { 'coverage/lcov.info': 'TN:\n' }, env: { PATH: '/nonexistent' } })
  clearTimeout(t); console.log(run.exitCode, run.summary.slice(0,500), at.sandbox.calls)
}, 60000)

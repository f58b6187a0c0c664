import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signStatement } from '../../src/ledger/checkpoint.ts'
import { newRepository } from '../git/repo.ts'
import { checkpointOf, exported } from '../ledger/exports.ts'
import { newKey } from '../ledger/keys.ts'
import { chain, head } from '../ledger/rows.ts'
import { read, root } from '../project/files.ts'
import { delivery, lcov } from './cli.ts'

const page = 'docs/cli.md'

const policy = `version: 1
gates:
  coverage:
    reports:
      - { name: unit, path: coverage/lcov.info }
      - { name: e2e, path: e2e/cobertura.xml }
    project: { min: 70 }
    patch: { min: 80 }
`

const compose = (environment: string): string => `services:\n  pay:\n    image: acme/pay:1\n${environment}`

const cases = `version: 1
cases:
  - name: enough is covered
    pull_request: { files: [src/pay.ts], coverage: { project: 75, patch: 92 } }
    expect: { verdict: passed }
  - name: too few of the changed lines
    pull_request: { files: [src/pay.ts], coverage: { project: 75, patch: 60 } }
    expect: { gates: { coverage: failed } }
`

const cobertura = `<?xml version="1.0"?>
<coverage><packages><package name="src"><classes><class name="pay" filename="src/pay.ts"><lines>
${[31, 32, 33].map(line => `<line number="${line}" hits="1"/>`).join('\n')}
</lines></class></classes></package></packages></coverage>
`

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${index + 1}\n`).join('')
const range = (from: number, to: number, sign = 1): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sign * (from + index))

/** The repository that the page speaks of. */
function scene(): string {
  const repository = newRepository()
  repository.commit({
    '.github/delivery-gates.yml': policy,
    'src/pay.ts': lines(30),
    'src/tax.ts': lines(20),
    'deploy/compose.yml': compose(''),
  })
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  repository.commit({
    'src/pay.ts': lines(42),
    'deploy/compose.yml': compose('    environment:\n      PAYMENT_TIMEOUT: 30s\n'),
  })
  repository.write({
    'coverage/lcov.info': lcov({
      'src/pay.ts': [...range(1, 30), ...range(31, 42, -1)],
      'src/tax.ts': [...range(1, 14), ...range(15, 20, -1)],
    }),
    'e2e/cobertura.xml': cobertura,
    '.github/delivery-gates.test.yml': cases,
    ...ledgers(),
    'broken.yml': 'version: 1\ngates:\n  coverge: { project: { min: 80 } }\n',
    'broken.info': 'TN:\nSF:src/pay.ts\nDA:1,1\nDA:2,x\nend_of_record\n',
  })
  return repository.root
}

/** An export, what was published of it, and one of which the end was cut off. */
function ledgers(): Readonly<Record<string, string>> {
  const rows = chain(214, { repoId: '583231099' })
  const key = newKey()
  const line = signStatement(checkpointOf(head(rows, 198)), key.id, key.privateKey)
  return {
    'ledger.jsonl': exported([rows]),
    'cut.jsonl': exported([rows.slice(0, 190)]),
    'check.txt': `Deploy readiness 3 of 3\n\n\`${line}\`\n`,
  }
}

/** What a terminal would show. */
function shown(command: string, cwd: string): string {
  const [call = '', echo] = command.split('; ')
  const [, , ...args] = call.replace(/^\$ node dist\/cli\/index\.js /, '$ delivery-gates ').split(' ')
  const { code, stdout, stderr } = delivery(args, { cwd })
  return `${command}\n${stderr}${stdout}${echo === 'echo $?' ? `${code}\n` : ''}`
}

const anonymous = (text: string): string => text.replace(/\b[0-9a-f]{7}\b/g, 'abc1234')

test('every example of docs/cli.md is what the program prints (UPDATE_DOCS=1 writes them)', () => {
  const cwd = scene()
  const text = read(page)
  const run = text.replace(
    /^```console\n(\$ .*)\n[\s\S]*?^```$/gm,
    (_, command: string) => `\`\`\`console\n${anonymous(shown(command, cwd))}\`\`\``,
  )
  if (process.env.UPDATE_DOCS) writeFileSync(join(root, page), run)
  else expect(text).toBe(run)
  expect(run.match(/^\$ /gm)?.length).toBeGreaterThan(5)
})

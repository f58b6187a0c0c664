import { expect, test } from 'vitest'
import { say } from '../../src/locales/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { unmatchedGlobs } from '../../src/policy/unmatched.ts'
import { plainText } from './plain-text.ts'

const source = `version: 1
gates:
  coverage: { exclude: ["**/*.gen.ts", "src/old/**"] }
  docs: { rules: [{ id: when, kind: api, when: ["api/**"], update: ["Docs/**", "!docs/img/**"] }] }
`

test('B-G11 B-G12 patterns without a file, with a hint when only the case differs', () => {
  const parsed = parsePolicy(source, 'policy.yml', { owner: 'acme' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const found = unmatchedGlobs(parsed.value.policy, ['api/a.ts', 'api/a.gen.ts', 'docs/a.md'])
  expect(found.map(({ code, keyPath, message }) => `${code} ${keyPath}: ${say(message, 'en', plainText)}`)).toEqual([
    'GLB-NOMATCH gates.coverage.exclude[1]: src/old/** matches no file of the repository. Fix: correct or remove the pattern.',
    'GLB-NOMATCH gates.docs.rules[0].update[0]: Docs/** matches no file of the repository. docs/a.md differs only in case. Fix: correct or remove the pattern.',
    'GLB-NOMATCH gates.docs.rules[0].update[1]: !docs/img/** matches no file of the repository. Fix: correct or remove the pattern.',
  ])
})

import { parsePolicy } from '../../src/policy/parse.ts'

export const policy = (entry: string): string => `version: 1\nevidence: { workflows: [${JSON.stringify(entry)}] }\n`

/** Code and key of every problem. */
export function problemsOf(text: string): readonly string[] {
  const parsed = parsePolicy(text, '.github/delivery-gates.yml', { owner: 'acme' })
  return parsed.ok ? [] : parsed.error.map(problem => `${problem.code} ${problem.keyPath}`)
}

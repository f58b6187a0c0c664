import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../src/evaluate.ts'
import { factsOfFile, type PullRequestFacts } from '../src/facts/facts.ts'
import { policyStateOf } from '../src/facts/policy.ts'
import { localeTags } from '../src/locales/index.ts'
import { renderCheck } from '../src/render/check.ts'
import { renderComment } from '../src/render/comment.ts'

const root = join(import.meta.dirname, 'cases')
const update = process.env.UPDATE_GOLDENS !== undefined
const links = {
  commit: (sha: string) => `https://github.com/acme/widgets/commit/${sha}`,
  user: (login: string) => `https://github.com/${login}`,
  file: (path: string, line?: number) =>
    `https://github.com/acme/widgets/blob/head/${path}${line === undefined ? '' : `#L${line}`}`,
}

/**
 * A case is a folder: `facts.json` and `policy.yml` (left out: no policy) go in, `report.json`, `comment.<locale>.md` and
 * `check.<locale>.md` come out. `UPDATE_GOLDENS=1` writes what comes out; read the difference before committing it.
 */
function golden(file: string, actual: string): void {
  if (update || !existsSync(file)) writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

describe.each(readdirSync(root))('%s', name => {
  const folder = join(root, name)
  const facts = factsOfFile(JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as PullRequestFacts)
  const policyFile = join(folder, 'policy.yml')
  const text = existsSync(policyFile) ? readFileSync(policyFile, 'utf8') : null
  const path = '.github/delivery-gates.yml'
  const entries = text === null ? [] : [{ path, mode: '100644', type: 'blob', size: text.length, text }]
  const report = evaluate(policyStateOf(entries, { owner: 'acme', sha: facts.baseSha }), facts)

  test('report', () => golden(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`))

  test.each(localeTags)('comment and check in %s', locale => {
    const options = { locale, links, signing: 'app' } as const
    golden(join(folder, `comment.${locale}.md`), `${renderComment(report, { ...options, marker: 'case.1' })}\n`)
    const { title, conclusion, summary, text: details, actions } = renderCheck(report, options)
    const buttons = actions.map(action => `[${action.label}] ${action.description}`).join('\n')
    golden(join(folder, `check.${locale}.md`), `${conclusion}: ${title}\n\n${summary}\n\n${details}\n\n${buttons}\n`)
  })
})

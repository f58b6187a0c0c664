import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { html, raw } from 'hono/html'
import { chromium } from 'playwright-core'
import { evaluate } from '../src/evaluate.ts'
import { present } from '../src/facts/facts.ts'
import { type Locale, localeTags } from '../src/locales/index.ts'
import { renderComment } from '../src/render/comment.ts'
import { renderMarkdown } from '../test/sandbox/ui/markdown.ts'
import { facts, file, liWei, measured, policy, policyState, shaOf, signOff } from '../test/support/facts.ts'

// `node scripts/picture.ts` draws docs/images/comment*.png, the comment that README.md shows, with the system's Chromium.
const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { chromium: { type: 'string', default: '/usr/bin/chromium' } } })

const yaml = (locale: Locale) => `version: 1
locale: ${locale}
roles:
  implementer: ["@li-wei"]
gates:
  coverage:
    reports: [{ name: unit, path: coverage/lcov.info }]
    project: { min: 80, max_drop: 1 }
  docs:
    rules:
      - { id: deploy-guide, kind: deployment, when: ["deploy/**"], update: ["docs/deploy/**"] }
  review:
    rules:
      - { role: implementer, need: approved, when: ["deploy/**"] }
checklists:
  - id: deploy-readiness
    when: { paths: ["deploy/**"] }
    items:
      - { id: rollback, text: { en: Rollback rehearsed, zh-CN: 已演练回滚 }, role: implementer, covers: ["deploy/**"] }
      - { id: guide, text: { en: Deployment guide followed once by somebody else, zh-CN: 已由他人按部署指南操作一遍 }, role: implementer }
      - { id: coverage, text: { en: Coverage, zh-CN: 覆盖率 }, evidence: gates.coverage }
`

/** A pull request that changes a deployment file without its document, is covered, asked for review and half signed. */
function comment(locale: Locale): string {
  const rules = policy(yaml(locale))
  const covered = (project: { covered: number; total: number }) =>
    measured(rules, { project, patch: { covered: 35, total: 38 } })
  const known = facts({
    changedFiles: present([file('deploy/values.yaml'), file('src/payment.ts', { additions: 38 })]),
    coverage: present(covered({ covered: 841, total: 1000 })),
    coverageBaseline: present({ ...covered({ covered: 839, total: 1000 }), headSha: shaOf('b') }),
    reviewRequests: present([{ kind: 'user', account: liWei }]),
  })
  const signed = { ...known, signOffs: present([signOff(rules, 'rollback', {}, known)]) }
  const page = 'https://github.com/acme/widgets'
  return renderComment(evaluate(policyState(rules), signed), {
    locale,
    now: '2026-11-20T12:00:00Z',
    waitingSince: '2026-11-20T09:00:00Z',
    signing: 'app',
    marker: 'picture',
    links: {
      commit: sha => `${page}/commit/${sha}`,
      user: login => `https://github.com/${login}`,
      file: path => `${page}/blob/main/${path}`,
    },
  })
}

const style = readFileSync(join(root, 'test/sandbox/ui/style.css'), 'utf8')

const pageOf = (locale: Locale): string =>
  html`<!doctype html><html lang="${locale}"><meta charset="utf-8"><style>${raw(style)}</style>
<style>body { padding: 12px; width: 900px } article { margin: 0 } details { display: block }</style>
<article class="card"><header><b>delivery-gates</b> <span class="label">bot</span></header>
<div class="body">${renderMarkdown(comment(locale))}</div></article>`.toString()

const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] })
try {
  mkdirSync(join(root, 'docs/images'), { recursive: true })
  for (const locale of localeTags) {
    const page = await browser.newPage({ viewport: { width: 924, height: 400 }, colorScheme: 'light' })
    await page.setContent(pageOf(locale))
    const picture = await page.locator('article').screenshot({ type: 'png' })
    writeFileSync(join(root, 'docs/images', locale === 'en' ? 'comment.png' : `comment.${locale}.png`), picture)
  }
} finally {
  await browser.close()
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { html, raw } from 'hono/html'
import { chromium } from 'playwright-core'
import { evaluate } from '../src/evaluate.ts'
import { present } from '../src/facts/facts.ts'
import type { Impact } from '../src/impact/model.ts'
import { type Locale, localeTags } from '../src/locales/index.ts'
import { renderComment } from '../src/render/comment.ts'
import { renderMarkdown } from '../test/sandbox/ui/markdown.ts'
import { facts, file, liWei, measured, policy, signOff } from '../test/support/facts.ts'

// `node scripts/picture.ts` draws docs/images/comment*.png, the comments that the READMEs show, with the system's Chromium
// and fonts (Chinese needs one, e.g. Debian's fonts-noto-cjk).
const root = resolve(import.meta.dirname, '..')
const headSha = 'def4567def4567def4567def4567def4567def45'
const baseSha = '0123456701234567012345670123456701234567'
const { values } = parseArgs({ options: { chromium: { type: 'string', default: '/usr/bin/chromium' } } })

const yaml = `version: 1
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

const impacts: readonly Impact[] = [
  {
    kind: 'helm-value',
    key: 'pay.timeout',
    direction: 'changed',
    destructive: false,
    file: 'deploy/values.yaml',
    line: 14,
    from: '10s',
    to: '30s',
  },
  {
    kind: 'env-var',
    key: 'PAYMENT_RETRIES',
    direction: 'added',
    destructive: false,
    file: 'src/payment.ts',
    line: 8,
    from: null,
    to: '3',
  },
]

/** A pull request that changes a deployment file without its document, is covered, asked for review and half signed. */
function comment(locale: Locale): string {
  const rules = policy(yaml)
  const coverage = measured(rules, {
    headSha,
    project: { covered: 841, total: 1000 },
    patch: { covered: 35, total: 38 },
  })
  const known = facts({
    headSha,
    baseSha,
    changedFiles: present([file('deploy/values.yaml'), file('src/payment.ts', { additions: 38 })]),
    coverage: present(coverage),
    coverageBaseline: present({ sha: baseSha, scope: coverage.scope, project: { covered: 839, total: 1000 } }),
    reviewRequests: present([{ kind: 'user', account: liWei }]),
    impact: present({ impacts, unread: [] }),
  })
  const signed = { ...known, signOffs: present([signOff(rules, 'rollback', {}, known)]) }
  const origin = { source: 'base', path: '.github/delivery-gates.yml', sha: baseSha, sha256: '' } as const
  const state = { state: 'present', policy: rules, origin } as const
  const page = 'https://github.com/acme/widgets'
  return renderComment(evaluate(state, signed), {
    locale,
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

const page = (
  locale: Locale,
) => html`<!doctype html><html lang="${locale}"><meta charset="utf-8"><style>${raw(style)}</style>
<style>body { padding: 12px; width: 900px } article { margin: 0 } td:nth-child(2) { white-space: nowrap }</style>
<article class="card"><header><b>delivery-gates</b> <span class="label">bot</span></header>
<div class="body">${renderMarkdown(comment(locale))}</div></article>`

const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] })
try {
  mkdirSync(join(root, 'docs/images'), { recursive: true })
  for (const locale of localeTags) {
    const tab = await browser.newPage({ viewport: { width: 924, height: 400 }, colorScheme: 'light' })
    await tab.setContent(page(locale).toString())
    const name = locale === 'en' ? 'comment.png' : `comment.${locale}.png`
    writeFileSync(join(root, 'docs/images', name), await tab.locator('article').screenshot({ type: 'png' }))
  }
} finally {
  await browser.close()
}

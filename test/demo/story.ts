import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '../../src/locales/index.ts'
import type { PullRequest, Repository } from '../sandbox/index.ts'
import { type Stage, sampleFiles, type WorkflowRun } from './stage.ts'
import type { Texts } from './texts.ts'

/** Where the story tells what happens. */
export interface Narrator {
  /** A person or the product does something. */
  readonly step: (text: string) => void
  /** What could be seen of it. */
  readonly show: (text: string) => void
}

export interface Played {
  readonly repository: Repository
  readonly pull: PullRequest
}

const timeoutMs = 30_000

/** The deployment file and code of the pull request, and what its author adds after the gates have spoken. */
const payment = `/** Milliseconds to wait for a payment; sites may set PAYMENT_TIMEOUT in seconds. */
export function paymentTimeout(env) {
  const seconds = Number(env.PAYMENT_TIMEOUT ?? 30)
  if (!Number.isFinite(seconds) || seconds <= 0) {
    throw new RangeError('PAYMENT_TIMEOUT must be a positive number of seconds')
  }
  return seconds * 1000
}

/** Whether a payment that started at this moment has run out of time. */
export function isLate(startedAt, now, env) {
  return now - startedAt > paymentTimeout(env)
}
`
const paymentTest = `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLate, paymentTimeout } from '../src/payment.js'

test('thirty seconds unless the site says otherwise', () => {
  assert.equal(paymentTimeout({}), 30_000)
  assert.equal(paymentTimeout({ PAYMENT_TIMEOUT: '5' }), 5000)
})
test('nonsense is refused', () => assert.throws(() => paymentTimeout({ PAYMENT_TIMEOUT: 'soon' }), RangeError))
test('late means after the timeout', () => {
  assert.equal(isLate(0, 30_000, {}), false)
  assert.equal(isLate(0, 30_001, {}), true)
})
`
const values = (timeout: number) => `replicas: 2
image: acme/widgets:1.0.0
env:
  CURRENCY: EUR
  PAYMENT_TIMEOUT: "${timeout}"
`
const guide = `# Deploying widgets

1. Set \`CURRENCY\` to the currency of the site.
2. Set \`PAYMENT_TIMEOUT\` to the seconds that the site's payment provider needs; 30 suits most of them.
3. Install the chart with \`deploy/values.yaml\`.
4. Place a test order and compare its price.
`

/** Plays the whole story on real parts. Rejects, naming what did not happen, when a step does not take place in time. */
export async function play(stage: Stage, locale: Locale, texts: Texts, narrator: Narrator): Promise<Played> {
  const { sandbox } = stage
  const { step, show } = narrator
  sandbox.organization('acme').team('implementation', ['li-wei'])
  const repository = await sandbox.repository('acme', 'widgets', {
    files: await sampleFiles(locale),
    collaborators: { chen: 'write', 'li-wei': 'write' },
  })
  stage.app.install('acme')

  step(texts.baseline)
  const main = await repository.commit('main', {
    files: { 'README.md': '# widgets\n\nPrices and payments.\n' },
    message: 'Describe the project',
    author: 'chen',
  })
  show(actionLine(await runOf(stage, main), texts))

  step(texts.opened)
  await repository.commit('payment-timeout', {
    from: 'main',
    files: {
      'src/payment.js': payment,
      'src/index.js': "export * from './payment.js'\nexport * from './price.js'\n",
      'deploy/values.yaml': values(30),
      'test/index.test.js': "import '../src/index.js'\n",
    },
    message: 'Time out payments',
    author: 'chen',
  })
  const pull = await repository.openPullRequest({
    title: 'Time out payments',
    body: 'Payments that never end hold stock. They now end after PAYMENT_TIMEOUT seconds.',
    head: 'payment-timeout',
    author: 'chen',
  })
  show(actionLine(await runOf(stage, pull.headSha), texts))
  await verdict(stage, pull, 'failure')
  await until('the checklist comment', () => checklist(pull) !== undefined)
  show(texts.comment)
  show(excerpt(checklist(pull)?.body ?? ''))
  await until('the review request', () => pull.requestedReviewers().users.includes('li-wei'))
  show(texts.requested('li-wei'))

  step(texts.selfTick)
  const rollback = locale === 'zh-CN' ? '已演练回滚' : 'Rollback rehearsed'
  pull.tick(commentId(pull), 'chen', rollback)
  await until('the refused tick', () => replies(pull).length === 1 && box(pull, rollback) === ' ')
  show(texts.undone)
  show(excerpt(replies(pull)[0]?.body ?? ''))

  step(texts.fixed)
  await repository.commit('payment-timeout', {
    files: { 'test/payment.test.js': paymentTest, 'docs/deploy/guide.md': guide },
    message: 'Test the timeout and say how to set it',
    author: 'chen',
  })
  show(actionLine(await runOf(stage, pull.headSha), texts))
  await verdict(stage, pull, 'action_required')
  show(excerpt(checklist(pull)?.body ?? ''))

  step(texts.tick)
  pull.tick(commentId(pull), 'li-wei', rollback)
  await until('the signature by box', () => signed(pull, rollback))
  show(texts.recorded('rollback', pull.headSha.slice(0, 7), 'tick'))

  step(texts.command)
  await pull.comment('li-wei', '/sign-off guide')
  const guideText = locale === 'zh-CN' ? '已由他人按部署指南操作一遍' : 'Deployment guide followed'
  await until('the signature by command', () => signed(pull, guideText))
  show(texts.recorded('guide', pull.headSha.slice(0, 7), 'command'))

  step(texts.approve)
  await pull.review('li-wei', { state: 'APPROVED' })
  await verdict(stage, pull, 'success')
  show(checkLine(pull, texts))

  step(texts.pushed)
  await repository.commit('payment-timeout', {
    files: { 'deploy/values.yaml': values(60) },
    message: 'Wait a minute by default',
    author: 'chen',
  })
  show(actionLine(await runOf(stage, pull.headSha), texts))
  await verdict(stage, pull, 'action_required')
  await until('the stale signature', () => box(pull, rollback) === ' ' && signed(pull, guideText))
  show(texts.stale)
  show(excerpt(checklist(pull)?.body ?? ''))

  step(texts.gears)
  await openGears(stage, locale)

  step(texts.again)
  pull.tick(commentId(pull), 'li-wei', rollback)
  await pull.review('li-wei', { state: 'APPROVED' })
  await verdict(stage, pull, 'success')
  show(checkLine(pull, texts))
  show(texts.green)
  return { repository, pull }
}

/** A second repository with something that waits, so that the page has more than one row to show. */
async function openGears(stage: Stage, locale: Locale): Promise<void> {
  const files = await sampleFiles(locale)
  const gears = await stage.sandbox.repository('acme', 'gears', {
    files,
    collaborators: { chen: 'write', 'li-wei': 'write', ana: 'write' },
  })
  await gears.commit('scale', {
    from: 'main',
    files: {
      'deploy/values.yaml': (files['deploy/values.yaml'] ?? '').replace('replicas: 2', 'replicas: 3'),
      'docs/deploy/guide.md': `${files['docs/deploy/guide.md']}4. Three replicas need a node pool with three nodes.\n`,
    },
    message: 'Run three replicas',
    author: 'ana',
  })
  const pull = await gears.openPullRequest({ title: 'Run three replicas', head: 'scale', author: 'ana' })
  await runOf(stage, pull.headSha)
  await verdict(stage, pull, 'action_required')
}

/** The workflow run at a commit, once it has ended and the App has worked off everything that it was told since. */
async function runOf(stage: Stage, sha: string): Promise<WorkflowRun> {
  await until(`a workflow run at ${sha.slice(0, 7)}`, () => stage.runs.some(run => run.sha === sha))
  const run = stage.runs.findLast(one => one.sha === sha)
  if (run === undefined) throw new Error(`no workflow run at ${sha}`)
  await settle(stage)
  return run
}

/** Nothing is being delivered, and the App's inbox and outbox are empty. */
async function settle(stage: Stage): Promise<void> {
  await until('the App to finish', async () => {
    await stage.sandbox.idle()
    const metrics = await (await fetch(`${stage.appUrl}/metrics`)).text()
    return ['inbox_open', 'outbox_open'].every(name => new RegExp(`${name} 0$`, 'm').test(metrics))
  })
}

/** The App's check on the head, and the comment of that head, show this conclusion. */
async function verdict(stage: Stage, pull: PullRequest, conclusion: string): Promise<void> {
  await until(`check delivery-gates: ${conclusion}`, async () => {
    await stage.sandbox.idle()
    return gateCheck(pull)?.conclusion === conclusion
  })
}

const gateCheck = (pull: PullRequest) => pull.checkRuns().findLast(check => check.name === 'delivery-gates')
const ours = (pull: PullRequest) => pull.comments().filter(comment => comment.author === 'delivery-gates[bot]')
const checklist = (pull: PullRequest) => ours(pull).find(comment => comment.body.includes('<!-- dg:comment'))
const replies = (pull: PullRequest) => ours(pull).filter(comment => comment.body.includes('<!-- dg:reply'))
const commentId = (pull: PullRequest): number => checklist(pull)?.id ?? 0

/** `x`, a space, or undefined when there is no such line. */
function box(pull: PullRequest, text: string): string | undefined {
  const line = (checklist(pull)?.body ?? '').split('\n').find(one => one.startsWith('- [') && one.includes(text))
  return line?.slice(3, 4)
}

/** Ticked and rendered by us with the signer's name, not merely clicked. */
function signed(pull: PullRequest, text: string): boolean {
  const lines = (checklist(pull)?.body ?? '').split('\n')
  const line = lines.find(one => one.startsWith('- [x]') && one.includes(text))
  return line?.replaceAll('\u200b', '').includes('li-wei') ?? false
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} did not happen within ${timeoutMs / 1000} s`)
    await sleep(25)
  }
}

const actionLine = ({ run }: WorkflowRun, texts: Texts): string => {
  const errors = run.annotations.filter(annotation => annotation.level === 'error').slice(0, 6)
  return [texts.action(run.exitCode, run.milliseconds), ...errors.map(error => `  error: ${error.message}`)].join('\n')
}

function checkLine(pull: PullRequest, texts: Texts): string {
  const check = gateCheck(pull)
  return texts.check(check?.conclusion ?? '', check?.output.title ?? '')
}

/** Our Markdown as a terminal can show it: no links, escapes or folded details. */
export function excerpt(markdown: string): string {
  return markdown
    .replace(/<details>[\s\S]*?<\/details>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '')
    .replace(/[\u200b`*]/g, '')
    .split('\n')
    .filter(line => !/^\|[\s:|-]+\|$/.test(line))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

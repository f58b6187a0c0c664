import type { Locale } from '../../src/locales/index.ts'

/** What the demo says, in both languages. */
const en = {
  title: 'Delivery Gates: one pull request from red to signed, on a local GitHub stand-in',
  starting: 'Starting the GitHub stand-in, the App and its database on loopback …',
  ready: 'Ready',
  baseline: 'A commit on main: the workflow runs the tests and the Action records their coverage as the baseline.',
  gears: 'A second repository, acme/gears, has a pull request waiting for its implementer too.',
  opened: '@chen opens a pull request: new code without tests, a changed deployment file, no documentation.',
  action: (exit: number, ms: number) =>
    `The Action (dist/index.js) ends with exit code ${exit} after ${(ms / 1000).toFixed(1)} s`,
  comment: 'The App comments:',
  check: (conclusion: string, title: string) => `check delivery-gates: ${conclusion} · ${title}`,
  requested: (login: string) => `@${login}, implementer, has been asked for a review automatically.`,
  selfTick: '@chen ticks "Rollback rehearsed" in the comment, although only an implementer may.',
  undone: 'The box is empty again, and the App replied once:',
  fixed: '@chen pushes tests for the new code and a section in the deployment guide.',
  tick: '@li-wei ticks "Rollback rehearsed".',
  command: '@li-wei comments /sign-off guide.',
  recorded: (item: string, sha: string, via: string) => `Recorded in the ledger: ${item} at ${sha} (${via})`,
  approve: '@li-wei approves.',
  pushed: '@chen pushes another change to deploy/values.yaml: what li-wei signed is no longer what would be deployed.',
  stale: 'The signature on the deployment files is stale, the one on the guide still holds:',
  again: '@li-wei looks at the change, ticks again and approves the new head.',
  green: 'All gates passed and everything is signed.',
  calls: (reads: number, writes: number) =>
    `GitHub API: ${reads} reads and ${writes} writes by the App over the whole story.`,
  violations: "Nothing that was sent broke GitHub's published schemas.",
  links: 'Look at it',
  pull: 'the pull request (tick boxes, comment, approve, push: the App and the Action answer)',
  page: 'what waits, for whom, since when, and the sign-offs',
  log: 'webhook deliveries and API calls',
  stays: 'Everything stays up until you press Ctrl+C.',
  took: (seconds: number) => `Done in ${seconds.toFixed(1)} s.`,
  failed: 'The demo stopped:',
}

export type Texts = typeof en

const zhCN: Texts = {
  title: 'Delivery Gates：在本地 GitHub 替身上，一个拉取请求从红到全部签核',
  starting: '正在本机回环地址上启动 GitHub 替身、应用及其数据库 …',
  ready: '就绪',
  baseline: 'main 上的一次提交：工作流运行测试，Action 把覆盖率记录为基线。',
  gears: '第二个仓库 acme/gears 也有一个拉取请求在等待实施人员。',
  opened: '@chen 打开一个拉取请求：新代码没有测试，改动了部署文件，没有更新文档。',
  action: (exit, ms) => `Action（dist/index.js）耗时 ${(ms / 1000).toFixed(1)} 秒，退出码 ${exit}`,
  comment: '应用发表评论：',
  check: (conclusion, title) => `检查 delivery-gates：${conclusion} · ${title}`,
  requested: login => `已自动请求实施人员 @${login} 评审。`,
  selfTick: '@chen 在评论中勾选“已演练回滚”，但只有实施人员可以勾选。',
  undone: '复选框已恢复为空，应用回复了一次：',
  fixed: '@chen 推送新代码的测试，并补充部署指南。',
  tick: '@li-wei 勾选“已演练回滚”。',
  command: '@li-wei 评论 /sign-off guide。',
  recorded: (item, sha, via) => `已记入台账：${item}，提交 ${sha}（${via}）`,
  approve: '@li-wei 批准。',
  pushed: '@chen 再次改动 deploy/values.yaml：li-wei 签核的内容已不是将要部署的内容。',
  stale: '对部署文件的签核已失效，对指南的签核仍然有效：',
  again: '@li-wei 查看改动后重新勾选，并批准新的头部提交。',
  green: '所有门禁通过，全部检查项已签核。',
  calls: (reads, writes) => `GitHub API：整个过程中应用共读取 ${reads} 次、写入 ${writes} 次。`,
  violations: '所有发送的内容都符合 GitHub 公布的模式。',
  links: '查看',
  pull: '拉取请求（可勾选、评论、批准、推送：应用和 Action 会响应）',
  page: '什么在等待、等谁、等了多久，以及签核记录',
  log: 'Webhook 投递与 API 调用',
  stays: '按 Ctrl+C 之前一切保持运行。',
  took: seconds => `用时 ${seconds.toFixed(1)} 秒。`,
  failed: '演示中止：',
}

export const textsOf = (locale: Locale): Texts => (locale === 'zh-CN' ? zhCN : en)

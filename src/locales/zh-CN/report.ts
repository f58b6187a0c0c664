import type { NotCarried } from '../../checklist/carry.ts'
import type { DelegationEnd } from '../../checklist/judge.ts'
import type { MeaningPart } from '../../checklist/meaning.ts'
import type { Actor } from '../../report.ts'
import { type Duration, type report as en, instant } from '../en/report.ts'
import type { Formatter, Translation } from '../message.ts'
import { textIn } from '../texts.ts'

const subjects: Readonly<Record<string, string>> = {
  changedFiles: '变更文件',
  'changed files': '变更文件',
  'changed files (head moved)': '变更文件（读取期间头部提交已变化）',
  commits: '提交',
  reviews: '评审',
  'commits / reviews': '提交和评审',
  reviewRequests: '评审请求',
  'review requests': '评审请求',
  'role members': '角色成员',
  coverage: '覆盖率',
  coverageBaseline: '基准分支的覆盖率',
  signOffs: '签核记录',
}
const subject = (name: string, f: Formatter): string =>
  Object.hasOwn(subjects, name) ? (subjects[name] ?? '') : ` ${f.text(name)} `

const progress = (p: { done: number; total: number }, f: Formatter): string =>
  `共 ${f.number(p.total)} 项，已完成 ${f.number(p.done)} 项`

const units = { minutes: '分钟', hours: '小时', days: '天' } as const
export const duration = (span: Duration, f: Formatter): string =>
  span.unit === 'moment' ? '不到 1 分钟' : `${f.number(span.count)} ${units[span.unit]}`

function actor(who: Actor, f: Formatter): string {
  switch (who.kind) {
    case 'author':
      return `${f.person(who.login)}（作者）`
    case 'user':
      return `${f.person(who.login)}${who.role === undefined ? '' : `（${f.text(who.role)}）`}`
    case 'team':
      return `${f.person(who.slug)}${who.role === undefined ? '' : `（${f.text(who.role)}）`}`
    case 'role':
      return `角色 ${f.code(who.role)}`
    case 'ci':
      return 'CI'
  }
}
export const actors = (who: readonly Actor[], f: Formatter): string => f.list(who.map(one => actor(one, f)))
const codes = (ids: readonly string[], f: Formatter): string => f.list(ids.map(f.code))

const notCarried: Readonly<Record<NotCarried, string>> = {
  fork: '头部分支位于复刻仓库中',
  policy: '此后策略已更改',
  unrecorded: '签核时策略尚未要求沿用，或当时的变更列表不完整',
  incomplete: '无法读取此拉取请求的全部变更',
  patch: '此拉取请求的变更已不再逐字节相同',
  merge: '新进入的不只是对基准分支的无冲突合并',
}

const openPoints = ({ points = [] }: { readonly points?: readonly string[] }, f: Formatter): string =>
  points.length === 0 ? '' : `；签核时附带未决事项 ${f.list(points.map(f.code), 20)}`

const meaningParts: Readonly<Record<MeaningPart, string>> = {
  text: '文字',
  role: '签核角色',
  covers: '涵盖的文件',
  allow_self: '“参与者可否签核”的规定',
}

const delegationEnds: Readonly<Record<DelegationEnd, string>> = {
  revoked: '委托已被撤回',
  expired: '委托已到期',
  policy: '策略不允许代他人签核此项',
  left: '委托人现在不在该角色中',
  contributor: '委托人后来参与了此拉取请求的编写，须由他人签核',
}

export const report: Translation<typeof en> = {
  'report.unknown.next': () => '请重新检查；若原因仍在，需由管理员排除。',
  'report.crashed': (p, f) =>
    `门禁 ${f.code(p.gate)} 因内部错误（${f.text(p.detail)}）中止。这是 Delivery Gates 的缺陷，与此拉取请求无关。`,

  'checklist.done': (p, f) => `${progress(p, f)}${openPoints(p, f)}。`,
  'checklist.open': (p, f) => `${progress(p, f)}，还剩 ${f.number(p.total - p.done)} 项${openPoints(p, f)}。`,
  'checklist.noLedger': (p, f) =>
    `${progress(p, f)}。目前无人可以签核：此仓库未安装用于记录签核的 Delivery Gates App。`,

  'item.stale.head': (p, f) =>
    `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；此项涵盖所有文件`,
  'item.stale.files': (p, f) => {
    const { files = [] } = p
    const named = files.length === 0 ? '' : `${p.count > files.length ? '，其中有 ' : '：'}${f.list(files.map(f.code))}`
    return `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；所涵盖的文件中有 ${f.number(p.count)} 个已变更${named}`
  },
  'item.stale.base': (p, f) =>
    `${f.person(p.by)} 签核时的基准分支为 ${f.code(p.from)}；现在的基准分支为 ${f.code(p.to)}`,
  'item.stale.text': (p, f) => {
    const { changed = [], was = null } = p
    const said = was === null ? '' : `，当时该项写的是“${f.text(textIn(was, 'zh-CN'))}”`
    const what = changed.length === 0 ? '内容' : f.list(changed.map(part => meaningParts[part]))
    return `${f.person(p.by)} 签核于 ${f.sha(p.signed)}${said}；此后策略更改了该项的${what}`
  },
  'item.stale.incomplete': (p, f) =>
    `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；变更文件列表不完整，或未说明其中哪些是可执行文件或链接，签核无法沿用`,
  'item.stale.push': (p, f) =>
    `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；按照策略，任何推送都会使此项的签核失效`,
  'item.stale.carry': (p, f) =>
    `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；签核未沿用，因为${notCarried[p.why]}`,
  'item.stale.conditional': (p, f) =>
    `${f.person(p.by)} 签核于 ${f.sha(p.signed)}，但留有未决事项（${f.list(p.points.map(f.code), 20)}）；策略要求不留未决事项`,
  'item.stale.delegation': (p, f) => `${f.person(p.by)} 曾代 ${f.person(p.from)} 签核，但${delegationEnds[p.why]}`,
  'item.stale.membership': (p, f) => `由 ${f.person(p.by)} 签核，但此人现在不是 ${f.code(p.role)} 的成员`,
  'item.stale.contributor': (p, f) => `由 ${f.person(p.by)} 签核，但此人后来参与了此拉取请求的编写，须由他人签核`,
  'item.stale.unattributed': (p, f) =>
    `由 ${f.person(p.by)} 签核，但提交 ${f.sha(p.sha)} 的作者“${f.text(p.name)}”所用邮箱不属于任何 GitHub 账号，无法证明任何人与其无关；请将该邮箱添加到某个账号，或改写该提交的作者`,
  'item.evidence.holds': (p, f) => `证据：门禁 ${f.code(p.gate)} 已通过`,
  'item.evidence.missing': (p, f) => `证据：门禁 ${f.code(p.gate)} 尚未通过`,

  'unknown.api': (p, f) => `GitHub 没有给出${subject(p.what, f)}：${f.text(p.detail)}。`,
  'unknown.permission': (p, f) =>
    p.what === p.permission
      ? `令牌无权读取${subject(p.what, f)}，请授予该权限。`
      : `令牌无权读取${subject(p.what, f)}，请授予 ${f.code(p.permission)}。`,
  'unknown.incomplete': (p, f) =>
    `GitHub 只列出了${subject(p.what, f)}的 ${f.number(p.expected)} 个条目中的 ${f.number(p.got)} 个；不完整的列表不能作为判定依据。`,
  'unknown.malformed': (p, f) => `关于${subject(p.what, f)}的应答无法理解。`,
  'unknown.notFetched': (p, f) => `没有向 GitHub 查询${subject(p.what, f)}。`,
  'unknown.noUser': (p, f) => `GitHub 上没有用户 ${f.code(p.login)}。`,
  'unknown.team': (p, f) => `团队 ${f.code(p.team)} 不存在，或令牌无权查看（组织权限“Members: read”）。`,

  'notice.policyChanged': (p, f) =>
    `此拉取请求修改了 ${f.code(p.path)}。判定依据的是基准分支上的策略；修改在合并后生效。`,
  'notice.policyAbsent': () => '基准分支上没有策略；采用内置默认值，不阻止合并。',

  'report.verdict.passed': () => '已通过',
  'report.verdict.waiting': (p, f) =>
    p.waitingFor.length === 0
      ? '等待中'
      : `等待：${actors(p.waitingFor, f)}${p.since === null ? '' : `，自 ${instant(p.since)} 起`}`,
  'report.verdict.failed': (p, f) => (p.what.length === 0 ? '未通过' : `未通过：${codes(p.what, f)}`),
  'report.verdict.unknown': (p, f) =>
    p.what.length === 0 ? '无法判定，因此不算通过' : `无法判定，因此不算通过：${codes(p.what, f)}`,
  'report.headline.unknown': (p, f) => `无法判定：${codes(p.what, f)}`,
  'report.headline.next': (p, f) =>
    `下一步：${actors(p.waitingFor, f)}${p.since === null ? '' : `，自 ${instant(p.since)} 起`}`,
  'report.headline.notBlocking': (p, f) => {
    const parts = [
      p.failed > 0 ? `${f.number(p.failed)} 项未通过` : '',
      p.unknown > 0 ? `${f.number(p.unknown)} 项无法判定` : '',
      p.waiting > 0 ? `${f.number(p.waiting)} 项等待中` : '',
    ]
    return `不阻止合并：${f.list(parts.filter(part => part !== ''))}`
  },
  'report.headline.draft': () => '草稿',

  'report.state.passed': () => '通过',
  'report.state.failed': () => '未通过',
  'report.state.waiting': () => '等待中',
  'report.state.waived': () => '已豁免',
  'report.state.skipped': () => '已跳过',
  'report.state.unknown': () => '无法判定',
  'report.notBlocking': () => '不阻止合并',

  'report.column.gate': () => '门禁',
  'report.column.state': () => '状态',
  'report.column.why': () => '原因',
  'report.column.next': () => '下一步',
  'report.findings': (p, f) => `${f.code(p.gate)}：${f.number(p.count)} 处`,
  'report.line': (p, f) => `第 ${f.text(p.lines)} 行`,
  'report.more': (p, f) => `另有 ${f.number(p.count)} 项`,
  'report.shortened': () => '已按 GitHub 的长度限制缩短。',
  'report.link.report': () => '完整报告',
  'report.link.run': () => '工作流运行',

  'report.checklist': (p, f) => `清单 ${f.code(p.id)}：共 ${f.number(p.total)} 项，已完成 ${f.number(p.done)} 项`,
  'report.checklist.row': (p, f) => `清单 ${f.code(p.id)}`,
  'report.checklist.next': (p, f) => `在下方签核：${actors(p.waitingFor, f)}`,
  'report.item.signed': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.at)}，${instant(p.on)}`,
  'report.item.signedFor': (p, f) => `${f.person(p.by)} 代 ${f.person(p.from)} 签核于 ${f.sha(p.at)}，${instant(p.on)}`,
  'report.item.delegated': (p, f) => `${f.person(p.to)} 可代 ${f.person(p.from)} 签核，截至 ${f.code(p.until)}`,
  'report.item.environment': (p, f) => `环境 ${f.code(p.name)}`,
  'report.item.conditions': (p, f) => `已接受，留有未决事项 ${f.list(p.points.map(f.code), 20)}`,
  'report.item.needs': (p, f) =>
    p.count === 1
      ? `待 ${f.code(p.role)} 签核`
      : `已签核 ${f.number(p.count - p.missing)} 人，共需 ${f.number(p.count)} 人，待 ${f.code(p.role)} 签核`,
  'report.item.stale': () => '已失效',
  'report.item.unknown': () => '无法判定',
  'report.sign.how': (p, f) =>
    `签核方式：勾选方框，或评论 ${f.code(p.command)}；策略允许时，批准评审也算签核。有证据的项目会自动勾选。`,
  'report.sign.nobody': () => '在此勾选不会留下记录：没有 Delivery Gates App 为此仓库保存签核。',

  'report.notices': () => '提示',
  'report.footer.head': (p, f) => `头部提交 ${f.sha(p.sha)}`,
  'report.footer.policy': (p, f) =>
    p.sha === '' ? `策略 ${f.code(p.path)}` : `策略 ${f.code(p.path)}，取自 ${f.sha(p.sha)}`,
  'report.footer.defaults': () => '基准分支上没有策略，采用内置默认值',
  'report.footer.unusable': () => '基准分支上的策略无法使用',
  'report.next': () => '下一步',

  'report.action.sign': (p, f) => `签核 ${f.text(p.item)}`,
  'report.action.recheck': () => '重新检查',
  'report.action.recheck.description': () => '重新评估此拉取请求',
}

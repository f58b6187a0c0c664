import type { review as en } from '../en/review.ts'
import type { Formatter, Translation } from '../message.ts'

type Params<C extends keyof typeof en> = Parameters<(typeof en)[C]>[0]
type Tally = Params<'review.passed'>['rules'][number]
type Open = Params<'review.rule.waiting'>
type Impossible = Params<'review.rule.failed'>
type Step = Params<'review.waiting.next'>['steps'][number]

const people = (logins: readonly string[], f: Formatter): string => f.list(logins.map(f.person))

const tally = (p: Tally, f: Formatter): string =>
  `${f.code(p.role)} ${p.need === 'approved' ? '批准' : '评审邀请'} ${f.number(p.have)}/${f.number(p.count)}`

function open(p: Open, f: Formatter): string {
  if (p.blockedBy.length > 0) return `${tally(p, f)}（${people(p.blockedBy, f)} 要求修改）`
  return p.isDraft ? `${tally(p, f)}（草稿：尚未邀请任何人）` : tally(p, f)
}

function impossible(p: Impossible, f: Formatter): string {
  const left = p.excluded.length === 0 ? '' : `；${people(p.excluded, f)} 不能计入`
  if (p.eligible === 0 && p.excluded.length === 0) return `角色 ${f.code(p.role)} 没有成员`
  return `角色 ${f.code(p.role)} 中可计入的有 ${f.number(p.eligible)} 人，要求 ${f.number(p.count)} 人${left}`
}

function step(p: Step, f: Formatter): string {
  switch (p.step) {
    case 'ready':
      return '请将该拉取请求标记为可评审。'
    case 'resolve':
      return `请与 ${people(p.people, f)} 处理完所要求的修改：由同一人批准，或驳回（dismiss）该评审，即可解除阻塞。`
    case 'again':
      return `${people(p.people, f)} 批准的是旧的提交，请其批准 ${f.sha(p.headSha)}。`
    case 'await':
      return `已邀请 ${people(p.people, f)} 评审。`
    case 'ask': {
      const who = [...p.people, ...p.teams].map(f.person)
      if (who.length === 0) return `请邀请角色 ${f.code(p.role)} 中的 ${f.number(p.count)} 人评审。`
      return `请邀请 ${f.either(who)} 评审（角色 ${f.code(p.role)}，还需 ${f.number(p.count)} 人）。`
    }
    default:
      return p satisfies never
  }
}

export const review: Translation<typeof en> = {
  'review.absent': () => '缺少该拉取请求的评审、评审邀请、提交或文件信息。',
  'review.absent.next': () => '请重新运行检查；如果仍然如此，请确认令牌可以读取该拉取请求。',
  'review.idle': (p, f) => `没有适用的规则：变更的文件不需要评审（已检查 ${f.number(p.rules)} 条规则）。`,
  'review.passed': (p, f) => `${f.list(p.rules.map(rule => tally(rule, f)))}。`,
  'review.waiting': (p, f) => `${f.list(p.rules.map(rule => open(rule, f)))}。`,
  'review.waiting.next': (p, f) => p.steps.map(each => step(each, f)).join(''),
  'review.failed': (p, f) => `没有人能够完成评审：${p.rules.map(rule => impossible(rule, f)).join('。')}。`,
  'review.failed.next': (p, f) =>
    `请在策略中加入既没有创建也没有参与该拉取请求的人：${f.list(p.roles.map(each => `角色 ${f.code(each.role)} 增加 ${f.number(each.missing)} 人`))}。`,
  'review.role.missing': (p, f) => `没有读到角色 ${f.code(p.role)} 的成员。`,
  'review.role.missing.next': (p, f) => `请在策略中定义角色 ${f.code(p.role)}，或重新运行检查。`,
  'review.unattributed': (p, f) =>
    `提交 ${f.sha(p.sha)} 署名 ${f.list(p.names.map(f.text))}，GitHub 找不到对应的账户，因此无法证明 ${f.code(p.role)} 的批准是独立的。`,
  'review.unattributed.next': (p, f) =>
    `请由提交 ${f.sha(p.sha)} 的作者把其邮箱地址加到自己的 GitHub 账户，或用 GitHub 认识的地址重写该提交。`,
  'review.unresolved': (p, f) =>
    `当前令牌无法读取角色 ${f.code(p.role)} 中的 ${f.list(p.entries.map(f.code))}，因此不知道谁可以计入。`,
  'review.unresolved.next': (p, f) =>
    `请安装 App（组织权限 Members: read），或在策略中按登录名列出角色 ${f.code(p.role)} 的成员。`,
  'review.unresolved.part': (p, f) =>
    `当前令牌无法读取角色 ${f.code(p.role)} 中的 ${f.list(p.entries.map(f.code))}：只计入其他成员。`,
  'review.rule.idle': (p, f) => `变更的文件不需要 ${f.code(p.role)} 的${p.need === 'approved' ? '批准' : '评审邀请'}。`,
  'review.rule.passed': (p, f) => `${tally(p, f)}：${people(p.by, f)}。`,
  'review.rule.waiting': (p, f) => `${open(p, f)}。`,
  'review.rule.failed': (p, f) => `${tally(p, f)}：${impossible(p, f)}。`,
  'review.stale': (p, f) =>
    p.sha === null
      ? `${f.person(p.login)} 批准的旧提交已不存在；当前提交是 ${f.sha(p.headSha)}。`
      : `${f.person(p.login)} 批准的是旧提交 ${f.sha(p.sha)}；当前提交是 ${f.sha(p.headSha)}。`,
}

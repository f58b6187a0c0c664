import type { checks as en } from '../en/checks.ts'
import type { Formatter, Translation } from '../message.ts'

type Params<C extends keyof typeof en> = Parameters<(typeof en)[C]>[0]

const states: Readonly<Record<Params<'checks.check'>['state'], string>> = {
  passed: '已通过',
  failed: '未通过',
  pending: '仍在运行',
  skipped: '被跳过，不算通过',
  neutral: '以中立状态结束，不算通过',
  cancelled: '已被取消',
  action_required: '在等人处理',
  stale: '已过期：GitHub 不再等待它',
}

const standings: Readonly<Record<Params<'checks.state'>['standing'], string>> = {
  passed: '通过',
  missing: '未上报',
  pending: '进行中',
  unknown: '来源不明',
  skipped: '已跳过',
  failed: '未通过',
}

const check = (p: { readonly kind: 'check' | 'status' }): string => (p.kind === 'check' ? '检查' : '提交状态')

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : `另有 ${f.number(count)} 项已豁免。`)

export const checks: Translation<typeof en> = {
  'checks.option.source': () => 'app（检查）与 status（提交状态）只能写一个：一个名称只有一个来源。',
  'checks.option.min': (p, f) =>
    `${f.code(p.name)} 只指一项检查，不可能有 ${f.number(p.min)} 项；请在名称不同之处写 ${f.code('*')}。`,
  'checks.option.workflow': () => '提交状态不属于任何工作流，请去掉 status 或 workflow。',
  'checks.unread': () => '缺少该提交的检查结果或变更文件列表。',
  'checks.idle': (p, f) => `没有变更文件要求检查（已看过 ${f.number(p.required)} 条规则）。`,
  'checks.passed': (p, f) =>
    p.total === 0
      ? `没有剩下任何要求。${waived(p.waived, f)}`
      : `要求的 ${f.number(p.total)} 项检查已全部通过。${waived(p.waived, f)}`,
  'checks.failed': (p, f) =>
    `要求的 ${f.number(p.total)} 项检查中有 ${f.number(p.failed.length)} 项没有通过：${f.list(p.failed.map(f.code))}。${waived(p.waived, f)}`,
  'checks.failed.next': (p, f) => `请解决 ${f.list(p.failed.map(f.code))} 报告的问题，或重新运行。`,
  'checks.nameless': (p, f) => `GitHub 没有说明 ${f.code(p.name)} 由谁上报，无法判断是否算数。`,
  'checks.nameless.next': (p, f) => `请重新运行 ${f.code(p.name)}。`,
  'checks.waiting': (p, f) =>
    `要求的 ${f.number(p.total)} 项检查已通过 ${f.number(p.passed)} 项，还在等：${f.list(p.open.map(f.code))}。${waived(p.waived, f)}`,
  'checks.waiting.next': (p, f) => {
    const [first] = p.missing
    if (first === undefined) return '无需操作：CI 正在运行。'
    if (first.near === null)
      return `请等待 CI。如果 ${f.code(first.name)} 一直没有出现，请确认其工作流会为该拉取请求运行。`
    return `请等待 CI。如果 ${f.code(first.name)} 一直没有出现：现有一项名为 ${f.code(first.near)} 的检查，要的是不是它？`
  },
  'checks.check': (p, f) =>
    p.standing === 'unknown'
      ? `${check(p)} ${f.code(p.name)}：GitHub 没有说明由谁上报；只有来自 ${f.code(p.source)} 的才算数。`
      : `${check(p)} ${f.code(p.name)}（${f.code(p.source)}）${states[p.state]}。`,
  'checks.check.missing': (p, f) => {
    const what =
      p.lacks === null
        ? `${f.code(p.source)} 尚未上报${check(p)} ${f.code(p.name)}`
        : `${f.code(p.source)} 还需上报 ${f.number(p.lacks)} 项 ${f.code(p.name)}`
    return p.near === null ? `${what}。` : `${what}；最接近的名称是 ${f.code(p.near)}。`
  },
  'checks.foreign': (p, f) => {
    const of = p.workflow === null ? '' : `（工作流 ${f.text(p.workflow)}）`
    const from = p.from === null ? '未知来源' : ` ${f.code(p.from)}`
    return `来自${from}${of === '' && p.from !== null ? ' ' : of}的${check(p)} ${f.code(p.name)} 不算数：策略要求来自 ${f.code(p.source)}。`
  },
  'checks.state': p => standings[p.standing],
  'checks.column.check': () => '检查',
  'checks.column.source': () => '来源',
  'checks.column.state': () => '状态',
}

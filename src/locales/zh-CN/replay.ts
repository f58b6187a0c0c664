import type { replay as en } from '../en/replay.ts'
import type { Translation } from '../message.ts'

const verdicts = { passed: '通过', waiting: '等待', failed: '未通过', unknown: '未知' } as const
const states: Readonly<Record<string, string>> = {
  ...verdicts,
  skipped: '跳过',
  waived: '已豁免',
  off: '关闭',
}
const state = (name: string): string => states[name] ?? ''

export const replay: Translation<typeof en> = {
  'policyChange.title': (p, f) => `该拉取请求修改了策略 ${f.code(p.path)}`,
  'policyChange.weaker': () => '变宽松：',
  'policyChange.stronger': () => '变严格：',
  'policyChange.other': () => '变更：',
  'replay.sum': (p, f) =>
    p.judged + p.skipped === 0
      ? '回放：没有可供试验的已合并拉取请求。'
      : `在 ${f.number(p.judged)} 个已合并的拉取请求上回放：${
          p.changed === 0 ? '没有结论改变' : `${f.number(p.changed)} 个结论改变`
        }。${p.skipped === 0 ? '' : `另有 ${f.number(p.skipped)} 个无法重新评判。`}`,
  'replay.changed': (p, f) =>
    `${f.code(`#${p.number}`)} ${f.text(p.title)}：${verdicts[p.before]} → ${verdicts[p.after]}（${f.list(p.gates.map(one => `${f.code(one.gate)} ${state(one.before)} → ${state(one.after)}`))}）`,

  'cli.replay.summary': () => '用新旧两份策略评判已合并的拉取请求',
  'cli.replay.about': () =>
    '向 GitHub 查询最近合并的拉取请求，分别按旧策略和新策略评判，并显示哪些结论会改变。\n两边都不考虑签核。令牌取自 GITHUB_TOKEN 或 GH_TOKEN，只用于读取。',
  'cli.replay.option.branch': () => '合并到的分支；省略时为 main',
  'cli.replay.option.last': () => '数量；省略时为 20',
  'cli.replay.option.before': () => '旧策略；省略时为 HEAD 的策略',
  'cli.replay.option.policy': () => '新策略；省略时为工作区的策略',
  'cli.replay.last': (p, f) => `${f.code(`--last ${p.got}`)} 不是 1 到 ${f.number(p.most)} 之间的整数`,
  'cli.option.repo': () => 'GitHub 上的仓库；省略时取 GITHUB_REPOSITORY',
  'cli.noRepo': (p, f) =>
    p.got === ''
      ? `缺少 ${f.code('--repo OWNER/NAME')}：要向 GitHub 查询的仓库`
      : `${f.code(`--repo ${p.got}`)} 不是仓库名：应为 ${f.code('OWNER/NAME')}`,
  'cli.noToken': (p, f) =>
    `没有令牌：该命令需要访问 GitHub；请把 ${f.either(p.names.map(f.code))} 设为可以读取该仓库的令牌`,
  'cli.pr': (p, f) => `${f.code(p.got)} 不是拉取请求的编号`,
}

import type { cliCheck as en } from '../en/cli-check.ts'
import type { Translation } from '../message.ts'

export const cliCheck: Translation<typeof en> = {
  'cli.check.summary': () => '评判一段提交，或一个文件中的事实',
  'cli.check.about': () =>
    '按照基准提交的策略，依据 git 和工作区中的报告评判从 --base 到 --head 的提交。\n只有 GitHub 知道的内容（评审、检查、签核等）不在此评判，最后一行会说明。\n使用 --facts 时：对文件中的事实给出完整结论，与 Action 和 App 逐字节相同。',
  'cli.check.option.base': () => '范围的起点，例如 origin/main；按它的策略评判',
  'cli.check.option.head': () => '范围的终点；省略时为 HEAD，工作区中的报告即针对它',
  'cli.check.option.facts': () => '关于一个拉取请求的事实（JSON）',
  'cli.check.option.policy': () => '用这份策略代替基准提交的策略',
  'cli.check.elsewhere': (p, f) => `以下内容只有 GitHub 知道，未在此评判：${f.list(p.elsewhere.map(f.code), 30)}。`,
  'cli.facts.shape': (p, f) => `这不是关于拉取请求的事实：${f.text(p.detail)}`,
  'cli.facts.json': (p, f) => `不是 JSON：${f.text(p.detail)}`,
  'unknown.onlyGitHub': () => '只有 GitHub 知道，这里没有询问它。',
}

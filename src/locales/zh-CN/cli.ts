import type { cli as en } from '../en/cli.ts'
import type { ReportFault } from '../en/report-faults.ts'
import type { Formatter, Translation } from '../message.ts'
import { reportFaults } from './report-faults.ts'

const fault = (said: ReportFault, f: Formatter): string =>
  (reportFaults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

const meant = (near: string | null, f: Formatter): string => (near === null ? '' : `（是否为 ${f.code(near)}？）`)

export const cli: Translation<typeof en> = {
  'cli.about': () =>
    '在您的机器上运行 Delivery Gates：与 Action 和 App 相同的代码。\n只有 replay、doctor、explain --pr 和 app register 会访问 GitHub。',
  'cli.usage': () => '用法：',
  'cli.commands': () => '命令：',
  'cli.options': () => '选项：',
  'cli.exitCodes': () => '退出码：0 正常，1 门禁未通过，2 用法错误或输入损坏（标准错误输出中有一行说明）。',
  'cli.option.help': () => '显示此说明并结束',
  'cli.option.version': () => '显示版本并结束',
  'cli.option.json': () => '输出一行 JSON 而不是文本',
  'cli.option.locale': () => '语言；省略时使用策略的语言，否则为英语',

  'cli.command.missing': (p, f) =>
    `缺少命令：${f.either(p.known.map(f.code), 20)}；${f.code('delivery-gates --help')} 有说明`,
  'cli.command.unknown': (p, f) =>
    `没有命令 ${f.code(p.name)}${meant(p.near, f)}；${f.code('delivery-gates --help')} 列出全部命令`,
  'cli.option.unknown': (p, f) =>
    `没有选项 ${f.code(p.option)}${meant(p.near, f)}；${f.code('--help')} 列出全部选项，同名文件之前请写 ${f.code('--')}`,
  'cli.option.value': (p, f) => `${f.code(p.option)} 需要一个值：${f.code(`${p.option} ${p.value}`)}`,
  'cli.option.noValue': (p, f) => `${f.code(p.option)} 不接受值`,
  'cli.option.choice': (p, f) =>
    `${f.code(p.option)} 的值是 ${f.code(p.value)}；只接受 ${f.either(p.accepted.map(f.code), 50)}`,
  'cli.crashed': (p, f) => `Delivery Gates 内部错误：${f.text(p.detail)}；没有判定任何内容，因此没有任何内容通过`,

  'cli.coverage.summary': () => '读取覆盖率报告；判定此提交的覆盖率',
  'cli.coverage.about': () =>
    '读取任何已知格式的覆盖率报告（由内容识别），输出全部报告合并后的总数。\n在 git 检出中使用 --base 时：显示哪些变更行被覆盖，以及覆盖率门禁按该基准的策略对 HEAD 的判定。\n省略 FILE 时由策略指定报告；同时省略 --base 时只判定项目。',
  'cli.coverage.option.base': () => '判定 HEAD 相对 REF 的变更，例如 origin/main',
  'cli.coverage.option.format': () => '每个 FILE 的格式，不由内容识别',
  'cli.coverage.noFile': (_, f) =>
    `没有 FILE，且此目录不在任何 git 检出中，没有策略可以指定报告；用法见 ${f.code('delivery-gates coverage --help')}`,
  'cli.coverage.noCheckout': (_, f) => `${f.code('--base')} 用于比较提交，而此目录不在任何 git 检出中`,
  'cli.unreadable': (p, f) => `无法读取（${f.text(p.code)}）`,
  'cli.option.shared': () => '存放被继承策略的文件夹，其下为 OWNER/REPOSITORY',
  'cli.positional': (p, f) => `${f.code(p.got)}：该命令不接受文件`,
  'cli.noBase': (_, f) => `缺少 ${f.code('--base REF')}：要与之比较的提交，例如 ${f.code('--base origin/main')}`,
  'cli.noCheckout': () => '当前文件夹不在任何 git 检出中，没有可读取的内容',
  'cli.noCommit': (p, f) =>
    `${f.code(`--${p.option} ${p.ref}`)}：此克隆中没有该提交；可尝试 ${f.code('git fetch')} 取得它`,
  'cli.coverage.formatWithoutFile': (_, f) => `${f.code('--format')} 说明每个 FILE 的格式，而这里没有 FILE`,
  'cli.coverage.notFound': () => '没有此文件（RPT-NOTFOUND）',
  'cli.coverage.missing': (p, f) =>
    `没有此文件，而策略把它列为报告 ${f.code(p.name)}（RPT-NOTFOUND）；${
      p.near.length === 0 ? '请先运行带覆盖率的测试' : `最接近的是 ${f.list(p.near.map(f.code))}`
    }`,
  'cli.coverage.nothingFound': (p, f) =>
    `没有 FILE，常见位置也没有报告：${f.list(p.places.map(f.code))}（RPT-NOTFOUND）`,
  'cli.coverage.refused': (p, f) => `${fault(p.fault, f)}（${f.code(p.code)}）`,

  'cli.coverage.reading': () => '正在读取报告',
  'cli.coverage.column.report': () => '报告',
  'cli.coverage.column.format': () => '格式',
  'cli.coverage.column.files': () => '文件',
  'cli.coverage.column.lines': () => '行',
  'cli.coverage.column.branches': () => '分支',
  'cli.coverage.column.functions': () => '函数',
  'cli.coverage.total': () => '合计',
  'cli.coverage.patch': (p, f) =>
    p.patch.total === 0
      ? `${f.sha(p.headSha)} 相对 ${f.code(p.base)} 没有变更可执行行。`
      : `${f.sha(p.headSha)} 相对 ${f.code(p.base)} 的变更行：覆盖率 ${f.percent(p.patch)}（${f.number(p.patch.covered)}/${f.number(p.patch.total)}）。`,
  'cli.coverage.uncovered': () => '未覆盖，最严重的文件在前：',
  'cli.coverage.unreported': () => '有变更但不在任何报告中：',
  'cli.coverage.gate': (p, f) => `覆盖率门禁：${f.text(p.state)}${p.blocks ? '' : '（不阻止）'}`,
  'cli.coverage.next': () => '下一步：',
  'cli.coverage.noGate': () => '策略没有覆盖率门禁，不作判定。',
  'cli.coverage.policy': (p, f) => `策略：${f.code(p.ref)}（${f.sha(p.sha)}）的 ${f.code(p.path)}。`,
  'cli.coverage.workTree': (p, f) =>
    `策略：${p.path === null ? '工作树中没有，使用内置默认值' : `工作树中的 ${f.code(p.path)}`}。没有指定基准，因此没有内容算作变更；${f.code('--base origin/main')} 会像判定拉取请求那样判定。`,
  'cli.coverage.noBaseline': (_, f) => `${f.code('max_drop')} 与 GitHub 为基准分支保存的测量比较；这里不读取它。`,
  'cli.coverage.dirty': (p, f) =>
    `${f.list(p.files.map(f.code), 3)} 有未提交的改动：测量的是 HEAD，报告中的行号可能对不上。`,
}

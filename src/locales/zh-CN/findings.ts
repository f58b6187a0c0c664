import type { FindingDoubt, SecurityAlert, Severity } from '../../facts/facts.ts'
import type { FindingFault } from '../en/finding-faults.ts'
import type { findings as en } from '../en/findings.ts'
import type { Formatter, Translation } from '../message.ts'
import { findingFaults } from './finding-faults.ts'
import { reportFaults } from './report-faults.ts'

type Counted = Parameters<(typeof en)['findings.failed']>[0]

const names: Readonly<Record<Severity, string>> = {
  critical: '严重',
  high: '高',
  medium: '中',
  low: '低',
  none: '无',
}

const kinds: Readonly<Record<SecurityAlert['kind'], string>> = {
  'code-scanning': '代码扫描',
  dependabot: 'Dependabot',
  'secret-scanning': '密钥扫描',
}

const faults = { ...reportFaults, ...findingFaults }
const fault = (said: FindingFault, f: Formatter): string =>
  (faults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

const limitOf = (severity: Severity): string =>
  severity === 'critical' ? '严重程度为“严重”' : `严重程度不低于“${names[severity]}”`

function numberOf({ total, failOn, newOnly }: Pick<Counted, 'total' | 'failOn' | 'newOnly'>, f: Formatter): string {
  const which = newOnly === null ? '' : newOnly === 'changed_lines' ? '改动行上' : '新的'
  const what = `${which}${limitOf(failOn)}的问题`
  return total === 0 ? `没有${what}` : `${what}有 ${f.number(total)} 个`
}

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : `另有 ${f.number(count)} 个已豁免。`)

function doubted({ code, value }: FindingDoubt, f: Formatter): string {
  const given = f.code(value)
  switch (code) {
    case 'SRF-ENUM':
      return `${code}：不认识 ${given}，按严重计`
    case 'SRF-INDEX':
      return `${code}：工具没有列出规则 ${given}，按严重计`
    case 'SRF-VALUE':
      return `${code}：${given} 不是 0 到 10 的严重程度，按严重计`
    case 'SRF-PATH':
      return `${code}：${given} 不是仓库中的文件`
    case 'SRF-URI':
      return `${code}：${given} 没有指向任何目录`
    case 'SRF-REGION':
      return `${code}：不可能有第 ${given} 行`
  }
}

export const findings: Translation<typeof en> = {
  'findings.option.source': (_p, f) => `请写明检查什么：${f.code('sarif')}、${f.code('alerts')}，或两者都写。`,

  'findings.waiting.none': (p, f) => `CI 尚未给出 ${f.sha(p.headSha)} 的检查结果。`,
  'findings.waiting.head': (p, f) => `CI 检查的是 ${f.sha(p.measuredSha)}，${f.sha(p.headSha)} 的检查结果还没有出来。`,
  'findings.waiting.alerts': (p, f) => `代码扫描尚未检查 ${f.sha(p.headSha)}。`,
  'findings.waiting.scope': () => '检查结果是按另一份策略读取的，需要由 CI 重新读取。',
  'findings.waiting.next': () => '请等待负责扫描的工作流运行，或重新启动它。',

  'findings.passed': (p, f) => `${numberOf(p, f)}。${waived(p.waived, f)}`,
  'findings.failed': (p, f) => {
    const each = p.severities.map(({ severity, count }) => `${names[severity]} ${f.number(count)} 个`).join('，')
    return `${numberOf(p, f)}：${each}。${waived(p.waived, f)}`
  },
  'findings.failed.next': (_p, f) =>
    `请修复。可以接受的问题需要在策略中写一条豁免：${f.code('match: { rule, path, tool }')}、理由、负责人和最后期限。`,
  'findings.unusable': (p, f) =>
    `扫描结果不可信：其文件有 ${f.number(p.problems)} 个问题。${p.total === 0 ? '' : `已知${numberOf({ ...p, newOnly: null }, f)}。`}`,
  'findings.unusable.next': () => '请修好负责扫描的工作流，让每个工具都写出完整的文件，再运行一次。',
  'findings.defect': (p, f) => {
    const by = [...(p.rule === '' ? [] : [f.code(p.rule)]), ...(p.tool === '' ? [] : [f.text(p.tool)])].join('，')
    const said = p.said === '' ? '' : `：${f.text(p.said)}`
    const doubts = p.doubts.map(each => `（${doubted(each, f)}）`).join('')
    return `${names[p.severity]}${by === '' ? '' : `，${by}`}${said}${doubts}`
  },
  'findings.alert': (p, f) =>
    `${names[p.severity]}，${f.code(p.rule)}，${f.text(p.tool)}：${kinds[p.kind]}警报 ${f.number(p.number)} 尚未关闭`,
  'findings.more': (p, f) => `还有 ${f.number(p.count)} 个问题没有列出。`,
  'findings.noBase': () => '全部按新问题计：基准分支没有可比较的检查结果。请让 Action 在推送到基准分支时运行一次。',

  'findings.missing': (p, f) =>
    `${f.code(p.path)}：运行没有写出这样的文件。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
  'findings.old': (p, f) => `${f.code(p.path)} 早于检出的时间（SRF-STALE），工具检查的是代码的另一个状态。`,
  'findings.size': (p, f) => `${f.code(p.path)} 超过 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
  'findings.problem': (p, f) => {
    const column = p.column === null ? '' : `第 ${f.number(p.column)} 列`
    const place = p.line === null ? '' : `第 ${f.number(p.line)} 行${column}`
    return `${f.code(p.path)}${place}：${fault(p.fault, f)}（${f.code(p.code)}）。`
  },
  'findings.tooLarge': (p, f) => `检查结果放不进 ${f.number(p.limit)} 个字符的证据，请减少工具文件中的问题。`,

  'findings.column': p =>
    p.column === 'tool'
      ? '工具'
      : p.column === 'runs'
        ? '运行'
        : p.column === 'suppressed'
          ? '已在源码中接受'
          : names[p.column],
  'findings.count': (p, f) => f.number(p.count),

  'findings.alerts.refused': (p, f) =>
    `GitHub 不提供${kinds[p.kind]}的警报（HTTP ${f.number(p.status)}）：令牌需要 ${f.code(p.permission)}，仓库也要启用这项功能。`,
}

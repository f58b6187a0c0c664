import type { coverage as en } from '../en/coverage.ts'
import type { ReportFault } from '../en/report-faults.ts'
import type { Formatter, Ratio, Translation } from '../message.ts'
import { reportFaults } from './report-faults.ts'

type Judgement = Parameters<(typeof en)['coverage.passed']>[0]
type ReportPlace = Omit<Parameters<(typeof en)['coverage.problem.report']>[0], 'code' | 'fault'>

const report = (p: ReportPlace, f: Formatter): string => {
  const column = p.column === null ? '' : `第 ${f.number(p.column)} 列`
  return `报告 ${f.code(p.name)}（${f.code(p.path)}${p.line === null ? '' : ` 第 ${f.number(p.line)} 行${column}`}）`
}

const counts = (r: Ratio, f: Formatter) => `${f.number(r.covered)}/${f.number(r.total)}`
const percent = (value: number, f: Formatter) => `${f.number(value)}%`

function project(p: Judgement, f: Formatter): string {
  const base = p.baseState === 'within' && p.base ? `，基准 ${f.percent(p.base)}` : ''
  const measured = `行覆盖率 ${f.percent(p.project)}（${counts(p.project, f)}${base}）`
  if (p.projectState === 'disabled') return `${measured}；项目下限已停用。`
  return `${measured}，要求 ${percent(p.min, f)}。`
}

function base(p: Judgement, f: Formatter): string {
  switch (p.baseState) {
    case 'dropped':
      return p.base
        ? `相比基准分支的 ${f.percent(p.base)}（${counts(p.base, f)}），覆盖率下降超过允许的 ${f.number(p.maxDrop ?? 0)} 个百分点。`
        : ''
    case 'absent':
      return '没有基准分支的测量记录，只比较了绝对值。'
    case 'other-scope':
      return '基准分支测量时使用的报告或排除项不同，只比较了绝对值。'
    case 'empty':
      return '基准分支没有可执行行，只比较了绝对值。'
    default:
      return ''
  }
}

function patch(p: Judgement, f: Formatter): string {
  const measured = `变更行覆盖率 ${f.percent(p.patch)}（${counts(p.patch, f)}）`
  switch (p.patchState) {
    case 'met':
    case 'below':
      return `${measured}，要求 ${percent(p.patchMin, f)}。`
    case 'few':
      return `${measured}；不足 ${f.number(p.minLines)} 行，不作判定。`
    case 'disabled':
      return `${measured}；变更行下限已停用。`
    case 'nothing':
      return '没有变更可执行行。'
    case 'unreported':
      return `没有测量到任何变更行：${f.number(p.unreported)} 个变更的源文件不在任何报告中。`
  }
}

const judgement = (p: Judgement, f: Formatter) => [project(p, f), base(p, f), patch(p, f)].join('')

const fault = (said: ReportFault, f: Formatter): string =>
  (reportFaults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

export const coverage: Translation<typeof en> = {
  ...reportFaults,
  'coverage.passed': judgement,
  'coverage.failed': judgement,
  'coverage.failed.next': (p, f) => {
    const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)))
    return [
      p.patchMissing > 0
        ? `请至少再覆盖 ${f.number(p.patchMissing)} 行变更代码${p.places.length > 0 ? `：${places}` : ''}。`
        : '',
      p.projectMissing > 0 ? `项目至少还需覆盖 ${f.number(p.projectMissing)} 行。` : '',
      p.unreported.length > 0 ? `请让测试加载 ${f.list(p.unreported.map(f.code))}，或排除无需测试的文件。` : '',
      p.patchMissing + p.projectMissing + p.unreported.length === 0 ? '请补充测试，使下降幅度回到限度之内。' : '',
    ].join('')
  },
  'coverage.unusable': (p, f) => `无法判定覆盖率：报告存在 ${f.number(p.problems)} 个问题。`,
  'coverage.unusable.next': () => '请让工作流为此提交完整写出每个报告，然后重新运行。',
  'coverage.empty': (p, f) =>
    `${f.number(p.reports)} 个报告（${f.number(p.files)} 个文件）中没有任何可执行行。什么都没有测量不等于 100%。`,
  'coverage.empty.next': (p, f) => `请检查测试运行时是否启用了覆盖率，以及 ${f.code(p.key)} 是否排除了全部文件。`,
  'coverage.waiting.none': (p, f) => `尚未对 ${f.sha(p.headSha)} 进行任何测量。`,
  'coverage.waiting.head': (p, f) =>
    `覆盖率是对 ${f.sha(p.measuredSha)} 测量的，而当前头部提交是 ${f.sha(p.headSha)}。`,
  'coverage.waiting.base': (p, f) =>
    `变更行是相对 ${f.code(p.measuredRef)} 测量的，而现在的基准分支是 ${f.code(p.baseRef)}。`,
  'coverage.waiting.scope': () => '测量覆盖率时使用的报告或排除项与策略现在所列的不同。',
  'coverage.waiting.next': () => '此提交的 CI 运行会提供测量结果；如果它已结束却没有结果，请重新运行。',
  'coverage.patch.uncovered': (p, f) =>
    p.start === p.end
      ? `第 ${f.number(p.start)} 行有变更，但没有任何测试覆盖。`
      : `第 ${f.number(p.start)} 行至第 ${f.number(p.end)} 行有变更，但没有任何测试覆盖。`,
  'coverage.patch.unreported': (p, f) =>
    `${f.code(p.path)} 有变更，但不在任何覆盖率报告中，可能未经测试。请让测试加载它，或将其加入 ${f.code('exclude')}。`,
  'coverage.problem.report': (p, f) => `${report(p, f)}：${fault(p.fault, f)}（${f.code(p.code)}）。`,
  'coverage.problem.stale': (p, f) =>
    `报告 ${f.code(p.name)}：${f.code(p.path)} 早于本次检出（RPT-STALE），它测量的是代码的另一个状态。`,
  'coverage.problem.too-many': (p, f) =>
    `报告 ${f.code(p.name)}：${f.code(p.path)} 匹配 ${f.number(p.found)} 个文件，最多读取 ${f.number(p.limit)} 个。`,
  'coverage.problem.unknown-files': (p, f) =>
    `RPT-UNKNOWNFILE：报告 ${f.code(p.name)}（${f.code(p.path)}）的 ${f.number(p.total)} 个文件中，有 ${f.number(p.unknown)} 个不在此提交的仓库中：${f.list(p.files.map(f.code))}。请测量此提交，或将其排除。`,
  'coverage.problem.ambiguous': (p, f) =>
    `RPT-AMBIGUOUS：报告 ${f.code(p.name)}（${f.code(p.path)}）中的 ${f.code(p.file)} 可能是 ${f.either(p.candidates.map(f.code))}。请让工具输出相对于仓库的路径。`,
  'coverage.problem.traversal': (p, f) =>
    `RPT-PATH：报告 ${f.code(p.name)}（${f.code(p.path)}）提到了仓库之外的 ${f.code(p.file)}。`,
  'coverage.problem.line': (p, f) =>
    `RPT-LINE：报告中有 ${f.code(p.path)} 的第 ${f.number(p.line)} 行，而该文件只有 ${f.number(p.lines)} 行。报告来自另一份源代码。`,
  'coverage.problem.no-patch': (p, f) => `无法得知 ${f.code(p.path)} 的变更行，因此不能与报告比较。`,
  'coverage.notice.claims': (p, f) => {
    const rate = p.claimedRate === null ? '' : f.percent({ covered: Math.round(p.claimedRate * 10_000), total: 10_000 })
    const total = p.claimedTotal === null ? '' : `共 ${f.number(p.claimedTotal)} 行`
    const claim = [rate, total].filter(part => part !== '').join('，')
    return `报告 ${f.code(p.name)}（${f.code(p.path)}）的汇总声称 ${claim}；而其逐行记录为 ${f.percent(p.counted)}（${counts(p.counted, f)}）。以记录为准。`
  },
  'coverage.notice.outside': (p, f) =>
    `报告 ${f.code(p.name)}（${f.code(p.path)}）：${f.number(p.files.length)} 个文件不在仓库中，未计入：${f.list(p.files.map(f.code))}。`,
  'coverage.option.zero': (p, f) =>
    `${f.code(p.key)} 为 0 会停用此项比较；如确有此意，请写明 ${f.code('allow_zero: true')}`,
  'coverage.option.path': (p, f) => `${f.code(p.path)} 必须是仓库内的路径：相对路径、使用正斜杠、不含 ${f.code('..')}`,
  'coverage.option.report-name': (p, f) => `有两个报告都名为 ${f.code(p.name)}`,
}

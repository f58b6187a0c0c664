import type { NotCarried } from '../../facts/facts.ts'
import type { coverage as en } from '../en/coverage.ts'
import type { ReportFault } from '../en/report-faults.ts'
import type { Formatter, Ratio, Translation } from '../message.ts'
import { reportFaults } from './report-faults.ts'

type Judgement = Parameters<(typeof en)['coverage.passed']>[0]
type GroupBelow = Judgement['below'][number]
type ReportPlace = Omit<Parameters<(typeof en)['coverage.problem.report']>[0], 'code' | 'fault'>

const report = (p: ReportPlace, f: Formatter): string => {
  const column = p.column === null ? '' : `第 ${f.number(p.column)} 列`
  return `报告 ${f.code(p.name)}（${f.code(p.path)}${p.line === null ? '' : ` 第 ${f.number(p.line)} 行${column}`}）`
}

/** Of an ISO 8601 instant. */
const day = (at: string): string => /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? ''

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
    case 'removed':
      return p.base ? `覆盖率从 ${f.percent(p.base)} 下降，仅因删除了已覆盖的代码：未覆盖的行没有增加。` : ''
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

const groupKinds = { component: '组件', flag: '报告', paths: '路径组' } as const

const group = (g: Pick<GroupBelow, 'kind' | 'name'>, f: Formatter): string => `${groupKinds[g.kind]} ${f.code(g.name)}`

function groups(p: Judgement, f: Formatter): string {
  if (p.below.length === 0) return ''
  const below = p.below.map(
    g =>
      `${group(g, f)} ${g.what === 'patch' ? '的变更行 ' : ''}${f.percent(g.ratio)}（${counts(g.ratio, f)}），要求 ${percent(g.min, f)}`,
  )
  return `低于下限：${below.join('；')}。`
}

const limits = (p: Judgement, f: Formatter): string =>
  p.limits
    .map(
      ({ what, uncovered, max }) =>
        `${what === 'patch' ? '变更' : '项目'}中有 ${f.number(uncovered)} 行未覆盖，最多允许 ${f.number(max)} 行。`,
    )
    .join('')

const branches = (p: Judgement, f: Formatter): string =>
  p.branches === null
    ? ''
    : `分支覆盖率 ${f.percent(p.branches.ratio)}（${counts(p.branches.ratio, f)}），要求 ${percent(p.branches.min, f)}。`

function asides(p: Judgement, f: Formatter): string {
  const moved = p.moved === 0 ? '' : `${f.number(p.moved)} 行只是移动，不计为变更。`
  const carried = p.carried.map(
    ({ name, sha, at, lost }) =>
      `${f.code(name)} 未运行，沿用 ${f.sha(sha)}（${day(at)}）的测量结果${lost === 0 ? '' : `，其后有变更的 ${f.number(lost)} 个文件除外`}。`,
  )
  return [moved, ...carried].join('')
}

const judgement = (p: Judgement, f: Formatter) =>
  [project, base, patch, groups, limits, branches, asides].map(part => part(p, f)).join('')

/** Why an earlier measurement cannot stand in for a suite. */
function notCarried(carry: NotCarried, f: Formatter): string {
  switch (carry.state) {
    case 'absent':
      return `${f.code(carry.path)} 处没有先前的测量结果`
    case 'unreadable':
      return `${f.code(carry.path)} 不是本工具的快照`
    case 'other-suite':
      return `${f.code(carry.path)} 不含此测试套件`
    case 'too-old':
      return `${f.sha(carry.sha)}（${day(carry.at)}）的测量结果已超过 ${f.code(carry.maxAge)}`
  }
}

const fault = (said: ReportFault, f: Formatter): string =>
  (reportFaults[said.code] as (params: unknown, f: Formatter) => string)(said.params, f)

export const coverage: Translation<typeof en> = {
  ...reportFaults,
  'coverage.passed': judgement,
  'coverage.failed': judgement,
  'coverage.failed.next': (p, f) => {
    const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)))
    const uncovered = p.files.map(({ path, lines: r }) => `${f.code(path)}（${f.number(r.total - r.covered)}）`)
    const most = uncovered.length === 0 ? '' : `；未覆盖行最多的文件：${f.list(uncovered)}`
    return [
      p.patchMissing > 0
        ? `请至少再覆盖 ${f.number(p.patchMissing)} 行变更代码${p.places.length > 0 ? `：${places}` : ''}。`
        : '',
      p.projectMissing > 0 ? `项目至少还需覆盖 ${f.number(p.projectMissing)} 行${most}。` : '',
      ...p.groups.map(
        g => `${group(g, f)} ${g.what === 'patch' ? '的变更' : ''}至少还需覆盖 ${f.number(g.missing)} 行。`,
      ),
      p.unreported.length > 0 ? `请让测试加载 ${f.list(p.unreported.map(f.code))}，或排除无需测试的文件。` : '',
      p.patchMissing === 0 && p.places.length > 0 ? `请覆盖变更中的行：${places}。` : '',
      p.patchMissing + p.projectMissing + p.unreported.length + p.groups.length + p.places.length === 0
        ? `请补充测试，使其回到限度之内${most}。`
        : '',
    ].join('')
  },
  'coverage.unusable': (p, f) => `无法判定覆盖率：报告存在 ${f.number(p.problems)} 个问题。`,
  'coverage.unusable.next': () => '请让工作流为此提交完整写出每个报告，然后重新运行。',
  'coverage.incomplete': (p, f) =>
    `不完整：${f.number(p.suites)} 个测试套件中缺少 ${f.number(p.missing.length)} 个（${f.list(p.missing.map(f.code))}）。在所有套件齐备之前不作比较${p.project.total === 0 ? '' : `；目前已覆盖 ${counts(p.project, f)} 行`}。`,
  'coverage.incomplete.suite': (p, f) => {
    const found = p.found === 0 ? '没有文件' : `只有 ${f.number(p.found)}/${f.number(p.expected)} 个文件`
    const near =
      p.near.length > 0
        ? `最接近的是 ${f.list(p.near.map(f.code))}。`
        : p.found === 0
          ? '没有类似的文件；请在此步骤之前运行测试。'
          : ''
    const carry = p.carry === null ? '' : `无法沿用：${notCarried(p.carry, f)}。`
    return `报告 ${f.code(p.name)}：${f.code(p.path)} 处${found}（RPT-NOTFOUND）。${near}${carry}`
  },
  'coverage.incomplete.next': () => '请让每个作业把报告交给本作业（artifacts），或允许沿用该套件的结果，然后重新运行。',
  'coverage.tests': (p, f) => `不判定覆盖率：本应进行测量的测试存在 ${f.number(p.problems)} 个问题。`,
  'coverage.tests.few': (p, f) =>
    `${f.code(p.name)}：运行了 ${f.number(p.ran)} 个测试${p.skipped === 0 ? '' : `（跳过 ${f.number(p.skipped)} 个）`}，至少应有 ${f.number(p.min)} 个。`,
  'coverage.tests.failed': (p, f) =>
    `${f.code(p.name)}：${f.number(p.tests)} 个测试中有 ${f.number(p.failed)} 个失败。`,
  'coverage.tests.next': () => '请让测试运行并通过，然后由工作流重新测量。',
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
  'coverage.patch.partial': (p, f) =>
    p.start === p.end
      ? `第 ${f.number(p.start)} 行有变更且已运行，但其中有分支从未执行。`
      : `第 ${f.number(p.start)} 行至第 ${f.number(p.end)} 行有变更且已运行，但其中有分支从未执行。`,
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
  'coverage.problem.shrunk': (p, f) =>
    `RPT-SHRUNK：${f.code(p.path)} 在基准分支上有 ${f.number(p.before)} 个可执行行，变更删除 ${f.number(p.deletions)} 行，而报告只列出 ${f.number(p.now)} 行。报告遗漏了一些行。`,
  'coverage.problem.no-patch': (p, f) => `无法得知 ${f.code(p.path)} 的变更行，因此不能与报告比较。`,
  'coverage.notice.claims': (p, f) => {
    const rate = p.claimedRate === null ? '' : f.percent({ covered: Math.round(p.claimedRate * 10_000), total: 10_000 })
    const total = p.claimedTotal === null ? '' : `共 ${f.number(p.claimedTotal)} 行`
    const claim = [rate, total].filter(part => part !== '').join('，')
    return `报告 ${f.code(p.name)}（${f.code(p.path)}）的汇总声称 ${claim}；而其逐行记录为 ${f.percent(p.counted)}（${counts(p.counted, f)}）。以记录为准。`
  },
  'coverage.notice.generated': (p, f) =>
    `无法读取 ${f.sha(p.sha)} 处关于生成文件的声明（fetch-depth: 0）：所有文件都计入。`,
  'coverage.notice.outside': (p, f) =>
    `报告 ${f.code(p.name)}（${f.code(p.path)}）：${f.number(p.files.length)} 个文件不在仓库中，未计入：${f.list(p.files.map(f.code))}。`,
  'coverage.trend': (p, f) =>
    `覆盖率 ${f.text(p.line)}：基准分支 ${f.percent(p.base)}，此变更后 ${f.percent(p.head)}（最近 ${f.number(p.count)} 次测量）。`,
  'coverage.next.patch': (p, f) => `接下来测试什么：${f.number(p.missing)} 行变更没有测试`,
  'coverage.next.project': (p, f) => `接下来测试什么：项目中 ${f.number(p.missing)} 行没有测试`,
  'coverage.next.file': (p, f) =>
    `：${f.number(p.lines.total)} 行中有 ${f.number(p.lines.total - p.lines.covered)} 行未覆盖`,
  'coverage.groups': (p, f) => `按组件、报告和路径的覆盖率（${f.number(p.count)}）`,
  'coverage.group': (p, f) => group(p, f),
  'coverage.required': (p, f) =>
    [p.min === null ? '' : `行 ${percent(p.min, f)}`, p.patch === null ? '' : `变更行 ${percent(p.patch, f)}`]
      .filter(text => text !== '')
      .join('，'),
  'coverage.files': (p, f) => `变更文件的覆盖率（${f.number(p.count)}）`,
  'coverage.column.group': () => '部分',
  'coverage.column.file': () => '文件',
  'coverage.column.lines': () => '行',
  'coverage.column.base': () => '基准分支',
  'coverage.column.patch': () => '变更行',
  'coverage.column.required': () => '要求',
  'coverage.option.no-threshold': (_, f) => `请给出 ${f.code('min')}、${f.code('patch')} 或两者`,
  'coverage.option.flag': (p, f) =>
    `没有报告 ${f.code(p.flag)}${p.known.length === 0 ? '' : `（已知：${f.list(p.known.map(f.code), 12)}）`}；flag 是报告的名称`,
  'coverage.option.zero': (p, f) =>
    `${f.code(p.key)} 为 0 会停用此项比较；如确有此意，请写明 ${f.code('allow_zero: true')}`,
  'coverage.option.path': (p, f) => `${f.code(p.path)} 必须是仓库内的路径：相对路径、使用正斜杠、不含 ${f.code('..')}`,
  'coverage.option.report-name': (p, f) => `有两个报告都名为 ${f.code(p.name)}`,
}

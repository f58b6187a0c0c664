import type { budgets as en } from '../en/budgets.ts'
import type { Formatter, Translation } from '../message.ts'

type Params<C extends keyof typeof en> = Parameters<(typeof en)[C]>[0]
type Fault = Params<'budgets.fault'>['fault']
type Over = Params<'budgets.exceeded'>['over']

const kinds: Readonly<Record<Extract<Fault, { kind: 'type' }>['found'], string>> = {
  object: '对象',
  list: '列表',
  text: '文本',
  number: '数字',
  boolean: '布尔值',
  null: 'null',
}

const columns: Readonly<Record<Params<'budgets.column'>['column'], string>> = {
  budget: '预算',
  value: '数值',
  base: '基准',
  limit: '限额',
  state: '状态',
}

const states: Readonly<Record<Params<'budgets.state'>['state'], string>> = {
  met: '符合',
  absolute: '符合，未与基准比较',
  let: '未与基准比较',
  exceeded: '超出',
  broken: '没有数值',
  unmeasured: '尚未测量',
  'no-base': '没有基准值',
}

const amount = (value: number, unit: string | null, f: Formatter): string =>
  unit === null ? f.number(value) : `${f.number(value)} ${f.text(unit)}`

const meant = (near: string | null, f: Formatter): string => (near === null ? '' : `是不是要写 ${f.code(near)}？`)

const waived = (count: number, f: Formatter): string => (count === 0 ? '' : `另有 ${f.number(count)} 项已豁免。`)

function excess(value: number, base: number | null, unit: string | null, over: Over, f: Formatter): string {
  const now = amount(value, unit, f)
  const by = amount(over.by, unit, f)
  const allowed = amount(over.allowed, unit, f)
  const share = over.share === null ? '' : `（${f.text(over.share)}）`
  const before = base === null ? '' : `（${amount(base, unit, f)}）`
  switch (over.limit) {
    case 'max':
      return `${now}，最多允许 ${allowed}，超出 ${by}`
    case 'min':
      return `${now}，至少要求 ${allowed}，还差 ${by}`
    case 'max_increase':
      return `${now}，比基准分支${before}高 ${by}，最多允许高 ${allowed}${share}`
    case 'max_decrease':
      return `${now}，比基准分支${before}低 ${by}，最多允许低 ${allowed}${share}`
  }
}

function fault(p: Fault, f: Formatter): string {
  switch (p.kind) {
    case 'missing':
      if (p.reached === '') return `没有 ${f.code(p.path)}，文件内容是${kinds[p.found]}。${meant(p.near, f)}`
      return `没有 ${f.code(p.path)}：${f.code(p.reached)} 是${kinds[p.found]}${p.found === 'object' || p.found === 'list' ? '，其中没有这一项' : ''}。${meant(p.near, f)}`
    case 'type':
      return `${f.code(p.path)} 是${kinds[p.found]}，不是数字。`
    case 'range':
      return `${f.code(p.path)} 过大，无法比较。`
    case 'key':
      return `没有以 ${f.code(p.key)} 开头的行。${meant(p.near, f)}`
    case 'twice':
      return `以 ${f.code(p.key)} 开头的行不止一行。`
    case 'line':
      return `${f.code(p.key)} 后面不是数字：${f.code(p.line)}。`
    case 'suite':
      return `没有测试套件 ${f.code(p.suite)}。${meant(p.near, f)}`
    case 'time':
      return p.time === '' ? '有测试用例没有写时间。' : `${f.code(p.time)} 不是测试用例的时间。`
  }
}

export const budgets: Translation<typeof en> = {
  'budgets.path': (p, f) =>
    `${f.code(p.path)} 从第 ${f.number(p.column)} 个字符起无法识别。键之间用点分隔，列表项写作 ${f.code('[0]')}，其他键写作 ${f.code('["p(95)"]')}。`,
  'budgets.path.key': (p, f) => `${f.code(p.path)} 中的键 ${f.code(p.key)} 无法查找。`,
  'budgets.path.depth': (p, f) => `${f.code(p.path)} 的键超过 ${f.number(p.limit)} 个。`,
  'budgets.k6': (p, f) =>
    `${f.code(p.value)} 不是 k6 的指标加统计量，例如 ${f.code('http_req_duration.p95')} 或 ${f.code('http_req_failed.rate')}。`,
  'budgets.lighthouse': (p, f) =>
    `${f.code(p.value)} 既不是 Lighthouse 的类别，也不是审计项的 id，例如 ${f.code('performance')} 或 ${f.code('largest-contentful-paint')}。`,
  'budgets.junit': (p, f) =>
    `JUnit 中没有 ${f.code(p.value)} 这种统计，可用的有 ${f.list(p.counts.map(f.code))}，单个套件写作 ${f.code('testsuite["name"].time')}。`,
  'budgets.text.key': (p, f) =>
    `不会有以 ${f.code(p.value)} 开头的行：两端不要有空格，前面不要有 ${f.code('#')}，后面不要有 ${f.code('=')} 或 ${f.code(':')}。`,
  'budgets.option.file': (p, f) => `${f.code(p.file)} 是模式；一项预算只对应一个文件。`,
  'budgets.option.path': (p, f) => `${f.code(p.file)} 不是仓库内用正斜杠书写的路径。`,
  'budgets.option.limit': (_p, f) =>
    `请给出限额：${f.either(['max', 'min', 'max_increase', 'max_decrease'].map(f.code))}。`,
  'budgets.option.range': (p, f) => `没有数字既不小于 ${f.number(p.min)} 又不大于 ${f.number(p.max)}。`,
  'budgets.option.duplicate': (p, f) => `有两项预算都叫 ${f.code(p.name)}，请各写一个 ${f.code('name')}。`,

  'budgets.waiting.none': (p, f) => `CI 尚未测量 ${f.sha(p.headSha)} 的数值。`,
  'budgets.waiting.head': (p, f) => `CI 测量的是 ${f.sha(p.measuredSha)}，${f.sha(p.headSha)} 的数值还没有出来。`,
  'budgets.waiting.next': () => '请等待负责测量的工作流运行，或重新启动它。',
  'budgets.waiting.base': () =>
    '请让 Action 在推送到基准分支时运行，以便记录其数值；或者在策略中用 without_base 允许没有基准值时通过。',
  'budgets.unusable': (p, f) => `测得的数值无法使用：有 ${f.number(p.problems)} 个问题。`,
  'budgets.unusable.next': () => '请修好负责测量的工作流，再运行一次。',
  'budgets.passed': (p, f) => {
    const names = p.uncompared.map(f.code)
    const uncompared = names.length === 0 ? '' : `基准分支没有数值，未作比较的有：${f.list(names)}。`
    if (p.total === 0) return `没有剩下任何预算。${waived(p.waived, f)}`
    return `${f.number(p.total)} 项预算全部符合。${uncompared}${waived(p.waived, f)}`
  },
  'budgets.failed': (p, f) => {
    const each = p.failed.map(({ name, value, unit, over }) =>
      value === null || over === null
        ? `${f.code(name)}：没有数值`
        : `${f.code(name)}：${excess(value, null, unit, over, f)}`,
    )
    const rest = each.length > 3 ? `；另有 ${f.number(each.length - 3)} 项` : ''
    return `${f.number(p.total)} 项预算中有 ${f.number(p.failed.length)} 项不符合。${each.slice(0, 3).join('；')}${rest}。${waived(p.waived, f)}`
  },
  'budgets.failed.next': (p, f) => {
    const exceeded =
      p.exceeded.length === 0 ? '' : `请让 ${f.list(p.exceeded.map(f.code))} 回到限额之内，或在策略中商定新的限额。`
    const files = p.files.length === 0 ? '' : `请让运行把数值写入 ${f.list(p.files.map(f.code))}。`
    return `${exceeded}${files}`
  },
  'budgets.waiting': (p, f) => {
    const unmeasured = p.unmeasured.length === 0 ? '' : `尚未测量：${f.list(p.unmeasured.map(f.code))}。`
    const base = p.withoutBase.length === 0 ? '' : `基准分支没有可比较的数值：${f.list(p.withoutBase.map(f.code))}。`
    return `${f.number(p.total)} 项预算中有 ${f.number(p.met)} 项符合。${unmeasured}${base}${waived(p.waived, f)}`
  },
  'budgets.exceeded': (p, f) => `${f.code(p.name)}：${excess(p.value ?? 0, p.base, p.unit, p.over, f)}。`,
  'budgets.unmeasured': (p, f) => `${f.code(p.name)} 尚未测量（${f.code(p.file)}）。`,
  'budgets.noBase': (p, f) => {
    const value = p.value === null ? '' : `（${amount(p.value, p.unit, f)}）`
    return `${f.code(p.name)}${value}：基准分支没有数值，${p.isJudged ? '未作比较' : '无法比较'}。`
  },
  'budgets.missing': (p, f) =>
    `${f.code(p.name)}：运行没有写出 ${f.code(p.file)}。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
  'budgets.stale': (p, f) =>
    `${f.code(p.name)}：${f.code(p.file)} 早于检出的时间（RPT-STALE），测量的是代码的另一个状态。`,
  'budgets.size': (p, f) => `${f.code(p.name)}：${f.code(p.file)} 超过 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
  'budgets.fault': (p, f) => `${f.code(p.name)}，${f.code(p.file)}：${fault(p.fault, f)}`,
  'budgets.tooLarge': (p, f) =>
    `${f.number(p.values)} 个数值和 ${f.number(p.cells)} 组测试放不进 ${f.number(p.limit)} 个字符的证据，请在一次运行中少测量一些。`,
  'budgets.column': p => columns[p.column],
  'budgets.amount': (p, f) => (p.value === null ? '–' : amount(p.value, p.unit, f)),
  'budgets.limit': (p, f) => {
    const change = (value: number | string): string =>
      typeof value === 'string' ? f.text(value) : amount(value, p.unit, f)
    return [
      ...(p.min === null ? [] : [`≥ ${amount(p.min, p.unit, f)}`]),
      ...(p.max === null ? [] : [`≤ ${amount(p.max, p.unit, f)}`]),
      ...(p.up === null ? [] : [`基准 + ${change(p.up)}`]),
      ...(p.down === null ? [] : [`基准 − ${change(p.down)}`]),
    ].join('，')
  },
  'budgets.state': p => states[p.state],
}

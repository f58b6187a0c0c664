import type { environments as en } from '../en/environments.ts'
import type { Formatter, Translation } from '../message.ts'

type Params<C extends keyof typeof en> = Parameters<(typeof en)[C]>[0]

const standings: Readonly<Record<Params<'environments.cell'>['standing'], string>> = {
  passed: '通过',
  missing: '缺失',
  pending: '进行中',
  unknown: '来源不明',
  skipped: '已跳过',
  failed: '未通过',
}

const states: Readonly<Record<Params<'environments.check'>['state'], string>> = {
  passed: '已通过',
  failed: '未通过',
  pending: '仍在运行',
  skipped: '被跳过：什么也没有测试',
  neutral: '以中立状态结束：什么也没有证明',
  cancelled: '已被取消',
  action_required: '在等人处理',
  stale: '已过期：GitHub 不再等待它',
}

const deployments: Readonly<Record<Params<'environments.deployment'>['state'], string>> = {
  success: '已成功',
  failure: '失败了',
  pending: '正在进行',
  inactive: '已不再生效，请重新部署该提交',
}

const holes = (names: readonly string[], f: Formatter): string => f.list(names.map(f.code), 8)

const meant = (suggestion: string | null, f: Formatter): string =>
  suggestion === null ? '' : `是不是要写 ${f.code(suggestion)}？`

export const environments: Translation<typeof en> = {
  'environments.option.axes': () => '矩阵没有任何维度，请至少写一个维度和它的取值。',
  'environments.option.size': (p, f) =>
    `矩阵有 ${f.number(p.cells)} 种组合，与 GitHub Actions 一样，最多只能有 ${f.number(p.limit)} 种。`,
  'environments.option.include': (p, f) => `加入的组合要为每个维度取值，还缺：${f.list(p.missing.map(f.code))}。`,
  'environments.option.axis': (p, f) =>
    `矩阵没有 ${f.code(p.axis)} 这个维度，只有 ${f.list(p.axes.map(f.code), 10)}。${meant(p.suggestion, f)}`,
  'environments.option.value': (p, f) =>
    `维度 ${f.code(p.axis)} 没有 ${f.code(p.got)} 这个取值，只有 ${f.list(p.known.map(f.code), 10)}。${meant(p.suggestion, f)}`,
  'environments.option.part': () => '这里没有写任何维度，会代表全部组合。',
  'environments.option.nothing': () => '没有剩下任何必需的组合。',
  'environments.option.proof': (_p, f) =>
    `请写明用什么证明一种组合：${f.either([f.code('required'), f.code('deployments'), f.code('junit')])}。`,
  'environments.option.ambiguous': (p, f) => {
    const why =
      p.missing.length === 0
        ? '请在各维度之间加上取值中不会出现的符号'
        : `请加上 ${f.list(p.missing.map(axis => f.code(`{${axis}}`)))}`
    return `有两种组合都会由 ${f.code(p.name)} 证明，${why}。`
  },

  'environments.unread': () => '缺少该提交的检查结果或部署记录。',
  'environments.passed': (p, f) =>
    p.total === 0 ? '没有通过的环境都已豁免或为可选。' : `要求的 ${f.number(p.total)} 种环境都已在该提交上通过。`,
  'environments.failed': (p, f) => {
    const open = p.open.length === 0 ? '' : `还在等：${holes(p.open, f)}。`
    return `要求的 ${f.number(p.total)} 种环境已通过 ${f.number(p.passed)} 种，没有通过的有：${holes(p.failed, f)}。${open}`
  },
  'environments.failed.next': (p, f) => `请解决 ${holes(p.cells, f)} 上的失败，或重新运行对应的作业。`,
  'environments.waiting': (p, f) =>
    `要求的 ${f.number(p.total)} 种环境已通过 ${f.number(p.passed)} 种，还在等：${holes(p.open, f)}。`,
  'environments.waiting.next': p =>
    p.missing === 0
      ? '无需操作：CI 正在运行。'
      : '请等待 CI。如果结果一直没有出现，请确认对应的作业会为该拉取请求运行，并以预期的名称上报。',
  'environments.nameless': (p, f) => `GitHub 没有说明 ${holes(p.cells, f)} 的结果由谁上报，无法判断是否算数。`,
  'environments.nameless.next': () => '请重新运行对应的作业。',

  'environments.check': (p, f) =>
    p.standing === 'unknown'
      ? `${f.code(p.cell)}：GitHub 没有说明 ${f.code(p.name)} 由谁上报；只有来自 ${f.code(p.source)} 的才算数。`
      : `${f.code(p.cell)}：检查 ${f.code(p.name)} ${states[p.state]}。`,
  'environments.check.missing': (p, f) =>
    `${f.code(p.cell)}：${f.code(p.source)} 尚未上报检查 ${f.code(p.name)}${p.near === null ? '。' : `；最接近的名称是 ${f.code(p.near)}。`}`,
  'environments.deployment': (p, f) =>
    p.standing === 'unknown'
      ? `${f.code(p.cell)}：GitHub 没有说明 ${f.code(p.environment)} 由谁部署；只有 ${f.code(p.by)} 的部署才算数。`
      : `${f.code(p.cell)}：到 ${f.code(p.environment)} 的部署${deployments[p.state]}。`,
  'environments.deployment.missing': (p, f) =>
    `${f.code(p.cell)}：${f.code(p.by)} 尚未把该提交部署到 ${f.code(p.environment)}${p.near === null ? '。' : `；最接近的名称是 ${f.code(p.near)}。`}`,
  'environments.deployment.foreign': (p, f) =>
    `${f.code(p.from)} 到 ${f.code(p.environment)} 的部署不算数：策略要求由 ${f.code(p.by)} 部署。`,
  'environments.tests.missing': (p, f) => `${f.code(p.cell)}：运行尚未统计 ${f.code(p.path)} 的测试。`,
  'environments.tests.file': (p, f) =>
    `${f.code(p.cell)}：${f.code(p.path)} 处没有 JUnit 文件。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
  'environments.tests.failed': (p, f) =>
    `${f.code(p.cell)}：${f.number(p.tests)} 个测试中有 ${f.number(p.failed)} 个失败（${f.code(p.path)}）。`,
  'environments.tests.none': (p, f) =>
    `${f.code(p.cell)}：运行了 0 个测试（${f.code(p.path)}，跳过 ${f.number(p.skipped)} 个）。`,
  'environments.tests.passed': (p, f) => `${f.code(p.cell)}：${f.number(p.ran)} 个测试已通过（${f.code(p.path)}）。`,
  'environments.cell': p => (p.isOptional ? `${standings[p.standing]}（可选）` : standings[p.standing]),
  'environments.cell.none': () => '不要求',
}

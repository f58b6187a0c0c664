import type { action as en } from '../en/action.ts'
import type { Formatter, Translation } from '../message.ts'

type Surface = Parameters<(typeof en)['action.surface.denied']>[0]['surface']
const surfaces: Readonly<Record<Surface, string>> = {
  comment: '评论',
  status: '提交状态',
  check: '覆盖率检查',
  'review-requests': '评审请求',
}

const kinds = { directory: '目录', fifo: '命名管道', socket: '套接字', device: '设备' } as const

function triggerLines(missing: readonly string[], f: Formatter): string {
  const byEvent = Map.groupBy(missing, trigger => trigger.split('.', 1)[0] ?? '')
  return [...byEvent]
    .map(([event, triggers]) => f.code(`${event}: { types: [${triggers.map(one => one.split('.')[1]).join(', ')}] }`))
    .join('和')
}

export const action: Translation<typeof en> = {
  'action.input': (p, f) =>
    `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受 ${f.either(p.accepted.map(f.code))}，须原样书写（ENV-INPUT）。`,
  'action.input.path': (p, f) =>
    `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受仓库内的路径，使用正斜杠，不能是绝对路径，也不能含 ${f.code('..')}（ENV-PATH）。`,
  'action.input.url': (p, f) =>
    `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受不含用户名和密码的 https 地址（ENV-URL）。`,
  'action.input.unknown': (p, f) =>
    `没有名为 ${f.code(p.name)} 的输入，它不起作用。请对照 action.yml 检查拼写（ENV-INPUT）。`,
  'action.environment': (p, f) =>
    `变量 ${f.code(p.name)} 缺失，或不是 GitHub 运行器所设的值。请在工作流中运行此操作（ENV-RUNTIME）。`,
  'action.environment.url': (p, f) =>
    `${f.code(p.name)} 不属于 ${f.code(p.server)}，因此没有把令牌发往那里。请去掉该覆盖设置（ENV-URL）。`,

  'action.event': (p, f) =>
    `无法判定事件 ${f.code(p.event)}。请在 ${f.either(p.supported.map(f.code), 10)} 事件上运行此操作（ENV-EVENT）。`,
  'action.event.unreadable': (p, f) =>
    `事件文件缺失或不是 JSON。请在 ${f.either(p.supported.map(f.code), 10)} 事件上运行此操作（ENV-EVENT）。`,
  'action.event.malformed': (p, f) => `事件 ${f.code(p.event)} 没有说明对象：缺少拉取请求、合并组或提交（ENV-EVENT）。`,
  'action.event.notBranch': (p, f) => `${f.code(p.ref)} 不是带有提交的分支，没有可判定或可记录的内容（ENV-EVENT）。`,
  'action.untrustedCheckout': (p, f) =>
    `${f.code(p.event)} 以基准分支的权限运行，而工作区检出的是另一个提交，因此没有读取任何内容。请改用 ${f.code('pull_request')}，或不要检出拉取请求的代码。`,
  'action.dispatch': (p, f) => `判定分支 ${f.code(p.branch)} 的开放拉取请求 ${f.number(p.number)}。`,
  'action.dispatch.none': (p, f) =>
    `分支 ${f.code(p.branch)} 没有开放的拉取请求，没有可判定的内容。请先创建拉取请求，或在其分支上启动工作流。`,

  'action.noToken': (_, f) =>
    `没有令牌，无法询问 GitHub。请保留 ${f.code('github-token')} 的默认值，并授予 ${f.code('pull-requests: read')}（ENV-TOKEN）。`,
  'action.noPull': () => '合并组没有指明其拉取请求，因此不了解评审和人员的情况。',
  'action.notFound': (p, f) =>
    `此令牌看不到拉取请求 ${f.number(p.number)}。请授予 ${f.code('pull-requests: read')}（ENV-TOKEN）。`,
  'action.headMoved': (p, f) =>
    `拉取请求现在位于 ${f.sha(p.head)}，本次运行测量的是 ${f.sha(p.run)}。以较新提交的运行结果为准。`,
  'action.policy.nowhere': (p, f) =>
    `无法读取 ${f.sha(p.sha)} 处的策略：克隆中没有该提交，也没有令牌。请以 ${f.code('fetch-depth: 0')} 检出，或提供令牌。`,
  'action.policy.missing': (p, f) =>
    `基准分支的 ${f.sha(p.sha)} 处没有 ${f.code(p.path)}。请更正输入 ${f.code('config')}，或添加该文件。`,

  'action.report.none': (p, f) =>
    `常见位置都没有覆盖率报告：${f.list(p.places.map(f.code))}（RPT-NOTFOUND）。请在此步骤之前运行测试，或在 ${f.code('gates.coverage.reports')} 中写明文件。`,
  'action.report.kind': (p, f) => `${f.code(p.path)} 是${kinds[p.kind]}，不是文件（RPT-FILE）。`,
  'action.report.outside': (p, f) => `${f.code(p.path)} 指向工作区之外，未予读取（RPT-PATH）。`,
  'action.report.loop': (p, f) => `${f.code(p.path)} 是指回自身的链接（RPT-PATH）。`,
  'action.report.permission': (p, f) => `当前用户无权读取 ${f.code(p.path)}。请更正其文件权限（RPT-PERM）。`,
  'action.report.replaced': (p, f) => `${f.code(p.path)} 在打开过程中被替换。请不要让其他步骤同时写入它（RPT-FILE）。`,
  'action.report.size': (p, f) =>
    `${f.code(p.path)} 有 ${f.number(p.bytes)} 字节，最多读取 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
  'action.report.unreadable': (p, f) => `无法读取 ${f.code(p.path)}：${f.code(p.code)}（RPT-FILE）。`,
  'action.report.noCheckout': () =>
    '没有检出代码，无法判断报告所说的是哪些文件。请在本作业的此步骤之前运行 actions/checkout。',
  'action.report.otherCommit': (p, f) =>
    `工作区位于 ${f.sha(p.tested)}，拉取请求位于 ${f.sha(p.head)}：在这里生成的报告不能说明后者（RPT-STALE）。请检出头提交或默认的合并提交。`,
  'action.report.shifted': (p, f) =>
    `基准分支也改动了 ${f.list(p.files.map(f.code))}，浅克隆无法判断哪些行发生了移动。请以 ${f.code('fetch-depth: 2')} 或更大的深度检出（GIT-SHALLOW）。`,

  'action.coverage.earlier': (p, f) =>
    p.run === ''
      ? '本次运行没有报告；覆盖率取自较早一次运行对同一提交的测量。'
      : `本次运行没有报告；覆盖率取自运行 ${f.code(p.run)} 对同一提交的测量。`,
  'action.baseline': (p, f) =>
    `已为 ${f.sha(p.sha)} 记录：行覆盖率 ${f.percent(p.coverage)}（${f.number(p.coverage.covered)}/${f.number(p.coverage.total)}）。`,
  'action.measured': (p, f) => `已为 ${f.sha(p.sha)} 完成测量。`,
  'action.baseline.off': () => '覆盖率门禁已关闭，此提交没有需要记录的内容。',
  'action.baseline.none': (p, f) =>
    `没有为 ${f.sha(p.sha)} 记录覆盖率：拉取请求将与更早的提交比较，或没有可比较的对象。`,

  'action.app': (p, f) => `此步骤只判定自己测量的内容；其余内容、评论和检查由 ${f.code(p.url)} 处的 App 负责。`,
  'action.mergeGroup': (p, f) => {
    const computed = p.computed.length === 0 ? '无' : f.list(p.computed.map(f.code), 20)
    const carried = p.carried.length === 0 ? '无' : f.list(p.carried.map(f.code), 20)
    return `合并组 ${f.sha(p.group)}：针对合并组重新计算：${computed}；沿用拉取请求 ${f.number(p.number)} 在 ${f.sha(p.headSha)} 处的结果：${carried}。`
  },
  'action.triggers': (p, f) =>
    `工作流没有在 ${f.list(p.missing.map(f.code), 20)} 上运行，这些活动改变结果时检查不会更新。请在 ${f.code('on:')} 下添加 ${triggerLines(p.missing, f)}。`,

  'action.evidence.done': (p, f) => `测量结果已移交给 App（${f.text(p.detail)}）。`,
  'action.evidence.fork': (_, f) =>
    `此次运行来自复刻仓库，没有用于移交测量结果的令牌：运行结束后，App 会从产物 ${f.code('delivery-gates-evidence')} 中取得。请让后续步骤以该名称上传输出 ${f.code('evidence')}。`,
  'action.evidence.noToken': (_, f) =>
    `测量结果未能移交给 App：此作业没有相应的令牌。请授予 ${f.code('id-token: write')}。`,
  'action.evidence.unwritable': () => '无法把测量结果写入运行器的临时目录，App 因此无法取得。请重新运行此作业。',
  'action.evidence.refused': (p, f) =>
    `App 未接受测量结果（HTTP ${f.number(p.status)}，${f.text(p.detail)}）。${
      p.status === 401
        ? `请确认 ${f.code('app-url')} 与 App 的 ${f.code('PUBLIC_URL')} 完全一致（发送的是 ${f.code(p.audience)}），且 App 的 ${f.code('OIDC_ISSUER')} 属于此 GitHub。`
        : '请按说明更正后重新运行此作业。'
    }`,
  'action.evidence.failed': (p, f) =>
    `在 ${f.number(p.seconds)} 秒内未能把测量结果移交给 ${f.code(p.audience)} 处的 App（${f.text(p.detail)}）。请确认此运行器可以访问它，然后重新运行此作业。`,
  'action.evidence.lost': () => 'App 没有取得此步骤的测量结果，会一直等待，因此此步骤以红色结束。',
  'action.surface.denied': (p, f) =>
    `未写入：${surfaces[p.surface]}。授予 ${f.code(p.permission)} 即可获得；结论不受影响。`,
  'action.surface.failed': (p, f) =>
    `未写入：${surfaces[p.surface]}（${f.text(p.detail)}）。结论不受影响；重新运行此步骤即可获得。`,
  'action.surface.summary': () => '无法写入作业摘要。结论不受影响。',
  'action.surface.outputs': () => '无法写入此步骤的输出。结论不受影响。',
  'action.surface.snapshot': () => '无法把覆盖率快照写入运行器的临时目录：之后的运行不能沿用本次结果。',
  'action.surface.report': () => '无法把报告写入运行器的临时目录。结论不受影响。',
  'action.fork': (p, f) =>
    `此拉取请求来自复刻仓库，令牌只能读取；未写入：${f.list(p.surfaces.map(one => surfaces[one]))}。结论不受影响。`,
  'action.waitingUnseen': (_, f) =>
    `没有任何失败；此步骤显示红色，只因为仍在等待且无法写入提交状态。授予 ${f.code('statuses: write')} 即可显示为等待中。`,
  'action.reportOnly': (_, f) => `${f.code('mode: report')}：此结论不阻止任何操作。`,
  'action.starter': (_, f) =>
    `基准分支上没有策略：不阻止任何操作。可从以下策略开始，保存为 ${f.code('.github/delivery-gates.yml')}`,
  'action.crashed': (p, f) =>
    `Delivery Gates 内部错误：${f.text(p.detail)}。没有判定任何内容，因此没有任何内容通过。请重新运行；开启调试日志后，日志中有详细信息。`,

  'git.missing': (_, f) => `此运行器上没有安装 ${f.code('git')}。请在此步骤之前安装（ENV-RUNTIME）。`,
  'git.noRepository': () => '工作区中没有检出代码。请在本作业的此步骤之前运行 actions/checkout。',
  'git.noCommit': (p, f) => `克隆中没有提交 ${f.sha(p.sha)}。请以 ${f.code('fetch-depth: 0')} 检出。`,
  'git.shallow': (p, f) =>
    `克隆是浅克隆，没有包含 ${f.sha(p.sha)}（GIT-SHALLOW）。请以 ${f.code('fetch-depth: 0')} 检出，或让令牌能读取拉取请求。`,
  'git.noMergeBase': (p, f) =>
    `${f.sha(p.base)} 与 ${f.sha(p.head)} 没有共同的提交（GIT-NOMERGEBASE），无法判断改动了什么。请把分支变基到其基准分支。`,
  'git.failed': (p, f) => `${f.code(`git ${p.what}`)} 失败：${f.text(p.detail)}。`,
}

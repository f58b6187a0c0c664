import type { web as source } from '../en/web.ts'
import type { Translation } from '../message.ts'

/** 供登录用户使用的页面。 */
export const web: Translation<typeof source> = {
  'web.via.page': () => '网页',
  'web.signIn': () => '使用 GitHub 登录',
  'web.signOut': () => '退出登录',
  'web.signedInAs': (p, f) => `已登录：${f.person(p.login)}`,
  'web.signInNeeded': () =>
    '要在网页上签核，须先用 GitHub 登录，而此 App 尚未配置登录。拉取请求中的复选框、命令、按钮和评审无需登录，照常可用。',
  'web.yours': () => '登录后即可看到私有仓库。',
  'web.toGitHub': () => '在 GitHub 上查看拉取请求',
  'web.toStart': () => '所有仓库',
  'web.base': () => '目标分支',
  'web.noReport': () => 'App 尚未评估此拉取请求，或者目标分支上没有策略。页面会自动刷新。',
  'web.headMoved': (p, f) =>
    `GitHub 上的头部提交现为 ${f.sha(p.head)}，此处内容对应的是 ${f.sha(p.seen)}。App 正在检查新的提交。`,
  'web.closed': () => '此拉取请求已关闭；只有在打开状态下才会记录签核。',
  'web.merged': (_, f) =>
    `此拉取请求已合并。此后只有在策略写明 ${f.code('environments')} 时，才会为等待签核的部署记录签核。`,
  'web.noItems': () => '此拉取请求没有需要签核的检查项。',
  'web.sign': () => '签核',
  'web.signFor': (p, f) => `在 ${f.sha(p.head)} 签核 ${f.code(p.item)}`,
  'web.takeBack': () => '撤回',
  'web.takeBackOf': (p, f) => `撤回对 ${f.code(p.item)} 的签核`,
  'web.withOpenPoints': () => '附带未决事项签核',
  'web.openPoints': () => '未决事项',
  'web.openPointsHelp': (_, f) =>
    `仍未关闭的议题，例如 ${f.code('#123')} 或 ${f.code('acme/api#7')}，以逗号分隔；它们会与签核一并记录。`,
  'web.wishes': () => '您的操作',
  'web.wish.sign': (p, f) => `签核 ${f.code(p.item)}`,
  'web.wish.revoke': (p, f) => `撤回对 ${f.code(p.item)} 的签核`,
  'web.wish.pending': () => '已收到并保存，正在核对。页面会自动刷新。',
  'web.wish.lapsed': () => '没有产生任何结果：App 已无法访问此拉取请求，或者策略已不存在。',
  'web.wish.stuck': () => '由于 GitHub 或 App 反复出错，无法作出判断。未记录任何签核；运维人员可在日志中找到原因。',
  'web.problem': () => '操作未成功',
  'web.problem.notFound': () => '没有这个页面，或者您无权查看。',
  'web.problem.method': (p, f) => `此地址只接受 ${f.list(p.allowed.map(f.code))}。未记录任何内容。`,
  'web.problem.state': () => '从 GitHub 返回的这次登录，并非十分钟内在此浏览器中发起。您尚未登录，请重新开始。',
  'web.problem.token': () => '查看所有仓库的页面需要页面令牌（作为密码，用户名任意），或者先登录。',
  'web.problem.denied': () => '您没有在 GitHub 上同意授权，因此尚未登录。',
  'web.problem.code': () => 'GitHub 不再接受这次登录。您尚未登录，请重新开始。',
  'web.problem.notPerson': () => '只有个人用户可以在此登录，而此账号不是。您尚未登录。',
  'web.problem.gitHub': () => 'GitHub 没有应答。未记录任何内容，请稍后重试。',
  'web.problem.again': () => '您的登录已失效：时间已到，或 GitHub 不再接受您的授权。未记录任何内容，请重新登录。',
  'web.problem.foreign': (p, f) =>
    `此表单不是从 ${f.code(p.origin)} 的页面提交的。未记录任何内容，请在该站点打开页面后重试。`,
  'web.problem.form': () => '表单不完整，或者不属于您。未记录任何内容，请重新加载页面。',
  'web.problem.formType': () => '此处只接受普通表单（application/x-www-form-urlencoded，未压缩）。未记录任何内容。',
  'web.problem.formSize': (p, f) => `表单超过 ${f.number(p.max)} KiB。未记录任何内容。`,
  'web.problem.often': () => '短时间内提交的表单过多。未记录任何内容，请稍候。',
  'web.problem.openPoints': (p, f) =>
    p.words.length === 0
      ? `没有写明未决事项。请写出议题，例如 ${f.code('#123')}；或者不附带未决事项直接签核。未记录任何内容。`
      : `${f.list(p.words.map(f.code))} 不是议题引用。未决事项请写成 ${f.code('#123')} 或 ${f.code('acme/api#7')}。未记录任何内容。`,
  'web.problem.head': (p, f) =>
    `您看到的是 ${f.sha(p.seen)}，而头部提交现为 ${f.sha(p.head)}。未记录任何内容。请先查看新的提交，再签核。`,
  'web.problem.item': (p, f) => `${f.code(p.item)} 的要求与您所见页面上的不同了。未记录任何内容。请重新阅读后再签核。`,
  'web.problem.base': (p, f) =>
    `在向您展示 ${f.code(p.item)} 之后，目标分支或策略发生了变化。未记录任何内容。请重新阅读后再签核。`,
  'web.problem.back': () => '查看页面的当前内容',
}

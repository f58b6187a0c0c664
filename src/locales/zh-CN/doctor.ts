import type { doctor as en } from '../en/doctor.ts'
import type { Translation } from '../message.ts'

export const doctor: Translation<typeof en> = {
  'doctor.level.null': () => '执行级别：用此令牌无法判断。',
  'doctor.level.0': () => '执行级别 0：Delivery Gates 的结论没有任何约束力。',
  'doctor.level.1': () => '执行级别 1：防止无心之失。能修改工作流或写入状态的人可以绕过它。',
  'doctor.level.2': () => '执行级别 2：组织要求运行一个工作流，拉取请求的作者无法修改它。',
  'doctor.level.3': () => '执行级别 3：强制执行。只有 App 能给出必需的检查。',
  'doctor.fix': () => '处理方法',

  'doctor.policy.ok': (p, f) => `${f.code(p.branch)} 有有效的策略：${f.code(p.path)}。`,
  'doctor.policy.fix': (_, f) => `${f.code('delivery-gates validate')} 会列出所有问题。`,
  'doctor.policy.none': (p, f) => `${f.code(p.branch)} 没有策略：使用内置默认值，它们不会阻止任何合并。`,
  'doctor.policy.none.fix': (_, f) => `${f.code('delivery-gates init')} 可生成一份初始策略。`,
  'doctor.required.ok': (p, f) => `${f.code(p.branch)} 要求 ${f.code('delivery-gates')} 通过。`,
  'doctor.required.none': (p, f) =>
    `${f.code(p.branch)} 不要求 ${f.code('delivery-gates')}：无论其结论如何，拉取请求都可以合并。`,
  'doctor.required.fix': (p, f) => `为 ${f.code(p.branch)} 添加规则集，要求状态检查 ${f.code('delivery-gates')}。`,
  'doctor.source.ok': () => '必需检查的来源已限定为一个 App。',
  'doctor.source.open': () => '必需检查的来源没有限定为我们的 App：任何可以写入状态的人都能提交同名状态。',
  'doctor.source.fix': () => '安装 App，并把它选为该检查的预期来源（级别 3）。没有 App 时只能如此。',
  'doctor.workflow.required': (p, f) => `${f.code(p.branch)} 要求运行组织的工作流 ${f.code(p.path)}。`,
  'doctor.bypass.none': () => '没有人在可绕过规则的名单上。',
  'doctor.bypass': (p, f) => `可绕过规则的有：${f.list(p.who.map(f.text), 10)}。这里无法阻止；请让名单尽量短。`,
  'doctor.reporter.none': (_, f) => `最近的拉取请求都没有名为 ${f.code('delivery-gates')} 的检查或状态。`,
  'doctor.reporter.ok': (p, f) => `${f.code('delivery-gates')} 由 ${f.list(p.by.map(f.text))} 报告。`,
  'doctor.reporter.both': (p, f) =>
    `同时存在名为 ${f.code('delivery-gates')} 的检查和状态（${f.list(p.by.map(f.text))}）；GitHub 要求两者都通过。`,
  'doctor.reporter.both.fix': (_, f) => `安装了 App 时，请为 Action 设置 ${f.code('app-url')}，由 App 使用这个名称。`,
  'doctor.workflow.found': (p, f) => `${f.code(p.path)} 运行该 Action。`,
  'doctor.workflow.unpinned': (p, f) =>
    `${f.code(p.path)} 以 ${f.list(p.refs.map(f.code))} 引用该 Action，它可能被指向别的代码。`,
  'doctor.workflow.unpinned.fix': () => '请写出提交的完整 SHA，并以注释注明版本。',
  'doctor.workflow.name': (p, f) =>
    `${f.code(p.path)} 中有名为 ${f.code('delivery-gates')} 的作业：其检查与该状态同名。`,
  'doctor.workflow.name.fix': () => '请给该作业换一个名称。',
  'doctor.workflow.target': (p, f) =>
    `${f.code(p.path)} 在 ${f.code('pull_request_target')} 上运行，拥有目标分支的权限，绝不能检出拉取请求的代码。`,
  'doctor.workflow.triggers.fix': (p, f) => `请把它们加到 ${f.code(p.path)} 的 ${f.code('on:')} 中。`,
  'doctor.owners.ok': (_, f) =>
    `${f.code('CODEOWNERS')} 覆盖 ${f.code('.github')}：工作流和策略的变更会被其所有者看到。`,
  'doctor.owners.none': (_, f) =>
    `${f.code('CODEOWNERS')} 中没有条目覆盖 ${f.code('.github')}：工作流和策略可能在无人察觉时被修改。`,
  'doctor.owners.fix': (_, f) => `请添加 ${f.code('/.github/ @owner/team')}，并要求代码所有者评审。`,
  'doctor.role': (p, f) => `策略中的 ${f.code(p.entry)} 无法解析。`,
  'doctor.environment': (p, f) =>
    `环境 ${f.code(p.name)}：${p.protections.length === 0 ? '没有保护规则' : f.list(p.protections.map(f.text))}${p.adminsBypass ? '；管理员可以绕过' : ''}。`,
  'doctor.app.none': (_, f) =>
    `没有检查 App；设置 ${f.code('APP_ID')} 和 ${f.code('PRIVATE_KEY_PATH')} 后，会检查其权限和投递情况。`,
  'doctor.app.ok': (p, f) => `App ${f.code(p.slug)} 已安装在这里。`,
  'doctor.app.absent': (p, f) => `App ${f.code(p.slug)} 没有安装在这里。`,
  'doctor.app.permissions': (p, f) => `App 缺少权限 ${f.list(p.missing.map(f.code), 20)}。`,
  'doctor.app.permissions.fix': () => '请在 App 的设置中申请这些权限，再由所有者为该安装接受它们。',
  'doctor.app.events': (p, f) => `App 没有订阅 ${f.list(p.missing.map(f.code), 20)}。`,
  'doctor.app.events.fix': () => '请在 App 的设置中订阅它们。',
  'doctor.app.insecure': () => '发送 webhook 时没有校验 App 的证书。',
  'doctor.app.insecure.fix': () => '请在 App 的设置中启用 SSL 校验。',
  'doctor.app.deliveries': (p, f) => `最近 ${f.number(p.deliveries)} 次 webhook 投递均已送达。`,
  'doctor.app.failed': (p, f) => `最近 ${f.number(p.deliveries)} 次 webhook 投递中有 ${f.number(p.failed)} 次失败。`,
  'doctor.app.failed.fix': () => '请在 App 的设置中查看投递记录。错过的内容会由协调循环补上。',

  'cli.doctor.summary': () => '说明仓库受保护的程度，以及缺少什么',
  'cli.doctor.about': () =>
    '向 GitHub 查询仓库的设置，显示其执行级别（见 SECURITY.md）以及缺少的内容：必需的检查、限定的来源、绕过名单、\n工作流、代码所有者、人员、环境；有 App 的密钥时还包括其权限和投递情况。不做任何修改。令牌无权查看的内容会标为未知。',
  'cli.doctor.option.branch': () => '要查看的分支；省略时为默认分支',
}

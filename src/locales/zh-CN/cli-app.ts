import type { cliApp as en } from '../en/cli-app.ts'
import type { Translation } from '../message.ts'

export const cliApp: Translation<typeof en> = {
  'cli.app.summary': () => '注册 GitHub App，只申请所需的最小权限',
  'cli.app.about': () =>
    '一步完成 GitHub App 的注册：在本机打开一个页面，把权限和事件清单交给 GitHub，收到密钥后连同 webhook 密钥写入\n只有您能读取的文件。任何密钥都不会显示出来。',
  'cli.app.option.url': () => '用户和 GitHub 访问该 App 的地址，例如 https://gates.example.com',
  'cli.app.option.org': () => '拥有该 App 的组织；省略时为您自己的账户',
  'cli.app.option.name': () => 'App 的名称，最多 34 个字符；在 GitHub 的页面上还可以修改',
  'cli.app.option.githubUrl': () => 'GitHub Enterprise Server 的地址',
  'cli.app.option.out': () => '存放文件的目录；省略时为 delivery-gates-app',
  'cli.app.option.port': () => '本机页面的端口；省略时任选一个空闲端口',
  'cli.app.option.timeout': () => '等待您确认的时间，1 到 60 分钟；省略时为 30',
  'cli.app.option.holdDeployments': () => '同时让 App 暂停尚未签核的部署：需要 deployments: write 和另一个事件',
  'cli.app.option.force': () => '覆盖上一次注册的文件',

  'cli.app.noAction': (_, f) => `缺少要做的事：${f.code('delivery-gates app register --url PUBLIC_URL')}`,
  'cli.app.unknownAction': (p, f) => `没有 ${f.code(`app ${p.got}`)}；可用的是 ${f.code('app register')}`,
  'cli.app.noUrl': (_, f) =>
    `缺少 ${f.code('--url PUBLIC_URL')}：GitHub 访问该 App 的地址，例如 ${f.code('--url https://gates.example.com')}`,
  'cli.app.badUrl': (p, f) =>
    `${f.code(`${p.option} ${p.got}`)}：需要 https 地址，且不含用户名、${f.code('?')} 和 ${f.code('#')}`,
  'cli.app.badGitHub': (p, f) =>
    `${f.code(`--github-url ${p.got}`)}：请给出浏览器中所见的 GitHub 地址，使用 https 且不含路径，例如 ${f.code('https://github.example.com')}`,
  'cli.app.webhookUrl': (p, f) =>
    `${f.code(`--url ${p.got}`)}：请去掉 ${f.code(p.path)}；这里需要的是 App 的地址，webhook 的路径会自动加上`,
  'cli.app.localUrl': (p, f) =>
    `${f.code(`--url ${p.got}`)}：GitHub 无法通过该地址访问本机；请给出反向代理以 https 提供服务的地址`,
  'cli.app.badOrg': (p, f) => `${f.code(`--org ${p.got}`)} 不是组织名`,
  'cli.app.badName': (p, f) =>
    `${f.code('--name')} 有 ${f.number(p.length)} 个字符，GitHub 接受 1 到 ${f.number(p.max)} 个`,
  'cli.app.badNumber': (p, f) =>
    `${f.code(`${p.option} ${p.got}`)} 必须是 ${f.number(p.min)} 到 ${f.code(String(p.max))} 之间的整数`,
  'cli.app.exists': () => '已存在；--force 会覆盖它，之后便无法再用它启动原来的 App',
  'cli.app.folder': (p, f) => `无法写入（${f.text(p.code)}）`,
  'cli.app.listen': (p, f) => `无法在本机打开页面（${f.text(p.code)}）`,

  'cli.app.open': (p, f) => `请在本机的浏览器中打开此链接，并登录 ${f.code(p.place)}。在您确认之前，不会注册任何内容。`,
  'cli.app.waiting': (p, f) =>
    `正在等待您确认，最多 ${f.number(p.minutes)} 分钟。按 Ctrl-C 可停止，此时不会写入任何文件。`,
  'cli.app.timeout': (p, f) => `${f.number(p.minutes)} 分钟内无人确认；未写入任何文件。请重新运行命令`,
  'cli.app.stopped': () => '已停止；未写入任何文件',
  'cli.app.unreachable': (p, f) => `GitHub 对注册请求没有给出完整的应答（${f.text(p.detail)}）`,
  'cli.app.expired': () => 'GitHub 不认识该注册代码（404）：它已过期或已被使用。请重新运行命令',
  'cli.app.status': (p, f) =>
    `GitHub 拒绝了注册代码（HTTP ${f.code(String(p.status))}${p.detail === '' ? '' : `：${f.text(p.detail)}`}）`,
  'cli.app.broken': (p, f) => `GitHub 对注册请求的应答不完整或无法理解（${f.code(p.what)}）`,
  'cli.app.keyless': (p, f) =>
    `GitHub 上可能已有一个 App，但其密钥不在本机：请在 ${f.code(p.settings)} 删除它，然后重新运行命令`,
  'cli.app.notWritten': (p, f) =>
    `无法写入（${f.text(p.code)}）。App 已注册，但密钥已丢失：请在 ${f.code(p.settings)} 删除它，然后重新运行命令`,

  'cli.app.page.title': () => '注册 App',
  'cli.app.page.lead': () => '本页会把下面的清单交给 GitHub。您会在 GitHub 上再次看到它，可以修改名称，然后确认。',
  'cli.app.page.owner': () => '所有者',
  'cli.app.page.self': () => '您当前登录的账户',
  'cli.app.page.name': () => '名称',
  'cli.app.page.webhook': () => 'Webhook 发送到',
  'cli.app.page.permissions': () => '权限',
  'cli.app.page.events': () => '事件',
  'cli.app.page.read': () => '读取',
  'cli.app.page.write': () => '读取和写入',
  'cli.app.page.go': () => '前往 GitHub 继续',
  'cli.app.page.done': () => 'App 已注册',
  'cli.app.page.doneText': () => '密钥已写入您机器上的文件。下一步：选择仓库。',
  'cli.app.page.install': () => '安装 App',
  'cli.app.page.failed': () => '未能完成',
  'cli.app.page.terminal': () => '原因见终端。',
  'cli.app.page.stale': () => '此链接不属于正在进行的注册。',

  'cli.app.done': (p, f) => `已注册 ${f.code(p.name)}（App ID ${f.code(String(p.id))}）。`,
  'cli.app.wrote': (p, f) => `已写入 ${f.list(p.paths.map(f.code))}；只有您能读取。请勿提交到 git。`,
  'cli.app.next.start': (p, f) => `1. 启动：${f.code(p.command)}`,
  'cli.app.next.install': (p, f) => `2. 安装到仓库：${f.code(p.url)}`,
  'cli.app.next.check': (p, f) => `3. 能够给出结论时，${f.code(`${p.url}/readyz`)} 会回答“ready”。`,
}

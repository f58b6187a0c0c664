import type { start as en } from '../en/start.ts'
import type { Translation } from '../message.ts'

const words = (all: readonly string[], f: { readonly code: (literal: string) => string }): string =>
  all.map(f.code).join('、')
const restore = '请保留该文件，将最近一次备份恢复到原处，然后重新启动。'

export const start: Translation<typeof en> = {
  'start.noAppId': () => '未设置 APP_ID。它是 GitHub App 设置页面上的编号。',
  'start.appId': () => 'APP_ID 必须是 GitHub App 设置页面上的编号（数字）。',
  'start.both': (p, f) => `${f.code(p.names[0])} 与 ${f.code(p.names[1])} 同时设置了。请只保留其中一个。`,
  'start.noKey': () => '未设置 PRIVATE_KEY 或 PRIVATE_KEY_PATH。请在 GitHub App 的设置页面上生成密钥。',
  'start.noPath': (p, f) => `${f.code(p.name)} 不是路径。密钥本身应写入 ${f.code(p.instead)}。`,
  'start.openKey': (p, f) =>
    `${f.code(p.name)}：所有者以外的用户可以读取 ${f.code(p.path)}（权限 ${f.code(p.mode)}）。请对它执行 chmod 600。`,
  'start.unreadable': (p, f) => `${f.code(p.name)}：无法读取 ${f.code(p.path)}（${f.code(p.code)}）。`,
  'start.noPem': (p, f) =>
    `${f.code(p.name)} 不是 PEM 格式的私钥：它必须以 “-----BEGIN RSA PRIVATE KEY-----” 或 “-----BEGIN PRIVATE KEY-----” 开头。`,
  'start.keyType': (p, f) => `${f.code(p.name)} 是 ${f.code(p.type)} 类型的密钥；GitHub App 使用 RSA。`,
  'start.damagedKey': (p, f) => `${f.code(p.name)} 看似私钥，但无法读取：它已损坏或被截断。请重新复制整个文件。`,
  'start.noSecret': (p, f) =>
    `未设置 ${f.code(p.name)}。请设置至少 ${f.number(p.least)} 个随机字符，并与 GitHub App 中的一致。`,
  'start.knownSecret': (p, f) => `${f.code(p.name)} 是人人皆知的默认值。请设置至少 ${f.number(p.least)} 个随机字符。`,
  'start.shortSecret': (p, f) =>
    `${f.code(p.name)} 只有 ${f.number(p.length)} 个字符，至少需要 ${f.number(p.least)} 个。请设置随机值，并与 GitHub App 中的一致。`,
  'start.signIn': (p, f) =>
    `未设置 ${f.list(p.missing.map(f.code))}。网页登录需要同时设置 ${words(p.all, f)}；否则请一个也不设置。`,
  'start.publicPath': () => '启用登录时，PUBLIC_URL 不能含有路径：网页位于该主机的根路径。',
  'start.noUrl': (p, f) => `${f.code(p.name)} 不是 URL。请写完整，例如 ${f.code(p.example)}。`,
  'start.urlUser': (p, f) => `${f.code(p.name)} 不得包含用户名或密码。`,
  'start.urlQuery': (p, f) => `${f.code(p.name)} 不得包含 “?” 或 “#”。`,
  'start.urlPlain': (p, f) => `${f.code(p.name)} 必须使用 https（仅本机可用 http，例如 http://localhost:3000）。`,
  'start.databaseUrl': (p, f) => `DATABASE_URL 的写法应为 ${f.code(p.form)}。`,
  'start.databaseName': (p, f) => `DATABASE_URL 没有写明数据库名。写法：${f.code(p.form)}。`,
  'start.sslMode': (p, f) => `DATABASE_URL：sslmode 必须是以下之一：${words(p.modes, f)}。`,
  'start.sslUnsaid': () =>
    'DATABASE_URL 必须写明连接如何加密：请加上 ?sslmode=verify-full；若网络可信，可写 ?sslmode=disable。',
  'start.onePort': () => 'METRICS_PORT 不得与 PORT 相同。若只用一个端口，请不要设置它。',
  'start.repositories': () => 'POLICY_REPOSITORIES 必须是不带所有者的仓库名，例如 .github,policies。',
  'start.integer': (p, f) => `${f.code(p.name)} 必须是 ${p.min} 到 ${p.max} 之间的整数。`,
  'start.oneOf': (p, f) => `${f.code(p.name)} 必须是以下之一：${words(p.allowed, f)}。`,
  'start.acceptLoss': () => 'ACCEPT_LOSS 必须为 1，或者不设置。',
  'start.checkpointKey': () => '设置了 DATABASE_URL 时，CHECKPOINT_FILE 需要 LEDGER_KEY 或 LEDGER_KEY_PATH。',
  'start.openLedgerKey': (p, f) =>
    `所有者以外的用户可以读取台账密钥 ${f.code(p.path)}（权限 ${f.code(p.mode)}）。请对它执行 chmod 600。`,
  'start.ledgerKeyUnread': (p, f) => `无法读取台账密钥 ${f.code(p.path)}（${f.code(p.code)}）。`,
  'start.ledgerKeyUnwritten': (p, f) => `无法将台账密钥写入 ${f.code(p.path)}（${f.code(p.code)}）。`,
  'start.ledgerKey': (p, f) =>
    `${f.code(p.name)} 不是 PEM 格式的 Ed25519 私钥。生成命令：openssl genpkey -algorithm ed25519。`,
  'start.loss': (p, f) =>
    `LED-LOSS 仓库 ${f.code(p.repoId)}：缺少${p.from === p.to ? `第 ${p.from} 行` : `第 ${p.from} 至 ${p.to} 行`}。第 ${p.to} 行已于 ${f.code(p.at)} 公布；数据库止于第 ${p.end} 行。`,
  'start.lossAdvice': () =>
    '数据库比已公布的内容旧：恢复了过旧的备份，或者有行被截去。请恢复较新的备份。如果没有，请带 --accept-loss（或 ACCEPT_LOSS=1）启动一次：缺少的签核将就此丢失，需由相关人员重新签核。',
  'start.newerSchema': (p, f) =>
    `数据库由较新版本的 delivery-gates 写入（架构 ${words(p.schema, f)}，本版本只认识到 ${f.code(p.known)}）。请启动那个版本，或恢复升级之前的备份。`,
  'start.otherVersion': p =>
    `数据库属于${p.newer ? '较新' : '较旧'}版本的 delivery-gates。请使用与 App 相同版本的命令。`,
  'start.migration': () => '数据库架构未能升级；没有改动任何内容。',
  'start.noDatabase': (p, f) => `${f.code(p.path)} 处没有数据库。请将 DATA_DIR 设为 App 的数据目录。`,
  'start.inUse': (p, f) =>
    `${f.code(p.dataDir)} 正被另一个进程使用。一个数据目录只供一个进程使用：请停止另一个进程，或将 DATA_DIR 设为其他目录。`,
  'start.network': (p, f) =>
    `${f.code(p.dataDir)} 位于网络文件系统上，其文件锁无法保护台账。请将 DATA_DIR 设为本地磁盘。`,
  'start.sqlite': (p, f) =>
    `SQLite ${f.code(p.version)} 可能丢失已提交的行；需要 ${f.code(p.oldest)} 或更新的版本。请使用 Node 24。`,
  'start.damagedPages': (p, f) => `${f.code(p.path)} 已损坏（${f.code(p.problems)}）。${restore}`,
  'start.database.locked': (p, f) => `${f.code(p.path)} 被另一个程序锁定。请停止该程序，然后重新启动。`,
  'start.database.readOnly': (p, f) => `${f.code(p.path)} 是只读的。请让当前用户能够写入该目录及其中的文件。`,
  'start.database.io': (p, f) => `无法读写 ${f.code(p.path)}。请检查磁盘。`,
  'start.database.damaged': (p, f) => `${f.code(p.path)} 已损坏。${restore}`,
  'start.database.full': (p, f) => `磁盘空间不足，无法写入 ${f.code(p.path)}。请释放一些空间，然后重新启动。`,
  'start.database.unopened': (p, f) => `无法打开 ${f.code(p.path)}。请确认 DATA_DIR 是当前用户可以写入的目录。`,
  'start.database.foreign': (p, f) =>
    `${f.code(p.path)} 不是本程序的数据库。请将 DATA_DIR 设为其他目录，或恢复最近一次备份。`,
  'start.database.other': (p, f) => `无法使用 ${f.code(p.path)}：${f.code(p.reason)}。`,
  'start.postgres.backup': (p, f) => `${f.code(p.where)} 处的数据库请用 pg_dump 或归档日志的方式备份。`,
  'start.postgres.version': (p, f) =>
    `${f.code(p.where)} 处的数据库版本为 ${f.number(p.major)}；需要 ${f.number(p.oldest)} 或更新的版本。`,
  'start.postgres.encoding': (p, f) =>
    `${f.code(p.where)} 处的数据库编码为 ${f.code(p.encoding)}；请以 ENCODING 'UTF8' 创建数据库。`,
  'start.postgres.fsync': (p, f) => `${f.code(p.where)} 处的数据库关闭了 fsync，可能丢失已确认的签核；请打开 fsync。`,
  'start.postgres.commit': (p, f) =>
    `${f.code(p.where)} 处的数据库设置了 synchronous_commit = ${f.code(p.commit)}，可能丢失已确认的签核；请为该数据库将其设为 on。`,
  'start.postgres.readOnly': (p, f) => `${f.code(p.where)} 处的数据库不接受写入（备库，或为只读）；请连接主库。`,
  'start.postgres.silent': (p, f) =>
    `${f.code(p.where)} 处的数据库没有应答：${f.code(p.reason)}。请检查 DATABASE_URL，以及服务器是否在运行、是否允许该用户登录。`,
  'start.personalDays': p => `LEDGER_PERSONAL_DAYS 必须是 ${p.least} 到 ${p.most} 之间的整数。`,
  'start.listen': (p, f) =>
    p.code === 'EADDRINUSE'
      ? `另一个进程已在监听 ${f.code(p.address)}。请停止该进程，或将 PORT 设为其他端口。`
      : `App 无法监听 ${f.code(p.address)}（${f.code(p.code)}）。请检查 HOST、PORT 和 METRICS_PORT。`,
  'start.file': (p, f) => `无法读写 ${f.code(p.path)}（${f.code(p.code)}）。请检查路径，以及当前用户是否有权使用它。`,
}

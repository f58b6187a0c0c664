import type { admin as en } from '../en/admin.ts'
import type { Translation } from '../message.ts'

export const admin: Translation<typeof en> = {
  'admin.usage': (p, f) => `没有这个命令；可用的命令：${f.list(p.forms.map(f.code), 20)}`,
  'admin.arguments': (p, f) => `该命令的写法：${f.code(p.form)}`,
  'admin.option': (p, f) => `无法识别 ${f.code(p.option)}；该命令的写法：${f.code(p.form)}`,
  'admin.file': (p, f) =>
    p.code === 'EEXIST' ? '文件已存在，不会覆盖；请指定另一个文件' : `无法使用（${f.code(p.code)}）`,
  'admin.exported': (p, f) =>
    `已将 ${f.number(p.repositories)} 个仓库的 ${f.number(p.rows)} 行写入 ${f.code(p.path)}，${p.keyId === null ? '链头没有签名：App 没有密钥' : `链头由 ${f.code(p.keyId)} 签名`}。其中含有人员信息，请像保管数据库一样保管它。`,
  'admin.imported': (p, f) => `已导入 ${f.number(p.repositories)} 个仓库的 ${f.number(p.rows)} 行，每条链均验证通过。`,
  'admin.notImported': () => '没有导入任何内容：导出文件不可信。',
  'admin.taken': (p, f) => `没有导入任何内容：此处的台账已有仓库 ${f.list(p.repoIds.map(f.code), 10)} 的记录`,
  'admin.forgotten': (p, f) =>
    p.rows === 0
      ? `账号 ${f.code(p.id)}：没有可删除的登录名和文字。`
      : `账号 ${f.code(p.id)}：已从 ${f.number(p.rows)} 行中删除登录名和文字。这些行保留在账号编号之下，各链仍可通过验证。`,
  'admin.nobody': (p, f) => `台账中没有名为 ${f.person(p.login)} 的人`,
  'admin.several': (p, f) => `${f.person(p.login)} 曾是多个账号的登录名：${f.list(p.ids.map(f.code), 20)}。请指定编号`,
  'admin.noKey': (_, f) => `还没有密钥：App 在首次启动时生成，或者使用 ${f.code('LEDGER_KEY')}`,
  'admin.backedUp': (p, f) =>
    `副本已写入 ${f.code(p.path)}；其台账（${f.number(p.repositories)} 个仓库，${f.number(p.rows)} 行）验证通过。`,
  'admin.backupBroken': (p, f) => `副本已写入 ${f.code(p.path)}，但其台账未通过验证。`,
}

import type { ledger as en } from '../en/ledger.ts'
import type { Translation } from '../message.ts'

export const ledger: Translation<typeof en> = {
  'ledger.verified': (p, f) => `验证通过：${f.number(p.repositories)} 个仓库，共 ${f.number(p.rows)} 行。`,
  'ledger.notVerified': (p, f) =>
    p.bad === 0
      ? '验证未通过：有无法使用的检查点。'
      : `验证未通过：${f.number(p.repositories)} 个仓库中有 ${f.number(p.bad)} 个不可信。`,
  'ledger.chain': (p, f) =>
    `仓库 ${f.code(p.repoId)}：${f.number(p.rows)} 行${p.forgotten === 0 ? '' : `，其中 ${f.number(p.forgotten)} 行的个人信息已删除`}`,
  'ledger.compared': (p, f) =>
    `已与 ${f.number(p.published)} 个检查点比对，最新的是 ${f.code(p.at)} 的第 ${f.number(p.row)} 行`,
  'ledger.notCompared': () => '没有可比对的检查点，因此无法发现末尾被截断或整条链被重写',
  'ledger.headSigned': (p, f) => `链头由密钥 ${f.code(p.keyId)} 签名`,
  'ledger.headUnsigned': () => '没有任何内容能把它与密钥对应起来：链头没有签名，也没有提供它的检查点',
  'ledger.headForged': (p, f) => `链头的签名不是由密钥 ${f.code(p.keyId)} 作出的：链头或签名被改动过`,
  'ledger.headUnknownKey': (p, f) => `链头由密钥 ${f.code(p.keyId)} 签名，而 ${f.code('--key')} 没有提供该密钥`,
  'ledger.loss': (p, f) =>
    `${p.from === p.to ? `第 ${f.number(p.from)} 行` : `第 ${f.number(p.from)} 至 ${f.number(p.to)} 行`}已丢失并重新写入；运维人员于 ${f.code(p.at)} 接受了这一丢失`,
  'ledger.problem.altered': (p, f) => `第 ${f.number(p.row)} 行在写入之后被改动过`,
  'ledger.problem.order': (p, f) => `第 ${f.number(p.row)} 行与前一行不衔接：有行被删除、插入或移动`,
  'ledger.problem.personal': (p, f) => `第 ${f.number(p.row)} 行的登录名或理由与当时记录的不同`,
  'ledger.problem.truncated': (p, f) => `缺少第 ${f.number(p.row)} 行及其后的全部内容`,
  'ledger.problem.checkpoint': (p, f) => `第 ${f.number(p.row)} 行与当时公布的不同：这条链被重写过`,
  'ledger.checkpoint.mangled': () => '此处看起来是检查点，但内容不完整；请重新复制整行，不要改动',
  'ledger.checkpoint.forged': (p, f) =>
    `签名不是由密钥 ${f.code(p.keyId ?? '')} 作出的：该行被改动过，或者并非来自那里`,
  'ledger.checkpoint.unknown-key': (p, f) =>
    `由密钥 ${f.code(p.keyId ?? '')} 签名，而 ${f.code('--key')} 没有提供该密钥`,
  'ledger.signaturesUnchecked': (_, f) => `没有检查签名：需要 App 的公钥，即 ${f.code('--key PUBLIC.pem')}。`,
  'ledger.fault.json': () => '该行与导出时不同（被改动过，或者被编辑器以其他换行符保存）',
  'ledger.fault.record': () => '这不是导出文件中的任何一种记录，或者键不符',
  'ledger.fault.version': () => '此导出文件的版本不受本程序支持',
  'ledger.fault.utf8': () => '这些字节不是 UTF-8',
  'ledger.fault.empty': () => '文件为空',
  'ledger.fault.packed': () => '这是 gzip 压缩文件；请先解压',
  'ledger.fault.mark': () => '文件以字节顺序标记（BOM）开头：编辑器或命令行重新写过它；请使用导出时的原样文件',
  'ledger.fault.long': () => '该行超过 16 MiB',
  'ledger.fault.order': () => '该行不应出现在这里',
  'ledger.fault.cut': () => '导出文件在此处提前结束，缺少若干行',
}

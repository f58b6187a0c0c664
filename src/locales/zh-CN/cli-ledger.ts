import type { cliLedger as en } from '../en/cli-ledger.ts'
import type { Translation } from '../message.ts'

export const cliLedger: Translation<typeof en> = {
  'cli.ledger.summary': () => '离线验证台账的导出文件',
  'cli.ledger.about': () =>
    '逐行验证 App 生成的导出文件（ledger export）：没有任何行被改动、删除、插入或移动。\n使用 --checkpoint 指定含有 App 已公布检查点的文件（例如其检查的文本）：末尾没有缺失，链也没有被重写。\n使用 --key 时还会检查所有这些签名。',
  'cli.ledger.option.checkpoint': () => '含有检查点的文本；可以多次使用',
  'cli.ledger.option.key': () => 'App 的公钥；可以多次使用',
  'cli.ledger.missing': (_, f) => `缺少要验证的文件：${f.code('delivery-gates ledger verify EXPORT')}`,
  'cli.ledger.one': (p, f) => `${f.code(p.got)}：一次只能验证一个导出文件`,
  'cli.ledger.verb': (p, f) =>
    `这里没有 ${f.code(`ledger ${p.got}`)}，只有 ${f.code('ledger verify EXPORT')}。App 自己的命令见 docs/ledger.md`,
  'cli.ledger.noCheckpoint': () => '此文件中没有检查点',
  'cli.ledger.notAKey': () => '这不是 PEM 格式的密钥',
  'cli.ledger.notEd25519': (_, f) => `密钥类型不符；检查点使用 ${f.code('Ed25519')} 签名`,
}

import type { cliInit as en } from '../en/cli-init.ts'
import type { Translation } from '../message.ts'

export const cliInit: Translation<typeof en> = {
  'cli.init.summary': () => '生成一份初始策略',
  'cli.init.about': () =>
    '查看 HEAD 的文件和工作区中的报告，写出 .github/delivery-gates.yml：一份带注释的初始策略，其门禁只发出警告。\n绝不覆盖已有的策略。',
  'cli.init.option.implementer': () => '负责部署的人：登录名或团队，例如 @acme/implementation',
  'cli.init.option.print': () => '只显示策略，不写文件',
  'cli.init.written': (p, f) =>
    `已写入 ${f.code(p.path)}。请填入负责部署的人，然后试用：${f.code('delivery-gates validate')}、${f.code('delivery-gates check --base origin/main')}。`,
  'cli.init.exists': (_, f) => `已有一份策略；${f.code('delivery-gates init --print')} 可显示将要写入的内容`,
  'cli.init.failed': (p, f) => `无法写入（${f.text(p.code)}）`,

  'starter.head': () => 'Delivery Gates：拉取请求必须满足的要求。从目标分支读取。',
  'starter.roles': () => '谁可以批准和签核：登录名，或所有者的团队。请替换占位内容。',
  'starter.components': () => '仓库的组成部分；risk: high 会让其变更的分量更重。',
  'starter.gates': () => 'warn 只提示，block 才起决定作用。看过门禁的结论后，再改为 block。',
  'starter.coverage': () => '测试必须覆盖的全部代码行和变更行的百分比。',
  'starter.docs': () => '改变部署方式的变更，必须在同一个拉取请求中更新文档。',
  'starter.review': () => '每个拉取请求都会请部署人员评审；与部署有关的变更须经其批准。',
  'starter.description': () => '描述中要写明读者需要了解的内容。',
  'starter.checklist': () => '部署之前由人确认的事项。',
}

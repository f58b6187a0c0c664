import type { cliValidate as en } from '../en/cli-validate.ts'
import type { Translation } from '../message.ts'

export const cliValidate: Translation<typeof en> = {
  'cli.validate.summary': () => '指出策略文件中的问题',
  'cli.validate.about': () =>
    '读取策略文件并指出其中所有问题，每个问题都给出文件、行、列和键。\n不带 FILE 时读取工作区的策略。在 git 检出中还会指出不匹配 HEAD 中任何文件的模式。',
  'cli.validate.option.owner': () => '仓库的所有者，角色中只能使用其团队',
  'cli.validate.none': (p, f) =>
    `${f.either(p.places.map(f.code))} 处没有策略；${f.code('delivery-gates init')} 可生成一份初始策略`,
  'cli.validate.valid': (p, f) =>
    `${f.code(p.path)} 有效。已启用的门禁：${
      p.gates.length === 0
        ? '无'
        : f.list(
            p.gates.map(one => `${f.code(one.gate)}（${f.text(one.level)}）`),
            20,
          )
    }。检查清单：${f.number(p.checklists)} 份。`,
}

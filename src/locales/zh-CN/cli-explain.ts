import type { cliExplain as en } from '../en/cli-explain.ts'
import type { Translation } from '../message.ts'

export const cliExplain: Translation<typeof en> = {
  'cli.explain.summary': () => '策略中每个值的来源；各门禁作出结论的原因',
  'cli.explain.about': () =>
    '显示有效策略的每个值，以及写下它的文件和行：策略本身、它所继承的策略，或内置默认值。\nKEY 只显示一部分，例如 gates.coverage。使用 --facts 或 --pr 时：评判一个拉取请求，并说明各门禁的结论。\n不带 --policy 时为工作区的策略。',
  'cli.explain.option.policy': () => '要解释的策略；省略时为工作区的策略',
  'cli.explain.option.pr': () => 'GitHub 上拉取请求的编号；与 replay 一样需要令牌',
  'cli.explain.default': () => '默认值',
  'cli.explain.noKey': (p, f) => `策略中没有 ${f.either(p.keys.map(f.code))} 的值`,
  'cli.explain.unseen': (p, f) =>
    `${f.list([...(p.evidence ? ['工作流交给 App 的证据'] : []), ...(p.signOffs ? ['签核'] : [])])}只有 App 知道：此处显示仍在等待的，那里可能已经有了。安装了 App 时，以它的检查 ${f.code('delivery-gates')} 为准。`,
}

import type { Allowed } from '../../policy/locks.ts'
import type { policyShared as en } from '../en/policy-shared.ts'
import type { Formatter, Translation } from '../message.ts'

const chained = (chain: readonly string[], f: Formatter) => chain.map(f.code).join(' → ')

const allowed = (what: Allowed, f: Formatter): string => {
  switch (what.kind) {
    case 'least':
      return `请写 ${f.code(what.value)} 或更大的值`
    case 'most':
      return `请写 ${f.code(what.value)} 或更小的值`
    case 'values':
      return `请写 ${f.either(what.values.map(f.code))}`
    case 'no-removal':
      return '请保留继承的内容'
    case 'no-addition':
      return '请去掉新增的内容'
    case 'same':
      return '请保留继承的值'
    default:
      return what satisfies never
  }
}

export const policyShared: Translation<typeof en> = {
  'policy.extends.refused': (p, f) => {
    if (p.reason === 'owner')
      return `${f.code(p.got)} 属于其他所有者；只能继承 ${f.code(p.owner)} 的策略。处理：改为 ${f.code(p.owner)} 名下的仓库。`
    if (p.reason === 'allowed')
      return `此处不允许继承 ${f.code(p.got)} 的策略。处理：改为运维人员允许的仓库，通常是 ${f.code(`${p.owner}/.github`)}。`
    return `${f.code(p.got)} 不是共享策略的引用（应为 ${f.code('owner/repository')}、${f.code('owner/repository//path/to/file.yml')}，两者均可加 ${f.code('@ref')}）。处理：按此格式书写；网址和本机路径一律不会读取。`
  },
  'policy.extends.cycle': (p, f) => `策略之间循环继承：${chained(p.chain, f)}。处理：去掉其中一个引用。`,
  'policy.extends.depth': (p, f) =>
    `策略继承超过 ${f.number(p.limit)} 层：${chained(p.chain, f)}。处理：直接继承靠后的某个策略。`,
  'policy.extends.many': (p, f) => `继承的共享策略合计超过 ${f.number(p.limit)} 个。处理：合并其中一些。`,
  'policy.extends.missing': (p, f) =>
    `共享仓库中的 ${f.either(p.places.map(f.code))} 没有策略（${chained(p.chain, f)}）。处理：更正引用，或在那里添加该文件。`,
  'policy.extends.unread': (p, f) => {
    const named = chained(p.chain, f)
    const grant = `提供有权读取的令牌（${f.code(p.repository)} 的 ${f.code('contents: read')} 权限；工作流自带的令牌只能读取本仓库和公开仓库），或在该仓库安装 App`
    switch (p.why) {
      case 'absent':
        return `无法读取共享策略 ${named}：仓库或引用不存在，或者令牌看不到。处理：更正引用，或${grant}。`
      case 'permission':
        return `无法读取共享策略 ${named}：令牌没有权限。处理：${grant}。`
      case 'no-answer':
        return `无法读取共享策略 ${named}：GitHub 没有应答（${f.text(p.detail)}）。处理：重新运行检查。`
      case 'not-asked':
        return `共享策略 ${named} 不在本机，而此处不访问网络。处理：指定一个目录，其中按 ${f.code('owner/repository')} 存放共享仓库的副本。`
      case 'not-public':
        return `共享策略 ${named} 并非人人可读，且基准分支没有使用它，因此合并前不会打开。处理：请有权读取的人比较两个版本。`
      default:
        return p.why satisfies never
    }
  },
  'policy.shared.hidden': (p, f) =>
    `存在 ${f.code(p.code)} 类问题。并非所有人都能读取该仓库，因此不显示其内容。处理：在该文件所在的仓库中校验。`,
  'policy.version.differs': (p, f) =>
    `版本与 ${f.code(p.from)} 的版本（${f.code(p.inherited)}）不一致。处理：两处写相同的版本。`,
  'policy.merge.mixed': (p, f) =>
    `${f.code(p.key)} 不能与 ${f.code('$append')} 或 ${f.code('$remove')} 并列。处理：去掉它，或写出完整的列表。`,
  'policy.merge.noList': (p, f) => `${f.code(p.key)} 处继承的不是列表，无法增减条目。处理：直接写出值。`,
  'policy.merge.operand': (p, f) => `${f.code(p.key)} 的值应为列表。处理：把条目写在方括号内。`,
  'policy.merge.nothing': (_p, f) => `${f.code('null')} 用于删除继承的值，但此处没有继承任何值。处理：去掉这一行。`,
  'policy.merge.absent': (_p, f) => `${f.code('$remove')} 中的条目并非继承而来。处理：去掉它，或按继承的写法书写。`,
  'policy.lock.unknown': (p, f) =>
    `${f.code(p.got)} 不是策略中的键。处理：写键路径，例如 ${f.code('gates.coverage.project.min')} 或 ${f.code('gates.*.level')}。`,
  'policy.locked': (p, f) => {
    const own = p.own === null ? '此处却将其去掉' : `此处却写为 ${f.code(p.own)}`
    const inherited = p.inherited === null ? '' : `（值为 ${f.code(p.inherited)}）`
    return `${f.code(p.key)} 已被 ${f.code(p.from)} 锁定${inherited}，不能放宽；${own}。处理：${allowed(p.allowed, f)}。`
  },
}

import type { Expected, Got } from '../../policy/issues.ts'
import type { FileKind } from '../../policy/search.ts'
import type { policy as en } from '../en/policy.ts'
import type { Formatter, Translation } from '../message.ts'

interface Pattern {
  readonly pattern: string
  readonly column: number
}

const at = ({ pattern, column }: Pattern, f: Formatter) => `${f.code(pattern)} 的第 ${f.number(column)} 个字符`

const expectedNames: Readonly<Record<Expected, string>> = {
  text: '文本',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  list: '列表',
  mapping: '键值映射',
  'text-or-mapping': '文本，或“语言到文本”的映射',
}

const kindNames = { text: '文本', number: '数字', boolean: '布尔值' } as const

const gotText = (got: Got, f: Formatter): string => {
  if (got.kind === 'nothing') return '空值'
  if (got.kind === 'list') return '列表'
  if (got.kind === 'mapping') return '映射'
  return `${kindNames[got.kind]} ${f.code(got.value)}`
}

const codes = (values: readonly string[], f: Formatter, max?: number) => f.either(values.map(f.code), max)
const perhaps = (suggestion: string | null, f: Formatter) =>
  suggestion === null ? '' : `是否想写 ${f.code(suggestion)}？`
const known = (values: readonly string[], f: Formatter) =>
  values.length === 0 ? '' : `（已有：${f.list(values.map(f.code), 12)}）`

const fileKinds: Readonly<Record<FileKind, string>> = {
  symlink: '符号链接',
  submodule: '子模块',
  directory: '目录',
  lfs: 'Git LFS 指针文件',
  other: '非普通文件',
}

const bounds = (min: number | null, max: number | null, f: Formatter): string => {
  if (min !== null && max !== null) return ` ${f.number(min)} 到 ${f.number(max)} 之间的`
  if (min !== null) return `不小于 ${f.number(min)} 的`
  return max === null ? '' : `不大于 ${f.number(max)} 的`
}

export const policy: Translation<typeof en> = {
  'glob.negation': (p, f) =>
    `${f.code(p.pattern)} 的作用是从前面的条目中排除，但前面没有条目，因此匹配不到任何文件。处理：先写出要匹配的内容，例如 ${f.code('**')}。`,
  'glob.twice-negated': (p, f) =>
    `${f.code(p.pattern)} 开头有多个 ${f.code('!')}。处理：只保留一个；如果文件名以 ${f.code('!')} 开头，请写成 ${f.code('\\!')}。`,
  'glob.nesting': (p, f) => `花括号嵌套过深，位于${at(p, f)}（最多 8 层）。处理：拆成多条模式。`,
  'glob.size': (p, f) => `模式 ${f.code(p.pattern)} 过长（最多 ${f.number(1024)} 个字符）。处理：拆成多条模式。`,
  'glob.empty': (p, f) => `模式 ${f.code(p.pattern)} 没有指定任何路径。处理：如需匹配所有文件，请写 ${f.code('**')}。`,
  'glob.absolute': (p, f) =>
    `${f.code(p.pattern)} 是某台机器上的绝对路径。处理：改为相对于仓库根目录的路径，并使用 ${f.code('/')} 分隔。`,
  'glob.parent': (p, f) => `${f.code('..')} 超出了仓库范围，位于${at(p, f)}。处理：从仓库根目录开始书写路径。`,
  'glob.space': (p, f) =>
    `${f.code(p.pattern)} 的开头或结尾有空白字符（第 ${f.number(p.column)} 个字符）。处理：删除空白；如果文件名中确实有空格，请写成 ${f.code('[ ]')}。`,
  'glob.nul': (p, f) => `${at(p, f)}是 NUL 字符，文件名中不可能出现。处理：将其删除。`,
  'glob.backslash': (p, f) =>
    `${at(p, f)}是反斜杠。处理：目录之间用 ${f.code('/')} 分隔；要匹配特殊字符本身，请写成 ${f.code('[*]')} 的形式。`,
  'glob.extended': (p, f) =>
    `不支持 ${f.code('+(a|b)')} 这类扩展模式，位于${at(p, f)}。处理：改写为 ${f.code('{a,b}')}；如果文件名中有圆括号，请写成 ${f.code('[(]')}。`,
  'glob.brace': (p, f) => `花括号不成对，位于${at(p, f)}。处理：补全括号；要匹配花括号本身，请写成 ${f.code('[{]')}。`,
  'glob.class': (p, f) =>
    `${f.code('[')} 在同一级目录名内没有闭合，位于${at(p, f)}。处理：补上 ${f.code(']')}；要匹配方括号本身，请写成 ${f.code('[[]')}。`,
  'glob.named-class': (p, f) =>
    `不支持 ${f.code('[[:alpha:]]')} 这类命名字符集，位于${at(p, f)}。处理：直接写出范围，例如 ${f.code('[a-zA-Z]')}。`,
  'glob.range': (p, f) =>
    `方括号中的范围前后颠倒，位于${at(p, f)}。处理：把较小的字符写在前面，例如 ${f.code('[a-z]')}。`,
  'glob.sequence': (p, f) =>
    `不支持 ${f.code('{1..3}')} 这类序列，位于${at(p, f)}。处理：逐个列出，例如 ${f.code('{1,2,3}')}。`,
  'glob.alternatives': (p, f) =>
    `${f.code(p.pattern)} 中的花括号展开后模式过多（最多 64 条，合计 ${f.number(4096)} 个字符）。处理：拆成多条模式，或改用 ${f.code('*')}。`,
  'glob.empty-segment': (p, f) => `缺少目录名，位于${at(p, f)}。处理：目录之间只写一个 ${f.code('/')}。`,
  'glob.dot': (p, f) => `以 ${f.code('.')} 作为目录名匹配不到任何文件，位于${at(p, f)}。处理：将其删除。`,
  'glob.globstar': (p, f) =>
    `${f.code('**')} 没有独占一级目录，位于${at(p, f)}。处理：匹配所有目录请写 ${f.code('**/*.ts')}，只匹配一级请写 ${f.code('*')}。`,
  'policy.broken': (p, f) => `策略文件 ${f.code(p.path)} 有 ${f.number(p.count)} 处问题，因此无法作出任何判断。`,
  'policy.broken.next': () => '请在目标分支上修正策略文件；所有问题及其位置均已列出。',
  'policy.empty': (_p, f) =>
    `文件没有内容。处理：至少写入 ${f.code('version: 1')}；如果想使用内置默认策略，请删除该文件。`,
  'policy.empty.list': () => '列表为空（至少需要一个条目）。处理：添加条目，或删除该键。',
  'policy.empty.role': (p, f) =>
    `角色 ${f.code(p.role)} 没有成员，将无人可以签核。处理：添加用户或团队，或删除该角色。`,
  'policy.empty.text': () => '文本为空（至少需要一个字符）。处理：填写内容，或删除该键。',
  'policy.encoding': (p, f) => `文件编码为 ${f.code(p.encoding)}（应为 UTF-8）。处理：另存为 UTF-8。`,
  'policy.encoding.byte': (p, f) =>
    `偏移量 ${f.number(p.offset)} 处的字节 ${f.code(`0x${p.byte.toString(16).toUpperCase().padStart(2, '0')}`)} 不是有效的 UTF-8。处理：将文件另存为 UTF-8。`,
  'policy.control': (p, f) =>
    `不允许使用控制字符 ${f.code(`U+${p.codePoint.toString(16).toUpperCase().padStart(4, '0')}`)}。处理：将其删除。`,
  'policy.size': (p, f) => `文件过大（${f.number(p.bytes)} 字节，最多 ${f.number(p.limit)} 字节）。处理：精简内容。`,
  'policy.entries': (p, f) =>
    `条目过多（${f.number(p.count)} 个，最多 ${f.number(p.limit)} 个）。处理：删减条目，或改用模式。`,
  'policy.length': (p, f) => `文本过长（${f.number(p.length)} 个字符，最多 ${f.number(p.limit)} 个）。处理：缩短文本。`,
  'policy.ambiguous': (p, f) =>
    `存在两个策略文件：${f.code(p.first)} 和 ${f.code(p.second)}。处理：保留一个，删除另一个。`,
  'policy.file': p => `策略文件是${fileKinds[p.kind]}（应为普通文件）。处理：直接提交文件本身。`,
  'policy.multidoc': (_p, f) =>
    `从这里开始是第二个 YAML 文档（只允许一个）。处理：删除 ${f.code('---')} 这一行以及不属于策略的内容。`,
  'policy.syntax': (p, f) => {
    if (p.reason === 'tab') return '使用了制表符缩进。处理：改用空格缩进。'
    if (p.reason === 'directive') return `不支持 YAML 指令。处理：删除以 ${f.code('%')} 开头的行。`
    return `从这里开始不是有效的 ${p.reason === 'json' ? 'JSON' : 'YAML'}（${f.text(p.detail)}）。处理：检查引号、括号、逗号和缩进。`
  },
  'policy.alias.many': (p, f) => `别名过多（最多 ${f.number(p.limit)} 个）。处理：直接写出各个值。`,
  'policy.alias.unknown': (p, f) =>
    `别名 ${f.code(`*${p.name}`)} 之前没有对应的锚点。处理：先定义 ${f.code(`&${p.name}`)}；如果它本来就是文本，请加上引号。`,
  'policy.alias.cycle': (p, f) => `别名 ${f.code(`*${p.name}`)} 出现在它自己的锚点内部。处理：直接写出值。`,
  'policy.depth': (p, f) => `嵌套过深（最多 ${f.number(p.limit)} 层）。处理：检查括号和缩进。`,
  'policy.tag': (p, f) => `不支持 YAML 标签 ${f.code(p.tag)}。处理：将其删除；以 ${f.code('!')} 开头的文本请加上引号。`,
  'policy.key': () => '键不是普通文本。处理：改为普通的键名。',
  'policy.key.merge': (_p, f) => `不支持合并键 ${f.code('<<')}。处理：逐个写出各键。`,
  'policy.key.forbidden': (p, f) => `不允许使用键 ${f.code(p.key)}。处理：换一个名称。`,
  'policy.key.twice': (p, f) =>
    `键 ${f.code(p.key)} 重复出现，位于第 ${f.number(p.first)} 行和第 ${f.number(p.second)} 行。处理：只保留一个。`,
  'policy.unknown': (p, f) =>
    `未知的键 ${f.code(p.got)}${p.characters.length === 0 ? '' : `，其中包含字符 ${f.list(p.characters.map(f.code), 8)}`}。${
      perhaps(p.suggestion, f) || (p.known.length === 0 ? '' : `此处可用：${f.list(p.known.map(f.code), 12)}。`)
    }处理：更正或删除该键。`,
  'policy.required': (p, f) => `缺少键 ${f.code(p.key)}。处理：补上该键。`,
  'policy.version': (p, f) =>
    `不支持的版本（实际为${gotText(p.got, f)}，支持：${f.list(p.supported.map(String).map(f.code))}）。处理：写成 ${f.code('version: 1')}。`,
  'policy.type': (p, f) =>
    `类型错误（实际为${gotText(p.got, f)}，应为${expectedNames[p.expected]}）。处理：改为${p.hint === null ? expectedNames[p.expected] : ` ${f.code(p.hint)}`}${p.got.kind === 'nothing' ? '，或删除该键' : ''}。`,
  'policy.number': (p, f) =>
    `不是普通的十进制数字（实际为 ${f.code(p.got)}${p.value === null ? '' : `，YAML 会读作 ${f.code(p.value)}`}）。处理：只用数字 0 到 9 和至多一个小数点书写，不要以 0 补位。`,
  'policy.range': (p, f) =>
    `超出范围（实际为 ${f.code(p.got)}，应为${bounds(p.min, p.max, f)}${p.integer ? '整数' : '数字'}）。处理：改为范围内的数字。`,
  'policy.enum': (p, f) =>
    `未知的取值（实际为${gotText(p.got, f)}，应为 ${codes(p.allowed, f, 12)}）。${perhaps(p.suggestion, f)}处理：改为其中之一。`,
  'policy.id': (p, f) =>
    `名称不可用（实际为 ${f.code(p.got)}，应以小写字母开头，只含小写字母、数字和 ${f.code('-')}，最多 ${f.number(40)} 个字符）。处理：更换名称。`,
  'policy.id.twice': (p, f) =>
    `名称 ${f.code(p.id)} 重复使用，位于第 ${f.number(p.first)} 行和第 ${f.number(p.second)} 行。处理：更换其中一个。`,
  'policy.format': (p, f) => `格式错误（实际为 ${f.code(p.got)}，应为 ${f.code(p.pattern)}）。处理：按该格式书写。`,
  'policy.login': (p, f) =>
    `既不是用户也不是团队（实际为 ${f.code(p.got)}，应为 ${f.code('@login')} 或 ${f.code('@owner/team')}；机器人不能签核）。处理：按提及的写法填写，并加上引号。`,
  'policy.workflow': (p, f) =>
    `不是工作流（实际为 ${f.code(p.got)}，应为本仓库的 ${f.code('.github/workflows/ci.yml')}，或 ${f.code('owner/name/.github/workflows/gates.yml@refs/heads/main')}）。处理：按其中一种格式书写；其他仓库的工作流须注明 ref。`,
  'policy.org': (p, f) =>
    `团队 ${f.person(p.got.slice(1))} 属于其他所有者（应为 ${f.code(p.owner)} 的团队）。处理：改用 ${f.code(p.owner)} 的团队，或逐个列出人员。`,
  'policy.date': (p, f) => `${f.code(p.got)} 不是一个日期。请按年、月、日书写，例如 ${f.code('2027-03-31')}。`,
  'policy.impossible': (p, f) =>
    `要求的人数超过角色 ${f.code(p.role)} 的人数（要求 ${f.number(p.count)} 人，最多 ${f.number(p.members)} 人）。处理：降低人数要求，或为该角色添加人员。`,
  'policy.role.unknown': (p, f) =>
    `没有角色 ${f.code(p.got)}${known(p.known, f)}。${perhaps(p.suggestion, f)}处理：改用已有角色，或在 ${f.code('roles')} 下添加。`,
  'policy.checklist.unknown': (p, f) =>
    `没有检查清单 ${f.code(p.got)}。${p.suggestion === null ? '' : `是否想写 ${f.code(p.suggestion)}？`}${p.known.length === 0 ? '策略中没有检查清单。' : `已有：${f.list(p.known.map(f.code), 20)}。`}`,
  'policy.checklist.off': (p, f) =>
    `检查清单 ${f.code(p.got)} 已关闭，不会询问任何人。处理：为它设置其他级别，或从 ${f.code('requires')} 中移除。`,
  'policy.evidence.circle': (p, f) => `门禁 ${f.code(p.gate)} 以检查清单为依据，因此不能勾选其中的条目。`,
  'policy.component.unknown': (p, f) =>
    `没有组件 ${f.code(p.got)}${known(p.known, f)}。${perhaps(p.suggestion, f)}处理：改用已有组件，或在 ${f.code('components')} 下添加。`,
  'policy.evidence.form': (p, f) =>
    `不是有效的证据来源（实际为 ${f.code(p.got)}，应为 ${f.code('gates.<name>')}）。处理：例如写成 ${f.code('gates.coverage')}。`,
  'policy.evidence.unknown': (p, f) =>
    `没有门禁 ${f.code(p.got)}${known(p.known, f)}。${perhaps(p.suggestion, f)}处理：改用已有的门禁。`,
  'policy.evidence.off': (p, f) =>
    `门禁 ${f.code(p.gate)} 未启用，该检查项永远无法勾选。处理：在 ${f.code('gates')} 下启用它，或为该项指定角色。`,
  'policy.signer.none': (p, f) =>
    `检查项 ${f.code(p.item)} 既没有角色也没有证据，将无人可以勾选。处理：添加 ${f.code('role')} 或 ${f.code('evidence')}。`,
  'policy.signer.both': (p, f) =>
    `检查项 ${f.code(p.item)} 同时有角色和证据（只能有其一）。处理：删除其中之一，或拆成两项。`,
  'policy.literal': (p, f) => `策略文件中的表达式不会展开，${f.code(p.got)} 将按字面处理。处理：直接写出值。`,
  'policy.invalid': (p, f) => `此处不允许（${f.text(p.detail)}）。处理：参见 docs/policy.md。`,
  'policy.glob.unmatched': (p, f) =>
    `${f.code(p.pattern)} 没有匹配到仓库中的任何文件。${
      p.hint === null ? '' : `${f.code(p.hint)} 仅大小写不同。`
    }处理：更正或删除该模式。`,
  'policy.change': (p, f) => `${f.code(p.key)} ${f.code(p.from)} → ${f.code(p.to)}`,
  'policy.change.added': (p, f) => `新增 ${f.code(p.key)}${p.value === null ? '' : `：${f.code(p.value)}`}`,
  'policy.change.removed': (p, f) => `移除 ${f.code(p.key)}${p.value === null ? '' : `：${f.code(p.value)}`}`,
  'policy.change.order': (p, f) => `${f.code(p.key)} 中模式的顺序有变化，以最后匹配的一条为准`,
  'policy.change.created': () => '新增了策略文件；在它进入目标分支之前，仍按内置默认策略判断。',
  'policy.change.deleted': (_p, f) => `策略文件被移除；将改用 ${f.code('warn')} 级别的内置默认策略，不会拦截任何合并。`,
  'policy.change.broken': (p, f) => `修改后的策略文件有 ${f.number(p.count)} 处问题；合并后将无法作出任何判断。`,
}

import type { reportFaults as en } from '../en/report-faults.ts'
import type { Translation } from '../message.ts'

const jsonTypes = { number: '数字', text: '文本', object: '对象', list: '列表' } as const

export const reportFaults: Translation<typeof en> = {
  'coverage.fault.empty': () => '没有任何可执行行；什么都没有测量不等于 100%',
  'coverage.fault.empty-file': () => '文件为空；什么都没有测量不等于 100%',
  'coverage.fault.encoding': (p, f) => `不支持编码 ${f.code(p.encoding)}，请以 UTF-8 输出`,
  'coverage.fault.not-utf8': () => '有一个名称不符合文件的编码',
  'coverage.fault.html': () => '看起来是 HTML 页面，而不是报告',
  'coverage.fault.gzip': () => '是 gzip 压缩文件，请先解压',
  'coverage.fault.binary': () => '是二进制文件，而不是报告',
  'coverage.fault.unknown-format': (p, f) => `无法识别格式；已知格式为 ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.unknown-root': (p, f) =>
    `根元素为 ${f.code(p.root)} 的 XML 不是已知的覆盖率报告；已知格式为 ${f.list(p.formats.map(f.code), 20)}`,
  'coverage.fault.too-large': () => '所含文件、行、分支或属性的数量超出任何真实报告',
  'coverage.fault.long-record': (p, f) => `有一条记录超过 ${f.number(p.limit)} 字节`,
  'coverage.fault.long-path': (p, f) => `有一个路径超过 ${f.number(p.limit)} 字节`,
  'coverage.fault.no-path': () => '有一个文件没有路径',
  'coverage.fault.control': () => '有一个路径含有控制字符',
  'coverage.fault.surrogate': () => '路径中含有不成对的代理码位',
  'coverage.fault.lcov.truncated': () => '在 end_of_record 之前就结束了，生成它的工具可能被中断',
  'coverage.fault.lcov.unclosed': () => '上一个文件尚未以 end_of_record 结束，新的文件就开始了',
  'coverage.fault.lcov.no-record': () => '此处不是 LCOV 记录',
  'coverage.fault.lcov.outside': (p, f) => `${f.code(p.key)} 位于文件之外（之前没有 SF）`,
  'coverage.fault.lcov.value': (p, f) => `${f.code(`${p.key}:${p.value}`)} 不是可能的值`,
  'coverage.fault.xml.truncated': () => 'XML 在根元素关闭之前就结束了，生成它的工具可能被中断',
  'coverage.fault.xml.no-root': (p, f) => `没有 XML 根元素，应为 ${f.code(p.expected)}`,
  'coverage.fault.xml.root': (p, f) => `根元素是 ${f.code(p.found)}，应为 ${f.code(p.expected)}`,
  'coverage.fault.xml.depth': (p, f) => `元素嵌套超过 ${f.number(p.limit)} 层`,
  'coverage.fault.xml.doctype': () => '文档类型定义了元素和属性以外的内容；报告不得定义实体',
  'coverage.fault.xml.second-doctype': () => '文档类型出现在不允许的位置',
  'coverage.fault.xml.syntax': () => '此处不是格式良好的 XML',
  'coverage.fault.xml.entity': (p, f) => `${f.code(p.text)} 不是 XML 已知的实体`,
  'coverage.fault.xml.end-tag': (p, f) => `结束标签 ${f.code(p.name)} 与所关闭的元素不符`,
  'coverage.fault.xml.duplicate': (p, f) => `属性 ${f.code(p.name)} 重复出现`,
  'coverage.fault.xml.misplaced': (p, f) => `元素 ${f.code(p.name)} 出现在不允许的位置`,
  'coverage.fault.xml.value': (p, f) => `${f.code(`${p.name}="${p.value}"`)} 不是可能的值`,
  'coverage.fault.json.truncated': () => 'JSON 在其值结束之前就中断了，生成它的工具可能被中断',
  'coverage.fault.json.syntax': () => '此处不是格式良好的 JSON',
  'coverage.fault.json.depth': (p, f) => `对象和列表嵌套超过 ${f.number(p.limit)} 层`,
  'coverage.fault.json.duplicate': (p, f) => `键 ${f.code(p.key)} 在同一对象中重复出现`,
  'coverage.fault.json.key': (p, f) => `${f.code(p.key)} 不是报告中的键`,
  'coverage.fault.json.type': (p, f) => `${f.code(p.key)} 必须是${jsonTypes[p.expected]}`,
  'coverage.fault.json.missing': (p, f) => `缺少 ${f.code(p.key)}`,
  'coverage.fault.json.value': (p, f) => `${f.code(`${p.key}: ${p.value}`)} 不是可能的值`,
  'coverage.fault.json.above': (p, f) =>
    `${f.code(p.path)} 的 ${f.code(p.key)}：覆盖 ${f.number(p.covered)}，总数却只有 ${f.number(p.total)}`,
  'coverage.fault.json.path': (p, f) => `文件 ${f.code(p.key)} 自称为 ${f.code(p.path)}`,
  'coverage.fault.go.no-mode': (_p, f) =>
    `Go 覆盖率文件应以 ${f.code('mode: set')}、${f.code('mode: count')} 或 ${f.code('mode: atomic')} 开头`,
  'coverage.fault.go.mode': (p, f) =>
    `${f.code(p.line)} 不是模式；Go 只有 ${f.code('set')}、${f.code('count')} 和 ${f.code('atomic')}`,
  'coverage.fault.go.two-modes': (p, f) =>
    `模式 ${f.code(p.mode)} 与之前的模式 ${f.code(p.first)} 矛盾，两者之间没有任何代码块`,
  'coverage.fault.go.no-block': () => '此处不是 Go 覆盖率文件的代码块',
  'coverage.fault.go.backwards': () => '代码块的结束位置在起始位置之前',
  'coverage.fault.go.line': (p, f) => `${f.code(p.line)} 不是可能的行号`,
  'coverage.fault.go.truncated': () => '在一行的中间就结束了，生成它的工具可能被中断',
  'coverage.fault.cobertura.nested': () => '一个类嵌套在另一个类之中',
}

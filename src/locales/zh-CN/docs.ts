import type { docs as en } from '../en/docs.ts'
import type { Formatter, Translation } from '../message.ts'

type Params<C extends keyof typeof en> = Parameters<(typeof en)[C]>[0]

const documents: Readonly<Record<Params<'docs.rule.failed'>['kind'], string>> = {
  deployment: '部署文档',
  api: '接口文档',
  faq: '常见问题文档',
  changelog: '更新日志',
  configuration: '配置文档',
  other: '文档',
}

const hollow: Readonly<Record<Params<'docs.document.hollow'>['reason'], string>> = {
  deleted: '已被删除',
  renamed: '只是移动或重命名',
  copied: '只是一份副本',
  mode: '只改了文件模式，文字未变',
  link: '是链接或子模块，不是文字',
  binary: '是二进制文件，无法读取文字',
  lfs: '是 Git LFS 指针，无法读取文字',
  generated: '已列为自动生成',
  empty: '是空文件',
  removed: '只删除了文字',
  whitespace: '只改了空白、换行符、标点或标记',
  invisible: '只改了注释、文首元数据、日期或链接定义',
  moved: '只移动或重新排列了文字',
}

const parts: Readonly<Record<Params<'diff.patch'>['expected'], string>> = {
  file: '文件头',
  hunk: '变更块头',
  line: '变更块中的一行',
  end: '结尾',
}

const lineList = (lines: readonly number[], f: Formatter): string =>
  `第 ${f.list(lines.map(line => f.code(String(line))))} 行`

const place = (at: { readonly path: string; readonly line: number | null }, f: Formatter): string =>
  at.line === null ? f.place(at.path) : f.place(at.path, at.line)

function howTo(step: Params<'docs.failed.next'>['fixes'][number], f: Formatter): string {
  if (step.fix === 'fill') return `请补全 ${f.code(step.path)} ${lineList(step.lines, f)}的占位内容。`
  if (step.fix === 'extend') return `请在 ${f.code(step.path)} 中再新增至少 ${f.number(step.missing)} 个词。`
  return `请在 ${f.either(step.update.map(f.code))} 中说明这次变更，至少新增 ${f.number(step.min)} 个词。`
}

export const docs: Translation<typeof en> = {
  'diff.record': (p, f) => `git diff 的输出在第 ${f.number(p.record)} 条记录处中断或无法识别。`,
  'diff.patch': (p, f) =>
    `补丁第 ${f.number(p.line)} 行无法识别：此处应为${parts[p.expected]}，${p.found === null ? '但补丁到此结束' : `实际是 ${f.code(p.found)}`}。`,
  'diff.counts': (p, f) =>
    `${f.code(p.path)} 的补丁不完整：其中新增 ${f.number(p.additions)} 行、删除 ${f.number(p.deletions)} 行，而 git 统计为 ${f.number(p.stated.additions)} 行和 ${f.number(p.stated.deletions)} 行。`,
  'diff.cut': () => 'git diff 的输出在一行中间中断。',
  'diff.size': (p, f) => `补丁有 ${f.number(p.bytes)} 字节，最多能读取 ${f.number(p.max)} 字节。`,

  'docs.rule.duplicate': (p, f) => `有两条文档规则使用了同一个 id ${f.code(p.id)}，请各用各的。`,
  'docs.files.absent': () => '缺少变更文件列表，无法检查任何文档规则。',
  'docs.files.absent.next': () => '请重新运行检查；如果仍然如此，请确认令牌可以读取该拉取请求。',
  'docs.empty': () => '该拉取请求没有改动任何文件，无需更新文档。',
  'docs.idle': (p, f) => `没有适用的规则：没有变更文件要求更新文档（已检查 ${f.number(p.rules)} 条规则）。`,
  'docs.passed': (p, f) =>
    `已更新：${f.list(p.updated.map(each => `${f.code(each.document)}（${f.code(each.rule)}，新增 ${f.number(each.words)} 个词）`))}。`,
  'docs.failed': (p, f) => {
    const [first, second] = p.rules
    if (first && !second) return `${place(first, f)} 有变更，但没有更新${documents[first.kind]}。`
    return `${f.number(p.checked)} 条文档规则中有 ${f.number(p.rules.length)} 条缺少文档：${f.list(p.rules.map(each => `${f.code(each.rule)}（${place(each, f)}）`))}。`
  },
  'docs.failed.next': (p, f) => p.fixes.map(fix => howTo(fix, f)).join(''),
  'docs.unread': (p, f) => `无法读取 ${f.code(p.document)} 的改动，因此不知道它是否满足规则 ${f.code(p.rule)}。`,
  'docs.unread.next': (p, f) =>
    `GitHub 会略去过大的补丁：请缩小 ${f.code(p.document)} 的改动，或让 Action 在完整检出中检查。`,
  'docs.rule.idle': (p, f) => `规则 ${f.code(p.rule)}：没有变更文件要求更新文档。`,
  'docs.rule.passed': (p, f) => `规则 ${f.code(p.rule)}：${f.code(p.document)} 新增 ${f.number(p.words)} 个词。`,
  'docs.rule.failed': (p, f) => {
    const others = p.others.length === 0 ? '' : `，${f.list(p.others.map(f.code), 3)} 也有变更`
    return `规则 ${f.code(p.rule)}：${place(p, f)} 有变更${others}，但${documents[p.kind]}没有新增文字。应更新 ${f.either(p.update.map(f.code))}。`
  },
  'docs.document.hollow': (p, f) => `${f.code(p.path)} 不算数：该文件${hollow[p.reason]}。`,
  'docs.document.placeholder': (p, f) => `${f.code(p.path)} 不算数：${lineList(p.lines, f)}还有占位内容。`,
  'docs.document.few': (p, f) =>
    `${f.code(p.path)} 不算数：新增 ${f.number(p.words)} 个词，要求至少 ${f.number(p.min)} 个。`,
}

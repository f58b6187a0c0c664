import type { conventions as en } from '../en/conventions.ts'
import type { Translation } from '../message.ts'

const parts: Readonly<Record<string, string>> = {
  title: '标题',
  labels: '标签',
  milestone: '里程碑',
  linked_issue: '关联的议题',
}

export const conventions: Translation<typeof en> = {
  'conventions.empty': (_, f) =>
    `没有提出任何要求：请写出 ${f.either(['title', 'labels', 'milestone', 'linked_issue'].map(f.code))}。`,
  'conventions.pattern.all': (p, f) => `${f.code(p.pattern)} 匹配一切，等于没有要求（CFG-REGEX）。`,
  'conventions.passed': () => '一切符合约定。',
  'conventions.failed': (p, f) => `不符合约定：${f.list(p.what.map(one => parts[one] ?? f.text(one)))}。`,
  'conventions.failed.next': () => '请编辑该拉取请求；不需要推送。',
  'conventions.title.form': (p, f) =>
    `标题不符合 ${f.code('type: subject')} 或 ${f.code('type(scope): subject')} 的形式；类型：${f.list(p.types.map(f.code), 12)}。`,
  'conventions.title.type': (p, f) => `标题的类型 ${f.code(p.type)} 不在 ${f.list(p.types.map(f.code), 12)} 之中。`,
  'conventions.title.scope': (p, f) =>
    `${p.scope === null ? '标题没有范围' : `标题的范围 ${f.code(p.scope)} 未知`}；范围：${f.list(p.scopes.map(f.code), 12)}。`,
  'conventions.title.pattern': (p, f) => `标题不匹配 ${f.either(p.patterns.map(f.code))}。`,
  'conventions.title.length': (p, f) => `标题有 ${f.number(p.length)} 个字符，最多允许 ${f.number(p.most)} 个。`,
  'conventions.label.any': (p, f) => `没有 ${f.list(p.labels.map(f.code), 10)} 中的任何标签。`,
  'conventions.label.all': (p, f) => `缺少标签 ${f.code(p.label)}。`,
  'conventions.label.none': (p, f) => `不得有标签 ${f.code(p.label)}。`,
  'conventions.label.one': (p, f) =>
    `标签 ${f.code(p.group)} 必须恰好有一个；现有：${p.found.length === 0 ? '无' : f.list(p.found.map(f.code))}。`,
  'conventions.milestone.none': () => '没有里程碑。',
  'conventions.milestone.pattern': (p, f) =>
    `里程碑 ${f.code(p.milestone)} 不匹配 ${f.either(p.patterns.map(f.code))}。`,
  'conventions.issue.none': (_, f) => `没有关闭任何议题：请在描述中写 ${f.code('Closes #12')}，或关联一个议题。`,
  'conventions.issue.closed': () => '它要关闭的议题都已关闭。',
}

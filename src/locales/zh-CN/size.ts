import type { size as en } from '../en/size.ts'
import type { Formatter, Translation } from '../message.ts'

type Counts = Parameters<(typeof en)['size.passed']>[0]

const amount = (p: Counts, f: Formatter): string =>
  `${f.number(p.files)} 个文件中变更 ${f.number(p.lines)} 行${p.excluded === 0 ? '' : `（另有 ${f.number(p.excluded)} 个文件不计）`}`

const allowed = (p: Counts, f: Formatter): string =>
  [
    ...(p.maxLines === null ? [] : [`${f.number(p.maxLines)} 行`]),
    ...(p.maxFiles === null ? [] : [`${f.number(p.maxFiles)} 个文件`]),
  ].join('、')

export const size: Translation<typeof en> = {
  'size.passed': (p, f) => `${amount(p, f)}；允许 ${allowed(p, f)}。`,
  'size.failed': (p, f) => `${amount(p, f)}；最多允许 ${allowed(p, f)}。`,
  'size.failed.next': (p, f) =>
    p.parts.length < 2
      ? '请拆分成可以逐个阅读的拉取请求。'
      : `请拆分，例如按 ${f.list(p.parts.map(one => `${f.code(one.name)}（${f.number(one.lines)} 行）`))}。`,
  'size.file': (p, f) => `新增 ${f.number(p.additions)} 行，删除 ${f.number(p.deletions)} 行。`,
}

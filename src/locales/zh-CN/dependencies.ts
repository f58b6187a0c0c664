import type { dependencies as en } from '../en/dependencies.ts'
import type { Translation } from '../message.ts'

const standings = {
  done: '已完成',
  open: '尚未完成',
  closed: '未合并就已关闭',
  foreign: '属于策略不允许的其他所有者',
  unread: '不存在，或此令牌无权读取',
} as const

export const dependencies: Translation<typeof en> = {
  'dependencies.none': (_, f) => `描述中没有用 ${f.code('Depends-On:')} 指明依赖。`,
  'dependencies.passed': (p, f) =>
    `所依赖的 ${f.number(p.total)} 个拉取请求均已${p.need === 'merged' ? '合并' : '合并或就绪'}。`,
  'dependencies.waiting': (p, f) =>
    `依赖 ${f.number(p.total)} 个拉取请求；尚未${p.need === 'merged' ? '合并' : '就绪'}的有：${f.list(p.refs.map(f.code))}。`,
  'dependencies.waiting.next': (p, f) =>
    p.need === 'merged'
      ? `请先合并 ${f.list(p.refs.map(f.code))}。`
      : `请先让 ${f.list(p.refs.map(f.code))} 的检查 ${f.code('delivery-gates')} 通过。`,
  'dependencies.failed': (p, f) =>
    `所依赖的 ${f.number(p.total)} 个拉取请求中，以下不可能先被合并：${f.list(p.refs.map(f.code))}。`,
  'dependencies.failed.next': (_, f) => `请更正描述中的 ${f.code('Depends-On:')} 行，或重新打开这些拉取请求。`,
  'dependencies.unknown': (p, f) =>
    [
      ...(p.refs.length === 0 ? [] : [`无法读取：${f.list(p.refs.map(f.code))}。`]),
      ...(p.truncated ? ['依赖超出了追踪的范围（50 个拉取请求、5 层）。'] : []),
    ].join(''),
  'dependencies.unknown.next': () => '请在它们所在之处安装 App，或为 Action 提供可以读取它们的令牌。',
  'dependencies.malformed': (p, f) =>
    `${f.code('Depends-On:')} 后面的内容不是拉取请求：${f.list(p.malformed.map(f.code))}。`,
  'dependencies.malformed.one': (p, f) => `${f.code(p.text)} 不是拉取请求。`,
  'dependencies.malformed.next': (_, f) =>
    `请写成 ${f.code('Depends-On: owner/repository#12')}、${f.code('#12')} 或拉取请求的链接。`,
  'dependencies.cycle': (p, f) => `它们互相依赖，谁也无法先合并：${p.cycle.map(f.code).join(' → ')}。`,
  'dependencies.cycle.part': (p, f) => `${f.code(p.ref)} 在这个循环中。`,
  'dependencies.cycle.next': (_, f) => `请从循环中去掉一行 ${f.code('Depends-On:')}。`,
  'dependencies.one': (p, f) =>
    `${f.code(p.ref)}${p.title === '' ? '' : ` ${f.text(p.title)}`}：${standings[p.standing]}`,
}

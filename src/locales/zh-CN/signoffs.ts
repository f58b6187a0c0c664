import type { signoffs as en } from '../en/signoffs.ts'
import type { Translation } from '../message.ts'

export const signoffs: Translation<typeof en> = {
  'signoffs.none': () => '没有与该拉取请求有关的检查清单。',
  'signoffs.passed': (p, f) => `检查清单的 ${f.number(p.total)} 个条目均已完成。`,
  'signoffs.waiting': (p, f) =>
    `检查清单的 ${f.number(p.total)} 个条目已完成 ${f.number(p.done)} 个；未完成：${f.list(p.checklists.map(f.code))}。`,
  'signoffs.waiting.next': (_, f) =>
    `请签核未完成的条目，例如用 ${f.code('/sign-off')}；没有 App 时须写明头部提交：${f.code('/sign-off ITEM --sha HEAD')}。`,
  'signoffs.item': (p, f) =>
    p.role === null ? `${f.code(p.item)}：缺少证据。` : `${f.code(p.item)}：等待 ${f.code(p.role)}。`,
  'signoffs.comment.sha': (p, f) =>
    `${f.person(p.login)} 的命令没有写明头部提交，或写的是别的提交，因此不算数。针对当前头部提交：${f.code(p.command)}。`,
  'signoffs.comment.edited': (p, f) => `${f.person(p.login)} 的命令写好后被编辑过，因此不算数。请重新书写。`,
  'signoffs.comment.delegate': (p, f) =>
    `${f.person(p.login)} 想请他人代为签核。委托需要由 App 记录；此处没有任何变化。`,
}

import type { when as en } from '../en/when.ts'
import type { Translation } from '../message.ts'

const risks = { low: '低', medium: '中', high: '高' } as const

export const when: Translation<typeof en> = {
  'when.paths': (p, f) => `不适用：没有变更的文件匹配 ${f.either(p.wanted.map(f.code))}。`,
  'when.labels': (p, f) => `不适用：该拉取请求没有 ${f.list(p.wanted.map(f.code))} 中的任何标签。`,
  'when.base': (p, f) => `不适用：目标分支是 ${f.code(p.base)}，不是 ${f.either(p.wanted.map(f.code))}。`,
  'when.draft': p => (p.isDraft ? '不适用于草稿。' : '仅适用于草稿。'),
  'when.risk': (p, f) => `不适用：部署风险为${risks[p.risk]}，而不是${f.either(p.wanted.map(one => risks[one]))}。`,
  'when.risk.unknown': () => '无法判断部署风险，因此也无法判断是否适用。',
}

import type { waivers as en } from '../en/waivers.ts'
import type { Translation } from '../message.ts'

const states = { failed: '未通过', waiting: '等待中', unknown: '未知' } as const

export const waivers: Translation<typeof en> = {
  'waiver.applied': (p, f) =>
    `已由 ${f.text(p.owner)} ${p.source === 'policy' ? '在策略中' : ''}豁免${p.expires === null ? '' : `，有效期至 ${f.code(p.expires)}`}：${f.text(p.reason)}（原状态：${states[p.status]}）`,
  'waiver.expired': (p, f) =>
    `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}）已于 ${f.code(p.expires)} 到期，不再有效。请消除原因，或在策略中续期。`,
  'waiver.expiring': (p, f) => `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}）将于 ${f.code(p.expires)} 到期。`,
  'waiver.unused': (p, f) =>
    `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}：${f.text(p.reason)}）在此没有覆盖任何内容。如不再需要，请从策略中删除。`,
}

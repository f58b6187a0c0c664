import type { rollout as en } from '../en/rollout.ts'
import type { Translation } from '../message.ts'

export const rollout: Translation<typeof en> = {
  'rollout.passed': () => '已有分阶段的发布计划，回滚也已演练。',
  'rollout.failed': p =>
    p.plan && p.rollback
      ? '此风险的变更需要分阶段的发布计划和演练过的回滚。'
      : p.plan
        ? '此风险的变更需要分阶段的发布计划。'
        : '此风险的变更需要演练过的回滚。',
  'rollout.failed.next': (p, f) =>
    p.plan
      ? `请在 ${f.code('## 发布计划')} 下用列表写出各阶段，除最后一个外都要写明停留时间：${f.code('- 金丝雀 10 % 24 小时')}。`
      : '请演练回滚并加以说明。',
  'rollout.waiting': () => '已有分阶段的发布计划；回滚演练尚未确认。',
  'rollout.waiting.next': () => '请确认回滚已经演练。',
  'rollout.plan.missing': (_, f) => `描述和关联的议题中都没有 ${f.code('发布计划')}（Rollout plan）一节。`,
  'rollout.plan.stages': (p, f) =>
    `计划中${p.found.length === 0 ? '没有阶段' : `有 ${f.number(p.found.length)} 个阶段（${f.list(p.found.map(f.code))}）`}，要求 ${f.number(p.least)} 个。`,
  'rollout.plan.noBake': (p, f) =>
    `阶段 ${f.code(p.stage)} 没有写明进入下一阶段前的时间${p.bake === null ? '' : `；至少 ${f.code(p.bake)}`}。`,
  'rollout.plan.short': (p, f) => `阶段 ${f.code(p.stage)} 停留的时间短于 ${f.code(p.bake)}。`,
  'rollout.plan.noCanary': () => '没有任何阶段只面向一部分流量或站点（以百分比表示）。',
  'rollout.rollback.missing': (_, f) => `描述和关联的议题中都没有 ${f.code('回滚方案')}（Rollback plan）一节。`,
  'rollout.rollback.unticked': (_, f) =>
    `${f.code('回滚方案')}（Rollback plan）一节中没有勾选的任务项：${f.code('- [x] 已在预发布环境演练 …')}。`,
  'rollout.rollback.item': (p, f) =>
    p.there
      ? `条目 ${f.code(p.item)} 尚未签核。`
      : `适用的检查清单中没有条目 ${f.code(p.item)}，因此无人可以确认演练。`,
  'rollout.rollback.check': (p, f) => `检查 ${f.code(p.check)} 没有通过。`,
}

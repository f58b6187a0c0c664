import { titleOf } from '../../markdown/read.ts'

/** Headings that mean the same, in the languages of the product. The first of each list names the kind. */
const kinds = {
  goal: [
    'Goal',
    'Goals',
    'Objective',
    'Objectives',
    'Purpose',
    'Why',
    'Motivation',
    '目标',
    '目的',
    '背景与目标',
    '为什么',
  ],
  criteria: [
    'Acceptance criteria',
    'Acceptance',
    'Definition of done',
    'Done when',
    '验收标准',
    '验收条件',
    '完成标准',
    '完成的定义',
  ],
  stakeholders: [
    'Stakeholders',
    'Stakeholder',
    'Who is affected',
    'Affected people',
    '干系人',
    '相关方',
    '利益相关者',
    '影响对象',
  ],
  rollout: [
    'Rollout plan',
    'Rollout',
    'Release plan',
    'Deployment plan',
    'Deployment',
    '发布计划',
    '上线计划',
    '部署计划',
    '发布方案',
    '部署方案',
  ],
  rollback: [
    'Rollback plan',
    'Rollback',
    'Roll back',
    'How to roll back',
    'Backout plan',
    '回滚方案',
    '回滚计划',
    '回滚',
    '回退方案',
  ],
  risk: ['Risks', 'Risk', 'Risk assessment', '风险', '风险评估'],
  testing: ['Testing', 'Tests', 'Test plan', 'How was this tested', '测试', '测试计划', '如何测试'],
} as const

const byTitle = new Map(
  Object.entries(kinds).flatMap(([kind, titles]) => titles.map(title => [titleOf(title), kind as keyof typeof kinds])),
)

/** Other headings for the kind of section that a heading names; none for headings of the maintainer's own. */
export function aliasesOf(title: string): readonly string[] {
  const kind = byTitle.get(titleOf(title))
  return kind === undefined ? [] : kinds[kind]
}

/** Acceptance criteria are a list that can be ticked. */
export const wantsTasks = (title: string): boolean => byTitle.get(titleOf(title)) === 'criteria'

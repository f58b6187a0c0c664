import type { cliImpact as en } from '../en/cli-impact.ts'
import type { Translation } from '../message.ts'

export const cliImpact: Translation<typeof en> = {
  'cli.impact.summary': () => '一段提交给部署人员带来的变化',
  'cli.impact.about': () =>
    '显示从 --base 到 --head 的提交给部署人员带来的变化：环境变量、配置、数据库迁移、端口、镜像，\nHelm、Compose、Kubernetes、Ansible 和 Terraform 的值，以及接口、版本和定时任务。\n风险由变化的种类和基准提交的策略中的组件共同决定。',
  'cli.impact.option.base': () => '范围的起点；从两者分叉处开始比较',
  'cli.impact.option.head': () => '范围的终点；省略时为 HEAD',
}

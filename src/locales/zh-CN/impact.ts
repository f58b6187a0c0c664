import type { ImpactKind } from '../../impact/model.ts'
import type { impact as en } from '../en/impact.ts'
import type { Translation } from '../message.ts'

const kinds: Readonly<Record<ImpactKind, string>> = {
  'env-var': '环境变量',
  'config-key': '配置项',
  migration: '数据库迁移',
  port: '端口',
  'base-image': '基础镜像',
  'container-user': '容器用户',
  volume: '数据卷',
  'file-permission': '文件权限',
  'helm-value': 'Helm 值',
  'compose-service': 'Compose 服务',
  'k8s-resource': 'Kubernetes 资源',
  'ansible-var': 'Ansible 变量',
  'terraform-var': 'Terraform 变量',
  'api-surface': '接口',
  'runtime-version': '最低版本',
  'dependency-major': '依赖的主版本',
  'feature-flag': '功能开关',
  cron: '定时任务',
}

const risks = { low: '低', medium: '中', high: '高', unknown: '未知' } as const
const directions = { added: '新增', removed: '移除', changed: '变更' } as const

export const impact: Translation<typeof en> = {
  'impact.title': p => `部署人员需要知道的变化 · 风险${risks[p.risk]}`,
  'impact.none': () => '在检查过的内容中，部署人员无需做任何改变。',
  'impact.because': () => '原因',
  'impact.statement': (p, f) => {
    const value =
      p.direction === 'changed' && p.from !== null && p.to !== null
        ? `：${f.code(p.from)} → ${f.code(p.to)}`
        : p.direction === 'added' && p.to !== null
          ? `，${f.code(p.to)}`
          : ''
    const kind = kinds[p.kind]
    return `${directions[p.direction]}${/^[A-Z]/.test(kind) ? ' ' : ''}${kind} ${f.code(p.key)}${value}${p.destructive ? '（无法撤销，会丢失数据）' : ''}`
  },
  'impact.unread': (p, f) => `无法读取 ${f.list(p.files.map(path => f.code(path)))}，因此列表可能不完整`,
  'impact.reason': (p, f) =>
    `${kinds[p.kind]} ${f.code(p.key)}${p.destructive ? '会丢失数据' : ''}${p.component === null ? '' : `（组件 ${f.code(p.component)}）`}`,
  'impact.reason.component': (p, f) => `组件 ${f.code(p.component)} 属于高风险`,
}

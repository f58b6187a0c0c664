import type { ImpactKind } from '../../impact/model.ts'
import type { Catalogue, Formatter } from '../message.ts'

const kinds: Readonly<Record<ImpactKind, string>> = {
  'env-var': 'environment variable',
  'config-key': 'configuration key',
  migration: 'migration',
  port: 'port',
  'base-image': 'base image',
  'container-user': 'container user',
  volume: 'volume',
  'file-permission': 'file permission of',
  'helm-value': 'Helm value',
  'compose-service': 'Compose service',
  'k8s-resource': 'Kubernetes resource',
  'ansible-var': 'Ansible variable',
  'terraform-var': 'Terraform variable',
  'api-surface': 'API',
  'runtime-version': 'minimum version of',
  'dependency-major': 'major version of',
  'feature-flag': 'feature flag',
  cron: 'schedule',
}

interface Statement {
  readonly kind: ImpactKind
  readonly key: string
  readonly direction: 'added' | 'removed' | 'changed'
  readonly destructive: boolean
  readonly from: string | null
  readonly to: string | null
}

const directions = { added: 'new', removed: 'removed', changed: 'changed' } as const

function values({ direction, from, to }: Statement, f: Formatter): string {
  if (direction === 'changed' && from !== null && to !== null) return `: ${f.code(from)} → ${f.code(to)}`
  if (direction === 'added' && to !== null) return `, ${f.code(to)}`
  return ''
}

/** The section about what changes for whoever deploys. */
export const impact = {
  'impact.title': (p: { readonly risk: 'low' | 'medium' | 'high' | 'unknown' }) =>
    `What changes for whoever deploys · risk ${p.risk}`,
  'impact.none': () => 'Nothing that was looked at changes for whoever deploys.',
  'impact.because': () => 'Because of',
  'impact.statement': (p: Statement, f) =>
    `${directions[p.direction]} ${kinds[p.kind]} ${f.code(p.key)}${values(p, f)}${p.destructive ? ': cannot be undone, data is lost' : ''}`,
  'impact.unread': (p: { readonly files: readonly string[] }, f) =>
    `${f.list(p.files.map(path => f.code(path)))} could not be read, so the list may lack something`,
  'impact.reason': (
    p: {
      readonly kind: ImpactKind
      readonly key: string
      readonly destructive: boolean
      readonly component: string | null
    },
    f,
  ) =>
    `${kinds[p.kind]} ${f.code(p.key)}${p.destructive ? ' loses data' : ''}${p.component === null ? '' : ` in component ${f.code(p.component)}`}`,
  'impact.reason.component': (p: { readonly component: string }, f) =>
    `component ${f.code(p.component)} is of high risk`,
} as const satisfies Catalogue

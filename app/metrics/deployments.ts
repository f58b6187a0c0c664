import type { Store } from '../store/index.ts'
import { gauge, gauges, type Registry } from './registry.ts'

/** Deployments that wait for the App, and what became of the others. */
export function collectDeployments({ deployments }: Pick<Store, 'deployments'>, registry: Registry, now: () => number) {
  registry.collect(async () => {
    const { counts, oldest } = await deployments.figures()
    const all = { waiting: 0, approved: 0, bypassed: 0, ended: 0, withdrawn: 0, ...counts }
    return [
      gauges('delivery_gates_deployments', 'Deployments that were held, by what has become of them.', 'state', all),
      gauge(
        'delivery_gates_deployments_oldest_seconds',
        'How long the oldest deployment has waited.',
        oldest === null ? 0 : Math.max(0, (now() - oldest) / 1000),
      ),
    ]
  })
}

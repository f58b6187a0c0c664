import { appOf } from '../access.ts'
import { reviewGate, waitingIn } from '../acts/gates.ts'
import { forbidden, notFound } from '../errors.ts'
import { repositoryApi, repositoryHtml } from '../views/repositories.ts'
import { needs, noContent, ok, type Route, repositoryOf, route, text } from './route.ts'
import { runOf } from './runs.ts'

/** Deployments that wait, and the Apps that they wait for. */
export const gateRoutes: readonly Route[] = [
  route(
    'actions/get-pending-deployments-for-run',
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments',
    needs('actions'),
    call => {
      const run = runOf(call)
      const api = `${repositoryApi(call.world, run.repository)}/environments`
      const html = `${repositoryHtml(call.world, run.repository)}/deployments/activity_log`
      return ok(
        waitingIn(run).map(({ environment, deployment }) => ({
          environment: {
            id: deployment.id,
            node_id: `EN_${deployment.id}`,
            name: environment,
            url: `${api}/${encodeURIComponent(environment)}`,
            html_url: `${html}?environments_filter=${encodeURIComponent(environment)}`,
          },
          wait_timer: 0,
          wait_timer_started_at: null,
          current_user_can_approve: false,
          reviewers: [],
        })),
      )
    },
  ),
  route(
    'actions/review-custom-gates-for-run',
    'POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule',
    needs('deployments', 'write', 'write'),
    call => {
      const app = appOf(call.actor)
      if (app === null) throw forbidden()
      const state = text(call.body, 'state') as 'approved' | 'rejected' | undefined
      const environment = text(call.body, 'environment_name') ?? ''
      reviewGate(call, runOf(call), app, {
        environment,
        state: state ?? null,
        comment: text(call.body, 'comment') ?? '',
      })
      return noContent
    },
  ),
  route(
    'repos/get-all-deployment-protection-rules',
    'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules',
    needs('actions'),
    call => {
      const found = repositoryOf(call).environments.get(decodeURIComponent(call.params.environment_name ?? ''))
      if (found === undefined) throw notFound()
      const rules = found.rules.filter(rule => rule.enabled)
      return ok({
        total_count: rules.length,
        custom_deployment_protection_rules: rules.map(({ id, app, enabled }) => ({
          id,
          node_id: `GA_${id}`,
          enabled,
          app: {
            id: app.id,
            slug: app.slug,
            integration_url: `${call.world.apiUrl}/apps/${app.slug}`,
            node_id: app.nodeId,
          },
        })),
      })
    },
  ),
]

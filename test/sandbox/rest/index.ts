import { accountRoutes } from './accounts.ts'
import { checkRoutes } from './checks.ts'
import { contentRoutes } from './contents.ts'
import { deploymentRoutes } from './deployments.ts'
import { gateRoutes } from './gates.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'
import type { Route } from './route.ts'
import { runRoutes } from './runs.ts'

/** More literal templates first, so that `/commits/{ref}/status` is not a ref with a slash. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...checkRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...gateRoutes,
  ...runRoutes,
].sort((a, b) => literals(b) - literals(a) || a.template.length - b.template.length)

function literals({ template }: Route): number {
  return template.split('/').filter(part => part !== '' && !part.startsWith('{')).length
}

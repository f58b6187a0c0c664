import { isObject, type JsonObject } from '../front/payload.ts'

/** What GitHub asks about a job that reached an environment. All of it may be missing. */
export interface AskedDeployment {
  readonly environment: string
  readonly runId: string
  /** Commit of the deployment; `null`: not told. */
  readonly sha: string | null
}

const callback = /\/repos\/([^/]+)\/([^/]+)\/actions\/runs\/([1-9]\d{0,19})\/deployment_protection_rule\/?$/

/**
 * The run's number stands nowhere but in the address for the answer. Only the number is taken from there, and only where
 * the address is of the same repository; nothing is ever sent to it (security.md T-42). `null`: not told; then the run
 * is found among those that wait.
 */
export function askedDeployment(payload: JsonObject): AskedDeployment | null {
  const { environment, deployment_callback_url: address, deployment, repository } = payload
  if (typeof environment !== 'string' || environment === '' || typeof address !== 'string') return null
  const [, owner = '', name = '', runId = ''] = callback.exec(URL.parse(address)?.pathname ?? '') ?? []
  const fullName = isObject(repository) ? repository.full_name : undefined
  if (typeof fullName !== 'string' || fullName.toLowerCase() !== `${owner}/${name}`.toLowerCase()) return null
  const sha = isObject(deployment) ? deployment.sha : undefined
  return { environment, runId, sha: typeof sha === 'string' ? sha : null }
}

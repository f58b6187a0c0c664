import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { scopeOf } from '../../src/coverage/measure.ts'
import type { MeasuredCoverage } from '../../src/facts/facts.ts'
import { writeUpload } from '../../src/github/evidence-upload.ts'
import type { Report } from '../../src/report.ts'
import { openScene, type Scene, type SceneOptions } from '../e2e/scene.ts'
import type { PullRequest, WorkflowRun } from '../sandbox/index.ts'
import { plainMeasurement } from '../support/coverage.ts'
import { policy as parsed } from '../support/facts.ts'

export const measuring = `version: 1
gates:
  coverage: { reports: [{ name: unit, path: out/lcov.info }], project: { min: 50 }, patch: { min: 50 } }
`

/** A scene whose App can be reached under the address that it has. */
export async function openReachable(options: SceneOptions = {}): Promise<Scene & { readonly appUrl: string }> {
  const port = await freePort()
  const appUrl = `http://127.0.0.1:${port}`
  const scene = await openScene({ policy: measuring, port, publicUrl: appUrl, ...options })
  return Object.assign(Object.create(scene) as Scene, { appUrl })
}

export type Reachable = Awaited<ReturnType<typeof openReachable>>

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** A run of the gates' workflow on a pull request, as GitHub starts it after a push. */
export const runOf = (
  { repository }: Scene,
  pull: PullRequest,
  more: Partial<Parameters<typeof repository.startRun>[0]> = {},
): Promise<WorkflowRun> =>
  repository.startRun({
    event: 'pull_request',
    headSha: pull.headSha,
    sha: repository.baseSha(),
    ref: `refs/pull/${pull.number}/merge`,
    ...more,
  })

/** What the Action would hand over for `covered` of ten lines. */
export function uploadOf(
  run: { readonly id: number; readonly attempt: number },
  headSha: string,
  covered = 9,
  more: Partial<MeasuredCoverage> = {},
  policy = measuring,
): string {
  const options = parsed(policy).gates.coverage
  if (options === undefined) throw new Error('the policy measures nothing')
  const measured = plainMeasurement({
    headSha,
    baseRef: 'main',
    scope: scopeOf(options),
    reports: [{ name: 'unit', path: 'out/lcov.info', format: 'lcov', sha256: 'e'.repeat(64) }],
    project: { covered, total: 10 },
    patch: { covered, total: 10 },
    files: 3,
    run: { id: String(run.id), attempt: run.attempt },
    ...more,
  })
  return writeUpload(headSha, measured, null) ?? ''
}

export interface Answered {
  readonly status: number
  readonly text: string
}

export async function post(
  { appUrl }: Reachable,
  token: string | null,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(`${appUrl}/api/evidence`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
  })
  return { status: response.status, text: (await response.text()).trim() }
}

/** The verdict as the App last gave it. */
export async function reportOf(scene: Scene, pull: PullRequest): Promise<Report> {
  const key = { repoId: String(scene.repository.id), kind: 'pr', number: pull.number } as const
  const subject = await scene.server.store.subjects.get(key)
  return JSON.parse(subject?.reportJson ?? '{}') as Report
}

export async function gateOf(scene: Scene, pull: PullRequest, gate = 'coverage'): Promise<string | undefined> {
  return (await reportOf(scene, pull)).gates.find(one => one.gate === gate)?.result.status
}

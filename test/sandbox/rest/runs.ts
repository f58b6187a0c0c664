import { notFound } from '../errors.ts'
import type { RunRecord } from '../state.ts'
import { artifactView, runView } from '../views/runs.ts'
import { type Call, counted, needs, ok, type Route, repositoryOf, route } from './route.ts'

const read = needs('actions')

export const runRoutes: readonly Route[] = [
  route('actions/get-workflow-run', 'GET /repos/{owner}/{repo}/actions/runs/{run_id}', read, call =>
    ok(runView(call.world, runOf(call))),
  ),
  route('actions/list-workflow-runs-for-repo', 'GET /repos/{owner}/{repo}/actions/runs', read, call => {
    const wanted = (name: string, value: string) => (call.query.get(name) ?? value) === value
    const found = runsOf(call).filter(
      run => wanted('head_sha', run.headSha) && wanted('event', run.event) && wanted('status', run.status),
    )
    return counted(call, 'workflow_runs', found.reverse(), run => runView(call.world, run))
  }),
  route(
    'actions/list-workflow-run-artifacts',
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    read,
    call => {
      const run = runOf(call)
      const name = call.query.get('name')
      const found = run.artifacts.filter(one => name === null || one.name === name)
      return counted(call, 'artifacts', found, one => artifactView(call.world, run, one))
    },
  ),
  // The address that it leads to is on another host of GitHub's and needs no credentials.
  route(
    'actions/download-artifact',
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    read,
    call => {
      const id = Number(call.params.artifact_id)
      const found = runsOf(call).flatMap(run => run.artifacts.find(one => one.id === id) ?? [])[0]
      if (found === undefined) throw notFound()
      return { status: 302, headers: { location: `${call.world.url}/_blobs/${found.id}?sig=secret` } }
    },
  ),
]

const runsOf = (call: Call): RunRecord[] =>
  [...call.world.runs.values()].filter(run => run.repository === repositoryOf(call))

export function runOf(call: Call): RunRecord {
  const run = call.world.runs.get(Number(call.params.run_id))
  if (run === undefined || run.repository !== repositoryOf(call)) throw notFound()
  return run
}

import type { Catalogue, Formatter, Ratio } from '../message.ts'

type Surface = 'comment' | 'status' | 'check' | 'review-requests'
const surfaces: Readonly<Record<Surface, string>> = {
  comment: 'comment',
  status: 'commit status',
  check: 'check run with the coverage',
  'review-requests': 'review requests',
}

const kinds = { directory: 'a directory', fifo: 'a FIFO', socket: 'a socket', device: 'a device' } as const

/** Activities grouped as `on:` writes them. */
function triggerLines(missing: readonly string[], f: Formatter): string {
  const byEvent = Map.groupBy(missing, trigger => trigger.split('.', 1)[0] ?? '')
  return [...byEvent]
    .map(([event, triggers]) => f.code(`${event}: { types: [${triggers.map(one => one.split('.')[1]).join(', ')}] }`))
    .join(' and ')
}

export const action = {
  'action.input': (p: { name: string; value: string; accepted: readonly string[] }, f) =>
    `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: ${f.either(p.accepted.map(f.code))}, written exactly so (ENV-INPUT).`,
  'action.input.path': (p: { name: string; value: string }, f) =>
    `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: a path inside the repository with forward slashes, neither absolute nor with ${f.code('..')} (ENV-PATH).`,
  'action.input.url': (p: { name: string; value: string }, f) =>
    `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: an https address without user or password (ENV-URL).`,
  'action.input.unknown': (p: { name: string }, f) =>
    `There is no input ${f.code(p.name)}; it has no effect. Check its spelling against action.yml (ENV-INPUT).`,
  'action.environment': (p: { name: string }, f) =>
    `The variable ${f.code(p.name)} is missing or not what GitHub's runner sets. Run this action in a workflow (ENV-RUNTIME).`,
  'action.environment.url': (p: { name: string; server: string }, f) =>
    `${f.code(p.name)} does not belong to ${f.code(p.server)}, so the token is not sent there. Remove the override (ENV-URL).`,

  'action.event': (p: { event: string; supported: readonly string[] }, f) =>
    `The event ${f.code(p.event)} cannot be judged. Run this action on ${f.either(p.supported.map(f.code), 10)} (ENV-EVENT).`,
  'action.event.unreadable': (p: { supported: readonly string[] }, f) =>
    `The event's file is missing or not JSON. Run this action on ${f.either(p.supported.map(f.code), 10)} (ENV-EVENT).`,
  'action.event.malformed': (p: { event: string }, f) =>
    `The event ${f.code(p.event)} does not say what it is about: its pull request, group or commit is missing (ENV-EVENT).`,
  'action.event.notBranch': (p: { ref: string }, f) =>
    `${f.code(p.ref)} is not a branch with a commit, so there is nothing to judge or to record (ENV-EVENT).`,
  'action.untrustedCheckout': (p: { event: string }, f) =>
    `${f.code(p.event)} runs with the rights of the base branch, and the workspace holds another commit. Nothing was read. Use ${f.code('pull_request')}, or do not check out the pull request.`,
  'action.dispatch': (p: { branch: string; number: number }, f) =>
    `Judging pull request ${f.number(p.number)}, the open one of branch ${f.code(p.branch)}.`,
  'action.dispatch.none': (p: { branch: string }, f) =>
    `The branch ${f.code(p.branch)} has no open pull request, so there is nothing to judge. Open one, or start the workflow on its branch.`,

  'action.noToken': (_: Record<string, never>, f) =>
    `There is no token, so GitHub could not be asked. Leave ${f.code('github-token')} at its default and grant ${f.code('pull-requests: read')} (ENV-TOKEN).`,
  'action.noPull': () =>
    'The merge group does not name its pull request, so nothing is known about reviews and people.',
  'action.notFound': (p: { number: number }, f) =>
    `GitHub shows this token no pull request ${f.number(p.number)}. Grant ${f.code('pull-requests: read')} (ENV-TOKEN).`,
  'action.headMoved': (p: { run: string; head: string }, f) =>
    `The pull request is at ${f.sha(p.head)} by now; this run measured ${f.sha(p.run)}. The run of the newer commit decides.`,
  'action.policy.nowhere': (p: { sha: string }, f) =>
    `The policy at ${f.sha(p.sha)} cannot be read: the commit is not in the clone and there is no token. Check out with ${f.code('fetch-depth: 0')}, or give a token.`,
  'action.policy.missing': (p: { path: string; sha: string }, f) =>
    `There is no ${f.code(p.path)} at ${f.sha(p.sha)} of the base branch. Correct the input ${f.code('config')}, or add the file.`,

  'action.report.none': (p: { places: readonly string[] }, f) =>
    `No coverage report at any of the usual places: ${f.list(p.places.map(f.code))} (RPT-NOTFOUND). Run the tests before this step, or name the file under ${f.code('gates.coverage.reports')}.`,
  'action.report.kind': (p: { path: string; kind: keyof typeof kinds }, f) =>
    `${f.code(p.path)} is ${kinds[p.kind]}, not a file (RPT-FILE).`,
  'action.report.outside': (p: { path: string }, f) =>
    `${f.code(p.path)} leads out of the workspace and was not read (RPT-PATH).`,
  'action.report.loop': (p: { path: string }, f) => `${f.code(p.path)} is a link that leads back to itself (RPT-PATH).`,
  'action.report.permission': (p: { path: string }, f) =>
    `${f.code(p.path)} may not be read by this user. Correct its file mode (RPT-PERM).`,
  'action.report.replaced': (p: { path: string }, f) =>
    `${f.code(p.path)} was replaced while it was being opened. Let no step write it at the same time (RPT-FILE).`,
  'action.report.size': (p: { path: string; bytes: number; limit: number }, f) =>
    `${f.code(p.path)} has ${f.number(p.bytes)} bytes, at most ${f.number(p.limit)} are read (RPT-SIZE).`,
  'action.report.unreadable': (p: { path: string; code: string }, f) =>
    `${f.code(p.path)} could not be read: ${f.code(p.code)} (RPT-FILE).`,
  'action.report.noCheckout': () =>
    'There is no checkout, so nobody can tell which files the reports speak about. Run actions/checkout in this job before this step.',
  'action.report.otherCommit': (p: { tested: string; head: string }, f) =>
    `The workspace is at ${f.sha(p.tested)}, the pull request at ${f.sha(p.head)}: reports made here say nothing about it (RPT-STALE). Check out the head or the default merge commit.`,
  'action.report.shifted': (p: { files: readonly string[] }, f) =>
    `The base branch changed ${f.list(p.files.map(f.code))} too, and this shallow clone cannot tell which lines moved. Check out with ${f.code('fetch-depth: 2')} or more (GIT-SHALLOW).`,

  'action.coverage.earlier': (p: { run: string }, f) =>
    p.run === ''
      ? 'No report in this run; the coverage is what an earlier run measured for the same commit.'
      : `No report in this run; the coverage is what run ${f.code(p.run)} measured for the same commit.`,
  'action.baseline': (p: { sha: string; coverage: Ratio }, f) =>
    `Recorded for ${f.sha(p.sha)}: ${f.percent(p.coverage)} of lines covered (${f.number(p.coverage.covered)} of ${f.number(p.coverage.total)}).`,
  'action.measured': (p: { sha: string }, f) => `Measured for ${f.sha(p.sha)}.`,
  'action.baseline.off': () => 'The coverage gate is off, so there is nothing to record for this commit.',
  'action.baseline.none': (p: { sha: string }, f) =>
    `No coverage was recorded for ${f.sha(p.sha)}: pull requests are compared with an older commit, or with none.`,

  'action.app': (p: { url: string }, f) =>
    `This step judges only what it measured; the rest, the comment and the check are made by the App at ${f.code(p.url)}.`,
  'action.mergeGroup': (
    p: {
      group: string
      number: number
      headSha: string
      computed: readonly string[]
      carried: readonly string[]
    },
    f,
  ) => {
    const computed = p.computed.length === 0 ? 'nothing' : f.list(p.computed.map(f.code), 20)
    const carried = p.carried.length === 0 ? 'nothing' : f.list(p.carried.map(f.code), 20)
    return `Merge group ${f.sha(p.group)}: computed for the group: ${computed}; carried from pull request ${f.number(p.number)} at ${f.sha(p.headSha)}: ${carried}.`
  },
  'action.triggers': (p: { missing: readonly string[] }, f) =>
    `The workflow does not run on ${f.list(p.missing.map(f.code), 20)}, so the check stays as it was when one of these changes the answer. Add under ${f.code('on:')} ${triggerLines(p.missing, f)}.`,

  'action.evidence.done': (p: { detail: string }, f) =>
    `What was measured was handed to the App (${f.text(p.detail)}).`,
  'action.evidence.fork': (_: Record<string, never>, f) =>
    `This run has no token to hand over what it measured, as it is from a fork: the App fetches it from the artifact ${f.code('delivery-gates-evidence')} once the run is complete. Let a later step upload the output ${f.code('evidence')} under that name.`,
  'action.evidence.noToken': (_: Record<string, never>, f) =>
    `What was measured was not handed to the App: this job has no token for it. Grant ${f.code('id-token: write')}.`,
  'action.evidence.unwritable': () =>
    'What was measured could not be written to the runner’s temporary folder, so the App cannot get it. Run the job again.',
  'action.evidence.refused': (p: { status: number; detail: string; audience: string }, f) =>
    `The App did not take what was measured (HTTP ${f.number(p.status)}, ${f.text(p.detail)}). ${
      p.status === 401
        ? `Check that ${f.code('app-url')} is the ${f.code('PUBLIC_URL')} of the App to the letter (sent: ${f.code(p.audience)}), and that its ${f.code('OIDC_ISSUER')} is that of this GitHub.`
        : 'Correct what it says and run the job again.'
    }`,
  'action.evidence.failed': (p: { audience: string; detail: string; seconds: number }, f) =>
    `What was measured could not be handed to the App at ${f.code(p.audience)} within ${f.number(p.seconds)} s (${f.text(p.detail)}). Check that this runner reaches it, and run the job again.`,
  'action.evidence.lost': () =>
    'The App has not got what this step measured and would wait for it for ever, so the step ends red.',
  'action.surface.denied': (p: { surface: Surface; permission: string }, f) =>
    `Not written: ${surfaces[p.surface]}. Grant ${f.code(p.permission)} to get it; the verdict is the same without.`,
  'action.surface.failed': (p: { surface: Surface; detail: string }, f) =>
    `Not written: ${surfaces[p.surface]} (${f.text(p.detail)}). The verdict is the same without; run the step again to get it.`,
  'action.surface.summary': () => 'The job summary could not be written. The verdict is the same without.',
  'action.surface.outputs': () => 'The outputs of this step could not be written. The verdict is the same without.',
  'action.surface.snapshot': () =>
    'The snapshot of the coverage could not be written to the temporary folder of the runner: nothing can be carried forward from this run.',
  'action.surface.report': () =>
    'The report could not be written to the runner’s temporary folder. The verdict is the same without.',
  'action.fork': (p: { surfaces: readonly Surface[] }, f) =>
    `This pull request comes from a fork, so the token can only read; not written: ${f.list(p.surfaces.map(one => surfaces[one]))}. The verdict is the same without.`,
  'action.waitingUnseen': (_: Record<string, never>, f) =>
    `Nothing failed; this step ends red only because it waits and could write no commit status. Grant ${f.code('statuses: write')} to show it as pending.`,
  'action.reportOnly': (_: Record<string, never>, f) => `${f.code('mode: report')}: this verdict blocks nothing.`,
  'action.starter': (_: Record<string, never>, f) =>
    `No policy on the base branch: nothing blocks. A policy to start from, as ${f.code('.github/delivery-gates.yml')}`,
  'action.crashed': (p: { detail: string }, f) =>
    `Internal error of Delivery Gates: ${f.text(p.detail)}. Nothing was judged, so nothing has passed. Run again; with debug logging on, the log has the details.`,

  'git.missing': (_: Record<string, never>, f) =>
    `${f.code('git')} is not installed on this runner. Install it before this step (ENV-RUNTIME).`,
  'git.noRepository': () => 'There is no checkout in the workspace. Run actions/checkout in this job before this step.',
  'git.noCommit': (p: { sha: string }, f) =>
    `The commit ${f.sha(p.sha)} is not in the clone. Check out with ${f.code('fetch-depth: 0')}.`,
  'git.shallow': (p: { sha: string }, f) =>
    `The clone is shallow and does not reach ${f.sha(p.sha)} (GIT-SHALLOW). Check out with ${f.code('fetch-depth: 0')}, or let the token read pull requests.`,
  'git.noMergeBase': (p: { base: string; head: string }, f) =>
    `${f.sha(p.base)} and ${f.sha(p.head)} have no common commit (GIT-NOMERGEBASE), so nobody can say what changed. Rebase the branch onto its base.`,
  'git.failed': (p: { what: string; detail: string }, f) => `${f.code(`git ${p.what}`)} failed: ${f.text(p.detail)}.`,
} as const satisfies Catalogue

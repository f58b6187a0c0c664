import type { Formatter } from '../message.ts'

interface Asked {
  readonly item: string
  readonly role: string | null
}

const asked = ({ item, role }: Asked, f: Formatter): string =>
  role === null ? f.code(item) : `${f.code(item)} (${f.text(role)})`

/** What the App says of deployments that wait for it. */
export const deployments = {
  'deploy.approved': (p: { environment: string; sha: string; count: number }, f: Formatter) =>
    `Released to ${f.code(p.environment)}: everything that ${p.count === 1 ? 'the pull request' : `the ${f.number(p.count)} pull requests`} up to ${f.sha(p.sha)} must have is signed.`,
  'deploy.nothingNew': (p: { environment: string; sha: string }, f: Formatter) =>
    `Released to ${f.code(p.environment)}: ${f.sha(p.sha)} carries nothing that was not released to it before.`,
  'deploy.back': (p: { environment: string; sha: string }, f: Formatter) =>
    `Released to ${f.code(p.environment)}: it goes back to ${f.sha(p.sha)}, which was released to it before.`,
  'deploy.waiting': (p: { environment: string; open: number; total: number }, f: Formatter) =>
    `${f.code(p.environment)} waits for ${f.number(p.open)} of ${f.number(p.total)} pull requests.`,
  'deploy.lacks': (p: { items: readonly Asked[] }, f: Formatter) =>
    `not signed: ${f.list(p.items.map(one => asked(one, f)))}.`,
  'deploy.more': (p: { count: number }, f: Formatter) =>
    p.count === 1 ? 'one more pull request' : `${f.number(p.count)} more pull requests`,
  'deploy.sign': (p: { environment: string }, f: Formatter) =>
    `Sign on the pull request, e.g. with ${f.code('/sign-off')}. The job starts by itself when the last sign-off for ${f.code(p.environment)} is there.`,
  'deploy.unknownPull': (p: { number: number }, f: Formatter) =>
    `Pull request ${f.number(p.number)} could not be read, so nobody can tell whether it is signed.`,
  'deploy.moved': (p: { number: number }, f: Formatter) =>
    `Pull request ${f.number(p.number)} is not the merged one that GitHub named. It is looked at again in a minute.`,
  'deploy.noPolicy': (p: { branch: string }, f: Formatter) =>
    `${f.code(p.branch)} has no policy, so nobody can tell what must be signed. Add one with this environment under ${f.code('environments')}, or take the rule of this App off the environment.`,
  'deploy.noEnvironment': (p: { environment: string; branch: string; known: readonly string[] }, f: Formatter) =>
    `The policy of ${f.code(p.branch)} has no environment ${f.code(p.environment)}${p.known.length === 0 ? '' : `, only ${f.list(p.known.map(f.code))}`}. Add it under ${f.code('environments')}, spelt as GitHub spells it, or take the rule of this App off the environment.`,
  'deploy.policyBroken': (p: { branch: string; count: number }, f: Formatter) =>
    `The policy of ${f.code(p.branch)} has ${p.count === 1 ? 'a problem' : `${f.number(p.count)} problems`}, so nothing is released. ${f.code('npx delivery-gates validate')} names the lines.`,
  'deploy.event': (p: { event: string }, f: Formatter) =>
    `A run of ${f.code(p.event)} deploys a commit that its own record does not name. Deploy with ${f.code('push')}, ${f.code('release')} or ${f.code('workflow_dispatch')}.`,
  'deploy.otherCommit': (p: { asked: string; run: string }, f: Formatter) =>
    `GitHub asked about ${f.sha(p.asked)}, but the run is of ${f.sha(p.run)}. Nothing is released that cannot be told for certain.`,
  'deploy.diverged': (p: { sha: string; base: string }, f: Formatter) =>
    `${f.sha(p.sha)} does not contain ${f.sha(p.base)}, which is deployed: it is from another branch, or the branch was rewritten. Deploy a commit that contains it.`,
  'deploy.older': (p: { sha: string; base: string }, f: Formatter) =>
    `${f.sha(p.sha)} is older than ${f.sha(p.base)}, which is deployed, and going back is not released by itself. ${f.code('rollback: allowed')} in the policy lets it through where it was released before; an administrator can start the job at once.`,
  'deploy.neverReleased': (p: { sha: string; base: string }, f: Formatter) =>
    `${f.sha(p.sha)} is older than ${f.sha(p.base)}, which is deployed, and was never released to this environment. Deploy a commit that was, or a newer one.`,
  'deploy.tooMany': (p: { got: number; limit: number; base: string | null }, f: Formatter) =>
    p.base === null
      ? `Nothing that is deployed here counts yet, and there are more than ${f.number(p.limit)} commits: too many to look at one by one. Name the commit from which on pull requests are asked for as ${f.code('since')} of the environment in the policy.`
      : `${f.number(p.got)} commits have come since ${f.sha(p.base)}, which is deployed; at most ${f.number(p.limit)} are looked at. Deploy an earlier commit first.`,
  'deploy.manyPulls': (p: { got: number; limit: number }, f: Formatter) =>
    `${f.number(p.got)} pull requests have come since the last deployment; at most ${f.number(p.limit)} are looked at. Deploy an earlier commit first.`,
  'deploy.gone': () => 'The repository could not be read, so nobody can tell what is deployed.',
  'deploy.unlisted': (p: { sha: string }, f: Formatter) =>
    `GitHub did not list all pull requests of ${f.sha(p.sha)}, so nobody can tell what is deployed with it.`,
  'deploy.noPull': (p: { shas: readonly string[]; count: number }, f: Formatter) =>
    `${p.count === 1 ? 'One commit belongs' : `${f.number(p.count)} commits belong`} to no pull request that was merged whole up to here, so nobody has signed ${p.count === 1 ? 'it' : 'them'}: ${f.list(p.shas.map(f.sha))}. Where somebody answers for them, ${f.code('since')} of the environment in the policy names the commit from which on pull requests are asked for.`,
  'deploy.foreignMerge': (p: { sha: string; number: number }, f: Formatter) =>
    `The merge ${f.sha(p.sha)} of pull request ${f.number(p.number)} was not made by GitHub, so it may hold what nobody has signed. Merge with GitHub's button or queue.`,
  'deploy.ledger': (p: { seq: number }, f: Formatter) =>
    `The ledger does not verify from row ${f.number(p.seq)} on, so no sign-off counts. Whoever operates the App must look at it.`,
  'deploy.quiet': () =>
    'GitHub takes no more than ten reports for a deployment: this is the last one before its end. What is missing stands on the pull requests.',
  'deploy.expires': (p: { day: string }, f: Formatter) =>
    `Still not everything is signed. GitHub ends what has waited for 30 days: here on ${f.code(p.day)}. Start the job again after that.`,
} as const

import type { Catalogue } from '../message.ts'

/** What `delivery-gates doctor` says about a repository's settings. */
export const doctor = {
  'doctor.level.null': () => 'Enforcement level: cannot be told with this token.',
  'doctor.level.0': () => 'Enforcement level 0: nothing that Delivery Gates says has to be heeded.',
  'doctor.level.1': () =>
    'Enforcement level 1: a guard against honest mistakes. Whoever can edit the workflow, or post a status, can get around it.',
  'doctor.level.2': () =>
    'Enforcement level 2: a workflow of the organisation is required, which authors of pull requests cannot edit.',
  'doctor.level.3': () => 'Enforcement level 3: enforced. Only the App can give the required check.',
  'doctor.fix': () => 'Fix',

  'doctor.policy.ok': (p: { readonly path: string; readonly branch: string }, f) =>
    `${f.code(p.branch)} has a valid policy: ${f.code(p.path)}.`,
  'doctor.policy.fix': (_: Record<string, never>, f) => `${f.code('delivery-gates validate')} lists every problem.`,
  'doctor.policy.none': (p: { readonly branch: string }, f) =>
    `${f.code(p.branch)} has no policy: built-in defaults apply, and they block nothing.`,
  'doctor.policy.none.fix': (_: Record<string, never>, f) =>
    `${f.code('delivery-gates init')} writes one to start from.`,
  'doctor.required.ok': (p: { readonly branch: string }, f) =>
    `${f.code(p.branch)} requires ${f.code('delivery-gates')}.`,
  'doctor.required.none': (p: { readonly branch: string }, f) =>
    `${f.code(p.branch)} does not require ${f.code('delivery-gates')}: pull requests can be merged whatever it says.`,
  'doctor.required.fix': (p: { readonly branch: string }, f) =>
    `Add a ruleset for ${f.code(p.branch)} that requires the status check ${f.code('delivery-gates')}.`,
  'doctor.source.ok': () => 'The source of the required check is pinned to an App.',
  'doctor.source.open': () =>
    'The source of the required check is not pinned to our App: anybody who may write statuses can post one of that name.',
  'doctor.source.fix': () =>
    'Install the App and choose it as the expected source of the check (level 3). Without the App this stays as it is.',
  'doctor.workflow.required': (p: { readonly path: string; readonly branch: string }, f) =>
    `${f.code(p.branch)} requires the workflow ${f.code(p.path)} of the organisation.`,
  'doctor.bypass.none': () => 'Nobody is on the list of those who may bypass the rules.',
  'doctor.bypass': (p: { readonly who: readonly string[] }, f) =>
    `The rules can be bypassed by ${f.list(p.who.map(f.text), 10)}. That cannot be prevented from here; keep the list short.`,
  'doctor.reporter.none': (_: Record<string, never>, f) =>
    `No recent pull request has a check or status ${f.code('delivery-gates')}.`,
  'doctor.reporter.ok': (p: { readonly by: readonly string[] }, f) =>
    `${f.code('delivery-gates')} is reported by ${f.list(p.by.map(f.text))}.`,
  'doctor.reporter.both': (p: { readonly by: readonly string[] }, f) =>
    `There is a check and a status of the name ${f.code('delivery-gates')} (${f.list(p.by.map(f.text))}); GitHub requires both to pass.`,
  'doctor.reporter.both.fix': (_: Record<string, never>, f) =>
    `Where the App is installed, give the Action ${f.code('app-url')}: then it leaves the name to the App.`,
  'doctor.workflow.found': (p: { readonly path: string }, f) => `${f.code(p.path)} runs the Action.`,
  'doctor.workflow.unpinned': (p: { readonly path: string; readonly refs: readonly string[] }, f) =>
    `${f.code(p.path)} uses the Action at ${f.list(p.refs.map(f.code))}, which can be moved to other code.`,
  'doctor.workflow.unpinned.fix': () => 'Name the full SHA of a commit, with the version as a comment.',
  'doctor.workflow.name': (p: { readonly path: string }, f) =>
    `${f.code(p.path)} has a job ${f.code('delivery-gates')}: its check run has the name of the status.`,
  'doctor.workflow.name.fix': () => 'Give the job another name.',
  'doctor.workflow.target': (p: { readonly path: string }, f) =>
    `${f.code(p.path)} runs on ${f.code('pull_request_target')}: with the rights of the base branch. It must never check out the pull request.`,
  'doctor.workflow.triggers.fix': (p: { readonly path: string }, f) =>
    `Add them to ${f.code('on:')} in ${f.code(p.path)}.`,
  'doctor.owners.ok': (_: Record<string, never>, f) =>
    `${f.code('CODEOWNERS')} covers ${f.code('.github')}: changes of workflows and policy are seen by their owners.`,
  'doctor.owners.none': (_: Record<string, never>, f) =>
    `No entry of ${f.code('CODEOWNERS')} covers ${f.code('.github')}: workflows and policy can change unseen.`,
  'doctor.owners.fix': (_: Record<string, never>, f) =>
    `Add ${f.code('/.github/ @owner/team')} and require code owners.`,
  'doctor.role': (p: { readonly entry: string }, f) => `The policy names ${f.code(p.entry)}, who cannot be resolved.`,
  'doctor.environment': (
    p: { readonly name: string; readonly adminsBypass: boolean; readonly protections: readonly string[] },
    f,
  ) =>
    `Environment ${f.code(p.name)}: ${p.protections.length === 0 ? 'no protection rules' : f.list(p.protections.map(f.text))}${p.adminsBypass ? '; administrators can bypass them' : ''}.`,
  'doctor.app.none': (_: Record<string, never>, f) =>
    `The App was not looked at; with ${f.code('APP_ID')} and ${f.code('PRIVATE_KEY_PATH')} its permissions and deliveries are.`,
  'doctor.app.ok': (p: { readonly slug: string }, f) => `The App ${f.code(p.slug)} is installed here.`,
  'doctor.app.absent': (p: { readonly slug: string }, f) => `The App ${f.code(p.slug)} is not installed here.`,
  'doctor.app.permissions': (p: { readonly missing: readonly string[] }, f) =>
    `The App lacks ${f.list(p.missing.map(f.code), 20)}.`,
  'doctor.app.permissions.fix': () =>
    'Ask for them in the settings of the App; an owner then accepts them for the installation.',
  'doctor.app.events': (p: { readonly missing: readonly string[] }, f) =>
    `The App is not subscribed to ${f.list(p.missing.map(f.code), 20)}.`,
  'doctor.app.events.fix': () => 'Subscribe to them in the settings of the App.',
  'doctor.app.insecure': () => 'Webhooks are sent without checking the certificate of the App.',
  'doctor.app.insecure.fix': () => 'Enable SSL verification in the settings of the App.',
  'doctor.app.deliveries': (p: { readonly deliveries: number }, f) =>
    `The last ${f.number(p.deliveries)} webhook deliveries arrived.`,
  'doctor.app.failed': (p: { readonly failed: number; readonly deliveries: number }, f) =>
    `${f.number(p.failed)} of the last ${f.number(p.deliveries)} webhook deliveries failed.`,
  'doctor.app.failed.fix': () =>
    'Look at the deliveries in the settings of the App. The reconcile loop repairs what was missed.',

  'cli.doctor.summary': () => 'say how well a repository is protected, and what is missing',
  'cli.doctor.about': () =>
    'Asks GitHub how a repository is set up and prints its enforcement level (SECURITY.md) and what is missing: required\ncheck, pinned source, bypass, workflow, code owners, people, environments, and with the key of the App its permissions\nand deliveries. Changes nothing. What the token may not see is said to be unknown.',
  'cli.doctor.option.branch': () => 'branch to look at; left out: the default branch',
} as const satisfies Catalogue

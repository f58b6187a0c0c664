import type { Catalogue } from '../message.ts'

/** Registering the GitHub App. */
export const cliApp = {
  'cli.app.summary': () => 'register the GitHub App, with the least permissions that it needs',
  'cli.app.about': () =>
    'Registers the App on GitHub in one step: opens a page on this machine that hands GitHub the list of permissions and\nevents, receives the key, and writes it with the webhook secret into files that only you can read. No secret is shown.',
  'cli.app.option.url': () => 'where people and GitHub will reach the App, e.g. https://gates.example.com',
  'cli.app.option.org': () => 'organisation that owns the App; left out: your own account',
  'cli.app.option.name': () => 'name of the App, at most 34 characters; you can change it on GitHub’s page',
  'cli.app.option.githubUrl': () => 'address of a GitHub Enterprise Server',
  'cli.app.option.out': () => 'folder for the files; left out: delivery-gates-app',
  'cli.app.option.port': () => 'port of the page on this machine; left out: any free one',
  'cli.app.option.timeout': () => 'how long to wait for you, from 1 to 60 minutes; left out: 30',
  'cli.app.option.holdDeployments': () =>
    'also hold deployments until they are signed: deployments: write, and one event more',
  'cli.app.option.force': () => 'replace files of an earlier registration',

  'cli.app.noAction': (_: Record<string, never>, f) =>
    `what to do is missing: ${f.code('delivery-gates app register --url PUBLIC_URL')}`,
  'cli.app.unknownAction': (p: { got: string }, f) =>
    `${f.code(`app ${p.got}`)} does not exist; there is ${f.code('app register')}`,
  'cli.app.noUrl': (_: Record<string, never>, f) =>
    `${f.code('--url PUBLIC_URL')} is missing: where GitHub will reach the App, e.g. ${f.code('--url https://gates.example.com')}`,
  'cli.app.badUrl': (p: { option: string; got: string }, f) =>
    `${f.code(`${p.option} ${p.got}`)}: an address with https is needed, without user, ${f.code('?')} and ${f.code('#')}`,
  'cli.app.badGitHub': (p: { got: string }, f) =>
    `${f.code(`--github-url ${p.got}`)}: give the address of your GitHub as a browser shows it, with https and without a path, e.g. ${f.code('https://github.example.com')}`,
  'cli.app.webhookUrl': (p: { got: string; path: string }, f) =>
    `${f.code(`--url ${p.got}`)}: leave out ${f.code(p.path)}; the address of the App is needed, which webhooks are added to`,
  'cli.app.localUrl': (p: { got: string }, f) =>
    `${f.code(`--url ${p.got}`)}: GitHub cannot reach this machine by that address; give the one that your reverse proxy answers with https`,
  'cli.app.badOrg': (p: { got: string }, f) => `${f.code(`--org ${p.got}`)} is no name of an organisation`,
  'cli.app.badName': (p: { length: number; max: number }, f) =>
    `${f.code('--name')} has ${f.number(p.length)} characters, GitHub takes 1 to ${f.number(p.max)}`,
  'cli.app.badNumber': (p: { option: string; got: string; min: number; max: number }, f) =>
    `${f.code(`${p.option} ${p.got}`)} must be a whole number from ${f.number(p.min)} to ${f.code(String(p.max))}`,
  'cli.app.exists': () =>
    'exists already; --force replaces it, and the App that it belongs to can then no longer be started with it',
  'cli.app.folder': (p: { code: string }, f) => `cannot be written to (${f.text(p.code)})`,
  'cli.app.listen': (p: { code: string }, f) => `the page on this machine cannot be opened (${f.text(p.code)})`,

  'cli.app.open': (p: { place: string }, f) =>
    `Open this link in a browser on this machine, signed in to ${f.code(p.place)}. Nothing is registered before you confirm there.`,
  'cli.app.waiting': (p: { minutes: number }, f) =>
    `Waiting for you, at most ${f.number(p.minutes)} min. Ctrl-C stops; then nothing is written.`,
  'cli.app.timeout': (p: { minutes: number }, f) =>
    `nobody confirmed within ${f.number(p.minutes)} min; nothing was written. Run the command again`,
  'cli.app.stopped': () => 'stopped; nothing was written',
  'cli.app.unreachable': (p: { detail: string }, f) =>
    `GitHub gave no whole answer to the registration (${f.text(p.detail)})`,
  'cli.app.expired': () =>
    'GitHub does not know the registration code (404): it has expired, or was used already. Run the command again',
  'cli.app.status': (p: { status: number; detail: string }, f) =>
    `GitHub refused the registration code (HTTP ${f.code(String(p.status))}${p.detail === '' ? '' : `: ${f.text(p.detail)}`})`,
  'cli.app.broken': (p: { what: string }, f) =>
    `GitHub’s answer to the registration is cut short or not understood (${f.code(p.what)})`,
  'cli.app.keyless': (p: { settings: string }, f) =>
    `An App may exist there now without its key being here: delete it at ${f.code(p.settings)} and run the command again`,
  'cli.app.notWritten': (p: { code: string; settings: string }, f) =>
    `cannot be written (${f.text(p.code)}). The App is registered, and its key is lost: delete it at ${f.code(p.settings)} and run the command again`,

  'cli.app.page.title': () => 'Register the App',
  'cli.app.page.lead': () =>
    'This page hands the list below to GitHub. There you see it again, may change the name, and confirm.',
  'cli.app.page.owner': () => 'Owner',
  'cli.app.page.self': () => 'the account that you are signed in with',
  'cli.app.page.name': () => 'Name',
  'cli.app.page.webhook': () => 'Webhooks go to',
  'cli.app.page.permissions': () => 'Permissions',
  'cli.app.page.events': () => 'Events',
  'cli.app.page.read': () => 'read',
  'cli.app.page.write': () => 'read and write',
  'cli.app.page.go': () => 'Continue on GitHub',
  'cli.app.page.done': () => 'The App is registered',
  'cli.app.page.doneText': () => 'Its key and secret are in files on your machine. Next: choose the repositories.',
  'cli.app.page.install': () => 'Install the App',
  'cli.app.page.failed': () => 'This did not work',
  'cli.app.page.terminal': () => 'The terminal says why.',
  'cli.app.page.stale': () => 'This link does not belong to a registration that is under way.',

  'cli.app.done': (p: { name: string; id: number }, f) =>
    `Registered ${f.code(p.name)} (App ID ${f.code(String(p.id))}).`,
  'cli.app.wrote': (p: { paths: readonly string[] }, f) =>
    `Wrote ${f.list(p.paths.map(f.code))}; only you can read them. Keep them out of git.`,
  'cli.app.next.start': (p: { command: string }, f) => `1. Start it: ${f.code(p.command)}`,
  'cli.app.next.install': (p: { url: string }, f) => `2. Install it on repositories: ${f.code(p.url)}`,
  'cli.app.next.check': (p: { url: string }, f) =>
    `3. ${f.code(`${p.url}/readyz`)} answers "ready" when it can give verdicts.`,
} as const satisfies Catalogue

import type { Catalogue } from '../message.ts'

/** The App's pages for people who are signed in. */
export const web = {
  'web.via.page': () => 'page',
  'web.signIn': () => 'Sign in with GitHub',
  'web.signOut': () => 'Sign out',
  'web.signedInAs': (p: { login: string }, f) => `Signed in as ${f.person(p.login)}`,
  'web.signInNeeded': () =>
    'Whoever wants to sign off on a page signs in with GitHub first, and that is not set up for this App. Boxes, commands, buttons and reviews on the pull request work without it.',
  'web.yours': () => 'Private repositories are shown once you have signed in.',
  'web.toGitHub': () => 'Pull request on GitHub',
  'web.toStart': () => 'All repositories',
  'web.base': () => 'Base branch',
  'web.noReport': () =>
    'The App has not judged this pull request yet, or there is no policy on its base branch. The page loads again by itself.',
  'web.headMoved': (p: { seen: string; head: string }, f) =>
    `The head is ${f.sha(p.head)} on GitHub; what stands here is about ${f.sha(p.seen)}. The App is looking at the new commits.`,
  'web.closed': () => 'This pull request is closed; sign-offs are recorded only while it is open.',
  'web.merged': (_: object, f) =>
    `This pull request is merged. Sign-offs are recorded now only where the policy has ${f.code('environments')}, for deployments that wait for them.`,
  'web.noItems': () => 'Nothing on this pull request is to be signed.',
  'web.sign': () => 'Sign off',
  'web.signFor': (p: { item: string; head: string }, f) => `Sign off ${f.code(p.item)} at ${f.sha(p.head)}`,
  'web.takeBack': () => 'Take back',
  'web.takeBackOf': (p: { item: string }, f) => `Take back the sign-off on ${f.code(p.item)}`,
  'web.withOpenPoints': () => 'Sign off with open points',
  'web.openPoints': () => 'Open points',
  'web.openPointsHelp': (_: object, f) =>
    `Issues that stay open, such as ${f.code('#123')} or ${f.code('acme/api#7')}, with a comma between them. They are recorded with the sign-off.`,
  'web.wishes': () => 'What you asked for',
  'web.wish.sign': (p: { item: string }, f) => `Sign off ${f.code(p.item)}`,
  'web.wish.revoke': (p: { item: string }, f) => `Take back the sign-off on ${f.code(p.item)}`,
  'web.wish.pending': () => 'Recorded; being checked. The page loads again by itself.',
  'web.wish.lapsed': () =>
    'Nothing came of it: the App can no longer reach this pull request, or there is no policy any more.',
  'web.wish.stuck': () =>
    'It could not be judged, because GitHub or the App failed again and again. Nothing was recorded as signed; the operator finds the cause in the log.',
  'web.problem': () => 'That did not work',
  'web.problem.notFound': () => 'There is no such page, or you may not see it.',
  'web.problem.method': (p: { allowed: readonly string[] }, f) =>
    `This address answers ${f.list(p.allowed.map(f.code))} only. Nothing was recorded.`,
  'web.problem.state': () =>
    'This way back from GitHub belongs to no sign-in that began in this browser within the last ten minutes. You are not signed in; begin again.',
  'web.problem.token': () =>
    'The page over all repositories asks for the page token, as the password with any user name; or for somebody who is signed in.',
  'web.problem.denied': () => 'GitHub was not given your consent, so you are not signed in.',
  'web.problem.code': () => 'GitHub did not accept this sign-in any more. You are not signed in; begin again.',
  'web.problem.notPerson': () => 'Only people sign in here, and this account is none. You are not signed in.',
  'web.problem.gitHub': () => 'GitHub gave no answer. Nothing was recorded; try again in a moment.',
  'web.problem.again': () =>
    'You are not signed in any more: the time is over, or GitHub no longer takes what you granted. Nothing was recorded; sign in again.',
  'web.problem.foreign': (p: { origin: string }, f) =>
    `This form was not sent from a page of ${f.code(p.origin)}. Nothing was recorded; open the page there and try again.`,
  'web.problem.form': () => 'This form is not complete, or not yours. Nothing was recorded; load the page again.',
  'web.problem.formType': () =>
    'Only plain forms are taken here (application/x-www-form-urlencoded, not compressed). Nothing was recorded.',
  'web.problem.formSize': (p: { max: number }, f) =>
    `The form is larger than ${f.number(p.max)} KiB. Nothing was recorded.`,
  'web.problem.often': () => 'Too many forms in a short time. Nothing was recorded; wait a moment.',
  'web.problem.openPoints': (p: { words: readonly string[] }, f) =>
    p.words.length === 0
      ? `No open point is named. Name issues, such as ${f.code('#123')}; or sign off without open points. Nothing was recorded.`
      : `${f.list(p.words.map(f.code))} refers to no issue. Name open points as ${f.code('#123')} or ${f.code('acme/api#7')}. Nothing was recorded.`,
  'web.problem.head': (p: { seen: string; head: string }, f) =>
    `What you were shown was ${f.sha(p.seen)}; the head is ${f.sha(p.head)} now. Nothing was recorded. Look at the new commits, then sign.`,
  'web.problem.item': (p: { item: string }, f) =>
    `${f.code(p.item)} is asked otherwise now than on the page that you were shown. Nothing was recorded. Read it again, then sign.`,
  'web.problem.base': (p: { item: string }, f) =>
    `The base branch or the policy has changed since the page that showed you ${f.code(p.item)}. Nothing was recorded. Read it again, then sign.`,
  'web.problem.back': () => 'To the page as it is now',
} as const satisfies Catalogue

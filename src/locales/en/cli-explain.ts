import type { Catalogue } from '../message.ts'

export const cliExplain = {
  'cli.explain.summary': () => 'where every value of the policy is from; why each gate decided',
  'cli.explain.about': () =>
    'Prints every value of the effective policy with the file and line that wrote it: the policy itself, one that it\nextends, or the built-in default. KEY shows a part, e.g. gates.coverage. With --facts or --pr: judges one pull\nrequest and says why each gate decided. Without --policy: the policy of the working tree.',
  'cli.explain.option.policy': () => 'policy to explain; left out: that of the working tree',
  'cli.explain.option.pr': () => 'number of a pull request on GitHub; needs a token, as replay does',
  'cli.explain.default': () => 'default',
  'cli.explain.noKey': (p: { readonly keys: readonly string[] }, f) =>
    `the policy has no value at ${f.either(p.keys.map(f.code))}`,
  'cli.explain.unseen': (p: { readonly evidence: boolean; readonly signOffs: boolean }, f) =>
    `Only the App knows ${f.list([...(p.evidence ? ['what workflows hand over to it'] : []), ...(p.signOffs ? ['sign-offs'] : [])])}: what waits for that here may be there already. Where an App is installed, its check ${f.code('delivery-gates')} has the verdict.`,
} as const satisfies Catalogue

import type { Catalogue } from '../message.ts'

export const cliValidate = {
  'cli.validate.summary': () => 'say what is wrong with a policy file',
  'cli.validate.about': () =>
    'Reads policy files and says everything that is wrong with them, each problem with its file, line, column and key.\nWithout FILE: the policy of the working tree. In a git checkout also: patterns that match no file of HEAD.',
  'cli.validate.option.owner': () => 'owner of the repository, whose teams roles may name',
  'cli.validate.none': (p: { readonly places: readonly string[] }, f) =>
    `there is no policy at ${f.either(p.places.map(f.code))}; ${f.code('delivery-gates init')} writes one to start from`,
  'cli.validate.valid': (
    p: {
      readonly path: string
      readonly gates: readonly { readonly gate: string; readonly level: string }[]
      readonly checklists: number
    },
    f,
  ) =>
    `${f.code(p.path)} is valid. Gates that are on: ${
      p.gates.length === 0
        ? 'none'
        : f.list(
            p.gates.map(one => `${f.code(one.gate)} (${f.text(one.level)})`),
            20,
          )
    }. Checklists: ${f.number(p.checklists)}.`,
} as const satisfies Catalogue

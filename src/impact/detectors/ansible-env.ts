import type { Detector } from '../model.ts'
import { isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

const lookup = /\b(?:lookup|query|q)\(\s*(["'])(?:ansible\.builtin\.)?env\1\s*,\s*(["'])([A-Za-z_]\w*)\2/g

/** Variables that a playbook takes out of the environment: `lookup('env', 'NAME')`. */
export const ansibleEnv: Detector = {
  concerns: path => /\.ya?ml$/.test(path) && isShipped(path),
  detect: change => compare(change, statedBy(change.before), statedBy(change.after)),
}

const statedBy = (text: string | null): readonly Stated[] =>
  text === null || !/\bq(?:uery)?\(|\blookup\(/.test(text)
    ? []
    : text
        .split('\n')
        .flatMap((line, index) =>
          /^\s*#/.test(line)
            ? []
            : [...line.matchAll(lookup)].map(
                ([, , , key = '']): Stated => ({ kind: 'env-var', key, value: '', shown: null, line: index + 1 }),
              ),
        )

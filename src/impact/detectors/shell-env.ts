import { languageOf } from '../code/languages.ts'
import { codeSides, type scanCode } from '../code/scan.ts'
import { isKnownElsewhere } from '../elsewhere.ts'
import type { ChangedContent, Detector } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

/** Scripts that run where the product starts, by their names; other scripts are for who builds. */
const startScript =
  /^(?:[\w-]*(?:entrypoint|entry-point|docker-(?:run|start|init)|startup|start|bootstrap|init|run|launch|setenv|env)[\w-]*)(?:\.(?:sh|bash))?$/i
const imageFolder =
  /(?:^|\/)(?:docker|rootfs|container|images?|root|s6|cont-init\.d|entrypoint\.d|docker-entrypoint\.d|services?\.d|my_init\.d)\//i

/** Variables with a default, or required, in the scripts that start the product. */
export const shellEnv: Detector = {
  concerns: path => {
    const name = baseName(path)
    const isScript = /\.(?:sh|bash)$/.test(name) || !name.includes('.')
    return (
      isScript &&
      isShipped(path) &&
      !isDeveloperVariant(path) &&
      !/(?:^|\/)(?:scripts?|tools?|build|ci|release|packaging)\//i.test(path) &&
      !/install|build|release|deploy|lint|setup|update|upgrade|license|makefile|readme/i.test(name) &&
      (startScript.test(name) || (imageFolder.test(path) && /\.sh$|entrypoint|^run$/.test(name)))
    )
  },
  detect: (change, all) => {
    const [before, after] = sidesOf(change)
    const impacts = compare(change, before, after)
    return impacts.filter(impact => !isKnownElsewhere(impact, change, all))
  },
}

function sidesOf(change: ChangedContent): readonly [readonly Stated[], readonly Stated[]] {
  const language = languageOf('a.sh')
  const sides = language === null ? null : codeSides(change, language)
  return sides === null ? [[], []] : [statedBy(sides.before), statedBy(sides.after)]
}

const expansion = /\$\{([A-Z][A-Z0-9_]{2,})(:?[-=?])((?:[^{}\n]|\$?\{[^{}\n]*\})*)\}/g
const ambient =
  /^(?:PATH|HOME|USER|SHELL|PWD|IFS|OPTARG|OPTIND|LANG|TERM|TMPDIR|HOSTNAME|RANDOM|BASH_\w+|LD_\w+|UID|EUID|JAVA_HOME)$/

function statedBy(code: ReturnType<typeof scanCode>): readonly Stated[] {
  if (code === null) return []
  const outer = [...code.text.matchAll(expansion)]
  const nested = outer.flatMap(({ 3: rest = '', index }) =>
    [...rest.matchAll(expansion)].map(match => Object.assign(match, { index })),
  )
  const found = [...outer, ...nested].filter(([, name = '']) => !ambient.test(name))
  return found.flatMap(({ 1: key = '', 2: operator = '', 3: rest = '', index }) => {
    if (isLocal(code.text, key)) return []
    const fallback = operator.endsWith('?') ? null : rest.replace(/^(["'])(.*)\1$/, '$2')
    return [
      {
        kind: 'env-var' as const,
        key,
        value: fallback === null ? '?' : `=${fallback}`,
        shown: fallback,
        line: code.lineAt(index),
      },
    ]
  })
}

/** Set by the script itself to something that is not its own value. */
const isLocal = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?:^|[\s;&|(])(?:local |readonly |declare (?:-\w+ )?)?${name}=(?!["']?\$\{?${name}\b)`).test(
    text,
  ) || new RegExp(String.raw`\b(?:for|read(?: -\w+)*|local) ${name}\b`).test(text)

import type { LanguageName } from './languages.ts'
import type { Code } from './scan.ts'

/** One place where a variable of the environment is read. `fallback`: `undefined`: there is one that no text tells. */
export interface EnvRead {
  readonly name: string
  readonly index: number
  readonly fallback: string | null | undefined
}

/** Names of variables as people choose them; in small letters only proxies are. */
const upper = '[A-Z][A-Z0-9_]{2,}'
const anyName = String.raw`[A-Za-z_]*[A-Z]\w*`
const quote = String.raw`["'\`]`

interface Reader {
  readonly languages: readonly LanguageName[] | 'all'
  /** With the group `name`, or `names` where several stand in a list. */
  readonly pattern: RegExp
  /** The match stands in a string, as tags of Go do. */
  readonly isQuoted?: true
  readonly when?: RegExp
}

const readers: readonly Reader[] = [
  {
    languages: ['js'],
    pattern: new RegExp(String.raw`\b(?:process|Bun|import\.meta)\.env\??\.(?<name>${anyName})`, 'g'),
  },
  {
    languages: ['js'],
    pattern: new RegExp(
      String.raw`\b(?:process|Bun|import\.meta)\.env(?:\?\.)?\[${quote}(?<name>${anyName})${quote}\]`,
      'g',
    ),
  },
  {
    languages: ['js'],
    pattern: /\{(?<names>[^{}]{1,2000})\}\s*=\s*(?:process|Bun|import\.meta)\.env\b(?![.[])/g,
  },
  { languages: ['js'], pattern: new RegExp(String.raw`\benv:\s*${quote}(?<name>${upper})${quote}`, 'g') },
  {
    languages: ['js'],
    pattern: new RegExp(
      String.raw`\b\w*[cC]onfig(?:Service)?\.get(?:OrThrow)?(?:<[^>\n]{1,60}>)?\(\s*${quote}(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+)${quote}`,
      'g',
    ),
  },
  {
    languages: ['js'],
    pattern: new RegExp(
      String.raw`^[ \t]*${quote}?(?<name>${upper})${quote}?:\s*(?:z\s*\.|Joi\s*\.|joi\s*\.|envalid\.|(?:str|num|bool|port|url|host|email|json|makeValidator)\()`,
      'gm',
    ),
    when: /process\.env|cleanEnv\(|createEnv\(/,
  },
  {
    languages: ['python'],
    pattern: new RegExp(String.raw`\benviron(?:b)?\[${quote}(?<name>${anyName})${quote}\]`, 'g'),
  },
  {
    languages: ['python'],
    pattern: new RegExp(String.raw`\bconfig\(\s*${quote}(?<name>${upper})${quote}`, 'g'),
    when: /\bdecouple\b|starlette\.config/,
  },
  { languages: ['python'], pattern: new RegExp(String.raw`\benvvar\s*=\s*\[?${quote}(?<name>${upper})${quote}`, 'g') },
  {
    languages: ['python'],
    pattern: new RegExp(String.raw`\b(?:env|validation_alias)\s*=\s*${quote}(?<name>${upper})${quote}`, 'g'),
    when: /BaseSettings/,
  },
  { languages: ['go'], pattern: /\benv(?:config)?:"(?<name>[A-Za-z]\w*[A-Z]\w*)/g, isQuoted: true },
  { languages: ['go'], pattern: /\bEnvVars?:\s*(?:\[\]string\{)?(?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
  { languages: ['go'], pattern: /\bEnvVars\((?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
  { languages: ['go'], pattern: /\bBindEnv\(\s*[\w."]+\s*,(?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
  {
    languages: ['php'],
    pattern: new RegExp(String.raw`\bcase\s+${upper}\s*=\s*${quote}(?<name>${upper})${quote}`, 'g'),
    when: /\benum\s+\w*Env/,
  },
  { languages: ['ruby'], pattern: new RegExp(String.raw`\bENV\[\s*${quote}(?<name>${anyName})${quote}\s*\]`, 'g') },
  { languages: ['php'], pattern: new RegExp(String.raw`\$_ENV\[\s*${quote}(?<name>${anyName})${quote}\s*\]`, 'g') },
  {
    languages: ['jvm'],
    pattern: /@Value\(\s*(?:value\s*=\s*)?"\$\{(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/g,
  },
  {
    languages: ['jvm'],
    pattern: new RegExp(String.raw`\bgetenv(?:\(\))?(?:\.get|\.getOrDefault)?[[(]\s*"(?<name>${anyName})"`, 'g'),
  },
  { languages: ['jvm'], pattern: new RegExp(String.raw`\bsys\.env\S{0,12}\(\s*"(?<name>${anyName})"`, 'g') },
  { languages: ['rust'], pattern: /\benv\s*=\s*"(?<name>[A-Z][A-Z0-9_]+)"/g, when: /\bclap\b|\bstructopt\b/i },
  { languages: ['rust'], pattern: /\benv::(?:var|var_os)\(\s*"(?<name>[A-Za-z_]\w*)"/g },
  { languages: ['elixir'], pattern: new RegExp(String.raw`\{\s*:system\s*,\s*"(?<name>${upper})"`, 'g') },
]

/** A function whose name speaks of the environment, or of looking up, called with a name in capitals. */
const call = new RegExp(
  String.raw`(?<![\w$.>:])(?<callee>[A-Za-z_$][\w$]{0,80}(?:(?:\.|::|->)[A-Za-z_]\w{0,80}){0,4})[!?]?(?:<[^<>\n()]{0,60}>)?[(]\s*${quote}(?<name>${anyName})${quote}`,
  'g',
)

const envWord =
  /^(?:env|getenv|lookupenv|environ|environment|envvar|envvars|dotenv|osenv|env(?:bool|int|str|string|list|float|num|url|json|or|default|path|secs|dict))$/
const writingWord =
  /^(?:set|unset|put|putenv|setenv|unsetenv|remove|delete|del|with|stub|mock|add|assert|expect|replace|export|write|clear|append|inject|push)$/
const lookingWord =
  /^(?:get|read|parse|load|require|required|optional|lookup|must|int|bool|boolean|str|string|list|duration|float|num|number|fetch|value)$/

const wordsOf = (callee: string): readonly string[] =>
  callee
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)

/** The file has its own function that reads whatever variable it is asked for. */
const ownLookup =
  /\b(?:getenv|Getenv|LookupEnv|get_env|GetEnvironmentVariable|env::var|environ\.get|ENV\.fetch)\(\s*[a-z_$][\w.]*\s*[,)]|(?:process\.env|environ|ENV)\[\s*[a-z]\w*\s*\]/

function isEnvCall(callee: string, isLookup: boolean, language: LanguageName): boolean {
  const words = wordsOf(callee)
  if (words.some(word => writingWord.test(word))) return false
  // Names of functions there follow `std::env::var`.
  if (language === 'rust' && words.includes('var')) return true
  return words.some(word => envWord.test(word)) || (isLookup && words.some(word => lookingWord.test(word)))
}

/** Of the platform, the shell or a tool: nobody who deploys sets them for this product. */
const ambient =
  /^(?:PATH|HOME|USER|USERNAME|SHELL|PWD|OLDPWD|TMPDIR|TEMP|TMP|LANG|LC_\w+|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|HOSTNAME|EDITOR|VISUAL|DISPLAY|NODE_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|MIX_TARGET|CI|GITHUB_(?:ACTIONS?|ACTION_\w+|ENV|EVENT_\w+|HEAD_REF|BASE_REF|REF\w*|REPOSITORY\w*|RUN_\w+|SHA|STEP_SUMMARY|WORKFLOW\w*|WORKSPACE|OUTPUT|ACTOR|JOB|SERVER_URL|API_URL)|GITLAB_CI|RUNNER_\w+|JEST_\w+|VITEST\w*|PYTEST_\w+|npm_\w+|XDG_\w+|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|SystemRoot|WINDIR|ComSpec|COMSPEC|CARGO_\w+|OUT_DIR|RUST_BACKTRACE|GOPATH|GOROOT|GOOS|GOARCH|JAVA_HOME|PYTHONPATH|VIRTUAL_ENV|RUBYOPT|BUNDLE_\w+|MODE|DEV|PROD|SSR|BASE_URL)$/

/** Of `import.meta.env` alone. */
const builtIn = /^(?:MODE|DEV|PROD|SSR|BASE_URL)$/

const isAmbient = (name: string, code: string): boolean =>
  ambient.test(name) && (!builtIn.test(name) || code.includes('import.meta.env'))

/** Where code reads variables, with what holds unless they are set. */
export function envReads(code: Code, language: LanguageName): readonly EnvRead[] {
  const { text } = code
  const found: EnvRead[] = []
  for (const reader of readers) {
    if (reader.languages !== 'all' && !reader.languages.includes(language)) continue
    if (reader.when && !reader.when.test(text)) continue
    for (const match of text.matchAll(reader.pattern)) {
      if (reader.isQuoted !== true && !code.isCode(match.index)) continue
      found.push(...readsIn(text, match, language))
    }
  }
  const isLookup = ownLookup.test(text)
  for (const match of text.matchAll(call)) {
    const { callee = '', name = '' } = match.groups ?? {}
    if (
      isEnvCall(callee, isLookup, language) &&
      code.isCode(match.index) &&
      (/^[A-Z0-9_]{3,}$/.test(name) || isNative(callee))
    )
      found.push(...readsIn(text, match, language))
  }
  if (language === 'python') found.push(...settingsFields(text))
  return found.filter(({ name }) => !isAmbient(name, text))
}

const isNative = (callee: string): boolean => /getenv|GetEnvironmentVariable|LookupEnv|env::var|environ/i.test(callee)

function readsIn(text: string, match: RegExpExecArray, language: LanguageName): readonly EnvRead[] {
  const { name, names } = match.groups ?? {}
  const end = match.index + match[0].length
  if (name !== undefined) {
    if (isWritten(text, end)) return []
    const isAttribute = language === 'rust' && match[0].startsWith('env') && match[0].includes('=')
    const fallback = isAttribute ? attributeDefault(text, match.index) : fallbackAfter(text, end, language)
    return [{ name, index: match.index + match[0].indexOf(name), fallback }]
  }
  const start = match.index + match[0].indexOf(names ?? '')
  return (names ?? '').split(',').flatMap(part => destructured(part, start + (names ?? '').indexOf(part)))
}

/** `default_value = "x"` in the attribute of clap around `env = "NAME"`. */
function attributeDefault(text: string, index: number): string | null | undefined {
  const before = text.slice(Math.max(0, index - 300), index)
  const opened = before.slice(before.lastIndexOf('#[') + 1)
  const [rest = ''] = text.slice(index, index + 300).split(')]')
  const told = /\bdefault_value\w*\s*=\s*("[^"\n]*"|[^",\s]+)/.exec(opened + rest)?.[1]
  return told === undefined ? null : literal(told)
}

/** `NAME`, `NAME: local`, `NAME = 'x'`, `NAME: local = 'x'`, and `"NAME"` of a list. */
function destructured(part: string, index: number): readonly EnvRead[] {
  const match = /^\s*"?([A-Za-z_]*[A-Z]\w*)"?\s*(?::\s*\w+\s*)?(?:=\s*([\s\S]+))?$/.exec(part)
  const [, name, fallback] = match ?? []
  if (name === undefined) return []
  return [
    { name, index: index + part.indexOf(name), fallback: fallback === undefined ? null : literal(fallback.trim()) },
  ]
}

const isWritten = (text: string, end: number): boolean =>
  /^\]?\)?\s*(?:\|\||\?\?)?=(?![=>~])/.test(text.slice(end, end + 8))

const literalText = String.raw`("(?:[^"\\\n]|\\.){0,200}"|'(?:[^'\\\n]|\\.){0,200}'|\`[^\`$\n]{0,200}\`|-?\d[\w.]*|true|false|True|False|None|nil|null|undefined|:\w+)`
const fallbackOf = new RegExp(
  String.raw`^["'\`]?\]?\)?(?:\s*(?:\|\||\?\?|\?:|\bor\b|,\s*(?:default\s*[=:]\s*)?|\?\.\w+\(\)\s*(?:\|\||\?\?))\s*(?:${literalText}(?=\s*[),;:}\]\n.]|\s*$)|(\S))|\s*\{\s*(?:${literalText}\s*\}|(\S))|\.unwrap_or(?:_else)?\((?:\|\w*\|\s*)?(?:${literalText}|(.))|\.(?:default|orElse|getOrElse)\(\s*(?:${literalText}|(.)))`,
)

/** What stands behind: `|| 'x'`, `?? 'x'`, `, "x")`, `{ 'x' }`, `default="x"`, `.default('x')`, `:x}`. */
function fallbackAfter(text: string, end: number, language: LanguageName): string | null | undefined {
  const rest = text.slice(end, end + 260)
  if (language === 'go' && /^["\w,]*" ?[^`\n]{0,80}\b(?:envDefault|default):"/.test(rest)) {
    return /\b(?:envDefault|default):"([^"]*)"/.exec(rest)?.[1] ?? null
  }
  const placeholder = language === 'jvm' ? /^:([^{}"\n]*)\}/.exec(rest) : null
  if (placeholder) return placeholder[1] ?? null
  const match = fallbackOf.exec(rest)
  if (match === null) {
    const later =
      /^[^\n]{0,120}?\.default\(\s*([^)\n]{1,80})\)/.exec(rest) ??
      /^[^\n]{0,80}?\bdefault\s*[=:]\s*([^),}\n]{1,80})/.exec(rest)
    return later ? literal((later[1] ?? '').trim()) : null
  }
  const told = match.slice(1).find(one => one !== undefined)
  return told === undefined || match[2] !== undefined ? undefined : literal(told)
}

/** The text of a literal; `undefined`: it is none. Nothing at all is no default. */
function literal(text: string): string | null | undefined {
  if (/^(?:None|nil|null|undefined)$/.test(text)) return null
  if (/^(?:True|False)$/.test(text)) return text.toLowerCase()
  if (/^(?:true|false|-?\d[\w.]*|:\w+)$/.test(text)) return text
  return /^(["'`])([\s\S]*)\1$/.exec(text)?.[2]
}

const settingsClass = /^class\s+\w+\([^)\n]*\bBaseSettings\b[^)\n]*\):[^\n]*\n((?:(?:[ \t]+[^\n]*)?\n)*)/gm

/** Fields of pydantic's settings: their names in capitals, behind a prefix. */
function settingsFields(text: string): readonly EnvRead[] {
  return [...text.matchAll(settingsClass)].flatMap(match => {
    const body = match[1] ?? ''
    const start = match.index + match[0].length - body.length
    const prefix = /\benv_prefix\s*[=:]\s*["'](\w*)["']/.exec(body)?.[1] ?? ''
    const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? ''
    return [...body.matchAll(/^([ \t]+)([a-zA-Z]\w*)[ \t]*:[ \t]*[^=\n]+(?:=[ \t]*([^\n]+))?$/gm)].flatMap(field => {
      const [, own, name = '', value] = field
      if (own !== indent || name === 'model_config' || /\b(?:env|validation_alias)\s*=\s*["']/.test(value ?? ''))
        return []
      const fallback = value === undefined ? null : literal(value.trim())
      return [{ name: `${prefix}${name}`.toUpperCase(), index: start + field.index, fallback }]
    })
  })
}

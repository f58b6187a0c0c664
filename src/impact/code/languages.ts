/** How comments and strings of a language begin and end; enough to tell code from both. */
export interface Language {
  readonly name: LanguageName
  /** Matches one comment or string at a time, whichever comes first; comments in the group `comment`. */
  readonly token: RegExp
  /** What opens code within a string. */
  readonly interpolation: string | null
}

export type LanguageName = 'js' | 'python' | 'go' | 'ruby' | 'php' | 'jvm' | 'csharp' | 'rust' | 'elixir' | 'shell'

const slashComment = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`
const hashComment = String.raw`#[^\n]*`
const double = String.raw`"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?`
const single = String.raw`'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?`
const character = String.raw`'(?:\\[^\n]{1,8}?|[^'\\\n])'`
const backquoted = String.raw`\`[^\`\\]*(?:\\[\s\S][^\`\\]*)*\`?`
const tripleDouble = String.raw`"""[\s\S]*?(?:"""|$)`
const tripleSingle = String.raw`'''[\s\S]*?(?:'''|$)`
/** Where an expression may begin, a slash begins a pattern. */
const pattern = String.raw`(?<=[=(,:;!&|?{}[\]]\s{0,3})\/(?![/*])(?:[^/\\\n[]|\\.|\[[^\]\n]{0,80}\]){1,80}\/`

const language = (
  name: LanguageName,
  comments: readonly string[],
  strings: readonly string[],
  interpolation: string | null = null,
): Language => ({
  name,
  token: new RegExp(`(?<comment>${comments.join('|')})|${strings.join('|')}`, 'g'),
  interpolation,
})

const js = language('js', [slashComment], [double, single, backquoted, pattern], '${')
const python = language('python', [hashComment], [tripleDouble, tripleSingle, double, single], '{')
const go = language('go', [slashComment], [double, '`[^`]*`?', character])
const ruby = language(
  'ruby',
  [String.raw`(?<![^\n])=begin\b[\s\S]*?(?:\n=end|$)`, String.raw`(?<=[\s;{(\[,]|^)#(?!\{)[^\n]*`],
  [double, single, backquoted],
  '#{',
)
const php = language('php', [slashComment, String.raw`#(?!\[)[^\n]*`], [double, single], '{')
const jvm = language('jvm', [slashComment], [tripleDouble, double, character], '${')
const csharp = language('csharp', [slashComment], [tripleDouble, '@"[^"]*"?', double, character], '{')
const rust = language(
  'rust',
  [slashComment],
  ['r#+"[\\s\\S]*?"#+', '"[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*"?', character],
)
const elixir = language('elixir', [hashComment], [tripleDouble, double], '#{')
const shell = language('shell', [String.raw`(?<=\s|;|^)#[^\n]*`], [double, single], '$')

const byExtension: Readonly<Record<string, Language>> = {
  js,
  cjs: js,
  mjs: js,
  jsx: js,
  ts: js,
  cts: js,
  mts: js,
  tsx: js,
  vue: js,
  svelte: js,
  py: python,
  go,
  rb: ruby,
  rake: ruby,
  ru: ruby,
  php,
  java: jvm,
  kt: jvm,
  kts: jvm,
  scala: jvm,
  groovy: jvm,
  cs: csharp,
  rs: rust,
  ex: elixir,
  exs: elixir,
  sh: shell,
  bash: shell,
}

/** By the ending of the path; `null`: no code that is understood. */
export function languageOf(path: string): Language | null {
  const extension = /\.([a-z]+)$/.exec(path.toLowerCase())?.[1] ?? ''
  return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null
}

/** `${NAME:-fallback}` as Compose fills it in. */
export interface Interpolation {
  readonly name: string
  readonly fallback: string | null
}

const variable = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])([^{}]*(?:\{[^{}]*\}[^{}]*)*))?\})/g

export function interpolations(text: string): readonly Interpolation[] {
  if (!text.includes('$')) return []
  return [...text.matchAll(variable)].flatMap(([, escaped, bare, braced, operator, rest]) => {
    if (escaped !== undefined) return []
    const outer = { name: bare ?? braced ?? '', fallback: operator?.endsWith('-') ? (rest ?? '') : null }
    return [outer, ...(rest === undefined ? [] : interpolations(rest))]
  })
}

/** The same text whatever the variables are called and fall back to. */
export const maskInterpolations = (text: string): string =>
  text.replace(variable, (whole, escaped) => (escaped === undefined ? '$' : whole))

/** With every fallback in place; variables without one stay as they stand. */
export const withFallbacks = (text: string): string =>
  text.replace(variable, (whole, _escaped, _bare, _braced, operator?: string, rest = '') =>
    operator?.endsWith('-') ? withFallbacks(rest) : whole,
  )

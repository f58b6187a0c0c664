/** Options among the words of `/sign-off` and `/revoke`, and the words that are none. */
export interface Options {
  readonly words: readonly string[]
  /** Open points, such as `#123` or `acme/api#7`; left out: `--open` is not there. */
  readonly open?: readonly string[]
  /** What stands behind `--open` and is no reference; an empty text: nothing does. */
  readonly badOpen?: readonly string[]
  readonly env?: string
}

const reference = /^(?:[\w.-]{1,100}\/[\w.-]{1,100})?#[1-9]\d{0,9}$/
const maxPoints = 20

/**
 * `--open #123,#124`: every word behind it that holds a `#`. `--env prod-a`: the next word. `=` may stand in the place
 * of the space.
 */
export function readOptions(text: string): Options {
  const tokens = text.split(/[\s,]+/).filter(token => token !== '')
  const words: string[] = []
  const points: string[] = []
  const bad: string[] = []
  let opened = false
  let open = false
  let env: string | undefined
  for (let at = 0; at < tokens.length; at += 1) {
    const [, name, value] = /^(--(?:open|env))(?:=(.*))?$/i.exec(tokens[at] ?? '') ?? []
    if (name?.toLowerCase() === '--env') {
      open = false
      if (value === undefined) at += 1
      env = value ?? tokens[at] ?? ''
      continue
    }
    if (name !== undefined) {
      opened = true
      open = true
      if (value === undefined) continue
    }
    const token = value ?? tokens[at] ?? ''
    if (!open || (!token.includes('#') && value === undefined)) {
      open = false
      words.push(token)
    } else if (reference.test(token)) points.push(token)
    else bad.push(token)
  }
  if (opened && points.length === 0 && bad.length === 0) bad.push('')
  return {
    words,
    ...(opened ? { open: [...new Set(points)].slice(0, maxPoints) } : {}),
    ...(bad.length > 0 ? { badOpen: bad.slice(0, maxPoints) } : {}),
    ...(env === undefined ? {} : { env }),
  }
}

/** What a terminal or a reader cannot see, in no need of being written raw; and a command to a runner. */
const hidden = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu

const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** One line that means the value and nothing to a terminal. Letters stay as they are. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(hidden, escaped).replaceAll('##[', '#\\u0023[')}\n`

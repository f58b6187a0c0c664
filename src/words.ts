/** Scripts written without spaces: every letter counts as a word. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]'
const url = 'https?://[^\\s<>()\\[\\]]+'
const joiner = "['’._/-](?=[\\p{L}\\p{N}])"
const word = new RegExp(
  `${url}|(?=[\\p{L}\\p{N}])${unspaced}|(?!${unspaced})[\\p{L}\\p{N}](?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}]|${joiner})*`,
  'gu',
)

/** Words in the order of the text, in one spelling: case, width, invisible characters and markup make no difference. */
export function words(visible: string): readonly string[] {
  const text = visible
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replaceAll(/\]\([^()]*\)/g, '] ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, tag => (/^<https?:/i.test(tag) ? tag : ' '))
    .replaceAll(/&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/gi, ' ')
  return [...text.toLowerCase().matchAll(word)].map(match => match[0])
}

const placeholders = [
  /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?![\p{L}\p{N}_-])/u,
  /<\s*(?:describe|insert|explain|fill[ -]?in|add|todo|tbd|placeholder)(?:\s[^<>]*)?>/i,
  /\blorem ipsum\b/i,
  /待补充|待完善|待填写|待定|此处填写/,
] as const

/** A template's prompt that nobody has filled in. */
export const hasPlaceholder = (text: string): boolean => placeholders.some(pattern => pattern.test(text))

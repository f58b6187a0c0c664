import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

export function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}

/** What GitHub turns into a mention, a reference or a link when it finds it in text. */
const live: readonly RegExp[] = [
  /@[a-z\d]/i,
  /#\d/,
  /\bgh-\d/i,
  /[a-z]-\d/i,
  /[0-9a-f]{7}/i,
  /https?:\/\//i,
  /www\.\S/i,
  /:[a-z\d_+-]+:/i,
  /GHSA-[a-z\d]/i,
]

const ours = [
  /^<!-- dg:item [a-z0-9_-]+(@[A-Za-z0-9.]+)?( [0-9a-f]{12})? -->$/,
  /^<!-- dg:comment [\w.:-]* -->$/,
  /^<\/?(sub|code)>$/,
  /^<details>\n<summary>[^<>]*<\/summary>$/,
  /^<\/details>$/,
]

/** Everything in the Markdown that is live and not ours: URLs of other hosts, foreign HTML, images, live text. */
export function liveParts(markdown: string, hosts: readonly string[]): readonly string[] {
  return [...walk(parse(markdown))].flatMap(node => {
    if (node.type === 'html') {
      const summary = /<summary>(.*)<\/summary>/.exec(node.value)?.[1]
      const text = (summary ?? '').replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      return [...(ours.some(form => form.test(node.value)) ? [] : [`html ${node.value}`]), ...liveText(text)]
    }
    if (node.type === 'link') return hosts.includes(URL.parse(node.url)?.hostname ?? '') ? [] : [`link ${node.url}`]
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'linkReference') return [node.type]
    if (node.type === 'code' || node.type === 'footnoteReference' || node.type === 'definition') return [node.type]
    if (node.type === 'text') return liveText(node.value)
    return []
  })
}

const liveText = (text: string): readonly string[] =>
  live.flatMap(pattern => (pattern.test(text) ? [`text ${pattern} ${text}`] : []))

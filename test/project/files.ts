import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Folders that are made here and not part of the project. */
const made = new Set(['.git', 'node_modules', 'build', 'coverage', 'data', 'bench'])

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Paths of the project's files with forward slashes; works without git, as in an unpacked archive. */
export function projectFiles(): readonly string[] {
  const below = (folder: string): readonly string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return folder === '' && made.has(entry.name) ? [] : below(path)
      return entry.isFile() ? [path] : []
    })
  return below('').toSorted()
}

/** Fenced code blocks of one language, first one first. */
export const codeBlocks = (markdown: string, language: string): readonly string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(match => match[1] ?? '')

/** What GitHub calls a heading in a link, after `#`. */
export const anchorsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(match =>
      (match[1] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

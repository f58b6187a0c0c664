import { languageOf } from '../code/languages.ts'
import { scanCode } from '../code/scan.ts'
import { baseName } from '../paths.ts'
import { emptyManifest, type ManifestReader } from './model.ts'

export const mixExs: ManifestReader = {
  concerns: path => baseName(path) === 'mix.exs',
  read: text => {
    const language = languageOf('mix.exs')
    const code = language === null ? null : scanCode(text, language)
    if (code === null) return emptyManifest
    const runtimes = [...code.text.matchAll(/\belixir:\s*"([^"\n]+)"/g)].map(match => ({
      key: 'elixir',
      version: match[1] ?? '',
      line: code.lineAt(match.index),
      numbers: 2 as const,
    }))
    const dependencies = [...code.text.matchAll(/\{\s*:(\w+)\s*,\s*"([^"\n]+)"([^{}\n]*)\}/g)]
      .filter(match => !/\bonly:\s*(?:\[\s*)?:(?:dev|test)|\bruntime:\s*false/.test(match[3] ?? ''))
      .map(match => ({ name: match[1] ?? '', version: match[2] ?? '', line: code.lineAt(match.index) }))
    return { runtimes, dependencies }
  },
}

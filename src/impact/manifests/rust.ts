import { baseName } from '../paths.ts'
import { readToml, tomlText } from '../readers/toml.ts'
import type { ManifestReader, RuntimeNeed } from './model.ts'

const dependencies = /^(?:workspace\.|target\..+\.)?dependencies(?:\.([\w-]+))?$/

export const cargoToml: ManifestReader = {
  concerns: path => baseName(path) === 'Cargo.toml',
  read: text => {
    const entries = readToml(text)
    return {
      runtimes: entries.flatMap(({ section, key, value, line }): readonly RuntimeNeed[] => {
        const version = tomlText(value)
        if (!/^(?:workspace\.)?package$/.test(section) || version === null) return []
        if (key === 'rust-version') return [{ key: 'rust', version, line, numbers: 2 as const }]
        return key === 'edition' ? [{ key: 'rust-edition', version, line, numbers: 1 as const }] : []
      }),
      dependencies: entries.flatMap(({ section, key, value, line }) => {
        const [whole, name] = dependencies.exec(section) ?? []
        if (whole === undefined || (name !== undefined && key !== 'version')) return []
        const version = tomlText(value, 'version')
        return version === null ? [] : [{ name: name ?? key.replace(/\.version$/, ''), version, line }]
      }),
    }
  },
}

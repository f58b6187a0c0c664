import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gateIds } from '../src/gates/index.ts'

const root = join(import.meta.dirname, '..')

const sources = ['src', 'action', 'app', 'cli'].flatMap(folder => {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
  } catch {
    return []
  }
})

/** Repository paths and package names that a file imports, static and dynamic. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '')
  return found.map(name =>
    name.startsWith('.') ? relative(root, join(root, dirname(file), name)).replaceAll('\\', '/') : name,
  )
}

/** Pure means: no file system, environment, clock, network or console. Hashing is deterministic and allowed. */
const pureBuiltins = new Set(['node:crypto'])
const isIo = (file: string) => /^src\/(github|git|workspace)\//.test(file)

describe('dependency direction', () => {
  test('there is something to look at', () => expect(sources.length).toBeGreaterThan(60))

  test.each(sources)('%s', file => {
    const imports = importsOf(file)
    const from = file.split('/')[0] ?? ''
    const allowed = from === 'src' ? ['src'] : ['src', from]
    for (const name of imports.filter(one => /^(src|action|app|cli|test|scripts|dist)\//.test(one))) {
      expect(allowed, `${file} imports ${name}`).toContain(name.split('/')[0])
    }
    if (from !== 'src' || isIo(file)) return
    for (const name of imports.filter(one => one.startsWith('node:'))) {
      expect(pureBuiltins, `${file} is pure and imports ${name}`).toContain(name)
    }
    const text = readFileSync(join(root, file), 'utf8')
    expect(text.match(/\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|console\.|fetch\()/)?.[0]).toBeUndefined()
  })

  test('gates see facts, never a client', () => {
    for (const file of sources.filter(one => one.startsWith('src/gates/'))) {
      expect(importsOf(file).filter(name => /^src\/(github|git|render)\//.test(name))).toEqual([])
    }
  })

  test('every gate file stands in the registry', () => {
    const files = readdirSync(join(root, 'src/gates')).filter(name => name.endsWith('.ts') && name !== 'index.ts')
    const registry = readFileSync(join(root, 'src/gates/index.ts'), 'utf8')
    const gateFiles = files.filter(name => /= defineGate\(/.test(readFileSync(join(root, 'src/gates', name), 'utf8')))
    for (const name of gateFiles) expect(registry).toContain(`./${name}`)
    expect(gateFiles.map(name => name.replace('.ts', '')).toSorted()).toEqual(gateIds.toSorted())
  })
})

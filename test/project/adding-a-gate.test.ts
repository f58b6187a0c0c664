import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, root } from './files.ts'

const page = read('docs/adding-a-gate.md')

interface Block {
  readonly language: string
  readonly path: string
  readonly text: string
}

/** Blocks that name a file in their first line, in the order of the page. */
const blocks: readonly Block[] = [...page.matchAll(/^```(\w+)\n(?:\/\/|#) (\S+\.\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = '', path = '', text = '']) => ({ language, path, text }),
)

/** Lines with `+` come behind the only place where the lines before them stand. */
function edited(text: string, change: string): string {
  const lines = change.replace(/\n$/, '').split('\n')
  const before = lines.filter(line => line.startsWith(' ')).map(line => line.slice(1))
  const added = lines.filter(line => line.startsWith('+')).map(line => line.slice(1))
  expect(before.length + added.length, change).toBe(lines.length)
  const place = `${before.join('\n')}\n`
  expect(text.split(place).length, `"${place}" stands once`).toBe(2)
  return text.replace(place, () => `${place}${added.join('\n')}\n`)
}

const copied = ['src', 'cli', 'scripts', 'docs', 'schema', 'package.json', 'tsconfig.json']

describe('docs/adding-a-gate.md', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-gates-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const at = (path: string) => join(folder, path)
  const node = (args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    return { status, output: stdout + stderr }
  }

  beforeAll(() => {
    for (const path of copied) cpSync(join(root, path), at(path), { recursive: true })
    symlinkSync(join(root, 'node_modules'), at('node_modules'), 'dir')
    for (const { language, path, text } of blocks) {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), language === 'diff' ? edited(readFileSync(at(path), 'utf8'), text) : text)
    }
  })

  test('has a block for every file that it speaks of', () => {
    const named = blocks.map(({ language, path }) => `${language} ${path}`)
    for (const one of ['ts src/gates/lockfiles.ts', 'diff src/gates/index.ts', 'ts src/locales/zh-CN/lockfiles.ts'])
      expect(named).toContain(one)
    expect(blocks).toHaveLength(14)
  })

  test('the case is judged as the page shows it', () => {
    const [, command = '', shown = ''] =
      /^```console\n\$ (node cli[^;\n]*); echo \$\?\n([\s\S]*?)^```/m.exec(page) ?? []
    const { status, output } = node(command.split(' ').slice(1))
    expect(`${output}${status}\n`).toBe(shown)
  })

  test('the tables of its pages and the schema are written', () => {
    expect(node(['scripts/write-schema.ts'])).toEqual({ status: 0, output: '' })
    expect(readFileSync(at('docs/gates/lockfiles.md'), 'utf8')).toContain('| `pairs[].lock` | text | required |')
    expect(readFileSync(at('docs/gates/lockfiles.zh-CN.md'), 'utf8')).toContain('与之对应的锁文件')
    expect(readFileSync(at('schema/delivery-gates.schema.json'), 'utf8')).toContain('"lockfiles"')
  })

  test('the types hold', { timeout: 60_000 }, () => {
    const config = {
      extends: './tsconfig.json',
      include: ['src', 'cli', 'scripts/reference', 'scripts/write-schema.ts'],
    }
    writeFileSync(at('tsconfig.recipe.json'), JSON.stringify(config))
    const { status, output } = node([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.recipe.json'])
    expect({ status, output }).toEqual({ status: 0, output: '' })
  })
})

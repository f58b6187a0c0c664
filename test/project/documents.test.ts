import { existsSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workflowProblems } from '../../scripts/workflows.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { routes } from '../sandbox/rest/index.ts'
import { anchorsOf, codeBlocks, projectFiles, read, root } from './files.ts'

const pages = projectFiles().filter(
  file => file.endsWith('.md') && !file.startsWith('test/') && !file.startsWith('dist/'),
)

/** Targets of links and pictures, without code. */
const linksOf = (markdown: string): readonly string[] => {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(match => match[1] ?? '')
}

describe('links between pages', () => {
  test('there are pages with links', () =>
    expect(pages.flatMap(page => linksOf(read(page))).length).toBeGreaterThan(60))

  test.each(pages)('%s', page => {
    for (const link of linksOf(read(page)).filter(target => !/^(https?|mailto):/.test(target))) {
      const [path = '', anchor] = decodeURI(link).split('#')
      const file = path === '' ? page : posix.normalize(posix.join(dirname(page), path))
      expect(existsSync(join(root, file)), `${page} links to ${link}`).toBe(true)
      if (anchor !== undefined && file.endsWith('.md')) {
        expect(anchorsOf(read(file)), `${page} links to ${link}`).toContain(anchor)
      }
    }
  })

  test('every page of docs/ can be reached from the README', () => {
    const reached = new Set<string>()
    const visit = (page: string): void => {
      if (reached.has(page) || !existsSync(join(root, page))) return
      reached.add(page)
      for (const link of linksOf(read(page)).filter(target => !target.includes(':'))) {
        const file = posix.normalize(posix.join(dirname(page), link.split('#')[0] ?? ''))
        if (file.endsWith('.md')) visit(file)
      }
    }
    visit('README.md')
    expect(pages.filter(page => page.startsWith('docs/') && !reached.has(page))).toEqual([])
  })

  test('pages that code and settings name exist', () => {
    const named = projectFiles()
      .filter(file => /\.(ts|yml|md)$/.test(file) && !/^(test|dist)\//.test(file))
      .flatMap(file => [...read(file).matchAll(/\bdocs\/[\w./-]+\.(?:zh-CN\.)?md\b/g)].map(match => [file, match[0]]))
      // Examples speak of documents of the reader's own project, the recipe of pages that the reader writes.
      .filter(([, page = '']) => !/^docs\/(?:deploy\/|api\/|gates\/lockfiles\.)/.test(page))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(([, page = '']) => !existsSync(join(root, page)))).toEqual([])
  })
})

describe.each(['README.md', 'README.zh-CN.md'])('%s', page => {
  const text = read(page)
  const yaml = codeBlocks(text, 'yaml')

  test('at most 150 lines', () => expect(text.split('\n').length).toBeLessThanOrEqual(151))

  test('the two commands are scripts that exist', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
    const commands = codeBlocks(text, 'sh').join('')
    expect(commands).toBe('npm ci && npm run demo\nnpm ci && npm test\n')
    for (const name of ['demo', 'test', 'start']) expect(scripts).toHaveProperty(name)
  })

  test('the policy has no problem, alone and with the checklist', () => {
    const [policy = '', , checklist = ''] = yaml
    const alone = parsePolicy(policy, 'README.md', { owner: 'acme' })
    const whole = parsePolicy(policy + checklist, 'README.md', { owner: 'acme' })
    expect(alone.ok ? [] : alone.error).toEqual([])
    expect(whole.ok ? whole.value.policy.checklists[0]?.items.map(item => item.id) : whole.error).toEqual([
      'rollback',
      'guide',
    ])
    expect(alone.ok ? alone.value.warnings : []).toEqual([])
  })

  test('S-19 the workflow is safe to copy', () => {
    const [, workflow = ''] = yaml
    expect(workflow).toContain('acme/delivery-gates@')
    expect(workflowProblems(workflow, 'shipped')).toEqual([])
  })

  test('the picture is there and small', () => {
    const picture = /\]\((docs\/images\/comment[^)]*\.png)\)/.exec(text)?.[1] ?? 'none'
    expect(statSync(join(root, picture)).size).toBeLessThan(200_000)
  })
})

test.each([
  ['README.md', 'README.zh-CN.md'],
  ['docs/guide.md', 'docs/guide.zh-CN.md'],
])('%s and %s say the same: headings, tables, code', (english, chinese) => {
  const shape = (text: string) => ({
    headings: [...text.matchAll(/^(#+) /gm)].map(match => match[1]),
    rows: [...text.matchAll(/^\|.*\|$/gm)].length,
    commands: [...text.matchAll(/`(\/[a-z-]+)/g)].map(match => match[1]).sort(),
    code: codeBlocks(text, '\\w+').length,
  })
  expect(shape(read(chinese))).toEqual(shape(read(english)))
})

test.each(projectFiles().filter(file => /^examples\/(?!app\/).*\.ya?ml$/.test(file) && !file.endsWith('.test.yml')))(
  'S-19 %s can be copied as it is',
  file => {
    const text = read(file)
    if (/^jobs:/m.test(text)) expect(workflowProblems(text, 'shipped')).toEqual([])
    else {
      const parsed = parsePolicy(text, file, { owner: 'acme' })
      expect(parsed.ok ? parsed.value.warnings : parsed.error).toEqual([])
    }
  },
)

test('this repository’s own policy has no problem', () => {
  const parsed = parsePolicy(read('.github/delivery-gates.yml'), '.github/delivery-gates.yml', { owner: 'acme' })
  expect(parsed.ok ? parsed.value.warnings : parsed.error).toEqual([])
})

test('docs/sandbox.md has the table of operations that the code gives', () => {
  const contract = JSON.parse(read('test/sandbox/contract/openapi.json')) as {
    paths: Record<string, Record<string, { operationId?: string }>>
  }
  const described = Object.values(contract.paths).flatMap(methods =>
    Object.values(methods).flatMap(method => method.operationId ?? []),
  )
  // The rate limit is answered before the routes, because asking for it costs nothing.
  const modelled = new Set([...routes.map(route => route.id), 'rate-limit/get'])
  const groups = Map.groupBy(described.toSorted(), id => id.split('/')[0] ?? '')
  const list = (ids: readonly string[]) => ids.map(id => `\`${id.split('/')[1]}\``).join(', ') || '–'
  const rows = [...groups].map(([group, ids]) => {
    const there = ids.filter(id => modelled.has(id))
    return `| \`${group}\` | ${list(there)} | ${list(ids.filter(id => !modelled.has(id)))} |`
  })
  const table = ['| group | modelled | answers 501 |', '| --- | --- | --- |', ...rows].join('\n')
  const shown = /<!-- operations -->\n\n([\s\S]*?)\n\n<!-- \/operations -->/.exec(read('docs/sandbox.md'))?.[1]
  expect(shown).toBe(table)
})

test.each(['docs/guide.md', 'docs/guide.zh-CN.md'])(
  'S-16 %s lists the permissions and events of the App',
  async page => {
    const manifest = await import('../../src/github/permissions.ts')
    const rows = [...read(page).matchAll(/^\| ([^|]+) \| (read|write) \|/gm)].map(match => [match[1] ?? '', match[2]])
    const key = (name: string) =>
      name
        .replace(/ ?[(（].*/, '')
        .toLowerCase()
        .replaceAll(' ', '_')
        .replace('commit_statuses', 'statuses')
    expect(Object.fromEntries(rows.map(([name = '', level]) => [key(name), level]))).toEqual(manifest.permissions)
    const events =
      read(page)
        .split(/^### (?:Permissions and events|权限和事件)$/m)[1]
        ?.split('\n### ')[0] ?? ''
    const named = [...events.matchAll(/^\| ([A-Z][^|]+) \| [^|]+ \|$/gm)]
      .flatMap(match => (match[1] ?? '').split(/, |、/))
      .map(key)
    expect(named.toSorted()).toEqual([...manifest.events].sort())
  },
)

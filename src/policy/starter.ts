import type { Locale } from '../locales/index.ts'
import { type Message, message } from '../locales/message.ts'
import { sentence } from '../render/format.ts'
import { plainFormatter } from '../render/plain.ts'

/** What a repository looks like from outside. */
export interface Surroundings {
  /** Paths of the commit. */
  readonly paths: readonly string[]
  /** Report files that stand in the workspace now. */
  readonly reports: readonly string[]
  /** Login or team for the first implementer; whoever opens a pull request cannot approve it, so this is a placeholder. */
  readonly implementer: string
}

const deployments: readonly (readonly [pattern: RegExp, glob: string])[] = [
  [/^(?:.*\/)?(?:Dockerfile|Containerfile)[^/]*$/, '**/{Dockerfile,Containerfile}*'],
  [/^(?:.*\/)?(?:docker-)?compose[^/]*\.ya?ml$/, '**/*compose*.{yml,yaml}'],
  [/^(?:.*\/)?\.env\.example$/, '**/.env.example'],
  [/^deploy\//, 'deploy/**'],
  [/^deployments?\//, '{deployment,deployments}/**'],
  [/^helm\//, 'helm/**'],
  [/^charts\//, 'charts/**'],
  [/^(?:k8s|kubernetes)\//, '{k8s,kubernetes}/**'],
  [/^ansible\//, 'ansible/**'],
  [/^terraform\//, 'terraform/**'],
  [/^(?:.*\/)?migrations\//, '**/migrations/**'],
]

/** Where each ecosystem's tools write a report, when none stands there yet. */
const languages: readonly (readonly [marker: RegExp, report: string])[] = [
  [/^package\.json$/, 'coverage/lcov.info'],
  [/^(?:pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, 'coverage.xml'],
  [/^Cargo\.toml$/, 'lcov.info'],
  [/^go\.mod$/, 'cover.out'],
  [/^pom\.xml$/, '**/target/site/jacoco/jacoco.xml'],
  [/^build\.gradle(?:\.kts)?$/, '**/build/reports/jacoco/**/*.xml'],
  [/^Gemfile$/, 'coverage/.resultset.json'],
  [/^composer\.json$/, 'clover.xml'],
  [/^pubspec\.yaml$/, 'coverage/lcov.info'],
  [/\.(?:cs|fs|vb)proj$/, '**/coverage.cobertura.xml'],
]

/** Folders whose children are parts of a repository of several. */
const workspaces = /^(services|packages|apps|modules|components)\/([^/]+)\//

/** Most parts that are listed. */
const mostComponents = 20

/**
 * A policy to start from, as the text of `.github/delivery-gates.yml`: every line follows from something that was found,
 * and a comment says what it is for. Gates only warn, until somebody has seen what they say.
 */
export function starterPolicy(surroundings: Surroundings, locale: Locale): string {
  const { paths, reports, implementer } = surroundings
  const f = plainFormatter(locale, 1_000)
  const note = (told: Message, indent = ''): string => `${indent}# ${sentence(told, locale, f)}`
  const measured = reports.length > 0 ? reports.slice(0, 5) : expectedReports(paths)
  const deployment = deployments.filter(([pattern]) => paths.some(path => pattern.test(path))).map(([, glob]) => glob)
  const documents = paths.some(path => path.startsWith('docs/')) ? 'docs/**' : '*.md'
  const parts = componentsIn(paths)
  return [
    note(message('starter.head', {})),
    'version: 1',
    ...(locale === 'en' ? [] : [`locale: ${locale}`]),
    '',
    note(message('starter.roles', {})),
    'roles:',
    `  implementer: [${JSON.stringify(implementer)}]`,
    `  policy-owner: [${JSON.stringify(implementer)}]`,
    ...(parts.length === 0
      ? []
      : ['', note(message('starter.components', {})), 'components:', ...parts.map(componentLine)]),
    '',
    note(message('starter.gates', {})),
    'gates:',
    ...(measured.length > 0 ? [note(message('starter.coverage', {}), '  '), ...coverageLines(measured)] : []),
    ...(deployment.length > 0 ? [note(message('starter.docs', {}), '  '), ...docsLines(deployment, documents)] : []),
    note(message('starter.review', {}), '  '),
    '  review:',
    '    level: warn',
    '    rules:',
    '      - { role: implementer, need: requested, request: auto }',
    ...(deployment.length > 0 ? [`      - { role: implementer, need: approved, when: ${list(deployment)} }`] : []),
    note(message('starter.description', {}), '  '),
    '  description:',
    '    level: warn',
    `    sections: [Goal, Acceptance criteria${deployment.length > 0 ? ', Rollback plan' : ''}]`,
    ...(deployment.length > 0
      ? ['', note(message('starter.checklist', {})), ...checklistLines(deployment, locale)]
      : []),
    '',
  ].join('\n')
}

const expectedReports = (paths: readonly string[]): readonly string[] => [
  ...new Set(languages.filter(([marker]) => paths.some(path => marker.test(path))).map(([, report]) => report)),
]

function componentsIn(paths: readonly string[]): readonly { readonly name: string; readonly folder: string }[] {
  const found = new Map<string, string>()
  for (const path of paths) {
    const [, parent = '', name = ''] = workspaces.exec(path) ?? []
    if (/^[a-z0-9][a-z0-9_.-]{0,59}$/i.test(name) && !found.has(name)) found.set(name, `${parent}/${name}`)
  }
  return [...found].map(([name, folder]) => ({ name, folder })).slice(0, mostComponents)
}

const componentLine = ({ name, folder }: { readonly name: string; readonly folder: string }): string =>
  `  ${name}: { paths: ${list([`${folder}/**`])} }`

const list = (values: readonly string[]): string => `[${values.map(value => JSON.stringify(value)).join(', ')}]`

const coverageLines = (reports: readonly string[]): readonly string[] => [
  '  coverage:',
  '    level: warn',
  '    reports:',
  ...reports.map(
    (path, index) => `      - { name: ${index === 0 ? 'unit' : `unit-${index + 1}`}, path: ${JSON.stringify(path)} }`,
  ),
  '    project: { min: 80 }',
  '    patch: { min: 80 }',
]

const docsLines = (deployment: readonly string[], documents: string): readonly string[] => [
  '  docs:',
  '    level: warn',
  '    rules:',
  `      - { id: deploy-guide, kind: deployment, when: ${list(deployment)}, update: [${JSON.stringify(documents)}] }`,
]

const checklistLines = (deployment: readonly string[], locale: Locale): readonly string[] => [
  'checklists:',
  '  - id: deploy-readiness',
  '    level: warn',
  `    when: { paths: ${list(deployment)} }`,
  '    items:',
  `      - { id: rollback, text: ${locale === 'en' ? 'Rollback rehearsed' : '已演练回滚'}, role: implementer, covers: ${list(deployment)} }`,
]

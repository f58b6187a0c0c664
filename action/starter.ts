import { message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import type { Log } from './log.ts'

/** What a repository looks like from outside. */
export interface Surroundings {
  /** Paths of the base commit. */
  readonly paths: readonly string[]
  /** Report files that stand in the workspace now. */
  readonly reports: readonly string[]
  /** Login for the first implementer; whoever opened the pull request cannot approve it, so this is a placeholder. */
  readonly implementer: string
}

const deployments: readonly (readonly [pattern: RegExp, glob: string])[] = [
  [/^(?:.*\/)?Dockerfile$/, '**/Dockerfile'],
  [/^(?:.*\/)?(?:docker-)?compose[^/]*\.ya?ml$/, '**/*compose*.yml'],
  [/^deploy\//, 'deploy/**'],
  [/^deployments?\//, 'deployment/**'],
  [/^helm\//, 'helm/**'],
  [/^charts\//, 'charts/**'],
  [/^k8s\//, 'k8s/**'],
  [/^terraform\//, 'terraform/**'],
  [/^(?:.*\/)?migrations\//, '**/migrations/**'],
]

/** Where each ecosystem's tools write a report, when none stands there yet. */
const languages: readonly (readonly [marker: RegExp, report: string])[] = [
  [/^package\.json$/, 'coverage/lcov.info'],
  [/^(?:pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, 'coverage.xml'],
  [/^Cargo\.toml$/, 'lcov.info'],
  [/^pubspec\.yaml$/, 'coverage/lcov.info'],
  [/\.(?:cs|fs|vb)proj$/, '**/coverage.cobertura.xml'],
]

/** A policy to start from, as the text of `.github/delivery-gates.yml`: every line follows from something that was found. */
export function starterPolicy({ paths, reports, implementer }: Surroundings): string {
  const measured = reports.length > 0 ? reports.slice(0, 5) : expectedReports(paths)
  const deployment = deployments.filter(([pattern]) => paths.some(path => pattern.test(path))).map(([, glob]) => glob)
  const documents = paths.some(path => path.startsWith('docs/')) ? 'docs/**' : '*.md'
  return [
    'version: 1',
    'roles:',
    `  implementer: [${JSON.stringify(implementer)}]`,
    'gates:',
    ...(measured.length > 0 ? coverageLines(measured) : []),
    ...(deployment.length > 0 ? docsLines(deployment, documents) : []),
    '  review:',
    '    rules:',
    '      - { role: implementer, need: requested, request: auto }',
    ...(deployment.length > 0 ? [`      - { role: implementer, need: approved, when: ${list(deployment)} }`] : []),
    '',
  ].join('\n')
}

const expectedReports = (paths: readonly string[]): readonly string[] => [
  ...new Set(languages.filter(([marker]) => paths.some(path => marker.test(path))).map(([, report]) => report)),
]

const list = (values: readonly string[]): string => `[${values.map(value => JSON.stringify(value)).join(', ')}]`

const coverageLines = (reports: readonly string[]): readonly string[] => [
  '  coverage:',
  '    reports:',
  ...reports.map(
    (path, index) => `      - { name: ${index === 0 ? 'unit' : `unit-${index + 1}`}, path: ${JSON.stringify(path)} }`,
  ),
  '    project: { min: 80 }',
  '    patch: { min: 80 }',
]

const docsLines = (deployment: readonly string[], documents: string): readonly string[] => [
  '  docs:',
  '    rules:',
  `      - { id: deploy-guide, kind: deployment, when: ${list(deployment)}, update: [${JSON.stringify(documents)}] }`,
]

/** The starter in the log, and as a section for the job summary. */
export function starterSection(surroundings: Surroundings, log: Log): string {
  const policy = starterPolicy(surroundings)
  const title = message('action.starter', {})
  log.group(title, policy)
  const fence = '`'.repeat(Math.max(3, ...[...policy.matchAll(/`+/g)].map(run => run[0].length + 1)))
  return `\n\n${sentence(title, log.locale, plainFormatter(log.locale))}\n\n${fence}yaml\n${policy}${fence}\n`
}

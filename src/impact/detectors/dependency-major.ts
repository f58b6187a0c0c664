import { changedPaths } from '../../facts/diff.ts'
import { isManifest, readManifest } from '../manifests/index.ts'
import type { Dependency } from '../manifests/model.ts'
import type { Detector } from '../model.ts'
import { compare, type Stated } from '../stated.ts'

/** Packages of production whose first number goes up. */
export const dependencyMajor: Detector = {
  concerns: isManifest,
  detect: change => {
    if (change.before === change.after) return []
    const [now = '', old = now] = changedPaths(change.file)
    const before = byName(readManifest(old, change.before).dependencies)
    const after = byName(readManifest(now, change.after).dependencies)
    const raised = [...after.keys()].filter(name => isRaised(before.get(name), after.get(name)))
    const stated = (side: ReadonlyMap<string, Dependency>) =>
      raised.flatMap(name => side.get(name) ?? []).map(statement)
    return compare(change, stated(before), stated(after))
  },
}

const statement = ({ name, version, line }: Dependency): Stated => ({
  kind: 'dependency-major',
  key: name,
  value: version,
  line,
})

/** Tools of developers that lie among the dependencies of production all the same. */
const forDevelopers =
  /(?:^|[/:._-])(?:eslint|prettier|jest|vitest|mocha|chai|sinon|cypress|playwright|webpack|babel|rollup|vite|typescript|husky|storybook|pytest|flake8|pylint|mypy|coverage|tox|ruff|rspec|rubocop|capybara|simplecov|junit|mockito|assertj|testcontainers|wiremock|mockk|kotest|spotless|detekt|ktlint|checkstyle|xunit|nunit|moq|coverlet|phpunit|phpstan|testify|gomega|ginkgo|credo|dialyxir|excoveralls)(?:$|[/:._-])|Microsoft\.NET\.Test|StyleCop|Analyzers$/i

function byName(dependencies: readonly Dependency[]): ReadonlyMap<string, Dependency> {
  return new Map(dependencies.filter(one => !forDevelopers.test(one.name)).map(one => [one.name, one]))
}

/** Years and dates are no first numbers; what was 0 promised nothing. */
function isRaised(old: Dependency | undefined, now: Dependency | undefined): boolean {
  const [before, after] = [old && major(old.version), now && major(now.version)]
  if (before === null || before === undefined || after === null || after === undefined) return false
  return after > before && after < 1900 && !(before >= 1900)
}

/** The greatest first number that a range asks for; upper bounds, tags, paths and addresses are none. */
function major(version: string): number | null {
  if (
    /^(?:workspace|file|link|git|https?|portal|patch|catalog)\b|[/\\$]/.test(
      version.replace(/^npm:(?:@[\w.-]+\/)?[\w.-]+@/, ''),
    )
  )
    return null
  const numbers = version
    .replace(/^npm:.*@/, '')
    .replace(/[<!]=?\s*[\d.]+\w*/g, '')
    .split(/\|\|?/)
    .flatMap(range => /\d+/.exec(range)?.[0] ?? [])
    .map(Number)
  return numbers.length === 0 ? null : Math.max(...numbers)
}

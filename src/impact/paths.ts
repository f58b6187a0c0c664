/** Folders whose files nobody deploys: tests, examples, documents, CI, editors, tools, other people's code. */
const unshippedFolders = new Set(
  `test tests __tests__ testing testdata test-data test_data testutil testutils test-utils fixture fixtures __fixtures__
  mock mocks __mocks__ e2e integration-test integration-tests integration_tests molecule testsuite test-infra
  example examples _examples sample samples doc docs documentation
  .github .gitlab .circleci .buildkite .woodpecker .drone .forgejo .gitea .azure-pipelines .ci ci
  .devcontainer .vscode .idea .husky .storybook devenv dev development hack bench benchmark benchmarks
  node_modules vendor third_party third-party`.split(/\s+/),
)

/** `docker-compose.test.yml`, `Dockerfile-dev`, `.env.ci`: a variant that no deployer runs. */
const unshippedVariant =
  /(?:^|[._-])(?:dev|devel|develop|development|tests?|testing|ci|e2e|debug|bench|benchmark)(?=[._-]|$)/i

/** Whether a deployer may run or read what stands at the path. The one place where detectors ask this. */
export function isShipped(path: string): boolean {
  const folders = path.split('/')
  folders.pop()
  return !folders.some(folder => unshippedFolders.has(folder.toLowerCase()))
}

/** For files of which variants lie side by side: Dockerfiles, Compose files, `.env` files. */
export const isDeveloperVariant = (path: string): boolean => unshippedVariant.test(baseName(path))

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** `''` at the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

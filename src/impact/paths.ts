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

/** Folders of sources that never run where the product runs. */
const supportFolders = new Set(
  `spec specs cypress playwright __snapshots__ androidtest testfixtures integrationtest jmh benches
  script scripts tool tools tooling build dist website docs-site .storybook generators generated __generated__`.split(
    /\s+/,
  ),
)

const supportFolder = /(?:[._-]|[a-z](?=T))tests?$|^tests?[._-]/i

/** `orders.test.ts`, `orders_test.go`, `test_orders.py`, `OrdersTest.java`, `orders_spec.rb`. */
const testName =
  /[._-](?:test|tests|spec|e2e|cy|stories|bench|mock|fixture)s?\.\w+$|^test_|(?:Tests?|IT|Spec|TestCase|Fixture|Mock)\.\w+$|^(?:conftest|tests)\.py$/

/** Settings of tools, stubs and bundles that a tool wrote, tasks of developers. */
const supportName =
  /^(?:webpack|vite|vitest|rollup|jest|karma|playwright|cypress|eslint|babel|postcss|tailwind|prettier|gulpfile|gruntfile|commitlint|lint-staged|wdio|tsup|tsdown|esbuild|metro|craco|protractor|codegen|knip|drizzle|svelte)\b|^(?:setup|noxfile|fabfile|tasks)\.py$|^build\.rs$|\.d\.[cm]?ts$|[.-]min\.\w+$|\.pb\.\w+$|_pb2(?:_grpc)?\.pyi?$|\.(?:gen|generated|g)\.\w+$|^zz_generated/i

/** Whether the code at the path runs in production: no test, no tool, nothing that a tool wrote. */
export function isProductCode(path: string): boolean {
  const name = baseName(path)
  return isProductPath(path) && !testName.test(name) && !supportName.test(name)
}

/** Whether the folders hold what runs in production, whatever the file is. */
export function isProductPath(path: string): boolean {
  const folders = folderOf(path).split('/')
  return (
    isShipped(path) && !folders.some(folder => supportFolders.has(folder.toLowerCase()) || supportFolder.test(folder))
  )
}

import { describe, expect, test } from 'vitest'
import { facts, told } from './helpers.ts'

const change = (path: string, before: string, after: string) => facts({ path, before, after })

describe('versions of languages', () => {
  test.each([
    ['package.json', '{ "engines": { "node": ">=20.1" } }', '{ "engines": { "node": ">=22.0" } }', 'node'],
    ['.nvmrc', 'v20\n', 'v22\n', 'node'],
    ['.tool-versions', 'nodejs 20.1.0\n', 'nodejs 22.0.0\n', 'node'],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.10"\n', '[project]\nrequires-python = ">=3.12"\n', 'python'],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.10"\n',
      '[tool.poetry.dependencies]\npython = "^3.12"\n',
      'python',
    ],
    ['setup.cfg', '[options]\npython_requires = >=3.10\n', '[options]\npython_requires = >=3.12\n', 'python'],
    ['go.mod', 'module a\n\ngo 1.22\n', 'module a\n\ngo 1.23\n', 'go'],
    ['Cargo.toml', '[package]\nrust-version = "1.70"\n', '[package]\nrust-version = "1.80"\n', 'rust'],
    ['Gemfile', 'ruby "3.2.1"\n', 'ruby "3.3.0"\n', 'ruby'],
    ['composer.json', '{ "require": { "php": "^8.1" } }', '{ "require": { "php": "^8.3" } }', 'php'],
    [
      'pom.xml',
      '<project><properties><java.version>17</java.version></properties></project>',
      '<project><properties><java.version>21</java.version></properties></project>',
      'java',
    ],
    ['build.gradle.kts', 'kotlin { jvmToolchain(17) }\n', 'kotlin { jvmToolchain(21) }\n', 'java'],
    [
      'src/Shop.csproj',
      '<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>',
      '<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
      'dotnet',
    ],
    ['mix.exs', '[elixir: "~> 1.15"]\n', '[elixir: "~> 1.17"]\n', 'elixir'],
  ])('%s %j', (path, before, after, key) => {
    expect(change(path, before, after)).toEqual([`changed runtime-version ${key}`])
  })

  test.each([
    ['a patch', 'go.mod', 'module a\n\ngo 1.22.1\n', 'module a\n\ngo 1.22.5\n'],
    [
      'another way to write it',
      'package.json',
      '{ "engines": { "node": ">=20.0.0" } }',
      '{ "engines": { "node": ">= 20.0" } }',
    ],
    ['a second number of Node', '.nvmrc', '22.1\n', '22.9\n'],
    ['tests', 'tests/go.mod', 'module a\n\ngo 1.22\n', 'module a\n\ngo 1.23\n'],
    [
      'a toolchain',
      'go.mod',
      'module a\n\ngo 1.22\n\ntoolchain go1.22.1\n',
      'module a\n\ngo 1.22\n\ntoolchain go1.23.1\n',
    ],
  ])('not: %s', (_, path, before, after) => {
    expect(change(path, before, after)).toEqual([])
  })
})

describe('first numbers of packages', () => {
  test.each([
    ['package.json', '{ "dependencies": { "hono": "^3.2.0" } }', '{ "dependencies": { "hono": "^4.0.0" } }', 'hono'],
    ['requirements.txt', 'django==4.2.1\n', 'django==5.0\n', 'django'],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["django>=4.2"]\n',
      '[project]\ndependencies = ["django>=5.0"]\n',
      'django',
    ],
    [
      'go.mod',
      'module a\n\nrequire example.org/b v1.9.0\n',
      'module a\n\nrequire example.org/b/v2 v2.0.0\n',
      'example.org/b',
    ],
    ['Cargo.toml', '[dependencies]\naxum = "1.2"\n', '[dependencies]\naxum = "2.0"\n', 'axum'],
    ['Gemfile', 'gem "rails", "~> 7.1"\n', 'gem "rails", "~> 8.0"\n', 'rails'],
    ['composer.json', '{ "require": { "a/b": "^3.0" } }', '{ "require": { "a/b": "^4.0" } }', 'a/b'],
    ['build.gradle', 'implementation "org.example:a:1.2"\n', 'implementation "org.example:a:2.0"\n', 'org.example:a'],
    [
      'src/Shop.csproj',
      '<Project><ItemGroup><PackageReference Include="A" Version="1.2"/></ItemGroup></Project>',
      '<Project><ItemGroup><PackageReference Include="A" Version="2.0"/></ItemGroup></Project>',
      'A',
    ],
    ['mix.exs', '[{:phoenix, "~> 1.7"}]\n', '[{:phoenix, "~> 2.0"}]\n', 'phoenix'],
    [
      'gradle/libs.versions.toml',
      '[versions]\na = "1.2"\n[libraries]\na = { module = "org.example:a", version.ref = "a" }\n',
      '[versions]\na = "2.0"\n[libraries]\na = { module = "org.example:a", version.ref = "a" }\n',
      'org.example:a',
    ],
  ])('%s %j', (path, before, after, key) => {
    expect(change(path, before, after)).toEqual([`changed dependency-major ${key}`])
    expect(change(path, after, before)).toEqual([])
    expect(told({ path, before, after })[0]).toMatch(/ -> /)
  })

  const packages = (block: string, version: string) => JSON.stringify({ [block]: { a: version } })
  test.each([
    ['a minor', packages('dependencies', '^1.2'), packages('dependencies', '^1.9')],
    ['of developers', packages('devDependencies', '^1.2'), packages('devDependencies', '^2.0')],
    ['a year', packages('dependencies', '2024.1'), packages('dependencies', '2025.1')],
    ['a range that already had it', packages('dependencies', '^1 || ^2'), packages('dependencies', '^2')],
    ['a new one', '{ "dependencies": {} }', packages('dependencies', '^2')],
    ['a workspace', packages('dependencies', 'workspace:*'), packages('dependencies', '^2')],
  ])('not: %s', (_, before, after) => {
    expect(change('package.json', before, after)).toEqual([])
  })

  test.each([
    [
      'a tool of developers',
      'package.json',
      '{ "dependencies": { "eslint": "^8" } }',
      '{ "dependencies": { "eslint": "^9" } }',
    ],
    [
      'an indirect module',
      'go.mod',
      'require example.org/b v1.0.0 // indirect\n',
      'require example.org/b v2.0.0 // indirect\n',
    ],
    [
      'a group of development',
      'Gemfile',
      'group :development do\n  gem "a", "1.0"\nend\n',
      'group :development do\n  gem "a", "2.0"\nend\n',
    ],
    ['only for tests', 'mix.exs', '[{:a, "~> 1.0", only: :test}]\n', '[{:a, "~> 2.0", only: :test}]\n'],
  ])('not: %s', (_, path, before, after) => {
    expect(change(path, before, after)).toEqual([])
  })
})

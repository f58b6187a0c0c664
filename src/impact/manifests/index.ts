import { isProductPath } from '../paths.ts'
import { dotnetProject } from './dotnet.ts'
import { mixExs } from './elixir.ts'
import { goMod } from './go.ts'
import { gradle, pomXml, versionCatalog } from './jvm.ts'
import { emptyManifest, type Manifest, type ManifestReader } from './model.ts'
import { composerJson, globalJson, packageJson } from './node.ts'
import { versionPins } from './pins.ts'
import { pyproject, requirementsTxt, setupFile } from './python.ts'
import { gemfile } from './ruby.ts'
import { cargoToml } from './rust.ts'

/** Every sort of manifest. Adding one is one reader and one line here. */
const readers: readonly ManifestReader[] = [
  packageJson,
  composerJson,
  globalJson,
  goMod,
  requirementsTxt,
  pyproject,
  setupFile,
  cargoToml,
  gemfile,
  pomXml,
  gradle,
  versionCatalog,
  dotnetProject,
  mixExs,
  versionPins,
]

export const isManifest = (path: string): boolean => isProductPath(path) && readers.some(one => one.concerns(path))

const maxLength = 500_000

/** What the file at the path asks for; nothing where there is no file. */
export function readManifest(path: string, text: string | null): Manifest {
  if (text === null || text.length > maxLength) return emptyManifest
  return readers.find(one => one.concerns(path))?.read(text, path) ?? emptyManifest
}

import { baseName } from '../paths.ts'
import { readXmlOutline, type XmlElement } from '../readers/xml-outline.ts'
import type { Dependency, ManifestReader, RuntimeNeed } from './model.ts'

/** Projects, and the files that settle versions for all of them. Projects of tests are none of production. */
export const dotnetProject: ManifestReader = {
  concerns: path =>
    /\.(?:cs|fs|vb)proj$|^Directory\.(?:Build|Packages)\.props$/.test(baseName(path)) &&
    !/tests?\.\w+$/i.test(baseName(path)),
  read: text => {
    const elements = readXmlOutline(text)
    return { runtimes: elements.flatMap(framework), dependencies: elements.flatMap(reference) }
  },
}

function framework({ path, text, line }: XmlElement): readonly RuntimeNeed[] {
  if (!/^Project\/PropertyGroup\/TargetFrameworks?$/.test(path)) return []
  return /\d/.test(text) ? [{ key: 'dotnet', version: text, line, numbers: 2 }] : []
}

function reference({ path, attributes, children, line }: XmlElement): readonly Dependency[] {
  if (!/^Project\/ItemGroup\/Package(?:Reference|Version)$/.test(path)) return []
  const name = attributes.Include ?? attributes.Update
  const version = attributes.Version ?? children.Version ?? attributes.VersionOverride
  const isPrivate = /all/i.test(attributes.PrivateAssets ?? children.PrivateAssets ?? '')
  return name === undefined || version === undefined || isPrivate ? [] : [{ name, version, line }]
}

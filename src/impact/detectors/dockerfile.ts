import { readImage, tagLine } from '../image.ts'
import type { Detector } from '../model.ts'
import { baseName, isDeveloperVariant, isShipped } from '../paths.ts'
import { cronSchedule } from '../readers/crontab.ts'
import { expand, type Instruction, readDockerfile, readList, readPairs, words } from '../readers/dockerfile.ts'
import { compare, type Stated } from '../stated.ts'

const isDockerfile = (path: string): boolean =>
  /^(?:.+[._-])?(?:docker|container)file(?:[._-].+)?$/i.test(baseName(path)) &&
  !/\.(?:md|dockerignore|sh|py|js|ts|go|tpl)$|\.dockerignore|^docker-?file-/i.test(baseName(path))

/** What the images of a Dockerfile run with; stages that only build, and variants for developers, do not count. */
export const dockerfile: Detector = {
  concerns: path => isDockerfile(path) && isShipped(path) && !isDeveloperVariant(path),
  detect: change => {
    const before = change.before === null ? [] : statedBy(change.before)
    const after = change.after === null ? [] : statedBy(change.after)
    return compare(change, before, after).filter(
      impact => impact.kind !== 'file-permission' || impact.direction === 'changed',
    )
  },
}

interface Stage {
  readonly name: string | null
  readonly image: string
  readonly parent: Stage | null
  readonly line: number
  readonly instructions: Instruction[]
  isUsed: boolean
}

function statedBy(text: string): readonly Stated[] {
  const { stages, globals } = readStages(readDockerfile(text))
  return shippedStages(stages).flatMap(stage => statedByStage(stage, globals))
}

function readStages(instructions: readonly Instruction[]) {
  const stages: Stage[] = []
  const globals = new Map<string, string>()
  const find = (name: string) =>
    stages.find((stage, index) => stage.name === name.toLowerCase() || String(index) === name)
  for (const instruction of instructions) {
    const current = stages.at(-1)
    if (instruction.name === 'FROM') {
      const [image = '', as, name] = words(expand(instruction.text, variable => globals.get(variable)))
      const parent = find(image) ?? null
      if (parent) parent.isUsed = true
      const stageName = as?.toLowerCase() === 'as' ? (name?.toLowerCase() ?? null) : null
      stages.push({ name: stageName, image, parent, line: instruction.line, instructions: [], isUsed: false })
    } else if (current === undefined) {
      if (instruction.name === 'ARG')
        for (const [name, value] of defaults(instruction))
          globals.set(
            name,
            expand(value, one => globals.get(one)),
          )
    } else {
      current.instructions.push(instruction)
      for (const source of sources(instruction)) {
        const stage = find(source)
        if (stage && stage !== current) stage.isUsed = true
      }
    }
  }
  return { stages, globals }
}

const defaults = (instruction: Instruction) =>
  readPairs(instruction.text).filter(([name]) => instruction.text.includes(`${name}=`))

function sources({ flags }: Instruction): readonly string[] {
  const mounted = (flags.get('mount') ?? '').split(/[\s,]/).filter(part => part.startsWith('from='))
  return [flags.get('from') ?? '', ...mounted.map(part => part.slice('from='.length))].filter(name => name !== '')
}

const unshippedStage =
  /(?:^|[._-])(?:dev|devel|development|test|tests|testing|lint|debug|ci|build|builder|deps|check)(?:[._-]|$)/

/** Stages that no other one builds on, unless their name says that they are for developers; at least the last. */
function shippedStages(stages: readonly Stage[]): readonly Stage[] {
  const last = stages.at(-1)
  const ends = stages.filter(stage => !stage.isUsed)
  const shipped = ends.filter(stage => stage.name === null || !unshippedStage.test(stage.name))
  return shipped.length > 0 || last === undefined
    ? shipped.filter(stage => stage.name !== null || stage === last)
    : [last]
}

function lineage(stage: Stage): readonly Stage[] {
  const line: Stage[] = []
  for (let current: Stage | null = stage; current !== null; current = current.parent) line.unshift(current)
  return line
}

/** Settings of build tools and of the shell: nobody who deploys sets or meets them. */
const toolVariable =
  /^(?:PATH|HOME|CI|NODE_OPTIONS|NEXT_TELEMETRY_DISABLED|TURBO_\w+|SHELL|TERM|DEBIAN_FRONTEND|PYTHON(?:DONTWRITEBYTECODE|UNBUFFERED|FAULTHANDLER|HASHSEED|PATH)|(?:PIP|UV|POETRY|NPM_CONFIG|YARN|PNPM|COREPACK|CARGO|RUSTUP|RUSTFLAGS|BUNDLE|GEM|COMPOSER|VIRTUAL_ENV|MAVEN|GRADLE|NUGET|DOTNET_CLI|DOCKER|BUILDKIT|S6)(?:_\w+)?|GO(?:PATH|CACHE|FLAGS|OS|ARCH|PROXY|MODCACHE|TOOLCHAIN)|CGO_\w+|LD_\w+|\w*_(?:SHA\d*|SHA256SUM|CHECKSUM|DIGEST)|BUILD_DATE)$/i

function statedByStage(stage: Stage, globals: ReadonlyMap<string, string>): readonly Stated[] {
  const line = lineage(stage)
  const root = line[0] ?? stage
  const { name, tag } = readImage(root.image)
  const image: Stated = { kind: 'base-image', key: name, value: tagLine(tag), shown: tag, line: root.line }
  const stated: Stated[] = /^\$\{?[\w.]+\}?$/.test(name) ? [] : [image]
  const values = new Map<string, string>()
  const env = new Map<string, Stated>()
  let user: Stated | undefined
  const fill = (text: string) => expand(text, variable => values.get(variable))
  for (const instruction of line.flatMap(one => one.instructions)) {
    const { text, line: at } = instruction
    if (instruction.name === 'ARG') {
      for (const [variable, value] of readPairs(text)) {
        const known = text.includes(`${variable}=`) ? fill(value) : globals.get(variable)
        if (known !== undefined) values.set(variable, known)
      }
    } else if (instruction.name === 'ENV') {
      for (const [variable, value] of readPairs(text)) {
        values.set(variable, fill(value))
        env.set(variable, { kind: 'env-var', key: variable, value: fill(value), line: at })
      }
    } else if (instruction.name === 'USER')
      user = { kind: 'container-user', key: fill(text.trim()), value: fill(text.trim()), line: at }
    else stated.push(...statedByOne(instruction, fill))
  }
  stated.push(...[...env.values()].filter(one => !toolVariable.test(one.key)))
  if (user) stated.push({ ...user, key: 'USER' })
  return stated
}

function statedByOne(instruction: Instruction, fill: (text: string) => string): readonly Stated[] {
  const { name, text, line } = instruction
  if (name === 'EXPOSE') {
    return words(fill(text)).map(port => {
      const [number = '', protocol = 'tcp'] = port.split('/')
      return { kind: 'port', key: number, value: protocol.toLowerCase(), shown: port, line }
    })
  }
  if (name === 'VOLUME')
    return readList(fill(text)).map(path => ({
      kind: 'volume',
      key: path,
      value: '',
      shown: path,
      line,
      losesData: true,
    }))
  if (name === 'RUN') return [...modes(instruction), ...schedules(instruction)]
  const mode = name === 'COPY' || name === 'ADD' ? instruction.flags.get('chmod') : undefined
  if (name !== 'COPY' && name !== 'ADD') return []
  const targets = text.trimStart().startsWith('[') ? readList(text) : words(text)
  const target = targets.at(-1) ?? ''
  return targets.slice(0, -1).map(source => {
    const path =
      target.endsWith('/') || targets.length > 2 ? `${target.replace(/\/$/, '')}/${source.split('/').at(-1)}` : target
    return {
      kind: 'file-permission',
      key: path,
      value: mode?.replace(/^0+(?=\d{3})/, '') ?? '',
      shown: mode ?? null,
      line,
    }
  })
}

/** `chmod` of named files; a later one holds. */
function modes({ text, heredoc, line }: Instruction): readonly Stated[] {
  const byPath = new Map<string, Stated>()
  for (const [, mode = '', paths = ''] of `${text}\n${heredoc}`.matchAll(
    /\bchmod\s+(?:-\w+\s+)*([0-7]{3,4}|[ugoa]*[-+=][rwxXst]+)\s+([^&|;\n<>]{1,2000})/g,
  )) {
    for (const path of words(paths)) {
      if (path.startsWith('/'))
        byPath.set(path, {
          kind: 'file-permission',
          key: path,
          value: mode.replace(/^0(?=\d{3}$)/, ''),
          shown: mode,
          line,
        })
    }
  }
  return [...byPath.values()]
}

/** Schedules that an image installs: `echo "0 3 * * * backup" | crontab -`. */
function schedules({ text, heredoc, line }: Instruction): readonly Stated[] {
  const script = `${text}\n${heredoc}`
  if (!/cron/i.test(script)) return []
  return script.split(/["'\n]/).flatMap(part => {
    const entry = cronSchedule(part)
    return entry === null ? [] : [{ kind: 'cron' as const, key: entry.command, value: entry.schedule, line }]
  })
}

import { readFileSync } from 'node:fs'
import { type AppSetup, type Diagnosis, diagnose, type Finding } from '../src/doctor/diagnose.ts'
import { absent, type Fact, unknown } from '../src/facts/facts.ts'
import { unknownBecause } from '../src/github/client.ts'
import { connect } from '../src/github/connect.ts'
import { events, permissions } from '../src/github/permissions.ts'
import { appToken, readApp, readSetup } from '../src/github/setup.ts'
import type { Locale } from '../src/locales/index.ts'
import { type Message, message } from '../src/locales/message.ts'
import { sentence } from '../src/render/format.ts'
import { plainFormatter } from '../src/render/plain.ts'
import { labelled } from '../src/render/voice.ts'
import { err, ok } from '../src/result.ts'
import { defineCommand, type OptionSpecs, type World } from './command.ts'
import { openRemote, type Remote, remoteOptions } from './github.ts'
import { jsonLine } from './json.ts'

const options = {
  ...remoteOptions,
  branch: { about: 'cli.doctor.option.branch', value: 'BRANCH' },
} as const satisfies OptionSpecs

/** Says how well a repository is protected, and what is missing. Exit code 1: something is missing. */
export const doctor = defineCommand({
  forms: ['[OPTION…] --repo OWNER/NAME'],
  about: 'cli.doctor.about',
  options,
  async run({ values, positionals }, world) {
    const [extra] = positionals
    if (extra !== undefined) return err({ message: message('cli.positional', { got: extra }) })
    const remote = await openRemote(values.repo, world)
    if (!remote.ok) return remote
    const { client, owner, name } = remote.value
    let diagnosis: Diagnosis
    try {
      const app = await appOf(remote.value, world)
      diagnosis = diagnose(await readSetup(client, { owner, name }, { branch: values.branch, app }))
    } catch (error) {
      return err({ message: unknownBecause('repository', error) })
    }
    world.print(values.json ? jsonLine(diagnosis) : show(diagnosis, values.locale ?? 'en'))
    return ok(diagnosis.findings.some(finding => finding.state === 'problem') ? 1 : 0)
  },
})

/** With the App's own key, as the App is started with it. */
async function appOf({ owner, name }: Remote, { env }: World): Promise<Fact<AppSetup>> {
  const appId = env.APP_ID ?? ''
  const path = env.PRIVATE_KEY_PATH ?? ''
  const key = env.PRIVATE_KEY ?? ''
  if (appId === '' || (path === '' && key === '')) return absent
  try {
    const pem = key === '' ? readFileSync(path, 'utf8') : key.replaceAll('\\n', '\n')
    const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
    const client = await connect(appToken(appId, pem, Date.now()), { apiUrl, userAgent: 'delivery-gates-cli' })
    return client === null ? absent : await readApp(client, { owner, name }, { permissions, events })
  } catch (error) {
    return unknown(unknownBecause('app', error))
  }
}

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', problem: '✗', unknown: '?', note: '·' }

function show({ level, findings }: Diagnosis, locale: Locale): string {
  const f = plainFormatter(locale, 1_000)
  const say = (told: Message): string => sentence(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ')
  const lines = findings.flatMap(({ state, message: told, fix }) => [
    `${marks[state]} ${say(told)}`,
    ...(fix === undefined ? [] : [`    ${labelled(say(message('doctor.fix', {})), say(fix), locale)}`]),
  ])
  return `${[say(message(`doctor.level.${level ?? 'null'}`, {})), ...lines].join('\n')}\n`
}

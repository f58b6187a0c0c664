import { parseArgs } from 'node:util'
import { localeTags } from '../../src/locales/index.ts'
import { openStage } from './stage.ts'
import { play } from './story.ts'
import { textsOf } from './texts.ts'

const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, locale: { type: 'string', default: 'en' } },
})
const locale = localeTags.find(tag => tag === values.locale)
if (locale === undefined) {
  process.stderr.write(`--locale ${values.locale}: use one of ${localeTags.join(', ')}\n`)
  process.exit(2)
}

const texts = textsOf(locale)
const started = Date.now()
const seconds = () => (Date.now() - started) / 1000
const print = (text: string) => process.stdout.write(`${text}\n`)
let steps = 0
const narrator = {
  step: (text: string) => {
    steps += 1
    print(`\n${String(steps).padStart(2)}. ${text}`)
  },
  show: (text: string) => print(text.replace(/^/gm, '    ')),
}

print(`${texts.title}\n${texts.starting}`)
const stage = await openStage()
const stop = async (code: number): Promise<never> => {
  await stage.close()
  process.exit(code)
}
try {
  print(`${texts.ready} (${seconds().toFixed(1)} s)`)
  const { pull } = await play(stage, locale, texts, narrator)
  const mine = stage.sandbox.calls.filter(
    call => call.actor === 'delivery-gates' || call.actor === 'delivery-gates[bot]',
  )
  const count = (kind: 'read' | 'write') => mine.filter(call => call.kind === kind).length
  print(`\n${texts.calls(count('read'), count('write'))}`)
  for (const violation of stage.sandbox.violations) process.stderr.write(`${violation}\n`)
  if (stage.sandbox.violations.length > 0) await stop(1)
  print(texts.violations)
  print(`${texts.took(seconds())}\n\n${texts.links}:`)
  print(`  ${stage.sandbox.url}/acme/widgets/pull/${pull.number}  ${texts.pull}`)
  print(`  ${stage.appUrl}/?locale=${locale}  ${texts.page}`)
  const repository = stage.sandbox.world.repository('acme', 'widgets')
  print(`  ${stage.appUrl}/pr/${repository?.id}/${pull.number}?locale=${locale}  ${texts.sign}`)
  print(`  ${stage.sandbox.url}/deliveries  ${texts.log}`)
} catch (error) {
  process.stderr.write(`\n${texts.failed} ${error instanceof Error ? error.message : String(error)}\n`)
  await stop(1)
}
if (values.once) await stop(0)
print(`\n${texts.stays}`)
process.once('SIGINT', () => void stop(0))
process.once('SIGTERM', () => void stop(0))

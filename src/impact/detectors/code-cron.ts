import { type LanguageName, languageOf } from '../code/languages.ts'
import { type Code, codeSides } from '../code/scan.ts'
import type { Detector } from '../model.ts'
import { isProductCode } from '../paths.ts'
import { compare, type Stated } from '../stated.ts'

/** A way in which code says when something runs. `name` and `when` are groups; `next`: the function that follows has the name. */
interface Scheduler {
  readonly languages: readonly LanguageName[]
  readonly pattern: RegExp
  readonly names?: 'next'
  /** Only where the text or the path says so. */
  readonly needs?: RegExp
}

const fields = String.raw`(?:@(?:yearly|annually|monthly|weekly|daily|hourly|midnight|every [\w.]+)|(?:[\d*/,?LW#A-Za-z-]+[ \t]+){4,6}[\d*/,?LW#A-Za-z-]+)`

const schedulers: readonly Scheduler[] = [
  {
    languages: ['jvm'],
    pattern: /@Scheduled\s*\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g,
    names: 'next',
  },
  { languages: ['js'], pattern: /@(?:Cron|Interval)\s*\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g, names: 'next' },
  {
    languages: ['js'],
    pattern: new RegExp(
      String.raw`(?<!@)\b(?<![:=]\s{0,9}new\s{1,9})(?:[cC]ron\w*|[sS]chedule\w*)(?:\.\w+)?\s*\(\s*["'\`](?<when>${fields})["'\`]\s*,?\s*(?:async\s*)?(?<name>[\w.]+)?`,
      'g',
    ),
  },
  {
    languages: ['js'],
    pattern: new RegExp(
      String.raw`\b(?<name>\w+)(?:\s*:\s*[\w.]+)?\s*[:=]\s*new\s+Cron(?:Job)?\s*\(\s*["'\`](?<when>${fields})["'\`]`,
      'g',
    ),
  },
  {
    languages: ['go'],
    pattern: new RegExp(
      String.raw`\.(?:AddFunc|AddJob|Cron|CronWithSeconds)\(\s*"(?<when>${fields})"\s*\)?\s*[,.]?\s*(?:Do\(\s*)?(?<name>[\w.]+)?`,
      'g',
    ),
  },
  {
    languages: ['python'],
    pattern:
      /["'](?<name>[\w .:/-]+)["']\s*:\s*\{(?=[^{}]*["']task["'])[^{}]*["']schedule["']\s*:\s*(?<when>(?:crontab|timedelta|solar|schedule)\([^()]*\)|[\d.]+)/g,
  },
  {
    languages: ['python'],
    pattern:
      /\.add_job\(\s*(?<name>[\w.]+)\s*,\s*(?:trigger\s*=\s*)?(?<when>(?:["'](?:cron|interval)["']|CronTrigger|IntervalTrigger)[^()]*(?:\([^()]*\))?[^()]*)\)/g,
  },
  {
    languages: ['python'],
    pattern: /@(?:\w+\.)*(?:periodic_task|scheduled_job|repeat_every|cron)\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g,
    names: 'next',
  },
  {
    languages: ['php'],
    pattern:
      /\$schedule->(?:command|job|call|exec)\(\s*(?:new\s+)?(?<name>["'][^"'\n]+["']|[\w\\:]+)[^;]*?\)\s*(?<when>(?:->\w+\([^;]*)?);/g,
  },
  {
    languages: ['php'],
    pattern:
      /\bSchedule::(?:command|job|call|exec)\(\s*(?:new\s+)?(?<name>["'][^"'\n]+["']|[\w\\:]+)[^;]*?\)\s*(?<when>(?:->\w+\([^;]*)?);/g,
  },
  {
    languages: ['php'],
    pattern: /->schedule\w+\(\s*\$schedule\s*,\s*(?<name>["'][^"'\n]+["'])\s*,\s*(?<when>[^;]*?)\);/g,
  },
  {
    languages: ['ruby'],
    pattern:
      /^[ \t]*every\s+(?<when>[^\n]+?)\s+do\b[^\n]*\n\s*(?:rake|runner|command|script|\w+)\s*\(?\s*["'](?<name>[^"'\n]+)["']/gm,
    needs: /\bevery\b/,
  },
  {
    languages: ['ruby'],
    pattern: /Sidekiq::Cron::Job\.create\(\s*name:\s*["'](?<name>[^"'\n]+)["'][^)]*?cron:\s*["'](?<when>[^"'\n]+)["']/g,
  },
  {
    languages: ['ruby'],
    pattern: /["']?(?<name>\w+)["']?\s*(?::|=>)\s*\{[^{}]*?\bcron["']?\s*(?::|=>)\s*["'](?<when>[^"'\n]+)["']/g,
  },
  {
    languages: ['elixir'],
    pattern: new RegExp(String.raw`\{\s*"(?<when>${fields})"\s*,\s*(?<name>[A-Z{&][\w.]*)`, 'g'),
  },
  {
    languages: ['csharp'],
    pattern:
      /RecurringJob\.AddOrUpdate(?:<[\w.]+>)?\(\s*"(?<name>[^"\n]+)"(?<when>[^;]*?(?:Cron\.\w+(?:\([^()]*\))?|"[^"\n]*")[^;]*)\)\s*;/g,
  },
  { languages: ['csharp'], pattern: /\.WithCronSchedule\(\s*"(?<when>[^"\n]+)"/g },
  {
    languages: ['rust'],
    pattern: new RegExp(
      String.raw`\bJob::new(?:_async)?\(\s*"(?<when>${fields})"\s*,\s*(?:\|[^|]*\|\s*)?(?<name>[\w:]+)?`,
      'g',
    ),
  },
]

/** Schedules that code of the product sets up; what runs is the key where it has a name. */
export const codeCron: Detector = {
  concerns: path => {
    const language = languageOf(path)
    return language !== null && language.name !== 'shell' && isProductCode(path)
  },
  detect: change => {
    const language = languageOf(change.file.path)
    const sides = language === null ? null : codeSides(change, language)
    if (language === null || sides === null) return []
    const stated = (code: Code | null) => (code === null ? [] : schedulesIn(code, language.name, change.file.path))
    return compare(change, stated(sides.before), stated(sides.after))
  },
}

function schedulesIn(code: Code, language: LanguageName, path: string): readonly Stated[] {
  return schedulers
    .filter(one => one.languages.includes(language))
    .flatMap(one =>
      [...code.text.matchAll(one.pattern)]
        .filter(match => code.isCode(match.index))
        .map(match => stated(code, match, one, path)),
    )
}

function stated(code: Code, match: RegExpExecArray, { names }: Scheduler, path: string): Stated {
  const when = (match.groups?.when ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^(["'`])([^"'`]*)\1$/, '$2')
    .trim()
  const name = names === 'next' ? functionAfter(code.text, match.index + match[0].length) : match.groups?.name
  const key = name?.replace(/^["']|["']$/g, '').replace(/^async$/, '')
  const line = code.lineAt(match.index + match[0].search(/\S/))
  return { kind: 'cron', key: key || path.replace(/^.*\//, ''), value: when, shown: readable(when), line }
}

/** The expression alone, where there is one. */
const readable = (when: string): string => new RegExp(fields).exec(when)?.[0] ?? when.replace(/^->/, '')

/** The name of the function that the annotation stands on. */
function functionAfter(text: string, index: number): string | undefined {
  const rest = text.slice(index, index + 600)
  return (
    /\b(?:fun|def|void)\s+(\w+)/.exec(rest)?.[1] ??
    /^\s*(?:@\w+(?:\([^()]*\))?\s*)*(?:[\w<>[\], ]+\s)?(\w+)\s*\(/.exec(rest)?.[1]
  )
}

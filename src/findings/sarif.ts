import { latin1 } from '../coverage/bytes.ts'
import { atStart, readHead } from '../coverage/head.ts'
import { JsonTokens, jsonLimits } from '../coverage/json.ts'
import { message } from '../locales/message.ts'
import { err, ok, type Result } from '../result.ts'
import type { Fingerprints } from './fingerprint.ts'
import type { SarifOptions, SarifProblem, SarifRun } from './model.ts'
import { cut, messageLength, own, type RawResult, type RawRule, RawRun } from './run.ts'

/** Beyond these a file is refused: a tool with so many results has looked at something else. */
export const sarifLimits = { results: 250_000, rules: 100_000, artifacts: 250_000, runs: 1000, text: 4 << 20 } as const

/** Of the keys and texts that identify something. */
const longest = 1000

const rule = (component: string) =>
  [
    `${component}.rules[]`,
    `${component}.rules[].id`,
    `${component}.rules[].name`,
    `${component}.rules[].defaultConfiguration.level`,
    `${component}.rules[].properties.security-severity`,
    `${component}.rules[].shortDescription.text`,
    `${component}.rules[].messageStrings.*`,
    `${component}.rules[].messageStrings.*.text`,
  ] as const

const result = 'runs[].results[]'
const notification = 'runs[].invocations[].toolExecutionNotifications[]'
const configuration = 'runs[].invocations[].toolConfigurationNotifications[]'

const places = [
  'version',
  '$schema',
  'runs',
  'runs[]',
  'inlineExternalProperties[]',
  'inlineExternalProperties[].guid',
  'runs[].externalPropertyFileReferences',
  'runs[].externalPropertyFileReferences.guid',
  'runs[].externalPropertyFiles',
  'runs[].externalPropertyFiles.guid',
  'runs[].tool.driver.name',
  ...rule('runs[].tool.driver'),
  'runs[].tool.extensions[]',
  ...rule('runs[].tool.extensions[]'),
  'runs[].invocations[].executionSuccessful',
  notification,
  `${notification}.level`,
  `${notification}.message.text`,
  configuration,
  `${configuration}.level`,
  `${configuration}.message.text`,
  'runs[].versionControlProvenance[].revisionId',
  'runs[].originalUriBaseIds.*',
  'runs[].originalUriBaseIds.*.uri',
  'runs[].originalUriBaseIds.*.uriBaseId',
  'runs[].artifacts[]',
  'runs[].artifacts[].location.uri',
  'runs[].artifacts[].location.uriBaseId',
  'runs[].results',
  result,
  `${result}.ruleId`,
  `${result}.ruleIndex`,
  `${result}.rule.id`,
  `${result}.rule.index`,
  `${result}.rule.toolComponent.index`,
  `${result}.level`,
  `${result}.kind`,
  `${result}.properties.security-severity`,
  `${result}.message.text`,
  `${result}.message.id`,
  `${result}.message.arguments[]`,
  `${result}.locations[]`,
  `${result}.locations[].physicalLocation.artifactLocation.uri`,
  `${result}.locations[].physicalLocation.artifactLocation.uriBaseId`,
  `${result}.locations[].physicalLocation.artifactLocation.index`,
  `${result}.locations[].physicalLocation.region.startLine`,
  `${result}.locations[].physicalLocation.region.endLine`,
  `${result}.fingerprints.*`,
  `${result}.partialFingerprints.*`,
  `${result}.suppressions[]`,
  `${result}.suppressions[].status`,
  `${result}.baselineState`,
] as const

type Place = (typeof places)[number]

/**
 * The runs of a SARIF 2.1.0 file, or why nothing in it can be used. Total: nothing throws but the chunks. Beside the
 * results its memory does not grow; texts are cut, and what no verdict rests on (snippets, flows, fixes) is passed over.
 */
export function readSarif(
  chunks: Iterable<Uint8Array>,
  options: SarifOptions,
  fingerprints: Fingerprints,
): Result<readonly SarifRun[], SarifProblem> {
  const iterator = chunks[Symbol.iterator]()
  const { start, content, refusal } = readHead(iterator)
  const isPacked = content[0] === 0x1f && content[1] === 0x8b
  if (isPacked || isUpload(latin1(content)))
    return err({ code: 'SRF-FORMAT', message: message('findings.fault.upload', {}) })
  if (refusal) return err(refusal)
  if (content[0] !== 0x7b) return err(atStart('RPT-FORMAT', message('findings.fault.format', {})))
  const reader = new SarifReader(options, fingerprints)
  reader.push(start)
  for (let next = iterator.next(); !next.done; next = iterator.next()) reader.push(next.value)
  return reader.end()
}

/** What GitHub's upload takes: gzip in base64, alone or within a request. */
const isUpload = (head: string): boolean => /^"?H4sI/.test(head) || /"sarif"\s*:\s*"H4sI/.test(head)

class SarifReader {
  private readonly json = new JsonTokens(places, false, false, sarifLimits.text)
  private readonly options: SarifOptions
  private readonly fingerprints: Fingerprints
  private readonly runs: SarifRun[] = []

  private version: string | null = null
  private hasVersion = false
  private isSarif = false
  private isInline = false
  private count = { results: 0, rules: 0, artifacts: 0, runs: 0 }

  private run = new RawRun()
  private rule = emptyRule()
  private rules: RawRule[] = []
  private messageName = ''
  private extension = -1
  private result = emptyResult()
  private locations = 0
  private status: string | null = null
  private base: { uri: string | null; baseId: string | null } = { uri: null, baseId: null }
  private baseName = ''
  private notice: { level: string | null; text: string } = { level: null, text: '' }

  constructor(options: SarifOptions, fingerprints: Fingerprints) {
    this.options = options
    this.fingerprints = fingerprints
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && !this.json.problem; from += jsonLimits.slice) {
      this.json.feed(chunk.subarray(from, from + jsonLimits.slice))
      this.readTokens()
    }
  }

  end(): Result<readonly SarifRun[], SarifProblem> {
    const { json } = this
    json.finish()
    const { problem } = json
    const isOther = this.hasVersion && this.version !== '2.1.0'
    if (problem !== undefined) {
      const isNone = problem.code === 'RPT-VALUE' && this.count.runs === 0 && !this.hasVersion
      return err(isNone || (isOther && problem.code === 'RPT-VALUE') ? this.refusedVersion() : problem)
    }
    if (!this.isSarif) return err({ code: 'RPT-FORMAT', message: message('findings.fault.format', {}) })
    if (!this.hasVersion || isOther) return err(this.refusedVersion())
    if (this.isInline) {
      return err({ code: 'SRF-UNSUPPORTED', message: message('findings.fault.external', { tool: '' }) })
    }
    if (this.runs.length === 0) return err({ code: 'SRF-EMPTY', message: message('findings.fault.empty', {}) })
    return ok(this.runs)
  }

  private refusedVersion(): SarifProblem {
    return {
      code: 'SRF-VERSION',
      message: message('findings.fault.version', { version: this.version === null ? null : cut(this.version, 60) }),
    }
  }

  private readTokens(): void {
    for (;;) {
      const token = this.json.next()
      if (token === 'more' || token === 'failed') return
      const place = places[this.json.place]
      if (place === undefined) continue
      if (token === 'value') this.value(place)
      else if (token === 'open') this.open(place)
      else this.close(place)
    }
  }

  private open(place: Place): void {
    switch (place) {
      case 'runs':
        this.isSarif = true
        return
      case 'runs[]':
        this.run = new RawRun()
        this.extension = -1
        this.limit('runs')
        return
      case 'inlineExternalProperties[]':
        this.isInline = true
        return
      case 'runs[].externalPropertyFileReferences':
      case 'runs[].externalPropertyFiles':
        this.run.hasExternal = true
        return
      case 'runs[].tool.extensions[]':
        this.extension += 1
        this.rules = []
        this.run.extensions.set(this.extension, this.rules)
        return
      case 'runs[].tool.driver.rules[]':
      case 'runs[].tool.extensions[].rules[]':
        this.rule = emptyRule()
        this.limit('rules')
        return
      case 'runs[].tool.driver.rules[].messageStrings.*':
      case 'runs[].tool.extensions[].rules[].messageStrings.*':
        this.messageName = this.json.key()
        return
      case notification:
      case configuration:
        this.notice = { level: null, text: '' }
        return
      case 'runs[].originalUriBaseIds.*':
        this.base = { uri: null, baseId: null }
        this.baseName = this.json.key()
        return
      case 'runs[].artifacts[]':
        this.base = { uri: null, baseId: null }
        this.limit('artifacts')
        return
      case 'runs[].results':
        this.run.hasResults = true
        return
      case result:
        this.result = emptyResult()
        this.locations = 0
        this.limit('results')
        return
      case `${result}.locations[]`:
        this.locations += 1
        return
      case `${result}.suppressions[]`:
        this.status = null
    }
  }

  private close(place: Place): void {
    const { run } = this
    switch (place) {
      case 'runs[]':
        this.runs.push(run.finish(this.options, this.fingerprints))
        this.run = new RawRun()
        return
      case 'runs[].tool.driver.rules[]':
        run.driver.push(this.rule)
        return
      case 'runs[].tool.extensions[].rules[]':
        this.rules.push(this.rule)
        return
      case notification:
      case configuration:
        if (this.notice.level === 'error' && run.failures.length < 10) run.failures.push(this.notice.text)
        return
      case 'runs[].originalUriBaseIds.*':
        if (run.bases.size < 1000) run.bases.set(this.baseName, this.base)
        return
      case 'runs[].artifacts[]':
        run.artifacts.push(this.base)
        return
      case result:
        run.results.push(this.result)
        return
      case `${result}.suppressions[]`:
        this.result.suppressions.push(this.status ?? 'accepted')
    }
  }

  private value(place: Place): void {
    const { json, run } = this
    if (json.isNull) return
    switch (place) {
      case 'version':
        this.hasVersion = true
        this.isSarif = true
        this.version = json.isText ? json.string() : json.kind
        return
      case '$schema':
        this.isSarif ||= json.isText && json.string().includes('sarif')
        return
      case 'runs[].tool.driver.name':
        run.tool = this.text()
        return
      case 'runs[].invocations[].executionSuccessful':
        if (!json.boolean() && run.failures.length < 10) run.failures.push('')
        return
      case `${notification}.level`:
      case `${configuration}.level`:
        this.notice.level = this.text()
        return
      case `${notification}.message.text`:
      case `${configuration}.message.text`:
        this.notice.text = cut(json.string().replaceAll(/\s+/g, ' ').trim(), messageLength)
        return
      case 'runs[].versionControlProvenance[].revisionId':
        if (run.revisions.length < 100) run.revisions.push(this.text())
        return
      case 'runs[].originalUriBaseIds.*.uri':
      case 'runs[].artifacts[].location.uri':
        this.base.uri = this.uri()
        return
      case 'runs[].originalUriBaseIds.*.uriBaseId':
      case 'runs[].artifacts[].location.uriBaseId':
        this.base.baseId = this.text()
        return
      default:
        if (place.includes('.rules[].')) this.ruleValue(place)
        else if (place.startsWith(result)) this.resultValue(place)
    }
  }

  private ruleValue(place: Place): void {
    const { json, rule } = this
    const key = place.slice(place.indexOf('.rules[].') + '.rules[].'.length)
    if (key === 'id') rule.id = this.text()
    else if (key === 'name') rule.name = this.text()
    else if (key === 'defaultConfiguration.level') rule.level = this.text()
    else if (key === 'properties.security-severity') rule.security = this.number()
    else if (key === 'shortDescription.text') rule.description = cut(json.string(), messageLength)
    else if (key === 'messageStrings.*.text' && rule.messages.size < 100) {
      rule.messages.set(this.messageName, cut(json.string(), 2 * messageLength))
    }
  }

  private resultValue(place: Place): void {
    const { json, result: raw } = this
    switch (place) {
      case `${result}.ruleId`:
      case `${result}.rule.id`:
        raw.ruleId ??= this.text()
        return
      case `${result}.ruleIndex`:
      case `${result}.rule.index`:
        raw.ruleIndex ??= this.index()
        return
      case `${result}.rule.toolComponent.index`:
        raw.component = this.index()
        return
      case `${result}.level`:
        raw.level = this.text()
        return
      case `${result}.kind`:
        raw.kind = this.text()
        return
      case `${result}.properties.security-severity`:
        raw.security = this.number()
        return
      case `${result}.message.text`:
        raw.text = cut(json.string(), 2 * messageLength)
        return
      case `${result}.message.id`:
        raw.messageId = this.text()
        return
      case `${result}.message.arguments[]`:
        if (raw.values.length < 20) raw.values.push(cut(json.string(), messageLength))
        return
      case `${result}.fingerprints.*`:
      case `${result}.partialFingerprints.*`:
        if (raw.given.length < 20) raw.given.push([cut(json.key(), longest), this.text()])
        return
      case `${result}.suppressions[].status`:
        this.status = this.text()
        return
      case `${result}.baselineState`:
        raw.baselineState = this.text()
        return
      default:
        if (this.locations === 1) this.locationValue(place)
    }
  }

  /** Of the first location, which is the one that the result is shown at. */
  private locationValue(place: Place): void {
    const { result: raw } = this
    const key = place.slice(place.lastIndexOf('.') + 1)
    if (key === 'uri') raw.location = { ...raw.location, uri: this.uri() }
    else if (key === 'uriBaseId') raw.location = { ...raw.location, baseId: this.text() }
    else if (key === 'index') raw.location = { ...raw.location, index: this.index() }
    else if (key === 'startLine') raw.start = this.line()
    else if (key === 'endLine') raw.end = this.line()
  }

  private limit(what: 'results' | 'rules' | 'artifacts' | 'runs'): void {
    this.count[what] += 1
    if (this.count[what] > sarifLimits[what])
      this.json.refuse('RPT-SIZE', message('findings.fault.many', { what, limit: sarifLimits[what] }))
  }

  private text(): string {
    return cut(this.json.string(), longest)
  }

  /** One that is too long is no path; it stays too long. */
  private uri(): string {
    return own(this.json.string().slice(0, 20_000))
  }

  /** As written; what is no number is told from one later. */
  private number(): string {
    const { json } = this
    return json.isText ? this.text() : String(json.number())
  }

  /** -1 for what is no index. */
  private index(): number {
    return this.json.integer()
  }

  private line(): number {
    const { json } = this
    const line = json.isText ? Number.NaN : json.number()
    return Number.isNaN(line) ? 0 : line
  }
}

const emptyRule = (): RawRule => ({
  id: null,
  name: null,
  level: null,
  security: null,
  description: null,
  messages: new Map(),
})

const emptyResult = (): RawResult => ({
  ruleId: null,
  ruleIndex: null,
  component: null,
  level: null,
  kind: null,
  security: null,
  text: null,
  messageId: null,
  values: [],
  location: { uri: null, baseId: null, index: null },
  start: null,
  end: null,
  given: [],
  suppressions: [],
  baselineState: null,
})

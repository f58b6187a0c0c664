export const id = 674;
export const ids = [674];
export const modules = {

/***/ 6888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ judgeFile),
  D: () => (/* binding */ judgeRange)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/evaluate.js + 2 modules
var evaluate = __webpack_require__(2457);
// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/workspace/coverage.js + 6 modules
var coverage = __webpack_require__(2652);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/findings/fingerprint.js

/**
 * Tells a result again after unrelated edits: by the tool's own fingerprints, else by tool, rule, file and message. Equal
 * ones are numbered. A result that loses its suppression is another one, so that it is new.
 */
class Fingerprints {
    seen = new Map();
    next({ tool, rule, path, message, given, suppressed }) {
        const what = given.length > 0 ? given.map(pair => pair.join('=')).sort() : [normalised(message)];
        const identity = digest(['finding-1', tool, rule, path, suppressed, given.length > 0, ...what]);
        const number = this.seen.get(identity) ?? 0;
        this.seen.set(identity, number + 1);
        return number === 0 ? identity : digest([identity, number]);
    }
}
const digest = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
/** Places move; every other number in a message, such as that of a vulnerability, belongs to the result. */
const normalised = (message) => message
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/\b(lines?|columns?|col)([ :]+)\d+/gi, '$1$2#');

// EXTERNAL MODULE: ./build/src/findings/measured.js
var findings_measured = __webpack_require__(3186);
// EXTERNAL MODULE: ./build/src/coverage/bytes.js
var bytes = __webpack_require__(5163);
// EXTERNAL MODULE: ./build/src/coverage/head.js
var head = __webpack_require__(2832);
// EXTERNAL MODULE: ./build/src/coverage/json.js
var json = __webpack_require__(2384);
// EXTERNAL MODULE: ./build/src/findings/severity.js
var findings_severity = __webpack_require__(1669);
;// CONCATENATED MODULE: ./build/src/findings/uri.js
const longest = 4096;
const none = { path: null, doubt: null };
/**
 * The path within the repository, or why there is none. What lies outside, has another scheme than `file`, or cannot be
 * a path, is never one; nothing is read or followed.
 */
function resolveUri(location, bases, root) {
    const { uri } = location;
    if (uri === null || uri === '')
        return none;
    const refused = (code, value) => ({
        path: null,
        doubt: { code, value: value.toWellFormed().slice(0, 100) },
    });
    const parts = [uri];
    const seen = new Set();
    for (let { baseId } = location; baseId !== null && !isAbsolute(parts[0] ?? '');) {
        const base = bases.get(baseId);
        if (base === undefined && !isSourceRoot(baseId))
            return refused('SRF-URI', baseId);
        if (seen.has(baseId))
            return refused('SRF-URI', baseId);
        seen.add(baseId);
        if (base === undefined)
            break;
        // A scanner of whole file systems writes the root of its own for the folder that it was given.
        if (base.uri !== null && !/^file:\/{1,3}$/.test(base.uri))
            parts.unshift(base.uri);
        baseId = base.baseId;
    }
    const path = pathOf(parts, root);
    return path === undefined ? refused('SRF-PATH', uri) : { path, doubt: null };
}
const isAbsolute = (uri) => /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(uri);
/** Names that tools give to the root of the checkout without saying where it is. */
const isSourceRoot = (id) => /^%?(?:SRCROOT|SRC_ROOT|PROJECTROOT|REPOROOT)%?$/i.test(id);
/** `undefined`: no path of the repository. */
function pathOf(parts, root) {
    const decoded = parts.map(decode);
    if (decoded.some(part => part === undefined))
        return undefined;
    const joined = decoded.map(part => (part ?? '').replaceAll('\\', '/')).join('/');
    const inside = /^(?:\/|[a-z]:)/i.test(joined) ? below(joined, root) : joined;
    if (inside === undefined)
        return undefined;
    const segments = [];
    for (const segment of inside.split('/')) {
        if (segment === '..' && segments.pop() === undefined)
            return undefined;
        if (segment !== '' && segment !== '.' && segment !== '..')
            segments.push(segment);
    }
    const path = segments.join('/');
    const isPossible = path !== '' && path.length <= longest && path.isWellFormed() && !hasControls(path);
    return isPossible && !/^[a-z]:/i.test(path) ? path : undefined;
}
/** Without the scheme and with its escapes undone; `undefined`: another scheme, another host, or broken escapes. */
function decode(uri) {
    const file = /^file:(?:\/\/(?:localhost)?(?=\/|$))?/i.exec(uri);
    const rest = file === null ? uri : uri.slice(file[0].length);
    if (rest.startsWith('//') || (file === null && /^[a-z][a-z0-9+.-]+:/i.test(rest)))
        return undefined;
    try {
        const path = decodeURIComponent(rest);
        return file !== null && /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
    }
    catch {
        return undefined;
    }
}
/** Of an absolute path, what stands below the checkout. */
function below(path, root) {
    if (root === null)
        return undefined;
    const folder = root.replaceAll('\\', '/').replace(/\/+$/, '');
    if (folder === '')
        return undefined;
    const isSame = /^[a-z]:/i.test(folder)
        ? path.toLowerCase().startsWith(`${folder.toLowerCase()}/`)
        : path.startsWith(`${folder}/`);
    return isSame ? path.slice(folder.length + 1) : undefined;
}
function hasControls(text) {
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code < 0x20 || code === 0x7f)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/findings/run.js



/** Characters of a message that are kept. */
const messageLength = 300;
/** One run as it stands in the file. */
class RawRun {
    tool = null;
    driver = [];
    /** By its index; missing ones list no rules. */
    extensions = new Map();
    bases = new Map();
    artifacts = [];
    results = [];
    revisions = [];
    hasResults = false;
    hasExternal = false;
    /** What the tool says of its own failure; '' where it gives no words. */
    failures = [];
    finish(options, fingerprints) {
        const tool = cut(this.tool ?? '', 100);
        const rules = new Rules(this.driver, this.extensions);
        const defects = this.results.flatMap(raw => this.defectOf(raw, tool, rules, options, fingerprints) ?? []);
        return { tool, defects, revisions: this.revisions, problems: this.problems(tool) };
    }
    problems(tool) {
        const problem = (code, told) => ({ code, message: told });
        return [
            ...(this.hasExternal ? [problem('SRF-UNSUPPORTED', (0,message/* message */.i)('findings.fault.external', { tool }))] : []),
            ...(this.hasResults || this.hasExternal
                ? []
                : [problem('SRF-INCOMPLETE', (0,message/* message */.i)('findings.fault.incomplete', { tool }))]),
            ...(this.failures.length === 0
                ? []
                : [
                    problem('SRF-TOOLFAIL', (0,message/* message */.i)('findings.fault.failed', { tool, said: this.failures.find(Boolean) ?? '' })),
                ]),
        ];
    }
    defectOf(raw, tool, rules, { levels, root }, fingerprints) {
        if (raw.kind !== null && noDefect.has(raw.kind))
            return null;
        const doubts = [];
        const found = rules.find(raw);
        const { severity, doubt } = (0,findings_severity/* severityOf */.xJ)({ result: raw.security, rule: found.rule?.security ?? null, level: raw.level ?? found.rule?.level ?? 'warning' }, levels);
        if (doubt !== null)
            doubts.push(doubt);
        if (found.doubt !== null)
            doubts.push(found.doubt);
        if (raw.kind !== null && !kinds.has(raw.kind))
            doubts.push({ code: 'SRF-ENUM', value: cut(raw.kind, 100) });
        const place = this.placeOf(raw, this.bases, root);
        doubts.push(...place.doubts);
        const rule = cut(raw.ruleId ?? found.rule?.id ?? found.rule?.name ?? '', 200);
        const said = oneLine(textOf(raw, found.rule));
        const suppressed = raw.suppressions.length > 0 && raw.suppressions.every(status => status === 'accepted');
        const { path, line, endLine } = place;
        return {
            rule,
            severity: doubts.some(each => raising.has(each.code)) ? 'critical' : severity,
            message: said,
            path,
            line,
            endLine,
            fingerprint: fingerprints.next({ tool, rule, path, message: said, given: raw.given, suppressed }),
            suppressed,
            baselineState: raw.baselineState,
            doubts,
        };
    }
    placeOf({ location, start, end }, bases, root) {
        const artifact = location.index === null ? undefined : this.artifacts[location.index];
        if (location.uri === null && location.index !== null && location.index !== -1 && artifact?.uri == null) {
            const doubt = { code: 'SRF-URI', value: String(location.index) };
            return { path: null, line: null, endLine: null, doubts: [doubt] };
        }
        const { path, doubt } = resolveUri(location.uri === null ? (artifact ?? location) : location, bases, root);
        if (path === null)
            return { path, line: null, endLine: null, doubts: doubt === null ? [] : [doubt] };
        if (start === null)
            return { path, line: null, endLine: null, doubts: [] };
        const line = clamp(start);
        const endLine = Math.max(line, end === null ? line : clamp(end));
        const isOff = line !== start || (end !== null && endLine !== end);
        const doubts = isOff ? [{ code: 'SRF-REGION', value: `${start}–${end ?? start}` }] : [];
        return { path, line, endLine, doubts };
    }
}
/** Results that report no defect. */
const noDefect = new Set(['pass', 'notApplicable', 'informational']);
const kinds = new Set(['fail', 'open', 'review']);
const raising = new Set(['SRF-ENUM', 'SRF-INDEX', 'SRF-VALUE']);
const longestFile = 10_000_000;
const clamp = (line) => Number.isFinite(line) ? Math.min(longestFile, Math.max(1, Math.floor(line))) : 1;
/** Rules of the tool and its extensions. */
class Rules {
    driver;
    extensions;
    byId = new Map();
    constructor(driver, extensions) {
        this.driver = driver;
        this.extensions = extensions;
        for (const rule of [...driver, ...[...extensions.values()].flat()]) {
            if (rule.id !== null && !this.byId.has(rule.id))
                this.byId.set(rule.id, rule);
        }
    }
    /** A tool that lists no rules at all says nothing wrong; one that points to a rule that it does not have does. */
    find({ ruleId, ruleIndex, component }) {
        const doubted = (value, rule = null) => ({
            rule,
            doubt: { code: 'SRF-INDEX', value: cut(value, 100) },
        });
        const named = ruleId === null ? undefined : this.named(ruleId);
        if (ruleIndex !== null) {
            const rules = component === null ? this.driver : (this.extensions.get(component) ?? []);
            const rule = rules[ruleIndex];
            if (rule === undefined)
                return doubted(String(ruleIndex), named);
            if (ruleId === null || isOf(ruleId, rule.id))
                return { rule, doubt: null };
        }
        if (ruleId === null || named !== undefined || this.isEmpty)
            return { rule: named ?? null, doubt: null };
        return doubted(ruleId);
    }
    get isEmpty() {
        return this.driver.length === 0 && this.extensions.values().every(rules => rules.length === 0);
    }
    /** `CA1000/1` is a special case of `CA1000`. */
    named(id) {
        for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
            const found = this.byId.get(id.slice(0, end));
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
}
const isOf = (id, rule) => rule === null || id === rule || id.startsWith(`${rule}/`);
function textOf(raw, rule) {
    const template = raw.text ?? (raw.messageId === null ? undefined : rule?.messages.get(raw.messageId));
    if (template === undefined)
        return rule?.description ?? rule?.name ?? '';
    return template.replaceAll(/\{(\d{1,2})\}/g, (whole, index) => raw.values[Number(index)] ?? whole);
}
const oneLine = (text) => cut(text.replaceAll(/\s+/g, ' ').trim(), messageLength);
/** Never in the middle of a character. */
function cut(text, length) {
    if (text.length <= length)
        return text.toWellFormed();
    const start = text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
    return own(`${start.toWellFormed()}…`);
}
/** A copy: a part of a text keeps the whole of it in memory. */
const own = (text) => JSON.parse(JSON.stringify(text));

;// CONCATENATED MODULE: ./build/src/findings/sarif.js






/** Beyond these a file is refused: a tool with so many results has looked at something else. */
const sarifLimits = { results: 250_000, rules: 100_000, artifacts: 250_000, runs: 1000, text: 4 << 20 };
/** Of the keys and texts that identify something. */
const sarif_longest = 1000;
const rule = (component) => [
    `${component}.rules[]`,
    `${component}.rules[].id`,
    `${component}.rules[].name`,
    `${component}.rules[].defaultConfiguration.level`,
    `${component}.rules[].properties.security-severity`,
    `${component}.rules[].shortDescription.text`,
    `${component}.rules[].messageStrings.*`,
    `${component}.rules[].messageStrings.*.text`,
];
const sarif_result = 'runs[].results[]';
const notification = 'runs[].invocations[].toolExecutionNotifications[]';
const configuration = 'runs[].invocations[].toolConfigurationNotifications[]';
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
    sarif_result,
    `${sarif_result}.ruleId`,
    `${sarif_result}.ruleIndex`,
    `${sarif_result}.rule.id`,
    `${sarif_result}.rule.index`,
    `${sarif_result}.rule.toolComponent.index`,
    `${sarif_result}.level`,
    `${sarif_result}.kind`,
    `${sarif_result}.properties.security-severity`,
    `${sarif_result}.message.text`,
    `${sarif_result}.message.id`,
    `${sarif_result}.message.arguments[]`,
    `${sarif_result}.locations[]`,
    `${sarif_result}.locations[].physicalLocation.artifactLocation.uri`,
    `${sarif_result}.locations[].physicalLocation.artifactLocation.uriBaseId`,
    `${sarif_result}.locations[].physicalLocation.artifactLocation.index`,
    `${sarif_result}.locations[].physicalLocation.region.startLine`,
    `${sarif_result}.locations[].physicalLocation.region.endLine`,
    `${sarif_result}.fingerprints.*`,
    `${sarif_result}.partialFingerprints.*`,
    `${sarif_result}.suppressions[]`,
    `${sarif_result}.suppressions[].status`,
    `${sarif_result}.baselineState`,
];
/**
 * The runs of a SARIF 2.1.0 file, or why nothing in it can be used. Total: nothing throws but the chunks. Beside the
 * results its memory does not grow; texts are cut, and what no verdict rests on (snippets, flows, fixes) is passed over.
 */
function readSarif(chunks, options, fingerprints) {
    const iterator = chunks[Symbol.iterator]();
    const { start, content, refusal } = (0,head/* readHead */.z)(iterator);
    const isPacked = content[0] === 0x1f && content[1] === 0x8b;
    if (isPacked || isUpload((0,bytes/* latin1 */.Wy)(content)))
        return (0,result/* err */._)({ code: 'SRF-FORMAT', message: (0,message/* message */.i)('findings.fault.upload', {}) });
    if (refusal)
        return (0,result/* err */._)(refusal);
    if (content[0] !== 0x7b)
        return (0,result/* err */._)((0,head/* atStart */.M)('RPT-FORMAT', (0,message/* message */.i)('findings.fault.format', {})));
    const reader = new SarifReader(options, fingerprints);
    reader.push(start);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        reader.push(next.value);
    return reader.end();
}
/** What GitHub's upload takes: gzip in base64, alone or within a request. */
const isUpload = (head) => /^"?H4sI/.test(head) || /"sarif"\s*:\s*"H4sI/.test(head);
class SarifReader {
    json = new json/* JsonTokens */.p(places, false, false, sarifLimits.text);
    options;
    fingerprints;
    runs = [];
    version = null;
    hasVersion = false;
    isSarif = false;
    isInline = false;
    count = { results: 0, rules: 0, artifacts: 0, runs: 0 };
    run = new RawRun();
    rule = emptyRule();
    rules = [];
    messageName = '';
    extension = -1;
    result = emptyResult();
    locations = 0;
    status = null;
    base = { uri: null, baseId: null };
    baseName = '';
    notice = { level: null, text: '' };
    constructor(options, fingerprints) {
        this.options = options;
        this.fingerprints = fingerprints;
    }
    push(chunk) {
        for (let from = 0; from < chunk.length && !this.json.problem; from += json/* jsonLimits */.h.slice) {
            this.json.feed(chunk.subarray(from, from + json/* jsonLimits */.h.slice));
            this.readTokens();
        }
    }
    end() {
        const { json } = this;
        json.finish();
        const { problem } = json;
        const isOther = this.hasVersion && this.version !== '2.1.0';
        if (problem !== undefined) {
            const isNone = problem.code === 'RPT-VALUE' && this.count.runs === 0 && !this.hasVersion;
            return (0,result/* err */._)(isNone || (isOther && problem.code === 'RPT-VALUE') ? this.refusedVersion() : problem);
        }
        if (!this.isSarif)
            return (0,result/* err */._)({ code: 'RPT-FORMAT', message: (0,message/* message */.i)('findings.fault.format', {}) });
        if (!this.hasVersion || isOther)
            return (0,result/* err */._)(this.refusedVersion());
        if (this.isInline) {
            return (0,result/* err */._)({ code: 'SRF-UNSUPPORTED', message: (0,message/* message */.i)('findings.fault.external', { tool: '' }) });
        }
        if (this.runs.length === 0)
            return (0,result/* err */._)({ code: 'SRF-EMPTY', message: (0,message/* message */.i)('findings.fault.empty', {}) });
        return (0,result.ok)(this.runs);
    }
    refusedVersion() {
        return {
            code: 'SRF-VERSION',
            message: (0,message/* message */.i)('findings.fault.version', { version: this.version === null ? null : cut(this.version, 60) }),
        };
    }
    readTokens() {
        for (;;) {
            const token = this.json.next();
            if (token === 'more' || token === 'failed')
                return;
            const place = places[this.json.place];
            if (place === undefined)
                continue;
            if (token === 'value')
                this.value(place);
            else if (token === 'open')
                this.open(place);
            else
                this.close(place);
        }
    }
    open(place) {
        switch (place) {
            case 'runs':
                this.isSarif = true;
                return;
            case 'runs[]':
                this.run = new RawRun();
                this.extension = -1;
                this.limit('runs');
                return;
            case 'inlineExternalProperties[]':
                this.isInline = true;
                return;
            case 'runs[].externalPropertyFileReferences':
            case 'runs[].externalPropertyFiles':
                this.run.hasExternal = true;
                return;
            case 'runs[].tool.extensions[]':
                this.extension += 1;
                this.rules = [];
                this.run.extensions.set(this.extension, this.rules);
                return;
            case 'runs[].tool.driver.rules[]':
            case 'runs[].tool.extensions[].rules[]':
                this.rule = emptyRule();
                this.limit('rules');
                return;
            case 'runs[].tool.driver.rules[].messageStrings.*':
            case 'runs[].tool.extensions[].rules[].messageStrings.*':
                this.messageName = this.json.key();
                return;
            case notification:
            case configuration:
                this.notice = { level: null, text: '' };
                return;
            case 'runs[].originalUriBaseIds.*':
                this.base = { uri: null, baseId: null };
                this.baseName = this.json.key();
                return;
            case 'runs[].artifacts[]':
                this.base = { uri: null, baseId: null };
                this.limit('artifacts');
                return;
            case 'runs[].results':
                this.run.hasResults = true;
                return;
            case sarif_result:
                this.result = emptyResult();
                this.locations = 0;
                this.limit('results');
                return;
            case `${sarif_result}.locations[]`:
                this.locations += 1;
                return;
            case `${sarif_result}.suppressions[]`:
                this.status = null;
        }
    }
    close(place) {
        const { run } = this;
        switch (place) {
            case 'runs[]':
                this.runs.push(run.finish(this.options, this.fingerprints));
                this.run = new RawRun();
                return;
            case 'runs[].tool.driver.rules[]':
                run.driver.push(this.rule);
                return;
            case 'runs[].tool.extensions[].rules[]':
                this.rules.push(this.rule);
                return;
            case notification:
            case configuration:
                if (this.notice.level === 'error' && run.failures.length < 10)
                    run.failures.push(this.notice.text);
                return;
            case 'runs[].originalUriBaseIds.*':
                if (run.bases.size < 1000)
                    run.bases.set(this.baseName, this.base);
                return;
            case 'runs[].artifacts[]':
                run.artifacts.push(this.base);
                return;
            case sarif_result:
                run.results.push(this.result);
                return;
            case `${sarif_result}.suppressions[]`:
                this.result.suppressions.push(this.status ?? 'accepted');
        }
    }
    value(place) {
        const { json, run } = this;
        if (json.isNull)
            return;
        switch (place) {
            case 'version':
                this.hasVersion = true;
                this.isSarif = true;
                this.version = json.isText ? json.string() : json.kind;
                return;
            case '$schema':
                this.isSarif ||= json.isText && json.string().includes('sarif');
                return;
            case 'runs[].tool.driver.name':
                run.tool = this.text();
                return;
            case 'runs[].invocations[].executionSuccessful':
                if (!json.boolean() && run.failures.length < 10)
                    run.failures.push('');
                return;
            case `${notification}.level`:
            case `${configuration}.level`:
                this.notice.level = this.text();
                return;
            case `${notification}.message.text`:
            case `${configuration}.message.text`:
                this.notice.text = cut(json.string().replaceAll(/\s+/g, ' ').trim(), messageLength);
                return;
            case 'runs[].versionControlProvenance[].revisionId':
                if (run.revisions.length < 100)
                    run.revisions.push(this.text());
                return;
            case 'runs[].originalUriBaseIds.*.uri':
            case 'runs[].artifacts[].location.uri':
                this.base.uri = this.uri();
                return;
            case 'runs[].originalUriBaseIds.*.uriBaseId':
            case 'runs[].artifacts[].location.uriBaseId':
                this.base.baseId = this.text();
                return;
            default:
                if (place.includes('.rules[].'))
                    this.ruleValue(place);
                else if (place.startsWith(sarif_result))
                    this.resultValue(place);
        }
    }
    ruleValue(place) {
        const { json, rule } = this;
        const key = place.slice(place.indexOf('.rules[].') + '.rules[].'.length);
        if (key === 'id')
            rule.id = this.text();
        else if (key === 'name')
            rule.name = this.text();
        else if (key === 'defaultConfiguration.level')
            rule.level = this.text();
        else if (key === 'properties.security-severity')
            rule.security = this.number();
        else if (key === 'shortDescription.text')
            rule.description = cut(json.string(), messageLength);
        else if (key === 'messageStrings.*.text' && rule.messages.size < 100) {
            rule.messages.set(this.messageName, cut(json.string(), 2 * messageLength));
        }
    }
    resultValue(place) {
        const { json, result: raw } = this;
        switch (place) {
            case `${sarif_result}.ruleId`:
            case `${sarif_result}.rule.id`:
                raw.ruleId ??= this.text();
                return;
            case `${sarif_result}.ruleIndex`:
            case `${sarif_result}.rule.index`:
                raw.ruleIndex ??= this.index();
                return;
            case `${sarif_result}.rule.toolComponent.index`:
                raw.component = this.index();
                return;
            case `${sarif_result}.level`:
                raw.level = this.text();
                return;
            case `${sarif_result}.kind`:
                raw.kind = this.text();
                return;
            case `${sarif_result}.properties.security-severity`:
                raw.security = this.number();
                return;
            case `${sarif_result}.message.text`:
                raw.text = cut(json.string(), 2 * messageLength);
                return;
            case `${sarif_result}.message.id`:
                raw.messageId = this.text();
                return;
            case `${sarif_result}.message.arguments[]`:
                if (raw.values.length < 20)
                    raw.values.push(cut(json.string(), messageLength));
                return;
            case `${sarif_result}.fingerprints.*`:
            case `${sarif_result}.partialFingerprints.*`:
                if (raw.given.length < 20)
                    raw.given.push([cut(json.key(), sarif_longest), this.text()]);
                return;
            case `${sarif_result}.suppressions[].status`:
                this.status = this.text();
                return;
            case `${sarif_result}.baselineState`:
                raw.baselineState = this.text();
                return;
            default:
                if (this.locations === 1)
                    this.locationValue(place);
        }
    }
    /** Of the first location, which is the one that the result is shown at. */
    locationValue(place) {
        const { result: raw } = this;
        const key = place.slice(place.lastIndexOf('.') + 1);
        if (key === 'uri')
            raw.location = { ...raw.location, uri: this.uri() };
        else if (key === 'uriBaseId')
            raw.location = { ...raw.location, baseId: this.text() };
        else if (key === 'index')
            raw.location = { ...raw.location, index: this.index() };
        else if (key === 'startLine')
            raw.start = this.line();
        else if (key === 'endLine')
            raw.end = this.line();
    }
    limit(what) {
        this.count[what] += 1;
        if (this.count[what] > sarifLimits[what])
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('findings.fault.many', { what, limit: sarifLimits[what] }));
    }
    text() {
        return cut(this.json.string(), sarif_longest);
    }
    /** One that is too long is no path; it stays too long. */
    uri() {
        return own(this.json.string().slice(0, 20_000));
    }
    /** As written; what is no number is told from one later. */
    number() {
        const { json } = this;
        return json.isText ? this.text() : String(json.number());
    }
    /** -1 for what is no index. */
    index() {
        return this.json.integer();
    }
    line() {
        const { json } = this;
        const line = json.isText ? Number.NaN : json.number();
        return Number.isNaN(line) ? 0 : line;
    }
}
const emptyRule = () => ({
    id: null,
    name: null,
    level: null,
    security: null,
    description: null,
    messages: new Map(),
});
const emptyResult = () => ({
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
});

// EXTERNAL MODULE: ./build/src/gates/findings/options.js
var findings_options = __webpack_require__(183);
// EXTERNAL MODULE: ./build/src/workspace/reports.js
var reports = __webpack_require__(9812);
;// CONCATENATED MODULE: ./build/src/workspace/findings.js








/** Largest SARIF file that is read, in bytes. */
const maxSarifFile = 500 * 1024 ** 2;
/** Results that are kept one by one; the others are counted. */
const mostDefects = 10_000;
const mostProblems = 50;
/** Reads the SARIF files that the policy names, and tells what in them is new or on changed lines. */
async function measureFindings(input) {
    const { options, workspace, repository, headSha } = input;
    if (options === undefined || options.level === 'off' || options.sarif.length === 0) {
        return { fact: facts/* absent */.Ge, fingerprints: [], nothingFound: true };
    }
    const checkout = input.newerThan === undefined && repository !== null ? await (0,git/* checkedOutAt */.XI)(repository) : (input.newerThan ?? null);
    const specs = options.sarif.map(pattern => ({ name: pattern, path: pattern }));
    const { found, missing, problems } = await (0,reports/* findReports */.zJ)(specs, workspace);
    const tested = await testedCommit(repository, headSha);
    const commits = [headSha, ...(tested.sha === null ? [] : [tested.sha])];
    const reading = { options, workspace, checkout, commits, headSha, fingerprints: new Fingerprints() };
    const paths = [...new Set(found.map(each => each.path))].sort();
    const files = paths.map(path => readOne(path, reading));
    const scope = (0,findings_options/* findingsScope */.tE)(options);
    const baseline = comparable(input.baseline, scope);
    const defects = (0,findings_measured/* worstFirst */.md)(defectsOf(files, options, baseline, changesOf(input.changedFiles)));
    const measured = {
        schemaVersion: 1,
        headSha,
        scope,
        files: files.map(({ file }) => file),
        problems: [
            ...(found.length === 0 ? [] : tested.problems),
            ...missing.map(({ spec, near }) => (0,message/* message */.i)('findings.missing', { path: spec.path, near })),
            ...problems,
            ...files.flatMap(file => file.problems),
        ].slice(0, mostProblems),
        defects,
        tools: (0,findings_measured/* countByTool */.d5)(files.flatMap(({ file }) => file.tools), defects),
        omitted: {},
        omittedSome: { new: {}, changed: {}, suppressed: {} },
        comparedWith: baseline?.sha ?? null,
        ...(input.run === undefined ? {} : { run: input.run }),
    };
    return {
        fact: (0,facts/* present */.Eb)((0,findings_measured/* keepWorst */.ju)(measured, mostDefects)),
        fingerprints: defects.map(defect => defect.fingerprint),
        nothingFound: found.length === 0,
    };
}
const comparable = (fact, scope) => fact.state === 'present' && fact.value.scope === scope ? fact.value : null;
/** The head itself, or GitHub's merge of it into the base branch, must be checked out: nothing else speaks for the head. */
async function testedCommit(repository, headSha) {
    const refused = (problem) => ({ sha: null, problems: [problem] });
    if (repository === null)
        return refused((0,message/* message */.i)('action.report.noCheckout', {}));
    const found = await (0,git/* headCommit */.Qo)(repository);
    if (!found.ok)
        return refused(found.error);
    const sha = found.value;
    if (sha === headSha)
        return { sha, problems: [] };
    const [, merged] = await (0,git/* parentsOf */.fY)(repository, sha);
    if (merged === headSha)
        return { sha, problems: [] };
    return refused((0,message/* message */.i)('action.report.otherCommit', { tested: sha, head: headSha }));
}
function readOne(path, reading) {
    const nothing = { path, sha256: '', tools: [] };
    const refused = (problem) => ({ file: nothing, runs: [], problems: [problem] });
    const opened = (0,reports/* openReport */.NL)(path, reading.workspace);
    if (!opened.ok)
        return refused(opened.error);
    try {
        if ((0,reports/* isStale */.QO)(opened.value, reading.checkout))
            return refused((0,message/* message */.i)('findings.old', { path }));
        const { options, fingerprints } = reading;
        const root = reading.workspace.root.replaceAll('\\', '/');
        const { chunks, sha256 } = (0,reports/* digested */.io)(limited(opened.value));
        const read = readSarif(chunks, { levels: options.levels, root }, fingerprints);
        if (!read.ok)
            return refused(told(path, read.error));
        const problems = read.value.flatMap(run => [...run.problems, ...foreign(run, reading)]);
        return {
            file: { path, sha256: sha256(), tools: read.value.map(run => run.tool) },
            runs: read.value,
            problems: problems.map(problem => told(path, problem)),
        };
    }
    catch (error) {
        if (error instanceof TooLarge)
            return refused((0,message/* message */.i)('findings.size', { path, limit: maxSarifFile }));
        return refused((0,message/* message */.i)('action.report.unreadable', { path, code: codeOf(error) }));
    }
    finally {
        opened.value.close();
    }
}
/** Messages of the two catalogues of faults, and no others. */
const told = (path, problem) => (0,message/* message */.i)('findings.problem', {
    path,
    code: problem.code,
    line: problem.line ?? null,
    column: problem.column ?? null,
    fault: problem.message,
});
/** A run that names commits must name the one that is judged; abbreviated ones are taken as they are. */
function foreign({ tool, revisions }, { commits, headSha }) {
    const isOurs = (revision) => /^[0-9a-f]{7,64}$/i.test(revision) && commits.some(commit => commit.startsWith(revision.toLowerCase()));
    if (revisions.length === 0 || revisions.some(isOurs))
        return [];
    const problem = (0,message/* message */.i)('findings.fault.stale', { revisions: revisions.slice(0, 5), head: headSha, tool });
    return [{ code: 'SRF-STALE', message: problem }];
}
function defectsOf(files, options, baseline, changes) {
    const known = baseline === null ? null : new Set(baseline.fingerprints);
    const usesState = options.baseline_state === 'use';
    return files.flatMap(({ runs }) => runs.flatMap(({ tool, defects }) => defects.flatMap((defect) => {
        const { baselineState, doubts, ...rest } = defect;
        if (usesState && baselineState === 'absent')
            return [];
        const isOld = known?.has(defect.fingerprint) ?? null;
        const isNew = usesState && baselineState === 'unchanged' ? false : isOld === null ? null : !isOld;
        const onChangedLine = changes.touch(defect);
        return [{ tool, ...rest, isNew, onChangedLine, ...(doubts.length === 0 ? {} : { doubts }) }];
    })));
}
/** Lines that the pull request adds. Where they are not known, or the result has no place, it may be on one of them. */
function changesOf(files) {
    if (files === null || files.state !== 'present')
        return { touch: () => true };
    const added = new Map();
    for (const file of files.value)
        added.set(file.path, addedLines(file));
    return {
        touch: ({ path, line, endLine, doubts }) => {
            if (path === null)
                return true;
            const lines = added.get(path);
            if (lines === undefined)
                return false;
            if (lines === null || line === null || doubts.some(({ code }) => code === 'SRF-REGION'))
                return true;
            const last = endLine ?? line;
            if (last - line >= lines.size)
                return lines.values().some(each => each >= line && each <= last);
            for (let at = line; at <= last; at++)
                if (lines.has(at))
                    return true;
            return false;
        },
    };
}
/** `null`: GitHub left the patch out. */
function addedLines({ hunks }) {
    if (hunks === null)
        return null;
    const lines = new Set();
    for (const hunk of hunks) {
        let at = hunk.newStart;
        for (const { kind } of hunk.lines) {
            if (kind === 'added')
                lines.add(at);
            if (kind !== 'removed')
                at += 1;
        }
    }
    return lines;
}
class TooLarge extends Error {
}
function* limited({ chunks }) {
    let size = 0;
    for (const chunk of chunks()) {
        size += chunk.length;
        if (size > maxSarifFile)
            throw new TooLarge();
        yield chunk;
    }
}
const codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

// EXTERNAL MODULE: ./build/src/workspace/impact.js
var workspace_impact = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/src/coverage/junit.js
var junit = __webpack_require__(1108);
// EXTERNAL MODULE: ./build/src/coverage/measure.js + 2 modules
var measure = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/gates/budgets/options.js
var options = __webpack_require__(237);
// EXTERNAL MODULE: ./build/src/gates/environments/matrix.js
var matrix = __webpack_require__(4324);
// EXTERNAL MODULE: ./build/src/gates/environments.js + 2 modules
var environments = __webpack_require__(924);
// EXTERNAL MODULE: ./build/src/metrics/index.js + 5 modules
var metrics = __webpack_require__(2811);
;// CONCATENATED MODULE: ./build/src/workspace/values.js











/** Largest file of numbers that is read. */
const maxValuesFile = 200 * 1024 ** 2;
/** Reads the numbers that `budgets` names and counts the tests of each cell that `environments` proves by JUnit. */
async function measureValues(input) {
    const { workspace, repository, headSha } = input;
    const rules = input.budgets?.level === 'off' ? [] : (input.budgets?.rules ?? []);
    const junit = input.environments?.level === 'off' ? undefined : input.environments?.junit;
    if (rules.length === 0 && junit === undefined)
        return { fact: facts/* absent */.Ge, nothingFound: true };
    const checkout = input.newerThan === undefined && repository !== null ? await (0,git/* checkedOutAt */.XI)(repository) : (input.newerThan ?? null);
    const around = { workspace, checkout };
    const values = await measureBudgets(rules, around);
    const cells = await measureCells(input.environments, junit, around);
    const nothingFound = values.found + cells.found === 0;
    const measured = {
        schemaVersion: 1,
        headSha,
        scope: values_digest([...rules.map(options/* budgetSource */.ZM), ...cells.cells.map(cell => cell.source)]),
        values: values.values,
        cells: cells.cells,
        problems: nothingFound ? [] : await otherCommit(repository, headSha),
        ...(input.run === undefined ? {} : { run: input.run }),
    };
    return { fact: (0,facts/* present */.Eb)(measured), nothingFound };
}
/** The head itself, or GitHub's merge of it into the base branch, must be checked out: nothing else speaks for the head. */
async function otherCommit(repository, headSha) {
    if (repository === null)
        return [(0,message/* message */.i)('action.report.noCheckout', {})];
    const found = await (0,git/* headCommit */.Qo)(repository);
    if (!found.ok)
        return [found.error];
    const tested = found.value;
    if (tested === headSha)
        return [];
    const [, merged] = await (0,git/* parentsOf */.fY)(repository, tested);
    return merged === headSha ? [] : [(0,message/* message */.i)('action.report.otherCommit', { tested, head: headSha })];
}
const values_digest = (value) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
/** Each file is read once, whatever the number of its budgets. */
async function measureBudgets(rules, around) {
    const files = [...new Set(rules.map(rule => rule.file))].map(file => ({ name: file, path: file }));
    const { found, missing } = await (0,reports/* findReports */.zJ)(files, around.workspace);
    const groups = Map.groupBy(rules, rule => JSON.stringify([rule.file, (0,options/* formatOf */.be)(rule)]));
    const values = [...groups.values()].flatMap((group) => {
        const [{ file } = { file: '' }] = group;
        const there = found.find(each => each.spec.path === file);
        if (there !== undefined)
            return measureFile(group, there.path, around);
        const near = missing.find(each => each.spec.path === file)?.near ?? [];
        return broken(group, name => (0,message/* message */.i)('budgets.missing', { name, file, near }));
    });
    return {
        values: rules.flatMap(rule => values.find(value => value.name === (0,options/* budgetName */.V7)(rule)) ?? []),
        found: found.length,
    };
}
const broken = (rules, problemOf) => rules.map(rule => measuredAs(rule, null, problemOf((0,options/* budgetName */.V7)(rule))));
function measureFile(rules, path, { workspace, checkout }) {
    const opened = (0,reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return broken(rules, () => opened.error);
    try {
        if ((0,reports/* isStale */.QO)(opened.value, checkout))
            return broken(rules, name => (0,message/* message */.i)('budgets.stale', { name, file: path }));
        return readFile(rules, path, opened.value);
    }
    catch (error) {
        if (error instanceof values_TooLarge)
            return broken(rules, name => (0,message/* message */.i)('budgets.size', { name, file: path, limit: maxValuesFile }));
        return broken(rules, () => (0,message/* message */.i)('action.report.unreadable', { path, code: values_codeOf(error) }));
    }
    finally {
        opened.value.close();
    }
}
function readFile(rules, path, file) {
    const [first] = rules;
    if (first === undefined)
        return [];
    const wanted = rules.map(rule => rule.value);
    const read = (0,metrics/* readValues */.N$)(values_limited(file), (0,options/* formatOf */.be)(first), wanted);
    if (!read.ok)
        return broken(rules, name => (0,measure/* unreadable */.O$)({ name, path }, read.error));
    return rules.map((rule, index) => {
        const found = read.value[index];
        if (found?.ok)
            return measuredAs(rule, found.value);
        const fault = found?.error ?? { kind: 'range', path: rule.value };
        return measuredAs(rule, null, (0,message/* message */.i)('budgets.fault', { name: (0,options/* budgetName */.V7)(rule), file: path, fault }));
    });
}
const values_codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const measuredAs = (rule, value, problem) => ({
    name: (0,options/* budgetName */.V7)(rule),
    file: rule.file,
    value,
    ...(problem === undefined ? {} : { problem }),
    source: (0,options/* budgetSource */.ZM)(rule),
});
class values_TooLarge extends Error {
}
function* values_limited({ chunks }) {
    let size = 0;
    for (const chunk of chunks()) {
        size += chunk.length;
        if (size > maxValuesFile)
            throw new values_TooLarge();
        yield chunk;
    }
}
/** One entry a cell, in the order of the matrix; a cell without files says so. */
async function measureCells(options, junit, around) {
    if (options === undefined || junit === undefined)
        return { cells: [], found: 0 };
    const specs = (0,matrix/* expandMatrix */.Eh)(options).map(cell => ({ name: (0,matrix/* labelOf */.Wy)(cell), path: (0,matrix/* fill */.GS)(junit, cell, matrix/* inGlob */.SO), cell }));
    const { found, missing, problems } = await (0,reports/* findReports */.zJ)(specs, around.workspace);
    const cells = specs.map(spec => {
        const files = found.filter(each => each.spec === spec).map(each => countFile(spec.name, each.path, around));
        const lacks = missing.filter(each => each.spec === spec);
        return {
            cell: spec.cell,
            source: (0,environments/* cellSource */.C)(spec.path),
            run: { name: spec.name, ...files.map(file => file.counts).reduce(sum, nothing) },
            problems: [
                ...lacks.map(({ near }) => (0,message/* message */.i)('environments.tests.file', { cell: spec.name, path: spec.path, near })),
                ...problems.filter(problem => 'path' in problem.params && problem.params.path === spec.path),
                ...files.flatMap(file => file.problems),
            ],
        };
    });
    return { cells, found: found.length };
}
const nothing = { tests: 0, failures: 0, errors: 0, skipped: 0 };
const sum = (a, b) => ({
    tests: a.tests + b.tests,
    failures: a.failures + b.failures,
    errors: a.errors + b.errors,
    skipped: a.skipped + b.skipped,
});
function countFile(name, path, { workspace, checkout }) {
    const refused = (problem) => ({ counts: nothing, problems: [problem] });
    const opened = (0,reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return refused(opened.error);
    try {
        if ((0,reports/* isStale */.QO)(opened.value, checkout))
            return refused((0,message/* message */.i)('coverage.problem.stale', { name, path }));
        const read = (0,junit/* readTests */.iv)(opened.value.chunks());
        return read.ok ? { counts: read.value, problems: [] } : refused((0,measure/* unreadable */.O$)({ name, path }, read.error));
    }
    catch (error) {
        return refused((0,message/* message */.i)('action.report.unreadable', { path, code: values_codeOf(error) }));
    }
    finally {
        opened.value.close();
    }
}

// EXTERNAL MODULE: ./build/cli/checkout.js + 1 modules
var cli_checkout = __webpack_require__(7991);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/cli/check/facts.js







const facts_text = schemas/* string */.YjP();
const account = schemas/* looseObject */._H3({ id: facts_text, login: facts_text, type: schemas/* enum */.k5n(['User', 'Bot']) });
/** What every case has; what is inside a fact is the business of whoever wrote the file, and a gate that trips is unknown. */
const shape = schemas/* looseObject */._H3({
    repository: schemas/* looseObject */._H3({ id: facts_text, owner: facts_text, name: facts_text }),
    number: schemas/* int */.Whr(),
    title: facts_text,
    author: account.nullable(),
    state: schemas/* enum */.k5n(['open', 'closed', 'merged']),
    isDraft: schemas/* boolean */.zMY(),
    baseRef: facts_text,
    baseSha: facts_text,
    headSha: facts_text,
    evaluatedAt: iso/* datetime */.w$(),
    roles: schemas/* record */.g1P(facts_text, schemas/* looseObject */._H3({ members: schemas/* array */.YOg(account), teams: schemas/* array */.YOg(schemas/* unknown */.L5J()), unresolved: schemas/* array */.YOg(schemas/* unknown */.L5J()) })),
    ...Object.fromEntries(facts/* factNames */.hO.map(name => [
        name,
        schemas/* union */.KCZ([
            schemas/* looseObject */._H3({ state: schemas/* literal */.euz('present'), value: schemas/* unknown */.L5J() }),
            schemas/* looseObject */._H3({ state: schemas/* literal */.euz('absent') }),
            schemas/* looseObject */._H3({
                state: schemas/* literal */.euz('unknown'),
                reason: schemas/* looseObject */._H3({ code: facts_text, params: schemas/* looseObject */._H3({}) }),
            }),
        ])
            .optional(),
    ])),
});
/** Facts as the Action writes them and a bug report brings them. */
function readFacts(path, cwd) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path), 'utf8');
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.unreadable', { code }) });
    }
    try {
        const read = shape.safeParse(JSON.parse(bytes));
        if (read.success)
            return (0,result.ok)((0,facts/* factsOfFile */.vg)(read.data));
        const [issue] = read.error.issues;
        const key = (0,policy_text/* keyPath */.Dw)(issue?.path ?? []);
        return (0,result/* err */._)({ place: { path }, label: key, message: (0,message/* message */.i)('cli.facts.shape', { detail: issue?.message ?? '' }) });
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : '';
        return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.facts.json', { detail }) });
    }
}

;// CONCATENATED MODULE: ./build/cli/check/judge.js














/** The commits from `base` to `head`: what git and the files of the workspace say; all else is unknown. */
async function judgeRange(wish, cwd) {
    if (wish.base === undefined)
        return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.noBase', {}) });
    const checkout = await (0,cli_checkout/* needCheckout */.di)(cwd);
    if (!checkout.ok)
        return checkout;
    const repository = checkout.value;
    const base = await (0,cli_checkout/* commitNamed */.vj)(repository, 'base', wish.base);
    if (!base.ok)
        return base;
    const head = await (0,cli_checkout/* headNamed */.OE)(repository, wish.head);
    if (!head.ok)
        return head;
    const judging = wish.policy === undefined
        ? await (0,cli_checkout/* policyOf */.US)(repository, base.value, wish.shared)
        : await (0,cli_checkout/* policyInFile */.kQ)(wish.policy, cwd, wish.shared);
    if (!judging.ok)
        return judging;
    const { policy } = judging.value;
    const facts = await factsOfRange(repository, { baseRef: base.value.ref, baseSha: base.value.sha, headSha: head.value.sha }, policy);
    const report = (0,evaluate/* evaluate */._)(judging.value, facts);
    return (0,result.ok)({ report, locale: policy.locale, elsewhere: restsOnGitHub(policy, report) });
}
/** The facts of a file under the policy of a file: the whole verdict. */
async function judgeFile(files, cwd) {
    const facts = readFacts(files.facts, cwd);
    if (!facts.ok)
        return facts;
    const judging = await policyFor(files.policy, cwd, files.shared);
    if (!judging.ok)
        return judging;
    const report = (0,evaluate/* evaluate */._)(judging.value, facts.value);
    return (0,result.ok)({ report, locale: judging.value.policy.locale, elsewhere: [] });
}
async function policyFor(file, cwd, shared) {
    if (file !== undefined)
        return (0,cli_checkout/* policyInFile */.kQ)(file, cwd, shared);
    const checkout = await (0,cli_checkout/* needCheckout */.di)(cwd);
    return checkout.ok ? (0,cli_checkout/* policyOf */.US)(checkout.value, null, shared) : checkout;
}
async function factsOfRange(repository, range, policy) {
    const { baseRef, baseSha, headSha } = range;
    const changedFiles = await (0,git/* changedFilesBetween */.aL)(repository, baseSha, headSha);
    const impact = await (0,workspace_impact/* impactBetween */.Z)(repository, baseSha, headSha, changedFiles);
    const newerThan = newestSource(repository, changedFiles);
    const measured = { repository, headSha, workspace: { root: repository.root, workingDirectory: '.' }, newerThan };
    const coverage = await coverageOf(measured, range, policy, changedFiles);
    const { budgets, environments, findings: options } = policy.gates;
    const values = await measureValues({ budgets, environments, ...measured });
    const findings = await measureFindings({ options, ...measured, changedFiles, baseline: facts/* absent */.Ge });
    return {
        ...(0,facts/* allUnknown */.SH)((0,message/* message */.i)('unknown.onlyGitHub', {})),
        repository: { id: '', owner: '', name: '' },
        number: 0,
        title: '',
        author: null,
        state: 'open',
        isDraft: false,
        baseRef,
        baseSha,
        headSha,
        evaluatedAt: new Date().toISOString(),
        roles: {},
        changedFiles,
        impact,
        coverage,
        coverageBaseline: facts/* absent */.Ge,
        values: values.fact,
        valuesBaseline: facts/* absent */.Ge,
        findings: findings.fact,
        findingsBaseline: facts/* absent */.Ge,
    };
}
/** When the last of the changed files was written: what is older measured another state of them. */
function newestSource({ root }, changedFiles) {
    if (changedFiles.state !== 'present')
        return null;
    const times = changedFiles.value.flatMap(({ path }) => writtenAt((0,external_node_path_.join)(root, path)) ?? []);
    return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
function writtenAt(file) {
    try {
        return (0,external_node_fs_.lstatSync)(file).mtimeMs;
    }
    catch {
        return null;
    }
}
async function coverageOf(measured, { baseSha }, { gates: { coverage: options }, components }, changedFiles) {
    if (options === undefined || options.level === 'off')
        return facts/* absent */.Ge;
    const { fact } = await (0,coverage/* measureCoverage */.j)({ ...measured, options, baseSha, components, changedFiles });
    return fact;
}
/** Facts that a clone and its files give. */
const here = new Set([
    'changedFiles',
    'impact',
    'coverage',
    'coverageBaseline',
    'findings',
    'findingsBaseline',
    'values',
    'valuesBaseline',
]);
/** What is unknown for no other reason than that GitHub was not asked. */
function restsOnGitHub(policy, report) {
    const unasked = (code) => code === 'unknown.onlyGitHub';
    const ids = report.gates
        .filter(({ gate, result }) => result.status === 'unknown' && (unasked(result.summary.code) || !isHere(gate)))
        .map(({ gate }) => gate);
    return [...ids, ...report.checklists.filter(one => one.status !== 'skipped').map(one => one.checklist)].filter(id => policy !== null && id !== '');
}
const isHere = (gate) => {
    const id = gates/* gateIds */.G.find((known) => known === gate);
    return id === undefined || gates/* gates */.V[id].needs.every(need => here.has(need));
};


/***/ }),

/***/ 4286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readReport)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5800);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5163);
/* harmony import */ var _formats_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9611);
/* harmony import */ var _head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2832);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6197);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9817);







/**
 * Reads one report. Without `format` the first 4 KiB decide. A report without an executable line is refused
 * (`RPT-EMPTY`): nothing measured is not everything covered.
 */
function readReport(chunks, format) {
    const iterator = chunks[Symbol.iterator]();
    const head = (0,_head_js__WEBPACK_IMPORTED_MODULE_2__/* .readHead */ .z)(iterator);
    const { start, content, refusal } = head;
    if (refusal)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._)(refusal);
    const id = format ?? _formats_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatIds */ .w.find(candidate => _formats_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formats */ .F[candidate].detect(content));
    if (id === undefined)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._)(unknownFormat(head));
    const reader = _formats_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formats */ .F[id].reader();
    reader.push(start);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        reader.push(next.value);
    const read = reader.end();
    if (!read.ok)
        return read;
    if (!hasLines(read.value))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .err */ ._)({ code: 'RPT-EMPTY', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('coverage.fault.empty', {}) });
    return { ok: true, value: { format: id, report: read.value } };
}
function unknownFormat({ start, content }) {
    const text = (0,_xml_js__WEBPACK_IMPORTED_MODULE_4__/* .rootOf */ .I5)(content);
    const root = /^<([A-Za-z_][\w.:-]{0,60})/.exec(text)?.[1];
    if (root === undefined)
        return (0,_head_js__WEBPACK_IMPORTED_MODULE_2__/* .atStart */ .M)('RPT-FORMAT', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('coverage.fault.unknown-format', { formats: _formats_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatIds */ .w }));
    // Of a document type that does not end within the head there is no root yet, but its name.
    const at = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .latin1 */ .Wy)(content).endsWith(text) ? content.length - text.length : 0;
    const before = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .latin1 */ .Wy)(start.subarray((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .skipByteOrderMark */ .Tr)(start), content.byteOffset - start.byteOffset + at)).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { code: 'RPT-ROOT', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('coverage.fault.unknown-root', { root, formats: _formats_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatIds */ .w }), ...place };
}
const hasLines = (report) => report.files.values().some(file => (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .countFile */ .eR)(file).lines.total > 0);


/***/ }),

/***/ 3186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d5: () => (/* binding */ countByTool),
/* harmony export */   ju: () => (/* binding */ keepWorst),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _severity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1669);

/** By tool in the order of `tools`, one entry a run: a run without results is told too. */
function countByTool(tools, defects) {
    const rows = new Map();
    for (const tool of tools) {
        const row = rows.get(tool) ?? { runs: 0, counts: {}, suppressed: 0 };
        row.runs += 1;
        rows.set(tool, row);
    }
    for (const { tool, severity, suppressed } of defects) {
        const row = rows.get(tool);
        if (row === undefined)
            continue;
        if (suppressed)
            row.suppressed += 1;
        else
            row.counts[severity] = (row.counts[severity] ?? 0) + 1;
    }
    return [...rows].map(([tool, row]) => ({ tool, ...row }));
}
const weightOf = (defect) => (defect.suppressed ? 100 : 0) +
    (0,_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .rankOf */ .IQ)(defect.severity) * 10 +
    (defect.isNew === false ? 1 : 0) +
    (defect.onChangedLine ? 0 : 1);
/** Worst first: suppressed ones last, and of one severity those that are new or on changed lines before the others. */
const worstFirst = (defects) => defects.toSorted((a, b) => weightOf(a) - weightOf(b));
/** The first `keep` results, which are sorted; the rest is added to what is only counted. */
function keepWorst(measured, keep) {
    if (measured.defects.length <= keep)
        return measured;
    const omitted = { ...measured.omitted };
    const { new: fresh, changed, suppressed } = measured.omittedSome;
    const some = { new: { ...fresh }, changed: { ...changed }, suppressed: { ...suppressed } };
    const add = (counts, severity) => {
        counts[severity] = (counts[severity] ?? 0) + 1;
    };
    for (const defect of measured.defects.slice(keep)) {
        add(defect.suppressed ? some.suppressed : omitted, defect.severity);
        if (defect.suppressed)
            continue;
        if (defect.isNew !== false)
            add(some.new, defect.severity);
        if (defect.onChangedLine)
            add(some.changed, defect.severity);
    }
    return { ...measured, defects: measured.defects.slice(0, keep), omitted, omittedSome: some };
}


/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ impactLines)
/* harmony export */ });
/* unused harmony export impactSections */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _voice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(820);


const mostReasons = 3;
/** What changes for whoever deploys: one line a statement, with its place. Nothing, where nobody looked or nothing changes. */
function impactSections({ impact }, voice, more) {
    if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low'))
        return [];
    return [
        {
            keep: 85,
            head: [`### ${voice.say(message('impact.title', { risk: impact.risk }))}`, '', ...because(impact, voice)],
            rows: impact.impacts.map(({ file, line, ...statement }) => {
                const text = voice.say(message('impact.statement', statement));
                return `- ${text} (${voice.f.place(file, line)})`;
            }),
            foot: [],
            more: count => `- ${more(count)}`,
        },
    ];
}
/** The same as plain lines: title, reasons, one statement a line behind its place. */
function impactLines(impact, voice) {
    const statements = impact.impacts.map(({ file, line, ...statement }) => (0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .labelled */ .wW)(voice.f.place(file, line), voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.statement', statement)), voice.locale));
    const nothing = statements.length === 0 ? [voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.none', {}))] : [];
    const reasons = because(impact, voice).filter(line => line !== '');
    return [voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.title', { risk: impact.risk })), ...reasons, ...nothing, ...statements];
}
function because({ reasons }, voice) {
    if (reasons.length === 0)
        return [];
    const said = voice.f.list(reasons.map(voice.say), mostReasons);
    return [(0,_voice_js__WEBPACK_IMPORTED_MODULE_0__/* .labelled */ .wW)(voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.because', {})), said, voice.locale), ''];
}


/***/ }),

/***/ 7463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ replayLines),
/* harmony export */   c: () => (/* binding */ policyChangeLines)
/* harmony export */ });
/* unused harmony export policyChangeSections */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(454);

/** What merging does to the policy, weaker first, and which recent verdicts it would have changed. */
function policyChangeSections({ policyChange }, voice, more) {
    if (policyChange === null)
        return [];
    const title = voice.say(message('policyChange.title', { path: policyChange.path }));
    return [
        {
            keep: 70,
            head: [`### ${title}`, ''],
            rows: policyChangeLines(policyChange, voice).map(line => `- ${line}`),
            foot: [],
            more: count => `- ${more(count)}`,
        },
    ];
}
/** One line a change, then the replay. */
function policyChangeLines({ changes, replay }, voice) {
    const said = changes.map(({ direction, message: told }) => `${voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)(`policyChange.${direction}`, {}))} ${voice.say(told)}`);
    return [...said, ...(replay === null ? [] : replayLines(replay, voice))];
}
/** "Of 20 merged pull requests …", then one line for each whose verdict changes. */
function replayLines({ judged, skipped, changed }, voice) {
    return [
        voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)('replay.sum', { judged, skipped, changed: changed.length })),
        ...changed.map(({ number, title, before, after, gates }) => voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)('replay.changed', { number, title, before, after, gates }))),
    ];
}


/***/ }),

/***/ 2006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/src/checklist/ref.js
var ref = __webpack_require__(7536);
// EXTERNAL MODULE: ./build/src/locales/message.js
var locales_message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/render/impact.js
var render_impact = __webpack_require__(1170);
// EXTERNAL MODULE: ./build/src/locales/index.js + 82 modules
var locales = __webpack_require__(368);
// EXTERNAL MODULE: ./build/src/locales/texts.js
var texts = __webpack_require__(7661);
;// CONCATENATED MODULE: ./build/src/render/budget.js
const fixed = Number.POSITIVE_INFINITY;
/** A part without rows; it is never shortened. */
const budget_block = (...lines) => ({
    keep: fixed,
    head: lines,
    rows: [],
    foot: [],
    more: () => '',
});
/** UTF-16 units: never fewer than the characters that GitHub counts. */
const units = text => text.length;
/** UTF-8 bytes, for limits that are kept in bytes or may be. */
const bytes = text => {
    let size = text.length;
    for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f)
            size += 1;
        // Half of a surrogate pair makes two of the four bytes of the whole.
        if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff))
            size += 1;
    }
    return size;
};
/** What stays free of a surface's limit, for what GitHub counts differently from us. */
const reserve = 0.05;
/**
 * The sections as one document, shortened to the limit less the reserve: sections with the lowest `keep` lose rows, then
 * themselves, before the next lose any. `note` is added before the last section when something was left out.
 */
function shorten(sections, limit, note) {
    const room = Math.floor(limit.size * (1 - reserve));
    const shown = sections.map(section => Math.min(section.rows.length, section.most ?? section.rows.length));
    const whole = join(sections, shown);
    if (limit.measure(whole) <= room)
        return whole;
    const noted = [...sections.slice(0, -1), budget_block(note), ...sections.slice(-1)];
    shown.splice(-1, 0, 0);
    const sizes = noted.map((section, index) => sizeOf(section, shown[index] ?? 0, limit.measure));
    let total = sizes.reduce((sum, size) => sum + size, 0);
    for (const index of shorteningOrder(noted)) {
        const section = noted[index];
        if (total <= room || section === undefined)
            break;
        const others = total - (sizes[index] ?? 0);
        shown[index] = mostRows(section, shown[index] ?? 0, room - others, limit.measure);
        total = others + sizeOf(section, shown[index] ?? 0, limit.measure);
    }
    return join(noted, shown);
}
function shorteningOrder(sections) {
    return sections
        .flatMap((section, index) => (section.keep === fixed ? [] : [{ index, keep: section.keep }]))
        .sort((a, b) => a.keep - b.keep || b.index - a.index)
        .map(entry => entry.index);
}
/** How many rows fit into `room`; 0 leaves the section out. */
function mostRows(section, max, room, measure) {
    let size = sizeOf({ ...section, rows: [] }, 0, measure) + measure(section.more(section.rows.length)) + 1;
    let count = 0;
    for (const row of section.rows.slice(0, max)) {
        size += measure(row) + 1;
        if (size > room)
            break;
        count += 1;
    }
    return count;
}
/** Upper bound of what a section adds, with the line breaks around it. */
function sizeOf(section, shown, measure) {
    const text = textOf(section, shown);
    return text === '' ? 0 : measure(text) + 2;
}
function join(sections, shown) {
    return sections
        .map((section, index) => textOf(section, shown[index] ?? 0))
        .filter(text => text !== '')
        .join('\n\n');
}
function textOf(section, shown) {
    if (shown === 0 && section.rows.length > 0)
        return '';
    const left = section.rows.length - shown;
    const more = left > 0 ? [section.more(left)] : [];
    return [...section.head, ...section.rows.slice(0, shown), ...more, ...section.foot].join('\n');
}

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/markdown.js
var markdown = __webpack_require__(5601);
;// CONCATENATED MODULE: ./build/src/render/coverage.js




/** Rows of a table that a conversation shows; the report has them all. */
const most = 30;
/** Trend, what to test next, and the tables of groups and changed files, each left out when it would be empty. */
function coverage_coverageSections(report, voice, more) {
    const { coverage } = report;
    if (coverage === null)
        return [];
    return [
        ...trendSection(coverage, voice),
        ...(namesUncovered(report) ? [] : nextSection(coverage, voice, more)),
        ...groupSection(coverage, voice, more),
        ...fileSection(coverage, voice, more),
    ];
}
/** The gate's own findings list the uncovered lines already. */
const namesUncovered = (report) => report.gates.some(({ gate, result }) => gate === 'coverage' &&
    'findings' in result &&
    result.findings?.some(finding => finding.message.code === 'coverage.patch.uncovered'));
function trendSection({ trend, project }, voice) {
    const base = trend.at(-1);
    if (base === undefined || project.total === 0)
        return [];
    const points = [...trend.map(point => point.project), project];
    const text = voice.say(message('coverage.trend', { base: base.project, head: project, line: sparkline(points), count: trend.length }));
    return [{ keep: 15, head: [], rows: [text], foot: [], more: () => '' }];
}
const bars = (/* unused pure expression or super */ null && (['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']));
/** One bar a point, from the lowest to the highest of them; points of nothing are left out. */
function sparkline(points) {
    const values = points.flatMap(point => basisPoints(point) ?? []).map(Number);
    const low = Math.min(...values);
    const range = Math.max(...values) - low;
    return values.map(value => bars[range === 0 ? 3 : Math.round(((value - low) / range) * 7)] ?? '').join('');
}
/** Uncovered changed lines first, largest gain on top; without any, the files with the most uncovered lines. */
function nextSection({ uncovered, worst, patch, project }, voice, more) {
    const { f } = voice;
    const changed = uncovered.map(({ path, ranges }) => {
        return `- ${f.list(ranges.map(([start, end]) => f.place(path, start, end)), 8)}`;
    });
    const files = worst.map(({ path, lines }) => `- ${f.place(path)}${voice.say(message('coverage.next.file', { lines }))}`);
    const rows = changed.length > 0 ? changed : files.slice(0, 5);
    if (rows.length === 0)
        return [];
    const title = changed.length > 0
        ? message('coverage.next.patch', { missing: patch.total - patch.covered })
        : message('coverage.next.project', { missing: project.total - project.covered });
    return [folded(title, [], rows, voice, 12, count => `- ${more(count)}`)];
}
function groupSection({ groups }, voice, more) {
    if (groups.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['group', 'lines', 'patch', 'required'], voice);
    const rows = groups.map(group => {
        const required = voice.say(message('coverage.required', { min: group.min, patch: group.patchMin }));
        const name = voice.say(message('coverage.group', { kind: group.kind, name: group.name }));
        return tableRow([
            name,
            amount(group.project, voice),
            amount(group.patch, voice),
            group.min === null && group.patchMin === null ? '' : required,
        ]);
    });
    return [
        folded(message('coverage.groups', { count: groups.length }), head, rows, voice, 9, count => tableRow([more(count), '', '', f.text('')])),
    ];
}
function fileSection({ changed }, voice, more) {
    if (changed.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['file', 'lines', 'base', 'patch'], voice);
    const rows = changed.map(({ path, lines, base, patch }) => tableRow([f.place(path), amount(lines, voice), base === null ? '' : f.percent(base), amount(patch, voice)]));
    return [
        folded(message('coverage.files', { count: changed.length }), head, rows, voice, 8, count => tableRow([more(count), '', '', ''])),
    ];
}
const amount = (ratio, { f }) => ratio.total === 0 ? f.percent(ratio) : `${f.percent(ratio)} · ${f.number(ratio.covered)}/${f.number(ratio.total)}`;
function columns(names, voice) {
    const titles = names.map(name => voice.say(message(`coverage.column.${name}`, {})));
    return [tableRow(titles), `| ${names.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`];
}
function folded(title, head, rows, { locale }, keep, more) {
    const summary = say(title, locale, htmlFormatter(locale));
    return {
        keep,
        head: ['<details>', `<summary>${summary}</summary>`, '', ...head],
        rows,
        foot: ['', '</details>'],
        most,
        more,
    };
}

;// CONCATENATED MODULE: ./build/src/render/tables.js



/** Rows of a table that a conversation shows; the report has them all. */
const tables_most = 50;
/** One folded section per gate that has a table, in the order of the report. */
function tables_tableSections(report, voice, more) {
    return report.gates.flatMap(({ gate, result }) => 'table' in result && result.table !== undefined ? [tableSection(gate, result.table, voice, more)] : []);
}
function tableSection(gate, { columns, rows }, voice, more) {
    const { locale } = voice;
    const title = say(message('table.title', { gate, rows: rows.length }), locale, htmlFormatter(locale));
    return {
        keep: 9,
        head: [
            '<details>',
            `<summary>${title}</summary>`,
            '',
            tableRow(columns.map(cell => cellText(cell, voice))),
            tableRow(columns.map(() => '---')),
        ],
        rows: rows.map(row => tableRow(row.map(cell => cellText(cell, voice)))),
        foot: ['', '</details>'],
        most: tables_most,
        more: count => tableRow([more(count), ...columns.slice(1).map(() => '')]),
    };
}
const cellText = (cell, voice) => typeof cell === 'string' ? voice.f.text(cell) : voice.say(cell);

// EXTERNAL MODULE: ./build/src/render/voice.js
var render_voice = __webpack_require__(820);
;// CONCATENATED MODULE: ./build/src/render/layout.js













const inParentheses = (text, locale) => (locale === 'en' ? ` (${text})` : `（${text}）`);
/** Verdict and who acts next; the first piece is the verdict. */
function headline(report, voice, times) {
    const since = times.waitingSince ?? null;
    const { waitingFor } = report;
    const unknown = blocking(report, 'unknown');
    const next = waitingFor.length === 0 ? [] : [voice.say((0,locales_message/* message */.i)('report.headline.next', { waitingFor, since }))];
    return [...verdictPieces(), ...asides(report, voice)];
    function verdictPieces() {
        switch (report.verdict) {
            case 'passed':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.passed', {}))];
            case 'waiting':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.waiting', { waitingFor, since }))];
            case 'unknown':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.unknown', { what: unknown })), ...next];
            case 'failed': {
                const alsoUnknown = unknown.length === 0 ? [] : [voice.say((0,locales_message/* message */.i)('report.headline.unknown', { what: unknown }))];
                return [
                    voice.say((0,locales_message/* message */.i)('report.verdict.failed', { what: blocking(report, 'failed') })),
                    ...next,
                    ...alsoUnknown,
                ];
            }
        }
    }
}
function asides(report, voice) {
    const soft = rowsOf(report).filter(row => row.level !== 'block');
    const of = (status) => soft.filter(row => row.status === status).length;
    const counts = { failed: of('failed'), unknown: of('unknown'), waiting: of('waiting') };
    return [
        ...(counts.failed + counts.unknown + counts.waiting === 0
            ? []
            : [voice.say((0,locales_message/* message */.i)('report.headline.notBlocking', counts))]),
        ...(report.isDraft ? [voice.say((0,locales_message/* message */.i)('report.headline.draft', {}))] : []),
    ];
}
const blocking = (report, status) => rowsOf(report)
    .filter(row => row.level === 'block' && row.status === status)
    .map(row => row.id);
/** Place in the table; what does not block stands behind what does, and before what is settled. */
const urgency = {
    block: { failed: 0, unknown: 1, waiting: 2, waived: 6, passed: 7, skipped: 8 },
    soft: { failed: 3, unknown: 4, waiting: 5, waived: 6, passed: 7, skipped: 8 },
};
/** What blocks comes first, the worst on top; otherwise the order of the report. */
function rowsOf(report) {
    const rank = (row) => urgency[row.level === 'block' ? 'block' : 'soft'][row.status];
    return [...report.gates.map(gateRow), ...report.checklists.map(checklistRow)].toSorted((a, b) => rank(a) - rank(b));
}
function gateRow({ gate, level, result }) {
    const next = 'next' in result ? result.next : null;
    return { kind: 'gate', id: gate, level, status: result.status, why: result.summary, next };
}
function checklistRow(outcome) {
    const { checklist: id, level, status, summary, waitingFor } = outcome;
    const signable = status === 'waiting' && summary.code !== 'checklist.noLedger' && waitingFor.length > 0;
    const next = signable ? (0,locales_message/* message */.i)('report.checklist.next', { waitingFor }) : null;
    return { kind: 'checklist', id, level, status, why: summary, next };
}
const symbols = {
    passed: '✓',
    waived: '◇',
    failed: '✗',
    waiting: '○',
    skipped: '–',
    unknown: '?',
};
/** `✗ failed`, with "not blocking" where the level says so. */
function stateText(row, voice) {
    const state = `${symbols[row.status]} ${voice.say((0,locales_message/* message */.i)(`report.state.${row.status}`, {}))}`;
    const matters = row.level === 'block' || row.status === 'passed' || row.status === 'waived' || row.status === 'skipped';
    return matters ? state : `${state}${inParentheses(voice.say((0,locales_message/* message */.i)('report.notBlocking', {})), voice.locale)}`;
}
function rowName(row, voice) {
    return row.kind === 'gate' ? voice.f.text(row.id) : voice.say((0,locales_message/* message */.i)('report.checklist.row', { id: row.id }));
}
function table(report, voice, more) {
    const columns = ['gate', 'state', 'why', 'next'].map(name => say(message(`report.column.${name}`, {}), voice.locale, voice.f));
    return {
        keep: 90,
        head: [tableRow(columns), '| --- | --- | --- | --- |'],
        rows: rowsOf(report).map(row => tableRow([
            rowName(row, voice),
            emphasised(row, voice),
            voice.say(row.why),
            row.next === null ? '' : voice.say(row.next),
        ])),
        foot: [],
        more: count => tableRow([more(count), '', '', '']),
    };
}
function emphasised(row, voice) {
    const text = stateText(row, voice).replace(' ', '\u00a0');
    return row.level === 'block' && (row.status === 'failed' || row.status === 'unknown') ? `**${text}**` : text;
}
/** Gates that found something, in the order of the table. */
function findingsOf(report) {
    const order = new Map(rowsOf(report).map((row, index) => [`${row.kind} ${row.id}`, index]));
    return report.gates
        .flatMap(outcome => {
        const { result } = outcome;
        const all = 'findings' in result ? (result.findings ?? []) : [];
        // What only repeats a passed gate's summary is noise.
        const findings = result.status === 'passed' ? all.filter(finding => finding.path !== undefined) : all;
        return findings.length === 0 ? [] : [{ outcome, findings: findings.toSorted(byPlace) }];
    })
        .toSorted((a, b) => (order.get(`gate ${a.outcome.gate}`) ?? 0) - (order.get(`gate ${b.outcome.gate}`) ?? 0));
}
function byPlace(a, b) {
    return compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.endLine ?? 0) - (b.endLine ?? 0);
}
/** By UTF-16 unit, so that no locale of a machine has a say. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** One folded section per gate with findings; the least urgent goes first when room is short. */
function findingSections(report, voice, links, more, most) {
    const html = htmlFormatter(voice.locale);
    return findingsOf(report).map(({ outcome, findings }) => {
        const title = say(message('report.findings', { gate: outcome.gate, count: findings.length }), voice.locale, html);
        return {
            keep: 10,
            head: ['<details>', `<summary>${title}</summary>`, ''],
            rows: findingRows(findings, voice, links),
            foot: ['', '</details>'],
            most,
            more: count => `- ${more(count)}`,
        };
    });
}
/** `CFG-TYPE key.path: what is wrong` for problems of an input, the sentence alone for everything else. */
function findingText({ code, keyPath, message: told }, voice) {
    const text = voice.say(told);
    if (code === undefined)
        return text;
    const key = keyPath === undefined || keyPath === '' ? '' : ` ${voice.f.code(keyPath)}`;
    return (0,render_voice/* labelled */.wW)(`${voice.f.text(code)}${key}`, text, voice.locale);
}
/** A file's only finding stands beside it; several stand below it. */
function findingRows(findings, voice, links) {
    const counts = new Map();
    for (const finding of findings)
        counts.set(finding.path ?? '', (counts.get(finding.path ?? '') ?? 0) + 1);
    let file;
    return findings.map(finding => {
        const text = findingText(finding, voice);
        const { path, line, endLine } = finding;
        if (path === undefined || path === '')
            return `- ${text}`;
        if (counts.get(path) === 1)
            return `- ${labelled(voice.f.place(path, line, endLine), text, voice.locale)}`;
        const heading = path === file ? '' : `- ${voice.f.place(path)}\n`;
        file = path;
        return `${heading}  - ${lineLabel(finding, voice, links)}${text}`;
    });
}
function lineLabel({ path, line, endLine }, voice, links) {
    const range = lines(line, endLine);
    if (range === '' || path === undefined)
        return '';
    const text = voice.say(message('report.line', { lines: range }));
    return labelled(link(text, links.file(path.toWellFormed(), line)), '', voice.locale);
}
/** One section per checklist that applies: "n of m" and a task item per item, on one line each. */
function checklistSections(report, voice, options, more, marks) {
    return report.checklists
        .filter(outcome => outcome.status !== 'skipped' && outcome.items.length > 0)
        .map(outcome => {
        const done = outcome.items.filter(item => item.state.status === 'done').length;
        const title = voice.say(message('report.checklist', { id: outcome.checklist, done, total: outcome.items.length }));
        const soft = outcome.level === 'block' ? '' : inParentheses(voice.say(message('report.notBlocking', {})), voice.locale);
        return {
            keep: 80,
            head: [`### ${title}${soft}`, ''],
            rows: outcome.items.map(item => taskItem(item, voice, options, marks)),
            foot: signingHelp(outcome, voice, options, marks),
            more: count => `- ${more(count)}`,
        };
    });
}
/** Waits for a signature that a person could give now. */
const needsPerson = (item) => item.role !== undefined && (item.state.status === 'open' || item.state.status === 'stale');
/** One GFM task item. The box is a view of the state; the mark names the item and nothing else. */
function taskItem(item, voice, options, marks) {
    const box = item.state.status === 'done' ? 'x' : ' ';
    const signable = options.signing === 'app' && needsPerson(item);
    const pieces = [
        voice.f.text(itemText(item, voice.locale)),
        ...itemPieces(item, voice),
        ...(item.role === undefined && options.links.run !== undefined
            ? [link(voice.say(message('report.link.run', {})), options.links.run)]
            : []),
        ...(marks && signable ? [voice.f.code(`/sign-off ${refOf(item)}`)] : []),
    ];
    return `- [${box}] ${pieces.join(' · ')}${marks ? itemMark(refOf(item), options.seals?.[refOf(item)]) : ''}`;
}
/** The item's text in the locale, else in whatever language the policy has it. */
function itemText(item, locale) {
    return (0,texts/* textIn */.r)(item.text, locale) || item.id;
}
/** What stands beside an item: who signed, what is missing, why it does not hold. */
function itemPieces(item, voice) {
    const { state } = item;
    const where = item.environment === undefined ? [] : [voice.say((0,locales_message/* message */.i)('report.item.environment', { name: item.environment }))];
    if (state.status === 'unknown') {
        return [...where, (0,render_voice/* labelled */.wW)(voice.say((0,locales_message/* message */.i)('report.item.unknown', {})), voice.say(state.reason), voice.locale)];
    }
    const valid = state.signOffs.filter(signOff => signOff.valid);
    const signed = valid.length === 0 ? [] : [voice.f.list(valid.map(signOff => signedText(signOff, voice)))];
    const evidence = 'evidence' in state && state.evidence !== undefined ? [voice.say(state.evidence)] : [];
    const stale = state.status === 'stale'
        ? [(0,render_voice/* labelled */.wW)(voice.say((0,locales_message/* message */.i)('report.item.stale', {})), voice.say(state.reason), voice.locale)]
        : [];
    const needs = state.status === 'done' || item.role === undefined
        ? []
        : [voice.say((0,locales_message/* message */.i)('report.item.needs', needsOf(item.role, item.count, valid)))];
    const delegated = (item.delegations ?? []).map(one => voice.say((0,locales_message/* message */.i)('report.item.delegated', one)));
    return [...where, ...conditionPieces(valid, voice), ...signed, ...evidence, ...stale, ...needs, ...delegated];
}
/** Open points stand before the names of those who accepted them. */
function conditionPieces(valid, voice) {
    const points = [...new Set(valid.flatMap(signOff => signOff.conditions ?? []))];
    return points.length === 0 ? [] : [voice.say((0,locales_message/* message */.i)('report.item.conditions', { points }))];
}
function needsOf(role, count, valid) {
    const people = new Set(valid.map(signOff => signOff.id)).size;
    return { role, count, missing: Math.max(count - people, 1) };
}
function signedText({ login, headSha, at, onBehalfOf }, voice) {
    if (onBehalfOf !== undefined) {
        return voice.say((0,locales_message/* message */.i)('report.item.signedFor', { by: login, from: onBehalfOf.login, at: headSha, on: at }));
    }
    return voice.say((0,locales_message/* message */.i)('report.item.signed', { by: login, at: headSha, on: at }));
}
function signingHelp(outcome, voice, options, marks) {
    const open = outcome.items.find(needsPerson);
    if (open === undefined || !marks)
        return [];
    return options.signing === 'app'
        ? ['', voice.say(message('report.sign.how', { command: `/sign-off ${refOf(open)}` }))]
        : ['', voice.say(message('report.sign.nobody', {}))];
}
function noticeSections(report, voice, more) {
    if (report.notices.length === 0)
        return [];
    return [
        {
            keep: 50,
            head: [`**${voice.say(message('report.notices', {}))}**`, ''],
            rows: noticesOf(report).map(notice => `- ${noticeText(notice, voice)}`),
            foot: [],
            more: count => `- ${more(count)}`,
        },
    ];
}
/** Warnings first, otherwise in the order of the report. */
const noticesOf = (report) => report.notices.toSorted((a, b) => Number(b.level === 'warning') - Number(a.level === 'warning'));
function noticeText(notice, voice) {
    const text = findingText(notice, voice);
    if (notice.path === undefined || notice.line === undefined)
        return text;
    return (0,render_voice/* labelled */.wW)(voice.f.place(notice.path, notice.line), text, voice.locale);
}
/** "12 more", with the way to the rest where there is one. */
function moreText(voice, links) {
    const report = links.report === undefined ? '' : ` · ${link(voice.say(message('report.link.report', {})), links.report)}`;
    return count => `${voice.say(message('report.more', { count }))}${report}`;
}
function shortenedNote(voice, links) {
    const report = links.report === undefined ? '' : ` ${link(voice.say(message('report.link.report', {})), links.report)}`;
    return `${voice.say(message('report.shortened', {}))}${report}`;
}
/** What was judged, by which policy, and where the rest is. */
function footerPieces(report, voice, links) {
    const { policy } = report;
    return [
        voice.say((0,locales_message/* message */.i)('report.footer.head', { sha: report.headSha })),
        policy.source === 'base'
            ? voice.say((0,locales_message/* message */.i)('report.footer.policy', { path: policy.path, sha: policy.sha }))
            : voice.say((0,locales_message/* message */.i)(policy.source === 'none' ? 'report.footer.defaults' : 'report.footer.unusable', {})),
        ...(links.report === undefined ? [] : [(0,markdown/* link */.nf)(voice.say((0,locales_message/* message */.i)('report.link.report', {})), links.report)]),
        ...(links.run === undefined ? [] : [(0,markdown/* link */.nf)(voice.say((0,locales_message/* message */.i)('report.link.run', {})), links.run)]),
        'Delivery Gates',
    ];
}
/** What comment and job summary have in common, in this order. `most`: findings per gate; `marks`: boxes can be clicked. */
function reportSections(report, voice, options, { most, marks }) {
    const more = moreText(voice, options.links);
    return [
        headlineBlock(report, voice, options),
        table(report, voice, more),
        ...impactSections(report, voice, more),
        ...findingSections(report, voice, options.links, more, most),
        ...tableSections(report, voice, more),
        ...coverageSections(report, voice, more),
        ...checklistSections(report, voice, options, more, marks),
        ...policyChangeSections(report, voice, more),
        ...noticeSections(report, voice, more),
    ];
}
const footer = (report, voice, links) => `<sub>${footerPieces(report, voice, links).join(' · ')}</sub>`;
/** The headline as a paragraph, its verdict in bold. */
function headlineBlock(report, voice, options) {
    const [verdict = '', ...rest] = headline(report, voice, options);
    return block([`**${verdict}**`, ...rest].join(' · '));
}

// EXTERNAL MODULE: ./build/src/render/policy-change.js
var policy_change = __webpack_require__(7463);
;// CONCATENATED MODULE: ./build/src/render/text.js






const findingsPerGate = 50;
const lineLimit = 2_000;
/**
 * A report for a log or a terminal: plain lines, each of them starting with a word or mark of ours, so that no text from
 * outside can be taken for a workflow command. Ends with a line break.
 */
function renderText(report, options) {
    const voice = (0,render_voice/* plainVoice */.R5)(options.locale);
    const rows = rowsOf(report).slice(0, lineLimit);
    const findings = new Map(findingsOf(report).map(entry => [entry.outcome.gate, entry.findings]));
    const items = new Map(report.checklists.map(outcome => [outcome.checklist, outcome.items]));
    const text = [
        headline(report, voice, options).join(' · '),
        ...rows.flatMap(row => [
            `- ${(0,render_voice/* labelled */.wW)(`${stateText(row, voice)} · ${rowName(row, voice)}`, voice.say(row.why), voice.locale)}`,
            ...(row.next === null
                ? []
                : [`    ${(0,render_voice/* labelled */.wW)(voice.say((0,locales_message/* message */.i)('report.next', {})), voice.say(row.next), voice.locale)}`]),
            ...(row.kind === 'gate'
                ? findingLines(findings.get(row.id) ?? [], voice)
                : (items.get(row.id) ?? []).map(item => `    [${item.state.status === 'done' ? 'x' : ' '}] ${[voice.f.text(itemText(item, voice.locale)), item.id === '' ? '' : voice.f.code((0,ref/* refOf */.H)(item)), ...itemPieces(item, voice)].filter(piece => piece !== '').join(' · ')}`)),
        ]),
        ...impactText(report, voice),
        ...policyText(report, voice),
        ...noticesOf(report).map(notice => `* ${noticeText(notice, voice)}`),
        footerPieces(report, voice, noLinks).join(' · '),
    ];
    return `${text.join('\n')}\n`;
}
/** What merging does to the policy. */
function policyText({ policyChange }, voice) {
    if (policyChange === null)
        return [];
    const title = voice.say((0,locales_message/* message */.i)('policyChange.title', { path: policyChange.path }));
    return [
        `* ${title}`,
        ...(0,policy_change/* policyChangeLines */.c)(policyChange, voice)
            .slice(0, findingsPerGate)
            .map(line => `    - ${line}`),
    ];
}
/** Nothing where nobody looked, or where nothing changes. */
function impactText({ impact }, voice) {
    if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low'))
        return [];
    const [title = '', ...rest] = (0,render_impact/* impactLines */.e)(impact, voice);
    return [`* ${title}`, ...rest.slice(0, findingsPerGate).map(line => `    - ${line}`)];
}
const noLinks = { commit: () => '', user: () => '', file: () => '' };
function findingLines(findings, voice) {
    const shown = findings.slice(0, findingsPerGate).map(finding => {
        const text = findingText(finding, voice);
        const { path, line, endLine } = finding;
        return `    - ${path === undefined || path === '' ? text : (0,render_voice/* labelled */.wW)(voice.f.place(path, line, endLine), text, voice.locale)}`;
    });
    const left = findings.length - shown.length;
    return left > 0 ? [...shown, `    - ${voice.say((0,locales_message/* message */.i)('report.more', { count: left }))}`] : shown;
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ impactBetween)
/* harmony export */ });
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3802);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(998);
/* harmony import */ var _impact_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8295);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5233);





/** Largest file that is looked at, in bytes. */
const maxFile = 1024 * 1024;
/** Most files that are looked at; with more the rest is unread. */
const maxFiles = 1000;
/** What the changes from where `head` left `base` mean for whoever deploys, out of the clone. */
async function impactBetween(repository, base, head, changedFiles) {
    if (changedFiles.state !== 'present')
        return changedFiles;
    const wanted = (0,_impact_find_js__WEBPACK_IMPORTED_MODULE_2__/* .wantedFiles */ .l)(changedFiles.value);
    const looked = wanted.slice(0, maxFiles);
    const from = await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeBase */ .wu)(repository, base, head);
    if (from === null)
        return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('unknown.notFetched', { what: 'impact' }));
    const before = await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .readFilesAt */ .nl)(repository, from, looked.filter(isThereBefore).map(oldPath), maxFile);
    const after = await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_1__/* .readFilesAt */ .nl)(repository, head, looked.filter(isThereAfter).map(newPath), maxFile);
    if (!before.ok)
        return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(before.error);
    if (!after.ok)
        return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5)(after.error);
    const contents = looked.map((file) => ({
        file,
        before: isThereBefore(file) ? text(before.value.get(oldPath(file))) : null,
        after: isThereAfter(file) ? text(after.value.get(newPath(file))) : null,
    }));
    const { impacts, unread } = (0,_impact_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findImpacts */ .L)(contents);
    return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ impacts, unread: [...unread, ...wanted.slice(maxFiles).map(newPath)] });
}
const newPath = (file) => file.path;
const oldPath = (file) => file.previousPath ?? file.path;
const isThereBefore = (file) => file.status !== 'added';
const isThereAfter = (file) => file.status !== 'deleted';
const text = (bytes) => (bytes === undefined ? null : (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(bytes));


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ openReport),
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   io: () => (/* binding */ digested),
/* harmony export */   xB: () => (/* binding */ findCommon),
/* harmony export */   zJ: () => (/* binding */ findReports)
/* harmony export */ });
/* unused harmony export maxReportSize */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7183);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(454);
/* harmony import */ var _policy_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5493);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);








/** Files that one glob may match. */
const maxMatches = 100;
/** Entries looked at while searching; beyond it the search is told to be incomplete. */
const maxEntries = 200_000;
const skipped = new Set(['node_modules', '.git']);
/** Every report file, in the order of the policy and then by path, and the names that lack some. */
async function findReports(specs, workspace) {
    const found = [];
    const missing = [];
    const problems = [];
    let files;
    const listed = () => {
        files ??= listFiles(workspace);
        return files;
    };
    for (const spec of specs) {
        const paths = isPattern(spec.path) ? await matching(spec.path, listed) : existing(spec.path, workspace);
        const expected = spec.expected ?? 1;
        if (paths.length < expected) {
            const near = paths.length > 0 ? [] : nearestFiles(spec.path, await listed());
            missing.push({ spec, found: paths.length, expected, near });
        }
        if (paths.length > maxMatches) {
            problems.push((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('coverage.problem.too-many', {
                name: spec.name,
                path: spec.path,
                found: paths.length,
                limit: maxMatches,
            }));
        }
        else
            found.push(...paths.map(path => ({ spec, path: inWorkspace(workspace, path) })));
    }
    return { found, missing, problems };
}
const isPattern = (path) => /[*?[{]/.test(path);
async function matching(pattern, listed) {
    const glob = (0,_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlob */ .SO)(pattern);
    if (!glob.ok)
        return [];
    const matches = glob.value;
    return (await listed()).filter(path => matches.matches(path));
}
/** Files at places where tools put reports; none there is no problem of a place. */
async function findCommon(places, workspace) {
    const globs = (0,_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlobs */ .tI)(places);
    const paths = (await listFiles(workspace)).filter(path => globs.matches(path)).slice(0, maxMatches);
    return paths.map(path => ({ spec: { name: path, path }, path: inWorkspace(workspace, path) }));
}
const inWorkspace = (workspace, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.workingDirectory, path).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/');
/** Whether anything stands there; what it is is judged when it is opened. */
function existing(path, workspace) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, workspace.workingDirectory, path));
        return [path];
    }
    catch {
        return [];
    }
}
/** Everything that is not a folder below the working directory, sorted; links are listed, never followed. */
async function listFiles(workspace) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, workspace.workingDirectory);
    const files = [];
    const folders = [''];
    let seen = 0;
    for (let folder = folders.pop(); folder !== undefined && seen < maxEntries; folder = folders.pop()) {
        try {
            for await (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.opendir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, folder))) {
                seen += 1;
                const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (!skipped.has(entry.name))
                        folders.push(path);
                }
                else
                    files.push(path);
            }
        }
        catch {
            // A folder that cannot be read holds no report that could be.
        }
    }
    return files.sort();
}
/** Where such a file stands instead, at most three: the same name elsewhere, then names and paths that are close. */
function nearestFiles(wanted, files) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(wanted);
    const like = /lcov|cobertura|coverage|jacoco|clover|junit|resultset|cover\.out|profdata|xccov/i;
    return files
        .map(path => {
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path);
        const distance = own === name ? 0 : own.length > 60 ? Infinity : (0,_policy_text_js__WEBPACK_IMPORTED_MODULE_6__/* .editDistance */ .YC)(own.toLowerCase(), name.toLowerCase());
        const near = distance <= Math.max(1, Math.floor(name.length / 3));
        return { path, rank: near ? distance : like.test(own) && /\.(info|xml|json|out|txt)$/.test(own) ? 100 : Infinity };
    })
        .filter(one => one.rank < Infinity)
        .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
        .slice(0, 3)
        .map(one => one.path);
}
/** The same chunks, and the digest of all that were taken, lower-case hex. */
function digested(chunks) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    function* passed() {
        for (const chunk of chunks) {
            hash.update(chunk);
            yield chunk;
        }
    }
    return { chunks: passed(), sha256: () => hash.digest('hex') };
}
/** Clocks of file systems tick more coarsely than the one that wrote the checkout. */
const clockSlack = 1000;
/** Whether the file is older than the checkout, and so measured another state of the code. */
const isStale = ({ modifiedAt }, checkout) => checkout !== null && modifiedAt < checkout - clockSlack;
const maxReportSize = 1024 ** 3;
const chunkSize = 256 * 1024;
/**
 * Opens a file of the workspace: its real place must be inside, it must be a regular file of at most 1 GiB, and what
 * was opened must be what was looked at (security.md T-58, B-F05).
 */
function openReport(path, workspace) {
    let real;
    try {
        real = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path));
    }
    catch (error) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failure(path, error));
    }
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace.root, real);
    if (inside === '' || inside.split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep)[0] === '..' || inside.startsWith(node_path__WEBPACK_IMPORTED_MODULE_3__.sep) || /^[A-Za-z]:/.test(inside)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.outside', { path }));
    }
    let fd;
    try {
        const seen = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(real);
        if (!seen.isFile())
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.kind', { path, kind: kindOf(seen) }));
        // A FIFO put there meanwhile must not block, a link not be followed.
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(real, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
        const opened = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
        if (!opened.isFile() || opened.ino !== seen.ino || opened.dev !== seen.dev) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.replaced', { path }));
        }
        if (opened.size > maxReportSize) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.size', { path, bytes: opened.size, limit: maxReportSize }));
        }
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(reader(fd, opened.mtimeMs));
    }
    catch (error) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failure(path, error));
    }
}
function reader(fd, modifiedAt) {
    function* chunks() {
        const buffer = new Uint8Array(chunkSize);
        let left = maxReportSize;
        while (left > 0) {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, buffer, 0, Math.min(chunkSize, left), null);
            if (size === 0)
                return;
            left -= size;
            yield buffer.subarray(0, size);
        }
    }
    return { modifiedAt, chunks, close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd) };
}
function kindOf(stats) {
    if (stats?.isDirectory())
        return 'directory';
    if (stats?.isFIFO())
        return 'fifo';
    return stats?.isSocket() ? 'socket' : 'device';
}
function failure(path, error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code === 'EACCES' || code === 'EPERM')
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.permission', { path });
    if (code === 'ELOOP')
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.loop', { path });
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.unreadable', { path, code });
}


/***/ })

};

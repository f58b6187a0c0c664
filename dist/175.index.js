export const id = 175;
export const ids = [175];
export const modules = {

/***/ 4175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude)
});

// UNUSED EXPORTS: Refusal

// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/github/client.js

/** Narrows an Octokit (of @actions/github or of Probot) to what is used, each call bounded in time (security.md M9). */
function clientOf(octokit, timeoutMs = 15_000) {
    const bounded = () => ({ signal: AbortSignal.timeout(timeoutMs) });
    return {
        graphql: async (query, variables) => (await octokit.graphql(query, { ...variables, request: bounded() })),
        request: (route, parameters) => octokit.request(route, { ...parameters, request: bounded() }),
    };
}
/** `errors` and the partial data of a rejected GraphQL call; `null` for any other failure. */
function graphQlFailure(error) {
    if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors))
        return null;
    return { data: 'data' in error ? error.data : null, errors: error.errors };
}
/** HTTP status of a failed call; 0 when there was no answer. */
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('status' in error))
        return 0;
    return typeof error.status === 'number' ? error.status : 0;
}
/** Why something could not be read, as a reason for an unknown fact. Names the status, never a token or a URL. */
function unknownBecause(what, error) {
    const status = statusOf(error);
    const graphql = graphQlFailure(error);
    const type = graphql?.errors[0]?.type ?? '';
    if (status === 403 || type === 'FORBIDDEN')
        return (0,message/* message */.i)('unknown.permission', { what, permission: what });
    const text = graphql?.errors[0]?.message ?? (error instanceof Error ? error.message : '');
    const detail = status > 0 ? `HTTP ${status}` : type || text.replaceAll(/https?:\/\/\S+/g, '').slice(0, 120);
    return (0,message/* message */.i)('unknown.api', { what, detail });
}
/** Milliseconds that GitHub asked us to stay away; `null` when it did not. Source: REST "rate limits" page. */
function retryAfter(error, now) {
    if (typeof error !== 'object' || error === null)
        return null;
    const response = 'response' in error ? error.response : undefined;
    const headers = response?.headers ?? ('headers' in error ? error.headers : {});
    const seconds = Number(headers['retry-after']);
    if (Number.isFinite(seconds) && seconds >= 0 && headers['retry-after'] !== undefined)
        return seconds * 1000;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - now) || 60_000;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/action/api.js

/** The client of this run. The toolkit brings proxies and certificates along; it is loaded only when there is a token. */
async function connect(token, runner) {
    if (token === '')
        return null;
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, { baseUrl: runner.apiUrl, userAgent: 'delivery-gates-action' });
    return retryingReads(clientOf(octokit), wallClock);
}
const wallClock = {
    now: Date.now,
    sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
};
/** Waiting for GitHub within one run, all reads together, in milliseconds (security.md R-22). */
const retryBudget = 60_000;
/** Repeats reads that failed for a passing reason. A write is never repeated: it may have happened. */
function retryingReads(client, clock, budget = retryBudget) {
    const deadline = clock.now() + budget;
    const again = async (call) => {
        for (let attempt = 0;; attempt += 1) {
            try {
                return await call();
            }
            catch (error) {
                const wait = isPassing(error, clock.now()) ? (retryAfter(error, clock.now()) ?? 500 * 2 ** attempt) : null;
                if (wait === null || attempt >= 6 || clock.now() + wait > deadline)
                    throw error;
                await clock.sleep(wait);
            }
        }
    };
    return {
        graphql: (query, variables) => /^\s*query\b/.test(query) ? again(() => client.graphql(query, variables)) : client.graphql(query, variables),
        request: (route, parameters) => route.startsWith('GET ') ? again(() => client.request(route, parameters)) : client.request(route, parameters),
    };
}
/** No answer, a server's fault, or a limit that GitHub says when to try again after. */
function isPassing(error, now) {
    if (graphQlFailure(error)?.errors.some(one => one.type === 'RATE_LIMITED'))
        return true;
    const status = statusOf(error);
    if (status === 429 || status === 403)
        return retryAfter(error, now) !== null;
    // Octokit gives a connection that failed or timed out the status 500 too.
    return status >= 500;
}

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
;// CONCATENATED MODULE: ./build/src/coverage/bytes.js
/** Where the text starts behind a UTF-8 byte order mark. */
function skipByteOrderMark(bytes, start = 0) {
    return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
}
/** Space, tab, LF or CR. */
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** ASCII text at the start, letters in either case. */
function startsWithText(bytes, text) {
    return bytes.length >= text.length && latin1(bytes.subarray(0, text.length)).toLowerCase() === text.toLowerCase();
}
/** One character per byte: for looking at a head whose encoding is not known yet. */
const latin1 = (bytes) => new TextDecoder('latin1').decode(bytes);

;// CONCATENATED MODULE: ./build/src/coverage/model.js
/** `line` is 1-based; beyond the last reported line: `none`. */
function lineState(lines, line) {
    const pair = ((lines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3;
    return pair === 0 ? 'none' : pair === 1 ? 'uncovered' : 'covered';
}
/** The last executable line, 0 when there is none. */
function lastLine(lines) {
    let at = lines.length - 1;
    while (at >= 0 && lines[at] === 0)
        at--;
    if (at < 0)
        return 0;
    return at * 4 + ((31 - Math.clz32(lines[at] ?? 0)) >>> 1);
}
/** Executable and covered lines of a byte of states. */
const executableIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b01010101));
const coveredIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b10101010));
function bits(byte) {
    let count = 0;
    for (let rest = byte; rest > 0; rest >>>= 1)
        count += rest & 1;
    return count;
}
function countLines(lines) {
    let covered = 0;
    let total = 0;
    for (const byte of lines) {
        covered += coveredIn[byte] ?? 0;
        total += executableIn[byte] ?? 0;
    }
    return { covered, total };
}
function countMarks(marks) {
    let covered = 0;
    for (const mark of marks)
        covered += mark % 2;
    return { covered, total: marks.length };
}
/** Totals over all files, counted from the smallest records. */
function totals(files) {
    const sums = { lines: noRatio, branches: noRatio, functions: noRatio };
    for (const file of files.values()) {
        sums.lines = addRatios(sums.lines, countLines(file.lines));
        sums.branches = addRatios(sums.branches, countMarks(file.branches));
        sums.functions = addRatios(sums.functions, countMarks(file.functions));
    }
    return sums;
}
const noRatio = { covered: 0, total: 0 };
const addRatios = (a, b) => ({ covered: a.covered + b.covered, total: a.total + b.total });
/** Union: a line, branch or function is covered when any report covers it. Commutative, associative, idempotent. */
function mergeFiles(a, b) {
    const merged = new Map(a);
    for (const [path, file] of b) {
        const present = merged.get(path);
        merged.set(path, present === undefined ? file : mergeFile(present, file));
    }
    return merged;
}
function mergeFile(a, b) {
    return {
        lines: mergeLines(a.lines, b.lines),
        branches: mergeMarks(a.branches, b.branches),
        functions: mergeMarks(a.functions, b.functions),
    };
}
function mergeLines(a, b) {
    const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
    const merged = longer.slice();
    for (let at = 0; at < shorter.length; at++)
        merged[at] = (merged[at] ?? 0) | (shorter[at] ?? 0);
    return merged;
}
function mergeMarks(a, b) {
    if (a.length === 0)
        return b;
    if (b.length === 0)
        return a;
    const both = new Float64Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return distinctMarks(both);
}
/** Sorts in place and keeps one of each identity, taken if any is. The result is a view of the argument. */
function distinctMarks(marks) {
    if (marks.length < 2)
        return marks;
    marks.sort();
    let kept = 0;
    for (let at = 0; at < marks.length; at++) {
        const mark = marks[at] ?? 0;
        const next = marks[at + 1];
        if (next !== undefined && next - (next % 2) === mark - (mark % 2))
            continue;
        marks[kept++] = mark;
    }
    return marks.subarray(0, kept);
}
/**
 * Whether `ratio` reaches `percent`, in exact arithmetic on the decimal number that the policy's author wrote:
 * 79.996 % is not 80 %, and 7 of 10 is 70 %. Nothing of nothing reaches only 0.
 */
function reaches(ratio, percent) {
    const { units, scale } = decimal(percent);
    if (ratio.total === 0)
        return units <= 0n;
    return BigInt(ratio.covered) * 100n * scale >= units * BigInt(ratio.total);
}
/** Covered lines that `ratio` lacks to reach `percent`; 0 when it does. */
function missingTo(ratio, percent) {
    const { units, scale } = decimal(percent);
    const divisor = 100n * scale;
    const needed = (units * BigInt(ratio.total) + divisor - 1n) / divisor;
    return Math.max(0, Number(needed) - ratio.covered);
}
/** Whether `head` lies more than `points` percentage points below `base`. Both have something to cover. */
function dropsMoreThan(base, head, points) {
    const { units, scale } = decimal(points);
    const baseTotal = BigInt(base.total);
    const headTotal = BigInt(head.total);
    const drop = BigInt(base.covered) * headTotal - BigInt(head.covered) * baseTotal;
    return drop * 100n * scale > units * baseTotal * headTotal;
}
/** `82.5` is 825 / 10: the shortest decimal that reads back as this number, which is what was written. */
function decimal(value) {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const shift = Number(exponent) - fraction.length;
    const digits = BigInt(whole + fraction);
    return shift >= 0
        ? { units: digits * 10n ** BigInt(shift), scale: 1n }
        : { units: digits, scale: 10n ** BigInt(-shift) };
}

;// CONCATENATED MODULE: ./build/src/coverage/builder.js

/** Beyond these a report is refused, never cut. `lineBytes` holds 512 million lines. */
const reportLimits = { line: 1 << 23, files: 250_000, lineBytes: 1 << 27, marks: 1 << 25, path: 4096 };
/**
 * Collects a report file by file. A file opened again continues, so that its records are united whatever their order.
 * All line states lie in one growing array: reading 200 MB allocates a few large blocks and no object per line.
 */
class ReportBuilder {
    files = new Map();
    arena = new Uint8Array(1 << 14);
    top = 0;
    branches = new MarkList();
    functions = new MarkList();
    current = { base: 0, limit: 0, branchRuns: [], functionRuns: [] };
    /** A limit was passed; the report must be refused as too large. */
    overflow = false;
    get fileCount() {
        return this.files.size;
    }
    open(path) {
        const known = this.files.get(path);
        const file = known ?? { base: this.top, limit: this.top, branchRuns: [], functionRuns: [] };
        if (known === undefined)
            this.files.set(path, file);
        if (this.files.size > reportLimits.files)
            this.overflow = true;
        file.branchRuns.push(this.branches.length);
        file.functionRuns.push(this.functions.length);
        this.current = file;
    }
    /** `line` within 1 and `reportLimits.line`: readers refuse others with their place. */
    line(line, covered) {
        const at = this.current.base + (line >>> 2);
        if (at < this.current.limit)
            this.arena[at] = (this.arena[at] ?? 0) | ((covered ? 3 : 1) << ((line & 3) << 1));
        else if (this.grow((line >>> 2) + 1))
            this.line(line, covered);
    }
    branch(identity, taken) {
        if (!this.branches.push(identity * 2 + (taken ? 1 : 0)))
            this.overflow = true;
    }
    function(identity, called) {
        if (!this.functions.push(identity * 2 + (called ? 1 : 0)))
            this.overflow = true;
    }
    close() {
        this.branches.endRun(this.current.branchRuns);
        this.functions.endRun(this.current.functionRuns);
    }
    build(sources, claims) {
        const files = new Map();
        for (const [path, file] of this.files)
            files.set(path, {
                lines: this.arena.subarray(file.base, file.limit),
                branches: this.branches.distinct(file.branchRuns),
                functions: this.functions.distinct(file.functionRuns),
            });
        return { files, sources, claims };
    }
    /** Makes the current file's segment `needed` bytes: in place while it is the last one, else moved and doubled. */
    grow(needed) {
        const file = this.current;
        const isLast = file.limit === this.top;
        const base = isLast ? file.base : this.top;
        const limit = base + (isLast ? needed : Math.max(needed, 2 * (file.limit - file.base)));
        if (limit > reportLimits.lineBytes) {
            this.overflow = true;
            return false;
        }
        this.reserve(limit);
        if (!isLast)
            this.arena.copyWithin(base, file.base, file.limit);
        file.base = base;
        file.limit = limit;
        this.top = limit;
        return true;
    }
    reserve(bytes) {
        if (bytes <= this.arena.length)
            return;
        const larger = new Uint8Array(Math.max(bytes, this.arena.length * 2));
        larger.set(this.arena);
        this.arena = larger;
    }
}
class MarkList {
    marks = new Float64Array(1 << 8);
    length = 0;
    push(mark) {
        if (this.length === reportLimits.marks)
            return false;
        if (this.length === this.marks.length) {
            const larger = new Float64Array(this.marks.length * 2);
            larger.set(this.marks);
            this.marks = larger;
        }
        this.marks[this.length++] = mark;
        return true;
    }
    /** Closes the last run, which ends the list, and keeps one of each mark in it. */
    endRun(runs) {
        const start = runs.at(-1) ?? 0;
        this.length = start + distinctMarks(this.marks.subarray(start, this.length)).length;
        runs.push(this.length);
    }
    distinct(runs) {
        const [start = 0, end = 0] = runs;
        if (runs.length <= 2)
            return this.marks.subarray(start, end);
        const pieces = [];
        for (let at = 0; at < runs.length; at += 2) {
            const last = runs[at + 1] ?? 0;
            for (let index = runs[at] ?? 0; index < last; index++)
                pieces.push(this.marks[index] ?? 0);
        }
        return distinctMarks(Float64Array.from(pieces));
    }
}
/**
 * 52 bits that identify some bytes: enough that two of the thousands of branches in a file meet by accident about once
 * in 10¹⁰ files. `seed` sets apart what precedes them. Two FNV-1a sums with different primes.
 */
function identityOf(bytes, start, end, seed = 0) {
    let high = 0x811c9dc5 ^ seed;
    let low = 0x9e3779b9 ^ Math.imul(seed, 0x85ebca6b);
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        high = Math.imul(high ^ byte, 0x01000193);
        low = Math.imul(low ^ byte, 0x01000197);
    }
    return mix(high) * 0x100000 + (mix(low) >>> 12);
}
function textIdentity(text) {
    const bytes = new TextEncoder().encode(text);
    return identityOf(bytes, 0, bytes.length);
}
/** The same for a pair of numbers. */
function identityOfPair(first, second) {
    const high = Math.imul(first ^ 0x811c9dc5, 0x01000193) ^ second;
    const low = Math.imul(second ^ 0x9e3779b9, 0x01000197) ^ first;
    return mix(high) * 0x100000 + (mix(low) >>> 12);
}
function mix(value) {
    let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}

;// CONCATENATED MODULE: ./build/src/coverage/xml.js


/** `token` and one start tag are at most 1 MiB long. */
const xmlLimits = { depth: 256, attributes: 256, token: 1 << 20, slice: 1 << 16 };
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const BRACKET = 0x5d;
const NEWLINE = 0x0a;
/** 1: may stand in a name (ASCII letters, digits, `.-_:`, anything beyond ASCII). */
const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 0x80 || /[A-Za-z0-9._:-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/**
 * A pull tokenizer for the XML of reports, over bytes: `feed` a slice, take tokens until `more`, feed again; `finish`
 * after the last. It checks what decides whether a report is whole and unambiguous (nesting, end tags, one root,
 * quotes, entities, duplicate attributes, control characters) and makes a string only when asked for one.
 *
 * Nothing is expanded or fetched: a document type is skipped when it has no internal subset and refused when it has;
 * only the five named entities and character references exist. UTF-8, or ISO-8859-1 where declared.
 */
class XmlTokens {
    /** Index of the current element in the vocabulary, -1 for another. */
    element = -1;
    /** Report text and CDATA of the current element; otherwise they are checked and passed over. */
    wantsText = false;
    problem;
    elements;
    attributes;
    root;
    decoder = new TextDecoder('utf-8', { fatal: true });
    bytes = new Uint8Array(xmlLimits.slice * 2);
    at = 0;
    end = 0;
    /** Offset in the document of `bytes[0]` and of the current line's start. */
    offset = 0;
    line = 1;
    lineStart = 0;
    inside = 'content';
    started = false;
    sawDoctype = false;
    sawRoot = false;
    selfClosed = false;
    depth = 0;
    elementStack = new Int32Array(xmlLimits.depth + 1);
    names = new Uint8Array(1 << 10);
    nameEnds = new Int32Array(xmlLimits.depth + 1);
    valueStarts;
    valueEnds;
    seenStarts = new Int32Array(xmlLimits.attributes);
    seenEnds = new Int32Array(xmlLimits.attributes);
    seenHashes = new Int32Array(xmlLimits.attributes);
    tagLine = 1;
    tagColumn = 1;
    textStart = 0;
    textEnd = 0;
    constructor(vocabulary) {
        this.elements = new Words(vocabulary.elements);
        this.attributes = new Words(vocabulary.attributes);
        this.root = vocabulary.elements[0] ?? '';
        this.valueStarts = new Int32Array(vocabulary.attributes.length);
        this.valueEnds = new Int32Array(vocabulary.attributes.length);
    }
    /** At most `xmlLimits.slice` bytes at a time, after `more`. They are copied. */
    feed(slice) {
        const kept = this.end - this.at;
        this.offset += this.at;
        if (kept + slice.length > this.bytes.length) {
            const larger = new Uint8Array((kept + slice.length) * 2);
            larger.set(this.bytes.subarray(this.at, this.end));
            this.bytes = larger;
        }
        else
            this.bytes.copyWithin(0, this.at, this.end);
        this.bytes.set(slice, kept);
        this.at = 0;
        this.end = kept + slice.length;
    }
    next() {
        if (this.selfClosed) {
            this.selfClosed = false;
            return 'close';
        }
        if (!this.started && !this.start())
            return 'more';
        while (!this.problem) {
            const token = this.step();
            if (token !== undefined)
                return token;
        }
        return 'failed';
    }
    /** Call after the last `more`; fills `problem` when the document is not whole. */
    finish() {
        if (this.problem)
            return;
        if (!this.started && this.end > 0)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.xml.truncated', {}));
        else if (this.inside !== 'content' || this.at < this.end || this.depth > 0 || this.selfClosed)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.xml.truncated', {}), this.end);
        else if (!this.sawRoot)
            this.fail('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.no-root', { expected: this.root }), this.end);
    }
    /** Whether the last start tag has this attribute of the vocabulary. */
    has(attribute) {
        return (this.valueStarts[attribute] ?? -1) >= 0;
    }
    /** A whole number ≥ 0 written in digits; -1 when absent or anything else. Beyond 2^53 it is only large. */
    integer(attribute) {
        const start = this.valueStarts[attribute] ?? -1;
        const end = this.valueEnds[attribute] ?? -1;
        if (start < 0 || start === end)
            return -1;
        let value = 0;
        for (let at = start; at < end; at++) {
            const digit = (this.bytes[at] ?? 0) - 0x30;
            if (digit < 0 || digit > 9)
                return -1;
            value = value * 10 + digit;
        }
        return value;
    }
    /** The value with entities replaced; '' when absent. Undecodable bytes fill `problem`. */
    string(attribute) {
        const start = this.valueStarts[attribute] ?? -1;
        return start < 0 ? '' : this.decode(start, this.valueEnds[attribute] ?? start, true);
    }
    /** The text of the last `text` token; one element may have several. */
    text() {
        return this.decode(this.textStart, this.textEnd, this.inside === 'content');
    }
    /** Refuses the document at the last start tag. */
    refuse(code, problem) {
        this.problem ??= { code, message: problem, line: this.tagLine, column: this.tagColumn };
    }
    start() {
        if (this.end - this.at < 3)
            return false;
        this.at = skipByteOrderMark(this.bytes);
        this.lineStart = this.at;
        this.started = true;
        return true;
    }
    step() {
        if (this.inside === 'comment')
            return this.skipComment();
        if (this.inside === 'cdata')
            return this.readCdata();
        if (this.at === this.end)
            return 'more';
        return this.bytes[this.at] === LT ? this.readMarkup() : this.readText();
    }
    readMarkup() {
        if (this.at + 1 === this.end)
            return 'more';
        const byte = this.bytes[this.at + 1];
        if (byte === SLASH)
            return this.readEndTag();
        if (byte === 0x21)
            return this.readDeclaration();
        if (byte === 0x3f)
            return this.readInstruction();
        return this.readStartTag();
    }
    readStartTag() {
        const { bytes, end, valueStarts } = this;
        let line = this.line;
        let lineStart = this.lineStart;
        let at = this.at + 1;
        let hash = 0;
        const nameStart = at;
        for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        if (at === end)
            return this.incomplete();
        if (at === nameStart || isNoNameStart(bytes[nameStart] ?? 0))
            return this.syntax(at);
        const nameEnd = at;
        const element = this.elements.find(bytes, nameStart, nameEnd, hash);
        valueStarts.fill(-1);
        let count = 0;
        let closed = false;
        for (;;) {
            const gap = at;
            let byte = bytes[at] ?? 0;
            while (at < end && byte <= 0x20) {
                if (byte === NEWLINE) {
                    line++;
                    lineStart = this.offset + at + 1;
                }
                else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d)
                    return this.syntax(at);
                byte = bytes[++at] ?? 0;
            }
            if (at >= end)
                return this.incomplete();
            if (byte === GT)
                break;
            if (byte === SLASH) {
                if (++at === end)
                    return this.incomplete();
                if (bytes[at] !== GT)
                    return this.syntax(at);
                closed = true;
                break;
            }
            if (at === gap || isNoNameStart(byte))
                return this.syntax(at);
            const attributeStart = at;
            hash = 0;
            for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
                hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
            const attributeEnd = at;
            while (at < end && isBlank(bytes[at] ?? 0))
                at++;
            if (at === end)
                return this.incomplete();
            if (attributeEnd === attributeStart || bytes[at] !== EQUALS)
                return this.syntax(at);
            at++;
            while (at < end && isBlank(bytes[at] ?? 0))
                at++;
            if (at === end)
                return this.incomplete();
            const quote = bytes[at];
            if (quote !== 0x22 && quote !== 0x27)
                return this.syntax(at);
            const valueStart = ++at;
            for (byte = bytes[at] ?? 0; at < end && byte !== quote; byte = bytes[++at] ?? 0) {
                if (byte > AMPERSAND && byte !== LT)
                    continue;
                if (byte === NEWLINE) {
                    line++;
                    lineStart = this.offset + at + 1;
                }
                else if (byte === AMPERSAND) {
                    const length = this.entityLength(at);
                    if (length === 0)
                        return this.incomplete();
                    if (length < 0)
                        return this.badEntity(at);
                }
                else if (byte === LT || (byte < 0x20 && byte !== 0x09 && byte !== 0x0d))
                    return this.syntax(at);
            }
            if (at >= end)
                return this.incomplete();
            if (count === xmlLimits.attributes)
                return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}), at);
            if (this.isDuplicate(attributeStart, attributeEnd, hash, count))
                return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.duplicate', { name: this.excerpt(attributeStart, attributeEnd) }), attributeStart);
            this.seenStarts[count] = attributeStart;
            this.seenEnds[count] = attributeEnd;
            this.seenHashes[count++] = hash;
            const known = this.attributes.find(bytes, attributeStart, attributeEnd, hash);
            if (known >= 0) {
                valueStarts[known] = valueStart;
                this.valueEnds[known] = at;
            }
            at++;
        }
        this.tagLine = this.line;
        this.tagColumn = this.offset + this.at - this.lineStart + 1;
        this.line = line;
        this.lineStart = lineStart;
        if (!this.mayOpen(element, nameStart, nameEnd))
            return 'failed';
        this.element = element;
        this.selfClosed = closed;
        if (!closed)
            this.enter(element, nameStart, nameEnd);
        this.at = at + 1;
        return 'open';
    }
    mayOpen(element, nameStart, nameEnd) {
        if (this.depth === 0) {
            if (this.sawRoot)
                this.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.syntax', {}));
            else if (element !== 0) {
                const found = this.excerpt(nameStart, nameEnd);
                this.refuse('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.root', { expected: this.root, found }));
            }
            this.sawRoot = true;
        }
        if (this.depth === xmlLimits.depth)
            this.refuse('RPT-DEPTH', (0,message/* message */.i)('coverage.fault.xml.depth', { limit: xmlLimits.depth }));
        return this.problem === undefined;
    }
    enter(element, nameStart, nameEnd) {
        const from = this.nameEnds[this.depth] ?? 0;
        const to = from + nameEnd - nameStart;
        if (to > this.names.length) {
            const larger = new Uint8Array(to * 2);
            larger.set(this.names);
            this.names = larger;
        }
        for (let at = nameStart; at < nameEnd; at++)
            this.names[from + at - nameStart] = this.bytes[at] ?? 0;
        this.depth++;
        this.nameEnds[this.depth] = to;
        this.elementStack[this.depth] = element;
    }
    readEndTag() {
        const { bytes, end } = this;
        const nameStart = this.at + 2;
        let at = nameStart;
        while (at < end && nameBytes[bytes[at] ?? 0] === 1)
            at++;
        const nameEnd = at;
        while (at < end && isBlank(bytes[at] ?? 0))
            at++;
        if (at === end)
            return this.incomplete();
        if (bytes[at] !== GT || this.depth === 0)
            return this.syntax(at);
        if (!this.closesCurrent(nameStart, nameEnd))
            return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.end-tag', { name: this.excerpt(nameStart, nameEnd) }), this.at);
        this.element = this.elementStack[this.depth] ?? -1;
        this.depth--;
        this.consume(at + 1);
        return 'close';
    }
    closesCurrent(nameStart, nameEnd) {
        const from = this.nameEnds[this.depth - 1] ?? 0;
        const to = this.nameEnds[this.depth] ?? 0;
        if (to - from !== nameEnd - nameStart)
            return false;
        for (let at = from; at < to; at++)
            if (this.names[at] !== this.bytes[nameStart + at - from])
                return false;
        return true;
    }
    readText() {
        const { bytes, end } = this;
        let line = this.line;
        let lineStart = this.lineStart;
        let at = this.at;
        for (; at < end; at++) {
            const byte = bytes[at] ?? 0;
            if (byte === LT)
                break;
            if (byte === NEWLINE) {
                line++;
                lineStart = this.offset + at + 1;
            }
            else if (byte === 0x20 || byte === 0x09 || byte === 0x0d)
                continue;
            else if (this.depth === 0)
                return this.outside(at);
            else if (byte === AMPERSAND) {
                const length = this.entityLength(at);
                if (length < 0)
                    return this.badEntity(at);
                if (length === 0)
                    break;
            }
            else if (byte === BRACKET) {
                if (at + 2 >= end)
                    break;
                if (bytes[at + 1] === BRACKET && bytes[at + 2] === GT)
                    return this.syntax(at);
            }
            else if (byte < 0x20)
                return this.syntax(at);
        }
        if (at === this.at)
            return 'more';
        if (at === end && this.wantsText)
            return this.incomplete();
        this.textStart = this.at;
        this.textEnd = at;
        this.at = at;
        this.line = line;
        this.lineStart = lineStart;
        return this.wantsText ? 'text' : undefined;
    }
    outside(at) {
        if (this.sawRoot)
            return this.syntax(at);
        return this.fail('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.no-root', { expected: this.root }), at);
    }
    /** `<!`: a comment, CDATA or document type. */
    readDeclaration() {
        const kind = openings.find(opening => this.startsWith(opening.bytes));
        if (kind === undefined)
            return openings.some(opening => this.isPrefixOf(opening.bytes)) ? 'more' : this.syntax(this.at);
        if (kind.name === 'doctype')
            return this.skipDoctype();
        if (kind.name === 'cdata' && this.depth === 0)
            return this.outside(this.at);
        this.at += kind.bytes.length;
        this.inside = kind.name;
        return undefined;
    }
    skipComment() {
        const close = this.indexOf(commentEnd, this.at);
        this.consume(close < 0 ? Math.max(this.at, this.end - 2) : close + 3);
        if (close < 0)
            return 'more';
        this.inside = 'content';
        return undefined;
    }
    readCdata() {
        const close = this.indexOf(cdataEnd, this.at);
        if (close === this.at) {
            this.at += 3;
            this.inside = 'content';
            return undefined;
        }
        if (close < 0 && this.wantsText)
            return this.incomplete();
        const to = close < 0 ? Math.max(this.at, this.end - 2) : close;
        if (to === this.at)
            return 'more';
        this.textStart = this.at;
        this.textEnd = to;
        this.consume(to);
        return this.wantsText ? 'text' : undefined;
    }
    /** Without an internal subset there is nothing in it that could matter. Quotes may hold `>` and `[`. */
    skipDoctype() {
        if (this.sawDoctype || this.sawRoot)
            return this.fail('RPT-DOCTYPE', (0,message/* message */.i)('coverage.fault.xml.second-doctype', {}), this.at);
        let quote = 0;
        for (let at = this.at + 9; at < this.end; at++) {
            const byte = this.bytes[at] ?? 0;
            if (quote !== 0)
                quote = byte === quote ? 0 : quote;
            else if (byte === 0x22 || byte === 0x27)
                quote = byte;
            else if (byte === 0x5b)
                return this.fail('RPT-DOCTYPE', (0,message/* message */.i)('coverage.fault.xml.doctype', {}), at);
            else if (byte === GT) {
                this.sawDoctype = true;
                this.consume(at + 1);
                return undefined;
            }
        }
        return this.incomplete();
    }
    /** Only the declaration matters, for its encoding. */
    readInstruction() {
        const close = this.indexOf(instructionEnd, this.at + 2);
        if (close < 0)
            return this.incomplete();
        const declaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(this.excerpt(this.at, close));
        const encoding = declaration?.[1]?.toLowerCase() ?? 'utf-8';
        if (['iso-8859-1', 'latin1', 'windows-1252'].includes(encoding))
            this.decoder = new TextDecoder('latin1');
        else if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding))
            return this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.encoding', { encoding }), this.at);
        this.consume(close + 2);
        return undefined;
    }
    /** Length of the entity at `&`, 0 when its end has not come yet, -1 when there is none such. */
    entityLength(start) {
        let at = start + 1;
        while (at < this.end && at - start < 12 && this.bytes[at] !== 0x3b)
            at++;
        if (at === this.end && at - start < 12)
            return 0;
        const body = this.excerpt(start + 1, at);
        return this.bytes[at] === 0x3b && entityText(body) !== undefined ? at + 1 - start : -1;
    }
    isDuplicate(start, end, hash, count) {
        for (let seen = 0; seen < count; seen++) {
            const seenStart = this.seenStarts[seen] ?? 0;
            if (this.seenHashes[seen] !== hash || (this.seenEnds[seen] ?? 0) - seenStart !== end - start)
                continue;
            let at = start;
            while (at < end && this.bytes[at] === this.bytes[seenStart + at - start])
                at++;
            if (at === end)
                return true;
        }
        return false;
    }
    decode(start, end, withEntities) {
        try {
            const text = this.decoder.decode(this.bytes.subarray(start, end));
            return withEntities && text.includes('&') ? text.replace(/&([^;]*);/g, (_, body) => entityText(body) ?? '') : text;
        }
        catch {
            this.refuse('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
            return '';
        }
    }
    excerpt(start, end) {
        return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + 200)));
    }
    startsWith(text) {
        if (this.end - this.at < text.length)
            return false;
        return text.every((byte, index) => this.bytes[this.at + index] === byte);
    }
    isPrefixOf(text) {
        const length = this.end - this.at;
        return length < text.length && text.subarray(0, length).every((byte, index) => this.bytes[this.at + index] === byte);
    }
    indexOf(text, from) {
        const first = text[0] ?? 0;
        const last = this.end - text.length;
        for (let at = this.bytes.indexOf(first, from); at >= 0 && at <= last; at = this.bytes.indexOf(first, at + 1))
            if (text.every((byte, index) => this.bytes[at + index] === byte))
                return at;
        return -1;
    }
    consume(to) {
        for (let at = this.at; at < to; at++)
            if (this.bytes[at] === NEWLINE) {
                this.line++;
                this.lineStart = this.offset + at + 1;
            }
        this.at = to;
    }
    /** Wait for the rest of the token, within reason. */
    incomplete() {
        if (this.end - this.at <= xmlLimits.token)
            return 'more';
        return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: xmlLimits.token }), this.at);
    }
    syntax(at) {
        return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.syntax', {}), at);
    }
    badEntity(at) {
        const text = /^&[^;\s<]*;?/.exec(this.excerpt(at, Math.min(this.end, at + 12)))?.[0] ?? '&';
        return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.entity', { text }), at);
    }
    fail(code, problem, at = this.at) {
        this.consume(Math.max(this.at, at));
        const column = this.offset + this.at - this.lineStart + 1;
        this.problem ??= { code, message: problem, line: this.line, column };
        return 'failed';
    }
}
/**
 * The text from the root's start tag on, behind instructions, comments and the document type, for telling formats apart
 * by the head of a file. A document type that does not end within the head stands for the root that it names.
 */
function rootOf(head) {
    let text = latin1(head).trimStart();
    for (let rest = behindProlog(text); rest !== undefined; rest = behindProlog(text))
        text = rest.trimStart();
    return text;
}
function behindProlog(text) {
    if (text.startsWith('<?'))
        return behind(text, '?>');
    if (text.startsWith('<!--'))
        return behind(text, '-->');
    if (!/^<!DOCTYPE\s/.test(text))
        return undefined;
    const whole = /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*(?:\[.*?\]\s*)?>/s.exec(text);
    return whole ? text.slice(whole[0].length) : text.replace(/^<!DOCTYPE\s+/, '<');
}
function behind(text, end) {
    const at = text.indexOf(end);
    return at < 0 ? undefined : text.slice(at + end.length);
}
/** Text of the entity between `&` and `;`, undefined when XML has none such without a document type. */
function entityText(body) {
    const named = entities.get(body);
    if (named !== undefined || !body.startsWith('#'))
        return named;
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
    if (!digits)
        return undefined;
    const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
    const isAllowed = point >= 0x20 ? point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) : [9, 10, 13].includes(point);
    return isAllowed ? String.fromCodePoint(point) : undefined;
}
const entities = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
const ascii = (text) => new TextEncoder().encode(text);
const commentEnd = ascii('-->');
const cdataEnd = ascii(']]>');
const instructionEnd = ascii('?>');
const openings = [
    { name: 'comment', bytes: ascii('<!--') },
    { name: 'cdata', bytes: ascii('<![CDATA[') },
    { name: 'doctype', bytes: ascii('<!DOCTYPE') },
];
const isBlank = (byte) => byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
/** Digits, `-` and `.` may stand in a name but not open it. */
const isNoNameStart = (byte) => (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
/** Finds a word of a short list by its bytes; open addressing over the hash that the tokenizer computes anyway. */
class Words {
    words;
    table = new Int16Array(256).fill(-1);
    constructor(words) {
        this.words = words.map(ascii);
        this.words.forEach((word, index) => {
            let slot = word.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0) & 255;
            while (this.table[slot] !== -1)
                slot = (slot + 1) & 255;
            this.table[slot] = index;
        });
    }
    find(bytes, start, end, hash) {
        for (let slot = hash & 255;; slot = (slot + 1) & 255) {
            const index = this.table[slot] ?? -1;
            if (index < 0)
                return -1;
            const word = this.words[index];
            if (word === undefined || word.length !== end - start)
                continue;
            let at = 0;
            while (at < word.length && word[at] === bytes[start + at])
                at++;
            if (at === word.length)
                return index;
        }
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/cobertura.js




/**
 * Cobertura's `coverage-04.dtd`, as far as tools agree on it:
 *
 *     <coverage lines-valid= lines-covered= line-rate=>            (claims, never counted)
 *       <sources> <source> root of relative filenames </source> …
 *       <packages> <package> <classes>
 *         <class name= filename=>
 *           <methods> <method name= signature=> <lines> <line number= hits=/> …
 *           <lines> <line number= hits= condition-coverage="50% (1/2)"/> …
 *
 * A line counts wherever in a class it stands: Istanbul lists in methods what the class lacks, other tools only there.
 * Classes of one file are united (partial and nested classes, async state machines). The format does not say which
 * branches of a line were taken, so of one line in two places the larger counts stand.
 */
const cobertura = {
    id: 'cobertura',
    title: 'Cobertura XML',
    writtenBy: 'Cobertura, coverage.py, Istanbul, Vitest, gcovr, coverlet, dotnet-coverage, PHPUnit, gocover-cobertura',
    places: [
        'coverage/cobertura-coverage.xml',
        'coverage/cobertura.xml',
        'cobertura.xml',
        'coverage.cobertura.xml',
        'coverage.xml',
    ],
    counts: ['branches', 'functions'],
    detect: head => {
        const root = rootOf(head);
        return /^<coverage[\s/>]/.test(root) && !/^<coverage\s[^>]*\b(clover|generated)\s*=/.test(root);
    },
    reader: () => new CoberturaReader(),
};
const cobertura_elements = ['coverage', 'source', 'class', 'method', 'line'];
const attributes = [
    'filename',
    'name',
    'signature',
    'number',
    'hits',
    'condition-coverage',
    'lines-valid',
    'line-rate',
];
const [COVERAGE, SOURCE, CLASS, METHOD, LINE] = [0, 1, 2, 3, 4];
const [FILENAME, NAME, SIGNATURE, NUMBER, HITS, CONDITIONS, LINES_VALID, LINE_RATE] = [0, 1, 2, 3, 4, 5, 6, 7];
const sourceLimit = 100;
const conditionLimit = 65_536;
class CoberturaReader {
    xml = new XmlTokens({ elements: cobertura_elements, attributes });
    report = new ReportBuilder();
    sources = [];
    claims = {};
    source = '';
    inClass = false;
    className = '';
    method;
    methodCalled = false;
    push(chunk) {
        for (let at = 0; at < chunk.length && !this.xml.problem; at += xmlLimits.slice) {
            this.xml.feed(chunk.subarray(at, at + xmlLimits.slice));
            this.readTokens();
        }
    }
    end() {
        this.xml.finish();
        return this.xml.problem ? (0,result/* err */._)(this.xml.problem) : (0,result.ok)(this.report.build(this.sources, this.claims));
    }
    readTokens() {
        while (!this.xml.problem) {
            const token = this.xml.next();
            if (token === 'more')
                return;
            if (token === 'open')
                this.open(this.xml.element);
            else if (token === 'close')
                this.close(this.xml.element);
            else if (token === 'text' && this.source.length <= reportLimits.path)
                this.source += this.xml.text();
        }
    }
    open(element) {
        if (element === LINE) {
            if (this.inClass)
                this.readLine();
        }
        else if (element === CLASS)
            this.openClass();
        else if (element === METHOD)
            this.openMethod();
        else if (element === SOURCE) {
            this.xml.wantsText = true;
            this.source = '';
        }
        else if (element === COVERAGE)
            this.readClaims();
    }
    close(element) {
        if (element === CLASS)
            this.closeClass();
        else if (element === METHOD)
            this.closeMethod();
        else if (element === SOURCE) {
            this.xml.wantsText = false;
            const source = this.source.trim();
            if (source !== '' && source.length <= reportLimits.path && this.sources.length < sourceLimit)
                this.sources.push(source);
        }
    }
    openClass() {
        const path = this.xml.string(FILENAME);
        if (this.inClass)
            this.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.cobertura.nested', {}));
        else if (path === '')
            this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (path.length > reportLimits.path)
            this.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: reportLimits.path }));
        else
            this.report.open(path);
        this.className = this.xml.string(NAME);
        this.inClass = true;
        this.checkSize();
    }
    closeClass() {
        this.report.close();
        this.inClass = false;
    }
    openMethod() {
        if (!this.inClass)
            return;
        this.method = textIdentity(`${this.className}\n${this.xml.string(NAME)}\n${this.xml.string(SIGNATURE)}`);
        this.methodCalled = false;
    }
    closeMethod() {
        if (this.method !== undefined)
            this.report.function(this.method, this.methodCalled);
        this.method = undefined;
    }
    readLine() {
        const line = this.xml.integer(NUMBER);
        const hits = this.xml.integer(HITS);
        if (line < 1 || line > reportLimits.line)
            this.badValue('number', NUMBER);
        else if (hits < 0)
            this.badValue('hits', HITS);
        else
            this.countLine(line, hits > 0);
    }
    countLine(line, covered) {
        this.report.line(line, covered);
        if (covered)
            this.methodCalled = true;
        if (this.xml.has(CONDITIONS))
            this.readConditions(line);
        this.checkSize();
    }
    /** `50% (1/2)`. A bare `50%` says nothing that could be counted. */
    readConditions(line) {
        const text = this.xml.string(CONDITIONS);
        if (!text.includes('('))
            return;
        const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text);
        const taken = Number(counts?.[1]);
        const total = Number(counts?.[2]);
        if (taken <= total && total <= conditionLimit) {
            for (let branch = 0; branch < total; branch++)
                this.report.branch(identityOfPair(line, branch), branch < taken);
        }
        else
            this.badValue('condition-coverage', CONDITIONS);
    }
    readClaims() {
        const total = this.xml.integer(LINES_VALID);
        const rate = Number(this.xml.string(LINE_RATE) || Number.NaN);
        this.claims = { ...(total > 0 ? { total } : {}), ...(rate >= 0 && rate <= 1 ? { rate } : {}) };
    }
    badValue(name, attribute) {
        this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.xml.value', { name, value: this.xml.string(attribute).slice(0, 60) }));
    }
    checkSize() {
        if (this.report.overflow)
            this.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    refuse(code, problem) {
        this.xml.refuse(code, problem);
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/lcov.js




/**
 * The tracefile of `geninfo(1)`, one record a line:
 *
 *     report  = *( TN:<test> / record / blank / "#" comment )
 *     record  = SF:<path> *( field ) end_of_record
 *     field   = DA:<line>,<hits>[,<checksum>]
 *             / BRDA:<line>,[e]<block>,<branch>,( <taken> / "-" )
 *             / FN:<line>[,<end>],<name>  / FNDA:<hits>,<name>
 *             / FNL:<index>,<line>[,<end>] / FNA:<index>,<hits>,<name>        (lcov 2: names of one function)
 *             / LF:<n> / LH:<n>                                               (claims, never counted)
 *             / <UPPERCASE KEY>:<anything>                                    (ignored)
 *
 * Lines end with LF or CRLF. Hits of any length count as hit unless all zeros: llvm-cov writes wrapped 64-bit sums.
 * The same file twice is united. A report cut exactly after `end_of_record` cannot be told from a whole one.
 */
const lcov = {
    id: 'lcov',
    title: 'LCOV',
    writtenBy: 'lcov, geninfo, Istanbul, c8, Vitest, Node, llvm-cov, gcovr, coverage.py, grcov, tarpaulin, simplecov-lcov',
    places: ['coverage/lcov.info', 'coverage/lcov/*.info', 'lcov.info'],
    counts: ['branches', 'functions'],
    detect: head => /^(#[^\n]*\n\s*)*(TN|SF):/.test(latin1(head)),
    reader: () => new LcovReader(),
};
const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;
const COLON = 0x3a;
const longestLine = 1 << 20;
class LcovReader {
    report = new ReportBuilder();
    decoder = new TextDecoder('utf-8', { fatal: true });
    problem;
    /** The start of a line whose end has not come yet. */
    carry = new Uint8Array(256);
    carried = 0;
    lineNumber = 0;
    inRecord = false;
    sawTest = false;
    found = 0;
    hit = 0;
    functionOfIndex = new Map();
    push(chunk) {
        if (this.problem)
            return;
        const whole = chunk.lastIndexOf(LF) + 1;
        if (whole > 0)
            this.readWholeLines(chunk, whole);
        this.keep(chunk, whole, chunk.length);
    }
    readWholeLines(chunk, end) {
        const first = chunk.indexOf(LF) + 1;
        this.keep(chunk, 0, first);
        this.readLines(this.carry, 0, this.carried);
        this.carried = 0;
        this.readLines(chunk, first, end);
    }
    end() {
        if (this.carried > 0)
            this.push(Uint8Array.of(LF));
        if (!this.problem)
            this.checkEnd();
        if (this.problem)
            return (0,result/* err */._)(this.problem);
        const claims = this.found > 0 ? { rate: this.hit / this.found, total: this.found } : {};
        return (0,result.ok)(this.report.build([], claims));
    }
    checkEnd() {
        const cut = this.inRecord || (this.sawTest && this.report.fileCount > 0);
        if (cut)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.lcov.truncated', {}));
    }
    keep(chunk, start, end) {
        const length = this.carried + end - start;
        if (length > longestLine) {
            this.lineNumber++;
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: longestLine }));
        }
        else {
            if (length > this.carry.length)
                this.carry = enlarged(this.carry, length);
            this.carry.set(chunk.subarray(start, end), this.carried);
            this.carried = length;
        }
    }
    /** Whole lines: the last byte is a line end. `DA` is read in one pass; it is nine lines in ten. */
    readLines(bytes, start, end) {
        let at = start;
        while (at < end && !this.problem) {
            this.lineNumber++;
            if (bytes[at] === 0x44 && bytes[at + 1] === 0x41 && bytes[at + 2] === COLON && this.inRecord) {
                const next = this.readLineHits(bytes, at + 3);
                if (next > 0) {
                    at = next;
                    continue;
                }
            }
            let next = at;
            while (bytes[next] !== LF)
                next++;
            this.readField(bytes, at, next > at && bytes[next - 1] === CR ? next - 1 : next);
            at = next + 1;
        }
    }
    /** After `DA:`. Where the next line starts, or 0 when this one is not as it should be. */
    readLineHits(bytes, start) {
        let at = start;
        let byte = bytes[at] ?? 0;
        let line = 0;
        while (byte >= 0x30 && byte <= 0x39 && line <= reportLimits.line) {
            line = line * 10 + byte - 0x30;
            byte = bytes[++at] ?? 0;
        }
        if (byte !== COMMA || line === 0 || line > reportLimits.line)
            return 0;
        const hits = ++at;
        let any = 0;
        byte = bytes[at] ?? 0;
        while (byte >= 0x30 && byte <= 0x39) {
            any |= byte & 0xf;
            byte = bytes[++at] ?? 0;
        }
        if (at === hits)
            return 0;
        if (byte === COMMA)
            while (byte !== LF && byte !== CR)
                byte = bytes[++at] ?? 0;
        if (byte === CR)
            byte = bytes[++at] ?? 0;
        if (byte !== LF)
            return 0;
        this.report.line(line, any !== 0);
        if (this.report.overflow)
            this.tooLarge();
        return at + 1;
    }
    /** Everything but a well-formed `DA`; `end` is behind the last byte of the line. */
    readField(bytes, start, end) {
        const from = this.lineNumber === 1 ? skipByteOrderMark(bytes, start) : start;
        if (from === end || bytes[from] === 0x23)
            return;
        const value = afterKey(bytes, from, end);
        const key = packed(bytes, from, value - 1);
        if (key === KEY.SF)
            this.openFile(bytes, value, end);
        else if (key === KEY.TN)
            this.sawTest = true;
        else if (key === 0)
            this.readBareLine(bytes, from, end);
        else if (fieldKeys.has(key))
            this.readKnownField(key, bytes, from, value, end);
    }
    readKnownField(key, bytes, start, value, end) {
        const name = () => excerpt(bytes, start, value - 1);
        if (!this.inRecord)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.outside', { key: name() }));
        else if (!this.readValue(key, bytes, value, end))
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.lcov.value', { key: name(), value: excerpt(bytes, value, end) }));
        if (this.report.overflow)
            this.tooLarge();
    }
    /** Without a key only the end of a record may stand. */
    readBareLine(bytes, start, end) {
        if (!isEndOfRecord(bytes, start, end))
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.no-record', {}));
        else if (!this.inRecord)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.outside', { key: 'end_of_record' }));
        else
            this.report.close();
        this.inRecord = false;
    }
    readValue(key, bytes, start, end) {
        switch (key) {
            case KEY.BRDA:
                return this.readBranch(bytes, start, end);
            case KEY.FNDA:
                return this.readFunctionHits(bytes, start, end);
            case KEY.FN:
                return this.readFunction(bytes, start, end);
            case KEY.FNL:
                return this.readFunctionLine(bytes, start, end);
            case KEY.FNA:
                return this.readAliasHits(bytes, start, end);
            case KEY.LF:
                this.found += claimed(bytes, start, end);
                return true;
            case KEY.LH:
                this.hit += claimed(bytes, start, end);
                return true;
            default:
                return false;
        }
    }
    openFile(bytes, start, end) {
        const path = end - start <= reportLimits.path ? this.decode(bytes.subarray(start, end)) : '';
        if (this.inRecord)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.lcov.unclosed', {}));
        else if (start >= end)
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (path === '')
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: reportLimits.path }));
        else if (path === undefined)
            this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
        else if (hasControls(path))
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
        else
            this.report.open(path);
        this.inRecord = true;
        this.sawTest = false;
        this.functionOfIndex.clear();
        if (this.report.overflow)
            this.tooLarge();
    }
    readBranch(bytes, start, end) {
        const first = bytes.indexOf(COMMA, start);
        const last = lastComma(bytes, start, end);
        const second = first < 0 ? -1 : bytes.indexOf(COMMA, first + 1);
        if (second < 0 || second >= last || !isDigits(bytes, start, first))
            return false;
        const never = end - last === 2 && bytes[last + 1] === 0x2d;
        if (!never && !isDigits(bytes, last + 1, end))
            return false;
        this.report.branch(identityOf(bytes, start, last), !never && isNonZero(bytes, last + 1, end));
        return true;
    }
    /** A number after the first comma is the last line of the function, if a name follows it. */
    readFunction(bytes, start, end) {
        const first = bytes.indexOf(COMMA, start);
        if (first < 0 || first >= end)
            return false;
        const second = bytes.indexOf(COMMA, first + 1);
        const hasEnd = second > first + 1 && second < end && isDigits(bytes, first + 1, second);
        this.report.function(identityOf(bytes, (hasEnd ? second : first) + 1, end), false);
        return true;
    }
    readFunctionHits(bytes, start, end) {
        const comma = bytes.indexOf(COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        this.report.function(identityOf(bytes, comma + 1, end), isNonZero(bytes, start, comma));
        return true;
    }
    readFunctionLine(bytes, start, end) {
        const comma = bytes.indexOf(COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        const identity = identityOf(bytes, comma + 1, end, 1);
        this.functionOfIndex.set(claimed(bytes, start, comma), identity);
        this.report.function(identity, false);
        return true;
    }
    readAliasHits(bytes, start, end) {
        const first = bytes.indexOf(COMMA, start);
        const second = first < 0 ? -1 : bytes.indexOf(COMMA, first + 1);
        if (second < 0 || second >= end || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, second))
            return false;
        const identity = this.functionOfIndex.get(claimed(bytes, start, first));
        if (identity === undefined)
            return false;
        this.report.function(identity, isNonZero(bytes, first + 1, second));
        return true;
    }
    decode(bytes) {
        try {
            return this.decoder.decode(bytes);
        }
        catch {
            return undefined;
        }
    }
    tooLarge() {
        this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    fail(code, problem) {
        this.problem ??= { code, message: problem, line: Math.max(1, this.lineNumber) };
    }
}
function enlarged(bytes, least) {
    const larger = new Uint8Array(Math.max(least, bytes.length * 2));
    larger.set(bytes);
    return larger;
}
/** The first six letters of a key as one number, so that telling keys apart makes no strings. 0: no key. */
function packed(bytes, start, end) {
    let key = 0;
    for (let at = start; at < end && at < start + 6; at++)
        key = key * 256 + (bytes[at] ?? 0);
    return key;
}
const keyOf = (name) => packed(new TextEncoder().encode(name), 0, name.length);
const KEY = {
    SF: keyOf('SF'),
    TN: keyOf('TN'),
    DA: keyOf('DA'),
    BRDA: keyOf('BRDA'),
    FN: keyOf('FN'),
    FNDA: keyOf('FNDA'),
    FNL: keyOf('FNL'),
    FNA: keyOf('FNA'),
    LF: keyOf('LF'),
    LH: keyOf('LH'),
};
const fieldKeys = new Set([KEY.DA, KEY.BRDA, KEY.FN, KEY.FNDA, KEY.FNL, KEY.FNA, KEY.LF, KEY.LH]);
/** Behind the colon of a key of upper-case letters and digits; `start` when there is none. */
function afterKey(bytes, start, end) {
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === COLON)
            return at > start ? at + 1 : start;
        if (!((byte >= 0x41 && byte <= 0x5a) || (at > start && byte >= 0x30 && byte <= 0x39)))
            return start;
    }
    return start;
}
const endOfRecord = new TextEncoder().encode('end_of_record');
function isEndOfRecord(bytes, start, end) {
    return end - start === endOfRecord.length && endOfRecord.every((byte, index) => bytes[start + index] === byte);
}
function isDigits(bytes, start, end) {
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte < 0x30 || byte > 0x39)
            return false;
    }
    return end > start;
}
function isNonZero(bytes, start, end) {
    for (let at = start; at < end; at++)
        if (bytes[at] !== 0x30)
            return true;
    return false;
}
function lastComma(bytes, start, end) {
    let at = end - 1;
    while (at >= start && bytes[at] !== COMMA)
        at--;
    return at;
}
/** A whole number of at most fifteen digits; 0 for anything else. */
function claimed(bytes, start, end) {
    if (!isDigits(bytes, start, end) || end - start > 15)
        return 0;
    let value = 0;
    for (let at = start; at < end; at++)
        value = value * 10 + (bytes[at] ?? 0) - 0x30;
    return value;
}
const excerpt = (bytes, start, end) => new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 60)));
function hasControls(path) {
    for (let at = 0; at < path.length; at++)
        if (path.charCodeAt(at) < 0x20)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/src/coverage/index.js







/** Every format, in the order in which detection asks them. Adding one is one file and one line here. */
const formats = { lcov: lcov, cobertura: cobertura };
const formatIds = Object.keys(formats);
const headLength = 4096;
/**
 * Reads one report. Without `format` the first 4 KiB decide. A report without an executable line is refused
 * (`RPT-EMPTY`): nothing measured is not everything covered.
 */
function readReport(chunks, format) {
    const iterator = chunks[Symbol.iterator]();
    const start = readHead(iterator);
    const head = contentOf(start);
    const refusal = refuseHead(head, start);
    if (refusal)
        return (0,result/* err */._)(refusal);
    const id = format ?? formatIds.find(candidate => formats[candidate].detect(head));
    if (id === undefined)
        return (0,result/* err */._)(unknownFormat(head));
    const reader = formats[id].reader();
    reader.push(start);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        reader.push(next.value);
    const read = reader.end();
    if (!read.ok)
        return read;
    if (!hasLines(read.value))
        return (0,result/* err */._)({ code: 'RPT-EMPTY', message: (0,message/* message */.i)('coverage.fault.empty', {}) });
    return { ok: true, value: { format: id, report: read.value } };
}
/** The first chunks, joined, until there are enough bytes to tell a format. */
function readHead(iterator) {
    const chunks = [];
    let length = 0;
    while (length < headLength) {
        const next = iterator.next();
        if (next.done)
            break;
        length += next.value.length;
        chunks.push(length < headLength ? next.value.slice() : next.value);
    }
    const [only] = chunks;
    if (only && chunks.length === 1)
        return only;
    const head = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        head.set(chunk, at);
        at += chunk.length;
    }
    return head;
}
function contentOf(start) {
    let at = skipByteOrderMark(start);
    while (at < start.length && isSpace(start[at] ?? 0))
        at++;
    return start.subarray(at, at + headLength);
}
function refuseHead(head, start) {
    if (head.length === 0 && start.length < headLength)
        return { code: 'RPT-EMPTY', message: (0,message/* message */.i)('coverage.fault.empty-file', {}) };
    if (isUtf16(start))
        return atStart('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.encoding', { encoding: 'UTF-16' }));
    const kind = disguises.find(disguise => disguise.detect(head));
    return kind && atStart('RPT-FORMAT', (0,message/* message */.i)(kind.code, {}));
}
/** A byte order mark, or ASCII with every other byte zero. */
function isUtf16(start) {
    const [first = 1, second = 1] = start;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}
/** What is often saved under a report's name. */
const disguises = [
    { code: 'coverage.fault.gzip', detect: head => head[0] === 0x1f && head[1] === 0x8b },
    { code: 'coverage.fault.html', detect: head => /^(<!doctype\s+html|<html[\s>])/i.test(latin1(head.subarray(0, 64))) },
    {
        code: 'coverage.fault.binary',
        detect: head => startsWithText(head, 'PK\x03\x04') || head.subarray(0, 1024).includes(0),
    },
];
function unknownFormat(head) {
    const root = /^<([A-Za-z_][\w.:-]{0,60})/.exec(rootOf(head))?.[1];
    return root === undefined
        ? atStart('RPT-FORMAT', (0,message/* message */.i)('coverage.fault.unknown-format', { formats: formatIds }))
        : { code: 'RPT-ROOT', message: (0,message/* message */.i)('coverage.fault.unknown-root', { root, formats: formatIds }) };
}
const hasLines = (report) => report.files.values().some(file => countLines(file.lines).total > 0);
const atStart = (code, problem) => ({
    code,
    message: problem,
    line: 1,
    column: 1,
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/glob.js


/** Fixed limits. Beyond them a pattern is refused, never cut. */
const globLimits = { length: 1024, braceDepth: 8, alternatives: 64, expandedLength: 4096 };
/**
 * A pattern anchored at the repository root. `*` and `?` stay within a folder and match dot files, `**` stands alone
 * between slashes (zero or more folders; at the end: everything below), `[a-z]`, `[!a]`, `{a,b}`. Case-sensitive,
 * Unicode by code point without normalisation. A leading `/` or `./` is dropped, a trailing `/` means everything
 * below. No backslashes (a special character is matched by `[*]`), except a leading `\!` for a literal `!`.
 * Time is at most the product of pattern and path length.
 */
function compileGlob(pattern) {
    if (pattern.startsWith('!'))
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.negation', pattern, 0));
    return compileAt(pattern, 0);
}
/** What is wrong with an entry of a list: a pattern, or `!` and a pattern. */
function checkGlob(entry) {
    const compiled = compileEntry(entry);
    return compiled.ok ? undefined : compiled.error;
}
/** @throws TypeError on an entry that `checkGlob` refuses: lists come from a parsed policy. */
function compileGlobs(patterns) {
    const entries = patterns
        .map(pattern => {
        const compiled = compileEntry(pattern);
        if (!compiled.ok)
            throw new TypeError(`glob not validated: ${JSON.stringify(pattern)}`);
        return { keeps: !pattern.startsWith('!'), matches: compiled.value.matches };
    })
        .reverse();
    return {
        patterns,
        matches(path) {
            for (const entry of entries)
                if (entry.matches(path))
                    return entry.keeps;
            return false;
        },
    };
}
function compileEntry(entry) {
    return compileAt(entry, entry.startsWith('!') ? 1 : 0);
}
function compileAt(pattern, start) {
    const source = trimAnchors(pattern, start);
    const refusal = refuseSource(pattern, start, source);
    if (refusal)
        return (0,result/* err */._)(refusal);
    const tokens = tokenize(pattern, source.start, source.end);
    if (!tokens.ok)
        return tokens;
    if (source.below)
        tokens.value.push({ kind: 'slash', at: source.end }, ...globstarAt(source.end));
    const alternatives = expand(pattern, tokens.value);
    if (!alternatives.ok)
        return alternatives;
    const matchers = [];
    for (const alternative of alternatives.value) {
        const segments = toSegments(pattern, alternative);
        if (!segments.ok)
            return segments;
        matchers.push(compileAlternative(segments.value));
    }
    const [first, ...others] = matchers;
    const matches = first && others.length === 0 ? first : (path) => matchers.some(matcher => matcher(path));
    return (0,result.ok)({ pattern, matches });
}
const problem = (code, what, pattern, at) => ({
    code,
    message: (0,message/* message */.i)(what, { pattern: glob_excerpt(pattern), column: at + 1 }),
    column: at + 1,
});
const glob_excerpt = (pattern) => (pattern.length > 200 ? `${pattern.slice(0, 199)}…` : pattern);
/** The part between a leading `/` or `./` and a trailing `/`. */
function trimAnchors(pattern, start) {
    let from = start;
    if (pattern.startsWith('./', from))
        from += 2;
    else if (pattern.startsWith('/', from))
        from += 1;
    const below = pattern.endsWith('/') && pattern.length - 1 > from;
    return { start: from, end: below ? pattern.length - 1 : pattern.length, below };
}
/** Everything that can be refused in one pass over the text, before anything is built from it. */
function refuseSource(pattern, start, source) {
    if (pattern.startsWith('!', start))
        return problem('GLB-SYNTAX', 'glob.twice-negated', pattern, start);
    const deep = tooDeep(pattern);
    if (deep >= 0)
        return problem('GLB-COMPLEX', 'glob.nesting', pattern, deep);
    if (pattern.length > globLimits.length)
        return problem('GLB-SIZE', 'glob.size', pattern, globLimits.length);
    if (source.start >= source.end)
        return problem('GLB-SYNTAX', 'glob.empty', pattern, start);
    if (/^[A-Za-z]:[\\/]/.test(pattern.slice(start)))
        return problem('GLB-PATH', 'glob.absolute', pattern, start);
    if (/^\s/.test(pattern.slice(start)))
        return problem('GLB-SYNTAX', 'glob.space', pattern, start);
    if (/\s$/.test(pattern))
        return problem('GLB-SYNTAX', 'glob.space', pattern, pattern.trimEnd().length);
    const nul = pattern.indexOf('\0');
    if (nul >= 0)
        return problem('GLB-SYNTAX', 'glob.nul', pattern, nul);
    const backslash = pattern.indexOf('\\', pattern.startsWith('\\!', source.start) ? source.start + 1 : source.start);
    if (backslash >= 0)
        return problem('GLB-SYNTAX', 'glob.backslash', pattern, backslash);
    const extended = /[@?*+!]\(/.exec(pattern);
    if (extended)
        return problem('GLB-EXTGLOB', 'glob.extended', pattern, extended.index);
    return undefined;
}
function tooDeep(pattern) {
    let depth = 0;
    for (let at = 0; at < pattern.length; at++) {
        const unit = pattern.charCodeAt(at);
        if (unit === 0x7b && ++depth > globLimits.braceDepth)
            return at;
        if (unit === 0x7d && depth > 0)
            depth--;
    }
    return -1;
}
const globstarAt = (at) => [
    { kind: 'star', at },
    { kind: 'star', at },
];
function tokenize(pattern, start, end) {
    const tokens = [];
    let at = start;
    let text = '';
    const flush = () => {
        if (text !== '')
            tokens.push({ kind: 'text', text, at: at - text.length });
        text = '';
    };
    if (pattern.startsWith('\\!', at))
        at++;
    while (at < end) {
        const character = pattern.charAt(at);
        if (character === '*' || character === '?' || character === '/') {
            flush();
            tokens.push({ kind: character === '*' ? 'star' : character === '?' ? 'any' : 'slash', at });
            at++;
        }
        else if (character === '[') {
            flush();
            const read = readClass(pattern, at, end);
            if (!read.ok)
                return read;
            tokens.push({ kind: 'class', class: read.value.class, at });
            at = read.value.end;
        }
        else if (character === '{') {
            flush();
            const read = readBraces(pattern, at, end);
            if (!read.ok)
                return read;
            tokens.push(...read.value.tokens);
            at = read.value.end;
        }
        else if (character === '}') {
            return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.brace', pattern, at));
        }
        else {
            text += character;
            at++;
        }
    }
    flush();
    return (0,result.ok)(tokens);
}
function readClass(pattern, open, end) {
    const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^';
    const first = open + (negated ? 2 : 1);
    const close = pattern.indexOf(']', first + 1);
    const body = close < 0 || close >= end ? undefined : pattern.slice(first, close);
    if (body === undefined || body.includes('/'))
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.class', pattern, open));
    if (/\[[:.=]/.test(body))
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.named-class', pattern, open));
    const points = Array.from(body, character => character.codePointAt(0) ?? 0);
    const ranges = [];
    for (let i = 0; i < points.length; i++) {
        const from = points[i] ?? 0;
        const to = points[i + 1] === 0x2d ? points[i + 2] : undefined;
        if (to !== undefined && to < from)
            return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.range', pattern, open));
        ranges.push(from, to ?? from);
        if (to !== undefined)
            i += 2;
    }
    return (0,result.ok)({ class: { negated, ranges }, end: close + 1 });
}
/** `{a,b}`; braces without a comma stand for themselves, as in shells. */
function readBraces(pattern, open, end) {
    const parts = splitBraces(pattern, open, end);
    if (!parts)
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.brace', pattern, open));
    const close = parts.close;
    if (parts.bounds.length === 1 && /^-?\w+\.\.-?\w+(\.\.-?\d+)?$/.test(pattern.slice(open + 1, close)))
        return (0,result/* err */._)(problem('GLB-COMPLEX', 'glob.sequence', pattern, open));
    const alternatives = [];
    for (const [from, to] of parts.bounds) {
        const tokens = tokenize(pattern, from, to);
        if (!tokens.ok)
            return tokens;
        alternatives.push(tokens.value);
    }
    const [only, ...others] = alternatives;
    const tokens = only && others.length === 0
        ? [{ kind: 'text', text: '{', at: open }, ...only, { kind: 'text', text: '}', at: close }]
        : [{ kind: 'braces', alternatives, at: open }];
    return (0,result.ok)({ tokens, end: close + 1 });
}
/** Bounds of the comma-separated parts at the top level of the braces opened at `open`. */
function splitBraces(pattern, open, end) {
    const bounds = [];
    let depth = 0;
    let from = open + 1;
    for (let at = open; at < end; at++) {
        const character = pattern[at];
        if (character === '[') {
            const close = pattern.indexOf(']', at + 2);
            if (close > 0 && close < end)
                at = close;
        }
        else if (character === '{')
            depth++;
        else if (character === ',' && depth === 1) {
            bounds.push([from, at]);
            from = at + 1;
        }
        else if (character === '}' && --depth === 0) {
            bounds.push([from, at]);
            return { bounds, close: at };
        }
    }
    return undefined;
}
function expand(pattern, tokens) {
    const braces = tokens.find(token => token.kind === 'braces');
    if (braces && countAlternatives(tokens) > globLimits.alternatives)
        return (0,result/* err */._)(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at));
    const expanded = combine(tokens);
    const length = expanded.flat().reduce((sum, token) => sum + (token.kind === 'text' ? token.text.length : 1), 0);
    if (braces && length > globLimits.expandedLength)
        return (0,result/* err */._)(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at));
    return (0,result.ok)(expanded);
}
function countAlternatives(tokens) {
    let product = 1;
    for (const token of tokens)
        if (token.kind === 'braces')
            product *= token.alternatives.reduce((sum, alternative) => sum + countAlternatives(alternative), 0);
    return product;
}
function combine(tokens) {
    let expanded = [[]];
    for (const token of tokens) {
        if (token.kind !== 'braces')
            for (const sequence of expanded)
                sequence.push(token);
        else {
            const alternatives = token.alternatives.flatMap(combine);
            expanded = expanded.flatMap(sequence => alternatives.map(alternative => [...sequence, ...alternative]));
        }
    }
    return expanded;
}
const star = -1;
const any = -2;
function toSegments(pattern, tokens) {
    const segments = [];
    let current = [];
    const ends = [...tokens, { kind: 'slash', at: pattern.length }];
    for (const token of ends) {
        if (token.kind !== 'slash') {
            current.push(token);
            continue;
        }
        const segment = toSegment(pattern, current, token.at);
        if (!segment.ok)
            return segment;
        if (segment.value !== 'globstar' || segments.at(-1) !== 'globstar')
            segments.push(segment.value);
        current = [];
    }
    if (segments.at(-1) === 'globstar')
        segments.push([star]);
    return (0,result.ok)(segments);
}
function toSegment(pattern, tokens, end) {
    if (tokens.length === 0)
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.empty-segment', pattern, Math.min(end, pattern.length - 1)));
    if (tokens.length === 2 && tokens.every(token => token.kind === 'star'))
        return (0,result.ok)('globstar');
    const text = tokens.map(token => (token.kind === 'text' ? token.text : '\0')).join('');
    if (text === '..')
        return (0,result/* err */._)(problem('GLB-PATH', 'glob.parent', pattern, tokens[0]?.at ?? 0));
    if (text === '.')
        return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.dot', pattern, tokens[0]?.at ?? 0));
    const items = [];
    for (const token of tokens) {
        if (token.kind === 'text')
            for (let i = 0; i < token.text.length; i++)
                items.push(token.text.charCodeAt(i));
        else if (token.kind === 'class')
            items.push(token.class);
        else if (token.kind === 'any')
            items.push(any);
        else if (items.at(-1) === star)
            return (0,result/* err */._)(problem('GLB-SYNTAX', 'glob.globstar', pattern, token.at));
        else
            items.push(star);
    }
    return (0,result.ok)(items);
}
/** Most patterns of real policies need no walk over segments: a literal, or a literal head and tail, decides. */
function compileAlternative(segments) {
    const special = segments.findIndex(segment => literalOf(segment) === undefined);
    if (special < 0) {
        const literal = joinLiterals(segments);
        return path => path === literal;
    }
    const globstar = segments.indexOf('globstar');
    const rest = segments.slice(globstar + 1);
    if (globstar >= 0 && globstar === special) {
        const head = segments
            .slice(0, globstar)
            .map(segment => `${literalOf(segment)}/`)
            .join('');
        if (rest.every(segment => literalOf(segment) !== undefined))
            return anywhereBelow(head, joinLiterals(rest));
        const tail = literalAfterStar(rest);
        if (tail !== undefined)
            return endsLike(head, tail);
    }
    const { head, tail } = literalEnds(segments);
    const steps = segments.map((segment) => (segment === 'globstar' ? null : (literalOf(segment) ?? segment)));
    return path => path.startsWith(head) && path.endsWith(tail) && matchSteps(steps, path);
}
const literalOf = (segment) => segment !== 'globstar' && segment.every(item => typeof item === 'number' && item >= 0)
    ? String.fromCharCode(...segment)
    : undefined;
const joinLiterals = (segments) => segments.map(literalOf).join('/');
/** `head**` + `/name`. */
function anywhereBelow(head, name) {
    const tail = `/${name}`;
    const whole = head + name;
    return path => path === whole || (path.startsWith(head) && path.endsWith(tail) && path.length >= head.length + tail.length);
}
/** `head**` + `/*tail`. */
function endsLike(head, tail) {
    const least = head.length + Math.max(tail.length, 1);
    return path => path.length >= least && path.startsWith(head) && path.endsWith(tail);
}
/** The literal after a `*` that opens these segments, if nothing else is special in them. */
function literalAfterStar(segments) {
    const [first, ...others] = segments;
    if (first === undefined || first === 'globstar' || first[0] !== star)
        return undefined;
    const tail = [first.slice(1), ...others].map(literalOf);
    return tail.includes(undefined) ? undefined : tail.join('/');
}
/** What every match starts and ends with. */
function literalEnds(segments) {
    return { head: literalHead(segments), tail: literalTail(segments) };
}
function literalHead(segments) {
    let head = '';
    for (const segment of segments) {
        if (segment === 'globstar')
            break;
        const length = segment.findIndex(item => typeof item !== 'number' || item < 0);
        const items = (length < 0 ? segment : segment.slice(0, length));
        head += String.fromCharCode(...items);
        if (length >= 0)
            break;
        head += '/';
    }
    return head;
}
function literalTail(segments) {
    const last = segments.at(-1);
    if (last === undefined || last === 'globstar')
        return '';
    const from = last.findLastIndex(item => typeof item !== 'number' || item < 0) + 1;
    return String.fromCharCode(...last.slice(from));
}
/**
 * Wildcard matching with one point of return, the last `**`. An earlier one need never be tried again: whatever it
 * could skip, the later one can skip too.
 */
function matchSteps(steps, path) {
    let index = 0;
    let start = 0;
    let resumeIndex = -1;
    let resumeStart = 0;
    while (start <= path.length) {
        const step = steps[index];
        if (step === null) {
            resumeIndex = ++index;
            resumeStart = start;
            continue;
        }
        const end = segmentEnd(path, start);
        if (step !== undefined && matchStep(step, path, start, end)) {
            index++;
            start = end + 1;
            continue;
        }
        if (resumeIndex < 0)
            return false;
        resumeStart = segmentEnd(path, resumeStart) + 1;
        start = resumeStart;
        index = resumeIndex;
    }
    return index === steps.length;
}
function matchStep(step, path, start, end) {
    if (typeof step === 'string')
        return end - start === step.length && path.startsWith(step, start);
    return matchItems(step, path, start, end);
}
function segmentEnd(path, start) {
    const slash = path.indexOf('/', start);
    return slash < 0 ? path.length : slash;
}
/** The same within one segment, where the point of return is the last `*`. */
function matchItems(items, path, start, end) {
    let index = 0;
    let at = start;
    let resumeIndex = -1;
    let resumeAt = start;
    while (at < end) {
        const item = items[index];
        if (item === star) {
            resumeIndex = ++index;
            resumeAt = at;
            continue;
        }
        const width = item === undefined ? 0 : matchItem(item, path, at, end);
        if (width > 0) {
            index++;
            at += width;
            continue;
        }
        if (resumeIndex < 0)
            return false;
        resumeAt += characterWidth(path, resumeAt, end);
        at = resumeAt;
        index = resumeIndex;
    }
    while (items[index] === star)
        index++;
    return index === items.length;
}
/** How many code units the item takes at `at`; 0 when it does not match. */
function matchItem(item, path, at, end) {
    if (item === any)
        return characterWidth(path, at, end);
    if (typeof item === 'number')
        return path.charCodeAt(at) === item ? 1 : 0;
    return inClass(item, path.codePointAt(at) ?? 0) ? characterWidth(path, at, end) : 0;
}
function inClass({ negated, ranges }, point) {
    for (let i = 0; i < ranges.length; i += 2)
        if (point >= (ranges[i] ?? 0) && point <= (ranges[i + 1] ?? 0))
            return !negated;
    return negated;
}
function characterWidth(path, at, end) {
    return at + 1 < end && (path.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

;// CONCATENATED MODULE: ./build/src/coverage/paths.js
function indexTree(paths) {
    const byPath = new Map();
    const byName = new Map();
    for (const path of paths) {
        const normal = path.normalize('NFC');
        add(byPath, normal, path);
        add(byName, nameOf(normal), path);
    }
    return {
        exact: path => byPath.get(path) ?? [],
        endingWith: path => (byName.get(nameOf(path)) ?? []).filter(candidate => candidate.normalize('NFC').endsWith(`/${path}`)),
    };
}
function add(map, key, path) {
    const known = map.get(key);
    if (known === undefined)
        map.set(key, [path]);
    else if (!known.includes(path))
        known.push(path);
}
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
/**
 * Maps the paths of one report to files of the tree. In this order, the first step that finds any file decides:
 *
 * 1. places that somebody named: the repository root, the workspace, the report's `<source>` roots, the folder of the
 *    report and those above it;
 * 2. the end of the path. Absolute: `/app/src/a.ts` from a container is `src/a.ts`, if `/app` is the prefix that
 *    explains most files of the report; so `/usr/lib/x/setup.py` is not taken for the `setup.py` of the repository.
 *    Relative: `a.ts` from a subproject is `packages/x/a.ts`.
 *
 * Several files in one step: the one that lies where the report's unambiguous files lie; if that does not single one
 * out, `ambiguous`. Nothing is guessed and no file is opened.
 */
function resolvePaths(reported, tree, context = {}) {
    const roots = rootsOf(context);
    const found = new Map();
    for (const path of reported)
        found.set(path, findPath(path, tree, roots));
    const all = keepCommonPrefix([...found]);
    const shifts = new Set();
    for (const [, { path, candidates }] of all)
        if (path !== null && candidates.length === 1)
            shifts.add(shift(path, candidates[0] ?? ''));
    return new Map(all.map(([reportedPath, each]) => [reportedPath, choose(each, shifts)]));
}
/** Of what was found by cutting prefixes, only what the most frequent prefix explains. */
function keepCommonPrefix(found) {
    const votes = new Map();
    for (const [, { path, candidates, byPrefix }] of found)
        if (byPrefix && path !== null)
            for (const each of candidates)
                votes.set(shift(path, each), (votes.get(shift(path, each)) ?? 0) + 1);
    const most = votes.values().reduce((a, b) => Math.max(a, b), 0);
    return found.map(([reported, each]) => {
        const { path, candidates, byPrefix } = each;
        if (!byPrefix || path === null)
            return [reported, each];
        return [
            reported,
            { ...each, candidates: candidates.filter(candidate => votes.get(shift(path, candidate)) === most) },
        ];
    });
}
function choose({ path, candidates }, shifts) {
    if (path === null)
        return { kind: 'traversal' };
    if (candidates.length === 0)
        return { kind: 'unknown', path };
    const likely = candidates.length === 1 ? candidates : candidates.filter(candidate => shifts.has(shift(path, candidate)));
    const [only] = likely;
    return only !== undefined && likely.length === 1 ? { kind: 'file', path: only } : { kind: 'ambiguous', candidates };
}
/** What is taken away at the start and put there instead to get from a reported path to one of the tree. */
function shift(reported, actual) {
    const from = reported.split('/');
    const to = actual.normalize('NFC').split('/');
    while (from.length > 0 && to.length > 0 && from.at(-1) === to.at(-1)) {
        from.pop();
        to.pop();
    }
    return `${from.join('/')}>${to.join('/')}`;
}
function findPath(reported, tree, roots) {
    const named = distinct(namedPlaces(reported, roots).flatMap(tree.exact));
    const path = normalisePath(reported);
    if (path === null)
        return { path: named.length > 0 ? reported : null, candidates: named, byPrefix: false };
    if (named.length > 0)
        return { path, candidates: named, byPrefix: false };
    if (!isAbsolute(path))
        return { path, candidates: distinct(tree.endingWith(path)), byPrefix: false };
    return { path, candidates: distinct(endsOf(path).flatMap(tree.exact)), byPrefix: true };
}
function rootsOf(context) {
    const workspace = context.workspace === undefined ? null : normalisePath(context.workspace);
    return { workspace, sources: context.sources ?? [], folders: foldersOf(context.reportPath ?? '') };
}
/** Places of step 1, relative to the repository. */
function namedPlaces(reported, roots) {
    const bases = isAbsolute(toSlashes(reported)) ? [''] : ['', ...roots.sources, ...roots.folders];
    return bases.flatMap(base => {
        const path = normalisePath(base === '' ? reported : `${base}/${reported}`);
        const place = path === null ? null : relativeTo(path, roots.workspace);
        return place === null ? [] : [place];
    });
}
function relativeTo(path, workspace) {
    if (!isAbsolute(path))
        return path;
    return workspace !== null && path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : null;
}
/** `packages/a/coverage/lcov.info`: `packages/a/coverage`, `packages/a`, `packages`. */
function foldersOf(reportPath) {
    const parts = reportPath.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** `/app/src/a.ts`: `app/src/a.ts`, `src/a.ts`, `a.ts`. */
function endsOf(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(index).join('/')).filter(end => end !== '' && !isAbsolute(end));
}
const isAbsolute = (path) => path.startsWith('/') || /^[A-Z]:\//.test(path);
const distinct = (paths) => [...new Set(paths)];
/**
 * Forward slashes, no `file://`, no `.` and `..`, NFC, drive letters in upper case. `null` when `..` leads above the
 * start of the path.
 */
function normalisePath(reported) {
    const path = toSlashes(reported);
    const kept = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            kept.push(part);
        else if (kept.pop() === undefined)
            return null;
    }
    return ((path.startsWith('/') ? '/' : '') + kept.join('/')).normalize('NFC');
}
function toSlashes(reported) {
    const local = decodeFileUrl(reported);
    const slashed = isWindows(local) ? local.replaceAll('\\', '/') : local;
    return slashed.replace(/^([a-z]):\//, (_, drive) => `${drive.toUpperCase()}:/`);
}
/** Backslashes separate unless the path starts like one of another system, where they may be part of a name. */
const isWindows = (path) => path.includes('\\') && !path.startsWith('/');
function decodeFileUrl(path) {
    const local = /^file:\/\/(?:localhost)?(\/.*)$/i.exec(path)?.[1];
    if (local === undefined)
        return path;
    try {
        return decodeURIComponent(local).replace(/^\/(?=[A-Za-z]:)/, '');
    }
    catch {
        return local;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/measure.js





/** Limits of what travels in a check run. */
const measuredLimits = { ranges: 200, unreported: 100, problems: 50 };
/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1;
/** Unites all reports, maps them to the tree and counts. Deterministic; independent of the order of the reports. */
function measure(input) {
    const exclude = compileGlobs(input.options.exclude ?? []);
    const problems = [...input.problems];
    const files = unite(input, exclude, problems);
    problems.push(...implausibleLines(files, input.lineCounts));
    const changes = (input.changedFiles ?? []).filter(file => !exclude.matches(file.path) && hasNewText(file));
    problems.push(...unknownPatches(changes, files));
    const patch = measurePatch(changes, files);
    return {
        schemaVersion: 1,
        headSha: input.headSha,
        scope: scopeOf(input.options),
        reports: input.reports
            .map(report => report.origin)
            .toSorted((a, b) => compare(a.name, b.name) || compare(a.path, b.path)),
        problems: distinctMessages(problems).slice(0, measuredLimits.problems),
        project: totals(files).lines,
        patch: patch.ratio,
        uncovered: worstRanges(patch.uncovered),
        unreported: unreportedFiles(changes, files).slice(0, measuredLimits.unreported),
        files: files.size,
        ...(input.run === undefined ? {} : { run: input.run }),
    };
}
/** Same digest: the same reports and exclusions, so that two measurements may be compared. Lower-case hex SHA-256. */
function scopeOf(options) {
    const reports = options.reports?.map(({ name, path, format }) => [name, path, format ?? null]).toSorted(compareJson) ?? null;
    const text = JSON.stringify(['coverage-scope-1', reports, options.exclude ?? []]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/** A problem for a report that was refused. `path` is the file, not the glob that found it. */
function unreadable(report, problem) {
    return (0,message/* message */.i)('coverage.problem.report', {
        name: report.name,
        path: report.path,
        code: problem.code,
        line: problem.line ?? null,
        column: problem.column ?? null,
        // Readers use no other messages; `ReportFault` is how the catalogue says one inside another.
        fault: problem.message,
    });
}
/**
 * What makes a report doubtful without making it wrong: a summary more than a tenth away from its own records (stale,
 * trimmed or forged), and files outside of the repository that were left out.
 */
function doubts(input) {
    const exclude = compileGlobs(input.options.exclude ?? []);
    const tree = input.tree && indexTree(input.tree);
    return input.reports.flatMap(({ origin, report }) => {
        const { name, path } = origin;
        const outside = tree === null ? [] : unknownFiles(resolveReport(origin, report, tree, input.workspace), exclude);
        const claim = contradiction(report);
        return [
            ...(claim ? [(0,message/* message */.i)('coverage.notice.claims', { name, path, ...claim })] : []),
            ...(outside.length > 0 ? [(0,message/* message */.i)('coverage.notice.outside', { name, path, files: outside })] : []),
        ];
    });
}
function contradiction(report) {
    const counted = totals(report.files).lines;
    const { rate, total } = report.claims;
    const rateDiffers = rate !== undefined && Math.abs(rate - counted.covered / counted.total) > 0.1;
    const totalDiffers = total !== undefined && Math.abs(total - counted.total) > counted.total * 0.1;
    return rateDiffers || totalDiffers ? { claimedRate: rate ?? null, claimedTotal: total ?? null, counted } : undefined;
}
function unite(input, exclude, problems) {
    const tree = input.tree && indexTree(input.tree);
    const files = new Map();
    for (const { origin, report } of input.reports) {
        const resolved = tree ? resolveReport(origin, report, tree, input.workspace) : asReported(report);
        problems.push(...pathProblems(origin, resolved, exclude));
        for (const [reported, file] of report.files) {
            const at = resolved.get(reported);
            if (at?.kind !== 'file' || exclude.matches(at.path))
                continue;
            const known = files.get(at.path);
            files.set(at.path, known === undefined ? file : mergeFile(known, file));
        }
    }
    return files;
}
const resolveReport = (origin, report, tree, workspace) => resolvePaths(report.files.keys(), tree, {
    reportPath: origin.path,
    sources: report.sources,
    ...(workspace === undefined ? {} : { workspace }),
});
function asReported(report) {
    return new Map(report.files.keys().map(reported => {
        const path = normalisePath(reported);
        return [reported, path === null ? { kind: 'traversal' } : { kind: 'file', path }];
    }));
}
function pathProblems({ name, path }, resolved, exclude) {
    const unknown = unknownFiles(resolved, exclude);
    const problems = [];
    for (const [file, at] of resolved) {
        if (at.kind === 'traversal')
            problems.push((0,message/* message */.i)('coverage.problem.traversal', { name, path, file }));
        if (at.kind === 'ambiguous' && !at.candidates.every(exclude.matches))
            problems.push((0,message/* message */.i)('coverage.problem.ambiguous', { name, path, file, candidates: at.candidates.slice(0, 10) }));
    }
    if (unknown.length > resolved.size * unknownShare)
        problems.push((0,message/* message */.i)('coverage.problem.unknown-files', {
            name,
            path,
            files: unknown.slice(0, 10),
            unknown: unknown.length,
            total: resolved.size,
        }));
    return problems;
}
/** Exclusions also apply to paths outside of the repository, read without the leading slash or drive. */
function unknownFiles(resolved, exclude) {
    return [...resolved.values()].flatMap(at => at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : []);
}
function implausibleLines(files, lineCounts) {
    if (lineCounts === undefined)
        return [];
    return [...files].flatMap(([path, file]) => {
        const lines = lineCounts.get(path);
        const line = lastLine(file.lines);
        return lines !== undefined && line > lines ? [(0,message/* message */.i)('coverage.problem.line', { path, line, lines })] : [];
    });
}
/** Lines may have been added or, where the patch is not known, could have been. */
const hasNewText = (file) => file.kind === 'text' && file.status !== 'deleted' && (file.hunks === null || addedLines(file).length > 0);
function unknownPatches(changes, files) {
    return changes
        .filter(file => file.hunks === null && files.has(file.path))
        .map(file => (0,message/* message */.i)('coverage.problem.no-patch', { path: file.path }));
}
/** Numbers of the added lines on the new side, ascending. */
function addedLines(file) {
    return (file.hunks ?? []).flatMap(hunk => {
        const added = [];
        let line = hunk.newStart;
        for (const { kind } of hunk.lines) {
            if (kind === 'added')
                added.push(line);
            if (kind !== 'removed')
                line++;
        }
        return added;
    });
}
function measurePatch(changes, files) {
    let covered = 0;
    let total = 0;
    const uncovered = [];
    for (const change of changes) {
        const lines = files.get(change.path)?.lines;
        if (lines === undefined)
            continue;
        let open;
        for (const line of addedLines(change)) {
            const state = lineState(lines, line);
            if (state === 'none')
                continue;
            total++;
            if (state === 'covered')
                covered++;
            const joins = open !== undefined && isGap(lines, open.end, line);
            if (open && (state === 'covered' || !joins)) {
                uncovered.push(open);
                open = undefined;
            }
            if (state === 'uncovered')
                open = { path: change.path, start: open?.start ?? line, end: line, lines: (open?.lines ?? 0) + 1 };
        }
        if (open)
            uncovered.push(open);
    }
    return { ratio: { covered, total }, uncovered };
}
/** Nothing executable lies between, and not much else. */
function isGap(lines, from, to) {
    if (to - from > 10)
        return false;
    for (let line = from + 1; line < to; line++)
        if (lineState(lines, line) !== 'none')
            return false;
    return true;
}
/** The longest ranges, within the limit; files with the most uncovered lines first, ranges in the order of lines. */
function worstRanges(uncovered) {
    const worst = uncovered
        .toSorted((a, b) => b.lines - a.lines || compare(a.path, b.path) || a.start - b.start)
        .slice(0, measuredLimits.ranges);
    const byPath = [...Map.groupBy(worst, range => range.path)];
    const weight = (ranges) => ranges.reduce((sum, range) => sum + range.lines, 0);
    return byPath
        .toSorted(([pathA, a], [pathB, b]) => weight(b) - weight(a) || compare(pathA, pathB))
        .map(([path, ranges]) => ({
        path,
        ranges: ranges.toSorted((a, b) => a.start - b.start).map(({ start, end }) => [start, end]),
    }));
}
/** Only languages that the reports speak about, so that a changed picture or text is no omission. */
function unreportedFiles(changes, files) {
    const extensions = new Set(files.keys().map(extensionOf));
    return changes
        .map(change => change.path)
        .filter(path => !files.has(path) && extensions.has(extensionOf(path)) && !isTestOrDocument(path))
        .toSorted(compare);
}
function extensionOf(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(dot) : '';
}
const isTestOrDocument = (path) => /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures|testdata|docs?)\//i.test(path) ||
    /[._-](test|tests|spec|stories|d)\.[^./]+$/.test(path) ||
    /(^|\/)(test_[^/]*|conftest)\.py$/.test(path) ||
    /[a-z0-9]Tests?\.(java|kt|cs|scala|swift|php)$/.test(path);
function distinctMessages(messages) {
    return [...new Map(messages.map(each => [JSON.stringify(each), each])).values()];
}
/** By code units: the same on every machine. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const compareJson = (a, b) => compare(JSON.stringify(a), JSON.stringify(b));

// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts_facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./build/src/gate.js
/** Infers the needs, so that reading an undeclared fact does not compile. */
const defineGate = (gate) => gate;

// EXTERNAL MODULE: ./build/src/locales/index.js + 16 modules
var locales = __webpack_require__(8383);
;// CONCATENATED MODULE: ./build/src/policy/fields.js




/** Most entries of one list or mapping. */
const maxListLength = 200;
/** Reports a problem in our own words from inside a zod check; `src/policy/parse.ts` gives it its place. */
function refuse(ctx, code, problem, path = []) {
    ctx.addIssue({ code: 'custom', message: code, path: [...path], params: { code, problem } });
}
const globPattern = schemas/* string */.YjP()
    .min(1)
    .superRefine((pattern, ctx) => {
    const problem = checkGlob(pattern);
    if (problem)
        refuse(ctx, problem.code, problem.message);
})
    .meta({
    title: 'Glob',
    description: 'A path pattern with `*`, `?`, `[…]`, `{a,b}` and `**`; relative to the repository root.',
});
/** Patterns for `compileGlobs`. `!x` takes away from the entries before it, the last match wins. */
const globs = schemas/* array */.YOg(globPattern)
    .min(1)
    .max(maxListLength)
    .superRefine((patterns, ctx) => {
    if (patterns[0]?.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,message/* message */.i)('glob.negation', { pattern: patterns[0], column: 1 }), [0]);
});
/** One pattern; no negation. */
const glob = globPattern.superRefine((pattern, ctx) => {
    if (pattern.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,message/* message */.i)('glob.negation', { pattern, column: 1 }));
});
/** Finite, 0 to 100 inclusive. That it is written as a plain decimal number is seen on the YAML source. */
const percent = schemas/* number */.aig().min(0).max(100);
/** Key of `roles`; named in checklists, gates and comments. */
const roleName = schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]{0,39}$/);
const level = schemas/* enum */.k5n(['block', 'warn', 'info', 'off'])
    .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.');
const locale = schemas/* enum */.k5n(locales/* localeTags */.iz);

;// CONCATENATED MODULE: ./build/src/gates/coverage.js







const reportPath = glob.superRefine((path, ctx) => {
    if (path.startsWith('/'))
        refuse(ctx, 'GLB-PATH', (0,message/* message */.i)('coverage.option.path', { path }));
});
const report = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).max(60).describe('Shown in messages; unique.'),
    path: reportPath.describe('File, or glob for several, relative to the repository.'),
    format: schemas/* enum */.k5n(formatIds).optional().describe('Left out: told from the content.'),
});
const options = schemas/* strictObject */.rej({
    reports: schemas/* array */.YOg(report)
        .min(1)
        .max(100)
        .optional()
        .describe('Each must exist. Left out: what is found at the places where tools put reports.'),
    project: schemas/* strictObject */.rej({
        min: percent.default(80).describe('Percent of all executable lines that must be covered.'),
        max_drop: percent.optional().describe('Percentage points by which coverage may fall below the base branch.'),
    })
        .prefault({}),
    patch: schemas/* strictObject */.rej({
        min: percent
            .default(80)
            .describe('Percent of the executable lines among the added lines that must be covered.'),
        min_lines: schemas/* int */.Whr()
            .min(1)
            .max(100)
            .default(5)
            .describe('With fewer executable added lines the patch is not judged.'),
    })
        .prefault({}),
    exclude: globs.optional().describe('Files that do not count, neither in the project nor in the patch.'),
    allow_zero: schemas/* boolean */.zMY().default(false).describe('A minimum of 0 is meant: that comparison is shown as disabled.'),
})
    .superRefine((value, ctx) => {
    for (const key of ['project', 'patch'])
        if (value[key].min === 0 && !value.allow_zero)
            refuse(ctx, 'CFG-ZERO', (0,message/* message */.i)('coverage.option.zero', { key: `${key}.min` }), [key, 'min']);
    const names = value.reports?.map(each => each.name) ?? [];
    names.forEach((name, index) => {
        if (names.indexOf(name) < index)
            refuse(ctx, 'CFG-DUPID', (0,message/* message */.i)('coverage.option.report-name', { name }), ['reports', index, 'name']);
    });
});
/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
const commonPlaces = formatIds.flatMap(id => [...formats[id].places]);
/**
 * Line coverage of the project and of the changed lines. What CI has not measured for this head under this policy is
 * awaited; what was measured badly fails without a number.
 */
const coverage = defineGate({
    id: 'coverage',
    measuredBy: 'ci',
    needs: ['coverage', 'coverageBaseline'],
    unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options,
    evaluate(facts, options) {
        const measured = facts.coverage;
        if (measured === null)
            return waiting((0,message/* message */.i)('coverage.waiting.none', { headSha: facts.headSha }));
        const other = measuredElsewhere(measured, facts, options);
        if (other)
            return waiting(other);
        if (measured.problems.length > 0)
            return unusable(measured);
        if (measured.project.total === 0)
            return empty(measured);
        return judge(measured, facts.coverageBaseline, options);
    },
});
/** Another commit, base or scope was measured: how this head stands is not known yet. */
function measuredElsewhere(measured, { headSha, baseRef }, options) {
    if (measured.headSha !== headSha)
        return (0,message/* message */.i)('coverage.waiting.head', { headSha, measuredSha: measured.headSha });
    if (measured.baseRef !== undefined && measured.baseRef !== baseRef) {
        return (0,message/* message */.i)('coverage.waiting.base', { baseRef, measuredRef: measured.baseRef });
    }
    return measured.scope === scopeOf(options) ? undefined : (0,message/* message */.i)('coverage.waiting.scope', {});
}
const waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,message/* message */.i)('coverage.waiting.next', {}),
});
const unusable = (measured) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.unusable', { problems: measured.problems.length }),
    findings: measured.problems.map(problem => ({ message: problem })),
    next: (0,message/* message */.i)('coverage.unusable.next', {}),
});
const empty = (measured) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.empty', { reports: measured.reports.length, files: measured.files }),
    findings: [],
    next: (0,message/* message */.i)('coverage.empty.next', { key: 'exclude' }),
});
/** All conditions at once: whoever mends one learns of the others in the same run. */
function judge(measured, baseline, options) {
    const projectState = options.project.min === 0 ? 'disabled' : reaches(measured.project, options.project.min) ? 'met' : 'below';
    const baseState = compareBase(measured, baseline, options);
    const patchState = comparePatch(measured, options);
    const judgement = {
        project: measured.project,
        min: options.project.min,
        projectState,
        base: baseline?.project ?? null,
        maxDrop: options.project.max_drop ?? null,
        baseState,
        patch: measured.patch,
        patchMin: options.patch.min,
        minLines: options.patch.min_lines,
        patchState,
        unreported: measured.unreported.length,
    };
    const failed = projectState === 'below' || baseState === 'dropped' || patchState === 'below' || patchState === 'unreported';
    const findings = [...(patchState === 'below' ? uncovered(measured) : []), ...unreported(measured)];
    if (!failed)
        return { status: 'passed', summary: (0,message/* message */.i)('coverage.passed', judgement), findings };
    return {
        status: 'failed',
        summary: (0,message/* message */.i)('coverage.failed', judgement),
        findings,
        next: (0,message/* message */.i)('coverage.failed.next', {
            projectMissing: missingTo(measured.project, options.project.min),
            patchMissing: patchState === 'below' ? missingTo(measured.patch, options.patch.min) : 0,
            places: patchState === 'below' ? places(measured).slice(0, 5) : [],
            unreported: patchState === 'unreported' ? measured.unreported : [],
        }),
    };
}
/** Without `max_drop` the base is shown when it is known and comparable, and never judged. */
function compareBase(measured, baseline, { project }) {
    const isAsked = project.max_drop !== undefined;
    if (baseline === null)
        return isAsked ? 'absent' : 'not-asked';
    if (baseline.scope !== measured.scope)
        return isAsked ? 'other-scope' : 'not-asked';
    if (baseline.project.total === 0)
        return isAsked ? 'empty' : 'not-asked';
    return isAsked && dropsMoreThan(baseline.project, measured.project, project.max_drop ?? 0) ? 'dropped' : 'within';
}
function comparePatch({ patch, unreported }, options) {
    if (options.patch.min === 0)
        return 'disabled';
    if (patch.total === 0)
        return unreported.length > 0 ? 'unreported' : 'nothing';
    if (patch.total < options.patch.min_lines)
        return 'few';
    return reaches(patch, options.patch.min) ? 'met' : 'below';
}
const places = (measured) => measured.uncovered.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })));
const uncovered = (measured) => places(measured).map(({ path, start, end }) => ({
    message: (0,message/* message */.i)('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
}));
const unreported = (measured) => measured.unreported.map(path => ({ message: (0,message/* message */.i)('coverage.patch.unreported', { path }), path }));

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/policy/text.js
/** Longest piece of somebody's text in a message, in code points. */
const maxExcerpt = 200;
/** Text from the file for a message: what cannot be seen is written as `\u00a0`, and at most 200 characters are kept. */
function visible(text) {
    const characters = Array.from(text.slice(0, maxExcerpt * 2));
    const shown = characters.slice(0, maxExcerpt).map(escapeInvisible).join('');
    return characters.length > maxExcerpt || text.length > maxExcerpt * 2 ? `${shown}…` : shown;
}
function escapeInvisible(character) {
    if (character === ' ' || !/[\p{C}\p{Z}\p{M}]/u.test(character))
        return character;
    return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('');
}
/** `U+0441` for every character that is not ASCII: how a look-alike letter is told apart. At most 8. */
function codePoints(text) {
    const points = Array.from(text, character => character.codePointAt(0) ?? 0).filter(point => point > 0x7e);
    return [...new Set(points)].slice(0, 8).map(point => `U+${hex(point, 4).toUpperCase()}`);
}
const hex = (value, digits) => value.toString(16).padStart(digits, '0');
/** `gates.coverage.reports[1]`; a key that is not a plain word stands in quotes. */
function keyPath(path) {
    let text = '';
    for (const key of path) {
        if (typeof key === 'number')
            text += `[${key}]`;
        else if (/^[\w-]+$/.test(String(key)))
            text += text === '' ? String(key) : `.${String(key)}`;
        else
            text += `["${visible(String(key))}"]`;
    }
    return text;
}
/** The candidate that was probably meant: at most a third of the characters differ. `null` when none is near. */
function nearest(word, candidates) {
    const plain = word.replace(/[\p{C}\p{Z}\p{M}]/gu, '').toLowerCase();
    if (plain.length > 100)
        return null;
    let best = null;
    for (const candidate of candidates) {
        const distance = editDistance(plain, candidate.toLowerCase());
        if (distance <= Math.max(1, Math.floor(candidate.length / 3)) && distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    return best?.candidate ?? null;
}
/** Insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, optimal string alignment). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
            row.push(least);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** Turns offsets into a text with `\n` line ends into positions. */
function lineIndex(text) {
    const starts = [0];
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
        starts.push(i + 1);
    return offset => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}

;// CONCATENATED MODULE: ./build/action/reports.js








/** Files that one glob may match. */
const maxMatches = 100;
/** Entries looked at while searching; beyond it the search is told to be incomplete. */
const maxEntries = 200_000;
const skipped = new Set(['node_modules', '.git']);
/** Every report file, in the order of the policy and then by path, and what is wrong with those that are not there. */
async function findReports(specs, workspace) {
    const found = [];
    const problems = [];
    let files;
    const listed = () => {
        files ??= listFiles(workspace);
        return files;
    };
    for (const spec of specs) {
        const paths = isPattern(spec.path) ? await matching(spec.path, listed) : existing(spec.path, workspace);
        if (paths.length === 0) {
            const near = nearestFiles(spec.path, await listed());
            problems.push((0,message/* message */.i)('action.report.missing', { name: spec.name, path: spec.path, near }));
        }
        else if (paths.length > maxMatches) {
            problems.push((0,message/* message */.i)('coverage.problem.too-many', {
                name: spec.name,
                path: spec.path,
                found: paths.length,
                limit: maxMatches,
            }));
        }
        else
            found.push(...paths.map(path => ({ spec, path: inWorkspace(workspace, path) })));
    }
    return { found, problems };
}
const isPattern = (path) => /[*?[{]/.test(path);
async function matching(pattern, listed) {
    const glob = compileGlob(pattern);
    if (!glob.ok)
        return [];
    const matches = glob.value;
    return (await listed()).filter(path => matches.matches(path));
}
/** Files at places where tools put reports; none there is no problem of a place. */
async function findCommon(places, workspace) {
    const globs = compileGlobs(places);
    const paths = (await listFiles(workspace)).filter(path => globs.matches(path)).slice(0, maxMatches);
    return paths.map(path => ({ spec: { name: path, path }, path: inWorkspace(workspace, path) }));
}
const inWorkspace = (workspace, path) => (0,external_node_path_.join)(workspace.workingDirectory, path).split(external_node_path_.sep).join('/');
/** Whether anything stands there; what it is is judged when it is opened. */
function existing(path, workspace) {
    try {
        (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(workspace.root, workspace.workingDirectory, path));
        return [path];
    }
    catch {
        return [];
    }
}
/** Everything that is not a folder below the working directory, sorted; links are listed, never followed. */
async function listFiles(workspace) {
    const root = (0,external_node_path_.join)(workspace.root, workspace.workingDirectory);
    const files = [];
    const folders = [''];
    let seen = 0;
    for (let folder = folders.pop(); folder !== undefined && seen < maxEntries; folder = folders.pop()) {
        try {
            for await (const entry of await (0,promises_.opendir)((0,external_node_path_.join)(root, folder))) {
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
    const name = (0,external_node_path_.basename)(wanted);
    const like = /lcov|cobertura|coverage|jacoco|clover/i;
    return files
        .map(path => {
        const own = (0,external_node_path_.basename)(path);
        const distance = own === name ? 0 : own.length > 60 ? Infinity : editDistance(own.toLowerCase(), name.toLowerCase());
        const near = distance <= Math.max(1, Math.floor(name.length / 3));
        return { path, rank: near ? distance : like.test(own) && /\.(info|xml|json|out)$/.test(own) ? 100 : Infinity };
    })
        .filter(one => one.rank < Infinity)
        .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
        .slice(0, 3)
        .map(one => one.path);
}
const maxReportSize = 1024 ** 3;
const chunkSize = 1024 * 1024;
/**
 * Opens a file of the workspace: its real place must be inside, it must be a regular file of at most 1 GiB, and what
 * was opened must be what was looked at (security.md T-58, B-F05).
 */
function openReport(path, workspace) {
    let real;
    try {
        real = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(workspace.root, path));
    }
    catch (error) {
        return (0,result/* err */._)(failure(path, error));
    }
    const inside = (0,external_node_path_.relative)(workspace.root, real);
    if (inside === '' || inside.split(external_node_path_.sep)[0] === '..' || inside.startsWith(external_node_path_.sep) || /^[A-Za-z]:/.test(inside)) {
        return (0,result/* err */._)((0,message/* message */.i)('action.report.outside', { path }));
    }
    let fd;
    try {
        const seen = (0,external_node_fs_.lstatSync)(real);
        if (!seen.isFile())
            return (0,result/* err */._)((0,message/* message */.i)('action.report.kind', { path, kind: kindOf(seen) }));
        // A FIFO put there meanwhile must not block, a link not be followed.
        fd = (0,external_node_fs_.openSync)(real, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        const opened = (0,external_node_fs_.fstatSync)(fd);
        if (!opened.isFile() || opened.ino !== seen.ino || opened.dev !== seen.dev) {
            (0,external_node_fs_.closeSync)(fd);
            return (0,result/* err */._)((0,message/* message */.i)('action.report.replaced', { path }));
        }
        if (opened.size > maxReportSize) {
            (0,external_node_fs_.closeSync)(fd);
            return (0,result/* err */._)((0,message/* message */.i)('action.report.size', { path, bytes: opened.size, limit: maxReportSize }));
        }
        return (0,result.ok)(reader(fd, opened.mtimeMs));
    }
    catch (error) {
        return (0,result/* err */._)(failure(path, error));
    }
}
function reader(fd, modifiedAt) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    function* chunks() {
        const buffer = Buffer.allocUnsafe(chunkSize);
        let left = maxReportSize;
        while (left > 0) {
            const size = (0,external_node_fs_.readSync)(fd, buffer, 0, Math.min(chunkSize, left), null);
            if (size === 0)
                return;
            left -= size;
            const chunk = buffer.subarray(0, size);
            hash.update(chunk);
            yield chunk;
        }
    }
    return { modifiedAt, chunks, sha256: () => hash.digest('hex'), close: () => (0,external_node_fs_.closeSync)(fd) };
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
        return (0,message/* message */.i)('action.report.permission', { path });
    if (code === 'ELOOP')
        return (0,message/* message */.i)('action.report.loop', { path });
    return (0,message/* message */.i)('action.report.unreadable', { path, code });
}

;// CONCATENATED MODULE: ./build/action/coverage.js








/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
async function measureCoverage(input) {
    const { options, workspace, repository, headSha } = input;
    const specs = options.reports;
    const listed = specs === undefined
        ? { found: await findCommon(commonPlaces, workspace), problems: [] }
        : await findReports(specs, workspace);
    const nothingFound = listed.found.length === 0;
    const tested = await testedChange(repository, headSha, input.changedFiles);
    if (tested.changedFiles?.state === 'unknown') {
        return { fact: tested.changedFiles, nothingFound, notices: [] };
    }
    const checkout = repository === null ? null : await (0,git/* checkedOutAt */.XI)(repository);
    const read = listed.found.map(found => readOne(found.spec, found.path, { workspace, repository, checkout }));
    const problems = [
        ...listed.problems,
        ...(specs === undefined && nothingFound ? [(0,message/* message */.i)('action.report.none', { places: commonPlaces })] : []),
        ...(nothingFound ? [] : tested.problems),
        ...read.flatMap(one => one.problems),
    ];
    const reports = read.flatMap(one => one.report ?? []);
    const measured = {
        reports,
        problems,
        tree: tested.tree?.map(entry => entry.path) ?? null,
        changedFiles: tested.changedFiles?.state === 'present' ? tested.changedFiles.value : null,
        options,
        headSha,
        run: input.run,
        workspace: repository?.root ?? workspace.root,
        ...(repository === null || tested.tree === null
            ? {}
            : { lineCounts: await linesOf(repository, tested.tree, reports) }),
    };
    return { fact: (0,facts_facts/* present */.Eb)(measure(measured)), nothingFound, notices: doubts(measured) };
}
/** Clocks of file systems tick more coarsely than the one that wrote the checkout. */
const clockSlack = 1000;
function readOne(spec, path, { workspace, repository, checkout }) {
    const opened = openReport(path, workspace);
    if (!opened.ok)
        return { problems: [opened.error] };
    const { modifiedAt, chunks, sha256, close } = opened.value;
    const { name } = spec;
    try {
        if (checkout !== null && modifiedAt < checkout - clockSlack) {
            return { problems: [(0,message/* message */.i)('coverage.problem.stale', { name, path })] };
        }
        const parsed = readReport(chunks(), spec.format);
        if (!parsed.ok)
            return { problems: [unreadable({ name, path }, parsed.error)] };
        const origin = {
            name,
            path: inRepository(path, workspace, repository),
            format: parsed.value.format,
            sha256: sha256(),
        };
        return { report: { origin, report: parsed.value.report }, problems: [] };
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        return { problems: [(0,message/* message */.i)('action.report.unreadable', { path, code })] };
    }
    finally {
        close();
    }
}
function inRepository(path, workspace, repository) {
    return repository === null ? path : (0,external_node_path_.relative)(repository.root, (0,external_node_path_.resolve)(workspace.root, path)).split(external_node_path_.sep).join('/');
}
/**
 * Line numbers in the reports are those of the commit that is checked out. That is the head itself, or, after a default
 * checkout, GitHub's merge of it into the base branch; there the change is the merge's own. Any other commit says
 * nothing about this head.
 */
async function testedChange(repository, headSha, changedFiles) {
    if (repository === null)
        return { tree: null, changedFiles, problems: [(0,message/* message */.i)('action.report.noCheckout', {})] };
    const found = await (0,git/* headCommit */.Qo)(repository);
    const listed = found.ok ? await (0,git/* listTree */.nT)(repository, found.value) : found;
    if (!found.ok || !listed.ok)
        return { tree: null, changedFiles, problems: listed.ok ? [] : [listed.error] };
    const tested = found.value;
    const tree = listed.value.filter(entry => entry.type === 'blob');
    if (tested === headSha)
        return { tree, changedFiles, problems: [] };
    const [base, head] = await (0,git/* parentsOf */.fY)(repository, tested);
    if (base === undefined || head !== headSha || changedFiles === null) {
        return { tree, changedFiles, problems: [(0,message/* message */.i)('action.report.otherCommit', { tested, head: headSha })] };
    }
    if (await (0,git/* hasCommit */.QE)(repository, base)) {
        const merged = await (0,git/* diffCommits */.is)(repository, base, tested);
        return { tree, changedFiles: merged.ok ? (0,facts_facts/* present */.Eb)(merged.value) : (0,facts_facts/* unknown */.L5)(merged.error), problems: [] };
    }
    return { tree, changedFiles, problems: shiftedFiles(tree, changedFiles) };
}
/** Files whose content in the merge is not that of the head: their line numbers would not fit. */
function shiftedFiles(tree, changed) {
    const blobs = new Map(tree.map(entry => [entry.path, entry.oid]));
    const files = changed.state === 'present' ? changed.value : [];
    const shifted = files.filter(file => file.status !== 'deleted' && file.kind === 'text' && blobs.get(file.path) !== file.blob);
    return shifted.length === 0 ? [] : [(0,message/* message */.i)('action.report.shifted', { files: shifted.map(file => file.path) })];
}
/** Bytes of file contents that are read to count lines. */
const maxCounted = 64 * 1024 * 1024;
/** Lines of the files that a report may speak about, told by their names. */
async function linesOf(repository, tree, reports) {
    const nameOf = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const names = new Set(reports.flatMap(({ report }) => [...report.files.keys()].map(nameOf)));
    let left = maxCounted;
    const entries = tree.filter(entry => {
        if (!names.has(nameOf(entry.path)) || entry.size > left)
            return false;
        left -= entry.size;
        return true;
    });
    const counts = await (0,git/* countLines */.lt)(repository, entries.map(entry => entry.oid));
    return new Map(entries.flatMap(entry => {
        const lines = counts.get(entry.oid);
        return lines === undefined ? [] : [[entry.path, lines]];
    }));
}

;// CONCATENATED MODULE: ./build/src/checklist/policy.js


/** Ids appear in commands, check buttons and the ledger. */
const id = schemas/* string */.YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'an id of lower-case letters, digits and "-", at most 40 characters' });
const policy_text = schemas/* union */.KCZ([schemas/* string */.YjP().min(1).max(300), schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['en', 'zh-CN']), schemas/* string */.YjP().min(1).max(300))]);
const item = schemas/* strictObject */.rej({
    id,
    text: policy_text.describe('What the person confirms: one text, or one per locale.'),
    role: schemas/* string */.YjP().optional().describe('Role whose members may sign. Left out when `evidence` ticks the item.'),
    count: schemas/* int */.Whr().min(1).max(10).default(1).describe('Different people who must sign.'),
    covers: globs
        .optional()
        .describe('Files that the confirmation speaks about: a push that leaves them alone keeps the sign-off. Left out: any push makes it stale.'),
    evidence: schemas/* templateLiteral */.Uy$(['gates.', schemas/* string */.YjP()])
        .optional()
        .describe('Ticked by the machine while this gate passes, e.g. `gates.coverage`.'),
    by_review: schemas/* boolean */.zMY().default(false).describe('An approving review by a member of the role signs this item.'),
    allow_self: schemas/* boolean */.zMY().default(false).describe('People who contributed to the pull request may sign.'),
});
const checklist = schemas/* strictObject */.rej({
    id,
    level: schemas/* enum */.k5n(['block', 'warn', 'info', 'off']).default('block'),
    when: schemas/* strictObject */.rej({ paths: globs }).optional().describe('Left out: every pull request.'),
    items: schemas/* array */.YOg(item).min(1).max(50),
});

// EXTERNAL MODULE: ./build/src/facts/diff.js
var diff = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/gates/docs/words.js
/** The context and changed lines of one side. What stands outside the hunks is not seen. */
function visibleLines(file, side) {
    const lineComment = lineComments.get(file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase());
    return (file.hunks ?? []).flatMap(hunk => readHunk(hunk, side, lineComment));
}
const lineComments = new Map([
    ['adoc', /^\/\/(?!\/)/],
    ['asciidoc', /^\/\/(?!\/)/],
    ['rst', /^\.\.(?:$|\s+(?![\w:-]+::|_|\[|\|))/],
]);
function readHunk(hunk, side, lineComment) {
    const start = side === 'new' ? hunk.newStart : hunk.oldStart;
    const unseen = side === 'new' ? 'removed' : 'added';
    const lines = hunk.lines.filter(line => line.kind !== unseen);
    const fromTop = start <= 1;
    const delimiter = fromTop ? frontMatterDelimiter(lines[0]?.text) : null;
    const view = { fence: null, comment: !fromTop && startsInComment(lines), frontMatter: delimiter };
    return lines.map(({ kind, text }, index) => {
        const line = { kind, number: start + index, raw: text };
        if (view.frontMatter !== null) {
            if (index > 0 && text.trimEnd() === view.frontMatter)
                view.frontMatter = null;
            return { ...line, visible: '', code: false };
        }
        // Below the top of the file a fence may be an opening or a closing one, so none is believed.
        const fence = fromTop && !view.comment ? /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] : undefined;
        if (view.fence !== null || fence !== undefined) {
            const closes = view.fence !== null && fence?.startsWith(view.fence) === true;
            const opens = view.fence === null;
            if (opens)
                view.fence = fence ?? null;
            if (closes)
                view.fence = null;
            return { ...line, visible: opens || closes ? '' : text, code: true };
        }
        const rest = withoutComments(text, view.comment);
        view.comment = rest.comment;
        const hidden = metadata.test(rest.text) || linkDefinition.test(rest.text) || lineComment?.test(rest.text) === true;
        return { ...line, visible: hidden ? '' : rest.text, code: false };
    });
}
/** YAML (`---`) or TOML (`+++`) in the first line of the file. */
function frontMatterDelimiter(first) {
    const delimiter = first?.trimEnd();
    return delimiter === '---' || delimiter === '+++' ? delimiter : null;
}
function startsInComment(lines) {
    const text = lines.map(line => line.text).join('\n');
    const end = text.search(words_commentEnd);
    const start = text.search(commentStart);
    return end >= 0 && (start < 0 || end < start);
}
const commentStart = /<!--|\{\/\*/;
const words_commentEnd = /-->|\*\/\}/;
/** Cuts HTML and MDX comments out of one line; `comment` says whether one is open before and after it. */
function withoutComments(text, open) {
    let visible = '';
    let rest = text;
    let comment = open;
    for (;;) {
        const mark = (comment ? words_commentEnd : commentStart).exec(rest);
        if (!comment)
            visible += mark ? rest.slice(0, mark.index) : rest;
        if (!mark)
            return { text: visible, comment };
        rest = rest.slice(mark.index + mark[0].length);
        comment = !comment;
    }
}
/** `date: 2027-01-31`, `Last updated: …`: changes with every edit and tells a reader nothing. */
const metadata = /^[\s>*_#-]*(?:date|last[ _-]?(?:mod(?:ified)?|updated?|edited|changed|reviewed)(?:[ _-](?:at|on))?|lastmod|updated(?:[ _-](?:at|on))?|modified|created(?:[ _-](?:at|on))?|published|更新日期|更新时间|最后更新|修改日期|日期)[*_]*\s*[:：][*_]*[\s\d"':./年月日TZ+-]*$/iu;
const linkDefinition = /^ {0,3}\[[^\]]+\]:\s/;
/** Scripts written without spaces: every letter counts as a word. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const url = 'https?://[^\\s<>()\\[\\]]+';
const joiner = "['’._/-](?=[\\p{L}\\p{N}])";
const word = new RegExp(`${url}|(?=[\\p{L}\\p{N}])${unspaced}|(?!${unspaced})[\\p{L}\\p{N}](?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}]|${joiner})*`, 'gu');
/** Words in the order of the text, in one spelling: case, width, invisible characters and markup make no difference. */
function words(visible) {
    const text = visible
        .normalize('NFKC')
        .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replaceAll(/\]\([^()]*\)/g, '] ')
        .replaceAll(/<\/?[a-z][^<>]*>/gi, tag => (/^<https?:/i.test(tag) ? tag : ' '))
        .replaceAll(/&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/gi, ' ');
    return [...text.toLowerCase().matchAll(word)].map(match => match[0]);
}
const placeholders = [
    /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?![\p{L}\p{N}_-])/u,
    /<\s*(?:describe|insert|explain|fill[ -]?in|add|todo|tbd|placeholder)(?:\s[^<>]*)?>/i,
    /\blorem ipsum\b/i,
    /待补充|待完善|待填写|待定|此处填写/,
];
/** A template's prompt that nobody has filled in. Code, in a block or in backticks, may speak about prompts. */
const isPlaceholder = (line) => !line.code && placeholders.some(pattern => pattern.test(line.visible.replaceAll(/`+[^`]*`+/g, ' ')));

;// CONCATENATED MODULE: ./build/src/gates/docs/substance.js

const hollow = (reason) => ({ kind: 'hollow', reason });
/**
 * Judges what the change adds for a reader. A word is new when the same file did not lose it, and its line was not
 * lost by another document: moving, re-wrapping and re-ordering text adds nothing.
 */
function substance(file, minWords, lost) {
    if (file.status === 'deleted')
        return hollow('deleted');
    if (file.kind === 'symlink' || file.kind === 'submodule')
        return hollow('link');
    if (file.kind === 'binary')
        return hollow('binary');
    if (file.hunks === null)
        return { kind: 'unread' };
    if (file.hunks.length === 0)
        return hollow(withoutHunks(file));
    const after = visibleLines(file, 'new');
    if (isLfsPointer(after))
        return hollow('lfs');
    const added = after.filter(line => line.kind === 'added');
    const removed = removedLines(file);
    if (added.length === 0)
        return hollow('removed');
    const unfinished = openPlaceholders(added, removed);
    if (unfinished.length > 0)
        return { kind: 'hollow', reason: 'placeholder', lines: unfinished };
    const count = newWords(added, removed, lost);
    if (count >= minWords)
        return { kind: 'substantive', words: count };
    if (count > 0)
        return { kind: 'hollow', reason: 'few', words: count, min: minWords };
    return hollow(withoutNewWords(added, removed));
}
/** What moved text is recognised by. */
const lostLines = (documents) => bag(documents.flatMap(removedLines).map(lineKey));
const removedLines = (file) => visibleLines(file, 'old').filter(line => line.kind === 'removed');
function withoutHunks(file) {
    if (file.status === 'renamed' || file.status === 'copied')
        return file.status;
    return file.status === 'added' ? 'empty' : 'mode';
}
const isLfsPointer = (after) => after[0]?.number === 1 && after[0].raw.startsWith('version https://git-lfs.github.com/spec/');
function openPlaceholders(added, removed) {
    const before = new Set(removed.map(line => line.raw.trim()));
    return added.filter(line => isPlaceholder(line) && !before.has(line.raw.trim())).map(line => line.number);
}
function newWords(added, removed, lost) {
    const own = bag(removed.map(lineKey));
    const elsewhere = new Map();
    const cameFromElsewhere = (line) => {
        const key = lineKey(line);
        if (!elsewhere.has(key))
            elsewhere.set(key, (lost.get(key) ?? 0) - (own.get(key) ?? 0));
        return takeOne(elsewhere, key);
    };
    const ownWords = new Map(bag(removed.flatMap(line => words(line.visible))));
    return added
        .filter(line => !cameFromElsewhere(line))
        .flatMap(line => words(line.visible))
        .filter(word => !takeOne(ownWords, word)).length;
}
function withoutNewWords(added, removed) {
    const wordsOf = (text) => added.flatMap(line => words(text(line)));
    if (squeeze(added) === squeeze(removed) || wordsOf(line => line.raw).length === 0)
        return 'whitespace';
    return wordsOf(line => line.visible).length === 0 ? 'invisible' : 'moved';
}
const squeeze = (lines) => lines.map(line => line.raw.replaceAll(/[\s\p{Cf}]+/gu, '')).join('');
const lineKey = (line) => words(line.visible).join(' ');
function bag(keys) {
    const counts = new Map();
    for (const key of keys)
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}
function takeOne(counts, key) {
    const left = counts.get(key) ?? 0;
    if (left > 0)
        counts.set(key, left - 1);
    return left > 0;
}

;// CONCATENATED MODULE: ./build/src/gates/scope.js

/** Both Unicode spellings of a path are tried: macOS writes `ü` decomposed, most policies are written composed. */
const matchesPath = (globs, path) => globs.matches(path) || globs.matches(path.normalize('NFC')) || globs.matches(path.normalize('NFD'));
/** Whether the change touches a file that the globs name, under its old name or its new one. */
const inScope = (globs, file) => (0,diff/* changedPaths */.vl)(file).some(path => matchesPath(globs, path));
/** By code unit, so that the order depends on no machine's locale. */
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);
/** First of each, in order. */
const scope_distinct = (values) => [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

;// CONCATENATED MODULE: ./build/src/gates/docs.js








const rule = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/)
        .describe('Names the rule in messages.'),
    kind: schemas/* enum */.k5n(['deployment', 'api', 'faq', 'changelog', 'configuration', 'other'])
        .describe('What sort of document is expected; used in messages.'),
    when: globs.describe('Files whose change needs a document: added, modified, deleted, renamed, copied, mode or type changed.'),
    update: globs.describe('Documents of which at least one must gain new text in the same pull request.'),
    min_words: schemas/* int */.Whr()
        .min(1)
        .max(1000)
        .default(3)
        .describe('New visible words that make an edit count. Chinese, Japanese and Thai text counts by character.'),
});
const docs_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(rule)
        .min(1)
        .max(100)
        .superRefine((rules, ctx) => {
        for (const [index, { id }] of rules.entries()) {
            const first = rules.findIndex(other => other.id === id);
            if (first < index)
                refuse(ctx, 'CFG-DUPID', (0,message/* message */.i)('docs.rule.duplicate', { id }), [index, 'id']);
        }
    })
        .describe('Every rule is checked on its own.'),
    generated: globs.optional().describe('Documents that a tool writes: their changes never count.'),
});
/** A change that affects deployment, interface or behaviour updates the right kind of document in the same pull request. */
const docs = defineGate({
    id: 'docs',
    measuredBy: 'github',
    needs: ['changedFiles'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: docs_options,
    evaluate: (facts, { rules, generated }) => {
        const files = facts.changedFiles;
        if (files === null) {
            return {
                status: 'unknown',
                summary: (0,message/* message */.i)('docs.files.absent', {}),
                next: (0,message/* message */.i)('docs.files.absent.next', {}),
            };
        }
        if (files.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('docs.empty', {}) };
        const generatedGlobs = generated === undefined ? null : compileGlobs(generated);
        const sorted = files.toSorted(byPath);
        return fold(rules.map(each => checkRule(each, sorted, generatedGlobs)));
    },
});
function checkRule(rule, files, generated) {
    const when = compileGlobs(rule.when);
    const update = compileGlobs(rule.update);
    const triggers = files.filter(file => triggersRule(file, when, update));
    if (triggers.length === 0)
        return { status: 'idle', rule };
    const documents = files.filter(file => inScope(update, file));
    const lost = lostLines(documents);
    const judged = documents.map(file => ({ file, verdict: docs_judge(file, lost, rule, update, generated) }));
    for (const { file, verdict } of judged) {
        if (verdict.kind === 'substantive')
            return { status: 'passed', rule, document: file.path, words: verdict.words };
    }
    const unread = judged.find(({ verdict }) => verdict.kind === 'unread');
    if (unread)
        return { status: 'unknown', rule, document: unread.file.path };
    return {
        status: 'failed',
        rule,
        triggers,
        documents: judged.flatMap(({ file, verdict }) => (verdict.kind === 'hollow' ? [{ file, why: verdict }] : [])),
    };
}
/** A path that is itself one of the expected documents asks for no other. */
const triggersRule = (file, when, update) => (0,diff/* changedPaths */.vl)(file).some(path => matchesPath(when, path) && !matchesPath(update, path));
function docs_judge(file, lost, rule, update, generated) {
    if (!matchesPath(update, file.path))
        return { kind: 'hollow', reason: 'renamed' };
    if (generated !== null && matchesPath(generated, file.path))
        return { kind: 'hollow', reason: 'generated' };
    return substance(file, rule.min_words, lost);
}
function fold(results) {
    const failed = results.filter(result => result.status === 'failed');
    const findings = scope_distinct(results.flatMap(ruleFindings));
    if (failed.length > 0) {
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('docs.failed', { rules: failed.map(failedRule), checked: results.length }),
            findings,
            next: (0,message/* message */.i)('docs.failed.next', { fixes: failed.map(fastestFix) }),
        };
    }
    const unread = results.find(result => result.status === 'unknown');
    if (unread) {
        const { document, rule } = unread;
        return {
            status: 'unknown',
            summary: (0,message/* message */.i)('docs.unread', { rule: rule.id, document }),
            next: (0,message/* message */.i)('docs.unread.next', { document }),
        };
    }
    const passed = results.filter(result => result.status === 'passed');
    if (passed.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('docs.idle', { rules: results.length }) };
    const updated = passed.map(result => ({ rule: result.rule.id, document: result.document, words: result.words }));
    return { status: 'passed', summary: (0,message/* message */.i)('docs.passed', { updated }), findings };
}
/** The trigger that is easiest to look at: one with a line, if there is one. */
function mainTrigger(triggers) {
    const places = triggers.map(file => ({ path: file.path, line: (0,diff/* firstChangedLine */.zT)(file) }));
    return places.find(place => place.line !== null) ?? places[0] ?? { path: '', line: null };
}
function failedRule({ rule, triggers }) {
    return { rule: rule.id, kind: rule.kind, ...mainTrigger(triggers) };
}
function ruleFindings(result) {
    const rule = result.rule.id;
    switch (result.status) {
        case 'idle':
            return [{ message: (0,message/* message */.i)('docs.rule.idle', { rule }) }];
        case 'passed':
            return [{ message: (0,message/* message */.i)('docs.rule.passed', { rule, document: result.document, words: result.words }) }];
        case 'unknown':
            return [{ message: (0,message/* message */.i)('docs.unread', { rule, document: result.document }), path: result.document }];
        case 'failed':
            return [triggerFinding(result), ...result.documents.map(hollowFinding)];
        default:
            return result;
    }
}
function triggerFinding(result) {
    const { path, line } = mainTrigger(result.triggers);
    const others = result.triggers.map(file => file.path).filter(other => other !== path);
    const { id, kind } = result.rule;
    return {
        message: (0,message/* message */.i)('docs.rule.failed', { rule: id, kind, path, line, others, update: expected(result.rule) }),
        path,
        ...(line === null ? {} : { line }),
    };
}
function hollowFinding({ file, why }) {
    const { path } = file;
    const line = why.reason === 'placeholder' ? (why.lines[0] ?? null) : (0,diff/* firstChangedLine */.zT)(file);
    return { message: hollowMessage(path, why), path, ...(line === null ? {} : { line }) };
}
function hollowMessage(path, why) {
    if (why.reason === 'placeholder')
        return (0,message/* message */.i)('docs.document.placeholder', { path, lines: why.lines });
    if (why.reason === 'few')
        return (0,message/* message */.i)('docs.document.few', { path, words: why.words, min: why.min });
    return (0,message/* message */.i)('docs.document.hollow', { path, reason: why.reason });
}
const expected = (rule) => rule.update.filter(pattern => !pattern.startsWith('!'));
function fastestFix({ rule, documents }) {
    const extend = documents.flatMap(({ file, why }) => why.reason === 'few' ? [{ fix: 'extend', path: file.path, missing: why.min - why.words }] : []);
    const nearest = extend.toSorted((a, b) => a.missing - b.missing)[0];
    if (nearest)
        return nearest;
    for (const { file, why } of documents) {
        if (why.reason === 'placeholder')
            return { fix: 'fill', path: file.path, lines: why.lines };
    }
    return { fix: 'write', update: expected(rule), min: rule.min_words };
}

;// CONCATENATED MODULE: ./build/src/gates/review/options.js


const options_rule = schemas/* strictObject */.rej({
    role: roleName.describe('Role of the policy whose members are asked.'),
    need: schemas/* enum */.k5n(['requested', 'approved'])
        .describe('`requested`: somebody of the role knows of the pull request. `approved`: they have approved it.'),
    count: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .default(1)
        .describe('Different people needed. A requested team counts as all of its people.'),
    when: globs.optional().describe('Files that make the rule apply. Left out: every pull request.'),
    request: schemas/* enum */.k5n(['auto', 'never'])
        .default('never')
        .describe('`auto`: the App asks members itself, those with the fewest open requests first.'),
    stale_after_push: schemas/* boolean */.zMY().default(true).describe('An approval counts only for the head at which it was given.'),
    allow_bots: schemas/* boolean */.zMY().default(false).describe('Bot accounts that the role names may act for it.'),
});
const options_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(options_rule).min(1).max(50).describe('Every rule is checked on its own; all that apply must hold.'),
});

;// CONCATENATED MODULE: ./build/src/gates/review/standing.js


const ruleApplies = (rule, files) => {
    if (rule.when === undefined)
        return true;
    const when = compileGlobs(rule.when);
    return files.some(file => inScope(when, file));
};
function standingOf(rule, role, facts) {
    const left = leftOut(rule, facts);
    const members = sorted(role.members);
    const known = new Set(members.map(member => member.id));
    const eligible = members.filter(member => !left(member));
    const mayAct = new Set(eligible.map(member => member.id));
    const decisions = latestDecisions(facts.reviews, facts.headSha);
    const approving = decisions.filter(({ state }) => state === 'approved');
    const blocking = decisions.filter(({ state }) => state === 'changes_requested').map(decision => decision.author);
    const current = (decision) => !rule.stale_after_push || decision.commitSha === facts.headSha;
    const fresh = approving.filter(current).map(decision => decision.author);
    const asked = sorted(facts.reviewRequests.flatMap(request => (request.kind === 'user' ? [request.account] : [])));
    const answered = sorted(facts.reviews.flatMap(reviewer));
    const isEligible = (account) => mayAct.has(account.id);
    const isOutside = (account) => !known.has(account.id) && !left(account);
    return {
        eligible,
        excluded: members.filter(left),
        approvals: fresh.filter(isEligible),
        stale: approving
            .filter(decision => !current(decision) && isEligible(decision.author))
            .map(({ author, commitSha }) => ({ account: author, sha: commitSha })),
        blockers: blocking.filter(account => known.has(account.id) && counts(rule, account)),
        asked: asked.filter(isEligible),
        askedTeams: askedTeams(role, facts.reviewRequests),
        answered: answered.filter(isEligible),
        outsiders: {
            approvals: fresh.filter(isOutside),
            blockers: blocking.filter(account => !known.has(account.id) && counts(rule, account)),
            engaged: sorted([...asked, ...answered]).filter(isOutside),
        },
    };
}
/** Ids are decimal numbers of any length. */
const byId = (a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
const sorted = (accounts) => [...new Map(accounts.map(account => [account.id, account])).values()].sort(byId);
/** Commit metadata is written by whoever commits: it can only add people to this set. */
const contributorIds = (commits) => new Set(commits.flatMap(commit => commit.contributors.map(account => account.id)));
const counts = (rule, account) => rule.allow_bots || account.type !== 'Bot';
function leftOut(rule, facts) {
    const contributors = rule.need === 'approved' ? contributorIds(facts.commits) : new Set();
    return account => account.id === facts.author?.id || contributors.has(account.id) || !counts(rule, account);
}
/**
 * Each person's last approval or request for changes, ordered by person. A comment changes nothing; GitHub marks a
 * dismissed review in place, so the person's decision before it holds again. Approving another commit later takes
 * nothing from an approval of this head; without that, dismissing the later one would make the verdict better.
 */
function latestDecisions(reviews, headSha) {
    const latest = new Map();
    for (const { author, state, commitSha } of reviews.toSorted(bySubmission)) {
        if (author === null || (state !== 'approved' && state !== 'changes_requested'))
            continue;
        const before = latest.get(author.id);
        if (state === 'approved' && before?.state === 'approved' && before.commitSha === headSha)
            continue;
        latest.set(author.id, { author, state, commitSha });
    }
    return [...latest.values()].sort((a, b) => byId(a.author, b.author));
}
const bySubmission = (a, b) => {
    const [first, second] = [Date.parse(a.submittedAt), Date.parse(b.submittedAt)];
    return first < second ? -1 : first > second ? 1 : byId(a, b);
};
const reviewer = (review) => review.author !== null && review.state !== 'pending' ? [review.author] : [];
/** A team that could not be read is known by its name in the policy; GitHub says under which name it was asked. */
function askedTeams(role, requests) {
    const ids = new Set(role.teams.map(team => team.id));
    const names = new Set(role.unresolved.map(({ entry }) => entry.replace(/^@/, '').toLowerCase()));
    return requests
        .flatMap(request => (request.kind === 'team' ? [request.team] : []))
        .filter(team => ids.has(team.id) || names.has(team.slug.toLowerCase()))
        .sort(byId);
}

;// CONCATENATED MODULE: ./build/src/gates/review/requests.js

/** GitHub takes no more people and teams on one pull request. */
const maxRequests = 15;
/**
 * Whom to ask for a review under the rules with `request: auto`; empty when nobody is missing, when the pull request is
 * a draft or not open, or when a fact is unknown. Everybody who was asked or has answered fills a place, so that asking
 * twice changes nothing. `load`: open requests by account id, none when missing.
 */
function planReviewRequests(facts, options, load) {
    const rules = options.rules.filter(rule => rule.request === 'auto');
    const read = readFacts(facts, rules);
    if (facts.state !== 'open' || facts.isDraft || read === null)
        return [];
    const planned = [];
    for (const rule of rules) {
        const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined;
        if (role === undefined || !ruleApplies(rule, read.changedFiles))
            continue;
        const reviewRequests = [...read.reviewRequests, ...planned];
        const room = Math.max(0, maxRequests - reviewRequests.length);
        planned.push(...missingRequests(rule, role, { ...read, reviewRequests }, load).slice(0, room));
    }
    return planned;
}
function missingRequests(rule, role, facts, load) {
    // Whoever is behind such a commit could be asked to approve it.
    if (rule.need === 'approved' && facts.commits.some(commit => commit.unattributed.length > 0))
        return [];
    const standing = standingOf(rule, role, facts);
    if (standing.askedTeams.length > 0)
        return [];
    if (role.members.length === 0) {
        const team = role.teams.toSorted(byId)[0];
        return team && standing.outsiders.engaged.length === 0 ? [{ kind: 'team', team }] : [];
    }
    const contributors = contributorIds(facts.commits);
    const engaged = sorted([...standing.asked, ...standing.answered]);
    const taken = new Set(engaged.map(account => account.id));
    const free = standing.eligible.filter(account => account.type === 'User' && !taken.has(account.id) && !contributors.has(account.id));
    const leastLoaded = free.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || byId(a, b));
    const missing = Math.max(0, rule.count - engaged.length);
    return leastLoaded.slice(0, missing).map((account) => ({ kind: 'user', account }));
}
function readFacts(facts, rules) {
    const { reviews, reviewRequests, commits, changedFiles } = facts;
    const files = rules.some(rule => rule.when !== undefined) ? presentValue(changedFiles) : [];
    const read = {
        reviews: presentValue(reviews),
        reviewRequests: presentValue(reviewRequests),
        commits: presentValue(commits),
    };
    if (read.reviews === null || read.reviewRequests === null || read.commits === null || files === null)
        return null;
    const { author, headSha, isDraft, roles } = facts;
    return {
        author,
        headSha,
        isDraft,
        roles,
        reviews: read.reviews,
        reviewRequests: read.reviewRequests,
        commits: read.commits,
        changedFiles: files,
    };
}
const presentValue = (fact) => (fact.state === 'present' ? fact.value : null);

;// CONCATENATED MODULE: ./build/src/gates/review.js






/** The right people know of the pull request, or have approved its head. */
const review = defineGate({
    id: 'review',
    measuredBy: 'github',
    needs: ['reviews', 'reviewRequests', 'commits', 'changedFiles'],
    unread: ({ rules }) => [
        ...(rules.some(rule => rule.need === 'approved') ? [] : ['commits']),
        ...(rules.some(rule => rule.when !== undefined) ? [] : ['changedFiles']),
    ],
    triggers: [
        'pull_request.opened',
        'pull_request.reopened',
        'pull_request.synchronize',
        'pull_request.edited',
        'pull_request.ready_for_review',
        'pull_request.converted_to_draft',
        'pull_request.review_requested',
        'pull_request.review_request_removed',
        'pull_request_review.submitted',
        'pull_request_review.edited',
        'pull_request_review.dismissed',
    ],
    options: options_options,
    roles: ({ rules }) => rules.map((rule, index) => ({ role: rule.role, path: ['rules', index, 'role'] })),
    evaluate: (facts, reviewOptions) => {
        const known = review_readFacts(facts, reviewOptions);
        if (known === null) {
            return { status: 'unknown', summary: (0,message/* message */.i)('review.absent', {}), next: (0,message/* message */.i)('review.absent.next', {}) };
        }
        return review_fold(reviewOptions.rules.map(rule => review_checkRule(rule, known)));
    },
});
/** `null`: a fact that these rules read is missing altogether. */
function review_readFacts(facts, { rules }) {
    const { author, headSha, isDraft, roles, reviews, reviewRequests } = facts;
    const commits = rules.some(rule => rule.need === 'approved') ? facts.commits : [];
    const changedFiles = rules.some(rule => rule.when !== undefined) ? facts.changedFiles : [];
    if (reviews === null || reviewRequests === null || commits === null || changedFiles === null)
        return null;
    return { author, headSha, isDraft, roles, reviews, reviewRequests, commits, changedFiles };
}
function review_checkRule(rule, facts) {
    if (!ruleApplies(rule, facts.changedFiles)) {
        return {
            status: 'idle',
            findings: [{ message: (0,message/* message */.i)('review.rule.idle', { role: rule.role, need: rule.need }) }],
        };
    }
    const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined;
    if (role === undefined) {
        const summary = (0,message/* message */.i)('review.role.missing', { role: rule.role });
        return { status: 'unknown', summary, next: (0,message/* message */.i)('review.role.missing.next', { role: rule.role }), findings: [] };
    }
    const standing = standingOf(rule, role, facts);
    return rule.need === 'approved'
        ? checkApproved(rule, role, standing, facts)
        : checkRequested(rule, role, standing, facts);
}
function checkApproved(rule, role, standing, facts) {
    const { approvals, blockers, outsiders } = standing;
    const anonymous = facts.commits.find(commit => commit.unattributed.length > 0);
    if (anonymous) {
        const params = { role: rule.role, sha: anonymous.sha, names: anonymous.unattributed };
        const next = (0,message/* message */.i)('review.unattributed.next', { sha: anonymous.sha });
        return { status: 'unknown', summary: (0,message/* message */.i)('review.unattributed', params), next, findings: [] };
    }
    const tally = { role: rule.role, need: rule.need, have: approvals.length, count: rule.count };
    const incomplete = role.unresolved.length > 0;
    if (!incomplete && standing.eligible.length < rule.count)
        return impossible(tally, standing);
    const findings = approvalFindings(rule, role, standing, facts);
    if (blockers.length > 0)
        return blocked(tally, standing, findings, facts);
    if (approvals.length >= rule.count) {
        // Somebody of the unreadable part may have asked for changes.
        return incomplete && outsiders.blockers.length > 0
            ? review_unreadable(rule, role)
            : passed(tally, findings, logins(approvals));
    }
    const undecided = outsiders.approvals.length > 0 || standing.eligible.length < rule.count;
    if (incomplete && undecided)
        return review_unreadable(rule, role);
    return review_waiting(rule, role, standing, tally, findings, facts);
}
function checkRequested(rule, role, standing, facts) {
    const engaged = sorted([...standing.asked, ...standing.answered]);
    const tally = { role: rule.role, need: rule.need, have: engaged.length, count: rule.count };
    const incomplete = role.unresolved.length > 0;
    const onlyTeams = role.members.length === 0 && role.teams.length > 0;
    if (!incomplete && !onlyTeams && standing.eligible.length < rule.count)
        return impossible(tally, standing);
    const findings = unresolvedFindings(rule, role);
    if (standing.blockers.length > 0)
        return blocked(tally, standing, findings, facts);
    const teams = standing.askedTeams.map(team => team.slug);
    const by = [...logins(engaged), ...teams];
    // Somebody of the unreadable part may have asked for changes.
    if (incomplete && standing.outsiders.blockers.length > 0)
        return review_unreadable(rule, role);
    if (teams.length > 0)
        return passed({ ...tally, have: Math.max(engaged.length, rule.count) }, findings, by);
    if (engaged.length >= rule.count)
        return passed(tally, findings, by);
    const reachable = standing.eligible.length >= rule.count || teamSlugs(role).length > 0;
    if (incomplete && (standing.outsiders.engaged.length > 0 || !reachable))
        return review_unreadable(rule, role);
    return review_waiting(rule, role, standing, tally, findings, facts);
}
function passed(tally, findings, by) {
    return {
        status: 'passed',
        tally,
        findings: [{ message: (0,message/* message */.i)('review.rule.passed', { ...tally, by }) }, ...findings],
    };
}
/** Nobody could ever act, so waiting would be a lie. */
function impossible(tally, standing) {
    const shortage = { ...tally, eligible: standing.eligible.length, excluded: logins(standing.excluded) };
    return { status: 'failed', tally: shortage, findings: [{ message: (0,message/* message */.i)('review.rule.failed', shortage) }] };
}
function review_unreadable(rule, role) {
    const entries = unresolvedEntries(role);
    const summary = (0,message/* message */.i)('review.unresolved', { role: rule.role, entries });
    const findings = role.unresolved.map(({ reason }) => ({ message: reason }));
    return { status: 'unknown', summary, next: (0,message/* message */.i)('review.unresolved.next', { role: rule.role }), findings };
}
function blocked(tally, standing, findings, facts) {
    const people = logins(standing.blockers);
    const shortage = { ...tally, blockedBy: people, isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        waitingFor: people.map(login => ({ kind: 'user', login, role: tally.role })),
        steps: [{ step: 'resolve', people }],
        findings: [{ message: (0,message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
    };
}
function review_waiting(rule, role, standing, tally, findings, facts) {
    const shortage = { ...tally, blockedBy: [], isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        ...(facts.isDraft ? untilReady(rule, facts) : nextPeople(rule, role, standing, tally, facts)),
        findings: [{ message: (0,message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
    };
}
/** Nobody is asked to look at a draft. */
const untilReady = (rule, facts) => ({
    waitingFor: [authorOrRole(rule, facts)],
    steps: [{ step: 'ready' }],
});
const authorOrRole = (rule, facts) => facts.author === null ? { kind: 'role', role: rule.role } : { kind: 'author', login: facts.author.login };
function nextPeople(rule, role, standing, tally, facts) {
    const done = rule.need === 'approved' ? standing.approvals : standing.answered;
    const again = rule.need === 'approved' ? standing.stale.map(({ account }) => account) : [];
    const awaited = rule.need === 'approved' ? without(standing.asked, done) : [];
    const people = sorted([...awaited, ...again]);
    const open = rule.need === 'approved' ? tally.have + people.length : tally.have;
    const uncovered = standing.askedTeams.length > 0 ? 0 : Math.max(0, rule.count - open);
    const free = without(standing.eligible, [...done, ...standing.asked, ...people]);
    const ask = {
        step: 'ask',
        role: rule.role,
        count: uncovered,
        people: logins(free),
        teams: teamSlugs(role),
    };
    const asked = [...logins(awaited), ...standing.askedTeams.map(team => team.slug)];
    return {
        waitingFor: [
            ...people.map(({ login }) => ({ kind: 'user', login, role: rule.role })),
            ...standing.askedTeams.map(({ slug }) => ({ kind: 'team', slug, role: rule.role })),
            ...(uncovered > 0 ? [whoAsks(rule, facts)] : []),
        ],
        steps: [
            ...(again.length > 0 ? [{ step: 'again', people: logins(again), headSha: facts.headSha }] : []),
            ...(asked.length > 0 ? [{ step: 'await', people: asked }] : []),
            ...(uncovered > 0 ? [ask] : []),
        ],
    };
}
function without(accounts, others) {
    const ids = new Set(others.map(account => account.id));
    return accounts.filter(account => !ids.has(account.id));
}
/** Who is to be asked is the role; that nobody was asked yet is the author's to mend, unless the App does it. */
const whoAsks = (rule, facts) => rule.need === 'requested' && rule.request === 'never' ? authorOrRole(rule, facts) : { kind: 'role', role: rule.role };
function approvalFindings(rule, role, standing, facts) {
    const stale = standing.stale.map(({ account, sha }) => ({
        message: (0,message/* message */.i)('review.stale', { login: account.login, sha, headSha: facts.headSha }),
    }));
    return [...stale, ...unresolvedFindings(rule, role)];
}
function unresolvedFindings(rule, role) {
    if (role.unresolved.length === 0)
        return [];
    return [
        { message: (0,message/* message */.i)('review.unresolved.part', { role: rule.role, entries: unresolvedEntries(role) }) },
        ...role.unresolved.toSorted((a, b) => (a.entry < b.entry ? -1 : 1)).map(({ reason }) => ({ message: reason })),
    ];
}
const unresolvedEntries = (role) => role.unresolved.map(({ entry }) => entry).sort();
/** Teams of the role that can be asked, readable or not. */
function teamSlugs(role) {
    const unread = unresolvedEntries(role).filter(entry => entry.includes('/'));
    return [...new Set([...role.teams.map(team => team.slug), ...unread.map(entry => entry.replace(/^@/, ''))])].sort();
}
const logins = (accounts) => accounts.map(account => account.login);
/** Worst first: failed, unknown, waiting, passed. */
function review_fold(results) {
    const findings = results.flatMap(result => result.findings);
    const failed = results.filter(result => result.status === 'failed').map(result => result.tally);
    if (failed.length > 0) {
        const missing = failed.map(({ role, eligible, count }) => ({ role, missing: count - eligible }));
        const next = (0,message/* message */.i)('review.failed.next', { roles: missing });
        return { status: 'failed', summary: (0,message/* message */.i)('review.failed', { rules: failed }), findings, next };
    }
    const unclear = results.find(result => result.status === 'unknown');
    if (unclear)
        return { status: 'unknown', summary: unclear.summary, next: unclear.next, findings };
    const open = results.filter(result => result.status === 'waiting');
    if (open.length > 0) {
        const waitingFor = scope_distinct(open.flatMap(result => result.waitingFor));
        const next = (0,message/* message */.i)('review.waiting.next', { steps: scope_distinct(open.flatMap(result => result.steps)) });
        const summary = (0,message/* message */.i)('review.waiting', { rules: open.map(result => result.tally) });
        return { status: 'waiting', summary, waitingFor, next, findings };
    }
    const held = results.filter(result => result.status === 'passed').map(result => result.tally);
    if (held.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('review.idle', { rules: results.length }) };
    return { status: 'passed', summary: (0,message/* message */.i)('review.passed', { rules: held }), findings };
}

;// CONCATENATED MODULE: ./build/src/gates/index.js



/** Every gate, in the order in which reports list them. Adding a gate is one file and one line here. */
const gates = { coverage: coverage, docs: docs, review: review };
const gateIds = Object.keys(gates);

;// CONCATENATED MODULE: ./build/src/policy/people.js
// Logins of managed users end in `_shortcode`; some old logins end in a hyphen. 39 characters at most.
const login = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?!-))*(?:_[A-Za-z0-9]+)?$/;
const slug = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
/** `undefined`: neither a login nor a team. Bots (`name[bot]`) are neither: they cannot confirm anything. */
function parsePerson(entry) {
    if (!entry.startsWith('@'))
        return undefined;
    const [owner = '', team, ...more] = entry.slice(1).split('/');
    if (more.length > 0 || owner.length > 39 || !login.test(owner))
        return undefined;
    if (team === undefined)
        return { kind: 'user', login: owner };
    return slug.test(team) ? { kind: 'team', owner, slug: team } : undefined;
}

;// CONCATENATED MODULE: ./build/src/policy/schema.js






const person = schemas/* string */.YjP()
    .superRefine((entry, ctx) => {
    if (parsePerson(entry) === undefined)
        refuse(ctx, 'CFG-LOGIN', (0,message/* message */.i)('policy.login', { got: entry.slice(0, 200) }));
})
    .meta({ title: 'Login or team', description: '`@login`, or `@owner/team` of the owner of the repository.' });
const role = schemas/* array */.YOg(person)
    .min(1)
    .max(maxListLength)
    .describe('`@login`, or `@owner/team` of the owner of the repository.');
const withLevel = (options) => options.safeExtend({ level: level.default('block') });
// The registry pairs each id with its own options; fromEntries forgets that.
const gateShape = Object.fromEntries(gateIds.map(id => [id, withLevel(gates[id].options).optional()]));
/** The whole policy file: what is allowed where. References between its parts are checked by `crossCheck`. */
const policySchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this format.'),
    locale: locale.default('en').describe('Language of comments, checks and messages.'),
    roles: schemas/* record */.g1P(roleName, role)
        .default({})
        .describe('Who may sign and approve. `implementer`, `developer`, `policy-owner`, or names of your own.'),
    gates: schemas/* strictObject */.rej(gateShape).default({}).describe('A gate that is not listed is off.'),
    checklists: schemas/* array */.YOg(checklist).max(maxListLength).default([]).describe('What people confirm before a deployment.'),
})
    .meta({ title: 'Delivery Gates policy' });

;// CONCATENATED MODULE: ./build/src/policy/defaults.js

/** As somebody would write it; `init` and the docs show this one. */
const defaultPolicyInput = {
    version: 1,
    gates: {
        coverage: { level: 'warn', project: { min: 80 }, patch: { min: 80 } },
        docs: {
            level: 'warn',
            rules: [
                {
                    id: 'deployment',
                    kind: 'deployment',
                    when: [
                        '**/{Dockerfile,Containerfile}*',
                        '**/{docker-compose,compose}*.{yml,yaml}',
                        '**/{Chart,values}.yaml',
                        '{deploy,deployment,helm,charts,k8s,kubernetes,kustomize,ansible,terraform}/**',
                        '**/migrations/**',
                        '**/.env.example',
                    ],
                    update: [
                        'docs/**',
                        'doc/**',
                        '**/{README,INSTALL,DEPLOY,DEPLOYMENT,UPGRADING,MIGRATION,CHANGELOG}*.{md,rst,adoc,txt}',
                    ],
                },
            ],
        },
    },
};
/** The policy of a repository that has none: it tells, and blocks nothing. */
const defaultPolicy = policySchema.parse(defaultPolicyInput);

;// CONCATENATED MODULE: ./build/src/policy/diff.js


/** What a file change means for the verdict, default values filled in, weaker changes first. `null`: no policy. */
function diffPolicies(before, after) {
    if (isProblems(after))
        return [whole('other', (0,message/* message */.i)('policy.change.broken', { count: after.length }))];
    if (before === null)
        return after === null ? [] : [whole('other', (0,message/* message */.i)('policy.change.created', {}))];
    if (after === null)
        return [whole('weaker', (0,message/* message */.i)('policy.change.deleted', {}))];
    return [...diff_compare([], before, after)].sort((a, b) => rank[a.direction] - rank[b.direction]);
}
const rank = { weaker: 0, other: 1, stronger: 2 };
const isProblems = (value) => Array.isArray(value);
const whole = (direction, what) => ({
    keyPath: '',
    from: null,
    to: null,
    direction,
    message: what,
});
function diff_compare(keys, from, to) {
    if (sameValue(from, to))
        return [];
    if (isRecord(from) && isRecord(to)) {
        const names = new Set([...Object.keys(from), ...Object.keys(to)]);
        return [...names].flatMap(name => diff_compare([...keys, name], from[name], to[name]));
    }
    if (Array.isArray(from) && Array.isArray(to))
        return compareLists(keys, from, to);
    if (keys.length === 2 && keys[0] === 'roles')
        return compareLists(keys, asList(from), asList(to));
    return [change(keys, from, to, direction(keys, from, to))];
}
function compareLists(keys, from, to) {
    return [...from, ...to].some(isRecord) ? compareRecords(keys, from, to) : compareValues(keys, from, to);
}
/** Lists of patterns and people: what was added, what was removed. */
function compareValues(keys, from, to) {
    const removed = from.filter(entry => !to.includes(entry));
    const added = to.filter(entry => !from.includes(entry));
    const kept = (list, other) => list.filter(entry => other.includes(entry));
    const ordered = [...from, ...to].some(entry => typeof entry === 'string' && entry.startsWith('!'));
    const moved = ordered && !sameValue(kept(from, to), kept(to, from));
    const key = shownKey(keys);
    return [
        ...removed.map(entry => change(keys, entry, undefined, listDirection(keys, entry, 'removed'))),
        ...added.map(entry => change(keys, undefined, entry, listDirection(keys, entry, 'added'))),
        ...(moved
            ? [
                {
                    ...change(keys, from, to, 'other'),
                    message: (0,message/* message */.i)('policy.change.order', { key }),
                },
            ]
            : []),
    ];
}
/** Entries with an id are the same entry wherever they stand; others are compared in order once equal ones are gone. */
function compareRecords(keys, from, to) {
    const ids = new Set([...from, ...to].map(idOf));
    if (!ids.has(undefined))
        return [...ids].flatMap(id => diff_compare([...keys, String(id)], from.find(hasId(id)), to.find(hasId(id))));
    const left = from.filter(entry => !to.some(other => sameValue(entry, other)));
    const right = to.filter(entry => !from.some(other => sameValue(entry, other)));
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
        const index = left[i] === undefined ? to.indexOf(right[i]) : from.indexOf(left[i]);
        return diff_compare([...keys, index], left[i], right[i]);
    }).flat();
}
const idOf = (entry) => (isRecord(entry) ? (entry.id ?? entry.name) : undefined);
const hasId = (id) => (entry) => idOf(entry) === id;
function change(keys, from, to, towards) {
    const shown = { from: show(from), to: show(to) };
    const key = shownKey(keys);
    const what = shown.from !== null && shown.to !== null
        ? (0,message/* message */.i)('policy.change', { key, from: shown.from, to: shown.to })
        : shown.to !== null
            ? (0,message/* message */.i)('policy.change.added', { key, value: isRecord(to) ? null : shown.to })
            : (0,message/* message */.i)('policy.change.removed', { key, value: isRecord(from) ? null : shown.from });
    return { keyPath: keyPath(keys), ...shown, direction: towards, message: what };
}
/** People speak of `coverage.project.min`. */
const shownKey = (keys) => keyPath(keys[0] === 'gates' && keys.length > 1 ? keys.slice(1) : keys);
const show = (value) => {
    if (value === undefined)
        return null;
    return visible(typeof value === 'string' ? value : JSON.stringify(value));
};
/** Higher is stricter, or (`down`) laxer. Every key of the policy that holds a number is here; a test keeps it so. */
const numberKeys = {
    count: 'up',
    max: 'down',
    max_drop: 'down',
    min: 'up',
    min_lines: 'down',
    min_words: 'up',
};
/** For lists: what an added entry does. Entries with `!` do the opposite. */
const listKeys = {
    covers: 'stronger',
    exclude: 'weaker',
    generated: 'stronger',
    paths: 'stronger',
    reports: 'other',
    update: 'weaker',
    when: 'stronger',
};
/** Ordered from lax to strict. */
const scales = {
    level: ['off', 'info', 'warn', 'block'],
    need: ['requested', 'approved'],
};
function listDirection(keys, entry, what) {
    const added = keys[0] === 'roles' ? 'weaker' : (listKeys[String(keys.at(-1))] ?? 'other');
    const negated = typeof entry === 'string' && entry.startsWith('!');
    return (what === 'removed') !== negated ? opposite(added) : added;
}
function opposite(towards) {
    if (towards === 'other')
        return 'other';
    return towards === 'weaker' ? 'stronger' : 'weaker';
}
function direction(keys, from, to) {
    const key = String(keys.at(-1));
    if (from === undefined)
        return presence(key, to);
    if (to === undefined)
        return opposite(presence(key, from));
    if (typeof from === 'number' && typeof to === 'number') {
        const scale = numberKeys[key];
        return scale === undefined ? 'other' : to > from === (scale === 'up') ? 'stronger' : 'weaker';
    }
    const scale = scales[key];
    if (scale?.includes(from) && scale.includes(to))
        return scale.indexOf(to) > scale.indexOf(from) ? 'stronger' : 'weaker';
    if (typeof to === 'boolean' && key.startsWith('allow_'))
        return to ? 'weaker' : 'stronger';
    if (typeof to === 'boolean' && key.startsWith('stale_'))
        return to ? 'stronger' : 'weaker';
    return 'other';
}
/** What it does that the key is there at all. A limit to some files (`when`, `covers`) lets more pass than none. */
function presence(key, value) {
    if (key === 'when' || key === 'covers' || key === 'exclude')
        return 'weaker';
    if (key === 'generated')
        return 'stronger';
    if (isRecord(value))
        return value.level === 'off' ? 'other' : 'stronger';
    return typeof value === 'number' && numberKeys[key] !== undefined ? 'stronger' : 'other';
}
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value) => (Array.isArray(value) ? value : []);
function sameValue(a, b) {
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((entry, i) => sameValue(entry, b[i]));
    if (!isRecord(a) || !isRecord(b))
        return a === b;
    const names = Object.keys(a);
    return (names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && sameValue(a[name], b[name])));
}

;// CONCATENATED MODULE: ./build/src/policy/cross-check.js







/** What must hold between the parts of a policy. Looks only at parts that are right in themselves. */
function crossCheck(raw, context) {
    const policy = readable(raw);
    return [
        ...foreignTeams(policy, context.owner),
        ...policy.items.flatMap(({ keys, item }) => checkItem(policy, keys, item)),
        ...gateRoles(policy),
        ...duplicateIds(raw, context.lineOf),
    ];
}
function readable(raw) {
    const root = asRecord(raw);
    const roles = asRecord(root.roles);
    const roleLists = Object.entries(roles).flatMap(([name, value]) => {
        const list = schemas/* array */.YOg(schemas/* string */.YjP()).safeParse(value);
        return list.success ? [[name, list.data]] : [];
    });
    const gateValues = gateIds.flatMap(id => {
        const options = policySchema.shape.gates.unwrap().shape[id].safeParse(asRecord(root.gates)[id]);
        return options.success && options.data !== undefined ? [[id, { ...options.data }]] : [];
    });
    const items = cross_check_asList(root.checklists).flatMap((list, i) => cross_check_asList(asRecord(list).items).flatMap((value, j) => {
        const parsed = checklist.shape.items.element.safeParse(value);
        return parsed.success ? [{ keys: ['checklists', i, 'items', j], item: parsed.data }] : [];
    }));
    return {
        roleNames: Object.keys(roles),
        roles: new Map(roleLists),
        gates: new Map(gateValues),
        gateNames: Object.keys(asRecord(root.gates)),
        items,
    };
}
const cross_check_asList = (value) => (Array.isArray(value) ? value : []);
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function foreignTeams(policy, owner) {
    return [...policy.roles].flatMap(([name, entries]) => entries.flatMap((entry, i) => {
        const person = parsePerson(entry);
        if (person?.kind !== 'team' || person.owner.toLowerCase() === owner.toLowerCase())
            return [];
        return [{ code: 'CFG-ORG', message: (0,message/* message */.i)('policy.org', { got: entry, owner }), keys: ['roles', name, i] }];
    }));
}
function checkItem(policy, keys, item) {
    const { id, role, evidence, count } = item;
    if (role === undefined && evidence === undefined)
        return [{ code: 'CFG-SIGNER', message: (0,message/* message */.i)('policy.signer.none', { item: id }), keys }];
    if (role !== undefined && evidence !== undefined)
        return [{ code: 'CFG-SIGNER', message: (0,message/* message */.i)('policy.signer.both', { item: id }), keys }];
    if (role === undefined)
        return checkEvidence(policy, evidence ?? '', [...keys, 'evidence']);
    return checkRole(policy, { role, keys: [...keys, 'role'], count, countKeys: [...keys, 'count'] });
}
function checkEvidence(policy, evidence, keys) {
    const gate = evidence.replace(/^gates\./, '');
    const id = gateIds.find(known => known === gate);
    if (id === undefined) {
        const params = { got: visible(gate), known: [...gateIds], suggestion: nearest(gate, gateIds) };
        return [{ code: 'CFG-EVIDENCE', message: (0,message/* message */.i)('policy.evidence.unknown', params), keys }];
    }
    const on = policy.gates.has(id) ? policy.gates.get(id)?.level !== 'off' : policy.gateNames.includes(id);
    if (on)
        return [];
    return [{ code: 'CFG-EVIDENCE', message: (0,message/* message */.i)('policy.evidence.off', { gate: id }), keys }];
}
function checkRole(policy, use) {
    if (!policy.roleNames.includes(use.role)) {
        const known = policy.roleNames.map(visible);
        const params = { got: visible(use.role), known, suggestion: nearest(use.role, policy.roleNames) };
        return [{ code: 'CFG-ROLE', message: (0,message/* message */.i)('policy.role.unknown', params), keys: use.keys }];
    }
    const people = policy.roles.get(use.role)?.map(parsePerson);
    if (people === undefined || people.some(person => person?.kind !== 'user'))
        return [];
    const members = new Set(people.map(person => (person?.kind === 'user' ? person.login.toLowerCase() : ''))).size;
    if (members === 0 || use.count <= members)
        return [];
    const params = { role: use.role, count: use.count, members };
    return [{ code: 'CFG-IMPOSSIBLE', message: (0,message/* message */.i)('policy.impossible', params), keys: use.countKeys }];
}
function gateRoles(policy) {
    return [...policy.gates].flatMap(([id, options]) => {
        // The registry pairs each gate with its own options; a lookup by id forgets that.
        const gate = gates[id];
        return (gate.roles?.(options) ?? []).flatMap(({ role, path }) => {
            const parent = path.slice(0, -1);
            const count = asRecord(valueAt(options, parent)).count;
            const at = ['gates', id];
            return checkRole(policy, {
                role,
                keys: [...at, ...path],
                count: typeof count === 'number' ? count : 0,
                countKeys: [...at, ...parent, 'count'],
            });
        });
    });
}
/** The value at a key path; `undefined` where there is none. */
function valueAt(raw, keys) {
    let value = raw;
    for (const key of keys) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
/** Within one list of a gate (by `id`, else by `name`), over all checklists, and over all their items. */
function duplicateIds(raw, lineOf) {
    const lists = asRecord(raw).checklists;
    const checklistIds = named(lists, ['checklists']);
    const itemIds = cross_check_asList(lists).flatMap((list, i) => named(asRecord(list).items, ['checklists', i, 'items']));
    const gateLists = Object.entries(asRecord(asRecord(raw).gates)).flatMap(([gate, options]) => Object.entries(asRecord(options)).map(([key, value]) => named(value, ['gates', gate, key])));
    return [checklistIds, itemIds, ...gateLists].flatMap(group => repeated(group, lineOf));
}
function named(list, keys) {
    return cross_check_asList(list).flatMap((entry, i) => {
        const key = Object.hasOwn(asRecord(entry), 'id') ? 'id' : 'name';
        const id = asRecord(entry)[key];
        return typeof id === 'string' ? [{ id, keys: [...keys, i, key] }] : [];
    });
}
function repeated(group, lineOf) {
    const first = new Map();
    return group.flatMap((entry) => {
        const earlier = first.get(entry.id);
        if (earlier === undefined) {
            first.set(entry.id, entry);
            return [];
        }
        const params = { id: visible(entry.id), first: lineOf(earlier.keys), second: lineOf(entry.keys) };
        return [{ code: 'CFG-DUPID', message: (0,message/* message */.i)('policy.id.twice', params), keys: entry.keys }];
    });
}

;// CONCATENATED MODULE: ./build/src/policy/search.js


/** Where a policy may stand, in the order of the search. More than one present is an error, never a preference. */
const policyPaths = ['.github/delivery-gates.yml', '.github/delivery-gates.yaml'];
/** Bytes. */
const maxPolicySize = 256 * 1024;
/** The one policy file among these entries (others are ignored), `null` when there is none. Its content is not judged here. */
function choosePolicyFile(entries) {
    const found = policyPaths.flatMap(path => entries.filter(entry => entry.path === path));
    const [first, second] = found;
    if (first === undefined)
        return (0,result.ok)(null);
    if (second !== undefined) {
        const paths = { first: first.path, second: second.path };
        return (0,result/* err */._)(fileProblem('CFG-AMBIGUOUS', (0,message/* message */.i)('policy.ambiguous', paths), second.path));
    }
    const kind = search_kindOf(first);
    if (kind !== 'file')
        return (0,result/* err */._)(fileProblem('CFG-FILE', (0,message/* message */.i)('policy.file', { kind }), first.path));
    if (first.size > maxPolicySize) {
        return (0,result/* err */._)(fileProblem('CFG-SIZE', (0,message/* message */.i)('policy.size', { bytes: first.size, limit: maxPolicySize }), first.path));
    }
    return (0,result.ok)(first);
}
function search_kindOf(entry) {
    if (entry.mode === '120000')
        return 'symlink';
    if (entry.mode === '160000' || entry.type === 'commit')
        return 'submodule';
    if (entry.mode === '040000' || entry.type === 'tree')
        return 'directory';
    return entry.type === 'blob' && /^100(644|755)$/.test(entry.mode) ? 'file' : 'other';
}
/** A problem of the file as a whole. */
function fileProblem(code, what, path) {
    return { code, message: what, path, line: 1, column: 1, keyPath: '' };
}

;// CONCATENATED MODULE: ./build/src/policy/decode.js



/** UTF-8 bytes to text with `\n` line ends and without byte order mark. */
function decode(bytes) {
    const refused = (code, what, before = '') => (0,result/* err */._)({ code, message: what, offset: before.length, before });
    if (bytes.length > maxPolicySize)
        return refused('CFG-SIZE', (0,message/* message */.i)('policy.size', { bytes: bytes.length, limit: maxPolicySize }));
    const encoding = otherEncoding(bytes);
    if (encoding)
        return refused('CFG-ENCODING', (0,message/* message */.i)('policy.encoding', { encoding }));
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = brokenByte(bytes);
    if (broken >= 0)
        return refused('CFG-ENCODING', (0,message/* message */.i)('policy.encoding.byte', { offset: broken, byte: bytes[broken] ?? 0 }));
    if (text.startsWith('version https://git-lfs.github.com/spec/'))
        return refused('CFG-FILE', (0,message/* message */.i)('policy.file', { kind: 'lfs' }));
    const lines = text.replace(/\r\n?/g, '\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what YAML forbids.
    const control = /[\0-\x08\x0b-\x1f\x7f]/.exec(lines);
    if (control)
        return refused('CFG-SYNTAX', (0,message/* message */.i)('policy.control', { codePoint: control[0].charCodeAt(0) }), lines.slice(0, control.index));
    return (0,result.ok)(lines);
}
function otherEncoding(bytes) {
    const [a, b, c, d] = bytes;
    if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 3))
        return 'UTF-16LE';
    if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0 && bytes.length > 3))
        return 'UTF-16BE';
    return undefined;
}
/** Offset of the first byte that is not UTF-8, or -1: where decoding and encoding again gives something else. */
function brokenByte(bytes) {
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    let at = again.findIndex((byte, i) => byte !== bytes[i]);
    if (at < 0)
        return -1;
    while (((again[at] ?? 0) & 0xc0) === 0x80)
        at--;
    return at;
}

;// CONCATENATED MODULE: ./build/src/policy/issues.js




/** Zod's issues in our words. Each has at least one problem, so that nothing wrong is lost. */
function problemsOf(issues, schema, raw) {
    return issues.flatMap(issue => problemsOfIssue(issue, schema, raw));
}
function problemsOfIssue(issue, schema, raw) {
    const keys = issue.path;
    const input = valueAt(raw, keys);
    const one = (code, what) => [{ code, message: what, keys }];
    if (issue.code === 'custom')
        return one(...customProblem(issue));
    if (input === undefined && issue.code !== 'unrecognized_keys' && keys.length > 0)
        return one('CFG-REQUIRED', (0,message/* message */.i)('policy.required', { key: visible(String(keys.at(-1))) }));
    if (keys.length === 1 && keys[0] === 'version')
        return one('CFG-VERSION', versionMessage(describe(input)));
    switch (issue.code) {
        case 'invalid_type':
            return one(...typeProblem(issue.expected, input, schemaAt(schema, keys)));
        case 'invalid_union':
            return unionProblems(issue, schema, raw);
        case 'unrecognized_keys':
            return issue.keys.map(key => unknownKey(key, keys, knownKeys(schemaAt(schema, keys))));
        case 'invalid_key':
            return one('CFG-ID', (0,message/* message */.i)('policy.id', { got: visible(String(keys.at(-1))) }));
        case 'invalid_value':
            return one('CFG-ENUM', enumMessage(issue.values.map(String), input));
        case 'invalid_format':
            return one(...formatProblem(issue, input, keys));
        case 'too_small':
        case 'too_big':
            return one(...sizeProblem(issue, input, keys, schemaAt(schema, keys)));
        default:
            return one('CFG-TYPE', (0,message/* message */.i)('policy.invalid', { detail: visible(issue.message) }));
    }
}
function customProblem(issue) {
    const params = issue.params;
    return params
        ? [params.code, params.problem]
        : ['CFG-TYPE', (0,message/* message */.i)('policy.invalid', { detail: visible(issue.message) })];
}
function describe(value) {
    if (value === null || value === undefined)
        return { kind: 'nothing' };
    if (Array.isArray(value))
        return { kind: 'list' };
    if (typeof value === 'object')
        return { kind: 'mapping' };
    const kind = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'text';
    return { kind: kind, value: visible(String(value)) };
}
const versionMessage = (got) => (0,message/* message */.i)('policy.version', { got, supported: [1] });
const expectedKinds = {
    string: 'text',
    template_literal: 'text',
    number: 'number',
    int: 'integer',
    boolean: 'boolean',
    array: 'list',
    object: 'mapping',
    record: 'mapping',
};
function typeProblem(expected, input, schema) {
    if (typeof input === 'number' && (expected === 'number' || expected === 'int'))
        return ['CFG-RANGE', rangeMessage(input, schema)];
    const kind = expectedKinds[expected] ?? 'text';
    if (kind === 'list' && input === '')
        return ['CFG-EMPTY', (0,message/* message */.i)('policy.empty.list', {})];
    return ['CFG-TYPE', (0,message/* message */.i)('policy.type', { got: describe(input), expected: kind, hint: hintFor(kind, input) })];
}
/** What was probably meant, as it would be written. */
function hintFor(expected, input) {
    if (expected === 'list' && (typeof input === 'string' || typeof input === 'number'))
        return `[${JSON.stringify(visible(String(input)))}]`;
    if (expected === 'text' && (typeof input === 'number' || typeof input === 'boolean'))
        return JSON.stringify(String(input));
    if (typeof input !== 'string')
        return null;
    const word = input.trim().toLowerCase();
    if (expected === 'number' || expected === 'integer')
        return /^(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)\s*%?$/.exec(word)?.[1] ?? null;
    if (expected !== 'boolean')
        return null;
    if (['yes', 'on', 'true', 'y'].includes(word))
        return 'true';
    return ['no', 'off', 'false', 'n'].includes(word) ? 'false' : null;
}
function rangeMessage(input, schema) {
    const number = schema instanceof schemas/* ZodNumber */.rSt ? schema : undefined;
    const integer = number?.format === 'safeint' || number?.format === 'int32';
    const bound = (value) => value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
    const params = { got: String(input), min: bound(number?.minValue), max: bound(number?.maxValue), integer };
    return (0,message/* message */.i)('policy.range', params);
}
function sizeProblem(issue, input, keys, schema) {
    if (typeof input === 'number')
        return ['CFG-RANGE', rangeMessage(input, schema)];
    const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const size = typeof input === 'string' ? input.length : Array.isArray(input) ? input.length : 0;
    if (issue.code === 'too_big')
        return [
            'CFG-SIZE',
            typeof input === 'string'
                ? (0,message/* message */.i)('policy.length', { length: size, limit })
                : (0,message/* message */.i)('policy.entries', { count: size, limit }),
        ];
    if (typeof input === 'string')
        return ['CFG-EMPTY', (0,message/* message */.i)('policy.empty.text', {})];
    const role = keys.length === 2 && keys[0] === 'roles' ? visible(String(keys[1])) : null;
    return ['CFG-EMPTY', role === null ? (0,message/* message */.i)('policy.empty.list', {}) : (0,message/* message */.i)('policy.empty.role', { role })];
}
function formatProblem(issue, input, keys) {
    const got = visible(String(input));
    if (keys.at(-1) === 'evidence')
        return ['CFG-EVIDENCE', (0,message/* message */.i)('policy.evidence.form', { got })];
    if (issue.pattern === String(/^[a-z][a-z0-9-]{0,39}$/))
        return ['CFG-ID', (0,message/* message */.i)('policy.id', { got })];
    return ['CFG-TYPE', (0,message/* message */.i)('policy.format', { got, pattern: issue.pattern ?? issue.format })];
}
function enumMessage(allowed, input) {
    const suggestion = typeof input === 'string' ? nearest(input, allowed) : null;
    return (0,message/* message */.i)('policy.enum', { got: describe(input), allowed, suggestion });
}
function unknownKey(key, keys, known) {
    const params = { got: visible(key), characters: codePoints(key), known, suggestion: nearest(key, known) };
    return { code: 'CFG-UNKNOWN', message: (0,message/* message */.i)('policy.unknown', params), keys: [...keys, key] };
}
/** The issues of the alternative whose type fits, else what the alternatives expect together. */
function unionProblems(issue, schema, raw) {
    const input = valueAt(raw, issue.path);
    const fits = issue.errors.find(errors => errors.length > 0 && errors.every(error => !(error.code === 'invalid_type' && error.path.length === 0)));
    if (fits !== undefined)
        return problemsOf(fits.map(error => ({ ...error, path: [...issue.path, ...error.path] })), schema, raw);
    const params = { got: describe(input), expected: 'text-or-mapping', hint: hintFor('text', input) };
    return [{ code: 'CFG-TYPE', message: (0,message/* message */.i)('policy.type', params), keys: issue.path }];
}
/** The schema of the value at a key path, without optional and default around it. */
function schemaAt(root, keys) {
    let schema = unwrap(root);
    for (const key of keys)
        schema = schema && unwrap(childOf(schema, key));
    return schema;
}
function unwrap(schema) {
    let inner = schema;
    while (inner instanceof schemas/* ZodOptional */.IiU ||
        inner instanceof schemas/* ZodDefault */.XiL ||
        inner instanceof schemas/* ZodNullable */.l1C ||
        inner instanceof schemas/* ZodPrefault */.xgV)
        inner = inner.unwrap();
    return inner;
}
function childOf(schema, key) {
    if (schema instanceof schemas/* ZodObject */.bvH)
        return Object.hasOwn(schema.shape, key) ? schema.shape[String(key)] : undefined;
    if (schema instanceof schemas/* ZodArray */.naA)
        return schema.element;
    if (schema instanceof schemas/* ZodRecord */.b8S)
        return schema.valueType;
    if (!(schema instanceof schemas/* ZodUnion */.fZ7))
        return undefined;
    return schema.options.map(option => childOf(option, key)).find(child => child !== undefined);
}
function knownKeys(schema) {
    if (schema instanceof schemas/* ZodObject */.bvH)
        return Object.keys(schema.shape);
    if (schema instanceof schemas/* ZodRecord */.b8S && schema.keyType instanceof schemas/* ZodEnum */.Vb4)
        return schema.keyType.options.map(String);
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.flatMap(knownKeys);
    return [];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/policy/yaml.js




const yamlLimits = { depth: 32, aliases: 100, entries: maxListLength };
/** Where each key path of the file stands. */
class Places {
    #places = new Map();
    add(keys, place) {
        this.#places.set(JSON.stringify(keys), place);
    }
    /** Of the value at the path, or of the nearest thing around it. `key`: rather of the key. */
    offset(keys, prefer = 'value') {
        for (let length = keys.length; length >= 0; length--) {
            const place = this.#places.get(JSON.stringify(keys.slice(0, length)));
            if (place)
                return prefer === 'key' || length < keys.length ? (place.key ?? place.value) : place.value;
        }
        return 0;
    }
}
/** One YAML 1.2 core document without tags, merge keys and directives, with the place of everything. */
function readYaml(text) {
    const refusal = refuseTokens(text);
    if (refusal)
        return { value: undefined, problems: [refusal], warnings: [], places: new Places(), oddNumbers: [] };
    const document = (0,dist/* parseDocument */.Tp)(text, {
        schema: 'core',
        merge: false,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
    });
    const reader = new Reader(document, text);
    if (document.errors.length > 0) {
        const problems = document.errors
            .slice(0, 20)
            .map(error => syntaxProblem(error.code, error.message, error.pos[0], text));
        return { value: undefined, problems, warnings: [], places: reader.places, oddNumbers: [] };
    }
    const value = document.contents === null ? undefined : reader.read(document.contents, []);
    const { problems, warnings, places, oddNumbers } = reader;
    return { value, problems, warnings, places, oddNumbers };
}
function syntaxProblem(code, detail, offset, text) {
    if (code === 'MULTIPLE_DOCS')
        return { code: 'CFG-MULTIDOC', message: (0,message/* message */.i)('policy.multidoc', {}), offset, keys: [] };
    const reason = code === 'TAB_AS_INDENT' || text[offset] === '\t' ? 'tab' : 'other';
    return {
        code: 'CFG-SYNTAX',
        message: (0,message/* message */.i)('policy.syntax', { reason, detail: visible(detail) }),
        offset,
        keys: [],
    };
}
/** What the lexer yields besides pieces of the text: start of a document, of a scalar, end of a broken flow. */
const scalarMarker = '\x1f';
const markers = ['\x02', scalarMarker, '\x18'];
/** Nesting and directives, seen on the tokens: the parser recurses, the lexer does not. */
function refuseTokens(text) {
    const depth = new DepthMeter();
    let offset = 0;
    let previous = '';
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        const isScalar = previous === scalarMarker;
        if (token.startsWith('%') && !isScalar)
            return {
                code: 'CFG-SYNTAX',
                message: (0,message/* message */.i)('policy.syntax', { reason: 'directive', detail: '' }),
                offset,
                keys: [],
            };
        if ((isScalar ? depth.afterScalar(token) : depth.after(token)) > yamlLimits.depth)
            return { code: 'CFG-DEPTH', message: (0,message/* message */.i)('policy.depth', { limit: yamlLimits.depth }), offset, keys: [] };
        if (isScalar || !markers.includes(token))
            offset += token.length;
        previous = token;
    }
    return undefined;
}
class DepthMeter {
    #indents = [];
    #indent = 0;
    #indicators = 0;
    #flow = 0;
    #atLineStart = true;
    /** An upper bound of the nesting after this token. */
    after(token) {
        if (token === '\n')
            this.#startLine();
        else if (this.#atLineStart && token.startsWith(' '))
            this.#indent = token.length;
        else if (!token.startsWith('#') && !markers.includes(token))
            this.#content(token);
        return this.#depth();
    }
    /** The body of a block scalar is no content of its own and takes its last line end with it. */
    afterScalar(text) {
        if (text.endsWith('\n'))
            this.#startLine();
        else
            this.#content('');
        return this.#depth();
    }
    #depth() {
        return this.#indents.length + this.#indicators + this.#flow;
    }
    #startLine() {
        this.#atLineStart = true;
        this.#indent = 0;
        this.#indicators = 0;
    }
    #content(token) {
        if (this.#atLineStart && this.#flow === 0)
            this.#enter(this.#indent);
        this.#atLineStart = false;
        if (token === '[' || token === '{')
            this.#flow++;
        else if (token === ']' || token === '}')
            this.#flow = Math.max(0, this.#flow - 1);
        else if (token === '-' || token === '?')
            this.#indicators++;
    }
    #enter(indent) {
        while ((this.#indents.at(-1) ?? -1) >= indent)
            this.#indents.pop();
        this.#indents.push(indent);
    }
}
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];
const plainDecimal = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** The version is no quantity: `1.0` is not `1`. */
function isPlain(keys, source, value) {
    if (keys.length === 1 && keys[0] === 'version')
        return source === String(value);
    return plainDecimal.test(source) && !Object.is(value, -0);
}
/** Turns nodes into values and collects everything that is wrong on the way; what is wrong is left out of the value. */
class Reader {
    problems = [];
    warnings = [];
    places = new Places();
    oddNumbers = [];
    #document;
    #text;
    #position;
    #open = new Set();
    #aliases = 0;
    constructor(document, text) {
        this.#document = document;
        this.#text = text;
        this.#position = lineIndex(text);
    }
    read(node, keys, keyOffset) {
        const offset = node?.range?.[0] ?? keyOffset ?? 0;
        this.places.add(keys, keyOffset === undefined ? { value: offset } : { key: keyOffset, value: offset });
        if (node === null)
            return null;
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(node, keys, offset, keyOffset);
        if (keys.length > yamlLimits.depth)
            return this.#refuse('CFG-DEPTH', (0,message/* message */.i)('policy.depth', { limit: yamlLimits.depth }), offset, keys);
        const tag = node.tag;
        if (tag !== undefined && tag !== '!')
            return this.#refuse('CFG-TAG', (0,message/* message */.i)('policy.tag', { tag: visible(tag.replace('tag:yaml.org,2002:', '!!')) }), this.#tagOffset(offset), keys);
        this.#open.add(node);
        const value = this.#readOpened(node, keys, offset);
        this.#open.delete(node);
        return value;
    }
    #readOpened(node, keys, offset) {
        if ((0,dist/* isScalar */.jn)(node))
            return this.#readScalar(node, keys, offset);
        if (!(0,dist/* isSeq */.oP)(node) && !(0,dist/* isMap */.jh)(node))
            return null;
        if (node.items.length > yamlLimits.entries) {
            const counts = { count: node.items.length, limit: yamlLimits.entries };
            return this.#refuse('CFG-SIZE', (0,message/* message */.i)('policy.entries', counts), offset, keys);
        }
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item, i) => this.read(item, [...keys, i]));
        return this.#readMap(node.items, keys, offset);
    }
    #readMap(pairs, keys, offset) {
        const value = {};
        const seen = new Map();
        for (const pair of pairs) {
            const at = pair.key?.range?.[0] ?? offset;
            const key = (0,dist/* isScalar */.jn)(pair.key) ? this.#keyText(pair.key) : undefined;
            if (key === undefined)
                this.#refuse('CFG-KEY', (0,message/* message */.i)('policy.key', {}), at, keys);
            else if (key === '<<')
                this.#refuse('CFG-KEY', (0,message/* message */.i)('policy.key.merge', {}), at, keys);
            else if (forbiddenKeys.includes(key))
                this.#refuse('CFG-KEY', (0,message/* message */.i)('policy.key.forbidden', { key }), at, [...keys, key]);
            else if (seen.has(key)) {
                const lines = { first: this.#position(seen.get(key) ?? 0).line, second: this.#position(at).line };
                this.#refuse('CFG-DUPKEY', (0,message/* message */.i)('policy.key.twice', { key: visible(key), ...lines }), at, [...keys, key]);
            }
            else {
                seen.set(key, at);
                value[key] = this.read(pair.value, [...keys, key], at);
            }
        }
        return value;
    }
    #keyText(key) {
        if (key.tag !== undefined && key.tag !== '!')
            return undefined;
        return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    }
    #readScalar(node, keys, offset) {
        const { value, source = '' } = node;
        if (typeof value === 'string' && value.includes('${{'))
            this.warnings.push({
                code: 'CFG-LITERAL',
                message: (0,message/* message */.i)('policy.literal', { got: visible(value) }),
                offset,
                keys,
            });
        if (typeof value === 'bigint')
            return Number(value);
        if (typeof value === 'number' && !isPlain(keys, source, value))
            this.oddNumbers.push({ keys, source, value });
        return value;
    }
    #readAlias(node, keys, offset, keyOffset) {
        const name = visible(node.source);
        if (++this.#aliases > yamlLimits.aliases) {
            if (this.#aliases > yamlLimits.aliases + 1)
                return null;
            return this.#refuse('CFG-ALIAS', (0,message/* message */.i)('policy.alias.many', { limit: yamlLimits.aliases }), offset, keys);
        }
        const target = (0,dist/* isAlias */.Vj)(node) ? node.resolve(this.#document) : undefined;
        if (target === undefined)
            return this.#refuse('CFG-ALIAS', (0,message/* message */.i)('policy.alias.unknown', { name }), offset, keys);
        if (this.#open.has(target))
            return this.#refuse('CFG-ALIAS', (0,message/* message */.i)('policy.alias.cycle', { name }), offset, keys);
        return this.read(target, keys, keyOffset);
    }
    #refuse(code, what, offset, keys) {
        this.problems.push({ code, message: what, offset, keys });
        return null;
    }
    /** A node's range starts behind its tag. */
    #tagOffset(offset) {
        const lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1;
        const tag = this.#text.slice(lineStart, offset).lastIndexOf('!');
        if (tag < 0)
            return offset;
        return lineStart + this.#text.slice(lineStart, lineStart + tag + 1).search(/!\S*$/);
    }
}

;// CONCATENATED MODULE: ./build/src/policy/parse.js









/**
 * Reads a policy file as it stands at one commit. Every problem is reported, sorted by place; one is enough for there
 * to be no policy, and the caller fails closed. A path that ends in `.json` must also be JSON.
 */
function parsePolicy(bytes, path, context) {
    const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const text = decode(file);
    if (!text.ok)
        return (0,result/* err */._)([place({ ...text.error, keys: [] }, path, lineIndex(text.error.before))]);
    const position = lineIndex(text.value);
    const at = (problem) => place(problem, path, position);
    const json = path.endsWith('.json') ? jsonProblem(text.value) : undefined;
    if (json)
        return (0,result/* err */._)([at(json)]);
    const content = readYaml(text.value);
    const problems = check(content, position, context.owner);
    const parsed = policySchema.safeParse(content.value);
    if (problems.length > 0 || !parsed.success)
        return (0,result/* err */._)(parse_sorted(problems.map(at)));
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(file).digest('hex');
    return (0,result.ok)({ policy: parsed.data, path, sha256, warnings: parse_sorted(content.warnings.map(at)) });
}
/** Problems of the text first: where a value could not be read, what the schema says about the gap is noise. */
function check(content, position, owner) {
    const { value, places } = content;
    if (value === undefined || value === null) {
        if (content.problems.length > 0)
            return content.problems;
        return [{ code: 'CFG-EMPTY', message: (0,message/* message */.i)('policy.empty', {}), offset: 0, keys: [] }];
    }
    const lineOf = (keys) => position(places.offset(keys)).line;
    const parsed = policySchema.safeParse(value);
    const keyed = [
        ...crossCheck(value, { owner, lineOf }),
        ...(parsed.success ? [] : problemsOf(parsed.error.issues, policySchema, value)),
        ...oddNumbers(content),
    ];
    const placed = keyed.map(problem => ({ ...problem, offset: places.offset(problem.keys, sideOf(problem, value)) }));
    return withoutEchoes([...content.problems, ...placed]);
}
const sideOf = (problem, value) => problem.code === 'CFG-UNKNOWN' || (problem.code === 'CFG-ID' && typeof valueAt(value, problem.keys) !== 'string')
    ? 'key'
    : 'value';
/** One problem per place: the first one that was found explains it. */
function withoutEchoes(problems) {
    const seen = new Set();
    return problems.filter(({ keys, code }) => {
        const id = keys.length === 0 ? JSON.stringify([code]) : JSON.stringify(keys);
        return seen.has(id) ? false : seen.add(id);
    });
}
function oddNumbers(content) {
    return content.oddNumbers.map(({ keys, source, value }) => keys.length === 1 && keys[0] === 'version'
        ? { code: 'CFG-VERSION', message: versionMessage({ kind: 'number', value: visible(source) }), keys }
        : { code: 'CFG-TYPE', message: (0,message/* message */.i)('policy.number', { got: visible(source), value: plain(value) }), keys });
}
const plain = (value) => Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value + 0) : null;
function jsonProblem(text) {
    const said = jsonError(text);
    if (said === undefined)
        return undefined;
    const detail = visible(said.replace(/,? (?:\.\.\.)?"[\s\S]*| in JSON [\s\S]*| \(line [\s\S]*/, ''));
    return {
        code: 'CFG-SYNTAX',
        message: (0,message/* message */.i)('policy.syntax', { reason: 'json', detail }),
        offset: jsonEnd(text),
        keys: [],
    };
}
function jsonError(text) {
    try {
        JSON.parse(text);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : '';
    }
}
/** Length of the longest start of the text that could still become JSON: the parser does not always say where it stopped. */
function jsonEnd(text) {
    let least = 0;
    let most = text.length;
    while (least < most) {
        const middle = Math.ceil((least + most) / 2);
        const said = jsonError(text.slice(0, middle));
        const atEnd = said === undefined || /end of JSON|Unterminated/.test(said) || said.includes(`at position ${middle} `);
        if (atEnd)
            least = middle;
        else
            most = middle - 1;
    }
    return least;
}
function place(problem, path, position) {
    const { code, message: what, offset, keys } = problem;
    return { code, message: what, path, ...position(offset), keyPath: keyPath(keys) };
}
function parse_sorted(problems) {
    return [...problems].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/src/facts/load.js






/**
 * The policy that judges, out of the entries found at the base commit `sha`. No entry: the built-in defaults, which
 * block nothing. An entry whose text nobody could read is unknown, not absent.
 */
function policyStateOf(entries, base) {
    if (entries === null)
        return { state: 'unknown', reason: (0,message/* message */.i)('unknown.notFetched', { what: 'policy' }) };
    const chosen = choosePolicyFile(base.path === undefined ? entries : elsewhere(entries, base.path));
    if (!chosen.ok)
        return { state: 'broken', problems: [chosen.error] };
    if (chosen.value === null)
        return { state: 'present', policy: defaultPolicy, origin: { source: 'none' } };
    const { text } = chosen.value;
    const path = base.path ?? chosen.value.path;
    if (text === null)
        return { state: 'unknown', reason: (0,message/* message */.i)('unknown.malformed', { what: path }) };
    const parsed = parsePolicy(text, path, { owner: base.owner });
    if (!parsed.ok)
        return { state: 'broken', problems: parsed.error };
    const origin = { source: 'base', path, sha: base.sha, sha256: parsed.value.sha256 };
    return { state: 'present', policy: parsed.value.policy, origin };
}
/** An entry at a path of the maintainer's choice, judged by the same rules as one at a usual place. */
const elsewhere = (entries, path) => entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: policyPaths[0] }));
/** Warnings of the judging policy itself, e.g. a threshold of 0. */
function policyWarnings(entries, owner) {
    const chosen = choosePolicyFile(entries);
    if (!chosen.ok || chosen.value === null || chosen.value.text === null)
        return [];
    const parsed = parsePolicy(chosen.value.text, chosen.value.path, { owner });
    if (!parsed.ok)
        return [];
    return parsed.value.warnings.map(({ message: told, path, line }) => ({ level: 'warning', message: told, path, line }));
}
/**
 * What the pull request would do to the policy, once merged: that it changes, what becomes weaker or stronger, and what
 * is wrong with the new version. Decides nothing: the base branch's version judges (security.md T-01). A policy that
 * differs only because the base branch has moved on is no change; `files` tells, and where it cannot, any difference counts.
 */
function policyNotices(base, head, { owner, files }) {
    if (base === null || same(base, head) || (files.state === 'present' && !files.value.some(touchesPolicy)))
        return [];
    const path = (head[0] ?? base[0])?.path ?? '';
    const after = versionOf(head, owner);
    const before = versionOf(base, owner);
    const problems = load_isProblems(after) ? after : [];
    const steps = load_isProblems(before) ? [] : diffPolicies(before, after);
    return [
        { level: 'warning', message: (0,message/* message */.i)('notice.policyChanged', { path }), path },
        ...steps.map(step => ({
            level: step.direction === 'weaker' ? 'warning' : 'notice',
            message: step.message,
            path,
        })),
        ...problems.map(problem => ({ level: 'warning', message: problem.message, path, line: problem.line })),
    ];
}
const touchesPolicy = (file) => (0,diff/* changedPaths */.vl)(file).some(path => policyPaths.some(usual => usual === path));
function same(base, head) {
    const key = (entries) => JSON.stringify(entries.map(one => [one.path, one.mode, one.text]));
    return key(base) === key(head);
}
const load_isProblems = (version) => Array.isArray(version);
/** One version of the policy for a comparison: `null` when there is none. */
function versionOf(entries, owner) {
    const state = policyStateOf(entries, { owner, sha: '' });
    switch (state.state) {
        case 'present':
            return state.origin.source === 'none' ? null : state.policy;
        case 'broken':
            return state.problems;
        case 'unknown':
            return [fileProblem('CFG-FILE', state.reason, entries[0]?.path ?? '')];
        default:
            return state;
    }
}
/** All facts about one pull request at the head of the snapshot. */
function factsOf(snapshot, parts) {
    const { id, owner, name } = snapshot.repository;
    return {
        repository: { id, owner, name },
        number: snapshot.number,
        title: snapshot.title,
        author: snapshot.author,
        state: snapshot.state,
        isDraft: snapshot.isDraft,
        baseRef: snapshot.baseRef,
        baseSha: snapshot.baseSha,
        headSha: snapshot.headSha,
        evaluatedAt: parts.evaluatedAt,
        roles: parts.roles,
        changedFiles: parts.changedFiles,
        commits: snapshot.commits,
        reviews: snapshot.reviews,
        reviewRequests: snapshot.reviewRequests,
        coverage: parts.coverage ?? snapshot.evidence,
        coverageBaseline: snapshot.baseline,
        signOffs: parts.signOffs,
    };
}

;// CONCATENATED MODULE: ./build/action/policy.js






/**
 * What the base branch says now. GitHub's answer comes first: it is in the snapshot that is read anyway, is newer than
 * the event, and no earlier step of this job could have touched it. The clone stands in where there is no snapshot or
 * the policy is kept at another path. Never the working tree (security.md T-01).
 */
async function policyAtBase(sources, config, base) {
    if (base.snapshot === null)
        return policyAt(sources, config, base.sha);
    const { baseSha: sha, policyAtBase: entries } = base.snapshot;
    return entries !== null && (config === null || isUsual(config))
        ? { sha, entries: (0,result.ok)(entries) }
        : policyAt(sources, config, sha);
}
const isUsual = (config) => policyPaths.some(path => path === config);
/** The policy files of a commit, from the clone if it has the commit, else from GitHub. */
async function policyAt(sources, config, sha) {
    const paths = config === null || isUsual(config) ? policyPaths : [config];
    const local = sources.repository === null ? null : await localEntries(sources.repository, sha, paths);
    if (local?.ok)
        return { sha, entries: local };
    if (sources.client !== null)
        return { sha, entries: await remoteEntries(sources, sources.client, sha, paths) };
    return { sha, entries: local ?? (0,result/* err */._)((0,message/* message */.i)('action.policy.nowhere', { sha })) };
}
async function localEntries(repository, sha, paths) {
    const listed = await (0,git/* listTree */.nT)(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const entries = [];
    for (const { path, mode, type, oid, size } of listed.value) {
        const readable = type === 'blob' && size <= maxPolicySize;
        const blob = readable ? await (0,git/* readBlob */.gm)(repository, oid, maxPolicySize) : (0,result.ok)(null);
        if (!blob.ok)
            return blob;
        entries.push({ path, mode, type, size, text: blob.value === null ? null : textOf(blob.value) });
    }
    return (0,result.ok)(entries);
}
/** `null`: not UTF-8. */
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
/** One tree per folder on the way, then the blob: unlike the contents API this shows links as links (T-02). */
async function remoteEntries(sources, client, sha, paths) {
    const place = { owner: sources.owner, repo: sources.name };
    const trees = new Map();
    const tree = (tree_sha) => {
        const known = trees.get(tree_sha);
        if (known !== undefined)
            return known;
        const read = client
            .request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...place, tree_sha })
            .then(answer => answer.data);
        trees.set(tree_sha, read);
        return read;
    };
    try {
        const entries = [];
        for (const path of paths) {
            const found = await findEntry(tree, sha, path.split('/'));
            if (found === null)
                continue;
            const size = found.size ?? 0;
            const readable = found.type === 'blob' && size <= maxPolicySize;
            const text = readable ? await remoteText(client, place, found.sha) : null;
            entries.push({ path, mode: found.mode, type: found.type, size, text });
        }
        return (0,result.ok)(entries);
    }
    catch (error) {
        return (0,result/* err */._)(unknownBecause('contents', error));
    }
}
async function findEntry(tree, sha, segments) {
    const [name, ...rest] = segments;
    const { tree: entries, truncated } = await tree(sha);
    const found = entries.find(entry => entry.path === name);
    if (found === undefined && truncated)
        throw new Error('the list of files is not complete');
    if (found === undefined || rest.length === 0)
        return found ?? null;
    return found.type === 'tree' ? findEntry(tree, found.sha, rest) : null;
}
async function remoteText(client, place, file_sha) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...place, file_sha });
    const { content, encoding } = data;
    return encoding === 'base64' && content !== undefined ? textOf(Buffer.from(content, 'base64')) : null;
}
/** The judging policy; what could not be read is unknown, never "there is none". */
function stateOf(base, owner, config) {
    if (!base.entries.ok)
        return { state: 'unknown', reason: base.entries.error };
    if (config === null || isUsual(config))
        return policyStateOf(base.entries.value, { owner, sha: base.sha });
    if (base.entries.value.length === 0) {
        return { state: 'unknown', reason: (0,message/* message */.i)('action.policy.missing', { path: config, sha: base.sha }) };
    }
    return policyStateOf(base.entries.value, { owner, sha: base.sha, path: config });
}

;// CONCATENATED MODULE: ./build/src/github/evidence.js




const ratio = schemas/* strictObject */.rej({ covered: schemas/* int */.Whr().min(0), total: schemas/* int */.Whr().min(0) });
const range = schemas/* tuple */.PVZ([schemas/* int */.Whr().min(1), schemas/* int */.Whr().min(1)]);
const code = schemas/* custom */.IeY(value => typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    `${value.code}` in locales/* locales */.IB.en);
const measured = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    headSha: schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/),
    baseRef: schemas/* string */.YjP().max(500).optional(),
    scope: schemas/* string */.YjP().max(100),
    reports: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), path: schemas/* string */.YjP(), format: schemas/* string */.YjP(), sha256: schemas/* string */.YjP() }))
        .max(1000),
    problems: schemas/* array */.YOg(code).max(1000),
    project: ratio,
    patch: ratio,
    uncovered: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), ranges: schemas/* array */.YOg(range) })),
    unreported: schemas/* array */.YOg(schemas/* string */.YjP()),
    files: schemas/* int */.Whr().min(0),
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), attempt: schemas/* int */.Whr() }).optional(),
})
    .refine(value => value.project.covered <= value.project.total && value.patch.covered <= value.patch.total);
const opening = '```json\n';
const closing = '\n```';
/** GitHub's limit for the text of a check run, in characters, less the fence. */
const limit = 65_535 - opening.length - closing.length;
/**
 * A measurement as the text of a check run: one fenced JSON block. Places are dropped, worst kept longest, until it
 * fits; the counts always stay.
 */
function writeEvidence(coverage) {
    let fitting = coverage;
    for (let keep = coverage.uncovered.length; JSON.stringify(fitting).length > limit && keep > 0;) {
        keep = Math.floor(keep / 2);
        fitting = {
            ...fitting,
            uncovered: coverage.uncovered.slice(0, keep),
            unreported: coverage.unreported.slice(0, keep),
        };
    }
    // A backtick in a path must not end the fence; JSON can spell it otherwise.
    return `${opening}${JSON.stringify(fitting).replaceAll('`', '\\u0060')}${closing}`;
}
/** Reads it back. Anything that is not exactly such a block, or speaks of another commit, is unknown. */
function readEvidence(text, sha) {
    const malformed = (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'delivery-gates/coverage' }));
    const normal = text.replaceAll('\r\n', '\n').trim();
    if (!normal.startsWith(opening) || !normal.endsWith(closing))
        return malformed;
    try {
        const parsed = measured.safeParse(JSON.parse(normal.slice(opening.length, -closing.length)));
        if (!parsed.success || parsed.data.headSha !== sha)
            return malformed;
        return (0,facts_facts/* present */.Eb)(parsed.data);
    }
    catch {
        return malformed;
    }
}

;// CONCATENATED MODULE: ./build/src/github/publish.js

/**
 * Makes all changes in one write. GitHub runs the fields in order and each stands or fails alone; the results come in
 * the order of the effects. Rejects when nothing can be said about any of them (no answer, HTTP error): what was done
 * is then unknown and must be looked up before it is tried again (security.md M7).
 */
async function publish(client, effects) {
    if (effects.length === 0)
        return [];
    const fields = effects.map(fieldOf);
    const declared = fields.map((field, index) => `$i${index}: ${field.input}!`).join(', ');
    const body = fields.map((field, index) => `e${index}: ${field.call.replace('$input', `$i${index}`)}`).join('\n');
    const variables = Object.fromEntries(fields.map((field, index) => [`i${index}`, field.variables]));
    const mutation = `mutation Publish(${declared}) {\n${body}\n}`;
    try {
        const data = await client.graphql(mutation, variables);
        return effects.map((_, index) => resultOf(data[`e${index}`], null));
    }
    catch (error) {
        const failure = graphQlFailure(error);
        if (failure === null)
            throw error;
        const data = (failure.data ?? {});
        return effects.map((_, index) => {
            const problem = failure.errors.find(one => one.path?.[0] === `e${index}`) ?? failure.errors.find(one => !one.path);
            return resultOf(data[`e${index}`], { type: problem?.type ?? '', message: problem?.message ?? 'no answer' });
        });
    }
}
function resultOf(answer, problem) {
    const node = nodeOf(answer);
    if (node !== null)
        return { ok: true, nodeId: node.id, databaseId: String(node.fullDatabaseId ?? node.databaseId ?? '') };
    return { ok: false, type: problem?.type ?? '', message: problem?.message ?? 'no answer' };
}
/** The created or changed node, wherever the payload of this mutation keeps it. */
function nodeOf(answer) {
    if (typeof answer !== 'object' || answer === null)
        return null;
    const payload = answer;
    const node = payload.commentEdge?.node ?? payload.issueComment ?? payload.checkRun ?? payload.pullRequest;
    return node ?? ('clientMutationId' in payload ? { id: '' } : null);
}
function fieldOf(effect) {
    switch (effect.kind) {
        case 'create-comment':
            return {
                input: 'AddCommentInput',
                call: 'addComment(input: $input) { commentEdge { node { id fullDatabaseId } } }',
                variables: { subjectId: effect.subjectId, body: effect.body },
            };
        case 'update-comment':
            return {
                input: 'UpdateIssueCommentInput',
                call: 'updateIssueComment(input: $input) { issueComment { id fullDatabaseId } }',
                variables: { id: effect.commentId, body: effect.body },
            };
        case 'delete-comment':
            return {
                input: 'DeleteIssueCommentInput',
                call: 'deleteIssueComment(input: $input) { clientMutationId }',
                variables: { id: effect.commentId },
            };
        case 'create-check':
            return {
                input: 'CreateCheckRunInput',
                call: 'createCheckRun(input: $input) { checkRun { id databaseId } }',
                variables: {
                    repositoryId: effect.repositoryId,
                    name: effect.name,
                    headSha: effect.headSha,
                    externalId: effect.externalId,
                    ...(effect.detailsUrl === undefined ? {} : { detailsUrl: effect.detailsUrl }),
                    ...checkInput(effect.check),
                },
            };
        case 'update-check':
            return {
                input: 'UpdateCheckRunInput',
                call: 'updateCheckRun(input: $input) { checkRun { id databaseId } }',
                variables: {
                    repositoryId: effect.repositoryId,
                    checkRunId: effect.checkRunId,
                    ...checkInput(effect.check),
                },
            };
        case 'request-reviews':
            return {
                input: 'RequestReviewsInput',
                call: 'requestReviews(input: $input) { pullRequest { id databaseId } }',
                variables: {
                    pullRequestId: effect.pullRequestId,
                    userIds: effect.userIds,
                    teamIds: effect.teamIds,
                    union: true,
                },
            };
        default:
            return effect;
    }
}
function checkInput(check) {
    return {
        status: 'COMPLETED',
        conclusion: check.conclusion.toUpperCase(),
        output: { title: check.title, summary: check.summary, text: check.text },
        actions: check.actions,
    };
}

;// CONCATENATED MODULE: ./build/src/github/queries.js
/** Check run that carries what CI measured; written by the Action, read by the App and by later pull requests. */
const evidenceCheckName = 'delivery-gates/coverage';
/** Slug of the GitHub App behind GITHUB_TOKEN: only its check runs count as evidence. */
const actionsAppSlug = 'github-actions';
const account = 'fragment account on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } }';
const evidence = `fragment evidence on Commit {
  oid
  checkSuites(first: 10, filterBy: { checkName: $checkName }) {
    nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { databaseId status text } } }
  }
}`;
const entry = 'fragment entry on TreeEntry { mode type size object { __typename ... on Blob { oid text byteSize isBinary isTruncated } } }';
const commitNode = `fragment commitNode on PullRequestCommit {
  commit {
    oid
    author { name email user { login databaseId } }
    committer { name email user { login databaseId } }
    authors(first: 20) { totalCount nodes { name email user { login databaseId } } }
    signature { isValid wasSignedByGitHub }
  }
}`;
const reviewNode = 'fragment reviewNode on PullRequestReview { fullDatabaseId state submittedAt createdAt commit { oid } author { ...account } }';
/**
 * Everything about a pull request that one GraphQL read can give. `policy1` and `policy2` are the two spellings of the
 * policy's path, each at the tip of the base branch and at the head.
 */
const pullRequestQuery = `query PullRequestFacts($owner: String!, $name: String!, $number: Int!, $policy1: String!, $policy2: String!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    id databaseId name isPrivate owner { login }
    pullRequest(number: $number) {
      id number title url state isDraft createdAt
      author { ...account }
      baseRefName baseRefOid headRefOid changedFiles additions deletions
      baseRef {
        target {
          oid
          ... on Commit {
            policy1: file(path: $policy1) { ...entry }
            policy2: file(path: $policy2) { ...entry }
            history(first: 20) { nodes { ...evidence } }
          }
        }
      }
      head: commits(last: 1) {
        nodes { commit { ...evidence policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
      }
      commits(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
      reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
      reviewRequests(first: 100) {
        totalCount
        nodes { requestedReviewer { __typename ... on User { login databaseId } ... on Team { databaseId combinedSlug } } }
      }
    }
  }
}
${account}
${evidence}
${entry}
${commitNode}
${reviewNode}`;
const moreCommitsQuery = `query MoreCommits($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
    }
  }
}
${commitNode}`;
const moreReviewsQuery = `query MoreReviews($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
    }
  }
}
${account}
${reviewNode}`;
/** Our own comments and checks on a pull request: asked before creating again what an earlier try may have created. */
const ownOutputQuery = (/* unused pure expression or super */ null && (`query OwnOutput($owner: String!, $name: String!, $number: Int!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      oldest: comments(first: 100) { nodes { ...own } }
      newest: comments(last: 100) { nodes { ...own } }
      commits(last: 1) {
        nodes {
          commit {
            oid
            checkSuites(first: 20, filterBy: { checkName: $checkName }) {
              nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { id databaseId externalId } } }
            }
          }
        }
      }
    }
  }
}
fragment own on IssueComment { id fullDatabaseId viewerDidAuthor body }`));

;// CONCATENATED MODULE: ./build/src/github/roles.js


const memberFields = 'totalCount pageInfo { hasNextPage endCursor } nodes { id login databaseId }';
/** Only people who are members themselves: those of child teams and open invitations do not count (security.md T-18). */
const teamFields = `id databaseId combinedSlug members(first: 100, membership: IMMEDIATE) { ${memberFields} }`;
/** Resolves role entries in one read (more only for teams beyond 100 members). What cannot be read says why. */
async function readDirectory(client, entries) {
    const names = [...new Set(entries)];
    if (names.length === 0)
        return {};
    const { query, variables } = directoryQuery(names);
    try {
        return await fill(client, names, await client.graphql(query, variables));
    }
    catch (error) {
        const failure = graphQlFailure(error);
        if (failure === null || typeof failure.data !== 'object' || failure.data === null) {
            const reason = unknownBecause('role members', error);
            return Object.fromEntries(names.map(name => [name, { kind: 'unresolved', reason }]));
        }
        return fill(client, names, failure.data);
    }
}
/** Logins and slugs travel as variables, never as query text. */
function directoryQuery(names) {
    const variables = {};
    const fields = names.map((name, index) => {
        const [owner = '', team] = name.replace(/^@/, '').split('/');
        variables[`a${index}`] = owner;
        if (team === undefined)
            return `e${index}: user(login: $a${index}) { id login databaseId }`;
        variables[`b${index}`] = team;
        return `e${index}: organization(login: $a${index}) { team(slug: $b${index}) { ${teamFields} } }`;
    });
    const declared = Object.keys(variables).map(name => `$${name}: String!`);
    return { query: `query RoleMembers(${declared.join(', ')}) {\n${fields.join('\n')}\n}`, variables };
}
async function fill(client, names, data) {
    const resolved = {};
    for (const [index, name] of names.entries()) {
        const answer = data[`e${index}`];
        resolved[name] = name.includes('/')
            ? await teamEntry(client, name, answer?.team ?? null)
            : userEntry(name, answer);
    }
    return resolved;
}
function userEntry(name, user) {
    if (user === null || user === undefined)
        return { kind: 'unresolved', reason: (0,message/* message */.i)('unknown.noUser', { login: name }) };
    const account = { id: String(user.databaseId), login: user.login, type: 'User' };
    return { kind: 'user', account, nodeId: user.id };
}
async function teamEntry(client, name, team) {
    if (team === null)
        return { kind: 'unresolved', reason: (0,message/* message */.i)('unknown.team', { team: name }) };
    const nodes = [...team.members.nodes];
    try {
        for (let page = team.members; page.pageInfo.hasNextPage && nodes.length < 5000;) {
            page = await nextMembers(client, team.id, page.pageInfo.endCursor ?? '');
            nodes.push(...page.nodes);
        }
    }
    catch (error) {
        return { kind: 'unresolved', reason: unknownBecause(name, error) };
    }
    if (nodes.length !== team.members.totalCount) {
        const counts = { got: nodes.length, expected: team.members.totalCount };
        return { kind: 'unresolved', reason: (0,message/* message */.i)('unknown.incomplete', { what: name, ...counts }) };
    }
    return {
        kind: 'team',
        team: { id: String(team.databaseId), slug: team.combinedSlug },
        nodeId: team.id,
        members: nodes.map(node => ({ id: String(node.databaseId), login: node.login, type: 'User', nodeId: node.id })),
    };
}
async function nextMembers(client, team, after) {
    const query = `query MoreMembers($team: ID!, $after: String!) {
  node(id: $team) { ... on Team { members(first: 100, after: $after, membership: IMMEDIATE) { ${memberFields} } } }
}`;
    const answer = await client.graphql(query, { team, after });
    return answer.node.members;
}
/** The policy's roles with their people; an entry that is not in the directory is unresolved, never empty. */
function resolveRoles(roles, directory) {
    return Object.fromEntries(Object.entries(roles).map(([role, entries]) => [role, resolveRole(entries, directory)]));
}
function resolveRole(entries, directory) {
    const members = new Map();
    const teams = [];
    const unresolved = [];
    for (const entry of entries) {
        const found = directory[entry];
        if (found === undefined || found.kind === 'unresolved') {
            unresolved.push({ entry, reason: found?.reason ?? (0,message/* message */.i)('unknown.notFetched', { what: entry }) });
        }
        else if (found.kind === 'user')
            members.set(found.account.id, found.account);
        else {
            teams.push(found.team);
            for (const { id, login, type } of found.members)
                members.set(id, { id, login, type });
        }
    }
    return { members: [...members.values()], teams, unresolved };
}
/** GraphQL node ids of the people and teams of a directory, by numeric id: what mutations take. */
function nodeIds(directory) {
    const users = {};
    const teams = {};
    for (const entry of Object.values(directory)) {
        if (entry.kind === 'user')
            users[entry.account.id] = entry.nodeId;
        if (entry.kind === 'team') {
            teams[entry.team.id] = entry.nodeId;
            for (const member of entry.members)
                users[member.id] = member.nodeId;
        }
    }
    return { users, teams };
}

// EXTERNAL MODULE: ./build/src/render/inert.js
var inert = __webpack_require__(7394);
;// CONCATENATED MODULE: ./build/src/render/boxes.js
const taskLine = /^- \[([ xX])\] (?:.* )?<!-- dg:item ([a-z0-9_-]{1,80}) -->[ \t\r]*$/;
const itemId = /^[a-z0-9](?:[a-z0-9-]{0,79})$/;
/**
 * The invisible end of an item's task line. GitHub ends an HTML comment at `--`, so the second of two hyphens is written
 * as `_`, which ids do not have. Empty for what is no id.
 */
function itemMark(id) {
    return itemId.test(id) ? ` <!-- dg:item ${id.replace(/(?<=-)-/g, '_')} -->` : '';
}
/**
 * The boxes of our items in a comment: item id to checked. Only task lines as we write them, outside code fences, HTML
 * comments and raw HTML; an id that stands twice is left out, because nobody can say which box was meant.
 */
function parseChecklistBoxes(body) {
    const boxes = new Map();
    const twice = new Set();
    for (const { task } of readLines(body)) {
        if (task === null)
            continue;
        if (boxes.has(task.id))
            twice.add(task.id);
        boxes.set(task.id, task.checked);
    }
    for (const id of twice)
        boxes.delete(id);
    return boxes;
}
/**
 * The body with the boxes of our items emptied, LF line ends, and no space at the end of a line or of the body: two
 * bodies with the same normal form differ in nothing but ticks. Compared with, or digested from, what we rendered.
 */
function normaliseBody(body) {
    return readLines(body)
        .map(({ text, task }) => (task === null ? text : text.replace(/^- \[[xX]\]/, '- [ ]')).replace(/[ \t\r]+$/, ''))
        .join('\n')
        .trimEnd();
}
/** Boxes that stand in both versions and were ticked or emptied in between; other edits yield nothing. */
function boxTransitions(before, after) {
    const now = parseChecklistBoxes(after);
    return [...parseChecklistBoxes(before)].flatMap(([id, was]) => {
        const checked = now.get(id);
        return checked === undefined || checked === was ? [] : [{ itemId: id, checked }];
    });
}
/** Lines with the tasks among them. A state machine and no Markdown tree: linear on any body, and strict. */
function readLines(body) {
    let inside = null;
    return body.split('\n').map(text => {
        if (inside !== null) {
            if (inside.ends(text))
                inside = null;
            return { text, task: null };
        }
        inside = boxes_opening(text);
        return { text, task: inside === null ? taskOf(text) : null };
    });
}
function taskOf(text) {
    const match = taskLine.exec(text);
    if (match === null)
        return null;
    return { id: (match[2] ?? '').replaceAll('_', '-'), checked: match[1] !== ' ' };
}
function boxes_opening(line) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
        const mark = fence.charAt(0);
        if (mark === '`' && line.trim().slice(fence.length).includes('`'))
            return null;
        return { ends: text => new RegExp(`^ {0,3}${mark}{${fence.length},}[ \\t\\r]*$`).test(text) };
    }
    if (/^ {0,3}<!--/.test(line))
        return line.includes('-->') ? null : { ends: text => text.includes('-->') };
    const raw = /^ {0,3}<(pre|script|style|textarea)\b/i.exec(line)?.[1];
    if (raw !== undefined) {
        const close = `</${raw.toLowerCase()}>`;
        return line.toLowerCase().includes(close) ? null : { ends: text => text.toLowerCase().includes(close) };
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/render/budget.js
const fixed = Number.POSITIVE_INFINITY;
/** A part without rows; it is never shortened. */
const block = (...lines) => ({
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
    const noted = [...sections.slice(0, -1), block(note), ...sections.slice(-1)];
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
    const text = budget_textOf(section, shown);
    return text === '' ? 0 : measure(text) + 2;
}
function join(sections, shown) {
    return sections
        .map((section, index) => budget_textOf(section, shown[index] ?? 0))
        .filter(text => text !== '')
        .join('\n\n');
}
function budget_textOf(section, shown) {
    if (shown === 0 && section.rows.length > 0)
        return '';
    const left = section.rows.length - shown;
    const more = left > 0 ? [section.more(left)] : [];
    return [...section.head, ...section.rows.slice(0, shown), ...more, ...section.foot].join('\n');
}

;// CONCATENATED MODULE: ./build/src/render/markdown.js


const maxProse = 300;
const maxLiteral = 200;
const maxUrl = 2_000;
/** Stands between two characters that GitHub would link together; prose has none of its own left. */
const gap = '\u200b';
/** What GitHub makes live in text, with the place where a gap stops it. */
const live = [
    [/@/g, `@${gap}`],
    [/#(?=\w)/g, `#${gap}`],
    [/([a-z])-(?=\d)/gi, `$1-${gap}`],
    [/GHSA-/gi, `$&${gap}`],
    [/:(?=[/\w+-])/g, `:${gap}`],
    [/www(?=\.)/gi, `$&${gap}`],
    [/[0-9a-f]{6}(?=[0-9a-f])/gi, `$&${gap}`],
];
const markdown_entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '\\': '&#92;',
    '`': '&#96;',
    '*': '&#42;',
    '~': '&#126;',
    '[': '&#91;',
    ']': '&#93;',
    '|': '&#124;',
    $: '&#36;',
    [gap]: '&#8203;',
};
/**
 * Prose from outside as inert Markdown, at most `max` code points of it: no mention, reference, link, image, HTML,
 * emphasis, code, table cell or block starts or ends in it. Entities instead of backslashes, so that it is inert inside
 * an HTML block (`<summary>`) too.
 */
function md(text, max = maxProse) {
    return markdown_inert((0,inert/* prose */.CS)(text, max));
}
function markdown_inert(text) {
    return live
        .reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), text)
        .replace(/[&<>\\`*~[\]|$\u200b]/g, character => markdown_entities[character] ?? character)
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
        .replace(/^(\d*)([#+\-=.)])/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`);
}
/**
 * A code span whose fence is longer than any run of backticks inside. A pipe would end a table cell even there, so a
 * literal with one becomes `<code>`.
 */
function codeSpan(text) {
    const shown = (0,inert/* literal */.eu)(text, maxLiteral);
    if (shown === '')
        return '`""`';
    if (shown.includes('|'))
        return `<code>${markdown_inert(shown)}</code>`;
    const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A link when the URL is one of http(s) without credentials and not absurdly long; else the label alone. */
function markdown_link(label, url) {
    const target = url === undefined ? null : href(url);
    return target === null ? label : `[${label}](${target})`;
}
function href(url) {
    if (url.length > maxUrl || !URL.canParse(url))
        return null;
    const parsed = new URL(url);
    const web = parsed.protocol === 'https:' || parsed.protocol === 'http:';
    if (!web || parsed.username !== '' || parsed.password !== '')
        return null;
    return parsed.href.replace(/[()|<>[\]\\`"'\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
const loginPattern = /^[a-z\d][a-z\d-]*(\[bot\])?$/i;
const shaPattern = /^[0-9a-f]{7,64}$/i;
/** GitHub Markdown. With `links`, people, commits and places link to their pages. */
function markdownFormatter(locale, links) {
    const target = (known, url) => links !== undefined && known ? url(links) : undefined;
    return {
        ...(0,format/* notation */.Lc)(locale),
        code: codeSpan,
        text: text => md(text),
        person: login => markdown_link(markdown_inert(`@${(0,inert/* literal */.eu)(login, 100)}`), target(loginPattern.test(login), known => known.user(login.replace('[bot]', '')))),
        sha: sha => markdown_link(codeSpan(sha.slice(0, 7)), target(shaPattern.test(sha), known => known.commit(sha))),
        place: (path, start, end) => markdown_link(codeSpan((0,format/* place */.ik)(path, start, end)), target(path !== '', known => known.file(path.toWellFormed(), start))),
    };
}
/** The same text where Markdown is not read, as in `<summary>`: entities yes, code spans and links no. */
function htmlFormatter(locale) {
    const text = (value) => markdown_inert((0,inert/* literal */.eu)(value, maxLiteral));
    return {
        ...(0,format/* notation */.Lc)(locale),
        code: text,
        text: value => md(value),
        person: login => text(`@${login}`),
        sha: sha => text(sha.slice(0, 7)),
        place: (path, start, end) => text((0,format/* place */.ik)(path, start, end)),
    };
}

// EXTERNAL MODULE: ./build/src/render/plain.js
var render_plain = __webpack_require__(2542);
;// CONCATENATED MODULE: ./build/src/render/layout.js








const maxSentence = 3_000;
function markdownVoice(locale, links) {
    const f = markdownFormatter(locale, links);
    const plain = (0,render_plain/* plainFormatter */.P)(locale);
    return {
        locale,
        f,
        say: told => {
            const text = oneLine((0,format/* sentence */.em)(told, locale, f));
            return text.length <= maxSentence ? text : md((0,format/* sentence */.em)(told, locale, plain), 400);
        },
    };
}
function plainVoice(locale) {
    const f = (0,render_plain/* plainFormatter */.P)(locale);
    return { locale, f, say: told => (0,inert/* cut */.Jj)(oneLine((0,format/* sentence */.em)(told, locale, f)), maxSentence) };
}
const oneLine = (text) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
const colon = { en: ': ', 'zh-CN': '：' };
/** `label: text` in the locale's punctuation. */
const labelled = (label, text, locale) => `${label}${colon[locale]}${text}`;
const inParentheses = (text, locale) => (locale === 'en' ? ` (${text})` : `（${text}）`);
/** Verdict and who acts next; the first piece is the verdict. */
function headline(report, voice, times) {
    const since = times.waitingSince ?? null;
    const { waitingFor } = report;
    const unknown = blocking(report, 'unknown');
    const next = waitingFor.length === 0 ? [] : [voice.say((0,message/* message */.i)('report.headline.next', { waitingFor, since }))];
    return [...verdictPieces(), ...asides(report, voice)];
    function verdictPieces() {
        switch (report.verdict) {
            case 'passed':
                return [voice.say((0,message/* message */.i)('report.verdict.passed', {}))];
            case 'waiting':
                return [voice.say((0,message/* message */.i)('report.verdict.waiting', { waitingFor, since }))];
            case 'unknown':
                return [voice.say((0,message/* message */.i)('report.verdict.unknown', { what: unknown })), ...next];
            case 'failed': {
                const alsoUnknown = unknown.length === 0 ? [] : [voice.say((0,message/* message */.i)('report.headline.unknown', { what: unknown }))];
                return [
                    voice.say((0,message/* message */.i)('report.verdict.failed', { what: blocking(report, 'failed') })),
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
            : [voice.say((0,message/* message */.i)('report.headline.notBlocking', counts))]),
        ...(report.isDraft ? [voice.say((0,message/* message */.i)('report.headline.draft', {}))] : []),
    ];
}
const blocking = (report, status) => rowsOf(report)
    .filter(row => row.level === 'block' && row.status === status)
    .map(row => row.id);
/** Place in the table; what does not block stands behind what does, and before what is settled. */
const urgency = {
    block: { failed: 0, unknown: 1, waiting: 2, passed: 6, skipped: 7 },
    soft: { failed: 3, unknown: 4, waiting: 5, passed: 6, skipped: 7 },
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
    const next = signable ? (0,message/* message */.i)('report.checklist.next', { waitingFor }) : null;
    return { kind: 'checklist', id, level, status, why: summary, next };
}
const symbols = {
    passed: '✓',
    failed: '✗',
    waiting: '○',
    skipped: '–',
    unknown: '?',
};
/** `✗ failed`, with "not blocking" where the level says so. */
function stateText(row, voice) {
    const state = `${symbols[row.status]} ${voice.say((0,message/* message */.i)(`report.state.${row.status}`, {}))}`;
    const matters = row.level === 'block' || row.status === 'passed' || row.status === 'skipped';
    return matters ? state : `${state}${inParentheses(voice.say((0,message/* message */.i)('report.notBlocking', {})), voice.locale)}`;
}
function rowName(row, voice) {
    return row.kind === 'gate' ? voice.f.text(row.id) : voice.say((0,message/* message */.i)('report.checklist.row', { id: row.id }));
}
function table(report, voice, more) {
    const columns = ['gate', 'state', 'why', 'next'].map(name => (0,locales/* say */.cv)((0,message/* message */.i)(`report.column.${name}`, {}), voice.locale, voice.f));
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
/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
const tableRow = (cells) => `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`;
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
    return layout_compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.endLine ?? 0) - (b.endLine ?? 0);
}
/** By UTF-16 unit, so that no locale of a machine has a say. */
const layout_compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** One folded section per gate with findings; the least urgent goes first when room is short. */
function findingSections(report, voice, links, more, most) {
    const html = htmlFormatter(voice.locale);
    return findingsOf(report).map(({ outcome, findings }) => {
        const title = (0,locales/* say */.cv)((0,message/* message */.i)('report.findings', { gate: outcome.gate, count: findings.length }), voice.locale, html);
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
    return labelled(`${voice.f.text(code)}${key}`, text, voice.locale);
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
    const range = (0,format/* lines */.Mn)(line, endLine);
    if (range === '' || path === undefined)
        return '';
    const text = voice.say((0,message/* message */.i)('report.line', { lines: range }));
    return labelled(markdown_link(text, links.file(path.toWellFormed(), line)), '', voice.locale);
}
/** One section per checklist that applies: "n of m" and a task item per item, on one line each. */
function checklistSections(report, voice, options, more, marks) {
    return report.checklists
        .filter(outcome => outcome.status !== 'skipped' && outcome.items.length > 0)
        .map(outcome => {
        const done = outcome.items.filter(item => item.state.status === 'done').length;
        const title = voice.say((0,message/* message */.i)('report.checklist', { id: outcome.checklist, done, total: outcome.items.length }));
        const soft = outcome.level === 'block' ? '' : inParentheses(voice.say((0,message/* message */.i)('report.notBlocking', {})), voice.locale);
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
            ? [markdown_link(voice.say((0,message/* message */.i)('report.link.run', {})), options.links.run)]
            : []),
        ...(marks && signable ? [voice.f.code(`/sign-off ${item.id}`)] : []),
    ];
    return `- [${box}] ${pieces.join(' · ')}${marks ? itemMark(item.id) : ''}`;
}
/** The item's text in the locale, else in whatever language the policy has it. */
function itemText(item, locale) {
    return item.text[locale] ?? item.text.default ?? item.text.en ?? Object.values(item.text)[0] ?? item.id;
}
/** What stands beside an item: who signed, what is missing, why it does not hold. */
function itemPieces(item, voice) {
    const { state } = item;
    if (state.status === 'unknown') {
        return [labelled(voice.say((0,message/* message */.i)('report.item.unknown', {})), voice.say(state.reason), voice.locale)];
    }
    const valid = state.signOffs.filter(signOff => signOff.valid);
    const signed = valid.length === 0 ? [] : [voice.f.list(valid.map(signOff => signedText(signOff, voice)))];
    const evidence = 'evidence' in state && state.evidence !== undefined ? [voice.say(state.evidence)] : [];
    const stale = state.status === 'stale'
        ? [labelled(voice.say((0,message/* message */.i)('report.item.stale', {})), voice.say(state.reason), voice.locale)]
        : [];
    const needs = state.status === 'done' || item.role === undefined
        ? []
        : [voice.say((0,message/* message */.i)('report.item.needs', needsOf(item.role, item.count, valid)))];
    return [...signed, ...evidence, ...stale, ...needs];
}
function needsOf(role, count, valid) {
    const people = new Set(valid.map(signOff => signOff.id)).size;
    return { role, count, missing: Math.max(count - people, 1) };
}
function signedText({ login, headSha, at }, voice) {
    return voice.say((0,message/* message */.i)('report.item.signed', { by: login, at: headSha, on: at }));
}
function signingHelp(outcome, voice, options, marks) {
    const open = outcome.items.find(needsPerson);
    if (open === undefined || !marks)
        return [];
    return options.signing === 'app'
        ? ['', voice.say((0,message/* message */.i)('report.sign.how', { command: `/sign-off ${open.id}` }))]
        : ['', voice.say((0,message/* message */.i)('report.sign.nobody', {}))];
}
function noticeSections(report, voice, more) {
    if (report.notices.length === 0)
        return [];
    return [
        {
            keep: 50,
            head: [`**${voice.say((0,message/* message */.i)('report.notices', {}))}**`, ''],
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
    return labelled(voice.f.place(notice.path, notice.line), text, voice.locale);
}
/** "12 more", with the way to the rest where there is one. */
function moreText(voice, links) {
    const report = links.report === undefined ? '' : ` · ${markdown_link(voice.say((0,message/* message */.i)('report.link.report', {})), links.report)}`;
    return count => `${voice.say((0,message/* message */.i)('report.more', { count }))}${report}`;
}
function shortenedNote(voice, links) {
    const report = links.report === undefined ? '' : ` ${markdown_link(voice.say((0,message/* message */.i)('report.link.report', {})), links.report)}`;
    return `${voice.say((0,message/* message */.i)('report.shortened', {}))}${report}`;
}
/** What was judged, by which policy, and where the rest is. */
function footerPieces(report, voice, links) {
    const { policy } = report;
    return [
        voice.say((0,message/* message */.i)('report.footer.head', { sha: report.headSha })),
        policy.source === 'base'
            ? voice.say((0,message/* message */.i)('report.footer.policy', { path: policy.path, sha: policy.sha }))
            : voice.say((0,message/* message */.i)(policy.source === 'none' ? 'report.footer.defaults' : 'report.footer.unusable', {})),
        ...(links.report === undefined ? [] : [markdown_link(voice.say((0,message/* message */.i)('report.link.report', {})), links.report)]),
        ...(links.run === undefined ? [] : [markdown_link(voice.say((0,message/* message */.i)('report.link.run', {})), links.run)]),
        'Delivery Gates',
    ];
}
/** What comment and job summary have in common, in this order. `most`: findings per gate; `marks`: boxes can be clicked. */
function reportSections(report, voice, options, { most, marks }) {
    const more = moreText(voice, options.links);
    return [
        headlineBlock(report, voice, options),
        table(report, voice, more),
        ...findingSections(report, voice, options.links, more, most),
        ...checklistSections(report, voice, options, more, marks),
        ...noticeSections(report, voice, more),
    ];
}
const footer = (report, voice, links) => `<sub>${footerPieces(report, voice, links).join(' · ')}</sub>`;
/** The headline as a paragraph, its verdict in bold. */
function headlineBlock(report, voice, options) {
    const [verdict = '', ...rest] = headline(report, voice, options);
    return block([`**${verdict}**`, ...rest].join(' · '));
}

;// CONCATENATED MODULE: ./build/src/render/annotations.js



/** Workflow commands: GitHub shows 10 of a kind per step. */
const workflowAnnotations = { error: 10, warning: 10, notice: 10, total: 30 };
/** Check run: 50 per request, and we send one. */
const checkRunAnnotations = { error: 50, warning: 50, notice: 50, total: 50 };
const maxMessage = 2_000;
const maxTitle = 255;
const maxLine = 2 ** 31 - 1;
const severity = ['error', 'warning', 'notice'];
/**
 * Findings with a place, as annotations: errors for what blocks, warnings and notices for the rest; people are waited
 * for without red. Neighbouring lines with the same message become one range. A finding without a path inside the
 * repository has no annotation; every other surface still lists it.
 */
function renderAnnotations(report, options) {
    const voice = plainVoice(options.locale);
    const byLevel = Map.groupBy(annotationsOf(report, voice), annotation => annotation.level);
    const budget = options.budget ?? workflowAnnotations;
    return severity.flatMap(level => (byLevel.get(level) ?? []).slice(0, budget[level])).slice(0, budget.total);
}
function annotationsOf(report, voice) {
    const ranks = new Map(rowsOf(report).map((row, index) => [`${row.kind} ${row.id}`, index]));
    const rank = (outcome) => ranks.get(`gate ${outcome.gate}`) ?? 0;
    const gates = report.gates.toSorted((a, b) => rank(a) - rank(b)).flatMap(outcome => gateAnnotations(outcome, voice));
    const notices = report.notices.flatMap(notice => annotation(notice, notice.level, 'Delivery Gates', findingText(notice, voice)));
    return [...gates, ...notices];
}
function gateAnnotations({ gate, level, result }, voice) {
    const findings = 'findings' in result ? (result.findings ?? []) : [];
    const title = labelled(voice.f.text(gate), voice.say((0,message/* message */.i)(`report.state.${result.status}`, {})), voice.locale);
    const shown = result.status !== 'failed' ? 'notice' : level === 'block' ? 'error' : level === 'warn' ? 'warning' : 'notice';
    return grouped(findings.toSorted(byPlace).flatMap(finding => annotation(finding, shown, title, findingText(finding, voice))));
}
function annotation({ path, line, endLine }, level, title, text) {
    if (path === undefined || !isInside(path))
        return [];
    const startLine = validLine(line) ?? 1;
    const last = validLine(endLine) ?? startLine;
    return [
        {
            level,
            message: (0,inert/* cut */.Jj)(text, maxMessage),
            path,
            startLine,
            endLine: Math.max(startLine, last),
            title: (0,inert/* cut */.Jj)(title, maxTitle),
        },
    ];
}
const validLine = (line) => line !== undefined && Number.isSafeInteger(line) && line >= 1 ? Math.min(line, maxLine) : undefined;
/** Relative, forward slashes, no step upwards, nothing that a runner or GitHub could read otherwise. */
function isInside(path) {
    if (path.length > 1_024 || /^\/|^[a-z]:|^[a-z][\w+.-]+:\/\/|\\|[\p{Cc}\u2028\u2029]/iu.test(path))
        return false;
    return path.isWellFormed() && path.split('/').every(step => step !== '' && step !== '.' && step !== '..');
}
/** Joins what says the same about touching or overlapping lines of one file. Expects one level and title, by place. */
function grouped(annotations) {
    const open = new Map();
    const out = [];
    for (const next of annotations) {
        const key = `${next.path}\n${next.message}`;
        const index = open.get(key);
        const last = index === undefined ? undefined : out[index];
        if (index !== undefined && last !== undefined && next.startLine <= last.endLine + 1) {
            out[index] = { ...last, endLine: Math.max(last.endLine, next.endLine) };
        }
        else {
            open.set(key, out.length);
            out.push(next);
        }
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/render/comment.js


/** Longest body of a comment that GitHub takes, in characters. */
const commentLimit = 65_536;
/** Findings of one gate that a comment shows at most; nobody reads more of them in a conversation. */
const findingsPerGate = 50;
/**
 * The one comment on a pull request. The first line is the verdict and who acts next; then one row per gate and
 * checklist, the findings folded, the checklists with their boxes, notices, and what was judged. A view: nothing is ever
 * read back from it but which box a person has just clicked.
 */
function renderComment(report, options) {
    const voice = markdownVoice(options.locale, options.links);
    const sections = [
        ...reportSections(report, voice, options, { most: findingsPerGate, marks: true }),
        block(footer(report, voice, options.links), '', `<!-- dg:comment ${options.marker.replace(/[^\w.:-]|--/g, '')} -->`),
    ];
    const limit = { size: options.budget ?? commentLimit, measure: units };
    return shorten(sections, limit, shortenedNote(voice, options.links));
}

;// CONCATENATED MODULE: ./build/src/render/status.js


const states = {
    passed: 'success',
    waiting: 'pending',
    failed: 'failure',
    unknown: 'error',
};
/** Longest description of a commit status, in characters. */
const descriptionLimit = 140;
/** The commit status: the headline without times, so that the same report writes the same status. */
function renderStatus(report, options) {
    const text = headline(report, plainVoice(options.locale), {}).join(' · ');
    return { state: states[report.verdict], description: (0,inert/* cut */.Jj)(text, descriptionLimit) };
}

;// CONCATENATED MODULE: ./build/src/render/summary.js


/** Largest job summary of one step, in bytes. Source: "Workflow commands", job summaries. */
const summaryLimit = 1024 * 1024;
/** The job summary: as the comment, with every finding that fits and without anything to click. */
function renderSummary(report, options) {
    const voice = markdownVoice(options.locale, options.links);
    const sections = [
        ...reportSections(report, voice, options, { most: Number.POSITIVE_INFINITY, marks: false }),
        block(footer(report, voice, options.links)),
    ];
    const limit = { size: options.budget ?? summaryLimit, measure: bytes };
    return `${shorten(sections, limit, shortenedNote(voice, options.links))}\n`;
}

;// CONCATENATED MODULE: ./build/src/report.js
/** Everybody once, in order; a role is left out where one of its people or teams is named. */
function distinctActors(actors) {
    const named = new Set(actors.flatMap(actor => (('login' in actor || 'slug' in actor) && 'role' in actor ? actor.role : [])));
    const seen = new Set();
    return actors.filter(actor => {
        const key = JSON.stringify(actor);
        if (seen.has(key) || (actor.kind === 'role' && named.has(actor.role)))
            return false;
        seen.add(key);
        return true;
    });
}

;// CONCATENATED MODULE: ./build/src/checklist/cover.js


/**
 * Digest of what a signature on this item means: its text, role, count and the files it speaks about. A policy edit
 * that changes one of them makes earlier sign-offs stale; any other edit leaves them alone.
 */
function itemHash(item) {
    const meaning = [item.id, item.text, item.role ?? null, item.covers ?? null, item.allow_self];
    return (0,external_node_crypto_.createHash)('sha256')
        .update(`delivery-gates item v1\n${canonical(meaning)}`)
        .digest('hex');
}
/** JSON with sorted keys, so that the order in which somebody wrote the policy does not matter. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (value !== null && typeof value === 'object') {
        const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
        return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
    }
    return JSON.stringify(value) ?? 'null';
}
/**
 * The changed files that an item covers, each with the identity of its content: status, blob and old path.
 * Modes are left out because GitHub's list of files does not give them; a mode-only change shows as status `changed`.
 */
function coveredFiles(item, files) {
    const globs = item.covers === undefined ? undefined : compileGlobs(item.covers);
    const covers = (path) => globs === undefined || globs.matches(path);
    const covered = files
        .filter(file => covers(file.path) || (file.previousPath !== undefined && covers(file.previousPath)))
        .map(file => [file.path, `${file.status} ${file.blob} ${file.previousPath ?? ''}`])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(covered);
}
/** Number of files whose content identity differs between two covered sets. */
function coveredChanges(before, after) {
    const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...paths].filter(path => before[path] !== after[path]).length;
}

;// CONCATENATED MODULE: ./build/src/checklist/items.js




/** Whether a checklist concerns this pull request; a list of files that is not complete is unknown, not "no". */
function applies(checklist, facts) {
    if (checklist.when === undefined)
        return 'yes';
    const globs = compileGlobs(checklist.when.paths);
    if (facts.changedFiles.state === 'unknown')
        return { unknown: facts.changedFiles.reason };
    const files = facts.changedFiles.state === 'present' ? facts.changedFiles.value : [];
    const touched = files.some(file => globs.matches(file.path) || (file.previousPath !== undefined && globs.matches(file.previousPath)));
    return touched ? 'yes' : 'no';
}
/** Every checklist of the policy with the state of its items at this head. */
function evaluateChecklist(checklist, facts, gates) {
    if (checklist.level === 'off')
        return null;
    const base = { checklist: checklist.id, level: checklist.level };
    const applicable = applies(checklist, facts);
    if (applicable === 'no') {
        return { ...base, status: 'skipped', summary: (0,message/* message */.i)('checklist.notApplicable', {}), items: [], waitingFor: [] };
    }
    if (applicable !== 'yes')
        return { ...base, status: 'unknown', summary: applicable.unknown, items: [], waitingFor: [] };
    const items = checklist.items.map(item => evaluateItem(checklist.id, item, facts, gates));
    const open = items.filter(item => item.state.status !== 'done');
    const lost = items.find(item => item.state.status === 'unknown')?.state;
    const needsLedger = open.some(item => item.role !== undefined);
    const counts = { done: items.length - open.length, total: items.length };
    return {
        ...base,
        status: lost !== undefined ? 'unknown' : open.length > 0 ? 'waiting' : 'passed',
        summary: lost?.status === 'unknown'
            ? lost.reason
            : needsLedger && facts.signOffs.state === 'absent'
                ? (0,message/* message */.i)('checklist.noLedger', counts)
                : (0,message/* message */.i)(open.length > 0 ? 'checklist.open' : 'checklist.done', counts),
        items,
        waitingFor: distinctActors(open.flatMap(item => actorsFor(item, checklist, facts, gates))),
    };
}
function evaluateItem(checklist, item, facts, gates) {
    const base = {
        id: item.id,
        text: typeof item.text === 'string' ? { default: item.text } : item.text,
        count: item.count,
    };
    if (item.evidence !== undefined)
        return { ...base, state: evidenceState(item.evidence, gates) };
    const role = item.role ?? '';
    return { ...base, role, state: signedState(checklist, item, facts, facts.roles[role] ?? nobody) };
}
const nobody = { members: [], teams: [], unresolved: [] };
function evidenceState(evidence, gates) {
    const gate = evidence.slice('gates.'.length);
    const holds = gates.find(outcome => outcome.gate === gate)?.result.status === 'passed';
    return holds
        ? { status: 'done', signOffs: [], evidence: (0,message/* message */.i)('item.evidence.holds', { gate }) }
        : { status: 'open', signOffs: [], evidence: (0,message/* message */.i)('item.evidence.missing', { gate }) };
}
function signedState(checklist, item, facts, role) {
    if (facts.signOffs.state === 'unknown')
        return { status: 'unknown', reason: facts.signOffs.reason };
    const signOffs = facts.signOffs.state === 'present' ? facts.signOffs.value : [];
    const own = signOffs.filter(signOff => signOff.checklist === checklist && signOff.item === item.id);
    const judged = own.map(signOff => ({ signOff, judgement: items_judge(signOff, item, facts, role) }));
    const shown = judged.map(({ signOff, judgement }) => signedBy(signOff, judgement === 'valid'));
    const valid = new Set(judged.filter(entry => entry.judgement === 'valid').map(entry => entry.signOff.by.id));
    if (valid.size >= item.count)
        return { status: 'done', signOffs: shown };
    const blind = judged
        .map(entry => entry.judgement)
        .find(judgement => typeof judgement === 'object' && judgement.unknown);
    if (typeof blind === 'object')
        return { status: 'unknown', reason: blind.reason };
    const stale = judged.map(entry => entry.judgement).find(judgement => judgement !== 'valid');
    return typeof stale === 'object'
        ? { status: 'stale', signOffs: shown, reason: stale.reason }
        : { status: 'open', signOffs: shown };
}
const signedBy = (signOff, valid) => ({
    id: signOff.by.id,
    login: signOff.by.login,
    at: signOff.at,
    headSha: signOff.headSha,
    via: signOff.via,
    valid,
});
const stale = (reason) => ({ unknown: false, reason });
const cannotTell = (reason) => ({ unknown: true, reason });
/** Whether one sign-off still holds: same base, same meaning, same person's right, same content. Time plays no part. */
function items_judge(signOff, item, facts, role) {
    const by = signOff.by.login;
    if (signOff.baseRef !== facts.baseRef) {
        return stale((0,message/* message */.i)('item.stale.base', { by, from: signOff.baseRef, to: facts.baseRef }));
    }
    if (signOff.itemHash !== itemHash(item))
        return stale((0,message/* message */.i)('item.stale.text', { by, signed: signOff.headSha }));
    if (!role.members.some(member => member.id === signOff.by.id)) {
        const unread = role.unresolved[0];
        return unread === undefined
            ? stale((0,message/* message */.i)('item.stale.membership', { by, role: item.role ?? '' }))
            : cannotTell(unread.reason);
    }
    if (!item.allow_self) {
        if (facts.commits.state === 'unknown')
            return cannotTell(facts.commits.reason);
        if (isContributor(signOff.by.id, facts))
            return stale((0,message/* message */.i)('item.stale.contributor', { by }));
    }
    if (signOff.headSha === facts.headSha)
        return 'valid';
    return judgeContent(signOff, item, facts.changedFiles, facts.headSha);
}
/** Whether the account wrote or committed any part of the pull request, or opened it. */
function isContributor(accountId, facts) {
    if (facts.author?.id === accountId)
        return true;
    const commits = facts.commits.state === 'present' ? facts.commits.value : [];
    return commits.some(commit => commit.contributors.some(contributor => contributor.id === accountId));
}
function judgeContent(signOff, item, files, head) {
    const places = { by: signOff.by.login, signed: signOff.headSha, head };
    if (item.covers === undefined)
        return stale((0,message/* message */.i)('item.stale.head', places));
    if (files.state !== 'present' || signOff.covered === null)
        return stale((0,message/* message */.i)('item.stale.incomplete', places));
    const count = coveredChanges(signOff.covered, coveredFiles(item, files.value));
    return count === 0 ? 'valid' : stale((0,message/* message */.i)('item.stale.files', { ...places, count }));
}
/** Who can move an item that is not done: its role, or whoever its gate waits for. */
function actorsFor(outcome, checklist, facts, gates) {
    if (outcome.role !== undefined)
        return [{ kind: 'role', role: outcome.role }];
    const evidence = checklist.items.find(item => item.id === outcome.id)?.evidence;
    const result = gates.find(gate => `gates.${gate.gate}` === evidence)?.result;
    if (result?.status === 'waiting')
        return result.waitingFor;
    return result?.status === 'failed' && facts.author !== null ? [{ kind: 'author', login: facts.author.login }] : [];
}

;// CONCATENATED MODULE: ./build/src/evaluate.js




/**
 * Judges one pull request at one head. Pure: the same policy and facts give the same report to the byte, in every host.
 * `notices` are passed through; they decide nothing.
 */
function evaluate(policy, facts, notices = []) {
    const outcomes = policy.state === 'present' ? runGates(policy.policy, facts) : [policyOutcome(policy)];
    const checklists = policy.state === 'present' ? runChecklists(policy.policy, facts, outcomes) : [];
    const measured = facts.coverage.state === 'present' ? facts.coverage.value : null;
    return {
        schemaVersion: 1,
        repository: `${facts.repository.owner}/${facts.repository.name}`,
        number: facts.number,
        headSha: facts.headSha,
        baseRef: facts.baseRef,
        baseSha: facts.baseSha,
        isDraft: facts.isDraft,
        policy: policy.state === 'present' ? policy.origin : { source: 'unusable' },
        verdict: verdictOf(outcomes, checklists),
        waitingFor: nextActors(outcomes, checklists, facts),
        gates: outcomes,
        checklists,
        coverage: measured === null ? null : { project: measured.project, patch: measured.patch },
        notices,
    };
}
function policyOutcome(policy) {
    const result = policy.state === 'unknown'
        ? { status: 'unknown', summary: policy.reason, next: (0,message/* message */.i)('report.unknown.next', {}) }
        : {
            status: 'failed',
            summary: (0,message/* message */.i)('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }),
            findings: policy.problems.map(problem => ({
                message: problem.message,
                path: problem.path,
                line: problem.line,
                code: problem.code,
                keyPath: problem.keyPath,
            })),
            next: (0,message/* message */.i)('policy.broken.next', {}),
        };
    return { gate: 'policy', level: 'block', result };
}
function runGates(policy, facts) {
    return gateIds.flatMap(id => {
        const options = policy.gates[id];
        if (options === undefined || options.level === 'off')
            return [];
        return [{ gate: id, level: options.level, result: runGate(id, options, facts) }];
    });
}
/** A gate that throws is our defect; the pull request must not pass because of it. */
function runGate(id, options, facts) {
    // The registry pairs each gate with its own options; the compiler cannot follow that pairing through a lookup by id.
    const gate = gates[id];
    const parsed = options;
    const unread = new Set(gate.unread?.(parsed) ?? []);
    const needs = gate.needs.filter(need => !unread.has(need));
    for (const need of needs) {
        const fact = facts[need];
        if (fact.state === 'unknown') {
            return { status: 'unknown', summary: fact.reason, next: (0,message/* message */.i)('report.unknown.next', {}) };
        }
    }
    try {
        return gate.evaluate(evaluate_unwrap(facts, gate.needs, unread), parsed);
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return {
            status: 'unknown',
            summary: (0,message/* message */.i)('report.crashed', { gate: id, detail }),
            next: (0,message/* message */.i)('report.unknown.next', {}),
        };
    }
}
const factNames = [
    'changedFiles',
    'commits',
    'reviews',
    'reviewRequests',
    'coverage',
    'coverageBaseline',
    'signOffs',
];
/** Facts with the needs unwrapped and every other fetched fact gone, so that a case file shows all that a gate saw. */
function evaluate_unwrap(facts, needs, unread) {
    const known = { ...facts };
    for (const name of factNames) {
        const fact = facts[name];
        if (needs.includes(name))
            known[name] = fact.state === 'present' && !unread.has(name) ? fact.value : null;
        else
            delete known[name];
    }
    return known;
}
function runChecklists(policy, facts, outcomes) {
    return policy.checklists.flatMap(checklist => evaluateChecklist(checklist, facts, outcomes) ?? []);
}
/** Worst first; failed and unknown are equally bad, and only `block` counts. */
function verdictOf(outcomes, checklists) {
    const states = [
        ...outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result.status),
        ...checklists.filter(checklist => checklist.level === 'block').map(checklist => checklist.status),
    ];
    if (states.includes('failed'))
        return 'failed';
    if (states.includes('unknown'))
        return 'unknown';
    return states.includes('waiting') ? 'waiting' : 'passed';
}
/** Who acts next, without repeats: the author first when something failed. */
function nextActors(outcomes, checklists, facts) {
    const blocking = outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result);
    const author = blocking.some(result => result.status === 'failed') && facts.author !== null
        ? [{ kind: 'author', login: facts.author.login }]
        : [];
    const waiting = blocking.flatMap(result => (result.status === 'waiting' ? result.waitingFor : []));
    const signing = checklists.filter(checklist => checklist.level === 'block').flatMap(checklist => checklist.waitingFor);
    return distinctActors([...author, ...waiting, ...signing]);
}

;// CONCATENATED MODULE: ./build/action/exit.js

/**
 * The exit code of the step. 0 only when nothing that blocks failed, is unknown or waits unseen. `mode: report` forgives
 * a verdict about the pull request; a policy that cannot be read, or a gate that crashed, is not such a verdict.
 */
function exitCode(report, { mode, statusWritten }) {
    if (mode === 'report')
        return isOurFault(report) ? 1 : 0;
    switch (report.verdict) {
        case 'passed':
            return 0;
        case 'waiting':
            return statusWritten ? 0 : 1;
        case 'failed':
        case 'unknown':
            return 1;
        default:
            return report.verdict;
    }
}
/** Not the pull request's fault: nobody could judge it. */
function isOurFault(report) {
    return report.gates.some(({ gate, result }) => gate === 'policy' || (result.status === 'unknown' && result.summary.code === 'report.crashed'));
}
/** The verdict as the output gives it: what is not known has not passed. */
function outputVerdict(verdict) {
    return verdict === 'unknown' ? 'failed' : verdict;
}
/** Ids of the blocking gates that failed or could not be decided. */
const failedGates = (report) => report.gates
    .filter(outcome => verdictOf([outcome], []) === 'failed' || verdictOf([outcome], []) === 'unknown')
    .map(outcome => outcome.gate);

;// CONCATENATED MODULE: ./build/action/publish.js















/** Context of the commit status, and the thing to require. */
const statusContext = 'delivery-gates';
/** Tells the Action's comment from the App's. */
const commentMarker = 'action';
const permissions = {
    comment: 'pull-requests: write',
    status: 'statuses: write',
    check: 'checks: write',
    'review-requests': 'pull-requests: write',
};
async function attempt(surface, write) {
    try {
        await write();
        return null;
    }
    catch (error) {
        return refusal(surface, error);
    }
}
/** GitHub answers 404 instead of 403 where it does not want to say that something exists. */
function refusal(surface, error) {
    const status = statusOf(error);
    const type = graphQlFailure(error)?.errors[0]?.type ?? '';
    const text = error instanceof Error ? error.message : '';
    const denied = status === 403 || status === 404 || type === 'FORBIDDEN' || /not accessible by integration/i.test(text);
    const detail = status > 0 ? `HTTP ${status}` : type || text.slice(0, 120);
    const told = denied
        ? (0,message/* message */.i)('action.surface.denied', { surface, permission: permissions[surface] })
        : (0,message/* message */.i)('action.surface.failed', { surface, detail });
    return { surface, denied, told };
}
function linksOf(runner, headSha) {
    const repository = `${runner.serverUrl}/${runner.owner}/${runner.name}`;
    return {
        commit: sha => `${repository}/commit/${sha}`,
        user: login => `${runner.serverUrl}/${login}`,
        file: (path, line) => `${repository}/blob/${headSha}/${encodePath(path)}${line === undefined ? '' : `#L${line}`}`,
        run: runUrl(runner),
    };
}
const runUrl = (runner) => `${runner.serverUrl}/${runner.owner}/${runner.name}/actions/runs/${runner.run.id}`;
const encodePath = (path) => path.split('/').map(encodeURIComponent).join('/');
/** Writes the report beside the step; the path goes into the output `report`. `null`: it could not be written. */
async function writeReport(report, runner) {
    const path = (0,external_node_path_.join)(runner.temp, 'delivery-gates-report.json');
    try {
        await (0,promises_.writeFile)(path, `${JSON.stringify(report, null, 2)}\n`);
        return path;
    }
    catch {
        return null;
    }
}
/** Outputs are ids, numbers and JSON, so that nothing from outside can be taken for something else (security.md T-55). */
function writeOutputs(report, reportPath, log) {
    try {
        setOutputs(report, reportPath, log);
    }
    catch {
        log.annotate('warning', (0,message/* message */.i)('action.surface.outputs', {}));
    }
}
function setOutputs(report, reportPath, log) {
    log.output('verdict', outputVerdict(report.verdict));
    log.output('report', reportPath ?? '');
    log.output('coverage', percentOf(report.coverage?.project ?? { covered: 0, total: 0 }));
    log.output('patch-coverage', percentOf(report.coverage?.patch ?? { covered: 0, total: 0 }));
    log.output('failed-gates', JSON.stringify(failedGates(report)));
    log.output('waiting-for', JSON.stringify(report.waitingFor));
}
/** `84.1`; rounded down, empty for 0 of 0. */
function percentOf(ratio) {
    const points = (0,format/* basisPoints */.A4)(ratio);
    return points === null ? '' : String(Number(points) / 100);
}
/** Annotations of the step; every place but those that no commit has. */
function writeAnnotations(report, log) {
    for (const { level, message: text, path, startLine, endLine, title } of renderAnnotations(report, {
        locale: log.locale,
    })) {
        log.remark(level, text, { path, line: startLine, endLine, title });
    }
}
/** The job summary: the report, and below it what a repository without a policy could start from. */
async function writeSummary(report, options, log, more = '') {
    try {
        await log.summary(`${renderSummary(report, { ...options, budget: 900_000 })}${more}`);
    }
    catch {
        log.annotate('warning', (0,message/* message */.i)('action.surface.summary', {}));
    }
}
/** The commit status, newest write wins: it carries the verdict over events and re-runs. */
async function writeStatus(client, runner, sha, report, log) {
    const { state, description } = renderStatus(report, { locale: log.locale });
    return attempt('status', async () => {
        await client.request('POST /repos/{owner}/{repo}/statuses/{sha}', {
            owner: runner.owner,
            repo: runner.name,
            sha,
            state,
            description,
            context: statusContext,
            target_url: runUrl(runner),
        });
    });
}
/** The check run that carries the measurement to the App, to later runs and, on the base branch, to later pull requests. */
async function writeCoverageCheck(client, runner, measured, verdict, log) {
    const said = (0,format/* sentence */.em)(verdict.summary, log.locale, (0,render_plain/* plainFormatter */.P)(log.locale));
    return attempt('check', async () => {
        await client.request('POST /repos/{owner}/{repo}/check-runs', {
            owner: runner.owner,
            repo: runner.name,
            name: evidenceCheckName,
            head_sha: measured.headSha,
            external_id: `${runner.run.id}/${runner.run.attempt}`,
            status: 'completed',
            conclusion: verdict.conclusion,
            output: { title: Array.from(said).slice(0, 200).join(''), summary: said, text: writeEvidence(measured) },
        });
    });
}
const commentsQuery = `query OwnComments($id: ID!, $after: String) {
  node(id: $id) {
    ... on PullRequest {
      comments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id viewerDidAuthor body } }
    }
  }
}`;
/** Pages of a hundred comments that are looked through for ours. */
const maxPages = 20;
/** Keeps one comment: the oldest that carries our mark and that this very token wrote; copies of it go. */
async function writeComment(client, snapshot, report, options) {
    return attempt('comment', async () => {
        const body = renderComment(report, { ...options, marker: commentMarker });
        const mark = body.slice(body.lastIndexOf('<!-- dg:comment')).trimEnd();
        const comments = await readComments(client, snapshot.nodeId);
        const own = comments.filter(comment => comment.viewerDidAuthor && comment.body.trimEnd().endsWith(mark));
        await apply(client, commentEffects(own, body, snapshot.nodeId));
    });
}
async function readComments(client, id) {
    const comments = [];
    let after = null;
    for (let page = 0; page < maxPages; page += 1) {
        const answer = await client.graphql(commentsQuery, { id, after });
        const found = answer.node?.comments;
        comments.push(...(found?.nodes ?? []));
        if (found === undefined || !found.pageInfo.hasNextPage)
            return comments;
        after = found.pageInfo.endCursor;
    }
    return comments;
}
function commentEffects(own, body, subjectId) {
    const [first, ...copies] = own;
    const kept = first === undefined
        ? [{ kind: 'create-comment', subjectId, body }]
        : first.body === body
            ? []
            : [{ kind: 'update-comment', commentId: first.id, body }];
    return [...kept, ...copies.slice(0, 10).map(copy => ({ kind: 'delete-comment', commentId: copy.id }))];
}
/** Asks for the reviews that the policy wants asked for. */
async function requestReviews(client, snapshot, planned, directory) {
    const ids = nodeIds(directory);
    const userIds = planned.flatMap(one => (one.kind === 'user' ? (ids.users[one.account.id] ?? []) : []));
    const teamIds = planned.flatMap(one => (one.kind === 'team' ? (ids.teams[one.team.id] ?? []) : []));
    return attempt('review-requests', () => apply(client, [{ kind: 'request-reviews', pullRequestId: snapshot.nodeId, userIds, teamIds }]));
}
async function apply(client, effects) {
    const results = await publish(client, effects);
    const failed = results.find(result => !result.ok);
    if (failed?.ok === false)
        throw Object.assign(new Error(failed.message), { errors: [failed], data: null });
}

;// CONCATENATED MODULE: ./build/action/baseline.js





/** On a push nobody is judged: the commit's coverage is recorded, for pull requests to be compared with. */
async function recordBaseline(job, sources, subject) {
    const { inputs, context, workspace, repository, log } = job;
    const state = stateOf(await policyAt(sources, inputs.config, subject.headSha), sources.owner, inputs.config);
    if (state.state !== 'present') {
        const problems = state.state === 'unknown' ? [{ message: state.reason }] : state.problems;
        for (const { message: told, ...place } of problems)
            log.annotate('error', told, place);
        writeVerdict(job, 'failed', null);
        return 1;
    }
    const options = state.policy.gates.coverage;
    if (options === undefined || options.level === 'off') {
        log.info((0,message/* message */.i)('action.baseline.off', {}));
        writeVerdict(job, 'passed', null);
        return 0;
    }
    const { headSha } = subject;
    const { fact } = await measureCoverage({
        options,
        workspace,
        repository,
        headSha,
        changedFiles: null,
        run: context.runner.run,
    });
    const measured = fact.state === 'present' ? fact.value : null;
    const problems = fact.state === 'unknown' ? [fact.reason] : (measured?.problems ?? []);
    const usable = measured !== null && problems.length === 0 && measured.project.total > 0;
    for (const problem of problems)
        log.annotate(options.level === 'block' ? 'error' : 'warning', problem);
    if (!usable) {
        log.annotate('warning', (0,message/* message */.i)('action.baseline.none', { sha: headSha }));
        writeVerdict(job, 'failed', null);
        return options.level === 'block' && inputs.mode === 'enforce' ? 1 : 0;
    }
    const summary = (0,message/* message */.i)('action.baseline', { sha: headSha, coverage: measured.project });
    log.info(summary);
    writeVerdict(job, 'passed', measured);
    const refused = sources.client === null
        ? (0,message/* message */.i)('action.noToken', {})
        : (await writeCoverageCheck(sources.client, context.runner, measured, { conclusion: 'success', summary }, log))
            ?.told;
    if (refused !== undefined)
        log.annotate('warning', refused);
    return 0;
}
function writeVerdict({ log }, verdict, measured) {
    const points = measured === null ? null : (0,format/* basisPoints */.A4)(measured.project);
    log.output('verdict', verdict);
    log.output('report', '');
    log.output('coverage', points === null ? '' : String(Number(points) / 100));
    log.output('patch-coverage', '');
    log.output('failed-gates', '[]');
    log.output('waiting-for', '[]');
}

;// CONCATENATED MODULE: ./build/src/policy/unmatched.js



/**
 * Patterns of the policy that match none of the repository's files: probably typing errors. `paths` must be the whole
 * tree; with a part of it everything would look unmatched.
 */
function unmatchedGlobs(policy, paths) {
    const lowerCase = new Map(paths.map(path => [path.toLowerCase(), path]));
    return patternsIn(policy, []).flatMap(({ pattern, keys }) => {
        const plain = pattern.replace(/^!/, '');
        if (paths.some(compileGlobs([plain]).matches))
            return [];
        const almost = compileGlobs([plain.toLowerCase()]);
        const hint = [...lowerCase].find(([lower]) => almost.matches(lower))?.[1] ?? null;
        return [
            { code: 'GLB-NOMATCH', message: (0,message/* message */.i)('policy.glob.unmatched', { pattern, hint }), keyPath: keyPath(keys) },
        ];
    });
}
/** Keys whose lists hold patterns for files of the repository. */
const patternKeys = ['covers', 'exclude', 'generated', 'paths', 'update', 'when'];
function patternsIn(value, keys) {
    if (typeof value === 'string')
        return isPatternKey(keys.at(-2)) ? [{ pattern: value, keys }] : [];
    if (Array.isArray(value))
        return value.flatMap((entry, i) => patternsIn(entry, [...keys, i]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, child]) => patternsIn(child, [...keys, key]));
}
const isPatternKey = (key) => patternKeys.includes(String(key));

;// CONCATENATED MODULE: ./build/src/render/text.js


const text_findingsPerGate = 50;
const lineLimit = 2_000;
/**
 * A report for a log or a terminal: plain lines, each of them starting with a word or mark of ours, so that no text from
 * outside can be taken for a workflow command. Ends with a line break.
 */
function renderText(report, options) {
    const voice = plainVoice(options.locale);
    const rows = rowsOf(report).slice(0, lineLimit);
    const findings = new Map(findingsOf(report).map(entry => [entry.outcome.gate, entry.findings]));
    const items = new Map(report.checklists.map(outcome => [outcome.checklist, outcome.items]));
    const text = [
        headline(report, voice, options).join(' · '),
        ...rows.flatMap(row => [
            `- ${labelled(`${stateText(row, voice)} · ${rowName(row, voice)}`, voice.say(row.why), voice.locale)}`,
            ...(row.next === null
                ? []
                : [`    ${labelled(voice.say((0,message/* message */.i)('report.next', {})), voice.say(row.next), voice.locale)}`]),
            ...(row.kind === 'gate'
                ? findingLines(findings.get(row.id) ?? [], voice)
                : (items.get(row.id) ?? []).map(item => `    [${item.state.status === 'done' ? 'x' : ' '}] ${[voice.f.text(itemText(item, voice.locale)), item.id === '' ? '' : voice.f.code(item.id), ...itemPieces(item, voice)].filter(piece => piece !== '').join(' · ')}`)),
        ]),
        ...noticesOf(report).map(notice => `* ${noticeText(notice, voice)}`),
        footerPieces(report, voice, noLinks).join(' · '),
    ];
    return `${text.join('\n')}\n`;
}
const noLinks = { commit: () => '', user: () => '', file: () => '' };
function findingLines(findings, voice) {
    const shown = findings.slice(0, text_findingsPerGate).map(finding => {
        const text = findingText(finding, voice);
        const { path, line, endLine } = finding;
        return `    - ${path === undefined || path === '' ? text : labelled(voice.f.place(path, line, endLine), text, voice.locale)}`;
    });
    const left = findings.length - shown.length;
    return left > 0 ? [...shown, `    - ${voice.say((0,message/* message */.i)('report.more', { count: left }))}`] : shown;
}

;// CONCATENATED MODULE: ./build/action/starter.js



const deployments = [
    [/^(?:.*\/)?Dockerfile$/, '**/Dockerfile'],
    [/^(?:.*\/)?(?:docker-)?compose[^/]*\.ya?ml$/, '**/*compose*.yml'],
    [/^deploy\//, 'deploy/**'],
    [/^deployments?\//, 'deployment/**'],
    [/^helm\//, 'helm/**'],
    [/^charts\//, 'charts/**'],
    [/^k8s\//, 'k8s/**'],
    [/^terraform\//, 'terraform/**'],
    [/^(?:.*\/)?migrations\//, '**/migrations/**'],
];
/** Where each ecosystem's tools write a report, when none stands there yet. */
const languages = [
    [/^package\.json$/, 'coverage/lcov.info'],
    [/^(?:pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, 'coverage.xml'],
    [/^Cargo\.toml$/, 'lcov.info'],
    [/^pubspec\.yaml$/, 'coverage/lcov.info'],
    [/\.(?:cs|fs|vb)proj$/, '**/coverage.cobertura.xml'],
];
/** A policy to start from, as the text of `.github/delivery-gates.yml`: every line follows from something that was found. */
function starterPolicy({ paths, reports, implementer }) {
    const measured = reports.length > 0 ? reports.slice(0, 5) : expectedReports(paths);
    const deployment = deployments.filter(([pattern]) => paths.some(path => pattern.test(path))).map(([, glob]) => glob);
    const documents = paths.some(path => path.startsWith('docs/')) ? 'docs/**' : '*.md';
    return [
        'version: 1',
        'roles:',
        `  implementer: [${JSON.stringify(implementer)}]`,
        'gates:',
        ...(measured.length > 0 ? coverageLines(measured) : []),
        ...(deployment.length > 0 ? docsLines(deployment, documents) : []),
        '  review:',
        '    rules:',
        '      - { role: implementer, need: requested, request: auto }',
        ...(deployment.length > 0 ? [`      - { role: implementer, need: approved, when: ${list(deployment)} }`] : []),
        '',
    ].join('\n');
}
const expectedReports = (paths) => [
    ...new Set(languages.filter(([marker]) => paths.some(path => marker.test(path))).map(([, report]) => report)),
];
const list = (values) => `[${values.map(value => JSON.stringify(value)).join(', ')}]`;
const coverageLines = (reports) => [
    '  coverage:',
    '    reports:',
    ...reports.map((path, index) => `      - { name: ${index === 0 ? 'unit' : `unit-${index + 1}`}, path: ${JSON.stringify(path)} }`),
    '    project: { min: 80 }',
    '    patch: { min: 80 }',
];
const docsLines = (deployment, documents) => [
    '  docs:',
    '    rules:',
    `      - { id: deploy-guide, kind: deployment, when: ${list(deployment)}, update: [${JSON.stringify(documents)}] }`,
];
/** The starter in the log, and as a section for the job summary. */
function starterSection(surroundings, log) {
    const policy = starterPolicy(surroundings);
    const title = (0,message/* message */.i)('action.starter', {});
    log.group(title, policy);
    const fence = '`'.repeat(Math.max(3, ...[...policy.matchAll(/`+/g)].map(run => run[0].length + 1)));
    return `\n\n${(0,format/* sentence */.em)(title, log.locale, (0,render_plain/* plainFormatter */.P)(log.locale))}\n\n${fence}yaml\n${policy}${fence}\n`;
}

;// CONCATENATED MODULE: ./build/action/announce.js






/** Every surface that this token may write; each of the others costs one line. The result is the exit code. */
async function announce(job, sources, verdict) {
    const { inputs, log } = job;
    const { report } = verdict;
    await writeStep(job, sources, verdict);
    const statusWritten = await writeToGitHub(job, sources, verdict);
    const code = exitCode(report, { mode: inputs.mode, statusWritten });
    if (report.verdict === 'waiting' && code === 1)
        log.annotate('notice', (0,message/* message */.i)('action.waitingUnseen', {}));
    if (inputs.mode === 'report' && report.verdict !== 'passed')
        log.annotate('notice', (0,message/* message */.i)('action.reportOnly', {}));
    return code;
}
/** What needs no permission: log, outputs, annotations, job summary, the report as a file. */
async function writeStep(job, sources, verdict) {
    const { context, log } = job;
    const { report, options } = verdict;
    const path = await writeReport(report, context.runner);
    if (path === null)
        log.annotate('warning', (0,message/* message */.i)('action.surface.report', {}));
    writeOutputs(report, path, log);
    log.text(renderText(report, options).trimEnd());
    writeAnnotations(report, log);
    await writeSummary(report, options, log, await starter(sources, verdict, log));
}
/** Whether the commit status was written. */
async function writeToGitHub(job, { client }, verdict) {
    if (client === null)
        return false;
    const { inputs, context, log } = job;
    const { report, target, read, measured, options, kind } = verdict;
    const { runner } = context;
    const owned = inputs.appUrl === null;
    const check = coverageVerdict(report, inputs.mode);
    const current = read.ok && kind === 'pull-request' && read.snapshot.headSha === target.headSha;
    const outcomes = await Promise.all([
        measured.fresh !== null && check !== null
            ? writeCoverageCheck(client, runner, measured.fresh, check, log)
            : 'not meant',
        owned && inputs.mode === 'enforce'
            ? writeStatus(client, runner, target.headSha, report, log)
            : 'not meant',
        owned && inputs.comment === 'auto' && current
            ? writeComment(client, read.snapshot, report, options)
            : 'not meant',
    ]);
    tell(job, outcomes.filter(outcome => outcome !== 'not meant'));
    return outcomes[1] === null;
}
/** A gate that blocks nothing never makes a red check; what blocks and is not known to have passed always does. */
function coverageVerdict(report, mode) {
    const outcome = report.gates.find(one => one.gate === 'coverage');
    if (outcome === undefined)
        return null;
    const { status, summary } = outcome.result;
    const blocks = outcome.level === 'block' && mode === 'enforce';
    return { conclusion: status === 'passed' ? 'success' : blocks ? 'failure' : 'neutral', summary };
}
/** On a pull request from a fork the token can only read: that is one line, not one per surface. */
function tell({ context, log }, outcomes) {
    const refused = outcomes.filter(outcome => outcome !== null);
    const denied = refused.filter(outcome => outcome.denied);
    const { subject } = context;
    const fork = subject.kind === 'pull-request' && subject.fork && denied.length > 1;
    if (fork)
        log.info((0,message/* message */.i)('action.fork', { surfaces: denied.map(outcome => outcome.surface) }));
    for (const outcome of refused) {
        if (!outcome.denied)
            log.annotate('warning', outcome.told);
        else if (!fork)
            log.info(outcome.told);
    }
}
/** A repository without a policy gets one to start from, made of what was found in it. */
async function starter({ repository }, verdict, log) {
    const { policy, base, measured, report } = verdict;
    if (policy.state !== 'present' || policy.origin.source !== 'none' || repository === null)
        return '';
    const atBase = await (0,git/* listTree */.nT)(repository, base.sha);
    const head = await (0,git/* headCommit */.Qo)(repository);
    const listed = atBase.ok || !head.ok ? atBase : await (0,git/* listTree */.nT)(repository, head.value);
    const surroundings = {
        paths: listed.ok ? listed.value.map(entry => entry.path) : [],
        reports: measured.fresh?.reports.map(one => one.path) ?? [],
        implementer: `@${report.repository.split('/', 1)[0] ?? ''}`,
    };
    return starterSection(surroundings, log);
}

;// CONCATENATED MODULE: ./build/src/github/files.js




const perPage = 100;
/** GitHub lists at most this many files of a pull request. Source: REST "List pull requests files". */
const maxFiles = 3000;
/**
 * The changed files with their patches, ⌈files/100⌉ reads. The list is unknown, never short: it must reach the pull
 * request's own count of files and lines, and speak of the same head (security.md T-35).
 */
async function readChangedFiles(client, snapshot) {
    const { totals } = snapshot;
    if (totals.changedFiles > maxFiles)
        return incomplete(maxFiles, totals.changedFiles);
    const rows = [];
    try {
        for (let page = 1; rows.length < totals.changedFiles && page <= Math.ceil(maxFiles / perPage); page += 1) {
            const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
                owner: snapshot.repository.owner,
                repo: snapshot.repository.name,
                pull_number: snapshot.number,
                per_page: perPage,
                page,
            });
            if (!Array.isArray(data) || !data.every(isRow)) {
                return (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'changed files' }));
            }
            if (data.length === 0)
                break;
            rows.push(...data);
        }
    }
    catch (error) {
        return (0,facts_facts/* unknown */.L5)(unknownBecause('changed files', error));
    }
    if (rows.length !== totals.changedFiles)
        return incomplete(rows.length, totals.changedFiles);
    const lines = rows.reduce((sum, row) => sum + row.additions + row.deletions, 0);
    if (lines !== totals.additions + totals.deletions) {
        return (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', {
            what: 'changed lines',
            got: lines,
            expected: totals.additions + totals.deletions,
        }));
    }
    const moved = rows.some(row => row.status !== 'removed' && !row.contents_url.includes(snapshot.headSha));
    if (moved)
        return (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'changed files (head moved)' }));
    return (0,facts_facts/* present */.Eb)(rows.map(changedFile));
}
const incomplete = (got, expected) => (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'changed files', got, expected }));
function isRow(row) {
    if (typeof row !== 'object' || row === null)
        return false;
    const { filename, status, additions, deletions, contents_url: url } = row;
    return (typeof filename === 'string' &&
        typeof status === 'string' &&
        Number.isInteger(additions) &&
        Number.isInteger(deletions) &&
        typeof url === 'string');
}
const statuses = {
    added: 'added',
    modified: 'modified',
    removed: 'deleted',
    renamed: 'renamed',
    copied: 'copied',
    changed: 'changed',
};
function changedFile(row) {
    const hunks = row.patch === undefined ? null : (0,diff/* parsePatch */.iz)(row.patch);
    const untouched = row.additions + row.deletions === 0;
    return {
        path: row.filename,
        ...(row.previous_filename === undefined ? {} : { previousPath: row.previous_filename }),
        status: statuses[row.status] ?? 'modified',
        kind: files_kindOf(row),
        blob: row.sha ?? '',
        additions: row.additions,
        deletions: row.deletions,
        // No patch and no lines: binary, a mode or a pure rename. No patch but lines: GitHub left it out.
        hunks: hunks?.ok === true ? hunks.value : row.patch === undefined && untouched ? [] : null,
    };
}
/** REST gives no modes: a symlink cannot be told from a file, a submodule only by its patch. */
function files_kindOf(row) {
    if (row.patch !== undefined && /^@@[^\n]*@@[^\n]*\n[-+]Subproject commit [0-9a-f]{40}/.test(row.patch))
        return 'submodule';
    const contentChanged = row.status === 'added' || row.status === 'modified' || row.status === 'removed';
    return row.patch === undefined && contentChanged && row.additions + row.deletions === 0 ? 'binary' : 'text';
}

;// CONCATENATED MODULE: ./build/src/github/snapshot.js






/** Reads the pull request. Rejects when GitHub cannot be read at all; `null` when there is no such pull request. */
async function readSnapshot(client, ref) {
    const variables = { owner: ref.owner, name: ref.name, number: ref.number };
    const [policy1, policy2] = policyPaths;
    const { answer, refused } = await readAllowed(client, {
        ...variables,
        policy1,
        policy2,
        checkName: evidenceCheckName,
    });
    const repository = answer.repository;
    const pull = repository?.pullRequest;
    if (repository === null || pull === null || pull === undefined)
        return null;
    const commits = await allPages(pull.commits, async (after) => {
        const more = await client.graphql(moreCommitsQuery, { ...variables, after });
        return more.repository?.pullRequest?.commits;
    });
    const reviews = await allPages(pull.reviews, async (after) => {
        const more = await client.graphql(moreReviewsQuery, { ...variables, after });
        return more.repository?.pullRequest?.reviews;
    });
    const head = pull.head.nodes[0]?.commit;
    const base = pull.baseRef?.target;
    return {
        repository: {
            id: String(repository.databaseId),
            nodeId: repository.id,
            owner: repository.owner.login,
            name: repository.name,
            isPrivate: repository.isPrivate,
        },
        nodeId: pull.id,
        number: pull.number,
        title: pull.title,
        url: pull.url,
        createdAt: pull.createdAt,
        author: accountOf(pull.author),
        state: { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' }[pull.state],
        isDraft: pull.isDraft,
        baseRef: pull.baseRefName,
        baseSha: base?.oid ?? pull.baseRefOid,
        headSha: pull.headRefOid,
        totals: { changedFiles: pull.changedFiles, additions: pull.additions, deletions: pull.deletions },
        policyAtBase: base === undefined ? null : policyEntries(base),
        policyAtHead: head === undefined ? [] : policyEntries(head),
        commits: mapFact(commits, node => commitOf(node)),
        reviews: mapFact(reviews, node => reviewOf(node)),
        reviewRequests: refused.requests ? unreadRequests : reviewRequestsOf(pull.reviewRequests),
        evidence: refused.checks ? unreadChecks : head?.oid === pull.headRefOid ? evidenceOf(head) : facts_facts/* absent */.Ge,
        baseline: refused.checks ? unreadChecks : base === undefined ? facts_facts/* absent */.Ge : baselineOf(base.history.nodes),
    };
}
const unreadChecks = (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.permission', { what: evidenceCheckName, permission: 'checks: read' }));
const unreadRequests = (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.permission', { what: 'review requests', permission: 'members: read' }));
/** Rejects unless every refusal is one of those that leave the rest of the answer whole. */
async function readAllowed(client, variables) {
    try {
        const answer = await client.graphql(pullRequestQuery, variables);
        return { answer, refused: { checks: false, requests: false } };
    }
    catch (error) {
        const failure = graphQlFailure(error);
        if (failure === null || failure.data === null || failure.errors.length === 0)
            throw error;
        const under = (field) => failure.errors.filter(one => one.path?.includes(field) === true).length;
        const refused = { checks: under('checkSuites') > 0, requests: under('reviewRequests') > 0 };
        if (under('checkSuites') + under('reviewRequests') < failure.errors.length)
            throw error;
        return { answer: failure.data, refused };
    }
}
/** Follows a connection to its end; a list that does not reach its own total is unknown (security.md T-35). */
async function allPages(first, next) {
    const nodes = [...first.nodes];
    let page = first;
    for (let turn = 0; turn < 20 && page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null; turn += 1) {
        page = await next(page.pageInfo.endCursor);
        nodes.push(...(page?.nodes ?? []));
    }
    return nodes.length === first.totalCount
        ? (0,facts_facts/* present */.Eb)(nodes)
        : (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'commits / reviews', got: nodes.length, expected: first.totalCount }));
}
function mapFact(fact, map) {
    return fact.state === 'present' ? (0,facts_facts/* present */.Eb)(fact.value.map(map)) : fact;
}
/** `null` for a deleted account; GitHub shows those as nobody or as `ghost` without an id. */
function accountOf(actor) {
    if (actor === null || actor.databaseId === null || actor.databaseId === undefined)
        return null;
    return { id: String(actor.databaseId), login: actor.login, type: actor.__typename === 'User' ? 'User' : 'Bot' };
}
/** Committer of commits made in GitHub's web interface; it stands for whoever pressed the button, who is the author. */
const webFlow = { login: 'web-flow', email: 'noreply@github.com' };
function commitOf({ commit }) {
    const signedByGitHub = commit.signature?.isValid === true && commit.signature.wasSignedByGitHub;
    const byWeb = signedByGitHub && (commit.committer?.user?.login === webFlow.login || commit.committer?.email === webFlow.email);
    const people = [
        commit.author,
        ...commit.authors.nodes,
        ...(byWeb ? [] : [commit.committer]),
        ...(commit.authors.totalCount > commit.authors.nodes.length ? [null] : []),
    ];
    const contributors = new Map();
    const unattributed = new Set();
    for (const person of people) {
        const id = person?.user?.databaseId;
        const bot = signedByGitHub ? botOf(person?.email ?? '') : null;
        if (person?.user && id !== null && id !== undefined) {
            contributors.set(String(id), { id: String(id), login: person.user.login, type: 'User' });
        }
        else if (bot !== null)
            contributors.set(bot.id, bot);
        else
            unattributed.add(person?.name ?? '?');
    }
    return { sha: commit.oid, contributors: [...contributors.values()], unattributed: [...unattributed] };
}
/**
 * The bot behind an App's no-reply address. GitHub maps it to no user; believed only where GitHub itself signed the
 * commit, because anybody can write such an address into a commit (security.md T-20).
 */
function botOf(email) {
    const match = /^(\d+)\+([a-z0-9-]+\[bot\])@users\.noreply\.github\.com$/i.exec(email);
    return match === null ? null : { id: match[1] ?? '', login: match[2] ?? '', type: 'Bot' };
}
function reviewOf(node) {
    return {
        id: node.fullDatabaseId,
        author: accountOf(node.author),
        state: node.state.toLowerCase(),
        commitSha: node.commit?.oid ?? null,
        submittedAt: node.submittedAt ?? node.createdAt,
    };
}
function reviewRequestsOf(connection) {
    if (connection.nodes.length !== connection.totalCount) {
        const counts = { got: connection.nodes.length, expected: connection.totalCount };
        return (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'review requests', ...counts }));
    }
    return (0,facts_facts/* present */.Eb)(connection.nodes.flatMap(({ requestedReviewer: reviewer }) => {
        if (reviewer === null)
            return [];
        if ('combinedSlug' in reviewer) {
            return [{ kind: 'team', team: { id: String(reviewer.databaseId), slug: reviewer.combinedSlug } }];
        }
        if (!('login' in reviewer))
            return [];
        return [{ kind: 'user', account: { id: String(reviewer.databaseId), login: reviewer.login, type: 'User' } }];
    }));
}
function policyEntries(holder) {
    return [holder.policy1, holder.policy2].flatMap((found, index) => {
        const path = policyPaths[index];
        if (found === null || path === undefined)
            return [];
        const text = found.object?.isTruncated === true ? null : (found.object?.text ?? null);
        const size = found.object?.byteSize ?? found.size;
        return [{ path, mode: found.mode.toString(8).padStart(6, '0'), type: found.type, size, text }];
    });
}
/** Texts of the evidence check runs on a commit that GitHub Actions wrote, newest first. */
function evidenceTexts(commit) {
    const runs = (commit.checkSuites?.nodes ?? [])
        .filter(suite => suite.app?.slug === actionsAppSlug)
        .flatMap(suite => suite.checkRuns.nodes);
    return [...runs].sort((a, b) => b.databaseId - a.databaseId).map(run => run.text ?? '');
}
function evidenceOf(commit) {
    const text = evidenceTexts(commit)[0];
    return text === undefined ? facts_facts/* absent */.Ge : readEvidence(text, commit.oid);
}
function baselineOf(history) {
    for (const commit of history) {
        const text = evidenceTexts(commit)[0];
        if (text === undefined)
            continue;
        const evidence = readEvidence(text, commit.oid);
        if (evidence.state !== 'present')
            return evidence;
        if (evidence.value.problems.length > 0)
            continue;
        return (0,facts_facts/* present */.Eb)({ sha: commit.oid, scope: evidence.value.scope, project: evidence.value.project });
    }
    return facts_facts/* absent */.Ge;
}

;// CONCATENATED MODULE: ./build/action/facts.js








async function readPullRequest(client, runner, target) {
    if (target.number === null)
        return { ok: false, reason: (0,message/* message */.i)('action.noPull', {}) };
    if (client === null)
        return { ok: false, reason: (0,message/* message */.i)('action.noToken', {}) };
    try {
        const snapshot = await readSnapshot(client, {
            owner: runner.owner,
            name: runner.name,
            number: target.number,
        });
        if (snapshot === null)
            return { ok: false, reason: (0,message/* message */.i)('action.notFound', { number: target.number }) };
        return { ok: true, snapshot };
    }
    catch (error) {
        return { ok: false, reason: unknownBecause('pull-requests', error) };
    }
}
/**
 * The changed files: from the clone, which has them complete and with modes, else GitHub's list. What a shallow clone
 * says counts only when it agrees with GitHub's own count.
 */
async function loadChangedFiles(sources, target, read, kind) {
    const head = read.ok ? read.snapshot.headSha : target.headSha;
    if (kind === 'merge-group') {
        const measured = await localChanges(sources.repository, target.baseSha, target.headSha);
        const base = read.ok ? read.snapshot.baseSha : target.baseSha;
        return { ofPull: await changesOf(sources, base, head, read), measured };
    }
    const ofPull = await changesOf(sources, target.baseSha, head, read);
    return { ofPull, measured: ofPull };
}
function localChanges(repository, base, head) {
    return repository === null
        ? Promise.resolve((0,facts_facts/* unknown */.L5)((0,message/* message */.i)('git.noRepository', {})))
        : (0,git/* changedFilesBetween */.aL)(repository, base, head);
}
async function changesOf({ repository, client }, base, head, read) {
    const local = await localChanges(repository, base, head);
    const total = read.ok ? read.snapshot.totals.changedFiles : null;
    const doubtful = local.state === 'present' && repository !== null && (0,git/* isShallow */.fE)(repository) && local.value.length !== total;
    if (local.state === 'present' && !doubtful)
        return local;
    if (read.ok && client !== null)
        return readChangedFiles(client, read.snapshot);
    return doubtful ? (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('git.shallow', { sha: head })) : local;
}
/** The policy's people as GitHub knows them now. */
async function loadDirectory(client, policy) {
    const entries = policy.state === 'present' ? Object.values(policy.policy.roles).flat() : [];
    if (client !== null)
        return readDirectory(client, entries);
    const reason = (0,message/* message */.i)('action.noToken', {});
    return Object.fromEntries(entries.map(entry => [entry, { kind: 'unresolved', reason }]));
}
/** Facts from GitHub's answer, or from the event with everything else unknown for the same reason. */
function assemble(read, target, runner, policy, parts) {
    const roles = policy.state === 'present' ? resolveRoles(policy.policy.roles, parts.directory) : {};
    const { evaluatedAt, changedFiles, coverage } = parts;
    return read.ok
        ? factsOf(read.snapshot, { evaluatedAt, roles, changedFiles, coverage, signOffs: facts_facts/* absent */.Ge })
        : eventFacts(read.reason, target, runner, { evaluatedAt, roles, changedFiles, coverage });
}
function eventFacts(reason, target, runner, parts) {
    const { title = '', author = null, state = 'open', isDraft = false, baseRef = '' } = target.pull ?? {};
    return {
        repository: { id: runner.repositoryId, owner: runner.owner, name: runner.name },
        number: target.number ?? 0,
        title,
        author,
        state,
        isDraft,
        baseRef,
        baseSha: target.baseSha,
        headSha: target.headSha,
        commits: (0,facts_facts/* unknown */.L5)(reason),
        reviews: (0,facts_facts/* unknown */.L5)(reason),
        reviewRequests: (0,facts_facts/* unknown */.L5)(reason),
        coverageBaseline: (0,facts_facts/* unknown */.L5)(reason),
        signOffs: facts_facts/* absent */.Ge,
        ...parts,
    };
}
/** What is worth telling about the policy: its own warnings, and what this pull request would change in it. */
function aboutPolicy(base, read, owner, files) {
    const entries = base.entries.ok ? base.entries.value : [];
    const absentNotice = base.entries.ok && entries.length === 0 ? [{ level: 'notice', message: (0,message/* message */.i)('notice.policyAbsent', {}) }] : [];
    const changes = read.ok && base.entries.ok ? policyNotices(entries, read.snapshot.policyAtHead, { owner, files }) : [];
    return [...absentNotice, ...policyWarnings(entries, owner), ...changes];
}

// EXTERNAL MODULE: ./build/action/log.js
var action_log = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/action/triggers.js



/** Activities of `pull_request` without `types:`. Source: "Events that trigger workflows". */
const defaultTypes = ['opened', 'synchronize', 'reopened'];
/**
 * What the workflow does not listen to although an enabled gate's answer can change with it: the check would then stay
 * as it was. `null`: nothing is missing, or the file is not one that can be judged.
 */
function missingTriggers(workflow, policy) {
    const listens = listenerOf(workflow);
    if (listens === null)
        return null;
    const enabled = gateIds.filter(id => (policy.gates[id]?.level ?? 'off') !== 'off');
    const missing = [...new Set(enabled.flatMap((id) => gates[id].triggers))].filter(trigger => !listens(trigger));
    return missing.length === 0 ? null : (0,message/* message */.i)('action.triggers', { missing: missing.sort() });
}
/** `null`: not a workflow that runs on pull requests. */
function listenerOf(workflow) {
    const on = eventsOf(workflow);
    if (on === null || !('pull_request' in on || 'pull_request_review' in on))
        return null;
    return trigger => {
        const [event = '', activity = ''] = trigger.split('.');
        if (!(event in on))
            return false;
        const types = typesOf(on[event]);
        return types === null ? event !== 'pull_request' || defaultTypes.includes(activity) : types.includes(activity);
    };
}
/** The three ways to write `on:` as one. */
function eventsOf(workflow) {
    try {
        const on = (0,dist/* parse */.qg)(workflow, { maxAliasCount: 10 })?.on;
        if (typeof on === 'string')
            return { [on]: null };
        if (Array.isArray(on))
            return Object.fromEntries(on.map(name => [String(name), null]));
        return typeof on === 'object' && on !== null ? on : null;
    }
    catch {
        return null;
    }
}
function typesOf(settings) {
    if (typeof settings !== 'object' || settings === null || !('types' in settings))
        return null;
    const { types } = settings;
    if (typeof types === 'string')
        return [types];
    return Array.isArray(types) ? types.map(String) : null;
}

;// CONCATENATED MODULE: ./build/action/judge.js














/** Judges one pull request, or the group of a merge queue that ends with it, and publishes the verdict. */
async function judge_judge(job, sources, target, kind) {
    const { inputs, context } = job;
    const { client } = sources;
    const read = await readPullRequest(client, context.runner, target);
    const base = await basePolicy(sources, inputs.config, target, read, kind);
    const found = stateOf(base, sources.owner, inputs.config);
    const policy = inputs.appUrl === null ? found : onlyMeasured(found);
    const log = inputs.locale === null ? await (0,action_log/* openLog */.N)(localeOf(policy)) : job.log;
    const changedFiles = await loadChangedFiles(sources, target, read, kind);
    const measured = await judge_measure(job, policy, target, read, changedFiles, kind);
    const directory = await loadDirectory(client, policy);
    const evaluatedAt = new Date().toISOString();
    const facts = assemble(read, target, context.runner, policy, {
        evaluatedAt,
        directory,
        changedFiles: changedFiles.ofPull,
        coverage: measured.fact,
    });
    const notices = [
        ...aboutPolicy(base, read, sources.owner, changedFiles.ofPull),
        ...measured.notices.map(told => ({ level: 'warning', message: told })),
        ...(await aboutPatterns(job, found, base.sha, target)),
        ...(await aboutRun(job, policy, target, read, kind)),
    ];
    const asked = await askForReviews(job, sources, { policy, facts, read, directory, kind });
    const report = evaluate(policy, asked.facts, [...notices, ...asked.notices]);
    const options = {
        locale: log.locale,
        links: linksOf(context.runner, facts.headSha),
        signing: 'none',
    };
    return announce({ ...job, log }, sources, { report, target, read, measured, options, kind, policy, base });
}
/** The base branch now; for a group, the commit that the queue has put it on. */
function basePolicy(sources, config, target, read, kind) {
    if (kind === 'merge-group')
        return policyAt(sources, config, target.baseSha);
    return policyAtBase(sources, config, { sha: target.baseSha, snapshot: read.ok ? read.snapshot : null });
}
const localeOf = (policy) => (policy.state === 'present' ? policy.policy.locale : 'en');
const isMeasured = (id) => gates[id].measuredBy === 'ci';
/** With an App, this step speaks for what only it can measure; the App judges the rest. */
function onlyMeasured(policy) {
    if (policy.state !== 'present')
        return policy;
    const measured = Object.fromEntries(gateIds.filter(isMeasured).map(id => [id, policy.policy.gates[id]]));
    return { ...policy, policy: { ...policy.policy, gates: measured, checklists: [], roles: {} } };
}
async function judge_measure(job, policy, target, read, changedFiles, kind) {
    const options = policy.state === 'present' ? policy.policy.gates.coverage : undefined;
    if (options === undefined || options.level === 'off') {
        return { fact: facts_facts/* absent */.Ge, nothingFound: true, notices: [], fresh: null };
    }
    const { workspace, repository, context } = job;
    const measurement = await measureCoverage({
        options,
        workspace,
        repository,
        headSha: target.headSha,
        changedFiles: changedFiles.measured,
        run: context.runner.run,
    });
    const head = read.ok ? read.snapshot.headSha : target.headSha;
    if (kind === 'pull-request' && head !== target.headSha) {
        return { ...measurement, fact: (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('action.headMoved', { run: target.headSha, head })), fresh: null };
    }
    const earlier = read.ok ? read.snapshot.evidence : facts_facts/* absent */.Ge;
    const { subject } = context;
    if (measurement.nothingFound && subject.kind === 'pull-request' && subject.sameHead && earlier.state === 'present') {
        const run = earlier.value.run?.id ?? '';
        return { fact: earlier, nothingFound: true, notices: [(0,message/* message */.i)('action.coverage.earlier', { run })], fresh: null };
    }
    const baseRef = target.pull?.baseRef ?? (read.ok ? read.snapshot.baseRef : undefined);
    const against = baseRef === undefined ? {} : { baseRef };
    const fresh = measurement.fact.state === 'present' ? { ...measurement.fact.value, ...against } : null;
    // The group's measurement answers for the pull request at its end: gates compare with the pull request's own head.
    return { ...measurement, fact: fresh === null ? measurement.fact : (0,facts_facts/* present */.Eb)({ ...fresh, headSha: head }), fresh };
}
const mostPatterns = 20;
/** Patterns that match no file of the base or of the head: probably typing errors, and then a rule that never bites. */
async function aboutPatterns({ repository }, policy, baseSha, target) {
    if (repository === null || policy.state !== 'present' || policy.origin.source !== 'base')
        return [];
    const { path } = policy.origin;
    const paths = [];
    for (const sha of new Set([baseSha, target.headSha])) {
        const listed = await (0,git/* listTree */.nT)(repository, sha);
        if (!listed.ok)
            return [];
        paths.push(...listed.value.map(entry => entry.path));
    }
    return unmatchedGlobs(policy.policy, paths)
        .slice(0, mostPatterns)
        .map(found => ({
        level: 'notice',
        message: found.message,
        code: found.code,
        keyPath: found.keyPath,
        path,
    }));
}
/** What the reader should know about this run itself. */
async function aboutRun({ inputs, context, repository }, policy, target, read, kind) {
    const notices = [];
    if (policy.state !== 'present')
        return notices;
    const enabled = gateIds.filter(id => (policy.policy.gates[id]?.level ?? 'off') !== 'off');
    if (inputs.appUrl !== null)
        notices.push({ level: 'notice', message: (0,message/* message */.i)('action.app', { url: inputs.appUrl }) });
    if (!read.ok)
        notices.push({ level: 'warning', message: read.reason });
    if (kind === 'merge-group' && read.ok) {
        const carried = enabled.filter(id => !isMeasured(id));
        const { number, headSha } = read.snapshot;
        notices.push({
            level: 'notice',
            message: (0,message/* message */.i)('action.mergeGroup', { group: target.headSha, number, headSha, carried }),
        });
    }
    const { workflowPath } = context.runner;
    const judgesEvents = inputs.appUrl === null && context.event.startsWith('pull_request');
    if (judgesEvents && repository !== null && workflowPath !== null && policy.origin.source === 'base') {
        const missing = missingTriggers(await workflowText(repository, workflowPath, context.runner.workflowSha), policy.policy);
        if (missing !== null)
            notices.push({ level: 'notice', message: missing, path: workflowPath });
    }
    return notices;
}
/** The running workflow as its commit has it; empty when that commit is not here. */
async function workflowText(repository, path, sha) {
    const listed = await (0,git/* listTree */.nT)(repository, sha, [path]);
    const entry = listed.ok ? listed.value[0] : undefined;
    if (entry === undefined || entry.type !== 'blob' || entry.mode === '120000')
        return '';
    const blob = await (0,git/* readBlob */.gm)(repository, entry.oid, 1024 * 1024);
    return blob.ok ? blob.value.toString('utf8') : '';
}
/** Asks for the reviews that the policy wants asked for, and lets the verdict know. */
async function askForReviews({ inputs }, { client }, { policy, facts, read, directory, kind }) {
    const options = policy.state === 'present' ? policy.policy.gates.review : undefined;
    const { reviewRequests } = facts;
    const may = inputs.appUrl === null && inputs.mode === 'enforce' && kind === 'pull-request' && client !== null;
    if (!may || !read.ok || options === undefined || options.level === 'off' || reviewRequests.state !== 'present') {
        return { facts, notices: [] };
    }
    const planned = planReviewRequests(facts, options, new Map());
    if (planned.length === 0)
        return { facts, notices: [] };
    const refused = await requestReviews(client, read.snapshot, planned, directory);
    return refused === null
        ? { facts: { ...facts, reviewRequests: (0,facts_facts/* present */.Eb)([...reviewRequests.value, ...planned]) }, notices: [] }
        : { facts, notices: [{ level: 'notice', message: refused.told }] };
}

;// CONCATENATED MODULE: ./build/action/pulls.js



/** The open pull request of a branch, for a run that somebody started by hand. */
async function findPullRequest(client, runner, { branch, headSha }) {
    if (client === null)
        return (0,result/* err */._)((0,message/* message */.i)('action.noToken', {}));
    const { owner, name: repo } = runner;
    try {
        const query = { owner, repo, state: 'open', head: `${owner}:${branch}`, per_page: 100 };
        const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', query);
        const rows = Array.isArray(data) ? data : [];
        const found = rows.find(row => row.head.sha === headSha) ?? rows[0];
        if (found === undefined)
            return (0,result/* err */._)((0,message/* message */.i)('action.dispatch.none', { branch }));
        return (0,result.ok)({ number: found.number, baseSha: found.base.sha, headSha, pull: null });
    }
    catch (error) {
        return (0,result/* err */._)(unknownBecause('pull-requests', error));
    }
}

;// CONCATENATED MODULE: ./build/action/conclude.js






/** Does what the event asks for; the result is the exit code. */
async function conclude(job) {
    const { inputs, context, repository, log } = job;
    const refusal = await untrustedCheckout(job);
    if (refusal !== null)
        throw new Refusal(refusal);
    const client = await connect(inputs.token, context.runner);
    const sources = { repository, client, owner: context.runner.owner, name: context.runner.name };
    const { subject } = context;
    switch (subject.kind) {
        case 'push':
            return recordBaseline(job, sources, subject);
        case 'pull-request':
            return judge_judge(job, sources, subject, 'pull-request');
        case 'merge-group':
            return judge_judge(job, sources, { ...subject, pull: null }, 'merge-group');
        case 'dispatch': {
            const found = await findPullRequest(client, context.runner, subject);
            if (!found.ok)
                throw new Refusal(found.error);
            log.info((0,message/* message */.i)('action.dispatch', { branch: subject.branch, number: found.value.number }));
            return judge_judge(job, sources, found.value, 'pull-request');
        }
        default:
            return subject;
    }
}
/** What stops the run with a sentence for its reader; not a defect. */
class Refusal extends Error {
    told;
    constructor(told) {
        super(told.code);
        this.told = told;
    }
}
/**
 * `pull_request_target` runs with the base branch's rights. Code of the pull request in its workspace is how those
 * rights get lost, so nothing but the base branch's own commit may be checked out (security.md T-52).
 */
async function untrustedCheckout({ context, repository }) {
    if (context.event !== 'pull_request_target' || repository === null || context.subject.kind !== 'pull-request')
        return null;
    const head = await (0,git/* headCommit */.Qo)(repository);
    const { testedSha, baseSha } = context.subject;
    return head.ok && (head.value === testedSha || head.value === baseSha)
        ? null
        : (0,message/* message */.i)('action.untrustedCheckout', { event: context.event });
}


/***/ })

};

export const id = 349;
export const ids = [349];
export const modules = {

/***/ 9349:
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
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
    message: (0,message/* message */.i)(what, { pattern: excerpt(pattern), column: at + 1 }),
    column: at + 1,
});
const excerpt = (pattern) => (pattern.length > 200 ? `${pattern.slice(0, 199)}…` : pattern);
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

;// CONCATENATED MODULE: ./build/src/coverage/model.js
/** What a mark of a branch holds besides its line: 29 bits of identity and one for taken. */
const marksPerLine = 2 ** 30;
/** `line` is 1-based; beyond the last reported line: `none`. */
function lineState(lines, line) {
    const pair = ((lines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3;
    return pair === 0 ? 'none' : pair === 1 ? 'uncovered' : 'covered';
}
/** The same with these lines uncovered; lines that are not executable stay so. */
function clearCovered(lines, uncovered) {
    const cleared = lines.slice();
    for (const line of uncovered) {
        const at = line >>> 2;
        if (at < cleared.length)
            cleared[at] = (cleared[at] ?? 0) & ~(2 << ((line & 3) << 1));
    }
    return cleared;
}
const withLines = ({ branches, functions, counts }, lines) => ({
    lines,
    branches,
    functions,
    ...(counts && { counts }),
});
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
/** From the byte at `start` to before the one at `end`. */
function countLines(lines, start = 0, end = lines.length) {
    let covered = 0;
    let total = 0;
    for (let at = start; at < end; at++) {
        const byte = lines[at] ?? 0;
        covered += coveredIn[byte] ?? 0;
        total += executableIn[byte] ?? 0;
    }
    return { covered, total };
}
function countMarks(marks) {
    let covered = 0;
    for (const mark of marks)
        covered += mark - Math.floor(mark / 2) * 2;
    return { covered, total: marks.length };
}
/** Totals of one file from its smallest records; what only a summary says counts where it has none. */
function countFile(file) {
    const counted = file.counted?.() ?? countRecords(file);
    return file.counts === undefined || counted.lines.total > 0 ? counted : file.counts;
}
const countRecords = ({ lines, branches, functions }) => ({
    lines: countLines(lines),
    branches: countMarks(branches),
    functions: countMarks(functions),
});
/** Totals over all files, counted from the smallest records. */
function totals(files) {
    const lines = { covered: 0, total: 0 };
    const branches = { covered: 0, total: 0 };
    const functions = { covered: 0, total: 0 };
    for (const file of files.values()) {
        const counted = countFile(file);
        lines.covered += counted.lines.covered;
        lines.total += counted.lines.total;
        branches.covered += counted.branches.covered;
        branches.total += counted.branches.total;
        functions.covered += counted.functions.covered;
        functions.total += counted.functions.total;
    }
    return { lines, branches, functions };
}
const noRatio = { covered: 0, total: 0 };
const noTotals = { lines: noRatio, branches: noRatio, functions: noRatio };
const eachRatio = (a, b, join) => ({
    lines: join(a.lines, b.lines),
    branches: join(a.branches, b.branches),
    functions: join(a.functions, b.functions),
});
/** Lines that have a branch which no test took, ascending. */
function linesWithUntakenBranch({ branches }) {
    const lines = [];
    for (const mark of branches) {
        const line = Math.floor(mark / marksPerLine);
        if (mark % 2 === 0 && lines.at(-1) !== line)
            lines.push(line);
    }
    return lines;
}
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
        ...(a.counts || b.counts ? { counts: mergeCounts(a.counts, b.counts ?? a.counts ?? noTotals) } : {}),
    };
}
/** Two summaries do not say which lines they mean: the larger numbers are what the union has at least. */
const mergeCounts = (a, b) => a === undefined ? b : eachRatio(a, b, largerRatio);
const largerRatio = (a, b) => ({
    covered: Math.max(a.covered, b.covered),
    total: Math.max(a.total, b.total),
});
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

;// CONCATENATED MODULE: ./build/src/coverage/moved.js
/** A block moves when it has at least so many letters and digits: shorter ones are alike by chance. As git colours moves. */
const leastText = 20;
/**
 * Blocks of consecutive added lines that stand, in the same order and but for their indentation, among the removed
 * lines of the change. Every removed line explains one added line: a copy of moved code is new code.
 */
function movedLines(changes) {
    const removed = linesOf(changes, 'removed');
    const places = Map.groupBy(removed.keys(), index => removed[index]?.text ?? '');
    const used = new Set();
    const moved = new Map();
    const added = linesOf(changes, 'added');
    for (let at = 0; at < added.length;) {
        const block = longestBlock(added, at, removed, places, used);
        if (block === undefined) {
            at++;
            continue;
        }
        for (let step = 0; step < block.length; step++) {
            used.add(block.from + step);
            const { path, line } = added[at + step];
            const known = moved.get(path);
            if (known === undefined)
                moved.set(path, new Set([line]));
            else
                known.add(line);
        }
        at += block.length;
    }
    return moved;
}
/** Of a line that is repeated more often than this only the first places are tried; so many lines without text end a block. */
const mostPlaces = 50;
function longestBlock(added, at, removed, places, used) {
    let best;
    for (const from of (places.get(added[at]?.text ?? '') ?? []).slice(0, mostPlaces)) {
        let length = 0;
        let text = 0;
        while (continues(added, at, length) && continues(removed, from, length) && !used.has(from + length)) {
            const line = added[at + length]?.text;
            if (line === undefined || line !== removed[from + length]?.text)
                break;
            text += line.replace(/[^\p{L}\p{N}]/gu, '').length;
            length++;
            if (length > mostPlaces && text < leastText)
                break;
        }
        if (text >= leastText && length > (best?.length ?? 0))
            best = { from, length };
    }
    return best;
}
/** Whether the line `length` after `start` is the next one of the same file. */
function continues(lines, start, length) {
    const first = lines[start];
    const next = lines[start + length];
    return first !== undefined && next !== undefined && next.path === first.path && next.line === first.line + length;
}
function linesOf(changes, wanted) {
    return changes.flatMap(({ path, hunks }) => (hunks ?? []).flatMap(hunk => {
        const found = [];
        let line = wanted === 'added' ? hunk.newStart : hunk.oldStart;
        const other = wanted === 'added' ? 'removed' : 'added';
        for (const { kind, text } of hunk.lines) {
            if (kind === wanted)
                found.push({ path, line, text: text.trim() });
            if (kind !== other)
                line++;
        }
        return found;
    }));
}

;// CONCATENATED MODULE: ./build/src/coverage/patch.js

/** Lines may have been added or, where the patch is not known, could have been. */
const hasNewText = (file) => file.kind === 'text' &&
    file.status !== 'deleted' &&
    (file.hunks?.some(hunk => hunk.lines.some(line => line.kind === 'added')) ?? true);
/** Numbers of the added lines on the new side, ascending. */
function addedLines({ hunks }) {
    const added = [];
    for (const { newStart, lines } of hunks ?? []) {
        let line = newStart;
        for (const { kind } of lines) {
            if (kind === 'added')
                added.push(line);
            if (kind !== 'removed')
                line++;
        }
    }
    return added;
}
/** The executable lines among the added ones, less those that `moved` names. */
function measurePatch(changes, files, moved) {
    const byFile = new Map();
    const uncovered = [];
    let movedCount = 0;
    for (const change of changes) {
        const lines = files.get(change.path)?.lines;
        if (lines === undefined)
            continue;
        const isMoved = moved.get(change.path);
        const executable = addedLines(change).filter(line => lineState(lines, line) !== 'none');
        const judged = executable.filter(line => !isMoved?.has(line));
        movedCount += executable.length - judged.length;
        if (judged.length === 0)
            continue;
        const missed = judged.filter(line => lineState(lines, line) === 'uncovered');
        byFile.set(change.path, { covered: judged.length - missed.length, total: judged.length });
        uncovered.push(...rangesOf(missed, lines).map(range => ({ path: change.path, ...range })));
    }
    return { ratio: sumOf(byFile.values()), byFile, uncovered, moved: movedCount };
}
function sumOf(ratios) {
    let covered = 0;
    let total = 0;
    for (const ratio of ratios) {
        covered += ratio.covered;
        total += ratio.total;
    }
    return { covered, total };
}
/** Joins lines between which nothing executable lies. `wanted` is ascending. */
function rangesOf(wanted, lines) {
    const ranges = [];
    for (const line of wanted) {
        const open = ranges.at(-1);
        if (open !== undefined && isGap(lines, open.end, line)) {
            open.end = line;
            open.lines++;
        }
        else
            ranges.push({ start: line, end: line, lines: 1 });
    }
    return ranges;
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
function worstRanges(uncovered, limit) {
    const worst = uncovered
        .toSorted((a, b) => b.lines - a.lines || compare(a.path, b.path) || a.start - b.start)
        .slice(0, limit);
    const byPath = [...Map.groupBy(worst, range => range.path)];
    const weight = (ranges) => ranges.reduce((sum, range) => sum + range.lines, 0);
    return byPath
        .toSorted(([pathA, a], [pathB, b]) => weight(b) - weight(a) || compare(pathA, pathB))
        .map(([path, ranges]) => ({
        path,
        ranges: ranges.toSorted((a, b) => a.start - b.start).map(({ start, end }) => [start, end]),
    }));
}
/**
 * Changed source files without a line record. Only languages that the reports speak about, so that a changed picture or
 * text is no omission.
 */
function unreportedFiles(changes, files) {
    const extensions = new Set(files.keys().map(extensionOf));
    return changes
        .map(change => change.path)
        .filter(path => !hasLineRecords(files.get(path)) && extensions.has(extensionOf(path)) && !isTestOrDocument(path))
        .toSorted(compare);
}
/** A file that is listed without an executable line was looked at; one that has only totals was not, line by line. */
const hasLineRecords = (file) => file !== undefined && (file.counts === undefined || file.lines.some(byte => byte !== 0));
function extensionOf(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(dot) : '';
}
const isTestOrDocument = (path) => /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures|testdata|docs?)\//i.test(path) ||
    /[._-](test|tests|spec|stories|d)\.[^./]+$/.test(path) ||
    /(^|\/)(test_[^/]*|conftest)\.py$/.test(path) ||
    /[a-z0-9]Tests?\.(java|kt|cs|scala|swift|php)$/.test(path);
/** By code units: the same on every machine. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

;// CONCATENATED MODULE: ./build/src/coverage/spelling.js
/**
 * The ways to read a reported path, likeliest first; none when it names no file (`<string>`, `[eval]`, `node:fs`, the
 * inside of a jar).
 *
 * Known notations: Windows (`C:\a`, `\\server\a`, `\\?\C:\a`, mixed separators), `file:` and `webpack:` URLs, Vite's
 * `/@fs/`, Bazel's `/proc/self/cwd/`, and `/private/var` of macOS for `/var`. Second readings: without space at the ends
 * and without `?query`, with percent-encoding decoded, with backslashes as separators where they may be part of a name.
 */
function spellings(reported) {
    if (!unusual.test(reported))
        return [{ up: 0, path: reported }];
    if (noFile.test(reported))
        return [];
    const url = fromUrl(reported);
    const clean = (url ?? reported).trim().replace(/\?.*$/s, '');
    const readings = url === undefined ? [reported, clean, decode(clean)] : [decode(url), decode(clean), url];
    return distinct(readings.flatMap(withSlashes).map(parse)).filter(({ up, path }) => up > 0 || path !== '');
}
/** The likeliest reading. `null` when `..` leads above the start of the path. */
function normalisePath(reported) {
    const [likeliest] = spellings(reported);
    if (likeliest === undefined)
        return reported.normalize('NFC');
    return likeliest.up > 0 ? null : likeliest.path;
}
const isAbsolute = (path) => /^(?:[a-z]:)?\//i.test(path);
/** Where a relative path leads from a folder (`''`, or ending in `/`). `null`: above the start. */
function placeFrom(folder, { up, path }) {
    let end = folder.length;
    for (let step = 0; step < up; step++) {
        if (end <= 0)
            return null;
        end = folder.lastIndexOf('/', end - 2) + 1;
    }
    return folder.slice(0, end) + path;
}
/** Everything but names of printable ASCII with single slashes between them. */
const unusual = /[^ -~]|[\\%?:<>[]|!\/|^\.{0,2}$|^\.{1,2}\/|\/\.{0,2}(?:\/|$)|^[ ]|[ ]$|^\/(?:@fs|private|proc\/self\/cwd)\//;
const noFile = /^<.*>$|^\[[^/]*\]$|^(?!file:|webpack(?:-internal)?:)[a-z][a-z\d+.-]+:|\.[jwe]ar!\/|\0/is;
function fromUrl(reported) {
    const [, scheme, rest = ''] = /^(file:|webpack(?:-internal)?:\/\/|\/@fs\/)(.*)$/is.exec(reported) ?? [];
    if (scheme === undefined)
        return undefined;
    if (scheme.startsWith('/'))
        return beforeDrive(`/${rest}`);
    if (/^file/i.test(scheme))
        return beforeDrive(rest.replace(/^\/\/localhost(?=\/)/i, ''));
    return rest.replace(/^(?:[^/]*\/){1,2}\.\/|^[^/]*\//, '');
}
const beforeDrive = (path) => path.replace(/^\/+(?=[a-z]:)/i, '');
function decode(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
function withSlashes(path) {
    if (!path.includes('\\'))
        return [path];
    const slashed = path.replaceAll('\\', '/').replace(/^\/\/[?.]\/(?:UNC(?=\/))?/i, '');
    return path.startsWith('/') ? [path, slashed] : [slashed];
}
function parse(written) {
    const root = /^(?:[a-z]:)?\//i.exec(written)?.[0] ?? '';
    const names = [];
    let up = 0;
    for (const name of written.slice(root.length).split('/')) {
        if (name === '' || name === '.')
            continue;
        if (name !== '..')
            names.push(name);
        else if (names.pop() === undefined)
            up++;
    }
    const path = (root.toUpperCase() + names.join('/')).normalize('NFC');
    return root === '' ? { up, path } : { up: up > 0 ? Infinity : 0, path: withoutAlias(path) };
}
const withoutAlias = (path) => path.replace(/^\/private(?=\/(?:var|tmp|etc)\/)/, '').replace(/^\/proc\/self\/cwd\//, '');
function distinct(readings) {
    return readings.filter(({ up, path }, at) => readings.findIndex(one => one.up === up && one.path === path) === at);
}

;// CONCATENATED MODULE: ./build/src/coverage/bases.js

/** `known` files of the report are explained otherwise. */
function uncutBase(search, known = 0) {
    const named = namedBase(search);
    const explained = known + named.found.size;
    const open = notIn(named.found, search.files);
    if (open.length <= explained)
        return { base: named, named: named.found, open, atLeast: explained + 1 };
    const extended = extendedBase(search);
    const extendable = open.length - notIn(extended.found, open).length;
    return {
        base: extendable > explained ? extended : named,
        named: named.found,
        open,
        atLeast: Math.max(explained + 1, isDoubtful(search.places) ? extendable : extendable + 1),
    };
}
const notIn = (found, files) => files.filter(file => !found.has(file.reported));
/** The named bases that explain most; of these, those that the report states. */
function namedBase({ files, places, index }) {
    const stated = places.stated.map(folders => collect(files, under(folders, index)));
    if (places.modules.length > 0)
        stated.push(collect(files, inModules(places, index)));
    const plain = places.starts
        .map(start => collect(files, under([start], index)))
        .filter(found => !isDoubtful(places) || isConvincing(found, files, files.length === 1, hasFolder));
    const most = Math.max(1, ...[...stated, ...plain].map(found => found.size));
    const best = [stated, plain].map(bases => bases.filter(found => found.size === most));
    return { found: agree(best.find(bases => bases.length > 0) ?? []), isNamed: true };
}
/** The report says that its paths start elsewhere. */
const isDoubtful = ({ foreign, stated }) => foreign.length > 0 && stated.length === 0;
/** The likeliest reading of a path that is a file decides. */
function collect(files, find) {
    const found = new Map();
    for (const { reported, spellings } of files)
        for (const spelling of spellings) {
            const candidates = isAbsolute(spelling.path) ? [] : find(spelling);
            if (candidates.length === 0)
                continue;
            found.set(reported, candidates);
            break;
        }
    return found;
}
/** Only one of these bases can be meant, so only what all of them explain is kept, with the candidates of each. */
function agree(bases) {
    const [first = new Map(), ...others] = bases;
    if (others.length === 0)
        return first;
    const common = [...first].filter(([reported]) => others.every(found => found.has(reported)));
    return new Map(common.map(([reported]) => [reported, bases.flatMap(found => found.get(reported) ?? [])]));
}
/** In any of these folders. */
function under(folders, index) {
    const known = new Set(folders);
    return spelling => {
        const isMany = folders.length > 8 && spelling.up === 0;
        const likely = isMany ? index.homes(spelling.path).filter(home => known.has(home)) : folders;
        return likely.flatMap(home => candidatesAt(index, home, placeFrom(home, spelling)));
    };
}
function inModules({ modules }, index) {
    return ({ up, path }) => {
        const module = up > 0 ? undefined : modules.find(([name]) => path.startsWith(name));
        if (module === undefined)
            return [];
        const [name, home] = module;
        return candidatesAt(index, home, home + path.slice(name.length));
    };
}
const candidatesAt = ({ at }, home, place) => place === null ? [] : at(place).map(path => ({ path, home }));
/** With folders put in front. Where every path can lie in the report's folder, or one above it, all of them do. */
function extendedBase({ files, places, index }) {
    const company = countHomes(files, index);
    const alone = files.length > 1 ? 3 : isDoubtful(places) ? 2 : 1;
    const found = collect(files, ({ up, path }) => {
        const isLong = path.split('/').length >= alone;
        const homes = up > 0 ? [] : index.homes(path).filter(home => isLong || (company.get(home) ?? 0) > 1);
        return homes.flatMap(home => candidatesAt(index, home, home + path));
    });
    return { found: nearest(found, places.starts, index), isNamed: false };
}
/** How many of these files each folder has. */
function countHomes(files, index) {
    const counts = new Map();
    for (const { spellings } of files) {
        const homes = spellings.map(({ up, path }) => (up > 0 ? [] : index.homes(path))).find(some => some.length > 0);
        for (const home of homes ?? [])
            counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    return counts;
}
function nearest(found, starts, { key }) {
    if (found.values().every(candidates => candidates.length === 1))
        return found;
    const distance = ({ path }) => starts.findIndex(start => key(path).startsWith(start));
    const farthest = found.values().reduce((most, candidates) => Math.max(most, Math.min(...candidates.map(distance))), 0);
    return new Map(found.entries().map(([path, candidates]) => [path, candidates.filter(one => distance(one) <= farthest)]));
}
/**
 * Found by no accident: two files that agree in a folder too, or that are half of what was sought. `isOnly`: the report
 * has no others.
 */
function isConvincing(found, sought, isOnly, agrees) {
    const explained = sought.filter(file => found.has(file.reported));
    const agreeing = explained.filter(agrees).length;
    return isOnly ? agreeing === 1 : explained.length > 1 && (agreeing > 1 || explained.length * 2 >= sought.length);
}
const hasFolder = ({ spellings }) => spellings.some(({ path }) => path.includes('/'));

;// CONCATENATED MODULE: ./build/src/coverage/places.js

function placesOf(context, key) {
    const read = (written) => {
        const [likeliest] = spellings(written);
        return { up: likeliest?.up ?? 0, path: asFolder(key(likeliest?.path ?? '')) };
    };
    const checkout = read(context.workspace ?? '').path;
    const workspace = isAbsolute(checkout) ? checkout : null;
    const starts = foldersOf(insideOf(workspace, read(context.reportPath ?? '').path) ?? '');
    const sources = (context.sources ?? []).map(read);
    const relative = sources.filter(({ path }) => !isAbsolute(path));
    const absolute = sources.flatMap(({ path }) => (isAbsolute(path) ? [path] : []));
    const inside = absolute.map(path => insideOf(workspace, path)).filter(path => path !== null);
    return {
        workspace,
        starts,
        stated: statedFrom(relative.length > 0 ? starts : [''], relative, inside),
        foreign: absolute.filter(path => insideOf(workspace, path) === null),
        modules: [...(context.modules ?? [])]
            .map(([name, folder]) => [`${key(name)}/`, asFolder(key(folder))])
            .sort(([a], [b]) => b.length - a.length),
    };
}
function statedFrom(starts, relative, inside) {
    return starts
        .map(start => [...inside, ...relative.map(source => placeFrom(start, source)).filter(place => place !== null)])
        .filter(folders => folders.length > 0);
}
/** Path in the repository of a path that is relative or lies in the workspace. */
function insideOf(workspace, path) {
    if (!isAbsolute(path))
        return path;
    if (workspace === null)
        return null;
    const start = path.slice(0, workspace.length);
    const isSame = start === workspace || (!path.startsWith('/') && start.toLowerCase() === workspace.toLowerCase());
    return isSame ? path.slice(workspace.length) : null;
}
/** `packages/a/lcov.info/`: `packages/a/`, `packages/`, `''`. */
function foldersOf(path) {
    const names = path.split('/').slice(0, -2);
    return [...names.keys(), names.length].map(cut => names
        .slice(0, names.length - cut)
        .map(name => `${name}/`)
        .join(''));
}
const asFolder = (path) => (path === '' || path.endsWith('/') ? path : `${path}/`);

;// CONCATENATED MODULE: ./build/src/coverage/cuts.js



/**
 * What the base that explains most of these files finds, beside `known` ones of the report that need none; see
 * `resolvePaths`. Files that it does not explain are left out.
 */
function findFiles(search, known) {
    const uncut = uncutBase(search, known);
    return uncut.open.length < uncut.atLeast ? uncut.base.found : (cutBase(search, uncut) ?? uncut.base.found);
}
/** More prefixes than these are not tried, and the roots elsewhere only if they are as few. */
const cutLimits = { prefixes: 32, roots: 8 };
/** With one folder cut from the start of every path, then as before, if that explains at least so many open files. */
function cutBase(search, uncut) {
    const open = uncut.open.map(file => ({ ...file, paths: wholePaths(file, search.places) }));
    const cuts = [];
    let most = Math.max(uncut.atLeast, search.files.length > 1 ? 2 : 1);
    for (const [prefix, possible] of likelyPrefixes(open, search.index).slice(0, cutLimits.prefixes)) {
        if (possible < most)
            break;
        const isNested = cuts.some(cut => cut.isBelievable && cut.explained === most && prefix.startsWith(cut.prefix));
        const rest = behind(prefix, search, open);
        const cut = rate(prefix, isNested ? namedBase(rest) : amongAll(uncutBase(rest).base, rest), search, open);
        if (cut.isBelievable)
            most = Math.max(most, cut.explained);
        cuts.push(cut);
    }
    const base = settle(cuts.filter(({ explained }) => explained === most));
    return base && keepsRelative(base.prefix, search) ? new Map([...uncut.named, ...base.found]) : base?.found;
}
/** Where something was cut, a named base is no better than any folder that explains as many files, and worse than more. */
function amongAll(base, { files, places, index }) {
    if (!base.isNamed || places.stated.length > 0)
        return base;
    const counts = [...countHomes(files, index)].filter(([home]) => !places.starts.includes(home));
    const most = counts.reduce((max, [, count]) => Math.max(max, count), base.found.size);
    const homes = counts.filter(([, count]) => count === most).map(([home]) => home);
    const others = homes.map(home => collect(files, under([home], index)));
    const isNamed = base.found.size === most;
    return { isNamed, found: agree(isNamed ? [base.found, ...others] : others) };
}
function wholePaths({ spellings }, { foreign }) {
    const roots = foreign.length > cutLimits.roots ? [] : foreign;
    return spellings.flatMap(spelling => {
        const { up, path } = spelling;
        const below = isAbsolute(path) ? [] : roots.map(root => placeFrom(root, spelling) ?? '');
        return up > 0 ? below : [path, ...below];
    });
}
/** Prefixes behind which paths end like files of the tree, and of how many; most first, then the shortest. */
function likelyPrefixes(open, { longestEnd }) {
    const counts = new Map();
    for (const { paths } of open)
        for (const path of paths) {
            let end = path.length - longestEnd(path);
            while (end > 0 && end < path.length) {
                const prefix = path.slice(0, end);
                counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
                end = path.indexOf('/', end) + 1;
            }
        }
    return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
}
/** An absolute prefix is a checkout: of relative paths, it concerns those that the report roots elsewhere. */
const keepsRelative = (prefix, { places }) => isAbsolute(prefix) && !isDoubtful(places);
function behind(prefix, search, open) {
    const { context, index, places } = search;
    return {
        ...search,
        files: (keepsRelative(prefix, search) ? open : search.files).flatMap(file => cutSpellings(file, prefix)),
        places: isAbsolute(prefix) ? placesOf({ ...context, workspace: prefix }, index.key) : places,
    };
}
function cutSpellings({ reported, spellings }, prefix) {
    const cut = spellings.flatMap(spelling => {
        const { up, path } = spelling;
        if (up === 0 && path.startsWith(prefix))
            return [{ up, path: path.slice(prefix.length) }];
        return isAbsolute(prefix) && !isAbsolute(path) ? [spelling] : [];
    });
    return cut.length > 0 ? [{ reported, spellings: cut }] : [];
}
/** Of a report of one file, a folder must have been cut and a named one be meant. */
function rate(prefix, base, { files }, open) {
    const sought = open.filter(({ paths }) => paths.some(path => path.startsWith(prefix)));
    const agrees = ({ paths }) => paths.some(path => path.startsWith(prefix) && path.includes('/', prefix.length));
    const isPlace = files.length > 1 || (base.isNamed && !/^([a-z]:)?\/$/i.test(prefix));
    return {
        ...base,
        prefix,
        explained: sought.length - notIn(base.found, sought).length,
        isBelievable: isPlace && isConvincing(base.found, sought, files.length === 1, agrees),
    };
}
/**
 * Of cuts that explain equally many, the one that agrees in most names. Where a shorter agreement leads to a named base,
 * both may be meant. Cuts in different places contradict each other.
 */
function settle(best) {
    const sorted = best.toSorted((a, b) => a.prefix.length - b.prefix.length);
    const [first, ...others] = sorted.filter(({ isBelievable }) => isBelievable);
    if (first === undefined || others.some(({ prefix }) => !prefix.startsWith(first.prefix)))
        return undefined;
    const rivals = sorted.filter(cut => cut !== first && cut.isNamed && cut.prefix.startsWith(first.prefix));
    return { ...first, found: agree([first, ...rivals].map(({ found }) => found)) };
}

;// CONCATENATED MODULE: ./build/src/coverage/tree.js
function indexTree(paths) {
    let anyCase;
    return {
        exact: indexBy(paths, path => path.normalize('NFC')),
        anyCase: () => {
            anyCase ??= indexBy(paths, path => path.normalize('NFC').toLowerCase());
            return anyCase;
        },
    };
}
function indexBy(paths, key) {
    const byKey = new Map();
    for (const path of paths) {
        const known = byKey.get(key(path));
        if (known === undefined)
            byKey.set(key(path), [path]);
        else if (!known.includes(path))
            known.push(path);
    }
    const ends = { paths: [...byKey.keys()], shared: 0 };
    return {
        key,
        at: path => byKey.get(path) ?? [],
        homes: path => homes(ends, path),
        longestEnd: path => longestEnd(ends, path),
    };
}
/** So few paths are compared one by one. */
const few = 8;
function homes(ends, path) {
    const { paths, shared } = descend(ends, path);
    const isWhole = shared > path.length;
    if (paths.length > few && !isWhole)
        return [];
    const found = isWhole ? paths : paths.filter(one => commonEnd(one, path) === path.length);
    return found.map(one => one.slice(0, one.length - path.length));
}
function longestEnd(ends, path) {
    const { paths, shared } = descend(ends, path);
    if (paths.length > few)
        return Math.max(0, shared - 1);
    return paths.reduce((most, one) => Math.max(most, commonEnd(one, path)), 0);
}
/** As far as the names of `path` lead, or until few paths are left. */
function descend(ends, path) {
    let at = ends;
    while (at.paths.length > few) {
        const name = nameBefore(path, at.shared);
        at.next ??= split(at);
        const next = name === undefined ? undefined : at.next.get(name);
        if (next === undefined)
            break;
        at = next;
    }
    return at;
}
function split({ paths, shared }) {
    const groups = new Map();
    for (const path of paths) {
        const name = nameBefore(path, shared);
        if (name === undefined)
            continue;
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [path]);
        else
            group.push(path);
    }
    return new Map(groups.entries().map(([name, group]) => [name, { paths: group, shared: shared + name.length + 1 }]));
}
/** The name that ends `shared` characters before the end. */
function nameBefore(path, shared) {
    const end = path.length - shared;
    return end > 0 ? path.slice(path.lastIndexOf('/', end - 1) + 1, end) : undefined;
}
/** Characters in the whole names that both paths end with. */
function commonEnd(a, b) {
    const shorter = Math.min(a.length, b.length);
    let names = 0;
    let length = 0;
    while (length < shorter) {
        const code = a.charCodeAt(a.length - length - 1);
        if (code !== b.charCodeAt(b.length - length - 1))
            return names;
        if (code === 0x2f)
            names = length;
        length++;
    }
    const starts = (path) => path.length === length || path.charCodeAt(path.length - length - 1) === 0x2f;
    return starts(a) && starts(b) ? length : names;
}

;// CONCATENATED MODULE: ./build/src/coverage/paths.js





/**
 * Maps the paths of one report to files of the tree. A report was written by one tool in one folder, so one base is
 * sought for all of its paths: the one under which most of them are files. What that base does not explain is unknown.
 *
 * 1. An absolute path in the workspace is what it says.
 * 2. Named bases: the report's `<source>` roots (all of them together) and modules; the root of the repository; the
 *    report's folder and those above it.
 * 3. If none of these explains as many files as it leaves open:
 *    - folders put in front, each path by itself: `com/acme/A.java` is `core/src/main/java/com/acme/A.java`. A path of
 *      one or two names needs company: another file of the report in the same folder, or a report of one file.
 *    - one folder cut, everywhere: `/app/src/a.ts` is `src/a.ts`, `github.com/acme/x/a.go` is `a.go`, then as above,
 *      but a named base counts no more than any other folder: `/app` may be `packages/web`. At least two files must
 *      agree in a folder too, or be half of what lies in the cut folder. Of a report of one file, that file.
 *
 * Several files for one path: the one in the folder where files of the report lie that can be nowhere else; else
 * `ambiguous`. Bases that explain equally many are all tried. What is not found is looked for without regard to case.
 * Nothing depends on the order of paths, and no file is opened.
 */
function resolvePaths(reported, tree, context = {}) {
    const paths = [...new Set(reported)];
    const found = resolveIn(tree.exact, paths, context);
    const missing = paths.filter(path => found.get(path)?.kind === 'unknown');
    if (!missing.some(path => isNearer(path, tree.anyCase(), tree.exact)))
        return found;
    const anyCase = resolveIn(tree.anyCase(), paths, context);
    return new Map(found.entries().map(([path, at]) => [path, at.kind === 'unknown' ? betterOf(at, anyCase.get(path)) : at]));
}
const betterOf = (unknown, other) => other === undefined || other.kind === 'unknown' ? unknown : other;
/** More of the path's end is in this index than in the other. */
const isNearer = (reported, index, other) => spellings(reported).some(({ path }) => index.longestEnd(index.key(path)) > other.longestEnd(other.key(path)));
function resolveIn(index, reported, context) {
    const places = placesOf(context, index.key);
    const files = reported.map(path => readPath(path, index.key));
    const certain = inWorkspace(files, places, index);
    const unclear = files.filter(file => file.spellings.length > 0 && !certain.has(file.reported));
    const found = new Map([...certain, ...findFiles({ files: unclear, places, context, index }, certain.size)]);
    const homes = certainHomes(found);
    return new Map(files.map(file => [file.reported, choose(file, found.get(file.reported) ?? [], homes, places)]));
}
const readPath = (reported, key) => ({
    reported,
    spellings: spellings(reported).map(({ up, path }) => ({ up, path: key(path) })),
});
function inWorkspace(files, { workspace }, { at }) {
    const found = new Map();
    for (const { reported, spellings } of files)
        for (const { path } of spellings.filter(({ path }) => isAbsolute(path))) {
            const paths = at(insideOf(workspace, path) ?? '');
            if (paths.length > 0 && !found.has(reported))
                found.set(reported, paths.map(one => ({ path: one, home: '' })));
        }
    return found;
}
/** Folders in which a file lies that can be nowhere else. */
function certainHomes(found) {
    const homes = new Set();
    for (const candidates of found.values())
        if (pathsOf(candidates).length === 1)
            for (const { home } of candidates)
                homes.add(home);
    return homes;
}
function choose(file, candidates, homes, places) {
    const paths = pathsOf(candidates);
    const likely = paths.length > 1 ? pathsOf(candidates.filter(({ home }) => homes.has(home))) : paths;
    const [only] = likely;
    if (paths.length === 0)
        return notFound(file, places);
    return only !== undefined && likely.length === 1
        ? { kind: 'file', path: only }
        : { kind: 'ambiguous', candidates: paths };
}
const pathsOf = (candidates) => candidates.length > 1 ? [...new Set(candidates.map(({ path }) => path))].sort() : candidates.map(({ path }) => path);
function notFound({ reported, spellings: [likeliest] }, { workspace, starts, stated }) {
    if (likeliest === undefined)
        return { kind: 'unknown', path: reported.normalize('NFC') };
    if (likeliest.up === 0)
        return { kind: 'unknown', path: insideOf(workspace, likeliest.path) ?? likeliest.path };
    const inside = [...starts, ...stated.flat()].map(folder => placeFrom(folder, likeliest)).find(place => place !== null);
    return inside === undefined ? { kind: 'traversal' } : { kind: 'unknown', path: inside };
}

;// CONCATENATED MODULE: ./build/src/coverage/unite.js



/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1;
/** Maps the files of every report to the tree and unites them. Independent of the order of the reports. */
function unite(reports, carried, { paths, ...checkout }, exclude) {
    const tree = paths && indexTree(paths);
    const problems = [];
    const outside = [];
    const suites = new Map();
    for (const { origin, report } of reports) {
        const resolved = tree ? resolveReport(origin, report, tree, checkout) : asReported(report);
        const unknown = unknownFiles(resolved, exclude);
        outside.push(unknown);
        problems.push(...pathProblems(origin, resolved, unknown, exclude));
        const suite = getOrAdd(suites, origin.name);
        for (const [reported, file] of report.files) {
            const at = resolved.get(reported);
            if (at?.kind === 'file' && !exclude.matches(at.path))
                suite.add(origin.format, at.path, file);
        }
    }
    for (const { origin, files } of carried) {
        const suite = getOrAdd(suites, origin.name);
        for (const [path, file] of files)
            if (!exclude.matches(path))
                suite.add(origin.format, path, file);
    }
    const all = new FilesByFormat();
    for (const suite of suites.values())
        all.addAll(suite);
    const bySuite = new Map(suites.entries().map(([name, suite]) => [name, suite.united()]));
    return { files: all.united(), bySuite, problems, outside };
}
/**
 * Files of several reports. Lines are united whatever the format; branches and functions have identities only within
 * one, so of several formats that speak about a file the one that knows most of them stands.
 */
class FilesByFormat {
    formats = new Map();
    add(format, path, file) {
        const files = this.formats.get(format) ?? new Map();
        this.formats.set(format, files);
        const known = files.get(path);
        files.set(path, known === undefined ? file : mergeFile(known, file));
    }
    addAll(other) {
        for (const [format, files] of other.formats)
            for (const [path, file] of files)
                this.add(format, path, file);
    }
    united() {
        const [first, ...others] = [...this.formats].sort(([a], [b]) => (a < b ? -1 : 1));
        if (others.length === 0)
            return first?.[1] ?? new Map();
        const united = new Map(first?.[1]);
        for (const [, files] of others) {
            for (const [path, file] of files) {
                const known = united.get(path);
                united.set(path, known === undefined ? file : mergeAcross(known, file));
            }
        }
        return united;
    }
}
const noMarks = new Float64Array();
function mergeAcross(a, b) {
    const { lines, counts } = mergeFile(linesOnly(a), linesOnly(b));
    const branches = larger(a.branches, b.branches);
    const functions = larger(a.functions, b.functions);
    return { lines, branches, functions, ...(counts === undefined ? {} : { counts }) };
}
const linesOnly = ({ lines, counts }) => ({
    lines,
    branches: noMarks,
    functions: noMarks,
    ...(counts === undefined ? {} : { counts }),
});
/** More of them, else more that are taken. */
function larger(a, b) {
    if (a.length !== b.length)
        return a.length > b.length ? a : b;
    return countMarks(b).covered > countMarks(a).covered ? b : a;
}
/** The same with every line uncovered that has a branch which no test took. */
function withoutPartialLines(files) {
    return new Map(files.entries().map(([path, file]) => {
        const partial = linesWithUntakenBranch(file);
        return [path, partial.length === 0 ? file : withLines(file, clearCovered(file.lines, partial))];
    }));
}
const resolveReport = (origin, report, tree, checkout) => resolvePaths(report.files.keys(), tree, { ...checkout, reportPath: origin.path, sources: report.sources });
function asReported(report) {
    return new Map(report.files.keys().map(reported => {
        const path = normalisePath(reported);
        return [reported, path === null ? { kind: 'traversal' } : { kind: 'file', path }];
    }));
}
function pathProblems({ name, path }, resolved, unknown, exclude) {
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
/** Exclusions also apply to these paths, without the leading slash or drive. */
const unknownFiles = (resolved, exclude) => [...resolved.values()].flatMap(at => at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : []);
function getOrAdd(suites, name) {
    const known = suites.get(name) ?? new FilesByFormat();
    suites.set(name, known);
    return known;
}

;// CONCATENATED MODULE: ./build/src/coverage/measure.js







/** Limits of what travels in a check run. */
const measuredLimits = { ranges: 200, partial: 50, unreported: 100, problems: 50, changed: 200, worst: 20 };
/** Unites all reports, maps them to the tree and counts. Deterministic; independent of the order of the reports. */
const measure = (input) => measureFiles(input).measured;
/** The same with the files that were counted. */
function measureFiles(input) {
    const { options } = input;
    const exclude = exclusions(input);
    const united = unite(input.reports, input.carried ?? [], { paths: input.tree, ...checkoutOf(input) }, exclude);
    const counted = options.partial_lines === 'uncovered' ? withoutPartialLines : (files) => files;
    const files = counted(united.files);
    const bySuite = new Map(united.bySuite.entries().map(([name, suite]) => [name, counted(suite)]));
    const all = input.changedFiles ?? [];
    const changes = all.filter(file => !exclude.matches(file.path) && hasNewText(file));
    const moved = options.patch?.moved_lines === 'ignore' ? movedLines(all) : new Map();
    const patchOf = (some) => measurePatch(changes, some, moved);
    const patch = patchOf(files);
    const project = totals(files);
    const problems = [
        ...input.problems,
        ...united.problems,
        ...implausibleLines(files, input.lineCounts),
        ...unknownPatches(changes, files),
    ];
    const measured = {
        schemaVersion: 1,
        headSha: input.headSha,
        scope: scopeOf(options),
        reports: [...input.reports, ...(input.carried ?? [])].map(report => report.origin).toSorted(byNameAndPath),
        problems: distinctMessages(problems).slice(0, measuredLimits.problems),
        incomplete: (input.incomplete ?? []).toSorted((a, b) => compare(a.name, b.name)),
        tests: (input.tests ?? []).toSorted((a, b) => compare(a.name, b.name)),
        project: project.lines,
        branches: project.branches,
        functions: project.functions,
        patch: patch.ratio,
        groups: groupsOf(input, files, bySuite, patchOf),
        changed: changedCoverage(changes, files, patch),
        worst: worstFiles(files),
        uncovered: worstRanges(patch.uncovered, measuredLimits.ranges),
        partial: partialRanges(changes, files),
        unreported: unreportedFiles(changes, files).slice(0, measuredLimits.unreported),
        moved: patch.moved,
        files: files.size,
        ...(input.run === undefined ? {} : { run: input.run }),
    };
    return { measured, files, bySuite: united.bySuite, doubts: doubts(input.reports, united.outside) };
}
/** Same digest: the same reports, exclusions and rules, so that two measurements may be compared. Hex SHA-256. */
function scopeOf(options) {
    const reports = options.reports?.map(({ name, path, format }) => [name, path, format ?? null]).toSorted(compareJson) ?? null;
    // Only what differs from the defaults: what is recorded on base branches stays comparable when an option is added.
    const rules = [
        ...(options.generated === 'exclude' ? ['generated'] : []),
        ...(options.partial_lines === 'uncovered' ? ['partial'] : []),
        ...(options.patch?.moved_lines === 'ignore' ? ['moved'] : []),
    ];
    return digest(['coverage-scope-1', reports, options.exclude ?? [], ...rules]);
}
/** Components, flags and path groups of the policy, in that order. A component that the policy lacks is left out. */
function groupSpecs(options, components = {}) {
    const specs = [
        ...Object.keys(options.components ?? {}).flatMap(name => {
            const component = components[name];
            return component === undefined ? [] : [{ kind: 'component', name, paths: component.paths }];
        }),
        ...Object.keys(options.flags ?? {}).map(name => ({ kind: 'flag', name, paths: null })),
        ...(options.paths ?? []).map(({ name, paths }) => ({ kind: 'paths', name, paths })),
    ];
    return specs.map(spec => ({ ...spec, scope: digest([spec.kind, spec.name, spec.paths]).slice(0, 16) }));
}
const digest = (value) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
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
function doubts(reports, outside) {
    return reports.flatMap(({ origin: { name, path }, report }, index) => {
        const files = outside[index] ?? [];
        const claim = contradiction(report);
        return [
            ...(claim ? [(0,message/* message */.i)('coverage.notice.claims', { name, path, ...claim })] : []),
            ...(files.length > 0 ? [(0,message/* message */.i)('coverage.notice.outside', { name, path, files })] : []),
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
const checkoutOf = ({ workspace, modules }) => ({
    ...(workspace === undefined ? {} : { workspace }),
    ...(modules === undefined ? {} : { modules }),
});
/** `exclude` of the policy, and the generated files where they shall not count. */
function exclusions({ options, generated }) {
    const listed = compileGlobs(options.exclude ?? []);
    if (options.generated !== 'exclude' || generated === undefined)
        return listed;
    return { matches: path => listed.matches(path) || generated.matches(path) };
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
function unknownPatches(changes, files) {
    return changes
        .filter(file => file.hunks === null && files.has(file.path))
        .map(file => (0,message/* message */.i)('coverage.problem.no-patch', { path: file.path }));
}
/** A flag is judged by what its own suite says, in the patch too. */
function groupsOf({ options, components }, files, bySuite, patchOf) {
    return groupSpecs(options, components).map(({ kind, name, paths, scope }) => {
        const members = paths === null ? (bySuite.get(name) ?? new Map()) : filesIn(files, paths);
        return { kind, name, scope, files: members.size, project: totals(members).lines, patch: patchOf(members).ratio };
    });
}
function filesIn(files, paths) {
    const globs = compileGlobs(paths);
    return new Map(files.entries().filter(([path]) => globs.matches(path)));
}
/** What the change touches, the most uncovered changed lines first. */
function changedCoverage(changes, files, patch) {
    return changes
        .flatMap(({ path, previousPath, deletions }) => {
        const file = files.get(path);
        if (file === undefined)
            return [];
        const changed = patch.byFile.get(path) ?? { covered: 0, total: 0 };
        const before = previousPath === undefined ? {} : { previousPath };
        return [{ path, ...before, lines: countFile(file).lines, patch: changed, deletions }];
    })
        .toSorted((a, b) => missing(b.patch) - missing(a.patch) || compare(a.path, b.path))
        .slice(0, measuredLimits.changed);
}
const missing = (ratio) => ratio.total - ratio.covered;
/** Where the most lines of the project are uncovered. */
function worstFiles(files) {
    return [...files]
        .map(([path, file]) => ({ path, lines: countFile(file).lines }))
        .filter(({ lines }) => missing(lines) > 0)
        .toSorted((a, b) => missing(b.lines) - missing(a.lines) || compare(a.path, b.path))
        .slice(0, measuredLimits.worst);
}
/** Changed lines that ran, of which a branch never did. */
function partialRanges(changes, files) {
    const partial = changes.flatMap(change => {
        const file = files.get(change.path);
        if (file === undefined)
            return [];
        const untaken = linesWithUntakenBranch(file);
        if (untaken.length === 0)
            return [];
        const added = new Set(addedLines(change));
        const lines = untaken.filter(line => added.has(line) && lineState(file.lines, line) === 'covered');
        return rangesOf(lines, file.lines).map(range => ({ path: change.path, ...range }));
    });
    return worstRanges(partial, measuredLimits.partial);
}
function distinctMessages(messages) {
    return [...new Map(messages.map(each => [JSON.stringify(each), each])).values()];
}
const byNameAndPath = (a, b) => compare(a.name, b.name) || compare(a.path, b.path);
const compareJson = (a, b) => compare(JSON.stringify(a), JSON.stringify(b));

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
/** Control characters stand in no path of a repository. */
function hasControls(path) {
    for (let at = 0; at < path.length; at++)
        if (path.charCodeAt(at) < 0x20)
            return true;
    return false;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** `undefined`: the bytes are not UTF-8. */
function decodeUtf8(bytes) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The first sixty bytes, for a message. */
const bytes_excerpt = (bytes, start, end) => new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 60)));

;// CONCATENATED MODULE: ./build/src/coverage/marks.js

/**
 * The marks of the open file (`Marks`), and what they become when it is closed. A mark is two integers: the upper 23
 * bits (of a branch: its line) and the lower 30, taken bit included. Packed, each is told by what it adds to the one
 * before:
 *
 *     mark   = number of ( 2 × what is added to the lower part )               in the same line
 *            / number of ( 2 × what is added to the upper part + 1 ) number of ( lower part )
 *     number = seven bits a byte, the lowest first; the eighth says that more follow
 *
 * That is one byte for a further branch of a line and two or more for the first.
 */
const longestMark = 10;
class MarkList {
    limit;
    /** Upper and lower part in turns. */
    parts = new Int32Array(1 << 4);
    lastUpper = -1;
    lastLower = -1;
    isAscending = true;
    /** Where the next mark is likely to be that is told a second time in the same order. */
    again = 0;
    length = 0;
    /** Of those that were packed last. */
    packedTotal = 0;
    packedTaken = 0;
    constructor(limit) {
        this.limit = limit;
    }
    /** False: more than the limit. */
    push(upper, lower) {
        const at = this.length * 2;
        if (at === this.parts.length && !this.enlarge())
            return false;
        if (upper < this.lastUpper || (upper === this.lastUpper && lower >> 1 <= this.lastLower >> 1))
            this.isAscending = false;
        this.lastUpper = upper;
        this.lastLower = lower;
        this.parts[at] = upper;
        this.parts[at + 1] = lower;
        this.length++;
        return true;
    }
    /** The same for marks that are mostly told twice, first all of them, then whether they are taken. */
    pushOrMeet(upper, lower) {
        const at = this.again * 2;
        const known = this.parts[at + 1] ?? 0;
        if (this.again === this.length || this.parts[at] !== upper || known >> 1 !== lower >> 1)
            return this.push(upper, lower);
        this.parts[at + 1] = known | lower;
        this.again++;
        return true;
    }
    /** Bytes that `pack` may need. */
    get packedLength() {
        return this.length * longestMark;
    }
    /** Writes one of each identity, taken if any is, and empties the list. Where they end. */
    pack(bytes, start) {
        const total = this.isAscending ? this.length : distinctParts(this.parts, this.length);
        let at = start;
        let taken = 0;
        let lastUpper = 0;
        let lastLower = 0;
        for (let index = 0; index < total * 2; index += 2) {
            const upper = this.parts[index] ?? 0;
            const lower = this.parts[index + 1] ?? 0;
            if (upper === lastUpper)
                at = writeNumber(bytes, at, (lower - lastLower) * 2);
            else
                at = writeNumber(bytes, writeNumber(bytes, at, (upper - lastUpper) * 2 + 1), lower);
            taken += lower & 1;
            lastUpper = upper;
            lastLower = lower;
        }
        this.length = 0;
        this.again = 0;
        this.lastUpper = -1;
        this.isAscending = true;
        this.packedTotal = total;
        this.packedTaken = taken;
        return at;
    }
    enlarge() {
        if (this.length >= this.limit)
            return false;
        const larger = new Int32Array(this.parts.length * 2);
        larger.set(this.parts);
        this.parts = larger;
        return true;
    }
}
/** Sorts in place and keeps one of each identity. How many are left. */
function distinctParts(parts, length) {
    if (length <= 64) {
        sortParts(parts, length);
        return keepDistinct(parts, length);
    }
    const marks = Float64Array.from({ length }, (_, index) => (parts[index * 2] ?? 0) * marksPerLine + (parts[index * 2 + 1] ?? 0));
    const distinct = distinctMarks(marks);
    for (const [index, mark] of distinct.entries()) {
        const upper = Math.floor(mark / marksPerLine);
        parts[index * 2] = upper;
        parts[index * 2 + 1] = mark - upper * marksPerLine;
    }
    return distinct.length;
}
/** Insertion sort: a file has few functions, and a call of the built-in sort takes longer than they do. */
function sortParts(parts, length) {
    for (let end = 2; end < length * 2; end += 2) {
        const upper = parts[end] ?? 0;
        const lower = parts[end + 1] ?? 0;
        let at = end;
        for (; at > 0; at -= 2) {
            const otherUpper = parts[at - 2] ?? 0;
            const otherLower = parts[at - 1] ?? 0;
            if (otherUpper < upper || (otherUpper === upper && otherLower <= lower))
                break;
            parts[at] = otherUpper;
            parts[at + 1] = otherLower;
        }
        parts[at] = upper;
        parts[at + 1] = lower;
    }
}
function keepDistinct(parts, length) {
    let kept = 0;
    for (let at = 0; at < length * 2; at += 2) {
        const upper = parts[at] ?? 0;
        const lower = parts[at + 1] ?? 0;
        const isRepeated = at + 2 < length * 2 && parts[at + 2] === upper && (parts[at + 3] ?? 0) >> 1 === lower >> 1;
        if (isRepeated)
            continue;
        parts[kept++] = upper;
        parts[kept++] = lower;
    }
    return kept >> 1;
}
function writeNumber(bytes, start, number) {
    let at = start;
    let rest = number;
    while (rest >= 0x80) {
        bytes[at++] = rest | 0x80;
        rest >>>= 7;
    }
    bytes[at++] = rest;
    return at;
}
function unpackMarks(bytes, start, total) {
    const marks = new Float64Array(total);
    let at = start;
    const readNumber = () => {
        let number = 0;
        for (let shift = 0;; shift += 7) {
            const byte = bytes[at++] ?? 0;
            number |= (byte & 0x7f) << shift;
            if (byte < 0x80)
                return number >>> 0;
        }
    };
    let upper = 0;
    let lower = 0;
    for (let index = 0; index < marks.length; index++) {
        const step = readNumber();
        if ((step & 1) === 1) {
            upper += step >>> 1;
            lower = readNumber();
        }
        else
            lower += step >>> 1;
        marks[index] = upper * marksPerLine + lower;
    }
    return marks;
}

;// CONCATENATED MODULE: ./build/src/coverage/store.js


const noBytes = new Uint8Array();
const store_noMarks = new Float64Array();
/** Bytes filled one after the other: nothing is copied to make room, and little is left empty. */
class Blocks {
    all = [];
    /** The last block, and up to where it is filled. */
    bytes = noBytes;
    top = 0;
    /** Index of the last block. */
    get last() {
        return this.all.length - 1;
    }
    /** Makes sure that the last block has `size` bytes from `top` on, and tells where they end. */
    take(size) {
        if (this.top + size > this.bytes.length) {
            this.bytes = new Uint8Array(Math.max(size, Math.min(2 * this.bytes.length, 1 << 18), 1 << 10));
            this.all.push(this.bytes);
            this.top = 0;
        }
        return this.top + size;
    }
}
/**
 * Where a builder keeps its files: states and packed marks in blocks of bytes, and where they are in rows of numbers.
 * So a hundred thousand files are no hundred thousand objects with arrays of their own.
 */
class Store {
    lineStates = new Blocks();
    marks = new Blocks();
    numbers = new Int32Array(1 << 6);
    /** Row 0 is nobody's: where there are no marks. */
    length = marksWidth;
    /** Index of the first number of a new row. */
    addRow(width) {
        const row = this.length;
        this.length += width;
        if (this.length > this.numbers.length) {
            const larger = new Int32Array(this.numbers.length * 1.5);
            larger.set(this.numbers);
            this.numbers = larger;
        }
        return row;
    }
}
/** Row of a file: the block that its states are in, from where to where, and the row of its marks. */
const [STATES, BASE, LIMIT, MARKS, fileWidth] = [0, 1, 2, 3, 4];
/** Row of marks: their block; where, how many, how many taken; and the row from an earlier time in the same file. */
const [BLOCK, BRANCHES, FUNCTIONS, EARLIER, marksWidth] = [0, 1, 4, 7, 8];
/** A file as it lies in the store. Unpacked each time that somebody asks: keep what you got. */
class StoredFile {
    store;
    row;
    constructor(store) {
        this.store = store;
        this.row = store.addRow(fileWidth);
    }
    get lines() {
        return this.states.subarray(this.base, this.limit);
    }
    get branches() {
        return this.unite(BRANCHES);
    }
    get functions() {
        return this.unite(FUNCTIONS);
    }
    counted() {
        return {
            lines: countLines(this.states, this.base, this.limit),
            branches: this.count(BRANCHES),
            functions: this.count(FUNCTIONS),
        };
    }
    /** The block with the states, which are from `base` to before `limit`. */
    get states() {
        return this.limit === 0 ? noBytes : (this.store.lineStates.all[this.at(this.row + STATES)] ?? noBytes);
    }
    get base() {
        return this.at(this.row + BASE);
    }
    get limit() {
        return this.at(this.row + LIMIT);
    }
    /** They are in the last block. */
    keepStates(base, limit) {
        const { numbers, lineStates } = this.store;
        numbers[this.row + STATES] = lineStates.last;
        numbers[this.row + BASE] = base;
        numbers[this.row + LIMIT] = limit;
    }
    /** Packs them into the last block. */
    keepMarks(branches, functions) {
        const { marks } = this.store;
        const row = this.store.addRow(marksWidth);
        const { numbers } = this.store;
        marks.take(branches.packedLength + functions.packedLength);
        numbers[row + BLOCK] = marks.last;
        numbers[row + BRANCHES] = marks.top;
        marks.top = branches.pack(marks.bytes, marks.top);
        numbers[row + BRANCHES + 1] = branches.packedTotal;
        numbers[row + BRANCHES + 2] = branches.packedTaken;
        numbers[row + FUNCTIONS] = marks.top;
        marks.top = functions.pack(marks.bytes, marks.top);
        numbers[row + FUNCTIONS + 1] = functions.packedTotal;
        numbers[row + FUNCTIONS + 2] = functions.packedTaken;
        numbers[row + EARLIER] = this.at(this.row + MARKS);
        numbers[this.row + MARKS] = row;
    }
    /** Without unpacking, unless the report came back to the file with marks of this kind. */
    count(column) {
        const marks = this.rowWith(column, this.at(this.row + MARKS));
        if (this.rowWith(column, this.at(marks + EARLIER)) > 0)
            return countMarks(this.unite(column));
        return { covered: this.at(marks + column + 2), total: this.at(marks + column + 1) };
    }
    unite(column) {
        const pieces = [];
        for (let marks = this.rowWith(column, this.at(this.row + MARKS)); marks > 0;) {
            const bytes = this.store.marks.all[this.at(marks + BLOCK)] ?? noBytes;
            pieces.push(unpackMarks(bytes, this.at(marks + column), this.at(marks + column + 1)));
            marks = this.rowWith(column, this.at(marks + EARLIER));
        }
        const [only = store_noMarks] = pieces;
        if (pieces.length <= 1)
            return only;
        const all = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0));
        let at = 0;
        for (const piece of pieces) {
            all.set(piece, at);
            at += piece.length;
        }
        return distinctMarks(all);
    }
    /** The given row of marks, or the next earlier one that has marks of this kind; 0: none. */
    rowWith(column, row) {
        let marks = row;
        while (marks > 0 && this.at(marks + column + 1) === 0)
            marks = this.at(marks + EARLIER);
        return marks;
    }
    at(index) {
        return this.store.numbers[index] ?? 0;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/builder.js



/**
 * Beyond these a report is refused, never cut. `lineBytes` holds 512 million lines; `spread` is how many lines ranges
 * may name in all, so that a short report cannot keep a reader busy.
 */
const reportLimits = {
    line: (1 << 23) - 1,
    files: 250_000,
    lineBytes: 1 << 27,
    spread: 2 ** 31,
    marks: 1 << 25,
    path: 4096,
};
/**
 * Collects a report file by file. A file opened again continues, so that its records are united whatever their order.
 * Reading 200 MB allocates some blocks and little more than a name for each file: line states lie side by side, marks
 * are packed as soon as a file is closed.
 */
class ReportBuilder {
    files = new Map();
    store = new Store();
    branches = new MarkList(reportLimits.marks);
    functions = new MarkList(reportLimits.marks);
    current = new StoredFile(this.store);
    /** Where the states of the current file are. */
    states = this.current.states;
    base = 0;
    limit = 0;
    lineBytes = 0;
    marks = 0;
    spread = 0;
    /** A limit was passed; the report must be refused as too large. */
    overflow = false;
    get fileCount() {
        return this.files.size;
    }
    open(path) {
        const known = this.files.get(path);
        const file = known ?? new StoredFile(this.store);
        if (known === undefined)
            this.files.set(path, file);
        if (this.files.size > reportLimits.files)
            this.overflow = true;
        this.current = file;
        this.states = file.states;
        this.base = file.base;
        this.limit = file.limit;
    }
    /** `line` within 1 and `reportLimits.line`: readers refuse others with their place. */
    line(line, covered) {
        const at = this.base + (line >>> 2);
        if (at < this.limit)
            this.states[at] = (this.states[at] ?? 0) | ((covered ? 3 : 1) << ((line & 3) << 1));
        else if (this.grow((line >>> 2) + 1))
            this.line(line, covered);
    }
    /** All lines from `first` to `last`, which is not before it. */
    lines(first, last, covered) {
        this.spread += last - first;
        if (this.spread > reportLimits.spread)
            this.overflow = true;
        else if (last - first > 64)
            this.fillLines(first, last, covered);
        else
            for (let line = first; line <= last; line++)
                this.line(line, covered);
    }
    /** `identity`: 29 bits that tell the branches of one line apart; see `branchIdentity`. */
    branch(line, identity, taken) {
        if (!this.branches.push(line, identity * 2 + (taken ? 1 : 0)))
            this.overflow = true;
    }
    /** For formats that say how many branches of a line were taken, not which. */
    countedBranches(line, taken, total) {
        for (let branch = 0; branch < total; branch++)
            this.branch(line, branch, branch < taken);
    }
    /** `identity`: 52 bits; see `identityOf`. */
    function(identity, called) {
        const upper = Math.floor(identity / 0x20000000);
        const lower = identity - upper * 0x20000000;
        if (!this.functions.pushOrMeet(upper, lower * 2 + (called ? 1 : 0)))
            this.overflow = true;
    }
    /** For formats that only give totals of a file. */
    counts(counts) {
        this.current.counts = mergeCounts(this.current.counts, counts);
    }
    close() {
        this.keepStates();
        const marks = this.branches.length + this.functions.length;
        this.marks += marks;
        if (this.marks > reportLimits.marks)
            this.overflow = true;
        if (marks > 0)
            this.current.keepMarks(this.branches, this.functions);
    }
    build(sources, claims) {
        return { files: this.files, sources, claims };
    }
    /** A long range, whole bytes at a time. */
    fillLines(first, last, covered) {
        const start = first + (-first & 3);
        const end = last & ~3;
        for (let line = last; line >= end; line--)
            this.line(line, covered);
        for (let line = first; line < start; line++)
            this.line(line, covered);
        const { states } = this;
        const from = this.base + (start >>> 2);
        const to = this.base + (end >>> 2);
        if (covered)
            states.fill(0xff, from, to);
        else
            for (let at = from; at < to; at++)
                states[at] = (states[at] ?? 0) | 0x55;
    }
    /** Makes room for `needed` bytes of states and some more: in place for the last file of the block, others move. */
    grow(needed) {
        const { states, base, limit } = this;
        const { lineStates } = this.store;
        if (this.lineBytes + needed > reportLimits.lineBytes) {
            this.overflow = true;
            return false;
        }
        if (states === lineStates.bytes && limit === lineStates.top)
            lineStates.top = base;
        this.limit = lineStates.take(Math.max(needed + spareStates, 2 * (limit - base)));
        this.base = lineStates.top;
        this.states = lineStates.bytes;
        lineStates.top = this.limit;
        const isMoved = this.states !== states || this.base !== base;
        if (isMoved && limit > base)
            this.states.set(states.subarray(base, limit), this.base);
        return true;
    }
    /** A file that was opened for the first time gives back what it did not need; others will grow again. */
    keepStates() {
        const { current, states, base } = this;
        const { lineStates } = this.store;
        const isInPlace = states === current.states && base === current.base;
        if (isInPlace && this.limit === current.limit)
            return;
        if (current.limit === 0 && this.limit === lineStates.top) {
            while (this.limit > base && states[this.limit - 1] === 0)
                this.limit--;
            lineStates.top = this.limit;
        }
        this.lineBytes += this.limit - (isInPlace ? current.limit : base);
        current.keepStates(base, this.limit);
    }
}
/** Spared, the states of 256 lines ask for room once. */
const spareStates = 64;
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
/** The same for several ranges of bytes, of which the first may be common to many. */
class Identity {
    high = 0x811c9dc5;
    low = 0x9e3779b9;
    /** Starts again, where another one is now. */
    reset(from) {
        this.high = from?.high ?? 0x811c9dc5;
        this.low = from?.low ?? 0x9e3779b9;
        return this;
    }
    /** Whether all of it was ASCII. */
    add(bytes, start, end) {
        let { high, low } = this;
        let all = 0;
        for (let at = start; at < end; at++) {
            const byte = bytes[at] ?? 0;
            all |= byte;
            high = Math.imul(high ^ byte, 0x01000193);
            low = Math.imul(low ^ byte, 0x01000197);
        }
        this.high = high;
        this.low = low;
        return all < 0x80;
    }
    /** Adds up to the first control character, and tells where that is. There is one. */
    addText(bytes, start) {
        let { high, low } = this;
        let at = start;
        for (let byte = bytes[at] ?? 0; byte >= 0x20; byte = bytes[++at] ?? 0) {
            high = Math.imul(high ^ byte, 0x01000193);
            low = Math.imul(low ^ byte, 0x01000197);
        }
        this.high = high;
        this.low = low;
        return at;
    }
    /** Between two ranges, so that it matters where one ends. */
    separate() {
        this.high = Math.imul(this.high ^ 0x0a, 0x01000193);
        this.low = Math.imul(this.low ^ 0x0a, 0x01000197);
    }
    get value() {
        return mix(this.high) * 0x100000 + (mix(this.low) >>> 12);
    }
}
function textIdentity(text) {
    const bytes = new TextEncoder().encode(text);
    return identityOf(bytes, 0, bytes.length);
}
/**
 * 29 bits for the branch of a line that a format names by two numbers ≥ 0 (block and branch, start and end column):
 * exact below 2¹⁴, else mixed.
 */
function branchIdentity(first, second) {
    if (first < 0x4000 && second < 0x4000)
        return first * 0x4000 + second;
    return branchNamed(Math.imul(first ^ 0x811c9dc5, 0x01000193) ^ Math.imul(second, 0x85ebca6b));
}
/** 29 bits for the branch of a line that a format names by some bytes; numbers with a comma between give the pair's. */
function branchIdentityOf(bytes, start, end) {
    let first = -1;
    let number = 0;
    let hash = 0x811c9dc5;
    let isPair = end - start < 12;
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        hash = Math.imul(hash ^ byte, 0x01000193);
        if (byte >= 0x30 && byte <= 0x39)
            number = number * 10 + byte - 0x30;
        else if (byte === 0x2c && first < 0) {
            first = number;
            number = 0;
        }
        else
            isPair = false;
    }
    return isPair && first >= 0 ? branchIdentity(first, number) : branchNamed(hash);
}
/** Apart from the identities of small pairs. */
const branchNamed = (hash) => 0x10000000 + (mix(hash) & 0xfffffff);
function mix(value) {
    let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}

;// CONCATENATED MODULE: ./build/src/coverage/xml-entities.js
/** Length of the entity at `&`, 0 when its end has not come yet, -1 when there is none such. */
function entityLength(bytes, start, end) {
    let at = start + 1;
    while (at < end && at - start < longest && bytes[at] !== 0x3b)
        at++;
    if (at === end && at - start < longest)
        return 0;
    return bytes[at] === 0x3b && entityText(ascii(bytes, start + 1, at)) !== undefined ? at + 1 - start : -1;
}
/** Entities are those of XML without a document type; others are left out. */
const withoutEntities = (text) => text.includes('&') ? text.replace(/&([^;]*);/g, (_, body) => entityText(body) ?? '') : text;
const longest = 12;
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
/** Cheaper than a decoder for a few bytes; what is beyond ASCII stands in no entity. */
function ascii(bytes, start, end) {
    let text = '';
    for (let at = start; at < end; at++)
        text += String.fromCharCode(bytes[at] ?? 0);
    return text;
}

;// CONCATENATED MODULE: ./build/src/coverage/words.js
/** Finds a word of a short list by its bytes; open addressing over the hash that the tokenizer computes anyway. */
class Words {
    words;
    table = new Int16Array(256).fill(-1);
    constructor(words) {
        this.words = words.map(word => new TextEncoder().encode(word));
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

;// CONCATENATED MODULE: ./build/src/coverage/xml-tag.js


/** What a start tag may hold at most. */
const maxAttributes = 256;
const GT = 0x3e;
const LT = 0x3c;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
/** 1: may stand in a name (ASCII letters, digits, `.-_:`, anything beyond ASCII). */
const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 0x80 || /[A-Za-z0-9._:-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** 1: may stand in a value between double quotes and needs no second look. */
const plainBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte < SPACE || byte === QUOTE || byte === AMPERSAND || byte === LT ? 0 : 1);
const isBlank = (byte) => byte === SPACE || byte === NEWLINE || byte === 0x0d || byte === 0x09;
/** Digits, `-` and `.` may stand in a name but not open it. */
const isNoNameStart = (byte) => (byte >= ZERO && byte <= NINE) || byte === 0x2d || byte === 0x2e;
/**
 * Reads start tags:
 *
 *     tag       = "<" name *( blanks attribute ) [ blanks ] [ "/" ] ">"
 *     attribute = name [ blanks ] "=" [ blanks ] ( '"' value '"' / "'" value "'" )
 *
 * A report has millions of tags and they look alike. So the shape of the last tag of each element is kept, and which
 * element came next. The next tag is compared with that byte by byte, without looking up a name; whole numbers are read
 * on the way. Any other tag is read by the grammar, and its shape is then the one that is kept.
 */
class StartTag {
    /** Index in the vocabulary, -1: another element. */
    element = -1;
    nameStart = 0;
    nameEnd = 0;
    isClosed = false;
    /** Line ends within the tag, and where the line starts that the last of them opens. */
    lineEnds = 0;
    lineStart = 0;
    fault = 'incomplete';
    faultAt = 0;
    /** Behind the name of an attribute that is given twice. */
    faultEnd = 0;
    elements;
    attributes;
    shapes;
    last;
    /** Counts tags; an attribute has a value in this one when it was set at this count. */
    tag = 0;
    setAt;
    starts;
    ends;
    numbers;
    seenStarts = new Int32Array(maxAttributes);
    seenEnds = new Int32Array(maxAttributes);
    seenHashes = new Int32Array(maxAttributes);
    seenAttributes = new Int32Array(maxAttributes);
    constructor(elements, attributes) {
        this.elements = new Words(elements);
        this.attributes = new Words(attributes);
        this.shapes = [-1, ...elements.keys()].map(element => new Shape(element));
        this.last = this.shapes[0] ?? new Shape(-1);
        this.setAt = new Int32Array(attributes.length);
        this.starts = new Int32Array(attributes.length);
        this.ends = new Int32Array(attributes.length);
        this.numbers = new Float64Array(attributes.length);
    }
    has(attribute) {
        return this.setAt[attribute] === this.tag;
    }
    valueStart(attribute) {
        return this.starts[attribute] ?? 0;
    }
    valueEnd(attribute) {
        return this.ends[attribute] ?? 0;
    }
    /** A whole number ≥ 0 written in digits; -1 when absent or anything else. */
    integer(attribute) {
        return this.setAt[attribute] === this.tag ? (this.numbers[attribute] ?? -1) : -1;
    }
    /** `start` is behind `<`. Where the tag ends, or 0 and `fault` says why not. */
    read(bytes, start, end) {
        const { last } = this;
        const expected = this.readShape(last.follower, bytes, start, end);
        if (expected > 0) {
            this.last = last.follower;
            return expected;
        }
        const other = this.readOther(bytes, start, end);
        last.follower = this.last;
        return other;
    }
    /** Where a tag ends that looks like `shape`, or like the beginning of it; 0 when it does not. */
    readShape(shape, bytes, start, end) {
        const { text, ends, attributes, count } = shape;
        const tag = ++this.tag;
        let at = start;
        let from = 0;
        for (let piece = 0; piece <= count; piece++) {
            for (const to = ends[piece] ?? 0; from < to; from++)
                if (bytes[at++] !== text[from])
                    return 0;
            if (piece > 0) {
                const valueStart = at;
                let number = 0;
                let byte = bytes[at] ?? 0;
                while (byte >= ZERO && byte <= NINE) {
                    number = number * 10 + byte - ZERO;
                    byte = bytes[++at] ?? 0;
                }
                const isNumber = byte === QUOTE && at > valueStart;
                while (plainBytes[byte] === 1)
                    byte = bytes[++at] ?? 0;
                if (byte !== QUOTE)
                    return 0;
                const attribute = attributes[piece] ?? -1;
                if (attribute >= 0) {
                    this.setAt[attribute] = tag;
                    this.starts[attribute] = valueStart;
                    this.ends[attribute] = at;
                    this.numbers[attribute] = isNumber ? number : -1;
                }
                at++;
            }
            // What lies behind `end` is old: a tag that seems to end there has not come yet.
            const tail = tailLength(bytes, at);
            if (tail > 0 && at + tail <= end) {
                this.element = shape.element;
                this.nameStart = start;
                this.nameEnd = start + (ends[0] ?? 0);
                this.isClosed = tail > 1;
                this.lineEnds = 0;
                return at + tail;
            }
        }
        return 0;
    }
    readOther(bytes, start, end) {
        let at = start;
        let hash = 0;
        for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        if (at === end)
            return this.fail('incomplete', at);
        if (at === start || isNoNameStart(bytes[start] ?? 0))
            return this.fail('syntax', at);
        this.element = this.elements.find(bytes, start, at, hash);
        this.nameStart = start;
        this.nameEnd = at;
        this.last = this.shapes[this.element + 1] ?? this.last;
        return this.readShape(this.last, bytes, start, end) || this.readAttributes(bytes, at, end);
    }
    /** By the grammar. */
    readAttributes(bytes, start, end) {
        this.tag++;
        this.lineEnds = 0;
        let at = start;
        for (let count = 0;; count++) {
            const gap = at;
            while (at < end && isBlank(bytes[at] ?? 0))
                this.pass(bytes, at++);
            if (at === end)
                return this.fail('incomplete', at);
            const byte = bytes[at] ?? 0;
            if (byte === GT || byte === SLASH) {
                this.isClosed = byte === SLASH;
                if (this.isClosed && ++at === end)
                    return this.fail('incomplete', at);
                if (bytes[at] !== GT)
                    return this.fail('syntax', at);
                this.keepShape(bytes, count);
                return at + 1;
            }
            if (at === gap || isNoNameStart(byte))
                return this.fail('syntax', at);
            at = this.readAttribute(bytes, at, end, count);
            if (at === 0)
                return 0;
        }
    }
    readAttribute(bytes, start, end, count) {
        let at = start;
        let hash = 0;
        for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        const nameEnd = at;
        while (at < end && isBlank(bytes[at] ?? 0))
            this.pass(bytes, at++);
        if (at === end)
            return this.fail('incomplete', at);
        if (nameEnd === start || bytes[at] !== EQUALS)
            return this.fail('syntax', at);
        at++;
        while (at < end && isBlank(bytes[at] ?? 0))
            this.pass(bytes, at++);
        if (at === end)
            return this.fail('incomplete', at);
        const quote = bytes[at] ?? 0;
        if (quote !== QUOTE && quote !== APOSTROPHE)
            return this.fail('syntax', at);
        const valueEnd = this.endOfValue(bytes, at + 1, end, quote);
        if (valueEnd === 0)
            return 0;
        if (count === maxAttributes)
            return this.fail('too-many', valueEnd);
        if (this.isGiven(bytes, start, nameEnd, hash, count)) {
            this.faultEnd = nameEnd;
            return this.fail('duplicate', start);
        }
        this.seenStarts[count] = start;
        this.seenEnds[count] = nameEnd;
        this.seenHashes[count] = hash;
        const attribute = this.attributes.find(bytes, start, nameEnd, hash);
        this.seenAttributes[count] = attribute;
        if (attribute >= 0)
            this.set(attribute, bytes, at + 1, valueEnd);
        return valueEnd + 1;
    }
    /** Where the quote is. */
    endOfValue(bytes, start, end, quote) {
        let at = start;
        for (let byte = bytes[at] ?? 0; at < end && byte !== quote; byte = bytes[++at] ?? 0) {
            if (byte > AMPERSAND && byte !== LT)
                continue;
            if (byte === AMPERSAND) {
                const length = entityLength(bytes, at, end);
                if (length <= 0)
                    return this.fail(length === 0 ? 'incomplete' : 'entity', at);
            }
            else if (byte === LT || (byte < SPACE && !isBlank(byte)))
                return this.fail('syntax', at);
            this.pass(bytes, at);
        }
        return at < end ? at : this.fail('incomplete', at);
    }
    isGiven(bytes, start, end, hash, count) {
        for (let seen = 0; seen < count; seen++) {
            const seenStart = this.seenStarts[seen] ?? 0;
            if (this.seenHashes[seen] !== hash || (this.seenEnds[seen] ?? 0) - seenStart !== end - start)
                continue;
            let at = start;
            while (at < end && bytes[at] === bytes[seenStart + at - start])
                at++;
            if (at === end)
                return true;
        }
        return false;
    }
    set(attribute, bytes, start, end) {
        let number = start < end ? 0 : -1;
        for (let at = start; at < end && number >= 0; at++) {
            const digit = (bytes[at] ?? 0) - ZERO;
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
        }
        this.setAt[attribute] = this.tag;
        this.starts[attribute] = start;
        this.ends[attribute] = end;
        this.numbers[attribute] = number;
    }
    keepShape(bytes, count) {
        const shape = this.last;
        shape.begin(bytes, this.nameStart, this.nameEnd);
        for (let seen = 0; seen < count; seen++)
            shape.add(bytes, this.seenStarts[seen] ?? 0, this.seenEnds[seen] ?? 0, this.seenAttributes[seen] ?? -1);
        shape.finish();
    }
    /** A byte that may be a line end. */
    pass(bytes, at) {
        if (bytes[at] !== NEWLINE)
            return;
        this.lineEnds++;
        this.lineStart = at + 1;
    }
    fail(fault, at) {
        this.fault = fault;
        this.faultAt = at;
        return 0;
    }
}
/** Bytes of `>`, `/>` or ` />`; 0: none of them. */
function tailLength(bytes, at) {
    const byte = bytes[at];
    if (byte === GT)
        return 1;
    if (byte === SLASH)
        return bytes[at + 1] === GT ? 2 : 0;
    return byte === SPACE && bytes[at + 1] === SLASH && bytes[at + 2] === GT ? 3 : 0;
}
const shapeLimits = { text: 400, pieces: 33 };
/** `line number="` … `" hits="` without the values: a name, and each attribute with its blank, equals sign and quote. */
class Shape {
    element;
    /** The pieces, one behind the other, and where each ends. */
    text = new Uint8Array(shapeLimits.text);
    ends = new Int32Array(shapeLimits.pieces);
    /** In the vocabulary; -1: another. The first piece is the name. */
    attributes = new Int32Array(shapeLimits.pieces).fill(-1);
    /** Number of attributes; -1: no tag is known or fits. */
    count = -1;
    /** Of the tag that came behind it the last time. */
    follower = this;
    length = 0;
    pieces = 0;
    isBeginning = true;
    constructor(element) {
        this.element = element;
    }
    /** Takes the shape of a tag, piece by piece; of one that looks like the beginning of the last it keeps the last. */
    begin(bytes, start, end) {
        this.length = 0;
        this.pieces = 0;
        this.isBeginning = true;
        this.put(bytes, start, end);
        this.endPiece(-1);
    }
    add(bytes, start, end, attribute) {
        this.put(opening, 0, 1);
        this.put(bytes, start, end);
        this.put(opening, 1, 3);
        this.endPiece(attribute);
    }
    finish() {
        if (this.isBeginning && this.pieces <= this.count + 1)
            return;
        this.count = this.length <= shapeLimits.text && this.pieces <= shapeLimits.pieces ? this.pieces - 1 : -1;
    }
    put(bytes, start, end) {
        for (let at = start; at < end; at++) {
            const byte = bytes[at] ?? 0;
            if (this.text[this.length] !== byte)
                this.isBeginning = false;
            this.text[this.length++] = byte;
        }
    }
    endPiece(attribute) {
        if (this.ends[this.pieces] !== this.length)
            this.isBeginning = false;
        this.ends[this.pieces] = this.length;
        this.attributes[this.pieces++] = attribute;
    }
}
const opening = new TextEncoder().encode(' ="');

;// CONCATENATED MODULE: ./build/src/coverage/xml.js




/** `token` and one start tag are at most 1 MiB long. */
const xmlLimits = { depth: 256, attributes: maxAttributes, token: 1 << 20, slice: 1 << 16 };
const xml_LT = 0x3c;
const xml_GT = 0x3e;
const xml_SLASH = 0x2f;
const xml_AMPERSAND = 0x26;
const BRACKET = 0x5d;
const xml_NEWLINE = 0x0a;
/**
 * A pull tokenizer for the XML of reports, over bytes: `feed` a slice, take tokens until `more`, feed again; `finish`
 * after the last. It checks what decides whether a report is whole and unambiguous (nesting, end tags, one root,
 * quotes, entities, duplicate attributes, control characters) and makes a string only when asked for one.
 *
 * Nothing is expanded or fetched: a document type is skipped when it has no internal subset, or an empty one, and
 * refused otherwise; only the five named entities and character references exist. UTF-8, or ISO-8859-1 where declared.
 */
class XmlTokens {
    /** Index of the current element in the vocabulary, -1 for another. */
    element = -1;
    /** Report text and CDATA of the current element; otherwise they are checked and passed over. */
    wantsText = false;
    problem;
    root;
    tag;
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
    tagLine = 1;
    tagColumn = 1;
    textStart = 0;
    textEnd = 0;
    constructor(vocabulary) {
        this.root = vocabulary.elements[0] ?? '';
        this.tag = new StartTag(vocabulary.elements, vocabulary.attributes);
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
        return this.tag.has(attribute);
    }
    /** A whole number ≥ 0 written in digits; -1 when absent or anything else. Beyond 2^53 it is only large. */
    integer(attribute) {
        return this.tag.integer(attribute);
    }
    /** The value with entities replaced; '' when absent. Undecodable bytes fill `problem`. */
    string(attribute) {
        const { tag } = this;
        return tag.has(attribute) ? withoutEntities(this.decode(tag.valueStart(attribute), tag.valueEnd(attribute))) : '';
    }
    /** Whether the value is these ASCII characters. */
    is(attribute, value) {
        const start = this.tag.valueStart(attribute);
        if (!this.tag.has(attribute) || this.tag.valueEnd(attribute) - start !== value.length)
            return false;
        let at = 0;
        while (at < value.length && this.bytes[start + at] === value.charCodeAt(at))
            at++;
        return at === value.length;
    }
    /** Adds the value as written, and that it ends here. Undecodable bytes fill `problem`. */
    identify(attribute, identity) {
        if (this.tag.has(attribute)) {
            const start = this.tag.valueStart(attribute);
            const end = this.tag.valueEnd(attribute);
            if (!identity.add(this.bytes, start, end))
                this.decode(start, end);
        }
        identity.separate();
    }
    /** The text of the last `text` token; one element may have several. */
    text() {
        const text = this.decode(this.textStart, this.textEnd);
        return this.inside === 'content' ? withoutEntities(text) : text;
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
        return this.bytes[this.at] === xml_LT ? this.readMarkup() : this.readText();
    }
    readMarkup() {
        if (this.at + 1 === this.end)
            return 'more';
        const byte = this.bytes[this.at + 1];
        if (byte === xml_SLASH)
            return this.readEndTag();
        if (byte === 0x21)
            return this.readDeclaration();
        if (byte === 0x3f)
            return this.readInstruction();
        return this.readStartTag();
    }
    readStartTag() {
        const { tag } = this;
        const end = tag.read(this.bytes, this.at + 1, this.end);
        if (end === 0)
            return this.failedTag();
        this.tagLine = this.line;
        this.tagColumn = this.offset + this.at - this.lineStart + 1;
        if (tag.lineEnds > 0) {
            this.line += tag.lineEnds;
            this.lineStart = this.offset + tag.lineStart;
        }
        if (this.depth === 0 || this.depth === xmlLimits.depth)
            this.checkDepth();
        if (this.problem)
            return 'failed';
        this.element = tag.element;
        this.selfClosed = tag.isClosed;
        if (!tag.isClosed)
            this.enter();
        this.at = end;
        return 'open';
    }
    failedTag() {
        const { fault, faultAt, faultEnd } = this.tag;
        switch (fault) {
            case 'incomplete':
                return this.incomplete();
            case 'syntax':
                return this.syntax(faultAt);
            case 'entity':
                return this.badEntity(faultAt);
            case 'too-many':
                return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}), faultAt);
            case 'duplicate': {
                const name = this.excerpt(faultAt, faultEnd);
                return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.duplicate', { name }), faultAt);
            }
        }
    }
    checkDepth() {
        if (this.depth === xmlLimits.depth)
            this.refuse('RPT-DEPTH', (0,message/* message */.i)('coverage.fault.xml.depth', { limit: xmlLimits.depth }));
        else if (this.sawRoot)
            this.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.syntax', {}));
        else if (this.tag.element !== 0) {
            const found = this.excerpt(this.tag.nameStart, this.tag.nameEnd);
            this.refuse('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.root', { expected: this.root, found }));
        }
        this.sawRoot = true;
    }
    enter() {
        const { nameStart, nameEnd, element } = this.tag;
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
        if (bytes[at] !== xml_GT || this.depth === 0)
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
            if (byte === xml_LT)
                break;
            if (byte === xml_NEWLINE) {
                line++;
                lineStart = this.offset + at + 1;
            }
            else if (byte === 0x20 || byte === 0x09 || byte === 0x0d)
                continue;
            else if (this.depth === 0)
                return this.outside(at);
            else if (byte === xml_AMPERSAND) {
                const length = entityLength(bytes, at, end);
                if (length < 0)
                    return this.badEntity(at);
                if (length === 0)
                    break;
            }
            else if (byte === BRACKET) {
                if (at + 2 >= end)
                    break;
                if (bytes[at + 1] === BRACKET && bytes[at + 2] === xml_GT)
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
    /**
     * Without an internal subset, or with the empty one that .NET writes (Pester), there is nothing in it that could
     * matter. Quotes may hold `>` and `[`.
     */
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
            else if (byte === 0x5b) {
                const close = this.bytes.indexOf(BRACKET, at);
                const isWhole = close >= 0 && close < this.end;
                const subset = latin1(this.bytes.subarray(at + 1, isWhole ? close : this.end));
                if (!(isWhole ? harmlessSubset : harmlessStart).test(subset))
                    return this.fail('RPT-DOCTYPE', (0,message/* message */.i)('coverage.fault.xml.doctype', {}), at);
                if (!isWhole)
                    break;
                at = close;
            }
            else if (byte === xml_GT) {
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
    decode(start, end) {
        try {
            return this.decoder.decode(this.bytes.subarray(start, end));
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
            if (this.bytes[at] === xml_NEWLINE) {
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
        return xml_behind(text, '?>');
    if (text.startsWith('<!--'))
        return xml_behind(text, '-->');
    if (!/^<!DOCTYPE\s/.test(text))
        return undefined;
    const whole = /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*(?:\[.*?\]\s*)?>/s.exec(text);
    return whole ? text.slice(whole[0].length) : text.replace(/^<!DOCTYPE\s+/, '<');
}
function xml_behind(text, end) {
    const at = text.indexOf(end);
    return at < 0 ? undefined : text.slice(at + end.length);
}
const xml_ascii = (text) => new TextEncoder().encode(text);
const commentEnd = xml_ascii('-->');
const cdataEnd = xml_ascii(']]>');
const instructionEnd = xml_ascii('?>');
/** What a document type may declare: elements and attributes, as some tools do, and no entities. */
const harmless = '(?:\\s*<!(?:ELEMENT|ATTLIST)\\s[^<>&]*>)*\\s*';
const harmlessSubset = new RegExp(`^${harmless}$`);
/** The same while its end has not come yet. */
const harmlessStart = new RegExp(`^${harmless}(?:<!?(?:[A-Z]{0,6}|(?:ELEMENT|ATTLIST)(?:\\s[^<>&]*)?))?$`);
const openings = [
    { name: 'comment', bytes: xml_ascii('<!--') },
    { name: 'cdata', bytes: xml_ascii('<![CDATA[') },
    { name: 'doctype', bytes: xml_ascii('<!DOCTYPE') },
];

;// CONCATENATED MODULE: ./build/src/coverage/xml-reader.js





/** A reader that hands each token to the handler and refuses the report where that refuses it. */
function xmlReader(vocabulary, handlerOf) {
    const xml = new XmlTokens(vocabulary);
    const report = new ReportBuilder();
    const handler = handlerOf(xml, report);
    return {
        push: chunk => {
            for (let at = 0; at < chunk.length && !xml.problem; at += xmlLimits.slice) {
                xml.feed(chunk.subarray(at, at + xmlLimits.slice));
                readTokens(xml, handler, report);
            }
        },
        end: () => {
            xml.finish();
            return xml.problem ? (0,result/* err */._)(xml.problem) : (0,result.ok)(report.build(handler.sources ?? [], handler.claims ?? {}));
        },
    };
}
/** Hands on what has been fed. */
function readTokens(xml, handler, report) {
    while (!xml.problem) {
        const token = xml.next();
        if (token === 'open') {
            handler.open(xml.element);
            if (report?.overflow)
                xml.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        }
        else if (token === 'close')
            handler.close(xml.element);
        else if (token === 'text')
            handler.text?.();
        else
            return;
    }
}
function openFile(xml, report, path) {
    if (path === '')
        xml.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
    else if (path.length > reportLimits.path)
        xml.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: reportLimits.path }));
    else if (hasControls(path))
        xml.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
    else
        report.open(path);
}
/** A count that may be left out: then 0. -1, and refused, when it is no number below 2³¹, in which tools count. */
function countOf(xml, attribute, name) {
    const value = xml.integer(attribute);
    if (value >= 0 && value < 2 ** 31)
        return value;
    if (!xml.has(attribute))
        return 0;
    refuseValue(xml, attribute, name);
    return -1;
}
function refuseValue(xml, attribute, name) {
    const value = xml.string(attribute).slice(0, 60);
    xml.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.xml.value', { name, value }));
}
/** Of an element that would make it unclear what its content counts for, as a file within a file. */
function refusePlace(xml, name) {
    xml.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.misplaced', { name }));
}
/** More branches than this on one line are no real line. */
const branchLimit = 65_536;

;// CONCATENATED MODULE: ./build/src/coverage/formats/clover.js



/**
 * Clover's `clover.xsd`, as its writers agree on it:
 *
 *     <coverage generated= clover=>
 *       <project> <metrics statements= coveredstatements=/>         (claims, first or last)
 *         <package> <file name= path=> …                            (or files without a package)
 *           <class/> <metrics/>
 *           <line num= type="method" name= signature= count=/>      (a function, no executable line)
 *           <line num= type="stmt" count=/>
 *           <line num= type="cond" truecount= falsecount=/>         (OpenClover: two branches)
 *           <line num= type="cond" count= truecount= falsecount=/>  (Istanbul: branches taken and not taken)
 *       <testproject> …                                             (the tests themselves: not counted)
 *
 * PHPUnit gives a path as `name`; others its last part, and the path as `path`. Where a method begins, PHPUnit leaves
 * out the statement of the same line. Line 0, which old versions of PHPUnit write, is none. Istanbul lists no methods.
 */
const clover = {
    id: 'clover',
    title: 'Clover XML',
    writtenBy: 'PHPUnit, Istanbul, Vitest, Jest, OpenClover, Atlassian Clover, gcovr',
    places: ['clover.xml', 'coverage/clover.xml', 'build/logs/clover.xml', 'target/site/clover/clover.xml'],
    counts: ['branches', 'functions'],
    detect: head => /^<coverage\s[^>]*\b(clover|generated)\s*=|^<coverage(\s[^>]*)?>\s*<(test)?project[\s>]/.test(rootOf(head)),
    reader: () => xmlReader({ elements: clover_elements, attributes }, (xml, report) => new CloverReader(xml, report)),
};
const clover_elements = ['coverage', 'testproject', 'package', 'file', 'metrics', 'line'];
const [TESTPROJECT, PACKAGE, FILE, METRICS, LINE] = [1, 2, 3, 4, 5];
const attributes = [
    'num',
    'type',
    'count',
    'truecount',
    'falsecount',
    'name',
    'signature',
    'path',
    'statements',
    'coveredstatements',
    'elements',
    'coveredelements',
];
const [NUM, TYPE, COUNT, TRUECOUNT, FALSECOUNT, NAME, SIGNATURE, PATH] = [0, 1, 2, 3, 4, 5, 6, 7];
const [STATEMENTS, COVEREDSTATEMENTS, ELEMENTS, COVEREDELEMENTS] = [8, 9, 10, 11];
class CloverReader {
    xml;
    report;
    inTests = false;
    inPackage = false;
    inFile = false;
    lastLine = 0;
    /** Conditions of OpenClover on that line so far. */
    conditions = 0;
    claimed = { statements: 0, coveredStatements: 0, elements: 0, coveredElements: 0 };
    /** As PHPUnit and Istanbul count them; OpenClover's may share a line, and its conditions are none. */
    statementsAreLines = true;
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    /** What is covered beyond what there is cannot be: then that is the claim, to be told. */
    get claims() {
        const { statements, coveredStatements, elements, coveredElements } = this.claimed;
        if (coveredElements > elements)
            return { rate: coveredElements / Math.max(1, elements) };
        if (statements === 0)
            return {};
        return { rate: coveredStatements / statements, ...(this.statementsAreLines ? { total: statements } : {}) };
    }
    open(element) {
        if (element === TESTPROJECT)
            this.inTests = true;
        else if (this.inTests)
            return;
        else if (element === LINE) {
            if (this.inFile)
                this.readLine();
        }
        else if (element === FILE)
            this.openFile();
        else if (element === PACKAGE)
            this.inPackage = true;
        else if (element === METRICS && !this.inPackage && !this.inFile)
            this.readMetrics();
    }
    close(element) {
        if (element === TESTPROJECT)
            this.inTests = false;
        else if (this.inTests)
            return;
        else if (element === PACKAGE)
            this.inPackage = false;
        else if (element === FILE) {
            this.report.close();
            this.inFile = false;
        }
    }
    openFile() {
        const name = this.xml.string(NAME);
        const path = this.xml.string(PATH);
        if (this.inFile)
            refusePlace(this.xml, 'file');
        openFile(this.xml, this.report, path.length > name.length ? path : name);
        this.inFile = true;
        this.lastLine = 0;
    }
    readLine() {
        if (this.xml.is(TYPE, 'method'))
            this.readMethod();
        else {
            const line = this.xml.integer(NUM);
            if (line < 0 || line > reportLimits.line)
                refuseValue(this.xml, NUM, 'num');
            else if (line > 0)
                this.readExecutable(line, this.xml.is(TYPE, 'cond'));
        }
    }
    readMethod() {
        const count = this.xml.integer(COUNT);
        if (count < 0)
            refuseValue(this.xml, COUNT, 'count');
        const [name, signature, num] = [NAME, SIGNATURE, NUM].map(attribute => this.xml.string(attribute));
        this.report.function(textIdentity(`${name}\n${signature}\n${num}`), count > 0);
    }
    readExecutable(line, isCondition) {
        if (line !== this.lastLine)
            this.conditions = 0;
        else
            this.statementsAreLines = false;
        this.lastLine = line;
        if (isCondition)
            this.readCondition(line);
        else
            this.countLine(line);
    }
    countLine(line) {
        const count = this.xml.integer(COUNT);
        if (count < 0)
            refuseValue(this.xml, COUNT, 'count');
        else
            this.report.line(line, count > 0);
    }
    readCondition(line) {
        const whenTrue = countOf(this.xml, TRUECOUNT, 'truecount');
        const whenFalse = countOf(this.xml, FALSECOUNT, 'falsecount');
        if (this.xml.has(COUNT) || !(this.xml.has(TRUECOUNT) || this.xml.has(FALSECOUNT))) {
            this.countLine(line);
            if (whenTrue + whenFalse > branchLimit)
                refuseValue(this.xml, TRUECOUNT, 'truecount');
            else
                this.report.countedBranches(line, whenTrue, whenTrue + whenFalse);
        }
        else {
            this.statementsAreLines = false;
            this.report.line(line, whenTrue + whenFalse > 0);
            this.report.branch(line, 2 * this.conditions, whenTrue > 0);
            this.report.branch(line, 2 * this.conditions + 1, whenFalse > 0);
            this.conditions++;
        }
    }
    readMetrics() {
        const claimed = (attribute) => Math.max(0, this.xml.integer(attribute));
        this.claimed.statements += claimed(STATEMENTS);
        this.claimed.coveredStatements += claimed(COVEREDSTATEMENTS);
        this.claimed.elements += claimed(ELEMENTS);
        this.claimed.coveredElements += claimed(COVEREDELEMENTS);
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/cobertura.js




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
    reader: () => xmlReader({ elements: cobertura_elements, attributes: cobertura_attributes }, (xml, report) => new CoberturaReader(xml, report)),
};
const cobertura_elements = ['coverage', 'source', 'class', 'method', 'line'];
const cobertura_attributes = [
    'filename',
    'name',
    'signature',
    'number',
    'hits',
    'condition-coverage',
    'lines-valid',
    'line-rate',
];
const [COVERAGE, SOURCE, CLASS, METHOD, cobertura_LINE] = [0, 1, 2, 3, 4];
const [FILENAME, cobertura_NAME, cobertura_SIGNATURE, NUMBER, HITS, CONDITIONS, LINES_VALID, LINE_RATE] = [0, 1, 2, 3, 4, 5, 6, 7];
const sourceLimit = 100;
class CoberturaReader {
    sources = [];
    claims = {};
    xml;
    report;
    source = '';
    inClass = false;
    className = new Identity();
    method = new Identity();
    inMethod = false;
    methodCalled = false;
    known = [];
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (element === cobertura_LINE) {
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
        else if (element === SOURCE)
            this.closeSource();
    }
    text() {
        if (this.source.length <= reportLimits.path)
            this.source += this.xml.text();
    }
    closeSource() {
        this.xml.wantsText = false;
        const source = this.source.trim();
        if (source !== '' && source.length <= reportLimits.path && this.sources.length < sourceLimit)
            this.sources.push(source);
    }
    openClass() {
        if (this.inClass)
            this.xml.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.cobertura.nested', {}));
        else
            openFile(this.xml, this.report, this.xml.string(FILENAME));
        this.xml.identify(cobertura_NAME, this.className.reset());
        this.inClass = true;
    }
    closeClass() {
        this.report.close();
        this.inClass = false;
    }
    openMethod() {
        this.inMethod = this.inClass;
        this.methodCalled = false;
        this.xml.identify(cobertura_NAME, this.method.reset(this.className));
        this.xml.identify(cobertura_SIGNATURE, this.method);
    }
    closeMethod() {
        if (this.inMethod)
            this.report.function(this.method.value, this.methodCalled);
        this.inMethod = false;
    }
    readLine() {
        const line = this.xml.integer(NUMBER);
        const hits = this.xml.integer(HITS);
        if (line < 1 || line > reportLimits.line)
            refuseValue(this.xml, NUMBER, 'number');
        else if (hits < 0)
            refuseValue(this.xml, HITS, 'hits');
        else
            this.countLine(line, hits > 0);
    }
    countLine(line, covered) {
        this.report.line(line, covered);
        if (covered)
            this.methodCalled = true;
        if (this.xml.has(CONDITIONS))
            this.readConditions(line);
    }
    readConditions(line) {
        const { taken, total } = this.knownConditions() ?? this.parseConditions();
        if (total > branchLimit)
            refuseValue(this.xml, CONDITIONS, 'condition-coverage');
        else
            this.report.countedBranches(line, taken, total);
    }
    /** There are few different ones: they are told by their bytes. */
    knownConditions() {
        for (const conditions of this.known)
            if (this.xml.is(CONDITIONS, conditions.text))
                return conditions;
        return undefined;
    }
    /** `50% (1/2)`. A bare `50%` says nothing that could be counted. */
    parseConditions() {
        const text = this.xml.string(CONDITIONS);
        if (!text.includes('('))
            return { text, taken: 0, total: 0 };
        const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text);
        const [taken, total] = [Number(counts?.[1]), Number(counts?.[2])];
        const conditions = taken <= total && total <= branchLimit ? { text, taken, total } : { text, taken: 0, total: Infinity };
        if (this.known.length < 32 && /^[ -~]+$/.test(text))
            this.known.push(conditions);
        return conditions;
    }
    readClaims() {
        const total = this.xml.integer(LINES_VALID);
        const rate = Number(this.xml.string(LINE_RATE) || Number.NaN);
        this.claims = { ...(total > 0 ? { total } : {}), ...(rate >= 0 && rate <= 1 ? { rate } : {}) };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/json.js




/** A key, and a value that a reader asks for, is at most `string` bytes long. */
const jsonLimits = { depth: 256, string: 1 << 20, slice: 1 << 16 };
const json_QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const json_NEWLINE = 0x0a;
/** What may come next. */
const AFTER_VALUE = 0;
const VALUE = 1;
const FIRST_VALUE = 2;
const KEY = 3;
const FIRST_KEY = 4;
const REST_OF_STRING = 5;
/** Nodes of the tree of places. */
const UNKNOWN = 0;
const ROOT = 1;
/** Bytes that end the plain part of a string: quote, backslash, controls. */
const special = Uint8Array.from({ length: 256 }, (_, byte) => byte === json_QUOTE || byte === BACKSLASH || byte < 0x20 ? 1 : 0);
/**
 * A pull tokenizer for the JSON of reports (RFC 8259), over bytes: `feed` a slice, take tokens until `more`, feed
 * again; `finish` after the last. A reader names the places that it knows, and only these give tokens:
 *
 *     '*.statementMap.*'       every member of every `statementMap`, whatever its key
 *     'files[].lines[].count'  `count` of every item of `lines` of every item of `files`
 *
 * `place` is the index of the current one. Everything else is checked and passed over at full speed. Where a place goes
 * on, an object or list must stand (`null` is as good as absent); where it ends, none may. A name stands before `*`.
 *
 * It checks what decides whether a report is whole and unambiguous: the grammar, nesting, one root, a known key given
 * twice in an object, `__proto__`. It makes a string only when asked for one, and only then looks at its encoding.
 */
class JsonTokens {
    /** Index of the current place. */
    place = -1;
    /** Whether the current value is a text. */
    isText = false;
    problem;
    places;
    isSequence;
    decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    /** Ends with a zero behind `end`, which no loop passes. */
    bytes = new Uint8Array(1 << 10);
    at = 0;
    end = 0;
    /** Of `bytes[0]`: its offset in the document, its line, and where that line starts. */
    offset = 0;
    line = 1;
    lineStart = 0;
    started = false;
    expected = VALUE;
    depth = 0;
    nodes = new Int16Array(jsonLimits.depth + 1);
    closers = new Uint8Array(jsonLimits.depth + 1);
    /** Of the object on each level: which known keys it had. */
    seen = new Int32Array(jsonLimits.depth + 1);
    /** Bytes of the last token and of its key, without quotes; no key: -1. */
    tokenAt = 0;
    keyStart = -1;
    keyEnd = -1;
    valueStart = 0;
    valueEnd = 0;
    whole = -1;
    node = UNKNOWN;
    /** Up to where a string that has not ended yet was looked at. */
    stoppedAt = 0;
    /** A sequence: several objects, one behind the other. */
    constructor(places, isSequence = false) {
        this.places = new Places(places);
        this.isSequence = isSequence;
    }
    /** At most `jsonLimits.slice` bytes at a time, after `more`. They are copied. */
    feed(slice) {
        const kept = this.end - this.at;
        this.countLines(this.at);
        this.offset += this.at;
        if (kept + slice.length >= this.bytes.length) {
            const larger = new Uint8Array((kept + slice.length) * 2);
            larger.set(this.bytes.subarray(this.at, this.end));
            this.bytes = larger;
        }
        else
            this.bytes.copyWithin(0, this.at, this.end);
        this.bytes.set(slice, kept);
        this.at = 0;
        this.end = kept + slice.length;
        this.bytes[this.end] = 0;
    }
    next() {
        if (!this.started && this.end < 3)
            return 'more';
        if (!this.started)
            this.start();
        while (!this.problem) {
            const token = this.step();
            if (token !== undefined)
                return token;
        }
        return 'failed';
    }
    /** Call after the last `more`; fills `problem` when the document is not whole. */
    finish() {
        if (!this.started)
            this.start();
        this.next();
        if (this.expected !== AFTER_VALUE || this.depth > 0)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.json.truncated', {}), this.end);
    }
    /** The key of the current member; '' for an item of a list. */
    key() {
        return this.keyStart < 0 ? '' : this.decode(this.keyStart, this.keyEnd);
    }
    /** The key as a whole number; -1 for anything else. */
    keyInteger() {
        return wholeNumber(this.bytes, this.keyStart, this.keyEnd);
    }
    /** The current value, which must be a text. */
    string() {
        if (this.isText)
            return this.decode(this.valueStart, this.valueEnd);
        this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.type', { key: this.name(), expected: 'text' }));
        return '';
    }
    /** The key or text, which must be possible as a path; '' when refused. */
    path(text) {
        if (this.problem)
            return '';
        if (text === '')
            this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (text.length > reportLimits.path)
            this.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: reportLimits.path }));
        else if (json_hasControls(text))
            this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
        else if (!text.isWellFormed())
            this.refuse('RPT-PATH', (0,message/* message */.i)('coverage.fault.surrogate', {}));
        return this.problem ? '' : text;
    }
    /** A whole number ≥ 0 written in digits; -1 for anything else. Beyond 2^53 it is only large. */
    integer() {
        return this.whole;
    }
    /** Any number; NaN for anything else. */
    number() {
        const { bytes, valueStart, valueEnd, whole } = this;
        if (whole >= 0 && whole <= Number.MAX_SAFE_INTEGER)
            return whole;
        const below = bytes[valueStart] === MINUS ? wholeNumber(bytes, valueStart + 1, valueEnd) : -1;
        if (below >= 0 && below <= Number.MAX_SAFE_INTEGER)
            return -below;
        return this.isText ? Number.NaN : Number(this.excerpt(valueStart, valueEnd, valueEnd));
    }
    get isNull() {
        return !this.isText && this.bytes[this.valueStart] === 0x6e;
    }
    /** `true`, or the 1 that old writers put for it; refused unless one of these, `false` or 0. */
    boolean() {
        const first = this.isText ? 0 : this.bytes[this.valueStart];
        if (first !== 0x74 && first !== 0x66 && this.whole !== 0 && this.whole !== 1)
            this.refuseValue();
        return first === 0x74 || this.whole === 1;
    }
    /** 52 bits that identify the current value as written; see `identityOf`. */
    identity(seed = 0) {
        return identityOf(this.bytes, this.valueStart, this.valueEnd, seed);
    }
    /** Same for the key. */
    keyIdentity(seed = 0) {
        return identityOf(this.bytes, this.keyStart, this.keyEnd, seed);
    }
    /** Refuses the document at the last token. */
    refuse(code, problem) {
        this.fail(code, problem, this.tokenAt);
    }
    /** Refuses the current value, naming its key. */
    refuseValue() {
        const value = this.excerpt(this.isText ? this.valueStart - 1 : this.valueStart, this.valueEnd + (this.isText ? 1 : 0));
        this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key: this.name(), value: value.slice(0, 60) }));
    }
    /** Refuses the current key: one that cannot be, or is there twice. */
    refuseKey(code) {
        const fault = code === 'RPT-KEY' ? 'coverage.fault.json.key' : 'coverage.fault.json.duplicate';
        this.refuse(code, (0,message/* message */.i)(fault, { key: this.key().slice(0, 60) }));
        return 'failed';
    }
    start() {
        this.at = skipByteOrderMark(this.bytes);
        this.lineStart = this.at;
        this.started = true;
    }
    step() {
        if (this.expected === REST_OF_STRING)
            return this.passString(this.at);
        const at = this.behindBlanks(this.at);
        this.at = at;
        if (at === this.end)
            return 'more';
        const byte = this.bytes[at] ?? 0;
        switch (this.expected) {
            case AFTER_VALUE:
                return this.readComma(at, byte);
            case FIRST_KEY:
                return byte === CLOSE_OBJECT ? this.close(at) : this.readMember(at);
            case KEY:
                return this.readMember(at);
            case FIRST_VALUE:
                if (byte === CLOSE_LIST)
                    return this.close(at);
        }
        if (this.depth === 0)
            return this.readRoot(at, byte);
        this.keyStart = -1;
        this.tokenAt = at;
        return this.readValue(at, this.places.item(this.nodes[this.depth] ?? UNKNOWN));
    }
    readRoot(at, byte) {
        this.keyStart = -1;
        this.tokenAt = at;
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            return this.enter(at, ROOT, byte);
        return this.refuseType(ROOT);
    }
    readComma(at, byte) {
        const closer = this.closers[this.depth] ?? 0;
        if (this.depth === 0)
            return this.isSequence && byte === OPEN_OBJECT ? this.readRoot(at, byte) : this.syntax(at);
        if (byte === closer)
            return this.close(at);
        if (byte !== COMMA)
            return this.syntax(at);
        this.at = at + 1;
        this.expected = closer === CLOSE_OBJECT ? KEY : VALUE;
        return undefined;
    }
    close(at) {
        const node = this.nodes[this.depth] ?? UNKNOWN;
        this.depth--;
        this.endValue(at + 1);
        this.place = this.places.placeOf(node);
        if (this.place < 0)
            return undefined;
        this.tokenAt = at;
        this.keyStart = -1;
        this.node = node;
        return 'close';
    }
    /** A key and what stands there, together: so the key is still at hand with the value. */
    readMember(keyAt) {
        const { bytes, depth } = this;
        if (bytes[keyAt] !== json_QUOTE)
            return this.syntax(keyAt);
        const start = keyAt + 1;
        let at = start;
        let hash = 0;
        for (let byte = bytes[at] ?? 0; special[byte] === 0; byte = bytes[++at] ?? 0)
            hash = (Math.imul(hash, 31) + byte) | 0;
        const isEscaped = bytes[at] === BACKSLASH;
        if (bytes[at] !== json_QUOTE)
            at = this.stringEnd(at);
        if (at < 0)
            return this.incomplete();
        if (this.problem)
            return 'failed';
        const keyEnd = at++;
        if (bytes[at] !== COLON)
            at = this.behindBlanks(at);
        if (at < this.end && bytes[at] !== COLON)
            return this.syntax(at);
        if (at < this.end)
            at = this.behindBlanks(at + 1);
        if (at === this.end)
            return this.incomplete();
        this.tokenAt = keyAt;
        this.keyStart = start;
        this.keyEnd = keyEnd;
        const parent = this.nodes[depth] ?? UNKNOWN;
        if (parent === UNKNOWN && !isEscaped && keyEnd - start !== protoLength)
            return this.readValue(at, UNKNOWN);
        const word = isEscaped ? this.escapedWord() : this.places.word(bytes, start, keyEnd, hash);
        if (word === PROTO)
            return this.refuseKey('RPT-KEY');
        const bit = this.places.bit(parent, word);
        if (((this.seen[depth] ?? 0) & bit) !== 0)
            return this.refuseKey('RPT-DUPKEY');
        const token = this.readValue(at, this.places.member(parent, word));
        if (token !== 'more')
            this.seen[depth] = (this.seen[depth] ?? 0) | bit;
        return token;
    }
    escapedWord() {
        const key = new TextEncoder().encode(JSON.parse(`"${this.excerpt(this.keyStart, this.keyEnd, this.keyEnd)}"`));
        return this.places.word(key, 0, key.length, key.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0));
    }
    readValue(at, node) {
        const byte = this.bytes[at] ?? 0;
        this.node = node;
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            return this.enter(at, node, byte);
        this.isText = byte === json_QUOTE;
        this.whole = -1;
        if (byte === json_QUOTE) {
            if (node === UNKNOWN)
                return this.passString(at + 1);
            this.valueStart = at + 1;
            this.valueEnd = this.stringEnd(at + 1);
        }
        else {
            this.valueStart = at;
            this.valueEnd = byte < 0x3a ? this.numberEnd(at) : this.literalEnd(at, byte);
        }
        if (this.valueEnd < 0)
            return this.incomplete();
        if (this.problem)
            return 'failed';
        this.endValue(this.isText ? this.valueEnd + 1 : this.valueEnd);
        this.place = this.places.placeOf(node);
        if (node === UNKNOWN)
            return undefined;
        if (this.places.isLeaf(node))
            return 'value';
        return this.isNull ? undefined : this.refuseType(node);
    }
    /** Takes the comma along that mostly follows. */
    endValue(at) {
        const isComma = this.bytes[at] === COMMA && this.depth > 0;
        this.at = isComma ? at + 1 : at;
        this.expected = !isComma ? AFTER_VALUE : this.closers[this.depth] === CLOSE_OBJECT ? KEY : VALUE;
    }
    /** Where an object or list must stand. */
    refuseType(node) {
        this.node = node;
        const expected = this.places.takesObject(node) ? 'object' : 'list';
        this.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.type', { key: this.name(), expected }));
        return 'failed';
    }
    enter(at, node, byte) {
        const isObject = byte === OPEN_OBJECT;
        this.place = this.places.placeOf(node);
        if (node !== UNKNOWN && !(isObject ? this.places.takesObject(node) : this.places.takesList(node)))
            return this.refuseContainer(at, node);
        if (this.depth === jsonLimits.depth)
            return this.fail('RPT-DEPTH', (0,message/* message */.i)('coverage.fault.json.depth', { limit: jsonLimits.depth }), at);
        this.depth++;
        this.nodes[this.depth] = node;
        this.closers[this.depth] = isObject ? CLOSE_OBJECT : CLOSE_LIST;
        this.seen[this.depth] = 0;
        this.at = at + 1;
        this.expected = isObject ? FIRST_KEY : FIRST_VALUE;
        return this.place < 0 ? undefined : 'open';
    }
    refuseContainer(at, node) {
        this.isText = false;
        this.valueStart = at;
        this.valueEnd = at + 1;
        if (!this.places.isLeaf(node))
            return this.refuseType(node);
        this.refuseValue();
        return 'failed';
    }
    /** A text that nobody reads, of any length. */
    passString(start) {
        const close = this.stringEnd(start);
        if (close >= 0)
            return this.endValue(close + 1);
        this.at = this.stoppedAt;
        this.expected = REST_OF_STRING;
        return 'more';
    }
    /** Index of the quote that closes a string; -1 when it has not come yet. */
    stringEnd(start) {
        const { bytes } = this;
        let at = start;
        for (;;) {
            while (special[bytes[at] ?? 0] === 0)
                at++;
            if (bytes[at] === json_QUOTE)
                return at;
            this.stoppedAt = at;
            const length = at >= this.end ? 0 : bytes[at] === BACKSLASH ? this.escapeLength(at) : -1;
            if (length === 0)
                return -1;
            if (length < 0)
                return this.misfit(at);
            at += length;
        }
    }
    /** 0 when its end has not come yet, -1 when there is no such escape. */
    escapeLength(at) {
        if (at + 1 >= this.end)
            return 0;
        const letter = this.bytes[at + 1] ?? 0;
        if (letter !== 0x75)
            return escapes.has(letter) ? 2 : -1;
        for (let digit = at + 2; digit < at + 6; digit++) {
            if (digit >= this.end)
                return 0;
            if (!isHex(this.bytes[digit] ?? 0))
                return -1;
        }
        return 6;
    }
    /** Behind the number; -1 when more of it may come. */
    numberEnd(start) {
        const { bytes } = this;
        let at = bytes[start] === MINUS ? start + 1 : start;
        const digits = at;
        let value = 0;
        let byte = bytes[at] ?? 0;
        if (byte === 0x30)
            byte = bytes[++at] ?? 0;
        else
            while (byte >= 0x30 && byte <= 0x39) {
                value = value * 10 + byte - 0x30;
                byte = bytes[++at] ?? 0;
            }
        if (at === digits)
            return this.noNumber(at);
        const isWhole = byte !== POINT && (byte | 0x20) !== 0x65;
        if (byte === POINT) {
            const fraction = ++at;
            at = this.behindDigits(at);
            if (at === fraction)
                return this.noNumber(at);
            byte = bytes[at] ?? 0;
        }
        if ((byte | 0x20) === 0x65) {
            byte = bytes[++at] ?? 0;
            if (byte === MINUS || byte === 0x2b)
                at++;
            const exponent = at;
            at = this.behindDigits(at);
            if (at === exponent)
                return this.noNumber(at);
        }
        if (isWhole && bytes[start] !== MINUS)
            this.whole = value;
        return at >= this.end ? -1 : at;
    }
    noNumber(at) {
        return at >= this.end ? -1 : this.misfit(at);
    }
    behindDigits(start) {
        let at = start;
        for (let byte = this.bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = this.bytes[at] ?? 0)
            at++;
        return at;
    }
    /** Behind `true`, `false` or `null`. */
    literalEnd(start, first) {
        const literal = first === 0x74 ? literals.true : first === 0x66 ? literals.false : literals.null;
        for (let index = 0; index < literal.length; index++) {
            const at = start + index;
            if (at >= this.end)
                return -1;
            if (this.bytes[at] !== literal[index])
                return this.misfit(at);
        }
        return start + literal.length;
    }
    behindBlanks(start) {
        const { bytes } = this;
        let at = start;
        let byte = bytes[at] ?? 0;
        while (byte <= 0x20 && isSpace(byte))
            byte = bytes[++at] ?? 0;
        return at;
    }
    decode(start, end) {
        try {
            const text = this.decoder.decode(this.bytes.subarray(start, end));
            return text.includes('\\') ? JSON.parse(`"${text}"`) : text;
        }
        catch {
            this.refuse('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
            return '';
        }
    }
    excerpt(start, end, limit = 200) {
        return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + limit)));
    }
    /** The end of the current place's name, its last `*` being the key. */
    name() {
        return this.places.nameOf(this.node, this.keyStart < 0 ? undefined : this.excerpt(this.keyStart, this.keyEnd, 60));
    }
    /** Wait for the rest of the token, within reason. */
    incomplete() {
        if (this.problem)
            return 'failed';
        if (this.end - this.at <= jsonLimits.string)
            return 'more';
        return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: jsonLimits.string }), this.at);
    }
    /** For what gives an index: it is of no use any more. */
    misfit(at) {
        this.syntax(at);
        return at;
    }
    syntax(at) {
        return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.json.syntax', {}), at);
    }
    fail(code, problem, at) {
        if (this.problem)
            return 'failed';
        this.countLines(at);
        this.problem = { code, message: problem, line: this.line, column: this.offset + at - this.lineStart + 1 };
        return 'failed';
    }
    countLines(to) {
        const passed = this.bytes.subarray(0, to);
        for (let at = passed.indexOf(json_NEWLINE); at >= 0; at = passed.indexOf(json_NEWLINE, at + 1)) {
            this.line++;
            this.lineStart = this.offset + at + 1;
        }
    }
}
/**
 * The places of a reader as a tree. A node has a place or only leads to some; it takes members by name, members of any
 * name, items, or nothing.
 */
class Places {
    words;
    nodes = [emptyNode(''), emptyNode('$')];
    width;
    placeOfNode;
    itemOfNode;
    takesObjects;
    /** By node and word: where the member leads, and its bit among the known keys of one object. */
    members;
    bits;
    anyMember;
    constructor(places) {
        const paths = places.map(place => place.match(/\[\]|[^.[\]]+/g) ?? []);
        const names = [proto, ...new Set(paths.flat().filter(name => name !== '*' && name !== '[]'))];
        this.words = new Words(names);
        paths.forEach((path, place) => {
            const node = path.reduce((parent, name) => this.child(parent, name), ROOT);
            this.at(node).place = place;
        });
        this.width = names.length;
        this.placeOfNode = Int16Array.from(this.nodes, node => node.place);
        this.itemOfNode = Int16Array.from(this.nodes, node => node.children.get('[]') ?? UNKNOWN);
        this.anyMember = Int16Array.from(this.nodes, node => node.children.get('*') ?? UNKNOWN);
        this.takesObjects = Uint8Array.from(this.nodes, node => (node.children.keys().some(name => name !== '[]') ? 1 : 0));
        const cells = this.nodes.flatMap(node => names.map(name => node.children.get(name) ?? UNKNOWN));
        this.members = Int16Array.from(cells);
        this.bits = Int32Array.from(cells, (child, cell) => (child === UNKNOWN ? 0 : 1 << this.ordinal(cell, child)));
    }
    word(bytes, start, end, hash) {
        return this.words.find(bytes, start, end, hash);
    }
    member(parent, word) {
        const known = word < 0 ? UNKNOWN : (this.members[parent * this.width + word] ?? UNKNOWN);
        return known === UNKNOWN ? (this.anyMember[parent] ?? UNKNOWN) : known;
    }
    bit(parent, word) {
        return word < 0 ? 0 : (this.bits[parent * this.width + word] ?? 0);
    }
    item(parent) {
        return this.itemOfNode[parent] ?? UNKNOWN;
    }
    placeOf(node) {
        return this.placeOfNode[node] ?? -1;
    }
    takesObject(node) {
        return this.takesObjects[node] === 1;
    }
    takesList(node) {
        return this.itemOfNode[node] !== UNKNOWN;
    }
    isLeaf(node) {
        return !this.takesObject(node) && !this.takesList(node);
    }
    nameOf(node, key) {
        const { name } = this.at(node);
        return key === undefined ? name : name.replace(/\*$/, () => key);
    }
    child(parent, name) {
        const { children, name: above } = this.at(parent);
        const known = children.get(name);
        if (known !== undefined)
            return known;
        children.set(name, this.nodes.length);
        const near = above.slice(above.lastIndexOf('.') + 1);
        this.nodes.push(emptyNode(name === '[]' ? `${above}[]` : near === '*' || near === '$' ? name : `${near}.${name}`));
        return this.nodes.length - 1;
    }
    at(node) {
        const found = this.nodes[node];
        if (found === undefined)
            throw new RangeError(`no node ${node}`);
        return found;
    }
    ordinal(cell, child) {
        const { children } = this.at(Math.floor(cell / this.width));
        return [...children.values()].indexOf(child) & 31;
    }
}
const emptyNode = (name) => ({ name, children: new Map(), place: -1 });
/** The first word of `Places`. */
const PROTO = 0;
const proto = '__proto__';
const protoLength = proto.length;
const json_ascii = (text) => new TextEncoder().encode(text);
const literals = { true: json_ascii('true'), false: json_ascii('false'), null: json_ascii('null') };
const escapes = new Set(json_ascii('"\\/bfnrt'));
const isHex = (byte) => (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
/** A whole number ≥ 0 in digits; -1 for anything else. */
function wholeNumber(bytes, start, end) {
    let value = 0;
    for (let at = start; at < end; at++) {
        const digit = (bytes[at] ?? 0) - 0x30;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return end > start && start >= 0 ? value : -1;
}
function json_hasControls(text) {
    for (let at = 0; at < text.length; at++)
        if (text.charCodeAt(at) < 0x20)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./build/src/coverage/json-reader.js




/** A reader that hands each token to the handler and refuses the report where that refuses it. */
function jsonReader(places, handlerOf, isSequence = false) {
    const json = new JsonTokens(places, isSequence);
    const report = new ReportBuilder();
    const handler = handlerOf(json, report);
    const readTokens = () => {
        for (;;) {
            const token = json.next();
            if (token === 'value')
                handler.value(json.place);
            else if (token === 'open')
                handler.open?.(json.place);
            else if (token === 'close')
                handler.close?.(json.place);
            else
                return;
        }
    };
    return {
        push: chunk => {
            for (let at = 0; at < chunk.length && !json.problem; at += jsonLimits.slice) {
                json.feed(chunk.subarray(at, at + jsonLimits.slice));
                readTokens();
                if (report.overflow)
                    json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
            }
        },
        end: () => {
            json.finish();
            if (json.problem)
                return (0,result/* err */._)(json.problem);
            handler.end?.();
            return (0,result.ok)(report.build([], handler.claims ?? {}));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/coverage-py.js




/**
 * `coverage json` of coverage.py:
 *
 *     { meta: { version, branch_coverage, … },
 *       files: { <path>: { executed_lines: [line], missing_lines: [line], excluded_lines, summary, contexts,
 *                          executed_branches: [[from, to]], missing_branches: [[from, to]],      (with --branch)
 *                          functions: { <name>: { executed_lines, missing_lines, … } }, classes } },   (since 7.6)
 *       totals: { covered_lines, num_statements, … } }                            (a claim, never counted)
 *
 * Excluded lines are not executable, even if they were executed. A branch that leaves its function goes to a negative
 * line. The region of a function is its body, so a function was called when a line of it was executed; the region "" is
 * what lies outside of functions. Before version 7.13.1 a docstring may be an executed line, and an empty file has an
 * executed line 0, which is none.
 */
const coveragePy = {
    id: 'coverage-py',
    title: 'coverage.py JSON',
    writtenBy: 'coverage.py, pytest-cov',
    places: ['coverage.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = latin1(head);
        return /^\{\s*"(?:meta|files|totals)"\s*:\s*\{/.test(text) && /"(?:branch_coverage|executed_lines)"\s*:/.test(text);
    },
    reader: () => jsonReader(places, (json, report) => new CoveragePyFiles(json, report)),
};
const lists = ['executed_lines[]', 'missing_lines[]', 'excluded_lines[]'];
const places = [
    ...lists.map(list => `files.*.${list}`),
    ...lists.map(list => `files.*.functions.*.${list}`),
    'files.*',
    'files.*.functions.*',
    'files.*.executed_branches[]',
    'files.*.executed_branches[][]',
    'files.*.missing_branches[]',
    'files.*.missing_branches[][]',
    'totals.num_statements',
    'totals.covered_lines',
];
const [coverage_py_FILE, FUNCTION, TAKEN, TAKEN_END, UNTAKEN, UNTAKEN_END, coverage_py_STATEMENTS, COVERED] = [6, 7, 8, 9, 10, 11, 12, 13];
/** No Python file has as many lines. */
const longestList = 1 << 20;
class CoveragePyFiles {
    json;
    report;
    /** By place: the lists of the current file, then those of the current function. */
    lines = [[], [], [], [], [], []];
    /** Identity of the current function; undefined: outside of functions. */
    name;
    /** Lines of the current branch: where from, where to. */
    ends = [];
    statements = 0;
    covered = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        const { statements, covered } = this;
        return statements > 0 ? { total: statements, rate: Math.min(1, covered / statements) } : {};
    }
    open(place) {
        if (place === coverage_py_FILE) {
            this.report.open(this.json.path(this.json.key()));
            this.forget(0);
        }
        else if (place === FUNCTION) {
            this.name = this.json.key() === '' ? undefined : this.json.keyIdentity();
            this.forget(lists.length);
        }
        else
            this.ends = [];
    }
    value(place) {
        const lines = this.lines[place];
        if (lines !== undefined)
            this.keepLine(lines);
        else if (place === TAKEN_END || place === UNTAKEN_END)
            this.keepEnd();
        else if (place === coverage_py_STATEMENTS)
            this.statements = this.json.integer();
        else if (place === COVERED)
            this.covered = Math.max(0, this.json.integer());
    }
    close(place) {
        if (place === TAKEN || place === UNTAKEN)
            this.closeBranch(place === TAKEN);
        else if (place === FUNCTION)
            this.closeFunction();
        else if (place === coverage_py_FILE)
            this.closeFile();
    }
    forget(from) {
        for (const lines of this.lines.slice(from))
            lines.length = 0;
    }
    keepLine(lines) {
        const line = this.json.integer();
        if (line < 0 || line > reportLimits.line)
            this.json.refuseValue();
        else if (lines.length === longestList)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        else if (line > 0)
            lines.push(line);
    }
    keepEnd() {
        const line = this.json.number();
        if (Number.isInteger(line) && Math.abs(line) <= reportLimits.line)
            this.ends.push(line);
        else
            this.json.refuseValue();
    }
    closeBranch(taken) {
        const [from, to, ...more] = this.ends;
        if (from === undefined || to === undefined || more.length > 0)
            this.refuseBranch(taken);
        else
            this.report.branch(Math.abs(from), branchIdentity(Math.abs(to), to < 0 ? 1 : 0), taken);
    }
    refuseBranch(taken) {
        const key = taken ? 'executed_branches' : 'missing_branches';
        const value = `[${this.ends.slice(0, 5).join(', ')}]`;
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value }));
    }
    closeFunction() {
        const [, , , executed, missing, excluded] = this.lines;
        const called = without(executed, excluded).length > 0;
        if (this.name !== undefined && (called || missing.length > 0))
            this.report.function(this.name, called);
    }
    closeFile() {
        const [executed, missing, excluded] = this.lines;
        for (const line of without(executed, excluded))
            this.report.line(line, true);
        for (const line of missing)
            this.report.line(line, false);
        this.report.close();
    }
}
function without(lines, excluded) {
    if (excluded.length === 0)
        return lines;
    const set = new Set(excluded);
    return lines.filter(line => !set.has(line));
}

;// CONCATENATED MODULE: ./build/src/coverage/gcov-files.js



/**
 * What gcov's JSON and gcovr's have in common, in any order (in old gcov's objects it depends on hashes):
 *
 *     { files: [ { file,
 *                  lines:     [ { line_number, count, branches: [ { count } ] } ],
 *                  functions: [ { name, demangled_name, execution_count } ] } ] }
 *
 * Where a line is in several functions (instances of a template, constructors), its records are united, its branches by
 * their position. What gcovr marks as excluded or as no code does not count.
 */
const gcovPlaces = [
    '',
    'current_working_directory',
    'files[]',
    'files[].file',
    'files[].lines[]',
    'files[].lines[].line_number',
    'files[].lines[].count',
    'files[].lines[].gcovr/excluded',
    'files[].lines[].gcovr/noncode',
    'files[].lines[].branches[]',
    'files[].lines[].branches[].count',
    'files[].lines[].branches[].gcovr/excluded',
    'files[].functions[]',
    'files[].functions[].name',
    'files[].functions[].demangled_name',
    'files[].functions[].execution_count',
    'files[].functions[].gcovr/excluded',
];
const [DOCUMENT, FOLDER] = [0, 1];
const [gcov_files_FILE, gcov_files_PATH] = [2, 3];
const [gcov_files_LINE, LINE_NUMBER, LINE_COUNT, LINE_EXCLUDED, LINE_NO_CODE] = [4, 5, 6, 7, 8];
const [BRANCH, BRANCH_COUNT, BRANCH_EXCLUDED] = [9, 10, 11];
const [gcov_files_FUNCTION, gcov_files_NAME, READABLE_NAME, FUNCTION_COUNT, FUNCTION_EXCLUDED] = [12, 13, 14, 15, 16];
const positions = 2 ** 28;
class GcovFiles {
    json;
    report;
    writtenBy;
    folder = '';
    /** Files of a document whose folder may come last. */
    waiting = [];
    kept = 0;
    file = { path: '', lines: [], branches: [], functions: [] };
    line = -1;
    /** Of the current branch of the line, else of the line, or of the function. */
    count = -1;
    lineCount = -1;
    isExcluded = false;
    isLineExcluded = false;
    /** 1: taken, 0: not, -1: excluded. */
    branches = [];
    name = -1;
    constructor(json, report, writtenBy) {
        this.json = json;
        this.report = report;
        this.writtenBy = writtenBy;
    }
    open(place) {
        if (place === gcov_files_FILE)
            this.file = { path: '', lines: [], branches: [], functions: [] };
        else if (place === gcov_files_LINE) {
            this.line = -1;
            this.lineCount = -1;
            this.isLineExcluded = false;
            this.branches = [];
        }
        else if (place === BRANCH || place === gcov_files_FUNCTION) {
            this.count = -1;
            this.name = -1;
            this.isExcluded = false;
        }
    }
    value(place) {
        const { json } = this;
        if (place === LINE_NUMBER)
            this.line = this.readLine();
        else if (place === LINE_COUNT)
            this.lineCount = this.readCount();
        else if (place === BRANCH_COUNT || place === FUNCTION_COUNT)
            this.count = this.readCount();
        else if (place === LINE_EXCLUDED || place === LINE_NO_CODE)
            this.isLineExcluded = json.boolean() || this.isLineExcluded;
        else if (place === BRANCH_EXCLUDED || place === FUNCTION_EXCLUDED)
            this.isExcluded = json.boolean();
        else if (place === gcov_files_NAME && this.name < 0)
            this.name = json.identity();
        else if (place === READABLE_NAME && this.writtenBy === 'gcovr')
            this.name = json.identity();
        else if (place === gcov_files_PATH)
            this.file.path = json.path(json.string());
        else if (place === FOLDER)
            this.folder = json.string();
    }
    close(place) {
        if (place === BRANCH)
            this.closeBranch();
        else if (place === gcov_files_LINE)
            this.closeLine();
        else if (place === gcov_files_FUNCTION)
            this.closeFunction();
        else if (place === gcov_files_FILE)
            this.closeFile();
        else if (place === DOCUMENT)
            this.closeDocument();
    }
    closeBranch() {
        if (this.count < 0)
            this.missing('branches[].count');
        this.branches.push(this.isExcluded ? -1 : Math.min(1, this.count));
    }
    closeLine() {
        const { line, branches } = this;
        if (line < 0 || this.lineCount < 0)
            this.missing(line < 0 ? 'line_number' : 'count');
        if (this.isLineExcluded)
            return;
        this.file.lines.push(line * 2 + Math.min(1, this.lineCount));
        for (let at = 0; at < branches.length; at++) {
            const taken = branches[at] ?? -1;
            if (taken >= 0)
                this.file.branches.push((line * positions + at) * 2 + taken);
        }
    }
    closeFunction() {
        if (this.name < 0)
            this.missing('name');
        if (!this.isExcluded)
            this.file.functions.push(this.name * 2 + Math.max(0, Math.min(1, this.count)));
    }
    closeFile() {
        const { file } = this;
        if (file.path === '')
            this.missing('file');
        this.kept += file.lines.length + file.branches.length + file.functions.length;
        if (this.kept > reportLimits.marks)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        if (this.writtenBy === 'gcov')
            this.waiting.push(file);
        else
            this.write(file, file.path);
    }
    closeDocument() {
        for (const file of this.waiting)
            this.write(file, within(this.folder, file.path));
        this.waiting = [];
        this.folder = '';
    }
    write({ lines, branches, functions }, path) {
        if (this.json.problem)
            return;
        this.kept = 0;
        this.report.open(path);
        for (const line of lines)
            this.report.line(Math.floor(line / 2), line % 2 === 1);
        for (const branch of branches) {
            const position = Math.floor(branch / 2);
            this.report.branch(Math.floor(position / positions), position % positions, branch % 2 === 1);
        }
        for (const each of functions)
            this.report.function(Math.floor(each / 2), each % 2 === 1);
        this.report.close();
    }
    readLine() {
        const line = this.json.integer();
        if (line < 1 || line > reportLimits.line)
            this.json.refuseValue();
        return line;
    }
    /** gcov 9 writes 1.23457e+08. */
    readCount() {
        const count = this.json.integer() >= 0 ? this.json.integer() : this.json.number();
        if (!(count >= 0 && Number.isInteger(count)))
            this.json.refuseValue();
        return count;
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}
/** Old writers may name a folder that cannot be joined; the path then stands alone. */
function within(folder, path) {
    if (folder === '' || /^(?:[/\\]|[A-Za-z]:)/.test(path))
        return path;
    return normalisePath(`${folder}/${path}`) ?? path;
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/gcov.js



/**
 * `gcov --json-format`, unpacked: one document for each object file, with or without a line end behind it.
 *
 *     report   = 1*( document )
 *     document = { format_version, gcc_version, data_file, current_working_directory, files: … }
 *
 * The files are those of `GcovFiles`, their paths relative to `current_working_directory`. A function is one per symbol:
 * two instances of a template are two functions over the same lines. Documents that were cut between two of them
 * cannot be told from whole ones.
 */
const gcov = {
    id: 'gcov',
    title: 'gcov JSON',
    writtenBy: 'gcov --json-format (GCC 9 and newer)',
    places: ['coverage/gcov.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = latin1(head);
        const isWritten = /"(?:gcc_version|data_file|unexecuted_block|blocks_executed)"\s*:/.test(text);
        return text.startsWith('{') && isWritten && !text.includes('"gcovr/');
    },
    reader: () => jsonReader(gcovPlaces, (json, report) => new GcovFiles(json, report, 'gcov'), true),
};

;// CONCATENATED MODULE: ./build/src/coverage/formats/gcovr.js




/**
 * gcovr's own JSON, in one of two forms:
 *
 *     --json:          { "gcovr/format_version", files: … }                            (as in `GcovFiles`)
 *     --json-summary:  { "gcovr/summary_format_version", root,
 *                        files: [ { filename, line_total, line_covered, branch_total, branch_covered,
 *                                   function_total, function_covered } ] }
 *
 * The summary has no lines, so only its totals count. gcovr 8 counts a line once for each function that it belongs to;
 * here it is one line.
 */
const gcovr = {
    id: 'gcovr',
    title: 'gcovr JSON',
    writtenBy: 'gcovr --json, gcovr --json-summary',
    places: ['gcovr.json', 'coverage/gcovr.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = latin1(head);
        const isWritten = text.includes('"gcovr/') || /"lineno"\s*:/.test(text) || /"line_covered"\s*:/.test(text);
        return text.startsWith('{') && isWritten;
    },
    reader: () => jsonReader(gcovr_places, (json, report) => new GcovrFiles(json, report)),
};
const inSummary = [
    'files[].filename',
    'files[].line_covered',
    'files[].line_total',
    'files[].branch_covered',
    'files[].branch_total',
    'files[].function_covered',
    'files[].function_total',
];
const gcovr_places = [...gcovPlaces, ...inSummary];
const gcovr_FILE = gcovPlaces.indexOf('files[]');
const gcovr_FILENAME = gcovPlaces.length;
class GcovrFiles {
    json;
    report;
    files;
    filename = '';
    /** In the order of the places; -1: not there. */
    numbers = [-1, -1, -1, -1, -1, -1];
    constructor(json, report) {
        this.json = json;
        this.report = report;
        this.files = new GcovFiles(json, report, 'gcovr');
    }
    open(place) {
        this.files.open(place);
        if (place !== gcovr_FILE)
            return;
        this.filename = '';
        this.numbers.fill(-1);
    }
    value(place) {
        const { json } = this;
        if (place < gcovr_FILENAME)
            this.files.value(place);
        else if (place === gcovr_FILENAME)
            this.filename = json.path(json.string());
        else {
            const number = json.integer();
            if (number < 0)
                json.refuseValue();
            this.numbers[place - gcovr_FILENAME - 1] = number;
        }
    }
    close(place) {
        if (place === gcovr_FILE && this.filename !== '')
            this.closeSummary();
        else
            this.files.close(place);
    }
    closeSummary() {
        const counts = { lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) };
        if (this.numbers[1] === -1)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: 'line_total' }));
        if (this.json.problem)
            return;
        this.report.open(this.filename);
        this.report.counts(counts);
        this.report.close();
    }
    /** Of the numbers at two places; old summaries have no functions. */
    ratio(at) {
        const [covered = 0, total = 0] = this.numbers.slice(at, at + 2).map(number => Math.max(0, number));
        const [key = ''] = /[^.]+$/.exec(inSummary[at + 1] ?? '') ?? [];
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value: `${covered}` }));
        return { covered, total };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/whole-lines.js
const LF = 0x0a;
const longestLine = 1 << 20;
/** Cuts chunks of any size into ranges of whole lines: no line is copied but the one that two chunks share. */
class WholeLines {
    /** Called with ranges whose last byte is a line end. */
    read;
    /** The start of a line whose end has not come yet. */
    carry = new Uint8Array(256);
    carried = 0;
    constructor(read) {
        this.read = read;
    }
    /** Bytes of a last line without a line end. */
    get rest() {
        return this.carried;
    }
    /** False: a line is too long. */
    push(chunk) {
        const whole = chunk.lastIndexOf(LF) + 1;
        if (whole === 0)
            return this.keep(chunk, 0, chunk.length);
        const first = chunk.indexOf(LF) + 1;
        if (!this.keep(chunk, 0, first))
            return false;
        const joined = this.carried;
        this.carried = 0;
        this.read(this.carry, 0, joined);
        this.read(chunk, first, whole);
        return this.keep(chunk, whole, chunk.length);
    }
    /** After the last chunk: reads a last line that has no line end. */
    finish() {
        if (this.carried > 0)
            this.push(Uint8Array.of(LF));
    }
    keep(chunk, start, end) {
        const length = this.carried + end - start;
        if (length > longestLine)
            return false;
        if (length > this.carry.length) {
            const larger = new Uint8Array(Math.max(length, this.carry.length * 2));
            larger.set(this.carry);
            this.carry = larger;
        }
        this.carry.set(chunk.subarray(start, end), this.carried);
        this.carried = length;
        return true;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/go.js





/**
 * The profile of `go test -coverprofile`, one block a line:
 *
 *     report  = 1*( mode *( block / blank ) )           (several: profiles that were joined, whatever their modes)
 *     mode    = "mode: " ( "set" / "count" / "atomic" )
 *     block   = <path> ":" <position> "," <position> " " <statements> " " <count>
 *     position = <line> "." <column>
 *
 * Lines end with LF or CRLF. Two modes without a block between them contradict each other and are refused.
 *
 * A block is a stretch of source. Every line from its first to its last is executable and, if `count` is above 0,
 * covered; a line of several blocks (`} else {`) is covered by any, the same block twice is united. So do
 * gocover-cobertura, gcov2lcov and goveralls, and a profile counts as much as what they make of it. The end is
 * exclusive: ending in column 1 does not reach the line. What `go tool cover -func` counts are statements, not lines.
 * Not taken over: Codecov passes over a last line that ends in column 2, the brace of a function but not of an `if`.
 * A block of 0 statements counts as well: whether an empty function was called shows in other languages' reports too.
 *
 * A profile that was cut between two lines cannot be told from a whole one.
 */
const go = {
    id: 'go',
    title: 'Go cover profile',
    writtenBy: 'go test, go tool covdata, gocovmerge',
    places: ['coverage.out', 'cover.out', 'c.out'],
    counts: [],
    detect: head => /^(mode:|[^\n]+:\d+\.\d+,\d+\.\d+ \d+ -?\d+\r?(\n|$))/.test(latin1(head)),
    reader: () => new GoReader(),
};
const go_LF = 0x0a;
const CR = 0x0d;
const go_SPACE = 0x20;
const go_COMMA = 0x2c;
const go_POINT = 0x2e;
const go_COLON = 0x3a;
class GoReader {
    report = new ReportBuilder();
    lines = new WholeLines((bytes, start, end) => this.readLines(bytes, start, end));
    problem;
    lineNumber = 0;
    mode = '';
    hasBlock = false;
    /** The last line has no end: it may have been cut. */
    unended = false;
    /** Of the open file, with the colon behind it. */
    path = new DataView(new ArrayBuffer(0));
    cursor = 0;
    firstLine = 0;
    firstColumn = 0;
    lastLine = 0;
    lastColumn = 0;
    count = 0;
    push(chunk) {
        if (this.problem || this.lines.push(chunk))
            return;
        this.lineNumber++;
        this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: longestLine }));
    }
    end() {
        this.unended = this.lines.rest > 0;
        if (!this.problem)
            this.lines.finish();
        if (this.path.byteLength > 0)
            this.report.close();
        return this.problem ? (0,result/* err */._)(this.problem) : (0,result.ok)(this.report.build([], {}));
    }
    readLines(bytes, start, end) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, end);
        for (let at = start; at < end && !this.problem; at = this.cursor) {
            this.lineNumber++;
            if (this.isSameFile(view, at) && this.isBlock(bytes, at + this.path.byteLength))
                this.countBlock();
            else
                this.readOther(bytes, this.lineNumber === 1 ? skipByteOrderMark(bytes, at) : at);
        }
    }
    /** Anything but a block of the same file as the last. */
    readOther(bytes, start) {
        const next = bytes.indexOf(go_LF, start);
        const end = next > start && bytes[next - 1] === CR ? next - 1 : next;
        const colon = bytes.lastIndexOf(go_COLON, end);
        if (this.mode !== '' && colon >= start && this.isBlock(bytes, colon + 1)) {
            this.openFile(bytes.slice(start, colon + 1));
            this.countBlock();
        }
        else if (end > start)
            this.readMode(bytes_excerpt(bytes, start, end));
        this.cursor = next + 1;
    }
    readMode(line) {
        const mode = /^mode: (set|count|atomic)$/.exec(line)?.[1];
        const contradicts = mode !== undefined && this.mode !== '' && mode !== this.mode && !this.hasBlock;
        if (mode === undefined && this.unended)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.go.truncated', {}));
        else if (mode === undefined && line.startsWith('mode:'))
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.mode', { line }));
        else if (mode === undefined)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)(this.mode ? 'coverage.fault.go.no-block' : 'coverage.fault.go.no-mode', {}));
        else if (contradicts)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.two-modes', { first: this.mode, mode }));
        else
            this.mode = mode;
        this.hasBlock = false;
    }
    /** Whether the path of the open file stands at `start`. */
    isSameFile(view, start) {
        const { path } = this;
        const length = path.byteLength;
        if (length === 0 || start + length > view.byteLength)
            return false;
        let at = 0;
        for (; at + 4 <= length; at += 4)
            if (view.getInt32(start + at) !== path.getInt32(at))
                return false;
        for (; at < length; at++)
            if (view.getInt8(start + at) !== path.getInt8(at))
                return false;
        return true;
    }
    /** Whether what stands behind a path does so at `start`, to the end of the line, behind which the cursor then is. */
    isBlock(bytes, start) {
        this.cursor = start;
        this.firstLine = this.readNumber(bytes, go_POINT);
        this.firstColumn = this.readNumber(bytes, go_COMMA);
        this.lastLine = this.readNumber(bytes, go_POINT);
        this.lastColumn = this.readNumber(bytes, go_SPACE);
        this.readNumber(bytes, go_SPACE);
        this.count = this.readNumber(bytes, go_LF);
        return this.cursor > 0;
    }
    /** The number at the cursor, which moves behind the byte that must follow, or to -1 from where there is no return. */
    readNumber(bytes, follower) {
        const start = this.cursor;
        let at = start;
        let value = 0;
        let byte = bytes[at] ?? 0;
        while (byte >= 0x30 && byte <= 0x39) {
            value = value * 10 + byte - 0x30;
            byte = bytes[++at] ?? 0;
        }
        const end = at;
        if (byte === CR && follower === go_LF)
            byte = bytes[++at] ?? 0;
        this.cursor = byte === follower && end > start ? at + 1 : -1;
        return value;
    }
    countBlock() {
        const { firstLine, lastLine } = this;
        const isBackwards = lastLine < firstLine || (lastLine === firstLine && this.lastColumn < this.firstColumn);
        if (isBackwards)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.backwards', {}));
        else if (firstLine < 1 || lastLine > reportLimits.line)
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.go.line', { line: `${firstLine < 1 ? firstLine : lastLine}` }));
        else if (!this.problem) {
            const isReached = this.lastColumn !== 1 || lastLine === firstLine;
            this.report.lines(firstLine, isReached ? lastLine : lastLine - 1, this.count > 0);
        }
        this.hasBlock = true;
        if (this.report.overflow)
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    openFile(pathAndColon) {
        const path = decodeUtf8(pathAndColon.subarray(0, -1));
        if (path === undefined)
            this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
        else if (path === '')
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (pathAndColon.length > reportLimits.path)
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: reportLimits.path }));
        else if (hasControls(path))
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
        else {
            if (this.path.byteLength > 0)
                this.report.close();
            this.report.open(path);
            this.path = new DataView(pathAndColon.buffer);
        }
    }
    fail(code, problem) {
        this.problem ??= { code, message: problem, line: Math.max(1, this.lineNumber) };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/istanbul.js





/**
 * Istanbul's `coverage-final.json`, also a file of `.nyc_output`:
 *
 *     { <path>: { path,
 *                 statementMap: { <id>: <location> },  s: { <id>: hits },
 *                 fnMap: { <id>: { decl: <location>, loc: <location> } },  f: { <id>: hits },
 *                 branchMap: { <id>: { type, line, loc: <location>, locations: [<location>] } },  b: { <id>: [hits] } } }
 *     location = { start: { line, column }, end: { line, column } }
 *
 * in any order, the file perhaps wrapped once more in `data`. As in Istanbul, a line is executable when a statement
 * starts there, and its hits are the largest of these statements; what has hits but no location counts no line. Ids are
 * only positions: functions and branches are the same in another report if their locations are. Maps of sources may
 * leave a `null` instead of a line or a count, which locates and covers nothing; so does line 0, where isparta puts
 * the code that Babel made up.
 */
const istanbul = {
    id: 'istanbul',
    title: 'Istanbul JSON',
    writtenBy: 'Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma, monocart',
    places: ['coverage/coverage-final.json', 'coverage-final.json'],
    counts: ['branches', 'functions'],
    detect: head => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{.*"(?:(?:statement|fn|branch)Map"\s*:\s*\{|[lsfb]"\s*:\s*\{\s*"\d+"\s*:)/s.test(latin1(head)),
    reader: () => jsonReader(istanbul_places, (json, report) => new IstanbulFiles(json, report)),
};
const inFile = [
    'path',
    'statementMap',
    'statementMap.*',
    'statementMap.*.start.line',
    's',
    's.*',
    'fnMap.*',
    'fnMap.*.loc.start.line',
    'fnMap.*.loc.start.column',
    'fnMap.*.loc.end.line',
    'fnMap.*.loc.end.column',
    'fnMap.*.decl.start.line',
    'fnMap.*.decl.start.column',
    'f.*',
    'branchMap.*',
    'branchMap.*.loc.start.line',
    'branchMap.*.loc.start.column',
    'branchMap.*.loc.end.line',
    'branchMap.*.loc.end.column',
    'branchMap.*.locations[].start.line',
    'branchMap.*.locations[].start.column',
    'branchMap.*.type',
    'branchMap.*.line',
    'b.*',
    'b.*[]',
];
const istanbul_places = [...inFile.map(place => `*.${place}`), ...inFile.map(place => `*.data.${place}`), '*'];
const [istanbul_PATH, istanbul_STATEMENTS, STATEMENT, STATEMENT_LINE, COUNTS, istanbul_COUNT] = [0, 1, 2, 3, 4, 5];
const [istanbul_FUNCTION, FUNCTION_AT, istanbul_FUNCTION_COUNT] = [6, 7, 13];
const [istanbul_BRANCH, BRANCH_AT, BRANCH_TYPE, BRANCH_LINE, ARMS, ARM] = [14, 15, 21, 22, 23, 24];
const istanbul_FILE = inFile.length;
class IstanbulFiles {
    json;
    report;
    key = '';
    path = '';
    hasStatements = false;
    hasCounts = false;
    id = 0;
    statementLines = new ById();
    statementHits = new ById();
    functionIdentities = new ById();
    functionHits = new ById();
    branchLines = new ById();
    branchIdentities = new ById();
    branchArms = new ById();
    /** Branch and hits of each arm, one behind the other. */
    arms = [];
    /** What tells the current function or branch apart: the numbers at its places, in their order, and its type. */
    where = new Int32Array(8);
    whereBytes = new Uint8Array(this.where.buffer);
    branchLine = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open(anywhere) {
        const place = placeInFile(anywhere);
        if (place === STATEMENT) {
            this.id = this.newId(this.statementLines);
            this.statementLines.set(this.id, 0);
        }
        else if (place === istanbul_FUNCTION)
            this.locate(this.functionIdentities);
        else if (place === istanbul_BRANCH)
            this.locate(this.branchIdentities);
        else if (place === ARMS) {
            this.id = this.newId(this.branchArms);
            this.branchArms.set(this.id, 1);
        }
        else if (place === istanbul_STATEMENTS)
            this.hasStatements = true;
        else if (place === COUNTS)
            this.hasCounts = true;
        else if (place === istanbul_FILE)
            this.key = this.json.path(this.json.key());
    }
    value(anywhere) {
        const place = placeInFile(anywhere);
        if (place === STATEMENT_LINE)
            this.statementLines.set(this.id, this.line());
        else if (place === istanbul_COUNT)
            this.statementHits.set(this.newId(this.statementHits), this.hits());
        else if (place === ARM)
            this.keepArm();
        else if (place === istanbul_FUNCTION_COUNT)
            this.functionHits.set(this.newId(this.functionHits), this.hits());
        else if (place === BRANCH_LINE)
            this.branchLine = this.line();
        else if (place === BRANCH_TYPE)
            this.where[7] = this.json.identity();
        else if (place === istanbul_PATH)
            this.path = this.json.path(this.json.string());
        else
            this.where[place - (place < istanbul_BRANCH ? FUNCTION_AT : BRANCH_AT)] = this.json.integer();
    }
    close(anywhere) {
        const place = placeInFile(anywhere);
        if (place === istanbul_FUNCTION)
            this.functionIdentities.set(this.id, identityOf(this.whereBytes, 0, 32));
        else if (place === istanbul_BRANCH) {
            this.branchIdentities.set(this.id, branchIdentityOf(this.whereBytes, 0, 32));
            this.branchLines.set(this.id, this.branchLine || this.startOfBranch());
        }
        else if (place === istanbul_FILE)
            this.closeFile();
    }
    locate(identities) {
        this.id = this.newId(identities);
        this.where.fill(-1);
        this.branchLine = 0;
    }
    newId(known) {
        const id = this.json.keyInteger();
        const isPossible = id >= 0 && id <= largestId;
        if (!isPossible)
            this.json.refuseKey('RPT-KEY');
        else if (known.get(id) !== -1)
            this.json.refuseKey('RPT-DUPKEY');
        return isPossible ? id : 0;
    }
    /** 0: none. */
    line() {
        if (this.json.isNull)
            return 0;
        const line = this.json.integer();
        if (line < 0 || line > reportLimits.line)
            this.json.refuseValue();
        return line;
    }
    hits() {
        if (this.json.isNull)
            return 0;
        const hits = this.json.integer();
        if (hits < 0)
            this.json.refuseValue();
        return hits;
    }
    /** Of its own location, else of its last arm's. */
    startOfBranch() {
        const [own = 0, , , , arm = 0] = this.where;
        return [own, arm].find(line => line > 0 && line <= reportLimits.line) ?? 0;
    }
    keepArm() {
        if (this.arms.length > 2 * largestId)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        this.arms.push(this.id, this.hits());
    }
    closeFile() {
        const { json, report, key, path } = this;
        const missing = this.hasStatements ? 's' : 'statementMap';
        if (!(this.hasStatements && this.hasCounts))
            json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: missing }));
        if (path !== '' && !isSameFile(key, path))
            json.refuse('RPT-PATH', (0,message/* message */.i)('coverage.fault.json.path', { key, path }));
        if (json.problem)
            return;
        report.open(path || key);
        this.countLines();
        this.countFunctions();
        this.countBranches();
        report.close();
        this.forgetFile();
    }
    countLines() {
        for (const id of this.statementHits.known) {
            const line = this.statementLines.get(id);
            if (line > 0)
                this.report.line(line, this.statementHits.get(id) > 0);
        }
    }
    countFunctions() {
        for (const id of this.functionHits.known) {
            const identity = this.functionIdentities.get(id);
            this.report.function(identity < 0 ? id : identity, this.functionHits.get(id) > 0);
        }
    }
    countBranches() {
        let arm = 0;
        for (let at = 0; at < this.arms.length; at += 2) {
            const [id = 0, hits = 0] = [this.arms[at], this.arms[at + 1]];
            arm = id === this.arms[at - 2] ? arm + 1 : 0;
            const identity = this.branchIdentities.get(id);
            this.report.branch(Math.max(0, this.branchLines.get(id)), branchIdentity(identity < 0 ? id : identity, arm), hits > 0);
        }
    }
    forgetFile() {
        this.path = '';
        this.hasStatements = false;
        this.hasCounts = false;
        this.arms = [];
        for (const each of [this.statementLines, this.statementHits, this.functionIdentities, this.functionHits])
            each.clear();
        for (const each of [this.branchLines, this.branchIdentities, this.branchArms])
            each.clear();
    }
}
/** Places within a file, wherever it is wrapped. */
const placeInFile = (place) => (place >= inFile.length ? place - inFile.length : place);
/** Tools make one of two paths absolute. */
function isSameFile(key, path) {
    if (key === path)
        return true;
    const [a, b] = [normalisePath(key), normalisePath(path)];
    return a !== null && b !== null && (a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`));
}
const largestId = (1 << 20) - 1;
/** Numbers ≥ 0 by id; -1: none. Every known tool counts ids up from 0 or 1. */
class ById {
    numbers = new Float64Array(256).fill(-1);
    ids = [];
    get known() {
        return this.ids;
    }
    get(id) {
        return this.numbers[id] ?? -1;
    }
    set(id, value) {
        if (id >= this.numbers.length) {
            const larger = new Float64Array(Math.max(id + 1, 2 * this.numbers.length)).fill(-1);
            larger.set(this.numbers);
            this.numbers = larger;
        }
        if (this.numbers[id] === -1)
            this.ids.push(id);
        this.numbers[id] = value;
    }
    clear() {
        for (const id of this.ids)
            this.numbers[id] = -1;
        this.ids = [];
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/istanbul-summary.js




/**
 * Istanbul's `coverage-summary.json`:
 *
 *     { total: <counts>,                                    (a claim, never counted)
 *       <path>: <counts> … }
 *     counts = { lines: { total, covered, skipped, pct }, statements, functions, branches: the same }
 *
 * It holds totals and no line: the project can be judged by it, no changed line can. Without anything to cover `pct` is
 * the text `Unknown`; it is never read.
 */
const istanbulSummary = {
    id: 'istanbul-summary',
    title: 'Istanbul JSON summary',
    writtenBy: 'the reporter json-summary of Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma',
    places: ['coverage/coverage-summary.json', 'coverage-summary.json'],
    counts: ['branches', 'functions'],
    detect: head => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:lines|statements|functions|branches)"\s*:\s*\{\s*"(?:total|covered|pct)"/.test(latin1(head)),
    reader: () => jsonReader(istanbul_summary_places, (json, report) => new IstanbulSummary(json, report)),
};
const counted = ['lines', 'branches', 'functions'];
const istanbul_summary_places = [
    ...counted.flatMap(name => [`*.${name}.total`, `*.${name}.covered`]),
    'total.lines.total',
    'total.lines.covered',
    '*',
];
const CLAIMED_TOTAL = 2 * counted.length;
class IstanbulSummary {
    claims = {};
    json;
    report;
    path = '';
    /** Total and covered of each of `counted`; -1: not given. */
    numbers = new Float64Array(2 * counted.length);
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open() {
        this.path = this.json.path(this.json.key());
        this.numbers.fill(-1);
    }
    value(place) {
        const number = this.json.integer();
        if (number < 0 || number > reportLimits.marks)
            this.json.refuseValue();
        else if (place < CLAIMED_TOTAL)
            this.numbers[place] = number;
        else if (place === CLAIMED_TOTAL)
            this.claims = { total: number };
        else if (this.claims.total)
            this.claims = { ...this.claims, rate: Math.min(1, number / this.claims.total) };
    }
    close() {
        const [lines, branches, functions] = [this.ratio('lines'), this.ratio('branches'), this.ratio('functions')];
        if (this.json.problem)
            return;
        this.report.open(this.path);
        this.report.counts({ lines, branches, functions });
        this.report.close();
    }
    ratio(name) {
        const at = 2 * counted.indexOf(name);
        const [total = -1, covered = -1] = this.numbers.subarray(at, at + 2);
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.above', { path: this.path, key: name, covered, total: Math.max(0, total) }));
        else if (name === 'lines' && covered < 0)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: 'lines' }));
        return { covered: Math.max(0, covered), total: Math.max(0, total) };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/jacoco.js



/**
 * JaCoCo's `report.dtd`:
 *
 *     <report name=> ( <group name=> … )
 *       <package name="com/acme">
 *         <class name="com/acme/A" sourcefilename="A.java">
 *           <method name= desc=> <counter type= missed= covered=/> …
 *         <sourcefile name="A.java">
 *           <line nr= mi= ci= mb= cb=/> …        (missed and covered: instructions, branches)
 *           <counter/> …
 *       <counter type="LINE" missed= covered=/>  (a claim)
 *
 * A file is package/sourcefile: the same in two groups is united. Lines without instructions (`mi` + `ci` = 0) are not
 * executable, line 0 is code that the compiler made up. Methods are functions of their class's `sourcefilename`; those
 * of a class without one (compiled without it, or written by JaCoCo before 0.8.2) lie in no file and are not counted.
 *
 * gcovr writes lines without `mi` and `ci`, even those that it excludes, some versions within `<class>`; whether they
 * were executed stands only in the counters behind them, which therefore count for such a file, up to the lines listed.
 */
const jacoco = {
    id: 'jacoco',
    title: 'JaCoCo XML',
    writtenBy: 'JaCoCo, Kover, Pester, gcovr',
    places: [
        'target/site/jacoco/jacoco.xml',
        'target/site/jacoco-aggregate/jacoco.xml',
        'build/reports/jacoco/test/jacocoTestReport.xml',
        'build/reports/kover/report.xml',
        'jacoco.xml',
    ],
    counts: ['branches', 'functions'],
    detect: head => /^<report[\s/>]/.test(rootOf(head)),
    reader: () => xmlReader({ elements: jacoco_elements, attributes: jacoco_attributes }, (xml, report) => new JacocoReader(xml, report)),
};
const jacoco_elements = ['report', 'group', 'package', 'class', 'method', 'sourcefile', 'line', 'counter'];
const [GROUP, jacoco_PACKAGE, jacoco_CLASS, jacoco_METHOD, SOURCEFILE, jacoco_LINE, COUNTER] = [1, 2, 3, 4, 5, 6, 7];
const jacoco_attributes = [
    'name',
    'desc',
    'sourcefilename',
    'nr',
    'mi',
    'ci',
    'mb',
    'cb',
    'type',
    'missed',
    'covered',
];
const [jacoco_NAME, DESC, SOURCEFILENAME, NR, MI, CI, MB, CB, jacoco_TYPE, MISSED, jacoco_COVERED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const none = { covered: 0, total: 0 };
const jacoco_noTotals = { lines: none, branches: none, functions: none };
class JacocoReader {
    claims = {};
    xml;
    report;
    /** Groups and packages around. */
    depth = 0;
    package = '';
    /** Inside of a class or source file; `isPlaced` when it names a file. */
    inFile = false;
    isPlaced = false;
    className = new Identity();
    inMethod = false;
    method = new Identity();
    methodSeen = false;
    methodCalled = false;
    /** Lines of the file that tell their instructions, and those that do not. */
    plainLines = 0;
    bareLines = 0;
    counted = jacoco_noTotals;
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (element === jacoco_LINE) {
            if (this.isPlaced)
                this.readLine();
        }
        else if (element === COUNTER)
            this.readCounter();
        else if (element === jacoco_METHOD)
            this.openMethod();
        else if (element === jacoco_CLASS)
            this.openClass();
        else if (element === SOURCEFILE)
            this.openSource();
        else if (element === jacoco_PACKAGE || element === GROUP) {
            this.depth++;
            if (element === jacoco_PACKAGE)
                this.package = packagePath(this.xml.string(jacoco_NAME));
        }
    }
    close(element) {
        if (element === jacoco_METHOD)
            this.closeMethod();
        else if (element === jacoco_CLASS || element === SOURCEFILE)
            this.closeFile();
        else if (element === jacoco_PACKAGE || element === GROUP) {
            this.depth--;
            this.package = '';
        }
    }
    openClass() {
        this.xml.identify(jacoco_NAME, this.className.reset());
        const source = this.xml.string(SOURCEFILENAME);
        this.enter('class', source !== '');
        if (this.isPlaced)
            openFile(this.xml, this.report, sourcePath(this.package, source));
    }
    openSource() {
        this.enter('sourcefile', true);
        const name = this.xml.string(jacoco_NAME);
        openFile(this.xml, this.report, name === '' ? '' : sourcePath(this.package, name));
    }
    enter(name, isPlaced) {
        if (this.inFile)
            refusePlace(this.xml, name);
        this.inFile = true;
        this.isPlaced = isPlaced;
        this.plainLines = 0;
        this.bareLines = 0;
        this.counted = jacoco_noTotals;
    }
    closeFile() {
        if (this.isPlaced) {
            if (this.plainLines === 0 && this.counted.lines.total > 0)
                this.report.counts(this.counted);
            this.report.close();
        }
        this.inFile = false;
        this.isPlaced = false;
    }
    openMethod() {
        if (this.inMethod)
            refusePlace(this.xml, 'method');
        this.inMethod = true;
        this.methodSeen = false;
        this.methodCalled = false;
        this.xml.identify(jacoco_NAME, this.method.reset(this.className));
        this.xml.identify(DESC, this.method);
    }
    closeMethod() {
        if (this.isPlaced && this.methodSeen)
            this.report.function(this.method.value, this.methodCalled);
        this.inMethod = false;
    }
    readLine() {
        const line = this.xml.integer(NR);
        if (line < 0 || line > reportLimits.line)
            refuseValue(this.xml, NR, 'nr');
        else if (this.xml.has(MI) || this.xml.has(CI))
            this.readInstructions(line);
        else
            this.bareLines++;
    }
    readInstructions(line) {
        const missed = countOf(this.xml, MI, 'mi');
        const covered = countOf(this.xml, CI, 'ci');
        this.plainLines++;
        if (line > 0 && missed + covered > 0)
            this.countLine(line, covered > 0);
    }
    countLine(line, covered) {
        this.report.line(line, covered);
        const missedBranches = countOf(this.xml, MB, 'mb');
        const coveredBranches = countOf(this.xml, CB, 'cb');
        const branches = missedBranches + coveredBranches;
        if (branches > branchLimit)
            refuseValue(this.xml, MB, 'mb');
        else if (branches > 0)
            this.report.countedBranches(line, coveredBranches, branches);
    }
    readCounter() {
        const missed = countOf(this.xml, MISSED, 'missed');
        const covered = countOf(this.xml, jacoco_COVERED, 'covered');
        if (missed < 0 || covered < 0)
            return;
        const counted = { covered, total: missed + covered };
        if (this.inMethod) {
            if (counted.total > 0)
                this.methodSeen = true;
            if (covered > 0)
                this.methodCalled = true;
        }
        else if (this.inFile) {
            if (this.bareLines > 0)
                this.keepCounter(counted);
        }
        else if (this.depth === 0 && this.xml.is(jacoco_TYPE, 'LINE') && counted.total > 0)
            this.claims = { rate: covered / counted.total, total: counted.total };
    }
    /** Of a file whose lines do not say whether they were executed. */
    keepCounter(counted) {
        const type = this.xml.string(jacoco_TYPE);
        if (type === 'BRANCH')
            this.counted = { ...this.counted, branches: counted };
        else if (type === 'METHOD')
            this.counted = { ...this.counted, functions: counted };
        else if (type === 'LINE') {
            if (counted.total > this.bareLines)
                refuseValue(this.xml, jacoco_COVERED, 'covered');
            this.counted = { ...this.counted, lines: counted };
        }
    }
}
/** The virtual machine's names of packages have slashes and no dots; gcovr writes dots for the slashes of a folder. */
const packagePath = (name) => (name.includes('/') ? name : name.replaceAll('.', '/'));
/**
 * JaCoCo names a file by its last name alone. Pester repeats folders of the package before it, gcovr writes the whole
 * path.
 */
function sourcePath(folder, name) {
    const slash = name.lastIndexOf('/');
    if (folder === '' || (slash >= 0 && endsWithPath(name.slice(0, slash), folder)))
        return name;
    return slash > 0 && endsWithPath(folder, name.slice(0, slash)) ? `${folder}${name.slice(slash)}` : `${folder}/${name}`;
}
const endsWithPath = (path, end) => path === end || path.endsWith(`/${end}`);

;// CONCATENATED MODULE: ./build/src/coverage/lcov-runs.js

const lcov_runs_LF = 0x0a;
const lcov_runs_CR = 0x0d;
const lcov_runs_SPACE = 0x20;
const lcov_runs_COMMA = 0x2c;
const lcov_runs_COLON = 0x3a;
const lcov_runs_MINUS = 0x2d;
const lcov_runs_ZERO = 0x30;
const lcov_runs_NINE = 0x39;
const [A, B, D, F, H, L, N, R] = [0x41, 0x42, 0x44, 0x46, 0x48, 0x4c, 0x4e, 0x52];
/**
 * Reads the lines of a tracefile that are nearly all of it, run after run: `DA`, `BRDA` with numbers, `FN` without the
 * function's end, `FNDA`, and the summaries. Each method takes one kind from `start` on and stops at the first line that
 * is anything else, odd or broken: that one is for `LcovReader`, which knows the whole grammar. One loop for each kind,
 * over bytes: this is what reading a big report costs.
 */
class LcovRuns {
    report;
    name = new Identity();
    /** Lines read so far. */
    lines = 0;
    found = 0;
    hit = 0;
    constructor(report) {
        this.report = report;
    }
    /** Where the first line starts that is not read, or `end`. The byte before `end` ends a line. */
    read(bytes, start, end) {
        const key = bytes[start];
        const third = bytes[start + 2];
        if (key === D)
            return this.readHits(bytes, start, end);
        if (key === B && third === D)
            return this.readBranches(bytes, start, end);
        if (key === F && (third === lcov_runs_COLON || third === D))
            return this.readFunctions(bytes, start, end);
        if (key === L)
            return this.readSummary(bytes, start, start);
        if (key === B || key === F)
            return this.readSummary(bytes, start, start + 1);
        return start;
    }
    /** `DA:<line>,<hits>` */
    readHits(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === D && bytes[next + 1] === A && bytes[next + 2] === lcov_runs_COLON) {
            let at = next + 3;
            let line = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                line = line * 10 + byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || line === 0 || line > reportLimits.line)
                break;
            const hits = ++at;
            let any = 0;
            byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                any |= byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (at === hits)
                break;
            if (byte === lcov_runs_CR)
                byte = bytes[++at] ?? 0;
            if (byte !== lcov_runs_LF)
                break;
            report.line(line, any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `BRDA:<line>,<block>,<branch>,<taken>`; block and branch below 2¹⁴, which are their own identity. */
    readBranches(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === B && bytes[next + 1] === R && bytes[next + 2] === D) {
            if (bytes[next + 3] !== A || bytes[next + 4] !== lcov_runs_COLON)
                break;
            let at = next + 5;
            let line = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                line = line * 10 + byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || line === 0 || line > reportLimits.line)
                break;
            const block = ++at;
            let first = 0;
            byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                first = first * 10 + byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === block || first >= 0x4000)
                break;
            const branch = ++at;
            let second = 0;
            byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                second = second * 10 + byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === branch || second >= 0x4000)
                break;
            const taken = ++at;
            let any = 0;
            byte = bytes[at] ?? 0;
            if (byte === lcov_runs_MINUS)
                byte = bytes[++at] ?? 0;
            else
                while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                    any |= byte - lcov_runs_ZERO;
                    byte = bytes[++at] ?? 0;
                }
            if (at === taken)
                break;
            if (byte === lcov_runs_CR)
                byte = bytes[++at] ?? 0;
            if (byte !== lcov_runs_LF)
                break;
            report.branch(line, first * 0x4000 + second, any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `FN:<line>,<name>` and `FNDA:<hits>,<name>`; a digit behind the first comma of `FN` may be the end line. */
    readFunctions(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === F && bytes[next + 1] === N) {
            const isHits = bytes[next + 2] === D && bytes[next + 3] === A;
            let at = isHits ? next + 4 : next + 2;
            if (bytes[at] !== lcov_runs_COLON)
                break;
            const number = ++at;
            let any = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
                any |= byte - lcov_runs_ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === number)
                break;
            const name = ++at;
            byte = bytes[at] ?? 0;
            if (!isHits && byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE)
                break;
            at = this.name.reset().addText(bytes, name);
            if (bytes[at - 1] === lcov_runs_SPACE)
                break;
            if (bytes[at] === lcov_runs_CR)
                at++;
            if (bytes[at] !== lcov_runs_LF)
                break;
            report.function(this.name.value, isHits && any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `LF`, `LH`, and those of functions and branches, which nobody asks for. `key`: where the last two letters are. */
    readSummary(bytes, start, key) {
        const kind = bytes[key + 1];
        if (bytes[key + 2] !== lcov_runs_COLON || (kind !== F && kind !== H))
            return start;
        let at = key + 3;
        let claim = 0;
        let byte = bytes[at] ?? 0;
        while (byte >= lcov_runs_ZERO && byte <= lcov_runs_NINE) {
            claim = claim * 10 + byte - lcov_runs_ZERO;
            byte = bytes[++at] ?? 0;
        }
        if (byte === lcov_runs_CR)
            byte = bytes[++at] ?? 0;
        if (byte !== lcov_runs_LF || at - key > 15)
            return start;
        if (key === start && kind === F)
            this.found += claim;
        else if (key === start)
            this.hit += claim;
        this.lines++;
        return at + 1;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/lcov.js






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
 * Lines end with LF or CRLF; blanks before that are ignored, as lcov ignores them. Hits of any length count as hit
 * unless all zeros: llvm-cov writes wrapped 64-bit sums.
 * Line 0 is refused, but for one with a checksum, which coverage.py writes for an empty file: it is none.
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
const lcov_LF = 0x0a;
const lcov_CR = 0x0d;
const lcov_COMMA = 0x2c;
const lcov_COLON = 0x3a;
class LcovReader {
    report = new ReportBuilder();
    runs = new LcovRuns(this.report);
    lines = new WholeLines((bytes, start, end) => this.readLines(bytes, start, end));
    problem;
    inRecord = false;
    sawTest = false;
    functionOfIndex = new Map();
    push(chunk) {
        if (this.problem || this.lines.push(chunk))
            return;
        this.runs.lines++;
        this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: longestLine }));
    }
    end() {
        if (!this.problem)
            this.lines.finish();
        if (!this.problem)
            this.checkEnd();
        if (this.problem)
            return (0,result/* err */._)(this.problem);
        const { found, hit } = this.runs;
        const claims = found > 0 ? { rate: hit / found, total: found } : {};
        return (0,result.ok)(this.report.build([], claims));
    }
    checkEnd() {
        const cut = this.inRecord || (this.sawTest && this.report.fileCount > 0);
        if (cut)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.lcov.truncated', {}));
    }
    /** Whole lines: the last byte is a line end. */
    readLines(bytes, start, end) {
        let at = start;
        while (at < end && !this.problem) {
            const next = this.inRecord ? this.runs.read(bytes, at, end) : at;
            at = next > at ? next : this.readOther(bytes, at);
            if (this.report.overflow)
                this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        }
    }
    /** One line of any kind. Where the next one starts. */
    readOther(bytes, start) {
        let next = start;
        while (bytes[next] !== lcov_LF)
            next++;
        this.runs.lines++;
        this.readField(bytes, start, endOfText(bytes, start, next));
        return next + 1;
    }
    /** `end` is behind the last byte of the text. */
    readField(bytes, start, end) {
        const from = this.runs.lines === 1 ? skipByteOrderMark(bytes, start) : start;
        if (from === end || bytes[from] === 0x23)
            return;
        const value = afterKey(bytes, from, end);
        const key = packed(bytes, from, value - 1);
        if (key === lcov_KEY.SF)
            this.openFile(bytes, value, end);
        else if (key === lcov_KEY.TN)
            this.sawTest = true;
        else if (key === 0)
            this.readBareLine(bytes, from, end);
        else if (fieldKeys.has(key))
            this.readKnownField(key, bytes, from, value, end);
    }
    readKnownField(key, bytes, start, value, end) {
        if (!this.inRecord)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.outside', { key: bytes_excerpt(bytes, start, value - 1) }));
        else if (!this.readValue(key, bytes, value, end)) {
            const told = { key: bytes_excerpt(bytes, start, value - 1), value: bytes_excerpt(bytes, value, end) };
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.lcov.value', told));
        }
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
            case lcov_KEY.DA:
                return this.readHits(bytes, start, end);
            case lcov_KEY.BRDA:
                return this.readBranch(bytes, start, end);
            case lcov_KEY.FNDA:
                return this.readFunctionHits(bytes, start, end);
            case lcov_KEY.FN:
                return this.readFunction(bytes, start, end);
            case lcov_KEY.FNL:
                return this.readFunctionLine(bytes, start, end);
            case lcov_KEY.FNA:
                return this.readAliasHits(bytes, start, end);
            case lcov_KEY.LF:
                this.runs.found += claimed(bytes, start, end);
                return true;
            case lcov_KEY.LH:
                this.runs.hit += claimed(bytes, start, end);
                return true;
            default:
                return false;
        }
    }
    openFile(bytes, start, end) {
        const path = end - start <= reportLimits.path ? decodeUtf8(bytes.subarray(start, end)) : '';
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
        if (this.functionOfIndex.size > 0)
            this.functionOfIndex.clear();
    }
    /** What follows a second comma is a checksum. */
    readHits(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        const hitsEnd = second >= 0 && second < end ? second : end;
        if (first < 0 || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, hitsEnd))
            return false;
        const line = claimed(bytes, start, first);
        if (line > reportLimits.line || bytes.subarray(hitsEnd, end).includes(lcov_CR))
            return false;
        if (line === 0)
            return hitsEnd < end;
        this.report.line(line, isNonZero(bytes, first + 1, hitsEnd));
        return true;
    }
    readBranch(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const last = lastComma(bytes, start, end);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        if (second < 0 || second >= last || !isDigits(bytes, start, first))
            return false;
        const never = end - last === 2 && bytes[last + 1] === 0x2d;
        if (!never && !isDigits(bytes, last + 1, end))
            return false;
        const line = claimed(bytes, start, first);
        if (line > reportLimits.line)
            return false;
        this.report.branch(line, branchIdentityOf(bytes, first + 1, last), !never && isNonZero(bytes, last + 1, end));
        return true;
    }
    /** A number after the first comma is the last line of the function, if a name follows it. */
    readFunction(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        if (first < 0 || first >= end)
            return false;
        const second = bytes.indexOf(lcov_COMMA, first + 1);
        const hasEnd = second > first + 1 && second < end && isDigits(bytes, first + 1, second);
        this.report.function(identityOf(bytes, (hasEnd ? second : first) + 1, end), false);
        return true;
    }
    readFunctionHits(bytes, start, end) {
        const comma = bytes.indexOf(lcov_COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        this.report.function(identityOf(bytes, comma + 1, end), isNonZero(bytes, start, comma));
        return true;
    }
    readFunctionLine(bytes, start, end) {
        const comma = bytes.indexOf(lcov_COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        const identity = identityOf(bytes, comma + 1, end, 1);
        this.functionOfIndex.set(claimed(bytes, start, comma), identity);
        this.report.function(identity, false);
        return true;
    }
    readAliasHits(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        if (second < 0 || second >= end || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, second))
            return false;
        const identity = this.functionOfIndex.get(claimed(bytes, start, first));
        if (identity === undefined)
            return false;
        this.report.function(identity, isNonZero(bytes, first + 1, second));
        return true;
    }
    fail(code, problem) {
        this.problem ??= { code, message: problem, line: Math.max(1, this.runs.lines) };
    }
}
const lcov_isBlank = (byte) => byte === 0x20 || byte === 0x09;
/** Before the CR and the blanks that a line may end with. */
function endOfText(bytes, start, end) {
    let at = end > start && bytes[end - 1] === lcov_CR ? end - 1 : end;
    while (at > start && lcov_isBlank(bytes[at - 1] ?? 0))
        at--;
    return at;
}
/** The first six letters of a key as one number, so that telling keys apart makes no strings. 0: no key. */
function packed(bytes, start, end) {
    let key = 0;
    for (let at = start; at < end && at < start + 6; at++)
        key = key * 256 + (bytes[at] ?? 0);
    return key;
}
const keyOf = (name) => packed(new TextEncoder().encode(name), 0, name.length);
const lcov_KEY = {
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
const fieldKeys = new Set([lcov_KEY.DA, lcov_KEY.BRDA, lcov_KEY.FN, lcov_KEY.FNDA, lcov_KEY.FNL, lcov_KEY.FNA, lcov_KEY.LF, lcov_KEY.LH]);
/** Behind the colon of a key of upper-case letters and digits; `start` when there is none. */
function afterKey(bytes, start, end) {
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === lcov_COLON)
            return at > start ? at + 1 : start;
        if (!((byte >= 0x41 && byte <= 0x5a) || (at > start && byte >= 0x30 && byte <= 0x39)))
            return start;
    }
    return start;
}
const endOfRecord = new TextEncoder().encode('end_of_record');
function isEndOfRecord(bytes, start, end) {
    if (end - start !== endOfRecord.length)
        return false;
    for (let at = 0; at < endOfRecord.length; at++)
        if (bytes[start + at] !== endOfRecord[at])
            return false;
    return true;
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
    while (at >= start && bytes[at] !== lcov_COMMA)
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

;// CONCATENATED MODULE: ./build/src/coverage/formats/llvm-cov.js




/**
 * `llvm-cov export` (versions 2 and 3), also of Swift and Rust, with or without `-summary-only`, `-skip-functions`:
 *
 *     { type: "llvm.coverage.json.export",
 *       data: [ { files: [ { filename,
 *                            segments:   [ [line, column, count, has count, is region entry, is gap] ],
 *                            branches:   [ [line, column, end line, end column, taken true, taken false, …] ],
 *                            expansions: [ { source_region: [line, column, …], branches } ],
 *                            summary:    { lines: {count, covered}, functions: …, branches: … } } ],
 *                 functions: [ { filenames, count, regions: [ [line, column, …] ] } ],
 *                 totals: { lines: {count, covered} } } ] }
 *
 * A segment lasts until the next one. As in llvm-cov, a line is executable when a counted region enters on it or lasts
 * from a line before, unless the line begins with a region that is skipped; it is covered when the region from before or
 * one that enters, gaps apart, was counted above 0. Branches in macros belong to the line that uses the macro. Functions
 * go by their start: instances of a template are one, and what the report's files do not list is left out.
 *
 * llvm-cov's own totals add up the lines of functions: a line in two of them (lambdas) counts twice, one in none not at
 * all. They are claims; a file's are counted only where it has no segments.
 */
const llvmCov = {
    id: 'llvm-cov',
    title: 'llvm-cov JSON',
    writtenBy: 'llvm-cov export, swift test --enable-code-coverage, cargo llvm-cov --json',
    places: ['coverage/llvm-cov.json', '.build/*/*/codecov/*.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = latin1(head);
        return (/^\{\s*"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"\s*:/.test(text) ||
            (text.startsWith('{') && text.includes('"llvm.coverage.json.export"')));
    },
    reader: () => jsonReader(llvm_cov_places, (json, report) => new LlvmFiles(json, report)),
};
const llvm_cov_places = [
    'data[]',
    'data[].files[]',
    'data[].files[].filename',
    'data[].files[].segments',
    'data[].files[].segments[]',
    'data[].files[].segments[][]',
    'data[].files[].branches[]',
    'data[].files[].branches[][]',
    'data[].files[].expansions[]',
    'data[].files[].expansions[].source_region',
    'data[].files[].expansions[].source_region[]',
    'data[].files[].expansions[].branches[]',
    'data[].files[].expansions[].branches[][]',
    'data[].files[].summary.lines.covered',
    'data[].files[].summary.lines.count',
    'data[].files[].summary.branches.covered',
    'data[].files[].summary.branches.count',
    'data[].files[].summary.functions.covered',
    'data[].files[].summary.functions.count',
    'data[].functions[]',
    'data[].functions[].name',
    'data[].functions[].count',
    'data[].functions[].filenames[]',
    'data[].functions[].regions[]',
    'data[].functions[].regions[][]',
    'data[].totals.lines.covered',
    'data[].totals.lines.count',
];
const [DATA, llvm_cov_FILE, llvm_cov_PATH, SEGMENTS, SEGMENT, IN_SEGMENT, llvm_cov_BRANCH, IN_BRANCH] = [0, 1, 2, 3, 4, 5, 6, 7];
const [EXPANSION, llvm_cov_SOURCE, IN_SOURCE, NESTED_BRANCH, IN_NESTED_BRANCH] = [8, 9, 10, 11, 12];
const [SUMMARY, SUMMARY_END] = [13, 18];
const [llvm_cov_FUNCTION, llvm_cov_NAME, llvm_cov_FUNCTION_COUNT, FUNCTION_FILE, REGION, IN_REGION] = [19, 20, 21, 22, 23, 24];
const [TOTAL_COVERED, TOTAL] = [25, 26];
/** Of a segment, beside its line. */
const flags = 16;
const HIT = 8;
const COUNTED = 4;
const ENTRY = 2;
const GAP = 1;
const identities = 2 ** 29;
const nestedLimit = 65_536;
class LlvmFiles {
    json;
    report;
    total = 0;
    covered = 0;
    /** Of the current file, which may say its name last. */
    path = '';
    hasSegments = false;
    /** Line and flags of each. */
    segments = [];
    /** Line, identity and, in the lowest bit, whether it was taken. */
    branches = [];
    /** In the order of the places; -1: not there. */
    summary = [-1, -1, -1, -1, -1, -1];
    /** Files of the current export, and its functions by file. */
    listed = new Set();
    functions = new Map();
    file = '';
    name = 0;
    start = -1;
    count = -1;
    /** Numbers of the current list, and where it stands in the file. */
    fields = [];
    segmentFlags = 0;
    lastLine = 0;
    source = [];
    nested = [];
    where = new Int32Array(7);
    whereBytes = new Uint8Array(this.where.buffer);
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        return this.total > 0 ? { total: this.total, rate: this.covered / this.total } : {};
    }
    open(place) {
        if (place === SEGMENT || place === llvm_cov_BRANCH || place === NESTED_BRANCH || place === llvm_cov_SOURCE || place === REGION) {
            this.fields = [];
            this.segmentFlags = 0;
        }
        else if (place === llvm_cov_FILE)
            this.openFile();
        else if (place === SEGMENTS)
            this.hasSegments = true;
        else if (place === EXPANSION) {
            this.source = [];
            this.nested = [];
        }
        else if (place === llvm_cov_FUNCTION) {
            this.file = '';
            this.name = 0;
            this.start = -1;
            this.count = -1;
        }
    }
    value(place) {
        const { json } = this;
        if (place === IN_SEGMENT)
            this.readSegmentField();
        else if (place === IN_BRANCH || place === IN_NESTED_BRANCH || place === IN_SOURCE || place === IN_REGION)
            this.addField(this.whole());
        else if (place === llvm_cov_PATH)
            this.path = json.path(json.string());
        else if (place >= SUMMARY && place <= SUMMARY_END)
            this.summary[place - SUMMARY] = this.whole();
        else if (place === llvm_cov_NAME)
            this.name = json.identity();
        else if (place === llvm_cov_FUNCTION_COUNT)
            this.count = this.whole();
        else if (place === FUNCTION_FILE && this.file === '')
            this.file = json.path(json.string());
        else if (place === TOTAL)
            this.total += this.whole();
        else if (place === TOTAL_COVERED)
            this.covered += this.whole();
    }
    close(place) {
        if (place === SEGMENT)
            this.closeSegment();
        else if (place === llvm_cov_BRANCH)
            this.addBranch(this.fields, 0, 0);
        else if (place === NESTED_BRANCH)
            this.addNested();
        else if (place === llvm_cov_SOURCE)
            this.source = this.fields;
        else if (place === EXPANSION)
            this.closeExpansion();
        else if (place === llvm_cov_FILE)
            this.closeFile();
        else if (place === REGION)
            this.closeRegion();
        else if (place === llvm_cov_FUNCTION)
            this.closeFunction();
        else if (place === DATA)
            this.closeData();
    }
    readSegmentField() {
        const index = this.fields.length;
        if (index >= 3 && index < 6 && this.json.boolean())
            this.segmentFlags |= COUNTED >> (index - 3);
        this.addField(index === 0 ? this.sortedLine() : index < 3 ? this.whole() : 0);
    }
    /** No list of this kind is longer. */
    addField(number) {
        if (this.fields.length < 9)
            this.fields.push(number);
    }
    sortedLine() {
        const line = this.json.integer();
        if (line < 1 || line > reportLimits.line || line < this.lastLine)
            this.json.refuseValue();
        this.lastLine = line;
        return line;
    }
    whole() {
        const number = this.json.integer();
        if (number < 0)
            this.json.refuseValue();
        return number;
    }
    openFile() {
        this.path = '';
        this.hasSegments = false;
        this.segments = [];
        this.branches = [];
        this.summary.fill(-1);
        this.lastLine = 0;
    }
    /** Reports before version 2.0.1 have no gaps. */
    closeSegment() {
        const [line = 0, , count = 0] = this.fields;
        if (this.fields.length < 5)
            this.missing('segments[]');
        this.segments.push(line * flags + (count > 0 ? HIT : 0) + this.segmentFlags);
    }
    addNested() {
        if (this.nested.length < nestedLimit)
            this.nested.push(this.fields);
        else
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    closeExpansion() {
        const [line = 0, column = 0] = this.source;
        if (this.nested.length > 0 && this.source.length < 2)
            this.missing('source_region');
        for (const branch of this.nested)
            this.addBranch(branch, line, column);
    }
    /** `atLine`, `atColumn`: where the macro is used that it is in. */
    addBranch(fields, atLine, atColumn) {
        const [line = 0, column = 0, endLine = 0, endColumn = 0, taken = 0, untaken = 0, macro = 0] = fields;
        const reported = atLine || line;
        if (fields.length < 6)
            this.missing('branches[]');
        else if (reported < 1 || reported > reportLimits.line)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key: 'branches[]', value: fields.join(',').slice(0, 60) }));
        this.where.set([line, column, endLine, endColumn, atColumn, atLine && macro, 0]);
        this.addMark(reported, taken);
        this.where[6] = 1;
        this.addMark(reported, untaken);
    }
    addMark(line, taken) {
        const identity = branchIdentityOf(this.whereBytes, 0, this.whereBytes.length);
        this.branches.push((line * identities + identity) * 2 + Math.min(1, taken));
    }
    closeFile() {
        if (this.path === '')
            this.missing('filename');
        const isSummary = !this.hasSegments;
        if (isSummary && this.summary[1] === -1)
            this.missing('segments');
        if (this.json.problem)
            return;
        this.listed.add(this.path);
        this.report.open(this.path);
        if (isSummary)
            this.report.counts({ lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) });
        this.countLines();
        for (const mark of this.branches) {
            const branch = Math.floor(mark / 2);
            this.report.branch(Math.floor(branch / identities), branch % identities, mark % 2 === 1);
        }
        this.report.close();
    }
    /** Of the numbers at two places. */
    ratio(at) {
        const [covered = 0, total = 0] = this.summary.slice(at, at + 2).map(number => Math.max(0, number));
        const key = llvm_cov_places[SUMMARY + at]?.split('.').slice(-2).join('.') ?? '';
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value: `${covered}` }));
        return { covered, total };
    }
    countLines() {
        const { segments } = this;
        let lasting = 0;
        let behind = 0;
        for (let at = 0; at < segments.length;) {
            const first = segments[at] ?? 0;
            const line = Math.floor(first / flags);
            if (lasting & COUNTED && line > behind)
                this.report.lines(behind, line - 1, (lasting & HIT) !== 0);
            let isEntered = false;
            let isHit = (lasting & HIT) !== 0;
            let last = 0;
            for (; at < segments.length && Math.floor((segments[at] ?? 0) / flags) === line; at++) {
                last = (segments[at] ?? 0) % flags;
                if ((last & (ENTRY | COUNTED)) !== (ENTRY | COUNTED))
                    continue;
                isEntered = true;
                if ((last & (HIT | GAP)) === HIT)
                    isHit = true;
            }
            const isSkipped = (first & (ENTRY | COUNTED)) === ENTRY;
            if (isEntered || (!isSkipped && (lasting & COUNTED) !== 0))
                this.report.line(line, isHit);
            lasting = last;
            behind = line + 1;
        }
    }
    closeRegion() {
        const [line = 0, column = 0] = this.fields;
        if (this.start < 0 && this.fields.length > 1)
            this.start = (line % 2 ** 26) * 2 ** 26 + (column % 2 ** 26);
    }
    closeFunction() {
        if (this.file === '' || this.count < 0)
            this.missing(this.file === '' ? 'filenames' : 'count');
        const marks = this.functions.get(this.file) ?? [];
        marks.push(this.start < 0 ? this.name : this.start, Math.min(1, this.count));
        this.functions.set(this.file, marks);
    }
    closeData() {
        for (const [path, marks] of this.functions) {
            if (!this.listed.has(path))
                continue;
            this.report.open(path);
            for (let at = 0; at < marks.length; at += 2)
                this.report.function(marks[at] ?? 0, marks[at + 1] === 1);
            this.report.close();
        }
        this.functions.clear();
        this.listed.clear();
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/opencover.js



/**
 * The session of OpenCover, as XmlSerializer orders it:
 *
 *     <CoverageSession> <Summary numSequencePoints= visitedSequencePoints=/>              (a claim)
 *       <Modules> <Module skippedDueTo=>                                                  (skipped: not counted)
 *         <Files> <File uid= fullPath=/> …
 *         <Classes> <Class> <Methods>
 *           <Method visited=> <Name/> <FileRef uid=/>
 *             <SequencePoints> <SequencePoint vc= sl= el= offset= fileid=/> …
 *             <BranchPoints> <BranchPoint vc= sl= offset= path= fileid=/> …
 *
 * Every line of a sequence point, `sl` to `el`, is executable: so do ReportGenerator and Codecov count, and coverlet,
 * which writes a point for each; others take the first line alone, and no change of a later one could be judged. Line
 * 0xFEEFEE hides code that the compiler made up. Points without `fileid` (old versions) are of the method's `FileRef`,
 * branches without `sl` of the last point before their offset; a point of no file in its module has no source.
 */
const opencover = {
    id: 'opencover',
    title: 'OpenCover XML',
    writtenBy: 'OpenCover, coverlet, AltCover',
    places: ['coverage.opencover.xml', '**/TestResults/*/coverage.opencover.xml', 'opencover.xml'],
    counts: ['branches', 'functions'],
    detect: head => /^<CoverageSession[\s/>]/.test(rootOf(head)),
    reader: () => xmlReader({ elements: opencover_elements, attributes: opencover_attributes }, (xml, report) => new OpenCoverReader(xml, report)),
};
const opencover_elements = [
    'CoverageSession',
    'Summary',
    'Module',
    'File',
    'Class',
    'Method',
    'Name',
    'FileRef',
    'SequencePoint',
    'BranchPoint',
];
const [opencover_SUMMARY, MODULE, opencover_FILE, opencover_CLASS, opencover_METHOD, opencover_NAME, FILEREF, SEQUENCEPOINT, BRANCHPOINT] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const opencover_attributes = [
    'vc',
    'sl',
    'el',
    'offset',
    'path',
    'fileid',
    'uid',
    'fullPath',
    'visited',
    'skippedDueTo',
    'numSequencePoints',
    'visitedSequencePoints',
];
const [VC, SL, EL, OFFSET, opencover_PATH, FILEID, UID, FULLPATH, VISITED, SKIPPED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [POINTS, VISITED_POINTS] = [10, 11];
const hiddenLine = 0xfeefee;
/** Of a name only so much is kept as tells methods apart. */
const longestName = 1 << 16;
const opencover_noFile = -1;
class OpenCoverReader {
    claims = {};
    xml;
    report;
    inModule = false;
    /** The element around that was skipped, -1 for none. */
    skipped = -1;
    /** Paths of the module by `uid`. */
    files = new Map();
    openedFile = opencover_noFile;
    inMethod = false;
    name = '';
    /** By its name and first line: methods that differ only in generic parameters are named alike. */
    method = 0;
    methodCalled = false;
    fileRef = opencover_noFile;
    firstFile = opencover_noFile;
    /** Of the method's sequence points; offsets ascend. */
    offsets = [];
    lines = [];
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (this.skipped >= 0)
            return;
        if (element === SEQUENCEPOINT) {
            if (this.inMethod)
                this.readSequencePoint();
        }
        else if (element === BRANCHPOINT) {
            if (this.inMethod)
                this.readBranchPoint();
        }
        else if (element === MODULE || element === opencover_CLASS || element === opencover_METHOD)
            this.enter(element);
        else if (element === opencover_FILE)
            this.listFile();
        else if (element === FILEREF)
            this.fileRef = this.xml.integer(UID);
        else if (element === opencover_NAME)
            this.xml.wantsText = this.inMethod;
        else if (element === opencover_SUMMARY && !this.inModule)
            this.readClaims();
    }
    close(element) {
        if (this.skipped >= 0) {
            if (element === this.skipped)
                this.skipped = -1;
        }
        else if (element === opencover_METHOD)
            this.closeMethod();
        else if (element === opencover_NAME)
            this.nameMethod();
        else if (element === MODULE) {
            this.closeFile();
            this.inModule = false;
        }
    }
    text() {
        if (this.name.length < longestName)
            this.name += this.xml.text();
    }
    enter(element) {
        if (this.xml.string(SKIPPED) !== '')
            this.skipped = element;
        else if (element === opencover_METHOD)
            this.openMethod();
        else if (element === MODULE) {
            if (this.inModule)
                refusePlace(this.xml, 'Module');
            this.inModule = true;
            this.files.clear();
        }
    }
    listFile() {
        const uid = this.xml.integer(UID);
        const path = this.xml.string(FULLPATH);
        if (uid < 0)
            refuseValue(this.xml, UID, 'uid');
        if (path === '')
            return;
        this.closeFile();
        openFile(this.xml, this.report, path);
        this.report.close();
        this.files.set(uid, path);
    }
    /** Whether the module has the file; then records are for it. */
    select(uid) {
        if (uid === this.openedFile)
            return uid !== opencover_noFile;
        const path = this.files.get(uid);
        if (path === undefined)
            return false;
        this.closeFile();
        this.report.open(path);
        this.openedFile = uid;
        return true;
    }
    closeFile() {
        if (this.openedFile !== opencover_noFile)
            this.report.close();
        this.openedFile = opencover_noFile;
    }
    openMethod() {
        if (this.inMethod)
            refusePlace(this.xml, 'Method');
        this.inMethod = true;
        this.methodCalled = this.xml.string(VISITED) === 'true';
        this.fileRef = opencover_noFile;
        this.firstFile = opencover_noFile;
        this.name = '';
        this.method = 0;
        this.offsets.length = 0;
        this.lines.length = 0;
    }
    nameMethod() {
        if (this.xml.wantsText)
            this.method = textIdentity(this.name);
        this.xml.wantsText = false;
    }
    closeMethod() {
        if (this.select(this.fileRef) || this.select(this.firstFile))
            this.report.function(this.method, this.methodCalled);
        this.inMethod = false;
    }
    readSequencePoint() {
        const visits = this.xml.integer(VC);
        const first = this.xml.integer(SL);
        const end = this.xml.integer(EL);
        const last = this.xml.has(EL) && end !== hiddenLine ? end : first;
        if (!this.xml.has(SL) || first === hiddenLine)
            return;
        if (visits < 0)
            refuseValue(this.xml, VC, 'vc');
        else if (first < 1 || first > reportLimits.line)
            refuseValue(this.xml, SL, 'sl');
        else if (last < first || last > reportLimits.line)
            refuseValue(this.xml, EL, 'el');
        else
            this.countPoint(first, last, visits > 0);
    }
    countPoint(first, last, visited) {
        const file = this.pointFile();
        if (!this.select(file))
            return;
        if (last === first)
            this.report.line(first, visited);
        else
            this.report.lines(first, last, visited);
        if (visited)
            this.methodCalled = true;
        if (this.lines.length === 0) {
            this.firstFile = file;
            this.method = textIdentity(`${this.name}\n${first}`);
        }
        this.offsets.push(this.xml.integer(OFFSET));
        this.lines.push(first);
    }
    pointFile() {
        return this.xml.has(FILEID) ? this.xml.integer(FILEID) : this.fileRef;
    }
    readBranchPoint() {
        const visits = this.xml.integer(VC);
        const offset = this.xml.integer(OFFSET);
        const start = this.xml.integer(SL);
        const line = start > 0 ? start : this.lineAt(offset);
        if (visits < 0)
            refuseValue(this.xml, VC, 'vc');
        else if (line === hiddenLine)
            return;
        else if ((start < 0 && this.xml.has(SL)) || line > reportLimits.line)
            refuseValue(this.xml, SL, 'sl');
        else if (line > 0 && this.select(this.pointFile()))
            this.report.branch(line, this.branchOf(offset, this.xml.integer(opencover_PATH)), visits > 0);
    }
    /** Of the last sequence point at or before the offset, 0 when there is none. */
    lineAt(offset) {
        let [low, high] = [0, this.offsets.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.offsets[middle] ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return this.lines[low - 1] ?? 0;
    }
    /** Lambdas and state machines share lines with the method around them, and offsets by accident. */
    branchOf(offset, path) {
        return branchIdentity((this.method % 2 ** 30) + 2 ** 14 + offset, path);
    }
    readClaims() {
        const points = this.xml.integer(POINTS);
        const visited = this.xml.integer(VISITED_POINTS);
        if (points > 0 && visited >= 0)
            this.claims = { rate: visited / points };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/simplecov.js




/**
 * SimpleCov's three files:
 *
 *     .resultset.json   { <command>: { coverage: { <path>: <lines> | { lines: <lines>, branches: <tree>, methods } },
 *                                      timestamp } … }
 *     coverage.json     { meta, total, groups, errors,
 *                         coverage: { <path>: { lines: <lines>, branches: [<arm>], methods: [<method>], … } } }
 *     coverage.json of simplecov-json
 *                       { command_name, timestamp, metrics, files: [{ filename, coverage: <lines> | { lines }, … }] }
 *
 *     lines  = one for each line: hits, null (not executable) or "ignored" (between # :nocov:)
 *     tree   = { "[:if, 0, 3, 4, 5, 7]": { "[:then, 1, 4, 6, 4, 9]": hits, … } … }
 *              type, number, first line and column, last line and column; the number is only a position
 *     methods = { "[Class, :name, 3, 4, 5, 7]": hits … }, told apart by where they stand
 *     arm    = { type, start_line, end_line, coverage }, method = { name, start_line, end_line, coverage }
 *
 * Commands are united as SimpleCov does it: a line that is null in one command and 0 in another is not executable, because
 * a file that a command only lists has 0 on every line. The totals are claims and never counted.
 */
const simplecov = {
    id: 'simplecov',
    title: 'SimpleCov',
    writtenBy: 'SimpleCov, simplecov_json_formatter, simplecov-json',
    places: ['coverage/.resultset.json', 'coverage/coverage.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = latin1(head);
        return isResultset.test(text) || isSimplecovJson.test(text) || /^\{.{0,400}"simplecov_version"\s*:/s.test(text);
    },
    reader: () => jsonReader(simplecov_places, (json, report) => new SimplecovFiles(json, report)),
};
const isResultset = /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*(?:"timestamp"\s*:\s*[\d.]+\s*,\s*)?"coverage"\s*:\s*\{/;
const isSimplecovJson = /^\{.{0,400}"files"\s*:\s*\[\s*\{\s*"filename"\s*:.*"coverage"\s*:/s;
const simplecov_inFile = [
    '',
    '[]',
    '.lines[]',
    '.branches.*',
    '.branches.*.*',
    '.methods.*',
    '.branches[]',
    '.branches[].start_line',
    '.branches[].coverage',
    '.methods[]',
    '.methods[].name',
    '.methods[].start_line',
    '.methods[].coverage',
];
const [simplecov_FILE, BARE_LINE, simplecov_LINE, CONDITION, simplecov_ARM, simplecov_METHOD, simplecov_BRANCH] = [0, 1, 2, 3, 4, 5, 6];
const [simplecov_BRANCH_LINE, BRANCH_HITS, NAMED_METHOD, METHOD_NAME, METHOD_LINE, METHOD_HITS] = [7, 8, 9, 10, 11, 12];
const files = ['*.coverage.*', 'coverage.*', 'files[].coverage'];
const simplecov_places = [
    ...files.flatMap(file => simplecov_inFile.map(place => `${file}${place}`)),
    'files[]',
    'files[].filename',
    'total.lines.total',
    'total.lines.covered',
    'metrics.total_lines',
    'metrics.covered_lines',
    // Read by nobody; named so that they are not taken for commands.
    '$schema',
    'command_name',
    'timestamp',
];
const IN_LIST = 2 * simplecov_inFile.length;
const simplecov_ENTRY = files.length * simplecov_inFile.length;
const [simplecov_FILENAME, simplecov_TOTAL, simplecov_COVERED, METRIC_TOTAL, METRIC_COVERED] = [1, 2, 3, 4, 5].map(index => simplecov_ENTRY + index);
/** Hits of what is not executable. */
const NONE = -1;
/** What the commands say about a line; several may hold. */
const [NULL, simplecov_ZERO, simplecov_HIT] = [1, 2, 4];
class SimplecovFiles {
    json;
    report;
    filename = '';
    /** By path; line 1 at index 1. */
    lines = new Map();
    path = '';
    said = new Uint8Array();
    lineNumber = 0;
    condition = { line: 0, identity: 0 };
    /** Position of the current one in a list of branches. */
    branch = 0;
    start = 0;
    hits = NONE;
    name = '';
    total = 0;
    covered = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        return this.total > 0 ? { total: this.total, rate: Math.min(1, this.covered / this.total) } : {};
    }
    open(place) {
        if (place === simplecov_ENTRY)
            this.filename = '';
        else if (place % simplecov_inFile.length === simplecov_FILE)
            this.openFile(place === IN_LIST ? this.filename : this.json.key());
        else if (place % simplecov_inFile.length === CONDITION)
            this.condition = standing(this.json.key());
        else {
            this.start = 0;
            this.hits = NONE;
            this.name = '';
        }
    }
    value(place) {
        if (place >= simplecov_ENTRY)
            this.readEntry(place);
        else
            this.readInFile(place % simplecov_inFile.length);
    }
    close(place) {
        const closed = place === simplecov_ENTRY ? -1 : place % simplecov_inFile.length;
        if (closed === simplecov_FILE)
            this.report.close();
        else if (closed === simplecov_BRANCH) {
            if (this.hits !== NONE)
                this.report.branch(this.start, branchIdentity(this.branch, 0), this.hits > 0);
            this.branch++;
        }
        else if (closed === NAMED_METHOD && this.hits !== NONE)
            this.report.function(textIdentity(`${this.start} ${this.name}`), this.hits > 0);
    }
    openFile(path) {
        if (path === '')
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        this.path = this.json.path(path);
        this.report.open(this.path);
        this.said = this.lines.get(this.path) ?? new Uint8Array(64);
        this.lines.set(this.path, this.said);
        this.lineNumber = 0;
        this.branch = 0;
    }
    readInFile(place) {
        const { json, report } = this;
        if (place === simplecov_LINE || place === BARE_LINE)
            this.readLine();
        else if (place === simplecov_ARM) {
            const { line, identity } = this.condition;
            const hits = this.readHits();
            if (hits !== NONE)
                report.branch(line, branchIdentity(identity, standing(json.key()).identity), hits > 0);
        }
        else if (place === simplecov_METHOD) {
            const hits = this.readHits();
            if (hits !== NONE)
                report.function(standing(json.key(), false).identity, hits > 0);
        }
        else if (place === BRANCH_HITS || place === METHOD_HITS)
            this.hits = this.readHits();
        else if (place === METHOD_NAME)
            this.name = json.string();
        else if (place === simplecov_BRANCH_LINE || place === METHOD_LINE) {
            this.start = json.integer();
            if (this.start < 1 || this.start > reportLimits.line)
                json.refuseValue();
        }
    }
    readLine() {
        const hits = this.readHits();
        if (++this.lineNumber > reportLimits.line)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        else {
            if (this.lineNumber >= this.said.length)
                this.enlarge();
            this.said[this.lineNumber] = (this.said[this.lineNumber] ?? 0) | (hits === NONE ? NULL : hits > 0 ? simplecov_HIT : simplecov_ZERO);
        }
    }
    enlarge() {
        const larger = new Uint8Array(this.said.length * 2);
        larger.set(this.said);
        this.said = larger;
        this.lines.set(this.path, larger);
    }
    end() {
        for (const [path, said] of this.lines) {
            this.report.open(path);
            for (let line = 1; line < said.length; line++) {
                const state = said[line] ?? 0;
                if (state & simplecov_HIT || state === simplecov_ZERO)
                    this.report.line(line, (state & simplecov_HIT) !== 0);
            }
            this.report.close();
        }
    }
    readHits() {
        const { json } = this;
        if (json.isNull || (json.isText && json.string() === 'ignored'))
            return NONE;
        if (json.integer() < 0)
            json.refuseValue();
        return json.integer();
    }
    readEntry(place) {
        if (place === simplecov_FILENAME)
            this.filename = this.json.path(this.json.string());
        else if (place === simplecov_TOTAL || place === METRIC_TOTAL)
            this.total = this.json.integer();
        else if (place === simplecov_COVERED || place === METRIC_COVERED)
            this.covered = Math.max(0, this.json.integer());
    }
}
/** `[:then, 1, 4, 6, 4, 9]`: from 4:6 to 4:9. What cannot be read so is told apart by its whole text. */
function standing(key, withType = true) {
    const span = /, (\d+), (\d+), (\d+), (\d+)\]$/.exec(key);
    if (span === null)
        return { line: 0, identity: textIdentity(key) };
    const line = Math.min(Number(span[1]), reportLimits.line);
    return { line, identity: textIdentity((withType ? key.slice(0, key.indexOf(',')) : '') + span[0]) };
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/xccov.js




/**
 * Xcode's `xccov view --json`, in one of two forms:
 *
 *     --archive:  { <path>: [ { line, isExecutable, executionCount } ] }
 *     --report:   { targets: [ { files: [ { path, coveredLines, executableLines,
 *                                           functions: [ { executionCount } ] } ] } ],
 *                   coveredLines, executableLines, lineCoverage }
 *
 * The archive has lines, the report only totals of each file: no changed line can be judged by it. A file in several
 * targets is one file, covered as far as in the target that covers most of it. Targets that Xcode could not measure
 * (pods) stand in `errors`, which is no file of an archive.
 */
const xccov = {
    id: 'xccov',
    title: 'Xcode xccov JSON',
    writtenBy: 'xcrun xccov view --archive --json, xcrun xccov view --report --json',
    places: ['coverage/xccov.json', 'xccov.json'],
    counts: ['functions'],
    detect: head => {
        const text = latin1(head);
        return text.startsWith('{') && /"(?:isExecutable|executableLines)"\s*:/.test(text);
    },
    reader: () => jsonReader(xccov_places, (json, report) => new XccovFiles(json, report)),
};
const xccov_places = [
    '*',
    '*[]',
    '*[].line',
    '*[].isExecutable',
    '*[].executionCount',
    'targets[].files[]',
    'targets[].files[].path',
    'targets[].files[].coveredLines',
    'targets[].files[].executableLines',
    'targets[].files[].functions[]',
    'targets[].files[].functions[].executionCount',
    'coveredLines',
    'executableLines',
    'lineCoverage',
    'errors[].code',
];
const [ARCHIVED, xccov_LINE, xccov_LINE_NUMBER, IS_EXECUTABLE, xccov_LINE_COUNT] = [0, 1, 2, 3, 4];
const [REPORTED, xccov_PATH, xccov_COVERED, xccov_TOTAL, xccov_FUNCTION, xccov_FUNCTION_COUNT] = [5, 6, 7, 8, 9, 10];
class XccovFiles {
    json;
    report;
    line = -1;
    isExecutable;
    /** Of the current line or function. */
    count = -1;
    path = '';
    covered = -1;
    total = -1;
    functions = 0;
    called = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open(place) {
        if (place === ARCHIVED)
            this.report.open(this.json.path(this.json.key()));
        else if (place === xccov_LINE || place === xccov_FUNCTION) {
            this.line = -1;
            this.isExecutable = undefined;
            this.count = -1;
        }
        else if (place === REPORTED) {
            this.path = '';
            this.covered = -1;
            this.total = -1;
            this.functions = 0;
            this.called = 0;
        }
    }
    value(place) {
        const { json } = this;
        if (place === xccov_LINE_NUMBER)
            this.line = this.whole(1, reportLimits.line);
        else if (place === IS_EXECUTABLE)
            this.isExecutable = json.boolean();
        else if (place === xccov_LINE_COUNT || place === xccov_FUNCTION_COUNT)
            this.count = json.isNull ? -1 : this.whole();
        else if (place === xccov_PATH)
            this.path = json.path(json.string());
        else if (place === xccov_COVERED)
            this.covered = this.whole();
        else if (place === xccov_TOTAL)
            this.total = this.whole();
    }
    close(place) {
        if (place === xccov_LINE)
            this.closeLine();
        else if (place === ARCHIVED)
            this.report.close();
        else if (place === xccov_FUNCTION) {
            this.functions++;
            if (this.count > 0)
                this.called++;
        }
        else if (place === REPORTED)
            this.closeReported();
    }
    closeLine() {
        if (this.line < 0)
            this.missing('line');
        else if (this.isExecutable === undefined)
            this.missing('isExecutable');
        else if (this.isExecutable && this.count < 0)
            this.missing('executionCount');
        else if (this.isExecutable)
            this.report.line(this.line, this.count > 0);
    }
    closeReported() {
        const { path, covered, total, functions, called } = this;
        if (path === '')
            this.missing('path');
        else if (total < 0 || covered < 0)
            this.missing(total < 0 ? 'executableLines' : 'coveredLines');
        else if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key: 'coveredLines', value: `${covered}` }));
        if (this.json.problem)
            return;
        const lines = { covered, total };
        this.report.open(path);
        this.report.counts({ lines, branches: { covered: 0, total: 0 }, functions: { covered: called, total: functions } });
        this.report.close();
    }
    whole(least = 0, most = Number.POSITIVE_INFINITY) {
        const number = this.json.integer();
        if (number < least || number > most)
            this.json.refuseValue();
        return number;
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/index.js














/** Every format, in the order in which detection asks them. Adding one is one file and one line here. */
const formats = {
    lcov: lcov,
    clover: clover,
    cobertura: cobertura,
    jacoco: jacoco,
    opencover: opencover,
    go: go,
    istanbul: istanbul,
    'istanbul-summary': istanbulSummary,
    simplecov: simplecov,
    'coverage-py': coveragePy,
    gcov: gcov,
    gcovr: gcovr,
    'llvm-cov': llvmCov,
    xccov: xccov,
};
const formatIds = Object.keys(formats);

;// CONCATENATED MODULE: ./build/src/coverage/head.js


const headLength = 4096;
/** Takes enough of a file to tell what it is. */
function readHead(chunks) {
    const start = firstChunks(chunks);
    const content = contentOf(start);
    return { start, content, refusal: refuseHead(content, start) };
}
/** The first chunks, joined, until there are enough bytes to tell a format. */
function firstChunks(iterator) {
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
const atStart = (code, problem) => ({
    code,
    message: problem,
    line: 1,
    column: 1,
});

;// CONCATENATED MODULE: ./build/src/coverage/read.js







/**
 * Reads one report. Without `format` the first 4 KiB decide. A report without an executable line is refused
 * (`RPT-EMPTY`): nothing measured is not everything covered.
 */
function readReport(chunks, format) {
    const iterator = chunks[Symbol.iterator]();
    const head = readHead(iterator);
    const { start, content, refusal } = head;
    if (refusal)
        return (0,result/* err */._)(refusal);
    const id = format ?? formatIds.find(candidate => formats[candidate].detect(content));
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
function unknownFormat({ start, content }) {
    const text = rootOf(content);
    const root = /^<([A-Za-z_][\w.:-]{0,60})/.exec(text)?.[1];
    if (root === undefined)
        return atStart('RPT-FORMAT', (0,message/* message */.i)('coverage.fault.unknown-format', { formats: formatIds }));
    // Of a document type that does not end within the head there is no root yet, but its name.
    const at = latin1(content).endsWith(text) ? content.length - text.length : 0;
    const before = latin1(start.subarray(skipByteOrderMark(start), content.byteOffset - start.byteOffset + at)).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return { code: 'RPT-ROOT', message: (0,message/* message */.i)('coverage.fault.unknown-root', { root, formats: formatIds }), ...place };
}
const hasLines = (report) => report.files.values().some(file => countFile(file).lines.total > 0);

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/src/coverage/snapshot.js


/** Largest snapshot that is read, in bytes. */
const snapshotLimit = 64 * 1024 * 1024;
const sha = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const snapshot_packed = schemas/* string */.YjP().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const schema = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('delivery-gates-coverage'),
    schemaVersion: schemas/* literal */.euz(1),
    suites: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        sha,
        at: iso/* datetime */.w$(),
        files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ blob: sha, lines: snapshot_packed, branches: snapshot_packed, functions: snapshot_packed })),
    })),
});
/** JSON: line states and marks in base64, so that it stays small. Files that only have totals are left out. */
function writeSnapshot(suites) {
    const written = suites.map(({ name, sha, at, files }) => ({
        name,
        sha,
        at,
        files: Object.fromEntries([...files]
            .filter(([, { coverage }]) => lastLine(coverage.lines) > 0)
            .map(([path, { blob, coverage }]) => [path, { blob, ...packFile(coverage) }])),
    }));
    return JSON.stringify({ kind: 'delivery-gates-coverage', schemaVersion: 1, suites: written });
}
/** `null`: not such a text. */
function readSnapshot(text) {
    try {
        const parsed = schema.safeParse(JSON.parse(text));
        if (!parsed.success)
            return null;
        return parsed.data.suites.map(({ name, sha, at, files }) => ({
            name,
            sha,
            at,
            files: new Map(Object.entries(files).map(([path, { blob, ...rest }]) => [path, { blob, coverage: unpackFile(rest) }])),
        }));
    }
    catch {
        return null;
    }
}
/**
 * A suite's earlier measurement as it holds for another commit: files with the same content as they were; of changed
 * and renamed files the lines that the change left alone, at their new places. `blobs`: content by path at the other
 * commit; `changes`: from the measured commit to it, `null` when that is not known. `lost`: files that could not be
 * followed.
 */
function carrySuite(suite, blobs, changes) {
    const byOldPath = new Map((changes ?? []).map(change => [change.previousPath ?? change.path, change]));
    const files = new Map();
    let lost = 0;
    for (const [path, { blob, coverage }] of suite.files) {
        if (blobs.get(path) === blob) {
            files.set(path, coverage);
            continue;
        }
        const change = byOldPath.get(path);
        if (changes !== null && (change === undefined || change.status === 'deleted'))
            continue;
        if (change === undefined || change.hunks === null || change.kind !== 'text')
            lost++;
        else
            files.set(change.path, followLines(coverage, change));
    }
    return { files, lost };
}
/** Lines that the change removes are gone; those it adds are unknown to the suite. */
function followLines(file, change) {
    const oldLines = file.lines;
    const last = lastLine(oldLines);
    const { removed, shifts } = movesOf(change);
    const lines = new Uint8Array(Math.ceil((last + change.additions + 1) / 4) + 1);
    const newLine = (line) => line + (shifts.findLast(shift => shift.from <= line)?.by ?? 0);
    for (let line = 1; line <= last; line++) {
        const pair = ((oldLines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3;
        if (pair === 0 || removed.has(line))
            continue;
        const at = newLine(line);
        lines[at >>> 2] = (lines[at >>> 2] ?? 0) | (pair << ((at & 3) << 1));
    }
    const branches = [...file.branches].flatMap(mark => {
        const line = Math.floor(mark / marksPerLine);
        return removed.has(line) ? [] : [mark + (newLine(line) - line) * marksPerLine];
    });
    return { lines, branches: Float64Array.from(branches), functions: new Float64Array() };
}
/** Removed lines of the old side, and by how much the lines from one on have moved. */
function movesOf(change) {
    const removed = new Set();
    const shifts = [];
    for (const hunk of change.hunks ?? []) {
        let old = hunk.oldStart;
        let current = hunk.newStart;
        for (const { kind } of hunk.lines) {
            if (kind === 'removed')
                removed.add(old);
            if (kind === 'context')
                shifts.push({ from: old, by: current - old });
            if (kind !== 'added')
                old++;
            if (kind !== 'removed')
                current++;
        }
        shifts.push({ from: old, by: current - old });
    }
    return { removed, shifts };
}
const packFile = ({ lines, branches, functions }) => ({
    lines: pack(lines),
    branches: pack(bytesOf(branches)),
    functions: pack(bytesOf(functions)),
});
function unpackFile(file) {
    const marks = (text) => new Float64Array(unpack(text).buffer);
    return { lines: unpack(file.lines), branches: marks(file.branches), functions: marks(file.functions) };
}
const pack = (bytes) => Buffer.from(bytes).toString('base64');
const unpack = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const bytesOf = (marks) => new Uint8Array(Float64Array.from(marks).buffer);

// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts_facts = __webpack_require__(3802);
;// CONCATENATED MODULE: ./build/src/coverage/summary.js
/** The measured numbers beside what they are compared with; `null` when nothing was measured. */
function summariseCoverage(coverage, baseline, options) {
    if (coverage.state !== 'present')
        return null;
    const measured = coverage.value;
    const known = baseline.state === 'present' && baseline.value.scope === measured.scope ? baseline.value : null;
    const { project, patch, branches, functions, uncovered, worst } = measured;
    return {
        project,
        patch,
        branches,
        functions,
        suites: measured.reports.map(({ name, format, carried }) => ({
            name,
            format,
            ...(carried === undefined ? {} : { carried }),
        })),
        groups: measured.groups.map(({ kind, name, project, patch }) => {
            const { min, patch: patchMin } = thresholdsOf(options, kind, name);
            return { kind, name, project, patch, min: min ?? null, patchMin: patchMin ?? null };
        }),
        changed: measured.changed.map(({ path, previousPath, lines, patch }) => ({
            path,
            lines,
            patch,
            base: known?.files?.[previousPath ?? path] ?? null,
        })),
        uncovered,
        worst,
        trend: known?.history ?? [],
    };
}
function thresholdsOf(options, kind, name) {
    if (kind === 'component')
        return options?.components?.[name] ?? {};
    if (kind === 'flag')
        return options?.flags?.[name] ?? {};
    return options?.paths?.find(group => group.name === name) ?? {};
}

;// CONCATENATED MODULE: ./build/src/gate.js
/** Infers the needs, so that reading an undeclared fact does not compile. */
const defineGate = (gate) => gate;

// EXTERNAL MODULE: ./build/src/locales/index.js + 20 modules
var locales = __webpack_require__(8873);
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
/** `36h` or `14d`. */
const duration = schemas/* string */.YjP().regex(/^[1-9]\d{0,3}[hd]$/);
/** Milliseconds of a `duration`. */
const millisecondsOf = (text) => Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1) * 3_600_000;
/** Key of `roles`; named in checklists, gates and comments. */
const roleName = schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Key of `components`; named in gates. */
const componentName = schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i);
const level = schemas/* enum */.k5n(['block', 'warn', 'info', 'off'])
    .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.');
const locale = schemas/* enum */.k5n(locales/* localeTags */.iz);

;// CONCATENATED MODULE: ./build/src/gates/coverage.js








const inRepository = glob.superRefine((path, ctx) => {
    if (path.startsWith('/'))
        refuse(ctx, 'GLB-PATH', (0,message/* message */.i)('coverage.option.path', { path }));
});
const coverage_name = schemas/* string */.YjP().min(1).max(60);
const fewest = schemas/* int */.Whr().min(1).max(1000);
const mostLines = schemas/* int */.Whr().min(0).max(10_000_000);
const report = schemas/* strictObject */.rej({
    name: coverage_name.describe('Shown in messages; unique. The name of the suite, and of its flag.'),
    path: inRepository.describe('File, or glob for several, relative to the repository.'),
    format: schemas/* enum */.k5n(formatIds).optional().describe('Left out: told from the content.'),
    expected: fewest
        .default(1)
        .describe('Files that must be there, e.g. the shards of a matrix. With fewer the suite is incomplete.'),
    carry_forward: schemas/* strictObject */.rej({
        path: inRepository.describe('Snapshot that an earlier run of the Action wrote, e.g. restored from a cache.'),
        max_age: duration.default('14d').describe('Oldest measurement that may stand in, e.g. `36h` or `14d`.'),
    })
        .optional()
        .describe('When the suite did not run: count its last measurement, for lines that have not changed since.'),
});
const tests = schemas/* strictObject */.rej({
    name: coverage_name.describe('Shown in messages; unique.'),
    path: inRepository.describe('JUnit XML: file, or glob for several, relative to the repository.'),
    min: fewest.default(1).describe('Tests that must have run; skipped ones have not.'),
    allow_failures: schemas/* boolean */.zMY().default(false).describe('Failed tests are somebody else’s concern.'),
});
const thresholds = {
    min: percent.optional().describe('Percent of its executable lines that must be covered.'),
    patch: percent.optional().describe('Percent of its executable added lines that must be covered.'),
};
const atLeastOne = (value, ctx) => {
    if (value.min === undefined && value.patch === undefined)
        refuse(ctx, 'CFG-EMPTY', (0,message/* message */.i)('coverage.option.no-threshold', {}));
};
const group = schemas/* strictObject */.rej(thresholds).superRefine(atLeastOne);
const options = schemas/* strictObject */.rej({
    reports: schemas/* array */.YOg(report)
        .min(1)
        .max(100)
        .optional()
        .describe('Each is expected. Left out: what is found at the places where tools put reports.'),
    project: schemas/* strictObject */.rej({
        min: percent.default(80).describe('Percent of all executable lines that must be covered.'),
        max_drop: percent.optional().describe('Percentage points by which coverage may fall below the base branch.'),
        removed_code: schemas/* enum */.k5n(['forgive', 'count'])
            .default('forgive')
            .describe('`forgive`: a drop that leaves no more lines uncovered than before comes from removed code.'),
        max_uncovered_lines: mostLines.optional().describe('Lines of the project that may be uncovered.'),
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
        max_uncovered_lines: mostLines.optional().describe('Added lines that may be uncovered.'),
        moved_lines: schemas/* enum */.k5n(['count', 'ignore'])
            .default('count')
            .describe('Added lines whose text the same change removes elsewhere.'),
    })
        .prefault({}),
    branches: schemas/* strictObject */.rej({ min: percent.describe('Percent of all branches that must be taken.') })
        .optional()
        .describe('Left out: branches are counted and not judged.'),
    partial_lines: schemas/* enum */.k5n(['covered', 'uncovered'])
        .default('covered')
        .describe('How a line counts that ran while one of its branches did not.'),
    components: schemas/* record */.g1P(schemas/* string */.YjP(), group).optional().describe('Thresholds by name of the policy’s `components`.'),
    flags: schemas/* record */.g1P(schemas/* string */.YjP(), group).optional().describe('Thresholds by name of a report.'),
    paths: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: coverage_name.describe('Shown in messages; unique.'), paths: globs, ...thresholds })
        .superRefine(atLeastOne))
        .max(100)
        .optional()
        .describe('Thresholds for files by pattern.'),
    exclude: globs.optional().describe('Files that do not count, neither in the project nor in the patch.'),
    generated: schemas/* enum */.k5n(['count', 'exclude'])
        .default('count')
        .describe('Files that `.gitattributes` of the base branch declares as `linguist-generated`.'),
    tests: schemas/* array */.YOg(tests).min(1).max(100).optional().describe('Proof that tests ran: without it nothing is judged.'),
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
    for (const flag of Object.keys(value.flags ?? {}))
        if (!names.includes(flag))
            refuse(ctx, 'CFG-FLAG', (0,message/* message */.i)('coverage.option.flag', { flag, known: names }), ['flags', flag]);
});
/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
const commonPlaces = [...new Set(formatIds.flatMap(id => [...formats[id].places]))];
/**
 * Line coverage of the project, of the changed lines and of the policy's groups. What CI has not measured for this head
 * under this policy is awaited; what was measured badly or incompletely fails without a comparison.
 */
const coverage = defineGate({
    id: 'coverage',
    measuredBy: 'ci',
    needs: ['coverage', 'coverageBaseline'],
    unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options,
    components: ({ components }) => Object.keys(components ?? {}).map(component => ({ component, path: ['components', component] })),
    evaluate(facts, options, policy) {
        const measured = facts.coverage;
        if (measured === null)
            return waiting((0,message/* message */.i)('coverage.waiting.none', { headSha: facts.headSha }));
        const other = measuredElsewhere(measured, facts, options);
        if (other)
            return waiting(other);
        const problems = [...measured.problems, ...shrunkFiles(measured, facts.coverageBaseline)];
        if (problems.length > 0)
            return unusable(problems, measured);
        if (measured.incomplete.length > 0)
            return incomplete(measured);
        if (!isWholePolicyMeasured(measured, options, policy))
            return waiting((0,message/* message */.i)('coverage.waiting.scope', {}));
        const untested = testProblems(measured, options);
        if (untested.length > 0)
            return withoutTests(untested);
        if (measured.project.total === 0)
            return empty(measured);
        return judge(measured, facts.coverageBaseline, options, policy);
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
/** Whether every group and every run of tests that the policy names now was looked at. */
function isWholePolicyMeasured(measured, options, { components }) {
    const groups = new Set(measured.groups.map(each => each.scope));
    const runs = new Set(measured.tests.map(each => each.name));
    return (groupSpecs(options, components).every(spec => groups.has(spec.scope)) &&
        (options.tests ?? []).every(each => runs.has(each.name)));
}
const waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,message/* message */.i)('coverage.waiting.next', {}),
});
const unusable = (problems, measured) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.unusable', { problems: problems.length }),
    findings: [...problems.map(problem => ({ message: problem })), ...missingSuites(measured)],
    next: (0,message/* message */.i)('coverage.unusable.next', {}),
});
const incomplete = (measured) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.incomplete', {
        missing: measured.incomplete.map(suite => suite.name),
        suites: new Set([...measured.incomplete, ...measured.reports].map(each => each.name)).size,
        project: measured.project,
    }),
    findings: missingSuites(measured),
    next: (0,message/* message */.i)('coverage.incomplete.next', {}),
});
const missingSuites = (measured) => measured.incomplete.map(suite => ({
    message: (0,message/* message */.i)('coverage.incomplete.suite', suite),
}));
const withoutTests = (problems) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.tests', { problems: problems.length }),
    findings: problems.map(problem => ({ message: problem })),
    next: (0,message/* message */.i)('coverage.tests.next', {}),
});
const empty = (measured) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('coverage.empty', { reports: measured.reports.length, files: measured.files }),
    findings: [],
    next: (0,message/* message */.i)('coverage.empty.next', { key: 'exclude' }),
});
function testProblems(measured, options) {
    return (options.tests ?? []).flatMap(({ name, min, allow_failures }) => {
        const run = measured.tests.find(each => each.name === name);
        if (run === undefined)
            return [];
        const ran = run.tests - run.skipped;
        const failed = run.failures + run.errors;
        return [
            ...(ran < min ? [(0,message/* message */.i)('coverage.tests.few', { name, ran, skipped: run.skipped, min })] : []),
            ...(failed > 0 && !allow_failures ? [(0,message/* message */.i)('coverage.tests.failed', { name, failed, tests: run.tests })] : []),
        ];
    });
}
/** Executable lines of a changed file can vanish only by being removed (security.md T-51). */
function shrunkFiles(measured, baseline) {
    if (baseline?.files === undefined || baseline.scope !== measured.scope)
        return [];
    const files = baseline.files;
    return measured.changed.flatMap(({ path, previousPath, lines, deletions }) => {
        const before = files[previousPath ?? path]?.total ?? 0;
        const least = before - deletions - Math.max(10, Math.ceil(before / 4));
        return lines.total < least
            ? [(0,message/* message */.i)('coverage.problem.shrunk', { path, before, deletions, now: lines.total })]
            : [];
    });
}
/** All conditions at once: whoever mends one learns of the others in the same run. */
function judge(measured, baseline, options, { components }) {
    const { project, patch } = options;
    const projectState = project.min === 0 ? 'disabled' : reaches(measured.project, project.min) ? 'met' : 'below';
    const baseState = compareBase(measured, baseline, options);
    const patchState = comparePatch(measured, options);
    const limits = [
        limit('project', measured.project, project.max_uncovered_lines),
        limit('patch', measured.patch, patch.max_uncovered_lines),
    ].flatMap(each => each ?? []);
    const branches = options.branches === undefined
        ? null
        : {
            ratio: measured.branches,
            min: options.branches.min,
            met: measured.branches.total === 0 || reaches(measured.branches, options.branches.min),
        };
    const below = groupSpecs(options, components).flatMap(spec => groupProblems(measured.groups.find(each => each.scope === spec.scope), thresholdsOf(options, spec.kind, spec.name), patch.min_lines));
    const judgement = {
        project: measured.project,
        min: project.min,
        projectState,
        base: baseline?.project ?? null,
        maxDrop: project.max_drop ?? null,
        baseState,
        patch: measured.patch,
        patchMin: patch.min,
        minLines: patch.min_lines,
        patchState,
        unreported: measured.unreported.length,
        moved: measured.moved,
        branches,
        limits,
        below,
        groups: measured.groups.length,
        carried: measured.reports.flatMap(({ name, carried }) => (carried === undefined ? [] : [{ name, ...carried }])),
    };
    const failed = projectState === 'below' ||
        baseState === 'dropped' ||
        patchState === 'below' ||
        patchState === 'unreported' ||
        limits.some(each => each.uncovered > each.max) ||
        branches?.met === false ||
        below.length > 0;
    const patchMatters = patchState === 'below' || limits.some(each => each.what === 'patch' && each.uncovered > each.max);
    const findings = [
        ...(patchMatters || below.some(each => each.what === 'patch') ? uncovered(measured) : []),
        ...partial(measured),
        ...unreported(measured),
    ];
    if (!failed)
        return { status: 'passed', summary: (0,message/* message */.i)('coverage.passed', judgement), findings };
    return {
        status: 'failed',
        summary: (0,message/* message */.i)('coverage.failed', judgement),
        findings,
        next: (0,message/* message */.i)('coverage.failed.next', {
            projectMissing: missingTo(measured.project, project.min),
            patchMissing: patchState === 'below' ? missingTo(measured.patch, patch.min) : 0,
            places: patchMatters ? coverage_places(measured.uncovered).slice(0, 5) : [],
            unreported: patchState === 'unreported' ? measured.unreported : [],
            groups: below,
            files: projectState === 'below' || baseState === 'dropped' ? measured.worst.slice(0, 3) : [],
        }),
    };
}
function limit(what, { covered, total }, max) {
    return max === undefined ? null : { what, uncovered: total - covered, max };
}
/** A group without an executable line cannot reach a minimum; without a changed one its patch is not judged. */
function groupProblems(group, { min, patch }, minLines) {
    if (group === undefined)
        return [];
    const { kind, name } = group;
    return [
        ...(min !== undefined && !reaches(group.project, min)
            ? [{ kind, name, what: 'project', ratio: group.project, min, missing: missingTo(group.project, min) }]
            : []),
        ...(patch !== undefined && group.patch.total >= minLines && !reaches(group.patch, patch)
            ? [{ kind, name, what: 'patch', ratio: group.patch, min: patch, missing: missingTo(group.patch, patch) }]
            : []),
    ];
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
    if (!isAsked || !dropsMoreThan(baseline.project, measured.project, project.max_drop ?? 0))
        return 'within';
    const uncovered = ({ covered, total }) => total - covered;
    const onlyRemoved = uncovered(measured.project) <= uncovered(baseline.project);
    return project.removed_code === 'forgive' && onlyRemoved ? 'removed' : 'dropped';
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
const coverage_places = (found) => found.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })));
const uncovered = (measured) => coverage_places(measured.uncovered).map(({ path, start, end }) => ({
    message: (0,message/* message */.i)('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
}));
const partial = (measured) => coverage_places(measured.partial).map(({ path, start, end }) => ({
    message: (0,message/* message */.i)('coverage.patch.partial', { start, end }),
    aside: true,
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
function text_nearest(word, candidates) {
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

;// CONCATENATED MODULE: ./build/src/workspace/reports.js








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
            problems.push((0,message/* message */.i)('coverage.problem.too-many', {
                name: spec.name,
                path: spec.path,
                found: paths.length,
                limit: maxMatches,
            }));
        }
        else
            found.push(...paths.map(path => ({ spec, path: reports_inWorkspace(workspace, path) })));
    }
    return { found, missing, problems };
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
    return paths.map(path => ({ spec: { name: path, path }, path: reports_inWorkspace(workspace, path) }));
}
const reports_inWorkspace = (workspace, path) => (0,external_node_path_.join)(workspace.workingDirectory, path).split(external_node_path_.sep).join('/');
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
    const like = /lcov|cobertura|coverage|jacoco|clover|junit|resultset|cover\.out|profdata|xccov/i;
    return files
        .map(path => {
        const own = (0,external_node_path_.basename)(path);
        const distance = own === name ? 0 : own.length > 60 ? Infinity : editDistance(own.toLowerCase(), name.toLowerCase());
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
    const hash = (0,external_node_crypto_.createHash)('sha256');
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
    function* chunks() {
        const buffer = new Uint8Array(chunkSize);
        let left = maxReportSize;
        while (left > 0) {
            const size = (0,external_node_fs_.readSync)(fd, buffer, 0, Math.min(chunkSize, left), null);
            if (size === 0)
                return;
            left -= size;
            yield buffer.subarray(0, size);
        }
    }
    return { modifiedAt, chunks, close: () => (0,external_node_fs_.closeSync)(fd) };
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

;// CONCATENATED MODULE: ./build/src/workspace/carry.js




/** The last measurement of a suite, for the commit that is checked out, if there is one and it is young enough. */
async function carryForward({ name, path, max_age }, { workspace, repository, tested }) {
    const read = readFile(path, workspace);
    if (typeof read === 'string')
        return { ok: false, reason: { state: read, path } };
    const suite = read.suites.find(each => each.name === name);
    if (suite === undefined)
        return { ok: false, reason: { state: 'other-suite', path } };
    const { sha, at } = suite;
    if (Date.now() - Date.parse(at) > millisecondsOf(max_age)) {
        return { ok: false, reason: { state: 'too-old', path, sha, at, maxAge: max_age } };
    }
    const blobs = new Map((tested.tree ?? []).map(entry => [entry.path, entry.oid]));
    const { files, lost } = carrySuite(suite, blobs, await changesSince(sha, repository, tested));
    const origin = { name, path, format: 'snapshot', sha256: read.sha256, carried: { sha, at, lost } };
    return { ok: true, suite: { origin, files }, kept: suite };
}
async function changesSince(sha, repository, tested) {
    if (repository === null || tested.sha === null || !(await (0,git/* hasCommit */.QE)(repository, sha)))
        return null;
    const changes = await (0,git/* diffCommits */.is)(repository, sha, tested.sha);
    return changes.ok ? changes.value : null;
}
function readFile(path, workspace) {
    const opened = openReport(path, workspace);
    if (!opened.ok)
        return 'absent';
    const { close } = opened.value;
    const { chunks, sha256 } = digested(opened.value.chunks());
    try {
        const pieces = [];
        let size = 0;
        for (const chunk of chunks) {
            size += chunk.length;
            if (size > snapshotLimit)
                return 'unreadable';
            pieces.push(Buffer.from(chunk));
        }
        const suites = readSnapshot(Buffer.concat(pieces).toString('utf8'));
        return suites === null ? 'unreadable' : { suites, sha256: sha256() };
    }
    catch {
        return 'unreadable';
    }
    finally {
        close();
    }
}

;// CONCATENATED MODULE: ./build/src/workspace/tested.js



/**
 * Line numbers in the reports are those of the commit that is checked out. That is the head itself, or, after a default
 * checkout, GitHub's merge of it into the base branch; there the change is the merge's own. Any other commit says
 * nothing about this head.
 */
async function testedChange(repository, headSha, changedFiles) {
    if (repository === null)
        return { sha: null, tree: null, changedFiles, problems: [(0,message/* message */.i)('action.report.noCheckout', {})] };
    const found = await (0,git/* headCommit */.Qo)(repository);
    const listed = found.ok ? await (0,git/* listTree */.nT)(repository, found.value) : found;
    if (!found.ok || !listed.ok) {
        return { sha: null, tree: null, changedFiles, problems: listed.ok ? [] : [listed.error] };
    }
    const tested = found.value;
    const tree = listed.value.filter(entry => entry.type === 'blob');
    if (tested === headSha)
        return { sha: tested, tree, changedFiles, problems: [] };
    const [base, head] = await (0,git/* parentsOf */.fY)(repository, tested);
    const changed = await changedFiles;
    if (base === undefined || head !== headSha || changed === null) {
        const problems = [(0,message/* message */.i)('action.report.otherCommit', { tested, head: headSha })];
        return { sha: tested, tree, changedFiles: changed, problems };
    }
    if (await (0,git/* hasCommit */.QE)(repository, base)) {
        const merged = await (0,git/* diffCommits */.is)(repository, base, tested);
        return { sha: tested, tree, changedFiles: merged.ok ? (0,facts_facts/* present */.Eb)(merged.value) : (0,facts_facts/* unknown */.L5)(merged.error), problems: [] };
    }
    return { sha: tested, tree, changedFiles: changed, problems: shiftedFiles(tree, changed) };
}
/** Files whose content in the merge is not that of the head: their line numbers would not fit. */
function shiftedFiles(tree, changed) {
    const blobs = new Map(tree.map(entry => [entry.path, entry.oid]));
    const files = changed.state === 'present' ? changed.value : [];
    const shifted = files.filter(file => file.status !== 'deleted' && file.kind === 'text' && blobs.get(file.path) !== file.blob);
    return shifted.length === 0 ? [] : [(0,message/* message */.i)('action.report.shifted', { files: shifted.map(file => file.path) })];
}

;// CONCATENATED MODULE: ./build/src/coverage/junit.js




/**
 * JUnit's XML, as far as its many writers agree on it:
 *
 *     <testsuites> ( <testsuite> … )                     (or one <testsuite> as root; suites in suites)
 *       <testcase> <failure/> | <error/> | <skipped/>
 *       <error/>                                         (of a suite that could not start)
 *
 * Counted from the elements; `tests="9"` and the like are claims. Attempts that were repeated (`flakyFailure`,
 * `rerunFailure`) are no failures. What failed outside of a case is counted, and no test. No case at all is no problem
 * of the file: whoever wants tests to have run looks at `tests`.
 */
function readTests(chunks) {
    const iterator = chunks[Symbol.iterator]();
    const { start, content, refusal } = readHead(iterator);
    if (refusal)
        return (0,result/* err */._)(refusal);
    const roots = /^<testsuite[\s/>]/.test(rootOf(content)) ? ['testsuite', 'testsuites'] : ['testsuites', 'testsuite'];
    const xml = new XmlTokens({ elements: [...roots, 'testcase', 'failure', 'error', 'skipped'], attributes: [] });
    const cases = new TestCases();
    push(xml, start, cases);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        push(xml, next.value, cases);
    xml.finish();
    const { tests, failures, errors, skipped } = cases.counts;
    return xml.problem ? (0,result/* err */._)(xml.problem) : (0,result.ok)({ tests, failures, errors, skipped });
}
function push(xml, chunk, cases) {
    for (let at = 0; at < chunk.length && !xml.problem; at += xmlLimits.slice) {
        xml.feed(chunk.subarray(at, at + xmlLimits.slice));
        readTokens(xml, cases);
    }
}
const [OUTER_SUITE, SUITE, CASE, FAILURE, ERROR, junit_SKIPPED] = [0, 1, 2, 3, 4, 5];
/** Worst last. */
const outcomes = ['passed', 'skipped', 'failures', 'errors'];
class TestCases {
    counts = { tests: 0, passed: 0, failures: 0, errors: 0, skipped: 0 };
    /** The elements around, and the outcomes of those that are cases. */
    parents = [];
    cases = [];
    open(element) {
        const parent = this.parents.at(-1);
        if (element === CASE)
            this.cases.push('passed');
        else if (element === FAILURE)
            this.found('failures', parent);
        else if (element === ERROR)
            this.found('errors', parent);
        else if (element === junit_SKIPPED && parent === CASE)
            this.found('skipped', parent);
        this.parents.push(element);
    }
    close(element) {
        this.parents.pop();
        if (element !== CASE)
            return;
        this.counts.tests++;
        this.counts[this.cases.pop() ?? 'passed']++;
    }
    found(outcome, parent) {
        const last = this.cases.length - 1;
        if (parent === CASE)
            this.cases[last] = worse(this.cases[last] ?? 'passed', outcome);
        else if (parent === SUITE || parent === OUTER_SUITE)
            this.counts[outcome]++;
    }
}
const worse = (a, b) => (outcomes.indexOf(a) > outcomes.indexOf(b) ? a : b);

;// CONCATENATED MODULE: ./build/src/workspace/tests.js




/** Counts the test cases of the JUnit files that the policy names. */
async function countTests(specs, { workspace, checkout }) {
    if (specs.length === 0)
        return { runs: [], missing: [], problems: [] };
    const { found, missing, problems } = await findReports(specs, workspace);
    const told = [...problems];
    const runs = new Map();
    for (const { spec, path } of found) {
        const read = readOne(spec.name, path, { workspace, checkout });
        if ('code' in read)
            told.push(read);
        else
            runs.set(spec.name, sum(runs.get(spec.name), read));
    }
    return {
        runs: [...runs.values()],
        missing: missing.map(({ spec, ...rest }) => ({ name: spec.name, path: spec.path, ...rest, carry: null })),
        problems: told,
    };
}
function readOne(name, path, { workspace, checkout }) {
    const opened = openReport(path, workspace);
    if (!opened.ok)
        return opened.error;
    try {
        if (isStale(opened.value, checkout))
            return (0,message/* message */.i)('coverage.problem.stale', { name, path });
        const read = readTests(opened.value.chunks());
        return read.ok ? { name, ...read.value } : unreadable({ name, path }, read.error);
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        return (0,message/* message */.i)('action.report.unreadable', { path, code });
    }
    finally {
        opened.value.close();
    }
}
const sum = (a, b) => ({
    name: b.name,
    tests: (a?.tests ?? 0) + b.tests,
    failures: (a?.failures ?? 0) + b.failures,
    errors: (a?.errors ?? 0) + b.errors,
    skipped: (a?.skipped ?? 0) + b.skipped,
});

;// CONCATENATED MODULE: ./build/src/coverage/generated.js

/**
 * Which files `.gitattributes` declares as `linguist-generated`. `attributes`: text of each such file by its folder (`''`:
 * the root). As `gitattributes(5)`: the last line that matches decides, files in deeper folders before those above. A
 * pattern that is not understood declares nothing; one that takes the declaration away takes it from every file, so
 * that no file stops counting by mistake. `?` and `[…]` stand for one character, where git takes one byte.
 */
function generatedPaths(attributes) {
    const folders = [...attributes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    const rules = folders.flatMap(([folder, text]) => rulesOf(folder, text)).reverse();
    return { matches: path => rules.find(rule => rule.matches(path))?.isGenerated ?? false };
}
function rulesOf(folder, text) {
    return text.split('\n').flatMap(written => {
        const line = written.trim();
        if (line === '' || line.startsWith('#') || line.startsWith('[attr]'))
            return [];
        const { pattern, rest } = cutPattern(line);
        const isGenerated = stateOf(rest.split(/\s+/));
        if (isGenerated === undefined || pattern.startsWith('!'))
            return [];
        const matches = matcherOf(folder, pattern);
        if (matches === undefined)
            return isGenerated ? [] : [{ matches: generated_within(folder), isGenerated }];
        return [{ matches, isGenerated }];
    });
}
/** A pattern may be quoted as in C, so that it can hold spaces. */
function cutPattern(line) {
    const [quoted = '', inner = ''] = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/.exec(line) ?? [];
    if (quoted !== '')
        return { pattern: unquote(inner), rest: line.slice(quoted.length) };
    const [pattern = ''] = line.split(/\s/, 1);
    return { pattern, rest: line.slice(pattern.length) };
}
const controls = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** Octal escapes are bytes of UTF-8. */
const unquote = (text) => text.replace(/((?:\\[0-3][0-7]{2})+)|\\(.)/g, (_, bytes, character) => bytes === undefined
    ? (controls[character] ?? character)
    : new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('\\'), byte => Number.parseInt(byte, 8))));
/** What the last of the attributes says; `!name` and values that are no yes leave the file as hand-written. */
function stateOf(attributes) {
    const [, sign = '', value] = attributes.map(each => /^([-!]?)linguist-generated(?:=(.*))?$/.exec(each)).findLast(found => found !== null) ?? [];
    if (attributes.every(each => !/^[-!]?linguist-generated(=|$)/.test(each)))
        return undefined;
    return sign === '' && (value === undefined || value === 'true');
}
const generated_within = (folder) => (path) => folder === '' || path.startsWith(`${folder}/`);
function matcherOf(folder, pattern) {
    // A pattern for folders says nothing about the files in them.
    if (pattern.endsWith('/'))
        return () => false;
    const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
    const globs = [];
    for (const plain of plainPatterns(anchored).filter(plain => !isImpossible(plain))) {
        const glob = globOf(plain);
        const compiled = glob === undefined ? undefined : compileGlob(glob);
        if (!compiled?.ok)
            return undefined;
        globs.push(compiled.value);
    }
    const start = folder === '' ? 0 : folder.length + 1;
    const isInside = generated_within(folder);
    return path => isInside(path) && globs.some(glob => glob.matches(path.slice(start)));
}
/**
 * git compares what stands before the first wildcard by itself, so that in `/a**` or `x/a**` + `/b` the stars stand at a
 * start and cross folders. The same said with `**` that stands alone.
 */
function plainPatterns(pattern) {
    const [, head, rest] = /^([^*?[\\]*[^*?[\\/])\*{2,}(?:\/(.+))?$/s.exec(pattern) ?? [];
    if (head === undefined)
        return [pattern];
    if (rest === undefined)
        return [`${head}*`, `${head}*/**`];
    return [...plainPatterns(head + rest), `${head}*/**/${rest}`];
}
/** git's pattern in the notation of `compileGlob`; `undefined`: it cannot be said there. */
function globOf(pattern) {
    const tokens = pattern.match(/\\.|\[[!^]?\]?(?:[^\]\\[]|\[(?![:.=]))*\]|\*+|[\s\S]/g) ?? [];
    let glob = '';
    for (const [at, token] of tokens.entries()) {
        const isAlone = (tokens[at - 1] ?? '/') === '/' && (tokens[at + 1] ?? '/') === '/';
        if (token === '[' || token === '\\')
            return undefined;
        if (token.startsWith('\\'))
            glob += literal(token.slice(1));
        else if (token.startsWith('['))
            glob += token.replace('[^', '[!');
        else if (token.startsWith('*'))
            glob += token.length > 1 && isAlone ? '**' : '*';
        else
            glob += token === '?' ? token : literal(token);
    }
    return glob.replace(/^!/, '\\!');
}
const literal = (character) => (/[*?[{}()@+\],|]/.test(character) ? `[${character}]` : character);
/** With `x` for whatever is escaped or a class. */
const bare = (pattern) => pattern.replace(/\\./g, 'x').replace(/\[[!^]?\]?[^\]]*\]/g, 'x');
/** A `[` that nothing closes, an empty name or dots: no path is like that. */
const isImpossible = (pattern) => /\[|(^|\/)\.{0,2}(\/|$)/.test(bare(pattern));

;// CONCATENATED MODULE: ./build/src/workspace/tree.js




/** What `.gitattributes` of a commit declares; when it cannot be read, everything counts and the reader is told. */
async function generatedAt(repository, sha) {
    const listed = repository === null ? null : await (0,git/* listTree */.nT)(repository, sha);
    if (repository === null || !listed?.ok)
        return (0,result/* err */._)((0,message/* message */.i)('coverage.notice.generated', { sha }));
    const attributes = new Map();
    for (const { path, type, oid } of listed.value) {
        if (type !== 'blob' || !/(^|\/)\.gitattributes$/.test(path))
            continue;
        const blob = await (0,git/* readBlob */.gm)(repository, oid, tree_maxAttributes);
        if (!blob.ok)
            return (0,result/* err */._)((0,message/* message */.i)('coverage.notice.generated', { sha }));
        attributes.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), blob.value.toString('utf8'));
    }
    return (0,result.ok)(generatedPaths(attributes));
}
/** Largest `.gitattributes` or `go.mod`, in bytes. */
const tree_maxAttributes = 1024 * 1024;
/** Most modules of a repository that are looked at. */
const maxModules = 200;
/** Go names files by module; where a module lies, its `go.mod` says. */
async function modulesOf(repository, tree, reports) {
    const modules = new Map();
    if (!reports.some(({ origin }) => origin.format === 'go'))
        return modules;
    for (const { path, oid } of tree.filter(entry => /(^|\/)go\.mod$/.test(entry.path)).slice(0, maxModules)) {
        const blob = await (0,git/* readBlob */.gm)(repository, oid, tree_maxAttributes);
        const name = blob.ok ? /^\s*module\s+"?([^\s"]+)/m.exec(blob.value.toString('utf8'))?.[1] : undefined;
        if (name !== undefined)
            modules.set(name, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    return modules;
}
/** Bytes of file contents that are read to count lines. */
const maxCounted = 64 * 1024 * 1024;
/** Lines of the files that a report may speak about, told by their names. */
async function tree_linesOf(repository, tree, reports) {
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

;// CONCATENATED MODULE: ./build/src/workspace/coverage.js














/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
async function measureCoverage(input) {
    const { options, workspace, repository, headSha } = input;
    const specs = options.reports;
    const listed = specs === undefined
        ? { found: await findCommon(commonPlaces, workspace), missing: [], problems: [] }
        : await findReports(specs, workspace);
    const nothingFound = listed.found.length === 0;
    const tested = await testedChange(repository, headSha, input.changedFiles);
    const checkout = input.newerThan === undefined && repository !== null ? await (0,git/* checkedOutAt */.XI)(repository) : (input.newerThan ?? null);
    const read = listed.found.map(found => coverage_readOne(found.spec, found.path, { workspace, repository, checkout }));
    const carried = await Promise.all(listed.missing.map(each => standIn(each, input, tested)));
    const tests = await countTests(options.tests ?? [], { workspace, checkout });
    const problems = [
        ...listed.problems,
        ...tests.problems,
        ...(specs === undefined && nothingFound ? [(0,message/* message */.i)('action.report.none', { places: commonPlaces })] : []),
        ...(nothingFound ? [] : tested.problems),
        ...read.flatMap(one => one.problems),
    ];
    const reports = read.flatMap(one => one.report ?? []);
    const generated = options.generated === 'exclude' ? await generatedAt(repository, input.baseSha) : null;
    const inTree = repository === null || tested.tree === null
        ? {}
        : {
            lineCounts: await tree_linesOf(repository, tested.tree, reports),
            modules: await modulesOf(repository, tested.tree, reports),
        };
    const changed = await tested.changedFiles;
    if (changed?.state === 'unknown')
        return { fact: changed, nothingFound, notices: [], snapshot: null, files: {} };
    const result = measureFiles({
        reports,
        carried: carried.flatMap(one => one.suite ?? []),
        incomplete: [...carried.flatMap(one => one.missing ?? []), ...tests.missing],
        tests: tests.runs,
        components: input.components,
        problems,
        tree: tested.tree?.map(entry => entry.path) ?? null,
        changedFiles: changed?.state === 'present' ? changed.value : null,
        options,
        headSha,
        ...(input.run === undefined ? {} : { run: input.run }),
        workspace: repository?.root ?? workspace.root,
        ...inTree,
        ...(generated?.ok ? { generated: generated.value } : {}),
    });
    return {
        fact: (0,facts_facts/* present */.Eb)(result.measured),
        nothingFound,
        notices: [...result.doubts, ...(generated === null || generated.ok ? [] : [generated.error])],
        snapshot: snapshotOf(result, input, tested, carried),
        files: Object.fromEntries(result.files.entries().map(([path, file]) => [path, countFile(file).lines])),
    };
}
/** What counts for a suite that has too few files: an earlier measurement, or nothing and the reason. */
async function standIn({ spec, found, expected, near }, { workspace, repository }, tested) {
    const { name, path } = spec;
    const carry = spec.carry_forward === undefined || found > 0
        ? { ok: false, reason: null }
        : await carryForward({ name, ...spec.carry_forward }, { workspace, repository, tested });
    if (carry.ok)
        return { suite: carry.suite, kept: carry.kept };
    return { missing: { name, path, found, expected, near, carry: carry.reason } };
}
/** Every suite that may be carried forward: as measured now, or as it was carried. */
function snapshotOf({ bySuite }, { options }, { sha, tree }, carried) {
    const wanted = (options.reports ?? []).filter(report => report.carry_forward !== undefined);
    if (wanted.length === 0 || tree === null || sha === null)
        return null;
    const blobs = new Map(tree.map(entry => [entry.path, entry.oid]));
    const at = new Date().toISOString();
    const kept = carried.flatMap(one => one.kept ?? []);
    const suites = wanted.flatMap(({ name }) => {
        const earlier = kept.find(suite => suite.name === name);
        if (earlier !== undefined)
            return [earlier];
        const files = [...(bySuite.get(name) ?? [])].flatMap(([path, coverage]) => {
            const blob = blobs.get(path);
            return blob === undefined ? [] : [[path, { blob, coverage }]];
        });
        return files.length === 0 ? [] : [{ name, sha, at, files: new Map(files) }];
    });
    return writeSnapshot(suites);
}
function coverage_readOne(spec, path, { workspace, repository, checkout }) {
    const opened = openReport(path, workspace);
    if (!opened.ok)
        return { problems: [opened.error] };
    const { close } = opened.value;
    const { chunks, sha256 } = digested(opened.value.chunks());
    const { name } = spec;
    try {
        if (isStale(opened.value, checkout)) {
            return { problems: [(0,message/* message */.i)('coverage.problem.stale', { name, path })] };
        }
        const parsed = readReport(chunks, spec.format);
        if (!parsed.ok)
            return { problems: [unreadable({ name, path }, parsed.error)] };
        const origin = {
            name,
            path: coverage_inRepository(path, workspace, repository),
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
function coverage_inRepository(path, workspace, repository) {
    return repository === null ? path : (0,external_node_path_.relative)(repository.root, (0,external_node_path_.resolve)(workspace.root, path)).split(external_node_path_.sep).join('/');
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
    const awaited = rule.need === 'approved' ? review_without(standing.asked, done) : [];
    const people = sorted([...awaited, ...again]);
    const open = rule.need === 'approved' ? tally.have + people.length : tally.have;
    const uncovered = standing.askedTeams.length > 0 ? 0 : Math.max(0, rule.count - open);
    const free = review_without(standing.eligible, [...done, ...standing.asked, ...people]);
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
function review_without(accounts, others) {
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
const component = schemas/* strictObject */.rej({ paths: globs.describe('Files that belong to it.') });
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
    components: schemas/* record */.g1P(componentName, component)
        .default({})
        .describe('Named parts of the repository, for thresholds of their own.'),
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
    expected: 'up',
    max: 'down',
    max_drop: 'down',
    max_uncovered_lines: 'down',
    min: 'up',
    min_lines: 'down',
    min_words: 'up',
    patch: 'up',
};
/** For lists: what an added entry does. Entries with `!` do the opposite. */
const listKeys = {
    covers: 'stronger',
    exclude: 'weaker',
    generated: 'stronger',
    paths: 'stronger',
    reports: 'other',
    tests: 'stronger',
    update: 'weaker',
    when: 'stronger',
};
/** Ordered from lax to strict. */
const scales = {
    generated: ['exclude', 'count'],
    level: ['off', 'info', 'warn', 'block'],
    moved_lines: ['ignore', 'count'],
    need: ['requested', 'approved'],
    partial_lines: ['covered', 'uncovered'],
    removed_code: ['forgive', 'count'],
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
        ...gateComponents(policy),
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
        componentNames: Object.keys(asRecord(root.components)),
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
        const params = { got: visible(gate), known: [...gateIds], suggestion: text_nearest(gate, gateIds) };
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
        const params = { got: visible(use.role), known, suggestion: text_nearest(use.role, policy.roleNames) };
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
function gateComponents(policy) {
    return [...policy.gates].flatMap(([id, options]) => {
        const gate = gates[id];
        return (gate.components?.(options) ?? []).flatMap(({ component, path }) => {
            if (policy.componentNames.includes(component))
                return [];
            const known = policy.componentNames.map(visible);
            const params = { got: visible(component), known, suggestion: text_nearest(component, policy.componentNames) };
            return [
                { code: 'CFG-COMPONENT', message: (0,message/* message */.i)('policy.component.unknown', params), keys: ['gates', id, ...path] },
            ];
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
const search_policyPaths = ['.github/delivery-gates.yml', '.github/delivery-gates.yaml'];
/** Bytes. */
const search_maxPolicySize = 256 * 1024;
/** The one policy file among these entries (others are ignored), `null` when there is none. Its content is not judged here. */
function choosePolicyFile(entries) {
    const found = search_policyPaths.flatMap(path => entries.filter(entry => entry.path === path));
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
    if (first.size > search_maxPolicySize) {
        return (0,result/* err */._)(fileProblem('CFG-SIZE', (0,message/* message */.i)('policy.size', { bytes: first.size, limit: search_maxPolicySize }), first.path));
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
function decode_decode(bytes) {
    const refused = (code, what, before = '') => (0,result/* err */._)({ code, message: what, offset: before.length, before });
    if (bytes.length > search_maxPolicySize)
        return refused('CFG-SIZE', (0,message/* message */.i)('policy.size', { bytes: bytes.length, limit: search_maxPolicySize }));
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
    const suggestion = typeof input === 'string' ? text_nearest(input, allowed) : null;
    return (0,message/* message */.i)('policy.enum', { got: describe(input), allowed, suggestion });
}
function unknownKey(key, keys, known) {
    const params = { got: visible(key), characters: codePoints(key), known, suggestion: text_nearest(key, known) };
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
class yaml_Places {
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
        return { value: undefined, problems: [refusal], warnings: [], places: new yaml_Places(), oddNumbers: [] };
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
    places = new yaml_Places();
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
    const text = decode_decode(file);
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
const elsewhere = (entries, path) => entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: search_policyPaths[0] }));
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
const touchesPolicy = (file) => (0,diff/* changedPaths */.vl)(file).some(path => search_policyPaths.some(usual => usual === path));
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

;// CONCATENATED MODULE: ./build/src/workspace/policy.js






/** What stands at `paths` in a commit of the clone. */
async function policyEntriesAt(repository, sha, paths = search_policyPaths) {
    const listed = await (0,git/* listTree */.nT)(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const entries = [];
    for (const { path, mode, type, oid, size } of listed.value) {
        const readable = type === 'blob' && size <= search_maxPolicySize;
        const blob = readable ? await (0,git/* readBlob */.gm)(repository, oid, search_maxPolicySize) : (0,result.ok)(null);
        if (!blob.ok)
            return blob;
        entries.push({ path, mode, type, size, text: blob.value === null ? null : textOf(blob.value) });
    }
    return (0,result.ok)(entries);
}
/** What stands at the usual places of the working tree, as git would list it. Never for a verdict about a pull request. */
async function policyEntriesIn(root) {
    const entries = await Promise.all(policyPaths.map(path => entryIn(root, path)));
    return entries.filter(entry => entry !== null);
}
async function entryIn(root, path) {
    const file = join(root, path);
    const found = await lstat(file).catch(() => null);
    if (found === null)
        return null;
    const { size } = found;
    if (found.isSymbolicLink())
        return { path, mode: '120000', type: 'blob', size, text: null };
    if (found.isDirectory())
        return { path, mode: '040000', type: 'tree', size: 0, text: null };
    if (!found.isFile())
        return { path, mode: '000000', type: 'blob', size: 0, text: null };
    return { path, mode: '100644', type: 'blob', size, text: size <= maxPolicySize ? await textIn(file) : null };
}
async function textIn(file) {
    try {
        const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
        try {
            return textOf(await handle.readFile());
        }
        finally {
            await handle.close();
        }
    }
    catch {
        return null;
    }
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
const isUsual = (config) => search_policyPaths.some(path => path === config);
/** The policy files of a commit, from the clone if it has the commit, else from GitHub. */
async function policyAt(sources, config, sha) {
    const paths = config === null || isUsual(config) ? search_policyPaths : [config];
    const local = sources.repository === null ? null : await policyEntriesAt(sources.repository, sha, paths);
    if (local?.ok)
        return { sha, entries: local };
    if (sources.client !== null)
        return { sha, entries: await remoteEntries(sources, sources.client, sha, paths) };
    return { sha, entries: local ?? (0,result/* err */._)((0,message/* message */.i)('action.policy.nowhere', { sha })) };
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
            const readable = found.type === 'blob' && size <= search_maxPolicySize;
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
function policy_stateOf(base, owner, config) {
    if (!base.entries.ok)
        return { state: 'unknown', reason: base.entries.error };
    if (config === null || isUsual(config))
        return policyStateOf(base.entries.value, { owner, sha: base.sha });
    if (base.entries.value.length === 0) {
        return { state: 'unknown', reason: (0,message/* message */.i)('action.policy.missing', { path: config, sha: base.sha }) };
    }
    return policyStateOf(base.entries.value, { owner, sha: base.sha, path: config });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/github/evidence.js





const ratio = schemas/* strictObject */.rej({ covered: schemas/* int */.Whr().min(0), total: schemas/* int */.Whr().min(0) })
    .refine(({ covered, total }) => covered <= total);
const evidence_none = { covered: 0, total: 0 };
const count = schemas/* int */.Whr().min(0);
const range = schemas/* tuple */.PVZ([schemas/* int */.Whr().min(1), schemas/* int */.Whr().min(1)]);
const evidence_places = schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), ranges: schemas/* array */.YOg(range) }));
const code = schemas/* custom */.IeY(value => typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    `${value.code}` in locales/* locales */.IB.en);
const evidence_sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const origin = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    format: schemas/* string */.YjP(),
    sha256: schemas/* string */.YjP(),
    carried: schemas/* strictObject */.rej({ sha: evidence_sha, at: schemas/* string */.YjP(), lost: count }).optional(),
});
const evidence_missing = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    found: count,
    expected: count,
    near: schemas/* array */.YOg(schemas/* string */.YjP()),
    carry: schemas/* union */.KCZ([
        schemas/* strictObject */.rej({ state: schemas/* enum */.k5n(['absent', 'unreadable', 'other-suite']), path: schemas/* string */.YjP() }),
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('too-old'), path: schemas/* string */.YjP(), sha: evidence_sha, at: schemas/* string */.YjP(), maxAge: schemas/* string */.YjP() }),
    ])
        .nullable(),
});
/** What was added after the first version has a default, so that what is recorded on the base branch stays readable. */
const measured = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    headSha: evidence_sha,
    baseRef: schemas/* string */.YjP().max(500).optional(),
    scope: schemas/* string */.YjP().max(100),
    reports: schemas/* array */.YOg(origin).max(1000),
    problems: schemas/* array */.YOg(code).max(1000),
    incomplete: schemas/* array */.YOg(evidence_missing).max(1000).default([]),
    tests: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), tests: count, failures: count, errors: count, skipped: count }))
        .max(1000)
        .default([]),
    project: ratio,
    branches: ratio.default(evidence_none),
    functions: ratio.default(evidence_none),
    patch: ratio,
    groups: schemas/* array */.YOg(schemas/* strictObject */.rej({
        kind: schemas/* enum */.k5n(['component', 'flag', 'paths']),
        name: schemas/* string */.YjP(),
        scope: schemas/* string */.YjP(),
        files: count,
        project: ratio,
        patch: ratio,
    }))
        .max(1000)
        .default([]),
    changed: schemas/* array */.YOg(schemas/* strictObject */.rej({
        path: schemas/* string */.YjP(),
        previousPath: schemas/* string */.YjP().optional(),
        lines: ratio,
        patch: ratio,
        deletions: count,
    }))
        .default([]),
    worst: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), lines: ratio })).default([]),
    uncovered: evidence_places,
    partial: evidence_places.default([]),
    unreported: schemas/* array */.YOg(schemas/* string */.YjP()),
    moved: count.default(0),
    files: count,
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), attempt: schemas/* int */.Whr() }).optional(),
    /** Lines of every file by path, packed. */
    fileTotals: schemas/* string */.YjP().optional(),
});
const evidence_opening = '```json\n';
const closing = '\n```';
/** GitHub's limit for the text of a check run, in characters, less the fence. */
const evidence_limit = 65_535 - evidence_opening.length - closing.length;
/** Characters that the lines of every file may take; with more they are left out. */
const filesLimit = 24_000;
/**
 * A measurement as the text of a check run: one fenced JSON block. Places and tables are dropped, worst kept longest,
 * until it fits; the counts always stay.
 */
function writeEvidence(coverage, files) {
    const packed = files === undefined ? undefined : evidence_pack(files);
    const fixed = packed === undefined ? {} : { fileTotals: packed };
    let fitting = { ...coverage, ...fixed };
    for (let keep = 200; JSON.stringify(fitting).length > evidence_limit && keep > 0;) {
        keep = Math.floor(keep / 2);
        fitting = {
            ...coverage,
            ...fixed,
            changed: coverage.changed.slice(0, keep),
            worst: coverage.worst.slice(0, keep),
            uncovered: coverage.uncovered.slice(0, keep),
            partial: coverage.partial.slice(0, keep),
            unreported: coverage.unreported.slice(0, keep),
        };
    }
    // A backtick in a path must not end the fence; JSON can spell it otherwise.
    return `${evidence_opening}${JSON.stringify(fitting).replaceAll('`', '\\u0060')}${closing}`;
}
/** Reads it back. Anything that is not exactly such a block, or speaks of another commit, is unknown. */
function readEvidence(text, sha) {
    const malformed = (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'delivery-gates/coverage' }));
    const normal = text.replaceAll('\r\n', '\n').trim();
    if (!normal.startsWith(evidence_opening) || !normal.endsWith(closing))
        return malformed;
    try {
        const parsed = measured.safeParse(JSON.parse(normal.slice(evidence_opening.length, -closing.length)));
        if (!parsed.success || parsed.data.headSha !== sha)
            return malformed;
        const { fileTotals, ...rest } = parsed.data;
        const files = fileTotals === undefined ? {} : { files: evidence_unpack(fileTotals) };
        return (0,facts_facts/* present */.Eb)({ measured: rest, ...files });
    }
    catch {
        return malformed;
    }
}
const packedFiles = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* tuple */.PVZ([count, count]));
/** Compressed pairs of covered and total; `undefined`: too many files. */
function evidence_pack(files) {
    const pairs = Object.fromEntries(Object.entries(files).map(([path, { covered, total }]) => [path, [covered, total]]));
    const text = (0,external_node_zlib_.deflateRawSync)(JSON.stringify(pairs), { level: 9 }).toString('base64');
    return text.length <= filesLimit ? text : undefined;
}
function evidence_unpack(text) {
    const json = (0,external_node_zlib_.inflateRawSync)(Buffer.from(text, 'base64'), { maxOutputLength: 4 * 1024 * 1024 }).toString('utf8');
    return Object.fromEntries(Object.entries(packedFiles.parse(JSON.parse(json))).map(([path, [covered, total]]) => [path, { covered, total }]));
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
    const whole = budget_join(sections, shown);
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
    return budget_join(noted, shown);
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
function budget_join(sections, shown) {
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
/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
const tableRow = (cells) => `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`;

;// CONCATENATED MODULE: ./build/src/render/coverage.js




/** Rows of a table that a conversation shows; the report has them all. */
const most = 30;
/** Trend, what to test next, and the tables of groups and changed files, each left out when it would be empty. */
function coverageSections(report, voice, more) {
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
    const text = voice.say((0,message/* message */.i)('coverage.trend', { base: base.project, head: project, line: sparkline(points), count: trend.length }));
    return [{ keep: 15, head: [], rows: [text], foot: [], more: () => '' }];
}
const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** One bar a point, from the lowest to the highest of them; points of nothing are left out. */
function sparkline(points) {
    const values = points.flatMap(point => (0,format/* basisPoints */.A4)(point) ?? []).map(Number);
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
    const files = worst.map(({ path, lines }) => `- ${f.place(path)}${voice.say((0,message/* message */.i)('coverage.next.file', { lines }))}`);
    const rows = changed.length > 0 ? changed : files.slice(0, 5);
    if (rows.length === 0)
        return [];
    const title = changed.length > 0
        ? (0,message/* message */.i)('coverage.next.patch', { missing: patch.total - patch.covered })
        : (0,message/* message */.i)('coverage.next.project', { missing: project.total - project.covered });
    return [folded(title, [], rows, voice, 12, count => `- ${more(count)}`)];
}
function groupSection({ groups }, voice, more) {
    if (groups.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['group', 'lines', 'patch', 'required'], voice);
    const rows = groups.map(group => {
        const required = voice.say((0,message/* message */.i)('coverage.required', { min: group.min, patch: group.patchMin }));
        const name = voice.say((0,message/* message */.i)('coverage.group', { kind: group.kind, name: group.name }));
        return tableRow([
            name,
            amount(group.project, voice),
            amount(group.patch, voice),
            group.min === null && group.patchMin === null ? '' : required,
        ]);
    });
    return [
        folded((0,message/* message */.i)('coverage.groups', { count: groups.length }), head, rows, voice, 9, count => tableRow([more(count), '', '', f.text('')])),
    ];
}
function fileSection({ changed }, voice, more) {
    if (changed.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['file', 'lines', 'base', 'patch'], voice);
    const rows = changed.map(({ path, lines, base, patch }) => tableRow([f.place(path), amount(lines, voice), base === null ? '' : f.percent(base), amount(patch, voice)]));
    return [
        folded((0,message/* message */.i)('coverage.files', { count: changed.length }), head, rows, voice, 8, count => tableRow([more(count), '', '', ''])),
    ];
}
const amount = (ratio, { f }) => ratio.total === 0 ? f.percent(ratio) : `${f.percent(ratio)} · ${f.number(ratio.covered)}/${f.number(ratio.total)}`;
function columns(names, voice) {
    const titles = names.map(name => voice.say((0,message/* message */.i)(`coverage.column.${name}`, {})));
    return [tableRow(titles), `| ${names.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`];
}
function folded(title, head, rows, { locale }, keep, more) {
    const summary = (0,locales/* say */.cv)(title, locale, htmlFormatter(locale));
    return {
        keep,
        head: ['<details>', `<summary>${summary}</summary>`, '', ...head],
        rows,
        foot: ['', '</details>'],
        most,
        more,
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
        ...coverageSections(report, voice, more),
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
    return grouped(findings
        .toSorted((a, b) => Number(a.aside ?? false) - Number(b.aside ?? false) || byPlace(a, b))
        .flatMap(finding => annotation(finding, finding.aside ? 'notice' : shown, title, findingText(finding, voice))));
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
    const coverageOptions = policy.state === 'present' ? policy.policy.gates.coverage : undefined;
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
        coverage: summariseCoverage(facts.coverage, facts.coverageBaseline, coverageOptions),
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
        return [{ gate: id, level: options.level, result: runGate(id, options, facts, policy) }];
    });
}
/** A gate that throws is our defect; the pull request must not pass because of it. */
function runGate(id, options, facts, policy) {
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
        return gate.evaluate(evaluate_unwrap(facts, gate.needs), parsed, policy);
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
function evaluate_unwrap(facts, needs) {
    const known = { ...facts };
    for (const name of factNames) {
        const fact = facts[name];
        if (needs.includes(name))
            known[name] = fact.state === 'present' ? fact.value : null;
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
/** What later runs may carry forward; the path goes into the output `coverage-snapshot`, empty when there is nothing. */
async function writeCoverageSnapshot({ context, log }, snapshot) {
    const path = (0,external_node_path_.join)(context.runner.temp, 'delivery-gates-coverage.json');
    try {
        if (snapshot !== null)
            await (0,promises_.writeFile)(path, snapshot);
        log.output('coverage-snapshot', snapshot === null ? '' : path);
    }
    catch {
        log.annotate('warning', (0,message/* message */.i)('action.surface.snapshot', {}));
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
async function writeCoverageCheck(client, runner, { measured, files }, verdict, log) {
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
            output: { title: Array.from(said).slice(0, 200).join(''), summary: said, text: writeEvidence(measured, files) },
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
    const state = policy_stateOf(await policyAt(sources, inputs.config, subject.headSha), sources.owner, inputs.config);
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
    const measurement = await measureCoverage({
        options,
        baseSha: subject.headSha,
        components: state.policy.components,
        workspace,
        repository,
        headSha,
        changedFiles: null,
        run: context.runner.run,
    });
    const { fact } = measurement;
    const measured = fact.state === 'present' ? fact.value : null;
    const problems = fact.state === 'unknown' ? [fact.reason] : (measured?.problems ?? []);
    const incomplete = measured?.incomplete ?? [];
    const usable = measured !== null && problems.length + incomplete.length === 0 && measured.project.total > 0;
    const level = options.level === 'block' ? 'error' : 'warning';
    for (const problem of problems)
        log.annotate(level, problem);
    for (const suite of incomplete)
        log.annotate(level, (0,message/* message */.i)('coverage.incomplete.suite', suite));
    await writeCoverageSnapshot(job, measurement.snapshot);
    if (!usable) {
        log.annotate('warning', (0,message/* message */.i)('action.baseline.none', { sha: headSha }));
        writeVerdict(job, 'failed', null);
        const partOnly = context.event === 'schedule' && problems.length === 0 && measurement.snapshot !== null;
        return options.level === 'block' && inputs.mode === 'enforce' && !partOnly ? 1 : 0;
    }
    const summary = (0,message/* message */.i)('action.baseline', { sha: headSha, coverage: measured.project });
    log.info(summary);
    writeVerdict(job, 'passed', measured);
    const refused = sources.client === null
        ? (0,message/* message */.i)('action.noToken', {})
        : (await writeCoverageCheck(sources.client, context.runner, { measured, files: measurement.files }, { conclusion: 'success', summary }, log))?.told;
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
            ? writeCoverageCheck(client, runner, { measured: measured.fresh }, check, log)
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
        return files_incomplete(maxFiles, totals.changedFiles);
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
        return files_incomplete(rows.length, totals.changedFiles);
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
const files_incomplete = (got, expected) => (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'changed files', got, expected }));
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
async function snapshot_readSnapshot(client, ref) {
    const variables = { owner: ref.owner, name: ref.name, number: ref.number };
    const [policy1, policy2] = search_policyPaths;
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
        const path = search_policyPaths[index];
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
    if (text === undefined)
        return facts_facts/* absent */.Ge;
    const read = readEvidence(text, commit.oid);
    return read.state === 'present' ? (0,facts_facts/* present */.Eb)(read.value.measured) : read;
}
/** The newest usable measurement of the base branch, with those before it that may be compared with it. */
function baselineOf(history) {
    const earlier = [];
    let newest;
    for (const commit of history) {
        const text = evidenceTexts(commit)[0];
        if (text === undefined)
            continue;
        const read = readEvidence(text, commit.oid);
        if (read.state !== 'present') {
            if (newest === undefined)
                return read;
            continue;
        }
        const { problems, incomplete, project, scope } = read.value.measured;
        if (problems.length > 0 || incomplete.length > 0)
            continue;
        newest ??= { ...read.value, sha: commit.oid };
        if (scope === newest.measured.scope)
            earlier.unshift({ sha: commit.oid, project });
    }
    if (newest === undefined)
        return facts_facts/* absent */.Ge;
    const { sha, measured, files } = newest;
    const { scope, project } = measured;
    return (0,facts_facts/* present */.Eb)({ sha, scope, project, ...(files === undefined ? {} : { files }), history: earlier });
}

;// CONCATENATED MODULE: ./build/action/facts.js








async function readPullRequest(client, runner, target) {
    if (target.number === null)
        return { ok: false, reason: (0,message/* message */.i)('action.noPull', {}) };
    if (client === null)
        return { ok: false, reason: (0,message/* message */.i)('action.noToken', {}) };
    try {
        const snapshot = await snapshot_readSnapshot(client, {
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
    const found = policy_stateOf(base, sources.owner, inputs.config);
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
        return { fact: facts_facts/* absent */.Ge, nothingFound: true, notices: [], snapshot: null, files: {}, fresh: null };
    }
    const { workspace, repository, context } = job;
    const measurement = await measureCoverage({
        options,
        baseSha: target.baseSha,
        components: policy.state === 'present' ? policy.policy.components : {},
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
        const notices = [(0,message/* message */.i)('action.coverage.earlier', { run })];
        return { ...measurement, fact: earlier, notices, fresh: null };
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

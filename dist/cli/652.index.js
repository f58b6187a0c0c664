export const id = 652;
export const ids = [652];
export const modules = {

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ measureCoverage)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/coverage/measure.js + 2 modules
var measure = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/coverage/model.js
var model = __webpack_require__(6197);
// EXTERNAL MODULE: ./build/src/coverage/read.js
var read = __webpack_require__(4286);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/src/coverage/snapshot.js


/** Largest snapshot that is read, in bytes. */
const snapshotLimit = 64 * 1024 * 1024;
const sha = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const packed = schemas/* string */.YjP().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const schema = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('delivery-gates-coverage'),
    schemaVersion: schemas/* literal */.euz(1),
    suites: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        sha,
        at: iso/* datetime */.w$(),
        files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ blob: sha, lines: packed, branches: packed, functions: packed })),
    })),
});
/** JSON: line states and marks in base64, so that it stays small. Files that only have totals are left out. */
function writeSnapshot(suites) {
    const written = suites.map(({ name, sha, at, files }) => ({
        name,
        sha,
        at,
        files: Object.fromEntries([...files]
            .filter(([, { coverage }]) => (0,model/* lastLine */.fM)(coverage.lines) > 0)
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
    const last = (0,model/* lastLine */.fM)(oldLines);
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
        const line = Math.floor(mark / model/* marksPerLine */.ut);
        return removed.has(line) ? [] : [mark + (newLine(line) - line) * model/* marksPerLine */.ut];
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
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/gates/coverage.js
var coverage = __webpack_require__(3970);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/fields.js
var fields = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/src/workspace/reports.js
var workspace_reports = __webpack_require__(9812);
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
    if (Date.now() - Date.parse(at) > (0,fields/* millisecondsOf */.W$)(max_age)) {
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
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return 'absent';
    const { close } = opened.value;
    const { chunks, sha256 } = (0,workspace_reports/* digested */.io)(opened.value.chunks());
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
        return { sha: tested, tree, changedFiles: merged.ok ? (0,facts/* present */.Eb)(merged.value) : (0,facts/* unknown */.L5)(merged.error), problems: [] };
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

// EXTERNAL MODULE: ./build/src/coverage/junit.js
var junit = __webpack_require__(1108);
;// CONCATENATED MODULE: ./build/src/workspace/tests.js




/** Counts the test cases of the JUnit files that the policy names. */
async function countTests(specs, { workspace, checkout }) {
    if (specs.length === 0)
        return { runs: [], missing: [], problems: [] };
    const { found, missing, problems } = await (0,workspace_reports/* findReports */.zJ)(specs, workspace);
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
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return opened.error;
    try {
        if ((0,workspace_reports/* isStale */.QO)(opened.value, checkout))
            return (0,message/* message */.i)('coverage.problem.stale', { name, path });
        const read = (0,junit/* readTests */.iv)(opened.value.chunks());
        return read.ok ? { name, ...read.value } : (0,measure/* unreadable */.O$)({ name, path }, read.error);
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

// EXTERNAL MODULE: ./build/src/glob.js
var src_glob = __webpack_require__(7183);
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
            return isGenerated ? [] : [{ matches: within(folder), isGenerated }];
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
const within = (folder) => (path) => folder === '' || path.startsWith(`${folder}/`);
function matcherOf(folder, pattern) {
    // A pattern for folders says nothing about the files in them.
    if (pattern.endsWith('/'))
        return () => false;
    const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
    const globs = [];
    for (const plain of plainPatterns(anchored).filter(plain => !isImpossible(plain))) {
        const glob = globOf(plain);
        const compiled = glob === undefined ? undefined : (0,src_glob/* compileGlob */.SO)(glob);
        if (!compiled?.ok)
            return undefined;
        globs.push(compiled.value);
    }
    const start = folder === '' ? 0 : folder.length + 1;
    const isInside = within(folder);
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

// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
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
        const blob = await (0,git/* readBlob */.gm)(repository, oid, maxAttributes);
        if (!blob.ok)
            return (0,result/* err */._)((0,message/* message */.i)('coverage.notice.generated', { sha }));
        attributes.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), blob.value.toString('utf8'));
    }
    return (0,result.ok)(generatedPaths(attributes));
}
/** Largest `.gitattributes` or `go.mod`, in bytes. */
const maxAttributes = 1024 * 1024;
/** Most modules of a repository that are looked at. */
const maxModules = 200;
/** Go names files by module; where a module lies, its `go.mod` says. */
async function modulesOf(repository, tree, reports) {
    const modules = new Map();
    if (!reports.some(({ origin }) => origin.format === 'go'))
        return modules;
    for (const { path, oid } of tree.filter(entry => /(^|\/)go\.mod$/.test(entry.path)).slice(0, maxModules)) {
        const blob = await (0,git/* readBlob */.gm)(repository, oid, maxAttributes);
        const name = blob.ok ? /^\s*module\s+"?([^\s"]+)/m.exec(blob.value.toString('utf8'))?.[1] : undefined;
        if (name !== undefined)
            modules.set(name, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    return modules;
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

;// CONCATENATED MODULE: ./build/src/workspace/coverage.js














/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
async function measureCoverage(input) {
    const { options, workspace, repository, headSha } = input;
    const specs = options.reports;
    const listed = specs === undefined
        ? { found: await (0,workspace_reports/* findCommon */.xB)(coverage/* commonPlaces */.M, workspace), missing: [], problems: [] }
        : await (0,workspace_reports/* findReports */.zJ)(specs, workspace);
    const nothingFound = listed.found.length === 0;
    const tested = await testedChange(repository, headSha, input.changedFiles);
    const checkout = input.newerThan === undefined && repository !== null ? await (0,git/* checkedOutAt */.XI)(repository) : (input.newerThan ?? null);
    const read = listed.found.map(found => coverage_readOne(found.spec, found.path, { workspace, repository, checkout }));
    const carried = await Promise.all(listed.missing.map(each => standIn(each, input, tested)));
    const tests = await countTests(options.tests ?? [], { workspace, checkout });
    const problems = [
        ...listed.problems,
        ...tests.problems,
        ...(specs === undefined && nothingFound ? [(0,message/* message */.i)('action.report.none', { places: coverage/* commonPlaces */.M })] : []),
        ...(nothingFound ? [] : tested.problems),
        ...read.flatMap(one => one.problems),
    ];
    const reports = read.flatMap(one => one.report ?? []);
    const generated = options.generated === 'exclude' ? await generatedAt(repository, input.baseSha) : null;
    const inTree = repository === null || tested.tree === null
        ? {}
        : {
            lineCounts: await linesOf(repository, tested.tree, reports),
            modules: await modulesOf(repository, tested.tree, reports),
        };
    const changed = await tested.changedFiles;
    if (changed?.state === 'unknown')
        return { fact: changed, nothingFound, notices: [], snapshot: null, files: {} };
    const result = (0,measure/* measureFiles */.oU)({
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
        fact: (0,facts/* present */.Eb)(result.measured),
        nothingFound,
        notices: [...result.doubts, ...(generated === null || generated.ok ? [] : [generated.error])],
        snapshot: snapshotOf(result, input, tested, carried),
        files: Object.fromEntries(result.files.entries().map(([path, file]) => [path, (0,model/* countFile */.eR)(file).lines])),
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
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return { problems: [opened.error] };
    const { close } = opened.value;
    const { chunks, sha256 } = (0,workspace_reports/* digested */.io)(opened.value.chunks());
    const { name } = spec;
    try {
        if ((0,workspace_reports/* isStale */.QO)(opened.value, checkout)) {
            return { problems: [(0,message/* message */.i)('coverage.problem.stale', { name, path })] };
        }
        const parsed = (0,read/* readReport */.t)(chunks, spec.format);
        if (!parsed.ok)
            return { problems: [(0,measure/* unreadable */.O$)({ name, path }, parsed.error)] };
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


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};

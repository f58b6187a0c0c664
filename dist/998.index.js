export const id = 998;
export const ids = [998];
export const modules = {

/***/ 6786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ parseDiff),
/* harmony export */   M: () => (/* binding */ diffArguments),
/* harmony export */   iz: () => (/* binding */ parsePatch),
/* harmony export */   vl: () => (/* binding */ changedPaths),
/* harmony export */   zT: () => (/* binding */ firstChangedLine)
/* harmony export */ });
/* unused harmony exports addedLines, numberedLines */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);


/**
 * Arguments of `git` before the two commits, for output that `parseDiff` reads whatever the user's configuration says.
 * Run it inside the git directory (`git -C <git-dir>`): from a work tree, a `.gitattributes` of the pull request could
 * declare any file binary and so hide its lines.
 */
const diffArguments = [
    'diff',
    '--raw',
    '--numstat',
    '--patch',
    '-z',
    '--no-abbrev',
    '--full-index',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--find-renames=50%',
    '-l1000',
    '--unified=3',
    '--inter-hunk-context=0',
    '--diff-algorithm=default',
    '--submodule=short',
    '--ignore-submodules=none',
    '-O/dev/null',
];
const newline = 0x0a;
/** V8 cannot hold a string much longer than this. */
const maxPatchBytes = 256 * 1024 * 1024;
/**
 * Reads what `git` wrote for `diffArguments`: NUL-separated raw records, the counts of the same files in the same
 * order, an empty record, the patch. Paths come only from the raw records; the patch is matched by order, so that no
 * file name and no line can pose as a header. Lines are cut at LF, a CR before it belongs to the line end. Bytes that
 * are not UTF-8 become U+FFFD. Anything unexpected is an error, since a lost file or line would be a lost finding.
 */
function parseDiff(output) {
    const tokens = tokenReader(output);
    const records = [];
    while (tokens.startsWith(':')) {
        const record = readRawRecord(tokens);
        if (record === null)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length + 1 }));
        records.push(record);
    }
    if (records.length === 0)
        return tokens.atEnd() ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)([]) : (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: 1 }));
    const counts = [];
    for (const [index, record] of records.entries()) {
        const count = readCounts(tokens, record);
        if (count === null)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length + index + 1 }));
        counts.push(count);
    }
    if (tokens.next() !== '')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length * 2 + 1 }));
    const patch = tokens.rest();
    if (patch.length > maxPatchBytes)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.size', { bytes: patch.length, max: maxPatchBytes }));
    if (patch.length > 0 && patch.at(-1) !== newline)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.cut', {}));
    return readFiles(records, counts, lineReader(utf8.decode(patch)));
}
/**
 * Hunks of one file as GitHub's REST `patch` gives them: from the first `@@`, with or without a file header before it.
 * Empty text has no hunks.
 */
function parsePatch(patch) {
    const lines = lineReader(patch);
    if (lines.peek()?.startsWith('diff --git '))
        lines.take();
    while (isHeaderLine(lines.peek()))
        lines.take();
    const hunks = readHunks(lines);
    if (hunks.ok && lines.peek() !== null)
        return malformed(lines, 'hunk');
    return hunks;
}
/** Line numbers that the change added, 1-based, on the new side, ascending. Empty for `hunks: null`: ask for that first. */
function addedLines(file) {
    return numberedLines(file).flatMap(({ line, newLine }) => (line.kind === 'added' ? [newLine] : []));
}
/**
 * The paths whose content this change touches: both of a rename, the new one of a copy. A glob that guards files must
 * look at all of them, or a rename would take a file out of its sight.
 */
function changedPaths(file) {
    return file.status === 'renamed' && file.previousPath !== undefined ? [file.path, file.previousPath] : [file.path];
}
/** First changed line on the new side, for a link; at a deletion the line before it. `null`: nothing to point at. */
function firstChangedLine(file) {
    if (file.status === 'deleted')
        return null;
    const lines = numberedLines(file);
    const first = lines.findIndex(({ line }) => line.kind !== 'context');
    if (first < 0)
        return null;
    const change = lines.slice(first).find(({ line }) => line.kind !== 'removed');
    if (change?.line.kind === 'added')
        return change.newLine;
    return Math.max(1, (lines[first]?.newLine ?? 1) - 1);
}
/** All lines of all hunks with their places on the new side. */
function numberedLines(file) {
    return (file.hunks ?? []).flatMap(hunkLines);
}
function hunkLines(hunk) {
    // git numbers an empty new side by the line before it.
    let next = hunk.lines.some(line => line.kind !== 'removed') ? hunk.newStart : hunk.newStart + 1;
    return hunk.lines.map(line => ({ line, newLine: line.kind === 'removed' ? next : next++ }));
}
const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const rawRecord = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ACDMRT])\d*$/;
function readRawRecord(tokens) {
    const [, oldMode, newMode, oldBlob, newBlob, letter] = rawRecord.exec(tokens.next() ?? '') ?? [];
    const first = tokens.next();
    if (!oldMode || !newMode || !oldBlob || !newBlob || !isLetter(letter) || !first)
        return null;
    const record = { oldMode, newMode, oldBlob, newBlob, letter };
    if (letter !== 'R' && letter !== 'C')
        return { ...record, path: first };
    const second = tokens.next();
    return second ? { ...record, path: second, previousPath: first } : null;
}
const isLetter = (letter) => letter !== undefined && 'ACDMRT'.includes(letter);
function readCounts(tokens, record) {
    const [, additions, deletions, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(tokens.next() ?? '') ?? [];
    if (additions === undefined || deletions === undefined)
        return null;
    const paths = path === '' ? [tokens.next(), tokens.next()] : [record.previousPath, path];
    if (paths[0] !== record.previousPath || paths[1] !== record.path)
        return null;
    if (additions === '-')
        return { lines: null };
    return { lines: { additions: Number(additions), deletions: Number(deletions) } };
}
function readFiles(records, counts, lines) {
    const files = [];
    for (const [index, record] of records.entries()) {
        // A change of type is printed as a deletion and a creation.
        const sections = record.letter === 'T' ? 2 : 1;
        const hunks = [];
        for (let section = 0; section < sections; section++) {
            const read = readSection(lines);
            if (!read.ok)
                return read;
            hunks.push(...read.value);
        }
        const file = changedFile(record, counts[index]?.lines ?? null, hunks);
        const problem = countProblem(file, record, counts[index]?.lines ?? null);
        if (problem)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem);
        files.push(file);
    }
    return lines.peek() === null ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(files) : malformed(lines, 'end');
}
/** One `diff --git` header with its hunks. */
function readSection(lines) {
    if (!lines.peek()?.startsWith('diff --git '))
        return malformed(lines, 'file');
    lines.take();
    while (isHeaderLine(lines.peek()))
        lines.take();
    return readHunks(lines);
}
const headerLine = /^(?:old mode|new mode|deleted file mode|new file mode|copy from|copy to|rename from|rename to|similarity index|dissimilarity index|index|Binary files|---|\+\+\+) /;
const isHeaderLine = (line) => line !== null && headerLine.test(line);
function readHunks(lines) {
    const hunks = [];
    while (lines.peek()?.startsWith('@@ ')) {
        const hunk = readHunk(lines);
        if (!hunk.ok)
            return hunk;
        hunks.push(hunk.value);
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(hunks);
}
const hunkHeader = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
/** The header's lengths, not the look of a line, say where a hunk ends. */
function readHunk(reader) {
    const header = hunkHeader.exec(reader.peek() ?? '');
    if (!header)
        return malformed(reader, 'hunk');
    reader.take();
    let oldLeft = Number(header[2] ?? 1);
    let newLeft = Number(header[4] ?? 1);
    const lines = [];
    while (oldLeft > 0 || newLeft > 0) {
        const text = reader.peek();
        if (text?.startsWith('\\ ')) {
            reader.take();
            continue;
        }
        const line = diffLine(text);
        if (line === null)
            return malformed(reader, 'line');
        if (line.kind !== 'added')
            oldLeft--;
        if (line.kind !== 'removed')
            newLeft--;
        if (oldLeft < 0 || newLeft < 0)
            return malformed(reader, 'line');
        lines.push(line);
        reader.take();
    }
    while (reader.peek()?.startsWith('\\ '))
        reader.take();
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ oldStart: Number(header[1]), newStart: Number(header[3]), lines });
}
/** `null`: not a line of a hunk. An empty one is context whose blank was left out (`diff.suppressBlankEmpty`). */
function diffLine(raw) {
    if (raw === null)
        return null;
    const kind = raw === '' ? 'context' : lineKinds.get(raw.charAt(0));
    return kind === undefined ? null : { kind, text: raw.slice(1, raw.endsWith('\r') ? -1 : undefined) };
}
const lineKinds = new Map([
    [' ', 'context'],
    ['+', 'added'],
    ['-', 'removed'],
]);
function changedFile(record, counts, hunks) {
    const { oldMode, newMode, letter } = record;
    return {
        path: record.path,
        ...(record.previousPath === undefined ? {} : { previousPath: record.previousPath }),
        status: statusOf(record),
        kind: kindOf(letter === 'D' ? oldMode : newMode, counts === null),
        ...(letter === 'A' ? {} : { oldMode }),
        ...(letter === 'D' ? {} : { newMode }),
        blob: letter === 'D' ? record.oldBlob : record.newBlob,
        additions: countLines(hunks, 'added'),
        deletions: countLines(hunks, 'removed'),
        hunks,
    };
}
const statuses = { A: 'added', C: 'copied', D: 'deleted', M: 'modified', R: 'renamed', T: 'changed' };
const statusOf = ({ letter, oldBlob, newBlob }) => letter === 'M' && oldBlob === newBlob ? 'changed' : statuses[letter];
function kindOf(mode, binary) {
    if (mode === '120000')
        return 'symlink';
    if (mode === '160000')
        return 'submodule';
    return binary ? 'binary' : 'text';
}
const countLines = (hunks, kind) => hunks.reduce((sum, hunk) => sum + hunk.lines.filter(line => line.kind === kind).length, 0);
/** git counts a change of type as if both contents were one file's, so only the rest can be compared. */
function countProblem(file, record, counts) {
    if (record.letter === 'T' || counts === null)
        return null;
    if (file.additions === counts.additions && file.deletions === counts.deletions)
        return null;
    const { path, additions, deletions } = file;
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.counts', { path, additions, deletions, stated: counts });
}
const malformed = (lines, expected) => (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.patch', { line: lines.number(), expected, found: lines.peek()?.slice(0, 80) ?? null }));
function tokenReader(bytes) {
    let at = 0;
    return {
        startsWith: ascii => bytes[at] === ascii.charCodeAt(0),
        atEnd: () => at >= bytes.length,
        next: () => {
            const end = bytes.indexOf(0, at);
            if (end < 0)
                return null;
            const token = utf8.decode(bytes.subarray(at, end));
            at = end + 1;
            return token;
        },
        rest: () => bytes.subarray(at),
    };
}
function lineReader(text) {
    let start = 0;
    let number = 1;
    let end = lineEnd(text, start);
    return {
        peek: () => (start < text.length ? text.slice(start, end) : null),
        take: () => {
            start = end + 1;
            end = lineEnd(text, start);
            number++;
        },
        number: () => number,
    };
}
function lineEnd(text, start) {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
}


/***/ }),

/***/ 3802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   SH: () => (/* binding */ allUnknown),
/* harmony export */   hO: () => (/* binding */ factNames)
/* harmony export */ });
/* unused harmony export factsOfFile */

const present = (value) => ({ state: 'present', value });
const absent = { state: 'absent' };
const unknown = (reason) => ({ state: 'unknown', reason });
/** Everything fetched and not known for one reason. */
const allUnknown = (reason) => {
    const nothing = unknown(reason);
    return Object.fromEntries(factNames.map(name => [name, nothing]));
};
const everyFact = {
    changedFiles: true,
    commits: true,
    reviews: true,
    reviewRequests: true,
    coverage: true,
    coverageBaseline: true,
    signOffs: true,
    body: true,
    labels: true,
    milestone: true,
    linkedIssues: true,
    checks: true,
    deployments: true,
    dependencies: true,
    findings: true,
    findingsBaseline: true,
    alerts: true,
    values: true,
    valuesBaseline: true,
    impact: true,
    waivers: true,
};
const factNames = Object.keys(everyFact);
/** Facts out of a file. Those that it lacks (one of an older version) were not asked for, so nobody knows them. */
const factsOfFile = (file) => ({ ...allUnknown(message('unknown.notFetched', { what: 'facts' })), ...file });


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   XI: () => (/* binding */ checkedOutAt),
/* harmony export */   aL: () => (/* binding */ changedFilesBetween),
/* harmony export */   fE: () => (/* binding */ isShallow),
/* harmony export */   fY: () => (/* binding */ parentsOf),
/* harmony export */   findRepository: () => (/* binding */ findRepository),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ diffCommits),
/* harmony export */   lt: () => (/* binding */ countLines),
/* harmony export */   nT: () => (/* binding */ listTree),
/* harmony export */   nl: () => (/* binding */ readFilesAt),
/* harmony export */   wu: () => (/* binding */ mergeBase)
/* harmony export */ });
/* unused harmony exports git, isSha, commitCalled, uncommittedFiles */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _facts_diff_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6786);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3802);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);









/** For the one question that the clone's own configuration is present at; on the command line they win over it. */
const hardened = [
    '--no-pager',
    '--no-replace-objects',
    '--no-optional-locks',
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    `core.hooksPath=${node_os__WEBPACK_IMPORTED_MODULE_3__.devNull}`,
    '-c',
    `core.attributesFile=${node_os__WEBPACK_IMPORTED_MODULE_3__.devNull}`,
    '-c',
    'protocol.ext.allow=never',
];
/**
 * Nothing of the machine's or the user's configuration, no prompt, no transport: a partial clone must not fetch through
 * a program that its own configuration names. Git directories are given outright, so nothing is discovered and
 * `safe.directory` needs no exception: in a container job the workspace belongs to another user.
 */
function environment() {
    const { PATH = '', SystemRoot, TMPDIR, TEMP } = process.env;
    return {
        PATH,
        ...(SystemRoot === undefined ? {} : { SystemRoot }),
        ...(TMPDIR === undefined ? {} : { TMPDIR }),
        ...(TEMP === undefined ? {} : { TEMP }),
        LC_ALL: 'C',
        TZ: 'UTC',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_CONFIG_GLOBAL: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_ATTR_NOSYSTEM: '1',
        GIT_GRAFT_FILE: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
    };
}
/** Asks the empty repository about the clone's objects. Every argument is data; SHAs go behind `--end-of-options`. */
function git(repository, args, options = {}) {
    const shallow = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.commonDir, 'shallow');
    const env = {
        ...environment(),
        HOME: repository.ours,
        GIT_DIR: repository.ours,
        GIT_OBJECT_DIRECTORY: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.commonDir, 'objects'),
        ...((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(shallow) ? { GIT_SHALLOW_FILE: shallow } : {}),
        ...(options.workTree === true
            ? { GIT_WORK_TREE: repository.root, GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.gitDir, 'index') }
            : {}),
    };
    return execute(args, { cwd: repository.ours, env }, options);
}
/** Runs `git` without a shell. */
async function execute(args, { cwd, env }, { timeoutMs = 60_000, maxOutput = 512 * 1024 * 1024, input = '' }) {
    return new Promise(settle => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...hardened, ...args], {
            cwd,
            env,
            stdio: 'pipe',
            windowsHide: true,
        });
        // Not spawn's own `timeout`: its timer outlives a program that could not be started.
        let late = false;
        const timer = setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
        }, timeoutMs);
        const out = [];
        let size = 0;
        let stderr = '';
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size > maxOutput)
                child.kill('SIGKILL');
            else
                out.push(chunk);
        });
        child.stderr.on('data', (chunk) => {
            if (stderr.length < 2000)
                stderr += chunk.toString();
        });
        // A child that ends before it has read everything closes the pipe; its exit code tells.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
        child.on('error', () => {
            clearTimeout(timer);
            settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'missing' }));
        });
        child.on('close', code => {
            clearTimeout(timer);
            if (size > maxOutput)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'size' }));
            else if (late)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'timeout' }));
            else if (code === 0)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(Buffer.concat(out)));
            else
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'exit', code: code ?? -1, stderr }));
        });
    });
}
/** A full object id; nothing else is ever given to `git` as a revision. */
const isSha = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** The repository that holds `folder`, looked for upwards until `top` inclusive. `null`: there is none. */
async function findRepository(folder, top) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(folder);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(at)) {
        const found = await repositoryAt(at);
        if (found !== null)
            return found;
        const below = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.relative)(top, at);
        if (below === '' || below.startsWith('..') || at === (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(at))
            return null;
    }
}
/** `.git` is a folder, or a file that names one (work trees, submodules). */
async function repositoryAt(root) {
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, '.git');
    try {
        const gitDir = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(dotGit)).isDirectory() ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(dotGit) : await namedBy(root, dotGit);
        const common = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(gitDir, 'commondir'), 'utf8').catch(() => '.');
        return { gitDir, commonDir: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(gitDir, common.trim())), root, ours: emptyRepository() };
    }
    catch {
        return null;
    }
}
async function namedBy(root, file) {
    const named = /^gitdir: (.+?)\s*$/.exec(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8'))?.[1];
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(root, named ?? ''));
}
let empty;
/** One for the whole process; removed when it ends. */
function emptyRepository() {
    empty ??= createEmptyRepository();
    return empty;
}
function createEmptyRepository() {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), 'delivery-gates-git-')));
    process.once('exit', () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true }));
    for (const name of ['objects', 'refs'])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, 'HEAD'), 'ref: refs/heads/none\n');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    return folder;
}
/** The commit that is checked out. */
async function headCommit(repository) {
    const found = await revision(repository, 'HEAD');
    if (!found.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('rev-parse', found.error));
    const sha = shaIn(found.value);
    return sha === null ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'rev-parse', detail: 'no commit' })) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(sha);
}
/**
 * The commit that the user of this clone calls so (`origin/main`, `HEAD~3`); `null`: none. Only for a name that its own
 * user typed: where HEAD and branches are is the clone's word.
 */
async function commitCalled(repository, name) {
    const found = await revision(repository, `${name}^{commit}`);
    if (found.ok)
        return ok(shaIn(found.value));
    return found.error.kind === 'exit' ? ok(null) : err(failureMessage('rev-parse', found.error));
}
function revision({ gitDir }, name) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
    const env = { ...environment(), HOME: gitDir, GIT_DIR: gitDir, GIT_WORK_TREE: gitDir };
    return execute(args, { cwd: gitDir, env }, {});
}
/** Paths of files of `commit` whose content in the work tree is another one, staged or not. Untracked files are no part. */
async function uncommittedFiles(repository, commit) {
    if (!isSha(commit))
        return err(message('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const args = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative'];
    const output = await git(repository, [...args, '--ignore-submodules=all', '--end-of-options', commit, '--'], {
        workTree: true,
    });
    if (!output.ok)
        return err(failureMessage('diff', output.error));
    return ok(output.value
        .toString('utf8')
        .split('\0')
        .filter(path => path !== ''));
}
/** Parents of a commit that is here; empty when it has none or is not here. */
async function parentsOf(repository, sha) {
    if (!isSha(sha))
        return [];
    const found = await git(repository, ['cat-file', 'commit', sha]);
    if (!found.ok)
        return [];
    const [header = ''] = found.value.toString('latin1').split('\n\n', 1);
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '').filter(isSha);
}
async function hasCommit(repository, sha) {
    if (!isSha(sha))
        return false;
    return (await git(repository, ['cat-file', '-e', `${sha}^{commit}`])).ok;
}
/** Whether history is cut off (`fetch-depth`). */
const isShallow = ({ commonDir }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(commonDir, 'shallow'));
/** Best common ancestor, as GitHub computes the three-dot diff from. `null`: none that can be seen from here. */
async function mergeBase(repository, base, head) {
    if (!isSha(base) || !isSha(head))
        return null;
    const found = await git(repository, ['merge-base', '--end-of-options', base, head]);
    return found.ok ? shaIn(found.value) : null;
}
/** Changed files between two commits that are both here. */
async function diffCommits(repository, from, to) {
    if (!isSha(from) || !isSha(to))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const output = await git(repository, [..._facts_diff_js__WEBPACK_IMPORTED_MODULE_5__/* .diffArguments */ .M, '--end-of-options', from, to, '--']);
    return output.ok ? (0,_facts_diff_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDiff */ .FR)(output.value) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('diff', output.error));
}
/**
 * What the pull request changes: from the merge base of `base` and `head` to `head`. Unknown with the cause when this
 * clone cannot tell; the caller may then ask GitHub.
 */
async function changedFilesBetween(repository, base, head) {
    const from = await mergeBase(repository, base, head);
    if (from === null)
        return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5)(await noCommonHistory(repository, base, head));
    const files = await diffCommits(repository, from, head);
    return files.ok ? (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .present */ .Eb)(files.value) : (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5)(files.error);
}
/** Why no merge base can be seen; asked only then, because each question is a process. */
async function noCommonHistory(repository, base, head) {
    const shallow = isShallow(repository);
    for (const sha of [base, head]) {
        if (await hasCommit(repository, sha))
            continue;
        return shallow ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.shallow', { sha }) : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.noCommit', { sha });
    }
    return shallow ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.shallow', { sha: base }) : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.noMergeBase', { base, head });
}
/** Entries of a commit's tree, all of them or only those at `paths` (exact, not patterns). */
async function listTree(repository, sha, paths) {
    if (!isSha(sha))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'ls-tree', detail: 'not a commit id' }));
    const recursion = paths === undefined ? ['-r'] : [];
    const output = await git(repository, [
        'ls-tree',
        ...recursion,
        '-z',
        '--long',
        '--full-tree',
        '--end-of-options',
        sha,
        ...(paths ?? []),
    ]);
    if (!output.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('ls-tree', output.error));
    const entries = output.value
        .toString('utf8')
        .split('\0')
        .filter(record => record !== '')
        .map(treeEntry);
    return entries.every(entry => entry !== null)
        ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(entries)
        : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'ls-tree', detail: 'unexpected record' }));
}
function treeEntry(record) {
    const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(record);
    if (match === null)
        return null;
    const [, mode = '', type, oid = '', size = '', path = ''] = match;
    return { mode, type: type, oid, size: size === '-' ? 0 : Number(size), path };
}
/** Bytes of a blob; refused beyond `maxBytes`. */
async function readBlob(repository, oid, maxBytes) {
    if (!isSha(oid))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'cat-file', detail: 'not an object id' }));
    const output = await git(repository, ['cat-file', 'blob', oid], { maxOutput: maxBytes });
    return output.ok ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(output.value) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('cat-file', output.error));
}
/** Lines of blobs by object id, in one call; a last line without line end counts. Missing objects are left out. */
async function countLines(repository, oids) {
    const counts = new Map();
    await eachBlob(repository, oids, (oid, content) => counts.set(oid, linesIn(content)));
    return counts;
}
/** Contents of files of a commit by path, in two calls. Left out: what is not a file there, or larger than `maxBytes`. */
async function readFilesAt(repository, sha, paths, maxBytes) {
    if (paths.length === 0)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(new Map());
    const listed = await listTree(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const wanted = listed.value.filter(({ type, mode, size }) => type === 'blob' && mode !== '120000' && size <= maxBytes);
    const blobs = new Map();
    await eachBlob(repository, wanted.map(entry => entry.oid), (oid, content) => blobs.set(oid, content));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(new Map(wanted.flatMap(({ path, oid }) => {
        const content = blobs.get(oid);
        return content === undefined ? [] : [[path, content]];
    })));
}
async function eachBlob(repository, oids, use) {
    const asked = [...new Set(oids)].filter(isSha);
    if (asked.length === 0)
        return;
    const output = await git(repository, ['cat-file', '--batch'], { input: asked.map(oid => `${oid}\n`).join('') });
    if (!output.ok)
        return;
    const bytes = output.value;
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(0x0a, at);
        const [oid = '', type, size] = bytes.toString('latin1', at, end < 0 ? bytes.length : end).split(' ');
        at = end < 0 ? bytes.length : end + 1;
        if (size === undefined || type === 'missing')
            continue;
        const content = bytes.subarray(at, at + Number(size));
        at += Number(size) + 1;
        if (type === 'blob')
            use(oid, content);
    }
}
function linesIn(content) {
    let lines = 0;
    for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1))
        lines += 1;
    return content.length > 0 && content.at(-1) !== 0x0a ? lines + 1 : lines;
}
/**
 * When a commit was last checked out, in milliseconds since 1970; `null` when that cannot be told. The index is no
 * witness: `git status` writes it too.
 */
async function checkedOutAt(repository) {
    const times = await Promise.all(['HEAD', 'logs/HEAD'].map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.gitDir, name)).then(found => found.mtimeMs, () => null)));
    const known = times.filter(time => time !== null);
    return known.length === 0 ? null : Math.max(...known);
}
function failureMessage(what, failure) {
    switch (failure.kind) {
        case 'missing':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.missing', {});
        case 'timeout':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: 'timeout' });
        case 'size':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: 'output too large' });
        case 'exit':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: failure.stderr.trim().split('\n')[0]?.slice(0, 200) ?? '' });
        default:
            return failure;
    }
}
function shaIn(output) {
    const sha = output.toString('latin1').trim().split('\n')[0] ?? '';
    return isSha(sha) ? sha : null;
}


/***/ })

};

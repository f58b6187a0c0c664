export const id = 853;
export const ids = [853];
export const modules = {

/***/ 3383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   VI: () => (/* binding */ namedFiles),
/* harmony export */   df: () => (/* binding */ slashed),
/* harmony export */   fS: () => (/* binding */ summarise),
/* harmony export */   yw: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _src_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6197);
/* harmony import */ var _src_coverage_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(632);
/* harmony import */ var _src_coverage_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4286);
/* harmony import */ var _src_coverage_unite_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5489);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(454);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);
/* harmony import */ var _src_workspace_reports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9812);









/** Files that the command line names may stand anywhere: the workspace is the whole disk. */
function namedFiles(files, cwd, format) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.parse)(cwd).root;
    const sources = files.map(file => ({ shown: file, path: slashed((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file))), format }));
    return { sources, root };
}
const slashed = (path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
/** Bytes of all files that are there, for the progress bar. */
function bytesOf(sources, root) {
    let bytes = 0;
    for (const { path } of sources) {
        try {
            bytes += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).size;
        }
        catch {
            // Whoever opens it says what is wrong.
        }
    }
    return bytes;
}
/** Every report, or why the first bad one was refused. */
function readAll(sources, root, progress) {
    const read = [];
    try {
        for (const source of sources) {
            const one = readOne(source, { root, workingDirectory: '.' }, progress);
            if (!one.ok)
                return one;
            read.push(one.value);
        }
    }
    finally {
        progress.clear();
    }
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(read);
}
function readOne(source, workspace, progress) {
    const { shown, path, format } = source;
    const opened = (0,_src_workspace_reports_js__WEBPACK_IMPORTED_MODULE_6__/* .openReport */ .NL)(path, workspace);
    if (!opened.ok)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(notOpened(opened.error, shown));
    const { chunks, close } = opened.value;
    try {
        const parsed = (0,_src_coverage_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readReport */ .t)(progress.watch(chunks()), format);
        if (parsed.ok)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)({ source, ...parsed.value });
        const { code, message: told, line, column } = parsed.error;
        const place = { path: shown, ...(line && { line }), ...(column && { column }) };
        // Readers use no other messages; `ReportFault` is how the catalogue says one inside another.
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ place, message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('cli.coverage.refused', { code, fault: told }) });
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        if (code === '')
            throw error;
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('action.report.unreadable', { path: shown, code }) });
    }
    finally {
        close();
    }
}
/** The same sentence with the name that the person gave. */
function notOpened(told, shown) {
    const params = told.params;
    if (params.code === 'ENOENT' || params.code === 'ENOTDIR') {
        return { place: { path: shown }, message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('cli.coverage.notFound', {}) };
    }
    return { message: { ...told, params: { ...told.params, path: shown } } };
}
/** Files by normalised path; one that climbs out of where it started keeps its own name. */
function unite(read) {
    const files = new _src_coverage_unite_js__WEBPACK_IMPORTED_MODULE_5__/* .FilesByFormat */ .CB();
    for (const { format, report } of read)
        for (const [reported, file] of report.files)
            files.add(format, (0,_src_coverage_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .normalisePath */ .qb)(reported) ?? reported, file);
    return files.united();
}
const countsOf = (files) => ({ files: files.size, ...(0,_src_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .totals */ .Sd)(files) });
function summarise(read) {
    const rows = read.map(one => ({ path: one.source.shown, format: one.format, ...countsOf(unite([one])) }));
    const [only] = rows;
    if (only === undefined || rows.length > 1)
        return { rows, all: countsOf(unite(read)) };
    const { files, lines, branches, functions } = only;
    return { rows, all: { files, lines, branches, functions } };
}


/***/ }),

/***/ 4853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validate: () => (/* binding */ validate)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/search.js
var search = __webpack_require__(7502);
// EXTERNAL MODULE: ./build/src/glob.js
var glob = __webpack_require__(7183);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/policy/unmatched.js



/**
 * Patterns of the policy that match none of the repository's files: probably typing errors. `paths` must be the whole
 * tree; with a part of it everything would look unmatched.
 */
function unmatchedGlobs(policy, paths) {
    const lowerCase = new Map(paths.map(path => [path.toLowerCase(), path]));
    return patternsIn(policy, []).flatMap(({ pattern, keys }) => {
        const plain = pattern.replace(/^!/, '');
        if (paths.some((0,glob/* compileGlobs */.tI)([plain]).matches))
            return [];
        const almost = (0,glob/* compileGlobs */.tI)([plain.toLowerCase()]);
        const hint = [...lowerCase].find(([lower]) => almost.matches(lower))?.[1] ?? null;
        return [
            { code: 'GLB-NOMATCH', message: (0,message/* message */.i)('policy.glob.unmatched', { pattern, hint }), keyPath: (0,policy_text/* keyPath */.Dw)(keys) },
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

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/workspace/policy.js
var policy = __webpack_require__(5233);
// EXTERNAL MODULE: ./build/cli/checkout.js + 1 modules
var checkout = __webpack_require__(7991);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/coverage/reports.js
var reports = __webpack_require__(3383);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
// EXTERNAL MODULE: ./build/cli/refusal.js
var refusal = __webpack_require__(4201);
;// CONCATENATED MODULE: ./build/cli/validate.js
















const options = {
    ...checkout/* sharedOption */.jL,
    owner: { about: 'cli.validate.option.owner', value: 'LOGIN' },
};
/** Says everything that is wrong with policy files, and which gates they switch on. */
const validate = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…] [FILE…]'],
    about: 'cli.validate.about',
    options,
    async run({ values, positionals }, world) {
        const repository = await (0,checkout/* checkoutAround */.aG)(world.cwd);
        const sources = positionals.length > 0 ? named(positionals, world.cwd) : await usual(repository, world.cwd);
        if (!sources.ok)
            return sources;
        const validated = [];
        for (const source of sources.value)
            validated.push(await one(source, values, repository, world.cwd));
        const locale = values.locale ?? validated.find(({ policy }) => policy !== null)?.policy?.locale ?? 'en';
        if (values.json)
            world.print((0,json/* jsonLine */.r)({ valid: validated.every(isValid), files: validated.map(asJson) }));
        else
            show(validated, locale, world);
        return (0,result.ok)(validated.every(isValid) ? 0 : 2);
    },
});
const isValid = ({ problems }) => problems.length === 0;
function named(files, cwd) {
    const sources = [];
    for (const path of files) {
        try {
            sources.push({ path, text: (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path)) });
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : '';
            return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.unreadable', { code }) });
        }
    }
    return (0,result.ok)(sources);
}
async function usual(repository, cwd) {
    if (repository === null)
        return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.noCheckout', {}) });
    const chosen = (0,search/* choosePolicyFile */.is)(await (0,policy/* policyEntriesIn */.C1)(repository.root));
    if (!chosen.ok) {
        const { path, code, message: told } = chosen.error;
        return (0,result/* err */._)({ place: { path }, label: code, message: told });
    }
    if (chosen.value === null)
        return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.validate.none', { places: search/* policyPaths */.ff }) });
    const { path, text } = chosen.value;
    const shown = (0,reports/* slashed */.df)((0,external_node_path_.relative)(cwd, (0,external_node_path_.resolve)(repository.root, path)));
    return text === null
        ? (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('unknown.malformed', { what: path }) })
        : (0,result.ok)([{ path: shown === '' ? path : shown, text }]);
}
async function one({ path, text }, { owner, shared }, repository, cwd) {
    const parsed = await (0,checkout/* parseWithShared */.hQ)(text, path, cwd, { owner, shared });
    if (!parsed.ok)
        return { path, problems: parsed.error, warnings: [], policy: null };
    const { policy, warnings } = parsed.value;
    return { path, problems: [], warnings: [...warnings, ...(await unmatched(policy, repository))], policy };
}
/** Patterns that match no file of HEAD. */
async function unmatched(policy, repository) {
    if (repository === null)
        return [];
    const head = await (0,git/* headCommit */.Qo)(repository);
    const listed = head.ok ? await (0,git/* listTree */.nT)(repository, head.value) : null;
    if (listed === null || !listed.ok)
        return [];
    return unmatchedGlobs(policy, listed.value.map(entry => entry.path));
}
const gatesOf = (policy) => gates/* gateIds */.G.map(id => ({ gate: id, level: policy.gates[id]?.level ?? 'off' }));
const asJson = ({ path, problems, warnings, policy }) => ({
    path,
    problems,
    warnings,
    gates: policy === null ? [] : gatesOf(policy),
});
/** Problems go to standard error as compilers write them, everything else to standard output. */
function show(validated, locale, world) {
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    for (const { path, problems, warnings, policy } of validated) {
        for (const { line, column, code, keyPath, message: told } of problems) {
            world.warn(`${(0,refusal/* sayRefusal */.q)({ place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: told }, locale)}\n`);
        }
        for (const { code, keyPath, message: told } of warnings) {
            world.print(`${(0,refusal/* sayRefusal */.q)({ place: { path }, label: `${code} ${keyPath}`.trim(), message: told }, locale)}\n`);
        }
        if (policy === null)
            continue;
        const on = gatesOf(policy).filter(({ level }) => level !== 'off');
        const gates = on.map(({ gate, level }) => ({ gate, level }));
        world.print(`${(0,format/* sentence */.em)((0,message/* message */.i)('cli.validate.valid', { path, gates, checklists: policy.checklists.length }), locale, f)}\n`);
    }
}


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

export const id = 35;
export const ids = [35];
export const modules = {

/***/ 5035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  coverage: () => (/* binding */ coverage)
});

// EXTERNAL MODULE: ./build/src/coverage/formats/index.js + 17 modules
var formats = __webpack_require__(9611);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/coverage/reports.js
var reports = __webpack_require__(3383);
// EXTERNAL MODULE: ./build/src/render/inert.js
var inert = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/cli/table.js
var table = __webpack_require__(1681);
;// CONCATENATED MODULE: ./build/cli/coverage/show.js





function voiceOf(locale) {
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    const say = (told) => (0,format/* sentence */.em)(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ');
    return { f, say, word: code => say((0,message/* message */.i)(code, {})) };
}
const longestPath = 60;
const most = 50;
/** A row per report and one for all of them. */
function showSummary({ rows, all }, locale) {
    const voice = voiceOf(locale);
    const { f, word } = voice;
    const ratios = ({ lines, branches, functions }) => [lines, branches, functions].map(ratio => amount(ratio, voice));
    const head = [
        word('cli.coverage.column.report'),
        word('cli.coverage.column.format'),
        word('cli.coverage.column.files'),
        word('cli.coverage.column.lines'),
        word('cli.coverage.column.branches'),
        word('cli.coverage.column.functions'),
    ];
    const body = rows.map(row => [
        f.code((0,inert/* literal */.eu)(row.path, longestPath)),
        row.format,
        f.number(row.files),
        ...ratios(row),
    ]);
    const total = [word('cli.coverage.total'), '', f.number(all.files), ...ratios(all)];
    return lines((0,table/* table */.tp)([head, ...body, total], ['left', 'left', 'right', 'right', 'right', 'right']));
}
/** What the change did, and what the gate says about it. */
function showJudgement(task, judgement, locale) {
    const voice = voiceOf(locale);
    return [groupSection(judgement, voice), patchSection(task, judgement, voice), gateSection(task, judgement, voice)]
        .filter(section => section.length > 0)
        .map(section => `\n${lines(section)}`)
        .join('');
}
/** Components, reports and groups of paths that have a threshold. */
function groupSection({ groups }, voice) {
    if (groups.length === 0)
        return [];
    const { say } = voice;
    const head = ['group', 'lines', 'patch', 'required'].map(name => say((0,message/* message */.i)(`coverage.column.${name}`, {})));
    const body = groups.map(({ kind, name, project, patch, min, patchMin }) => [
        say((0,message/* message */.i)('coverage.group', { kind, name })),
        amount(project, voice),
        amount(patch, voice),
        say((0,message/* message */.i)('coverage.required', { min, patch: patchMin })),
    ]);
    return (0,table/* table */.tp)([head, ...body], ['left', 'right', 'right', 'left']);
}
const amount = (ratio, { f }) => ratio.total === 0 ? '–' : `${f.number(ratio.covered)}/${f.number(ratio.total)}  ${f.percent(ratio)}`;
function patchSection({ base, headSha }, { measured }, voice) {
    if (base === null || measured.problems.length > 0)
        return [];
    const { f, say, word } = voice;
    const places = measured.uncovered.flatMap(({ path, ranges }) => ranges.map(([start, end]) => f.place(path, start, end)));
    return [
        say((0,message/* message */.i)('cli.coverage.patch', { base: base.ref, headSha, patch: measured.patch })),
        ...listed(word('cli.coverage.uncovered'), places, voice),
        ...listed(word('cli.coverage.unreported'), measured.unreported.map(f.code), voice),
    ];
}
function gateSection(task, { outcome, notices }, voice) {
    const { say, word } = voice;
    const asides = [...notices.map(say), ...remarksOf(task).map(say)];
    if (outcome === null)
        return [word('cli.coverage.noGate'), ...asides];
    const { level, result } = outcome;
    const state = say((0,message/* message */.i)(`report.state.${result.status}`, {}));
    const findings = 'findings' in result ? (result.findings ?? []) : [];
    return [
        say((0,message/* message */.i)('cli.coverage.gate', { state, blocks: level === 'block' })),
        say(result.summary),
        ...listed(null, findings.filter(({ message: told }) => !placed.has(told.code)).map(finding => findingLine(finding, voice)), voice),
        ...('next' in result ? [word('cli.coverage.next') + say(result.next)] : []),
        ...asides,
    ];
}
/** Findings that the section of the change has listed. */
const placed = new Set(['coverage.patch.uncovered', 'coverage.patch.unreported']);
const findingLine = ({ path, line, endLine, message: told }, { f, say }) => path === undefined ? say(told) : `${f.place(path, line, endLine)}: ${say(told)}`;
/** Where the policy came from, and what cannot be compared here. */
function remarksOf({ base, policyPath, options }) {
    const policy = base === null
        ? (0,message/* message */.i)('cli.coverage.workTree', { path: policyPath })
        : policyPath === null
            ? (0,message/* message */.i)('notice.policyAbsent', {})
            : (0,message/* message */.i)('cli.coverage.policy', { path: policyPath, ref: base.ref, sha: base.sha });
    const drop = options.level !== 'off' && options.project.max_drop !== undefined;
    return [policy, ...(drop ? [(0,message/* message */.i)('cli.coverage.noBaseline', {})] : [])];
}
/** At most 50, indented. */
function listed(title, pieces, { say }) {
    if (pieces.length === 0)
        return [];
    const left = pieces.length - most;
    return [
        ...(title === null ? [] : [title]),
        ...pieces.slice(0, most).map(piece => `  ${piece}`),
        ...(left > 0 ? [`  ${say((0,message/* message */.i)('report.more', { count: left }))}`] : []),
    ];
}
/** One line for standard error; empty when HEAD is what was tested. */
function showDirty({ dirty }, locale) {
    return dirty.length === 0 ? '' : lines([voiceOf(locale).say((0,message/* message */.i)('cli.coverage.dirty', { files: dirty }))]);
}
const lines = (text) => `${text.join('\n')}\n`;

// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/progress.js

/** Milliseconds before it is worth showing, and between two drawings. */
const patience = 300;
const interval = 100;
const clearLine = '\r\x1b[2K';
/**
 * A bar for reading that takes long, on a terminal only. Reading is synchronous, so the bar is drawn as chunks pass;
 * nothing waits for it.
 */
function showProgress({ label, total }, { screen, env, now }) {
    if (screen.isTTY !== true || env.TERM === 'dumb' || (env.NO_COLOR ?? '') !== '')
        return silent;
    let read = 0;
    let due = now() + patience;
    let shown = false;
    function* watch(chunks) {
        for (const chunk of chunks) {
            read += chunk.length;
            const time = now();
            if (time >= due) {
                due = time + interval;
                shown = true;
                screen.write(`${clearLine}${draw(label, read, total, screen.columns || 80)}`);
            }
            yield chunk;
        }
    }
    const clear = () => {
        if (shown)
            screen.write(clearLine);
        shown = false;
    };
    return { watch, clear };
}
const silent = { watch: chunks => chunks, clear: () => { } };
const mebibytes = (bytes) => (bytes / 1024 ** 2).toFixed(0);
/** `Reading [####----] 45 %  123/270 MiB`; ASCII, because terminals differ on the width of blocks. A narrow one has no bar. */
function draw(label, read, total, columns) {
    // A file may have grown since it was looked at.
    const share = total > 0 ? Math.min(1, read / total) : 1;
    const percent = `${Math.floor(share * 100)} %`;
    const numbers = `${percent}  ${mebibytes(read)}/${mebibytes(Math.max(total, read))} MiB`;
    const room = columns - 1 - (0,table/* widthOf */.qz)(label) - (0,table/* widthOf */.qz)(numbers) - 4;
    if (room < 8)
        return `${label} ${percent}`.slice(0, Math.max(0, columns - 1));
    const width = Math.min(40, room);
    const full = Math.round(share * width);
    return `${label} [${'#'.repeat(full)}${'-'.repeat(width - full)}] ${numbers}`;
}

;// CONCATENATED MODULE: ./build/cli/coverage.js










const options = {
    base: { about: 'cli.coverage.option.base', value: 'REF' },
    format: { about: 'cli.coverage.option.format', value: 'ID', choices: formats/* formatIds */.w },
};
/** Reads reports and prints what they say; inside a checkout also what the coverage gate says to it. */
const coverage = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…] FILE…', '[OPTION…] --base REF [FILE…]', '[OPTION…]'],
    about: 'cli.coverage.about',
    options,
    async run({ values, positionals: files }, world) {
        if (values.format !== undefined && files.length === 0) {
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.coverage.formatWithoutFile', {}) });
        }
        return values.base === undefined && files.length > 0 ? count(files, values, world) : judgeHead(files, values, world);
    },
});
/** The reports alone: no git, no policy. */
function count(files, values, world) {
    const { sources, root } = (0,reports/* namedFiles */.VI)(files, world.cwd, values.format);
    const read = readWith(sources, root, values, values.locale ?? 'en', world);
    if (!read.ok)
        return read;
    const summary = (0,reports/* summarise */.fS)(read.value);
    world.print(values.json ? (0,json/* jsonLine */.r)(summaryJson(summary)) : showSummary(summary, values.locale ?? 'en'));
    return (0,result.ok)(0);
}
async function judgeHead(files, values, world) {
    const { prepare, judge } = await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(991), __webpack_require__.e(457), __webpack_require__.e(652), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 5507));
    const prepared = await prepare({ cwd: world.cwd, base: values.base, files, format: values.format });
    if (!prepared.ok)
        return prepared;
    const task = prepared.value;
    const locale = values.locale ?? task.policy.locale;
    const read = readWith(task.sources, task.workspace.root, values, locale, world);
    if (!read.ok)
        return (0,result/* err */._)({ ...read.error, locale });
    const judged = await judge(task, read.value);
    if (!judged.ok)
        return (0,result/* err */._)({ ...judged.error, locale });
    const summary = (0,reports/* summarise */.fS)(read.value);
    world.print(values.json
        ? (0,json/* jsonLine */.r)({ ...summaryJson(summary), ...judgementJson(task, judged.value) })
        : showSummary(summary, locale) + showJudgement(task, judged.value, locale));
    world.warn(showDirty(judged.value, locale));
    return (0,result.ok)(judged.value.passed ? 0 : 1);
}
function readWith(sources, root, { json }, locale, world) {
    const label = (0,format/* sentence */.em)((0,message/* message */.i)('cli.coverage.reading', {}), locale, (0,plain/* plainFormatter */.P)(locale));
    const progress = json ? silent : showProgress({ label, total: (0,reports/* bytesOf */.$$)(sources, root) }, world);
    return (0,reports/* readAll */.yw)(sources, root, progress);
}
const summaryJson = ({ rows, all }) => ({ ...all, reports: rows });
/** Documented in docs/cli.md; additions only. */
function judgementJson({ base, headSha, policyPath }, { measured, groups, outcome, notices, dirty }) {
    const { project, patch, uncovered, unreported } = measured;
    return {
        headSha,
        base,
        policy: policyPath,
        project,
        groups,
        patch: base === null ? null : patch,
        uncovered,
        unreported,
        gate: outcome,
        notices,
        uncommitted: dirty,
    };
}


/***/ }),

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

/***/ 1681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** What terminals show two columns wide: East Asian wide and fullwidth characters, and pictures. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Columns of a terminal that a line takes. Marks stand on the character before them. */
function widthOf(text) {
    let width = 0;
    for (const character of text)
        if (!/\p{M}|\p{Cf}/u.test(character))
            width += wide.test(character) ? 2 : 1;
    return width;
}
/** Rows as lines with two spaces between columns, which are as wide as their widest cell; no space at the end. */
function table(rows, sides) {
    const widths = sides.map((_, column) => Math.max(0, ...rows.map(row => widthOf(row[column] ?? ''))));
    return rows.map(row => sides
        .map((side, column) => pad(row[column] ?? '', widths[column] ?? 0, side))
        .join('  ')
        .trimEnd());
}
/** Two columns, indented. */
const columns = (rows) => table(rows, ['left', 'left']).map(line => `  ${line}`);
function pad(text, width, side) {
    const space = ' '.repeat(Math.max(0, width - widthOf(text)));
    return side === 'left' ? text + space : space + text;
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

export const id = 507;
export const ids = [507];
export const modules = {

/***/ 5507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   prepare: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _src_coverage_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(632);
/* harmony import */ var _src_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2457);
/* harmony import */ var _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3802);
/* harmony import */ var _src_gates_coverage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3970);
/* harmony import */ var _src_git_git_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(998);
/* harmony import */ var _src_glob_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7183);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(454);
/* harmony import */ var _src_policy_schema_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6683);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5800);
/* harmony import */ var _src_workspace_coverage_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2652);
/* harmony import */ var _src_workspace_reports_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9812);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7991);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3383);















/** Finds the checkout around `cwd`, the policy that judges and the reports. */
async function prepare({ cwd, base, files, format }) {
    const repository = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .checkoutAround */ .aG)(cwd);
    if (repository === null) {
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({
            message: base === undefined ? (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('cli.coverage.noFile', {}) : (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('cli.coverage.noCheckout', {}),
        });
    }
    const head = await (0,_src_git_git_js__WEBPACK_IMPORTED_MODULE_6__/* .headCommit */ .Qo)(repository);
    if (!head.ok)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({ message: head.error });
    const against = base === undefined ? (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)(null) : await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .commitNamed */ .vj)(repository, 'base', base);
    if (!against.ok)
        return against;
    // git takes its time: it may do so while policy and reports are read.
    const changedFiles = against.value === null ? null : (0,_src_git_git_js__WEBPACK_IMPORTED_MODULE_6__/* .changedFilesBetween */ .aL)(repository, against.value.sha, head.value);
    const judging = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .policyOf */ .US)(repository, against.value);
    if (!judging.ok)
        return judging;
    const { policy } = judging.value;
    const workspace = { root: repository.root, workingDirectory: '.' };
    const found = gateOptions(policy);
    const named = files.map(file => (0,_reports_js__WEBPACK_IMPORTED_MODULE_12__/* .slashed */ .df)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(repository.root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file))));
    const options = files.length === 0 ? found : { ...found, ...onlyFiles(named, found, format) };
    const sources = files.length === 0
        ? await sourcesOf(options, workspace)
        : (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)(files.map((shown, index) => ({ shown, path: named[index] ?? '', format: options.reports?.[index]?.format })));
    if (!sources.ok)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({ ...sources.error, locale: policy.locale });
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)({
        repository,
        workspace,
        headSha: head.value,
        base: against.value,
        policy,
        policyPath: (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .pathOf */ .XM)(judging.value),
        options,
        sources: sources.value,
        changedFiles,
    });
}
/** A policy without the gate judges nothing, and the numbers are measured as the defaults say. */
function gateOptions({ gates }) {
    return gates.coverage ?? _src_policy_schema_js__WEBPACK_IMPORTED_MODULE_8__/* .policySchema */ .wh.shape.gates.unwrap().shape.coverage.unwrap().parse({ level: 'off' });
}
/** The files of the command line instead of the policy's, under the policy's names where it has one for them. */
function onlyFiles(paths, { reports, flags }, format) {
    const specs = paths.map((path) => {
        const known = reports?.find(each => compiled(each.path)(path));
        return {
            name: known?.name ?? path,
            path: literally(path),
            format: format ?? known?.format,
            expected: 1,
        };
    });
    const names = new Set(specs.map(({ name }) => name));
    const kept = Object.entries(flags ?? {}).filter(([name]) => names.has(name));
    return { reports: specs, flags: Object.fromEntries(kept) };
}
/** A pattern that matches this path and no other. */
const literally = (path) => (/[*?[{]/.test(path) ? path.replace(/[*?[{\]}]/g, '[$&]') : path);
function compiled(pattern) {
    const glob = (0,_src_glob_js__WEBPACK_IMPORTED_MODULE_7__/* .compileGlob */ .SO)(pattern);
    return path => glob.ok && glob.value.matches(path);
}
async function sourcesOf({ reports }, workspace) {
    if (reports === undefined) {
        const found = await (0,_src_workspace_reports_js__WEBPACK_IMPORTED_MODULE_10__/* .findCommon */ .xB)(_src_gates_coverage_js__WEBPACK_IMPORTED_MODULE_5__/* .commonPlaces */ .M, workspace);
        return found.length === 0
            ? (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('cli.coverage.nothingFound', { places: _src_gates_coverage_js__WEBPACK_IMPORTED_MODULE_5__/* .commonPlaces */ .M }) })
            : (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)(found.map(({ path }) => ({ shown: path, path })));
    }
    const { found, missing, problems } = await (0,_src_workspace_reports_js__WEBPACK_IMPORTED_MODULE_10__/* .findReports */ .zJ)(reports, workspace);
    const [problem] = problems;
    if (problem !== undefined)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({ message: problem });
    const [first] = missing;
    // Some are enough to be judged as incomplete; a snapshot may stand in even for all.
    if (found.length === 0 && first !== undefined && !reports.some(report => report.carry_forward !== undefined)) {
        const { name, path } = first.spec;
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({ place: { path }, message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('cli.coverage.missing', { name, near: first.near }) });
    }
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)(found.map(({ spec, path }) => ({ shown: path, path, format: spec.format })));
}
/** Measures HEAD and runs the gate, with what a pull request's run uses. */
async function judge(task, read) {
    const { repository, headSha, base, options, policy } = task;
    const dirty = dirtyFiles(task, read);
    const { fact, notices } = await (0,_src_workspace_coverage_js__WEBPACK_IMPORTED_MODULE_9__/* .measureCoverage */ .j)({
        options,
        baseSha: base?.sha ?? headSha,
        components: policy.components,
        workspace: task.workspace,
        repository,
        headSha,
        changedFiles: task.changedFiles,
        newerThan: newestSource(task, read),
    });
    if (fact.state !== 'present') {
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__/* .err */ ._)({
            message: fact.state === 'unknown' ? fact.reason : (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('unknown.notFetched', { what: 'coverage' }),
        });
    }
    const state = {
        state: 'present',
        policy: { ...policy, gates: { coverage: options }, checklists: [] },
        origin: { source: 'none' },
    };
    const report = (0,_src_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluate */ ._)(state, factsOf(task, fact.value, (await task.changedFiles) ?? (0,_src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)([])));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_13__.ok)({
        measured: fact.value,
        groups: report.coverage?.groups ?? [],
        outcome: report.gates[0] ?? null,
        passed: report.verdict === 'passed',
        notices,
        dirty: await dirty,
    });
}
/** Everything that only GitHub knows is unknown, and the gate does not ask for it; recorded baselines are not here. */
function factsOf({ headSha, base }, coverage, changedFiles) {
    return {
        ...(0,_src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .allUnknown */ .SH)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_14__/* .message */ .i)('unknown.notFetched', { what: 'GitHub' })),
        repository: { id: '', owner: '', name: '' },
        number: 0,
        title: '',
        author: null,
        state: 'open',
        isDraft: false,
        baseRef: base?.ref ?? '',
        baseSha: base?.sha ?? '',
        headSha,
        evaluatedAt: '',
        roles: {},
        changedFiles,
        coverage: (0,_src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(coverage),
        coverageBaseline: _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .absent */ .Ge,
        signOffs: _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .absent */ .Ge,
    };
}
/**
 * When the last of the files that the reports speak about was written. Here `HEAD` moves with every commit, so the time
 * of the checkout would call every report old that was made before it; what counts is whether a source changed since.
 */
function newestSource({ repository: { root } }, read) {
    const named = new Set(read.flatMap(({ report }) => [...report.files.keys()]));
    const times = [...named].flatMap(reported => {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, (0,_src_coverage_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .normalisePath */ .qb)(reported) ?? '');
        return file.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? (writtenAt(file) ?? []) : [];
    });
    return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
function writtenAt(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file).mtimeMs;
    }
    catch {
        return null;
    }
}
/** Told by their names, like the files whose lines are counted. */
async function dirtyFiles({ repository, headSha }, read) {
    const changed = await (0,_src_git_git_js__WEBPACK_IMPORTED_MODULE_6__/* .uncommittedFiles */ .bY)(repository, headSha);
    const nameOf = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const names = new Set(read.flatMap(({ report }) => [...report.files.keys()].map(nameOf)));
    return changed.ok ? changed.value.filter(path => names.has(nameOf(path))) : [];
}


/***/ })

};

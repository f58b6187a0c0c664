export const id = 447;
export const ids = [447];
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

/***/ 2447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  test: () => (/* binding */ test)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/evaluate.js + 2 modules
var evaluate = __webpack_require__(2457);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/decode.js
var decode = __webpack_require__(2792);
// EXTERNAL MODULE: ./build/src/policy/issues.js
var issues = __webpack_require__(8734);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
// EXTERNAL MODULE: ./build/src/policy/yaml.js
var yaml = __webpack_require__(6309);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/checklist/cover.js
var cover = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/src/checklist/places.js
var places = __webpack_require__(1368);
// EXTERNAL MODULE: ./build/src/coverage/measure.js + 2 modules
var measure = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts_facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/findings/measured.js
var measured = __webpack_require__(3186);
// EXTERNAL MODULE: ./build/src/gates/budgets/options.js
var options = __webpack_require__(237);
// EXTERNAL MODULE: ./build/src/gates/environments/matrix.js
var matrix = __webpack_require__(4324);
// EXTERNAL MODULE: ./build/src/gates/environments.js + 2 modules
var gates_environments = __webpack_require__(924);
// EXTERNAL MODULE: ./build/src/gates/findings/options.js
var findings_options = __webpack_require__(183);
// EXTERNAL MODULE: ./build/src/policy/environments.js
var environments = __webpack_require__(8044);
// EXTERNAL MODULE: ./build/src/policy/people.js
var policy_people = __webpack_require__(357);
;// CONCATENATED MODULE: ./build/src/cases/facts.js













const head = 'a'.repeat(40);
const base = 'b'.repeat(40);
const earlier = 'c'.repeat(40);
const here = { owner: 'owner', name: 'repository' };
/** An account is its login: in a case nobody renames anybody. */
const account = (login) => ({ id: login.toLowerCase(), login, type: 'User' });
/** Everything that a gate may know about the pull request of a case. */
function factsOfCase({ at, pull_request: pull }, policy, teams = {}) {
    const evaluatedAt = `${at}T12:00:00Z`;
    const files = pull.files.map(changedFile);
    const facts = {
        repository: { id: '1', ...here },
        number: 1,
        title: pull.title,
        author: account(pull.author),
        state: 'open',
        isDraft: pull.draft,
        baseRef: pull.base,
        baseSha: base,
        headSha: head,
        evaluatedAt,
        roles: rolesOf(policy, teams),
        changedFiles: (0,facts_facts/* present */.Eb)(files),
        commits: (0,facts_facts/* present */.Eb)([{ sha: head, contributors: [pull.author, ...pull.commits_by].map(account), unattributed: [] }]),
        reviews: (0,facts_facts/* present */.Eb)(pull.reviews.map(({ by, state, stale }, index) => ({
            id: String(index + 1),
            author: account(by),
            state,
            commitSha: stale ? earlier : head,
            submittedAt: evaluatedAt,
        }))),
        reviewRequests: (0,facts_facts/* present */.Eb)(pull.requested.map(who => who.includes('/')
            ? { kind: 'team', team: { id: who.replace(/^@/, ''), slug: who.replace(/^@/, '') } }
            : { kind: 'user', account: account(who.replace(/^@/, '')) })),
        coverage: coverageOf(pull, policy),
        coverageBaseline: baselineOf(pull, policy),
        signOffs: (0,facts_facts/* present */.Eb)(pull.signed.flatMap(one => signOffOf(one, { policy, files, pull, evaluatedAt }))),
        body: (0,facts_facts/* present */.Eb)(pull.body),
        labels: (0,facts_facts/* present */.Eb)(pull.labels),
        milestone: pull.milestone === undefined ? facts_facts/* absent */.Ge : (0,facts_facts/* present */.Eb)(pull.milestone),
        linkedIssues: (0,facts_facts/* present */.Eb)(pull.issues.map(issue => ({ ...issue, ...here, milestone: null }))),
        checks: (0,facts_facts/* present */.Eb)(pull.checks.map(one => checkOf(one, evaluatedAt))),
        deployments: (0,facts_facts/* present */.Eb)(Object.entries(pull.deployments).map(([environment, state]) => ({
            environment,
            state,
            sha: head,
            at: evaluatedAt,
            creator: account('github-actions'),
        }))),
        dependencies: (0,facts_facts/* present */.Eb)({ nodes: dependenciesOf(pull), truncated: false }),
        findings: findingsOf(pull, policy),
        findingsBaseline: facts_facts/* absent */.Ge,
        alerts: alertsOf(pull),
        ...valuesOf(pull, policy),
        impact: (0,facts_facts/* present */.Eb)({
            impacts: pull.impact.map(one => ({ ...one, line: 1, from: null, to: null })),
            unread: [],
        }),
        waivers: (0,facts_facts/* present */.Eb)(pull.waived.map(({ gate, by, reason }) => ({
            gate: String(gate),
            by: account(by),
            at: evaluatedAt,
            reason,
            headSha: head,
            baseRef: pull.base,
        }))),
    };
    return blinded(facts, pull.unknown);
}
const factOfWord = {
    files: 'changedFiles',
    commits: 'commits',
    reviews: 'reviews',
    requests: 'reviewRequests',
    coverage: 'coverage',
    body: 'body',
    labels: 'labels',
    milestone: 'milestone',
    issues: 'linkedIssues',
    checks: 'checks',
    deployments: 'deployments',
    dependencies: 'dependencies',
    findings: 'findings',
    alerts: 'alerts',
    values: 'values',
    impact: 'impact',
};
const blinded = (facts, words) => ({
    ...facts,
    ...Object.fromEntries(words.map(word => [factOfWord[word], (0,facts_facts/* unknown */.L5)((0,message/* message */.i)('unknown.notFetched', { what: factOfWord[word] }))])),
});
function rolesOf(policy, teams) {
    const known = new Map(Object.entries(teams).map(([team, members]) => [team.replace(/^@/, '').toLowerCase(), members]));
    return Object.fromEntries(Object.entries((0,environments/* roleEntries */.n)(policy)).map(([role, entries]) => {
        const people = entries.map(entry => ({ entry, person: (0,policy_people/* parsePerson */.J)(entry) }));
        const members = people.flatMap(({ entry, person }) => person?.kind === 'user' ? [person.login] : (known.get(entry.slice(1).toLowerCase()) ?? []));
        const slugs = people.flatMap(({ entry, person }) => (person?.kind === 'team' ? [entry.slice(1)] : []));
        const unresolved = slugs
            .filter(slug => !known.has(slug.toLowerCase()))
            .map(slug => ({ entry: `@${slug}`, reason: (0,message/* message */.i)('unknown.team', { team: `@${slug}` }) }));
        const resolved = slugs.filter(slug => known.has(slug.toLowerCase()));
        return [role, { members: members.map(account), teams: resolved.map(slug => ({ id: slug, slug })), unresolved }];
    }));
}
function changedFile(given) {
    const file = typeof given === 'string' ? { path: given, status: 'modified', added: ['x'], removed: [] } : given;
    const from = 'from' in file ? file.from : undefined;
    const lines = [
        ...file.removed.map(text => ({ kind: 'removed', text })),
        ...file.added.map(text => ({ kind: 'added', text })),
    ];
    return {
        path: file.path,
        ...(from === undefined ? {} : { previousPath: from }),
        status: file.status,
        kind: 'text',
        blob: (0,external_node_crypto_.createHash)('sha1').update(JSON.stringify(file)).digest('hex'),
        additions: file.added.length,
        deletions: file.removed.length,
        hunks: lines.length === 0
            ? []
            : [{ oldStart: file.removed.length > 0 ? 1 : 0, newStart: file.added.length > 0 ? 1 : 0, lines }],
    };
}
/** Hundredths of a percent, so that 84.1 stays 84.1. */
const ratio = (percent) => ({ covered: Math.round(percent * 100), total: 10_000 });
function coverageOf({ coverage }, policy) {
    const options = policy.gates.coverage;
    if (coverage === undefined)
        return facts_facts/* absent */.Ge;
    return (0,facts_facts/* present */.Eb)({
        schemaVersion: 1,
        headSha: head,
        scope: options === undefined ? '' : (0,measure/* scopeOf */.Od)(options),
        reports: [],
        problems: [],
        incomplete: [],
        tests: [],
        project: ratio(coverage.project),
        branches: { covered: 0, total: 0 },
        functions: { covered: 0, total: 0 },
        patch: ratio(coverage.patch),
        groups: [],
        changed: [],
        worst: [],
        uncovered: [],
        partial: [],
        unreported: [],
        moved: 0,
        files: 1,
    });
}
function baselineOf({ coverage }, policy) {
    const options = policy.gates.coverage;
    if (coverage?.base === undefined || options === undefined)
        return facts_facts/* absent */.Ge;
    return (0,facts_facts/* present */.Eb)({ sha: base, scope: (0,measure/* scopeOf */.Od)(options), project: ratio(coverage.base) });
}
function signOffOf({ item: id, by, stale, environment, open }, { policy, files, pull, evaluatedAt }) {
    return policy.checklists.flatMap(checklist => checklist.items
        .filter(item => item.id === id)
        .flatMap(item => (0,places/* environmentsOf */.M2)(item).map(named => ({ item, named })))
        .filter(({ named }) => environment === undefined || named.environment === environment)
        .map(({ item, named }) => ({
        checklist: checklist.id,
        item: id,
        ...named,
        ...(open === undefined ? {} : { conditions: open }),
        by: account(by),
        at: evaluatedAt,
        via: 'command',
        headSha: stale ? earlier : head,
        baseRef: pull.base,
        itemHash: (0,cover/* itemHash */.AE)(item),
        covered: stale ? {} : (0,cover/* coveredFiles */.O6)(item, files),
    })));
}
const checkOf = (given, at) => {
    const check = typeof given === 'string' ? { name: given, state: 'passed', app: 'github-actions' } : given;
    return {
        kind: 'check',
        name: check.name,
        app: { id: check.app, slug: check.app },
        creator: null,
        workflow: null,
        state: check.state,
        at,
        url: null,
    };
};
function dependenciesOf({ dependencies }) {
    const own = { ...here, number: 1 };
    const self = { ...own, dependsOn: [], state: 'open', title: '', verdict: null };
    const others = Object.entries(dependencies).map(([name, state]) => {
        const [, owner = '', repository = '', number = ''] = /^([\w.-]+)\/([\w.-]+)#(\d+)$/.exec(name) ?? [];
        return { owner, name: repository, number: Number(number), dependsOn: [own], state, title: '', verdict: null };
    });
    return [self, ...others];
}
function findingsOf({ findings }, policy) {
    if (findings === undefined)
        return facts_facts/* absent */.Ge;
    const tools = [...new Set(findings.map(one => one.tool))];
    const defects = findings.map(({ rule, severity, path = null, line = null, tool, new: isNew }, index) => ({
        tool,
        rule,
        severity,
        message: rule,
        path,
        line,
        endLine: null,
        fingerprint: String(index),
        suppressed: false,
        isNew,
        onChangedLine: isNew,
    }));
    const options = policy.gates.findings;
    return (0,facts_facts/* present */.Eb)({
        schemaVersion: 1,
        headSha: head,
        scope: options === undefined ? '' : (0,findings_options/* findingsScope */.tE)(options),
        files: [{ path: 'results.sarif', sha256: '', tools }],
        problems: [],
        defects,
        tools: (0,measured/* countByTool */.d5)(tools, defects),
        omitted: {},
        omittedSome: { new: {}, changed: {}, suppressed: {} },
        comparedWith: base,
    });
}
function alertsOf({ alerts }) {
    return (0,facts_facts/* present */.Eb)(alerts.map(({ new: isNew, path = null, ...alert }, index) => ({
        ...alert,
        number: index + 1,
        tool: alert.kind,
        path,
        line: null,
        isNew,
    })));
}
function valuesOf({ values, tests }, { gates }) {
    const { budgets, environments } = gates;
    if (values === undefined && tests === undefined)
        return { values: facts_facts/* absent */.Ge, valuesBaseline: facts_facts/* absent */.Ge };
    const named = Object.entries(values ?? {}).flatMap(([name, given]) => (budgets?.rules ?? [])
        .filter(rule => (0,options/* budgetName */.V7)(rule) === name)
        .map(rule => ({ name, file: rule.file, source: (0,options/* budgetSource */.ZM)(rule), given })));
    const junit = environments?.junit ?? '';
    const cells = (tests ?? []).map(({ cell, tests, failures }) => ({
        cell,
        source: (0,gates_environments/* cellSource */.C)((0,matrix/* fill */.GS)(junit, cell, matrix/* inGlob */.SO)),
        run: { name: (0,matrix/* labelOf */.Wy)(cell), tests, failures, errors: 0, skipped: 0 },
        problems: [],
    }));
    const numbers = (of) => named.flatMap(({ given, ...rest }) => of(given).map(value => ({ ...rest, value })));
    return {
        values: (0,facts_facts/* present */.Eb)({
            schemaVersion: 1,
            headSha: head,
            scope: '',
            values: numbers(given => [typeof given === 'number' ? given : given.value]),
            cells,
            problems: [],
        }),
        valuesBaseline: (0,facts_facts/* present */.Eb)({
            sha: base,
            scope: '',
            values: numbers(given => (typeof given === 'number' ? [] : [given.base])),
        }),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
// EXTERNAL MODULE: ./build/src/impact/model.js
var model = __webpack_require__(9365);
;// CONCATENATED MODULE: ./build/src/cases/schema.js



const login = schemas/* string */.YjP().min(1).max(100);
const percent = schemas/* number */.aig().min(0).max(100);
const severity = schemas/* enum */.k5n(['critical', 'high', 'medium', 'low', 'none']);
const gateStatus = schemas/* enum */.k5n(['passed', 'failed', 'waiting', 'skipped', 'waived', 'unknown', 'off']);
const file = schemas/* union */.KCZ([
    schemas/* string */.YjP().min(1),
    schemas/* strictObject */.rej({
        path: schemas/* string */.YjP().min(1),
        status: schemas/* enum */.k5n(['added', 'modified', 'deleted', 'renamed', 'copied', 'changed']).default('modified'),
        from: schemas/* string */.YjP().min(1).optional().describe('Old path of a rename or copy.'),
        added: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Lines that the pull request adds.'),
        removed: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Lines that it removes.'),
    }),
]);
const review = schemas/* strictObject */.rej({
    by: login,
    state: schemas/* enum */.k5n(['approved', 'changes_requested', 'commented', 'dismissed']).default('approved'),
    stale: schemas/* boolean */.zMY().default(false).describe('Given for an earlier head.'),
});
const check = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1),
    state: schemas/* enum */.k5n(['passed', 'failed', 'pending', 'skipped', 'neutral', 'cancelled', 'action_required', 'stale'])
        .default('passed'),
    app: schemas/* string */.YjP().default('github-actions').describe('Slug of the app that reports it.'),
});
const defect = schemas/* strictObject */.rej({
    rule: schemas/* string */.YjP().min(1),
    severity,
    path: schemas/* string */.YjP().optional(),
    line: schemas/* int */.Whr().min(1).optional(),
    tool: schemas/* string */.YjP().default('tool'),
    new: schemas/* boolean */.zMY().default(true),
});
const schema_alert = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(['code-scanning', 'dependabot', 'secret-scanning']),
    rule: schemas/* string */.YjP().min(1),
    severity,
    path: schemas/* string */.YjP().optional(),
    new: schemas/* boolean */.zMY().default(true),
});
const value = schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* strictObject */.rej({ value: schemas/* number */.aig(), base: schemas/* number */.aig() })]);
const tests = schemas/* strictObject */.rej({
    cell: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).describe('Cell of the matrix: `{ os: linux, db: postgres }`.'),
    tests: schemas/* int */.Whr().min(0).default(1),
    failures: schemas/* int */.Whr().min(0).default(0),
});
const statement = schemas/* strictObject */.rej({
    kind: schemas/* enum */.k5n(model/* impactKinds */.a),
    key: schemas/* string */.YjP().min(1),
    direction: schemas/* enum */.k5n(['added', 'removed', 'changed']).default('changed'),
    destructive: schemas/* boolean */.zMY().default(false),
    file: schemas/* string */.YjP().default('deploy'),
});
const issue = schemas/* strictObject */.rej({
    number: schemas/* int */.Whr().min(1),
    title: schemas/* string */.YjP().default(''),
    body: schemas/* string */.YjP().default(''),
    state: schemas/* enum */.k5n(['open', 'closed']).default('open'),
    labels: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
/** Facts that a case may declare unreadable. */
const blind = schemas/* enum */.k5n([
    'files',
    'commits',
    'reviews',
    'requests',
    'coverage',
    'body',
    'labels',
    'milestone',
    'issues',
    'checks',
    'deployments',
    'dependencies',
    'findings',
    'alerts',
    'values',
    'impact',
]);
/** A pull request in the words of whoever writes a case; what is left out is there and empty. */
const pullRequest = schemas/* strictObject */.rej({
    author: login.default('author'),
    title: schemas/* string */.YjP().default('A change'),
    body: schemas/* string */.YjP().default(''),
    base: schemas/* string */.YjP().min(1).default('main'),
    draft: schemas/* boolean */.zMY().default(false),
    labels: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    milestone: schemas/* string */.YjP().optional(),
    issues: schemas/* array */.YOg(issue).default([]).describe('Issues that it closes.'),
    files: schemas/* array */.YOg(file).default([]),
    commits_by: schemas/* array */.YOg(login).default([]).describe('Who has committed beside the author.'),
    reviews: schemas/* array */.YOg(review).default([]),
    requested: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe('Logins, or `owner/team`.'),
    coverage: schemas/* strictObject */.rej({ project: percent, patch: percent.default(100), base: percent.optional() })
        .optional()
        .describe('Percent. Left out: CI has not reported.'),
    findings: schemas/* array */.YOg(defect).optional().describe('Left out: CI has not reported.'),
    alerts: schemas/* array */.YOg(schema_alert).default([]).describe("Open alerts of GitHub's scanners."),
    values: schemas/* record */.g1P(schemas/* string */.YjP(), value).optional().describe('Numbers of the budgets by name; left out: not measured.'),
    tests: schemas/* array */.YOg(tests).optional().describe('JUnit results by cell of `environments`; left out: none ran.'),
    checks: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP().min(1), check])).default([]),
    deployments: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* enum */.k5n(['success', 'failure', 'pending', 'inactive'])).default({}),
    dependencies: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[\w.-]+\/[\w.-]+#\d+$/), schemas/* enum */.k5n(['open', 'closed', 'merged', 'unread']))
        .default({})
        .describe('Pull requests that it depends on: `owner/repo#12: merged`.'),
    impact: schemas/* array */.YOg(statement).default([]),
    signed: schemas/* array */.YOg(schemas/* strictObject */.rej({
        item: schemas/* string */.YjP().min(1),
        by: login,
        stale: schemas/* boolean */.zMY().default(false),
        environment: schemas/* string */.YjP()
            .min(1)
            .optional()
            .describe('For an item with `environments`; left out: for all of them.'),
        open: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).optional().describe('Open points that were accepted.'),
    }))
        .default([]),
    waived: schemas/* array */.YOg(schemas/* strictObject */.rej({ gate: schemas/* enum */.k5n(gates/* gateIds */.G), by: login, reason: schemas/* string */.YjP().min(1) })).default([]),
    unknown: schemas/* array */.YOg(blind).default([]).describe('What nobody could read.'),
});
const expectation = schemas/* strictObject */.rej({
    verdict: schemas/* enum */.k5n(['passed', 'waiting', 'failed', 'unknown']).optional(),
    gates: schemas/* record */.g1P(schemas/* string */.YjP(), gateStatus).default({}),
    checklists: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* enum */.k5n(['passed', 'waiting', 'skipped', 'unknown'])).default({}),
    risk: schemas/* enum */.k5n(['low', 'medium', 'high', 'unknown']).optional(),
})
    .describe('What must come out; what is left out is not looked at.');
/** A file of cases. */
const casesSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    policy: schemas/* string */.YjP().min(1).optional().describe('Relative to this file. Left out: the policy of the working tree.'),
    teams: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(login))
        .default({})
        .describe('Members of the teams that roles of the policy name: `acme/implementation: [ana]`.'),
    cases: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP().min(1).max(200),
        at: iso/* date */.p6().default('2026-01-01').describe('Day of the evaluation, for waivers.'),
        pull_request: pullRequest,
        expect: expectation,
    }))
        .min(1)
        .max(200),
});

;// CONCATENATED MODULE: ./build/src/cases/run.js









/** Reads a file of cases; every problem with its place. */
function readCases(bytes, path) {
    const text = (0,decode/* decode */.D)(bytes);
    const at = (offset, before) => (0,policy_text/* lineIndex */.Dp)(before)(offset);
    if (!text.ok) {
        const { code, message: told, offset, before } = text.error;
        return (0,result/* err */._)([{ code, message: told, path, ...at(offset, before), keyPath: '' }]);
    }
    const { value, problems, places } = (0,yaml/* readYaml */.gM)(text.value);
    const position = (0,policy_text/* lineIndex */.Dp)(text.value);
    if (problems.length > 0 || value === undefined || value === null) {
        const told = problems.length > 0
            ? problems
            : [{ code: 'CFG-EMPTY', message: (0,message/* message */.i)('policy.empty', {}), offset: 0, keys: [] }];
        return (0,result/* err */._)(told.map(one => ({
            code: one.code,
            message: one.message,
            path,
            ...position(one.offset),
            keyPath: (0,policy_text/* keyPath */.Dw)(one.keys),
        })));
    }
    const parsed = casesSchema.safeParse(value);
    if (parsed.success)
        return (0,result.ok)(parsed.data);
    return (0,result/* err */._)((0,issues/* problemsOf */.GW)(parsed.error.issues, casesSchema, value).map(({ code, message: told, keys }) => {
        const place = position(places.offset(keys, code === 'CFG-UNKNOWN' ? 'key' : 'value'));
        return { code, message: told, path, ...place, keyPath: (0,policy_text/* keyPath */.Dw)(keys) };
    }));
}
/** Judges the pull request of a case and compares what came out with what was expected. */
function runCase(given, policy, teams) {
    const facts = factsOfCase(given, policy, teams);
    const origin = { source: 'base', path: '', sha: facts.baseSha, sha256: '' };
    const report = (0,evaluate/* evaluate */._)({ state: 'present', policy, origin }, facts);
    return { name: given.name, report, mismatches: mismatches(given.expect, report) };
}
function mismatches(expected, report) {
    const differs = (what, wanted, got, why) => wanted === got ? [] : [{ message: (0,message/* message */.i)('cases.differs', { what, wanted, got }), why }];
    const verdict = expected.verdict === undefined ? [] : differs('verdict', expected.verdict, report.verdict, null);
    const risk = expected.risk === undefined ? [] : differs('risk', expected.risk, report.impact?.risk ?? 'unknown', null);
    const gates = Object.entries(expected.gates).flatMap(([id, wanted]) => {
        const outcome = report.gates.find(({ gate }) => gate === id);
        return differs(`gates.${id}`, wanted, outcome?.result.status ?? 'off', outcome?.result.summary ?? null);
    });
    const checklists = Object.entries(expected.checklists).flatMap(([id, wanted]) => {
        const outcome = report.checklists.find(({ checklist }) => checklist === id);
        return differs(`checklists.${id}`, wanted, outcome?.status ?? 'off', outcome?.summary ?? null);
    });
    return [...verdict, ...risk, ...gates, ...checklists];
}

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: ./build/src/render/voice.js
var voice = __webpack_require__(820);
// EXTERNAL MODULE: ./build/cli/checkout.js + 1 modules
var cli_checkout = __webpack_require__(7991);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/coverage/reports.js
var reports = __webpack_require__(3383);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/test.js












/** Where cases stand when nobody names a file. */
const usual = '.github/delivery-gates.test.yml';
const test_options = {
    ...cli_checkout/* sharedOption */.jL,
    policy: { about: 'cli.test.option.policy', value: 'FILE' },
};
/** Judges the pull requests of case files and says where the verdicts are not the expected ones. */
const test = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…] [FILE…]'],
    about: 'cli.test.about',
    options: test_options,
    async run({ values, positionals }, world) {
        const tested = [];
        let locale = values.locale ?? 'en';
        for (const path of positionals.length > 0 ? positionals : [usual]) {
            const one = await testFile(path, values, world.cwd);
            if (!one.ok)
                return one;
            locale = values.locale ?? one.value.locale;
            tested.push(one.value);
        }
        world.print(values.json ? (0,json/* jsonLine */.r)({ files: tested.map(asJson) }) : show(tested, locale));
        return (0,result.ok)(tested.every(({ results }) => results.every(result => result.mismatches.length === 0)) ? 0 : 1);
    },
});
async function testFile(path, { policy: policyFile, shared }, cwd) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path));
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.unreadable', { code }) });
    }
    const cases = readCases(bytes, path);
    if (!cases.ok)
        return (0,result/* err */._)((0,cli_checkout/* firstProblem */.AX)(cases.error));
    const named = cases.value.policy;
    const beside = named === undefined ? undefined : (0,reports/* slashed */.df)((0,external_node_path_.relative)(cwd, (0,external_node_path_.resolve)(cwd, (0,external_node_path_.dirname)(path), named)));
    const judging = await policyFor(policyFile ?? beside, cwd, shared);
    if (!judging.ok)
        return judging;
    const { policy } = judging.value;
    const results = cases.value.cases.map(one => runCase(one, policy, cases.value.teams));
    return (0,result.ok)({ path, results, locale: policy.locale });
}
async function policyFor(file, cwd, shared) {
    if (file !== undefined)
        return (0,cli_checkout/* policyInFile */.kQ)(file, cwd, shared);
    const checkout = await (0,cli_checkout/* needCheckout */.di)(cwd);
    return checkout.ok ? (0,cli_checkout/* policyOf */.US)(checkout.value, null, shared) : checkout;
}
const asJson = ({ path, results }) => ({
    path,
    cases: results.map(({ name, report, mismatches }) => ({
        name,
        passed: mismatches.length === 0,
        verdict: report.verdict,
        mismatches: mismatches.map(one => one.message),
    })),
});
function show(tested, locale) {
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    const say = (told) => (0,format/* sentence */.em)(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ');
    const lines = tested.flatMap(({ path, results }) => [
        f.code(path),
        ...results.flatMap(({ name, mismatches }) => [
            `  ${mismatches.length === 0 ? '✓' : '✗'} ${f.text(name)}`,
            ...mismatches.map(({ message: told, why }) => `      ${why === null ? say(told) : (0,voice/* labelled */.wW)(say(told), say(why), locale)}`),
        ]),
    ]);
    const all = tested.flatMap(({ results }) => results);
    const failed = all.filter(({ mismatches }) => mismatches.length > 0).length;
    return `${[...lines, say((0,message/* message */.i)('cli.test.sum', { cases: all.length, failed }))].join('\n')}\n`;
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

/***/ 5601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* unused harmony exports md, codeSpan, markdownFormatter, htmlFormatter, tableRow */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);


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
const entities = {
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
    return inert(prose(text, max));
}
function inert(text) {
    return live
        .reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), text)
        .replace(/[&<>\\`*~[\]|$\u200b]/g, character => entities[character] ?? character)
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
        .replace(/^(\d*)([#+\-=.)])/, (_, digits, mark) => `${digits}&#${mark.charCodeAt(0)};`);
}
/**
 * A code span whose fence is longer than any run of backticks inside. A pipe would end a table cell even there, so a
 * literal with one becomes `<code>`.
 */
function codeSpan(text) {
    const shown = literal(text, maxLiteral);
    if (shown === '')
        return '`""`';
    if (shown.includes('|'))
        return `<code>${inert(shown)}</code>`;
    const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A link when the URL is one of http(s) without credentials and not absurdly long; else the label alone. */
function link(label, url) {
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
        ...notation(locale),
        code: codeSpan,
        text: text => md(text),
        person: login => link(inert(`@${literal(login, 100)}`), target(loginPattern.test(login), known => known.user(login.replace('[bot]', '')))),
        sha: sha => link(codeSpan(sha.slice(0, 7)), target(shaPattern.test(sha), known => known.commit(sha))),
        place: (path, start, end) => link(codeSpan(place(path, start, end)), target(path !== '', known => known.file(path.toWellFormed(), start))),
    };
}
/** The same text where Markdown is not read, as in `<summary>`: entities yes, code spans and links no. */
function htmlFormatter(locale) {
    const text = (value) => inert(literal(value, maxLiteral));
    return {
        ...notation(locale),
        code: text,
        text: value => md(value),
        person: login => text(`@${login}`),
        sha: sha => text(sha.slice(0, 7)),
        place: (path, start, end) => text(place(path, start, end)),
    };
}
/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
const tableRow = (cells) => `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`;


/***/ }),

/***/ 820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ plainVoice),
/* harmony export */   wW: () => (/* binding */ labelled)
/* harmony export */ });
/* unused harmony export markdownVoice */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7394);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5601);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2542);




const maxSentence = 3_000;
function markdownVoice(locale, links) {
    const f = markdownFormatter(locale, links);
    const plain = plainFormatter(locale);
    return {
        locale,
        f,
        say: told => {
            const text = oneLine(sentence(told, locale, f));
            return text.length <= maxSentence ? text : md(sentence(told, locale, plain), 400);
        },
    };
}
function plainVoice(locale) {
    const f = (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainFormatter */ .P)(locale);
    return { locale, f, say: told => (0,_inert_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(oneLine((0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(told, locale, f)), maxSentence) };
}
const oneLine = (text) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
const colon = { en: ': ', 'zh-CN': '：' };
/** `label: text` in the locale's punctuation. */
const labelled = (label, text, locale) => `${label}${colon[locale]}${text}`;


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

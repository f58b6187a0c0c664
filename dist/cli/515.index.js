export const id = 515;
export const ids = [515];
export const modules = {

/***/ 6676:
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
// EXTERNAL MODULE: ./build/src/evaluate.js
var evaluate = __webpack_require__(7330);
// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/gates/index.js + 20 modules
var gates = __webpack_require__(4029);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/workspace/coverage.js + 6 modules
var coverage = __webpack_require__(2652);
// EXTERNAL MODULE: ./build/src/workspace/impact.js
var workspace_impact = __webpack_require__(7465);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
// EXTERNAL MODULE: ./build/src/workspace/reports.js
var reports = __webpack_require__(9812);
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
        scope: digest([...rules.map(options/* budgetSource */.ZM), ...cells.cells.map(cell => cell.source)]),
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
const digest = (value) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
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
        if (error instanceof TooLarge)
            return broken(rules, name => (0,message/* message */.i)('budgets.size', { name, file: path, limit: maxValuesFile }));
        return broken(rules, () => (0,message/* message */.i)('action.report.unreadable', { path, code: codeOf(error) }));
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
    const read = (0,metrics/* readValues */.N$)(limited(file), (0,options/* formatOf */.be)(first), wanted);
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
const codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const measuredAs = (rule, value, problem) => ({
    name: (0,options/* budgetName */.V7)(rule),
    file: rule.file,
    value,
    ...(problem === undefined ? {} : { problem }),
    source: (0,options/* budgetSource */.ZM)(rule),
});
class TooLarge extends Error {
}
function* limited({ chunks }) {
    let size = 0;
    for (const chunk of chunks()) {
        size += chunk.length;
        if (size > maxValuesFile)
            throw new TooLarge();
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
        return refused((0,message/* message */.i)('action.report.unreadable', { path, code: codeOf(error) }));
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
    const { budgets, environments } = policy.gates;
    const values = await measureValues({ budgets, environments, ...measured });
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

/***/ 5971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1170);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2135);
/* harmony import */ var _policy_change_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7463);




const findingsPerGate = 50;
const lineLimit = 2_000;
/**
 * A report for a log or a terminal: plain lines, each of them starting with a word or mark of ours, so that no text from
 * outside can be taken for a workflow command. Ends with a line break.
 */
function renderText(report, options) {
    const voice = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .plainVoice */ .R5)(options.locale);
    const rows = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(report).slice(0, lineLimit);
    const findings = new Map((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsOf */ .WX)(report).map(entry => [entry.outcome.gate, entry.findings]));
    const items = new Map(report.checklists.map(outcome => [outcome.checklist, outcome.items]));
    const text = [
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(report, voice, options).join(' · '),
        ...rows.flatMap(row => [
            `- ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labelled */ .wW)(`${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .stateText */ .r9)(row, voice)} · ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .rowName */ ._k)(row, voice)}`, voice.say(row.why), voice.locale)}`,
            ...(row.next === null
                ? []
                : [`    ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labelled */ .wW)(voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('report.next', {})), voice.say(row.next), voice.locale)}`]),
            ...(row.kind === 'gate'
                ? findingLines(findings.get(row.id) ?? [], voice)
                : (items.get(row.id) ?? []).map(item => `    [${item.state.status === 'done' ? 'x' : ' '}] ${[voice.f.text((0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .itemText */ .rv)(item, voice.locale)), item.id === '' ? '' : voice.f.code(item.id), ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .itemPieces */ .z3)(item, voice)].filter(piece => piece !== '').join(' · ')}`)),
        ]),
        ...impactText(report, voice),
        ...policyText(report, voice),
        ...(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .noticesOf */ .lx)(report).map(notice => `* ${(0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeText */ .ut)(notice, voice)}`),
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .footerPieces */ .zT)(report, voice, noLinks).join(' · '),
    ];
    return `${text.join('\n')}\n`;
}
/** What merging does to the policy. */
function policyText({ policyChange }, voice) {
    if (policyChange === null)
        return [];
    const title = voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policyChange.title', { path: policyChange.path }));
    return [
        `* ${title}`,
        ...(0,_policy_change_js__WEBPACK_IMPORTED_MODULE_3__/* .policyChangeLines */ .c)(policyChange, voice)
            .slice(0, findingsPerGate)
            .map(line => `    - ${line}`),
    ];
}
/** Nothing where nobody looked, or where nothing changes. */
function impactText({ impact }, voice) {
    if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low'))
        return [];
    const [title = '', ...rest] = (0,_impact_js__WEBPACK_IMPORTED_MODULE_0__/* .impactLines */ .e)(impact, voice);
    return [`* ${title}`, ...rest.slice(0, findingsPerGate).map(line => `    - ${line}`)];
}
const noLinks = { commit: () => '', user: () => '', file: () => '' };
function findingLines(findings, voice) {
    const shown = findings.slice(0, findingsPerGate).map(finding => {
        const text = (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .findingText */ .NK)(finding, voice);
        const { path, line, endLine } = finding;
        return `    - ${path === undefined || path === '' ? text : (0,_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .labelled */ .wW)(voice.f.place(path, line, endLine), text, voice.locale)}`;
    });
    const left = findings.length - shown.length;
    return left > 0 ? [...shown, `    - ${voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('report.more', { count: left }))}`] : shown;
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ impactBetween)
/* harmony export */ });
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3802);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(998);
/* harmony import */ var _impact_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2033);
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

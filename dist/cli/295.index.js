export const id = 295;
export const ids = [295];
export const modules = {

/***/ 6295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   impact: () => (/* binding */ impact)
/* harmony export */ });
/* harmony import */ var _src_git_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(998);
/* harmony import */ var _src_impact_risk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5653);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(454);
/* harmony import */ var _src_render_impact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1170);
/* harmony import */ var _src_render_voice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(820);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);
/* harmony import */ var _src_workspace_impact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7465);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7991);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3192);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2227);










const options = {
    base: { about: 'cli.impact.option.base', value: 'REF' },
    head: { about: 'cli.impact.option.head', value: 'REF' },
};
/** Prints what a range of commits changes for whoever deploys. */
const impact = (0,_command_js__WEBPACK_IMPORTED_MODULE_6__/* .defineCommand */ .N)({
    forms: ['[OPTION…] --base REF [--head REF]'],
    about: 'cli.impact.about',
    options,
    async run({ values, positionals }, world) {
        const [extra] = positionals;
        if (extra !== undefined)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('cli.positional', { got: extra }) });
        if (values.base === undefined)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('cli.noBase', {}) });
        const checkout = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_5__/* .needCheckout */ .di)(world.cwd);
        if (!checkout.ok)
            return checkout;
        const repository = checkout.value;
        const base = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_5__/* .commitNamed */ .vj)(repository, 'base', values.base);
        if (!base.ok)
            return base;
        const head = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_5__/* .headNamed */ .OE)(repository, values.head);
        if (!head.ok)
            return head;
        const judging = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_5__/* .policyOf */ .US)(repository, base.value);
        if (!judging.ok)
            return judging;
        const { policy } = judging.value;
        const locale = values.locale ?? policy.locale;
        const changedFiles = await (0,_src_git_git_js__WEBPACK_IMPORTED_MODULE_0__/* .changedFilesBetween */ .aL)(repository, base.value.sha, head.value.sha);
        if (changedFiles.state === 'unknown')
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: changedFiles.reason, locale });
        const fact = await (0,_src_workspace_impact_js__WEBPACK_IMPORTED_MODULE_4__/* .impactBetween */ .Z)(repository, base.value.sha, head.value.sha, changedFiles);
        if (fact.state === 'unknown')
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: fact.reason, locale });
        const report = (0,_src_impact_risk_js__WEBPACK_IMPORTED_MODULE_1__/* .impactOf */ .u)(policy, { changedFiles, impact: fact });
        if (report === null)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('unknown.notFetched', { what: 'impact' }), locale });
        const { risk, impacts, reasons, unread } = report;
        world.print(values.json
            ? (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .jsonLine */ .r)({ risk, impacts, reasons, unread })
            : `${(0,_src_render_impact_js__WEBPACK_IMPORTED_MODULE_2__/* .impactLines */ .e)(report, (0,_src_render_voice_js__WEBPACK_IMPORTED_MODULE_3__/* .plainVoice */ .R5)(locale)).join('\n')}\n`);
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(0);
    },
});


/***/ }),

/***/ 5653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ impactOf)
/* harmony export */ });
/* unused harmony export riskOf */
/* harmony import */ var _facts_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6786);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7183);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);



/** What one statement of a kind weighs in a component of medium risk; a destructive one always weighs most. */
const weights = {
    'env-var': 'medium',
    'config-key': 'medium',
    migration: 'high',
    port: 'medium',
    'base-image': 'medium',
    'container-user': 'medium',
    volume: 'medium',
    'file-permission': 'low',
    'helm-value': 'medium',
    'compose-service': 'medium',
    'k8s-resource': 'medium',
    'ansible-var': 'medium',
    'terraform-var': 'medium',
    'api-surface': 'medium',
    'runtime-version': 'medium',
    'dependency-major': 'medium',
    'feature-flag': 'low',
    cron: 'low',
};
const order = ['low', 'medium', 'high'];
const level = (risk) => order.indexOf(risk);
/** One step up in a component of high risk, one down in one of low. */
const shift = { low: -1, medium: 0, high: 1 };
const combine = (kind, component) => order[Math.min(2, Math.max(0, level(kind) + shift[component]))] ?? 'high';
/** Risk = what kind of change × in which component; the heaviest statement decides. `null`: nobody looked. */
function assessImpact(fact, files, policy) {
    if (fact.state === 'absent')
        return null;
    if (fact.state === 'unknown')
        return { risk: 'unknown', reasons: [fact.reason], impacts: [], unread: [] };
    const ignored = policy.ignore === undefined ? null : (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(policy.ignore);
    const impacts = fact.value.impacts.filter(impact => !ignored?.matches(impact.file));
    const unread = fact.value.unread.filter(path => !ignored?.matches(path));
    const componentOf = componentFinder(policy.components);
    const weighed = [
        ...impacts.map(impact => weigh(impact, componentOf(impact.file), policy)),
        ...untouched(files, policy),
    ].toSorted((a, b) => level(b.risk) - level(a.risk));
    const risk = weighed[0]?.risk ?? 'low';
    const reasons = weighed.filter(one => one.risk === risk && risk !== 'low').map(one => one.reason);
    if (unread.length > 0 && risk !== 'high') {
        return { risk: 'unknown', reasons: [(0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('impact.unread', { files: unread }), ...reasons], impacts, unread };
    }
    return { risk, reasons: reasons.slice(0, 10), impacts, unread };
}
/** Risk of a pull request under a policy; a change that nobody looked at is not known to be harmless. */
const riskOf = (policy, facts) => impactOf(policy, facts)?.risk ?? 'unknown';
const impactOf = ({ components, impact }, { impact: fact, changedFiles }) => assessImpact(fact, changedFiles, { components, ...impact });
function weigh(impact, component, policy) {
    const { kind, key, destructive } = impact;
    const own = policy.weights?.[kind] ?? weights[kind];
    const risk = destructive ? 'high' : combine(own, component.risk);
    return { risk, reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('impact.reason', { kind, key, destructive, component: component.name }) };
}
/** A component of high risk makes any change of it at least medium. */
function untouched(files, { components }) {
    if (files.state !== 'present')
        return [];
    return Object.entries(components).flatMap(([name, { paths, risk }]) => {
        if (risk !== 'high')
            return [];
        const globs = (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(paths);
        const touched = files.value.some(file => (0,_facts_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .changedPaths */ .vl)(file).some(globs.matches));
        return touched ? [{ risk: 'medium', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('impact.reason.component', { component: name }) }] : [];
    });
}
/** The riskiest component that a file belongs to. */
function componentFinder(components) {
    const compiled = Object.entries(components)
        .map(([name, { paths, risk = 'medium' }]) => ({ name, risk, globs: (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(paths) }))
        .toSorted((a, b) => level(b.risk) - level(a.risk));
    return path => compiled.find(one => one.globs.matches(path)) ?? { name: null, risk: 'medium' };
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


/***/ })

};

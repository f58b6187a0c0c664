export const id = 538;
export const ids = [538];
export const modules = {

/***/ 4538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _src_evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2457);
/* harmony import */ var _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3802);
/* harmony import */ var _src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5155);
/* harmony import */ var _src_github_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1525);
/* harmony import */ var _src_github_shared_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9556);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(454);
/* harmony import */ var _src_policy_defaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7776);
/* harmony import */ var _src_policy_needs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2201);
/* harmony import */ var _src_policy_search_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7502);
/* harmony import */ var _src_policy_text_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(5493);
/* harmony import */ var _src_render_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2006);
/* harmony import */ var _src_render_voice_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(820);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5800);
/* harmony import */ var _src_workspace_policy_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5233);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6888);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7991);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3192);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1290);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2227);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1681);




















const options = {
    policy: { about: 'cli.explain.option.policy', value: 'FILE' },
    ..._checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .sharedOption */ .jL,
    facts: { about: 'cli.check.option.facts', value: 'FILE' },
    pr: { about: 'cli.explain.option.pr', value: 'N' },
    ..._github_js__WEBPACK_IMPORTED_MODULE_13__/* .remoteOptions */ .JB,
};
/** Says where every value of the policy is from; for one pull request, why each gate decided. */
const explain = (0,_command_js__WEBPACK_IMPORTED_MODULE_12__/* .defineCommand */ .N)({
    forms: ['[OPTION…] [KEY…]', '[OPTION…] --facts FILE [--policy FILE]', '[OPTION…] --pr N --repo OWNER/NAME'],
    about: 'cli.explain.about',
    options,
    async run({ values, positionals: keys }, world) {
        const { facts, pr, policy, shared } = values;
        if (facts !== undefined) {
            const judged = await (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_10__/* .judgeFile */ .G)({ facts, policy, shared }, world.cwd);
            if (!judged.ok)
                return judged;
            return say(judged.value.report, values.locale ?? judged.value.locale, values.json === true, world);
        }
        if (pr !== undefined) {
            const judged = await judgePull(pr, values, world);
            if (!judged.ok)
                return judged;
            const { report, locale, unseen } = judged.value;
            const code = say(report, values.locale ?? locale, values.json === true, world);
            if (unseen !== null)
                world.warn(`${(0,_src_render_voice_js__WEBPACK_IMPORTED_MODULE_8__/* .plainVoice */ .R5)(values.locale ?? locale).say(unseen)}\n`);
            return code;
        }
        const parsed = await parsedFrom(policy, shared, world.cwd);
        if (!parsed.ok)
            return parsed;
        const shown = parsed.value.values().filter(({ keyPath }) => isBelow(keyPath, keys));
        if (keys.length > 0 && shown.length === 0)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_15__/* .message */ .i)('cli.explain.noKey', { keys }) });
        const locale = values.locale ?? parsed.value.policy.locale;
        world.print(values.json ? (0,_json_js__WEBPACK_IMPORTED_MODULE_16__/* .jsonLine */ .r)({ values: shown.map(asJson) }) : valueTable(shown, locale));
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__.ok)(0);
    },
});
function say(report, locale, json, world) {
    world.print(json ? (0,_json_js__WEBPACK_IMPORTED_MODULE_16__/* .jsonLine */ .r)(report) : (0,_src_render_text_js__WEBPACK_IMPORTED_MODULE_7__/* .renderText */ .S)(report, { locale }));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__.ok)(report.verdict === 'passed' ? 0 : 1);
}
/**
 * As the App does it, under the policy of the base branch, or under the one that is named, from what GitHub knows: neither
 * sign-offs nor what workflows hand over to the App are there.
 */
async function judgePull(number, { repo, policy, shared }, world) {
    const remote = await (0,_github_js__WEBPACK_IMPORTED_MODULE_13__/* .openRemote */ .d3)(repo, world);
    if (!remote.ok)
        return remote;
    const { client } = remote.value;
    const found = await (0,_github_js__WEBPACK_IMPORTED_MODULE_13__/* .pullRequestOf */ ._n)(remote.value, number);
    if (!found.ok)
        return found;
    const snapshot = found.value;
    const named = policy === undefined ? null : await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .policyInFile */ .kQ)(policy, world.cwd, shared);
    if (named !== null && !named.ok)
        return named;
    const base = await versionsOf(client, snapshot);
    const state = named?.value ?? base.state;
    const judging = state.state === 'present' ? state.policy : _src_policy_defaults_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultPolicy */ .G;
    const facts = believed(await (0,_src_github_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(client, snapshot, { policy: judging, evaluatedAt: new Date().toISOString() }), judging);
    const { policyAtBase, policyAtHead } = snapshot;
    const change = (0,_src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policyChangeOf */ .QO)(policyAtBase, policyAtHead, { ...base.extending, files: facts.changedFiles });
    const report = (0,_src_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(state, facts, change?.notices ?? [], (0,_src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policyChangeReport */ .pW)(change, null));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__.ok)({ report, locale: judging.locale, unseen: unseenBy(facts, judging) });
}
const measured = ['coverage', 'findings', 'values'];
/** Where the policy says which workflows measure, check runs do not count: nobody can tell which workflow wrote them. */
const believed = (facts, { evidence }) => evidence?.workflows === undefined ? facts : { ...facts, coverage: _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .absent */ .Ge, findings: _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .absent */ .Ge, values: _src_facts_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .absent */ .Ge };
function unseenBy(facts, policy) {
    const needed = (0,_src_policy_needs_js__WEBPACK_IMPORTED_MODULE_6__/* .neededFacts */ .N)(policy);
    const evidence = measured.some(name => needed.has(name) && facts[name].state === 'absent');
    const signOffs = policy.checklists.length > 0;
    return evidence || signOffs ? (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_15__/* .message */ .i)('cli.explain.unseen', { evidence, signOffs }) : null;
}
/** The policy of the base branch, with what is needed to compare the pull request's own version with it. */
async function versionsOf(client, { repository: { owner }, baseSha: sha, policyAtBase, policyAtHead }) {
    const read = (reference) => (0,_src_github_shared_js__WEBPACK_IMPORTED_MODULE_4__/* .readReference */ .W)(client, reference);
    const own = { owner, shared: await (0,_src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedFor */ .z8)(policyAtBase, { owner }, read) };
    const extending = { owner, shared: await (0,_src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .sharedForHead */ .vT)(policyAtHead, own, read) };
    return { state: (0,_src_facts_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .policyStateOf */ .xQ)(policyAtBase, { ...own, sha }), extending };
}
/** The file that is named, else the policy of the working tree. */
async function parsedFrom(file, shared, cwd) {
    if (file !== undefined)
        return (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .parsedFile */ .UI)(file, cwd, shared);
    const checkout = await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .needCheckout */ .di)(cwd);
    if (!checkout.ok)
        return checkout;
    const chosen = (0,_src_policy_search_js__WEBPACK_IMPORTED_MODULE_17__/* .choosePolicyFile */ .is)(await (0,_src_workspace_policy_js__WEBPACK_IMPORTED_MODULE_9__/* .policyEntriesIn */ .C1)(checkout.value.root));
    if (!chosen.ok) {
        const { path, code, message: told } = chosen.error;
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__/* .err */ ._)({ place: { path }, label: code, message: told });
    }
    if (chosen.value === null)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_14__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_15__/* .message */ .i)('cli.validate.none', { places: _src_policy_search_js__WEBPACK_IMPORTED_MODULE_17__/* .policyPaths */ .ff }) });
    return (0,_checkout_js__WEBPACK_IMPORTED_MODULE_11__/* .parsedFile */ .UI)(chosen.value.path, checkout.value.root, shared);
}
const isBelow = (keyPath, keys) => keys.length === 0 ||
    keys.some(key => keyPath === key || keyPath.startsWith(`${key}.`) || keyPath.startsWith(`${key}[`));
const asJson = ({ keyPath, value, origin }) => ({ keyPath, value, origin });
function valueTable(values, locale) {
    const voice = (0,_src_render_voice_js__WEBPACK_IMPORTED_MODULE_8__/* .plainVoice */ .R5)(locale);
    const rows = values.map(({ keyPath, value, origin }) => [
        voice.f.code(keyPath),
        voice.f.code((0,_src_policy_text_js__WEBPACK_IMPORTED_MODULE_18__/* .visible */ .RK)(typeof value === 'string' ? value : JSON.stringify(value))),
        placeOf(origin, voice),
    ]);
    return `${(0,_table_js__WEBPACK_IMPORTED_MODULE_19__/* .table */ .tp)(rows, ['left', 'left', 'left']).join('\n')}\n`;
}
function placeOf(origin, { f, say: tell }) {
    switch (origin.layer) {
        case 'default':
            return tell((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_15__/* .message */ .i)('cli.explain.default', {}));
        case 'own':
            return f.place(origin.path, origin.line);
        case 'shared':
            return f.place(origin.reference, origin.line);
        default:
            return origin;
    }
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

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readReference)
/* harmony export */ });
/* harmony import */ var _policy_layers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9135);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6330);


const commit = `fragment commit on Commit {
  oid
  policy1: file(path: $policy1) { ...entry }
  policy2: file(path: $policy2) { ...entry }
}`;
const entry = 'fragment entry on TreeEntry { mode type size object { __typename ... on Blob { text byteSize isBinary isTruncated } } }';
/** One read: whose repository it is now, whether everybody may read it, and the file at the ref. An annotated tag stands before its commit. */
const query = `query SharedPolicy($owner: String!, $name: String!, $ref: String!, $policy1: String!, $policy2: String!) {
  repository(owner: $owner, name: $name) {
    owner { login }
    visibility
    object(expression: $ref) { __typename ...commit ... on Tag { target { __typename ...commit } } }
  }
}
${commit}
${entry}`;
/** A shared policy with the token at hand. What cannot be read says why; a repository that has moved to another owner is none. */
async function readReference(client, reference) {
    const { owner, repository: name, ref } = reference;
    const paths = (0,_policy_layers_js__WEBPACK_IMPORTED_MODULE_0__/* .pathsOf */ .wG)(reference);
    const [policy1 = '', policy2 = policy1] = paths;
    let answer;
    try {
        answer = await client.graphql(query, { owner, name, ref: ref ?? 'HEAD', policy1, policy2 });
    }
    catch (error) {
        return unreadBecause(error);
    }
    const { repository } = answer;
    const found = commitIn(repository?.object ?? null);
    if (repository === null || found === null || repository.owner.login.toLowerCase() !== owner.toLowerCase())
        return { state: 'unread', why: 'absent', detail: '' };
    const entries = [found.policy1, paths.length > 1 ? found.policy2 : null].flatMap((one, i) => one === null ? [] : [fileOf(one, paths[i] ?? '')]);
    return { state: 'present', sha: found.oid, isPublic: repository.visibility === 'PUBLIC', entries };
}
function commitIn(object) {
    const one = object?.target ?? object;
    if (one?.oid === undefined)
        return null;
    return { oid: one.oid, policy1: one.policy1 ?? null, policy2: one.policy2 ?? null };
}
const fileOf = ({ mode, type, size, object }, path) => ({
    path,
    mode: mode.toString(8).padStart(6, '0'),
    type,
    size: object?.byteSize ?? size,
    text: object?.isTruncated === true ? null : (object?.text ?? null),
});
function unreadBecause(error) {
    const failure = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .graphQlFailure */ .QL)(error);
    const types = (failure?.errors ?? []).map(one => one.type ?? '');
    const status = (0,_client_js__WEBPACK_IMPORTED_MODULE_1__/* .statusOf */ .c2)(error);
    if (status === 404 || types.includes('NOT_FOUND'))
        return { state: 'unread', why: 'absent', detail: '' };
    const denied = status === 401 || status === 403 || types.includes('FORBIDDEN');
    if (denied)
        return { state: 'unread', why: 'permission', detail: '' };
    return { state: 'unread', why: 'no-answer', detail: status > 0 ? `HTTP ${status}` : (types[0] ?? '') };
}


/***/ })

};

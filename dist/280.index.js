export const id = 280;
export const ids = [280];
export const modules = {

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readContext: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony export supportedEvents */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(454);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5800);
/* harmony import */ var _io_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7379);




const supportedEvents = [
    'pull_request',
    'pull_request_review',
    'merge_group',
    'push',
    'schedule',
    'workflow_dispatch',
];
const sha = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const repository = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() }).nullable();
const pullRequestPayload = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default(''),
    pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
        title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        draft: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false),
        state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['open', 'closed']),
        merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
        user: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr(), login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullable(),
        base: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha, ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repo: repository }),
        head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha, ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repo: repository }),
    }),
});
const mergeGroupPayload = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default(''),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head_sha: sha, head_ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), base_sha: sha, base_ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
});
const pushPayload = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), after: sha, deleted: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false) });
/** Environment and event as values, or everything that is wrong with them. */
function readContext(env, eventText) {
    const runner = readRunner(env);
    const event = env.GITHUB_EVENT_NAME ?? '';
    const subject = readSubject(env, event, eventText);
    const problems = [...(runner.ok ? [] : runner.error), ...(subject.ok ? [] : [subject.error])];
    if (!runner.ok || !subject.ok)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(problems);
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ runner: runner.value, event, ...subject.value });
}
function readRunner(env) {
    const problems = [];
    const need = (name, pattern) => {
        const value = env[name] ?? '';
        if (!pattern.test(value))
            problems.push((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.environment', { name }));
        return value;
    };
    const [owner = '', name = ''] = need('GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/).split('/');
    const workspace = need('GITHUB_WORKSPACE', /^(?:\/|[A-Za-z]:[\\/])/);
    const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com';
    const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
    if (!belongsTo(apiUrl, serverUrl)) {
        problems.push((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.environment.url', { name: 'GITHUB_API_URL', server: serverUrl }));
    }
    if (problems.length > 0)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)(problems);
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
        owner,
        name,
        repositoryId: env.GITHUB_REPOSITORY_ID ?? '',
        workspace,
        temp: env.RUNNER_TEMP || workspace,
        apiUrl: apiUrl.replace(/\/+$/, ''),
        serverUrl,
        run: { id: env.GITHUB_RUN_ID ?? '', attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1') || 1 },
        workflowPath: workflowPath(env.GITHUB_WORKFLOW_REF ?? '', `${owner}/${name}`),
        workflowSha: env.GITHUB_WORKFLOW_SHA || env.GITHUB_SHA || '',
        idToken: idTokenIn(env),
    });
}
/**
 * Whether the token may travel there: the host of the server itself, its `api.` host, or both on this machine; https
 * except on this machine (security.md B-E08).
 */
function belongsTo(url, serverUrl) {
    if (!URL.canParse(url) || !URL.canParse(serverUrl))
        return false;
    const api = new URL(url);
    const server = new URL(serverUrl);
    if (api.username !== '' || api.password !== '')
        return false;
    if ((0,_io_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(api.hostname))
        return (0,_io_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(server.hostname);
    return api.protocol === 'https:' && (api.host === server.host || api.host === `api.${server.host}`);
}
function idTokenIn(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = env;
    const address = URL.parse(url);
    const safe = address !== null && (address.protocol === 'https:' || (0,_io_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(address.hostname));
    return safe && token !== '' ? { url, token } : null;
}
/** `owner/name/.github/workflows/ci.yml@refs/heads/main` */
function workflowPath(ref, repository) {
    const path = ref.startsWith(`${repository}/`) ? ref.slice(repository.length + 1).split('@', 1)[0] : undefined;
    return path !== undefined && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? path : null;
}
function readSubject(env, event, text) {
    const payload = parseJson(text);
    if (payload === undefined)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event.unreadable', { supported: supportedEvents }));
    const testedSha = env.GITHUB_SHA ?? '';
    switch (event) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_target':
            return pullRequestSubject(payload, event, testedSha);
        case 'merge_group':
            return mergeGroupSubject(payload);
        case 'push':
            return pushSubject(payload);
        case 'schedule':
            return scheduleSubject(env.GITHUB_REF ?? '', testedSha);
        case 'workflow_dispatch':
            return dispatchSubject(env.GITHUB_REF ?? '', testedSha);
        default:
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event', { event, supported: supportedEvents }));
    }
}
function parseJson(text) {
    if (text === null)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const malformed = (event) => (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event.malformed', { event }));
/** Activities after which the tests of an earlier run still speak for the head. */
const movesHead = new Set(['opened', 'reopened', 'synchronize', '']);
function pullRequestSubject(payload, event, testedSha) {
    const read = pullRequestPayload.safeParse(payload);
    if (!read.success)
        return malformed(event);
    const { action, pull_request: pull } = read.data;
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
        action,
        subject: {
            kind: 'pull-request',
            number: pull.number,
            baseSha: pull.base.sha,
            headSha: pull.head.sha,
            testedSha,
            fork: pull.head.repo?.id !== pull.base.repo?.id,
            sameHead: event === 'pull_request_review' || !movesHead.has(action),
            pull: {
                title: pull.title,
                author: accountOf(pull.user),
                state: typeof pull.merged_at === 'string' ? 'merged' : pull.state,
                isDraft: pull.draft,
                baseRef: pull.base.ref,
            },
        },
    });
}
const accountOf = (user) => user === null ? null : { id: String(user.id), login: user.login, type: user.type === 'User' ? 'User' : 'Bot' };
/** The ref of a group is `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. Source: "Managing a merge queue". */
function mergeGroupSubject(payload) {
    const read = mergeGroupPayload.safeParse(payload);
    if (!read.success)
        return malformed('merge_group');
    const { action, merge_group: group } = read.data;
    const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(group.head_ref)?.[1];
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({
        action,
        subject: {
            kind: 'merge-group',
            number: number === undefined ? null : Number(number),
            baseSha: group.base_sha,
            headSha: group.head_sha,
        },
    });
}
function pushSubject(payload) {
    const read = pushPayload.safeParse(payload);
    if (!read.success)
        return malformed('push');
    const branch = branchOf(read.data.ref);
    if (branch === null || read.data.deleted)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event.notBranch', { ref: read.data.ref }));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ action: '', subject: { kind: 'push', branch, headSha: read.data.after } });
}
/** Nobody pushed, but the default branch is measured all the same, e.g. by the tests that only run at night. */
function scheduleSubject(ref, headSha) {
    const branch = branchOf(ref);
    if (branch === null || !sha.safeParse(headSha).success)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event.notBranch', { ref }));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ action: '', subject: { kind: 'push', branch, headSha } });
}
function dispatchSubject(ref, headSha) {
    const branch = branchOf(ref);
    if (branch === null || !sha.safeParse(headSha).success)
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__/* .err */ ._)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('action.event.notBranch', { ref }));
    return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)({ action: '', subject: { kind: 'dispatch', branch, headSha } });
}
const branchOf = (ref) => ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;


/***/ })

};

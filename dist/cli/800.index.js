export const id = 800;
export const ids = [800];
export const modules = {

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
;// CONCATENATED MODULE: ./build/src/policy/triggers.js



/** Activities of `pull_request` without `types:`. Source: "Events that trigger workflows". */
const defaultTypes = ['opened', 'synchronize', 'reopened'];
/**
 * What the workflow does not listen to although an enabled gate's answer can change with it: the check would then stay
 * as it was. `null`: nothing is missing, or the file is not one that can be judged.
 */
function missingTriggers(workflow, policy) {
    const listens = listenerOf(workflow);
    if (listens === null)
        return null;
    const missing = [...triggersOf(policy)].filter(trigger => !listens(trigger));
    return missing.length === 0 ? null : (0,message/* message */.i)('action.triggers', { missing: missing.sort() });
}
/** Activities that can change a verdict: those of the enabled gates, and of what decides whom gates and checklists concern. */
function triggersOf(policy) {
    const enabled = gates/* gateIds */.G.filter(id => (policy.gates[id]?.level ?? 'off') !== 'off');
    const conditions = [...enabled.map(id => policy.gates[id]?.when), ...policy.checklists.map(one => one.when)];
    return new Set([
        ...enabled.flatMap((id) => gates/* gates */.V[id].triggers),
        ...conditions.flatMap(whenTriggers),
    ]);
}
const whenTriggers = (condition) => [
    ...(condition?.labels === undefined ? [] : ['pull_request.labeled', 'pull_request.unlabeled']),
    ...(condition?.draft === undefined
        ? []
        : ['pull_request.ready_for_review', 'pull_request.converted_to_draft']),
];
/** `null`: not a workflow that runs on pull requests. */
function listenerOf(workflow) {
    const on = eventsOf(workflow);
    if (on === null || !('pull_request' in on || 'pull_request_review' in on))
        return null;
    return trigger => {
        const [event = '', activity = ''] = trigger.split('.');
        if (!(event in on))
            return false;
        const types = typesOf(on[event]);
        return types === null ? event !== 'pull_request' || defaultTypes.includes(activity) : types.includes(activity);
    };
}
/** The three ways to write `on:` as one. */
function eventsOf(workflow) {
    try {
        const on = (0,dist/* parse */.qg)(workflow, { maxAliasCount: 10 })?.on;
        if (typeof on === 'string')
            return { [on]: null };
        if (Array.isArray(on))
            return Object.fromEntries(on.map(name => [String(name), null]));
        return typeof on === 'object' && on !== null ? on : null;
    }
    catch {
        return null;
    }
}
function typesOf(settings) {
    if (typeof settings !== 'object' || settings === null || !('types' in settings))
        return null;
    const { types } = settings;
    if (typeof types === 'string')
        return [types];
    return Array.isArray(types) ? types.map(String) : null;
}

;// CONCATENATED MODULE: ./build/src/doctor/diagnose.js



/** Name of the check or status that decides. */
const gateName = 'delivery-gates';
/** Id of the app behind GITHUB_TOKEN on github.com. */
const actionsAppId = 15_368;
/** The enforcement level of a repository, and what is missing for the next. What cannot be seen is said to be unknown. */
function diagnose(setup) {
    return {
        level: levelOf(setup),
        findings: [
            ...policyFindings(setup),
            ...requiredFindings(setup),
            ...bypassFindings(setup),
            ...reporterFindings(setup),
            ...workflowFindings(setup),
            ...ownerFindings(setup),
            ...roleFindings(setup),
            ...environmentFindings(setup),
            ...appFindings(setup),
        ],
    };
}
function levelOf({ required, requiredWorkflows }) {
    const ours = required.state === 'present' ? required.value.filter(({ name }) => name === gateName) : [];
    if (ours.some(({ appId }) => appId !== null && appId !== actionsAppId))
        return 3;
    if (requiredWorkflows.state === 'present' && requiredWorkflows.value.length > 0)
        return 2;
    if (ours.length > 0)
        return 1;
    return required.state === 'unknown' || requiredWorkflows.state === 'unknown' ? null : 0;
}
const good = (told) => ({ state: 'ok', message: told });
const bad = (told, fix) => ({ state: 'problem', message: told, fix });
const blind = (told) => ({ state: 'unknown', message: told });
const note = (told) => ({ state: 'note', message: told });
function policyFindings({ policy, branch }) {
    switch (policy.state) {
        case 'unknown':
            return [blind(policy.reason)];
        case 'broken':
            return [
                bad((0,message/* message */.i)('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }), (0,message/* message */.i)('doctor.policy.fix', {})),
            ];
        case 'present':
            return policy.origin.source === 'base'
                ? [good((0,message/* message */.i)('doctor.policy.ok', { path: policy.origin.path, branch }))]
                : [bad((0,message/* message */.i)('doctor.policy.none', { branch }), (0,message/* message */.i)('doctor.policy.none.fix', {}))];
        default:
            return policy;
    }
}
function requiredFindings({ required, requiredWorkflows, branch }) {
    if (required.state === 'unknown')
        return [blind(required.reason)];
    const ours = required.state === 'present' ? required.value.filter(({ name }) => name === gateName) : [];
    const workflows = requiredWorkflows.state === 'present' ? requiredWorkflows.value : [];
    const byWorkflow = workflows.map(({ path }) => good((0,message/* message */.i)('doctor.workflow.required', { path, branch })));
    if (ours.length === 0) {
        return byWorkflow.length > 0
            ? byWorkflow
            : [bad((0,message/* message */.i)('doctor.required.none', { branch }), (0,message/* message */.i)('doctor.required.fix', { branch }))];
    }
    const pinned = ours.some(({ appId }) => appId !== null && appId !== actionsAppId);
    const required_ = good((0,message/* message */.i)('doctor.required.ok', { branch }));
    if (pinned)
        return [required_, good((0,message/* message */.i)('doctor.source.ok', {})), ...byWorkflow];
    return [required_, bad((0,message/* message */.i)('doctor.source.open', {}), (0,message/* message */.i)('doctor.source.fix', {})), ...byWorkflow];
}
function bypassFindings({ bypass }) {
    if (bypass.state === 'unknown')
        return [blind(bypass.reason)];
    if (bypass.state === 'absent' || bypass.value.length === 0)
        return [good((0,message/* message */.i)('doctor.bypass.none', {}))];
    return [note((0,message/* message */.i)('doctor.bypass', { who: bypass.value }))];
}
function reporterFindings({ reporters }) {
    if (reporters.state === 'unknown')
        return [blind(reporters.reason)];
    const found = reporters.state === 'present' ? reporters.value : [];
    if (found.length === 0)
        return [note((0,message/* message */.i)('doctor.reporter.none', {}))];
    const kinds = new Set(found.map(({ kind }) => kind));
    const names = [...new Set(found.map(({ by }) => by))];
    if (kinds.size > 1)
        return [bad((0,message/* message */.i)('doctor.reporter.both', { by: names }), (0,message/* message */.i)('doctor.reporter.both.fix', {}))];
    return [good((0,message/* message */.i)('doctor.reporter.ok', { by: names }))];
}
const ourAction = /(?:^|\/)delivery-gates(?:\/[^@]*)?@(.+)$/;
function workflowFindings({ workflows, policy }) {
    if (workflows.state === 'unknown')
        return [blind(workflows.reason)];
    const files = workflows.state === 'present' ? workflows.value : [];
    const using = files.flatMap(({ path, text }) => {
        const read = stepsOf(text);
        return read === null || !read.uses.some(one => ourAction.test(one)) ? [] : [{ path, text, ...read }];
    });
    return using.flatMap(({ path, text, uses, jobs, events }) => {
        const refs = uses.flatMap(one => ourAction.exec(one)?.[1] ?? []);
        const loose = refs.filter(ref => !/^[0-9a-f]{40}$/.test(ref));
        const missing = policy.state === 'present' ? missingTriggers(text, policy.policy) : null;
        return [
            good((0,message/* message */.i)('doctor.workflow.found', { path })),
            ...(loose.length === 0
                ? []
                : [
                    bad((0,message/* message */.i)('doctor.workflow.unpinned', { path, refs: loose }), (0,message/* message */.i)('doctor.workflow.unpinned.fix', {})),
                ]),
            ...(jobs.includes(gateName)
                ? [bad((0,message/* message */.i)('doctor.workflow.name', { path }), (0,message/* message */.i)('doctor.workflow.name.fix', {}))]
                : []),
            ...(events.includes('pull_request_target') ? [note((0,message/* message */.i)('doctor.workflow.target', { path }))] : []),
            ...(missing === null ? [] : [bad(missing, (0,message/* message */.i)('doctor.workflow.triggers.fix', { path }))]),
        ];
    });
}
/** `null`: not a workflow that can be read. */
function stepsOf(text) {
    try {
        const read = (0,dist/* parse */.qg)(text, { maxAliasCount: 10 });
        if (typeof read !== 'object' || read === null || !('jobs' in read))
            return null;
        const jobs = Object.entries((read.jobs ?? {}));
        const uses = jobs.flatMap(([, job]) => (Array.isArray(job?.steps) ? job.steps : []).flatMap((step) => typeof step === 'object' && step !== null && 'uses' in step ? [String(step.uses)] : []));
        const on = 'on' in read ? read.on : null;
        const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}));
        return { uses, jobs: jobs.flatMap(([id, job]) => [id, String(job?.name ?? '')]), events };
    }
    catch {
        return null;
    }
}
function ownerFindings({ codeOwners }) {
    if (codeOwners.state === 'unknown')
        return [blind(codeOwners.reason)];
    const text = codeOwners.state === 'present' ? codeOwners.value : null;
    const covered = text !== null && /^\s*(?:\*|\/?\.github(?:\/\**)?|\/?\.github\/\*\*)\s+\S/m.test(text);
    return covered
        ? [good((0,message/* message */.i)('doctor.owners.ok', {}))]
        : [bad((0,message/* message */.i)('doctor.owners.none', {}), (0,message/* message */.i)('doctor.owners.fix', {}))];
}
const roleFindings = ({ unresolved }) => unresolved.map(({ entry, reason }) => bad((0,message/* message */.i)('doctor.role', { entry }), reason));
function environmentFindings({ environments }) {
    if (environments.state === 'unknown')
        return [blind(environments.reason)];
    const found = environments.state === 'present' ? environments.value : [];
    return found.map(({ name, adminsBypass, protections }) => note((0,message/* message */.i)('doctor.environment', { name, adminsBypass, protections })));
}
function appFindings({ app }) {
    if (app.state === 'unknown')
        return [blind(app.reason)];
    if (app.state === 'absent')
        return [note((0,message/* message */.i)('doctor.app.none', {}))];
    const { slug, missingPermissions, missingEvents, insecureWebhook, failedDeliveries, deliveries } = app.value;
    return [
        good((0,message/* message */.i)('doctor.app.ok', { slug })),
        ...(missingPermissions.length === 0
            ? []
            : [
                bad((0,message/* message */.i)('doctor.app.permissions', { missing: missingPermissions }), (0,message/* message */.i)('doctor.app.permissions.fix', {})),
            ]),
        ...(missingEvents.length === 0
            ? []
            : [bad((0,message/* message */.i)('doctor.app.events', { missing: missingEvents }), (0,message/* message */.i)('doctor.app.events.fix', {}))]),
        ...(insecureWebhook ? [bad((0,message/* message */.i)('doctor.app.insecure', {}), (0,message/* message */.i)('doctor.app.insecure.fix', {}))] : []),
        failedDeliveries === 0
            ? good((0,message/* message */.i)('doctor.app.deliveries', { deliveries }))
            : bad((0,message/* message */.i)('doctor.app.failed', { failed: failedDeliveries, deliveries }), (0,message/* message */.i)('doctor.app.failed.fix', {})),
    ];
}

// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/github/client.js
var github_client = __webpack_require__(6330);
// EXTERNAL MODULE: ./build/src/github/connect.js
var connect = __webpack_require__(6143);
// EXTERNAL MODULE: ./build/src/github/permissions.js
var permissions = __webpack_require__(5101);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/facts/policy.js
var facts_policy = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/src/github/roles.js
var github_roles = __webpack_require__(6488);
// EXTERNAL MODULE: ./build/src/github/shared.js
var github_shared = __webpack_require__(9556);
;// CONCATENATED MODULE: ./build/src/github/setup.js








const folder = '... on Tree { entries { name mode type object { ... on Blob { text isTruncated byteSize } } } }';
const blob = '... on Blob { text }';
const filesQuery = `query Setup($owner: String!, $name: String!, $github: String!, $workflows: String!, $owners1: String!, $owners2: String!, $owners3: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    github: object(expression: $github) { ${folder} }
    workflows: object(expression: $workflows) { ${folder} }
    owners1: object(expression: $owners1) { ${blob} }
    owners2: object(expression: $owners2) { ${blob} }
    owners3: object(expression: $owners3) { ${blob} }
  }
}`;
/** How a repository is set up. Only reads; what the token may not see is unknown. */
async function readSetup(client, place, { branch, app }) {
    const at = branch ?? 'HEAD';
    const { repository } = await client.graphql(filesQuery, {
        ...place,
        github: `${at}:.github`,
        workflows: `${at}:.github/workflows`,
        owners1: `${at}:.github/CODEOWNERS`,
        owners2: `${at}:CODEOWNERS`,
        owners3: `${at}:docs/CODEOWNERS`,
    });
    const name = branch ?? repository?.defaultBranchRef?.name ?? '';
    const { owner } = place;
    const entries = policyEntries(repository?.github ?? null);
    const shared = await (0,facts_policy/* sharedFor */.z8)(entries, { owner }, reference => (0,github_shared/* readReference */.W)(client, reference));
    const sha = repository?.defaultBranchRef?.target.oid ?? '';
    const policy = (0,facts_policy/* policyStateOf */.xQ)(entries, { owner, sha, shared });
    const roles = policy.state === 'present' ? Object.values(policy.policy.roles).flat() : [];
    const directory = await (0,github_roles/* readDirectory */.gZ)(client, roles);
    const owners = [repository?.owners1, repository?.owners2, repository?.owners3].find(one => one?.text != null);
    const rules = await readRules(client, place, name);
    return {
        branch: name,
        policy,
        ...rules,
        reporters: await readReporters(client, place),
        workflows: (0,facts/* present */.Eb)(workflowsOf(repository?.workflows ?? null)),
        unresolved: Object.entries(directory).flatMap(([entry, found]) => found.kind === 'unresolved' ? [{ entry, reason: found.reason }] : []),
        codeOwners: (0,facts/* present */.Eb)(owners?.text ?? null),
        environments: await readEnvironments(client, place),
        app,
    };
}
const policyEntries = (github) => (github?.entries ?? [])
    .filter(entry => /^delivery-gates\.ya?ml$/.test(entry.name))
    .map(({ name, mode, type, object }) => ({
    path: `.github/${name}`,
    mode: mode.toString(8).padStart(6, '0'),
    type,
    size: object?.byteSize ?? 0,
    text: object?.isTruncated === true ? null : (object?.text ?? null),
}));
const workflowsOf = (found) => (found?.entries ?? [])
    .filter(entry => /\.ya?ml$/.test(entry.name) && typeof entry.object?.text === 'string')
    .map(entry => ({ path: `.github/workflows/${entry.name}`, text: entry.object?.text ?? '' }));
/** Rulesets that apply to the branch, and its classic protection where the token may see it. */
async function readRules(client, { owner, name: repo }, branch) {
    const place = { owner, repo, branch };
    let rules;
    try {
        rules = await pages(client, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', place);
    }
    catch (error) {
        const nothing = (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('rules', error));
        return { required: nothing, requiredWorkflows: nothing, bypass: nothing };
    }
    const classic = await readProtection(client, place);
    const checks = rules.flatMap(rule => rule.parameters?.required_status_checks ?? []);
    const byRules = checks.map(({ context, integration_id: appId }) => ({ name: context, appId: appId ?? null }));
    const ids = [...new Set(rules.flatMap(rule => rule.ruleset_id ?? []))];
    return {
        required: (0,facts/* present */.Eb)([...byRules, ...classic.required]),
        requiredWorkflows: (0,facts/* present */.Eb)(rules
            .flatMap(rule => rule.parameters?.workflows ?? [])
            .map(one => ({
            path: one.path,
            repositoryId: one.repository_id,
        }))),
        bypass: await readBypass(client, { owner, repo }, ids, classic.bypass),
    };
}
/** Classic protection can be read by administrators only; for others the rulesets are all there is to see. */
async function readProtection(client, place) {
    try {
        const { data } = await client.request('GET /repos/{owner}/{repo}/branches/{branch}/protection', place);
        const protection = data;
        const required = (protection.required_status_checks?.checks ?? []).map(({ context, app_id: appId }) => ({
            name: context,
            // GitHub writes -1 for "any source".
            appId: appId === -1 ? null : appId,
        }));
        return { required, bypass: protection.enforce_admins?.enabled === false ? ['administrators'] : [] };
    }
    catch {
        return { required: [], bypass: [] };
    }
}
async function readBypass(client, place, ids, classic) {
    const found = [...classic];
    for (const ruleset_id of ids) {
        try {
            const { data } = await client.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...place, ruleset_id });
            const { bypass_actors: actors } = data;
            if (actors === undefined) {
                return (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.permission', { what: 'bypass list', permission: 'administration: read' }));
            }
            found.push(...actors.map(actor => `${actor.actor_type} (${actor.bypass_mode ?? 'always'})`));
        }
        catch (error) {
            return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('rulesets', error));
        }
    }
    return (0,facts/* present */.Eb)([...new Set(found)]);
}
/** Who reported our name on the heads of the pull requests that were touched last. */
async function readReporters(client, { owner, name: repo }) {
    try {
        const query = { owner, repo, state: 'all', sort: 'updated', direction: 'desc', per_page: 5 };
        const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', query);
        const found = [];
        for (const { head } of data.slice(0, 5)) {
            const at = { owner, repo, ref: head.sha, per_page: 100 };
            const checks = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
                ...at,
                check_name: gateName,
            });
            for (const { app } of checks.data.check_runs) {
                found.push({ kind: 'check', by: app?.slug ?? '?', appId: app?.id ?? null });
            }
            const statuses = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/statuses', at);
            for (const { context, creator } of statuses.data) {
                if (context === gateName)
                    found.push({ kind: 'status', by: creator?.login ?? '?', appId: null });
            }
        }
        return (0,facts/* present */.Eb)([...new Map(found.map(one => [JSON.stringify(one), one])).values()]);
    }
    catch (error) {
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('checks', error));
    }
}
async function readEnvironments(client, { owner, name: repo }) {
    try {
        const { data } = await client.request('GET /repos/{owner}/{repo}/environments', { owner, repo, per_page: 100 });
        return (0,facts/* present */.Eb)(data.environments.map(one => ({
            name: one.name,
            adminsBypass: one.can_admins_bypass !== false,
            protections: (one.protection_rules ?? []).map(rule => rule.type),
        })));
    }
    catch (error) {
        return (0,github_client/* statusOf */.c2)(error) === 404 ? facts/* absent */.Ge : (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('environments', error));
    }
}
async function pages(client, route, query) {
    const found = [];
    for (let page = 1; page <= 10; page += 1) {
        const { data } = await client.request(route, { ...query, per_page: 100, page });
        const rows = Array.isArray(data) ? data : [];
        found.push(...rows);
        if (rows.length < 100)
            break;
    }
    return found;
}
/** A token of the App itself, good for nine minutes. `iat` lies a minute back, for clocks that differ (T-80). */
function appToken(appId, privateKey, now) {
    const seconds = Math.floor(now / 1000);
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iat: seconds - 60, exp: seconds + 540, iss: appId })}`;
    return `${unsigned}.${(0,external_node_crypto_.createSign)('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
}
/** The App as its own token sees it: what it was given here, and whether its webhooks arrive. */
async function readApp(client, { owner, name: repo }, needs) {
    try {
        const { slug } = (await client.request('GET /app', {})).data;
        const installation = (await client.request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data;
        const hook = (await client.request('GET /app/hook/config', {})).data;
        const { data } = await client.request('GET /app/hook/deliveries', { per_page: 100 });
        const deliveries = data;
        return (0,facts/* present */.Eb)({
            slug,
            missingPermissions: Object.entries(needs.permissions)
                .filter(([permission, level]) => !covers(installation.permissions[permission], level))
                .map(([permission, level]) => `${permission}: ${level}`),
            missingEvents: needs.events.filter(event => !installation.events.includes(event)),
            insecureWebhook: String(hook.insecure_ssl ?? '0') !== '0',
            failedDeliveries: deliveries.filter(one => one.status_code < 200 || one.status_code >= 300).length,
            deliveries: deliveries.length,
        });
    }
    catch (error) {
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('app', error));
    }
}
const covers = (given, needed) => given === needed || given === 'admin' || (given === 'write' && needed === 'read');

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: ./build/src/render/voice.js
var voice = __webpack_require__(820);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/github.js
var github = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/doctor.js















const options = {
    ...github/* remoteOptions */.JB,
    branch: { about: 'cli.doctor.option.branch', value: 'BRANCH' },
};
/** Says how well a repository is protected, and what is missing. Exit code 1: something is missing. */
const doctor = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…] --repo OWNER/NAME'],
    about: 'cli.doctor.about',
    options,
    async run({ values, positionals }, world) {
        const [extra] = positionals;
        if (extra !== undefined)
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.positional', { got: extra }) });
        const remote = await (0,github/* openRemote */.d3)(values.repo, world);
        if (!remote.ok)
            return remote;
        const { client, owner, name } = remote.value;
        let diagnosis;
        try {
            const app = await appOf(remote.value, world);
            diagnosis = diagnose(await readSetup(client, { owner, name }, { branch: values.branch, app }));
        }
        catch (error) {
            return (0,result/* err */._)({ message: (0,github_client/* unknownBecause */.Zp)('repository', error) });
        }
        world.print(values.json ? (0,json/* jsonLine */.r)(diagnosis) : show(diagnosis, values.locale ?? 'en'));
        return (0,result.ok)(diagnosis.findings.some(finding => finding.state === 'problem') ? 1 : 0);
    },
});
/** With the App's own key, as the App is started with it. */
async function appOf({ owner, name }, { env }) {
    const appId = env.APP_ID ?? '';
    const path = env.PRIVATE_KEY_PATH ?? '';
    const key = env.PRIVATE_KEY ?? '';
    if (appId === '' || (path === '' && key === ''))
        return facts/* absent */.Ge;
    try {
        const pem = key === '' ? (0,external_node_fs_.readFileSync)(path, 'utf8') : key.replaceAll('\\n', '\n');
        const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
        const client = await (0,connect/* connect */.Ng)(appToken(appId, pem, Date.now()), { apiUrl, userAgent: 'delivery-gates-cli' });
        return client === null ? facts/* absent */.Ge : await readApp(client, { owner, name }, { permissions: permissions/* permissions */.P, events: permissions/* events */.AZ });
    }
    catch (error) {
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('app', error));
    }
}
const marks = { ok: '✓', problem: '✗', unknown: '?', note: '·' };
function show({ level, findings }, locale) {
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    const say = (told) => (0,format/* sentence */.em)(told, locale, f).replace(/\s*[\r\n]+\s*/g, ' ');
    const lines = findings.flatMap(({ state, message: told, fix }) => [
        `${marks[state]} ${say(told)}`,
        ...(fix === undefined ? [] : [`    ${(0,voice/* labelled */.wW)(say((0,message/* message */.i)('doctor.fix', {})), say(fix), locale)}`]),
    ]);
    return `${[say((0,message/* message */.i)(`doctor.level.${level ?? 'null'}`, {})), ...lines].join('\n')}\n`;
}


/***/ }),

/***/ 5101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ deploymentEvents),
/* harmony export */   AS: () => (/* binding */ deploymentPermissions),
/* harmony export */   AZ: () => (/* binding */ events),
/* harmony export */   P: () => (/* binding */ permissions)
/* harmony export */ });
/**
 * What the App asks for when it is registered: the least that its reads and writes need. docs/guide.md shows the same
 * table with the reason for each.
 */
const permissions = {
    metadata: 'read',
    actions: 'read',
    contents: 'read',
    checks: 'write',
    pull_requests: 'write',
    statuses: 'write',
    issues: 'read',
    deployments: 'read',
    merge_queues: 'read',
    members: 'read',
};
/** What holding deployments takes beside that; only who wants it grants it. */
const deploymentPermissions = { deployments: 'write' };
const deploymentEvents = ['deployment_protection_rule'];
/** Events to subscribe to. GitHub sends `installation` and `installation_repositories` to every App unasked. */
const events = [
    'check_run',
    'deployment_status',
    'issue_comment',
    'issues',
    'membership',
    'merge_group',
    'pull_request',
    'pull_request_review',
    'push',
    'status',
    'team',
    'workflow_run',
];


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


/***/ })

};

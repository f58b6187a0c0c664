export const id = 457;
export const ids = [457];
export const modules = {

/***/ 1368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ environmentsOf)
/* harmony export */ });
/* unused harmony exports applicableItems, placeRef, isNamed */
/* harmony import */ var _impact_risk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5653);
/* harmony import */ var _policy_when_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);



/** Environments of an item, each once; one entry without a name for an item that has none. */
function environmentsOf(item) {
    if (item.role === undefined || item.environments === undefined)
        return [{}];
    return [...new Set(item.environments)].map(environment => ({ environment }));
}
/** Everything that may be signed or ticked on this pull request. */
function applicableItems(policy, facts) {
    const risk = riskOf(policy, facts);
    return policy.checklists
        .filter(checklist => checklist.level !== 'off' && appliesTo(checklist.when, facts, risk).applies === 'yes')
        .flatMap(checklist => checklist.items.flatMap(item => environmentsOf(item).map(named => ({ checklist, item, ...named }))));
}
const placeRef = ({ item, environment }) => refOf({ id: item.id, ...(environment === undefined ? {} : { environment }) });
/** Whether a name stands for this place; an item's id alone stands for all its environments. */
const isNamed = (place, name) => name === place.item.id || name === placeRef(place);


/***/ }),

/***/ 2457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ evaluate)
});

// UNUSED EXPORTS: verdictOf

// EXTERNAL MODULE: ./build/src/locales/message.js
var locales_message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/when.js
var when = __webpack_require__(30);
// EXTERNAL MODULE: ./build/src/report.js
var report = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/src/checklist/judge.js + 1 modules
var judge = __webpack_require__(9452);
// EXTERNAL MODULE: ./build/src/checklist/places.js
var places = __webpack_require__(1368);
// EXTERNAL MODULE: ./build/src/policy/environments.js
var environments = __webpack_require__(8044);
;// CONCATENATED MODULE: ./build/src/checklist/right.js




const nobody = { members: [], teams: [], unresolved: [] };
const roleOf = (place, facts) => (0,environments/* roleFor */.I)(facts.roles, place.item.role ?? '', place.environment) ?? nobody;
const isMember = (id, role) => role.members.some(member => member.id === id);
/** Reasons that concern every wish of a person. */
function refusal({ actor, viaApp }, facts, policy) {
    const { login } = actor;
    if (actor.type === 'Bot')
        return message('app.reply.bot', { login });
    if (viaApp)
        return message('app.reply.viaApp', { login });
    // What a deployment waits for is signed after the merge too: the head can no longer move then.
    const awaited = facts.state === 'merged' && Object.keys(policy.environments).length > 0;
    return facts.state === 'open' || awaited ? null : message('app.reply.notOpen', { state: facts.state });
}
/** Whether the person is in the role of the item themselves; of bots only those that the item names. */
const hasOwnRight = (actor, place, facts) => actor.type === 'Bot' ? isAllowedBot(actor, place.item) : isMember(actor.id, roleOf(place, facts));
/** The places of an item, one for each of its environments, in which the person is in the role. */
const ownPlaces = (actor, { checklist, item }, facts) => environmentsOf(item)
    .map(named => ({ checklist, item, ...named }))
    .filter(place => hasOwnRight(actor, place, facts));
/** The delegation by which somebody outside the role may sign; `null`: there is none that holds. */
function delegationFor(actor, place, facts) {
    const role = roleOf(place, facts);
    const today = facts.evaluatedAt.slice(0, 10);
    const holds = ({ checklist, item, from, to, until }) => checklist === place.checklist.id &&
        item === place.item.id &&
        to.id === actor.id &&
        until >= today &&
        place.item.delegable &&
        isMember(from.id, role) &&
        (place.item.allow_self || !(0,judge/* isContributor */.cQ)(from.id, facts));
    return facts.delegations?.find(holds) ?? null;
}
/** People who contributed may not confirm their own work; a commit that nobody can be named for proves nothing. */
function selfProblem(actor, facts) {
    const login = actor.login;
    if (isContributor(actor.id, facts))
        return { certain: true, reason: message('app.reply.contributor', { login }) };
    if (facts.commits.state !== 'present')
        return { certain: false, reason: message('app.reply.commitsUnknown', { login }) };
    const nameless = namelessCommit(facts);
    if (nameless === undefined)
        return null;
    return {
        certain: false,
        reason: message('app.reply.unattributed', { login, sha: nameless.sha, name: nameless.unattributed[0] ?? '' }),
    };
}

;// CONCATENATED MODULE: ./build/src/checklist/items.js






/** Every checklist of the policy with the state of its items at this head. */
function evaluateChecklist(checklist, facts, { gates, risk, policySha256 }) {
    if (checklist.level === 'off')
        return null;
    const base = { checklist: checklist.id, level: checklist.level };
    const concerns = (0,when/* appliesTo */.G)(checklist.when, facts, risk);
    if (concerns.applies !== 'yes') {
        const status = concerns.applies === 'no' ? 'skipped' : 'unknown';
        return { ...base, status, summary: concerns.why, items: [], waitingFor: [] };
    }
    const items = checklist.items.flatMap(item => (0,places/* environmentsOf */.M2)(item).map(named => evaluateItem({ checklist, item, ...named }, facts, { gates, policySha256 })));
    const open = items.filter(item => item.state.status !== 'done');
    const lost = items.find(item => item.state.status === 'unknown')?.state;
    const needsLedger = open.some(item => item.role !== undefined);
    const points = acceptedPoints(items);
    const counts = {
        done: items.length - open.length,
        total: items.length,
        ...(points.length === 0 ? {} : { points }),
    };
    return {
        ...base,
        status: lost !== undefined ? 'unknown' : open.length > 0 ? 'waiting' : 'passed',
        summary: lost?.status === 'unknown'
            ? lost.reason
            : needsLedger && facts.signOffs.state === 'absent'
                ? (0,locales_message/* message */.i)('checklist.noLedger', counts)
                : (0,locales_message/* message */.i)(open.length > 0 ? 'checklist.open' : 'checklist.done', counts),
        items,
        waitingFor: (0,report/* distinctActors */.v)(open.flatMap(item => actorsFor(item, checklist, facts, gates))),
    };
}
/** Open points of the sign-offs that hold, each once: whoever reads that all is done reads of them too. */
const acceptedPoints = (items) => [
    ...new Set(items.flatMap(({ state }) => state.status === 'unknown' ? [] : state.signOffs.filter(one => one.valid).flatMap(one => one.conditions ?? []))),
];
function evaluateItem(place, facts, { gates, policySha256 }) {
    const { item, environment } = place;
    const base = {
        id: item.id,
        text: typeof item.text === 'string' ? { default: item.text } : item.text,
        ...(environment === undefined ? {} : { environment }),
        count: item.count,
    };
    if (item.evidence !== undefined)
        return { ...base, state: evidenceState(item.evidence, gates) };
    const role = item.role ?? '';
    const state = signedState(place, facts, policySha256);
    const delegations = state.status === 'done' ? [] : standingDelegations(place, facts);
    const conditional = item.conditional ? {} : { conditional: false };
    return { ...base, role, ...conditional, state, ...(delegations.length === 0 ? {} : { delegations }) };
}
/** Who may sign for whom now. */
const standingDelegations = (place, facts) => (facts.delegations ?? [])
    .filter(one => delegationFor({ ...one.to, type: 'User' }, place, facts) === one)
    .map(({ from, to, until }) => ({ from: from.login, to: to.login, until }));
function evidenceState(evidence, gates) {
    const gate = evidence.slice('gates.'.length);
    const holds = gates.find(outcome => outcome.gate === gate)?.result.status === 'passed';
    return holds
        ? { status: 'done', signOffs: [], evidence: (0,locales_message/* message */.i)('item.evidence.holds', { gate }) }
        : { status: 'open', signOffs: [], evidence: (0,locales_message/* message */.i)('item.evidence.missing', { gate }) };
}
function signedState(place, facts, policySha256) {
    const { checklist, item, environment } = place;
    const role = roleOf(place, facts);
    if (facts.signOffs.state === 'unknown')
        return { status: 'unknown', reason: facts.signOffs.reason };
    const signOffs = facts.signOffs.state === 'present' ? facts.signOffs.value : [];
    const own = signOffs.filter(signOff => signOff.checklist === checklist.id && signOff.item === item.id && signOff.environment === environment);
    const judged = own.map(signOff => ({ signOff, judgement: (0,judge/* judge */.S4)(signOff, item, facts, { role, policySha256 }) }));
    const shown = judged.map(({ signOff, judgement }) => signedBy(signOff, judgement === 'valid'));
    // Somebody and whoever signs for them are one.
    const valid = new Set(judged
        .filter(entry => entry.judgement === 'valid')
        .map(({ signOff }) => isMember(signOff.by.id, role) ? signOff.by.id : (signOff.onBehalfOf?.id ?? signOff.by.id)));
    if (valid.size >= item.count)
        return { status: 'done', signOffs: shown };
    const blind = judged
        .map(entry => entry.judgement)
        .find(judgement => typeof judgement === 'object' && judgement.unknown);
    if (typeof blind === 'object')
        return { status: 'unknown', reason: blind.reason };
    const stale = judged.map(entry => entry.judgement).find(judgement => judgement !== 'valid');
    return typeof stale === 'object'
        ? { status: 'stale', signOffs: shown, reason: stale.reason }
        : { status: 'open', signOffs: shown };
}
const signedBy = (signOff, valid) => ({
    id: signOff.by.id,
    login: signOff.by.login,
    at: signOff.at,
    headSha: signOff.headSha,
    via: signOff.via,
    valid,
    ...(signOff.conditions === undefined ? {} : { conditions: signOff.conditions }),
    ...(signOff.onBehalfOf === undefined ? {} : { onBehalfOf: signOff.onBehalfOf }),
});
/** Who can move an item that is not done: its role, or whoever its gate waits for. */
function actorsFor(outcome, checklist, facts, gates) {
    if (outcome.role !== undefined)
        return [{ kind: 'role', role: outcome.role }];
    const evidence = checklist.items.find(item => item.id === outcome.id)?.evidence;
    const result = gates.find(gate => `gates.${gate.gate}` === evidence)?.result;
    if (result?.status === 'waiting')
        return result.waitingFor;
    return result?.status === 'failed' && facts.author !== null ? [{ kind: 'author', login: facts.author.login }] : [];
}

// EXTERNAL MODULE: ./build/src/coverage/summary.js
var summary = __webpack_require__(7456);
// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts_facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
// EXTERNAL MODULE: ./build/src/impact/risk.js
var impact_risk = __webpack_require__(5653);
// EXTERNAL MODULE: ./build/src/waive.js
var waive = __webpack_require__(9871);
;// CONCATENATED MODULE: ./build/src/evaluate.js









/**
 * Judges one pull request at one head. Pure: the same policy and facts give the same report to the byte, in every host.
 * `notices` are passed through; they decide nothing.
 */
function evaluate(policy, facts, notices = [], policyChange = null) {
    const judging = policy.state === 'present' ? policy.policy : null;
    const impact = judging === null ? null : (0,impact_risk/* impactOf */.u)(judging, facts);
    const risk = impact?.risk ?? 'unknown';
    const policySha256 = policy.state === 'present' && policy.origin.source === 'base' ? policy.origin.sha256 : null;
    const outcomes = judging === null ? [policyOutcome(policy)] : runGates(judging, facts, { risk, policySha256 });
    const checklists = judging === null ? [] : runChecklists(judging, facts, { gates: outcomes, risk, policySha256 });
    const waivers = (0,waive/* waiverOutcomes */.kV)(judging?.waivers ?? [], outcomes, facts.evaluatedAt);
    return {
        schemaVersion: 1,
        repository: `${facts.repository.owner}/${facts.repository.name}`,
        number: facts.number,
        headSha: facts.headSha,
        baseRef: facts.baseRef,
        baseSha: facts.baseSha,
        isDraft: facts.isDraft,
        policy: policy.state === 'present' ? policy.origin : { source: 'unusable' },
        verdict: verdictOf(outcomes, checklists),
        waitingFor: nextActors(outcomes, checklists, facts),
        gates: outcomes,
        checklists,
        coverage: (0,summary/* summariseCoverage */.V)(facts.coverage, facts.coverageBaseline, judging?.gates.coverage),
        impact,
        waivers,
        policyChange,
        notices: [...notices, ...(0,waive/* waiverNotices */.qn)(waivers)],
    };
}
function policyOutcome(policy) {
    if (policy.state === 'present')
        throw new Error('only for a policy that cannot judge');
    const result = policy.state === 'unknown'
        ? {
            status: 'unknown',
            summary: policy.reason,
            ...(policy.problems === undefined ? {} : { findings: policy.problems.map(problemFinding) }),
            next: (0,locales_message/* message */.i)('report.unknown.next', {}),
        }
        : {
            status: 'failed',
            summary: (0,locales_message/* message */.i)('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }),
            findings: policy.problems.map(problemFinding),
            next: (0,locales_message/* message */.i)('policy.broken.next', {}),
        };
    return { gate: 'policy', level: 'block', result };
}
const problemFinding = ({ message: told, path, line, code, keyPath }) => ({
    message: told,
    path,
    line,
    code,
    keyPath,
});
/** In the order of the registry, so that a later gate can rest on the checklists as the earlier ones leave them. */
function runGates(policy, facts, { risk, policySha256 }) {
    const outcomes = [];
    for (const id of gates/* gateIds */.G) {
        const options = policy.gates[id];
        if (options === undefined || options.level === 'off')
            continue;
        const waivers = (0,waive/* waiversFor */.xW)(id, policy.waivers, facts.evaluatedAt);
        const context = {
            components: policy.components,
            waivers: options.waivable ? waivers : [],
            risk,
            checklists: () => runChecklists(policy, facts, { gates: outcomes, risk, policySha256 }),
        };
        const concerns = (0,when/* appliesTo */.G)(options.when, facts, risk);
        const result = concerns.applies === 'yes' ? runGate(id, options, facts, context) : notConcerned(concerns);
        outcomes.push({ gate: id, level: options.level, result: (0,waive/* waive */.T9)(id, result, options, waivers, facts) });
    }
    return outcomes;
}
const notConcerned = ({ applies, why }) => applies === 'no'
    ? { status: 'skipped', summary: why }
    : { status: 'unknown', summary: why, next: (0,locales_message/* message */.i)('report.unknown.next', {}) };
/** A gate that throws is our defect; the pull request must not pass because of it. */
function runGate(id, options, facts, context) {
    // The registry pairs each gate with its own options; the compiler cannot follow that pairing through a lookup by id.
    const gate = gates/* gates */.V[id];
    const parsed = options;
    const unread = new Set(gate.unread?.(parsed) ?? []);
    const needs = gate.needs.filter(need => !unread.has(need));
    for (const need of needs) {
        const fact = facts[need];
        if (fact.state === 'unknown') {
            return { status: 'unknown', summary: fact.reason, next: (0,locales_message/* message */.i)('report.unknown.next', {}) };
        }
    }
    try {
        return gate.evaluate(unwrap(facts, gate.needs), parsed, context);
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return {
            status: 'unknown',
            summary: (0,locales_message/* message */.i)('report.crashed', { gate: id, detail }),
            next: (0,locales_message/* message */.i)('report.unknown.next', {}),
        };
    }
}
/** Facts with the needs unwrapped and every other fetched fact gone, so that a case file shows all that a gate saw. */
function unwrap(facts, needs) {
    const known = { ...facts };
    for (const name of facts_facts/* factNames */.hO) {
        const fact = facts[name];
        if (needs.includes(name))
            known[name] = fact.state === 'present' ? fact.value : null;
        else
            delete known[name];
    }
    return known;
}
function runChecklists(policy, facts, judging) {
    return policy.checklists.flatMap(checklist => evaluateChecklist(checklist, facts, judging) ?? []);
}
/** Worst first; failed and unknown are equally bad, and only `block` counts. */
function verdictOf(outcomes, checklists) {
    const states = [
        ...outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result.status),
        ...checklists.filter(checklist => checklist.level === 'block').map(checklist => checklist.status),
    ];
    if (states.includes('failed'))
        return 'failed';
    if (states.includes('unknown'))
        return 'unknown';
    return states.includes('waiting') ? 'waiting' : 'passed';
}
/** Who acts next, without repeats: the author first when something failed. */
function nextActors(outcomes, checklists, facts) {
    const blocking = outcomes.filter(outcome => outcome.level === 'block').map(outcome => outcome.result);
    const author = blocking.some(result => result.status === 'failed') && facts.author !== null
        ? [{ kind: 'author', login: facts.author.login }]
        : [];
    const waiting = blocking.flatMap(result => (result.status === 'waiting' ? result.waitingFor : []));
    const signing = checklists.filter(checklist => checklist.level === 'block').flatMap(checklist => checklist.waitingFor);
    return (0,report/* distinctActors */.v)([...author, ...waiting, ...signing]);
}


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

/***/ 8044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ roleFor),
/* harmony export */   n: () => (/* binding */ roleEntries)
/* harmony export */ });
/** Under which name the people of a role for one environment stand beside the roles; no role can be called so. */
const ofEnvironment = (role, environment) => `${role}@${environment}`;
/** Entries of every role, and of those for which an environment names people of its own. */
function roleEntries({ roles, environments, }) {
    const own = Object.entries(environments).flatMap(([environment, { roles: named }]) => Object.entries(named).map(([role, entries]) => [ofEnvironment(role, environment), entries]));
    return { ...roles, ...Object.fromEntries(own) };
}
/** Who a role is for an environment: its own people where it names some. `undefined`: there is no such role. */
function roleFor(roles, role, environment) {
    const own = environment === undefined ? undefined : ofEnvironment(role, environment);
    if (own !== undefined && Object.hasOwn(roles, own))
        return roles[own];
    return Object.hasOwn(roles, role) ? roles[role] : undefined;
}


/***/ })

};

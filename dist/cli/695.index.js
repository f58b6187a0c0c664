export const id = 695;
export const ids = [695];
export const modules = {

/***/ 7695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replay: () => (/* binding */ replay_replay)
});

// EXTERNAL MODULE: ./build/src/github/client.js
var github_client = __webpack_require__(6330);
// EXTERNAL MODULE: ./build/src/evaluate.js + 2 modules
var evaluate = __webpack_require__(2457);
;// CONCATENATED MODULE: ./build/src/replay.js

/** Merged pull requests that are tried when the policy changes; ten where it does not say how many. */
const replayCount = (policy) => policy?.policy_changes?.replay ?? 10;
/**
 * Which verdicts change. Sign-offs are left out on both sides: they were given for the policy of their day. Where one
 * side is unknown nobody can tell, and the pull request is counted as skipped.
 */
function replay(pulls, before, after) {
    const compared = pulls.map(pull => ({
        pull,
        old: judge(before, pull.before),
        now: judge(after, pull.after),
    }));
    const known = compared.filter(({ old, now }) => old.verdict !== 'unknown' && now.verdict !== 'unknown');
    return {
        judged: known.length,
        skipped: compared.length - known.length,
        changed: known
            .filter(({ old, now }) => old.verdict !== now.verdict)
            .map(({ pull: { number, title }, old, now }) => ({
            number,
            title,
            before: old.verdict,
            after: now.verdict,
            gates: changedGates(old, now),
        })),
    };
}
function judge(policy, facts) {
    const origin = { source: 'base', path: '', sha: '', sha256: '' };
    return (0,evaluate/* evaluate */._)({ state: 'present', policy: { ...policy, checklists: [] }, origin }, facts);
}
function changedGates(before, after) {
    const ids = new Set([...before.gates, ...after.gates].map(({ gate }) => gate));
    const statusIn = (report, id) => report.gates.find(({ gate }) => gate === id)?.result.status ?? 'off';
    return [...ids]
        .map(gate => ({ gate, before: statusIn(before, gate), after: statusIn(after, gate) }))
        .filter(one => one.before !== one.after);
}

// EXTERNAL MODULE: ./build/src/github/facts.js + 6 modules
var facts = __webpack_require__(1525);
// EXTERNAL MODULE: ./build/src/github/snapshot.js + 9 modules
var github_snapshot = __webpack_require__(4461);
;// CONCATENATED MODULE: ./build/src/github/replay.js



/** Most pull requests that are judged again in one go. */
const maxReplayed = 100;
const mergedQuery = `query Merged($owner: String!, $name: String!, $base: String!, $last: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: MERGED, baseRefName: $base, first: $last, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number mergedAt }
    }
  }
}`;
/** Judges the pull requests that were merged last into a branch under two policies. About four reads each. */
async function replayMerged(client, { owner, name, baseRef }, { before, after }, { last, progress }) {
    const answer = await client.graphql(mergedQuery, {
        owner,
        name,
        base: baseRef,
        last: Math.min(last, maxReplayed),
    });
    const merged = answer.repository?.pullRequests.nodes ?? [];
    const pulls = [];
    for (const [index, { number, mergedAt }] of merged.entries()) {
        progress?.(index, merged.length);
        const snapshot = await (0,github_snapshot/* readSnapshot */.R)(client, { owner, name, number });
        if (snapshot === null || mergedAt === null)
            continue;
        const old = await (0,facts/* readFacts */.M)(client, snapshot, { policy: before, evaluatedAt: mergedAt });
        const sameRoles = JSON.stringify(before.roles) === JSON.stringify(after.roles);
        const now = sameRoles ? old : await (0,facts/* readFacts */.M)(client, snapshot, { policy: after, evaluatedAt: mergedAt });
        pulls.push({ number, title: snapshot.title, before: old, after: now });
    }
    return replay(pulls, before, after);
}

// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/render/policy-change.js
var policy_change = __webpack_require__(7463);
// EXTERNAL MODULE: ./build/src/render/voice.js
var voice = __webpack_require__(820);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/cli/checkout.js + 1 modules
var cli_checkout = __webpack_require__(7991);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/github.js
var github = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/replay.js










const options = {
    ...github/* remoteOptions */.JB,
    ...cli_checkout/* sharedOption */.jL,
    branch: { about: 'cli.replay.option.branch', value: 'BRANCH' },
    last: { about: 'cli.replay.option.last', value: 'N' },
    before: { about: 'cli.replay.option.before', value: 'FILE' },
    policy: { about: 'cli.replay.option.policy', value: 'FILE' },
};
const usual = 20;
/** Judges the pull requests that were merged last under two policies and prints which verdicts change. */
const replay_replay = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…] --repo OWNER/NAME [--before FILE] [--policy FILE]'],
    about: 'cli.replay.about',
    options,
    async run({ values, positionals }, world) {
        const [extra] = positionals;
        if (extra !== undefined)
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.positional', { got: extra }) });
        const last = values.last === undefined ? usual : Number(values.last);
        if (!Number.isInteger(last) || last < 1 || last > maxReplayed) {
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.replay.last', { got: values.last ?? '', most: maxReplayed }) });
        }
        const policies = await bothPolicies(values, world.cwd);
        if (!policies.ok)
            return policies;
        const remote = await (0,github/* openRemote */.d3)(values.repo, world);
        if (!remote.ok)
            return remote;
        const { client, owner, name } = remote.value;
        const { before, after } = policies.value;
        const locale = values.locale ?? after.policy.locale;
        let report;
        try {
            const place = { owner, name, baseRef: values.branch ?? 'main' };
            report = await replayMerged(client, place, { before: before.policy, after: after.policy }, { last });
        }
        catch (error) {
            return (0,result/* err */._)({ message: (0,github_client/* unknownBecause */.Zp)('pull-requests', error), locale });
        }
        world.print(values.json ? (0,json/* jsonLine */.r)(report) : `${(0,policy_change/* replayLines */.ZC)(report, (0,voice/* plainVoice */.R5)(locale)).join('\n')}\n`);
        return (0,result.ok)(0);
    },
});
/** The policy that is being written, and the one that holds: that of HEAD. */
async function bothPolicies({ before, policy, shared }, cwd) {
    const old = await policyFrom(before, cwd, true, shared);
    if (!old.ok)
        return old;
    const now = await policyFrom(policy, cwd, false, shared);
    return now.ok ? (0,result.ok)({ before: old.value, after: now.value }) : now;
}
async function policyFrom(file, cwd, committed, shared) {
    if (file !== undefined)
        return (0,cli_checkout/* policyInFile */.kQ)(file, cwd, shared);
    const checkout = await (0,cli_checkout/* needCheckout */.di)(cwd);
    if (!checkout.ok)
        return checkout;
    if (!committed)
        return (0,cli_checkout/* policyOf */.US)(checkout.value, null, shared);
    const head = await (0,cli_checkout/* headNamed */.OE)(checkout.value, undefined);
    return head.ok ? (0,cli_checkout/* policyOf */.US)(checkout.value, head.value, shared) : head;
}


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


/***/ })

};

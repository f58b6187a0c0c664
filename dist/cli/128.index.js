export const id = 128;
export const ids = [128];
export const modules = {

/***/ 4677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ itemHash),
/* harmony export */   O6: () => (/* binding */ coveredFiles),
/* harmony export */   Uc: () => (/* binding */ areIncomparable),
/* harmony export */   un: () => (/* binding */ coveredChanges)
/* harmony export */ });
/* unused harmony exports hashOf, lacksModes */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7183);
/* harmony import */ var _meaning_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7437);



/**
 * Digest of what a signature on this item means: its text, role, count and the files it speaks about. A policy edit
 * that changes one of them makes earlier sign-offs stale; any other edit leaves them alone.
 */
const itemHash = (item) => hashOf(item.id, (0,_meaning_js__WEBPACK_IMPORTED_MODULE_2__/* .meaningOf */ .Pr)(item));
/** The same, from a meaning that was kept. */
function hashOf(id, { text, role, covers, allowSelf }) {
    const meaning = [id, text, role, covers, allowSelf];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`delivery-gates item v1\n${canonical(meaning)}`)
        .digest('hex');
}
/** JSON with sorted keys, so that the order in which somebody wrote the policy does not matter. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (value !== null && typeof value === 'object') {
        const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
        return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
    }
    return JSON.stringify(value) ?? 'null';
}
/**
 * The changed files that an item covers, each with the identity of its content: status, mode where it is known, blob and
 * old path. GitHub's list of files has no modes, so they are read where a sign-off rests on them.
 */
function coveredFiles(item, files) {
    const globs = item.covers === undefined ? undefined : (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(item.covers);
    const covers = (path) => globs === undefined || globs.matches(path);
    const covered = files
        .filter(file => covers(file.path) || (file.previousPath !== undefined && covers(file.previousPath)))
        .map(file => [file.path, `${kindOf(file)} ${file.blob} ${file.previousPath ?? ''}`])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(covered);
}
const kindOf = ({ status, newMode }) => status === 'deleted' || newMode === undefined || newMode === null ? status : `${status}:${newMode}`;
const hasMode = (identity) => /^(?:deleted|[a-z-]+:\d{6}) /.test(identity);
/** Whether of some file nobody knows what it is: text, program or link (security.md T-36). */
const lacksModes = (covered) => !Object.values(covered).every(hasMode);
/** Whether of some file in both sets one tells what it is and the other does not. */
const areIncomparable = (before, after) => Object.entries(before).some(([path, was]) => {
    const is = after[path];
    return is !== undefined && hasMode(was) !== hasMode(is);
});
/** Files whose content identity differs between two covered sets, in the order of their names. */
function coveredChanges(before, after) {
    const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...paths].filter(path => before[path] !== after[path]).sort();
}


/***/ }),

/***/ 9452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cQ: () => (/* binding */ isContributor),
  S4: () => (/* binding */ judge)
});

// UNUSED EXPORTS: bindsFiles, isAllowedBot, namelessCommit

// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/checklist/carry.js

/**
 * `null`: everything that was signed is the same to the byte (security.md T-31), and, where only merges may come in
 * between, nothing else did (T-32). The base branch is compared by whoever asks.
 */
function whyNotCarried(signOff, carry, facts, policySha256) {
    if (facts.fromFork !== false)
        return 'fork';
    if (policySha256 === null || signOff.policySha256 !== policySha256)
        return 'policy';
    if (signOff.patchSha256 === undefined || signOff.patchSha256 === null)
        return 'unrecorded';
    const patch = patchSha256(facts.changedFiles);
    if (patch === null)
        return 'incomplete';
    if (patch !== signOff.patchSha256)
        return 'patch';
    return carry === 'clean_merges' && !onlyBaseMerges(signOff.headSha, facts) ? 'merge' : null;
}
/**
 * Digest of the whole patch from the merge base to the head: every file with its paths, both modes, the id of its new
 * content and its hunks. `null` unless all of it is known.
 */
function patchSha256(files) {
    if (files.state !== 'present')
        return null;
    const rows = files.value.map(patchRow);
    if (rows.includes(null))
        return null;
    const hash = (0,external_node_crypto_.createHash)('sha256').update('delivery-gates patch v1\n');
    for (const row of rows.sort())
        hash.update(`${Buffer.byteLength(row)}:${row}\n`);
    return hash.digest('hex');
}
function patchRow(file) {
    const { path, previousPath = null, status, oldMode = null, newMode = null, blob, hunks } = file;
    const modes = (status === 'added' || oldMode !== null) && (status === 'deleted' || newMode !== null);
    return modes && blob !== '' && hunks !== null
        ? JSON.stringify([path, previousPath, status, oldMode, newMode, blob, hunks])
        : null;
}
/**
 * Whether the first parents lead from the head to the signed commit over merges of the base branch alone. The list of
 * commits holds all that the base branch lacks, so a parent that is not in it is on the base branch.
 */
function onlyBaseMerges(signed, facts) {
    if (facts.commits.state !== 'present')
        return false;
    const own = new Map(facts.commits.value.map(commit => [commit.sha, commit]));
    let at = facts.headSha;
    for (let steps = 0; steps <= own.size; steps += 1) {
        if (at === signed)
            return own.has(at);
        const [first, second, ...more] = own.get(at)?.parents ?? [];
        if (first === undefined || second === undefined || more.length > 0 || own.has(second))
            return false;
        at = first;
    }
    return false;
}

// EXTERNAL MODULE: ./build/src/checklist/cover.js
var cover = __webpack_require__(4677);
// EXTERNAL MODULE: ./build/src/checklist/meaning.js
var checklist_meaning = __webpack_require__(7437);
;// CONCATENATED MODULE: ./build/src/checklist/judge.js




const stale = (reason) => ({ unknown: false, reason });
const cannotTell = (reason) => ({ unknown: true, reason });
/**
 * Whether one sign-off still holds: same base, same meaning, same person's right, same content. Time plays no part but
 * in delegations, which have a last day.
 */
function judge(signOff, item, facts, now) {
    const by = signOff.by.login;
    if (signOff.baseRef !== facts.baseRef) {
        return stale((0,message/* message */.i)('item.stale.base', { by, from: signOff.baseRef, to: facts.baseRef }));
    }
    if (signOff.itemHash !== (0,cover/* itemHash */.AE)(item))
        return stale(otherMeaning(signOff, item));
    if (!item.conditional && signOff.conditions !== undefined) {
        return stale((0,message/* message */.i)('item.stale.conditional', { by, signed: signOff.headSha, points: signOff.conditions }));
    }
    const right = judgeRight(signOff, item, facts, now.role);
    if (right !== 'valid')
        return right;
    if (signOff.headSha === facts.headSha)
        return 'valid';
    const content = judgePush(signOff, item, facts);
    if (content === 'valid' || item.carry === 'never')
        return content;
    const { headSha: signed } = signOff;
    const why = whyNotCarried(signOff, item.carry, facts, now.policySha256);
    if (why === null)
        return 'valid';
    // How many covered files changed says more than that something did.
    if (content.reason.code === 'item.stale.files')
        return content;
    return stale((0,message/* message */.i)('item.stale.carry', { by, signed, head: facts.headSha, why }));
}
/** What was signed, in the words of then, where they are known. */
function otherMeaning({ by, headSha: signed, meaning }, item) {
    const changed = meaning === undefined ? [] : (0,checklist_meaning/* changedParts */.Ty)(meaning, (0,checklist_meaning/* meaningOf */.Pr)(item));
    const was = meaning !== undefined && changed.includes('text') ? (0,checklist_meaning/* textsOf */.CB)(meaning) : null;
    return (0,message/* message */.i)('item.stale.text', { by: by.login, signed, changed, was });
}
/** Whether the signer may still speak for the role, and only about the work of others. */
function judgeRight(signOff, item, facts, role) {
    const by = signOff.by.login;
    const isMember = (id) => signOff.by.type === 'Bot' ? isAllowedBot(signOff.by, item) : role.members.some(member => member.id === id);
    const { onBehalfOf } = signOff;
    // Whoever came into the role since needs nobody's leave any more.
    const authority = onBehalfOf === undefined || isMember(signOff.by.id) ? signOff.by : onBehalfOf;
    if (authority === onBehalfOf) {
        const why = whyNotDelegated(signOff, item, facts);
        if (why !== null)
            return stale((0,message/* message */.i)('item.stale.delegation', { by, from: authority.login, why }));
    }
    if (item.on_membership_loss !== 'keep' && !isMember(authority.id)) {
        const unread = signOff.by.type === 'Bot' ? undefined : role.unresolved[0];
        if (unread !== undefined)
            return cannotTell(unread.reason);
        return authority === signOff.by
            ? stale((0,message/* message */.i)('item.stale.membership', { by, role: item.role ?? '' }))
            : stale((0,message/* message */.i)('item.stale.delegation', { by, from: authority.login, why: 'left' }));
    }
    if (!item.allow_self) {
        if (facts.commits.state === 'unknown')
            return cannotTell(facts.commits.reason);
        if (isContributor(signOff.by.id, facts))
            return stale((0,message/* message */.i)('item.stale.contributor', { by }));
        if (isContributor(authority.id, facts)) {
            return stale((0,message/* message */.i)('item.stale.delegation', { by, from: authority.login, why: 'contributor' }));
        }
        const nameless = namelessCommit(facts);
        if (nameless !== undefined) {
            const [name = ''] = nameless.unattributed;
            return stale((0,message/* message */.i)('item.stale.unattributed', { by, sha: nameless.sha, name }));
        }
    }
    return 'valid';
}
/** A bot that the policy names by its number; a name is worth nothing (security.md T-14). */
const isAllowedBot = ({ id, type }, item) => type === 'Bot' && item.bots?.some(bot => String(bot) === id) === true;
/** One that was used must still stand: neither taken back nor past its last day. */
function whyNotDelegated(signOff, item, facts) {
    if (!item.delegable)
        return 'policy';
    const used = facts.delegations?.find(one => one.checklist === signOff.checklist &&
        one.item === signOff.item &&
        one.from.id === signOff.onBehalfOf?.id &&
        one.to.id === signOff.by.id);
    if (used === undefined)
        return 'revoked';
    return used.until < facts.evaluatedAt.slice(0, 10) ? 'expired' : null;
}
/** Whether the account wrote or committed any part of the pull request, or opened it. */
function isContributor(accountId, facts) {
    if (facts.author?.id === accountId)
        return true;
    const commits = facts.commits.state === 'present' ? facts.commits.value : [];
    return commits.some(commit => commit.contributors.some(contributor => contributor.id === accountId));
}
/** A commit behind which anybody could be, so that nobody can be shown to be independent of it (security.md T-21). */
const namelessCommit = ({ commits }) => commits.state === 'present' ? commits.value.find(commit => commit.unattributed.length > 0) : undefined;
/** Files that a reason names; whoever wants to know more looks at the commits. */
const namedFiles = 3;
const pushRule = ({ on_push, covers }) => on_push ?? (covers === undefined ? 'always' : 'when_covered_paths_change');
/** Whether a sign-off on the item holds as long as files stay as they were. */
const bindsFiles = (item) => pushRule(item) === 'when_covered_paths_change';
/** What the pushes since then mean to the item by its own rule. */
function judgePush(signOff, item, facts) {
    const places = { by: signOff.by.login, signed: signOff.headSha, head: facts.headSha };
    const rule = pushRule(item);
    if (rule === 'never') {
        // Whoever owns the fork can push anything there (security.md T-22).
        return facts.fromFork === false ? 'valid' : stale((0,message/* message */.i)('item.stale.carry', { ...places, why: 'fork' }));
    }
    if (rule === 'always') {
        return stale((0,message/* message */.i)(item.covers === undefined ? 'item.stale.head' : 'item.stale.push', places));
    }
    const files = facts.changedFiles;
    if (files.state !== 'present' || signOff.covered === null)
        return stale((0,message/* message */.i)('item.stale.incomplete', places));
    const covered = (0,cover/* coveredFiles */.O6)(item, files.value);
    if ((0,cover/* areIncomparable */.Uc)(signOff.covered, covered))
        return stale((0,message/* message */.i)('item.stale.incomplete', places));
    const changed = (0,cover/* coveredChanges */.un)(signOff.covered, covered);
    if (changed.length === 0)
        return 'valid';
    return stale((0,message/* message */.i)('item.stale.files', { ...places, count: changed.length, files: changed.slice(0, namedFiles) }));
}


/***/ }),

/***/ 7437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   Ty: () => (/* binding */ changedParts)
/* harmony export */ });
const meaningOf = ({ text, role, covers, allow_self }) => ({
    text: text,
    role: role ?? null,
    covers: covers ?? null,
    allowSelf: allow_self,
});
/** Parts in which two meanings differ; the order of locales is none. */
function changedParts(before, after) {
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    const isText = same(Object.entries(textsOf(before)).sort(), Object.entries(textsOf(after)).sort());
    return [
        ...(isText ? [] : ['text']),
        ...(before.role === after.role ? [] : ['role']),
        ...(same(before.covers, after.covers) ? [] : ['covers']),
        ...(before.allowSelf === after.allowSelf ? [] : ['allow_self']),
    ];
}
/** Per locale; `default` where there is one text for all. */
const textsOf = ({ text }) => typeof text === 'string' ? { default: text } : text;


/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checklist)
/* harmony export */ });
/* unused harmony export id */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7311);
/* harmony import */ var _policy_when_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);



/** Ids appear in commands, check buttons and the ledger. */
const id = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'an id of lower-case letters, digits and "-", at most 40 characters' });
const text = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(300), zod__WEBPACK_IMPORTED_MODULE_2__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['en', 'zh-CN']), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(300))]);
const item = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: id.describe('Names the item in commands and in the comment; unique over all checklists.'),
    text: text.describe('What the person confirms: one text, or one per locale.'),
    role: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional().describe('Role whose members may sign. Left out when `evidence` ticks the item.'),
    count: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).max(10).default(1).describe('Different people who must sign.').meta({ stricter: 'higher' }),
    covers: _policy_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .globs */ .gV
        .optional()
        .describe('Files that the confirmation speaks about: a push that leaves them alone keeps the sign-off. Left out: any push makes it stale.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    on_push: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['never', 'when_covered_paths_change', 'always'])
        .optional()
        .describe('When a push ends a sign-off. Left out: `when_covered_paths_change` for an item with `covers`, else `always`. Pushes to a fork always end what `never` would keep.')
        .meta({ stricter: ['never', 'when_covered_paths_change', 'always'], presence: 'other' }),
    carry: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['identical_patch', 'clean_merges', 'never'])
        .default('never')
        .describe('Keeps a sign-off that a push would end while policy, base branch and everything that the pull request changes are the same to the byte: after clean merges of the base branch only, or after a rebase or an amended message too. Never for forks.')
        .meta({ stricter: ['identical_patch', 'clean_merges', 'never'] }),
    bots: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1).max(Number.MAX_SAFE_INTEGER))
        .min(1)
        .max(20)
        .optional()
        .describe('Numeric ids of bot accounts that may sign as members of the role do. Left out: people only.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
    conditional: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(true)
        .describe('A sign-off that accepts open points (`/sign-off rollback --open #123`) counts.')
        .meta({ stricter: [true, false] }),
    delegable: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(false)
        .describe('A member of the role may let somebody else sign for them (`/delegate @login rollback until 2026-12-24`).')
        .meta({ stricter: [true, false] }),
    environments: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_policy_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentName */ .VE)
        .min(1)
        .max(20)
        .optional()
        .describe('Environments, such as customer sites, for each of which `count` people sign. Left out: one sign-off for all.')
        .meta({ stricter: 'more' }),
    on_membership_loss: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['keep', 'invalidate'])
        .default('invalidate')
        .describe('Whether a sign-off ends when its signer leaves the role.')
        .meta({ stricter: ['keep', 'invalidate'] }),
    evidence: zod__WEBPACK_IMPORTED_MODULE_2__/* .templateLiteral */ .Uy$(['gates.', zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])
        .optional()
        .describe('Ticked by the machine while this gate passes, e.g. `gates.coverage`.'),
    by_review: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(false)
        .describe('An approving review by a member of the role signs this item.')
        .meta({ stricter: [true, false] }),
    allow_self: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()
        .default(false)
        .describe('People who contributed to the pull request may sign.')
        .meta({ stricter: [true, false] }),
});
const checklist = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    id: id.describe('Names the checklist in messages.'),
    level: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['block', 'warn', 'info', 'off'])
        .default('block')
        .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.')
        .meta({ stricter: ['off', 'info', 'warn', 'block'] }),
    when: _policy_when_js__WEBPACK_IMPORTED_MODULE_1__/* .when */ .z.optional().describe('Left out: every pull request.').meta({ presence: 'weaker' }),
    items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1).max(50).describe('What is confirmed, one by one.').meta({ stricter: 'more' }),
});


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ refOf)
/* harmony export */ });
/** How people and boxes name an item: `guide`, or `guide@prod-a` for one of its environments. */
const refOf = ({ id, environment }) => environment === undefined ? id : `${id}@${environment}`;


/***/ }),

/***/ 1108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ isSuite),
/* harmony export */   dN: () => (/* binding */ readJUnit),
/* harmony export */   fD: () => (/* binding */ isCase),
/* harmony export */   iv: () => (/* binding */ readTests),
/* harmony export */   qr: () => (/* binding */ junitAttributes),
/* harmony export */   yp: () => (/* binding */ TestCases)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5800);
/* harmony import */ var _head_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2832);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9817);
/* harmony import */ var _xml_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4901);




/**
 * JUnit's XML, as far as its many writers agree on it:
 *
 *     <testsuites> ( <testsuite> … )                     (or one <testsuite> as root; suites in suites)
 *       <testcase> <failure/> | <error/> | <skipped/>
 *       <error/>                                         (of a suite that could not start)
 *
 * Counted from the elements; `tests="9"` and the like are claims. Attempts that were repeated (`flakyFailure`,
 * `rerunFailure`) are no failures. What failed outside of a case is counted, and no test. No case at all is no problem
 * of the file: whoever wants tests to have run looks at `tests`.
 */
function readTests(chunks) {
    const cases = new TestCases();
    const problem = readJUnit(chunks, () => cases);
    const { tests, failures, errors, skipped } = cases.counts;
    return problem ? (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(problem) : (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ tests, failures, errors, skipped });
}
/** Attributes that a handler may ask for. */
const junitAttributes = ['name', 'time'];
/** Hands the elements (`isSuite`, `isCase` tell which) to the handler; gives what is wrong with the file. */
function readJUnit(chunks, handlerOf) {
    const iterator = chunks[Symbol.iterator]();
    const { start, content, refusal } = (0,_head_js__WEBPACK_IMPORTED_MODULE_0__/* .readHead */ .z)(iterator);
    if (refusal)
        return refusal;
    const roots = /^<testsuite[\s/>]/.test((0,_xml_js__WEBPACK_IMPORTED_MODULE_1__/* .rootOf */ .I5)(content)) ? ['testsuite', 'testsuites'] : ['testsuites', 'testsuite'];
    const elements = [...roots, 'testcase', 'failure', 'error', 'skipped'];
    const xml = new _xml_js__WEBPACK_IMPORTED_MODULE_1__/* .XmlTokens */ .Ou({ elements, attributes: junitAttributes });
    const handler = handlerOf(xml);
    push(xml, start, handler);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        push(xml, next.value, handler);
    xml.finish();
    return xml.problem;
}
function push(xml, chunk, handler) {
    for (let at = 0; at < chunk.length && !xml.problem; at += _xml_js__WEBPACK_IMPORTED_MODULE_1__/* .xmlLimits */ .SN.slice) {
        xml.feed(chunk.subarray(at, at + _xml_js__WEBPACK_IMPORTED_MODULE_1__/* .xmlLimits */ .SN.slice));
        (0,_xml_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readTokens */ .He)(xml, handler);
    }
}
const [OUTER_SUITE, SUITE, CASE, FAILURE, ERROR, SKIPPED] = [0, 1, 2, 3, 4, 5];
/** Of the elements of a handler. */
const isSuite = (element) => element === OUTER_SUITE || element === SUITE;
const isCase = (element) => element === CASE;
/** Worst last. */
const outcomes = ['passed', 'skipped', 'failures', 'errors'];
/** Counts cases from the elements. */
class TestCases {
    counts = { tests: 0, passed: 0, failures: 0, errors: 0, skipped: 0 };
    /** The elements around, and the outcomes of those that are cases. */
    parents = [];
    cases = [];
    open(element) {
        const parent = this.parents.at(-1);
        if (element === CASE)
            this.cases.push('passed');
        else if (element === FAILURE)
            this.found('failures', parent);
        else if (element === ERROR)
            this.found('errors', parent);
        else if (element === SKIPPED && parent === CASE)
            this.found('skipped', parent);
        this.parents.push(element);
    }
    close(element) {
        this.parents.pop();
        if (element !== CASE)
            return;
        this.counts.tests++;
        this.counts[this.cases.pop() ?? 'passed']++;
    }
    found(outcome, parent) {
        const last = this.cases.length - 1;
        if (parent === CASE)
            this.cases[last] = worse(this.cases[last] ?? 'passed', outcome);
        else if (parent === SUITE || parent === OUTER_SUITE)
            this.counts[outcome]++;
    }
}
const worse = (a, b) => (outcomes.indexOf(a) > outcomes.indexOf(b) ? a : b);


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mr: () => (/* binding */ groupSpecs),
  oU: () => (/* binding */ measureFiles),
  Od: () => (/* binding */ scopeOf),
  O$: () => (/* binding */ unreadable)
});

// UNUSED EXPORTS: measure

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/glob.js
var glob = __webpack_require__(7183);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/coverage/model.js
var model = __webpack_require__(6197);
;// CONCATENATED MODULE: ./build/src/coverage/moved.js
/** A block moves when it has at least so many letters and digits: shorter ones are alike by chance. As git colours moves. */
const leastText = 20;
/**
 * Blocks of consecutive added lines that stand, in the same order and but for their indentation, among the removed
 * lines of the change. Every removed line explains one added line: a copy of moved code is new code.
 */
function movedLines(changes) {
    const removed = linesOf(changes, 'removed');
    const places = Map.groupBy(removed.keys(), index => removed[index]?.text ?? '');
    const used = new Set();
    const moved = new Map();
    const added = linesOf(changes, 'added');
    for (let at = 0; at < added.length;) {
        const block = longestBlock(added, at, removed, places, used);
        if (block === undefined) {
            at++;
            continue;
        }
        for (let step = 0; step < block.length; step++) {
            used.add(block.from + step);
            const { path, line } = added[at + step];
            const known = moved.get(path);
            if (known === undefined)
                moved.set(path, new Set([line]));
            else
                known.add(line);
        }
        at += block.length;
    }
    return moved;
}
/** Of a line that is repeated more often than this only the first places are tried; so many lines without text end a block. */
const mostPlaces = 50;
function longestBlock(added, at, removed, places, used) {
    let best;
    for (const from of (places.get(added[at]?.text ?? '') ?? []).slice(0, mostPlaces)) {
        let length = 0;
        let text = 0;
        while (continues(added, at, length) && continues(removed, from, length) && !used.has(from + length)) {
            const line = added[at + length]?.text;
            if (line === undefined || line !== removed[from + length]?.text)
                break;
            text += line.replace(/[^\p{L}\p{N}]/gu, '').length;
            length++;
            if (length > mostPlaces && text < leastText)
                break;
        }
        if (text >= leastText && length > (best?.length ?? 0))
            best = { from, length };
    }
    return best;
}
/** Whether the line `length` after `start` is the next one of the same file. */
function continues(lines, start, length) {
    const first = lines[start];
    const next = lines[start + length];
    return first !== undefined && next !== undefined && next.path === first.path && next.line === first.line + length;
}
function linesOf(changes, wanted) {
    return changes.flatMap(({ path, hunks }) => (hunks ?? []).flatMap(hunk => {
        const found = [];
        let line = wanted === 'added' ? hunk.newStart : hunk.oldStart;
        const other = wanted === 'added' ? 'removed' : 'added';
        for (const { kind, text } of hunk.lines) {
            if (kind === wanted)
                found.push({ path, line, text: text.trim() });
            if (kind !== other)
                line++;
        }
        return found;
    }));
}

;// CONCATENATED MODULE: ./build/src/coverage/patch.js

/** Lines may have been added or, where the patch is not known, could have been. */
const hasNewText = (file) => file.kind === 'text' &&
    file.status !== 'deleted' &&
    (file.hunks?.some(hunk => hunk.lines.some(line => line.kind === 'added')) ?? true);
/** Numbers of the added lines on the new side, ascending. */
function addedLines({ hunks }) {
    const added = [];
    for (const { newStart, lines } of hunks ?? []) {
        let line = newStart;
        for (const { kind } of lines) {
            if (kind === 'added')
                added.push(line);
            if (kind !== 'removed')
                line++;
        }
    }
    return added;
}
/** The executable lines among the added ones, less those that `moved` names. */
function measurePatch(changes, files, moved) {
    const byFile = new Map();
    const uncovered = [];
    let movedCount = 0;
    for (const change of changes) {
        const lines = files.get(change.path)?.lines;
        if (lines === undefined)
            continue;
        const isMoved = moved.get(change.path);
        const executable = addedLines(change).filter(line => (0,model/* lineState */.kD)(lines, line) !== 'none');
        const judged = executable.filter(line => !isMoved?.has(line));
        movedCount += executable.length - judged.length;
        if (judged.length === 0)
            continue;
        const missed = judged.filter(line => (0,model/* lineState */.kD)(lines, line) === 'uncovered');
        byFile.set(change.path, { covered: judged.length - missed.length, total: judged.length });
        uncovered.push(...rangesOf(missed, lines).map(range => ({ path: change.path, ...range })));
    }
    return { ratio: sumOf(byFile.values()), byFile, uncovered, moved: movedCount };
}
function sumOf(ratios) {
    let covered = 0;
    let total = 0;
    for (const ratio of ratios) {
        covered += ratio.covered;
        total += ratio.total;
    }
    return { covered, total };
}
/** Joins lines between which nothing executable lies. `wanted` is ascending. */
function rangesOf(wanted, lines) {
    const ranges = [];
    for (const line of wanted) {
        const open = ranges.at(-1);
        if (open !== undefined && isGap(lines, open.end, line)) {
            open.end = line;
            open.lines++;
        }
        else
            ranges.push({ start: line, end: line, lines: 1 });
    }
    return ranges;
}
/** Nothing executable lies between, and not much else. */
function isGap(lines, from, to) {
    if (to - from > 10)
        return false;
    for (let line = from + 1; line < to; line++)
        if ((0,model/* lineState */.kD)(lines, line) !== 'none')
            return false;
    return true;
}
/** The longest ranges, within the limit; files with the most uncovered lines first, ranges in the order of lines. */
function worstRanges(uncovered, limit) {
    const worst = uncovered
        .toSorted((a, b) => b.lines - a.lines || compare(a.path, b.path) || a.start - b.start)
        .slice(0, limit);
    const byPath = [...Map.groupBy(worst, range => range.path)];
    const weight = (ranges) => ranges.reduce((sum, range) => sum + range.lines, 0);
    return byPath
        .toSorted(([pathA, a], [pathB, b]) => weight(b) - weight(a) || compare(pathA, pathB))
        .map(([path, ranges]) => ({
        path,
        ranges: ranges.toSorted((a, b) => a.start - b.start).map(({ start, end }) => [start, end]),
    }));
}
/**
 * Changed source files without a line record. Only languages that the reports speak about, so that a changed picture or
 * text is no omission.
 */
function unreportedFiles(changes, files) {
    const extensions = new Set(files.keys().map(extensionOf));
    return changes
        .map(change => change.path)
        .filter(path => !hasLineRecords(files.get(path)) && extensions.has(extensionOf(path)) && !isTestOrDocument(path))
        .toSorted(compare);
}
/** A file that is listed without an executable line was looked at; one that has only totals was not, line by line. */
const hasLineRecords = (file) => file !== undefined && (file.counts === undefined || file.lines.some(byte => byte !== 0));
function extensionOf(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return dot > 0 ? name.slice(dot) : '';
}
const isTestOrDocument = (path) => /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|fixtures|testdata|docs?)\//i.test(path) ||
    /[._-](test|tests|spec|stories|d)\.[^./]+$/.test(path) ||
    /(^|\/)(test_[^/]*|conftest)\.py$/.test(path) ||
    /[a-z0-9]Tests?\.(java|kt|cs|scala|swift|php)$/.test(path);
/** By code units: the same on every machine. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// EXTERNAL MODULE: ./build/src/coverage/unite.js
var unite = __webpack_require__(5489);
;// CONCATENATED MODULE: ./build/src/coverage/measure.js







/** Limits of what travels in a check run. */
const measuredLimits = { ranges: 200, partial: 50, unreported: 100, problems: 50, changed: 200, worst: 20 };
/** Unites all reports, maps them to the tree and counts. Deterministic; independent of the order of the reports. */
const measure = (input) => measureFiles(input).measured;
/** The same with the files that were counted. */
function measureFiles(input) {
    const { options } = input;
    const exclude = exclusions(input);
    const united = (0,unite/* unite */._f)(input.reports, input.carried ?? [], { paths: input.tree, ...checkoutOf(input) }, exclude);
    const counted = options.partial_lines === 'uncovered' ? unite/* withoutPartialLines */.r : (files) => files;
    const files = counted(united.files);
    const bySuite = new Map(united.bySuite.entries().map(([name, suite]) => [name, counted(suite)]));
    const all = input.changedFiles ?? [];
    const changes = all.filter(file => !exclude.matches(file.path) && hasNewText(file));
    const moved = options.patch?.moved_lines === 'ignore' ? movedLines(all) : new Map();
    const patchOf = (some) => measurePatch(changes, some, moved);
    const patch = patchOf(files);
    const project = (0,model/* totals */.Sd)(files);
    const problems = [
        ...input.problems,
        ...united.problems,
        ...implausibleLines(files, input.lineCounts),
        ...unknownPatches(changes, files),
    ];
    const measured = {
        schemaVersion: 1,
        headSha: input.headSha,
        scope: scopeOf(options),
        reports: [...input.reports, ...(input.carried ?? [])].map(report => report.origin).toSorted(byNameAndPath),
        problems: distinctMessages(problems).slice(0, measuredLimits.problems),
        incomplete: (input.incomplete ?? []).toSorted((a, b) => compare(a.name, b.name)),
        tests: (input.tests ?? []).toSorted((a, b) => compare(a.name, b.name)),
        project: project.lines,
        branches: project.branches,
        functions: project.functions,
        patch: patch.ratio,
        groups: groupsOf(input, files, bySuite, patchOf),
        changed: changedCoverage(changes, files, patch),
        worst: worstFiles(files),
        uncovered: worstRanges(patch.uncovered, measuredLimits.ranges),
        partial: partialRanges(changes, files),
        unreported: unreportedFiles(changes, files).slice(0, measuredLimits.unreported),
        moved: patch.moved,
        files: files.size,
        ...(input.run === undefined ? {} : { run: input.run }),
    };
    return { measured, files, bySuite: united.bySuite, doubts: doubts(input.reports, united.outside) };
}
/** Same digest: the same reports, exclusions and rules, so that two measurements may be compared. Hex SHA-256. */
function scopeOf(options) {
    const reports = options.reports?.map(({ name, path, format }) => [name, path, format ?? null]).toSorted(compareJson) ?? null;
    // Only what differs from the defaults: what is recorded on base branches stays comparable when an option is added.
    const rules = [
        ...(options.generated === 'exclude' ? ['generated'] : []),
        ...(options.partial_lines === 'uncovered' ? ['partial'] : []),
        ...(options.patch?.moved_lines === 'ignore' ? ['moved'] : []),
    ];
    return digest(['coverage-scope-1', reports, options.exclude ?? [], ...rules]);
}
/** Components, flags and path groups of the policy, in that order. A component that the policy lacks is left out. */
function groupSpecs(options, components = {}) {
    const specs = [
        ...Object.keys(options.components ?? {}).flatMap(name => {
            const component = components[name];
            return component === undefined ? [] : [{ kind: 'component', name, paths: component.paths }];
        }),
        ...Object.keys(options.flags ?? {}).map(name => ({ kind: 'flag', name, paths: null })),
        ...(options.paths ?? []).map(({ name, paths }) => ({ kind: 'paths', name, paths })),
    ];
    return specs.map(spec => ({ ...spec, scope: digest([spec.kind, spec.name, spec.paths]).slice(0, 16) }));
}
const digest = (value) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
/** A problem for a report that was refused. `path` is the file, not the glob that found it. */
function unreadable(report, problem) {
    return (0,message/* message */.i)('coverage.problem.report', {
        name: report.name,
        path: report.path,
        code: problem.code,
        line: problem.line ?? null,
        column: problem.column ?? null,
        // Readers use no other messages; `ReportFault` is how the catalogue says one inside another.
        fault: problem.message,
    });
}
/**
 * What makes a report doubtful without making it wrong: a summary more than a tenth away from its own records (stale,
 * trimmed or forged), and files outside of the repository that were left out.
 */
function doubts(reports, outside) {
    return reports.flatMap(({ origin: { name, path }, report }, index) => {
        const files = outside[index] ?? [];
        const claim = contradiction(report);
        return [
            ...(claim ? [(0,message/* message */.i)('coverage.notice.claims', { name, path, ...claim })] : []),
            ...(files.length > 0 ? [(0,message/* message */.i)('coverage.notice.outside', { name, path, files })] : []),
        ];
    });
}
function contradiction(report) {
    const counted = (0,model/* totals */.Sd)(report.files).lines;
    const { rate, total } = report.claims;
    const rateDiffers = rate !== undefined && Math.abs(rate - counted.covered / counted.total) > 0.1;
    const totalDiffers = total !== undefined && Math.abs(total - counted.total) > counted.total * 0.1;
    return rateDiffers || totalDiffers ? { claimedRate: rate ?? null, claimedTotal: total ?? null, counted } : undefined;
}
const checkoutOf = ({ workspace, modules }) => ({
    ...(workspace === undefined ? {} : { workspace }),
    ...(modules === undefined ? {} : { modules }),
});
/** `exclude` of the policy, and the generated files where they shall not count. */
function exclusions({ options, generated }) {
    const listed = (0,glob/* compileGlobs */.tI)(options.exclude ?? []);
    if (options.generated !== 'exclude' || generated === undefined)
        return listed;
    return { matches: path => listed.matches(path) || generated.matches(path) };
}
function implausibleLines(files, lineCounts) {
    if (lineCounts === undefined)
        return [];
    return [...files].flatMap(([path, file]) => {
        const lines = lineCounts.get(path);
        const line = (0,model/* lastLine */.fM)(file.lines);
        return lines !== undefined && line > lines ? [(0,message/* message */.i)('coverage.problem.line', { path, line, lines })] : [];
    });
}
function unknownPatches(changes, files) {
    return changes
        .filter(file => file.hunks === null && files.has(file.path))
        .map(file => (0,message/* message */.i)('coverage.problem.no-patch', { path: file.path }));
}
/** A flag is judged by what its own suite says, in the patch too. */
function groupsOf({ options, components }, files, bySuite, patchOf) {
    return groupSpecs(options, components).map(({ kind, name, paths, scope }) => {
        const members = paths === null ? (bySuite.get(name) ?? new Map()) : filesIn(files, paths);
        return { kind, name, scope, files: members.size, project: (0,model/* totals */.Sd)(members).lines, patch: patchOf(members).ratio };
    });
}
function filesIn(files, paths) {
    const globs = (0,glob/* compileGlobs */.tI)(paths);
    return new Map(files.entries().filter(([path]) => globs.matches(path)));
}
/** What the change touches, the most uncovered changed lines first. */
function changedCoverage(changes, files, patch) {
    return changes
        .flatMap(({ path, previousPath, deletions }) => {
        const file = files.get(path);
        if (file === undefined)
            return [];
        const changed = patch.byFile.get(path) ?? { covered: 0, total: 0 };
        const before = previousPath === undefined ? {} : { previousPath };
        return [{ path, ...before, lines: (0,model/* countFile */.eR)(file).lines, patch: changed, deletions }];
    })
        .toSorted((a, b) => missing(b.patch) - missing(a.patch) || compare(a.path, b.path))
        .slice(0, measuredLimits.changed);
}
const missing = (ratio) => ratio.total - ratio.covered;
/** Where the most lines of the project are uncovered. */
function worstFiles(files) {
    return [...files]
        .map(([path, file]) => ({ path, lines: (0,model/* countFile */.eR)(file).lines }))
        .filter(({ lines }) => missing(lines) > 0)
        .toSorted((a, b) => missing(b.lines) - missing(a.lines) || compare(a.path, b.path))
        .slice(0, measuredLimits.worst);
}
/** Changed lines that ran, of which a branch never did. */
function partialRanges(changes, files) {
    const partial = changes.flatMap(change => {
        const file = files.get(change.path);
        if (file === undefined)
            return [];
        const untaken = (0,model/* linesWithUntakenBranch */.wM)(file);
        if (untaken.length === 0)
            return [];
        const added = new Set(addedLines(change));
        const lines = untaken.filter(line => added.has(line) && (0,model/* lineState */.kD)(file.lines, line) === 'covered');
        return rangesOf(lines, file.lines).map(range => ({ path: change.path, ...range }));
    });
    return worstRanges(partial, measuredLimits.partial);
}
function distinctMessages(messages) {
    return [...new Map(messages.map(each => [JSON.stringify(each), each])).values()];
}
const byNameAndPath = (a, b) => compare(a.name, b.name) || compare(a.path, b.path);
const compareJson = (a, b) => compare(JSON.stringify(a), JSON.stringify(b));


/***/ }),

/***/ 7456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ summariseCoverage),
/* harmony export */   W: () => (/* binding */ thresholdsOf)
/* harmony export */ });
/** The measured numbers beside what they are compared with; `null` when nothing was measured. */
function summariseCoverage(coverage, baseline, options) {
    if (coverage.state !== 'present')
        return null;
    const measured = coverage.value;
    const known = baseline.state === 'present' && baseline.value.scope === measured.scope ? baseline.value : null;
    const { project, patch, branches, functions, uncovered, worst } = measured;
    return {
        project,
        patch,
        branches,
        functions,
        suites: measured.reports.map(({ name, format, carried }) => ({
            name,
            format,
            ...(carried === undefined ? {} : { carried }),
        })),
        groups: measured.groups.map(({ kind, name, project, patch }) => {
            const { min, patch: patchMin } = thresholdsOf(options, kind, name);
            return { kind, name, project, patch, min: min ?? null, patchMin: patchMin ?? null };
        }),
        changed: measured.changed.map(({ path, previousPath, lines, patch }) => ({
            path,
            lines,
            patch,
            base: known?.files?.[previousPath ?? path] ?? null,
        })),
        uncovered,
        worst,
        trend: known?.history ?? [],
    };
}
function thresholdsOf(options, kind, name) {
    if (kind === 'component')
        return options?.components?.[name] ?? {};
    if (kind === 'flag')
        return options?.flags?.[name] ?? {};
    return options?.paths?.find(group => group.name === name) ?? {};
}


/***/ }),

/***/ 3460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ parseDependencies)
/* harmony export */ });
/* harmony import */ var _markdown_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(835);

const marker = /^\s*(?:depends[-_ ]on|依赖于?)\s*[:：]\s*(.*)$/iu;
const short = /^(?:([\w.-]+)\/([\w.-]+))?#([1-9]\d{0,9})$/;
const link = /^https?:\/\/[^/\s]+\/([\w.-]+)\/([\w.-]+)\/(?:pull|issues)\/([1-9]\d{0,9})(?:[/?#].*)?$/;
/** Most that a description may name. */
const maxRefs = 50;
/**
 * What a description says that it depends on: lines of paragraphs and lists that begin with `Depends-On:`, followed by
 * `owner/name#12`, `#12` or links, several to a line. Code, quotes and comments say nothing. Total.
 */
function parseDependencies(body, here) {
    const found = new Map();
    const malformed = [];
    for (const line of (0,_markdown_read_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMarkdown */ .Dd)(body).children.flatMap(linesOf)) {
        const rest = marker.exec(line)?.[1];
        if (rest === undefined)
            continue;
        const pieces = rest.split(/[\s,，、]+/u).filter(piece => piece !== '' && !/^(?:and|和|与)$/iu.test(piece));
        if (pieces.length === 0)
            malformed.push(line.trim().slice(0, 200));
        for (const piece of pieces) {
            const ref = refOf(piece.replace(/[.;。；]$/u, ''), here);
            if (ref === null)
                malformed.push(piece.slice(0, 200));
            else if (found.size < maxRefs)
                found.set(`${ref.owner}/${ref.name}#${ref.number}`.toLowerCase(), ref);
        }
    }
    return { refs: [...found.values()], malformed: malformed.slice(0, 20) };
}
function refOf(text, here) {
    const bare = text.replace(/^[<(]|[>)]$/g, '');
    const [, owner, name, number] = short.exec(bare) ?? link.exec(bare) ?? [];
    return number === undefined ? null : { owner: owner ?? here.owner, name: name ?? here.name, number: Number(number) };
}
/** Lines of what a reader sees; a link counts by where it leads. */
function linesOf(block) {
    switch (block.type) {
        case 'paragraph':
        case 'heading':
            return shown(block).split('\n');
        case 'list':
            return block.children.flatMap(item => item.children.flatMap(linesOf));
        default:
            return [];
    }
}
function shown(node) {
    switch (node.type) {
        case 'text':
            return node.value;
        case 'break':
            return '\n';
        case 'link':
            return node.url;
        case 'inlineCode':
        case 'html':
        case 'image':
            return '';
        default:
            return 'children' in node ? node.children.map(shown).join('') : '';
    }
}


/***/ }),

/***/ 6786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ parseDiff),
/* harmony export */   M: () => (/* binding */ diffArguments),
/* harmony export */   iz: () => (/* binding */ parsePatch),
/* harmony export */   vl: () => (/* binding */ changedPaths),
/* harmony export */   zT: () => (/* binding */ firstChangedLine)
/* harmony export */ });
/* unused harmony exports addedLines, numberedLines */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);


/**
 * Arguments of `git` before the two commits, for output that `parseDiff` reads whatever the user's configuration says.
 * Run it inside the git directory (`git -C <git-dir>`): from a work tree, a `.gitattributes` of the pull request could
 * declare any file binary and so hide its lines.
 */
const diffArguments = [
    'diff',
    '--raw',
    '--numstat',
    '--patch',
    '-z',
    '--no-abbrev',
    '--full-index',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--find-renames=50%',
    '-l1000',
    '--unified=3',
    '--inter-hunk-context=0',
    '--diff-algorithm=default',
    '--submodule=short',
    '--ignore-submodules=none',
    '-O/dev/null',
];
const newline = 0x0a;
/** V8 cannot hold a string much longer than this. */
const maxPatchBytes = 256 * 1024 * 1024;
/**
 * Reads what `git` wrote for `diffArguments`: NUL-separated raw records, the counts of the same files in the same
 * order, an empty record, the patch. Paths come only from the raw records; the patch is matched by order, so that no
 * file name and no line can pose as a header. Lines are cut at LF, a CR before it belongs to the line end. Bytes that
 * are not UTF-8 become U+FFFD. Anything unexpected is an error, since a lost file or line would be a lost finding.
 */
function parseDiff(output) {
    const tokens = tokenReader(output);
    const records = [];
    while (tokens.startsWith(':')) {
        const record = readRawRecord(tokens);
        if (record === null)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length + 1 }));
        records.push(record);
    }
    if (records.length === 0)
        return tokens.atEnd() ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)([]) : (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: 1 }));
    const counts = [];
    for (const [index, record] of records.entries()) {
        const count = readCounts(tokens, record);
        if (count === null)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length + index + 1 }));
        counts.push(count);
    }
    if (tokens.next() !== '')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.record', { record: records.length * 2 + 1 }));
    const patch = tokens.rest();
    if (patch.length > maxPatchBytes)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.size', { bytes: patch.length, max: maxPatchBytes }));
    if (patch.length > 0 && patch.at(-1) !== newline)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.cut', {}));
    return readFiles(records, counts, lineReader(utf8.decode(patch)));
}
/**
 * Hunks of one file as GitHub's REST `patch` gives them: from the first `@@`, with or without a file header before it.
 * Empty text has no hunks.
 */
function parsePatch(patch) {
    const lines = lineReader(patch);
    if (lines.peek()?.startsWith('diff --git '))
        lines.take();
    while (isHeaderLine(lines.peek()))
        lines.take();
    const hunks = readHunks(lines);
    if (hunks.ok && lines.peek() !== null)
        return malformed(lines, 'hunk');
    return hunks;
}
/** Line numbers that the change added, 1-based, on the new side, ascending. Empty for `hunks: null`: ask for that first. */
function addedLines(file) {
    return numberedLines(file).flatMap(({ line, newLine }) => (line.kind === 'added' ? [newLine] : []));
}
/**
 * The paths whose content this change touches: both of a rename, the new one of a copy. A glob that guards files must
 * look at all of them, or a rename would take a file out of its sight.
 */
function changedPaths(file) {
    return file.status === 'renamed' && file.previousPath !== undefined ? [file.path, file.previousPath] : [file.path];
}
/** First changed line on the new side, for a link; at a deletion the line before it. `null`: nothing to point at. */
function firstChangedLine(file) {
    if (file.status === 'deleted')
        return null;
    const lines = numberedLines(file);
    const first = lines.findIndex(({ line }) => line.kind !== 'context');
    if (first < 0)
        return null;
    const change = lines.slice(first).find(({ line }) => line.kind !== 'removed');
    if (change?.line.kind === 'added')
        return change.newLine;
    return Math.max(1, (lines[first]?.newLine ?? 1) - 1);
}
/** All lines of all hunks with their places on the new side. */
function numberedLines(file) {
    return (file.hunks ?? []).flatMap(hunkLines);
}
function hunkLines(hunk) {
    // git numbers an empty new side by the line before it.
    let next = hunk.lines.some(line => line.kind !== 'removed') ? hunk.newStart : hunk.newStart + 1;
    return hunk.lines.map(line => ({ line, newLine: line.kind === 'removed' ? next : next++ }));
}
const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const rawRecord = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ACDMRT])\d*$/;
function readRawRecord(tokens) {
    const [, oldMode, newMode, oldBlob, newBlob, letter] = rawRecord.exec(tokens.next() ?? '') ?? [];
    const first = tokens.next();
    if (!oldMode || !newMode || !oldBlob || !newBlob || !isLetter(letter) || !first)
        return null;
    const record = { oldMode, newMode, oldBlob, newBlob, letter };
    if (letter !== 'R' && letter !== 'C')
        return { ...record, path: first };
    const second = tokens.next();
    return second ? { ...record, path: second, previousPath: first } : null;
}
const isLetter = (letter) => letter !== undefined && 'ACDMRT'.includes(letter);
function readCounts(tokens, record) {
    const [, additions, deletions, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(tokens.next() ?? '') ?? [];
    if (additions === undefined || deletions === undefined)
        return null;
    const paths = path === '' ? [tokens.next(), tokens.next()] : [record.previousPath, path];
    if (paths[0] !== record.previousPath || paths[1] !== record.path)
        return null;
    if (additions === '-')
        return { lines: null };
    return { lines: { additions: Number(additions), deletions: Number(deletions) } };
}
function readFiles(records, counts, lines) {
    const files = [];
    for (const [index, record] of records.entries()) {
        // A change of type is printed as a deletion and a creation.
        const sections = record.letter === 'T' ? 2 : 1;
        const hunks = [];
        for (let section = 0; section < sections; section++) {
            const read = readSection(lines);
            if (!read.ok)
                return read;
            hunks.push(...read.value);
        }
        const file = changedFile(record, counts[index]?.lines ?? null, hunks);
        const problem = countProblem(file, record, counts[index]?.lines ?? null);
        if (problem)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem);
        files.push(file);
    }
    return lines.peek() === null ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(files) : malformed(lines, 'end');
}
/** One `diff --git` header with its hunks. */
function readSection(lines) {
    if (!lines.peek()?.startsWith('diff --git '))
        return malformed(lines, 'file');
    lines.take();
    while (isHeaderLine(lines.peek()))
        lines.take();
    return readHunks(lines);
}
const headerLine = /^(?:old mode|new mode|deleted file mode|new file mode|copy from|copy to|rename from|rename to|similarity index|dissimilarity index|index|Binary files|---|\+\+\+) /;
const isHeaderLine = (line) => line !== null && headerLine.test(line);
function readHunks(lines) {
    const hunks = [];
    while (lines.peek()?.startsWith('@@ ')) {
        const hunk = readHunk(lines);
        if (!hunk.ok)
            return hunk;
        hunks.push(hunk.value);
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(hunks);
}
const hunkHeader = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
/** The header's lengths, not the look of a line, say where a hunk ends. */
function readHunk(reader) {
    const header = hunkHeader.exec(reader.peek() ?? '');
    if (!header)
        return malformed(reader, 'hunk');
    reader.take();
    let oldLeft = Number(header[2] ?? 1);
    let newLeft = Number(header[4] ?? 1);
    const lines = [];
    while (oldLeft > 0 || newLeft > 0) {
        const text = reader.peek();
        if (text?.startsWith('\\ ')) {
            reader.take();
            continue;
        }
        const line = diffLine(text);
        if (line === null)
            return malformed(reader, 'line');
        if (line.kind !== 'added')
            oldLeft--;
        if (line.kind !== 'removed')
            newLeft--;
        if (oldLeft < 0 || newLeft < 0)
            return malformed(reader, 'line');
        lines.push(line);
        reader.take();
    }
    while (reader.peek()?.startsWith('\\ '))
        reader.take();
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ oldStart: Number(header[1]), newStart: Number(header[3]), lines });
}
/** `null`: not a line of a hunk. An empty one is context whose blank was left out (`diff.suppressBlankEmpty`). */
function diffLine(raw) {
    if (raw === null)
        return null;
    const kind = raw === '' ? 'context' : lineKinds.get(raw.charAt(0));
    return kind === undefined ? null : { kind, text: raw.slice(1, raw.endsWith('\r') ? -1 : undefined) };
}
const lineKinds = new Map([
    [' ', 'context'],
    ['+', 'added'],
    ['-', 'removed'],
]);
function changedFile(record, counts, hunks) {
    const { oldMode, newMode, letter } = record;
    return {
        path: record.path,
        ...(record.previousPath === undefined ? {} : { previousPath: record.previousPath }),
        status: statusOf(record),
        kind: kindOf(letter === 'D' ? oldMode : newMode, counts === null),
        ...(letter === 'A' ? {} : { oldMode }),
        ...(letter === 'D' ? {} : { newMode }),
        blob: letter === 'D' ? record.oldBlob : record.newBlob,
        additions: countLines(hunks, 'added'),
        deletions: countLines(hunks, 'removed'),
        hunks,
    };
}
const statuses = { A: 'added', C: 'copied', D: 'deleted', M: 'modified', R: 'renamed', T: 'changed' };
const statusOf = ({ letter, oldBlob, newBlob }) => letter === 'M' && oldBlob === newBlob ? 'changed' : statuses[letter];
function kindOf(mode, binary) {
    if (mode === '120000')
        return 'symlink';
    if (mode === '160000')
        return 'submodule';
    return binary ? 'binary' : 'text';
}
const countLines = (hunks, kind) => hunks.reduce((sum, hunk) => sum + hunk.lines.filter(line => line.kind === kind).length, 0);
/** git counts a change of type as if both contents were one file's, so only the rest can be compared. */
function countProblem(file, record, counts) {
    if (record.letter === 'T' || counts === null)
        return null;
    if (file.additions === counts.additions && file.deletions === counts.deletions)
        return null;
    const { path, additions, deletions } = file;
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.counts', { path, additions, deletions, stated: counts });
}
const malformed = (lines, expected) => (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('diff.patch', { line: lines.number(), expected, found: lines.peek()?.slice(0, 80) ?? null }));
function tokenReader(bytes) {
    let at = 0;
    return {
        startsWith: ascii => bytes[at] === ascii.charCodeAt(0),
        atEnd: () => at >= bytes.length,
        next: () => {
            const end = bytes.indexOf(0, at);
            if (end < 0)
                return null;
            const token = utf8.decode(bytes.subarray(at, end));
            at = end + 1;
            return token;
        },
        rest: () => bytes.subarray(at),
    };
}
function lineReader(text) {
    let start = 0;
    let number = 1;
    let end = lineEnd(text, start);
    return {
        peek: () => (start < text.length ? text.slice(start, end) : null),
        take: () => {
            start = end + 1;
            end = lineEnd(text, start);
            number++;
        },
        number: () => number,
    };
}
function lineEnd(text, start) {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
}


/***/ }),

/***/ 3802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Ge: () => (/* binding */ absent),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   SH: () => (/* binding */ allUnknown),
/* harmony export */   hO: () => (/* binding */ factNames),
/* harmony export */   vg: () => (/* binding */ factsOfFile)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(454);

const present = (value) => ({ state: 'present', value });
const absent = { state: 'absent' };
const unknown = (reason) => ({ state: 'unknown', reason });
/** Everything fetched and not known for one reason. */
const allUnknown = (reason) => {
    const nothing = unknown(reason);
    return Object.fromEntries(factNames.map(name => [name, nothing]));
};
const everyFact = {
    changedFiles: true,
    commits: true,
    reviews: true,
    reviewRequests: true,
    coverage: true,
    coverageBaseline: true,
    signOffs: true,
    body: true,
    labels: true,
    milestone: true,
    linkedIssues: true,
    checks: true,
    deployments: true,
    dependencies: true,
    findings: true,
    findingsBaseline: true,
    alerts: true,
    values: true,
    valuesBaseline: true,
    impact: true,
    waivers: true,
};
const factNames = Object.keys(everyFact);
/** Facts out of a file. Those that it lacks (one of an older version) were not asked for, so nobody knows them. */
const factsOfFile = (file) => ({ ...allUnknown((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)('unknown.notFetched', { what: 'facts' })), ...file });


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ policyChangeOf),
/* harmony export */   pW: () => (/* binding */ policyChangeReport),
/* harmony export */   vT: () => (/* binding */ sharedForHead),
/* harmony export */   xQ: () => (/* binding */ policyStateOf),
/* harmony export */   z8: () => (/* binding */ sharedFor)
/* harmony export */ });
/* unused harmony exports referencesIn, policyWarnings */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(454);
/* harmony import */ var _policy_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7776);
/* harmony import */ var _policy_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1465);
/* harmony import */ var _policy_layers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9135);
/* harmony import */ var _policy_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5816);
/* harmony import */ var _policy_search_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7502);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6786);







/**
 * The policy that judges, out of the entries found at the base commit `sha`. No entry: the built-in defaults, which
 * block nothing. An entry whose text nobody could read is unknown, not absent.
 */
function policyStateOf(entries, base) {
    if (entries === null)
        return { state: 'unknown', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('unknown.notFetched', { what: 'policy' }) };
    const chosen = (0,_policy_search_js__WEBPACK_IMPORTED_MODULE_6__/* .choosePolicyFile */ .is)(base.path === undefined ? entries : elsewhere(entries, base.path));
    if (!chosen.ok)
        return { state: 'broken', problems: [chosen.error] };
    if (chosen.value === null)
        return { state: 'present', policy: _policy_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultPolicy */ .G, origin: { source: 'none' } };
    const { text } = chosen.value;
    const path = base.path ?? chosen.value.path;
    if (text === null)
        return { state: 'unknown', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('unknown.malformed', { what: path }) };
    const parsed = (0,_policy_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePolicy */ .O)(text, path, base);
    if (!parsed.ok)
        return unusable(parsed.error);
    const { policy, sha256, inherited } = parsed.value;
    const layers = inherited.length === 0 ? {} : { layers: inherited };
    return { state: 'present', policy, origin: { source: 'base', path, sha: base.sha, sha256, ...layers } };
}
/** Where all that is wrong is that something could not be read, nobody knows what the policy says. */
function unusable(problems) {
    const [first] = problems;
    return first !== undefined && problems.every(problem => problem.unread)
        ? { state: 'unknown', reason: first.message, problems }
        : { state: 'broken', problems };
}
/** What the policy among these entries extends, as far as it can be read. */
async function sharedFor(entries, place, read) {
    const text = entries === null ? null : textIn(entries, place.path);
    return text === null ? new Map(place.shared) : (0,_policy_layers_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(text, place, read);
}
/**
 * The same for the version of a pull request, beside what the base branch's version extends: what its author adds is
 * read only as far as everybody may read it, so that nothing is told of it before somebody has merged it (security.md T-05).
 */
function sharedForHead(entries, place, read) {
    return sharedFor(entries, place, async (reference) => {
        const found = await read(reference);
        return found.state === 'present' && !found.isPublic ? { state: 'unread', why: 'not-public', detail: '' } : found;
    });
}
/** Everything that a policy refers to, read or not, for whoever wants to know when it changes. */
function referencesIn(entries, place) {
    const text = entries === null ? null : textIn(entries, place.path);
    return text === null ? [] : layersOf(ownLayer(text, ''), place).references;
}
function textIn(entries, path) {
    const chosen = (0,_policy_search_js__WEBPACK_IMPORTED_MODULE_6__/* .choosePolicyFile */ .is)(path === undefined ? entries : elsewhere(entries, path));
    return chosen.ok ? (chosen.value?.text ?? null) : null;
}
/** An entry at a path of the maintainer's choice, judged by the same rules as one at a usual place. */
const elsewhere = (entries, path) => entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: _policy_search_js__WEBPACK_IMPORTED_MODULE_6__/* .policyPaths */ .ff[0] }));
/** Warnings of the judging policy itself, e.g. a threshold of 0. */
function policyWarnings(entries, context) {
    const chosen = choosePolicyFile(entries);
    if (!chosen.ok || chosen.value === null || chosen.value.text === null)
        return [];
    const parsed = parsePolicy(chosen.value.text, chosen.value.path, context);
    if (!parsed.ok)
        return [];
    return parsed.value.warnings.map(({ message: told, path, line }) => ({ level: 'warning', message: told, path, line }));
}
/**
 * What the pull request would do to the policy, once merged: what becomes weaker or stronger, and what is wrong with the
 * new version. Decides nothing: the base branch's version judges (security.md T-01). A policy that differs only because
 * the base branch has moved on is no change (`null`); `files` tells, and where it cannot, any difference counts.
 */
function policyChangeOf(base, head, { files, ...context }) {
    if (base === null || same(base, head) || (files.state === 'present' && !files.value.some(touchesPolicy)))
        return null;
    const path = (head[0] ?? base[0])?.path ?? '';
    const after = versionOf(head, context);
    const before = versionOf(base, context);
    const problems = isProblems(after) ? after : [];
    const steps = isProblems(before) ? [] : (0,_policy_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .diffPolicies */ .wR)(before, after);
    return {
        path,
        changes: steps.map(({ direction, keyPath, message: told }) => ({ direction, keyPath, message: told })),
        notices: [
            { level: 'warning', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('notice.policyChanged', { path }), path },
            ...problems.map(({ message: told, path: at, line }) => ({
                level: 'warning',
                message: told,
                path: at,
                line,
            })),
        ],
        versions: isProblems(before) || isProblems(after) || before === null || after === null ? null : { before, after },
    };
}
/** For the report; `replay` null: nobody has tried it on merged pull requests. */
const policyChangeReport = (change, replay) => (change === null ? null : { path: change.path, changes: change.changes, replay });
const touchesPolicy = (file) => (0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .changedPaths */ .vl)(file).some(path => _policy_search_js__WEBPACK_IMPORTED_MODULE_6__/* .policyPaths */ .ff.some(usual => usual === path));
function same(base, head) {
    const key = (entries) => JSON.stringify(entries.map(one => [one.path, one.mode, one.text]));
    return key(base) === key(head);
}
const isProblems = (version) => Array.isArray(version);
/** One version of the policy for a comparison: `null` when there is none. */
function versionOf(entries, context) {
    const state = policyStateOf(entries, { ...context, sha: '' });
    switch (state.state) {
        case 'present':
            return state.origin.source === 'none' ? null : state.policy;
        case 'broken':
            return state.problems;
        case 'unknown':
            return state.problems ?? [(0,_policy_search_js__WEBPACK_IMPORTED_MODULE_6__/* .fileProblem */ .Wj)('CFG-FILE', state.reason, entries[0]?.path ?? '')];
        default:
            return state;
    }
}


/***/ }),

/***/ 3837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ defaultLevels)
/* harmony export */ });
/* unused harmony export sarifCodes */
/** What a SARIF file can be refused for, or a single result be doubted for. Stable, documented in docs/gates/findings.md. */
const sarifCodes = {
    'SRF-VERSION': 'Not SARIF 2.1.0.',
    'SRF-EMPTY': 'No run: no tool has looked.',
    'SRF-INCOMPLETE': 'A run without `results`: the tool has not come to an end.',
    'SRF-TOOLFAIL': 'The tool says itself that it failed.',
    'SRF-UNSUPPORTED': 'Results stand in other files, which are not read.',
    'SRF-FORMAT': 'The packed form in which GitHub takes uploads.',
    'SRF-STALE': 'Of another commit.',
};
const defaultLevels = { error: 'high', warning: 'medium', note: 'low', none: 'none' };


/***/ }),

/***/ 1669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   xJ: () => (/* binding */ severityOf)
/* harmony export */ });
/** Worst first. */
const severities = ['critical', 'high', 'medium', 'low', 'none'];
/** 0 for the worst. */
const rankOf = (severity) => severities.indexOf(severity);
const isAtLeast = (severity, limit) => rankOf(severity) <= rankOf(limit);
/** The result's own number, else its rule's, else the level. What is not understood is as severe as can be. */
function severityOf({ result, rule, level }, levels) {
    for (const text of [result, rule]) {
        if (text === null)
            continue;
        const severity = ofNumber(text);
        if (severity === undefined)
            return { severity: 'critical', doubt: { code: 'SRF-VALUE', value: text.slice(0, 100) } };
        if (severity !== null)
            return { severity, doubt: null };
    }
    if (Object.hasOwn(levels, level))
        return { severity: levels[level], doubt: null };
    return { severity: 'critical', doubt: { code: 'SRF-ENUM', value: level.slice(0, 100) } };
}
/** From 0 to 10 as in CVSS. `null`: 0, which says nothing; `undefined`: no such number. */
function ofNumber(text) {
    if (!/^\d{1,2}(?:\.\d{1,20})?$/.test(text))
        return undefined;
    const score = Number(text);
    if (score > 10)
        return undefined;
    if (score === 0)
        return null;
    return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
}


/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ defineGate)
/* harmony export */ });
/** Infers the needs, so that reading an undeclared fact does not compile. */
const defineGate = (gate) => gate;


/***/ }),

/***/ 237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ hasAbsolute),
/* harmony export */   V7: () => (/* binding */ budgetName),
/* harmony export */   ZM: () => (/* binding */ budgetSource),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   h3: () => (/* binding */ hasRelative)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(454);
/* harmony import */ var _metrics_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2811);
/* harmony import */ var _metrics_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6612);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7311);






const limit = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig();
/** An amount in the value's own unit, or a share of the base's value. */
const change = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().min(0).meta({ stricter: 'lower' }),
    zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})? ?%$/),
]);
const rule = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .min(1)
        .max(60)
        .optional()
        .describe('Shown in messages; unique. Left out: the `value`.')
        .meta({ stricter: 'other' }),
    file: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .min(1)
        .max(300)
        .describe('File that the run writes, relative to the repository. One file, no pattern.')
        .meta({ stricter: 'other' }),
    format: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_metrics_index_js__WEBPACK_IMPORTED_MODULE_1__/* .metricFormatIds */ .iK)
        .optional()
        .describe('Left out: told from the name of the file: `.json`, `.xml` (JUnit), anything else lines of text.')
        .meta({ stricter: 'other' }),
    value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .min(1)
        .max(_metrics_path_js__WEBPACK_IMPORTED_MODULE_2__/* .pathLimits */ .MG.length)
        .describe('Where the number stands, e.g. `latency.p95`; its form is that of the format.')
        .meta({ stricter: 'other' }),
    unit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(20).optional().describe('Shown behind the number.').meta({ stricter: 'other' }),
    max: limit.optional().describe('The value may be as large as this.').meta({ stricter: 'lower' }),
    min: limit.optional().describe('The value may be as small as this.').meta({ stricter: 'higher' }),
    max_increase: change
        .optional()
        .describe('By how much it may be above the base branch: an amount, or e.g. `5%`.')
        .meta({ stricter: 'other', presence: 'stricter' }),
    max_decrease: change
        .optional()
        .describe('By how much it may be below the base branch: an amount, or e.g. `5%`.')
        .meta({ stricter: 'other', presence: 'stricter' }),
    without_base: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['passes', 'waits'])
        .default('waits')
        .describe('While the base branch has no value: whether a budget that has nothing else to go by passes.')
        .meta({ stricter: ['passes', 'waits'] }),
})
    .superRefine((value, ctx) => {
    const problem = _metrics_index_js__WEBPACK_IMPORTED_MODULE_1__/* .metricFormats */ .bw[formatOf(value)].check(value.value);
    if (problem)
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-TYPE', problem, ['value']);
    if (/[*?[\]{}]/.test(value.file))
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-GLOB', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('budgets.option.file', { file: value.file }), ['file']);
    else if (value.file.split('/').some(part => part === '' || part === '.' || part === '..') ||
        /\\|^[a-z]:/i.test(value.file))
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'GLB-PATH', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('budgets.option.path', { file: value.file }), ['file']);
    if (!isLimited(value))
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-REQUIRED', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('budgets.option.limit', {}));
    if (value.min !== undefined && value.max !== undefined && value.min > value.max)
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-IMPOSSIBLE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('budgets.option.range', { min: value.min, max: value.max }), ['min']);
});
const options = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    rules: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(rule)
        .min(1)
        .max(100)
        .superRefine((rules, ctx) => {
        const names = rules.map(budgetName);
        names.forEach((name, index) => {
            if (names.indexOf(name) < index)
                (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-DUPID', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('budgets.option.duplicate', { name }), [
                    index,
                    rules[index]?.name ? 'name' : 'value',
                ]);
        });
    })
        .describe('Every budget is checked on its own.')
        .meta({ stricter: 'more' }),
});
const isLimited = (value) => hasAbsolute(value) || hasRelative(value);
const hasAbsolute = ({ max, min }) => max !== undefined || min !== undefined;
const hasRelative = ({ max_increase, max_decrease }) => max_increase !== undefined || max_decrease !== undefined;
const budgetName = ({ name, value }) => name ?? value;
const formatOf = ({ file, format, }) => format ?? (0,_metrics_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOfName */ .Qv)(file);
/** Tells one number from another that a different policy called the same. */
const budgetSource = (budget) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
    .update(JSON.stringify(['budget-1', budget.file, formatOf(budget), budget.value]))
    .digest('hex')
    .slice(0, 16);


/***/ }),

/***/ 4210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ matchesName),
/* harmony export */   Pt: () => (/* binding */ isPattern),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
/* harmony import */ var _policy_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5493);

/**
 * Names of checks are no paths (`build / test (1/3)`), so a pattern knows one sign only: `*` stands for any run of
 * characters. Case-sensitive, the whole name. Linear: each piece between stars is looked for once.
 */
function matchesName(pattern, name) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return name === pattern;
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
        return false;
    const end = name.length - last.length;
    let at = first.length;
    for (const piece of rest) {
        const found = name.indexOf(piece, at);
        if (found < 0 || found + piece.length > end)
            return false;
        at = found + piece.length;
    }
    return true;
}
const isPattern = (name) => name.includes('*');
/** The name that was probably meant; a name that only differs in case or space is always near. */
function nearestName(wanted, names) {
    const others = [...new Set(names)].filter(name => name !== wanted);
    const folded = fold(wanted);
    return others.find(name => fold(name) === folded) ?? (0,_policy_text_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(wanted, others);
}
const fold = (name) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();


/***/ }),

/***/ 5473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ sourceKeys),
/* harmony export */   M8: () => (/* binding */ oneSource),
/* harmony export */   UP: () => (/* binding */ isAccount),
/* harmony export */   _7: () => (/* binding */ comesFrom),
/* harmony export */   hw: () => (/* binding */ reporterOf),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2857);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7311);



/**
 * Everybody who may write can post a check or a status of any name (security.md T-84), so a name proves nothing without
 * its source. In digits it is the numeric id, which nobody can take over.
 */
const identity = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(100);
/** Keys of options that pin a source. */
const sourceKeys = {
    app: identity
        .optional()
        .describe('App whose check runs count: its slug, or its id in digits. Left out: `github-actions`.')
        .meta({ stricter: 'other' }),
    status: identity
        .optional()
        .describe('Instead of an app: whose commit statuses count, by login, or by account id in digits.')
        .meta({ stricter: 'other' }),
};
const oneSource = (value, ctx) => {
    if (value.app !== undefined && value.status !== undefined)
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(ctx, 'CFG-TYPE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('checks.option.source', {}), ['status']);
};
const sourceOf = ({ app, status, }) => (status === undefined ? { kind: 'check', by: app ?? 'github-actions' } : { kind: 'status', by: status });
/** `unknown`: of the right kind, and GitHub does not say whose. */
function comesFrom(result, { kind, by }) {
    if (result.kind !== kind)
        return 'no';
    const who = kind === 'check' ? result.app : result.creator;
    if (who === null)
        return 'unknown';
    return isIdentity(by, { id: who.id, name: 'slug' in who ? who.slug : who.login }) ? 'yes' : 'no';
}
/** Whether an account is the one of the policy. */
const isAccount = (by, { id, login }) => isIdentity(by, { id, name: login });
const isIdentity = (by, { id, name }) => /^\d+$/.test(by) ? by === id : by.toLowerCase() === name.toLowerCase();
/** Slug or login of whoever reported, for people; `null`: GitHub does not say. */
const reporterOf = ({ app, creator }) => app?.slug ?? creator?.login ?? null;


/***/ }),

/***/ 1336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ judgeName),
/* harmony export */   ES: () => (/* binding */ standings),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ni: () => (/* binding */ worseStanding),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5473);

/** What a name stands at, best first. `missing`: nobody has reported. `unknown`: GitHub does not say who did. */
const standings = ['passed', 'missing', 'pending', 'unknown', 'skipped', 'failed'];
const worseStanding = (a, b) => standings.indexOf(a) > standings.indexOf(b) ? a : b;
const standingOfState = {
    passed: 'passed',
    failed: 'failed',
    cancelled: 'failed',
    stale: 'failed',
    pending: 'pending',
    action_required: 'pending',
    skipped: 'skipped',
    neutral: 'skipped',
};
const standingOf = ({ state }, { skippedPasses = false }) => {
    const standing = standingOfState[state];
    return standing === 'skipped' && skippedPasses ? 'passed' : standing;
};
/**
 * Where one name stands. The newest run of a workflow decides, so a re-run that is pending blocks again; where several
 * workflows report under one name all must have passed, so that adding a workflow cannot outvote another.
 */
function judgeName(name, results, reading) {
    const named = results.filter(result => result.name === name);
    const from = Map.groupBy(named, result => originOf(result, reading));
    const newest = Map.groupBy(from.get('yes') ?? [], result => result.workflow?.name ?? '')
        .values()
        .map(runs => runs.toSorted((a, b) => timeOf(b) - timeOf(a) || worstFirst(a, b, reading)))
        .toArray()
        .flatMap(([first]) => first ?? []);
    const worst = newest.toSorted((a, b) => worstFirst(a, b, reading))[0] ?? null;
    const standing = worst === null ? 'missing' : standingOf(worst, reading);
    const foreign = from.get('no') ?? [];
    const [nameless] = from.get('unknown') ?? [];
    if (nameless === undefined || worseStanding(standing, 'unknown') === standing)
        return { standing, result: worst, foreign };
    return { standing: 'unknown', result: nameless, foreign };
}
function originOf(result, { source, workflow }) {
    const origin = (0,_source_js__WEBPACK_IMPORTED_MODULE_0__/* .comesFrom */ ._7)(result, source);
    return origin === 'yes' && workflow !== undefined && result.workflow?.name !== workflow ? 'no' : origin;
}
/** By text, so that the order in which they were read decides nothing and is not seen. */
const inOrder = (results) => results
    .map(result => ({ result, key: JSON.stringify(result) }))
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({ result }) => result);
const timeOf = ({ at }) => Date.parse(at) || 0;
/** Equals in the order of their text, so that the order of the list decides nothing. */
function worstFirst(a, b, reading) {
    const byStanding = standings.indexOf(standingOf(b, reading)) - standings.indexOf(standingOf(a, reading));
    return byStanding || compare(JSON.stringify(a), JSON.stringify(b));
}
const compare = (a, b) => (a < b ? -1 : Number(a > b));


/***/ }),

/***/ 3970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ commonPlaces),
/* harmony export */   v: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2857);
/* harmony import */ var _coverage_formats_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9611);
/* harmony import */ var _coverage_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);
/* harmony import */ var _coverage_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6197);
/* harmony import */ var _coverage_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7456);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(238);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7311);








const inRepository = _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .glob */ .TI.superRefine((path, ctx) => {
    if (path.startsWith('/'))
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'GLB-PATH', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.option.path', { path }));
});
const name = zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().min(1).max(60);
const fewest = zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().min(1).max(1000);
const mostLines = zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().min(0).max(10_000_000);
const report = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    name: name.describe('Shown in messages; unique. The name of the suite, and of its flag.'),
    path: inRepository.describe('File, or glob for several, relative to the repository.'),
    format: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_coverage_formats_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIds */ .w).optional().describe('Left out: told from the content.').meta({ stricter: 'other' }),
    expected: fewest
        .default(1)
        .describe('Files that must be there, e.g. the shards of a matrix. With fewer the suite is incomplete.')
        .meta({ stricter: 'higher' }),
    carry_forward: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        path: inRepository.describe('Snapshot that an earlier run of the Action wrote, e.g. restored from a cache.'),
        max_age: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0.default('14d').describe('Oldest measurement that may stand in, e.g. `36h` or `14d`.'),
    })
        .optional()
        .describe('When the suite did not run: count its last measurement, for lines that have not changed since.')
        .meta({ presence: 'weaker' }),
});
const tests = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    name: name.describe('Shown in messages; unique.'),
    path: inRepository.describe('JUnit XML: file, or glob for several, relative to the repository.'),
    min: fewest.default(1).describe('Tests that must have run; skipped ones have not.').meta({ stricter: 'higher' }),
    allow_failures: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .describe('Failed tests are somebody else’s concern.')
        .meta({ stricter: [true, false] }),
});
const thresholds = {
    min: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN
        .optional()
        .describe('Percent of its executable lines that must be covered.')
        .meta({ stricter: 'higher' }),
    patch: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN
        .optional()
        .describe('Percent of its executable added lines that must be covered.')
        .meta({ stricter: 'higher' }),
};
const atLeastOne = (value, ctx) => {
    if (value.min === undefined && value.patch === undefined)
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-EMPTY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.option.no-threshold', {}));
};
const group = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej(thresholds).superRefine(atLeastOne);
const options = zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
    reports: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(report)
        .min(1)
        .max(100)
        .optional()
        .describe('Each is expected. Left out: what is found at the places where tools put reports.')
        .meta({ stricter: 'other' }),
    project: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        min: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN
            .default(80)
            .describe('Percent of all executable lines that must be covered.')
            .meta({ stricter: 'higher' }),
        max_drop: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN
            .optional()
            .describe('Percentage points by which coverage may fall below the base branch.')
            .meta({ stricter: 'lower' }),
        removed_code: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['forgive', 'count'])
            .default('forgive')
            .describe('`forgive`: a drop that leaves no more lines uncovered than before comes from removed code.')
            .meta({ stricter: ['forgive', 'count'] }),
        max_uncovered_lines: mostLines
            .optional()
            .describe('Lines of the project that may be uncovered.')
            .meta({ stricter: 'lower' }),
    })
        .prefault({}),
    patch: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        min: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN
            .default(80)
            .describe('Percent of the executable lines among the added lines that must be covered.')
            .meta({ stricter: 'higher' }),
        min_lines: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr()
            .min(1)
            .max(100)
            .default(5)
            .describe('With fewer executable added lines the patch is not judged.')
            .meta({ stricter: 'lower' }),
        max_uncovered_lines: mostLines
            .optional()
            .describe('Added lines that may be uncovered.')
            .meta({ stricter: 'lower' }),
        moved_lines: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['count', 'ignore'])
            .default('count')
            .describe('Added lines whose text the same change removes elsewhere.')
            .meta({ stricter: ['ignore', 'count'] }),
    })
        .prefault({}),
    branches: zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        min: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN.describe('Percent of all branches that must be taken.').meta({ stricter: 'higher' }),
    })
        .optional()
        .describe('Left out: branches are counted and not judged.'),
    partial_lines: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['covered', 'uncovered'])
        .default('covered')
        .describe('How a line counts that ran while one of its branches did not.')
        .meta({ stricter: ['covered', 'uncovered'] }),
    components: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), group).optional().describe('Thresholds by name of the policy’s `components`.'),
    flags: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), group).optional().describe('Thresholds by name of a report.'),
    paths: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .strictObject */ .rej({
        name: name.describe('Shown in messages; unique.'),
        paths: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .globs */ .gV.describe('Files that the threshold is for.').meta({ stricter: 'more' }),
        ...thresholds,
    })
        .superRefine(atLeastOne))
        .max(100)
        .optional()
        .describe('Thresholds for files by pattern.')
        .meta({ stricter: 'more' }),
    exclude: _policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .globs */ .gV
        .optional()
        .describe('Files that do not count, neither in the project nor in the patch.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
    generated: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['count', 'exclude'])
        .default('count')
        .describe('Files that `.gitattributes` of the base branch declares as `linguist-generated`.')
        .meta({ stricter: ['exclude', 'count'] }),
    tests: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(tests)
        .min(1)
        .max(100)
        .optional()
        .describe('Proof that tests ran: without it nothing is judged.')
        .meta({ stricter: 'more' }),
    allow_zero: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .describe('A minimum of 0 is meant: that comparison is shown as disabled.')
        .meta({ stricter: [true, false] }),
})
    .superRefine((value, ctx) => {
    for (const key of ['project', 'patch'])
        if (value[key].min === 0 && !value.allow_zero)
            (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-ZERO', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.option.zero', { key: `${key}.min` }), [key, 'min']);
    const names = value.reports?.map(each => each.name) ?? [];
    names.forEach((name, index) => {
        if (names.indexOf(name) < index)
            (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-DUPID', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.option.report-name', { name }), ['reports', index, 'name']);
    });
    for (const flag of Object.keys(value.flags ?? {}))
        if (!names.includes(flag))
            (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(ctx, 'CFG-FLAG', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.option.flag', { flag, known: names }), ['flags', flag]);
});
/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
const commonPlaces = [...new Set(_coverage_formats_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formatIds */ .w.flatMap(id => [..._coverage_formats_index_js__WEBPACK_IMPORTED_MODULE_0__/* .formats */ .F[id].places]))];
/**
 * Line coverage of the project, of the changed lines and of the policy's groups. What CI has not measured for this head
 * under this policy is awaited; what was measured badly or incompletely fails without a comparison.
 */
const coverage = (0,_gate_js__WEBPACK_IMPORTED_MODULE_6__/* .defineGate */ .p)({
    id: 'coverage',
    measuredBy: 'ci',
    restsOn: 'tree',
    needs: ['coverage', 'coverageBaseline'],
    unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: options.meta({
        description: 'Enough of the code is tested: all of it, the changed lines, and any part by its own threshold.',
        examples: [
            {
                reports: [{ name: 'unit', path: 'coverage/lcov.info' }],
                project: { min: 80, max_drop: 1 },
                patch: { min: 80 },
            },
        ],
    }),
    components: ({ components }) => Object.keys(components ?? {}).map(component => ({ component, path: ['components', component] })),
    evaluate(facts, options, policy) {
        const measured = facts.coverage;
        if (measured === null)
            return waiting((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.none', { headSha: facts.headSha }));
        const other = measuredElsewhere(measured, facts, options);
        if (other)
            return waiting(other);
        const problems = [...measured.problems, ...shrunkFiles(measured, facts.coverageBaseline)];
        if (problems.length > 0)
            return unusable(problems, measured);
        if (measured.incomplete.length > 0)
            return incomplete(measured);
        if (!isWholePolicyMeasured(measured, options, policy))
            return waiting((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.scope', {}));
        const untested = testProblems(measured, options);
        if (untested.length > 0)
            return withoutTests(untested);
        if (measured.project.total === 0)
            return empty(measured);
        return judge(measured, facts.coverageBaseline, options, policy);
    },
});
/** Another commit, base or scope was measured: how this head stands is not known yet. */
function measuredElsewhere(measured, { headSha, baseRef }, options) {
    if (measured.headSha !== headSha)
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.head', { headSha, measuredSha: measured.headSha });
    if (measured.baseRef !== undefined && measured.baseRef !== baseRef) {
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.base', { baseRef, measuredRef: measured.baseRef });
    }
    return measured.scope === (0,_coverage_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOf */ .Od)(options) ? undefined : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.scope', {});
}
/** Whether every group and every run of tests that the policy names now was looked at. */
function isWholePolicyMeasured(measured, options, { components }) {
    const groups = new Set(measured.groups.map(each => each.scope));
    const runs = new Set(measured.tests.map(each => each.name));
    return ((0,_coverage_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .groupSpecs */ .Mr)(options, components).every(spec => groups.has(spec.scope)) &&
        (options.tests ?? []).every(each => runs.has(each.name)));
}
const waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.waiting.next', {}),
});
const unusable = (problems, measured) => ({
    status: 'failed',
    summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.unusable', { problems: problems.length }),
    findings: [...problems.map(problem => ({ message: problem })), ...missingSuites(measured)],
    next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.unusable.next', {}),
});
const incomplete = (measured) => ({
    status: 'failed',
    summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.incomplete', {
        missing: measured.incomplete.map(suite => suite.name),
        suites: new Set([...measured.incomplete, ...measured.reports].map(each => each.name)).size,
        project: measured.project,
    }),
    findings: missingSuites(measured),
    next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.incomplete.next', {}),
});
const missingSuites = (measured) => measured.incomplete.map(suite => ({
    message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.incomplete.suite', suite),
}));
const withoutTests = (problems) => ({
    status: 'failed',
    summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.tests', { problems: problems.length }),
    findings: problems.map(problem => ({ message: problem })),
    next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.tests.next', {}),
});
const empty = (measured) => ({
    status: 'failed',
    summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.empty', { reports: measured.reports.length, files: measured.files }),
    findings: [],
    next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.empty.next', { key: 'exclude' }),
});
function testProblems(measured, options) {
    return (options.tests ?? []).flatMap(({ name, min, allow_failures }) => {
        const run = measured.tests.find(each => each.name === name);
        if (run === undefined)
            return [];
        const ran = run.tests - run.skipped;
        const failed = run.failures + run.errors;
        return [
            ...(ran < min ? [(0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.tests.few', { name, ran, skipped: run.skipped, min })] : []),
            ...(failed > 0 && !allow_failures ? [(0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.tests.failed', { name, failed, tests: run.tests })] : []),
        ];
    });
}
/** Executable lines of a changed file can vanish only by being removed (security.md T-51). */
function shrunkFiles(measured, baseline) {
    if (baseline?.files === undefined || baseline.scope !== measured.scope)
        return [];
    const files = baseline.files;
    return measured.changed.flatMap(({ path, previousPath, lines, deletions }) => {
        const before = files[previousPath ?? path]?.total ?? 0;
        const least = before - deletions - Math.max(10, Math.ceil(before / 4));
        return lines.total < least
            ? [(0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.problem.shrunk', { path, before, deletions, now: lines.total })]
            : [];
    });
}
/** All conditions at once: whoever mends one learns of the others in the same run. */
function judge(measured, baseline, options, { components }) {
    const { project, patch } = options;
    const projectState = project.min === 0 ? 'disabled' : (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(measured.project, project.min) ? 'met' : 'below';
    const baseState = compareBase(measured, baseline, options);
    const patchState = comparePatch(measured, options);
    const limits = [
        limit('project', measured.project, project.max_uncovered_lines),
        limit('patch', measured.patch, patch.max_uncovered_lines),
    ].flatMap(each => each ?? []);
    const branches = options.branches === undefined
        ? null
        : {
            ratio: measured.branches,
            min: options.branches.min,
            met: measured.branches.total === 0 || (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(measured.branches, options.branches.min),
        };
    const below = (0,_coverage_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .groupSpecs */ .Mr)(options, components).flatMap(spec => groupProblems(measured.groups.find(each => each.scope === spec.scope), (0,_coverage_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .thresholdsOf */ .W)(options, spec.kind, spec.name), patch.min_lines));
    const judgement = {
        project: measured.project,
        min: project.min,
        projectState,
        base: baseline?.project ?? null,
        maxDrop: project.max_drop ?? null,
        baseState,
        patch: measured.patch,
        patchMin: patch.min,
        minLines: patch.min_lines,
        patchState,
        unreported: measured.unreported.length,
        moved: measured.moved,
        branches,
        limits,
        below,
        groups: measured.groups.length,
        carried: measured.reports.flatMap(({ name, carried }) => (carried === undefined ? [] : [{ name, ...carried }])),
    };
    const failed = projectState === 'below' ||
        baseState === 'dropped' ||
        patchState === 'below' ||
        patchState === 'unreported' ||
        limits.some(each => each.uncovered > each.max) ||
        branches?.met === false ||
        below.length > 0;
    const patchMatters = patchState === 'below' || limits.some(each => each.what === 'patch' && each.uncovered > each.max);
    const findings = [
        ...(patchMatters || below.some(each => each.what === 'patch') ? uncovered(measured) : []),
        ...partial(measured),
        ...unreported(measured),
    ];
    if (!failed)
        return { status: 'passed', summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.passed', judgement), findings };
    return {
        status: 'failed',
        summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.failed', judgement),
        findings,
        next: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.failed.next', {
            projectMissing: (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .missingTo */ ._7)(measured.project, project.min),
            patchMissing: patchState === 'below' ? (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .missingTo */ ._7)(measured.patch, patch.min) : 0,
            places: patchMatters ? places(measured.uncovered).slice(0, 5) : [],
            unreported: patchState === 'unreported' ? measured.unreported : [],
            groups: below,
            files: projectState === 'below' || baseState === 'dropped' ? measured.worst.slice(0, 3) : [],
        }),
    };
}
function limit(what, { covered, total }, max) {
    return max === undefined ? null : { what, uncovered: total - covered, max };
}
/** A group without an executable line cannot reach a minimum; without a changed one its patch is not judged. */
function groupProblems(group, { min, patch }, minLines) {
    if (group === undefined)
        return [];
    const { kind, name } = group;
    return [
        ...(min !== undefined && !(0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(group.project, min)
            ? [{ kind, name, what: 'project', ratio: group.project, min, missing: (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .missingTo */ ._7)(group.project, min) }]
            : []),
        ...(patch !== undefined && group.patch.total >= minLines && !(0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(group.patch, patch)
            ? [{ kind, name, what: 'patch', ratio: group.patch, min: patch, missing: (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .missingTo */ ._7)(group.patch, patch) }]
            : []),
    ];
}
/** Without `max_drop` the base is shown when it is known and comparable, and never judged. */
function compareBase(measured, baseline, { project }) {
    const isAsked = project.max_drop !== undefined;
    if (baseline === null)
        return isAsked ? 'absent' : 'not-asked';
    if (baseline.scope !== measured.scope)
        return isAsked ? 'other-scope' : 'not-asked';
    if (baseline.project.total === 0)
        return isAsked ? 'empty' : 'not-asked';
    if (!isAsked || !(0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .dropsMoreThan */ .l1)(baseline.project, measured.project, project.max_drop ?? 0))
        return 'within';
    const uncovered = ({ covered, total }) => total - covered;
    const onlyRemoved = uncovered(measured.project) <= uncovered(baseline.project);
    return project.removed_code === 'forgive' && onlyRemoved ? 'removed' : 'dropped';
}
function comparePatch({ patch, unreported }, options) {
    if (options.patch.min === 0)
        return 'disabled';
    if (patch.total === 0)
        return unreported.length > 0 ? 'unreported' : 'nothing';
    if (patch.total < options.patch.min_lines)
        return 'few';
    return (0,_coverage_model_js__WEBPACK_IMPORTED_MODULE_2__/* .reaches */ .O6)(patch, options.patch.min) ? 'met' : 'below';
}
const places = (found) => found.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })));
const uncovered = (measured) => places(measured.uncovered).map(({ path, start, end }) => ({
    message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
}));
const partial = (measured) => places(measured.partial).map(({ path, start, end }) => ({
    message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.patch.partial', { start, end }),
    aside: true,
    path,
    line: start,
    endLine: end,
}));
const unreported = (measured) => measured.unreported.map(path => ({ message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.patch.unreported', { path }), path }));


/***/ }),

/***/ 924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ cellSource),
  d: () => (/* binding */ environments)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/gate.js
var gate = __webpack_require__(238);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/waive.js
var waive = __webpack_require__(9871);
// EXTERNAL MODULE: ./build/src/gates/checks/names.js
var names = __webpack_require__(4210);
// EXTERNAL MODULE: ./build/src/gates/checks/source.js
var checks_source = __webpack_require__(5473);
// EXTERNAL MODULE: ./build/src/gates/checks/standing.js
var checks_standing = __webpack_require__(1336);
// EXTERNAL MODULE: ./build/src/gates/environments/matrix.js
var matrix = __webpack_require__(4324);
;// CONCATENATED MODULE: ./build/src/gates/environments/grid.js


/** Two axes as rows and columns; one axis, or more than two, as one row a cell. */
function gridOf(axes, cells) {
    const [down = '', across] = axes;
    if (across === undefined || axes.length > 2)
        return listOf(axes, cells);
    const valuesOf = (axis) => [...new Set(cells.map(({ cell }) => cell[axis] ?? ''))];
    const byLabel = new Map(cells.map(each => [(0,matrix/* keyOf */.TN)(each.cell), each]));
    return {
        columns: [`${down} \\ ${across}`, ...valuesOf(across)],
        rows: valuesOf(down).map(row => [
            row,
            ...valuesOf(across).map(column => stateOf(byLabel.get((0,matrix/* keyOf */.TN)({ [down]: row, [across]: column })))),
        ]),
    };
}
const listOf = (axes, cells) => ({
    columns: [...axes, (0,message/* message */.i)('checks.column.state', {})],
    rows: cells.map(each => [...axes.map(axis => each.cell[axis] ?? ''), stateOf(each)]),
});
const stateOf = (each) => each === undefined
    ? (0,message/* message */.i)('environments.cell.none', {})
    : (0,message/* message */.i)('environments.cell', { standing: each.standing, isOptional: each.isOptional });

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/glob.js
var glob = __webpack_require__(7183);
// EXTERNAL MODULE: ./build/src/policy/fields.js
var fields = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/gates/environments/options.js







const axis = schemas/* string */.YjP().regex(/^[a-z_][a-z0-9_-]{0,39}$/i);
const value = schemas/* string */.YjP().min(1).max(100).meta({ title: 'Value' });
const template = schemas/* string */.YjP().min(1).max(300).meta({ title: 'Name' });
const cell = schemas/* record */.g1P(axis, value);
const shape = schemas/* strictObject */.rej({
    matrix: schemas/* record */.g1P(axis, schemas/* array */.YOg(value).min(1).max(matrix/* maxCells */.Yi).meta({ stricter: 'more' }))
        .describe('Axes and their values. Every combination is required.'),
    exclude: schemas/* array */.YOg(cell)
        .max(matrix/* maxCells */.Yi)
        .optional()
        .describe('Combinations that are not required; one that names a part of the axes takes out all that have it.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
    include: schemas/* array */.YOg(cell)
        .max(matrix/* maxCells */.Yi)
        .optional()
        .describe('Combinations that are required beside those of the axes, each with a value for every axis.')
        .meta({ stricter: 'more', presence: 'stricter' }),
    optional: schemas/* array */.YOg(cell)
        .max(matrix/* maxCells */.Yi)
        .optional()
        .describe('Combinations, or parts of them, that are shown and may fail.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
    required: schemas/* array */.YOg(template)
        .min(1)
        .max(20)
        .optional()
        .describe('Names of checks that must have passed for each cell, with `{axis}` for its value.')
        .meta({ stricter: 'more', presence: 'stricter' }),
    ...checks_source/* sourceKeys */.KG,
    skipped: schemas/* enum */.k5n(['passes', 'fails'])
        .default('fails')
        .describe('What a check that ended as skipped or neutral counts as.')
        .meta({ stricter: ['passes', 'fails'] }),
    deployments: template
        .optional()
        .describe('GitHub environment to which the head must be deployed for each cell, with `{axis}`; exactly so written.')
        .meta({ stricter: 'other', presence: 'stricter' }),
    deployed_by: schemas/* string */.YjP()
        .min(1)
        .max(100)
        .default('github-actions[bot]')
        .describe('Whose deployments count, by login, or by account id in digits.')
        .meta({ stricter: 'other' }),
    junit: template
        .optional()
        .describe('Path or glob of the JUnit files of each cell, with `{axis}`, relative to the repository.')
        .meta({ stricter: 'other', presence: 'stricter' }),
});
const options = shape.superRefine((policy, ctx) => {
    (0,checks_source/* oneSource */.M8)(policy, ctx);
    const size = (0,matrix/* sizeOf */.$d)(policy);
    const problems = Object.keys(policy.matrix).length === 0
        ? [problem('CFG-EMPTY', (0,message/* message */.i)('environments.option.axes', {}), ['matrix'])]
        : size > matrix/* maxCells */.Yi
            ? [problem('CFG-SIZE', (0,message/* message */.i)('environments.option.size', { cells: size, limit: matrix/* maxCells */.Yi }), ['matrix'])]
            : [...cellProblems(policy), ...proofProblems(policy)];
    for (const { code, what, path } of problems)
        (0,fields/* refuse */.TR)(ctx, code, what, path);
});
const problem = (code, what, path) => ({ code, what, path });
function cellProblems(policy) {
    const axes = Object.keys(policy.matrix);
    const whole = (policy.include ?? []).flatMap((each, index) => {
        const missing = axes.filter(name => each[name] === undefined);
        const what = (0,message/* message */.i)('environments.option.include', { missing });
        return missing.length === 0 ? [] : [problem('CFG-REQUIRED', what, ['include', index])];
    });
    return ['exclude', 'include', 'optional'].flatMap(key => [
        ...(policy[key] ?? []).flatMap((each, index) => partProblems(policy, key, each, index)),
        ...(key === 'include' ? whole : []),
    ]);
}
/** An excluded cell with a typing error would be required all the same, and an optional one would block. */
function partProblems(policy, key, part, index) {
    const axes = Object.keys(policy.matrix);
    const found = Object.entries(part).flatMap(([name, got]) => {
        const path = [key, index, name];
        const values = policy.matrix[name];
        if (values === undefined)
            return [unknownAxis(name, axes, path)];
        const known = [...values, ...(key === 'optional' ? (policy.include ?? []).flatMap(each => each[name] ?? []) : [])];
        if (key === 'include' || known.includes(got))
            return [];
        const params = { axis: name, got, known, suggestion: (0,policy_text/* nearest */.pA)(got, known) };
        return [problem('CFG-ENUM', (0,message/* message */.i)('environments.option.value', params), path)];
    });
    if (Object.keys(part).length > 0)
        return found;
    return [problem('CFG-EMPTY', (0,message/* message */.i)('environments.option.part', {}), [key, index])];
}
const unknownAxis = (name, axes, path) => problem('CFG-ENUM', (0,message/* message */.i)('environments.option.axis', { axis: name, axes, suggestion: (0,policy_text/* nearest */.pA)(name, axes) }), path);
function proofProblems(policy) {
    const { required = [], deployments, junit, optional = [] } = policy;
    if (!(0,matrix/* expandMatrix */.Eh)(policy).some(each => !optional.some(part => (0,matrix/* isPartOf */.xm)(part, each))))
        return [problem('CFG-EMPTY', (0,message/* message */.i)('environments.option.nothing', {}), ['matrix'])];
    if (required.length === 0 && deployments === undefined && junit === undefined)
        return [problem('CFG-REQUIRED', (0,message/* message */.i)('environments.option.proof', {}), [])];
    return [
        ...required.flatMap((name, index) => templateProblems(name, policy, ['required', index])),
        ...(deployments === undefined ? [] : templateProblems(deployments, policy, ['deployments'])),
        ...(junit === undefined ? [] : [...templateProblems(junit, policy, ['junit']), ...globProblems(junit, policy)]),
    ];
}
/** Two cells with one name would be proved by one check. */
function templateProblems(text, policy, path) {
    const axes = Object.keys(policy.matrix);
    const named = (0,matrix/* placeholders */.Ft)(text);
    const unknown = named.filter(name => !axes.includes(name)).map(name => unknownAxis(name, axes, path));
    if (unknown.length > 0)
        return unknown;
    const names = (0,matrix/* expandMatrix */.Eh)(policy).map(each => (0,matrix/* fill */.GS)(text, each));
    const twice = names.find((name, index) => names.indexOf(name) < index);
    if (twice === undefined)
        return [];
    const missing = axes.filter(name => !named.includes(name));
    return [problem('CFG-DUPID', (0,message/* message */.i)('environments.option.ambiguous', { name: twice, missing }), path)];
}
function globProblems(junit, policy) {
    for (const each of (0,matrix/* expandMatrix */.Eh)(policy)) {
        const path = (0,matrix/* fill */.GS)(junit, each, matrix/* inGlob */.SO);
        const found = (0,glob/* checkGlob */.pY)(path);
        if (found)
            return [problem(found.code, found.message, ['junit'])];
        if (path.startsWith('/') || path.startsWith('!'))
            return [problem('GLB-PATH', (0,message/* message */.i)('coverage.option.path', { path }), ['junit'])];
    }
    return [];
}

// EXTERNAL MODULE: ./build/src/gates/scope.js
var scope = __webpack_require__(2078);
;// CONCATENATED MODULE: ./build/src/gates/environments.js











/**
 * Every cell of a matrix (operating system × database × customer site …) has passed on the head: as a check, as a
 * deployment, as JUnit files of the run, or all of these.
 */
const environments = (0,gate/* defineGate */.p)({
    id: 'environments',
    measuredBy: 'github',
    restsOn: 'tree',
    needs: ['checks', 'deployments', 'values'],
    unread: ({ required, deployments, junit }) => [
        ...(required === undefined ? ['checks'] : []),
        ...(deployments === undefined ? ['deployments'] : []),
        ...(junit === undefined ? ['values'] : []),
    ],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: options.meta({
        description: 'Every cell of the required matrix has passed.',
        examples: [{ required: ['e2e ({os}, {db})'], matrix: { os: ['debian', 'windows'], db: ['postgres', 'mysql'] } }],
    }),
    evaluate(facts, policy, context) {
        const isUnread = (policy.required !== undefined && facts.checks === null) ||
            (policy.deployments !== undefined && facts.deployments === null);
        if (isUnread) {
            const next = (0,message/* message */.i)('report.unknown.next', {});
            return { status: 'unknown', summary: (0,message/* message */.i)('environments.unread', {}), next };
        }
        const known = {
            ...facts,
            checks: facts.checks && (0,checks_standing/* inOrder */.al)(facts.checks),
            deployments: facts.deployments && (0,checks_standing/* inOrder */.al)(facts.deployments),
        };
        return fold((0,matrix/* expandMatrix */.Eh)(policy).map(cell => judgeCell(cell, known, policy, context)), policy);
    },
});
function judgeCell(cell, facts, policy, { waivers }) {
    const { required = [], deployments, junit, optional = [] } = policy;
    const proofs = [
        ...required.map(name => byCheck(cell, (0,matrix/* fill */.GS)(name, cell), facts.checks ?? [], policy)),
        ...(deployments === undefined ? [] : [byDeployment(cell, (0,matrix/* fill */.GS)(deployments, cell), facts, policy)]),
        ...(junit === undefined ? [] : [byTests(cell, (0,matrix/* fill */.GS)(junit, cell, matrix/* inGlob */.SO), facts)]),
    ];
    const rule = (0,matrix/* labelOf */.Wy)(cell);
    const isOptional = optional.some(part => (0,matrix/* isPartOf */.xm)(part, cell));
    const open = proofs.filter(proof => proof.standing !== 'passed');
    const isWaived = open.length > 0 && waivers.some(each => each.match && (0,waive/* covers */.hU)(each, { rule }));
    const marks = {
        ...(isOptional || isWaived ? { aside: true } : {}),
        ...(isWaived ? { waived: true } : {}),
    };
    return {
        cell,
        standing: proofs.map(proof => proof.standing).reduce(checks_standing/* worseStanding */.ni, 'passed'),
        isOptional,
        isWaived,
        findings: [
            ...open.map(({ finding }) => ({ ...finding, rule, ...marks })),
            ...proofs.flatMap(({ asides }) => asides.map(finding => ({ ...finding, rule, aside: true }))),
        ],
    };
}
function byCheck(cell, name, checks, policy) {
    const source = (0,checks_source/* sourceOf */.vz)(policy);
    const { standing, result, foreign } = (0,checks_standing/* judgeName */.Bt)(name, checks, { source, skippedPasses: policy.skipped === 'passes' });
    const how = { cell: (0,matrix/* labelOf */.Wy)(cell), name, source: source.by };
    const near = (0,names/* nearestName */.qb)(name, checks.map(check => check.name));
    const told = standing === 'missing'
        ? (0,message/* message */.i)('environments.check.missing', { ...how, near })
        : (0,message/* message */.i)('environments.check', { ...how, standing, state: result?.state ?? 'pending' });
    const asides = foreign.map(check => ({
        message: (0,message/* message */.i)('checks.foreign', {
            name,
            from: (0,checks_source/* reporterOf */.hw)(check),
            kind: check.kind,
            workflow: null,
            source: source.by,
        }),
    }));
    return { standing, finding: { message: told }, asides };
}
const standingOfDeployment = {
    success: 'passed',
    failure: 'failed',
    inactive: 'failed',
    pending: 'pending',
};
/** By the exact name as GitHub has it (security.md T-45), of this head, by whom the policy says. */
function byDeployment(cell, environment, facts, policy) {
    const all = (facts.deployments ?? []).filter(each => each.sha === facts.headSha);
    const named = all.filter(each => each.environment === environment);
    const by = policy.deployed_by;
    const own = named.filter(each => each.creator !== null && (0,checks_source/* isAccount */.UP)(by, each.creator));
    const nameless = named.some(each => each.creator === null);
    const newest = own.toSorted((a, b) => timeOf(b) - timeOf(a) || worstFirst(a, b))[0];
    const known = newest === undefined ? 'missing' : standingOfDeployment[newest.state];
    const standing = nameless ? (0,checks_standing/* worseStanding */.ni)(known, 'unknown') : known;
    const near = (0,names/* nearestName */.qb)(environment, all.map(each => each.environment));
    const how = { cell: (0,matrix/* labelOf */.Wy)(cell), environment, by };
    const told = standing === 'missing'
        ? (0,message/* message */.i)('environments.deployment.missing', { ...how, near })
        : (0,message/* message */.i)('environments.deployment', { ...how, standing, state: newest?.state ?? 'pending' });
    const asides = named.flatMap(({ creator }) => creator === null || (0,checks_source/* isAccount */.UP)(by, creator)
        ? []
        : [{ message: (0,message/* message */.i)('environments.deployment.foreign', { environment, from: creator.login, by }) }]);
    return { standing, finding: { message: told }, asides };
}
const timeOf = ({ at }) => Date.parse(at) || 0;
const worstFirst = (a, b) => checks_standing/* standings */.ES.indexOf(standingOfDeployment[b.state]) - checks_standing/* standings */.ES.indexOf(standingOfDeployment[a.state]) ||
    Number(a.state > b.state) - Number(a.state < b.state);
/** Tells the JUnit files of one cell from those that another policy asked for. */
const cellSource = (path) => (0,external_node_crypto_.createHash)('sha256')
    .update(JSON.stringify(['junit-cell-1', path]))
    .digest('hex')
    .slice(0, 16);
function byTests(cell, path, { values, headSha }) {
    const how = { cell: (0,matrix/* labelOf */.Wy)(cell), path };
    const measured = values === null ? undefined : cellOf(values, headSha, cellSource(path));
    if (measured === undefined)
        return proof('missing', { message: (0,message/* message */.i)('environments.tests.missing', how) });
    const [problem] = [...(values?.problems ?? []), ...measured.problems];
    if (problem !== undefined)
        return proof('failed', { message: problem });
    const { tests, failures, errors, skipped } = measured.run;
    const ran = tests - skipped;
    const failed = failures + errors;
    if (failed > 0)
        return proof('failed', { message: (0,message/* message */.i)('environments.tests.failed', { ...how, failed, tests }) });
    if (ran < 1)
        return proof('failed', { message: (0,message/* message */.i)('environments.tests.none', { ...how, skipped }) });
    return proof('passed', { message: (0,message/* message */.i)('environments.tests.passed', { ...how, ran }) });
}
const cellOf = (values, headSha, source) => values.headSha === headSha ? values.cells.find(each => each.source === source) : undefined;
const proof = (standing, finding) => ({ standing, finding, asides: [] });
/** What failed decides before what is not known, and that before what has not come yet. */
function fold(cells, policy) {
    const counting = cells.filter(each => !each.isOptional && !each.isWaived);
    const of = (...wanted) => counting.filter(each => wanted.includes(each.standing));
    const names = (some) => some.map(each => (0,matrix/* labelOf */.Wy)(each.cell));
    const rest = {
        findings: (0,scope/* distinct */.dM)(cells.flatMap(each => each.findings)),
        table: gridOf(Object.keys(policy.matrix), cells),
    };
    const counts = {
        passed: of('passed').length,
        total: counting.length,
        failed: names(of('failed', 'skipped')),
        open: names(of('pending', 'missing')),
    };
    if (counts.failed.length > 0) {
        const next = (0,message/* message */.i)('environments.failed.next', { cells: counts.failed });
        return { status: 'failed', summary: (0,message/* message */.i)('environments.failed', counts), next, ...rest };
    }
    const nameless = names(of('unknown'));
    if (nameless.length > 0) {
        const next = (0,message/* message */.i)('environments.nameless.next', {});
        return { status: 'unknown', summary: (0,message/* message */.i)('environments.nameless', { cells: nameless }), next, ...rest };
    }
    if (counts.open.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('environments.passed', counts), ...rest };
    const missing = names(of('missing')).length;
    return {
        status: 'waiting',
        summary: (0,message/* message */.i)('environments.waiting', counts),
        waitingFor: [{ kind: 'ci' }],
        next: (0,message/* message */.i)('environments.waiting.next', { missing }),
        ...rest,
    };
}


/***/ }),

/***/ 4324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Eh: () => (/* binding */ expandMatrix),
/* harmony export */   Ft: () => (/* binding */ placeholders),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   SO: () => (/* binding */ inGlob),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   Yi: () => (/* binding */ maxCells),
/* harmony export */   xm: () => (/* binding */ isPartOf)
/* harmony export */ });
/** As many jobs as GitHub gives one matrix. */
const maxCells = 256;
/** How many cells the axes alone make. */
const sizeOf = ({ matrix }) => Object.values(matrix).reduce((product, values) => product * values.length, 1);
/** Every required cell once: the first axis changes slowest, included cells come last. */
function expandMatrix({ matrix, exclude = [], include = [] }) {
    let cells = [{}];
    for (const [axis, values] of Object.entries(matrix))
        cells = cells.flatMap(cell => values.map(value => ({ ...cell, [axis]: value })));
    const kept = cells.filter(cell => !exclude.some(part => isPartOf(part, cell)));
    const axes = Object.keys(matrix);
    const added = include.map(cell => Object.fromEntries(axes.map(axis => [axis, cell[axis] ?? ''])));
    return [...new Map([...kept, ...added].map(cell => [keyOf(cell), cell])).values()];
}
/** Whether the cell has every value of the part. */
const isPartOf = (part, cell) => Object.entries(part).every(([axis, value]) => cell[axis] === value);
/** Tells cells of one matrix apart, whatever their values are. */
const keyOf = (cell) => JSON.stringify(Object.values(cell));
/** `debian, postgres-15`. */
const labelOf = (cell) => Object.values(cell).join(', ');
const placeholder = /\{([a-z_][a-z0-9_-]*)\}/gi;
/** Axes that a template names. Braces around anything else stand for themselves. */
const placeholders = (template) => [
    ...new Set([...template.matchAll(placeholder)].map(match => match[1] ?? '')),
];
/** The template with the values of a cell. */
const fill = (template, cell, written = (value) => value) => template.replaceAll(placeholder, (_, axis) => written(cell[axis] ?? ''));
/** A value within a glob, where it must mean itself. */
const inGlob = (value) => value.replaceAll(/[*?[{}]/g, sign => `[${sign}]`);


/***/ }),

/***/ 183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   tE: () => (/* binding */ findingsScope)
/* harmony export */ });
/* unused harmony export alertKinds */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2857);
/* harmony import */ var _findings_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3837);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7311);





const severity = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['none', 'low', 'medium', 'high', 'critical']);
const level = (name) => severity
    .default(_findings_model_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultLevels */ .v[name])
    .describe(`Severity of a result that says no more than \`${name}\`.`)
    .meta({ stricter: ['none', 'low', 'medium', 'high', 'critical'] });
const alertKinds = ['code-scanning', 'dependabot', 'secret-scanning'];
const options = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    sarif: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_policy_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .glob */ .TI)
        .max(50)
        .default([])
        .describe('SARIF files that the run writes; at least one for each pattern.')
        .meta({ stricter: 'more' }),
    fail_on: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['critical', 'high', 'medium', 'low'])
        .default('high')
        .describe('Results of this severity and above count.')
        .meta({ stricter: ['critical', 'high', 'medium', 'low'] }),
    new_only: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .default(false)
        .describe('Only results that the base branch does not have count.')
        .meta({ stricter: [true, false] }),
    basis: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['fingerprint', 'changed_lines'])
        .default('fingerprint')
        .describe('What `new_only` calls new: what no result of the base branch is like, or what stands on changed lines.')
        .meta({ stricter: 'other' }),
    levels: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        error: level('error'),
        warning: level('warning'),
        note: level('note'),
        none: level('none'),
    })
        .prefault({})
        .describe('Severities of results without a number of their own (`security-severity`).')
        .meta({ presence: 'other' }),
    suppressed: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['ignore', 'count'])
        .default('ignore')
        .describe('What becomes of results that are accepted in the source by the means of the tool.')
        .meta({ stricter: ['ignore', 'count'] }),
    baseline_state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['use', 'ignore'])
        .default('ignore')
        .describe('Whether the file itself may say which results are new (`baselineState`).')
        .meta({ stricter: ['use', 'ignore'] }),
    alerts: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(alertKinds))
        .max(alertKinds.length)
        .default([])
        .describe("Open alerts of GitHub's own scanners that count too.")
        .meta({ stricter: 'more' }),
})
    .superRefine(({ sarif, alerts }, ctx) => {
    if (sarif.length + alerts.length === 0)
        (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)(ctx, 'CFG-REQUIRED', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('findings.option.source', {}));
});
/** Of what decides what is measured, and how. */
const findingsScope = ({ sarif, levels, baseline_state }) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
    .update(JSON.stringify(['findings-1', sarif, levels, baseline_state]))
    .digest('hex')
    .slice(0, 16);


/***/ }),

/***/ 2911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ gateIds),
  V: () => (/* binding */ gates)
});

// EXTERNAL MODULE: ./build/src/gate.js
var gate = __webpack_require__(238);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/waive.js
var waive = __webpack_require__(9871);
;// CONCATENATED MODULE: ./build/src/metrics/decimal.js
/** The shortest decimal that names this double, which is what stood in the file or the policy. Throws on NaN and ∞. */
function decimalOf(value) {
    if (!Number.isFinite(value))
        throw new RangeError(`no decimal: ${value}`);
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const places = fraction.length - Number(exponent);
    const digits = BigInt(whole + fraction);
    return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
/** The nearest double. */
const numberOf = ({ digits, places }) => Number(`${digits}e-${places}`);
const minus = (a, b) => {
    const places = Math.max(a.places, b.places);
    return { digits: scaled(a, places) - scaled(b, places), places };
};
/** Negative: a is less. */
const compareDecimals = (a, b) => Number(sign(minus(a, b).digits));
const timesDecimal = (a, b) => ({
    digits: a.digits * b.digits,
    places: a.places + b.places,
});
const absolute = ({ digits, places }) => ({ digits: digits < 0n ? -digits : digits, places });
const scaled = ({ digits, places }, to) => digits * 10n ** BigInt(to - places);
const sign = (value) => (value < 0n ? -1n : value > 0n ? 1n : 0n);

;// CONCATENATED MODULE: ./build/src/gates/budgets/limits.js

/** Exact: 0.1 + 0.2 is 0.3 here. `base` `null`: there is nothing to compare with, and only `max` and `min` are looked at. */
function exceeded(value, base, budget) {
    const now = decimalOf(value);
    return [
        ...beyond('max', now, budget.max),
        ...beyond('min', now, budget.min),
        ...(base === null ? [] : moved('max_increase', now, decimalOf(base), budget.max_increase)),
        ...(base === null ? [] : moved('max_decrease', now, decimalOf(base), budget.max_decrease)),
    ];
}
function beyond(limit, value, allowed) {
    if (allowed === undefined)
        return [];
    const by = limit === 'max' ? minus(value, decimalOf(allowed)) : minus(decimalOf(allowed), value);
    return by.digits > 0n ? [{ limit, allowed, by: numberOf(by), share: null }] : [];
}
function moved(limit, value, base, change) {
    if (change === undefined)
        return [];
    const by = limit === 'max_increase' ? minus(value, base) : minus(base, value);
    const allowed = allowance(change, base);
    if (compareDecimals(by, allowed) <= 0)
        return [];
    return [{ limit, allowed: numberOf(allowed), by: numberOf(by), share: typeof change === 'string' ? change : null }];
}
/** A share is one of the base's size, whatever its sign. */
function allowance(change, base) {
    if (typeof change === 'number')
        return decimalOf(change);
    const percent = decimalOf(Number.parseFloat(change));
    const { digits, places } = timesDecimal(percent, absolute(base));
    return { digits, places: places + 2 };
}

// EXTERNAL MODULE: ./build/src/gates/budgets/options.js
var options = __webpack_require__(237);
;// CONCATENATED MODULE: ./build/src/gates/budgets.js





/**
 * Numbers that a run writes into files, against a maximum, a minimum or the base branch. What is missing or no number
 * never passes; what the run has not measured yet is awaited.
 */
const budgets = (0,gate/* defineGate */.p)({
    id: 'budgets',
    measuredBy: 'ci',
    restsOn: 'tree',
    needs: ['values', 'valuesBaseline'],
    unread: ({ rules }) => (rules.some(options/* hasRelative */.h3) ? [] : ['valuesBaseline']),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: options/* options */.fF.meta({
        description: 'Measured numbers keep their limits.',
        examples: [{ rules: [{ file: 'bench.json', value: 'latency.p95', max: 500, unit: 'ms' }] }],
    }),
    evaluate(facts, { rules }, policy) {
        const { values, headSha } = facts;
        if (values === null)
            return waiting((0,message/* message */.i)('budgets.waiting.none', { headSha }));
        if (values.headSha !== headSha)
            return waiting((0,message/* message */.i)('budgets.waiting.head', { headSha, measuredSha: values.headSha }));
        if (values.problems.length > 0)
            return unusable(values.problems);
        return fold(rules.map(rule => judge(rule, values, facts.valuesBaseline)), policy);
    },
});
const waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,message/* message */.i)('budgets.waiting.next', {}),
});
const unusable = (problems) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('budgets.unusable', { problems: problems.length }),
    findings: problems.map(problem => ({ message: problem })),
    next: (0,message/* message */.i)('budgets.unusable.next', {}),
});
function judge(rule, values, baseline) {
    const source = (0,options/* budgetSource */.ZM)(rule);
    const measured = find(values.values, source);
    const base = (0,options/* hasRelative */.h3)(rule) || baseline !== null ? (find(baseline?.values ?? [], source)?.value ?? null) : null;
    const nothing = { rule, value: null, base, over: [], problem: null };
    if (measured === undefined)
        return { ...nothing, state: 'unmeasured' };
    const { value, problem } = measured;
    if (value === null || problem !== undefined || !Number.isFinite(value))
        return { ...nothing, state: 'broken', problem: problem ?? unmeasured(rule) };
    const over = exceeded(value, base, rule);
    const state = over.length > 0 ? 'exceeded' : stateOf(rule, base);
    return { rule, state, value, base, over, problem: null };
}
/** The number of the same file, format and place; of one that another policy asked for nothing is known. */
const find = (values, source) => values.find(each => each.source === source);
function stateOf(rule, base) {
    if (base !== null || !(0,options/* hasRelative */.h3)(rule))
        return 'met';
    if ((0,options/* hasAbsolute */.QO)(rule))
        return 'absolute';
    return rule.without_base === 'passes' ? 'let' : 'no-base';
}
function fold(found, { waivers }) {
    const judged = found.map(each => {
        const rule = (0,options/* budgetName */.V7)(each.rule);
        const isOpen = !['met', 'absolute', 'let'].includes(each.state);
        const isWaived = isOpen && waivers.some(waiver => waiver.match && (0,waive/* covers */.hU)(waiver, { rule, path: each.rule.file }));
        return { ...each, isWaived };
    });
    const counting = judged.filter(each => !each.isWaived);
    const of = (...states) => counting.filter(each => states.includes(each.state));
    const names = (some) => some.map(each => (0,options/* budgetName */.V7)(each.rule));
    const rest = {
        findings: judged.flatMap(each => findingsOf(each).map(finding => (each.isWaived ? waived(finding) : finding))),
        table: tableOf(judged),
    };
    const counts = {
        met: of('met', 'absolute', 'let').length,
        total: counting.length,
        uncompared: names(of('absolute', 'let')),
        waived: judged.length - counting.length,
    };
    const failed = of('exceeded', 'broken');
    if (failed.length > 0) {
        const worst = failed.map(each => ({ name: (0,options/* budgetName */.V7)(each.rule), ...shown(each) }));
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('budgets.failed', { ...counts, failed: worst }),
            next: (0,message/* message */.i)('budgets.failed.next', {
                exceeded: names(of('exceeded')),
                files: [...new Set(of('broken').map(each => each.rule.file))],
            }),
            ...rest,
        };
    }
    const open = of('unmeasured', 'no-base');
    if (open.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('budgets.passed', counts), ...rest };
    const withoutBase = names(of('no-base'));
    return {
        status: 'waiting',
        summary: (0,message/* message */.i)('budgets.waiting', { ...counts, unmeasured: names(of('unmeasured')), withoutBase }),
        waitingFor: [{ kind: 'ci' }],
        next: withoutBase.length > 0 ? (0,message/* message */.i)('budgets.waiting.base', {}) : (0,message/* message */.i)('budgets.waiting.next', {}),
        ...rest,
    };
}
const unmeasured = (rule) => (0,message/* message */.i)('budgets.unmeasured', { name: (0,options/* budgetName */.V7)(rule), file: rule.file });
const waived = (finding) => ({ ...finding, aside: true, waived: true });
const shown = ({ rule, value, over }) => ({
    value,
    unit: rule.unit ?? null,
    over: over[0] ?? null,
});
function findingsOf(each) {
    const { rule, value, base, over, problem } = each;
    const name = (0,options/* budgetName */.V7)(rule);
    const unit = rule.unit ?? null;
    switch (each.state) {
        case 'exceeded':
            return over.map(one => ({
                message: (0,message/* message */.i)('budgets.exceeded', { name, value, base, unit, over: one }),
                rule: name,
            }));
        case 'broken':
            return problem === null ? [] : [{ message: problem, rule: name }];
        case 'unmeasured':
            return [{ message: unmeasured(rule), rule: name }];
        case 'no-base':
            return [{ message: (0,message/* message */.i)('budgets.noBase', { name, value, unit, isJudged: false }), rule: name }];
        case 'absolute':
        case 'let':
            return [{ message: (0,message/* message */.i)('budgets.noBase', { name, value, unit, isJudged: true }), aside: true, rule: name }];
        case 'met':
            return [];
        default:
            return each.state;
    }
}
const tableOf = (judged) => ({
    columns: ['budget', 'value', 'base', 'limit', 'state'].map(column => (0,message/* message */.i)('budgets.column', { column })),
    rows: judged.map(({ rule, value, base, state }) => {
        const unit = rule.unit ?? null;
        const { max = null, min = null, max_increase: up = null, max_decrease: down = null } = rule;
        return [
            (0,options/* budgetName */.V7)(rule),
            (0,message/* message */.i)('budgets.amount', { value, unit }),
            (0,message/* message */.i)('budgets.amount', { value: base, unit }),
            (0,message/* message */.i)('budgets.limit', { max, min, up, down, unit }),
            (0,message/* message */.i)('budgets.state', { state }),
        ];
    }),
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/glob.js
var glob = __webpack_require__(7183);
// EXTERNAL MODULE: ./build/src/policy/fields.js
var fields = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/src/gates/checks/names.js
var checks_names = __webpack_require__(4210);
// EXTERNAL MODULE: ./build/src/gates/checks/source.js
var checks_source = __webpack_require__(5473);
// EXTERNAL MODULE: ./build/src/gates/checks/standing.js
var standing = __webpack_require__(1336);
// EXTERNAL MODULE: ./build/src/gates/scope.js
var scope = __webpack_require__(2078);
;// CONCATENATED MODULE: ./build/src/gates/checks.js










const required = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .min(1)
        .max(255)
        .describe('Name of the check run, or context of the status; `*` stands for any run of characters.'),
    when: fields/* globs */.gV
        .optional()
        .describe('Files that make it required. Left out: every pull request.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    min: schemas/* int */.Whr()
        .min(1)
        .max(256)
        .default(1)
        .describe('Checks that must match a name with `*`, e.g. the jobs of a matrix.')
        .meta({ stricter: 'higher' }),
    ...checks_source/* sourceKeys */.KG,
    workflow: schemas/* string */.YjP()
        .min(1)
        .max(255)
        .optional()
        .describe('Name of the workflow whose runs count. Left out: every workflow that reports under the name must pass.')
        .meta({ stricter: 'other' }),
    skipped: schemas/* enum */.k5n(['passes', 'fails'])
        .default('fails')
        .describe('What a check that ended as skipped or neutral counts as.')
        .meta({ stricter: ['passes', 'fails'] }),
})
    .superRefine((value, ctx) => {
    (0,checks_source/* oneSource */.M8)(value, ctx);
    if (value.min > 1 && !(0,checks_names/* isPattern */.Pt)(value.name))
        (0,fields/* refuse */.TR)(ctx, 'CFG-IMPOSSIBLE', (0,message/* message */.i)('checks.option.min', { name: value.name, min: value.min }), ['min']);
    if (value.status !== undefined && value.workflow !== undefined)
        (0,fields/* refuse */.TR)(ctx, 'CFG-TYPE', (0,message/* message */.i)('checks.option.workflow', {}), ['workflow']);
});
const checks_options = schemas/* strictObject */.rej({
    required: schemas/* array */.YOg(required)
        .min(1)
        .max(100)
        .describe('Every check that applies must have passed on the head.')
        .meta({ stricter: 'more' }),
});
/**
 * Checks that others report, required by path. The newest run of a source that the policy names decides; what has not
 * reported yet is awaited.
 */
const checks = (0,gate/* defineGate */.p)({
    id: 'checks',
    measuredBy: 'github',
    restsOn: 'tree',
    needs: ['checks', 'changedFiles'],
    unread: ({ required }) => (required.every(each => each.when === undefined) ? ['changedFiles'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: checks_options.meta({
        description: 'Other checks have passed that the changed files ask for.',
        examples: [{ required: [{ name: 'ansible-lint', when: ['ansible/**'] }] }],
    }),
    evaluate(facts, { required }, policy) {
        if (facts.checks === null)
            return unread();
        if (facts.changedFiles === null && required.some(each => each.when !== undefined))
            return unread();
        const applying = required.filter(each => applies(each, facts.changedFiles ?? []));
        if (applying.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('checks.idle', { required: required.length }) };
        const all = (0,standing/* inOrder */.al)(facts.checks);
        return checks_fold(applying.flatMap(each => checks_judge(each, all)), policy);
    },
});
const unread = () => ({
    status: 'unknown',
    summary: (0,message/* message */.i)('checks.unread', {}),
    next: (0,message/* message */.i)('report.unknown.next', {}),
});
function applies({ when }, files) {
    if (when === undefined)
        return true;
    const compiled = (0,glob/* compileGlobs */.tI)(when);
    return files.some(file => (0,scope/* inScope */.SB)(compiled, file));
}
function checks_judge(each, results) {
    const { name, min, workflow, skipped } = each;
    const reading = { source: (0,checks_source/* sourceOf */.vz)(each), workflow, skippedPasses: skipped === 'passes' };
    const { source } = reading;
    const others = results.map(result => result.name).filter(other => !(0,checks_names/* matchesName */.Hj)(name, other));
    const near = (0,checks_names/* nearestName */.qb)(name, others);
    if (!(0,checks_names/* isPattern */.Pt)(name))
        return [{ name, source, lacks: null, near, ...(0,standing/* judgeName */.Bt)(name, results, reading) }];
    const matching = results.filter(result => (0,checks_names/* matchesName */.Hj)(name, result.name));
    const names = [...new Set(matching.filter(one => (0,standing/* originOf */.yv)(one, reading) !== 'no').map(one => one.name))].sort();
    const lines = names.map(one => ({ name: one, source, lacks: null, near: null, ...(0,standing/* judgeName */.Bt)(one, results, reading) }));
    const missing = min - names.length;
    if (missing <= 0)
        return lines;
    const foreign = matching.filter(one => (0,standing/* originOf */.yv)(one, reading) === 'no');
    return [...lines, { name, source, lacks: missing, near, standing: 'missing', result: null, foreign }];
}
function checks_fold(found, { waivers }) {
    const judged = (0,scope/* distinct */.dM)(found).map(line => {
        const finding = findingOf(line);
        const waived = line.standing !== 'passed' && waivers.some(each => each.match && (0,waive/* covers */.hU)(each, finding));
        return { line, finding: waived ? { ...finding, aside: true, waived: true } : finding, waived };
    });
    const lines = judged.filter(each => !each.waived).map(each => each.line);
    const of = (...standings) => lines.filter(line => standings.includes(line.standing));
    const failed = of('failed', 'skipped');
    const open = of('pending', 'missing');
    const rest = {
        findings: [
            ...judged.flatMap(({ line, finding }) => (line.standing === 'passed' ? [] : [finding])),
            ...(0,scope/* distinct */.dM)(found.flatMap(foreigners)),
        ],
        table: checks_tableOf(found),
    };
    const total = lines.reduce((sum, line) => sum + (line.lacks ?? 1), 0);
    const counts = { passed: of('passed').length, total, waived: judged.length - lines.length };
    if (failed.length > 0) {
        const names = failed.map(line => line.name);
        const summary = (0,message/* message */.i)('checks.failed', { ...counts, failed: names });
        return { status: 'failed', summary, next: (0,message/* message */.i)('checks.failed.next', { failed: names }), ...rest };
    }
    const [nameless] = of('unknown');
    if (nameless !== undefined) {
        const summary = (0,message/* message */.i)('checks.nameless', { name: nameless.name });
        return { status: 'unknown', summary, next: (0,message/* message */.i)('checks.nameless.next', { name: nameless.name }), ...rest };
    }
    if (open.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('checks.passed', counts), ...rest };
    const missing = of('missing').map(({ name, near }) => ({ name, near }));
    return {
        status: 'waiting',
        summary: (0,message/* message */.i)('checks.waiting', { ...counts, open: open.map(line => line.name) }),
        waitingFor: [{ kind: 'ci' }],
        next: (0,message/* message */.i)('checks.waiting.next', { missing }),
        ...rest,
    };
}
function findingOf({ name, standing, result, source, lacks, near }) {
    const how = { name, source: source.by, kind: source.kind };
    const told = standing === 'missing'
        ? (0,message/* message */.i)('checks.check.missing', { ...how, lacks, near })
        : (0,message/* message */.i)('checks.check', { ...how, standing, state: result?.state ?? 'pending' });
    return { message: told, rule: name };
}
/** Said, so that nobody wonders why a green check does not count. */
const foreigners = ({ name, foreign, source }) => foreign.map(result => ({
    message: (0,message/* message */.i)('checks.foreign', {
        name: result.name,
        from: (0,checks_source/* reporterOf */.hw)(result),
        kind: result.kind,
        workflow: result.workflow?.name ?? null,
        source: source.by,
    }),
    aside: true,
    rule: name,
}));
const checks_tableOf = (lines) => ({
    columns: [
        (0,message/* message */.i)('checks.column.check', {}),
        (0,message/* message */.i)('checks.column.source', {}),
        (0,message/* message */.i)('checks.column.state', {}),
    ],
    rows: (0,scope/* distinct */.dM)(lines.map(line => [line.name, line.source.by, (0,message/* message */.i)('checks.state', { standing: line.standing })])),
});

;// CONCATENATED MODULE: ./build/src/gates/conventions.js





const word = schemas/* string */.YjP().regex(/^[\p{L}\p{N}][\p{L}\p{N}_./-]{0,49}$/u);
/** Types of the Conventional Commits specification and of its Angular preset. */
const usualTypes = ['build', 'chore', 'ci', 'docs', 'feat', 'fix', 'perf', 'refactor', 'revert', 'style', 'test'];
const pattern = schemas/* array */.YOg(schemas/* string */.YjP()
    .min(1)
    .max(200)
    .superRefine((text, ctx) => {
    if (/^\*+$/.test(text))
        (0,fields/* refuse */.TR)(ctx, 'CFG-GLOB', (0,message/* message */.i)('conventions.pattern.all', { pattern: text }));
}))
    .min(1)
    .max(fields/* maxListLength */.VO);
const title = schemas/* strictObject */.rej({
    conventional: schemas/* boolean */.zMY()
        .default(false)
        .describe('`type(scope): subject` as in Conventional Commits.')
        .meta({ stricter: [false, true] }),
    types: schemas/* array */.YOg(word)
        .min(1)
        .max(100)
        .optional()
        .describe('Types that a conventional title may have. Left out: the usual ones.')
        .meta({ stricter: 'fewer', presence: 'other' }),
    scopes: schemas/* array */.YOg(word)
        .min(1)
        .max(fields/* maxListLength */.VO)
        .optional()
        .describe('Scopes that it may have; then it must have one. Left out: any, or none.')
        .meta({ stricter: 'fewer', presence: 'stricter' }),
    matches: pattern
        .optional()
        .describe('Patterns of which the title must match one: `*` stands for any text.')
        .meta({ stricter: 'fewer', presence: 'stricter' }),
    max_length: schemas/* int */.Whr()
        .min(10)
        .max(256)
        .optional()
        .describe('Longest title, in characters.')
        .meta({ stricter: 'lower' }),
})
    .describe('What the title must look like.');
const labelPatterns = schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100)).min(1).max(fields/* maxListLength */.VO);
const labels = schemas/* strictObject */.rej({
    any: labelPatterns
        .optional()
        .describe('One of these must be there; `*` stands for any text.')
        .meta({ stricter: 'fewer', presence: 'stricter' }),
    all: labelPatterns.optional().describe('All of these must be there.').meta({ stricter: 'more' }),
    none: labelPatterns.optional().describe('None of these may be there.').meta({ stricter: 'more' }),
    one: labelPatterns
        .optional()
        .describe('Exactly one that matches must be there, for each entry, e.g. `type/*`.')
        .meta({ stricter: 'more' }),
})
    .describe('Labels that must or must not be there.');
const conventions_options = schemas/* strictObject */.rej({
    title: title.optional(),
    labels: labels.optional(),
    milestone: schemas/* strictObject */.rej({
        matches: pattern
            .optional()
            .describe('Patterns of which the milestone must match one. Left out: any milestone.')
            .meta({ stricter: 'fewer', presence: 'stricter' }),
    })
        .optional()
        .describe('It must have a milestone.'),
    linked_issue: schemas/* strictObject */.rej({
        state: schemas/* enum */.k5n(['any', 'open'])
            .default('any')
            .describe('`open`: one of the issues must still be open.')
            .meta({ stricter: ['any', 'open'] }),
    })
        .optional()
        .describe('It must close an issue.'),
})
    .superRefine((value, ctx) => {
    const parts = [value.title, value.labels, value.milestone, value.linked_issue];
    if (parts.every(part => part === undefined))
        (0,fields/* refuse */.TR)(ctx, 'CFG-EMPTY', (0,message/* message */.i)('conventions.empty', {}));
});
/** Title, labels, milestone and linked issue are as agreed. */
const conventions = (0,gate/* defineGate */.p)({
    id: 'conventions',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['labels', 'milestone', 'linkedIssues'],
    unread: each => [
        ...(each.labels === undefined ? ['labels'] : []),
        ...(each.milestone === undefined ? ['milestone'] : []),
        ...(each.linked_issue === undefined ? ['linkedIssues'] : []),
    ],
    triggers: [
        'pull_request.opened',
        'pull_request.reopened',
        'pull_request.edited',
        'pull_request.labeled',
        'pull_request.unlabeled',
        'pull_request.milestoned',
        'pull_request.demilestoned',
    ],
    options: conventions_options.meta({
        description: 'Title, labels, milestone and linked issue are as agreed.',
        examples: [{ title: { conventional: true }, labels: { one: ['type/*'] }, linked_issue: { state: 'open' } }],
    }),
    evaluate(facts, each) {
        const problems = [
            ...titleProblems(facts.title, each.title),
            ...labelProblems(facts.labels ?? [], each.labels),
            ...milestoneProblems(facts.milestone, each.milestone),
            ...issueProblems(facts.linkedIssues ?? [], each.linked_issue),
        ];
        if (problems.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('conventions.passed', {}) };
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('conventions.failed', { what: [...new Set(problems.map(one => one.rule))] }),
            findings: problems,
            next: (0,message/* message */.i)('conventions.failed.next', {}),
        };
    },
});
/** Linear: no part of it can be read in two ways. */
const conventional = /^([\p{L}\p{N}_./-]{1,50})(?:\(([^()]{1,100})\))?(!)?: (\S.*)$/u;
function titleProblems(text, wanted) {
    if (wanted === undefined)
        return [];
    const problem = (told) => ({ message: told, rule: 'title' });
    const found = [];
    const [, type = '', scope] = conventional.exec(text) ?? [];
    const types = wanted.types ?? usualTypes;
    if (wanted.conventional || wanted.types !== undefined || wanted.scopes !== undefined) {
        if (type === '')
            found.push(problem((0,message/* message */.i)('conventions.title.form', { types })));
        else if (!types.includes(type))
            found.push(problem((0,message/* message */.i)('conventions.title.type', { type, types })));
        else if (wanted.scopes !== undefined && !wanted.scopes.includes(scope ?? ''))
            found.push(problem((0,message/* message */.i)('conventions.title.scope', { scope: scope ?? null, scopes: wanted.scopes })));
    }
    const { matches, max_length: most } = wanted;
    if (matches !== undefined && !matches.some(one => (0,checks_names/* matchesName */.Hj)(one, text)))
        found.push(problem((0,message/* message */.i)('conventions.title.pattern', { patterns: matches })));
    const length = Array.from(text).length;
    if (most !== undefined && length > most)
        found.push(problem((0,message/* message */.i)('conventions.title.length', { length, most })));
    return found;
}
/** Labels are compared without regard to case, as GitHub does. */
const matchesLabel = (wanted, label) => (0,checks_names/* matchesName */.Hj)(wanted.toLowerCase(), label.toLowerCase());
function labelProblems(labels, wanted) {
    if (wanted === undefined)
        return [];
    const problem = (told) => ({ message: told, rule: 'labels' });
    const has = (one) => labels.some(label => matchesLabel(one, label));
    const any = wanted.any !== undefined && !wanted.any.some(has);
    return [
        ...(any ? [problem((0,message/* message */.i)('conventions.label.any', { labels: wanted.any ?? [] }))] : []),
        ...(wanted.all ?? []).filter(one => !has(one)).map(label => problem((0,message/* message */.i)('conventions.label.all', { label }))),
        ...(wanted.none ?? []).filter(has).map(label => problem((0,message/* message */.i)('conventions.label.none', { label }))),
        ...(wanted.one ?? []).flatMap(group => {
            const found = labels.filter(label => matchesLabel(group, label));
            return found.length === 1 ? [] : [problem((0,message/* message */.i)('conventions.label.one', { group, found }))];
        }),
    ];
}
function milestoneProblems(given, wanted) {
    if (wanted === undefined)
        return [];
    if (given === null)
        return [{ message: (0,message/* message */.i)('conventions.milestone.none', {}), rule: 'milestone' }];
    if (wanted.matches === undefined || wanted.matches.some(one => (0,checks_names/* matchesName */.Hj)(one, given)))
        return [];
    const params = { milestone: given, patterns: wanted.matches };
    return [{ message: (0,message/* message */.i)('conventions.milestone.pattern', params), rule: 'milestone' }];
}
function issueProblems(issues, wanted) {
    if (wanted === undefined)
        return [];
    if (issues.length === 0)
        return [{ message: (0,message/* message */.i)('conventions.issue.none', {}), rule: 'linked_issue' }];
    if (wanted.state === 'any' || issues.some(issue => issue.state === 'open'))
        return [];
    return [{ message: (0,message/* message */.i)('conventions.issue.closed', {}), rule: 'linked_issue' }];
}

// EXTERNAL MODULE: ./build/src/gates/coverage.js
var coverage = __webpack_require__(3970);
// EXTERNAL MODULE: ./build/src/dependencies/parse.js
var parse = __webpack_require__(3460);
;// CONCATENATED MODULE: ./build/src/gates/dependencies.js




const dependencies_options = schemas/* strictObject */.rej({
    need: schemas/* enum */.k5n(['ready', 'merged'])
        .default('merged')
        .describe('`merged`: merged first. `ready`: its own check `delivery-gates` has passed, so that both can go together.')
        .meta({ stricter: ['ready', 'merged'] }),
    allow_owners: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100))
        .max(50)
        .default([])
        .describe('Other owners whose pull requests may be named; those of the own owner always may.')
        .meta({ stricter: 'fewer' }),
});
/** What the description names with `Depends-On:` is merged, or ready, before this is. */
const dependencies = (0,gate/* defineGate */.p)({
    id: 'dependencies',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['dependencies', 'body'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited', 'pull_request.synchronize'],
    options: dependencies_options.meta({
        description: 'What it names with `Depends-On:` is merged, or ready, first.',
        examples: [{ need: 'merged' }],
    }),
    evaluate(facts, settings) {
        const { malformed } = (0,parse/* parseDependencies */.f)(facts.body ?? '', facts.repository);
        if (malformed.length > 0)
            return notUnderstood(malformed);
        const graph = facts.dependencies;
        if (graph === null)
            return { status: 'passed', summary: (0,message/* message */.i)('dependencies.none', {}) };
        const cycle = cycleIn(graph);
        if (cycle !== null)
            return inCycle(cycle);
        const [self, ...others] = graph.nodes;
        if (self === undefined || others.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('dependencies.none', {}) };
        return dependencies_judge(others, graph, { ...settings, owner: facts.repository.owner, author: facts.author?.login ?? null });
    },
});
/** A line that was meant and names nothing must not pass for none. */
const notUnderstood = (malformed) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('dependencies.malformed', { malformed }),
    findings: malformed.map(rule => ({ message: (0,message/* message */.i)('dependencies.malformed.one', { text: rule }), rule })),
    next: (0,message/* message */.i)('dependencies.malformed.next', {}),
});
const nameOf = ({ owner, name, number }) => `${owner}/${name}#${number}`;
const keyOf = (ref) => nameOf(ref).toLowerCase();
/** A pull request that waits for itself; the names in order, the first again at the end. */
function cycleIn({ nodes }) {
    const names = new Map(nodes.map(node => [keyOf(node), nameOf(node)]));
    const leadsTo = new Map();
    for (const node of nodes) {
        for (const from of node.dependsOn)
            leadsTo.set(keyOf(from), [...(leadsTo.get(keyOf(from)) ?? []), keyOf(node)]);
    }
    const done = new Set();
    const walk = (key, path) => {
        const at = path.indexOf(key);
        if (at >= 0)
            return [...path.slice(at), key];
        if (done.has(key))
            return null;
        for (const next of leadsTo.get(key) ?? []) {
            const found = walk(next, [...path, key]);
            if (found !== null)
                return found;
        }
        done.add(key);
        return null;
    };
    for (const node of nodes) {
        const found = walk(keyOf(node), []);
        if (found !== null)
            return found.map(key => names.get(key) ?? key);
    }
    return null;
}
const inCycle = (cycle) => ({
    status: 'failed',
    summary: (0,message/* message */.i)('dependencies.cycle', { cycle }),
    findings: cycle.slice(0, -1).map(rule => ({ message: (0,message/* message */.i)('dependencies.cycle.part', { ref: rule }), rule })),
    next: (0,message/* message */.i)('dependencies.cycle.next', {}),
});
function dependencies_judge(others, graph, settings) {
    const standing = others.map(node => ({ node, standing: dependencies_standingOf(node, settings) }));
    const of = (...wanted) => standing.filter(one => wanted.includes(one.standing));
    const findings = standing.map(({ node, standing: state }) => dependencies_findingOf(node, state));
    const bad = of('closed', 'foreign');
    if (bad.length > 0) {
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('dependencies.failed', { refs: bad.map(one => nameOf(one.node)), total: others.length }),
            findings,
            next: (0,message/* message */.i)('dependencies.failed.next', {}),
        };
    }
    const unread = of('unread');
    if (unread.length > 0 || graph.truncated) {
        const refs = unread.map(one => nameOf(one.node));
        return {
            status: 'unknown',
            summary: (0,message/* message */.i)('dependencies.unknown', { refs, truncated: graph.truncated }),
            findings,
            next: (0,message/* message */.i)('dependencies.unknown.next', {}),
        };
    }
    const open = of('open');
    if (open.length > 0) {
        const refs = open.map(one => nameOf(one.node));
        const waitingFor = settings.author === null ? [] : [{ kind: 'author', login: settings.author }];
        return {
            status: 'waiting',
            summary: (0,message/* message */.i)('dependencies.waiting', { refs, total: others.length, need: settings.need }),
            waitingFor,
            findings,
            next: (0,message/* message */.i)('dependencies.waiting.next', { refs, need: settings.need }),
        };
    }
    return { status: 'passed', summary: (0,message/* message */.i)('dependencies.passed', { total: others.length, need: settings.need }) };
}
function dependencies_standingOf({ owner, state, verdict }, settings) {
    const owners = [settings.owner, ...settings.allow_owners].map(one => one.toLowerCase());
    if (!owners.includes(owner.toLowerCase()))
        return 'foreign';
    if (state === 'unread' || state === 'closed')
        return state;
    if (state === 'merged')
        return 'done';
    return settings.need === 'ready' && verdict === 'passed' ? 'done' : 'open';
}
const dependencies_findingOf = (node, standing) => ({
    message: (0,message/* message */.i)('dependencies.one', { ref: nameOf(node), title: node.title, standing, state: node.state }),
    rule: nameOf(node),
    ...(standing === 'done' ? { aside: true } : {}),
});

// EXTERNAL MODULE: ./build/src/markdown/read.js
var read = __webpack_require__(835);
;// CONCATENATED MODULE: ./build/src/words.js
/** Scripts written without spaces: every letter counts as a word. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const url = 'https?://[^\\s<>()\\[\\]]+';
const joiner = "['’._/-](?=[\\p{L}\\p{N}])";
const words_word = new RegExp(`${url}|(?=[\\p{L}\\p{N}])${unspaced}|(?!${unspaced})[\\p{L}\\p{N}](?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}]|${joiner})*`, 'gu');
/** Words in the order of the text, in one spelling: case, width, invisible characters and markup make no difference. */
function words(visible) {
    const text = visible
        .normalize('NFKC')
        .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replaceAll(/\]\([^()]*\)/g, '] ')
        .replaceAll(/<\/?[a-z][^<>]*>/gi, tag => (/^<https?:/i.test(tag) ? tag : ' '))
        .replaceAll(/&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/gi, ' ');
    return [...text.toLowerCase().matchAll(words_word)].map(match => match[0]);
}
const placeholders = [
    /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?![\p{L}\p{N}_-])/u,
    /<\s*(?:describe|insert|explain|fill[ -]?in|add|todo|tbd|placeholder)(?:\s[^<>]*)?>/i,
    /\blorem ipsum\b/i,
    /待补充|待完善|待填写|待定|此处填写/,
];
/** A template's prompt that nobody has filled in. */
const hasPlaceholder = (text) => placeholders.some(pattern => pattern.test(text));

;// CONCATENATED MODULE: ./build/src/gates/description/kinds.js

/** Headings that mean the same, in the languages of the product. The first of each list names the kind. */
const kinds = {
    goal: [
        'Goal',
        'Goals',
        'Objective',
        'Objectives',
        'Purpose',
        'Why',
        'Motivation',
        '目标',
        '目的',
        '背景与目标',
        '为什么',
    ],
    criteria: [
        'Acceptance criteria',
        'Acceptance',
        'Definition of done',
        'Done when',
        '验收标准',
        '验收条件',
        '完成标准',
        '完成的定义',
    ],
    stakeholders: [
        'Stakeholders',
        'Stakeholder',
        'Who is affected',
        'Affected people',
        '干系人',
        '相关方',
        '利益相关者',
        '影响对象',
    ],
    rollout: [
        'Rollout plan',
        'Rollout',
        'Release plan',
        'Deployment plan',
        'Deployment',
        '发布计划',
        '上线计划',
        '部署计划',
        '发布方案',
        '部署方案',
    ],
    rollback: [
        'Rollback plan',
        'Rollback',
        'Roll back',
        'How to roll back',
        'Backout plan',
        '回滚方案',
        '回滚计划',
        '回滚',
        '回退方案',
    ],
    risk: ['Risks', 'Risk', 'Risk assessment', '风险', '风险评估'],
    testing: ['Testing', 'Tests', 'Test plan', 'How was this tested', '测试', '测试计划', '如何测试'],
};
const byTitle = new Map(Object.entries(kinds).flatMap(([kind, titles]) => titles.map(title => [(0,read/* titleOf */.Gg)(title), kind])));
/** Other headings for the kind of section that a heading names; none for headings of the maintainer's own. */
function aliasesOf(title) {
    const kind = byTitle.get((0,read/* titleOf */.Gg)(title));
    return kind === undefined ? [] : kinds[kind];
}
/** Acceptance criteria are a list that can be ticked. */
const wantsTasks = (title) => byTitle.get((0,read/* titleOf */.Gg)(title)) === 'criteria';

;// CONCATENATED MODULE: ./build/src/gates/description.js







const description_title = schemas/* string */.YjP()
    .min(1)
    .max(100)
    .superRefine((text, ctx) => {
    if ((0,read/* titleOf */.Gg)(text) === '')
        (0,fields/* refuse */.TR)(ctx, 'CFG-EMPTY', (0,message/* message */.i)('description.title.empty', {}));
})
    .meta({ title: 'Heading' });
const section = schemas/* strictObject */.rej({
    title: description_title.describe('Heading, whatever its rank, case, emoji and punctuation.'),
    aliases: schemas/* array */.YOg(description_title)
        .max(20)
        .default([])
        .describe('Other headings that will do; usual ones, English and Chinese, are known.')
        .meta({ stricter: 'fewer' }),
    min_words: schemas/* int */.Whr()
        .min(1)
        .max(1000)
        .default(3)
        .describe('Words that must stand there. Chinese, Japanese and Thai text counts by character.')
        .meta({ stricter: 'higher' }),
    task_items: schemas/* boolean */.zMY()
        .optional()
        .describe('Task items (`- [ ] …`) must stand there. Left out: only for acceptance criteria.')
        .meta({ stricter: [false, true], presence: 'other' }),
    all_checked: schemas/* boolean */.zMY()
        .default(false)
        .describe('Every task item must be ticked.')
        .meta({ stricter: [false, true] }),
});
const description_options = schemas/* strictObject */.rej({
    sections: schemas/* array */.YOg(schemas/* union */.KCZ([description_title, section]))
        .min(1)
        .max(fields/* maxListLength */.VO)
        .describe('What the description must hold: headings, or headings with their own rules.')
        .meta({ stricter: 'more' }),
    from: schemas/* enum */.k5n(['either', 'issue', 'body'])
        .default('either')
        .describe('Where a section may stand: in the pull request, in an issue that it closes, or in either.')
        .meta({ stricter: ['either', 'issue', 'body'] }),
});
/** The description says what a reader needs to know: required sections with real content. */
const description = (0,gate/* defineGate */.p)({
    id: 'description',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['body', 'linkedIssues'],
    unread: ({ from }) => (from === 'body' ? ['linkedIssues'] : from === 'issue' ? ['body'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited'],
    options: description_options.meta({
        description: 'The description holds the required sections, with real content.',
        examples: [{ sections: ['Goal', 'Acceptance criteria', { title: 'Rollback plan', min_words: 10 }] }],
    }),
    evaluate(facts, { sections, from }) {
        const body = from === 'issue' ? [] : (0,read/* sectionsOf */.Ks)(facts.body ?? '');
        const issues = from === 'body' ? [] : (facts.linkedIssues ?? []).flatMap(issue => (0,read/* sectionsOf */.Ks)(issue.body));
        const found = [...body, ...issues];
        return description_fold(sections.map(each => description_judge(wantedOf(each), found)));
    },
});
const wantedOf = (each) => typeof each === 'string' ? { title: each, aliases: [], min_words: 3, all_checked: false } : each;
/** The best of the sections that bear the name decides: a copy that is empty does no harm. */
function description_judge(wanted, sections) {
    const names = new Set([wanted.title, ...wanted.aliases, ...aliasesOf(wanted.title)].map(read/* titleOf */.Gg));
    const faults = sections.filter(({ title: own }) => names.has(own)).map(section => faultOf(section, wanted));
    const fault = faults.includes(null) ? null : (faults[0] ?? { fault: 'missing' });
    return { title: wanted.title, fault };
}
function faultOf(section, wanted) {
    if (section.bidi)
        return { fault: 'bidi' };
    const blocks = section.blocks.filter(text => !isNothing(text));
    const prompt = blocks.find(hasPlaceholder);
    if (prompt !== undefined)
        return { fault: 'placeholder', text: prompt.slice(0, 100) };
    const count = [...blocks, ...section.code].flatMap(words).length;
    if (count === 0)
        return { fault: 'empty' };
    if (count < wanted.min_words)
        return { fault: 'few', words: count, min: wanted.min_words };
    const tasks = section.tasks.filter(task => words(task.text).length > 0 && !hasPlaceholder(task.text));
    if (tasks.length > read/* maxTasks */.jp)
        return { fault: 'many', limit: read/* maxTasks */.jp };
    const needsTasks = wanted.task_items ?? (wanted.all_checked || wantsTasks(wanted.title));
    if (needsTasks && tasks.length === 0)
        return { fault: 'tasks', almost: section.almostTasks.slice(0, 3) };
    const open = tasks.filter(task => !task.checked).length;
    return wanted.all_checked && open > 0 ? { fault: 'unchecked', open, total: tasks.length } : null;
}
/** Says that there is nothing to say. */
const isNothing = (text) => /^(?:n\/?a|none|nothing|-+|tbd|无|暂无|没有|待定)[.。]?$/iu.test(text.trim());
function description_fold(judged) {
    const bad = judged.flatMap(({ title: name, fault }) => (fault === null ? [] : [{ title: name, fault }]));
    const total = judged.length;
    if (bad.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('description.passed', { total }) };
    return {
        status: 'failed',
        summary: (0,message/* message */.i)('description.failed', { titles: bad.map(one => one.title), total }),
        findings: bad.map((one) => ({ message: (0,message/* message */.i)('description.section', one), rule: one.title })),
        next: (0,message/* message */.i)('description.failed.next', { titles: bad.map(one => one.title) }),
    };
}

// EXTERNAL MODULE: ./build/src/facts/diff.js
var diff = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/gates/docs/words.js

/** The context and changed lines of one side. What stands outside the hunks is not seen. */
function visibleLines(file, side) {
    const lineComment = lineComments.get(file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase());
    return (file.hunks ?? []).flatMap(hunk => readHunk(hunk, side, lineComment));
}
const lineComments = new Map([
    ['adoc', /^\/\/(?!\/)/],
    ['asciidoc', /^\/\/(?!\/)/],
    ['rst', /^\.\.(?:$|\s+(?![\w:-]+::|_|\[|\|))/],
]);
function readHunk(hunk, side, lineComment) {
    const start = side === 'new' ? hunk.newStart : hunk.oldStart;
    const unseen = side === 'new' ? 'removed' : 'added';
    const lines = hunk.lines.filter(line => line.kind !== unseen);
    const fromTop = start <= 1;
    const delimiter = fromTop ? frontMatterDelimiter(lines[0]?.text) : null;
    const view = { fence: null, comment: !fromTop && startsInComment(lines), frontMatter: delimiter };
    return lines.map(({ kind, text }, index) => {
        const line = { kind, number: start + index, raw: text };
        if (view.frontMatter !== null) {
            if (index > 0 && text.trimEnd() === view.frontMatter)
                view.frontMatter = null;
            return { ...line, visible: '', code: false };
        }
        // Below the top of the file a fence may be an opening or a closing one, so none is believed.
        const fence = fromTop && !view.comment ? /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] : undefined;
        if (view.fence !== null || fence !== undefined) {
            const closes = view.fence !== null && fence?.startsWith(view.fence) === true;
            const opens = view.fence === null;
            if (opens)
                view.fence = fence ?? null;
            if (closes)
                view.fence = null;
            return { ...line, visible: opens || closes ? '' : text, code: true };
        }
        const rest = withoutComments(text, view.comment);
        view.comment = rest.comment;
        const hidden = metadata.test(rest.text) || linkDefinition.test(rest.text) || lineComment?.test(rest.text) === true;
        return { ...line, visible: hidden ? '' : rest.text, code: false };
    });
}
/** YAML (`---`) or TOML (`+++`) in the first line of the file. */
function frontMatterDelimiter(first) {
    const delimiter = first?.trimEnd();
    return delimiter === '---' || delimiter === '+++' ? delimiter : null;
}
function startsInComment(lines) {
    const text = lines.map(line => line.text).join('\n');
    const end = text.search(commentEnd);
    const start = text.search(commentStart);
    return end >= 0 && (start < 0 || end < start);
}
const commentStart = /<!--|\{\/\*/;
const commentEnd = /-->|\*\/\}/;
/** Cuts HTML and MDX comments out of one line; `comment` says whether one is open before and after it. */
function withoutComments(text, open) {
    let visible = '';
    let rest = text;
    let comment = open;
    for (;;) {
        const mark = (comment ? commentEnd : commentStart).exec(rest);
        if (!comment)
            visible += mark ? rest.slice(0, mark.index) : rest;
        if (!mark)
            return { text: visible, comment };
        rest = rest.slice(mark.index + mark[0].length);
        comment = !comment;
    }
}
/** `date: 2027-01-31`, `Last updated: …`: changes with every edit and tells a reader nothing. */
const metadata = /^[\s>*_#-]*(?:date|last[ _-]?(?:mod(?:ified)?|updated?|edited|changed|reviewed)(?:[ _-](?:at|on))?|lastmod|updated(?:[ _-](?:at|on))?|modified|created(?:[ _-](?:at|on))?|published|更新日期|更新时间|最后更新|修改日期|日期)[*_]*\s*[:：][*_]*[\s\d"':./年月日TZ+-]*$/iu;
const linkDefinition = /^ {0,3}\[[^\]]+\]:\s/;
/** A template's prompt that nobody has filled in. Code, in a block or in backticks, may speak about prompts. */
const isPlaceholder = (line) => !line.code && hasPlaceholder(line.visible.replaceAll(/`+[^`]*`+/g, ' '));

;// CONCATENATED MODULE: ./build/src/gates/docs/substance.js


const hollow = (reason) => ({ kind: 'hollow', reason });
/**
 * Judges what the change adds for a reader. A word is new when the same file did not lose it, and its line was not
 * lost by another document: moving, re-wrapping and re-ordering text adds nothing.
 */
function substance(file, minWords, lost) {
    if (file.status === 'deleted')
        return hollow('deleted');
    if (file.kind === 'symlink' || file.kind === 'submodule')
        return hollow('link');
    if (file.kind === 'binary')
        return hollow('binary');
    if (file.hunks === null)
        return { kind: 'unread' };
    if (file.hunks.length === 0)
        return hollow(withoutHunks(file));
    const after = visibleLines(file, 'new');
    if (isLfsPointer(after))
        return hollow('lfs');
    const added = after.filter(line => line.kind === 'added');
    const removed = removedLines(file);
    if (added.length === 0)
        return hollow('removed');
    const unfinished = openPlaceholders(added, removed);
    if (unfinished.length > 0)
        return { kind: 'hollow', reason: 'placeholder', lines: unfinished };
    const count = newWords(added, removed, lost);
    if (count >= minWords)
        return { kind: 'substantive', words: count };
    if (count > 0)
        return { kind: 'hollow', reason: 'few', words: count, min: minWords };
    return hollow(withoutNewWords(added, removed));
}
/** What moved text is recognised by. */
const lostLines = (documents) => bag(documents.flatMap(removedLines).map(lineKey));
const removedLines = (file) => visibleLines(file, 'old').filter(line => line.kind === 'removed');
function withoutHunks(file) {
    if (file.status === 'renamed' || file.status === 'copied')
        return file.status;
    return file.status === 'added' ? 'empty' : 'mode';
}
const isLfsPointer = (after) => after[0]?.number === 1 && after[0].raw.startsWith('version https://git-lfs.github.com/spec/');
function openPlaceholders(added, removed) {
    const before = new Set(removed.map(line => line.raw.trim()));
    return added.filter(line => isPlaceholder(line) && !before.has(line.raw.trim())).map(line => line.number);
}
function newWords(added, removed, lost) {
    const own = bag(removed.map(lineKey));
    const elsewhere = new Map();
    const cameFromElsewhere = (line) => {
        const key = lineKey(line);
        if (!elsewhere.has(key))
            elsewhere.set(key, (lost.get(key) ?? 0) - (own.get(key) ?? 0));
        return takeOne(elsewhere, key);
    };
    const ownWords = new Map(bag(removed.flatMap(line => words(line.visible))));
    return added
        .filter(line => !cameFromElsewhere(line))
        .flatMap(line => words(line.visible))
        .filter(word => !takeOne(ownWords, word)).length;
}
function withoutNewWords(added, removed) {
    const wordsOf = (text) => added.flatMap(line => words(text(line)));
    if (squeeze(added) === squeeze(removed) || wordsOf(line => line.raw).length === 0)
        return 'whitespace';
    return wordsOf(line => line.visible).length === 0 ? 'invisible' : 'moved';
}
const squeeze = (lines) => lines.map(line => line.raw.replaceAll(/[\s\p{Cf}]+/gu, '')).join('');
const lineKey = (line) => words(line.visible).join(' ');
function bag(keys) {
    const counts = new Map();
    for (const key of keys)
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}
function takeOne(counts, key) {
    const left = counts.get(key) ?? 0;
    if (left > 0)
        counts.set(key, left - 1);
    return left > 0;
}

;// CONCATENATED MODULE: ./build/src/gates/docs.js








const rule = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/)
        .describe('Names the rule in messages.'),
    kind: schemas/* enum */.k5n(['deployment', 'api', 'faq', 'changelog', 'configuration', 'other'])
        .describe('What sort of document is expected; used in messages.')
        .meta({ stricter: 'other' }),
    when: fields/* globs */.gV
        .describe('Files whose change needs a document: added, modified, deleted, renamed, copied, mode or type changed.')
        .meta({ stricter: 'more' }),
    update: fields/* globs */.gV
        .describe('Documents of which at least one must gain new text in the same pull request.')
        .meta({ stricter: 'fewer' }),
    min_words: schemas/* int */.Whr()
        .min(1)
        .max(1000)
        .default(3)
        .describe('New visible words that make an edit count. Chinese, Japanese and Thai text counts by character.')
        .meta({ stricter: 'higher' }),
});
const docs_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(rule)
        .min(1)
        .max(100)
        .superRefine((rules, ctx) => {
        for (const [index, { id }] of rules.entries()) {
            const first = rules.findIndex(other => other.id === id);
            if (first < index)
                (0,fields/* refuse */.TR)(ctx, 'CFG-DUPID', (0,message/* message */.i)('docs.rule.duplicate', { id }), [index, 'id']);
        }
    })
        .describe('Every rule is checked on its own.')
        .meta({ stricter: 'more' }),
    generated: fields/* globs */.gV
        .optional()
        .describe('Documents that a tool writes: their changes never count.')
        .meta({ stricter: 'more' }),
});
/** A change that affects deployment, interface or behaviour updates the right kind of document in the same pull request. */
const docs = (0,gate/* defineGate */.p)({
    id: 'docs',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['changedFiles'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: docs_options.meta({
        description: 'A change that needs a document updates one.',
        examples: [
            { rules: [{ id: 'deploy-guide', kind: 'deployment', when: ['deploy/**'], update: ['docs/deploy/**'] }] },
        ],
    }),
    evaluate: (facts, { rules, generated }) => {
        const files = facts.changedFiles;
        if (files === null) {
            return {
                status: 'unknown',
                summary: (0,message/* message */.i)('docs.files.absent', {}),
                next: (0,message/* message */.i)('docs.files.absent.next', {}),
            };
        }
        if (files.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('docs.empty', {}) };
        const generatedGlobs = generated === undefined ? null : (0,glob/* compileGlobs */.tI)(generated);
        const sorted = files.toSorted(scope/* byPath */.f2);
        return docs_fold(rules.map(each => checkRule(each, sorted, generatedGlobs)));
    },
});
function checkRule(rule, files, generated) {
    const when = (0,glob/* compileGlobs */.tI)(rule.when);
    const update = (0,glob/* compileGlobs */.tI)(rule.update);
    const triggers = files.filter(file => triggersRule(file, when, update));
    if (triggers.length === 0)
        return { status: 'idle', rule };
    const documents = files.filter(file => (0,scope/* inScope */.SB)(update, file));
    const lost = lostLines(documents);
    const judged = documents.map(file => ({ file, verdict: docs_judge(file, lost, rule, update, generated) }));
    for (const { file, verdict } of judged) {
        if (verdict.kind === 'substantive')
            return { status: 'passed', rule, document: file.path, words: verdict.words };
    }
    const unread = judged.find(({ verdict }) => verdict.kind === 'unread');
    if (unread)
        return { status: 'unknown', rule, document: unread.file.path };
    return {
        status: 'failed',
        rule,
        triggers,
        documents: judged.flatMap(({ file, verdict }) => (verdict.kind === 'hollow' ? [{ file, why: verdict }] : [])),
    };
}
/** A path that is itself one of the expected documents asks for no other. */
const triggersRule = (file, when, update) => (0,diff/* changedPaths */.vl)(file).some(path => (0,scope/* matchesPath */.$h)(when, path) && !(0,scope/* matchesPath */.$h)(update, path));
function docs_judge(file, lost, rule, update, generated) {
    if (!(0,scope/* matchesPath */.$h)(update, file.path))
        return { kind: 'hollow', reason: 'renamed' };
    if (generated !== null && (0,scope/* matchesPath */.$h)(generated, file.path))
        return { kind: 'hollow', reason: 'generated' };
    return substance(file, rule.min_words, lost);
}
function docs_fold(results) {
    const failed = results.filter(result => result.status === 'failed');
    const findings = (0,scope/* distinct */.dM)(results.flatMap(ruleFindings));
    if (failed.length > 0) {
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('docs.failed', { rules: failed.map(failedRule), checked: results.length }),
            findings,
            next: (0,message/* message */.i)('docs.failed.next', { fixes: failed.map(fastestFix) }),
        };
    }
    const unread = results.find(result => result.status === 'unknown');
    if (unread) {
        const { document, rule } = unread;
        return {
            status: 'unknown',
            summary: (0,message/* message */.i)('docs.unread', { rule: rule.id, document }),
            next: (0,message/* message */.i)('docs.unread.next', { document }),
        };
    }
    const passed = results.filter(result => result.status === 'passed');
    if (passed.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('docs.idle', { rules: results.length }) };
    const updated = passed.map(result => ({ rule: result.rule.id, document: result.document, words: result.words }));
    return { status: 'passed', summary: (0,message/* message */.i)('docs.passed', { updated }), findings };
}
/** The trigger that is easiest to look at: one with a line, if there is one. */
function mainTrigger(triggers) {
    const places = triggers.map(file => ({ path: file.path, line: (0,diff/* firstChangedLine */.zT)(file) }));
    return places.find(place => place.line !== null) ?? places[0] ?? { path: '', line: null };
}
function failedRule({ rule, triggers }) {
    return { rule: rule.id, kind: rule.kind, ...mainTrigger(triggers) };
}
function ruleFindings(result) {
    const rule = result.rule.id;
    switch (result.status) {
        case 'idle':
            return [{ message: (0,message/* message */.i)('docs.rule.idle', { rule }) }];
        case 'passed':
            return [{ message: (0,message/* message */.i)('docs.rule.passed', { rule, document: result.document, words: result.words }) }];
        case 'unknown':
            return [{ message: (0,message/* message */.i)('docs.unread', { rule, document: result.document }), path: result.document }];
        case 'failed':
            return [triggerFinding(result), ...result.documents.map(hollowFinding)];
        default:
            return result;
    }
}
function triggerFinding(result) {
    const { path, line } = mainTrigger(result.triggers);
    const others = result.triggers.map(file => file.path).filter(other => other !== path);
    const { id, kind } = result.rule;
    return {
        message: (0,message/* message */.i)('docs.rule.failed', { rule: id, kind, path, line, others, update: expected(result.rule) }),
        path,
        ...(line === null ? {} : { line }),
    };
}
function hollowFinding({ file, why }) {
    const { path } = file;
    const line = why.reason === 'placeholder' ? (why.lines[0] ?? null) : (0,diff/* firstChangedLine */.zT)(file);
    return { message: hollowMessage(path, why), path, ...(line === null ? {} : { line }) };
}
function hollowMessage(path, why) {
    if (why.reason === 'placeholder')
        return (0,message/* message */.i)('docs.document.placeholder', { path, lines: why.lines });
    if (why.reason === 'few')
        return (0,message/* message */.i)('docs.document.few', { path, words: why.words, min: why.min });
    return (0,message/* message */.i)('docs.document.hollow', { path, reason: why.reason });
}
const expected = (rule) => rule.update.filter(pattern => !pattern.startsWith('!'));
function fastestFix({ rule, documents }) {
    const extend = documents.flatMap(({ file, why }) => why.reason === 'few' ? [{ fix: 'extend', path: file.path, missing: why.min - why.words }] : []);
    const nearest = extend.toSorted((a, b) => a.missing - b.missing)[0];
    if (nearest)
        return nearest;
    for (const { file, why } of documents) {
        if (why.reason === 'placeholder')
            return { fix: 'fill', path: file.path, lines: why.lines };
    }
    return { fix: 'write', update: expected(rule), min: rule.min_words };
}

// EXTERNAL MODULE: ./build/src/gates/environments.js + 2 modules
var environments = __webpack_require__(924);
// EXTERNAL MODULE: ./build/src/findings/severity.js
var findings_severity = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/gates/findings/options.js
var findings_options = __webpack_require__(183);
;// CONCATENATED MODULE: ./build/src/gates/findings.js





/** Results that are listed; the others are counted. */
const mostListed = 200;
/**
 * What tools found, from SARIF files and from GitHub's own scanners. A file that is missing, empty, of another commit or
 * of a tool that failed never passes; what the run has not measured yet is awaited.
 */
const findings = (0,gate/* defineGate */.p)({
    id: 'findings',
    measuredBy: 'ci',
    restsOn: 'tree',
    needs: ['findings', 'alerts'],
    unread: ({ sarif, alerts }) => [
        ...(sarif.length === 0 ? ['findings'] : []),
        ...(alerts.length === 0 ? ['alerts'] : []),
    ],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: findings_options/* options */.fF.meta({
        description: 'What scanners found, from SARIF files and alerts of GitHub, is not severe.',
        examples: [{ sarif: ['results/*.sarif'], fail_on: 'high', new_only: true }],
    }),
    evaluate(facts, chosen, policy) {
        const measured = chosen.sarif.length === 0 ? null : facts.findings;
        if (chosen.sarif.length > 0) {
            const open = awaited(measured, facts.headSha, chosen);
            if (open !== null)
                return findings_waiting(open);
        }
        const alerts = chosen.alerts.length === 0 ? [] : facts.alerts;
        if (alerts === null)
            return findings_waiting((0,message/* message */.i)('findings.waiting.alerts', { headSha: facts.headSha }));
        return findings_judge(measured, alerts, chosen, policy);
    },
});
/** What is still to come from CI; `null`: everything is there. */
function awaited(measured, headSha, chosen) {
    if (measured === null)
        return (0,message/* message */.i)('findings.waiting.none', { headSha });
    if (measured.headSha !== headSha)
        return (0,message/* message */.i)('findings.waiting.head', { headSha, measuredSha: measured.headSha });
    return measured.scope === (0,findings_options/* findingsScope */.tE)(chosen) ? null : (0,message/* message */.i)('findings.waiting.scope', {});
}
const findings_waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,message/* message */.i)('findings.waiting.next', {}),
});
function findings_judge(measured, alerts, chosen, policy) {
    const seen = [
        ...(measured?.defects ?? []).filter(defect => counts(defect, chosen)).map(defectSeen),
        ...alerts.filter(alert => alertCounts(alert, chosen)).map(alertSeen),
    ].sort(byPlace);
    const isWaived = ({ finding }) => policy.waivers.some(waiver => waiver.match && (0,waive/* covers */.hU)(waiver, finding));
    const { waived = [], counting = [] } = Object.groupBy(seen, each => (isWaived(each) ? 'waived' : 'counting'));
    const omitted = measured === null ? [] : omittedOf(measured, chosen);
    const total = counting.length + omitted.reduce((sum, [, count]) => sum + count, 0);
    const table = measured === null ? {} : { table: findings_tableOf(measured) };
    const said = {
        total,
        severities: bySeverity(counting, omitted),
        failOn: chosen.fail_on,
        newOnly: chosen.new_only ? chosen.basis : null,
        waived: waived.length,
    };
    const listed = [
        ...counting.slice(0, mostListed).map(each => each.finding),
        ...(total > mostListed || omitted.length > 0
            ? [{ message: (0,message/* message */.i)('findings.more', { count: total - Math.min(mostListed, counting.length) }) }]
            : []),
        ...waived.slice(0, mostListed).map(({ finding }) => ({ ...finding, aside: true, waived: true })),
        ...withoutBase(measured, chosen),
    ];
    const problems = measured?.problems ?? [];
    if (problems.length > 0) {
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('findings.unusable', { problems: problems.length, total: said.total, failOn: chosen.fail_on }),
            findings: [...problems.map(problem => ({ message: problem })), ...listed],
            next: (0,message/* message */.i)('findings.unusable.next', {}),
            ...table,
        };
    }
    if (total === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('findings.passed', said), findings: listed, ...table };
    return {
        status: 'failed',
        summary: (0,message/* message */.i)('findings.failed', said),
        findings: listed,
        next: (0,message/* message */.i)('findings.failed.next', {}),
        ...table,
    };
}
/** Whether a result is one that the policy minds, waivers apart. */
function counts(defect, { fail_on, new_only, basis, suppressed }) {
    if (defect.suppressed && suppressed === 'ignore')
        return false;
    if (!(0,findings_severity/* isAtLeast */.du)(defect.severity, fail_on))
        return false;
    if (!new_only)
        return true;
    return basis === 'fingerprint' ? defect.isNew !== false : defect.onChangedLine;
}
const alertCounts = ({ kind, severity, isNew }, chosen) => chosen.alerts.includes(kind) && (0,findings_severity/* isAtLeast */.du)(severity, chosen.fail_on) && !(chosen.new_only && isNew === false);
/** Results that are not listed and count, by severity. Of no single one is known whether a waiver covers it. */
function omittedOf({ omitted, omittedSome }, { fail_on, new_only, basis, suppressed }) {
    const open = !new_only ? omitted : omittedSome[basis === 'fingerprint' ? 'new' : 'changed'];
    return findings_severity/* severities */.gO.flatMap(severity => {
        const count = (open[severity] ?? 0) + (suppressed === 'count' ? (omittedSome.suppressed[severity] ?? 0) : 0);
        return count > 0 && (0,findings_severity/* isAtLeast */.du)(severity, fail_on) ? [[severity, count]] : [];
    });
}
function bySeverity(counting, omitted) {
    return findings_severity/* severities */.gO.flatMap(severity => {
        const left = omitted.find(([which]) => which === severity)?.[1] ?? 0;
        const count = left + counting.filter(each => each.severity === severity).length;
        return count === 0 ? [] : [{ severity, count }];
    });
}
function defectSeen(defect) {
    const { severity, tool, rule, path, line, endLine, isNew, doubts = [] } = defect;
    const [doubt] = doubts;
    return {
        severity,
        isNew,
        finding: {
            message: (0,message/* message */.i)('findings.defect', { severity, tool, rule, said: defect.message, doubts }),
            ...place(path, line, endLine),
            ...(rule === '' ? {} : { rule }),
            ...(tool === '' ? {} : { tool }),
            ...(doubt === undefined ? {} : { code: doubt.code }),
        },
    };
}
const alertSeen = ({ kind, number, tool, rule, severity, path, line, isNew }) => ({
    severity,
    isNew: isNew ?? null,
    finding: {
        message: (0,message/* message */.i)('findings.alert', { kind, number, severity, tool, rule }),
        ...place(path, line, null),
        rule,
        tool,
    },
});
const place = (path, line, endLine) => ({
    ...(path === null ? {} : { path }),
    ...(path === null || line === null ? {} : { line }),
    ...(path === null || endLine === null ? {} : { endLine }),
});
const byPlace = (a, b) => (0,findings_severity/* rankOf */.IQ)(a.severity) - (0,findings_severity/* rankOf */.IQ)(b.severity) ||
    compare(a.finding.path ?? '', b.finding.path ?? '') ||
    (a.finding.line ?? 0) - (b.finding.line ?? 0) ||
    compare(a.finding.rule ?? '', b.finding.rule ?? '');
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** With nothing to compare with, everything counts as new. */
function withoutBase(measured, { new_only, basis }) {
    if (measured === null || !new_only || basis !== 'fingerprint' || measured.comparedWith !== null)
        return [];
    return [{ message: (0,message/* message */.i)('findings.noBase', {}), aside: true }];
}
const findings_tableOf = ({ tools }) => ({
    columns: ['tool', 'runs', ...findings_severity/* severities */.gO, 'suppressed'].map(column => (0,message/* message */.i)('findings.column', { column })),
    rows: tools.map(({ tool, runs, counts: found, suppressed }) => [
        tool,
        ...[runs, ...findings_severity/* severities */.gO.map(severity => found[severity] ?? 0), suppressed].map(count => (0,message/* message */.i)('findings.count', { count })),
    ]),
});

;// CONCATENATED MODULE: ./build/src/gates/review/options.js


const options_rule = schemas/* strictObject */.rej({
    role: fields/* roleName */.S3.describe('Role of the policy whose members are asked.'),
    need: schemas/* enum */.k5n(['requested', 'approved'])
        .describe('`requested`: somebody of the role knows of the pull request. `approved`: they have approved it.')
        .meta({ stricter: ['requested', 'approved'] }),
    count: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .default(1)
        .describe('Different people needed. A requested team counts as all of its people.')
        .meta({ stricter: 'higher' }),
    when: fields/* globs */.gV
        .optional()
        .describe('Files that make the rule apply. Left out: every pull request.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    request: schemas/* enum */.k5n(['auto', 'never'])
        .default('never')
        .describe('`auto`: the App asks members itself, those with the fewest open requests first.')
        .meta({ stricter: 'other' }),
    stale_after_push: schemas/* boolean */.zMY()
        .default(true)
        .describe('An approval counts only for the head at which it was given.')
        .meta({ stricter: [false, true] }),
    allow_bots: schemas/* boolean */.zMY()
        .default(false)
        .describe('Bot accounts that the role names may act for it.')
        .meta({ stricter: [true, false] }),
});
const options_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(options_rule)
        .min(1)
        .max(50)
        .describe('Every rule is checked on its own; all that apply must hold.')
        .meta({ stricter: 'more' }),
});

;// CONCATENATED MODULE: ./build/src/gates/review/standing.js


const standing_ruleApplies = (rule, files) => {
    if (rule.when === undefined)
        return true;
    const when = (0,glob/* compileGlobs */.tI)(rule.when);
    return files.some(file => (0,scope/* inScope */.SB)(when, file));
};
function standing_standingOf(rule, role, facts) {
    const left = leftOut(rule, facts);
    const members = standing_sorted(role.members);
    const known = new Set(members.map(member => member.id));
    const eligible = members.filter(member => !left(member));
    const mayAct = new Set(eligible.map(member => member.id));
    const decisions = latestDecisions(facts.reviews, facts.headSha);
    const approving = decisions.filter(({ state }) => state === 'approved');
    const blocking = decisions.filter(({ state }) => state === 'changes_requested').map(decision => decision.author);
    const current = (decision) => !rule.stale_after_push || decision.commitSha === facts.headSha;
    const fresh = approving.filter(current).map(decision => decision.author);
    const asked = standing_sorted(facts.reviewRequests.flatMap(request => (request.kind === 'user' ? [request.account] : [])));
    const answered = standing_sorted(facts.reviews.flatMap(reviewer));
    const isEligible = (account) => mayAct.has(account.id);
    const isOutside = (account) => !known.has(account.id) && !left(account);
    return {
        eligible,
        excluded: members.filter(left),
        approvals: fresh.filter(isEligible),
        stale: approving
            .filter(decision => !current(decision) && isEligible(decision.author))
            .map(({ author, commitSha }) => ({ account: author, sha: commitSha })),
        blockers: blocking.filter(account => known.has(account.id) && standing_counts(rule, account)),
        asked: asked.filter(isEligible),
        askedTeams: askedTeams(role, facts.reviewRequests),
        answered: answered.filter(isEligible),
        outsiders: {
            approvals: fresh.filter(isOutside),
            blockers: blocking.filter(account => !known.has(account.id) && standing_counts(rule, account)),
            engaged: standing_sorted([...asked, ...answered]).filter(isOutside),
        },
    };
}
/** Ids are decimal numbers of any length. */
const standing_byId = (a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
const standing_sorted = (accounts) => [...new Map(accounts.map(account => [account.id, account])).values()].sort(standing_byId);
/** Commit metadata is written by whoever commits: it can only add people to this set. */
const standing_contributorIds = (commits) => new Set(commits.flatMap(commit => commit.contributors.map(account => account.id)));
const standing_counts = (rule, account) => rule.allow_bots || account.type !== 'Bot';
function leftOut(rule, facts) {
    const contributors = rule.need === 'approved' ? standing_contributorIds(facts.commits) : new Set();
    return account => account.id === facts.author?.id || contributors.has(account.id) || !standing_counts(rule, account);
}
/**
 * Each person's last approval or request for changes, ordered by person. A comment changes nothing; GitHub marks a
 * dismissed review in place, so the person's decision before it holds again. Approving another commit later takes
 * nothing from an approval of this head; without that, dismissing the later one would make the verdict better.
 */
function latestDecisions(reviews, headSha) {
    const latest = new Map();
    for (const { author, state, commitSha } of reviews.toSorted(bySubmission)) {
        if (author === null || (state !== 'approved' && state !== 'changes_requested'))
            continue;
        const before = latest.get(author.id);
        if (state === 'approved' && before?.state === 'approved' && before.commitSha === headSha)
            continue;
        latest.set(author.id, { author, state, commitSha });
    }
    return [...latest.values()].sort((a, b) => standing_byId(a.author, b.author));
}
const bySubmission = (a, b) => {
    const [first, second] = [Date.parse(a.submittedAt), Date.parse(b.submittedAt)];
    return first < second ? -1 : first > second ? 1 : standing_byId(a, b);
};
const reviewer = (review) => review.author !== null && review.state !== 'pending' ? [review.author] : [];
/** A team that could not be read is known by its name in the policy; GitHub says under which name it was asked. */
function askedTeams(role, requests) {
    const ids = new Set(role.teams.map(team => team.id));
    const names = new Set(role.unresolved.map(({ entry }) => entry.replace(/^@/, '').toLowerCase()));
    return requests
        .flatMap(request => (request.kind === 'team' ? [request.team] : []))
        .filter(team => ids.has(team.id) || names.has(team.slug.toLowerCase()))
        .sort(standing_byId);
}

;// CONCATENATED MODULE: ./build/src/gates/review/requests.js

/** GitHub takes no more people and teams on one pull request. */
const maxRequests = 15;
/**
 * Whom to ask for a review under the rules with `request: auto`; empty when nobody is missing, when the pull request is
 * a draft or not open, or when a fact is unknown. Everybody who was asked or has answered fills a place, so that asking
 * twice changes nothing. `load`: open requests by account id, none when missing.
 */
function planReviewRequests(facts, options, load) {
    const rules = options.rules.filter(rule => rule.request === 'auto');
    const read = readFacts(facts, rules);
    if (facts.state !== 'open' || facts.isDraft || read === null)
        return [];
    const planned = [];
    for (const rule of rules) {
        const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined;
        if (role === undefined || !ruleApplies(rule, read.changedFiles))
            continue;
        const reviewRequests = [...read.reviewRequests, ...planned];
        const room = Math.max(0, maxRequests - reviewRequests.length);
        planned.push(...missingRequests(rule, role, { ...read, reviewRequests }, load).slice(0, room));
    }
    return planned;
}
function missingRequests(rule, role, facts, load) {
    // Whoever is behind such a commit could be asked to approve it.
    if (rule.need === 'approved' && facts.commits.some(commit => commit.unattributed.length > 0))
        return [];
    const standing = standingOf(rule, role, facts);
    if (standing.askedTeams.length > 0)
        return [];
    if (role.members.length === 0) {
        const team = role.teams.toSorted(byId)[0];
        return team && standing.outsiders.engaged.length === 0 ? [{ kind: 'team', team }] : [];
    }
    const contributors = contributorIds(facts.commits);
    const engaged = sorted([...standing.asked, ...standing.answered]);
    const taken = new Set(engaged.map(account => account.id));
    const free = standing.eligible.filter(account => account.type === 'User' && !taken.has(account.id) && !contributors.has(account.id));
    const leastLoaded = free.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) || byId(a, b));
    const missing = Math.max(0, rule.count - engaged.length);
    return leastLoaded.slice(0, missing).map((account) => ({ kind: 'user', account }));
}
function readFacts(facts, rules) {
    const { reviews, reviewRequests, commits, changedFiles } = facts;
    const files = rules.some(rule => rule.when !== undefined) ? presentValue(changedFiles) : [];
    const read = {
        reviews: presentValue(reviews),
        reviewRequests: presentValue(reviewRequests),
        commits: presentValue(commits),
    };
    if (read.reviews === null || read.reviewRequests === null || read.commits === null || files === null)
        return null;
    const { author, headSha, isDraft, roles } = facts;
    return {
        author,
        headSha,
        isDraft,
        roles,
        reviews: read.reviews,
        reviewRequests: read.reviewRequests,
        commits: read.commits,
        changedFiles: files,
    };
}
const presentValue = (fact) => (fact.state === 'present' ? fact.value : null);

;// CONCATENATED MODULE: ./build/src/gates/review.js






/** The right people know of the pull request, or have approved its head. */
const review = (0,gate/* defineGate */.p)({
    id: 'review',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['reviews', 'reviewRequests', 'commits', 'changedFiles'],
    unread: ({ rules }) => [
        ...(rules.some(rule => rule.need === 'approved') ? [] : ['commits']),
        ...(rules.some(rule => rule.when !== undefined) ? [] : ['changedFiles']),
    ],
    triggers: [
        'pull_request.opened',
        'pull_request.reopened',
        'pull_request.synchronize',
        'pull_request.edited',
        'pull_request.ready_for_review',
        'pull_request.converted_to_draft',
        'pull_request.review_requested',
        'pull_request.review_request_removed',
        'pull_request_review.submitted',
        'pull_request_review.edited',
        'pull_request_review.dismissed',
    ],
    options: options_options.meta({
        description: 'The right people know, or have approved this head.',
        examples: [{ rules: [{ role: 'implementer', need: 'approved', when: ['deploy/**'] }] }],
    }),
    roles: ({ rules }) => rules.map((rule, index) => ({ role: rule.role, path: ['rules', index, 'role'] })),
    evaluate: (facts, reviewOptions) => {
        const known = review_readFacts(facts, reviewOptions);
        if (known === null) {
            return { status: 'unknown', summary: (0,message/* message */.i)('review.absent', {}), next: (0,message/* message */.i)('review.absent.next', {}) };
        }
        return review_fold(reviewOptions.rules.map(rule => review_checkRule(rule, known)));
    },
});
/** `null`: a fact that these rules read is missing altogether. */
function review_readFacts(facts, { rules }) {
    const { author, headSha, isDraft, roles, reviews, reviewRequests } = facts;
    const commits = rules.some(rule => rule.need === 'approved') ? facts.commits : [];
    const changedFiles = rules.some(rule => rule.when !== undefined) ? facts.changedFiles : [];
    if (reviews === null || reviewRequests === null || commits === null || changedFiles === null)
        return null;
    return { author, headSha, isDraft, roles, reviews, reviewRequests, commits, changedFiles };
}
function review_checkRule(rule, facts) {
    if (!standing_ruleApplies(rule, facts.changedFiles)) {
        return {
            status: 'idle',
            findings: [{ message: (0,message/* message */.i)('review.rule.idle', { role: rule.role, need: rule.need }) }],
        };
    }
    const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined;
    if (role === undefined) {
        const summary = (0,message/* message */.i)('review.role.missing', { role: rule.role });
        return { status: 'unknown', summary, next: (0,message/* message */.i)('review.role.missing.next', { role: rule.role }), findings: [] };
    }
    const standing = standing_standingOf(rule, role, facts);
    return rule.need === 'approved'
        ? checkApproved(rule, role, standing, facts)
        : checkRequested(rule, role, standing, facts);
}
function checkApproved(rule, role, standing, facts) {
    const { approvals, blockers, outsiders } = standing;
    const anonymous = facts.commits.find(commit => commit.unattributed.length > 0);
    if (anonymous) {
        const params = { role: rule.role, sha: anonymous.sha, names: anonymous.unattributed };
        const next = (0,message/* message */.i)('review.unattributed.next', { sha: anonymous.sha });
        return { status: 'unknown', summary: (0,message/* message */.i)('review.unattributed', params), next, findings: [] };
    }
    const tally = { role: rule.role, need: rule.need, have: approvals.length, count: rule.count };
    const incomplete = role.unresolved.length > 0;
    if (!incomplete && standing.eligible.length < rule.count)
        return impossible(tally, standing);
    const findings = approvalFindings(rule, role, standing, facts);
    if (blockers.length > 0)
        return blocked(tally, standing, findings, facts);
    if (approvals.length >= rule.count) {
        // Somebody of the unreadable part may have asked for changes.
        return incomplete && outsiders.blockers.length > 0
            ? unreadable(rule, role)
            : passed(tally, findings, logins(approvals));
    }
    const undecided = outsiders.approvals.length > 0 || standing.eligible.length < rule.count;
    if (incomplete && undecided)
        return unreadable(rule, role);
    return review_waiting(rule, role, standing, tally, findings, facts);
}
function checkRequested(rule, role, standing, facts) {
    const engaged = standing_sorted([...standing.asked, ...standing.answered]);
    const tally = { role: rule.role, need: rule.need, have: engaged.length, count: rule.count };
    const incomplete = role.unresolved.length > 0;
    const onlyTeams = role.members.length === 0 && role.teams.length > 0;
    if (!incomplete && !onlyTeams && standing.eligible.length < rule.count)
        return impossible(tally, standing);
    const findings = unresolvedFindings(rule, role);
    if (standing.blockers.length > 0)
        return blocked(tally, standing, findings, facts);
    const teams = standing.askedTeams.map(team => team.slug);
    const by = [...logins(engaged), ...teams];
    // Somebody of the unreadable part may have asked for changes.
    if (incomplete && standing.outsiders.blockers.length > 0)
        return unreadable(rule, role);
    if (teams.length > 0)
        return passed({ ...tally, have: Math.max(engaged.length, rule.count) }, findings, by);
    if (engaged.length >= rule.count)
        return passed(tally, findings, by);
    const reachable = standing.eligible.length >= rule.count || teamSlugs(role).length > 0;
    if (incomplete && (standing.outsiders.engaged.length > 0 || !reachable))
        return unreadable(rule, role);
    return review_waiting(rule, role, standing, tally, findings, facts);
}
function passed(tally, findings, by) {
    return {
        status: 'passed',
        tally,
        findings: [{ message: (0,message/* message */.i)('review.rule.passed', { ...tally, by }) }, ...findings],
    };
}
/** Nobody could ever act, so waiting would be a lie. */
function impossible(tally, standing) {
    const shortage = { ...tally, eligible: standing.eligible.length, excluded: logins(standing.excluded) };
    return { status: 'failed', tally: shortage, findings: [{ message: (0,message/* message */.i)('review.rule.failed', shortage) }] };
}
function unreadable(rule, role) {
    const entries = unresolvedEntries(role);
    const summary = (0,message/* message */.i)('review.unresolved', { role: rule.role, entries });
    const findings = role.unresolved.map(({ reason }) => ({ message: reason }));
    return { status: 'unknown', summary, next: (0,message/* message */.i)('review.unresolved.next', { role: rule.role }), findings };
}
function blocked(tally, standing, findings, facts) {
    const people = logins(standing.blockers);
    const shortage = { ...tally, blockedBy: people, isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        waitingFor: people.map(login => ({ kind: 'user', login, role: tally.role })),
        steps: [{ step: 'resolve', people }],
        findings: [{ message: (0,message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
    };
}
function review_waiting(rule, role, standing, tally, findings, facts) {
    const shortage = { ...tally, blockedBy: [], isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        ...(facts.isDraft ? untilReady(rule, facts) : nextPeople(rule, role, standing, tally, facts)),
        findings: [{ message: (0,message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
    };
}
/** Nobody is asked to look at a draft. */
const untilReady = (rule, facts) => ({
    waitingFor: [authorOrRole(rule, facts)],
    steps: [{ step: 'ready' }],
});
const authorOrRole = (rule, facts) => facts.author === null ? { kind: 'role', role: rule.role } : { kind: 'author', login: facts.author.login };
function nextPeople(rule, role, standing, tally, facts) {
    const done = rule.need === 'approved' ? standing.approvals : standing.answered;
    const again = rule.need === 'approved' ? standing.stale.map(({ account }) => account) : [];
    const awaited = rule.need === 'approved' ? without(standing.asked, done) : [];
    const people = standing_sorted([...awaited, ...again]);
    const open = rule.need === 'approved' ? tally.have + people.length : tally.have;
    const uncovered = standing.askedTeams.length > 0 ? 0 : Math.max(0, rule.count - open);
    const free = without(standing.eligible, [...done, ...standing.asked, ...people]);
    const ask = {
        step: 'ask',
        role: rule.role,
        count: uncovered,
        people: logins(free),
        teams: teamSlugs(role),
    };
    const asked = [...logins(awaited), ...standing.askedTeams.map(team => team.slug)];
    return {
        waitingFor: [
            ...people.map(({ login }) => ({ kind: 'user', login, role: rule.role })),
            ...standing.askedTeams.map(({ slug }) => ({ kind: 'team', slug, role: rule.role })),
            ...(uncovered > 0 ? [whoAsks(rule, facts)] : []),
        ],
        steps: [
            ...(again.length > 0 ? [{ step: 'again', people: logins(again), headSha: facts.headSha }] : []),
            ...(asked.length > 0 ? [{ step: 'await', people: asked }] : []),
            ...(uncovered > 0 ? [ask] : []),
        ],
    };
}
function without(accounts, others) {
    const ids = new Set(others.map(account => account.id));
    return accounts.filter(account => !ids.has(account.id));
}
/** Who is to be asked is the role; that nobody was asked yet is the author's to mend, unless the App does it. */
const whoAsks = (rule, facts) => rule.need === 'requested' && rule.request === 'never' ? authorOrRole(rule, facts) : { kind: 'role', role: rule.role };
function approvalFindings(rule, role, standing, facts) {
    const stale = standing.stale.map(({ account, sha }) => ({
        message: (0,message/* message */.i)('review.stale', { login: account.login, sha, headSha: facts.headSha }),
    }));
    return [...stale, ...unresolvedFindings(rule, role)];
}
function unresolvedFindings(rule, role) {
    if (role.unresolved.length === 0)
        return [];
    return [
        { message: (0,message/* message */.i)('review.unresolved.part', { role: rule.role, entries: unresolvedEntries(role) }) },
        ...role.unresolved.toSorted((a, b) => (a.entry < b.entry ? -1 : 1)).map(({ reason }) => ({ message: reason })),
    ];
}
const unresolvedEntries = (role) => role.unresolved.map(({ entry }) => entry).sort();
/** Teams of the role that can be asked, readable or not. */
function teamSlugs(role) {
    const unread = unresolvedEntries(role).filter(entry => entry.includes('/'));
    return [...new Set([...role.teams.map(team => team.slug), ...unread.map(entry => entry.replace(/^@/, ''))])].sort();
}
const logins = (accounts) => accounts.map(account => account.login);
/** Worst first: failed, unknown, waiting, passed. */
function review_fold(results) {
    const findings = results.flatMap(result => result.findings);
    const failed = results.filter(result => result.status === 'failed').map(result => result.tally);
    if (failed.length > 0) {
        const missing = failed.map(({ role, eligible, count }) => ({ role, missing: count - eligible }));
        const next = (0,message/* message */.i)('review.failed.next', { roles: missing });
        return { status: 'failed', summary: (0,message/* message */.i)('review.failed', { rules: failed }), findings, next };
    }
    const unclear = results.find(result => result.status === 'unknown');
    if (unclear)
        return { status: 'unknown', summary: unclear.summary, next: unclear.next, findings };
    const open = results.filter(result => result.status === 'waiting');
    if (open.length > 0) {
        const waitingFor = (0,scope/* distinct */.dM)(open.flatMap(result => result.waitingFor));
        const next = (0,message/* message */.i)('review.waiting.next', { steps: (0,scope/* distinct */.dM)(open.flatMap(result => result.steps)) });
        const summary = (0,message/* message */.i)('review.waiting', { rules: open.map(result => result.tally) });
        return { status: 'waiting', summary, waitingFor, next, findings };
    }
    const held = results.filter(result => result.status === 'passed').map(result => result.tally);
    if (held.length === 0)
        return { status: 'passed', summary: (0,message/* message */.i)('review.idle', { rules: results.length }) };
    return { status: 'passed', summary: (0,message/* message */.i)('review.passed', { rules: held }), findings };
}

;// CONCATENATED MODULE: ./build/src/gates/rollout/stages.js

/**
 * The stages of a section: its list items in their order, or one line with arrows
 * (`staging → canary 10 % (24h) → production`). A time in a stage is how long it stays before the next one.
 */
function stagesOf({ items, blocks }) {
    const listed = items.flatMap(split);
    const lines = listed.length > 0 ? listed : blocks.filter(text => arrow.test(text)).flatMap(split);
    return lines.filter(text => words(text).length > 0 && !hasPlaceholder(text)).map(stageOf);
}
const arrow = /→|->|=>|➜|⇒/u;
const split = (text) => text.split(new RegExp(arrow, 'gu')).map(part => part.trim());
const units = [
    [/^(?:m|min|mins|minutes?|分钟|分)$/iu, 60_000],
    [/^(?:h|hrs?|hours?|小时)$/iu, 3_600_000],
    [/^(?:d|days?|天|日)$/iu, 86_400_000],
    [/^(?:w|weeks?|周|星期)$/iu, 604_800_000],
];
function stageOf(text) {
    const percent = /(\d{1,3}(?:\.\d+)?)\s*[%％]/u.exec(text)?.[1];
    const times = [...text.matchAll(/(\d{1,4})\s*([A-Za-z\u4e00-\u9fff]+)/gu)].flatMap(([, count = '', unit = '']) => {
        const found = units.find(([pattern]) => pattern.test(unit));
        return found === undefined ? [] : [Number(count) * found[1]];
    });
    return {
        name: (/^[^\d(（:：,，;；–—]+/u.exec(text)?.[0] ?? text).trim().slice(0, 60),
        percent: percent === undefined ? null : Number(percent),
        bake: times[0] ?? null,
    };
}

;// CONCATENATED MODULE: ./build/src/gates/rollout.js








const rollout_options = schemas/* strictObject */.rej({
    risk: schemas/* array */.YOg(schemas/* enum */.k5n(['low', 'medium', 'high']))
        .min(1)
        .default(['high'])
        .describe('Risks of the deployment impact that ask for a plan.')
        .meta({ stricter: 'more' }),
    min_stages: schemas/* int */.Whr()
        .min(1)
        .max(20)
        .default(2)
        .describe('Stages that the plan must have.')
        .meta({ stricter: 'higher' }),
    bake: fields/* duration */.p0
        .optional()
        .describe('Shortest time before the next stage, e.g. `24h`. Left out: any time that is named.')
        .meta({ title: 'Duration', stricter: 'other' }),
    canary: schemas/* boolean */.zMY()
        .default(false)
        .describe('One stage must take a part of the traffic or of the sites, in percent.')
        .meta({ stricter: [false, true] }),
    rollback: schemas/* strictObject */.rej({
        item: schemas/* string */.YjP()
            .min(1)
            .max(40)
            .optional()
            .describe('Id of the checklist item by which somebody confirms that the rollback was rehearsed.')
            .meta({ stricter: 'other' }),
        check: schemas/* string */.YjP()
            .min(1)
            .max(255)
            .optional()
            .describe('Check run of GitHub Actions that rehearses the rollback.')
            .meta({ stricter: 'other' }),
    })
        .optional()
        .describe('Proof that the rollback was rehearsed. Left out: a ticked task item in the section on the rollback.'),
});
/** A change of high risk goes out in stages, and the way back was rehearsed. */
const rollout = (0,gate/* defineGate */.p)({
    id: 'rollout',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['body', 'linkedIssues', 'checks'],
    unread: ({ rollback }) => (rollback?.check === undefined ? ['checks'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.edited', 'pull_request.synchronize'],
    options: rollout_options.meta({
        description: 'A change of high risk has a staged plan and a rehearsed rollback.',
        examples: [{ risk: ['high'], min_stages: 2, bake: '24h', rollback: { item: 'rollback' } }],
    }),
    evaluate(facts, settings, policy) {
        const { risk } = policy;
        if (risk === 'unknown') {
            return {
                status: 'unknown',
                summary: (0,message/* message */.i)('when.risk.unknown', {}),
                next: (0,message/* message */.i)('report.unknown.next', {}),
            };
        }
        if (!settings.risk.includes(risk))
            return { status: 'skipped', summary: (0,message/* message */.i)('when.risk', { risk, wanted: settings.risk }) };
        const sections = [facts.body ?? '', ...(facts.linkedIssues ?? []).map(issue => issue.body)].flatMap(read/* sectionsOf */.Ks);
        const plan = planProblems(sections, settings);
        const proof = rollbackOf(sections, facts, settings, policy);
        return rollout_fold(plan, proof, facts);
    },
});
const named = (sections, title) => {
    const names = new Set([title, ...aliasesOf(title)].map(read/* titleOf */.Gg));
    return sections.filter(section => names.has(section.title));
};
/** What the plan lacks; the best of several sections decides. */
function planProblems(sections, settings) {
    const plans = named(sections, 'Rollout plan');
    if (plans.length === 0)
        return [{ message: (0,message/* message */.i)('rollout.plan.missing', {}), rule: 'plan' }];
    const judged = plans.map(section => stageProblems(stagesOf(section), settings));
    return judged.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
function stageProblems(stages, { min_stages: least, bake, canary }) {
    const finding = (told) => ({ message: told, rule: 'plan' });
    const shortest = bake === undefined ? 1 : (0,fields/* millisecondsOf */.W$)(bake);
    const baking = stages.slice(0, -1);
    return [
        ...(stages.length < least
            ? [finding((0,message/* message */.i)('rollout.plan.stages', { found: stages.map(stage => stage.name), least }))]
            : []),
        ...baking
            .filter(stage => stage.bake === null)
            .map(stage => finding((0,message/* message */.i)('rollout.plan.noBake', { stage: stage.name, bake: bake ?? null }))),
        ...baking
            .filter(stage => stage.bake !== null && stage.bake < shortest)
            .map(stage => finding((0,message/* message */.i)('rollout.plan.short', { stage: stage.name, bake: bake ?? '' }))),
        ...(canary && !stages.some(stage => stage.percent !== null && stage.percent < 100)
            ? [finding((0,message/* message */.i)('rollout.plan.noCanary', {}))]
            : []),
    ];
}
function rollbackOf(sections, facts, { rollback }, policy) {
    if (rollback?.item !== undefined)
        return byItem(rollback.item, policy);
    if (rollback?.check !== undefined)
        return byCheck(rollback.check, facts);
    const found = named(sections, 'Rollback plan');
    const missing = (told) => ({
        proof: 'missing',
        finding: { message: told, rule: 'rollback' },
    });
    if (found.length === 0)
        return missing((0,message/* message */.i)('rollout.rollback.missing', {}));
    const ticked = found.some(section => section.tasks.some(task => task.checked && words(task.text).length > 0 && !hasPlaceholder(task.text)));
    return ticked ? { proof: 'given' } : missing((0,message/* message */.i)('rollout.rollback.unticked', {}));
}
function byItem(id, { checklists }) {
    const found = checklists().flatMap(checklist => checklist.items.filter(item => item.id === id).map(item => ({ item, waitingFor: checklist.waitingFor })));
    if (found.length > 0 && found.every(({ item }) => item.state.status === 'done'))
        return { proof: 'given' };
    const finding = { message: (0,message/* message */.i)('rollout.rollback.item', { item: id, there: found.length > 0 }), rule: 'rollback' };
    const roles = found.flatMap(({ item }) => item.role === undefined ? [] : [{ kind: 'role', role: item.role }]);
    return found.length > 0 ? { proof: 'awaited', finding, waitingFor: roles } : { proof: 'missing', finding };
}
function byCheck(name, { checks }) {
    const found = (checks ?? []).filter(check => check.kind === 'check' && check.name === name && check.app?.slug === 'github-actions');
    if (found.some(check => check.state === 'passed') && found.every(check => check.state === 'passed'))
        return { proof: 'given' };
    const finding = { message: (0,message/* message */.i)('rollout.rollback.check', { check: name }), rule: 'rollback' };
    const over = found.some(check => check.state !== 'pending');
    return over ? { proof: 'missing', finding } : { proof: 'awaited', finding, waitingFor: [{ kind: 'ci' }] };
}
function rollout_fold(plan, proof, facts) {
    if (plan.length === 0 && proof.proof === 'given')
        return { status: 'passed', summary: (0,message/* message */.i)('rollout.passed', {}) };
    const findings = [...plan, ...(proof.proof === 'given' ? [] : [proof.finding])];
    if (plan.length > 0 || proof.proof === 'missing') {
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('rollout.failed', { plan: plan.length > 0, rollback: proof.proof !== 'given' }),
            findings,
            next: (0,message/* message */.i)('rollout.failed.next', { plan: plan.length > 0 }),
        };
    }
    const author = facts.author === null ? [] : [{ kind: 'author', login: facts.author.login }];
    const waitingFor = proof.proof === 'awaited' && proof.waitingFor.length > 0 ? proof.waitingFor : author;
    return {
        status: 'waiting',
        summary: (0,message/* message */.i)('rollout.waiting', {}),
        waitingFor,
        findings,
        next: (0,message/* message */.i)('rollout.waiting.next', {}),
    };
}

// EXTERNAL MODULE: ./build/src/checklist/ref.js
var ref = __webpack_require__(7536);
// EXTERNAL MODULE: ./build/src/report.js
var report = __webpack_require__(6471);
;// CONCATENATED MODULE: ./build/src/gates/signoffs.js






const signoffs_options = schemas/* strictObject */.rej({
    checklists: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]{0,39}$/))
        .min(1)
        .max(fields/* maxListLength */.VO)
        .optional()
        .describe('Ids of the checklists that must be complete. Left out: all of them.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    from: schemas/* enum */.k5n(['ledger', 'comments'])
        .default('ledger')
        .describe('Where sign-offs are recorded: the ledger of the App, or, for the Action without the App, comments that name the head (`/sign-off rollback --sha abc1234`).')
        .meta({ stricter: ['comments', 'ledger'] }),
});
/** What people must confirm is confirmed: the checklists as a gate. */
const signoffs = (0,gate/* defineGate */.p)({
    id: 'signoffs',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['signOffs'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: signoffs_options.meta({
        description: 'The checklists are complete.',
        examples: [{ from: 'comments' }],
    }),
    checklists: ({ checklists = [] }) => checklists.map((checklist, index) => ({ checklist, path: ['checklists', index] })),
    evaluate(_facts, { checklists: wanted }, policy) {
        const outcomes = policy
            .checklists()
            .filter(({ checklist, status }) => status !== 'skipped' && (wanted === undefined || wanted.includes(checklist)));
        if (outcomes.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('signoffs.none', {}) };
        const items = outcomes.flatMap(outcome => outcome.items);
        const done = items.filter(item => item.state.status === 'done').length;
        const counts = { done, total: items.length };
        const unknown = outcomes.find(outcome => outcome.status === 'unknown');
        if (unknown !== undefined) {
            return { status: 'unknown', summary: unknown.summary, next: (0,message/* message */.i)('report.unknown.next', {}) };
        }
        const open = outcomes.filter(outcome => outcome.status === 'waiting');
        if (open.length === 0)
            return { status: 'passed', summary: (0,message/* message */.i)('signoffs.passed', counts) };
        return {
            status: 'waiting',
            summary: (0,message/* message */.i)('signoffs.waiting', { ...counts, checklists: open.map(one => one.checklist) }),
            waitingFor: (0,report/* distinctActors */.v)(open.flatMap(outcome => outcome.waitingFor)),
            findings: open.flatMap(openItems),
            next: (0,message/* message */.i)('signoffs.waiting.next', {}),
        };
    },
});
const openItems = (outcome) => outcome.items
    .filter(item => item.state.status !== 'done')
    .map(item => ({ message: (0,message/* message */.i)('signoffs.item', { item: (0,ref/* refOf */.H)(item), role: item.role ?? null }), rule: item.id }));

;// CONCATENATED MODULE: ./build/src/gates/size.js






/** What tools write: nobody reads it line by line. */
const lockFiles = [
    '**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb}',
    '**/{Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,composer.lock,Gemfile.lock,go.sum,mix.lock,flake.lock}',
    '**/{packages.lock.json,pubspec.lock,Podfile.lock,gradle.lockfile,Chart.lock,.terraform.lock.hcl}',
];
const limit = schemas/* int */.Whr().min(1).max(1_000_000);
const size_options = schemas/* strictObject */.rej({
    max_lines: limit.optional().describe('Added and removed lines together.').meta({ stricter: 'lower' }),
    max_files: limit.optional().describe('Changed files.').meta({ stricter: 'lower' }),
    exclude: fields/* globs */.gV
        .optional()
        .describe('Files that do not count. Lock files never do.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
});
/** Without a limit of its own the gate asks for what a person can still review. */
const usualLines = 800;
/** Small enough to be read. */
const size = (0,gate/* defineGate */.p)({
    id: 'size',
    measuredBy: 'github',
    restsOn: 'people',
    needs: ['changedFiles'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: size_options.meta({
        description: 'It is small enough to be read.',
        examples: [{ level: 'warn', max_lines: 600, exclude: ['**/testdata/**'] }],
    }),
    evaluate(facts, { max_lines, max_files, exclude = [] }, policy) {
        const all = facts.changedFiles;
        if (all === null) {
            return {
                status: 'unknown',
                summary: (0,message/* message */.i)('docs.files.absent', {}),
                next: (0,message/* message */.i)('docs.files.absent.next', {}),
            };
        }
        const left = (0,glob/* compileGlobs */.tI)([...lockFiles, ...exclude]);
        const files = all.filter(file => !(0,scope/* matchesPath */.$h)(left, file.path));
        const lines = files.reduce((sum, file) => sum + weight(file), 0);
        const maxLines = max_lines ?? (max_files === undefined ? usualLines : null);
        const maxFiles = max_files ?? null;
        const counts = { lines, files: files.length, excluded: all.length - files.length, maxLines, maxFiles };
        const tooMuch = (maxLines !== null && lines > maxLines) || (maxFiles !== null && files.length > maxFiles);
        if (!tooMuch)
            return { status: 'passed', summary: (0,message/* message */.i)('size.passed', counts) };
        return {
            status: 'failed',
            summary: (0,message/* message */.i)('size.failed', counts),
            findings: heaviest(files),
            next: (0,message/* message */.i)('size.failed.next', { parts: partsOf(files, policy) }),
        };
    },
});
const weight = ({ additions, deletions }) => additions + deletions;
const mostNamed = 10;
const heaviest = (files) => files
    .toSorted((a, b) => weight(b) - weight(a) || (0,scope/* byPath */.f2)(a, b))
    .slice(0, mostNamed)
    .map(file => ({
    message: (0,message/* message */.i)('size.file', { additions: file.additions, deletions: file.deletions }),
    path: file.path,
    rule: file.path,
}));
/** Components that are touched, else top folders: where it could be taken apart. Heaviest first, at most five. */
function partsOf(files, { components }) {
    const compiled = Object.entries(components).map(([name, { paths }]) => ({ name, globs: (0,glob/* compileGlobs */.tI)(paths) }));
    const parts = new Map();
    for (const file of files) {
        const own = compiled.find(one => (0,scope/* matchesPath */.$h)(one.globs, file.path))?.name;
        const name = own ?? `${file.path.split('/', 1)[0] ?? ''}${file.path.includes('/') ? '/' : ''}`;
        parts.set(name, (parts.get(name) ?? 0) + weight(file));
    }
    return [...parts]
        .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 5)
        .map(([name, lines]) => ({ name, lines }));
}

;// CONCATENATED MODULE: ./build/src/gates/index.js













/** Every gate, in the order in which reports list them. Adding a gate is one file and one line here. */
const gates = {
    coverage: coverage/* coverage */.v,
    docs: docs,
    review: review,
    findings: findings,
    environments: environments/* environments */.d,
    checks: checks,
    description: description,
    dependencies: dependencies,
    rollout: rollout,
    budgets: budgets,
    size: size,
    conventions: conventions,
    signoffs: signoffs,
};
const gateIds = Object.keys(gates);


/***/ }),

/***/ 2078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ matchesPath),
/* harmony export */   SB: () => (/* binding */ inScope),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   f2: () => (/* binding */ byPath)
/* harmony export */ });
/* harmony import */ var _facts_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6786);

/** Both Unicode spellings of a path are tried: macOS writes `ü` decomposed, most policies are written composed. */
const matchesPath = (globs, path) => globs.matches(path) || globs.matches(path.normalize('NFC')) || globs.matches(path.normalize('NFD'));
/** Whether the change touches a file that the globs name, under its old name or its new one. */
const inScope = (globs, file) => (0,_facts_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .changedPaths */ .vl)(file).some(path => matchesPath(globs, path));
/** By code unit, so that the order depends on no machine's locale. */
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);
/** First of each, in order. */
const distinct = (values) => [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ impactKinds)
/* harmony export */ });
/** What can change for whoever deploys. Definitions, kind by kind: docs/impact.md. */
const impactKinds = [
    'env-var',
    'config-key',
    'migration',
    'port',
    'base-image',
    'container-user',
    'volume',
    'file-permission',
    'helm-value',
    'compose-service',
    'k8s-resource',
    'ansible-var',
    'terraform-var',
    'api-surface',
    'runtime-version',
    'dependency-major',
    'feature-flag',
    'cron',
];


/***/ }),

/***/ 835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ parseMarkdown),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Ks: () => (/* binding */ sectionsOf),
/* harmony export */   jp: () => (/* binding */ maxTasks)
/* harmony export */ });
/* unused harmony export textOf */
/* harmony import */ var mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6855);
/* harmony import */ var mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9952);
/* harmony import */ var micromark_extension_gfm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2297);



/** Longest text that is read; GitHub takes no longer description. In characters. */
const maxLength = 65_536;
/** Most task items of one section. */
const maxTasks = 200;
/** Parses GitHub's Markdown. Total: any text gives a tree. */
const parseMarkdown = (text) => (0,mdast_util_from_markdown__WEBPACK_IMPORTED_MODULE_0__/* .fromMarkdown */ .Y)(text.slice(0, maxLength), { extensions: [(0,micromark_extension_gfm__WEBPACK_IMPORTED_MODULE_1__/* .gfm */ .T)()], mdastExtensions: [(0,mdast_util_gfm__WEBPACK_IMPORTED_MODULE_2__/* .gfmFromMarkdown */ .C)()] });
/** The sections of a description; what stands before the first heading is no section. */
function sectionsOf(text) {
    const blocks = withoutFolded(parseMarkdown(text).children);
    const heads = blocks.flatMap((block, at) => {
        const heading = headingOf(block);
        return heading === null ? [] : [{ at, ...heading }];
    });
    return heads.map(({ at, depth, heading }, index) => {
        const end = heads.slice(index + 1).find(next => next.depth <= depth)?.at ?? blocks.length;
        return sectionOf(heading, depth, blocks.slice(at + 1, end));
    });
}
/** A heading, or a paragraph that is nothing but bold text: templates are often written so. */
function headingOf(block) {
    if (block.type === 'heading')
        return { depth: block.depth, heading: textOf(block) };
    if (block.type !== 'paragraph')
        return null;
    const [only, ...more] = block.children.filter(child => child.type !== 'text' || child.value.trim() !== '');
    return only?.type === 'strong' && more.length === 0 ? { depth: 7, heading: textOf(only) } : null;
}
function sectionOf(heading, depth, blocks) {
    const found = {
        blocks: [],
        items: [],
        tasks: [],
        code: [],
        almost: [],
    };
    for (const block of blocks)
        collect(block, found);
    return {
        heading,
        title: titleOf(heading),
        depth,
        bidi: /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u.test(heading),
        blocks: found.blocks,
        items: found.items,
        tasks: found.tasks,
        code: found.code,
        almostTasks: found.almost,
    };
}
function collect(block, found) {
    switch (block.type) {
        case 'blockquote':
        case 'html':
        case 'definition':
        case 'thematicBreak':
            return;
        case 'code':
            found.code.push(block.value);
            return;
        case 'list':
            for (const item of block.children)
                collectItem(item, found);
            return;
        default: {
            const text = textOf(block);
            if (text !== '' && headingOf(block) === null)
                found.blocks.push(text);
            found.almost.push(...text.split('\n').filter(line => /^\s*(?:[-*+]|\d+[.)])?\s*\[\s*[xX✓✔]?\s*\]/u.test(line)));
        }
    }
}
function collectItem(item, found) {
    const own = item.children.filter(child => child.type !== 'list');
    const text = own
        .filter(child => child.type !== 'blockquote' && child.type !== 'html' && child.type !== 'code')
        .map(textOf)
        .join(' ')
        .trim();
    if (item.checked === true || item.checked === false)
        found.tasks.push({ checked: item.checked, text });
    else if (/^\[\s*[xX✓✔]?\s*\]/u.test(text))
        found.almost.push(text);
    found.items.push(text);
    if (text !== '')
        found.blocks.push(text);
    for (const child of item.children) {
        if (child.type === 'list')
            for (const nested of child.children)
                collectItem(nested, found);
        if (child.type === 'code')
            found.code.push(child.value);
    }
}
/** What a reader sees of a node. */
function textOf(node) {
    switch (node.type) {
        case 'text':
        case 'inlineCode':
            return node.value;
        case 'image':
            return '';
        case 'break':
            return '\n';
        case 'html':
            return '';
        default:
            return 'children' in node ? node.children.map(textOf).join(separatorOf(node)) : '';
    }
}
const separatorOf = (node) => (node.type === 'table' || node.type === 'tableRow' ? ' ' : '');
/** Folded parts (`<details>`) are left out: nobody reads there what everybody must know. */
function withoutFolded(blocks) {
    let open = 0;
    return blocks.filter(block => {
        const wasOpen = open;
        if (block.type === 'html') {
            open += (block.value.match(/<details\b/gi) ?? []).length - (block.value.match(/<\/details\s*>/gi) ?? []).length;
            open = Math.max(0, open);
        }
        return wasOpen === 0 && open === 0;
    });
}
/** Letters and digits in lower case and one width, separated by single spaces: emoji and punctuation make no difference. */
const titleOf = (text) => text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();


/***/ }),

/***/ 2811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qv: () => (/* binding */ formatOfName),
  iK: () => (/* binding */ metricFormatIds),
  bw: () => (/* binding */ metricFormats),
  N$: () => (/* binding */ readValues)
});

// EXTERNAL MODULE: ./build/src/coverage/head.js
var head = __webpack_require__(2832);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/coverage/json.js
var json = __webpack_require__(2384);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
// EXTERNAL MODULE: ./build/src/metrics/path.js
var metrics_path = __webpack_require__(6612);
;// CONCATENATED MODULE: ./build/src/metrics/json.js




/** Keys that are remembered for "did you mean", and how long they may be. */
const keyLimits = { count: 100, length: 60 };
/** Most places of one tokenizer: it tells known keys of one object apart by the bits of a number. */
const mostPaths = 15;
/** Numbers of any JSON document, by path. */
const json_json = {
    id: 'json',
    title: 'JSON',
    check: value => {
        const path = (0,metrics_path/* parsePath */.Rr)(value);
        return path.ok ? undefined : path.error;
    },
    read: (chunks, values) => readJson(chunks, values.map(value => [pathOf(value)])),
};
function pathOf(value) {
    const path = (0,metrics_path/* parsePath */.Rr)(value);
    if (!path.ok)
        throw new TypeError(`path not validated: ${JSON.stringify(value)}`);
    return path.value;
}
/** Each wanted value with the places at which it may stand; the first that is there counts. */
function readJson(chunks, wanted) {
    const searches = wanted.map(paths => paths.map(path => new Search(path)));
    const all = searches.flat();
    const passes = Array.from({ length: Math.ceil(all.length / mostPaths) }, (_, index) => {
        return new Pass(all.slice(index * mostPaths, (index + 1) * mostPaths));
    });
    for (const chunk of chunks)
        for (const pass of passes)
            pass.push(chunk);
    for (const pass of passes)
        pass.end();
    const [problem] = passes.flatMap(pass => pass.problem ?? []);
    return problem === undefined ? (0,result.ok)(searches.map(best)) : (0,result/* err */._)(problem);
}
function best(searches) {
    const found = searches.find(search => search.isThere) ?? searches.toSorted((a, b) => b.reached - a.reached)[0];
    return found?.result() ?? (0,result/* err */._)({ kind: 'missing', path: '', reached: '', found: 'object', near: null });
}
/** Follows one path through the document. */
class Search {
    path;
    /** Parts of the path that are there. */
    reached = 0;
    kind = 'object';
    number = Number.NaN;
    /** Keys beside the one that is not there. */
    keys = [];
    constructor(path) {
        this.path = path;
    }
    get isThere() {
        return this.reached === this.path.length;
    }
    see(depth, json) {
        if (depth < this.reached)
            return;
        if (depth > this.reached)
            this.keys = [];
        this.reached = depth;
        this.kind = json.kind;
        if (this.isThere)
            this.number = json.kind === 'number' ? json.number() + 0 : Number.NaN;
    }
    asksForKeys(depth) {
        return depth === this.reached && this.keys.length < keyLimits.count && typeof this.path[depth] === 'string';
    }
    seeKey(json) {
        const key = json.key();
        if (key.length <= keyLimits.length)
            this.keys.push(key);
    }
    result() {
        if (this.isThere && Number.isFinite(this.number))
            return (0,result.ok)(this.number);
        const path = (0,metrics_path/* writePath */.Jf)(this.path);
        if (this.isThere && this.kind === 'number')
            return (0,result/* err */._)({ kind: 'range', path });
        if (this.isThere)
            return (0,result/* err */._)({ kind: 'type', path, found: this.kind });
        const missing = this.path[this.reached];
        return (0,result/* err */._)({
            kind: 'missing',
            path,
            reached: (0,metrics_path/* writePath */.Jf)(this.path.slice(0, this.reached)),
            found: this.kind,
            near: typeof missing === 'string' ? (0,policy_text/* nearest */.pA)(missing, this.keys) : null,
        });
    }
}
/** One tokenizer and the paths that it follows. */
class Pass {
    json;
    places;
    searches;
    frames = [];
    constructor(searches) {
        this.searches = searches;
        const known = new Map();
        for (const { path } of searches) {
            const parts = path.map(part => (typeof part === 'number' ? '[]' : part));
            for (let length = 0; length <= parts.length; length++) {
                const prefix = parts.slice(0, length);
                known.set(JSON.stringify(prefix), prefix);
                if (typeof path[length] === 'string')
                    known.set(JSON.stringify([...prefix, '*']), [...prefix, '*']);
            }
        }
        this.places = [...known.values()];
        this.json = new json/* JsonTokens */.p(this.places, false, true);
    }
    push(chunk) {
        for (let at = 0; at < chunk.length && !this.json.problem; at += json/* jsonLimits */.h.slice) {
            this.json.feed(chunk.subarray(at, at + json/* jsonLimits */.h.slice));
            this.read();
        }
    }
    /** Space behind the document is none of its own, and lets the tokenizer see where the last token ends. */
    end() {
        this.push(new TextEncoder().encode('   '));
        this.json.finish();
    }
    get problem() {
        return this.json.problem;
    }
    read() {
        for (;;) {
            const token = this.json.next();
            if (token === 'open')
                this.frames.push({ place: this.json.place, index: this.see(), items: 0 });
            else if (token === 'value')
                this.see();
            else if (token === 'close')
                this.frames.pop();
            else
                return;
        }
    }
    /** Tells the searches of a value, and gives its position in the list around it. */
    see() {
        const place = this.places[this.json.place] ?? [];
        const above = this.frames.at(-1);
        const index = place.at(-1) === '[]' && above !== undefined ? above.items++ : -1;
        const isOther = place.at(-1) === '*';
        const depth = isOther ? place.length - 1 : place.length;
        for (const search of this.searches) {
            if (isOther && !search.asksForKeys(depth))
                continue;
            if (!this.leadsTo(search.path, place, depth, index))
                continue;
            if (isOther)
                search.seeKey(this.json);
            else
                search.see(depth, this.json);
        }
        return index;
    }
    leadsTo(path, place, depth, index) {
        for (let at = 0; at < depth; at++) {
            const isLast = at === depth - 1 && index >= 0;
            const there = place[at] === '[]' ? (isLast ? index : this.frames[at + 1]?.index) : place[at];
            if (path[at] !== there)
                return false;
        }
        return true;
    }
}

// EXTERNAL MODULE: ./build/src/coverage/junit.js
var junit = __webpack_require__(1108);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/metrics/junit.js




const counts = ['tests', 'failures', 'errors', 'skipped', 'time'];
const TIME = junit/* junitAttributes */.qr.indexOf('time');
const NAME = junit/* junitAttributes */.qr.indexOf('name');
const mostNames = 100;
/**
 * Counts of a whole file, or of every suite of one name: `tests`, `testsuite["e2e"].time`. Counted from the cases; what
 * a suite claims in its attributes is not looked at. `time` is the sum of the cases, in seconds.
 */
const junit_junit = {
    id: 'junit',
    title: 'JUnit XML',
    check: value => (parse(value) === null ? (0,message/* message */.i)('budgets.junit', { value, counts }) : undefined),
    read: (chunks, values) => {
        const wanted = values.flatMap(value => parse(value) ?? []);
        let handler;
        const problem = (0,junit/* readJUnit */.dN)(chunks, xml => {
            handler = new Suites(xml, wanted);
            return handler;
        });
        return problem === undefined ? (0,result.ok)(handler?.found() ?? []) : (0,result/* err */._)(problem);
    },
};
function parse(value) {
    const match = /^(?:testsuite\[("(?:[^"\\]|\\.)*")\]\.)?([a-z]+)$/.exec(value);
    const count = counts.find(each => each === match?.[2]);
    if (match === null || count === undefined)
        return null;
    try {
        return { suite: match[1] === undefined ? null : JSON.parse(match[1]), count };
    }
    catch {
        return null;
    }
}
class Suites {
    xml;
    scopes;
    names = [];
    constructor(xml, wanted) {
        this.xml = xml;
        const scopes = new Map(wanted.map(({ suite }) => [suite, new Scope(suite)]));
        this.scopes = wanted.map(each => ({ wanted: each, scope: scopes.get(each.suite) ?? new Scope(each.suite) }));
    }
    open(element) {
        const name = (0,junit/* isSuite */.BB)(element) ? this.xml.string(NAME) : null;
        if (name !== null && this.names.length < mostNames && name.length <= 100)
            this.names.push(name);
        const time = (0,junit/* isCase */.fD)(element) ? this.xml.string(TIME) : '';
        for (const scope of new Set(this.scopes.map(each => each.scope)))
            scope.open(element, name, time);
    }
    close(element) {
        for (const scope of new Set(this.scopes.map(each => each.scope)))
            scope.close(element);
    }
    found() {
        return this.scopes.map(({ wanted, scope }) => {
            const value = scope.count(wanted.count);
            if (value !== undefined)
                return (0,result.ok)(value);
            const near = (0,policy_text/* nearest */.pA)(wanted.suite ?? '', this.names);
            if (!scope.isThere)
                return (0,result/* err */._)({ kind: 'suite', suite: wanted.suite ?? '', near });
            return (0,result/* err */._)({ kind: 'time', time: scope.badTime ?? '' });
        });
    }
}
/** The cases within the whole file, or within the suites of one name. */
class Scope {
    isThere;
    badTime;
    suite;
    cases = new junit/* TestCases */.yp();
    /** Elements that are open since a suite of the name. */
    depth = 0;
    /** In billionths of a second, so that adding up has no rounding. */
    time = 0n;
    constructor(suite) {
        this.suite = suite;
        this.isThere = suite === null;
    }
    open(element, name, time) {
        if (this.depth === 0 && this.suite !== null && name !== this.suite)
            return;
        this.isThere = true;
        this.depth++;
        this.cases.open(element);
        if (!(0,junit/* isCase */.fD)(element))
            return;
        const parsed = billionths(time);
        if (parsed === undefined)
            this.badTime ??= time.slice(0, 60);
        else
            this.time += parsed;
    }
    close(element) {
        if (this.depth === 0)
            return;
        this.depth--;
        this.cases.close(element);
    }
    count(count) {
        if (!this.isThere)
            return undefined;
        if (count !== 'time')
            return this.cases.counts[count];
        return this.badTime === undefined ? Number(`${this.time}e-9`) : undefined;
    }
}
/** Seconds as `1.5` or, as Surefire writes them, `1,234.5`. `undefined`: no time; a case without any is no number. */
function billionths(text) {
    const match = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,18}))?(?:[eE]-(\d{1,2}))?$/.exec(text);
    if (match === null)
        return undefined;
    const [, whole = '', fraction = '', exponent = '0'] = match;
    const digits = BigInt(whole.replaceAll(',', '') + fraction);
    const places = fraction.length + Number(exponent);
    return places <= 9 ? digits * 10n ** BigInt(9 - places) : digits / 10n ** BigInt(places - 9);
}

;// CONCATENATED MODULE: ./build/src/metrics/k6.js



/** What k6 computes of a metric; `p95` and `p99.9` stand for `p(95)` and `p(99.9)`. */
const statistic = /^(.+)\.(avg|min|med|max|count|rate|value|passes|fails|p\d{1,2}(?:\.\d{1,4})?)$/;
/**
 * The summary of k6: what `handleSummary` is given (`metrics.<name>.values`), or the older file of `--summary-export`
 * (`metrics.<name>`).
 */
const k6 = {
    id: 'k6',
    title: 'k6 summary',
    check: value => pathsOf(value) === null || value.length > metrics_path/* pathLimits */.MG.length ? (0,message/* message */.i)('budgets.k6', { value }) : undefined,
    read: (chunks, values) => readJson(chunks, values.map(value => pathsOf(value) ?? [])),
};
function pathsOf(value) {
    const match = statistic.exec(value);
    if (match === null)
        return null;
    const [, metric = '', name = ''] = match;
    const key = /^p\d/.test(name) ? `p(${name.slice(1)})` : name;
    return [
        ['metrics', metric, 'values', key],
        ['metrics', metric, key],
    ];
}

;// CONCATENATED MODULE: ./build/src/metrics/lighthouse.js


const categories = new Set(['performance', 'accessibility', 'best-practices', 'seo', 'pwa']);
/**
 * A report of Lighthouse: a category is its score from 0 to 1, any other word the numeric value of the audit of that
 * id, in the audit's own unit.
 */
const lighthouse = {
    id: 'lighthouse',
    title: 'Lighthouse report',
    check: value => (/^[a-z][a-z0-9-]{0,99}$/.test(value) ? undefined : (0,message/* message */.i)('budgets.lighthouse', { value })),
    read: (chunks, values) => readJson(chunks, values.map(value => [lighthouse_pathOf(value)])),
};
const lighthouse_pathOf = (value) => categories.has(value) ? ['categories', value, 'score'] : ['audits', value, 'numericValue'];

// EXTERNAL MODULE: ./build/src/coverage/whole-lines.js
var whole_lines = __webpack_require__(3761);
;// CONCATENATED MODULE: ./build/src/metrics/text.js




const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?$/i;
const longestKey = 300;
const mostKeys = 100;
/**
 * Lines of a key and a number: `p95 512.3`, `p95 = 512.3 ms`, `p95: 512.3`, and the text format of Prometheus
 * (`requests_total{code="200"} 12 1700000000`). The key is what stands before the number, whole and exactly so; behind
 * the number one more word may stand. Empty lines and lines that begin with `#` are passed over.
 */
const text_text = {
    id: 'text',
    title: 'lines of a key and a number',
    check: value => value === value.trim() && !/^#|[=:]$|[\n\r]/.test(value) ? undefined : (0,message/* message */.i)('budgets.text.key', { value }),
    read: readText,
};
function readText(chunks, values) {
    const found = new Map();
    const keys = [];
    const decoder = new TextDecoder();
    const readLine = (line) => {
        const key = values.find(value => isAt(line, value));
        if (key !== undefined)
            found.set(key, found.has(key) ? (0,result/* err */._)({ kind: 'twice', key }) : numberIn(line, key));
        else if (keys.length < mostKeys && line !== '' && !line.startsWith('#'))
            keys.push(line.split(/[\s=:]/, 1)[0] ?? '');
    };
    const lines = new whole_lines/* WholeLines */.d((bytes, start, end) => {
        for (let at = start; at < end;) {
            const stop = bytes.indexOf(0x0a, at);
            readLine(decoder.decode(bytes.subarray(at, stop)).trim());
            at = stop + 1;
        }
    });
    for (const chunk of chunks)
        if (!lines.push(chunk))
            return (0,result/* err */._)({ code: 'RPT-SIZE', message: (0,message/* message */.i)('coverage.fault.long-record', { limit: whole_lines/* longestLine */.N }) });
    lines.finish();
    return (0,result.ok)(values.map((key) => found.get(key) ?? missing(key, keys)));
}
/** The key ends where it ends: `p9` is not in `p95 12`. */
const isAt = (line, key) => line.length <= longestKey * 4 && line.startsWith(key) && /^\s*[=:]|^\s/.test(line.slice(key.length, key.length + 9));
function numberIn(line, key) {
    const [number = '', ...rest] = line
        .slice(key.length)
        .replace(/^\s*[=:]?\s*/, '')
        .split(/\s+/);
    const value = Number(number);
    if (!decimal.test(number) || rest.length > 1)
        return (0,result/* err */._)({ kind: 'line', key, line: line.slice(0, 120) });
    return Number.isFinite(value) ? (0,result.ok)(value + 0) : (0,result/* err */._)({ kind: 'range', path: key });
}
const missing = (key, keys) => (0,result/* err */._)({
    kind: 'key',
    key,
    near: (0,policy_text/* nearest */.pA)(key, keys.filter(other => other !== key)),
});

;// CONCATENATED MODULE: ./build/src/metrics/index.js







/** Every format, in the order of the documentation. Adding one is one file and one line here. */
const metricFormats = { json: json_json, k6: k6, lighthouse: lighthouse, junit: junit_junit, text: text_text };
const metricFormatIds = Object.keys(metricFormats);
/** What a file name says of its format where the policy says nothing: JSON, JUnit, or lines of text. */
const formatOfName = (file) => /\.json$/i.test(file) ? 'json' : /\.xml$/i.test(file) ? 'junit' : 'text';
/** Reads the values of one file in one pass. A page or an archive under the file's name is told as what it is. */
function readValues(chunks, format, values) {
    const iterator = chunks[Symbol.iterator]();
    const { start, refusal } = (0,head/* readHead */.z)(iterator);
    if (refusal)
        return (0,result/* err */._)(refusal);
    return metricFormats[format].read(rejoined(start, iterator), values);
}
function* rejoined(start, rest) {
    yield start;
    for (let next = rest.next(); !next.done; next = rest.next())
        yield next.value;
}


/***/ }),

/***/ 6612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ writePath),
/* harmony export */   MG: () => (/* binding */ pathLimits),
/* harmony export */   Rr: () => (/* binding */ parsePath)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);


const pathLimits = { length: 300, depth: 32 };
/**
 * Where a number stands in a JSON document: `latency.p95`, `runs[0].time`, `values["p(95)"]`. A key without quotes has
 * no `.`, `[`, `]`, `"` or space; one in quotes is written as in JSON.
 */
function parsePath(text) {
    const parts = [];
    const step = /\.?([^.[\]"\s]+)|\[(0|[1-9]\d{0,8})\]|\[("(?:[^"\\]|\\.)*")\]/y;
    while (step.lastIndex < text.length) {
        const at = step.lastIndex;
        const match = step.exec(text);
        const key = match === null ? undefined : keyOf(match);
        const isFirst = parts.length === 0;
        if (key === undefined || (match?.[1] !== undefined && isFirst === text.startsWith('.', at)))
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('budgets.path', { path: text, column: at + 1 }));
        if (key === '__proto__' || key === '*' || key === '[]')
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('budgets.path.key', { path: text, key }));
        parts.push(key);
    }
    if (parts.length === 0)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('budgets.path', { path: text, column: 1 }));
    return parts.length > pathLimits.depth
        ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('budgets.path.depth', { path: text, limit: pathLimits.depth }))
        : (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(parts);
}
function keyOf(match) {
    const [, plain, index, quoted] = match;
    if (plain !== undefined)
        return plain;
    if (index !== undefined)
        return Number(index);
    try {
        return JSON.parse(quoted ?? '');
    }
    catch {
        return undefined;
    }
}
/** As `parsePath` reads it. */
function writePath(path) {
    return path
        .map((key, index) => {
        if (typeof key === 'number')
            return `[${key}]`;
        if (key === '' || /[.[\]"\s]/.test(key))
            return `[${JSON.stringify(key)}]`;
        return index === 0 ? key : `.${key}`;
    })
        .join('');
}


/***/ }),

/***/ 9665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ crossCheck),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _checklist_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4478);
/* harmony import */ var _gates_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2911);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(454);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3620);
/* harmony import */ var _people_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(357);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6683);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5493);








/** What must hold between the parts of a policy. Looks only at parts that are right in themselves. */
function crossCheck(raw, context) {
    const policy = readable(raw);
    return [
        ...foreignTeams(policy, context.owner),
        ...policy.items.flatMap(({ keys, item }) => checkItem(policy, keys, item)),
        ...gateRoles(policy),
        ...gateComponents(policy),
        ...gateChecklists(policy, raw),
        ...environmentParts(policy, raw, context.owner),
        ...duplicateIds(raw, context.lineOf),
        ...strangeLocks(raw),
    ];
}
function readable(raw) {
    const root = asRecord(raw);
    const roles = asRecord(root.roles);
    const roleLists = Object.entries(roles).flatMap(([name, value]) => {
        const list = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).safeParse(value);
        return list.success ? [[name, list.data]] : [];
    });
    const gateValues = _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gateIds */ .G.flatMap(id => {
        const options = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .policySchema */ .wh.shape.gates.unwrap().shape[id].safeParse(asRecord(root.gates)[id]);
        return options.success && options.data !== undefined ? [[id, { ...options.data }]] : [];
    });
    const items = asList(root.checklists).flatMap((list, i) => asList(asRecord(list).items).flatMap((value, j) => {
        const parsed = _checklist_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .checklist */ .D.shape.items.element.safeParse(value);
        return parsed.success ? [{ keys: ['checklists', i, 'items', j], item: parsed.data }] : [];
    }));
    return {
        roleNames: Object.keys(roles),
        componentNames: Object.keys(asRecord(root.components)),
        roles: new Map(roleLists),
        gates: new Map(gateValues),
        gateNames: Object.keys(asRecord(root.gates)),
        items,
    };
}
function strangeLocks(raw) {
    return asList(asRecord(raw).locked).flatMap((text, i) => {
        const problem = typeof text === 'string' ? (0,_locks_js__WEBPACK_IMPORTED_MODULE_2__/* .lockProblem */ .R0)(text) : null;
        return problem === null ? [] : [{ code: 'CFG-LOCKED', message: problem, keys: ['locked', i] }];
    });
}
const asList = (value) => (Array.isArray(value) ? value : []);
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function foreignTeams(policy, owner) {
    return [...policy.roles].flatMap(([name, entries]) => foreignIn(entries, owner, ['roles', name]));
}
function foreignIn(entries, owner, keys) {
    return entries.flatMap((entry, i) => {
        const person = (0,_people_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePerson */ .J)(entry);
        if (person?.kind !== 'team' || person.owner.toLowerCase() === owner.toLowerCase())
            return [];
        return [{ code: 'CFG-ORG', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.org', { got: entry, owner }), keys: [...keys, i] }];
    });
}
function checkItem(policy, keys, item) {
    const { id, role, evidence, count } = item;
    if (role === undefined && evidence === undefined)
        return [{ code: 'CFG-SIGNER', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.signer.none', { item: id }), keys }];
    if (role !== undefined && evidence !== undefined)
        return [{ code: 'CFG-SIGNER', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.signer.both', { item: id }), keys }];
    if (role === undefined)
        return checkEvidence(policy, evidence ?? '', [...keys, 'evidence']);
    return checkRole(policy, { role, keys: [...keys, 'role'], count, countKeys: [...keys, 'count'] });
}
function checkEvidence(policy, evidence, keys) {
    const gate = evidence.replace(/^gates\./, '');
    const id = _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gateIds */ .G.find(known => known === gate);
    if (id === undefined) {
        const params = { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(gate), known: [..._gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gateIds */ .G], suggestion: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .pA)(gate, _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gateIds */ .G) };
        return [{ code: 'CFG-EVIDENCE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.evidence.unknown', params), keys }];
    }
    if (_gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gates */ .V[id].id === 'signoffs')
        return [{ code: 'CFG-EVIDENCE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.evidence.circle', { gate: id }), keys }];
    const on = policy.gates.has(id) ? policy.gates.get(id)?.level !== 'off' : policy.gateNames.includes(id);
    if (on)
        return [];
    return [{ code: 'CFG-EVIDENCE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.evidence.off', { gate: id }), keys }];
}
function checkRole(policy, use) {
    if (!policy.roleNames.includes(use.role)) {
        const known = policy.roleNames.map(_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK);
        const params = { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(use.role), known, suggestion: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .pA)(use.role, policy.roleNames) };
        return [{ code: 'CFG-ROLE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.role.unknown', params), keys: use.keys }];
    }
    const people = policy.roles.get(use.role)?.map(_people_js__WEBPACK_IMPORTED_MODULE_5__/* .parsePerson */ .J);
    if (people === undefined || people.some(person => person?.kind !== 'user'))
        return [];
    const members = new Set(people.map(person => (person?.kind === 'user' ? person.login.toLowerCase() : ''))).size;
    if (members === 0 || use.count <= members)
        return [];
    const params = { role: use.role, count: use.count, members };
    return [{ code: 'CFG-IMPOSSIBLE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.impossible', params), keys: use.countKeys }];
}
function gateRoles(policy) {
    return [...policy.gates].flatMap(([id, options]) => {
        // The registry pairs each gate with its own options; a lookup by id forgets that.
        const gate = _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gates */ .V[id];
        return (gate.roles?.(options) ?? []).flatMap(({ role, path }) => {
            const parent = path.slice(0, -1);
            const count = asRecord(valueAt(options, parent)).count;
            const at = ['gates', id];
            return checkRole(policy, {
                role,
                keys: [...at, ...path],
                count: typeof count === 'number' ? count : 0,
                countKeys: [...at, ...parent, 'count'],
            });
        });
    });
}
function gateComponents(policy) {
    return [...policy.gates].flatMap(([id, options]) => {
        const gate = _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gates */ .V[id];
        return (gate.components?.(options) ?? []).flatMap(({ component, path }) => {
            if (policy.componentNames.includes(component))
                return [];
            const known = policy.componentNames.map(_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK);
            const params = { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(component), known, suggestion: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .pA)(component, policy.componentNames) };
            return [
                { code: 'CFG-COMPONENT', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.component.unknown', params), keys: ['gates', id, ...path] },
            ];
        });
    });
}
/** A checklist that a gate names must be there, else the gate would wait for nobody. */
function gateChecklists(policy, raw) {
    const known = namesOf(asRecord(raw).checklists);
    return [...policy.gates].flatMap(([id, options]) => {
        const gate = _gates_index_js__WEBPACK_IMPORTED_MODULE_1__/* .gates */ .V[id];
        return (gate.checklists?.(options) ?? []).flatMap(({ checklist: named, path }) => noChecklist(named, known, ['gates', id, ...path]));
    });
}
function noChecklist(got, known, keys) {
    if (known.includes(got))
        return [];
    const params = { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(got), known: known.map(_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK), suggestion: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .pA)(got, known) };
    return [{ code: 'CFG-CHECKLIST', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.checklist.unknown', params), keys }];
}
/** One that asks nobody would let everything through. */
function offChecklist(raw, got, keys) {
    const isOff = asList(asRecord(raw).checklists).some(list => asRecord(list).id === got && asRecord(list).level === 'off');
    return isOff ? [{ code: 'CFG-CHECKLIST', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.checklist.off', { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(got) }), keys }] : [];
}
/** Ids of the entries of a list. */
const namesOf = (list) => asList(list).flatMap(entry => {
    const { id } = asRecord(entry);
    return typeof id === 'string' ? [id] : [];
});
/** Checklists and roles that an environment names must be there, and their people of the owner. */
function environmentParts(policy, raw, owner) {
    const ids = namesOf(asRecord(raw).checklists);
    return Object.entries(asRecord(asRecord(raw).environments)).flatMap(([name, value]) => {
        const { requires, roles } = asRecord(value);
        const keys = ['environments', name];
        return [
            ...asList(requires).flatMap((named, i) => typeof named === 'string'
                ? [
                    ...noChecklist(named, ids, [...keys, 'requires', i]),
                    ...offChecklist(raw, named, [...keys, 'requires', i]),
                ]
                : []),
            ...Object.entries(asRecord(roles)).flatMap(([role, entries]) => {
                const at = [...keys, 'roles', role];
                const people = asList(entries).filter(entry => typeof entry === 'string');
                return [...checkRole(policy, { role, keys: at, count: 0, countKeys: at }), ...foreignIn(people, owner, at)];
            }),
        ];
    });
}
/** The value at a key path; `undefined` where there is none. */
function valueAt(raw, keys) {
    let value = raw;
    for (const key of keys) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}
/** Within one list of a gate (by `id`, else by `name`), over all checklists, and over all their items. */
function duplicateIds(raw, lineOf) {
    const lists = asRecord(raw).checklists;
    const checklistIds = named(lists, ['checklists']);
    const itemIds = asList(lists).flatMap((list, i) => named(asRecord(list).items, ['checklists', i, 'items']));
    const gateLists = Object.entries(asRecord(asRecord(raw).gates)).flatMap(([gate, options]) => Object.entries(asRecord(options)).map(([key, value]) => named(value, ['gates', gate, key])));
    return [checklistIds, itemIds, ...gateLists].flatMap(group => repeated(group, lineOf));
}
function named(list, keys) {
    return asList(list).flatMap((entry, i) => {
        const key = Object.hasOwn(asRecord(entry), 'id') ? 'id' : 'name';
        const id = asRecord(entry)[key];
        return typeof id === 'string' ? [{ id, keys: [...keys, i, key] }] : [];
    });
}
function repeated(group, lineOf) {
    const first = new Map();
    return group.flatMap((entry) => {
        const earlier = first.get(entry.id);
        if (earlier === undefined) {
            first.set(entry.id, entry);
            return [];
        }
        const params = { id: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .visible */ .RK)(entry.id), first: lineOf(earlier.keys), second: lineOf(entry.keys) };
        return [{ code: 'CFG-DUPID', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_6__/* .message */ .i)('policy.id.twice', params), keys: entry.keys }];
    });
}


/***/ }),

/***/ 2792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);
/* harmony import */ var _search_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7502);



/** UTF-8 bytes to text with `\n` line ends and without byte order mark. */
function decode(bytes) {
    const refused = (code, what, before = '') => (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)({ code, message: what, offset: before.length, before });
    if (bytes.length > _search_js__WEBPACK_IMPORTED_MODULE_1__/* .maxPolicySize */ .cM)
        return refused('CFG-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.size', { bytes: bytes.length, limit: _search_js__WEBPACK_IMPORTED_MODULE_1__/* .maxPolicySize */ .cM }));
    const encoding = otherEncoding(bytes);
    if (encoding)
        return refused('CFG-ENCODING', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.encoding', { encoding }));
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = brokenByte(bytes);
    if (broken >= 0)
        return refused('CFG-ENCODING', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.encoding.byte', { offset: broken, byte: bytes[broken] ?? 0 }));
    if (text.startsWith('version https://git-lfs.github.com/spec/'))
        return refused('CFG-FILE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.file', { kind: 'lfs' }));
    const lines = text.replace(/\r\n?/g, '\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what YAML forbids.
    const control = /[\0-\x08\x0b-\x1f\x7f]/.exec(lines);
    if (control)
        return refused('CFG-SYNTAX', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.control', { codePoint: control[0].charCodeAt(0) }), lines.slice(0, control.index));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(lines);
}
function otherEncoding(bytes) {
    const [a, b, c, d] = bytes;
    if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 3))
        return 'UTF-16LE';
    if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0 && bytes.length > 3))
        return 'UTF-16BE';
    return undefined;
}
/** Offset of the first byte that is not UTF-8, or -1: where decoding and encoding again gives something else. */
function brokenByte(bytes) {
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    let at = again.findIndex((byte, i) => byte !== bytes[i]);
    if (at < 0)
        return -1;
    while (((again[at] ?? 0) & 0xc0) === 0x80)
        at--;
    return at;
}


/***/ }),

/***/ 7776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ defaultPolicy)
/* harmony export */ });
/* unused harmony export defaultPolicyInput */
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6683);

/** As somebody would write it; `init` and the docs show this one. */
const defaultPolicyInput = {
    version: 1,
    gates: {
        coverage: { level: 'warn', project: { min: 80 }, patch: { min: 80 } },
        docs: {
            level: 'warn',
            rules: [
                {
                    id: 'deployment',
                    kind: 'deployment',
                    when: [
                        '**/{Dockerfile,Containerfile}*',
                        '**/{docker-compose,compose}*.{yml,yaml}',
                        '**/{Chart,values}.yaml',
                        '{deploy,deployment,helm,charts,k8s,kubernetes,kustomize,ansible,terraform}/**',
                        '**/migrations/**',
                        '**/.env.example',
                    ],
                    update: [
                        'docs/**',
                        'doc/**',
                        '**/{README,INSTALL,DEPLOY,DEPLOYMENT,UPGRADING,MIGRATION,CHANGELOG}*.{md,rst,adoc,txt}',
                    ],
                },
            ],
        },
    },
};
/** The policy of a repository that has none: it tells, and blocks nothing. */
const defaultPolicy = _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .policySchema */ .wh.parse(defaultPolicyInput);


/***/ }),

/***/ 1465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   dM: () => (/* binding */ shownKey),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   wR: () => (/* binding */ diffPolicies)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6683);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5493);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5387);




/** What a file change means for the verdict, default values filled in, weaker changes first. `null`: no policy. */
function diffPolicies(before, after) {
    if (isProblems(after))
        return [whole('other', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.broken', { count: after.length }))];
    if (before === null)
        return after === null ? [] : [whole('other', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.created', {}))];
    if (after === null)
        return [whole('weaker', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.deleted', {}))];
    return differences(before, after)
        .map(change)
        .sort((a, b) => rank[a.direction] - rank[b.direction]);
}
/** Where two policies differ, in the order of their keys. They need not be right, only have their defaults filled in. */
const differences = (before, after) => compare({ keys: [], schema: _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .policySchema */ .wh }, before, after);
const rank = { weaker: 0, other: 1, stronger: 2 };
const isProblems = (value) => Array.isArray(value);
const whole = (direction, what) => ({
    keyPath: '',
    from: null,
    to: null,
    direction,
    message: what,
});
const under = ({ keys, schema }, key) => ({
    keys: [...keys, key],
    schema: (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .childOf */ .GG)((0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .unwrap */ .oA)(schema), key),
});
function compare(at, from, to) {
    if (sameValue(from, to))
        return [];
    if (isRecord(from) && isRecord(to)) {
        const names = new Set([...Object.keys(from), ...Object.keys(to)]);
        return [...names].flatMap(name => compare(under(at, name), from[name], to[name]));
    }
    if (Array.isArray(from) && Array.isArray(to))
        return compareLists(at, from, to);
    if (at.keys.length === 2 && at.keys[0] === 'roles')
        return compareLists(at, asList(from), asList(to));
    return [{ keys: at.keys, from, to, direction: direction(at, from, to) }];
}
function compareLists(at, from, to) {
    return [...from, ...to].some(isRecord) ? compareRecords(at, from, to) : compareValues(at, from, to);
}
/** Lists of patterns and people: what was added, what was removed. */
function compareValues(at, from, to) {
    const { keys } = at;
    const removed = from.filter(entry => !to.includes(entry));
    const added = to.filter(entry => !from.includes(entry));
    const kept = (list, other) => list.filter(entry => other.includes(entry));
    const ordered = [...from, ...to].some(entry => typeof entry === 'string' && entry.startsWith('!'));
    const moved = ordered && !sameValue(kept(from, to), kept(to, from));
    return [
        ...removed.map(entry => ({ keys, from: entry, to: undefined, direction: opposite(addition(at, entry)) })),
        ...added.map(entry => ({ keys, from: undefined, to: entry, direction: addition(at, entry) })),
        ...(moved ? [{ keys, from, to, direction: 'other', moved: true }] : []),
    ];
}
/** Entries with an id are the same entry wherever they stand; others are compared in order once equal ones are gone. */
function compareRecords(at, from, to) {
    const pair = (key, before, after) => {
        const entry = under(at, key);
        const only = (direction) => [{ keys: entry.keys, from: before, to: after, direction }];
        if (before === undefined && after !== undefined)
            return only(unlessOff(after, addition(at, after)));
        if (after === undefined && before !== undefined)
            return only(unlessOff(before, opposite(addition(at, before))));
        return compare(entry, before, after);
    };
    const ids = new Set([...from, ...to].map(idOf));
    if (!ids.has(undefined))
        return [...ids].flatMap(id => pair(String(id), from.find(hasId(id)), to.find(hasId(id))));
    const left = from.filter(entry => !to.some(other => sameValue(entry, other)));
    const right = to.filter(entry => !from.some(other => sameValue(entry, other)));
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
        const index = left[i] === undefined ? to.indexOf(right[i]) : from.indexOf(left[i]);
        return pair(index, left[i], right[i]);
    }).flat();
}
const idOf = (entry) => (isRecord(entry) ? (entry.id ?? entry.name) : undefined);
const hasId = (id) => (entry) => idOf(entry) === id;
function change({ keys, from, to, direction, moved }) {
    const shown = { from: show(from), to: show(to) };
    const key = shownKey(keys);
    const what = moved
        ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.order', { key })
        : shown.from !== null && shown.to !== null
            ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change', { key, from: shown.from, to: shown.to })
            : shown.to !== null
                ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.added', { key, value: isRecord(to) ? null : shown.to })
                : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.change.removed', { key, value: isRecord(from) ? null : shown.from });
    return { keyPath: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .keyPath */ .Dw)(keys), ...shown, direction, message: what };
}
/** People speak of `coverage.project.min`. */
const shownKey = (keys) => (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .keyPath */ .Dw)(keys[0] === 'gates' && keys.length > 1 ? keys.slice(1) : keys);
/** In one line, at most 200 characters; `null` for nothing. */
const show = (value) => {
    if (value === undefined)
        return null;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(typeof value === 'string' ? value : JSON.stringify(value));
};
/** What an entry that is added to the list does. */
function addition({ schema }, entry) {
    const { stricter } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .strictnessOf */ .s_)(schema);
    const added = stricter === 'more' ? 'stronger' : stricter === 'fewer' ? 'weaker' : 'other';
    return typeof entry === 'string' && entry.startsWith('!') ? opposite(added) : added;
}
function opposite(towards) {
    if (towards === 'other')
        return 'other';
    return towards === 'weaker' ? 'stronger' : 'weaker';
}
function direction(at, from, to) {
    if (from === undefined)
        return presence(at, to);
    if (to === undefined)
        return opposite(presence(at, from));
    const { stricter } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .strictnessOf */ .s_)(at.schema);
    if (typeof from === 'number' && typeof to === 'number') {
        if (stricter !== 'higher' && stricter !== 'lower')
            return 'other';
        return to > from === (stricter === 'higher') ? 'stronger' : 'weaker';
    }
    if (!Array.isArray(stricter) || !stricter.includes(from) || !stricter.includes(to))
        return 'other';
    return stricter.indexOf(to) > stricter.indexOf(from) ? 'stronger' : 'weaker';
}
/** What it does that the key is there at all. */
function presence({ schema }, value) {
    const { stricter, presence: said } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_2__/* .strictnessOf */ .s_)(schema);
    if (said === 'weaker')
        return 'weaker';
    const directed = stricter !== undefined && stricter !== 'fewer' && stricter !== 'other';
    if (said === 'other' || (said === undefined && !directed && !isRecord(value)))
        return 'other';
    return unlessOff(value, 'stronger');
}
/** What is switched off changes nothing by being there. */
const unlessOff = (value, towards) => isRecord(value) && value.level === 'off' ? 'other' : towards;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value) => (Array.isArray(value) ? value : []);
function sameValue(a, b) {
    if (Array.isArray(a) && Array.isArray(b))
        return a.length === b.length && a.every((entry, i) => sameValue(entry, b[i]));
    if (!isRecord(a) || !isRecord(b))
        return a === b;
    const names = Object.keys(a);
    return (names.length === Object.keys(b).length && names.every(name => Object.hasOwn(b, name) && sameValue(a[name], b[name])));
}


/***/ }),

/***/ 7311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ locale),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Rc: () => (/* binding */ level),
/* harmony export */   S3: () => (/* binding */ roleName),
/* harmony export */   TI: () => (/* binding */ glob),
/* harmony export */   TQ: () => (/* binding */ componentName),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   VO: () => (/* binding */ maxListLength),
/* harmony export */   W$: () => (/* binding */ millisecondsOf),
/* harmony export */   gV: () => (/* binding */ globs),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7183);
/* harmony import */ var _locales_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(368);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(454);




/** Most entries of one list or mapping. */
const maxListLength = 200;
/** Reports a problem in our own words from inside a zod check; `src/policy/parse.ts` gives it its place. */
function refuse(ctx, code, problem, path = []) {
    ctx.addIssue({ code: 'custom', message: code, path: [...path], params: { code, problem } });
}
const globPattern = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .min(1)
    .superRefine((pattern, ctx) => {
    const problem = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .checkGlob */ .pY)(pattern);
    if (problem)
        refuse(ctx, problem.code, problem.message);
})
    .meta({
    title: 'Glob',
    description: 'A path pattern with `*`, `?`, `[…]`, `{a,b}` and `**`; relative to the repository root.',
});
/** Patterns for `compileGlobs`. `!x` takes away from the entries before it, the last match wins. */
const globs = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(globPattern)
    .min(1)
    .max(maxListLength)
    .superRefine((patterns, ctx) => {
    if (patterns[0]?.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('glob.negation', { pattern: patterns[0], column: 1 }), [0]);
});
/** One pattern; no negation. */
const glob = globPattern.superRefine((pattern, ctx) => {
    if (pattern.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)('glob.negation', { pattern, column: 1 }));
});
/** Finite, 0 to 100 inclusive. That it is written as a plain decimal number is seen on the YAML source. */
const percent = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().min(0).max(100);
/** `36h` or `14d`. */
const duration = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[1-9]\d{0,3}[hd]$/);
/** Milliseconds of a `duration`. */
const millisecondsOf = (text) => Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1) * 3_600_000;
/** Key of `roles`; named in checklists, gates and comments. */
const roleName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** An environment of GitHub; named in items and under `environments`. */
const environmentName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/, {
    error: 'the name of an environment: letters, digits, ".", "_", "/" and "-", at most 100 characters',
});
/** Key of `components`; named in gates. */
const componentName = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i);
const level = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['block', 'warn', 'info', 'off'])
    .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.')
    .meta({ stricter: ['off', 'info', 'warn', 'block'] });
const locale = zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_locales_index_js__WEBPACK_IMPORTED_MODULE_1__/* .localeTags */ .iz).meta({ stricter: 'other' });


/***/ }),

/***/ 8734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   Qm: () => (/* binding */ versionMessage),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2857);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _cross_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9665);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5493);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5387);





/** Zod's issues in our words. Each has at least one problem, so that nothing wrong is lost. */
function problemsOf(issues, schema, raw) {
    return issues.flatMap(issue => problemsOfIssue(issue, schema, raw));
}
function problemsOfIssue(issue, schema, raw) {
    const keys = issue.path;
    const input = (0,_cross_check_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(raw, keys);
    const one = (code, what) => [{ code, message: what, keys }];
    if (issue.code === 'custom')
        return one(...customProblem(issue));
    if (input === undefined && issue.code !== 'unrecognized_keys' && keys.length > 0)
        return one('CFG-REQUIRED', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.required', { key: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(keys.at(-1))) }));
    if (keys.length === 1 && keys[0] === 'version')
        return one('CFG-VERSION', versionMessage(describe(input)));
    switch (issue.code) {
        case 'invalid_type':
            return one(...typeProblem(issue.expected, input, (0,_walk_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaAt */ .lv)(schema, keys)));
        case 'invalid_union':
            return unionProblems(issue, schema, raw);
        case 'unrecognized_keys':
            return issue.keys.map(key => unknownKey(key, keys, knownKeys((0,_walk_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaAt */ .lv)(schema, keys))));
        case 'invalid_key':
            return one('CFG-ID', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.id', { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(keys.at(-1))) }));
        case 'invalid_value':
            return one('CFG-ENUM', enumMessage(issue.values.map(String), input));
        case 'invalid_format':
            return one(...formatProblem(issue, input, keys));
        case 'too_small':
        case 'too_big':
            return one(...sizeProblem(issue, input, keys, (0,_walk_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaAt */ .lv)(schema, keys)));
        default:
            return one('CFG-TYPE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.invalid', { detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(issue.message) }));
    }
}
function customProblem(issue) {
    const params = issue.params;
    return params
        ? [params.code, params.problem]
        : ['CFG-TYPE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.invalid', { detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(issue.message) })];
}
/** A value of the file, for a message. */
function describe(value) {
    if (value === null || value === undefined)
        return { kind: 'nothing' };
    if (Array.isArray(value))
        return { kind: 'list' };
    if (typeof value === 'object')
        return { kind: 'mapping' };
    const kind = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'text';
    return { kind: kind, value: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(value)) };
}
const versionMessage = (got) => (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.version', { got, supported: [1] });
const expectedKinds = {
    string: 'text',
    template_literal: 'text',
    number: 'number',
    int: 'integer',
    boolean: 'boolean',
    array: 'list',
    object: 'mapping',
    record: 'mapping',
};
function typeProblem(expected, input, schema) {
    if (typeof input === 'number' && (expected === 'number' || expected === 'int'))
        return ['CFG-RANGE', rangeMessage(input, schema)];
    const kind = expectedKinds[expected] ?? 'text';
    if (kind === 'list' && input === '')
        return ['CFG-EMPTY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.empty.list', {})];
    return ['CFG-TYPE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.type', { got: describe(input), expected: kind, hint: hintFor(kind, input) })];
}
/** What was probably meant, as it would be written. */
function hintFor(expected, input) {
    if (expected === 'list' && (typeof input === 'string' || typeof input === 'number'))
        return `[${JSON.stringify((0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(input)))}]`;
    if (expected === 'text' && (typeof input === 'number' || typeof input === 'boolean'))
        return JSON.stringify(String(input));
    if (typeof input !== 'string')
        return null;
    const word = input.trim().toLowerCase();
    if (expected === 'number' || expected === 'integer')
        return /^(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)\s*%?$/.exec(word)?.[1] ?? null;
    if (expected !== 'boolean')
        return null;
    if (['yes', 'on', 'true', 'y'].includes(word))
        return 'true';
    return ['no', 'off', 'false', 'n'].includes(word) ? 'false' : null;
}
function rangeMessage(input, schema) {
    const number = schema instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodNumber */ .rSt ? schema : undefined;
    const integer = number?.format === 'safeint' || number?.format === 'int32';
    const bound = (value) => value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
    const params = { got: String(input), min: bound(number?.minValue), max: bound(number?.maxValue), integer };
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.range', params);
}
function sizeProblem(issue, input, keys, schema) {
    if (typeof input === 'number')
        return ['CFG-RANGE', rangeMessage(input, schema)];
    const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const size = typeof input === 'string' ? input.length : Array.isArray(input) ? input.length : 0;
    if (issue.code === 'too_big')
        return [
            'CFG-SIZE',
            typeof input === 'string'
                ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.length', { length: size, limit })
                : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.entries', { count: size, limit }),
        ];
    if (typeof input === 'string')
        return ['CFG-EMPTY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.empty.text', {})];
    const role = keys.length === 2 && keys[0] === 'roles' ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(keys[1])) : null;
    return ['CFG-EMPTY', role === null ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.empty.list', {}) : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.empty.role', { role })];
}
function formatProblem(issue, input, keys) {
    const got = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(String(input));
    if (keys.at(-1) === 'evidence')
        return ['CFG-EVIDENCE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.evidence.form', { got })];
    if (issue.pattern === String(/^[a-z][a-z0-9-]{0,39}$/))
        return ['CFG-ID', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.id', { got })];
    return ['CFG-TYPE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.format', { got, pattern: issue.pattern ?? issue.format })];
}
function enumMessage(allowed, input) {
    const suggestion = typeof input === 'string' ? (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(input, allowed) : null;
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.enum', { got: describe(input), allowed, suggestion });
}
function unknownKey(key, keys, known) {
    const params = { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(key), characters: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codePoints */ .BH)(key), known, suggestion: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(key, known) };
    return { code: 'CFG-UNKNOWN', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.unknown', params), keys: [...keys, key] };
}
/** The issues of the alternative whose type fits, else what the alternatives expect together. */
function unionProblems(issue, schema, raw) {
    const input = (0,_cross_check_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(raw, issue.path);
    const fits = issue.errors.find(errors => errors.length > 0 && errors.every(error => !(error.code === 'invalid_type' && error.path.length === 0)));
    if (fits !== undefined)
        return problemsOf(fits.map(error => ({ ...error, path: [...issue.path, ...error.path] })), schema, raw);
    const params = { got: describe(input), expected: 'text-or-mapping', hint: hintFor('text', input) };
    return [{ code: 'CFG-TYPE', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.type', params), keys: issue.path }];
}
function knownKeys(schema) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodObject */ .bvH)
        return Object.keys(schema.shape);
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodRecord */ .b8S && schema.keyType instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodEnum */ .Vb4)
        return schema.keyType.options.map(String);
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_4__/* .ZodUnion */ .fZ7)
        return (0,_walk_js__WEBPACK_IMPORTED_MODULE_3__/* .alternativesOf */ .c3)(schema).flatMap(knownKeys);
    return [];
}


/***/ }),

/***/ 9135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ layersOf),
  Wg: () => (/* binding */ lineIn),
  kr: () => (/* binding */ ownLayer),
  wG: () => (/* binding */ pathsOf),
  VV: () => (/* binding */ placeIn),
  qA: () => (/* binding */ readShared)
});

// UNUSED EXPORTS: extendsLimits

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/decode.js
var decode = __webpack_require__(2792);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/policy/json.js


/** What keeps a text from being JSON; YAML takes more. */
function jsonProblem(text) {
    const said = jsonError(text);
    if (said === undefined)
        return undefined;
    const detail = (0,policy_text/* visible */.RK)(said.replace(/,? (?:\.\.\.)?"[\s\S]*| in JSON [\s\S]*| \(line [\s\S]*/, ''));
    return {
        code: 'CFG-SYNTAX',
        message: (0,message/* message */.i)('policy.syntax', { reason: 'json', detail }),
        offset: jsonEnd(text),
        keys: [],
    };
}
function jsonError(text) {
    try {
        JSON.parse(text);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : '';
    }
}
/** Length of the longest start of the text that could still become JSON: the parser does not always say where it stopped. */
function jsonEnd(text) {
    let least = 0;
    let most = text.length;
    while (least < most) {
        const middle = Math.ceil((least + most) / 2);
        const said = jsonError(text.slice(0, middle));
        const atEnd = said === undefined || /end of JSON|Unterminated/.test(said) || said.includes(`at position ${middle} `);
        if (atEnd)
            least = middle;
        else
            most = middle - 1;
    }
    return least;
}

// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
;// CONCATENATED MODULE: ./build/src/policy/reference.js



const reference_form = /^([^/@]+)\/([^/@]+)(?:\/\/([^@]+))?(?:@(.+))?$/;
const ownerName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/;
const repositoryName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
/** Folders and a file whose ending says that it is YAML or JSON. No `.` or `..`, nothing empty. */
const filePath = /^(?:(?!\.{1,2}\/)[\w.-]+\/){0,10}[\w.-]+\.(?:ya?ml|json)$/;
/** What git takes as a name of a branch or tag, without the characters that mean something in an expression. */
const refName = /^(?![/.-])(?!.*(?:\.\.|\/\/|\/\.|\.lock$|[/.]$))[\w./-]{1,200}$/;
/** Never asks anybody: an address, a path of this machine or another owner's repository is refused as it stands. */
function parseReference(text, owner) {
    const refused = (reason) => (0,result/* err */._)((0,message/* message */.i)('policy.extends.refused', { got: (0,policy_text/* visible */.RK)(text), reason, owner }));
    const [, found = '', repository = '', path = null, ref = null] = reference_form.exec(text) ?? [];
    if (!ownerName.test(found) || !repositoryName.test(repository))
        return refused('form');
    if (path !== null && !filePath.test(path))
        return refused('form');
    if (ref !== null && !refName.test(ref))
        return refused('form');
    if (found.toLowerCase() !== owner.toLowerCase())
        return refused('owner');
    return (0,result.ok)({ owner: found, repository, path, ref });
}
/** As it would be written. */
const showReference = ({ owner, repository, path, ref }) => `${owner}/${repository}${path === null ? '' : `//${path}`}${ref === null ? '' : `@${ref}`}`;
/** The same for two spellings of one reference: GitHub compares names without regard to case, git does not. */
const referenceKey = ({ owner, repository, ...rest }) => showReference({ owner: owner.toLowerCase(), repository: repository.toLowerCase(), ...rest });

// EXTERNAL MODULE: ./build/src/policy/schema.js + 2 modules
var schema = __webpack_require__(6683);
// EXTERNAL MODULE: ./build/src/policy/search.js
var search = __webpack_require__(7502);
// EXTERNAL MODULE: ./build/src/policy/yaml.js
var yaml = __webpack_require__(6309);
;// CONCATENATED MODULE: ./build/src/policy/layers.js









/** Files between a policy and the last one that it extends, and all of them together. */
const extendsLimits = { depth: 3, files: 10 };
/** Looks up everything that a policy extends, level by level. `read` is never asked for what may not be extended. */
async function readShared(own, context, read) {
    const shared = new Map(context.shared);
    let asked = 0;
    for (let level = 0; level <= extendsLimits.depth; level += 1) {
        const { missing } = layersOf(ownLayer(own, ''), { ...context, shared });
        if (missing.length === 0)
            break;
        for (const reference of missing.slice(0, extendsLimits.files - asked)) {
            asked += 1;
            shared.set(referenceKey(reference), await read(reference));
        }
    }
    return shared;
}
/** The policy's own file. */
const ownLayer = (bytes, path) => layers_layer(bytes, { reference: null, name: path, path, sha: '', isPublic: true });
function layers_layer(bytes, origin) {
    const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(file).digest('hex');
    const text = (0,decode/* decode */.D)(file);
    if (text.ok) {
        const json = origin.path.endsWith('.json') ? jsonProblem(text.value) : undefined;
        const content = json === undefined ? (0,yaml/* readYaml */.gM)(text.value) : unreadable(json);
        return { ...origin, sha256, content, position: (0,policy_text/* lineIndex */.Dp)(text.value) };
    }
    const { before, ...problem } = text.error;
    return { ...origin, sha256, content: unreadable({ ...problem, keys: [] }), position: (0,policy_text/* lineIndex */.Dp)(before) };
}
const unreadable = (problem) => ({
    value: undefined,
    problems: [problem],
    warnings: [],
    places: new yaml/* Places */.N4(),
    writtenNull: () => false,
    oddNumbers: [],
});
/** Every file that a policy consists of; of what cannot be used, why. */
function layersOf(own, context) {
    const layers = [];
    const problems = [];
    const missing = new Map();
    const looked = new Map();
    const visit = (file, chain, keys) => {
        const at = (code, told, i) => placeIn(file, {
            code,
            message: told,
            keys: ['extends', ...i],
            offset: file.content.places.offset(['extends', ...i]),
        });
        const refuse = (told, i) => problems.push(at('CFG-EXTENDS', told, i));
        for (const { entry, at: i } of entriesOf(file.content.value)) {
            const parsed = referenceIn(entry, context);
            if (!parsed.ok) {
                refuse(parsed.error, i);
                continue;
            }
            const reference = parsed.value;
            const key = referenceKey(reference);
            const named = [...chain, showReference(reference)];
            if (keys.includes(key))
                refuse((0,message/* message */.i)('policy.extends.cycle', { chain: named }), i);
            else if (keys.length >= extendsLimits.depth)
                refuse((0,message/* message */.i)('policy.extends.depth', { chain: named, limit: extendsLimits.depth }), i);
            else if (looked.has(key))
                continue;
            else if (looked.size >= extendsLimits.files)
                refuse((0,message/* message */.i)('policy.extends.many', { limit: extendsLimits.files }), i);
            else {
                looked.set(key, reference);
                const read = context.shared?.get(key);
                if (read === undefined)
                    missing.set(key, reference);
                const found = fileAt(reference, read, named);
                if (!found.ok) {
                    const problem = found.ofFile
                        ? (0,search/* fileProblem */.Wj)(found.code, found.message, showReference(reference))
                        : at(found.code, found.message, i);
                    problems.push({ ...problem, ...(found.unread ? { unread: true } : {}) });
                }
                else {
                    visit(found.layer, named, [...keys, key]);
                    layers.push(found.layer);
                }
            }
        }
    };
    visit(own, [own.path], []);
    return {
        layers: [...layers, own],
        problems,
        references: [...looked.values()],
        missing: [...missing.values()],
    };
}
function entriesOf(value) {
    if (typeof value !== 'object' || value === null || !('extends' in value))
        return [];
    const entries = value.extends;
    return Array.isArray(entries)
        ? entries.slice(0, schema/* maxExtends */.qH).map((entry, i) => ({ entry, at: [i] }))
        : [{ entry: entries, at: [] }];
}
function referenceIn(entry, { owner, mayExtend }) {
    const text = typeof entry === 'string' ? entry : JSON.stringify(entry);
    const parsed = parseReference(text, owner);
    if (!parsed.ok || mayExtend === undefined || mayExtend(parsed.value))
        return parsed;
    const got = `${parsed.value.owner}/${parsed.value.repository}`;
    return {
        ok: false,
        error: (0,message/* message */.i)('policy.extends.refused', { got: (0,policy_text/* visible */.RK)(got), reason: 'allowed', owner }),
    };
}
function fileAt(reference, read, chain) {
    const repository = `${reference.owner}/${reference.repository}`;
    const refused = (code, told, ofFile) => ({
        ok: false,
        code,
        message: told,
        unread: false,
        ofFile,
    });
    const unread = (told) => ({ ...refused('CFG-EXTENDS', told, false), unread: true });
    if (read === undefined)
        return unread((0,message/* message */.i)('policy.extends.unread', { chain, repository, why: 'not-asked', detail: '' }));
    if (read.state === 'unread') {
        const { why, detail } = read;
        return unread((0,message/* message */.i)('policy.extends.unread', { chain, repository, why, detail }));
    }
    const places = pathsOf(reference);
    const chosen = (0,search/* choosePolicyFile */.is)(reference.path === null ? read.entries : read.entries.map(entry => ({ ...entry, path: search/* policyPaths */.ff[0] })));
    if (!chosen.ok)
        return refused(chosen.error.code, chosen.error.message, true);
    if (chosen.value === null)
        return refused('CFG-EXTENDS', (0,message/* message */.i)('policy.extends.missing', { chain, places }), false);
    const path = reference.path ?? chosen.value.path;
    if (chosen.value.text === null)
        return refused('CFG-FILE', (0,message/* message */.i)('unknown.malformed', { what: showReference(reference) }), true);
    const name = showReference({ ...reference, path });
    const origin = { reference, name, path, sha: read.sha, isPublic: read.isPublic };
    return { ok: true, layer: layers_layer(chosen.value.text, origin) };
}
/** Where the file of a reference may stand in its repository. */
const pathsOf = ({ path }) => (path === null ? search/* policyPaths */.ff : [path]);
/** Line of the value at a key path of the file, or of what is around it. */
const lineIn = ({ content, position }, keys, prefer) => position(content.places.offset(keys, prefer)).line;
/** A problem at its place; of a file that not everybody may read, nothing but the line and the kind (security.md T-05). */
function placeIn({ name, isPublic, position }, problem) {
    const { code, message: told, offset, keys } = problem;
    const place = { path: name, ...position(offset) };
    return isPublic || outspoken.includes(told.code)
        ? { code, message: told, ...place, keyPath: (0,policy_text/* keyPath */.Dw)(keys) }
        : { code, message: (0,message/* message */.i)('policy.shared.hidden', { code }), ...place, keyPath: '' };
}
/** What they say is of references only, which have been read and found to be of the owner. */
const outspoken = [
    'policy.extends.cycle',
    'policy.extends.depth',
    'policy.extends.many',
    'policy.extends.missing',
    'policy.extends.unread',
];


/***/ }),

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ parseLock),
/* harmony export */   R0: () => (/* binding */ lockProblem),
/* harmony export */   jq: () => (/* binding */ allowedInstead),
/* harmony export */   mw: () => (/* binding */ broken)
/* harmony export */ });
/* unused harmony export withGuards */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1465);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6683);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5493);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5387);





const segment = /\.?([\w-]+|\*)|\["([^"\\]{1,100})"\]|\[(\d{1,4})\]/y;
/** `gates.*.level`, `components["a.b"].risk`; entries of lists under their id. `null`: no key path. */
function parseLock(text) {
    const segments = [];
    segment.lastIndex = 0;
    while (segment.lastIndex < text.length) {
        const found = segment.exec(text);
        if (found === null)
            return null;
        segments.push(found[1] ?? found[2] ?? found[3] ?? '');
    }
    return segments.length === 0 || text.startsWith('.') ? null : segments;
}
/** A lock that could never hold anything, probably a typing error. */
function lockProblem(text) {
    const lock = parseLock(text);
    const known = lock !== null && isKnown(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .policySchema */ .wh, lock);
    return known ? null : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.lock.unknown', { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(text) });
}
function isKnown(schema, [key, ...rest]) {
    if (schema === undefined)
        return false;
    if (key === undefined)
        return true;
    const plain = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .unwrap */ .oA)(schema);
    if (key !== '*' || !hasShape(plain))
        return isKnown((0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .childOf */ .GG)(plain, key), rest);
    return Object.values(plain.shape).some(child => isKnown(child, rest));
}
const hasShape = (schema) => typeof schema === 'object' && schema !== null && 'shape' in schema;
/**
 * A lock with what it would be worth nothing without: a minimum holds only while its gate still blocks the pull
 * requests that it concerned, and nobody else may waive it.
 */
function withGuards(lock) {
    const [root = '', name = '', ...rest] = lock;
    if (rest.length === 0 || (root !== 'gates' && root !== 'checklists'))
        return [lock];
    const guards = root === 'gates' ? Object.keys(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .common */ .sh) : ['level', 'when'];
    return [lock, ...guards.map(guard => [root, name, guard])];
}
/** The differences that a lock does not allow: anything that it holds and that is not plainly stricter. */
function broken(differences, locks) {
    const held = locks.flatMap(withGuards);
    return differences.filter(difference => difference.direction !== 'stronger' && held.some(lock => concerns(lock, difference)));
}
/** The change is of what is locked, of something in it, or takes away something around it. */
function concerns(lock, { keys, from }) {
    const fits = lock.slice(0, keys.length).every((part, i) => part === '*' || part === String(keys[i]));
    return fits && (keys.length >= lock.length || from !== undefined);
}
function allowedInstead({ keys, from, to }) {
    const { stricter } = (0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .strictnessOf */ .s_)((0,_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldAt */ .UK)(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .policySchema */ .wh, keys));
    if (typeof from === 'number' && (stricter === 'higher' || stricter === 'lower'))
        return { kind: stricter === 'higher' ? 'least' : 'most', value: (0,_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(from) ?? '' };
    if (from === undefined)
        return { kind: 'no-addition' };
    if (Array.isArray(stricter) && stricter.includes(from))
        return { kind: 'values', values: stricter.slice(stricter.indexOf(from)).map(String) };
    return { kind: to === undefined ? 'no-removal' : 'same' };
}


/***/ }),

/***/ 5816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ parsePolicy)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/policy/cross-check.js
var cross_check = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/src/policy/diff.js
var diff = __webpack_require__(1465);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/policy/walk.js
var walk = __webpack_require__(5387);
;// CONCATENATED MODULE: ./build/src/policy/fill.js


/**
 * Puts in the default values of a schema, as parsing would, into a value that need not be right: what does not fit is
 * left as it stands. For a value that fits it gives what parsing gives.
 */
function fill(schema, value) {
    if (schema === undefined)
        return value;
    if (schema instanceof schemas/* ZodDefault */.XiL)
        return value === undefined ? structuredClone(schema.def.defaultValue) : fill(inner(schema), value);
    if (schema instanceof schemas/* ZodPrefault */.xgV)
        return fill(inner(schema), value === undefined ? structuredClone(schema.def.defaultValue) : value);
    if (schema instanceof schemas/* ZodOptional */.IiU || schema instanceof schemas/* ZodNullable */.l1C)
        return value === undefined || value === null ? value : fill(inner(schema), value);
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return fill(fitting(schema, value), value);
    if (Array.isArray(value))
        return value.map(entry => fill((0,walk/* childOf */.GG)(schema, 0), entry));
    if (!isMapping(value))
        return value;
    const names = new Set([...(schema instanceof schemas/* ZodObject */.bvH ? Object.keys(schema.shape) : []), ...Object.keys(value)]);
    const filled = {};
    for (const name of names) {
        const child = fill((0,walk/* childOf */.GG)(schema, name), value[name]);
        if (child !== undefined)
            filled[name] = child;
    }
    return filled;
}
const inner = (schema) => schema.unwrap();
/** The alternative that takes the value, else the first one that takes a value of its kind. */
function fitting(schema, value) {
    const alternatives = (0,walk/* alternativesOf */.c3)(schema);
    return (alternatives.find(option => option.safeParse(value).success) ??
        alternatives.find(option => {
            const plain = (0,walk/* unwrap */.oA)(option);
            if (Array.isArray(value))
                return plain instanceof schemas/* ZodArray */.naA;
            return isMapping(value) && (plain instanceof schemas/* ZodObject */.bvH || plain instanceof schemas/* ZodRecord */.b8S);
        }));
}
const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// EXTERNAL MODULE: ./build/src/policy/issues.js
var issues = __webpack_require__(8734);
// EXTERNAL MODULE: ./build/src/policy/layers.js + 2 modules
var policy_layers = __webpack_require__(9135);
// EXTERNAL MODULE: ./build/src/policy/locks.js
var policy_locks = __webpack_require__(3620);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/policy/merge.js


const append = '$append';
const remove = '$remove';
function sourced(value, layer, keys = []) {
    const source = { layer, keys };
    if (Array.isArray(value))
        return { kind: 'list', items: value.map((entry, i) => sourced(entry, layer, [...keys, i])), source };
    if (typeof value !== 'object' || value === null)
        return { kind: 'scalar', value, source };
    const entries = new Map(Object.entries(value).map(([key, child]) => [key, sourced(child, layer, [...keys, key])]));
    return { kind: 'mapping', entries, source };
}
/** The value itself. */
function plain(node) {
    switch (node.kind) {
        case 'mapping':
            return Object.fromEntries([...node.entries].map(([key, child]) => [key, plain(child)]));
        case 'list':
            return node.items.map(plain);
        case 'scalar':
            return node.value;
        default:
            return node;
    }
}
/** Where the value at a key path was written; `exact` is false where only something around it was. */
function sourceAt(root, keys) {
    let node = root;
    for (const [depth, key] of keys.entries()) {
        const child = node.kind === 'mapping'
            ? node.entries.get(String(key))
            : node.kind === 'list'
                ? (node.items[Number(key)] ?? node.items.find(item => idOf(item) === key))
                : undefined;
        if (child === undefined)
            return { layer: node.source.layer, keys: [...node.source.keys, ...keys.slice(depth)], exact: false };
        node = child;
    }
    return { ...node.source, exact: true };
}
/**
 * What a file says over what it inherits: mappings merge key by key, lists and single values replace, a list under
 * `$append` or `$remove` changes the inherited one, a written `null` deletes. `undefined`: deleted, or never there.
 */
function merge(inherited, own, context) {
    const { source } = own;
    if (own.kind === 'list')
        return own;
    if (own.kind === 'scalar') {
        if (own.value !== null || !context.deletes(source.keys))
            return own;
        if (inherited === undefined)
            context.tell({ message: (0,message/* message */.i)('policy.merge.nothing', {}), keys: source.keys, warning: true });
        return undefined;
    }
    if (own.entries.has(append) || own.entries.has(remove))
        return changedList(inherited, own, context.tell);
    const before = inherited?.kind === 'mapping' ? inherited.entries : new Map();
    const entries = new Map(before);
    for (const [key, child] of own.entries) {
        const merged = merge(before.get(key), child, context);
        if (merged === undefined)
            entries.delete(key);
        else
            entries.set(key, merged);
    }
    return { kind: 'mapping', entries, source };
}
function changedList(inherited, own, tell) {
    const { keys } = own.source;
    const refuse = (told, at) => tell({ message: told, keys: at, warning: false });
    const known = new Set([append, remove]);
    const strange = [...own.entries.keys()].find(key => !known.has(key));
    if (strange !== undefined)
        refuse((0,message/* message */.i)('policy.merge.mixed', { key: (0,policy_text/* visible */.RK)(strange) }), [...keys, strange]);
    if (inherited !== undefined && inherited.kind !== 'list') {
        refuse((0,message/* message */.i)('policy.merge.noList', { key: (0,policy_text/* keyPath */.Dw)(keys) }), keys);
        return inherited;
    }
    const listUnder = (key) => {
        const node = own.entries.get(key);
        if (node === undefined)
            return [];
        if (node.kind === 'list')
            return node.items;
        refuse((0,message/* message */.i)('policy.merge.operand', { key }), node.source.keys);
        return [];
    };
    const removals = listUnder(remove);
    const items = inherited?.items ?? [];
    for (const entry of removals)
        if (!items.some(item => names(entry, item)))
            tell({ message: (0,message/* message */.i)('policy.merge.absent', {}), keys: entry.source.keys, warning: true });
    const kept = items.filter(item => !removals.some(entry => names(entry, item)));
    return { kind: 'list', items: [...kept, ...listUnder(append)], source: own.source };
}
/** An entry is named by its value, or by its `id` or `name`. */
function names(entry, item) {
    const [wanted, value] = [plain(entry), plain(item)];
    if (JSON.stringify(wanted) === JSON.stringify(value))
        return true;
    if (item.kind !== 'mapping' || typeof wanted !== 'string')
        return false;
    return idOf(item) === wanted;
}
function idOf(item) {
    const id = item.kind === 'mapping' ? (item.entries.get('id') ?? item.entries.get('name')) : undefined;
    return id === undefined ? undefined : plain(id);
}

// EXTERNAL MODULE: ./build/src/policy/schema.js + 2 modules
var schema = __webpack_require__(6683);
;// CONCATENATED MODULE: ./build/src/policy/effective.js









/** Lays the files of a policy over each other, in order; each must keep to the locks of those before it. */
function layOver(layers) {
    const problems = [];
    const warnings = [];
    const locks = [];
    let root = sourced(undefined, 0);
    for (const [layer, { content }] of layers.entries()) {
        const own = sourced(content.value, layer);
        if (layer === 0)
            root = own;
        else {
            const before = root;
            root = over(before, own, {
                deletes: content.writtenNull,
                tell: ({ message: told, keys, warning }) => (warning ? warnings : problems).push({ code: 'CFG-MERGE', message: told, source: { layer, keys } }),
            });
            problems.push(...versionProblem(before, own, layers), ...lockProblems({ before, own, after: root }, locks, layers));
        }
        locks.push(...locksIn(content.value));
        if (own.kind !== 'mapping' && layer < layers.length - 1)
            problems.push(noMapping(content.value, own.source));
    }
    return { root, problems, warnings };
}
function over(before, own, context) {
    return withLocks(merge(withoutOwnKeys(before), own, context) ?? own, before);
}
/** Of an inherited file; that the policy itself is no mapping is seen when it is judged as a whole. */
const noMapping = (value, source) => ({
    code: 'CFG-TYPE',
    message: (0,message/* message */.i)('policy.type', { got: (0,issues/* describe */.q0)(value), expected: 'mapping', hint: null }),
    source,
});
function lockProblems(step, locks, layers) {
    if (locks.length === 0)
        return [];
    const [from, to] = [step.before, step.after].map(node => fill(schema/* policySchema */.wh, plain(withoutOwnKeys(node))));
    return (0,policy_locks/* broken */.mw)((0,diff/* differences */.tX)(from, to), locks).map(difference => ({
        code: 'CFG-LOCKED',
        message: lockedMessage(step, difference, layers),
        source: writtenBy(step, difference.keys),
    }));
}
/** A whole mapping tells nobody what is wrong with it. */
const single = (value) => typeof value === 'object' && !Array.isArray(value) ? null : (0,diff/* show */.WU)(value);
function lockedMessage({ before, own }, difference, layers) {
    const inherited = sourceAt(before, difference.keys);
    const file = layers[inherited.layer];
    const from = file === undefined ? '' : `${file.name}:${(0,policy_layers/* lineIn */.Wg)(file, inherited.keys)}`;
    const shown = { from, own: single(difference.to) ?? (difference.to === undefined ? null : '{…}') };
    if (file?.isPublic !== true) {
        const key = (0,diff/* shownKey */.dM)(writtenPart(own, difference.keys));
        return (0,message/* message */.i)('policy.locked', { ...shown, key, inherited: null, allowed: { kind: 'same' } });
    }
    return (0,message/* message */.i)('policy.locked', {
        ...shown,
        key: (0,diff/* shownKey */.dM)(difference.keys),
        inherited: single(difference.from),
        allowed: (0,policy_locks/* allowedInstead */.jq)(difference),
    });
}
/** Where the file wrote the value, or what made it go. */
function writtenBy({ own, after }, keys) {
    const written = sourceAt(after, keys);
    if (written.exact && written.layer === own.source.layer)
        return written;
    return { layer: own.source.layer, keys: writtenPart(own, keys) };
}
/** As much of a key path as the file itself writes. */
function writtenPart(own, keys) {
    let length = keys.length;
    while (length > 0 && !sourceAt(own, keys.slice(0, length)).exact)
        length -= 1;
    return keys.slice(0, length);
}
function versionProblem(before, own, layers) {
    const [inherited, version] = [before, own].map(node => (0,cross_check/* valueAt */.f)(plain(node), ['version']));
    const source = { layer: own.source.layer, keys: ['version'] };
    if (version === undefined)
        return [{ code: 'CFG-REQUIRED', message: (0,message/* message */.i)('policy.required', { key: 'version' }), source }];
    if (version === inherited || inherited === undefined)
        return [];
    const from = layers[sourceAt(before, ['version']).layer];
    const params = { inherited: from?.isPublic === true ? String(inherited) : '?', from: from?.name ?? '' };
    return [{ code: 'CFG-VERSION', message: (0,message/* message */.i)('policy.version.differs', params), source }];
}
function locksIn(value) {
    const locked = (0,cross_check/* valueAt */.f)(value, ['locked']);
    return Array.isArray(locked) ? locked.flatMap(text => readLock(text)) : [];
}
function readLock(text) {
    const lock = typeof text === 'string' ? (0,policy_locks/* parseLock */.PG)(text) : null;
    return lock === null ? [] : [lock];
}
/** `extends` and `locked` are said by each file for itself. */
function withoutOwnKeys(node) {
    if (node.kind !== 'mapping')
        return node;
    return { ...node, entries: new Map([...node.entries].filter(([key]) => key !== 'extends' && key !== 'locked')) };
}
/** Locks add up: nobody can take out what another file has locked. What is no list stays, and is refused. */
function withLocks(merged, before) {
    const inherited = before.kind === 'mapping' ? before.entries.get('locked') : undefined;
    if (merged.kind !== 'mapping' || inherited === undefined)
        return merged;
    const own = merged.entries.get('locked');
    if (own !== undefined && own.kind !== 'list')
        return merged;
    return { ...merged, entries: new Map([...merged.entries, ['locked', together(inherited, own)]]) };
}
function together(inherited, own) {
    if (inherited.kind !== 'list')
        return inherited;
    const items = [...inherited.items, ...(own?.items ?? [])];
    const distinct = items.filter((item, i) => items.findIndex(other => plain(other) === plain(item)) === i);
    return { ...(own ?? inherited), items: distinct };
}

;// CONCATENATED MODULE: ./build/src/policy/origins.js



function originIn(root, layers) {
    return keys => {
        const source = sourceAt(root, keys);
        const layer = layers[source.layer];
        if (!source.exact || layer === undefined)
            return { layer: 'default' };
        const line = (0,policy_layers/* lineIn */.Wg)(layer, source.keys, 'key');
        const { reference, name, path, sha } = layer;
        return reference === null ? { layer: 'own', path, line } : { layer: 'shared', reference: name, path, sha, line };
    };
}
function valuesOf(value, originOf, keys = []) {
    const children = Array.isArray(value)
        ? value.map((entry, i) => [i, entry])
        : typeof value === 'object' && value !== null
            ? Object.entries(value).filter(([, child]) => child !== undefined)
            : [];
    if (children.length > 0)
        return children.flatMap(([key, child]) => valuesOf(child, originOf, [...keys, key]));
    return [{ keys, keyPath: (0,policy_text/* keyPath */.Dw)(keys), value, origin: originOf(keys) }];
}

;// CONCATENATED MODULE: ./build/src/policy/parse.js












/**
 * Reads a policy file as it stands at one commit, with what it extends (`shared`, see `readShared`). Every problem is
 * reported, sorted by place; one is enough for there to be no policy, and the caller fails closed. A path that ends in
 * `.json` must also be JSON.
 */
function parsePolicy(bytes, path, context) {
    const own = (0,policy_layers/* ownLayer */.kr)(bytes, path);
    const { layers, problems } = (0,policy_layers/* layersOf */.w)(own, context);
    const textual = layers.flatMap(layer => textProblems(layer).map(problem => (0,policy_layers/* placeIn */.VV)(layer, problem)));
    // Without a file that is extended, what the rest says about its gaps is noise.
    if (problems.length > 0 || layers.some(({ content }) => isEmpty(content.value)))
        return (0,result/* err */._)(sorted(layers, [...textual, ...problems]));
    const effective = layOver(layers);
    const found = [...textual, ...check(effective, layers, context.owner)];
    const parsed = schema/* policySchema */.wh.safeParse(plain(effective.root));
    if (found.length > 0 || !parsed.success)
        return (0,result/* err */._)(sorted(layers, found));
    const policy = parsed.data;
    const originOf = originIn(effective.root, layers);
    return (0,result.ok)({
        policy,
        path,
        sha256: digestOf(layers),
        warnings: sorted(layers, [
            ...layers.flatMap(layer => layer.content.warnings.map(warning => (0,policy_layers/* placeIn */.VV)(layer, warning))),
            ...effective.warnings.map(warning => atSource(layers, warning)),
        ]),
        inherited: layers.flatMap(({ reference, name, path, sha, sha256 }) => reference === null ? [] : [{ reference: name, path, sha, sha256 }]),
        originOf,
        values: () => valuesOf(fill(schema/* policySchema */.wh, policy), originOf),
    });
}
const isEmpty = (value) => value === undefined || value === null;
function textProblems({ content }) {
    if (content.problems.length > 0 || !isEmpty(content.value))
        return content.problems;
    return [{ code: 'CFG-EMPTY', message: (0,message/* message */.i)('policy.empty', {}), offset: 0, keys: [] }];
}
/** One file: its own digest, so that what was signed under it holds on. */
function digestOf(layers) {
    const digests = layers.map(layer => layer.sha256);
    const [only = '', ...more] = digests;
    return more.length === 0 ? only : (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(digests)).digest('hex');
}
/** What is wrong with the policy as a whole, each where it was written. */
function check(effective, layers, owner) {
    const { root } = effective;
    const value = plain(root);
    const lineOf = (keys) => {
        const source = sourceAt(root, keys);
        const layer = layers[source.layer];
        return layer === undefined ? 1 : (0,policy_layers/* lineIn */.Wg)(layer, source.keys);
    };
    const parsed = schema/* policySchema */.wh.safeParse(value);
    const keyed = [
        ...(0,cross_check/* crossCheck */.D)(value, { owner, lineOf }),
        ...(parsed.success ? [] : (0,issues/* problemsOf */.GW)(parsed.error.issues, schema/* policySchema */.wh, value)),
    ];
    const found = [
        ...effective.problems,
        ...keyed.map(problem => ({
            ...discreet(problem, layers),
            source: sourceAt(root, problem.keys),
            ...(isAboutKey(problem, value) ? { key: true } : {}),
        })),
        ...layers.flatMap(oddNumbers),
    ];
    return withoutEchoes(found, layers).map(problem => atSource(layers, problem));
}
function atSource(layers, problem) {
    const { code, message: told, source } = problem;
    const layer = layers[source.layer];
    if (layer === undefined)
        throw new Error('a problem of no layer');
    const offset = layer.content.places.offset(source.keys, problem.key ? 'key' : 'value');
    return (0,policy_layers/* placeIn */.VV)(layer, { code, message: told, keys: source.keys, offset });
}
const isAboutKey = (problem, value) => problem.code === 'CFG-UNKNOWN' || (problem.code === 'CFG-ID' && typeof (0,cross_check/* valueAt */.f)(value, problem.keys) !== 'string');
/** Names that another file gave are not listed where not everybody may read that file (security.md T-05). */
function discreet(problem, layers) {
    const { code, message: told } = problem;
    const lists = code !== 'CFG-UNKNOWN' && 'known' in told.params;
    if (!lists || layers.every(layer => layer.isPublic))
        return { code, message: told };
    return { code, message: { ...told, params: { ...told.params, known: [], suggestion: null } } };
}
/** One problem per place: the first one that was found explains it, and a text that could not be read before all. */
function withoutEchoes(problems, layers) {
    const placeOf = (layer, keys, code) => JSON.stringify(keys.length === 0 ? [layer, code] : [layer, keys]);
    const seen = new Set(layers.flatMap(({ content }, i) => content.problems.map(({ keys, code }) => placeOf(i, keys, code))));
    return problems.filter(({ source, code }) => {
        const id = placeOf(source.layer, source.keys, code);
        return seen.has(id) ? false : seen.add(id);
    });
}
function oddNumbers({ content }, layer) {
    return content.oddNumbers.map(({ keys, source: text, value }) => {
        const source = { layer, keys };
        return keys.length === 1 && keys[0] === 'version'
            ? { code: 'CFG-VERSION', message: (0,issues/* versionMessage */.Qm)({ kind: 'number', value: (0,policy_text/* visible */.RK)(text) }), source }
            : {
                code: 'CFG-TYPE',
                message: (0,message/* message */.i)('policy.number', { got: (0,policy_text/* visible */.RK)(text), value: plainNumber(value) }),
                source,
            };
    });
}
const plainNumber = (value) => Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value + 0) : null;
/** The policy's own problems first, then file by file. */
function sorted(layers, problems) {
    const names = layers.map(layer => layer.name).reverse();
    const rank = ({ path }) => names.indexOf(path);
    return [...problems].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}


/***/ }),

/***/ 357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parsePerson)
/* harmony export */ });
// Logins of managed users end in `_shortcode`; some old logins end in a hyphen. 39 characters at most.
const login = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?!-))*(?:_[A-Za-z0-9]+)?$/;
const slug = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;
/** `undefined`: neither a login nor a team. Bots (`name[bot]`) are neither: they cannot confirm anything. */
function parsePerson(entry) {
    if (!entry.startsWith('@'))
        return undefined;
    const [owner = '', team, ...more] = entry.slice(1).split('/');
    if (more.length > 0 || owner.length > 39 || !login.test(owner))
        return undefined;
    if (team === undefined)
        return { kind: 'user', login: owner };
    return slug.test(team) ? { kind: 'team', owner, slug: team } : undefined;
}


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sh: () => (/* binding */ common),
  qH: () => (/* binding */ maxExtends),
  wh: () => (/* binding */ policySchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/checklist/policy.js
var policy = __webpack_require__(4478);
// EXTERNAL MODULE: ./build/src/gates/index.js + 21 modules
var gates = __webpack_require__(2911);
// EXTERNAL MODULE: ./build/src/impact/model.js
var model = __webpack_require__(9365);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/oidc/workflows.js
const workflows_form = /^(?:([\w.-]{1,100}\/[\w.-]{1,100})\/)?(\.github\/workflows\/[^/@\s]{1,200}\.ya?ml)(?:@(\S{1,250}))?$/;
/**
 * Reads `.github/workflows/ci.yml` (of the policy's own repository, at any ref), the same with `@ref`, or
 * `owner/name/.github/workflows/gates.yml@ref`. `null`: none of these; without a ref a workflow of another repository
 * could be that of any branch.
 */
function readWorkflowName(text) {
    const match = workflows_form.exec(text);
    if (match === null)
        return null;
    const [, repository, path = '', ref] = match;
    return repository !== undefined && ref === undefined
        ? null
        : { repository: repository ?? null, path, ref: ref ?? null };
}
/**
 * Whether the word of this workflow counts. Without a list every workflow of the repository itself counts and none of
 * another one (security.md T-86).
 */
function isAllowedWorkflow(allowed, { workflow, repository }) {
    const measurer = readWorkflowName(workflow);
    if (measurer === null || measurer.repository === null)
        return false;
    const where = measurer.repository;
    const own = same(where, repository);
    if (allowed === undefined)
        return own;
    return allowed.some(entry => {
        const name = readWorkflowName(entry);
        if (name === null || name.path !== measurer.path || (name.ref !== null && name.ref !== measurer.ref))
            return false;
        return name.repository === null ? own : same(name.repository, where);
    });
}
/** GitHub's names differ by more than case. */
const same = (a, b) => a.toLowerCase() === b.toLowerCase();

// EXTERNAL MODULE: ./build/src/policy/fields.js
var fields = __webpack_require__(7311);
// EXTERNAL MODULE: ./build/src/policy/people.js
var people = __webpack_require__(357);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/policy/waivers.js





/** `2027-03-31`, a day that exists. */
const day = schemas/* string */.YjP().superRefine((text, ctx) => {
    if (!isDay(text))
        (0,fields/* refuse */.TR)(ctx, 'CFG-DATE', (0,message/* message */.i)('policy.date', { got: (0,policy_text/* visible */.RK)(text) }));
});
function isDay(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    const time = Date.parse(`${text}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
/** What a waiver covers; everything that is given must fit. */
const match = schemas/* strictObject */.rej({
    rule: schemas/* string */.YjP()
        .min(1)
        .max(200)
        .optional()
        .describe('Rule, check, budget or whatever the gate names in its findings; exactly so.'),
    path: fields/* glob */.TI.optional().describe('Files whose findings are waived.'),
    tool: schemas/* string */.YjP().min(1).max(200).optional().describe('Tool that reports the finding.'),
});
const waiver = schemas/* strictObject */.rej({
    gate: schemas/* enum */.k5n(gates/* gateIds */.G)
        .describe('Gate whose findings are accepted.')
        .meta({ stricter: 'other' }),
    match: match
        .optional()
        .describe('Only these findings. Left out: the gate as a whole.')
        .meta({ presence: 'stricter' }),
    reason: schemas/* string */.YjP().min(10).max(1000).describe('Why this is acceptable; shown wherever the waiver is used.'),
    owner: schemas/* string */.YjP().min(1).max(100).describe('Who answers for it: a login, a team or a name.'),
    expires: day.describe('Last day on which it holds, `2027-03-31`, in UTC.'),
});

// EXTERNAL MODULE: ./build/src/policy/when.js
var when = __webpack_require__(30);
;// CONCATENATED MODULE: ./build/src/policy/schema.js










const person = schemas/* string */.YjP()
    .superRefine((entry, ctx) => {
    if ((0,people/* parsePerson */.J)(entry) === undefined)
        (0,fields/* refuse */.TR)(ctx, 'CFG-LOGIN', (0,message/* message */.i)('policy.login', { got: entry.slice(0, 200) }));
})
    .meta({ title: 'Login or team', description: '`@login`, or `@owner/team` of the owner of the repository.' });
/** Most references of one `extends`. */
const maxExtends = 5;
const reference = schemas/* string */.YjP().min(1).max(300).meta({
    title: 'Reference',
    description: '`owner/repository`, with `//path/to/file.yml` and `@ref` where they differ from the usual.',
});
const role = schemas/* array */.YOg(person)
    .min(1)
    .max(fields/* maxListLength */.VO)
    .describe('`@login`, or `@owner/team` of the owner of the repository.')
    .meta({ stricter: 'fewer' });
const risk = schemas/* enum */.k5n(['low', 'medium', 'high']).meta({ stricter: ['low', 'medium', 'high'] });
const component = schemas/* strictObject */.rej({
    paths: fields/* globs */.gV.describe('Files that belong to it.').meta({ stricter: 'other' }),
    risk: risk.default('medium').describe('What a change of it weighs for whoever deploys.'),
});
const impact = schemas/* strictObject */.rej({
    ignore: fields/* globs */.gV
        .optional()
        .describe('Files that say nothing to whoever deploys.')
        .meta({ stricter: 'fewer', presence: 'weaker' }),
    weights: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(model/* impactKinds */.a), risk)
        .optional()
        .describe('What a change of one kind weighs, where it is not as built in.')
        .meta({ presence: 'other' }),
});
const environment = schemas/* strictObject */.rej({
    requires: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(100))
        .min(1)
        .max(fields/* maxListLength */.VO)
        .optional()
        .describe('Ids of the checklists that must be signed for a deployment to it: of items with `environments` what is for this one, of the others all. Left out: every checklist of level `block`.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    roles: schemas/* record */.g1P(fields/* roleName */.S3, role)
        .default({})
        .describe('People of a role for items that name this environment, in the place of those under `roles`.'),
    since: schemas/* string */.YjP()
        .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
        .optional()
        .describe('Full SHA of a commit for which somebody answers: what it contains is not asked about, e.g. from before the App was there.')
        .meta({ stricter: 'other', presence: 'weaker' }),
    rollback: schemas/* enum */.k5n(['allowed', 'held'])
        .default('held')
        .describe('A commit older than the one that is deployed: `allowed` lets it through when it was released to this environment before, `held` never.')
        .meta({ stricter: ['allowed', 'held'] }),
});
const workflow = schemas/* string */.YjP()
    .superRefine((entry, ctx) => {
    if (readWorkflowName(entry) === null)
        (0,fields/* refuse */.TR)(ctx, 'CFG-WORKFLOW', (0,message/* message */.i)('policy.workflow', { got: entry.slice(0, 200) }));
})
    .meta({
    title: 'Workflow',
    description: '`.github/workflows/ci.yml` of the repository itself, or `owner/name/.github/workflows/gates.yml@ref` of any.',
});
/** What every gate takes beside its own options. */
const common = {
    level: fields/* level */.Rc.default('block'),
    when: when/* when */.z.optional().describe('Pull requests that it concerns. Left out: every one.').meta({ presence: 'weaker' }),
    waivable: schemas/* boolean */.zMY()
        .default(true)
        .describe('Waivers may pass it over.')
        .meta({ stricter: [true, false] }),
    waive_by: schemas/* array */.YOg(fields/* roleName */.S3)
        .max(fields/* maxListLength */.VO)
        .default(['policy-owner'])
        .describe('Roles whose members may say `/waive` on a pull request to which they have not contributed.')
        .meta({ stricter: 'fewer' }),
    waiver_survives_push: schemas/* boolean */.zMY()
        .default(false)
        .describe('What was granted by `/waive` holds after a push as well.')
        .meta({ stricter: [true, false] }),
};
const withCommon = (options) => options.safeExtend(common).meta(options.meta() ?? {});
// The registry pairs each id with its own options; fromEntries forgets that.
const gateShape = Object.fromEntries(gates/* gateIds */.G.map(id => [id, withCommon(gates/* gates */.V[id].options).optional()]));
const exampleChecklists = [
    {
        id: 'deploy-readiness',
        when: { paths: ['deploy/**'] },
        items: [{ id: 'rollback', text: 'Rollback rehearsed', role: 'implementer', covers: ['deploy/**'] }],
    },
];
const exampleWaivers = [
    {
        gate: 'size',
        reason: 'The parser is vendored as it is',
        owner: '@olga',
        expires: '2027-03-31',
    },
];
/** The whole policy file: what is allowed where. References between its parts are checked by `crossCheck`. */
const policySchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this format.'),
    extends: schemas/* union */.KCZ([reference, schemas/* array */.YOg(reference).min(1).max(maxExtends)])
        .optional()
        .describe('Policies of the same owner whose values this file takes over; of several, the later ones win.')
        .meta({ stricter: 'other', presence: 'other', examples: ['acme/.github', 'acme/policies//services.yml@v2'] }),
    locked: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(300))
        .max(fields/* maxListLength */.VO)
        .optional()
        .describe('Key paths, e.g. `gates.coverage.project.min`, that a file which extends this one cannot weaken.')
        .meta({ stricter: 'more', examples: [['gates.coverage.project.min', 'gates.review']] }),
    locale: fields/* locale */.Hg.default('en').describe('Language of comments, checks and messages.'),
    roles: schemas/* record */.g1P(fields/* roleName */.S3, role)
        .default({})
        .describe('Who may sign and approve. `implementer`, `developer`, `policy-owner`, or names of your own.')
        .meta({ examples: [{ implementer: ['@acme/implementation', '@li-wei'], 'policy-owner': ['@olga'] }] }),
    components: schemas/* record */.g1P(fields/* componentName */.TQ, component)
        .default({})
        .describe('Named parts of the repository, for thresholds of their own.')
        .meta({ examples: [{ billing: { paths: ['services/billing/**'], risk: 'high' } }] }),
    gates: schemas/* strictObject */.rej(gateShape).default({}).describe('A gate that is not listed is off.'),
    checklists: schemas/* array */.YOg(policy/* checklist */.D)
        .max(fields/* maxListLength */.VO)
        .default([])
        .describe('What people confirm before a deployment.')
        .meta({ stricter: 'more', examples: [exampleChecklists] }),
    environments: schemas/* record */.g1P(fields/* environmentName */.VE, environment)
        .default({})
        .describe('Environments of GitHub whose deployments the App holds until the pull requests that they carry are signed.')
        .meta({
        examples: [{ 'prod-acme-bank': { roles: { implementer: ['@li-wei'] }, rollback: 'allowed' } }],
    }),
    impact: impact
        .optional()
        .describe('How the deployment impact is judged.')
        .meta({ presence: 'other', examples: [{ ignore: ['charts/*/ci/**'], weights: { 'helm-value': 'high' } }] }),
    evidence: schemas/* strictObject */.rej({
        workflows: schemas/* array */.YOg(workflow)
            .min(1)
            .max(fields/* maxListLength */.VO)
            .optional()
            .describe('Workflows whose measurements the App takes, then only those that were handed over to it. Left out: every workflow of the repository itself.')
            .meta({ stricter: 'fewer', presence: 'other' }),
    })
        .optional()
        .describe('Whose word counts for what only CI can measure.')
        .meta({ presence: 'other', examples: [{ workflows: ['acme/ci/.github/workflows/gates.yml@refs/heads/main'] }] }),
    policy_changes: schemas/* strictObject */.rej({
        replay: schemas/* int */.Whr()
            .min(0)
            .max(50)
            .default(10)
            .describe('Merged pull requests that are judged by both versions when a pull request changes the policy; about four reads each. 0: none.')
            .meta({ stricter: 'other' }),
    })
        .optional()
        .describe('What is told about a pull request that changes the policy.')
        .meta({ presence: 'other', examples: [{ replay: 20 }] }),
    waivers: schemas/* array */.YOg(waiver)
        .max(fields/* maxListLength */.VO)
        .default([])
        .describe('Exceptions, each with a reason, an owner and a last day.')
        .meta({ stricter: 'fewer', examples: [exampleWaivers] }),
})
    .meta({ title: 'Delivery Gates policy' });


/***/ }),

/***/ 7502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ fileProblem),
/* harmony export */   cM: () => (/* binding */ maxPolicySize),
/* harmony export */   ff: () => (/* binding */ policyPaths),
/* harmony export */   is: () => (/* binding */ choosePolicyFile)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);


/** Where a policy may stand, in the order of the search. More than one present is an error, never a preference. */
const policyPaths = ['.github/delivery-gates.yml', '.github/delivery-gates.yaml'];
/** Bytes. */
const maxPolicySize = 256 * 1024;
/** The one policy file among these entries (others are ignored), `null` when there is none. Its content is not judged here. */
function choosePolicyFile(entries) {
    const found = policyPaths.flatMap(path => entries.filter(entry => entry.path === path));
    const [first, second] = found;
    if (first === undefined)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(null);
    if (second !== undefined) {
        const paths = { first: first.path, second: second.path };
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(fileProblem('CFG-AMBIGUOUS', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.ambiguous', paths), second.path));
    }
    const kind = kindOf(first);
    if (kind !== 'file')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(fileProblem('CFG-FILE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.file', { kind }), first.path));
    if (first.size > maxPolicySize) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(fileProblem('CFG-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('policy.size', { bytes: first.size, limit: maxPolicySize }), first.path));
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(first);
}
function kindOf(entry) {
    if (entry.mode === '120000')
        return 'symlink';
    if (entry.mode === '160000' || entry.type === 'commit')
        return 'submodule';
    if (entry.mode === '040000' || entry.type === 'tree')
        return 'directory';
    return entry.type === 'blob' && /^100(644|755)$/.test(entry.mode) ? 'file' : 'other';
}
/** A problem of the file as a whole. */
function fileProblem(code, what, path) {
    return { code, message: what, path, line: 1, column: 1, keyPath: '' };
}


/***/ }),

/***/ 5387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   UK: () => (/* binding */ fieldAt),
/* harmony export */   c3: () => (/* binding */ alternativesOf),
/* harmony export */   lv: () => (/* binding */ schemaAt),
/* harmony export */   oA: () => (/* binding */ unwrap),
/* harmony export */   s_: () => (/* binding */ strictnessOf)
/* harmony export */ });
/* unused harmony export fieldsOf */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);

/** The schema of the value at a key path, without optional and default around it. Entries of lists may stand under any key. */
function schemaAt(root, keys) {
    let schema = unwrap(root);
    for (const key of keys)
        schema = schema && unwrap(childOf(schema, key));
    return schema;
}
/** The schema at a key path as it stands there. */
const fieldAt = (root, keys) => keys.reduce((schema, key) => childOf(unwrap(schema), key), root);
/** Without optional, default and the like around it. */
const unwrap = (schema) => schema && layersOf(schema).at(-1);
/** The schema and what it wraps, outermost first. */
function layersOf(schema) {
    const layers = [schema];
    for (let inner = innerOf(schema); inner !== undefined; inner = innerOf(inner))
        layers.push(inner);
    return layers;
}
function innerOf(schema) {
    const wraps = schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodOptional */ .IiU ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodDefault */ .XiL ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodNullable */ .l1C ||
        schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodPrefault */ .xgV;
    return wraps ? schema.unwrap() : undefined;
}
/** The schema under one key of an unwrapped schema, as it stands there. */
function childOf(schema, key) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodObject */ .bvH)
        return Object.hasOwn(schema.shape, key) ? schema.shape[String(key)] : undefined;
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodArray */ .naA)
        return schema.element;
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodRecord */ .b8S)
        return schema.valueType;
    if (!(schema instanceof zod__WEBPACK_IMPORTED_MODULE_0__/* .ZodUnion */ .fZ7))
        return undefined;
    return alternativesOf(schema)
        .map(option => childOf(unwrap(option), key))
        .find(child => child !== undefined);
}
const alternativesOf = (schema) => schema.options;
/** What the schema says of strictness; of a wrapped schema the outermost statement counts. */
function strictnessOf(schema) {
    const metas = schema === undefined ? [] : layersOf(schema).map(layer => layer.meta());
    return {
        stricter: metas.find(meta => meta?.stricter !== undefined)?.stricter,
        presence: metas.find(meta => meta?.presence !== undefined)?.presence,
    };
}
/** Every key of a schema, parents before what is in them. */
function fieldsOf(root, prefix = '') {
    const schema = unwrap(root);
    if (schema instanceof z.ZodObject) {
        return Object.entries(schema.shape).flatMap(([name, child]) => field(prefix === '' ? name : `${prefix}.${name}`, child));
    }
    if (schema instanceof z.ZodRecord)
        return field(`${prefix}.<name>`, schema.valueType);
    if (schema instanceof z.ZodArray)
        return fieldsOf(schema.element, `${prefix}[]`);
    if (schema instanceof z.ZodUnion)
        return alternativesOf(schema).flatMap(option => fieldsOf(option, prefix));
    return [];
}
const field = (key, schema) => [{ key, schema }, ...fieldsOf(schema, key)];


/***/ }),

/***/ 30:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ appliesTo),
/* harmony export */   z: () => (/* binding */ when)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2857);
/* harmony import */ var _gates_scope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2078);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7183);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7311);





/** Which pull requests something concerns. Everything that is given must hold; of a list, one entry is enough. */
const when = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    paths: _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .globs */ .gV
        .optional()
        .describe('A changed file matches, under its old or its new name.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    labels: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).max(100))
        .min(1)
        .max(_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .maxListLength */ .VO)
        .optional()
        .describe('It has one of these labels. Whoever may label decides: for what must hold, use `paths`.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    base: _fields_js__WEBPACK_IMPORTED_MODULE_2__/* .globs */ .gV
        .optional()
        .describe('Its base branch matches, e.g. `main` or `release/*`.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    risk: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['low', 'medium', 'high']))
        .min(1)
        .optional()
        .describe('The deployment impact has this risk.')
        .meta({ stricter: 'more', presence: 'weaker' }),
    draft: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .optional()
        .describe('`false`: not while it is a draft; `true`: only then.')
        .meta({ stricter: 'other', presence: 'weaker' }),
});
const no = (why) => ({ applies: 'no', why });
const cannotTell = (why) => ({ applies: 'unknown', why });
/** A condition that certainly does not hold decides, whatever else cannot be told. */
function appliesTo(condition, facts, risk) {
    if (condition === undefined)
        return { applies: 'yes' };
    const answers = [
        draft(condition, facts),
        base(condition, facts),
        paths(condition, facts),
        labels(condition, facts),
        risks(condition, risk),
    ];
    return (answers.find(answer => answer?.applies === 'no') ??
        answers.find(answer => answer?.applies === 'unknown') ?? { applies: 'yes' });
}
function draft({ draft: wanted }, { isDraft }) {
    return wanted === undefined || wanted === isDraft ? null : no((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.draft', { isDraft }));
}
function base({ base: wanted }, { baseRef }) {
    if (wanted === undefined || (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(wanted).matches(baseRef))
        return null;
    return no((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.base', { base: baseRef, wanted }));
}
function paths({ paths: wanted }, { changedFiles }) {
    if (wanted === undefined)
        return null;
    if (changedFiles.state === 'unknown')
        return cannotTell(changedFiles.reason);
    const compiled = (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)(wanted);
    const files = changedFiles.state === 'present' ? changedFiles.value : [];
    return files.some(file => (0,_gates_scope_js__WEBPACK_IMPORTED_MODULE_0__/* .inScope */ .SB)(compiled, file)) ? null : no((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.paths', { wanted }));
}
function labels({ labels: wanted }, facts) {
    if (wanted === undefined)
        return null;
    if (facts.labels.state === 'unknown')
        return cannotTell(facts.labels.reason);
    const given = new Set(facts.labels.state === 'present' ? facts.labels.value.map(fold) : []);
    return wanted.some(label => given.has(fold(label))) ? null : no((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.labels', { wanted }));
}
/** GitHub compares the names of labels without regard to case. */
const fold = (label) => label.toLowerCase();
function risks({ risk: wanted }, risk) {
    if (wanted === undefined)
        return null;
    if (risk === 'unknown')
        return cannotTell((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.risk.unknown', {}));
    return wanted.includes(risk) ? null : no((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('when.risk', { risk, wanted }));
}


/***/ }),

/***/ 6309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ Places),
/* harmony export */   gM: () => (/* binding */ readYaml)
/* harmony export */ });
/* unused harmony export yamlLimits */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7311);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5493);




const yamlLimits = { depth: 32, aliases: 100, entries: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .maxListLength */ .VO };
/** Where each key path of the file stands. */
class Places {
    #places = new Map();
    add(keys, place) {
        this.#places.set(JSON.stringify(keys), place);
    }
    /** Of the value at the path, or of the nearest thing around it. `key`: rather of the key. */
    offset(keys, prefer = 'value') {
        for (let length = keys.length; length >= 0; length--) {
            const place = this.#places.get(JSON.stringify(keys.slice(0, length)));
            if (place)
                return prefer === 'key' || length < keys.length ? (place.key ?? place.value) : place.value;
        }
        return 0;
    }
}
/** One YAML 1.2 core document without tags, merge keys and directives, with the place of everything. */
function readYaml(text) {
    const nothing = { value: undefined, warnings: [], writtenNull: () => false, oddNumbers: [] };
    const refusal = refuseTokens(text);
    if (refusal)
        return { ...nothing, problems: [refusal], places: new Places() };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        schema: 'core',
        merge: false,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
    });
    const reader = new Reader(document, text);
    if (document.errors.length > 0) {
        const problems = document.errors
            .slice(0, 20)
            .map(error => syntaxProblem(error.code, error.message, error.pos[0], text));
        return { ...nothing, problems, places: reader.places };
    }
    const value = document.contents === null ? undefined : reader.read(document.contents, []);
    const { problems, warnings, places, nulls, oddNumbers } = reader;
    return { value, problems, warnings, places, writtenNull: keys => nulls.has(JSON.stringify(keys)), oddNumbers };
}
function syntaxProblem(code, detail, offset, text) {
    if (code === 'MULTIPLE_DOCS')
        return { code: 'CFG-MULTIDOC', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.multidoc', {}), offset, keys: [] };
    const reason = code === 'TAB_AS_INDENT' || text[offset] === '\t' ? 'tab' : 'other';
    return {
        code: 'CFG-SYNTAX',
        message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.syntax', { reason, detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(detail) }),
        offset,
        keys: [],
    };
}
/** What the lexer yields besides pieces of the text: start of a document, of a scalar, end of a broken flow. */
const scalarMarker = '\x1f';
const markers = ['\x02', scalarMarker, '\x18'];
/** Nesting and directives, seen on the tokens: the parser recurses, the lexer does not. */
function refuseTokens(text) {
    const depth = new DepthMeter();
    let offset = 0;
    let previous = '';
    for (const token of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        const isScalar = previous === scalarMarker;
        if (token.startsWith('%') && !isScalar)
            return {
                code: 'CFG-SYNTAX',
                message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.syntax', { reason: 'directive', detail: '' }),
                offset,
                keys: [],
            };
        if ((isScalar ? depth.afterScalar(token) : depth.after(token)) > yamlLimits.depth)
            return { code: 'CFG-DEPTH', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.depth', { limit: yamlLimits.depth }), offset, keys: [] };
        if (isScalar || !markers.includes(token))
            offset += token.length;
        previous = token;
    }
    return undefined;
}
class DepthMeter {
    #indents = [];
    #indent = 0;
    #indicators = 0;
    #flow = 0;
    #atLineStart = true;
    /** An upper bound of the nesting after this token. */
    after(token) {
        if (token === '\n')
            this.#startLine();
        else if (this.#atLineStart && token.startsWith(' '))
            this.#indent = token.length;
        else if (!token.startsWith('#') && !markers.includes(token))
            this.#content(token);
        return this.#depth();
    }
    /** The body of a block scalar is no content of its own and takes its last line end with it. */
    afterScalar(text) {
        if (text.endsWith('\n'))
            this.#startLine();
        else
            this.#content('');
        return this.#depth();
    }
    #depth() {
        return this.#indents.length + this.#indicators + this.#flow;
    }
    #startLine() {
        this.#atLineStart = true;
        this.#indent = 0;
        this.#indicators = 0;
    }
    #content(token) {
        if (this.#atLineStart && this.#flow === 0)
            this.#enter(this.#indent);
        this.#atLineStart = false;
        if (token === '[' || token === '{')
            this.#flow++;
        else if (token === ']' || token === '}')
            this.#flow = Math.max(0, this.#flow - 1);
        else if (token === '-' || token === '?')
            this.#indicators++;
    }
    #enter(indent) {
        while ((this.#indents.at(-1) ?? -1) >= indent)
            this.#indents.pop();
        this.#indents.push(indent);
    }
}
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];
const plainDecimal = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** The version is no quantity: `1.0` is not `1`. */
function isPlain(keys, source, value) {
    if (keys.length === 1 && keys[0] === 'version')
        return source === String(value);
    return plainDecimal.test(source) && !Object.is(value, -0);
}
/** Turns nodes into values and collects everything that is wrong on the way; what is wrong is left out of the value. */
class Reader {
    problems = [];
    warnings = [];
    places = new Places();
    nulls = new Set();
    oddNumbers = [];
    #document;
    #text;
    #position;
    #open = new Set();
    #aliases = 0;
    constructor(document, text) {
        this.#document = document;
        this.#text = text;
        this.#position = (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .lineIndex */ .Dp)(text);
    }
    read(node, keys, keyOffset) {
        const offset = node?.range?.[0] ?? keyOffset ?? 0;
        this.places.add(keys, keyOffset === undefined ? { value: offset } : { key: keyOffset, value: offset });
        if (node === null)
            return null;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
            return this.#readAlias(node, keys, offset, keyOffset);
        if (keys.length > yamlLimits.depth)
            return this.#refuse('CFG-DEPTH', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.depth', { limit: yamlLimits.depth }), offset, keys);
        const tag = node.tag;
        if (tag !== undefined && tag !== '!')
            return this.#refuse('CFG-TAG', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.tag', { tag: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(tag.replace('tag:yaml.org,2002:', '!!')) }), this.#tagOffset(offset), keys);
        this.#open.add(node);
        const value = this.#readOpened(node, keys, offset);
        this.#open.delete(node);
        return value;
    }
    #readOpened(node, keys, offset) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
            return this.#readScalar(node, keys, offset);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return null;
        if (node.items.length > yamlLimits.entries) {
            const counts = { count: node.items.length, limit: yamlLimits.entries };
            return this.#refuse('CFG-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.entries', counts), offset, keys);
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return node.items.map((item, i) => this.read(item, [...keys, i]));
        return this.#readMap(node.items, keys, offset);
    }
    #readMap(pairs, keys, offset) {
        const value = {};
        const seen = new Map();
        for (const pair of pairs) {
            const at = pair.key?.range?.[0] ?? offset;
            const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? this.#keyText(pair.key) : undefined;
            if (key === undefined)
                this.#refuse('CFG-KEY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.key', {}), at, keys);
            else if (key === '<<')
                this.#refuse('CFG-KEY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.key.merge', {}), at, keys);
            else if (forbiddenKeys.includes(key))
                this.#refuse('CFG-KEY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.key.forbidden', { key }), at, [...keys, key]);
            else if (seen.has(key)) {
                const lines = { first: this.#position(seen.get(key) ?? 0).line, second: this.#position(at).line };
                this.#refuse('CFG-DUPKEY', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.key.twice', { key: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(key), ...lines }), at, [...keys, key]);
            }
            else {
                seen.set(key, at);
                value[key] = this.read(pair.value, [...keys, key], at);
            }
        }
        return value;
    }
    #keyText(key) {
        if (key.tag !== undefined && key.tag !== '!')
            return undefined;
        return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    }
    #readScalar(node, keys, offset) {
        const { value, source = '' } = node;
        if (typeof value === 'string' && value.includes('${{'))
            this.warnings.push({
                code: 'CFG-LITERAL',
                message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.literal', { got: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(value) }),
                offset,
                keys,
            });
        if (value === null && source !== '')
            this.nulls.add(JSON.stringify(keys));
        if (typeof value === 'bigint')
            return Number(value);
        if (typeof value === 'number' && !isPlain(keys, source, value))
            this.oddNumbers.push({ keys, source, value });
        return value;
    }
    #readAlias(node, keys, offset, keyOffset) {
        const name = (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visible */ .RK)(node.source);
        if (++this.#aliases > yamlLimits.aliases) {
            if (this.#aliases > yamlLimits.aliases + 1)
                return null;
            return this.#refuse('CFG-ALIAS', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.alias.many', { limit: yamlLimits.aliases }), offset, keys);
        }
        const target = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.resolve(this.#document) : undefined;
        if (target === undefined)
            return this.#refuse('CFG-ALIAS', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.alias.unknown', { name }), offset, keys);
        if (this.#open.has(target))
            return this.#refuse('CFG-ALIAS', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('policy.alias.cycle', { name }), offset, keys);
        return this.read(target, keys, keyOffset);
    }
    #refuse(code, what, offset, keys) {
        this.problems.push({ code, message: what, offset, keys });
        return null;
    }
    /** A node's range starts behind its tag. */
    #tagOffset(offset) {
        const lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1;
        const tag = this.#text.slice(lineStart, offset).lastIndexOf('!');
        if (tag < 0)
            return offset;
        return lineStart + this.#text.slice(lineStart, lineStart + tag + 1).search(/!\S*$/);
    }
}


/***/ }),

/***/ 6471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ distinctActors)
/* harmony export */ });
/** Everybody once, in order; a role is left out where one of its people or teams is named. */
function distinctActors(actors) {
    const named = new Set(actors.flatMap(actor => (('login' in actor || 'slug' in actor) && 'role' in actor ? actor.role : [])));
    const seen = new Set();
    return actors.filter(actor => {
        const key = JSON.stringify(actor);
        if (seen.has(key) || (actor.kind === 'role' && named.has(actor.role)))
            return false;
        seen.add(key);
        return true;
    });
}


/***/ }),

/***/ 9871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T9: () => (/* binding */ waive),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   kV: () => (/* binding */ waiverOutcomes),
/* harmony export */   qn: () => (/* binding */ waiverNotices),
/* harmony export */   xW: () => (/* binding */ waiversFor)
/* harmony export */ });
/* unused harmony export isExpired */
/* harmony import */ var _checklist_judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7183);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);



const dayMs = 24 * 60 * 60 * 1000;
const warnDays = 14;
/** A waiver holds to the end of its last day, UTC. */
const isExpired = ({ expires }, now) => Date.parse(now) >= Date.parse(`${expires}T00:00:00Z`) + dayMs;
const isExpiring = (waiver, now) => !isExpired(waiver, now) && Date.parse(`${waiver.expires}T00:00:00Z`) + dayMs - Date.parse(now) <= warnDays * dayMs;
/** Those for one gate that hold on the day of the evaluation. */
const waiversFor = (gate, waivers, now) => waivers.filter(waiver => waiver.gate === gate && !isExpired(waiver, now));
/** Whether a waiver covers a finding: everything that it names must fit. */
function covers({ match }, finding) {
    if (match === undefined)
        return true;
    if (match.rule !== undefined && match.rule !== finding.rule)
        return false;
    if (match.tool !== undefined && match.tool !== finding.tool)
        return false;
    return match.path === undefined || (finding.path !== undefined && (0,_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlobs */ .tI)([match.path]).matches(finding.path));
}
const isOpen = (result) => result.status === 'failed' || result.status === 'waiting' || result.status === 'unknown';
/**
 * The result of a gate once waivers are taken into account. One of the policy without `match` covers the gate whatever it
 * says; with a `match` every finding that counts must be covered. What a person granted holds for the head that they saw.
 */
function waive(gate, result, { waivable, ...rights }, waivers, facts) {
    if (!waivable || !isOpen(result))
        return result;
    const applied = byPolicy(result, waivers) ?? byCommand(gate, rights, facts);
    if (applied === null)
        return result;
    const { status, summary, findings, table } = result;
    return {
        status: 'waived',
        summary: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('waiver.applied', { ...applied, status }),
        waiver: applied,
        instead: { status, summary },
        ...(findings === undefined ? {} : { findings }),
        ...(table === undefined ? {} : { table }),
    };
}
function byPolicy(result, waivers) {
    const whole = waivers.find(waiver => waiver.match === undefined);
    if (whole !== undefined)
        return applied(whole);
    const counting = (result.findings ?? []).filter(finding => finding.aside !== true);
    if (result.status !== 'failed' || counting.length === 0)
        return null;
    const used = counting.map(finding => waivers.find(waiver => covers(waiver, finding)));
    const [first] = used;
    return first === undefined || used.includes(undefined) ? null : applied(first);
}
const applied = ({ owner, reason, expires }) => ({
    source: 'policy',
    owner,
    reason,
    expires,
});
/** Rights are looked up now, not when it was granted; who wrote the change cannot pass it over. */
function byCommand(gate, { waive_by: roles, waiver_survives_push: survives }, facts) {
    if (facts.waivers.state !== 'present')
        return null;
    const holds = (waiver) => waiver.gate === gate &&
        waiver.baseRef === facts.baseRef &&
        (survives || waiver.headSha === facts.headSha) &&
        roles.some(role => facts.roles[role]?.members.some(member => member.id === waiver.by.id) === true) &&
        facts.commits.state === 'present' &&
        !facts.commits.value.some(commit => commit.unattributed.length > 0) &&
        !(0,_checklist_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .isContributor */ .cQ)(waiver.by.id, facts);
    const found = facts.waivers.value.findLast(holds);
    return found === undefined
        ? null
        : { source: 'command', owner: `@${found.by.login}`, reason: found.reason, expires: null };
}
/** Every waiver of the policy and what became of it. `used` are those that a gate applied to single results itself. */
function waiverOutcomes(waivers, outcomes, now) {
    return waivers.map(waiver => {
        const { gate, owner, reason, expires } = waiver;
        const outcome = outcomes.find(one => one.gate === gate);
        return { gate, owner, reason, expires, state: stateOf(waiver, outcome, now), expiring: isExpiring(waiver, now) };
    });
}
function stateOf(waiver, outcome, now) {
    if (isExpired(waiver, now))
        return 'expired';
    if (outcome === undefined || outcome.result.status === 'skipped')
        return 'idle';
    const { result } = outcome;
    const findings = 'findings' in result ? (result.findings ?? []) : [];
    const covered = findings.some(finding => finding.waived === true && covers(waiver, finding));
    if (covered)
        return 'used';
    if (result.status === 'waived' && result.waiver.source === 'policy') {
        return waiver.match === undefined || findings.some(finding => covers(waiver, finding)) ? 'used' : 'unused';
    }
    return result.status === 'passed' || result.status === 'failed' ? 'unused' : 'idle';
}
/** What the maintainers of the policy should do about its waivers. */
const waiverNotices = (waivers) => waivers.flatMap(({ gate, owner, reason, expires, state, expiring }) => {
    if (state === 'expired')
        return [{ level: 'warning', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('waiver.expired', { gate, owner, expires }) }];
    return [
        ...(expiring
            ? [{ level: 'warning', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('waiver.expiring', { gate, owner, expires }) }]
            : []),
        ...(state === 'unused'
            ? [{ level: 'notice', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('waiver.unused', { gate, owner, reason }) }]
            : []),
    ];
});


/***/ })

};

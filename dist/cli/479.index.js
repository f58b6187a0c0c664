export const id = 479;
export const ids = [479];
export const modules = {

/***/ 1290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ remoteOptions),
/* harmony export */   _n: () => (/* binding */ pullRequestOf),
/* harmony export */   d3: () => (/* binding */ openRemote)
/* harmony export */ });
/* harmony import */ var _src_github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6330);
/* harmony import */ var _src_github_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6143);
/* harmony import */ var _src_github_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4461);
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5800);





/** The options of every command that asks GitHub. */
const remoteOptions = {
    repo: { about: 'cli.option.repo', value: 'OWNER/NAME' },
};
/** Where the token comes from, as with GitHub's own tools. */
const tokenNames = ['GITHUB_TOKEN', 'GH_TOKEN'];
async function openRemote(repo, { env }) {
    const named = repo ?? env.GITHUB_REPOSITORY ?? '';
    const [, owner = '', name = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(named) ?? [];
    if (owner === '')
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('cli.noRepo', { got: named }) });
    const token = tokenNames.map(one => env[one]).find(value => value !== undefined && value !== '') ?? '';
    const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
    const client = await (0,_src_github_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .Ng)(token, { apiUrl, userAgent: 'delivery-gates-cli' });
    return client === null ? (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('cli.noToken', { names: tokenNames }) }) : (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)({ client, owner, name });
}
async function pullRequestOf({ client, owner, name }, number) {
    if (!/^[1-9]\d{0,9}$/.test(number))
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('cli.pr', { got: number }) });
    try {
        const snapshot = await (0,_src_github_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshot */ .R)(client, { owner, name, number: Number(number) });
        return snapshot === null ? (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('action.notFound', { number: Number(number) }) }) : (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(snapshot);
    }
    catch (error) {
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)({ message: (0,_src_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownBecause */ .Zp)('pull-requests', error) });
    }
}


/***/ }),

/***/ 6330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P9: () => (/* binding */ retryAfter),
/* harmony export */   QL: () => (/* binding */ graphQlFailure),
/* harmony export */   Zp: () => (/* binding */ unknownBecause),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   fe: () => (/* binding */ clientOf)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(454);

/** Narrows an Octokit (of @actions/github or of Probot) to what is used, each call bounded in time (security.md M9). */
function clientOf(octokit, timeoutMs = 15_000) {
    const bounded = () => ({ signal: AbortSignal.timeout(timeoutMs) });
    return {
        graphql: async (query, variables) => {
            const data = await octokit.graphql(query, { ...variables, request: bounded() });
            if (typeof data !== 'object' || data === null)
                throw new HalfAnswer();
            return data;
        },
        request: async (route, parameters) => {
            const request = { ...parameters.request, ...bounded() };
            const answer = await octokit.request(route, { ...parameters, request });
            if (isHalf(answer))
                throw new HalfAnswer();
            return answer;
        },
    };
}
/** The answer was cut off, or is a page of something between GitHub and us (security.md B-A02). */
class HalfAnswer extends Error {
    status = 502;
    constructor() {
        super('GitHub’s answer is no JSON');
    }
}
/** Octokit gives what it cannot parse as a text. */
const isHalf = ({ data, headers }) => typeof data === 'string' && /^application\/(?:scim\+)?json\b/.test(String(headers?.['content-type']));
/** `errors` and the partial data of a rejected GraphQL call; `null` for any other failure. */
function graphQlFailure(error) {
    if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors))
        return null;
    return { data: 'data' in error ? error.data : null, errors: error.errors };
}
/** HTTP status of a failed call; 0 when there was no answer. */
function statusOf(error) {
    if (typeof error !== 'object' || error === null || !('status' in error))
        return 0;
    return typeof error.status === 'number' ? error.status : 0;
}
/** Why something could not be read, as a reason for an unknown fact. Names the status, never a token or a URL. */
function unknownBecause(what, error) {
    const status = statusOf(error);
    const graphql = graphQlFailure(error);
    const type = graphql?.errors[0]?.type ?? '';
    if (status === 403 || type === 'FORBIDDEN')
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)('unknown.permission', { what, permission: what });
    const text = graphql?.errors[0]?.message ?? (error instanceof Error ? error.message : '');
    const detail = status > 0 ? `HTTP ${status}` : type || text.replaceAll(/https?:\/\/\S+/g, '').slice(0, 120);
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_0__/* .message */ .i)('unknown.api', { what, detail });
}
/** Milliseconds that GitHub asked us to stay away; `null` when it did not. Source: REST "rate limits" page. */
function retryAfter(error, now) {
    if (typeof error !== 'object' || error === null)
        return null;
    const response = 'response' in error ? error.response : undefined;
    const headers = response?.headers ?? ('headers' in error ? error.headers : {});
    const seconds = Number(headers['retry-after']);
    if (Number.isFinite(seconds) && seconds >= 0 && headers['retry-after'] !== undefined)
        return seconds * 1000;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        // Both by GitHub's clock: ours may be minutes off.
        const there = Date.parse(String(headers.date));
        const from = Number.isFinite(there) ? there : now;
        return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - from) || 60_000;
    }
    return null;
}


/***/ }),

/***/ 6143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect)
/* harmony export */ });
/* unused harmony exports retryBudget, retryingReads */
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6330);

/** A client for one token. The toolkit brings proxies and certificates along; it is loaded only when there is a token. */
async function connect(token, { apiUrl, userAgent }) {
    if (token === '')
        return null;
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    return retryingReads((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientOf */ .fe)(getOctokit(token, { baseUrl: apiUrl, userAgent })), wallClock);
}
const wallClock = {
    now: Date.now,
    sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
};
/** Waiting for GitHub within one run, all reads together, in milliseconds (security.md R-22). */
const retryBudget = 60_000;
/** Repeats reads that failed for a passing reason. A write is never repeated: it may have happened. */
function retryingReads(client, clock, budget = retryBudget) {
    const deadline = clock.now() + budget;
    const again = async (call) => {
        for (let attempt = 0;; attempt += 1) {
            try {
                return await call();
            }
            catch (error) {
                const wait = isPassing(error, clock.now()) ? ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .retryAfter */ .P9)(error, clock.now()) ?? 500 * 2 ** attempt) : null;
                if (wait === null || attempt >= 6 || clock.now() + wait > deadline)
                    throw error;
                await clock.sleep(wait);
            }
        }
    };
    return {
        graphql: (query, variables) => /^\s*query\b/.test(query) ? again(() => client.graphql(query, variables)) : client.graphql(query, variables),
        request: (route, parameters) => route.startsWith('GET ') ? again(() => client.request(route, parameters)) : client.request(route, parameters),
    };
}
/** No answer, a server's fault, or a limit that GitHub says when to try again after. */
function isPassing(error, now) {
    if ((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .graphQlFailure */ .QL)(error)?.errors.some(one => one.type === 'RATE_LIMITED'))
        return true;
    const status = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error);
    if (status === 429 || status === 403)
        return (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .retryAfter */ .P9)(error, now) !== null;
    // Octokit gives a connection that failed or timed out the status 500 too.
    return status >= 500;
}


/***/ }),

/***/ 3345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MI: () => (/* binding */ moreCommitsQuery),
/* harmony export */   Q2: () => (/* binding */ ownCheckName),
/* harmony export */   W0: () => (/* binding */ measuredCheckName),
/* harmony export */   Zt: () => (/* binding */ moreChecksQuery),
/* harmony export */   b8: () => (/* binding */ moreReviewsQuery),
/* harmony export */   nC: () => (/* binding */ evidenceCheckName),
/* harmony export */   s5: () => (/* binding */ actionsAppSlug),
/* harmony export */   z$: () => (/* binding */ pullRequestQuery)
/* harmony export */ });
/* unused harmony exports groupQuery, commentBodiesQuery, ownOutputQuery */
/** Our own check, commit status, and what their names begin with. */
const ownCheckName = 'delivery-gates';
/** Check run that carries what CI measured of coverage; written by the Action, read by the App and by later pull requests. */
const evidenceCheckName = 'delivery-gates/coverage';
/** Check run that carries everything else that CI measured: findings, budgets, cells of a matrix. */
const measuredCheckName = 'delivery-gates/evidence';
/** Slug of the GitHub App behind GITHUB_TOKEN: only its check runs count as evidence. */
const actionsAppSlug = 'github-actions';
const account = 'fragment account on Actor { __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Mannequin { databaseId } }';
const evidence = `fragment evidence on Commit {
  oid
  checkSuites(first: 10, filterBy: { checkName: $checkName }) {
    nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { databaseId status text } } }
  }
  measuredSuites: checkSuites(first: 10, filterBy: { checkName: $measuredName }) {
    nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $measuredName }) { nodes { databaseId status text } } }
  }
}`;
/** Beside evidence, what reported on a commit and where it was deployed. */
const reported = `fragment reported on Commit {
  rollup: statusCheckRollup { contexts(first: 100) { ...contexts } }
  deployments(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
    totalCount
    nodes { environment latestEnvironment commitOid createdAt creator { ...account } latestStatus { state createdAt } }
  }
}`;
const contexts = `fragment contexts on StatusCheckRollupContextConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on CheckRun {
      databaseId name status conclusion startedAt completedAt url
      checkSuite { createdAt app { databaseId slug } workflowRun { event workflow { name } } }
    }
    ... on StatusContext { context state createdAt targetUrl creator { ...account } }
  }
}`;
const linkedIssue = `fragment linkedIssue on Issue {
  number title body state milestone { title } repository { name owner { login } }
  labels(first: 100) { totalCount nodes { name } }
}`;
const entry = 'fragment entry on TreeEntry { mode type size object { __typename ... on Blob { oid text byteSize isBinary isTruncated } } }';
const commitNode = `fragment commitNode on PullRequestCommit {
  commit {
    oid
    author { name email user { login databaseId } }
    committer { name email user { login databaseId } }
    authors(first: 20) { totalCount nodes { name email user { login databaseId } } }
    signature { isValid wasSignedByGitHub }
    parents(first: 3) { totalCount nodes { oid } }
  }
}`;
const reviewNode = 'fragment reviewNode on PullRequestReview { fullDatabaseId state submittedAt createdAt commit { oid } author { ...account } }';
/**
 * Everything about a pull request that one GraphQL read can give. `policy1` and `policy2` are the two spellings of the
 * policy's path, each at the tip of the base branch and at the head.
 */
const pullRequestQuery = `query PullRequestFacts($owner: String!, $name: String!, $number: Int!, $policy1: String!, $policy2: String!, $checkName: String!, $measuredName: String!) {
  repository(owner: $owner, name: $name) {
    id databaseId name isPrivate owner { login }
    pullRequest(number: $number) {
      id number title body url state isDraft isCrossRepository createdAt
      author { ...account }
      baseRefName baseRefOid headRefOid changedFiles additions deletions
      baseRef {
        target {
          oid
          ... on Commit {
            policy1: file(path: $policy1) { ...entry }
            policy2: file(path: $policy2) { ...entry }
            history(first: 20) { nodes { ...evidence } }
          }
        }
      }
      head: commits(last: 1) {
        nodes { commit { ...evidence ...reported policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
      }
      labels(first: 100) { totalCount nodes { name } }
      milestone { title }
      linked: closingIssuesReferences(first: 50) { totalCount nodes { ...linkedIssue } }
      commits(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
      reviews(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
      reviewRequests(first: 100) {
        totalCount
        nodes { requestedReviewer { __typename ... on User { login databaseId } ... on Team { databaseId combinedSlug } } }
      }
    }
  }
}
${account}
${evidence}
${reported}
${contexts}
${linkedIssue}
${entry}
${commitNode}
${reviewNode}`;
/** The commit that a merge queue tests. */
const groupQuery = (/* unused pure expression or super */ null && (`query MergeGroup($owner: String!, $name: String!, $head: GitObjectID!, $base: GitObjectID!, $policy1: String!, $policy2: String!, $checkName: String!, $measuredName: String!) {
  repository(owner: $owner, name: $name) {
    id
    head: object(oid: $head) { ... on Commit { ...evidence ...reported } }
    base: object(oid: $base) { ... on Commit { policy1: file(path: $policy1) { ...entry } policy2: file(path: $policy2) { ...entry } } }
  }
}
${account}
${evidence}
${reported}
${contexts}
${entry}`));
/** What our comments say now, by their ids. */
const commentBodiesQuery = 'query CommentBodies($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id body } } }';
const moreChecksQuery = `query MoreChecks($owner: String!, $name: String!, $oid: GitObjectID!, $after: String!) {
  repository(owner: $owner, name: $name) {
    object(oid: $oid) { ... on Commit { rollup: statusCheckRollup { contexts(first: 100, after: $after) { ...contexts } } } }
  }
}
${account}
${contexts}`;
const moreCommitsQuery = `query MoreCommits($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      commits(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...commitNode } }
    }
  }
}
${commitNode}`;
const moreReviewsQuery = `query MoreReviews($owner: String!, $name: String!, $number: Int!, $after: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...reviewNode } }
    }
  }
}
${account}
${reviewNode}`;
/** Our own comments and checks on a pull request: asked before creating again what an earlier try may have created. */
const ownOutputQuery = (/* unused pure expression or super */ null && (`query OwnOutput($owner: String!, $name: String!, $number: Int!, $checkName: String!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      oldest: comments(first: 100) { nodes { ...own } }
      newest: comments(last: 100) { nodes { ...own } }
      commits(last: 1) {
        nodes {
          commit {
            oid
            checkSuites(first: 20, filterBy: { checkName: $checkName }) {
              nodes { app { slug } checkRuns(first: 20, filterBy: { checkName: $checkName }) { nodes { id databaseId externalId } } }
            }
          }
        }
      }
    }
  }
}
fragment own on IssueComment { id fullDatabaseId viewerDidAuthor body }`));


/***/ }),

/***/ 6488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ resolveRoles),
/* harmony export */   gZ: () => (/* binding */ readDirectory)
/* harmony export */ });
/* unused harmony export nodeIds */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6330);


const memberFields = 'totalCount pageInfo { hasNextPage endCursor } nodes { id login databaseId }';
/** Only people who are members themselves: those of child teams and open invitations do not count (security.md T-18). */
const teamFields = `id databaseId combinedSlug members(first: 100, membership: IMMEDIATE) { ${memberFields} }`;
/** Resolves role entries in one read (more only for teams beyond 100 members). What cannot be read says why. */
async function readDirectory(client, entries) {
    const names = [...new Set(entries)];
    if (names.length === 0)
        return {};
    const { query, variables } = directoryQuery(names);
    try {
        return await fill(client, names, await client.graphql(query, variables));
    }
    catch (error) {
        const failure = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .graphQlFailure */ .QL)(error);
        if (failure === null || typeof failure.data !== 'object' || failure.data === null) {
            const reason = (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownBecause */ .Zp)('role members', error);
            return Object.fromEntries(names.map(name => [name, { kind: 'unresolved', reason }]));
        }
        return fill(client, names, failure.data);
    }
}
/** Logins and slugs travel as variables, never as query text. */
function directoryQuery(names) {
    const variables = {};
    const fields = names.map((name, index) => {
        const [owner = '', team] = name.replace(/^@/, '').split('/');
        variables[`a${index}`] = owner;
        if (team === undefined)
            return `e${index}: user(login: $a${index}) { id login databaseId }`;
        variables[`b${index}`] = team;
        return `e${index}: organization(login: $a${index}) { team(slug: $b${index}) { ${teamFields} } }`;
    });
    const declared = Object.keys(variables).map(name => `$${name}: String!`);
    return { query: `query RoleMembers(${declared.join(', ')}) {\n${fields.join('\n')}\n}`, variables };
}
async function fill(client, names, data) {
    const resolved = {};
    for (const [index, name] of names.entries()) {
        const answer = data[`e${index}`];
        resolved[name] = name.includes('/')
            ? await teamEntry(client, name, answer?.team ?? null)
            : userEntry(name, answer);
    }
    return resolved;
}
function userEntry(name, user) {
    if (user === null || user === undefined)
        return { kind: 'unresolved', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('unknown.noUser', { login: name }) };
    const account = { id: String(user.databaseId), login: user.login, type: 'User' };
    return { kind: 'user', account, nodeId: user.id };
}
async function teamEntry(client, name, team) {
    if (team === null)
        return { kind: 'unresolved', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('unknown.team', { team: name }) };
    const nodes = [...team.members.nodes];
    try {
        for (let page = team.members; page.pageInfo.hasNextPage && nodes.length < 5000;) {
            page = await nextMembers(client, team.id, page.pageInfo.endCursor ?? '');
            nodes.push(...page.nodes);
        }
    }
    catch (error) {
        return { kind: 'unresolved', reason: (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownBecause */ .Zp)(name, error) };
    }
    if (nodes.length !== team.members.totalCount) {
        const counts = { got: nodes.length, expected: team.members.totalCount };
        return { kind: 'unresolved', reason: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('unknown.incomplete', { what: name, ...counts }) };
    }
    return {
        kind: 'team',
        team: { id: String(team.databaseId), slug: team.combinedSlug },
        nodeId: team.id,
        members: nodes.map(node => ({ id: String(node.databaseId), login: node.login, type: 'User', nodeId: node.id })),
    };
}
async function nextMembers(client, team, after) {
    const query = `query MoreMembers($team: ID!, $after: String!) {
  node(id: $team) { ... on Team { members(first: 100, after: $after, membership: IMMEDIATE) { ${memberFields} } } }
}`;
    const answer = await client.graphql(query, { team, after });
    return answer.node.members;
}
/** The policy's roles with their people; an entry that is not in the directory is unresolved, never empty. */
function resolveRoles(roles, directory) {
    return Object.fromEntries(Object.entries(roles).map(([role, entries]) => [role, resolveRole(entries, directory)]));
}
function resolveRole(entries, directory) {
    const members = new Map();
    const teams = [];
    const unresolved = [];
    for (const entry of entries) {
        const found = directory[entry];
        if (found === undefined || found.kind === 'unresolved') {
            unresolved.push({ entry, reason: found?.reason ?? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('unknown.notFetched', { what: entry }) });
        }
        else if (found.kind === 'user')
            members.set(found.account.id, found.account);
        else {
            teams.push(found.team);
            for (const { id, login, type } of found.members)
                members.set(id, { id, login, type });
        }
    }
    return { members: [...members.values()], teams, unresolved };
}
/** GraphQL node ids of the people and teams of a directory, by numeric id: what mutations take. */
function nodeIds(directory) {
    const users = {};
    const teams = {};
    for (const entry of Object.values(directory)) {
        if (entry.kind === 'user')
            users[entry.account.id] = entry.nodeId;
        if (entry.kind === 'team') {
            teams[entry.team.id] = entry.nodeId;
            for (const member of entry.members)
                users[member.id] = member.nodeId;
        }
    }
    return { users, teams };
}


/***/ }),

/***/ 4461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readSnapshot)
});

// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/locales/message.js
var locales_message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/search.js
var search = __webpack_require__(7502);
// EXTERNAL MODULE: ./build/src/github/queries.js
var queries = __webpack_require__(3345);
;// CONCATENATED MODULE: ./build/src/github/checks.js



const maxPages = 20;
/**
 * Everything that reported on a commit, without our own: the newest run of an app, name and workflow, newest first. A
 * list that does not reach its own total is unknown (security.md T-35).
 */
async function readChecks(client, commit, rollup) {
    if (rollup === null || rollup === undefined)
        return (0,facts/* present */.Eb)([]);
    const nodes = [...rollup.contexts.nodes];
    let page = rollup.contexts;
    for (let turn = 1; turn < maxPages && page.pageInfo.hasNextPage && page.pageInfo.endCursor !== null; turn += 1) {
        const answer = await client.graphql(queries/* moreChecksQuery */.Zt, { ...commit, after: page.pageInfo.endCursor });
        const next = answer.repository?.object?.rollup?.contexts;
        if (next === undefined)
            break;
        page = next;
        nodes.push(...page.nodes);
    }
    const known = nodes.filter(node => node !== null);
    if (known.length !== rollup.contexts.totalCount) {
        const counts = { got: known.length, expected: rollup.contexts.totalCount };
        return (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'checks', ...counts }));
    }
    return (0,facts/* present */.Eb)(newest(known));
}
function newest(nodes) {
    const runs = nodes.filter(node => node.__typename === 'CheckRun').toSorted(byId);
    const statuses = nodes.filter(node => node.__typename === 'StatusContext').toSorted(byTime);
    const found = [...runs.map(runResult), ...statuses.map(statusResult)].filter(one => !isOwn(one.name));
    const kept = new Map();
    for (const one of found) {
        const key = JSON.stringify([one.kind, one.app?.id ?? one.creator?.id, one.name, one.workflow?.name]);
        if (!kept.has(key))
            kept.set(key, one);
    }
    return [...kept.values()];
}
const byId = (a, b) => (b.databaseId ?? 0) - (a.databaseId ?? 0);
const byTime = (a, b) => b.createdAt.localeCompare(a.createdAt);
/** What we write ourselves says nothing that a gate could rest on. */
const isOwn = (name) => name === queries/* ownCheckName */.Q2 || name.startsWith(`${queries/* ownCheckName */.Q2}/`);
const conclusions = {
    SUCCESS: 'passed',
    FAILURE: 'failed',
    TIMED_OUT: 'failed',
    STARTUP_FAILURE: 'failed',
    NEUTRAL: 'neutral',
    SKIPPED: 'skipped',
    CANCELLED: 'cancelled',
    ACTION_REQUIRED: 'action_required',
    STALE: 'stale',
};
function runResult(run) {
    const { app, workflowRun, createdAt } = run.checkSuite;
    return {
        kind: 'check',
        name: run.name,
        app: app === null || app.databaseId === null ? null : { id: String(app.databaseId), slug: app.slug },
        creator: null,
        workflow: workflowRun === null ? null : { name: workflowRun.workflow.name, event: workflowRun.event },
        state: run.status === 'COMPLETED' ? (conclusions[run.conclusion ?? ''] ?? 'failed') : 'pending',
        at: run.completedAt ?? run.startedAt ?? createdAt,
        url: run.url,
    };
}
const states = {
    SUCCESS: 'passed',
    FAILURE: 'failed',
    ERROR: 'failed',
    PENDING: 'pending',
    EXPECTED: 'pending',
};
function statusResult(status) {
    return {
        kind: 'status',
        name: status.context,
        app: null,
        creator: creatorOf(status.creator),
        workflow: null,
        state: states[status.state] ?? 'failed',
        at: status.createdAt,
        url: status.targetUrl,
    };
}
/** GraphQL names bots without the `[bot]` that everybody knows them by. `null`: the account was deleted. */
function creatorOf(actor) {
    if (actor === null || actor.databaseId === null || actor.databaseId === undefined)
        return null;
    const id = String(actor.databaseId);
    return actor.__typename === 'User'
        ? { id, login: actor.login, type: 'User' }
        : { id, login: `${actor.login.replace(/\[bot\]$/, '')}[bot]`, type: 'Bot' };
}

;// CONCATENATED MODULE: ./build/src/github/deployments.js



const deployments_states = {
    SUCCESS: 'success',
    FAILURE: 'failure',
    ERROR: 'failure',
    INACTIVE: 'inactive',
};
/** The newest deployment of a commit to each environment; an incomplete list is unknown (security.md T-35). */
function deploymentsOf(connection) {
    const nodes = connection?.nodes.filter(node => node !== null) ?? [];
    const expected = connection?.totalCount ?? 0;
    if (nodes.length !== expected) {
        return (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'deployments', got: nodes.length, expected }));
    }
    const byEnvironment = new Map();
    for (const node of nodes) {
        const environment = node.latestEnvironment ?? node.environment ?? '';
        if (environment === '' || byEnvironment.has(environment))
            continue;
        byEnvironment.set(environment, {
            environment,
            state: deployments_states[node.latestStatus?.state ?? ''] ?? 'pending',
            sha: node.commitOid,
            at: node.latestStatus?.createdAt ?? node.createdAt,
            creator: creatorOf(node.creator),
        });
    }
    return (0,facts/* present */.Eb)([...byEnvironment.values()]);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/locales/index.js + 82 modules
var locales = __webpack_require__(368);
;// CONCATENATED MODULE: ./build/src/github/evidence.js





const ratio = schemas/* strictObject */.rej({ covered: schemas/* int */.Whr().min(0), total: schemas/* int */.Whr().min(0) })
    .refine(({ covered, total }) => covered <= total);
const none = { covered: 0, total: 0 };
const count = schemas/* int */.Whr().min(0);
const range = schemas/* tuple */.PVZ([schemas/* int */.Whr().min(1), schemas/* int */.Whr().min(1)]);
const places = schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), ranges: schemas/* array */.YOg(range) }));
const code = schemas/* custom */.IeY(value => typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    `${value.code}` in locales/* locales */.IB.en);
const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const origin = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    format: schemas/* string */.YjP(),
    sha256: schemas/* string */.YjP(),
    carried: schemas/* strictObject */.rej({ sha, at: schemas/* string */.YjP(), lost: count }).optional(),
});
const missing = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    path: schemas/* string */.YjP(),
    found: count,
    expected: count,
    near: schemas/* array */.YOg(schemas/* string */.YjP()),
    carry: schemas/* union */.KCZ([
        schemas/* strictObject */.rej({ state: schemas/* enum */.k5n(['absent', 'unreadable', 'other-suite']), path: schemas/* string */.YjP() }),
        schemas/* strictObject */.rej({ state: schemas/* literal */.euz('too-old'), path: schemas/* string */.YjP(), sha, at: schemas/* string */.YjP(), maxAge: schemas/* string */.YjP() }),
    ])
        .nullable(),
});
/** What was added after the first version has a default, so that what is recorded on the base branch stays readable. */
const measured = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    headSha: sha,
    baseRef: schemas/* string */.YjP().max(500).optional(),
    scope: schemas/* string */.YjP().max(100),
    reports: schemas/* array */.YOg(origin).max(1000),
    problems: schemas/* array */.YOg(code).max(1000),
    incomplete: schemas/* array */.YOg(missing).max(1000).default([]),
    tests: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), tests: count, failures: count, errors: count, skipped: count }))
        .max(1000)
        .default([]),
    project: ratio,
    branches: ratio.default(none),
    functions: ratio.default(none),
    patch: ratio,
    groups: schemas/* array */.YOg(schemas/* strictObject */.rej({
        kind: schemas/* enum */.k5n(['component', 'flag', 'paths']),
        name: schemas/* string */.YjP(),
        scope: schemas/* string */.YjP(),
        files: count,
        project: ratio,
        patch: ratio,
    }))
        .max(1000)
        .default([]),
    changed: schemas/* array */.YOg(schemas/* strictObject */.rej({
        path: schemas/* string */.YjP(),
        previousPath: schemas/* string */.YjP().optional(),
        lines: ratio,
        patch: ratio,
        deletions: count,
    }))
        .default([]),
    worst: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), lines: ratio })).default([]),
    uncovered: places,
    partial: places.default([]),
    unreported: schemas/* array */.YOg(schemas/* string */.YjP()),
    moved: count.default(0),
    files: count,
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), attempt: schemas/* int */.Whr() }).optional(),
    /** Lines of every file by path, packed. */
    fileTotals: schemas/* string */.YjP().optional(),
});
const opening = '```json\n';
const closing = '\n```';
/** GitHub's limit for the text of a check run, in characters, less the fence. */
const limit = 65_535 - opening.length - closing.length;
/** Characters that the lines of every file may take; with more they are left out. */
const filesLimit = 24_000;
/**
 * A measurement as the text of a check run: one fenced JSON block. Places and tables are dropped, worst kept longest,
 * until it fits; the counts always stay.
 */
function writeEvidence(coverage, files) {
    const packed = files === undefined ? undefined : pack(files);
    const fixed = packed === undefined ? {} : { fileTotals: packed };
    let fitting = { ...coverage, ...fixed };
    for (let keep = 200; fenced(fitting).length > limit && keep > 0;) {
        keep = Math.floor(keep / 2);
        fitting = {
            ...coverage,
            ...fixed,
            changed: coverage.changed.slice(0, keep),
            worst: coverage.worst.slice(0, keep),
            uncovered: coverage.uncovered.slice(0, keep),
            partial: coverage.partial.slice(0, keep),
            unreported: coverage.unreported.slice(0, keep),
        };
    }
    return `${opening}${fenced(fitting)}${closing}`;
}
/** A backtick in a path must not end the fence; JSON can spell it otherwise. */
const fenced = (value) => JSON.stringify(value).replaceAll('`', '\\u0060');
/** Reads it back. Anything that is not exactly such a block, or speaks of another commit, is unknown. */
function readEvidence(text, sha) {
    const malformed = (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: 'delivery-gates/coverage' }));
    const normal = text.replaceAll('\r\n', '\n').trim();
    if (!normal.startsWith(opening) || !normal.endsWith(closing))
        return malformed;
    try {
        const parsed = measured.safeParse(JSON.parse(normal.slice(opening.length, -closing.length)));
        if (!parsed.success || parsed.data.headSha !== sha)
            return malformed;
        const { fileTotals, ...rest } = parsed.data;
        const files = fileTotals === undefined ? {} : { files: unpack(fileTotals) };
        return (0,facts/* present */.Eb)({ measured: rest, ...files });
    }
    catch {
        return malformed;
    }
}
const packedFiles = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* tuple */.PVZ([count, count]));
/** Compressed pairs of covered and total; `undefined`: too many files. */
function pack(files) {
    const pairs = Object.fromEntries(Object.entries(files).map(([path, { covered, total }]) => [path, [covered, total]]));
    const text = deflateRawSync(JSON.stringify(pairs), { level: 9 }).toString('base64');
    return text.length <= filesLimit ? text : undefined;
}
function unpack(text) {
    const json = (0,external_node_zlib_.inflateRawSync)(Buffer.from(text, 'base64'), { maxOutputLength: 4 * 1024 * 1024 }).toString('utf8');
    return Object.fromEntries(Object.entries(packedFiles.parse(JSON.parse(json))).map(([path, [covered, total]]) => [path, { covered, total }]));
}

// EXTERNAL MODULE: ./build/src/findings/severity.js
var severity = __webpack_require__(1669);
;// CONCATENATED MODULE: ./build/src/github/evidence-values.js





const evidence_values_count = schemas/* int */.Whr().min(0);
const evidence_values_text = schemas/* string */.YjP().max(1000);
const evidence_values_sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const source = schemas/* string */.YjP().regex(/^[0-9a-f]{1,64}$/);
/** A message of ours. */
const told = schemas/* custom */.IeY(value => typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'params' in value &&
    typeof value.params === 'object' &&
    value.params !== null &&
    Object.hasOwn(locales/* locales */.IB.en, String(value.code)));
const contents = schemas/* strictObject */.rej({
    values: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: evidence_values_text, file: evidence_values_text, value: schemas/* number */.aig().nullable(), problem: told.optional(), source })
        .refine(({ value, problem }) => value === null || problem === undefined))
        .max(100),
    cells: schemas/* array */.YOg(schemas/* strictObject */.rej({
        cell: schemas/* record */.g1P(evidence_values_text, evidence_values_text),
        run: schemas/* strictObject */.rej({ name: evidence_values_text, tests: evidence_values_count, failures: evidence_values_count, errors: evidence_values_count, skipped: evidence_values_count })
            .refine(({ tests, skipped }) => skipped <= tests),
        source,
        problems: schemas/* array */.YOg(told).max(1000),
    }))
        .max(600),
    problems: schemas/* array */.YOg(told).max(1000),
});
const head = {
    schemaVersion: schemas/* literal */.euz(1),
    headSha: evidence_values_sha,
    scope: schemas/* string */.YjP().max(100),
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP().max(100), attempt: evidence_values_count }).optional(),
};
/** `MeasuredValues` as they travel in a check run: as they are, or packed where that would be too long. */
const valuesEvidence = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ ...head, ...contents.shape }),
    schemas/* strictObject */.rej({ ...head, packed: schemas/* base64 */.K39() }),
]);
const maxUnpacked = 4 * 1024 * 1024;
/**
 * At most `limit` characters of JSON. Nothing is left out that decides: what does not fit even when packed becomes one
 * problem, with which nothing passes.
 */
function evidence_values_packValues(measured, limit) {
    const { values, cells, problems, ...rest } = measured;
    const plain = { ...rest, values: [...values], cells: [...cells], problems: [...problems] };
    if (JSON.stringify(plain).length <= limit)
        return plain;
    const packed = deflateRawSync(JSON.stringify({ values, cells, problems }), { level: 9 }).toString('base64');
    const short = { ...rest, packed };
    if (JSON.stringify(short).length <= limit)
        return short;
    const problem = message('budgets.tooLarge', { values: values.length, cells: cells.length, limit });
    return { ...rest, values: [], cells: [], problems: [problem] };
}
/** Anything that is not exactly such evidence, or speaks of another commit, is unknown. */
function unpackValues(evidence, headSha) {
    const malformed = (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: 'delivery-gates/evidence' }));
    const parsed = valuesEvidence.safeParse(evidence);
    if (!parsed.success || parsed.data.headSha !== headSha)
        return malformed;
    if (!('packed' in parsed.data))
        return (0,facts/* present */.Eb)(parsed.data);
    const { packed, ...rest } = parsed.data;
    try {
        const bytes = (0,external_node_zlib_.inflateRawSync)(Buffer.from(packed, 'base64'), { maxOutputLength: maxUnpacked });
        const unpacked = contents.safeParse(JSON.parse(bytes.toString('utf8')));
        return unpacked.success ? (0,facts/* present */.Eb)({ ...rest, ...unpacked.data }) : malformed;
    }
    catch {
        return malformed;
    }
}
/** What a measured commit of the base branch gives later pull requests to be compared with. */
const baselineOf = ({ headSha, scope, values, problems }) => ({
    sha: headSha,
    scope,
    values: problems.length > 0 ? [] : values.filter(each => each.value !== null),
});

;// CONCATENATED MODULE: ./build/src/github/evidence-findings.js







const evidence_findings_count = schemas/* int */.Whr().min(0);
const evidence_findings_text = schemas/* string */.YjP().max(5000);
const evidence_findings_severity = schemas/* enum */.k5n(severity/* severities */.gO);
const counts = schemas/* partialRecord */.jgl(evidence_findings_severity, evidence_findings_count);
const line = schemas/* int */.Whr().min(1).nullable();
const doubt = schemas/* strictObject */.rej({
    code: schemas/* enum */.k5n(['SRF-ENUM', 'SRF-INDEX', 'SRF-VALUE', 'SRF-PATH', 'SRF-URI', 'SRF-REGION']),
    value: schemas/* string */.YjP().max(200),
});
const defect = schemas/* strictObject */.rej({
    tool: evidence_findings_text,
    rule: evidence_findings_text,
    severity: evidence_findings_severity,
    message: schemas/* string */.YjP().max(300),
    path: evidence_findings_text.nullable(),
    line,
    endLine: line,
    fingerprint: schemas/* string */.YjP().regex(/^[0-9a-f]{16}$/),
    suppressed: schemas/* boolean */.zMY(),
    isNew: schemas/* boolean */.zMY().nullable(),
    onChangedLine: schemas/* boolean */.zMY(),
    doubts: schemas/* array */.YOg(doubt).max(10).optional(),
});
const evidence_findings_contents = schemas/* strictObject */.rej({
    files: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: evidence_findings_text, sha256: schemas/* string */.YjP().max(64), tools: schemas/* array */.YOg(evidence_findings_text).max(1000) })).max(5000),
    problems: schemas/* array */.YOg(told).max(1000),
    defects: schemas/* array */.YOg(defect).max(20_000),
    tools: schemas/* array */.YOg(schemas/* strictObject */.rej({ tool: evidence_findings_text, runs: evidence_findings_count, counts, suppressed: evidence_findings_count })).max(1000),
    omitted: counts,
    omittedSome: schemas/* strictObject */.rej({ new: counts, changed: counts, suppressed: counts }),
});
const evidence_findings_sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
const evidence_findings_head = {
    schemaVersion: schemas/* literal */.euz(1),
    headSha: evidence_findings_sha,
    scope: schemas/* string */.YjP().max(100),
    comparedWith: evidence_findings_sha.nullable(),
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP().max(100), attempt: evidence_findings_count }).optional(),
    /** Of a commit of the base branch: eight bytes each, worst first. */
    fingerprints: schemas/* base64 */.K39().optional(),
};
/** `MeasuredFindings` as they travel in a check run: as they are, or packed where that would be too long. */
const findingsEvidence = schemas/* union */.KCZ([
    schemas/* strictObject */.rej({ ...evidence_findings_head, ...evidence_findings_contents.shape }),
    schemas/* strictObject */.rej({ ...evidence_findings_head, packed: schemas/* base64 */.K39() }),
]);
const evidence_findings_maxUnpacked = 16 * 1024 * 1024;
/** Share of the room that fingerprints may take where they are wanted. */
const fingerprintsShare = 0.6;
/**
 * At most `limit` characters of JSON. Results are left out from the mildest on, and counted; fingerprints too, and then
 * the results behind them count as new. What does not fit even without results is one problem, with which nothing passes.
 */
function evidence_findings_packFindings(measured, limit, fingerprints) {
    const baseline = fingerprints === undefined ? {} : { fingerprints: bytesOf(fingerprints, Math.floor(limit * fingerprintsShare)) };
    for (let keep = measured.defects.length;; keep = Math.floor(keep * 0.8)) {
        const kept = keepWorst(measured, keep);
        const { files, problems, defects, tools, omitted, omittedSome, ...rest } = kept;
        const content = { files, problems, defects, tools, omitted, omittedSome };
        const plain = { ...rest, ...baseline, ...content };
        if (JSON.stringify(plain).length <= limit)
            return plain;
        const packed = deflateRawSync(JSON.stringify(content), { level: 9 }).toString('base64');
        const short = { ...rest, ...baseline, packed };
        if (JSON.stringify(short).length <= limit)
            return short;
        if (keep > 0)
            continue;
        const nothing = { files: [], problems: [message('findings.tooLarge', { limit })], defects: [], tools: [] };
        return { ...rest, ...nothing, omitted: {}, omittedSome: { new: {}, changed: {}, suppressed: {} } };
    }
}
/** As many as fit. */
function bytesOf(fingerprints, characters) {
    const most = Math.floor((characters * 3) / 4 / 8);
    return Buffer.from(fingerprints.slice(0, most).join(''), 'hex').toString('base64');
}
/** Anything that is not exactly such evidence, or speaks of another commit, is unknown. */
function unpackFindings(evidence, headSha) {
    const parsed = findingsEvidence.safeParse(evidence);
    if (!parsed.success || parsed.data.headSha !== headSha)
        return malformed;
    const { fingerprints: _, ...rest } = parsed.data;
    if (!('packed' in rest))
        return (0,facts/* present */.Eb)(rest);
    const { packed, ...frame } = rest;
    try {
        const bytes = (0,external_node_zlib_.inflateRawSync)(Buffer.from(packed, 'base64'), { maxOutputLength: evidence_findings_maxUnpacked });
        const unpacked = evidence_findings_contents.safeParse(JSON.parse(bytes.toString('utf8')));
        return unpacked.success ? (0,facts/* present */.Eb)({ ...frame, ...unpacked.data }) : malformed;
    }
    catch {
        return malformed;
    }
}
const malformed = (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: 'delivery-gates/evidence' }));
/** What a commit of the base branch had; `null`: it has no usable record of it. */
function findingsBaselineOf(evidence, commit) {
    const parsed = findingsEvidence.safeParse(evidence);
    const measured = unpackFindings(evidence, commit);
    if (!parsed.success || measured.state !== 'present' || measured.value.problems.length > 0)
        return null;
    const { fingerprints, scope } = parsed.data;
    if (fingerprints === undefined)
        return null;
    const hex = Buffer.from(fingerprints, 'base64').toString('hex');
    return { sha: commit, scope, fingerprints: hex.match(/.{16}/g) ?? [] };
}

;// CONCATENATED MODULE: ./build/src/github/evidence-document.js






const evidence_document_sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40,64}$/);
/** Each part is checked by itself, so that one that is broken does not hide the other. */
const evidence_document_document = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    headSha: evidence_document_sha,
    findings: schemas/* unknown */.L5J().optional(),
    values: schemas/* unknown */.L5J().optional(),
});
const evidence_document_opening = '```json\n';
const evidence_document_closing = '\n```';
/** GitHub's limit for the text of a check run; counted in bytes, the stricter reading of "characters". */
const evidence_document_limit = 65_535;
/** Share of the text that values may take; they are few, and nothing of them can be left out. */
const valuesShare = 0.4;
/** The document as the text of a check run: one fenced JSON block. */
function writeOthers(measured) {
    let room = evidence_document_limit - evidence_document_opening.length - evidence_document_closing.length;
    for (;;) {
        const text = `${evidence_document_opening}${evidence_document_fenced(evidence_document_pack(measured, room))}${evidence_document_closing}`;
        if (Buffer.byteLength(text) <= evidence_document_limit || room < 1000)
            return text;
        room = Math.floor(room * 0.8);
    }
}
function evidence_document_pack({ headSha, findings, fingerprints, values }, room) {
    const frame = {
        schemaVersion: 1,
        headSha,
        ...(values === undefined ? {} : { values: packValues(values, Math.floor(room * valuesShare)) }),
    };
    if (findings === undefined)
        return frame;
    const left = room - JSON.stringify(frame).length - ',"findings":'.length;
    return { ...frame, findings: packFindings(findings, left, fingerprints) };
}
/** A backtick must not end the fence; JSON can spell it otherwise. */
const evidence_document_fenced = (value) => JSON.stringify(value).replaceAll('`', '\\u0060');
/**
 * Reads it back, from the texts of all runs of that name on a commit, newest first: several jobs may each have measured
 * a part. The newest word on a part counts; one that cannot be read is unknown, never skipped.
 */
function readOthers(texts, headSha) {
    const read = texts.map(text => parse(text, headSha));
    const newest = (part) => {
        const found = read.find(one => one === null || one[part] !== undefined);
        return found === null ? broken : found?.[part];
    };
    return {
        findings: factOf(newest('findings'), headSha, unpackFindings),
        values: factOf(newest('values'), headSha, unpackValues),
    };
}
/** What the runs of a commit of the base branch have recorded; `null`: nothing that later ones can be compared with. */
function readFindingsBaseline(texts, commit) {
    const parts = texts.map(text => parse(text, commit)?.findings);
    return parts.map(part => findingsBaselineOf(part, commit)).find(found => found !== null) ?? null;
}
const broken = Symbol('broken');
const evidence_document_malformed = (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: queries/* measuredCheckName */.W0 }));
function factOf(part, headSha, unpack) {
    if (part === undefined)
        return facts/* absent */.Ge;
    return part === broken ? evidence_document_malformed : unpack(part, headSha);
}
/** `null`: not such a document, or one about another commit. */
function parse(text, headSha) {
    const normal = text.replaceAll('\r\n', '\n').trim();
    if (!normal.startsWith(evidence_document_opening) || !normal.endsWith(evidence_document_closing))
        return null;
    try {
        const parsed = evidence_document_document.safeParse(JSON.parse(normal.slice(evidence_document_opening.length, -evidence_document_closing.length)));
        return parsed.success && parsed.data.headSha === headSha ? parsed.data : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/src/github/client.js
var github_client = __webpack_require__(6330);
;// CONCATENATED MODULE: ./build/src/github/refused.js




/** Parts of the answer, by their name in it, and what reading them takes; GitHub gives the rest beside the error. */
const parts = {
    linked: { what: 'linked issues', permission: 'issues: read' },
    checkSuites: { what: queries/* evidenceCheckName */.nC, permission: 'checks: read' },
    measuredSuites: { what: queries/* measuredCheckName */.W0, permission: 'checks: read' },
    rollup: { what: 'checks', permission: 'checks: read, statuses: read' },
    deployments: { what: 'deployments', permission: 'deployments: read' },
    // Requested teams can be read only with "Members: read".
    reviewRequests: { what: 'review requests', permission: 'members: read' },
    labels: { what: 'labels', permission: 'pull-requests: read' },
    milestone: { what: 'milestone', permission: 'pull-requests: read' },
};
/** Rejects unless every refusal is one of those that leave the rest of the answer whole. */
async function refused_readAllowed(client, query, variables) {
    try {
        return { answer: await client.graphql(query, variables), refused: {} };
    }
    catch (error) {
        const failure = (0,github_client/* graphQlFailure */.QL)(error);
        if (failure === null || failure.data === null || failure.errors.length === 0)
            throw error;
        const refused = {};
        for (const one of failure.errors) {
            const part = one.path?.find(isPart);
            if (part === undefined)
                throw error;
            refused[part] ??= refusalOf(part, one);
        }
        return { answer: failure.data, refused };
    }
}
const isPart = (name) => Object.hasOwn(parts, name);
function refusalOf(part, { type }) {
    const { what, permission } = parts[part];
    return type === undefined || type === 'FORBIDDEN'
        ? (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.permission', { what, permission }))
        : (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.api', { what, detail: type }));
}

;// CONCATENATED MODULE: ./build/src/github/commit.js










/** What was read is that of another commit: the head was pushed to meanwhile. */
const moved = (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: 'checks (head moved)' }));
/** `null`: the commit that was read is not the one asked about. */
async function reportsOf(client, { owner, name }, commit, refused) {
    const read = async () => commit === null ? moved : readChecks(client, { owner, name, oid: commit.oid }, commit.rollup);
    return {
        checks: refused.rollup ?? (await read()),
        deployments: refused.deployments ?? (commit === null ? moved : deploymentsOf(commit.deployments)),
        evidence: refused.checkSuites ?? (commit === null ? facts/* absent */.Ge : evidenceOf(commit)),
        ...othersOf(commit, refused),
    };
}
function othersOf(commit, { measuredSuites: reason }) {
    if (reason !== undefined)
        return { findings: reason, values: reason };
    return commit === null ? { findings: facts/* absent */.Ge, values: facts/* absent */.Ge } : readOthers(textsIn(commit.measuredSuites), commit.oid);
}
/** What CI recorded, beside coverage, for the newest commit of the base branch that has a usable record of it. */
function otherBaselines(history) {
    const found = history.values().map(commit => readFindingsBaseline(textsIn(commit.measuredSuites), commit.oid));
    const findings = found.find(baseline => baseline !== null);
    return { findingsBaseline: findings == null ? facts/* absent */.Ge : (0,facts/* present */.Eb)(findings), valuesBaseline: newestValues(history) };
}
function newestValues(history) {
    const commits = history.map(commit => readOthers(textsIn(commit.measuredSuites), commit.oid));
    const values = commits.map(commit => commit.values).find(fact => fact.state !== 'absent' && !isUnusable(fact));
    if (values === undefined)
        return facts/* absent */.Ge;
    return values.state === 'present' ? (0,facts/* present */.Eb)(baselineOf(values.value)) : values;
}
const isUnusable = (fact) => fact.state === 'present' && fact.value.problems.length > 0;
/** One read. `null`: there is no such commit any more. */
async function readGroupCommit(client, place, { head, base }) {
    const [policy1, policy2] = policyPaths;
    const names = { checkName: evidenceCheckName, measuredName: measuredCheckName };
    const variables = { owner: place.owner, name: place.name, head, base, policy1, policy2, ...names };
    const { answer, refused } = await readAllowed(client, groupQuery, variables);
    const { repository } = answer;
    if (repository === null || repository.head?.oid !== head)
        return null;
    const holder = repository.base;
    return {
        repositoryNodeId: repository.id,
        reports: await reportsOf(client, place, repository.head, refused),
        policyAtBase: holder === null || holder.policy1 === undefined ? null : policyEntries(holder),
    };
}
function policyEntries(holder) {
    return [holder.policy1, holder.policy2].flatMap((found, index) => {
        const path = search/* policyPaths */.ff[index];
        if (found === null || path === undefined)
            return [];
        const text = found.object?.isTruncated === true ? null : (found.object?.text ?? null);
        const size = found.object?.byteSize ?? found.size;
        return [{ path, mode: found.mode.toString(8).padStart(6, '0'), type: found.type, size, text }];
    });
}
/** Texts of check runs that GitHub Actions wrote, newest first. */
function textsIn(suites) {
    const runs = (suites?.nodes ?? [])
        .filter(suite => suite.app?.slug === queries/* actionsAppSlug */.s5)
        .flatMap(suite => suite.checkRuns.nodes);
    return [...runs].sort((a, b) => b.databaseId - a.databaseId).map(run => run.text ?? '');
}
function evidenceOf(commit) {
    const text = textsIn(commit.checkSuites)[0];
    if (text === undefined)
        return facts/* absent */.Ge;
    const read = readEvidence(text, commit.oid);
    return read.state === 'present' ? (0,facts/* present */.Eb)(read.value.measured) : read;
}
/** The newest usable measurement of the base branch, with those before it that may be compared with it. */
function commit_baselineOf(history) {
    const earlier = [];
    let newest;
    for (const commit of history) {
        const text = textsIn(commit.checkSuites)[0];
        if (text === undefined)
            continue;
        const read = readEvidence(text, commit.oid);
        if (read.state !== 'present') {
            if (newest === undefined)
                return read;
            continue;
        }
        const { problems, incomplete, project, scope } = read.value.measured;
        if (problems.length > 0 || incomplete.length > 0)
            continue;
        newest ??= { ...read.value, sha: commit.oid };
        if (scope === newest.measured.scope)
            earlier.unshift({ sha: commit.oid, project });
    }
    if (newest === undefined)
        return facts/* absent */.Ge;
    const { sha, measured, files } = newest;
    const { scope, project } = measured;
    return (0,facts/* present */.Eb)({ sha, scope, project, ...(files === undefined ? {} : { files }), history: earlier });
}

;// CONCATENATED MODULE: ./build/src/github/issues.js


/** Names of all labels; an incomplete list is unknown (security.md T-35). */
function labelsOf(connection) {
    const nodes = connection?.nodes.filter(node => node !== null) ?? [];
    const expected = connection?.totalCount ?? 0;
    return nodes.length === expected
        ? (0,facts/* present */.Eb)(nodes.map(node => node.name))
        : (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'labels', got: nodes.length, expected }));
}
const milestoneOf = (milestone) => milestone === null ? facts/* absent */.Ge : (0,facts/* present */.Eb)(milestone.title);
/** Issues that the pull request closes. One that this token may not read makes the list unknown. */
function linkedIssuesOf(connection) {
    const nodes = connection?.nodes.filter(node => node !== null) ?? [];
    const expected = connection?.totalCount ?? 0;
    if (nodes.length !== expected) {
        return (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'linked issues', got: nodes.length, expected }));
    }
    const issues = [];
    for (const { number, title, body, state, labels: connected, milestone, repository } of nodes) {
        const labels = labelsOf(connected);
        if (labels.state !== 'present')
            return (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.malformed', { what: 'labels of linked issues' }));
        issues.push({
            owner: repository.owner.login,
            name: repository.name,
            number,
            title,
            body,
            state: state === 'OPEN' ? 'open' : 'closed',
            labels: labels.value,
            milestone: milestone?.title ?? null,
        });
    }
    return (0,facts/* present */.Eb)(issues);
}

;// CONCATENATED MODULE: ./build/src/github/snapshot.js







/** Reads the pull request. Rejects when GitHub cannot be read at all; `null` when there is no such pull request. */
async function readSnapshot(client, ref) {
    const variables = { owner: ref.owner, name: ref.name, number: ref.number };
    const [policy1, policy2] = search/* policyPaths */.ff;
    const { answer, refused } = await refused_readAllowed(client, queries/* pullRequestQuery */.z$, {
        ...variables,
        policy1,
        policy2,
        checkName: queries/* evidenceCheckName */.nC,
        measuredName: queries/* measuredCheckName */.W0,
    });
    const repository = answer.repository;
    const pull = repository?.pullRequest;
    if (repository === null || pull === null || pull === undefined)
        return null;
    const commits = await allPages(pull.commits, async (after) => {
        const more = await client.graphql(queries/* moreCommitsQuery */.MI, { ...variables, after });
        return more.repository?.pullRequest?.commits;
    });
    const reviews = await allPages(pull.reviews, async (after) => {
        const more = await client.graphql(queries/* moreReviewsQuery */.b8, { ...variables, after });
        return more.repository?.pullRequest?.reviews;
    });
    const head = pull.head.nodes[0]?.commit;
    const base = pull.baseRef?.target;
    const current = head !== undefined && head.oid === pull.headRefOid;
    const place = { owner: repository.owner.login, name: repository.name };
    return {
        repository: {
            id: String(repository.databaseId),
            nodeId: repository.id,
            owner: repository.owner.login,
            name: repository.name,
            isPrivate: repository.isPrivate,
        },
        nodeId: pull.id,
        number: pull.number,
        title: pull.title,
        url: pull.url,
        createdAt: pull.createdAt,
        author: accountOf(pull.author),
        state: { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' }[pull.state],
        isDraft: pull.isDraft,
        baseRef: pull.baseRefName,
        baseSha: base?.oid ?? pull.baseRefOid,
        headSha: pull.headRefOid,
        fromFork: pull.isCrossRepository,
        totals: { changedFiles: pull.changedFiles, additions: pull.additions, deletions: pull.deletions },
        policyAtBase: base === undefined ? null : policyEntries(base),
        policyAtHead: head === undefined ? [] : policyEntries(head),
        commits: mapFact(commits, node => commitOf(node)),
        reviews: mapFact(reviews, node => reviewOf(node)),
        reviewRequests: refused.reviewRequests ?? reviewRequestsOf(pull.reviewRequests),
        body: (0,facts/* present */.Eb)(pull.body ?? ''),
        labels: refused.labels ?? labelsOf(pull.labels),
        milestone: refused.milestone ?? milestoneOf(pull.milestone),
        linkedIssues: refused.linked ?? linkedIssuesOf(pull.linked),
        ...(await reportsOf(client, place, current ? head : null, refused)),
        baseline: refused.checkSuites ?? (base === undefined ? facts/* absent */.Ge : commit_baselineOf(base.history.nodes)),
        ...baselinesOf(base?.history.nodes ?? [], refused),
    };
}
function baselinesOf(history, { measuredSuites: reason }) {
    if (reason !== undefined)
        return { findingsBaseline: reason, valuesBaseline: reason };
    return otherBaselines(history);
}
/** Follows a connection to its end; a list that does not reach its own total is unknown (security.md T-35). */
async function allPages(first, next) {
    const nodes = [...first.nodes];
    let page = first;
    for (let turn = 0; turn < 20 && page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null; turn += 1) {
        page = await next(page.pageInfo.endCursor);
        nodes.push(...(page?.nodes ?? []));
    }
    return nodes.length === first.totalCount
        ? (0,facts/* present */.Eb)(nodes)
        : (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'commits / reviews', got: nodes.length, expected: first.totalCount }));
}
function mapFact(fact, map) {
    return fact.state === 'present' ? (0,facts/* present */.Eb)(fact.value.map(map)) : fact;
}
/** `null` for a deleted account; GitHub shows those as nobody or as `ghost` without an id. */
function accountOf(actor) {
    if (actor === null || actor.databaseId === null || actor.databaseId === undefined)
        return null;
    return { id: String(actor.databaseId), login: actor.login, type: actor.__typename === 'User' ? 'User' : 'Bot' };
}
/** Committer of commits made in GitHub's web interface; it stands for whoever pressed the button, who is the author. */
const webFlow = { login: 'web-flow', email: 'noreply@github.com' };
function commitOf({ commit }) {
    const signedByGitHub = commit.signature?.isValid === true && commit.signature.wasSignedByGitHub;
    const byWeb = signedByGitHub && (commit.committer?.user?.login === webFlow.login || commit.committer?.email === webFlow.email);
    const people = [
        commit.author,
        ...commit.authors.nodes,
        ...(byWeb ? [] : [commit.committer]),
        ...(commit.authors.totalCount > commit.authors.nodes.length ? [null] : []),
    ];
    const contributors = new Map();
    const unattributed = new Set();
    for (const person of people) {
        const id = person?.user?.databaseId;
        const bot = signedByGitHub ? botOf(person?.email ?? '') : null;
        if (person?.user && id !== null && id !== undefined) {
            contributors.set(String(id), { id: String(id), login: person.user.login, type: 'User' });
        }
        else if (bot !== null)
            contributors.set(bot.id, bot);
        else
            unattributed.add(person?.name ?? '?');
    }
    const { totalCount, nodes } = commit.parents;
    return {
        sha: commit.oid,
        contributors: [...contributors.values()],
        unattributed: [...unattributed],
        ...(nodes.length === totalCount ? { parents: nodes.map(parent => parent.oid) } : {}),
    };
}
/**
 * The bot behind an App's no-reply address. GitHub maps it to no user; believed only where GitHub itself signed the
 * commit, because anybody can write such an address into a commit (security.md T-20).
 */
function botOf(email) {
    const match = /^(\d+)\+([a-z0-9-]+\[bot\])@users\.noreply\.github\.com$/i.exec(email);
    return match === null ? null : { id: match[1] ?? '', login: match[2] ?? '', type: 'Bot' };
}
function reviewOf(node) {
    return {
        id: node.fullDatabaseId,
        author: accountOf(node.author),
        state: node.state.toLowerCase(),
        commitSha: node.commit?.oid ?? null,
        submittedAt: node.submittedAt ?? node.createdAt,
    };
}
function reviewRequestsOf(connection) {
    if (connection.nodes.length !== connection.totalCount) {
        const counts = { got: connection.nodes.length, expected: connection.totalCount };
        return (0,facts/* unknown */.L5)((0,locales_message/* message */.i)('unknown.incomplete', { what: 'review requests', ...counts }));
    }
    return (0,facts/* present */.Eb)(connection.nodes.flatMap(({ requestedReviewer: reviewer }) => {
        if (reviewer === null)
            return [];
        if ('combinedSlug' in reviewer) {
            return [{ kind: 'team', team: { id: String(reviewer.databaseId), slug: reviewer.combinedSlug } }];
        }
        if (!('login' in reviewer))
            return [];
        return [{ kind: 'user', account: { id: String(reviewer.databaseId), login: reviewer.login, type: 'User' } }];
    }));
}


/***/ })

};

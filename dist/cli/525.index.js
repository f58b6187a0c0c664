export const id = 525;
export const ids = [525];
export const modules = {

/***/ 1525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ readFacts)
});

// EXTERNAL MODULE: ./build/src/facts/facts.js
var facts = __webpack_require__(3802);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/facts/load.js


/** All facts about one pull request at the head of the snapshot. */
function factsOf(snapshot, parts) {
    const { id, owner, name } = snapshot.repository;
    return {
        ...(0,facts/* allUnknown */.SH)((0,message/* message */.i)('unknown.notFetched', { what: 'GitHub' })),
        repository: { id, owner, name },
        number: snapshot.number,
        title: snapshot.title,
        author: snapshot.author,
        state: snapshot.state,
        isDraft: snapshot.isDraft,
        baseRef: snapshot.baseRef,
        baseSha: snapshot.baseSha,
        headSha: snapshot.headSha,
        fromFork: snapshot.fromFork,
        evaluatedAt: parts.evaluatedAt,
        roles: parts.roles,
        changedFiles: parts.changedFiles,
        commits: snapshot.commits,
        reviews: snapshot.reviews,
        reviewRequests: snapshot.reviewRequests,
        body: snapshot.body,
        labels: snapshot.labels,
        milestone: snapshot.milestone,
        linkedIssues: snapshot.linkedIssues,
        checks: snapshot.checks,
        deployments: snapshot.deployments,
        coverage: parts.coverage ?? snapshot.evidence,
        coverageBaseline: snapshot.baseline,
        findings: parts.findings ?? snapshot.findings,
        findingsBaseline: snapshot.findingsBaseline,
        values: parts.values ?? snapshot.values,
        valuesBaseline: snapshot.valuesBaseline,
        signOffs: parts.signOffs,
        impact: parts.impact,
        dependencies: parts.dependencies,
        alerts: parts.alerts,
    };
}

// EXTERNAL MODULE: ./build/src/findings/model.js
var model = __webpack_require__(3837);
// EXTERNAL MODULE: ./build/src/findings/severity.js
var findings_severity = __webpack_require__(1669);
// EXTERNAL MODULE: ./build/src/policy/needs.js
var needs = __webpack_require__(2201);
// EXTERNAL MODULE: ./build/src/github/client.js
var github_client = __webpack_require__(6330);
;// CONCATENATED MODULE: ./build/src/github/alerts.js






const perPage = 100;
/** Beyond so many pages a list is not complete, so nobody knows. */
const maxPages = 20;
/** What a token must be allowed to do, by kind. */
const permissions = {
    'code-scanning': 'security-events: read',
    dependabot: 'vulnerability-alerts: read',
    'secret-scanning': 'secret_scanning_alerts: read',
};
/** Open alerts that the policy asks for, read only then. `absent`: code scanning has not looked at this head yet. */
async function alertsOf(client, snapshot, policy) {
    const options = policy?.gates.findings;
    if (policy === null || options === undefined || !(0,needs/* neededFacts */.N)(policy).has('alerts')) {
        return (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.notFetched', { what: 'alerts' }));
    }
    const alerts = [];
    for (const kind of new Set(options.alerts)) {
        try {
            const read = await readers[kind](client, snapshot, options);
            if (read.state !== 'present')
                return read;
            alerts.push(...read.value);
        }
        catch (error) {
            return because(kind, error);
        }
    }
    return (0,facts/* present */.Eb)(alerts);
}
function because(kind, error) {
    const isForbidden = (0,github_client/* graphQlFailure */.QL)(error)?.errors.some(({ type }) => type === 'FORBIDDEN' || type === 'NOT_FOUND');
    const status = isForbidden === true ? 403 : (0,github_client/* statusOf */.c2)(error);
    if (status !== 403 && status !== 404)
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('alerts', error));
    return (0,facts/* unknown */.L5)((0,message/* message */.i)('findings.alerts.refused', { kind, status, permission: permissions[kind] }));
}
const readers = {
    'code-scanning': readCodeScanning,
    dependabot: readDependabot,
    'secret-scanning': readSecretScanning,
};
async function readCodeScanning(client, place, { new_only: newOnly }) {
    const ref = await analysedRef(client, place);
    if (ref === null)
        return facts/* absent */.Ge;
    const alerts = await pages(client, 'code-scanning/alerts', place, { state: 'open', ref });
    if (alerts === null)
        return incomplete;
    const base = { state: 'open', ref: `refs/heads/${place.baseRef}` };
    const before = newOnly ? await pages(client, 'code-scanning/alerts', place, base) : [];
    if (before === null)
        return incomplete;
    const old = new Set(before.map(alert => alert.number));
    return (0,facts/* present */.Eb)(alerts.map(({ number, rule, tool, most_recent_instance: instance }) => ({
        kind: 'code-scanning',
        number,
        tool: tool.name ?? '',
        rule: rule.id ?? '',
        severity: severityOfRule(rule),
        path: instance?.location?.path ?? null,
        line: instance?.location?.start_line ?? null,
        ...(newOnly ? { isNew: !old.has(number) } : {}),
    })));
}
/** The ref of this pull request under which the head itself, or its merge, was analysed; an older one says nothing. */
async function analysedRef(client, place) {
    for (const kind of ['merge', 'head']) {
        const ref = `refs/pull/${place.number}/${kind}`;
        const analyses = await page(client, 'code-scanning/analyses', place, { ref }, 1);
        const commits = [...new Set(analyses.map(analysis => analysis.commit_sha))].slice(0, 3);
        for (const commit of commits)
            if (await holdsHead(client, place, commit))
                return ref;
    }
    return null;
}
async function holdsHead(client, { repository, headSha }, commit) {
    if (commit === headSha)
        return true;
    try {
        const { data } = await client.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
            owner: repository.owner,
            repo: repository.name,
            commit_sha: commit,
        });
        const { parents = [] } = data;
        return parents[1]?.sha === headSha;
    }
    catch (error) {
        // Merges that GitHub makes for pull requests are forgotten after a while.
        if ((0,github_client/* statusOf */.c2)(error) === 404 || (0,github_client/* statusOf */.c2)(error) === 422)
            return false;
        throw error;
    }
}
/** What is not understood is as severe as can be. */
function severityOfRule({ security_severity_level: security, severity }) {
    const known = named(security);
    if (known !== undefined)
        return known;
    return (0,findings_severity/* severityOf */.xJ)({ result: null, rule: null, level: security ?? severity ?? 'warning' }, model/* defaultLevels */.v).severity;
}
const words = {
    critical: 'critical',
    high: 'high',
    medium: 'medium',
    moderate: 'medium',
    low: 'low',
};
const named = (word) => word === null || word === undefined ? undefined : words[word.toLowerCase()];
const vulnerabilitiesQuery = `query Vulnerabilities($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    vulnerabilityAlerts(first: 100, after: $after, states: OPEN) {
      pageInfo { hasNextPage endCursor }
      nodes { number vulnerableManifestPath securityAdvisory { ghsaId } securityVulnerability { severity } }
    }
  }
}`;
/** Of the default branch, so none of them is new with a pull request. */
async function readDependabot(client, { repository }) {
    const alerts = [];
    let after = null;
    for (let turn = 0; turn < maxPages; turn++) {
        const answer = await client.graphql(vulnerabilitiesQuery, {
            owner: repository.owner,
            name: repository.name,
            after,
        });
        const found = answer.repository?.vulnerabilityAlerts;
        if (found === null || found === undefined)
            return because('dependabot', { status: 403 });
        for (const node of found.nodes) {
            alerts.push({
                kind: 'dependabot',
                number: node.number,
                tool: 'Dependabot',
                rule: node.securityAdvisory?.ghsaId ?? '',
                severity: named(node.securityVulnerability?.severity) ?? 'critical',
                path: node.vulnerableManifestPath,
                line: null,
                isNew: false,
            });
        }
        if (!found.pageInfo.hasNextPage)
            return (0,facts/* present */.Eb)(alerts);
        after = found.pageInfo.endCursor;
    }
    return incomplete;
}
/** The secrets themselves are neither asked for nor read. */
async function readSecretScanning(client, place) {
    const asked = { state: 'open', hide_secret: true };
    const alerts = await pages(client, 'secret-scanning/alerts', place, asked);
    if (alerts === null)
        return incomplete;
    return (0,facts/* present */.Eb)(alerts.map(({ number, secret_type: type }) => ({
        kind: 'secret-scanning',
        number,
        tool: 'secret scanning',
        rule: type ?? '',
        severity: 'critical',
        path: null,
        line: null,
    })));
}
const incomplete = (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'alerts', got: maxPages * perPage, expected: maxPages * perPage + 1 }));
/** `null`: more than is read. */
async function pages(client, list, place, asked) {
    const all = [];
    for (let turn = 1; turn <= maxPages; turn++) {
        const found = await page(client, list, place, asked, turn);
        all.push(...found);
        if (found.length < perPage)
            return all;
    }
    return null;
}
async function page(client, list, { repository }, asked, number) {
    const { data } = await client.request(`GET /repos/{owner}/{repo}/${list}`, {
        owner: repository.owner,
        repo: repository.name,
        per_page: perPage,
        page: number,
        ...asked,
    });
    if (!Array.isArray(data))
        throw new TypeError(`no list: ${list}`);
    return data;
}

;// CONCATENATED MODULE: ./build/src/facts/reverse.js
/**
 * Text of a file before its hunks, made from the text after them. `null`: the hunks are not those of this text. What a
 * patch does not tell (the kind of line end, and whether the last line had one) is as in the text after, or plain.
 */
function textBefore(after, hunks) {
    const lines = after.split('\n');
    const open = lines.at(-1) !== '';
    if (!open)
        lines.pop();
    const before = [];
    let at = 0;
    for (const hunk of hunks) {
        const kept = hunk.lines.filter(line => line.kind !== 'removed').length;
        // Of an empty new side GitHub and git name the line that the hunk follows.
        const start = kept === 0 ? hunk.newStart : hunk.newStart - 1;
        if (start < at || start + kept > lines.length)
            return null;
        before.push(...lines.slice(at, start));
        at = start;
        for (const { kind, text } of hunk.lines) {
            if (kind !== 'removed') {
                if (withoutReturn(lines[at]) !== withoutReturn(text))
                    return null;
                at += 1;
            }
            if (kind === 'context')
                before.push(lines[at - 1] ?? '');
            if (kind === 'removed')
                before.push(text);
        }
    }
    before.push(...lines.slice(at));
    return before.length === 0 ? '' : `${before.join('\n')}${open ? '' : '\n'}`;
}
const withoutReturn = (line) => line?.replace(/\r$/, '');

// EXTERNAL MODULE: ./build/src/impact/find.js + 74 modules
var find = __webpack_require__(8295);
;// CONCATENATED MODULE: ./build/src/github/contents.js




/** Blobs of one read. */
const perRead = 100;
/** Most files that are looked at, as in a clone, so at most ten reads; the rest is unread. */
const maxFiles = 1000;
/** Files whose content on GitHub decides what the change means; those whose text before cannot be told are left out. */
const readable = (files) => (0,find/* wantedFiles */.l)(files)
    .slice(0, maxFiles)
    .filter(file => file.hunks !== null);
/**
 * What the change means for whoever deploys, without a clone: GitHub gives the text after, ⌈files/100⌉ reads and none
 * when no file concerns deployment; the text before follows from the patch, so that no merge base has to be found.
 */
async function readImpact(client, place, changedFiles) {
    if (changedFiles.state !== 'present')
        return changedFiles;
    const files = readable(changedFiles.value);
    const oids = files.filter(file => file.status !== 'deleted').map(file => file.blob);
    const texts = await readTexts(client, place, oids).catch((error) => (0,github_client/* unknownBecause */.Zp)('impact', error));
    if (!(texts instanceof Map))
        return (0,facts/* unknown */.L5)(texts);
    const contents = files.map(file => contentOf(file, texts.get(file.blob) ?? null));
    const { impacts, unread } = (0,find/* findImpacts */.L)(contents);
    const looked = new Set(files);
    const skipped = (0,find/* wantedFiles */.l)(changedFiles.value).filter(file => !looked.has(file));
    return (0,facts/* present */.Eb)({ impacts, unread: [...unread, ...skipped.map(file => file.path)] });
}
/** Texts by object id, of blobs that are text and come whole. */
async function readTexts(client, place, blobs) {
    const oids = [...new Set(blobs)].filter(isOid);
    const texts = new Map();
    for (let from = 0; from < oids.length; from += perRead) {
        const batch = oids.slice(from, from + perRead);
        for (const [index, blob] of Object.entries(await readBlobs(client, place, batch))) {
            const oid = batch[Number(index.slice(1))];
            if (oid !== undefined && isWhole(blob))
                texts.set(oid, blob.text);
        }
    }
    return texts;
}
const isOid = (text) => /^[0-9a-f]{40,64}$/.test(text);
const isWhole = (blob) => blob !== null && typeof blob.text === 'string' && blob.isTruncated !== true && blob.isBinary !== true;
/** A blob that GitHub does not give is unread, not a reason to know nothing of the others. */
async function readBlobs(client, { owner, name }, oids) {
    const declared = oids.map((_, index) => `$o${index}: GitObjectID!`).join(', ');
    const fields = oids.map((_, index) => `b${index}: object(oid: $o${index}) { ... on Blob { text isTruncated isBinary } }`);
    const query = `query Contents($owner: String!, $name: String!, ${declared}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}`;
    const variables = Object.fromEntries(oids.map((oid, index) => [`o${index}`, oid]));
    try {
        return (await client.graphql(query, { owner, name, ...variables })).repository ?? {};
    }
    catch (error) {
        const failure = (0,github_client/* graphQlFailure */.QL)(error);
        if (failure === null)
            throw error;
        return failure.data?.repository ?? {};
    }
}
function contentOf(file, text) {
    const after = file.status === 'deleted' ? null : text;
    if (file.status === 'added')
        return { file, before: null, after };
    const before = file.status === 'deleted' ? textBefore('', file.hunks ?? []) : beforeOf(file, text);
    // One side alone would make everything in it new, or gone.
    return file.status !== 'deleted' && before === null ? { file, before, after: null } : { file, before, after };
}
const beforeOf = ({ hunks }, after) => after === null || hunks === null ? null : textBefore(after, hunks);

// EXTERNAL MODULE: ./build/src/dependencies/parse.js
var parse = __webpack_require__(3460);
// EXTERNAL MODULE: ./build/src/github/queries.js
var queries = __webpack_require__(3345);
;// CONCATENATED MODULE: ./build/src/github/dependencies.js






/** Pull requests and issues of one read. */
const dependencies_perRead = 20;
const maxNodes = 50;
/** Steps from the pull request. */
const maxDepth = 5;
/** Read only where the policy asks for it. */
function dependenciesOf(client, snapshot, policy) {
    const { body } = snapshot;
    if (policy === null || !(0,needs/* neededFacts */.N)(policy).has('dependencies')) {
        return Promise.resolve((0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.notFetched', { what: 'dependencies' })));
    }
    if (body.state !== 'present')
        return Promise.resolve(body);
    const { owner, name } = snapshot.repository;
    const { number, title, state } = snapshot;
    return readDependencies(client, { owner, name, number, title, state, body: body.value }, refsInText);
}
const refsInText = (body, here) => (0,parse/* parseDependencies */.f)(body, here).refs;
const keyOf = ({ owner, name, number }) => `${owner}/${name}#${number}`.toLowerCase();
/**
 * Follows what descriptions name over repositories, breadth first, 20 to a read, at most 50 of them and 5 steps away.
 * What is not there or may not be read is `unread`; the pull request itself comes first.
 */
async function readDependencies(client, start, refsIn) {
    const { owner, name, number, title, body, state } = start;
    const nodes = new Map();
    const own = { owner, name, number, dependsOn: [], state, title, verdict: null };
    nodes.set(keyOf(own), own);
    let open = edges(own, body, refsIn);
    let truncated = false;
    try {
        for (let depth = 1; open.length > 0; depth += 1) {
            const fresh = new Map();
            for (const { from, ref } of open) {
                const known = nodes.get(keyOf(ref)) ?? fresh.get(keyOf(ref));
                if (known === undefined)
                    fresh.set(keyOf(ref), { ref, from: [from] });
                else if ('dependsOn' in known)
                    known.dependsOn.push(from);
                else
                    known.from.push(from);
            }
            const wanted = depth > maxDepth ? [] : [...fresh.values()].slice(0, maxNodes - nodes.size);
            truncated ||= wanted.length < fresh.size;
            const next = [];
            for (let at = 0; at < wanted.length; at += dependencies_perRead) {
                const batch = wanted.slice(at, at + dependencies_perRead);
                const answer = await readBatch(client, batch.map(one => one.ref));
                for (const [index, { ref, from }] of batch.entries()) {
                    const { node, body: text } = nodeOf(ref, from, answer[`d${index}`]);
                    nodes.set(keyOf(ref), node);
                    next.push(...edges(node, text, refsIn));
                }
            }
            open = next;
        }
    }
    catch (error) {
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('dependencies', error));
    }
    return (0,facts/* present */.Eb)({ nodes: [...nodes.values()], truncated });
}
const edges = (from, body, refsIn) => refsIn(body, from).map(ref => ({ from: { owner: from.owner, name: from.name, number: from.number }, ref }));
function nodeOf(ref, from, answer) {
    const found = answer?.issueOrPullRequest;
    if (answer === null || answer === undefined || found === null || found === undefined) {
        return { node: { ...ref, dependsOn: from, state: 'unread', title: '', verdict: null }, body: '' };
    }
    const state = (found.pullState ?? found.issueState ?? 'CLOSED').toLowerCase();
    return {
        node: { ...ref, dependsOn: from, state, title: found.title, verdict: verdictOf(found) },
        body: found.body ?? '',
    };
}
/** One field for each, so that what may not be read costs only itself. Names travel as variables, never as query text. */
async function readBatch(client, refs) {
    const declared = refs.flatMap((_, index) => [`$o${index}: String!`, `$r${index}: String!`, `$n${index}: Int!`]);
    const fields = refs.map((_, index) => `d${index}: repository(owner: $o${index}, name: $r${index}) {
    name owner { login } issueOrPullRequest(number: $n${index}) { ...dependency }
  }`);
    const query = `query Dependencies($checkName: String!, ${declared.join(', ')}) {
  ${fields.join('\n  ')}
}
fragment dependency on IssueOrPullRequest {
  ... on Issue { number title issueState: state }
  ... on PullRequest {
    number title pullState: state body
    head: commits(last: 1) {
      nodes {
        commit {
          status { context(name: $checkName) { state } }
          checkSuites(first: 10, filterBy: { checkName: $checkName }) {
            nodes { app { slug } checkRuns(first: 5, filterBy: { checkName: $checkName }) { nodes { databaseId status conclusion } } }
          }
        }
      }
    }
  }
}`;
    const variables = { checkName: queries/* ownCheckName */.Q2 };
    for (const [index, { owner, name, number }] of refs.entries()) {
        variables[`o${index}`] = owner;
        variables[`r${index}`] = name;
        variables[`n${index}`] = number;
    }
    try {
        return await client.graphql(query, variables);
    }
    catch (error) {
        const failure = (0,github_client/* graphQlFailure */.QL)(error);
        if (failure === null || typeof failure.data !== 'object' || failure.data === null)
            throw error;
        return failure.data;
    }
}
const byConclusion = { SUCCESS: 'passed', ACTION_REQUIRED: 'waiting' };
const byState = {
    SUCCESS: 'passed',
    PENDING: 'waiting',
    EXPECTED: 'waiting',
};
/** What its own gates said. A job of a workflow may bear any name, so it does not speak for them; of two, the worse. */
function verdictOf(found) {
    const commit = found.head?.nodes[0]?.commit;
    const run = (commit?.checkSuites?.nodes ?? [])
        .filter(suite => suite.app?.slug !== queries/* actionsAppSlug */.s5)
        .flatMap(suite => suite.checkRuns?.nodes ?? [])
        .toSorted((a, b) => b.databaseId - a.databaseId)[0];
    const status = commit?.status?.context;
    const told = [];
    if (run !== undefined) {
        told.push(run.status === 'COMPLETED' ? (byConclusion[run.conclusion ?? ''] ?? 'failed') : 'waiting');
    }
    if (status !== null && status !== undefined)
        told.push(byState[status.state] ?? 'failed');
    return ['failed', 'waiting', 'passed'].find(verdict => told.includes(verdict)) ?? null;
}

// EXTERNAL MODULE: ./build/src/facts/diff.js
var diff = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/github/files.js




const files_perPage = 100;
/** GitHub lists at most this many files of a pull request. Source: REST "List pull requests files". */
const files_maxFiles = 3000;
/**
 * The changed files with their patches, ⌈files/100⌉ reads. The list is unknown, never short: it must reach the pull
 * request's own count of files and lines, and speak of the same head (security.md T-35).
 */
async function readChangedFiles(client, snapshot) {
    const { totals } = snapshot;
    if (totals.changedFiles > files_maxFiles)
        return files_incomplete(files_maxFiles, totals.changedFiles);
    const rows = [];
    try {
        for (let page = 1; rows.length < totals.changedFiles && page <= Math.ceil(files_maxFiles / files_perPage); page += 1) {
            const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
                owner: snapshot.repository.owner,
                repo: snapshot.repository.name,
                pull_number: snapshot.number,
                per_page: files_perPage,
                page,
            });
            if (!Array.isArray(data) || !data.every(isRow)) {
                return (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'changed files' }));
            }
            if (data.length === 0)
                break;
            rows.push(...data);
        }
    }
    catch (error) {
        return (0,facts/* unknown */.L5)((0,github_client/* unknownBecause */.Zp)('changed files', error));
    }
    if (rows.length !== totals.changedFiles)
        return files_incomplete(rows.length, totals.changedFiles);
    const lines = rows.reduce((sum, row) => sum + row.additions + row.deletions, 0);
    if (lines !== totals.additions + totals.deletions) {
        return (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', {
            what: 'changed lines',
            got: lines,
            expected: totals.additions + totals.deletions,
        }));
    }
    const moved = rows.some(row => row.status !== 'removed' && !row.contents_url.includes(snapshot.headSha));
    if (moved)
        return (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.malformed', { what: 'changed files (head moved)' }));
    return (0,facts/* present */.Eb)(rows.map(changedFile));
}
const files_incomplete = (got, expected) => (0,facts/* unknown */.L5)((0,message/* message */.i)('unknown.incomplete', { what: 'changed files', got, expected }));
function isRow(row) {
    if (typeof row !== 'object' || row === null)
        return false;
    const { filename, status, additions, deletions, contents_url: url } = row;
    return (typeof filename === 'string' &&
        typeof status === 'string' &&
        Number.isInteger(additions) &&
        Number.isInteger(deletions) &&
        typeof url === 'string');
}
const statuses = {
    added: 'added',
    modified: 'modified',
    removed: 'deleted',
    renamed: 'renamed',
    copied: 'copied',
    changed: 'changed',
};
function changedFile(row) {
    const hunks = row.patch === undefined ? null : (0,diff/* parsePatch */.iz)(row.patch);
    const untouched = row.additions + row.deletions === 0;
    return {
        path: row.filename,
        ...(row.previous_filename === undefined ? {} : { previousPath: row.previous_filename }),
        status: statuses[row.status] ?? 'modified',
        kind: kindOf(row),
        blob: row.sha ?? '',
        additions: row.additions,
        deletions: row.deletions,
        // No patch and no lines: binary, a mode or a pure rename. No patch but lines: GitHub left it out.
        hunks: hunks?.ok === true ? hunks.value : row.patch === undefined && untouched ? [] : null,
    };
}
/** REST gives no modes: a symlink cannot be told from a file, a submodule only by its patch. */
function kindOf(row) {
    if (row.patch !== undefined && /^@@[^\n]*@@[^\n]*\n[-+]Subproject commit [0-9a-f]{40}/.test(row.patch))
        return 'submodule';
    const contentChanged = row.status === 'added' || row.status === 'modified' || row.status === 'removed';
    return row.patch === undefined && contentChanged && row.additions + row.deletions === 0 ? 'binary' : 'text';
}

// EXTERNAL MODULE: ./build/src/github/roles.js
var roles = __webpack_require__(6488);
;// CONCATENATED MODULE: ./build/src/github/facts.js







/** Everything that GitHub says about a pull request, for whoever keeps nothing: no ledger, no files of a run. */
async function readFacts(client, snapshot, { policy, evaluatedAt }) {
    const changedFiles = await readChangedFiles(client, snapshot);
    const directory = await (0,roles/* readDirectory */.gZ)(client, Object.values(policy.roles).flat());
    return factsOf(snapshot, {
        evaluatedAt,
        changedFiles,
        roles: (0,roles/* resolveRoles */.KW)(policy.roles, directory),
        signOffs: facts/* absent */.Ge,
        impact: await readImpact(client, snapshot.repository, changedFiles),
        dependencies: await dependenciesOf(client, snapshot, policy),
        alerts: await alertsOf(client, snapshot, policy),
    });
}


/***/ }),

/***/ 2201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ neededFacts)
/* harmony export */ });
/* harmony import */ var _gates_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2911);

/** Facts that can change a verdict under the policy: what its enabled gates read, and what decides whom they concern. */
function neededFacts(policy) {
    const needed = new Set();
    for (const id of _gates_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gateIds */ .G) {
        const options = policy.gates[id];
        if (options === undefined || options.level === 'off')
            continue;
        const gate = _gates_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gates */ .V[id];
        const unread = new Set(gate.unread?.(options) ?? []);
        for (const need of gate.needs)
            if (!unread.has(need))
                needed.add(need);
        if (options.when?.labels !== undefined)
            needed.add('labels');
    }
    if (policy.checklists.some(checklist => checklist.when?.labels !== undefined))
        needed.add('labels');
    return needed;
}


/***/ })

};

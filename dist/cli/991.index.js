export const id = 991;
export const ids = [991];
export const modules = {

/***/ 7991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aG: () => (/* binding */ checkoutAround),
  vj: () => (/* binding */ commitNamed),
  AX: () => (/* binding */ firstProblem),
  OE: () => (/* binding */ headNamed),
  di: () => (/* binding */ needCheckout),
  hQ: () => (/* binding */ parseWithShared),
  UI: () => (/* binding */ parsedFile),
  XM: () => (/* binding */ pathOf),
  kQ: () => (/* binding */ policyInFile),
  US: () => (/* binding */ policyOf),
  jL: () => (/* binding */ sharedOption)
});

// UNUSED EXPORTS: ownerIn

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/facts/policy.js
var policy = __webpack_require__(5155);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/layers.js + 2 modules
var policy_layers = __webpack_require__(9135);
// EXTERNAL MODULE: ./build/src/policy/parse.js + 4 modules
var parse = __webpack_require__(5816);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/workspace/policy.js
var workspace_policy = __webpack_require__(5233);
;// CONCATENATED MODULE: ./build/src/workspace/shared.js




/**
 * Shared policies in a folder, as `owner/repository` below it; for work without a network. Whatever ref is asked for,
 * the files are taken as they lie there. Links that lead out of the folder are not followed.
 */
async function readReferenceIn(folder, reference) {
    const { owner, repository } = reference;
    const root = await (0,promises_.realpath)(folder).catch(() => null);
    const found = await (0,promises_.realpath)((0,external_node_path_.join)(folder, owner, repository)).catch(() => null);
    if (root === null || found === null || !found.startsWith(root + external_node_path_.sep))
        return { state: 'unread', why: 'not-asked', detail: '' };
    // What lies on this machine is shown to whoever sits at it.
    const paths = [];
    for (const path of (0,policy_layers/* pathsOf */.wG)(reference))
        if (await isBelow(found, (0,external_node_path_.dirname)((0,external_node_path_.join)(found, path))))
            paths.push(path);
    return { state: 'present', sha: '', isPublic: true, entries: await (0,workspace_policy/* policyEntriesIn */.C1)(found, paths) };
}
async function isBelow(root, folder) {
    const real = await (0,promises_.realpath)(folder).catch(() => null);
    return real !== null && (real === root || real.startsWith(root + external_node_path_.sep));
}
/** Where no folder is given. */
const nothingShared = async () => ({ state: 'unread', why: 'not-asked', detail: '' });

;// CONCATENATED MODULE: ./build/cli/checkout.js











/** The checkout that holds a folder; `null`: there is none. */
const checkoutAround = async (cwd) => (0,git/* findRepository */.W1)(await (0,promises_.realpath)(cwd), (0,external_node_path_.parse)(cwd).root);
/** The same, for commands that cannot do without. */
async function needCheckout(cwd) {
    const repository = await checkoutAround(cwd);
    return repository === null ? (0,result/* err */._)({ message: (0,message/* message */.i)('cli.noCheckout', {}) }) : (0,result.ok)(repository);
}
async function commitNamed(repository, option, ref) {
    const sha = await (0,git/* commitCalled */.to)(repository, ref);
    if (!sha.ok)
        return (0,result/* err */._)({ message: sha.error });
    return sha.value === null ? (0,result/* err */._)({ message: (0,message/* message */.i)('cli.noCommit', { option, ref }) }) : (0,result.ok)({ ref, sha: sha.value });
}
/** Where a range ends: HEAD, unless another commit is named. */
async function headNamed(repository, ref) {
    if (ref !== undefined)
        return commitNamed(repository, 'head', ref);
    const head = await (0,git/* headCommit */.Qo)(repository);
    return head.ok ? (0,result.ok)({ ref: 'HEAD', sha: head.value }) : (0,result/* err */._)({ message: head.error });
}
/** The option of every command that reads a policy. */
const sharedOption = { shared: { about: 'cli.option.shared', value: 'FOLDER' } };
const readerIn = (folder, cwd) => folder === undefined ? nothingShared : (reference) => readReferenceIn((0,external_node_path_.resolve)(cwd, folder), reference);
/** The commit's policy judges, as on GitHub; without a commit the one that is being written. */
async function policyOf(repository, commit, shared) {
    const entries = commit === null ? (0,result.ok)(await (0,workspace_policy/* policyEntriesIn */.C1)(repository.root)) : await (0,workspace_policy/* policyEntriesAt */.Ux)(repository, commit.sha);
    if (!entries.ok)
        return (0,result/* err */._)({ message: entries.error });
    const place = { owner: ownerIn(entries.value) };
    const files = await (0,policy/* sharedFor */.z8)(entries.value, place, readerIn(shared, repository.root));
    const state = (0,policy/* policyStateOf */.xQ)(entries.value, { ...place, shared: files, sha: commit?.sha ?? '' });
    switch (state.state) {
        case 'present':
            return (0,result.ok)(state);
        case 'unknown':
            return (0,result/* err */._)({ message: state.reason });
        case 'broken':
            return (0,result/* err */._)(firstProblem(state.problems));
        default:
            return state;
    }
}
/** A policy that stands in a file, for trying it out. */
async function policyInFile(path, cwd, shared) {
    const parsed = await parsedFile(path, cwd, shared);
    if (!parsed.ok)
        return parsed;
    const { policy, sha256 } = parsed.value;
    return (0,result.ok)({ state: 'present', policy, origin: { source: 'base', path, sha: '', sha256 } });
}
/** The same with where every value is from. */
async function parsedFile(path, cwd, shared) {
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path));
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.unreadable', { code }) });
    }
    const parsed = await parseWithShared(bytes, path, cwd, { shared });
    return parsed.ok ? parsed : (0,result/* err */._)(firstProblem(parsed.error));
}
/** Reads a policy with what it extends; every problem. */
async function parseWithShared(bytes, path, cwd, { owner, shared }) {
    const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8');
    const context = { owner: owner ?? ownerIn([{ text }]) };
    return (0,parse/* parsePolicy */.O)(bytes, path, { ...context, shared: await (0,policy_layers/* readShared */.qA)(bytes, context, readerIn(shared, cwd)) });
}
/** Path of the policy; `null`: there is none, and the defaults apply. */
const pathOf = ({ origin }) => (origin.source === 'base' ? origin.path : null);
function firstProblem([first]) {
    if (first === undefined)
        return { message: (0,message/* message */.i)('policy.broken', { count: 0, path: '' }) };
    const { path, line, column, code, keyPath } = first;
    return { place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: first.message };
}
/** A fork's clone is not called like the owner of the teams: whoever they are of is taken for the owner. */
const ownerIn = (entries) => entries
    .map(({ text }) => /(?:@|^extends:\s*\[?["']?)([A-Za-z0-9-]+)\/[A-Za-z0-9._-]+/m.exec(text ?? '')?.[1])
    .find(owner => owner) ?? '';


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   XI: () => (/* binding */ checkedOutAt),
/* harmony export */   aL: () => (/* binding */ changedFilesBetween),
/* harmony export */   bY: () => (/* binding */ uncommittedFiles),
/* harmony export */   fY: () => (/* binding */ parentsOf),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ diffCommits),
/* harmony export */   lt: () => (/* binding */ countLines),
/* harmony export */   nT: () => (/* binding */ listTree),
/* harmony export */   nl: () => (/* binding */ readFilesAt),
/* harmony export */   to: () => (/* binding */ commitCalled),
/* harmony export */   wu: () => (/* binding */ mergeBase)
/* harmony export */ });
/* unused harmony exports git, isSha, isShallow */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _facts_diff_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6786);
/* harmony import */ var _facts_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3802);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);









/** For the one question that the clone's own configuration is present at; on the command line they win over it. */
const hardened = [
    '--no-pager',
    '--no-replace-objects',
    '--no-optional-locks',
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    `core.hooksPath=${node_os__WEBPACK_IMPORTED_MODULE_3__.devNull}`,
    '-c',
    `core.attributesFile=${node_os__WEBPACK_IMPORTED_MODULE_3__.devNull}`,
    '-c',
    'protocol.ext.allow=never',
];
/**
 * Nothing of the machine's or the user's configuration, no prompt, no transport: a partial clone must not fetch through
 * a program that its own configuration names. Git directories are given outright, so nothing is discovered and
 * `safe.directory` needs no exception: in a container job the workspace belongs to another user.
 */
function environment() {
    const { PATH = '', SystemRoot, TMPDIR, TEMP } = process.env;
    return {
        PATH,
        ...(SystemRoot === undefined ? {} : { SystemRoot }),
        ...(TMPDIR === undefined ? {} : { TMPDIR }),
        ...(TEMP === undefined ? {} : { TEMP }),
        LC_ALL: 'C',
        TZ: 'UTC',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_CONFIG_GLOBAL: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_ATTR_NOSYSTEM: '1',
        GIT_GRAFT_FILE: node_os__WEBPACK_IMPORTED_MODULE_3__.devNull,
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
    };
}
/** Asks the empty repository about the clone's objects. Every argument is data; SHAs go behind `--end-of-options`. */
function git(repository, args, options = {}) {
    const shallow = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.commonDir, 'shallow');
    const env = {
        ...environment(),
        HOME: repository.ours,
        GIT_DIR: repository.ours,
        GIT_OBJECT_DIRECTORY: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.commonDir, 'objects'),
        ...((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(shallow) ? { GIT_SHALLOW_FILE: shallow } : {}),
        ...(options.workTree === true
            ? { GIT_WORK_TREE: repository.root, GIT_INDEX_FILE: (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.gitDir, 'index') }
            : {}),
    };
    return execute(args, { cwd: repository.ours, env }, options);
}
/** Runs `git` without a shell. */
async function execute(args, { cwd, env }, { timeoutMs = 60_000, maxOutput = 512 * 1024 * 1024, input = '' }) {
    return new Promise(settle => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('git', [...hardened, ...args], {
            cwd,
            env,
            stdio: 'pipe',
            windowsHide: true,
        });
        // Not spawn's own `timeout`: its timer outlives a program that could not be started.
        let late = false;
        const timer = setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
        }, timeoutMs);
        const out = [];
        let size = 0;
        let stderr = '';
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size > maxOutput)
                child.kill('SIGKILL');
            else
                out.push(chunk);
        });
        child.stderr.on('data', (chunk) => {
            if (stderr.length < 2000)
                stderr += chunk.toString();
        });
        // A child that ends before it has read everything closes the pipe; its exit code tells.
        child.stdin.on('error', () => { });
        child.stdin.end(input);
        child.on('error', () => {
            clearTimeout(timer);
            settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'missing' }));
        });
        child.on('close', code => {
            clearTimeout(timer);
            if (size > maxOutput)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'size' }));
            else if (late)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'timeout' }));
            else if (code === 0)
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(Buffer.concat(out)));
            else
                settle((0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)({ kind: 'exit', code: code ?? -1, stderr }));
        });
    });
}
/** A full object id; nothing else is ever given to `git` as a revision. */
const isSha = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** The repository that holds `folder`, looked for upwards until `top` inclusive. `null`: there is none. */
async function findRepository(folder, top) {
    for (let at = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(folder);; at = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(at)) {
        const found = await repositoryAt(at);
        if (found !== null)
            return found;
        const below = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.relative)(top, at);
        if (below === '' || below.startsWith('..') || at === (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(at))
            return null;
    }
}
/** `.git` is a folder, or a file that names one (work trees, submodules). */
async function repositoryAt(root) {
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(root, '.git');
    try {
        const gitDir = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(dotGit)).isDirectory() ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(dotGit) : await namedBy(root, dotGit);
        const common = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(gitDir, 'commondir'), 'utf8').catch(() => '.');
        return { gitDir, commonDir: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(gitDir, common.trim())), root, ours: emptyRepository() };
    }
    catch {
        return null;
    }
}
async function namedBy(root, file) {
    const named = /^gitdir: (.+?)\s*$/.exec(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8'))?.[1];
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.resolve)(root, named ?? ''));
}
let empty;
/** One for the whole process; removed when it ends. */
function emptyRepository() {
    empty ??= createEmptyRepository();
    return empty;
}
function createEmptyRepository() {
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)(), 'delivery-gates-git-')));
    process.once('exit', () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true }));
    for (const name of ['objects', 'refs'])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, 'HEAD'), 'ref: refs/heads/none\n');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    return folder;
}
/** The commit that is checked out. */
async function headCommit(repository) {
    const found = await revision(repository, 'HEAD');
    if (!found.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('rev-parse', found.error));
    const sha = shaIn(found.value);
    return sha === null ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'rev-parse', detail: 'no commit' })) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(sha);
}
/**
 * The commit that the user of this clone calls so (`origin/main`, `HEAD~3`); `null`: none. Only for a name that its own
 * user typed: where HEAD and branches are is the clone's word.
 */
async function commitCalled(repository, name) {
    const found = await revision(repository, `${name}^{commit}`);
    if (found.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(shaIn(found.value));
    return found.error.kind === 'exit' ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(null) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('rev-parse', found.error));
}
function revision({ gitDir }, name) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
    const env = { ...environment(), HOME: gitDir, GIT_DIR: gitDir, GIT_WORK_TREE: gitDir };
    return execute(args, { cwd: gitDir, env }, {});
}
/** Paths of files of `commit` whose content in the work tree is another one, staged or not. Untracked files are no part. */
async function uncommittedFiles(repository, commit) {
    if (!isSha(commit))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const args = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative'];
    const output = await git(repository, [...args, '--ignore-submodules=all', '--end-of-options', commit, '--'], {
        workTree: true,
    });
    if (!output.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('diff', output.error));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(output.value
        .toString('utf8')
        .split('\0')
        .filter(path => path !== ''));
}
/** Parents of a commit that is here; empty when it has none or is not here. */
async function parentsOf(repository, sha) {
    if (!isSha(sha))
        return [];
    const found = await git(repository, ['cat-file', 'commit', sha]);
    if (!found.ok)
        return [];
    const [header = ''] = found.value.toString('latin1').split('\n\n', 1);
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '').filter(isSha);
}
async function hasCommit(repository, sha) {
    if (!isSha(sha))
        return false;
    return (await git(repository, ['cat-file', '-e', `${sha}^{commit}`])).ok;
}
/** Whether history is cut off (`fetch-depth`). */
const isShallow = ({ commonDir }) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(commonDir, 'shallow'));
/** Best common ancestor, as GitHub computes the three-dot diff from. `null`: none that can be seen from here. */
async function mergeBase(repository, base, head) {
    if (!isSha(base) || !isSha(head))
        return null;
    const found = await git(repository, ['merge-base', '--end-of-options', base, head]);
    return found.ok ? shaIn(found.value) : null;
}
/** Changed files between two commits that are both here. */
async function diffCommits(repository, from, to) {
    if (!isSha(from) || !isSha(to))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const output = await git(repository, [..._facts_diff_js__WEBPACK_IMPORTED_MODULE_5__/* .diffArguments */ .M, '--end-of-options', from, to, '--']);
    return output.ok ? (0,_facts_diff_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDiff */ .FR)(output.value) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('diff', output.error));
}
/**
 * What the pull request changes: from the merge base of `base` and `head` to `head`. Unknown with the cause when this
 * clone cannot tell; the caller may then ask GitHub.
 */
async function changedFilesBetween(repository, base, head) {
    const from = await mergeBase(repository, base, head);
    if (from === null)
        return (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5)(await noCommonHistory(repository, base, head));
    const files = await diffCommits(repository, from, head);
    return files.ok ? (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .present */ .Eb)(files.value) : (0,_facts_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .unknown */ .L5)(files.error);
}
/** Why no merge base can be seen; asked only then, because each question is a process. */
async function noCommonHistory(repository, base, head) {
    const shallow = isShallow(repository);
    for (const sha of [base, head]) {
        if (await hasCommit(repository, sha))
            continue;
        return shallow ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.shallow', { sha }) : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.noCommit', { sha });
    }
    return shallow ? (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.shallow', { sha: base }) : (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.noMergeBase', { base, head });
}
/** Entries of a commit's tree, all of them or only those at `paths` (exact, not patterns). */
async function listTree(repository, sha, paths) {
    if (!isSha(sha))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'ls-tree', detail: 'not a commit id' }));
    const recursion = paths === undefined ? ['-r'] : [];
    const output = await git(repository, [
        'ls-tree',
        ...recursion,
        '-z',
        '--long',
        '--full-tree',
        '--end-of-options',
        sha,
        ...(paths ?? []),
    ]);
    if (!output.ok)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('ls-tree', output.error));
    const entries = output.value
        .toString('utf8')
        .split('\0')
        .filter(record => record !== '')
        .map(treeEntry);
    return entries.every(entry => entry !== null)
        ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(entries)
        : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'ls-tree', detail: 'unexpected record' }));
}
function treeEntry(record) {
    const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(record);
    if (match === null)
        return null;
    const [, mode = '', type, oid = '', size = '', path = ''] = match;
    return { mode, type: type, oid, size: size === '-' ? 0 : Number(size), path };
}
/** Bytes of a blob; refused beyond `maxBytes`. */
async function readBlob(repository, oid, maxBytes) {
    if (!isSha(oid))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what: 'cat-file', detail: 'not an object id' }));
    const output = await git(repository, ['cat-file', 'blob', oid], { maxOutput: maxBytes });
    return output.ok ? (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(output.value) : (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failureMessage('cat-file', output.error));
}
/** Lines of blobs by object id, in one call; a last line without line end counts. Missing objects are left out. */
async function countLines(repository, oids) {
    const counts = new Map();
    await eachBlob(repository, oids, (oid, content) => counts.set(oid, linesIn(content)));
    return counts;
}
/** Contents of files of a commit by path, in two calls. Left out: what is not a file there, or larger than `maxBytes`. */
async function readFilesAt(repository, sha, paths, maxBytes) {
    if (paths.length === 0)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(new Map());
    const listed = await listTree(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const wanted = listed.value.filter(({ type, mode, size }) => type === 'blob' && mode !== '120000' && size <= maxBytes);
    const blobs = new Map();
    await eachBlob(repository, wanted.map(entry => entry.oid), (oid, content) => blobs.set(oid, content));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(new Map(wanted.flatMap(({ path, oid }) => {
        const content = blobs.get(oid);
        return content === undefined ? [] : [[path, content]];
    })));
}
async function eachBlob(repository, oids, use) {
    const asked = [...new Set(oids)].filter(isSha);
    if (asked.length === 0)
        return;
    const output = await git(repository, ['cat-file', '--batch'], { input: asked.map(oid => `${oid}\n`).join('') });
    if (!output.ok)
        return;
    const bytes = output.value;
    for (let at = 0; at < bytes.length;) {
        const end = bytes.indexOf(0x0a, at);
        const [oid = '', type, size] = bytes.toString('latin1', at, end < 0 ? bytes.length : end).split(' ');
        at = end < 0 ? bytes.length : end + 1;
        if (size === undefined || type === 'missing')
            continue;
        const content = bytes.subarray(at, at + Number(size));
        at += Number(size) + 1;
        if (type === 'blob')
            use(oid, content);
    }
}
function linesIn(content) {
    let lines = 0;
    for (let at = content.indexOf(0x0a); at >= 0; at = content.indexOf(0x0a, at + 1))
        lines += 1;
    return content.length > 0 && content.at(-1) !== 0x0a ? lines + 1 : lines;
}
/**
 * When a commit was last checked out, in milliseconds since 1970; `null` when that cannot be told. The index is no
 * witness: `git status` writes it too.
 */
async function checkedOutAt(repository) {
    const times = await Promise.all(['HEAD', 'logs/HEAD'].map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(repository.gitDir, name)).then(found => found.mtimeMs, () => null)));
    const known = times.filter(time => time !== null);
    return known.length === 0 ? null : Math.max(...known);
}
function failureMessage(what, failure) {
    switch (failure.kind) {
        case 'missing':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.missing', {});
        case 'timeout':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: 'timeout' });
        case 'size':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: 'output too large' });
        case 'exit':
            return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_8__/* .message */ .i)('git.failed', { what, detail: failure.stderr.trim().split('\n')[0]?.slice(0, 200) ?? '' });
        default:
            return failure;
    }
}
function shaIn(output) {
    const sha = output.toString('latin1').trim().split('\n')[0] ?? '';
    return isSha(sha) ? sha : null;
}


/***/ }),

/***/ 5233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ policyEntriesIn),
/* harmony export */   Ux: () => (/* binding */ policyEntriesAt),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(998);
/* harmony import */ var _policy_search_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7502);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5800);






/** What stands at `paths` in a commit of the clone. */
async function policyEntriesAt(repository, sha, paths = _policy_search_js__WEBPACK_IMPORTED_MODULE_4__/* .policyPaths */ .ff) {
    const listed = await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_3__/* .listTree */ .nT)(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const entries = [];
    for (const { path, mode, type, oid, size } of listed.value) {
        const readable = type === 'blob' && size <= _policy_search_js__WEBPACK_IMPORTED_MODULE_4__/* .maxPolicySize */ .cM;
        const blob = readable ? await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_3__/* .readBlob */ .gm)(repository, oid, _policy_search_js__WEBPACK_IMPORTED_MODULE_4__/* .maxPolicySize */ .cM) : (0,_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(null);
        if (!blob.ok)
            return blob;
        entries.push({ path, mode, type, size, text: blob.value === null ? null : textOf(blob.value) });
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(entries);
}
/** What stands at `paths` of the working tree, as git would list it. Never for a verdict about a pull request. */
async function policyEntriesIn(root, paths = _policy_search_js__WEBPACK_IMPORTED_MODULE_4__/* .policyPaths */ .ff) {
    const entries = await Promise.all(paths.map(path => entryIn(root, path)));
    return entries.filter(entry => entry !== null);
}
async function entryIn(root, path) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(file).catch(() => null);
    if (found === null)
        return null;
    const { size } = found;
    if (found.isSymbolicLink())
        return { path, mode: '120000', type: 'blob', size, text: null };
    if (found.isDirectory())
        return { path, mode: '040000', type: 'tree', size: 0, text: null };
    if (!found.isFile())
        return { path, mode: '000000', type: 'blob', size: 0, text: null };
    return { path, mode: '100644', type: 'blob', size, text: size <= _policy_search_js__WEBPACK_IMPORTED_MODULE_4__/* .maxPolicySize */ .cM ? await textIn(file) : null };
}
async function textIn(file) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
        try {
            return textOf(await handle.readFile());
        }
        finally {
            await handle.close();
        }
    }
    catch {
        return null;
    }
}
/** `null`: not UTF-8. */
function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}


/***/ })

};

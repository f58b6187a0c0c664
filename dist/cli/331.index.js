export const id = 331;
export const ids = [331];
export const modules = {

/***/ 1331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/gates/coverage.js
var coverage = __webpack_require__(3970);
// EXTERNAL MODULE: ./build/src/git/git.js
var git = __webpack_require__(998);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/search.js
var search = __webpack_require__(7502);
// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
;// CONCATENATED MODULE: ./build/src/policy/starter.js



const deployments = [
    [/^(?:.*\/)?(?:Dockerfile|Containerfile)[^/]*$/, '**/{Dockerfile,Containerfile}*'],
    [/^(?:.*\/)?(?:docker-)?compose[^/]*\.ya?ml$/, '**/*compose*.{yml,yaml}'],
    [/^(?:.*\/)?\.env\.example$/, '**/.env.example'],
    [/^deploy\//, 'deploy/**'],
    [/^deployments?\//, '{deployment,deployments}/**'],
    [/^helm\//, 'helm/**'],
    [/^charts\//, 'charts/**'],
    [/^(?:k8s|kubernetes)\//, '{k8s,kubernetes}/**'],
    [/^ansible\//, 'ansible/**'],
    [/^terraform\//, 'terraform/**'],
    [/^(?:.*\/)?migrations\//, '**/migrations/**'],
];
/** Where each ecosystem's tools write a report, when none stands there yet. */
const languages = [
    [/^package\.json$/, 'coverage/lcov.info'],
    [/^(?:pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt)$/, 'coverage.xml'],
    [/^Cargo\.toml$/, 'lcov.info'],
    [/^go\.mod$/, 'cover.out'],
    [/^pom\.xml$/, '**/target/site/jacoco/jacoco.xml'],
    [/^build\.gradle(?:\.kts)?$/, '**/build/reports/jacoco/**/*.xml'],
    [/^Gemfile$/, 'coverage/.resultset.json'],
    [/^composer\.json$/, 'clover.xml'],
    [/^pubspec\.yaml$/, 'coverage/lcov.info'],
    [/\.(?:cs|fs|vb)proj$/, '**/coverage.cobertura.xml'],
];
/** Folders whose children are parts of a repository of several. */
const workspaces = /^(services|packages|apps|modules|components)\/([^/]+)\//;
/** Most parts that are listed. */
const mostComponents = 20;
/**
 * A policy to start from, as the text of `.github/delivery-gates.yml`: every line follows from something that was found,
 * and a comment says what it is for. Gates only warn, until somebody has seen what they say.
 */
function starterPolicy(surroundings, locale) {
    const { paths, reports, implementer } = surroundings;
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    const note = (told, indent = '') => `${indent}# ${(0,format/* sentence */.em)(told, locale, f)}`;
    const measured = reports.length > 0 ? reports.slice(0, 5) : expectedReports(paths);
    const deployment = deployments.filter(([pattern]) => paths.some(path => pattern.test(path))).map(([, glob]) => glob);
    const documents = paths.some(path => path.startsWith('docs/')) ? 'docs/**' : '*.md';
    const parts = componentsIn(paths);
    return [
        note((0,message/* message */.i)('starter.head', {})),
        'version: 1',
        ...(locale === 'en' ? [] : [`locale: ${locale}`]),
        '',
        note((0,message/* message */.i)('starter.roles', {})),
        'roles:',
        `  implementer: [${JSON.stringify(implementer)}]`,
        `  policy-owner: [${JSON.stringify(implementer)}]`,
        ...(parts.length === 0
            ? []
            : ['', note((0,message/* message */.i)('starter.components', {})), 'components:', ...parts.map(componentLine)]),
        '',
        note((0,message/* message */.i)('starter.gates', {})),
        'gates:',
        ...(measured.length > 0 ? [note((0,message/* message */.i)('starter.coverage', {}), '  '), ...coverageLines(measured)] : []),
        ...(deployment.length > 0 ? [note((0,message/* message */.i)('starter.docs', {}), '  '), ...docsLines(deployment, documents)] : []),
        note((0,message/* message */.i)('starter.review', {}), '  '),
        '  review:',
        '    level: warn',
        '    rules:',
        '      - { role: implementer, need: requested, request: auto }',
        ...(deployment.length > 0 ? [`      - { role: implementer, need: approved, when: ${list(deployment)} }`] : []),
        note((0,message/* message */.i)('starter.description', {}), '  '),
        '  description:',
        '    level: warn',
        `    sections: [Goal, Acceptance criteria${deployment.length > 0 ? ', Rollback plan' : ''}]`,
        ...(deployment.length > 0
            ? ['', note((0,message/* message */.i)('starter.checklist', {})), ...checklistLines(deployment, locale)]
            : []),
        '',
    ].join('\n');
}
const expectedReports = (paths) => [
    ...new Set(languages.filter(([marker]) => paths.some(path => marker.test(path))).map(([, report]) => report)),
];
function componentsIn(paths) {
    const found = new Map();
    for (const path of paths) {
        const [, parent = '', name = ''] = workspaces.exec(path) ?? [];
        if (/^[a-z0-9][a-z0-9_.-]{0,59}$/i.test(name) && !found.has(name))
            found.set(name, `${parent}/${name}`);
    }
    return [...found].map(([name, folder]) => ({ name, folder })).slice(0, mostComponents);
}
const componentLine = ({ name, folder }) => `  ${name}: { paths: ${list([`${folder}/**`])} }`;
const list = (values) => `[${values.map(value => JSON.stringify(value)).join(', ')}]`;
const coverageLines = (reports) => [
    '  coverage:',
    '    level: warn',
    '    reports:',
    ...reports.map((path, index) => `      - { name: ${index === 0 ? 'unit' : `unit-${index + 1}`}, path: ${JSON.stringify(path)} }`),
    '    project: { min: 80 }',
    '    patch: { min: 80 }',
];
const docsLines = (deployment, documents) => [
    '  docs:',
    '    level: warn',
    '    rules:',
    `      - { id: deploy-guide, kind: deployment, when: ${list(deployment)}, update: [${JSON.stringify(documents)}] }`,
];
const checklistLines = (deployment, locale) => [
    'checklists:',
    '  - id: deploy-readiness',
    '    level: warn',
    `    when: { paths: ${list(deployment)} }`,
    '    items:',
    `      - { id: rollback, text: ${locale === 'en' ? 'Rollback rehearsed' : '已演练回滚'}, role: implementer, covers: ${list(deployment)} }`,
];

// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/workspace/reports.js
var workspace_reports = __webpack_require__(9812);
// EXTERNAL MODULE: ./build/cli/checkout.js + 1 modules
var cli_checkout = __webpack_require__(7991);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/init.js














const options = {
    implementer: { about: 'cli.init.option.implementer', value: '@LOGIN' },
    print: { about: 'cli.init.option.print' },
};
/** Writes a policy to start from, made of what is found in the checkout. */
const init = (0,command/* defineCommand */.N)({
    forms: ['[OPTION…]'],
    about: 'cli.init.about',
    options,
    async run({ values, positionals }, world) {
        const [extra] = positionals;
        if (extra !== undefined)
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.positional', { got: extra }) });
        const checkout = await (0,cli_checkout/* needCheckout */.di)(world.cwd);
        if (!checkout.ok)
            return checkout;
        const { root } = checkout.value;
        const paths = await pathsOf(checkout.value);
        if (!paths.ok)
            return paths;
        const found = await (0,workspace_reports/* findCommon */.xB)(coverage/* commonPlaces */.M, { root, workingDirectory: '.' });
        const reports = found.map(one => one.path);
        const locale = values.locale ?? 'en';
        const policy = starterPolicy({ paths: paths.value, reports, implementer: values.implementer ?? '@your-login' }, locale);
        if (values.print) {
            world.print(values.json ? (0,json/* jsonLine */.r)({ path: null, policy }) : policy);
            return (0,result.ok)(0);
        }
        const written = write(root, policy);
        if (!written.ok)
            return written;
        const told = (0,message/* message */.i)('cli.init.written', { path: written.value });
        world.print(values.json
            ? (0,json/* jsonLine */.r)({ path: written.value, policy })
            : `${(0,format/* sentence */.em)(told, locale, (0,plain/* plainFormatter */.P)(locale, 1_000))}\n`);
        return (0,result.ok)(0);
    },
});
async function pathsOf(repository) {
    const head = await (0,git/* headCommit */.Qo)(repository);
    if (!head.ok)
        return (0,result/* err */._)({ message: head.error });
    const listed = await (0,git/* listTree */.nT)(repository, head.value);
    return listed.ok ? (0,result.ok)(listed.value.map(entry => entry.path)) : (0,result/* err */._)({ message: listed.error });
}
/** Never over a policy that is there. */
function write(root, policy) {
    const there = search/* policyPaths */.ff.find(path => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)));
    if (there !== undefined)
        return (0,result/* err */._)({ place: { path: there }, message: (0,message/* message */.i)('cli.init.exists', {}) });
    const [path] = search/* policyPaths */.ff;
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)), { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(root, path), policy, { flag: 'wx' });
        return (0,result.ok)(path);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.init.failed', { code }) });
    }
}


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ openReport),
/* harmony export */   QO: () => (/* binding */ isStale),
/* harmony export */   io: () => (/* binding */ digested),
/* harmony export */   xB: () => (/* binding */ findCommon),
/* harmony export */   zJ: () => (/* binding */ findReports)
/* harmony export */ });
/* unused harmony export maxReportSize */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7183);
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(454);
/* harmony import */ var _policy_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5493);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5800);








/** Files that one glob may match. */
const maxMatches = 100;
/** Entries looked at while searching; beyond it the search is told to be incomplete. */
const maxEntries = 200_000;
const skipped = new Set(['node_modules', '.git']);
/** Every report file, in the order of the policy and then by path, and the names that lack some. */
async function findReports(specs, workspace) {
    const found = [];
    const missing = [];
    const problems = [];
    let files;
    const listed = () => {
        files ??= listFiles(workspace);
        return files;
    };
    for (const spec of specs) {
        const paths = isPattern(spec.path) ? await matching(spec.path, listed) : existing(spec.path, workspace);
        const expected = spec.expected ?? 1;
        if (paths.length < expected) {
            const near = paths.length > 0 ? [] : nearestFiles(spec.path, await listed());
            missing.push({ spec, found: paths.length, expected, near });
        }
        if (paths.length > maxMatches) {
            problems.push((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('coverage.problem.too-many', {
                name: spec.name,
                path: spec.path,
                found: paths.length,
                limit: maxMatches,
            }));
        }
        else
            found.push(...paths.map(path => ({ spec, path: inWorkspace(workspace, path) })));
    }
    return { found, missing, problems };
}
const isPattern = (path) => /[*?[{]/.test(path);
async function matching(pattern, listed) {
    const glob = (0,_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlob */ .SO)(pattern);
    if (!glob.ok)
        return [];
    const matches = glob.value;
    return (await listed()).filter(path => matches.matches(path));
}
/** Files at places where tools put reports; none there is no problem of a place. */
async function findCommon(places, workspace) {
    const globs = (0,_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlobs */ .tI)(places);
    const paths = (await listFiles(workspace)).filter(path => globs.matches(path)).slice(0, maxMatches);
    return paths.map(path => ({ spec: { name: path, path }, path: inWorkspace(workspace, path) }));
}
const inWorkspace = (workspace, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.workingDirectory, path).split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep).join('/');
/** Whether anything stands there; what it is is judged when it is opened. */
function existing(path, workspace) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, workspace.workingDirectory, path));
        return [path];
    }
    catch {
        return [];
    }
}
/** Everything that is not a folder below the working directory, sorted; links are listed, never followed. */
async function listFiles(workspace) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, workspace.workingDirectory);
    const files = [];
    const folders = [''];
    let seen = 0;
    for (let folder = folders.pop(); folder !== undefined && seen < maxEntries; folder = folders.pop()) {
        try {
            for await (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.opendir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, folder))) {
                seen += 1;
                const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (!skipped.has(entry.name))
                        folders.push(path);
                }
                else
                    files.push(path);
            }
        }
        catch {
            // A folder that cannot be read holds no report that could be.
        }
    }
    return files.sort();
}
/** Where such a file stands instead, at most three: the same name elsewhere, then names and paths that are close. */
function nearestFiles(wanted, files) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(wanted);
    const like = /lcov|cobertura|coverage|jacoco|clover|junit|resultset|cover\.out|profdata|xccov/i;
    return files
        .map(path => {
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path);
        const distance = own === name ? 0 : own.length > 60 ? Infinity : (0,_policy_text_js__WEBPACK_IMPORTED_MODULE_6__/* .editDistance */ .YC)(own.toLowerCase(), name.toLowerCase());
        const near = distance <= Math.max(1, Math.floor(name.length / 3));
        return { path, rank: near ? distance : like.test(own) && /\.(info|xml|json|out|txt)$/.test(own) ? 100 : Infinity };
    })
        .filter(one => one.rank < Infinity)
        .sort((a, b) => a.rank - b.rank || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
        .slice(0, 3)
        .map(one => one.path);
}
/** The same chunks, and the digest of all that were taken, lower-case hex. */
function digested(chunks) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    function* passed() {
        for (const chunk of chunks) {
            hash.update(chunk);
            yield chunk;
        }
    }
    return { chunks: passed(), sha256: () => hash.digest('hex') };
}
/** Clocks of file systems tick more coarsely than the one that wrote the checkout. */
const clockSlack = 1000;
/** Whether the file is older than the checkout, and so measured another state of the code. */
const isStale = ({ modifiedAt }, checkout) => checkout !== null && modifiedAt < checkout - clockSlack;
const maxReportSize = 1024 ** 3;
const chunkSize = 256 * 1024;
/**
 * Opens a file of the workspace: its real place must be inside, it must be a regular file of at most 1 GiB, and what
 * was opened must be what was looked at (security.md T-58, B-F05).
 */
function openReport(path, workspace) {
    let real;
    try {
        real = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(workspace.root, path));
    }
    catch (error) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failure(path, error));
    }
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.relative)(workspace.root, real);
    if (inside === '' || inside.split(node_path__WEBPACK_IMPORTED_MODULE_3__.sep)[0] === '..' || inside.startsWith(node_path__WEBPACK_IMPORTED_MODULE_3__.sep) || /^[A-Za-z]:/.test(inside)) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.outside', { path }));
    }
    let fd;
    try {
        const seen = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(real);
        if (!seen.isFile())
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.kind', { path, kind: kindOf(seen) }));
        // A FIFO put there meanwhile must not block, a link not be followed.
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(real, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
        const opened = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
        if (!opened.isFile() || opened.ino !== seen.ino || opened.dev !== seen.dev) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.replaced', { path }));
        }
        if (opened.size > maxReportSize) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.size', { path, bytes: opened.size, limit: maxReportSize }));
        }
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__.ok)(reader(fd, opened.mtimeMs));
    }
    catch (error) {
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .err */ ._)(failure(path, error));
    }
}
function reader(fd, modifiedAt) {
    function* chunks() {
        const buffer = new Uint8Array(chunkSize);
        let left = maxReportSize;
        while (left > 0) {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, buffer, 0, Math.min(chunkSize, left), null);
            if (size === 0)
                return;
            left -= size;
            yield buffer.subarray(0, size);
        }
    }
    return { modifiedAt, chunks, close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd) };
}
function kindOf(stats) {
    if (stats?.isDirectory())
        return 'directory';
    if (stats?.isFIFO())
        return 'fifo';
    return stats?.isSocket() ? 'socket' : 'device';
}
function failure(path, error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code === 'EACCES' || code === 'EPERM')
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.permission', { path });
    if (code === 'ELOOP')
        return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.loop', { path });
    return (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_5__/* .message */ .i)('action.report.unreadable', { path, code });
}


/***/ })

};

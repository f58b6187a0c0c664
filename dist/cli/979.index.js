export const id = 979;
export const ids = [979];
export const modules = {

/***/ 3192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ defineCommand),
/* harmony export */   O: () => (/* binding */ commonOptions)
/* harmony export */ });
/* harmony import */ var _src_locales_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(368);

/** What every subcommand understands. */
const commonOptions = {
    json: { about: 'cli.option.json' },
    locale: { about: 'cli.option.locale', value: 'LOCALE', choices: _src_locales_index_js__WEBPACK_IMPORTED_MODULE_0__/* .localeTags */ .iz },
    help: { about: 'cli.option.help', short: 'h' },
};
/** Infers the names of the options. */
const defineCommand = (command) => command;


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ commands)
/* harmony export */ });
/** Every subcommand, in the order of the help. Adding one is one file and one line here. */
const commands = {
    init: { summary: 'cli.init.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(331)]).then(__webpack_require__.bind(__webpack_require__, 1331))).init },
    validate: { summary: 'cli.validate.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(853)]).then(__webpack_require__.bind(__webpack_require__, 4853))).validate },
    explain: { summary: 'cli.explain.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(457), __webpack_require__.e(894), __webpack_require__.e(479), __webpack_require__.e(652), __webpack_require__.e(674), __webpack_require__.e(525), __webpack_require__.e(538)]).then(__webpack_require__.bind(__webpack_require__, 4538))).explain },
    test: { summary: 'cli.test.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(457), __webpack_require__.e(447)]).then(__webpack_require__.bind(__webpack_require__, 2447))).test },
    check: { summary: 'cli.check.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(457), __webpack_require__.e(894), __webpack_require__.e(652), __webpack_require__.e(674), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 485))).check },
    replay: { summary: 'cli.replay.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(457), __webpack_require__.e(894), __webpack_require__.e(479), __webpack_require__.e(525), __webpack_require__.e(695)]).then(__webpack_require__.bind(__webpack_require__, 7695))).replay },
    doctor: { summary: 'cli.doctor.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(479), __webpack_require__.e(800)]).then(__webpack_require__.bind(__webpack_require__, 3419))).doctor },
    app: { summary: 'cli.app.summary', load: async () => (await __webpack_require__.e(/* import() */ 390).then(__webpack_require__.bind(__webpack_require__, 9390))).app },
    impact: { summary: 'cli.impact.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(746), __webpack_require__.e(128), __webpack_require__.e(46), __webpack_require__.e(991), __webpack_require__.e(894), __webpack_require__.e(295)]).then(__webpack_require__.bind(__webpack_require__, 6295))).impact },
    ledger: { summary: 'cli.ledger.summary', load: async () => (await __webpack_require__.e(/* import() */ 440).then(__webpack_require__.bind(__webpack_require__, 5440))).ledger },
    coverage: { summary: 'cli.coverage.summary', load: async () => (await Promise.all(/* import() */[__webpack_require__.e(46), __webpack_require__.e(35)]).then(__webpack_require__.bind(__webpack_require__, 5035))).coverage },
};


/***/ }),

/***/ 5979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// UNUSED EXPORTS: main, version

// EXTERNAL MODULE: ./build/src/locales/index.js + 82 modules
var locales = __webpack_require__(368);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/policy/text.js
var policy_text = __webpack_require__(5493);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/cli/arguments.js




function tokensOf(args, specs) {
    const options = Object.fromEntries(Object.entries(specs).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short && { short }) },
    ]));
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
    return tokens;
}
/**
 * Reads options as `--name value` or `--name=value`, in any order with everything else; the last of a name counts,
 * unless it may be repeated. Only full names; `--` ends them. Refuses the first thing that is wrong.
 */
function parseArguments(args, specs) {
    const values = {};
    const positionals = [];
    for (const token of tokensOf(args, specs)) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const { name, rawName: option, value, inlineValue } = token;
        const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
        if (spec === undefined) {
            const near = (0,policy_text/* nearest */.pA)(name, Object.keys(specs));
            return refused((0,message/* message */.i)('cli.option.unknown', { option, near: near === null ? null : `--${near}` }));
        }
        if (spec.value === undefined) {
            if (value !== undefined)
                return refused((0,message/* message */.i)('cli.option.noValue', { option }));
            values[name] = true;
            continue;
        }
        // `--base --json` is a forgotten value, not a branch of that name; `--base=--json` would be one.
        if (value === undefined || value === '' || (value.startsWith('-') && !inlineValue)) {
            return refused((0,message/* message */.i)('cli.option.value', { option, value: spec.value }));
        }
        if (spec.choices !== undefined && !spec.choices.includes(value)) {
            return refused((0,message/* message */.i)('cli.option.choice', { option, value, accepted: spec.choices }));
        }
        const before = values[name];
        values[name] = spec.repeated ? [...(Array.isArray(before) ? before : []), value] : value;
    }
    // What the loop has checked is what the type says.
    return (0,result.ok)({ values: values, positionals });
}
const refused = (told) => (0,result/* err */._)({ message: told });
/** The first word that is no option of these, and all the others. */
function splitCommand(args, specs) {
    const first = tokensOf(args, specs).find(token => token.kind === 'positional');
    return first === undefined
        ? { name: null, rest: args }
        : { name: first.value, rest: [...args.slice(0, first.index), ...args.slice(first.index + 1)] };
}
/** The last valid value of an option, whatever else is wrong with the command line. */
function peek(args, name, choices) {
    return tokensOf(args, { [name]: { about: 'cli.option.locale', value: '' } })
        .flatMap(token => (token.kind === 'option' && token.name === name ? (token.value ?? []) : []))
        .map(value => choices.find(choice => choice === value))
        .findLast(choice => choice !== undefined);
}

// EXTERNAL MODULE: ./build/cli/command.js
var cli_command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/commands.js
var commands = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/cli/refusal.js
var refusal = __webpack_require__(4201);
;// CONCATENATED MODULE: ./build/cli/main.js









/** A test compares it with package.json, which a bundle cannot rely on. */
const version = '0.1.0';
const { locale, help } = cli_command/* commonOptions */.O;
const alone = { locale, help, version: { about: 'cli.option.version' } };
/** Runs the program in its process. */
async function start(process) {
    let lost = false;
    process.stdout.on('error', error => {
        // A reader that has seen enough (`| head`) is no failure.
        if ('code' in error && error.code === 'EPIPE')
            return;
        lost = true;
        process.exitCode = 2;
        process.stderr.write(`${(0,plain/* inertLines */.w)(error.message)}\n`);
    });
    const code = await main(process.argv.slice(2), {
        cwd: process.cwd(),
        env: process.env,
        print: text => process.stdout.write((0,plain/* inertLines */.w)(text)),
        warn: text => process.stderr.write((0,plain/* inertLines */.w)(text)),
        screen: process.stderr,
        now: () => performance.now(),
    });
    if (!lost)
        process.exitCode = code;
}
/** What the command line asks for; the result is the exit code. */
async function main(args, world) {
    const done = await dispatch(args, world).catch(crashed);
    if (done.ok)
        return done.value;
    const locale = peek(args, 'locale', locales/* localeTags */.iz) ?? done.error.locale ?? 'en';
    world.warn(`${(0,refusal/* sayRefusal */.q)(done.error, locale)}\n`);
    return 2;
}
async function dispatch(args, world) {
    const { name, rest } = splitCommand(args, alone);
    if (name === null)
        return withoutCommand(rest, world);
    const entry = Object.hasOwn(commands/* commands */.P, name) ? commands/* commands */.P[name] : undefined;
    if (entry === undefined) {
        return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.command.unknown', { name, near: (0,policy_text/* nearest */.pA)(name, Object.keys(commands/* commands */.P)) }) });
    }
    const command = await entry.load();
    const options = { ...command.options, ...cli_command/* commonOptions */.O };
    const parsed = parseArguments(rest, options);
    if (!parsed.ok)
        return parsed;
    const { values } = parsed.value;
    if (!values.help)
        return command.run(parsed.value, world);
    const { commandHelp } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654));
    world.print(commandHelp(name, command, options, values.locale ?? 'en'));
    return (0,result.ok)(0);
}
async function withoutCommand(args, world) {
    const parsed = parseArguments(args, alone);
    if (!parsed.ok)
        return parsed;
    const { values } = parsed.value;
    if (values.version)
        world.print(`${version}\n`);
    else if (values.help) {
        const { programHelp } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654));
        world.print(programHelp(alone, values.locale ?? 'en'));
    }
    else
        return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.command.missing', { known: Object.keys(commands/* commands */.P) }) });
    return (0,result.ok)(0);
}
/** A defect of ours: one line. */
function crashed(error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.crashed', { detail }) });
}


/***/ }),

/***/ 4201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ sayRefusal)
/* harmony export */ });
/* harmony import */ var _src_render_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2542);


/** Paths are not cut here: whoever reads the line, or a program that does, has to find the file. */
const longest = 8_192;
/** One line, as compilers write it: `path:line:column: what is wrong`. */
function sayRefusal({ place, label, message }, locale) {
    const f = (0,_src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainFormatter */ .P)(locale, longest);
    const at = place && [f.code(place.path), place.line, place.column].filter(part => part !== undefined).join(':');
    const pieces = [at, label && f.code(label), (0,_src_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(message, locale, f)];
    return pieces
        .filter(piece => piece !== undefined && piece !== '')
        .join(': ')
        .replace(/\s*[\r\n]+\s*/g, ' ');
}


/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iz: () => (/* binding */ localeTags),
  IB: () => (/* binding */ locales),
  cv: () => (/* binding */ say)
});

;// CONCATENATED MODULE: ./build/src/locales/en/action.js
const surfaces = {
    comment: 'comment',
    status: 'commit status',
    check: 'check run with the coverage',
    'review-requests': 'review requests',
};
const kinds = { directory: 'a directory', fifo: 'a FIFO', socket: 'a socket', device: 'a device' };
/** Activities grouped as `on:` writes them. */
function triggerLines(missing, f) {
    const byEvent = Map.groupBy(missing, trigger => trigger.split('.', 1)[0] ?? '');
    return [...byEvent]
        .map(([event, triggers]) => f.code(`${event}: { types: [${triggers.map(one => one.split('.')[1]).join(', ')}] }`))
        .join(' and ');
}
const action = {
    'action.input': (p, f) => `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: ${f.either(p.accepted.map(f.code))}, written exactly so (ENV-INPUT).`,
    'action.input.path': (p, f) => `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: a path inside the repository with forward slashes, neither absolute nor with ${f.code('..')} (ENV-PATH).`,
    'action.input.url': (p, f) => `Input ${f.code(p.name)} is ${f.code(p.value)}; accepted: an https address without user or password (ENV-URL).`,
    'action.input.unknown': (p, f) => `There is no input ${f.code(p.name)}; it has no effect. Check its spelling against action.yml (ENV-INPUT).`,
    'action.environment': (p, f) => `The variable ${f.code(p.name)} is missing or not what GitHub's runner sets. Run this action in a workflow (ENV-RUNTIME).`,
    'action.environment.url': (p, f) => `${f.code(p.name)} does not belong to ${f.code(p.server)}, so the token is not sent there. Remove the override (ENV-URL).`,
    'action.event': (p, f) => `The event ${f.code(p.event)} cannot be judged. Run this action on ${f.either(p.supported.map(f.code), 10)} (ENV-EVENT).`,
    'action.event.unreadable': (p, f) => `The event's file is missing or not JSON. Run this action on ${f.either(p.supported.map(f.code), 10)} (ENV-EVENT).`,
    'action.event.malformed': (p, f) => `The event ${f.code(p.event)} does not say what it is about: its pull request, group or commit is missing (ENV-EVENT).`,
    'action.event.notBranch': (p, f) => `${f.code(p.ref)} is not a branch with a commit, so there is nothing to judge or to record (ENV-EVENT).`,
    'action.untrustedCheckout': (p, f) => `${f.code(p.event)} runs with the rights of the base branch, and the workspace holds another commit. Nothing was read. Use ${f.code('pull_request')}, or do not check out the pull request.`,
    'action.dispatch': (p, f) => `Judging pull request ${f.number(p.number)}, the open one of branch ${f.code(p.branch)}.`,
    'action.dispatch.none': (p, f) => `The branch ${f.code(p.branch)} has no open pull request, so there is nothing to judge. Open one, or start the workflow on its branch.`,
    'action.noToken': (_, f) => `There is no token, so GitHub could not be asked. Leave ${f.code('github-token')} at its default and grant ${f.code('pull-requests: read')} (ENV-TOKEN).`,
    'action.noPull': () => 'The merge group does not name its pull request, so nothing is known about reviews and people.',
    'action.notFound': (p, f) => `GitHub shows this token no pull request ${f.number(p.number)}. Grant ${f.code('pull-requests: read')} (ENV-TOKEN).`,
    'action.headMoved': (p, f) => `The pull request is at ${f.sha(p.head)} by now; this run measured ${f.sha(p.run)}. The run of the newer commit decides.`,
    'action.policy.nowhere': (p, f) => `The policy at ${f.sha(p.sha)} cannot be read: the commit is not in the clone and there is no token. Check out with ${f.code('fetch-depth: 0')}, or give a token.`,
    'action.policy.missing': (p, f) => `There is no ${f.code(p.path)} at ${f.sha(p.sha)} of the base branch. Correct the input ${f.code('config')}, or add the file.`,
    'action.report.none': (p, f) => `No coverage report at any of the usual places: ${f.list(p.places.map(f.code))} (RPT-NOTFOUND). Run the tests before this step, or name the file under ${f.code('gates.coverage.reports')}.`,
    'action.report.kind': (p, f) => `${f.code(p.path)} is ${kinds[p.kind]}, not a file (RPT-FILE).`,
    'action.report.outside': (p, f) => `${f.code(p.path)} leads out of the workspace and was not read (RPT-PATH).`,
    'action.report.loop': (p, f) => `${f.code(p.path)} is a link that leads back to itself (RPT-PATH).`,
    'action.report.permission': (p, f) => `${f.code(p.path)} may not be read by this user. Correct its file mode (RPT-PERM).`,
    'action.report.replaced': (p, f) => `${f.code(p.path)} was replaced while it was being opened. Let no step write it at the same time (RPT-FILE).`,
    'action.report.size': (p, f) => `${f.code(p.path)} has ${f.number(p.bytes)} bytes, at most ${f.number(p.limit)} are read (RPT-SIZE).`,
    'action.report.unreadable': (p, f) => `${f.code(p.path)} could not be read: ${f.code(p.code)} (RPT-FILE).`,
    'action.report.noCheckout': () => 'There is no checkout, so nobody can tell which files the reports speak about. Run actions/checkout in this job before this step.',
    'action.report.otherCommit': (p, f) => `The workspace is at ${f.sha(p.tested)}, the pull request at ${f.sha(p.head)}: reports made here say nothing about it (RPT-STALE). Check out the head or the default merge commit.`,
    'action.report.shifted': (p, f) => `The base branch changed ${f.list(p.files.map(f.code))} too, and this shallow clone cannot tell which lines moved. Check out with ${f.code('fetch-depth: 2')} or more (GIT-SHALLOW).`,
    'action.coverage.earlier': (p, f) => p.run === ''
        ? 'No report in this run; the coverage is what an earlier run measured for the same commit.'
        : `No report in this run; the coverage is what run ${f.code(p.run)} measured for the same commit.`,
    'action.baseline': (p, f) => `Recorded for ${f.sha(p.sha)}: ${f.percent(p.coverage)} of lines covered (${f.number(p.coverage.covered)} of ${f.number(p.coverage.total)}).`,
    'action.measured': (p, f) => `Measured for ${f.sha(p.sha)}.`,
    'action.baseline.off': () => 'The coverage gate is off, so there is nothing to record for this commit.',
    'action.baseline.none': (p, f) => `No coverage was recorded for ${f.sha(p.sha)}: pull requests are compared with an older commit, or with none.`,
    'action.app': (p, f) => `This step judges only what it measured; the rest, the comment and the check are made by the App at ${f.code(p.url)}.`,
    'action.mergeGroup': (p, f) => {
        const computed = p.computed.length === 0 ? 'nothing' : f.list(p.computed.map(f.code), 20);
        const carried = p.carried.length === 0 ? 'nothing' : f.list(p.carried.map(f.code), 20);
        return `Merge group ${f.sha(p.group)}: computed for the group: ${computed}; carried from pull request ${f.number(p.number)} at ${f.sha(p.headSha)}: ${carried}.`;
    },
    'action.triggers': (p, f) => `The workflow does not run on ${f.list(p.missing.map(f.code), 20)}, so the check stays as it was when one of these changes the answer. Add under ${f.code('on:')} ${triggerLines(p.missing, f)}.`,
    'action.evidence.done': (p, f) => `What was measured was handed to the App (${f.text(p.detail)}).`,
    'action.evidence.fork': (_, f) => `This run has no token to hand over what it measured, as it is from a fork: the App fetches it from the artifact ${f.code('delivery-gates-evidence')} once the run is complete. Let a later step upload the output ${f.code('evidence')} under that name.`,
    'action.evidence.noToken': (_, f) => `What was measured was not handed to the App: this job has no token for it. Grant ${f.code('id-token: write')}.`,
    'action.evidence.unwritable': () => 'What was measured could not be written to the runner’s temporary folder, so the App cannot get it. Run the job again.',
    'action.evidence.refused': (p, f) => `The App did not take what was measured (HTTP ${f.number(p.status)}, ${f.text(p.detail)}). ${p.status === 401
        ? `Check that ${f.code('app-url')} is the ${f.code('PUBLIC_URL')} of the App to the letter (sent: ${f.code(p.audience)}), and that its ${f.code('OIDC_ISSUER')} is that of this GitHub.`
        : 'Correct what it says and run the job again.'}`,
    'action.evidence.failed': (p, f) => `What was measured could not be handed to the App at ${f.code(p.audience)} within ${f.number(p.seconds)} s (${f.text(p.detail)}). Check that this runner reaches it, and run the job again.`,
    'action.evidence.lost': () => 'The App has not got what this step measured and would wait for it for ever, so the step ends red.',
    'action.surface.denied': (p, f) => `Not written: ${surfaces[p.surface]}. Grant ${f.code(p.permission)} to get it; the verdict is the same without.`,
    'action.surface.failed': (p, f) => `Not written: ${surfaces[p.surface]} (${f.text(p.detail)}). The verdict is the same without; run the step again to get it.`,
    'action.surface.summary': () => 'The job summary could not be written. The verdict is the same without.',
    'action.surface.outputs': () => 'The outputs of this step could not be written. The verdict is the same without.',
    'action.surface.snapshot': () => 'The snapshot of the coverage could not be written to the temporary folder of the runner: nothing can be carried forward from this run.',
    'action.surface.report': () => 'The report could not be written to the runner’s temporary folder. The verdict is the same without.',
    'action.fork': (p, f) => `This pull request comes from a fork, so the token can only read; not written: ${f.list(p.surfaces.map(one => surfaces[one]))}. The verdict is the same without.`,
    'action.waitingUnseen': (_, f) => `Nothing failed; this step ends red only because it waits and could write no commit status. Grant ${f.code('statuses: write')} to show it as pending.`,
    'action.reportOnly': (_, f) => `${f.code('mode: report')}: this verdict blocks nothing.`,
    'action.starter': (_, f) => `No policy on the base branch: nothing blocks. A policy to start from, as ${f.code('.github/delivery-gates.yml')}`,
    'action.crashed': (p, f) => `Internal error of Delivery Gates: ${f.text(p.detail)}. Nothing was judged, so nothing has passed. Run again; with debug logging on, the log has the details.`,
    'git.missing': (_, f) => `${f.code('git')} is not installed on this runner. Install it before this step (ENV-RUNTIME).`,
    'git.noRepository': () => 'There is no checkout in the workspace. Run actions/checkout in this job before this step.',
    'git.noCommit': (p, f) => `The commit ${f.sha(p.sha)} is not in the clone. Check out with ${f.code('fetch-depth: 0')}.`,
    'git.shallow': (p, f) => `The clone is shallow and does not reach ${f.sha(p.sha)} (GIT-SHALLOW). Check out with ${f.code('fetch-depth: 0')}, or let the token read pull requests.`,
    'git.noMergeBase': (p, f) => `${f.sha(p.base)} and ${f.sha(p.head)} have no common commit (GIT-NOMERGEBASE), so nobody can say what changed. Rebase the branch onto its base.`,
    'git.failed': (p, f) => `${f.code(`git ${p.what}`)} failed: ${f.text(p.detail)}.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/admin.js
const rows = (count, f) => `${f.number(count)} ${count === 1 ? 'row' : 'rows'}`;
const repositories = (count, f) => `${f.number(count)} ${count === 1 ? 'repository' : 'repositories'}`;
/** What the App's own commands say to operators. */
const admin = {
    'admin.usage': (p, f) => `there is no such command; there are ${f.list(p.forms.map(f.code), 20)}`,
    'admin.arguments': (p, f) => `this command is written ${f.code(p.form)}`,
    'admin.option': (p, f) => `${f.code(p.option)} is not understood here; this command is written ${f.code(p.form)}`,
    'admin.file': (p, f) => p.code === 'EEXIST'
        ? 'is there already and is not overwritten; name another file'
        : `cannot be used (${f.code(p.code)})`,
    'admin.exported': (p, f) => `${rows(p.rows, f)} of ${repositories(p.repositories, f)} in ${f.code(p.path)}, ${p.keyId === null ? 'heads not signed: the App has no key' : `heads signed by ${f.code(p.keyId)}`}. It names people: keep it as you keep the database.`,
    'admin.imported': (p, f) => `${rows(p.rows, f)} of ${repositories(p.repositories, f)} imported, every chain verified.`,
    'admin.notImported': () => 'Nothing was imported: the export cannot be trusted.',
    'admin.taken': (p, f) => `nothing was imported: the ledger here has rows of ${p.repoIds.length === 1 ? 'repository' : 'repositories'} ${f.list(p.repoIds.map(f.code), 10)} already`,
    'admin.forgotten': (p, f) => p.rows === 0
        ? `Account ${f.code(p.id)}: there was no login and no words to erase.`
        : `Account ${f.code(p.id)}: login and words erased from ${rows(p.rows, f)}. The rows stay under the number, and the chains still verify.`,
    'admin.nobody': (p, f) => `the ledger knows nobody called ${f.person(p.login)}`,
    'admin.several': (p, f) => `${f.person(p.login)} was the login of several accounts: ${f.list(p.ids.map(f.code), 20)}. Name the number`,
    'admin.noKey': (_, f) => `there is no key yet: the App makes one at its first start, or takes ${f.code('LEDGER_KEY')}`,
    'admin.backedUp': (p, f) => `A copy is in ${f.code(p.path)}; its ledger of ${rows(p.rows, f)} of ${repositories(p.repositories, f)} verifies.`,
    'admin.backupBroken': (p, f) => `A copy is in ${f.code(p.path)}, and its ledger does not verify.`,
};

// EXTERNAL MODULE: ./build/src/locales/texts.js
var texts = __webpack_require__(7661);
;// CONCATENATED MODULE: ./build/src/locales/en/report.js

/** What was read, by the name of the fact or by the words of the part that read it. Other names show as they are. */
const subjects = {
    changedFiles: 'changed files',
    reviewRequests: 'review requests',
    coverageBaseline: 'coverage of the base branch',
    signOffs: 'sign-offs',
};
const subject = (name, f) => Object.hasOwn(subjects, name) ? (subjects[name] ?? '') : f.text(name);
const count = (number, one, many, f) => `${f.number(number)} ${number === 1 ? one : many}`;
const units = { minutes: 'min', hours: 'h', days: 'd' };
const duration = (span, f) => span.unit === 'moment' ? 'less than 1 min' : `${f.number(span.count)} ${units[span.unit]}`;
/** An instant, to the minute. Anything that is no ISO 8601 time shows as nothing. */
const instant = (iso) => {
    const [, day = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso) ?? [];
    return day === '' ? '' : `${day} ${minute} UTC`;
};
function actor(who, f) {
    switch (who.kind) {
        case 'author':
            return `${f.person(who.login)} (author)`;
        case 'user':
            return `${f.person(who.login)}${who.role === undefined ? '' : ` (${f.text(who.role)})`}`;
        case 'team':
            return `${f.person(who.slug)}${who.role === undefined ? '' : ` (${f.text(who.role)})`}`;
        case 'role':
            return `role ${f.code(who.role)}`;
        case 'ci':
            return 'CI';
    }
}
const actors = (who, f) => f.list(who.map(one => actor(one, f)));
const codes = (ids, f) => f.list(ids.map(f.code));
/** Reasons that stand in a report (documented in docs/report.md), and the words of its layout (`report.*`). */
const notCarried = {
    fork: 'the head branch is in a fork',
    policy: 'the policy has changed since',
    unrecorded: 'it was given before the policy asked for that, or while the list of changes was incomplete',
    incomplete: 'not all that the pull request changes can be read',
    patch: 'what the pull request changes is not the same to the byte',
    merge: 'more came in than clean merges of the base branch',
};
const openPoints = ({ points = [] }, f) => points.length === 0
    ? ''
    : `; signed with open ${points.length === 1 ? 'point' : 'points'} ${f.list(points.map(f.code), 20)}`;
const meaningParts = {
    text: 'its text',
    role: 'who signs it',
    covers: 'the files that it speaks about',
    allow_self: 'whether contributors may sign it',
};
const delegationEnds = {
    revoked: 'whose delegation has been taken back',
    expired: 'whose delegation has expired',
    policy: 'and the policy lets nobody sign this item for others',
    left: 'who is not in the role now',
    contributor: 'who has contributed to this pull request since; somebody else has to sign',
};
const report = {
    'report.unknown.next': () => 'Run the check again; if the cause stays, an administrator has to remove it.',
    'report.crashed': (p, f) => `The gate ${f.code(p.gate)} stopped on an internal error (${f.text(p.detail)}). This is a defect of Delivery Gates, not of the pull request.`,
    'checklist.done': (p, f) => `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done${openPoints(p, f)}.`,
    'checklist.open': (p, f) => `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done, ${f.number(p.total - p.done)} open${openPoints(p, f)}.`,
    'checklist.noLedger': (p, f) => `${f.number(p.done)} of ${count(p.total, 'item', 'items', f)} done. Nobody can sign: the Delivery Gates App, which records sign-offs, is not installed for this repository.`,
    'item.stale.head': (p, f) => `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the item speaks about every file`,
    /** `files`: the first of them; left out by older versions. */
    'item.stale.files': (p, f) => {
        const { files = [] } = p;
        const named = files.length === 0 ? '' : `${p.count > files.length ? ', among them ' : ': '}${codes(files, f)}`;
        return `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; ${count(p.count, 'covered file', 'covered files', f)} changed${named}`;
    },
    'item.stale.base': (p, f) => `signed by ${f.person(p.by)} for base branch ${f.code(p.from)}; the base branch is ${f.code(p.to)} now`,
    /** `was`: the text that was signed, per locale, where it changed. Both are left out where nobody kept what was signed. */
    'item.stale.text': (p, f) => {
        const { changed = [], was = null } = p;
        const said = was === null ? '' : `, when it said “${f.text((0,texts/* textIn */.r)(was, 'en'))}”`;
        const what = changed.length === 0 ? 'what the item says' : f.list(changed.map(part => meaningParts[part]));
        return `signed by ${f.person(p.by)} at ${f.sha(p.signed)}${said}; the policy has changed ${what} since`;
    },
    'item.stale.incomplete': (p, f) => `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the list of changed files is incomplete, or does not tell which of them are programs or links, so the sign-off cannot be carried over`,
    'item.stale.push': (p, f) => `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; the policy lets any push end a sign-off on this item`,
    'item.stale.carry': (p, f) => `signed by ${f.person(p.by)} at ${f.sha(p.signed)}; head is ${f.sha(p.head)}; not carried over, because ${notCarried[p.why]}`,
    'item.stale.conditional': (p, f) => `signed by ${f.person(p.by)} at ${f.sha(p.signed)} with open points (${f.list(p.points.map(f.code), 20)}); the policy wants it without any`,
    'item.stale.delegation': (p, f) => `signed by ${f.person(p.by)} for ${f.person(p.from)}, ${delegationEnds[p.why]}`,
    'item.stale.membership': (p, f) => `signed by ${f.person(p.by)}, who is not a member of ${f.code(p.role)} now`,
    'item.stale.contributor': (p, f) => `signed by ${f.person(p.by)}, who has contributed to this pull request since; somebody else has to sign`,
    'item.stale.unattributed': (p, f) => `signed by ${f.person(p.by)}, but nobody can be shown to be independent of commit ${f.sha(p.sha)} by "${f.text(p.name)}", whose e-mail belongs to no GitHub account; add that e-mail to an account, or rewrite the commit's author`,
    'item.evidence.holds': (p, f) => `evidence: gate ${f.code(p.gate)} has passed`,
    'item.evidence.missing': (p, f) => `evidence: gate ${f.code(p.gate)} has not passed yet`,
    'unknown.api': (p, f) => `GitHub gave no answer about ${subject(p.what, f)}: ${f.text(p.detail)}.`,
    'unknown.permission': (p, f) => p.what === p.permission
        ? `The token may not read ${subject(p.what, f)}; grant that permission.`
        : `The token may not read ${subject(p.what, f)}; grant ${f.code(p.permission)}.`,
    'unknown.incomplete': (p, f) => `GitHub listed ${f.number(p.got)} of ${f.number(p.expected)} entries of ${subject(p.what, f)}; an incomplete list decides nothing.`,
    'unknown.malformed': (p, f) => `The answer about ${subject(p.what, f)} could not be understood.`,
    'unknown.notFetched': (p, f) => `Nobody asked GitHub about ${subject(p.what, f)}.`,
    'unknown.noUser': (p, f) => `GitHub knows no user ${f.code(p.login)}.`,
    'unknown.team': (p, f) => `The team ${f.code(p.team)} does not exist, or the token may not see it (organization permission “Members: read”).`,
    'notice.policyChanged': (p, f) => `This pull request changes ${f.code(p.path)}. It is judged by the policy of the base branch; the change applies after the merge.`,
    'notice.policyAbsent': () => 'The base branch has no policy; the built-in defaults apply and block nothing.',
    'report.verdict.passed': () => 'Passed',
    'report.verdict.waiting': (p, f) => p.waitingFor.length === 0
        ? 'Waiting'
        : `Waiting for ${actors(p.waitingFor, f)}${p.since === null ? '' : `, since ${instant(p.since)}`}`,
    'report.verdict.failed': (p, f) => p.what.length === 0 ? 'Failed' : `Failed: ${codes(p.what, f)}`,
    'report.verdict.unknown': (p, f) => p.what.length === 0 ? 'Unknown, so not passed' : `Unknown, so not passed: ${codes(p.what, f)}`,
    'report.headline.unknown': (p, f) => `unknown: ${codes(p.what, f)}`,
    'report.headline.next': (p, f) => `next: ${actors(p.waitingFor, f)}${p.since === null ? '' : `, since ${instant(p.since)}`}`,
    'report.headline.notBlocking': (p, f) => {
        const parts = [
            p.failed > 0 ? `${f.number(p.failed)} failed` : '',
            p.unknown > 0 ? `${f.number(p.unknown)} unknown` : '',
            p.waiting > 0 ? `${f.number(p.waiting)} waiting` : '',
        ];
        return `not blocking: ${f.list(parts.filter(part => part !== ''))}`;
    },
    'report.headline.draft': () => 'draft',
    'report.state.passed': () => 'passed',
    'report.state.failed': () => 'failed',
    'report.state.waiting': () => 'waiting',
    'report.state.waived': () => 'waived',
    'report.state.skipped': () => 'skipped',
    'report.state.unknown': () => 'unknown',
    'report.notBlocking': () => 'not blocking',
    'report.column.gate': () => 'gate',
    'report.column.state': () => 'state',
    'report.column.why': () => 'why',
    'report.column.next': () => 'next',
    'report.findings': (p, f) => `${f.code(p.gate)}: ${count(p.count, 'finding', 'findings', f)}`,
    'report.line': (p, f) => `${/\D/.test(p.lines) ? 'lines' : 'line'} ${f.text(p.lines)}`,
    'report.more': (p, f) => `${f.number(p.count)} more`,
    'report.shortened': () => 'Shortened to the length that GitHub accepts.',
    'report.link.report': () => 'full report',
    'report.link.run': () => 'workflow run',
    'report.checklist': (p, f) => `Checklist ${f.code(p.id)}: ${f.number(p.done)} of ${f.number(p.total)}`,
    'report.checklist.row': (p, f) => `checklist ${f.code(p.id)}`,
    'report.checklist.next': (p, f) => `sign below: ${actors(p.waitingFor, f)}`,
    'report.item.signed': (p, f) => `${f.person(p.by)} at ${f.sha(p.at)}, ${instant(p.on)}`,
    'report.item.signedFor': (p, f) => `${f.person(p.by)} for ${f.person(p.from)} at ${f.sha(p.at)}, ${instant(p.on)}`,
    'report.item.delegated': (p, f) => `${f.person(p.to)} may sign for ${f.person(p.from)} until ${f.code(p.until)}`,
    'report.item.environment': (p, f) => `for ${f.code(p.name)}`,
    'report.item.conditions': (p, f) => `accepted with open ${p.points.length === 1 ? 'point' : 'points'} ${f.list(p.points.map(f.code), 20)}`,
    'report.item.needs': (p, f) => p.count === 1
        ? `to sign: ${f.code(p.role)}`
        : `${f.number(p.count - p.missing)} of ${f.number(p.count)} signed, to sign: ${f.code(p.role)}`,
    'report.item.stale': () => 'stale',
    'report.item.unknown': () => 'unknown',
    'report.sign.how': (p, f) => `To sign, tick the box or comment ${f.code(p.command)}; where the policy says so, an approving review signs too. Items with evidence tick themselves.`,
    'report.sign.nobody': () => 'Ticking a box here records nothing: no Delivery Gates App keeps sign-offs for this repository.',
    'report.notices': () => 'Notices',
    'report.footer.head': (p, f) => `Head ${f.sha(p.sha)}`,
    /** `sha`: `''` for a file that is in no commit. */
    'report.footer.policy': (p, f) => p.sha === '' ? `policy ${f.code(p.path)}` : `policy ${f.code(p.path)} at ${f.sha(p.sha)}`,
    'report.footer.defaults': () => 'no policy on the base branch, built-in defaults',
    'report.footer.unusable': () => 'the policy of the base branch cannot be used',
    'report.next': () => 'Next',
    'report.action.sign': (p, f) => `Sign ${f.text(p.item)}`,
    'report.action.recheck': () => 'Check again',
    'report.action.recheck.description': () => 'Evaluate this pull request again',
};

;// CONCATENATED MODULE: ./build/src/locales/en/app.js

const notDelegated = {
    unknown: 'no person of that login could be found',
    self: 'that is you',
    contributor: 'that person has contributed to this pull request',
    unproven: 'nobody can be shown to be independent of all its commits',
    member: 'that person is in the role already',
    policy: 'the policy lets nobody sign this item for others (`delegable`)',
    already: 'that stands already',
};
/** What the App answers to people, and states that only its ledger or its reads can have. */
const app = {
    'app.reply.signed': (p, f) => `${f.person(p.login)} signed ${f.code(p.item)} at ${f.sha(p.head)}.`,
    'app.reply.signedOpen': (p, f) => `Open points of ${f.code(p.item)}: ${f.list(p.points.map(f.code), 20)}. ${f.person(p.login)} signed it with them at ${f.sha(p.head)}. Once they are settled, ${f.code(`/sign-off ${p.item}`)} signs it without.`,
    'app.reply.unconditional': (p, f) => `${f.person(p.login)}: the policy wants ${f.code(p.item)} signed without open points (${f.list(p.points.map(f.code), 20)}). Nothing was recorded.`,
    'app.reply.openPoints': (p, f) => `${f.person(p.login)}: behind ${f.code('--open')} stand issues or pull requests such as ${f.code('#123')} or ${f.code('owner/repo#123')}${p.words.some(word => word !== '') ? `; ${f.list(p.words.map(f.code))} is none` : ', and none was named'} (CMD-OPEN). Nothing was recorded.`,
    'app.reply.signedFor': (p, f) => `${f.person(p.login)} signed ${f.code(p.item)} for ${f.person(p.by)} at ${f.sha(p.head)}.`,
    'app.reply.delegated': (p, f) => `${f.person(p.to)} may sign ${f.code(p.item)} for ${f.person(p.login)} on this pull request until ${f.code(p.until)}. ${f.code(`/revoke ${p.item}`)} takes that back.`,
    'app.reply.undelegated': (p, f) => `${f.person(p.login)} took back that ${f.person(p.to)} may sign ${f.code(p.item)}. A sign-off that was given so no longer counts.`,
    'app.reply.delegate.usage': (p, f) => `${f.person(p.login)}: say to whom, what and until when (CMD-DELEGATE): ${f.code('/delegate @login <item> until 2026-12-24')}. Nothing was recorded.`,
    'app.reply.delegate.date': (p, f) => `${f.code(p.until)} is no day from today to ${f.code(p.latest)}; a delegation lasts ${f.number(p.days)} days at most (CMD-DELEGATE). Nothing was recorded.`,
    'app.reply.delegate.not': (p, f) => `${f.person(p.login)}: ${f.code(p.item)} was not delegated to ${f.code(`@${p.to}`)}, because ${notDelegated[p.why]}. Nothing was recorded.`,
    'app.reply.noSuchGate': (p, f) => `${p.got === '' ? 'No gate is named' : `There is no gate ${f.code(p.got)} that is on`}${p.suggestion === null ? '' : ` (did you mean ${f.code(p.suggestion)}?)`}. ${p.on.length === 0 ? 'No gate is on.' : `Gates that are on: ${f.list(p.on.map(f.code), 20)}.`} Write ${f.code('/waive <gate> <reason>')}.`,
    'app.reply.waive.reason': (p, f) => `A waiver needs a reason of at least ${f.number(p.least)} characters (CMD-REASON): ${f.code(`/waive ${p.gate} <reason>`)}.`,
    'app.reply.waive.never': (p, f) => `The policy lets nobody waive the gate ${f.code(p.gate)}.`,
    'app.reply.waive.roleUnknown': (p, f) => `${f.person(p.login)}, whether you belong to ${f.either(p.roles.map(f.code))} cannot be told: ${f.list(p.unread.map(f.code))} could not be read. Nothing was recorded.`,
    'app.reply.waive.notInRole': (p, f) => `${f.person(p.login)}, the gate ${f.code(p.gate)} can be waived by ${p.roles.length === 0 ? 'nobody' : `members of ${f.either(p.roles.map(f.code))}`} (CMD-PERM). The attempt is recorded.`,
    'app.reply.waive.contributor': (p, f) => `${f.person(p.login)}, you have contributed to this pull request, so you cannot waive the gate ${f.code(p.gate)}. The attempt is recorded.`,
    'app.reply.waive.already': (p, f) => `${f.person(p.login)}, you have waived the gate ${f.code(p.gate)} at ${f.sha(p.head)} already.`,
    'app.reply.waived': (p, f) => `${f.person(p.login)} has waived the gate ${f.code(p.gate)} at ${f.sha(p.head)}.${p.survives ? '' : ' It ends with the next push.'}`,
    'app.reply.waive.revoked': (p, f) => `${f.person(p.login)} has taken back the waiver of the gate ${f.code(p.gate)}.`,
    'app.reply.waive.notYours': (p, f) => `${f.person(p.login)}, the waiver of the gate ${f.code(p.gate)} can be taken back by whoever gave it and by policy owners.`,
    'app.reply.sha': (p, f) => `${f.person(p.login)}, ${f.code(`--sha ${p.sha}`)} is not the head, which is ${f.sha(p.head)} (CMD-SHA). Nothing was recorded.`,
    'app.reply.alreadySigned': (p, f) => `${f.code(p.item)} is already signed by ${f.person(p.login)} for ${f.sha(p.head)}; nothing changed.`,
    'app.reply.revoked': (p, f) => `${f.person(p.login)} took the sign-off on ${f.code(p.item)} back.`,
    'app.group.nobody': (p, f) => `No open pull request could be found for merge group ${f.sha(p.group)}, so nothing is known about what it merges. Put the pull request into the queue again.`,
    'app.group.moved': (p, f) => `Pull request ${f.number(p.number)} is at ${f.sha(p.headSha)}, which merge group ${f.sha(p.group)} does not contain. Put it into the queue again.`,
    'app.reply.notSigned': (p, f) => `${f.code(p.item)} has no sign-off to take back.`,
    'app.reply.notYours': (p, f) => `${f.person(p.login)}: only the person who signed ${f.code(p.item)}, or a policy owner, can take that back.`,
    'app.reply.notInRole': (p, f) => `${f.person(p.login)}: ${f.code(p.item)} is signed by the role ${f.code(p.role)}, and you are not in it. Nothing was recorded as signed. Ask somebody of that role, or have the policy changed.`,
    'app.reply.roleUnknown': (p, f) => `${f.person(p.login)}: cannot tell whether you are in the role ${f.code(p.role)}, because ${f.list(p.unread.map(f.code))} could not be read. Nothing was recorded. Grant the App the organisation permission "Members: read", or list people by login.`,
    'app.reply.contributor': (p, f) => `${f.person(p.login)}: you contributed to this pull request, so somebody else has to sign. Nothing was recorded as signed.`,
    'app.reply.commitsUnknown': (p, f) => `${f.person(p.login)}: the commits of this pull request could not be read completely, so nobody can be shown to be independent of them. Nothing was recorded; try again later.`,
    'app.reply.unattributed': (p, f) => `${f.person(p.login)}: commit ${f.sha(p.sha)} is by "${f.text(p.name)}", whose e-mail belongs to no GitHub account, so nobody can be shown to be independent of it. Nothing was recorded. Add that e-mail to an account, or rewrite the commit's author.`,
    'app.reply.bot': (p, f) => `${f.person(p.login)} is a bot, and sign-offs are given by people.`,
    'app.reply.viaApp': (p, f) => `This was done by an app in the name of ${f.person(p.login)}; sign-offs are given by people themselves. Nothing was recorded.`,
    'app.reply.notOpen': (p) => `This pull request is ${p.state}; sign-offs are recorded only while it is open.`,
    'app.reply.headMoved': (p, f) => `${f.person(p.login)}: the head is ${f.sha(p.head)} now${p.seen === null ? '' : `, and what you were shown was ${f.sha(p.seen)}`}. Nothing was recorded. Look at the new commits, then sign again.`,
    'app.reply.itemMoved': (p, f) => `${f.person(p.login)}: ${f.code(p.item)} is not as you were shown it: since then its text or files, the commits or the base branch changed, or it was taken back with ${f.code('/revoke')}. Nothing was recorded. Read the item as it is now, then sign again.`,
    'app.reply.baseMoved': (p, f) => `${f.person(p.login)}: the base branch is ${f.code(p.base)} now, which is not what you were shown. Nothing was recorded. Look at what the pull request is to be merged into, then comment again.`,
    'app.reply.buttonMoved': (p, f) => `${f.person(p.login)}: the button that you pressed was shown for an item as it was before; since then its text or files or the base branch changed, or it was taken back with ${f.code('/revoke')}. Nothing was recorded. The check has been written anew; press again.`,
    'app.reply.reviewOvertaken': (p, f) => `${f.person(p.login)}: your approving review did not sign ${f.list(p.items.map(f.code), 20)}, because a ${f.code('/revoke')} that is not older took that back. Nothing was recorded. If you mean to sign, comment ${f.code(`/sign-off ${p.items[0] ?? ''}`)}.`,
    'app.reply.noSuchItem': (p, f) => `There is no item ${f.either(p.items.map(f.code))} on this pull request. ${p.known.length === 0 ? 'It has no item to sign.' : `Items to sign: ${f.list(p.known.map(f.code), 20)}.`}`,
    'app.reply.nothingToSign': (p, f) => p.kind === 'sign'
        ? `${f.person(p.login)}: there is no open item here that your roles sign.`
        : `${f.person(p.login)}: you have signed nothing here.`,
    'app.reply.evidenceItem': (p, f) => `${f.code(p.item)} is ticked by its evidence; nobody signs it by hand.`,
    'app.reply.untick': (p, f) => `${f.person(p.login)}: an empty box takes nothing back. Comment ${f.code(`/revoke ${p.item}`)} to withdraw your sign-off; the box is shown as the ledger has it.`,
    'app.reply.foreignText': (p, f) => `${f.person(p.login)}: the checklist was changed by somebody before you ticked, so it is not certain what you saw. It has been restored and nothing was recorded; tick again.`,
    'app.reply.nearMiss': (p, f) => `${f.list(p.words.map(f.code))} is not a command. Commands start a line: ${['/sign-off', '/revoke', '/delegate', '/waive', '/recheck', '/gates'].map(f.code).join(', ')}.`,
    'app.reply.dropped': (p, f) => `${f.number(p.count)} more commands in this comment were left out; at most 10 are read from one comment.`,
    'app.reply.policyBroken': () => 'The policy on the base branch cannot be used; see the check for every problem. Nothing was recorded.',
    'app.reply.overtaken': (p, f) => `${f.person(p.login)}: this comment reached us after a later one of yours that says the opposite, and your last word stands. Comment again if you mean this one.`,
    'app.reply.rechecked': (p, f) => `Checked again at ${f.sha(p.head)}.`,
    'app.help': (p, f) => [
        `${f.code('/sign-off')} signs every open item of your roles; ${f.code('/sign-off <item> …')} signs those named. ${f.code('/sign-off <item> --open #123')} signs it with an open point, ${f.code('--env <name>')} for one environment. ${f.code('/revoke [item …]')} takes your sign-off back. ${f.code('/delegate @login <item> until 2026-12-24')} lets somebody sign for you where the policy allows it. ${f.code('/recheck')} reads everything again.`,
        p.items.length === 0 ? 'No item is to be signed here.' : `Items here: ${f.list(p.items.map(f.code), 20)}.`,
    ].join(' '),
    'unknown.loginMoved': (p, f) => `the login ${f.code(p.login)} belongs to another account than when this repository first used it, so nobody counts for it; take it out of the policy, merge that, and add whoever is meant`,
    'unknown.ledger': (p, f) => `the ledger of this repository does not verify at row ${f.number(p.seq)}; no sign-off counts until the operator has restored it`,
    'web.title': () => 'Deliveries',
    'web.waiting': () => 'Waiting',
    'web.nothingWaits': () => 'Nothing waits for anybody.',
    'web.signOffs': () => 'Sign-offs',
    'web.noSignOffs': () => 'No sign-off has been recorded yet.',
    'web.pullRequest': () => 'Pull request',
    'web.for': () => 'Waiting for',
    'web.people': (p, f) => (p.waitingFor.length === 0 ? '–' : actors(p.waitingFor, f)),
    'web.age': (p, f) => duration(p.age, f),
    'web.verdict.passed': () => 'passed',
    'web.verdict.waiting': () => 'waiting',
    'web.verdict.failed': () => 'failed',
    'web.verdict.unknown': () => 'unknown',
    'web.since': () => 'Since',
    'web.verdict': () => 'Verdict',
    'web.item': () => 'Item',
    'web.person': () => 'Person',
    'web.decision': () => 'Decision',
    'web.head': () => 'Head SHA',
    'web.when': () => 'When (UTC)',
    'web.via': () => 'Via',
    'web.repositories': (p, f) => `${f.number(p.count)} ${p.count === 1 ? 'repository' : 'repositories'}`,
    'web.decided.signed': () => 'signed',
    'web.decided.revoked': () => 'revoked',
    'web.via.tick': () => 'box',
    'web.via.command': () => 'command',
    'web.via.button': () => 'button',
    'web.via.review': () => 'review',
};

;// CONCATENATED MODULE: ./build/src/locales/en/budgets.js
const budgets_kinds = {
    object: 'an object',
    list: 'a list',
    text: 'a text',
    number: 'a number',
    boolean: 'true or false',
    null: 'null',
};
const amount = (value, unit, f) => unit === null ? f.number(value) : `${f.number(value)} ${f.text(unit)}`;
const meant = (near, f) => (near === null ? '' : ` Did you mean ${f.code(near)}?`);
const budgetsOf = (count, f) => `${f.number(count)} ${count === 1 ? 'budget' : 'budgets'}`;
const waived = (count, f) => (count === 0 ? '' : ` ${f.number(count)} waived.`);
const uncompared = (names, f) => names.length === 0 ? '' : ` Not compared with the base branch, which has no value: ${f.list(names.map(f.code))}.`;
function excess(value, base, unit, over, f) {
    const now = amount(value, unit, f);
    const by = amount(over.by, unit, f);
    const allowed = amount(over.allowed, unit, f);
    const share = over.share === null ? '' : ` (${f.text(over.share)})`;
    const before = base === null ? '' : `, ${amount(base, unit, f)}`;
    switch (over.limit) {
        case 'max':
            return `${now}, at most ${allowed} allowed: ${by} too much`;
        case 'min':
            return `${now}, at least ${allowed} required: ${by} too little`;
        case 'max_increase':
            return `${now} is ${by} above the base branch${before}; at most ${allowed}${share} allowed`;
        case 'max_decrease':
            return `${now} is ${by} below the base branch${before}; at most ${allowed}${share} allowed`;
    }
}
function fault(p, f) {
    switch (p.kind) {
        case 'missing':
            if (p.reached === '')
                return `there is no ${f.code(p.path)}; the file holds ${budgets_kinds[p.found]}.${meant(p.near, f)}`;
            return `there is no ${f.code(p.path)}: ${f.code(p.reached)} is ${budgets_kinds[p.found]}${p.found === 'object' || p.found === 'list' ? ' without it' : ''}.${meant(p.near, f)}`;
        case 'type':
            return `${f.code(p.path)} is ${budgets_kinds[p.found]}, not a number.`;
        case 'range':
            return `${f.code(p.path)} is larger than any number that can be compared.`;
        case 'key':
            return `no line begins with ${f.code(p.key)}.${meant(p.near, f)}`;
        case 'twice':
            return `more than one line begins with ${f.code(p.key)}.`;
        case 'line':
            return `behind ${f.code(p.key)} stands no number: ${f.code(p.line)}.`;
        case 'suite':
            return `there is no test suite ${f.code(p.suite)}.${meant(p.near, f)}`;
        case 'time':
            return p.time === '' ? 'a test case has no time.' : `${f.code(p.time)} is not the time of a test case.`;
    }
}
const budgets = {
    'budgets.path': (p, f) => `${f.code(p.path)} is not understood at character ${f.number(p.column)}. Write keys with dots, items as ${f.code('[0]')}, and other keys as ${f.code('["p(95)"]')}.`,
    'budgets.path.key': (p, f) => `${f.code(p.path)} has the key ${f.code(p.key)}, which cannot be looked up.`,
    'budgets.path.depth': (p, f) => `${f.code(p.path)} has more than ${f.number(p.limit)} keys.`,
    'budgets.k6': (p, f) => `${f.code(p.value)} is not a metric of k6 and what it computes of it, e.g. ${f.code('http_req_duration.p95')} or ${f.code('http_req_failed.rate')}.`,
    'budgets.lighthouse': (p, f) => `${f.code(p.value)} is neither a category of Lighthouse nor the id of an audit, e.g. ${f.code('performance')} or ${f.code('largest-contentful-paint')}.`,
    'budgets.junit': (p, f) => `${f.code(p.value)} is nothing that is counted in JUnit: ${f.list(p.counts.map(f.code))}, for one suite ${f.code('testsuite["name"].time')}.`,
    'budgets.text.key': (p, f) => `No line can begin with ${f.code(p.value)}: leave out spaces around it, a ${f.code('#')} in front and a ${f.code('=')} or ${f.code(':')} behind it.`,
    'budgets.option.file': (p, f) => `${f.code(p.file)} is a pattern; a budget has one file.`,
    'budgets.option.path': (p, f) => `${f.code(p.file)} is no path within the repository with forward slashes.`,
    'budgets.option.limit': (_p, f) => `Give a limit: ${f.either(['max', 'min', 'max_increase', 'max_decrease'].map(f.code))}.`,
    'budgets.option.range': (p, f) => `No number is at least ${f.number(p.min)} and at most ${f.number(p.max)}.`,
    'budgets.option.duplicate': (p, f) => `Two budgets are called ${f.code(p.name)}; give each a ${f.code('name')} of its own.`,
    'budgets.waiting.none': (p, f) => `CI has not measured the values of ${f.sha(p.headSha)} yet.`,
    'budgets.waiting.head': (p, f) => `CI has measured ${f.sha(p.measuredSha)}; the values of ${f.sha(p.headSha)} are still to come.`,
    'budgets.waiting.next': () => 'Wait for the workflow run that measures, or start it again.',
    'budgets.waiting.base': () => 'Run the Action on a push to the base branch, so that it records its values; or let budgets pass without_base in the policy.',
    'budgets.unusable': (p, f) => `The measured values cannot be used: ${f.number(p.problems)} ${p.problems === 1 ? 'problem' : 'problems'}.`,
    'budgets.unusable.next': () => 'Mend the workflow that measures, and run it again.',
    'budgets.passed': (p, f) => p.total === 0
        ? `Nothing is left to be kept.${waived(p.waived, f)}`
        : `${p.total === 1 ? 'The budget is' : `All ${budgetsOf(p.total, f)} are`} kept.${uncompared(p.uncompared, f)}${waived(p.waived, f)}`,
    'budgets.failed': (p, f) => {
        const each = p.failed.map(({ name, value, unit, over }) => value === null || over === null
            ? `${f.code(name)}: no number`
            : `${f.code(name)}: ${excess(value, null, unit, over, f)}`);
        return `${f.number(p.failed.length)} of ${budgetsOf(p.total, f)} ${p.failed.length === 1 ? 'is' : 'are'} not kept. ${each.slice(0, 3).join('. ')}.${each.length > 3 ? ` ${f.number(each.length - 3)} more.` : ''}${waived(p.waived, f)}`;
    },
    'budgets.failed.next': (p, f) => {
        const exceeded = p.exceeded.length === 0
            ? []
            : [`Bring ${f.list(p.exceeded.map(f.code))} back within the limit, or agree on another limit in the policy.`];
        const files = p.files.length === 0 ? [] : [`Let the run write the number into ${f.list(p.files.map(f.code))}.`];
        return [...exceeded, ...files].join(' ');
    },
    'budgets.waiting': (p, f) => {
        const unmeasured = p.unmeasured.length === 0 ? '' : ` Not measured yet: ${f.list(p.unmeasured.map(f.code))}.`;
        const base = p.withoutBase.length === 0
            ? ''
            : ` The base branch has no value to compare with: ${f.list(p.withoutBase.map(f.code))}.`;
        return `${f.number(p.met)} of ${budgetsOf(p.total, f)} kept.${unmeasured}${base}${waived(p.waived, f)}`;
    },
    'budgets.exceeded': (p, f) => `${f.code(p.name)}: ${excess(p.value ?? 0, p.base, p.unit, p.over, f)}.`,
    'budgets.unmeasured': (p, f) => `${f.code(p.name)} has not been measured yet (${f.code(p.file)}).`,
    'budgets.noBase': (p, f) => {
        const value = p.value === null ? '' : `, ${amount(p.value, p.unit, f)}`;
        return `${f.code(p.name)}${value}: the base branch has no value, so ${p.isJudged ? 'it was not compared' : 'it cannot be compared'}.`;
    },
    'budgets.missing': (p, f) => `${f.code(p.name)}: the run has not written ${f.code(p.file)}.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
    'budgets.stale': (p, f) => `${f.code(p.name)}: ${f.code(p.file)} is older than the checkout (RPT-STALE). It measured another state of the code.`,
    'budgets.size': (p, f) => `${f.code(p.name)}: ${f.code(p.file)} is larger than ${f.number(p.limit)} bytes (RPT-SIZE).`,
    'budgets.fault': (p, f) => `${f.code(p.name)}, ${f.code(p.file)}: ${fault(p.fault, f)}`,
    'budgets.tooLarge': (p, f) => `${f.number(p.values)} values and ${f.number(p.cells)} test runs do not fit into the ${f.number(p.limit)} characters of evidence; measure fewer of them in one run.`,
    'budgets.column': (p) => p.column,
    'budgets.amount': (p, f) => p.value === null ? '–' : amount(p.value, p.unit, f),
    'budgets.limit': (p, f) => {
        const change = (value) => typeof value === 'string' ? f.text(value) : amount(value, p.unit, f);
        return [
            ...(p.min === null ? [] : [`≥ ${amount(p.min, p.unit, f)}`]),
            ...(p.max === null ? [] : [`≤ ${amount(p.max, p.unit, f)}`]),
            ...(p.up === null ? [] : [`base + ${change(p.up)}`]),
            ...(p.down === null ? [] : [`base − ${change(p.down)}`]),
        ].join(', ');
    },
    'budgets.state': (p) => ({
        met: 'kept',
        absolute: 'kept, not compared',
        let: 'not compared',
        exceeded: 'exceeded',
        broken: 'no number',
        unmeasured: 'not measured yet',
        'no-base': 'no base value',
    })[p.state],
};

;// CONCATENATED MODULE: ./build/src/locales/en/checks.js
const states = {
    passed: 'has passed',
    failed: 'has failed',
    pending: 'is still running',
    skipped: 'was skipped, which is no pass',
    neutral: 'ended as neutral, which is no pass',
    cancelled: 'was cancelled',
    action_required: 'waits for somebody to act on it',
    stale: 'is stale: GitHub gave up waiting for it',
};
const standings = {
    passed: 'passed',
    missing: 'not reported',
    pending: 'pending',
    unknown: 'unknown source',
    skipped: 'skipped',
    failed: 'failed',
};
const check = (p) => (p.kind === 'check' ? 'Check' : 'Status');
const counted = (count, one, f) => `${f.number(count)} ${count === 1 ? one : `${one}s`}`;
const checks_waived = (count, f) => (count === 0 ? '' : ` ${f.number(count)} waived.`);
const checks = {
    'checks.option.source': () => 'Give either app, for check runs, or status, for commit statuses: one name has one source.',
    'checks.option.min': (p, f) => `${f.code(p.name)} names one check, so there can never be ${f.number(p.min)}; put ${f.code('*')} where names differ.`,
    'checks.option.workflow': () => 'A commit status belongs to no workflow; leave out one of status and workflow.',
    'checks.unread': () => 'The checks of this commit, or the files that it changes, are missing.',
    'checks.idle': (p, f) => `No changed file asks for a check (${counted(p.required, 'rule', f)} looked at).`,
    'checks.passed': (p, f) => p.total === 0
        ? `Nothing is left that is required.${checks_waived(p.waived, f)}`
        : `${p.total === 1 ? 'The required check has' : `All ${f.number(p.total)} required checks have`} passed.${checks_waived(p.waived, f)}`,
    'checks.failed': (p, f) => `${f.number(p.failed.length)} of ${counted(p.total, 'required check', f)} ${p.failed.length === 1 ? 'has' : 'have'} not passed: ${f.list(p.failed.map(f.code))}.${checks_waived(p.waived, f)}`,
    'checks.failed.next': (p, f) => `Mend what ${f.list(p.failed.map(f.code))} ${p.failed.length === 1 ? 'reports' : 'report'}, or run ${p.failed.length === 1 ? 'it' : 'them'} again.`,
    'checks.nameless': (p, f) => `GitHub does not say who reported ${f.code(p.name)}, so nobody knows whether it counts.`,
    'checks.nameless.next': (p, f) => `Run ${f.code(p.name)} again.`,
    'checks.waiting': (p, f) => `${f.number(p.passed)} of ${counted(p.total, 'required check', f)} passed; still to come: ${f.list(p.open.map(f.code))}.${checks_waived(p.waived, f)}`,
    'checks.waiting.next': (p, f) => {
        const [first] = p.missing;
        if (first === undefined)
            return 'Nothing to do: CI is at work.';
        if (first.near === null)
            return `Wait for CI. If ${f.code(first.name)} never comes, see that its workflow runs for this pull request.`;
        return `Wait for CI. If ${f.code(first.name)} never comes: there is a check ${f.code(first.near)}; is it the one that is meant?`;
    },
    'checks.check': (p, f) => p.standing === 'unknown'
        ? `${check(p)} ${f.code(p.name)}: GitHub does not say who reported it; only ${f.code(p.source)} counts.`
        : `${check(p)} ${f.code(p.name)} (${f.code(p.source)}) ${states[p.state]}.`,
    'checks.check.missing': (p, f) => {
        const what = p.lacks === null
            ? `${check(p)} ${f.code(p.name)} has not been reported by ${f.code(p.source)} yet`
            : `${f.code(p.source)} has to report ${f.number(p.lacks)} more of ${f.code(p.name)}`;
        return p.near === null ? `${what}.` : `${what}; the nearest name is ${f.code(p.near)}.`;
    },
    'checks.foreign': (p, f) => {
        const of = p.workflow === null ? '' : `, workflow ${f.text(p.workflow)}`;
        const from = p.from === null ? 'somebody unknown' : f.code(p.from);
        return `${check(p)} ${f.code(p.name)} from ${from}${of} does not count: the policy asks for the one of ${f.code(p.source)}.`;
    },
    'checks.state': (p) => standings[p.standing],
    'checks.column.check': () => 'check',
    'checks.column.source': () => 'source',
    'checks.column.state': () => 'state',
};

;// CONCATENATED MODULE: ./build/src/locales/en/report-faults.js
const jsonTypes = { number: 'a number', text: 'a text', object: 'an object', list: 'a list' };
/** Why a report was refused; each stands after the report's name and place. */
const reportFaults = {
    'coverage.fault.empty': () => 'it has no executable line; nothing measured is not 100 %',
    'coverage.fault.empty-file': () => 'the file is empty; nothing measured is not 100 %',
    'coverage.fault.encoding': (p, f) => `encoding ${f.code(p.encoding)} is not read; write it as UTF-8`,
    'coverage.fault.not-utf8': () => 'a name is not valid in the encoding of the file',
    'coverage.fault.html': () => 'it looks like an HTML page, not a report',
    'coverage.fault.gzip': () => 'it is gzip-compressed; unpack it first',
    'coverage.fault.binary': () => 'it is a binary file, not a report',
    'coverage.fault.unknown-format': (p, f) => `the format is not recognised; known are ${f.list(p.formats.map(f.code), 20)}`,
    'coverage.fault.unknown-root': (p, f) => `XML with root element ${f.code(p.root)} is no known coverage report; known are ${f.list(p.formats.map(f.code), 20)}`,
    'coverage.fault.too-large': () => 'it holds more files, lines, branches or attributes than any real report',
    'coverage.fault.long-record': (p, f) => `one record is longer than ${f.number(p.limit)} bytes`,
    'coverage.fault.long-path': (p, f) => `a path is longer than ${f.number(p.limit)} bytes`,
    'coverage.fault.no-path': () => 'a file has no path',
    'coverage.fault.control': () => 'a path contains control characters',
    'coverage.fault.surrogate': () => 'a path contains half of a surrogate pair',
    'coverage.fault.lcov.truncated': () => 'it ends before end_of_record; the tool that wrote it was interrupted',
    'coverage.fault.lcov.unclosed': () => 'a new file begins before end_of_record of the last one',
    'coverage.fault.lcov.no-record': () => 'this is no LCOV record',
    'coverage.fault.lcov.outside': (p, f) => `${f.code(p.key)} stands outside of a file (no SF before it)`,
    'coverage.fault.lcov.value': (p, f) => `${f.code(`${p.key}:${p.value}`)} is not a possible value`,
    'coverage.fault.xml.truncated': () => 'the XML ends before its root element is closed; the tool that wrote it was interrupted',
    'coverage.fault.xml.no-root': (p, f) => `no XML root; ${f.code(p.expected)} expected`,
    'coverage.fault.xml.root': (p, f) => `root element ${f.code(p.found)}; ${f.code(p.expected)} expected`,
    'coverage.fault.xml.depth': (p, f) => `elements are nested deeper than ${f.number(p.limit)}`,
    'coverage.fault.xml.doctype': () => 'the document type defines more than elements and attributes; a report never defines entities',
    'coverage.fault.xml.second-doctype': () => 'a document type stands where none may be',
    'coverage.fault.xml.syntax': () => 'not well-formed XML here',
    'coverage.fault.xml.entity': (p, f) => `${f.code(p.text)} starts no entity that XML knows`,
    'coverage.fault.xml.end-tag': (p, f) => `end tag ${f.code(p.name)} closes another element`,
    'coverage.fault.xml.duplicate': (p, f) => `attribute ${f.code(p.name)} is given twice`,
    'coverage.fault.xml.misplaced': (p, f) => `element ${f.code(p.name)} stands where it may not`,
    'coverage.fault.xml.value': (p, f) => `${f.code(`${p.name}="${p.value}"`)} is not a possible value`,
    'coverage.fault.json.truncated': () => 'the JSON ends before its value is closed; the tool that wrote it was interrupted',
    'coverage.fault.json.syntax': () => 'not well-formed JSON here',
    'coverage.fault.json.depth': (p, f) => `objects and lists are nested deeper than ${f.number(p.limit)}`,
    'coverage.fault.json.duplicate': (p, f) => `key ${f.code(p.key)} is given twice in one object`,
    'coverage.fault.json.key': (p, f) => `${f.code(p.key)} is no key of a report`,
    'coverage.fault.json.type': (p, f) => `${f.code(p.key)} must be ${jsonTypes[p.expected]}`,
    'coverage.fault.json.missing': (p, f) => `${f.code(p.key)} is missing`,
    'coverage.fault.json.value': (p, f) => `${f.code(`${p.key}: ${p.value}`)} is not a possible value`,
    'coverage.fault.json.above': (p, f) => `${f.code(p.key)} of ${f.code(p.path)}: ${f.number(p.covered)} covered of ${f.number(p.total)}`,
    'coverage.fault.json.path': (p, f) => `the file ${f.code(p.key)} calls itself ${f.code(p.path)}`,
    'coverage.fault.go.no-mode': (_p, f) => `a Go cover profile begins with ${f.code('mode: set')}, ${f.code('mode: count')} or ${f.code('mode: atomic')}`,
    'coverage.fault.go.mode': (p, f) => `${f.code(p.line)} is no mode; Go knows ${f.code('set')}, ${f.code('count')} and ${f.code('atomic')}`,
    'coverage.fault.go.two-modes': (p, f) => `mode ${f.code(p.mode)} contradicts mode ${f.code(p.first)} before it; no block stands between them`,
    'coverage.fault.go.no-block': () => 'this is no block of a Go cover profile',
    'coverage.fault.go.backwards': () => 'the block ends before it starts',
    'coverage.fault.go.line': (p, f) => `${f.code(p.line)} is not a possible line`,
    'coverage.fault.go.truncated': () => 'it ends in the middle of a line; the tool that wrote it was interrupted',
    'coverage.fault.cobertura.nested': () => 'a class stands inside another class',
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli.js

const cli_fault = (said, f) => reportFaults[said.code](said.params, f);
const cli_meant = (near, f) => (near === null ? '' : ` (${f.code(near)}?)`);
const cli = {
    'cli.about': () => 'Delivery Gates on your machine: the code of the Action and of the App. Only replay, doctor, explain --pr and\napp register ask GitHub.',
    'cli.usage': () => 'Usage:',
    'cli.commands': () => 'Commands:',
    'cli.options': () => 'Options:',
    'cli.exitCodes': () => 'Exit code: 0 ok, 1 a gate failed, 2 wrong usage or broken input (one line on standard error says which).',
    'cli.option.help': () => 'show this and end',
    'cli.option.version': () => 'show the version and end',
    'cli.option.json': () => 'one line of JSON instead of text',
    'cli.option.locale': () => 'language; left out: that of the policy, else English',
    'cli.command.missing': (p, f) => `a command is missing: ${f.either(p.known.map(f.code), 20)}; ${f.code('delivery-gates --help')} explains them`,
    'cli.command.unknown': (p, f) => `there is no command ${f.code(p.name)}${cli_meant(p.near, f)}; ${f.code('delivery-gates --help')} lists them`,
    'cli.option.unknown': (p, f) => `there is no option ${f.code(p.option)}${cli_meant(p.near, f)}; ${f.code('--help')} lists them, and ${f.code('--')} stands before a file of that name`,
    'cli.option.value': (p, f) => `${f.code(p.option)} needs a value: ${f.code(`${p.option} ${p.value}`)}`,
    'cli.option.noValue': (p, f) => `${f.code(p.option)} takes no value`,
    'cli.option.choice': (p, f) => `${f.code(p.option)} is ${f.code(p.value)}; accepted: ${f.either(p.accepted.map(f.code), 50)}`,
    'cli.crashed': (p, f) => `internal error of Delivery Gates: ${f.text(p.detail)}; nothing was judged, so nothing has passed`,
    'cli.coverage.summary': () => 'read coverage reports; judge the coverage of this commit',
    'cli.coverage.about': () => 'Reads coverage reports of any known format, told from their content, and prints the totals of all of them united.\nWith --base, in a git checkout: which changed lines are covered, and what the coverage gate says to HEAD under the\npolicy of that base. Without FILE the policy names the reports; without --base too, only the project is judged.',
    'cli.coverage.option.base': () => 'judge what HEAD changes since REF, e.g. origin/main',
    'cli.coverage.option.format': () => 'format of every FILE, where the content must not decide',
    'cli.coverage.noFile': (_, f) => `no FILE, and this folder is in no git checkout whose policy could name the reports; ${f.code('delivery-gates coverage --help')} shows the usage`,
    'cli.coverage.noCheckout': (_, f) => `${f.code('--base')} compares commits, and this folder is in no git checkout`,
    'cli.unreadable': (p, f) => `cannot be read (${f.text(p.code)})`,
    'cli.option.shared': () => 'folder with the policies that others extend, as OWNER/REPOSITORY below it',
    'cli.positional': (p, f) => `${f.code(p.got)}: this command takes no file`,
    'cli.noBase': (_, f) => `${f.code('--base REF')} is missing: the commit to compare with, e.g. ${f.code('--base origin/main')}`,
    'cli.noCheckout': () => 'this folder is in no git checkout, and there is nothing to read without one',
    'cli.noCommit': (p, f) => `${f.code(`--${p.option} ${p.ref}`)}: this clone has no such commit; ${f.code('git fetch')} may bring it`,
    'cli.coverage.formatWithoutFile': (_, f) => `${f.code('--format')} says what every FILE is, and there is none`,
    'cli.coverage.notFound': () => 'no such file (RPT-NOTFOUND)',
    'cli.coverage.missing': (p, f) => `no such file, and the policy names it as report ${f.code(p.name)} (RPT-NOTFOUND); ${p.near.length === 0 ? 'run the tests with coverage first' : `nearest: ${f.list(p.near.map(f.code))}`}`,
    'cli.coverage.nothingFound': (p, f) => `no FILE, and no report at any of the usual places: ${f.list(p.places.map(f.code))} (RPT-NOTFOUND)`,
    'cli.coverage.refused': (p, f) => `${cli_fault(p.fault, f)} (${f.code(p.code)})`,
    'cli.coverage.reading': () => 'Reading reports',
    'cli.coverage.column.report': () => 'report',
    'cli.coverage.column.format': () => 'format',
    'cli.coverage.column.files': () => 'files',
    'cli.coverage.column.lines': () => 'lines',
    'cli.coverage.column.branches': () => 'branches',
    'cli.coverage.column.functions': () => 'functions',
    'cli.coverage.total': () => 'total',
    'cli.coverage.patch': (p, f) => p.patch.total === 0
        ? `${f.sha(p.headSha)} changes no executable line since ${f.code(p.base)}.`
        : `Changed lines of ${f.sha(p.headSha)} since ${f.code(p.base)}: ${f.percent(p.patch)} covered (${f.number(p.patch.covered)} of ${f.number(p.patch.total)}).`,
    'cli.coverage.uncovered': () => 'Uncovered, worst file first:',
    'cli.coverage.unreported': () => 'Changed and in no report:',
    'cli.coverage.gate': (p, f) => `Coverage gate: ${f.text(p.state)}${p.blocks ? '' : ' (not blocking)'}`,
    'cli.coverage.next': () => 'Next: ',
    'cli.coverage.noGate': () => 'The policy has no coverage gate: nothing is judged.',
    'cli.coverage.policy': (p, f) => `Policy: ${f.code(p.path)} of ${f.code(p.ref)} (${f.sha(p.sha)}).`,
    'cli.coverage.workTree': (p, f) => `Policy: ${p.path === null ? 'none in the working tree, so built-in defaults' : `${f.code(p.path)} of the working tree`}. No base was named, so nothing counts as changed; ${f.code('--base origin/main')} judges as a pull request is judged.`,
    'cli.coverage.noBaseline': (_, f) => `${f.code('max_drop')} compares with a measurement that GitHub keeps for the base branch; it is not read here.`,
    'cli.coverage.dirty': (p, f) => `Uncommitted changes in ${f.list(p.files.map(f.code), 3)}: HEAD is measured, so line numbers of the reports may not fit.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-app.js
/** Registering the GitHub App. */
const cliApp = {
    'cli.app.summary': () => 'register the GitHub App, with the least permissions that it needs',
    'cli.app.about': () => 'Registers the App on GitHub in one step: opens a page on this machine that hands GitHub the list of permissions and\nevents, receives the key, and writes it with the webhook secret into files that only you can read. No secret is shown.',
    'cli.app.option.url': () => 'where people and GitHub will reach the App, e.g. https://gates.example.com',
    'cli.app.option.org': () => 'organisation that owns the App; left out: your own account',
    'cli.app.option.name': () => 'name of the App, at most 34 characters; you can change it on GitHub’s page',
    'cli.app.option.githubUrl': () => 'address of a GitHub Enterprise Server',
    'cli.app.option.out': () => 'folder for the files; left out: delivery-gates-app',
    'cli.app.option.port': () => 'port of the page on this machine; left out: any free one',
    'cli.app.option.timeout': () => 'how long to wait for you, from 1 to 60 minutes; left out: 30',
    'cli.app.option.holdDeployments': () => 'also hold deployments until they are signed: deployments: write, and one event more',
    'cli.app.option.force': () => 'replace files of an earlier registration',
    'cli.app.noAction': (_, f) => `what to do is missing: ${f.code('delivery-gates app register --url PUBLIC_URL')}`,
    'cli.app.unknownAction': (p, f) => `${f.code(`app ${p.got}`)} does not exist; there is ${f.code('app register')}`,
    'cli.app.noUrl': (_, f) => `${f.code('--url PUBLIC_URL')} is missing: where GitHub will reach the App, e.g. ${f.code('--url https://gates.example.com')}`,
    'cli.app.badUrl': (p, f) => `${f.code(`${p.option} ${p.got}`)}: an address with https is needed, without user, ${f.code('?')} and ${f.code('#')}`,
    'cli.app.badGitHub': (p, f) => `${f.code(`--github-url ${p.got}`)}: give the address of your GitHub as a browser shows it, with https and without a path, e.g. ${f.code('https://github.example.com')}`,
    'cli.app.webhookUrl': (p, f) => `${f.code(`--url ${p.got}`)}: leave out ${f.code(p.path)}; the address of the App is needed, which webhooks are added to`,
    'cli.app.localUrl': (p, f) => `${f.code(`--url ${p.got}`)}: GitHub cannot reach this machine by that address; give the one that your reverse proxy answers with https`,
    'cli.app.badOrg': (p, f) => `${f.code(`--org ${p.got}`)} is no name of an organisation`,
    'cli.app.badName': (p, f) => `${f.code('--name')} has ${f.number(p.length)} characters, GitHub takes 1 to ${f.number(p.max)}`,
    'cli.app.badNumber': (p, f) => `${f.code(`${p.option} ${p.got}`)} must be a whole number from ${f.number(p.min)} to ${f.code(String(p.max))}`,
    'cli.app.exists': () => 'exists already; --force replaces it, and the App that it belongs to can then no longer be started with it',
    'cli.app.folder': (p, f) => `cannot be written to (${f.text(p.code)})`,
    'cli.app.listen': (p, f) => `the page on this machine cannot be opened (${f.text(p.code)})`,
    'cli.app.open': (p, f) => `Open this link in a browser on this machine, signed in to ${f.code(p.place)}. Nothing is registered before you confirm there.`,
    'cli.app.waiting': (p, f) => `Waiting for you, at most ${f.number(p.minutes)} min. Ctrl-C stops; then nothing is written.`,
    'cli.app.timeout': (p, f) => `nobody confirmed within ${f.number(p.minutes)} min; nothing was written. Run the command again`,
    'cli.app.stopped': () => 'stopped; nothing was written',
    'cli.app.unreachable': (p, f) => `GitHub gave no whole answer to the registration (${f.text(p.detail)})`,
    'cli.app.expired': () => 'GitHub does not know the registration code (404): it has expired, or was used already. Run the command again',
    'cli.app.status': (p, f) => `GitHub refused the registration code (HTTP ${f.code(String(p.status))}${p.detail === '' ? '' : `: ${f.text(p.detail)}`})`,
    'cli.app.broken': (p, f) => `GitHub’s answer to the registration is cut short or not understood (${f.code(p.what)})`,
    'cli.app.keyless': (p, f) => `An App may exist there now without its key being here: delete it at ${f.code(p.settings)} and run the command again`,
    'cli.app.notWritten': (p, f) => `cannot be written (${f.text(p.code)}). The App is registered, and its key is lost: delete it at ${f.code(p.settings)} and run the command again`,
    'cli.app.page.title': () => 'Register the App',
    'cli.app.page.lead': () => 'This page hands the list below to GitHub. There you see it again, may change the name, and confirm.',
    'cli.app.page.owner': () => 'Owner',
    'cli.app.page.self': () => 'the account that you are signed in with',
    'cli.app.page.name': () => 'Name',
    'cli.app.page.webhook': () => 'Webhooks go to',
    'cli.app.page.permissions': () => 'Permissions',
    'cli.app.page.events': () => 'Events',
    'cli.app.page.read': () => 'read',
    'cli.app.page.write': () => 'read and write',
    'cli.app.page.go': () => 'Continue on GitHub',
    'cli.app.page.done': () => 'The App is registered',
    'cli.app.page.doneText': () => 'Its key and secret are in files on your machine. Next: choose the repositories.',
    'cli.app.page.install': () => 'Install the App',
    'cli.app.page.failed': () => 'This did not work',
    'cli.app.page.terminal': () => 'The terminal says why.',
    'cli.app.page.stale': () => 'This link does not belong to a registration that is under way.',
    'cli.app.done': (p, f) => `Registered ${f.code(p.name)} (App ID ${f.code(String(p.id))}).`,
    'cli.app.wrote': (p, f) => `Wrote ${f.list(p.paths.map(f.code))}; only you can read them. Keep them out of git.`,
    'cli.app.next.start': (p, f) => `1. Start it: ${f.code(p.command)}`,
    'cli.app.next.install': (p, f) => `2. Install it on repositories: ${f.code(p.url)}`,
    'cli.app.next.check': (p, f) => `3. ${f.code(`${p.url}/readyz`)} answers "ready" when it can give verdicts.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-check.js
const cliCheck = {
    'cli.check.summary': () => 'judge a range of commits, or the facts of a file',
    'cli.check.about': () => 'Judges the commits from --base to --head under the policy of the base, with what git and the reports in the working\ntree say. What only GitHub knows (reviews, checks, sign-offs …) is not judged here, and the last line says so.\nWith --facts: the whole verdict on the facts of a file, the same to the byte as in the Action and the App.',
    'cli.check.option.base': () => 'where the range begins, e.g. origin/main; its policy judges',
    'cli.check.option.head': () => 'where it ends; left out: HEAD, which reports in the working tree speak about',
    'cli.check.option.facts': () => 'facts about a pull request, as JSON',
    'cli.check.option.policy': () => 'policy to judge by, instead of that of the base',
    'cli.check.elsewhere': (p, f) => `Not judged here, because only GitHub knows: ${f.list(p.elsewhere.map(f.code), 30)}.`,
    'cli.facts.shape': (p, f) => `these are no facts about a pull request: ${f.text(p.detail)}`,
    'cli.facts.json': (p, f) => `no JSON: ${f.text(p.detail)}`,
    'unknown.onlyGitHub': () => 'Only GitHub knows, and it is not asked here.',
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-explain.js
const cliExplain = {
    'cli.explain.summary': () => 'where every value of the policy is from; why each gate decided',
    'cli.explain.about': () => 'Prints every value of the effective policy with the file and line that wrote it: the policy itself, one that it\nextends, or the built-in default. KEY shows a part, e.g. gates.coverage. With --facts or --pr: judges one pull\nrequest and says why each gate decided. Without --policy: the policy of the working tree.',
    'cli.explain.option.policy': () => 'policy to explain; left out: that of the working tree',
    'cli.explain.option.pr': () => 'number of a pull request on GitHub; needs a token, as replay does',
    'cli.explain.default': () => 'default',
    'cli.explain.noKey': (p, f) => `the policy has no value at ${f.either(p.keys.map(f.code))}`,
    'cli.explain.unseen': (p, f) => `Only the App knows ${f.list([...(p.evidence ? ['what workflows hand over to it'] : []), ...(p.signOffs ? ['sign-offs'] : [])])}: what waits for that here may be there already. Where an App is installed, its check ${f.code('delivery-gates')} has the verdict.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-impact.js
const cliImpact = {
    'cli.impact.summary': () => 'what a range of commits changes for whoever deploys',
    'cli.impact.about': () => 'Prints what the commits from --base to --head change for whoever deploys: environment variables, configuration,\nmigrations, ports, images, Helm, Compose, Kubernetes, Ansible and Terraform values, interfaces, versions, schedules.\nThe risk weighs the kinds of change with the components of the policy of the base.',
    'cli.impact.option.base': () => 'where the range begins; what HEAD has left is looked for from there',
    'cli.impact.option.head': () => 'where it ends; left out: HEAD',
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-init.js
/** The command that writes a policy to start from, and the comments in it. */
const cliInit = {
    'cli.init.summary': () => 'write a policy to start from',
    'cli.init.about': () => 'Looks at the files of HEAD and at the reports in the working tree, and writes .github/delivery-gates.yml: a policy to\nstart from, with comments, whose gates only warn. Never overwrites one.',
    'cli.init.option.implementer': () => 'who deploys: a login or a team, e.g. @acme/implementation',
    'cli.init.option.print': () => 'print the policy instead of writing the file',
    'cli.init.written': (p, f) => `Wrote ${f.code(p.path)}. Put in who deploys, then try it: ${f.code('delivery-gates validate')}, ${f.code('delivery-gates check --base origin/main')}.`,
    'cli.init.exists': (_, f) => `there is a policy already; ${f.code('delivery-gates init --print')} shows what would be written`,
    'cli.init.failed': (p, f) => `cannot be written (${f.text(p.code)})`,
    'starter.head': () => 'Delivery Gates: what a pull request must meet. Read from the base branch.',
    'starter.roles': () => 'Who may approve and sign: logins, or teams of the owner. Replace the placeholders.',
    'starter.components': () => 'Parts of the repository; risk: high makes their changes weigh more.',
    'starter.gates': () => 'warn tells, block decides. Change a gate to block once you have seen what it says.',
    'starter.coverage': () => 'Percent of all lines, and of the changed lines, that tests must cover.',
    'starter.docs': () => 'A change of how it is deployed updates a document in the same pull request.',
    'starter.review': () => 'Whoever deploys is asked on every pull request, and approves what concerns deployment.',
    'starter.description': () => 'The description says what a reader needs to know.',
    'starter.checklist': () => 'What people confirm before a deployment.',
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-ledger.js
const cliLedger = {
    'cli.ledger.summary': () => 'verify an export of the ledger, offline',
    'cli.ledger.about': () => 'Verifies every row of an export that the App made (ledger export): nothing was changed, removed, inserted or moved.\nWith --checkpoint, files with checkpoints that the App published, such as texts of its checks: nothing is missing at the\nend either, and no chain was written anew. With --key, the signatures of all of these too.',
    'cli.ledger.option.checkpoint': () => 'text that holds checkpoints; may stand several times',
    'cli.ledger.option.key': () => 'public key of the App; may stand several times',
    'cli.ledger.missing': (_, f) => `what to verify is missing: ${f.code('delivery-gates ledger verify EXPORT')}`,
    'cli.ledger.one': (p, f) => `${f.code(p.got)}: one export is verified at a time`,
    'cli.ledger.verb': (p, f) => `there is no ${f.code(`ledger ${p.got}`)} here; ${f.code('ledger verify EXPORT')} is. The App's own commands are in docs/ledger.md`,
    'cli.ledger.noCheckpoint': () => 'there is no checkpoint in this file',
    'cli.ledger.notAKey': () => 'this is no key in PEM form',
    'cli.ledger.notEd25519': (_, f) => `this key is of another kind; checkpoints are signed with ${f.code('Ed25519')}`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-test.js
const cliTest = {
    'cli.test.summary': () => 'judge the cases of a policy, offline',
    'cli.test.about': () => 'Judges made-up pull requests and compares the verdicts with those that the file expects. Without FILE:\n.github/delivery-gates.test.yml. The policy is the one that the file names, else that of the working tree.',
    'cli.test.option.policy': () => 'policy to judge by, whatever the file of cases names',
    'cli.test.sum': (p, f) => p.failed === 0
        ? `${f.number(p.cases)} ${p.cases === 1 ? 'case' : 'cases'}, all as expected.`
        : `${f.number(p.cases)} ${p.cases === 1 ? 'case' : 'cases'}, ${f.number(p.failed)} not as expected.`,
    'cases.differs': (p, f) => `${f.code(p.what)} is ${f.code(p.got)}, expected ${f.code(p.wanted)}`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/cli-validate.js
const cliValidate = {
    'cli.validate.summary': () => 'say what is wrong with a policy file',
    'cli.validate.about': () => 'Reads policy files and says everything that is wrong with them, each problem with its file, line, column and key.\nWithout FILE: the policy of the working tree. In a git checkout also: patterns that match no file of HEAD.',
    'cli.validate.option.owner': () => 'owner of the repository, whose teams roles may name',
    'cli.validate.none': (p, f) => `there is no policy at ${f.either(p.places.map(f.code))}; ${f.code('delivery-gates init')} writes one to start from`,
    'cli.validate.valid': (p, f) => `${f.code(p.path)} is valid. Gates that are on: ${p.gates.length === 0
        ? 'none'
        : f.list(p.gates.map(one => `${f.code(one.gate)} (${f.text(one.level)})`), 20)}. Checklists: ${f.number(p.checklists)}.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/conventions.js
const parts = {
    title: 'title',
    labels: 'labels',
    milestone: 'milestone',
    linked_issue: 'linked issue',
};
const conventions = {
    'conventions.empty': (_, f) => `Nothing is asked for: give ${f.either(['title', 'labels', 'milestone', 'linked_issue'].map(f.code))}.`,
    'conventions.pattern.all': (p, f) => `${f.code(p.pattern)} matches everything, so it asks for nothing (CFG-REGEX).`,
    'conventions.passed': () => 'Everything is as agreed.',
    'conventions.failed': (p, f) => `Not as agreed: ${f.list(p.what.map(one => parts[one] ?? f.text(one)))}.`,
    'conventions.failed.next': () => 'Edit the pull request; no push is needed.',
    'conventions.title.form': (p, f) => `The title is not of the form ${f.code('type: subject')} or ${f.code('type(scope): subject')}; types: ${f.list(p.types.map(f.code), 12)}.`,
    'conventions.title.type': (p, f) => `The type ${f.code(p.type)} of the title is none of ${f.list(p.types.map(f.code), 12)}.`,
    'conventions.title.scope': (p, f) => `${p.scope === null ? 'The title has no scope' : `The scope ${f.code(p.scope)} of the title is not known`}; scopes: ${f.list(p.scopes.map(f.code), 12)}.`,
    'conventions.title.pattern': (p, f) => `The title does not match ${f.either(p.patterns.map(f.code))}.`,
    'conventions.title.length': (p, f) => `The title has ${f.number(p.length)} characters, ${f.number(p.most)} allowed.`,
    'conventions.label.any': (p, f) => `It has none of the labels ${f.list(p.labels.map(f.code), 10)}.`,
    'conventions.label.all': (p, f) => `The label ${f.code(p.label)} is missing.`,
    'conventions.label.none': (p, f) => `It must not have a label ${f.code(p.label)}.`,
    'conventions.label.one': (p, f) => `Exactly one label ${f.code(p.group)} is required; it has ${p.found.length === 0 ? 'none' : f.list(p.found.map(f.code))}.`,
    'conventions.milestone.none': () => 'It has no milestone.',
    'conventions.milestone.pattern': (p, f) => `The milestone ${f.code(p.milestone)} does not match ${f.either(p.patterns.map(f.code))}.`,
    'conventions.issue.none': (_, f) => `It closes no issue: write ${f.code('Closes #12')} in the description, or link one.`,
    'conventions.issue.closed': () => 'Every issue that it closes is closed already.',
};

;// CONCATENATED MODULE: ./build/src/locales/en/coverage.js

const coverage_report = (p, f) => {
    const column = p.column === null ? '' : `, column ${f.number(p.column)}`;
    return `Report ${f.code(p.name)}, ${f.code(p.path)}${p.line === null ? '' : `, line ${f.number(p.line)}${column}`}`;
};
const plural = (count, one, many) => (count === 1 ? one : many);
/** Of an ISO 8601 instant. */
const day = (at) => /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? '';
const counts = (r, f) => `${f.number(r.covered)} of ${f.number(r.total)}`;
const percent = (value, f) => `${f.number(value)} %`;
function project(p, f) {
    const base = p.baseState === 'within' && p.base ? `, base ${f.percent(p.base)}` : '';
    const measured = `${f.percent(p.project)} of lines covered (${counts(p.project, f)}${base})`;
    if (p.projectState === 'disabled')
        return `${measured}; the project minimum is disabled.`;
    return `${measured}, ${percent(p.min, f)} required.`;
}
function base(p, f) {
    const limit = `${f.number(p.maxDrop ?? 0)} percentage ${plural(p.maxDrop ?? 0, 'point', 'points')}`;
    switch (p.baseState) {
        case 'dropped':
            return p.base
                ? `Coverage falls from ${f.percent(p.base)} (${counts(p.base, f)}) on the base branch by more than the allowed ${limit}.`
                : '';
        case 'absent':
            return 'No measurement of the base branch is recorded: only the absolute value was compared.';
        case 'other-scope':
            return 'The base branch was measured with other reports or exclusions: only the absolute value was compared.';
        case 'empty':
            return 'The base branch had no executable line: only the absolute value was compared.';
        case 'removed':
            return p.base
                ? `Coverage falls from ${f.percent(p.base)} only because covered code was removed: no more lines are uncovered than before.`
                : '';
        default:
            return '';
    }
}
function patch(p, f) {
    const measured = `Changed lines ${f.percent(p.patch)} covered (${counts(p.patch, f)})`;
    switch (p.patchState) {
        case 'met':
        case 'below':
            return `${measured}, ${percent(p.patchMin, f)} required.`;
        case 'few':
            return `${measured}; not judged, because ${f.number(p.minLines)} or more are needed for that.`;
        case 'disabled':
            return `${measured}; the minimum for changed lines is disabled.`;
        case 'nothing':
            return 'No coverable line was changed.';
        case 'unreported':
            return `No changed line was measured: ${f.number(p.unreported)} changed source ${plural(p.unreported, 'file is', 'files are')} in no report.`;
    }
}
const groupKinds = { component: 'component', flag: 'report', paths: 'paths' };
const group = (g, f) => `${groupKinds[g.kind]} ${f.code(g.name)}`;
function groups(p, f) {
    if (p.below.length === 0)
        return '';
    const below = p.below.map(g => `${group(g, f)} ${g.what === 'patch' ? 'changed lines ' : ''}${f.percent(g.ratio)} (${counts(g.ratio, f)}), ${percent(g.min, f)} required`);
    return `Below the minimum: ${below.join('; ')}.`;
}
const limits = (p, f) => p.limits
    .map(({ what, uncovered, max }) => {
    const where = what === 'patch' ? 'changed lines' : 'lines of the project';
    return `${f.number(uncovered)} ${where} uncovered, at most ${f.number(max)} allowed.`;
})
    .join(' ');
const branches = (p, f) => p.branches === null
    ? ''
    : `${f.percent(p.branches.ratio)} of branches taken (${counts(p.branches.ratio, f)}), ${percent(p.branches.min, f)} required.`;
function asides(p, f) {
    const moved = p.moved === 0 ? '' : `${f.number(p.moved)} moved ${plural(p.moved, 'line is', 'lines are')} not counted as changed.`;
    const carried = p.carried.map(({ name, sha, at, lost }) => `${f.code(name)} did not run and is carried forward from ${f.sha(sha)} (${day(at)})${lost === 0 ? '' : `, without ${f.number(lost)} ${plural(lost, 'file', 'files')} changed since`}.`);
    return [moved, ...carried].filter(sentence => sentence !== '').join(' ');
}
const judgement = (p, f) => [project, base, patch, groups, limits, branches, asides]
    .map(part => part(p, f))
    .filter(sentence => sentence !== '')
    .join(' ');
/** Why an earlier measurement cannot stand in for a suite. */
function coverage_notCarried(carry, f) {
    switch (carry.state) {
        case 'absent':
            return `no earlier measurement stands at ${f.code(carry.path)}`;
        case 'unreadable':
            return `${f.code(carry.path)} is no snapshot of this tool`;
        case 'other-suite':
            return `${f.code(carry.path)} does not hold this suite`;
        case 'too-old':
            return `the measurement of ${f.sha(carry.sha)} (${day(carry.at)}) is older than ${f.code(carry.maxAge)}`;
    }
}
const coverage_fault = (said, f) => reportFaults[said.code](said.params, f);
const coverage = {
    ...reportFaults,
    'coverage.passed': judgement,
    'coverage.failed': judgement,
    'coverage.failed.next': (p, f) => {
        const lines = (count) => `${f.number(count)} more ${plural(count, 'line', 'lines')}`;
        const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)));
        const uncovered = p.files.map(({ path, lines: r }) => `${f.code(path)} (${f.number(r.total - r.covered)})`);
        const most = uncovered.length === 0 ? '' : `; most uncovered lines: ${f.list(uncovered)}`;
        return [
            p.patchMissing > 0
                ? `Cover at least ${lines(p.patchMissing)} of the change${p.places.length > 0 ? `: ${places}` : ''}.`
                : '',
            p.projectMissing > 0 ? `Cover at least ${lines(p.projectMissing)} of the project${most}.` : '',
            ...p.groups.map(g => `Cover at least ${lines(g.missing)}${g.what === 'patch' ? ' of the change' : ''} in ${group(g, f)}.`),
            p.unreported.length > 0
                ? `Let the tests load ${f.list(p.unreported.map(f.code))}, or exclude what has no tests.`
                : '',
            p.patchMissing === 0 && p.places.length > 0 ? `Cover lines of the change: ${places}.` : '',
            p.patchMissing + p.projectMissing + p.unreported.length + p.groups.length + p.places.length === 0
                ? `Add tests until the limits are kept${most}.`
                : '',
        ]
            .filter(sentence => sentence !== '')
            .join(' ');
    },
    'coverage.unusable': (p, f) => `Coverage cannot be judged: ${f.number(p.problems)} ${plural(p.problems, 'problem', 'problems')} with the reports.`,
    'coverage.unusable.next': () => 'Make the workflow write every report completely for this commit, then run it again.',
    'coverage.incomplete': (p, f) => `Incomplete: ${f.number(p.missing.length)} of ${f.number(p.suites)} ${plural(p.suites, 'suite', 'suites')} missing (${f.list(p.missing.map(f.code))}). Nothing is compared until every suite is there${p.project.total === 0 ? '' : `; so far ${counts(p.project, f)} lines are covered`}.`,
    'coverage.incomplete.suite': (p, f) => {
        const found = p.found === 0 ? 'no file' : `${f.number(p.found)} of ${f.number(p.expected)} files`;
        const near = p.near.length > 0
            ? ` Nearest: ${f.list(p.near.map(f.code))}.`
            : p.found === 0
                ? ' No file like it is there; run the tests before this step.'
                : '';
        const carry = p.carry === null ? '' : ` Not carried forward: ${coverage_notCarried(p.carry, f)}.`;
        return `Report ${f.code(p.name)}: ${found} at ${f.code(p.path)} (RPT-NOTFOUND).${near}${carry}`;
    },
    'coverage.incomplete.next': () => 'Let every job hand its report to this one (artifacts), or let the suite be carried forward; then run it again.',
    'coverage.tests': (p, f) => `Coverage is not judged: ${f.number(p.problems)} ${plural(p.problems, 'problem', 'problems')} with the tests that should have measured it.`,
    'coverage.tests.few': (p, f) => `${f.code(p.name)}: ${f.number(p.ran)} tests ran${p.skipped === 0 ? '' : ` (${f.number(p.skipped)} skipped)`}, at least ${f.number(p.min)} expected.`,
    'coverage.tests.failed': (p, f) => `${f.code(p.name)}: ${f.number(p.failed)} of ${f.number(p.tests)} tests failed.`,
    'coverage.tests.next': () => 'Make the tests run and pass, then let the workflow measure again.',
    'coverage.empty': (p, f) => `No executable line was counted in ${f.number(p.reports)} ${plural(p.reports, 'report', 'reports')} (${f.number(p.files)} ${plural(p.files, 'file', 'files')}). Nothing measured is not 100 %.`,
    'coverage.empty.next': (p, f) => `Check that the tests ran with coverage and that ${f.code(p.key)} does not take everything away.`,
    'coverage.waiting.none': (p, f) => `Nothing has been measured for ${f.sha(p.headSha)} yet.`,
    'coverage.waiting.head': (p, f) => `Coverage was measured for ${f.sha(p.measuredSha)}; the head is ${f.sha(p.headSha)}.`,
    'coverage.waiting.base': (p, f) => `Changed lines were measured against ${f.code(p.measuredRef)}; the base branch is ${f.code(p.baseRef)} now.`,
    'coverage.waiting.scope': () => 'Coverage was measured with other reports or exclusions than the policy now names.',
    'coverage.waiting.next': () => 'The CI run for this commit delivers the measurement; start it again if it has ended without one.',
    'coverage.patch.uncovered': (p, f) => p.start === p.end
        ? `Line ${f.number(p.start)} is changed and not covered by any test.`
        : `Lines ${f.number(p.start)} to ${f.number(p.end)} are changed and not covered by any test.`,
    'coverage.patch.partial': (p, f) => p.start === p.end
        ? `Line ${f.number(p.start)} is changed and ran, but a branch of it never did.`
        : `Lines ${f.number(p.start)} to ${f.number(p.end)} are changed and ran, but branches of them never did.`,
    'coverage.patch.unreported': (p, f) => `${f.code(p.path)} is changed and in no coverage report: it may be untested. Let the tests load it, or add it to ${f.code('exclude')}.`,
    'coverage.problem.report': (p, f) => `${coverage_report(p, f)}: ${coverage_fault(p.fault, f)} (${f.code(p.code)}).`,
    'coverage.problem.stale': (p, f) => `Report ${f.code(p.name)}: ${f.code(p.path)} is older than the checkout (RPT-STALE). It measured another state of the code.`,
    'coverage.problem.too-many': (p, f) => `Report ${f.code(p.name)}: ${f.code(p.path)} matches ${f.number(p.found)} files, at most ${f.number(p.limit)} are read.`,
    'coverage.problem.unknown-files': (p, f) => `RPT-UNKNOWNFILE: report ${f.code(p.name)} (${f.code(p.path)}) speaks about ${f.number(p.unknown)} of ${f.number(p.total)} files that are not in the repository at this commit: ${f.list(p.files.map(f.code))}. Measure this commit, or exclude them.`,
    'coverage.problem.ambiguous': (p, f) => `RPT-AMBIGUOUS: report ${f.code(p.name)} (${f.code(p.path)}) says ${f.code(p.file)}, which may be ${f.either(p.candidates.map(f.code))}. Let the tool write paths relative to the repository.`,
    'coverage.problem.traversal': (p, f) => `RPT-PATH: report ${f.code(p.name)} (${f.code(p.path)}) names ${f.code(p.file)}, outside the repository.`,
    'coverage.problem.line': (p, f) => `RPT-LINE: a report has line ${f.number(p.line)} of ${f.code(p.path)}, which has ${f.number(p.lines)}. It was made from other sources.`,
    'coverage.problem.shrunk': (p, f) => `RPT-SHRUNK: ${f.code(p.path)} had ${f.number(p.before)} executable lines on the base branch, the change removes ${f.number(p.deletions)}, and the report lists ${f.number(p.now)}. Lines were left out of the report.`,
    'coverage.problem.no-patch': (p, f) => `The changed lines of ${f.code(p.path)} are not known, so they cannot be compared with the reports.`,
    'coverage.notice.claims': (p, f) => {
        const rate = p.claimedRate === null ? '' : f.percent({ covered: Math.round(p.claimedRate * 10_000), total: 10_000 });
        const total = p.claimedTotal === null ? '' : `${f.number(p.claimedTotal)} lines`;
        const claim = [rate, total].filter(part => part !== '').join(' of ');
        return `Report ${f.code(p.name)} (${f.code(p.path)}) claims ${claim} in its summary; its line records say ${f.percent(p.counted)} (${counts(p.counted, f)}). The records are counted.`;
    },
    'coverage.notice.generated': (p, f) => `What is generated could not be read at ${f.sha(p.sha)} (fetch-depth: 0): every file counts.`,
    'coverage.notice.outside': (p, f) => `Report ${f.code(p.name)} (${f.code(p.path)}): ${f.number(p.files.length)} ${plural(p.files.length, 'file is', 'files are')} not in the repository and not counted: ${f.list(p.files.map(f.code))}.`,
    'coverage.trend': (p, f) => `Coverage ${f.text(p.line)} from ${f.percent(p.base)} on the base branch to ${f.percent(p.head)} with this change (last ${f.number(p.count)} ${plural(p.count, 'measurement', 'measurements')}).`,
    'coverage.next.patch': (p, f) => `What to test next: ${f.number(p.missing)} changed ${plural(p.missing, 'line', 'lines')} without a test`,
    'coverage.next.project': (p, f) => `What to test next: ${f.number(p.missing)} ${plural(p.missing, 'line', 'lines')} of the project without a test`,
    'coverage.next.file': (p, f) => `: ${f.number(p.lines.total - p.lines.covered)} of ${f.number(p.lines.total)} lines uncovered`,
    'coverage.groups': (p, f) => `Coverage by component, report and path (${f.number(p.count)})`,
    'coverage.group': (p, f) => group(p, f),
    'coverage.required': (p, f) => [
        p.min === null ? '' : `${percent(p.min, f)} of lines`,
        p.patch === null ? '' : `${percent(p.patch, f)} of changed lines`,
    ]
        .filter(text => text !== '')
        .join(', '),
    'coverage.files': (p, f) => `Coverage of changed files (${f.number(p.count)})`,
    'coverage.column.group': () => 'part',
    'coverage.column.file': () => 'file',
    'coverage.column.lines': () => 'lines',
    'coverage.column.base': () => 'base branch',
    'coverage.column.patch': () => 'changed lines',
    'coverage.column.required': () => 'required',
    'coverage.option.no-threshold': (_, f) => `give ${f.code('min')}, ${f.code('patch')} or both`,
    'coverage.option.flag': (p, f) => `there is no report ${f.code(p.flag)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}; a flag is the name of a report`,
    'coverage.option.zero': (p, f) => `${f.code(p.key)} 0 switches this comparison off; say ${f.code('allow_zero: true')} if that is meant`,
    'coverage.option.path': (p, f) => `${f.code(p.path)} must be a path inside the repository: relative, forward slashes, without ${f.code('..')}`,
    'coverage.option.report-name': (p, f) => `two reports are named ${f.code(p.name)}`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/dependencies.js
const dependencies_standings = {
    done: 'done',
    open: 'is open',
    closed: 'was closed without being merged',
    foreign: 'belongs to another owner, whom the policy does not allow',
    unread: 'is not there, or this token may not read it',
};
const pulls = (count, f) => `${f.number(count)} pull ${count === 1 ? 'request' : 'requests'}`;
const dependencies = {
    'dependencies.none': (_, f) => `The description names nothing with ${f.code('Depends-On:')}.`,
    'dependencies.passed': (p, f) => `${pulls(p.total, f)} that this depends on: all ${p.need === 'merged' ? 'merged' : 'merged or ready'}.`,
    'dependencies.waiting': (p, f) => `Depends on ${pulls(p.total, f)}; not ${p.need === 'merged' ? 'merged' : 'ready'} yet: ${f.list(p.refs.map(f.code))}.`,
    'dependencies.waiting.next': (p, f) => p.need === 'merged'
        ? `Merge ${f.list(p.refs.map(f.code))} first.`
        : `Bring ${f.list(p.refs.map(f.code))} to a passed check ${f.code('delivery-gates')} first.`,
    'dependencies.failed': (p, f) => `Of ${pulls(p.total, f)} that this depends on, these can never be merged first: ${f.list(p.refs.map(f.code))}.`,
    'dependencies.failed.next': (_, f) => `Correct the ${f.code('Depends-On:')} lines of the description, or open the pull requests again.`,
    'dependencies.unknown': (p, f) => [
        ...(p.refs.length === 0 ? [] : [`Cannot be read: ${f.list(p.refs.map(f.code))}.`]),
        ...(p.truncated ? ['There are more dependencies than are followed (50 pull requests, 5 steps).'] : []),
    ].join(' '),
    'dependencies.unknown.next': () => 'Let the App be installed where they are, or give the Action a token that may read them.',
    'dependencies.malformed': (p, f) => `${f.code('Depends-On:')} names what is no pull request: ${f.list(p.malformed.map(f.code))}.`,
    'dependencies.malformed.one': (p, f) => `${f.code(p.text)} is no pull request.`,
    'dependencies.malformed.next': (_, f) => `Write ${f.code('Depends-On: owner/repository#12')}, ${f.code('#12')} or a link to a pull request.`,
    'dependencies.cycle': (p, f) => `These depend on each other, so none can be first: ${p.cycle.map(f.code).join(' → ')}.`,
    'dependencies.cycle.part': (p, f) => `${f.code(p.ref)} is part of the circle.`,
    'dependencies.cycle.next': (_, f) => `Take one ${f.code('Depends-On:')} line out of the circle.`,
    'dependencies.one': (p, f) => `${f.code(p.ref)}${p.title === '' ? '' : ` ${f.text(p.title)}`}: ${dependencies_standings[p.standing]}`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/deployments.js
const asked = ({ item, role }, f) => role === null ? f.code(item) : `${f.code(item)} (${f.text(role)})`;
/** What the App says of deployments that wait for it. */
const deployments = {
    'deploy.approved': (p, f) => `Released to ${f.code(p.environment)}: everything that ${p.count === 1 ? 'the pull request' : `the ${f.number(p.count)} pull requests`} up to ${f.sha(p.sha)} must have is signed.`,
    'deploy.nothingNew': (p, f) => `Released to ${f.code(p.environment)}: ${f.sha(p.sha)} carries nothing that was not released to it before.`,
    'deploy.back': (p, f) => `Released to ${f.code(p.environment)}: it goes back to ${f.sha(p.sha)}, which was released to it before.`,
    'deploy.waiting': (p, f) => `${f.code(p.environment)} waits for ${f.number(p.open)} of ${f.number(p.total)} pull requests.`,
    'deploy.lacks': (p, f) => `not signed: ${f.list(p.items.map(one => asked(one, f)))}.`,
    'deploy.more': (p, f) => p.count === 1 ? 'one more pull request' : `${f.number(p.count)} more pull requests`,
    'deploy.sign': (p, f) => `Sign on the pull request, e.g. with ${f.code('/sign-off')}. The job starts by itself when the last sign-off for ${f.code(p.environment)} is there.`,
    'deploy.unknownPull': (p, f) => `Pull request ${f.number(p.number)} could not be read, so nobody can tell whether it is signed.`,
    'deploy.moved': (p, f) => `Pull request ${f.number(p.number)} is not the merged one that GitHub named. It is looked at again in a minute.`,
    'deploy.noPolicy': (p, f) => `${f.code(p.branch)} has no policy, so nobody can tell what must be signed. Add one with this environment under ${f.code('environments')}, or take the rule of this App off the environment.`,
    'deploy.noEnvironment': (p, f) => `The policy of ${f.code(p.branch)} has no environment ${f.code(p.environment)}${p.known.length === 0 ? '' : `, only ${f.list(p.known.map(f.code))}`}. Add it under ${f.code('environments')}, spelt as GitHub spells it, or take the rule of this App off the environment.`,
    'deploy.policyBroken': (p, f) => `The policy of ${f.code(p.branch)} has ${p.count === 1 ? 'a problem' : `${f.number(p.count)} problems`}, so nothing is released. ${f.code('npx delivery-gates validate')} names the lines.`,
    'deploy.event': (p, f) => `A run of ${f.code(p.event)} deploys a commit that its own record does not name. Deploy with ${f.code('push')}, ${f.code('release')} or ${f.code('workflow_dispatch')}.`,
    'deploy.otherCommit': (p, f) => `GitHub asked about ${f.sha(p.asked)}, but the run is of ${f.sha(p.run)}. Nothing is released that cannot be told for certain.`,
    'deploy.diverged': (p, f) => `${f.sha(p.sha)} does not contain ${f.sha(p.base)}, which is deployed: it is from another branch, or the branch was rewritten. Deploy a commit that contains it.`,
    'deploy.older': (p, f) => `${f.sha(p.sha)} is older than ${f.sha(p.base)}, which is deployed, and going back is not released by itself. ${f.code('rollback: allowed')} in the policy lets it through where it was released before; an administrator can start the job at once.`,
    'deploy.neverReleased': (p, f) => `${f.sha(p.sha)} is older than ${f.sha(p.base)}, which is deployed, and was never released to this environment. Deploy a commit that was, or a newer one.`,
    'deploy.tooMany': (p, f) => p.base === null
        ? `Nothing that is deployed here counts yet, and there are more than ${f.number(p.limit)} commits: too many to look at one by one. Name the commit from which on pull requests are asked for as ${f.code('since')} of the environment in the policy.`
        : `${f.number(p.got)} commits have come since ${f.sha(p.base)}, which is deployed; at most ${f.number(p.limit)} are looked at. Deploy an earlier commit first.`,
    'deploy.manyPulls': (p, f) => `${f.number(p.got)} pull requests have come since the last deployment; at most ${f.number(p.limit)} are looked at. Deploy an earlier commit first.`,
    'deploy.gone': () => 'The repository could not be read, so nobody can tell what is deployed.',
    'deploy.unlisted': (p, f) => `GitHub did not list all pull requests of ${f.sha(p.sha)}, so nobody can tell what is deployed with it.`,
    'deploy.noPull': (p, f) => `${p.count === 1 ? 'One commit belongs' : `${f.number(p.count)} commits belong`} to no pull request that was merged whole up to here, so nobody has signed ${p.count === 1 ? 'it' : 'them'}: ${f.list(p.shas.map(f.sha))}. Where somebody answers for them, ${f.code('since')} of the environment in the policy names the commit from which on pull requests are asked for.`,
    'deploy.foreignMerge': (p, f) => `The merge ${f.sha(p.sha)} of pull request ${f.number(p.number)} was not made by GitHub, so it may hold what nobody has signed. Merge with GitHub's button or queue.`,
    'deploy.ledger': (p, f) => `The ledger does not verify from row ${f.number(p.seq)} on, so no sign-off counts. Whoever operates the App must look at it.`,
    'deploy.quiet': () => 'GitHub takes no more than ten reports for a deployment: this is the last one before its end. What is missing stands on the pull requests.',
    'deploy.expires': (p, f) => `Still not everything is signed. GitHub ends what has waited for 30 days: here on ${f.code(p.day)}. Start the job again after that.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/description.js
function why(fault, f) {
    switch (fault.fault) {
        case 'missing':
            return 'is missing';
        case 'bidi':
            return 'has characters in its heading that turn the direction of the text; write it again';
        case 'empty':
            return 'is empty: comments, quotes, folded parts and "none" say nothing';
        case 'placeholder':
            return `still holds the prompt ${f.code(fault.text)}`;
        case 'few':
            return `has ${f.number(fault.words)} ${fault.words === 1 ? 'word' : 'words'}, ${f.number(fault.min)} required`;
        case 'tasks':
            return `has no task item (${f.code('- [ ] …')})${fault.almost.length === 0 ? '' : `; ${f.list(fault.almost.map(f.code))} ${fault.almost.length === 1 ? 'is' : 'are'} none`}`;
        case 'unchecked':
            return `has ${f.number(fault.open)} of ${f.number(fault.total)} task items that are not ticked`;
        case 'many':
            return `has more than ${f.number(fault.limit)} task items`;
    }
}
const description = {
    'description.title.empty': () => 'A heading needs letters or digits.',
    'description.passed': (p, f) => p.total === 1 ? 'The required section is there.' : `All ${f.number(p.total)} required sections are there.`,
    'description.failed': (p, f) => `${f.number(p.titles.length)} of ${f.number(p.total)} required ${p.total === 1 ? 'section' : 'sections'} missing or hollow: ${f.list(p.titles.map(f.code))}.`,
    'description.failed.next': (p, f) => `Write ${p.titles.length === 1 ? 'this section' : 'these sections'} in the description or in a linked issue, under ${f.list(p.titles.map(title => f.code(`## ${title}`)))}.`,
    'description.section': (p, f) => `${f.code(p.title)} ${why(p.fault, f)}.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/docs.js
const documents = {
    deployment: 'deployment document',
    api: 'API document',
    faq: 'FAQ',
    changelog: 'changelog',
    configuration: 'configuration document',
    other: 'document',
};
const hollow = {
    deleted: 'was deleted',
    renamed: 'was only moved or renamed',
    copied: 'is only a copy',
    mode: 'has a new file mode and the same text',
    link: 'is a link or a submodule, not a text',
    binary: 'is a binary file, whose text cannot be read',
    lfs: 'is a Git LFS pointer, whose text cannot be read',
    generated: 'is listed as generated',
    empty: 'is empty',
    removed: 'only lost text',
    whitespace: 'differs only in white space, line ends, punctuation or markup',
    invisible: 'differs only in comments, front matter, dates or link definitions',
    moved: 'has only moved or re-ordered text',
};
const docs_parts = {
    file: 'the header of a file',
    hunk: 'the header of a hunk',
    line: 'a line of a hunk',
    end: 'the end',
};
const words = (count, f, adjective) => `${f.number(count)} ${adjective} ${count === 1 ? 'word' : 'words'}`;
const lineList = (lines, f) => `${lines.length === 1 ? 'line' : 'lines'} ${f.list(lines.map(line => f.code(String(line))))}`;
const place = (at, f) => at.line === null ? f.place(at.path) : f.place(at.path, at.line);
function howTo(step, f) {
    if (step.fix === 'fill')
        return `Replace the placeholders in ${f.code(step.path)}, ${lineList(step.lines, f)}.`;
    if (step.fix === 'extend')
        return `Add at least ${words(step.missing, f, 'more new')} to ${f.code(step.path)}.`;
    return `Describe the change in ${f.either(step.update.map(f.code))}, with at least ${words(step.min, f, 'new')}.`;
}
const docs = {
    'diff.record': (p, f) => `The output of git diff breaks off or is not understood at record ${f.number(p.record)}.`,
    'diff.patch': (p, f) => `The patch is not understood at line ${f.number(p.line)}: ${docs_parts[p.expected]} expected, ${p.found === null ? 'but it ends there' : `found ${f.code(p.found)}`}.`,
    'diff.counts': (p, f) => `The patch of ${f.code(p.path)} is not complete: it adds ${f.number(p.additions)} and removes ${f.number(p.deletions)} lines, git counted ${f.number(p.stated.additions)} and ${f.number(p.stated.deletions)}.`,
    'diff.cut': () => 'The output of git diff breaks off in the middle of a line.',
    'diff.size': (p, f) => `The patch has ${f.number(p.bytes)} bytes, at most ${f.number(p.max)} can be read.`,
    'docs.rule.duplicate': (p, f) => `Two documentation rules have the id ${f.code(p.id)}; give each its own.`,
    'docs.files.absent': () => 'The list of changed files is missing, so no documentation rule could be checked.',
    'docs.files.absent.next': () => 'Run the check again; if it stays, check that the token may read the pull request.',
    'docs.empty': () => 'The pull request changes no file, so there is nothing to document.',
    'docs.idle': (p, f) => p.rules === 1
        ? 'No rule applies: no changed file asks for a document (1 rule checked).'
        : `No rule applies: no changed file asks for a document (${f.number(p.rules)} rules checked).`,
    'docs.passed': (p, f) => `Updated: ${f.list(p.updated.map(each => `${f.code(each.document)} (${f.code(each.rule)}, ${words(each.words, f, 'new')})`))}.`,
    'docs.failed': (p, f) => {
        const [first, second] = p.rules;
        if (first && !second)
            return `${place(first, f)} changed, no ${documents[first.kind]} did.`;
        return `${f.number(p.rules.length)} of ${f.number(p.checked)} documentation rules lack a document: ${f.list(p.rules.map(each => `${f.code(each.rule)} (${place(each, f)})`))}.`;
    },
    'docs.failed.next': (p, f) => p.fixes.map(fix => howTo(fix, f)).join(' '),
    'docs.unread': (p, f) => `The change of ${f.code(p.document)} could not be read, so it is unknown whether it satisfies rule ${f.code(p.rule)}.`,
    'docs.unread.next': (p, f) => `GitHub leaves out large patches: make the change of ${f.code(p.document)} smaller, or let the Action check it from a full checkout.`,
    'docs.rule.idle': (p, f) => `Rule ${f.code(p.rule)}: no changed file asks for a document.`,
    'docs.rule.passed': (p, f) => `Rule ${f.code(p.rule)}: ${f.code(p.document)} has ${words(p.words, f, 'new')}.`,
    'docs.rule.failed': (p, f) => {
        const others = p.others.length === 0 ? '' : `, and so did ${f.list(p.others.map(f.code), 3)}`;
        return `Rule ${f.code(p.rule)}: ${place(p, f)} changed${others}; no ${documents[p.kind]} has new text. Expected: ${f.either(p.update.map(f.code))}.`;
    },
    'docs.document.hollow': (p, f) => `${f.code(p.path)} does not count: it ${hollow[p.reason]}.`,
    'docs.document.placeholder': (p, f) => `${f.code(p.path)} does not count: there are placeholders in ${lineList(p.lines, f)}.`,
    'docs.document.few': (p, f) => `${f.code(p.path)} does not count: ${words(p.words, f, 'new')}, ${f.number(p.min)} required.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/doctor.js
/** What `delivery-gates doctor` says about a repository's settings. */
const doctor = {
    'doctor.level.null': () => 'Enforcement level: cannot be told with this token.',
    'doctor.level.0': () => 'Enforcement level 0: nothing that Delivery Gates says has to be heeded.',
    'doctor.level.1': () => 'Enforcement level 1: a guard against honest mistakes. Whoever can edit the workflow, or post a status, can get around it.',
    'doctor.level.2': () => 'Enforcement level 2: a workflow of the organisation is required, which authors of pull requests cannot edit.',
    'doctor.level.3': () => 'Enforcement level 3: enforced. Only the App can give the required check.',
    'doctor.fix': () => 'Fix',
    'doctor.policy.ok': (p, f) => `${f.code(p.branch)} has a valid policy: ${f.code(p.path)}.`,
    'doctor.policy.fix': (_, f) => `${f.code('delivery-gates validate')} lists every problem.`,
    'doctor.policy.none': (p, f) => `${f.code(p.branch)} has no policy: built-in defaults apply, and they block nothing.`,
    'doctor.policy.none.fix': (_, f) => `${f.code('delivery-gates init')} writes one to start from.`,
    'doctor.required.ok': (p, f) => `${f.code(p.branch)} requires ${f.code('delivery-gates')}.`,
    'doctor.required.none': (p, f) => `${f.code(p.branch)} does not require ${f.code('delivery-gates')}: pull requests can be merged whatever it says.`,
    'doctor.required.fix': (p, f) => `Add a ruleset for ${f.code(p.branch)} that requires the status check ${f.code('delivery-gates')}.`,
    'doctor.source.ok': () => 'The source of the required check is pinned to an App.',
    'doctor.source.open': () => 'The source of the required check is not pinned to our App: anybody who may write statuses can post one of that name.',
    'doctor.source.fix': () => 'Install the App and choose it as the expected source of the check (level 3). Without the App this stays as it is.',
    'doctor.workflow.required': (p, f) => `${f.code(p.branch)} requires the workflow ${f.code(p.path)} of the organisation.`,
    'doctor.bypass.none': () => 'Nobody is on the list of those who may bypass the rules.',
    'doctor.bypass': (p, f) => `The rules can be bypassed by ${f.list(p.who.map(f.text), 10)}. That cannot be prevented from here; keep the list short.`,
    'doctor.reporter.none': (_, f) => `No recent pull request has a check or status ${f.code('delivery-gates')}.`,
    'doctor.reporter.ok': (p, f) => `${f.code('delivery-gates')} is reported by ${f.list(p.by.map(f.text))}.`,
    'doctor.reporter.both': (p, f) => `There is a check and a status of the name ${f.code('delivery-gates')} (${f.list(p.by.map(f.text))}); GitHub requires both to pass.`,
    'doctor.reporter.both.fix': (_, f) => `Where the App is installed, give the Action ${f.code('app-url')}: then it leaves the name to the App.`,
    'doctor.workflow.found': (p, f) => `${f.code(p.path)} runs the Action.`,
    'doctor.workflow.unpinned': (p, f) => `${f.code(p.path)} uses the Action at ${f.list(p.refs.map(f.code))}, which can be moved to other code.`,
    'doctor.workflow.unpinned.fix': () => 'Name the full SHA of a commit, with the version as a comment.',
    'doctor.workflow.name': (p, f) => `${f.code(p.path)} has a job ${f.code('delivery-gates')}: its check run has the name of the status.`,
    'doctor.workflow.name.fix': () => 'Give the job another name.',
    'doctor.workflow.target': (p, f) => `${f.code(p.path)} runs on ${f.code('pull_request_target')}: with the rights of the base branch. It must never check out the pull request.`,
    'doctor.workflow.triggers.fix': (p, f) => `Add them to ${f.code('on:')} in ${f.code(p.path)}.`,
    'doctor.owners.ok': (_, f) => `${f.code('CODEOWNERS')} covers ${f.code('.github')}: changes of workflows and policy are seen by their owners.`,
    'doctor.owners.none': (_, f) => `No entry of ${f.code('CODEOWNERS')} covers ${f.code('.github')}: workflows and policy can change unseen.`,
    'doctor.owners.fix': (_, f) => `Add ${f.code('/.github/ @owner/team')} and require code owners.`,
    'doctor.role': (p, f) => `The policy names ${f.code(p.entry)}, who cannot be resolved.`,
    'doctor.environment': (p, f) => `Environment ${f.code(p.name)}: ${p.protections.length === 0 ? 'no protection rules' : f.list(p.protections.map(f.text))}${p.adminsBypass ? '; administrators can bypass them' : ''}.`,
    'doctor.app.none': (_, f) => `The App was not looked at; with ${f.code('APP_ID')} and ${f.code('PRIVATE_KEY_PATH')} its permissions and deliveries are.`,
    'doctor.app.ok': (p, f) => `The App ${f.code(p.slug)} is installed here.`,
    'doctor.app.absent': (p, f) => `The App ${f.code(p.slug)} is not installed here.`,
    'doctor.app.permissions': (p, f) => `The App lacks ${f.list(p.missing.map(f.code), 20)}.`,
    'doctor.app.permissions.fix': () => 'Ask for them in the settings of the App; an owner then accepts them for the installation.',
    'doctor.app.events': (p, f) => `The App is not subscribed to ${f.list(p.missing.map(f.code), 20)}.`,
    'doctor.app.events.fix': () => 'Subscribe to them in the settings of the App.',
    'doctor.app.insecure': () => 'Webhooks are sent without checking the certificate of the App.',
    'doctor.app.insecure.fix': () => 'Enable SSL verification in the settings of the App.',
    'doctor.app.deliveries': (p, f) => `The last ${f.number(p.deliveries)} webhook deliveries arrived.`,
    'doctor.app.failed': (p, f) => `${f.number(p.failed)} of the last ${f.number(p.deliveries)} webhook deliveries failed.`,
    'doctor.app.failed.fix': () => 'Look at the deliveries in the settings of the App. The reconcile loop repairs what was missed.',
    'cli.doctor.summary': () => 'say how well a repository is protected, and what is missing',
    'cli.doctor.about': () => 'Asks GitHub how a repository is set up and prints its enforcement level (SECURITY.md) and what is missing: required\ncheck, pinned source, bypass, workflow, code owners, people, environments, and with the key of the App its permissions\nand deliveries. Changes nothing. What the token may not see is said to be unknown.',
    'cli.doctor.option.branch': () => 'branch to look at; left out: the default branch',
};

;// CONCATENATED MODULE: ./build/src/locales/en/environments.js
const environments_standings = {
    passed: 'passed',
    missing: 'missing',
    pending: 'pending',
    unknown: 'unknown',
    skipped: 'skipped',
    failed: 'failed',
};
const environments_states = {
    passed: 'has passed',
    failed: 'has failed',
    pending: 'is still running',
    skipped: 'was skipped: nothing was tested',
    neutral: 'ended as neutral: nothing was proved',
    cancelled: 'was cancelled',
    action_required: 'waits for somebody to act on it',
    stale: 'is stale: GitHub gave up waiting for it',
};
const environments_deployments = {
    success: 'has succeeded',
    failure: 'has failed',
    pending: 'is under way',
    inactive: 'is no longer active; deploy this commit again',
};
const cells = (count, f) => `${f.number(count)} required ${count === 1 ? 'environment' : 'environments'}`;
const holes = (names, f) => f.list(names.map(f.code), 8);
const environments_meant = (suggestion, f) => suggestion === null ? '' : ` Did you mean ${f.code(suggestion)}?`;
const environments = {
    'environments.option.axes': () => 'The matrix has no axis; give at least one with its values.',
    'environments.option.size': (p, f) => `The matrix has ${f.number(p.cells)} combinations, at most ${f.number(p.limit)} are possible, as in GitHub Actions.`,
    'environments.option.include': (p, f) => `An included combination needs a value for every axis; missing: ${f.list(p.missing.map(f.code))}.`,
    'environments.option.axis': (p, f) => `The matrix has no axis ${f.code(p.axis)}; it has ${f.list(p.axes.map(f.code), 10)}.${environments_meant(p.suggestion, f)}`,
    'environments.option.value': (p, f) => `${f.code(p.got)} is no value of the axis ${f.code(p.axis)}; it has ${f.list(p.known.map(f.code), 10)}.${environments_meant(p.suggestion, f)}`,
    'environments.option.part': () => 'This names no axis, so it would stand for every combination.',
    'environments.option.nothing': () => 'No combination is left that would be required.',
    'environments.option.proof': (_p, f) => `Say what proves a combination: ${f.either([f.code('required'), f.code('deployments'), f.code('junit')])}.`,
    'environments.option.ambiguous': (p, f) => {
        const why = p.missing.length === 0
            ? 'put a sign between the axes that no value has'
            : `add ${f.list(p.missing.map(axis => f.code(`{${axis}}`)))}`;
        return `Two combinations would both be proved by ${f.code(p.name)}; ${why}.`;
    },
    'environments.unread': () => 'The checks or deployments of this commit are missing.',
    'environments.passed': (p, f) => p.total === 0
        ? 'Every environment that has not passed is waived or optional.'
        : `${p.total === 1 ? 'The required environment has' : `All ${cells(p.total, f)} have`} passed on this commit.`,
    'environments.failed': (p, f) => {
        const open = p.open.length === 0 ? '' : ` Still to come: ${holes(p.open, f)}.`;
        return `${f.number(p.passed)} of ${cells(p.total, f)} passed; not passed: ${holes(p.failed, f)}.${open}`;
    },
    'environments.failed.next': (p, f) => `Mend what fails on ${holes(p.cells, f)}, or run ${p.cells.length === 1 ? 'its job' : 'their jobs'} again.`,
    'environments.waiting': (p, f) => `${f.number(p.passed)} of ${cells(p.total, f)} passed; still to come: ${holes(p.open, f)}.`,
    'environments.waiting.next': (p) => p.missing === 0
        ? 'Nothing to do: CI is at work.'
        : 'Wait for CI. If a result never comes, see that its job runs for this pull request and reports under the name that is expected.',
    'environments.nameless': (p, f) => `GitHub does not say who reported the results of ${holes(p.cells, f)}, so nobody knows whether they count.`,
    'environments.nameless.next': () => 'Run their jobs again.',
    'environments.check': (p, f) => p.standing === 'unknown'
        ? `${f.code(p.cell)}: GitHub does not say who reported ${f.code(p.name)}; only ${f.code(p.source)} counts.`
        : `${f.code(p.cell)}: check ${f.code(p.name)} ${environments_states[p.state]}.`,
    'environments.check.missing': (p, f) => `${f.code(p.cell)}: check ${f.code(p.name)} has not been reported by ${f.code(p.source)} yet${p.near === null ? '.' : `; the nearest name is ${f.code(p.near)}.`}`,
    'environments.deployment': (p, f) => p.standing === 'unknown'
        ? `${f.code(p.cell)}: GitHub does not say who deployed to ${f.code(p.environment)}; only ${f.code(p.by)} counts.`
        : `${f.code(p.cell)}: the deployment to ${f.code(p.environment)} ${environments_deployments[p.state]}.`,
    'environments.deployment.missing': (p, f) => `${f.code(p.cell)}: ${f.code(p.by)} has not deployed this commit to ${f.code(p.environment)}${p.near === null ? '.' : `; the nearest name is ${f.code(p.near)}.`}`,
    'environments.deployment.foreign': (p, f) => `A deployment to ${f.code(p.environment)} by ${f.code(p.from)} does not count: the policy asks for one by ${f.code(p.by)}.`,
    'environments.tests.missing': (p, f) => `${f.code(p.cell)}: the run has not counted the tests of ${f.code(p.path)} yet.`,
    'environments.tests.file': (p, f) => `${f.code(p.cell)}: there is no JUnit file at ${f.code(p.path)}.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
    'environments.tests.failed': (p, f) => `${f.code(p.cell)}: ${f.number(p.failed)} of ${f.number(p.tests)} tests failed (${f.code(p.path)}).`,
    'environments.tests.none': (p, f) => `${f.code(p.cell)}: 0 tests ran (${f.code(p.path)}, ${f.number(p.skipped)} skipped).`,
    'environments.tests.passed': (p, f) => `${f.code(p.cell)}: ${f.number(p.ran)} ${p.ran === 1 ? 'test has' : 'tests have'} passed (${f.code(p.path)}).`,
    'environments.cell': (p) => p.isOptional ? `${environments_standings[p.standing]} (optional)` : environments_standings[p.standing],
    'environments.cell.none': () => 'not required',
};

;// CONCATENATED MODULE: ./build/src/locales/en/finding-faults.js

const of = (tool, text) => (tool === '' ? '' : ` ${text}`);
/** What is wrong with a SARIF file; a sentence without its end, behind the file's name. */
const findingFaults = {
    'findings.fault.version': (p, f) => `it is not SARIF ${f.code('2.1.0')}${p.version === null ? ': it names no version' : `: its version is ${f.code(p.version)}`}`,
    'findings.fault.format': () => 'it is not SARIF',
    'findings.fault.upload': (_p, f) => `it is packed as for GitHub's upload; give the file as the tool writes it, before ${f.code('gzip')} and ${f.code('base64')}`,
    'findings.fault.empty': () => 'it holds no run, so no tool has looked',
    'findings.fault.incomplete': (p, f) => `the run${of(p.tool, `of ${f.text(p.tool)}`)} has no results, not even an empty list: the tool has not come to its end`,
    'findings.fault.failed': (p, f) => `${p.tool === '' ? 'the tool' : f.text(p.tool)} says that it failed${p.said === '' ? '' : `: ${f.text(p.said)}`}`,
    'findings.fault.external': (p, f) => `results${of(p.tool, `of ${f.text(p.tool)}`)} stand in other files (external properties), which are not read; let the tool write one file`,
    'findings.fault.many': (p, f) => `it has more than ${f.number(p.limit)} ${p.what}`,
    'findings.fault.stale': (p, f) => `${p.tool === '' ? 'the tool' : f.text(p.tool)} looked at ${f.list(p.revisions.map(f.sha))}, not at ${f.sha(p.head)}`,
};
const finding_faults_all = { ...reportFaults, ...findingFaults };

;// CONCATENATED MODULE: ./build/src/locales/en/findings.js


const findings_kinds = {
    'code-scanning': 'code scanning',
    dependabot: 'Dependabot',
    'secret-scanning': 'secret scanning',
};
const faults = { ...reportFaults, ...findingFaults };
const findings_fault = (said, f) => faults[said.code](said.params, f);
const limitOf = (severity) => (severity === 'critical' ? 'critical' : `${severity} or above`);
const numberOf = ({ total, newOnly }, f) => {
    const finding = total === 1 ? 'finding' : 'findings';
    const count = total === 0 ? 'No' : f.number(total);
    if (newOnly === 'changed_lines')
        return `${count} ${finding} on changed lines`;
    return `${count}${newOnly === null ? '' : ' new'} ${finding}`;
};
const findings_waived = (count, f) => (count === 0 ? '' : ` ${f.number(count)} waived.`);
function doubted({ code, value }, f) {
    const given = f.code(value);
    switch (code) {
        case 'SRF-ENUM':
            return `${code}: ${given} is unknown, so it counts as critical`;
        case 'SRF-INDEX':
            return `${code}: the tool lists no rule ${given}, so it counts as critical`;
        case 'SRF-VALUE':
            return `${code}: ${given} is no severity from 0 to 10, so it counts as critical`;
        case 'SRF-PATH':
            return `${code}: ${given} is no file of the repository`;
        case 'SRF-URI':
            return `${code}: ${given} leads to no folder`;
        case 'SRF-REGION':
            return `${code}: lines ${given} cannot be`;
    }
}
const findings = {
    'findings.option.source': (_p, f) => `Name what is looked at: ${f.code('sarif')}, ${f.code('alerts')}, or both.`,
    'findings.waiting.none': (p, f) => `CI has not given the findings for ${f.sha(p.headSha)} yet.`,
    'findings.waiting.head': (p, f) => `CI has looked at ${f.sha(p.measuredSha)}; the findings for ${f.sha(p.headSha)} are still to come.`,
    'findings.waiting.alerts': (p, f) => `Code scanning has not looked at ${f.sha(p.headSha)} yet.`,
    'findings.waiting.scope': () => 'The findings were read under another policy; CI has to read them again.',
    'findings.waiting.next': () => 'Wait for the workflow run that scans, or start it again.',
    'findings.passed': (p, f) => `${numberOf(p, f)} of severity ${limitOf(p.failOn)}.${findings_waived(p.waived, f)}`,
    'findings.failed': (p, f) => {
        const each = p.severities.map(({ severity, count }) => `${f.number(count)} ${severity}`).join(', ');
        return `${numberOf(p, f)} of severity ${limitOf(p.failOn)}: ${each}.${findings_waived(p.waived, f)}`;
    },
    'findings.failed.next': (_p, f) => `Fix them. One that is acceptable needs a waiver in the policy with ${f.code('match: { rule, path, tool }')}, a reason, an owner and a last day.`,
    'findings.unusable': (p, f) => `The scan cannot be relied on: ${f.number(p.problems)} ${p.problems === 1 ? 'problem' : 'problems'} with its files.${p.total === 0 ? '' : ` ${numberOf({ total: p.total, newOnly: null }, f)} of severity ${limitOf(p.failOn)} so far.`}`,
    'findings.unusable.next': () => 'Mend the workflow that scans, so that every tool writes a whole file, and run it again.',
    'findings.defect': (p, f) => {
        const by = [...(p.rule === '' ? [] : [f.code(p.rule)]), ...(p.tool === '' ? [] : [f.text(p.tool)])].join(', ');
        const said = p.said === '' ? '' : `: ${f.text(p.said)}`;
        const doubts = p.doubts.map(each => ` (${doubted(each, f)})`).join('');
        return `${p.severity}${by === '' ? '' : `, ${by}`}${said}${doubts}`;
    },
    'findings.alert': (p, f) => `${p.severity}, ${f.code(p.rule)}, ${f.text(p.tool)}: open alert ${f.number(p.number)} of ${findings_kinds[p.kind]}`,
    'findings.more': (p, f) => `${f.number(p.count)} more ${p.count === 1 ? 'finding is' : 'findings are'} not listed.`,
    'findings.noBase': () => 'Everything counts as new: the base branch has no findings to compare with. Run the Action once on a push to it.',
    'findings.missing': (p, f) => `${f.code(p.path)}: the run wrote no such file.${p.near.length === 0 ? '' : ` There is ${f.list(p.near.map(f.code))}.`}`,
    'findings.old': (p, f) => `${f.code(p.path)} is older than the checkout (SRF-STALE). The tool looked at another state of the code.`,
    'findings.size': (p, f) => `${f.code(p.path)} is larger than ${f.number(p.limit)} bytes (RPT-SIZE).`,
    'findings.problem': (p, f) => {
        const place = p.line === null ? '' : `, line ${f.number(p.line)}${p.column === null ? '' : `:${f.number(p.column)}`}`;
        return `${f.code(p.path)}${place}: ${findings_fault(p.fault, f)} (${f.code(p.code)}).`;
    },
    'findings.tooLarge': (p, f) => `The findings do not fit into ${f.number(p.limit)} characters of evidence; let the tools write fewer problems.`,
    'findings.column': (p) => p.column,
    'findings.count': (p, f) => f.number(p.count),
    'findings.alerts.refused': (p, f) => `GitHub does not show the alerts of ${findings_kinds[p.kind]} (HTTP ${f.number(p.status)}): the token needs ${f.code(p.permission)}, and the repository must have it switched on.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/impact.js
const impact_kinds = {
    'env-var': 'environment variable',
    'config-key': 'configuration key',
    migration: 'migration',
    port: 'port',
    'base-image': 'base image',
    'container-user': 'container user',
    volume: 'volume',
    'file-permission': 'file permission of',
    'helm-value': 'Helm value',
    'compose-service': 'Compose service',
    'k8s-resource': 'Kubernetes resource',
    'ansible-var': 'Ansible variable',
    'terraform-var': 'Terraform variable',
    'api-surface': 'API',
    'runtime-version': 'minimum version of',
    'dependency-major': 'major version of',
    'feature-flag': 'feature flag',
    cron: 'schedule',
};
const directions = { added: 'new', removed: 'removed', changed: 'changed' };
function values({ direction, from, to }, f) {
    if (direction === 'changed' && from !== null && to !== null)
        return `: ${f.code(from)} → ${f.code(to)}`;
    if (direction === 'added' && to !== null)
        return `, ${f.code(to)}`;
    return '';
}
/** The section about what changes for whoever deploys. */
const impact = {
    'impact.title': (p) => `What changes for whoever deploys · risk ${p.risk}`,
    'impact.none': () => 'Nothing that was looked at changes for whoever deploys.',
    'impact.because': () => 'Because of',
    'impact.statement': (p, f) => `${directions[p.direction]} ${impact_kinds[p.kind]} ${f.code(p.key)}${values(p, f)}${p.destructive ? ': cannot be undone, data is lost' : ''}`,
    'impact.unread': (p, f) => `${f.list(p.files.map(path => f.code(path)))} could not be read, so the list may lack something`,
    'impact.reason': (p, f) => `${impact_kinds[p.kind]} ${f.code(p.key)}${p.destructive ? ' loses data' : ''}${p.component === null ? '' : ` in component ${f.code(p.component)}`}`,
    'impact.reason.component': (p, f) => `component ${f.code(p.component)} is of high risk`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/ledger.js
const ledger_rows = (count, f) => `${f.number(count)} ${count === 1 ? 'row' : 'rows'}`;
const ledger = {
    'ledger.verified': (p, f) => `Verified: ${ledger_rows(p.rows, f)} of ${f.number(p.repositories)} ${p.repositories === 1 ? 'repository' : 'repositories'}.`,
    'ledger.notVerified': (p, f) => p.bad === 0
        ? 'Not verified: there are checkpoints that cannot be used.'
        : `Not verified: ${f.number(p.bad)} of ${f.number(p.repositories)} ${p.repositories === 1 ? 'repository' : 'repositories'} cannot be trusted.`,
    'ledger.chain': (p, f) => `repository ${f.code(p.repoId)}: ${ledger_rows(p.rows, f)}${p.forgotten === 0 ? '' : `, ${f.number(p.forgotten)} of them with the person erased`}`,
    'ledger.compared': (p, f) => `compared with ${f.number(p.published)} ${p.published === 1 ? 'checkpoint' : 'checkpoints'}, the newest of row ${f.number(p.row)} at ${f.code(p.at)}`,
    'ledger.notCompared': () => 'compared with no checkpoint, so a cut end or a chain written anew would not show',
    'ledger.headSigned': (p, f) => `its head is signed by ${f.code(p.keyId)}`,
    'ledger.headUnsigned': () => 'nothing ties it to the key: its head has no signature, and no checkpoint of it was given',
    'ledger.headForged': (p, f) => `the signature of its head is not one of key ${f.code(p.keyId)}: head or signature was changed`,
    'ledger.headUnknownKey': (p, f) => `its head is signed by key ${f.code(p.keyId)}, which was not given with ${f.code('--key')}`,
    'ledger.loss': (p, f) => `${p.from === p.to ? `row ${f.number(p.from)} was` : `rows ${f.number(p.from)} to ${f.number(p.to)} were`} lost and written anew; the operator accepted that at ${f.code(p.at)}`,
    'ledger.problem.altered': (p, f) => `row ${f.number(p.row)} was changed after it was written`,
    'ledger.problem.order': (p, f) => `row ${f.number(p.row)} does not follow the row before it: one was removed, inserted or moved`,
    'ledger.problem.personal': (p, f) => `row ${f.number(p.row)} names another login or reason than was recorded`,
    'ledger.problem.truncated': (p, f) => `row ${f.number(p.row)} and everything after it is missing`,
    'ledger.problem.checkpoint': (p, f) => `row ${f.number(p.row)} is not the one that was published: the chain was written anew`,
    'ledger.checkpoint.mangled': () => 'this begins as a checkpoint and is none; copy the line again, whole and unchanged',
    'ledger.checkpoint.forged': (p, f) => `the signature is not one of key ${f.code(p.keyId ?? '')}: the line was changed, or is not from there`,
    'ledger.checkpoint.unknown-key': (p, f) => `signed by key ${f.code(p.keyId ?? '')}, which was not given with ${f.code('--key')}`,
    'ledger.signaturesUnchecked': (_, f) => `Signatures were not checked: that needs the App's public key, ${f.code('--key PUBLIC.pem')}.`,
    'ledger.fault.json': () => 'this is not a line as it was exported (changed, or saved by an editor with other line ends)',
    'ledger.fault.record': () => 'this is none of the records of an export, or one with other keys',
    'ledger.fault.version': () => 'this export is of a version that this program does not know',
    'ledger.fault.utf8': () => 'these bytes are no UTF-8',
    'ledger.fault.empty': () => 'the file is empty',
    'ledger.fault.packed': () => 'this is packed with gzip; unpack it first',
    'ledger.fault.mark': () => 'the file begins with a byte order mark: an editor or a shell has written it anew; take it as it was exported',
    'ledger.fault.long': () => 'this line has more than 16 MiB',
    'ledger.fault.order': () => 'this line does not belong here',
    'ledger.fault.cut': () => 'the export ends here before its end; lines are missing',
};

;// CONCATENATED MODULE: ./build/src/locales/en/policy.js
const at = ({ pattern, column }, f) => `character ${f.number(column)} of ${f.code(pattern)}`;
const expectedNames = {
    text: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    list: 'a list',
    mapping: 'a mapping of keys to values',
    'text-or-mapping': 'a text, or a mapping of locales to texts',
};
const gotText = (got, f) => {
    if (got.kind === 'nothing')
        return 'nothing';
    if (got.kind === 'list')
        return 'a list';
    if (got.kind === 'mapping')
        return 'a mapping';
    return `${got.kind} ${f.code(got.value)}`;
};
const policy_codes = (values, f, max) => f.either(values.map(f.code), max);
const perhaps = (suggestion, f) => suggestion === null ? '' : ` Did you mean ${f.code(suggestion)}?`;
const fileKinds = {
    symlink: 'a symbolic link',
    submodule: 'a submodule',
    directory: 'a directory',
    lfs: 'a Git LFS pointer',
    other: 'not a regular file',
};
const bounds = (min, max, f) => {
    if (min !== null && max !== null)
        return ` from ${f.number(min)} to ${f.number(max)}`;
    if (min !== null)
        return ` of at least ${f.number(min)}`;
    return max === null ? '' : ` of at most ${f.number(max)}`;
};
const policy = {
    'glob.negation': (p, f) => `${f.code(p.pattern)} takes away from the entries before it, and there are none, so it matches nothing. Fix: put what should match first, e.g. ${f.code('**')}.`,
    'glob.twice-negated': (p, f) => `More than one ${f.code('!')} at the start of ${f.code(p.pattern)}. Fix: keep one, or write ${f.code('\\!')} for a file name that starts with ${f.code('!')}.`,
    'glob.nesting': (p, f) => `Braces are nested too deeply at ${at(p, f)} (at most 8 levels). Fix: write several patterns.`,
    'glob.size': (p, f) => `The pattern ${f.code(p.pattern)} is too long (at most ${f.number(1024)} characters). Fix: write several patterns.`,
    'glob.empty': (p, f) => `The pattern ${f.code(p.pattern)} names no path. Fix: write ${f.code('**')} for every file.`,
    'glob.absolute': (p, f) => `${f.code(p.pattern)} is a path of one machine. Fix: write it relative to the repository root, with ${f.code('/')}.`,
    'glob.parent': (p, f) => `${f.code('..')} leaves the repository (${at(p, f)}). Fix: write the path from the repository root.`,
    'glob.space': (p, f) => `White space at the start or end of ${f.code(p.pattern)} (character ${f.number(p.column)}). Fix: remove it, or write ${f.code('[ ]')} if the file name has it.`,
    'glob.nul': (p, f) => `A NUL character at ${at(p, f)}; no file name has one. Fix: remove it.`,
    'glob.backslash': (p, f) => `A backslash at ${at(p, f)}. Fix: write ${f.code('/')} between folders, and ${f.code('[*]')} to match a special character itself.`,
    'glob.extended': (p, f) => `Extended patterns such as ${f.code('+(a|b)')} are not supported (${at(p, f)}). Fix: write ${f.code('{a,b}')}, or ${f.code('[(]')} for a parenthesis in a file name.`,
    'glob.brace': (p, f) => `A brace without its counterpart at ${at(p, f)}. Fix: close it, or write ${f.code('[{]')} to match a brace itself.`,
    'glob.class': (p, f) => `${f.code('[')} is not closed within its folder at ${at(p, f)}. Fix: add ${f.code(']')}, or write ${f.code('[[]')} to match a bracket itself.`,
    'glob.named-class': (p, f) => `Named classes such as ${f.code('[[:alpha:]]')} are not supported (${at(p, f)}). Fix: write the range, e.g. ${f.code('[a-zA-Z]')}.`,
    'glob.range': (p, f) => `A range runs backwards in the brackets at ${at(p, f)}. Fix: write the smaller character first, e.g. ${f.code('[a-z]')}.`,
    'glob.sequence': (p, f) => `Sequences such as ${f.code('{1..3}')} are not supported (${at(p, f)}). Fix: list the values, e.g. ${f.code('{1,2,3}')}.`,
    'glob.alternatives': (p, f) => `The braces of ${f.code(p.pattern)} stand for too many patterns (at most 64, and ${f.number(4096)} characters). Fix: write several patterns, or ${f.code('*')}.`,
    'glob.empty-segment': (p, f) => `A folder name is missing at ${at(p, f)}. Fix: write one ${f.code('/')} between folders.`,
    'glob.dot': (p, f) => `${f.code('.')} as a folder at ${at(p, f)} matches nothing. Fix: remove it.`,
    'glob.globstar': (p, f) => `${f.code('**')} does not stand alone between slashes at ${at(p, f)}. Fix: write ${f.code('**/*.ts')} for all folders, ${f.code('*')} for one.`,
    'policy.broken': (p, f) => `The policy ${f.code(p.path)} has ${f.number(p.count)} ${p.count === 1 ? 'problem' : 'problems'}, so nothing can be judged.`,
    'policy.broken.next': (_p, _f) => 'Correct the policy on the base branch; every problem is listed with its place.',
    'policy.empty': (_p, f) => `The file has no content. Fix: write at least ${f.code('version: 1')}, or delete the file to use the built-in defaults.`,
    'policy.empty.list': (_p, _f) => 'The list is empty (expected at least one entry). Fix: add an entry, or remove the key.',
    'policy.empty.role': (p, f) => `The role ${f.code(p.role)} is empty, so nobody could sign. Fix: add a login or a team, or remove the role.`,
    'policy.empty.text': (_p, _f) => 'The text is empty (expected at least one character). Fix: write it, or remove the key.',
    'policy.encoding': (p, f) => `The file is encoded as ${f.code(p.encoding)} (expected UTF-8). Fix: save it as UTF-8.`,
    'policy.encoding.byte': (p, f) => `The byte ${f.code(`0x${p.byte.toString(16).toUpperCase().padStart(2, '0')}`)} at offset ${f.number(p.offset)} is not UTF-8. Fix: save the file as UTF-8.`,
    'policy.control': (p, f) => `The control character ${f.code(`U+${p.codePoint.toString(16).toUpperCase().padStart(4, '0')}`)} is not allowed. Fix: remove it.`,
    'policy.size': (p, f) => `The file is too large (got ${f.number(p.bytes)} bytes, at most ${f.number(p.limit)}). Fix: shorten it.`,
    'policy.entries': (p, f) => `Too many entries (got ${f.number(p.count)}, at most ${f.number(p.limit)}). Fix: remove some, or use patterns.`,
    'policy.length': (p, f) => `The text is too long (got ${f.number(p.length)} characters, at most ${f.number(p.limit)}). Fix: shorten it.`,
    'policy.ambiguous': (p, f) => `There are two policies, ${f.code(p.first)} and ${f.code(p.second)}. Fix: keep one and delete the other.`,
    'policy.file': (p, _f) => `The policy is ${fileKinds[p.kind]} (expected a regular file). Fix: commit the file itself.`,
    'policy.multidoc': (_p, f) => `A second YAML document begins here (expected one). Fix: remove the line ${f.code('---')} and what does not belong to the policy.`,
    'policy.syntax': (p, f) => {
        if (p.reason === 'tab')
            return 'A tab is used as indentation. Fix: indent with spaces.';
        if (p.reason === 'directive')
            return `YAML directives are not supported. Fix: remove the line that starts with ${f.code('%')}.`;
        return `Not valid ${p.reason === 'json' ? 'JSON' : 'YAML'} from here (${f.text(p.detail)}). Fix: check quotes, brackets, commas and indentation.`;
    },
    'policy.alias.many': (p, f) => `Too many aliases (at most ${f.number(p.limit)}). Fix: write the values out.`,
    'policy.alias.unknown': (p, f) => `The alias ${f.code(`*${p.name}`)} has no anchor before it. Fix: define ${f.code(`&${p.name}`)}, or put the value in quotes if it is a text.`,
    'policy.alias.cycle': (p, f) => `The alias ${f.code(`*${p.name}`)} stands inside its own anchor. Fix: write the value out.`,
    'policy.depth': (p, f) => `Nested too deeply (at most ${f.number(p.limit)} levels). Fix: check brackets and indentation.`,
    'policy.tag': (p, f) => `The YAML tag ${f.code(p.tag)} is not supported. Fix: remove it; put a text that starts with ${f.code('!')} in quotes.`,
    'policy.key': (_p, _f) => 'A key is not a plain text. Fix: write a plain key.',
    'policy.key.merge': (_p, f) => `The merge key ${f.code('<<')} is not supported. Fix: write the keys out.`,
    'policy.key.forbidden': (p, f) => `The key ${f.code(p.key)} is not allowed. Fix: use another name.`,
    'policy.key.twice': (p, f) => `The key ${f.code(p.key)} stands twice, in lines ${f.number(p.first)} and ${f.number(p.second)}. Fix: keep one.`,
    'policy.unknown': (p, f) => `Unknown key ${f.code(p.got)}${p.characters.length === 0 ? '' : ` with the characters ${f.list(p.characters.map(f.code), 8)}`}.${perhaps(p.suggestion, f) || (p.known.length === 0 ? '' : ` Known here: ${f.list(p.known.map(f.code), 12)}.`)} Fix: correct or remove it.`,
    'policy.required': (p, f) => `The key ${f.code(p.key)} is missing. Fix: add it.`,
    'policy.version': (p, f) => `Unsupported version (got ${gotText(p.got, f)}, supported: ${f.list(p.supported.map(String).map(f.code))}). Fix: write ${f.code('version: 1')}.`,
    'policy.type': (p, f) => `Wrong type (got ${gotText(p.got, f)}, expected ${expectedNames[p.expected]}). Fix: write ${p.hint === null ? expectedNames[p.expected] : f.code(p.hint)}${p.got.kind === 'nothing' ? ', or remove the key' : ''}.`,
    'policy.number': (p, f) => `Not a plain decimal number (got ${f.code(p.got)}${p.value === null ? '' : `, which YAML reads as ${f.code(p.value)}`}). Fix: write it with the digits 0 to 9 and at most one point, without a leading zero.`,
    'policy.range': (p, f) => `Out of range (got ${f.code(p.got)}, expected ${p.integer ? 'a whole number' : 'a number'}${bounds(p.min, p.max, f)}). Fix: write a number within the range.`,
    'policy.enum': (p, f) => `Unknown value (got ${gotText(p.got, f)}, expected ${policy_codes(p.allowed, f, 12)}).${perhaps(p.suggestion, f)} Fix: write one of these.`,
    'policy.id': (p, f) => `Not a usable name (got ${f.code(p.got)}, expected lower-case letters, digits and ${f.code('-')}, a letter first, at most ${f.number(40)} characters). Fix: rename it.`,
    'policy.id.twice': (p, f) => `The name ${f.code(p.id)} is used twice, in lines ${f.number(p.first)} and ${f.number(p.second)}. Fix: rename one.`,
    'policy.format': (p, f) => `Wrong form (got ${f.code(p.got)}, expected ${f.code(p.pattern)}). Fix: write it in that form.`,
    'policy.login': (p, f) => `Neither a login nor a team (got ${f.code(p.got)}, expected ${f.code('@login')} or ${f.code('@owner/team')}; bots cannot sign). Fix: write it as in a mention, in quotes.`,
    'policy.workflow': (p, f) => `Not a workflow (got ${f.code(p.got)}, expected ${f.code('.github/workflows/ci.yml')} of this repository, or ${f.code('owner/name/.github/workflows/gates.yml@refs/heads/main')}). Fix: write it in one of these forms; one of another repository with its ref.`,
    'policy.org': (p, f) => `The team ${f.person(p.got.slice(1))} belongs to another owner (expected a team of ${f.code(p.owner)}). Fix: name a team of ${f.code(p.owner)}, or list the people.`,
    'policy.date': (p, f) => `${f.code(p.got)} is no day. Write year, month and day, as in ${f.code('2027-03-31')}.`,
    'policy.impossible': (p, f) => `More people are required than the role ${f.code(p.role)} has (got ${f.number(p.count)}, at most ${f.number(p.members)}). Fix: lower the count, or add people to the role.`,
    'policy.role.unknown': (p, f) => `There is no role ${f.code(p.got)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}.${perhaps(p.suggestion, f)} Fix: name an existing role, or add it under ${f.code('roles')}.`,
    'policy.checklist.unknown': (p, f) => `There is no checklist ${f.code(p.got)}.${p.suggestion === null ? '' : ` Did you mean ${f.code(p.suggestion)}?`} ${p.known.length === 0 ? 'The policy has none.' : `Known here: ${f.list(p.known.map(f.code), 20)}.`}`,
    'policy.checklist.off': (p, f) => `The checklist ${f.code(p.got)} is switched off, so it would ask nobody. Fix: give it another level, or take it out of ${f.code('requires')}.`,
    'policy.evidence.circle': (p, f) => `The gate ${f.code(p.gate)} rests on the checklists, so it cannot tick their items.`,
    'policy.component.unknown': (p, f) => `There is no component ${f.code(p.got)}${p.known.length === 0 ? '' : ` (known: ${f.list(p.known.map(f.code), 12)})`}.${perhaps(p.suggestion, f)} Fix: name an existing component, or add it under ${f.code('components')}.`,
    'policy.evidence.form': (p, f) => `Not a source of evidence (got ${f.code(p.got)}, expected ${f.code('gates.<name>')}). Fix: write e.g. ${f.code('gates.coverage')}.`,
    'policy.evidence.unknown': (p, f) => `There is no gate ${f.code(p.got)} (known: ${f.list(p.known.map(f.code), 12)}).${perhaps(p.suggestion, f)} Fix: name an existing gate.`,
    'policy.evidence.off': (p, f) => `The gate ${f.code(p.gate)} is not switched on, so the item could never be ticked. Fix: add it under ${f.code('gates')}, or give the item a role.`,
    'policy.signer.none': (p, f) => `The item ${f.code(p.item)} has neither a role nor evidence, so nobody could tick it. Fix: add ${f.code('role')} or ${f.code('evidence')}.`,
    'policy.signer.both': (p, f) => `The item ${f.code(p.item)} has a role and evidence (expected one of them). Fix: remove one, or make two items.`,
    'policy.literal': (p, f) => `Expressions are not expanded in the policy; ${f.code(p.got)} is taken literally. Fix: write the value itself.`,
    'policy.invalid': (p, f) => `Not allowed here (${f.text(p.detail)}). Fix: see docs/policy.md.`,
    'policy.glob.unmatched': (p, f) => `${f.code(p.pattern)} matches no file of the repository.${p.hint === null ? '' : ` ${f.code(p.hint)} differs only in case.`} Fix: correct or remove the pattern.`,
    'policy.change': (p, f) => `${f.code(p.key)} ${f.code(p.from)} → ${f.code(p.to)}`,
    'policy.change.added': (p, f) => `${f.code(p.key)} added${p.value === null ? '' : `: ${f.code(p.value)}`}`,
    'policy.change.removed': (p, f) => `${f.code(p.key)} removed${p.value === null ? '' : `: ${f.code(p.value)}`}`,
    'policy.change.order': (p, f) => `${f.code(p.key)}: the order of the patterns changed, the last match decides`,
    'policy.change.created': (_p, _f) => 'A policy is added; until it is on the base branch, the built-in defaults judge.',
    'policy.change.deleted': (_p, f) => `The policy is removed; the built-in defaults at level ${f.code('warn')} would take its place and block nothing.`,
    'policy.change.broken': (p, f) => `The policy would have ${f.number(p.count)} ${p.count === 1 ? 'problem' : 'problems'}; once merged, nothing could be judged.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/policy-shared.js
const chained = (chain, f) => chain.map(f.code).join(' → ');
const allowed = (what, f) => {
    switch (what.kind) {
        case 'least':
            return `write ${f.code(what.value)} or more`;
        case 'most':
            return `write ${f.code(what.value)} or less`;
        case 'values':
            return `write ${f.either(what.values.map(f.code))}`;
        case 'no-removal':
            return 'keep what is inherited';
        case 'no-addition':
            return 'leave out what was added';
        case 'same':
            return 'keep the inherited value';
        default:
            return what;
    }
};
const policyShared = {
    'policy.extends.refused': (p, f) => {
        if (p.reason === 'owner')
            return `${f.code(p.got)} belongs to another owner; only policies of ${f.code(p.owner)} can be extended. Fix: name a repository of ${f.code(p.owner)}.`;
        if (p.reason === 'allowed')
            return `Policies of ${f.code(p.got)} may not be extended here. Fix: name a repository that the operator allows, usually ${f.code(`${p.owner}/.github`)}.`;
        return `${f.code(p.got)} names no shared policy (expected ${f.code('owner/repository')}, ${f.code('owner/repository//path/to/file.yml')} or either with ${f.code('@ref')}). Fix: write it so; addresses and local paths are never read.`;
    },
    'policy.extends.cycle': (p, f) => `Policies extend each other: ${chained(p.chain, f)}. Fix: take one of these references out.`,
    'policy.extends.depth': (p, f) => `Policies extend each other more than ${f.number(p.limit)} levels deep: ${chained(p.chain, f)}. Fix: extend one of the last ones directly.`,
    'policy.extends.many': (p, f) => `More than ${f.number(p.limit)} shared policies are extended in all. Fix: bring some of them together.`,
    'policy.extends.missing': (p, f) => `There is no policy at ${f.either(p.places.map(f.code))} of the shared repository (${chained(p.chain, f)}). Fix: correct the reference, or add the file there.`,
    'policy.extends.unread': (p, f) => {
        const named = chained(p.chain, f);
        const grant = `a token that may read it (${f.code('contents: read')} of ${f.code(p.repository)}; the token of a workflow reads its own repository and public ones), or install the App there`;
        switch (p.why) {
            case 'absent':
                return `The shared policy ${named} could not be read: the repository or the ref does not exist, or the token may not see it. Fix: correct the reference, or give ${grant}.`;
            case 'permission':
                return `The shared policy ${named} could not be read: the token may not. Fix: give ${grant}.`;
            case 'no-answer':
                return `The shared policy ${named} could not be read: GitHub gave no answer (${f.text(p.detail)}). Fix: run the check again.`;
            case 'not-asked':
                return `The shared policy ${named} is not here, and nothing is asked over the network. Fix: give a folder with copies of the shared repositories, as ${f.code('owner/repository')}.`;
            case 'not-public':
                return `The shared policy ${named} is not opened before the merge, because not everybody may read it and the base branch does not use it. Fix: let somebody who may read it compare the two versions.`;
            default:
                return p.why;
        }
    },
    'policy.shared.hidden': (p, f) => `A problem of kind ${f.code(p.code)}. What stands there is not shown, because not everybody may read that repository. Fix: validate the file in its own repository.`,
    'policy.version.differs': (p, f) => `The version differs from the one of ${f.code(p.from)} (${f.code(p.inherited)}). Fix: write the same version in both.`,
    'policy.merge.mixed': (p, f) => `${f.code(p.key)} cannot stand beside ${f.code('$append')} or ${f.code('$remove')}. Fix: take it out, or write the whole list.`,
    'policy.merge.noList': (p, f) => `What is inherited at ${f.code(p.key)} is no list, so nothing can be added to it or taken out. Fix: write the value itself.`,
    'policy.merge.operand': (p, f) => `${f.code(p.key)} takes a list. Fix: put the entries in brackets.`,
    'policy.merge.nothing': (_p, f) => `${f.code('null')} deletes an inherited value, and nothing is inherited here. Fix: take the line out.`,
    'policy.merge.absent': (_p, f) => `${f.code('$remove')} names an entry that is not inherited. Fix: take it out, or write it as it is inherited.`,
    'policy.lock.unknown': (p, f) => `${f.code(p.got)} is no key of a policy. Fix: write a key path, e.g. ${f.code('gates.coverage.project.min')} or ${f.code('gates.*.level')}.`,
    'policy.locked': (p, f) => {
        const own = p.own === null ? 'it is taken out here' : `here it says ${f.code(p.own)}`;
        const inherited = p.inherited === null ? '' : ` as ${f.code(p.inherited)}`;
        return `${f.code(p.key)} is locked${inherited} by ${f.code(p.from)} and cannot be weakened; ${own}. Fix: ${allowed(p.allowed, f)}.`;
    },
};

;// CONCATENATED MODULE: ./build/src/locales/en/replay.js
/** What a changed policy does, and the command that tries it on merged pull requests. */
const replay = {
    'policyChange.title': (p, f) => `This pull request changes the policy ${f.code(p.path)}`,
    'policyChange.weaker': () => 'Weaker:',
    'policyChange.stronger': () => 'Stronger:',
    'policyChange.other': () => 'Changed:',
    'replay.sum': (p, f) => p.judged + p.skipped === 0
        ? 'Replay: no merged pull request to try it on.'
        : `Replay on ${f.number(p.judged)} merged pull ${p.judged === 1 ? 'request' : 'requests'}: ${p.changed === 0
            ? 'no verdict changes'
            : `${f.number(p.changed)} ${p.changed === 1 ? 'verdict changes' : 'verdicts change'}`}.${p.skipped === 0 ? '' : ` ${f.number(p.skipped)} more cannot be judged again.`}`,
    'replay.changed': (p, f) => `${f.code(`#${p.number}`)} ${f.text(p.title)}: ${p.before} → ${p.after} (${f.list(p.gates.map(one => `${f.code(one.gate)} ${f.text(one.before)} → ${f.text(one.after)}`))})`,
    'cli.replay.summary': () => 'judge merged pull requests under an old and a new policy',
    'cli.replay.about': () => 'Asks GitHub for the pull requests that were merged last, judges each under the old and the new policy, and prints\nwhich verdicts change. Sign-offs are left out on both sides. The token comes from GITHUB_TOKEN or GH_TOKEN; it is\nused for reading only.',
    'cli.replay.option.branch': () => 'branch that they were merged into; left out: main',
    'cli.replay.option.last': () => 'how many; left out: 20',
    'cli.replay.option.before': () => 'old policy; left out: that of HEAD',
    'cli.replay.option.policy': () => 'new policy; left out: that of the working tree',
    'cli.replay.last': (p, f) => `${f.code(`--last ${p.got}`)} is no whole number from 1 to ${f.number(p.most)}`,
    'cli.option.repo': () => 'repository on GitHub; left out: GITHUB_REPOSITORY',
    'cli.noRepo': (p, f) => p.got === ''
        ? `${f.code('--repo OWNER/NAME')} is missing: the repository to ask GitHub about`
        : `${f.code(`--repo ${p.got}`)} names no repository: ${f.code('OWNER/NAME')}`,
    'cli.noToken': (p, f) => `no token: this command asks GitHub; set ${f.either(p.names.map(f.code))} to a token that may read the repository`,
    'cli.pr': (p, f) => `${f.code(p.got)} is no number of a pull request`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/review.js
const people = (logins, f) => f.list(logins.map(f.person));
const tally = (p, f) => `${f.code(p.role)} ${p.need === 'approved' ? 'approval' : 'review request'} ${f.number(p.have)} of ${f.number(p.count)}`;
function review_open(p, f) {
    if (p.blockedBy.length > 0)
        return `${tally(p, f)} (changes requested by ${people(p.blockedBy, f)})`;
    return p.isDraft ? `${tally(p, f)} (draft: nobody is asked yet)` : tally(p, f);
}
function impossible(p, f) {
    const left = p.excluded.length === 0 ? '' : `; ${people(p.excluded, f)} cannot count`;
    if (p.eligible === 0 && p.excluded.length === 0)
        return `role ${f.code(p.role)} has no members`;
    return `role ${f.code(p.role)} has ${f.number(p.eligible)} who could, ${f.number(p.count)} required${left}`;
}
function step(p, f) {
    switch (p.step) {
        case 'ready':
            return 'Mark the pull request as ready for review.';
        case 'resolve':
            return `Settle the requested changes with ${people(p.people, f)}: an approval by the same person, or dismissing the review, ends the block.`;
        case 'again':
            return `${people(p.people, f)} approved an older head: ask for an approval of ${f.sha(p.headSha)}.`;
        case 'await':
            return `Asked for a review: ${people(p.people, f)}.`;
        case 'ask': {
            const who = [...p.people, ...p.teams].map(f.person);
            if (who.length === 0)
                return `Ask ${f.number(p.count)} of role ${f.code(p.role)} for a review.`;
            return `Request a review from ${f.either(who)} (role ${f.code(p.role)}, ${f.number(p.count)} needed).`;
        }
        default:
            return p;
    }
}
const review = {
    'review.absent': () => 'Reviews, review requests, commits or files of the pull request are missing.',
    'review.absent.next': () => 'Run the check again; if it stays, check that the token may read the pull request.',
    'review.idle': (p, f) => p.rules === 1
        ? 'No rule applies: the changed files ask for no review (1 rule checked).'
        : `No rule applies: the changed files ask for no review (${f.number(p.rules)} rules checked).`,
    'review.passed': (p, f) => `${f.list(p.rules.map(rule => tally(rule, f)))}.`,
    'review.waiting': (p, f) => `${f.list(p.rules.map(rule => review_open(rule, f)))}.`,
    'review.waiting.next': (p, f) => p.steps.map(each => step(each, f)).join(' '),
    'review.failed': (p, f) => `Nobody can complete the review: ${p.rules.map(rule => impossible(rule, f)).join('. ')}.`,
    'review.failed.next': (p, f) => `Add people to the policy who neither opened the pull request nor contributed to it: ${f.list(p.roles.map(each => `${f.number(each.missing)} to role ${f.code(each.role)}`))}.`,
    'review.role.missing': (p, f) => `The people of role ${f.code(p.role)} were not read.`,
    'review.role.missing.next': (p, f) => `Define role ${f.code(p.role)} in the policy, or run the check again.`,
    'review.unattributed': (p, f) => `Commit ${f.sha(p.sha)} names ${f.list(p.names.map(f.text))}, whom GitHub maps to no account, so no ${f.code(p.role)} approval can be proven independent.`,
    'review.unattributed.next': (p, f) => `Whoever wrote commit ${f.sha(p.sha)} adds its e-mail address to their GitHub account, or the commit is rewritten with an address that GitHub knows.`,
    'review.unresolved': (p, f) => `Cannot read ${f.list(p.entries.map(f.code))} of role ${f.code(p.role)} with this token, so it is unknown who counts.`,
    'review.unresolved.next': (p, f) => `Install the App (organisation permission Members: read), or list the people of role ${f.code(p.role)} by login in the policy.`,
    'review.unresolved.part': (p, f) => `Cannot read ${f.list(p.entries.map(f.code))} of role ${f.code(p.role)} with this token: only the other members count.`,
    'review.rule.idle': (p, f) => `No changed file asks for a ${f.code(p.role)} ${p.need === 'approved' ? 'approval' : 'review request'}.`,
    'review.rule.passed': (p, f) => `${tally(p, f)}: ${people(p.by, f)}.`,
    'review.rule.waiting': (p, f) => `${review_open(p, f)}.`,
    'review.rule.failed': (p, f) => `${tally(p, f)}: ${impossible(p, f)}.`,
    'review.stale': (p, f) => p.sha === null
        ? `${f.person(p.login)} approved an older head that is gone; the head is now ${f.sha(p.headSha)}.`
        : `${f.person(p.login)} approved an older head ${f.sha(p.sha)}; the head is now ${f.sha(p.headSha)}.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/rollout.js
const rollout = {
    'rollout.passed': () => 'A staged plan is there, and the rollback was rehearsed.',
    'rollout.failed': (p) => p.plan && p.rollback
        ? 'A change of this risk needs a staged plan and a rehearsed rollback.'
        : p.plan
            ? 'A change of this risk needs a staged plan.'
            : 'A change of this risk needs a rollback that was rehearsed.',
    'rollout.failed.next': (p, f) => p.plan
        ? `Write the stages as a list under ${f.code('## Rollout plan')}, each but the last with the time that it stays: ${f.code('- canary 10 % for 24h')}.`
        : 'Rehearse the rollback and say so.',
    'rollout.waiting': () => 'A staged plan is there; that the rollback was rehearsed is not confirmed yet.',
    'rollout.waiting.next': () => 'Confirm the rehearsal of the rollback.',
    'rollout.plan.missing': (_, f) => `There is no section ${f.code('Rollout plan')} in the description or in a linked issue.`,
    'rollout.plan.stages': (p, f) => `The plan has ${p.found.length === 0 ? 'no stage' : `${f.number(p.found.length)} ${p.found.length === 1 ? 'stage' : 'stages'} (${f.list(p.found.map(f.code))})`}, ${f.number(p.least)} required.`,
    'rollout.plan.noBake': (p, f) => `Stage ${f.code(p.stage)} says no time before the next one${p.bake === null ? '' : `; at least ${f.code(p.bake)}`}.`,
    'rollout.plan.short': (p, f) => `Stage ${f.code(p.stage)} stays for less than ${f.code(p.bake)}.`,
    'rollout.plan.noCanary': () => 'No stage takes a part of the traffic or of the sites, in percent.',
    'rollout.rollback.missing': (_, f) => `There is no section ${f.code('Rollback plan')} in the description or in a linked issue.`,
    'rollout.rollback.unticked': (_, f) => `The section ${f.code('Rollback plan')} has no ticked task item: ${f.code('- [x] rehearsed on staging …')}.`,
    'rollout.rollback.item': (p, f) => p.there
        ? `The item ${f.code(p.item)} is not signed.`
        : `No checklist that applies has an item ${f.code(p.item)}, so nobody can confirm the rehearsal.`,
    'rollout.rollback.check': (p, f) => `The check ${f.code(p.check)} has not passed.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/signoffs.js
const signoffs = {
    'signoffs.none': () => 'No checklist concerns this pull request.',
    'signoffs.passed': (p, f) => `All ${f.number(p.total)} checklist items are done.`,
    'signoffs.waiting': (p, f) => `${f.number(p.done)} of ${f.number(p.total)} checklist items done; open: ${f.list(p.checklists.map(f.code))}.`,
    'signoffs.waiting.next': (_, f) => `Sign the open items, e.g. with ${f.code('/sign-off')}; without the App name the head: ${f.code('/sign-off ITEM --sha HEAD')}.`,
    'signoffs.item': (p, f) => p.role === null ? `${f.code(p.item)}: evidence is missing.` : `${f.code(p.item)}: waits for ${f.code(p.role)}.`,
    'signoffs.comment.sha': (p, f) => `A command by ${f.person(p.login)} names another head or none, so it does not count. For this head: ${f.code(p.command)}.`,
    'signoffs.comment.edited': (p, f) => `A command by ${f.person(p.login)} was edited after it was written, so it does not count. Write it again.`,
    'signoffs.comment.delegate': (p, f) => `${f.person(p.login)} wanted to let somebody else sign. Delegations need the App, which records them; nothing changed.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/size.js
const size_counted = (count, one, f) => `${f.number(count)} ${count === 1 ? one : `${one}s`}`;
const size_amount = (p, f) => `${size_counted(p.lines, 'changed line', f)} in ${size_counted(p.files, 'file', f)}${p.excluded === 0 ? '' : ` (${size_counted(p.excluded, 'file', f)} not counted)`}`;
const size_allowed = (p, f) => [
    ...(p.maxLines === null ? [] : [size_counted(p.maxLines, 'line', f)]),
    ...(p.maxFiles === null ? [] : [size_counted(p.maxFiles, 'file', f)]),
].join(' and ');
const size = {
    'size.passed': (p, f) => `${size_amount(p, f)}; ${size_allowed(p, f)} allowed.`,
    'size.failed': (p, f) => `${size_amount(p, f)}; at most ${size_allowed(p, f)} allowed.`,
    'size.failed.next': (p, f) => p.parts.length < 2
        ? 'Split it into pull requests that can be read one by one.'
        : `Split it, for example by ${f.list(p.parts.map(one => `${f.code(one.name)} (${size_counted(one.lines, 'line', f)})`))}.`,
    'size.file': (p, f) => `${f.number(p.additions)} added, ${f.number(p.deletions)} removed.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/start.js
const start_words = (all, f) => all.map(f.code).join(', ');
const restore = 'Keep the file, restore the last backup into its place, start again.';
/** Why the App, or a command beside it, does not start, and what the operator can do. */
const start = {
    'start.noAppId': () => 'APP_ID is not set. It is the number on the settings page of your GitHub App.',
    'start.appId': () => 'APP_ID must be a number, as on the settings page of your GitHub App.',
    'start.both': (p, f) => `${f.code(p.names[0])} and ${f.code(p.names[1])} are both set. Keep one of them.`,
    'start.noKey': () => 'PRIVATE_KEY or PRIVATE_KEY_PATH is not set. Generate a key on the settings page of your GitHub App.',
    'start.noPath': (p, f) => `${f.code(p.name)} is not a path. A key itself belongs into ${f.code(p.instead)}.`,
    'start.openKey': (p, f) => `${f.code(p.name)}: others than the owner may read ${f.code(p.path)} (mode ${f.code(p.mode)}). Run chmod 600 on it.`,
    'start.unreadable': (p, f) => `${f.code(p.name)}: ${f.code(p.path)} cannot be read (${f.code(p.code)}).`,
    'start.noPem': (p, f) => `${f.code(p.name)} is not a private key in PEM form: it must begin with "-----BEGIN RSA PRIVATE KEY-----" or "-----BEGIN PRIVATE KEY-----".`,
    'start.keyType': (p, f) => `${f.code(p.name)} is a key of type ${f.code(p.type)}; GitHub Apps use RSA.`,
    'start.damagedKey': (p, f) => `${f.code(p.name)} looks like a private key but cannot be read: it is damaged or cut short. Copy the whole file again.`,
    'start.noSecret': (p, f) => `${f.code(p.name)} is not set. Set at least ${f.number(p.least)} random characters, the same in the GitHub App.`,
    'start.knownSecret': (p, f) => `${f.code(p.name)} is the default value that everybody knows. Set at least ${f.number(p.least)} random characters.`,
    'start.shortSecret': (p, f) => `${f.code(p.name)} has ${f.number(p.length)} characters, at least ${f.number(p.least)} are required. Set a random one, the same in the GitHub App.`,
    'start.signIn': (p, f) => `${f.list(p.missing.map(f.code))} not set. Signing in on the web pages needs ${start_words(p.all, f)} together; or set none.`,
    'start.publicPath': () => 'PUBLIC_URL must not contain a path when people sign in: the pages stand at the root of their host.',
    'start.noUrl': (p, f) => `${f.code(p.name)} is not a URL. Write it in full, e.g. ${f.code(p.example)}.`,
    'start.urlUser': (p, f) => `${f.code(p.name)} must not contain a user name or password.`,
    'start.urlQuery': (p, f) => `${f.code(p.name)} must not contain "?" or "#".`,
    'start.urlPlain': (p, f) => `${f.code(p.name)} must use https (http only for this machine, e.g. http://localhost:3000).`,
    'start.databaseUrl': (p, f) => `DATABASE_URL is not of the form ${f.code(p.form)}.`,
    'start.databaseName': (p, f) => `DATABASE_URL names no database. Write it as ${f.code(p.form)}.`,
    'start.sslMode': (p, f) => `DATABASE_URL: sslmode must be one of ${start_words(p.modes, f)}.`,
    'start.sslUnsaid': () => 'DATABASE_URL must say how the connection is secured: add ?sslmode=verify-full, or ?sslmode=disable on a network that you trust.',
    'start.onePort': () => 'METRICS_PORT must not be PORT. Unset it to use one port.',
    'start.repositories': () => 'POLICY_REPOSITORIES must be names of repositories without their owner, e.g. .github,policies.',
    'start.integer': (p, f) => `${f.code(p.name)} must be a whole number from ${p.min} to ${p.max}.`,
    'start.oneOf': (p, f) => `${f.code(p.name)} must be one of ${start_words(p.allowed, f)}.`,
    'start.acceptLoss': () => 'ACCEPT_LOSS must be 1, or not set.',
    'start.checkpointKey': () => 'CHECKPOINT_FILE needs LEDGER_KEY or LEDGER_KEY_PATH when DATABASE_URL is set.',
    'start.openLedgerKey': (p, f) => `The ledger's key ${f.code(p.path)} can be read by others than its owner (mode ${f.code(p.mode)}). Run chmod 600 on it.`,
    'start.ledgerKeyUnread': (p, f) => `The ledger's key ${f.code(p.path)} cannot be read (${f.code(p.code)}).`,
    'start.ledgerKeyUnwritten': (p, f) => `The ledger's key cannot be written to ${f.code(p.path)} (${f.code(p.code)}).`,
    'start.ledgerKey': (p, f) => `${f.code(p.name)} is not a private Ed25519 key in PEM form. Make one with: openssl genpkey -algorithm ed25519.`,
    'start.loss': (p, f) => `LED-LOSS repository ${f.code(p.repoId)}: ${p.from === p.to ? `row ${p.from} is` : `rows ${p.from} to ${p.to} are`} missing. Row ${p.to} was published at ${f.code(p.at)}; the database ends at row ${p.end}.`,
    'start.lossAdvice': () => 'The database is older than what was published: a backup that is too old was restored, or rows were cut off. Restore a newer one. If there is none, start once with --accept-loss (or ACCEPT_LOSS=1): the missing sign-offs are gone, and people give them again.',
    'start.newerSchema': (p, f) => `The database was written by a newer version of delivery-gates (schema ${start_words(p.schema, f)}, this version knows ${f.code(p.known)}). Start that version, or restore the backup made before the upgrade.`,
    'start.otherVersion': (p) => `The database is of ${p.newer ? 'a newer' : 'an older'} version of delivery-gates. Use the commands of the version that the App runs.`,
    'start.migration': () => 'The database schema could not be brought up to date; nothing was changed.',
    'start.noDatabase': (p, f) => `There is no database at ${f.code(p.path)}. Set DATA_DIR to that of the App.`,
    'start.inUse': (p, f) => `${f.code(p.dataDir)} is in use by another process; one serves one data directory. Stop the other one, or set DATA_DIR to another directory.`,
    'start.network': (p, f) => `${f.code(p.dataDir)} is on a network file system, whose locks do not protect the ledger. Set DATA_DIR to a local disk.`,
    'start.sqlite': (p, f) => `SQLite ${f.code(p.version)} can lose committed rows; ${f.code(p.oldest)} or newer is required. Use Node 24.`,
    'start.damagedPages': (p, f) => `${f.code(p.path)} is damaged (${f.code(p.problems)}). ${restore}`,
    'start.database.locked': (p, f) => `${f.code(p.path)} is locked by another program. Stop it, then start again.`,
    'start.database.readOnly': (p, f) => `${f.code(p.path)} is read-only. Make the directory and its files writable for this user.`,
    'start.database.io': (p, f) => `${f.code(p.path)} cannot be read or written. Check the disk.`,
    'start.database.damaged': (p, f) => `${f.code(p.path)} is damaged. ${restore}`,
    'start.database.full': (p, f) => `${f.code(p.path)} does not fit on the disk. Free some space, then start again.`,
    'start.database.unopened': (p, f) => `${f.code(p.path)} cannot be opened. Check that DATA_DIR is a directory that this user may write.`,
    'start.database.foreign': (p, f) => `${f.code(p.path)} is not a database of this program. Set DATA_DIR to another directory, or restore the last backup.`,
    'start.database.other': (p, f) => `${f.code(p.path)} cannot be used: ${f.code(p.reason)}.`,
    'start.postgres.backup': (p, f) => `The database at ${f.code(p.where)} is backed up with pg_dump or by archiving its log.`,
    'start.postgres.version': (p, f) => `The database at ${f.code(p.where)} is version ${f.number(p.major)}; ${f.number(p.oldest)} or newer is required.`,
    'start.postgres.encoding': (p, f) => `The database at ${f.code(p.where)} has the encoding ${f.code(p.encoding)}; create the database with ENCODING 'UTF8'.`,
    'start.postgres.fsync': (p, f) => `The database at ${f.code(p.where)} runs with fsync off and can lose acknowledged sign-offs; switch fsync on.`,
    'start.postgres.commit': (p, f) => `The database at ${f.code(p.where)} runs with synchronous_commit = ${f.code(p.commit)} and can lose acknowledged sign-offs; set it to on for this database.`,
    'start.postgres.readOnly': (p, f) => `The database at ${f.code(p.where)} takes no writes (a standby, or read-only); connect to the primary.`,
    'start.postgres.silent': (p, f) => `The database at ${f.code(p.where)} does not answer: ${f.code(p.reason)}. Check DATABASE_URL, and that the server runs and lets this user in.`,
    'start.personalDays': (p) => `LEDGER_PERSONAL_DAYS must be a whole number from ${p.least} to ${p.most}.`,
    'start.listen': (p, f) => p.code === 'EADDRINUSE'
        ? `Another process listens on ${f.code(p.address)} already. Stop it, or set PORT to another port.`
        : `The App cannot listen on ${f.code(p.address)} (${f.code(p.code)}). Check HOST, PORT and METRICS_PORT.`,
    'start.file': (p, f) => `${f.code(p.path)} cannot be read or written (${f.code(p.code)}). Check the path, and that this user may use it.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/tables.js
const tables = {
    'table.title': (p, f) => `${f.text(p.gate)}: table, ${f.number(p.rows)} ${p.rows === 1 ? 'row' : 'rows'}`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/waivers.js
const waivers_states = { failed: 'failed', waiting: 'waiting', unknown: 'unknown' };
/** Exceptions: used, unused, expiring, expired. */
const waivers = {
    'waiver.applied': (p, f) => `Waived by ${f.text(p.owner)}${p.source === 'policy' ? ' (policy)' : ''}${p.expires === null ? '' : ` until ${f.code(p.expires)}`}: ${f.text(p.reason)} (would be: ${waivers_states[p.status]})`,
    'waiver.expired': (p, f) => `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}) expired on ${f.code(p.expires)} and no longer holds. Fix the cause or renew it in the policy.`,
    'waiver.expiring': (p, f) => `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}) expires on ${f.code(p.expires)}.`,
    'waiver.unused': (p, f) => `The waiver of gate ${f.code(p.gate)} (${f.text(p.owner)}: ${f.text(p.reason)}) covers nothing here. Remove it from the policy if it is no longer needed.`,
};

;// CONCATENATED MODULE: ./build/src/locales/en/web.js
/** The App's pages for people who are signed in. */
const web = {
    'web.via.page': () => 'page',
    'web.signIn': () => 'Sign in with GitHub',
    'web.signOut': () => 'Sign out',
    'web.signedInAs': (p, f) => `Signed in as ${f.person(p.login)}`,
    'web.signInNeeded': () => 'Whoever wants to sign off on a page signs in with GitHub first, and that is not set up for this App. Boxes, commands, buttons and reviews on the pull request work without it.',
    'web.yours': () => 'Private repositories are shown once you have signed in.',
    'web.toGitHub': () => 'Pull request on GitHub',
    'web.toStart': () => 'All repositories',
    'web.base': () => 'Base branch',
    'web.noReport': () => 'The App has not judged this pull request yet, or there is no policy on its base branch. The page loads again by itself.',
    'web.headMoved': (p, f) => `The head is ${f.sha(p.head)} on GitHub; what stands here is about ${f.sha(p.seen)}. The App is looking at the new commits.`,
    'web.closed': () => 'This pull request is closed; sign-offs are recorded only while it is open.',
    'web.merged': (_, f) => `This pull request is merged. Sign-offs are recorded now only where the policy has ${f.code('environments')}, for deployments that wait for them.`,
    'web.noItems': () => 'Nothing on this pull request is to be signed.',
    'web.sign': () => 'Sign off',
    'web.signFor': (p, f) => `Sign off ${f.code(p.item)} at ${f.sha(p.head)}`,
    'web.takeBack': () => 'Take back',
    'web.takeBackOf': (p, f) => `Take back the sign-off on ${f.code(p.item)}`,
    'web.withOpenPoints': () => 'Sign off with open points',
    'web.openPoints': () => 'Open points',
    'web.openPointsHelp': (_, f) => `Issues that stay open, such as ${f.code('#123')} or ${f.code('acme/api#7')}, with a comma between them. They are recorded with the sign-off.`,
    'web.wishes': () => 'What you asked for',
    'web.wish.sign': (p, f) => `Sign off ${f.code(p.item)}`,
    'web.wish.revoke': (p, f) => `Take back the sign-off on ${f.code(p.item)}`,
    'web.wish.pending': () => 'Recorded; being checked. The page loads again by itself.',
    'web.wish.lapsed': () => 'Nothing came of it: the App can no longer reach this pull request, or there is no policy any more.',
    'web.wish.stuck': () => 'It could not be judged, because GitHub or the App failed again and again. Nothing was recorded as signed; the operator finds the cause in the log.',
    'web.problem': () => 'That did not work',
    'web.problem.notFound': () => 'There is no such page, or you may not see it.',
    'web.problem.method': (p, f) => `This address answers ${f.list(p.allowed.map(f.code))} only. Nothing was recorded.`,
    'web.problem.state': () => 'This way back from GitHub belongs to no sign-in that began in this browser within the last ten minutes. You are not signed in; begin again.',
    'web.problem.token': () => 'The page over all repositories asks for the page token, as the password with any user name; or for somebody who is signed in.',
    'web.problem.denied': () => 'GitHub was not given your consent, so you are not signed in.',
    'web.problem.code': () => 'GitHub did not accept this sign-in any more. You are not signed in; begin again.',
    'web.problem.notPerson': () => 'Only people sign in here, and this account is none. You are not signed in.',
    'web.problem.gitHub': () => 'GitHub gave no answer. Nothing was recorded; try again in a moment.',
    'web.problem.again': () => 'You are not signed in any more: the time is over, or GitHub no longer takes what you granted. Nothing was recorded; sign in again.',
    'web.problem.foreign': (p, f) => `This form was not sent from a page of ${f.code(p.origin)}. Nothing was recorded; open the page there and try again.`,
    'web.problem.form': () => 'This form is not complete, or not yours. Nothing was recorded; load the page again.',
    'web.problem.formType': () => 'Only plain forms are taken here (application/x-www-form-urlencoded, not compressed). Nothing was recorded.',
    'web.problem.formSize': (p, f) => `The form is larger than ${f.number(p.max)} KiB. Nothing was recorded.`,
    'web.problem.often': () => 'Too many forms in a short time. Nothing was recorded; wait a moment.',
    'web.problem.openPoints': (p, f) => p.words.length === 0
        ? `No open point is named. Name issues, such as ${f.code('#123')}; or sign off without open points. Nothing was recorded.`
        : `${f.list(p.words.map(f.code))} refers to no issue. Name open points as ${f.code('#123')} or ${f.code('acme/api#7')}. Nothing was recorded.`,
    'web.problem.head': (p, f) => `What you were shown was ${f.sha(p.seen)}; the head is ${f.sha(p.head)} now. Nothing was recorded. Look at the new commits, then sign.`,
    'web.problem.item': (p, f) => `${f.code(p.item)} is asked otherwise now than on the page that you were shown. Nothing was recorded. Read it again, then sign.`,
    'web.problem.base': (p, f) => `The base branch or the policy has changed since the page that showed you ${f.code(p.item)}. Nothing was recorded. Read it again, then sign.`,
    'web.problem.back': () => 'To the page as it is now',
};

;// CONCATENATED MODULE: ./build/src/locales/en/when.js
const risks = { low: 'low', medium: 'medium', high: 'high' };
/** Why a gate or a checklist does not concern a pull request. */
const when = {
    'when.paths': (p, f) => `Does not apply: no changed file matches ${f.either(p.wanted.map(f.code))}.`,
    'when.labels': (p, f) => `Does not apply: the pull request has none of the labels ${f.list(p.wanted.map(f.code))}.`,
    'when.base': (p, f) => `Does not apply: the base branch is ${f.code(p.base)}, not ${f.either(p.wanted.map(f.code))}.`,
    'when.draft': (p) => p.isDraft ? 'Does not apply to a draft.' : 'Applies to drafts only.',
    'when.risk': (p, f) => `Does not apply: the risk of the deployment is ${risks[p.risk]}, not ${f.either(p.wanted.map(one => risks[one]))}.`,
    'when.risk.unknown': () => 'The risk of the deployment could not be told, so nobody knows whether this applies.',
};

;// CONCATENATED MODULE: ./build/src/locales/en/index.js







































/** English: the source of every message code and of its params' type. */
const en = {
    ...action,
    ...admin,
    ...app,
    ...tables,
    ...environments,
    ...findings,
    ...findingFaults,
    ...checks,
    ...budgets,
    ...cli,
    ...cliApp,
    ...cliCheck,
    ...cliExplain,
    ...cliImpact,
    ...cliInit,
    ...cliLedger,
    ...cliTest,
    ...cliValidate,
    ...coverage,
    ...conventions,
    ...dependencies,
    ...deployments,
    ...description,
    ...docs,
    ...doctor,
    ...ledger,
    ...policy,
    ...policyShared,
    ...replay,
    ...report,
    ...review,
    ...impact,
    ...rollout,
    ...signoffs,
    ...size,
    ...start,
    ...waivers,
    ...web,
    ...when,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/action.js
const action_surfaces = {
    comment: '评论',
    status: '提交状态',
    check: '覆盖率检查',
    'review-requests': '评审请求',
};
const action_kinds = { directory: '目录', fifo: '命名管道', socket: '套接字', device: '设备' };
function action_triggerLines(missing, f) {
    const byEvent = Map.groupBy(missing, trigger => trigger.split('.', 1)[0] ?? '');
    return [...byEvent]
        .map(([event, triggers]) => f.code(`${event}: { types: [${triggers.map(one => one.split('.')[1]).join(', ')}] }`))
        .join('和');
}
const action_action = {
    'action.input': (p, f) => `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受 ${f.either(p.accepted.map(f.code))}，须原样书写（ENV-INPUT）。`,
    'action.input.path': (p, f) => `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受仓库内的路径，使用正斜杠，不能是绝对路径，也不能含 ${f.code('..')}（ENV-PATH）。`,
    'action.input.url': (p, f) => `输入 ${f.code(p.name)} 的值是 ${f.code(p.value)}；只接受不含用户名和密码的 https 地址（ENV-URL）。`,
    'action.input.unknown': (p, f) => `没有名为 ${f.code(p.name)} 的输入，它不起作用。请对照 action.yml 检查拼写（ENV-INPUT）。`,
    'action.environment': (p, f) => `变量 ${f.code(p.name)} 缺失，或不是 GitHub 运行器所设的值。请在工作流中运行此操作（ENV-RUNTIME）。`,
    'action.environment.url': (p, f) => `${f.code(p.name)} 不属于 ${f.code(p.server)}，因此没有把令牌发往那里。请去掉该覆盖设置（ENV-URL）。`,
    'action.event': (p, f) => `无法判定事件 ${f.code(p.event)}。请在 ${f.either(p.supported.map(f.code), 10)} 事件上运行此操作（ENV-EVENT）。`,
    'action.event.unreadable': (p, f) => `事件文件缺失或不是 JSON。请在 ${f.either(p.supported.map(f.code), 10)} 事件上运行此操作（ENV-EVENT）。`,
    'action.event.malformed': (p, f) => `事件 ${f.code(p.event)} 没有说明对象：缺少拉取请求、合并组或提交（ENV-EVENT）。`,
    'action.event.notBranch': (p, f) => `${f.code(p.ref)} 不是带有提交的分支，没有可判定或可记录的内容（ENV-EVENT）。`,
    'action.untrustedCheckout': (p, f) => `${f.code(p.event)} 以基准分支的权限运行，而工作区检出的是另一个提交，因此没有读取任何内容。请改用 ${f.code('pull_request')}，或不要检出拉取请求的代码。`,
    'action.dispatch': (p, f) => `判定分支 ${f.code(p.branch)} 的开放拉取请求 ${f.number(p.number)}。`,
    'action.dispatch.none': (p, f) => `分支 ${f.code(p.branch)} 没有开放的拉取请求，没有可判定的内容。请先创建拉取请求，或在其分支上启动工作流。`,
    'action.noToken': (_, f) => `没有令牌，无法询问 GitHub。请保留 ${f.code('github-token')} 的默认值，并授予 ${f.code('pull-requests: read')}（ENV-TOKEN）。`,
    'action.noPull': () => '合并组没有指明其拉取请求，因此不了解评审和人员的情况。',
    'action.notFound': (p, f) => `此令牌看不到拉取请求 ${f.number(p.number)}。请授予 ${f.code('pull-requests: read')}（ENV-TOKEN）。`,
    'action.headMoved': (p, f) => `拉取请求现在位于 ${f.sha(p.head)}，本次运行测量的是 ${f.sha(p.run)}。以较新提交的运行结果为准。`,
    'action.policy.nowhere': (p, f) => `无法读取 ${f.sha(p.sha)} 处的策略：克隆中没有该提交，也没有令牌。请以 ${f.code('fetch-depth: 0')} 检出，或提供令牌。`,
    'action.policy.missing': (p, f) => `基准分支的 ${f.sha(p.sha)} 处没有 ${f.code(p.path)}。请更正输入 ${f.code('config')}，或添加该文件。`,
    'action.report.none': (p, f) => `常见位置都没有覆盖率报告：${f.list(p.places.map(f.code))}（RPT-NOTFOUND）。请在此步骤之前运行测试，或在 ${f.code('gates.coverage.reports')} 中写明文件。`,
    'action.report.kind': (p, f) => `${f.code(p.path)} 是${action_kinds[p.kind]}，不是文件（RPT-FILE）。`,
    'action.report.outside': (p, f) => `${f.code(p.path)} 指向工作区之外，未予读取（RPT-PATH）。`,
    'action.report.loop': (p, f) => `${f.code(p.path)} 是指回自身的链接（RPT-PATH）。`,
    'action.report.permission': (p, f) => `当前用户无权读取 ${f.code(p.path)}。请更正其文件权限（RPT-PERM）。`,
    'action.report.replaced': (p, f) => `${f.code(p.path)} 在打开过程中被替换。请不要让其他步骤同时写入它（RPT-FILE）。`,
    'action.report.size': (p, f) => `${f.code(p.path)} 有 ${f.number(p.bytes)} 字节，最多读取 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
    'action.report.unreadable': (p, f) => `无法读取 ${f.code(p.path)}：${f.code(p.code)}（RPT-FILE）。`,
    'action.report.noCheckout': () => '没有检出代码，无法判断报告所说的是哪些文件。请在本作业的此步骤之前运行 actions/checkout。',
    'action.report.otherCommit': (p, f) => `工作区位于 ${f.sha(p.tested)}，拉取请求位于 ${f.sha(p.head)}：在这里生成的报告不能说明后者（RPT-STALE）。请检出头提交或默认的合并提交。`,
    'action.report.shifted': (p, f) => `基准分支也改动了 ${f.list(p.files.map(f.code))}，浅克隆无法判断哪些行发生了移动。请以 ${f.code('fetch-depth: 2')} 或更大的深度检出（GIT-SHALLOW）。`,
    'action.coverage.earlier': (p, f) => p.run === ''
        ? '本次运行没有报告；覆盖率取自较早一次运行对同一提交的测量。'
        : `本次运行没有报告；覆盖率取自运行 ${f.code(p.run)} 对同一提交的测量。`,
    'action.baseline': (p, f) => `已为 ${f.sha(p.sha)} 记录：行覆盖率 ${f.percent(p.coverage)}（${f.number(p.coverage.covered)}/${f.number(p.coverage.total)}）。`,
    'action.measured': (p, f) => `已为 ${f.sha(p.sha)} 完成测量。`,
    'action.baseline.off': () => '覆盖率门禁已关闭，此提交没有需要记录的内容。',
    'action.baseline.none': (p, f) => `没有为 ${f.sha(p.sha)} 记录覆盖率：拉取请求将与更早的提交比较，或没有可比较的对象。`,
    'action.app': (p, f) => `此步骤只判定自己测量的内容；其余内容、评论和检查由 ${f.code(p.url)} 处的 App 负责。`,
    'action.mergeGroup': (p, f) => {
        const computed = p.computed.length === 0 ? '无' : f.list(p.computed.map(f.code), 20);
        const carried = p.carried.length === 0 ? '无' : f.list(p.carried.map(f.code), 20);
        return `合并组 ${f.sha(p.group)}：针对合并组重新计算：${computed}；沿用拉取请求 ${f.number(p.number)} 在 ${f.sha(p.headSha)} 处的结果：${carried}。`;
    },
    'action.triggers': (p, f) => `工作流没有在 ${f.list(p.missing.map(f.code), 20)} 上运行，这些活动改变结果时检查不会更新。请在 ${f.code('on:')} 下添加 ${action_triggerLines(p.missing, f)}。`,
    'action.evidence.done': (p, f) => `测量结果已移交给 App（${f.text(p.detail)}）。`,
    'action.evidence.fork': (_, f) => `此次运行来自复刻仓库，没有用于移交测量结果的令牌：运行结束后，App 会从产物 ${f.code('delivery-gates-evidence')} 中取得。请让后续步骤以该名称上传输出 ${f.code('evidence')}。`,
    'action.evidence.noToken': (_, f) => `测量结果未能移交给 App：此作业没有相应的令牌。请授予 ${f.code('id-token: write')}。`,
    'action.evidence.unwritable': () => '无法把测量结果写入运行器的临时目录，App 因此无法取得。请重新运行此作业。',
    'action.evidence.refused': (p, f) => `App 未接受测量结果（HTTP ${f.number(p.status)}，${f.text(p.detail)}）。${p.status === 401
        ? `请确认 ${f.code('app-url')} 与 App 的 ${f.code('PUBLIC_URL')} 完全一致（发送的是 ${f.code(p.audience)}），且 App 的 ${f.code('OIDC_ISSUER')} 属于此 GitHub。`
        : '请按说明更正后重新运行此作业。'}`,
    'action.evidence.failed': (p, f) => `在 ${f.number(p.seconds)} 秒内未能把测量结果移交给 ${f.code(p.audience)} 处的 App（${f.text(p.detail)}）。请确认此运行器可以访问它，然后重新运行此作业。`,
    'action.evidence.lost': () => 'App 没有取得此步骤的测量结果，会一直等待，因此此步骤以红色结束。',
    'action.surface.denied': (p, f) => `未写入：${action_surfaces[p.surface]}。授予 ${f.code(p.permission)} 即可获得；结论不受影响。`,
    'action.surface.failed': (p, f) => `未写入：${action_surfaces[p.surface]}（${f.text(p.detail)}）。结论不受影响；重新运行此步骤即可获得。`,
    'action.surface.summary': () => '无法写入作业摘要。结论不受影响。',
    'action.surface.outputs': () => '无法写入此步骤的输出。结论不受影响。',
    'action.surface.snapshot': () => '无法把覆盖率快照写入运行器的临时目录：之后的运行不能沿用本次结果。',
    'action.surface.report': () => '无法把报告写入运行器的临时目录。结论不受影响。',
    'action.fork': (p, f) => `此拉取请求来自复刻仓库，令牌只能读取；未写入：${f.list(p.surfaces.map(one => action_surfaces[one]))}。结论不受影响。`,
    'action.waitingUnseen': (_, f) => `没有任何失败；此步骤显示红色，只因为仍在等待且无法写入提交状态。授予 ${f.code('statuses: write')} 即可显示为等待中。`,
    'action.reportOnly': (_, f) => `${f.code('mode: report')}：此结论不阻止任何操作。`,
    'action.starter': (_, f) => `基准分支上没有策略：不阻止任何操作。可从以下策略开始，保存为 ${f.code('.github/delivery-gates.yml')}`,
    'action.crashed': (p, f) => `Delivery Gates 内部错误：${f.text(p.detail)}。没有判定任何内容，因此没有任何内容通过。请重新运行；开启调试日志后，日志中有详细信息。`,
    'git.missing': (_, f) => `此运行器上没有安装 ${f.code('git')}。请在此步骤之前安装（ENV-RUNTIME）。`,
    'git.noRepository': () => '工作区中没有检出代码。请在本作业的此步骤之前运行 actions/checkout。',
    'git.noCommit': (p, f) => `克隆中没有提交 ${f.sha(p.sha)}。请以 ${f.code('fetch-depth: 0')} 检出。`,
    'git.shallow': (p, f) => `克隆是浅克隆，没有包含 ${f.sha(p.sha)}（GIT-SHALLOW）。请以 ${f.code('fetch-depth: 0')} 检出，或让令牌能读取拉取请求。`,
    'git.noMergeBase': (p, f) => `${f.sha(p.base)} 与 ${f.sha(p.head)} 没有共同的提交（GIT-NOMERGEBASE），无法判断改动了什么。请把分支变基到其基准分支。`,
    'git.failed': (p, f) => `${f.code(`git ${p.what}`)} 失败：${f.text(p.detail)}。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/admin.js
const admin_admin = {
    'admin.usage': (p, f) => `没有这个命令；可用的命令：${f.list(p.forms.map(f.code), 20)}`,
    'admin.arguments': (p, f) => `该命令的写法：${f.code(p.form)}`,
    'admin.option': (p, f) => `无法识别 ${f.code(p.option)}；该命令的写法：${f.code(p.form)}`,
    'admin.file': (p, f) => p.code === 'EEXIST' ? '文件已存在，不会覆盖；请指定另一个文件' : `无法使用（${f.code(p.code)}）`,
    'admin.exported': (p, f) => `已将 ${f.number(p.repositories)} 个仓库的 ${f.number(p.rows)} 行写入 ${f.code(p.path)}，${p.keyId === null ? '链头没有签名：App 没有密钥' : `链头由 ${f.code(p.keyId)} 签名`}。其中含有人员信息，请像保管数据库一样保管它。`,
    'admin.imported': (p, f) => `已导入 ${f.number(p.repositories)} 个仓库的 ${f.number(p.rows)} 行，每条链均验证通过。`,
    'admin.notImported': () => '没有导入任何内容：导出文件不可信。',
    'admin.taken': (p, f) => `没有导入任何内容：此处的台账已有仓库 ${f.list(p.repoIds.map(f.code), 10)} 的记录`,
    'admin.forgotten': (p, f) => p.rows === 0
        ? `账号 ${f.code(p.id)}：没有可删除的登录名和文字。`
        : `账号 ${f.code(p.id)}：已从 ${f.number(p.rows)} 行中删除登录名和文字。这些行保留在账号编号之下，各链仍可通过验证。`,
    'admin.nobody': (p, f) => `台账中没有名为 ${f.person(p.login)} 的人`,
    'admin.several': (p, f) => `${f.person(p.login)} 曾是多个账号的登录名：${f.list(p.ids.map(f.code), 20)}。请指定编号`,
    'admin.noKey': (_, f) => `还没有密钥：App 在首次启动时生成，或者使用 ${f.code('LEDGER_KEY')}`,
    'admin.backedUp': (p, f) => `副本已写入 ${f.code(p.path)}；其台账（${f.number(p.repositories)} 个仓库，${f.number(p.rows)} 行）验证通过。`,
    'admin.backupBroken': (p, f) => `副本已写入 ${f.code(p.path)}，但其台账未通过验证。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/report.js


const report_subjects = {
    changedFiles: '变更文件',
    'changed files': '变更文件',
    'changed files (head moved)': '变更文件（读取期间头部提交已变化）',
    commits: '提交',
    reviews: '评审',
    'commits / reviews': '提交和评审',
    reviewRequests: '评审请求',
    'review requests': '评审请求',
    'role members': '角色成员',
    coverage: '覆盖率',
    coverageBaseline: '基准分支的覆盖率',
    signOffs: '签核记录',
};
const report_subject = (name, f) => Object.hasOwn(report_subjects, name) ? (report_subjects[name] ?? '') : ` ${f.text(name)} `;
const progress = (p, f) => `共 ${f.number(p.total)} 项，已完成 ${f.number(p.done)} 项`;
const report_units = { minutes: '分钟', hours: '小时', days: '天' };
const report_duration = (span, f) => span.unit === 'moment' ? '不到 1 分钟' : `${f.number(span.count)} ${report_units[span.unit]}`;
function report_actor(who, f) {
    switch (who.kind) {
        case 'author':
            return `${f.person(who.login)}（作者）`;
        case 'user':
            return `${f.person(who.login)}${who.role === undefined ? '' : `（${f.text(who.role)}）`}`;
        case 'team':
            return `${f.person(who.slug)}${who.role === undefined ? '' : `（${f.text(who.role)}）`}`;
        case 'role':
            return `角色 ${f.code(who.role)}`;
        case 'ci':
            return 'CI';
    }
}
const report_actors = (who, f) => f.list(who.map(one => report_actor(one, f)));
const report_codes = (ids, f) => f.list(ids.map(f.code));
const report_notCarried = {
    fork: '头部分支位于复刻仓库中',
    policy: '此后策略已更改',
    unrecorded: '签核时策略尚未要求沿用，或当时的变更列表不完整',
    incomplete: '无法读取此拉取请求的全部变更',
    patch: '此拉取请求的变更已不再逐字节相同',
    merge: '新进入的不只是对基准分支的无冲突合并',
};
const report_openPoints = ({ points = [] }, f) => points.length === 0 ? '' : `；签核时附带未决事项 ${f.list(points.map(f.code), 20)}`;
const report_meaningParts = {
    text: '文字',
    role: '签核角色',
    covers: '涵盖的文件',
    allow_self: '“参与者可否签核”的规定',
};
const report_delegationEnds = {
    revoked: '委托已被撤回',
    expired: '委托已到期',
    policy: '策略不允许代他人签核此项',
    left: '委托人现在不在该角色中',
    contributor: '委托人后来参与了此拉取请求的编写，须由他人签核',
};
const report_report = {
    'report.unknown.next': () => '请重新检查；若原因仍在，需由管理员排除。',
    'report.crashed': (p, f) => `门禁 ${f.code(p.gate)} 因内部错误（${f.text(p.detail)}）中止。这是 Delivery Gates 的缺陷，与此拉取请求无关。`,
    'checklist.done': (p, f) => `${progress(p, f)}${report_openPoints(p, f)}。`,
    'checklist.open': (p, f) => `${progress(p, f)}，还剩 ${f.number(p.total - p.done)} 项${report_openPoints(p, f)}。`,
    'checklist.noLedger': (p, f) => `${progress(p, f)}。目前无人可以签核：此仓库未安装用于记录签核的 Delivery Gates App。`,
    'item.stale.head': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；此项涵盖所有文件`,
    'item.stale.files': (p, f) => {
        const { files = [] } = p;
        const named = files.length === 0 ? '' : `${p.count > files.length ? '，其中有 ' : '：'}${f.list(files.map(f.code))}`;
        return `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；所涵盖的文件中有 ${f.number(p.count)} 个已变更${named}`;
    },
    'item.stale.base': (p, f) => `${f.person(p.by)} 签核时的基准分支为 ${f.code(p.from)}；现在的基准分支为 ${f.code(p.to)}`,
    'item.stale.text': (p, f) => {
        const { changed = [], was = null } = p;
        const said = was === null ? '' : `，当时该项写的是“${f.text((0,texts/* textIn */.r)(was, 'zh-CN'))}”`;
        const what = changed.length === 0 ? '内容' : f.list(changed.map(part => report_meaningParts[part]));
        return `${f.person(p.by)} 签核于 ${f.sha(p.signed)}${said}；此后策略更改了该项的${what}`;
    },
    'item.stale.incomplete': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；变更文件列表不完整，或未说明其中哪些是可执行文件或链接，签核无法沿用`,
    'item.stale.push': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；按照策略，任何推送都会使此项的签核失效`,
    'item.stale.carry': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.signed)}；当前头部提交为 ${f.sha(p.head)}；签核未沿用，因为${report_notCarried[p.why]}`,
    'item.stale.conditional': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.signed)}，但留有未决事项（${f.list(p.points.map(f.code), 20)}）；策略要求不留未决事项`,
    'item.stale.delegation': (p, f) => `${f.person(p.by)} 曾代 ${f.person(p.from)} 签核，但${report_delegationEnds[p.why]}`,
    'item.stale.membership': (p, f) => `由 ${f.person(p.by)} 签核，但此人现在不是 ${f.code(p.role)} 的成员`,
    'item.stale.contributor': (p, f) => `由 ${f.person(p.by)} 签核，但此人后来参与了此拉取请求的编写，须由他人签核`,
    'item.stale.unattributed': (p, f) => `由 ${f.person(p.by)} 签核，但提交 ${f.sha(p.sha)} 的作者“${f.text(p.name)}”所用邮箱不属于任何 GitHub 账号，无法证明任何人与其无关；请将该邮箱添加到某个账号，或改写该提交的作者`,
    'item.evidence.holds': (p, f) => `证据：门禁 ${f.code(p.gate)} 已通过`,
    'item.evidence.missing': (p, f) => `证据：门禁 ${f.code(p.gate)} 尚未通过`,
    'unknown.api': (p, f) => `GitHub 没有给出${report_subject(p.what, f)}：${f.text(p.detail)}。`,
    'unknown.permission': (p, f) => p.what === p.permission
        ? `令牌无权读取${report_subject(p.what, f)}，请授予该权限。`
        : `令牌无权读取${report_subject(p.what, f)}，请授予 ${f.code(p.permission)}。`,
    'unknown.incomplete': (p, f) => `GitHub 只列出了${report_subject(p.what, f)}的 ${f.number(p.expected)} 个条目中的 ${f.number(p.got)} 个；不完整的列表不能作为判定依据。`,
    'unknown.malformed': (p, f) => `关于${report_subject(p.what, f)}的应答无法理解。`,
    'unknown.notFetched': (p, f) => `没有向 GitHub 查询${report_subject(p.what, f)}。`,
    'unknown.noUser': (p, f) => `GitHub 上没有用户 ${f.code(p.login)}。`,
    'unknown.team': (p, f) => `团队 ${f.code(p.team)} 不存在，或令牌无权查看（组织权限“Members: read”）。`,
    'notice.policyChanged': (p, f) => `此拉取请求修改了 ${f.code(p.path)}。判定依据的是基准分支上的策略；修改在合并后生效。`,
    'notice.policyAbsent': () => '基准分支上没有策略；采用内置默认值，不阻止合并。',
    'report.verdict.passed': () => '已通过',
    'report.verdict.waiting': (p, f) => p.waitingFor.length === 0
        ? '等待中'
        : `等待：${report_actors(p.waitingFor, f)}${p.since === null ? '' : `，自 ${instant(p.since)} 起`}`,
    'report.verdict.failed': (p, f) => (p.what.length === 0 ? '未通过' : `未通过：${report_codes(p.what, f)}`),
    'report.verdict.unknown': (p, f) => p.what.length === 0 ? '无法判定，因此不算通过' : `无法判定，因此不算通过：${report_codes(p.what, f)}`,
    'report.headline.unknown': (p, f) => `无法判定：${report_codes(p.what, f)}`,
    'report.headline.next': (p, f) => `下一步：${report_actors(p.waitingFor, f)}${p.since === null ? '' : `，自 ${instant(p.since)} 起`}`,
    'report.headline.notBlocking': (p, f) => {
        const parts = [
            p.failed > 0 ? `${f.number(p.failed)} 项未通过` : '',
            p.unknown > 0 ? `${f.number(p.unknown)} 项无法判定` : '',
            p.waiting > 0 ? `${f.number(p.waiting)} 项等待中` : '',
        ];
        return `不阻止合并：${f.list(parts.filter(part => part !== ''))}`;
    },
    'report.headline.draft': () => '草稿',
    'report.state.passed': () => '通过',
    'report.state.failed': () => '未通过',
    'report.state.waiting': () => '等待中',
    'report.state.waived': () => '已豁免',
    'report.state.skipped': () => '已跳过',
    'report.state.unknown': () => '无法判定',
    'report.notBlocking': () => '不阻止合并',
    'report.column.gate': () => '门禁',
    'report.column.state': () => '状态',
    'report.column.why': () => '原因',
    'report.column.next': () => '下一步',
    'report.findings': (p, f) => `${f.code(p.gate)}：${f.number(p.count)} 处`,
    'report.line': (p, f) => `第 ${f.text(p.lines)} 行`,
    'report.more': (p, f) => `另有 ${f.number(p.count)} 项`,
    'report.shortened': () => '已按 GitHub 的长度限制缩短。',
    'report.link.report': () => '完整报告',
    'report.link.run': () => '工作流运行',
    'report.checklist': (p, f) => `清单 ${f.code(p.id)}：共 ${f.number(p.total)} 项，已完成 ${f.number(p.done)} 项`,
    'report.checklist.row': (p, f) => `清单 ${f.code(p.id)}`,
    'report.checklist.next': (p, f) => `在下方签核：${report_actors(p.waitingFor, f)}`,
    'report.item.signed': (p, f) => `${f.person(p.by)} 签核于 ${f.sha(p.at)}，${instant(p.on)}`,
    'report.item.signedFor': (p, f) => `${f.person(p.by)} 代 ${f.person(p.from)} 签核于 ${f.sha(p.at)}，${instant(p.on)}`,
    'report.item.delegated': (p, f) => `${f.person(p.to)} 可代 ${f.person(p.from)} 签核，截至 ${f.code(p.until)}`,
    'report.item.environment': (p, f) => `环境 ${f.code(p.name)}`,
    'report.item.conditions': (p, f) => `已接受，留有未决事项 ${f.list(p.points.map(f.code), 20)}`,
    'report.item.needs': (p, f) => p.count === 1
        ? `待 ${f.code(p.role)} 签核`
        : `已签核 ${f.number(p.count - p.missing)} 人，共需 ${f.number(p.count)} 人，待 ${f.code(p.role)} 签核`,
    'report.item.stale': () => '已失效',
    'report.item.unknown': () => '无法判定',
    'report.sign.how': (p, f) => `签核方式：勾选方框，或评论 ${f.code(p.command)}；策略允许时，批准评审也算签核。有证据的项目会自动勾选。`,
    'report.sign.nobody': () => '在此勾选不会留下记录：没有 Delivery Gates App 为此仓库保存签核。',
    'report.notices': () => '提示',
    'report.footer.head': (p, f) => `头部提交 ${f.sha(p.sha)}`,
    'report.footer.policy': (p, f) => p.sha === '' ? `策略 ${f.code(p.path)}` : `策略 ${f.code(p.path)}，取自 ${f.sha(p.sha)}`,
    'report.footer.defaults': () => '基准分支上没有策略，采用内置默认值',
    'report.footer.unusable': () => '基准分支上的策略无法使用',
    'report.next': () => '下一步',
    'report.action.sign': (p, f) => `签核 ${f.text(p.item)}`,
    'report.action.recheck': () => '重新检查',
    'report.action.recheck.description': () => '重新评估此拉取请求',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/app.js

const app_notDelegated = {
    unknown: '找不到使用该登录名的人',
    self: '那就是您本人',
    contributor: '此人参与了此拉取请求的编写',
    unproven: '无法证明任何人与全部提交无关',
    member: '此人已在该角色中',
    policy: '策略不允许代他人签核此项（`delegable`）',
    already: '这一委托已经存在',
};
const app_app = {
    'app.reply.signed': (p, f) => `${f.person(p.login)} 已在 ${f.sha(p.head)} 签核 ${f.code(p.item)}。`,
    'app.reply.signedOpen': (p, f) => `${f.code(p.item)} 的未决事项：${f.list(p.points.map(f.code), 20)}。${f.person(p.login)} 已在 ${f.sha(p.head)} 上附带这些事项签核。事项解决后，用 ${f.code(`/sign-off ${p.item}`)} 重新签核即可去掉。`,
    'app.reply.unconditional': (p, f) => `${f.person(p.login)}：策略要求 ${f.code(p.item)} 在签核时不留未决事项（${f.list(p.points.map(f.code), 20)}）。未作任何记录。`,
    'app.reply.openPoints': (p, f) => `${f.person(p.login)}：${f.code('--open')} 之后应写议题或拉取请求，例如 ${f.code('#123')} 或 ${f.code('owner/repo#123')}${p.words.some(word => word !== '') ? `；${f.list(p.words.map(f.code))} 不是` : '，但没有写出'}（CMD-OPEN）。未作任何记录。`,
    'app.reply.signedFor': (p, f) => `${f.person(p.login)} 已代 ${f.person(p.by)} 在 ${f.sha(p.head)} 上签核 ${f.code(p.item)}。`,
    'app.reply.delegated': (p, f) => `${f.person(p.to)} 可在此拉取请求上代 ${f.person(p.login)} 签核 ${f.code(p.item)}，截至 ${f.code(p.until)}。撤回请用 ${f.code(`/revoke ${p.item}`)}。`,
    'app.reply.undelegated': (p, f) => `${f.person(p.login)} 已撤回由 ${f.person(p.to)} 签核 ${f.code(p.item)} 的委托。凭此委托所做的签核不再计入。`,
    'app.reply.delegate.usage': (p, f) => `${f.person(p.login)}：请写明委托给谁、委托哪一项、到哪天为止（CMD-DELEGATE）：${f.code('/delegate @login <item> until 2026-12-24')}。未作任何记录。`,
    'app.reply.delegate.date': (p, f) => `${f.code(p.until)} 不是今天到 ${f.code(p.latest)} 之间的日期；委托最长 ${f.number(p.days)} 天（CMD-DELEGATE）。未作任何记录。`,
    'app.reply.delegate.not': (p, f) => `${f.person(p.login)}：未将 ${f.code(p.item)} 委托给 ${f.code(`@${p.to}`)}，因为${app_notDelegated[p.why]}。未作任何记录。`,
    'app.reply.noSuchGate': (p, f) => `${p.got === '' ? '没有写出门禁' : `没有已启用的门禁 ${f.code(p.got)}`}${p.suggestion === null ? '' : `（是否想写 ${f.code(p.suggestion)}？）`}。${p.on.length === 0 ? '没有已启用的门禁。' : `已启用的门禁：${f.list(p.on.map(f.code), 20)}。`}请写 ${f.code('/waive <门禁> <理由>')}。`,
    'app.reply.waive.reason': (p, f) => `豁免需要至少 ${f.number(p.least)} 个字符的理由（CMD-REASON）：${f.code(`/waive ${p.gate} <理由>`)}。`,
    'app.reply.waive.never': (p, f) => `策略不允许任何人豁免门禁 ${f.code(p.gate)}。`,
    'app.reply.waive.roleUnknown': (p, f) => `${f.person(p.login)}，无法判断您是否属于 ${f.either(p.roles.map(f.code))}：无法读取 ${f.list(p.unread.map(f.code))}。没有记录任何内容。`,
    'app.reply.waive.notInRole': (p, f) => `${f.person(p.login)}，门禁 ${f.code(p.gate)} ${p.roles.length === 0 ? '不能由任何人豁免' : `只能由 ${f.either(p.roles.map(f.code))} 的成员豁免`}（CMD-PERM）。这次尝试已被记录。`,
    'app.reply.waive.contributor': (p, f) => `${f.person(p.login)}，您参与了该拉取请求，因此不能豁免门禁 ${f.code(p.gate)}。这次尝试已被记录。`,
    'app.reply.waive.already': (p, f) => `${f.person(p.login)}，您已在 ${f.sha(p.head)} 豁免过门禁 ${f.code(p.gate)}。`,
    'app.reply.waived': (p, f) => `${f.person(p.login)} 已在 ${f.sha(p.head)} 豁免门禁 ${f.code(p.gate)}。${p.survives ? '' : '下一次推送后失效。'}`,
    'app.reply.waive.revoked': (p, f) => `${f.person(p.login)} 已撤回对门禁 ${f.code(p.gate)} 的豁免。`,
    'app.reply.waive.notYours': (p, f) => `${f.person(p.login)}，对门禁 ${f.code(p.gate)} 的豁免只能由给出者或策略负责人撤回。`,
    'app.reply.sha': (p, f) => `${f.person(p.login)}，${f.code(`--sha ${p.sha}`)} 不是当前的头部提交 ${f.sha(p.head)}（CMD-SHA）。没有记录任何内容。`,
    'app.reply.alreadySigned': (p, f) => `${f.person(p.login)} 已针对 ${f.sha(p.head)} 签核过 ${f.code(p.item)}，没有任何变化。`,
    'app.reply.revoked': (p, f) => `${f.person(p.login)} 已撤回对 ${f.code(p.item)} 的签核。`,
    'app.group.nobody': (p, f) => `找不到合并组 ${f.sha(p.group)} 对应的打开的拉取请求，无从得知它会合并什么。请重新加入合并队列。`,
    'app.group.moved': (p, f) => `拉取请求 ${f.number(p.number)} 已位于 ${f.sha(p.headSha)}，合并组 ${f.sha(p.group)} 不包含该提交。请重新加入合并队列。`,
    'app.reply.notSigned': (p, f) => `${f.code(p.item)} 没有可撤回的签核。`,
    'app.reply.notYours': (p, f) => `${f.person(p.login)}：只有签核 ${f.code(p.item)} 的本人或策略负责人可以撤回。`,
    'app.reply.notInRole': (p, f) => `${f.person(p.login)}：${f.code(p.item)} 须由角色 ${f.code(p.role)} 签核，而您不在其中，因此没有记为已签核。请让该角色的成员签核，或修改策略。`,
    'app.reply.roleUnknown': (p, f) => `${f.person(p.login)}：无法读取 ${f.list(p.unread.map(f.code))}，因此不能确定您是否属于角色 ${f.code(p.role)}，没有记录任何内容。请授予应用组织权限“Members: read”，或在策略中直接列出登录名。`,
    'app.reply.contributor': (p, f) => `${f.person(p.login)}：您参与了此拉取请求的提交，须由其他人签核，因此没有记为已签核。`,
    'app.reply.commitsUnknown': (p, f) => `${f.person(p.login)}：未能完整读取此拉取请求的提交，无法证明签核人与提交无关，没有记录任何内容，请稍后重试。`,
    'app.reply.unattributed': (p, f) => `${f.person(p.login)}：提交 ${f.sha(p.sha)} 的作者“${f.text(p.name)}”的邮箱不属于任何 GitHub 账号，无法证明签核人与其无关，没有记录任何内容。请把该邮箱加入账号，或改写该提交的作者。`,
    'app.reply.bot': (p, f) => `${f.person(p.login)} 是机器人，签核只能由人作出。`,
    'app.reply.viaApp': (p, f) => `此操作由某个应用以 ${f.person(p.login)} 的名义作出；签核须由本人作出，没有记录任何内容。`,
    'app.reply.notOpen': p => `此拉取请求${{ closed: '已关闭', merged: '已合并', open: '处于打开状态' }[p.state]}，只有在打开期间才记录签核。`,
    'app.reply.headMoved': (p, f) => `${f.person(p.login)}：当前头部提交是 ${f.sha(p.head)}${p.seen === null ? '' : `，而您看到的是 ${f.sha(p.seen)}`}，没有记录任何内容。请查看新的提交后再次签核。`,
    'app.reply.itemMoved': (p, f) => `${f.person(p.login)}：${f.code(p.item)} 已不是您看到的样子：此后该项的文字或涵盖的文件、提交或基准分支有变，或已被 ${f.code('/revoke')} 撤回。未作任何记录。请按现在的内容阅读该项，再重新签核。`,
    'app.reply.baseMoved': (p, f) => `${f.person(p.login)}：基准分支现在是 ${f.code(p.base)}，与您看到的不同。未作任何记录。请看清此拉取请求将合并到哪里，再重新评论。`,
    'app.reply.buttonMoved': (p, f) => `${f.person(p.login)}：您按下的按钮对应的是该项之前的内容；此后其文字、涵盖的文件或基准分支有变，或已被 ${f.code('/revoke')} 撤回。未作任何记录。检查已重新写入，请再按一次。`,
    'app.reply.reviewOvertaken': (p, f) => `${f.person(p.login)}：您的批准评审没有签核 ${f.list(p.items.map(f.code), 20)}，因为已有不早于它的 ${f.code('/revoke')} 将其撤回。未作任何记录。若确要签核，请评论 ${f.code(`/sign-off ${p.items[0] ?? ''}`)}。`,
    'app.reply.noSuchItem': (p, f) => `此拉取请求没有检查项 ${f.either(p.items.map(f.code))}。${p.known.length === 0 ? '这里没有需要签核的检查项。' : `可签核的检查项：${f.list(p.known.map(f.code), 20)}。`}`,
    'app.reply.nothingToSign': (p, f) => p.kind === 'sign'
        ? `${f.person(p.login)}：这里没有由您的角色签核的未完成检查项。`
        : `${f.person(p.login)}：您在这里没有签核过任何检查项。`,
    'app.reply.evidenceItem': (p, f) => `${f.code(p.item)} 由证据自动勾选，不需要人工签核。`,
    'app.reply.untick': (p, f) => `${f.person(p.login)}：取消勾选不会撤回签核。请评论 ${f.code(`/revoke ${p.item}`)} 撤回；复选框按台账显示。`,
    'app.reply.foreignText': (p, f) => `${f.person(p.login)}：在您勾选之前有人改动了检查清单，无法确定您看到的内容。清单已恢复，没有记录任何内容，请重新勾选。`,
    'app.reply.nearMiss': (p, f) => `${f.list(p.words.map(f.code))} 不是命令。命令须位于行首：${['/sign-off', '/revoke', '/delegate', '/waive', '/recheck', '/gates'].map(f.code).join('、')}。`,
    'app.reply.dropped': (p, f) => `此评论中另有 ${f.number(p.count)} 条命令未被读取；每条评论最多读取 10 条命令。`,
    'app.reply.policyBroken': () => '基准分支上的策略无法使用，所有问题见检查结果。没有记录任何内容。',
    'app.reply.overtaken': (p, f) => `${f.person(p.login)}：这条评论送达时，您之后发表的相反意见已先被处理，以您最后的意见为准。如仍需执行此评论中的命令，请重新评论。`,
    'app.reply.rechecked': (p, f) => `已在 ${f.sha(p.head)} 重新检查。`,
    'app.help': (p, f) => [
        `${f.code('/sign-off')} 签核您的角色的全部未完成检查项；${f.code('/sign-off <item> …')} 签核指定的检查项。${f.code('/sign-off <item> --open #123')} 附带未决事项签核，${f.code('--env <name>')} 只签核一个环境。${f.code('/revoke [item …]')} 撤回您的签核。${f.code('/delegate @login <item> until 2026-12-24')} 可在策略允许时请他人代您签核。${f.code('/recheck')} 重新读取全部内容。`,
        p.items.length === 0 ? '这里没有需要签核的检查项。' : `这里的检查项：${f.list(p.items.map(f.code), 20)}。`,
    ].join(''),
    'unknown.loginMoved': (p, f) => `登录名 ${f.code(p.login)} 现在属于另一个账号，与此仓库首次使用时不同，因此不计任何人；请先从策略中移除并合并，再添加真正的人员`,
    'unknown.ledger': (p, f) => `此仓库的台账在第 ${f.number(p.seq)} 行未通过校验；在运维人员恢复之前，任何签核都不计入`,
    'web.title': () => '交付',
    'web.waiting': () => '等待中',
    'web.nothingWaits': () => '没有等待任何人的事项。',
    'web.signOffs': () => '签核记录',
    'web.noSignOffs': () => '尚无签核记录。',
    'web.pullRequest': () => '拉取请求',
    'web.for': () => '等待',
    'web.people': (p, f) => (p.waitingFor.length === 0 ? '–' : report_actors(p.waitingFor, f)),
    'web.age': (p, f) => report_duration(p.age, f),
    'web.verdict.passed': () => '通过',
    'web.verdict.waiting': () => '等待',
    'web.verdict.failed': () => '未通过',
    'web.verdict.unknown': () => '未知',
    'web.since': () => '起始时间',
    'web.verdict': () => '结论',
    'web.item': () => '检查项',
    'web.person': () => '人员',
    'web.decision': () => '决定',
    'web.head': () => '头部提交',
    'web.when': () => '时间（UTC）',
    'web.via': () => '方式',
    'web.repositories': (p, f) => `${f.number(p.count)} 个仓库`,
    'web.decided.signed': () => '已签核',
    'web.decided.revoked': () => '已撤回',
    'web.via.tick': () => '复选框',
    'web.via.command': () => '命令',
    'web.via.button': () => '按钮',
    'web.via.review': () => '评审',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/budgets.js
const zh_CN_budgets_kinds = {
    object: '对象',
    list: '列表',
    text: '文本',
    number: '数字',
    boolean: '布尔值',
    null: 'null',
};
const columns = {
    budget: '预算',
    value: '数值',
    base: '基准',
    limit: '限额',
    state: '状态',
};
const budgets_states = {
    met: '符合',
    absolute: '符合，未与基准比较',
    let: '未与基准比较',
    exceeded: '超出',
    broken: '没有数值',
    unmeasured: '尚未测量',
    'no-base': '没有基准值',
};
const budgets_amount = (value, unit, f) => unit === null ? f.number(value) : `${f.number(value)} ${f.text(unit)}`;
const budgets_meant = (near, f) => (near === null ? '' : `是不是要写 ${f.code(near)}？`);
const budgets_waived = (count, f) => (count === 0 ? '' : `另有 ${f.number(count)} 项已豁免。`);
function budgets_excess(value, base, unit, over, f) {
    const now = budgets_amount(value, unit, f);
    const by = budgets_amount(over.by, unit, f);
    const allowed = budgets_amount(over.allowed, unit, f);
    const share = over.share === null ? '' : `（${f.text(over.share)}）`;
    const before = base === null ? '' : `（${budgets_amount(base, unit, f)}）`;
    switch (over.limit) {
        case 'max':
            return `${now}，最多允许 ${allowed}，超出 ${by}`;
        case 'min':
            return `${now}，至少要求 ${allowed}，还差 ${by}`;
        case 'max_increase':
            return `${now}，比基准分支${before}高 ${by}，最多允许高 ${allowed}${share}`;
        case 'max_decrease':
            return `${now}，比基准分支${before}低 ${by}，最多允许低 ${allowed}${share}`;
    }
}
function budgets_fault(p, f) {
    switch (p.kind) {
        case 'missing':
            if (p.reached === '')
                return `没有 ${f.code(p.path)}，文件内容是${zh_CN_budgets_kinds[p.found]}。${budgets_meant(p.near, f)}`;
            return `没有 ${f.code(p.path)}：${f.code(p.reached)} 是${zh_CN_budgets_kinds[p.found]}${p.found === 'object' || p.found === 'list' ? '，其中没有这一项' : ''}。${budgets_meant(p.near, f)}`;
        case 'type':
            return `${f.code(p.path)} 是${zh_CN_budgets_kinds[p.found]}，不是数字。`;
        case 'range':
            return `${f.code(p.path)} 过大，无法比较。`;
        case 'key':
            return `没有以 ${f.code(p.key)} 开头的行。${budgets_meant(p.near, f)}`;
        case 'twice':
            return `以 ${f.code(p.key)} 开头的行不止一行。`;
        case 'line':
            return `${f.code(p.key)} 后面不是数字：${f.code(p.line)}。`;
        case 'suite':
            return `没有测试套件 ${f.code(p.suite)}。${budgets_meant(p.near, f)}`;
        case 'time':
            return p.time === '' ? '有测试用例没有写时间。' : `${f.code(p.time)} 不是测试用例的时间。`;
    }
}
const budgets_budgets = {
    'budgets.path': (p, f) => `${f.code(p.path)} 从第 ${f.number(p.column)} 个字符起无法识别。键之间用点分隔，列表项写作 ${f.code('[0]')}，其他键写作 ${f.code('["p(95)"]')}。`,
    'budgets.path.key': (p, f) => `${f.code(p.path)} 中的键 ${f.code(p.key)} 无法查找。`,
    'budgets.path.depth': (p, f) => `${f.code(p.path)} 的键超过 ${f.number(p.limit)} 个。`,
    'budgets.k6': (p, f) => `${f.code(p.value)} 不是 k6 的指标加统计量，例如 ${f.code('http_req_duration.p95')} 或 ${f.code('http_req_failed.rate')}。`,
    'budgets.lighthouse': (p, f) => `${f.code(p.value)} 既不是 Lighthouse 的类别，也不是审计项的 id，例如 ${f.code('performance')} 或 ${f.code('largest-contentful-paint')}。`,
    'budgets.junit': (p, f) => `JUnit 中没有 ${f.code(p.value)} 这种统计，可用的有 ${f.list(p.counts.map(f.code))}，单个套件写作 ${f.code('testsuite["name"].time')}。`,
    'budgets.text.key': (p, f) => `不会有以 ${f.code(p.value)} 开头的行：两端不要有空格，前面不要有 ${f.code('#')}，后面不要有 ${f.code('=')} 或 ${f.code(':')}。`,
    'budgets.option.file': (p, f) => `${f.code(p.file)} 是模式；一项预算只对应一个文件。`,
    'budgets.option.path': (p, f) => `${f.code(p.file)} 不是仓库内用正斜杠书写的路径。`,
    'budgets.option.limit': (_p, f) => `请给出限额：${f.either(['max', 'min', 'max_increase', 'max_decrease'].map(f.code))}。`,
    'budgets.option.range': (p, f) => `没有数字既不小于 ${f.number(p.min)} 又不大于 ${f.number(p.max)}。`,
    'budgets.option.duplicate': (p, f) => `有两项预算都叫 ${f.code(p.name)}，请各写一个 ${f.code('name')}。`,
    'budgets.waiting.none': (p, f) => `CI 尚未测量 ${f.sha(p.headSha)} 的数值。`,
    'budgets.waiting.head': (p, f) => `CI 测量的是 ${f.sha(p.measuredSha)}，${f.sha(p.headSha)} 的数值还没有出来。`,
    'budgets.waiting.next': () => '请等待负责测量的工作流运行，或重新启动它。',
    'budgets.waiting.base': () => '请让 Action 在推送到基准分支时运行，以便记录其数值；或者在策略中用 without_base 允许没有基准值时通过。',
    'budgets.unusable': (p, f) => `测得的数值无法使用：有 ${f.number(p.problems)} 个问题。`,
    'budgets.unusable.next': () => '请修好负责测量的工作流，再运行一次。',
    'budgets.passed': (p, f) => {
        const names = p.uncompared.map(f.code);
        const uncompared = names.length === 0 ? '' : `基准分支没有数值，未作比较的有：${f.list(names)}。`;
        if (p.total === 0)
            return `没有剩下任何预算。${budgets_waived(p.waived, f)}`;
        return `${f.number(p.total)} 项预算全部符合。${uncompared}${budgets_waived(p.waived, f)}`;
    },
    'budgets.failed': (p, f) => {
        const each = p.failed.map(({ name, value, unit, over }) => value === null || over === null
            ? `${f.code(name)}：没有数值`
            : `${f.code(name)}：${budgets_excess(value, null, unit, over, f)}`);
        const rest = each.length > 3 ? `；另有 ${f.number(each.length - 3)} 项` : '';
        return `${f.number(p.total)} 项预算中有 ${f.number(p.failed.length)} 项不符合。${each.slice(0, 3).join('；')}${rest}。${budgets_waived(p.waived, f)}`;
    },
    'budgets.failed.next': (p, f) => {
        const exceeded = p.exceeded.length === 0 ? '' : `请让 ${f.list(p.exceeded.map(f.code))} 回到限额之内，或在策略中商定新的限额。`;
        const files = p.files.length === 0 ? '' : `请让运行把数值写入 ${f.list(p.files.map(f.code))}。`;
        return `${exceeded}${files}`;
    },
    'budgets.waiting': (p, f) => {
        const unmeasured = p.unmeasured.length === 0 ? '' : `尚未测量：${f.list(p.unmeasured.map(f.code))}。`;
        const base = p.withoutBase.length === 0 ? '' : `基准分支没有可比较的数值：${f.list(p.withoutBase.map(f.code))}。`;
        return `${f.number(p.total)} 项预算中有 ${f.number(p.met)} 项符合。${unmeasured}${base}${budgets_waived(p.waived, f)}`;
    },
    'budgets.exceeded': (p, f) => `${f.code(p.name)}：${budgets_excess(p.value ?? 0, p.base, p.unit, p.over, f)}。`,
    'budgets.unmeasured': (p, f) => `${f.code(p.name)} 尚未测量（${f.code(p.file)}）。`,
    'budgets.noBase': (p, f) => {
        const value = p.value === null ? '' : `（${budgets_amount(p.value, p.unit, f)}）`;
        return `${f.code(p.name)}${value}：基准分支没有数值，${p.isJudged ? '未作比较' : '无法比较'}。`;
    },
    'budgets.missing': (p, f) => `${f.code(p.name)}：运行没有写出 ${f.code(p.file)}。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
    'budgets.stale': (p, f) => `${f.code(p.name)}：${f.code(p.file)} 早于检出的时间（RPT-STALE），测量的是代码的另一个状态。`,
    'budgets.size': (p, f) => `${f.code(p.name)}：${f.code(p.file)} 超过 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
    'budgets.fault': (p, f) => `${f.code(p.name)}，${f.code(p.file)}：${budgets_fault(p.fault, f)}`,
    'budgets.tooLarge': (p, f) => `${f.number(p.values)} 个数值和 ${f.number(p.cells)} 组测试放不进 ${f.number(p.limit)} 个字符的证据，请在一次运行中少测量一些。`,
    'budgets.column': p => columns[p.column],
    'budgets.amount': (p, f) => (p.value === null ? '–' : budgets_amount(p.value, p.unit, f)),
    'budgets.limit': (p, f) => {
        const change = (value) => typeof value === 'string' ? f.text(value) : budgets_amount(value, p.unit, f);
        return [
            ...(p.min === null ? [] : [`≥ ${budgets_amount(p.min, p.unit, f)}`]),
            ...(p.max === null ? [] : [`≤ ${budgets_amount(p.max, p.unit, f)}`]),
            ...(p.up === null ? [] : [`基准 + ${change(p.up)}`]),
            ...(p.down === null ? [] : [`基准 − ${change(p.down)}`]),
        ].join('，');
    },
    'budgets.state': p => budgets_states[p.state],
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/checks.js
const checks_states = {
    passed: '已通过',
    failed: '未通过',
    pending: '仍在运行',
    skipped: '被跳过，不算通过',
    neutral: '以中立状态结束，不算通过',
    cancelled: '已被取消',
    action_required: '在等人处理',
    stale: '已过期：GitHub 不再等待它',
};
const checks_standings = {
    passed: '通过',
    missing: '未上报',
    pending: '进行中',
    unknown: '来源不明',
    skipped: '已跳过',
    failed: '未通过',
};
const checks_check = (p) => (p.kind === 'check' ? '检查' : '提交状态');
const zh_CN_checks_waived = (count, f) => (count === 0 ? '' : `另有 ${f.number(count)} 项已豁免。`);
const checks_checks = {
    'checks.option.source': () => 'app（检查）与 status（提交状态）只能写一个：一个名称只有一个来源。',
    'checks.option.min': (p, f) => `${f.code(p.name)} 只指一项检查，不可能有 ${f.number(p.min)} 项；请在名称不同之处写 ${f.code('*')}。`,
    'checks.option.workflow': () => '提交状态不属于任何工作流，请去掉 status 或 workflow。',
    'checks.unread': () => '缺少该提交的检查结果或变更文件列表。',
    'checks.idle': (p, f) => `没有变更文件要求检查（已看过 ${f.number(p.required)} 条规则）。`,
    'checks.passed': (p, f) => p.total === 0
        ? `没有剩下任何要求。${zh_CN_checks_waived(p.waived, f)}`
        : `要求的 ${f.number(p.total)} 项检查已全部通过。${zh_CN_checks_waived(p.waived, f)}`,
    'checks.failed': (p, f) => `要求的 ${f.number(p.total)} 项检查中有 ${f.number(p.failed.length)} 项没有通过：${f.list(p.failed.map(f.code))}。${zh_CN_checks_waived(p.waived, f)}`,
    'checks.failed.next': (p, f) => `请解决 ${f.list(p.failed.map(f.code))} 报告的问题，或重新运行。`,
    'checks.nameless': (p, f) => `GitHub 没有说明 ${f.code(p.name)} 由谁上报，无法判断是否算数。`,
    'checks.nameless.next': (p, f) => `请重新运行 ${f.code(p.name)}。`,
    'checks.waiting': (p, f) => `要求的 ${f.number(p.total)} 项检查已通过 ${f.number(p.passed)} 项，还在等：${f.list(p.open.map(f.code))}。${zh_CN_checks_waived(p.waived, f)}`,
    'checks.waiting.next': (p, f) => {
        const [first] = p.missing;
        if (first === undefined)
            return '无需操作：CI 正在运行。';
        if (first.near === null)
            return `请等待 CI。如果 ${f.code(first.name)} 一直没有出现，请确认其工作流会为该拉取请求运行。`;
        return `请等待 CI。如果 ${f.code(first.name)} 一直没有出现：现有一项名为 ${f.code(first.near)} 的检查，要的是不是它？`;
    },
    'checks.check': (p, f) => p.standing === 'unknown'
        ? `${checks_check(p)} ${f.code(p.name)}：GitHub 没有说明由谁上报；只有来自 ${f.code(p.source)} 的才算数。`
        : `${checks_check(p)} ${f.code(p.name)}（${f.code(p.source)}）${checks_states[p.state]}。`,
    'checks.check.missing': (p, f) => {
        const what = p.lacks === null
            ? `${f.code(p.source)} 尚未上报${checks_check(p)} ${f.code(p.name)}`
            : `${f.code(p.source)} 还需上报 ${f.number(p.lacks)} 项 ${f.code(p.name)}`;
        return p.near === null ? `${what}。` : `${what}；最接近的名称是 ${f.code(p.near)}。`;
    },
    'checks.foreign': (p, f) => {
        const of = p.workflow === null ? '' : `（工作流 ${f.text(p.workflow)}）`;
        const from = p.from === null ? '未知来源' : ` ${f.code(p.from)}`;
        return `来自${from}${of === '' && p.from !== null ? ' ' : of}的${checks_check(p)} ${f.code(p.name)} 不算数：策略要求来自 ${f.code(p.source)}。`;
    },
    'checks.state': p => checks_standings[p.standing],
    'checks.column.check': () => '检查',
    'checks.column.source': () => '来源',
    'checks.column.state': () => '状态',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/report-faults.js
const report_faults_jsonTypes = { number: '数字', text: '文本', object: '对象', list: '列表' };
const report_faults_reportFaults = {
    'coverage.fault.empty': () => '没有任何可执行行；什么都没有测量不等于 100%',
    'coverage.fault.empty-file': () => '文件为空；什么都没有测量不等于 100%',
    'coverage.fault.encoding': (p, f) => `不支持编码 ${f.code(p.encoding)}，请以 UTF-8 输出`,
    'coverage.fault.not-utf8': () => '有一个名称不符合文件的编码',
    'coverage.fault.html': () => '看起来是 HTML 页面，而不是报告',
    'coverage.fault.gzip': () => '是 gzip 压缩文件，请先解压',
    'coverage.fault.binary': () => '是二进制文件，而不是报告',
    'coverage.fault.unknown-format': (p, f) => `无法识别格式；已知格式为 ${f.list(p.formats.map(f.code), 20)}`,
    'coverage.fault.unknown-root': (p, f) => `根元素为 ${f.code(p.root)} 的 XML 不是已知的覆盖率报告；已知格式为 ${f.list(p.formats.map(f.code), 20)}`,
    'coverage.fault.too-large': () => '所含文件、行、分支或属性的数量超出任何真实报告',
    'coverage.fault.long-record': (p, f) => `有一条记录超过 ${f.number(p.limit)} 字节`,
    'coverage.fault.long-path': (p, f) => `有一个路径超过 ${f.number(p.limit)} 字节`,
    'coverage.fault.no-path': () => '有一个文件没有路径',
    'coverage.fault.control': () => '有一个路径含有控制字符',
    'coverage.fault.surrogate': () => '路径中含有不成对的代理码位',
    'coverage.fault.lcov.truncated': () => '在 end_of_record 之前就结束了，生成它的工具可能被中断',
    'coverage.fault.lcov.unclosed': () => '上一个文件尚未以 end_of_record 结束，新的文件就开始了',
    'coverage.fault.lcov.no-record': () => '此处不是 LCOV 记录',
    'coverage.fault.lcov.outside': (p, f) => `${f.code(p.key)} 位于文件之外（之前没有 SF）`,
    'coverage.fault.lcov.value': (p, f) => `${f.code(`${p.key}:${p.value}`)} 不是可能的值`,
    'coverage.fault.xml.truncated': () => 'XML 在根元素关闭之前就结束了，生成它的工具可能被中断',
    'coverage.fault.xml.no-root': (p, f) => `没有 XML 根元素，应为 ${f.code(p.expected)}`,
    'coverage.fault.xml.root': (p, f) => `根元素是 ${f.code(p.found)}，应为 ${f.code(p.expected)}`,
    'coverage.fault.xml.depth': (p, f) => `元素嵌套超过 ${f.number(p.limit)} 层`,
    'coverage.fault.xml.doctype': () => '文档类型定义了元素和属性以外的内容；报告不得定义实体',
    'coverage.fault.xml.second-doctype': () => '文档类型出现在不允许的位置',
    'coverage.fault.xml.syntax': () => '此处不是格式良好的 XML',
    'coverage.fault.xml.entity': (p, f) => `${f.code(p.text)} 不是 XML 已知的实体`,
    'coverage.fault.xml.end-tag': (p, f) => `结束标签 ${f.code(p.name)} 与所关闭的元素不符`,
    'coverage.fault.xml.duplicate': (p, f) => `属性 ${f.code(p.name)} 重复出现`,
    'coverage.fault.xml.misplaced': (p, f) => `元素 ${f.code(p.name)} 出现在不允许的位置`,
    'coverage.fault.xml.value': (p, f) => `${f.code(`${p.name}="${p.value}"`)} 不是可能的值`,
    'coverage.fault.json.truncated': () => 'JSON 在其值结束之前就中断了，生成它的工具可能被中断',
    'coverage.fault.json.syntax': () => '此处不是格式良好的 JSON',
    'coverage.fault.json.depth': (p, f) => `对象和列表嵌套超过 ${f.number(p.limit)} 层`,
    'coverage.fault.json.duplicate': (p, f) => `键 ${f.code(p.key)} 在同一对象中重复出现`,
    'coverage.fault.json.key': (p, f) => `${f.code(p.key)} 不是报告中的键`,
    'coverage.fault.json.type': (p, f) => `${f.code(p.key)} 必须是${report_faults_jsonTypes[p.expected]}`,
    'coverage.fault.json.missing': (p, f) => `缺少 ${f.code(p.key)}`,
    'coverage.fault.json.value': (p, f) => `${f.code(`${p.key}: ${p.value}`)} 不是可能的值`,
    'coverage.fault.json.above': (p, f) => `${f.code(p.path)} 的 ${f.code(p.key)}：覆盖 ${f.number(p.covered)}，总数却只有 ${f.number(p.total)}`,
    'coverage.fault.json.path': (p, f) => `文件 ${f.code(p.key)} 自称为 ${f.code(p.path)}`,
    'coverage.fault.go.no-mode': (_p, f) => `Go 覆盖率文件应以 ${f.code('mode: set')}、${f.code('mode: count')} 或 ${f.code('mode: atomic')} 开头`,
    'coverage.fault.go.mode': (p, f) => `${f.code(p.line)} 不是模式；Go 只有 ${f.code('set')}、${f.code('count')} 和 ${f.code('atomic')}`,
    'coverage.fault.go.two-modes': (p, f) => `模式 ${f.code(p.mode)} 与之前的模式 ${f.code(p.first)} 矛盾，两者之间没有任何代码块`,
    'coverage.fault.go.no-block': () => '此处不是 Go 覆盖率文件的代码块',
    'coverage.fault.go.backwards': () => '代码块的结束位置在起始位置之前',
    'coverage.fault.go.line': (p, f) => `${f.code(p.line)} 不是可能的行号`,
    'coverage.fault.go.truncated': () => '在一行的中间就结束了，生成它的工具可能被中断',
    'coverage.fault.cobertura.nested': () => '一个类嵌套在另一个类之中',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli.js

const zh_CN_cli_fault = (said, f) => report_faults_reportFaults[said.code](said.params, f);
const zh_CN_cli_meant = (near, f) => (near === null ? '' : `（是否为 ${f.code(near)}？）`);
const cli_cli = {
    'cli.about': () => '在您的机器上运行 Delivery Gates：与 Action 和 App 相同的代码。\n只有 replay、doctor、explain --pr 和 app register 会访问 GitHub。',
    'cli.usage': () => '用法：',
    'cli.commands': () => '命令：',
    'cli.options': () => '选项：',
    'cli.exitCodes': () => '退出码：0 正常，1 门禁未通过，2 用法错误或输入损坏（标准错误输出中有一行说明）。',
    'cli.option.help': () => '显示此说明并结束',
    'cli.option.version': () => '显示版本并结束',
    'cli.option.json': () => '输出一行 JSON 而不是文本',
    'cli.option.locale': () => '语言；省略时使用策略的语言，否则为英语',
    'cli.command.missing': (p, f) => `缺少命令：${f.either(p.known.map(f.code), 20)}；${f.code('delivery-gates --help')} 有说明`,
    'cli.command.unknown': (p, f) => `没有命令 ${f.code(p.name)}${zh_CN_cli_meant(p.near, f)}；${f.code('delivery-gates --help')} 列出全部命令`,
    'cli.option.unknown': (p, f) => `没有选项 ${f.code(p.option)}${zh_CN_cli_meant(p.near, f)}；${f.code('--help')} 列出全部选项，同名文件之前请写 ${f.code('--')}`,
    'cli.option.value': (p, f) => `${f.code(p.option)} 需要一个值：${f.code(`${p.option} ${p.value}`)}`,
    'cli.option.noValue': (p, f) => `${f.code(p.option)} 不接受值`,
    'cli.option.choice': (p, f) => `${f.code(p.option)} 的值是 ${f.code(p.value)}；只接受 ${f.either(p.accepted.map(f.code), 50)}`,
    'cli.crashed': (p, f) => `Delivery Gates 内部错误：${f.text(p.detail)}；没有判定任何内容，因此没有任何内容通过`,
    'cli.coverage.summary': () => '读取覆盖率报告；判定此提交的覆盖率',
    'cli.coverage.about': () => '读取任何已知格式的覆盖率报告（由内容识别），输出全部报告合并后的总数。\n在 git 检出中使用 --base 时：显示哪些变更行被覆盖，以及覆盖率门禁按该基准的策略对 HEAD 的判定。\n省略 FILE 时由策略指定报告；同时省略 --base 时只判定项目。',
    'cli.coverage.option.base': () => '判定 HEAD 相对 REF 的变更，例如 origin/main',
    'cli.coverage.option.format': () => '每个 FILE 的格式，不由内容识别',
    'cli.coverage.noFile': (_, f) => `没有 FILE，且此目录不在任何 git 检出中，没有策略可以指定报告；用法见 ${f.code('delivery-gates coverage --help')}`,
    'cli.coverage.noCheckout': (_, f) => `${f.code('--base')} 用于比较提交，而此目录不在任何 git 检出中`,
    'cli.unreadable': (p, f) => `无法读取（${f.text(p.code)}）`,
    'cli.option.shared': () => '存放被继承策略的文件夹，其下为 OWNER/REPOSITORY',
    'cli.positional': (p, f) => `${f.code(p.got)}：该命令不接受文件`,
    'cli.noBase': (_, f) => `缺少 ${f.code('--base REF')}：要与之比较的提交，例如 ${f.code('--base origin/main')}`,
    'cli.noCheckout': () => '当前文件夹不在任何 git 检出中，没有可读取的内容',
    'cli.noCommit': (p, f) => `${f.code(`--${p.option} ${p.ref}`)}：此克隆中没有该提交；可尝试 ${f.code('git fetch')} 取得它`,
    'cli.coverage.formatWithoutFile': (_, f) => `${f.code('--format')} 说明每个 FILE 的格式，而这里没有 FILE`,
    'cli.coverage.notFound': () => '没有此文件（RPT-NOTFOUND）',
    'cli.coverage.missing': (p, f) => `没有此文件，而策略把它列为报告 ${f.code(p.name)}（RPT-NOTFOUND）；${p.near.length === 0 ? '请先运行带覆盖率的测试' : `最接近的是 ${f.list(p.near.map(f.code))}`}`,
    'cli.coverage.nothingFound': (p, f) => `没有 FILE，常见位置也没有报告：${f.list(p.places.map(f.code))}（RPT-NOTFOUND）`,
    'cli.coverage.refused': (p, f) => `${zh_CN_cli_fault(p.fault, f)}（${f.code(p.code)}）`,
    'cli.coverage.reading': () => '正在读取报告',
    'cli.coverage.column.report': () => '报告',
    'cli.coverage.column.format': () => '格式',
    'cli.coverage.column.files': () => '文件',
    'cli.coverage.column.lines': () => '行',
    'cli.coverage.column.branches': () => '分支',
    'cli.coverage.column.functions': () => '函数',
    'cli.coverage.total': () => '合计',
    'cli.coverage.patch': (p, f) => p.patch.total === 0
        ? `${f.sha(p.headSha)} 相对 ${f.code(p.base)} 没有变更可执行行。`
        : `${f.sha(p.headSha)} 相对 ${f.code(p.base)} 的变更行：覆盖率 ${f.percent(p.patch)}（${f.number(p.patch.covered)}/${f.number(p.patch.total)}）。`,
    'cli.coverage.uncovered': () => '未覆盖，最严重的文件在前：',
    'cli.coverage.unreported': () => '有变更但不在任何报告中：',
    'cli.coverage.gate': (p, f) => `覆盖率门禁：${f.text(p.state)}${p.blocks ? '' : '（不阻止）'}`,
    'cli.coverage.next': () => '下一步：',
    'cli.coverage.noGate': () => '策略没有覆盖率门禁，不作判定。',
    'cli.coverage.policy': (p, f) => `策略：${f.code(p.ref)}（${f.sha(p.sha)}）的 ${f.code(p.path)}。`,
    'cli.coverage.workTree': (p, f) => `策略：${p.path === null ? '工作树中没有，使用内置默认值' : `工作树中的 ${f.code(p.path)}`}。没有指定基准，因此没有内容算作变更；${f.code('--base origin/main')} 会像判定拉取请求那样判定。`,
    'cli.coverage.noBaseline': (_, f) => `${f.code('max_drop')} 与 GitHub 为基准分支保存的测量比较；这里不读取它。`,
    'cli.coverage.dirty': (p, f) => `${f.list(p.files.map(f.code), 3)} 有未提交的改动：测量的是 HEAD，报告中的行号可能对不上。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-app.js
const cli_app_cliApp = {
    'cli.app.summary': () => '注册 GitHub App，只申请所需的最小权限',
    'cli.app.about': () => '一步完成 GitHub App 的注册：在本机打开一个页面，把权限和事件清单交给 GitHub，收到密钥后连同 webhook 密钥写入\n只有您能读取的文件。任何密钥都不会显示出来。',
    'cli.app.option.url': () => '用户和 GitHub 访问该 App 的地址，例如 https://gates.example.com',
    'cli.app.option.org': () => '拥有该 App 的组织；省略时为您自己的账户',
    'cli.app.option.name': () => 'App 的名称，最多 34 个字符；在 GitHub 的页面上还可以修改',
    'cli.app.option.githubUrl': () => 'GitHub Enterprise Server 的地址',
    'cli.app.option.out': () => '存放文件的目录；省略时为 delivery-gates-app',
    'cli.app.option.port': () => '本机页面的端口；省略时任选一个空闲端口',
    'cli.app.option.timeout': () => '等待您确认的时间，1 到 60 分钟；省略时为 30',
    'cli.app.option.holdDeployments': () => '同时让 App 暂停尚未签核的部署：需要 deployments: write 和另一个事件',
    'cli.app.option.force': () => '覆盖上一次注册的文件',
    'cli.app.noAction': (_, f) => `缺少要做的事：${f.code('delivery-gates app register --url PUBLIC_URL')}`,
    'cli.app.unknownAction': (p, f) => `没有 ${f.code(`app ${p.got}`)}；可用的是 ${f.code('app register')}`,
    'cli.app.noUrl': (_, f) => `缺少 ${f.code('--url PUBLIC_URL')}：GitHub 访问该 App 的地址，例如 ${f.code('--url https://gates.example.com')}`,
    'cli.app.badUrl': (p, f) => `${f.code(`${p.option} ${p.got}`)}：需要 https 地址，且不含用户名、${f.code('?')} 和 ${f.code('#')}`,
    'cli.app.badGitHub': (p, f) => `${f.code(`--github-url ${p.got}`)}：请给出浏览器中所见的 GitHub 地址，使用 https 且不含路径，例如 ${f.code('https://github.example.com')}`,
    'cli.app.webhookUrl': (p, f) => `${f.code(`--url ${p.got}`)}：请去掉 ${f.code(p.path)}；这里需要的是 App 的地址，webhook 的路径会自动加上`,
    'cli.app.localUrl': (p, f) => `${f.code(`--url ${p.got}`)}：GitHub 无法通过该地址访问本机；请给出反向代理以 https 提供服务的地址`,
    'cli.app.badOrg': (p, f) => `${f.code(`--org ${p.got}`)} 不是组织名`,
    'cli.app.badName': (p, f) => `${f.code('--name')} 有 ${f.number(p.length)} 个字符，GitHub 接受 1 到 ${f.number(p.max)} 个`,
    'cli.app.badNumber': (p, f) => `${f.code(`${p.option} ${p.got}`)} 必须是 ${f.number(p.min)} 到 ${f.code(String(p.max))} 之间的整数`,
    'cli.app.exists': () => '已存在；--force 会覆盖它，之后便无法再用它启动原来的 App',
    'cli.app.folder': (p, f) => `无法写入（${f.text(p.code)}）`,
    'cli.app.listen': (p, f) => `无法在本机打开页面（${f.text(p.code)}）`,
    'cli.app.open': (p, f) => `请在本机的浏览器中打开此链接，并登录 ${f.code(p.place)}。在您确认之前，不会注册任何内容。`,
    'cli.app.waiting': (p, f) => `正在等待您确认，最多 ${f.number(p.minutes)} 分钟。按 Ctrl-C 可停止，此时不会写入任何文件。`,
    'cli.app.timeout': (p, f) => `${f.number(p.minutes)} 分钟内无人确认；未写入任何文件。请重新运行命令`,
    'cli.app.stopped': () => '已停止；未写入任何文件',
    'cli.app.unreachable': (p, f) => `GitHub 对注册请求没有给出完整的应答（${f.text(p.detail)}）`,
    'cli.app.expired': () => 'GitHub 不认识该注册代码（404）：它已过期或已被使用。请重新运行命令',
    'cli.app.status': (p, f) => `GitHub 拒绝了注册代码（HTTP ${f.code(String(p.status))}${p.detail === '' ? '' : `：${f.text(p.detail)}`}）`,
    'cli.app.broken': (p, f) => `GitHub 对注册请求的应答不完整或无法理解（${f.code(p.what)}）`,
    'cli.app.keyless': (p, f) => `GitHub 上可能已有一个 App，但其密钥不在本机：请在 ${f.code(p.settings)} 删除它，然后重新运行命令`,
    'cli.app.notWritten': (p, f) => `无法写入（${f.text(p.code)}）。App 已注册，但密钥已丢失：请在 ${f.code(p.settings)} 删除它，然后重新运行命令`,
    'cli.app.page.title': () => '注册 App',
    'cli.app.page.lead': () => '本页会把下面的清单交给 GitHub。您会在 GitHub 上再次看到它，可以修改名称，然后确认。',
    'cli.app.page.owner': () => '所有者',
    'cli.app.page.self': () => '您当前登录的账户',
    'cli.app.page.name': () => '名称',
    'cli.app.page.webhook': () => 'Webhook 发送到',
    'cli.app.page.permissions': () => '权限',
    'cli.app.page.events': () => '事件',
    'cli.app.page.read': () => '读取',
    'cli.app.page.write': () => '读取和写入',
    'cli.app.page.go': () => '前往 GitHub 继续',
    'cli.app.page.done': () => 'App 已注册',
    'cli.app.page.doneText': () => '密钥已写入您机器上的文件。下一步：选择仓库。',
    'cli.app.page.install': () => '安装 App',
    'cli.app.page.failed': () => '未能完成',
    'cli.app.page.terminal': () => '原因见终端。',
    'cli.app.page.stale': () => '此链接不属于正在进行的注册。',
    'cli.app.done': (p, f) => `已注册 ${f.code(p.name)}（App ID ${f.code(String(p.id))}）。`,
    'cli.app.wrote': (p, f) => `已写入 ${f.list(p.paths.map(f.code))}；只有您能读取。请勿提交到 git。`,
    'cli.app.next.start': (p, f) => `1. 启动：${f.code(p.command)}`,
    'cli.app.next.install': (p, f) => `2. 安装到仓库：${f.code(p.url)}`,
    'cli.app.next.check': (p, f) => `3. 能够给出结论时，${f.code(`${p.url}/readyz`)} 会回答“ready”。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-check.js
const cli_check_cliCheck = {
    'cli.check.summary': () => '评判一段提交，或一个文件中的事实',
    'cli.check.about': () => '按照基准提交的策略，依据 git 和工作区中的报告评判从 --base 到 --head 的提交。\n只有 GitHub 知道的内容（评审、检查、签核等）不在此评判，最后一行会说明。\n使用 --facts 时：对文件中的事实给出完整结论，与 Action 和 App 逐字节相同。',
    'cli.check.option.base': () => '范围的起点，例如 origin/main；按它的策略评判',
    'cli.check.option.head': () => '范围的终点；省略时为 HEAD，工作区中的报告即针对它',
    'cli.check.option.facts': () => '关于一个拉取请求的事实（JSON）',
    'cli.check.option.policy': () => '用这份策略代替基准提交的策略',
    'cli.check.elsewhere': (p, f) => `以下内容只有 GitHub 知道，未在此评判：${f.list(p.elsewhere.map(f.code), 30)}。`,
    'cli.facts.shape': (p, f) => `这不是关于拉取请求的事实：${f.text(p.detail)}`,
    'cli.facts.json': (p, f) => `不是 JSON：${f.text(p.detail)}`,
    'unknown.onlyGitHub': () => '只有 GitHub 知道，这里没有询问它。',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-explain.js
const cli_explain_cliExplain = {
    'cli.explain.summary': () => '策略中每个值的来源；各门禁作出结论的原因',
    'cli.explain.about': () => '显示有效策略的每个值，以及写下它的文件和行：策略本身、它所继承的策略，或内置默认值。\nKEY 只显示一部分，例如 gates.coverage。使用 --facts 或 --pr 时：评判一个拉取请求，并说明各门禁的结论。\n不带 --policy 时为工作区的策略。',
    'cli.explain.option.policy': () => '要解释的策略；省略时为工作区的策略',
    'cli.explain.option.pr': () => 'GitHub 上拉取请求的编号；与 replay 一样需要令牌',
    'cli.explain.default': () => '默认值',
    'cli.explain.noKey': (p, f) => `策略中没有 ${f.either(p.keys.map(f.code))} 的值`,
    'cli.explain.unseen': (p, f) => `${f.list([...(p.evidence ? ['工作流交给 App 的证据'] : []), ...(p.signOffs ? ['签核'] : [])])}只有 App 知道：此处显示仍在等待的，那里可能已经有了。安装了 App 时，以它的检查 ${f.code('delivery-gates')} 为准。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-impact.js
const cli_impact_cliImpact = {
    'cli.impact.summary': () => '一段提交给部署人员带来的变化',
    'cli.impact.about': () => '显示从 --base 到 --head 的提交给部署人员带来的变化：环境变量、配置、数据库迁移、端口、镜像，\nHelm、Compose、Kubernetes、Ansible 和 Terraform 的值，以及接口、版本和定时任务。\n风险由变化的种类和基准提交的策略中的组件共同决定。',
    'cli.impact.option.base': () => '范围的起点；从两者分叉处开始比较',
    'cli.impact.option.head': () => '范围的终点；省略时为 HEAD',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-init.js
const cli_init_cliInit = {
    'cli.init.summary': () => '生成一份初始策略',
    'cli.init.about': () => '查看 HEAD 的文件和工作区中的报告，写出 .github/delivery-gates.yml：一份带注释的初始策略，其门禁只发出警告。\n绝不覆盖已有的策略。',
    'cli.init.option.implementer': () => '负责部署的人：登录名或团队，例如 @acme/implementation',
    'cli.init.option.print': () => '只显示策略，不写文件',
    'cli.init.written': (p, f) => `已写入 ${f.code(p.path)}。请填入负责部署的人，然后试用：${f.code('delivery-gates validate')}、${f.code('delivery-gates check --base origin/main')}。`,
    'cli.init.exists': (_, f) => `已有一份策略；${f.code('delivery-gates init --print')} 可显示将要写入的内容`,
    'cli.init.failed': (p, f) => `无法写入（${f.text(p.code)}）`,
    'starter.head': () => 'Delivery Gates：拉取请求必须满足的要求。从目标分支读取。',
    'starter.roles': () => '谁可以批准和签核：登录名，或所有者的团队。请替换占位内容。',
    'starter.components': () => '仓库的组成部分；risk: high 会让其变更的分量更重。',
    'starter.gates': () => 'warn 只提示，block 才起决定作用。看过门禁的结论后，再改为 block。',
    'starter.coverage': () => '测试必须覆盖的全部代码行和变更行的百分比。',
    'starter.docs': () => '改变部署方式的变更，必须在同一个拉取请求中更新文档。',
    'starter.review': () => '每个拉取请求都会请部署人员评审；与部署有关的变更须经其批准。',
    'starter.description': () => '描述中要写明读者需要了解的内容。',
    'starter.checklist': () => '部署之前由人确认的事项。',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-ledger.js
const cli_ledger_cliLedger = {
    'cli.ledger.summary': () => '离线验证台账的导出文件',
    'cli.ledger.about': () => '逐行验证 App 生成的导出文件（ledger export）：没有任何行被改动、删除、插入或移动。\n使用 --checkpoint 指定含有 App 已公布检查点的文件（例如其检查的文本）：末尾没有缺失，链也没有被重写。\n使用 --key 时还会检查所有这些签名。',
    'cli.ledger.option.checkpoint': () => '含有检查点的文本；可以多次使用',
    'cli.ledger.option.key': () => 'App 的公钥；可以多次使用',
    'cli.ledger.missing': (_, f) => `缺少要验证的文件：${f.code('delivery-gates ledger verify EXPORT')}`,
    'cli.ledger.one': (p, f) => `${f.code(p.got)}：一次只能验证一个导出文件`,
    'cli.ledger.verb': (p, f) => `这里没有 ${f.code(`ledger ${p.got}`)}，只有 ${f.code('ledger verify EXPORT')}。App 自己的命令见 docs/ledger.md`,
    'cli.ledger.noCheckpoint': () => '此文件中没有检查点',
    'cli.ledger.notAKey': () => '这不是 PEM 格式的密钥',
    'cli.ledger.notEd25519': (_, f) => `密钥类型不符；检查点使用 ${f.code('Ed25519')} 签名`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-test.js
const cli_test_cliTest = {
    'cli.test.summary': () => '离线评判策略的用例',
    'cli.test.about': () => '评判虚构的拉取请求，并把结论与文件中的预期比较。不带 FILE 时：.github/delivery-gates.test.yml。\n使用文件中指定的策略，否则使用工作区的策略。',
    'cli.test.option.policy': () => '用于评判的策略，优先于用例文件中指定的策略',
    'cli.test.sum': (p, f) => p.failed === 0
        ? `${f.number(p.cases)} 个用例，全部符合预期。`
        : `${f.number(p.cases)} 个用例，其中 ${f.number(p.failed)} 个不符合预期。`,
    'cases.differs': (p, f) => `${f.code(p.what)} 为 ${f.code(p.got)}，预期为 ${f.code(p.wanted)}`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/cli-validate.js
const cli_validate_cliValidate = {
    'cli.validate.summary': () => '指出策略文件中的问题',
    'cli.validate.about': () => '读取策略文件并指出其中所有问题，每个问题都给出文件、行、列和键。\n不带 FILE 时读取工作区的策略。在 git 检出中还会指出不匹配 HEAD 中任何文件的模式。',
    'cli.validate.option.owner': () => '仓库的所有者，角色中只能使用其团队',
    'cli.validate.none': (p, f) => `${f.either(p.places.map(f.code))} 处没有策略；${f.code('delivery-gates init')} 可生成一份初始策略`,
    'cli.validate.valid': (p, f) => `${f.code(p.path)} 有效。已启用的门禁：${p.gates.length === 0
        ? '无'
        : f.list(p.gates.map(one => `${f.code(one.gate)}（${f.text(one.level)}）`), 20)}。检查清单：${f.number(p.checklists)} 份。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/conventions.js
const conventions_parts = {
    title: '标题',
    labels: '标签',
    milestone: '里程碑',
    linked_issue: '关联的议题',
};
const conventions_conventions = {
    'conventions.empty': (_, f) => `没有提出任何要求：请写出 ${f.either(['title', 'labels', 'milestone', 'linked_issue'].map(f.code))}。`,
    'conventions.pattern.all': (p, f) => `${f.code(p.pattern)} 匹配一切，等于没有要求（CFG-REGEX）。`,
    'conventions.passed': () => '一切符合约定。',
    'conventions.failed': (p, f) => `不符合约定：${f.list(p.what.map(one => conventions_parts[one] ?? f.text(one)))}。`,
    'conventions.failed.next': () => '请编辑该拉取请求；不需要推送。',
    'conventions.title.form': (p, f) => `标题不符合 ${f.code('type: subject')} 或 ${f.code('type(scope): subject')} 的形式；类型：${f.list(p.types.map(f.code), 12)}。`,
    'conventions.title.type': (p, f) => `标题的类型 ${f.code(p.type)} 不在 ${f.list(p.types.map(f.code), 12)} 之中。`,
    'conventions.title.scope': (p, f) => `${p.scope === null ? '标题没有范围' : `标题的范围 ${f.code(p.scope)} 未知`}；范围：${f.list(p.scopes.map(f.code), 12)}。`,
    'conventions.title.pattern': (p, f) => `标题不匹配 ${f.either(p.patterns.map(f.code))}。`,
    'conventions.title.length': (p, f) => `标题有 ${f.number(p.length)} 个字符，最多允许 ${f.number(p.most)} 个。`,
    'conventions.label.any': (p, f) => `没有 ${f.list(p.labels.map(f.code), 10)} 中的任何标签。`,
    'conventions.label.all': (p, f) => `缺少标签 ${f.code(p.label)}。`,
    'conventions.label.none': (p, f) => `不得有标签 ${f.code(p.label)}。`,
    'conventions.label.one': (p, f) => `标签 ${f.code(p.group)} 必须恰好有一个；现有：${p.found.length === 0 ? '无' : f.list(p.found.map(f.code))}。`,
    'conventions.milestone.none': () => '没有里程碑。',
    'conventions.milestone.pattern': (p, f) => `里程碑 ${f.code(p.milestone)} 不匹配 ${f.either(p.patterns.map(f.code))}。`,
    'conventions.issue.none': (_, f) => `没有关闭任何议题：请在描述中写 ${f.code('Closes #12')}，或关联一个议题。`,
    'conventions.issue.closed': () => '它要关闭的议题都已关闭。',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/coverage.js

const zh_CN_coverage_report = (p, f) => {
    const column = p.column === null ? '' : `第 ${f.number(p.column)} 列`;
    return `报告 ${f.code(p.name)}（${f.code(p.path)}${p.line === null ? '' : ` 第 ${f.number(p.line)} 行${column}`}）`;
};
/** Of an ISO 8601 instant. */
const coverage_day = (at) => /^\d{4}-\d{2}-\d{2}/.exec(at)?.[0] ?? '';
const coverage_counts = (r, f) => `${f.number(r.covered)}/${f.number(r.total)}`;
const coverage_percent = (value, f) => `${f.number(value)}%`;
function coverage_project(p, f) {
    const base = p.baseState === 'within' && p.base ? `，基准 ${f.percent(p.base)}` : '';
    const measured = `行覆盖率 ${f.percent(p.project)}（${coverage_counts(p.project, f)}${base}）`;
    if (p.projectState === 'disabled')
        return `${measured}；项目下限已停用。`;
    return `${measured}，要求 ${coverage_percent(p.min, f)}。`;
}
function coverage_base(p, f) {
    switch (p.baseState) {
        case 'dropped':
            return p.base
                ? `相比基准分支的 ${f.percent(p.base)}（${coverage_counts(p.base, f)}），覆盖率下降超过允许的 ${f.number(p.maxDrop ?? 0)} 个百分点。`
                : '';
        case 'absent':
            return '没有基准分支的测量记录，只比较了绝对值。';
        case 'other-scope':
            return '基准分支测量时使用的报告或排除项不同，只比较了绝对值。';
        case 'empty':
            return '基准分支没有可执行行，只比较了绝对值。';
        case 'removed':
            return p.base ? `覆盖率从 ${f.percent(p.base)} 下降，仅因删除了已覆盖的代码：未覆盖的行没有增加。` : '';
        default:
            return '';
    }
}
function coverage_patch(p, f) {
    const measured = `变更行覆盖率 ${f.percent(p.patch)}（${coverage_counts(p.patch, f)}）`;
    switch (p.patchState) {
        case 'met':
        case 'below':
            return `${measured}，要求 ${coverage_percent(p.patchMin, f)}。`;
        case 'few':
            return `${measured}；不足 ${f.number(p.minLines)} 行，不作判定。`;
        case 'disabled':
            return `${measured}；变更行下限已停用。`;
        case 'nothing':
            return '没有变更可执行行。';
        case 'unreported':
            return `没有测量到任何变更行：${f.number(p.unreported)} 个变更的源文件不在任何报告中。`;
    }
}
const coverage_groupKinds = { component: '组件', flag: '报告', paths: '路径组' };
const coverage_group = (g, f) => `${coverage_groupKinds[g.kind]} ${f.code(g.name)}`;
function coverage_groups(p, f) {
    if (p.below.length === 0)
        return '';
    const below = p.below.map(g => `${coverage_group(g, f)} ${g.what === 'patch' ? '的变更行 ' : ''}${f.percent(g.ratio)}（${coverage_counts(g.ratio, f)}），要求 ${coverage_percent(g.min, f)}`);
    return `低于下限：${below.join('；')}。`;
}
const coverage_limits = (p, f) => p.limits
    .map(({ what, uncovered, max }) => `${what === 'patch' ? '变更' : '项目'}中有 ${f.number(uncovered)} 行未覆盖，最多允许 ${f.number(max)} 行。`)
    .join('');
const coverage_branches = (p, f) => p.branches === null
    ? ''
    : `分支覆盖率 ${f.percent(p.branches.ratio)}（${coverage_counts(p.branches.ratio, f)}），要求 ${coverage_percent(p.branches.min, f)}。`;
function coverage_asides(p, f) {
    const moved = p.moved === 0 ? '' : `${f.number(p.moved)} 行只是移动，不计为变更。`;
    const carried = p.carried.map(({ name, sha, at, lost }) => `${f.code(name)} 未运行，沿用 ${f.sha(sha)}（${coverage_day(at)}）的测量结果${lost === 0 ? '' : `，其后有变更的 ${f.number(lost)} 个文件除外`}。`);
    return [moved, ...carried].join('');
}
const coverage_judgement = (p, f) => [coverage_project, coverage_base, coverage_patch, coverage_groups, coverage_limits, coverage_branches, coverage_asides].map(part => part(p, f)).join('');
/** Why an earlier measurement cannot stand in for a suite. */
function zh_CN_coverage_notCarried(carry, f) {
    switch (carry.state) {
        case 'absent':
            return `${f.code(carry.path)} 处没有先前的测量结果`;
        case 'unreadable':
            return `${f.code(carry.path)} 不是本工具的快照`;
        case 'other-suite':
            return `${f.code(carry.path)} 不含此测试套件`;
        case 'too-old':
            return `${f.sha(carry.sha)}（${coverage_day(carry.at)}）的测量结果已超过 ${f.code(carry.maxAge)}`;
    }
}
const zh_CN_coverage_fault = (said, f) => report_faults_reportFaults[said.code](said.params, f);
const coverage_coverage = {
    ...report_faults_reportFaults,
    'coverage.passed': coverage_judgement,
    'coverage.failed': coverage_judgement,
    'coverage.failed.next': (p, f) => {
        const places = f.list(p.places.map(place => f.place(place.path, place.start, place.end)));
        const uncovered = p.files.map(({ path, lines: r }) => `${f.code(path)}（${f.number(r.total - r.covered)}）`);
        const most = uncovered.length === 0 ? '' : `；未覆盖行最多的文件：${f.list(uncovered)}`;
        return [
            p.patchMissing > 0
                ? `请至少再覆盖 ${f.number(p.patchMissing)} 行变更代码${p.places.length > 0 ? `：${places}` : ''}。`
                : '',
            p.projectMissing > 0 ? `项目至少还需覆盖 ${f.number(p.projectMissing)} 行${most}。` : '',
            ...p.groups.map(g => `${coverage_group(g, f)} ${g.what === 'patch' ? '的变更' : ''}至少还需覆盖 ${f.number(g.missing)} 行。`),
            p.unreported.length > 0 ? `请让测试加载 ${f.list(p.unreported.map(f.code))}，或排除无需测试的文件。` : '',
            p.patchMissing === 0 && p.places.length > 0 ? `请覆盖变更中的行：${places}。` : '',
            p.patchMissing + p.projectMissing + p.unreported.length + p.groups.length + p.places.length === 0
                ? `请补充测试，使其回到限度之内${most}。`
                : '',
        ].join('');
    },
    'coverage.unusable': (p, f) => `无法判定覆盖率：报告存在 ${f.number(p.problems)} 个问题。`,
    'coverage.unusable.next': () => '请让工作流为此提交完整写出每个报告，然后重新运行。',
    'coverage.incomplete': (p, f) => `不完整：${f.number(p.suites)} 个测试套件中缺少 ${f.number(p.missing.length)} 个（${f.list(p.missing.map(f.code))}）。在所有套件齐备之前不作比较${p.project.total === 0 ? '' : `；目前已覆盖 ${coverage_counts(p.project, f)} 行`}。`,
    'coverage.incomplete.suite': (p, f) => {
        const found = p.found === 0 ? '没有文件' : `只有 ${f.number(p.found)}/${f.number(p.expected)} 个文件`;
        const near = p.near.length > 0
            ? `最接近的是 ${f.list(p.near.map(f.code))}。`
            : p.found === 0
                ? '没有类似的文件；请在此步骤之前运行测试。'
                : '';
        const carry = p.carry === null ? '' : `无法沿用：${zh_CN_coverage_notCarried(p.carry, f)}。`;
        return `报告 ${f.code(p.name)}：${f.code(p.path)} 处${found}（RPT-NOTFOUND）。${near}${carry}`;
    },
    'coverage.incomplete.next': () => '请让每个作业把报告交给本作业（artifacts），或允许沿用该套件的结果，然后重新运行。',
    'coverage.tests': (p, f) => `不判定覆盖率：本应进行测量的测试存在 ${f.number(p.problems)} 个问题。`,
    'coverage.tests.few': (p, f) => `${f.code(p.name)}：运行了 ${f.number(p.ran)} 个测试${p.skipped === 0 ? '' : `（跳过 ${f.number(p.skipped)} 个）`}，至少应有 ${f.number(p.min)} 个。`,
    'coverage.tests.failed': (p, f) => `${f.code(p.name)}：${f.number(p.tests)} 个测试中有 ${f.number(p.failed)} 个失败。`,
    'coverage.tests.next': () => '请让测试运行并通过，然后由工作流重新测量。',
    'coverage.empty': (p, f) => `${f.number(p.reports)} 个报告（${f.number(p.files)} 个文件）中没有任何可执行行。什么都没有测量不等于 100%。`,
    'coverage.empty.next': (p, f) => `请检查测试运行时是否启用了覆盖率，以及 ${f.code(p.key)} 是否排除了全部文件。`,
    'coverage.waiting.none': (p, f) => `尚未对 ${f.sha(p.headSha)} 进行任何测量。`,
    'coverage.waiting.head': (p, f) => `覆盖率是对 ${f.sha(p.measuredSha)} 测量的，而当前头部提交是 ${f.sha(p.headSha)}。`,
    'coverage.waiting.base': (p, f) => `变更行是相对 ${f.code(p.measuredRef)} 测量的，而现在的基准分支是 ${f.code(p.baseRef)}。`,
    'coverage.waiting.scope': () => '测量覆盖率时使用的报告或排除项与策略现在所列的不同。',
    'coverage.waiting.next': () => '此提交的 CI 运行会提供测量结果；如果它已结束却没有结果，请重新运行。',
    'coverage.patch.uncovered': (p, f) => p.start === p.end
        ? `第 ${f.number(p.start)} 行有变更，但没有任何测试覆盖。`
        : `第 ${f.number(p.start)} 行至第 ${f.number(p.end)} 行有变更，但没有任何测试覆盖。`,
    'coverage.patch.partial': (p, f) => p.start === p.end
        ? `第 ${f.number(p.start)} 行有变更且已运行，但其中有分支从未执行。`
        : `第 ${f.number(p.start)} 行至第 ${f.number(p.end)} 行有变更且已运行，但其中有分支从未执行。`,
    'coverage.patch.unreported': (p, f) => `${f.code(p.path)} 有变更，但不在任何覆盖率报告中，可能未经测试。请让测试加载它，或将其加入 ${f.code('exclude')}。`,
    'coverage.problem.report': (p, f) => `${zh_CN_coverage_report(p, f)}：${zh_CN_coverage_fault(p.fault, f)}（${f.code(p.code)}）。`,
    'coverage.problem.stale': (p, f) => `报告 ${f.code(p.name)}：${f.code(p.path)} 早于本次检出（RPT-STALE），它测量的是代码的另一个状态。`,
    'coverage.problem.too-many': (p, f) => `报告 ${f.code(p.name)}：${f.code(p.path)} 匹配 ${f.number(p.found)} 个文件，最多读取 ${f.number(p.limit)} 个。`,
    'coverage.problem.unknown-files': (p, f) => `RPT-UNKNOWNFILE：报告 ${f.code(p.name)}（${f.code(p.path)}）的 ${f.number(p.total)} 个文件中，有 ${f.number(p.unknown)} 个不在此提交的仓库中：${f.list(p.files.map(f.code))}。请测量此提交，或将其排除。`,
    'coverage.problem.ambiguous': (p, f) => `RPT-AMBIGUOUS：报告 ${f.code(p.name)}（${f.code(p.path)}）中的 ${f.code(p.file)} 可能是 ${f.either(p.candidates.map(f.code))}。请让工具输出相对于仓库的路径。`,
    'coverage.problem.traversal': (p, f) => `RPT-PATH：报告 ${f.code(p.name)}（${f.code(p.path)}）提到了仓库之外的 ${f.code(p.file)}。`,
    'coverage.problem.line': (p, f) => `RPT-LINE：报告中有 ${f.code(p.path)} 的第 ${f.number(p.line)} 行，而该文件只有 ${f.number(p.lines)} 行。报告来自另一份源代码。`,
    'coverage.problem.shrunk': (p, f) => `RPT-SHRUNK：${f.code(p.path)} 在基准分支上有 ${f.number(p.before)} 个可执行行，变更删除 ${f.number(p.deletions)} 行，而报告只列出 ${f.number(p.now)} 行。报告遗漏了一些行。`,
    'coverage.problem.no-patch': (p, f) => `无法得知 ${f.code(p.path)} 的变更行，因此不能与报告比较。`,
    'coverage.notice.claims': (p, f) => {
        const rate = p.claimedRate === null ? '' : f.percent({ covered: Math.round(p.claimedRate * 10_000), total: 10_000 });
        const total = p.claimedTotal === null ? '' : `共 ${f.number(p.claimedTotal)} 行`;
        const claim = [rate, total].filter(part => part !== '').join('，');
        return `报告 ${f.code(p.name)}（${f.code(p.path)}）的汇总声称 ${claim}；而其逐行记录为 ${f.percent(p.counted)}（${coverage_counts(p.counted, f)}）。以记录为准。`;
    },
    'coverage.notice.generated': (p, f) => `无法读取 ${f.sha(p.sha)} 处关于生成文件的声明（fetch-depth: 0）：所有文件都计入。`,
    'coverage.notice.outside': (p, f) => `报告 ${f.code(p.name)}（${f.code(p.path)}）：${f.number(p.files.length)} 个文件不在仓库中，未计入：${f.list(p.files.map(f.code))}。`,
    'coverage.trend': (p, f) => `覆盖率 ${f.text(p.line)}：基准分支 ${f.percent(p.base)}，此变更后 ${f.percent(p.head)}（最近 ${f.number(p.count)} 次测量）。`,
    'coverage.next.patch': (p, f) => `接下来测试什么：${f.number(p.missing)} 行变更没有测试`,
    'coverage.next.project': (p, f) => `接下来测试什么：项目中 ${f.number(p.missing)} 行没有测试`,
    'coverage.next.file': (p, f) => `：${f.number(p.lines.total)} 行中有 ${f.number(p.lines.total - p.lines.covered)} 行未覆盖`,
    'coverage.groups': (p, f) => `按组件、报告和路径的覆盖率（${f.number(p.count)}）`,
    'coverage.group': (p, f) => coverage_group(p, f),
    'coverage.required': (p, f) => [p.min === null ? '' : `行 ${coverage_percent(p.min, f)}`, p.patch === null ? '' : `变更行 ${coverage_percent(p.patch, f)}`]
        .filter(text => text !== '')
        .join('，'),
    'coverage.files': (p, f) => `变更文件的覆盖率（${f.number(p.count)}）`,
    'coverage.column.group': () => '部分',
    'coverage.column.file': () => '文件',
    'coverage.column.lines': () => '行',
    'coverage.column.base': () => '基准分支',
    'coverage.column.patch': () => '变更行',
    'coverage.column.required': () => '要求',
    'coverage.option.no-threshold': (_, f) => `请给出 ${f.code('min')}、${f.code('patch')} 或两者`,
    'coverage.option.flag': (p, f) => `没有报告 ${f.code(p.flag)}${p.known.length === 0 ? '' : `（已知：${f.list(p.known.map(f.code), 12)}）`}；flag 是报告的名称`,
    'coverage.option.zero': (p, f) => `${f.code(p.key)} 为 0 会停用此项比较；如确有此意，请写明 ${f.code('allow_zero: true')}`,
    'coverage.option.path': (p, f) => `${f.code(p.path)} 必须是仓库内的路径：相对路径、使用正斜杠、不含 ${f.code('..')}`,
    'coverage.option.report-name': (p, f) => `有两个报告都名为 ${f.code(p.name)}`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/dependencies.js
const zh_CN_dependencies_standings = {
    done: '已完成',
    open: '尚未完成',
    closed: '未合并就已关闭',
    foreign: '属于策略不允许的其他所有者',
    unread: '不存在，或此令牌无权读取',
};
const dependencies_dependencies = {
    'dependencies.none': (_, f) => `描述中没有用 ${f.code('Depends-On:')} 指明依赖。`,
    'dependencies.passed': (p, f) => `所依赖的 ${f.number(p.total)} 个拉取请求均已${p.need === 'merged' ? '合并' : '合并或就绪'}。`,
    'dependencies.waiting': (p, f) => `依赖 ${f.number(p.total)} 个拉取请求；尚未${p.need === 'merged' ? '合并' : '就绪'}的有：${f.list(p.refs.map(f.code))}。`,
    'dependencies.waiting.next': (p, f) => p.need === 'merged'
        ? `请先合并 ${f.list(p.refs.map(f.code))}。`
        : `请先让 ${f.list(p.refs.map(f.code))} 的检查 ${f.code('delivery-gates')} 通过。`,
    'dependencies.failed': (p, f) => `所依赖的 ${f.number(p.total)} 个拉取请求中，以下不可能先被合并：${f.list(p.refs.map(f.code))}。`,
    'dependencies.failed.next': (_, f) => `请更正描述中的 ${f.code('Depends-On:')} 行，或重新打开这些拉取请求。`,
    'dependencies.unknown': (p, f) => [
        ...(p.refs.length === 0 ? [] : [`无法读取：${f.list(p.refs.map(f.code))}。`]),
        ...(p.truncated ? ['依赖超出了追踪的范围（50 个拉取请求、5 层）。'] : []),
    ].join(''),
    'dependencies.unknown.next': () => '请在它们所在之处安装 App，或为 Action 提供可以读取它们的令牌。',
    'dependencies.malformed': (p, f) => `${f.code('Depends-On:')} 后面的内容不是拉取请求：${f.list(p.malformed.map(f.code))}。`,
    'dependencies.malformed.one': (p, f) => `${f.code(p.text)} 不是拉取请求。`,
    'dependencies.malformed.next': (_, f) => `请写成 ${f.code('Depends-On: owner/repository#12')}、${f.code('#12')} 或拉取请求的链接。`,
    'dependencies.cycle': (p, f) => `它们互相依赖，谁也无法先合并：${p.cycle.map(f.code).join(' → ')}。`,
    'dependencies.cycle.part': (p, f) => `${f.code(p.ref)} 在这个循环中。`,
    'dependencies.cycle.next': (_, f) => `请从循环中去掉一行 ${f.code('Depends-On:')}。`,
    'dependencies.one': (p, f) => `${f.code(p.ref)}${p.title === '' ? '' : ` ${f.text(p.title)}`}：${zh_CN_dependencies_standings[p.standing]}`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/deployments.js
const deployments_asked = ({ item, role }, f) => role === null ? f.code(item) : `${f.code(item)}（${f.text(role)}）`;
const deployments_deployments = {
    'deploy.approved': (p, f) => `已放行到 ${f.code(p.environment)}：截至 ${f.sha(p.sha)} 的 ${f.number(p.count)} 个拉取请求所需的签核均已完成。`,
    'deploy.nothingNew': (p, f) => `已放行到 ${f.code(p.environment)}：${f.sha(p.sha)} 中没有任何未曾放行到该环境的内容。`,
    'deploy.back': (p, f) => `已放行到 ${f.code(p.environment)}：回退到曾经放行到该环境的 ${f.sha(p.sha)}。`,
    'deploy.waiting': (p, f) => `${f.code(p.environment)} 正在等待 ${f.number(p.total)} 个拉取请求中的 ${f.number(p.open)} 个。`,
    'deploy.lacks': (p, f) => `尚未签核：${f.list(p.items.map(one => deployments_asked(one, f)))}。`,
    'deploy.more': (p, f) => `另有 ${f.number(p.count)} 个拉取请求`,
    'deploy.sign': (p, f) => `请在拉取请求上签核，例如使用 ${f.code('/sign-off')}。${f.code(p.environment)} 所需的最后一个签核完成后，作业会自动开始。`,
    'deploy.unknownPull': (p, f) => `无法读取拉取请求 ${f.number(p.number)}，因此无法判断它是否已签核。`,
    'deploy.moved': (p, f) => `拉取请求 ${f.number(p.number)} 与 GitHub 所指的已合并拉取请求不一致，一分钟后会重新检查。`,
    'deploy.noPolicy': (p, f) => `${f.code(p.branch)} 上没有策略文件，因此无法判断需要签核什么。请添加策略文件，并在 ${f.code('environments')} 下写明该环境；或者从该环境中移除本应用的保护规则。`,
    'deploy.noEnvironment': (p, f) => `${f.code(p.branch)} 上的策略中没有环境 ${f.code(p.environment)}${p.known.length === 0 ? '' : `，只有 ${f.list(p.known.map(f.code))}`}。请按 GitHub 上的写法将其添加到 ${f.code('environments')} 下，或者从该环境中移除本应用的保护规则。`,
    'deploy.policyBroken': (p, f) => `${f.code(p.branch)} 上的策略有 ${f.number(p.count)} 处问题，因此不会放行任何部署。运行 ${f.code('npx delivery-gates validate')} 可查看具体行。`,
    'deploy.event': (p, f) => `由 ${f.code(p.event)} 触发的运行所部署的提交与其自身记录不一致。请使用 ${f.code('push')}、${f.code('release')} 或 ${f.code('workflow_dispatch')} 部署。`,
    'deploy.otherCommit': (p, f) => `GitHub 询问的是 ${f.sha(p.asked)}，但该运行对应的是 ${f.sha(p.run)}。无法确定的内容不会放行。`,
    'deploy.diverged': (p, f) => `${f.sha(p.sha)} 不包含当前已部署的 ${f.sha(p.base)}：它来自其他分支，或者分支历史已被改写。请部署包含它的提交。`,
    'deploy.older': (p, f) => `${f.sha(p.sha)} 早于当前已部署的 ${f.sha(p.base)}，回退不会自动放行。如果它曾放行到该环境，在策略中设置 ${f.code('rollback: allowed')} 即可放行；管理员也可以直接启动该作业。`,
    'deploy.neverReleased': (p, f) => `${f.sha(p.sha)} 早于当前已部署的 ${f.sha(p.base)}，且从未放行到该环境。请部署曾经放行过的提交，或更新的提交。`,
    'deploy.tooMany': (p, f) => p.base === null
        ? `该环境还没有可作为依据的部署，而这次部署包含 ${f.number(p.limit)} 个以上的提交，数量过多，无法逐一检查。请在策略中该环境的 ${f.code('since')} 下写明从哪个提交开始询问拉取请求。`
        : `自当前已部署的 ${f.sha(p.base)} 以来共有 ${f.number(p.got)} 个提交，最多检查 ${f.number(p.limit)} 个。请先部署一个较早的提交。`,
    'deploy.manyPulls': (p, f) => `自上次部署以来共有 ${f.number(p.got)} 个拉取请求，最多检查 ${f.number(p.limit)} 个。请先部署一个较早的提交。`,
    'deploy.gone': () => '无法读取该仓库，因此无法判断要部署什么。',
    'deploy.unlisted': (p, f) => `GitHub 没有列出 ${f.sha(p.sha)} 的全部拉取请求，因此无法判断随它部署了什么。`,
    'deploy.noPull': (p, f) => `${f.number(p.count)} 个提交不属于任何截至此处已完整合并的拉取请求，因此没有人签核过：${f.list(p.shas.map(f.sha))}。如果有人为这些提交负责，可在策略中该环境的 ${f.code('since')} 下写明从哪个提交开始询问拉取请求。`,
    'deploy.foreignMerge': (p, f) => `拉取请求 ${f.number(p.number)} 的合并提交 ${f.sha(p.sha)} 不是由 GitHub 生成的，其中可能包含无人签核的内容。请使用 GitHub 的合并按钮或合并队列。`,
    'deploy.ledger': (p, f) => `台账从第 ${f.number(p.seq)} 行起无法通过校验，因此任何签核都不作数。请由本应用的运维人员检查。`,
    'deploy.quiet': () => 'GitHub 对每次部署最多接受十条报告：这是结束前的最后一条。仍然缺少的内容请查看各拉取请求。',
    'deploy.expires': (p, f) => `仍有内容未签核。GitHub 会结束等待满 30 天的部署，本次为 ${f.code(p.day)}。之后请重新启动该作业。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/description.js
function description_why(fault, f) {
    switch (fault.fault) {
        case 'missing':
            return '缺失';
        case 'bidi':
            return '的标题中含有改变文字方向的字符，请重新书写';
        case 'empty':
            return '没有内容：注释、引用、折叠部分和“无”都不算';
        case 'placeholder':
            return `仍保留着提示文字 ${f.code(fault.text)}`;
        case 'few':
            return `只有 ${f.number(fault.words)} 个词，要求 ${f.number(fault.min)} 个`;
        case 'tasks':
            return `没有任务项（${f.code('- [ ] …')}）${fault.almost.length === 0 ? '' : `；${f.list(fault.almost.map(f.code))} 不是任务项`}`;
        case 'unchecked':
            return `的 ${f.number(fault.total)} 个任务项中有 ${f.number(fault.open)} 个未勾选`;
        case 'many':
            return `的任务项超过 ${f.number(fault.limit)} 个`;
    }
}
const description_description = {
    'description.title.empty': () => '标题中要有字母、汉字或数字。',
    'description.passed': (p, f) => p.total === 1 ? '要求的章节已写好。' : `要求的 ${f.number(p.total)} 个章节都已写好。`,
    'description.failed': (p, f) => `要求的 ${f.number(p.total)} 个章节中有 ${f.number(p.titles.length)} 个缺失或没有实质内容：${f.list(p.titles.map(f.code))}。`,
    'description.failed.next': (p, f) => `请在描述或关联的议题中写出：${f.list(p.titles.map(title => f.code(`## ${title}`)))}。`,
    'description.section': (p, f) => `${f.code(p.title)} ${description_why(p.fault, f)}。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/docs.js
const docs_documents = {
    deployment: '部署文档',
    api: '接口文档',
    faq: '常见问题文档',
    changelog: '更新日志',
    configuration: '配置文档',
    other: '文档',
};
const docs_hollow = {
    deleted: '已被删除',
    renamed: '只是移动或重命名',
    copied: '只是一份副本',
    mode: '只改了文件模式，文字未变',
    link: '是链接或子模块，不是文字',
    binary: '是二进制文件，无法读取文字',
    lfs: '是 Git LFS 指针，无法读取文字',
    generated: '已列为自动生成',
    empty: '是空文件',
    removed: '只删除了文字',
    whitespace: '只改了空白、换行符、标点或标记',
    invisible: '只改了注释、文首元数据、日期或链接定义',
    moved: '只移动或重新排列了文字',
};
const zh_CN_docs_parts = {
    file: '文件头',
    hunk: '变更块头',
    line: '变更块中的一行',
    end: '结尾',
};
const docs_lineList = (lines, f) => `第 ${f.list(lines.map(line => f.code(String(line))))} 行`;
const docs_place = (at, f) => at.line === null ? f.place(at.path) : f.place(at.path, at.line);
function docs_howTo(step, f) {
    if (step.fix === 'fill')
        return `请补全 ${f.code(step.path)} ${docs_lineList(step.lines, f)}的占位内容。`;
    if (step.fix === 'extend')
        return `请在 ${f.code(step.path)} 中再新增至少 ${f.number(step.missing)} 个词。`;
    return `请在 ${f.either(step.update.map(f.code))} 中说明这次变更，至少新增 ${f.number(step.min)} 个词。`;
}
const docs_docs = {
    'diff.record': (p, f) => `git diff 的输出在第 ${f.number(p.record)} 条记录处中断或无法识别。`,
    'diff.patch': (p, f) => `补丁第 ${f.number(p.line)} 行无法识别：此处应为${zh_CN_docs_parts[p.expected]}，${p.found === null ? '但补丁到此结束' : `实际是 ${f.code(p.found)}`}。`,
    'diff.counts': (p, f) => `${f.code(p.path)} 的补丁不完整：其中新增 ${f.number(p.additions)} 行、删除 ${f.number(p.deletions)} 行，而 git 统计为 ${f.number(p.stated.additions)} 行和 ${f.number(p.stated.deletions)} 行。`,
    'diff.cut': () => 'git diff 的输出在一行中间中断。',
    'diff.size': (p, f) => `补丁有 ${f.number(p.bytes)} 字节，最多能读取 ${f.number(p.max)} 字节。`,
    'docs.rule.duplicate': (p, f) => `有两条文档规则使用了同一个 id ${f.code(p.id)}，请各用各的。`,
    'docs.files.absent': () => '缺少变更文件列表，无法检查任何文档规则。',
    'docs.files.absent.next': () => '请重新运行检查；如果仍然如此，请确认令牌可以读取该拉取请求。',
    'docs.empty': () => '该拉取请求没有改动任何文件，无需更新文档。',
    'docs.idle': (p, f) => `没有适用的规则：没有变更文件要求更新文档（已检查 ${f.number(p.rules)} 条规则）。`,
    'docs.passed': (p, f) => `已更新：${f.list(p.updated.map(each => `${f.code(each.document)}（${f.code(each.rule)}，新增 ${f.number(each.words)} 个词）`))}。`,
    'docs.failed': (p, f) => {
        const [first, second] = p.rules;
        if (first && !second)
            return `${docs_place(first, f)} 有变更，但没有更新${docs_documents[first.kind]}。`;
        return `${f.number(p.checked)} 条文档规则中有 ${f.number(p.rules.length)} 条缺少文档：${f.list(p.rules.map(each => `${f.code(each.rule)}（${docs_place(each, f)}）`))}。`;
    },
    'docs.failed.next': (p, f) => p.fixes.map(fix => docs_howTo(fix, f)).join(''),
    'docs.unread': (p, f) => `无法读取 ${f.code(p.document)} 的改动，因此不知道它是否满足规则 ${f.code(p.rule)}。`,
    'docs.unread.next': (p, f) => `GitHub 会略去过大的补丁：请缩小 ${f.code(p.document)} 的改动，或让 Action 在完整检出中检查。`,
    'docs.rule.idle': (p, f) => `规则 ${f.code(p.rule)}：没有变更文件要求更新文档。`,
    'docs.rule.passed': (p, f) => `规则 ${f.code(p.rule)}：${f.code(p.document)} 新增 ${f.number(p.words)} 个词。`,
    'docs.rule.failed': (p, f) => {
        const others = p.others.length === 0 ? '' : `，${f.list(p.others.map(f.code), 3)} 也有变更`;
        return `规则 ${f.code(p.rule)}：${docs_place(p, f)} 有变更${others}，但${docs_documents[p.kind]}没有新增文字。应更新 ${f.either(p.update.map(f.code))}。`;
    },
    'docs.document.hollow': (p, f) => `${f.code(p.path)} 不算数：该文件${docs_hollow[p.reason]}。`,
    'docs.document.placeholder': (p, f) => `${f.code(p.path)} 不算数：${docs_lineList(p.lines, f)}还有占位内容。`,
    'docs.document.few': (p, f) => `${f.code(p.path)} 不算数：新增 ${f.number(p.words)} 个词，要求至少 ${f.number(p.min)} 个。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/doctor.js
const doctor_doctor = {
    'doctor.level.null': () => '执行级别：用此令牌无法判断。',
    'doctor.level.0': () => '执行级别 0：Delivery Gates 的结论没有任何约束力。',
    'doctor.level.1': () => '执行级别 1：防止无心之失。能修改工作流或写入状态的人可以绕过它。',
    'doctor.level.2': () => '执行级别 2：组织要求运行一个工作流，拉取请求的作者无法修改它。',
    'doctor.level.3': () => '执行级别 3：强制执行。只有 App 能给出必需的检查。',
    'doctor.fix': () => '处理方法',
    'doctor.policy.ok': (p, f) => `${f.code(p.branch)} 有有效的策略：${f.code(p.path)}。`,
    'doctor.policy.fix': (_, f) => `${f.code('delivery-gates validate')} 会列出所有问题。`,
    'doctor.policy.none': (p, f) => `${f.code(p.branch)} 没有策略：使用内置默认值，它们不会阻止任何合并。`,
    'doctor.policy.none.fix': (_, f) => `${f.code('delivery-gates init')} 可生成一份初始策略。`,
    'doctor.required.ok': (p, f) => `${f.code(p.branch)} 要求 ${f.code('delivery-gates')} 通过。`,
    'doctor.required.none': (p, f) => `${f.code(p.branch)} 不要求 ${f.code('delivery-gates')}：无论其结论如何，拉取请求都可以合并。`,
    'doctor.required.fix': (p, f) => `为 ${f.code(p.branch)} 添加规则集，要求状态检查 ${f.code('delivery-gates')}。`,
    'doctor.source.ok': () => '必需检查的来源已限定为一个 App。',
    'doctor.source.open': () => '必需检查的来源没有限定为我们的 App：任何可以写入状态的人都能提交同名状态。',
    'doctor.source.fix': () => '安装 App，并把它选为该检查的预期来源（级别 3）。没有 App 时只能如此。',
    'doctor.workflow.required': (p, f) => `${f.code(p.branch)} 要求运行组织的工作流 ${f.code(p.path)}。`,
    'doctor.bypass.none': () => '没有人在可绕过规则的名单上。',
    'doctor.bypass': (p, f) => `可绕过规则的有：${f.list(p.who.map(f.text), 10)}。这里无法阻止；请让名单尽量短。`,
    'doctor.reporter.none': (_, f) => `最近的拉取请求都没有名为 ${f.code('delivery-gates')} 的检查或状态。`,
    'doctor.reporter.ok': (p, f) => `${f.code('delivery-gates')} 由 ${f.list(p.by.map(f.text))} 报告。`,
    'doctor.reporter.both': (p, f) => `同时存在名为 ${f.code('delivery-gates')} 的检查和状态（${f.list(p.by.map(f.text))}）；GitHub 要求两者都通过。`,
    'doctor.reporter.both.fix': (_, f) => `安装了 App 时，请为 Action 设置 ${f.code('app-url')}，由 App 使用这个名称。`,
    'doctor.workflow.found': (p, f) => `${f.code(p.path)} 运行该 Action。`,
    'doctor.workflow.unpinned': (p, f) => `${f.code(p.path)} 以 ${f.list(p.refs.map(f.code))} 引用该 Action，它可能被指向别的代码。`,
    'doctor.workflow.unpinned.fix': () => '请写出提交的完整 SHA，并以注释注明版本。',
    'doctor.workflow.name': (p, f) => `${f.code(p.path)} 中有名为 ${f.code('delivery-gates')} 的作业：其检查与该状态同名。`,
    'doctor.workflow.name.fix': () => '请给该作业换一个名称。',
    'doctor.workflow.target': (p, f) => `${f.code(p.path)} 在 ${f.code('pull_request_target')} 上运行，拥有目标分支的权限，绝不能检出拉取请求的代码。`,
    'doctor.workflow.triggers.fix': (p, f) => `请把它们加到 ${f.code(p.path)} 的 ${f.code('on:')} 中。`,
    'doctor.owners.ok': (_, f) => `${f.code('CODEOWNERS')} 覆盖 ${f.code('.github')}：工作流和策略的变更会被其所有者看到。`,
    'doctor.owners.none': (_, f) => `${f.code('CODEOWNERS')} 中没有条目覆盖 ${f.code('.github')}：工作流和策略可能在无人察觉时被修改。`,
    'doctor.owners.fix': (_, f) => `请添加 ${f.code('/.github/ @owner/team')}，并要求代码所有者评审。`,
    'doctor.role': (p, f) => `策略中的 ${f.code(p.entry)} 无法解析。`,
    'doctor.environment': (p, f) => `环境 ${f.code(p.name)}：${p.protections.length === 0 ? '没有保护规则' : f.list(p.protections.map(f.text))}${p.adminsBypass ? '；管理员可以绕过' : ''}。`,
    'doctor.app.none': (_, f) => `没有检查 App；设置 ${f.code('APP_ID')} 和 ${f.code('PRIVATE_KEY_PATH')} 后，会检查其权限和投递情况。`,
    'doctor.app.ok': (p, f) => `App ${f.code(p.slug)} 已安装在这里。`,
    'doctor.app.absent': (p, f) => `App ${f.code(p.slug)} 没有安装在这里。`,
    'doctor.app.permissions': (p, f) => `App 缺少权限 ${f.list(p.missing.map(f.code), 20)}。`,
    'doctor.app.permissions.fix': () => '请在 App 的设置中申请这些权限，再由所有者为该安装接受它们。',
    'doctor.app.events': (p, f) => `App 没有订阅 ${f.list(p.missing.map(f.code), 20)}。`,
    'doctor.app.events.fix': () => '请在 App 的设置中订阅它们。',
    'doctor.app.insecure': () => '发送 webhook 时没有校验 App 的证书。',
    'doctor.app.insecure.fix': () => '请在 App 的设置中启用 SSL 校验。',
    'doctor.app.deliveries': (p, f) => `最近 ${f.number(p.deliveries)} 次 webhook 投递均已送达。`,
    'doctor.app.failed': (p, f) => `最近 ${f.number(p.deliveries)} 次 webhook 投递中有 ${f.number(p.failed)} 次失败。`,
    'doctor.app.failed.fix': () => '请在 App 的设置中查看投递记录。错过的内容会由协调循环补上。',
    'cli.doctor.summary': () => '说明仓库受保护的程度，以及缺少什么',
    'cli.doctor.about': () => '向 GitHub 查询仓库的设置，显示其执行级别（见 SECURITY.md）以及缺少的内容：必需的检查、限定的来源、绕过名单、\n工作流、代码所有者、人员、环境；有 App 的密钥时还包括其权限和投递情况。不做任何修改。令牌无权查看的内容会标为未知。',
    'cli.doctor.option.branch': () => '要查看的分支；省略时为默认分支',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/environments.js
const zh_CN_environments_standings = {
    passed: '通过',
    missing: '缺失',
    pending: '进行中',
    unknown: '来源不明',
    skipped: '已跳过',
    failed: '未通过',
};
const zh_CN_environments_states = {
    passed: '已通过',
    failed: '未通过',
    pending: '仍在运行',
    skipped: '被跳过：什么也没有测试',
    neutral: '以中立状态结束：什么也没有证明',
    cancelled: '已被取消',
    action_required: '在等人处理',
    stale: '已过期：GitHub 不再等待它',
};
const zh_CN_environments_deployments = {
    success: '已成功',
    failure: '失败了',
    pending: '正在进行',
    inactive: '已不再生效，请重新部署该提交',
};
const environments_holes = (names, f) => f.list(names.map(f.code), 8);
const zh_CN_environments_meant = (suggestion, f) => suggestion === null ? '' : `是不是要写 ${f.code(suggestion)}？`;
const environments_environments = {
    'environments.option.axes': () => '矩阵没有任何维度，请至少写一个维度和它的取值。',
    'environments.option.size': (p, f) => `矩阵有 ${f.number(p.cells)} 种组合，与 GitHub Actions 一样，最多只能有 ${f.number(p.limit)} 种。`,
    'environments.option.include': (p, f) => `加入的组合要为每个维度取值，还缺：${f.list(p.missing.map(f.code))}。`,
    'environments.option.axis': (p, f) => `矩阵没有 ${f.code(p.axis)} 这个维度，只有 ${f.list(p.axes.map(f.code), 10)}。${zh_CN_environments_meant(p.suggestion, f)}`,
    'environments.option.value': (p, f) => `维度 ${f.code(p.axis)} 没有 ${f.code(p.got)} 这个取值，只有 ${f.list(p.known.map(f.code), 10)}。${zh_CN_environments_meant(p.suggestion, f)}`,
    'environments.option.part': () => '这里没有写任何维度，会代表全部组合。',
    'environments.option.nothing': () => '没有剩下任何必需的组合。',
    'environments.option.proof': (_p, f) => `请写明用什么证明一种组合：${f.either([f.code('required'), f.code('deployments'), f.code('junit')])}。`,
    'environments.option.ambiguous': (p, f) => {
        const why = p.missing.length === 0
            ? '请在各维度之间加上取值中不会出现的符号'
            : `请加上 ${f.list(p.missing.map(axis => f.code(`{${axis}}`)))}`;
        return `有两种组合都会由 ${f.code(p.name)} 证明，${why}。`;
    },
    'environments.unread': () => '缺少该提交的检查结果或部署记录。',
    'environments.passed': (p, f) => p.total === 0 ? '没有通过的环境都已豁免或为可选。' : `要求的 ${f.number(p.total)} 种环境都已在该提交上通过。`,
    'environments.failed': (p, f) => {
        const open = p.open.length === 0 ? '' : `还在等：${environments_holes(p.open, f)}。`;
        return `要求的 ${f.number(p.total)} 种环境已通过 ${f.number(p.passed)} 种，没有通过的有：${environments_holes(p.failed, f)}。${open}`;
    },
    'environments.failed.next': (p, f) => `请解决 ${environments_holes(p.cells, f)} 上的失败，或重新运行对应的作业。`,
    'environments.waiting': (p, f) => `要求的 ${f.number(p.total)} 种环境已通过 ${f.number(p.passed)} 种，还在等：${environments_holes(p.open, f)}。`,
    'environments.waiting.next': p => p.missing === 0
        ? '无需操作：CI 正在运行。'
        : '请等待 CI。如果结果一直没有出现，请确认对应的作业会为该拉取请求运行，并以预期的名称上报。',
    'environments.nameless': (p, f) => `GitHub 没有说明 ${environments_holes(p.cells, f)} 的结果由谁上报，无法判断是否算数。`,
    'environments.nameless.next': () => '请重新运行对应的作业。',
    'environments.check': (p, f) => p.standing === 'unknown'
        ? `${f.code(p.cell)}：GitHub 没有说明 ${f.code(p.name)} 由谁上报；只有来自 ${f.code(p.source)} 的才算数。`
        : `${f.code(p.cell)}：检查 ${f.code(p.name)} ${zh_CN_environments_states[p.state]}。`,
    'environments.check.missing': (p, f) => `${f.code(p.cell)}：${f.code(p.source)} 尚未上报检查 ${f.code(p.name)}${p.near === null ? '。' : `；最接近的名称是 ${f.code(p.near)}。`}`,
    'environments.deployment': (p, f) => p.standing === 'unknown'
        ? `${f.code(p.cell)}：GitHub 没有说明 ${f.code(p.environment)} 由谁部署；只有 ${f.code(p.by)} 的部署才算数。`
        : `${f.code(p.cell)}：到 ${f.code(p.environment)} 的部署${zh_CN_environments_deployments[p.state]}。`,
    'environments.deployment.missing': (p, f) => `${f.code(p.cell)}：${f.code(p.by)} 尚未把该提交部署到 ${f.code(p.environment)}${p.near === null ? '。' : `；最接近的名称是 ${f.code(p.near)}。`}`,
    'environments.deployment.foreign': (p, f) => `${f.code(p.from)} 到 ${f.code(p.environment)} 的部署不算数：策略要求由 ${f.code(p.by)} 部署。`,
    'environments.tests.missing': (p, f) => `${f.code(p.cell)}：运行尚未统计 ${f.code(p.path)} 的测试。`,
    'environments.tests.file': (p, f) => `${f.code(p.cell)}：${f.code(p.path)} 处没有 JUnit 文件。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
    'environments.tests.failed': (p, f) => `${f.code(p.cell)}：${f.number(p.tests)} 个测试中有 ${f.number(p.failed)} 个失败（${f.code(p.path)}）。`,
    'environments.tests.none': (p, f) => `${f.code(p.cell)}：运行了 0 个测试（${f.code(p.path)}，跳过 ${f.number(p.skipped)} 个）。`,
    'environments.tests.passed': (p, f) => `${f.code(p.cell)}：${f.number(p.ran)} 个测试已通过（${f.code(p.path)}）。`,
    'environments.cell': p => (p.isOptional ? `${zh_CN_environments_standings[p.standing]}（可选）` : zh_CN_environments_standings[p.standing]),
    'environments.cell.none': () => '不要求',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/finding-faults.js
const things = { results: '条结果', rules: '条规则', artifacts: '个文件', runs: '次运行' };
const finding_faults_findingFaults = {
    'findings.fault.version': (p, f) => `不是 SARIF ${f.code('2.1.0')}${p.version === null ? '，没有写明版本' : `，版本为 ${f.code(p.version)}`}`,
    'findings.fault.format': () => '不是 SARIF',
    'findings.fault.upload': (_p, f) => `是 GitHub 上传接口所用的打包形式；请提供工具原本写出的文件，不要经过 ${f.code('gzip')} 和 ${f.code('base64')}`,
    'findings.fault.empty': () => '没有任何运行记录，也就是没有工具检查过',
    'findings.fault.incomplete': (p, f) => `${p.tool === '' ? '运行记录' : `${f.text(p.tool)} 的运行记录`}没有结果，连空列表也没有：工具没有运行完`,
    'findings.fault.failed': (p, f) => `${p.tool === '' ? '工具' : f.text(p.tool)} 报告自己运行失败${p.said === '' ? '' : `：${f.text(p.said)}`}`,
    'findings.fault.external': (p, f) => `${p.tool === '' ? '' : `${f.text(p.tool)} 的`}结果在别的文件里（外部属性文件），不会读取；请让工具写成一个文件`,
    'findings.fault.many': (p, f) => `超过 ${f.number(p.limit)} ${things[p.what]}`,
    'findings.fault.stale': (p, f) => `${p.tool === '' ? '工具' : f.text(p.tool)} 检查的是 ${f.list(p.revisions.map(f.sha))}，不是 ${f.sha(p.head)}`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/findings.js


const names = {
    critical: '严重',
    high: '高',
    medium: '中',
    low: '低',
    none: '无',
};
const zh_CN_findings_kinds = {
    'code-scanning': '代码扫描',
    dependabot: 'Dependabot',
    'secret-scanning': '密钥扫描',
};
const findings_faults = { ...report_faults_reportFaults, ...finding_faults_findingFaults };
const zh_CN_findings_fault = (said, f) => findings_faults[said.code](said.params, f);
const findings_limitOf = (severity) => severity === 'critical' ? '严重程度为“严重”' : `严重程度不低于“${names[severity]}”`;
function findings_numberOf({ total, failOn, newOnly }, f) {
    const which = newOnly === null ? '' : newOnly === 'changed_lines' ? '改动行上' : '新的';
    const what = `${which}${findings_limitOf(failOn)}的问题`;
    return total === 0 ? `没有${what}` : `${what}有 ${f.number(total)} 个`;
}
const zh_CN_findings_waived = (count, f) => (count === 0 ? '' : `另有 ${f.number(count)} 个已豁免。`);
function findings_doubted({ code, value }, f) {
    const given = f.code(value);
    switch (code) {
        case 'SRF-ENUM':
            return `${code}：不认识 ${given}，按严重计`;
        case 'SRF-INDEX':
            return `${code}：工具没有列出规则 ${given}，按严重计`;
        case 'SRF-VALUE':
            return `${code}：${given} 不是 0 到 10 的严重程度，按严重计`;
        case 'SRF-PATH':
            return `${code}：${given} 不是仓库中的文件`;
        case 'SRF-URI':
            return `${code}：${given} 没有指向任何目录`;
        case 'SRF-REGION':
            return `${code}：不可能有第 ${given} 行`;
    }
}
const findings_findings = {
    'findings.option.source': (_p, f) => `请写明检查什么：${f.code('sarif')}、${f.code('alerts')}，或两者都写。`,
    'findings.waiting.none': (p, f) => `CI 尚未给出 ${f.sha(p.headSha)} 的检查结果。`,
    'findings.waiting.head': (p, f) => `CI 检查的是 ${f.sha(p.measuredSha)}，${f.sha(p.headSha)} 的检查结果还没有出来。`,
    'findings.waiting.alerts': (p, f) => `代码扫描尚未检查 ${f.sha(p.headSha)}。`,
    'findings.waiting.scope': () => '检查结果是按另一份策略读取的，需要由 CI 重新读取。',
    'findings.waiting.next': () => '请等待负责扫描的工作流运行，或重新启动它。',
    'findings.passed': (p, f) => `${findings_numberOf(p, f)}。${zh_CN_findings_waived(p.waived, f)}`,
    'findings.failed': (p, f) => {
        const each = p.severities.map(({ severity, count }) => `${names[severity]} ${f.number(count)} 个`).join('，');
        return `${findings_numberOf(p, f)}：${each}。${zh_CN_findings_waived(p.waived, f)}`;
    },
    'findings.failed.next': (_p, f) => `请修复。可以接受的问题需要在策略中写一条豁免：${f.code('match: { rule, path, tool }')}、理由、负责人和最后期限。`,
    'findings.unusable': (p, f) => `扫描结果不可信：其文件有 ${f.number(p.problems)} 个问题。${p.total === 0 ? '' : `已知${findings_numberOf({ ...p, newOnly: null }, f)}。`}`,
    'findings.unusable.next': () => '请修好负责扫描的工作流，让每个工具都写出完整的文件，再运行一次。',
    'findings.defect': (p, f) => {
        const by = [...(p.rule === '' ? [] : [f.code(p.rule)]), ...(p.tool === '' ? [] : [f.text(p.tool)])].join('，');
        const said = p.said === '' ? '' : `：${f.text(p.said)}`;
        const doubts = p.doubts.map(each => `（${findings_doubted(each, f)}）`).join('');
        return `${names[p.severity]}${by === '' ? '' : `，${by}`}${said}${doubts}`;
    },
    'findings.alert': (p, f) => `${names[p.severity]}，${f.code(p.rule)}，${f.text(p.tool)}：${zh_CN_findings_kinds[p.kind]}警报 ${f.number(p.number)} 尚未关闭`,
    'findings.more': (p, f) => `还有 ${f.number(p.count)} 个问题没有列出。`,
    'findings.noBase': () => '全部按新问题计：基准分支没有可比较的检查结果。请让 Action 在推送到基准分支时运行一次。',
    'findings.missing': (p, f) => `${f.code(p.path)}：运行没有写出这样的文件。${p.near.length === 0 ? '' : `现有 ${f.list(p.near.map(f.code))}。`}`,
    'findings.old': (p, f) => `${f.code(p.path)} 早于检出的时间（SRF-STALE），工具检查的是代码的另一个状态。`,
    'findings.size': (p, f) => `${f.code(p.path)} 超过 ${f.number(p.limit)} 字节（RPT-SIZE）。`,
    'findings.problem': (p, f) => {
        const column = p.column === null ? '' : `第 ${f.number(p.column)} 列`;
        const place = p.line === null ? '' : `第 ${f.number(p.line)} 行${column}`;
        return `${f.code(p.path)}${place}：${zh_CN_findings_fault(p.fault, f)}（${f.code(p.code)}）。`;
    },
    'findings.tooLarge': (p, f) => `检查结果放不进 ${f.number(p.limit)} 个字符的证据，请减少工具文件中的问题。`,
    'findings.column': p => p.column === 'tool'
        ? '工具'
        : p.column === 'runs'
            ? '运行'
            : p.column === 'suppressed'
                ? '已在源码中接受'
                : names[p.column],
    'findings.count': (p, f) => f.number(p.count),
    'findings.alerts.refused': (p, f) => `GitHub 不提供${zh_CN_findings_kinds[p.kind]}的警报（HTTP ${f.number(p.status)}）：令牌需要 ${f.code(p.permission)}，仓库也要启用这项功能。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/impact.js
const zh_CN_impact_kinds = {
    'env-var': '环境变量',
    'config-key': '配置项',
    migration: '数据库迁移',
    port: '端口',
    'base-image': '基础镜像',
    'container-user': '容器用户',
    volume: '数据卷',
    'file-permission': '文件权限',
    'helm-value': 'Helm 值',
    'compose-service': 'Compose 服务',
    'k8s-resource': 'Kubernetes 资源',
    'ansible-var': 'Ansible 变量',
    'terraform-var': 'Terraform 变量',
    'api-surface': '接口',
    'runtime-version': '最低版本',
    'dependency-major': '依赖的主版本',
    'feature-flag': '功能开关',
    cron: '定时任务',
};
const impact_risks = { low: '低', medium: '中', high: '高', unknown: '未知' };
const impact_directions = { added: '新增', removed: '移除', changed: '变更' };
const impact_impact = {
    'impact.title': p => `部署人员需要知道的变化 · 风险${impact_risks[p.risk]}`,
    'impact.none': () => '在检查过的内容中，部署人员无需做任何改变。',
    'impact.because': () => '原因',
    'impact.statement': (p, f) => {
        const value = p.direction === 'changed' && p.from !== null && p.to !== null
            ? `：${f.code(p.from)} → ${f.code(p.to)}`
            : p.direction === 'added' && p.to !== null
                ? `，${f.code(p.to)}`
                : '';
        const kind = zh_CN_impact_kinds[p.kind];
        return `${impact_directions[p.direction]}${/^[A-Z]/.test(kind) ? ' ' : ''}${kind} ${f.code(p.key)}${value}${p.destructive ? '（无法撤销，会丢失数据）' : ''}`;
    },
    'impact.unread': (p, f) => `无法读取 ${f.list(p.files.map(path => f.code(path)))}，因此列表可能不完整`,
    'impact.reason': (p, f) => `${zh_CN_impact_kinds[p.kind]} ${f.code(p.key)}${p.destructive ? '会丢失数据' : ''}${p.component === null ? '' : `（组件 ${f.code(p.component)}）`}`,
    'impact.reason.component': (p, f) => `组件 ${f.code(p.component)} 属于高风险`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/ledger.js
const ledger_ledger = {
    'ledger.verified': (p, f) => `验证通过：${f.number(p.repositories)} 个仓库，共 ${f.number(p.rows)} 行。`,
    'ledger.notVerified': (p, f) => p.bad === 0
        ? '验证未通过：有无法使用的检查点。'
        : `验证未通过：${f.number(p.repositories)} 个仓库中有 ${f.number(p.bad)} 个不可信。`,
    'ledger.chain': (p, f) => `仓库 ${f.code(p.repoId)}：${f.number(p.rows)} 行${p.forgotten === 0 ? '' : `，其中 ${f.number(p.forgotten)} 行的个人信息已删除`}`,
    'ledger.compared': (p, f) => `已与 ${f.number(p.published)} 个检查点比对，最新的是 ${f.code(p.at)} 的第 ${f.number(p.row)} 行`,
    'ledger.notCompared': () => '没有可比对的检查点，因此无法发现末尾被截断或整条链被重写',
    'ledger.headSigned': (p, f) => `链头由密钥 ${f.code(p.keyId)} 签名`,
    'ledger.headUnsigned': () => '没有任何内容能把它与密钥对应起来：链头没有签名，也没有提供它的检查点',
    'ledger.headForged': (p, f) => `链头的签名不是由密钥 ${f.code(p.keyId)} 作出的：链头或签名被改动过`,
    'ledger.headUnknownKey': (p, f) => `链头由密钥 ${f.code(p.keyId)} 签名，而 ${f.code('--key')} 没有提供该密钥`,
    'ledger.loss': (p, f) => `${p.from === p.to ? `第 ${f.number(p.from)} 行` : `第 ${f.number(p.from)} 至 ${f.number(p.to)} 行`}已丢失并重新写入；运维人员于 ${f.code(p.at)} 接受了这一丢失`,
    'ledger.problem.altered': (p, f) => `第 ${f.number(p.row)} 行在写入之后被改动过`,
    'ledger.problem.order': (p, f) => `第 ${f.number(p.row)} 行与前一行不衔接：有行被删除、插入或移动`,
    'ledger.problem.personal': (p, f) => `第 ${f.number(p.row)} 行的登录名或理由与当时记录的不同`,
    'ledger.problem.truncated': (p, f) => `缺少第 ${f.number(p.row)} 行及其后的全部内容`,
    'ledger.problem.checkpoint': (p, f) => `第 ${f.number(p.row)} 行与当时公布的不同：这条链被重写过`,
    'ledger.checkpoint.mangled': () => '此处看起来是检查点，但内容不完整；请重新复制整行，不要改动',
    'ledger.checkpoint.forged': (p, f) => `签名不是由密钥 ${f.code(p.keyId ?? '')} 作出的：该行被改动过，或者并非来自那里`,
    'ledger.checkpoint.unknown-key': (p, f) => `由密钥 ${f.code(p.keyId ?? '')} 签名，而 ${f.code('--key')} 没有提供该密钥`,
    'ledger.signaturesUnchecked': (_, f) => `没有检查签名：需要 App 的公钥，即 ${f.code('--key PUBLIC.pem')}。`,
    'ledger.fault.json': () => '该行与导出时不同（被改动过，或者被编辑器以其他换行符保存）',
    'ledger.fault.record': () => '这不是导出文件中的任何一种记录，或者键不符',
    'ledger.fault.version': () => '此导出文件的版本不受本程序支持',
    'ledger.fault.utf8': () => '这些字节不是 UTF-8',
    'ledger.fault.empty': () => '文件为空',
    'ledger.fault.packed': () => '这是 gzip 压缩文件；请先解压',
    'ledger.fault.mark': () => '文件以字节顺序标记（BOM）开头：编辑器或命令行重新写过它；请使用导出时的原样文件',
    'ledger.fault.long': () => '该行超过 16 MiB',
    'ledger.fault.order': () => '该行不应出现在这里',
    'ledger.fault.cut': () => '导出文件在此处提前结束，缺少若干行',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/policy.js
const policy_at = ({ pattern, column }, f) => `${f.code(pattern)} 的第 ${f.number(column)} 个字符`;
const policy_expectedNames = {
    text: '文本',
    number: '数字',
    integer: '整数',
    boolean: 'true 或 false',
    list: '列表',
    mapping: '键值映射',
    'text-or-mapping': '文本，或“语言到文本”的映射',
};
const kindNames = { text: '文本', number: '数字', boolean: '布尔值' };
const policy_gotText = (got, f) => {
    if (got.kind === 'nothing')
        return '空值';
    if (got.kind === 'list')
        return '列表';
    if (got.kind === 'mapping')
        return '映射';
    return `${kindNames[got.kind]} ${f.code(got.value)}`;
};
const zh_CN_policy_codes = (values, f, max) => f.either(values.map(f.code), max);
const policy_perhaps = (suggestion, f) => suggestion === null ? '' : `是否想写 ${f.code(suggestion)}？`;
const known = (values, f) => values.length === 0 ? '' : `（已有：${f.list(values.map(f.code), 12)}）`;
const policy_fileKinds = {
    symlink: '符号链接',
    submodule: '子模块',
    directory: '目录',
    lfs: 'Git LFS 指针文件',
    other: '非普通文件',
};
const policy_bounds = (min, max, f) => {
    if (min !== null && max !== null)
        return ` ${f.number(min)} 到 ${f.number(max)} 之间的`;
    if (min !== null)
        return `不小于 ${f.number(min)} 的`;
    return max === null ? '' : `不大于 ${f.number(max)} 的`;
};
const policy_policy = {
    'glob.negation': (p, f) => `${f.code(p.pattern)} 的作用是从前面的条目中排除，但前面没有条目，因此匹配不到任何文件。处理：先写出要匹配的内容，例如 ${f.code('**')}。`,
    'glob.twice-negated': (p, f) => `${f.code(p.pattern)} 开头有多个 ${f.code('!')}。处理：只保留一个；如果文件名以 ${f.code('!')} 开头，请写成 ${f.code('\\!')}。`,
    'glob.nesting': (p, f) => `花括号嵌套过深，位于${policy_at(p, f)}（最多 8 层）。处理：拆成多条模式。`,
    'glob.size': (p, f) => `模式 ${f.code(p.pattern)} 过长（最多 ${f.number(1024)} 个字符）。处理：拆成多条模式。`,
    'glob.empty': (p, f) => `模式 ${f.code(p.pattern)} 没有指定任何路径。处理：如需匹配所有文件，请写 ${f.code('**')}。`,
    'glob.absolute': (p, f) => `${f.code(p.pattern)} 是某台机器上的绝对路径。处理：改为相对于仓库根目录的路径，并使用 ${f.code('/')} 分隔。`,
    'glob.parent': (p, f) => `${f.code('..')} 超出了仓库范围，位于${policy_at(p, f)}。处理：从仓库根目录开始书写路径。`,
    'glob.space': (p, f) => `${f.code(p.pattern)} 的开头或结尾有空白字符（第 ${f.number(p.column)} 个字符）。处理：删除空白；如果文件名中确实有空格，请写成 ${f.code('[ ]')}。`,
    'glob.nul': (p, f) => `${policy_at(p, f)}是 NUL 字符，文件名中不可能出现。处理：将其删除。`,
    'glob.backslash': (p, f) => `${policy_at(p, f)}是反斜杠。处理：目录之间用 ${f.code('/')} 分隔；要匹配特殊字符本身，请写成 ${f.code('[*]')} 的形式。`,
    'glob.extended': (p, f) => `不支持 ${f.code('+(a|b)')} 这类扩展模式，位于${policy_at(p, f)}。处理：改写为 ${f.code('{a,b}')}；如果文件名中有圆括号，请写成 ${f.code('[(]')}。`,
    'glob.brace': (p, f) => `花括号不成对，位于${policy_at(p, f)}。处理：补全括号；要匹配花括号本身，请写成 ${f.code('[{]')}。`,
    'glob.class': (p, f) => `${f.code('[')} 在同一级目录名内没有闭合，位于${policy_at(p, f)}。处理：补上 ${f.code(']')}；要匹配方括号本身，请写成 ${f.code('[[]')}。`,
    'glob.named-class': (p, f) => `不支持 ${f.code('[[:alpha:]]')} 这类命名字符集，位于${policy_at(p, f)}。处理：直接写出范围，例如 ${f.code('[a-zA-Z]')}。`,
    'glob.range': (p, f) => `方括号中的范围前后颠倒，位于${policy_at(p, f)}。处理：把较小的字符写在前面，例如 ${f.code('[a-z]')}。`,
    'glob.sequence': (p, f) => `不支持 ${f.code('{1..3}')} 这类序列，位于${policy_at(p, f)}。处理：逐个列出，例如 ${f.code('{1,2,3}')}。`,
    'glob.alternatives': (p, f) => `${f.code(p.pattern)} 中的花括号展开后模式过多（最多 64 条，合计 ${f.number(4096)} 个字符）。处理：拆成多条模式，或改用 ${f.code('*')}。`,
    'glob.empty-segment': (p, f) => `缺少目录名，位于${policy_at(p, f)}。处理：目录之间只写一个 ${f.code('/')}。`,
    'glob.dot': (p, f) => `以 ${f.code('.')} 作为目录名匹配不到任何文件，位于${policy_at(p, f)}。处理：将其删除。`,
    'glob.globstar': (p, f) => `${f.code('**')} 没有独占一级目录，位于${policy_at(p, f)}。处理：匹配所有目录请写 ${f.code('**/*.ts')}，只匹配一级请写 ${f.code('*')}。`,
    'policy.broken': (p, f) => `策略文件 ${f.code(p.path)} 有 ${f.number(p.count)} 处问题，因此无法作出任何判断。`,
    'policy.broken.next': () => '请在目标分支上修正策略文件；所有问题及其位置均已列出。',
    'policy.empty': (_p, f) => `文件没有内容。处理：至少写入 ${f.code('version: 1')}；如果想使用内置默认策略，请删除该文件。`,
    'policy.empty.list': () => '列表为空（至少需要一个条目）。处理：添加条目，或删除该键。',
    'policy.empty.role': (p, f) => `角色 ${f.code(p.role)} 没有成员，将无人可以签核。处理：添加用户或团队，或删除该角色。`,
    'policy.empty.text': () => '文本为空（至少需要一个字符）。处理：填写内容，或删除该键。',
    'policy.encoding': (p, f) => `文件编码为 ${f.code(p.encoding)}（应为 UTF-8）。处理：另存为 UTF-8。`,
    'policy.encoding.byte': (p, f) => `偏移量 ${f.number(p.offset)} 处的字节 ${f.code(`0x${p.byte.toString(16).toUpperCase().padStart(2, '0')}`)} 不是有效的 UTF-8。处理：将文件另存为 UTF-8。`,
    'policy.control': (p, f) => `不允许使用控制字符 ${f.code(`U+${p.codePoint.toString(16).toUpperCase().padStart(4, '0')}`)}。处理：将其删除。`,
    'policy.size': (p, f) => `文件过大（${f.number(p.bytes)} 字节，最多 ${f.number(p.limit)} 字节）。处理：精简内容。`,
    'policy.entries': (p, f) => `条目过多（${f.number(p.count)} 个，最多 ${f.number(p.limit)} 个）。处理：删减条目，或改用模式。`,
    'policy.length': (p, f) => `文本过长（${f.number(p.length)} 个字符，最多 ${f.number(p.limit)} 个）。处理：缩短文本。`,
    'policy.ambiguous': (p, f) => `存在两个策略文件：${f.code(p.first)} 和 ${f.code(p.second)}。处理：保留一个，删除另一个。`,
    'policy.file': p => `策略文件是${policy_fileKinds[p.kind]}（应为普通文件）。处理：直接提交文件本身。`,
    'policy.multidoc': (_p, f) => `从这里开始是第二个 YAML 文档（只允许一个）。处理：删除 ${f.code('---')} 这一行以及不属于策略的内容。`,
    'policy.syntax': (p, f) => {
        if (p.reason === 'tab')
            return '使用了制表符缩进。处理：改用空格缩进。';
        if (p.reason === 'directive')
            return `不支持 YAML 指令。处理：删除以 ${f.code('%')} 开头的行。`;
        return `从这里开始不是有效的 ${p.reason === 'json' ? 'JSON' : 'YAML'}（${f.text(p.detail)}）。处理：检查引号、括号、逗号和缩进。`;
    },
    'policy.alias.many': (p, f) => `别名过多（最多 ${f.number(p.limit)} 个）。处理：直接写出各个值。`,
    'policy.alias.unknown': (p, f) => `别名 ${f.code(`*${p.name}`)} 之前没有对应的锚点。处理：先定义 ${f.code(`&${p.name}`)}；如果它本来就是文本，请加上引号。`,
    'policy.alias.cycle': (p, f) => `别名 ${f.code(`*${p.name}`)} 出现在它自己的锚点内部。处理：直接写出值。`,
    'policy.depth': (p, f) => `嵌套过深（最多 ${f.number(p.limit)} 层）。处理：检查括号和缩进。`,
    'policy.tag': (p, f) => `不支持 YAML 标签 ${f.code(p.tag)}。处理：将其删除；以 ${f.code('!')} 开头的文本请加上引号。`,
    'policy.key': () => '键不是普通文本。处理：改为普通的键名。',
    'policy.key.merge': (_p, f) => `不支持合并键 ${f.code('<<')}。处理：逐个写出各键。`,
    'policy.key.forbidden': (p, f) => `不允许使用键 ${f.code(p.key)}。处理：换一个名称。`,
    'policy.key.twice': (p, f) => `键 ${f.code(p.key)} 重复出现，位于第 ${f.number(p.first)} 行和第 ${f.number(p.second)} 行。处理：只保留一个。`,
    'policy.unknown': (p, f) => `未知的键 ${f.code(p.got)}${p.characters.length === 0 ? '' : `，其中包含字符 ${f.list(p.characters.map(f.code), 8)}`}。${policy_perhaps(p.suggestion, f) || (p.known.length === 0 ? '' : `此处可用：${f.list(p.known.map(f.code), 12)}。`)}处理：更正或删除该键。`,
    'policy.required': (p, f) => `缺少键 ${f.code(p.key)}。处理：补上该键。`,
    'policy.version': (p, f) => `不支持的版本（实际为${policy_gotText(p.got, f)}，支持：${f.list(p.supported.map(String).map(f.code))}）。处理：写成 ${f.code('version: 1')}。`,
    'policy.type': (p, f) => `类型错误（实际为${policy_gotText(p.got, f)}，应为${policy_expectedNames[p.expected]}）。处理：改为${p.hint === null ? policy_expectedNames[p.expected] : ` ${f.code(p.hint)}`}${p.got.kind === 'nothing' ? '，或删除该键' : ''}。`,
    'policy.number': (p, f) => `不是普通的十进制数字（实际为 ${f.code(p.got)}${p.value === null ? '' : `，YAML 会读作 ${f.code(p.value)}`}）。处理：只用数字 0 到 9 和至多一个小数点书写，不要以 0 补位。`,
    'policy.range': (p, f) => `超出范围（实际为 ${f.code(p.got)}，应为${policy_bounds(p.min, p.max, f)}${p.integer ? '整数' : '数字'}）。处理：改为范围内的数字。`,
    'policy.enum': (p, f) => `未知的取值（实际为${policy_gotText(p.got, f)}，应为 ${zh_CN_policy_codes(p.allowed, f, 12)}）。${policy_perhaps(p.suggestion, f)}处理：改为其中之一。`,
    'policy.id': (p, f) => `名称不可用（实际为 ${f.code(p.got)}，应以小写字母开头，只含小写字母、数字和 ${f.code('-')}，最多 ${f.number(40)} 个字符）。处理：更换名称。`,
    'policy.id.twice': (p, f) => `名称 ${f.code(p.id)} 重复使用，位于第 ${f.number(p.first)} 行和第 ${f.number(p.second)} 行。处理：更换其中一个。`,
    'policy.format': (p, f) => `格式错误（实际为 ${f.code(p.got)}，应为 ${f.code(p.pattern)}）。处理：按该格式书写。`,
    'policy.login': (p, f) => `既不是用户也不是团队（实际为 ${f.code(p.got)}，应为 ${f.code('@login')} 或 ${f.code('@owner/team')}；机器人不能签核）。处理：按提及的写法填写，并加上引号。`,
    'policy.workflow': (p, f) => `不是工作流（实际为 ${f.code(p.got)}，应为本仓库的 ${f.code('.github/workflows/ci.yml')}，或 ${f.code('owner/name/.github/workflows/gates.yml@refs/heads/main')}）。处理：按其中一种格式书写；其他仓库的工作流须注明 ref。`,
    'policy.org': (p, f) => `团队 ${f.person(p.got.slice(1))} 属于其他所有者（应为 ${f.code(p.owner)} 的团队）。处理：改用 ${f.code(p.owner)} 的团队，或逐个列出人员。`,
    'policy.date': (p, f) => `${f.code(p.got)} 不是一个日期。请按年、月、日书写，例如 ${f.code('2027-03-31')}。`,
    'policy.impossible': (p, f) => `要求的人数超过角色 ${f.code(p.role)} 的人数（要求 ${f.number(p.count)} 人，最多 ${f.number(p.members)} 人）。处理：降低人数要求，或为该角色添加人员。`,
    'policy.role.unknown': (p, f) => `没有角色 ${f.code(p.got)}${known(p.known, f)}。${policy_perhaps(p.suggestion, f)}处理：改用已有角色，或在 ${f.code('roles')} 下添加。`,
    'policy.checklist.unknown': (p, f) => `没有检查清单 ${f.code(p.got)}。${p.suggestion === null ? '' : `是否想写 ${f.code(p.suggestion)}？`}${p.known.length === 0 ? '策略中没有检查清单。' : `已有：${f.list(p.known.map(f.code), 20)}。`}`,
    'policy.checklist.off': (p, f) => `检查清单 ${f.code(p.got)} 已关闭，不会询问任何人。处理：为它设置其他级别，或从 ${f.code('requires')} 中移除。`,
    'policy.evidence.circle': (p, f) => `门禁 ${f.code(p.gate)} 以检查清单为依据，因此不能勾选其中的条目。`,
    'policy.component.unknown': (p, f) => `没有组件 ${f.code(p.got)}${known(p.known, f)}。${policy_perhaps(p.suggestion, f)}处理：改用已有组件，或在 ${f.code('components')} 下添加。`,
    'policy.evidence.form': (p, f) => `不是有效的证据来源（实际为 ${f.code(p.got)}，应为 ${f.code('gates.<name>')}）。处理：例如写成 ${f.code('gates.coverage')}。`,
    'policy.evidence.unknown': (p, f) => `没有门禁 ${f.code(p.got)}${known(p.known, f)}。${policy_perhaps(p.suggestion, f)}处理：改用已有的门禁。`,
    'policy.evidence.off': (p, f) => `门禁 ${f.code(p.gate)} 未启用，该检查项永远无法勾选。处理：在 ${f.code('gates')} 下启用它，或为该项指定角色。`,
    'policy.signer.none': (p, f) => `检查项 ${f.code(p.item)} 既没有角色也没有证据，将无人可以勾选。处理：添加 ${f.code('role')} 或 ${f.code('evidence')}。`,
    'policy.signer.both': (p, f) => `检查项 ${f.code(p.item)} 同时有角色和证据（只能有其一）。处理：删除其中之一，或拆成两项。`,
    'policy.literal': (p, f) => `策略文件中的表达式不会展开，${f.code(p.got)} 将按字面处理。处理：直接写出值。`,
    'policy.invalid': (p, f) => `此处不允许（${f.text(p.detail)}）。处理：参见 docs/policy.md。`,
    'policy.glob.unmatched': (p, f) => `${f.code(p.pattern)} 没有匹配到仓库中的任何文件。${p.hint === null ? '' : `${f.code(p.hint)} 仅大小写不同。`}处理：更正或删除该模式。`,
    'policy.change': (p, f) => `${f.code(p.key)} ${f.code(p.from)} → ${f.code(p.to)}`,
    'policy.change.added': (p, f) => `新增 ${f.code(p.key)}${p.value === null ? '' : `：${f.code(p.value)}`}`,
    'policy.change.removed': (p, f) => `移除 ${f.code(p.key)}${p.value === null ? '' : `：${f.code(p.value)}`}`,
    'policy.change.order': (p, f) => `${f.code(p.key)} 中模式的顺序有变化，以最后匹配的一条为准`,
    'policy.change.created': () => '新增了策略文件；在它进入目标分支之前，仍按内置默认策略判断。',
    'policy.change.deleted': (_p, f) => `策略文件被移除；将改用 ${f.code('warn')} 级别的内置默认策略，不会拦截任何合并。`,
    'policy.change.broken': (p, f) => `修改后的策略文件有 ${f.number(p.count)} 处问题；合并后将无法作出任何判断。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/policy-shared.js
const policy_shared_chained = (chain, f) => chain.map(f.code).join(' → ');
const policy_shared_allowed = (what, f) => {
    switch (what.kind) {
        case 'least':
            return `请写 ${f.code(what.value)} 或更大的值`;
        case 'most':
            return `请写 ${f.code(what.value)} 或更小的值`;
        case 'values':
            return `请写 ${f.either(what.values.map(f.code))}`;
        case 'no-removal':
            return '请保留继承的内容';
        case 'no-addition':
            return '请去掉新增的内容';
        case 'same':
            return '请保留继承的值';
        default:
            return what;
    }
};
const policy_shared_policyShared = {
    'policy.extends.refused': (p, f) => {
        if (p.reason === 'owner')
            return `${f.code(p.got)} 属于其他所有者；只能继承 ${f.code(p.owner)} 的策略。处理：改为 ${f.code(p.owner)} 名下的仓库。`;
        if (p.reason === 'allowed')
            return `此处不允许继承 ${f.code(p.got)} 的策略。处理：改为运维人员允许的仓库，通常是 ${f.code(`${p.owner}/.github`)}。`;
        return `${f.code(p.got)} 不是共享策略的引用（应为 ${f.code('owner/repository')}、${f.code('owner/repository//path/to/file.yml')}，两者均可加 ${f.code('@ref')}）。处理：按此格式书写；网址和本机路径一律不会读取。`;
    },
    'policy.extends.cycle': (p, f) => `策略之间循环继承：${policy_shared_chained(p.chain, f)}。处理：去掉其中一个引用。`,
    'policy.extends.depth': (p, f) => `策略继承超过 ${f.number(p.limit)} 层：${policy_shared_chained(p.chain, f)}。处理：直接继承靠后的某个策略。`,
    'policy.extends.many': (p, f) => `继承的共享策略合计超过 ${f.number(p.limit)} 个。处理：合并其中一些。`,
    'policy.extends.missing': (p, f) => `共享仓库中的 ${f.either(p.places.map(f.code))} 没有策略（${policy_shared_chained(p.chain, f)}）。处理：更正引用，或在那里添加该文件。`,
    'policy.extends.unread': (p, f) => {
        const named = policy_shared_chained(p.chain, f);
        const grant = `提供有权读取的令牌（${f.code(p.repository)} 的 ${f.code('contents: read')} 权限；工作流自带的令牌只能读取本仓库和公开仓库），或在该仓库安装 App`;
        switch (p.why) {
            case 'absent':
                return `无法读取共享策略 ${named}：仓库或引用不存在，或者令牌看不到。处理：更正引用，或${grant}。`;
            case 'permission':
                return `无法读取共享策略 ${named}：令牌没有权限。处理：${grant}。`;
            case 'no-answer':
                return `无法读取共享策略 ${named}：GitHub 没有应答（${f.text(p.detail)}）。处理：重新运行检查。`;
            case 'not-asked':
                return `共享策略 ${named} 不在本机，而此处不访问网络。处理：指定一个目录，其中按 ${f.code('owner/repository')} 存放共享仓库的副本。`;
            case 'not-public':
                return `共享策略 ${named} 并非人人可读，且基准分支没有使用它，因此合并前不会打开。处理：请有权读取的人比较两个版本。`;
            default:
                return p.why;
        }
    },
    'policy.shared.hidden': (p, f) => `存在 ${f.code(p.code)} 类问题。并非所有人都能读取该仓库，因此不显示其内容。处理：在该文件所在的仓库中校验。`,
    'policy.version.differs': (p, f) => `版本与 ${f.code(p.from)} 的版本（${f.code(p.inherited)}）不一致。处理：两处写相同的版本。`,
    'policy.merge.mixed': (p, f) => `${f.code(p.key)} 不能与 ${f.code('$append')} 或 ${f.code('$remove')} 并列。处理：去掉它，或写出完整的列表。`,
    'policy.merge.noList': (p, f) => `${f.code(p.key)} 处继承的不是列表，无法增减条目。处理：直接写出值。`,
    'policy.merge.operand': (p, f) => `${f.code(p.key)} 的值应为列表。处理：把条目写在方括号内。`,
    'policy.merge.nothing': (_p, f) => `${f.code('null')} 用于删除继承的值，但此处没有继承任何值。处理：去掉这一行。`,
    'policy.merge.absent': (_p, f) => `${f.code('$remove')} 中的条目并非继承而来。处理：去掉它，或按继承的写法书写。`,
    'policy.lock.unknown': (p, f) => `${f.code(p.got)} 不是策略中的键。处理：写键路径，例如 ${f.code('gates.coverage.project.min')} 或 ${f.code('gates.*.level')}。`,
    'policy.locked': (p, f) => {
        const own = p.own === null ? '此处却将其去掉' : `此处却写为 ${f.code(p.own)}`;
        const inherited = p.inherited === null ? '' : `（值为 ${f.code(p.inherited)}）`;
        return `${f.code(p.key)} 已被 ${f.code(p.from)} 锁定${inherited}，不能放宽；${own}。处理：${policy_shared_allowed(p.allowed, f)}。`;
    },
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/replay.js
const verdicts = { passed: '通过', waiting: '等待', failed: '未通过', unknown: '未知' };
const replay_states = {
    ...verdicts,
    skipped: '跳过',
    waived: '已豁免',
    off: '关闭',
};
const state = (name) => replay_states[name] ?? '';
const replay_replay = {
    'policyChange.title': (p, f) => `该拉取请求修改了策略 ${f.code(p.path)}`,
    'policyChange.weaker': () => '变宽松：',
    'policyChange.stronger': () => '变严格：',
    'policyChange.other': () => '变更：',
    'replay.sum': (p, f) => p.judged + p.skipped === 0
        ? '回放：没有可供试验的已合并拉取请求。'
        : `在 ${f.number(p.judged)} 个已合并的拉取请求上回放：${p.changed === 0 ? '没有结论改变' : `${f.number(p.changed)} 个结论改变`}。${p.skipped === 0 ? '' : `另有 ${f.number(p.skipped)} 个无法重新评判。`}`,
    'replay.changed': (p, f) => `${f.code(`#${p.number}`)} ${f.text(p.title)}：${verdicts[p.before]} → ${verdicts[p.after]}（${f.list(p.gates.map(one => `${f.code(one.gate)} ${state(one.before)} → ${state(one.after)}`))}）`,
    'cli.replay.summary': () => '用新旧两份策略评判已合并的拉取请求',
    'cli.replay.about': () => '向 GitHub 查询最近合并的拉取请求，分别按旧策略和新策略评判，并显示哪些结论会改变。\n两边都不考虑签核。令牌取自 GITHUB_TOKEN 或 GH_TOKEN，只用于读取。',
    'cli.replay.option.branch': () => '合并到的分支；省略时为 main',
    'cli.replay.option.last': () => '数量；省略时为 20',
    'cli.replay.option.before': () => '旧策略；省略时为 HEAD 的策略',
    'cli.replay.option.policy': () => '新策略；省略时为工作区的策略',
    'cli.replay.last': (p, f) => `${f.code(`--last ${p.got}`)} 不是 1 到 ${f.number(p.most)} 之间的整数`,
    'cli.option.repo': () => 'GitHub 上的仓库；省略时取 GITHUB_REPOSITORY',
    'cli.noRepo': (p, f) => p.got === ''
        ? `缺少 ${f.code('--repo OWNER/NAME')}：要向 GitHub 查询的仓库`
        : `${f.code(`--repo ${p.got}`)} 不是仓库名：应为 ${f.code('OWNER/NAME')}`,
    'cli.noToken': (p, f) => `没有令牌：该命令需要访问 GitHub；请把 ${f.either(p.names.map(f.code))} 设为可以读取该仓库的令牌`,
    'cli.pr': (p, f) => `${f.code(p.got)} 不是拉取请求的编号`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/review.js
const review_people = (logins, f) => f.list(logins.map(f.person));
const review_tally = (p, f) => `${f.code(p.role)} ${p.need === 'approved' ? '批准' : '评审邀请'} ${f.number(p.have)}/${f.number(p.count)}`;
function zh_CN_review_open(p, f) {
    if (p.blockedBy.length > 0)
        return `${review_tally(p, f)}（${review_people(p.blockedBy, f)} 要求修改）`;
    return p.isDraft ? `${review_tally(p, f)}（草稿：尚未邀请任何人）` : review_tally(p, f);
}
function review_impossible(p, f) {
    const left = p.excluded.length === 0 ? '' : `；${review_people(p.excluded, f)} 不能计入`;
    if (p.eligible === 0 && p.excluded.length === 0)
        return `角色 ${f.code(p.role)} 没有成员`;
    return `角色 ${f.code(p.role)} 中可计入的有 ${f.number(p.eligible)} 人，要求 ${f.number(p.count)} 人${left}`;
}
function review_step(p, f) {
    switch (p.step) {
        case 'ready':
            return '请将该拉取请求标记为可评审。';
        case 'resolve':
            return `请与 ${review_people(p.people, f)} 处理完所要求的修改：由同一人批准，或驳回（dismiss）该评审，即可解除阻塞。`;
        case 'again':
            return `${review_people(p.people, f)} 批准的是旧的提交，请其批准 ${f.sha(p.headSha)}。`;
        case 'await':
            return `已邀请 ${review_people(p.people, f)} 评审。`;
        case 'ask': {
            const who = [...p.people, ...p.teams].map(f.person);
            if (who.length === 0)
                return `请邀请角色 ${f.code(p.role)} 中的 ${f.number(p.count)} 人评审。`;
            return `请邀请 ${f.either(who)} 评审（角色 ${f.code(p.role)}，还需 ${f.number(p.count)} 人）。`;
        }
        default:
            return p;
    }
}
const review_review = {
    'review.absent': () => '缺少该拉取请求的评审、评审邀请、提交或文件信息。',
    'review.absent.next': () => '请重新运行检查；如果仍然如此，请确认令牌可以读取该拉取请求。',
    'review.idle': (p, f) => `没有适用的规则：变更的文件不需要评审（已检查 ${f.number(p.rules)} 条规则）。`,
    'review.passed': (p, f) => `${f.list(p.rules.map(rule => review_tally(rule, f)))}。`,
    'review.waiting': (p, f) => `${f.list(p.rules.map(rule => zh_CN_review_open(rule, f)))}。`,
    'review.waiting.next': (p, f) => p.steps.map(each => review_step(each, f)).join(''),
    'review.failed': (p, f) => `没有人能够完成评审：${p.rules.map(rule => review_impossible(rule, f)).join('。')}。`,
    'review.failed.next': (p, f) => `请在策略中加入既没有创建也没有参与该拉取请求的人：${f.list(p.roles.map(each => `角色 ${f.code(each.role)} 增加 ${f.number(each.missing)} 人`))}。`,
    'review.role.missing': (p, f) => `没有读到角色 ${f.code(p.role)} 的成员。`,
    'review.role.missing.next': (p, f) => `请在策略中定义角色 ${f.code(p.role)}，或重新运行检查。`,
    'review.unattributed': (p, f) => `提交 ${f.sha(p.sha)} 署名 ${f.list(p.names.map(f.text))}，GitHub 找不到对应的账户，因此无法证明 ${f.code(p.role)} 的批准是独立的。`,
    'review.unattributed.next': (p, f) => `请由提交 ${f.sha(p.sha)} 的作者把其邮箱地址加到自己的 GitHub 账户，或用 GitHub 认识的地址重写该提交。`,
    'review.unresolved': (p, f) => `当前令牌无法读取角色 ${f.code(p.role)} 中的 ${f.list(p.entries.map(f.code))}，因此不知道谁可以计入。`,
    'review.unresolved.next': (p, f) => `请安装 App（组织权限 Members: read），或在策略中按登录名列出角色 ${f.code(p.role)} 的成员。`,
    'review.unresolved.part': (p, f) => `当前令牌无法读取角色 ${f.code(p.role)} 中的 ${f.list(p.entries.map(f.code))}：只计入其他成员。`,
    'review.rule.idle': (p, f) => `变更的文件不需要 ${f.code(p.role)} 的${p.need === 'approved' ? '批准' : '评审邀请'}。`,
    'review.rule.passed': (p, f) => `${review_tally(p, f)}：${review_people(p.by, f)}。`,
    'review.rule.waiting': (p, f) => `${zh_CN_review_open(p, f)}。`,
    'review.rule.failed': (p, f) => `${review_tally(p, f)}：${review_impossible(p, f)}。`,
    'review.stale': (p, f) => p.sha === null
        ? `${f.person(p.login)} 批准的旧提交已不存在；当前提交是 ${f.sha(p.headSha)}。`
        : `${f.person(p.login)} 批准的是旧提交 ${f.sha(p.sha)}；当前提交是 ${f.sha(p.headSha)}。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/rollout.js
const rollout_rollout = {
    'rollout.passed': () => '已有分阶段的发布计划，回滚也已演练。',
    'rollout.failed': p => p.plan && p.rollback
        ? '此风险的变更需要分阶段的发布计划和演练过的回滚。'
        : p.plan
            ? '此风险的变更需要分阶段的发布计划。'
            : '此风险的变更需要演练过的回滚。',
    'rollout.failed.next': (p, f) => p.plan
        ? `请在 ${f.code('## 发布计划')} 下用列表写出各阶段，除最后一个外都要写明停留时间：${f.code('- 金丝雀 10 % 24 小时')}。`
        : '请演练回滚并加以说明。',
    'rollout.waiting': () => '已有分阶段的发布计划；回滚演练尚未确认。',
    'rollout.waiting.next': () => '请确认回滚已经演练。',
    'rollout.plan.missing': (_, f) => `描述和关联的议题中都没有 ${f.code('发布计划')}（Rollout plan）一节。`,
    'rollout.plan.stages': (p, f) => `计划中${p.found.length === 0 ? '没有阶段' : `有 ${f.number(p.found.length)} 个阶段（${f.list(p.found.map(f.code))}）`}，要求 ${f.number(p.least)} 个。`,
    'rollout.plan.noBake': (p, f) => `阶段 ${f.code(p.stage)} 没有写明进入下一阶段前的时间${p.bake === null ? '' : `；至少 ${f.code(p.bake)}`}。`,
    'rollout.plan.short': (p, f) => `阶段 ${f.code(p.stage)} 停留的时间短于 ${f.code(p.bake)}。`,
    'rollout.plan.noCanary': () => '没有任何阶段只面向一部分流量或站点（以百分比表示）。',
    'rollout.rollback.missing': (_, f) => `描述和关联的议题中都没有 ${f.code('回滚方案')}（Rollback plan）一节。`,
    'rollout.rollback.unticked': (_, f) => `${f.code('回滚方案')}（Rollback plan）一节中没有勾选的任务项：${f.code('- [x] 已在预发布环境演练 …')}。`,
    'rollout.rollback.item': (p, f) => p.there
        ? `条目 ${f.code(p.item)} 尚未签核。`
        : `适用的检查清单中没有条目 ${f.code(p.item)}，因此无人可以确认演练。`,
    'rollout.rollback.check': (p, f) => `检查 ${f.code(p.check)} 没有通过。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/signoffs.js
const signoffs_signoffs = {
    'signoffs.none': () => '没有与该拉取请求有关的检查清单。',
    'signoffs.passed': (p, f) => `检查清单的 ${f.number(p.total)} 个条目均已完成。`,
    'signoffs.waiting': (p, f) => `检查清单的 ${f.number(p.total)} 个条目已完成 ${f.number(p.done)} 个；未完成：${f.list(p.checklists.map(f.code))}。`,
    'signoffs.waiting.next': (_, f) => `请签核未完成的条目，例如用 ${f.code('/sign-off')}；没有 App 时须写明头部提交：${f.code('/sign-off ITEM --sha HEAD')}。`,
    'signoffs.item': (p, f) => p.role === null ? `${f.code(p.item)}：缺少证据。` : `${f.code(p.item)}：等待 ${f.code(p.role)}。`,
    'signoffs.comment.sha': (p, f) => `${f.person(p.login)} 的命令没有写明头部提交，或写的是别的提交，因此不算数。针对当前头部提交：${f.code(p.command)}。`,
    'signoffs.comment.edited': (p, f) => `${f.person(p.login)} 的命令写好后被编辑过，因此不算数。请重新书写。`,
    'signoffs.comment.delegate': (p, f) => `${f.person(p.login)} 想请他人代为签核。委托需要由 App 记录；此处没有任何变化。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/size.js
const zh_CN_size_amount = (p, f) => `${f.number(p.files)} 个文件中变更 ${f.number(p.lines)} 行${p.excluded === 0 ? '' : `（另有 ${f.number(p.excluded)} 个文件不计）`}`;
const zh_CN_size_allowed = (p, f) => [
    ...(p.maxLines === null ? [] : [`${f.number(p.maxLines)} 行`]),
    ...(p.maxFiles === null ? [] : [`${f.number(p.maxFiles)} 个文件`]),
].join('、');
const size_size = {
    'size.passed': (p, f) => `${zh_CN_size_amount(p, f)}；允许 ${zh_CN_size_allowed(p, f)}。`,
    'size.failed': (p, f) => `${zh_CN_size_amount(p, f)}；最多允许 ${zh_CN_size_allowed(p, f)}。`,
    'size.failed.next': (p, f) => p.parts.length < 2
        ? '请拆分成可以逐个阅读的拉取请求。'
        : `请拆分，例如按 ${f.list(p.parts.map(one => `${f.code(one.name)}（${f.number(one.lines)} 行）`))}。`,
    'size.file': (p, f) => `新增 ${f.number(p.additions)} 行，删除 ${f.number(p.deletions)} 行。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/start.js
const zh_CN_start_words = (all, f) => all.map(f.code).join('、');
const start_restore = '请保留该文件，将最近一次备份恢复到原处，然后重新启动。';
const start_start = {
    'start.noAppId': () => '未设置 APP_ID。它是 GitHub App 设置页面上的编号。',
    'start.appId': () => 'APP_ID 必须是 GitHub App 设置页面上的编号（数字）。',
    'start.both': (p, f) => `${f.code(p.names[0])} 与 ${f.code(p.names[1])} 同时设置了。请只保留其中一个。`,
    'start.noKey': () => '未设置 PRIVATE_KEY 或 PRIVATE_KEY_PATH。请在 GitHub App 的设置页面上生成密钥。',
    'start.noPath': (p, f) => `${f.code(p.name)} 不是路径。密钥本身应写入 ${f.code(p.instead)}。`,
    'start.openKey': (p, f) => `${f.code(p.name)}：所有者以外的用户可以读取 ${f.code(p.path)}（权限 ${f.code(p.mode)}）。请对它执行 chmod 600。`,
    'start.unreadable': (p, f) => `${f.code(p.name)}：无法读取 ${f.code(p.path)}（${f.code(p.code)}）。`,
    'start.noPem': (p, f) => `${f.code(p.name)} 不是 PEM 格式的私钥：它必须以 “-----BEGIN RSA PRIVATE KEY-----” 或 “-----BEGIN PRIVATE KEY-----” 开头。`,
    'start.keyType': (p, f) => `${f.code(p.name)} 是 ${f.code(p.type)} 类型的密钥；GitHub App 使用 RSA。`,
    'start.damagedKey': (p, f) => `${f.code(p.name)} 看似私钥，但无法读取：它已损坏或被截断。请重新复制整个文件。`,
    'start.noSecret': (p, f) => `未设置 ${f.code(p.name)}。请设置至少 ${f.number(p.least)} 个随机字符，并与 GitHub App 中的一致。`,
    'start.knownSecret': (p, f) => `${f.code(p.name)} 是人人皆知的默认值。请设置至少 ${f.number(p.least)} 个随机字符。`,
    'start.shortSecret': (p, f) => `${f.code(p.name)} 只有 ${f.number(p.length)} 个字符，至少需要 ${f.number(p.least)} 个。请设置随机值，并与 GitHub App 中的一致。`,
    'start.signIn': (p, f) => `未设置 ${f.list(p.missing.map(f.code))}。网页登录需要同时设置 ${zh_CN_start_words(p.all, f)}；否则请一个也不设置。`,
    'start.publicPath': () => '启用登录时，PUBLIC_URL 不能含有路径：网页位于该主机的根路径。',
    'start.noUrl': (p, f) => `${f.code(p.name)} 不是 URL。请写完整，例如 ${f.code(p.example)}。`,
    'start.urlUser': (p, f) => `${f.code(p.name)} 不得包含用户名或密码。`,
    'start.urlQuery': (p, f) => `${f.code(p.name)} 不得包含 “?” 或 “#”。`,
    'start.urlPlain': (p, f) => `${f.code(p.name)} 必须使用 https（仅本机可用 http，例如 http://localhost:3000）。`,
    'start.databaseUrl': (p, f) => `DATABASE_URL 的写法应为 ${f.code(p.form)}。`,
    'start.databaseName': (p, f) => `DATABASE_URL 没有写明数据库名。写法：${f.code(p.form)}。`,
    'start.sslMode': (p, f) => `DATABASE_URL：sslmode 必须是以下之一：${zh_CN_start_words(p.modes, f)}。`,
    'start.sslUnsaid': () => 'DATABASE_URL 必须写明连接如何加密：请加上 ?sslmode=verify-full；若网络可信，可写 ?sslmode=disable。',
    'start.onePort': () => 'METRICS_PORT 不得与 PORT 相同。若只用一个端口，请不要设置它。',
    'start.repositories': () => 'POLICY_REPOSITORIES 必须是不带所有者的仓库名，例如 .github,policies。',
    'start.integer': (p, f) => `${f.code(p.name)} 必须是 ${p.min} 到 ${p.max} 之间的整数。`,
    'start.oneOf': (p, f) => `${f.code(p.name)} 必须是以下之一：${zh_CN_start_words(p.allowed, f)}。`,
    'start.acceptLoss': () => 'ACCEPT_LOSS 必须为 1，或者不设置。',
    'start.checkpointKey': () => '设置了 DATABASE_URL 时，CHECKPOINT_FILE 需要 LEDGER_KEY 或 LEDGER_KEY_PATH。',
    'start.openLedgerKey': (p, f) => `所有者以外的用户可以读取台账密钥 ${f.code(p.path)}（权限 ${f.code(p.mode)}）。请对它执行 chmod 600。`,
    'start.ledgerKeyUnread': (p, f) => `无法读取台账密钥 ${f.code(p.path)}（${f.code(p.code)}）。`,
    'start.ledgerKeyUnwritten': (p, f) => `无法将台账密钥写入 ${f.code(p.path)}（${f.code(p.code)}）。`,
    'start.ledgerKey': (p, f) => `${f.code(p.name)} 不是 PEM 格式的 Ed25519 私钥。生成命令：openssl genpkey -algorithm ed25519。`,
    'start.loss': (p, f) => `LED-LOSS 仓库 ${f.code(p.repoId)}：缺少${p.from === p.to ? `第 ${p.from} 行` : `第 ${p.from} 至 ${p.to} 行`}。第 ${p.to} 行已于 ${f.code(p.at)} 公布；数据库止于第 ${p.end} 行。`,
    'start.lossAdvice': () => '数据库比已公布的内容旧：恢复了过旧的备份，或者有行被截去。请恢复较新的备份。如果没有，请带 --accept-loss（或 ACCEPT_LOSS=1）启动一次：缺少的签核将就此丢失，需由相关人员重新签核。',
    'start.newerSchema': (p, f) => `数据库由较新版本的 delivery-gates 写入（架构 ${zh_CN_start_words(p.schema, f)}，本版本只认识到 ${f.code(p.known)}）。请启动那个版本，或恢复升级之前的备份。`,
    'start.otherVersion': p => `数据库属于${p.newer ? '较新' : '较旧'}版本的 delivery-gates。请使用与 App 相同版本的命令。`,
    'start.migration': () => '数据库架构未能升级；没有改动任何内容。',
    'start.noDatabase': (p, f) => `${f.code(p.path)} 处没有数据库。请将 DATA_DIR 设为 App 的数据目录。`,
    'start.inUse': (p, f) => `${f.code(p.dataDir)} 正被另一个进程使用。一个数据目录只供一个进程使用：请停止另一个进程，或将 DATA_DIR 设为其他目录。`,
    'start.network': (p, f) => `${f.code(p.dataDir)} 位于网络文件系统上，其文件锁无法保护台账。请将 DATA_DIR 设为本地磁盘。`,
    'start.sqlite': (p, f) => `SQLite ${f.code(p.version)} 可能丢失已提交的行；需要 ${f.code(p.oldest)} 或更新的版本。请使用 Node 24。`,
    'start.damagedPages': (p, f) => `${f.code(p.path)} 已损坏（${f.code(p.problems)}）。${start_restore}`,
    'start.database.locked': (p, f) => `${f.code(p.path)} 被另一个程序锁定。请停止该程序，然后重新启动。`,
    'start.database.readOnly': (p, f) => `${f.code(p.path)} 是只读的。请让当前用户能够写入该目录及其中的文件。`,
    'start.database.io': (p, f) => `无法读写 ${f.code(p.path)}。请检查磁盘。`,
    'start.database.damaged': (p, f) => `${f.code(p.path)} 已损坏。${start_restore}`,
    'start.database.full': (p, f) => `磁盘空间不足，无法写入 ${f.code(p.path)}。请释放一些空间，然后重新启动。`,
    'start.database.unopened': (p, f) => `无法打开 ${f.code(p.path)}。请确认 DATA_DIR 是当前用户可以写入的目录。`,
    'start.database.foreign': (p, f) => `${f.code(p.path)} 不是本程序的数据库。请将 DATA_DIR 设为其他目录，或恢复最近一次备份。`,
    'start.database.other': (p, f) => `无法使用 ${f.code(p.path)}：${f.code(p.reason)}。`,
    'start.postgres.backup': (p, f) => `${f.code(p.where)} 处的数据库请用 pg_dump 或归档日志的方式备份。`,
    'start.postgres.version': (p, f) => `${f.code(p.where)} 处的数据库版本为 ${f.number(p.major)}；需要 ${f.number(p.oldest)} 或更新的版本。`,
    'start.postgres.encoding': (p, f) => `${f.code(p.where)} 处的数据库编码为 ${f.code(p.encoding)}；请以 ENCODING 'UTF8' 创建数据库。`,
    'start.postgres.fsync': (p, f) => `${f.code(p.where)} 处的数据库关闭了 fsync，可能丢失已确认的签核；请打开 fsync。`,
    'start.postgres.commit': (p, f) => `${f.code(p.where)} 处的数据库设置了 synchronous_commit = ${f.code(p.commit)}，可能丢失已确认的签核；请为该数据库将其设为 on。`,
    'start.postgres.readOnly': (p, f) => `${f.code(p.where)} 处的数据库不接受写入（备库，或为只读）；请连接主库。`,
    'start.postgres.silent': (p, f) => `${f.code(p.where)} 处的数据库没有应答：${f.code(p.reason)}。请检查 DATABASE_URL，以及服务器是否在运行、是否允许该用户登录。`,
    'start.personalDays': p => `LEDGER_PERSONAL_DAYS 必须是 ${p.least} 到 ${p.most} 之间的整数。`,
    'start.listen': (p, f) => p.code === 'EADDRINUSE'
        ? `另一个进程已在监听 ${f.code(p.address)}。请停止该进程，或将 PORT 设为其他端口。`
        : `App 无法监听 ${f.code(p.address)}（${f.code(p.code)}）。请检查 HOST、PORT 和 METRICS_PORT。`,
    'start.file': (p, f) => `无法读写 ${f.code(p.path)}（${f.code(p.code)}）。请检查路径，以及当前用户是否有权使用它。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/tables.js
const tables_tables = {
    'table.title': (p, f) => `${f.text(p.gate)}：表格，共 ${f.number(p.rows)} 行`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/waivers.js
const zh_CN_waivers_states = { failed: '未通过', waiting: '等待中', unknown: '未知' };
const waivers_waivers = {
    'waiver.applied': (p, f) => `已由 ${f.text(p.owner)} ${p.source === 'policy' ? '在策略中' : ''}豁免${p.expires === null ? '' : `，有效期至 ${f.code(p.expires)}`}：${f.text(p.reason)}（原状态：${zh_CN_waivers_states[p.status]}）`,
    'waiver.expired': (p, f) => `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}）已于 ${f.code(p.expires)} 到期，不再有效。请消除原因，或在策略中续期。`,
    'waiver.expiring': (p, f) => `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}）将于 ${f.code(p.expires)} 到期。`,
    'waiver.unused': (p, f) => `门禁 ${f.code(p.gate)} 的豁免（${f.text(p.owner)}：${f.text(p.reason)}）在此没有覆盖任何内容。如不再需要，请从策略中删除。`,
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/web.js
/** 供登录用户使用的页面。 */
const web_web = {
    'web.via.page': () => '网页',
    'web.signIn': () => '使用 GitHub 登录',
    'web.signOut': () => '退出登录',
    'web.signedInAs': (p, f) => `已登录：${f.person(p.login)}`,
    'web.signInNeeded': () => '要在网页上签核，须先用 GitHub 登录，而此 App 尚未配置登录。拉取请求中的复选框、命令、按钮和评审无需登录，照常可用。',
    'web.yours': () => '登录后即可看到私有仓库。',
    'web.toGitHub': () => '在 GitHub 上查看拉取请求',
    'web.toStart': () => '所有仓库',
    'web.base': () => '目标分支',
    'web.noReport': () => 'App 尚未评估此拉取请求，或者目标分支上没有策略。页面会自动刷新。',
    'web.headMoved': (p, f) => `GitHub 上的头部提交现为 ${f.sha(p.head)}，此处内容对应的是 ${f.sha(p.seen)}。App 正在检查新的提交。`,
    'web.closed': () => '此拉取请求已关闭；只有在打开状态下才会记录签核。',
    'web.merged': (_, f) => `此拉取请求已合并。此后只有在策略写明 ${f.code('environments')} 时，才会为等待签核的部署记录签核。`,
    'web.noItems': () => '此拉取请求没有需要签核的检查项。',
    'web.sign': () => '签核',
    'web.signFor': (p, f) => `在 ${f.sha(p.head)} 签核 ${f.code(p.item)}`,
    'web.takeBack': () => '撤回',
    'web.takeBackOf': (p, f) => `撤回对 ${f.code(p.item)} 的签核`,
    'web.withOpenPoints': () => '附带未决事项签核',
    'web.openPoints': () => '未决事项',
    'web.openPointsHelp': (_, f) => `仍未关闭的议题，例如 ${f.code('#123')} 或 ${f.code('acme/api#7')}，以逗号分隔；它们会与签核一并记录。`,
    'web.wishes': () => '您的操作',
    'web.wish.sign': (p, f) => `签核 ${f.code(p.item)}`,
    'web.wish.revoke': (p, f) => `撤回对 ${f.code(p.item)} 的签核`,
    'web.wish.pending': () => '已收到并保存，正在核对。页面会自动刷新。',
    'web.wish.lapsed': () => '没有产生任何结果：App 已无法访问此拉取请求，或者策略已不存在。',
    'web.wish.stuck': () => '由于 GitHub 或 App 反复出错，无法作出判断。未记录任何签核；运维人员可在日志中找到原因。',
    'web.problem': () => '操作未成功',
    'web.problem.notFound': () => '没有这个页面，或者您无权查看。',
    'web.problem.method': (p, f) => `此地址只接受 ${f.list(p.allowed.map(f.code))}。未记录任何内容。`,
    'web.problem.state': () => '从 GitHub 返回的这次登录，并非十分钟内在此浏览器中发起。您尚未登录，请重新开始。',
    'web.problem.token': () => '查看所有仓库的页面需要页面令牌（作为密码，用户名任意），或者先登录。',
    'web.problem.denied': () => '您没有在 GitHub 上同意授权，因此尚未登录。',
    'web.problem.code': () => 'GitHub 不再接受这次登录。您尚未登录，请重新开始。',
    'web.problem.notPerson': () => '只有个人用户可以在此登录，而此账号不是。您尚未登录。',
    'web.problem.gitHub': () => 'GitHub 没有应答。未记录任何内容，请稍后重试。',
    'web.problem.again': () => '您的登录已失效：时间已到，或 GitHub 不再接受您的授权。未记录任何内容，请重新登录。',
    'web.problem.foreign': (p, f) => `此表单不是从 ${f.code(p.origin)} 的页面提交的。未记录任何内容，请在该站点打开页面后重试。`,
    'web.problem.form': () => '表单不完整，或者不属于您。未记录任何内容，请重新加载页面。',
    'web.problem.formType': () => '此处只接受普通表单（application/x-www-form-urlencoded，未压缩）。未记录任何内容。',
    'web.problem.formSize': (p, f) => `表单超过 ${f.number(p.max)} KiB。未记录任何内容。`,
    'web.problem.often': () => '短时间内提交的表单过多。未记录任何内容，请稍候。',
    'web.problem.openPoints': (p, f) => p.words.length === 0
        ? `没有写明未决事项。请写出议题，例如 ${f.code('#123')}；或者不附带未决事项直接签核。未记录任何内容。`
        : `${f.list(p.words.map(f.code))} 不是议题引用。未决事项请写成 ${f.code('#123')} 或 ${f.code('acme/api#7')}。未记录任何内容。`,
    'web.problem.head': (p, f) => `您看到的是 ${f.sha(p.seen)}，而头部提交现为 ${f.sha(p.head)}。未记录任何内容。请先查看新的提交，再签核。`,
    'web.problem.item': (p, f) => `${f.code(p.item)} 的要求与您所见页面上的不同了。未记录任何内容。请重新阅读后再签核。`,
    'web.problem.base': (p, f) => `在向您展示 ${f.code(p.item)} 之后，目标分支或策略发生了变化。未记录任何内容。请重新阅读后再签核。`,
    'web.problem.back': () => '查看页面的当前内容',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/when.js
const when_risks = { low: '低', medium: '中', high: '高' };
const when_when = {
    'when.paths': (p, f) => `不适用：没有变更的文件匹配 ${f.either(p.wanted.map(f.code))}。`,
    'when.labels': (p, f) => `不适用：该拉取请求没有 ${f.list(p.wanted.map(f.code))} 中的任何标签。`,
    'when.base': (p, f) => `不适用：目标分支是 ${f.code(p.base)}，不是 ${f.either(p.wanted.map(f.code))}。`,
    'when.draft': p => (p.isDraft ? '不适用于草稿。' : '仅适用于草稿。'),
    'when.risk': (p, f) => `不适用：部署风险为${when_risks[p.risk]}，而不是${f.either(p.wanted.map(one => when_risks[one]))}。`,
    'when.risk.unknown': () => '无法判断部署风险，因此也无法判断是否适用。',
};

;// CONCATENATED MODULE: ./build/src/locales/zh-CN/index.js







































/** 简体中文. */
const zhCN = {
    ...action_action,
    ...admin_admin,
    ...app_app,
    ...tables_tables,
    ...environments_environments,
    ...findings_findings,
    ...finding_faults_findingFaults,
    ...checks_checks,
    ...budgets_budgets,
    ...cli_cli,
    ...cli_app_cliApp,
    ...cli_check_cliCheck,
    ...cli_explain_cliExplain,
    ...cli_impact_cliImpact,
    ...cli_init_cliInit,
    ...cli_ledger_cliLedger,
    ...cli_test_cliTest,
    ...cli_validate_cliValidate,
    ...coverage_coverage,
    ...conventions_conventions,
    ...dependencies_dependencies,
    ...deployments_deployments,
    ...description_description,
    ...docs_docs,
    ...doctor_doctor,
    ...impact_impact,
    ...ledger_ledger,
    ...policy_policy,
    ...policy_shared_policyShared,
    ...replay_replay,
    ...report_report,
    ...review_review,
    ...rollout_rollout,
    ...signoffs_signoffs,
    ...size_size,
    ...start_start,
    ...waivers_waivers,
    ...web_web,
    ...when_when,
};

;// CONCATENATED MODULE: ./build/src/locales/index.js


/** Every locale. Adding one is one folder and one line here. */
const locales = { en: en, 'zh-CN': zhCN };
const localeTags = Object.keys(locales);
/** The sentence for a message in one language on one surface. */
function say(message, locale, f) {
    const entry = locales[locale][message.code];
    return entry(message.params, f);
}


/***/ }),

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ message)
/* harmony export */ });
function message(code, params) {
    return { code, params };
}


/***/ }),

/***/ 7661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ textIn)
/* harmony export */ });
/** Text of a policy that has one per locale: in this one, else in whatever language there is. */
const textIn = (texts, locale) => texts[locale] ?? texts.default ?? texts.en ?? Object.values(texts)[0] ?? '';


/***/ }),

/***/ 5493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ codePoints),
/* harmony export */   Dp: () => (/* binding */ lineIndex),
/* harmony export */   Dw: () => (/* binding */ keyPath),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   YC: () => (/* binding */ editDistance),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/** Longest piece of somebody's text in a message, in code points. */
const maxExcerpt = 200;
/** Text from the file for a message: what cannot be seen is written as `\u00a0`, and at most 200 characters are kept. */
function visible(text) {
    const characters = Array.from(text.slice(0, maxExcerpt * 2));
    const shown = characters.slice(0, maxExcerpt).map(escapeInvisible).join('');
    return characters.length > maxExcerpt || text.length > maxExcerpt * 2 ? `${shown}…` : shown;
}
function escapeInvisible(character) {
    if (character === ' ' || !/[\p{C}\p{Z}\p{M}]/u.test(character))
        return character;
    return Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i), 4)}`).join('');
}
/** `U+0441` for every character that is not ASCII: how a look-alike letter is told apart. At most 8. */
function codePoints(text) {
    const points = Array.from(text, character => character.codePointAt(0) ?? 0).filter(point => point > 0x7e);
    return [...new Set(points)].slice(0, 8).map(point => `U+${hex(point, 4).toUpperCase()}`);
}
const hex = (value, digits) => value.toString(16).padStart(digits, '0');
/** `gates.coverage.reports[1]`; a key that is not a plain word stands in quotes. */
function keyPath(path) {
    let text = '';
    for (const key of path) {
        if (typeof key === 'number')
            text += `[${key}]`;
        else if (/^[$\w-]+$/.test(String(key)))
            text += text === '' ? String(key) : `.${String(key)}`;
        else
            text += `["${visible(String(key))}"]`;
    }
    return text;
}
/** The candidate that was probably meant: at most a third of the characters differ. `null` when none is near. */
function nearest(word, candidates) {
    const plain = word.replace(/[\p{C}\p{Z}\p{M}]/gu, '').toLowerCase();
    if (plain.length > 100)
        return null;
    let best = null;
    for (const candidate of candidates) {
        const distance = editDistance(plain, candidate.toLowerCase());
        if (distance <= Math.max(1, Math.floor(candidate.length / 3)) && distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    return best?.candidate ?? null;
}
/** Insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, optimal string alignment). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
            row.push(least);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}
/** Turns offsets into a text with `\n` line ends into positions. */
function lineIndex(text) {
    const starts = [0];
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
        starts.push(i + 1);
    return offset => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}


/***/ }),

/***/ 8531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ notation),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* unused harmony exports basisPoints, duration, lines */
/* harmony import */ var _locales_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(368);

const percentSign = { en: ' %', 'zh-CN': '%' };
const separators = { en: ', ', 'zh-CN': '、' };
const lastWords = {
    en: { and: 'and', or: 'or' },
    'zh-CN': { and: '和', or: '或' },
};
function notation(locale) {
    const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
    const number = (value) => numbers.format(value);
    return {
        number,
        percent: ratio => percent(ratio, locale),
        list: (pieces, max = 5) => join(pieces, max, 'and', locale, number),
        either: (pieces, max = 5) => join(pieces, max, 'or', locale, number),
    };
}
/**
 * Hundredths of a percent, rounded down; `null` for 0 of 0 and for what is no ratio of whole numbers. Integers all the
 * way: 79.996 % must not become 80 % by a float.
 */
function basisPoints({ covered, total }) {
    if (!Number.isSafeInteger(covered) || !Number.isSafeInteger(total) || covered < 0 || total <= 0)
        return null;
    return (BigInt(covered) * 10000n) / BigInt(total);
}
function percent(ratio, locale) {
    const points = basisPoints(ratio);
    if (points === null)
        return '–';
    const fraction = (points % 100n).toString().padStart(2, '0').replace(/0+$/, '');
    return `${points / 100n}${fraction === '' ? '' : `.${fraction}`}${percentSign[locale]}`;
}
function join(pieces, max, word, locale, number) {
    const shown = pieces.slice(0, Math.max(max, 1));
    const left = pieces.length - shown.length;
    const separator = separators[locale];
    const lastWord = lastWords[locale][word];
    if (left > 0) {
        const rest = locale === 'en' ? `${lastWord} ${number(left)} more` : `等，另有 ${number(left)} 项`;
        return spaced(shown.join(separator), rest);
    }
    const last = shown.at(-1) ?? '';
    return shown.length < 2 ? last : spaced(spaced(shown.slice(0, -1).join(separator), lastWord), last);
}
/** Western letters, digits and marks keep a space to their neighbours; two Chinese characters stand side by side. */
function spaced(left, right) {
    return /[!-~]$/.test(left) || /^[!-~]/.test(right) ? `${left} ${right}` : `${left}${right}`;
}
/** Minutes, hours (from 1 h) or days (from 48 h) between two ISO 8601 instants, rounded down; never negative. */
function duration(from, to) {
    const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
    if (!(minutes >= 1))
        return { unit: 'moment', count: 0 };
    if (minutes < 60)
        return { unit: 'minutes', count: minutes };
    if (minutes < 48 * 60)
        return { unit: 'hours', count: Math.floor(minutes / 60) };
    return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}
/** `12`, `12–18`; empty without a usable start. */
function lines(start, end) {
    if (start === undefined || !Number.isSafeInteger(start) || start < 1)
        return '';
    return end === undefined || !Number.isSafeInteger(end) || end <= start ? `${start}` : `${start}–${end}`;
}
/** `path:12–18` before any escaping. */
function place(path, start, end) {
    const range = lines(start, end);
    return range === '' ? path : `${path}:${range}`;
}
/**
 * Says a message. A code that this version does not know (a report of a newer one), or params that are not the code's
 * (recorded evidence is input from outside), show as the code itself.
 */
function sentence(message, locale, f) {
    if (!Object.hasOwn(_locales_index_js__WEBPACK_IMPORTED_MODULE_0__/* .locales */ .IB[locale], message.code))
        return f.code(message.code);
    try {
        return (0,_locales_index_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv)(message, locale, f);
    }
    catch {
        return f.code(message.code);
    }
}


/***/ }),

/***/ 7394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   eu: () => (/* binding */ literal)
/* harmony export */ });
/** Line breaks of every kind, and the tab: in prose they separate words. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;
/**
 * What a reader cannot see: control and format characters (bidi, zero width, tags), the grapheme joiner, fillers and the
 * blank Braille pattern. Removed from prose, shown as an escape in literals.
 */
const unseen = /\p{Cc}|\p{Cf}|\u034f|[\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]|\u17b4|\u17b5/gu;
/** More marks on one character than any language writes. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;
/** Input beyond this many units per shown character cannot matter, and is not looked at. */
const slack = 8;
/**
 * Prose from outside as one line of visible text without leading or trailing space, at most `max` code points; cut text
 * ends in "…". Not escaped for any surface yet.
 */
function prose(text, max) {
    const tail = text.length > max * slack ? '…' : '';
    const clean = text
        .slice(0, max * slack)
        .toWellFormed()
        .replace(breaks, ' ')
        .replace(unseen, '')
        .replace(stackedMarks, '$1')
        .replace(/\s+/gu, ' ')
        .trim();
    return cut(clean + tail, max);
}
/**
 * A literal (path, id, branch) as one line: every unseen character shows as `\u{…}`, stacked marks are left out behind "…".
 * At most `max` code points (at least 3), cut in the middle because both ends of a path tell something.
 */
function literal(text, max) {
    const clean = bothEnds(text, max * slack)
        .toWellFormed()
        .replace(unseen, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
        .replace(stackedMarks, '$1…');
    return bothEnds(clean, max);
}
/** The first `max` code points; the last of them is "…" when something was cut. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    const points = Array.from(text);
    return points.length <= max
        ? text
        : `${points
            .slice(0, max - 1)
            .join('')
            .trimEnd()}…`;
}
function bothEnds(text, max) {
    if (text.length <= max)
        return text;
    const head = Math.ceil((max - 1) / 2);
    const points = text.length > max * slack ? [...text.slice(0, max * 2), ...text.slice(-max * 2)] : Array.from(text);
    return points.length <= max ? text : `${points.slice(0, head).join('')}…${points.slice(head + 1 - max).join('')}`;
}


/***/ }),

/***/ 2542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ plainFormatter),
/* harmony export */   w: () => (/* binding */ inertLines)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7394);


const maxProse = 300;
const maxLiteral = 200;
/**
 * Runners obey `##[command]` anywhere in a line of a log. The other form, `::command::`, counts at the start of a line
 * only; no line of ours starts with a param, and the toolkit escapes what it prints itself.
 */
const quiet = (text) => text.replaceAll('##[', '## [');
/**
 * For titles, annotations, commit statuses and terminals: one line, without control or invisible characters. `most`:
 * code points of a literal; longer ones are cut in the middle.
 */
function plainFormatter(locale, most = maxLiteral) {
    const code = (text) => quiet((0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .eu)(text, most));
    return {
        ...(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .notation */ .Lc)(locale),
        code,
        text: text => quiet((0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(text, maxProse)),
        person: login => `@${code(login)}`,
        sha: sha => code(sha.slice(0, 7)),
        place: (path, start, end) => code((0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .place */ .ik)(path, start, end)),
    };
}
/** Lines for an output that a runner may read, none of which is a command to it: `::name::` at the start, `##[name]` anywhere. */
function inertLines(lines) {
    return quiet(lines)
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map(line => line.replace(/^(\s*)::/, '$1: :'))
        .join('\n');
}


/***/ }),

/***/ 5800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ err),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
const ok = (value) => ({ ok: true, value });
const err = (error) => ({ ok: false, error });


/***/ })

};

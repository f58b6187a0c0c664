export const id = 81;
export const ids = [81];
export const modules = {

/***/ 5081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judge: () => (/* binding */ judge_judge),
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/coverage/paths.js + 5 modules
var paths = __webpack_require__(632);
// EXTERNAL MODULE: ./build/src/glob.js
var src_glob = __webpack_require__(7183);
// EXTERNAL MODULE: ./build/src/locales/message.js
var locales_message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/report.js
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/checklist/cover.js


/**
 * Digest of what a signature on this item means: its text, role, count and the files it speaks about. A policy edit
 * that changes one of them makes earlier sign-offs stale; any other edit leaves them alone.
 */
function itemHash(item) {
    const meaning = [item.id, item.text, item.role ?? null, item.covers ?? null, item.allow_self];
    return (0,external_node_crypto_.createHash)('sha256')
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
 * The changed files that an item covers, each with the identity of its content: status, blob and old path.
 * Modes are left out because GitHub's list of files does not give them; a mode-only change shows as status `changed`.
 */
function coveredFiles(item, files) {
    const globs = item.covers === undefined ? undefined : (0,src_glob/* compileGlobs */.tI)(item.covers);
    const covers = (path) => globs === undefined || globs.matches(path);
    const covered = files
        .filter(file => covers(file.path) || (file.previousPath !== undefined && covers(file.previousPath)))
        .map(file => [file.path, `${file.status} ${file.blob} ${file.previousPath ?? ''}`])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(covered);
}
/** Number of files whose content identity differs between two covered sets. */
function coveredChanges(before, after) {
    const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...paths].filter(path => before[path] !== after[path]).length;
}

;// CONCATENATED MODULE: ./build/src/checklist/items.js




/** Whether a checklist concerns this pull request; a list of files that is not complete is unknown, not "no". */
function applies(checklist, facts) {
    if (checklist.when === undefined)
        return 'yes';
    const globs = (0,src_glob/* compileGlobs */.tI)(checklist.when.paths);
    if (facts.changedFiles.state === 'unknown')
        return { unknown: facts.changedFiles.reason };
    const files = facts.changedFiles.state === 'present' ? facts.changedFiles.value : [];
    const touched = files.some(file => globs.matches(file.path) || (file.previousPath !== undefined && globs.matches(file.previousPath)));
    return touched ? 'yes' : 'no';
}
/** Every checklist of the policy with the state of its items at this head. */
function evaluateChecklist(checklist, facts, gates) {
    if (checklist.level === 'off')
        return null;
    const base = { checklist: checklist.id, level: checklist.level };
    const applicable = applies(checklist, facts);
    if (applicable === 'no') {
        return { ...base, status: 'skipped', summary: (0,locales_message/* message */.i)('checklist.notApplicable', {}), items: [], waitingFor: [] };
    }
    if (applicable !== 'yes')
        return { ...base, status: 'unknown', summary: applicable.unknown, items: [], waitingFor: [] };
    const items = checklist.items.map(item => evaluateItem(checklist.id, item, facts, gates));
    const open = items.filter(item => item.state.status !== 'done');
    const lost = items.find(item => item.state.status === 'unknown')?.state;
    const needsLedger = open.some(item => item.role !== undefined);
    const counts = { done: items.length - open.length, total: items.length };
    return {
        ...base,
        status: lost !== undefined ? 'unknown' : open.length > 0 ? 'waiting' : 'passed',
        summary: lost?.status === 'unknown'
            ? lost.reason
            : needsLedger && facts.signOffs.state === 'absent'
                ? (0,locales_message/* message */.i)('checklist.noLedger', counts)
                : (0,locales_message/* message */.i)(open.length > 0 ? 'checklist.open' : 'checklist.done', counts),
        items,
        waitingFor: distinctActors(open.flatMap(item => actorsFor(item, checklist, facts, gates))),
    };
}
function evaluateItem(checklist, item, facts, gates) {
    const base = {
        id: item.id,
        text: typeof item.text === 'string' ? { default: item.text } : item.text,
        count: item.count,
    };
    if (item.evidence !== undefined)
        return { ...base, state: evidenceState(item.evidence, gates) };
    const role = item.role ?? '';
    return { ...base, role, state: signedState(checklist, item, facts, facts.roles[role] ?? nobody) };
}
const nobody = { members: [], teams: [], unresolved: [] };
function evidenceState(evidence, gates) {
    const gate = evidence.slice('gates.'.length);
    const holds = gates.find(outcome => outcome.gate === gate)?.result.status === 'passed';
    return holds
        ? { status: 'done', signOffs: [], evidence: (0,locales_message/* message */.i)('item.evidence.holds', { gate }) }
        : { status: 'open', signOffs: [], evidence: (0,locales_message/* message */.i)('item.evidence.missing', { gate }) };
}
function signedState(checklist, item, facts, role) {
    if (facts.signOffs.state === 'unknown')
        return { status: 'unknown', reason: facts.signOffs.reason };
    const signOffs = facts.signOffs.state === 'present' ? facts.signOffs.value : [];
    const own = signOffs.filter(signOff => signOff.checklist === checklist && signOff.item === item.id);
    const judged = own.map(signOff => ({ signOff, judgement: judge(signOff, item, facts, role) }));
    const shown = judged.map(({ signOff, judgement }) => signedBy(signOff, judgement === 'valid'));
    const valid = new Set(judged.filter(entry => entry.judgement === 'valid').map(entry => entry.signOff.by.id));
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
});
const stale = (reason) => ({ unknown: false, reason });
const cannotTell = (reason) => ({ unknown: true, reason });
/** Whether one sign-off still holds: same base, same meaning, same person's right, same content. Time plays no part. */
function judge(signOff, item, facts, role) {
    const by = signOff.by.login;
    if (signOff.baseRef !== facts.baseRef) {
        return stale((0,locales_message/* message */.i)('item.stale.base', { by, from: signOff.baseRef, to: facts.baseRef }));
    }
    if (signOff.itemHash !== itemHash(item))
        return stale((0,locales_message/* message */.i)('item.stale.text', { by, signed: signOff.headSha }));
    if (!role.members.some(member => member.id === signOff.by.id)) {
        const unread = role.unresolved[0];
        return unread === undefined
            ? stale((0,locales_message/* message */.i)('item.stale.membership', { by, role: item.role ?? '' }))
            : cannotTell(unread.reason);
    }
    if (!item.allow_self) {
        if (facts.commits.state === 'unknown')
            return cannotTell(facts.commits.reason);
        if (isContributor(signOff.by.id, facts))
            return stale((0,locales_message/* message */.i)('item.stale.contributor', { by }));
    }
    if (signOff.headSha === facts.headSha)
        return 'valid';
    return judgeContent(signOff, item, facts.changedFiles, facts.headSha);
}
/** Whether the account wrote or committed any part of the pull request, or opened it. */
function isContributor(accountId, facts) {
    if (facts.author?.id === accountId)
        return true;
    const commits = facts.commits.state === 'present' ? facts.commits.value : [];
    return commits.some(commit => commit.contributors.some(contributor => contributor.id === accountId));
}
function judgeContent(signOff, item, files, head) {
    const places = { by: signOff.by.login, signed: signOff.headSha, head };
    if (item.covers === undefined)
        return stale((0,locales_message/* message */.i)('item.stale.head', places));
    if (files.state !== 'present' || signOff.covered === null)
        return stale((0,locales_message/* message */.i)('item.stale.incomplete', places));
    const count = coveredChanges(signOff.covered, coveredFiles(item, files.value));
    return count === 0 ? 'valid' : stale((0,locales_message/* message */.i)('item.stale.files', { ...places, count }));
}
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

;// CONCATENATED MODULE: ./build/src/coverage/summary.js
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

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
// EXTERNAL MODULE: ./build/src/coverage/formats/index.js + 19 modules
var formats = __webpack_require__(41);
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
    return (0,locales_message/* message */.i)('coverage.problem.report', {
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
            ...(claim ? [(0,locales_message/* message */.i)('coverage.notice.claims', { name, path, ...claim })] : []),
            ...(files.length > 0 ? [(0,locales_message/* message */.i)('coverage.notice.outside', { name, path, files })] : []),
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
    const listed = (0,src_glob/* compileGlobs */.tI)(options.exclude ?? []);
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
        return lines !== undefined && line > lines ? [(0,locales_message/* message */.i)('coverage.problem.line', { path, line, lines })] : [];
    });
}
function unknownPatches(changes, files) {
    return changes
        .filter(file => file.hunks === null && files.has(file.path))
        .map(file => (0,locales_message/* message */.i)('coverage.problem.no-patch', { path: file.path }));
}
/** A flag is judged by what its own suite says, in the patch too. */
function groupsOf({ options, components }, files, bySuite, patchOf) {
    return groupSpecs(options, components).map(({ kind, name, paths, scope }) => {
        const members = paths === null ? (bySuite.get(name) ?? new Map()) : filesIn(files, paths);
        return { kind, name, scope, files: members.size, project: (0,model/* totals */.Sd)(members).lines, patch: patchOf(members).ratio };
    });
}
function filesIn(files, paths) {
    const globs = (0,src_glob/* compileGlobs */.tI)(paths);
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

;// CONCATENATED MODULE: ./build/src/gate.js
/** Infers the needs, so that reading an undeclared fact does not compile. */
const defineGate = (gate) => gate;

// EXTERNAL MODULE: ./build/src/locales/index.js + 20 modules
var locales = __webpack_require__(8873);
;// CONCATENATED MODULE: ./build/src/policy/fields.js




/** Most entries of one list or mapping. */
const maxListLength = 200;
/** Reports a problem in our own words from inside a zod check; `src/policy/parse.ts` gives it its place. */
function refuse(ctx, code, problem, path = []) {
    ctx.addIssue({ code: 'custom', message: code, path: [...path], params: { code, problem } });
}
const globPattern = schemas/* string */.YjP()
    .min(1)
    .superRefine((pattern, ctx) => {
    const problem = (0,src_glob/* checkGlob */.pY)(pattern);
    if (problem)
        refuse(ctx, problem.code, problem.message);
})
    .meta({
    title: 'Glob',
    description: 'A path pattern with `*`, `?`, `[…]`, `{a,b}` and `**`; relative to the repository root.',
});
/** Patterns for `compileGlobs`. `!x` takes away from the entries before it, the last match wins. */
const globs = schemas/* array */.YOg(globPattern)
    .min(1)
    .max(maxListLength)
    .superRefine((patterns, ctx) => {
    if (patterns[0]?.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,locales_message/* message */.i)('glob.negation', { pattern: patterns[0], column: 1 }), [0]);
});
/** One pattern; no negation. */
const glob = globPattern.superRefine((pattern, ctx) => {
    if (pattern.startsWith('!'))
        refuse(ctx, 'CFG-GLOB', (0,locales_message/* message */.i)('glob.negation', { pattern, column: 1 }));
});
/** Finite, 0 to 100 inclusive. That it is written as a plain decimal number is seen on the YAML source. */
const percent = schemas/* number */.aig().min(0).max(100);
/** `36h` or `14d`. */
const duration = schemas/* string */.YjP().regex(/^[1-9]\d{0,3}[hd]$/);
/** Milliseconds of a `duration`. */
const millisecondsOf = (text) => Number.parseInt(text, 10) * (text.endsWith('d') ? 24 : 1) * 3_600_000;
/** Key of `roles`; named in checklists, gates and comments. */
const roleName = schemas/* string */.YjP().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Key of `components`; named in gates. */
const componentName = schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/i);
const level = schemas/* enum */.k5n(['block', 'warn', 'info', 'off'])
    .describe('`block` decides the verdict, `warn` and `info` only tell, `off` switches off.');
const locale = schemas/* enum */.k5n(locales/* localeTags */.iz);

;// CONCATENATED MODULE: ./build/src/gates/coverage.js








const inRepository = glob.superRefine((path, ctx) => {
    if (path.startsWith('/'))
        refuse(ctx, 'GLB-PATH', (0,locales_message/* message */.i)('coverage.option.path', { path }));
});
const coverage_name = schemas/* string */.YjP().min(1).max(60);
const fewest = schemas/* int */.Whr().min(1).max(1000);
const mostLines = schemas/* int */.Whr().min(0).max(10_000_000);
const report = schemas/* strictObject */.rej({
    name: coverage_name.describe('Shown in messages; unique. The name of the suite, and of its flag.'),
    path: inRepository.describe('File, or glob for several, relative to the repository.'),
    format: schemas/* enum */.k5n(formats/* formatIds */.w).optional().describe('Left out: told from the content.'),
    expected: fewest
        .default(1)
        .describe('Files that must be there, e.g. the shards of a matrix. With fewer the suite is incomplete.'),
    carry_forward: schemas/* strictObject */.rej({
        path: inRepository.describe('Snapshot that an earlier run of the Action wrote, e.g. restored from a cache.'),
        max_age: duration.default('14d').describe('Oldest measurement that may stand in, e.g. `36h` or `14d`.'),
    })
        .optional()
        .describe('When the suite did not run: count its last measurement, for lines that have not changed since.'),
});
const tests = schemas/* strictObject */.rej({
    name: coverage_name.describe('Shown in messages; unique.'),
    path: inRepository.describe('JUnit XML: file, or glob for several, relative to the repository.'),
    min: fewest.default(1).describe('Tests that must have run; skipped ones have not.'),
    allow_failures: schemas/* boolean */.zMY().default(false).describe('Failed tests are somebody else’s concern.'),
});
const thresholds = {
    min: percent.optional().describe('Percent of its executable lines that must be covered.'),
    patch: percent.optional().describe('Percent of its executable added lines that must be covered.'),
};
const atLeastOne = (value, ctx) => {
    if (value.min === undefined && value.patch === undefined)
        refuse(ctx, 'CFG-EMPTY', (0,locales_message/* message */.i)('coverage.option.no-threshold', {}));
};
const group = schemas/* strictObject */.rej(thresholds).superRefine(atLeastOne);
const options = schemas/* strictObject */.rej({
    reports: schemas/* array */.YOg(report)
        .min(1)
        .max(100)
        .optional()
        .describe('Each is expected. Left out: what is found at the places where tools put reports.'),
    project: schemas/* strictObject */.rej({
        min: percent.default(80).describe('Percent of all executable lines that must be covered.'),
        max_drop: percent.optional().describe('Percentage points by which coverage may fall below the base branch.'),
        removed_code: schemas/* enum */.k5n(['forgive', 'count'])
            .default('forgive')
            .describe('`forgive`: a drop that leaves no more lines uncovered than before comes from removed code.'),
        max_uncovered_lines: mostLines.optional().describe('Lines of the project that may be uncovered.'),
    })
        .prefault({}),
    patch: schemas/* strictObject */.rej({
        min: percent
            .default(80)
            .describe('Percent of the executable lines among the added lines that must be covered.'),
        min_lines: schemas/* int */.Whr()
            .min(1)
            .max(100)
            .default(5)
            .describe('With fewer executable added lines the patch is not judged.'),
        max_uncovered_lines: mostLines.optional().describe('Added lines that may be uncovered.'),
        moved_lines: schemas/* enum */.k5n(['count', 'ignore'])
            .default('count')
            .describe('Added lines whose text the same change removes elsewhere.'),
    })
        .prefault({}),
    branches: schemas/* strictObject */.rej({ min: percent.describe('Percent of all branches that must be taken.') })
        .optional()
        .describe('Left out: branches are counted and not judged.'),
    partial_lines: schemas/* enum */.k5n(['covered', 'uncovered'])
        .default('covered')
        .describe('How a line counts that ran while one of its branches did not.'),
    components: schemas/* record */.g1P(schemas/* string */.YjP(), group).optional().describe('Thresholds by name of the policy’s `components`.'),
    flags: schemas/* record */.g1P(schemas/* string */.YjP(), group).optional().describe('Thresholds by name of a report.'),
    paths: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: coverage_name.describe('Shown in messages; unique.'), paths: globs, ...thresholds })
        .superRefine(atLeastOne))
        .max(100)
        .optional()
        .describe('Thresholds for files by pattern.'),
    exclude: globs.optional().describe('Files that do not count, neither in the project nor in the patch.'),
    generated: schemas/* enum */.k5n(['count', 'exclude'])
        .default('count')
        .describe('Files that `.gitattributes` of the base branch declares as `linguist-generated`.'),
    tests: schemas/* array */.YOg(tests).min(1).max(100).optional().describe('Proof that tests ran: without it nothing is judged.'),
    allow_zero: schemas/* boolean */.zMY().default(false).describe('A minimum of 0 is meant: that comparison is shown as disabled.'),
})
    .superRefine((value, ctx) => {
    for (const key of ['project', 'patch'])
        if (value[key].min === 0 && !value.allow_zero)
            refuse(ctx, 'CFG-ZERO', (0,locales_message/* message */.i)('coverage.option.zero', { key: `${key}.min` }), [key, 'min']);
    const names = value.reports?.map(each => each.name) ?? [];
    names.forEach((name, index) => {
        if (names.indexOf(name) < index)
            refuse(ctx, 'CFG-DUPID', (0,locales_message/* message */.i)('coverage.option.report-name', { name }), ['reports', index, 'name']);
    });
    for (const flag of Object.keys(value.flags ?? {}))
        if (!names.includes(flag))
            refuse(ctx, 'CFG-FLAG', (0,locales_message/* message */.i)('coverage.option.flag', { flag, known: names }), ['flags', flag]);
});
/** Where reports are looked for when the policy names none: those that exist are read, one at least must. */
const commonPlaces = [...new Set(formats/* formatIds */.w.flatMap(id => [...formats/* formats */.F[id].places]))];
/**
 * Line coverage of the project, of the changed lines and of the policy's groups. What CI has not measured for this head
 * under this policy is awaited; what was measured badly or incompletely fails without a comparison.
 */
const coverage = defineGate({
    id: 'coverage',
    measuredBy: 'ci',
    needs: ['coverage', 'coverageBaseline'],
    unread: ({ project }) => (project.max_drop === undefined ? ['coverageBaseline'] : []),
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options,
    components: ({ components }) => Object.keys(components ?? {}).map(component => ({ component, path: ['components', component] })),
    evaluate(facts, options, policy) {
        const measured = facts.coverage;
        if (measured === null)
            return waiting((0,locales_message/* message */.i)('coverage.waiting.none', { headSha: facts.headSha }));
        const other = measuredElsewhere(measured, facts, options);
        if (other)
            return waiting(other);
        const problems = [...measured.problems, ...shrunkFiles(measured, facts.coverageBaseline)];
        if (problems.length > 0)
            return unusable(problems, measured);
        if (measured.incomplete.length > 0)
            return incomplete(measured);
        if (!isWholePolicyMeasured(measured, options, policy))
            return waiting((0,locales_message/* message */.i)('coverage.waiting.scope', {}));
        const untested = testProblems(measured, options);
        if (untested.length > 0)
            return withoutTests(untested);
        if (measured.project.total === 0)
            return empty(measured);
        return coverage_judge(measured, facts.coverageBaseline, options, policy);
    },
});
/** Another commit, base or scope was measured: how this head stands is not known yet. */
function measuredElsewhere(measured, { headSha, baseRef }, options) {
    if (measured.headSha !== headSha)
        return (0,locales_message/* message */.i)('coverage.waiting.head', { headSha, measuredSha: measured.headSha });
    if (measured.baseRef !== undefined && measured.baseRef !== baseRef) {
        return (0,locales_message/* message */.i)('coverage.waiting.base', { baseRef, measuredRef: measured.baseRef });
    }
    return measured.scope === scopeOf(options) ? undefined : (0,locales_message/* message */.i)('coverage.waiting.scope', {});
}
/** Whether every group and every run of tests that the policy names now was looked at. */
function isWholePolicyMeasured(measured, options, { components }) {
    const groups = new Set(measured.groups.map(each => each.scope));
    const runs = new Set(measured.tests.map(each => each.name));
    return (groupSpecs(options, components).every(spec => groups.has(spec.scope)) &&
        (options.tests ?? []).every(each => runs.has(each.name)));
}
const waiting = (summary) => ({
    status: 'waiting',
    summary,
    waitingFor: [{ kind: 'ci' }],
    next: (0,locales_message/* message */.i)('coverage.waiting.next', {}),
});
const unusable = (problems, measured) => ({
    status: 'failed',
    summary: (0,locales_message/* message */.i)('coverage.unusable', { problems: problems.length }),
    findings: [...problems.map(problem => ({ message: problem })), ...missingSuites(measured)],
    next: (0,locales_message/* message */.i)('coverage.unusable.next', {}),
});
const incomplete = (measured) => ({
    status: 'failed',
    summary: (0,locales_message/* message */.i)('coverage.incomplete', {
        missing: measured.incomplete.map(suite => suite.name),
        suites: new Set([...measured.incomplete, ...measured.reports].map(each => each.name)).size,
        project: measured.project,
    }),
    findings: missingSuites(measured),
    next: (0,locales_message/* message */.i)('coverage.incomplete.next', {}),
});
const missingSuites = (measured) => measured.incomplete.map(suite => ({
    message: (0,locales_message/* message */.i)('coverage.incomplete.suite', suite),
}));
const withoutTests = (problems) => ({
    status: 'failed',
    summary: (0,locales_message/* message */.i)('coverage.tests', { problems: problems.length }),
    findings: problems.map(problem => ({ message: problem })),
    next: (0,locales_message/* message */.i)('coverage.tests.next', {}),
});
const empty = (measured) => ({
    status: 'failed',
    summary: (0,locales_message/* message */.i)('coverage.empty', { reports: measured.reports.length, files: measured.files }),
    findings: [],
    next: (0,locales_message/* message */.i)('coverage.empty.next', { key: 'exclude' }),
});
function testProblems(measured, options) {
    return (options.tests ?? []).flatMap(({ name, min, allow_failures }) => {
        const run = measured.tests.find(each => each.name === name);
        if (run === undefined)
            return [];
        const ran = run.tests - run.skipped;
        const failed = run.failures + run.errors;
        return [
            ...(ran < min ? [(0,locales_message/* message */.i)('coverage.tests.few', { name, ran, skipped: run.skipped, min })] : []),
            ...(failed > 0 && !allow_failures ? [(0,locales_message/* message */.i)('coverage.tests.failed', { name, failed, tests: run.tests })] : []),
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
            ? [(0,locales_message/* message */.i)('coverage.problem.shrunk', { path, before, deletions, now: lines.total })]
            : [];
    });
}
/** All conditions at once: whoever mends one learns of the others in the same run. */
function coverage_judge(measured, baseline, options, { components }) {
    const { project, patch } = options;
    const projectState = project.min === 0 ? 'disabled' : (0,model/* reaches */.O6)(measured.project, project.min) ? 'met' : 'below';
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
            met: measured.branches.total === 0 || (0,model/* reaches */.O6)(measured.branches, options.branches.min),
        };
    const below = groupSpecs(options, components).flatMap(spec => groupProblems(measured.groups.find(each => each.scope === spec.scope), thresholdsOf(options, spec.kind, spec.name), patch.min_lines));
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
        return { status: 'passed', summary: (0,locales_message/* message */.i)('coverage.passed', judgement), findings };
    return {
        status: 'failed',
        summary: (0,locales_message/* message */.i)('coverage.failed', judgement),
        findings,
        next: (0,locales_message/* message */.i)('coverage.failed.next', {
            projectMissing: (0,model/* missingTo */._7)(measured.project, project.min),
            patchMissing: patchState === 'below' ? (0,model/* missingTo */._7)(measured.patch, patch.min) : 0,
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
        ...(min !== undefined && !(0,model/* reaches */.O6)(group.project, min)
            ? [{ kind, name, what: 'project', ratio: group.project, min, missing: (0,model/* missingTo */._7)(group.project, min) }]
            : []),
        ...(patch !== undefined && group.patch.total >= minLines && !(0,model/* reaches */.O6)(group.patch, patch)
            ? [{ kind, name, what: 'patch', ratio: group.patch, min: patch, missing: (0,model/* missingTo */._7)(group.patch, patch) }]
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
    if (!isAsked || !(0,model/* dropsMoreThan */.l1)(baseline.project, measured.project, project.max_drop ?? 0))
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
    return (0,model/* reaches */.O6)(patch, options.patch.min) ? 'met' : 'below';
}
const places = (found) => found.flatMap(({ path, ranges }) => ranges.map(([start, end]) => ({ path, start, end })));
const uncovered = (measured) => places(measured.uncovered).map(({ path, start, end }) => ({
    message: (0,locales_message/* message */.i)('coverage.patch.uncovered', { start, end }),
    path,
    line: start,
    endLine: end,
}));
const partial = (measured) => places(measured.partial).map(({ path, start, end }) => ({
    message: (0,locales_message/* message */.i)('coverage.patch.partial', { start, end }),
    aside: true,
    path,
    line: start,
    endLine: end,
}));
const unreported = (measured) => measured.unreported.map(path => ({ message: (0,locales_message/* message */.i)('coverage.patch.unreported', { path }), path }));

// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
;// CONCATENATED MODULE: ./build/src/facts/diff.js


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
            return (0,result/* err */._)((0,locales_message/* message */.i)('diff.record', { record: records.length + 1 }));
        records.push(record);
    }
    if (records.length === 0)
        return tokens.atEnd() ? (0,result.ok)([]) : (0,result/* err */._)((0,locales_message/* message */.i)('diff.record', { record: 1 }));
    const counts = [];
    for (const [index, record] of records.entries()) {
        const count = readCounts(tokens, record);
        if (count === null)
            return (0,result/* err */._)((0,locales_message/* message */.i)('diff.record', { record: records.length + index + 1 }));
        counts.push(count);
    }
    if (tokens.next() !== '')
        return (0,result/* err */._)((0,locales_message/* message */.i)('diff.record', { record: records.length * 2 + 1 }));
    const patch = tokens.rest();
    if (patch.length > maxPatchBytes)
        return (0,result/* err */._)((0,locales_message/* message */.i)('diff.size', { bytes: patch.length, max: maxPatchBytes }));
    if (patch.length > 0 && patch.at(-1) !== newline)
        return (0,result/* err */._)((0,locales_message/* message */.i)('diff.cut', {}));
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
function diff_addedLines(file) {
    return numberedLines(file).flatMap(({ line, newLine }) => (line.kind === 'added' ? [newLine] : []));
}
/**
 * The paths whose content this change touches: both of a rename, the new one of a copy. A glob that guards files must
 * look at all of them, or a rename would take a file out of its sight.
 */
function diff_changedPaths(file) {
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
            return (0,result/* err */._)(problem);
        files.push(file);
    }
    return lines.peek() === null ? (0,result.ok)(files) : malformed(lines, 'end');
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
    return (0,result.ok)(hunks);
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
    return (0,result.ok)({ oldStart: Number(header[1]), newStart: Number(header[3]), lines });
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
    return (0,locales_message/* message */.i)('diff.counts', { path, additions, deletions, stated: counts });
}
const malformed = (lines, expected) => (0,result/* err */._)((0,locales_message/* message */.i)('diff.patch', { line: lines.number(), expected, found: lines.peek()?.slice(0, 80) ?? null }));
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

;// CONCATENATED MODULE: ./build/src/gates/docs/words.js
/** The context and changed lines of one side. What stands outside the hunks is not seen. */
function visibleLines(file, side) {
    const lineComment = lineComments.get(file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase());
    return (file.hunks ?? []).flatMap(hunk => words_readHunk(hunk, side, lineComment));
}
const lineComments = new Map([
    ['adoc', /^\/\/(?!\/)/],
    ['asciidoc', /^\/\/(?!\/)/],
    ['rst', /^\.\.(?:$|\s+(?![\w:-]+::|_|\[|\|))/],
]);
function words_readHunk(hunk, side, lineComment) {
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
/** Scripts written without spaces: every letter counts as a word. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]';
const url = 'https?://[^\\s<>()\\[\\]]+';
const joiner = "['’._/-](?=[\\p{L}\\p{N}])";
const word = new RegExp(`${url}|(?=[\\p{L}\\p{N}])${unspaced}|(?!${unspaced})[\\p{L}\\p{N}](?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}]|${joiner})*`, 'gu');
/** Words in the order of the text, in one spelling: case, width, invisible characters and markup make no difference. */
function words(visible) {
    const text = visible
        .normalize('NFKC')
        .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replaceAll(/\]\([^()]*\)/g, '] ')
        .replaceAll(/<\/?[a-z][^<>]*>/gi, tag => (/^<https?:/i.test(tag) ? tag : ' '))
        .replaceAll(/&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/gi, ' ');
    return [...text.toLowerCase().matchAll(word)].map(match => match[0]);
}
const placeholders = [
    /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?![\p{L}\p{N}_-])/u,
    /<\s*(?:describe|insert|explain|fill[ -]?in|add|todo|tbd|placeholder)(?:\s[^<>]*)?>/i,
    /\blorem ipsum\b/i,
    /待补充|待完善|待填写|待定|此处填写/,
];
/** A template's prompt that nobody has filled in. Code, in a block or in backticks, may speak about prompts. */
const isPlaceholder = (line) => !line.code && placeholders.some(pattern => pattern.test(line.visible.replaceAll(/`+[^`]*`+/g, ' ')));

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

;// CONCATENATED MODULE: ./build/src/gates/scope.js

/** Both Unicode spellings of a path are tried: macOS writes `ü` decomposed, most policies are written composed. */
const matchesPath = (globs, path) => globs.matches(path) || globs.matches(path.normalize('NFC')) || globs.matches(path.normalize('NFD'));
/** Whether the change touches a file that the globs name, under its old name or its new one. */
const inScope = (globs, file) => diff_changedPaths(file).some(path => matchesPath(globs, path));
/** By code unit, so that the order depends on no machine's locale. */
const byPath = (a, b) => a.path < b.path ? -1 : Number(a.path > b.path);
/** First of each, in order. */
const distinct = (values) => [
    ...new Map(values.map(value => [JSON.stringify(value), value])).values(),
];

;// CONCATENATED MODULE: ./build/src/gates/docs.js








const rule = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^[a-z][a-z0-9-]{0,39}$/)
        .describe('Names the rule in messages.'),
    kind: schemas/* enum */.k5n(['deployment', 'api', 'faq', 'changelog', 'configuration', 'other'])
        .describe('What sort of document is expected; used in messages.'),
    when: globs.describe('Files whose change needs a document: added, modified, deleted, renamed, copied, mode or type changed.'),
    update: globs.describe('Documents of which at least one must gain new text in the same pull request.'),
    min_words: schemas/* int */.Whr()
        .min(1)
        .max(1000)
        .default(3)
        .describe('New visible words that make an edit count. Chinese, Japanese and Thai text counts by character.'),
});
const docs_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(rule)
        .min(1)
        .max(100)
        .superRefine((rules, ctx) => {
        for (const [index, { id }] of rules.entries()) {
            const first = rules.findIndex(other => other.id === id);
            if (first < index)
                refuse(ctx, 'CFG-DUPID', (0,locales_message/* message */.i)('docs.rule.duplicate', { id }), [index, 'id']);
        }
    })
        .describe('Every rule is checked on its own.'),
    generated: globs.optional().describe('Documents that a tool writes: their changes never count.'),
});
/** A change that affects deployment, interface or behaviour updates the right kind of document in the same pull request. */
const docs = defineGate({
    id: 'docs',
    measuredBy: 'github',
    needs: ['changedFiles'],
    triggers: ['pull_request.opened', 'pull_request.reopened', 'pull_request.synchronize', 'pull_request.edited'],
    options: docs_options,
    evaluate: (facts, { rules, generated }) => {
        const files = facts.changedFiles;
        if (files === null) {
            return {
                status: 'unknown',
                summary: (0,locales_message/* message */.i)('docs.files.absent', {}),
                next: (0,locales_message/* message */.i)('docs.files.absent.next', {}),
            };
        }
        if (files.length === 0)
            return { status: 'passed', summary: (0,locales_message/* message */.i)('docs.empty', {}) };
        const generatedGlobs = generated === undefined ? null : (0,src_glob/* compileGlobs */.tI)(generated);
        const sorted = files.toSorted(byPath);
        return fold(rules.map(each => checkRule(each, sorted, generatedGlobs)));
    },
});
function checkRule(rule, files, generated) {
    const when = (0,src_glob/* compileGlobs */.tI)(rule.when);
    const update = (0,src_glob/* compileGlobs */.tI)(rule.update);
    const triggers = files.filter(file => triggersRule(file, when, update));
    if (triggers.length === 0)
        return { status: 'idle', rule };
    const documents = files.filter(file => inScope(update, file));
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
const triggersRule = (file, when, update) => diff_changedPaths(file).some(path => matchesPath(when, path) && !matchesPath(update, path));
function docs_judge(file, lost, rule, update, generated) {
    if (!matchesPath(update, file.path))
        return { kind: 'hollow', reason: 'renamed' };
    if (generated !== null && matchesPath(generated, file.path))
        return { kind: 'hollow', reason: 'generated' };
    return substance(file, rule.min_words, lost);
}
function fold(results) {
    const failed = results.filter(result => result.status === 'failed');
    const findings = distinct(results.flatMap(ruleFindings));
    if (failed.length > 0) {
        return {
            status: 'failed',
            summary: (0,locales_message/* message */.i)('docs.failed', { rules: failed.map(failedRule), checked: results.length }),
            findings,
            next: (0,locales_message/* message */.i)('docs.failed.next', { fixes: failed.map(fastestFix) }),
        };
    }
    const unread = results.find(result => result.status === 'unknown');
    if (unread) {
        const { document, rule } = unread;
        return {
            status: 'unknown',
            summary: (0,locales_message/* message */.i)('docs.unread', { rule: rule.id, document }),
            next: (0,locales_message/* message */.i)('docs.unread.next', { document }),
        };
    }
    const passed = results.filter(result => result.status === 'passed');
    if (passed.length === 0)
        return { status: 'passed', summary: (0,locales_message/* message */.i)('docs.idle', { rules: results.length }) };
    const updated = passed.map(result => ({ rule: result.rule.id, document: result.document, words: result.words }));
    return { status: 'passed', summary: (0,locales_message/* message */.i)('docs.passed', { updated }), findings };
}
/** The trigger that is easiest to look at: one with a line, if there is one. */
function mainTrigger(triggers) {
    const places = triggers.map(file => ({ path: file.path, line: firstChangedLine(file) }));
    return places.find(place => place.line !== null) ?? places[0] ?? { path: '', line: null };
}
function failedRule({ rule, triggers }) {
    return { rule: rule.id, kind: rule.kind, ...mainTrigger(triggers) };
}
function ruleFindings(result) {
    const rule = result.rule.id;
    switch (result.status) {
        case 'idle':
            return [{ message: (0,locales_message/* message */.i)('docs.rule.idle', { rule }) }];
        case 'passed':
            return [{ message: (0,locales_message/* message */.i)('docs.rule.passed', { rule, document: result.document, words: result.words }) }];
        case 'unknown':
            return [{ message: (0,locales_message/* message */.i)('docs.unread', { rule, document: result.document }), path: result.document }];
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
        message: (0,locales_message/* message */.i)('docs.rule.failed', { rule: id, kind, path, line, others, update: expected(result.rule) }),
        path,
        ...(line === null ? {} : { line }),
    };
}
function hollowFinding({ file, why }) {
    const { path } = file;
    const line = why.reason === 'placeholder' ? (why.lines[0] ?? null) : firstChangedLine(file);
    return { message: hollowMessage(path, why), path, ...(line === null ? {} : { line }) };
}
function hollowMessage(path, why) {
    if (why.reason === 'placeholder')
        return (0,locales_message/* message */.i)('docs.document.placeholder', { path, lines: why.lines });
    if (why.reason === 'few')
        return (0,locales_message/* message */.i)('docs.document.few', { path, words: why.words, min: why.min });
    return (0,locales_message/* message */.i)('docs.document.hollow', { path, reason: why.reason });
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

;// CONCATENATED MODULE: ./build/src/gates/review/options.js


const options_rule = schemas/* strictObject */.rej({
    role: roleName.describe('Role of the policy whose members are asked.'),
    need: schemas/* enum */.k5n(['requested', 'approved'])
        .describe('`requested`: somebody of the role knows of the pull request. `approved`: they have approved it.'),
    count: schemas/* int */.Whr()
        .min(1)
        .max(10)
        .default(1)
        .describe('Different people needed. A requested team counts as all of its people.'),
    when: globs.optional().describe('Files that make the rule apply. Left out: every pull request.'),
    request: schemas/* enum */.k5n(['auto', 'never'])
        .default('never')
        .describe('`auto`: the App asks members itself, those with the fewest open requests first.'),
    stale_after_push: schemas/* boolean */.zMY().default(true).describe('An approval counts only for the head at which it was given.'),
    allow_bots: schemas/* boolean */.zMY().default(false).describe('Bot accounts that the role names may act for it.'),
});
const options_options = schemas/* strictObject */.rej({
    rules: schemas/* array */.YOg(options_rule).min(1).max(50).describe('Every rule is checked on its own; all that apply must hold.'),
});

;// CONCATENATED MODULE: ./build/src/gates/review/standing.js


const standing_ruleApplies = (rule, files) => {
    if (rule.when === undefined)
        return true;
    const when = (0,src_glob/* compileGlobs */.tI)(rule.when);
    return files.some(file => inScope(when, file));
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
        blockers: blocking.filter(account => known.has(account.id) && counts(rule, account)),
        asked: asked.filter(isEligible),
        askedTeams: askedTeams(role, facts.reviewRequests),
        answered: answered.filter(isEligible),
        outsiders: {
            approvals: fresh.filter(isOutside),
            blockers: blocking.filter(account => !known.has(account.id) && counts(rule, account)),
            engaged: standing_sorted([...asked, ...answered]).filter(isOutside),
        },
    };
}
/** Ids are decimal numbers of any length. */
const standing_byId = (a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
const standing_sorted = (accounts) => [...new Map(accounts.map(account => [account.id, account])).values()].sort(standing_byId);
/** Commit metadata is written by whoever commits: it can only add people to this set. */
const standing_contributorIds = (commits) => new Set(commits.flatMap(commit => commit.contributors.map(account => account.id)));
const counts = (rule, account) => rule.allow_bots || account.type !== 'Bot';
function leftOut(rule, facts) {
    const contributors = rule.need === 'approved' ? standing_contributorIds(facts.commits) : new Set();
    return account => account.id === facts.author?.id || contributors.has(account.id) || !counts(rule, account);
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
const review = defineGate({
    id: 'review',
    measuredBy: 'github',
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
    options: options_options,
    roles: ({ rules }) => rules.map((rule, index) => ({ role: rule.role, path: ['rules', index, 'role'] })),
    evaluate: (facts, reviewOptions) => {
        const known = review_readFacts(facts, reviewOptions);
        if (known === null) {
            return { status: 'unknown', summary: (0,locales_message/* message */.i)('review.absent', {}), next: (0,locales_message/* message */.i)('review.absent.next', {}) };
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
            findings: [{ message: (0,locales_message/* message */.i)('review.rule.idle', { role: rule.role, need: rule.need }) }],
        };
    }
    const role = Object.hasOwn(facts.roles, rule.role) ? facts.roles[rule.role] : undefined;
    if (role === undefined) {
        const summary = (0,locales_message/* message */.i)('review.role.missing', { role: rule.role });
        return { status: 'unknown', summary, next: (0,locales_message/* message */.i)('review.role.missing.next', { role: rule.role }), findings: [] };
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
        const next = (0,locales_message/* message */.i)('review.unattributed.next', { sha: anonymous.sha });
        return { status: 'unknown', summary: (0,locales_message/* message */.i)('review.unattributed', params), next, findings: [] };
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
            ? review_unreadable(rule, role)
            : passed(tally, findings, logins(approvals));
    }
    const undecided = outsiders.approvals.length > 0 || standing.eligible.length < rule.count;
    if (incomplete && undecided)
        return review_unreadable(rule, role);
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
        return review_unreadable(rule, role);
    if (teams.length > 0)
        return passed({ ...tally, have: Math.max(engaged.length, rule.count) }, findings, by);
    if (engaged.length >= rule.count)
        return passed(tally, findings, by);
    const reachable = standing.eligible.length >= rule.count || teamSlugs(role).length > 0;
    if (incomplete && (standing.outsiders.engaged.length > 0 || !reachable))
        return review_unreadable(rule, role);
    return review_waiting(rule, role, standing, tally, findings, facts);
}
function passed(tally, findings, by) {
    return {
        status: 'passed',
        tally,
        findings: [{ message: (0,locales_message/* message */.i)('review.rule.passed', { ...tally, by }) }, ...findings],
    };
}
/** Nobody could ever act, so waiting would be a lie. */
function impossible(tally, standing) {
    const shortage = { ...tally, eligible: standing.eligible.length, excluded: logins(standing.excluded) };
    return { status: 'failed', tally: shortage, findings: [{ message: (0,locales_message/* message */.i)('review.rule.failed', shortage) }] };
}
function review_unreadable(rule, role) {
    const entries = unresolvedEntries(role);
    const summary = (0,locales_message/* message */.i)('review.unresolved', { role: rule.role, entries });
    const findings = role.unresolved.map(({ reason }) => ({ message: reason }));
    return { status: 'unknown', summary, next: (0,locales_message/* message */.i)('review.unresolved.next', { role: rule.role }), findings };
}
function blocked(tally, standing, findings, facts) {
    const people = logins(standing.blockers);
    const shortage = { ...tally, blockedBy: people, isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        waitingFor: people.map(login => ({ kind: 'user', login, role: tally.role })),
        steps: [{ step: 'resolve', people }],
        findings: [{ message: (0,locales_message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
    };
}
function review_waiting(rule, role, standing, tally, findings, facts) {
    const shortage = { ...tally, blockedBy: [], isDraft: facts.isDraft };
    return {
        status: 'waiting',
        tally: shortage,
        ...(facts.isDraft ? untilReady(rule, facts) : nextPeople(rule, role, standing, tally, facts)),
        findings: [{ message: (0,locales_message/* message */.i)('review.rule.waiting', shortage) }, ...findings],
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
        message: (0,locales_message/* message */.i)('review.stale', { login: account.login, sha, headSha: facts.headSha }),
    }));
    return [...stale, ...unresolvedFindings(rule, role)];
}
function unresolvedFindings(rule, role) {
    if (role.unresolved.length === 0)
        return [];
    return [
        { message: (0,locales_message/* message */.i)('review.unresolved.part', { role: rule.role, entries: unresolvedEntries(role) }) },
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
        const next = (0,locales_message/* message */.i)('review.failed.next', { roles: missing });
        return { status: 'failed', summary: (0,locales_message/* message */.i)('review.failed', { rules: failed }), findings, next };
    }
    const unclear = results.find(result => result.status === 'unknown');
    if (unclear)
        return { status: 'unknown', summary: unclear.summary, next: unclear.next, findings };
    const open = results.filter(result => result.status === 'waiting');
    if (open.length > 0) {
        const waitingFor = distinct(open.flatMap(result => result.waitingFor));
        const next = (0,locales_message/* message */.i)('review.waiting.next', { steps: distinct(open.flatMap(result => result.steps)) });
        const summary = (0,locales_message/* message */.i)('review.waiting', { rules: open.map(result => result.tally) });
        return { status: 'waiting', summary, waitingFor, next, findings };
    }
    const held = results.filter(result => result.status === 'passed').map(result => result.tally);
    if (held.length === 0)
        return { status: 'passed', summary: (0,locales_message/* message */.i)('review.idle', { rules: results.length }) };
    return { status: 'passed', summary: (0,locales_message/* message */.i)('review.passed', { rules: held }), findings };
}

;// CONCATENATED MODULE: ./build/src/gates/index.js



/** Every gate, in the order in which reports list them. Adding a gate is one file and one line here. */
const gates = { coverage: coverage, docs: docs, review: review };
const gateIds = Object.keys(gates);

;// CONCATENATED MODULE: ./build/src/evaluate.js





/**
 * Judges one pull request at one head. Pure: the same policy and facts give the same report to the byte, in every host.
 * `notices` are passed through; they decide nothing.
 */
function evaluate(policy, facts, notices = []) {
    const outcomes = policy.state === 'present' ? runGates(policy.policy, facts) : [policyOutcome(policy)];
    const checklists = policy.state === 'present' ? runChecklists(policy.policy, facts, outcomes) : [];
    const coverageOptions = policy.state === 'present' ? policy.policy.gates.coverage : undefined;
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
        coverage: summariseCoverage(facts.coverage, facts.coverageBaseline, coverageOptions),
        notices,
    };
}
function policyOutcome(policy) {
    const result = policy.state === 'unknown'
        ? { status: 'unknown', summary: policy.reason, next: (0,locales_message/* message */.i)('report.unknown.next', {}) }
        : {
            status: 'failed',
            summary: (0,locales_message/* message */.i)('policy.broken', { count: policy.problems.length, path: policy.problems[0]?.path ?? '' }),
            findings: policy.problems.map(problem => ({
                message: problem.message,
                path: problem.path,
                line: problem.line,
                code: problem.code,
                keyPath: problem.keyPath,
            })),
            next: (0,locales_message/* message */.i)('policy.broken.next', {}),
        };
    return { gate: 'policy', level: 'block', result };
}
function runGates(policy, facts) {
    return gateIds.flatMap(id => {
        const options = policy.gates[id];
        if (options === undefined || options.level === 'off')
            return [];
        return [{ gate: id, level: options.level, result: runGate(id, options, facts, policy) }];
    });
}
/** A gate that throws is our defect; the pull request must not pass because of it. */
function runGate(id, options, facts, policy) {
    // The registry pairs each gate with its own options; the compiler cannot follow that pairing through a lookup by id.
    const gate = gates[id];
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
        return gate.evaluate(unwrap(facts, gate.needs), parsed, policy);
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
const factNames = [
    'changedFiles',
    'commits',
    'reviews',
    'reviewRequests',
    'coverage',
    'coverageBaseline',
    'signOffs',
];
/** Facts with the needs unwrapped and every other fetched fact gone, so that a case file shows all that a gate saw. */
function unwrap(facts, needs) {
    const known = { ...facts };
    for (const name of factNames) {
        const fact = facts[name];
        if (needs.includes(name))
            known[name] = fact.state === 'present' ? fact.value : null;
        else
            delete known[name];
    }
    return known;
}
function runChecklists(policy, facts, outcomes) {
    return policy.checklists.flatMap(checklist => evaluateChecklist(checklist, facts, outcomes) ?? []);
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
    return distinctActors([...author, ...waiting, ...signing]);
}

;// CONCATENATED MODULE: ./build/src/facts/facts.js
const present = (value) => ({ state: 'present', value });
const absent = { state: 'absent' };
const unknown = (reason) => ({ state: 'unknown', reason });

;// CONCATENATED MODULE: ./build/src/checklist/policy.js


/** Ids appear in commands, check buttons and the ledger. */
const id = schemas/* string */.YjP()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'an id of lower-case letters, digits and "-", at most 40 characters' });
const policy_text = schemas/* union */.KCZ([schemas/* string */.YjP().min(1).max(300), schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['en', 'zh-CN']), schemas/* string */.YjP().min(1).max(300))]);
const item = schemas/* strictObject */.rej({
    id,
    text: policy_text.describe('What the person confirms: one text, or one per locale.'),
    role: schemas/* string */.YjP().optional().describe('Role whose members may sign. Left out when `evidence` ticks the item.'),
    count: schemas/* int */.Whr().min(1).max(10).default(1).describe('Different people who must sign.'),
    covers: globs
        .optional()
        .describe('Files that the confirmation speaks about: a push that leaves them alone keeps the sign-off. Left out: any push makes it stale.'),
    evidence: schemas/* templateLiteral */.Uy$(['gates.', schemas/* string */.YjP()])
        .optional()
        .describe('Ticked by the machine while this gate passes, e.g. `gates.coverage`.'),
    by_review: schemas/* boolean */.zMY().default(false).describe('An approving review by a member of the role signs this item.'),
    allow_self: schemas/* boolean */.zMY().default(false).describe('People who contributed to the pull request may sign.'),
});
const checklist = schemas/* strictObject */.rej({
    id,
    level: schemas/* enum */.k5n(['block', 'warn', 'info', 'off']).default('block'),
    when: schemas/* strictObject */.rej({ paths: globs }).optional().describe('Left out: every pull request.'),
    items: schemas/* array */.YOg(item).min(1).max(50),
});

;// CONCATENATED MODULE: ./build/src/policy/people.js
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

;// CONCATENATED MODULE: ./build/src/policy/schema.js






const person = schemas/* string */.YjP()
    .superRefine((entry, ctx) => {
    if (parsePerson(entry) === undefined)
        refuse(ctx, 'CFG-LOGIN', (0,locales_message/* message */.i)('policy.login', { got: entry.slice(0, 200) }));
})
    .meta({ title: 'Login or team', description: '`@login`, or `@owner/team` of the owner of the repository.' });
const role = schemas/* array */.YOg(person)
    .min(1)
    .max(maxListLength)
    .describe('`@login`, or `@owner/team` of the owner of the repository.');
const component = schemas/* strictObject */.rej({ paths: globs.describe('Files that belong to it.') });
const withLevel = (options) => options.safeExtend({ level: level.default('block') });
// The registry pairs each id with its own options; fromEntries forgets that.
const gateShape = Object.fromEntries(gateIds.map(id => [id, withLevel(gates[id].options).optional()]));
/** The whole policy file: what is allowed where. References between its parts are checked by `crossCheck`. */
const policySchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('Version of this format.'),
    locale: locale.default('en').describe('Language of comments, checks and messages.'),
    roles: schemas/* record */.g1P(roleName, role)
        .default({})
        .describe('Who may sign and approve. `implementer`, `developer`, `policy-owner`, or names of your own.'),
    components: schemas/* record */.g1P(componentName, component)
        .default({})
        .describe('Named parts of the repository, for thresholds of their own.'),
    gates: schemas/* strictObject */.rej(gateShape).default({}).describe('A gate that is not listed is off.'),
    checklists: schemas/* array */.YOg(checklist).max(maxListLength).default([]).describe('What people confirm before a deployment.'),
})
    .meta({ title: 'Delivery Gates policy' });

;// CONCATENATED MODULE: ./build/src/policy/defaults.js

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
const defaultPolicy = policySchema.parse(defaultPolicyInput);

;// CONCATENATED MODULE: ./build/src/policy/diff.js


/** What a file change means for the verdict, default values filled in, weaker changes first. `null`: no policy. */
function diff_diffPolicies(before, after) {
    if (isProblems(after))
        return [whole('other', message('policy.change.broken', { count: after.length }))];
    if (before === null)
        return after === null ? [] : [whole('other', message('policy.change.created', {}))];
    if (after === null)
        return [whole('weaker', message('policy.change.deleted', {}))];
    return [...diff_compare([], before, after)].sort((a, b) => rank[a.direction] - rank[b.direction]);
}
const rank = { weaker: 0, other: 1, stronger: 2 };
const isProblems = (value) => Array.isArray(value);
const whole = (direction, what) => ({
    keyPath: '',
    from: null,
    to: null,
    direction,
    message: what,
});
function diff_compare(keys, from, to) {
    if (sameValue(from, to))
        return [];
    if (isRecord(from) && isRecord(to)) {
        const names = new Set([...Object.keys(from), ...Object.keys(to)]);
        return [...names].flatMap(name => diff_compare([...keys, name], from[name], to[name]));
    }
    if (Array.isArray(from) && Array.isArray(to))
        return compareLists(keys, from, to);
    if (keys.length === 2 && keys[0] === 'roles')
        return compareLists(keys, asList(from), asList(to));
    return [change(keys, from, to, direction(keys, from, to))];
}
function compareLists(keys, from, to) {
    return [...from, ...to].some(isRecord) ? compareRecords(keys, from, to) : compareValues(keys, from, to);
}
/** Lists of patterns and people: what was added, what was removed. */
function compareValues(keys, from, to) {
    const removed = from.filter(entry => !to.includes(entry));
    const added = to.filter(entry => !from.includes(entry));
    const kept = (list, other) => list.filter(entry => other.includes(entry));
    const ordered = [...from, ...to].some(entry => typeof entry === 'string' && entry.startsWith('!'));
    const moved = ordered && !sameValue(kept(from, to), kept(to, from));
    const key = shownKey(keys);
    return [
        ...removed.map(entry => change(keys, entry, undefined, listDirection(keys, entry, 'removed'))),
        ...added.map(entry => change(keys, undefined, entry, listDirection(keys, entry, 'added'))),
        ...(moved
            ? [
                {
                    ...change(keys, from, to, 'other'),
                    message: message('policy.change.order', { key }),
                },
            ]
            : []),
    ];
}
/** Entries with an id are the same entry wherever they stand; others are compared in order once equal ones are gone. */
function compareRecords(keys, from, to) {
    const ids = new Set([...from, ...to].map(idOf));
    if (!ids.has(undefined))
        return [...ids].flatMap(id => diff_compare([...keys, String(id)], from.find(hasId(id)), to.find(hasId(id))));
    const left = from.filter(entry => !to.some(other => sameValue(entry, other)));
    const right = to.filter(entry => !from.some(other => sameValue(entry, other)));
    return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
        const index = left[i] === undefined ? to.indexOf(right[i]) : from.indexOf(left[i]);
        return diff_compare([...keys, index], left[i], right[i]);
    }).flat();
}
const idOf = (entry) => (isRecord(entry) ? (entry.id ?? entry.name) : undefined);
const hasId = (id) => (entry) => idOf(entry) === id;
function change(keys, from, to, towards) {
    const shown = { from: show(from), to: show(to) };
    const key = shownKey(keys);
    const what = shown.from !== null && shown.to !== null
        ? message('policy.change', { key, from: shown.from, to: shown.to })
        : shown.to !== null
            ? message('policy.change.added', { key, value: isRecord(to) ? null : shown.to })
            : message('policy.change.removed', { key, value: isRecord(from) ? null : shown.from });
    return { keyPath: keyPath(keys), ...shown, direction: towards, message: what };
}
/** People speak of `coverage.project.min`. */
const shownKey = (keys) => keyPath(keys[0] === 'gates' && keys.length > 1 ? keys.slice(1) : keys);
const show = (value) => {
    if (value === undefined)
        return null;
    return visible(typeof value === 'string' ? value : JSON.stringify(value));
};
/** Higher is stricter, or (`down`) laxer. Every key of the policy that holds a number is here; a test keeps it so. */
const numberKeys = {
    count: 'up',
    expected: 'up',
    max: 'down',
    max_drop: 'down',
    max_uncovered_lines: 'down',
    min: 'up',
    min_lines: 'down',
    min_words: 'up',
    patch: 'up',
};
/** For lists: what an added entry does. Entries with `!` do the opposite. */
const listKeys = {
    covers: 'stronger',
    exclude: 'weaker',
    generated: 'stronger',
    paths: 'stronger',
    reports: 'other',
    tests: 'stronger',
    update: 'weaker',
    when: 'stronger',
};
/** Ordered from lax to strict. */
const scales = {
    generated: ['exclude', 'count'],
    level: ['off', 'info', 'warn', 'block'],
    moved_lines: ['ignore', 'count'],
    need: ['requested', 'approved'],
    partial_lines: ['covered', 'uncovered'],
    removed_code: ['forgive', 'count'],
};
function listDirection(keys, entry, what) {
    const added = keys[0] === 'roles' ? 'weaker' : (listKeys[String(keys.at(-1))] ?? 'other');
    const negated = typeof entry === 'string' && entry.startsWith('!');
    return (what === 'removed') !== negated ? opposite(added) : added;
}
function opposite(towards) {
    if (towards === 'other')
        return 'other';
    return towards === 'weaker' ? 'stronger' : 'weaker';
}
function direction(keys, from, to) {
    const key = String(keys.at(-1));
    if (from === undefined)
        return presence(key, to);
    if (to === undefined)
        return opposite(presence(key, from));
    if (typeof from === 'number' && typeof to === 'number') {
        const scale = numberKeys[key];
        return scale === undefined ? 'other' : to > from === (scale === 'up') ? 'stronger' : 'weaker';
    }
    const scale = scales[key];
    if (scale?.includes(from) && scale.includes(to))
        return scale.indexOf(to) > scale.indexOf(from) ? 'stronger' : 'weaker';
    if (typeof to === 'boolean' && key.startsWith('allow_'))
        return to ? 'weaker' : 'stronger';
    if (typeof to === 'boolean' && key.startsWith('stale_'))
        return to ? 'stronger' : 'weaker';
    return 'other';
}
/** What it does that the key is there at all. A limit to some files (`when`, `covers`) lets more pass than none. */
function presence(key, value) {
    if (key === 'when' || key === 'covers' || key === 'exclude')
        return 'weaker';
    if (key === 'generated')
        return 'stronger';
    if (isRecord(value))
        return value.level === 'off' ? 'other' : 'stronger';
    return typeof value === 'number' && numberKeys[key] !== undefined ? 'stronger' : 'other';
}
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

// EXTERNAL MODULE: ./build/src/policy/text.js
var src_policy_text = __webpack_require__(5493);
;// CONCATENATED MODULE: ./build/src/policy/cross-check.js







/** What must hold between the parts of a policy. Looks only at parts that are right in themselves. */
function crossCheck(raw, context) {
    const policy = readable(raw);
    return [
        ...foreignTeams(policy, context.owner),
        ...policy.items.flatMap(({ keys, item }) => checkItem(policy, keys, item)),
        ...gateRoles(policy),
        ...gateComponents(policy),
        ...duplicateIds(raw, context.lineOf),
    ];
}
function readable(raw) {
    const root = asRecord(raw);
    const roles = asRecord(root.roles);
    const roleLists = Object.entries(roles).flatMap(([name, value]) => {
        const list = schemas/* array */.YOg(schemas/* string */.YjP()).safeParse(value);
        return list.success ? [[name, list.data]] : [];
    });
    const gateValues = gateIds.flatMap(id => {
        const options = policySchema.shape.gates.unwrap().shape[id].safeParse(asRecord(root.gates)[id]);
        return options.success && options.data !== undefined ? [[id, { ...options.data }]] : [];
    });
    const items = cross_check_asList(root.checklists).flatMap((list, i) => cross_check_asList(asRecord(list).items).flatMap((value, j) => {
        const parsed = checklist.shape.items.element.safeParse(value);
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
const cross_check_asList = (value) => (Array.isArray(value) ? value : []);
function asRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
function foreignTeams(policy, owner) {
    return [...policy.roles].flatMap(([name, entries]) => entries.flatMap((entry, i) => {
        const person = parsePerson(entry);
        if (person?.kind !== 'team' || person.owner.toLowerCase() === owner.toLowerCase())
            return [];
        return [{ code: 'CFG-ORG', message: (0,locales_message/* message */.i)('policy.org', { got: entry, owner }), keys: ['roles', name, i] }];
    }));
}
function checkItem(policy, keys, item) {
    const { id, role, evidence, count } = item;
    if (role === undefined && evidence === undefined)
        return [{ code: 'CFG-SIGNER', message: (0,locales_message/* message */.i)('policy.signer.none', { item: id }), keys }];
    if (role !== undefined && evidence !== undefined)
        return [{ code: 'CFG-SIGNER', message: (0,locales_message/* message */.i)('policy.signer.both', { item: id }), keys }];
    if (role === undefined)
        return checkEvidence(policy, evidence ?? '', [...keys, 'evidence']);
    return checkRole(policy, { role, keys: [...keys, 'role'], count, countKeys: [...keys, 'count'] });
}
function checkEvidence(policy, evidence, keys) {
    const gate = evidence.replace(/^gates\./, '');
    const id = gateIds.find(known => known === gate);
    if (id === undefined) {
        const params = { got: (0,src_policy_text/* visible */.RK)(gate), known: [...gateIds], suggestion: (0,src_policy_text/* nearest */.pA)(gate, gateIds) };
        return [{ code: 'CFG-EVIDENCE', message: (0,locales_message/* message */.i)('policy.evidence.unknown', params), keys }];
    }
    const on = policy.gates.has(id) ? policy.gates.get(id)?.level !== 'off' : policy.gateNames.includes(id);
    if (on)
        return [];
    return [{ code: 'CFG-EVIDENCE', message: (0,locales_message/* message */.i)('policy.evidence.off', { gate: id }), keys }];
}
function checkRole(policy, use) {
    if (!policy.roleNames.includes(use.role)) {
        const known = policy.roleNames.map(src_policy_text/* visible */.RK);
        const params = { got: (0,src_policy_text/* visible */.RK)(use.role), known, suggestion: (0,src_policy_text/* nearest */.pA)(use.role, policy.roleNames) };
        return [{ code: 'CFG-ROLE', message: (0,locales_message/* message */.i)('policy.role.unknown', params), keys: use.keys }];
    }
    const people = policy.roles.get(use.role)?.map(parsePerson);
    if (people === undefined || people.some(person => person?.kind !== 'user'))
        return [];
    const members = new Set(people.map(person => (person?.kind === 'user' ? person.login.toLowerCase() : ''))).size;
    if (members === 0 || use.count <= members)
        return [];
    const params = { role: use.role, count: use.count, members };
    return [{ code: 'CFG-IMPOSSIBLE', message: (0,locales_message/* message */.i)('policy.impossible', params), keys: use.countKeys }];
}
function gateRoles(policy) {
    return [...policy.gates].flatMap(([id, options]) => {
        // The registry pairs each gate with its own options; a lookup by id forgets that.
        const gate = gates[id];
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
        const gate = gates[id];
        return (gate.components?.(options) ?? []).flatMap(({ component, path }) => {
            if (policy.componentNames.includes(component))
                return [];
            const known = policy.componentNames.map(src_policy_text/* visible */.RK);
            const params = { got: (0,src_policy_text/* visible */.RK)(component), known, suggestion: (0,src_policy_text/* nearest */.pA)(component, policy.componentNames) };
            return [
                { code: 'CFG-COMPONENT', message: (0,locales_message/* message */.i)('policy.component.unknown', params), keys: ['gates', id, ...path] },
            ];
        });
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
    const itemIds = cross_check_asList(lists).flatMap((list, i) => named(asRecord(list).items, ['checklists', i, 'items']));
    const gateLists = Object.entries(asRecord(asRecord(raw).gates)).flatMap(([gate, options]) => Object.entries(asRecord(options)).map(([key, value]) => named(value, ['gates', gate, key])));
    return [checklistIds, itemIds, ...gateLists].flatMap(group => repeated(group, lineOf));
}
function named(list, keys) {
    return cross_check_asList(list).flatMap((entry, i) => {
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
        const params = { id: (0,src_policy_text/* visible */.RK)(entry.id), first: lineOf(earlier.keys), second: lineOf(entry.keys) };
        return [{ code: 'CFG-DUPID', message: (0,locales_message/* message */.i)('policy.id.twice', params), keys: entry.keys }];
    });
}

;// CONCATENATED MODULE: ./build/src/policy/search.js


/** Where a policy may stand, in the order of the search. More than one present is an error, never a preference. */
const search_policyPaths = ['.github/delivery-gates.yml', '.github/delivery-gates.yaml'];
/** Bytes. */
const maxPolicySize = 256 * 1024;
/** The one policy file among these entries (others are ignored), `null` when there is none. Its content is not judged here. */
function search_choosePolicyFile(entries) {
    const found = search_policyPaths.flatMap(path => entries.filter(entry => entry.path === path));
    const [first, second] = found;
    if (first === undefined)
        return (0,result.ok)(null);
    if (second !== undefined) {
        const paths = { first: first.path, second: second.path };
        return (0,result/* err */._)(search_fileProblem('CFG-AMBIGUOUS', (0,locales_message/* message */.i)('policy.ambiguous', paths), second.path));
    }
    const kind = search_kindOf(first);
    if (kind !== 'file')
        return (0,result/* err */._)(search_fileProblem('CFG-FILE', (0,locales_message/* message */.i)('policy.file', { kind }), first.path));
    if (first.size > maxPolicySize) {
        return (0,result/* err */._)(search_fileProblem('CFG-SIZE', (0,locales_message/* message */.i)('policy.size', { bytes: first.size, limit: maxPolicySize }), first.path));
    }
    return (0,result.ok)(first);
}
function search_kindOf(entry) {
    if (entry.mode === '120000')
        return 'symlink';
    if (entry.mode === '160000' || entry.type === 'commit')
        return 'submodule';
    if (entry.mode === '040000' || entry.type === 'tree')
        return 'directory';
    return entry.type === 'blob' && /^100(644|755)$/.test(entry.mode) ? 'file' : 'other';
}
/** A problem of the file as a whole. */
function search_fileProblem(code, what, path) {
    return { code, message: what, path, line: 1, column: 1, keyPath: '' };
}

;// CONCATENATED MODULE: ./build/src/policy/decode.js



/** UTF-8 bytes to text with `\n` line ends and without byte order mark. */
function decode(bytes) {
    const refused = (code, what, before = '') => (0,result/* err */._)({ code, message: what, offset: before.length, before });
    if (bytes.length > maxPolicySize)
        return refused('CFG-SIZE', (0,locales_message/* message */.i)('policy.size', { bytes: bytes.length, limit: maxPolicySize }));
    const encoding = otherEncoding(bytes);
    if (encoding)
        return refused('CFG-ENCODING', (0,locales_message/* message */.i)('policy.encoding', { encoding }));
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = brokenByte(bytes);
    if (broken >= 0)
        return refused('CFG-ENCODING', (0,locales_message/* message */.i)('policy.encoding.byte', { offset: broken, byte: bytes[broken] ?? 0 }));
    if (text.startsWith('version https://git-lfs.github.com/spec/'))
        return refused('CFG-FILE', (0,locales_message/* message */.i)('policy.file', { kind: 'lfs' }));
    const lines = text.replace(/\r\n?/g, '\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what YAML forbids.
    const control = /[\0-\x08\x0b-\x1f\x7f]/.exec(lines);
    if (control)
        return refused('CFG-SYNTAX', (0,locales_message/* message */.i)('policy.control', { codePoint: control[0].charCodeAt(0) }), lines.slice(0, control.index));
    return (0,result.ok)(lines);
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

;// CONCATENATED MODULE: ./build/src/policy/issues.js




/** Zod's issues in our words. Each has at least one problem, so that nothing wrong is lost. */
function problemsOf(issues, schema, raw) {
    return issues.flatMap(issue => problemsOfIssue(issue, schema, raw));
}
function problemsOfIssue(issue, schema, raw) {
    const keys = issue.path;
    const input = valueAt(raw, keys);
    const one = (code, what) => [{ code, message: what, keys }];
    if (issue.code === 'custom')
        return one(...customProblem(issue));
    if (input === undefined && issue.code !== 'unrecognized_keys' && keys.length > 0)
        return one('CFG-REQUIRED', (0,locales_message/* message */.i)('policy.required', { key: (0,src_policy_text/* visible */.RK)(String(keys.at(-1))) }));
    if (keys.length === 1 && keys[0] === 'version')
        return one('CFG-VERSION', versionMessage(describe(input)));
    switch (issue.code) {
        case 'invalid_type':
            return one(...typeProblem(issue.expected, input, schemaAt(schema, keys)));
        case 'invalid_union':
            return unionProblems(issue, schema, raw);
        case 'unrecognized_keys':
            return issue.keys.map(key => unknownKey(key, keys, knownKeys(schemaAt(schema, keys))));
        case 'invalid_key':
            return one('CFG-ID', (0,locales_message/* message */.i)('policy.id', { got: (0,src_policy_text/* visible */.RK)(String(keys.at(-1))) }));
        case 'invalid_value':
            return one('CFG-ENUM', enumMessage(issue.values.map(String), input));
        case 'invalid_format':
            return one(...formatProblem(issue, input, keys));
        case 'too_small':
        case 'too_big':
            return one(...sizeProblem(issue, input, keys, schemaAt(schema, keys)));
        default:
            return one('CFG-TYPE', (0,locales_message/* message */.i)('policy.invalid', { detail: (0,src_policy_text/* visible */.RK)(issue.message) }));
    }
}
function customProblem(issue) {
    const params = issue.params;
    return params
        ? [params.code, params.problem]
        : ['CFG-TYPE', (0,locales_message/* message */.i)('policy.invalid', { detail: (0,src_policy_text/* visible */.RK)(issue.message) })];
}
function describe(value) {
    if (value === null || value === undefined)
        return { kind: 'nothing' };
    if (Array.isArray(value))
        return { kind: 'list' };
    if (typeof value === 'object')
        return { kind: 'mapping' };
    const kind = typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'text';
    return { kind: kind, value: (0,src_policy_text/* visible */.RK)(String(value)) };
}
const versionMessage = (got) => (0,locales_message/* message */.i)('policy.version', { got, supported: [1] });
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
        return ['CFG-EMPTY', (0,locales_message/* message */.i)('policy.empty.list', {})];
    return ['CFG-TYPE', (0,locales_message/* message */.i)('policy.type', { got: describe(input), expected: kind, hint: hintFor(kind, input) })];
}
/** What was probably meant, as it would be written. */
function hintFor(expected, input) {
    if (expected === 'list' && (typeof input === 'string' || typeof input === 'number'))
        return `[${JSON.stringify((0,src_policy_text/* visible */.RK)(String(input)))}]`;
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
    const number = schema instanceof schemas/* ZodNumber */.rSt ? schema : undefined;
    const integer = number?.format === 'safeint' || number?.format === 'int32';
    const bound = (value) => value === null || value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
    const params = { got: String(input), min: bound(number?.minValue), max: bound(number?.maxValue), integer };
    return (0,locales_message/* message */.i)('policy.range', params);
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
                ? (0,locales_message/* message */.i)('policy.length', { length: size, limit })
                : (0,locales_message/* message */.i)('policy.entries', { count: size, limit }),
        ];
    if (typeof input === 'string')
        return ['CFG-EMPTY', (0,locales_message/* message */.i)('policy.empty.text', {})];
    const role = keys.length === 2 && keys[0] === 'roles' ? (0,src_policy_text/* visible */.RK)(String(keys[1])) : null;
    return ['CFG-EMPTY', role === null ? (0,locales_message/* message */.i)('policy.empty.list', {}) : (0,locales_message/* message */.i)('policy.empty.role', { role })];
}
function formatProblem(issue, input, keys) {
    const got = (0,src_policy_text/* visible */.RK)(String(input));
    if (keys.at(-1) === 'evidence')
        return ['CFG-EVIDENCE', (0,locales_message/* message */.i)('policy.evidence.form', { got })];
    if (issue.pattern === String(/^[a-z][a-z0-9-]{0,39}$/))
        return ['CFG-ID', (0,locales_message/* message */.i)('policy.id', { got })];
    return ['CFG-TYPE', (0,locales_message/* message */.i)('policy.format', { got, pattern: issue.pattern ?? issue.format })];
}
function enumMessage(allowed, input) {
    const suggestion = typeof input === 'string' ? (0,src_policy_text/* nearest */.pA)(input, allowed) : null;
    return (0,locales_message/* message */.i)('policy.enum', { got: describe(input), allowed, suggestion });
}
function unknownKey(key, keys, known) {
    const params = { got: (0,src_policy_text/* visible */.RK)(key), characters: (0,src_policy_text/* codePoints */.BH)(key), known, suggestion: (0,src_policy_text/* nearest */.pA)(key, known) };
    return { code: 'CFG-UNKNOWN', message: (0,locales_message/* message */.i)('policy.unknown', params), keys: [...keys, key] };
}
/** The issues of the alternative whose type fits, else what the alternatives expect together. */
function unionProblems(issue, schema, raw) {
    const input = valueAt(raw, issue.path);
    const fits = issue.errors.find(errors => errors.length > 0 && errors.every(error => !(error.code === 'invalid_type' && error.path.length === 0)));
    if (fits !== undefined)
        return problemsOf(fits.map(error => ({ ...error, path: [...issue.path, ...error.path] })), schema, raw);
    const params = { got: describe(input), expected: 'text-or-mapping', hint: hintFor('text', input) };
    return [{ code: 'CFG-TYPE', message: (0,locales_message/* message */.i)('policy.type', params), keys: issue.path }];
}
/** The schema of the value at a key path, without optional and default around it. */
function schemaAt(root, keys) {
    let schema = issues_unwrap(root);
    for (const key of keys)
        schema = schema && issues_unwrap(childOf(schema, key));
    return schema;
}
function issues_unwrap(schema) {
    let inner = schema;
    while (inner instanceof schemas/* ZodOptional */.IiU ||
        inner instanceof schemas/* ZodDefault */.XiL ||
        inner instanceof schemas/* ZodNullable */.l1C ||
        inner instanceof schemas/* ZodPrefault */.xgV)
        inner = inner.unwrap();
    return inner;
}
function childOf(schema, key) {
    if (schema instanceof schemas/* ZodObject */.bvH)
        return Object.hasOwn(schema.shape, key) ? schema.shape[String(key)] : undefined;
    if (schema instanceof schemas/* ZodArray */.naA)
        return schema.element;
    if (schema instanceof schemas/* ZodRecord */.b8S)
        return schema.valueType;
    if (!(schema instanceof schemas/* ZodUnion */.fZ7))
        return undefined;
    return schema.options.map(option => childOf(option, key)).find(child => child !== undefined);
}
function knownKeys(schema) {
    if (schema instanceof schemas/* ZodObject */.bvH)
        return Object.keys(schema.shape);
    if (schema instanceof schemas/* ZodRecord */.b8S && schema.keyType instanceof schemas/* ZodEnum */.Vb4)
        return schema.keyType.options.map(String);
    if (schema instanceof schemas/* ZodUnion */.fZ7)
        return schema.options.flatMap(knownKeys);
    return [];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/policy/yaml.js




const yamlLimits = { depth: 32, aliases: 100, entries: maxListLength };
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
    const refusal = refuseTokens(text);
    if (refusal)
        return { value: undefined, problems: [refusal], warnings: [], places: new Places(), oddNumbers: [] };
    const document = (0,dist/* parseDocument */.Tp)(text, {
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
        return { value: undefined, problems, warnings: [], places: reader.places, oddNumbers: [] };
    }
    const value = document.contents === null ? undefined : reader.read(document.contents, []);
    const { problems, warnings, places, oddNumbers } = reader;
    return { value, problems, warnings, places, oddNumbers };
}
function syntaxProblem(code, detail, offset, text) {
    if (code === 'MULTIPLE_DOCS')
        return { code: 'CFG-MULTIDOC', message: (0,locales_message/* message */.i)('policy.multidoc', {}), offset, keys: [] };
    const reason = code === 'TAB_AS_INDENT' || text[offset] === '\t' ? 'tab' : 'other';
    return {
        code: 'CFG-SYNTAX',
        message: (0,locales_message/* message */.i)('policy.syntax', { reason, detail: (0,src_policy_text/* visible */.RK)(detail) }),
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
    for (const token of new dist/* Lexer */.JG().lex(text)) {
        const isScalar = previous === scalarMarker;
        if (token.startsWith('%') && !isScalar)
            return {
                code: 'CFG-SYNTAX',
                message: (0,locales_message/* message */.i)('policy.syntax', { reason: 'directive', detail: '' }),
                offset,
                keys: [],
            };
        if ((isScalar ? depth.afterScalar(token) : depth.after(token)) > yamlLimits.depth)
            return { code: 'CFG-DEPTH', message: (0,locales_message/* message */.i)('policy.depth', { limit: yamlLimits.depth }), offset, keys: [] };
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
    oddNumbers = [];
    #document;
    #text;
    #position;
    #open = new Set();
    #aliases = 0;
    constructor(document, text) {
        this.#document = document;
        this.#text = text;
        this.#position = (0,src_policy_text/* lineIndex */.Dp)(text);
    }
    read(node, keys, keyOffset) {
        const offset = node?.range?.[0] ?? keyOffset ?? 0;
        this.places.add(keys, keyOffset === undefined ? { value: offset } : { key: keyOffset, value: offset });
        if (node === null)
            return null;
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(node, keys, offset, keyOffset);
        if (keys.length > yamlLimits.depth)
            return this.#refuse('CFG-DEPTH', (0,locales_message/* message */.i)('policy.depth', { limit: yamlLimits.depth }), offset, keys);
        const tag = node.tag;
        if (tag !== undefined && tag !== '!')
            return this.#refuse('CFG-TAG', (0,locales_message/* message */.i)('policy.tag', { tag: (0,src_policy_text/* visible */.RK)(tag.replace('tag:yaml.org,2002:', '!!')) }), this.#tagOffset(offset), keys);
        this.#open.add(node);
        const value = this.#readOpened(node, keys, offset);
        this.#open.delete(node);
        return value;
    }
    #readOpened(node, keys, offset) {
        if ((0,dist/* isScalar */.jn)(node))
            return this.#readScalar(node, keys, offset);
        if (!(0,dist/* isSeq */.oP)(node) && !(0,dist/* isMap */.jh)(node))
            return null;
        if (node.items.length > yamlLimits.entries) {
            const counts = { count: node.items.length, limit: yamlLimits.entries };
            return this.#refuse('CFG-SIZE', (0,locales_message/* message */.i)('policy.entries', counts), offset, keys);
        }
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item, i) => this.read(item, [...keys, i]));
        return this.#readMap(node.items, keys, offset);
    }
    #readMap(pairs, keys, offset) {
        const value = {};
        const seen = new Map();
        for (const pair of pairs) {
            const at = pair.key?.range?.[0] ?? offset;
            const key = (0,dist/* isScalar */.jn)(pair.key) ? this.#keyText(pair.key) : undefined;
            if (key === undefined)
                this.#refuse('CFG-KEY', (0,locales_message/* message */.i)('policy.key', {}), at, keys);
            else if (key === '<<')
                this.#refuse('CFG-KEY', (0,locales_message/* message */.i)('policy.key.merge', {}), at, keys);
            else if (forbiddenKeys.includes(key))
                this.#refuse('CFG-KEY', (0,locales_message/* message */.i)('policy.key.forbidden', { key }), at, [...keys, key]);
            else if (seen.has(key)) {
                const lines = { first: this.#position(seen.get(key) ?? 0).line, second: this.#position(at).line };
                this.#refuse('CFG-DUPKEY', (0,locales_message/* message */.i)('policy.key.twice', { key: (0,src_policy_text/* visible */.RK)(key), ...lines }), at, [...keys, key]);
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
                message: (0,locales_message/* message */.i)('policy.literal', { got: (0,src_policy_text/* visible */.RK)(value) }),
                offset,
                keys,
            });
        if (typeof value === 'bigint')
            return Number(value);
        if (typeof value === 'number' && !isPlain(keys, source, value))
            this.oddNumbers.push({ keys, source, value });
        return value;
    }
    #readAlias(node, keys, offset, keyOffset) {
        const name = (0,src_policy_text/* visible */.RK)(node.source);
        if (++this.#aliases > yamlLimits.aliases) {
            if (this.#aliases > yamlLimits.aliases + 1)
                return null;
            return this.#refuse('CFG-ALIAS', (0,locales_message/* message */.i)('policy.alias.many', { limit: yamlLimits.aliases }), offset, keys);
        }
        const target = (0,dist/* isAlias */.Vj)(node) ? node.resolve(this.#document) : undefined;
        if (target === undefined)
            return this.#refuse('CFG-ALIAS', (0,locales_message/* message */.i)('policy.alias.unknown', { name }), offset, keys);
        if (this.#open.has(target))
            return this.#refuse('CFG-ALIAS', (0,locales_message/* message */.i)('policy.alias.cycle', { name }), offset, keys);
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

;// CONCATENATED MODULE: ./build/src/policy/parse.js









/**
 * Reads a policy file as it stands at one commit. Every problem is reported, sorted by place; one is enough for there
 * to be no policy, and the caller fails closed. A path that ends in `.json` must also be JSON.
 */
function parse_parsePolicy(bytes, path, context) {
    const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const text = decode(file);
    if (!text.ok)
        return (0,result/* err */._)([place({ ...text.error, keys: [] }, path, (0,src_policy_text/* lineIndex */.Dp)(text.error.before))]);
    const position = (0,src_policy_text/* lineIndex */.Dp)(text.value);
    const at = (problem) => place(problem, path, position);
    const json = path.endsWith('.json') ? jsonProblem(text.value) : undefined;
    if (json)
        return (0,result/* err */._)([at(json)]);
    const content = readYaml(text.value);
    const problems = check(content, position, context.owner);
    const parsed = policySchema.safeParse(content.value);
    if (problems.length > 0 || !parsed.success)
        return (0,result/* err */._)(parse_sorted(problems.map(at)));
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(file).digest('hex');
    return (0,result.ok)({ policy: parsed.data, path, sha256, warnings: parse_sorted(content.warnings.map(at)) });
}
/** Problems of the text first: where a value could not be read, what the schema says about the gap is noise. */
function check(content, position, owner) {
    const { value, places } = content;
    if (value === undefined || value === null) {
        if (content.problems.length > 0)
            return content.problems;
        return [{ code: 'CFG-EMPTY', message: (0,locales_message/* message */.i)('policy.empty', {}), offset: 0, keys: [] }];
    }
    const lineOf = (keys) => position(places.offset(keys)).line;
    const parsed = policySchema.safeParse(value);
    const keyed = [
        ...crossCheck(value, { owner, lineOf }),
        ...(parsed.success ? [] : problemsOf(parsed.error.issues, policySchema, value)),
        ...oddNumbers(content),
    ];
    const placed = keyed.map(problem => ({ ...problem, offset: places.offset(problem.keys, sideOf(problem, value)) }));
    return withoutEchoes([...content.problems, ...placed]);
}
const sideOf = (problem, value) => problem.code === 'CFG-UNKNOWN' || (problem.code === 'CFG-ID' && typeof valueAt(value, problem.keys) !== 'string')
    ? 'key'
    : 'value';
/** One problem per place: the first one that was found explains it. */
function withoutEchoes(problems) {
    const seen = new Set();
    return problems.filter(({ keys, code }) => {
        const id = keys.length === 0 ? JSON.stringify([code]) : JSON.stringify(keys);
        return seen.has(id) ? false : seen.add(id);
    });
}
function oddNumbers(content) {
    return content.oddNumbers.map(({ keys, source, value }) => keys.length === 1 && keys[0] === 'version'
        ? { code: 'CFG-VERSION', message: versionMessage({ kind: 'number', value: (0,src_policy_text/* visible */.RK)(source) }), keys }
        : { code: 'CFG-TYPE', message: (0,locales_message/* message */.i)('policy.number', { got: (0,src_policy_text/* visible */.RK)(source), value: plain(value) }), keys });
}
const plain = (value) => Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value + 0) : null;
function jsonProblem(text) {
    const said = jsonError(text);
    if (said === undefined)
        return undefined;
    const detail = (0,src_policy_text/* visible */.RK)(said.replace(/,? (?:\.\.\.)?"[\s\S]*| in JSON [\s\S]*| \(line [\s\S]*/, ''));
    return {
        code: 'CFG-SYNTAX',
        message: (0,locales_message/* message */.i)('policy.syntax', { reason: 'json', detail }),
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
function place(problem, path, position) {
    const { code, message: what, offset, keys } = problem;
    return { code, message: what, path, ...position(offset), keyPath: (0,src_policy_text/* keyPath */.Dw)(keys) };
}
function parse_sorted(problems) {
    return [...problems].sort((a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/src/facts/load.js






/**
 * The policy that judges, out of the entries found at the base commit `sha`. No entry: the built-in defaults, which
 * block nothing. An entry whose text nobody could read is unknown, not absent.
 */
function policyStateOf(entries, base) {
    if (entries === null)
        return { state: 'unknown', reason: (0,locales_message/* message */.i)('unknown.notFetched', { what: 'policy' }) };
    const chosen = search_choosePolicyFile(base.path === undefined ? entries : elsewhere(entries, base.path));
    if (!chosen.ok)
        return { state: 'broken', problems: [chosen.error] };
    if (chosen.value === null)
        return { state: 'present', policy: defaultPolicy, origin: { source: 'none' } };
    const { text } = chosen.value;
    const path = base.path ?? chosen.value.path;
    if (text === null)
        return { state: 'unknown', reason: (0,locales_message/* message */.i)('unknown.malformed', { what: path }) };
    const parsed = parse_parsePolicy(text, path, { owner: base.owner });
    if (!parsed.ok)
        return { state: 'broken', problems: parsed.error };
    const origin = { source: 'base', path, sha: base.sha, sha256: parsed.value.sha256 };
    return { state: 'present', policy: parsed.value.policy, origin };
}
/** An entry at a path of the maintainer's choice, judged by the same rules as one at a usual place. */
const elsewhere = (entries, path) => entries.filter(entry => entry.path === path).map(entry => ({ ...entry, path: search_policyPaths[0] }));
/** Warnings of the judging policy itself, e.g. a threshold of 0. */
function policyWarnings(entries, owner) {
    const chosen = choosePolicyFile(entries);
    if (!chosen.ok || chosen.value === null || chosen.value.text === null)
        return [];
    const parsed = parsePolicy(chosen.value.text, chosen.value.path, { owner });
    if (!parsed.ok)
        return [];
    return parsed.value.warnings.map(({ message: told, path, line }) => ({ level: 'warning', message: told, path, line }));
}
/**
 * What the pull request would do to the policy, once merged: that it changes, what becomes weaker or stronger, and what
 * is wrong with the new version. Decides nothing: the base branch's version judges (security.md T-01). A policy that
 * differs only because the base branch has moved on is no change; `files` tells, and where it cannot, any difference counts.
 */
function policyNotices(base, head, { owner, files }) {
    if (base === null || same(base, head) || (files.state === 'present' && !files.value.some(touchesPolicy)))
        return [];
    const path = (head[0] ?? base[0])?.path ?? '';
    const after = versionOf(head, owner);
    const before = versionOf(base, owner);
    const problems = load_isProblems(after) ? after : [];
    const steps = load_isProblems(before) ? [] : diffPolicies(before, after);
    return [
        { level: 'warning', message: message('notice.policyChanged', { path }), path },
        ...steps.map(step => ({
            level: step.direction === 'weaker' ? 'warning' : 'notice',
            message: step.message,
            path,
        })),
        ...problems.map(problem => ({ level: 'warning', message: problem.message, path, line: problem.line })),
    ];
}
const touchesPolicy = (file) => changedPaths(file).some(path => policyPaths.some(usual => usual === path));
function same(base, head) {
    const key = (entries) => JSON.stringify(entries.map(one => [one.path, one.mode, one.text]));
    return key(base) === key(head);
}
const load_isProblems = (version) => Array.isArray(version);
/** One version of the policy for a comparison: `null` when there is none. */
function versionOf(entries, owner) {
    const state = policyStateOf(entries, { owner, sha: '' });
    switch (state.state) {
        case 'present':
            return state.origin.source === 'none' ? null : state.policy;
        case 'broken':
            return state.problems;
        case 'unknown':
            return [fileProblem('CFG-FILE', state.reason, entries[0]?.path ?? '')];
        default:
            return state;
    }
}
/** All facts about one pull request at the head of the snapshot. */
function factsOf(snapshot, parts) {
    const { id, owner, name } = snapshot.repository;
    return {
        repository: { id, owner, name },
        number: snapshot.number,
        title: snapshot.title,
        author: snapshot.author,
        state: snapshot.state,
        isDraft: snapshot.isDraft,
        baseRef: snapshot.baseRef,
        baseSha: snapshot.baseSha,
        headSha: snapshot.headSha,
        evaluatedAt: parts.evaluatedAt,
        roles: parts.roles,
        changedFiles: parts.changedFiles,
        commits: snapshot.commits,
        reviews: snapshot.reviews,
        reviewRequests: snapshot.reviewRequests,
        coverage: parts.coverage ?? snapshot.evidence,
        coverageBaseline: snapshot.baseline,
        signOffs: parts.signOffs,
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/src/git/git.js









/** For the one question that the clone's own configuration is present at; on the command line they win over it. */
const hardened = [
    '--no-pager',
    '--no-replace-objects',
    '--no-optional-locks',
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    `core.hooksPath=${external_node_os_.devNull}`,
    '-c',
    `core.attributesFile=${external_node_os_.devNull}`,
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
        GIT_CONFIG_SYSTEM: external_node_os_.devNull,
        GIT_CONFIG_GLOBAL: external_node_os_.devNull,
        GIT_ATTR_NOSYSTEM: '1',
        GIT_GRAFT_FILE: external_node_os_.devNull,
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_NO_LAZY_FETCH: '1',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
    };
}
/** Asks the empty repository about the clone's objects. Every argument is data; SHAs go behind `--end-of-options`. */
function git(repository, args, options = {}) {
    const shallow = (0,external_node_path_.join)(repository.commonDir, 'shallow');
    const env = {
        ...environment(),
        HOME: repository.ours,
        GIT_DIR: repository.ours,
        GIT_OBJECT_DIRECTORY: (0,external_node_path_.join)(repository.commonDir, 'objects'),
        ...((0,external_node_fs_.existsSync)(shallow) ? { GIT_SHALLOW_FILE: shallow } : {}),
        ...(options.workTree === true
            ? { GIT_WORK_TREE: repository.root, GIT_INDEX_FILE: (0,external_node_path_.join)(repository.gitDir, 'index') }
            : {}),
    };
    return execute(args, { cwd: repository.ours, env }, options);
}
/** Runs `git` without a shell. */
async function execute(args, { cwd, env }, { timeoutMs = 60_000, maxOutput = 512 * 1024 * 1024, input = '' }) {
    return new Promise(settle => {
        const child = (0,external_node_child_process_.spawn)('git', [...hardened, ...args], {
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
            settle((0,result/* err */._)({ kind: 'missing' }));
        });
        child.on('close', code => {
            clearTimeout(timer);
            if (size > maxOutput)
                settle((0,result/* err */._)({ kind: 'size' }));
            else if (late)
                settle((0,result/* err */._)({ kind: 'timeout' }));
            else if (code === 0)
                settle((0,result.ok)(Buffer.concat(out)));
            else
                settle((0,result/* err */._)({ kind: 'exit', code: code ?? -1, stderr }));
        });
    });
}
/** A full object id; nothing else is ever given to `git` as a revision. */
const isSha = (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/** The repository that holds `folder`, looked for upwards until `top` inclusive. `null`: there is none. */
async function findRepository(folder, top) {
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        const found = await repositoryAt(at);
        if (found !== null)
            return found;
        const below = (0,external_node_path_.relative)(top, at);
        if (below === '' || below.startsWith('..') || at === (0,external_node_path_.dirname)(at))
            return null;
    }
}
/** `.git` is a folder, or a file that names one (work trees, submodules). */
async function repositoryAt(root) {
    const dotGit = (0,external_node_path_.join)(root, '.git');
    try {
        const gitDir = (await (0,promises_.stat)(dotGit)).isDirectory() ? await (0,promises_.realpath)(dotGit) : await namedBy(root, dotGit);
        const common = await (0,promises_.readFile)((0,external_node_path_.join)(gitDir, 'commondir'), 'utf8').catch(() => '.');
        return { gitDir, commonDir: await (0,promises_.realpath)((0,external_node_path_.resolve)(gitDir, common.trim())), root, ours: emptyRepository() };
    }
    catch {
        return null;
    }
}
async function namedBy(root, file) {
    const named = /^gitdir: (.+?)\s*$/.exec(await (0,promises_.readFile)(file, 'utf8'))?.[1];
    return (0,promises_.realpath)((0,external_node_path_.resolve)(root, named ?? ''));
}
let git_empty;
/** One for the whole process; removed when it ends. */
function emptyRepository() {
    git_empty ??= createEmptyRepository();
    return git_empty;
}
function createEmptyRepository() {
    const folder = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'delivery-gates-git-')));
    process.once('exit', () => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true }));
    for (const name of ['objects', 'refs'])
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, name));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'HEAD'), 'ref: refs/heads/none\n');
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    return folder;
}
/** The commit that is checked out. */
async function headCommit(repository) {
    const found = await revision(repository, 'HEAD');
    if (!found.ok)
        return (0,result/* err */._)(failureMessage('rev-parse', found.error));
    const sha = shaIn(found.value);
    return sha === null ? (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'rev-parse', detail: 'no commit' })) : (0,result.ok)(sha);
}
/**
 * The commit that the user of this clone calls so (`origin/main`, `HEAD~3`); `null`: none. Only for a name that its own
 * user typed: where HEAD and branches are is the clone's word.
 */
async function commitCalled(repository, name) {
    const found = await revision(repository, `${name}^{commit}`);
    if (found.ok)
        return (0,result.ok)(shaIn(found.value));
    return found.error.kind === 'exit' ? (0,result.ok)(null) : (0,result/* err */._)(failureMessage('rev-parse', found.error));
}
function revision({ gitDir }, name) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
    const env = { ...environment(), HOME: gitDir, GIT_DIR: gitDir, GIT_WORK_TREE: gitDir };
    return execute(args, { cwd: gitDir, env }, {});
}
/** Paths of files of `commit` whose content in the work tree is another one, staged or not. Untracked files are no part. */
async function uncommittedFiles(repository, commit) {
    if (!isSha(commit))
        return (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const args = ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', '--no-relative'];
    const output = await git(repository, [...args, '--ignore-submodules=all', '--end-of-options', commit, '--'], {
        workTree: true,
    });
    if (!output.ok)
        return (0,result/* err */._)(failureMessage('diff', output.error));
    return (0,result.ok)(output.value
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
const isShallow = ({ commonDir }) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(commonDir, 'shallow'));
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
        return (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'diff', detail: 'not a commit id' }));
    const output = await git(repository, [...diffArguments, '--end-of-options', from, to, '--']);
    return output.ok ? parseDiff(output.value) : (0,result/* err */._)(failureMessage('diff', output.error));
}
/**
 * What the pull request changes: from the merge base of `base` and `head` to `head`. Unknown with the cause when this
 * clone cannot tell; the caller may then ask GitHub.
 */
async function changedFilesBetween(repository, base, head) {
    const from = await mergeBase(repository, base, head);
    if (from === null)
        return unknown(await noCommonHistory(repository, base, head));
    const files = await diffCommits(repository, from, head);
    return files.ok ? present(files.value) : unknown(files.error);
}
/** Why no merge base can be seen; asked only then, because each question is a process. */
async function noCommonHistory(repository, base, head) {
    const shallow = isShallow(repository);
    for (const sha of [base, head]) {
        if (await hasCommit(repository, sha))
            continue;
        return shallow ? (0,locales_message/* message */.i)('git.shallow', { sha }) : (0,locales_message/* message */.i)('git.noCommit', { sha });
    }
    return shallow ? (0,locales_message/* message */.i)('git.shallow', { sha: base }) : (0,locales_message/* message */.i)('git.noMergeBase', { base, head });
}
/** Entries of a commit's tree, all of them or only those at `paths` (exact, not patterns). */
async function listTree(repository, sha, paths) {
    if (!isSha(sha))
        return (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'ls-tree', detail: 'not a commit id' }));
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
        return (0,result/* err */._)(failureMessage('ls-tree', output.error));
    const entries = output.value
        .toString('utf8')
        .split('\0')
        .filter(record => record !== '')
        .map(treeEntry);
    return entries.every(entry => entry !== null)
        ? (0,result.ok)(entries)
        : (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'ls-tree', detail: 'unexpected record' }));
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
        return (0,result/* err */._)((0,locales_message/* message */.i)('git.failed', { what: 'cat-file', detail: 'not an object id' }));
    const output = await git(repository, ['cat-file', 'blob', oid], { maxOutput: maxBytes });
    return output.ok ? (0,result.ok)(output.value) : (0,result/* err */._)(failureMessage('cat-file', output.error));
}
/** Lines of blobs by object id, in one call; a last line without line end counts. Missing objects are left out. */
async function git_countLines(repository, oids) {
    const asked = [...new Set(oids)].filter(isSha);
    const counts = new Map();
    if (asked.length === 0)
        return counts;
    const output = await git(repository, ['cat-file', '--batch'], { input: asked.map(oid => `${oid}\n`).join('') });
    if (!output.ok)
        return counts;
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
            counts.set(oid, linesIn(content));
    }
    return counts;
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
    const times = await Promise.all(['HEAD', 'logs/HEAD'].map(name => (0,promises_.stat)((0,external_node_path_.join)(repository.gitDir, name)).then(found => found.mtimeMs, () => null)));
    const known = times.filter(time => time !== null);
    return known.length === 0 ? null : Math.max(...known);
}
function failureMessage(what, failure) {
    switch (failure.kind) {
        case 'missing':
            return (0,locales_message/* message */.i)('git.missing', {});
        case 'timeout':
            return (0,locales_message/* message */.i)('git.failed', { what, detail: 'timeout' });
        case 'size':
            return (0,locales_message/* message */.i)('git.failed', { what, detail: 'output too large' });
        case 'exit':
            return (0,locales_message/* message */.i)('git.failed', { what, detail: failure.stderr.trim().split('\n')[0]?.slice(0, 200) ?? '' });
        default:
            return failure;
    }
}
function shaIn(output) {
    const sha = output.toString('latin1').trim().split('\n')[0] ?? '';
    return isSha(sha) ? sha : null;
}

// EXTERNAL MODULE: ./build/src/coverage/read.js
var read = __webpack_require__(4286);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/src/coverage/snapshot.js


/** Largest snapshot that is read, in bytes. */
const snapshotLimit = 64 * 1024 * 1024;
const sha = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const packed = schemas/* string */.YjP().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const schema = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('delivery-gates-coverage'),
    schemaVersion: schemas/* literal */.euz(1),
    suites: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        sha,
        at: iso/* datetime */.w$(),
        files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ blob: sha, lines: packed, branches: packed, functions: packed })),
    })),
});
/** JSON: line states and marks in base64, so that it stays small. Files that only have totals are left out. */
function writeSnapshot(suites) {
    const written = suites.map(({ name, sha, at, files }) => ({
        name,
        sha,
        at,
        files: Object.fromEntries([...files]
            .filter(([, { coverage }]) => (0,model/* lastLine */.fM)(coverage.lines) > 0)
            .map(([path, { blob, coverage }]) => [path, { blob, ...packFile(coverage) }])),
    }));
    return JSON.stringify({ kind: 'delivery-gates-coverage', schemaVersion: 1, suites: written });
}
/** `null`: not such a text. */
function readSnapshot(text) {
    try {
        const parsed = schema.safeParse(JSON.parse(text));
        if (!parsed.success)
            return null;
        return parsed.data.suites.map(({ name, sha, at, files }) => ({
            name,
            sha,
            at,
            files: new Map(Object.entries(files).map(([path, { blob, ...rest }]) => [path, { blob, coverage: unpackFile(rest) }])),
        }));
    }
    catch {
        return null;
    }
}
/**
 * A suite's earlier measurement as it holds for another commit: files with the same content as they were; of changed
 * and renamed files the lines that the change left alone, at their new places. `blobs`: content by path at the other
 * commit; `changes`: from the measured commit to it, `null` when that is not known. `lost`: files that could not be
 * followed.
 */
function carrySuite(suite, blobs, changes) {
    const byOldPath = new Map((changes ?? []).map(change => [change.previousPath ?? change.path, change]));
    const files = new Map();
    let lost = 0;
    for (const [path, { blob, coverage }] of suite.files) {
        if (blobs.get(path) === blob) {
            files.set(path, coverage);
            continue;
        }
        const change = byOldPath.get(path);
        if (changes !== null && (change === undefined || change.status === 'deleted'))
            continue;
        if (change === undefined || change.hunks === null || change.kind !== 'text')
            lost++;
        else
            files.set(change.path, followLines(coverage, change));
    }
    return { files, lost };
}
/** Lines that the change removes are gone; those it adds are unknown to the suite. */
function followLines(file, change) {
    const oldLines = file.lines;
    const last = (0,model/* lastLine */.fM)(oldLines);
    const { removed, shifts } = movesOf(change);
    const lines = new Uint8Array(Math.ceil((last + change.additions + 1) / 4) + 1);
    const newLine = (line) => line + (shifts.findLast(shift => shift.from <= line)?.by ?? 0);
    for (let line = 1; line <= last; line++) {
        const pair = ((oldLines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3;
        if (pair === 0 || removed.has(line))
            continue;
        const at = newLine(line);
        lines[at >>> 2] = (lines[at >>> 2] ?? 0) | (pair << ((at & 3) << 1));
    }
    const branches = [...file.branches].flatMap(mark => {
        const line = Math.floor(mark / model/* marksPerLine */.ut);
        return removed.has(line) ? [] : [mark + (newLine(line) - line) * model/* marksPerLine */.ut];
    });
    return { lines, branches: Float64Array.from(branches), functions: new Float64Array() };
}
/** Removed lines of the old side, and by how much the lines from one on have moved. */
function movesOf(change) {
    const removed = new Set();
    const shifts = [];
    for (const hunk of change.hunks ?? []) {
        let old = hunk.oldStart;
        let current = hunk.newStart;
        for (const { kind } of hunk.lines) {
            if (kind === 'removed')
                removed.add(old);
            if (kind === 'context')
                shifts.push({ from: old, by: current - old });
            if (kind !== 'added')
                old++;
            if (kind !== 'removed')
                current++;
        }
        shifts.push({ from: old, by: current - old });
    }
    return { removed, shifts };
}
const packFile = ({ lines, branches, functions }) => ({
    lines: pack(lines),
    branches: pack(bytesOf(branches)),
    functions: pack(bytesOf(functions)),
});
function unpackFile(file) {
    const marks = (text) => new Float64Array(unpack(text).buffer);
    return { lines: unpack(file.lines), branches: marks(file.branches), functions: marks(file.functions) };
}
const pack = (bytes) => Buffer.from(bytes).toString('base64');
const unpack = (text) => new Uint8Array(Buffer.from(text, 'base64'));
const bytesOf = (marks) => new Uint8Array(Float64Array.from(marks).buffer);

// EXTERNAL MODULE: ./build/src/workspace/reports.js
var workspace_reports = __webpack_require__(9812);
;// CONCATENATED MODULE: ./build/src/workspace/carry.js




/** The last measurement of a suite, for the commit that is checked out, if there is one and it is young enough. */
async function carryForward({ name, path, max_age }, { workspace, repository, tested }) {
    const read = readFile(path, workspace);
    if (typeof read === 'string')
        return { ok: false, reason: { state: read, path } };
    const suite = read.suites.find(each => each.name === name);
    if (suite === undefined)
        return { ok: false, reason: { state: 'other-suite', path } };
    const { sha, at } = suite;
    if (Date.now() - Date.parse(at) > millisecondsOf(max_age)) {
        return { ok: false, reason: { state: 'too-old', path, sha, at, maxAge: max_age } };
    }
    const blobs = new Map((tested.tree ?? []).map(entry => [entry.path, entry.oid]));
    const { files, lost } = carrySuite(suite, blobs, await changesSince(sha, repository, tested));
    const origin = { name, path, format: 'snapshot', sha256: read.sha256, carried: { sha, at, lost } };
    return { ok: true, suite: { origin, files }, kept: suite };
}
async function changesSince(sha, repository, tested) {
    if (repository === null || tested.sha === null || !(await hasCommit(repository, sha)))
        return null;
    const changes = await diffCommits(repository, sha, tested.sha);
    return changes.ok ? changes.value : null;
}
function readFile(path, workspace) {
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return 'absent';
    const { close } = opened.value;
    const { chunks, sha256 } = (0,workspace_reports/* digested */.io)(opened.value.chunks());
    try {
        const pieces = [];
        let size = 0;
        for (const chunk of chunks) {
            size += chunk.length;
            if (size > snapshotLimit)
                return 'unreadable';
            pieces.push(Buffer.from(chunk));
        }
        const suites = readSnapshot(Buffer.concat(pieces).toString('utf8'));
        return suites === null ? 'unreadable' : { suites, sha256: sha256() };
    }
    catch {
        return 'unreadable';
    }
    finally {
        close();
    }
}

;// CONCATENATED MODULE: ./build/src/workspace/tested.js



/**
 * Line numbers in the reports are those of the commit that is checked out. That is the head itself, or, after a default
 * checkout, GitHub's merge of it into the base branch; there the change is the merge's own. Any other commit says
 * nothing about this head.
 */
async function testedChange(repository, headSha, changedFiles) {
    if (repository === null)
        return { sha: null, tree: null, changedFiles, problems: [(0,locales_message/* message */.i)('action.report.noCheckout', {})] };
    const found = await headCommit(repository);
    const listed = found.ok ? await listTree(repository, found.value) : found;
    if (!found.ok || !listed.ok) {
        return { sha: null, tree: null, changedFiles, problems: listed.ok ? [] : [listed.error] };
    }
    const tested = found.value;
    const tree = listed.value.filter(entry => entry.type === 'blob');
    if (tested === headSha)
        return { sha: tested, tree, changedFiles, problems: [] };
    const [base, head] = await parentsOf(repository, tested);
    const changed = await changedFiles;
    if (base === undefined || head !== headSha || changed === null) {
        const problems = [(0,locales_message/* message */.i)('action.report.otherCommit', { tested, head: headSha })];
        return { sha: tested, tree, changedFiles: changed, problems };
    }
    if (await hasCommit(repository, base)) {
        const merged = await diffCommits(repository, base, tested);
        return { sha: tested, tree, changedFiles: merged.ok ? present(merged.value) : unknown(merged.error), problems: [] };
    }
    return { sha: tested, tree, changedFiles: changed, problems: shiftedFiles(tree, changed) };
}
/** Files whose content in the merge is not that of the head: their line numbers would not fit. */
function shiftedFiles(tree, changed) {
    const blobs = new Map(tree.map(entry => [entry.path, entry.oid]));
    const files = changed.state === 'present' ? changed.value : [];
    const shifted = files.filter(file => file.status !== 'deleted' && file.kind === 'text' && blobs.get(file.path) !== file.blob);
    return shifted.length === 0 ? [] : [(0,locales_message/* message */.i)('action.report.shifted', { files: shifted.map(file => file.path) })];
}

// EXTERNAL MODULE: ./build/src/coverage/head.js
var head = __webpack_require__(2832);
// EXTERNAL MODULE: ./build/src/coverage/xml.js + 2 modules
var coverage_xml = __webpack_require__(9817);
// EXTERNAL MODULE: ./build/src/coverage/xml-reader.js
var xml_reader = __webpack_require__(4901);
;// CONCATENATED MODULE: ./build/src/coverage/junit.js




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
    const iterator = chunks[Symbol.iterator]();
    const { start, content, refusal } = (0,head/* readHead */.z)(iterator);
    if (refusal)
        return (0,result/* err */._)(refusal);
    const roots = /^<testsuite[\s/>]/.test((0,coverage_xml/* rootOf */.I5)(content)) ? ['testsuite', 'testsuites'] : ['testsuites', 'testsuite'];
    const xml = new coverage_xml/* XmlTokens */.Ou({ elements: [...roots, 'testcase', 'failure', 'error', 'skipped'], attributes: [] });
    const cases = new TestCases();
    push(xml, start, cases);
    for (let next = iterator.next(); !next.done; next = iterator.next())
        push(xml, next.value, cases);
    xml.finish();
    const { tests, failures, errors, skipped } = cases.counts;
    return xml.problem ? (0,result/* err */._)(xml.problem) : (0,result.ok)({ tests, failures, errors, skipped });
}
function push(xml, chunk, cases) {
    for (let at = 0; at < chunk.length && !xml.problem; at += coverage_xml/* xmlLimits */.SN.slice) {
        xml.feed(chunk.subarray(at, at + coverage_xml/* xmlLimits */.SN.slice));
        (0,xml_reader/* readTokens */.He)(xml, cases);
    }
}
const [OUTER_SUITE, SUITE, CASE, FAILURE, ERROR, SKIPPED] = [0, 1, 2, 3, 4, 5];
/** Worst last. */
const outcomes = ['passed', 'skipped', 'failures', 'errors'];
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

;// CONCATENATED MODULE: ./build/src/workspace/tests.js




/** Counts the test cases of the JUnit files that the policy names. */
async function countTests(specs, { workspace, checkout }) {
    if (specs.length === 0)
        return { runs: [], missing: [], problems: [] };
    const { found, missing, problems } = await (0,workspace_reports/* findReports */.zJ)(specs, workspace);
    const told = [...problems];
    const runs = new Map();
    for (const { spec, path } of found) {
        const read = readOne(spec.name, path, { workspace, checkout });
        if ('code' in read)
            told.push(read);
        else
            runs.set(spec.name, sum(runs.get(spec.name), read));
    }
    return {
        runs: [...runs.values()],
        missing: missing.map(({ spec, ...rest }) => ({ name: spec.name, path: spec.path, ...rest, carry: null })),
        problems: told,
    };
}
function readOne(name, path, { workspace, checkout }) {
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return opened.error;
    try {
        if ((0,workspace_reports/* isStale */.QO)(opened.value, checkout))
            return (0,locales_message/* message */.i)('coverage.problem.stale', { name, path });
        const read = readTests(opened.value.chunks());
        return read.ok ? { name, ...read.value } : unreadable({ name, path }, read.error);
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        return (0,locales_message/* message */.i)('action.report.unreadable', { path, code });
    }
    finally {
        opened.value.close();
    }
}
const sum = (a, b) => ({
    name: b.name,
    tests: (a?.tests ?? 0) + b.tests,
    failures: (a?.failures ?? 0) + b.failures,
    errors: (a?.errors ?? 0) + b.errors,
    skipped: (a?.skipped ?? 0) + b.skipped,
});

;// CONCATENATED MODULE: ./build/src/coverage/generated.js

/**
 * Which files `.gitattributes` declares as `linguist-generated`. `attributes`: text of each such file by its folder (`''`:
 * the root). As `gitattributes(5)`: the last line that matches decides, files in deeper folders before those above. A
 * pattern that is not understood declares nothing; one that takes the declaration away takes it from every file, so
 * that no file stops counting by mistake. `?` and `[…]` stand for one character, where git takes one byte.
 */
function generatedPaths(attributes) {
    const folders = [...attributes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    const rules = folders.flatMap(([folder, text]) => rulesOf(folder, text)).reverse();
    return { matches: path => rules.find(rule => rule.matches(path))?.isGenerated ?? false };
}
function rulesOf(folder, text) {
    return text.split('\n').flatMap(written => {
        const line = written.trim();
        if (line === '' || line.startsWith('#') || line.startsWith('[attr]'))
            return [];
        const { pattern, rest } = cutPattern(line);
        const isGenerated = stateOf(rest.split(/\s+/));
        if (isGenerated === undefined || pattern.startsWith('!'))
            return [];
        const matches = matcherOf(folder, pattern);
        if (matches === undefined)
            return isGenerated ? [] : [{ matches: within(folder), isGenerated }];
        return [{ matches, isGenerated }];
    });
}
/** A pattern may be quoted as in C, so that it can hold spaces. */
function cutPattern(line) {
    const [quoted = '', inner = ''] = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/.exec(line) ?? [];
    if (quoted !== '')
        return { pattern: unquote(inner), rest: line.slice(quoted.length) };
    const [pattern = ''] = line.split(/\s/, 1);
    return { pattern, rest: line.slice(pattern.length) };
}
const controls = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** Octal escapes are bytes of UTF-8. */
const unquote = (text) => text.replace(/((?:\\[0-3][0-7]{2})+)|\\(.)/g, (_, bytes, character) => bytes === undefined
    ? (controls[character] ?? character)
    : new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('\\'), byte => Number.parseInt(byte, 8))));
/** What the last of the attributes says; `!name` and values that are no yes leave the file as hand-written. */
function stateOf(attributes) {
    const [, sign = '', value] = attributes.map(each => /^([-!]?)linguist-generated(?:=(.*))?$/.exec(each)).findLast(found => found !== null) ?? [];
    if (attributes.every(each => !/^[-!]?linguist-generated(=|$)/.test(each)))
        return undefined;
    return sign === '' && (value === undefined || value === 'true');
}
const within = (folder) => (path) => folder === '' || path.startsWith(`${folder}/`);
function matcherOf(folder, pattern) {
    // A pattern for folders says nothing about the files in them.
    if (pattern.endsWith('/'))
        return () => false;
    const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
    const globs = [];
    for (const plain of plainPatterns(anchored).filter(plain => !isImpossible(plain))) {
        const glob = globOf(plain);
        const compiled = glob === undefined ? undefined : (0,src_glob/* compileGlob */.SO)(glob);
        if (!compiled?.ok)
            return undefined;
        globs.push(compiled.value);
    }
    const start = folder === '' ? 0 : folder.length + 1;
    const isInside = within(folder);
    return path => isInside(path) && globs.some(glob => glob.matches(path.slice(start)));
}
/**
 * git compares what stands before the first wildcard by itself, so that in `/a**` or `x/a**` + `/b` the stars stand at a
 * start and cross folders. The same said with `**` that stands alone.
 */
function plainPatterns(pattern) {
    const [, head, rest] = /^([^*?[\\]*[^*?[\\/])\*{2,}(?:\/(.+))?$/s.exec(pattern) ?? [];
    if (head === undefined)
        return [pattern];
    if (rest === undefined)
        return [`${head}*`, `${head}*/**`];
    return [...plainPatterns(head + rest), `${head}*/**/${rest}`];
}
/** git's pattern in the notation of `compileGlob`; `undefined`: it cannot be said there. */
function globOf(pattern) {
    const tokens = pattern.match(/\\.|\[[!^]?\]?(?:[^\]\\[]|\[(?![:.=]))*\]|\*+|[\s\S]/g) ?? [];
    let glob = '';
    for (const [at, token] of tokens.entries()) {
        const isAlone = (tokens[at - 1] ?? '/') === '/' && (tokens[at + 1] ?? '/') === '/';
        if (token === '[' || token === '\\')
            return undefined;
        if (token.startsWith('\\'))
            glob += literal(token.slice(1));
        else if (token.startsWith('['))
            glob += token.replace('[^', '[!');
        else if (token.startsWith('*'))
            glob += token.length > 1 && isAlone ? '**' : '*';
        else
            glob += token === '?' ? token : literal(token);
    }
    return glob.replace(/^!/, '\\!');
}
const literal = (character) => (/[*?[{}()@+\],|]/.test(character) ? `[${character}]` : character);
/** With `x` for whatever is escaped or a class. */
const bare = (pattern) => pattern.replace(/\\./g, 'x').replace(/\[[!^]?\]?[^\]]*\]/g, 'x');
/** A `[` that nothing closes, an empty name or dots: no path is like that. */
const isImpossible = (pattern) => /\[|(^|\/)\.{0,2}(\/|$)/.test(bare(pattern));

;// CONCATENATED MODULE: ./build/src/workspace/tree.js




/** What `.gitattributes` of a commit declares; when it cannot be read, everything counts and the reader is told. */
async function generatedAt(repository, sha) {
    const listed = repository === null ? null : await listTree(repository, sha);
    if (repository === null || !listed?.ok)
        return (0,result/* err */._)((0,locales_message/* message */.i)('coverage.notice.generated', { sha }));
    const attributes = new Map();
    for (const { path, type, oid } of listed.value) {
        if (type !== 'blob' || !/(^|\/)\.gitattributes$/.test(path))
            continue;
        const blob = await readBlob(repository, oid, maxAttributes);
        if (!blob.ok)
            return (0,result/* err */._)((0,locales_message/* message */.i)('coverage.notice.generated', { sha }));
        attributes.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), blob.value.toString('utf8'));
    }
    return (0,result.ok)(generatedPaths(attributes));
}
/** Largest `.gitattributes` or `go.mod`, in bytes. */
const maxAttributes = 1024 * 1024;
/** Most modules of a repository that are looked at. */
const maxModules = 200;
/** Go names files by module; where a module lies, its `go.mod` says. */
async function modulesOf(repository, tree, reports) {
    const modules = new Map();
    if (!reports.some(({ origin }) => origin.format === 'go'))
        return modules;
    for (const { path, oid } of tree.filter(entry => /(^|\/)go\.mod$/.test(entry.path)).slice(0, maxModules)) {
        const blob = await readBlob(repository, oid, maxAttributes);
        const name = blob.ok ? /^\s*module\s+"?([^\s"]+)/m.exec(blob.value.toString('utf8'))?.[1] : undefined;
        if (name !== undefined)
            modules.set(name, path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    return modules;
}
/** Bytes of file contents that are read to count lines. */
const maxCounted = 64 * 1024 * 1024;
/** Lines of the files that a report may speak about, told by their names. */
async function tree_linesOf(repository, tree, reports) {
    const nameOf = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const names = new Set(reports.flatMap(({ report }) => [...report.files.keys()].map(nameOf)));
    let left = maxCounted;
    const entries = tree.filter(entry => {
        if (!names.has(nameOf(entry.path)) || entry.size > left)
            return false;
        left -= entry.size;
        return true;
    });
    const counts = await git_countLines(repository, entries.map(entry => entry.oid));
    return new Map(entries.flatMap(entry => {
        const lines = counts.get(entry.oid);
        return lines === undefined ? [] : [[entry.path, lines]];
    }));
}

;// CONCATENATED MODULE: ./build/src/workspace/coverage.js














/** Reads every report of the policy and measures the commit that is checked out, as far as it speaks for the head. */
async function measureCoverage(input) {
    const { options, workspace, repository, headSha } = input;
    const specs = options.reports;
    const listed = specs === undefined
        ? { found: await (0,workspace_reports/* findCommon */.xB)(commonPlaces, workspace), missing: [], problems: [] }
        : await (0,workspace_reports/* findReports */.zJ)(specs, workspace);
    const nothingFound = listed.found.length === 0;
    const tested = await testedChange(repository, headSha, input.changedFiles);
    const checkout = input.newerThan === undefined && repository !== null ? await checkedOutAt(repository) : (input.newerThan ?? null);
    const read = listed.found.map(found => coverage_readOne(found.spec, found.path, { workspace, repository, checkout }));
    const carried = await Promise.all(listed.missing.map(each => standIn(each, input, tested)));
    const tests = await countTests(options.tests ?? [], { workspace, checkout });
    const problems = [
        ...listed.problems,
        ...tests.problems,
        ...(specs === undefined && nothingFound ? [(0,locales_message/* message */.i)('action.report.none', { places: commonPlaces })] : []),
        ...(nothingFound ? [] : tested.problems),
        ...read.flatMap(one => one.problems),
    ];
    const reports = read.flatMap(one => one.report ?? []);
    const generated = options.generated === 'exclude' ? await generatedAt(repository, input.baseSha) : null;
    const inTree = repository === null || tested.tree === null
        ? {}
        : {
            lineCounts: await tree_linesOf(repository, tested.tree, reports),
            modules: await modulesOf(repository, tested.tree, reports),
        };
    const changed = await tested.changedFiles;
    if (changed?.state === 'unknown')
        return { fact: changed, nothingFound, notices: [], snapshot: null, files: {} };
    const result = measureFiles({
        reports,
        carried: carried.flatMap(one => one.suite ?? []),
        incomplete: [...carried.flatMap(one => one.missing ?? []), ...tests.missing],
        tests: tests.runs,
        components: input.components,
        problems,
        tree: tested.tree?.map(entry => entry.path) ?? null,
        changedFiles: changed?.state === 'present' ? changed.value : null,
        options,
        headSha,
        ...(input.run === undefined ? {} : { run: input.run }),
        workspace: repository?.root ?? workspace.root,
        ...inTree,
        ...(generated?.ok ? { generated: generated.value } : {}),
    });
    return {
        fact: present(result.measured),
        nothingFound,
        notices: [...result.doubts, ...(generated === null || generated.ok ? [] : [generated.error])],
        snapshot: snapshotOf(result, input, tested, carried),
        files: Object.fromEntries(result.files.entries().map(([path, file]) => [path, (0,model/* countFile */.eR)(file).lines])),
    };
}
/** What counts for a suite that has too few files: an earlier measurement, or nothing and the reason. */
async function standIn({ spec, found, expected, near }, { workspace, repository }, tested) {
    const { name, path } = spec;
    const carry = spec.carry_forward === undefined || found > 0
        ? { ok: false, reason: null }
        : await carryForward({ name, ...spec.carry_forward }, { workspace, repository, tested });
    if (carry.ok)
        return { suite: carry.suite, kept: carry.kept };
    return { missing: { name, path, found, expected, near, carry: carry.reason } };
}
/** Every suite that may be carried forward: as measured now, or as it was carried. */
function snapshotOf({ bySuite }, { options }, { sha, tree }, carried) {
    const wanted = (options.reports ?? []).filter(report => report.carry_forward !== undefined);
    if (wanted.length === 0 || tree === null || sha === null)
        return null;
    const blobs = new Map(tree.map(entry => [entry.path, entry.oid]));
    const at = new Date().toISOString();
    const kept = carried.flatMap(one => one.kept ?? []);
    const suites = wanted.flatMap(({ name }) => {
        const earlier = kept.find(suite => suite.name === name);
        if (earlier !== undefined)
            return [earlier];
        const files = [...(bySuite.get(name) ?? [])].flatMap(([path, coverage]) => {
            const blob = blobs.get(path);
            return blob === undefined ? [] : [[path, { blob, coverage }]];
        });
        return files.length === 0 ? [] : [{ name, sha, at, files: new Map(files) }];
    });
    return writeSnapshot(suites);
}
function coverage_readOne(spec, path, { workspace, repository, checkout }) {
    const opened = (0,workspace_reports/* openReport */.NL)(path, workspace);
    if (!opened.ok)
        return { problems: [opened.error] };
    const { close } = opened.value;
    const { chunks, sha256 } = (0,workspace_reports/* digested */.io)(opened.value.chunks());
    const { name } = spec;
    try {
        if ((0,workspace_reports/* isStale */.QO)(opened.value, checkout)) {
            return { problems: [(0,locales_message/* message */.i)('coverage.problem.stale', { name, path })] };
        }
        const parsed = (0,read/* readReport */.t)(chunks, spec.format);
        if (!parsed.ok)
            return { problems: [unreadable({ name, path }, parsed.error)] };
        const origin = {
            name,
            path: coverage_inRepository(path, workspace, repository),
            format: parsed.value.format,
            sha256: sha256(),
        };
        return { report: { origin, report: parsed.value.report }, problems: [] };
    }
    catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
        return { problems: [(0,locales_message/* message */.i)('action.report.unreadable', { path, code })] };
    }
    finally {
        close();
    }
}
function coverage_inRepository(path, workspace, repository) {
    return repository === null ? path : (0,external_node_path_.relative)(repository.root, (0,external_node_path_.resolve)(workspace.root, path)).split(external_node_path_.sep).join('/');
}

;// CONCATENATED MODULE: ./build/src/workspace/policy.js






/** What stands at `paths` in a commit of the clone. */
async function policyEntriesAt(repository, sha, paths = search_policyPaths) {
    const listed = await listTree(repository, sha, paths);
    if (!listed.ok)
        return listed;
    const entries = [];
    for (const { path, mode, type, oid, size } of listed.value) {
        const readable = type === 'blob' && size <= maxPolicySize;
        const blob = readable ? await readBlob(repository, oid, maxPolicySize) : (0,result.ok)(null);
        if (!blob.ok)
            return blob;
        entries.push({ path, mode, type, size, text: blob.value === null ? null : textOf(blob.value) });
    }
    return (0,result.ok)(entries);
}
/** What stands at the usual places of the working tree, as git would list it. Never for a verdict about a pull request. */
async function policyEntriesIn(root) {
    const entries = await Promise.all(search_policyPaths.map(path => entryIn(root, path)));
    return entries.filter(entry => entry !== null);
}
async function entryIn(root, path) {
    const file = (0,external_node_path_.join)(root, path);
    const found = await (0,promises_.lstat)(file).catch(() => null);
    if (found === null)
        return null;
    const { size } = found;
    if (found.isSymbolicLink())
        return { path, mode: '120000', type: 'blob', size, text: null };
    if (found.isDirectory())
        return { path, mode: '040000', type: 'tree', size: 0, text: null };
    if (!found.isFile())
        return { path, mode: '000000', type: 'blob', size: 0, text: null };
    return { path, mode: '100644', type: 'blob', size, text: size <= maxPolicySize ? await textIn(file) : null };
}
async function textIn(file) {
    try {
        const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
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

// EXTERNAL MODULE: ./build/cli/coverage/reports.js
var reports = __webpack_require__(3383);
;// CONCATENATED MODULE: ./build/cli/coverage/judge.js
















/** Finds the checkout around `cwd`, the policy that judges and the reports. */
async function prepare({ cwd, base, files, format }) {
    const repository = await findRepository(await (0,promises_.realpath)(cwd), (0,external_node_path_.parse)(cwd).root);
    if (repository === null) {
        return (0,result/* err */._)({
            message: base === undefined ? (0,locales_message/* message */.i)('cli.coverage.noFile', {}) : (0,locales_message/* message */.i)('cli.coverage.noCheckout', {}),
        });
    }
    const head = await headCommit(repository);
    if (!head.ok)
        return (0,result/* err */._)({ message: head.error });
    const against = base === undefined ? (0,result.ok)(null) : await baseCalled(repository, base);
    if (!against.ok)
        return against;
    // git takes its time: it may do so while policy and reports are read.
    const changedFiles = against.value === null ? null : changedFilesBetween(repository, against.value.sha, head.value);
    const judging = await policyOf(repository, against.value);
    if (!judging.ok)
        return judging;
    const { policy, path } = judging.value;
    const workspace = { root: repository.root, workingDirectory: '.' };
    const found = gateOptions(policy);
    const named = files.map(file => (0,reports/* slashed */.df)((0,external_node_path_.relative)(repository.root, (0,external_node_path_.resolve)(cwd, file))));
    const options = files.length === 0 ? found : { ...found, ...onlyFiles(named, found, format) };
    const sources = files.length === 0
        ? await sourcesOf(options, workspace)
        : (0,result.ok)(files.map((shown, index) => ({ shown, path: named[index] ?? '', format: options.reports?.[index]?.format })));
    if (!sources.ok)
        return (0,result/* err */._)({ ...sources.error, locale: policy.locale });
    return (0,result.ok)({
        repository,
        workspace,
        headSha: head.value,
        base: against.value,
        policy,
        policyPath: path,
        options,
        sources: sources.value,
        changedFiles,
    });
}
async function baseCalled(repository, ref) {
    const sha = await commitCalled(repository, ref);
    if (!sha.ok)
        return (0,result/* err */._)({ message: sha.error });
    return sha.value === null ? (0,result/* err */._)({ message: (0,locales_message/* message */.i)('cli.coverage.noBase', { ref }) }) : (0,result.ok)({ ref, sha: sha.value });
}
/** The base commit's policy judges, as on GitHub; without a base the one that is being written. */
async function policyOf(repository, base) {
    const entries = base === null ? (0,result.ok)(await policyEntriesIn(repository.root)) : await policyEntriesAt(repository, base.sha);
    if (!entries.ok)
        return (0,result/* err */._)({ message: entries.error });
    const state = policyStateOf(entries.value, { owner: ownerIn(entries.value), sha: base?.sha ?? '' });
    switch (state.state) {
        case 'present':
            return (0,result.ok)({ policy: state.policy, path: state.origin.source === 'base' ? state.origin.path : null });
        case 'unknown':
            return (0,result/* err */._)({ message: state.reason });
        case 'broken':
            return (0,result/* err */._)(firstProblem(state));
        default:
            return state;
    }
}
function firstProblem({ problems }) {
    const [first] = problems;
    if (first === undefined)
        return { message: (0,locales_message/* message */.i)('policy.broken', { count: 0, path: '' }) };
    const { path, line, column, code, keyPath } = first;
    return { place: { path, line, column }, label: `${code} ${keyPath}`.trim(), message: first.message };
}
/** A fork's clone is not called like the owner of the teams: whoever they are of is taken for the owner. */
const ownerIn = (entries) => entries.map(({ text }) => /@([A-Za-z0-9-]+)\/[A-Za-z0-9._-]+/.exec(text ?? '')?.[1]).find(owner => owner) ?? '';
/** A policy without the gate judges nothing, and the numbers are measured as the defaults say. */
function gateOptions({ gates }) {
    return gates.coverage ?? { ...coverage.options.parse({}), level: 'off' };
}
/** The files of the command line instead of the policy's, under the policy's names where it has one for them. */
function onlyFiles(paths, { reports, flags }, format) {
    const specs = paths.map((path) => {
        const known = reports?.find(each => compiled(each.path)(path));
        return {
            name: known?.name ?? path,
            path: literally(path),
            format: format ?? known?.format,
            expected: 1,
        };
    });
    const names = new Set(specs.map(({ name }) => name));
    const kept = Object.entries(flags ?? {}).filter(([name]) => names.has(name));
    return { reports: specs, flags: Object.fromEntries(kept) };
}
/** A pattern that matches this path and no other. */
const literally = (path) => (/[*?[{]/.test(path) ? path.replace(/[*?[{\]}]/g, '[$&]') : path);
function compiled(pattern) {
    const glob = (0,src_glob/* compileGlob */.SO)(pattern);
    return path => glob.ok && glob.value.matches(path);
}
async function sourcesOf({ reports }, workspace) {
    if (reports === undefined) {
        const found = await (0,workspace_reports/* findCommon */.xB)(commonPlaces, workspace);
        return found.length === 0
            ? (0,result/* err */._)({ message: (0,locales_message/* message */.i)('cli.coverage.nothingFound', { places: commonPlaces }) })
            : (0,result.ok)(found.map(({ path }) => ({ shown: path, path })));
    }
    const { found, missing, problems } = await (0,workspace_reports/* findReports */.zJ)(reports, workspace);
    const [problem] = problems;
    if (problem !== undefined)
        return (0,result/* err */._)({ message: problem });
    const [first] = missing;
    // Some are enough to be judged as incomplete; a snapshot may stand in even for all.
    if (found.length === 0 && first !== undefined && !reports.some(report => report.carry_forward !== undefined)) {
        const { name, path } = first.spec;
        return (0,result/* err */._)({ place: { path }, message: (0,locales_message/* message */.i)('cli.coverage.missing', { name, near: first.near }) });
    }
    return (0,result.ok)(found.map(({ spec, path }) => ({ shown: path, path, format: spec.format })));
}
/** Measures HEAD and runs the gate, with what a pull request's run uses. */
async function judge_judge(task, read) {
    const { repository, headSha, base, options, policy } = task;
    const dirty = dirtyFiles(task, read);
    const { fact, notices } = await measureCoverage({
        options,
        baseSha: base?.sha ?? headSha,
        components: policy.components,
        workspace: task.workspace,
        repository,
        headSha,
        changedFiles: task.changedFiles,
        newerThan: newestSource(task, read),
    });
    if (fact.state !== 'present') {
        return (0,result/* err */._)({
            message: fact.state === 'unknown' ? fact.reason : (0,locales_message/* message */.i)('unknown.notFetched', { what: 'coverage' }),
        });
    }
    const state = {
        state: 'present',
        policy: { ...policy, gates: { coverage: options }, checklists: [] },
        origin: { source: 'none' },
    };
    const report = evaluate(state, judge_factsOf(task, fact.value, (await task.changedFiles) ?? present([])));
    return (0,result.ok)({
        measured: fact.value,
        groups: report.coverage?.groups ?? [],
        outcome: report.gates[0] ?? null,
        passed: report.verdict === 'passed',
        notices,
        dirty: await dirty,
    });
}
/** Everything that only GitHub knows is unknown, and the gate does not ask for it; recorded baselines are not here. */
function judge_factsOf({ headSha, base }, coverage, changedFiles) {
    const notAsked = unknown((0,locales_message/* message */.i)('unknown.notFetched', { what: 'GitHub' }));
    return {
        repository: { id: '', owner: '', name: '' },
        number: 0,
        title: '',
        author: null,
        state: 'open',
        isDraft: false,
        baseRef: base?.ref ?? '',
        baseSha: base?.sha ?? '',
        headSha,
        evaluatedAt: '',
        roles: {},
        changedFiles,
        commits: notAsked,
        reviews: notAsked,
        reviewRequests: notAsked,
        coverage: present(coverage),
        coverageBaseline: absent,
        signOffs: absent,
    };
}
/**
 * When the last of the files that the reports speak about was written. Here `HEAD` moves with every commit, so the time
 * of the checkout would call every report old that was made before it; what counts is whether a source changed since.
 */
function newestSource({ repository: { root } }, read) {
    const named = new Set(read.flatMap(({ report }) => [...report.files.keys()]));
    const times = [...named].flatMap(reported => {
        const file = (0,external_node_path_.resolve)(root, (0,paths/* normalisePath */.qb)(reported) ?? '');
        return file.startsWith(root + external_node_path_.sep) ? (writtenAt(file) ?? []) : [];
    });
    return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}
function writtenAt(file) {
    try {
        return (0,external_node_fs_.lstatSync)(file).mtimeMs;
    }
    catch {
        return null;
    }
}
/** Told by their names, like the files whose lines are counted. */
async function dirtyFiles({ repository, headSha }, read) {
    const changed = await uncommittedFiles(repository, headSha);
    const nameOf = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const names = new Set(read.flatMap(({ report }) => [...report.files.keys()].map(nameOf)));
    return changed.ok ? changed.value.filter(path => names.has(nameOf(path))) : [];
}


/***/ })

};

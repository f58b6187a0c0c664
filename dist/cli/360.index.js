export const id = 360;
export const ids = [360];
export const modules = {

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ impactLines)
/* harmony export */ });
/* unused harmony export impactSections */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2135);


const mostReasons = 3;
/** What changes for whoever deploys: one line a statement, with its place. Nothing, where nobody looked or nothing changes. */
function impactSections({ impact }, voice, more) {
    if (impact === null || (impact.impacts.length === 0 && impact.risk === 'low'))
        return [];
    return [
        {
            keep: 85,
            head: [`### ${voice.say(message('impact.title', { risk: impact.risk }))}`, '', ...because(impact, voice)],
            rows: impact.impacts.map(({ file, line, ...statement }) => {
                const text = voice.say(message('impact.statement', statement));
                return `- ${text} (${voice.f.place(file, line)})`;
            }),
            foot: [],
            more: count => `- ${more(count)}`,
        },
    ];
}
/** The same as plain lines: title, reasons, one statement a line behind its place. */
function impactLines(impact, voice) {
    const statements = impact.impacts.map(({ file, line, ...statement }) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labelled */ .wW)(voice.f.place(file, line), voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.statement', statement)), voice.locale));
    const nothing = statements.length === 0 ? [voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.none', {}))] : [];
    const reasons = because(impact, voice).filter(line => line !== '');
    return [voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.title', { risk: impact.risk })), ...reasons, ...nothing, ...statements];
}
function because({ reasons }, voice) {
    if (reasons.length === 0)
        return [];
    const said = voice.f.list(reasons.map(voice.say), mostReasons);
    return [(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .labelled */ .wW)(voice.say((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('impact.because', {})), said, voice.locale), ''];
}


/***/ }),

/***/ 2135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NK: () => (/* binding */ findingText),
  WX: () => (/* binding */ findingsOf),
  zT: () => (/* binding */ footerPieces),
  Pl: () => (/* binding */ headline),
  z3: () => (/* binding */ itemPieces),
  rv: () => (/* binding */ itemText),
  wW: () => (/* binding */ labelled),
  ut: () => (/* binding */ noticeText),
  lx: () => (/* binding */ noticesOf),
  R5: () => (/* binding */ plainVoice),
  _k: () => (/* binding */ rowName),
  RO: () => (/* binding */ rowsOf),
  r9: () => (/* binding */ stateText)
});

// UNUSED EXPORTS: byPlace, checklistSections, findingSections, footer, headlineBlock, markdownVoice, moreText, needsPerson, noticeSections, reportSections, shortenedNote, table

// EXTERNAL MODULE: ./build/src/locales/index.js + 68 modules
var locales = __webpack_require__(2900);
// EXTERNAL MODULE: ./build/src/locales/message.js
var locales_message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/render/budget.js
const fixed = Number.POSITIVE_INFINITY;
/** A part without rows; it is never shortened. */
const budget_block = (...lines) => ({
    keep: fixed,
    head: lines,
    rows: [],
    foot: [],
    more: () => '',
});
/** UTF-16 units: never fewer than the characters that GitHub counts. */
const units = text => text.length;
/** UTF-8 bytes, for limits that are kept in bytes or may be. */
const bytes = text => {
    let size = text.length;
    for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (unit > 0x7f)
            size += 1;
        // Half of a surrogate pair makes two of the four bytes of the whole.
        if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff))
            size += 1;
    }
    return size;
};
/** What stays free of a surface's limit, for what GitHub counts differently from us. */
const reserve = 0.05;
/**
 * The sections as one document, shortened to the limit less the reserve: sections with the lowest `keep` lose rows, then
 * themselves, before the next lose any. `note` is added before the last section when something was left out.
 */
function shorten(sections, limit, note) {
    const room = Math.floor(limit.size * (1 - reserve));
    const shown = sections.map(section => Math.min(section.rows.length, section.most ?? section.rows.length));
    const whole = join(sections, shown);
    if (limit.measure(whole) <= room)
        return whole;
    const noted = [...sections.slice(0, -1), budget_block(note), ...sections.slice(-1)];
    shown.splice(-1, 0, 0);
    const sizes = noted.map((section, index) => sizeOf(section, shown[index] ?? 0, limit.measure));
    let total = sizes.reduce((sum, size) => sum + size, 0);
    for (const index of shorteningOrder(noted)) {
        const section = noted[index];
        if (total <= room || section === undefined)
            break;
        const others = total - (sizes[index] ?? 0);
        shown[index] = mostRows(section, shown[index] ?? 0, room - others, limit.measure);
        total = others + sizeOf(section, shown[index] ?? 0, limit.measure);
    }
    return join(noted, shown);
}
function shorteningOrder(sections) {
    return sections
        .flatMap((section, index) => (section.keep === fixed ? [] : [{ index, keep: section.keep }]))
        .sort((a, b) => a.keep - b.keep || b.index - a.index)
        .map(entry => entry.index);
}
/** How many rows fit into `room`; 0 leaves the section out. */
function mostRows(section, max, room, measure) {
    let size = sizeOf({ ...section, rows: [] }, 0, measure) + measure(section.more(section.rows.length)) + 1;
    let count = 0;
    for (const row of section.rows.slice(0, max)) {
        size += measure(row) + 1;
        if (size > room)
            break;
        count += 1;
    }
    return count;
}
/** Upper bound of what a section adds, with the line breaks around it. */
function sizeOf(section, shown, measure) {
    const text = textOf(section, shown);
    return text === '' ? 0 : measure(text) + 2;
}
function join(sections, shown) {
    return sections
        .map((section, index) => textOf(section, shown[index] ?? 0))
        .filter(text => text !== '')
        .join('\n\n');
}
function textOf(section, shown) {
    if (shown === 0 && section.rows.length > 0)
        return '';
    const left = section.rows.length - shown;
    const more = left > 0 ? [section.more(left)] : [];
    return [...section.head, ...section.rows.slice(0, shown), ...more, ...section.foot].join('\n');
}

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
;// CONCATENATED MODULE: ./build/src/render/markdown.js


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
function markdown_md(text, max = maxProse) {
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
function markdown_link(label, url) {
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
function markdown_markdownFormatter(locale, links) {
    const target = (known, url) => links !== undefined && known ? url(links) : undefined;
    return {
        ...notation(locale),
        code: codeSpan,
        text: text => markdown_md(text),
        person: login => markdown_link(inert(`@${literal(login, 100)}`), target(loginPattern.test(login), known => known.user(login.replace('[bot]', '')))),
        sha: sha => markdown_link(codeSpan(sha.slice(0, 7)), target(shaPattern.test(sha), known => known.commit(sha))),
        place: (path, start, end) => markdown_link(codeSpan(place(path, start, end)), target(path !== '', known => known.file(path.toWellFormed(), start))),
    };
}
/** The same text where Markdown is not read, as in `<summary>`: entities yes, code spans and links no. */
function markdown_htmlFormatter(locale) {
    const text = (value) => inert(literal(value, maxLiteral));
    return {
        ...notation(locale),
        code: text,
        text: value => markdown_md(value),
        person: login => text(`@${login}`),
        sha: sha => text(sha.slice(0, 7)),
        place: (path, start, end) => text(place(path, start, end)),
    };
}
/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
const markdown_tableRow = (cells) => `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`;

;// CONCATENATED MODULE: ./build/src/render/coverage.js




/** Rows of a table that a conversation shows; the report has them all. */
const most = 30;
/** Trend, what to test next, and the tables of groups and changed files, each left out when it would be empty. */
function coverage_coverageSections(report, voice, more) {
    const { coverage } = report;
    if (coverage === null)
        return [];
    return [
        ...trendSection(coverage, voice),
        ...(namesUncovered(report) ? [] : nextSection(coverage, voice, more)),
        ...groupSection(coverage, voice, more),
        ...fileSection(coverage, voice, more),
    ];
}
/** The gate's own findings list the uncovered lines already. */
const namesUncovered = (report) => report.gates.some(({ gate, result }) => gate === 'coverage' &&
    'findings' in result &&
    result.findings?.some(finding => finding.message.code === 'coverage.patch.uncovered'));
function trendSection({ trend, project }, voice) {
    const base = trend.at(-1);
    if (base === undefined || project.total === 0)
        return [];
    const points = [...trend.map(point => point.project), project];
    const text = voice.say(message('coverage.trend', { base: base.project, head: project, line: sparkline(points), count: trend.length }));
    return [{ keep: 15, head: [], rows: [text], foot: [], more: () => '' }];
}
const bars = (/* unused pure expression or super */ null && (['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']));
/** One bar a point, from the lowest to the highest of them; points of nothing are left out. */
function sparkline(points) {
    const values = points.flatMap(point => basisPoints(point) ?? []).map(Number);
    const low = Math.min(...values);
    const range = Math.max(...values) - low;
    return values.map(value => bars[range === 0 ? 3 : Math.round(((value - low) / range) * 7)] ?? '').join('');
}
/** Uncovered changed lines first, largest gain on top; without any, the files with the most uncovered lines. */
function nextSection({ uncovered, worst, patch, project }, voice, more) {
    const { f } = voice;
    const changed = uncovered.map(({ path, ranges }) => {
        return `- ${f.list(ranges.map(([start, end]) => f.place(path, start, end)), 8)}`;
    });
    const files = worst.map(({ path, lines }) => `- ${f.place(path)}${voice.say(message('coverage.next.file', { lines }))}`);
    const rows = changed.length > 0 ? changed : files.slice(0, 5);
    if (rows.length === 0)
        return [];
    const title = changed.length > 0
        ? message('coverage.next.patch', { missing: patch.total - patch.covered })
        : message('coverage.next.project', { missing: project.total - project.covered });
    return [folded(title, [], rows, voice, 12, count => `- ${more(count)}`)];
}
function groupSection({ groups }, voice, more) {
    if (groups.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['group', 'lines', 'patch', 'required'], voice);
    const rows = groups.map(group => {
        const required = voice.say(message('coverage.required', { min: group.min, patch: group.patchMin }));
        const name = voice.say(message('coverage.group', { kind: group.kind, name: group.name }));
        return tableRow([
            name,
            amount(group.project, voice),
            amount(group.patch, voice),
            group.min === null && group.patchMin === null ? '' : required,
        ]);
    });
    return [
        folded(message('coverage.groups', { count: groups.length }), head, rows, voice, 9, count => tableRow([more(count), '', '', f.text('')])),
    ];
}
function fileSection({ changed }, voice, more) {
    if (changed.length === 0)
        return [];
    const { f } = voice;
    const head = columns(['file', 'lines', 'base', 'patch'], voice);
    const rows = changed.map(({ path, lines, base, patch }) => tableRow([f.place(path), amount(lines, voice), base === null ? '' : f.percent(base), amount(patch, voice)]));
    return [
        folded(message('coverage.files', { count: changed.length }), head, rows, voice, 8, count => tableRow([more(count), '', '', ''])),
    ];
}
const amount = (ratio, { f }) => ratio.total === 0 ? f.percent(ratio) : `${f.percent(ratio)} · ${f.number(ratio.covered)}/${f.number(ratio.total)}`;
function columns(names, voice) {
    const titles = names.map(name => voice.say(message(`coverage.column.${name}`, {})));
    return [tableRow(titles), `| ${names.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`];
}
function folded(title, head, rows, { locale }, keep, more) {
    const summary = say(title, locale, htmlFormatter(locale));
    return {
        keep,
        head: ['<details>', `<summary>${summary}</summary>`, '', ...head],
        rows,
        foot: ['', '</details>'],
        most,
        more,
    };
}

// EXTERNAL MODULE: ./build/src/render/impact.js
var impact = __webpack_require__(1170);
// EXTERNAL MODULE: ./build/src/render/inert.js
var render_inert = __webpack_require__(7394);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
;// CONCATENATED MODULE: ./build/src/render/tables.js



/** Rows of a table that a conversation shows; the report has them all. */
const tables_most = 50;
/** One folded section per gate that has a table, in the order of the report. */
function tables_tableSections(report, voice, more) {
    return report.gates.flatMap(({ gate, result }) => 'table' in result && result.table !== undefined ? [tableSection(gate, result.table, voice, more)] : []);
}
function tableSection(gate, { columns, rows }, voice, more) {
    const { locale } = voice;
    const title = say(message('table.title', { gate, rows: rows.length }), locale, htmlFormatter(locale));
    return {
        keep: 9,
        head: [
            '<details>',
            `<summary>${title}</summary>`,
            '',
            tableRow(columns.map(cell => cellText(cell, voice))),
            tableRow(columns.map(() => '---')),
        ],
        rows: rows.map(row => tableRow(row.map(cell => cellText(cell, voice)))),
        foot: ['', '</details>'],
        most: tables_most,
        more: count => tableRow([more(count), ...columns.slice(1).map(() => '')]),
    };
}
const cellText = (cell, voice) => typeof cell === 'string' ? voice.f.text(cell) : voice.say(cell);

;// CONCATENATED MODULE: ./build/src/render/layout.js












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
    const f = (0,plain/* plainFormatter */.P)(locale);
    return { locale, f, say: told => (0,render_inert/* cut */.Jj)(oneLine((0,format/* sentence */.em)(told, locale, f)), maxSentence) };
}
const oneLine = (text) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
const colon = { en: ': ', 'zh-CN': '：' };
/** `label: text` in the locale's punctuation. */
const labelled = (label, text, locale) => `${label}${colon[locale]}${text}`;
const inParentheses = (text, locale) => (locale === 'en' ? ` (${text})` : `（${text}）`);
/** Verdict and who acts next; the first piece is the verdict. */
function headline(report, voice, times) {
    const since = times.waitingSince ?? null;
    const { waitingFor } = report;
    const unknown = blocking(report, 'unknown');
    const next = waitingFor.length === 0 ? [] : [voice.say((0,locales_message/* message */.i)('report.headline.next', { waitingFor, since }))];
    return [...verdictPieces(), ...asides(report, voice)];
    function verdictPieces() {
        switch (report.verdict) {
            case 'passed':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.passed', {}))];
            case 'waiting':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.waiting', { waitingFor, since }))];
            case 'unknown':
                return [voice.say((0,locales_message/* message */.i)('report.verdict.unknown', { what: unknown })), ...next];
            case 'failed': {
                const alsoUnknown = unknown.length === 0 ? [] : [voice.say((0,locales_message/* message */.i)('report.headline.unknown', { what: unknown }))];
                return [
                    voice.say((0,locales_message/* message */.i)('report.verdict.failed', { what: blocking(report, 'failed') })),
                    ...next,
                    ...alsoUnknown,
                ];
            }
        }
    }
}
function asides(report, voice) {
    const soft = rowsOf(report).filter(row => row.level !== 'block');
    const of = (status) => soft.filter(row => row.status === status).length;
    const counts = { failed: of('failed'), unknown: of('unknown'), waiting: of('waiting') };
    return [
        ...(counts.failed + counts.unknown + counts.waiting === 0
            ? []
            : [voice.say((0,locales_message/* message */.i)('report.headline.notBlocking', counts))]),
        ...(report.isDraft ? [voice.say((0,locales_message/* message */.i)('report.headline.draft', {}))] : []),
    ];
}
const blocking = (report, status) => rowsOf(report)
    .filter(row => row.level === 'block' && row.status === status)
    .map(row => row.id);
/** Place in the table; what does not block stands behind what does, and before what is settled. */
const urgency = {
    block: { failed: 0, unknown: 1, waiting: 2, waived: 6, passed: 7, skipped: 8 },
    soft: { failed: 3, unknown: 4, waiting: 5, waived: 6, passed: 7, skipped: 8 },
};
/** What blocks comes first, the worst on top; otherwise the order of the report. */
function rowsOf(report) {
    const rank = (row) => urgency[row.level === 'block' ? 'block' : 'soft'][row.status];
    return [...report.gates.map(gateRow), ...report.checklists.map(checklistRow)].toSorted((a, b) => rank(a) - rank(b));
}
function gateRow({ gate, level, result }) {
    const next = 'next' in result ? result.next : null;
    return { kind: 'gate', id: gate, level, status: result.status, why: result.summary, next };
}
function checklistRow(outcome) {
    const { checklist: id, level, status, summary, waitingFor } = outcome;
    const signable = status === 'waiting' && summary.code !== 'checklist.noLedger' && waitingFor.length > 0;
    const next = signable ? (0,locales_message/* message */.i)('report.checklist.next', { waitingFor }) : null;
    return { kind: 'checklist', id, level, status, why: summary, next };
}
const symbols = {
    passed: '✓',
    waived: '◇',
    failed: '✗',
    waiting: '○',
    skipped: '–',
    unknown: '?',
};
/** `✗ failed`, with "not blocking" where the level says so. */
function stateText(row, voice) {
    const state = `${symbols[row.status]} ${voice.say((0,locales_message/* message */.i)(`report.state.${row.status}`, {}))}`;
    const matters = row.level === 'block' || row.status === 'passed' || row.status === 'waived' || row.status === 'skipped';
    return matters ? state : `${state}${inParentheses(voice.say((0,locales_message/* message */.i)('report.notBlocking', {})), voice.locale)}`;
}
function rowName(row, voice) {
    return row.kind === 'gate' ? voice.f.text(row.id) : voice.say((0,locales_message/* message */.i)('report.checklist.row', { id: row.id }));
}
function table(report, voice, more) {
    const columns = ['gate', 'state', 'why', 'next'].map(name => say(message(`report.column.${name}`, {}), voice.locale, voice.f));
    return {
        keep: 90,
        head: [tableRow(columns), '| --- | --- | --- | --- |'],
        rows: rowsOf(report).map(row => tableRow([
            rowName(row, voice),
            emphasised(row, voice),
            voice.say(row.why),
            row.next === null ? '' : voice.say(row.next),
        ])),
        foot: [],
        more: count => tableRow([more(count), '', '', '']),
    };
}
function emphasised(row, voice) {
    const text = stateText(row, voice).replace(' ', '\u00a0');
    return row.level === 'block' && (row.status === 'failed' || row.status === 'unknown') ? `**${text}**` : text;
}
/** Gates that found something, in the order of the table. */
function findingsOf(report) {
    const order = new Map(rowsOf(report).map((row, index) => [`${row.kind} ${row.id}`, index]));
    return report.gates
        .flatMap(outcome => {
        const { result } = outcome;
        const all = 'findings' in result ? (result.findings ?? []) : [];
        // What only repeats a passed gate's summary is noise.
        const findings = result.status === 'passed' ? all.filter(finding => finding.path !== undefined) : all;
        return findings.length === 0 ? [] : [{ outcome, findings: findings.toSorted(byPlace) }];
    })
        .toSorted((a, b) => (order.get(`gate ${a.outcome.gate}`) ?? 0) - (order.get(`gate ${b.outcome.gate}`) ?? 0));
}
function byPlace(a, b) {
    return compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.endLine ?? 0) - (b.endLine ?? 0);
}
/** By UTF-16 unit, so that no locale of a machine has a say. */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** One folded section per gate with findings; the least urgent goes first when room is short. */
function findingSections(report, voice, links, more, most) {
    const html = htmlFormatter(voice.locale);
    return findingsOf(report).map(({ outcome, findings }) => {
        const title = say(message('report.findings', { gate: outcome.gate, count: findings.length }), voice.locale, html);
        return {
            keep: 10,
            head: ['<details>', `<summary>${title}</summary>`, ''],
            rows: findingRows(findings, voice, links),
            foot: ['', '</details>'],
            most,
            more: count => `- ${more(count)}`,
        };
    });
}
/** `CFG-TYPE key.path: what is wrong` for problems of an input, the sentence alone for everything else. */
function findingText({ code, keyPath, message: told }, voice) {
    const text = voice.say(told);
    if (code === undefined)
        return text;
    const key = keyPath === undefined || keyPath === '' ? '' : ` ${voice.f.code(keyPath)}`;
    return labelled(`${voice.f.text(code)}${key}`, text, voice.locale);
}
/** A file's only finding stands beside it; several stand below it. */
function findingRows(findings, voice, links) {
    const counts = new Map();
    for (const finding of findings)
        counts.set(finding.path ?? '', (counts.get(finding.path ?? '') ?? 0) + 1);
    let file;
    return findings.map(finding => {
        const text = findingText(finding, voice);
        const { path, line, endLine } = finding;
        if (path === undefined || path === '')
            return `- ${text}`;
        if (counts.get(path) === 1)
            return `- ${labelled(voice.f.place(path, line, endLine), text, voice.locale)}`;
        const heading = path === file ? '' : `- ${voice.f.place(path)}\n`;
        file = path;
        return `${heading}  - ${lineLabel(finding, voice, links)}${text}`;
    });
}
function lineLabel({ path, line, endLine }, voice, links) {
    const range = lines(line, endLine);
    if (range === '' || path === undefined)
        return '';
    const text = voice.say(message('report.line', { lines: range }));
    return labelled(link(text, links.file(path.toWellFormed(), line)), '', voice.locale);
}
/** One section per checklist that applies: "n of m" and a task item per item, on one line each. */
function checklistSections(report, voice, options, more, marks) {
    return report.checklists
        .filter(outcome => outcome.status !== 'skipped' && outcome.items.length > 0)
        .map(outcome => {
        const done = outcome.items.filter(item => item.state.status === 'done').length;
        const title = voice.say(message('report.checklist', { id: outcome.checklist, done, total: outcome.items.length }));
        const soft = outcome.level === 'block' ? '' : inParentheses(voice.say(message('report.notBlocking', {})), voice.locale);
        return {
            keep: 80,
            head: [`### ${title}${soft}`, ''],
            rows: outcome.items.map(item => taskItem(item, voice, options, marks)),
            foot: signingHelp(outcome, voice, options, marks),
            more: count => `- ${more(count)}`,
        };
    });
}
/** Waits for a signature that a person could give now. */
const needsPerson = (item) => item.role !== undefined && (item.state.status === 'open' || item.state.status === 'stale');
/** One GFM task item. The box is a view of the state; the mark names the item and nothing else. */
function taskItem(item, voice, options, marks) {
    const box = item.state.status === 'done' ? 'x' : ' ';
    const signable = options.signing === 'app' && needsPerson(item);
    const pieces = [
        voice.f.text(itemText(item, voice.locale)),
        ...itemPieces(item, voice),
        ...(item.role === undefined && options.links.run !== undefined
            ? [link(voice.say(message('report.link.run', {})), options.links.run)]
            : []),
        ...(marks && signable ? [voice.f.code(`/sign-off ${item.id}`)] : []),
    ];
    return `- [${box}] ${pieces.join(' · ')}${marks ? itemMark(item.id) : ''}`;
}
/** The item's text in the locale, else in whatever language the policy has it. */
function itemText(item, locale) {
    return item.text[locale] ?? item.text.default ?? item.text.en ?? Object.values(item.text)[0] ?? item.id;
}
/** What stands beside an item: who signed, what is missing, why it does not hold. */
function itemPieces(item, voice) {
    const { state } = item;
    if (state.status === 'unknown') {
        return [labelled(voice.say((0,locales_message/* message */.i)('report.item.unknown', {})), voice.say(state.reason), voice.locale)];
    }
    const valid = state.signOffs.filter(signOff => signOff.valid);
    const signed = valid.length === 0 ? [] : [voice.f.list(valid.map(signOff => signedText(signOff, voice)))];
    const evidence = 'evidence' in state && state.evidence !== undefined ? [voice.say(state.evidence)] : [];
    const stale = state.status === 'stale'
        ? [labelled(voice.say((0,locales_message/* message */.i)('report.item.stale', {})), voice.say(state.reason), voice.locale)]
        : [];
    const needs = state.status === 'done' || item.role === undefined
        ? []
        : [voice.say((0,locales_message/* message */.i)('report.item.needs', needsOf(item.role, item.count, valid)))];
    return [...signed, ...evidence, ...stale, ...needs];
}
function needsOf(role, count, valid) {
    const people = new Set(valid.map(signOff => signOff.id)).size;
    return { role, count, missing: Math.max(count - people, 1) };
}
function signedText({ login, headSha, at }, voice) {
    return voice.say((0,locales_message/* message */.i)('report.item.signed', { by: login, at: headSha, on: at }));
}
function signingHelp(outcome, voice, options, marks) {
    const open = outcome.items.find(needsPerson);
    if (open === undefined || !marks)
        return [];
    return options.signing === 'app'
        ? ['', voice.say(message('report.sign.how', { command: `/sign-off ${open.id}` }))]
        : ['', voice.say(message('report.sign.nobody', {}))];
}
function noticeSections(report, voice, more) {
    if (report.notices.length === 0)
        return [];
    return [
        {
            keep: 50,
            head: [`**${voice.say(message('report.notices', {}))}**`, ''],
            rows: noticesOf(report).map(notice => `- ${noticeText(notice, voice)}`),
            foot: [],
            more: count => `- ${more(count)}`,
        },
    ];
}
/** Warnings first, otherwise in the order of the report. */
const noticesOf = (report) => report.notices.toSorted((a, b) => Number(b.level === 'warning') - Number(a.level === 'warning'));
function noticeText(notice, voice) {
    const text = findingText(notice, voice);
    if (notice.path === undefined || notice.line === undefined)
        return text;
    return labelled(voice.f.place(notice.path, notice.line), text, voice.locale);
}
/** "12 more", with the way to the rest where there is one. */
function moreText(voice, links) {
    const report = links.report === undefined ? '' : ` · ${link(voice.say(message('report.link.report', {})), links.report)}`;
    return count => `${voice.say(message('report.more', { count }))}${report}`;
}
function shortenedNote(voice, links) {
    const report = links.report === undefined ? '' : ` ${link(voice.say(message('report.link.report', {})), links.report)}`;
    return `${voice.say(message('report.shortened', {}))}${report}`;
}
/** What was judged, by which policy, and where the rest is. */
function footerPieces(report, voice, links) {
    const { policy } = report;
    return [
        voice.say((0,locales_message/* message */.i)('report.footer.head', { sha: report.headSha })),
        policy.source === 'base'
            ? voice.say((0,locales_message/* message */.i)('report.footer.policy', { path: policy.path, sha: policy.sha }))
            : voice.say((0,locales_message/* message */.i)(policy.source === 'none' ? 'report.footer.defaults' : 'report.footer.unusable', {})),
        ...(links.report === undefined ? [] : [markdown_link(voice.say((0,locales_message/* message */.i)('report.link.report', {})), links.report)]),
        ...(links.run === undefined ? [] : [markdown_link(voice.say((0,locales_message/* message */.i)('report.link.run', {})), links.run)]),
        'Delivery Gates',
    ];
}
/** What comment and job summary have in common, in this order. `most`: findings per gate; `marks`: boxes can be clicked. */
function reportSections(report, voice, options, { most, marks }) {
    const more = moreText(voice, options.links);
    return [
        headlineBlock(report, voice, options),
        table(report, voice, more),
        ...impactSections(report, voice, more),
        ...findingSections(report, voice, options.links, more, most),
        ...tableSections(report, voice, more),
        ...coverageSections(report, voice, more),
        ...checklistSections(report, voice, options, more, marks),
        ...policyChangeSections(report, voice, more),
        ...noticeSections(report, voice, more),
    ];
}
const footer = (report, voice, links) => `<sub>${footerPieces(report, voice, links).join(' · ')}</sub>`;
/** The headline as a paragraph, its verdict in bold. */
function headlineBlock(report, voice, options) {
    const [verdict = '', ...rest] = headline(report, voice, options);
    return block([`**${verdict}**`, ...rest].join(' · '));
}


/***/ })

};

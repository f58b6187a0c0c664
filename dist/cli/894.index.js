export const id = 894;
export const ids = [894];
export const modules = {

/***/ 8295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ findImpacts),
  l: () => (/* binding */ wantedFiles)
});

// EXTERNAL MODULE: ./build/src/facts/diff.js
var diff = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/impact/paths.js
/** Folders whose files nobody deploys: tests, examples, documents, CI, editors, tools, other people's code. */
const unshippedFolders = new Set(`test tests __tests__ testing testdata test-data test_data testutil testutils test-utils fixture fixtures __fixtures__
  mock mocks __mocks__ e2e integration-test integration-tests integration_tests molecule testsuite test-infra
  example examples _examples sample samples doc docs documentation
  .github .gitlab .circleci .buildkite .woodpecker .drone .forgejo .gitea .azure-pipelines .ci ci
  .devcontainer .vscode .idea .husky .storybook devenv dev development hack bench benchmark benchmarks
  node_modules vendor third_party third-party`.split(/\s+/));
/** `docker-compose.test.yml`, `Dockerfile-dev`, `.env.ci`: a variant that no deployer runs. */
const unshippedVariant = /(?:^|[._-])(?:dev|devel|develop|development|tests?|testing|ci|e2e|debug|bench|benchmark)(?=[._-]|$)/i;
/** Whether a deployer may run or read what stands at the path. The one place where detectors ask this. */
function isShipped(path) {
    const folders = path.split('/');
    folders.pop();
    return !folders.some(folder => unshippedFolders.has(folder.toLowerCase()));
}
/** For files of which variants lie side by side: Dockerfiles, Compose files, `.env` files. */
const isDeveloperVariant = (path) => unshippedVariant.test(baseName(path));
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
/** `''` at the root. */
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** Folders of sources that never run where the product runs. */
const supportFolders = new Set(`spec specs cypress playwright __snapshots__ androidtest testfixtures integrationtest jmh benches
  script scripts tool tools tooling build dist website docs-site .storybook generators generated __generated__`.split(/\s+/));
const supportFolder = /(?:[._-]|[a-z](?=T))tests?$|^tests?[._-]/i;
/** `orders.test.ts`, `orders_test.go`, `test_orders.py`, `OrdersTest.java`, `orders_spec.rb`. */
const testName = /[._-](?:test|tests|spec|e2e|cy|stories|bench|mock|fixture)s?\.\w+$|^test_|(?:Tests?|IT|Spec|TestCase|Fixture|Mock)\.\w+$|^(?:conftest|tests)\.py$/;
/** Settings of tools, stubs and bundles that a tool wrote, tasks of developers. */
const supportName = /^(?:webpack|vite|vitest|rollup|jest|karma|playwright|cypress|eslint|babel|postcss|tailwind|prettier|gulpfile|gruntfile|commitlint|lint-staged|wdio|tsup|tsdown|esbuild|metro|craco|protractor|codegen|knip|drizzle|svelte)\b|^(?:setup|noxfile|fabfile|tasks)\.py$|^build\.rs$|\.d\.[cm]?ts$|[.-]min\.\w+$|\.pb\.\w+$|_pb2(?:_grpc)?\.pyi?$|\.(?:gen|generated|g)\.\w+$|^zz_generated/i;
/** Whether the code at the path runs in production: no test, no tool, nothing that a tool wrote. */
function isProductCode(path) {
    const name = baseName(path);
    return isProductPath(path) && !testName.test(name) && !supportName.test(name);
}
/** Whether the folders hold what runs in production, whatever the file is. */
function isProductPath(path) {
    const folders = folderOf(path).split('/');
    return (isShipped(path) && !folders.some(folder => supportFolders.has(folder.toLowerCase()) || supportFolder.test(folder)));
}

;// CONCATENATED MODULE: ./build/src/impact/stated.js
/** What was added, removed and changed. The same key stated several times counts once, with all its values. */
function compare({ file }, before, after) {
    const [olds, news] = [byFact(before), byFact(after)];
    const impacts = [];
    for (const [fact, now] of news) {
        const old = olds.get(fact);
        if (old === undefined)
            impacts.push(impact(file, 'added', null, now[0]));
        else if (valuesOf(old) !== valuesOf(now))
            impacts.push(impact(file, 'changed', odd(old, now), odd(now, old)));
    }
    for (const [fact, old] of olds)
        if (!news.has(fact))
            impacts.push(impact(file, 'removed', old.find(one => one.losesData === true) ?? old[0], null));
    return impacts;
}
function byFact(stated) {
    const map = new Map();
    for (const one of stated) {
        const fact = JSON.stringify([one.kind, one.key]);
        const earlier = map.get(fact);
        if (earlier === undefined)
            map.set(fact, [one]);
        else
            earlier.push(one);
    }
    return map;
}
const valuesOf = (stated) => JSON.stringify([...new Set(stated.map(one => one.value))].toSorted());
/** The first that the other side does not have. */
function odd(here, there) {
    const values = new Set(there.map(one => one.value));
    return here.find(one => !values.has(one.value)) ?? here[0];
}
function impact(file, ...[direction, from, to]) {
    const stated = to ?? from;
    return {
        kind: stated.kind,
        key: cut(stated.key),
        direction,
        destructive: (to === null ? from.losesData : to.destroys) === true,
        file: to === null && file.status === 'renamed' ? (file.previousPath ?? file.path) : file.path,
        line: stated.line,
        ...values(from, to),
    };
}
/** Where what may be shown is the same on both sides, it is not what changed. */
function values(from, to) {
    const [old, now] = [from === null ? null : shown(from), to === null ? null : shown(to)];
    return old === now ? { from: null, to: null } : { from: old, to: now };
}
const maxLength = 120;
/** Values longer than this are cut; keys likewise, since a pull request chooses them. */
const cut = (text) => (text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`);
const secretKey = /pass|secret|token|key|credential|private|salt|cookie|dsn|signature|auth/i;
const secretValue = /(?:passw|secret|token|api[-_]?key|credential)\w*["']?\s*[=:]|:\/\/[^/\s]*@|-----BEGIN|\bAKIA[A-Z0-9]{12}/i;
function shown({ key, value, shown: text = value }) {
    if (text === null || secretKey.test(key) || secretValue.test(text))
        return null;
    return cut(text.replace(/\s+/g, ' ').trim());
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/impact/yaml.js

/** What a document of a pull request may cost: its characters, the longest line, nodes after aliases, nesting. */
const yamlLimits = { characters: 600_000, lineLength: 50_000, nodes: 100_000, depth: 60 };
/** Cuts a stream at its `---` lines: no scalar can hold one at the start of a line. */
function documentTexts(text) {
    const documents = [];
    const lines = text.replaceAll('\r\n', '\n').split('\n');
    let start = 0;
    const cut = (end) => {
        const body = lines.slice(start, end).join('\n');
        if (/\S/.test(body))
            documents.push({ text: body, line: start + 1 });
        start = end + 1;
    };
    for (const [index, line] of lines.entries())
        if (/^---(?:\s*$|\s+#)/.test(line))
            cut(index);
    cut(lines.length);
    return documents;
}
/** The documents that are not on the other side word for word; nobody needs to parse the others. */
function differingDocuments(before, after) {
    const olds = before === null ? [] : documentTexts(before);
    const news = after === null ? [] : documentTexts(after);
    const inOld = new Set(olds.map(one => one.text.trim()));
    const inNew = new Set(news.map(one => one.text.trim()));
    return {
        before: olds.filter(one => !inNew.has(one.text.trim())),
        after: news.filter(one => !inOld.has(one.text.trim())),
    };
}
/** One document; `null`: no YAML, or too much of it. */
function readDocument({ text, line }) {
    if (text.length > yamlLimits.characters || longestLine(text) > yamlLimits.lineLength)
        return null;
    try {
        const counter = new dist/* LineCounter */.HN();
        const document = (0,dist/* parseDocument */.Tp)(text, {
            schema: 'core',
            merge: false,
            uniqueKeys: false,
            prettyErrors: false,
            logLevel: 'silent',
            lineCounter: counter,
        });
        if (document.errors.length > 0 || document.contents === null)
            return null;
        return new Resolver(document, counter, line - 1).resolve(document.contents, 0);
    }
    catch {
        return null;
    }
}
/** The single document of a configuration file, of both sides; `null`: not there. Unreadable sides give `undefined`. */
function readBoth(before, after) {
    if (before === after)
        return undefined;
    const [old, now] = [readFirst(before), readFirst(after)];
    return old === undefined || now === undefined ? undefined : { before: old, after: now };
}
function readFirst(text) {
    if (text === null)
        return null;
    const first = documentTexts(text).find(one => /^\s*[^\s#%]/m.test(one.text));
    return first === undefined ? null : (readDocument(first) ?? undefined);
}
const longestLine = (text) => {
    let longest = 0;
    for (let start = 0; start <= text.length;) {
        const found = text.indexOf('\n', start);
        const end = found < 0 ? text.length : found;
        longest = Math.max(longest, end - start);
        start = end + 1;
    }
    return longest;
};
class TooMuch extends Error {
}
class Resolver {
    #document;
    #counter;
    #lineOffset;
    #anchored = new Map();
    #open = new Set();
    constructor(document, counter, lineOffset) {
        this.#document = document;
        this.#counter = counter;
        this.#lineOffset = lineOffset;
    }
    resolve(node, depth) {
        if (depth > yamlLimits.depth || this.#open.has(node))
            throw new TooMuch();
        const known = this.#anchored.get(node);
        if (known)
            return known;
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = node.resolve(this.#document);
            if (target === undefined)
                throw new TooMuch();
            return this.resolve(target, depth + 1);
        }
        this.#open.add(node);
        const resolved = this.#content(node, depth);
        this.#open.delete(node);
        if (resolved.weight > yamlLimits.nodes)
            throw new TooMuch();
        this.#anchored.set(node, resolved);
        return resolved;
    }
    #content(node, depth) {
        const line = this.#line(node);
        if ((0,dist/* isMap */.jh)(node))
            return this.#map(node, line, depth);
        if ((0,dist/* isSeq */.oP)(node)) {
            const items = node.items.map(item => this.resolve(item, depth + 1));
            return { kind: 'list', items, line, weight: items.reduce((sum, item) => sum + item.weight, 1) };
        }
        return scalar((0,dist/* isScalar */.jn)(node) ? node.value : null, (0,dist/* isScalar */.jn)(node) && node.type === 'PLAIN', source(node), line);
    }
    #map(node, line, depth) {
        const entries = new Map();
        const merged = [];
        for (const pair of node.items) {
            const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : String(pair.key);
            const keyLine = this.#line(pair.key);
            const value = pair.value === null ? scalar(null, true, '', keyLine) : this.resolve(pair.value, depth + 1);
            if (key === '<<')
                merged.push(...(value.kind === 'list' ? value.items : [value]));
            else
                entries.set(key, { line: keyLine, node: value });
        }
        for (const source of merged) {
            if (source.kind !== 'map')
                continue;
            for (const [key, entry] of source.entries)
                if (!entries.has(key))
                    entries.set(key, entry);
        }
        const weight = [...entries.values()].reduce((sum, entry) => sum + entry.node.weight, 1);
        return { kind: 'map', entries, line, weight };
    }
    #line(node) {
        return this.#lineOffset + Math.max(1, this.#counter.linePos(node.range?.[0] ?? 0).line);
    }
}
const source = (node) => ((0,dist/* isScalar */.jn)(node) && typeof node.source === 'string' ? node.source : '');
function scalar(value, isPlain, source, line) {
    const isNull = value === null || value === undefined;
    const text = isNull ? 'null' : isPlain ? plain(source) : String(value);
    return { kind: 'scalar', text, isNull, line, weight: 1 };
}
/** Readers of YAML 1.1 (Ansible, Go) take `yes` for true. */
const plain = (source) => /^(?:true|yes|on)$/i.test(source) ? 'true' : /^(?:false|no|off)$/i.test(source) ? 'false' : source;
/** One text for one effective value: order of keys, quotes and layout play no part. */
function canonical(node) {
    if (node === undefined)
        return '';
    if (node.kind === 'scalar')
        return node.isNull ? 'null' : JSON.stringify(node.text);
    if (node.kind === 'list')
        return `[${node.items.map(canonical).join(',')}]`;
    const entries = [...node.entries].map(([key, { node: value }]) => `${JSON.stringify(key)}:${canonical(value)}`);
    return `{${entries.toSorted().join(',')}}`;
}
/** What stands at the path of keys; `undefined`: nothing. */
function at(node, ...keys) {
    let current = node ?? undefined;
    for (const key of keys)
        current = current?.kind === 'map' ? current.entries.get(key)?.node : undefined;
    return current;
}
const entriesOf = (node) => node?.kind === 'map' ? [...node.entries] : [];
const itemsOf = (node) => node?.kind === 'list' ? node.items : [];
/** The text of a scalar that is not null. */
const textOf = (node) => node?.kind === 'scalar' && !node.isNull ? node.text : undefined;
/** The same without some entries of the top map. */
function without(node, keys) {
    if (node.kind !== 'map')
        return node;
    return { ...node, entries: new Map([...node.entries].filter(([key]) => !keys.includes(key))) };
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/ansible-defaults.js



/** Defaults of roles: what a playbook may set. `vars/` are the role's own affair. */
const ansibleDefaults = {
    concerns: path => /(?:^|\/)defaults\/(?:main\/)?[^/]+\.ya?ml$/.test(path) && isShipped(path),
    detect: (change, all) => {
        const sides = readBoth(change.before, change.after);
        if (sides === undefined)
            return [];
        const [before, after] = [statedBy(sides.before), statedBy(sides.after)];
        const role = rolePath(change.file.path);
        if (!isWholeRole(change, role, all))
            return compare(change, before, after);
        const asRole = (stated) => stated.slice(0, 1).map(one => ({ ...one, key: role.split('/').at(-1) ?? role, value: '', shown: null }));
        return compare(change, asRole(before), asRole(after));
    },
};
const rolePath = (path) => path.replace(/(?:^|\/)defaults\/.*$/, '');
/** The role came, or went, as a whole: one statement, not one for each variable. */
function isWholeRole({ before, after }, role, all) {
    if (role === '' || (before !== null && after !== null))
        return false;
    const main = all.find(one => /^tasks\/main\.ya?ml$/.test(one.file.path.slice(role.length + 1)) && one.file.path.startsWith(`${role}/`));
    return main !== undefined && (before === null ? main.before : main.after) === null;
}
const statedBy = (node) => entriesOf(node)
    .filter(([key]) => /^[A-Za-z]\w*$/.test(key))
    .map(([key, { node: value, line }]) => ({
    kind: 'ansible-var',
    key,
    value: withOldFacts(canonical(value)),
    shown: value.kind === 'scalar' ? (value.isNull ? '' : value.text) : null,
    line,
}));
/** Facts have two spellings, `ansible_os_family` and `ansible_facts.os_family`. */
const withOldFacts = (text) => text.replace(/ansible_facts(?:\.(\w+)|\[(?:\\?["'])(\w+)(?:\\?["'])\])/g, (_, dotted, quoted) => `ansible_${dotted ?? quoted}`);

;// CONCATENATED MODULE: ./build/src/impact/detectors/ansible-env.js


const lookup = /\b(?:lookup|query|q)\(\s*(["'])(?:ansible\.builtin\.)?env\1\s*,\s*(["'])([A-Za-z_]\w*)\2/g;
/** Variables that a playbook takes out of the environment: `lookup('env', 'NAME')`. */
const ansibleEnv = {
    concerns: path => /\.ya?ml$/.test(path) && isShipped(path),
    detect: change => compare(change, ansible_env_statedBy(change.before), ansible_env_statedBy(change.after)),
};
const ansible_env_statedBy = (text) => text === null || !/\bq(?:uery)?\(|\blookup\(/.test(text)
    ? []
    : text
        .split('\n')
        .flatMap((line, index) => /^\s*#/.test(line)
        ? []
        : [...line.matchAll(lookup)].map(([, , , key = '']) => ({ kind: 'env-var', key, value: '', shown: null, line: index + 1 })));

;// CONCATENATED MODULE: ./build/src/impact/detectors/ansible-meta.js



/** Which Ansible a role or collection needs, and options of a role that became required or got another type. */
const ansibleMeta = {
    concerns: path => /(?:^|\/)meta\/(?:main|runtime|argument_specs)\.ya?ml$/.test(path) && isShipped(path),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        if (sides === undefined)
            return [];
        return compare(change, ansible_meta_statedBy(sides.before), ansible_meta_statedBy(sides.after)).filter(impact => impact.kind !== 'ansible-var' || impact.direction === 'changed');
    },
};
function ansible_meta_statedBy(node) {
    const minimum = at(node, 'galaxy_info', 'min_ansible_version') ?? at(node, 'requires_ansible');
    const version = textOf(minimum);
    const tool = minimum === undefined || version === undefined
        ? []
        : [
            {
                kind: 'runtime-version',
                key: 'ansible',
                value: version.replace(/(?<=\.\d+)\.0$/, ''),
                shown: version,
                line: minimum.line,
            },
        ];
    return [...tool, ...entriesOf(at(node, 'argument_specs')).flatMap(([, entry]) => optionsOf(entry.node))];
}
const optionsOf = (specification) => entriesOf(at(specification, 'options')).map(([key, { node, line }]) => {
    const facts = ['type', 'default', 'required'].map(name => textOf(at(node, name)) ?? '');
    return { kind: 'ansible-var', key, value: JSON.stringify(facts), shown: facts[1] ?? null, line };
});

;// CONCATENATED MODULE: ./build/src/impact/detectors/ansible-tasks.js



/** What tasks install on hosts: jobs of cron, and modes of files that are there already. */
const ansibleTasks = {
    concerns: path => /(?:^|\/)(?:tasks|handlers|playbooks)\/.+\.ya?ml$/.test(path) && isShipped(path),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        if (sides === undefined)
            return [];
        return compare(change, tasks(sides.before), tasks(sides.after)).filter(impact => impact.kind !== 'file-permission' || impact.direction === 'changed');
    },
};
const tasks = (node) => itemsOf(node).flatMap(task => [
    ...['block', 'rescue', 'always', 'tasks', 'pre_tasks', 'post_tasks'].flatMap(key => tasks(at(task, key) ?? null)),
    ...entriesOf(task).flatMap(([module, { node: options, line }]) => ansible_tasks_statedBy(module.split('.').at(-1) ?? '', options, line)),
]);
const times = ['special_time', 'minute', 'hour', 'day', 'month', 'weekday'];
function ansible_tasks_statedBy(module, options, line) {
    const text = (key) => textOf(at(options, key));
    if (module === 'cron') {
        const schedule = times.map(time => text(time)).filter(time => time !== undefined);
        const name = text('name') ?? text('job');
        return name === undefined || schedule.length === 0
            ? []
            : [{ kind: 'cron', key: name, value: schedule.join(' '), line }];
    }
    const isFile = ['file', 'copy', 'template', 'get_url', 'unarchive'].includes(module);
    const [path, mode] = [text('dest') ?? text('path'), text('mode')];
    if (!isFile || path === undefined || mode === undefined || mode.includes('{{') || path === '{{ item }}')
        return [];
    return [{ kind: 'file-permission', key: path, value: mode.replace(/^0(?:o)?(?=\d{3}$)/, ''), shown: mode, line }];
}

;// CONCATENATED MODULE: ./build/src/impact/code/languages.js
const slashComment = String.raw `\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`;
const hashComment = String.raw `#[^\n]*`;
const languages_double = String.raw `"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?`;
const single = String.raw `'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?`;
const character = String.raw `'(?:\\[^\n]{1,8}?|[^'\\\n])'`;
const backquoted = String.raw `\`[^\`\\]*(?:\\[\s\S][^\`\\]*)*\`?`;
const tripleDouble = String.raw `"""[\s\S]*?(?:"""|$)`;
const tripleSingle = String.raw `'''[\s\S]*?(?:'''|$)`;
/** Where an expression may begin, a slash begins a pattern. */
const pattern = String.raw `(?<=[=(,:;!&|?{}[\]]\s{0,3})\/(?![/*])(?:[^/\\\n[]|\\.|\[[^\]\n]{0,80}\]){1,80}\/`;
const language = (name, comments, strings, interpolation = null) => ({
    name,
    token: new RegExp(`(?<comment>${comments.join('|')})|${strings.join('|')}`, 'g'),
    interpolation,
});
const js = language('js', [slashComment], [languages_double, single, backquoted, pattern], '${');
const python = language('python', [hashComment], [tripleDouble, tripleSingle, languages_double, single], '{');
const go = language('go', [slashComment], [languages_double, '`[^`]*`?', character]);
const ruby = language('ruby', [String.raw `(?<![^\n])=begin\b[\s\S]*?(?:\n=end|$)`, String.raw `(?<=[\s;{(\[,]|^)#(?!\{)[^\n]*`], [languages_double, single, backquoted], '#{');
const php = language('php', [slashComment, String.raw `#(?!\[)[^\n]*`], [languages_double, single], '{');
const jvm = language('jvm', [slashComment], [tripleDouble, languages_double, character], '${');
const csharp = language('csharp', [slashComment], [tripleDouble, '@"[^"]*"?', languages_double, character], '{');
const rust = language('rust', [slashComment], ['r#+"[\\s\\S]*?"#+', '"[^"\\\\]*(?:\\\\[\\s\\S][^"\\\\]*)*"?', character]);
const elixir = language('elixir', [hashComment], [tripleDouble, languages_double], '#{');
const shell = language('shell', [String.raw `(?<=\s|;|^)#[^\n]*`], [languages_double, single], '$');
const byExtension = {
    js,
    cjs: js,
    mjs: js,
    jsx: js,
    ts: js,
    cts: js,
    mts: js,
    tsx: js,
    vue: js,
    svelte: js,
    py: python,
    go,
    rb: ruby,
    rake: ruby,
    ru: ruby,
    php,
    java: jvm,
    kt: jvm,
    kts: jvm,
    scala: jvm,
    groovy: jvm,
    cs: csharp,
    rs: rust,
    ex: elixir,
    exs: elixir,
    sh: shell,
    bash: shell,
};
/** By the ending of the path; `null`: no code that is understood. */
function languageOf(path) {
    const extension = /\.([a-z]+)$/.exec(path.toLowerCase())?.[1] ?? '';
    return Object.hasOwn(byExtension, extension) ? (byExtension[extension] ?? null) : null;
}

;// CONCATENATED MODULE: ./build/src/impact/code/scan.js
/** Longer texts, and texts with longer lines, nobody wrote: they are generated or minified. */
const codeLimits = { characters: 1_000_000, lineLength: 5_000 };
/** `null`: nobody wrote it, so nobody reads it. */
function scanCode(source, language) {
    if (source.length > codeLimits.characters || hasLongLine(source))
        return null;
    const pieces = [];
    const starts = [];
    const ends = [];
    let done = 0;
    for (const match of source.matchAll(language.token)) {
        const [whole] = match;
        const end = match.index + whole.length;
        if (match.groups?.comment === undefined) {
            starts.push(match.index);
            ends.push(end);
            continue;
        }
        pieces.push(source.slice(done, match.index), whole.replace(/[^\n]/g, ' '));
        done = end;
    }
    const text = pieces.join('') + source.slice(done);
    const isCode = (index) => {
        const nearest = lastBelow(starts, index);
        const [start = 0, end = 0] = [starts[nearest], ends[nearest]];
        if (nearest < 0 || index <= start || index >= end)
            return true;
        if (language.interpolation === null)
            return false;
        const before = text.slice(start, index);
        const opened = before.lastIndexOf(language.interpolation);
        return opened >= 0 && before.indexOf('}', opened) < 0;
    };
    return { text, isCode, lineAt: lineFinder(text) };
}
/** 1-based line of an index. */
function lineFinder(text) {
    const breaks = [];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        breaks.push(at);
    return index => lastBelow(breaks, index) + 2;
}
/** The last place in a sorted list whose value is below the limit; -1: none. */
function lastBelow(sorted, limit) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? 0) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
function hasLongLine(text) {
    for (let start = 0; start < text.length;) {
        const found = text.indexOf('\n', start);
        const end = found < 0 ? text.length : found;
        if (end - start > codeLimits.lineLength)
            return true;
        start = end + 1;
    }
    return false;
}
const scanned = new WeakMap();
/** Both sides of a file of code; `null`: they are the same, or one of them nobody reads. Several detectors ask. */
function codeSides(change, language) {
    const known = scanned.get(change);
    if (known !== undefined)
        return known;
    const sides = scanSides(change, language);
    scanned.set(change, sides);
    return sides;
}
function scanSides({ before: old, after: now }, language) {
    if (old === now)
        return null;
    const before = old === null ? null : scanCode(old, language);
    const after = now === null ? null : scanCode(now, language);
    if ((old !== null && before === null) || (now !== null && after === null))
        return null;
    return before?.text === after?.text ? null : { before, after };
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/code-cron.js




const fields = String.raw `(?:@(?:yearly|annually|monthly|weekly|daily|hourly|midnight|every [\w.]+)|(?:[\d*/,?LW#A-Za-z-]+[ \t]+){4,6}[\d*/,?LW#A-Za-z-]+)`;
const schedulers = [
    {
        languages: ['jvm'],
        pattern: /@Scheduled\s*\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g,
        names: 'next',
    },
    { languages: ['js'], pattern: /@(?:Cron|Interval)\s*\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g, names: 'next' },
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `(?<!@)\b(?<![:=]\s{0,9}new\s{1,9})(?:[cC]ron\w*|[sS]chedule\w*)(?:\.\w+)?\s*\(\s*["'\`](?<when>${fields})["'\`]\s*,?\s*(?:async\s*)?(?<name>[\w.]+)?`, 'g'),
    },
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `\b(?<name>\w+)(?:\s*:\s*[\w.]+)?\s*[:=]\s*new\s+Cron(?:Job)?\s*\(\s*["'\`](?<when>${fields})["'\`]`, 'g'),
    },
    {
        languages: ['go'],
        pattern: new RegExp(String.raw `\.(?:AddFunc|AddJob|Cron|CronWithSeconds)\(\s*"(?<when>${fields})"\s*\)?\s*[,.]?\s*(?:Do\(\s*)?(?<name>[\w.]+)?`, 'g'),
    },
    {
        languages: ['python'],
        pattern: /["'](?<name>[\w .:/-]+)["']\s*:\s*\{(?=[^{}]*["']task["'])[^{}]*["']schedule["']\s*:\s*(?<when>(?:crontab|timedelta|solar|schedule)\([^()]*\)|[\d.]+)/g,
    },
    {
        languages: ['python'],
        pattern: /\.add_job\(\s*(?<name>[\w.]+)\s*,\s*(?:trigger\s*=\s*)?(?<when>(?:["'](?:cron|interval)["']|CronTrigger|IntervalTrigger)[^()]*(?:\([^()]*\))?[^()]*)\)/g,
    },
    {
        languages: ['python'],
        pattern: /@(?:\w+\.)*(?:periodic_task|scheduled_job|repeat_every|cron)\((?<when>[^()]*(?:\([^()]*\)[^()]*)*)\)/g,
        names: 'next',
    },
    {
        languages: ['php'],
        pattern: /\$schedule->(?:command|job|call|exec)\(\s*(?:new\s+)?(?<name>["'][^"'\n]+["']|[\w\\:]+)[^;]*?\)\s*(?<when>(?:->\w+\([^;]*)?);/g,
    },
    {
        languages: ['php'],
        pattern: /\bSchedule::(?:command|job|call|exec)\(\s*(?:new\s+)?(?<name>["'][^"'\n]+["']|[\w\\:]+)[^;]*?\)\s*(?<when>(?:->\w+\([^;]*)?);/g,
    },
    {
        languages: ['php'],
        pattern: /->schedule\w+\(\s*\$schedule\s*,\s*(?<name>["'][^"'\n]+["'])\s*,\s*(?<when>[^;]*?)\);/g,
    },
    {
        languages: ['ruby'],
        pattern: /^[ \t]*every\s+(?<when>[^\n]+?)\s+do\b[^\n]*\n\s*(?:rake|runner|command|script|\w+)\s*\(?\s*["'](?<name>[^"'\n]+)["']/gm,
        needs: /\bevery\b/,
    },
    {
        languages: ['ruby'],
        pattern: /Sidekiq::Cron::Job\.create\(\s*name:\s*["'](?<name>[^"'\n]+)["'][^)]*?cron:\s*["'](?<when>[^"'\n]+)["']/g,
    },
    {
        languages: ['ruby'],
        pattern: /["']?(?<name>\w+)["']?\s*(?::|=>)\s*\{[^{}]*?\bcron["']?\s*(?::|=>)\s*["'](?<when>[^"'\n]+)["']/g,
    },
    {
        languages: ['elixir'],
        pattern: new RegExp(String.raw `\{\s*"(?<when>${fields})"\s*,\s*(?<name>[A-Z{&][\w.]*)`, 'g'),
    },
    {
        languages: ['csharp'],
        pattern: /RecurringJob\.AddOrUpdate(?:<[\w.]+>)?\(\s*"(?<name>[^"\n]+)"(?<when>[^;]*?(?:Cron\.\w+(?:\([^()]*\))?|"[^"\n]*")[^;]*)\)\s*;/g,
    },
    { languages: ['csharp'], pattern: /\.WithCronSchedule\(\s*"(?<when>[^"\n]+)"/g },
    {
        languages: ['rust'],
        pattern: new RegExp(String.raw `\bJob::new(?:_async)?\(\s*"(?<when>${fields})"\s*,\s*(?:\|[^|]*\|\s*)?(?<name>[\w:]+)?`, 'g'),
    },
];
/** Schedules that code of the product sets up; what runs is the key where it has a name. */
const codeCron = {
    concerns: path => {
        const language = languageOf(path);
        return language !== null && language.name !== 'shell' && isProductCode(path);
    },
    detect: change => {
        const language = languageOf(change.file.path);
        const sides = language === null ? null : codeSides(change, language);
        if (language === null || sides === null)
            return [];
        const stated = (code) => (code === null ? [] : schedulesIn(code, language.name, change.file.path));
        return compare(change, stated(sides.before), stated(sides.after));
    },
};
function schedulesIn(code, language, path) {
    return schedulers
        .filter(one => one.languages.includes(language))
        .flatMap(one => [...code.text.matchAll(one.pattern)]
        .filter(match => code.isCode(match.index))
        .map(match => stated(code, match, one, path)));
}
function stated(code, match, { names }, path) {
    const when = (match.groups?.when ?? '')
        .replace(/\s+/g, ' ')
        .replace(/^(["'`])([^"'`]*)\1$/, '$2')
        .trim();
    const name = names === 'next' ? functionAfter(code.text, match.index + match[0].length) : match.groups?.name;
    const key = name?.replace(/^["']|["']$/g, '').replace(/^async$/, '');
    const line = code.lineAt(match.index + match[0].search(/\S/));
    return { kind: 'cron', key: key || path.replace(/^.*\//, ''), value: when, shown: readable(when), line };
}
/** The expression alone, where there is one. */
const readable = (when) => new RegExp(fields).exec(when)?.[0] ?? when.replace(/^->/, '');
/** The name of the function that the annotation stands on. */
function functionAfter(text, index) {
    const rest = text.slice(index, index + 600);
    return (/\b(?:fun|def|void)\s+(\w+)/.exec(rest)?.[1] ??
        /^\s*(?:@\w+(?:\([^()]*\))?\s*)*(?:[\w<>[\], ]+\s)?(\w+)\s*\(/.exec(rest)?.[1]);
}

;// CONCATENATED MODULE: ./build/src/impact/code/env-reads.js
/** Names of variables as people choose them; in small letters only proxies are. */
const upper = '[A-Z][A-Z0-9_]{2,}';
const anyName = String.raw `[A-Za-z_]*[A-Z]\w*`;
const quote = String.raw `["'\`]`;
const readers = [
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `\b(?:process|Bun|import\.meta)\.env\??\.(?<name>${anyName})`, 'g'),
    },
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `\b(?:process|Bun|import\.meta)\.env(?:\?\.)?\[${quote}(?<name>${anyName})${quote}\]`, 'g'),
    },
    {
        languages: ['js'],
        pattern: /\{(?<names>[^{}]{1,2000})\}\s*=\s*(?:process|Bun|import\.meta)\.env\b(?![.[])/g,
    },
    { languages: ['js'], pattern: new RegExp(String.raw `\benv:\s*${quote}(?<name>${upper})${quote}`, 'g') },
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `\b\w*[cC]onfig(?:Service)?\.get(?:OrThrow)?(?:<[^>\n]{1,60}>)?\(\s*${quote}(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+)${quote}`, 'g'),
    },
    {
        languages: ['js'],
        pattern: new RegExp(String.raw `^[ \t]*${quote}?(?<name>${upper})${quote}?:\s*(?:z\s*\.|Joi\s*\.|joi\s*\.|envalid\.|(?:str|num|bool|port|url|host|email|json|makeValidator)\()`, 'gm'),
        when: /process\.env|cleanEnv\(|createEnv\(/,
    },
    {
        languages: ['python'],
        pattern: new RegExp(String.raw `\benviron(?:b)?\[${quote}(?<name>${anyName})${quote}\]`, 'g'),
    },
    {
        languages: ['python'],
        pattern: new RegExp(String.raw `\bconfig\(\s*${quote}(?<name>${upper})${quote}`, 'g'),
        when: /\bdecouple\b|starlette\.config/,
    },
    { languages: ['python'], pattern: new RegExp(String.raw `\benvvar\s*=\s*\[?${quote}(?<name>${upper})${quote}`, 'g') },
    {
        languages: ['python'],
        pattern: new RegExp(String.raw `\b(?:env|validation_alias)\s*=\s*${quote}(?<name>${upper})${quote}`, 'g'),
        when: /BaseSettings/,
    },
    { languages: ['go'], pattern: /\benv(?:config)?:"(?<name>[A-Za-z]\w*[A-Z]\w*)/g, isQuoted: true },
    { languages: ['go'], pattern: /\bEnvVars?:\s*(?:\[\]string\{)?(?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
    { languages: ['go'], pattern: /\bEnvVars\((?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
    { languages: ['go'], pattern: /\bBindEnv\(\s*[\w."]+\s*,(?<names>(?:\s*"[A-Za-z]\w*"\s*,?)+)/g },
    {
        languages: ['php'],
        pattern: new RegExp(String.raw `\bcase\s+${upper}\s*=\s*${quote}(?<name>${upper})${quote}`, 'g'),
        when: /\benum\s+\w*Env/,
    },
    { languages: ['ruby'], pattern: new RegExp(String.raw `\bENV\[\s*${quote}(?<name>${anyName})${quote}\s*\]`, 'g') },
    { languages: ['php'], pattern: new RegExp(String.raw `\$_ENV\[\s*${quote}(?<name>${anyName})${quote}\s*\]`, 'g') },
    {
        languages: ['jvm'],
        pattern: /@Value\(\s*(?:value\s*=\s*)?"\$\{(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+)\b/g,
    },
    {
        languages: ['jvm'],
        pattern: new RegExp(String.raw `\bgetenv(?:\(\))?(?:\.get|\.getOrDefault)?[[(]\s*"(?<name>${anyName})"`, 'g'),
    },
    { languages: ['jvm'], pattern: new RegExp(String.raw `\bsys\.env\S{0,12}\(\s*"(?<name>${anyName})"`, 'g') },
    { languages: ['rust'], pattern: /\benv\s*=\s*"(?<name>[A-Z][A-Z0-9_]+)"/g, when: /\bclap\b|\bstructopt\b/i },
    { languages: ['rust'], pattern: /\benv::(?:var|var_os)\(\s*"(?<name>[A-Za-z_]\w*)"/g },
    { languages: ['elixir'], pattern: new RegExp(String.raw `\{\s*:system\s*,\s*"(?<name>${upper})"`, 'g') },
];
/** A function whose name speaks of the environment, or of looking up, called with a name in capitals. */
const call = new RegExp(String.raw `(?<![\w$.>:])(?<callee>[A-Za-z_$][\w$]{0,80}(?:(?:\.|::|->)[A-Za-z_]\w{0,80}){0,4})[!?]?(?:<[^<>\n()]{0,60}>)?[(]\s*${quote}(?<name>${anyName})${quote}`, 'g');
const envWord = /^(?:env|getenv|lookupenv|environ|environment|envvar|envvars|dotenv|osenv|env(?:bool|int|str|string|list|float|num|url|json|or|default|path|secs|dict))$/;
const writingWord = /^(?:set|unset|put|putenv|setenv|unsetenv|remove|delete|del|with|stub|mock|add|assert|expect|replace|export|write|clear|append|inject|push)$/;
const lookingWord = /^(?:get|read|parse|load|require|required|optional|lookup|must|int|bool|boolean|str|string|list|duration|float|num|number|fetch|value)$/;
const wordsOf = (callee) => callee
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
/** The file has its own function that reads whatever variable it is asked for. */
const ownLookup = /\b(?:getenv|Getenv|LookupEnv|get_env|GetEnvironmentVariable|env::var|environ\.get|ENV\.fetch)\(\s*[a-z_$][\w.]*\s*[,)]|(?:process\.env|environ|ENV)\[\s*[a-z]\w*\s*\]/;
function isEnvCall(callee, isLookup, language) {
    const words = wordsOf(callee);
    if (words.some(word => writingWord.test(word)))
        return false;
    // Names of functions there follow `std::env::var`.
    if (language === 'rust' && words.includes('var'))
        return true;
    return words.some(word => envWord.test(word)) || (isLookup && words.some(word => lookingWord.test(word)));
}
/** Of the platform, the shell or a tool: nobody who deploys sets them for this product. */
const ambient = /^(?:PATH|HOME|USER|USERNAME|SHELL|PWD|OLDPWD|TMPDIR|TEMP|TMP|LANG|LC_\w+|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|HOSTNAME|EDITOR|VISUAL|DISPLAY|NODE_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|MIX_TARGET|CI|GITHUB_(?:ACTIONS?|ACTION_\w+|ENV|EVENT_\w+|HEAD_REF|BASE_REF|REF\w*|REPOSITORY\w*|RUN_\w+|SHA|STEP_SUMMARY|WORKFLOW\w*|WORKSPACE|OUTPUT|ACTOR|JOB|SERVER_URL|API_URL)|GITLAB_CI|RUNNER_\w+|JEST_\w+|VITEST\w*|PYTEST_\w+|npm_\w+|XDG_\w+|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES|SystemRoot|WINDIR|ComSpec|COMSPEC|CARGO_\w+|OUT_DIR|RUST_BACKTRACE|GOPATH|GOROOT|GOOS|GOARCH|JAVA_HOME|PYTHONPATH|VIRTUAL_ENV|RUBYOPT|BUNDLE_\w+|MODE|DEV|PROD|SSR|BASE_URL)$/;
/** Of `import.meta.env` alone. */
const builtIn = /^(?:MODE|DEV|PROD|SSR|BASE_URL)$/;
const isAmbient = (name, code) => ambient.test(name) && (!builtIn.test(name) || code.includes('import.meta.env'));
/** Where code reads variables, with what holds unless they are set. */
function envReads(code, language) {
    const { text } = code;
    const found = [];
    for (const reader of readers) {
        if (reader.languages !== 'all' && !reader.languages.includes(language))
            continue;
        if (reader.when && !reader.when.test(text))
            continue;
        for (const match of text.matchAll(reader.pattern)) {
            if (reader.isQuoted !== true && !code.isCode(match.index))
                continue;
            found.push(...readsIn(text, match, language));
        }
    }
    const isLookup = ownLookup.test(text);
    for (const match of text.matchAll(call)) {
        const { callee = '', name = '' } = match.groups ?? {};
        if (isEnvCall(callee, isLookup, language) &&
            code.isCode(match.index) &&
            (/^[A-Z0-9_]{3,}$/.test(name) || isNative(callee)))
            found.push(...readsIn(text, match, language));
    }
    if (language === 'python')
        found.push(...settingsFields(text));
    return found.filter(({ name }) => !isAmbient(name, text));
}
const isNative = (callee) => /getenv|GetEnvironmentVariable|LookupEnv|env::var|environ/i.test(callee);
function readsIn(text, match, language) {
    const { name, names } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (name !== undefined) {
        if (isWritten(text, end))
            return [];
        const isAttribute = language === 'rust' && match[0].startsWith('env') && match[0].includes('=');
        const fallback = isAttribute ? attributeDefault(text, match.index) : fallbackAfter(text, end, language);
        return [{ name, index: match.index + match[0].indexOf(name), fallback }];
    }
    const start = match.index + match[0].indexOf(names ?? '');
    return (names ?? '').split(',').flatMap(part => destructured(part, start + (names ?? '').indexOf(part)));
}
/** `default_value = "x"` in the attribute of clap around `env = "NAME"`. */
function attributeDefault(text, index) {
    const before = text.slice(Math.max(0, index - 300), index);
    const opened = before.slice(before.lastIndexOf('#[') + 1);
    const [rest = ''] = text.slice(index, index + 300).split(')]');
    const told = /\bdefault_value\w*\s*=\s*("[^"\n]*"|[^",\s]+)/.exec(opened + rest)?.[1];
    return told === undefined ? null : literal(told);
}
/** `NAME`, `NAME: local`, `NAME = 'x'`, `NAME: local = 'x'`, and `"NAME"` of a list. */
function destructured(part, index) {
    const match = /^\s*"?([A-Za-z_]*[A-Z]\w*)"?\s*(?::\s*\w+\s*)?(?:=\s*([\s\S]+))?$/.exec(part);
    const [, name, fallback] = match ?? [];
    if (name === undefined)
        return [];
    return [
        { name, index: index + part.indexOf(name), fallback: fallback === undefined ? null : literal(fallback.trim()) },
    ];
}
const isWritten = (text, end) => /^\]?\)?\s*(?:\|\||\?\?)?=(?![=>~])/.test(text.slice(end, end + 8));
const literalText = String.raw `("(?:[^"\\\n]|\\.){0,200}"|'(?:[^'\\\n]|\\.){0,200}'|\`[^\`$\n]{0,200}\`|-?\d[\w.]*|true|false|True|False|None|nil|null|undefined|:\w+)`;
const fallbackOf = new RegExp(String.raw `^["'\`]?\]?\)?(?:\s*(?:\|\||\?\?|\?:|\bor\b|,\s*(?:default\s*[=:]\s*)?|\?\.\w+\(\)\s*(?:\|\||\?\?))\s*(?:${literalText}(?=\s*[),;:}\]\n.]|\s*$)|(\S))|\s*\{\s*(?:${literalText}\s*\}|(\S))|\.unwrap_or(?:_else)?\((?:\|\w*\|\s*)?(?:${literalText}|(.))|\.(?:default|orElse|getOrElse)\(\s*(?:${literalText}|(.)))`);
/** What stands behind: `|| 'x'`, `?? 'x'`, `, "x")`, `{ 'x' }`, `default="x"`, `.default('x')`, `:x}`. */
function fallbackAfter(text, end, language) {
    const rest = text.slice(end, end + 260);
    if (language === 'go' && /^["\w,]*" ?[^`\n]{0,80}\b(?:envDefault|default):"/.test(rest)) {
        return /\b(?:envDefault|default):"([^"]*)"/.exec(rest)?.[1] ?? null;
    }
    const placeholder = language === 'jvm' ? /^:([^{}"\n]*)\}/.exec(rest) : null;
    if (placeholder)
        return placeholder[1] ?? null;
    const match = fallbackOf.exec(rest);
    if (match === null) {
        const later = /^[^\n]{0,120}?\.default\(\s*([^)\n]{1,80})\)/.exec(rest) ??
            /^[^\n]{0,80}?\bdefault\s*[=:]\s*([^),}\n]{1,80})/.exec(rest);
        return later ? literal((later[1] ?? '').trim()) : null;
    }
    const told = match.slice(1).find(one => one !== undefined);
    return told === undefined || match[2] !== undefined ? undefined : literal(told);
}
/** The text of a literal; `undefined`: it is none. Nothing at all is no default. */
function literal(text) {
    if (/^(?:None|nil|null|undefined)$/.test(text))
        return null;
    if (/^(?:True|False)$/.test(text))
        return text.toLowerCase();
    if (/^(?:true|false|-?\d[\w.]*|:\w+)$/.test(text))
        return text;
    return /^(["'`])([\s\S]*)\1$/.exec(text)?.[2];
}
const settingsClass = /^class\s+\w+\([^)\n]*\bBaseSettings\b[^)\n]*\):[^\n]*\n((?:(?:[ \t]+[^\n]*)?\n)*)/gm;
/** Fields of pydantic's settings: their names in capitals, behind a prefix. */
function settingsFields(text) {
    return [...text.matchAll(settingsClass)].flatMap(match => {
        const body = match[1] ?? '';
        const start = match.index + match[0].length - body.length;
        const prefix = /\benv_prefix\s*[=:]\s*["'](\w*)["']/.exec(body)?.[1] ?? '';
        const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? '';
        return [...body.matchAll(/^([ \t]+)([a-zA-Z]\w*)[ \t]*:[ \t]*[^=\n]+(?:=[ \t]*([^\n]+))?$/gm)].flatMap(field => {
            const [, own, name = '', value] = field;
            if (own !== indent || name === 'model_config' || /\b(?:env|validation_alias)\s*=\s*["']/.test(value ?? ''))
                return [];
            const fallback = value === undefined ? null : literal(value.trim());
            return [{ name: `${prefix}${name}`.toUpperCase(), index: start + field.index, fallback }];
        });
    });
}

;// CONCATENATED MODULE: ./build/src/impact/elsewhere.js


/**
 * Whether another changed file spoke of the name before (of one that is added), or still does (of one that is removed):
 * a name that moves, or is read once more, is no news.
 */
function isKnownElsewhere({ key, direction }, change, all) {
    if (direction === 'changed')
        return false;
    return all.some(other => {
        if (other.file === change.file || !(0,diff/* changedPaths */.vl)(other.file).some(isShipped))
            return false;
        const text = direction === 'added' ? other.before : other.after;
        return text !== null && mentions(text, key);
    });
}
/** As a word of its own. */
function mentions(text, name) {
    if (name === '')
        return false;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? ''))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/code-env.js






/** Variables of the environment that code of the product reads. */
const codeEnv = {
    concerns: path => {
        const language = languageOf(path);
        return language !== null && language.name !== 'shell' && isProductCode(path);
    },
    detect: (change, all) => {
        const language = languageOf(change.file.path);
        const sides = language === null ? null : codeSides(change, language);
        if (language === null || sides === null)
            return [];
        const [before, after] = [namesOf(sides.before, language), namesOf(sides.after, language)];
        const impacts = compare(change, code_env_statedBy(before, after), code_env_statedBy(after, before));
        return impacts.flatMap(impact => {
            const now = impact.direction === 'added' ? after.get(impact.key) : undefined;
            const old = now === undefined ? null : readElsewhere(impact.key, now, change, all);
            if (now && old)
                return compare(change, [code_env_stated(impact.key, old, false)], [code_env_stated(impact.key, now, false)]);
            return isKnownElsewhere(impact, change, all) ? [] : [impact];
        });
    },
};
/** The read that moves here out of another changed file, where another default held; `null`: no such. */
function readElsewhere(key, now, change, all) {
    if (now.isOpen)
        return null;
    for (const other of all) {
        if (other === change || other.before === null || !mentions(other.before, key))
            continue;
        const language = codeEnv.concerns(other.file.path, other.file) ? languageOf(other.file.path) : null;
        const sides = language === null ? null : codeSides(other, language);
        if (language === null || sides === null || namesOf(sides.after, language).has(key))
            continue;
        const old = namesOf(sides.before, language).get(key);
        if (old && !old.isOpen && ![...old.fallbacks].some(fallback => now.fallbacks.has(fallback)))
            return old;
    }
    return null;
}
/** Tests of Rust stand at the end of the file that they test. */
const inlineTests = /#\[cfg\(test\)\]\s*(?:pub(?:\(\w+\))?\s+)?mod\s/;
function namesOf(code, { name: language }) {
    const names = new Map();
    if (code === null)
        return names;
    const tests = language === 'rust' ? code.text.search(inlineTests) : -1;
    for (const { name, index, fallback } of envReads(code, language)) {
        if (tests >= 0 && index > tests)
            continue;
        const earlier = names.get(name);
        names.set(name, united(earlier, { line: code.lineAt(index), fallback }));
    }
    return names;
}
function united(earlier, { line, fallback }) {
    const fallbacks = new Set([...(earlier?.fallbacks ?? []), ...(fallback === undefined ? [] : [fallback])]);
    return { line: earlier?.line ?? line, fallbacks, isOpen: earlier?.isOpen === true || fallback === undefined };
}
/** A default is another one only where both sides tell theirs and have none in common. */
function code_env_statedBy(here, there) {
    return [...here].map(([key, read]) => {
        const other = there.get(key);
        const isSame = other === undefined ||
            read.isOpen ||
            other.isOpen ||
            [...read.fallbacks].some(fallback => other.fallbacks.has(fallback));
        return code_env_stated(key, read, isSame);
    });
}
function code_env_stated(key, { line, fallbacks }, isSame) {
    const [shown = null] = [...fallbacks].filter(fallback => fallback !== null);
    return { kind: 'env-var', key, value: isSame ? '' : JSON.stringify([...fallbacks].toSorted()), shown, line };
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/code-flags.js





const isGo = (language) => language?.name === 'go';
/** Options of the command line of servers and operators in Go, which deployers set in arguments: `flag`, pflag, cobra. */
const codeFlags = {
    concerns: path => isGo(languageOf(path)) && isProductCode(path) && startsProgram.test(path),
    detect: (change, all) => {
        const language = languageOf(change.file.path);
        const sides = isGo(language) ? codeSides(change, language) : null;
        if (sides === null || change.before === null || change.after === null)
            return [];
        return compare(change, code_flags_optionsOf(sides.before), code_flags_optionsOf(sides.after)).filter(impact => !isDeclaredElsewhere(impact, change, all));
    },
};
/** In quotes, since names of options are common words. Of files that are looked at, those that keep it; what moves between them is told as one. */
function isDeclaredElsewhere(impact, change, all) {
    const key = `"${impact.key}"`;
    const others = all.filter(({ file, before, after }) => !codeFlags.concerns(file.path, file) || (mentions(before ?? '', key) && mentions(after ?? '', key)));
    return isKnownElsewhere({ ...impact, key }, change, others);
}
/** Where programs begin and read their options; others are libraries, or commands for developers. */
const startsProgram = /(?:^|\/)(?:main|root|server|serve|run|start|options|flags|config)\.go$|(?:^|\/)options\/[^/]+\.go$/;
const types = 'String|Bool|U?[Ii]nt(?:32|64)?|Float64|Duration|IP|StringSlice|StringArray|StringToString';
const flagSet = String.raw `\b(?:\w*[fF]lags\(\)|\w*(?:[fF]lags?|[fF]lag[sS]et|fs))`;
/** With a short name where the function ends in `P`. */
const declared = new RegExp(String.raw `${flagSet}\s*\.\s*(?:${types})(?:Var)?(?:\(|(?<hasShort>P)\()\s*(?:&?[\w.[\]]+\s*,\s*)?"(?<name>[a-z][\w.-]*)"\s*,\s*(?<rest>[^\n]{0,400})`, 'g');
/** The default, as far as it is a literal or a name. */
const defaultIn = (rest, hasShort) => (hasShort ? /^"[^"]*"\s*,\s*/ : /^/).test(rest)
    ? (/^(?:"[^"]*"|[\w.*-]+)/.exec(hasShort ? rest.replace(/^"[^"]*"\s*,\s*/, '') : rest)?.[0] ?? '')
    : '';
function code_flags_optionsOf(code) {
    if (code === null)
        return [];
    return [...code.text.matchAll(declared)]
        .filter(match => code.isCode(match.index))
        .map(({ groups = {}, index }) => {
        const value = defaultIn(groups.rest ?? '', groups.hasShort !== undefined);
        const shown = /^["\d-]|^(?:true|false)$/.test(value) ? value.replace(/^"(.*)"$/, '$1') : null;
        return { kind: 'config-key', key: groups.name ?? '', value, shown, line: code.lineAt(index) };
    });
}

;// CONCATENATED MODULE: ./build/src/impact/interpolation.js
const variable = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])([^{}]*(?:\{[^{}]*\}[^{}]*)*))?\})/g;
function interpolations(text) {
    if (!text.includes('$'))
        return [];
    return [...text.matchAll(variable)].flatMap(([, escaped, bare, braced, operator, rest]) => {
        if (escaped !== undefined)
            return [];
        const outer = { name: bare ?? braced ?? '', fallback: operator?.endsWith('-') ? (rest ?? '') : null };
        return [outer, ...(rest === undefined ? [] : interpolations(rest))];
    });
}
/** The same text whatever the variables are called and fall back to. */
const maskInterpolations = (text) => text.replace(variable, (whole, escaped) => (escaped === undefined ? '$' : whole));
/** With every fallback in place; variables without one stay as they stand. */
const withFallbacks = (text) => text.replace(variable, (whole, _escaped, _bare, _braced, operator, rest = '') => operator?.endsWith('-') ? withFallbacks(rest) : whole);

;// CONCATENATED MODULE: ./build/src/impact/readers/dockerfile.js
/** Reads what looks like instructions and passes over the rest. */
function readDockerfile(text) {
    const lines = text.split(/\r?\n/);
    const continuation = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\';
    const lastLine = new Map(lines.map((line, index) => [line.trim(), index]));
    const instructions = [];
    for (let index = 0; index < lines.length; index++) {
        const first = index;
        const parts = [];
        for (; index < lines.length; index++) {
            const line = lines[index] ?? '';
            if (line.trimStart().startsWith('#')) {
                if (parts.length === 0)
                    break;
                continue;
            }
            const trimmed = line.trimEnd();
            if (parts.length > 0 && trimmed === '')
                continue;
            parts.push(trimmed.endsWith(continuation) ? trimmed.slice(0, -1) : line);
            if (!trimmed.endsWith(continuation))
                break;
        }
        const match = /^\s*([A-Za-z]+)\s+(\S.*)$/s.exec(parts.join(' '));
        if (!match)
            continue;
        let heredoc = '';
        for (const [, word = ''] of (match[2] ?? '').matchAll(/(?<!<)<<-?["']?([A-Za-z_]\w*)["']?/g)) {
            if (!/^(?:RUN|COPY|ADD)$/i.test(match[1] ?? ''))
                break;
            if ((lastLine.get(word) ?? -1) <= index)
                break;
            let end = index + 1;
            while (lines[end]?.trim() !== word)
                end++;
            heredoc += `${lines.slice(index + 1, end).join('\n')}\n`;
            index = end;
        }
        instructions.push({ ...instruction(match[1] ?? '', match[2] ?? ''), heredoc, line: first + 1 });
    }
    return instructions;
}
function instruction(name, rest) {
    const flags = new Map();
    let text = rest.trim();
    for (;;) {
        const flag = /^--([a-z][a-z-]*)(?:=(\S*))?\s+/.exec(text);
        if (!flag)
            break;
        const [whole, key = '', value = ''] = flag;
        flags.set(key, flags.has(key) ? `${flags.get(key)} ${value}` : value);
        text = text.slice(whole.length);
    }
    return { name: name.toUpperCase(), flags, text };
}
/** `A=1 B="two words"` or the old `A one value`. */
function readPairs(text) {
    const old = /^([^\s=]+)\s+(.*)$/s.exec(text);
    if (old && !/^[^\s=]+=/.test(text))
        return [[old[1] ?? '', unquote(old[2] ?? '')]];
    return words(text).map(word => {
        const cut = word.indexOf('=');
        return cut < 0 ? [word, ''] : [word.slice(0, cut), word.slice(cut + 1)];
    });
}
/** Words as a shell cuts them, quotes taken off. */
function words(text) {
    const found = [];
    for (const [word] of text.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'])+/gs)) {
        found.push(word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, (_, double, single) => double ?? single ?? ''));
    }
    return found;
}
const unquote = (text) => /^(["'])(.*)\1$/s.exec(text.trim())?.[2] ?? text.trim();
/** `["a", "b"]` or words. */
function readList(text) {
    if (text.trimStart().startsWith('[')) {
        try {
            const list = JSON.parse(text);
            if (Array.isArray(list))
                return list.filter(item => typeof item === 'string');
        }
        catch { }
        return words(text.replace(/[[\],]/g, ' '));
    }
    return words(text);
}
const maxExpansion = 1000;
/** Fills in the variables whose value is known; the others stay as they stand. */
function expand(text, lookUp) {
    return text
        .slice(0, maxExpansion)
        .replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^${}]*))?\})/g, (whole, bare, braced, fallback) => {
        const value = lookUp(bare ?? braced) ?? fallback;
        return value === undefined ? whole : value;
    })
        .slice(0, maxExpansion);
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/compose.js






const isCompose = (path) => /^(?:.+[._-])?(?:docker-?)?(?:compose|stack)(?:[._-].+)?\.ya?ml$/i.test(baseName(path)) &&
    /compose|docker/i.test(path);
/** `jibri.yml` beside `docker-compose.yml`: the content tells. Charts, playbooks and workflows lie elsewhere. */
const perhapsCompose = (path) => /^(?:(?:docker|deploy(?:ment)?s?|compose|stacks?|services|containers)\/)*[\w-]+\.ya?ml$/i.test(path);
/** Keys that may stand at the top of a Compose file. */
const topKeys = /^(?:version|name|services|networks|volumes|secrets|configs|include|x-.+)$/;
const looksLikeCompose = (side) => side === null ||
    (entriesOf(side).every(([key]) => topKeys.test(key)) &&
        entriesOf(at(side, 'services')).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')));
/** Services of a Compose file, and what each lets the deployer set, reach and keep. */
const compose = {
    concerns: path => (isCompose(path) || perhapsCompose(path)) && isShipped(path) && !isDeveloperVariant(path),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        if (sides === undefined)
            return [];
        const isNamed = (0,diff/* changedPaths */.vl)(change.file).some(isCompose);
        if (!isNamed && ![sides.before, sides.after].every(looksLikeCompose))
            return [];
        const [before, after] = [servicesOf(sides.before), servicesOf(sides.after)];
        const onBoth = presentOnBoth(before, after);
        const [olds, news] = [compose_statedBy(sides.before, before, onBoth), compose_statedBy(sides.after, after, onBoth)];
        const { added, removed } = { added: compose_namesOf(news, olds), removed: compose_namesOf(olds, news) };
        return compare(change, olds, news).filter(impact => !(isSecondName(impact, 'added', news, added) || isSecondName(impact, 'removed', olds, removed)));
    },
};
const compose_namesOf = (here, there) => {
    const known = new Set(there.filter(one => one.within === undefined).map(one => one.key));
    return new Set(here.filter(one => one.within === undefined && !known.has(one.key)).map(one => one.key));
};
/** `A: ${B}` is one setting with two names: where A comes or goes, B needs no statement of its own. */
function isSecondName(impact, direction, side, moved) {
    if (impact.kind !== 'env-var' || impact.direction !== direction)
        return false;
    return side
        .filter(one => one.kind === 'env-var' && one.key === impact.key)
        .every(one => one.within !== undefined && moved.has(one.within));
}
function servicesOf(file) {
    const services = at(file, 'services') ?? (at(file, 'version') ? undefined : legacyServices(file));
    return new Map(entriesOf(services).filter(([name]) => !name.startsWith('x-')));
}
/** The first format had services at the top. */
const legacyServices = (file) => entriesOf(file).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')) ? (file ?? undefined) : undefined;
const presentOnBoth = (before, after) => new Map([...before].flatMap(([name, old]) => {
    const now = after.get(name);
    if (now === undefined)
        return [];
    return [[name, at(old.node, 'build') && at(now.node, 'build') ? 'built' : 'pulled']];
}));
/** `onBoth`: services of both sides; only of those are the parts stated, others are one statement. */
function compose_statedBy(file, services, onBoth) {
    const stated = [];
    for (const [name, { node, line }] of services) {
        const service = extended(node, services, 0);
        stated.push(serviceOf(name, service, line, { isOnBoth: onBoth.has(name), isBuilt: onBoth.get(name) === 'built' }));
        if (onBoth.has(name))
            stated.push(...partsOf(name, service));
    }
    return onBoth.size === 0 ? stated : [...stated, ...namedVolumes(file), ...secretSources(file)];
}
/** `extends` of a service in the same file; of another file it stays one of its values. */
function extended(service, services, depth) {
    const extend = at(service, 'extends');
    const name = textOf(extend) ?? (at(extend, 'file') === undefined ? textOf(at(extend, 'service')) : undefined);
    const base = name === undefined ? undefined : services.get(name);
    if (base === undefined || service.kind !== 'map' || depth > 8)
        return service;
    const parent = extended(base.node, services, depth + 1);
    if (parent.kind !== 'map')
        return service;
    const own = [...service.entries].filter(([key]) => key !== 'extends');
    return { ...service, entries: new Map([...parent.entries, ...own]) };
}
const database = /(?:^|[/_-])(?:postgres\w*|postgis|pgvecto\w*|mysql|mariadb|mongo\w*|percona|cockroach\w*|timescale\w*|clickhouse\w*|elasticsearch|opensearch|cassandra|couchdb|influxdb|neo4j|etcd|minio|rabbitmq|kafka|meilisearch)(?:$|[:/_-])/i;
/** What is stated on its own, and what only builds or develops the image. */
const apart = ['environment', 'ports', 'expose', 'volumes', 'user', 'image', 'command', 'entrypoint', 'depends_on'];
const withoutEffect = ['build', 'develop', 'pull_policy'];
/** `isBuilt`: on both sides; an image that is no longer built, or now can be, is still the same image. */
function serviceOf(name, service, line, { isOnBoth, isBuilt }) {
    const image = textOf(at(service, 'image'));
    const tagged = image?.replace(/(?<=:[^/]+)@sha256:.*$/, '');
    const rest = [
        maskInterpolations(canonical(without(service, [...apart, ...withoutEffect]))),
        isBuilt ? canonical(at(service, 'build', 'args')) + canonical(at(service, 'build', 'target')) : '',
        commandLine(at(service, 'command')),
        commandLine(at(service, 'entrypoint')),
        dependencies(at(service, 'depends_on')),
        ignoredFallback(tagged),
    ];
    return {
        kind: 'compose-service',
        key: name,
        value: isOnBoth ? JSON.stringify(rest) : '',
        shown: tagged ?? null,
        line,
        losesData: image !== undefined && database.test(image),
    };
}
const ignoredFallback = (image) => maskInterpolations(withFallbacks(image ?? ''));
const commandLine = (node) => maskInterpolations(JSON.stringify(node?.kind === 'list' ? node.items.map(item => textOf(item)) : words(textOf(node) ?? '')));
/** `[db]` says the same as `db: {condition: service_started}`. */
function dependencies(node) {
    const names = itemsOf(node).map(item => [textOf(item), 'service_started']);
    const conditions = entriesOf(node).map(([name, { node: one }]) => [
        name,
        textOf(at(one, 'condition')) ?? 'service_started',
    ]);
    return JSON.stringify([...names, ...conditions].map(pair => pair.join(' ')).toSorted());
}
function partsOf(name, service) {
    const stated = [...environmentOf(at(service, 'environment'))];
    stated.push(...interpolatedIn(without(service, ['environment', 'image', ...withoutEffect])));
    for (const { name: variable } of interpolations(textOf(at(service, 'image')) ?? '')) {
        stated.push({ kind: 'env-var', key: variable, value: '', shown: null, line: at(service, 'image')?.line ?? 1 });
    }
    const ports = [...itemsOf(at(service, 'ports')), ...itemsOf(at(service, 'expose'))];
    stated.push(...ports.flatMap(portOf), ...itemsOf(at(service, 'volumes')).flatMap(mountOf));
    const user = at(service, 'user');
    const text = textOf(user);
    if (user && text !== undefined)
        stated.push({ kind: 'container-user', key: name, value: text, line: user.line });
    return stated;
}
function environmentOf(environment) {
    const pairs = [];
    for (const [key, { node, line }] of entriesOf(environment))
        pairs.push([key, textOf(node) ?? null, line]);
    for (const item of itemsOf(environment)) {
        const [, key = '', , value = null] = /^([^=]*)(=(.*))?$/s.exec(textOf(item) ?? '') ?? [];
        pairs.push([key, value, item.line]);
    }
    return pairs
        .filter(([key]) => /^[A-Za-z_][\w.-]*$/.test(key))
        .flatMap(([key, value, line]) => compose_variable(key, value, line));
}
/** A variable of a container, and those that its value takes from the deployer. */
function compose_variable(key, value, line) {
    const sources = interpolations(value ?? '');
    const own = sources.some(one => one.name === key);
    const stated = {
        kind: 'env-var',
        key,
        value: own ? withFallbacks(value ?? '') : maskInterpolations(value ?? ''),
        shown: value,
        line,
    };
    const others = sources.filter(one => one.name !== key);
    return [stated, ...others.map(one => ({ ...fromDeployer(one.name, one.fallback, line), within: key }))];
}
const fromDeployer = (key, fallback, line) => ({
    kind: 'env-var',
    key,
    value: fallback ?? '',
    shown: fallback,
    line,
});
function interpolatedIn(node) {
    if (node.kind === 'scalar') {
        return interpolations(node.text).map(({ name, fallback }) => fromDeployer(name, fallback, node.line));
    }
    const inside = node.kind === 'list' ? node.items : [...node.entries.values()].map(entry => entry.node);
    return inside.flatMap(interpolatedIn);
}
/** `127.0.0.1:8080:80/tcp`: the port that the host opens, or where a variable says that one, the container's. */
function portOf(node) {
    const [target, published] = [textOf(at(node, 'target')), textOf(at(node, 'published'))];
    const text = target === undefined ? (textOf(node) ?? '') : [published, target].filter(Boolean).join(':');
    const [ports = '', protocol = textOf(at(node, 'protocol')) ?? 'tcp'] = maskInterpolations(text).split('/');
    const [container = '', host = ''] = ports.split(':').toReversed();
    const key = /^\d[\d-]*$/.test(host) ? host : container;
    if (!/^\d[\d-]*$/.test(key))
        return [];
    return [{ kind: 'port', key, value: `${ports}/${protocol}`, shown: text, line: node.line }];
}
/** Named volumes by their name, folders of the host by their place in the container; single files do not count. */
function mountOf(node) {
    const short = textOf(node) === undefined ? undefined : maskInterpolations(withFallbacks(textOf(node) ?? '')).split(':');
    const [source, target = ''] = short
        ? short.length > 1
            ? [short[0], short[1]]
            : [undefined, short[0]]
        : [textOf(at(node, 'source')), textOf(at(node, 'target'))];
    if (target === '' || textOf(at(node, 'type')) === 'tmpfs' || isFile(source ?? '') || isFile(target))
        return [];
    const isNamed = source !== undefined && !/^[./~$]/.test(source);
    return [
        { kind: 'volume', key: isNamed ? source : target, value: isNamed ? target : '', shown: target, line: node.line },
    ];
}
const isFile = (path) => /\.(?!d$)[A-Za-z]\w*$/.test(path.split('/').at(-1) ?? '') || /^\/etc\/(?:localtime|timezone)$/.test(path);
function namedVolumes(file) {
    return entriesOf(at(file, 'volumes')).map(([key, { node, line }]) => ({
        kind: 'volume',
        key,
        value: entriesOf(node).length === 0 ? '' : canonical(node),
        shown: null,
        line,
        losesData: textOf(at(node, 'external')) !== 'true',
    }));
}
/** Secrets and configurations that Compose takes out of the deployer's environment. */
function secretSources(file) {
    const sources = [...entriesOf(at(file, 'secrets')), ...entriesOf(at(file, 'configs'))];
    return sources.flatMap(([, { node }]) => {
        const variable = at(node, 'environment');
        const name = textOf(variable);
        return variable === undefined || name === undefined ? [] : [fromDeployer(name, null, variable.line)];
    });
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/config-env.js





const placeholderFile = /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties|conf)$|(?:^|\/)(?:logback|log4j2?)[\w.-]*\.xml$|(?:^|\/)(?:reference|app)\.conf$/i;
const rubyFile = /(?:^|\/)config\/[\w/.-]+\.ya?ml(?:\.erb)?$/;
const symfonyFile = /(?:^|\/)(?:config|Resources)\/(?:[\w.-]+\/)*[\w.-]+\.(?:ya?ml|xml)$/;
const nodeConfigFile = /(?:^|\/)custom-environment-variables\.json$/;
/** Files that a program of the image fills in when it starts: gomplate, dockerize, confd, tpl. */
const filledFile = /(?:^|\/)(?:rootfs|defaults|etc|confd|templates|conf(?:ig)?s?)\/(?:.+\/)?[\w.-]+\.(?:lua|js|json|conf|cfg|cnf|ini|toml|xml|properties|tmpl|tpl|gotmpl|tt)$/i;
/** Variables that files of settings have filled in: Spring, Rails, Symfony, node-config, templates of images. */
const configEnv = {
    concerns: path => [placeholderFile, rubyFile, symfonyFile, nodeConfigFile, filledFile].some(one => one.test(path)) &&
        isShipped(path) &&
        !isDeveloperVariant(path) &&
        !/[._-]local\b/i.test(baseName(path)),
    detect: (change, all) => {
        if (change.before === change.after)
            return [];
        const { path } = change.file;
        const impacts = compare(change, config_env_statedBy(path, change.before ?? ''), config_env_statedBy(path, change.after ?? ''));
        return impacts.filter(impact => !isKnownElsewhere(impact, change, all));
    },
};
const config_env_maxLength = 500_000;
function config_env_statedBy(path, source) {
    if (source.length > config_env_maxLength)
        return [];
    const text = source.replace(/<!--[\s\S]*?(?:-->|$)/g, keepLines);
    const code = text.replace(/(?<=^|\s)#[^\n]*|^[ \t]*\/\/[^\n]*/gm, keepLines);
    const lineAt = lineFinder(text);
    const found = [
        ...(placeholderFile.test(path) ? placeholders(code) : []),
        ...(rubyFile.test(path) ? embedded(code) : []),
        ...(symfonyFile.test(path) ? processors(code) : []),
        ...(nodeConfigFile.test(path) ? leaves(code) : []),
        ...(filledFile.test(path) ? filled(text) : []),
    ];
    return found.map(({ key, fallback, index }) => ({
        kind: 'env-var',
        key,
        value: fallback ?? '',
        shown: fallback,
        line: lineAt(index),
    }));
}
const keepLines = (text) => text.replace(/[^\n]/g, ' ');
const config_env_upper = /^[A-Z][A-Z0-9_]{2,}$/;
/** `${NAME:default}` of Spring, `${?NAME}` of HOCON, `${env:NAME}` of log4j. */
const placeholders = (text) => [...text.matchAll(/\$\{(?:env:|\?)?([A-Z][A-Z0-9_]{2,})(?::-?([^{}\n]*(?:\{[^{}\n]*\})?[^{}\n]*))?\}/g)].map(match => ({
    key: match[1] ?? '',
    fallback: match[2] ?? null,
    index: match.index,
}));
/** `<%= ENV.fetch "NAME", 5 %>`, `<%= ENV["NAME"] || 5 %>`. */
const embedded = (text) => [
    ...text.matchAll(/\bENV(?:\.fetch\(|\[)\s*["']([A-Z][A-Z0-9_]{2,})["']\s*[\])]?(?:\s*(?:\|\||,|\{)\s*["']?([\w./:-]*)["']?)?/g),
]
    .filter(match => !/^(?:RAILS|RACK)_ENV$/.test(match[1] ?? ''))
    .map(match => ({ key: match[1] ?? '', fallback: match[2] || null, index: match.index }));
/** `%env(int:NAME)%`; a default stands elsewhere, as the parameter `env(NAME)`. */
const processors = (text) => [...text.matchAll(/%env\((?:[\w.-]*:)*([A-Z][A-Z0-9_]{2,})\)%/g)].map(match => ({
    key: match[1] ?? '',
    fallback: null,
    index: match.index,
}));
const leaves = (text) => [...text.matchAll(/:\s*"([A-Z][A-Z0-9_]{2,})"/g)]
    .filter(match => config_env_upper.test(match[1] ?? '') && interpolations(match[1] ?? '').length === 0)
    .map(match => ({ key: match[1] ?? '', fallback: null, index: match.index }));
/** `{{ .Env.NAME | default "5" }}`, `{{ getenv "NAME" "5" }}`, `{{ default .Env.NAME "5" }}`. */
const filled = (text) => [...text.matchAll(/\{\{[^{}\n]{0,2000}\}\}/g)].flatMap(action => [...action[0].matchAll(variableRead)].map(({ groups = {}, index }) => ({
    key: groups.read ?? groups.asked ?? '',
    fallback: groups.number ?? groups.piped ?? groups.second ?? null,
    index: action.index + index,
})));
const variableRead = /(?:\.Env\.(?<read>[A-Z][A-Z0-9_]{2,})|\bgetenv\s+"(?<asked>[A-Z][A-Z0-9_]{2,})")(?:\s*\|\s*default\s+(?:"(?<piped>[^"]*)"|(?<number>[\w.-]+))|\s+"(?<second>[^"]*)")?/g;

;// CONCATENATED MODULE: ./build/src/impact/readers/hjson.js
const maxDepth = 20;
/** `a: {`, `b: 1`, `}`, one a line; comments are passed over, lists are read as far as their first line. */
function readHjson(text) {
    const entries = [];
    const path = [];
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
        const line = raw.trim();
        if (line === '' || line.length > 2000 || /^(?:#|\/\/|\/?\*)/.test(line))
            continue;
        const match = /^["']?([\w.-]+)["']?\s*(?:[:=]\s*)?(.*?),?$/.exec(line);
        if (/^[}\]]/.test(line))
            path.pop();
        else if (/[{[]$/.test(line))
            path.push(path.length < maxDepth ? (match?.[1] ?? '') : '');
        else if (match && /^["']?[\w.-]+["']?\s*[:=]/.test(line)) {
            const key = [...path, match[1] ?? ''].filter(part => part !== '').join('.');
            entries.push({ key: key.slice(0, 500), value: (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'), line: index + 1 });
        }
    }
    return entries;
}

;// CONCATENATED MODULE: ./build/src/impact/readers/ini.js
/** Sections and keys of systemd units, INI files, and files of `key value` lines. Comments and what fits neither are passed over. */
function readIni(text, separator = /\s*[=:]\s*/) {
    const entries = [];
    let section = '';
    const lines = text.split(/\r?\n/);
    for (let index = 0; index < lines.length; index++) {
        const first = index;
        let line = lines[index] ?? '';
        if (/^\s*(?:[#;!]|$)/.test(line) || line.length > 10_000)
            continue;
        while (line.endsWith('\\') && index + 1 < lines.length && line.length < 10_000)
            line = `${line.slice(0, -1)} ${lines[++index]?.trim()}`;
        const header = /^\s*\[+\s*([^\]]+?)\s*\]+\s*(?:[#;].*)?$/.exec(line);
        if (header) {
            section = header[1] ?? '';
            continue;
        }
        const cut = separator.exec(line.trimStart());
        if (!cut)
            continue;
        const key = line.trimStart().slice(0, cut.index);
        const value = line
            .trimStart()
            .slice(cut.index + cut[0].length)
            .trim();
        if (/^[A-Za-z_][\w.\-/ ]*$/.test(key))
            entries.push({ section, key, value, line: first + 1 });
    }
    return entries;
}

;// CONCATENATED MODULE: ./build/src/impact/readers/xml-outline.js

const mark = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/)?>/g;
const limits = { characters: 500_000, depth: 100 };
/** Elements in the order in which they close. What is no XML ends early rather than fails. */
function readXmlOutline(source) {
    if (source.length > limits.characters)
        return [];
    const lineAt = lineFinder(source);
    const found = [];
    const open = [];
    let done = 0;
    const close = () => {
        const one = open.pop();
        if (one === undefined)
            return;
        const text = one.text.trim();
        const parent = open.at(-1);
        if (parent && Object.keys(one.children).length === 0)
            parent.children[one.name] = text;
        const path = [...open.map(({ name }) => name), one.name].join('/');
        found.push({
            path,
            name: one.name,
            attributes: one.attributes,
            text,
            line: lineAt(one.index),
            children: one.children,
        });
    };
    for (const match of source.matchAll(mark)) {
        const [whole, data, closed, opened, attributes = '', isEmpty] = match;
        const top = open.at(-1);
        if (top)
            top.text += source.slice(done, match.index) + (data ?? '');
        done = match.index + whole.length;
        if (closed !== undefined && xml_outline_plain(closed) === top?.name)
            close();
        if (opened === undefined)
            continue;
        if (open.length >= limits.depth)
            return found;
        open.push({
            name: xml_outline_plain(opened),
            attributes: readAttributes(attributes),
            index: match.index,
            children: Object.create(null),
            text: '',
        });
        if (isEmpty !== undefined)
            close();
    }
    return found;
}
const xml_outline_plain = (name) => name.replace(/^.*:/, '');
const readAttributes = (text) => Object.fromEntries([...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(one => [
    xml_outline_plain(one[1] ?? ''),
    one[2] ?? one[3] ?? '',
]));

;// CONCATENATED MODULE: ./build/src/impact/trees.js


const none = new Map();
/** Settings of a tree by their dotted paths. What is on one side only is stated by its top, lists as a whole. */
function compareTrees(change, { before, after }, kind) {
    const [olds, news] = [[], []];
    const visit = (old, now, path) => {
        for (const [key, entry] of old) {
            const other = now.get(key);
            const here = [...path, key];
            if (other !== undefined && isBranch(entry.node) && isBranch(other.node)) {
                visit(entry.node.entries, other.node.entries, here);
                continue;
            }
            olds.push(setting(kind, here, entry));
            if (other !== undefined)
                news.push(setting(kind, here, other));
        }
        for (const [key, entry] of now)
            if (!old.has(key))
                news.push(setting(kind, [...path, key], entry));
    };
    visit(entries(before), entries(after), []);
    return compare(change, olds, news);
}
const entries = (node) => (node?.kind === 'map' ? node.entries : none);
const isBranch = (node) => node.kind === 'map' && node.entries.size > 0;
function setting(kind, path, { node, line }) {
    const text = canonical(node);
    const shown = node.kind === 'scalar' ? (node.isNull ? '' : node.text) : isPlain(node) ? text : null;
    return { kind, key: path.join('.'), value: /^(?:null|\{\}|\[\]|"")$/.test(text) ? '' : text, shown, line };
}
/** Lists of scalars can be shown; whatever has keys may hold a secret under one of them. */
const isPlain = (node) => node.kind === 'list' && node.items.every(item => item.kind === 'scalar');

;// CONCATENATED MODULE: ./build/src/impact/detectors/config-file.js







/** `config.example.yml`, `app.example.ini`, `server.conf.sample`: the name says that it is a deployer's file. */
const sample = /[._-](?:example|sample|default|defaults|dist|template)(?:[._-]|$)|^(?:example|sample|defaults?)[._-]/i;
const settings = /^(?:[\w-]+[._-])?(?:config|settings|application)(?:[._-][\w-]+)*$/i;
const server = /^(?:redis|valkey|postgresql|pg_hba|my|mysqld?|mariadb|mongod|haproxy|php|php-fpm|www|uwsgi|traefik|prometheus|loki|rabbitmq|kafka|clickhouse|memcached|sshd_config|supervisord?|dovecot|postfix|fail2ban|logrotate)$/i;
/** Settings of tools of developers, translations, sites of documentation. */
const notDeployed = /^\.|^values|nginx|caddy|^_config|jekyll|mkdocs|webpack|vite|rollup|babel|eslint|prettier|tslint|jest|karma|typedoc|codecov|golangci|goreleaser|pre-commit|renovate|release-please|lerna|components|tailwind|docusaurus|sonar|buf|mypy|pytest|pylint|alembic|setup\.cfg|tox|issue|labeler|changeset|crowdin|swagger|openapi|cspell|markdownlint|wrangler|vercel|netlify|metro|app\.json|capacitor|ci[._-]|build|schema/i;
const notDeployedFolder = /(?:^|\/)(?:locales?|i18n|translations?|lang|languages|assets|public|static|templates|web|frontend|ui|client|site|website|src|lib|resources\/(?:lang|js))\//i;
/** Settings of frameworks that lie among the sources. */
const framework = /^(?:application|appsettings|bootstrap)$/i;
const schemaFile = /(?:^|\/)(?:[\w.-]*config[\w-]*\/[\w.-]*schema|[\w.-]*config[\w.-]*schema|schema[\w.-]*config[\w.-]*)\.json$/i;
/** `config/settings/production.yml`: what holds where the product runs. */
const productionFile = /(?:^|\/)config\/(?:settings|environments)\/(?:production|prod|default)\.(?:ya?ml|json)$/i;
/** `clickhouse/users.xml`, `fail2ban/jail.conf`: the folder names the server. */
const serverFolder = /(?:^|\/)(?:redis|valkey|postgres(?:ql)?|mysql|mariadb|haproxy|php|php-fpm|traefik|prometheus|loki|rabbitmq|kafka|clickhouse|memcached|dovecot|postfix|fail2ban|rspamd|amavis|opendkim|unbound|coturn|prosody)\/(?:(?:etc|conf(?:ig)?|[\w-]+\.d)\/)*[\w.-]+\.(xml|conf|cfg|cnf|ini)$/i;
function formatOf(path) {
    if (schemaFile.test(path))
        return 'schema';
    if (productionFile.test(path))
        return 'tree';
    const inServer = serverFolder.exec(path)?.[1];
    if (inServer !== undefined)
        return inServer.toLowerCase() === 'xml' ? 'xml' : 'ini';
    const name = baseName(path).replace(/\.(?:example|sample|dist|default|template)$/i, '');
    const match = /^(.+)\.(ya?ml|json|toml|ini|conf|cfg|cnf|properties|hjson|hocon|json5)$/i.exec(name);
    const [, stem = '', extension = ''] = match ?? [];
    if (!match || notDeployed.test(baseName(path)) || /nginx/i.test(path))
        return null;
    const isSample = sample.test(baseName(path));
    if (!isSample &&
        !server.test(stem) &&
        !framework.test(stem.split(/[.-]/)[0] ?? '') &&
        !(settings.test(stem) && !notDeployedFolder.test(path)))
        return null;
    if (/^(?:hjson|hocon|json5)$/i.test(extension))
        return 'hjson';
    return /^(?:ya?ml|json)$/i.test(extension) ? 'tree' : 'ini';
}
/** Settings that a deployer can set: files of settings and their examples, and files of servers that are shipped. */
const configFile = {
    concerns: path => formatOf(path) !== null && isShipped(path) && !isDeveloperVariant(path) && !/[._-]local\b/i.test(path),
    detect: change => {
        const { before, after } = change;
        if (before === null || after === null)
            return [];
        const isVariable = (impact) => impact.direction !== 'changed' &&
            fillsIn.test(change.file.path) &&
            placeholder.test((impact.direction === 'added' ? after : before).split('\n')[impact.line - 1] ?? '');
        return settingsIn({ ...change, before, after }).filter(impact => !isVariable(impact));
    },
};
/** Files in which frameworks fill in variables, and a line that holds nothing else: then the variable is the statement. */
const fillsIn = /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties|conf)$/i;
const placeholder = /^[^#]*[:=]\s*["']?\$\{\??[A-Z][A-Z0-9_]{2,}(?::[^{}]*)?\}["']?\s*$/;
function settingsIn(change) {
    const format = formatOf(change.file.path);
    if (format === 'ini')
        return settingsBy(change, lines(change.before), lines(change.after));
    if (format === 'xml')
        return settingsBy(change, config_file_elements(change.before), config_file_elements(change.after));
    if (format === 'hjson')
        return settingsBy(change, braces(change.before), braces(change.after));
    return format === null ? [] : trees(change, format === 'schema');
}
/** The default in `${NAME:default}` is that of the variable, which is stated as such. */
const withoutDefaults = (text) => text?.replace(/\$\{([A-Z][A-Z0-9_]{2,}):[^{}\n]*\}/g, (_, name) => `\${${name}}`) ?? null;
function trees(change, isSchema) {
    const sides = readBoth(withoutDefaults(change.before), withoutDefaults(change.after));
    if (sides === undefined)
        return [];
    if (isSchema) {
        return compareTrees(change, { before: settingsOf(sides.before), after: settingsOf(sides.after) }, 'config-key');
    }
    return [sides.before, sides.after].some(isOther)
        ? []
        : compareTrees(change, sides, 'config-key').map(one => asFlag(one, heldIn(sides)));
}
/** An object of Kubernetes, an interface, a schema, a Compose file, a workflow: others speak of these. */
const isOther = (side) => ['apiVersion', 'openapi', '$schema'].some(key => at(side, key)) ||
    entriesOf(at(side, 'services')).some(([, { node }]) => at(node, 'image') ?? at(node, 'build')) ||
    entriesOf(at(side, 'jobs')).some(([, { node }]) => at(node, 'runs-on') ?? at(node, 'steps'));
const flags = /^(?:.+\.)?(?:features?|(?:feature[-_]?)?(?:flags|toggles)|feature[-_]?(?:gates|switches))\.(.+)$/i;
/** What is on or off below `features` or the like is a flag. `values`: what holds, on each side where the setting is there. */
function asFlag(impact, values) {
    const name = flags.exec(impact.key)?.[1];
    const held = name === undefined ? [] : values(impact.key);
    const isSwitch = held.length > 0 && held.every(value => /^(?:true|false)$/.test(value));
    return name !== undefined && isSwitch ? { ...impact, kind: 'feature-flag', key: name } : impact;
}
const heldIn = ({ before, after }) => (key) => [before, after].flatMap(side => at(side, ...key.split('.')) ?? []).map(node => textOf(node) ?? '');
function settingsBy(change, ...sides) {
    const held = sides.map(side => new Map(side.map(one => [one.key, one.value])));
    return compare(change, ...sides).map(one => asFlag(one, key => held.flatMap(side => side.get(key) ?? [])));
}
/** With the settings behind a mark without a space, as examples name what may be set. */
function lines(text) {
    if (text.length > 1_000_000)
        return [];
    const separator = /^[^\n=:]+\s*=/m.test(text) ? /\s*=\s*/ : /\s*[:=]\s*|\s+/;
    const uncommented = text.replace(/^([ \t]*)[#;](?=[A-Za-z_][\w.-]*[ \t]*=)/gm, '$1');
    const commented = new Set();
    for (const [index, line] of text.split('\n').entries())
        if (/^\s*[#;]/.test(line))
            commented.add(index + 1);
    return readIni(uncommented, separator).map(({ section, key, value, line }) => ({
        kind: 'config-key',
        key: section === '' ? key : `${section}.${key}`,
        value: commented.has(line) ? '#' : value.replace(/\s+[#;].*$/, ''),
        shown: commented.has(line) ? null : value,
        line,
    }));
}
/** What a JSON schema lets one set, with the defaults; types and descriptions play no part. */
function settingsOf(schema) {
    if (schema?.kind !== 'map')
        return null;
    const inside = ['properties', 'definitions', '$defs', 'patternProperties'].flatMap(key => entriesOf(at(schema, key)));
    const own = inside.map(([key, { node, line }]) => [key, { node: settingOf(node), line }]);
    const choices = ['allOf', 'anyOf', 'oneOf'].flatMap(key => itemsOf(at(schema, key)));
    const others = [at(schema, 'items'), at(schema, 'additionalProperties'), ...choices];
    const further = others.flatMap(one => entriesOf(settingsOf(one ?? null)));
    return { kind: 'map', entries: new Map([...further, ...own]), line: schema.line, weight: 1 };
}
function settingOf(schema) {
    const settings = settingsOf(schema);
    if (settings !== null && settings.entries.size > 0)
        return settings;
    return at(schema, 'default') ?? { kind: 'scalar', text: 'null', isNull: true, line: schema.line, weight: 1 };
}
const braces = (text) => text.length > 1_000_000 ? [] : readHjson(text).map(one => ({ kind: 'config-key', ...one }));
/** Elements without others in them, by their path below the root. */
const config_file_elements = (text) => readXmlOutline(text)
    .filter(one => Object.keys(one.children).length === 0 && one.path.includes('/'))
    .map(({ path, text: own, attributes, line }) => ({
    kind: 'config-key',
    key: path.split('/').slice(1).join('.'),
    value: Object.keys(attributes).length === 0 ? own : JSON.stringify([own, attributes]),
    shown: own === '' ? null : own,
    line,
}));

;// CONCATENATED MODULE: ./build/src/impact/readers/crontab.js
const named = /^@(?:reboot|hourly|daily|midnight|weekly|monthly|yearly|annually)$/;
const clock = /^[\d*/,-]+$/;
const calendar = /^(?:[\d*/,LW#?-]+|[A-Za-z]{3}(?:[-,][A-Za-z]{3})*)$/;
/** `null`: no entry of a crontab. */
function cronSchedule(line) {
    if (line.length > 2000)
        return null;
    const words = line.trim().split(/\s+/);
    const [first = '', every = ''] = words;
    if (named.test(first) && words.length > 1)
        return { schedule: first, command: words.slice(1).join(' ') };
    if (first === '@every' && words.length > 2)
        return { schedule: `@every ${every}`, command: words.slice(2).join(' ') };
    const fields = words.slice(0, 5);
    const isSchedule = fields.every((field, index) => (index < 2 ? clock : calendar).test(field));
    if (words.length < 6 || !isSchedule)
        return null;
    return { schedule: fields.join(' '), command: words.slice(5).join(' ') };
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/crontab.js



const isCrontab = (path) => /(?:^|[._-])crontabs?(?:[._-]|$)|\.cron(?:\.\w+)?$|^cron\.txt$/i.test(baseName(path)) ||
    /(?:^|\/)(?:cron\.d|crontabs)\/[^/]+$/.test(path);
/** Files of cron: each command with its schedule; lines behind `#` do not run. */
const crontab = {
    concerns: path => isCrontab(path) && isShipped(path) && !/\.(?:[cm]?[jt]sx?|py|go|rb|php|java|md|rs|cs)$/.test(path),
    detect: change => compare(change, crontab_statedBy(change.before), crontab_statedBy(change.after)),
};
const crontab_statedBy = (text) => (text ?? '').split(/\r?\n/).flatMap((line, index) => {
    const entry = cronSchedule(line);
    return entry === null ? [] : [{ kind: 'cron', key: entry.command, value: entry.schedule, line: index + 1 }];
});

;// CONCATENATED MODULE: ./build/src/impact/manifests/dotnet.js


/** Projects, and the files that settle versions for all of them. Projects of tests are none of production. */
const dotnetProject = {
    concerns: path => /\.(?:cs|fs|vb)proj$|^Directory\.(?:Build|Packages)\.props$/.test(baseName(path)) &&
        !/tests?\.\w+$/i.test(baseName(path)),
    read: text => {
        const elements = readXmlOutline(text);
        return { runtimes: elements.flatMap(dotnet_framework), dependencies: elements.flatMap(reference) };
    },
};
function dotnet_framework({ path, text, line }) {
    if (!/^Project\/PropertyGroup\/TargetFrameworks?$/.test(path))
        return [];
    return /\d/.test(text) ? [{ key: 'dotnet', version: text, line, numbers: 2 }] : [];
}
function reference({ path, attributes, children, line }) {
    if (!/^Project\/ItemGroup\/Package(?:Reference|Version)$/.test(path))
        return [];
    const name = attributes.Include ?? attributes.Update;
    const version = attributes.Version ?? children.Version ?? attributes.VersionOverride;
    const isPrivate = /all/i.test(attributes.PrivateAssets ?? children.PrivateAssets ?? '');
    return name === undefined || version === undefined || isPrivate ? [] : [{ name, version, line }];
}

;// CONCATENATED MODULE: ./build/src/impact/manifests/model.js
const emptyManifest = { runtimes: [], dependencies: [] };

;// CONCATENATED MODULE: ./build/src/impact/manifests/elixir.js




const mixExs = {
    concerns: path => baseName(path) === 'mix.exs',
    read: text => {
        const language = languageOf('mix.exs');
        const code = language === null ? null : scanCode(text, language);
        if (code === null)
            return emptyManifest;
        const runtimes = [...code.text.matchAll(/\belixir:\s*"([^"\n]+)"/g)].map(match => ({
            key: 'elixir',
            version: match[1] ?? '',
            line: code.lineAt(match.index),
            numbers: 2,
        }));
        const dependencies = [...code.text.matchAll(/\{\s*:(\w+)\s*,\s*"([^"\n]+)"([^{}\n]*)\}/g)]
            .filter(match => !/\bonly:\s*(?:\[\s*)?:(?:dev|test)|\bruntime:\s*false/.test(match[3] ?? ''))
            .map(match => ({ name: match[1] ?? '', version: match[2] ?? '', line: code.lineAt(match.index) }));
        return { runtimes, dependencies };
    },
};

;// CONCATENATED MODULE: ./build/src/impact/manifests/go.js

/** `module/v2 v2.0.1`; the first number of a module is part of its path. Indirect ones are not ours to name. */
const requirement = /^\s*(?:require\s+)?([\w.~-]+\.[\w.~-]+\/[\w./~-]+)\s+(v\d[\w.+-]*)\s*(?:\/\/\s*(.*))?$/;
const goMod = {
    concerns: path => baseName(path) === 'go.mod',
    read: text => {
        const runtimes = [];
        const dependencies = [];
        let block = '';
        for (const [index, line] of text.split(/\r?\n/).entries()) {
            if (line.length > 1_000)
                continue;
            const opened = /^(\w+)\s*\($/.exec(line.trim());
            if (opened)
                block = opened[1] ?? '';
            else if (line.trim() === ')')
                block = '';
            const version = /^go\s+(\d[\w.]*)/.exec(line)?.[1];
            if (version !== undefined)
                runtimes.push({ key: 'go', version, line: index + 1, numbers: 2 });
            const [, path, number, comment] = requirement.exec(line) ?? [];
            if (path === undefined || number === undefined || comment?.includes('indirect'))
                continue;
            if (block !== 'require' && !/^\s*require\b/.test(line))
                continue;
            dependencies.push({ name: path.replace(/[/.]v\d+$/, ''), version: number, line: index + 1 });
        }
        return { runtimes, dependencies };
    },
};

;// CONCATENATED MODULE: ./build/src/impact/readers/toml.js
const assignment = /^\s*((?:"[^"\n]*"|'[^'\n]*'|[\w.-]+)(?:\s*\.\s*(?:"[^"\n]*"|[\w-]+))*)\s*=\s*(.*)$/;
/** Keys of a TOML file, line by line; texts of several lines are passed over. */
function readToml(text) {
    const entries = [];
    const lines = text.split(/\r?\n/);
    let section = '';
    for (let index = 0; index < lines.length; index++) {
        const line = lines[index] ?? '';
        if (line.length > 10_000)
            continue;
        const header = /^\s*\[\[?\s*([^\]\n]+?)\s*\]\]?\s*(?:#.*)?$/.exec(line);
        if (header) {
            section = (header[1] ?? '').replace(/["'\s]/g, '');
            continue;
        }
        const [, key, first = ''] = assignment.exec(line) ?? [];
        if (key === undefined)
            continue;
        const start = index;
        let value = withoutComment(first);
        if (/^(?:"""|''')/.test(value)) {
            const quotes = value.slice(0, 3);
            if (value.indexOf(quotes, 3) < 0)
                while (++index < lines.length && !(lines[index] ?? '').includes(quotes))
                    ;
            continue;
        }
        while (isOpen(value) && index + 1 < lines.length && index - start < 2_000) {
            index++;
            value += ` ${withoutComment((lines[index] ?? '').slice(0, 2_000)).trim()}`;
        }
        entries.push({ section, key: key.replace(/["'\s]/g, ''), value: value.trim(), line: start + 1 });
    }
    return entries;
}
function withoutComment(text) {
    const match = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'#])*/.exec(text);
    return match === null ? text : (text.slice(match[0].length).startsWith('#') ? match[0] : text).trimEnd();
}
/** A list or table that another line closes. */
function isOpen(value) {
    if (!/^[[{]/.test(value))
        return false;
    const marks = value.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
    const count = (mark) => marks.split(mark).length - 1;
    return count('[') > count(']') || count('{') > count('}');
}
/** Strings of a list, in order. */
const tomlStrings = (value) => [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(match => match[1] ?? match[2] ?? '');
/** A string, or the string under the key of an inline table. */
function tomlText(value, key) {
    if (key === undefined || !value.startsWith('{'))
        return /^(?:"(.*)"|'(.*)')$/.exec(value)?.slice(1).find(Boolean) ?? null;
    return new RegExp(String.raw `[{,\s]${key}\s*=\s*["']([^"']*)["']`).exec(value)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/src/impact/manifests/jvm.js






const javaProperty = /^(?:maven\.compiler\.(?:source|target|release)|java\.version|jdk\.version|javaVersion)$/;
const pomXml = {
    concerns: path => baseName(path) === 'pom.xml',
    read: text => {
        const elements = readXmlOutline(text);
        const properties = new Map(elements.filter(one => /^project\/properties\/[^/]+$/.test(one.path)).map(one => [one.name, one.text]));
        const resolve = (version) => version.replace(/\$\{([^}]+)\}/g, (whole, name) => properties.get(name) ?? whole);
        return {
            runtimes: elements.flatMap(one => javaOf(one, resolve)),
            dependencies: elements.flatMap(one => artifact(one, resolve)),
        };
    },
};
function javaOf({ path, name, text, line }, resolve) {
    const isProperty = /^project\/properties\/[^/]+$/.test(path) && javaProperty.test(name);
    const isPlugin = /plugin\/configuration\/(?:release|target)$/.test(path);
    const version = resolve(text).replace(/^1\.(?=\d)/, '');
    return (isProperty || isPlugin) && /^\d/.test(version) ? [{ key: 'java', version, line, numbers: 1 }] : [];
}
function artifact({ path, children, line }, resolve) {
    if (!/(?:^project\/parent|^project(?:\/profiles\/profile)?(?:\/dependencyManagement)?\/dependencies\/dependency)$/.test(path))
        return [];
    const { groupId = '', artifactId = '', version = '', scope = '' } = children;
    if (scope === 'test' || /^\$\{project\./.test(groupId))
        return [];
    const told = resolve(version);
    return /^\D?\d/.test(told) ? [{ name: `${groupId}:${artifactId}`, version: told, line }] : [];
}
/** Where builds say which Java they write for. */
const javaLines = [
    /\b(?:sourceCompatibility|targetCompatibility)\s*=?\s*(?:JavaVersion\.(?:VERSION_|toVersion\(["']?))?["']?(?:1[._])?(\d+)/g,
    /\bJavaLanguageVersion\.of\(\s*["']?(\d+)/g,
    /\bjvmToolchain\(\s*(\d+)/g,
    /\bjvmTarget\s*=\s*(?:JvmTarget\.JVM_)?["']?(?:1[._])?(\d+)/g,
    /\boptions\.release(?:\.set\(|\s*=\s*)(\d+)/g,
];
const coordinates = /\b(?:implementation|api|compile|runtimeOnly|runtime|compileOnly)\b\s*\(?\s*(?:platform\(|enforcedPlatform\()?\s*["']([\w.-]+:[\w.-]+):([\w.$-]+)["']/g;
const frameworkPlugin = /\bid\s*\(?\s*["'](org\.springframework\.boot|io\.quarkus|io\.micronaut\.application)["']\s*\)?\s*version\s*\(?\s*["']([\w.-]+)["']/g;
const gradle = {
    concerns: path => /^build\.gradle(?:\.kts)?$/.test(baseName(path)),
    read: text => {
        const language = languageOf('build.kts');
        const code = language === null ? null : scanCode(text, language);
        if (code === null)
            return emptyManifest;
        return {
            runtimes: javaLines.flatMap(pattern => [...code.text.matchAll(pattern)].map(match => ({
                key: 'java',
                version: match[1] ?? '',
                line: code.lineAt(match.index),
                numbers: 1,
            }))),
            dependencies: [coordinates, frameworkPlugin].flatMap(pattern => [...code.text.matchAll(pattern)].map(match => ({
                name: match[1] ?? '',
                version: match[2] ?? '',
                line: code.lineAt(match.index),
            }))),
        };
    },
};
const versionCatalog = {
    concerns: path => /\.versions\.toml$/.test(path),
    read: text => {
        const entries = readToml(text);
        const versions = new Map(entries.filter(one => one.section === 'versions').map(one => [one.key, one]));
        return {
            runtimes: [],
            dependencies: entries.flatMap(({ section, value, line }) => {
                if (section !== 'libraries')
                    return [];
                const reference = /version\.ref\s*=\s*["']([^"']+)["']/.exec(value)?.[1];
                const shared = reference === undefined ? undefined : versions.get(reference);
                const [group, artifactName, short] = (tomlText(value)?.split(':') ?? []);
                const name = tomlText(value, 'module') ?? (group && artifactName ? `${group}:${artifactName}` : nameOf(value));
                const version = (shared === undefined ? tomlText(value, 'version') : tomlText(shared.value)) ?? short;
                return !name || !version ? [] : [{ name, version, line: shared?.line ?? line }];
            }),
        };
    },
};
function nameOf(value) {
    const [group, name] = [tomlText(value, 'group'), tomlText(value, 'name')];
    return value.startsWith('{') && group !== null && name !== null ? `${group}:${name}` : null;
}

;// CONCATENATED MODULE: ./build/src/impact/manifests/node.js



const packageJson = {
    concerns: path => baseName(path) === 'package.json',
    read: text => {
        const root = readDocument({ text, line: 1 });
        if (root === null)
            return emptyManifest;
        const runtimes = entriesOf(at(root, 'engines')).flatMap(([key, { node, line }]) => {
            const version = textOf(node);
            return version === undefined ? [] : [{ key, version, line, numbers: 2 }];
        });
        return { runtimes, dependencies: dependenciesIn(at(root, 'dependencies'), isPackage) };
    },
};
const composerJson = {
    concerns: path => baseName(path) === 'composer.json',
    read: text => {
        const root = readDocument({ text, line: 1 });
        if (root === null)
            return emptyManifest;
        const needed = at(root, 'require');
        const runtimes = entriesOf(needed).flatMap(([key, { node, line }]) => {
            const version = textOf(node);
            return key !== 'php' || version === undefined ? [] : [{ key, version, line, numbers: 2 }];
        });
        return { runtimes, dependencies: dependenciesIn(needed, name => name.includes('/')) };
    },
};
const globalJson = {
    concerns: path => baseName(path) === 'global.json',
    read: text => {
        const version = at(readDocument({ text, line: 1 }), 'sdk', 'version');
        const told = textOf(version);
        if (told === undefined || version === undefined)
            return emptyManifest;
        return { runtimes: [{ key: 'dotnet', version: told, line: version.line, numbers: 2 }], dependencies: [] };
    },
};
const isPackage = (name) => !name.startsWith('@types/');
const dependenciesIn = (node, isOne) => entriesOf(node).flatMap(([name, { node: value, line }]) => {
    const version = textOf(value);
    return version === undefined || !isOne(name) ? [] : [{ name, version, line }];
});

;// CONCATENATED MODULE: ./build/src/impact/manifests/pins.js

const pins_single = {
    '.nvmrc': 'node',
    '.node-version': 'node',
    '.python-version': 'python',
    '.ruby-version': 'ruby',
    '.java-version': 'java',
    '.php-version': 'php',
    '.go-version': 'go',
    'runtime.txt': 'python',
};
const known = { nodejs: 'node', golang: 'go' };
const languages = /^(?:node|python|ruby|java|php|go|elixir|erlang|rust|dotnet)$/;
/** Files that pin the version of a language and nothing else. Node's second number comes and goes. */
const versionPins = {
    concerns: path => Object.hasOwn(pins_single, baseName(path)) || baseName(path) === '.tool-versions',
    read: (text, path) => {
        const lines = text.slice(0, 10_000).split(/\r?\n/);
        const name = baseName(path);
        if (name === '.tool-versions')
            return { runtimes: lines.flatMap((line, index) => tool(line, index + 1)), dependencies: [] };
        const index = lines.findIndex(line => /^\s*[^#\s]/.test(line));
        const version = /\d[\w.]*/.exec(lines[index] ?? '')?.[0];
        const key = pins_single[name];
        if (version === undefined || key === undefined)
            return { runtimes: [], dependencies: [] };
        return { runtimes: [pinned(key, version, index + 1)], dependencies: [] };
    },
};
function tool(line, number) {
    const [, name = '', version] = /^\s*([\w-]+)\s+\D*?(\d[\w.]*)/.exec(line) ?? [];
    const key = Object.hasOwn(known, name) ? (known[name] ?? name) : name;
    return version === undefined || !languages.test(key) ? [] : [pinned(key, version, number)];
}
const pinned = (key, version, line) => ({
    key,
    version,
    line,
    numbers: /^(?:node|java|erlang)$/.test(key) ? 1 : 2,
});

;// CONCATENATED MODULE: ./build/src/impact/manifests/python.js


/** `name[extra]>=1.2; marker`. */
const specifier = /^([A-Za-z][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:===?|~=|>=|>|\^)\s*v?\d[^;#\s)]*(?:\s*,\s*[<>=!~]+\s*[\d.*]+)*)/;
const requirementsTxt = {
    concerns: path => /(?:^|\/)(?:requirements?(?:[._-](?:base|prod|production|common|core|app|main|server|api|web|runtime|deploy))?|requirements\/(?:base|prod|production|common|core|main|app))\.(?:txt|in)$/i.test(path),
    read: text => ({ runtimes: [], dependencies: requirements(text) }),
};
/** A file that a tool completed says behind each name who asked for it; only what the file itself asks for is direct. */
function requirements(text) {
    const lines = text.split(/\r?\n/);
    const isCompiled = /autogenerated by (?:pip-compile|uv)/i.test(text);
    return lines.flatMap((line, index) => {
        const [, name, version] = line.length > 2_000 ? [] : (specifier.exec(line.trim()) ?? []);
        if (name === undefined || version === undefined)
            return [];
        if (isCompiled && !/\b-r |\(.*\.(?:in|toml)\)|\.in\b/.test(viaOf(lines, index)))
            return [];
        return [{ name: name.toLowerCase(), version, line: index + 1 }];
    });
}
function viaOf(lines, index) {
    const found = [lines[index] ?? ''];
    for (let at = index + 1; /^\s+(?:#|--hash)/.test(lines[at] ?? '') && at < index + 100; at++)
        found.push(lines[at] ?? '');
    return found.filter(line => line.includes('#')).join(' ');
}
const pyproject = {
    concerns: path => /^(?:pyproject\.toml|Pipfile)$/.test(baseName(path)),
    read: text => {
        const entries = readToml(text);
        return { runtimes: entries.flatMap(runtime), dependencies: entries.flatMap(dependency) };
    },
};
function runtime({ section, key, value, line }) {
    const isOne = (section === 'project' && key === 'requires-python') ||
        (section === 'tool.poetry.dependencies' && key === 'python') ||
        (section === 'requires' && key === 'python_version');
    const version = tomlText(value, 'version');
    return isOne && version !== null ? [{ key: 'python', version, line, numbers: 2 }] : [];
}
function dependency({ section, key, value, line }) {
    if (section === 'project' && key === 'dependencies') {
        return tomlStrings(value).flatMap(one => {
            const [, name, version] = specifier.exec(one) ?? [];
            return name === undefined || version === undefined ? [] : [{ name: name.toLowerCase(), version, line }];
        });
    }
    if ((section !== 'tool.poetry.dependencies' && section !== 'packages') || key === 'python')
        return [];
    const version = tomlText(value, 'version');
    return version === null ? [] : [{ name: key.toLowerCase(), version, line }];
}
const setupFile = {
    concerns: path => /^setup\.(?:py|cfg)$/.test(baseName(path)),
    read: text => ({
        runtimes: text.split(/\r?\n/).flatMap((line, index) => {
            const version = line.length > 2_000 ? undefined : /^\s*python_requires\s*=\s*["']?([^"'#\n]+)/.exec(line)?.[1];
            return version === undefined ? [] : [{ key: 'python', version, line: index + 1, numbers: 2 }];
        }),
        dependencies: [],
    }),
};

;// CONCATENATED MODULE: ./build/src/impact/manifests/ruby.js

const gemfile = {
    concerns: path => /^(?:Gemfile|gems\.rb)$/.test(baseName(path)) || path.endsWith('.gemspec'),
    read: text => {
        const runtimes = [];
        const dependencies = [];
        let development = 0;
        for (const [index, source] of text.split(/\r?\n/).entries()) {
            const line = source.length > 1_000 ? '' : source.replace(/(?<=^|\s)#.*$/, '');
            if (development > 0 || /^\s*group\b.*\bdo\b/.test(line))
                development += depthOf(line, development);
            const version = /^\s*ruby\s+["']([^"']+)["']|required_ruby_version\s*=\s*["']([^"']+)["']/.exec(line);
            if (version)
                runtimes.push({ key: 'ruby', version: version[1] ?? version[2] ?? '', line: index + 1, numbers: 2 });
            const [, name, number] = /^\s*(?:gem|\w+\.add_(?:runtime_)?dependency)[\s(]+["']([^"']+)["']\s*,\s*["']([^"']+)["']/.exec(line) ?? [];
            if (name === undefined || number === undefined || development > 0 || isForDevelopers(line))
                continue;
            dependencies.push({ name, version: number, line: index + 1 });
        }
        return { runtimes, dependencies };
    },
};
const isForDevelopers = (line) => /groups?:.*:(?:development|test)|:groups?\s*=>.*:(?:development|test)/.test(line);
/** How many blocks a line opens or closes within a group of development. */
function depthOf(line, depth) {
    if (depth === 0)
        return /:(?:development|test|ci|lint|docs?)\b/.test(line) && !/:production\b/.test(line) ? 1 : 0;
    if (/\bdo\b(?:\s*\|[^|]*\|)?\s*$/.test(line))
        return 1;
    return /^\s*end\b/.test(line) ? -1 : 0;
}

;// CONCATENATED MODULE: ./build/src/impact/manifests/rust.js


const rust_dependencies = /^(?:workspace\.|target\..+\.)?dependencies(?:\.([\w-]+))?$/;
const cargoToml = {
    concerns: path => baseName(path) === 'Cargo.toml',
    read: text => {
        const entries = readToml(text);
        return {
            runtimes: entries.flatMap(({ section, key, value, line }) => {
                const version = tomlText(value);
                if (!/^(?:workspace\.)?package$/.test(section) || version === null)
                    return [];
                if (key === 'rust-version')
                    return [{ key: 'rust', version, line, numbers: 2 }];
                return key === 'edition' ? [{ key: 'rust-edition', version, line, numbers: 1 }] : [];
            }),
            dependencies: entries.flatMap(({ section, key, value, line }) => {
                const [whole, name] = rust_dependencies.exec(section) ?? [];
                if (whole === undefined || (name !== undefined && key !== 'version'))
                    return [];
                const version = tomlText(value, 'version');
                return version === null ? [] : [{ name: name ?? key.replace(/\.version$/, ''), version, line }];
            }),
        };
    },
};

;// CONCATENATED MODULE: ./build/src/impact/manifests/index.js











/** Every sort of manifest. Adding one is one reader and one line here. */
const manifests_readers = [
    packageJson,
    composerJson,
    globalJson,
    goMod,
    requirementsTxt,
    pyproject,
    setupFile,
    cargoToml,
    gemfile,
    pomXml,
    gradle,
    versionCatalog,
    dotnetProject,
    mixExs,
    versionPins,
];
const isManifest = (path) => isProductPath(path) && manifests_readers.some(one => one.concerns(path));
const manifests_maxLength = 500_000;
/** What the file at the path asks for; nothing where there is no file. */
function readManifest(path, text) {
    if (text === null || text.length > manifests_maxLength)
        return emptyManifest;
    return manifests_readers.find(one => one.concerns(path))?.read(text, path) ?? emptyManifest;
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/dependency-major.js



/** Packages of production whose first number goes up. */
const dependencyMajor = {
    concerns: isManifest,
    detect: change => {
        if (change.before === change.after)
            return [];
        const [now = '', old = now] = (0,diff/* changedPaths */.vl)(change.file);
        const before = byName(readManifest(old, change.before).dependencies);
        const after = byName(readManifest(now, change.after).dependencies);
        const raised = [...after.keys()].filter(name => isRaised(before.get(name), after.get(name)));
        const stated = (side) => raised.flatMap(name => side.get(name) ?? []).map(statement);
        return compare(change, stated(before), stated(after));
    },
};
const statement = ({ name, version, line }) => ({
    kind: 'dependency-major',
    key: name,
    value: version,
    line,
});
/** Tools of developers that lie among the dependencies of production all the same. */
const forDevelopers = /(?:^|[/:._-])(?:eslint|prettier|jest|vitest|mocha|chai|sinon|cypress|playwright|webpack|babel|rollup|vite|typescript|husky|storybook|pytest|flake8|pylint|mypy|coverage|tox|ruff|rspec|rubocop|capybara|simplecov|junit|mockito|assertj|testcontainers|wiremock|mockk|kotest|spotless|detekt|ktlint|checkstyle|xunit|nunit|moq|coverlet|phpunit|phpstan|testify|gomega|ginkgo|credo|dialyxir|excoveralls)(?:$|[/:._-])|Microsoft\.NET\.Test|StyleCop|Analyzers$/i;
function byName(dependencies) {
    return new Map(dependencies.filter(one => !forDevelopers.test(one.name)).map(one => [one.name, one]));
}
/** Years and dates are no first numbers; what was 0 promised nothing. */
function isRaised(old, now) {
    const [before, after] = [old && major(old.version), now && major(now.version)];
    if (before === null || before === undefined || after === null || after === undefined)
        return false;
    return after > before && after < 1900 && !(before >= 1900);
}
/** The greatest first number that a range asks for; upper bounds, tags, paths and addresses are none. */
function major(version) {
    if (/^(?:workspace|file|link|git|https?|portal|patch|catalog)\b|[/\\$]/.test(version.replace(/^npm:(?:@[\w.-]+\/)?[\w.-]+@/, '')))
        return null;
    const numbers = version
        .replace(/^npm:.*@/, '')
        .replace(/[<!]=?\s*[\d.]+\w*/g, '')
        .split(/\|\|?/)
        .flatMap(range => /\d+/.exec(range)?.[0] ?? [])
        .map(Number);
    return numbers.length === 0 ? null : Math.max(...numbers);
}

;// CONCATENATED MODULE: ./build/src/impact/image.js
function readImage(reference) {
    const [tagged = ''] = reference.trim().split('@');
    const match = /^(.+?):([^:/]+)$/.exec(tagged);
    const name = (match?.[1] ?? tagged).replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
    return { name, tag: match?.[2] ?? null };
}
/**
 * What of a tag matters to whoever runs it: words, and the first two numbers of each version in it. Patch numbers, dates
 * and builds come and go.
 */
const tagLine = (tag) => (tag ?? 'latest')
    .replace(/^v(?=\d)/, '')
    .replace(/\d+(?:\.\d+)*/g, version => version.length >= 8 && !version.includes('.') ? 'date' : version.split('.').slice(0, 2).join('.'))
    .replace(/-?date\b/, '');

;// CONCATENATED MODULE: ./build/src/impact/detectors/dockerfile.js





const isDockerfile = (path) => /^(?:.+[._-])?(?:docker|container)file(?:[._-].+)?$/i.test(baseName(path)) &&
    !/\.(?:md|dockerignore|sh|py|js|ts|go|tpl)$|\.dockerignore|^docker-?file-/i.test(baseName(path));
/** What the images of a Dockerfile run with; stages that only build, and variants for developers, do not count. */
const dockerfile = {
    concerns: path => isDockerfile(path) && isShipped(path) && !isDeveloperVariant(path),
    detect: change => {
        const before = change.before === null ? [] : dockerfile_statedBy(change.before);
        const after = change.after === null ? [] : dockerfile_statedBy(change.after);
        return compare(change, before, after).filter(impact => impact.kind !== 'file-permission' || impact.direction === 'changed');
    },
};
function dockerfile_statedBy(text) {
    const { stages, globals } = readStages(readDockerfile(text));
    return shippedStages(stages).flatMap(stage => statedByStage(stage, globals));
}
function readStages(instructions) {
    const stages = [];
    const globals = new Map();
    const find = (name) => stages.find((stage, index) => stage.name === name.toLowerCase() || String(index) === name);
    for (const instruction of instructions) {
        const current = stages.at(-1);
        if (instruction.name === 'FROM') {
            const [image = '', as, name] = words(expand(instruction.text, variable => globals.get(variable)));
            const parent = find(image) ?? null;
            if (parent)
                parent.isUsed = true;
            const stageName = as?.toLowerCase() === 'as' ? (name?.toLowerCase() ?? null) : null;
            stages.push({ name: stageName, image, parent, line: instruction.line, instructions: [], isUsed: false });
        }
        else if (current === undefined) {
            if (instruction.name === 'ARG')
                for (const [name, value] of defaults(instruction))
                    globals.set(name, expand(value, one => globals.get(one)));
        }
        else {
            current.instructions.push(instruction);
            for (const source of sources(instruction)) {
                const stage = find(source);
                if (stage && stage !== current)
                    stage.isUsed = true;
            }
        }
    }
    return { stages, globals };
}
const defaults = (instruction) => readPairs(instruction.text).filter(([name]) => instruction.text.includes(`${name}=`));
function sources({ flags }) {
    const mounted = (flags.get('mount') ?? '').split(/[\s,]/).filter(part => part.startsWith('from='));
    return [flags.get('from') ?? '', ...mounted.map(part => part.slice('from='.length))].filter(name => name !== '');
}
const unshippedStage = /(?:^|[._-])(?:dev|devel|development|test|tests|testing|lint|debug|ci|build|builder|deps|check)(?:[._-]|$)/;
/** Stages that no other one builds on, unless their name says that they are for developers; at least the last. */
function shippedStages(stages) {
    const last = stages.at(-1);
    const ends = stages.filter(stage => !stage.isUsed);
    const shipped = ends.filter(stage => stage.name === null || !unshippedStage.test(stage.name));
    return shipped.length > 0 || last === undefined
        ? shipped.filter(stage => stage.name !== null || stage === last)
        : [last];
}
function lineage(stage) {
    const line = [];
    for (let current = stage; current !== null; current = current.parent)
        line.unshift(current);
    return line;
}
/** Settings of build tools and of the shell: nobody who deploys sets or meets them. */
const toolVariable = /^(?:PATH|HOME|CI|NODE_OPTIONS|NEXT_TELEMETRY_DISABLED|TURBO_\w+|SHELL|TERM|DEBIAN_FRONTEND|PYTHON(?:DONTWRITEBYTECODE|UNBUFFERED|FAULTHANDLER|HASHSEED|PATH)|(?:PIP|UV|POETRY|NPM_CONFIG|YARN|PNPM|COREPACK|CARGO|RUSTUP|RUSTFLAGS|BUNDLE|GEM|COMPOSER|VIRTUAL_ENV|MAVEN|GRADLE|NUGET|DOTNET_CLI|DOCKER|BUILDKIT|S6)(?:_\w+)?|GO(?:PATH|CACHE|FLAGS|OS|ARCH|PROXY|MODCACHE|TOOLCHAIN)|CGO_\w+|LD_\w+|\w*_(?:SHA\d*|SHA256SUM|CHECKSUM|DIGEST)|BUILD_DATE)$/i;
function statedByStage(stage, globals) {
    const line = lineage(stage);
    const root = line[0] ?? stage;
    const { name, tag } = readImage(root.image);
    const image = { kind: 'base-image', key: name, value: tagLine(tag), shown: tag, line: root.line };
    const stated = /^\$\{?[\w.]+\}?$/.test(name) ? [] : [image];
    const values = new Map();
    const env = new Map();
    let user;
    const fill = (text) => expand(text, variable => values.get(variable));
    for (const instruction of line.flatMap(one => one.instructions)) {
        const { text, line: at } = instruction;
        if (instruction.name === 'ARG') {
            for (const [variable, value] of readPairs(text)) {
                const known = text.includes(`${variable}=`) ? fill(value) : globals.get(variable);
                if (known !== undefined)
                    values.set(variable, known);
            }
        }
        else if (instruction.name === 'ENV') {
            for (const [variable, value] of readPairs(text)) {
                values.set(variable, fill(value));
                env.set(variable, { kind: 'env-var', key: variable, value: fill(value), line: at });
            }
        }
        else if (instruction.name === 'USER')
            user = { kind: 'container-user', key: fill(text.trim()), value: fill(text.trim()), line: at };
        else
            stated.push(...statedByOne(instruction, fill));
    }
    stated.push(...[...env.values()].filter(one => !toolVariable.test(one.key)));
    if (user)
        stated.push({ ...user, key: 'USER' });
    return stated;
}
function statedByOne(instruction, fill) {
    const { name, text, line } = instruction;
    if (name === 'EXPOSE') {
        return words(fill(text)).map(port => {
            const [number = '', protocol = 'tcp'] = port.split('/');
            return { kind: 'port', key: number, value: protocol.toLowerCase(), shown: port, line };
        });
    }
    if (name === 'VOLUME')
        return readList(fill(text)).map(path => ({
            kind: 'volume',
            key: path,
            value: '',
            shown: path,
            line,
            losesData: true,
        }));
    if (name === 'RUN')
        return [...modes(instruction), ...schedules(instruction)];
    const mode = name === 'COPY' || name === 'ADD' ? instruction.flags.get('chmod') : undefined;
    if (name !== 'COPY' && name !== 'ADD')
        return [];
    const targets = text.trimStart().startsWith('[') ? readList(text) : words(text);
    const target = targets.at(-1) ?? '';
    return targets.slice(0, -1).map(source => {
        const path = target.endsWith('/') || targets.length > 2 ? `${target.replace(/\/$/, '')}/${source.split('/').at(-1)}` : target;
        return {
            kind: 'file-permission',
            key: path,
            value: mode?.replace(/^0+(?=\d{3})/, '') ?? '',
            shown: mode ?? null,
            line,
        };
    });
}
/** `chmod` of named files; a later one holds. */
function modes({ text, heredoc, line }) {
    const byPath = new Map();
    for (const [, mode = '', paths = ''] of `${text}\n${heredoc}`.matchAll(/\bchmod\s+(?:-\w+\s+)*([0-7]{3,4}|[ugoa]*[-+=][rwxXst]+)\s+([^&|;\n<>]{1,2000})/g)) {
        for (const path of words(paths)) {
            if (path.startsWith('/'))
                byPath.set(path, {
                    kind: 'file-permission',
                    key: path,
                    value: mode.replace(/^0(?=\d{3}$)/, ''),
                    shown: mode,
                    line,
                });
        }
    }
    return [...byPath.values()];
}
/** Schedules that an image installs: `echo "0 3 * * * backup" | crontab -`. */
function schedules({ text, heredoc, line }) {
    const script = `${text}\n${heredoc}`;
    if (!/cron/i.test(script))
        return [];
    return script.split(/["'\n]/).flatMap(part => {
        const entry = cronSchedule(part);
        return entry === null ? [] : [{ kind: 'cron', key: entry.command, value: entry.schedule, line }];
    });
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/env-file.js



const isEnvFile = (path) => /^(?:[\w-]*\.env(?:[._-][\w.-]+)?|(?:[\w-]+\.)?env[._-](?:example|sample|template|tmpl|dist|defaults?)|(?:example|sample|template|default)[._-]env)$/i.test(baseName(path)) && !/^versions?\.|local|\.(?:[cm]?[jt]sx?|d\.ts|py|rb|go|php|sh|md|ya?ml|json)$/i.test(baseName(path));
/** `.env` files and their examples: names, and the values that hold unless somebody writes others. */
const envFile = {
    concerns: path => isEnvFile(path) && isShipped(path) && !isDeveloperVariant(path),
    detect: change => compare(change, env_file_statedBy(change.before), env_file_statedBy(change.after)),
};
const env_file_assignment = /^\s*(#\s?)?(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;
/** A name in capitals behind `#` is declared too: it may be set; what stands behind it is no default. */
function env_file_statedBy(text) {
    const stated = new Map();
    for (const [index, line] of (text ?? '').split(/\r?\n/).entries()) {
        if (line.length > 10_000)
            continue;
        const [, comment, key = '', rest = ''] = env_file_assignment.exec(line) ?? [];
        if (key === '' || (comment !== undefined && (!/^[A-Z][A-Z0-9_]+$/.test(key) || / \w+ \w+ /.test(rest))))
            continue;
        if (comment !== undefined && stated.has(key))
            continue;
        const value = env_file_plain(rest);
        stated.set(key, {
            kind: 'env-var',
            key,
            value: comment === undefined ? `=${value}` : '#',
            shown: comment === undefined ? value : null,
            line: index + 1,
        });
    }
    return [...stated.values()];
}
/** Without quotes and a comment behind it. */
function env_file_plain(text) {
    const quoted = /^(["'])((?:(?!\1)[^\\]|\\.)*)\1/.exec(text.trim());
    const value = quoted ? (quoted[2] ?? '') : text.replace(/\s+#.*$/, '').trim();
    return interpolations(value).length > 0 ? value.replace(/\s+/g, ' ') : value;
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/feature-flag.js





/** Where a product keeps the list of its flags, by the name of the file. */
const registryName = /(?:^|[._-])(?:feature[_-]?(?:flags?|toggles?|switch(?:es)?|gates?)|flags?|toggles|flag-?keys?|experimental|kube_features)(?=[._-]|$)|Feature(?:Flags?|Toggles?|Gates?|Switch(?:es)?)(?=\.)/i;
/** One file for one flag, as GitLab does. */
const flagFolder = /(?:^|\/)feature_flags\/(?:[\w-]+\/)*([\w-]+)\.ya?ml$/;
const isRegistry = (path) => registryName.test(baseName(path).replace(/\.\w+$/, '.'));
/** Named flags in the lists that products keep of them, with their defaults; uses of a flag are none. */
const featureFlag = {
    concerns: path => flagFolder.test(path) ||
        (isRegistry(path) &&
            (/\.(?:ya?ml|json)$/.test(path) ? isProductPath(path) : languageOf(path) !== null && isProductCode(path))),
    detect: change => {
        const { path } = change.file;
        const single = flagFolder.exec(path)?.[1];
        if (/\.(?:ya?ml|json)$/.test(path))
            return fromTree(change, single ?? null);
        const language = languageOf(path);
        const sides = language === null ? null : codeSides(change, language);
        return sides === null ? [] : compare(change, fromCode(sides.before), fromCode(sides.after));
    },
};
function fromTree(change, single) {
    const sides = readBoth(change.before, change.after);
    if (sides === undefined)
        return [];
    const stated = (node) => (single === null ? flagsOf(node, []) : singleFlag(node, single));
    return compare(change, stated(sides.before), stated(sides.after));
}
const defaultKeys = ['default_enabled', 'defaultEnabled', 'default', 'enabled', 'defaultValue', 'value'];
const defaultOf = (node) => defaultKeys.map(key => at(node, key)).find(value => value !== undefined);
function singleFlag(node, name) {
    if (node === null)
        return [];
    const value = defaultOf(node);
    return [flag(textOf(at(node, 'name')) ?? name, textOf(value) ?? null, value?.line ?? node.line)];
}
/** Leaves that are on or off, and maps that say what holds by default. */
function flagsOf(node, path) {
    if (path.length > 8)
        return [];
    return entriesOf(node).flatMap(([key, { node: value, line }]) => {
        const text = textOf(value);
        const name = [...path, key].join('.');
        if (text === 'true' || text === 'false')
            return [flag(name, text, line)];
        const held = textOf(defaultOf(value));
        return held === undefined ? flagsOf(value, [...path, key]) : [flag(name, held, line)];
    });
}
const flag = (key, value, line) => ({
    kind: 'feature-flag',
    key,
    value: value ?? '',
    shown: value,
    line,
});
/** `name: true`, `NAME = False`, `name: fromEnvironment(…)`, `Name: {Default: false`, `NAME = "name"`. */
const entry = /^[ \t]*(?:(?:export|public|private|static|readonly|final|const|let|var|val|pub)\s+)*["']?([A-Za-z][\w-]*)["']?(?:\s*:\s*\w+)?\s*[:=]\s*(?:(true|false|True|False)\b|(?:\w+\.)*\w*(?:[eE]nv|ENV|[bB]ool(?:ean)?|[fF]lag|[tT]oggle)\w*\s*\(|\{\s*(?:\w+:\s*version\S+,\s*)?["']?[dD]efault\w*["']?\s*:\s*(true|false)|["']([a-z][\w.-]*)["']\s*[,;]?[ \t]*$)/gm;
/** Names that say something of every flag. */
const attributes = /^(?:default|defaultValue|enabled|value|description|type|name|key|stage|owner|title|label|id|kind|env|version|preRelease|lockToDefault|required|deprecated|hidden|frontend|FrontendOnly|RequiresRestart|path|method|import|package|class|module|readonly)$/i;
function fromCode(code) {
    if (code === null)
        return [];
    const found = [...code.text.matchAll(entry)].filter(match => code.isCode(match.index) && !attributes.test(match[1] ?? ''));
    const isNamed = /flag|toggle|feature/i.test(code.text);
    return isNamed ? found.map(match => fromEntry(match, code)) : [];
}
function fromEntry(match, code) {
    const [whole, name = '', value, nested, text] = match;
    const told = value ?? nested ?? calledDefault(code.text, match.index + whole.length, whole);
    const line = code.lineAt(match.index + whole.search(/\S/));
    return flag(text ?? name, told?.toLowerCase() ?? null, line);
}
/** The last argument of a call that reads the flag from somewhere. */
function calledDefault(text, end, whole) {
    if (!whole.endsWith('('))
        return undefined;
    return /^[^()]{0,300}?,?\s*(true|false)\s*,?\s*\)/i.exec(text.slice(end, end + 320))?.[1];
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/file-mode.js

/** Nobody runs these; every file that is asked for is read. */
const isNoProgram = (path) => /\.(?:md|mdx|rst|txt|adoc|svg|png|jpe?g|gif|ico|lock|css|scss|less|html?|snap|ya?ml|json|toml|tf|po|woff2?)$/i.test(path);
/** `null`: the file has the mode that it had, or nobody knows. */
function changedModes({ oldMode, newMode, }) {
    return oldMode === undefined || newMode === undefined || oldMode === newMode ? null : [oldMode, newMode];
}
/** The executable bit that git keeps of a program which was there before. */
const fileMode = {
    concerns: (path, file) => changedModes(file) !== null && isShipped(path) && !isNoProgram(path),
    detect: ({ file, before, after }) => {
        const modes = changedModes(file);
        if (modes === null || file.status === 'added' || file.status === 'deleted')
            return [];
        if (!(isProgram(file.path, before) || isProgram(file.path, after)))
            return [];
        const [from, to] = modes;
        if (!isRegular(from) || !isRegular(to))
            return [];
        return [
            {
                kind: 'file-permission',
                key: file.path.slice(0, 120),
                direction: 'changed',
                destructive: false,
                file: file.path,
                line: 1,
                from: from.slice(-4),
                to: to.slice(-4),
            },
        ];
    },
};
const isRegular = (mode) => /^100\d{3}$/.test(mode);
const isProgram = (path, text) => /\.(?:sh|bash|zsh)$/.test(path) || (text ?? '').startsWith('#!');

;// CONCATENATED MODULE: ./build/src/impact/readers/graphql.js

const token = /#[^\n]*|"""[\s\S]*?(?:"""|$)|("(?:[^"\\\n]|\\.)*"?)|([A-Za-z_]\w*|\.\.\.)|(-?\d[\w.+-]*)|([^\s,])/g;
const graphql_maxLength = 1_000_000;
/** Types, fields with their arguments, and values of a schema. Operations of clients are none of it. */
function readGraphql(text) {
    if (text.length > graphql_maxLength)
        return [];
    const tokens = [];
    for (const match of text.matchAll(token)) {
        const [, string, name, number, mark] = match;
        const told = name ?? number ?? mark ?? string;
        if (told !== undefined)
            tokens.push({ text: told, index: match.index });
    }
    return definitions(withoutDescriptions(tokens), lineFinder(text));
}
/** A string before a name describes it; behind `:` or `=` it is a value. */
const withoutDescriptions = (tokens) => tokens.filter((one, index) => !one.text.startsWith('"') || /^[:=[]$/.test(tokens[index - 1]?.text ?? ''));
const kinds = /^(?:type|interface|input|enum|union|scalar|directive|schema)$/;
function definitions(tokens, lineAt) {
    const parts = new Map();
    const add = (part) => {
        if (!parts.has(part.key))
            parts.set(part.key, part);
    };
    let at = 0;
    while (at < tokens.length) {
        const kind = tokens[at]?.text ?? '';
        if (!kinds.test(kind)) {
            at = kind === '{' ? closing(tokens, at) + 1 : at + 1;
            continue;
        }
        const name = kind === 'schema' ? kind : kind === 'directive' ? `@${tokens[at + 2]?.text}` : (tokens[at + 1]?.text ?? '');
        const start = at + 1;
        at = definitionEnd(tokens, start);
        const opened = kind === 'directive' ? -1 : tokens.findIndex((one, index) => index >= start && index < at && one.text === '{');
        const head = tokens.slice(start + 1, opened < 0 ? at : opened).map(one => one.text);
        add({ key: name, owner: null, value: `${kind} ${head.join(' ')}`, line: lineAt(tokens[start - 1]?.index ?? 0) });
        if (opened >= 0)
            for (const part of members(tokens.slice(opened + 1, at - 1), name, kind, lineAt))
                add(part);
    }
    return [...parts.values()];
}
/** Behind the definition: its closing brace, or the next definition where it has none. */
function definitionEnd(tokens, start) {
    for (let at = start; at < tokens.length; at++) {
        const text = tokens[at]?.text ?? '';
        if (text === '(')
            at = closing(tokens, at);
        else if (text === '{')
            return Math.min(tokens.length, closing(tokens, at) + 1);
        else if (at > start &&
            (kinds.test(text) || /^(?:extend|query|mutation|subscription|fragment)$/.test(text)) &&
            !/^[:@]$/.test(tokens[at - 1]?.text ?? ''))
            return at;
    }
    return tokens.length;
}
function closing(tokens, open) {
    let depth = 0;
    for (let at = open; at < tokens.length; at++) {
        const text = tokens[at]?.text ?? '';
        if (/^[({[]$/.test(text))
            depth++;
        if (/^[)}\]]$/.test(text) && --depth === 0)
            return at;
    }
    return tokens.length;
}
/** A member begins with a name outside brackets that `:` or `(` follows, in enums with any name. */
function members(tokens, owner, kind, lineAt) {
    const starts = [];
    for (let at = 0; at < tokens.length; at++) {
        const text = tokens[at]?.text ?? '';
        if (/^[({[]$/.test(text))
            at = closing(tokens, at);
        else if (startsMember(tokens, at, kind))
            starts.push(at);
    }
    return starts.map((start, index) => {
        const texts = tokens.slice(start, starts[index + 1] ?? tokens.length).map(one => one.text);
        const value = texts.slice(1).join(' ');
        return {
            key: `${owner}.${texts[0] ?? ''}`,
            owner,
            value,
            shown: value
                .replace(/ ?([:()[\]!]) ?/g, '$1')
                .replace(/:/g, ': ')
                .trim(),
            line: lineAt(tokens[start]?.index ?? 0),
        };
    });
}
function startsMember(tokens, at, kind) {
    const [previous, text, next] = [tokens[at - 1]?.text, tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
    if (!/^[A-Za-z_]/.test(text) || previous === ':' || previous === '@' || previous === '=')
        return false;
    return kind === 'enum' || next === ':' || next === '(';
}

;// CONCATENATED MODULE: ./build/src/impact/surface.js

/**
 * What became of an interface. What comes or goes with its owner is not said on its own, nor is a type that comes or
 * goes with the call that uses it.
 */
function compareSurfaces(change, before, after) {
    const [olds, news] = [topmost(before, after), topmost(after, before)];
    const stated = (parts) => parts.map(({ key, value, shown = null, line }) => ({ kind: 'api-surface', key, value, shown, line }));
    return compare(change, stated(olds), stated(news));
}
function topmost(here, there) {
    const [own, others] = [new Set(here.map(one => one.key)), new Set(there.map(one => one.key))];
    const isNew = (key) => own.has(key) && !others.has(key);
    const byKey = new Map(here.map(one => [one.key, one]));
    const used = new Set();
    const visit = (part) => {
        for (const name of part.uses ?? []) {
            const type = byKey.get(name);
            if (type === undefined || used.has(name) || !isNew(name))
                continue;
            used.add(name);
            visit(type);
        }
    };
    for (const part of here)
        if (isNew(part.key) && isCall(part))
            visit(part);
    return here.filter(part => !(part.owner !== null && isNew(part.owner)) && !(isNew(part.key) && used.has(part.key)));
}
/** Calls bring their types; types among themselves each stand for themselves. */
const isCall = (part) => part.value.startsWith('call ');

;// CONCATENATED MODULE: ./build/src/impact/detectors/graphql.js



/** The schema that a server offers, in GraphQL's own language. */
const graphql = {
    concerns: path => /\.(?:graphqls?|gql|sdl)$/.test(path) && isShipped(path) && !/__generated__|\/generated\//.test(path),
    detect: change => change.before === change.after
        ? []
        : compareSurfaces(change, readGraphql(change.before ?? ''), readGraphql(change.after ?? '')),
};

;// CONCATENATED MODULE: ./build/src/impact/helm/values.js

/** `null`: `values.yaml` did not change, so that nobody can tell what it says. */
function chartValues(chart, all) {
    const path = chart === '' ? 'values.yaml' : `${chart}/values.yaml`;
    const change = all.find(one => one.file.path === path);
    return change === undefined ? null : { before: read(change.before), after: read(change.after) };
}
const read = (text) => {
    const document = text === null ? undefined : documentTexts(text).find(one => /^[^\s#]/m.test(one.text));
    return document === undefined ? null : readDocument(document);
};
/** Whether the path stands in the defaults of the chart, or something that may hold it. */
function tells(root, path) {
    if (root === null)
        return true;
    for (let length = 1; length <= path.length; length++) {
        const node = at(root, ...path.slice(0, length));
        if (node === undefined)
            return false;
        if (node.kind !== 'map' || node.entries.size === 0)
            return true;
    }
    return true;
}
/** Whether an `if` takes the default for false. */
function isOff(root, path) {
    const node = at(root, ...path.split('.'));
    if (node === undefined)
        return false;
    if (node.kind === 'map')
        return node.entries.size === 0;
    return node.kind === 'list' ? node.items.length === 0 : ['', 'false', '0'].includes(textOf(node) ?? '');
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/helm-chart.js




/** What a chart deploys and needs. Its own `version` changes with every commit and says nothing. */
const helmChart = {
    concerns: path => /^(?:Chart|requirements)\.ya?ml$/.test(baseName(path)) && isShipped(path),
    detect: (change, all) => {
        const sides = readBoth(change.before, change.after);
        if (sides?.before == null || sides.after == null)
            return [];
        const values = chartValues(folderOf(change.file.path), all);
        return compare(change, helm_chart_statedBy(sides.before), helm_chart_statedBy(sides.after)).filter(impact => impact.kind === 'dependency-major'
            ? isMajorStep(impact)
            : impact.key !== 'appVersion' || !(saysTag(values?.after, impact.to) && !saysTag(values?.before, impact.to)));
    },
};
function helm_chart_statedBy(chart) {
    const stated = [];
    const [application, kube] = [at(chart, 'appVersion'), at(chart, 'kubeVersion')];
    const [version, range] = [textOf(application), textOf(kube)];
    if (application && version !== undefined)
        stated.push({ kind: 'helm-value', key: 'appVersion', value: version, line: application.line });
    if (kube && range !== undefined)
        stated.push({ kind: 'runtime-version', key: 'kubernetes', value: range.replace(/\s+/g, ' '), line: kube.line });
    return [...stated, ...itemsOf(at(chart, 'dependencies')).flatMap(helm_chart_dependency)];
}
function helm_chart_dependency(item) {
    const name = textOf(at(item, 'name'));
    const version = textOf(at(item, 'version'));
    return name === undefined || version === undefined
        ? []
        : [{ kind: 'dependency-major', key: name, value: version, line: item.line }];
}
const helm_chart_major = (version) => Number(/\d+/.exec(version ?? '')?.[0] ?? 0);
/** A chart that another one brings along: new, gone, or a new major version of it. */
const isMajorStep = ({ direction, from, to }) => direction !== 'changed' || helm_chart_major(to) > helm_chart_major(from);
/** Whether the values of the chart name the version as a tag: then that is the statement. */
const saysTag = (node, version) => entriesOf(node).some(([key, { node: value }]) => key === 'tag' ? textOf(value) === version : saysTag(value, version));

;// CONCATENATED MODULE: ./build/src/impact/helm/environment.js
const valueKey = /^(?:value|valueFrom|secretKeyRef|configMapKeyRef|fieldRef|resourceFieldRef|fieldPath|apiVersion|name|key|optional|resource):/;
/** `- name: DB_HOST` and the lines that say its value; names in capitals, as only variables have them. */
const environment_environmentOf = (lines) => lines.flatMap((first, index) => {
    const key = /^- name: ([A-Z][A-Z0-9_]{2,})$/.exec(first.text)?.[1];
    if (key === undefined)
        return [];
    const next = lines.slice(index + 1, index + 7);
    const end = next.findIndex(one => !valueKey.test(one.text));
    const value = next.slice(0, end < 0 ? next.length : end);
    const plain = value.find(one => one.text.startsWith('value:'))?.text.slice('value:'.length);
    const text = value.map(one => one.text).join('\n');
    return [
        {
            stated: { kind: 'env-var', key, value: text, shown: plain ?? null, line: first.line },
            lines: [first, ...value],
        },
    ];
});

;// CONCATENATED MODULE: ./build/src/impact/readers/helm-template.js
const valuePath = /\.Values((?:\.[A-Za-z_]\w*)+)/g;
const readsOf = (text) => text.includes('.Values') ? [...text.matchAll(valuePath)].map(([, path = '']) => path.slice(1)) : [];
const includesOf = (text) => [...text.matchAll(/\b(?:include|template)\s+"([^"\n]+)"/g)].map(([, name = '']) => name);
const maxLineLength = 10_000;
function readTemplate(text) {
    const reads = new Map();
    const objects = [];
    const guards = [];
    const all = [];
    let lines = [];
    const close = () => {
        const object = objectOf(lines);
        if (object)
            objects.push(object);
        for (const line of lines)
            all.push(line);
        lines = [];
    };
    for (const [index, raw] of withoutComments(text).split('\n').entries()) {
        if (raw.length > maxLineLength)
            continue;
        if (/^---/.test(raw))
            close();
        for (const read of readsOf(raw))
            if (!reads.has(read))
                reads.set(read, index + 1);
        const content = plainText(raw);
        follow(raw, guards);
        if (content !== '')
            lines.push({
                text: content,
                line: index + 1,
                reads: readsOf(content),
                includes: includesOf(raw),
                guards: [...guards],
            });
    }
    close();
    const helpers = [...text.matchAll(/\{\{-?\s*define\s+"([^"\n]+)"/g)].map(([, name = '']) => name);
    return { objects, lines: all, reads, helpers };
}
/** Without comments of both languages, with as many line ends in their place. */
function withoutComments(text) {
    const lines = text.replaceAll('\r\n', '\n').replace(/^[ \t]*#.*$/gm, '');
    let result = '';
    let from = 0;
    for (const { index } of lines.matchAll(/\{\{-?\s?\/\*/g)) {
        if (index < from)
            continue;
        const end = lines.indexOf('*/', index);
        const closed = end < 0 ? -1 : lines.indexOf('}}', end);
        if (closed < 0)
            break;
        result += lines.slice(from, index) + lines.slice(index, closed).replace(/[^\n]/g, '');
        from = closed + 2;
    }
    return result + lines.slice(from);
}
const control = /\{\{-?\s*(if|with|range|define|block|else|end)\b([^}]*?)-?\}\}/g;
function follow(line, guards) {
    for (const [, word, condition = ''] of line.matchAll(control)) {
        if (word === 'end')
            guards.pop();
        else if (word === 'else')
            guards.push(`not ${guards.pop() ?? ''} ${condition.trim()}`.trim());
        else
            guards.push(`${word} ${condition.trim()}`.slice(0, 200));
    }
}
/** What a line renders: no decisions, no assignments, no trimming marks. */
const plainText = (line) => line
    .replace(control, '')
    .replace(/\{\{-?\s*\$\w+\s*:?=[^}]*\}\}/g, '')
    .replace(/\{\{-?\s*/g, '{{ ')
    .replace(/\s*-?\}\}/g, ' }}')
    .replace(/ \| s?quote(?= )/g, '')
    .replace(/["']/g, '')
    .trim()
    .replace(/^---.*/, '')
    .replace(/\s+/g, ' ');
function objectOf(lines) {
    const at = lines.findIndex(({ text }) => /^kind: [A-Z]\w*$/.test(text));
    const kindLine = lines[at];
    if (kindLine === undefined || !lines.some(({ text }) => text.startsWith('apiVersion:')))
        return null;
    const kind = kindLine.text.slice('kind: '.length);
    const metadata = lines.findIndex(({ text }) => text === 'metadata:');
    const name = lines
        .slice(metadata < 0 ? lines.length : metadata)
        .find(({ text }) => text.startsWith('name:'))
        ?.text.slice('name:'.length)
        .trim();
    const key = name === undefined ? kind : keyOf(kind, name);
    const content = lines.filter(({ text }) => !/^(?:helm\.sh\/chart|app\.kubernetes\.io\/version|controller-gen\.kubebuilder\.io\/version|chart|heritage):/.test(text));
    return { kind, key, line: kindLine.line, lines: content };
}
/** `Service` where a helper makes the whole name, `Service/*-metrics` where it makes a part of it. */
function keyOf(kind, name) {
    const known = name.replace(/\{\{.*?\}\}/g, '*');
    return known === '*' || !/^[\w.*-]+$/.test(known) ? kind : `${kind}/${known}`;
}

;// CONCATENATED MODULE: ./build/src/impact/helm/templates.js

const otherSide = (side) => (side === 'before' ? 'after' : 'before');
const templates_read = new WeakMap();
/** A side of a changed template; every template of a chart asks for the others, and each is read once. */
function templateOf(change, side) {
    const sides = templates_read.get(change) ?? {};
    const template = sides[side] ?? readTemplate(change[side] ?? '');
    templates_read.set(change, { ...sides, [side]: template });
    return template;
}

;// CONCATENATED MODULE: ./build/src/impact/helm/explained.js


function knownOf(lines, all, side) {
    const guards = new Set(lines.flatMap(line => line.guards));
    const reads = new Set([...lines.flatMap(line => line.reads), ...[...guards].flatMap(readsOf)]);
    const definitions = all
        .filter(one => one.file.path.endsWith('.tpl'))
        .map(one => [templateOf(one, side).helpers, templateOf(one, otherSide(side)).helpers]);
    const missing = new Set(definitions.flatMap(([here, there]) => there.filter(name => !here.includes(name))));
    return { guards, reads, missing };
}
/** A line that new values decide on is part of what is said of those values. */
const isExplained = (line, other) => line.reads.some(path => !other.reads.has(path)) ||
    line.includes.some(name => other.missing.has(name)) ||
    line.guards.some(guard => readsOf(guard).length > 0 && !other.guards.has(guard));
/** Lines that only data of the deployer brings forth. */
const isData = (line) => line.guards.some(guard => /^(?:with|range)\b.*\.Values\./.test(guard));
/**
 * Whether the same object is rendered otherwise although no value changed: lines came or went that no new value explains.
 * A line that a new value explains also explains what it took the place of. `known`: `null` where no values changed.
 */
function isRenderedOtherwise(before, after, known) {
    const [gone, come] = [missingIn(before, after), missingIn(after, before)];
    const isNew = (side) => (line) => known !== null && isExplained(line, known[otherSide(side)]);
    const explained = new Set([...gone.filter(isNew('before')), ...come.filter(isNew('after'))].map(explained_keyOf));
    const remaining = [...gone, ...come].filter(line => !explained.has(explained_keyOf(line)) && !isData(line));
    return remaining.length > 0;
}
/** What a line is about: its key, its flag, or that it is one of a list. */
const explained_keyOf = ({ text }) => /^(?:- )?[\w./-]+[:=]|^- /.exec(text)?.[0] ?? text;
/** Lines of `here` that `there` has not, each as often as it is missing. */
function missingIn(here, there) {
    const left = new Map();
    for (const { text } of there)
        left.set(text, (left.get(text) ?? 0) + 1);
    return here.filter(({ text }) => {
        const count = left.get(text) ?? 0;
        left.set(text, count - 1);
        return count <= 0;
    });
}

;// CONCATENATED MODULE: ./build/src/impact/kubernetes.js

/** What stands in a document, items of a `List` one by one; nothing where it is no object. */
function objectsOf(node, line = node.line) {
    const [kind, name] = [textOf(at(node, 'kind')), textOf(at(node, 'metadata', 'name'))];
    if (node.kind !== 'map' || kind === undefined || at(node, 'apiVersion') === undefined)
        return [];
    if (/List$/.test(kind) && at(node, 'items'))
        return itemsOf(at(node, 'items')).flatMap(item => objectsOf(item));
    const generated = textOf(at(node, 'metadata', 'generateName'));
    return [
        { key: name === undefined ? `${kind}${generated ? `/${generated}` : ''}` : `${kind}/${name}`, kind, node, line },
    ];
}
/** Taking one away takes away what it keeps. */
const keepsData = (kind) => ['PersistentVolumeClaim', 'PersistentVolume', 'StatefulSet', 'CustomResourceDefinition', 'Namespace'].includes(kind);
/** Labels and notes that come with a version of a chart or tool. */
const versionNotes = /^(?:helm\.sh\/chart|app\.kubernetes\.io\/(?:version|managed-by)|chart|heritage|release|controller-gen\.kubebuilder\.io\/version|api-approved\.kubernetes\.io|olm\.skipRange|createdAt|alm-examples|checksum\/.*|kubectl\.kubernetes\.io\/last-applied-configuration)$/;
/** `isOnBoth`: what workloads let the deployer set is stated on its own. */
function statedByObject(object, isOnBoth) {
    const { key, kind, node, line } = object;
    const whole = { kind: 'k8s-resource', key, shown: null, line, losesData: keepsData(kind) };
    if (!isOnBoth)
        return [{ ...whole, value: '' }];
    const parts = [];
    const isDefinition = kind === 'CustomResourceDefinition';
    const rest = walk(node, [], { key, parts, isDefinition, volumes: isDefinition ? new Map() : volumesOf(node) });
    if (kind === 'CronJob')
        parts.push(...schedule(object));
    return [{ ...whole, value: rest }, ...parts];
}
const podPaths = [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']];
function volumesOf(node) {
    const volumes = podPaths.flatMap(path => itemsOf(at(node, ...path, 'volumes')));
    return new Map(volumes.map(volume => [textOf(at(volume, 'name')) ?? '', canonical(volume)]));
}
/** The effective text of an object without what is stated apart and what has no effect. */
function walk(node, path, to) {
    if (node === undefined)
        return '';
    if (node.kind === 'scalar')
        return node.isNull ? 'null' : JSON.stringify(node.text);
    if (node.kind === 'list')
        return `[${listItems(node.items, path, to).join(',')}]`;
    const parent = path.at(-1) ?? '';
    const entries = entriesOf(node).flatMap(([key, { node: value, line }]) => {
        if (to.isDefinition && key === 'description' && value.kind === 'scalar' && parent !== 'properties')
            return [];
        if ((parent === 'labels' || parent === 'annotations' || parent === 'matchLabels') && versionNotes.test(key))
            return [];
        if (key === 'status' && path.length === 0)
            return [];
        if (key === 'creationTimestamp' && parent === 'metadata')
            return [];
        if (!to.isDefinition && isStatedApart(key, value, line, path, to))
            return [];
        const text = walk(value, [...path, key], to);
        return /^(?:null|\{\}|\[\])$/.test(text) && !to.isDefinition ? [] : [`${JSON.stringify(key)}:${text}`];
    });
    return `{${entries.toSorted().join(',')}}`;
}
/** Order in a list of required or short names means nothing in a definition. */
function listItems(items, path, to) {
    const texts = items.map(item => walk(item, [...path, '*'], to));
    return /^(?:required|shortNames|categories|enum|verbs|resources|apiGroups|rules)$/.test(path.at(-1) ?? '')
        ? texts.toSorted()
        : texts;
}
function isStatedApart(key, value, line, path, { key: object, parts, volumes }) {
    const isContainer = path.at(-1) === '*' && /^(?:containers|initContainers)$/.test(path.at(-2) ?? '');
    if (key === 'env' && isContainer) {
        parts.push(...itemsOf(value).flatMap(environmentEntry));
        return true;
    }
    if (key === 'ports' && (isContainer || path.at(-1) === 'spec') && value.kind === 'list') {
        parts.push(...value.items.flatMap(portsOf));
        return true;
    }
    if (key === 'volumeMounts' && isContainer) {
        parts.push(...itemsOf(value).flatMap(mount => kubernetes_mountOf(mount, volumes)));
        return true;
    }
    if (key === 'volumes' && volumes.size > 0 && path.at(-1) === 'spec')
        return true;
    if (/^runAs/.test(key) && path.at(-1) === 'securityContext') {
        parts.push({ kind: 'container-user', key: object, value: `${key}: ${textOf(value) ?? ''}`, line });
        return true;
    }
    if (key === 'schedule' && path.length === 1 && value.kind === 'scalar')
        return object.startsWith('CronJob');
    return false;
}
function kubernetes_mountOf(mount, volumes) {
    const [path, name] = [textOf(at(mount, 'mountPath')), textOf(at(mount, 'name')) ?? ''];
    if (path === undefined)
        return [];
    return [
        {
            kind: 'volume',
            key: path,
            value: `${canonical(mount)} ${volumes.get(name) ?? ''}`,
            shown: null,
            line: mount.line,
        },
    ];
}
function environmentEntry(item) {
    const name = textOf(at(item, 'name'));
    if (name === undefined)
        return [];
    const value = at(item, 'value');
    return [
        {
            kind: 'env-var',
            key: name,
            value: canonical(without(item, ['name'])),
            shown: textOf(value) ?? null,
            line: item.line,
        },
    ];
}
function portsOf(item) {
    const number = textOf(at(item, 'containerPort')) ?? textOf(at(item, 'port'));
    if (number === undefined || !/^\d+$/.test(number))
        return [];
    return [{ kind: 'port', key: number, value: canonical(item), shown: null, line: item.line }];
}
function schedule({ key, node, line }) {
    const value = at(node, 'spec', 'schedule');
    const text = textOf(value);
    return text === undefined ? [] : [{ kind: 'cron', key, value: text, line: value?.line ?? line }];
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/helm-templates.js









/** Folder of the chart that a template belongs to; `null`: no template. */
function chartOf(path) {
    const match = /^(?:(.+)\/)?templates\/.+\.(?:ya?ml|tpl)$/.exec(path);
    return match === null ? null : (match[1] ?? '');
}
const helm_templates_maxLength = 600_000;
/**
 * Templates of charts, which are text and not YAML yet: objects that come and go or are rendered otherwise, variables of
 * containers, and values that are read and that `values.yaml` does not tell of.
 */
const helmTemplates = {
    concerns: path => chartOf(path) !== null && isShipped(path),
    detect: (change, all) => {
        const chart = chartOf(change.file.path);
        if (chart === null || (change.before ?? '').length + (change.after ?? '').length > helm_templates_maxLength)
            return [];
        const values = chartValues(chart, all);
        const impacts = compareObjects(change, all, values);
        return values === null ? impacts : [...impacts, ...unlisted(change, chart, all, values)];
    },
};
function compareObjects(change, all, values) {
    const [before, after] = [templateOf(change, 'before'), templateOf(change, 'after')];
    const known = values && { before: knownOf(before.lines, all, 'before'), after: knownOf(after.lines, all, 'after') };
    const onBoth = new Map();
    for (const { key } of before.objects) {
        if (!after.objects.some(one => one.key === key))
            continue;
        const [old, now] = [linesOf(before.objects, key), linesOf(after.objects, key)];
        onBoth.set(key, { isRenderedOtherwise: isRenderedOtherwise(...withoutParts(old, now), known) });
    }
    const state = (side, { objects, lines }) => [
        ...objects.flatMap(object => {
            const both = onBoth.get(object.key);
            if (both === undefined)
                return comingOrGoing(object, values?.[side] ?? null);
            const other = known?.[otherSide(side)] ?? null;
            return [
                whole(object, both.isRenderedOtherwise ? side : ''),
                ...usersOf(object, other),
                ...mountsOf(object, other),
            ];
        }),
        ...(onBoth.size === 0 && objects.length > 0 ? [] : variablesOf(lines, known?.[otherSide(side)] ?? null)),
    ];
    return compare(change, state('before', before), state('after', after));
}
const linesOf = (objects, key) => objects.filter(one => one.key === key).flatMap(one => one.lines);
/** Without what is stated on its own; where mounts changed, without the lines that only volumes have. */
function withoutParts(...sides) {
    const [before, after] = sides.map(lines => {
        const taken = new Set(environment_environmentOf(lines).flatMap(one => one.lines));
        return lines.filter(line => !taken.has(line) && !user.test(line.text));
    });
    const mounts = (lines = []) => lines.flatMap(({ text }) => (mount.test(text) ? [text] : [])).toSorted();
    if (String(mounts(before)) === String(mounts(after)))
        return [before ?? [], after ?? []];
    const rest = (lines = []) => lines.filter(({ text }) => !ofVolume.test(text));
    return [rest(before), rest(after)];
}
const mount = /^(?:- )?mountPath: (\S+)$/;
const ofVolume = /^(?:volumes|volumeMounts):$|^(?:- )?(?:name|mountPath|subPath|readOnly|emptyDir|medium|sizeLimit|persistentVolumeClaim|claimName|configMap|secret|secretName|defaultMode|items|key|path):|^\{\}$/;
/** Where containers find volumes; a value new to the template says it otherwise. */
const mountsOf = ({ lines }, other) => lines.flatMap(line => {
    const path = mount.exec(line.text)?.[1];
    const isNew = other !== null && line.guards.some(guard => readsOf(guard).some(read => !other.reads.has(read)));
    if (path === undefined || isNew || path.includes('{{'))
        return [];
    return [{ kind: 'volume', key: path, value: '', shown: null, line: line.line }];
});
const user = /^(runAs(?:User|Group|NonRoot)): (\S.*)$/;
/** Whom the containers run as, all of them together. */
function usersOf({ key, lines }, other) {
    return lines
        .filter(line => other === null || line.reads.every(path => other.reads.has(path)))
        .flatMap(line => (user.test(line.text) ? [{ kind: 'container-user', key, value: line.text, line: line.line }] : []));
}
/** A variable that takes a value new to the template is the same setting by another name. */
const variablesOf = (lines, other) => environment_environmentOf(lines)
    .filter(one => other === null || one.lines.every(line => line.reads.every(path => other.reads.has(path))))
    .map(one => one.stated);
const whole = ({ key, kind, line }, value) => ({
    kind: 'k8s-resource',
    key,
    value,
    shown: null,
    line,
    losesData: keepsData(kind),
});
/** Nothing where the deployer has to ask for the object: then the value that asks is the statement. */
function comingOrGoing(object, values) {
    const guards = object.lines[0]?.guards ?? [];
    const isAskedFor = guards.some(guard => /^(?:if|with) \.Values\.[\w.]+$/.test(guard) && readsOf(guard).some(path => isOff(values, path)));
    return isAskedFor ? [] : [whole(object, '')];
}
/** Values read on one side only, by no changed template of the chart on the other, and not told of in `values.yaml`. */
function unlisted(change, chart, all, values) {
    const templates = all.filter(one => chartOf(one.file.path) === chart);
    const state = (side) => {
        const others = new Set(templates.flatMap(one => [...templateOf(one, otherSide(side)).reads.keys()]));
        return [...templateOf(change, side).reads]
            .filter(([path]) => !others.has(path))
            .filter(([path]) => !isToldOf(values, path.split('.')))
            .map(([path, line]) => ({ kind: 'helm-value', key: path, value: '', shown: null, line }));
    };
    return compare(change, state('before'), state('after'));
}
/** Whether `values.yaml` tells of the value on a side, or has a block around it on one side only, which is stated. */
function isToldOf({ before, after }, path) {
    if (tells(before, path) || tells(after, path))
        return true;
    return path.some((_, index) => {
        const around = path.slice(0, index + 1);
        return (at(before, ...around) === undefined) !== (at(after, ...around) === undefined);
    });
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/helm-values.js



/** Files that show or try a chart, and schemas. */
const isVariant = (path) => isDeveloperVariant(path) || /example|sample|schema/i.test(baseName(path)) || /(?:^|\/)schema\//.test(path);
/** Defaults of a chart, and what it is deployed with: each by its dotted path, a new block by its top. */
const helmValues = {
    concerns: path => /^values(?:[._-].+)?\.ya?ml$/.test(baseName(path)) && isShipped(path) && !isVariant(path),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        return sides === undefined ? [] : compareTrees(change, sides, 'helm-value');
    },
};

;// CONCATENATED MODULE: ./build/src/impact/detectors/kubernetes.js




/** Manifests by their content: any YAML or JSON document with `apiVersion` and `kind`. */
const kubernetes = {
    concerns: path => /\.ya?ml$/.test(path) && isShipped(path) && !kubernetes_isOther(path),
    detect: change => {
        if (!kubernetes_isManifest(change))
            return [];
        const sides = differingDocuments(change.before, change.after);
        return kubernetes_compareObjects(change, sides.before.flatMap(kubernetes_read), sides.after.flatMap(kubernetes_read));
    },
};
/** Templates of charts are not YAML yet; the others have `kind` for something else. */
const kubernetes_isOther = (path) => /(?:^|\/)templates\//.test(path) ||
    /^(?:kustomization|Chart|values.*|package(?:-lock)?|tsconfig.*)\.(?:ya?ml|json)$/i.test(baseName(path));
const kubernetes_isManifest = ({ before, after }) => [before, after].some(text => text !== null && /^["\s{]*apiVersion["']?:/m.test(text) && /^["\s{]*kind["']?:/m.test(text));
function kubernetes_read(document) {
    const node = readDocument(document);
    if (node !== null)
        return objectsOf(node, firstLine(document));
    const kind = /^kind:[ \t]*([A-Z]\w*)/m.exec(document.text)?.[1];
    const name = /^metadata:(?:\n[ \t]+.*)*?\n {1,4}name:[ \t]*["']?([\w.-]+)/m.exec(document.text)?.[1];
    if (kind === undefined || name === undefined || !/^apiVersion:/m.test(document.text))
        return [];
    const nothing = { kind: 'map', entries: new Map(), line: document.line, weight: 1 };
    return [{ key: `${kind}/${name}`, kind, node: nothing, line: document.line, opaque: effectiveLines(document.text) }];
}
const firstLine = ({ text, line }) => {
    const index = text.split('\n').findIndex(one => /^[^\s#]/.test(one));
    return line + Math.max(0, index);
};
/** Without comments, blank lines and descriptions. */
const effectiveLines = (text) => text
    .replace(/^( *)(?:- )?description:.*(?:\n\1 +.*|\n\1[^\s\w-].*)*/gm, '')
    .split('\n')
    .filter(line => /\S/.test(line) && !/^\s*#|controller-gen\.kubebuilder\.io\/version/.test(line))
    .join('\n');
function kubernetes_compareObjects(change, before, after) {
    const onBoth = new Set(before.map(one => one.key).filter(key => after.some(other => other.key === key)));
    const state = (one) => one.opaque === undefined
        ? statedByObject(one, onBoth.has(one.key))
        : [
            {
                kind: 'k8s-resource',
                key: one.key,
                value: onBoth.has(one.key) ? one.opaque : '',
                shown: null,
                line: one.line,
                losesData: keepsData(one.kind),
            },
        ];
    return compare(change, before.flatMap(state), after.flatMap(state));
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/kustomize.js



/** What an overlay renders: images, patches, generators. Files that it lists speak for themselves where they changed too. */
const kustomize = {
    concerns: path => /^kustomization\.ya?ml$|^Kustomization$/.test(baseName(path)) && isShipped(path),
    detect: (change, all) => {
        const sides = readBoth(change.before, change.after);
        if (sides?.before == null || sides.after == null)
            return [];
        const folder = folderOf(change.file.path);
        const changed = new Set(all.filter(one => one !== change).map(one => one.file.path));
        const speaksForItself = (entry) => changed.has(join(folder, entry));
        return compare(change, [overlay(sides.before, folder, speaksForItself)], [overlay(sides.after, folder, speaksForItself)]);
    },
};
const lists = ['resources', 'bases', 'components', 'crds', 'patchesStrategicMerge'];
function overlay(node, folder, speaksForItself) {
    const listed = lists
        .flatMap(key => itemsOf(at(node, key)).map(item => textOf(item) ?? canonical(item)))
        .filter(entry => !speaksForItself(entry))
        .toSorted();
    const rest = canonical(without(node, [...lists, 'apiVersion', 'kind']));
    const name = folder.split('/').at(-1);
    return {
        kind: 'k8s-resource',
        key: name ? `Kustomization/${name}` : 'Kustomization',
        value: JSON.stringify([listed, rest]),
        shown: null,
        line: node.line,
    };
}
function join(folder, entry) {
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of entry.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./build/src/impact/readers/sql.js
const sql_token = /(--[^\n]*|\/\*(?!!)[\s\S]*?(?:\*\/|$)|\/\*!\d*|\*\/)|('(?:[^'\\]|\\[\s\S]|'')*'?)|("(?:[^"]|"")*"?|`[^`]*`?|\[[A-Za-z_][\w ]{0,120}\])|(\$(?:[A-Za-z_]\w*)?\$)|([A-Za-z_@#][\w@#$]*)|(\d[\w.]*)|(\S)/g;
/** Longer texts are dumps of data rather than something to read. */
const sql_maxLength = 1_000_000;
/**
 * SQL of whatever database, cut into statements. Comments fall away; MySQL's conditional ones are read. Bodies between
 * dollars, as of `DO`, are strings.
 */
function readSql(source) {
    const text = source.slice(0, sql_maxLength);
    const statements = [[]];
    const add = (kind, value) => statements.at(-1)?.push({ kind, text: value });
    sql_token.lastIndex = 0;
    for (let match = sql_token.exec(text); match !== null; match = sql_token.exec(text)) {
        const [, comment, string, name, dollar, word, number, mark] = match;
        if (comment !== undefined)
            continue;
        if (string !== undefined)
            add('string', string.replace(/^'|'$/g, ''));
        else if (name !== undefined)
            add('name', name.slice(1, -1).toLowerCase());
        else if (dollar !== undefined)
            add('string', bodyFrom(text, dollar));
        else if (word !== undefined)
            add('word', word.toLowerCase());
        else if (mark === ';')
            statements.push([]);
        else
            add('mark', number ?? mark ?? '');
    }
    return statements.filter(statement => statement.length > 0);
}
/** The text up to the same mark between dollars; the reader goes on behind it. */
function bodyFrom(text, dollar) {
    const start = sql_token.lastIndex;
    const found = text.indexOf(dollar, start);
    const end = found < 0 ? text.length : found;
    sql_token.lastIndex = Math.min(text.length, end + dollar.length);
    return text.slice(start, end);
}
/** One text for one meaning: layout, comments and case of words play no part. */
const canonicalSql = (statements) => statements
    .map(statement => statement.map(one => (one.kind === 'string' ? `'${one.text}'` : one.text)).join(' '))
    .join(';\n');

;// CONCATENATED MODULE: ./build/src/impact/migrations/sql-loss.js

/** Whether running the statements loses rows, columns or tables. Indexes, constraints, views and defaults are none. */
function sqlLosesData(all, depth = 0) {
    const statements = withoutBodies(all);
    const made = new Set(statements.map(tableMade).filter(name => name !== null));
    const copied = new Set(statements.flatMap(tablesCopied));
    const renamed = new Set(statements.map(renamedTo).filter(name => name !== null));
    const isKept = (name) => (made.has(name) && !copied.has(name) && isTemporary(statements, name)) ||
        (copied.has(name) && (made.has(name) || renamed.has(name)));
    return statements.some(statement => loses(statement, isKept, depth));
}
/** What a trigger or a procedure will do when it is called does not run now; its statements stand between BEGIN and END. */
function withoutBodies(statements) {
    const kept = [];
    for (let index = 0; index < statements.length; index++) {
        const statement = statements[index] ?? [];
        kept.push(statement);
        if (!beginsBody(statement))
            continue;
        let [end, depth] = [index, sql_loss_depthOf(statement)];
        while (depth > 0 && ++end < statements.length)
            depth += sql_loss_depthOf(statements[end] ?? []);
        if (depth <= 0)
            index = end;
        else
            return [...kept, ...statements.slice(index + 1)];
    }
    return kept;
}
const beginsBody = (statement) => wordAt(statement, 0, 'create') &&
    statement.some(one => one.kind === 'word' && /^(?:trigger|procedure|function|event)$/.test(one.text));
/** How many blocks a statement leaves open, or closes. */
function sql_loss_depthOf(statement) {
    let depth = 0;
    for (const [index, { kind, text }] of statement.entries()) {
        if (kind !== 'word')
            continue;
        const [previous, next] = [statement[index - 1]?.text, statement[index + 1]?.text ?? ''];
        if (text === 'begin' || (text === 'case' && previous !== 'end'))
            depth++;
        if (text === 'end' && !/^(?:if|loop|while|repeat|for)$/.test(next))
            depth--;
    }
    return depth;
}
function loses(statement, isKept, depth) {
    const word = (index) => statement[index]?.text ?? '';
    switch (word(0)) {
        case 'drop':
            if (/^(?:database|schema|keyspace|collection)$/.test(word(1)))
                return true;
            return dropsTable(statement) && !isKept(nameAfter(statement, 'table'));
        case 'truncate':
            return true;
        case 'delete':
            return !isKept(nameAfter(statement, 'from'));
        case 'alter':
            return wordAt(statement, 1, 'table') && actionsOf(statement).some(action => dropsColumn(action));
        case 'with':
            return hasSequence(statement, 'delete', 'from');
        case 'if':
        case 'begin':
            return hasSequence(statement, 'drop', 'table') || hasSequence(statement, 'drop', 'column');
        case 'do':
            return depth < 2 && statement.some(one => one.kind === 'string' && sqlLosesData(readBody(one.text), depth + 1));
        default:
            return false;
    }
}
/** Statements of a block, those behind `begin`, `then`, `else` and `loop` too. */
const readBody = (body) => readSql(body).flatMap(statement => {
    const cut = statement.findLastIndex(one => one.kind === 'word' && /^(?:begin|then|else|loop|declare)$/.test(one.text));
    return cut < 0 ? [statement] : [statement.slice(cut + 1)];
});
const wordAt = (statement, index, text) => statement[index]?.kind === 'word' && statement[index].text === text;
const dropsTable = (statement) => wordAt(statement, 1, 'table') || (wordAt(statement, 1, 'foreign') && wordAt(statement, 2, 'table'));
function hasSequence(statement, ...words) {
    return statement.some((_, index) => words.every((word, offset) => wordAt(statement, index + offset, word)));
}
/** The actions of `ALTER TABLE name a, b`, cut at commas outside brackets. */
function actionsOf(statement) {
    const actions = [[]];
    let depth = 0;
    for (const one of statement) {
        if (one.kind === 'mark' && one.text === '(')
            depth++;
        if (one.kind === 'mark' && one.text === ')')
            depth--;
        if (one.kind === 'mark' && one.text === ',' && depth === 0)
            actions.push([]);
        else
            actions.at(-1)?.push(one);
    }
    return actions;
}
const notColumn = /^(?:constraint|index|key|primary|foreign|unique|check|default|not|expression|identity|statistics|period|projection)$/;
/** `DROP [COLUMN] name`; in `ALTER COLUMN name DROP NOT NULL` nothing is lost. */
function dropsColumn(action) {
    const at = action.findIndex(one => one.kind === 'word' && one.text === 'drop');
    if (at < 0 ||
        action
            .slice(0, at)
            .some(one => one.kind === 'word' && /^(?:alter|modify|change)$/.test(one.text) && one !== action[0]))
        return false;
    const next = action[at + 1];
    return next !== undefined && next.kind !== 'mark' && !(next.kind === 'word' && notColumn.test(next.text));
}
/** The last part of the name behind a word, `IF EXISTS` and `ONLY` passed over. */
function nameAfter(statement, word) {
    let at = statement.findIndex(one => one.kind === 'word' && one.text === word) + 1;
    if (at === 0)
        return '';
    while (statement[at]?.kind === 'word' && /^(?:if|not|exists|only)$/.test(statement[at]?.text ?? ''))
        at++;
    while (statement[at + 1]?.text === '.')
        at += 2;
    return statement[at]?.text ?? '';
}
const tableMade = (statement) => wordAt(statement, 0, 'create') && hasSequence(statement.slice(0, 5), 'table') ? nameAfter(statement, 'table') : null;
const isTemporary = (statements, name) => statements.some(one => tableMade(one) === name && one.slice(1, 4).some(({ text }) => text === 'temporary' || text === 'temp'));
/** Tables whose rows a statement writes into another one. */
function tablesCopied(statement) {
    if (!wordAt(statement, 0, 'insert') && !wordAt(statement, 0, 'create'))
        return [];
    const select = statement.findIndex(one => one.kind === 'word' && one.text === 'select');
    return select < 0 ? [] : [nameAfter(statement.slice(select), 'from')];
}
/** `ALTER TABLE a RENAME TO b`, `RENAME TABLE a TO b`. */
function renamedTo(statement) {
    const isRename = wordAt(statement, 0, 'rename') || (wordAt(statement, 0, 'alter') && hasSequence(statement, 'rename', 'to'));
    return isRename ? nameAfter(statement, 'to') : null;
}

;// CONCATENATED MODULE: ./build/src/impact/migrations/forward.js




/** `null`: too long to be read. */
function forwardRun(source, tool, path) {
    if (tool === 'sql')
        return sqlRun(withoutDownSection(source));
    if (tool === 'liquibase')
        return liquibaseRun(source);
    const language = languageOf(path);
    const code = language === null ? null : scanCode(source, language);
    if (code === null)
        return null;
    const forward = withoutDown(withoutDocstrings(code.text, tool), tool);
    const statements = [...stringsOf(forward)].filter(looksLikeSql).flatMap(readSql);
    return {
        canonical: canonicalCode(forward, tool),
        losesData: sqlLosesData(statements) || losses[tool].test(withoutState(forward, tool)),
    };
}
/** Layout, quotes and commas at an end play no part. */
function canonicalCode(text, tool) {
    const quoted = /^(?:rails|django|alembic|php|js)$/.test(tool)
        ? text.replace(stringLiteral, literal => literal.replace(/^'([^'"\\$#]+)'$/, '"$1"'))
        : text;
    return quoted
        .replace(/\s+/g, ' ')
        .replace(/\s*([,()[\]{}])\s*/g, '$1')
        .replace(/,([)\]}])/g, '$1')
        .trim();
}
/** What describes a file of Python or a function of it. */
function withoutDocstrings(text, tool) {
    if (tool !== 'django' && tool !== 'alembic')
        return text;
    return text
        .replace(/^\s*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, '')
        .replace(/(\)(?:\s*->[^:\n]{0,80})?:[ \t]*\n\s*)(?:"""[\s\S]*?"""|'''[\s\S]*?''')/g, '$1');
}
function sqlRun(source) {
    const statements = readSql(source);
    return { canonical: canonicalSql(statements), losesData: sqlLosesData(statements) };
}
/** goose, sql-migrate, dbmate, Liquibase's SQL: the undoing half stands in the same file behind a mark. */
function withoutDownSection(source) {
    const kept = [];
    let isDown = false;
    for (const line of source.split(/\r?\n/)) {
        const mark = /^\s*--\s*(?:\+goose|\+migrate|migrate:|!|@)?\s*(up|down|undo)\b(?!\w)/i.exec(line);
        if (mark && /^\s*--\s*(?:\+|migrate:|!|@)/.test(line))
            isDown = !/up/i.test(mark[1] ?? '');
        if (!isDown && !/^\s*--\s*rollback\b/i.test(line))
            kept.push(line);
    }
    return kept.join('\n');
}
/** What the calls of each tool lose; SQL in strings is read as such. */
const losses = {
    rails: /\b(?:remove_columns?|drop_table|remove_reference|remove_belongs_to|drop_join_table|remove_timestamps|remove_attribute|delete_all|destroy_all)\b|\bt\.remove\b|\.(?:delete|destroy)\b/,
    django: /\b(?:migrations\.)?(?:RemoveField|DeleteModel)\(|\.delete\(\)/,
    alembic: /\.drop_(?:table|column)\(|\bsa\.delete\(|\.delete\(\)/,
    php: /\bdrop(?:IfExists|Columns?|Timestamps|TimestampsTz|SoftDeletes|SoftDeletesTz|Morphs|RememberToken|Table|AllTables|ConstrainedForeignId|ConstrainedForeignIdFor)?\(|->(?:truncate|delete|forceDelete)\(|\bremoveColumn\(/,
    js: /\b(?:dropTable|dropTableIfExists|dropColumns?|removeColumn|dropCollection|dropSchema|dropDatabase|bulkDelete|deleteMany|truncate|drop(?:Timestamps))\(|\.del\(\)|\.delete\(\)/,
    go: /\b(?:DropTable|DropColumn|DropTables|DropTableColumns|Truncate)\(|\bdropTableColumns\(/,
    ecto: /\bdrop(?:_if_exists)?[ (]+table\b|^\s*remove(?:_if_exists)?[ (]+:|\bdelete_all\b/m,
    dotnet: /\.(?:DropTable|DropColumn|DropSchema|DeleteData)\(/,
    jvm: /\b(?:dropTable|dropColumn)\(/,
};
/** Django's state may change without the database. */
function withoutState(text, tool) {
    if (tool !== 'django')
        return text;
    return withoutBlocks(text, /\bstate_operations\s*=\s*\[/g, 'brackets');
}
const downs = {
    rails: [
        [/^[ \t]*def (?:self\.)?down\b/gm, 'end'],
        [/^[ \t]*\w+\.down\b[^\n]*\bdo\b/gm, 'end'],
        [/\b\w+\.down\s*\{/g, 'brackets'],
    ],
    django: [
        [/\breverse_(?:sql|code)\s*=\s*\[/g, 'brackets'],
        [/\breverse_sql\s*=\s*(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*'|\w+)/g, 'match'],
    ],
    alembic: [[/^def \w*downgrade\w*\(/gm, 'indent']],
    php: [[/\bfunction (?:down|safeDown)\s*\([^{]{0,500}\{/g, 'brackets']],
    js: [
        [/\bdown\s*[=:]\s*(?:async\s+)?(?:function\b[^{]{0,500}|\([^)]{0,500}\)[^={]{0,200}=>|\w+\s*=>)\s*\{/g, 'brackets'],
        [/\b(?:async\s+|function\s+)*down\s*\([^)]{0,500}\)[^;{\n]*\{/g, 'brackets'],
        [/\bdown\s*[=:]\s*(?:async\s+)?(?:\([^)]{0,500}\)[^={]{0,200}|\w+\s*)=>/g, 'expression'],
    ],
    go: [
        [/\bfunc\s+(?:\([^)]{0,200}\)\s*)?\w*[dD]own\w*\([^{]{0,500}\{/g, 'brackets'],
        [/\bRollback:\s*func[^{]{0,500}\{/g, 'brackets'],
    ],
    ecto: [[/^[ \t]*def down\b/gm, 'end']],
    dotnet: [[/\bvoid Down\([^{]{0,500}\{/g, 'brackets']],
    jvm: [],
};
function withoutDown(text, tool) {
    const start = tool === 'django' ? withoutReverse(text) : tool === 'go' ? withoutSecondFunction(text) : text;
    const first = (seconds[tool] ?? []).reduce((rest, call) => rest.replace(call, '$1'), start);
    return downs[tool].reduce((rest, [begin, blocks]) => withoutBlocks(rest, begin, blocks), first);
}
const forward_literal = String.raw `(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')`;
/** Calls whose second argument undoes what the first one does. */
const seconds = {
    django: [
        new RegExp(String.raw `(\bRunSQL\(\s*${forward_literal})\s*,\s*${forward_literal}`, 'g'),
        /(\bRunPython\(\s*(?:code\s*=\s*)?[\w.]+)\s*,\s*(?:reverse_code\s*=\s*)?(?!\w+\s*=)[\w.]+/g,
    ],
    ecto: [new RegExp(String.raw `(\bexecute[\s(]{1,9}${forward_literal})\s*,\s*${forward_literal}`, 'g')],
};
/** Functions of Python that run downwards only, by what calls them or by their name. */
function withoutReverse(text) {
    const called = [...text.matchAll(/\bRunPython\(\s*(?:code\s*=\s*)?(\w+)(?:\s*,\s*(?:reverse_code\s*=\s*)?(\w+))?/g)];
    const forward = new Set(called.map(match => match[1]));
    const back = new Set(called.map(match => match[2]));
    const isReverse = (name) => !forward.has(name) && (back.has(name) || /revers|backward|undo|rollback|down|noop/i.test(name));
    return [...text.matchAll(/^def (\w+)\(/gm)]
        .map(match => match[1] ?? '')
        .filter(isReverse)
        .slice(0, 50)
        .reduce((rest, name) => withoutBlocks(rest, new RegExp(`^def ${name}\\(`, 'gm'), 'indent'), text);
}
/** `MustRegister(func …, func …)`: the second one runs downwards. */
function withoutSecondFunction(text) {
    const kept = [];
    let done = 0;
    for (const match of text.matchAll(/\b(?:(?:Must)?Register|AddMigration)\w*\(\s*func\b[^{]{0,500}\{/g)) {
        if (match.index < done)
            continue;
        const end = forward_closing(text, match.index + match[0].length);
        const second = /^\s*,\s*func\b[^{]{0,500}\{/.exec(text.slice(end, end + 1_000));
        kept.push(text.slice(done, end));
        done = second === null ? end : forward_closing(text, end + second[0].length);
    }
    return kept.join('') + text.slice(done);
}
function withoutBlocks(text, start, blocks) {
    const kept = [];
    let done = 0;
    for (const match of text.matchAll(start)) {
        if (match.index < done)
            continue;
        kept.push(text.slice(done, match.index));
        done = blockEnd(text, match, blocks);
    }
    return kept.join('') + text.slice(done);
}
function blockEnd(text, match, blocks) {
    const end = match.index + match[0].length;
    if (blocks === 'match')
        return end;
    if (blocks === 'brackets')
        return forward_closing(text, end);
    if (blocks === 'expression')
        return expressionEnd(text, end);
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
    const next = new RegExp(blocks === 'end' ? `\\n[ \\t]{${indent}}end\\b` : `\\n[ \\t]{0,${indent}}[^\\s)]`, 'g');
    next.lastIndex = end;
    const found = next.exec(text);
    if (found === null)
        return text.length;
    return blocks === 'end' ? found.index + found[0].length : found.index;
}
/** Behind the bracket that closes the one before the index. */
function forward_closing(text, index) {
    let depth = 1;
    for (let at = index; at < text.length; at++) {
        const one = text[at];
        if (one === '{' || one === '[')
            depth++;
        if ((one === '}' || one === ']') && --depth === 0)
            return at + 1;
    }
    return text.length;
}
/** The end of a line outside brackets that the next one does not go on with, or what ends the expression before. */
function expressionEnd(text, index) {
    let depth = 0;
    for (let at = index + (/^\s*/.exec(text.slice(index, index + 200))?.[0].length ?? 0); at < text.length; at++) {
        const one = text[at] ?? '';
        if (/[([{]/.test(one))
            depth++;
        else if (/[)\]}]/.test(one) && --depth < 0)
            return at;
        else if (depth === 0 && /[;,]/.test(one))
            return at;
        else if (depth === 0 && one === '\n' && !/^\s*[.?&|+]/.test(text.slice(at, at + 200)))
            return at;
    }
    return text.length;
}
const stringLiteral = /"""([\s\S]*?)"""|'''([\s\S]*?)'''|`([^`]*)`|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g;
/** A migration has a few; each is looked for to the end of the text. */
const maxHeredocs = 50;
function* stringsOf(text) {
    for (const match of text.matchAll(stringLiteral)) {
        const [, a, b, c, d, e] = match;
        yield (a ?? b ?? c ?? d ?? e ?? '').replace(/\\n/g, '\n');
    }
    let heredocs = 0;
    for (const match of text.matchAll(/<<[~-]?["']?([A-Z_]{1,40})["']?[^\n]*\n/g)) {
        if (heredocs++ === maxHeredocs)
            return;
        const start = match.index + match[0].length;
        const end = new RegExp(`^[ \\t]*${match[1]}\\b`, 'gm');
        end.lastIndex = start;
        const found = end.exec(text);
        if (found !== null)
            yield text.slice(start, found.index);
    }
}
const looksLikeSql = (text) => /^\s*(?:--[^\n]*\n\s*)*(?:alter|drop|delete(?=\s+(?:\S+\s+){0,3}from\s)|truncate|create|update|insert|with|do|begin|set|select|rename|lock|if)\s/i.test(text);
/** The change sets of a file, without what rolls them back. */
function liquibaseRun(source) {
    const text = withoutBlocks(source, /"rollback"\s*:\s*[[{]/g, 'brackets')
        .replace(/,\s*([\]}])/g, '$1')
        .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
        .replace(/<rollback\b[^>]*\/>|<rollback\b[\s\S]*?(?:<\/rollback>|$)/gi, '')
        .replace(/^([ \t]*)rollback:[^\n]*(?:\n\1(?:[ \t]+|-[ \t])[^\n]*)*/gim, '')
        .replace(/^([ \t]*)-[ \t]+rollback:[^\n]*(?:\n\1[ \t]+[^\n]*)*/gim, '')
        .replace(/(?<=^|\s)#[^\n]*/g, '');
    const hasChanges = /<changeSet\b|\bchangeSet"?:/i.test(text);
    if (!hasChanges)
        return { canonical: '', losesData: false };
    const sql = [...text.matchAll(/<sql\b[^>]{0,1000}>([\s\S]*?)(?:<\/sql>|$)/gi)].flatMap(match => readSql(match[1] ?? ''));
    const losesData = /<(?:\w+:)?(?:dropTable|dropColumn|delete)\b|(?:^|[{,])[ \t]*(?:-\s*)?"?(?:dropTable|dropColumn|delete)"?\s*:/im.test(text);
    return {
        canonical: text
            .replace(/<comment>[\s\S]*?(?:<\/comment>|$)/gi, '')
            .replace(/\s+/g, ' ')
            .replace(/> </g, '><')
            .replace(/ ?([{}[\],]) ?/g, '$1')
            .trim(),
        losesData: losesData || sqlLosesData(sql),
    };
}

;// CONCATENATED MODULE: ./build/src/impact/migrations/kinds.js

const inMigrations = /(?:^|\/)(?:[\w.-]*[._-])?(?:migrations?|migrate|migrates)(?:[._-][\w-]+)?\//i;
const numbered = /^[vV]?\d+[\w.-]*$/;
const tools = [
    [
        'rails',
        (path, stem) => path.endsWith('.rb') && /(?:^|\/)db\/(?:\w*migrate\w*)\/|(?:^|\/)migrat\w*\//.test(path) && /^\d{3,}_/.test(stem),
    ],
    ['django', (path, stem) => /\/migrations\/[^/]+\.py$/.test(`/${path}`) && /^\d{3,}_/.test(stem)],
    [
        'alembic',
        (path, stem) => path.endsWith('.py') &&
            /(?:^|\/)[\w-]*(?:alembic|migrations?|db)[\w-]*\/(?:[\w.-]+\/)*?(?:versions?|revisions)(?:_\w+)?\//i.test(path) &&
            stem !== '__init__' &&
            stem !== 'env',
    ],
    [
        'php',
        (path, stem) => path.endsWith('.php') && inMigrations.test(path) && /^(?:\d{4}_\d|\d{8,}|Version\d|m\d{6})/.test(stem),
    ],
    ['ecto', (path, stem) => path.endsWith('.exs') && inMigrations.test(path) && /^\d{3,}_/.test(stem)],
    [
        'dotnet',
        (path, stem) => path.endsWith('.cs') && !/\.Designer\.cs$/.test(path) && inMigrations.test(path) && /^\d{8,}_/.test(stem),
    ],
    [
        'js',
        (path, stem) => /\.[cm]?[jt]s$/.test(path) &&
            !/\.d\.ts$/.test(path) &&
            inMigrations.test(path) &&
            /^[Vv]?\d{2,}|\d{10,}$/.test(stem),
    ],
    ['go', (path, stem) => path.endsWith('.go') && inMigrations.test(path) && numbered.test(stem)],
    ['jvm', (path, stem) => /\.(?:java|kt|scala|groovy)$/.test(path) && /^[VR][\d_.]*__/.test(stem)],
    [
        'liquibase',
        path => /\.(?:xml|ya?ml|json)$/i.test(path) &&
            /(?:^|\/)[\w-]*(?:liquibase|changelogs?|changesets?)[\w-]*\//i.test(path) &&
            !/\.changeset\//.test(path),
    ],
    ['liquibase', path => /(?:^|\/)[\w.-]*change-?log[\w.-]*\.(?:xml|ya?ml)$/i.test(path)],
    ['sql', (path, stem) => path.endsWith('.sql') && isSqlMigration(path, stem)],
];
function isSqlMigration(path, stem) {
    if (/^(?:V|R|B)[\d_.]*__/.test(stem))
        return true;
    if (/^(?:migrate|migration|up)$/.test(stem))
        return inMigrations.test(path);
    const isInFolder = inMigrations.test(path) ||
        /(?:^|\/)(?:changelogs?|db\/changes|sql\/updates|schema\/updates?|upgrades)\//i.test(path);
    return isInFolder && !/^(?:schema|structure|dump|seeds?|init)$/i.test(stem);
}
/** Halves that undo: `.down.sql`, `down.sql`, Flyway's `U1__`, rollback scripts. */
const undoes = /(?:^|[._-])(?:down|undo|rollback|revert)\.\w+$|^U[\d_.]+__/i;
/** `null`: no migration, or one that only undoes. */
function migrationFile(path) {
    const name = baseName(path);
    if (!isShipped(path) || undoes.test(name) || /(?:[._-](?:test|spec)|Test)\.\w+$|^test_|_test\.\w+$/.test(name))
        return null;
    const stem = stemOf(path);
    const found = tools.find(([, fits]) => fits(path, name.replace(/(?:\.up)?\.\w+$/, '')));
    return found === undefined ? null : { tool: found[0], stem };
}
/** `7_users.up.sql` → `7_users`; `7_users/up.sql` and `7_users/migration.sql` too. */
function stemOf(path) {
    const name = baseName(path).replace(/(?:\.(?:up|postgres|mysql|sqlite))?\.\w+$/, '');
    return /^(?:up|migration|migrate)$/.test(name) ? baseName(folderOf(path)) || name : name;
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/migration.js




/** Migrations of the database: added, edited in what they run forward, or gone; and whether running them loses data. */
const migration = {
    concerns: path => migrationFile(path) !== null,
    detect: change => {
        if (change.before === change.after && change.file.status !== 'renamed')
            return [];
        const [now = '', old = now] = (0,diff/* changedPaths */.vl)(change.file);
        return compare(change, migration_statedBy(old, change.before), migration_statedBy(now, change.after));
    },
};
function migration_statedBy(path, text) {
    const file = text === null ? null : migrationFile(path);
    const run = file === null || text === null ? null : forwardRun(text, file.tool, path);
    if (file === null || run === null || run.canonical === '')
        return [];
    return [{ kind: 'migration', key: file.stem, value: run.canonical, shown: null, line: 1, destroys: run.losesData }];
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/openapi.js



const openapi_named = /(?:^|[/_.-])(?:openapi|swagger|api-?spec|oas[23]?)[\w.-]*\.(?:ya?ml|json)$/i;
const inFolder = /(?:^|\/)(?:[\w-]*openapi[\w-]*|swagger|specification|api-?specs?)\/(?:.+\/)?[^/]+\.(?:ya?ml|json)$/i;
const perhaps = /(?:^|\/)(?:api|schemas?|rest|v\d+)[\w.-]*\.(?:ya?ml|json)$|(?:^|\/)api\/(?:.+\/)?[^/]+\.ya?ml$|(?:^|\/)spec\.(?:ya?ml|json)$/i;
const notSpecification = /(?:^|\/)\.|config|examples?[./_-]|codegen|generator|redocly|spectral|package(?:-lock)?\.json|tsconfig|\.schema\.json$/i;
/** Calls and types of OpenAPI and Swagger, in one file or in parts; also where they lie among documents. */
const openapi = {
    concerns: path => (openapi_named.test(path) || inFolder.test(path) || perhaps.test(path)) &&
        !notSpecification.test(baseName(path)) &&
        isShipped(path.replace(/(?:^|\/)docs?\//gi, '/')),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        if (sides === undefined)
            return [];
        const isPart = inFolder.test(change.file.path) && [sides.before, sides.after].every(looksLikePart);
        if (!isPart && ![sides.before, sides.after].some(isWhole))
            return [];
        return compareSurfaces(change, openapi_partsOf(sides.before, change), openapi_partsOf(sides.after, change));
    },
};
const isWhole = (node) => (at(node, 'openapi') ?? at(node, 'swagger')) !== undefined &&
    (at(node, 'paths') ?? at(node, 'components')) !== undefined;
/** Nothing, or a map in which schemas, calls or their pieces can stand. */
const looksLikePart = (node) => node === null || (node.kind === 'map' && at(node, 'apiVersion') === undefined && at(node, 'services') === undefined);
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
function openapi_partsOf(root, change) {
    if (root === null)
        return [];
    if (!isWhole(root))
        return fragment(root, change);
    const schemas = at(root, 'components', 'schemas') ?? at(root, 'definitions');
    return [...calls(root), ...entriesOf(schemas).flatMap(([name, { node, line }]) => schemaParts(node, name, line))];
}
function calls(root) {
    const base = (textOf(at(root, 'basePath')) ?? '').replace(/\/$/, '');
    return entriesOf(at(root, 'paths')).flatMap(([path, { node: item }]) => {
        const shared = canonical(effective(at(item, 'parameters')));
        return entriesOf(item)
            .filter(([method]) => methods.includes(method))
            .map(([method, { node, line }]) => ({
            key: `${method.toUpperCase()} ${base}${path}`,
            owner: null,
            value: `call ${shared}${canonical(effective(node))}`,
            line,
            uses: references(node),
        }));
    });
}
/** A file that others refer to: its properties by their path, or what it is as a whole. */
function fragment(root, { file }) {
    const name = baseName(file.path).replace(/\.\w+$/, '');
    const call = methods.find(method => at(root, method) !== undefined);
    const nodes = schemasIn(root);
    const rest = {
        key: call ? `${call.toUpperCase()} ${name}` : name,
        owner: null,
        value: shape(root),
        line: 1,
    };
    return [rest, ...nodes.flatMap(([path, node]) => properties(node, [name, ...path].join('.')))];
}
/** Words that say where a schema stands rather than what it is about. */
const structural = /^(?:content|schema|items|allOf|anyOf|oneOf|application\/.*|requestBody|responses|components|schemas|definitions)$/;
function schemasIn(node, path = [], depth = 0) {
    if (depth > 20)
        return [];
    if (node.kind === 'list')
        return node.items.flatMap(item => schemasIn(item, path, depth + 1));
    if (at(node, 'properties')?.kind === 'map')
        return [[path, node]];
    return entriesOf(node)
        .filter(([key]) => !isNote(key))
        .flatMap(([key, { node: inner }]) => schemasIn(inner, structural.test(key) ? path : [...path, key], depth + 1));
}
function schemaParts(node, name, line) {
    return [{ key: name, owner: null, value: shape(node), line, uses: references(node) }, ...properties(node, name)];
}
/** Properties of a schema and of those within, each with what it is and whether it must be there. */
function properties(node, owner, depth = 0) {
    if (depth > 20)
        return [];
    const required = new Set(itemsOf(at(node, 'required')).map(textOf));
    const own = entriesOf(at(node, 'properties')).flatMap(([name, { node: property, line }]) => {
        const key = `${owner}.${name}`;
        const value = `${required.has(name) ? 'required ' : ''}${shape(property)}`;
        return [{ key, owner, value, line }, ...properties(property, key, depth + 1)];
    });
    const within = [at(node, 'items'), ...['allOf', 'anyOf', 'oneOf'].flatMap(key => itemsOf(at(node, key)))];
    return [...own, ...within.flatMap(one => (one === undefined ? [] : properties(one, owner, depth + 1)))];
}
/** What a schema is apart from its properties, which are told one by one. */
const shape = (node) => canonical(withoutProperties(effective(node)));
function withoutProperties(node, depth = 0) {
    if (depth > 40)
        return node;
    if (node.kind === 'list')
        return { ...node, items: node.items.map(item => withoutProperties(item, depth + 1)) };
    if (node.kind !== 'map')
        return node;
    const hasProperties = node.entries.get('properties')?.node.kind === 'map';
    const entries = [...node.entries]
        .filter(([key]) => !(hasProperties && (key === 'properties' || key === 'required')))
        .map(([key, entry]) => [key, { ...entry, node: withoutProperties(entry.node, depth + 1) }]);
    return { ...node, entries: new Map(entries) };
}
const isNote = (key) => /^(?:description|summary|examples?|title|tags|externalDocs|operationId|x-.*|xml)$/.test(key);
/** Without what only explains. A property may be called as a note is. */
function effective(node, parent = '', depth = 0) {
    if (node === undefined)
        return { kind: 'list', items: [], line: 1, weight: 1 };
    if (depth > 60 || node.kind === 'scalar')
        return node;
    if (node.kind === 'list')
        return { ...node, items: node.items.map(item => effective(item, '', depth + 1)) };
    const entries = [...node.entries]
        .filter(([key]) => parent === 'properties' || !isNote(key))
        .map(([key, entry]) => [key, { ...entry, node: effective(entry.node, parent === 'properties' ? '' : key, depth + 1) }]);
    return { ...node, entries: new Map(entries) };
}
/** Names of the schemas that stand in it. */
function references(node, depth = 0) {
    if (depth > 40 || node.kind === 'scalar')
        return [];
    if (node.kind === 'list')
        return node.items.flatMap(item => references(item, depth + 1));
    return entriesOf(node).flatMap(([key, { node: inner }]) => {
        const text = key === '$ref' ? textOf(inner) : undefined;
        return text === undefined ? references(inner, depth + 1) : [text.replace(/^.*\//, '')];
    });
}

;// CONCATENATED MODULE: ./build/src/impact/readers/protobuf.js

const protobuf_token = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|([A-Za-z_.][\w.]*)|(-?\d[\w.+-]*)|(\S)/g;
function tokensOf(text) {
    const tokens = [];
    for (const match of text.matchAll(protobuf_token)) {
        const told = match[1] ?? match[2] ?? match[3] ?? match[4];
        if (told !== undefined)
            tokens.push({ text: told, index: match.index });
    }
    return tokens;
}
const protobuf_maxLength = 1_000_000;
const protobuf_maxDepth = 50;
/** Services, calls, messages, fields and values of a `.proto` file, with the name of its package. */
function readProtobuf(text) {
    if (text.length > protobuf_maxLength)
        return [];
    return new Reader(text).read();
}
class Reader {
    #tokens;
    #lineAt;
    #parts = [];
    #at = 0;
    #package = '';
    #uses = new Map();
    constructor(text) {
        this.#tokens = tokensOf(text);
        this.#lineAt = lineFinder(text);
    }
    read() {
        while (this.#at < this.#tokens.length) {
            const { text } = this.#next();
            if (text === 'package')
                this.#package = this.#statement()[0]?.text ?? '';
            else if (isBlock(text))
                this.#block(text, null, 0);
            else if (text !== ';' && text !== '}')
                this.#statement();
        }
        return this.#parts;
    }
    #next() {
        return this.#tokens[this.#at++] ?? { text: '', index: 0 };
    }
    #peek() {
        return this.#tokens[this.#at]?.text ?? '';
    }
    /** Tokens up to `;`, or up to the end of a block in braces that begins before one. */
    #statement() {
        const found = [];
        let depth = 0;
        while (this.#at < this.#tokens.length) {
            if (depth === 0 && this.#peek() === '}')
                return found;
            const one = this.#next();
            if (one.text === ';' && depth === 0)
                return found;
            if (one.text === '{' || one.text === '[')
                depth++;
            if (one.text === '}' || one.text === ']')
                depth--;
            found.push(one);
            if (one.text === '}' && depth === 0)
                return found;
        }
        return found;
    }
    #block(kind, owner, depth) {
        const name = this.#next();
        const key = kind === 'extend' ? this.#keyOf(owner, `extend ${name.text}`) : this.#keyOf(owner, name.text);
        const uses = [];
        this.#uses.set(key, uses);
        this.#parts.push({ key, owner, value: kind, line: this.#lineAt(name.index), uses });
        if (this.#peek() !== '{') {
            this.#statement();
            return;
        }
        this.#next();
        this.#members(kind, key, '', depth);
    }
    #keyOf(owner, name) {
        if (owner !== null)
            return `${owner}.${name}`;
        return this.#package === '' ? name : `${this.#package}.${name}`;
    }
    #members(kind, key, oneof, depth) {
        while (this.#at < this.#tokens.length) {
            const text = this.#peek();
            if (text === '}') {
                this.#next();
                return;
            }
            if (text === ';')
                this.#next();
            else if (isBlock(text) && this.#tokens[this.#at + 2]?.text === '{' && depth < protobuf_maxDepth) {
                this.#next();
                this.#block(text, key, depth + 1);
            }
            else if (text === 'oneof' && depth < protobuf_maxDepth) {
                this.#next();
                const name = this.#next().text;
                if (this.#peek() === '{')
                    this.#next();
                this.#members(kind, key, name, depth + 1);
            }
            else
                this.#member(kind, key, oneof);
        }
    }
    #member(kind, key, oneof) {
        const before = this.#at;
        const statement = this.#statement();
        if (this.#at === before)
            this.#at++;
        const [first] = statement;
        if (first === undefined || /^(?:option|reserved|extensions|import)$/.test(first.text))
            return;
        const texts = statement.map(one => one.text);
        if (first.text === 'rpc') {
            this.#call(key, statement);
            return;
        }
        const equals = texts.indexOf('=');
        const name = texts[equals - 1];
        if (equals < 1 || name === undefined)
            return;
        const value = `${kind === 'enum' ? '' : oneof} ${[...texts.slice(0, equals - 1), ...withoutNotes(texts.slice(equals))].join(' ')}`;
        this.#uses.get(key)?.push(...this.#typesIn(texts.slice(0, equals - 1)));
        this.#parts.push({ key: `${key}.${name}`, owner: key, value, shown: value.trim(), line: this.#lineAt(first.index) });
    }
    #call(key, statement) {
        const texts = statement.map(one => one.text);
        const name = texts[1] ?? '';
        const body = texts.indexOf('{');
        const signature = texts.slice(2, body < 0 ? undefined : body);
        const options = body < 0 ? [] : withoutNotes(texts.slice(body));
        this.#parts.push({
            key: `${key}.${name}`,
            owner: key,
            value: `call ${[...signature, ...options].join(' ')}`,
            line: this.#lineAt(statement[0]?.index ?? 0),
            uses: this.#typesIn(signature),
        });
    }
    #typesIn(texts) {
        const types = texts.filter(text => /^[A-Za-z_.]/.test(text) && text !== 'returns' && text !== 'stream');
        return types.map(type => (type.includes('.') ? type.replace(/^\./, '') : this.#keyOf(null, type)));
    }
}
const isBlock = (text) => /^(?:message|enum|service|extend)$/.test(text);
/** Options that only document. */
const withoutNotes = (texts) => {
    const text = texts.join(' ');
    return /swagger|openapi|description|summary/i.test(text) ? texts.slice(0, Math.max(2, texts.indexOf('['))) : texts;
};

;// CONCATENATED MODULE: ./build/src/impact/detectors/protobuf.js



/** Services, messages, fields and enums of `.proto` files; those of other people that lie in the repository are not ours. */
const protobuf = {
    concerns: path => path.endsWith('.proto') && isShipped(path) && !/(?:^|\/)(?:google|gogoproto|validate|buf)\//.test(path),
    detect: change => change.before === change.after
        ? []
        : compareSurfaces(change, readProtobuf(change.before ?? ''), readProtobuf(change.after ?? '')),
};

;// CONCATENATED MODULE: ./build/src/impact/detectors/runtime-version.js



/** The versions of languages and tools that the product asks for. */
const runtimeVersion = {
    concerns: isManifest,
    detect: change => {
        if (change.before === change.after)
            return [];
        const [now = '', old = now] = (0,diff/* changedPaths */.vl)(change.file);
        const before = readManifest(old, change.before).runtimes;
        const after = readManifest(now, change.after).runtimes;
        return compare(change, before.map(runtime_version_stated), after.map(runtime_version_stated));
    },
};
const runtime_version_stated = ({ key, version, line, numbers }) => ({
    kind: 'runtime-version',
    key,
    value: versionLine(version, numbers),
    shown: version,
    line,
});
/** One text for one need: `>=18`, `>= 18.0.0` and `18.x` with what compares them, the numbers that matter. */
function versionLine(text, numbers) {
    return text
        .replace(/\s+/g, '')
        .replace(/\bv(?=\d)/g, '')
        .replace(/\d+(?:\.(?:\d+|[xX*]))*(?:[-+][\w.]+)?/g, version => {
        const parts = version.split(/[.+-]/).map(part => (/^\d+$/.test(part) ? part : '0'));
        return [...parts, '0'].slice(0, numbers).join('.');
    });
}

;// CONCATENATED MODULE: ./build/src/impact/detectors/schedule-file.js




/** Schedules of job runners: `clean_up: {cron: "0 * * * *", class: …}` in `config/schedule.yml` and its like. */
const scheduleFile = {
    concerns: path => /(?:^|\/)(?:[\w-]*(?:schedule|sidekiq|cron|recurring|jobs)[\w-]*)\.ya?ml$/i.test(path) &&
        isShipped(path) &&
        !/templates\//.test(path),
    detect: change => {
        const sides = readBoth(change.before, change.after);
        return sides === undefined ? [] : compare(change, schedule_file_statedBy(sides.before, ''), schedule_file_statedBy(sides.after, ''));
    },
};
function schedule_file_statedBy(node, name) {
    if (node?.kind === 'list')
        return itemsOf(node).flatMap(item => schedule_file_statedBy(item, name));
    return entriesOf(node).flatMap(([key, { node: value, line }]) => {
        const text = textOf(value);
        if (text === undefined)
            return schedule_file_statedBy(value, key.replace(/^:/, ''));
        return isSchedule(key, text) && name !== '' ? [{ kind: 'cron', key: name, value: text, line }] : [];
    });
}
/** Five fields, or in words: `every 5 minutes`, `at 5am every day`, `every: 30m`. */
const isSchedule = (key, text) => /^:?(?:cron|schedule|every)$/.test(key) &&
    (cronSchedule(`${text} job`) !== null ||
        /\bevery \w/.test(text) ||
        (key.endsWith('every') && /^\d+ ?[a-z]+$/.test(text)));

;// CONCATENATED MODULE: ./build/src/impact/detectors/shell-env.js





/** Scripts that run where the product starts, by their names; other scripts are for who builds. */
const startScript = /^(?:[\w-]*(?:entrypoint|entry-point|docker-(?:run|start|init)|startup|start|bootstrap|init|run|launch|setenv|env)[\w-]*)(?:\.(?:sh|bash))?$/i;
const imageFolder = /(?:^|\/)(?:docker|rootfs|container|images?|root|s6|cont-init\.d|entrypoint\.d|docker-entrypoint\.d|services?\.d|my_init\.d)\//i;
/** Variables with a default, or required, in the scripts that start the product. */
const shellEnv = {
    concerns: path => {
        const name = baseName(path);
        const isScript = /\.(?:sh|bash)$/.test(name) || !name.includes('.');
        return (isScript &&
            isShipped(path) &&
            !isDeveloperVariant(path) &&
            !/(?:^|\/)(?:scripts?|tools?|build|ci|release|packaging)\//i.test(path) &&
            !/install|build|release|deploy|lint|setup|update|upgrade|license|makefile|readme/i.test(name) &&
            (startScript.test(name) || (imageFolder.test(path) && /\.sh$|entrypoint|^run$/.test(name))));
    },
    detect: (change, all) => {
        const [before, after] = sidesOf(change);
        const impacts = compare(change, before, after);
        return impacts.filter(impact => !isKnownElsewhere(impact, change, all));
    },
};
function sidesOf(change) {
    const language = languageOf('a.sh');
    const sides = language === null ? null : codeSides(change, language);
    return sides === null ? [[], []] : [shell_env_statedBy(sides.before), shell_env_statedBy(sides.after)];
}
const expansion = /\$\{([A-Z][A-Z0-9_]{2,})(:?[-=?])((?:[^{}\n]|\$?\{[^{}\n]*\})*)\}/g;
const shell_env_ambient = /^(?:PATH|HOME|USER|SHELL|PWD|IFS|OPTARG|OPTIND|LANG|TERM|TMPDIR|HOSTNAME|RANDOM|BASH_\w+|LD_\w+|UID|EUID|JAVA_HOME)$/;
function shell_env_statedBy(code) {
    if (code === null)
        return [];
    const outer = [...code.text.matchAll(expansion)];
    const nested = outer.flatMap(({ 3: rest = '', index }) => [...rest.matchAll(expansion)].map(match => Object.assign(match, { index })));
    const found = [...outer, ...nested].filter(([, name = '']) => !shell_env_ambient.test(name));
    return found.flatMap(({ 1: key = '', 2: operator = '', 3: rest = '', index }) => {
        if (isLocal(code.text, key))
            return [];
        const fallback = operator.endsWith('?') ? null : rest.replace(/^(["'])(.*)\1$/, '$2');
        return [
            {
                kind: 'env-var',
                key,
                value: fallback === null ? '?' : `=${fallback}`,
                shown: fallback,
                line: code.lineAt(index),
            },
        ];
    });
}
/** Set by the script itself to something that is not its own value. */
const isLocal = (text, name) => new RegExp(String.raw `(?:^|[\s;&|(])(?:local |readonly |declare (?:-\w+ )?)?${name}=(?!["']?\$\{?${name}\b)`).test(text) || new RegExp(String.raw `\b(?:for|read(?: -\w+)*|local) ${name}\b`).test(text);

;// CONCATENATED MODULE: ./build/src/impact/detectors/systemd.js



const unit = /\.(?:service|socket|timer|path|mount|target|slice)(?:\.(?:j2|in|tmpl|erb|tpl|template|example))?$/;
const dropIn = /\.(?:service|socket|timer)\.d\/[^/]+\.conf$/;
/** Units of systemd: directives by section and name, variables, schedules. A unit on one side only is one statement. */
const systemd = {
    concerns: path => (unit.test(path) || dropIn.test(path)) && isShipped(path),
    detect: change => {
        if (![change.before, change.after].some(text => /^\s*\[(?:Unit|Service|Socket|Timer|Install)\]/m.test(text ?? '')))
            return [];
        const whole = { kind: 'config-key', key: baseName(change.file.path), value: '', shown: null, line: 1 };
        if (change.before === null)
            return compare(change, [], [whole]);
        if (change.after === null)
            return compare(change, [whole], []);
        return compare(change, systemd_statedBy(change.before, whole.key), systemd_statedBy(change.after, whole.key));
    },
};
function systemd_statedBy(text, name) {
    const entries = readIni(text.replace(/^\s*\{%.*%\}\s*$/gm, ''), /\s*=\s*/);
    return entries.flatMap(({ section, key, value, line }) => {
        if (key === 'Description' || key === 'Documentation')
            return [];
        if (key === 'OnCalendar')
            return [{ kind: 'cron', key: name, value, line }];
        if (key === 'Environment')
            return variables(value, line);
        return [{ kind: 'config-key', key: `${section}.${key}`, value, line }];
    });
}
const variables = (value, line) => [...value.matchAll(/"?([A-Za-z_]\w*)=([^"\s]*|[^"]*(?="))/g)].map(([, key = '', text = '']) => ({
    kind: 'env-var',
    key,
    value: text,
    line,
}));

;// CONCATENATED MODULE: ./build/src/impact/readers/hcl.js
const hcl_maxDepth = 40;
/** The blocks of a file. Reads what looks like blocks and attributes and passes over the rest. */
function readHcl(text) {
    return new hcl_Reader(hcl_tokensOf(text)).body(0).blocks;
}
const hcl_pattern = /(#[^\n]*|\/\/[^\n]*|\/\*)|(<<-?)([A-Za-z_][\w-]*)\r?\n|(\r?\n)|([A-Za-z_][\w-]*(?:\.[A-Za-z_*][\w-]*|\.\d+)*|\d[\w.]*)|(")|([^\s])/g;
function hcl_tokensOf(text) {
    const tokens = [];
    let line = 1;
    const scan = new RegExp(hcl_pattern);
    for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
        const [whole, comment, heredoc, marker = '', newline, word, quote] = match;
        let end = scan.lastIndex;
        if (comment === '/*')
            end = endOfComment(text, end);
        else if (newline !== undefined)
            tokens.push({ kind: 'newline', text: '\n', line });
        else if (heredoc !== undefined) {
            end = endOfHeredoc(text, end, marker);
            tokens.push({ kind: 'text', text: text.slice(match.index, end).replaceAll('\r', ''), line });
        }
        else if (quote !== undefined) {
            end = endOfText(text, end);
            tokens.push({ kind: 'text', text: text.slice(match.index, end), line });
        }
        else if (word !== undefined)
            tokens.push({ kind: 'word', text: word, line });
        else if (comment === undefined)
            tokens.push({ kind: 'sign', text: whole, line });
        line += lineEnds(text, match.index, end);
        scan.lastIndex = end;
    }
    return tokens;
}
/** Looks at nothing behind `to`, so that a file of one line costs no more than another. */
function lineEnds(text, from, to) {
    let count = 0;
    for (let at = from; at < to; at++)
        if (text[at] === '\n')
            count++;
    return count;
}
function endOfComment(text, start) {
    const found = text.indexOf('*/', start);
    return found < 0 ? text.length : found + 2;
}
function endOfHeredoc(text, start, marker) {
    for (let from = start; from < text.length;) {
        const found = text.indexOf('\n', from);
        const end = found < 0 ? text.length : found;
        if (text.slice(from, end).trim() === marker)
            return end;
        from = end + 1;
    }
    return text.length;
}
/** After the closing quote; `${ … }` may hold quotes of its own. A line end closes what nobody closed. */
function endOfText(text, start) {
    const open = ['text'];
    for (let at = start; at < text.length; at++) {
        const char = text[at];
        const isText = open.at(-1) === 'text';
        if (char === '\n')
            return at;
        if (char === '\\')
            at++;
        else if (char === '"' && isText)
            open.pop();
        else if (char === '"')
            open.push('text');
        else if (isText && (char === '$' || char === '%') && text[at + 1] === '{') {
            open.push('template');
            at++;
        }
        else if (!isText && char === '{')
            open.push('template');
        else if (!isText && char === '}')
            open.pop();
        if (open.length === 0)
            return at + 1;
    }
    return text.length;
}
class hcl_Reader {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    body(depth) {
        const attributes = new Map();
        const blocks = [];
        for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
            this.#at++;
            if (token.text === '}' && token.kind === 'sign')
                break;
            if (token.kind !== 'word' && token.kind !== 'text')
                continue;
            if (this.#isSign('=')) {
                this.#at++;
                attributes.set(hcl_unquote(token.text), { text: this.#expression(), line: token.line });
                continue;
            }
            const labels = this.#labels();
            if (!this.#isSign('{'))
                continue;
            this.#at++;
            if (depth < hcl_maxDepth)
                blocks.push({ type: token.text, labels, line: token.line, ...this.body(depth + 1) });
            else
                this.#skip();
        }
        return { attributes, blocks };
    }
    #isSign(text) {
        const token = this.#tokens[this.#at];
        return token?.kind === 'sign' && token.text === text;
    }
    #labels() {
        const labels = [];
        for (let token = this.#tokens[this.#at]; token?.kind === 'word' || token?.kind === 'text'; token = this.#tokens[this.#at]) {
            labels.push(hcl_unquote(token.text));
            this.#at++;
        }
        return labels;
    }
    /** To the end of the line, or of the brackets that are open there. */
    #expression() {
        const words = [];
        let open = 0;
        for (let token = this.#tokens[this.#at]; token !== undefined; token = this.#tokens[this.#at]) {
            if (token.kind === 'newline' && open === 0)
                break;
            if (token.kind === 'sign' && /[)\]}]/.test(token.text)) {
                if (open === 0)
                    break;
                open--;
            }
            else if (token.kind === 'sign' && /[([{]/.test(token.text))
                open++;
            if (token.kind !== 'newline' && token.text !== ',')
                words.push(token.text);
            this.#at++;
        }
        return words.join(' ');
    }
    #skip() {
        for (let open = 1; open > 0 && this.#at < this.#tokens.length; this.#at++) {
            const token = this.#tokens[this.#at];
            if (token?.kind === 'sign')
                open += token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
        }
    }
}
/** A quoted text without its quotes; anything else as it stands. */
const hcl_unquote = (text) => /^"(.*)"$/s.exec(text)?.[1] ?? text;

;// CONCATENATED MODULE: ./build/src/impact/detectors/terraform.js



const terraform_maxLength = 2_000_000;
/** What a module takes, gives and needs: variables by type and default, outputs by name, minimums of tool and providers. */
const terraform = {
    concerns: path => /\.(?:tf|tofu)$/.test(path) && isShipped(path),
    detect: (change, all) => {
        if ((change.before ?? '').length + (change.after ?? '').length > terraform_maxLength)
            return [];
        const [before, after] = [terraform_statedBy(change.before), terraform_statedBy(change.after)];
        if (!isWholeModule(change, all))
            return compare(change, before, after);
        return compare(change, asModule(change, before), asModule(change, after));
    },
};
/** Nothing of its folder was there before, or nothing is left: one statement, not one for each variable. */
function isWholeModule({ file, before, after }, all) {
    if (before !== null && after !== null)
        return false;
    const folder = folderOf(file.path);
    return (folder !== '' &&
        all
            .filter(one => folderOf(one.file.path) === folder && /\.(?:tf|tofu)$/.test(one.file.path))
            .every(one => (before === null ? one.before : one.after) === null));
}
function asModule({ file }, stated) {
    const first = stated.find(one => one.kind === 'terraform-var');
    return first === undefined ? [] : [{ ...first, key: folderOf(file.path), value: '', shown: null }];
}
const terraform_statedBy = (text) => text === null ? [] : readHcl(text).flatMap(block => terraform_readers[block.type]?.(block) ?? []);
const terraform_readers = {
    variable: block => {
        const name = block.labels[0];
        const text = (key) => block.attributes.get(key)?.text;
        const fallback = text('default');
        const value = JSON.stringify([
            text('type') ?? 'any',
            fallback ?? null,
            text('nullable') ?? 'true',
            text('sensitive') ?? 'false',
        ]);
        const shown = text('sensitive') === 'true' || fallback === undefined ? null : hcl_unquote(fallback);
        return name === undefined ? [] : [{ kind: 'terraform-var', key: name, value, shown, line: block.line }];
    },
    output: ({ labels: [name], line }) => name === undefined ? [] : [{ kind: 'terraform-var', key: name, value: 'output', shown: null, line }],
    terraform: block => {
        const required = block.attributes.get('required_version');
        const tool = required === undefined ? [] : [minimum('terraform', hcl_unquote(required.text), required.line)];
        return [...tool, ...block.blocks.filter(one => one.type === 'required_providers').flatMap(providers)];
    },
};
const providers = (block) => [...block.attributes].flatMap(([name, { text, line }]) => {
    const version = text.startsWith('"') ? hcl_unquote(text) : /\bversion\b"? [=:] "([^"]*)"/.exec(text)?.[1];
    return version === undefined ? [] : [minimum(name, version, line)];
});
const minimum = (key, range, line) => ({
    kind: 'runtime-version',
    key,
    value: range.replace(/\s+/g, '').replace(/(?<=\d\.\d+)\.0\b/g, ''),
    shown: range,
    line,
});

;// CONCATENATED MODULE: ./build/src/impact/readers/nginx.js
const nginx_maxDepth = 20;
/** `end`: what ends a directive, `;` in nginx, the end of a line in a Caddyfile. Marks of templates count as words. */
function readDirectives(text, end) {
    const directives = [];
    const context = [];
    let words = [];
    let [line, start, skipped] = [1, 1, 0];
    const finish = (isBlock) => {
        const [name = ''] = words;
        if (name !== '' || isBlock)
            directives.push({ name, text: words.slice(1).join(' '), context: [...context], isBlock, line: start });
        words = [];
    };
    for (const [token] of withoutMarks(text).matchAll(/#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\n|[;{}]|(?:\$?\{[^\s{};]+\}|[^\s;{}"'])+|["']/g)) {
        if (token === '\n') {
            line++;
            if (end === '\n' && words.length > 0)
                finish(false);
        }
        else if (token.startsWith('#'))
            continue;
        else if (token === '{') {
            if (context.length >= nginx_maxDepth)
                skipped++;
            else {
                finish(true);
                const opened = directives.at(-1);
                context.push(opened === undefined ? '' : `${opened.name} ${opened.text}`.trim());
            }
        }
        else if (token === '}') {
            if (words.length > 0)
                finish(false);
            if (skipped > 0)
                skipped--;
            else
                context.pop();
        }
        else if (token === ';' && end === ';') {
            if (words.length > 0)
                finish(false);
        }
        else {
            if (words.length === 0)
                start = line;
            words.push(token.replace(/^(["'])(.*)\1$/, '$2'));
        }
    }
    return directives;
}
/** Templates of Jinja, Go and ERB put braces around other things. */
const withoutMarks = (text) => text
    .replaceAll('\r\n', '\n')
    .replace(/\{%[^\n]{0,500}?%\}|\{#[^\n]{0,500}?#\}/g, '')
    .replace(/\{\{[^\n]{0,500}?\}\}/g, mark => mark.replace(/[{};\s"']/g, '~'));

;// CONCATENATED MODULE: ./build/src/impact/detectors/web-server.js



const isNginx = (path) => (/nginx/i.test(path) &&
    /\.(?:conf|vhost)(?:[._-]?(?:\w+))?$|\.conf\.[\w.]+$|^nginx[\w.-]*$/i.test(baseName(path)) &&
    !/\.(?:md|sh|ya?ml|json|py|go|[jt]sx?)$/.test(path)) ||
    /^nginx[\w.-]*\.(?:conf|tmpl|template|j2|erb)/i.test(baseName(path));
const isCaddy = (path) => /^caddyfile(?:\..+)?$|\.caddyfile$/i.test(baseName(path));
const web_server_maxLength = 500_000;
/** Files of nginx and Caddy that are shipped. A new block is one statement; a whole new file comes with what it serves. */
const webServer = {
    concerns: path => (isNginx(path) || isCaddy(path)) && isShipped(path) && !isDeveloperVariant(path),
    detect: change => {
        if ((change.before ?? '').length + (change.after ?? '').length > web_server_maxLength)
            return [];
        const end = isCaddy(change.file.path) ? '\n' : ';';
        const [before, after] = [readDirectives(change.before ?? '', end), readDirectives(change.after ?? '', end)];
        const [inOld, inNew] = [blocksOf(before), blocksOf(after)];
        if (change.before === null || change.after === null)
            return [];
        return compare(change, [...before.flatMap(one => web_server_statedBy(one, inNew)), ...web_server_variables(change.before)], [...after.flatMap(one => web_server_statedBy(one, inOld)), ...web_server_variables(change.after)]);
    },
};
const pathOf = ({ context, name, text }) => JSON.stringify([...context, `${name} ${text}`.trim()]);
const blocksOf = (directives) => new Set(directives.filter(one => one.isBlock).map(pathOf));
/** Directives that occur many times, told apart by their first word. */
const web_server_named = /^(?:add_header|(?:proxy|grpc|fastcgi|uwsgi|more)_set_headers?|(?:fastcgi|uwsgi|scgi)_param|proxy_hide_header|set|header|header_up|header_down|env|include|error_page|rewrite|return|if|location|server|upstream|map)$/;
function web_server_statedBy(directive, others) {
    const { name, text, context, isBlock, line } = directive;
    const around = context.map((_, index) => JSON.stringify(context.slice(0, index + 1)));
    if (around.some(path => !others.has(path)))
        return [];
    if (isBlock)
        return others.has(pathOf(directive))
            ? []
            : [{ kind: 'config-key', key: `${name} ${text}`.trim(), value: '', shown: null, line }];
    const port = name === 'listen' ? /^(?:\S*:)?(\d+)\b/.exec(text)?.[1] : undefined;
    if (port !== undefined)
        return [{ kind: 'port', key: port, value: text, line }];
    const key = web_server_named.test(name) ? `${name} ${text.split(' ')[0]}` : name;
    return [{ kind: 'config-key', key, value: JSON.stringify([context, text]), shown: text, line }];
}
/** `{$NAME:fallback}` of Caddy, and `${NAME}` in capitals, which only a template of the image fills in. */
const web_server_variables = (text) => text.split('\n').flatMap((line, index) => line.trimStart().startsWith('#')
    ? []
    : [...line.matchAll(/\{\$([A-Za-z_]\w*)(?::([^{}]*))?\}|\{env\.(\w+)\}|\$\{([A-Z][A-Z0-9_]{2,})\}/g)].map(([, caddy, fallback, placeholder, capitals]) => ({
        kind: 'env-var',
        key: caddy ?? placeholder ?? capitals ?? '',
        value: fallback ?? '',
        shown: fallback ?? null,
        line: index + 1,
    })));

;// CONCATENATED MODULE: ./build/src/impact/detectors/index.js































/** Every detector. Adding one is one file and one line here. */
const detectors = {
    dockerfile: dockerfile,
    compose: compose,
    helmChart: helmChart,
    helmTemplates: helmTemplates,
    helmValues: helmValues,
    kubernetes: kubernetes,
    kustomize: kustomize,
    ansibleDefaults: ansibleDefaults,
    ansibleMeta: ansibleMeta,
    ansibleTasks: ansibleTasks,
    crontab: crontab,
    envFile: envFile,
    fileMode: fileMode,
    systemd: systemd,
    terraform: terraform,
    webServer: webServer,
    configFile: configFile,
    ansibleEnv: ansibleEnv,
    scheduleFile: scheduleFile,
    codeEnv: codeEnv,
    codeFlags: codeFlags,
    configEnv: configEnv,
    shellEnv: shellEnv,
    migration: migration,
    openapi: openapi,
    protobuf: protobuf,
    graphql: graphql,
    runtimeVersion: runtimeVersion,
    dependencyMajor: dependencyMajor,
    featureFlag: featureFlag,
    codeCron: codeCron,
};

;// CONCATENATED MODULE: ./build/src/impact/find.js


const find_all = Object.values(detectors);
/** Files whose text on both sides `findImpacts` wants to see. */
const wantedFiles = (files) => files.filter(file => file.kind === 'text' && (0,diff/* changedPaths */.vl)(file).some(path => find_all.some(one => one.concerns(path, file))));
/** What the changed files mean for whoever deploys. Pure; a statement that two detectors make is made once. */
function findImpacts(contents) {
    const found = contents.map(withoutSource).flatMap(change => {
        const paths = (0,diff/* changedPaths */.vl)(change.file);
        return find_all
            .filter(one => paths.some(path => one.concerns(path, change.file)))
            .flatMap(detector => detector.detect(change, contents));
    });
    const unread = contents.filter(isUnread).map(change => change.file.path);
    return { impacts: once(found).toSorted(byPlace), unread };
}
/** A copy takes nothing from its source: all of it is new. */
const withoutSource = (change) => change.file.status === 'copied' ? { ...change, before: null } : change;
/** A side that must be there and is not: too large, or not text. */
const isUnread = ({ file, before, after }) => (file.status !== 'added' && before === null) || (file.status !== 'deleted' && after === null);
/** One statement per fact: kind and key. */
function once(impacts) {
    const byFact = new Map();
    for (const impact of impacts) {
        const key = JSON.stringify([impact.kind, impact.key]);
        const earlier = byFact.get(key);
        if (earlier === undefined)
            byFact.set(key, [impact]);
        else
            earlier.push(impact);
    }
    return [...byFact.values()].flatMap(find_united);
}
/** What is said of one fact in several files: it changed, it moved to another file, or it came, or went. */
function find_united(statements) {
    const first = (direction) => statements.find(one => one.direction === direction && one.destructive) ??
        statements.find(one => one.direction === direction);
    const [added, removed, changed] = [first('added'), first('removed'), first('changed')];
    if (changed)
        return [changed];
    if (!added || !removed)
        return statements.slice(0, 1).map(one => added ?? removed ?? one);
    if (added.file === removed.file || added.kind === 'compose-service')
        return [removed, added];
    return added.to === removed.from ? [] : [{ ...added, direction: 'changed', from: removed.from }];
}
function byPlace(a, b) {
    return find_compare(a.kind, b.kind) || find_compare(a.file, b.file) || a.line - b.line || find_compare(a.key, b.key);
}
/** By UTF-16 unit, so that no locale of a machine has a say. */
const find_compare = (a, b) => Number(a > b) - Number(a < b);


/***/ }),

/***/ 5601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* unused harmony exports md, codeSpan, markdownFormatter, htmlFormatter, tableRow */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);


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
function md(text, max = maxProse) {
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
function link(label, url) {
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
function markdownFormatter(locale, links) {
    const target = (known, url) => links !== undefined && known ? url(links) : undefined;
    return {
        ...notation(locale),
        code: codeSpan,
        text: text => md(text),
        person: login => link(inert(`@${literal(login, 100)}`), target(loginPattern.test(login), known => known.user(login.replace('[bot]', '')))),
        sha: sha => link(codeSpan(sha.slice(0, 7)), target(shaPattern.test(sha), known => known.commit(sha))),
        place: (path, start, end) => link(codeSpan(place(path, start, end)), target(path !== '', known => known.file(path.toWellFormed(), start))),
    };
}
/** The same text where Markdown is not read, as in `<summary>`: entities yes, code spans and links no. */
function htmlFormatter(locale) {
    const text = (value) => inert(literal(value, maxLiteral));
    return {
        ...notation(locale),
        code: text,
        text: value => md(value),
        person: login => text(`@${login}`),
        sha: sha => text(sha.slice(0, 7)),
        place: (path, start, end) => text(place(path, start, end)),
    };
}
/** No text of ours or of a formatter holds a bare pipe; should a sentence hold one, it must not open a cell. */
const tableRow = (cells) => `| ${cells.map(cell => cell.replace(/\|/g, '&#124;')).join(' | ')} |`;


/***/ }),

/***/ 820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ plainVoice),
/* harmony export */   wW: () => (/* binding */ labelled)
/* harmony export */ });
/* unused harmony export markdownVoice */
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7394);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5601);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2542);




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
    const f = (0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainFormatter */ .P)(locale);
    return { locale, f, say: told => (0,_inert_js__WEBPACK_IMPORTED_MODULE_3__/* .cut */ .Jj)(oneLine((0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(told, locale, f)), maxSentence) };
}
const oneLine = (text) => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
const colon = { en: ': ', 'zh-CN': '：' };
/** `label: text` in the locale's punctuation. */
const labelled = (label, text, locale) => `${label}${colon[locale]}${text}`;


/***/ })

};

export const id = 440;
export const ids = [440];
export const modules = {

/***/ 2227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ jsonLine)
/* harmony export */ });
/** What a terminal or a reader cannot see, in no need of being written raw; and a command to a runner. */
const hidden = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;
const escaped = (text) => Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
/** One line that means the value and nothing to a terminal. Letters stay as they are. */
const jsonLine = (value) => `${JSON.stringify(value).replace(hidden, escaped).replaceAll('##[', '#\\u0023[')}\n`;


/***/ }),

/***/ 5440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ledger: () => (/* binding */ ledger)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
;// CONCATENATED MODULE: ./build/src/ledger/ledger.js


const personalDomain = 'delivery-gates/ledger/v1/personal';
const genesisHash = '0'.repeat(64);
/** The next row of a chain; `prev` null starts it. */
function chainRow(prev, fields, personal, version = 2) {
    const unhashed = {
        ...fields,
        version,
        chainSeq: (prev?.chainSeq ?? 0) + 1,
        personalHash: hashPersonal(personal),
        prevHash: prev?.hash ?? genesisHash,
    };
    return { ...unhashed, personal, hash: hashRow(unhashed) };
}
/** Checks one row against the row before it. */
function verifyRow(prev, repoId, row) {
    const chainSeq = (prev?.chainSeq ?? 0) + 1;
    const bad = (problem) => (0,result/* err */._)({ code: 'LED-CHAIN', repoId, chainSeq, problem });
    if (row.repoId !== repoId || row.chainSeq !== chainSeq || row.prevHash !== (prev?.hash ?? genesisHash))
        return bad('order');
    if (!isWhole(row) || row.hash !== hashRow(row))
        return bad('altered');
    if (row.personal && row.personalHash !== hashPersonal(row.personal))
        return bad('personal');
    return (0,result.ok)({ repoId, chainSeq, hash: row.hash });
}
/**
 * Verifies the whole chain of one repository, first row first, against heads that were published elsewhere.
 * Gives its head, null for an empty chain, or names the first bad row.
 */
function verifyChain(repoId, rows, checkpoints = []) {
    const published = checkpoints.filter(checkpoint => checkpoint.repoId === repoId);
    let head = null;
    for (const row of rows) {
        const next = verifyRow(head, repoId, row);
        if (!next.ok)
            return next;
        head = next.value;
        const problem = contradiction(head, published);
        if (problem)
            return err(problem);
    }
    const missing = firstMissing(head, repoId, published);
    return missing ? err(missing) : ok(head);
}
/** The row is there, but is not the one that was published. */
function contradiction(head, published) {
    const { repoId, chainSeq, hash } = head;
    const differs = published.some(checkpoint => checkpoint.chainSeq === chainSeq && checkpoint.hash !== hash);
    return differs ? { code: 'LED-CHAIN', repoId, chainSeq, problem: 'checkpoint' } : null;
}
/** A chain that ends before a known head has lost its tail. */
function firstMissing(head, repoId, published) {
    const last = head?.chainSeq ?? 0;
    return published.some(checkpoint => checkpoint.chainSeq > last)
        ? { code: 'LED-CHAIN', repoId, chainSeq: last + 1, problem: 'truncated' }
        : null;
}
/** Of a version that we know, and without what its version does not hash: nothing in a row is left unprotected. */
const isWhole = (row) => row.version === 2 || (row.version === 1 && since2(row).every(([, value]) => value === null));
const since2 = (row) => [
    ['environment', row.environment ?? null],
    ['patchSha256', row.patchSha256 ?? null],
    ['conditions', row.conditions ?? null],
    ['onBehalfOf', row.onBehalfOf ?? null],
    ['expiresAt', row.expiresAt ?? null],
];
const hashRow = (row) => digest([`delivery-gates/ledger/v${row.version}`, canonicalJson(hashedFields(row))]);
/** What the hash of a row of this version covers. */
const hashedFields = (row) => row.version === 1 ? version1(row) : { ...version1(row), ...Object.fromEntries(since2(row)) };
/** Every field by name, so that one that is added later cannot enter the chain without a new version. */
const version1 = (row) => ({
    version: row.version,
    repoId: row.repoId,
    chainSeq: row.chainSeq,
    subject: row.subject,
    headSha: row.headSha,
    baseRef: row.baseRef,
    policySha256: row.policySha256,
    checklist: row.checklist,
    itemId: row.itemId,
    itemHash: row.itemHash,
    actorId: row.actorId,
    actorType: row.actorType,
    signerId: row.signerId,
    decision: row.decision,
    via: row.via,
    source: row.source,
    bodyHash: row.bodyHash,
    covered: row.covered,
    at: row.at,
    idem: row.idem,
    personalHash: row.personalHash,
    prevHash: row.prevHash,
});
const hashPersonal = ({ login, reason, salt }) => digest([personalDomain, salt, canonicalJson({ login, reason })]);
/** SHA-256 over the parts, each with its length in bytes before it (64 bits, big-endian), so that none can run into the next. */
function digest(parts) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const part of parts) {
        const bytes = Buffer.from(part, 'utf8');
        const length = Buffer.alloc(8);
        length.writeBigUInt64BE(BigInt(bytes.length));
        hash.update(length).update(bytes);
    }
    return hash.digest('hex');
}
/** JSON with keys in code unit order and no spaces: one text per value. */
function canonicalJson(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value);
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    const members = Object.keys(value)
        .sort()
        .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
    return `{${members.join(',')}}`;
}
const isList = (value) => Array.isArray(value);

;// CONCATENATED MODULE: ./build/src/ledger/checkpoint.js



const names = { checkpoint: 'delivery-gates-ledger/v1', loss: 'delivery-gates-ledger-loss/v1' };
/** What is signed: the line up to the signature. Its first word says what it is, so that it is no other signed text. */
function signedText(statement, keyId) {
    const { kind, repoId, chainSeq, hash, at } = statement;
    const lost = kind === 'loss' ? [statement.lostTo] : [];
    return [names[kind], repoId, chainSeq, hash, ...lost, at, keyId].join(' ');
}
/** One line without its end: what it is, repository id, row, hash, time, key id, signature. */
function signStatement(statement, keyId, privateKey) {
    const text = signedText(statement, keyId);
    return `${text} ${sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url')}`;
}
const formatStatement = ({ keyId, signature, ...statement }) => `${signedText(statement, keyId)} ${signature}`;
const mark = /delivery-gates-ledger(?:-loss)?\/v/g;
// A mail or a terminal may break the line at its spaces. Numbers of rows stay exact in a double.
const shapes = {
    checkpoint: /delivery-gates-ledger\/v1\s+([1-9]\d{0,19})\s+([1-9]\d{0,14})\s+([0-9a-f]{64})\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s+([0-9a-f]{16})\s+([\w-]{86})(?![\w-])/y,
    loss: /delivery-gates-ledger-loss\/v1\s+([1-9]\d{0,19})\s+(0|[1-9]\d{0,14})\s+([0-9a-f]{64})\s+([1-9]\d{0,14})\s+(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\s+([0-9a-f]{16})\s+([\w-]{86})(?![\w-])/y,
};
/** Every checkpoint in a text of any kind, such as pasted texts of check runs; and what was meant to be one. */
function findStatements(text) {
    const found = [];
    const mangled = [];
    const placeOf = placesIn(text);
    for (const { index } of text.matchAll(mark)) {
        const place = placeOf(index);
        const statement = statementAt(text, index);
        if (statement === null)
            mangled.push({ code: 'LED-CHECKPOINT', ...place });
        else
            found.push({ statement, place });
    }
    return { found, mangled };
}
function statementAt(text, index) {
    for (const kind of ['checkpoint', 'loss']) {
        const shape = shapes[kind];
        shape.lastIndex = index;
        const parts = shape.exec(text);
        if (parts !== null)
            return statementOf(kind, parts.slice(1));
    }
    return null;
}
function statementOf(kind, parts) {
    const [repoId = '', seq = '', hash = ''] = parts;
    const [at = '', keyId = '', signature = ''] = parts.slice(-3);
    const chainSeq = Number(seq);
    // One text for one value: a time that exists, and no stray bits behind the last byte of the signature.
    if (isoTime(at) !== at || Buffer.from(signature, 'base64url').toString('base64url') !== signature)
        return null;
    const common = { repoId, chainSeq, hash, at, keyId, signature };
    if (kind === 'checkpoint')
        return { kind, ...common };
    const lostTo = Number(parts[3]);
    const isPossible = lostTo > chainSeq && (chainSeq > 0 || hash === genesisHash);
    return isPossible ? { kind, ...common, lostTo } : null;
}
function isoTime(text) {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
/** Asked in ascending order, so that a long text is walked through once. */
function placesIn(text) {
    let line = 1;
    let start = 0;
    let end = text.indexOf('\n');
    return index => {
        for (; end !== -1 && end < index; end = text.indexOf('\n', start)) {
            line += 1;
            start = end + 1;
        }
        return { line, column: index - start + 1 };
    };
}
function signatureState(statement, keys) {
    const { keyId, signature, ...unsigned } = statement;
    const key = keys.find(({ id }) => id === keyId);
    if (key === undefined)
        return 'unknown-key';
    const text = Buffer.from(signedText(unsigned, keyId), 'utf8');
    return (0,external_node_crypto_.verify)(null, text, key.publicKey, Buffer.from(signature, 'base64url')) ? 'valid' : 'forged';
}
/** A public key from PEM; of a private key its public half. */
function readCheckpointKey(pem) {
    try {
        const publicKey = (0,external_node_crypto_.createPublicKey)(pem);
        if (publicKey.asymmetricKeyType !== 'ed25519')
            return (0,result/* err */._)('not-ed25519');
        const der = publicKey.export({ type: 'spki', format: 'der' });
        return (0,result.ok)({ id: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex').slice(0, 16), publicKey });
    }
    catch {
        return (0,result/* err */._)('not-a-key');
    }
}
/** Published rows that the operator has accepted as lost do not speak against the chain any more. */
const isExcused = (published, losses) => losses.some(loss => loss.repoId === published.repoId &&
    loss.chainSeq < published.chainSeq &&
    published.chainSeq <= loss.lostTo &&
    published.at <= loss.at);

;// CONCATENATED MODULE: ./build/src/ledger/export.js



/*
 * An export is JSON lines: the header; for each repository its rows, first row first, each followed by its personal part
 * unless that was erased, and the head of its chain; at last how much there was. Every line is canonical JSON, so that
 * there is one text for one content and no byte of it can change unseen. A row is exactly the text that its hash covers,
 * with the hash added.
 */
const exportVersion = 1;
const format = 'delivery-gates/ledger';
/** One line, without its end. */
function exportLine(record) {
    switch (record.kind) {
        case 'header':
            return canonicalJson({ format, version: exportVersion });
        case 'row':
            return canonicalJson({ row: { ...hashedFields(record.row), hash: record.row.hash } });
        case 'personal': {
            const { repoId, chainSeq, login, reason, salt } = record.personal;
            return canonicalJson({ personal: { repoId, chainSeq, login, reason, salt } });
        }
        case 'head': {
            const { repoId, chainSeq, hash } = record.head;
            const checkpoint = record.checkpoint === null ? null : formatStatement(record.checkpoint);
            return canonicalJson({ head: { repoId, chainSeq, hash, checkpoint } });
        }
        case 'end': {
            const { repositories, rows } = record.totals;
            return canonicalJson({ end: { repositories, rows } });
        }
        default:
            return record;
    }
}
/** A row as it is exported: one line, or two with its personal part. */
function exportRow(row) {
    const { repoId, chainSeq, personal } = row;
    const line = exportLine({ kind: 'row', row });
    return personal === null
        ? [line]
        : [line, exportLine({ kind: 'personal', personal: { repoId, chainSeq, ...personal } })];
}
/** Reads one line. What it gives is of the right shape; whether rows are those that were written, the chain says. */
function readExportLine(line) {
    const value = parseJson(line);
    if (!isObject(value))
        return (0,result/* err */._)('json');
    const record = recordOf(value);
    if (record === null)
        return (0,result/* err */._)('format' in value ? 'version' : 'record');
    // Whatever was said in more or other words than we would have used is not what we wrote.
    return exportLine(record) === line ? (0,result.ok)(record) : (0,result/* err */._)('json');
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === 'string';
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
function recordOf(value) {
    const [key] = Object.keys(value);
    const inner = key === undefined ? undefined : value[key];
    if (value.format === format && value.version === exportVersion)
        return { kind: 'header' };
    if (!isObject(inner))
        return null;
    switch (key) {
        case 'row':
            return rowOf(inner);
        case 'personal':
            return personalOf(inner);
        case 'head':
            return headOf(inner);
        case 'end':
            return endOf(inner);
        default:
            return null;
    }
}
/** Fields that the first version of a row did not have. */
const later = { environment: null, patchSha256: null, conditions: null, onBehalfOf: null, expiresAt: null };
const requiredTexts = ['repoId', 'subject', 'headSha', 'actorId', 'signerId', 'idem', 'prevHash', 'hash'];
/** Types only as far as a wrong one could pass for the right one in the canonical text, or break whoever reads it. */
function rowOf(fields) {
    const { version, chainSeq, at, covered, conditions } = fields;
    const isRow = isCount(version) &&
        isCount(chainSeq) &&
        Number.isSafeInteger(at) &&
        requiredTexts.every(name => isText(fields[name])) &&
        (covered === null || (isObject(covered) && Object.values(covered).every(isText))) &&
        (conditions === undefined || conditions === null || (Array.isArray(conditions) && conditions.every(isText))) &&
        Object.entries(fields).every(([name, value]) => name === 'covered' || name === 'conditions' || value === null || typeof value !== 'object');
    return isRow ? { kind: 'row', row: { ...later, ...fields, personal: null } } : null;
}
function personalOf({ repoId, chainSeq, login, reason, salt }) {
    const isPersonal = isText(repoId) && isCount(chainSeq) && isText(login) && isText(salt);
    if (!isPersonal || !(reason === null || isText(reason)))
        return null;
    return { kind: 'personal', personal: { repoId, chainSeq, login, reason, salt } };
}
function headOf({ repoId, chainSeq, hash, checkpoint }) {
    if (!isText(repoId) || !isCount(chainSeq) || !isText(hash))
        return null;
    const head = { repoId, chainSeq, hash };
    if (checkpoint === null)
        return { kind: 'head', head, checkpoint };
    if (!isText(checkpoint))
        return null;
    const statement = findStatements(checkpoint).found[0]?.statement;
    const isOfHead = statement?.kind === 'checkpoint' &&
        statement.repoId === repoId &&
        statement.chainSeq === chainSeq &&
        statement.hash === hash;
    return isOfHead ? { kind: 'head', head, checkpoint: statement } : null;
}
function endOf({ repositories, rows }) {
    return isCount(repositories) && isCount(rows) ? { kind: 'end', totals: { repositories, rows } } : null;
}

;// CONCATENATED MODULE: ./build/src/ledger/read-export.js


const longestLine = 16 * 1024 * 1024;
const lineFeed = 0x0a;
/** Lines of a file that comes in pieces, without their ends. The last result is the first fault, if there is one. */
function* linesIn(chunks) {
    let rest = null;
    for (const chunk of chunks) {
        const beginning = rest === null ? beginningOf(chunk) : null;
        if (beginning !== null)
            return yield (0,result/* err */._)(beginning);
        const bytes = rest === null || rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
        let start = 0;
        for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
            const line = decoded(bytes.subarray(start, end));
            yield line;
            if (!line.ok)
                return;
            start = end + 1;
        }
        rest = bytes.subarray(start);
        if (rest.length > longestLine)
            return yield (0,result/* err */._)('long');
    }
    if (rest === null)
        yield (0,result/* err */._)('empty');
    else if (rest.length > 0)
        yield (0,result/* err */._)('cut');
}
const beginnings = [
    [[0x1f, 0x8b], 'packed'],
    [[0xef, 0xbb, 0xbf], 'mark'],
    [[0xff, 0xfe], 'mark'],
    [[0xfe, 0xff], 'mark'],
];
/** What the file is instead of an export, by its first bytes. */
const beginningOf = (chunk) => beginnings.find(([bytes]) => bytes.every((byte, index) => chunk[index] === byte))?.[1] ?? null;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function decoded(bytes) {
    try {
        return (0,result.ok)(decoder.decode(bytes));
    }
    catch {
        return (0,result/* err */._)('utf8');
    }
}
/** Reads an export. The last result is the first fault, if there is one; nothing after it is read. */
function* readExport(lines) {
    const structure = new Structure();
    let line = 0;
    for (const text of lines) {
        line += 1;
        const record = text.ok ? readExportLine(text.value) : text;
        if (!record.ok)
            return yield (0,result/* err */._)({ code: 'LED-FORMAT', line, fault: record.error });
        const items = structure.take(record.value, line);
        if (!items.ok)
            return yield (0,result/* err */._)({ code: 'LED-FORMAT', line, fault: items.error });
        for (const item of items.value)
            yield (0,result.ok)(item);
    }
    if (!structure.ended)
        yield (0,result/* err */._)({ code: 'LED-FORMAT', line: line + 1, fault: 'cut' });
}
/** Which record may follow which; puts rows and their personal parts together. */
class Structure {
    ended = false;
    #begun = false;
    /** The row whose personal part may follow. */
    #pending = null;
    /** Repository whose rows are being read. */
    #open = null;
    #closed = new Set();
    #rows = 0;
    take(record, line) {
        if (this.ended || this.#begun === (record.kind === 'header'))
            return (0,result/* err */._)('order');
        switch (record.kind) {
            case 'header':
                this.#begun = true;
                return (0,result.ok)([]);
            case 'row':
                return this.#row(record.row, line);
            case 'personal': {
                const pending = this.#pending;
                const { repoId, chainSeq, ...personal } = record.personal;
                if (pending?.row.repoId !== repoId || pending.row.chainSeq !== chainSeq)
                    return (0,result/* err */._)('order');
                this.#pending = null;
                return (0,result.ok)([{ kind: 'row', row: { ...pending.row, personal }, line: pending.line }]);
            }
            case 'head': {
                const { repoId } = record.head;
                if ((this.#open !== null && this.#open !== repoId) || this.#closed.has(repoId))
                    return (0,result/* err */._)('order');
                this.#open = null;
                this.#closed.add(repoId);
                return (0,result.ok)([...this.#flush(), { kind: 'head', head: record.head, checkpoint: record.checkpoint, line }]);
            }
            case 'end':
                return this.#end(record.totals);
            default:
                return record;
        }
    }
    #row(row, line) {
        if ((this.#open ?? row.repoId) !== row.repoId || this.#closed.has(row.repoId))
            return (0,result/* err */._)('order');
        const items = this.#flush();
        this.#open = row.repoId;
        this.#pending = { row, line };
        this.#rows += 1;
        return (0,result.ok)(items);
    }
    /** A row whose personal part did not follow: it was erased. */
    #flush() {
        const pending = this.#pending;
        this.#pending = null;
        return pending === null ? [] : [{ kind: 'row', ...pending }];
    }
    #end({ repositories, rows }) {
        if (this.#open !== null)
            return (0,result/* err */._)('order');
        if (repositories !== this.#closed.size || rows !== this.#rows)
            return (0,result/* err */._)('cut');
        this.ended = true;
        return (0,result.ok)([]);
    }
}

;// CONCATENATED MODULE: ./build/src/ledger/verification.js

/**
 * Checkpoints from texts. With keys, those that one of them signed; without, all of them, since a wrong one can only
 * raise a false alarm. An accepted loss silences an alarm, so it counts with its signature only.
 */
function readPublished(texts, keys) {
    const statements = [];
    const problems = [];
    for (const { path, text } of texts) {
        const { found, mangled } = findStatements(text);
        for (const { line, column } of mangled)
            problems.push({ path, line, column, problem: 'mangled', keyId: null });
        for (const { statement, place } of found) {
            const state = keys.length === 0 ? 'unchecked' : signatureState(statement, keys);
            if (state === 'valid' || (state === 'unchecked' && statement.kind === 'checkpoint'))
                statements.push(statement);
            else if (state !== 'unchecked')
                problems.push({ path, ...place, problem: state, keyId: statement.keyId });
        }
    }
    return { statements, problems };
}
/**
 * With keys, every chain of a file must be tied to one of them: by the signature of its head, or by a checkpoint. Otherwise a
 * rewritten chain without any signature would pass. `live`: the chains are those of a database, whose heads nobody signed.
 */
function concludeVerification(chains, problems, keys, { live = false } = {}) {
    const judged = chains.map((chain) => {
        const signature = headSignature(chain.checkpoint, keys);
        const isTied = live || keys.length === 0 || signature === 'valid' || (signature === 'none' && chain.published > 0);
        return { ...chain, signature, verified: chain.problem === null && isTied };
    });
    return {
        verified: problems.length === 0 && judged.every(chain => chain.verified),
        chains: judged,
        problems,
        signaturesChecked: keys.length > 0,
    };
}
function headSignature(checkpoint, keys) {
    if (checkpoint === null)
        return 'none';
    return keys.length === 0 ? 'unchecked' : signatureState(checkpoint, keys);
}

;// CONCATENATED MODULE: ./build/src/ledger/verify.js


/**
 * Verifies chains row by row against heads that were published elsewhere; repositories one after the other, each ended
 * by its head. Losses are believed, so only those belong here whose signature was checked.
 */
function chainVerifier(statements) {
    const verdicts = new Map();
    let chain = null;
    const opened = (repoId) => (chain?.repoId === repoId ? chain : newChain(repoId, statements));
    return {
        take: item => {
            if (item.kind === 'row') {
                chain = withRow(opened(item.row.repoId), item.row, item.line);
                return;
            }
            const ended = withHead(opened(item.head.repoId), item.head, item.line);
            verdicts.set(ended.repoId, verdictOf({ ...ended, checkpoint: item.checkpoint }));
            chain = null;
        },
        end: () => {
            for (const { repoId } of statements) {
                if (verdicts.has(repoId))
                    continue;
                const missing = newChain(repoId, statements);
                verdicts.set(repoId, verdictOf(withHead(missing, { repoId, chainSeq: 0, hash: genesisHash }, 0)));
            }
            return [...verdicts.values()].sort((a, b) => compareIds(a.repoId, b.repoId));
        },
    };
}
const compareIds = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
const newChain = (repoId, statements) => ({
    repoId,
    rows: 0,
    forgotten: 0,
    head: null,
    checkpoint: null,
    published: publishedOf(repoId, statements),
    problem: null,
});
function publishedOf(repoId, statements) {
    const own = statements.filter(statement => statement.repoId === repoId);
    // Each is kept in several places.
    const losses = [
        ...new Map(own.filter(one => one.kind === 'loss').map(one => [`${one.lostTo} ${one.at}`, one])).values(),
    ];
    const checkpoints = own.filter(statement => statement.kind === 'checkpoint');
    const hashes = new Map();
    for (const { chainSeq, hash } of [...checkpoints.filter(one => !isExcused(one, losses)), ...losses]) {
        if (chainSeq > 0)
            hashes.set(chainSeq, (hashes.get(chainSeq) ?? new Set()).add(hash));
    }
    return {
        hashes,
        highest: hashes.keys().reduce((a, b) => Math.max(a, b), 0),
        count: checkpoints.length,
        newest: checkpoints.reduce((a, b) => (a !== null && a.chainSeq >= b.chainSeq ? a : b), null),
        losses,
    };
}
function withRow(chain, row, line) {
    const counted = { ...chain, rows: chain.rows + 1, forgotten: chain.forgotten + (row.personal === null ? 1 : 0) };
    if (chain.problem !== null)
        return counted;
    const next = verifyRow(chain.head, chain.repoId, row);
    if (!next.ok)
        return { ...counted, problem: { ...next.error, line } };
    const head = next.value;
    const hashes = chain.published.hashes.get(head.chainSeq);
    // Two different heads that were published of one row cannot both be right.
    const isPublished = hashes === undefined || (hashes.size === 1 && hashes.has(head.hash));
    return { ...counted, head, problem: isPublished ? null : problemAt(chain, head.chainSeq, 'checkpoint', line) };
}
/** The head that the store had, or the export has, must be that of the rows; and no published row may be missing. */
function withHead(chain, stored, line) {
    if (chain.problem !== null)
        return chain;
    const last = chain.head?.chainSeq ?? 0;
    const problem = Math.max(stored.chainSeq, chain.published.highest) > last
        ? problemAt(chain, last + 1, 'truncated', line)
        : stored.chainSeq < last
            ? problemAt(chain, stored.chainSeq + 1, 'order', line)
            : stored.hash !== (chain.head?.hash ?? genesisHash)
                ? problemAt(chain, last, 'checkpoint', line)
                : null;
    return { ...chain, problem };
}
const problemAt = ({ repoId }, chainSeq, problem, line) => ({ code: 'LED-CHAIN', repoId, chainSeq, problem, line });
const verdictOf = ({ published, ...chain }) => ({
    ...chain,
    published: published.count,
    newest: published.newest,
    losses: published.losses,
});

// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/render/format.js
var render_format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
;// CONCATENATED MODULE: ./build/src/render/ledger.js



/** The answer as lines of text, worst first. `path`: of the export; null for a live ledger. */
function renderVerification(verification, path, locale) {
    const f = (0,plain/* plainFormatter */.P)(locale, 8_192);
    const say = (told) => (0,render_format/* sentence */.em)(told, locale, f);
    const { chains, problems, verified, signaturesChecked } = verification;
    const bad = chains.filter(chain => !chain.verified);
    const good = chains.filter(chain => chain.verified);
    const repositories = chains.length;
    const rows = chains.reduce((sum, chain) => sum + chain.rows, 0);
    const lines = [
        say(verified
            ? (0,message/* message */.i)('ledger.verified', { repositories, rows })
            : (0,message/* message */.i)('ledger.notVerified', { repositories, bad: bad.length })),
        ...problems.map(one => checkpointLine(one, say)),
        ...bad.flatMap(chain => chainLines(chain, path, say)),
        ...good.flatMap(chain => chainLines(chain, path, say)),
        ...(signaturesChecked || !hasSignatures(chains) ? [] : [say((0,message/* message */.i)('ledger.signaturesUnchecked', {}))]),
    ];
    return `${lines.map(line => line.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n')}\n`;
}
const hasSignatures = (chains) => chains.some(chain => chain.published > 0 || chain.checkpoint !== null);
/** Stable codes that stand before the sentences. */
const checkpointCode = ({ problem }) => problem === 'mangled' ? 'LED-CHECKPOINT' : 'LED-SIGNATURE';
function checkpointLine(problem, say) {
    const { path, line, column, keyId } = problem;
    const told = say((0,message/* message */.i)(`ledger.checkpoint.${problem.problem}`, { keyId }));
    return `✗ ${path}:${line}:${column}: ${checkpointCode(problem)}: ${told}`;
}
function chainLines(chain, path, say) {
    const { repoId, rows, forgotten, problem, published, newest, losses, verified, head } = chain;
    const at = head === null ? '' : ` · ${head.chainSeq} ${head.hash}`;
    const place = problem === null || path === null || problem.line === 0 ? '' : `${path}:${problem.line}: `;
    return [
        `${verified ? '✓' : '✗'} ${say((0,message/* message */.i)('ledger.chain', { repoId, rows, forgotten }))}${at}`,
        ...(problem === null
            ? []
            : [`    ${place}LED-CHAIN: ${say((0,message/* message */.i)(`ledger.problem.${problem.problem}`, { row: problem.chainSeq }))}`]),
        ...signatureLine(chain, say),
        ...losses.map(({ chainSeq, lostTo, at: when }) => `    ${say((0,message/* message */.i)('ledger.loss', { from: chainSeq + 1, to: lostTo, at: when }))}`),
        `    ${say(newest === null
            ? (0,message/* message */.i)('ledger.notCompared', {})
            : (0,message/* message */.i)('ledger.compared', { published, row: newest.chainSeq, at: newest.at }))}`,
    ];
}
function signatureLine({ signature, checkpoint, verified, problem }, say) {
    const keyId = checkpoint?.keyId ?? '';
    switch (signature) {
        case 'valid':
            return [`    ${say((0,message/* message */.i)('ledger.headSigned', { keyId }))}`];
        case 'forged':
            return [`    LED-SIGNATURE: ${say((0,message/* message */.i)('ledger.headForged', { keyId }))}`];
        case 'unknown-key':
            return [`    LED-SIGNATURE: ${say((0,message/* message */.i)('ledger.headUnknownKey', { keyId }))}`];
        case 'none':
            return verified || problem !== null ? [] : [`    LED-SIGNATURE: ${say((0,message/* message */.i)('ledger.headUnsigned', {}))}`];
        case 'unchecked':
            return [];
        default:
            return signature;
    }
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/ledger.js











const options = {
    checkpoint: { about: 'cli.ledger.option.checkpoint', value: 'FILE', repeated: true },
    key: { about: 'cli.ledger.option.key', value: 'PUBLIC.pem', repeated: true },
};
/** Verifies an export of the App's ledger. Exit code 1: something cannot be trusted. */
const ledger = (0,command/* defineCommand */.N)({
    forms: ['verify [OPTION…] EXPORT'],
    about: 'cli.ledger.about',
    options,
    async run({ values, positionals: [verb, path, extra] }, world) {
        if (verb !== undefined && verb !== 'verify')
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.ledger.verb', { got: verb }) });
        if (path === undefined)
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.ledger.missing', {}) });
        if (extra !== undefined)
            return (0,result/* err */._)({ message: (0,message/* message */.i)('cli.ledger.one', { got: extra }) });
        const keys = collect(values.key ?? [], file => readKey(file, world.cwd));
        if (!keys.ok)
            return keys;
        const texts = collect(values.checkpoint ?? [], file => readText(file, world.cwd));
        if (!texts.ok)
            return texts;
        const published = readPublished(texts.value, keys.value);
        const chains = verifyFile(path, world.cwd, published.statements);
        if (!chains.ok)
            return chains;
        const verification = concludeVerification(chains.value, published.problems, keys.value);
        world.print(values.json ? (0,json/* jsonLine */.r)(asJson(verification)) : renderVerification(verification, path, values.locale ?? 'en'));
        return (0,result.ok)(verification.verified ? 0 : 1);
    },
});
function collect(files, read) {
    const all = [];
    for (const file of files) {
        const one = read(file);
        if (!one.ok)
            return one;
        all.push(one.value);
    }
    return (0,result.ok)(all);
}
const unreadable = (path, error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return (0,result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.unreadable', { code }) });
};
function readKey(path, cwd) {
    try {
        const key = readCheckpointKey((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path), 'utf8'));
        if (key.ok)
            return key;
        const told = key.error === 'not-a-key' ? (0,message/* message */.i)('cli.ledger.notAKey', {}) : (0,message/* message */.i)('cli.ledger.notEd25519', {});
        return (0,result/* err */._)({ place: { path }, label: 'LED-KEY', message: told });
    }
    catch (error) {
        return unreadable(path, error);
    }
}
/** A file without any checkpoint is the wrong file: it would prove nothing, and look as if it did. */
function readText(path, cwd) {
    try {
        const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(cwd, path), 'utf8');
        return /delivery-gates-ledger(?:-loss)?\/v/.test(text)
            ? (0,result.ok)({ path, text })
            : (0,result/* err */._)({ place: { path }, label: 'LED-CHECKPOINT', message: (0,message/* message */.i)('cli.ledger.noCheckpoint', {}) });
    }
    catch (error) {
        return unreadable(path, error);
    }
}
function verifyFile(path, cwd, statements) {
    let file;
    try {
        file = (0,external_node_fs_.openSync)((0,external_node_path_.resolve)(cwd, path), 'r');
    }
    catch (error) {
        return unreadable(path, error);
    }
    try {
        const verifier = chainVerifier(statements);
        for (const item of readExport(linesIn(chunksOf(file)))) {
            if (!item.ok)
                return (0,result/* err */._)(sayFault(path, item.error));
            verifier.take(item.value);
        }
        return (0,result.ok)(verifier.end());
    }
    catch (error) {
        if (error instanceof Error && 'syscall' in error)
            return unreadable(path, error);
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
const sayFault = (path, { code, line, fault }) => ({
    place: { path, line },
    label: code,
    message: (0,message/* message */.i)(`ledger.fault.${fault}`, {}),
});
const chunkSize = 1024 * 1024;
/** The bytes of a file; each piece is its own, since a reader may keep what is left of it. */
function* chunksOf(file) {
    for (;;) {
        const chunk = Buffer.allocUnsafe(chunkSize);
        const length = (0,external_node_fs_.readSync)(file, chunk, 0, chunkSize, null);
        if (length === 0)
            return;
        yield chunk.subarray(0, length);
    }
}
/** Documented in docs/ledger.md; additions only. */
const asJson = ({ verified, chains, problems, signaturesChecked }) => ({
    verified,
    signaturesChecked,
    rows: chains.reduce((sum, chain) => sum + chain.rows, 0),
    repositories: chains.map(chain => ({
        repository: chain.repoId,
        verified: chain.verified,
        rows: chain.rows,
        erased: chain.forgotten,
        head: chain.head && { row: chain.head.chainSeq, hash: chain.head.hash },
        signature: chain.signature,
        checkpoints: chain.published,
        newest: chain.newest && { row: chain.newest.chainSeq, at: chain.newest.at },
        losses: chain.losses.map(({ chainSeq, lostTo, at }) => ({ from: chainSeq + 1, to: lostTo, at })),
        problem: chain.problem && {
            code: chain.problem.code,
            row: chain.problem.chainSeq,
            problem: chain.problem.problem,
            line: chain.problem.line,
        },
    })),
    problems: problems.map(problem => ({ code: checkpointCode(problem), ...problem })),
});


/***/ })

};

export const id = 46;
export const ids = [46];
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

/***/ 2675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lz: () => (/* binding */ Identity),
  ex: () => (/* binding */ ReportBuilder),
  dL: () => (/* binding */ branchIdentity),
  yt: () => (/* binding */ branchIdentityOf),
  cu: () => (/* binding */ identityOf),
  ny: () => (/* binding */ reportLimits),
  YR: () => (/* binding */ textIdentity)
});

// EXTERNAL MODULE: ./build/src/coverage/model.js
var model = __webpack_require__(6197);
;// CONCATENATED MODULE: ./build/src/coverage/marks.js

/**
 * The marks of the open file (`Marks`), and what they become when it is closed. A mark is two integers: the upper 23
 * bits (of a branch: its line) and the lower 30, taken bit included. Packed, each is told by what it adds to the one
 * before:
 *
 *     mark   = number of ( 2 × what is added to the lower part )               in the same line
 *            / number of ( 2 × what is added to the upper part + 1 ) number of ( lower part )
 *     number = seven bits a byte, the lowest first; the eighth says that more follow
 *
 * That is one byte for a further branch of a line and two or more for the first.
 */
const longestMark = 10;
class MarkList {
    limit;
    /** Upper and lower part in turns. */
    parts = new Int32Array(1 << 4);
    lastUpper = -1;
    lastLower = -1;
    isAscending = true;
    /** Where the next mark is likely to be that is told a second time in the same order. */
    again = 0;
    length = 0;
    /** Of those that were packed last. */
    packedTotal = 0;
    packedTaken = 0;
    constructor(limit) {
        this.limit = limit;
    }
    /** False: more than the limit. */
    push(upper, lower) {
        const at = this.length * 2;
        if (at === this.parts.length && !this.enlarge())
            return false;
        if (upper < this.lastUpper || (upper === this.lastUpper && lower >> 1 <= this.lastLower >> 1))
            this.isAscending = false;
        this.lastUpper = upper;
        this.lastLower = lower;
        this.parts[at] = upper;
        this.parts[at + 1] = lower;
        this.length++;
        return true;
    }
    /** The same for marks that are mostly told twice, first all of them, then whether they are taken. */
    pushOrMeet(upper, lower) {
        const at = this.again * 2;
        const known = this.parts[at + 1] ?? 0;
        if (this.again === this.length || this.parts[at] !== upper || known >> 1 !== lower >> 1)
            return this.push(upper, lower);
        this.parts[at + 1] = known | lower;
        this.again++;
        return true;
    }
    /** Bytes that `pack` may need. */
    get packedLength() {
        return this.length * longestMark;
    }
    /** Writes one of each identity, taken if any is, and empties the list. Where they end. */
    pack(bytes, start) {
        const total = this.isAscending ? this.length : distinctParts(this.parts, this.length);
        let at = start;
        let taken = 0;
        let lastUpper = 0;
        let lastLower = 0;
        for (let index = 0; index < total * 2; index += 2) {
            const upper = this.parts[index] ?? 0;
            const lower = this.parts[index + 1] ?? 0;
            if (upper === lastUpper)
                at = writeNumber(bytes, at, (lower - lastLower) * 2);
            else
                at = writeNumber(bytes, writeNumber(bytes, at, (upper - lastUpper) * 2 + 1), lower);
            taken += lower & 1;
            lastUpper = upper;
            lastLower = lower;
        }
        this.length = 0;
        this.again = 0;
        this.lastUpper = -1;
        this.isAscending = true;
        this.packedTotal = total;
        this.packedTaken = taken;
        return at;
    }
    enlarge() {
        if (this.length >= this.limit)
            return false;
        const larger = new Int32Array(this.parts.length * 2);
        larger.set(this.parts);
        this.parts = larger;
        return true;
    }
}
/** Sorts in place and keeps one of each identity. How many are left. */
function distinctParts(parts, length) {
    if (length <= 64) {
        sortParts(parts, length);
        return keepDistinct(parts, length);
    }
    const marks = Float64Array.from({ length }, (_, index) => (parts[index * 2] ?? 0) * model/* marksPerLine */.ut + (parts[index * 2 + 1] ?? 0));
    const distinct = (0,model/* distinctMarks */.ty)(marks);
    for (const [index, mark] of distinct.entries()) {
        const upper = Math.floor(mark / model/* marksPerLine */.ut);
        parts[index * 2] = upper;
        parts[index * 2 + 1] = mark - upper * model/* marksPerLine */.ut;
    }
    return distinct.length;
}
/** Insertion sort: a file has few functions, and a call of the built-in sort takes longer than they do. */
function sortParts(parts, length) {
    for (let end = 2; end < length * 2; end += 2) {
        const upper = parts[end] ?? 0;
        const lower = parts[end + 1] ?? 0;
        let at = end;
        for (; at > 0; at -= 2) {
            const otherUpper = parts[at - 2] ?? 0;
            const otherLower = parts[at - 1] ?? 0;
            if (otherUpper < upper || (otherUpper === upper && otherLower <= lower))
                break;
            parts[at] = otherUpper;
            parts[at + 1] = otherLower;
        }
        parts[at] = upper;
        parts[at + 1] = lower;
    }
}
function keepDistinct(parts, length) {
    let kept = 0;
    for (let at = 0; at < length * 2; at += 2) {
        const upper = parts[at] ?? 0;
        const lower = parts[at + 1] ?? 0;
        const isRepeated = at + 2 < length * 2 && parts[at + 2] === upper && (parts[at + 3] ?? 0) >> 1 === lower >> 1;
        if (isRepeated)
            continue;
        parts[kept++] = upper;
        parts[kept++] = lower;
    }
    return kept >> 1;
}
function writeNumber(bytes, start, number) {
    let at = start;
    let rest = number;
    while (rest >= 0x80) {
        bytes[at++] = rest | 0x80;
        rest >>>= 7;
    }
    bytes[at++] = rest;
    return at;
}
function unpackMarks(bytes, start, total) {
    const marks = new Float64Array(total);
    let at = start;
    const readNumber = () => {
        let number = 0;
        for (let shift = 0;; shift += 7) {
            const byte = bytes[at++] ?? 0;
            number |= (byte & 0x7f) << shift;
            if (byte < 0x80)
                return number >>> 0;
        }
    };
    let upper = 0;
    let lower = 0;
    for (let index = 0; index < marks.length; index++) {
        const step = readNumber();
        if ((step & 1) === 1) {
            upper += step >>> 1;
            lower = readNumber();
        }
        else
            lower += step >>> 1;
        marks[index] = upper * model/* marksPerLine */.ut + lower;
    }
    return marks;
}

;// CONCATENATED MODULE: ./build/src/coverage/store.js


const noBytes = new Uint8Array();
const noMarks = new Float64Array();
/** Bytes filled one after the other: nothing is copied to make room, and little is left empty. */
class Blocks {
    all = [];
    /** The last block, and up to where it is filled. */
    bytes = noBytes;
    top = 0;
    /** Index of the last block. */
    get last() {
        return this.all.length - 1;
    }
    /** Makes sure that the last block has `size` bytes from `top` on, and tells where they end. */
    take(size) {
        if (this.top + size > this.bytes.length) {
            this.bytes = new Uint8Array(Math.max(size, Math.min(2 * this.bytes.length, 1 << 18), 1 << 10));
            this.all.push(this.bytes);
            this.top = 0;
        }
        return this.top + size;
    }
}
/**
 * Where a builder keeps its files: states and packed marks in blocks of bytes, and where they are in rows of numbers.
 * So a hundred thousand files are no hundred thousand objects with arrays of their own.
 */
class Store {
    lineStates = new Blocks();
    marks = new Blocks();
    numbers = new Int32Array(1 << 6);
    /** Row 0 is nobody's: where there are no marks. */
    length = marksWidth;
    /** Index of the first number of a new row. */
    addRow(width) {
        const row = this.length;
        this.length += width;
        if (this.length > this.numbers.length) {
            const larger = new Int32Array(this.numbers.length * 1.5);
            larger.set(this.numbers);
            this.numbers = larger;
        }
        return row;
    }
}
/** Row of a file: the block that its states are in, from where to where, and the row of its marks. */
const [STATES, BASE, LIMIT, MARKS, fileWidth] = [0, 1, 2, 3, 4];
/** Row of marks: their block; where, how many, how many taken; and the row from an earlier time in the same file. */
const [BLOCK, BRANCHES, FUNCTIONS, EARLIER, marksWidth] = [0, 1, 4, 7, 8];
/** A file as it lies in the store. Unpacked each time that somebody asks: keep what you got. */
class StoredFile {
    store;
    row;
    constructor(store) {
        this.store = store;
        this.row = store.addRow(fileWidth);
    }
    get lines() {
        return this.states.subarray(this.base, this.limit);
    }
    get branches() {
        return this.unite(BRANCHES);
    }
    get functions() {
        return this.unite(FUNCTIONS);
    }
    counted() {
        return {
            lines: (0,model/* countLines */.lt)(this.states, this.base, this.limit),
            branches: this.count(BRANCHES),
            functions: this.count(FUNCTIONS),
        };
    }
    /** The block with the states, which are from `base` to before `limit`. */
    get states() {
        return this.limit === 0 ? noBytes : (this.store.lineStates.all[this.at(this.row + STATES)] ?? noBytes);
    }
    get base() {
        return this.at(this.row + BASE);
    }
    get limit() {
        return this.at(this.row + LIMIT);
    }
    /** They are in the last block. */
    keepStates(base, limit) {
        const { numbers, lineStates } = this.store;
        numbers[this.row + STATES] = lineStates.last;
        numbers[this.row + BASE] = base;
        numbers[this.row + LIMIT] = limit;
    }
    /** Packs them into the last block. */
    keepMarks(branches, functions) {
        const { marks } = this.store;
        const row = this.store.addRow(marksWidth);
        const { numbers } = this.store;
        marks.take(branches.packedLength + functions.packedLength);
        numbers[row + BLOCK] = marks.last;
        numbers[row + BRANCHES] = marks.top;
        marks.top = branches.pack(marks.bytes, marks.top);
        numbers[row + BRANCHES + 1] = branches.packedTotal;
        numbers[row + BRANCHES + 2] = branches.packedTaken;
        numbers[row + FUNCTIONS] = marks.top;
        marks.top = functions.pack(marks.bytes, marks.top);
        numbers[row + FUNCTIONS + 1] = functions.packedTotal;
        numbers[row + FUNCTIONS + 2] = functions.packedTaken;
        numbers[row + EARLIER] = this.at(this.row + MARKS);
        numbers[this.row + MARKS] = row;
    }
    /** Without unpacking, unless the report came back to the file with marks of this kind. */
    count(column) {
        const marks = this.rowWith(column, this.at(this.row + MARKS));
        if (this.rowWith(column, this.at(marks + EARLIER)) > 0)
            return (0,model/* countMarks */.WL)(this.unite(column));
        return { covered: this.at(marks + column + 2), total: this.at(marks + column + 1) };
    }
    unite(column) {
        const pieces = [];
        for (let marks = this.rowWith(column, this.at(this.row + MARKS)); marks > 0;) {
            const bytes = this.store.marks.all[this.at(marks + BLOCK)] ?? noBytes;
            pieces.push(unpackMarks(bytes, this.at(marks + column), this.at(marks + column + 1)));
            marks = this.rowWith(column, this.at(marks + EARLIER));
        }
        const [only = noMarks] = pieces;
        if (pieces.length <= 1)
            return only;
        const all = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0));
        let at = 0;
        for (const piece of pieces) {
            all.set(piece, at);
            at += piece.length;
        }
        return (0,model/* distinctMarks */.ty)(all);
    }
    /** The given row of marks, or the next earlier one that has marks of this kind; 0: none. */
    rowWith(column, row) {
        let marks = row;
        while (marks > 0 && this.at(marks + column + 1) === 0)
            marks = this.at(marks + EARLIER);
        return marks;
    }
    at(index) {
        return this.store.numbers[index] ?? 0;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/builder.js



/**
 * Beyond these a report is refused, never cut. `lineBytes` holds 512 million lines; `spread` is how many lines ranges
 * may name in all, so that a short report cannot keep a reader busy.
 */
const reportLimits = {
    line: (1 << 23) - 1,
    files: 250_000,
    lineBytes: 1 << 27,
    spread: 2 ** 31,
    marks: 1 << 25,
    path: 4096,
};
/**
 * Collects a report file by file. A file opened again continues, so that its records are united whatever their order.
 * Reading 200 MB allocates some blocks and little more than a name for each file: line states lie side by side, marks
 * are packed as soon as a file is closed.
 */
class ReportBuilder {
    files = new Map();
    store = new Store();
    branches = new MarkList(reportLimits.marks);
    functions = new MarkList(reportLimits.marks);
    current = new StoredFile(this.store);
    /** Where the states of the current file are. */
    states = this.current.states;
    base = 0;
    limit = 0;
    lineBytes = 0;
    marks = 0;
    spread = 0;
    /** A limit was passed; the report must be refused as too large. */
    overflow = false;
    get fileCount() {
        return this.files.size;
    }
    open(path) {
        const known = this.files.get(path);
        const file = known ?? new StoredFile(this.store);
        if (known === undefined)
            this.files.set(path, file);
        if (this.files.size > reportLimits.files)
            this.overflow = true;
        this.current = file;
        this.states = file.states;
        this.base = file.base;
        this.limit = file.limit;
    }
    /** `line` within 1 and `reportLimits.line`: readers refuse others with their place. */
    line(line, covered) {
        const at = this.base + (line >>> 2);
        if (at < this.limit)
            this.states[at] = (this.states[at] ?? 0) | ((covered ? 3 : 1) << ((line & 3) << 1));
        else if (this.grow((line >>> 2) + 1))
            this.line(line, covered);
    }
    /** All lines from `first` to `last`, which is not before it. */
    lines(first, last, covered) {
        this.spread += last - first;
        if (this.spread > reportLimits.spread)
            this.overflow = true;
        else if (last - first > 64)
            this.fillLines(first, last, covered);
        else
            for (let line = first; line <= last; line++)
                this.line(line, covered);
    }
    /** `identity`: 29 bits that tell the branches of one line apart; see `branchIdentity`. */
    branch(line, identity, taken) {
        if (!this.branches.push(line, identity * 2 + (taken ? 1 : 0)))
            this.overflow = true;
    }
    /** For formats that say how many branches of a line were taken, not which. */
    countedBranches(line, taken, total) {
        for (let branch = 0; branch < total; branch++)
            this.branch(line, branch, branch < taken);
    }
    /** `identity`: 52 bits; see `identityOf`. */
    function(identity, called) {
        const upper = Math.floor(identity / 0x20000000);
        const lower = identity - upper * 0x20000000;
        if (!this.functions.pushOrMeet(upper, lower * 2 + (called ? 1 : 0)))
            this.overflow = true;
    }
    /** For formats that only give totals of a file. */
    counts(counts) {
        this.current.counts = (0,model/* mergeCounts */.Lq)(this.current.counts, counts);
    }
    close() {
        this.keepStates();
        const marks = this.branches.length + this.functions.length;
        this.marks += marks;
        if (this.marks > reportLimits.marks)
            this.overflow = true;
        if (marks > 0)
            this.current.keepMarks(this.branches, this.functions);
    }
    build(sources, claims) {
        return { files: this.files, sources, claims };
    }
    /** A long range, whole bytes at a time. */
    fillLines(first, last, covered) {
        const start = first + (-first & 3);
        const end = last & ~3;
        for (let line = last; line >= end; line--)
            this.line(line, covered);
        for (let line = first; line < start; line++)
            this.line(line, covered);
        const { states } = this;
        const from = this.base + (start >>> 2);
        const to = this.base + (end >>> 2);
        if (covered)
            states.fill(0xff, from, to);
        else
            for (let at = from; at < to; at++)
                states[at] = (states[at] ?? 0) | 0x55;
    }
    /** Makes room for `needed` bytes of states and some more: in place for the last file of the block, others move. */
    grow(needed) {
        const { states, base, limit } = this;
        const { lineStates } = this.store;
        if (this.lineBytes + needed > reportLimits.lineBytes) {
            this.overflow = true;
            return false;
        }
        if (states === lineStates.bytes && limit === lineStates.top)
            lineStates.top = base;
        this.limit = lineStates.take(Math.max(needed + spareStates, 2 * (limit - base)));
        this.base = lineStates.top;
        this.states = lineStates.bytes;
        lineStates.top = this.limit;
        const isMoved = this.states !== states || this.base !== base;
        if (isMoved && limit > base)
            this.states.set(states.subarray(base, limit), this.base);
        return true;
    }
    /** A file that was opened for the first time gives back what it did not need; others will grow again. */
    keepStates() {
        const { current, states, base } = this;
        const { lineStates } = this.store;
        const isInPlace = states === current.states && base === current.base;
        if (isInPlace && this.limit === current.limit)
            return;
        if (current.limit === 0 && this.limit === lineStates.top) {
            while (this.limit > base && states[this.limit - 1] === 0)
                this.limit--;
            lineStates.top = this.limit;
        }
        this.lineBytes += this.limit - (isInPlace ? current.limit : base);
        current.keepStates(base, this.limit);
    }
}
/** Spared, the states of 256 lines ask for room once. */
const spareStates = 64;
/**
 * 52 bits that identify some bytes: enough that two of the thousands of branches in a file meet by accident about once
 * in 10¹⁰ files. `seed` sets apart what precedes them. Two FNV-1a sums with different primes.
 */
function identityOf(bytes, start, end, seed = 0) {
    let high = 0x811c9dc5 ^ seed;
    let low = 0x9e3779b9 ^ Math.imul(seed, 0x85ebca6b);
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        high = Math.imul(high ^ byte, 0x01000193);
        low = Math.imul(low ^ byte, 0x01000197);
    }
    return mix(high) * 0x100000 + (mix(low) >>> 12);
}
/** The same for several ranges of bytes, of which the first may be common to many. */
class Identity {
    high = 0x811c9dc5;
    low = 0x9e3779b9;
    /** Starts again, where another one is now. */
    reset(from) {
        this.high = from?.high ?? 0x811c9dc5;
        this.low = from?.low ?? 0x9e3779b9;
        return this;
    }
    /** Whether all of it was ASCII. */
    add(bytes, start, end) {
        let { high, low } = this;
        let all = 0;
        for (let at = start; at < end; at++) {
            const byte = bytes[at] ?? 0;
            all |= byte;
            high = Math.imul(high ^ byte, 0x01000193);
            low = Math.imul(low ^ byte, 0x01000197);
        }
        this.high = high;
        this.low = low;
        return all < 0x80;
    }
    /** Adds up to the first control character, and tells where that is. There is one. */
    addText(bytes, start) {
        let { high, low } = this;
        let at = start;
        for (let byte = bytes[at] ?? 0; byte >= 0x20; byte = bytes[++at] ?? 0) {
            high = Math.imul(high ^ byte, 0x01000193);
            low = Math.imul(low ^ byte, 0x01000197);
        }
        this.high = high;
        this.low = low;
        return at;
    }
    /** Between two ranges, so that it matters where one ends. */
    separate() {
        this.high = Math.imul(this.high ^ 0x0a, 0x01000193);
        this.low = Math.imul(this.low ^ 0x0a, 0x01000197);
    }
    get value() {
        return mix(this.high) * 0x100000 + (mix(this.low) >>> 12);
    }
}
function textIdentity(text) {
    const bytes = new TextEncoder().encode(text);
    return identityOf(bytes, 0, bytes.length);
}
/**
 * 29 bits for the branch of a line that a format names by two numbers ≥ 0 (block and branch, start and end column):
 * exact below 2¹⁴, else mixed.
 */
function branchIdentity(first, second) {
    if (first < 0x4000 && second < 0x4000)
        return first * 0x4000 + second;
    return branchNamed(Math.imul(first ^ 0x811c9dc5, 0x01000193) ^ Math.imul(second, 0x85ebca6b));
}
/** 29 bits for the branch of a line that a format names by some bytes; numbers with a comma between give the pair's. */
function branchIdentityOf(bytes, start, end) {
    let first = -1;
    let number = 0;
    let hash = 0x811c9dc5;
    let isPair = end - start < 12;
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        hash = Math.imul(hash ^ byte, 0x01000193);
        if (byte >= 0x30 && byte <= 0x39)
            number = number * 10 + byte - 0x30;
        else if (byte === 0x2c && first < 0) {
            first = number;
            number = 0;
        }
        else
            isPair = false;
    }
    return isPair && first >= 0 ? branchIdentity(first, number) : branchNamed(hash);
}
/** Apart from the identities of small pairs. */
const branchNamed = (hash) => 0x10000000 + (mix(hash) & 0xfffffff);
function mix(value) {
    let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
}


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   Lx: () => (/* binding */ hasControls),
/* harmony export */   Tr: () => (/* binding */ skipByteOrderMark),
/* harmony export */   Wy: () => (/* binding */ latin1),
/* harmony export */   _6: () => (/* binding */ decodeUtf8),
/* harmony export */   hV: () => (/* binding */ startsWithText),
/* harmony export */   xC: () => (/* binding */ isSpace)
/* harmony export */ });
/** Where the text starts behind a UTF-8 byte order mark. */
function skipByteOrderMark(bytes, start = 0) {
    return bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? start + 3 : start;
}
/** Space, tab, LF or CR. */
const isSpace = (byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** ASCII text at the start, letters in either case. */
function startsWithText(bytes, text) {
    return bytes.length >= text.length && latin1(bytes.subarray(0, text.length)).toLowerCase() === text.toLowerCase();
}
/** One character per byte: for looking at a head whose encoding is not known yet. */
const latin1 = (bytes) => new TextDecoder('latin1').decode(bytes);
/** Control characters stand in no path of a repository. */
function hasControls(path) {
    for (let at = 0; at < path.length; at++)
        if (path.charCodeAt(at) < 0x20)
            return true;
    return false;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** `undefined`: the bytes are not UTF-8. */
function decodeUtf8(bytes) {
    try {
        return utf8.decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The first sixty bytes, for a message. */
const excerpt = (bytes, start, end) => new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 60)));


/***/ }),

/***/ 9611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ formatIds),
  F: () => (/* binding */ formats)
});

// EXTERNAL MODULE: ./build/src/coverage/builder.js + 2 modules
var builder = __webpack_require__(2675);
// EXTERNAL MODULE: ./build/src/coverage/xml.js + 2 modules
var xml = __webpack_require__(9817);
// EXTERNAL MODULE: ./build/src/coverage/xml-reader.js
var xml_reader = __webpack_require__(4901);
;// CONCATENATED MODULE: ./build/src/coverage/formats/clover.js



/**
 * Clover's `clover.xsd`, as its writers agree on it:
 *
 *     <coverage generated= clover=>
 *       <project> <metrics statements= coveredstatements=/>         (claims, first or last)
 *         <package> <file name= path=> …                            (or files without a package)
 *           <class/> <metrics/>
 *           <line num= type="method" name= signature= count=/>      (a function, no executable line)
 *           <line num= type="stmt" count=/>
 *           <line num= type="cond" truecount= falsecount=/>         (OpenClover: two branches)
 *           <line num= type="cond" count= truecount= falsecount=/>  (Istanbul: branches taken and not taken)
 *       <testproject> …                                             (the tests themselves: not counted)
 *
 * PHPUnit gives a path as `name`; others its last part, and the path as `path`. Where a method begins, PHPUnit leaves
 * out the statement of the same line. Line 0, which old versions of PHPUnit write, is none. Istanbul lists no methods.
 */
const clover = {
    id: 'clover',
    title: 'Clover XML',
    writtenBy: 'PHPUnit, Istanbul, Vitest, Jest, OpenClover, Atlassian Clover, gcovr',
    places: ['clover.xml', 'coverage/clover.xml', 'build/logs/clover.xml', 'target/site/clover/clover.xml'],
    counts: ['branches', 'functions'],
    detect: head => /^<coverage\s[^>]*\b(clover|generated)\s*=|^<coverage(\s[^>]*)?>\s*<(test)?project[\s>]/.test((0,xml/* rootOf */.I5)(head)),
    reader: () => (0,xml_reader/* xmlReader */.t0)({ elements: clover_elements, attributes }, (xml, report) => new CloverReader(xml, report)),
};
const clover_elements = ['coverage', 'testproject', 'package', 'file', 'metrics', 'line'];
const [TESTPROJECT, PACKAGE, FILE, METRICS, LINE] = [1, 2, 3, 4, 5];
const attributes = [
    'num',
    'type',
    'count',
    'truecount',
    'falsecount',
    'name',
    'signature',
    'path',
    'statements',
    'coveredstatements',
    'elements',
    'coveredelements',
];
const [NUM, TYPE, COUNT, TRUECOUNT, FALSECOUNT, NAME, SIGNATURE, PATH] = [0, 1, 2, 3, 4, 5, 6, 7];
const [STATEMENTS, COVEREDSTATEMENTS, ELEMENTS, COVEREDELEMENTS] = [8, 9, 10, 11];
class CloverReader {
    xml;
    report;
    inTests = false;
    inPackage = false;
    inFile = false;
    lastLine = 0;
    /** Conditions of OpenClover on that line so far. */
    conditions = 0;
    claimed = { statements: 0, coveredStatements: 0, elements: 0, coveredElements: 0 };
    /** As PHPUnit and Istanbul count them; OpenClover's may share a line, and its conditions are none. */
    statementsAreLines = true;
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    /** What is covered beyond what there is cannot be: then that is the claim, to be told. */
    get claims() {
        const { statements, coveredStatements, elements, coveredElements } = this.claimed;
        if (coveredElements > elements)
            return { rate: coveredElements / Math.max(1, elements) };
        if (statements === 0)
            return {};
        return { rate: coveredStatements / statements, ...(this.statementsAreLines ? { total: statements } : {}) };
    }
    open(element) {
        if (element === TESTPROJECT)
            this.inTests = true;
        else if (this.inTests)
            return;
        else if (element === LINE) {
            if (this.inFile)
                this.readLine();
        }
        else if (element === FILE)
            this.openFile();
        else if (element === PACKAGE)
            this.inPackage = true;
        else if (element === METRICS && !this.inPackage && !this.inFile)
            this.readMetrics();
    }
    close(element) {
        if (element === TESTPROJECT)
            this.inTests = false;
        else if (this.inTests)
            return;
        else if (element === PACKAGE)
            this.inPackage = false;
        else if (element === FILE) {
            this.report.close();
            this.inFile = false;
        }
    }
    openFile() {
        const name = this.xml.string(NAME);
        const path = this.xml.string(PATH);
        if (this.inFile)
            (0,xml_reader/* refusePlace */._q)(this.xml, 'file');
        (0,xml_reader/* openFile */.Tq)(this.xml, this.report, path.length > name.length ? path : name);
        this.inFile = true;
        this.lastLine = 0;
    }
    readLine() {
        if (this.xml.is(TYPE, 'method'))
            this.readMethod();
        else {
            const line = this.xml.integer(NUM);
            if (line < 0 || line > builder/* reportLimits */.ny.line)
                (0,xml_reader/* refuseValue */.ss)(this.xml, NUM, 'num');
            else if (line > 0)
                this.readExecutable(line, this.xml.is(TYPE, 'cond'));
        }
    }
    readMethod() {
        const count = this.xml.integer(COUNT);
        if (count < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, COUNT, 'count');
        const [name, signature, num] = [NAME, SIGNATURE, NUM].map(attribute => this.xml.string(attribute));
        this.report.function((0,builder/* textIdentity */.YR)(`${name}\n${signature}\n${num}`), count > 0);
    }
    readExecutable(line, isCondition) {
        if (line !== this.lastLine)
            this.conditions = 0;
        else
            this.statementsAreLines = false;
        this.lastLine = line;
        if (isCondition)
            this.readCondition(line);
        else
            this.countLine(line);
    }
    countLine(line) {
        const count = this.xml.integer(COUNT);
        if (count < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, COUNT, 'count');
        else
            this.report.line(line, count > 0);
    }
    readCondition(line) {
        const whenTrue = (0,xml_reader/* countOf */.pq)(this.xml, TRUECOUNT, 'truecount');
        const whenFalse = (0,xml_reader/* countOf */.pq)(this.xml, FALSECOUNT, 'falsecount');
        if (this.xml.has(COUNT) || !(this.xml.has(TRUECOUNT) || this.xml.has(FALSECOUNT))) {
            this.countLine(line);
            if (whenTrue + whenFalse > xml_reader/* branchLimit */.QZ)
                (0,xml_reader/* refuseValue */.ss)(this.xml, TRUECOUNT, 'truecount');
            else
                this.report.countedBranches(line, whenTrue, whenTrue + whenFalse);
        }
        else {
            this.statementsAreLines = false;
            this.report.line(line, whenTrue + whenFalse > 0);
            this.report.branch(line, 2 * this.conditions, whenTrue > 0);
            this.report.branch(line, 2 * this.conditions + 1, whenFalse > 0);
            this.conditions++;
        }
    }
    readMetrics() {
        const claimed = (attribute) => Math.max(0, this.xml.integer(attribute));
        this.claimed.statements += claimed(STATEMENTS);
        this.claimed.coveredStatements += claimed(COVEREDSTATEMENTS);
        this.claimed.elements += claimed(ELEMENTS);
        this.claimed.coveredElements += claimed(COVEREDELEMENTS);
    }
}

// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/src/coverage/formats/cobertura.js




/**
 * Cobertura's `coverage-04.dtd`, as far as tools agree on it:
 *
 *     <coverage lines-valid= lines-covered= line-rate=>            (claims, never counted)
 *       <sources> <source> root of relative filenames </source> …
 *       <packages> <package> <classes>
 *         <class name= filename=>
 *           <methods> <method name= signature=> <lines> <line number= hits=/> …
 *           <lines> <line number= hits= condition-coverage="50% (1/2)"/> …
 *
 * A line counts wherever in a class it stands: Istanbul lists in methods what the class lacks, other tools only there.
 * Classes of one file are united (partial and nested classes, async state machines). The format does not say which
 * branches of a line were taken, so of one line in two places the larger counts stand.
 */
const cobertura = {
    id: 'cobertura',
    title: 'Cobertura XML',
    writtenBy: 'Cobertura, coverage.py, Istanbul, Vitest, gcovr, coverlet, dotnet-coverage, PHPUnit, gocover-cobertura',
    places: [
        'coverage/cobertura-coverage.xml',
        'coverage/cobertura.xml',
        'cobertura.xml',
        'coverage.cobertura.xml',
        'coverage.xml',
    ],
    counts: ['branches', 'functions'],
    detect: head => {
        const root = (0,xml/* rootOf */.I5)(head);
        return /^<coverage[\s/>]/.test(root) && !/^<coverage\s[^>]*\b(clover|generated)\s*=/.test(root);
    },
    reader: () => (0,xml_reader/* xmlReader */.t0)({ elements: cobertura_elements, attributes: cobertura_attributes }, (xml, report) => new CoberturaReader(xml, report)),
};
const cobertura_elements = ['coverage', 'source', 'class', 'method', 'line'];
const cobertura_attributes = [
    'filename',
    'name',
    'signature',
    'number',
    'hits',
    'condition-coverage',
    'lines-valid',
    'line-rate',
];
const [COVERAGE, SOURCE, CLASS, METHOD, cobertura_LINE] = [0, 1, 2, 3, 4];
const [FILENAME, cobertura_NAME, cobertura_SIGNATURE, NUMBER, HITS, CONDITIONS, LINES_VALID, LINE_RATE] = [0, 1, 2, 3, 4, 5, 6, 7];
const sourceLimit = 100;
class CoberturaReader {
    sources = [];
    claims = {};
    xml;
    report;
    source = '';
    inClass = false;
    className = new builder/* Identity */.lz();
    method = new builder/* Identity */.lz();
    inMethod = false;
    methodCalled = false;
    known = [];
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (element === cobertura_LINE) {
            if (this.inClass)
                this.readLine();
        }
        else if (element === CLASS)
            this.openClass();
        else if (element === METHOD)
            this.openMethod();
        else if (element === SOURCE) {
            this.xml.wantsText = true;
            this.source = '';
        }
        else if (element === COVERAGE)
            this.readClaims();
    }
    close(element) {
        if (element === CLASS)
            this.closeClass();
        else if (element === METHOD)
            this.closeMethod();
        else if (element === SOURCE)
            this.closeSource();
    }
    text() {
        if (this.source.length <= builder/* reportLimits */.ny.path)
            this.source += this.xml.text();
    }
    closeSource() {
        this.xml.wantsText = false;
        const source = this.source.trim();
        if (source !== '' && source.length <= builder/* reportLimits */.ny.path && this.sources.length < sourceLimit)
            this.sources.push(source);
    }
    openClass() {
        if (this.inClass)
            this.xml.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.cobertura.nested', {}));
        else
            (0,xml_reader/* openFile */.Tq)(this.xml, this.report, this.xml.string(FILENAME));
        this.xml.identify(cobertura_NAME, this.className.reset());
        this.inClass = true;
    }
    closeClass() {
        this.report.close();
        this.inClass = false;
    }
    openMethod() {
        this.inMethod = this.inClass;
        this.methodCalled = false;
        this.xml.identify(cobertura_NAME, this.method.reset(this.className));
        this.xml.identify(cobertura_SIGNATURE, this.method);
    }
    closeMethod() {
        if (this.inMethod)
            this.report.function(this.method.value, this.methodCalled);
        this.inMethod = false;
    }
    readLine() {
        const line = this.xml.integer(NUMBER);
        const hits = this.xml.integer(HITS);
        if (line < 1 || line > builder/* reportLimits */.ny.line)
            (0,xml_reader/* refuseValue */.ss)(this.xml, NUMBER, 'number');
        else if (hits < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, HITS, 'hits');
        else
            this.countLine(line, hits > 0);
    }
    countLine(line, covered) {
        this.report.line(line, covered);
        if (covered)
            this.methodCalled = true;
        if (this.xml.has(CONDITIONS))
            this.readConditions(line);
    }
    readConditions(line) {
        const { taken, total } = this.knownConditions() ?? this.parseConditions();
        if (total > xml_reader/* branchLimit */.QZ)
            (0,xml_reader/* refuseValue */.ss)(this.xml, CONDITIONS, 'condition-coverage');
        else
            this.report.countedBranches(line, taken, total);
    }
    /** There are few different ones: they are told by their bytes. */
    knownConditions() {
        for (const conditions of this.known)
            if (this.xml.is(CONDITIONS, conditions.text))
                return conditions;
        return undefined;
    }
    /** `50% (1/2)`. A bare `50%` says nothing that could be counted. */
    parseConditions() {
        const text = this.xml.string(CONDITIONS);
        if (!text.includes('('))
            return { text, taken: 0, total: 0 };
        const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text);
        const [taken, total] = [Number(counts?.[1]), Number(counts?.[2])];
        const conditions = taken <= total && total <= xml_reader/* branchLimit */.QZ ? { text, taken, total } : { text, taken: 0, total: Infinity };
        if (this.known.length < 32 && /^[ -~]+$/.test(text))
            this.known.push(conditions);
        return conditions;
    }
    readClaims() {
        const total = this.xml.integer(LINES_VALID);
        const rate = Number(this.xml.string(LINE_RATE) || Number.NaN);
        this.claims = { ...(total > 0 ? { total } : {}), ...(rate >= 0 && rate <= 1 ? { rate } : {}) };
    }
}

// EXTERNAL MODULE: ./build/src/coverage/bytes.js
var coverage_bytes = __webpack_require__(5163);
// EXTERNAL MODULE: ./build/src/result.js
var result = __webpack_require__(5800);
// EXTERNAL MODULE: ./build/src/coverage/json.js
var coverage_json = __webpack_require__(2384);
;// CONCATENATED MODULE: ./build/src/coverage/json-reader.js




/** A reader that hands each token to the handler and refuses the report where that refuses it. */
function jsonReader(places, handlerOf, isSequence = false) {
    const json = new coverage_json/* JsonTokens */.p(places, isSequence);
    const report = new builder/* ReportBuilder */.ex();
    const handler = handlerOf(json, report);
    const readTokens = () => {
        for (;;) {
            const token = json.next();
            if (token === 'value')
                handler.value(json.place);
            else if (token === 'open')
                handler.open?.(json.place);
            else if (token === 'close')
                handler.close?.(json.place);
            else
                return;
        }
    };
    return {
        push: chunk => {
            for (let at = 0; at < chunk.length && !json.problem; at += coverage_json/* jsonLimits */.h.slice) {
                json.feed(chunk.subarray(at, at + coverage_json/* jsonLimits */.h.slice));
                readTokens();
                if (report.overflow)
                    json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
            }
        },
        end: () => {
            json.finish();
            if (json.problem)
                return (0,result/* err */._)(json.problem);
            handler.end?.();
            return (0,result.ok)(report.build([], handler.claims ?? {}));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/coverage-py.js




/**
 * `coverage json` of coverage.py:
 *
 *     { meta: { version, branch_coverage, … },
 *       files: { <path>: { executed_lines: [line], missing_lines: [line], excluded_lines, summary, contexts,
 *                          executed_branches: [[from, to]], missing_branches: [[from, to]],      (with --branch)
 *                          functions: { <name>: { executed_lines, missing_lines, … } }, classes } },   (since 7.6)
 *       totals: { covered_lines, num_statements, … } }                            (a claim, never counted)
 *
 * Excluded lines are not executable, even if they were executed. A branch that leaves its function goes to a negative
 * line. The region of a function is its body, so a function was called when a line of it was executed; the region "" is
 * what lies outside of functions. Before version 7.13.1 a docstring may be an executed line, and an empty file has an
 * executed line 0, which is none.
 */
const coveragePy = {
    id: 'coverage-py',
    title: 'coverage.py JSON',
    writtenBy: 'coverage.py, pytest-cov',
    places: ['coverage.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        return /^\{\s*"(?:meta|files|totals)"\s*:\s*\{/.test(text) && /"(?:branch_coverage|executed_lines)"\s*:/.test(text);
    },
    reader: () => jsonReader(places, (json, report) => new CoveragePyFiles(json, report)),
};
const lists = ['executed_lines[]', 'missing_lines[]', 'excluded_lines[]'];
const places = [
    ...lists.map(list => `files.*.${list}`),
    ...lists.map(list => `files.*.functions.*.${list}`),
    'files.*',
    'files.*.functions.*',
    'files.*.executed_branches[]',
    'files.*.executed_branches[][]',
    'files.*.missing_branches[]',
    'files.*.missing_branches[][]',
    'totals.num_statements',
    'totals.covered_lines',
];
const [coverage_py_FILE, FUNCTION, TAKEN, TAKEN_END, UNTAKEN, UNTAKEN_END, coverage_py_STATEMENTS, COVERED] = [6, 7, 8, 9, 10, 11, 12, 13];
/** No Python file has as many lines. */
const longestList = 1 << 20;
class CoveragePyFiles {
    json;
    report;
    /** By place: the lists of the current file, then those of the current function. */
    lines = [[], [], [], [], [], []];
    /** Identity of the current function; undefined: outside of functions. */
    name;
    /** Lines of the current branch: where from, where to. */
    ends = [];
    statements = 0;
    covered = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        const { statements, covered } = this;
        return statements > 0 ? { total: statements, rate: Math.min(1, covered / statements) } : {};
    }
    open(place) {
        if (place === coverage_py_FILE) {
            this.report.open(this.json.path(this.json.key()));
            this.forget(0);
        }
        else if (place === FUNCTION) {
            this.name = this.json.key() === '' ? undefined : this.json.keyIdentity();
            this.forget(lists.length);
        }
        else
            this.ends = [];
    }
    value(place) {
        const lines = this.lines[place];
        if (lines !== undefined)
            this.keepLine(lines);
        else if (place === TAKEN_END || place === UNTAKEN_END)
            this.keepEnd();
        else if (place === coverage_py_STATEMENTS)
            this.statements = this.json.integer();
        else if (place === COVERED)
            this.covered = Math.max(0, this.json.integer());
    }
    close(place) {
        if (place === TAKEN || place === UNTAKEN)
            this.closeBranch(place === TAKEN);
        else if (place === FUNCTION)
            this.closeFunction();
        else if (place === coverage_py_FILE)
            this.closeFile();
    }
    forget(from) {
        for (const lines of this.lines.slice(from))
            lines.length = 0;
    }
    keepLine(lines) {
        const line = this.json.integer();
        if (line < 0 || line > builder/* reportLimits */.ny.line)
            this.json.refuseValue();
        else if (lines.length === longestList)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        else if (line > 0)
            lines.push(line);
    }
    keepEnd() {
        const line = this.json.number();
        if (Number.isInteger(line) && Math.abs(line) <= builder/* reportLimits */.ny.line)
            this.ends.push(line);
        else
            this.json.refuseValue();
    }
    closeBranch(taken) {
        const [from, to, ...more] = this.ends;
        if (from === undefined || to === undefined || more.length > 0)
            this.refuseBranch(taken);
        else
            this.report.branch(Math.abs(from), (0,builder/* branchIdentity */.dL)(Math.abs(to), to < 0 ? 1 : 0), taken);
    }
    refuseBranch(taken) {
        const key = taken ? 'executed_branches' : 'missing_branches';
        const value = `[${this.ends.slice(0, 5).join(', ')}]`;
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value }));
    }
    closeFunction() {
        const [, , , executed, missing, excluded] = this.lines;
        const called = without(executed, excluded).length > 0;
        if (this.name !== undefined && (called || missing.length > 0))
            this.report.function(this.name, called);
    }
    closeFile() {
        const [executed, missing, excluded] = this.lines;
        for (const line of without(executed, excluded))
            this.report.line(line, true);
        for (const line of missing)
            this.report.line(line, false);
        this.report.close();
    }
}
function without(lines, excluded) {
    if (excluded.length === 0)
        return lines;
    const set = new Set(excluded);
    return lines.filter(line => !set.has(line));
}

// EXTERNAL MODULE: ./build/src/coverage/paths.js + 5 modules
var paths = __webpack_require__(632);
;// CONCATENATED MODULE: ./build/src/coverage/gcov-files.js



/**
 * What gcov's JSON and gcovr's have in common, in any order (in old gcov's objects it depends on hashes):
 *
 *     { files: [ { file,
 *                  lines:     [ { line_number, count, branches: [ { count } ] } ],
 *                  functions: [ { name, demangled_name, execution_count } ] } ] }
 *
 * Where a line is in several functions (instances of a template, constructors), its records are united, its branches by
 * their position. What gcovr marks as excluded or as no code does not count.
 */
const gcovPlaces = [
    '',
    'current_working_directory',
    'files[]',
    'files[].file',
    'files[].lines[]',
    'files[].lines[].line_number',
    'files[].lines[].count',
    'files[].lines[].gcovr/excluded',
    'files[].lines[].gcovr/noncode',
    'files[].lines[].branches[]',
    'files[].lines[].branches[].count',
    'files[].lines[].branches[].gcovr/excluded',
    'files[].functions[]',
    'files[].functions[].name',
    'files[].functions[].demangled_name',
    'files[].functions[].execution_count',
    'files[].functions[].gcovr/excluded',
];
const [DOCUMENT, FOLDER] = [0, 1];
const [gcov_files_FILE, gcov_files_PATH] = [2, 3];
const [gcov_files_LINE, LINE_NUMBER, LINE_COUNT, LINE_EXCLUDED, LINE_NO_CODE] = [4, 5, 6, 7, 8];
const [BRANCH, BRANCH_COUNT, BRANCH_EXCLUDED] = [9, 10, 11];
const [gcov_files_FUNCTION, gcov_files_NAME, READABLE_NAME, FUNCTION_COUNT, FUNCTION_EXCLUDED] = [12, 13, 14, 15, 16];
const positions = 2 ** 28;
class GcovFiles {
    json;
    report;
    writtenBy;
    folder = '';
    /** Files of a document whose folder may come last. */
    waiting = [];
    kept = 0;
    file = { path: '', lines: [], branches: [], functions: [] };
    line = -1;
    /** Of the current branch of the line, else of the line, or of the function. */
    count = -1;
    lineCount = -1;
    isExcluded = false;
    isLineExcluded = false;
    /** 1: taken, 0: not, -1: excluded. */
    branches = [];
    name = -1;
    constructor(json, report, writtenBy) {
        this.json = json;
        this.report = report;
        this.writtenBy = writtenBy;
    }
    open(place) {
        if (place === gcov_files_FILE)
            this.file = { path: '', lines: [], branches: [], functions: [] };
        else if (place === gcov_files_LINE) {
            this.line = -1;
            this.lineCount = -1;
            this.isLineExcluded = false;
            this.branches = [];
        }
        else if (place === BRANCH || place === gcov_files_FUNCTION) {
            this.count = -1;
            this.name = -1;
            this.isExcluded = false;
        }
    }
    value(place) {
        const { json } = this;
        if (place === LINE_NUMBER)
            this.line = this.readLine();
        else if (place === LINE_COUNT)
            this.lineCount = this.readCount();
        else if (place === BRANCH_COUNT || place === FUNCTION_COUNT)
            this.count = this.readCount();
        else if (place === LINE_EXCLUDED || place === LINE_NO_CODE)
            this.isLineExcluded = json.boolean() || this.isLineExcluded;
        else if (place === BRANCH_EXCLUDED || place === FUNCTION_EXCLUDED)
            this.isExcluded = json.boolean();
        else if (place === gcov_files_NAME && this.name < 0)
            this.name = json.identity();
        else if (place === READABLE_NAME && this.writtenBy === 'gcovr')
            this.name = json.identity();
        else if (place === gcov_files_PATH)
            this.file.path = json.path(json.string());
        else if (place === FOLDER)
            this.folder = json.string();
    }
    close(place) {
        if (place === BRANCH)
            this.closeBranch();
        else if (place === gcov_files_LINE)
            this.closeLine();
        else if (place === gcov_files_FUNCTION)
            this.closeFunction();
        else if (place === gcov_files_FILE)
            this.closeFile();
        else if (place === DOCUMENT)
            this.closeDocument();
    }
    closeBranch() {
        if (this.count < 0)
            this.missing('branches[].count');
        this.branches.push(this.isExcluded ? -1 : Math.min(1, this.count));
    }
    closeLine() {
        const { line, branches } = this;
        if (line < 0 || this.lineCount < 0)
            this.missing(line < 0 ? 'line_number' : 'count');
        if (this.isLineExcluded)
            return;
        this.file.lines.push(line * 2 + Math.min(1, this.lineCount));
        for (let at = 0; at < branches.length; at++) {
            const taken = branches[at] ?? -1;
            if (taken >= 0)
                this.file.branches.push((line * positions + at) * 2 + taken);
        }
    }
    closeFunction() {
        if (this.name < 0)
            this.missing('name');
        if (!this.isExcluded)
            this.file.functions.push(this.name * 2 + Math.max(0, Math.min(1, this.count)));
    }
    closeFile() {
        const { file } = this;
        if (file.path === '')
            this.missing('file');
        this.kept += file.lines.length + file.branches.length + file.functions.length;
        if (this.kept > builder/* reportLimits */.ny.marks)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        if (this.writtenBy === 'gcov')
            this.waiting.push(file);
        else
            this.write(file, file.path);
    }
    closeDocument() {
        for (const file of this.waiting)
            this.write(file, within(this.folder, file.path));
        this.waiting = [];
        this.folder = '';
    }
    write({ lines, branches, functions }, path) {
        if (this.json.problem)
            return;
        this.kept = 0;
        this.report.open(path);
        for (const line of lines)
            this.report.line(Math.floor(line / 2), line % 2 === 1);
        for (const branch of branches) {
            const position = Math.floor(branch / 2);
            this.report.branch(Math.floor(position / positions), position % positions, branch % 2 === 1);
        }
        for (const each of functions)
            this.report.function(Math.floor(each / 2), each % 2 === 1);
        this.report.close();
    }
    readLine() {
        const line = this.json.integer();
        if (line < 1 || line > builder/* reportLimits */.ny.line)
            this.json.refuseValue();
        return line;
    }
    /** gcov 9 writes 1.23457e+08. */
    readCount() {
        const count = this.json.integer() >= 0 ? this.json.integer() : this.json.number();
        if (!(count >= 0 && Number.isInteger(count)))
            this.json.refuseValue();
        return count;
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}
/** Old writers may name a folder that cannot be joined; the path then stands alone. */
function within(folder, path) {
    if (folder === '' || /^(?:[/\\]|[A-Za-z]:)/.test(path))
        return path;
    return (0,paths/* normalisePath */.qb)(`${folder}/${path}`) ?? path;
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/gcov.js



/**
 * `gcov --json-format`, unpacked: one document for each object file, with or without a line end behind it.
 *
 *     report   = 1*( document )
 *     document = { format_version, gcc_version, data_file, current_working_directory, files: … }
 *
 * The files are those of `GcovFiles`, their paths relative to `current_working_directory`. A function is one per symbol:
 * two instances of a template are two functions over the same lines. Documents that were cut between two of them
 * cannot be told from whole ones.
 */
const gcov = {
    id: 'gcov',
    title: 'gcov JSON',
    writtenBy: 'gcov --json-format (GCC 9 and newer)',
    places: ['coverage/gcov.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        const isWritten = /"(?:gcc_version|data_file|unexecuted_block|blocks_executed)"\s*:/.test(text);
        return text.startsWith('{') && isWritten && !text.includes('"gcovr/');
    },
    reader: () => jsonReader(gcovPlaces, (json, report) => new GcovFiles(json, report, 'gcov'), true),
};

;// CONCATENATED MODULE: ./build/src/coverage/formats/gcovr.js




/**
 * gcovr's own JSON, in one of two forms:
 *
 *     --json:          { "gcovr/format_version", files: … }                            (as in `GcovFiles`)
 *     --json-summary:  { "gcovr/summary_format_version", root,
 *                        files: [ { filename, line_total, line_covered, branch_total, branch_covered,
 *                                   function_total, function_covered } ] }
 *
 * The summary has no lines, so only its totals count. gcovr 8 counts a line once for each function that it belongs to;
 * here it is one line.
 */
const gcovr = {
    id: 'gcovr',
    title: 'gcovr JSON',
    writtenBy: 'gcovr --json, gcovr --json-summary',
    places: ['gcovr.json', 'coverage/gcovr.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        const isWritten = text.includes('"gcovr/') || /"lineno"\s*:/.test(text) || /"line_covered"\s*:/.test(text);
        return text.startsWith('{') && isWritten;
    },
    reader: () => jsonReader(gcovr_places, (json, report) => new GcovrFiles(json, report)),
};
const inSummary = [
    'files[].filename',
    'files[].line_covered',
    'files[].line_total',
    'files[].branch_covered',
    'files[].branch_total',
    'files[].function_covered',
    'files[].function_total',
];
const gcovr_places = [...gcovPlaces, ...inSummary];
const gcovr_FILE = gcovPlaces.indexOf('files[]');
const gcovr_FILENAME = gcovPlaces.length;
class GcovrFiles {
    json;
    report;
    files;
    filename = '';
    /** In the order of the places; -1: not there. */
    numbers = [-1, -1, -1, -1, -1, -1];
    constructor(json, report) {
        this.json = json;
        this.report = report;
        this.files = new GcovFiles(json, report, 'gcovr');
    }
    open(place) {
        this.files.open(place);
        if (place !== gcovr_FILE)
            return;
        this.filename = '';
        this.numbers.fill(-1);
    }
    value(place) {
        const { json } = this;
        if (place < gcovr_FILENAME)
            this.files.value(place);
        else if (place === gcovr_FILENAME)
            this.filename = json.path(json.string());
        else {
            const number = json.integer();
            if (number < 0)
                json.refuseValue();
            this.numbers[place - gcovr_FILENAME - 1] = number;
        }
    }
    close(place) {
        if (place === gcovr_FILE && this.filename !== '')
            this.closeSummary();
        else
            this.files.close(place);
    }
    closeSummary() {
        const counts = { lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) };
        if (this.numbers[1] === -1)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: 'line_total' }));
        if (this.json.problem)
            return;
        this.report.open(this.filename);
        this.report.counts(counts);
        this.report.close();
    }
    /** Of the numbers at two places; old summaries have no functions. */
    ratio(at) {
        const [covered = 0, total = 0] = this.numbers.slice(at, at + 2).map(number => Math.max(0, number));
        const [key = ''] = /[^.]+$/.exec(inSummary[at + 1] ?? '') ?? [];
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value: `${covered}` }));
        return { covered, total };
    }
}

// EXTERNAL MODULE: ./build/src/coverage/whole-lines.js
var whole_lines = __webpack_require__(3761);
;// CONCATENATED MODULE: ./build/src/coverage/formats/go.js





/**
 * The profile of `go test -coverprofile`, one block a line:
 *
 *     report  = 1*( mode *( block / blank ) )           (several: profiles that were joined, whatever their modes)
 *     mode    = "mode: " ( "set" / "count" / "atomic" )
 *     block   = <path> ":" <position> "," <position> " " <statements> " " <count>
 *     position = <line> "." <column>
 *
 * Lines end with LF or CRLF. Two modes without a block between them contradict each other and are refused.
 *
 * A block is a stretch of source. Every line from its first to its last is executable and, if `count` is above 0,
 * covered; a line of several blocks (`} else {`) is covered by any, the same block twice is united. So do
 * gocover-cobertura, gcov2lcov and goveralls, and a profile counts as much as what they make of it. The end is
 * exclusive: ending in column 1 does not reach the line. What `go tool cover -func` counts are statements, not lines.
 * Not taken over: Codecov passes over a last line that ends in column 2, the brace of a function but not of an `if`.
 * A block of 0 statements counts as well: whether an empty function was called shows in other languages' reports too.
 *
 * A profile that was cut between two lines cannot be told from a whole one.
 */
const go = {
    id: 'go',
    title: 'Go cover profile',
    writtenBy: 'go test, go tool covdata, gocovmerge',
    places: ['coverage.out', 'cover.out', 'c.out'],
    counts: [],
    detect: head => /^(mode:|[^\n]+:\d+\.\d+,\d+\.\d+ \d+ -?\d+\r?(\n|$))/.test((0,coverage_bytes/* latin1 */.Wy)(head)),
    reader: () => new GoReader(),
};
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const COMMA = 0x2c;
const POINT = 0x2e;
const COLON = 0x3a;
class GoReader {
    report = new builder/* ReportBuilder */.ex();
    lines = new whole_lines/* WholeLines */.d((bytes, start, end) => this.readLines(bytes, start, end));
    problem;
    lineNumber = 0;
    mode = '';
    hasBlock = false;
    /** The last line has no end: it may have been cut. */
    unended = false;
    /** Of the open file, with the colon behind it. */
    path = new DataView(new ArrayBuffer(0));
    cursor = 0;
    firstLine = 0;
    firstColumn = 0;
    lastLine = 0;
    lastColumn = 0;
    count = 0;
    push(chunk) {
        if (this.problem || this.lines.push(chunk))
            return;
        this.lineNumber++;
        this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: whole_lines/* longestLine */.N }));
    }
    end() {
        this.unended = this.lines.rest > 0;
        if (!this.problem)
            this.lines.finish();
        if (this.path.byteLength > 0)
            this.report.close();
        return this.problem ? (0,result/* err */._)(this.problem) : (0,result.ok)(this.report.build([], {}));
    }
    readLines(bytes, start, end) {
        const view = new DataView(bytes.buffer, bytes.byteOffset, end);
        for (let at = start; at < end && !this.problem; at = this.cursor) {
            this.lineNumber++;
            if (this.isSameFile(view, at) && this.isBlock(bytes, at + this.path.byteLength))
                this.countBlock();
            else
                this.readOther(bytes, this.lineNumber === 1 ? (0,coverage_bytes/* skipByteOrderMark */.Tr)(bytes, at) : at);
        }
    }
    /** Anything but a block of the same file as the last. */
    readOther(bytes, start) {
        const next = bytes.indexOf(LF, start);
        const end = next > start && bytes[next - 1] === CR ? next - 1 : next;
        const colon = bytes.lastIndexOf(COLON, end);
        if (this.mode !== '' && colon >= start && this.isBlock(bytes, colon + 1)) {
            this.openFile(bytes.slice(start, colon + 1));
            this.countBlock();
        }
        else if (end > start)
            this.readMode((0,coverage_bytes/* excerpt */.Kb)(bytes, start, end));
        this.cursor = next + 1;
    }
    readMode(line) {
        const mode = /^mode: (set|count|atomic)$/.exec(line)?.[1];
        const contradicts = mode !== undefined && this.mode !== '' && mode !== this.mode && !this.hasBlock;
        if (mode === undefined && this.unended)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.go.truncated', {}));
        else if (mode === undefined && line.startsWith('mode:'))
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.mode', { line }));
        else if (mode === undefined)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)(this.mode ? 'coverage.fault.go.no-block' : 'coverage.fault.go.no-mode', {}));
        else if (contradicts)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.two-modes', { first: this.mode, mode }));
        else
            this.mode = mode;
        this.hasBlock = false;
    }
    /** Whether the path of the open file stands at `start`. */
    isSameFile(view, start) {
        const { path } = this;
        const length = path.byteLength;
        if (length === 0 || start + length > view.byteLength)
            return false;
        let at = 0;
        for (; at + 4 <= length; at += 4)
            if (view.getInt32(start + at) !== path.getInt32(at))
                return false;
        for (; at < length; at++)
            if (view.getInt8(start + at) !== path.getInt8(at))
                return false;
        return true;
    }
    /** Whether what stands behind a path does so at `start`, to the end of the line, behind which the cursor then is. */
    isBlock(bytes, start) {
        this.cursor = start;
        this.firstLine = this.readNumber(bytes, POINT);
        this.firstColumn = this.readNumber(bytes, COMMA);
        this.lastLine = this.readNumber(bytes, POINT);
        this.lastColumn = this.readNumber(bytes, SPACE);
        this.readNumber(bytes, SPACE);
        this.count = this.readNumber(bytes, LF);
        return this.cursor > 0;
    }
    /** The number at the cursor, which moves behind the byte that must follow, or to -1 from where there is no return. */
    readNumber(bytes, follower) {
        const start = this.cursor;
        let at = start;
        let value = 0;
        let byte = bytes[at] ?? 0;
        while (byte >= 0x30 && byte <= 0x39) {
            value = value * 10 + byte - 0x30;
            byte = bytes[++at] ?? 0;
        }
        const end = at;
        if (byte === CR && follower === LF)
            byte = bytes[++at] ?? 0;
        this.cursor = byte === follower && end > start ? at + 1 : -1;
        return value;
    }
    countBlock() {
        const { firstLine, lastLine } = this;
        const isBackwards = lastLine < firstLine || (lastLine === firstLine && this.lastColumn < this.firstColumn);
        if (isBackwards)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.go.backwards', {}));
        else if (firstLine < 1 || lastLine > builder/* reportLimits */.ny.line)
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.go.line', { line: `${firstLine < 1 ? firstLine : lastLine}` }));
        else if (!this.problem) {
            const isReached = this.lastColumn !== 1 || lastLine === firstLine;
            this.report.lines(firstLine, isReached ? lastLine : lastLine - 1, this.count > 0);
        }
        this.hasBlock = true;
        if (this.report.overflow)
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    openFile(pathAndColon) {
        const path = (0,coverage_bytes/* decodeUtf8 */._6)(pathAndColon.subarray(0, -1));
        if (path === undefined)
            this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
        else if (path === '')
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (pathAndColon.length > builder/* reportLimits */.ny.path)
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: builder/* reportLimits */.ny.path }));
        else if ((0,coverage_bytes/* hasControls */.Lx)(path))
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
        else {
            if (this.path.byteLength > 0)
                this.report.close();
            this.report.open(path);
            this.path = new DataView(pathAndColon.buffer);
        }
    }
    fail(code, problem) {
        this.problem ??= { code, message: problem, line: Math.max(1, this.lineNumber) };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/istanbul.js





/**
 * Istanbul's `coverage-final.json`, also a file of `.nyc_output`:
 *
 *     { <path>: { path,
 *                 statementMap: { <id>: <location> },  s: { <id>: hits },
 *                 fnMap: { <id>: { decl: <location>, loc: <location> } },  f: { <id>: hits },
 *                 branchMap: { <id>: { type, line, loc: <location>, locations: [<location>] } },  b: { <id>: [hits] } } }
 *     location = { start: { line, column }, end: { line, column } }
 *
 * in any order, the file perhaps wrapped once more in `data`. As in Istanbul, a line is executable when a statement
 * starts there, and its hits are the largest of these statements; what has hits but no location counts no line. Ids are
 * only positions: functions and branches are the same in another report if their locations are. Maps of sources may
 * leave a `null` instead of a line or a count, which locates and covers nothing; so does line 0, where isparta puts
 * the code that Babel made up.
 */
const istanbul = {
    id: 'istanbul',
    title: 'Istanbul JSON',
    writtenBy: 'Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma, monocart',
    places: ['coverage/coverage-final.json', 'coverage-final.json'],
    counts: ['branches', 'functions'],
    detect: head => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{.*"(?:(?:statement|fn|branch)Map"\s*:\s*\{|[lsfb]"\s*:\s*\{\s*"\d+"\s*:)/s.test((0,coverage_bytes/* latin1 */.Wy)(head)),
    reader: () => jsonReader(istanbul_places, (json, report) => new IstanbulFiles(json, report)),
};
const inFile = [
    'path',
    'statementMap',
    'statementMap.*',
    'statementMap.*.start.line',
    's',
    's.*',
    'fnMap.*',
    'fnMap.*.loc.start.line',
    'fnMap.*.loc.start.column',
    'fnMap.*.loc.end.line',
    'fnMap.*.loc.end.column',
    'fnMap.*.decl.start.line',
    'fnMap.*.decl.start.column',
    'f.*',
    'branchMap.*',
    'branchMap.*.loc.start.line',
    'branchMap.*.loc.start.column',
    'branchMap.*.loc.end.line',
    'branchMap.*.loc.end.column',
    'branchMap.*.locations[].start.line',
    'branchMap.*.locations[].start.column',
    'branchMap.*.type',
    'branchMap.*.line',
    'b.*',
    'b.*[]',
];
const istanbul_places = [...inFile.map(place => `*.${place}`), ...inFile.map(place => `*.data.${place}`), '*'];
const [istanbul_PATH, istanbul_STATEMENTS, STATEMENT, STATEMENT_LINE, COUNTS, istanbul_COUNT] = [0, 1, 2, 3, 4, 5];
const [istanbul_FUNCTION, FUNCTION_AT, istanbul_FUNCTION_COUNT] = [6, 7, 13];
const [istanbul_BRANCH, BRANCH_AT, BRANCH_TYPE, BRANCH_LINE, ARMS, ARM] = [14, 15, 21, 22, 23, 24];
const istanbul_FILE = inFile.length;
class IstanbulFiles {
    json;
    report;
    key = '';
    path = '';
    hasStatements = false;
    hasCounts = false;
    id = 0;
    statementLines = new ById();
    statementHits = new ById();
    functionIdentities = new ById();
    functionHits = new ById();
    branchLines = new ById();
    branchIdentities = new ById();
    branchArms = new ById();
    /** Branch and hits of each arm, one behind the other. */
    arms = [];
    /** What tells the current function or branch apart: the numbers at its places, in their order, and its type. */
    where = new Int32Array(8);
    whereBytes = new Uint8Array(this.where.buffer);
    branchLine = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open(anywhere) {
        const place = placeInFile(anywhere);
        if (place === STATEMENT) {
            this.id = this.newId(this.statementLines);
            this.statementLines.set(this.id, 0);
        }
        else if (place === istanbul_FUNCTION)
            this.locate(this.functionIdentities);
        else if (place === istanbul_BRANCH)
            this.locate(this.branchIdentities);
        else if (place === ARMS) {
            this.id = this.newId(this.branchArms);
            this.branchArms.set(this.id, 1);
        }
        else if (place === istanbul_STATEMENTS)
            this.hasStatements = true;
        else if (place === COUNTS)
            this.hasCounts = true;
        else if (place === istanbul_FILE)
            this.key = this.json.path(this.json.key());
    }
    value(anywhere) {
        const place = placeInFile(anywhere);
        if (place === STATEMENT_LINE)
            this.statementLines.set(this.id, this.line());
        else if (place === istanbul_COUNT)
            this.statementHits.set(this.newId(this.statementHits), this.hits());
        else if (place === ARM)
            this.keepArm();
        else if (place === istanbul_FUNCTION_COUNT)
            this.functionHits.set(this.newId(this.functionHits), this.hits());
        else if (place === BRANCH_LINE)
            this.branchLine = this.line();
        else if (place === BRANCH_TYPE)
            this.where[7] = this.json.identity();
        else if (place === istanbul_PATH)
            this.path = this.json.path(this.json.string());
        else
            this.where[place - (place < istanbul_BRANCH ? FUNCTION_AT : BRANCH_AT)] = this.json.integer();
    }
    close(anywhere) {
        const place = placeInFile(anywhere);
        if (place === istanbul_FUNCTION)
            this.functionIdentities.set(this.id, (0,builder/* identityOf */.cu)(this.whereBytes, 0, 32));
        else if (place === istanbul_BRANCH) {
            this.branchIdentities.set(this.id, (0,builder/* branchIdentityOf */.yt)(this.whereBytes, 0, 32));
            this.branchLines.set(this.id, this.branchLine || this.startOfBranch());
        }
        else if (place === istanbul_FILE)
            this.closeFile();
    }
    locate(identities) {
        this.id = this.newId(identities);
        this.where.fill(-1);
        this.branchLine = 0;
    }
    newId(known) {
        const id = this.json.keyInteger();
        const isPossible = id >= 0 && id <= largestId;
        if (!isPossible)
            this.json.refuseKey('RPT-KEY');
        else if (known.get(id) !== -1)
            this.json.refuseKey('RPT-DUPKEY');
        return isPossible ? id : 0;
    }
    /** 0: none. */
    line() {
        if (this.json.isNull)
            return 0;
        const line = this.json.integer();
        if (line < 0 || line > builder/* reportLimits */.ny.line)
            this.json.refuseValue();
        return line;
    }
    hits() {
        if (this.json.isNull)
            return 0;
        const hits = this.json.integer();
        if (hits < 0)
            this.json.refuseValue();
        return hits;
    }
    /** Of its own location, else of its last arm's. */
    startOfBranch() {
        const [own = 0, , , , arm = 0] = this.where;
        return [own, arm].find(line => line > 0 && line <= builder/* reportLimits */.ny.line) ?? 0;
    }
    keepArm() {
        if (this.arms.length > 2 * largestId)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        this.arms.push(this.id, this.hits());
    }
    closeFile() {
        const { json, report, key, path } = this;
        const missing = this.hasStatements ? 's' : 'statementMap';
        if (!(this.hasStatements && this.hasCounts))
            json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: missing }));
        if (path !== '' && !isSameFile(key, path))
            json.refuse('RPT-PATH', (0,message/* message */.i)('coverage.fault.json.path', { key, path }));
        if (json.problem)
            return;
        report.open(path || key);
        this.countLines();
        this.countFunctions();
        this.countBranches();
        report.close();
        this.forgetFile();
    }
    countLines() {
        for (const id of this.statementHits.known) {
            const line = this.statementLines.get(id);
            if (line > 0)
                this.report.line(line, this.statementHits.get(id) > 0);
        }
    }
    countFunctions() {
        for (const id of this.functionHits.known) {
            const identity = this.functionIdentities.get(id);
            this.report.function(identity < 0 ? id : identity, this.functionHits.get(id) > 0);
        }
    }
    countBranches() {
        let arm = 0;
        for (let at = 0; at < this.arms.length; at += 2) {
            const [id = 0, hits = 0] = [this.arms[at], this.arms[at + 1]];
            arm = id === this.arms[at - 2] ? arm + 1 : 0;
            const identity = this.branchIdentities.get(id);
            this.report.branch(Math.max(0, this.branchLines.get(id)), (0,builder/* branchIdentity */.dL)(identity < 0 ? id : identity, arm), hits > 0);
        }
    }
    forgetFile() {
        this.path = '';
        this.hasStatements = false;
        this.hasCounts = false;
        this.arms = [];
        for (const each of [this.statementLines, this.statementHits, this.functionIdentities, this.functionHits])
            each.clear();
        for (const each of [this.branchLines, this.branchIdentities, this.branchArms])
            each.clear();
    }
}
/** Places within a file, wherever it is wrapped. */
const placeInFile = (place) => (place >= inFile.length ? place - inFile.length : place);
/** Tools make one of two paths absolute. */
function isSameFile(key, path) {
    if (key === path)
        return true;
    const [a, b] = [(0,paths/* normalisePath */.qb)(key), (0,paths/* normalisePath */.qb)(path)];
    return a !== null && b !== null && (a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`));
}
const largestId = (1 << 20) - 1;
/** Numbers ≥ 0 by id; -1: none. Every known tool counts ids up from 0 or 1. */
class ById {
    numbers = new Float64Array(256).fill(-1);
    ids = [];
    get known() {
        return this.ids;
    }
    get(id) {
        return this.numbers[id] ?? -1;
    }
    set(id, value) {
        if (id >= this.numbers.length) {
            const larger = new Float64Array(Math.max(id + 1, 2 * this.numbers.length)).fill(-1);
            larger.set(this.numbers);
            this.numbers = larger;
        }
        if (this.numbers[id] === -1)
            this.ids.push(id);
        this.numbers[id] = value;
    }
    clear() {
        for (const id of this.ids)
            this.numbers[id] = -1;
        this.ids = [];
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/istanbul-summary.js




/**
 * Istanbul's `coverage-summary.json`:
 *
 *     { total: <counts>,                                    (a claim, never counted)
 *       <path>: <counts> … }
 *     counts = { lines: { total, covered, skipped, pct }, statements, functions, branches: the same }
 *
 * It holds totals and no line: the project can be judged by it, no changed line can. Without anything to cover `pct` is
 * the text `Unknown`; it is never read.
 */
const istanbulSummary = {
    id: 'istanbul-summary',
    title: 'Istanbul JSON summary',
    writtenBy: 'the reporter json-summary of Istanbul, nyc, c8, Jest, Vitest, Cypress, Karma',
    places: ['coverage/coverage-summary.json', 'coverage-summary.json'],
    counts: ['branches', 'functions'],
    detect: head => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:lines|statements|functions|branches)"\s*:\s*\{\s*"(?:total|covered|pct)"/.test((0,coverage_bytes/* latin1 */.Wy)(head)),
    reader: () => jsonReader(istanbul_summary_places, (json, report) => new IstanbulSummary(json, report)),
};
const counted = ['lines', 'branches', 'functions'];
const istanbul_summary_places = [
    ...counted.flatMap(name => [`*.${name}.total`, `*.${name}.covered`]),
    'total.lines.total',
    'total.lines.covered',
    '*',
];
const CLAIMED_TOTAL = 2 * counted.length;
class IstanbulSummary {
    claims = {};
    json;
    report;
    path = '';
    /** Total and covered of each of `counted`; -1: not given. */
    numbers = new Float64Array(2 * counted.length);
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open() {
        this.path = this.json.path(this.json.key());
        this.numbers.fill(-1);
    }
    value(place) {
        const number = this.json.integer();
        if (number < 0 || number > builder/* reportLimits */.ny.marks)
            this.json.refuseValue();
        else if (place < CLAIMED_TOTAL)
            this.numbers[place] = number;
        else if (place === CLAIMED_TOTAL)
            this.claims = { total: number };
        else if (this.claims.total)
            this.claims = { ...this.claims, rate: Math.min(1, number / this.claims.total) };
    }
    close() {
        const [lines, branches, functions] = [this.ratio('lines'), this.ratio('branches'), this.ratio('functions')];
        if (this.json.problem)
            return;
        this.report.open(this.path);
        this.report.counts({ lines, branches, functions });
        this.report.close();
    }
    ratio(name) {
        const at = 2 * counted.indexOf(name);
        const [total = -1, covered = -1] = this.numbers.subarray(at, at + 2);
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.above', { path: this.path, key: name, covered, total: Math.max(0, total) }));
        else if (name === 'lines' && covered < 0)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key: 'lines' }));
        return { covered: Math.max(0, covered), total: Math.max(0, total) };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/jacoco.js



/**
 * JaCoCo's `report.dtd`:
 *
 *     <report name=> ( <group name=> … )
 *       <package name="com/acme">
 *         <class name="com/acme/A" sourcefilename="A.java">
 *           <method name= desc=> <counter type= missed= covered=/> …
 *         <sourcefile name="A.java">
 *           <line nr= mi= ci= mb= cb=/> …        (missed and covered: instructions, branches)
 *           <counter/> …
 *       <counter type="LINE" missed= covered=/>  (a claim)
 *
 * A file is package/sourcefile: the same in two groups is united. Lines without instructions (`mi` + `ci` = 0) are not
 * executable, line 0 is code that the compiler made up. Methods are functions of their class's `sourcefilename`; those
 * of a class without one (compiled without it, or written by JaCoCo before 0.8.2) lie in no file and are not counted.
 *
 * gcovr writes lines without `mi` and `ci`, even those that it excludes, some versions within `<class>`; whether they
 * were executed stands only in the counters behind them, which therefore count for such a file, up to the lines listed.
 */
const jacoco = {
    id: 'jacoco',
    title: 'JaCoCo XML',
    writtenBy: 'JaCoCo, Kover, Pester, gcovr',
    places: [
        'target/site/jacoco/jacoco.xml',
        'target/site/jacoco-aggregate/jacoco.xml',
        'build/reports/jacoco/test/jacocoTestReport.xml',
        'build/reports/kover/report.xml',
        'jacoco.xml',
    ],
    counts: ['branches', 'functions'],
    detect: head => /^<report[\s/>]/.test((0,xml/* rootOf */.I5)(head)),
    reader: () => (0,xml_reader/* xmlReader */.t0)({ elements: jacoco_elements, attributes: jacoco_attributes }, (xml, report) => new JacocoReader(xml, report)),
};
const jacoco_elements = ['report', 'group', 'package', 'class', 'method', 'sourcefile', 'line', 'counter'];
const [GROUP, jacoco_PACKAGE, jacoco_CLASS, jacoco_METHOD, SOURCEFILE, jacoco_LINE, COUNTER] = [1, 2, 3, 4, 5, 6, 7];
const jacoco_attributes = [
    'name',
    'desc',
    'sourcefilename',
    'nr',
    'mi',
    'ci',
    'mb',
    'cb',
    'type',
    'missed',
    'covered',
];
const [jacoco_NAME, DESC, SOURCEFILENAME, NR, MI, CI, MB, CB, jacoco_TYPE, MISSED, jacoco_COVERED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const none = { covered: 0, total: 0 };
const noTotals = { lines: none, branches: none, functions: none };
class JacocoReader {
    claims = {};
    xml;
    report;
    /** Groups and packages around. */
    depth = 0;
    package = '';
    /** Inside of a class or source file; `isPlaced` when it names a file. */
    inFile = false;
    isPlaced = false;
    className = new builder/* Identity */.lz();
    inMethod = false;
    method = new builder/* Identity */.lz();
    methodSeen = false;
    methodCalled = false;
    /** Lines of the file that tell their instructions, and those that do not. */
    plainLines = 0;
    bareLines = 0;
    counted = noTotals;
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (element === jacoco_LINE) {
            if (this.isPlaced)
                this.readLine();
        }
        else if (element === COUNTER)
            this.readCounter();
        else if (element === jacoco_METHOD)
            this.openMethod();
        else if (element === jacoco_CLASS)
            this.openClass();
        else if (element === SOURCEFILE)
            this.openSource();
        else if (element === jacoco_PACKAGE || element === GROUP) {
            this.depth++;
            if (element === jacoco_PACKAGE)
                this.package = packagePath(this.xml.string(jacoco_NAME));
        }
    }
    close(element) {
        if (element === jacoco_METHOD)
            this.closeMethod();
        else if (element === jacoco_CLASS || element === SOURCEFILE)
            this.closeFile();
        else if (element === jacoco_PACKAGE || element === GROUP) {
            this.depth--;
            this.package = '';
        }
    }
    openClass() {
        this.xml.identify(jacoco_NAME, this.className.reset());
        const source = this.xml.string(SOURCEFILENAME);
        this.enter('class', source !== '');
        if (this.isPlaced)
            (0,xml_reader/* openFile */.Tq)(this.xml, this.report, sourcePath(this.package, source));
    }
    openSource() {
        this.enter('sourcefile', true);
        const name = this.xml.string(jacoco_NAME);
        (0,xml_reader/* openFile */.Tq)(this.xml, this.report, name === '' ? '' : sourcePath(this.package, name));
    }
    enter(name, isPlaced) {
        if (this.inFile)
            (0,xml_reader/* refusePlace */._q)(this.xml, name);
        this.inFile = true;
        this.isPlaced = isPlaced;
        this.plainLines = 0;
        this.bareLines = 0;
        this.counted = noTotals;
    }
    closeFile() {
        if (this.isPlaced) {
            if (this.plainLines === 0 && this.counted.lines.total > 0)
                this.report.counts(this.counted);
            this.report.close();
        }
        this.inFile = false;
        this.isPlaced = false;
    }
    openMethod() {
        if (this.inMethod)
            (0,xml_reader/* refusePlace */._q)(this.xml, 'method');
        this.inMethod = true;
        this.methodSeen = false;
        this.methodCalled = false;
        this.xml.identify(jacoco_NAME, this.method.reset(this.className));
        this.xml.identify(DESC, this.method);
    }
    closeMethod() {
        if (this.isPlaced && this.methodSeen)
            this.report.function(this.method.value, this.methodCalled);
        this.inMethod = false;
    }
    readLine() {
        const line = this.xml.integer(NR);
        if (line < 0 || line > builder/* reportLimits */.ny.line)
            (0,xml_reader/* refuseValue */.ss)(this.xml, NR, 'nr');
        else if (this.xml.has(MI) || this.xml.has(CI))
            this.readInstructions(line);
        else
            this.bareLines++;
    }
    readInstructions(line) {
        const missed = (0,xml_reader/* countOf */.pq)(this.xml, MI, 'mi');
        const covered = (0,xml_reader/* countOf */.pq)(this.xml, CI, 'ci');
        this.plainLines++;
        if (line > 0 && missed + covered > 0)
            this.countLine(line, covered > 0);
    }
    countLine(line, covered) {
        this.report.line(line, covered);
        const missedBranches = (0,xml_reader/* countOf */.pq)(this.xml, MB, 'mb');
        const coveredBranches = (0,xml_reader/* countOf */.pq)(this.xml, CB, 'cb');
        const branches = missedBranches + coveredBranches;
        if (branches > xml_reader/* branchLimit */.QZ)
            (0,xml_reader/* refuseValue */.ss)(this.xml, MB, 'mb');
        else if (branches > 0)
            this.report.countedBranches(line, coveredBranches, branches);
    }
    readCounter() {
        const missed = (0,xml_reader/* countOf */.pq)(this.xml, MISSED, 'missed');
        const covered = (0,xml_reader/* countOf */.pq)(this.xml, jacoco_COVERED, 'covered');
        if (missed < 0 || covered < 0)
            return;
        const counted = { covered, total: missed + covered };
        if (this.inMethod) {
            if (counted.total > 0)
                this.methodSeen = true;
            if (covered > 0)
                this.methodCalled = true;
        }
        else if (this.inFile) {
            if (this.bareLines > 0)
                this.keepCounter(counted);
        }
        else if (this.depth === 0 && this.xml.is(jacoco_TYPE, 'LINE') && counted.total > 0)
            this.claims = { rate: covered / counted.total, total: counted.total };
    }
    /** Of a file whose lines do not say whether they were executed. */
    keepCounter(counted) {
        const type = this.xml.string(jacoco_TYPE);
        if (type === 'BRANCH')
            this.counted = { ...this.counted, branches: counted };
        else if (type === 'METHOD')
            this.counted = { ...this.counted, functions: counted };
        else if (type === 'LINE') {
            if (counted.total > this.bareLines)
                (0,xml_reader/* refuseValue */.ss)(this.xml, jacoco_COVERED, 'covered');
            this.counted = { ...this.counted, lines: counted };
        }
    }
}
/** The virtual machine's names of packages have slashes and no dots; gcovr writes dots for the slashes of a folder. */
const packagePath = (name) => (name.includes('/') ? name : name.replaceAll('.', '/'));
/**
 * JaCoCo names a file by its last name alone. Pester repeats folders of the package before it, gcovr writes the whole
 * path.
 */
function sourcePath(folder, name) {
    const slash = name.lastIndexOf('/');
    if (folder === '' || (slash >= 0 && endsWithPath(name.slice(0, slash), folder)))
        return name;
    return slash > 0 && endsWithPath(folder, name.slice(0, slash)) ? `${folder}${name.slice(slash)}` : `${folder}/${name}`;
}
const endsWithPath = (path, end) => path === end || path.endsWith(`/${end}`);

;// CONCATENATED MODULE: ./build/src/coverage/lcov-runs.js

const lcov_runs_LF = 0x0a;
const lcov_runs_CR = 0x0d;
const lcov_runs_SPACE = 0x20;
const lcov_runs_COMMA = 0x2c;
const lcov_runs_COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const [A, B, D, F, H, L, N, R] = [0x41, 0x42, 0x44, 0x46, 0x48, 0x4c, 0x4e, 0x52];
/**
 * Reads the lines of a tracefile that are nearly all of it, run after run: `DA`, `BRDA` with numbers, `FN` without the
 * function's end, `FNDA`, and the summaries. Each method takes one kind from `start` on and stops at the first line that
 * is anything else, odd or broken: that one is for `LcovReader`, which knows the whole grammar. One loop for each kind,
 * over bytes: this is what reading a big report costs.
 */
class LcovRuns {
    report;
    name = new builder/* Identity */.lz();
    /** Lines read so far. */
    lines = 0;
    found = 0;
    hit = 0;
    constructor(report) {
        this.report = report;
    }
    /** Where the first line starts that is not read, or `end`. The byte before `end` ends a line. */
    read(bytes, start, end) {
        const key = bytes[start];
        const third = bytes[start + 2];
        if (key === D)
            return this.readHits(bytes, start, end);
        if (key === B && third === D)
            return this.readBranches(bytes, start, end);
        if (key === F && (third === lcov_runs_COLON || third === D))
            return this.readFunctions(bytes, start, end);
        if (key === L)
            return this.readSummary(bytes, start, start);
        if (key === B || key === F)
            return this.readSummary(bytes, start, start + 1);
        return start;
    }
    /** `DA:<line>,<hits>` */
    readHits(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === D && bytes[next + 1] === A && bytes[next + 2] === lcov_runs_COLON) {
            let at = next + 3;
            let line = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                line = line * 10 + byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || line === 0 || line > builder/* reportLimits */.ny.line)
                break;
            const hits = ++at;
            let any = 0;
            byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                any |= byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (at === hits)
                break;
            if (byte === lcov_runs_CR)
                byte = bytes[++at] ?? 0;
            if (byte !== lcov_runs_LF)
                break;
            report.line(line, any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `BRDA:<line>,<block>,<branch>,<taken>`; block and branch below 2¹⁴, which are their own identity. */
    readBranches(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === B && bytes[next + 1] === R && bytes[next + 2] === D) {
            if (bytes[next + 3] !== A || bytes[next + 4] !== lcov_runs_COLON)
                break;
            let at = next + 5;
            let line = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                line = line * 10 + byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || line === 0 || line > builder/* reportLimits */.ny.line)
                break;
            const block = ++at;
            let first = 0;
            byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                first = first * 10 + byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === block || first >= 0x4000)
                break;
            const branch = ++at;
            let second = 0;
            byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                second = second * 10 + byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === branch || second >= 0x4000)
                break;
            const taken = ++at;
            let any = 0;
            byte = bytes[at] ?? 0;
            if (byte === MINUS)
                byte = bytes[++at] ?? 0;
            else
                while (byte >= ZERO && byte <= NINE) {
                    any |= byte - ZERO;
                    byte = bytes[++at] ?? 0;
                }
            if (at === taken)
                break;
            if (byte === lcov_runs_CR)
                byte = bytes[++at] ?? 0;
            if (byte !== lcov_runs_LF)
                break;
            report.branch(line, first * 0x4000 + second, any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `FN:<line>,<name>` and `FNDA:<hits>,<name>`; a digit behind the first comma of `FN` may be the end line. */
    readFunctions(bytes, start, end) {
        const { report } = this;
        let lines = 0;
        let next = start;
        while (next < end && !report.overflow && bytes[next] === F && bytes[next + 1] === N) {
            const isHits = bytes[next + 2] === D && bytes[next + 3] === A;
            let at = isHits ? next + 4 : next + 2;
            if (bytes[at] !== lcov_runs_COLON)
                break;
            const number = ++at;
            let any = 0;
            let byte = bytes[at] ?? 0;
            while (byte >= ZERO && byte <= NINE) {
                any |= byte - ZERO;
                byte = bytes[++at] ?? 0;
            }
            if (byte !== lcov_runs_COMMA || at === number)
                break;
            const name = ++at;
            byte = bytes[at] ?? 0;
            if (!isHits && byte >= ZERO && byte <= NINE)
                break;
            at = this.name.reset().addText(bytes, name);
            if (bytes[at - 1] === lcov_runs_SPACE)
                break;
            if (bytes[at] === lcov_runs_CR)
                at++;
            if (bytes[at] !== lcov_runs_LF)
                break;
            report.function(this.name.value, isHits && any !== 0);
            lines++;
            next = at + 1;
        }
        this.lines += lines;
        return next;
    }
    /** `LF`, `LH`, and those of functions and branches, which nobody asks for. `key`: where the last two letters are. */
    readSummary(bytes, start, key) {
        const kind = bytes[key + 1];
        if (bytes[key + 2] !== lcov_runs_COLON || (kind !== F && kind !== H))
            return start;
        let at = key + 3;
        let claim = 0;
        let byte = bytes[at] ?? 0;
        while (byte >= ZERO && byte <= NINE) {
            claim = claim * 10 + byte - ZERO;
            byte = bytes[++at] ?? 0;
        }
        if (byte === lcov_runs_CR)
            byte = bytes[++at] ?? 0;
        if (byte !== lcov_runs_LF || at - key > 15)
            return start;
        if (key === start && kind === F)
            this.found += claim;
        else if (key === start)
            this.hit += claim;
        this.lines++;
        return at + 1;
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/lcov.js






/**
 * The tracefile of `geninfo(1)`, one record a line:
 *
 *     report  = *( TN:<test> / record / blank / "#" comment )
 *     record  = SF:<path> *( field ) end_of_record
 *     field   = DA:<line>,<hits>[,<checksum>]
 *             / BRDA:<line>,[e]<block>,<branch>,( <taken> / "-" )
 *             / FN:<line>[,<end>],<name>  / FNDA:<hits>,<name>
 *             / FNL:<index>,<line>[,<end>] / FNA:<index>,<hits>,<name>        (lcov 2: names of one function)
 *             / LF:<n> / LH:<n>                                               (claims, never counted)
 *             / <UPPERCASE KEY>:<anything>                                    (ignored)
 *
 * Lines end with LF or CRLF; blanks before that are ignored, as lcov ignores them. Hits of any length count as hit
 * unless all zeros: llvm-cov writes wrapped 64-bit sums.
 * Line 0 is refused, but for one with a checksum, which coverage.py writes for an empty file: it is none.
 * The same file twice is united. A report cut exactly after `end_of_record` cannot be told from a whole one.
 */
const lcov = {
    id: 'lcov',
    title: 'LCOV',
    writtenBy: 'lcov, geninfo, Istanbul, c8, Vitest, Node, llvm-cov, gcovr, coverage.py, grcov, tarpaulin, simplecov-lcov',
    places: ['coverage/lcov.info', 'coverage/lcov/*.info', 'lcov.info'],
    counts: ['branches', 'functions'],
    detect: head => /^(#[^\n]*\n\s*)*(TN|SF):/.test((0,coverage_bytes/* latin1 */.Wy)(head)),
    reader: () => new LcovReader(),
};
const lcov_LF = 0x0a;
const lcov_CR = 0x0d;
const lcov_COMMA = 0x2c;
const lcov_COLON = 0x3a;
class LcovReader {
    report = new builder/* ReportBuilder */.ex();
    runs = new LcovRuns(this.report);
    lines = new whole_lines/* WholeLines */.d((bytes, start, end) => this.readLines(bytes, start, end));
    problem;
    inRecord = false;
    sawTest = false;
    functionOfIndex = new Map();
    push(chunk) {
        if (this.problem || this.lines.push(chunk))
            return;
        this.runs.lines++;
        this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: whole_lines/* longestLine */.N }));
    }
    end() {
        if (!this.problem)
            this.lines.finish();
        if (!this.problem)
            this.checkEnd();
        if (this.problem)
            return (0,result/* err */._)(this.problem);
        const { found, hit } = this.runs;
        const claims = found > 0 ? { rate: hit / found, total: found } : {};
        return (0,result.ok)(this.report.build([], claims));
    }
    checkEnd() {
        const cut = this.inRecord || (this.sawTest && this.report.fileCount > 0);
        if (cut)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.lcov.truncated', {}));
    }
    /** Whole lines: the last byte is a line end. */
    readLines(bytes, start, end) {
        let at = start;
        while (at < end && !this.problem) {
            const next = this.inRecord ? this.runs.read(bytes, at, end) : at;
            at = next > at ? next : this.readOther(bytes, at);
            if (this.report.overflow)
                this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        }
    }
    /** One line of any kind. Where the next one starts. */
    readOther(bytes, start) {
        let next = start;
        while (bytes[next] !== lcov_LF)
            next++;
        this.runs.lines++;
        this.readField(bytes, start, endOfText(bytes, start, next));
        return next + 1;
    }
    /** `end` is behind the last byte of the text. */
    readField(bytes, start, end) {
        const from = this.runs.lines === 1 ? (0,coverage_bytes/* skipByteOrderMark */.Tr)(bytes, start) : start;
        if (from === end || bytes[from] === 0x23)
            return;
        const value = afterKey(bytes, from, end);
        const key = packed(bytes, from, value - 1);
        if (key === KEY.SF)
            this.openFile(bytes, value, end);
        else if (key === KEY.TN)
            this.sawTest = true;
        else if (key === 0)
            this.readBareLine(bytes, from, end);
        else if (fieldKeys.has(key))
            this.readKnownField(key, bytes, from, value, end);
    }
    readKnownField(key, bytes, start, value, end) {
        if (!this.inRecord)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.outside', { key: (0,coverage_bytes/* excerpt */.Kb)(bytes, start, value - 1) }));
        else if (!this.readValue(key, bytes, value, end)) {
            const told = { key: (0,coverage_bytes/* excerpt */.Kb)(bytes, start, value - 1), value: (0,coverage_bytes/* excerpt */.Kb)(bytes, value, end) };
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.lcov.value', told));
        }
    }
    /** Without a key only the end of a record may stand. */
    readBareLine(bytes, start, end) {
        if (!isEndOfRecord(bytes, start, end))
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.no-record', {}));
        else if (!this.inRecord)
            this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.lcov.outside', { key: 'end_of_record' }));
        else
            this.report.close();
        this.inRecord = false;
    }
    readValue(key, bytes, start, end) {
        switch (key) {
            case KEY.DA:
                return this.readHits(bytes, start, end);
            case KEY.BRDA:
                return this.readBranch(bytes, start, end);
            case KEY.FNDA:
                return this.readFunctionHits(bytes, start, end);
            case KEY.FN:
                return this.readFunction(bytes, start, end);
            case KEY.FNL:
                return this.readFunctionLine(bytes, start, end);
            case KEY.FNA:
                return this.readAliasHits(bytes, start, end);
            case KEY.LF:
                this.runs.found += claimed(bytes, start, end);
                return true;
            case KEY.LH:
                this.runs.hit += claimed(bytes, start, end);
                return true;
            default:
                return false;
        }
    }
    openFile(bytes, start, end) {
        const path = end - start <= builder/* reportLimits */.ny.path ? (0,coverage_bytes/* decodeUtf8 */._6)(bytes.subarray(start, end)) : '';
        if (this.inRecord)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.lcov.unclosed', {}));
        else if (start >= end)
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        else if (path === '')
            this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-path', { limit: builder/* reportLimits */.ny.path }));
        else if (path === undefined)
            this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
        else if ((0,coverage_bytes/* hasControls */.Lx)(path))
            this.fail('RPT-VALUE', (0,message/* message */.i)('coverage.fault.control', {}));
        else
            this.report.open(path);
        this.inRecord = true;
        this.sawTest = false;
        if (this.functionOfIndex.size > 0)
            this.functionOfIndex.clear();
    }
    /** What follows a second comma is a checksum. */
    readHits(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        const hitsEnd = second >= 0 && second < end ? second : end;
        if (first < 0 || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, hitsEnd))
            return false;
        const line = claimed(bytes, start, first);
        if (line > builder/* reportLimits */.ny.line || bytes.subarray(hitsEnd, end).includes(lcov_CR))
            return false;
        if (line === 0)
            return hitsEnd < end;
        this.report.line(line, isNonZero(bytes, first + 1, hitsEnd));
        return true;
    }
    readBranch(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const last = lastComma(bytes, start, end);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        if (second < 0 || second >= last || !isDigits(bytes, start, first))
            return false;
        const never = end - last === 2 && bytes[last + 1] === 0x2d;
        if (!never && !isDigits(bytes, last + 1, end))
            return false;
        const line = claimed(bytes, start, first);
        if (line > builder/* reportLimits */.ny.line)
            return false;
        this.report.branch(line, (0,builder/* branchIdentityOf */.yt)(bytes, first + 1, last), !never && isNonZero(bytes, last + 1, end));
        return true;
    }
    /** A number after the first comma is the last line of the function, if a name follows it. */
    readFunction(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        if (first < 0 || first >= end)
            return false;
        const second = bytes.indexOf(lcov_COMMA, first + 1);
        const hasEnd = second > first + 1 && second < end && isDigits(bytes, first + 1, second);
        this.report.function((0,builder/* identityOf */.cu)(bytes, (hasEnd ? second : first) + 1, end), false);
        return true;
    }
    readFunctionHits(bytes, start, end) {
        const comma = bytes.indexOf(lcov_COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        this.report.function((0,builder/* identityOf */.cu)(bytes, comma + 1, end), isNonZero(bytes, start, comma));
        return true;
    }
    readFunctionLine(bytes, start, end) {
        const comma = bytes.indexOf(lcov_COMMA, start);
        if (comma < 0 || comma >= end || !isDigits(bytes, start, comma))
            return false;
        const identity = (0,builder/* identityOf */.cu)(bytes, comma + 1, end, 1);
        this.functionOfIndex.set(claimed(bytes, start, comma), identity);
        this.report.function(identity, false);
        return true;
    }
    readAliasHits(bytes, start, end) {
        const first = bytes.indexOf(lcov_COMMA, start);
        const second = first < 0 ? -1 : bytes.indexOf(lcov_COMMA, first + 1);
        if (second < 0 || second >= end || !isDigits(bytes, start, first) || !isDigits(bytes, first + 1, second))
            return false;
        const identity = this.functionOfIndex.get(claimed(bytes, start, first));
        if (identity === undefined)
            return false;
        this.report.function(identity, isNonZero(bytes, first + 1, second));
        return true;
    }
    fail(code, problem) {
        this.problem ??= { code, message: problem, line: Math.max(1, this.runs.lines) };
    }
}
const isBlank = (byte) => byte === 0x20 || byte === 0x09;
/** Before the CR and the blanks that a line may end with. */
function endOfText(bytes, start, end) {
    let at = end > start && bytes[end - 1] === lcov_CR ? end - 1 : end;
    while (at > start && isBlank(bytes[at - 1] ?? 0))
        at--;
    return at;
}
/** The first six letters of a key as one number, so that telling keys apart makes no strings. 0: no key. */
function packed(bytes, start, end) {
    let key = 0;
    for (let at = start; at < end && at < start + 6; at++)
        key = key * 256 + (bytes[at] ?? 0);
    return key;
}
const keyOf = (name) => packed(new TextEncoder().encode(name), 0, name.length);
const KEY = {
    SF: keyOf('SF'),
    TN: keyOf('TN'),
    DA: keyOf('DA'),
    BRDA: keyOf('BRDA'),
    FN: keyOf('FN'),
    FNDA: keyOf('FNDA'),
    FNL: keyOf('FNL'),
    FNA: keyOf('FNA'),
    LF: keyOf('LF'),
    LH: keyOf('LH'),
};
const fieldKeys = new Set([KEY.DA, KEY.BRDA, KEY.FN, KEY.FNDA, KEY.FNL, KEY.FNA, KEY.LF, KEY.LH]);
/** Behind the colon of a key of upper-case letters and digits; `start` when there is none. */
function afterKey(bytes, start, end) {
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte === lcov_COLON)
            return at > start ? at + 1 : start;
        if (!((byte >= 0x41 && byte <= 0x5a) || (at > start && byte >= 0x30 && byte <= 0x39)))
            return start;
    }
    return start;
}
const endOfRecord = new TextEncoder().encode('end_of_record');
function isEndOfRecord(bytes, start, end) {
    if (end - start !== endOfRecord.length)
        return false;
    for (let at = 0; at < endOfRecord.length; at++)
        if (bytes[start + at] !== endOfRecord[at])
            return false;
    return true;
}
function isDigits(bytes, start, end) {
    for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (byte < 0x30 || byte > 0x39)
            return false;
    }
    return end > start;
}
function isNonZero(bytes, start, end) {
    for (let at = start; at < end; at++)
        if (bytes[at] !== 0x30)
            return true;
    return false;
}
function lastComma(bytes, start, end) {
    let at = end - 1;
    while (at >= start && bytes[at] !== lcov_COMMA)
        at--;
    return at;
}
/** A whole number of at most fifteen digits; 0 for anything else. */
function claimed(bytes, start, end) {
    if (!isDigits(bytes, start, end) || end - start > 15)
        return 0;
    let value = 0;
    for (let at = start; at < end; at++)
        value = value * 10 + (bytes[at] ?? 0) - 0x30;
    return value;
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/llvm-cov.js




/**
 * `llvm-cov export` (versions 2 and 3), also of Swift and Rust, with or without `-summary-only`, `-skip-functions`:
 *
 *     { type: "llvm.coverage.json.export",
 *       data: [ { files: [ { filename,
 *                            segments:   [ [line, column, count, has count, is region entry, is gap] ],
 *                            branches:   [ [line, column, end line, end column, taken true, taken false, …] ],
 *                            expansions: [ { source_region: [line, column, …], branches } ],
 *                            summary:    { lines: {count, covered}, functions: …, branches: … } } ],
 *                 functions: [ { filenames, count, regions: [ [line, column, …] ] } ],
 *                 totals: { lines: {count, covered} } } ] }
 *
 * A segment lasts until the next one. As in llvm-cov, a line is executable when a counted region enters on it or lasts
 * from a line before, unless the line begins with a region that is skipped; it is covered when the region from before or
 * one that enters, gaps apart, was counted above 0. Branches in macros belong to the line that uses the macro. Functions
 * go by their start: instances of a template are one, and what the report's files do not list is left out.
 *
 * llvm-cov's own totals add up the lines of functions: a line in two of them (lambdas) counts twice, one in none not at
 * all. They are claims; a file's are counted only where it has no segments.
 */
const llvmCov = {
    id: 'llvm-cov',
    title: 'llvm-cov JSON',
    writtenBy: 'llvm-cov export, swift test --enable-code-coverage, cargo llvm-cov --json',
    places: ['coverage/llvm-cov.json', '.build/*/*/codecov/*.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        return (/^\{\s*"data"\s*:\s*\[\s*\{\s*"(?:files|functions|totals)"\s*:/.test(text) ||
            (text.startsWith('{') && text.includes('"llvm.coverage.json.export"')));
    },
    reader: () => jsonReader(llvm_cov_places, (json, report) => new LlvmFiles(json, report)),
};
const llvm_cov_places = [
    'data[]',
    'data[].files[]',
    'data[].files[].filename',
    'data[].files[].segments',
    'data[].files[].segments[]',
    'data[].files[].segments[][]',
    'data[].files[].branches[]',
    'data[].files[].branches[][]',
    'data[].files[].expansions[]',
    'data[].files[].expansions[].source_region',
    'data[].files[].expansions[].source_region[]',
    'data[].files[].expansions[].branches[]',
    'data[].files[].expansions[].branches[][]',
    'data[].files[].summary.lines.covered',
    'data[].files[].summary.lines.count',
    'data[].files[].summary.branches.covered',
    'data[].files[].summary.branches.count',
    'data[].files[].summary.functions.covered',
    'data[].files[].summary.functions.count',
    'data[].functions[]',
    'data[].functions[].name',
    'data[].functions[].count',
    'data[].functions[].filenames[]',
    'data[].functions[].regions[]',
    'data[].functions[].regions[][]',
    'data[].totals.lines.covered',
    'data[].totals.lines.count',
];
const [DATA, llvm_cov_FILE, llvm_cov_PATH, SEGMENTS, SEGMENT, IN_SEGMENT, llvm_cov_BRANCH, IN_BRANCH] = [0, 1, 2, 3, 4, 5, 6, 7];
const [EXPANSION, llvm_cov_SOURCE, IN_SOURCE, NESTED_BRANCH, IN_NESTED_BRANCH] = [8, 9, 10, 11, 12];
const [SUMMARY, SUMMARY_END] = [13, 18];
const [llvm_cov_FUNCTION, llvm_cov_NAME, llvm_cov_FUNCTION_COUNT, FUNCTION_FILE, REGION, IN_REGION] = [19, 20, 21, 22, 23, 24];
const [TOTAL_COVERED, TOTAL] = [25, 26];
/** Of a segment, beside its line. */
const flags = 16;
const HIT = 8;
const COUNTED = 4;
const ENTRY = 2;
const GAP = 1;
const identities = 2 ** 29;
const nestedLimit = 65_536;
class LlvmFiles {
    json;
    report;
    total = 0;
    covered = 0;
    /** Of the current file, which may say its name last. */
    path = '';
    hasSegments = false;
    /** Line and flags of each. */
    segments = [];
    /** Line, identity and, in the lowest bit, whether it was taken. */
    branches = [];
    /** In the order of the places; -1: not there. */
    summary = [-1, -1, -1, -1, -1, -1];
    /** Files of the current export, and its functions by file. */
    listed = new Set();
    functions = new Map();
    file = '';
    name = 0;
    start = -1;
    count = -1;
    /** Numbers of the current list, and where it stands in the file. */
    fields = [];
    segmentFlags = 0;
    lastLine = 0;
    source = [];
    nested = [];
    where = new Int32Array(7);
    whereBytes = new Uint8Array(this.where.buffer);
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        return this.total > 0 ? { total: this.total, rate: this.covered / this.total } : {};
    }
    open(place) {
        if (place === SEGMENT || place === llvm_cov_BRANCH || place === NESTED_BRANCH || place === llvm_cov_SOURCE || place === REGION) {
            this.fields = [];
            this.segmentFlags = 0;
        }
        else if (place === llvm_cov_FILE)
            this.openFile();
        else if (place === SEGMENTS)
            this.hasSegments = true;
        else if (place === EXPANSION) {
            this.source = [];
            this.nested = [];
        }
        else if (place === llvm_cov_FUNCTION) {
            this.file = '';
            this.name = 0;
            this.start = -1;
            this.count = -1;
        }
    }
    value(place) {
        const { json } = this;
        if (place === IN_SEGMENT)
            this.readSegmentField();
        else if (place === IN_BRANCH || place === IN_NESTED_BRANCH || place === IN_SOURCE || place === IN_REGION)
            this.addField(this.whole());
        else if (place === llvm_cov_PATH)
            this.path = json.path(json.string());
        else if (place >= SUMMARY && place <= SUMMARY_END)
            this.summary[place - SUMMARY] = this.whole();
        else if (place === llvm_cov_NAME)
            this.name = json.identity();
        else if (place === llvm_cov_FUNCTION_COUNT)
            this.count = this.whole();
        else if (place === FUNCTION_FILE && this.file === '')
            this.file = json.path(json.string());
        else if (place === TOTAL)
            this.total += this.whole();
        else if (place === TOTAL_COVERED)
            this.covered += this.whole();
    }
    close(place) {
        if (place === SEGMENT)
            this.closeSegment();
        else if (place === llvm_cov_BRANCH)
            this.addBranch(this.fields, 0, 0);
        else if (place === NESTED_BRANCH)
            this.addNested();
        else if (place === llvm_cov_SOURCE)
            this.source = this.fields;
        else if (place === EXPANSION)
            this.closeExpansion();
        else if (place === llvm_cov_FILE)
            this.closeFile();
        else if (place === REGION)
            this.closeRegion();
        else if (place === llvm_cov_FUNCTION)
            this.closeFunction();
        else if (place === DATA)
            this.closeData();
    }
    readSegmentField() {
        const index = this.fields.length;
        if (index >= 3 && index < 6 && this.json.boolean())
            this.segmentFlags |= COUNTED >> (index - 3);
        this.addField(index === 0 ? this.sortedLine() : index < 3 ? this.whole() : 0);
    }
    /** No list of this kind is longer. */
    addField(number) {
        if (this.fields.length < 9)
            this.fields.push(number);
    }
    sortedLine() {
        const line = this.json.integer();
        if (line < 1 || line > builder/* reportLimits */.ny.line || line < this.lastLine)
            this.json.refuseValue();
        this.lastLine = line;
        return line;
    }
    whole() {
        const number = this.json.integer();
        if (number < 0)
            this.json.refuseValue();
        return number;
    }
    openFile() {
        this.path = '';
        this.hasSegments = false;
        this.segments = [];
        this.branches = [];
        this.summary.fill(-1);
        this.lastLine = 0;
    }
    /** Reports before version 2.0.1 have no gaps. */
    closeSegment() {
        const [line = 0, , count = 0] = this.fields;
        if (this.fields.length < 5)
            this.missing('segments[]');
        this.segments.push(line * flags + (count > 0 ? HIT : 0) + this.segmentFlags);
    }
    addNested() {
        if (this.nested.length < nestedLimit)
            this.nested.push(this.fields);
        else
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
    }
    closeExpansion() {
        const [line = 0, column = 0] = this.source;
        if (this.nested.length > 0 && this.source.length < 2)
            this.missing('source_region');
        for (const branch of this.nested)
            this.addBranch(branch, line, column);
    }
    /** `atLine`, `atColumn`: where the macro is used that it is in. */
    addBranch(fields, atLine, atColumn) {
        const [line = 0, column = 0, endLine = 0, endColumn = 0, taken = 0, untaken = 0, macro = 0] = fields;
        const reported = atLine || line;
        if (fields.length < 6)
            this.missing('branches[]');
        else if (reported < 1 || reported > builder/* reportLimits */.ny.line)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key: 'branches[]', value: fields.join(',').slice(0, 60) }));
        this.where.set([line, column, endLine, endColumn, atColumn, atLine && macro, 0]);
        this.addMark(reported, taken);
        this.where[6] = 1;
        this.addMark(reported, untaken);
    }
    addMark(line, taken) {
        const identity = (0,builder/* branchIdentityOf */.yt)(this.whereBytes, 0, this.whereBytes.length);
        this.branches.push((line * identities + identity) * 2 + Math.min(1, taken));
    }
    closeFile() {
        if (this.path === '')
            this.missing('filename');
        const isSummary = !this.hasSegments;
        if (isSummary && this.summary[1] === -1)
            this.missing('segments');
        if (this.json.problem)
            return;
        this.listed.add(this.path);
        this.report.open(this.path);
        if (isSummary)
            this.report.counts({ lines: this.ratio(0), branches: this.ratio(2), functions: this.ratio(4) });
        this.countLines();
        for (const mark of this.branches) {
            const branch = Math.floor(mark / 2);
            this.report.branch(Math.floor(branch / identities), branch % identities, mark % 2 === 1);
        }
        this.report.close();
    }
    /** Of the numbers at two places. */
    ratio(at) {
        const [covered = 0, total = 0] = this.summary.slice(at, at + 2).map(number => Math.max(0, number));
        const key = llvm_cov_places[SUMMARY + at]?.split('.').slice(-2).join('.') ?? '';
        if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key, value: `${covered}` }));
        return { covered, total };
    }
    countLines() {
        const { segments } = this;
        let lasting = 0;
        let behind = 0;
        for (let at = 0; at < segments.length;) {
            const first = segments[at] ?? 0;
            const line = Math.floor(first / flags);
            if (lasting & COUNTED && line > behind)
                this.report.lines(behind, line - 1, (lasting & HIT) !== 0);
            let isEntered = false;
            let isHit = (lasting & HIT) !== 0;
            let last = 0;
            for (; at < segments.length && Math.floor((segments[at] ?? 0) / flags) === line; at++) {
                last = (segments[at] ?? 0) % flags;
                if ((last & (ENTRY | COUNTED)) !== (ENTRY | COUNTED))
                    continue;
                isEntered = true;
                if ((last & (HIT | GAP)) === HIT)
                    isHit = true;
            }
            const isSkipped = (first & (ENTRY | COUNTED)) === ENTRY;
            if (isEntered || (!isSkipped && (lasting & COUNTED) !== 0))
                this.report.line(line, isHit);
            lasting = last;
            behind = line + 1;
        }
    }
    closeRegion() {
        const [line = 0, column = 0] = this.fields;
        if (this.start < 0 && this.fields.length > 1)
            this.start = (line % 2 ** 26) * 2 ** 26 + (column % 2 ** 26);
    }
    closeFunction() {
        if (this.file === '' || this.count < 0)
            this.missing(this.file === '' ? 'filenames' : 'count');
        const marks = this.functions.get(this.file) ?? [];
        marks.push(this.start < 0 ? this.name : this.start, Math.min(1, this.count));
        this.functions.set(this.file, marks);
    }
    closeData() {
        for (const [path, marks] of this.functions) {
            if (!this.listed.has(path))
                continue;
            this.report.open(path);
            for (let at = 0; at < marks.length; at += 2)
                this.report.function(marks[at] ?? 0, marks[at + 1] === 1);
            this.report.close();
        }
        this.functions.clear();
        this.listed.clear();
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/opencover.js



/**
 * The session of OpenCover, as XmlSerializer orders it:
 *
 *     <CoverageSession> <Summary numSequencePoints= visitedSequencePoints=/>              (a claim)
 *       <Modules> <Module skippedDueTo=>                                                  (skipped: not counted)
 *         <Files> <File uid= fullPath=/> …
 *         <Classes> <Class> <Methods>
 *           <Method visited=> <Name/> <FileRef uid=/>
 *             <SequencePoints> <SequencePoint vc= sl= el= offset= fileid=/> …
 *             <BranchPoints> <BranchPoint vc= sl= offset= path= fileid=/> …
 *
 * Every line of a sequence point, `sl` to `el`, is executable: so do ReportGenerator and Codecov count, and coverlet,
 * which writes a point for each; others take the first line alone, and no change of a later one could be judged. Line
 * 0xFEEFEE hides code that the compiler made up. Points without `fileid` (old versions) are of the method's `FileRef`,
 * branches without `sl` of the last point before their offset; a point of no file in its module has no source.
 */
const opencover = {
    id: 'opencover',
    title: 'OpenCover XML',
    writtenBy: 'OpenCover, coverlet, AltCover',
    places: ['coverage.opencover.xml', '**/TestResults/*/coverage.opencover.xml', 'opencover.xml'],
    counts: ['branches', 'functions'],
    detect: head => /^<CoverageSession[\s/>]/.test((0,xml/* rootOf */.I5)(head)),
    reader: () => (0,xml_reader/* xmlReader */.t0)({ elements: opencover_elements, attributes: opencover_attributes }, (xml, report) => new OpenCoverReader(xml, report)),
};
const opencover_elements = [
    'CoverageSession',
    'Summary',
    'Module',
    'File',
    'Class',
    'Method',
    'Name',
    'FileRef',
    'SequencePoint',
    'BranchPoint',
];
const [opencover_SUMMARY, MODULE, opencover_FILE, opencover_CLASS, opencover_METHOD, opencover_NAME, FILEREF, SEQUENCEPOINT, BRANCHPOINT] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const opencover_attributes = [
    'vc',
    'sl',
    'el',
    'offset',
    'path',
    'fileid',
    'uid',
    'fullPath',
    'visited',
    'skippedDueTo',
    'numSequencePoints',
    'visitedSequencePoints',
];
const [VC, SL, EL, OFFSET, opencover_PATH, FILEID, UID, FULLPATH, VISITED, SKIPPED] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [POINTS, VISITED_POINTS] = [10, 11];
const hiddenLine = 0xfeefee;
/** Of a name only so much is kept as tells methods apart. */
const longestName = 1 << 16;
const noFile = -1;
class OpenCoverReader {
    claims = {};
    xml;
    report;
    inModule = false;
    /** The element around that was skipped, -1 for none. */
    skipped = -1;
    /** Paths of the module by `uid`. */
    files = new Map();
    openedFile = noFile;
    inMethod = false;
    name = '';
    /** By its name and first line: methods that differ only in generic parameters are named alike. */
    method = 0;
    methodCalled = false;
    fileRef = noFile;
    firstFile = noFile;
    /** Of the method's sequence points; offsets ascend. */
    offsets = [];
    lines = [];
    constructor(xml, report) {
        this.xml = xml;
        this.report = report;
    }
    open(element) {
        if (this.skipped >= 0)
            return;
        if (element === SEQUENCEPOINT) {
            if (this.inMethod)
                this.readSequencePoint();
        }
        else if (element === BRANCHPOINT) {
            if (this.inMethod)
                this.readBranchPoint();
        }
        else if (element === MODULE || element === opencover_CLASS || element === opencover_METHOD)
            this.enter(element);
        else if (element === opencover_FILE)
            this.listFile();
        else if (element === FILEREF)
            this.fileRef = this.xml.integer(UID);
        else if (element === opencover_NAME)
            this.xml.wantsText = this.inMethod;
        else if (element === opencover_SUMMARY && !this.inModule)
            this.readClaims();
    }
    close(element) {
        if (this.skipped >= 0) {
            if (element === this.skipped)
                this.skipped = -1;
        }
        else if (element === opencover_METHOD)
            this.closeMethod();
        else if (element === opencover_NAME)
            this.nameMethod();
        else if (element === MODULE) {
            this.closeFile();
            this.inModule = false;
        }
    }
    text() {
        if (this.name.length < longestName)
            this.name += this.xml.text();
    }
    enter(element) {
        if (this.xml.string(SKIPPED) !== '')
            this.skipped = element;
        else if (element === opencover_METHOD)
            this.openMethod();
        else if (element === MODULE) {
            if (this.inModule)
                (0,xml_reader/* refusePlace */._q)(this.xml, 'Module');
            this.inModule = true;
            this.files.clear();
        }
    }
    listFile() {
        const uid = this.xml.integer(UID);
        const path = this.xml.string(FULLPATH);
        if (uid < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, UID, 'uid');
        if (path === '')
            return;
        this.closeFile();
        (0,xml_reader/* openFile */.Tq)(this.xml, this.report, path);
        this.report.close();
        this.files.set(uid, path);
    }
    /** Whether the module has the file; then records are for it. */
    select(uid) {
        if (uid === this.openedFile)
            return uid !== noFile;
        const path = this.files.get(uid);
        if (path === undefined)
            return false;
        this.closeFile();
        this.report.open(path);
        this.openedFile = uid;
        return true;
    }
    closeFile() {
        if (this.openedFile !== noFile)
            this.report.close();
        this.openedFile = noFile;
    }
    openMethod() {
        if (this.inMethod)
            (0,xml_reader/* refusePlace */._q)(this.xml, 'Method');
        this.inMethod = true;
        this.methodCalled = this.xml.string(VISITED) === 'true';
        this.fileRef = noFile;
        this.firstFile = noFile;
        this.name = '';
        this.method = 0;
        this.offsets.length = 0;
        this.lines.length = 0;
    }
    nameMethod() {
        if (this.xml.wantsText)
            this.method = (0,builder/* textIdentity */.YR)(this.name);
        this.xml.wantsText = false;
    }
    closeMethod() {
        if (this.select(this.fileRef) || this.select(this.firstFile))
            this.report.function(this.method, this.methodCalled);
        this.inMethod = false;
    }
    readSequencePoint() {
        const visits = this.xml.integer(VC);
        const first = this.xml.integer(SL);
        const end = this.xml.integer(EL);
        const last = this.xml.has(EL) && end !== hiddenLine ? end : first;
        if (!this.xml.has(SL) || first === hiddenLine)
            return;
        if (visits < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, VC, 'vc');
        else if (first < 1 || first > builder/* reportLimits */.ny.line)
            (0,xml_reader/* refuseValue */.ss)(this.xml, SL, 'sl');
        else if (last < first || last > builder/* reportLimits */.ny.line)
            (0,xml_reader/* refuseValue */.ss)(this.xml, EL, 'el');
        else
            this.countPoint(first, last, visits > 0);
    }
    countPoint(first, last, visited) {
        const file = this.pointFile();
        if (!this.select(file))
            return;
        if (last === first)
            this.report.line(first, visited);
        else
            this.report.lines(first, last, visited);
        if (visited)
            this.methodCalled = true;
        if (this.lines.length === 0) {
            this.firstFile = file;
            this.method = (0,builder/* textIdentity */.YR)(`${this.name}\n${first}`);
        }
        this.offsets.push(this.xml.integer(OFFSET));
        this.lines.push(first);
    }
    pointFile() {
        return this.xml.has(FILEID) ? this.xml.integer(FILEID) : this.fileRef;
    }
    readBranchPoint() {
        const visits = this.xml.integer(VC);
        const offset = this.xml.integer(OFFSET);
        const start = this.xml.integer(SL);
        const line = start > 0 ? start : this.lineAt(offset);
        if (visits < 0)
            (0,xml_reader/* refuseValue */.ss)(this.xml, VC, 'vc');
        else if (line === hiddenLine)
            return;
        else if ((start < 0 && this.xml.has(SL)) || line > builder/* reportLimits */.ny.line)
            (0,xml_reader/* refuseValue */.ss)(this.xml, SL, 'sl');
        else if (line > 0 && this.select(this.pointFile()))
            this.report.branch(line, this.branchOf(offset, this.xml.integer(opencover_PATH)), visits > 0);
    }
    /** Of the last sequence point at or before the offset, 0 when there is none. */
    lineAt(offset) {
        let [low, high] = [0, this.offsets.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((this.offsets[middle] ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return this.lines[low - 1] ?? 0;
    }
    /** Lambdas and state machines share lines with the method around them, and offsets by accident. */
    branchOf(offset, path) {
        return (0,builder/* branchIdentity */.dL)((this.method % 2 ** 30) + 2 ** 14 + offset, path);
    }
    readClaims() {
        const points = this.xml.integer(POINTS);
        const visited = this.xml.integer(VISITED_POINTS);
        if (points > 0 && visited >= 0)
            this.claims = { rate: visited / points };
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/simplecov.js




/**
 * SimpleCov's three files:
 *
 *     .resultset.json   { <command>: { coverage: { <path>: <lines> | { lines: <lines>, branches: <tree>, methods } },
 *                                      timestamp } … }
 *     coverage.json     { meta, total, groups, errors,
 *                         coverage: { <path>: { lines: <lines>, branches: [<arm>], methods: [<method>], … } } }
 *     coverage.json of simplecov-json
 *                       { command_name, timestamp, metrics, files: [{ filename, coverage: <lines> | { lines }, … }] }
 *
 *     lines  = one for each line: hits, null (not executable) or "ignored" (between # :nocov:)
 *     tree   = { "[:if, 0, 3, 4, 5, 7]": { "[:then, 1, 4, 6, 4, 9]": hits, … } … }
 *              type, number, first line and column, last line and column; the number is only a position
 *     methods = { "[Class, :name, 3, 4, 5, 7]": hits … }, told apart by where they stand
 *     arm    = { type, start_line, end_line, coverage }, method = { name, start_line, end_line, coverage }
 *
 * Commands are united as SimpleCov does it: a line that is null in one command and 0 in another is not executable, because
 * a file that a command only lists has 0 on every line. The totals are claims and never counted.
 */
const simplecov = {
    id: 'simplecov',
    title: 'SimpleCov',
    writtenBy: 'SimpleCov, simplecov_json_formatter, simplecov-json',
    places: ['coverage/.resultset.json', 'coverage/coverage.json'],
    counts: ['branches', 'functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        return isResultset.test(text) || isSimplecovJson.test(text) || /^\{.{0,400}"simplecov_version"\s*:/s.test(text);
    },
    reader: () => jsonReader(simplecov_places, (json, report) => new SimplecovFiles(json, report)),
};
const isResultset = /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*(?:"timestamp"\s*:\s*[\d.]+\s*,\s*)?"coverage"\s*:\s*\{/;
const isSimplecovJson = /^\{.{0,400}"files"\s*:\s*\[\s*\{\s*"filename"\s*:.*"coverage"\s*:/s;
const simplecov_inFile = [
    '',
    '[]',
    '.lines[]',
    '.branches.*',
    '.branches.*.*',
    '.methods.*',
    '.branches[]',
    '.branches[].start_line',
    '.branches[].coverage',
    '.methods[]',
    '.methods[].name',
    '.methods[].start_line',
    '.methods[].coverage',
];
const [simplecov_FILE, BARE_LINE, simplecov_LINE, CONDITION, simplecov_ARM, simplecov_METHOD, simplecov_BRANCH] = [0, 1, 2, 3, 4, 5, 6];
const [simplecov_BRANCH_LINE, BRANCH_HITS, NAMED_METHOD, METHOD_NAME, METHOD_LINE, METHOD_HITS] = [7, 8, 9, 10, 11, 12];
const files = ['*.coverage.*', 'coverage.*', 'files[].coverage'];
const simplecov_places = [
    ...files.flatMap(file => simplecov_inFile.map(place => `${file}${place}`)),
    'files[]',
    'files[].filename',
    'total.lines.total',
    'total.lines.covered',
    'metrics.total_lines',
    'metrics.covered_lines',
    // Read by nobody; named so that they are not taken for commands.
    '$schema',
    'command_name',
    'timestamp',
];
const IN_LIST = 2 * simplecov_inFile.length;
const simplecov_ENTRY = files.length * simplecov_inFile.length;
const [simplecov_FILENAME, simplecov_TOTAL, simplecov_COVERED, METRIC_TOTAL, METRIC_COVERED] = [1, 2, 3, 4, 5].map(index => simplecov_ENTRY + index);
/** Hits of what is not executable. */
const NONE = -1;
/** What the commands say about a line; several may hold. */
const [NULL, simplecov_ZERO, simplecov_HIT] = [1, 2, 4];
class SimplecovFiles {
    json;
    report;
    filename = '';
    /** By path; line 1 at index 1. */
    lines = new Map();
    path = '';
    said = new Uint8Array();
    lineNumber = 0;
    condition = { line: 0, identity: 0 };
    /** Position of the current one in a list of branches. */
    branch = 0;
    start = 0;
    hits = NONE;
    name = '';
    total = 0;
    covered = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    get claims() {
        return this.total > 0 ? { total: this.total, rate: Math.min(1, this.covered / this.total) } : {};
    }
    open(place) {
        if (place === simplecov_ENTRY)
            this.filename = '';
        else if (place % simplecov_inFile.length === simplecov_FILE)
            this.openFile(place === IN_LIST ? this.filename : this.json.key());
        else if (place % simplecov_inFile.length === CONDITION)
            this.condition = standing(this.json.key());
        else {
            this.start = 0;
            this.hits = NONE;
            this.name = '';
        }
    }
    value(place) {
        if (place >= simplecov_ENTRY)
            this.readEntry(place);
        else
            this.readInFile(place % simplecov_inFile.length);
    }
    close(place) {
        const closed = place === simplecov_ENTRY ? -1 : place % simplecov_inFile.length;
        if (closed === simplecov_FILE)
            this.report.close();
        else if (closed === simplecov_BRANCH) {
            if (this.hits !== NONE)
                this.report.branch(this.start, (0,builder/* branchIdentity */.dL)(this.branch, 0), this.hits > 0);
            this.branch++;
        }
        else if (closed === NAMED_METHOD && this.hits !== NONE)
            this.report.function((0,builder/* textIdentity */.YR)(`${this.start} ${this.name}`), this.hits > 0);
    }
    openFile(path) {
        if (path === '')
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.no-path', {}));
        this.path = this.json.path(path);
        this.report.open(this.path);
        this.said = this.lines.get(this.path) ?? new Uint8Array(64);
        this.lines.set(this.path, this.said);
        this.lineNumber = 0;
        this.branch = 0;
    }
    readInFile(place) {
        const { json, report } = this;
        if (place === simplecov_LINE || place === BARE_LINE)
            this.readLine();
        else if (place === simplecov_ARM) {
            const { line, identity } = this.condition;
            const hits = this.readHits();
            if (hits !== NONE)
                report.branch(line, (0,builder/* branchIdentity */.dL)(identity, standing(json.key()).identity), hits > 0);
        }
        else if (place === simplecov_METHOD) {
            const hits = this.readHits();
            if (hits !== NONE)
                report.function(standing(json.key(), false).identity, hits > 0);
        }
        else if (place === BRANCH_HITS || place === METHOD_HITS)
            this.hits = this.readHits();
        else if (place === METHOD_NAME)
            this.name = json.string();
        else if (place === simplecov_BRANCH_LINE || place === METHOD_LINE) {
            this.start = json.integer();
            if (this.start < 1 || this.start > builder/* reportLimits */.ny.line)
                json.refuseValue();
        }
    }
    readLine() {
        const hits = this.readHits();
        if (++this.lineNumber > builder/* reportLimits */.ny.line)
            this.json.refuse('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}));
        else {
            if (this.lineNumber >= this.said.length)
                this.enlarge();
            this.said[this.lineNumber] = (this.said[this.lineNumber] ?? 0) | (hits === NONE ? NULL : hits > 0 ? simplecov_HIT : simplecov_ZERO);
        }
    }
    enlarge() {
        const larger = new Uint8Array(this.said.length * 2);
        larger.set(this.said);
        this.said = larger;
        this.lines.set(this.path, larger);
    }
    end() {
        for (const [path, said] of this.lines) {
            this.report.open(path);
            for (let line = 1; line < said.length; line++) {
                const state = said[line] ?? 0;
                if (state & simplecov_HIT || state === simplecov_ZERO)
                    this.report.line(line, (state & simplecov_HIT) !== 0);
            }
            this.report.close();
        }
    }
    readHits() {
        const { json } = this;
        if (json.isNull || (json.isText && json.string() === 'ignored'))
            return NONE;
        if (json.integer() < 0)
            json.refuseValue();
        return json.integer();
    }
    readEntry(place) {
        if (place === simplecov_FILENAME)
            this.filename = this.json.path(this.json.string());
        else if (place === simplecov_TOTAL || place === METRIC_TOTAL)
            this.total = this.json.integer();
        else if (place === simplecov_COVERED || place === METRIC_COVERED)
            this.covered = Math.max(0, this.json.integer());
    }
}
/** `[:then, 1, 4, 6, 4, 9]`: from 4:6 to 4:9. What cannot be read so is told apart by its whole text. */
function standing(key, withType = true) {
    const span = /, (\d+), (\d+), (\d+), (\d+)\]$/.exec(key);
    if (span === null)
        return { line: 0, identity: (0,builder/* textIdentity */.YR)(key) };
    const line = Math.min(Number(span[1]), builder/* reportLimits */.ny.line);
    return { line, identity: (0,builder/* textIdentity */.YR)((withType ? key.slice(0, key.indexOf(',')) : '') + span[0]) };
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/xccov.js




/**
 * Xcode's `xccov view --json`, in one of two forms:
 *
 *     --archive:  { <path>: [ { line, isExecutable, executionCount } ] }
 *     --report:   { targets: [ { files: [ { path, coveredLines, executableLines,
 *                                           functions: [ { executionCount } ] } ] } ],
 *                   coveredLines, executableLines, lineCoverage }
 *
 * The archive has lines, the report only totals of each file: no changed line can be judged by it. A file in several
 * targets is one file, covered as far as in the target that covers most of it. Targets that Xcode could not measure
 * (pods) stand in `errors`, which is no file of an archive.
 */
const xccov = {
    id: 'xccov',
    title: 'Xcode xccov JSON',
    writtenBy: 'xcrun xccov view --archive --json, xcrun xccov view --report --json',
    places: ['coverage/xccov.json', 'xccov.json'],
    counts: ['functions'],
    detect: head => {
        const text = (0,coverage_bytes/* latin1 */.Wy)(head);
        return text.startsWith('{') && /"(?:isExecutable|executableLines)"\s*:/.test(text);
    },
    reader: () => jsonReader(xccov_places, (json, report) => new XccovFiles(json, report)),
};
const xccov_places = [
    '*',
    '*[]',
    '*[].line',
    '*[].isExecutable',
    '*[].executionCount',
    'targets[].files[]',
    'targets[].files[].path',
    'targets[].files[].coveredLines',
    'targets[].files[].executableLines',
    'targets[].files[].functions[]',
    'targets[].files[].functions[].executionCount',
    'coveredLines',
    'executableLines',
    'lineCoverage',
    'errors[].code',
];
const [ARCHIVED, xccov_LINE, xccov_LINE_NUMBER, IS_EXECUTABLE, xccov_LINE_COUNT] = [0, 1, 2, 3, 4];
const [REPORTED, xccov_PATH, xccov_COVERED, xccov_TOTAL, xccov_FUNCTION, xccov_FUNCTION_COUNT] = [5, 6, 7, 8, 9, 10];
class XccovFiles {
    json;
    report;
    line = -1;
    isExecutable;
    /** Of the current line or function. */
    count = -1;
    path = '';
    covered = -1;
    total = -1;
    functions = 0;
    called = 0;
    constructor(json, report) {
        this.json = json;
        this.report = report;
    }
    open(place) {
        if (place === ARCHIVED)
            this.report.open(this.json.path(this.json.key()));
        else if (place === xccov_LINE || place === xccov_FUNCTION) {
            this.line = -1;
            this.isExecutable = undefined;
            this.count = -1;
        }
        else if (place === REPORTED) {
            this.path = '';
            this.covered = -1;
            this.total = -1;
            this.functions = 0;
            this.called = 0;
        }
    }
    value(place) {
        const { json } = this;
        if (place === xccov_LINE_NUMBER)
            this.line = this.whole(1, builder/* reportLimits */.ny.line);
        else if (place === IS_EXECUTABLE)
            this.isExecutable = json.boolean();
        else if (place === xccov_LINE_COUNT || place === xccov_FUNCTION_COUNT)
            this.count = json.isNull ? -1 : this.whole();
        else if (place === xccov_PATH)
            this.path = json.path(json.string());
        else if (place === xccov_COVERED)
            this.covered = this.whole();
        else if (place === xccov_TOTAL)
            this.total = this.whole();
    }
    close(place) {
        if (place === xccov_LINE)
            this.closeLine();
        else if (place === ARCHIVED)
            this.report.close();
        else if (place === xccov_FUNCTION) {
            this.functions++;
            if (this.count > 0)
                this.called++;
        }
        else if (place === REPORTED)
            this.closeReported();
    }
    closeLine() {
        if (this.line < 0)
            this.missing('line');
        else if (this.isExecutable === undefined)
            this.missing('isExecutable');
        else if (this.isExecutable && this.count < 0)
            this.missing('executionCount');
        else if (this.isExecutable)
            this.report.line(this.line, this.count > 0);
    }
    closeReported() {
        const { path, covered, total, functions, called } = this;
        if (path === '')
            this.missing('path');
        else if (total < 0 || covered < 0)
            this.missing(total < 0 ? 'executableLines' : 'coveredLines');
        else if (covered > total)
            this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.value', { key: 'coveredLines', value: `${covered}` }));
        if (this.json.problem)
            return;
        const lines = { covered, total };
        this.report.open(path);
        this.report.counts({ lines, branches: { covered: 0, total: 0 }, functions: { covered: called, total: functions } });
        this.report.close();
    }
    whole(least = 0, most = Number.POSITIVE_INFINITY) {
        const number = this.json.integer();
        if (number < least || number > most)
            this.json.refuseValue();
        return number;
    }
    missing(key) {
        this.json.refuse('RPT-VALUE', (0,message/* message */.i)('coverage.fault.json.missing', { key }));
    }
}

;// CONCATENATED MODULE: ./build/src/coverage/formats/index.js














/** Every format, in the order in which detection asks them. Adding one is one file and one line here. */
const formats = {
    lcov: lcov,
    clover: clover,
    cobertura: cobertura,
    jacoco: jacoco,
    opencover: opencover,
    go: go,
    istanbul: istanbul,
    'istanbul-summary': istanbulSummary,
    simplecov: simplecov,
    'coverage-py': coveragePy,
    gcov: gcov,
    gcovr: gcovr,
    'llvm-cov': llvmCov,
    xccov: xccov,
};
const formatIds = Object.keys(formats);


/***/ }),

/***/ 2832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ atStart),
/* harmony export */   z: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5163);


const headLength = 4096;
/** Takes enough of a file to tell what it is. */
function readHead(chunks) {
    const start = firstChunks(chunks);
    const content = contentOf(start);
    return { start, content, refusal: refuseHead(content, start) };
}
/** The first chunks, joined, until there are enough bytes to tell a format. */
function firstChunks(iterator) {
    const chunks = [];
    let length = 0;
    while (length < headLength) {
        const next = iterator.next();
        if (next.done)
            break;
        length += next.value.length;
        chunks.push(length < headLength ? next.value.slice() : next.value);
    }
    const [only] = chunks;
    if (only && chunks.length === 1)
        return only;
    const head = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
        head.set(chunk, at);
        at += chunk.length;
    }
    return head;
}
function contentOf(start) {
    let at = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .skipByteOrderMark */ .Tr)(start);
    while (at < start.length && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isSpace */ .xC)(start[at] ?? 0))
        at++;
    return start.subarray(at, at + headLength);
}
function refuseHead(head, start) {
    if (head.length === 0 && start.length < headLength)
        return { code: 'RPT-EMPTY', message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('coverage.fault.empty-file', {}) };
    if (isUtf16(start))
        return atStart('RPT-ENCODING', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)('coverage.fault.encoding', { encoding: 'UTF-16' }));
    const kind = disguises.find(disguise => disguise.detect(head));
    return kind && atStart('RPT-FORMAT', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)(kind.code, {}));
}
/** A byte order mark, or ASCII with every other byte zero. */
function isUtf16(start) {
    const [first = 1, second = 1] = start;
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}
/** What is often saved under a report's name. */
const disguises = [
    { code: 'coverage.fault.gzip', detect: head => head[0] === 0x1f && head[1] === 0x8b },
    { code: 'coverage.fault.html', detect: head => /^(<!doctype\s+html|<html[\s>])/i.test((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .latin1 */ .Wy)(head.subarray(0, 64))) },
    {
        code: 'coverage.fault.binary',
        detect: head => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .startsWithText */ .hV)(head, 'PK\x03\x04') || head.subarray(0, 1024).includes(0),
    },
];
const atStart = (code, problem) => ({
    code,
    message: problem,
    line: 1,
    column: 1,
});


/***/ }),

/***/ 2384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ jsonLimits),
/* harmony export */   p: () => (/* binding */ JsonTokens)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2675);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5163);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9301);




/** A key, and a value that a reader asks for, is at most `string` bytes long. */
const jsonLimits = { depth: 256, string: 1 << 20, slice: 1 << 16 };
const QUOTE = 0x22;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;
/** What may come next. */
const AFTER_VALUE = 0;
const VALUE = 1;
const FIRST_VALUE = 2;
const KEY = 3;
const FIRST_KEY = 4;
const REST_OF_STRING = 5;
/** Nodes of the tree of places. */
const UNKNOWN = 0;
const ROOT = 1;
/** Bytes that end the plain part of a string: quote, backslash, controls. */
const special = Uint8Array.from({ length: 256 }, (_, byte) => byte === QUOTE || byte === BACKSLASH || byte < 0x20 ? 1 : 0);
/**
 * A pull tokenizer for the JSON of reports (RFC 8259), over bytes: `feed` a slice, take tokens until `more`, feed
 * again; `finish` after the last. A reader names the places that it knows, and only these give tokens:
 *
 *     '*.statementMap.*'       every member of every `statementMap`, whatever its key
 *     'files[].lines[].count'  `count` of every item of `lines` of every item of `files`
 *
 * `place` is the index of the current one. Everything else is checked and passed over at full speed. Where a place goes
 * on, an object or list must stand (`null` is as good as absent); where it ends, none may. A name stands before `*`.
 * A lenient reader gets what does not fit as one `value`, whose `kind` it asks for, and of a text only that it is
 * one; what is in it is passed over.
 *
 * It checks what decides whether a report is whole and unambiguous: the grammar, nesting, one root, a known key given
 * twice in an object, `__proto__`. It makes a string only when asked for one, and only then looks at its encoding.
 */
class JsonTokens {
    /** Index of the current place. */
    place = -1;
    /** Whether the current value is a text. */
    isText = false;
    problem;
    places;
    isSequence;
    isLenient;
    longest;
    decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    /** Ends with a zero behind `end`, which no loop passes. */
    bytes = new Uint8Array(1 << 10);
    at = 0;
    end = 0;
    /** Of `bytes[0]`: its offset in the document, its line, and where that line starts. */
    offset = 0;
    line = 1;
    lineStart = 0;
    started = false;
    expected = VALUE;
    depth = 0;
    nodes = new Int16Array(jsonLimits.depth + 1);
    closers = new Uint8Array(jsonLimits.depth + 1);
    /** Of the object on each level: which known keys it had. */
    seen = new Int32Array(jsonLimits.depth + 1);
    /** Bytes of the last token and of its key, without quotes; no key: -1. */
    tokenAt = 0;
    keyStart = -1;
    keyEnd = -1;
    valueStart = 0;
    valueEnd = 0;
    whole = -1;
    node = UNKNOWN;
    container;
    /** Up to where a string that has not ended yet was looked at. */
    stoppedAt = 0;
    /**
     * A place given in parts may have any text as a key. A sequence: several objects, one behind the other. `longest`:
     * bytes of a text that is asked for.
     */
    constructor(places, isSequence = false, isLenient = false, longest = jsonLimits.string) {
        this.longest = longest;
        this.places = new Places(places);
        this.isSequence = isSequence;
        this.isLenient = isLenient;
    }
    /** At most `jsonLimits.slice` bytes at a time, after `more`. They are copied. */
    feed(slice) {
        const kept = this.end - this.at;
        this.countLines(this.at);
        this.offset += this.at;
        if (kept + slice.length >= this.bytes.length) {
            const larger = new Uint8Array((kept + slice.length) * 2);
            larger.set(this.bytes.subarray(this.at, this.end));
            this.bytes = larger;
        }
        else
            this.bytes.copyWithin(0, this.at, this.end);
        this.bytes.set(slice, kept);
        this.at = 0;
        this.end = kept + slice.length;
        this.bytes[this.end] = 0;
    }
    next() {
        if (!this.started && this.end < 3)
            return 'more';
        if (!this.started)
            this.start();
        while (!this.problem) {
            const token = this.step();
            if (token !== undefined)
                return token;
        }
        return 'failed';
    }
    /** Call after the last `more`; fills `problem` when the document is not whole. */
    finish() {
        if (!this.started)
            this.start();
        this.next();
        if (this.expected !== AFTER_VALUE || this.depth > 0)
            this.fail('RPT-TRUNCATED', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.truncated', {}), this.end);
    }
    /** The key of the current member; '' for an item of a list. */
    key() {
        return this.keyStart < 0 ? '' : this.decode(this.keyStart, this.keyEnd);
    }
    /** The key as a whole number; -1 for anything else. */
    keyInteger() {
        return wholeNumber(this.bytes, this.keyStart, this.keyEnd);
    }
    /** The current value, which must be a text. */
    string() {
        if (this.isText)
            return this.decode(this.valueStart, this.valueEnd);
        this.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.type', { key: this.name(), expected: 'text' }));
        return '';
    }
    /** The key or text, which must be possible as a path; '' when refused. */
    path(text) {
        if (this.problem)
            return '';
        if (text === '')
            this.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.no-path', {}));
        else if (text.length > _builder_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimits */ .ny.path)
            this.refuse('RPT-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.long-path', { limit: _builder_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimits */ .ny.path }));
        else if (hasControls(text))
            this.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.control', {}));
        else if (!text.isWellFormed())
            this.refuse('RPT-PATH', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.surrogate', {}));
        return this.problem ? '' : text;
    }
    /** A whole number ≥ 0 written in digits; -1 for anything else. Beyond 2^53 it is only large. */
    integer() {
        return this.whole;
    }
    /** Any number; NaN for anything else. */
    number() {
        const { bytes, valueStart, valueEnd, whole } = this;
        if (whole >= 0 && whole <= Number.MAX_SAFE_INTEGER)
            return whole;
        const below = bytes[valueStart] === MINUS ? wholeNumber(bytes, valueStart + 1, valueEnd) : -1;
        if (below >= 0 && below <= Number.MAX_SAFE_INTEGER)
            return -below;
        return this.isText ? Number.NaN : Number(this.excerpt(valueStart, valueEnd, valueEnd));
    }
    get kind() {
        if (this.container !== undefined)
            return this.container;
        if (this.isText)
            return 'text';
        const first = this.bytes[this.valueStart] ?? 0;
        return first === 0x6e ? 'null' : first === 0x74 || first === 0x66 ? 'boolean' : 'number';
    }
    get isNull() {
        return !this.isText && this.bytes[this.valueStart] === 0x6e;
    }
    /** `true`, or the 1 that old writers put for it; refused unless one of these, `false` or 0. */
    boolean() {
        const first = this.isText ? 0 : this.bytes[this.valueStart];
        if (first !== 0x74 && first !== 0x66 && this.whole !== 0 && this.whole !== 1)
            this.refuseValue();
        return first === 0x74 || this.whole === 1;
    }
    /** 52 bits that identify the current value as written; see `identityOf`. */
    identity(seed = 0) {
        return (0,_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(this.bytes, this.valueStart, this.valueEnd, seed);
    }
    /** Same for the key. */
    keyIdentity(seed = 0) {
        return (0,_builder_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(this.bytes, this.keyStart, this.keyEnd, seed);
    }
    /** Refuses the document at the last token. */
    refuse(code, problem) {
        this.fail(code, problem, this.tokenAt);
    }
    /** Refuses the current value, naming its key. */
    refuseValue() {
        const value = this.excerpt(this.isText ? this.valueStart - 1 : this.valueStart, this.valueEnd + (this.isText ? 1 : 0));
        this.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.value', { key: this.name(), value: value.slice(0, 60) }));
    }
    /** Refuses the current key: one that cannot be, or is there twice. */
    refuseKey(code) {
        const fault = code === 'RPT-KEY' ? 'coverage.fault.json.key' : 'coverage.fault.json.duplicate';
        this.refuse(code, (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)(fault, { key: this.key().slice(0, 60) }));
        return 'failed';
    }
    start() {
        this.at = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .skipByteOrderMark */ .Tr)(this.bytes);
        this.lineStart = this.at;
        this.started = true;
    }
    step() {
        if (this.expected === REST_OF_STRING)
            return this.passString(this.at);
        const at = this.behindBlanks(this.at);
        this.at = at;
        if (at === this.end)
            return 'more';
        const byte = this.bytes[at] ?? 0;
        switch (this.expected) {
            case AFTER_VALUE:
                return this.readComma(at, byte);
            case FIRST_KEY:
                return byte === CLOSE_OBJECT ? this.close(at) : this.readMember(at);
            case KEY:
                return this.readMember(at);
            case FIRST_VALUE:
                if (byte === CLOSE_LIST)
                    return this.close(at);
        }
        if (this.depth === 0)
            return this.readRoot(at, byte);
        this.keyStart = -1;
        this.tokenAt = at;
        return this.readValue(at, this.places.item(this.nodes[this.depth] ?? UNKNOWN));
    }
    readRoot(at, byte) {
        this.keyStart = -1;
        this.tokenAt = at;
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            return this.enter(at, ROOT, byte);
        return this.refuseType(ROOT);
    }
    readComma(at, byte) {
        const closer = this.closers[this.depth] ?? 0;
        if (this.depth === 0)
            return this.isSequence && byte === OPEN_OBJECT ? this.readRoot(at, byte) : this.syntax(at);
        if (byte === closer)
            return this.close(at);
        if (byte !== COMMA)
            return this.syntax(at);
        this.at = at + 1;
        this.expected = closer === CLOSE_OBJECT ? KEY : VALUE;
        return undefined;
    }
    close(at) {
        const node = this.nodes[this.depth] ?? UNKNOWN;
        this.depth--;
        this.endValue(at + 1);
        this.place = this.places.placeOf(node);
        if (this.place < 0)
            return undefined;
        this.tokenAt = at;
        this.keyStart = -1;
        this.node = node;
        return 'close';
    }
    /** A key and what stands there, together: so the key is still at hand with the value. */
    readMember(keyAt) {
        const { bytes, depth } = this;
        if (bytes[keyAt] !== QUOTE)
            return this.syntax(keyAt);
        const start = keyAt + 1;
        let at = start;
        let hash = 0;
        for (let byte = bytes[at] ?? 0; special[byte] === 0; byte = bytes[++at] ?? 0)
            hash = (Math.imul(hash, 31) + byte) | 0;
        const isEscaped = bytes[at] === BACKSLASH;
        if (bytes[at] !== QUOTE)
            at = this.stringEnd(at);
        if (at < 0)
            return this.incomplete();
        if (this.problem)
            return 'failed';
        const keyEnd = at++;
        if (bytes[at] !== COLON)
            at = this.behindBlanks(at);
        if (at < this.end && bytes[at] !== COLON)
            return this.syntax(at);
        if (at < this.end)
            at = this.behindBlanks(at + 1);
        if (at === this.end)
            return this.incomplete();
        this.tokenAt = keyAt;
        this.keyStart = start;
        this.keyEnd = keyEnd;
        const parent = this.nodes[depth] ?? UNKNOWN;
        if (parent === UNKNOWN && !isEscaped && keyEnd - start !== protoLength)
            return this.readValue(at, UNKNOWN);
        const word = isEscaped ? this.escapedWord() : this.places.word(bytes, start, keyEnd, hash);
        if (word === PROTO)
            return this.refuseKey('RPT-KEY');
        const bit = this.places.bit(parent, word);
        if (((this.seen[depth] ?? 0) & bit) !== 0)
            return this.refuseKey('RPT-DUPKEY');
        const token = this.readValue(at, this.places.member(parent, word));
        if (token !== 'more')
            this.seen[depth] = (this.seen[depth] ?? 0) | bit;
        return token;
    }
    escapedWord() {
        const key = new TextEncoder().encode(JSON.parse(`"${this.excerpt(this.keyStart, this.keyEnd, this.keyEnd)}"`));
        return this.places.word(key, 0, key.length, key.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0));
    }
    readValue(at, node) {
        const byte = this.bytes[at] ?? 0;
        this.node = node;
        if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            return this.enter(at, node, byte);
        this.isText = byte === QUOTE;
        this.container = undefined;
        this.whole = -1;
        if (byte === QUOTE) {
            if (node === UNKNOWN)
                return this.passString(at + 1);
            if (this.isLenient)
                return this.tellText(at + 1, node);
            this.valueStart = at + 1;
            this.valueEnd = this.stringEnd(at + 1);
        }
        else {
            this.valueStart = at;
            this.valueEnd = byte < 0x3a ? this.numberEnd(at) : this.literalEnd(at, byte);
        }
        if (this.valueEnd < 0)
            return this.incomplete();
        if (this.problem)
            return 'failed';
        this.endValue(this.isText ? this.valueEnd + 1 : this.valueEnd);
        this.place = this.places.placeOf(node);
        if (node === UNKNOWN)
            return undefined;
        if (this.places.isLeaf(node) || this.isLenient)
            return 'value';
        return this.isNull ? undefined : this.refuseType(node);
    }
    /** Takes the comma along that mostly follows. */
    endValue(at) {
        const isComma = this.bytes[at] === COMMA && this.depth > 0;
        this.at = isComma ? at + 1 : at;
        this.expected = !isComma ? AFTER_VALUE : this.closers[this.depth] === CLOSE_OBJECT ? KEY : VALUE;
    }
    /** Where an object or list must stand. */
    refuseType(node) {
        this.node = node;
        const expected = this.places.takesObject(node) ? 'object' : 'list';
        this.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.type', { key: this.name(), expected }));
        return 'failed';
    }
    enter(at, node, byte) {
        const isObject = byte === OPEN_OBJECT;
        this.place = this.places.placeOf(node);
        this.container = isObject ? 'object' : 'list';
        const fits = node === UNKNOWN || (isObject ? this.places.takesObject(node) : this.places.takesList(node));
        if (!fits && !this.isLenient)
            return this.refuseContainer(at, node);
        if (this.depth === jsonLimits.depth)
            return this.fail('RPT-DEPTH', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.depth', { limit: jsonLimits.depth }), at);
        this.depth++;
        this.nodes[this.depth] = fits ? node : UNKNOWN;
        this.closers[this.depth] = isObject ? CLOSE_OBJECT : CLOSE_LIST;
        this.seen[this.depth] = 0;
        this.at = at + 1;
        this.expected = isObject ? FIRST_KEY : FIRST_VALUE;
        if (this.place < 0)
            return undefined;
        return fits ? 'open' : 'value';
    }
    refuseContainer(at, node) {
        this.isText = false;
        this.container = undefined;
        this.valueStart = at;
        this.valueEnd = at + 1;
        if (!this.places.isLeaf(node))
            return this.refuseType(node);
        this.refuseValue();
        return 'failed';
    }
    /** That there is a text; its content, of any length, is passed over. */
    tellText(start, node) {
        this.place = this.places.placeOf(node);
        this.at = start;
        this.expected = REST_OF_STRING;
        return 'value';
    }
    /** A text that nobody reads, of any length. */
    passString(start) {
        const close = this.stringEnd(start);
        if (close >= 0)
            return this.endValue(close + 1);
        this.at = this.stoppedAt;
        this.expected = REST_OF_STRING;
        return 'more';
    }
    /** Index of the quote that closes a string; -1 when it has not come yet. */
    stringEnd(start) {
        const { bytes } = this;
        let at = start;
        for (;;) {
            while (special[bytes[at] ?? 0] === 0)
                at++;
            if (bytes[at] === QUOTE)
                return at;
            this.stoppedAt = at;
            const length = at >= this.end ? 0 : bytes[at] === BACKSLASH ? this.escapeLength(at) : -1;
            if (length === 0)
                return -1;
            if (length < 0)
                return this.misfit(at);
            at += length;
        }
    }
    /** 0 when its end has not come yet, -1 when there is no such escape. */
    escapeLength(at) {
        if (at + 1 >= this.end)
            return 0;
        const letter = this.bytes[at + 1] ?? 0;
        if (letter !== 0x75)
            return escapes.has(letter) ? 2 : -1;
        for (let digit = at + 2; digit < at + 6; digit++) {
            if (digit >= this.end)
                return 0;
            if (!isHex(this.bytes[digit] ?? 0))
                return -1;
        }
        return 6;
    }
    /** Behind the number; -1 when more of it may come. */
    numberEnd(start) {
        const { bytes } = this;
        let at = bytes[start] === MINUS ? start + 1 : start;
        const digits = at;
        let value = 0;
        let byte = bytes[at] ?? 0;
        if (byte === 0x30)
            byte = bytes[++at] ?? 0;
        else
            while (byte >= 0x30 && byte <= 0x39) {
                value = value * 10 + byte - 0x30;
                byte = bytes[++at] ?? 0;
            }
        if (at === digits)
            return this.noNumber(at);
        const isWhole = byte !== POINT && (byte | 0x20) !== 0x65;
        if (byte === POINT) {
            const fraction = ++at;
            at = this.behindDigits(at);
            if (at === fraction)
                return this.noNumber(at);
            byte = bytes[at] ?? 0;
        }
        if ((byte | 0x20) === 0x65) {
            byte = bytes[++at] ?? 0;
            if (byte === MINUS || byte === 0x2b)
                at++;
            const exponent = at;
            at = this.behindDigits(at);
            if (at === exponent)
                return this.noNumber(at);
        }
        if (isWhole && bytes[start] !== MINUS)
            this.whole = value;
        return at >= this.end ? -1 : at;
    }
    noNumber(at) {
        return at >= this.end ? -1 : this.misfit(at);
    }
    behindDigits(start) {
        let at = start;
        for (let byte = this.bytes[at] ?? 0; byte >= 0x30 && byte <= 0x39; byte = this.bytes[at] ?? 0)
            at++;
        return at;
    }
    /** Behind `true`, `false` or `null`. */
    literalEnd(start, first) {
        const literal = first === 0x74 ? literals.true : first === 0x66 ? literals.false : literals.null;
        for (let index = 0; index < literal.length; index++) {
            const at = start + index;
            if (at >= this.end)
                return -1;
            if (this.bytes[at] !== literal[index])
                return this.misfit(at);
        }
        return start + literal.length;
    }
    behindBlanks(start) {
        const { bytes } = this;
        let at = start;
        let byte = bytes[at] ?? 0;
        while (byte <= 0x20 && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .isSpace */ .xC)(byte))
            byte = bytes[++at] ?? 0;
        return at;
    }
    decode(start, end) {
        try {
            const text = this.decoder.decode(this.bytes.subarray(start, end));
            return text.includes('\\') ? JSON.parse(`"${text}"`) : text;
        }
        catch {
            this.refuse('RPT-ENCODING', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.not-utf8', {}));
            return '';
        }
    }
    excerpt(start, end, limit = 200) {
        return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + limit)));
    }
    /** The end of the current place's name, its last `*` being the key. */
    name() {
        return this.places.nameOf(this.node, this.keyStart < 0 ? undefined : this.excerpt(this.keyStart, this.keyEnd, 60));
    }
    /** Wait for the rest of the token, within reason. */
    incomplete() {
        if (this.problem)
            return 'failed';
        if (this.end - this.at <= this.longest)
            return 'more';
        return this.fail('RPT-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.long-record', { limit: this.longest }), this.at);
    }
    /** For what gives an index: it is of no use any more. */
    misfit(at) {
        this.syntax(at);
        return at;
    }
    syntax(at) {
        return this.fail('RPT-SYNTAX', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.fault.json.syntax', {}), at);
    }
    fail(code, problem, at) {
        if (this.problem)
            return 'failed';
        this.countLines(at);
        this.problem = { code, message: problem, line: this.line, column: this.offset + at - this.lineStart + 1 };
        return 'failed';
    }
    countLines(to) {
        const passed = this.bytes.subarray(0, to);
        for (let at = passed.indexOf(NEWLINE); at >= 0; at = passed.indexOf(NEWLINE, at + 1)) {
            this.line++;
            this.lineStart = this.offset + at + 1;
        }
    }
}
/**
 * The places of a reader as a tree. A node has a place or only leads to some; it takes members by name, members of any
 * name, items, or nothing.
 */
class Places {
    words;
    nodes = [emptyNode(''), emptyNode('$')];
    width;
    placeOfNode;
    itemOfNode;
    takesObjects;
    /** By node and word: where the member leads, and its bit among the known keys of one object. */
    members;
    bits;
    anyMember;
    constructor(places) {
        const paths = places.map(place => (typeof place === 'string' ? (place.match(/\[\]|[^.[\]]+/g) ?? []) : place));
        const names = [proto, ...new Set(paths.flat().filter(name => name !== '*' && name !== '[]'))];
        this.words = new _words_js__WEBPACK_IMPORTED_MODULE_3__/* .Words */ .U(names);
        paths.forEach((path, place) => {
            const node = path.reduce((parent, name) => this.child(parent, name), ROOT);
            this.at(node).place = place;
        });
        this.width = names.length;
        this.placeOfNode = Int16Array.from(this.nodes, node => node.place);
        this.itemOfNode = Int16Array.from(this.nodes, node => node.children.get('[]') ?? UNKNOWN);
        this.anyMember = Int16Array.from(this.nodes, node => node.children.get('*') ?? UNKNOWN);
        this.takesObjects = Uint8Array.from(this.nodes, node => (node.children.keys().some(name => name !== '[]') ? 1 : 0));
        const cells = this.nodes.flatMap(node => names.map(name => node.children.get(name) ?? UNKNOWN));
        this.members = Int16Array.from(cells);
        this.bits = Int32Array.from(cells, (child, cell) => (child === UNKNOWN ? 0 : 1 << this.ordinal(cell, child)));
    }
    word(bytes, start, end, hash) {
        return this.words.find(bytes, start, end, hash);
    }
    member(parent, word) {
        const known = word < 0 ? UNKNOWN : (this.members[parent * this.width + word] ?? UNKNOWN);
        return known === UNKNOWN ? (this.anyMember[parent] ?? UNKNOWN) : known;
    }
    bit(parent, word) {
        return word < 0 ? 0 : (this.bits[parent * this.width + word] ?? 0);
    }
    item(parent) {
        return this.itemOfNode[parent] ?? UNKNOWN;
    }
    placeOf(node) {
        return this.placeOfNode[node] ?? -1;
    }
    takesObject(node) {
        return this.takesObjects[node] === 1;
    }
    takesList(node) {
        return this.itemOfNode[node] !== UNKNOWN;
    }
    isLeaf(node) {
        return !this.takesObject(node) && !this.takesList(node);
    }
    nameOf(node, key) {
        const { name } = this.at(node);
        return key === undefined ? name : name.replace(/\*$/, () => key);
    }
    child(parent, name) {
        const { children, name: above } = this.at(parent);
        const known = children.get(name);
        if (known !== undefined)
            return known;
        children.set(name, this.nodes.length);
        const near = above.slice(above.lastIndexOf('.') + 1);
        this.nodes.push(emptyNode(name === '[]' ? `${above}[]` : near === '*' || near === '$' ? name : `${near}.${name}`));
        return this.nodes.length - 1;
    }
    at(node) {
        const found = this.nodes[node];
        if (found === undefined)
            throw new RangeError(`no node ${node}`);
        return found;
    }
    ordinal(cell, child) {
        const { children } = this.at(Math.floor(cell / this.width));
        return [...children.values()].indexOf(child) & 31;
    }
}
const emptyNode = (name) => ({ name, children: new Map(), place: -1 });
/** The first word of `Places`. */
const PROTO = 0;
const proto = '__proto__';
const protoLength = proto.length;
const ascii = (text) => new TextEncoder().encode(text);
const literals = { true: ascii('true'), false: ascii('false'), null: ascii('null') };
const escapes = new Set(ascii('"\\/bfnrt'));
const isHex = (byte) => (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
/** A whole number ≥ 0 in digits; -1 for anything else. */
function wholeNumber(bytes, start, end) {
    let value = 0;
    for (let at = start; at < end; at++) {
        const digit = (bytes[at] ?? 0) - 0x30;
        if (digit < 0 || digit > 9)
            return -1;
        value = value * 10 + digit;
    }
    return end > start && start >= 0 ? value : -1;
}
function hasControls(text) {
    for (let at = 0; at < text.length; at++)
        if (text.charCodeAt(at) < 0x20)
            return true;
    return false;
}


/***/ }),

/***/ 6197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ withLines),
/* harmony export */   Lq: () => (/* binding */ mergeCounts),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   WL: () => (/* binding */ countMarks),
/* harmony export */   _7: () => (/* binding */ missingTo),
/* harmony export */   eR: () => (/* binding */ countFile),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   gd: () => (/* binding */ clearCovered),
/* harmony export */   kD: () => (/* binding */ lineState),
/* harmony export */   l1: () => (/* binding */ dropsMoreThan),
/* harmony export */   lt: () => (/* binding */ countLines),
/* harmony export */   nD: () => (/* binding */ mergeFile),
/* harmony export */   ty: () => (/* binding */ distinctMarks),
/* harmony export */   ut: () => (/* binding */ marksPerLine),
/* harmony export */   wM: () => (/* binding */ linesWithUntakenBranch)
/* harmony export */ });
/* unused harmony exports countRecords, mergeFiles */
/** What a mark of a branch holds besides its line: 29 bits of identity and one for taken. */
const marksPerLine = 2 ** 30;
/** `line` is 1-based; beyond the last reported line: `none`. */
function lineState(lines, line) {
    const pair = ((lines[line >>> 2] ?? 0) >>> ((line & 3) << 1)) & 3;
    return pair === 0 ? 'none' : pair === 1 ? 'uncovered' : 'covered';
}
/** The same with these lines uncovered; lines that are not executable stay so. */
function clearCovered(lines, uncovered) {
    const cleared = lines.slice();
    for (const line of uncovered) {
        const at = line >>> 2;
        if (at < cleared.length)
            cleared[at] = (cleared[at] ?? 0) & ~(2 << ((line & 3) << 1));
    }
    return cleared;
}
const withLines = ({ branches, functions, counts }, lines) => ({
    lines,
    branches,
    functions,
    ...(counts && { counts }),
});
/** The last executable line, 0 when there is none. */
function lastLine(lines) {
    let at = lines.length - 1;
    while (at >= 0 && lines[at] === 0)
        at--;
    if (at < 0)
        return 0;
    return at * 4 + ((31 - Math.clz32(lines[at] ?? 0)) >>> 1);
}
/** Executable and covered lines of a byte of states. */
const executableIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b01010101));
const coveredIn = Uint8Array.from({ length: 256 }, (_, byte) => bits(byte & 0b10101010));
function bits(byte) {
    let count = 0;
    for (let rest = byte; rest > 0; rest >>>= 1)
        count += rest & 1;
    return count;
}
/** From the byte at `start` to before the one at `end`. */
function countLines(lines, start = 0, end = lines.length) {
    let covered = 0;
    let total = 0;
    for (let at = start; at < end; at++) {
        const byte = lines[at] ?? 0;
        covered += coveredIn[byte] ?? 0;
        total += executableIn[byte] ?? 0;
    }
    return { covered, total };
}
function countMarks(marks) {
    let covered = 0;
    for (const mark of marks)
        covered += mark - Math.floor(mark / 2) * 2;
    return { covered, total: marks.length };
}
/** Totals of one file from its smallest records; what only a summary says counts where it has none. */
function countFile(file) {
    const counted = file.counted?.() ?? countRecords(file);
    return file.counts === undefined || counted.lines.total > 0 ? counted : file.counts;
}
const countRecords = ({ lines, branches, functions }) => ({
    lines: countLines(lines),
    branches: countMarks(branches),
    functions: countMarks(functions),
});
/** Totals over all files, counted from the smallest records. */
function totals(files) {
    const lines = { covered: 0, total: 0 };
    const branches = { covered: 0, total: 0 };
    const functions = { covered: 0, total: 0 };
    for (const file of files.values()) {
        const counted = countFile(file);
        lines.covered += counted.lines.covered;
        lines.total += counted.lines.total;
        branches.covered += counted.branches.covered;
        branches.total += counted.branches.total;
        functions.covered += counted.functions.covered;
        functions.total += counted.functions.total;
    }
    return { lines, branches, functions };
}
const noRatio = { covered: 0, total: 0 };
const noTotals = { lines: noRatio, branches: noRatio, functions: noRatio };
const eachRatio = (a, b, join) => ({
    lines: join(a.lines, b.lines),
    branches: join(a.branches, b.branches),
    functions: join(a.functions, b.functions),
});
/** Lines that have a branch which no test took, ascending. */
function linesWithUntakenBranch({ branches }) {
    const lines = [];
    for (const mark of branches) {
        const line = Math.floor(mark / marksPerLine);
        if (mark % 2 === 0 && lines.at(-1) !== line)
            lines.push(line);
    }
    return lines;
}
/** Union: a line, branch or function is covered when any report covers it. Commutative, associative, idempotent. */
function mergeFiles(a, b) {
    const merged = new Map(a);
    for (const [path, file] of b) {
        const present = merged.get(path);
        merged.set(path, present === undefined ? file : mergeFile(present, file));
    }
    return merged;
}
function mergeFile(a, b) {
    return {
        lines: mergeLines(a.lines, b.lines),
        branches: mergeMarks(a.branches, b.branches),
        functions: mergeMarks(a.functions, b.functions),
        ...(a.counts || b.counts ? { counts: mergeCounts(a.counts, b.counts ?? a.counts ?? noTotals) } : {}),
    };
}
/** Two summaries do not say which lines they mean: the larger numbers are what the union has at least. */
const mergeCounts = (a, b) => a === undefined ? b : eachRatio(a, b, largerRatio);
const largerRatio = (a, b) => ({
    covered: Math.max(a.covered, b.covered),
    total: Math.max(a.total, b.total),
});
function mergeLines(a, b) {
    const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
    const merged = longer.slice();
    for (let at = 0; at < shorter.length; at++)
        merged[at] = (merged[at] ?? 0) | (shorter[at] ?? 0);
    return merged;
}
function mergeMarks(a, b) {
    if (a.length === 0)
        return b;
    if (b.length === 0)
        return a;
    const both = new Float64Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return distinctMarks(both);
}
/** Sorts in place and keeps one of each identity, taken if any is. The result is a view of the argument. */
function distinctMarks(marks) {
    if (marks.length < 2)
        return marks;
    marks.sort();
    let kept = 0;
    for (let at = 0; at < marks.length; at++) {
        const mark = marks[at] ?? 0;
        const next = marks[at + 1];
        if (next !== undefined && next - (next % 2) === mark - (mark % 2))
            continue;
        marks[kept++] = mark;
    }
    return marks.subarray(0, kept);
}
/**
 * Whether `ratio` reaches `percent`, in exact arithmetic on the decimal number that the policy's author wrote:
 * 79.996 % is not 80 %, and 7 of 10 is 70 %. Nothing of nothing reaches only 0.
 */
function reaches(ratio, percent) {
    const { units, scale } = decimal(percent);
    if (ratio.total === 0)
        return units <= 0n;
    return BigInt(ratio.covered) * 100n * scale >= units * BigInt(ratio.total);
}
/** Covered lines that `ratio` lacks to reach `percent`; 0 when it does. */
function missingTo(ratio, percent) {
    const { units, scale } = decimal(percent);
    const divisor = 100n * scale;
    const needed = (units * BigInt(ratio.total) + divisor - 1n) / divisor;
    return Math.max(0, Number(needed) - ratio.covered);
}
/** Whether `head` lies more than `points` percentage points below `base`. Both have something to cover. */
function dropsMoreThan(base, head, points) {
    const { units, scale } = decimal(points);
    const baseTotal = BigInt(base.total);
    const headTotal = BigInt(head.total);
    const drop = BigInt(base.covered) * headTotal - BigInt(head.covered) * baseTotal;
    return drop * 100n * scale > units * baseTotal * headTotal;
}
/** `82.5` is 825 / 10: the shortest decimal that reads back as this number, which is what was written. */
function decimal(value) {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const shift = Number(exponent) - fraction.length;
    const digits = BigInt(whole + fraction);
    return shift >= 0
        ? { units: digits * 10n ** BigInt(shift), scale: 1n }
        : { units: digits, scale: 10n ** BigInt(-shift) };
}


/***/ }),

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DK: () => (/* reexport */ indexTree),
  qb: () => (/* reexport */ normalisePath),
  LN: () => (/* binding */ resolvePaths)
});

;// CONCATENATED MODULE: ./build/src/coverage/spelling.js
/**
 * The ways to read a reported path, likeliest first; none when it names no file (`<string>`, `[eval]`, `node:fs`, the
 * inside of a jar).
 *
 * Known notations: Windows (`C:\a`, `\\server\a`, `\\?\C:\a`, mixed separators), `file:` and `webpack:` URLs, Vite's
 * `/@fs/`, Bazel's `/proc/self/cwd/`, and `/private/var` of macOS for `/var`. Second readings: without space at the ends
 * and without `?query`, with percent-encoding decoded, with backslashes as separators where they may be part of a name.
 */
function spellings(reported) {
    if (!unusual.test(reported))
        return [{ up: 0, path: reported }];
    if (noFile.test(reported))
        return [];
    const url = fromUrl(reported);
    const clean = (url ?? reported).trim().replace(/\?.*$/s, '');
    const readings = url === undefined ? [reported, clean, decode(clean)] : [decode(url), decode(clean), url];
    return distinct(readings.flatMap(withSlashes).map(parse)).filter(({ up, path }) => up > 0 || path !== '');
}
/** The likeliest reading. `null` when `..` leads above the start of the path. */
function normalisePath(reported) {
    const [likeliest] = spellings(reported);
    if (likeliest === undefined)
        return reported.normalize('NFC');
    return likeliest.up > 0 ? null : likeliest.path;
}
const isAbsolute = (path) => /^(?:[a-z]:)?\//i.test(path);
/** Where a relative path leads from a folder (`''`, or ending in `/`). `null`: above the start. */
function placeFrom(folder, { up, path }) {
    let end = folder.length;
    for (let step = 0; step < up; step++) {
        if (end <= 0)
            return null;
        end = folder.lastIndexOf('/', end - 2) + 1;
    }
    return folder.slice(0, end) + path;
}
/** Everything but names of printable ASCII with single slashes between them. */
const unusual = /[^ -~]|[\\%?:<>[]|!\/|^\.{0,2}$|^\.{1,2}\/|\/\.{0,2}(?:\/|$)|^[ ]|[ ]$|^\/(?:@fs|private|proc\/self\/cwd)\//;
const noFile = /^<.*>$|^\[[^/]*\]$|^(?!file:|webpack(?:-internal)?:)[a-z][a-z\d+.-]+:|\.[jwe]ar!\/|\0/is;
function fromUrl(reported) {
    const [, scheme, rest = ''] = /^(file:|webpack(?:-internal)?:\/\/|\/@fs\/)(.*)$/is.exec(reported) ?? [];
    if (scheme === undefined)
        return undefined;
    if (scheme.startsWith('/'))
        return beforeDrive(`/${rest}`);
    if (/^file/i.test(scheme))
        return beforeDrive(rest.replace(/^\/\/localhost(?=\/)/i, ''));
    return rest.replace(/^(?:[^/]*\/){1,2}\.\/|^[^/]*\//, '');
}
const beforeDrive = (path) => path.replace(/^\/+(?=[a-z]:)/i, '');
function decode(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
function withSlashes(path) {
    if (!path.includes('\\'))
        return [path];
    const slashed = path.replaceAll('\\', '/').replace(/^\/\/[?.]\/(?:UNC(?=\/))?/i, '');
    return path.startsWith('/') ? [path, slashed] : [slashed];
}
function parse(written) {
    const root = /^(?:[a-z]:)?\//i.exec(written)?.[0] ?? '';
    const names = [];
    let up = 0;
    for (const name of written.slice(root.length).split('/')) {
        if (name === '' || name === '.')
            continue;
        if (name !== '..')
            names.push(name);
        else if (names.pop() === undefined)
            up++;
    }
    const path = (root.toUpperCase() + names.join('/')).normalize('NFC');
    return root === '' ? { up, path } : { up: up > 0 ? Infinity : 0, path: withoutAlias(path) };
}
const withoutAlias = (path) => path.replace(/^\/private(?=\/(?:var|tmp|etc)\/)/, '').replace(/^\/proc\/self\/cwd\//, '');
function distinct(readings) {
    return readings.filter(({ up, path }, at) => readings.findIndex(one => one.up === up && one.path === path) === at);
}

;// CONCATENATED MODULE: ./build/src/coverage/bases.js

/** `known` files of the report are explained otherwise. */
function uncutBase(search, known = 0) {
    const named = namedBase(search);
    const explained = known + named.found.size;
    const open = notIn(named.found, search.files);
    if (open.length <= explained)
        return { base: named, named: named.found, open, atLeast: explained + 1 };
    const extended = extendedBase(search);
    const extendable = open.length - notIn(extended.found, open).length;
    return {
        base: extendable > explained ? extended : named,
        named: named.found,
        open,
        atLeast: Math.max(explained + 1, isDoubtful(search.places) ? extendable : extendable + 1),
    };
}
const notIn = (found, files) => files.filter(file => !found.has(file.reported));
/** The named bases that explain most; of these, those that the report states. */
function namedBase({ files, places, index }) {
    const stated = places.stated.map(folders => collect(files, under(folders, index)));
    if (places.modules.length > 0)
        stated.push(collect(files, inModules(places, index)));
    const plain = places.starts
        .map(start => collect(files, under([start], index)))
        .filter(found => !isDoubtful(places) || isConvincing(found, files, files.length === 1, hasFolder));
    const most = Math.max(1, ...[...stated, ...plain].map(found => found.size));
    const best = [stated, plain].map(bases => bases.filter(found => found.size === most));
    return { found: agree(best.find(bases => bases.length > 0) ?? []), isNamed: true };
}
/** The report says that its paths start elsewhere. */
const isDoubtful = ({ foreign, stated }) => foreign.length > 0 && stated.length === 0;
/** The likeliest reading of a path that is a file decides. */
function collect(files, find) {
    const found = new Map();
    for (const { reported, spellings } of files)
        for (const spelling of spellings) {
            const candidates = isAbsolute(spelling.path) ? [] : find(spelling);
            if (candidates.length === 0)
                continue;
            found.set(reported, candidates);
            break;
        }
    return found;
}
/** Only one of these bases can be meant, so only what all of them explain is kept, with the candidates of each. */
function agree(bases) {
    const [first = new Map(), ...others] = bases;
    if (others.length === 0)
        return first;
    const common = [...first].filter(([reported]) => others.every(found => found.has(reported)));
    return new Map(common.map(([reported]) => [reported, bases.flatMap(found => found.get(reported) ?? [])]));
}
/** In any of these folders. */
function under(folders, index) {
    const known = new Set(folders);
    return spelling => {
        const isMany = folders.length > 8 && spelling.up === 0;
        const likely = isMany ? index.homes(spelling.path).filter(home => known.has(home)) : folders;
        return likely.flatMap(home => candidatesAt(index, home, placeFrom(home, spelling)));
    };
}
function inModules({ modules }, index) {
    return ({ up, path }) => {
        const module = up > 0 ? undefined : modules.find(([name]) => path.startsWith(name));
        if (module === undefined)
            return [];
        const [name, home] = module;
        return candidatesAt(index, home, home + path.slice(name.length));
    };
}
const candidatesAt = ({ at }, home, place) => place === null ? [] : at(place).map(path => ({ path, home }));
/** With folders put in front. Where every path can lie in the report's folder, or one above it, all of them do. */
function extendedBase({ files, places, index }) {
    const company = countHomes(files, index);
    const alone = files.length > 1 ? 3 : isDoubtful(places) ? 2 : 1;
    const found = collect(files, ({ up, path }) => {
        const isLong = path.split('/').length >= alone;
        const homes = up > 0 ? [] : index.homes(path).filter(home => isLong || (company.get(home) ?? 0) > 1);
        return homes.flatMap(home => candidatesAt(index, home, home + path));
    });
    return { found: nearest(found, places.starts, index), isNamed: false };
}
/** How many of these files each folder has. */
function countHomes(files, index) {
    const counts = new Map();
    for (const { spellings } of files) {
        const homes = spellings.map(({ up, path }) => (up > 0 ? [] : index.homes(path))).find(some => some.length > 0);
        for (const home of homes ?? [])
            counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    return counts;
}
function nearest(found, starts, { key }) {
    if (found.values().every(candidates => candidates.length === 1))
        return found;
    const distance = ({ path }) => starts.findIndex(start => key(path).startsWith(start));
    const farthest = found.values().reduce((most, candidates) => Math.max(most, Math.min(...candidates.map(distance))), 0);
    return new Map(found.entries().map(([path, candidates]) => [path, candidates.filter(one => distance(one) <= farthest)]));
}
/**
 * Found by no accident: two files that agree in a folder too, or that are half of what was sought. `isOnly`: the report
 * has no others.
 */
function isConvincing(found, sought, isOnly, agrees) {
    const explained = sought.filter(file => found.has(file.reported));
    const agreeing = explained.filter(agrees).length;
    return isOnly ? agreeing === 1 : explained.length > 1 && (agreeing > 1 || explained.length * 2 >= sought.length);
}
const hasFolder = ({ spellings }) => spellings.some(({ path }) => path.includes('/'));

;// CONCATENATED MODULE: ./build/src/coverage/places.js

function placesOf(context, key) {
    const read = (written) => {
        const [likeliest] = spellings(written);
        return { up: likeliest?.up ?? 0, path: asFolder(key(likeliest?.path ?? '')) };
    };
    const checkout = read(context.workspace ?? '').path;
    const workspace = isAbsolute(checkout) ? checkout : null;
    const starts = foldersOf(insideOf(workspace, read(context.reportPath ?? '').path) ?? '');
    const sources = (context.sources ?? []).map(read);
    const relative = sources.filter(({ path }) => !isAbsolute(path));
    const absolute = sources.flatMap(({ path }) => (isAbsolute(path) ? [path] : []));
    const inside = absolute.map(path => insideOf(workspace, path)).filter(path => path !== null);
    return {
        workspace,
        starts,
        stated: statedFrom(relative.length > 0 ? starts : [''], relative, inside),
        foreign: absolute.filter(path => insideOf(workspace, path) === null),
        modules: [...(context.modules ?? [])]
            .map(([name, folder]) => [`${key(name)}/`, asFolder(key(folder))])
            .sort(([a], [b]) => b.length - a.length),
    };
}
function statedFrom(starts, relative, inside) {
    return starts
        .map(start => [...inside, ...relative.map(source => placeFrom(start, source)).filter(place => place !== null)])
        .filter(folders => folders.length > 0);
}
/** Path in the repository of a path that is relative or lies in the workspace. */
function insideOf(workspace, path) {
    if (!isAbsolute(path))
        return path;
    if (workspace === null)
        return null;
    const start = path.slice(0, workspace.length);
    const isSame = start === workspace || (!path.startsWith('/') && start.toLowerCase() === workspace.toLowerCase());
    return isSame ? path.slice(workspace.length) : null;
}
/** `packages/a/lcov.info/`: `packages/a/`, `packages/`, `''`. */
function foldersOf(path) {
    const names = path.split('/').slice(0, -2);
    return [...names.keys(), names.length].map(cut => names
        .slice(0, names.length - cut)
        .map(name => `${name}/`)
        .join(''));
}
const asFolder = (path) => (path === '' || path.endsWith('/') ? path : `${path}/`);

;// CONCATENATED MODULE: ./build/src/coverage/cuts.js



/**
 * What the base that explains most of these files finds, beside `known` ones of the report that need none; see
 * `resolvePaths`. Files that it does not explain are left out.
 */
function findFiles(search, known) {
    const uncut = uncutBase(search, known);
    return uncut.open.length < uncut.atLeast ? uncut.base.found : (cutBase(search, uncut) ?? uncut.base.found);
}
/** More prefixes than these are not tried, and the roots elsewhere only if they are as few. */
const cutLimits = { prefixes: 32, roots: 8 };
/** With one folder cut from the start of every path, then as before, if that explains at least so many open files. */
function cutBase(search, uncut) {
    const open = uncut.open.map(file => ({ ...file, paths: wholePaths(file, search.places) }));
    const cuts = [];
    let most = Math.max(uncut.atLeast, search.files.length > 1 ? 2 : 1);
    for (const [prefix, possible] of likelyPrefixes(open, search.index).slice(0, cutLimits.prefixes)) {
        if (possible < most)
            break;
        const isNested = cuts.some(cut => cut.isBelievable && cut.explained === most && prefix.startsWith(cut.prefix));
        const rest = behind(prefix, search, open);
        const cut = rate(prefix, isNested ? namedBase(rest) : amongAll(uncutBase(rest).base, rest), search, open);
        if (cut.isBelievable)
            most = Math.max(most, cut.explained);
        cuts.push(cut);
    }
    const base = settle(cuts.filter(({ explained }) => explained === most));
    return base && keepsRelative(base.prefix, search) ? new Map([...uncut.named, ...base.found]) : base?.found;
}
/** Where something was cut, a named base is no better than any folder that explains as many files, and worse than more. */
function amongAll(base, { files, places, index }) {
    if (!base.isNamed || places.stated.length > 0)
        return base;
    const counts = [...countHomes(files, index)].filter(([home]) => !places.starts.includes(home));
    const most = counts.reduce((max, [, count]) => Math.max(max, count), base.found.size);
    const homes = counts.filter(([, count]) => count === most).map(([home]) => home);
    const others = homes.map(home => collect(files, under([home], index)));
    const isNamed = base.found.size === most;
    return { isNamed, found: agree(isNamed ? [base.found, ...others] : others) };
}
function wholePaths({ spellings }, { foreign }) {
    const roots = foreign.length > cutLimits.roots ? [] : foreign;
    return spellings.flatMap(spelling => {
        const { up, path } = spelling;
        const below = isAbsolute(path) ? [] : roots.map(root => placeFrom(root, spelling) ?? '');
        return up > 0 ? below : [path, ...below];
    });
}
/** Prefixes behind which paths end like files of the tree, and of how many; most first, then the shortest. */
function likelyPrefixes(open, { longestEnd }) {
    const counts = new Map();
    for (const { paths } of open)
        for (const path of paths) {
            let end = path.length - longestEnd(path);
            while (end > 0 && end < path.length) {
                const prefix = path.slice(0, end);
                counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
                end = path.indexOf('/', end) + 1;
            }
        }
    return [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
}
/** An absolute prefix is a checkout: of relative paths, it concerns those that the report roots elsewhere. */
const keepsRelative = (prefix, { places }) => isAbsolute(prefix) && !isDoubtful(places);
function behind(prefix, search, open) {
    const { context, index, places } = search;
    return {
        ...search,
        files: (keepsRelative(prefix, search) ? open : search.files).flatMap(file => cutSpellings(file, prefix)),
        places: isAbsolute(prefix) ? placesOf({ ...context, workspace: prefix }, index.key) : places,
    };
}
function cutSpellings({ reported, spellings }, prefix) {
    const cut = spellings.flatMap(spelling => {
        const { up, path } = spelling;
        if (up === 0 && path.startsWith(prefix))
            return [{ up, path: path.slice(prefix.length) }];
        return isAbsolute(prefix) && !isAbsolute(path) ? [spelling] : [];
    });
    return cut.length > 0 ? [{ reported, spellings: cut }] : [];
}
/** Of a report of one file, a folder must have been cut and a named one be meant. */
function rate(prefix, base, { files }, open) {
    const sought = open.filter(({ paths }) => paths.some(path => path.startsWith(prefix)));
    const agrees = ({ paths }) => paths.some(path => path.startsWith(prefix) && path.includes('/', prefix.length));
    const isPlace = files.length > 1 || (base.isNamed && !/^([a-z]:)?\/$/i.test(prefix));
    return {
        ...base,
        prefix,
        explained: sought.length - notIn(base.found, sought).length,
        isBelievable: isPlace && isConvincing(base.found, sought, files.length === 1, agrees),
    };
}
/**
 * Of cuts that explain equally many, the one that agrees in most names. Where a shorter agreement leads to a named base,
 * both may be meant. Cuts in different places contradict each other.
 */
function settle(best) {
    const sorted = best.toSorted((a, b) => a.prefix.length - b.prefix.length);
    const [first, ...others] = sorted.filter(({ isBelievable }) => isBelievable);
    if (first === undefined || others.some(({ prefix }) => !prefix.startsWith(first.prefix)))
        return undefined;
    const rivals = sorted.filter(cut => cut !== first && cut.isNamed && cut.prefix.startsWith(first.prefix));
    return { ...first, found: agree([first, ...rivals].map(({ found }) => found)) };
}

;// CONCATENATED MODULE: ./build/src/coverage/tree.js
function indexTree(paths) {
    let anyCase;
    return {
        exact: indexBy(paths, path => path.normalize('NFC')),
        anyCase: () => {
            anyCase ??= indexBy(paths, path => path.normalize('NFC').toLowerCase());
            return anyCase;
        },
    };
}
function indexBy(paths, key) {
    const byKey = new Map();
    for (const path of paths) {
        const known = byKey.get(key(path));
        if (known === undefined)
            byKey.set(key(path), [path]);
        else if (!known.includes(path))
            known.push(path);
    }
    const ends = { paths: [...byKey.keys()], shared: 0 };
    return {
        key,
        at: path => byKey.get(path) ?? [],
        homes: path => homes(ends, path),
        longestEnd: path => longestEnd(ends, path),
    };
}
/** So few paths are compared one by one. */
const few = 8;
function homes(ends, path) {
    const { paths, shared } = descend(ends, path);
    const isWhole = shared > path.length;
    if (paths.length > few && !isWhole)
        return [];
    const found = isWhole ? paths : paths.filter(one => commonEnd(one, path) === path.length);
    return found.map(one => one.slice(0, one.length - path.length));
}
function longestEnd(ends, path) {
    const { paths, shared } = descend(ends, path);
    if (paths.length > few)
        return Math.max(0, shared - 1);
    return paths.reduce((most, one) => Math.max(most, commonEnd(one, path)), 0);
}
/** As far as the names of `path` lead, or until few paths are left. */
function descend(ends, path) {
    let at = ends;
    while (at.paths.length > few) {
        const name = nameBefore(path, at.shared);
        at.next ??= split(at);
        const next = name === undefined ? undefined : at.next.get(name);
        if (next === undefined)
            break;
        at = next;
    }
    return at;
}
function split({ paths, shared }) {
    const groups = new Map();
    for (const path of paths) {
        const name = nameBefore(path, shared);
        if (name === undefined)
            continue;
        const group = groups.get(name);
        if (group === undefined)
            groups.set(name, [path]);
        else
            group.push(path);
    }
    return new Map(groups.entries().map(([name, group]) => [name, { paths: group, shared: shared + name.length + 1 }]));
}
/** The name that ends `shared` characters before the end. */
function nameBefore(path, shared) {
    const end = path.length - shared;
    return end > 0 ? path.slice(path.lastIndexOf('/', end - 1) + 1, end) : undefined;
}
/** Characters in the whole names that both paths end with. */
function commonEnd(a, b) {
    const shorter = Math.min(a.length, b.length);
    let names = 0;
    let length = 0;
    while (length < shorter) {
        const code = a.charCodeAt(a.length - length - 1);
        if (code !== b.charCodeAt(b.length - length - 1))
            return names;
        if (code === 0x2f)
            names = length;
        length++;
    }
    const starts = (path) => path.length === length || path.charCodeAt(path.length - length - 1) === 0x2f;
    return starts(a) && starts(b) ? length : names;
}

;// CONCATENATED MODULE: ./build/src/coverage/paths.js





/**
 * Maps the paths of one report to files of the tree. A report was written by one tool in one folder, so one base is
 * sought for all of its paths: the one under which most of them are files. What that base does not explain is unknown.
 *
 * 1. An absolute path in the workspace is what it says.
 * 2. Named bases: the report's `<source>` roots (all of them together) and modules; the root of the repository; the
 *    report's folder and those above it.
 * 3. If none of these explains as many files as it leaves open:
 *    - folders put in front, each path by itself: `com/acme/A.java` is `core/src/main/java/com/acme/A.java`. A path of
 *      one or two names needs company: another file of the report in the same folder, or a report of one file.
 *    - one folder cut, everywhere: `/app/src/a.ts` is `src/a.ts`, `github.com/acme/x/a.go` is `a.go`, then as above,
 *      but a named base counts no more than any other folder: `/app` may be `packages/web`. At least two files must
 *      agree in a folder too, or be half of what lies in the cut folder. Of a report of one file, that file.
 *
 * Several files for one path: the one in the folder where files of the report lie that can be nowhere else; else
 * `ambiguous`. Bases that explain equally many are all tried. What is not found is looked for without regard to case.
 * Nothing depends on the order of paths, and no file is opened.
 */
function resolvePaths(reported, tree, context = {}) {
    const paths = [...new Set(reported)];
    const found = resolveIn(tree.exact, paths, context);
    const missing = paths.filter(path => found.get(path)?.kind === 'unknown');
    if (!missing.some(path => isNearer(path, tree.anyCase(), tree.exact)))
        return found;
    const anyCase = resolveIn(tree.anyCase(), paths, context);
    return new Map(found.entries().map(([path, at]) => [path, at.kind === 'unknown' ? betterOf(at, anyCase.get(path)) : at]));
}
const betterOf = (unknown, other) => other === undefined || other.kind === 'unknown' ? unknown : other;
/** More of the path's end is in this index than in the other. */
const isNearer = (reported, index, other) => spellings(reported).some(({ path }) => index.longestEnd(index.key(path)) > other.longestEnd(other.key(path)));
function resolveIn(index, reported, context) {
    const places = placesOf(context, index.key);
    const files = reported.map(path => readPath(path, index.key));
    const certain = inWorkspace(files, places, index);
    const unclear = files.filter(file => file.spellings.length > 0 && !certain.has(file.reported));
    const found = new Map([...certain, ...findFiles({ files: unclear, places, context, index }, certain.size)]);
    const homes = certainHomes(found);
    return new Map(files.map(file => [file.reported, choose(file, found.get(file.reported) ?? [], homes, places)]));
}
const readPath = (reported, key) => ({
    reported,
    spellings: spellings(reported).map(({ up, path }) => ({ up, path: key(path) })),
});
function inWorkspace(files, { workspace }, { at }) {
    const found = new Map();
    for (const { reported, spellings } of files)
        for (const { path } of spellings.filter(({ path }) => isAbsolute(path))) {
            const paths = at(insideOf(workspace, path) ?? '');
            if (paths.length > 0 && !found.has(reported))
                found.set(reported, paths.map(one => ({ path: one, home: '' })));
        }
    return found;
}
/** Folders in which a file lies that can be nowhere else. */
function certainHomes(found) {
    const homes = new Set();
    for (const candidates of found.values())
        if (pathsOf(candidates).length === 1)
            for (const { home } of candidates)
                homes.add(home);
    return homes;
}
function choose(file, candidates, homes, places) {
    const paths = pathsOf(candidates);
    const likely = paths.length > 1 ? pathsOf(candidates.filter(({ home }) => homes.has(home))) : paths;
    const [only] = likely;
    if (paths.length === 0)
        return notFound(file, places);
    return only !== undefined && likely.length === 1
        ? { kind: 'file', path: only }
        : { kind: 'ambiguous', candidates: paths };
}
const pathsOf = (candidates) => candidates.length > 1 ? [...new Set(candidates.map(({ path }) => path))].sort() : candidates.map(({ path }) => path);
function notFound({ reported, spellings: [likeliest] }, { workspace, starts, stated }) {
    if (likeliest === undefined)
        return { kind: 'unknown', path: reported.normalize('NFC') };
    if (likeliest.up === 0)
        return { kind: 'unknown', path: insideOf(workspace, likeliest.path) ?? likeliest.path };
    const inside = [...starts, ...stated.flat()].map(folder => placeFrom(folder, likeliest)).find(place => place !== null);
    return inside === undefined ? { kind: 'traversal' } : { kind: 'unknown', path: inside };
}


/***/ }),

/***/ 5489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ FilesByFormat),
/* harmony export */   _f: () => (/* binding */ unite),
/* harmony export */   r: () => (/* binding */ withoutPartialLines)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(454);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6197);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(632);



/** More files than this share of a report may not be missing in the tree. */
const unknownShare = 0.1;
/** Maps the files of every report to the tree and unites them. Independent of the order of the reports. */
function unite(reports, carried, { paths, ...checkout }, exclude) {
    const tree = paths && (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .indexTree */ .DK)(paths);
    const problems = [];
    const outside = [];
    const suites = new Map();
    for (const { origin, report } of reports) {
        const resolved = tree ? resolveReport(origin, report, tree, checkout) : asReported(report);
        const unknown = unknownFiles(resolved, exclude);
        outside.push(unknown);
        problems.push(...pathProblems(origin, resolved, unknown, exclude));
        const suite = getOrAdd(suites, origin.name);
        for (const [reported, file] of report.files) {
            const at = resolved.get(reported);
            if (at?.kind === 'file' && !exclude.matches(at.path))
                suite.add(origin.format, at.path, file);
        }
    }
    for (const { origin, files } of carried) {
        const suite = getOrAdd(suites, origin.name);
        for (const [path, file] of files)
            if (!exclude.matches(path))
                suite.add(origin.format, path, file);
    }
    const all = new FilesByFormat();
    for (const suite of suites.values())
        all.addAll(suite);
    const bySuite = new Map(suites.entries().map(([name, suite]) => [name, suite.united()]));
    return { files: all.united(), bySuite, problems, outside };
}
/**
 * Files of several reports. Lines are united whatever the format; branches and functions have identities only within
 * one, so of several formats that speak about a file the one that knows most of them stands.
 */
class FilesByFormat {
    formats = new Map();
    add(format, path, file) {
        const files = this.formats.get(format) ?? new Map();
        this.formats.set(format, files);
        const known = files.get(path);
        files.set(path, known === undefined ? file : (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeFile */ .nD)(known, file));
    }
    addAll(other) {
        for (const [format, files] of other.formats)
            for (const [path, file] of files)
                this.add(format, path, file);
    }
    united() {
        const [first, ...others] = [...this.formats].sort(([a], [b]) => (a < b ? -1 : 1));
        if (others.length === 0)
            return first?.[1] ?? new Map();
        const united = new Map(first?.[1]);
        for (const [, files] of others) {
            for (const [path, file] of files) {
                const known = united.get(path);
                united.set(path, known === undefined ? file : mergeAcross(known, file));
            }
        }
        return united;
    }
}
const noMarks = new Float64Array();
function mergeAcross(a, b) {
    const { lines, counts } = (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeFile */ .nD)(linesOnly(a), linesOnly(b));
    const branches = larger(a.branches, b.branches);
    const functions = larger(a.functions, b.functions);
    return { lines, branches, functions, ...(counts === undefined ? {} : { counts }) };
}
const linesOnly = ({ lines, counts }) => ({
    lines,
    branches: noMarks,
    functions: noMarks,
    ...(counts === undefined ? {} : { counts }),
});
/** More of them, else more that are taken. */
function larger(a, b) {
    if (a.length !== b.length)
        return a.length > b.length ? a : b;
    return (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .countMarks */ .WL)(b).covered > (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .countMarks */ .WL)(a).covered ? b : a;
}
/** The same with every line uncovered that has a branch which no test took. */
function withoutPartialLines(files) {
    return new Map(files.entries().map(([path, file]) => {
        const partial = (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .linesWithUntakenBranch */ .wM)(file);
        return [path, partial.length === 0 ? file : (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .withLines */ .Gy)(file, (0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .clearCovered */ .gd)(file.lines, partial))];
    }));
}
const resolveReport = (origin, report, tree, checkout) => (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePaths */ .LN)(report.files.keys(), tree, { ...checkout, reportPath: origin.path, sources: report.sources });
function asReported(report) {
    return new Map(report.files.keys().map(reported => {
        const path = (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .normalisePath */ .qb)(reported);
        return [reported, path === null ? { kind: 'traversal' } : { kind: 'file', path }];
    }));
}
function pathProblems({ name, path }, resolved, unknown, exclude) {
    const problems = [];
    for (const [file, at] of resolved) {
        if (at.kind === 'traversal')
            problems.push((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.problem.traversal', { name, path, file }));
        if (at.kind === 'ambiguous' && !at.candidates.every(exclude.matches))
            problems.push((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.problem.ambiguous', { name, path, file, candidates: at.candidates.slice(0, 10) }));
    }
    if (unknown.length > resolved.size * unknownShare)
        problems.push((0,_locales_message_js__WEBPACK_IMPORTED_MODULE_2__/* .message */ .i)('coverage.problem.unknown-files', {
            name,
            path,
            files: unknown.slice(0, 10),
            unknown: unknown.length,
            total: resolved.size,
        }));
    return problems;
}
/** Exclusions also apply to these paths, without the leading slash or drive. */
const unknownFiles = (resolved, exclude) => [...resolved.values()].flatMap(at => at.kind === 'unknown' && !exclude.matches(at.path.replace(/^([A-Z]:)?\//, '')) ? [at.path] : []);
function getOrAdd(suites, name) {
    const known = suites.get(name) ?? new FilesByFormat();
    suites.set(name, known);
    return known;
}


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ longestLine),
/* harmony export */   d: () => (/* binding */ WholeLines)
/* harmony export */ });
const LF = 0x0a;
const longestLine = 1 << 20;
/** Cuts chunks of any size into ranges of whole lines: no line is copied but the one that two chunks share. */
class WholeLines {
    /** Called with ranges whose last byte is a line end. */
    read;
    /** The start of a line whose end has not come yet. */
    carry = new Uint8Array(256);
    carried = 0;
    constructor(read) {
        this.read = read;
    }
    /** Bytes of a last line without a line end. */
    get rest() {
        return this.carried;
    }
    /** False: a line is too long. */
    push(chunk) {
        const whole = chunk.lastIndexOf(LF) + 1;
        if (whole === 0)
            return this.keep(chunk, 0, chunk.length);
        const first = chunk.indexOf(LF) + 1;
        if (!this.keep(chunk, 0, first))
            return false;
        const joined = this.carried;
        this.carried = 0;
        this.read(this.carry, 0, joined);
        this.read(chunk, first, whole);
        return this.keep(chunk, whole, chunk.length);
    }
    /** After the last chunk: reads a last line that has no line end. */
    finish() {
        if (this.carried > 0)
            this.push(Uint8Array.of(LF));
    }
    keep(chunk, start, end) {
        const length = this.carried + end - start;
        if (length > longestLine)
            return false;
        if (length > this.carry.length) {
            const larger = new Uint8Array(Math.max(length, this.carry.length * 2));
            larger.set(this.carry);
            this.carry = larger;
        }
        this.carry.set(chunk.subarray(start, end), this.carried);
        this.carried = length;
        return true;
    }
}


/***/ }),

/***/ 9301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ Words)
/* harmony export */ });
/** Finds a word of a short list by its bytes; open addressing over the hash that the tokenizer computes anyway. */
class Words {
    words;
    table = new Int16Array(256).fill(-1);
    constructor(words) {
        this.words = words.map(word => new TextEncoder().encode(word));
        this.words.forEach((word, index) => {
            let slot = word.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0) & 255;
            while (this.table[slot] !== -1)
                slot = (slot + 1) & 255;
            this.table[slot] = index;
        });
    }
    find(bytes, start, end, hash) {
        for (let slot = hash & 255;; slot = (slot + 1) & 255) {
            const index = this.table[slot] ?? -1;
            if (index < 0)
                return -1;
            const word = this.words[index];
            if (word === undefined || word.length !== end - start)
                continue;
            let at = 0;
            while (at < word.length && word[at] === bytes[start + at])
                at++;
            if (at === word.length)
                return index;
        }
    }
}


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ readTokens),
/* harmony export */   QZ: () => (/* binding */ branchLimit),
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   _q: () => (/* binding */ refusePlace),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   ss: () => (/* binding */ refuseValue),
/* harmony export */   t0: () => (/* binding */ xmlReader)
/* harmony export */ });
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5800);
/* harmony import */ var _builder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2675);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5163);
/* harmony import */ var _xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9817);





/** A reader that hands each token to the handler and refuses the report where that refuses it. */
function xmlReader(vocabulary, handlerOf) {
    const xml = new _xml_js__WEBPACK_IMPORTED_MODULE_2__/* .XmlTokens */ .Ou(vocabulary);
    const report = new _builder_js__WEBPACK_IMPORTED_MODULE_0__/* .ReportBuilder */ .ex();
    const handler = handlerOf(xml, report);
    return {
        push: chunk => {
            for (let at = 0; at < chunk.length && !xml.problem; at += _xml_js__WEBPACK_IMPORTED_MODULE_2__/* .xmlLimits */ .SN.slice) {
                xml.feed(chunk.subarray(at, at + _xml_js__WEBPACK_IMPORTED_MODULE_2__/* .xmlLimits */ .SN.slice));
                readTokens(xml, handler, report);
            }
        },
        end: () => {
            xml.finish();
            return xml.problem ? (0,_result_js__WEBPACK_IMPORTED_MODULE_3__/* .err */ ._)(xml.problem) : (0,_result_js__WEBPACK_IMPORTED_MODULE_3__.ok)(report.build(handler.sources ?? [], handler.claims ?? {}));
        },
    };
}
/** Hands on what has been fed. */
function readTokens(xml, handler, report) {
    while (!xml.problem) {
        const token = xml.next();
        if (token === 'open') {
            handler.open(xml.element);
            if (report?.overflow)
                xml.refuse('RPT-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.too-large', {}));
        }
        else if (token === 'close')
            handler.close(xml.element);
        else if (token === 'text')
            handler.text?.();
        else
            return;
    }
}
function openFile(xml, report, path) {
    if (path === '')
        xml.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.no-path', {}));
    else if (path.length > _builder_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimits */ .ny.path)
        xml.refuse('RPT-SIZE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.long-path', { limit: _builder_js__WEBPACK_IMPORTED_MODULE_0__/* .reportLimits */ .ny.path }));
    else if ((0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .hasControls */ .Lx)(path))
        xml.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.control', {}));
    else
        report.open(path);
}
/** A count that may be left out: then 0. -1, and refused, when it is no number below 2³¹, in which tools count. */
function countOf(xml, attribute, name) {
    const value = xml.integer(attribute);
    if (value >= 0 && value < 2 ** 31)
        return value;
    if (!xml.has(attribute))
        return 0;
    refuseValue(xml, attribute, name);
    return -1;
}
function refuseValue(xml, attribute, name) {
    const value = xml.string(attribute).slice(0, 60);
    xml.refuse('RPT-VALUE', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.xml.value', { name, value }));
}
/** Of an element that would make it unclear what its content counts for, as a file within a file. */
function refusePlace(xml, name) {
    xml.refuse('RPT-SYNTAX', (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_4__/* .message */ .i)('coverage.fault.xml.misplaced', { name }));
}
/** More branches than this on one line are no real line. */
const branchLimit = 65_536;


/***/ }),

/***/ 9817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ou: () => (/* binding */ XmlTokens),
  I5: () => (/* binding */ rootOf),
  SN: () => (/* binding */ xmlLimits)
});

// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/coverage/bytes.js
var bytes = __webpack_require__(5163);
;// CONCATENATED MODULE: ./build/src/coverage/xml-entities.js
/** Length of the entity at `&`, 0 when its end has not come yet, -1 when there is none such. */
function entityLength(bytes, start, end) {
    let at = start + 1;
    while (at < end && at - start < longest && bytes[at] !== 0x3b)
        at++;
    if (at === end && at - start < longest)
        return 0;
    return bytes[at] === 0x3b && entityText(ascii(bytes, start + 1, at)) !== undefined ? at + 1 - start : -1;
}
/** Entities are those of XML without a document type; others are left out. */
const withoutEntities = (text) => text.includes('&') ? text.replace(/&([^;]*);/g, (_, body) => entityText(body) ?? '') : text;
const longest = 12;
/** Text of the entity between `&` and `;`, undefined when XML has none such without a document type. */
function entityText(body) {
    const named = entities.get(body);
    if (named !== undefined || !body.startsWith('#'))
        return named;
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
    if (!digits)
        return undefined;
    const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
    const isAllowed = point >= 0x20 ? point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) : [9, 10, 13].includes(point);
    return isAllowed ? String.fromCodePoint(point) : undefined;
}
const entities = new Map([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
]);
/** Cheaper than a decoder for a few bytes; what is beyond ASCII stands in no entity. */
function ascii(bytes, start, end) {
    let text = '';
    for (let at = start; at < end; at++)
        text += String.fromCharCode(bytes[at] ?? 0);
    return text;
}

// EXTERNAL MODULE: ./build/src/coverage/words.js
var words = __webpack_require__(9301);
;// CONCATENATED MODULE: ./build/src/coverage/xml-tag.js


/** What a start tag may hold at most. */
const maxAttributes = 256;
const GT = 0x3e;
const LT = 0x3c;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;
/** 1: may stand in a name (ASCII letters, digits, `.-_:`, anything beyond ASCII). */
const nameBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 0x80 || /[A-Za-z0-9._:-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** 1: may stand in a value between double quotes and needs no second look. */
const plainBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte < SPACE || byte === QUOTE || byte === AMPERSAND || byte === LT ? 0 : 1);
const isBlank = (byte) => byte === SPACE || byte === NEWLINE || byte === 0x0d || byte === 0x09;
/** Digits, `-` and `.` may stand in a name but not open it. */
const isNoNameStart = (byte) => (byte >= ZERO && byte <= NINE) || byte === 0x2d || byte === 0x2e;
/**
 * Reads start tags:
 *
 *     tag       = "<" name *( blanks attribute ) [ blanks ] [ "/" ] ">"
 *     attribute = name [ blanks ] "=" [ blanks ] ( '"' value '"' / "'" value "'" )
 *
 * A report has millions of tags and they look alike. So the shape of the last tag of each element is kept, and which
 * element came next. The next tag is compared with that byte by byte, without looking up a name; whole numbers are read
 * on the way. Any other tag is read by the grammar, and its shape is then the one that is kept.
 */
class StartTag {
    /** Index in the vocabulary, -1: another element. */
    element = -1;
    nameStart = 0;
    nameEnd = 0;
    isClosed = false;
    /** Line ends within the tag, and where the line starts that the last of them opens. */
    lineEnds = 0;
    lineStart = 0;
    fault = 'incomplete';
    faultAt = 0;
    /** Behind the name of an attribute that is given twice. */
    faultEnd = 0;
    elements;
    attributes;
    shapes;
    last;
    /** Counts tags; an attribute has a value in this one when it was set at this count. */
    tag = 0;
    setAt;
    starts;
    ends;
    numbers;
    seenStarts = new Int32Array(maxAttributes);
    seenEnds = new Int32Array(maxAttributes);
    seenHashes = new Int32Array(maxAttributes);
    seenAttributes = new Int32Array(maxAttributes);
    constructor(elements, attributes) {
        this.elements = new words/* Words */.U(elements);
        this.attributes = new words/* Words */.U(attributes);
        this.shapes = [-1, ...elements.keys()].map(element => new Shape(element));
        this.last = this.shapes[0] ?? new Shape(-1);
        this.setAt = new Int32Array(attributes.length);
        this.starts = new Int32Array(attributes.length);
        this.ends = new Int32Array(attributes.length);
        this.numbers = new Float64Array(attributes.length);
    }
    has(attribute) {
        return this.setAt[attribute] === this.tag;
    }
    valueStart(attribute) {
        return this.starts[attribute] ?? 0;
    }
    valueEnd(attribute) {
        return this.ends[attribute] ?? 0;
    }
    /** A whole number ≥ 0 written in digits; -1 when absent or anything else. */
    integer(attribute) {
        return this.setAt[attribute] === this.tag ? (this.numbers[attribute] ?? -1) : -1;
    }
    /** `start` is behind `<`. Where the tag ends, or 0 and `fault` says why not. */
    read(bytes, start, end) {
        const { last } = this;
        const expected = this.readShape(last.follower, bytes, start, end);
        if (expected > 0) {
            this.last = last.follower;
            return expected;
        }
        const other = this.readOther(bytes, start, end);
        last.follower = this.last;
        return other;
    }
    /** Where a tag ends that looks like `shape`, or like the beginning of it; 0 when it does not. */
    readShape(shape, bytes, start, end) {
        const { text, ends, attributes, count } = shape;
        const tag = ++this.tag;
        let at = start;
        let from = 0;
        for (let piece = 0; piece <= count; piece++) {
            for (const to = ends[piece] ?? 0; from < to; from++)
                if (bytes[at++] !== text[from])
                    return 0;
            if (piece > 0) {
                const valueStart = at;
                let number = 0;
                let byte = bytes[at] ?? 0;
                while (byte >= ZERO && byte <= NINE) {
                    number = number * 10 + byte - ZERO;
                    byte = bytes[++at] ?? 0;
                }
                const isNumber = byte === QUOTE && at > valueStart;
                while (plainBytes[byte] === 1)
                    byte = bytes[++at] ?? 0;
                if (byte !== QUOTE)
                    return 0;
                const attribute = attributes[piece] ?? -1;
                if (attribute >= 0) {
                    this.setAt[attribute] = tag;
                    this.starts[attribute] = valueStart;
                    this.ends[attribute] = at;
                    this.numbers[attribute] = isNumber ? number : -1;
                }
                at++;
            }
            // What lies behind `end` is old: a tag that seems to end there has not come yet.
            const tail = tailLength(bytes, at);
            if (tail > 0 && at + tail <= end) {
                this.element = shape.element;
                this.nameStart = start;
                this.nameEnd = start + (ends[0] ?? 0);
                this.isClosed = tail > 1;
                this.lineEnds = 0;
                return at + tail;
            }
        }
        return 0;
    }
    readOther(bytes, start, end) {
        let at = start;
        let hash = 0;
        for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        if (at === end)
            return this.fail('incomplete', at);
        if (at === start || isNoNameStart(bytes[start] ?? 0))
            return this.fail('syntax', at);
        this.element = this.elements.find(bytes, start, at, hash);
        this.nameStart = start;
        this.nameEnd = at;
        this.last = this.shapes[this.element + 1] ?? this.last;
        return this.readShape(this.last, bytes, start, end) || this.readAttributes(bytes, at, end);
    }
    /** By the grammar. */
    readAttributes(bytes, start, end) {
        this.tag++;
        this.lineEnds = 0;
        let at = start;
        for (let count = 0;; count++) {
            const gap = at;
            while (at < end && isBlank(bytes[at] ?? 0))
                this.pass(bytes, at++);
            if (at === end)
                return this.fail('incomplete', at);
            const byte = bytes[at] ?? 0;
            if (byte === GT || byte === SLASH) {
                this.isClosed = byte === SLASH;
                if (this.isClosed && ++at === end)
                    return this.fail('incomplete', at);
                if (bytes[at] !== GT)
                    return this.fail('syntax', at);
                this.keepShape(bytes, count);
                return at + 1;
            }
            if (at === gap || isNoNameStart(byte))
                return this.fail('syntax', at);
            at = this.readAttribute(bytes, at, end, count);
            if (at === 0)
                return 0;
        }
    }
    readAttribute(bytes, start, end, count) {
        let at = start;
        let hash = 0;
        for (; at < end && nameBytes[bytes[at] ?? 0] === 1; at++)
            hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
        const nameEnd = at;
        while (at < end && isBlank(bytes[at] ?? 0))
            this.pass(bytes, at++);
        if (at === end)
            return this.fail('incomplete', at);
        if (nameEnd === start || bytes[at] !== EQUALS)
            return this.fail('syntax', at);
        at++;
        while (at < end && isBlank(bytes[at] ?? 0))
            this.pass(bytes, at++);
        if (at === end)
            return this.fail('incomplete', at);
        const quote = bytes[at] ?? 0;
        if (quote !== QUOTE && quote !== APOSTROPHE)
            return this.fail('syntax', at);
        const valueEnd = this.endOfValue(bytes, at + 1, end, quote);
        if (valueEnd === 0)
            return 0;
        if (count === maxAttributes)
            return this.fail('too-many', valueEnd);
        if (this.isGiven(bytes, start, nameEnd, hash, count)) {
            this.faultEnd = nameEnd;
            return this.fail('duplicate', start);
        }
        this.seenStarts[count] = start;
        this.seenEnds[count] = nameEnd;
        this.seenHashes[count] = hash;
        const attribute = this.attributes.find(bytes, start, nameEnd, hash);
        this.seenAttributes[count] = attribute;
        if (attribute >= 0)
            this.set(attribute, bytes, at + 1, valueEnd);
        return valueEnd + 1;
    }
    /** Where the quote is. */
    endOfValue(bytes, start, end, quote) {
        let at = start;
        for (let byte = bytes[at] ?? 0; at < end && byte !== quote; byte = bytes[++at] ?? 0) {
            if (byte > AMPERSAND && byte !== LT)
                continue;
            if (byte === AMPERSAND) {
                const length = entityLength(bytes, at, end);
                if (length <= 0)
                    return this.fail(length === 0 ? 'incomplete' : 'entity', at);
            }
            else if (byte === LT || (byte < SPACE && !isBlank(byte)))
                return this.fail('syntax', at);
            this.pass(bytes, at);
        }
        return at < end ? at : this.fail('incomplete', at);
    }
    isGiven(bytes, start, end, hash, count) {
        for (let seen = 0; seen < count; seen++) {
            const seenStart = this.seenStarts[seen] ?? 0;
            if (this.seenHashes[seen] !== hash || (this.seenEnds[seen] ?? 0) - seenStart !== end - start)
                continue;
            let at = start;
            while (at < end && bytes[at] === bytes[seenStart + at - start])
                at++;
            if (at === end)
                return true;
        }
        return false;
    }
    set(attribute, bytes, start, end) {
        let number = start < end ? 0 : -1;
        for (let at = start; at < end && number >= 0; at++) {
            const digit = (bytes[at] ?? 0) - ZERO;
            number = digit >= 0 && digit <= 9 ? number * 10 + digit : -1;
        }
        this.setAt[attribute] = this.tag;
        this.starts[attribute] = start;
        this.ends[attribute] = end;
        this.numbers[attribute] = number;
    }
    keepShape(bytes, count) {
        const shape = this.last;
        shape.begin(bytes, this.nameStart, this.nameEnd);
        for (let seen = 0; seen < count; seen++)
            shape.add(bytes, this.seenStarts[seen] ?? 0, this.seenEnds[seen] ?? 0, this.seenAttributes[seen] ?? -1);
        shape.finish();
    }
    /** A byte that may be a line end. */
    pass(bytes, at) {
        if (bytes[at] !== NEWLINE)
            return;
        this.lineEnds++;
        this.lineStart = at + 1;
    }
    fail(fault, at) {
        this.fault = fault;
        this.faultAt = at;
        return 0;
    }
}
/** Bytes of `>`, `/>` or ` />`; 0: none of them. */
function tailLength(bytes, at) {
    const byte = bytes[at];
    if (byte === GT)
        return 1;
    if (byte === SLASH)
        return bytes[at + 1] === GT ? 2 : 0;
    return byte === SPACE && bytes[at + 1] === SLASH && bytes[at + 2] === GT ? 3 : 0;
}
const shapeLimits = { text: 400, pieces: 33 };
/** `line number="` … `" hits="` without the values: a name, and each attribute with its blank, equals sign and quote. */
class Shape {
    element;
    /** The pieces, one behind the other, and where each ends. */
    text = new Uint8Array(shapeLimits.text);
    ends = new Int32Array(shapeLimits.pieces);
    /** In the vocabulary; -1: another. The first piece is the name. */
    attributes = new Int32Array(shapeLimits.pieces).fill(-1);
    /** Number of attributes; -1: no tag is known or fits. */
    count = -1;
    /** Of the tag that came behind it the last time. */
    follower = this;
    length = 0;
    pieces = 0;
    isBeginning = true;
    constructor(element) {
        this.element = element;
    }
    /** Takes the shape of a tag, piece by piece; of one that looks like the beginning of the last it keeps the last. */
    begin(bytes, start, end) {
        this.length = 0;
        this.pieces = 0;
        this.isBeginning = true;
        this.put(bytes, start, end);
        this.endPiece(-1);
    }
    add(bytes, start, end, attribute) {
        this.put(opening, 0, 1);
        this.put(bytes, start, end);
        this.put(opening, 1, 3);
        this.endPiece(attribute);
    }
    finish() {
        if (this.isBeginning && this.pieces <= this.count + 1)
            return;
        this.count = this.length <= shapeLimits.text && this.pieces <= shapeLimits.pieces ? this.pieces - 1 : -1;
    }
    put(bytes, start, end) {
        for (let at = start; at < end; at++) {
            const byte = bytes[at] ?? 0;
            if (this.text[this.length] !== byte)
                this.isBeginning = false;
            this.text[this.length++] = byte;
        }
    }
    endPiece(attribute) {
        if (this.ends[this.pieces] !== this.length)
            this.isBeginning = false;
        this.ends[this.pieces] = this.length;
        this.attributes[this.pieces++] = attribute;
    }
}
const opening = new TextEncoder().encode(' ="');

;// CONCATENATED MODULE: ./build/src/coverage/xml.js




/** `token` and one start tag are at most 1 MiB long. */
const xmlLimits = { depth: 256, attributes: maxAttributes, token: 1 << 20, slice: 1 << 16 };
const xml_LT = 0x3c;
const xml_GT = 0x3e;
const xml_SLASH = 0x2f;
const xml_AMPERSAND = 0x26;
const BRACKET = 0x5d;
const xml_NEWLINE = 0x0a;
/**
 * A pull tokenizer for the XML of reports, over bytes: `feed` a slice, take tokens until `more`, feed again; `finish`
 * after the last. It checks what decides whether a report is whole and unambiguous (nesting, end tags, one root,
 * quotes, entities, duplicate attributes, control characters) and makes a string only when asked for one.
 *
 * Nothing is expanded or fetched: a document type is skipped when it has no internal subset, or an empty one, and
 * refused otherwise; only the five named entities and character references exist. UTF-8, or ISO-8859-1 where declared.
 */
class XmlTokens {
    /** Index of the current element in the vocabulary, -1 for another. */
    element = -1;
    /** Report text and CDATA of the current element; otherwise they are checked and passed over. */
    wantsText = false;
    problem;
    root;
    tag;
    decoder = new TextDecoder('utf-8', { fatal: true });
    bytes = new Uint8Array(xmlLimits.slice * 2);
    at = 0;
    end = 0;
    /** Offset in the document of `bytes[0]` and of the current line's start. */
    offset = 0;
    line = 1;
    lineStart = 0;
    inside = 'content';
    started = false;
    sawDoctype = false;
    sawRoot = false;
    selfClosed = false;
    depth = 0;
    elementStack = new Int32Array(xmlLimits.depth + 1);
    names = new Uint8Array(1 << 10);
    nameEnds = new Int32Array(xmlLimits.depth + 1);
    tagLine = 1;
    tagColumn = 1;
    textStart = 0;
    textEnd = 0;
    constructor(vocabulary) {
        this.root = vocabulary.elements[0] ?? '';
        this.tag = new StartTag(vocabulary.elements, vocabulary.attributes);
    }
    /** At most `xmlLimits.slice` bytes at a time, after `more`. They are copied. */
    feed(slice) {
        const kept = this.end - this.at;
        this.offset += this.at;
        if (kept + slice.length > this.bytes.length) {
            const larger = new Uint8Array((kept + slice.length) * 2);
            larger.set(this.bytes.subarray(this.at, this.end));
            this.bytes = larger;
        }
        else
            this.bytes.copyWithin(0, this.at, this.end);
        this.bytes.set(slice, kept);
        this.at = 0;
        this.end = kept + slice.length;
    }
    next() {
        if (this.selfClosed) {
            this.selfClosed = false;
            return 'close';
        }
        if (!this.started && !this.start())
            return 'more';
        while (!this.problem) {
            const token = this.step();
            if (token !== undefined)
                return token;
        }
        return 'failed';
    }
    /** Call after the last `more`; fills `problem` when the document is not whole. */
    finish() {
        if (this.problem)
            return;
        if (!this.started && this.end > 0)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.xml.truncated', {}));
        else if (this.inside !== 'content' || this.at < this.end || this.depth > 0 || this.selfClosed)
            this.fail('RPT-TRUNCATED', (0,message/* message */.i)('coverage.fault.xml.truncated', {}), this.end);
        else if (!this.sawRoot)
            this.fail('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.no-root', { expected: this.root }), this.end);
    }
    /** Whether the last start tag has this attribute of the vocabulary. */
    has(attribute) {
        return this.tag.has(attribute);
    }
    /** A whole number ≥ 0 written in digits; -1 when absent or anything else. Beyond 2^53 it is only large. */
    integer(attribute) {
        return this.tag.integer(attribute);
    }
    /** The value with entities replaced; '' when absent. Undecodable bytes fill `problem`. */
    string(attribute) {
        const { tag } = this;
        return tag.has(attribute) ? withoutEntities(this.decode(tag.valueStart(attribute), tag.valueEnd(attribute))) : '';
    }
    /** Whether the value is these ASCII characters. */
    is(attribute, value) {
        const start = this.tag.valueStart(attribute);
        if (!this.tag.has(attribute) || this.tag.valueEnd(attribute) - start !== value.length)
            return false;
        let at = 0;
        while (at < value.length && this.bytes[start + at] === value.charCodeAt(at))
            at++;
        return at === value.length;
    }
    /** Adds the value as written, and that it ends here. Undecodable bytes fill `problem`. */
    identify(attribute, identity) {
        if (this.tag.has(attribute)) {
            const start = this.tag.valueStart(attribute);
            const end = this.tag.valueEnd(attribute);
            if (!identity.add(this.bytes, start, end))
                this.decode(start, end);
        }
        identity.separate();
    }
    /** The text of the last `text` token; one element may have several. */
    text() {
        const text = this.decode(this.textStart, this.textEnd);
        return this.inside === 'content' ? withoutEntities(text) : text;
    }
    /** Refuses the document at the last start tag. */
    refuse(code, problem) {
        this.problem ??= { code, message: problem, line: this.tagLine, column: this.tagColumn };
    }
    start() {
        if (this.end - this.at < 3)
            return false;
        this.at = (0,bytes/* skipByteOrderMark */.Tr)(this.bytes);
        this.lineStart = this.at;
        this.started = true;
        return true;
    }
    step() {
        if (this.inside === 'comment')
            return this.skipComment();
        if (this.inside === 'cdata')
            return this.readCdata();
        if (this.at === this.end)
            return 'more';
        return this.bytes[this.at] === xml_LT ? this.readMarkup() : this.readText();
    }
    readMarkup() {
        if (this.at + 1 === this.end)
            return 'more';
        const byte = this.bytes[this.at + 1];
        if (byte === xml_SLASH)
            return this.readEndTag();
        if (byte === 0x21)
            return this.readDeclaration();
        if (byte === 0x3f)
            return this.readInstruction();
        return this.readStartTag();
    }
    readStartTag() {
        const { tag } = this;
        const end = tag.read(this.bytes, this.at + 1, this.end);
        if (end === 0)
            return this.failedTag();
        this.tagLine = this.line;
        this.tagColumn = this.offset + this.at - this.lineStart + 1;
        if (tag.lineEnds > 0) {
            this.line += tag.lineEnds;
            this.lineStart = this.offset + tag.lineStart;
        }
        if (this.depth === 0 || this.depth === xmlLimits.depth)
            this.checkDepth();
        if (this.problem)
            return 'failed';
        this.element = tag.element;
        this.selfClosed = tag.isClosed;
        if (!tag.isClosed)
            this.enter();
        this.at = end;
        return 'open';
    }
    failedTag() {
        const { fault, faultAt, faultEnd } = this.tag;
        switch (fault) {
            case 'incomplete':
                return this.incomplete();
            case 'syntax':
                return this.syntax(faultAt);
            case 'entity':
                return this.badEntity(faultAt);
            case 'too-many':
                return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.too-large', {}), faultAt);
            case 'duplicate': {
                const name = this.excerpt(faultAt, faultEnd);
                return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.duplicate', { name }), faultAt);
            }
        }
    }
    checkDepth() {
        if (this.depth === xmlLimits.depth)
            this.refuse('RPT-DEPTH', (0,message/* message */.i)('coverage.fault.xml.depth', { limit: xmlLimits.depth }));
        else if (this.sawRoot)
            this.refuse('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.syntax', {}));
        else if (this.tag.element !== 0) {
            const found = this.excerpt(this.tag.nameStart, this.tag.nameEnd);
            this.refuse('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.root', { expected: this.root, found }));
        }
        this.sawRoot = true;
    }
    enter() {
        const { nameStart, nameEnd, element } = this.tag;
        const from = this.nameEnds[this.depth] ?? 0;
        const to = from + nameEnd - nameStart;
        if (to > this.names.length) {
            const larger = new Uint8Array(to * 2);
            larger.set(this.names);
            this.names = larger;
        }
        for (let at = nameStart; at < nameEnd; at++)
            this.names[from + at - nameStart] = this.bytes[at] ?? 0;
        this.depth++;
        this.nameEnds[this.depth] = to;
        this.elementStack[this.depth] = element;
    }
    readEndTag() {
        const { bytes, end } = this;
        const nameStart = this.at + 2;
        let at = nameStart;
        while (at < end && nameBytes[bytes[at] ?? 0] === 1)
            at++;
        const nameEnd = at;
        while (at < end && isBlank(bytes[at] ?? 0))
            at++;
        if (at === end)
            return this.incomplete();
        if (bytes[at] !== xml_GT || this.depth === 0)
            return this.syntax(at);
        if (!this.closesCurrent(nameStart, nameEnd))
            return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.end-tag', { name: this.excerpt(nameStart, nameEnd) }), this.at);
        this.element = this.elementStack[this.depth] ?? -1;
        this.depth--;
        this.consume(at + 1);
        return 'close';
    }
    closesCurrent(nameStart, nameEnd) {
        const from = this.nameEnds[this.depth - 1] ?? 0;
        const to = this.nameEnds[this.depth] ?? 0;
        if (to - from !== nameEnd - nameStart)
            return false;
        for (let at = from; at < to; at++)
            if (this.names[at] !== this.bytes[nameStart + at - from])
                return false;
        return true;
    }
    readText() {
        const { bytes, end } = this;
        let line = this.line;
        let lineStart = this.lineStart;
        let at = this.at;
        for (; at < end; at++) {
            const byte = bytes[at] ?? 0;
            if (byte === xml_LT)
                break;
            if (byte === xml_NEWLINE) {
                line++;
                lineStart = this.offset + at + 1;
            }
            else if (byte === 0x20 || byte === 0x09 || byte === 0x0d)
                continue;
            else if (this.depth === 0)
                return this.outside(at);
            else if (byte === xml_AMPERSAND) {
                const length = entityLength(bytes, at, end);
                if (length < 0)
                    return this.badEntity(at);
                if (length === 0)
                    break;
            }
            else if (byte === BRACKET) {
                if (at + 2 >= end)
                    break;
                if (bytes[at + 1] === BRACKET && bytes[at + 2] === xml_GT)
                    return this.syntax(at);
            }
            else if (byte < 0x20)
                return this.syntax(at);
        }
        if (at === this.at)
            return 'more';
        if (at === end && this.wantsText)
            return this.incomplete();
        this.textStart = this.at;
        this.textEnd = at;
        this.at = at;
        this.line = line;
        this.lineStart = lineStart;
        return this.wantsText ? 'text' : undefined;
    }
    outside(at) {
        if (this.sawRoot)
            return this.syntax(at);
        return this.fail('RPT-ROOT', (0,message/* message */.i)('coverage.fault.xml.no-root', { expected: this.root }), at);
    }
    /** `<!`: a comment, CDATA or document type. */
    readDeclaration() {
        const kind = openings.find(opening => this.startsWith(opening.bytes));
        if (kind === undefined)
            return openings.some(opening => this.isPrefixOf(opening.bytes)) ? 'more' : this.syntax(this.at);
        if (kind.name === 'doctype')
            return this.skipDoctype();
        if (kind.name === 'cdata' && this.depth === 0)
            return this.outside(this.at);
        this.at += kind.bytes.length;
        this.inside = kind.name;
        return undefined;
    }
    skipComment() {
        const close = this.indexOf(commentEnd, this.at);
        this.consume(close < 0 ? Math.max(this.at, this.end - 2) : close + 3);
        if (close < 0)
            return 'more';
        this.inside = 'content';
        return undefined;
    }
    readCdata() {
        const close = this.indexOf(cdataEnd, this.at);
        if (close === this.at) {
            this.at += 3;
            this.inside = 'content';
            return undefined;
        }
        if (close < 0 && this.wantsText)
            return this.incomplete();
        const to = close < 0 ? Math.max(this.at, this.end - 2) : close;
        if (to === this.at)
            return 'more';
        this.textStart = this.at;
        this.textEnd = to;
        this.consume(to);
        return this.wantsText ? 'text' : undefined;
    }
    /**
     * Without an internal subset, or with the empty one that .NET writes (Pester), there is nothing in it that could
     * matter. Quotes may hold `>` and `[`.
     */
    skipDoctype() {
        if (this.sawDoctype || this.sawRoot)
            return this.fail('RPT-DOCTYPE', (0,message/* message */.i)('coverage.fault.xml.second-doctype', {}), this.at);
        let quote = 0;
        for (let at = this.at + 9; at < this.end; at++) {
            const byte = this.bytes[at] ?? 0;
            if (quote !== 0)
                quote = byte === quote ? 0 : quote;
            else if (byte === 0x22 || byte === 0x27)
                quote = byte;
            else if (byte === 0x5b) {
                const close = this.bytes.indexOf(BRACKET, at);
                const isWhole = close >= 0 && close < this.end;
                const subset = (0,bytes/* latin1 */.Wy)(this.bytes.subarray(at + 1, isWhole ? close : this.end));
                if (!(isWhole ? harmlessSubset : harmlessStart).test(subset))
                    return this.fail('RPT-DOCTYPE', (0,message/* message */.i)('coverage.fault.xml.doctype', {}), at);
                if (!isWhole)
                    break;
                at = close;
            }
            else if (byte === xml_GT) {
                this.sawDoctype = true;
                this.consume(at + 1);
                return undefined;
            }
        }
        return this.incomplete();
    }
    /** Only the declaration matters, for its encoding. */
    readInstruction() {
        const close = this.indexOf(instructionEnd, this.at + 2);
        if (close < 0)
            return this.incomplete();
        const declaration = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(this.excerpt(this.at, close));
        const encoding = declaration?.[1]?.toLowerCase() ?? 'utf-8';
        if (['iso-8859-1', 'latin1', 'windows-1252'].includes(encoding))
            this.decoder = new TextDecoder('latin1');
        else if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding))
            return this.fail('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.encoding', { encoding }), this.at);
        this.consume(close + 2);
        return undefined;
    }
    decode(start, end) {
        try {
            return this.decoder.decode(this.bytes.subarray(start, end));
        }
        catch {
            this.refuse('RPT-ENCODING', (0,message/* message */.i)('coverage.fault.not-utf8', {}));
            return '';
        }
    }
    excerpt(start, end) {
        return new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + 200)));
    }
    startsWith(text) {
        if (this.end - this.at < text.length)
            return false;
        return text.every((byte, index) => this.bytes[this.at + index] === byte);
    }
    isPrefixOf(text) {
        const length = this.end - this.at;
        return length < text.length && text.subarray(0, length).every((byte, index) => this.bytes[this.at + index] === byte);
    }
    indexOf(text, from) {
        const first = text[0] ?? 0;
        const last = this.end - text.length;
        for (let at = this.bytes.indexOf(first, from); at >= 0 && at <= last; at = this.bytes.indexOf(first, at + 1))
            if (text.every((byte, index) => this.bytes[at + index] === byte))
                return at;
        return -1;
    }
    consume(to) {
        for (let at = this.at; at < to; at++)
            if (this.bytes[at] === xml_NEWLINE) {
                this.line++;
                this.lineStart = this.offset + at + 1;
            }
        this.at = to;
    }
    /** Wait for the rest of the token, within reason. */
    incomplete() {
        if (this.end - this.at <= xmlLimits.token)
            return 'more';
        return this.fail('RPT-SIZE', (0,message/* message */.i)('coverage.fault.long-record', { limit: xmlLimits.token }), this.at);
    }
    syntax(at) {
        return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.syntax', {}), at);
    }
    badEntity(at) {
        const text = /^&[^;\s<]*;?/.exec(this.excerpt(at, Math.min(this.end, at + 12)))?.[0] ?? '&';
        return this.fail('RPT-SYNTAX', (0,message/* message */.i)('coverage.fault.xml.entity', { text }), at);
    }
    fail(code, problem, at = this.at) {
        this.consume(Math.max(this.at, at));
        const column = this.offset + this.at - this.lineStart + 1;
        this.problem ??= { code, message: problem, line: this.line, column };
        return 'failed';
    }
}
/**
 * The text from the root's start tag on, behind instructions, comments and the document type, for telling formats apart
 * by the head of a file. A document type that does not end within the head stands for the root that it names.
 */
function rootOf(head) {
    let text = (0,bytes/* latin1 */.Wy)(head).trimStart();
    for (let rest = behindProlog(text); rest !== undefined; rest = behindProlog(text))
        text = rest.trimStart();
    return text;
}
function behindProlog(text) {
    if (text.startsWith('<?'))
        return behind(text, '?>');
    if (text.startsWith('<!--'))
        return behind(text, '-->');
    if (!/^<!DOCTYPE\s/.test(text))
        return undefined;
    const whole = /^<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*(?:\[.*?\]\s*)?>/s.exec(text);
    return whole ? text.slice(whole[0].length) : text.replace(/^<!DOCTYPE\s+/, '<');
}
function behind(text, end) {
    const at = text.indexOf(end);
    return at < 0 ? undefined : text.slice(at + end.length);
}
const xml_ascii = (text) => new TextEncoder().encode(text);
const commentEnd = xml_ascii('-->');
const cdataEnd = xml_ascii(']]>');
const instructionEnd = xml_ascii('?>');
/** What a document type may declare: elements and attributes, as some tools do, and no entities. */
const harmless = '(?:\\s*<!(?:ELEMENT|ATTLIST)\\s[^<>&]*>)*\\s*';
const harmlessSubset = new RegExp(`^${harmless}$`);
/** The same while its end has not come yet. */
const harmlessStart = new RegExp(`^${harmless}(?:<!?(?:[A-Z]{0,6}|(?:ELEMENT|ATTLIST)(?:\\s[^<>&]*)?))?$`);
const openings = [
    { name: 'comment', bytes: xml_ascii('<!--') },
    { name: 'cdata', bytes: xml_ascii('<![CDATA[') },
    { name: 'doctype', bytes: xml_ascii('<!DOCTYPE') },
];


/***/ }),

/***/ 7183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   pY: () => (/* binding */ checkGlob),
/* harmony export */   tI: () => (/* binding */ compileGlobs)
/* harmony export */ });
/* unused harmony export globLimits */
/* harmony import */ var _locales_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5800);


/** Fixed limits. Beyond them a pattern is refused, never cut. */
const globLimits = { length: 1024, braceDepth: 8, alternatives: 64, expandedLength: 4096 };
/**
 * A pattern anchored at the repository root. `*` and `?` stay within a folder and match dot files, `**` stands alone
 * between slashes (zero or more folders; at the end: everything below), `[a-z]`, `[!a]`, `{a,b}`. Case-sensitive,
 * Unicode by code point without normalisation. A leading `/` or `./` is dropped, a trailing `/` means everything
 * below. No backslashes (a special character is matched by `[*]`), except a leading `\!` for a literal `!`.
 * Time is at most the product of pattern and path length.
 */
function compileGlob(pattern) {
    if (pattern.startsWith('!'))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.negation', pattern, 0));
    return compileAt(pattern, 0);
}
/** What is wrong with an entry of a list: a pattern, or `!` and a pattern. */
function checkGlob(entry) {
    const compiled = compileEntry(entry);
    return compiled.ok ? undefined : compiled.error;
}
/** @throws TypeError on an entry that `checkGlob` refuses: lists come from a parsed policy. */
function compileGlobs(patterns) {
    const entries = patterns
        .map(pattern => {
        const compiled = compileEntry(pattern);
        if (!compiled.ok)
            throw new TypeError(`glob not validated: ${JSON.stringify(pattern)}`);
        return { keeps: !pattern.startsWith('!'), matches: compiled.value.matches };
    })
        .reverse();
    return {
        patterns,
        matches(path) {
            for (const entry of entries)
                if (entry.matches(path))
                    return entry.keeps;
            return false;
        },
    };
}
function compileEntry(entry) {
    return compileAt(entry, entry.startsWith('!') ? 1 : 0);
}
function compileAt(pattern, start) {
    const source = trimAnchors(pattern, start);
    const refusal = refuseSource(pattern, start, source);
    if (refusal)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(refusal);
    const tokens = tokenize(pattern, source.start, source.end);
    if (!tokens.ok)
        return tokens;
    if (source.below)
        tokens.value.push({ kind: 'slash', at: source.end }, ...globstarAt(source.end));
    const alternatives = expand(pattern, tokens.value);
    if (!alternatives.ok)
        return alternatives;
    const matchers = [];
    for (const alternative of alternatives.value) {
        const segments = toSegments(pattern, alternative);
        if (!segments.ok)
            return segments;
        matchers.push(compileAlternative(segments.value));
    }
    const [first, ...others] = matchers;
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ pattern, matches: first && others.length === 0 ? first : anyOf(matchers) });
}
function anyOf(matchers) {
    return path => {
        for (const matches of matchers)
            if (matches(path))
                return true;
        return false;
    };
}
const problem = (code, what, pattern, at) => ({
    code,
    message: (0,_locales_message_js__WEBPACK_IMPORTED_MODULE_1__/* .message */ .i)(what, { pattern: excerpt(pattern), column: at + 1 }),
    column: at + 1,
});
const excerpt = (pattern) => (pattern.length > 200 ? `${pattern.slice(0, 199)}…` : pattern);
/** The part between a leading `/` or `./` and a trailing `/`. */
function trimAnchors(pattern, start) {
    let from = start;
    if (pattern.startsWith('./', from))
        from += 2;
    else if (pattern.startsWith('/', from))
        from += 1;
    const below = pattern.endsWith('/') && pattern.length - 1 > from;
    return { start: from, end: below ? pattern.length - 1 : pattern.length, below };
}
/** Everything that can be refused in one pass over the text, before anything is built from it. */
function refuseSource(pattern, start, source) {
    if (pattern.startsWith('!', start))
        return problem('GLB-SYNTAX', 'glob.twice-negated', pattern, start);
    const deep = tooDeep(pattern);
    if (deep >= 0)
        return problem('GLB-COMPLEX', 'glob.nesting', pattern, deep);
    if (pattern.length > globLimits.length)
        return problem('GLB-SIZE', 'glob.size', pattern, globLimits.length);
    if (source.start >= source.end)
        return problem('GLB-SYNTAX', 'glob.empty', pattern, start);
    if (/^[A-Za-z]:[\\/]/.test(pattern.slice(start)))
        return problem('GLB-PATH', 'glob.absolute', pattern, start);
    if (/^\s/.test(pattern.slice(start)))
        return problem('GLB-SYNTAX', 'glob.space', pattern, start);
    if (/\s$/.test(pattern))
        return problem('GLB-SYNTAX', 'glob.space', pattern, pattern.trimEnd().length);
    const nul = pattern.indexOf('\0');
    if (nul >= 0)
        return problem('GLB-SYNTAX', 'glob.nul', pattern, nul);
    const backslash = pattern.indexOf('\\', pattern.startsWith('\\!', source.start) ? source.start + 1 : source.start);
    if (backslash >= 0)
        return problem('GLB-SYNTAX', 'glob.backslash', pattern, backslash);
    const extended = /[@?*+!]\(/.exec(pattern);
    if (extended)
        return problem('GLB-EXTGLOB', 'glob.extended', pattern, extended.index);
    return undefined;
}
function tooDeep(pattern) {
    let depth = 0;
    for (let at = 0; at < pattern.length; at++) {
        const unit = pattern.charCodeAt(at);
        if (unit === 0x7b && ++depth > globLimits.braceDepth)
            return at;
        if (unit === 0x7d && depth > 0)
            depth--;
    }
    return -1;
}
const globstarAt = (at) => [
    { kind: 'star', at },
    { kind: 'star', at },
];
function tokenize(pattern, start, end) {
    const tokens = [];
    let at = start;
    let text = '';
    const flush = () => {
        if (text !== '')
            tokens.push({ kind: 'text', text, at: at - text.length });
        text = '';
    };
    if (pattern.startsWith('\\!', at))
        at++;
    while (at < end) {
        const character = pattern.charAt(at);
        if (character === '*' || character === '?' || character === '/') {
            flush();
            tokens.push({ kind: character === '*' ? 'star' : character === '?' ? 'any' : 'slash', at });
            at++;
        }
        else if (character === '[') {
            flush();
            const read = readClass(pattern, at, end);
            if (!read.ok)
                return read;
            tokens.push({ kind: 'class', class: read.value.class, at });
            at = read.value.end;
        }
        else if (character === '{') {
            flush();
            const read = readBraces(pattern, at, end);
            if (!read.ok)
                return read;
            tokens.push(...read.value.tokens);
            at = read.value.end;
        }
        else if (character === '}') {
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.brace', pattern, at));
        }
        else {
            text += character;
            at++;
        }
    }
    flush();
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(tokens);
}
function readClass(pattern, open, end) {
    const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^';
    const first = open + (negated ? 2 : 1);
    const close = pattern.indexOf(']', first + 1);
    const body = close < 0 || close >= end ? undefined : pattern.slice(first, close);
    if (body === undefined || body.includes('/'))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.class', pattern, open));
    if (/\[[:.=]/.test(body))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.named-class', pattern, open));
    const points = Array.from(body, character => character.codePointAt(0) ?? 0);
    const ranges = [];
    for (let i = 0; i < points.length; i++) {
        const from = points[i] ?? 0;
        const to = points[i + 1] === 0x2d ? points[i + 2] : undefined;
        if (to !== undefined && to < from)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.range', pattern, open));
        ranges.push(from, to ?? from);
        if (to !== undefined)
            i += 2;
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ class: { negated, ranges }, end: close + 1 });
}
/** `{a,b}`; braces without a comma stand for themselves, as in shells. */
function readBraces(pattern, open, end) {
    const parts = splitBraces(pattern, open, end);
    if (!parts)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.brace', pattern, open));
    const close = parts.close;
    if (parts.bounds.length === 1 && /^-?\w+\.\.-?\w+(\.\.-?\d+)?$/.test(pattern.slice(open + 1, close)))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-COMPLEX', 'glob.sequence', pattern, open));
    const alternatives = [];
    for (const [from, to] of parts.bounds) {
        const tokens = tokenize(pattern, from, to);
        if (!tokens.ok)
            return tokens;
        alternatives.push(tokens.value);
    }
    const [only, ...others] = alternatives;
    const tokens = only && others.length === 0
        ? [{ kind: 'text', text: '{', at: open }, ...only, { kind: 'text', text: '}', at: close }]
        : [{ kind: 'braces', alternatives, at: open }];
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ tokens, end: close + 1 });
}
/** Bounds of the comma-separated parts at the top level of the braces opened at `open`. */
function splitBraces(pattern, open, end) {
    const bounds = [];
    let depth = 0;
    let from = open + 1;
    for (let at = open; at < end; at++) {
        const character = pattern[at];
        if (character === '[') {
            const close = pattern.indexOf(']', at + 2);
            if (close > 0 && close < end)
                at = close;
        }
        else if (character === '{')
            depth++;
        else if (character === ',' && depth === 1) {
            bounds.push([from, at]);
            from = at + 1;
        }
        else if (character === '}' && --depth === 0) {
            bounds.push([from, at]);
            return { bounds, close: at };
        }
    }
    return undefined;
}
function expand(pattern, tokens) {
    const braces = tokens.find(token => token.kind === 'braces');
    if (braces && countAlternatives(tokens) > globLimits.alternatives)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at));
    const expanded = combine(tokens);
    const length = expanded.flat().reduce((sum, token) => sum + (token.kind === 'text' ? token.text.length : 1), 0);
    if (braces && length > globLimits.expandedLength)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-COMPLEX', 'glob.alternatives', pattern, braces.at));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(expanded);
}
function countAlternatives(tokens) {
    let product = 1;
    for (const token of tokens)
        if (token.kind === 'braces')
            product *= token.alternatives.reduce((sum, alternative) => sum + countAlternatives(alternative), 0);
    return product;
}
function combine(tokens) {
    let expanded = [[]];
    for (const token of tokens) {
        if (token.kind !== 'braces')
            for (const sequence of expanded)
                sequence.push(token);
        else {
            const alternatives = token.alternatives.flatMap(combine);
            expanded = expanded.flatMap(sequence => alternatives.map(alternative => [...sequence, ...alternative]));
        }
    }
    return expanded;
}
const star = -1;
const any = -2;
function toSegments(pattern, tokens) {
    const segments = [];
    let current = [];
    const ends = [...tokens, { kind: 'slash', at: pattern.length }];
    for (const token of ends) {
        if (token.kind !== 'slash') {
            current.push(token);
            continue;
        }
        const segment = toSegment(pattern, current, token.at);
        if (!segment.ok)
            return segment;
        if (segment.value !== 'globstar' || segments.at(-1) !== 'globstar')
            segments.push(segment.value);
        current = [];
    }
    if (segments.at(-1) === 'globstar')
        segments.push([star]);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(segments);
}
function toSegment(pattern, tokens, end) {
    if (tokens.length === 0)
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.empty-segment', pattern, Math.min(end, pattern.length - 1)));
    if (tokens.length === 2 && tokens.every(token => token.kind === 'star'))
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)('globstar');
    const text = tokens.map(token => (token.kind === 'text' ? token.text : '\0')).join('');
    if (text === '..')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-PATH', 'glob.parent', pattern, tokens[0]?.at ?? 0));
    if (text === '.')
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.dot', pattern, tokens[0]?.at ?? 0));
    const items = [];
    for (const token of tokens) {
        if (token.kind === 'text')
            for (let i = 0; i < token.text.length; i++)
                items.push(token.text.charCodeAt(i));
        else if (token.kind === 'class')
            items.push(token.class);
        else if (token.kind === 'any')
            items.push(any);
        else if (items.at(-1) === star)
            return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .err */ ._)(problem('GLB-SYNTAX', 'glob.globstar', pattern, token.at));
        else
            items.push(star);
    }
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__.ok)(items);
}
/** Most patterns of real policies need no walk over segments: a literal, or a literal head and tail, decides. */
function compileAlternative(segments) {
    const special = segments.findIndex(segment => literalOf(segment) === undefined);
    if (special < 0) {
        const literal = joinLiterals(segments);
        return path => path === literal;
    }
    const globstar = segments.indexOf('globstar');
    const rest = segments.slice(globstar + 1);
    if (globstar >= 0 && globstar === special) {
        const head = segments
            .slice(0, globstar)
            .map(segment => `${literalOf(segment)}/`)
            .join('');
        if (rest.every(segment => literalOf(segment) !== undefined))
            return anywhereBelow(head, joinLiterals(rest));
        const tail = literalAfterStar(rest);
        if (tail !== undefined)
            return endsLike(head, tail);
        const [name, ...others] = rest;
        if (name !== undefined && name !== 'globstar' && others.length === 0)
            return lastLike(head, name);
    }
    const { head, tail } = literalEnds(segments);
    const steps = segments.map((segment) => (segment === 'globstar' ? null : (literalOf(segment) ?? segment)));
    return path => path.startsWith(head) && path.endsWith(tail) && matchSteps(steps, path);
}
const literalOf = (segment) => segment !== 'globstar' && segment.every(item => typeof item === 'number' && item >= 0)
    ? String.fromCharCode(...segment)
    : undefined;
const joinLiterals = (segments) => segments.map(literalOf).join('/');
/** `head**` + `/name`. */
function anywhereBelow(head, name) {
    const tail = `/${name}`;
    const whole = head + name;
    return path => path === whole || (path.startsWith(head) && path.endsWith(tail) && path.length >= head.length + tail.length);
}
/** `head**` + `/*tail`. */
function endsLike(head, tail) {
    const least = head.length + Math.max(tail.length, 1);
    return path => path.length >= least && path.startsWith(head) && path.endsWith(tail);
}
/** `head**` + `/name` with wildcards: only the last segment has to be looked at. */
function lastLike(head, name) {
    const { head: begin, tail } = literalEnds([name]);
    return path => {
        if (!path.endsWith(tail) || !path.startsWith(head))
            return false;
        const from = path.lastIndexOf('/') + 1;
        return from >= head.length && path.startsWith(begin, from) && matchItems(name, path, from, path.length);
    };
}
/** The literal after a `*` that opens these segments, if nothing else is special in them. */
function literalAfterStar(segments) {
    const [first, ...others] = segments;
    if (first === undefined || first === 'globstar' || first[0] !== star)
        return undefined;
    const tail = [first.slice(1), ...others].map(literalOf);
    return tail.includes(undefined) ? undefined : tail.join('/');
}
/** What every match starts and ends with. */
function literalEnds(segments) {
    return { head: literalHead(segments), tail: literalTail(segments) };
}
function literalHead(segments) {
    let head = '';
    for (const segment of segments) {
        if (segment === 'globstar')
            break;
        const length = segment.findIndex(item => typeof item !== 'number' || item < 0);
        const items = (length < 0 ? segment : segment.slice(0, length));
        head += String.fromCharCode(...items);
        if (length >= 0)
            break;
        head += '/';
    }
    return head;
}
function literalTail(segments) {
    const last = segments.at(-1);
    if (last === undefined || last === 'globstar')
        return '';
    const from = last.findLastIndex(item => typeof item !== 'number' || item < 0) + 1;
    return String.fromCharCode(...last.slice(from));
}
/**
 * Wildcard matching with one point of return, the last `**`. An earlier one need never be tried again: whatever it
 * could skip, the later one can skip too.
 */
function matchSteps(steps, path) {
    let index = 0;
    let start = 0;
    let resumeIndex = -1;
    let resumeStart = 0;
    while (start <= path.length) {
        const step = steps[index];
        if (step === null) {
            resumeIndex = ++index;
            resumeStart = start;
            continue;
        }
        const end = segmentEnd(path, start);
        if (step !== undefined && matchStep(step, path, start, end)) {
            index++;
            start = end + 1;
            continue;
        }
        if (resumeIndex < 0)
            return false;
        resumeStart = segmentEnd(path, resumeStart) + 1;
        start = resumeStart;
        index = resumeIndex;
    }
    return index === steps.length;
}
function matchStep(step, path, start, end) {
    if (typeof step === 'string')
        return end - start === step.length && path.startsWith(step, start);
    return matchItems(step, path, start, end);
}
function segmentEnd(path, start) {
    const slash = path.indexOf('/', start);
    return slash < 0 ? path.length : slash;
}
/** The same within one segment, where the point of return is the last `*`. */
function matchItems(items, path, start, end) {
    let index = 0;
    let at = start;
    let resumeIndex = -1;
    let resumeAt = start;
    while (at < end) {
        const item = items[index];
        if (item === star) {
            resumeIndex = ++index;
            resumeAt = at;
            continue;
        }
        const width = item === undefined ? 0 : matchItem(item, path, at, end);
        if (width > 0) {
            index++;
            at += width;
            continue;
        }
        if (resumeIndex < 0)
            return false;
        resumeAt += characterWidth(path, resumeAt, end);
        at = resumeAt;
        index = resumeIndex;
    }
    while (items[index] === star)
        index++;
    return index === items.length;
}
/** How many code units the item takes at `at`; 0 when it does not match. */
function matchItem(item, path, at, end) {
    if (item === any)
        return characterWidth(path, at, end);
    if (typeof item === 'number')
        return path.charCodeAt(at) === item ? 1 : 0;
    return inClass(item, path.codePointAt(at) ?? 0) ? characterWidth(path, at, end) : 0;
}
function inClass({ negated, ranges }, point) {
    for (let i = 0; i < ranges.length; i += 2)
        if (point >= (ranges[i] ?? 0) && point <= (ranges[i + 1] ?? 0))
            return !negated;
    return negated;
}
function characterWidth(path, at, end) {
    return at + 1 < end && (path.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}


/***/ })

};

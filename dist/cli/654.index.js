export const id = 654;
export const ids = [654];
export const modules = {

/***/ 9654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandHelp: () => (/* binding */ commandHelp),
/* harmony export */   programHelp: () => (/* binding */ programHelp)
/* harmony export */ });
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(454);
/* harmony import */ var _src_render_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2542);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8455);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1681);





const program = 'delivery-gates';
const plain = (locale) => (code) => (0,_src_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_3__/* .message */ .i)(code, {}), locale, (0,_src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainFormatter */ .P)(locale));
/** `delivery-gates --help`. */
function programHelp(options, locale) {
    const say = plain(locale);
    return page([
        [say('cli.about')],
        [say('cli.usage'), `  ${program} COMMAND [OPTION…]`, `  ${program} COMMAND --help`],
        [say('cli.commands'), ...(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .columns */ .YB)(Object.entries(_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .commands */ .P).map(([name, { summary }]) => [name, say(summary)]))],
        optionLines(options, locale),
        [say('cli.exitCodes')],
    ]);
}
/** `delivery-gates <name> --help`. */
function commandHelp(name, command, options, locale) {
    const say = plain(locale);
    return page([
        [say(command.about)],
        [say('cli.usage'), ...command.forms.map(form => `  ${program} ${name} ${form}`)],
        optionLines(options, locale),
        [say('cli.exitCodes')],
    ]);
}
const page = (paragraphs) => `${paragraphs.map(lines => lines.join('\n')).join('\n\n')}\n`;
function optionLines(options, locale) {
    const say = plain(locale);
    const rows = Object.entries(options).map(([name, spec]) => [optionForm(name, spec), say(spec.about)]);
    return [say('cli.options'), ...(0,_table_js__WEBPACK_IMPORTED_MODULE_4__/* .columns */ .YB)(rows)];
}
function optionForm(name, { short, value, choices }) {
    const option = short === undefined ? `--${name}` : `-${short}, --${name}`;
    return value === undefined
        ? option
        : `${option} ${choices !== undefined && choices.length < 4 ? choices.join('|') : value}`;
}


/***/ }),

/***/ 1681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** What terminals show two columns wide: East Asian wide and fullwidth characters, and pictures. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Columns of a terminal that a line takes. Marks stand on the character before them. */
function widthOf(text) {
    let width = 0;
    for (const character of text)
        if (!/\p{M}|\p{Cf}/u.test(character))
            width += wide.test(character) ? 2 : 1;
    return width;
}
/** Rows as lines with two spaces between columns, which are as wide as their widest cell; no space at the end. */
function table(rows, sides) {
    const widths = sides.map((_, column) => Math.max(0, ...rows.map(row => widthOf(row[column] ?? ''))));
    return rows.map(row => sides
        .map((side, column) => pad(row[column] ?? '', widths[column] ?? 0, side))
        .join('  ')
        .trimEnd());
}
/** Two columns, indented. */
const columns = (rows) => table(rows, ['left', 'left']).map(line => `  ${line}`);
function pad(text, width, side) {
    const space = ' '.repeat(Math.max(0, width - widthOf(text)));
    return side === 'left' ? text + space : space + text;
}


/***/ })

};

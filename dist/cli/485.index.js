export const id = 485;
export const ids = [485];
export const modules = {

/***/ 485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _src_locales_message_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(454);
/* harmony import */ var _src_render_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8531);
/* harmony import */ var _src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2542);
/* harmony import */ var _src_render_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2006);
/* harmony import */ var _src_result_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5800);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6888);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7991);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3192);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2227);









const options = {
    ..._checkout_js__WEBPACK_IMPORTED_MODULE_4__/* .sharedOption */ .jL,
    base: { about: 'cli.check.option.base', value: 'REF' },
    head: { about: 'cli.check.option.head', value: 'REF' },
    facts: { about: 'cli.check.option.facts', value: 'FILE' },
    policy: { about: 'cli.check.option.policy', value: 'FILE' },
};
/** Judges a range of commits, or the facts of a file, as the Action and the App would. */
const check = (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .defineCommand */ .N)({
    forms: ['[OPTION…] --base REF [--head REF]', '[OPTION…] --facts FILE [--policy FILE]'],
    about: 'cli.check.about',
    options,
    async run({ values, positionals }, world) {
        const [extra] = positionals;
        if (extra !== undefined)
            return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_6__/* .err */ ._)({ message: (0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_7__/* .message */ .i)('cli.positional', { got: extra }) });
        const judged = values.facts === undefined
            ? await (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeRange */ .D)(values, world.cwd)
            : await (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeFile */ .G)({ facts: values.facts, policy: values.policy, shared: values.shared }, world.cwd);
        if (!judged.ok)
            return judged;
        const { report, locale: own, elsewhere } = judged.value;
        const locale = values.locale ?? own;
        world.print(values.json ? (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonLine */ .r)(report) : (0,_src_render_text_js__WEBPACK_IMPORTED_MODULE_2__/* .renderText */ .S)(report, { locale }) + notHere(elsewhere, locale));
        return (0,_src_result_js__WEBPACK_IMPORTED_MODULE_6__.ok)(hasFailed(report, elsewhere) ? 1 : 0);
    },
});
/** What only GitHub knows is not judged here: it neither passes nor fails, and the reader is told. */
function hasFailed(report, elsewhere) {
    if (elsewhere.length === 0)
        return report.verdict !== 'passed';
    return report.gates.some(({ gate, level, result }) => level === 'block' && (result.status === 'failed' || (result.status === 'unknown' && !elsewhere.includes(gate))));
}
function notHere(elsewhere, locale) {
    if (elsewhere.length === 0)
        return '';
    return `${(0,_src_render_format_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)((0,_src_locales_message_js__WEBPACK_IMPORTED_MODULE_7__/* .message */ .i)('cli.check.elsewhere', { elsewhere }), locale, (0,_src_render_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainFormatter */ .P)(locale, 1_000))}\n`;
}


/***/ })

};

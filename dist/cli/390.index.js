export const id = 390;
export const ids = [390];
export const modules = {

/***/ 9390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  app: () => (/* binding */ app)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/locales/message.js
var message = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/result.js
var src_result = __webpack_require__(5800);
;// CONCATENATED MODULE: ./build/src/github/bounded.js
/** The text of an answer. Rejects when it is longer than `maxBytes`, before it has filled the memory. */
async function readBounded(response, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > maxBytes)
            throw new Error('the answer is too long');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./build/src/github/conversion.js




const timeoutMs = 15_000;
const maxBytes = 1024 * 1024;
/** As the App's own configuration asks for (app/config.ts). */
const minSecret = 32;
/**
 * Trades the one-time code of the manifest flow for the App. Called once: GitHub takes a code once, so a failed call is
 * not repeated. Errors name no secret.
 */
async function convertManifest(apiUrl, code) {
    let status;
    let text;
    try {
        const response = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
            method: 'POST',
            headers: { accept: 'application/vnd.github+json', 'user-agent': 'delivery-gates-cli' },
            redirect: 'error',
            signal: AbortSignal.timeout(timeoutMs),
        });
        status = response.status;
        text = await readBounded(response, maxBytes);
    }
    catch (error) {
        return (0,src_result/* err */._)((0,message/* message */.i)('cli.app.unreachable', { detail: causeOf(error) }));
    }
    if (status === 404)
        return (0,src_result/* err */._)((0,message/* message */.i)('cli.app.expired', {}));
    if (status !== 201)
        return (0,src_result/* err */._)((0,message/* message */.i)('cli.app.status', { status, detail: explanation(text) }));
    return readApp(text);
}
/** `fetch failed` says nothing; its cause does. */
function causeOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const { cause } = error;
    if (cause instanceof Error && 'code' in cause)
        return String(cause.code);
    return cause instanceof Error ? cause.message : error.message;
}
/** GitHub's own words for a refusal, from a body that says them. */
function explanation(text) {
    const body = parse(text);
    return typeof body?.message === 'string' ? body.message.slice(0, 200) : '';
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : null;
    }
    catch {
        return null;
    }
}
function readApp(text) {
    const body = parse(text);
    if (body === null)
        return (0,src_result/* err */._)((0,message/* message */.i)('cli.app.broken', { what: 'JSON' }));
    const { id, slug, name, html_url: htmlUrl, pem, webhook_secret: webhookSecret } = body;
    const { client_id: clientId, client_secret: clientSecret } = body;
    const wrong = (what) => (0,src_result/* err */._)((0,message/* message */.i)('cli.app.broken', { what }));
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0)
        return wrong('id');
    if (typeof slug !== 'string' || !/^[\w-]{1,100}$/.test(slug))
        return wrong('slug');
    if (typeof htmlUrl !== 'string' || !URL.canParse(htmlUrl))
        return wrong('html_url');
    if (typeof pem !== 'string' || !isRsaKey(pem))
        return wrong('pem');
    if (!isPlain(webhookSecret) || webhookSecret.length < minSecret)
        return wrong('webhook_secret');
    if (!isPlain(clientId))
        return wrong('client_id');
    if (!isPlain(clientSecret))
        return wrong('client_secret');
    return (0,src_result.ok)({
        id,
        slug,
        name: typeof name === 'string' ? name : slug,
        htmlUrl,
        privateKey: `${pem.trim().replaceAll('\r\n', '\n')}\n`,
        webhookSecret,
        clientId,
        clientSecret,
    });
}
/** Written into a file of NAME=VALUE lines, so nothing that would need quotes there. */
const isPlain = (value) => typeof value === 'string' && /^[\w.~+/=-]+$/.test(value);
function isRsaKey(pem) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem).asymmetricKeyType === 'rsa';
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/src/github/permissions.js
var permissions = __webpack_require__(5101);
;// CONCATENATED MODULE: ./build/src/github/manifest.js

/** Where GitHub sends webhooks, below the App's public address. */
const webhookPath = '/api/github/webhooks';
/** Where GitHub sends people back to who sign in on the App's pages. */
const callbackPath = '/login/callback';
/** GitHub's limit for the name of an App. */
const maxAppName = 34;
/**
 * `publicUrl`: where people and GitHub reach the App, without a slash at the end. Permissions: the least that it needs;
 * `holdDeployments` takes more.
 */
const appManifest = ({ name, publicUrl, redirectUrl, holdDeployments, }) => ({
    name,
    url: publicUrl,
    hook_attributes: { url: `${publicUrl}${webhookPath}`, active: true },
    redirect_url: redirectUrl,
    callback_urls: [`${publicUrl}${callbackPath}`],
    description: 'Quality gates on every pull request, and sign-offs of implementers before a deployment.',
    public: false,
    default_permissions: holdDeployments ? { ...permissions/* permissions */.P, ...permissions/* deploymentPermissions */.AS } : permissions/* permissions */.P,
    default_events: holdDeployments ? [...permissions/* events */.AZ, ...permissions/* deploymentEvents */.$k] : permissions/* events */.AZ,
});

// EXTERNAL MODULE: ./build/src/render/format.js
var format = __webpack_require__(8531);
// EXTERNAL MODULE: ./build/src/render/plain.js
var plain = __webpack_require__(2542);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/cli/app-register-files.js





const keyName = 'private-key.pem';
const envName = 'app.env';
/** The folder exists, can be written to, and holds nothing that would be lost. */
function prepareFolder(folder, force) {
    const fail = (path, code) => (0,src_result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.app.folder', { code }) });
    try {
        if (!(0,external_node_fs_.existsSync)(folder))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
        if (!(0,external_node_fs_.statSync)(folder).isDirectory())
            return fail(folder, 'ENOTDIR');
        (0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
        // A folder of secrets inside a checkout must not be committed by accident.
        if ((0,external_node_fs_.readdirSync)(folder).length === 0)
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, '.gitignore'), '*\n');
    }
    catch (error) {
        return fail(folder, codeOf(error));
    }
    const there = [keyName, envName].map(name => (0,external_node_path_.join)(folder, name)).find(external_node_fs_.existsSync);
    if (there !== undefined && !force)
        return (0,src_result/* err */._)({ place: { path: there }, message: (0,message/* message */.i)('cli.app.exists', {}) });
    return (0,src_result.ok)(null);
}
/** Writes the key and the file of variables, both readable by their owner only. */
function writeSecrets(folder, { app, publicUrl, apiUrl, force }) {
    const keyPath = (0,external_node_path_.join)(folder, keyName);
    const envPath = (0,external_node_path_.join)(folder, envName);
    const variables = {
        APP_ID: String(app.id),
        PRIVATE_KEY_PATH: keyPath,
        WEBHOOK_SECRET: app.webhookSecret,
        PUBLIC_URL: publicUrl,
        GITHUB_CLIENT_ID: app.clientId,
        GITHUB_CLIENT_SECRET: app.clientSecret,
        SESSION_SECRET: (0,external_node_crypto_.randomBytes)(32).toString('base64url'),
        ...(apiUrl === undefined ? {} : { GITHUB_API_URL: apiUrl }),
    };
    const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}\n`);
    for (const [path, text] of [
        [keyPath, app.privateKey],
        [envPath, lines.join('')],
    ]) {
        try {
            if (force)
                (0,external_node_fs_.rmSync)(path, { force: true });
            (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx', mode: 0o600, flush: true });
        }
        catch (error) {
            return (0,src_result/* err */._)({ path, code: codeOf(error) });
        }
    }
    return (0,src_result.ok)({ keyPath, envPath });
}
/** Bare where every reader of such files agrees; quotes only where a path needs them. */
const quoted = (value) => (/^[\w.~+/=:@-]*$/.test(value) ? value : `"${value}"`);
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '');

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./node_modules/hono/dist/utils/html.js
//#region src/utils/html.ts
/**
* @module
* HTML utility.
*/
const HtmlEscapedCallbackPhase = {
	Stringify: 1,
	BeforeStream: 2,
	Stream: 3
};
const raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
const escapeRe = /[&<>'"]/;
const stringBufferToString = async (buffer, callbacks) => {
	let str = "";
	callbacks ||= [];
	const resolvedBuffer = await Promise.all(buffer);
	for (let i = resolvedBuffer.length - 1;; i--) {
		str += resolvedBuffer[i];
		i--;
		if (i < 0) break;
		let r = resolvedBuffer[i];
		if (r == null || typeof r === "boolean") continue;
		if (typeof r === "number") {
			str += r;
			continue;
		}
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		const isEscaped = r.isEscaped;
		r = await (typeof r === "object" ? r.toString() : r);
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		if (r.isEscaped ?? isEscaped) str += r;
		else {
			const buf = [str];
			escapeToBuffer(r, buf);
			str = buf[0];
		}
	}
	return raw(str, callbacks);
};
const escapeToBuffer = (str, buffer) => {
	const match = str.search(escapeRe);
	if (match === -1) {
		buffer[0] += str;
		return;
	}
	let escape;
	let index;
	let lastIndex = 0;
	for (index = match; index < str.length; index++) {
		switch (str.charCodeAt(index)) {
			case 34:
				escape = "&quot;";
				break;
			case 39:
				escape = "&#39;";
				break;
			case 38:
				escape = "&amp;";
				break;
			case 60:
				escape = "&lt;";
				break;
			case 62:
				escape = "&gt;";
				break;
			default: continue;
		}
		buffer[0] += str.substring(lastIndex, index) + escape;
		lastIndex = index + 1;
	}
	buffer[0] += str.substring(lastIndex, index);
};
const resolveCallbackSync = (str) => {
	const callbacks = str.callbacks;
	if (!callbacks?.length) return str;
	const buffer = [str];
	const context = {};
	callbacks.forEach((c) => c({
		phase: HtmlEscapedCallbackPhase.Stringify,
		buffer,
		context
	}));
	return buffer[0];
};
const resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	if (preserveCallbacks) return raw(await resStr, callbacks);
	else return resStr;
};
//#endregion


;// CONCATENATED MODULE: ./node_modules/hono/dist/helper/html/index.js

//#region src/helper/html/index.ts
/**
* @module
* html Helper for Hono.
*/
const html = (strings, ...values) => {
	const buffer = [""];
	for (let i = 0, len = strings.length - 1; i < len; i++) {
		buffer[0] += strings[i];
		const children = Array.isArray(values[i]) ? values[i].flat(Infinity) : [values[i]];
		for (let i = 0, len = children.length; i < len; i++) {
			const child = children[i];
			if (typeof child === "string") escapeToBuffer(child, buffer);
			else if (typeof child === "number") buffer[0] += child;
			else if (typeof child === "boolean" || child === null || child === void 0) continue;
			else if (typeof child === "object" && child.isEscaped) {
				if (child.callbacks) buffer.unshift("", child);
				else {
					const tmp = child.toString();
					if (tmp instanceof Promise) buffer.unshift("", tmp);
					else buffer[0] += tmp;
				}
			} else if (child instanceof Promise) buffer.unshift("", child);
			else escapeToBuffer(child.toString(), buffer);
		}
	}
	buffer[0] += strings.at(-1);
	return buffer.length === 1 ? "callbacks" in buffer ? raw(resolveCallbackSync(raw(buffer[0], buffer.callbacks))) : raw(buffer[0]) : stringBufferToString(buffer, buffer.callbacks);
};
//#endregion


;// CONCATENATED MODULE: ./build/cli/app-register-page.js







/** Pages on the loopback interface: the manifest's form, and where GitHub sends the browser back to. */
async function openPages(options) {
    const word = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    const state = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    const { promise: answered, resolve } = Promise.withResolvers();
    let taken = false;
    let origin = '';
    const route = async (request, response) => {
        const url = URL.parse(request.url ?? '', origin);
        // Names that resolve to this machine must not bring in another site's scripts.
        if (url === null || request.headers.host !== new URL(origin).host)
            return show(response, 400, stale(options));
        if (request.method !== 'GET')
            return show(response, 405, stale(options));
        if (url.pathname === `/${word}`) {
            const manifest = appManifest({ ...options, redirectUrl: `${origin}/done` });
            return show(response, 200, startPage(options, manifest, state), formTargets(options));
        }
        const code = url.searchParams.get('code') ?? '';
        const returned = url.pathname === '/done' && same(url.searchParams.get('state') ?? '', state);
        if (!returned || !/^[\w-]{1,200}$/.test(code) || taken)
            return show(response, 400, stale(options));
        taken = true;
        resolve({
            code,
            answer: async (end) => {
                const page = end.ok ? donePage(options, end.value) : failedPage(options);
                await show(response, end.ok ? 200 : 502, page);
            },
        });
    };
    const server = (0,external_node_http_.createServer)((request, response) => {
        route(request, response).catch(() => response.destroy());
    });
    origin = `http://127.0.0.1:${await listen(server, options.port)}`;
    return {
        startUrl: `${origin}/${word}`,
        answered,
        close: () => new Promise(done => {
            server.close(() => done());
            server.closeIdleConnections();
            setTimeout(() => server.closeAllConnections(), 500).unref();
        }),
    };
}
function same(given, wanted) {
    const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(server.address().port));
    });
}
/** GitHub itself, and where an organisation's single sign-on may lead on to: browsers check every redirect. */
const formTargets = ({ githubUrl }) => `${new URL(githubUrl).origin} https:`;
/** `formTo`: where a form of the page may send to. */
async function show(response, status, page, formTo = "'none'") {
    const text = String(await page);
    response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action ${formTo}; base-uri 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        connection: 'close',
    });
    await new Promise(resolve => response.end(text, resolve));
}
const app_register_page_plain = (locale) => {
    const f = (0,plain/* plainFormatter */.P)(locale);
    return (code) => (0,format/* sentence */.em)((0,message/* message */.i)(code, {}), locale, f);
};
const layout = (locale, title, content) => html `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Delivery Gates</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: 0; overflow-wrap: anywhere; }
button, .go { background: #1f6f43; border: 0; border-radius: 6px; color: #fff; display: inline-block; font: inherit; margin-top: 1.5rem; padding: .6rem 1.2rem; text-decoration: none; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
function startPage({ githubUrl, org, locale }, manifest, state) {
    const say = app_register_page_plain(locale);
    const place = org === null ? '/settings/apps/new' : `/organizations/${org}/settings/apps/new`;
    const rows = Object.entries(manifest.default_permissions).map(([name, level]) => html `<li><code>${name}</code>: ${say(level === 'write' ? 'cli.app.page.write' : 'cli.app.page.read')}</li>`);
    return layout(locale, say('cli.app.page.title'), html `<p>${say('cli.app.page.lead')}</p>
<dl>
<dt>${say('cli.app.page.owner')}</dt><dd>${org ?? say('cli.app.page.self')}</dd>
<dt>${say('cli.app.page.name')}</dt><dd>${manifest.name}</dd>
<dt>${say('cli.app.page.webhook')}</dt><dd>${manifest.hook_attributes.url}</dd>
<dt>${say('cli.app.page.permissions')}</dt><dd><ul>${rows}</ul></dd>
<dt>${say('cli.app.page.events')}</dt><dd>${manifest.default_events.join(', ')}</dd>
</dl>
<form method="post" action="${githubUrl}${place}?state=${state}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>${say('cli.app.page.go')}</button>
</form>`);
}
function donePage({ locale }, { name, installUrl }) {
    const say = app_register_page_plain(locale);
    return layout(locale, say('cli.app.page.done'), html `<p><strong>${name}</strong></p>
<p>${say('cli.app.page.doneText')}</p>
<a class="go" href="${installUrl}" rel="noreferrer">${say('cli.app.page.install')}</a>`);
}
function failedPage({ locale }) {
    const say = app_register_page_plain(locale);
    return layout(locale, say('cli.app.page.failed'), html `<p>${say('cli.app.page.terminal')}</p>`);
}
function stale({ locale }) {
    const say = app_register_page_plain(locale);
    return layout(locale, say('cli.app.page.failed'), html `<p>${say('cli.app.page.stale')}</p>`);
}

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/cli/json.js
var json = __webpack_require__(2227);
;// CONCATENATED MODULE: ./build/cli/app.js












const options = {
    url: { about: 'cli.app.option.url', value: 'PUBLIC_URL' },
    org: { about: 'cli.app.option.org', value: 'ORG' },
    name: { about: 'cli.app.option.name', value: 'NAME' },
    'github-url': { about: 'cli.app.option.githubUrl', value: 'URL' },
    out: { about: 'cli.app.option.out', value: 'DIR' },
    port: { about: 'cli.app.option.port', value: 'PORT' },
    timeout: { about: 'cli.app.option.timeout', value: 'MINUTES' },
    'hold-deployments': { about: 'cli.app.option.holdDeployments' },
    force: { about: 'cli.app.option.force' },
};
/** `app register`: the manifest flow of GitHub, from the link to the files. */
const app = (0,command/* defineCommand */.N)({
    forms: ['register [OPTION…] --url PUBLIC_URL'],
    about: 'cli.app.about',
    options,
    async run({ values, positionals }, world) {
        const [action, extra] = positionals;
        if (action === undefined)
            return (0,src_result/* err */._)({ message: (0,message/* message */.i)('cli.app.noAction', {}) });
        if (action !== 'register')
            return (0,src_result/* err */._)({ message: (0,message/* message */.i)('cli.app.unknownAction', { got: action }) });
        if (extra !== undefined)
            return (0,src_result/* err */._)({ message: (0,message/* message */.i)('cli.positional', { got: extra }) });
        const plan = readPlan(values, world);
        return plan.ok ? register(plan.value, world) : plan;
    },
});
function readPlan(values, world) {
    const refuse = (told) => (0,src_result/* err */._)({ message: told });
    if (values.url === undefined)
        return refuse((0,message/* message */.i)('cli.app.noUrl', {}));
    const githubUrl = readGitHubUrl(values['github-url'] ?? 'https://github.com');
    if (githubUrl === null)
        return refuse((0,message/* message */.i)('cli.app.badGitHub', { got: values['github-url'] ?? '' }));
    const publicUrl = readUrl(values.url);
    if (publicUrl === null)
        return refuse((0,message/* message */.i)('cli.app.badUrl', { option: '--url', got: values.url }));
    if (publicUrl.href.endsWith(app_webhookPath))
        return refuse((0,message/* message */.i)('cli.app.webhookUrl', { got: values.url, path: app_webhookPath }));
    if (publicUrl.local && !githubUrl.local)
        return refuse((0,message/* message */.i)('cli.app.localUrl', { got: values.url }));
    const { org } = values;
    if (org !== undefined && !/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(org)) {
        return refuse((0,message/* message */.i)('cli.app.badOrg', { got: org }));
    }
    const name = values.name ?? `delivery-gates-${org ?? (0,external_node_crypto_.randomBytes)(2).toString('hex')}`.slice(0, maxAppName);
    const { length } = [...name];
    if (length < 1 || length > maxAppName)
        return refuse((0,message/* message */.i)('cli.app.badName', { length, max: maxAppName }));
    const port = readNumber('--port', values.port ?? '0', 0, 65_535);
    if (!port.ok)
        return refuse(port.error);
    const minutes = readNumber('--timeout', values.timeout ?? '30', 1, 60);
    if (!minutes.ok)
        return refuse(minutes.error);
    return (0,src_result.ok)({
        publicUrl: publicUrl.href,
        githubUrl: githubUrl.href,
        org: org ?? null,
        name,
        folder: (0,external_node_path_.resolve)(world.cwd, values.out ?? 'delivery-gates-app'),
        port: port.value,
        minutes: minutes.value,
        holdDeployments: values['hold-deployments'] === true,
        force: values.force === true,
        json: values.json === true,
        locale: values.locale ?? 'en',
    });
}
/** https anywhere; http only to this machine, as in the App's own configuration. */
function readUrl(text) {
    const url = URL.parse(text);
    if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
        return null;
    const local = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d+){3}$/.test(url.hostname);
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && local);
    return safe ? { href: url.href.replace(/\/+$/, ''), local } : null;
}
const app_webhookPath = '/api/github/webhooks';
/** The address of GitHub in a browser: a host and nothing else, and not the one of its API. */
function readGitHubUrl(text) {
    const url = readUrl(text.replace(/^https:\/\/www\.github\.com(?=\/?$)/, 'https://github.com'));
    return url === null || new URL(url.href).pathname !== '/' || /^https:\/\/api\./.test(url.href) ? null : url;
}
function readNumber(option, got, min, max) {
    const number = /^\d{1,5}$/.test(got) ? Number(got) : Number.NaN;
    return number >= min && number <= max ? (0,src_result.ok)(number) : (0,src_result/* err */._)((0,message/* message */.i)('cli.app.badNumber', { option, got, min, max }));
}
/** Everything that can fail is tried before GitHub is asked: the key comes once, and has to find its place. */
async function register(plan, world) {
    const prepared = prepareFolder(plan.folder, plan.force);
    if (!prepared.ok)
        return prepared;
    let pages;
    try {
        pages = await openPages(plan);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return (0,src_result/* err */._)({ message: (0,message/* message */.i)('cli.app.listen', { code }) });
    }
    try {
        const waiting = waitFor(pages, plan.minutes);
        const say = sayer(plan.locale);
        const place = new URL(plan.githubUrl).host;
        world.warn(`${say((0,message/* message */.i)('cli.app.open', { place }))}\n\n  ${pages.startUrl}\n\n`);
        world.warn(`${say((0,message/* message */.i)('cli.app.waiting', { minutes: plan.minutes }))}\n`);
        const answered = await waiting;
        if (!answered.ok)
            return (0,src_result/* err */._)({ message: answered.error });
        const { code, answer } = answered.value;
        const done = await finish(plan, code);
        await answer(done.ok ? (0,src_result.ok)({ name: done.value.app.name, installUrl: done.value.installUrl }) : (0,src_result/* err */._)(undefined));
        if (!done.ok)
            return done;
        world.print(report(plan, done.value));
        return (0,src_result.ok)(0);
    }
    finally {
        await pages.close();
    }
}
/** Until the browser comes back with a code, the time is over, or the person stops it. */
async function waitFor(pages, minutes) {
    const { promise: ended, resolve: end } = Promise.withResolvers();
    const timer = setTimeout(() => end((0,src_result/* err */._)((0,message/* message */.i)('cli.app.timeout', { minutes }))), minutes * 60_000);
    const stop = () => end((0,src_result/* err */._)((0,message/* message */.i)('cli.app.stopped', {})));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    pages.answered.then(answered => {
        // From here the key is on its way: a late Ctrl-C must not lose it. The rest is bounded by its own time-out.
        end((0,src_result.ok)(answered));
    });
    const result = await ended;
    clearTimeout(timer);
    if (!result.ok) {
        process.removeListener('SIGINT', stop);
        process.removeListener('SIGTERM', stop);
    }
    return result;
}
async function finish(plan, code) {
    const settings = `${plan.githubUrl}${plan.org === null ? '' : `/organizations/${plan.org}`}/settings/apps`;
    const apiUrl = apiUrlOf(plan.githubUrl);
    const converted = await convertManifest(apiUrl, code);
    if (!converted.ok) {
        const { error } = converted;
        if (error.code === 'cli.app.expired')
            return (0,src_result/* err */._)({ message: error });
        const say = sayer(plan.locale);
        return (0,src_result/* err */._)({ label: say(error), message: (0,message/* message */.i)('cli.app.keyless', { settings }), locale: plan.locale });
    }
    const app = converted.value;
    const written = writeSecrets(plan.folder, {
        app,
        publicUrl: plan.publicUrl,
        ...(plan.githubUrl === 'https://github.com' ? {} : { apiUrl }),
        force: plan.force,
    });
    if (!written.ok) {
        const { path, code: reason } = written.error;
        return (0,src_result/* err */._)({ place: { path }, message: (0,message/* message */.i)('cli.app.notWritten', { code: reason, settings }) });
    }
    return (0,src_result.ok)({ app, written: written.value, installUrl: `${app.htmlUrl}/installations/new` });
}
/** `api.github.com` and its like of `ghe.com` are hosts of their own; an Enterprise Server answers below its own address. */
const apiUrlOf = (githubUrl) => /^https:\/\/(?:github\.com|[\w-]+\.ghe\.com)$/.test(githubUrl)
    ? githubUrl.replace('https://', 'https://api.')
    : `${githubUrl}/api/v3`;
const sayer = (locale) => {
    const f = (0,plain/* plainFormatter */.P)(locale, 1_000);
    return (told) => (0,format/* sentence */.em)(told, locale, f);
};
function report(plan, { app, written, installUrl }) {
    const command = `node --env-file=${written.envPath} app/index.ts`;
    if (plan.json) {
        const { id, slug, name, htmlUrl } = app;
        return (0,json/* jsonLine */.r)({ id, slug, name, url: htmlUrl, installUrl, ...written, start: command });
    }
    const say = sayer(plan.locale);
    return [
        (0,message/* message */.i)('cli.app.done', { name: app.name, id: app.id }),
        (0,message/* message */.i)('cli.app.wrote', { paths: [written.keyPath, written.envPath] }),
        (0,message/* message */.i)('cli.app.next.start', { command }),
        (0,message/* message */.i)('cli.app.next.install', { url: installUrl }),
        (0,message/* message */.i)('cli.app.next.check', { url: plan.publicUrl }),
    ]
        .map(told => `${say(told)}\n`)
        .join('');
}


/***/ }),

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

/***/ 5101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ deploymentEvents),
/* harmony export */   AS: () => (/* binding */ deploymentPermissions),
/* harmony export */   AZ: () => (/* binding */ events),
/* harmony export */   P: () => (/* binding */ permissions)
/* harmony export */ });
/**
 * What the App asks for when it is registered: the least that its reads and writes need. docs/guide.md shows the same
 * table with the reason for each.
 */
const permissions = {
    metadata: 'read',
    actions: 'read',
    contents: 'read',
    checks: 'write',
    pull_requests: 'write',
    statuses: 'write',
    issues: 'read',
    deployments: 'read',
    merge_queues: 'read',
    members: 'read',
};
/** What holding deployments takes beside that; only who wants it grants it. */
const deploymentPermissions = { deployments: 'write' };
const deploymentEvents = ['deployment_protection_rule'];
/** Events to subscribe to. GitHub sends `installation` and `installation_repositories` to every App unasked. */
const events = [
    'check_run',
    'deployment_status',
    'issue_comment',
    'issues',
    'membership',
    'merge_group',
    'pull_request',
    'pull_request_review',
    'push',
    'status',
    'team',
    'workflow_run',
];


/***/ })

};

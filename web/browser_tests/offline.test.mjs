/** What a first visit costs, all that is fetched in the background included, and what can be done after it with no network. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotli, dist, holds, launch, listed, patience, ready, serve, settled, soon, watched } from "./site.mjs";

/** What a first visit may cost in bytes, and the page itself. */
const MOST = 1_700_000;
const MOST_PAGE = 50_000;

/** Milliseconds of silence after which a visit is over. */
const SILENCE = 3000;

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
	browser = await launch(soon);
	for (const file of readdirSync(dist, { withFileTypes: true })) if (file.isFile()) brotli(join(dist, file.name));
});
after(() => browser.close());

/** A host for a test, that writes down what it has sent. @param {import("node:test").TestContext} t */
async function counting(t) {
	/** @type {Array<{path: string, bytes: number}>} */
	const sent = [];
	/** Files that are other than built. @type {Map<string, string>} */
	const changed = new Map();
	const host = await serve(dist, sent, changed);
	t.after(() => host.close());
	/** @param {string} file @param {(text: string) => string} edit */
	const change = (file, edit) => changed.set(file, edit(readFileSync(join(dist, file), "utf8")));
	return { sent, change, ...host };
}

/**
 * Waits until the page is kept for offline, and nothing more is sent.
 * @param {import("playwright-core").Page} page @param {unknown[]} sent
 */
async function silent(page, sent) {
	await page.waitForFunction(async () => (await navigator.serviceWorker.ready) && navigator.serviceWorker.controller, null, { timeout: patience });
	for (let count = -1; count !== sent.length; ) {
		count = sent.length;
		await page.waitForTimeout(SILENCE);
	}
}

for (const locale of ["en-GB", "ru-RU", "zh-CN", "ar-AE"]) {
	test(`a first visit is less than 1.7 MB as brotli, with what is kept for offline: ${locale}`, async (t) => {
		const host = await counting(t);
		const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		/** @type {string[]} */
		const said = [];
		page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
		page.on("pageerror", (error) => said.push(String(error)));
		await page.goto(host.url);
		await page.locator("main#panel .card").first().waitFor({ timeout: patience });
		await silent(page, host.sent);
		const total = host.sent.reduce((sum, { bytes }) => sum + bytes, 0);
		const told = host.sent.map(({ path, bytes }) => `${path || "./"} ${bytes}`).join(", ");
		t.diagnostic(`${total} bytes: ${told}`);
		assert.ok(host.sent.some(({ path }) => path === "charts.js"), "the charts are not kept for offline");
		assert.ok(!host.sent.some(({ path }) => path === "held.json"), "what the data alone need is fetched on every visit");
		// A host that says nothing of how long its files last is asked again for what two parts of the page share, by nobody else.
		const twice = host.sent.map(({ path }) => path).filter((path, i, all) => all.indexOf(path) < i);
		assert.deepEqual(twice.filter((path) => path !== "wasm_exec.js"), [], `sent twice: ${told}`);
		assert.ok(total < MOST, `${total} bytes: ${told}`);
		assert.ok(host.sent[0].bytes < MOST_PAGE, "the page itself is long to come");
		assert.deepEqual(said, [], "the console is not silent");
		await context.close();
	});
}

/** A visit after which the host is gone. @param {import("node:test").TestContext} t @param {import("playwright-core").BrowserContextOptions} [options] */
async function left(t, options) {
	const host = await counting(t);
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
	const { page, errors } = await watched(context);
	await page.goto(host.url);
	await page.locator("main#panel .card").first().waitFor({ timeout: patience });
	await silent(page, host.sent);
	const leave = async () => {
		host.close();
		await context.setOffline(true);
	};
	return { host, context, page, errors, leave };
}

test("after one visit every view works with no network, charts and the line of the reach too", async (t) => {
	const { host, context, page, errors, leave } = await left(t);
	const want = await settled(() => listed(page));
	await leave();
	await page.reload();
	await ready(page);
	assert.equal(await settled(() => listed(page)), want);
	await page.evaluate(() => (location.hash = "#from=CNSIA&to=DEDUI&view=charts"));
	for (const chart of ["front .mark", "strip .stretch", "bars .bar-row"]) await page.locator(`#chart-${chart}`).first().waitFor({ timeout: patience });
	await page.evaluate(() => (location.hash = "#from=CNSIA&to=DEDUI&view=reach"));
	await page.locator(".reach tbody tr").nth(20).waitFor({ timeout: patience });
	await page.evaluate(async () => performance.mark(Object.keys(await import(`${location.href.split("#")[0]}frontier.js`)).join()));
	await page.evaluate(() => (location.hash = "#from=CNCKG&to=AEJEA&view=data"));
	await page.locator(".data .held").first().waitFor({ timeout: patience });
	// A link that is opened in a window of its own, under another name of the page.
	const other = await context.newPage();
	await other.goto(`${host.url}index.html?from=mail#from=CNCKG&to=AEJEA&avoid=hormuz`);
	await ready(other);
	await other.keyboard.press("?");
	await other.locator("dialog#help[open]").waitFor();
	assert.deepEqual(errors, []);
	await context.close();
});

test("a language once spoken is kept; one that is not there is told, and the page goes on as it was", async (t) => {
	const { context, page, leave } = await left(t, { locale: "kk-KZ" });
	await leave();
	await page.reload();
	await page.getByRole("list", { name: "Маршруттар", exact: true }).waitFor({ timeout: patience });
	await page.locator("#language").selectOption("zh"); // not by hand: who opens the list has all of them on their way
	await page.locator(".told", { hasText: "中文" }).waitFor();
	await holds(async () => assert.equal(await page.locator("#language").inputValue(), "kk"));
	await holds(async () => assert.match(page.url(), /lang=kk/));
	assert.equal(await page.getByRole("list", { name: "Маршруттар", exact: true }).count(), 1);
	await page.locator("#language").selectOption("en");
	await ready(page);
	await context.close();
});

test("who has opened the choice of languages has them all without a network", async (t) => {
	const { context, page, host, leave } = await left(t);
	await page.locator("#language").click();
	await page.keyboard.press("Escape");
	await silent(page, host.sent);
	await leave();
	await page.reload();
	await ready(page);
	await page.locator("#language").selectOption("ru");
	await page.getByRole("list", { name: "Маршруты", exact: true }).waitFor();
	await context.close();
});

test("a newer build takes the place of what is kept, with the languages that were spoken", async (t) => {
	const { context, page, host } = await left(t, { locale: "ru-RU" });
	const kept = () => page.evaluate(async () => {
		const [name, ...others] = (await caches.keys()).filter((store) => store.startsWith("zhol-"));
		const files = (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.href.split("#")[0].length)).toSorted();
		return { name, others, files };
	});
	const first = await kept();
	assert.deepEqual(first.others, []);
	assert.ok(first.files.includes("words/ru.json") && first.files.includes("") && !first.files.includes("index.html"), String(first.files));
	host.change("sw.js", (text) => text.replace(/const BUILD = "\w+"/, 'const BUILD = "newer"'));
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await page.waitForFunction(async () => (await caches.keys()).join() === "zhol-newer", null, { timeout: patience });
	assert.deepEqual((await kept()).files, first.files);
	await context.close();
});

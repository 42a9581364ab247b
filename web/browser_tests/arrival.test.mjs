/** How the page arrives: with nothing but HTML, over a slow line, and in the dark. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { changed, grip, listed, patience, pin, ready, settled, shots, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

test("without JavaScript the page tells what it is and lists the default routes", async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const { page } = await watched(context);
	await page.goto(site.url);
	const text = await page.locator("body").innerText();
	await page.screenshot({ path: join(shots, "no-script.png"), fullPage: true });
	for (const word of ["Zhol", "Xi'an", "Duisburg", "Kazakhstan", "USD"]) assert.ok(text.includes(word), `the still page does not say ${word}`);
	assert.doesNotMatch(text, /Loading/, "the still page waits for a program that never comes");
	assert.ok((await page.locator("ol li").count()) >= 3, "fewer than three routes");
	assert.doesNotMatch(await page.content(), /default routes -->/, "the still list was not filled in");
	await context.close();
});

test("without JavaScript each language has a page to read, which leads to the others and into the program", async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
	const { page, errors } = await watched(context);
	for (const [name, lang, dir, told] of [["Русский", "ru", "ltr", "Казахстан"], ["Қазақша", "kk", "ltr", "Қазақстан"], ["中文", "zh", "ltr", "哈萨克斯坦"], ["Bahasa Indonesia", "id", "ltr", "lewat Kazakhstan"], ["العربية", "ar", "rtl", "كازاخستان"]]) {
		await page.goto(site.url);
		await page.getByRole("link", { name, exact: true }).click();
		await page.locator(`html[lang=${lang}][dir=${dir}]`).waitFor({ state: "attached" });
		const text = await page.locator("main").innerText();
		assert.ok(text.includes(told), text);
		assert.doesNotMatch(text, /How does|best overall|With scripts/);
		assert.ok((await page.locator("ol li").count()) >= 3, "fewer than three routes");
		assert.ok((await page.locator("table.stories tbody").count()) >= 5, "the stories are not told");
		assert.equal(await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth), false, `${lang}: it scrolls sideways`);
		await page.screenshot({ path: join(shots, `read-${lang}.png`), fullPage: true });
		await page.getByRole("link", { name: "English", exact: true }).click();
		await page.locator("html[lang=en]").waitFor({ state: "attached" });
	}
	await context.close();
	const scripted = await browser.newContext();
	const { page: other } = await watched(scripted);
	await other.goto(`${site.url}kk.html`);
	await other.locator(".notice a").click();
	await other.getByRole("list", { name: "Маршруттар", exact: true }).waitFor({ timeout: patience });
	await scripted.close();
	assert.deepEqual(errors, []);
});

test("the still list is read while the program is on its way", async () => {
	const context = await browser.newContext();
	const { page } = await watched(context);
	/** @type {() => void} */
	let release = () => {};
	const held = new Promise((resolve) => {
		release = () => resolve(undefined);
	});
	await page.route("**/*.wasm", async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(site.url, { waitUntil: "commit" });
	await page.getByText("Duisburg").first().waitFor();
	assert.match(await page.locator("body").innerText(), /Xi'an/);
	await page.getByRole("progressbar").waitFor();
	await page.screenshot({ path: join(shots, "arriving.png") });
	release();
	await ready(page);
	await context.close();
});

/**
 * A page whose program, or another part, does not arrive before it is let go.
 * @param {import("playwright-core").Page} page
 */
async function heldBack(page, part = "**/*.wasm", fragment = "") {
	/** @type {() => void} */
	let release = () => {};
	const held = new Promise((resolve) => {
		release = () => resolve(undefined);
	});
	await page.route(part, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(site.url + fragment);
	return () => release();
}

test("pins are dragged and keys pressed before the program is there, and none of it is lost", async () => {
	const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	const release = await heldBack(page);
	await pin(page, "Origin").waitFor();
	await settled(async () => JSON.stringify(await grip(page, "Origin")));
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 60, y - 40, { steps: 5 });
	await page.mouse.up();
	await pin(page, "Destination").focus();
	await page.keyboard.press("Shift+ArrowDown");
	await page.keyboard.press("ArrowLeft");
	await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
	await page.keyboard.press("?");
	const where = async () => {
		const boxes = await Promise.all([pin(page, "Origin").boundingBox(), pin(page, "Destination").boundingBox()]);
		return boxes.map((box) => box && [Math.round(box.x), Math.round(box.y)]);
	};
	const put = await where();
	assert.ok(Math.abs((put[0]?.[0] ?? 0) - x + 60 + 22) < 3, "the pin did not come along");
	assert.equal(await page.locator("main#panel").count(), 0, "the program was there");
	assert.equal(new URL(page.url()).hash, "");
	release();
	await ready(page);
	await page.locator("dialog#help[open]").waitFor();
	await page.waitForFunction(() => /from=[\d.]+,[\d.]+&to=[\d.]+,[\d.]+/.test(location.hash));
	await settled(() => listed(page));
	assert.deepEqual(await where(), put, "the pins have gone elsewhere");
	// The link asks what the page shows.
	const want = await listed(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await ready(other);
	assert.equal(await settled(() => listed(other)), want);
	assert.deepEqual(errors, []);
	await context.close();
});

test("a pin in the hand while the program arrives stays in the hand", async () => {
	const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	const release = await heldBack(page);
	await pin(page, "Origin").waitFor();
	await settled(async () => JSON.stringify(await grip(page, "Origin")));
	const was = await listed(page);
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 30, y - 20, { steps: 3 });
	release();
	await page.locator("main#panel .card").first().waitFor({ timeout: patience });
	await page.mouse.move(x - 60, y - 120, { steps: 5 });
	await changed(() => listed(page), was, "the list");
	await page.mouse.up();
	await page.waitForFunction(() => /from=[\d.]+,[\d.]+&to=DEDUI/.test(location.hash));
	assert.deepEqual(errors, []);
	await context.close();
});

test("a ground that comes late leaves the map as it is under a pin in the hand", async () => {
	const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	const release = await heldBack(page, "**/ground.json", "#from=KZALA&to=DEHAM");
	await page.locator("main#panel .card").first().waitFor({ timeout: patience });
	const { x, y } = await grip(page, "Origin");
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 60, y - 40, { steps: 5 });
	await page.locator(".cards.moving").waitFor();
	const frame = () => page.evaluate(() => /** @type {any} */ (globalThis).zholMap.project(76.93, 43.35));
	const before = await frame();
	const ground = page.waitForResponse("**/ground.json");
	release();
	await (await ground).finished();
	await page.mouse.move(x - 70, y - 40, { steps: 3 });
	await settled(() => listed(page));
	assert.deepEqual(await frame(), before, "the map has moved under the pin");
	await page.mouse.up();
	assert.deepEqual(errors, []);
	await context.close();
});

test("what the site's own files do not say, the worker does", async () => {
	const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1440, height: 900 } });
	const { page } = await watched(context);
	await page.goto(site.url);
	await ready(page);
	const want = await settled(() => listed(page));
	await page.route(/(hello|ground|first)\.json/, (route) => route.abort());
	await page.reload();
	await ready(page);
	assert.equal(await settled(() => listed(page)), want);
	await context.close();
});

test("in the dark and with large letters", async () => {
	const context = await browser.newContext({ colorScheme: "dark", reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	await page.goto(`${site.url}#from=CNCKG&to=AEJEA`);
	await ready(page);
	await settled(() => listed(page));
	await page.screenshot({ path: join(shots, "dark.png") });
	await page.setViewportSize({ width: 390, height: 844 });
	await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%", "important"));
	await page.waitForTimeout(300);
	await page.screenshot({ path: join(shots, "large-letters.png") });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
	assert.equal(wide, false, "large letters make the page scroll sideways");
	assert.deepEqual(errors, []);
	await context.close();
});

test("a visitor is spoken to in a language of their own, and only its words are fetched", async () => {
	const context = await browser.newContext({ locale: "kk-KZ" });
	const { page, errors } = await watched(context);
	/** @type {string[]} */
	const asked = []; // by the page: what is kept for offline is another matter
	page.on("request", (request) => asked.push(request.url()));
	await page.goto(site.url);
	await page.locator("main .card").first().waitFor({ timeout: patience });
	await page.locator("html[lang=kk]").waitFor({ state: "attached" });
	await page.getByRole("list", { name: "Маршруттар", exact: true }).waitFor();
	assert.deepEqual(asked.filter((url) => url.includes("/words/")), [`${site.url}words/kk.json`]);
	await page.locator("#language").selectOption("en");
	await ready(page);
	assert.deepEqual(errors, []);
	await context.close();
});

test("what stands there before the program has come is in the reader's language too", async () => {
	const context = await browser.newContext({ locale: "ar" });
	const { page, errors } = await watched(context);
	let come = () => {};
	const coming = new Promise((resolve) => (come = () => resolve(undefined)));
	await page.route("**/*.wasm", async (route) => {
		await coming;
		await route.continue();
	});
	await page.goto(site.url);
	for (const [place, words] of [[".brand p", /كازاخستان/], [".intro", /حاوية 40 قدمًا/], ["#progress-text", /تحميل/]]) {
		const line = page.locator(`.still ${place}`).filter({ hasText: /** @type {RegExp} */ (words) });
		await line.waitFor({ timeout: patience });
		assert.deepEqual([await line.getAttribute("lang"), await line.getAttribute("dir")], ["ar", "rtl"], `${place}`);
	}
	assert.equal(await page.locator("html").getAttribute("lang"), "en", "the list is still English");
	come();
	await page.locator("html[lang=ar][dir=rtl]").waitFor({ state: "attached", timeout: patience });
	assert.deepEqual(errors, []);
	await context.close();
});

test("nothing is stored about the visitor", async () => {
	const context = await browser.newContext();
	const { page } = await watched(context);
	await page.goto(site.url);
	await ready(page);
	assert.deepEqual(await context.cookies(), []);
	await context.close();
});

test("the address may end in index.html, and unknown files are not asked for", async () => {
	const context = await browser.newContext();
	const { page } = await watched(context);
	/** @type {string[]} */
	const lost = [];
	page.on("response", (response) => {
		if (response.status() >= 400) lost.push(response.url());
	});
	await page.goto(`${site.url}index.html#from=CNSIA&to=DEDUI`, { timeout: patience });
	await ready(page);
	assert.deepEqual(lost, []);
	await context.close();
});

test("without JavaScript the stories are answered in a table", async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const { page } = await watched(context);
	await page.goto(site.url);
	assert.ok((await page.locator("table tbody tr").count()) >= 5);
	await context.close();
});

test("the console is silent where the program is soon there and takes long to start", async () => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	/** @type {string[]} */
	const said = [];
	page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
	await page.addInitScript(() => {
		const [instantiate, later] = [WebAssembly.instantiate, setTimeout];
		// The page waits for nothing else meanwhile: what is to be done after some hundred milliseconds is not.
		Object.assign(globalThis, { setTimeout: (/** @type {() => void} */ what, /** @type {number} */ after = 0) => (after > 300 && after < 1000 ? 0 : later(what, after)) });
		Object.assign(WebAssembly, { instantiate: (/** @type {any} */ ...what) => new Promise((resolve) => later(resolve, 7000)).then(() => /** @type {any} */ (instantiate)(...what)) });
	});
	await page.goto(site.url);
	await ready(page);
	await page.waitForTimeout(1000);
	assert.deepEqual(said, []);
	await context.close();
});

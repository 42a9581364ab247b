/** Rows of habit that stand in no view: previews of a link, a page without WebGL, the month that is chosen and not the clock's, the list before the program. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, patience, ready, settled, watched } from "./site.mjs";
import { browser, site, withSite } from "./visit.mjs";

withSite();

test("a link that is pasted elsewhere has a title and a text of its own, without scripts", async () => {
	const html = await (await fetch(site.url)).text();
	const said = (/** @type {string} */ name) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1] ?? "";
	assert.match(said("og:title"), /Zhol/);
	assert.equal(said("og:title"), /<title>([^<]+)/.exec(html)?.[1]);
	assert.equal(said("og:description"), said("description"));
	assert.equal(said("og:type"), "website");
	assert.equal(said("twitter:card"), "summary");
});

test("without WebGL and WebGPU the list and the map are whole, and nothing asks for them", async () => {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const { page, errors } = await watched(context);
	await page.addInitScript(() => {
		const asked = /** @type {string[]} */ ([]);
		Object.assign(globalThis, { asked });
		const own = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = /** @type {any} */ (function (/** @type {string} */ kind, /** @type {any} */ how) {
			if (kind === "2d" || kind === "bitmaprenderer") return own.call(this, kind, how);
			asked.push(kind);
			return null;
		});
		Object.defineProperty(navigator, "gpu", { get: () => void asked.push("gpu") });
	});
	await page.goto(`${site.url}#from=CNSIA&to=DEDUI`);
	await ready(page);
	assert.match(await settled(() => listed(page)), /#10/);
	assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).asked), []);
	const drawn = await page.locator("canvas.map-still").evaluate((canvas) => {
		const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
		const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext("2d"));
		copy.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
		const { data } = copy.getImageData(0, 0, width, height);
		const colours = new Set();
		for (let i = 0; i < data.length; i += 4 * 97) colours.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
		return colours.size;
	});
	assert.ok(drawn > 5, `${drawn} colours on the map`);
	assert.deepEqual(errors, []);
	await context.close();
});

test("the month that is chosen drives the seasons, not the clock's", async () => {
	/** What the list says at a time of the clock, for the page and for the worker. @param {string} now @param {string} fragment */
	const at = async (now, fragment) => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
		const { page } = await watched(context);
		const clock = `{ const Own = Date, off = ${Date.parse(now)} - Own.now(); globalThis.Date = class extends Own { constructor(...all) { super(...(all.length ? all : [Own.now() + off])); } static now() { return Own.now() + off; } }; globalThis.turned = true; }\n`;
		await page.addInitScript(clock);
		let turned = 0;
		await page.route("**/worker.js", async (route) => {
			const answer = await route.fetch();
			turned++;
			await route.fulfill({ response: answer, body: (await answer.text()).replace('"use strict";', `"use strict";${clock}`) });
		});
		await page.goto(site.url + fragment);
		await ready(page);
		const list = await settled(() => listed(page));
		assert.match(await page.evaluate(() => new Date().toISOString()), new RegExp(now.slice(0, 7)));
		assert.equal(turned, 1, "the worker has the clock of this machine");
		await context.close();
		return list;
	};
	const question = "#from=CNSIA&to=GEPTI&via=KZAAU"; // over the Caspian, where it storms in winter
	const january = await at("2027-01-15T12:00:00Z", question);
	assert.equal(await at("2026-07-15T12:00:00Z", question), january, "the clock changes the list");
	assert.notEqual(await at("2026-07-15T12:00:00Z", `${question}&month=1`), january, "the month changes nothing");
});

test("before the program has come the list speaks the reader's language too", async () => {
	for (const [lang, dir, town, label] of [["ru", "ltr", "Сиань", "Через Казахстан"], ["ar", "rtl", "شيآن", "عبر كازاخستان"], ["zh", "ltr", "西安", "哈萨克斯坦"]]) {
		const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
		const { page, errors } = await watched(context);
		await page.route("**/zhol.wasm", () => {}); // it never comes
		await page.goto(`${site.url}#lang=${lang}`);
		const list = page.locator("#panel.still .results");
		await list.filter({ hasText: town }).waitFor({ timeout: patience });
		assert.ok((await list.innerText()).includes(label), `${label} is not in the list`);
		assert.equal(await list.locator(".card").count(), 10);
		assert.equal(await list.getAttribute("lang"), lang);
		assert.equal(await list.getAttribute("dir"), dir);
		assert.equal(await page.locator("#trouble").count(), 0);
		assert.deepEqual(errors, []);
		await context.close();
	}
});
